//! Opplæring: what tasks take of each group, the plan's courses, who holds them and who lacks them, when they end; in
//! [`competence`], what that means on the shift.

mod competence;
pub mod courses;

use axum::extract::{Path, Query, State};
use fordel_app::service::{AHEAD, BranchId};
use fordel_core::calendar::Date;
use fordel_core::complaint::Value;
use fordel_core::measure::certificates::{Coverage, Ending, Standing, coverage, endings, without_certificates};
use fordel_core::measure::gain::{Courses, gain};
use fordel_core::measure::needs::{GroupNeeds, TaskNeeds, needs};
use fordel_core::plan::Plan;
use fordel_core::ward::Ward;
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{
    Field, Head, Input, Link, Notice, Row, Step, Weight, button, empty_state, field, link_button, page, stacking_table,
    tag, texts,
};
use crate::unit::one::{self, One};
use crate::visitor::Visitor;

/// How far ahead is looked.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(rename = "dager")]
    days: Option<String>,
}

impl Wanted {
    /// The days within which what ends is told first: where nobody says, or what can't be read, as many as usual.
    fn ahead(&self) -> i32 {
        let typed = self.days.as_deref().and_then(|text| text.trim().parse().ok());
        typed.filter(|days| (0..=3650).contains(days)).unwrap_or(AHEAD)
    }
}

/// `GET /u/{unit}/p/{number}/training`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(wanted): Query<Wanted>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let (one, now, today) = app
        .run(move |s| {
            let one = One::open(s, &who, unit, number)?;
            let now = s.unit(&who, BranchId(unit))?.with_certificates_now(&one.opened)?;
            Ok((one, now, s.today()))
        })
        .await?;
    let t = texts(visitor.lang);
    let title = t.get("training-title");
    let here = format!("{}/training", one.address());
    let mut frame = one.around.frame(&visitor, Some(Step::Training), &title, here, Some(number));
    frame.styles.push("unit.css");
    let Some((ward, plan)) = one.plan() else {
        return Ok(page(&frame, one::only_without_plan(t, &title, &one)));
    };
    let courses = gain(ward, plan).courses;
    Ok(page(
        &frame,
        html! {
            (one::heading(t, &title, &one, html! {}))
            p class="lead" { (lead(t, &courses)) " " (t.with("training-against", &[("cost", t.about_kroner(courses.year_cost_before).into())])) }
            @if !plan.training.is_empty() { (taken(t, ward, plan, &courses)) (one::take_out(t, &one, "training")) p { a href=(format!("{}/training/order", one.address())) { (t.get("courses-open")) } } }
            h2 { (t.get("training-certificates")) }
            (one::as_it_was(t, &one))
            (certificates(t, &now, plan, &one, (today, wanted.ahead())))
            (competence::rules(t, &now, &one))
            h2 { (t.get("competence-title")) }
            (competence::section(t, &now, plan, &one))
            h2 { (t.get("training-needs")) }
            (needed(t, ward, plan, &one))
        },
    ))
}

fn lead(t: &Texts, courses: &Courses) -> String {
    t.with(
        "training-lead",
        &[
            ("courses", courses.courses.into()),
            ("seats", courses.seats.into()),
            ("hours", t.fixed(courses.hours, 0).into()),
            ("cost", t.about_kroner(courses.year_cost).into()),
        ],
    )
}

/// The courses that the plan takes.
fn taken(t: &Texts, ward: &Ward, plan: &Plan, sums: &Courses) -> Markup {
    let head = [
        Head::text(t.get("training-course")),
        Head::text(t.get("training-group")),
        Head::number(t.get("training-people")),
        Head::number(t.get("training-hours")),
        Head::number(t.get("training-cost")),
        Head::text(t.get("training-valid")),
        Head::text(t.get("training-opens")),
    ];
    let row = |taken: &fordel_core::plan::Training| {
        let course = ward.courses.iter().find(|course| course.name == taken.course);
        let months = course.and_then(|course| course.valid_months);
        let valid = months
            .map_or_else(|| t.get("training-no-end"), |months| t.with("training-months", &[("months", months.into())]));
        Row::new(vec![
            html! { (taken.course) @if course.is_some_and(|c| c.hours <= 0.0) { br; span class="quiet" { (t.get("training-no-hours")) } } },
            html! { (ward.group_by_code(&taken.group).map_or_else(|| taken.group.clone(), |g| t.group(ward.group(g)))) },
            html! { (taken.people) },
            html! { (t.fixed(taken.hours, 1)) },
            html! { (t.fixed(taken.cost, 0)) },
            html! { (valid) },
            html! { @if taken.tasks.is_empty() { (t.get("training-by-rule")) } @else { ul class="tasks" { @for task in &taken.tasks { li { (task) } } } } },
        ])
    };
    let mut rows: Vec<Row> = plan.training.iter().map(row).collect();
    rows.push(Row {
        sum: true,
        ..Row::new(vec![
            html! { (t.get("training-sum")) },
            html! {},
            html! { (sums.seats) },
            html! { (t.fixed(sums.hours, 1)) },
            html! { (t.fixed(sums.year_cost, 0)) },
            html! {},
            html! {},
        ])
    });
    stacking_table("courses", &t.get("training-courses"), &head, &rows)
}

