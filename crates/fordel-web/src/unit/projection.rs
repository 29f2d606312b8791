//! Framskriving: the years ahead of a proposal's unit, need against supply by group, scenarios side by side. What is asked
//! stands in the address.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{BranchId, Failed, LastDecided, ProjectionTold, Reads, Role, csv, decided_on, number_in};
use fordel_core::calendar::Date;
use fordel_core::projection::outlook::Question;
use fordel_text::Texts;
use maud::{Markup, PreEscaped, html};

use super::one::{self, One};
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{download, file_name};
use crate::shell::{Field, Input, Link, Weight, button, faults, field, link_button, page, texts};
use crate::visitor::Visitor;

/// What somebody asks, as typed.
pub type Typed = BTreeMap<String, String>;

/// A field that can't be used, with the key of its sentence.
pub type Wrong = (&'static str, &'static str);

/// The question that the fields ask, from this year where none is named, and the fields that can't be used.
pub fn question(typed: &Typed, this_year: i16) -> (Question, Vec<Wrong>) {
    let mut asked = Question::from(this_year);
    let mut wrong = Vec::new();
    let whole = |name: &str, least: f64, most: f64| {
        let text = typed.get(name).map(|text| text.trim()).filter(|text| !text.is_empty())?;
        Some(number_in(text).filter(|n| n.fract() == 0.0 && (least..=most).contains(n)))
    };
    match whole("fra", 1990.0, 2150.0) {
        Some(Some(year)) => asked.first = year as i16,
        Some(None) => wrong.push(("fra", "projection-wrong-from")),
        None => {}
    }
    match whole("ar", 1.0, f64::from(fordel_app::MOST_YEARS)) {
        Some(Some(years)) => asked.years = years as u32,
        Some(None) => wrong.push(("ar", "projection-wrong-years")),
        None => {}
    }
    (asked, wrong)
}

/// The question as it stands in an address.
pub fn query(asked: Question) -> String {
    format!("fra={}&ar={}", asked.first, asked.years)
}

/// The fields, with what was typed.
pub fn fields(t: &Texts, typed: &Typed, asked: Question, wrong: &[Wrong]) -> Vec<Field> {
    let now = [("fra", asked.first.to_string()), ("ar", asked.years.to_string())];
    let one = |(name, now): (&'static str, String)| {
        let fault = wrong.iter().find(|(field, _)| *field == name).map(|(_, key)| t.get(key));
        let value = typed.get(name).cloned().unwrap_or(now);
        Field::new(name, t.get(&format!("projection-field-{name}")), Input::Line("text")).value(value).fault(fault)
    };
    now.map(one).into()
}

/// Where another question is asked: closed beside an answer, which comes first. `words` are the keys of what opens it and of
/// what is said of it.
pub fn asking(t: &Texts, words: (&str, &str), address: &str, typed: &[Field], is_answered: bool) -> Markup {
    html! {
        details class="behind on-screen" open[!is_answered] {
            summary { (t.get(words.0)) }
            p class="lead" { (t.get(words.1)) }
            form method="get" action=(address) novalidate {
                (faults(t, typed))
                div class="year-fields" { @for one in typed { (field(t, one)) } }
                (button(&t.get("projection-solve"), Weight::Main, None))
                p class="quiet" { (t.get("projection-takes")) }
            }
        }
    }
}

/// Where the figures can be taken out: the address without its ending, and what is asked.
pub fn take_out(t: &Texts, address: &str, query: &str) -> Markup {
    html! {
        p class="take-out" {
            (t.get("year-take-out")) " "
            a href=(format!("{address}.xlsx?{query}")) { (t.get("documents-excel")) } " · "
            a href=(format!("{address}.csv?{query}")) { (t.get("documents-csv")) } " · "
            a href=(format!("{address}.html?{query}")) { (t.get("projection-paper")) }
        }
    }
}

/// What has been told as a file of the kind that the address ends in.
pub fn file(told: &ProjectionTold, address: &Uri, t: &Texts, date: &str) -> Result<(Vec<u8>, &'static str), Failed> {
    let path = address.path();
    Ok(if path.ends_with(".xlsx") {
        (told.book(t).map_err(Failed::Failure)?, "xlsx")
    } else if path.ends_with(".csv") {
        (csv(&told.list(t), t), "csv")
    } else {
        (told.page(t, date).into_bytes(), "html")
    })
}

/// `GET /u/{unit}/projection`: the years of the proposal that was decided last, as long as it is what was decided; else of
/// the newest plan.
pub async fn newest(State(app): State<App>, visitor: Visitor, Path(unit): Path<i64>) -> Result<Response, Refusal> {
    let who = visitor.who.clone();
    let decided = app.run(move |s| Decided::of(&s.unit(&who, BranchId(unit))?)).await?;
    if let Some(number) = decided.and_then(|decided| decided.proposal) {
        return Ok(Redirect::to(&format!("/u/{unit}/p/{number}/projection")).into_response());
    }
    one::newest(&app, &visitor, unit, "projection", ("projection-title", "projection-no-plan")).await
}

/// What was decided last.
struct Decided {
    number: i64,
    on: Date,
    /// The proposal that was decided, where it still is what was decided.
    proposal: Option<i64>,
}

