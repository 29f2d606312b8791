//! Who does what: one row a placement, sorted by group, with what moved and why.

use fordel_core::complaint::Value;
use fordel_core::measure::activity::{Slot, task_numbers};
use fordel_core::measure::distribution::{Entry, proposed, today};
use fordel_core::measure::moves::{Kind, kind};
use fordel_core::measure::work::minutes_a_week;
use fordel_core::ward::{GroupId, TaskLine, Timing};
use rust_xlsxwriter::{ConditionalFormatFormula, DataValidation, Formula, Worksheet, XlsxError};

use super::pen::{Paper, Pen, cell, height, lines, range};
use super::style::{CORRECTED, MOVED, UNTOLD, fill};
use super::{Book, SheetKind};
use crate::write::Words;

/// Columns before those of the groups.
mod col {
    pub const ROW: u16 = 0;
    pub const NUMBER: u16 = 1;
    pub const TASK: u16 = 2;
    pub const CATEGORY: u16 = 3;
    pub const TIME: u16 = 4;
    pub const DAYS: u16 = 5;
    pub const TODAY: u16 = 6;
    pub const GROUP: u16 = 7;
    pub const CHANGE: u16 = 8;
    pub const LOWEST: u16 = 9;
    pub const FIRST_GROUP: u16 = 10;
}

/// Sum of the proposal, sum of today, heading, first placement (row indices).
const PROPOSED: u32 = 2;
const TODAY: u32 = 3;
const HEAD: u32 = 4;
const FIRST: u32 = 5;

/// A placement with what is told of it.
struct Placement<'a> {
    entry: Entry,
    line: &'a TaskLine,
    kind: Kind,
    number: &'a str,
}

pub(super) fn write(book: &Book) -> Result<Worksheet, XlsxError> {
    let mut pen = Pen::new(book, SheetKind::Distribution, Paper::Landscape)?;
    let groups = book.ward.groups.len() as u16;
    let (courses, why, days) =
        (col::FIRST_GROUP + groups, col::FIRST_GROUP + groups + 1, col::FIRST_GROUP + groups + 2);
    let mut widths = vec![5.0, 5.0, 40.0, 23.0, 8.0, 11.0, 7.0, 8.0, 13.0, 8.0];
    widths.extend(vec![7.0; usize::from(groups)]);
    widths.extend([16.0, 50.0, 8.0]);
    pen.widths(&widths)?;

    pen.title(book, SheetKind::Distribution, "distribution-legend")?;
    heading(book, &mut pen, courses, why, days)?;

    let numbers = task_numbers(book.ward);
    let placements = sorted(book, &numbers);
    let last = FIRST + (placements.len() as u32).max(1) - 1;
    sums(book, &mut pen, last)?;
    for (i, placement) in placements.iter().enumerate() {
        write_row(book, &mut pen, FIRST + i as u32, placement, courses, why, days)?;
    }
    if placements.is_empty() {
        pen.text(FIRST, col::TASK, &book.text("no-placements"), &book.style.remark)?;
    } else {
        mark_changes(&mut pen, last, why)?;
        if let Some(codes) = book.layout.codes() {
            let list = DataValidation::new()
                .allow_list_formula(Formula::new(format!("={codes}")))
                .set_error_title(book.text("choose-group-title"))?
                .set_error_message(book.text("choose-group"))?;
            pen.sheet.add_data_validation(FIRST, col::GROUP, last, col::GROUP, &list)?;
        }
        pen.sheet.autofilter(HEAD, 0, last, days)?;
    }
    pen.sheet.set_freeze_panes(FIRST, col::CATEGORY)?;
    pen.print_table(HEAD, HEAD)?;
    Ok(pen.sheet)
}

