//! Proposals side by side: each a column beside what it is compared with, what differs as rows; of those that can be carried
//! out the best in each row has a sign. Out as a list too.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::Uri;
use axum::response::Response;
use fordel_app::service::{
    Failed, List, ListCell, OpenedProposal, ProposalHead, ProposalKind, ProposalState, Reads, came_to_nothing,
};
use fordel_core::complaint::Value;
use fordel_core::measure::day_part::Split;
use fordel_core::measure::gain::gain;
use fordel_core::plan::{GroupSum, Status};
use fordel_text::Texts;
use maud::{Markup, html};

use super::seen::{decided_as, decided_words};
use super::state::{Word, tagged, word_of};
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_of, send_unit_list};
use crate::shell::{Head, Notice, Row, data_table, escaped, take_out};
use crate::visitor::Visitor;

/// Proposals that are shown side by side where nobody has chosen, and those that can be chosen at most.
const BESIDE: usize = 5;
const MOST: usize = 8;
/// What names a chosen proposal in an address: `?ved=2&ved=5`.
pub const BESIDE_BY: &str = "ved";

/// As which version proposals were decided as they stand: those that were, by number.
pub type Decided = BTreeMap<i64, i64>;

/// What the table shows of one column: a proposal, or what proposals are compared with.
struct Side<'a> {
    name: String,
    /// How it stands, or what is lacking, in a word.
    state: Option<Word>,
    /// As which version it was decided.
    decided: Option<i64>,
    /// What it was computed on, where that isn't what the others were.
    note: Option<String>,
    /// Where it leads: to the proposal itself, and to why it can't be carried out or what that takes. Each the key of what
    /// it says, and the address.
    leads: Vec<(&'static str, String)>,
    freed: Option<Split>,
    saved: Option<f64>,
    cost: Option<f64>,
    groups: &'a [GroupSum],
    courses: Option<f64>,
    moved: Option<f64>,
    red: Option<f64>,
    /// Whether it can be carried out: only such are held against each other.
    works: bool,
    /// Whether it is a plan with nothing computed to hold it against: what it lacks is told so.
    alone: bool,
}

/// Whether a proposal's plan has something to hold it against: one that was stopped may have a plan, and no more.
fn is_compared(opened: &OpenedProposal) -> bool {
    opened.placed().is_some_and(|plan| {
        let carried = &plan.carried;
        carried.year_cost.or(carried.relaxed_cost).is_some() || carried.status == Status::Infeasible
    })
}

/// The proposal whose baseline stands beside them all: the newest that the search made and that has one.
fn source(opened: &[Arc<OpenedProposal>]) -> Option<&OpenedProposal> {
    let computed = opened.iter().map(Arc::as_ref).filter(|one| one.kept.head.kind == ProposalKind::Computed);
    // Where no plan was possible, little was reckoned beside it.
    computed.max_by_key(|one| (is_compared(one), one.placed().is_some(), one.kept.head.number))
}

/// Today and what it would cost to carry it, from the proposal that has this.
fn compared<'a>(t: &Texts, address: &str, opened: &'a [Arc<OpenedProposal>]) -> Vec<Side<'a>> {
    let among = opened.len() > 1;
    let Some((opened, plan)) = source(opened).and_then(|one| Some((one, one.plan.as_ref()?))) else {
        return Vec::new();
    };
    let number = Value::Number(opened.kept.head.number as f64);
    let note = among.then(|| t.with("proposals-baseline-of", &[("number", number)]));
    let side = |key: &str, cost: Option<f64>, groups: &'a [GroupSum], courses: usize| Side {
        name: t.get(key),
        state: None,
        decided: None,
        note: note.clone(),
        leads: Vec::new(),
        freed: None,
        saved: None,
        cost,
        groups,
        courses: Some(courses as f64),
        moved: None,
        red: None,
        works: true,
        alone: false,
    };
    let red = plan.today.overloaded.len() + plan.today.broken.len();
    let today = Side {
        red: Some(red as f64),
        works: red == 0,
        ..side("proposals-today", plan.today.year_cost, &plan.today.groups, plan.today.training.len())
    };
    let comparison = |key: &str, of: &'a fordel_core::plan::Comparison| {
        let works = of.year_cost.is_some();
        // What only a staffing beyond the limits carries says so, and what nothing was found for isn't left out silently.
        let state = match (works, of.relaxed_cost, of.status) {
            (true, ..) => None,
            (_, Some(_), _) => Some(("proposals-beyond-limits", Some(Notice::Warning))),
            (_, None, Status::Infeasible) => Some(("proposals-impossible", Some(Notice::Danger))),
            _ => Some(("proposals-not-computed", None)),
        };
        let cost = of.year_cost.or(of.relaxed_cost);
        let known = side(key, cost, &of.groups, of.training.len());
        let why = format!("{address}/p/{}/findings#comparison", opened.kept.head.number);
        let leads = state.filter(|_| opened.placed().is_some()).map(|_| ("why-title", why)).into_iter().collect();
        Side { state, leads, works, courses: known.courses.filter(|_| cost.is_some()), ..known }
    };
    let sides = [comparison("proposals-carried", &plan.carried), comparison("proposals-rightmost", &plan.rightmost)];
    std::iter::once(today).filter(|side| side.cost.is_some()).chain(sides).collect()
}

