//! What the proposal gives: nurse time, årsverk, kroner, courses, and the price of the tolerance.

use fordel_core::complaint::Value;
use fordel_core::measure::day_part::Split;
use fordel_core::measure::gain::{Against, Gain, gain};
use fordel_core::measure::safety::{associated_odds_ratio, safety};
use fordel_core::plan::{Comparison, Status};
use fordel_core::ward::Goal;
use rust_xlsxwriter::XlsxError;

use super::super::Book;
use super::{Found, Page};

const PARTS: [&str; 7] = ["", "part-day", "part-evening", "part-night", "part-weekend", "part-total", "unit"];

pub(super) fn write(page: &mut Page) -> Result<(), XlsxError> {
    let book = page.book;
    if book.plan.year_cost.is_none() {
        return Ok(());
    }
    let gain = gain(book.ward, book.plan);
    nurse_time(page, &gain)?;
    groups(page, &gain)?;
    money(page, &gain)?;
    comparisons(page)?;
    tolerance(page, &gain)?;
    safety_note(page)
}

fn split(page: &Page, key: &str, hours: Split) -> Vec<Found> {
    let mut row = vec![Found::Text(page.book.text(key))];
    row.extend(hours.parts().map(Found::One));
    row.push(Found::One(hours.total()));
    row.push(Found::Code(page.book.texts.get("unit-hours-week")));
    row
}

fn nurse_time(page: &mut Page, gain: &Gain) -> Result<(), XlsxError> {
    page.section("found-nurse-time")?;
    if gain.work.compared == 0 {
        page.say(&page.book.text("found-no-today"))?;
        page.gap();
        return Ok(());
    }
    let codes: Vec<String> = gain.nurses.iter().map(|g| page.book.code(*g).to_owned()).collect();
    let untold = gain.work.untold + gain.work.unqualified;
    let basis = page.book.text_with(
        "found-nurse-time-basis",
        &[
            ("groups", page.book.texts.list(&codes).into()),
            ("compared", gain.work.compared.into()),
            ("left-out", untold.into()),
        ],
    );
    page.say(&basis)?;
    let mut rows = vec![
        split(page, "found-tasks-today", gain.work.today.hours()),
        split(page, "found-tasks-proposed", gain.work.proposed.hours()),
        split(page, "found-tasks-freed", gain.work.freed_hours()),
    ];
    if gain.work.unqualified > 0 {
        rows.push(split(page, "found-tasks-corrected", gain.work.corrected.hours()));
    }
    if let Some(paid) = gain.paid {
        rows.push(split(page, "found-paid-before", paid.before));
        rows.push(split(page, "found-paid-after", paid.after));
        rows.push(split(page, "found-paid-freed", paid.before - paid.after));
    }
    page.table(&PARTS, &rows)?;
    page.gap();
    Ok(())
}

fn groups(page: &mut Page, gain: &Gain) -> Result<(), XlsxError> {
    page.section("found-fte")?;
    page.say(&page.book.text("found-fte-basis"))?;
    let rows: Vec<Vec<Found>> = gain
        .groups
        .iter()
        .map(|g| {
            let of = page.book.ward.group(g.group);
            vec![
                Found::Text(page.book.texts.group_name(&of.code, &of.name).to_owned()),
                Found::two(g.today.as_ref().map(|s| s.fte)),
                Found::two(g.before.as_ref().map(|s| s.fte)),
                Found::Two(g.after.fte),
                g.fte_change().map_or(Found::Nothing, Found::ChangeTwo),
                Found::two(g.falls_away()),
                Found::two(g.to_fill()),
                Found::Whole(f64::from(g.after.people)),
            ]
        })
        .collect();
    let headings =
        ["group", "fte-today", "fte-carried", "fte-proposed", "fte-change", "falls-away", "to-fill", "people"];
    page.table(&headings, &rows)?;
    page.gap();
    Ok(())
}

fn money(page: &mut Page, gain: &Gain) -> Result<(), XlsxError> {
    page.section("found-money")?;
    let kroner = |kr: f64| Value::from(page.book.texts.about_kroner(kr));
    let mut sentences = Vec::new();
    match gain.money {
        Some(money) => {
            let key = match (money.against, money.saved() >= 0.0) {
                (Against::Carried, true) => "found-saved",
                (Against::Carried, false) => "found-costs-more",
                (Against::Relaxed, _) => "found-saved-relaxed",
            };
            let args = [
                ("before", kroner(money.before)),
                ("after", kroner(money.after)),
                ("saved", kroner(money.saved().abs())),
            ];
            sentences.push(page.book.text_with(key, &args));
            if let Some(sure) = money.saved_at_least.filter(|sure| *sure > 0.0) {
                sentences.push(page.book.text_with("found-saved-sure", &[("saved", kroner(sure))]));
            }
        }
        None => sentences.push(page.book.text("found-no-comparison")),
    }
    let courses = gain.courses;
    sentences.push(page.book.text_with(
        "found-courses",
        &[
            ("courses", courses.courses.into()),
            ("seats", courses.seats.into()),
            ("hours", courses.hours.into()),
            ("cost", kroner(courses.year_cost)),
        ],
    ));
    for sentence in sentences {
        page.say(&sentence)?;
    }
    page.gap();
    Ok(())
}

