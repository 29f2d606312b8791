//! Minutes against capacity for every group and cell; capacity follows the heads on the staffing sheet.

use std::collections::HashMap;

use fordel_core::measure::distribution::{Entry, proposed};
use fordel_core::measure::work::cells;
use fordel_core::plan::Load;
use fordel_core::time::{Cell, Day};
use fordel_core::ward::GroupId;
use rust_xlsxwriter::{
    Color, ConditionalFormat3ColorScale, ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatType,
    Format, FormatBorder, Worksheet, XlsxError,
};

use super::layout::{Side, assumed};
use super::pen::{Paper, Pen, ROW_PIXELS, cell, range, scale};
use super::staffing_sheet::{Block, col as staffing};
use super::style::INK;
use super::{Book, SheetKind};

mod col {
    pub const GROUP: u16 = 0;
    pub const TIME: u16 = 1;
    pub const USE: u16 = 2;
    pub const TODAY: u16 = 9;
    pub const WEEK: u16 = 16;
    pub const MINUTES: u16 = 19;
    pub const CAPACITY: u16 = 26;
}

/// Heading and first row (indices).
const HEAD: u32 = 4;
const FIRST: u32 = 5;
/// Use that stands in for work without any capacity, so that the cell is marked and the sum of a row stays a number.
const NO_CAPACITY: f64 = 9.99;

/// A load's place: group code, day (1 = Monday), interval label.
type LoadKey<'a> = (&'a str, u8, &'a str);

pub(super) fn write(book: &Book) -> Result<Worksheet, XlsxError> {
    let mut pen = Pen::new(book, SheetKind::Workload, Paper::Landscape)?;
    let mut widths = vec![9.0, 9.0];
    widths.extend([7.6; 14]);
    widths.extend([9.0, 9.5, 10.5]);
    widths.extend([6.5; 14]);
    pen.widths(&widths)?;
    pen.text(0, 0, &book.text("sheet-workload"), &book.style.title)?;
    pen.text(0, col::USE, &book.plan.unit, &book.style.title)?;
    pen.text(1, col::USE, &book.text("workload-legend"), &book.style.remark)?;
    pen.sheet.set_row_height(0, 26)?;
    headings(book, &mut pen)?;

    let (proposal, today) = (by_place(&book.plan.workload), by_place(&book.plan.today.workload));
    let entries = proposed(book.ward, book.plan);
    let mut row = FIRST;
    for group in book.ward.group_ids() {
        for interval in 0..book.ward.intervals.len() {
            write_row(book, &mut pen, row, group, interval, &proposal, &today, &entries)?;
            row += 1;
        }
    }
    colours(&mut pen, row - 1)?;
    pen.sheet.autofilter(HEAD, col::GROUP, row - 1, col::TIME)?;
    pen.sheet.set_freeze_panes(FIRST, col::USE)?;
    // Two pages: the use, and the minutes and capacity that it comes from.
    pen.sheet.set_vertical_page_breaks(&[u32::from(col::MINUTES)])?;
    pen.sheet.set_repeat_rows(HEAD - 1, HEAD)?;
    pen.sheet.set_repeat_columns(col::GROUP, col::TIME)?;
    let rows = f64::from(row * ROW_PIXELS) * 0.75 + 60.0;
    pen.sheet.set_print_scale(scale(Paper::Landscape, &widths[..usize::from(col::MINUTES)], rows, 55));
    Ok(pen.sheet)
}

fn by_place(loads: &[Load]) -> HashMap<LoadKey<'_>, &Load> {
    loads.iter().map(|l| ((l.group.as_str(), l.day, l.interval.as_str()), l)).collect()
}

fn headings(book: &Book, pen: &mut Pen) -> Result<(), XlsxError> {
    let (head, block) = (&book.style.head, &book.style.block);
    for (col, key) in [(col::GROUP, "group"), (col::TIME, "time")] {
        pen.text(HEAD - 1, col, "", head)?;
        pen.text(HEAD, col, &book.text(key), head)?;
    }
    for (first, key) in [
        (col::MINUTES, "load-minutes"),
        (col::CAPACITY, "load-capacity"),
        (col::USE, "load-use"),
        (col::TODAY, "load-today"),
    ] {
        pen.sheet.merge_range(HEAD - 1, first, HEAD - 1, first + 6, &book.text(key), block)?;
        for day in Day::all() {
            let name = book.texts.get(&format!("day-short-{}", day.number()));
            pen.text(HEAD, first + u16::from(day.0), &name, block)?;
        }
    }
    pen.sheet.merge_range(HEAD - 1, col::WEEK, HEAD - 1, col::WEEK + 2, &book.text("load-week"), block)?;
    for (i, key) in ["minutes", "capacity", "use"].into_iter().enumerate() {
        pen.text(HEAD, col::WEEK + i as u16, &book.text(key), head)?;
    }
    Ok(())
}

