//! Året: the year ahead of a proposal's plan, six months by default: demand against own people week by week, holidays,
//! scenarios. What is asked stands in the address; it is solved when somebody presses the button, and kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::Form as Paper;
use fordel_app::service::{
    BranchId, Failed, MOST_OVERLAP, OpenedProposal, ProposalState, Reads, Service, SignedIn, YearQuestion, YearTold,
    number_in,
};
use fordel_core::calendar::{Date, YEARS};
use fordel_core::projection::What;
use fordel_core::ward::{Group, Ward};
use fordel_text::Texts;
use maud::{Markup, PreEscaped, html};

use super::one::{self, One};
use super::report_tables::{self, Which};
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{download, file_name, send_unit_list};
use crate::grid::encoded;
use crate::shell::{
    Choice, Field, Input, Link, Notice, Weight, button, checkbox, faults, field, link_button, notice, page, texts,
};
use crate::visitor::Visitor;

/// The names of the fields to type in, in the form and in the address.
const FIELDS: [&str; 9] = ["fra", "uker", "sommer", "puljer", "lengde", "borte", "aktivitet", "overlapp", "tilovers"];
/// Those of the scenarios that are tried also where nobody asks for them.
const OF_SCENARIOS: [&str; 2] = ["overlapp", "tilovers"];

/// What the fields begin with that tell of a group's own share who may be away at once; its code follows.
const OF_GROUP: &str = "borte-";

/// What somebody asks, as typed.
type Typed = BTreeMap<String, String>;

/// The field that chooses another proposal to set beside it.
const OTHER: &str = "mot";

/// The box that leaves out the apprentices of the years ahead.
const WITHOUT_APPRENTICES: &str = "uten-laerlinger";

/// The number of the other proposal, where one is asked for.
fn other(typed: &Typed) -> Option<i64> {
    typed.get(OTHER)?.trim().parse().ok()
}

