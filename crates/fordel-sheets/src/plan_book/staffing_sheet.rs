//! Heads by shift and weekday: the proposal, today and today's distribution carried, with årsverk, people and kroner.

use fordel_core::time::Day;
use fordel_core::ward::{GroupId, ShiftId};
use rust_xlsxwriter::{ConditionalFormatFormula, DataValidation, DataValidationRule, Formula, Worksheet, XlsxError};

use super::cost;
use super::layout::{STAFFING_ROW, Setting, Side, assumed};
use super::pen::{Paper, Pen, cell, range, scale};
use super::style::{MOVED, fill};
use super::{Book, SheetKind};

/// Columns: the shift, the proposal with its differences from the others, then the others.
pub(super) mod col {
    pub const GROUP: u16 = 0;
    pub const SHIFT: u16 = 1;
    pub const CLOCK: u16 = 2;
    /// Monday's heads of the proposal.
    pub const PROPOSAL: u16 = 3;
    pub const DIFFERENCE: u16 = 14;
    pub const TODAY: u16 = 18;
    pub const CARRIED: u16 = 28;
    pub const LAST: u16 = 37;
    /// The last difference: kroner against carried.
    pub const KRONER_CHANGE: u16 = 17;
}

/// A side's columns.
#[derive(Clone, Copy)]
pub(super) struct Block {
    /// Monday's heads; the other days follow.
    pub monday: u16,
    pub hours: u16,
    pub fte: u16,
    /// People stand in the proposal's block alone.
    pub people: Option<u16>,
    pub kroner: u16,
}

impl Block {
    pub fn of(side: Side) -> Block {
        let (monday, people) = match side {
            Side::Proposal => (col::PROPOSAL, 1),
            Side::Today => (col::TODAY, 0),
            Side::Carried => (col::CARRIED, 0),
        };
        let people_col = (people == 1).then_some(monday + 9);
        Block { monday, hours: monday + 7, fte: monday + 8, people: people_col, kroner: monday + 9 + people }
    }
}

pub(super) fn write(book: &Book) -> Result<Worksheet, XlsxError> {
    let mut pen = Pen::new(book, SheetKind::Staffing, Paper::Landscape)?;
    let mut widths = vec![8.0, 7.0, 12.0];
    widths.extend([4.5; 7]);
    widths.extend([7.5, 8.0, 9.5, 12.0, 10.5, 10.5, 10.5, 12.0]);
    for _ in 0..2 {
        widths.extend([4.5; 7]);
        widths.extend([7.5, 8.0, 12.0]);
    }
    pen.widths(&widths)?;
    // The first columns stand on both pages: what is longer than they are starts after them.
    pen.text(0, 0, &book.text("sheet-staffing"), &book.style.title)?;
    pen.text(0, col::PROPOSAL, &book.plan.unit, &book.style.title)?;
    pen.text(1, col::PROPOSAL, &book.text("staffing-legend"), &book.style.remark)?;
    pen.text(2, col::PROPOSAL, &book.text("staffing-legend-more"), &book.style.remark)?;
    pen.sheet.set_row_height(0, 26)?;
    headings(book, &mut pen)?;
    for group in book.ward.group_ids() {
        write_group(book, &mut pen, group)?;
    }
    totals(book, &mut pen)?;
    mark(book, &mut pen)?;
    pen.sheet.set_freeze_panes(STAFFING_ROW, col::PROPOSAL)?;
    // Two pages: the proposal with its differences, and what it is compared with.
    let [first, second] = [0..col::TODAY, col::TODAY..col::LAST + 1].map(|cols| {
        let shown = (0..col::PROPOSAL).chain(cols.filter(|c| *c >= col::PROPOSAL));
        shown.map(|c| widths[usize::from(c)]).collect::<Vec<f64>>()
    });
    pen.sheet.set_vertical_page_breaks(&[u32::from(col::TODAY)])?;
    pen.sheet.set_repeat_rows(STAFFING_ROW - 2, STAFFING_ROW - 1)?;
    pen.sheet.set_repeat_columns(0, col::PROPOSAL - 1)?;
    pen.sheet.set_print_scale(scale(Paper::Landscape, &first, 1.0, 40).min(scale(Paper::Landscape, &second, 1.0, 40)));
    Ok(pen.sheet)
}

