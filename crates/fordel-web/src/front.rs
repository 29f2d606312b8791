//! The organisation's front page: its units, where each stands in the method, what waits.

use axum::Form;
use axum::extract::{Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{
    AHEAD, Branch, BranchId, BranchKind, Front, LastDecided, List, ListCell, Role, UnitStatus, WaitingPoint, decided_on,
};
use fordel_core::complaint::Value;
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use crate::answer::Refusal;
use crate::app::App;
use crate::download::send_list;
use crate::shell::{
    Choice, Field, Frame, Head, Input, Link, Notice, Person, Row, Weight, button, empty_state, field, link_button,
    page, stacking_table, tag, take_out, texts, told_done,
};
use crate::visitor::Visitor;

/// The frame of a page for somebody who is signed in.
pub fn frame(visitor: &Visitor, title: String, address: String, place: Vec<Link>) -> Frame {
    let t = texts(visitor.lang);
    Frame {
        lang: visitor.lang,
        title,
        place,
        address,
        person: Some(Person {
            name: visitor.who.name.clone(),
            number: visitor.who.person.0,
            links: vec![Link::new(t.get("page-me"), "/me"), Link::new(t.get("page-people"), "/people")],
            sign_out: "/leave".to_owned(),
        }),
        ..Frame::default()
    }
}

/// What was added before the page was led to.
#[derive(Debug, Default, Deserialize)]
pub struct AddedBranch {
    /// The branch's id.
    added: Option<String>,
}

/// `GET /`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Query(done): Query<AddedBranch>,
) -> Result<Markup, Refusal> {
    drawn(&app, &visitor, &done, &NewBranch::default(), &[]).await
}

/// The front page, with the branch that was added, or what was typed of a new one and can't be used.
async fn drawn(
    app: &App,
    visitor: &Visitor,
    done: &AddedBranch,
    new: &NewBranch,
    wrong: &[(&'static str, &'static str)],
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let front = app.run(move |s| s.front(&who)).await?;
    let Front { name, branches, units, .. } = front.as_ref();
    let t = texts(visitor.lang);
    let administers: Vec<&Branch> = branches
        .iter()
        .filter(|(b, role)| *role == Role::Administrator && b.kind != BranchKind::Unit)
        .map(|(b, _)| b)
        .collect();
    let frame = frame(visitor, name.clone(), "/".to_owned(), vec![Link::new(name.clone(), "/")]);
    let frame = Frame { wrong: !wrong.is_empty(), ..frame };
    let waiting: usize = units.iter().map(waits_for_one).sum();
    let is_added = |branch: &&Branch| done.added.as_ref().is_some_and(|id| *id == branch.id.to_string());
    let added = administers.iter().copied().find(is_added);
    let what_to_do = if administers.is_empty() { "page-no-units-ask" } else { "page-no-units-do" };
    let links = html! {
        @if !administers.is_empty() {
            form method="post" action="/example" { (button(&t.get("page-try-example"), Weight::Main, None)) }
            (link_button(&Link::new(t.get("page-no-units-add"), "#name"), Weight::Other))
        }
    };
    Ok(page(
        &frame,
        html! {
            h1 { (name) }
            @if let Some(branch) = added {
                (told_done(t, &t.with("page-added", &[("name", branch.name.as_str().into())])))
            }
            @if units.is_empty() { (empty_state(&t.get("page-no-units"), &t.get(what_to_do), links)) } @else {
                p class="lead" { (t.with("page-units-lead", &[("units", Value::Number(units.len() as f64)), ("waiting", Value::Number(waiting as f64))])) }
                (table(t, units))
                (take_out(t, &t.get("page-units"), "/units", ""))
                p { a href="/projection" { (t.get("projection-front")) } }
            }
            @if !administers.is_empty() { (add(t, &administers, new, wrong, units.is_empty())) }
        },
    ))
}

/// How much of what waits in a unit waits for the person: objections for those who answer them, all else for those who map and
/// ask for proposals.
fn waits_for_one(status: &UnitStatus) -> usize {
    let answers = matches!(status.role, Role::Leader | Role::Administrator);
    let is_theirs = |(point, _): &(WaitingPoint, usize)| match point {
        WaitingPoint::Objections => answers,
        _ => status.role >= Role::Contributor,
    };
    status.waits.points().filter(is_theirs).count()
}