/// The question that the fields ask, and the fields that can't be used, each with the key of its sentence.
fn question(typed: &Typed, today: Date) -> (YearQuestion, Vec<(String, &'static str)>) {
    let mut asked = YearQuestion::from(today);
    let mut wrong = Vec::new();
    let text = |name: &str| typed.get(name).map(|text| text.trim()).filter(|text| !text.is_empty());
    let whole = |name: &str, most: f64| {
        text(name).map(|text| number_in(text).filter(|n| n.fract() == 0.0 && (1.0..=most).contains(n)))
    };
    let percent = |name: &str, most: f64| {
        let plain = |text: &str| number_in(text.trim_end_matches('%')).filter(|n| *n > 0.0 && *n <= most);
        text(name).map(|text| plain(text).map(|n| n / 100.0))
    };
    match text("fra").map(str::parse::<Date>) {
        Some(Ok(date)) if YEARS.contains(&date.year()) => asked.from = date,
        Some(_) => wrong.push(("fra".to_owned(), "year-wrong-date")),
        None => {}
    }
    match whole("uker", f64::from(fordel_app::MOST_YEAR_WEEKS)) {
        Some(Some(weeks)) => asked.weeks = weeks as u32,
        Some(None) => wrong.push(("uker".to_owned(), "year-wrong-weeks")),
        None => {}
    }
    let mut usual = asked.rules;
    for (name, most) in [("sommer", 52.0), ("puljer", 12.0), ("lengde", 12.0)] {
        match (whole(name, most), name) {
            (Some(None), _) => wrong.push((name.to_owned(), "year-wrong-pools")),
            (Some(Some(n)), "sommer") => usual.first_week = n as i8,
            (Some(Some(n)), "puljer") => usual.pools = n as u32,
            (Some(Some(n)), _) => usual.pool_weeks = n as u32,
            (None, _) => {}
        }
    }
    match percent("borte", 100.0) {
        Some(Some(share)) => usual.most_away = share,
        Some(None) => wrong.push(("borte".to_owned(), "year-wrong-share")),
        None => {}
    }
    for name in typed.keys() {
        let Some(code) = name.strip_prefix(OF_GROUP) else { continue };
        match percent(name, 100.0) {
            Some(Some(share)) => {
                asked.own_away.insert(code.to_owned(), share);
            }
            Some(None) => wrong.push((name.clone(), "year-wrong-share")),
            None => {}
        }
    }
    match percent("aktivitet", 1000.0) {
        Some(Some(share)) => asked.summer = share,
        Some(None) => wrong.push(("aktivitet".to_owned(), "year-wrong-activity")),
        None => {}
    }
    let minutes = |text: &str| {
        let within = |n: &f64| n.fract() == 0.0 && n.abs() <= f64::from(MOST_OVERLAP);
        number_in(text).filter(within).map(|n| n as i32)
    };
    match text("overlapp").map(minutes) {
        Some(None) => wrong.push(("overlapp".to_owned(), "year-wrong-overlap")),
        told => asked.overlap = told.flatten(),
    }
    let part = |text: &str| number_in(text.trim_end_matches('%')).filter(|n| (0.0..=100.0).contains(n));
    match text("tilovers").map(part) {
        Some(None) => wrong.push(("tilovers".to_owned(), "year-wrong-part")),
        told => asked.mix = told.flatten().map(|n| n / 100.0),
    }
    asked.apprentices = text(WITHOUT_APPRENTICES).is_none();
    if usual.are_possible() {
        asked.rules = usual;
    } else if wrong.is_empty() {
        wrong.push(("sommer".to_owned(), "year-wrong-pools"));
    }
    (asked, wrong)
}

/// The question as it stands in an address.
fn query(asked: &YearQuestion, other: Option<i64>) -> String {
    let percent = |share: f64| (share * 1e6).round() / 1e4;
    let values = [
        asked.from.to_string(),
        asked.weeks.to_string(),
        asked.rules.first_week.to_string(),
        asked.rules.pools.to_string(),
        asked.rules.pool_weeks.to_string(),
        percent(asked.rules.most_away).to_string(),
        percent(asked.summer).to_string(),
        asked.overlap.map_or_else(String::new, |minutes| minutes.to_string()),
        asked.mix.map_or_else(String::new, |share| percent(share).to_string()),
    ];
    let told = FIELDS.iter().zip(values).filter(|(_, value)| !value.is_empty());
    let mut pairs: Vec<String> = told.map(|(name, value)| format!("{name}={value}")).collect();
    let of_group = |(code, share): (&String, &f64)| format!("{OF_GROUP}{}={}", encoded(code), percent(*share));
    pairs.extend(asked.own_away.iter().map(of_group));
    pairs.extend((!asked.apprentices).then(|| format!("{WITHOUT_APPRENTICES}=on")));
    pairs.extend(other.map(|number| format!("{OTHER}={number}")));
    pairs.join("&")
}

/// `GET /u/{unit}/year`: the year of the newest plan.
pub async fn newest(State(app): State<App>, visitor: Visitor, Path(unit): Path<i64>) -> Result<Response, Refusal> {
    one::newest(&app, &visitor, unit, "year", ("year-title", "year-no-plan")).await
}

/// What a page shows.
struct Shown {
    one: One,
    asked: YearQuestion,
    typed: Typed,
    wrong: Vec<(String, &'static str)>,
    told: Option<Arc<YearTold>>,
    /// The key of why what the address asks has no answer.
    untold: Option<&'static str>,
    /// Why it couldn't be solved.
    why: Vec<String>,
    /// The unit's other proposals that are done: number and name.
    others: Vec<(i64, String)>,
    /// The one of them that is set beside it.
    beside: Option<Arc<OpenedProposal>>,
    /// Whether the sheets tell of apprentices in the years ahead.
    has_apprentices: bool,
}

/// What the address or the form asks of a proposal.
struct Wanted {
    asked: YearQuestion,
    wrong: Vec<(String, &'static str)>,
    others: Vec<(i64, String)>,
    beside: Option<Arc<OpenedProposal>>,
    has_apprentices: bool,
}

impl Wanted {
    fn of(reads: &Reads, number: i64, typed: &Typed) -> Result<Wanted, Failed> {
        let done = reads.proposals()?.into_iter().filter(|head| head.state == ProposalState::Done);
        let others: Vec<(i64, String)> =
            done.filter(|head| head.number != number).map(|head| (head.number, head.name)).collect();
        let (asked, mut wrong) = question(typed, reads.today());
        let beside = match other(typed).filter(|chosen| others.iter().any(|(number, _)| number == chosen)) {
            Some(chosen) => Some(reads.proposal(chosen)?).filter(|opened| opened.placed().is_some()),
            None => None,
        };
        if beside.is_none() && typed.get(OTHER).is_some_and(|text| !text.trim().is_empty()) {
            wrong.push((OTHER.to_owned(), "year-wrong-other"));
        }
        let ahead = |ward: &Ward| ward.projection.entries.iter().any(|entry| entry.what == What::Apprentices);
        let has_apprentices = reads.desk()?.ward.as_ref().is_some_and(ahead);
        Ok(Wanted { asked, wrong, others, beside, has_apprentices })
    }
}

impl Shown {
    /// What is asked, before anything is solved.
    fn open(s: &Service, who: &SignedIn, unit: i64, number: i64, typed: Typed) -> Result<Shown, Failed> {
        let one = One::open(s, who, unit, number)?;
        let Wanted { asked, wrong, others, beside, has_apprentices } =
            Wanted::of(&s.unit(who, BranchId(unit))?, number, &typed)?;
        let (untold, why) = (None, Vec::new());
        Ok(Shown { one, asked, typed, wrong, told: None, untold, why, others, beside, has_apprentices })
    }

    /// The question as it stands in an address.
    fn query(&self) -> String {
        query(&self.asked, self.beside.as_ref().map(|opened| opened.kept.head.number))
    }
}

/// `GET /u/{unit}/p/{number}/year`: what is asked in the address, if it has been solved.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(typed): Query<Typed>,
) -> Result<Response, Refusal> {
    let who = visitor.who.clone();
    let shown = app
        .run(move |s| {
            let mut shown = Shown::open(s, &who, unit, number, typed)?;
            if shown.wrong.is_empty() {
                let reads = s.unit(&who, BranchId(unit))?;
                let (opened, beside) = (&shown.one.opened, shown.beside.as_deref());
                shown.told = reads.year_told(opened, beside, &shown.asked)?;
                if shown.told.is_none() && FIELDS.iter().any(|name| shown.typed.contains_key(*name)) {
                    let was_told = reads.year_was_told(opened, beside, &shown.asked)?;
                    shown.untold = Some(if was_told { "year-outdated" } else { "year-first" });
                }
            }
            Ok(shown)
        })
        .await?;
    Ok(whole(&app, &visitor, &shown))
}

/// `POST /u/{unit}/p/{number}/year`: solves what is asked, and leads to where it stands.
pub async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Refusal> {
    let (who, lang) = (visitor.who.clone(), visitor.lang);
    let shown = app
        .run(move |s| {
            let mut shown = Shown::open(s, &who, unit, number, typed)?;
            if !shown.wrong.is_empty() || shown.one.plan().is_none() {
                return Ok(shown);
            }
            match s.unit(&who, BranchId(unit))?.year(&shown.one.opened, shown.beside.as_deref(), &shown.asked) {
                Ok(told) => shown.told = Some(told),
                Err(Failed::Failure(why)) => shown.why = why.tell(texts(lang)),
                Err(other) => return Err(other),
            }
            Ok(shown)
        })
        .await?;
    if shown.told.is_some() {
        let to = format!("{}/year?{}", shown.one.address(), shown.query());
        return Ok(Redirect::to(&to).into_response());
    }
    Ok(whole(&app, &visitor, &shown))
}

/// `GET /u/{unit}/p/{number}/year.xlsx`, `year.pdf` and `year.html`: what has been solved, to take out.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    address: Uri,
    Query(typed): Query<Typed>,
) -> Result<Response, Refusal> {
    let (who, lang, date) = (visitor.who.clone(), visitor.lang, app.date(visitor.lang));
    let (form, ending) = match address.path().rsplit_once('.') {
        Some((_, "pdf")) => (Some(Paper::Pdf), "pdf"),
        Some((_, "html")) => (Some(Paper::Html), "html"),
        _ => (None, "xlsx"),
    };
    let (shown, made) = app
        .aside(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            let mut shown = Shown::open(s, &who, unit, number, typed)?;
            let wrong = !shown.wrong.is_empty();
            let told = reads.year_told(&shown.one.opened, shown.beside.as_deref(), &shown.asked)?;
            let t = texts(lang);
            let Some(told) = told.filter(|_| !wrong) else {
                if !wrong {
                    shown.why = vec![t.get("year-first")];
                }
                return Ok((shown, None));
            };
            let bytes = match form {
                Some(form) => told.paper(form, t, &date),
                None => told.book(t),
            };
            let bytes = bytes.map_err(Failed::Failure)?;
            let name = file_name(&reads.unit().name, &t.get("year-title"), ending);
            Ok((shown, Some((name, bytes))))
        })
        .await?;
    Ok(match made {
        Some((name, bytes)) => download(&name, bytes),
        // There is no such file yet: the page says so, and its form makes what it is made of.
        None => (StatusCode::NOT_FOUND, whole(&app, &visitor, &shown)).into_response(),
    })
}