fn side<'a>(
    t: &Texts,
    address: &str,
    opened: &'a OpenedProposal,
    decided: &Decided,
    source: Option<&OpenedProposal>,
) -> Option<Side<'a>> {
    let plan = opened.plan.as_ref()?;
    let (gain, number) = (gain(&opened.ward, plan), opened.kept.head.number);
    // Where there is no plan, its figures are none, and not 0.
    let (is_plan, red) = (plan.year_cost.is_some(), opened.report().map(|report| report.broken.len()));
    let here = format!("{address}/p/{number}");
    let cure = match plan.status {
        Status::Infeasible => Some(("why-title", "findings#conflict")),
        _ if red.is_some_and(|red| red > 0) => Some(("cure-link", "staffing")),
        _ => None,
    };
    let cure = cure.map(|(key, part)| (key, format!("{here}/{part}")));
    Some(Side {
        name: format!("{number}. {}", opened.kept.head.name),
        state: Some(word_of(opened)),
        decided: decided.get(&number).copied(),
        note: source.and_then(|source| other_sheets(t, opened, source)),
        leads: std::iter::once(("proposals-open", here)).chain(cure).collect(),
        freed: is_plan.then(|| gain.work.freed_hours()),
        saved: gain.money.as_ref().map(|money| money.saved()),
        cost: plan.year_cost,
        groups: &plan.groups,
        courses: is_plan.then_some(gain.courses.courses as f64),
        moved: is_plan.then(|| opened.moved().len() as f64),
        red: red.filter(|_| is_plan).map(|broken| broken as f64),
        works: is_plan && red == Some(0),
        alone: is_plan && !is_compared(opened),
    })
}

/// That a proposal is of other sheets than the one whose baseline stands beside it: what it saves is against its own.
fn other_sheets(t: &Texts, opened: &OpenedProposal, source: &OpenedProposal) -> Option<String> {
    if opened.is_of_sheets_of(source) {
        return None;
    }
    let is_older = opened.kept.head.revision < source.kept.head.revision;
    let key = if is_older { "proposals-older-sheets" } else { "proposals-newer-sheets" };
    Some(t.with(key, &[("number", Value::Number(source.kept.head.number as f64))]))
}

/// What stands side by side.
fn sides<'a>(t: &Texts, address: &str, opened: &'a [Arc<OpenedProposal>], decided: &Decided) -> Vec<Side<'a>> {
    let mut sides = compared(t, address, opened);
    sides.extend(opened.iter().filter_map(|one| side(t, address, one, decided, source(opened))));
    sides
}

/// Something in which sides may differ.
struct Fact {
    name: String,
    /// What is better: more (+1), less (−1), or neither (0).
    better: f64,
    /// Its value for each side.
    values: Vec<Option<f64>>,
    shown: fn(&Texts, f64) -> String,
    /// Decimals where it is taken out.
    decimals: u8,
}

