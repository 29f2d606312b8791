//! The names behind the activity plan's numbers: a page an interval, sorted by group.

use fordel_core::measure::activity::{Activity, Slot, activity};
use fordel_core::measure::distribution::proposed;
use fordel_core::ward::GroupId;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::activity_sheet::slot_label;
use super::pen::{Paper, Pen, height, lines, range, scale};
use super::{Book, SheetKind};

const WIDTHS: [f64; 6] = [9.0, 7.0, 56.0, 26.0, 12.0, 8.0];

pub(super) fn write(book: &Book) -> Result<Worksheet, XlsxError> {
    let mut pen = Pen::new(book, SheetKind::Names, Paper::Portrait)?;
    pen.widths(&WIDTHS)?;
    let plans = activity(book.ward, &proposed(book.ward, book.plan));
    let (mut row, mut tallest) = (0, 0.0_f64);
    let mut breaks = Vec::new();
    for slot in Slot::all(book.ward) {
        if row > 0 {
            breaks.push(row);
        }
        let (next, height) = write_slot(book, &mut pen, row, slot, &plans)?;
        (row, tallest) = (next, tallest.max(height));
    }
    pen.sheet.set_page_breaks(&breaks)?;
    // Below this scale the names can't be read on paper: a longer list then runs over to a second page.
    pen.sheet.set_print_scale(scale(Paper::Portrait, &WIDTHS, tallest, 60));
    Ok(pen.sheet)
}

/// Tasks of one row of the activity plan: (group, category, number, name, minutes a week, new).
type Listed<'a> = (GroupId, usize, &'a str, &'a str, f64, bool);

fn write_slot(book: &Book, pen: &mut Pen, top: u32, slot: Slot, plans: &[Activity]) -> Result<(u32, f64), XlsxError> {
    let style = &book.style;
    let title = book.text_with("names-title", &[("slot", slot_label(book, slot).into())]);
    pen.text(top, 0, &title, &style.title)?;
    pen.sheet.set_row_height(top, 24)?;
    let head = top + 1;
    for (col, key) in ["group", "number", "task", "category", "minutes-week", "new"].into_iter().enumerate() {
        pen.text(head, col as u16, &book.text(key), &style.head)?;
    }
    let mut total_height = 24.0 + 30.0;
    pen.sheet.set_row_height(head, 30)?;
    let mut row = head + 1;
    for (group, category, number, name, minutes, new) in listed(book, slot, plans) {
        let of_category = book.texts.category(&book.ward.categories[category].name);
        pen.text(row, 0, book.code(group), &style.code)?;
        match number.parse::<u32>() {
            Ok(number) => pen.number(row, 1, f64::from(number), &style.code)?,
            Err(_) => pen.text(row, 1, number, &style.code)?,
        }
        pen.text(row, 2, name, &style.wrap)?;
        pen.text(row, 3, of_category, &style.wrap)?;
        pen.number(row, 4, minutes, &style.whole)?;
        pen.text(row, 5, if new { "*" } else { "" }, &style.code)?;
        let of_row = height(lines(name, WIDTHS[2]).max(lines(of_category, WIDTHS[3])));
        pen.sheet.set_row_height(row, of_row)?;
        total_height += of_row;
        row += 1;
    }
    if row == head + 1 {
        pen.text(row, 0, &book.text("nothing-here"), &style.remark)?;
        row += 1;
    } else {
        let (text, whole) = (style.sum(&style.text), style.sum(&style.whole));
        for col in 0..6 {
            pen.text(row, col, if col == 2 { book.text("sum-minutes") } else { String::new() }.as_str(), &text)?;
        }
        let total = listed(book, slot, plans).iter().map(|l| l.4).sum();
        pen.formula(row, 4, &format!("=SUM({})", range(head + 1, 4, row - 1, 4)), total, &whole)?;
        row += 1;
    }
    Ok((row, total_height + 2.0 * height(1.0)))
}

fn listed<'a>(book: &Book<'a>, slot: Slot, plans: &'a [Activity]) -> Vec<Listed<'a>> {
    let mut tasks = Vec::new();
    for plan in plans {
        let row = &plan.rows[slot.index(book.ward)];
        for (category, work) in row.categories.iter().enumerate() {
            for task in &work.tasks {
                let name = book.ward.lines[task.line.0].name.as_str();
                tasks.push((plan.group, category, task.number.as_str(), name, task.week, task.new));
            }
        }
    }
    tasks
}