/// What waits in a unit, in few words; its own page has whole sentences of the same points.
fn waiting(t: &Texts, status: &UnitStatus) -> Vec<String> {
    let told = |(point, count): (WaitingPoint, usize)| {
        let key = match point {
            WaitingPoint::Faults => "page-faults",
            WaitingPoint::Minutes => "page-waits-minutes",
            WaitingPoint::Today => "page-waits-today",
            WaitingPoint::Priority => "page-waits-priority",
            WaitingPoint::Disputed => "page-waits-disputed",
            WaitingPoint::Objections => "page-objections",
            WaitingPoint::Ending => "page-waits-ending",
            WaitingPoint::Outdated if status.decided.is_some() => "page-outdated",
            WaitingPoint::Outdated => "page-outdated-proposal",
        };
        t.with(key, &[("count", count.into()), ("days", f64::from(AHEAD).into())])
    };
    status.waits.points().map(told).collect()
}

fn table(t: &Texts, units: &[UnitStatus]) -> Markup {
    let head = [
        "page-unit",
        "page-step-now",
        "page-mapping-state",
        "page-proposals-count",
        "page-decided",
        "log-front",
        "page-waits",
    ];
    let head: Vec<Head> = head.iter().map(|key| Head::text(t.get(key))).collect();
    let rows: Vec<Row> = units.iter().map(|unit| row(t, unit)).collect();
    stacking_table("units", &t.get("page-units"), &head, &rows)
}

/// Where a unit stands in the method: the key of the word, and what kind of word it is.
fn stands(status: &UnitStatus) -> (&'static str, Option<Notice>) {
    let completeness = &status.waits.completeness;
    match (&status.decided, status.proposals, completeness.lines, completeness.faults) {
        (Some(_), ..) => ("page-stands-decided", Some(Notice::Success)),
        (None, 1.., ..) => ("page-stands-proposed", Some(Notice::Info)),
        (None, 0, 0, _) => ("page-stands-empty", None),
        (None, 0, _, 0) => ("page-stands-mapped", Some(Notice::Info)),
        _ => ("page-stands-mapping", Some(Notice::Warning)),
    }
}

/// The units as a list, with what is counted in columns of its own.
fn list(t: &Texts, units: &[UnitStatus]) -> List {
    let row = |status: &UnitStatus| -> Vec<ListCell> {
        let (counts, last) = (&status.waits.completeness, status.decided.as_ref());
        vec![
            status.unit.name.as_str().into(),
            status.above.get(1..).unwrap_or_default().join(" › ").into(),
            t.get(stands(status).0).into(),
            counts.lines.into(),
            counts.no_minutes.into(),
            counts.no_today.into(),
            counts.faults.into(),
            status.proposals.into(),
            last.map(|last| ListCell::Number(last.number as f64, 0)).into(),
            last.map(|last| decided_on(last.at).to_string()).into(),
            last.map(|last| last.held_on.as_str()).into(),
            last.map(|_| status.newer).into(),
            ListCell::Number(status.logged.uses as f64, 0),
            ListCell::Number(status.logged.red as f64, 0),
            status.waits.objections.into(),
            status.waits.outdated.then(|| t.get("documents-yes")).into(),
        ]
    };
    let columns = [
        "unit",
        "above",
        "stands",
        "lines",
        "minutes",
        "today",
        "faults",
        "proposals",
        "version",
        "decided-on",
        "held-on",
        "newer",
        "uses",
        "red",
        "objections",
        "outdated",
    ];
    List {
        name: t.get("page-units"),
        columns: columns.iter().map(|key| t.get(&format!("page-list-{key}"))).collect(),
        rows: units.iter().map(row).collect(),
    }
}

/// `GET /units.csv` and `units.xlsx`: the units of the front page.
pub async fn send(State(app): State<App>, visitor: Visitor, address: Uri) -> Result<Response, Refusal> {
    send_list(&app, visitor, &address, |s, who, t| {
        let front = s.front(who)?;
        Ok((front.name.clone(), list(t, &front.units)))
    })
    .await
}

