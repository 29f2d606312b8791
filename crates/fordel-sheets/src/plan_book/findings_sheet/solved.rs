//! What only solving again can tell: what binds and its worth, how the gain grows, why nothing is possible; and WISN.

use fordel_core::complaint::Value;
use fordel_core::measure::wisn::wisn;
use fordel_core::plan::Status;
use rust_xlsxwriter::XlsxError;

use super::{Found, Page};

/// Where no plan exists: the demands that can't hold together.
pub(super) fn conflict(page: &mut Page) -> Result<(), XlsxError> {
    let plan = page.book.plan;
    if plan.year_cost.is_some() {
        return Ok(());
    }
    let infeasible = plan.status == Status::Infeasible;
    page.section(if infeasible { "found-infeasible" } else { "found-no-plan" })?;
    if infeasible {
        page.say(&page.book.text("found-infeasible-basis"))?;
        for demand in &plan.conflict {
            page.say(&page.book.texts.conflict(demand))?;
        }
    }
    page.gap();
    Ok(())
}

pub(super) fn write(page: &mut Page) -> Result<(), XlsxError> {
    worths(page)?;
    curve(page)?;
    staff_need(page)
}

fn worths(page: &mut Page) -> Result<(), XlsxError> {
    let plan = page.book.plan;
    if plan.worths.is_empty() {
        return Ok(());
    }
    page.section("found-worths")?;
    page.say(&page.book.text("found-worths-basis"))?;
    let rows: Vec<Vec<Found>> = plan
        .worths
        .iter()
        .map(|worth| {
            let key = format!("worth-{}", worth.rule.replace('_', "-"));
            let key = if page.book.texts.has(&format!("book-{key}")) { key } else { "worth-other".to_owned() };
            let what = || page.book.texts.subject(&worth.rule, worth.what.as_deref());
            let about = worth.group.clone().unwrap_or_else(what);
            let args = [("about", Value::from(about)), ("rule", Value::from(worth.rule.as_str()))];
            vec![
                Found::Text(page.book.text_with(&key, &args)),
                Found::Two(worth.from),
                Found::Two(worth.to),
                // Easing a demand never costs: what isn't proven to save saves at least nothing.
                Found::Whole(worth.low.max(0.0)),
                Found::Whole(worth.high),
                Found::Place(worth.place.clone()),
            ]
        })
        .collect();
    page.table(&["demand", "worth-from", "worth-to", "worth-low", "worth-high", "place"], &rows)?;
    page.gap();
    Ok(())
}

fn curve(page: &mut Page) -> Result<(), XlsxError> {
    let plan = page.book.plan;
    if plan.curve.is_empty() {
        return Ok(());
    }
    page.section("found-curve")?;
    page.say(&page.book.text("found-curve-basis"))?;
    let before = plan.carried.year_cost;
    let rows: Vec<Vec<Found>> = plan
        .curve
        .iter()
        .map(|point| {
            let most = point.max_moves.map_or_else(|| page.book.text("all-moves"), |n| n.to_string());
            let saved = before.zip(point.year_cost).map(|(before, cost)| before - cost);
            vec![
                Found::Text(most),
                Found::Whole(f64::from(point.moves)),
                Found::whole(point.year_cost),
                Found::whole(point.bound),
                saved.map_or(Found::Nothing, Found::Change),
            ]
        })
        .collect();
    page.table(&["most-moves", "moves", "kroner-year", "bound-year", "saved-against-carried"], &rows)?;
    page.gap();
    Ok(())
}

fn staff_need(page: &mut Page) -> Result<(), XlsxError> {
    let book = page.book;
    if book.plan.year_cost.is_none() {
        return Ok(());
    }
    page.section("found-wisn")?;
    page.say(&book.text("found-wisn-basis"))?;
    let mut refused = Vec::new();
    let mut rows = Vec::new();
    for (group, need) in wisn(book.ward, book.plan) {
        let of = book.ward.group(group);
        let name = book.texts.group_name(&of.code, &of.name).to_owned();
        match need {
            Ok(need) => rows.push(vec![
                Found::Text(name),
                Found::One(need.available_hours),
                Found::Two(need.service_staff),
                Found::Two(need.category_factor),
                Found::Two(need.required()),
                Found::two(need.existing),
                need.difference().map_or(Found::Nothing, Found::ChangeTwo),
                Found::two(need.ratio()),
            ]),
            Err(_) => refused.push(name),
        }
    }
    let headings = [
        "group",
        "wisn-available",
        "wisn-service",
        "wisn-factor",
        "wisn-required",
        "wisn-existing",
        "off",
        "wisn-ratio",
    ];
    page.table(&headings, &rows)?;
    for name in refused {
        page.say(&page.book.text_with("found-wisn-refused", &[("group", name.into())]))?;
    }
    page.gap();
    Ok(())
}
