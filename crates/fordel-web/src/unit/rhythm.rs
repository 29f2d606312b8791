//! Døgnrytmeplan: what each group does when, by category and interval; a page a group in print, and names by interval.

use axum::extract::{Path, Query, State};
use axum::http::Uri;
use axum::response::Response;
use fordel_app::service::{Failed, OpenedProposal, Picture};
use fordel_core::measure::activity::{Activity, Slot, TaskMinutes, Work, activity};
use fordel_core::measure::distribution::proposed;
use fordel_core::ward::{GroupId, Ward};
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::one::{self, One};
use crate::answer::Refusal;
use crate::app::App;
use crate::download::send_unit_list;
use crate::shell::{
    Head, Link, Row, Step, Weight, data_table, escaped, link_button, page, stacking_table, tabs, texts,
};
use crate::visitor::Visitor;

/// Minutes below this are none.
const SMALL: f64 = 0.05;
/// Shades of the scale.
const SHADES: usize = 5;

/// Which days the minutes are of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
enum Days {
    #[default]
    #[serde(rename = "hverdag")]
    Weekday,
    #[serde(rename = "helg")]
    Weekend,
    #[serde(rename = "uke")]
    Week,
    #[serde(rename = "man")]
    Monday,
    #[serde(rename = "tir")]
    Tuesday,
    #[serde(rename = "ons")]
    Wednesday,
    #[serde(rename = "tor")]
    Thursday,
    #[serde(rename = "fre")]
    Friday,
    #[serde(rename = "lor")]
    Saturday,
    #[serde(rename = "son")]
    Sunday,
}

impl Days {
    const ALL: [Days; 10] = [
        Days::Weekday,
        Days::Weekend,
        Days::Week,
        Days::Monday,
        Days::Tuesday,
        Days::Wednesday,
        Days::Thursday,
        Days::Friday,
        Days::Saturday,
        Days::Sunday,
    ];

    /// The day's place in the week, Monday first; none where it is several.
    fn day(self) -> Option<usize> {
        Days::ALL.iter().skip(3).position(|one| *one == self)
    }

    /// The word in the address, the key of its name, the key of its unit.
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Days::Weekday => ("hverdag", "rhythm-weekday", "rhythm-unit-weekday"),
            Days::Weekend => ("helg", "rhythm-weekend", "rhythm-unit-weekend"),
            Days::Week => ("uke", "rhythm-week", "rhythm-unit-week"),
            Days::Monday => ("man", "day-1", "rhythm-unit-day"),
            Days::Tuesday => ("tir", "day-2", "rhythm-unit-day"),
            Days::Wednesday => ("ons", "day-3", "rhythm-unit-day"),
            Days::Thursday => ("tor", "day-4", "rhythm-unit-day"),
            Days::Friday => ("fre", "day-5", "rhythm-unit-day"),
            Days::Saturday => ("lor", "day-6", "rhythm-unit-day"),
            Days::Sunday => ("son", "day-7", "rhythm-unit-day"),
        }
    }

    fn of(self, work: &Work) -> f64 {
        match self {
            Days::Weekday => work.weekday,
            Days::Weekend => work.weekend_day,
            Days::Week => work.week,
            day => day.day().map_or(0.0, |day| work.days[day]),
        }
    }

    fn of_task(self, task: &TaskMinutes) -> f64 {
        match self {
            Days::Weekday => task.weekday,
            Days::Weekend => task.weekend_day,
            Days::Week => task.week,
            day => day.day().map_or(0.0, |day| task.days[day]),
        }
    }
}

/// What is shown.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(rename = "gruppe")]
    group: Option<String>,
    #[serde(default, rename = "dager")]
    days: Days,
    #[serde(rename = "intervall")]
    slot: Option<String>,
}