/// `GET /u/{unit}/p/{number}/year/table.csv?nr=…` and `table.xlsx`: one of the tables of what has been solved.
pub async fn send_table(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(which): Query<Which>,
    Query(typed): Query<Typed>,
    address: Uri,
) -> Result<Response, Refusal> {
    let date = app.date(visitor.lang);
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let wanted = Wanted::of(&reads, number, &typed)?;
        let told = reads.year_told(&*reads.proposal(number)?, wanted.beside.as_deref(), &wanted.asked)?;
        which.of(told.filter(|_| wanted.wrong.is_empty()).ok_or(Failed::NotFound)?.shown(t, &date).1)
    })
    .await
}

fn whole(app: &App, visitor: &Visitor, shown: &Shown) -> Response {
    let t = texts(visitor.lang);
    let title = t.get("year-title");
    let one = &shown.one;
    let address = format!("{}/year", one.address());
    let here = if shown.told.is_some() { format!("{address}?{}", shown.query()) } else { address.clone() };
    let mut frame = one.around.frame(visitor, None, &title, here, Some(one.opened.kept.head.number));
    frame.styles.extend(["unit.css", "report.css"]);
    frame.wrong = !shown.wrong.is_empty() || !shown.why.is_empty();
    let status = if frame.wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    if one.plan().is_none() {
        return (StatusCode::OK, page(&frame, one::only_without_plan(t, &title, one))).into_response();
    }
    let calendar = Link::new(t.get("year-to-calendar"), format!("{}/mapping?ark=Kalender", one.around.address()));
    let content = html! {
        (one::heading(t, &title, one, link_button(&calendar, Weight::Light)))
        @if !shown.why.is_empty() {
            div data-takes-focus tabindex="-1" { (notice(t, Notice::Danger, html! { @for why in &shown.why { p { (why) } } })) }
        }
        @if let Some(untold) = shown.untold { (notice(t, Notice::Warning, html! { p { (t.get(untold)) } })) }
        (one::as_it_was(t, one))
        // Closed beside an answer, which comes first.
        details class="behind on-screen" open[shown.told.is_none()] {
            summary { (t.get("year-ask")) }
            p class="lead" { (t.get("year-lead")) }
            (form(t, shown, &address))
        }
        @if let Some(told) = &shown.told {
            @let query = shown.query();
            p class="take-out" {
                (t.get("year-take-out")) " "
                a href=(format!("{}/year.xlsx?{query}", one.address())) { (t.get("documents-excel")) } " · "
                a href=(format!("{}/year.pdf?{query}", one.address())) { (t.get("year-a3")) } " · "
                a href=(format!("{}/year.html?{query}", one.address())) { (t.get("year-a3-page")) }
            }
            @let (markup, tables) = told.shown(t, &app.date(visitor.lang));
            (PreEscaped(markup))
            (report_tables::links(t, &tables, &address, &format!("&{query}")))
        }
    };
    (status, page(&frame, content)).into_response()
}

