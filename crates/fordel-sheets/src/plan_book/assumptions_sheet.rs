//! Everything that was given or assumed, with its source: rates, groups, shifts, presence, drivers; what the plan
//! told when it was made; and each assumption in words. The live formulas of the other sheets point here.

use fordel_core::complaint::{Complaint, Severity, Value};
use fordel_core::time::Clock;
use fordel_core::ward::{Alike, Covers, Goal, GroupId, Part, ShiftId};
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::cost;
use super::layout::{EXTRA_SETTINGS, SETTINGS_ROW, Setting, assumed};
use super::pen::{Paper, Pen, clipped, height, lines};
use super::told::{Figured, figures, said};
use super::{Book, SheetKind};
use crate::columns::setting as named;
use crate::read::kinds;

/// Width of the column of values.
const VALUE_WIDTH: f64 = 15.0;
/// Column of the source, after the widest table.
const SOURCE: u16 = 13;

pub(super) fn write(book: &Book) -> Result<Worksheet, XlsxError> {
    let mut pen = Pen::new(book, SheetKind::Assumptions, Paper::Landscape)?;
    pen.widths(&[12.0, 32.0, VALUE_WIDTH, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 9.0, 18.0, 24.0])?;
    pen.title(book, SheetKind::Assumptions, "assumptions-legend")?;
    settings(book, &mut pen)?;
    groups(book, &mut pen)?;
    shifts(book, &mut pen)?;
    let mut row = book.layout.after_shifts() + 1;
    row = presence(book, &mut pen, row)?;
    row = drivers(book, &mut pen, row)?;
    row = told(book, &mut pen, row)?;
    sentences(book, &mut pen, row)?;
    pen.sheet.set_freeze_panes(2, 0)?;
    pen.sheet.set_print_fit_to_pages(1, 0);
    Ok(pen.sheet)
}

fn heading(book: &Book, pen: &mut Pen, row: u32, title: &str, columns: &[&str]) -> Result<(), XlsxError> {
    pen.text(row, 0, &book.text(title), &book.style.section)?;
    for (col, key) in columns.iter().enumerate().filter(|(_, key)| !key.is_empty()) {
        pen.text(row + 1, col as u16, &book.text(key), &book.style.head)?;
    }
    pen.sheet.set_row_height(row + 1, 44)?;
    Ok(())
}

