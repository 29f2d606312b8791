//! In which order a proposal's courses are best taken: asked for, followed, stopped, told, spread over months.

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{BranchId, Failed, OrderProgress, Role, course_order_list};
use fordel_core::measure::course_order::{CourseOrder, CourseStep, FirstCourse, Freed, Reached};
use fordel_core::ward::Ward;
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use crate::answer::Refusal;
use crate::app::App;
use crate::download::send_unit_list;
use crate::shell::{
    Choice, Field, Head, Input, Link, Notice, Row, Step, Weight, button, data_table, field, link_button, notice, page,
    take_out, texts,
};
use crate::unit::one::{self, One};
use crate::visitor::Visitor;

/// Seconds that can be chosen; the first is offered.
const SECONDS: [u32; 4] = [60, 20, 180, 600];

/// What is looked at: hours a month that can be taken out of the work.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(rename = "timer")]
    hours: Option<String>,
}

impl Wanted {
    /// The hours; an error where they can't be read.
    fn hours(&self) -> Result<Option<f64>, ()> {
        let Some(text) = self.hours.as_deref().map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
        let hours = fordel_app::service::number_in(text).ok_or(())?;
        if (0.5..=100_000.0).contains(&hours) { Ok(Some(hours)) } else { Err(()) }
    }
}

/// What is asked for: how long it may take.
#[derive(Debug, Deserialize)]
pub struct Asked {
    #[serde(rename = "sekunder")]
    seconds: Option<u32>,
    #[serde(rename = "do")]
    act: Option<String>,
}

/// `GET /u/{unit}/p/{number}/training/order`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let (one, told, progress, may) = app
        .run(move |s| {
            let one = One::open(s, &who, unit, number)?;
            let reads = s.unit(&who, BranchId(unit))?;
            let told = match reads.course_order_told(&one.opened) {
                Some(told) => Some((reads.has_other_certificates(&one.opened, &told)?, told)),
                None => None,
            };
            let progress = reads.course_order_progress(&one.opened);
            Ok((one, told, progress, reads.role() >= Role::Contributor))
        })
        .await?;
    let t = texts(visitor.lang);
    let title = t.get("courses-title");
    let here = format!("{}/training/order", one.address());
    let mut frame = one.around.frame(&visitor, Some(Step::Training), &title, here.clone(), Some(number));
    frame.styles.push("unit.css");
    frame.wrong = wanted.hours().is_err();
    if progress.is_some() {
        frame.scripts.push("following.js");
    }
    let back = Link::new(t.get("courses-back"), format!("{}/training", one.address()));
    let content = match (one.plan(), told, progress) {
        (None, ..) => one::without_plan(t, &title, &one),
        (Some((ward, _)), Some((outdated, told)), progress) => html! {
            @if let Some(progress) = progress { (under_way(t, &here, progress, may)) }
            @if outdated { (notice(t, Notice::Warning, html! { p { (t.get("courses-outdated")) } })) }
            (ordered(t, ward, &told.order, &wanted, &here))
            @if progress.is_none() && may { h2 { (t.get("courses-anew")) } (asking(t, &here)) }
        },
        (Some(_), None, Some(progress)) => under_way(t, &here, progress, may),
        (Some((_, plan)), None, None) if plan.training.is_empty() => html! { p { (t.get("courses-no-new")) } },
        (Some(_), None, None) => ask(t, &here, may),
    };
    let heading = one::heading(t, &title, &one, link_button(&back, Weight::Light));
    Ok(page(&frame, html! { (heading) @if one.plan().is_some() { (one::as_it_was(t, &one)) } (content) }))
}

fn ask(t: &Texts, here: &str, may: bool) -> Markup {
    html! {
        p class="lead" { (t.get("courses-lead")) }
        @if may { (asking(t, here)) } @else { p { (t.get("courses-not-yet")) } }
    }
}

/// How long it may be solved for, and the button.
fn asking(t: &Texts, here: &str) -> Markup {
    let seconds = SECONDS
        .iter()
        .map(|s| Choice::new(s.to_string(), t.with("courses-seconds-choice", &[("seconds", (*s).into())])));
    let seconds = Field::new("sekunder", t.get("courses-seconds"), Input::Select(seconds.collect()));
    let seconds = seconds.value(SECONDS[0].to_string()).hint(t.get("courses-seconds-hint"));
    html! {
        form method="post" action=(here) class="stack" {
            (field(t, &seconds))
            div class="actions" { (button(&t.get("courses-ask"), Weight::Other, None)) }
        }
    }
}

