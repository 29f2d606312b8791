//! The activity plan: eight rows by twelve categories for each group, one landscape page a group.

use fordel_core::complaint::Value;
use fordel_core::measure::activity::{Activity, Row, Slot, Work, activity};
use fordel_core::measure::distribution::proposed;
use fordel_core::ward::GroupId;
use rust_xlsxwriter::{Color, Format, FormatBorder, Worksheet, XlsxError};

use super::pen::{Paper, Pen, lines, range, scale};
use super::style::INK;
use super::{Book, SheetKind};

/// Width of a category's column, characters.
const CATEGORY_WIDTH: f64 = 11.5;
/// Heights in points: title and remark, heading, a row of minutes, a line of task numbers.
const TITLE: f64 = 38.0;
const HEADING: f64 = 112.0;
const MINUTES: f64 = 15.0;
const NUMBERS: f64 = 12.0;

pub(super) fn write(book: &Book) -> Result<Worksheet, XlsxError> {
    let mut pen = Pen::new(book, SheetKind::Activity, Paper::Landscape)?;
    let plans = activity(book.ward, &proposed(book.ward, book.plan));
    let mut widths = vec![8.5, 10.5];
    widths.extend(vec![CATEGORY_WIDTH; book.ward.categories.len()]);
    widths.push(9.0);
    pen.widths(&widths)?;

    let (mut row, mut tallest) = (0, 0.0_f64);
    let mut breaks = Vec::new();
    for plan in &plans {
        if row > 0 {
            breaks.push(row);
        }
        let (next, height) = write_group(book, &mut pen, row, plan)?;
        (row, tallest) = (next, tallest.max(height));
    }
    pen.sheet.set_page_breaks(&breaks)?;
    pen.sheet.set_print_scale(scale(Paper::Landscape, &widths, tallest, 25));
    pen.sheet.set_freeze_panes(0, 2)?;
    Ok(pen.sheet)
}

/// A group's page; gives the row after it and its height in points.
fn write_group(book: &Book, pen: &mut Pen, top: u32, plan: &Activity) -> Result<(u32, f64), XlsxError> {
    let last = 2 + book.ward.categories.len() as u16;
    title(book, pen, top, plan.group)?;
    let head = top + 2;
    pen.text(head, 0, &book.text("time"), &book.style.head)?;
    pen.text(head, 1, "", &book.style.head)?;
    for (i, category) in book.ward.categories.iter().enumerate() {
        pen.text(head, 2 + i as u16, book.texts.category(&category.name), &book.style.upright_head)?;
    }
    pen.text(head, last, &book.text("sum-minutes"), &book.style.upright_head)?;
    pen.sheet.set_row_height(head, HEADING)?;

    let mut height = TITLE + HEADING;
    let mut row = head + 1;
    for of_slot in &plan.rows {
        height += write_slot(book, pen, row, last, of_slot)?;
        row += 3;
    }
    height += sums(book, pen, row, head + 1, last, plan)?;
    Ok((row + 2, height))
}

fn title(book: &Book, pen: &mut Pen, row: u32, group: GroupId) -> Result<(), XlsxError> {
    let of_group = book.ward.group(group);
    let name = book.texts.group_name(&of_group.code, &of_group.name);
    let title = book.text_with("activity-title", &[("code", of_group.code.as_str().into()), ("group", name.into())]);
    pen.text(row, 0, &format!("{title} – {}", book.plan.unit), &book.style.title)?;
    let sum = book.plan.groups.iter().find(|s| s.group == of_group.code);
    let remark = book.text_with(
        "activity-remark",
        &[
            ("hours", Value::from(sum.map_or(0.0, |s| (s.minutes_week / 60.0).round()))),
            ("fte", Value::from(sum.map_or(0.0, |s| s.fte))),
        ],
    );
    pen.text(row + 1, 0, &remark, &book.style.remark)?;
    pen.sheet.set_row_height(row, 22)?;
    pen.sheet.set_row_height(row + 1, 16)?;
    Ok(())
}