#[allow(clippy::too_many_arguments)]
fn write_row(
    book: &Book,
    pen: &mut Pen,
    row: u32,
    group: GroupId,
    interval: usize,
    proposal: &HashMap<LoadKey<'_>, &Load>,
    today: &HashMap<LoadKey<'_>, &Load>,
    entries: &[Entry],
) -> Result<(), XlsxError> {
    let style = &book.style;
    let label = book.ward.intervals.get(interval).label();
    let first_of_group = interval == 0;
    let edge = |f: &Format| {
        if first_of_group {
            f.clone().set_border_top(FormatBorder::Thin).set_border_top_color(Color::RGB(INK))
        } else {
            f.clone()
        }
    };
    pen.text(row, col::GROUP, book.code(group), &edge(&style.code))?;
    pen.text(row, col::TIME, &label, &edge(&style.code))?;
    let mut week = (0.0, 0.0);
    for day in Day::all() {
        let (d, number) = (u16::from(day.0), day.number());
        let key = (book.code(group), number, label.as_str());
        let minutes = proposal.get(&key).map_or(0.0, |l| l.minutes);
        let (formula, capacity) = capacity(book, group, Cell { day, interval }, entries);
        week = (week.0 + minutes, week.1 + capacity);
        pen.number(row, col::MINUTES + d, minutes, &edge(&style.minutes))?;
        pen.formula(row, col::CAPACITY + d, &formula, capacity, &edge(&style.minutes))?;
        let (of, over) = (cell(row, col::MINUTES + d), cell(row, col::CAPACITY + d));
        let used = used(minutes, capacity);
        let formula = format!("=IF({over}>0.5,{of}/{over},IF({of}>0.5,{NO_CAPACITY},\"\"))");
        match used {
            Some(used) => pen.formula(row, col::USE + d, &formula, used, &edge(&style.load))?,
            None => pen.text_formula(row, col::USE + d, &formula, "", &edge(&style.load))?,
        }
        let used_today = today.get(&key).and_then(|l| self::used(l.minutes, l.capacity));
        pen.number_if(row, col::TODAY + d, used_today, &edge(&style.load))?;
    }
    let sum = |first: u16| format!("=SUM({})", range(row, first, row, first + 6));
    pen.formula(row, col::WEEK, &sum(col::MINUTES), week.0, &edge(&style.sum(&style.minutes)))?;
    pen.formula(row, col::WEEK + 1, &sum(col::CAPACITY), week.1, &edge(&style.sum(&style.minutes)))?;
    let (of, over) = (cell(row, col::WEEK), cell(row, col::WEEK + 1));
    let formula = format!("=IF({over}>0.5,{of}/{over},\"\")");
    let load = edge(&style.sum(&style.load));
    match used(week.0, week.1).filter(|_| week.1 > 0.5) {
        Some(used) => pen.formula(row, col::WEEK + 2, &formula, used, &load),
        None => pen.text_formula(row, col::WEEK + 2, &formula, "", &load),
    }
}

/// Minutes as a share of capacity; nothing where there is neither.
fn used(minutes: f64, capacity: f64) -> Option<f64> {
    if capacity > 0.5 { Some(minutes / capacity) } else { (minutes > 0.5).then_some(NO_CAPACITY) }
}

/// Capacity of a cell as a formula over the heads of the staffing sheet, and its value:
/// `Σ heads × minutes in the cell × task time − people held by bound work × length × task time`.
fn capacity(book: &Book, group: GroupId, at: Cell, entries: &[Entry]) -> (String, f64) {
    let ward = book.ward;
    let stretch = ward.intervals.stretch(at);
    let monday = Block::of(Side::Proposal).monday;
    debug_assert_eq!(monday, staffing::PROPOSAL);
    let (mut terms, mut minutes) = (Vec::new(), 0.0);
    for &id in book.layout.shifts.iter().filter(|s| ward.shifts[s.0].group == group) {
        let shift = &ward.shifts[id.0];
        for day in shift.days.iter() {
            let overlap = shift.window.on(day).overlap(stretch);
            if overlap > 0 {
                let heads = book.layout.staffing_cell(book.layout.staffing_row(id), monday + u16::from(day.0));
                terms.push(format!("{overlap}*{heads}"));
                minutes += f64::from(overlap) * f64::from(book.layout.heads(Side::Proposal, id)[usize::from(day.0)]);
            }
        }
    }
    let held = held(book, group, at, entries);
    let task_time = book.layout.group_cell(group, assumed::TASK_TIME);
    let heads = if terms.is_empty() { "0".to_owned() } else { terms.join("+") };
    (format!("={task_time}*({heads}-{held})"), ward.group(group).task_time * (minutes - held))
}

/// Minutes of presence that bound work on the group takes in a cell.
fn held(book: &Book, group: GroupId, at: Cell, entries: &[Entry]) -> f64 {
    let length = f64::from(book.ward.intervals.get(at.interval).minutes());
    entries
        .iter()
        .filter(|e| e.group == group)
        .map(|e| (&book.ward.lines[e.line.0], e.days))
        .filter(|(line, _)| line.bound)
        .map(|(line, days)| {
            let days = days.iter().filter(|&d| cells(book.ward, &line.timing, d).contains(&at)).count();
            days as f64 * f64::from(line.people) * length
        })
        .sum()
}

/// From white to yellow at full use, red beyond it. The number's own ▲ and bold type say the same without colour.
fn colours(pen: &mut Pen, last: u32) -> Result<(), XlsxError> {
    for first in [col::USE, col::TODAY] {
        let beyond = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::GreaterThan(1.000_001))
            .set_format(Format::new().set_bold().set_font_color("7A0C0C"));
        pen.sheet.add_conditional_format(FIRST, first, last, first + 6, &beyond)?;
        let scale = ConditionalFormat3ColorScale::new()
            .set_minimum(ConditionalFormatType::Number, 0)
            .set_midpoint(ConditionalFormatType::Number, 1)
            .set_maximum(ConditionalFormatType::Number, 1.4)
            .set_minimum_color("FFFFFF")
            .set_midpoint_color("FBE3A6")
            .set_maximum_color("E8857A");
        pen.sheet.add_conditional_format(FIRST, first, last, first + 6, &scale)?;
    }
    Ok(())
}
