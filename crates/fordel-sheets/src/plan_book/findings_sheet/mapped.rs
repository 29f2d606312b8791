//! What the mapping shows: nurses' work that others could do, work without a time, what is missing.

use fordel_core::complaint::Value;
use fordel_core::measure::activity::Slot;
use fordel_core::measure::findings::{Breakdown, Findings, Work, findings};
use fordel_core::ward::{GroupId, LineId};
use rust_xlsxwriter::XlsxError;

use super::super::activity_sheet::slot_label;
use super::{Found, Page};
use crate::write::Words;

const LINES: [&str; 9] =
    ["task", "row", "time", "days", "group-now", "lowest", "group-proposed", "minutes-week", "category"];

pub(super) fn write(page: &mut Page) -> Result<(), XlsxError> {
    let found = findings(page.book.ward, page.book.plan);
    nurses(page, &found)?;
    breakdowns(page, &found)?;
    works(page, "found-not-health", "found-not-health-sum", &found.not_health_work)?;
    untimed(page, &found)?;
    works(page, "found-unqualified", "found-unqualified-sum", &found.unqualified)?;
    overload(page, &found)?;
    gaps(page, &found)
}

fn share(page: &Page, part: f64, whole: f64) -> Value {
    page.book.texts.percent(if whole > 0.0 { part / whole } else { 0.0 }, 0).into()
}

fn minutes(works: &[Work]) -> f64 {
    works.iter().map(|w| w.minutes).sum()
}

fn hours(minutes: f64) -> Value {
    Value::from((minutes / 6.0).round() / 10.0)
}

fn nurses(page: &mut Page, found: &Findings) -> Result<(), XlsxError> {
    let args = |page: &Page, works: &[Work], whole: f64| {
        [("lines", works.len().into()), ("hours", hours(minutes(works))), ("share", share(page, minutes(works), whole))]
    };
    page.section("found-delegable")?;
    let sum = |page: &Page, key: &str, works: &[Work], whole: f64| match works {
        [] => page.book.text("found-none"),
        works => page.book.text_with(key, &args(page, works, whole)),
    };
    page.say(&sum(page, "found-delegable-sum", &found.delegable, found.nurse_minutes_today))?;
    list(page, &found.delegable)?;
    page.gap();
    page.section("found-nurse-only")?;
    let all: f64 = found.untimed.all.minutes;
    page.say(&sum(page, "found-nurse-only-sum", &found.nurse_only, all))?;
    list(page, &found.nurse_only)?;
    page.gap();
    Ok(())
}

fn list(page: &mut Page, works: &[Work]) -> Result<(), XlsxError> {
    let code = |group: Option<GroupId>| Found::Code(group.map_or(String::new(), |g| page.book.code(g).to_owned()));
    let rows: Vec<Vec<Found>> = works
        .iter()
        .map(|work| {
            let line = &page.book.ward.lines[work.line.0];
            let days: Vec<u8> = work.days.iter().map(|d| d.number()).collect();
            vec![
                Found::Text(line.name.clone()),
                Found::Id(line.row),
                Found::Code(Words(page.book.texts.lang()).timing(page.book.ward, &line.timing)),
                Found::Code(page.book.texts.days(&days)),
                code(Some(work.group)),
                code(work.lowest),
                code(work.proposed),
                Found::Whole(work.minutes),
                Found::Text(page.book.texts.category(&page.book.ward.categories[line.category].name).to_owned()),
            ]
        })
        .collect();
    page.table(&LINES, &rows)
}

fn works(page: &mut Page, title: &str, sum: &str, works: &[Work]) -> Result<(), XlsxError> {
    page.section(title)?;
    let args = [("lines", works.len().into()), ("hours", hours(minutes(works)))];
    let sentence = if works.is_empty() { page.book.text("found-none") } else { page.book.text_with(sum, &args) };
    page.say(&sentence)?;
    list(page, works)?;
    page.gap();
    Ok(())
}