/// Three rows: minutes on a weekday, minutes on a weekend day, task numbers.
fn write_slot(book: &Book, pen: &mut Pen, row: u32, last: u16, of_slot: &Row) -> Result<f64, XlsxError> {
    let style = &book.style;
    // A stronger line above keeps the three rows of an interval together.
    let edge =
        |format: &Format| format.clone().set_border_top(FormatBorder::Thin).set_border_top_color(Color::RGB(INK));
    let label = slot_label(book, of_slot.slot);
    for (offset, key) in [(0, "weekday"), (1, "weekend-day"), (2, "task-numbers")] {
        let format = if offset == 0 { edge(&style.text.clone().set_bold()) } else { style.text.clone() };
        pen.text(row + offset, 0, if offset == 0 { &label } else { "" }, &format)?;
        pen.text(
            row + offset,
            1,
            &book.text(key),
            &if offset == 0 { edge(&style.quiet) } else { style.quiet.clone() },
        )?;
    }
    let mut most_lines = 1.0_f64;
    for (i, work) in of_slot.categories.iter().enumerate() {
        let col = 2 + i as u16;
        pen.number(row, col, work.weekday, &edge(&style.minutes))?;
        pen.number(row + 1, col, work.weekend_day, &style.minutes)?;
        let numbers = numbers(work);
        most_lines = most_lines.max(lines(&numbers, CATEGORY_WIDTH));
        pen.text(row + 2, col, &numbers, &style.numbers)?;
    }
    let sum = |of: fn(&Work) -> f64| of_slot.categories.iter().map(of).sum::<f64>();
    let bold = style.sum(&style.minutes);
    for (offset, total) in [(0, sum(|w| w.weekday)), (1, sum(|w| w.weekend_day))] {
        let formula = format!("=SUM({})", range(row + offset, 2, row + offset, last - 1));
        pen.formula(row + offset, last, &formula, total, &if offset == 0 { edge(&bold) } else { bold.clone() })?;
    }
    pen.text(row + 2, last, "", &bold)?;
    let numbers_height = NUMBERS * most_lines + 2.0;
    pen.sheet.set_row_height(row, MINUTES)?;
    pen.sheet.set_row_height(row + 1, MINUTES)?;
    pen.sheet.set_row_height(row + 2, numbers_height)?;
    Ok(2.0 * MINUTES + numbers_height)
}

/// Sums by category; the rows of weekday and weekend minutes lie three apart.
fn sums(book: &Book, pen: &mut Pen, row: u32, first: u32, last: u16, plan: &Activity) -> Result<f64, XlsxError> {
    let (text, minutes) = (book.style.sum(&book.style.text), book.style.sum(&book.style.minutes));
    for (offset, key) in [(0, "weekday"), (1, "weekend-day")] {
        pen.text(row + offset, 0, if offset == 0 { book.text("sum-minutes") } else { String::new() }.as_str(), &text)?;
        pen.text(row + offset, 1, &book.text(key), &text)?;
        for col in 2..=last {
            let cells: Vec<String> =
                (0..plan.rows.len() as u32).map(|i| super::pen::cell(first + 3 * i + offset, col)).collect();
            let of = |work: &Work| if offset == 0 { work.weekday } else { work.weekend_day };
            let total: f64 = plan
                .rows
                .iter()
                .flat_map(|r| r.categories.iter().enumerate())
                .filter(|(i, _)| col == last || *i == usize::from(col - 2))
                .map(|(_, work)| of(work))
                .sum();
            pen.formula(row + offset, col, &format!("={}", cells.join("+")), total, &minutes)?;
        }
        pen.sheet.set_row_height(row + offset, MINUTES)?;
    }
    Ok(2.0 * MINUTES)
}

/// `1, 4*, 17`: a star for what comes from another group.
fn numbers(work: &Work) -> String {
    let numbers: Vec<String> =
        work.tasks.iter().map(|t| format!("{}{}", t.number, if t.new { "*" } else { "" })).collect();
    numbers.join(", ")
}

/// `07-09`, or the name of the rows without a time.
pub(super) fn slot_label(book: &Book, slot: Slot) -> String {
    match slot {
        Slot::Interval(i) => book.ward.intervals.get(i).label(),
        Slot::AroundTheClock => book.text("around-the-clock"),
        Slot::Daytime => book.text("daytime"),
    }
}
