//! Historikk: who changed what, what stood there before, what was changed together, bringing it back, and whether the
//! history is untouched.

mod list;
pub mod put_back;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{
    AT_START, Back, Batch, BranchId, ChangeKind, ChangedPart, Checked, Conflict, Failed, Happened, History,
    NamedProposal, PersonId, PlanPart, Refused, Representative, Role, RowId, Unreadable, Wanted, cells_in_words,
    column_label, missing_in_words, sheet_label,
};
use fordel_core::complaint::Value;
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::changes::decided;
use super::frame::Around;
use super::seen::decided_as;
use crate::answer::Refusal;
use crate::app::App;
use crate::moments;
use crate::people::held_word;
use crate::shell::{
    Choice, Head, Link, Notice, Row, Step, Weight, button, empty_state, escaped, link_button, narrowing, notice, page,
    stacking_table, take_out, texts,
};
use crate::visitor::Visitor;

pub use list::send;

/// What the chain calls a decision.
const DECIDED: &str = "decided";

/// From so many lines on, what was done in one go is told on one, which opens to them.
const MANY: usize = 5;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    rad: String,
    #[serde(default)]
    person: String,
    #[serde(default)]
    slag: String,
    /// A change: those made in one go with it are shown, each by itself.
    #[serde(default)]
    sammen: String,
    #[serde(default)]
    before: String,
    kontroll: Option<String>,
}

impl Asked {
    fn wanted(&self) -> Wanted {
        Wanted {
            row: self.rad.parse().ok().map(RowId),
            person: self.person.parse().ok().map(PersonId),
            kind: ChangeKind::from_word(&self.slag),
            batch: self.sammen.parse().ok(),
            before: self.before.parse().ok(),
        }
    }