fn settings(book: &Book, pen: &mut Pen) -> Result<(), XlsxError> {
    let (style, settings) = (&book.style, &book.ward.settings);
    heading(book, pen, SETTINGS_ROW - 2, "settings", &["setting", "setting", "value", "source"])?;
    let mut row = SETTINGS_ROW;
    let label = |pen: &mut Pen, row: u32, key: &str| -> Result<(), XlsxError> {
        pen.sheet.merge_range(row, 0, row, 1, &book.text(key), &style.text)?;
        Ok(())
    };
    pen.sheet.merge_range(row - 1, 0, row - 1, 1, &book.text("setting"), &style.head)?;
    for setting in Setting::ALL {
        let (key, value, format) = match setting {
            Setting::EveningNight => ("evening-night-rate", settings.evening_night_rate, &style.input_share),
            Setting::Weekend => ("weekend-rate", settings.weekend_rate, &style.input_share),
            Setting::Refund => ("refund", settings.refund, &style.input_share),
            Setting::TrainingYears => ("training-years", settings.training_years, &style.input_two),
            Setting::Weeks => ("weeks-a-year", cost::WEEKS, &style.input),
        };
        label(pen, row, key)?;
        pen.number(row, assumed::VALUE, value, format)?;
        pen.text(row, 3, &book.text(source(book, setting)), &style.remark)?;
        row += 1;
    }
    let none = || book.text("none");
    let profile = settings.day_profile.as_ref().map_or_else(
        || book.text("by-length"),
        |weights| {
            let parts = book
                .ward
                .intervals
                .iter()
                .zip(weights)
                .map(|(w, n)| format!("{}={}", w.label(), book.texts.number(*n)));
            parts.collect::<Vec<_>>().join("; ")
        },
    );
    // What the plan was made under, where that was asked for instead of what the ward's settings say.
    let plan = book.plan;
    let tolerance = plan.goals.iter().find(|g| g.goal == Goal::Cost).map(|g| g.tolerance);
    let budget = plan.limits.budget.or(settings.budget_kr);
    let alike = book.text(if plan.alike == Alike::Weekdays { "alike-weekdays" } else { "alike-no" });
    let number = |value: Option<f64>| value.map_or_else(|| Figured::Text(none()), Figured::Number);
    let place = |part| book.ward.place(part).map_or_else(|| book.text("source-default"), str::to_owned);
    let given = |is_given: bool| book.text(if is_given { "source-given" } else { "source-default" });
    let if_kept = |is_kept: bool, source: String| if is_kept { source } else { book.text("source-chosen") };
    let same_tolerance = tolerance.is_some() && tolerance == settings.cost_tolerance;
    let newest = settings.plan_date.is_none() && book.ward.plan_date().is_some();
    let date_source = if newest { book.text("source-newest") } else { given(settings.plan_date.is_some()) };
    let extra = [
        ("cost-tolerance", number(tolerance), if_kept(same_tolerance, given(true))),
        ("alike", Figured::Text(alike), if_kept(plan.alike == settings.alike, place(Part::Alike))),
        ("budget", number(budget), if_kept(budget == settings.budget_kr, place(Part::Budget))),
        ("day-profile", Figured::Text(profile), given(settings.day_profile.is_some())),
        ("plan-date", Figured::Text(book.ward.plan_date().map_or_else(none, |d| book.texts.day(d))), date_source),
    ];
    debug_assert_eq!(extra.len() as u32, EXTRA_SETTINGS);
    for (key, value, source) in extra {
        label(pen, row, key)?;
        pen.text(row, 3, &source, &style.remark)?;
        match value {
            Figured::Number(value) if key == "budget" => pen.number(row, assumed::VALUE, value, &style.kroner)?,
            Figured::Number(value) => pen.number(row, assumed::VALUE, value, &style.share_fine)?,
            Figured::Text(value) => {
                pen.text(row, assumed::VALUE, &value, &style.wrap)?;
                pen.sheet.set_row_height(row, height(lines(&value, VALUE_WIDTH)))?;
            }
        }
        row += 1;
    }
    Ok(())
}

/// Where a rate comes from: one that wasn't given was told as assumed when the ward was read.
fn source(book: &Book, setting: Setting) -> &'static str {
    let name = match setting {
        Setting::EveningNight => &named::EVENING_NIGHT,
        Setting::Weekend => &named::WEEKEND,
        Setting::Refund => &named::REFUND,
        Setting::TrainingYears => &named::TRAINING_YEARS,
        Setting::Weeks => return "source-model",
    };
    let of_it = |told: &Complaint| {
        told.code == kinds::ASSUMED_SETTING.code && told.args.contains(&("name", Value::from(name.nb)))
    };
    match book.complaints {
        None => "source-settings",
        Some(told) if told.iter().any(of_it) => "source-default",
        Some(_) => "source-given",
    }
}

fn groups(book: &Book, pen: &mut Pen) -> Result<(), XlsxError> {
    let style = &book.style;
    let Some(first) = book.ward.group_ids().next() else { return Ok(()) };
    let columns = [
        "code",
        "name",
        "hourly",
        "weekly-hours",
        "absence",
        "holiday-weeks",
        "task-time",
        "positions",
        "positions-least",
        "people-given",
        "weekend-every",
        "scarce",
        "covers",
        "source",
    ];
    heading(book, pen, book.layout.group_row(first) - 2, "groups", &columns)?;
    for id in book.ward.group_ids() {
        let (group, row) = (book.ward.group(id), book.layout.group_row(id));
        pen.text(row, 0, &group.code, &style.code)?;
        pen.text(row, 1, book.texts.group_name(&group.code, &group.name), &style.wrap)?;
        pen.number(row, assumed::HOURLY, group.hourly_kr, &style.input_two)?;
        pen.number(row, assumed::WEEKLY_HOURS, group.weekly_hours, &style.input_two)?;
        pen.number(row, assumed::ABSENCE, group.absence, &style.input_share)?;
        pen.number(row, assumed::HOLIDAY, group.holiday_weeks, &style.input_two)?;
        pen.number(row, assumed::TASK_TIME, group.task_time, &style.input_share)?;
        pen.number_if(row, 7, group.positions, &style.two)?;
        pen.number_if(row, 8, group.positions_least, &style.two)?;
        pen.number_if(row, 9, group.people, &style.whole)?;
        pen.number(row, assumed::WEEKEND_EVERY, group.weekend_every, &style.input_two)?;
        pen.text(row, 11, if group.scarce { book.text("yes") } else { String::new() }.as_str(), &style.code)?;
        pen.text(row, 12, &covers(book, id), &style.code)?;
        let source = book.ward.place(Part::Group(id)).map_or_else(|| book.text("source-default"), str::to_owned);
        pen.text(row, SOURCE, &source, &style.text)?;
    }
    Ok(())
}