/// What differs, row by row.
fn facts(t: &Texts, sides: &[Side], opened: &[Arc<OpenedProposal>]) -> Vec<Fact> {
    type Shown = fn(&Texts, f64) -> String;
    let hours: Shown = |t, h| t.with("proposals-hours", &[("hours", t.fixed(h, 0).into())]);
    let kroner: Shown = |t, k| t.kroner(k);
    let whole: Shown = |t, n| t.fixed(n, 0);
    let fte: Shown = |t, f| t.fixed(f, 1);
    let mut facts = Vec::new();
    let mut add = |name: String, better: f64, of: &dyn Fn(&Side) -> Option<f64>, shown: Shown, decimals: u8| {
        facts.push(Fact { name, better, values: sides.iter().map(of).collect(), shown, decimals });
    };
    type Part = fn(&Split) -> f64;
    let parts: [(&str, Part); 4] = [
        ("proposals-freed-day", |s| s.day),
        ("proposals-freed-evening", |s| s.evening),
        ("proposals-freed-night", |s| s.night),
        ("proposals-freed-weekend", |s| s.weekend),
    ];
    for (key, part) in parts {
        add(t.get(key), 1.0, &|side| side.freed.as_ref().map(part), hours, 1);
    }
    add(t.get("proposals-saved"), 1.0, &|side| side.saved, kroner, 0);
    add(t.get("proposals-cost"), -1.0, &|side| side.cost, kroner, 0);
    let codes: Vec<&str> =
        opened.first().map(|o| o.ward.groups.iter().map(|g| g.code.as_str()).collect()).unwrap_or_default();
    for code in codes {
        let name = t.with("proposals-fte-of", &[("group", code.into())]);
        let of = |side: &Side| {
            (!side.groups.is_empty()).then(|| side.groups.iter().find(|g| g.group == code).map_or(0.0, |g| g.fte))
        };
        add(name, 0.0, &of, fte, 2);
    }
    let all = |side: &Side| (!side.groups.is_empty()).then(|| side.groups.iter().map(|g| g.fte).sum());
    add(t.get("proposals-fte"), -1.0, &all, fte, 2);
    add(t.get("proposals-courses"), -1.0, &|side| side.courses, whole, 0);
    add(t.get("proposals-moved"), 0.0, &|side| side.moved, whole, 0);
    add(t.get("proposals-red"), -1.0, &|side| side.red, whole, 0);
    facts
}

fn head(t: &Texts, sides: &[Side]) -> Vec<Head> {
    let names = sides.iter().map(|side| Head::number(side.name.clone()));
    std::iter::once(Head::text(t.get("proposals-fact"))).chain(names).collect()
}

/// The proposals of a unit's address as columns beside what they are compared with, what differs as rows; the best in each row
/// has a sign. Taken out at this file, with this query.
pub fn beside(
    t: &Texts,
    address: &str,
    opened: &[Arc<OpenedProposal>],
    decided: &Decided,
    (file, query): (&str, &str),
) -> Markup {
    let sides = sides(t, address, opened, decided);
    let stands: Vec<(bool, bool)> = sides.iter().map(|side| (side.works, side.alone)).collect();
    let state = |side: &Side| {
        html! {
            @if let Some(word) = side.state { (tagged(t, word)) } " " (decided_as(t, side.decided))
            @if let Some(note) = &side.note { " " span class="quiet" { (note) } }
            @for (key, to) in &side.leads { br; a href=(to) { (t.get(key)) } }
        }
    };
    let states = std::iter::once(html! { (t.get("proposals-state")) }).chain(sides.iter().map(state));
    let mut rows = vec![Row::new(states.collect())];
    rows.extend(facts(t, &sides, opened).iter().map(|fact| row(t, fact, &stands)));
    html! {
        (data_table("beside", &t.get("proposals-beside"), &head(t, &sides), &rows))
        @if stands.iter().any(|(works, _)| !works) { p class="quiet" { (t.get("proposals-best-of")) } }
        (take_out(t, &t.get("proposals-beside"), file, query))
    }
}

/// The same as a list.
fn list(t: &Texts, opened: &[Arc<OpenedProposal>], decided: &Decided) -> List {
    let sides = sides(t, "", opened, decided);
    let state = |side: &Side| {
        let decided = side.decided.map(|version| decided_words(t, version));
        let state = side.state.map(|(key, _)| t.get(key));
        let words: Vec<String> = [state, decided, side.note.clone()].into_iter().flatten().collect();
        ListCell::from((!words.is_empty()).then(|| words.join(", ")))
    };
    let states = std::iter::once(ListCell::from(t.get("proposals-state"))).chain(sides.iter().map(state));
    let mut rows: Vec<Vec<ListCell>> = vec![states.collect()];
    for Fact { name, values, decimals, .. } in facts(t, &sides, opened) {
        let value = |value: &Option<f64>| ListCell::from(value.map(|value| ListCell::Number(value, decimals)));
        rows.push(std::iter::once(ListCell::from(name)).chain(values.iter().map(value)).collect());
    }
    list_of(t.get("proposals-beside"), &head(t, &sides), rows)
}

