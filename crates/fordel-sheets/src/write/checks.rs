//! What Excel itself checks and offers: drop-down lists that follow what the user types in the other sheets, limits
//! on numbers, and messages in plain words.

use fordel_core::ward::Ward;
use fordel_text::Texts;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Format, Formula, Workbook, XlsxError,
};

use super::layout::{ACTIVITY, COURSES, Check, GROUPS, Layout, SHIFTS};
use super::words::Words;
use crate::columns::SILENT_SHEETS;
use crate::table::column_name;

/// The names under which the lists stand in the workbook.
struct Lists {
    groups: &'static str,
    courses: &'static str,
    categories: &'static str,
    timings: &'static str,
    per: &'static str,
}

fn lists(w: Words) -> Lists {
    Lists {
        groups: w.pick("Gruppekoder", "GroupCodes"),
        courses: w.pick("Kursnavn", "CourseNames"),
        categories: w.pick("Kategorivalg", "CategoryChoices"),
        timings: w.pick("Tidsvalg", "IntervalChoices"),
        per: w.pick("Pervalg", "PerChoices"),
    }
}

/// The cells of a sheet's column as a formula writes them: `'Bemanning i dag'!$A$2:$A$101`.
fn cells(sheet: &str, col: u32, rows: u32) -> String {
    let letter = column_name(col);
    format!("'{sheet}'!${letter}$2:${letter}${}", rows + 1)
}

/// The part of a column that is filled in, at least one cell: `A2:INDEX(A2:A41, …)`, which grows as the user types.
fn filled(sheet: &str, col: u32, rows: u32, more: &str) -> String {
    let all = cells(sheet, col, rows);
    let first = format!("'{sheet}'!${}$2", column_name(col));
    let counted = if more.is_empty() { format!("COUNTA({all})") } else { more.to_owned() };
    format!("={first}:INDEX({all},MAX(1,{counted}))")
}

/// Writes the hidden sheet of choices and names the lists, so that every drop-down follows its source.
pub(super) fn add_lists(book: &mut Workbook, ward: &Ward, w: Words) -> Result<(), XlsxError> {
    let names = lists(w);
    let own = w.name(SILENT_SHEETS[1]);
    let timings = w.timings(ward);
    let activity = w.name(ACTIVITY.names.name);
    let sheet = book.add_worksheet();
    sheet.set_name(own)?.set_hidden(true);
    let text = Format::new().set_num_format("@");
    for (col, heading) in [names.timings, names.categories, names.per].into_iter().enumerate() {
        sheet.write_string(0, col as u16, heading)?;
        sheet.set_column_format(col as u16, &text)?;
    }
    for (row, timing) in (1..).zip(&timings) {
        sheet.write_string_with_format(row, 0, timing, &text)?;
    }
    for (row, category) in (1..).zip(&ward.categories) {
        sheet.write_string_with_format(row, 1, w.category(&category.name), &text)?;
    }
    // Week and month first, then the drivers as they stand in their own sheet.
    sheet.write_string(1, 2, w.week())?;
    sheet.write_string(2, 2, w.month())?;
    for row in 0..ACTIVITY.rows {
        let source = format!("'{activity}'!A{}", row + 2);
        let now = ward.drivers.get(row as usize).map_or("", |d| d.name.as_str());
        let formula = Formula::new(format!("=IF({source}=\"\",\"\",{source})")).set_result(now);
        sheet.write_formula(row + 3, 2, formula)?;
    }
    let fixed = |col, count: usize| format!("={}", cells(own, col, count as u32));
    let drivers = format!("2+COUNTA({})", cells(activity, 0, ACTIVITY.rows));
    let first_column = |layout: &Layout| filled(w.name(layout.names.name), 0, layout.rows, "");
    book.define_name(names.groups, &first_column(&GROUPS))?;
    book.define_name(names.courses, &first_column(&COURSES))?;
    book.define_name(names.timings, &fixed(0, timings.len()))?;
    book.define_name(names.categories, &fixed(1, ward.categories.len()))?;
    book.define_name(names.per, &filled(own, 2, ACTIVITY.rows + 2, &drivers))?;
    Ok(())
}