/// The groups that a group covers, by code.
fn covers(book: &Book, id: GroupId) -> String {
    let covered: Vec<&str> =
        book.ward.group_ids().filter(|g| book.order.covers(id, *g)).map(|g| book.code(g)).collect();
    if covered.is_empty() && matches!(book.ward.group(id).covers, Covers::Named(_)) {
        return book.text("none");
    }
    covered.join(", ")
}

fn shifts(book: &Book, pen: &mut Pen) -> Result<(), XlsxError> {
    let style = &book.style;
    let Some(first) = book.layout.shifts.first() else { return Ok(()) };
    let columns = [
        "group",
        "shift",
        "start",
        "end",
        "days",
        "paid-hours",
        "length",
        "hours-late",
        "weekend-friday",
        "weekend-saturday",
        "weekend-sunday",
        "least-heads",
        "most-heads",
        "source",
    ];
    heading(book, pen, book.layout.shift_row(*first) - 2, "shifts", &columns)?;
    for &id in &book.layout.shifts {
        let ShiftId(index) = id;
        let (shift, row) = (&book.ward.shifts[index], book.layout.shift_row(id));
        let hours = cost::hours(shift);
        let clock = |clock: Clock| clock.to_string();
        let days: Vec<u8> = shift.days.iter().map(|d| d.number()).collect();
        pen.text(row, 0, book.code(shift.group), &style.code)?;
        pen.text(row, 1, &shift.name, &style.code)?;
        pen.text(row, 2, &clock(shift.window.start), &style.code)?;
        pen.text(row, 3, &clock(shift.window.end), &style.code)?;
        pen.text(row, 4, &book.texts.days(&days), &style.code)?;
        pen.number(row, assumed::PAID, shift.paid_hours, &style.input_two)?;
        pen.number(row, assumed::LENGTH, hours.length, &style.two)?;
        pen.number(row, assumed::EVENING_NIGHT, hours.evening_night, &style.two)?;
        for day in 0..3 {
            pen.number(row, assumed::WEEKEND + day as u16, hours.weekend[4 + day], &style.two)?;
        }
        pen.number(row, 11, f64::from(shift.min), &style.whole)?;
        pen.number(row, 12, f64::from(shift.max), &style.whole)?;
        let given = book.ward.place(Part::ShiftMin(id)).or(book.ward.place(Part::ShiftMax(id)));
        pen.text(row, SOURCE, &given.map_or_else(|| book.text("source-default"), str::to_owned), &style.text)?;
    }
    Ok(())
}