/// Whether a proposal's search is over and gave an answer: a plan, or that there is none.
pub fn is_answered(head: &ProposalHead) -> bool {
    matches!(head.state, ProposalState::Done | ProposalState::Cancelled) && !came_to_nothing(head)
}

/// The newest of these proposals that have an answer, the newest last: the one that was decided last before all, then those
/// with a plan that places work, and of these the ones whose search wasn't stopped.
///
/// # Errors
/// The database.
pub fn newest(reads: &Reads, heads: &[ProposalHead]) -> Result<Vec<Arc<OpenedProposal>>, Failed> {
    let placed = reads.placed()?;
    let decided = reads.all_decided_as()?.into_iter().max_by_key(|(_, version)| *version).map(|(number, _)| number);
    let mut answered: Vec<&ProposalHead> = heads.iter().filter(|head| is_answered(head)).collect();
    answered.sort_by_key(|head| {
        let places = placed.contains(&head.number);
        Reverse((decided == Some(head.number), places && head.state == ProposalState::Done, places, head.number))
    });
    answered.truncate(BESIDE);
    answered.sort_by_key(|head| head.number);
    open(reads, answered)
}

fn open(reads: &Reads, heads: Vec<&ProposalHead>) -> Result<Vec<Arc<OpenedProposal>>, Failed> {
    let opened: Result<Vec<_>, Failed> = heads.into_iter().map(|head| reads.proposal(head.number)).collect();
    Ok(opened?.into_iter().filter(|opened| opened.plan.is_some()).collect())
}

/// Why proposals that an address names don't stand side by side.
#[derive(Debug, PartialEq, Eq)]
pub enum Unfit {
    /// More than can be read beside each other.
    Many,
    /// What names no proposal of the unit that has an answer.
    Unknown(String),
}

impl Unfit {
    /// In words.
    pub fn tell(&self, t: &Texts) -> String {
        match self {
            Unfit::Many => t.with("proposals-chosen-many", &[("most", Value::Number(MOST as f64))]),
            Unfit::Unknown(named) => t.with("proposals-chosen-unknown", &[("named", named.as_str().into())]),
        }
    }
}

/// The proposals that the pairs of an address name, as they are written there.
pub fn wanted(pairs: Vec<(String, String)>) -> Vec<String> {
    pairs.into_iter().filter(|(name, _)| name == BESIDE_BY).map(|(_, number)| number).collect()
}

/// The query that names them again; nothing where none are.
pub fn query_of(wanted: &[String]) -> String {
    let pairs: Vec<String> = wanted.iter().map(|number| format!("{BESIDE_BY}={}", escaped(number))).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

/// The proposals that an address names, the newest first as the list has them; where it names none, the [`newest`].
///
/// # Errors
/// The database.
pub fn chosen(
    reads: &Reads,
    heads: &[ProposalHead],
    wanted: &[String],
) -> Result<Result<Vec<Arc<OpenedProposal>>, Unfit>, Failed> {
    if wanted.is_empty() {
        return newest(reads, heads).map(Ok);
    }
    match named(heads, wanted) {
        Ok(named) => open(reads, named).map(Ok),
        Err(unfit) => Ok(Err(unfit)),
    }
}

/// Those of the list that are named.
fn named<'a>(heads: &'a [ProposalHead], wanted: &[String]) -> Result<Vec<&'a ProposalHead>, Unfit> {
    let answered = || heads.iter().rev().filter(|head| is_answered(head));
    let unknown = |one: &&String| !answered().any(|head| head.number.to_string() == **one);
    if let Some(unknown) = wanted.iter().find(unknown) {
        return Err(Unfit::Unknown(unknown.clone()));
    }
    let named: Vec<&ProposalHead> = answered().filter(|head| wanted.contains(&head.number.to_string())).collect();
    if named.len() > MOST { Err(Unfit::Many) } else { Ok(named) }
}

/// The proposal of this number; where that has nothing to hold its plan against, the newest of those side by side that has.
///
/// # Errors
/// No such proposal; the database.
pub fn compared_or(reads: &Reads, heads: &[ProposalHead], number: i64) -> Result<Arc<OpenedProposal>, Failed> {
    let this = reads.proposal(number)?;
    if is_compared(&this) {
        return Ok(this);
    }
    let compared = newest(reads, heads)?.into_iter().rev().find(|one| is_compared(one));
    Ok(compared.unwrap_or(this))
}