/// Who holds the plan's courses on its date, and what ends, counted from today and so many days ahead.
fn certificates(t: &Texts, ward: &Ward, plan: &Plan, one: &One, (today, ahead): (Date, i32)) -> Markup {
    let unit = one.around.address();
    let bring = html! { p { a href=(format!("{unit}/import/people")) { (t.get("portal-open")) } } };
    if !ward.group_ids().any(|group| ward.knows_people_of(group)) {
        let fill = Link::new(t.get("training-certificates-fill"), format!("{unit}/mapping?ark=Sertifikater"));
        return empty_state(
            &t.get("training-certificates"),
            &t.get("training-certificates-none"),
            html! { (link_button(&fill, Weight::Other)) (bring) },
        );
    }
    let covered = coverage(ward, plan);
    html! {
        @if let Some(date) = ward.plan_date() { p { (t.with("training-certificates-lead", &[("date", t.day(date).into())])) } }
        @if !covered.is_empty() { (held(t, ward, &covered)) (one::take_out(t, one, "held")) }
        (without(t, ward))
        (bring)
        h3 { (t.get("training-endings")) }
        (ending(t, ward, one, (today, ahead)))
    }
}

/// Who of those known holds each course of the plan, and who lacks it.
fn held(t: &Texts, ward: &Ward, covered: &[Coverage]) -> Markup {
    let head = [
        Head::text(t.get("training-course")),
        Head::text(t.get("training-group")),
        Head::text(t.get("training-has")),
        Head::text(t.get("training-lacks")),
        Head::text(t.get("training-not-listed")),
    ];
    let person = |(name, standing): &(String, Standing)| match standing {
        Standing::Until(last) => {
            t.with("training-until", &[("name", name.as_str().into()), ("date", t.day(*last).into())])
        }
        Standing::Expired(last) => {
            t.with("training-expired", &[("name", name.as_str().into()), ("date", t.day(*last).into())])
        }
        Standing::Holds | Standing::Lacks => t.with("training-holds", &[("name", name.as_str().into())]),
    };
    let row = |one: &Coverage| {
        let (have, lack): (Vec<_>, Vec<_>) = one.people.iter().partition(|(_, standing)| standing.counts());
        let people = |those: &[&(String, Standing)]| {
            html! { @if those.is_empty() { span class="quiet" { (t.get("training-nobody")) } } @else { (those.iter().map(|p| person(p)).collect::<Vec<_>>().join(", ")) } }
        };
        // Those that the plan counts beyond the ones who are known to lack it.
        let others = f64::from(one.lacking) - lack.len() as f64;
        Row::new(vec![
            html! { (ward.courses[one.course.0].name) },
            html! { (t.group(ward.group(one.group))) },
            people(&have),
            people(&lack),
            html! { (t.with("training-unknown", &[("count", others.max(0.0).into())])) },
        ])
    };
    let rows: Vec<Row> = covered.iter().map(row).collect();
    html! { div class="captioned" { (stacking_table("held", &t.get("training-certificates"), &head, &rows)) } }
}

/// Those who are known to have no course at all, group by group.
fn without(t: &Texts, ward: &Ward) -> Markup {
    let groups: Vec<(String, Vec<String>)> =
        ward.group_ids().map(|id| (t.group(ward.group(id)), without_certificates(ward, id))).collect();
    html! {
        @for (group, people) in groups.iter().filter(|(_, people)| !people.is_empty()) {
            p { (t.with("training-without", &[("group", group.as_str().into()), ("people", people.join(", ").into())])) }
        }
    }
}