/// `GET /u/{unit}/p/{number}/rhythm`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(asked): Query<Asked>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let lang = visitor.lang;
    let wanted = asked.group.clone();
    let (one, picture) = app
        .run(move |s| {
            let one = One::open(s, &who, unit, number)?;
            let group = wanted.and_then(|code| one.opened.ward.group_by_code(&code));
            let picture = day(&one.opened, group, texts(lang));
            Ok((one, picture))
        })
        .await?;
    let t = texts(lang);
    let title = t.get("rhythm-title");
    let here = format!("{}/rhythm", one.address());
    let group = asked.group.as_deref().and_then(|code| one.opened.ward.group_by_code(code));
    let group = group.map(|group| t.group(one.opened.ward.group(group)));
    // Each view has its own address, and so its own name in the window.
    let named = [Some(title.clone()), group, Some(t.get(asked.days.words().1))];
    let named = named.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let mut frame = one.around.frame(
        &visitor,
        Some(Step::Rhythm),
        &named,
        address(&here, asked.group.as_deref(), asked.days),
        Some(number),
    );
    frame.wide = true;
    frame.styles.push("unit.css");
    let Some((ward, plan)) = one.plan() else {
        return Ok(page(&frame, one::only_without_plan(t, &title, &one)));
    };
    let all = activity(ward, &proposed(ward, plan));
    let chosen = asked.group.as_deref().and_then(|code| ward.group_by_code(code));
    let shown: Vec<&Activity> = all.iter().filter(|a| chosen.is_none_or(|group| group == a.group)).collect();
    let most = shown.iter().flat_map(|a| &a.rows).flat_map(|row| &row.categories).map(|work| asked.days.of(work));
    let most = most.fold(0.0, f64::max);
    let paper = on_paper(t, &one, asked.days);
    let names = Link::new(t.get("rhythm-names"), format!("{here}/names?dager={}", asked.days.words().0));
    let of_day = asked.group.as_deref().map(|code| format!("?gruppe={}", escaped(code))).unwrap_or_default();
    Ok(page(
        &frame,
        html! {
            (one::heading(t, &title, &one, link_button(&names, Weight::Other)))
            p class="lead on-screen" { (t.get("rhythm-lead")) " " (t.get("rhythm-print-hint")) }
            (choices(t, ward, &here, chosen, asked.days))
            @if let Some(picture) = &picture { div class="on-screen" { (one::picture(t, picture, (&format!("{here}/day"), &of_day))) } }
            p { (t.get(asked.days.words().2)) " " (t.get("rhythm-new-note")) }
            (scale(t, most))
            @for (at, of_group) in shown.iter().enumerate() { (group_page(t, ward, of_group, asked.days, most, (at > 0).then_some(&paper))) }
            (one::take_out(t, &one, "rhythm"))
        },
    ))
}

/// The day as a picture: of a group, else of the whole ward.
fn day(of: &OpenedProposal, group: Option<GroupId>, t: &Texts) -> Option<Picture> {
    match group {
        Some(group) => of.day_of_group(group, t),
        None => of.day_of_ward(t),
    }
}

/// `GET /u/{unit}/p/{number}/rhythm/day.csv` and `day.xlsx`: what the picture shows.
pub async fn send_day(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    file: Uri,
    Query(asked): Query<Asked>,
) -> Result<Response, Refusal> {
    send_unit_list(&app, visitor, unit, &file, move |reads, t| {
        let opened = reads.proposal(number)?;
        let group = asked.group.and_then(|code| opened.ward.group_by_code(&code));
        let picture = day(&opened, group, t).ok_or(Failed::NotFound)?;
        Ok(picture.list(t.lang()))
    })
    .await
}

fn address(here: &str, group: Option<&str>, days: Days) -> String {
    let group = group.map(|code| format!("&gruppe={}", escaped(code))).unwrap_or_default();
    format!("{here}?dager={}{group}", days.words().0)
}

/// The groups and the days, each choice with its own address.
fn choices(t: &Texts, ward: &Ward, here: &str, chosen: Option<GroupId>, days: Days) -> Markup {
    let code = |group: GroupId| ward.group(group).code.as_str();
    let mut groups = vec![Link::new(t.get("rhythm-all-groups"), address(here, None, days))];
    groups.extend(ward.group_ids().map(|g| Link::new(t.group(ward.group(g)), address(here, Some(code(g)), days))));
    let by_days: Vec<Link> =
        Days::ALL.iter().map(|d| Link::new(t.get(d.words().1), address(here, chosen.map(code), *d))).collect();
    html! {
        (tabs(&t.get("rhythm-groups"), &groups, chosen.map_or(0, |g| g.0 + 1)))
        (tabs(&t.get("rhythm-days"), &by_days, Days::ALL.iter().position(|d| *d == days).unwrap_or(0)))
    }
}

/// What the shades mean.
fn scale(t: &Texts, most: f64) -> Markup {
    let step = most / SHADES as f64;
    let bound = |at: usize| t.fixed((step * at as f64).round(), 0);
    html! {
        @if most > SMALL {
            dl class="scale" aria-label=(t.get("rhythm-scale")) {
                dt { (t.get("rhythm-scale")) }
                @for at in 0..SHADES {
                    dd class=(format!("heat-{}", at + 1)) {
                        (t.with("rhythm-scale-step", &[("from", bound(at).into()), ("to", bound(at + 1).into())]))
                    }
                }
            }
        }
    }
}

/// 1 … [`SHADES`] by its part of the most.
fn shade(minutes: f64, most: f64) -> usize {
    ((minutes / most * SHADES as f64).ceil() as usize).clamp(1, SHADES)
}