fn breakdowns(page: &mut Page, found: &Findings) -> Result<(), XlsxError> {
    let ward = page.book.ward;
    let row = |name: String, b: &Breakdown| {
        vec![
            Found::Text(name),
            Found::Whole(b.minutes),
            Found::Whole(b.nurses),
            Found::Whole(b.nurse_only),
            Found::Whole(b.delegable),
            Found::Share(if b.nurses > 0.0 { b.delegable / b.nurses } else { 0.0 }),
        ]
    };
    let headings = ["", "all-minutes", "nurse-minutes", "nurse-only-minutes", "delegable-minutes", "delegable-share"];
    page.section("found-by-category")?;
    let named = ward.categories.iter().map(|c| page.book.texts.category(&c.name).to_owned());
    let rows: Vec<_> = named.zip(&found.by_category).map(|(name, b)| row(name, b)).collect();
    page.table(&headings, &rows)?;
    page.gap();
    page.section("found-by-slot")?;
    let slots = Slot::all(ward);
    let rows: Vec<_> = slots.into_iter().zip(&found.by_slot).map(|(s, b)| row(slot_label(page.book, s), b)).collect();
    page.table(&headings, &rows)?;
    page.gap();
    Ok(())
}

fn untimed(page: &mut Page, found: &Findings) -> Result<(), XlsxError> {
    page.section("found-untimed")?;
    page.say(&page.book.text("found-untimed-basis"))?;
    let untimed = &found.untimed;
    let rows: Vec<Vec<Found>> =
        [("around-the-clock", &untimed.around_the_clock), ("daytime", &untimed.daytime), ("all-work", &untimed.all)]
            .into_iter()
            .map(|(key, pile)| {
                vec![
                    Found::Text(page.book.text(key)),
                    Found::Whole(pile.lines as f64),
                    Found::Whole(pile.minutes),
                    Found::Share(pile.share_of(&untimed.all)),
                    Found::Whole(pile.nurse_minutes),
                ]
            })
            .collect();
    page.table(&["", "lines", "minutes-week", "share", "nurse-minutes"], &rows)?;
    page.gap();
    Ok(())
}

fn overload(page: &mut Page, found: &Findings) -> Result<(), XlsxError> {
    page.section("found-overload")?;
    let overload = &found.overload;
    let short: f64 = overload.groups.iter().map(|(_, _, minutes)| minutes).sum();
    let sum = match (page.book.ward.knows_staffing_today(), overload.cells.is_empty()) {
        (false, _) => page.book.text("found-overload-untold"),
        (true, true) => page.book.text("found-overload-none"),
        (true, false) => {
            let args = [("cells", overload.cells.len().into()), ("hours", hours(short))];
            page.book.text_with("found-overload-sum", &args)
        }
    };
    page.say(&sum)?;
    if page.book.ward.knows_staffing_today() {
        let rows: Vec<Vec<Found>> = overload
            .cells
            .iter()
            .map(|load| {
                vec![
                    Found::Text(load.group.clone()),
                    Found::Code(page.book.texts.days(&[load.day])),
                    Found::Code(load.interval.clone()),
                    Found::Whole(load.minutes),
                    Found::Whole(load.capacity),
                    Found::Change(load.minutes - load.capacity),
                ]
            })
            .collect();
        page.table(&["group", "days", "time", "minutes", "capacity", "beyond"], &rows)?;
        let broken: Vec<String> = overload.broken.iter().map(|b| page.book.texts.broken(b)).collect();
        for sentence in broken {
            page.say(&sentence)?;
        }
    }
    page.gap();
    Ok(())
}

fn gaps(page: &mut Page, found: &Findings) -> Result<(), XlsxError> {
    page.section("found-gaps")?;
    let gaps = &found.gaps;
    let names = |lines: &[LineId]| {
        let rows: Vec<String> =
            lines.iter().map(|l| &page.book.ward.lines[l.0]).map(|l| format!("{} ({})", l.name, l.row)).collect();
        rows.join("; ")
    };
    let courses: Vec<&str> = gaps.no_hours.iter().map(|&c| page.book.ward.courses[c].name.as_str()).collect();
    let rows: Vec<(&str, usize, String)> = [
        ("gap-minutes", gaps.no_minutes.len(), names(&gaps.no_minutes)),
        ("gap-today", gaps.no_today.len(), names(&gaps.no_today)),
        ("gap-priority", gaps.no_priority.len(), names(&gaps.no_priority)),
        ("gap-hours", courses.len(), courses.join("; ")),
    ]
    .into_iter()
    .filter(|(_, count, _)| *count > 0)
    .collect();
    if rows.is_empty() {
        page.say(&page.book.text("found-no-gaps"))?;
    }
    for (key, count, names) in rows {
        page.say(&page.book.text_with(key, &[("count", count.into()), ("names", names.into())]))?;
    }
    page.gap();
    Ok(())
}