fn heading(book: &Book, pen: &mut Pen, courses: u16, why: u16, days: u16) -> Result<(), XlsxError> {
    let head = &book.style.head;
    for (col, key) in [
        (col::ROW, "row"),
        (col::NUMBER, "number"),
        (col::TASK, "task"),
        (col::CATEGORY, "category"),
        (col::TIME, "time"),
        (col::DAYS, "days"),
        (col::TODAY, "today"),
        (col::GROUP, "group-proposed"),
        (col::CHANGE, "change"),
        (col::LOWEST, "lowest"),
        (courses, "courses"),
        (why, "why"),
        (days, "day-numbers"),
    ] {
        pen.text(HEAD, col, &book.text(key), head)?;
    }
    for group in book.ward.group_ids() {
        pen.text(HEAD, col::FIRST_GROUP + group.0 as u16, book.code(group), &book.style.block)?;
    }
    pen.sheet.set_row_height(HEAD, 32)?;
    Ok(())
}

/// Hours a week by group: the proposal's follow the rows that are shown, today's stand as they are.
fn sums(book: &Book, pen: &mut Pen, last: u32) -> Result<(), XlsxError> {
    let (text, one) = (book.style.sum(&book.style.text), book.style.sum(&book.style.one));
    let hours = |entries: &[Entry], group: GroupId| {
        let minutes = |e: &Entry| minutes_a_week(book.ward, &book.ward.lines[e.line.0], e.group, e.days);
        entries.iter().filter(|e| e.group == group).map(minutes).sum::<f64>() / 60.0
    };
    let (proposed, today) = (proposed(book.ward, book.plan), today(book.ward));
    for (row, key) in [(PROPOSED, "hours-proposed"), (TODAY, "hours-today")] {
        for col in col::CHANGE..col::FIRST_GROUP {
            pen.text(row, col, "", &text)?;
        }
        pen.text(row, col::CHANGE, &book.text(key), &text)?;
    }
    for group in book.ward.group_ids() {
        let col = col::FIRST_GROUP + group.0 as u16;
        let sum = format!("=SUBTOTAL(109,{})/60", range(FIRST, col, last, col));
        pen.formula(PROPOSED, col, &sum, hours(&proposed, group), &one)?;
        pen.number(TODAY, col, hours(&today, group), &one)?;
    }
    Ok(())
}

/// By group, then by time, category and row.
fn sorted<'a>(book: &Book<'a>, numbers: &'a [String]) -> Vec<Placement<'a>> {
    let mut placements: Vec<Placement> = proposed(book.ward, book.plan)
        .into_iter()
        .map(|entry| Placement {
            entry,
            line: &book.ward.lines[entry.line.0],
            kind: kind(book.ward, &book.order, entry),
            number: &numbers[entry.line.0],
        })
        .collect();
    let slot = |line: &TaskLine| match line.timing {
        Timing::Span { from, .. } => Slot::Interval(from),
        Timing::AroundTheClock => Slot::AroundTheClock,
        Timing::Daytime => Slot::Daytime,
    };
    placements.sort_by_key(|p| (p.entry.group, slot(p.line), p.line.category, p.entry.line, p.entry.days));
    placements
}

fn write_row(
    book: &Book,
    pen: &mut Pen,
    row: u32,
    placement: &Placement,
    courses_col: u16,
    why_col: u16,
    days_col: u16,
) -> Result<(), XlsxError> {
    let (style, ward) = (&book.style, book.ward);
    let Placement { entry, line, .. } = placement;
    let code = |group: Option<GroupId>| group.map_or("", |g| book.code(g));
    let numbers: Vec<u8> = entry.days.iter().map(|d| d.number()).collect();
    pen.number(row, col::ROW, f64::from(line.row), &style.quiet)?;
    match placement.number.parse::<u32>() {
        Ok(number) => pen.number(row, col::NUMBER, f64::from(number), &style.code)?,
        Err(_) => pen.text(row, col::NUMBER, placement.number, &style.code)?,
    }
    pen.text(row, col::TASK, &line.name, &style.wrap)?;
    pen.text(row, col::CATEGORY, book.texts.category(&ward.categories[line.category].name), &style.wrap)?;
    pen.text(row, col::TIME, &Words(book.texts.lang()).timing(ward, &line.timing), &style.code)?;
    pen.text(row, col::DAYS, &book.texts.days(&numbers), &style.code)?;
    pen.text(row, col::TODAY, code(line.today), &style.code)?;
    pen.text(row, col::GROUP, book.code(entry.group), &style.input_code)?;
    change(book, pen, row, placement)?;
    pen.text(row, col::LOWEST, code(book.order.lowest_qualified(line)), &style.code)?;
    for group in ward.group_ids() {
        let col = col::FIRST_GROUP + group.0 as u16;
        let minutes = minutes_a_week(ward, line, group, entry.days);
        // The heading holds the code: text that a person wrote never becomes part of a formula.
        let formula = format!("=IF({}={},{minutes},0)", cell(row, col::GROUP), super::pen::fixed(HEAD, col));
        pen.formula(row, col, &formula, if group == entry.group { minutes } else { 0.0 }, &style.minutes)?;
    }
    let courses: Vec<&str> = line
        .training
        .iter()
        .filter(|(group, _)| *group == entry.group)
        .map(|(_, course)| ward.courses[course.0].name.as_str())
        .collect();
    let (courses, why) = (courses.join(", "), why(book, placement, &numbers));
    pen.text(row, courses_col, &courses, &style.wrap)?;
    pen.text(row, why_col, &why, &style.wrap)?;
    pen.text(row, days_col, &numbers.iter().map(u8::to_string).collect::<String>(), &style.quiet)?;
    let most = [lines(&line.name, 40.0), lines(&why, 50.0), lines(&courses, 16.0)].into_iter().fold(1.0, f64::max);
    pen.sheet.set_row_height(row, height(most))?;
    Ok(())
}