fn headings(book: &Book, pen: &mut Pen) -> Result<(), XlsxError> {
    let (head, block) = (&book.style.head, &book.style.block);
    let (over, row) = (STAFFING_ROW - 2, STAFFING_ROW - 1);
    for (col, key) in [(col::GROUP, "group"), (col::SHIFT, "shift"), (col::CLOCK, "clock")] {
        pen.text(over, col, "", head)?;
        pen.text(row, col, &book.text(key), head)?;
    }
    for side in Side::ALL {
        let at = Block::of(side);
        let title = clipped_title(book, side);
        pen.sheet.merge_range(over, at.monday, over, at.kroner, &title, block)?;
        for day in Day::all() {
            let name = book.texts.get(&format!("day-short-{}", day.number()));
            pen.text(row, at.monday + u16::from(day.0), &name, block)?;
        }
        pen.text(row, at.hours, &book.text("hours-week"), head)?;
        pen.text(row, at.fte, &book.text("fte"), head)?;
        if let Some(people) = at.people {
            pen.text(row, people, &book.text("people"), head)?;
        }
        pen.text(row, at.kroner, &book.text("kroner-year"), head)?;
    }
    pen.sheet.merge_range(over, col::DIFFERENCE, over, col::KRONER_CHANGE, &book.text("difference"), block)?;
    for (i, key) in ["shifts-against-today", "shifts-against-carried", "fte-against-carried", "kroner-against-carried"]
        .into_iter()
        .enumerate()
    {
        pen.text(row, col::DIFFERENCE + i as u16, &book.text(key), head)?;
    }
    pen.sheet.set_row_height(row, 58)?;
    Ok(())
}

fn clipped_title(book: &Book, side: Side) -> String {
    book.text(match side {
        Side::Proposal => "block-proposal",
        Side::Today if !book.ward.knows_staffing_today() => "block-today-untold",
        Side::Today => "block-today",
        Side::Carried if !book.layout.compares() => "block-carried-untold",
        Side::Carried if !told(book, side) => "block-carried-none",
        Side::Carried if book.plan.carried.year_cost.is_none() => "block-carried-relaxed",
        Side::Carried => "block-carried",
    })
}

/// Whether the side's heads are known.
fn told(book: &Book, side: Side) -> bool {
    match side {
        Side::Proposal => true,
        Side::Today => book.ward.knows_staffing_today(),
        Side::Carried => book.layout.compares() && !book.plan.carried.staffing.is_empty(),
    }
}

/// Whether there is a plan to compare.
fn decided(book: &Book) -> bool {
    book.plan.year_cost.is_some()
}

fn write_group(book: &Book, pen: &mut Pen, group: GroupId) -> Result<(), XlsxError> {
    let shifts: Vec<ShiftId> =
        book.layout.shifts.iter().copied().filter(|s| book.ward.shifts[s.0].group == group).collect();
    for &shift in &shifts {
        write_shift(book, pen, shift)?;
    }
    subtotal(book, pen, group, &shifts)
}

fn write_shift(book: &Book, pen: &mut Pen, id: ShiftId) -> Result<(), XlsxError> {
    let (style, shift, row) = (&book.style, &book.ward.shifts[id.0], book.layout.staffing_row(id));
    pen.text(row, col::GROUP, book.code(shift.group), &style.code)?;
    pen.text(row, col::SHIFT, &shift.name, &style.code)?;
    let clock = format!("{}–{}", shift.window.start, shift.window.end);
    pen.text(row, col::CLOCK, &clock, &style.code)?;
    for side in Side::ALL {
        let (at, heads) = (Block::of(side), book.layout.heads(side, id));
        let (hours, cost) = side_figures(book, side, id);
        for day in Day::all() {
            let col = at.monday + u16::from(day.0);
            let runs = shift.days.contains(day);
            let format = match (side, runs) {
                (_, false) => &style.closed,
                (Side::Proposal, true) => &style.input,
                (_, true) => &style.minutes,
            };
            let present = f64::from(heads[usize::from(day.0)]);
            let shown = told(book, side) && (runs || present > 0.0);
            pen.number_if(row, col, shown.then_some(present), format)?;
        }
        let days = range(row, at.monday, row, at.monday + 6);
        let paid = format!("=SUM({days})*{}", book.layout.shift_cell(id, assumed::PAID));
        pen.formula(row, at.hours, &paid, hours, &style.one)?;
        let group = book.ward.group(shift.group);
        pen.formula(
            row,
            at.fte,
            &fte_formula(book, shift.group, &cell(row, at.hours)),
            cost::fte(group, hours),
            &style.two,
        )?;
        if let Some(people) = at.people {
            pen.text(row, people, "", &style.text)?;
        }
        pen.formula(row, at.kroner, &cost_formula(book, id, row, at), cost, &style.kroner)?;
    }
    differences(book, pen, row, &[id], false)
}

