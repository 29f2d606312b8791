//! Competence on the shift: where too few of those who are there may hold a course for what takes it, and how many holders mend it.

use fordel_app::service::{needs_of, rules_of};
use fordel_core::complaint::Value;
use fordel_core::measure::competence::{Course, Lacking, Required, competence, required};
use fordel_core::plan::Plan;
use fordel_core::ward::Ward;
use fordel_text::Texts;
use maud::{Markup, html};

use crate::shell::{Head, Notice, Row, stacking_table, tag};
use crate::unit::one::{self, One};

/// Cells that are told of a course; the list that can be taken out has all of them.
const TOLD: usize = 8;

/// The section of the page; nothing where no course is needed.
pub(super) fn section(t: &Texts, ward: &Ward, plan: &Plan, one: &One) -> Markup {
    let courses = competence(ward, plan);
    if courses.is_empty() {
        return html! { p { (t.get("competence-none")) } };
    }
    let head = [
        Head::text(t.get("training-course")),
        Head::text(t.get("training-group")),
        Head::number(t.get("competence-holders")),
        Head::text(t.get("competence-weakest")),
        Head::text(t.get("competence-weekend")),
        Head::number(t.get("competence-rare")),
        Head::number(t.get("competence-every")),
    ];
    let rows: Vec<Row> = courses.iter().map(|course| row(t, ward, course)).collect();
    html! {
        p { (t.get("competence-lead")) }
        div class="captioned" { (stacking_table("competence", &t.get("competence-title"), &head, &rows)) }
        (one::take_out(t, one, "holders"))
        p class="quiet" { (t.get("competence-how")) }
        @if courses.iter().any(|course| !course.lacking.is_empty()) {
            @for course in courses.iter().filter(|course| !course.lacking.is_empty()) { (cells(t, ward, course)) }
            (one::take_out(t, one, "competence"))
        }
    }
}

/// What the rules of presence ask of those who hold a course; nothing where none does.
pub(super) fn rules(t: &Texts, ward: &Ward, proposal: &One) -> Markup {
    let all = required(ward);
    if all.is_empty() {
        return html! {};
    }
    let head = [
        Head::text(t.get("training-course")),
        Head::text(t.get("training-group")),
        Head::text(t.get("required-when")),
        Head::number(t.get("required-least")),
        Head::number(t.get("competence-holders")),
        Head::number(t.get("required-train")),
    ];
    let row = |one: &Required| {
        let few = (!one.is_possible()).then(|| tag(&t.get("competence-too-few"), Some(Notice::Danger)));
        Row::new(vec![
            html! { (ward.courses[one.course.0].name) },
            html! { (t.group(ward.group(one.group))) },
            html! { (rules_of(ward, one, t)) },
            html! { (one.whole()) @if let Some(few) = few { " " (few) } },
            html! { @match one.people { Some(people) => { (t.with("competence-of", &[("holders", one.holders.into()), ("people", people.into())])) }, None => { (one.holders) } } },
            html! { (t.fixed(one.to_train(), 0)) },
        ])
    };
    let rows: Vec<Row> = all.iter().map(row).collect();
    html! {
        h2 { (t.get("required-title")) }
        p { (t.get("required-lead")) " " (t.get("required-moves-nothing")) }
        div class="captioned" { (stacking_table("required", &t.get("required-title"), &head, &rows)) }
        (one::take_out(t, proposal, "required"))
    }
}

fn row(t: &Texts, ward: &Ward, course: &Course) -> Row {
    let weekend = course.lacking.iter().find(|lacking| lacking.cell.day.is_weekend());
    let enough = |needed: u32| html! { (needed) @if needed > course.people { " " (tag(&t.get("competence-too-few"), Some(Notice::Warning))) } };
    Row::new(vec![
        html! { (ward.courses[course.course.0].name) },
        html! { (t.group(ward.group(course.group))) },
        html! { (t.with("competence-of", &[("holders", course.holders.into()), ("people", course.people.into())])) },
        weakest(t, ward, course.weakest()),
        weakest(t, ward, weekend),
        enough(course.for_rare),
        enough(course.for_every_shift),
    ])
}

fn weakest(t: &Texts, ward: &Ward, lacking: Option<&Lacking>) -> Markup {
    html! {
        @match lacking {
            Some(lacking) => { (when(t, ward, lacking)) ": " (chance(t, lacking.chance)) }
            None => { span class="quiet" { (t.get("competence-covered")) } }
        }
    }
}

fn when(t: &Texts, ward: &Ward, lacking: &Lacking) -> String {
    let interval = t.timing(&ward.intervals.get(lacking.cell.interval).label());
    format!("{} {interval}", t.get(&format!("day-{}", lacking.cell.day.number())))
}

/// A chance as so many shifts of a hundred: what people reckon with.
fn chance(t: &Texts, chance: f64) -> String {
    let of_hundred = (chance * 100.0).round();
    let arg = |number: f64| [("count", Value::Number(number))];
    if of_hundred < 1.0 { t.get("competence-under-one") } else { t.with("competence-of-hundred", &arg(of_hundred)) }
}

/// The course's weakest cells, those of the weekend first.
fn cells(t: &Texts, ward: &Ward, course: &Course) -> Markup {
    let name = &ward.courses[course.course.0].name;
    let args = [("course", name.as_str().into()), ("group", t.group(ward.group(course.group)).into())];
    let head = [
        Head::text(t.get("competence-when")),
        Head::text(t.get("training-task")),
        Head::number(t.get("competence-heads")),
        Head::text(t.get("competence-chance")),
    ];
    let row = |lacking: &Lacking| {
        Row::new(vec![
            html! { (when(t, ward, lacking)) },
            html! { (needs_of(ward, lacking.needs, t)) },
            html! { (lacking.heads) },
            html! { (chance(t, lacking.chance)) },
        ])
    };
    let rows: Vec<Row> = course.lacking.iter().take(TOLD).map(row).collect();
    let id = format!("competence-{}-{}", course.group.0, course.course.0);
    html! {
        details {
            summary { (t.with("competence-cells", &args)) }
            div class="captioned" { (stacking_table(&id, &t.with("competence-cells", &args), &head, &rows)) }
        }
    }
}