/// What today's distribution and every task on its lowest group would take, or why nothing carries them.
fn comparisons(page: &mut Page) -> Result<(), XlsxError> {
    page.section("found-comparisons")?;
    let plan = page.book.plan;
    let carried = page.book.layout.compares().then_some(("carried", &plan.carried));
    for (key, comparison) in carried.into_iter().chain([("rightmost", &plan.rightmost)]) {
        for sentence in told_comparison(page.book, key, comparison) {
            page.say(&sentence)?;
        }
    }
    page.gap();
    Ok(())
}

fn told_comparison(book: &Book, key: &str, comparison: &Comparison) -> Vec<String> {
    let money = |kroner: f64| Value::from(book.texts.about_kroner(kroner));
    let mut lines = Vec::new();
    match (comparison.year_cost, comparison.relaxed_cost) {
        (Some(cost), _) => lines.push(book.text_with(&format!("{key}-costs"), &[("cost", money(cost))])),
        (None, Some(cost)) => {
            lines.push(book.text_with(&format!("{key}-impossible"), &[("cost", money(cost))]));
        }
        (None, None) if comparison.status == Status::Unknown => {
            lines.push(book.text(&format!("{key}-unknown")));
        }
        (None, None) => lines.push(book.text(&format!("{key}-never"))),
    }
    // The parts are told in the workbook's language; the sentences that came with the plan may be in another.
    let reasons: Vec<String> = if comparison.conflict.is_empty() {
        comparison.reasons.clone()
    } else {
        comparison.conflict.iter().map(|demand| book.texts.conflict(demand)).collect()
    };
    lines.extend(reasons.into_iter().map(|reason| format!("    {reason}")));
    lines
}

fn tolerance(page: &mut Page, gain: &Gain) -> Result<(), XlsxError> {
    // Where the cheapest plan is the plan, nothing was bought.
    let Some(bought) = gain.tolerance.as_ref().filter(|b| b.price.abs() >= 1.0) else { return Ok(()) };
    let is_cost_first = page.book.plan.goals.first().is_some_and(|first| first.goal == Goal::Cost);
    page.section(if is_cost_first { "found-tolerance" } else { "found-goals-first" })?;
    let price = page.book.texts.about_kroner(bought.price);
    let price = page.book.text_with("found-tolerance-price", &[("price", price.into())]);
    page.say(&price)?;
    let mut rows: Vec<Vec<Found>> = bought
        .goals
        .iter()
        .map(|(goal, before, after)| {
            let name = page.book.text(&format!("goal-{}", goal.name()));
            vec![Found::Text(name), Found::Whole(*before), Found::Whole(*after), Found::Change(after - before)]
        })
        .collect();
    for (group, before, after) in &bought.fte {
        let name = page.book.text_with("fte-of", &[("group", page.book.code(*group).into())]);
        rows.push(vec![Found::Text(name), Found::Two(*before), Found::Two(*after), Found::ChangeTwo(after - before)]);
    }
    page.table(&["", "in-cheapest", "in-this", "off"], &rows)?;
    page.gap();
    Ok(())
}

/// The nurses' share before and after, and what studies associate with it where it falls.
fn safety_note(page: &mut Page) -> Result<(), XlsxError> {
    let safety = safety(page.book.ward, page.book.plan);
    let Some(before) = safety.before() else { return Ok(()) };
    page.section("found-safety")?;
    let percent = |share: f64| Value::from(page.book.texts.percent(share, 1));
    let share = page.book.text_with(
        if safety.today.is_some() { "found-share-today" } else { "found-share-carried" },
        &[("before", percent(before.share())), ("after", percent(safety.proposed.share()))],
    );
    page.say(&share)?;
    if safety.must_warn() {
        // The larger of the two falls: against today, or against what today's distribution would take.
        let falls = [safety.today, safety.carried].into_iter().flatten().map(|b| b.share() - safety.proposed.share());
        let points = falls.fold(0.0, f64::max) * 100.0;
        let odds = (associated_odds_ratio(-points) - 1.0).max(0.0);
        let args = [
            ("points", Value::from((points * 10.0).round() / 10.0)),
            ("odds", page.book.texts.percent(odds, 0).into()),
        ];
        page.say(&page.book.text_with("found-safety-note", &args))?;
    }
    page.gap();
    Ok(())
}