/// Paid hours a week and kroner a year of a shift on a side.
fn side_figures(book: &Book, side: Side, id: ShiftId) -> (f64, f64) {
    let shift = &book.ward.shifts[id.0];
    let heads = book.layout.heads(side, id);
    let hours = f64::from(heads.iter().sum::<u32>()) * shift.paid_hours;
    let group = book.ward.group(shift.group);
    (hours, cost::WEEKS * cost::week_cost(group, &book.ward.settings, shift, heads))
}

fn fte_formula(book: &Book, group: GroupId, hours: &str) -> String {
    let of = |col| book.layout.group_cell(group, col);
    let (weeks, holiday) = (book.layout.setting_cell(Setting::Weeks), of(assumed::HOLIDAY));
    let (weekly, absence) = (of(assumed::WEEKLY_HOURS), of(assumed::ABSENCE));
    format!("={hours}/{weekly}/(1-{absence})*{weeks}/({weeks}-{holiday})")
}

/// Kroner a year: 52 times the week's cost of the shift.
fn cost_formula(book: &Book, id: ShiftId, row: u32, at: Block) -> String {
    let shift = |col| book.layout.shift_cell(id, col);
    let group = |col| book.layout.group_cell(book.ward.shifts[id.0].group, col);
    let setting = |s| book.layout.setting_cell(s);
    let all = format!("SUM({})", range(row, at.monday, row, at.monday + 6));
    let (paid, k) = (shift(assumed::PAID), format!("{}/{}", shift(assumed::PAID), shift(assumed::LENGTH)));
    let weekend: Vec<String> =
        (0..3).map(|i| format!("{}*{}", shift(assumed::WEEKEND + i), cell(row, at.monday + 4 + i))).collect();
    format!(
        "={weeks}*{hourly}*({paid}*{all}+{k}*({late}*{late_hours}*{all}+{rate}*({weekend})))/(1-{absence}*(1-{refund}))",
        weeks = setting(Setting::Weeks),
        hourly = group(assumed::HOURLY),
        late = setting(Setting::EveningNight),
        late_hours = shift(assumed::EVENING_NIGHT),
        rate = setting(Setting::Weekend),
        weekend = weekend.join("+"),
        absence = group(assumed::ABSENCE),
        refund = setting(Setting::Refund),
    )
}