/// What changed, as a sign and from → to; it follows the group when somebody chooses another.
fn change(book: &Book, pen: &mut Pen, row: u32, placement: &Placement) -> Result<(), XlsxError> {
    let (today, group) = (cell(row, col::TODAY), cell(row, col::GROUP));
    let line = placement.line;
    let may = line.today.is_none_or(|t| book.order.forbids(line, t).is_none());
    let sign = if may { "●" } else { "▲" };
    let formula = format!("=IF({today}=\"\",\"?\",IF({group}={today},\"\",\"{sign} \"&{today}&\" → \"&{group}))");
    let result = match (placement.kind, line.today) {
        (Kind::Untold, _) | (_, None) => "?".to_owned(),
        (Kind::Kept, _) => String::new(),
        (_, Some(from)) => format!("{sign} {} → {}", book.code(from), book.code(placement.entry.group)),
    };
    pen.text_formula(row, col::CHANGE, &formula, &result, &book.style.code)
}

/// Colour for what the sign says: the whole row up to the reason.
fn mark_changes(pen: &mut Pen, last: u32, why: u16) -> Result<(), XlsxError> {
    let sign = format!("${}{}", crate::table::column_name(u32::from(col::CHANGE)), FIRST + 1);
    for (mark, color) in [("●", MOVED), ("▲", CORRECTED), ("?", UNTOLD)] {
        let rule = ConditionalFormatFormula::new()
            .set_rule(Formula::new(format!("=LEFT({sign},1)=\"{mark}\"")))
            .set_format(fill(color));
        pen.sheet.add_conditional_format(FIRST, col::NUMBER, last, why, &rule)?;
    }
    Ok(())
}

/// Why it stands there: the sentence that came with the plan, or what the rules alone tell.
fn why(book: &Book, placement: &Placement, days: &[u8]) -> String {
    let Placement { entry, line, .. } = placement;
    if let Some(reason) = book.reasons.get(&(line.row, days.to_vec())) {
        return reason.clone();
    }
    let group = Value::from(book.code(entry.group));
    let may: Vec<GroupId> = book.order.qualified(line);
    if line.pinned == Some(entry.group) {
        return match &line.note {
            Some(note) => book.text_with("why-pinned-note", &[("group", group), ("note", note.as_str().into())]),
            None => book.text_with("why-pinned", &[("group", group)]),
        };
    }
    if may == [entry.group] {
        return book.text_with("why-only", &[("group", group)]);
    }
    let lowest = book.order.lowest_qualified(line);
    if lowest == Some(entry.group) {
        return book.text_with("why-lowest", &[("group", group)]);
    }
    let others: Vec<String> = may.iter().filter(|g| **g != entry.group).map(|g| book.code(*g).to_owned()).collect();
    book.text_with("why-above", &[("group", group), ("others", book.texts.list(&others).into())])
}
