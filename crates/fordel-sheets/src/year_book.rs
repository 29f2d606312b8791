//! The year as a workbook on A3: week by week, day by day, holidays, scenarios, what it rests on. Numbers are numbers, sums
//! and what is short are live formulas.

use fordel_core::time::Day;
use fordel_core::ward::{ShiftId, Ward};
use fordel_core::year::certified::Certified;
use fordel_core::year::holiday::Rules;
use fordel_core::year::list::{HolidayList, OnHoliday};
use fordel_core::year::outlook::{Outlook, OutlookWeek};
use fordel_core::year::scenario::Scenario;
use fordel_text::Texts;
use rust_xlsxwriter::XlsxError;

use crate::formula_book::{Item, Paper, Table, book};
use crate::table::address;

/// The year's workbook; the first scenario is the year as planned. The same year gives the same bytes.
///
/// # Errors
/// More rows or columns than a sheet has.
pub fn year_book(ward: &Ward, scenarios: &[(Scenario, Outlook)], texts: &Texts) -> Result<Vec<u8>, XlsxError> {
    let title = format!("{} – {}", texts.get("year-title"), ward.unit);
    let tables = scenarios.first().map_or_else(Vec::new, |(_, planned)| {
        vec![
            weeks(ward, planned, texts),
            days(ward, planned, texts),
            holidays(ward, planned, texts),
            list(ward, planned, texts),
            certified(ward, planned, texts),
            compared(scenarios, texts),
            notes(ward, scenarios, planned, texts),
        ]
    });
    book(&tables, &title, Paper::A3)
}

/// A week a row; for each group what is asked, who is away, what its own give, and what is short.
fn weeks(ward: &Ward, outlook: &Outlook, texts: &Texts) -> Table {
    let of = |key: &str| texts.get(&format!("year-column-{key}"));
    let mut columns = vec![(of("week"), 6.0), (of("from"), 11.0), (of("days"), 34.0)];
    let mut summed = Vec::new();
    for group in &ward.groups {
        for (at, key) in ["asked", "on-holiday", "absent", "own", "short"].into_iter().enumerate() {
            if at != 1 && at != 2 {
                summed.push(columns.len());
            }
            columns.push((format!("{}: {}", group.code, of(key)), 9.5));
        }
    }
    let total = columns.len();
    columns.push((format!("{}: {}", of("in-all"), of("short")), 10.0));
    summed.push(total);
    let row = |(at, week): (usize, &OutlookWeek)| {
        let number = at as u32 + 2;
        let mut items = vec![
            Item::Number(f64::from(week.week.number), 0),
            Item::Date(week.week.monday()),
            Item::Text(texts.holidays_of(week)),
        ];
        let mut short = Vec::new();
        for told in &week.groups {
            let first = items.len() as u32;
            items.push(Item::Number(told.asked, 1));
            items.push(Item::Number(told.on_holiday, 1));
            items.push(Item::Number(told.absent, 1));
            items.push(Item::Number(told.own, 1));
            let (asked, own) = (address(number, first), address(number, first + 3));
            short.push(address(number, first + 4));
            items.push(Item::Formula(format!("=MAX(0,{asked}-{own})"), told.short(), 1));
        }
        let all = week.groups.iter().map(|told| told.short()).sum();
        items.push(Item::Formula(format!("={}", short.join("+")), all, 1));
        items
    };
    let rows = outlook.weeks.iter().enumerate().map(row).collect();
    Table { name: texts.get("year-sheet-weeks"), columns, rows, summed }
}

/// A date a row: as which day it is staffed, its activity, and the heads of every shift.
fn days(ward: &Ward, outlook: &Outlook, texts: &Texts) -> Table {
    let of = |key: &str| texts.get(&format!("year-column-{key}"));
    let mut columns = vec![(of("date"), 11.0), (of("weekday"), 10.0), (of("as-day"), 11.0), (of("days"), 20.0)];
    columns.extend(ward.drivers.iter().map(|driver| (driver.name.clone(), 11.0)));
    let first_shift = columns.len();
    columns.extend(
        ward.shifts
            .iter()
            .map(|shift| (format!("{} {} {}", ward.group(shift.group).code, shift.name, shift.window.label()), 8.0)),
    );
    let day_name = |day: Day| texts.get(&format!("day-{}", day.number()));
    let mut rows = Vec::new();
    for week in &outlook.weeks {
        // The shifts of that week run on the weekdays as which its dates are worked.
        let as_days: Vec<Day> = week.asked.dates.iter().map(|dated| dated.as_day).collect();
        for (at, dated) in week.asked.dates.iter().enumerate() {
            let names = dated.holidays.iter().map(|holiday| texts.get(&format!("holiday-{}", holiday.name())));
            let mut items = vec![
                Item::Date(dated.date),
                Item::Text(day_name(Day(at as u8))),
                Item::Text(day_name(dated.as_day)),
                Item::Text(names.collect::<Vec<_>>().join(", ")),
            ];
            items.extend(dated.units.iter().map(|units| Item::Number(*units, 1)));
            for shift in (0..ward.shifts.len()).map(ShiftId) {
                items.push(Item::Number(heads_on(ward, week, shift, at, as_days[at]), 0));
            }
            rows.push(items);
        }
    }
    let summed = (first_shift..columns.len()).collect();
    Table { name: texts.get("year-sheet-days"), columns, rows, summed }
}