/// When certificates end, counted from today, the earliest first, with those that are over or end soon before all.
fn ending(t: &Texts, ward: &Ward, one: &One, (today, ahead): (Date, i32)) -> Markup {
    let all = endings(ward, today);
    if all.is_empty() {
        return html! { p { (t.get("training-endings-none")) } };
    }
    let head = [
        Head::text(t.get("training-employee")),
        Head::text(t.get("training-group")),
        Head::text(t.get("training-course")),
        Head::text(t.get("training-last-day")),
        Head::text(t.get("training-state")),
    ];
    let state = |one: &Ending| match one.days_left {
        _ if one.over => tag(&t.get("training-over"), Some(Notice::Danger)),
        days if days <= ahead => {
            tag(&t.with("training-soon", &[("days", f64::from(days).into())]), Some(Notice::Warning))
        }
        _ => tag(&t.get("training-counts"), Some(Notice::Success)),
    };
    let row = |one: &Ending| {
        Row::new(vec![
            html! { (one.employee) },
            html! { (ward.group(one.group).code) },
            html! { (ward.courses[one.course.0].name) },
            html! { (t.day(one.last)) },
            state(one),
        ])
    };
    let (first, later): (Vec<&Ending>, Vec<&Ending>) = all.iter().partition(|one| one.days_left <= ahead);
    let over = first.iter().filter(|one| one.over).count();
    let days = Field::new("dager", t.get("training-ahead"), Input::Line("number")).value(ahead.to_string());
    let sums = [
        ("over", Value::Number(over as f64)),
        ("soon", Value::Number((first.len() - over) as f64)),
        ("days", f64::from(ahead).into()),
    ];
    let rows = |those: &[&Ending]| those.iter().map(|one| row(one)).collect::<Vec<Row>>();
    html! {
        p { (t.with("training-endings-from", &[("date", t.day(today).into())])) }
        p { strong { (t.with("training-endings-sum", &sums)) } }
        form method="get" action=(format!("{}/training", one.address())) class="stack" {
            (field(t, &days))
            div class="actions" { (button(&t.get("training-ahead-show"), Weight::Other, None)) }
        }
        @if !first.is_empty() {
            div class="captioned" { (stacking_table("endings", &t.get("training-endings"), &head, &rows(&first))) }
        }
        @if !later.is_empty() {
            details {
                summary { (t.with("training-endings-later", &[("count", Value::Number(later.len() as f64))])) }
                div class="captioned" { (stacking_table("later", &t.with("training-endings-later", &[("count", Value::Number(later.len() as f64))]), &head, &rows(&later))) }
            }
        }
        (one::take_out(t, one, "certificates"))
    }
}

/// What each task that takes a course takes of each group, and where the plan puts it.
fn needed(t: &Texts, ward: &Ward, plan: &Plan, one: &One) -> Markup {
    let tasks = needs(ward, plan);
    if tasks.is_empty() {
        return html! { p { (t.get("training-needs-none")) } };
    }
    let mut head = vec![Head::text(t.get("training-task"))];
    head.extend(ward.group_ids().map(|g| Head::text(t.group(ward.group(g)))));
    let row = |task: &TaskNeeds| {
        let of_groups = task.groups.iter().map(|of| need(t, of));
        Row::new(std::iter::once(html! { (task.task) }).chain(of_groups).collect())
    };
    let rows: Vec<Row> = tasks.iter().map(row).collect();
    html! {
        p { (t.get("training-needs-lead")) }
        div class="captioned" { (stacking_table("needs", &t.get("training-needs"), &head, &rows)) }
        (one::take_out(t, one, "needs"))
    }
}

fn need(t: &Texts, of: &GroupNeeds<'_>) -> Markup {
    let courses = of.courses.join(", ");
    let text = match (of.placed, courses.is_empty()) {
        (true, false) => t.with("training-placed", &[("courses", courses.as_str().into())]),
        (true, true) => t.get("training-placed-none"),
        (false, false) => courses.clone(),
        (false, true) if of.allowed => t.get("training-needs-nothing"),
        (false, true) => t.get("training-needs-cannot"),
    };
    html! {
        @if of.placed { strong { (text) } span class="ds-sr-only" { " (" (t.get("training-placed-note")) ")" } }
        @else if courses.is_empty() { span class="quiet" { (text) } }
        @else { (text) }
    }
}