fn under_way(t: &Texts, here: &str, progress: OrderProgress, may: bool) -> Markup {
    html! {
        section class="under-way" data-following=(format!("{here}/progress")) {
            h2 { (t.get("courses-making")) }
            p data-told role="status" { (so_far(t, progress)) }
            progress aria-label=(t.get("proposals-progress")) max=(progress.limit) value=(progress.seconds.min(f64::from(progress.limit))) {}
            div class="actions" {
                @if may {
                    form method="post" action=(here) {
                        input type="hidden" name="do" value="stop";
                        (button(&t.get("courses-stop"), Weight::Other, None))
                    }
                }
                a href=(here) { (t.get("courses-again")) }
            }
            p class="quiet" { (t.get("courses-leave")) }
        }
    }
}

fn so_far(t: &Texts, progress: OrderProgress) -> String {
    t.with("courses-so-far", &[("seconds", progress.seconds.round().into()), ("limit", progress.limit.into())])
}

/// `GET /u/{unit}/p/{number}/training/order/progress`: how far it has come, in words; a header says where it is over.
pub async fn progress(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
) -> Result<Response, Refusal> {
    let who = visitor.who.clone();
    let progress = app
        .run(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            let opened = reads.proposal(number)?;
            Ok(reads.course_order_progress(&opened))
        })
        .await?;
    let t = texts(visitor.lang);
    Ok(match progress {
        Some(progress) => so_far(t, progress).into_response(),
        None => ([("x-fordel-state", "over")], t.get("courses-over")).into_response(),
    })
}

/// `POST /u/{unit}/p/{number}/training/order`: begins to solve it, or stops.
pub async fn act(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Form(asked): Form<Asked>,
) -> Result<Response, Refusal> {
    let here = format!("/u/{unit}/p/{number}/training/order");
    let (who, stops) = (visitor.who.clone(), asked.act.as_deref() == Some("stop"));
    let seconds = asked.seconds.unwrap_or(SECONDS[0]);
    // Whoever may not is told so, before anything begins.
    let has_plan = app
        .run(move |s| {
            let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
            let opened = contributes.proposal(number)?;
            if stops {
                contributes.stop_ordering(&opened);
            }
            Ok(opened.plan.as_ref().is_some_and(|plan| !plan.training.is_empty()))
        })
        .await?;
    if !stops && !SECONDS.contains(&seconds) {
        return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response());
    }
    if has_plan && !stops {
        let (who, app) = (visitor.who.clone(), app.clone());
        let solve = async move {
            // Whoever asked may have left; what failed is seen by the page asking again.
            let _ = app
                .run(move |s| {
                    let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
                    let opened = contributes.proposal(number)?;
                    contributes.order_courses(&opened, seconds)
                })
                .await;
        };
        let solving = tokio::spawn(solve);
        // What takes a moment is told at once.
        let _ = tokio::time::timeout(std::time::Duration::from_millis(300), solving).await;
    }
    Ok(Redirect::to(&here).into_response())
}

fn ordered(t: &Texts, ward: &Ward, order: &CourseOrder, wanted: &Wanted, here: &str) -> Markup {
    if order.first.is_empty() && order.steps.is_empty() {
        return html! { p { (t.get("courses-no-new")) } };
    }
    let (hours, wrong) = match wanted.hours() {
        Ok(hours) => (hours, false),
        Err(()) => (None, true),
    };
    let written = wanted.hours.clone().unwrap_or_default();
    let told = Field::new("timer", t.get("courses-hours-a-month"), Input::Line("text")).value(written.as_str());
    let told = told.hint(t.get("courses-hours-hint")).optional().fault(wrong.then(|| t.get("courses-hours-wrong")));
    let query = if hours.is_some() { format!("?timer={written}") } else { String::new() };
    html! {
        @if order.steps.is_empty() { p class="lead" { (t.get("courses-only-first")) } } @else { p class="lead" { (first(t, order)) } }
        @if order.has_alike() { (notice(t, Notice::Warning, html! { p { (t.get("courses-alike")) " " (t.get("courses-alike-do")) } })) }
        p { (t.before_courses(&order.before)) }
        @if !order.is_proven() { p { (t.get("courses-least")) } }
        form method="get" action=(here) class="stack" {
            (field(t, &told))
            div class="actions" { (button(&t.get("courses-spread"), Weight::Other, None)) }
        }
        (table(t, ward, order, hours))
        @if let Some(hours) = hours { p { (t.with("courses-spread-how", &[("hours", t.fixed(hours, 1).into())])) } }
        (take_out(t, &t.get("courses-title"), here, &query))
        (notice(t, Notice::Info, html! { p { (t.get("courses-how-page")) } }))
    }
}