/// Heads that start a shift on a date of the week.
fn heads_on(ward: &Ward, week: &OutlookWeek, shift: ShiftId, at: usize, as_day: Day) -> f64 {
    let of = &ward.shifts[shift.0];
    if !of.days.contains(as_day) {
        return 0.0;
    }
    let told = week.asked.staffing.iter().filter(|heads| {
        usize::from(heads.day) == at + 1
            && ward.group_by_code(&heads.group) == Some(of.group)
            && heads.shift.trim().to_lowercase() == of.name.trim().to_lowercase()
    });
    f64::from(told.map(|heads| heads.heads).sum::<u32>())
}

fn holidays(ward: &Ward, outlook: &Outlook, texts: &Texts) -> Table {
    let of = |key: &str| texts.get(&format!("year-column-{key}"));
    let columns =
        vec![(of("group"), 12.0), (of("week"), 10.0), (of("from"), 12.0), (of("pool"), 10.0), (of("people"), 12.0)];
    let mut rows = Vec::new();
    for shared in &outlook.holidays {
        for (week, people) in shared.question.weeks.iter().zip(&shared.shared.away).filter(|(_, people)| **people > 0) {
            let rules = shared.question.rules;
            let pool = (0..rules.pools).find(|pool| rules.pool(*pool).contains(&week.number));
            rows.push(vec![
                Item::Text(ward.group(shared.group).code.clone()),
                Item::Number(f64::from(week.number), 0),
                Item::Date(week.monday()),
                pool.map_or(Item::Text(String::new()), |pool| Item::Number(f64::from(pool + 1), 0)),
                Item::Number(f64::from(*people), 0),
            ]);
        }
    }
    Table { name: texts.get("year-sheet-holidays"), columns, rows, summed: vec![4] }
}

/// The holiday list: a person and a year a row, with the dates of the summer and the single weeks.
fn list(ward: &Ward, outlook: &Outlook, texts: &Texts) -> Table {
    let [employee, group, year, summer, singles] = texts.holiday_list_columns();
    let columns = vec![(employee, 14.0), (group, 10.0), (year, 8.0), (summer, 14.0), (singles, 40.0)];
    let row = |(of, rules, one): (&HolidayList, Rules, &OnHoliday)| {
        let [pool, singles] = texts.on_holiday(rules, one);
        vec![
            Item::Text(one.employee.clone()),
            Item::Text(ward.group(of.group).code.clone()),
            Item::Number(f64::from(of.year), 0),
            Item::Text(pool),
            Item::Text(singles),
        ]
    };
    Table {
        name: texts.get("year-sheet-list"),
        columns,
        rows: outlook.on_holiday().map(row).collect(),
        summed: Vec::new(),
    }
}

/// A course a row: those who hold it, and their summer; what is said of it follows the figures.
fn certified(ward: &Ward, outlook: &Outlook, texts: &Texts) -> Table {
    let widths = [12.0, 34.0, 12.0, 12.0, 12.0, 12.0, 52.0, 52.0];
    let row = |of: &Certified| {
        let counts = [of.holders, of.needed, of.most_away(), of.in_a_pool()].map(|n| Item::Number(f64::from(n), 0));
        let mut said = texts.certified_row(ward, of).into_iter();
        let mut items: Vec<Item> = said.by_ref().take(2).map(Item::Text).collect();
        items.extend(counts);
        items.extend(said.skip(4).map(Item::Text));
        items
    };
    Table {
        name: texts.get("year-sheet-certified"),
        columns: texts.certified_columns().into_iter().zip(widths).collect(),
        rows: outlook.certified.iter().map(row).collect(),
        summed: Vec::new(),
    }
}