fn form(t: &Texts, shown: &Shown, address: &str) -> Markup {
    let percent = |share: f64| t.number((share * 1e4).round() / 100.0);
    let asked = &shown.asked;
    let now = [
        asked.from.to_string(),
        asked.weeks.to_string(),
        asked.rules.first_week.to_string(),
        asked.rules.pools.to_string(),
        asked.rules.pool_weeks.to_string(),
        percent(asked.rules.most_away),
        percent(asked.summer),
        asked.overlap.map_or_else(String::new, |minutes| t.number(f64::from(minutes))),
        asked.mix.map_or_else(String::new, percent),
    ];
    let fields: Vec<Field> = FIELDS
        .iter()
        .zip(now)
        .map(|(name, now)| {
            let fault = shown.wrong.iter().find(|(field, _)| field == name).map(|(_, key)| t.get(key));
            let value = shown.typed.get(*name).cloned().unwrap_or(now);
            let kind = if *name == "fra" { "date" } else { "text" };
            let one = Field::new(*name, t.get(&format!("year-field-{name}")), Input::Line(kind));
            let one = one.value(value).fault(fault);
            if !OF_SCENARIOS.contains(name) {
                return one;
            }
            one.hint(t.get(&format!("year-hint-{name}"))).optional()
        })
        .collect();
    let groups = group_fields(t, shown);
    let is_open = !asked.own_away.is_empty() || groups.iter().any(|one| one.fault.is_some());
    let of_scenarios = |one: &&Field| OF_SCENARIOS.contains(&one.name.as_str());
    html! {
        form method="post" action=(address) novalidate {
            (faults(t, &fields.iter().chain(&groups).cloned().chain(beside_field(t, shown)).collect::<Vec<_>>()))
            div class="year-fields" { @for one in fields.iter().filter(|one| !of_scenarios(one)) { (field(t, one)) } }
            details class="behind" open[is_open] {
                summary { (t.get("year-away-groups")) }
                p class="quiet" { (t.get("year-away-groups-lead")) }
                div class="year-fields" { @for one in &groups { (field(t, one)) } }
            }
            div class="year-fields wordy" { @for one in fields.iter().filter(of_scenarios) { (field(t, one)) } }
            @if let Some(choose) = beside_field(t, shown) { (field(t, &choose)) }
            @if shown.has_apprentices || !asked.apprentices {
                (checkbox(WITHOUT_APPRENTICES, &t.get("year-without-apprentices"), !asked.apprentices))
            }
            (button(&t.get("year-solve"), Weight::Main, None))
            p class="quiet" { (t.get("year-takes")) }
        }
    }
}