    /// What narrows the selection, by its names in the address.
    fn narrowed(&self) -> [(&'static str, &str); 4] {
        let Asked { rad, person, slag, sammen, .. } = self;
        [("rad", rad.as_str()), ("person", person.as_str()), ("slag", slag.as_str()), ("sammen", sammen.as_str())]
    }

    /// The query of the same selection, going on before a change.
    fn query(&self, before: Option<i64>) -> String {
        let before = before.map(|seq| seq.to_string()).unwrap_or_default();
        let parts = self.narrowed().into_iter().chain([("before", before.as_str())]);
        let filled = parts.filter(|(_, value)| !value.is_empty());
        let pairs: Vec<String> = filled.map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

/// What the page shows.
struct Shown {
    around: Around,
    history: History,
    authors: Vec<(PersonId, String)>,
    row: Option<String>,
    checked: Option<Checked>,
    may: bool,
}

/// `GET /u/{unit}/history`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Query(asked): Query<Asked>,
) -> Result<Markup, Refusal> {
    let shown = read(&app, &visitor, unit, &asked).await?;
    Ok(drawn(&app, &visitor, &shown, &asked, &[]))
}

async fn read(app: &App, visitor: &Visitor, unit: i64, asked: &Asked) -> Result<Shown, Refusal> {
    let (who, wanted, check) = (visitor.who.clone(), asked.wanted(), asked.kontroll.is_some());
    app.run(move |s| {
        let reads = s.unit(&who, BranchId(unit))?;
        Ok(Shown {
            around: Around::of(s, &reads)?,
            history: reads.history(&wanted)?,
            authors: reads.authors()?,
            row: wanted.row.map(|row| reads.row_name(row)).transpose()?,
            checked: if check { Some(reads.check_history()?) } else { None },
            may: reads.role() >= Role::Contributor,
        })
    })
    .await
}

/// What is to be brought back.
#[derive(Debug, Deserialize)]
pub struct Wish {
    seq: i64,
    now: Option<String>,
    #[serde(default)]
    back: String,
}

/// `POST /u/{unit}/history`: what a change took away is brought back.
pub async fn bring_back(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Form(wish): Form<Wish>,
) -> Result<Response, Refusal> {
    let who = visitor.who.clone();
    let (seq, now) = (wish.seq, wish.now);
    let t = texts(visitor.lang);
    let why: Vec<String> = app
        .run(move |s| match s.unit(&who, BranchId(unit))?.contribute()?.bring_back(seq, now.as_deref()) {
            Ok(conflicts) => Ok(conflicts.iter().map(|conflict| meanwhile(t, conflict)).collect()),
            Err(Failed::Refused(Refused::Decided(version))) => Ok(vec![decided(t, version)]),
            Err(other) => Err(other),
        })
        .await?;
    if why.is_empty() {
        let query = Some(wish.back.as_str()).filter(|back| back.starts_with('?')).unwrap_or_default();
        let to = format!("/u/{unit}/history{query}");
        return Ok(Redirect::to(crate::shell::within(&to)).into_response());
    }
    let asked = Asked::default();
    let shown = read(&app, &visitor, unit, &asked).await?;
    Ok((StatusCode::CONFLICT, drawn(&app, &visitor, &shown, &asked, &why)).into_response())
}

/// The page; `why`: for what nothing was brought back, if so.
fn drawn(app: &App, visitor: &Visitor, shown: &Shown, asked: &Asked, why: &[String]) -> Markup {
    let t = texts(visitor.lang);
    let unit = shown.around.address();
    let title = t.get("history-title");
    let here = format!("{unit}/history{}", asked.query(asked.before.parse().ok()));
    let mut frame = shown.around.frame(visitor, Some(Step::History), &title, here, None);
    frame.wrong = !why.is_empty();
    let older = shown.history.older.map(|seq| format!("{unit}/history{}", asked.query(Some(seq))));
    page(
        &frame,
        html! {
            h1 { (title) }
            p class="lead" { (t.get("history-lead")) }
            @if !why.is_empty() { (notice(t, Notice::Danger, html! { @for why in why { p tabindex="-1" data-takes-focus { (why) } } })) }
            @for said in unreadable(t, &shown.history.unreadable) { (notice(t, Notice::Warning, html! { p { (said) } })) }
            (filter(t, shown, asked, &unit))
            @if shown.history.batches.is_empty() {
                (empty_state(&t.get("history-empty"), &t.get("history-empty-do"), html! {}))
            } @else {
                (table(app, t, shown, asked, &unit))
                (take_out(t, &title, &format!("{unit}/history"), &asked.query(asked.before.parse().ok())))
            }
            div class="actions" {
                @if !asked.before.is_empty() { (link_button(&Link::new(t.get("history-newest"), format!("{unit}/history{}", asked.query(None))), Weight::Light)) }
                @if let Some(older) = older { (link_button(&Link::new(t.get("history-older"), older), Weight::Other)) }
            }
            (check(t, shown, asked, &unit))
        },
    )
}

/// What somebody did meanwhile where something was to be brought back.
fn meanwhile(t: &Texts, conflict: &Conflict) -> String {
    if conflict.removed {
        return t.get("history-conflict-row");
    }
    let who = conflict.by.clone().unwrap_or_else(|| t.get("workshop-somebody"));
    let theirs = if conflict.theirs.is_empty() { t.get("history-blank") } else { conflict.theirs.clone() };
    t.with("history-conflict", &[("who", who.into()), ("theirs", theirs.into())])
}

fn filter(t: &Texts, shown: &Shown, asked: &Asked, unit: &str) -> Markup {
    let all = || Choice::new("", t.get("history-all"));
    let people = shown.authors.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone()));
    let people: Vec<Choice> = [all()].into_iter().chain(people).collect();
    let kind = |kind: &ChangeKind| Choice::new(kind.word(), t.get(&format!("history-kind-{}", kind.word())));
    let kinds: Vec<Choice> = [all()].into_iter().chain(ChangeKind::ALL.iter().map(kind)).collect();
    html! {
        @if let Some(row) = &shown.row {
            p { (t.with("history-of-row", &[("row", row.as_str().into())])) " " a href=(format!("{unit}/history")) { (t.get("history-every-row")) } }
        }
        @if let Some(seq) = asked.wanted().batch {
            p { (t.get("history-of-batch")) " " a href=(format!("{unit}/history")) { (t.get("history-every-row")) } }
            @if shown.may {
                @if shown.history.batches.iter().any(Batch::can_be_put_back) {
                    div class="actions" { (put_back_link(t, unit, seq, Weight::Other)) }
                } @else if let Some(version) = shown.history.batches.iter().find_map(Batch::locked) {
                    p { (decided(t, version)) }
                }
            }
        }
        form method="get" action=(format!("{unit}/history")) class="row" aria-label=(t.get("history-filter")) {
            @for (name, value) in [("rad", &asked.rad), ("sammen", &asked.sammen)] {
                @if !value.is_empty() { input type="hidden" name=(name) value=(value); }
            }
            (narrowing("person", &t.get("history-person"), &people, &asked.person))
            (narrowing("slag", &t.get("history-kind"), &kinds, &asked.slag))
            div class="actions" { (button(&t.get("history-show"), Weight::Other, None)) }
        }
    }
}

