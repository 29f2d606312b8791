//! The training plan: courses, who lacks them, hours and kroner, and the tasks that they open.

use fordel_core::ward::CourseId;
use rust_xlsxwriter::{Worksheet, XlsxError};

use super::layout::{CourseRow, Setting, Side, TRAINING_SUM_COLUMN, TRAINING_SUMS, assumed};
use super::pen::{Paper, Pen, cell, height, lines, range};
use super::{Book, SheetKind};

mod col {
    pub const GROUP: u16 = 0;
    pub const COURSE: u16 = 1;
    pub const PEOPLE: u16 = 2;
    pub const HOURS: u16 = 3;
    pub const ALL_HOURS: u16 = 4;
    pub const FEE: u16 = 5;
    pub const MONTHS: u16 = 6;
    pub const YEARS: u16 = 7;
    pub const ONCE: u16 = 8;
    pub const YEARLY: u16 = 9;
    pub const SIDES: u16 = 10;
    pub const TASKS: u16 = 13;
}

const HEAD: u32 = 7;
const FIRST: u32 = 8;

pub(super) fn write(book: &Book) -> Result<Worksheet, XlsxError> {
    debug_assert_eq!(col::YEARLY, TRAINING_SUM_COLUMN);
    let mut pen = Pen::new(book, SheetKind::Training, Paper::Landscape)?;
    pen.widths(&[9.0, 28.0, 9.0, 10.0, 9.0, 10.0, 9.0, 10.0, 12.0, 12.0, 10.0, 8.0, 10.0, 56.0])?;
    pen.title(book, SheetKind::Training, "training-legend")?;
    let rows = &book.layout.courses;
    sums(book, &mut pen, FIRST + (rows.len() as u32).max(1) - 1)?;
    for (col, key) in [
        "group",
        "course",
        "people-lacking",
        "hours-each",
        "hours-all",
        "fee-each",
        "valid-months",
        "spread-years",
        "cost-once",
        "cost-yearly",
        "in-proposal",
        "in-today",
        "in-carried",
        "opens",
    ]
    .into_iter()
    .enumerate()
    {
        pen.text(HEAD, col as u16, &book.text(key), &book.style.head)?;
    }
    pen.sheet.set_row_height(HEAD, 32)?;
    for (i, course) in rows.iter().enumerate() {
        write_row(book, &mut pen, FIRST + i as u32, course)?;
    }
    if rows.is_empty() {
        pen.text(FIRST, 0, &book.text("no-courses"), &book.style.remark)?;
    } else {
        pen.sheet.autofilter(HEAD, 0, FIRST + rows.len() as u32 - 1, col::TASKS)?;
    }
    pen.sheet.set_freeze_panes(FIRST, 2)?;
    pen.print_table(HEAD, HEAD)?;
    Ok(pen.sheet)
}

/// A year's cost of the courses of each side: the rows that say yes.
fn sums(book: &Book, pen: &mut Pen, last: u32) -> Result<(), XlsxError> {
    let (text, whole, kroner) =
        (book.style.sum(&book.style.text), book.style.sum(&book.style.minutes), book.style.sum(&book.style.kroner));
    for (col, key) in [
        (col::GROUP, "sum"),
        (col::PEOPLE, "seats"),
        (col::ALL_HOURS, "hours-all"),
        (col::ONCE, "cost-once"),
        (col::YEARLY, "cost-yearly"),
    ] {
        pen.text(TRAINING_SUMS - 1, col, &book.text(key), &book.style.head)?;
    }
    pen.sheet.set_row_height(TRAINING_SUMS - 1, 30)?;
    for (side, key) in Side::ALL.into_iter().zip(["sum-proposal", "sum-today", "sum-carried"]) {
        let row = TRAINING_SUMS + side as u32;
        let chosen = col::SIDES + side as u16;
        for col in 0..=col::YEARLY {
            pen.text(row, col, "", &text)?;
        }
        pen.text(row, 0, &book.text(key), &text)?;
        let of_side = || book.layout.courses.iter().filter(|c| c.sides[side as usize]);
        let yes = range(FIRST, chosen, last, chosen);
        let sum_if = |col: u16| format!("=SUMIF({yes},1,{})", range(FIRST, col, last, col));
        let people = of_side().map(|c| f64::from(c.people)).sum();
        pen.formula(row, col::PEOPLE, &sum_if(col::PEOPLE), people, &whole)?;
        let hours = of_side().map(|c| f64::from(c.people) * book.ward.courses[c.course.0].hours).sum();
        pen.formula(row, col::ALL_HOURS, &sum_if(col::ALL_HOURS), hours, &book.style.sum(&book.style.one))?;
        pen.formula(row, col::ONCE, &sum_if(col::ONCE), of_side().map(|c| c.once(book.ward)).sum(), &kroner)?;
        pen.formula(row, col::YEARLY, &sum_if(col::YEARLY), book.layout.course_cost(book.ward, side), &kroner)?;
    }
    Ok(())
}

fn write_row(book: &Book, pen: &mut Pen, row: u32, taken: &CourseRow) -> Result<(), XlsxError> {
    let (style, CourseId(course)) = (&book.style, taken.course);
    let course = &book.ward.courses[course];
    pen.text(row, col::GROUP, book.code(taken.group), &style.code)?;
    pen.text(row, col::COURSE, &course.name, &style.wrap)?;
    pen.number(row, col::PEOPLE, f64::from(taken.people), &style.input)?;
    pen.number(row, col::HOURS, course.hours, &style.input_two)?;
    let all = format!("={}*{}", cell(row, col::PEOPLE), cell(row, col::HOURS));
    pen.formula(row, col::ALL_HOURS, &all, f64::from(taken.people) * course.hours, &style.one)?;
    pen.number(row, col::FEE, course.fee_kr, &style.input)?;
    pen.number_if(row, col::MONTHS, course.valid_months.map(f64::from), &style.input)?;
    let (months, years) = (cell(row, col::MONTHS), book.layout.setting_cell(Setting::TrainingYears));
    let spread = format!("=IF({months}=\"\",{years},MIN({years},{months}/12))");
    pen.formula(row, col::YEARS, &spread, taken.years(book.ward), &style.two)?;
    let once = format!(
        "={}*({}*{}+{})",
        cell(row, col::PEOPLE),
        cell(row, col::HOURS),
        book.layout.group_cell(taken.group, assumed::HOURLY),
        cell(row, col::FEE)
    );
    pen.formula(row, col::ONCE, &once, taken.once(book.ward), &style.kroner)?;
    let yearly = format!("={}/{}", cell(row, col::ONCE), cell(row, col::YEARS));
    pen.formula(row, col::YEARLY, &yearly, taken.year_cost(book.ward), &style.kroner)?;
    for side in Side::ALL {
        let taken = taken.sides[side as usize].then_some(1.0);
        pen.number_if(row, col::SIDES + side as u16, taken, &style.code)?;
    }
    let tasks = taken.tasks.join("; ");
    pen.text(row, col::TASKS, &tasks, &style.wrap)?;
    pen.sheet.set_row_height(row, height(lines(&tasks, 56.0).max(lines(&course.name, 28.0))))?;
    Ok(())
}