fn presence(book: &Book, pen: &mut Pen, row: u32) -> Result<u32, XlsxError> {
    if book.ward.presence.is_empty() {
        return Ok(row);
    }
    let style = &book.style;
    heading(book, pen, row, "presence", &["groups", "", "days", "start", "end", "heads", "source"])?;
    pen.sheet.merge_range(row + 1, 0, row + 1, 1, &book.text("groups"), &style.head)?;
    let mut at = row + 2;
    for (i, rule) in book.ward.presence.iter().enumerate() {
        let days: Vec<u8> = rule.days.iter().map(|d| d.number()).collect();
        pen.sheet.merge_range(at, 0, at, 1, &clipped(&rule.label), &style.text)?;
        pen.text(at, 2, &book.texts.days(&days), &style.code)?;
        pen.text(at, 3, &rule.window.start.to_string(), &style.code)?;
        pen.text(at, 4, &rule.window.end.to_string(), &style.code)?;
        pen.number(at, 5, f64::from(rule.count), &style.whole)?;
        pen.text(at, 6, book.ward.place(Part::Presence(i)).unwrap_or_default(), &style.remark)?;
        at += 1;
    }
    Ok(at + 1)
}

fn drivers(book: &Book, pen: &mut Pen, row: u32) -> Result<u32, XlsxError> {
    if book.ward.drivers.is_empty() {
        return Ok(row);
    }
    let style = &book.style;
    heading(book, pen, row, "drivers", &["driver"])?;
    pen.sheet.merge_range(row + 1, 0, row + 1, 1, &book.text("driver"), &style.head)?;
    for day in 1..=7_u16 {
        pen.text(row + 1, 1 + day, &book.texts.get(&format!("day-short-{day}")), &style.head)?;
    }
    let mut at = row + 2;
    for driver in &book.ward.drivers {
        pen.sheet.merge_range(at, 0, at, 1, &clipped(&driver.name), &style.text)?;
        for (day, units) in driver.by_day.iter().enumerate() {
            pen.number(at, 2 + day as u16, *units, &style.two)?;
        }
        at += 1;
    }
    Ok(at + 1)
}

/// The figures told when the plan was made; the last column holds their keys, by which they are read again.
fn told(book: &Book, pen: &mut Pen, row: u32) -> Result<u32, XlsxError> {
    let style = &book.style;
    heading(book, pen, row, "told", &["about", "figure", "value", "key"])?;
    let mut at = row + 2;
    for figure in figures(book.plan) {
        // Names of plan.json are said in the reader's language, and known again by it.
        let in_words = |name: &str| said(figure.key, name).map_or_else(|| name.to_owned(), |key| book.texts.get(&key));
        let about = if figure.about.is_empty() { String::new() } else { in_words(&figure.about) };
        pen.text(at, 0, &about, &style.code)?;
        let label = format!("told-{}", figure.key.replace(['.', '_'], "-"));
        pen.text(at, 1, &book.text(&label), &style.wrap)?;
        match &figure.value {
            Figured::Number(number) => pen.number(at, 2, *number, number_format(book, figure.key))?,
            Figured::Text(text) => {
                let text = in_words(text);
                pen.text(at, 2, &text, &style.wrap)?;
                pen.sheet.set_row_height(at, height(lines(&text, VALUE_WIDTH)))?;
            }
        }
        pen.text(at, 3, figure.key, &style.remark)?;
        at += 1;
    }
    Ok(at + 1)
}

fn number_format<'a>(book: &'a Book, key: &str) -> &'a Format {
    match key {
        "gap" | "goals.tolerance" | "limits.gap" => &book.style.share_fine,
        "groups.people" | "limits.max_moves" | "work" => &book.style.whole,
        _ => &book.style.two,
    }
}

/// What was noticed and assumed while the ward was read, in words.
fn sentences(book: &Book, pen: &mut Pen, mut row: u32) -> Result<(), XlsxError> {
    for (severity, key) in [(Severity::Assumed, "assumed"), (Severity::Notice, "noticed")] {
        let all = book.complaints.unwrap_or_default();
        let of_kind: Vec<&Complaint> = all.iter().filter(|c| c.severity == severity).collect();
        if of_kind.is_empty() {
            continue;
        }
        pen.text(row, 0, &book.text(key), &book.style.section)?;
        row += 1;
        for complaint in of_kind {
            let sentence = clipped(&book.texts.complaint(complaint));
            pen.sheet.merge_range(row, 0, row, SOURCE, &sentence, &book.style.paragraph)?;
            pen.sheet.set_row_height(row, height(lines(&sentence, 175.0)))?;
            row += 1;
        }
        row += 1;
    }
    Ok(())
}