/// The check of a column whose first cell stands in row `row` (as Excel shows it), or nothing if Excel checks nothing.
pub(super) fn validation(
    check: Check,
    col: u32,
    row: u32,
    w: Words,
    texts: &Texts,
) -> Result<Option<DataValidation>, XlsxError> {
    use DataValidationErrorStyle::{Stop, Warning};
    let names = lists(w);
    let new = DataValidation::new;
    let list = |name: &str| new().allow_list_formula(Formula::new(format!("={name}")));
    let cell = format!("{}{row}", column_name(col));
    let (key, rule, style) = match check {
        Check::Free => return Ok(None),
        Check::Told(key) => (key, new().allow_any_value().show_error_message(false), Warning),
        Check::Group => ("check-group", list(names.groups), Stop),
        Check::YesNo => ("check-yes-no", new().allow_list_strings(&[w.yes_no(true), w.yes_no(false)])?, Warning),
        Check::Days => {
            let days = [w.pick("alle", "all"), w.pick("hverdager", "weekdays"), w.pick("helg", "weekend")];
            ("check-days", new().allow_list_strings(&days)?, Warning)
        }
        Check::Interval => ("check-interval", list(names.timings), Warning),
        Check::Category => ("check-category", list(names.categories), Warning),
        Check::Per => ("check-per", list(names.per), Warning),
        Check::Priority => {
            use fordel_core::ward::Priority::{Green, Red, Yellow};
            let colours = [Red, Yellow, Green].map(|colour| w.priority(colour));
            ("check-priority", new().allow_list_strings(&colours)?, Warning)
        }
        Check::Course => ("check-course", list(names.courses), Warning),
        Check::Alike => {
            use fordel_core::ward::Alike::{No, Weekdays};
            ("check-alike", new().allow_list_strings(&[w.alike(Weekdays), w.alike(No)])?, Warning)
        }
        Check::Yields => {
            use fordel_core::shortage::rules::Yields::{LeftOut, Waits};
            ("check-yields", new().allow_list_strings(&[w.yields(Waits), w.yields(LeftOut)])?, Warning)
        }
        Check::Within => {
            use fordel_core::shortage::rules::Within::{Day, Shift, Timing};
            let ends = [Timing, Shift, Day].map(|end| w.within(end));
            ("check-within", new().allow_list_strings(&ends)?, Warning)
        }
        Check::CalendarKind => ("check-calendar-kind", new().allow_list_strings(&w.calendar_kinds())?, Warning),
        Check::ProjectionKind => {
            let kinds = fordel_core::projection::What::ALL.map(|what| w.projection_kind(what));
            ("check-projection-kind", new().allow_list_strings(&kinds)?, Warning)
        }
        Check::Amount => {
            let rule = DataValidationRule::GreaterThanOrEqualTo(0.0);
            ("check-amount", new().allow_decimal_number(rule), Stop)
        }
        Check::Positive => ("check-positive", new().allow_decimal_number(DataValidationRule::GreaterThan(0.0)), Stop),
        Check::Share => ("check-share", new().allow_decimal_number(DataValidationRule::Between(0.0, 1.0)), Stop),
        Check::Heads => ("check-heads", new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(0)), Stop),
        Check::Whole => ("check-whole", new().allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(1)), Stop),
        Check::Clock => ("check-clock", new().allow_custom(Formula::new(clock_formula(&cell))), Stop),
        Check::Date => {
            let (first, last) = (ExcelDateTime::from_ymd(2000, 1, 1)?, ExcelDateTime::from_ymd(2199, 12, 31)?);
            ("check-date", new().allow_date(DataValidationRule::Between(first, last)), Stop)
        }
        Check::ShiftOfGroup => {
            let shifts = w.name(SHIFTS.names.name);
            let (group, name) = (cells(shifts, 0, SHIFTS.rows), cells(shifts, 1, SHIFTS.rows));
            let formula = format!("=COUNTIFS({group},$A{row},{name},{cell})>0");
            ("check-shift", new().allow_custom(Formula::new(formula)), Stop)
        }
    };
    let mut rule = rule.set_error_style(style).set_error_title(texts.get("check-title"))?;
    if matches!(check, Check::Told(_)) {
        rule = rule.set_input_message(texts.get(key))?;
    } else {
        rule = rule.set_error_message(texts.get(key))?;
        if let Some(prompt) = texts.attribute(key, "prompt", &[]) {
            rule = rule.set_input_message(prompt)?;
        }
    }
    Ok(Some(rule))
}

/// True for `07:30`, `7:30`, `0730` and Excel's own times, up to 24:00.
fn clock_formula(cell: &str) -> String {
    let digits = format!("RIGHT(\"000\"&SUBSTITUTE({cell},\":\",\"\"),4)");
    format!("=IF(ISNUMBER({cell}),{cell}<=2400,AND(VALUE({digits})<=2400,VALUE(RIGHT({digits},2))<60))")
}