/// The slots that the ward has, with the short names that stand over columns and those in addresses.
fn slots(t: &Texts, ward: &Ward) -> Vec<(Slot, String, String)> {
    let named = |slot: Slot| match slot {
        Slot::Interval(at) => {
            let label = ward.intervals.get(at).label();
            (slot, t.timing(&label), label)
        }
        Slot::AroundTheClock => (slot, t.get("rhythm-around-the-clock"), "døgn".to_owned()),
        Slot::Daytime => (slot, t.get("rhythm-daytime"), "dagtid".to_owned()),
    };
    Slot::all(ward).into_iter().map(named).collect()
}

fn minutes(t: &Texts, amount: f64) -> String {
    // Under ten minutes a decimal tells something; above, the estimates bear none.
    if amount < 9.5 { t.number((amount * 10.0).round() / 10.0) } else { t.fixed(amount, 0) }
}

/// What a page of its own says on paper, where the page's head doesn't stand: unit, proposal, days.
fn on_paper(t: &Texts, one: &One, days: Days) -> Markup {
    let unit = one.around.path.last().map(|unit| unit.name.as_str()).unwrap_or_default();
    let days = t.get(days.words().1);
    html! { p class="on-paper" aria-hidden="true" { (unit) " · " (one::which(t, one)) " · " (days) } }
}

/// One group: categories down, intervals across; in print one page lying. `apart`: what that page says first, where
/// the group doesn't stand under the head of the whole.
fn group_page(t: &Texts, ward: &Ward, of_group: &Activity, days: Days, most: f64, apart: Option<&Markup>) -> Markup {
    let group = ward.group(of_group.group);
    let caption = t.with("rhythm-of-group", &[("group", t.group(group).into())]);
    let total: f64 = of_group.rows.iter().flat_map(|row| &row.categories).map(|work| days.of(work)).sum();
    let slots = slots(t, ward);
    let mut head = vec![Head::text(t.get("rhythm-category"))];
    head.extend(slots.iter().map(|(_, name, _)| Head::number(name.as_str())));
    head.push(Head::number(t.get("rhythm-sum")));
    let mut rows: Vec<Row> = Vec::new();
    for (at, category) in ward.categories.iter().enumerate() {
        let category = t.category(&category.name);
        let works: Vec<&Work> = of_group.rows.iter().map(|row| &row.categories[at]).collect();
        let sum: f64 = works.iter().map(|work| days.of(work)).sum();
        let mut cells = vec![html! { (category) }];
        for (work, (_, slot, _)) in works.iter().zip(&slots) {
            cells.push(cell(t, ward, work, days, most, &format!("{category}, {slot}")));
        }
        cells.push(html! { @if sum > SMALL { (minutes(t, sum)) } @else { span class="quiet" { "–" } } });
        rows.push(Row::new(cells));
    }
    let sums = of_group.rows.iter().map(|row| row.categories.iter().map(|work| days.of(work)).sum::<f64>());
    let mut cells = vec![html! { (t.get("rhythm-sum")) }];
    cells.extend(sums.chain([total]).map(|sum| html! { (minutes(t, sum)) }));
    rows.push(Row { sum: true, ..Row::new(cells) });
    html! {
        section class=(if apart.is_some() { "of-group breaks" } else { "of-group" }) id=(format!("group-{}", of_group.group.0)) {
            @if let Some(paper) = apart { (paper) }
            h2 { (t.group(group)) }
            @if total > SMALL {
                div class="rhythm captioned" { (data_table(&format!("rhythm-{}", of_group.group.0), &caption, &head, &rows)) }
            } @else {
                p { (t.get("rhythm-nothing")) }
            }
        }
    }
}

fn cell(t: &Texts, ward: &Ward, work: &Work, days: Days, most: f64, place: &str) -> Markup {
    let amount = days.of(work);
    let tasks = work.tasks.iter().filter(|task| days.of_task(task) > SMALL || amount <= SMALL);
    html! {
        @if amount > SMALL {
            details class=(format!("heat heat-{}", shade(amount, most))) {
                summary {
                    span class="ds-sr-only" { (place) ": " }
                    (minutes(t, amount))
                }
                ul { @for task in tasks { li { (named(t, ward, task, days)) } } }
            }
        } @else { span class="quiet" { "–" } }
    }
}

/// A task with its number, its minutes, and whether it is new to the group.
fn named(t: &Texts, ward: &Ward, task: &TaskMinutes, days: Days) -> Markup {
    let amount = t.with("rhythm-minutes", &[("minutes", minutes(t, days.of_task(task)).into())]);
    html! {
        span class="quiet" { (task.number) } " " (ward.lines[task.line.0].name) ", " span class="together" { (amount) }
        @if task.new { " " span class="ds-tag" data-color="info" { (t.get("rhythm-new")) } }
    }
}