/// Where each group has a share of its own who may be away at once.
fn group_fields(t: &Texts, shown: &Shown) -> Vec<Field> {
    let of_group = |group: &Group| {
        let name = format!("{OF_GROUP}{}", group.code);
        let now = shown.asked.own_away.get(&group.code).map(|share| t.number((share * 1e4).round() / 100.0));
        let value = shown.typed.get(&name).cloned().or(now).unwrap_or_default();
        let fault = shown.wrong.iter().find(|(field, _)| *field == name).map(|(_, key)| t.get(key));
        let label = t.with("year-field-group-away", &[("group", group.code.as_str().into())]);
        Field::new(name, label, Input::Line("text")).value(value).fault(fault).optional()
    };
    shown.one.opened.ward.groups.iter().map(of_group).collect()
}

/// Where another proposal is chosen; none where there is no other.
fn beside_field(t: &Texts, shown: &Shown) -> Option<Field> {
    if shown.others.is_empty() {
        return None;
    }
    let named = |(number, name): &(i64, String)| {
        let args = [("number", (*number as f64).into()), ("name", name.as_str().into())];
        Choice::new(number.to_string(), t.with("documents-shown", &args))
    };
    let choices = std::iter::once(Choice::new("", t.get("year-other-none"))).chain(shown.others.iter().map(named));
    let fault = shown.wrong.iter().find(|(field, _)| *field == OTHER).map(|(_, key)| t.get(key));
    let field = Field::new(OTHER, t.get("year-field-mot"), Input::Select(choices.collect())).fault(fault).optional();
    Some(field.value(shown.typed.get(OTHER).cloned().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_stands_in_the_address() {
        let today: Date = "2026-11-22".parse().expect("a date");
        let typed = |pairs: &[(&str, &str)]| -> Typed {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        let (usual, wrong) = question(&Typed::new(), today);
        assert!(wrong.is_empty());
        assert_eq!((usual.from, usual.weeks, usual.summer), (today, 26, 0.8));
        let (asked, wrong) = question(
            &typed(&[
                ("fra", "2027-01-04"),
                ("uker", "52"),
                ("sommer", "25"),
                ("puljer", "4"),
                ("borte", "33,5 %"),
                ("aktivitet", "75"),
            ]),
            today,
        );
        assert_eq!(wrong, []);
        let told = query(&asked, None);
        assert_eq!(told, "fra=2027-01-04&uker=52&sommer=25&puljer=4&lengde=3&borte=33.5&aktivitet=75");
        let again: Typed =
            told.split('&').filter_map(|pair| pair.split_once('=')).map(|(a, b)| (a.into(), b.into())).collect();
        assert_eq!(question(&again, today), (asked.clone(), Vec::new()));
        assert!(query(&asked, Some(3)).ends_with("&mot=3"));
        let (more, wrong) = question(&typed(&[("overlapp", "−15"), ("tilovers", "50 %")]), today);
        assert_eq!((more.overlap, more.mix), (Some(-15), Some(0.5)));
        assert_eq!(wrong, []);
        assert!(query(&more, Some(3)).ends_with("&overlapp=-15&tilovers=50&mot=3"));
        assert_eq!((usual.overlap, usual.mix), (None, None));
        let (without, wrong) = question(&typed(&[(WITHOUT_APPRENTICES, "on")]), today);
        assert!(usual.apprentices && !without.apprentices && wrong.is_empty());
        assert!(query(&without, Some(3)).ends_with("&uten-laerlinger=on&mot=3"), "{}", query(&without, None));
        let (own, wrong) = question(&typed(&[("borte-SPL", "30 %"), ("borte-HFA", ""), ("borte-ÆSP", "45,5")]), today);
        assert_eq!(wrong, []);
        assert_eq!(own.own_away, BTreeMap::from([("SPL".to_owned(), 0.3), ("ÆSP".to_owned(), 0.455)]));
        assert!(query(&own, Some(3)).ends_with("&borte-SPL=30&borte-%C3%86SP=45.5&mot=3"), "{}", query(&own, None));
        let (none, wrong) = question(&typed(&[("overlapp", "0"), ("tilovers", "0")]), today);
        assert_eq!((none.overlap, none.mix), (Some(0), Some(0.0)));
        assert_eq!(wrong, []);
        assert!(query(&none, None).ends_with("&overlapp=0&tilovers=0"));
        for (field, value) in [
            ("fra", "i morgen"),
            ("uker", "0"),
            ("uker", "500"),
            ("puljer", "2,5"),
            ("sommer", "51"),
            ("borte", "0"),
            ("borte", "120"),
            ("borte-SPL", "120"),
            ("aktivitet", "x"),
            ("overlapp", "7,5"),
            ("overlapp", "-121"),
            ("tilovers", "101"),
            ("tilovers", "-1"),
        ] {
            let (_, wrong) = question(&typed(&[(field, value)]), today);
            assert_eq!(wrong.len(), 1, "{field}={value}");
            assert_eq!(wrong[0].0, field);
        }
    }
}