fn subtotal(book: &Book, pen: &mut Pen, group: GroupId, shifts: &[ShiftId]) -> Result<(), XlsxError> {
    let style = &book.style;
    let (text, whole, one, two, kroner) = (
        style.sum(&style.text),
        style.sum(&style.minutes),
        style.sum(&style.one),
        style.sum(&style.two),
        style.sum(&style.kroner),
    );
    let row = book.layout.subtotal_row(group);
    let name = book.text_with("sum-of-group", &[("group", book.code(group).into())]);
    for col in 0..col::PROPOSAL {
        pen.text(row, col, if col == 0 { &name } else { "" }, &text)?;
    }
    let rows = book.layout.shift_range(book.ward, group);
    let sum =
        |col: u16| rows.map_or("=0".to_owned(), |(first, last)| format!("=SUM({})", range(first, col, last, col)));
    for side in Side::ALL {
        let at = Block::of(side);
        let by_day: [u32; 7] = std::array::from_fn(|d| shifts.iter().map(|&s| book.layout.heads(side, s)[d]).sum());
        for day in 0..7_u16 {
            let col = at.monday + day;
            pen.formula(row, col, &sum(col), f64::from(by_day[usize::from(day)]), &whole)?;
        }
        let (hours, year) = figures(book, side, shifts);
        let of_group = book.ward.group(group);
        let fte = cost::fte(of_group, hours);
        pen.formula(row, at.hours, &sum(at.hours), hours, &one)?;
        pen.formula(row, at.fte, &sum(at.fte), fte, &two)?;
        if let Some(people) = at.people {
            let most = f64::from(by_day[5].max(by_day[6]));
            let needed = cost::people(of_group, fte, most);
            match of_group.people {
                Some(_) => pen.number(row, people, needed, &whole)?,
                None => {
                    let weekend = range(row, at.monday + 5, row, at.monday + 6);
                    let every = book.layout.group_cell(group, assumed::WEEKEND_EVERY);
                    let formula =
                        format!("=ROUNDUP(MAX({},{every}*MAX({weekend}))-{},0)", cell(row, at.fte), cost::ROUNDING);
                    pen.formula(row, people, &formula, needed, &whole)?;
                }
            }
        }
        pen.formula(row, at.kroner, &sum(at.kroner), year, &kroner)?;
    }
    differences(book, pen, row, shifts, true)
}

/// Paid hours a week and kroner a year of shifts on a side.
fn figures(book: &Book, side: Side, shifts: &[ShiftId]) -> (f64, f64) {
    shifts.iter().map(|&s| side_figures(book, side, s)).fold((0.0, 0.0), |(h, c), (hours, cost)| (h + hours, c + cost))
}

/// Proposal less today and less carried; empty where the other side isn't known.
fn differences(book: &Book, pen: &mut Pen, row: u32, shifts: &[ShiftId], is_sum: bool) -> Result<(), XlsxError> {
    let style = &book.style;
    let format = |f: &rust_xlsxwriter::Format| if is_sum { style.sum(f) } else { f.clone() };
    let proposal = Block::of(Side::Proposal);
    let heads = |side| shifts.iter().flat_map(|&s| book.layout.heads(side, s)).sum::<u32>();
    let days = |at: Block| format!("SUM({})", range(row, at.monday, row, at.monday + 6));
    for (i, side) in [Side::Today, Side::Carried].into_iter().enumerate() {
        let col = col::DIFFERENCE + i as u16;
        let result = f64::from(heads(Side::Proposal)) - f64::from(heads(side));
        if told(book, side) && decided(book) {
            let formula = format!("={}-{}", days(proposal), days(Block::of(side)));
            pen.formula(row, col, &formula, result, &format(&style.change))?;
        } else {
            pen.text(row, col, "", &format(&style.text))?;
        }
    }
    let carried = Block::of(Side::Carried);
    let (ours, theirs) = (figures(book, Side::Proposal, shifts), figures(book, Side::Carried, shifts));
    let fte =
        |hours: f64| shifts.first().map_or(0.0, |s| cost::fte(book.ward.group(book.ward.shifts[s.0].group), hours));
    let (fte_col, kroner_col) = (col::DIFFERENCE + 2, col::DIFFERENCE + 3);
    if told(book, Side::Carried) && decided(book) {
        let minus = |ours: u16, theirs: u16| format!("={}-{}", cell(row, ours), cell(row, theirs));
        let change = fte(ours.0) - fte(theirs.0);
        pen.formula(row, fte_col, &minus(proposal.fte, carried.fte), change, &format(&style.change_two))?;
        pen.formula(
            row,
            kroner_col,
            &minus(proposal.kroner, carried.kroner),
            ours.1 - theirs.1,
            &format(&style.change),
        )?;
    } else {
        pen.text(row, fte_col, "", &format(&style.text))?;
        pen.text(row, kroner_col, "", &format(&style.text))?;
    }
    Ok(())
}