impl Decided {
    fn of(reads: &Reads) -> Result<Option<Decided>, Failed> {
        let Some(LastDecided { number, at, .. }) = reads.last_decided()? else { return Ok(None) };
        Ok(Some(Decided { number, on: decided_on(at), proposal: reads.decision(number)?.proposal }))
    }
}

/// What a page shows.
struct Shown {
    one: One,
    decided: Option<Decided>,
    asked: Question,
    typed: Typed,
    wrong: Vec<Wrong>,
    told: Option<Arc<ProjectionTold>>,
    contributes: bool,
}

/// `GET /u/{unit}/p/{number}/projection`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(typed): Query<Typed>,
) -> Result<Response, Refusal> {
    let who = visitor.who.clone();
    let shown = app
        .run(move |s| {
            let one = One::open(s, &who, unit, number)?;
            let (asked, wrong) = question(&typed, s.today().year());
            let reads = s.unit(&who, BranchId(unit))?;
            let is_asked = wrong.is_empty() && one.plan().is_some();
            let told = if is_asked { Some(reads.projection(&one.opened, asked)?) } else { None };
            let contributes = reads.role() >= Role::Contributor;
            Ok(Shown { one, decided: Decided::of(&reads)?, asked, typed, wrong, told, contributes })
        })
        .await?;
    Ok(whole(&app, &visitor, &shown))
}

/// `GET /u/{unit}/p/{number}/projection.xlsx`, `.csv` and `.html`: to take out.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    address: Uri,
    Query(typed): Query<Typed>,
) -> Result<Response, Refusal> {
    let (who, lang, date) = (visitor.who.clone(), visitor.lang, app.date(visitor.lang));
    let (bytes, name) = app
        .aside(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            let (asked, _) = question(&typed, s.today().year());
            let told = reads.projection(&*reads.proposal(number)?, asked)?;
            let t = texts(lang);
            let (bytes, ending) = file(&told, &address, t, &date)?;
            Ok((bytes, file_name(&reads.unit().name, &t.get("projection-title"), ending)))
        })
        .await?;
    Ok(download(&name, bytes))
}

fn whole(app: &App, visitor: &Visitor, shown: &Shown) -> Response {
    let t = texts(visitor.lang);
    let title = t.get("projection-title");
    let one = &shown.one;
    let address = format!("{}/projection", one.address());
    let here = format!("{address}?{}", query(shown.asked));
    let mut frame = one.around.frame(visitor, None, &title, here, Some(one.opened.kept.head.number));
    frame.styles.extend(["unit.css", "report.css"]);
    frame.wrong = !shown.wrong.is_empty();
    let status = if frame.wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    if one.plan().is_none() {
        return (StatusCode::OK, page(&frame, one::only_without_plan(t, &title, one))).into_response();
    }
    let sheet = |name: &str, key: &str| Link::new(t.get(key), format!("{}/mapping?ark={name}", one.around.address()));
    let population = Link::new(t.get("population-to"), format!("{}/population", one.around.address()));
    let file = shown.contributes.then_some(population);
    let links = [sheet("Befolkning", "projection-to-population"), sheet("Framskriving", "projection-to-assumptions")];
    let links: Vec<Link> = links.into_iter().chain(file).collect();
    let typed = fields(t, &shown.typed, shown.asked, &shown.wrong);
    let content = html! {
        (one::heading(t, &title, one, html! { @for link in &links { (link_button(link, Weight::Light)) } }))
        (by_which(t, shown))
        (one::as_it_was(t, one))
        (asking(t, ("projection-ask", "projection-lead"), &address, &typed, shown.told.is_some()))
        @if let Some(told) = &shown.told {
            (take_out(t, &address, &query(shown.asked)))
            (PreEscaped(told.markup(t, &app.date(visitor.lang))))
        }
    };
    (status, page(&frame, content)).into_response()
}

/// Whether the proposal is what was decided last; else what is.
fn by_which(t: &Texts, shown: &Shown) -> Markup {
    let Some(decided) = &shown.decided else { return html! { p { (t.get("projection-none-decided")) } } };
    let is_it = decided.proposal == Some(shown.one.opened.kept.head.number);
    let key = if is_it { "projection-is-decided" } else { "projection-other-decided" };
    let args = [("number", (decided.number as f64).into()), ("date", t.day(decided.on).into())];
    let decision = format!("{}/decisions/{}", shown.one.around.address(), decided.number);
    html! { p { a href=(decision) { (t.with(key, &args)) } } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_stands_in_the_address() {
        let typed = |pairs: &[(&str, &str)]| -> Typed {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        assert_eq!(question(&Typed::new(), 2026), (Question::from(2026), Vec::new()));
        let (asked, wrong) = question(&typed(&[("fra", "2027"), ("ar", "20")]), 2026);
        assert_eq!((asked.first, asked.years, wrong.len()), (2027, 20, 0));
        assert_eq!(query(asked), "fra=2027&ar=20");
        for (name, value) in [("fra", "snart"), ("fra", "27"), ("ar", "0"), ("ar", "41"), ("ar", "2,5")] {
            let (_, wrong) = question(&typed(&[(name, value)]), 2026);
            assert_eq!((wrong.len(), wrong[0].0), (1, name), "{name}={value}");
        }
    }
}