/// What of the history couldn't be read, in sentences.
fn unreadable(t: &Texts, unreadable: &Unreadable) -> Vec<String> {
    let Unreadable { proposals, decisions } = unreadable;
    let told = [("history-unreadable-proposals", proposals), ("history-unreadable-decisions", decisions)];
    let told = told.into_iter().filter(|(_, numbers)| !numbers.is_empty()).map(|(key, numbers)| {
        let list: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        t.with(key, &[("count", numbers.len().into()), ("numbers", t.list(&list).into())])
    });
    told.collect()
}

/// Leads to where all that was done in one go with a change is put back.
fn put_back_link(t: &Texts, unit: &str, seq: i64, weight: Weight) -> Markup {
    link_button(&Link::new(t.get("history-back-all"), format!("{unit}/history/back/{seq}")), weight)
}

fn table(app: &App, t: &Texts, shown: &Shown, asked: &Asked, unit: &str) -> Markup {
    let mut head: Vec<Head> = ["history-when", "history-who", "history-what", "history-from", "history-to"]
        .map(|key| Head::text(t.get(key)))
        .into();
    if shown.may {
        head.push(Head::text(t.get("history-back")));
    }
    let when = |change: &Happened| {
        let by = by(t, change);
        let at = html! { time datetime=(moments::for_programs(change.at)) { (app.moment(t.lang(), change.at)) } };
        [at, html! { (by) }]
    };
    let row = |made: &[Happened]| {
        let change = made.first()?;
        let what = what(t, change);
        let [at, by] = when(change);
        let more = match (change.row, &change.field) {
            (Some(row), _) if asked.rad.is_empty() => Some(format!("history?rad={row}")),
            (None, Some(seq)) if is_put_back(&change.what) => Some(format!("history?sammen={seq}")),
            _ => change.decision.map(|number| format!("decisions/{number}")),
        };
        let mut cells = vec![
            at,
            by,
            html! {
                @match more {
                    Some(more) => a href=(format!("{unit}/{more}")) { (what) },
                    None => (what),
                }
            },
            values(t, made, |change| change.before.as_deref()),
            values(t, made, |change| change.after.as_deref()),
        ];
        if shown.may {
            cells.push(html! {
                @if let Some(back) = &change.back { (back_form(t, change, back, asked, unit)) }
                @else { (decided_as(t, change.locked)) }
            });
        }
        Some(Row::new(cells))
    };
    let wanted = asked.wanted();
    let singly = wanted.row.is_some() || wanted.batch.is_some();
    let mut rows: Vec<Row> = Vec::new();
    for batch in &shown.history.batches {
        let lines: Vec<&[Happened]> = batch.changes.chunk_by(as_one).collect();
        match batch.changes.first().filter(|_| !singly && lines.len() >= MANY) {
            None => rows.extend(lines.into_iter().filter_map(row)),
            Some(change) => {
                let mut cells: Vec<Markup> = when(change).into();
                cells.push(folded(t, batch, change.seq, asked, unit));
                cells.resize(head.len(), html! {});
                if let Some(back) = cells.last_mut().filter(|_| shown.may) {
                    *back = if batch.can_be_put_back() {
                        put_back_link(t, unit, change.seq, Weight::Light)
                    } else {
                        decided_as(t, batch.locked())
                    };
                }
                rows.push(Row::new(cells));
            }
        }
    }
    stacking_table("history", &t.get("history-title"), &head, &rows)
}