/// Sums of the ward, courses, and the cost of a year against what the plan told when it was made.
fn totals(book: &Book, pen: &mut Pen) -> Result<(), XlsxError> {
    let (top, style) = (book.layout.total_row(), &book.style);
    let (text, one, two, kroner) =
        (style.sum(&style.text), style.sum(&style.one), style.sum(&style.two), style.sum(&style.kroner));
    let groups: Vec<u32> = book.ward.group_ids().map(|g| book.layout.subtotal_row(g)).collect();
    let labels = ["sum-shifts", "courses-year", "year-cost", "year-cost-told", "year-cost-off"];
    for (i, key) in labels.into_iter().enumerate() {
        for col in 0..=col::LAST {
            pen.text(top + i as u32, col, "", &text)?;
        }
        pen.text(top + i as u32, 0, &book.text(key), &text)?;
    }
    let sum_of = |col: u16| groups.iter().map(|r| cell(*r, col)).collect::<Vec<_>>().join("+");
    for side in Side::ALL.into_iter().filter(|s| told(book, *s)) {
        let at = Block::of(side);
        let year_told = match side {
            Side::Proposal => book.plan.year_cost,
            Side::Today => book.plan.today.year_cost,
            Side::Carried => book.plan.carried.year_cost.or(book.plan.carried.relaxed_cost),
        };
        let (hours, cost) = figures(book, side, &book.layout.shifts);
        let fte: f64 = book
            .ward
            .group_ids()
            .map(|g| {
                let of_group: Vec<ShiftId> =
                    book.layout.shifts.iter().copied().filter(|s| book.ward.shifts[s.0].group == g).collect();
                cost::fte(book.ward.group(g), figures(book, side, &of_group).0)
            })
            .sum();
        pen.formula(top, at.hours, &format!("={}", sum_of(at.hours)), hours, &one)?;
        pen.formula(top, at.fte, &format!("={}", sum_of(at.fte)), fte, &two)?;
        pen.formula(top, at.kroner, &format!("={}", sum_of(at.kroner)), cost, &kroner)?;
        let courses = book.layout.course_cost(book.ward, side);
        pen.formula(top + 1, at.kroner, &format!("={}", book.layout.training_sum(side)), courses, &kroner)?;
        let year = format!("={}+{}", cell(top, at.kroner), cell(top + 1, at.kroner));
        pen.formula(top + 2, at.kroner, &year, cost + courses, &kroner)?;
        pen.number_if(top + 3, at.kroner, year_told, &kroner)?;
        if let Some(told) = year_told {
            // Sums of many terms may differ in the last digits: whole kroner are compared.
            let off = format!("=ROUND({}-{},0)", cell(top + 2, at.kroner), cell(top + 3, at.kroner));
            pen.formula(top + 4, at.kroner, &off, (cost + courses - told).round(), &style.sum(&style.change))?;
        }
    }
    if told(book, Side::Carried) && decided(book) {
        let difference = |offset: u32| {
            let (ours, theirs) = (Block::of(Side::Proposal).kroner, Block::of(Side::Carried).kroner);
            format!("={}-{}", cell(top + offset, ours), cell(top + offset, theirs))
        };
        let year = |side| figures(book, side, &book.layout.shifts).1 + book.layout.course_cost(book.ward, side);
        let result = year(Side::Proposal) - year(Side::Carried);
        pen.formula(top + 2, col::KRONER_CHANGE, &difference(2), result, &style.sum(&style.change))?;
    }
    Ok(())
}

/// Colour where the heads differ from today's, and whole numbers only.
fn mark(book: &Book, pen: &mut Pen) -> Result<(), XlsxError> {
    let last = book.layout.total_row();
    if last == STAFFING_ROW {
        return Ok(());
    }
    let whole = DataValidation::new()
        .allow_whole_number(DataValidationRule::Between(0, 999))
        .set_error_title(book.text("whole-heads-title"))?
        .set_error_message(book.text("whole-heads"))?;
    for group in book.ward.group_ids() {
        let Some((first, last)) = book.layout.shift_range(book.ward, group) else { continue };
        pen.sheet.add_data_validation(first, col::PROPOSAL, last, col::PROPOSAL + 6, &whole)?;
        if told(book, Side::Today) {
            let rule = format!("={}<>{}", cell(first, col::PROPOSAL), cell(first, col::TODAY));
            let format = fill(MOVED).set_bold();
            let changed = ConditionalFormatFormula::new().set_rule(Formula::new(rule)).set_format(format);
            pen.sheet.add_conditional_format(first, col::PROPOSAL, last, col::PROPOSAL + 6, &changed)?;
        }
    }
    Ok(())
}