fn compared(scenarios: &[(Scenario, Outlook)], texts: &Texts) -> Table {
    let keys = ["shifts", "fte", "kr", "hire-hours", "hire-kr", "holiday-hours"];
    let mut columns = vec![(texts.get("year-scenario"), 52.0)];
    columns.extend(keys.map(|key| (texts.get(&format!("year-column-{key}")), 14.0)));
    let row = |(scenario, outlook): &(Scenario, Outlook)| {
        let sums = outlook.sums;
        vec![
            Item::Text(texts.scenario(*scenario)),
            Item::Number(sums.heads, 0),
            Item::Number(sums.fte, 1),
            Item::Number(sums.kr, 0),
            Item::Number(sums.hire_hours, 1),
            Item::Number(sums.hire_kr, 0),
            Item::Number(sums.holiday_hours, 1),
        ]
    };
    Table {
        name: texts.get("year-sheet-scenarios"),
        columns,
        rows: scenarios.iter().filter(|(scenario, of)| scenario.is_way_out(of)).map(row).collect(),
        summed: Vec::new(),
    }
}

fn notes(ward: &Ward, scenarios: &[(Scenario, Outlook)], outlook: &Outlook, texts: &Texts) -> Table {
    let said = texts.outlook_rests(ward, outlook).into_iter();
    let shared = outlook.holidays.iter().filter_map(|of| texts.shared(ward, outlook, of));
    let nights = outlook.weeks.iter().flat_map(|week| &week.asked.nights).map(|night| texts.night(ward, night));
    let compared = texts.scenario_notes(ward, scenarios);
    let rows = said.chain(shared).chain(nights).chain(compared).map(|line| vec![Item::Text(line)]).collect();
    Table {
        name: texts.get("year-sheet-notes"),
        columns: vec![(texts.get("year-rests"), 120.0)],
        rows,
        summed: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use fordel_core::calendar::Week;
    use fordel_core::ward::{CourseId, DriverId, GroupId};
    use fordel_core::year::certified::SingleWeeks;
    use fordel_core::year::closed::Closed;
    use fordel_core::year::dates::Dated;
    use fordel_core::year::outlook::{Asked, GroupWeek, Sums};
    use fordel_text::Lang;

    use super::*;

    fn outlook(certified: Vec<Certified>) -> Outlook {
        let (weeks, own, holidays, lists) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Outlook { weeks, own, holidays, lists, certified, sums: Sums::default() }
    }

    /// A week that lacks eight hours.
    fn lacking() -> OutlookWeek {
        let week = Week { year: 2027, number: 26 };
        let dated = |date| Dated { date, as_day: Day(0), holidays: Vec::new(), units: Vec::new() };
        let (staffing, hours, holiday_hours, nights) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let dates = week.dates().map(dated);
        let asked = Asked { dates, staffing, hours, holiday_hours, kr: 0.0, gap: 0.0, nights };
        let groups = vec![GroupWeek { asked: 8.0, on_holiday: 0.0, absent: 0.0, apprentices: 0.0, own: 0.0 }];
        OutlookWeek { week, asked, groups }
    }

    /// The texts of a table's last row.
    fn said(table: &Table) -> Vec<&str> {
        let row = table.rows.last().expect("a row");
        row.iter().filter_map(|item| if let Item::Text(text) = item { Some(text.as_str()) } else { None }).collect()
    }

    #[test]
    fn what_is_closed_and_the_single_weeks_of_holders_stand_in_the_workbook() {
        let texts = Texts::new(Lang::Nb);
        let closed = Scenario::Closed(Closed::Units { driver: DriverId(0), units: 6, of: 24 });
        let scenarios = [(Scenario::AsPlanned, outlook(Vec::new())), (closed, outlook(Vec::new()))];
        assert_eq!(said(&compared(&scenarios, &texts)), ["6 av 24 stengt i ukene som mangler timer"]);
        // Where all closed isn't enough it is no scenario to choose.
        let never = Outlook { weeks: vec![lacking()], ..outlook(Vec::new()) };
        let scenarios = [(Scenario::AsPlanned, outlook(Vec::new())), (closed, never)];
        assert_eq!(said(&compared(&scenarios, &texts)), ["Som planlagt"]);
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/liten.xlsx");
        let ward = crate::read::read_ward(&path).ward.expect("the ward can be read");
        let singles = vec![SingleWeeks { year: 2027, away: vec![(Week { year: 2027, number: 8 }, 3)] }];
        let (group, course) = (GroupId(2), CourseId(0));
        let of = Certified { group, course, people: 6, holders: 5, needed: 4, pools: 3, singles };
        let table = certified(&ward, &outlook(vec![of]), &texts);
        assert_eq!((table.columns.len(), table.rows[0].len()), (8, 8));
        // Beside the figures: group, course, summer, single weeks.
        let words = said(&table);
        assert_eq!((words.len(), words[0], words[1]), (4, "ASS", "mattrygghet"));
        assert!(words[3].starts_with("Uke 8 (2027): så mange er borte"), "{words:?}");
    }
}