/// What was done in one go, on one line: how many of what. It opens to the last of the changes, and leads to all.
fn folded(t: &Texts, batch: &Batch, seq: i64, asked: &Asked, unit: &str) -> Markup {
    let all: usize = batch.counts.values().sum();
    let singly = Asked { sammen: seq.to_string(), ..asked.clone() };
    html! {
        details class="behind" id=(format!("sammen-{seq}")) {
            summary { (counted(t, batch)) }
            ul { @for change in &batch.changes { li { (told(t, change)) } } }
            p { a href=(format!("{unit}/history{}", singly.query(None))) { (t.with("history-singly", &[("count", all.into())])) } }
        }
    }
}

/// Whether a change tells that all that was done in one go was put back.
fn is_put_back(what: &str) -> bool {
    matches!(what, "put-back" | "plan-put-back")
}

/// How many of what a batch changed: an undone step, or all that was put back, says so first.
fn counted(t: &Texts, batch: &Batch) -> String {
    let part = batch.changes.iter().find_map(|change| change.part.as_ref());
    let proposal = part.map_or(0.0, |part| part.proposal as f64);
    let (mut turned, mut changed) = (Vec::new(), Vec::new());
    for ((what, sheet), count) in &batch.counts {
        if matches!(what.as_str(), "undone" | "redone") || is_put_back(what) {
            turned.push(t.get(&format!("history-what-{what}")));
            continue;
        }
        let key = format!("history-many-{what}");
        let key = if t.has(&key) { key.as_str() } else { "history-many-other" };
        let sheet = sheet.as_deref().map(|sheet| sheet_label(sheet, t)).unwrap_or_default();
        let args = [("count", Value::from(*count)), ("sheet", sheet.into()), ("proposal", proposal.into())];
        changed.push(t.with(key, &args));
    }
    turned.extend(changed);
    turned.join(", ")
}

/// A change as one sentence. A row that came or went is told by its name.
pub(super) fn told(t: &Texts, change: &Happened) -> String {
    let what = what(t, change);
    let [from, to] = [&change.before, &change.after].map(|kept| value(t, change, kept.as_deref()));
    if change.what.starts_with("row-") || from.is_empty() && to.is_empty() {
        return what;
    }
    let filled = |text: String| if text.is_empty() { t.get("history-blank") } else { text };
    t.with("history-told", &[("what", what.into()), ("from", filled(from).into()), ("to", filled(to).into())])
}

/// Whether a change is told as a decision, not as what it does to a row.
fn is_decision(change: &Happened) -> bool {
    change.what == DECIDED && change.part.is_none()
}

/// Whether two changes of a batch are fields of one logged use, or parts of one decision: they are told as one.
fn as_one(one: &Happened, next: &Happened) -> bool {
    is_decision(one) && is_decision(next) || one.use_id.is_some() && one.use_id == next.use_id && one.what == next.what
}

/// What stood in each of the fields that were changed in one go, the first one first, as a list; of other changes the
/// one that there is.
fn values(t: &Texts, made: &[Happened], which: fn(&Happened) -> Option<&str>) -> Markup {
    if made.first().is_some_and(is_decision) {
        // Of its other parts the chain has the fingerprints alone.
        let held = made.iter().find(|change| change.field.as_deref() == Some("held_on")).and_then(which);
        let day = |day: &str| t.with("history-decided-held", &[("date", t.kept_day(day).into())]);
        return html! { @if let Some(held) = held { (day(held)) } };
    }
    if let [change] = made
        && change.use_id.is_none()
    {
        return html! { (value(t, change, which(change))) };
    }
    let told = |change: &Happened| {
        let (field, kept) = (change.field.as_deref().unwrap_or_default(), which(change));
        // What wasn't there before it was logged isn't told as empty. Of the tasks the chain has the fingerprint alone, and how the
        // kroner came about stands in the log.
        let beside = kept.is_none() || matches!(field, "tasks" | "kr_reckoned");
        if beside && change.what == "shortage-logged" {
            return None;
        }
        let value = kept.map(|kept| value_of_use(t, field, kept)).filter(|value| !value.is_empty());
        let value = value.unwrap_or_else(|| t.get("history-blank"));
        Some(format!("{}: {value}", t.with("history-use-field", &[("field", field.into())])))
    };
    let told: Vec<String> = made.iter().rev().filter_map(told).collect();
    html! { @if !told.is_empty() { ul { @for one in &told { li { (one) } } } } }
}