/// `GET /u/{unit}/p/{number}/rhythm/names`.
pub async fn names(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(asked): Query<Asked>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let one = app.run(move |s| One::open(s, &who, unit, number)).await?;
    let t = texts(visitor.lang);
    let title = t.get("rhythm-names");
    let here = format!("{}/rhythm/names", one.address());
    let of_slot = |slot: Option<&str>, days: Days| {
        let slot = slot.map(|slot| format!("&intervall={}", escaped(slot))).unwrap_or_default();
        format!("{here}?dager={}{slot}", days.words().0)
    };
    let now = of_slot(asked.slot.as_deref(), asked.days);
    let mut frame = one.around.frame(&visitor, Some(Step::Rhythm), &title, now, Some(number));
    frame.styles.push("unit.css");
    let Some((ward, plan)) = one.plan() else {
        return Ok(page(&frame, one::only_without_plan(t, &title, &one)));
    };
    let all = activity(ward, &proposed(ward, plan));
    let slots = slots(t, ward);
    let chosen = asked.slot.as_deref().and_then(|wanted| slots.iter().position(|(_, _, word)| word == wanted));
    let mut by_slot = vec![Link::new(t.get("rhythm-all-slots"), of_slot(None, asked.days))];
    by_slot.extend(slots.iter().map(|(_, name, word)| Link::new(name.as_str(), of_slot(Some(word), asked.days))));
    let by_days: Vec<Link> =
        Days::ALL.iter().map(|d| Link::new(t.get(d.words().1), of_slot(asked.slot.as_deref(), *d))).collect();
    let shown: Vec<usize> = (0..slots.len()).filter(|at| chosen.is_none_or(|chosen| chosen == *at)).collect();
    let paper = on_paper(t, &one, asked.days);
    let back = Link::new(t.get("rhythm-back"), format!("{}/rhythm?dager={}", one.address(), asked.days.words().0));
    Ok(page(
        &frame,
        html! {
            (one::heading(t, &title, &one, link_button(&back, Weight::Light)))
            p class="lead on-screen" { (t.get("rhythm-names-lead")) }
            (tabs(&t.get("rhythm-names-interval"), &by_slot, chosen.map_or(0, |at| at + 1)))
            (tabs(&t.get("rhythm-days"), &by_days, Days::ALL.iter().position(|d| *d == asked.days).unwrap_or(0)))
            p { (t.get(asked.days.words().2)) " " (t.get("rhythm-new-note")) }
            @for (at, slot) in shown.iter().enumerate() {
                section class=(if at > 0 { "of-slot breaks" } else { "of-slot" }) { @if at > 0 { (paper) } (slot_page(t, ward, &all, *slot, &slots[*slot].1, asked.days)) }
            }
            (one::take_out(t, &one, "rhythm"))
        },
    ))
}

/// Who does what in one slot: a row for each group and category.
fn slot_page(t: &Texts, ward: &Ward, all: &[Activity], slot: usize, name: &str, days: Days) -> Markup {
    let caption = t.with("rhythm-names-of", &[("slot", name.into())]);
    let head = [
        Head::text(t.get("documents-group")),
        Head::text(t.get("rhythm-category")),
        Head::text(t.get("rhythm-task")),
        Head::number(t.get("rhythm-minutes-column")),
    ];
    let mut rows = Vec::new();
    for of_group in all {
        for (category, work) in ward.categories.iter().zip(&of_group.rows[slot].categories) {
            if days.of(work) <= SMALL {
                continue;
            }
            let tasks = work.tasks.iter().filter(|task| days.of_task(task) > SMALL);
            rows.push(Row::new(vec![
                html! { (ward.group(of_group.group).code) },
                html! { (t.category(&category.name)) },
                html! { ul class="tasks" { @for task in tasks { li { (named(t, ward, task, days)) } } } },
                html! { (minutes(t, days.of(work))) },
            ]));
        }
    }
    html! {
        h2 { (name) }
        @if rows.is_empty() { p { (t.get("rhythm-names-nothing")) } } @else {
            div class="captioned" { (stacking_table(&format!("names-{slot}"), &caption, &head, &rows)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_go_from_the_least_to_the_most() {
        let of = |minutes| shade(minutes, 100.0);
        assert_eq!([of(0.1), of(20.0), of(20.1), of(99.0), of(100.0), of(101.0)], [1, 1, 2, 5, 5, 5]);
    }

    #[test]
    fn an_address_keeps_the_group_and_the_days() {
        assert_eq!(address("/r", Some("A&B"), Days::Week), "/r?dager=uke&gruppe=A%26B");
        assert_eq!(address("/r", None, Days::Weekday), "/r?dager=hverdag");
    }
}