fn row(t: &Texts, status: &UnitStatus) -> Row {
    let UnitStatus { unit, above, waits, proposals, decided, newer, logged, .. } = status;
    let above: Vec<&str> = above.iter().skip(1).map(String::as_str).collect();
    let (step, kind) = stands(status);
    let (number, completeness) = (|n: usize| Value::Number(n as f64), &waits.completeness);
    let mapped =
        t.with("page-mapped", &[("lines", number(completeness.lines)), ("missing", number(completeness.no_minutes))]);
    let version = |last: &LastDecided| {
        let date = t.day(decided_on(last.at));
        t.with("page-version-of", &[("number", (last.number as f64).into()), ("date", date.into())])
    };
    let waiting = waiting(t, status);
    Row::new(vec![
        html! { a href=(format!("/u/{}", unit.id)) { (unit.name) } @if !above.is_empty() { br; span class="quiet" { (above.join(" › ")) } } },
        tag(&t.get(step), kind),
        html! { (mapped) },
        html! { (proposals) },
        html! {
            @if let Some(last) = decided {
                a href=(format!("/u/{}/decisions/{}", unit.id, last.number)) { (version(last)) }
                @if *newer > 0 { br; a href=(format!("/u/{}/proposals", unit.id)) { (t.with("page-newer", &[("count", number(*newer))])) } }
            } @else { "–" }
        },
        html! {
            @if logged.uses > 0 { a href=(format!("/u/{}/now/log", unit.id)) { (t.with("log-front-uses", &[("count", Value::Number(logged.uses as f64)), ("red", Value::Number(logged.red as f64))])) } }
            @else { "–" }
        },
        html! {
            @for one in &waiting { div { (one) } }
            @if waiting.is_empty() { "–" }
        },
    ])
}

/// The form for a new branch: open where something in it can't be used, or nothing else is there (`is_first`).
fn add(
    t: &Texts,
    administers: &[&Branch],
    new: &NewBranch,
    wrong: &[(&'static str, &'static str)],
    is_first: bool,
) -> Markup {
    let kinds = [BranchKind::Unit, BranchKind::Department, BranchKind::Clinic];
    let kinds =
        kinds.iter().map(|kind| Choice::new(kind.word(), t.get(&format!("page-kind-{}", kind.word())))).collect();
    let below = administers.iter().map(|b| Choice::new(b.id.to_string(), b.name.clone())).collect();
    let fault = |name: &str| wrong.iter().find(|(field, _)| *field == name).map(|(_, key)| t.get(key));
    let fields = [
        Field::new("name", t.get("page-name"), Input::Line("text")).value(new.name.clone()).fault(fault("name")),
        Field::new("kind", t.get("page-kind"), Input::Select(kinds)).value(new.kind.clone()).fault(fault("kind")),
        Field::new("parent", t.get("page-below"), Input::Select(below)).value(new.parent.to_string()),
    ];
    html! {
        details class="add" open[is_first || !wrong.is_empty()] {
            summary { (t.get("page-add-branch")) }
            form method="post" action="/branches" class="stack narrow" {
                @for one in &fields { (field(t, one)) }
                div class="actions" { (button(&t.get("page-add"), Weight::Other, None)) }
            }
        }
    }
}

/// `POST /example`.
pub async fn example(State(app): State<App>, visitor: Visitor) -> Result<Redirect, Refusal> {
    let unit = app.run(move |s| s.add_example(&visitor.who)).await?;
    Ok(Redirect::to(&format!("/u/{unit}")))
}

/// A new branch.
#[derive(Debug, Default, Deserialize)]
pub struct NewBranch {
    name: String,
    kind: String,
    parent: i64,
}

/// `POST /branches`.
pub async fn add_branch(
    State(app): State<App>,
    visitor: Visitor,
    Form(new): Form<NewBranch>,
) -> Result<Response, Refusal> {
    let kind = BranchKind::from_word(&new.kind).filter(|kind| *kind != BranchKind::Organisation);
    let (who, name, parent, lang) = (visitor.who.clone(), new.name.clone(), new.parent, visitor.lang);
    let added = app
        .run(move |s| {
            let kind = kind.ok_or(fordel_app::service::Failed::Invalid(vec![("kind", "page-name-empty")]))?;
            let branch = s.administer(&who, BranchId(parent))?.add(kind, &name)?;
            if kind == BranchKind::Unit {
                s.administer(&who, branch)?.fill_with_standard(lang)?;
            }
            Ok(if kind == BranchKind::Unit { format!("/u/{branch}/mapping") } else { format!("/?added={branch}") })
        })
        .await;
    match added {
        Ok(to) => Ok(Redirect::to(&to).into_response()),
        Err(refusal) => {
            let page = drawn(&app, &visitor, &AddedBranch::default(), &new, &refusal.fields()?).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}