/// What stood in a field of a logged use, as people read it.
fn value_of_use(t: &Texts, field: &str, kept: &str) -> String {
    match field {
        "choice" | "cause" => word(t, &format!("log-{field}-{kept}"), kept),
        "light" => word(t, &format!("light-{kept}"), kept),
        "kr_reckoned" | "withdrawn" => t.get(if matches!(kept, "1" | "yes") { "history-yes" } else { "history-no" }),
        "missing" => missing_in_words(kept).unwrap_or_else(|| kept.to_owned()),
        "day" => t.kept_day(kept),
        "justified_minutes" | "hired_minutes" => {
            kept.parse::<f64>().map_or_else(|_| kept.to_owned(), |minutes| t.number(minutes / 60.0))
        }
        "red_minutes" | "hired_kr" => kept.parse::<f64>().map_or_else(|_| kept.to_owned(), |number| t.fixed(number, 0)),
        _ => shortened(t, kept),
    }
}

/// The text of a key, where there is one.
fn word(t: &Texts, key: &str, kept: &str) -> String {
    if t.has(key) { t.get(key) } else { kept.to_owned() }
}

/// A fingerprint by its beginning; other texts as they are.
fn shortened(t: &Texts, kept: &str) -> String {
    let Some(print) = kept.strip_prefix("sha256:") else { return kept.to_owned() };
    t.with("history-fingerprint", &[("start", print.chars().take(6).collect::<String>().into())])
}

/// Who did it, as people read it.
fn by(t: &Texts, change: &Happened) -> String {
    match (change.person, &change.by) {
        (None, Some(agent)) if agent == AT_START => t.get("history-at-start"),
        (_, Some(name)) => name.clone(),
        (_, None) => t.get("history-nobody"),
    }
}

fn what(t: &Texts, change: &Happened) -> String {
    if let Some(part) = &change.part {
        return part_of_plan(t, part, change.decision);
    }
    if let (Some(number), Some((proposal, name))) = (change.decision, &change.decided) {
        let [number, proposal] = [number, *proposal].map(|number| Value::Number(number as f64));
        return t
            .with("history-decided", &[("number", number), ("proposal", proposal), ("name", name.as_str().into())]);
    }
    if let Some(about) = change.proposal.as_ref().and_then(|of| of_proposal(t, &change.what, of)) {
        return about;
    }
    let key = format!("history-what-{}", change.what);
    // Of what is told of a row, only objections may be about none: they are to the whole plan.
    let nameless = if change.row.is_some() { "history-row-gone" } else { "history-whole-plan" };
    let row = change.row_name.clone().unwrap_or_else(|| t.get(nameless));
    let field = change.field.as_deref().unwrap_or_default();
    let field = if change.what == "cell-changed" { column_label(field, t) } else { field.to_owned() };
    if !t.has(&key) {
        return t.with("history-what-other", &[("what", change.what.as_str().into())]);
    }
    t.with(&key, &[("row", row.into()), ("field", field.into())])
}

/// What was done to a proposal as a whole, with its number; nothing where that isn't told of one. A copy is told as that.
fn of_proposal(t: &Texts, what: &str, of: &NamedProposal) -> Option<String> {
    let key = match (what, of.from) {
        ("proposal-added", Some(_)) if of.own => "history-copied-from".to_owned(),
        ("proposal-added", None) if of.own => "history-copied".to_owned(),
        _ => format!("history-numbered-{what}"),
    };
    let [number, from] = [of.number, of.from.unwrap_or_default()].map(|number| Value::Number(number as f64));
    t.has(&key).then(|| t.with(&key, &[("number", number), ("name", of.name.as_str().into()), ("from", from)]))
}

/// A part of a plan that was changed by hand, or moved by a plan or a decision: the line with its row and days, or the
/// shift and its day.
fn part_of_plan(t: &Texts, changed: &ChangedPart, decision: Option<i64>) -> String {
    let proposal = ("proposal", Value::Number(changed.proposal as f64));
    match &changed.part {
        PlanPart::Line { row, task, timing, days } => {
            let timing = t.timing(timing);
            let when = if days.is_empty() { timing } else { format!("{timing}, {}", t.days(days)) };
            let (task, row, when) = (Value::from(task.as_str()), Value::from(*row), Value::from(when));
            let (key, by) = match decision {
                Some(number) => ("history-line-decided", ("decision", Value::Number(number as f64))),
                None => ("history-line-moved", proposal),
            };
            t.with(key, &[("task", task), ("row", row), ("when", when), by])
        }
        PlanPart::Heads { group, shift, day } => {
            let (group, shift) = (Value::from(group.as_str()), Value::from(shift.as_str()));
            let day = Value::from(word(t, &format!("day-{day}"), ""));
            t.with("history-heads-changed", &[("group", group), ("shift", shift), ("day", day), proposal])
        }
    }
}