/// The course to take first, in a sentence; those that can't be told from it.
fn first(t: &Texts, order: &CourseOrder) -> String {
    let Some((before, step)) = order.steps_from().next() else { return String::new() };
    let alike: Vec<String> = order.alike(step).map(|step| format!("{} ({})", step.course, step.group)).collect();
    if alike.len() > 1 {
        let key = if alike.len() == order.steps.len() { "courses-first-all" } else { "courses-first-shared" };
        return t.with(key, &[("count", alike.len().into()), ("courses", t.list(&alike).into())]);
    }
    let args = [
        ("course", step.course.as_str().into()),
        ("group", step.group.as_str().into()),
        ("people", step.people.into()),
        ("outlay", t.kroner(step.outlay_kr).into()),
    ];
    let hours = match step.reached.freed(before) {
        Some(Freed::Proven(hours)) if hours >= 0.05 => t.fixed(hours, 1),
        Some(Freed::AtLeast(hours)) => t.with("courses-at-least", &[("hours", t.fixed(hours, 1).into())]),
        _ => return t.with("courses-first", &args),
    };
    t.with("courses-first-frees", &args.into_iter().chain([("hours", hours.into())]).collect::<Vec<_>>())
}

fn table(t: &Texts, ward: &Ward, order: &CourseOrder, hours: Option<f64>) -> Markup {
    let months = hours.and_then(|hours| order.months(hours));
    let mut head = vec![
        Head::text(t.get("courses-course")),
        Head::text(t.get("courses-group")),
        Head::number(t.get("courses-people")),
        Head::number(t.get("courses-hours")),
        Head::number(t.get("courses-outlay")),
        Head::number(t.get("courses-frees")),
        Head::number(t.get("courses-saves")),
    ];
    if months.is_some() {
        head.push(Head::text(t.get("courses-months")));
    }
    let group =
        |code: &str| ward.group_by_code(code).map_or_else(|| code.to_owned(), |group| t.group(ward.group(group)));
    let early = |course: &FirstCourse| {
        vec![
            html! { (course.course) " " span class="quiet" { "(" (t.get(&format!("courses-because-{}", course.because.name()))) ")" } },
            html! { (group(&course.group)) },
            html! { (course.people) },
            html! { (t.fixed(course.hours, 0)) },
            html! { (t.fixed(course.outlay_kr, 0)) },
            html! { "–" },
            html! { "–" },
        ]
    };
    let step = |(before, step): (&Reached, &CourseStep)| {
        vec![
            html! { (t.course_place(order, step)) " " (step.course) @if order.alike(step).nth(1).is_some() { " " span class="quiet" { (t.get("courses-shared")) } } },
            html! { (group(&step.group)) },
            html! { (step.people) },
            html! { (t.fixed(step.hours, 0)) },
            html! { (t.fixed(step.outlay_kr, 0)) },
            html! { (t.course_frees(before, &step.reached)) },
            html! { (t.course_saves(before, &step.reached)) },
        ]
    };
    let with_months = |(at, mut cells): (usize, Vec<Markup>)| {
        if let Some((first, last)) = months.as_ref().and_then(|months| months.get(at)) {
            cells.push(html! { @if first == last { (first) } @else { (first) "–" (last) } });
        }
        Row::new(cells)
    };
    let cells = order.first.iter().map(early).chain(order.steps_from().map(step));
    let rows: Vec<Row> = cells.enumerate().map(with_months).collect();
    html! { div class="captioned" { (data_table("order", &t.get("courses-title"), &head, &rows)) } }
}

/// `GET /u/{unit}/p/{number}/training/order.csv` and `order.xlsx`.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    address: Uri,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Refusal> {
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let told = reads.course_order_told(&*reads.proposal(number)?).ok_or(Failed::NotFound)?;
        Ok(course_order_list(&told.order, wanted.hours().ok().flatten(), t))
    })
    .await
}