/// `GET /u/{unit}/proposals.csv` and `proposals.xlsx`: the proposals side by side.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Query(pairs): Query<Vec<(String, String)>>,
    address: Uri,
) -> Result<Response, Refusal> {
    let wanted = wanted(pairs);
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let opened = chosen(&reads, &reads.proposals()?, &wanted)?.map_err(|_| Failed::NotFound)?;
        Ok(list(t, &opened, &reads.all_decided_as()?))
    })
    .await
}

/// `GET /u/{unit}/p/{number}/beside.csv` and `beside.xlsx`: one proposal beside what it is compared with.
pub async fn send_one(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    address: Uri,
) -> Result<Response, Refusal> {
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let opened = reads.proposal(number)?;
        opened.placed().ok_or(Failed::NotFound)?;
        let opened = [opened];
        Ok(list(t, &opened, &reads.all_decided_as()?))
    })
    .await
}

/// A row of the table: of the values of those that work, the best has a sign and a word, where they differ. `stands`: of each
/// side whether it works, and whether it stands alone.
fn row(t: &Texts, fact: &Fact, stands: &[(bool, bool)]) -> Row {
    let Fact { name, better, values, shown, .. } = fact;
    let working = || values.iter().zip(stands).filter(|(_, (works, _))| *works);
    let known = || working().filter_map(|(value, _)| *value).map(|value| value * better);
    let (best, worst) = (known().fold(f64::NEG_INFINITY, f64::max), known().fold(f64::INFINITY, f64::min));
    // What reads the same is as good.
    let said = |value: f64| shown(t, value * better);
    let is_best = |value: f64| *better != 0.0 && said(best) != said(worst) && said(value * better) == said(best);
    let cell = |(value, (works, alone)): (&Option<f64>, &(bool, bool))| match value {
        None if *alone => html! { (t.get("proposals-not-computed")) },
        None => html! { "–" },
        Some(value) => html! {
            @if *works && is_best(*value) { span class="best" title=(t.get("proposals-best")) { "★ " span class="ds-sr-only" { (t.get("proposals-best")) " " } } }
            (shown(t, *value))
        },
    };
    Row::new(std::iter::once(html! { (name) }).chain(values.iter().zip(stands).map(cell)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::texts;

    #[test]
    fn only_what_can_be_carried_out_is_the_best() {
        let t = texts(fordel_text::Lang::Nb);
        let stars_of = |values: [f64; 3], works: &[bool]| {
            let cost = Fact {
                name: "Kostnad".to_owned(),
                better: -1.0,
                values: values.map(Some).to_vec(),
                shown: |t, n| t.fixed(n, 0),
                decimals: 0,
            };
            let stands: Vec<(bool, bool)> = works.iter().map(|works| (*works, false)).collect();
            let cells = row(t, &cost, &stands).cells;
            cells.into_iter().map(maud::Markup::into_string).map(|cell| cell.contains('★')).collect::<Vec<_>>()
        };
        let stars = |works: &[bool]| stars_of([1.0, 2.0, 3.0], works);
        assert_eq!(stars_of([1.4, 1.2, 3.0], &[true; 3]), [false, true, true, false], "what reads the same is as good");
        assert_eq!(stars_of([1.4, 1.2, 1.1], &[true; 3]), [false; 4], "none is better than another");
        assert_eq!(stars(&[true, true, true]), [false, true, false, false]);
        assert_eq!(stars(&[false, true, true]), [false, false, true, false], "the cheapest doesn't work");
        assert_eq!(stars(&[false, false, true]), [false; 4], "nothing to be better than");
    }

    #[test]
    fn what_a_plan_alone_lacks_was_not_computed_and_elsewhere_there_is_none() {
        let t = texts(fordel_text::Lang::Nb);
        let shown = |t: &Texts, n: f64| t.fixed(n, 0);
        let values = vec![None, Some(1.0), None];
        let saved = Fact { name: "Spart".to_owned(), better: 1.0, values, shown, decimals: 0 };
        let cells = row(t, &saved, &[(true, false), (true, false), (true, true)]).cells;
        let cells: Vec<String> = cells.into_iter().map(maud::Markup::into_string).collect();
        assert_eq!(cells, ["Spart", "–", "1", "ikke regnet ut"]);
    }
}