/// What stood somewhere, as people read it: cells of a row by their columns, states by their words, no hashes.
fn value(t: &Texts, change: &Happened, kept: Option<&str>) -> String {
    let Some(kept) = kept else { return String::new() };
    if change.part.is_some() {
        return kept.to_owned();
    }
    match change.what.as_str() {
        "row-added" | "row-removed" | "row-restored" => cells_in_words(kept, t).unwrap_or_default(),
        "reviewed" if change.field.as_deref() == Some("state") => t.get(&format!("grid-state-{kept}")),
        "role-changed" | "invited" | "invitation-used" => role_told(t, kept),
        "representative-changed" => word(t, &format!("people-represents-{kept}"), kept),
        "proposal-state" => word(t, &format!("history-state-{kept}"), kept),
        "row-moved" | "branch-moved" | "undone" | "redone" | "proposal-plan" | "decided" | "column-added" => {
            String::new()
        }
        "cell-changed" => kept.to_owned(),
        _ => shortened(t, kept),
    }
}

/// A role by its name, with the function that an invitation gives beside it.
fn role_told(t: &Texts, kept: &str) -> String {
    let (role, represents) = kept.split_once(' ').unwrap_or((kept, ""));
    let role = Role::from_word(role).map(|role| held_word(t, role, Representative::from_word(represents)));
    role.unwrap_or_else(|| kept.to_owned())
}

fn back_form(t: &Texts, change: &Happened, back: &Back, asked: &Asked, unit: &str) -> Markup {
    let before = change.before.as_deref().unwrap_or_default();
    let short: String = before.chars().take(24).collect();
    let short = if short.len() < before.len() { format!("{short}…") } else { short };
    let text = match back {
        Back::Row => t.get("history-restore-row"),
        Back::Value(_) if before.is_empty() => t.get("history-restore-blank"),
        Back::Value(_) => t.with("history-restore-cell", &[("value", short.into())]),
    };
    html! {
        form method="post" action=(format!("{unit}/history")) {
            input type="hidden" name="seq" value=(change.seq);
            input type="hidden" name="back" value=(asked.query(asked.before.parse().ok()));
            @if let Back::Value(now) = back { input type="hidden" name="now" value=(now); }
            (button(&text, Weight::Light, None))
        }
    }
}

fn check(t: &Texts, shown: &Shown, asked: &Asked, unit: &str) -> Markup {
    html! {
        section id="check" {
            h2 { (t.get("history-check")) }
            @match &shown.checked {
                None => p { (t.get("history-check-lead")) },
                Some(Checked::Whole { changes, head }) => {
                    (notice(t, Notice::Success, html! {
                        p { (t.with("history-check-whole", &[("count", Value::Number(*changes as f64))])) }
                    }))
                    p { (t.get("history-check-head")) ": " code { (head) } }
                    p class="quiet" { (t.get("history-check-keep")) }
                },
                Some(Checked::Broken(seq)) => (notice(t, Notice::Danger, html! {
                    p { (t.with("history-check-broken", &[("seq", Value::Number(*seq as f64))])) }
                })),
                Some(Checked::Deviating(deviations)) => (notice(t, Notice::Danger, html! {
                    p { (t.get("history-check-deviating")) }
                    ul { @for deviation in deviations { li { (fordel_app::deviation_said(deviation, t)) } } }
                })),
            }
            form method="get" action=(format!("{unit}/history#check")) {
                @for (name, value) in asked.narrowed().into_iter().chain([("before", asked.before.as_str())]) {
                    @if !value.is_empty() { input type="hidden" name=(name) value=(value); }
                }
                div class="actions" { (button(&t.get("history-check-do"), Weight::Other, Some(("kontroll", "1")))) }
            }
        }
    }
}
