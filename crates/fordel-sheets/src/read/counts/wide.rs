//! Counts in the wide form: dates below each other and a column for each hour or driver, or a column for each date.

use std::collections::{BTreeMap, BTreeSet};

use fordel_core::calendar::Date;
use fordel_core::complaint::{Complaint, Place};

use super::{BOUNDS, Gathered, MOST_ROWS, date_and_hour, moment};
use crate::columns::{Name, counts as column};
use crate::read::kinds::{self, Kind};
use crate::read::listing::{HEADER_WITHIN, Listing, Record, find};
use crate::read::told::Told;
use crate::read::values;
use crate::read::words::{name_key, nearest};
use crate::table::{Cell, Row, Sheet, address};

/// A row with more cells than this is no header: ten years of dates beside each other have fewer.
pub(super) const MOST_COLUMNS: usize = 4_000;
/// Rows that are looked through for what a column holds.
const LOOKED_THROUGH: usize = 500;
/// What sums of the other counts are called, as [`name_key`] gives it.
const TOTALS: [&str; 9] =
    ["sum", "total", "totalt", "totalsum", "sumtotalt", "sumdogn", "ialt", "sumialt", "grandtotal"];
/// Numbers that tell of the date and aren't counts, as [`name_key`] gives their names.
const OF_THE_DATE: [&str; 8] = ["uke", "ukenr", "ukenummer", "maned", "ar", "week", "month", "year"];

/// What a column of counts is of.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Of {
    /// An hour of the row's date.
    Hour(u8),
    /// A date, with the hour that may stand beside it.
    Date(Date, Option<u8>),
    /// The driver that the heading names, on the row's date.
    Driver,
}

/// A column of counts.
#[derive(Clone, Debug)]
struct Head {
    col: u32,
    text: String,
    of: Of,
    /// The driver that it is of, where the headings name it.
    driver: Option<String>,
}

/// A sheet in the wide form.
pub(super) struct Wide<'s> {
    header: Row<'s>,
    heads: Vec<Head>,
    /// The column that names each row's driver.
    driver: Option<u32>,
    /// Whether columns are hours, of which all must be ones.
    by_hour: bool,
}

impl<'s> Wide<'s> {
    /// Finds the form by the headings; none where the sheet isn't wide. Columns of hours and dates may be of drivers that are
    /// named beside their headings.
    pub(super) fn of(sheet: &'s Sheet, drivers: &BTreeMap<u32, String>) -> Option<Wide<'s>> {
        let mut wide = Wide::found(sheet)?;
        for head in &mut wide.heads {
            head.driver = if head.of == Of::Driver { Some(head.text.clone()) } else { drivers.get(&head.col).cloned() };
        }
        Some(wide)
    }

    fn found(sheet: &'s Sheet) -> Option<Wide<'s>> {
        let top = move || sheet.rows().take(HEADER_WITHIN).filter(|row| row.cells.len() <= MOST_COLUMNS);
        let has = |row: Row<'_>, name: Name| column_of(row, name).is_some();
        if let Some(wide) = top().find_map(by_hour) {
            return Some(wide);
        }
        if top().any(|row| has(row, column::DATE) && has(row, column::COUNT)) {
            return None;
        }
        let by_driver = top().find_map(|row| by_driver(sheet, row));
        by_driver.or_else(|| top().find_map(|row| by_date(sheet, row)))
    }

    /// Reads its counts. A cell that is empty counts nothing, which isn't nought.
    pub(super) fn rows(&self, sheet: &Sheet, gathered: &mut Gathered, told: &mut Told) {
        let in_header = |kind: Kind, col: u32| kind.at(Place::cell(&sheet.name, address(self.header.number, col)));
        let mut taken: BTreeSet<u32> = self.heads.iter().map(|head| head.col).chain(self.driver).collect();
        for placed in self.header.cells {
            let kind = if taken.contains(&placed.col) {
                continue;
            } else if is_total(&placed.cell) {
                kinds::TOTAL_IGNORED
            } else if self.by_hour && is_of_the_clock(&placed.cell) {
                kinds::NOT_AN_HOUR
            } else {
                continue;
            };
            told.add(in_header(kind, placed.col).with("value", &placed.cell));
            taken.insert(placed.col);
        }
        let by_date = self.heads.iter().any(|head| matches!(head.of, Of::Date(..)));
        let (named, needed): (&[Name], &[Name]) =
            if by_date { (&[column::HOUR], &[]) } else { (&[column::DATE, column::HOUR], &[column::DATE]) };
        let most = MOST_ROWS / self.heads.len().max(1);
        let listing = Listing::below(sheet, Some(self.header), named, needed, most, |col| taken.contains(&col), told);
        let named_by = |head: &Head| gathered.driver(head.driver.as_ref()?, |kind| in_header(kind, head.col), told);
        let drivers: Vec<Option<usize>> = self.heads.iter().map(named_by).collect();
        for record in listing.records() {
            self.row(&record, &drivers, gathered, told);
        }
    }

    fn row(&self, record: &Record<'_, '_>, drivers: &[Option<usize>], gathered: &mut Gathered, told: &mut Told) {
        let label = self.driver.and_then(|col| Some((record.at(col)?, record.place_at(col))));
        let date = record.cell(&column::DATE).map(|cell| (cell, record.place(&column::DATE)));
        if let Some((cell, place)) = [date, label.clone()].into_iter().flatten().find(|(cell, _)| is_total(cell)) {
            told.add(kinds::TOTAL_IGNORED.at(place).with("value", cell));
            return;
        }
        if !self.heads.iter().any(|head| record.at(head.col).is_some()) {
            return;
        }
        let (date, hour) = date_and_hour(record, told);
        let of_row = match label {
            _ if self.heads.iter().all(|head| head.driver.is_some()) => None,
            Some((Cell::Error(error), place)) => {
                let complaint = kinds::CELL_ERROR.at(place).with("column", column::DRIVER.nb);
                told.add(complaint.with("value", error.as_str()));
                None
            }
            Some((Cell::Uncomputed, place)) => {
                told.add(kinds::FORMULA_WITHOUT_VALUE.at(place).with("column", column::DRIVER.nb));
                None
            }
            Some((cell, place)) => gathered.driver(&cell.shown(), |kind| kind.at(place.clone()), told),
            None => gathered.driver(column::DEFAULT_DRIVER, |kind| record.complain(kind, &column::DATE), told),
        };
        for (head, named) in self.heads.iter().zip(drivers) {
            let Some(cell) = record.at(head.col) else { continue };
            let complain = |kind: Kind| kind.at(record.place_at(head.col)).with("column", head.text.as_str());
            let Some(count) = count_in(cell, complain, told) else { continue };
            let driver = if head.driver.is_some() { *named } else { of_row };
            let (date, hour) = match head.of {
                Of::Hour(of) => (date, Some(Some(of))),
                Of::Date(of, None) => (Some(of), hour),
                Of::Date(of, beside) => (Some(of), Some(beside)),
                Of::Driver => (date, hour),
            };
            if let (Some(date), Some(hour), Some(driver)) = (date, hour, driver) {
                gathered.add((date, hour, driver), count, record.number(), complain, told);
            }
        }
    }
}

/// A column for each hour, beside the date and, where there are several, the driver.
fn by_hour(row: Row<'_>) -> Option<Wide<'_>> {
    let clocks = row.cells.iter().filter(|placed| is_of_the_clock(&placed.cell)).count();
    if clocks < 2 || column_of(row, column::DATE).is_none() || column_of(row, column::HOUR).is_some() {
        return None;
    }
    let heads = heads(row, |cell| whole_hour(cell).map(Of::Hour));
    Some(Wide { header: row, heads, driver: column_of(row, column::DRIVER), by_hour: true })
}

/// A column for each date; in front of them stand the drivers, whatever that column is called.
fn by_date<'s>(sheet: &'s Sheet, row: Row<'s>) -> Option<Wide<'s>> {
    let heads = heads(row, |cell| moment(cell).map(|(date, hour)| Of::Date(date, hour)));
    let first = heads.first()?.col;
    let beside = row.cells.iter().filter(|placed| placed.col >= first && !is_total(&placed.cell)).count();
    if heads.len() < 2 || heads.len() != beside {
        return None;
    }
    let below = below(sheet, row);
    let counted = heads.iter().filter_map(|head| below.get(&head.col));
    if !are_numbers(counted.fold((0_usize, 0_usize), |sum, of| (sum.0 + of.0, sum.1 + of.1))) {
        return None;
    }
    let hour = column_of(row, column::HOUR);
    let in_front = || below.range(..first).map(|(col, _)| *col).find(|col| Some(*col) != hour);
    Some(Wide { header: row, heads, driver: column_of(row, column::DRIVER).or_else(in_front), by_hour: false })
}

/// A column for each driver, beside the date and, where counts are hourly, the hour.
fn by_driver<'s>(sheet: &'s Sheet, row: Row<'s>) -> Option<Wide<'s>> {
    if column_of(row, column::DATE).is_none() || column_of(row, column::DRIVER).is_some() {
        return None;
    }
    let mut heads = heads(row, |cell| names_a_driver(cell).then_some(Of::Driver));
    let below = below(sheet, row);
    heads.retain(|head| below.get(&head.col).is_some_and(|of| are_numbers(*of)));
    let is_meant = match heads.as_slice() {
        [] => false,
        // A single column may be the count of the long form, with a slip in its name.
        [one] => {
            let names: Vec<String> = column::COUNT.spellings().map(name_key).collect();
            nearest(&name_key(&one.text), names.iter().map(String::as_str)).is_none()
        }
        _ => true,
    };
    is_meant.then_some(Wide { header: row, heads, driver: None, by_hour: false })
}

/// Whether a heading can be a driver's name.
pub(super) fn names_a_driver(cell: &Cell) -> bool {
    let Cell::Text(text) = cell else { return false };
    !OF_THE_DATE.contains(&name_key(text).as_str()) && moment(cell).is_none() && find(text, column::ALL).is_none()
}

/// The columns whose heading is of something; sums are of nothing.
fn heads(row: Row<'_>, of: impl Fn(&Cell) -> Option<Of>) -> Vec<Head> {
    let counted = row.cells.iter().filter(|placed| !is_total(&placed.cell));
    counted.filter_map(|p| Some(Head { col: p.col, text: p.cell.shown(), of: of(&p.cell)?, driver: None })).collect()
}

/// The column that a name heads.
fn column_of(row: Row<'_>, name: Name) -> Option<u32> {
    let is_it = |cell: &Cell| matches!(cell, Cell::Text(text) if find(text, &[name]).is_some());
    row.cells.iter().find(|placed| is_it(&placed.cell)).map(|placed| placed.col)
}

/// How many cells of each column below a header are filled, and how many of these hold numbers.
fn below(sheet: &Sheet, header: Row<'_>) -> BTreeMap<u32, (usize, usize)> {
    let mut below: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    let rows = sheet.rows().filter(|row| row.number > header.number).take(LOOKED_THROUGH);
    for placed in rows.flat_map(|row| row.cells) {
        let (filled, numbers) = below.entry(placed.col).or_default();
        *filled += 1;
        // A formula without a value is most likely a number, and is told as a count.
        *numbers += usize::from(values::number(&placed.cell).is_some() || placed.cell == Cell::Uncomputed);
    }
    below
}

/// Whether at least half of what is filled are numbers.
fn are_numbers((filled, numbers): (usize, usize)) -> bool {
    filled > 0 && 2 * numbers >= filled
}

/// Whether a heading or the name of a row says that it is a sum of the others.
pub(super) fn is_total(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if TOTALS.contains(&name_key(text).as_str()))
}

/// The hour that a heading is: `7`, `07`, `07:00`, `kl. 07`, `07–08`, a real time; 0 … 23.
pub(super) fn whole_hour(cell: &Cell) -> Option<u8> {
    let clock = match cell {
        Cell::Text(text) => {
            let stretch = values::window_in(text).filter(|window| window.minutes() <= 60);
            values::clock_in(text).or(stretch.map(|window| window.start))
        }
        _ => values::clock(cell),
    };
    let minutes = clock?.minutes();
    u8::try_from(minutes / 60).ok().filter(|hour| *hour < 24 && minutes.is_multiple_of(60))
}

/// Whether a heading is a number, a time or a stretch of the day: an hour, or meant as one.
pub(super) fn is_of_the_clock(cell: &Cell) -> bool {
    let is_stretch = matches!(cell, Cell::Text(text) if values::window_in(text).is_some());
    is_stretch || values::number(cell).is_some() || values::clock(cell).is_some()
}

/// The count in a cell; none where there is something else, which is told.
fn count_in(cell: &Cell, complain: impl Fn(Kind) -> Complaint, told: &mut Told) -> Option<f64> {
    match cell {
        Cell::Error(error) => {
            told.add(complain(kinds::CELL_ERROR).with("value", error.as_str()));
            return None;
        }
        Cell::Uncomputed => {
            told.add(complain(kinds::FORMULA_WITHOUT_VALUE));
            return None;
        }
        _ => {}
    }
    match values::number(cell) {
        Some(count) if BOUNDS.hold(count) => Some(count),
        Some(count) => {
            told.add(BOUNDS.passed(complain(kinds::OUT_OF_BOUNDS), count, 1.0));
            None
        }
        None => {
            told.add(complain(kinds::NOT_A_NUMBER).with("value", cell));
            None
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use fordel_core::counts::{Manner, history};

    use crate::list_book::{self, List, list_book};
    use crate::read::counts::{Counts, read_counts};

    fn read(text: &str) -> Counts {
        read_counts(text.as_bytes(), "historikk")
    }

    /// A count as `date hour driver count`.
    pub(in crate::read::counts) fn told(read: &Counts) -> Vec<String> {
        let hour = |hour: Option<u8>| hour.map_or_else(|| "–".to_owned(), |hour| format!("{hour:02}"));
        let counts = read.counts.iter();
        counts.map(|of| format!("{} {} {} {}", of.date, hour(of.hour), read.drivers[of.driver], of.count)).collect()
    }

    pub(in crate::read::counts) fn codes(read: &Counts) -> Vec<String> {
        read.complaints.iter().map(|of| format!("{} {}", of.place, of.code)).collect()
    }

    #[test]
    fn a_column_for_each_hour_is_read_however_the_hours_are_written() {
        for (text, total) in [
            ("Dato;07;08;Sum\n01.02.2027;3;2,5;5,5\n02.02.2027;;1 200;1200\n", "historikk!D1"),
            ("Date,07:00,08:00,Total\n2027-02-01,3,2.5,5.5\n2027-02-02,,\"1,200.0\",1200\n", "historikk!D1"),
            ("Dag\tkl. 7\tkl. 8\tTotalt\n1/2/2027\t3\t2,5\t5,5\n2/2/2027\t\t1.200,0\t1200\n", "historikk!D1"),
            ("Antall\n\nRadetiketter;07–08;8–9;Totalsum\n1.2.2027;3;2,5;5,5\n2.2.2027;;1200;1200\n", "historikk!D3"),
        ] {
            let read = read(text);
            assert!(read.can_be_used, "{text}: {:?}", read.complaints);
            let due = ["2027-02-01 07 pasienter 3", "2027-02-01 08 pasienter 2.5", "2027-02-02 08 pasienter 1200"];
            assert_eq!(told(&read), due, "{text}");
            assert_eq!(codes(&read), [format!("{total} total-ignored")], "{text}");
        }
        let several = read("Dato;Driver;7;8\n01.02.2027;Inn;1;2\n01.02.2027;Ut;3;\n01.02.2027;Sum;4;2\n");
        assert_eq!(told(&several), ["2027-02-01 07 Inn 1", "2027-02-01 08 Inn 2", "2027-02-01 07 Ut 3"]);
        assert_eq!(codes(&several), ["historikk!B4 total-ignored"]);
    }

    #[test]
    fn a_column_for_each_driver_or_each_date_is_read() {
        let head = "Dato;Uke;Time;Pasienter;Innleggelser;Merknad";
        let rows = "01.02.2027;5;7;20,5;1;rolig\n01.02.2027;5;8;;2;\nTotalt;;;20,5;3;";
        let drivers = read(&format!("{head}\n{rows}\n"));
        let due = ["2027-02-01 07 Pasienter 20.5", "2027-02-01 07 Innleggelser 1", "2027-02-01 08 Innleggelser 2"];
        assert_eq!(told(&drivers), due);
        let notices = ["historikk!B1 column-unknown", "historikk!F1 column-unknown", "historikk!A4 total-ignored"];
        assert_eq!(codes(&drivers), notices);
        assert!(drivers.can_be_used);
        for text in [
            "Driver;01.02.2027;02.02.2027;Sum\nInn;1;;1\nUt;3;4;7\nSum;4;4;8\n",
            ";2027-02-01;2027-02-02;Total\nInn;1;;1\nUt;3;4;7\nTotal;4;4;8\n",
        ] {
            let dates = read(text);
            assert_eq!(told(&dates), ["2027-02-01 – Inn 1", "2027-02-01 – Ut 3", "2027-02-02 – Ut 4"], "{text}");
            assert_eq!(codes(&dates), ["historikk!D1 total-ignored", "historikk!A4 total-ignored"], "{text}");
        }
        let hours = read("Time;01.02.2027;02.02.2027\n07;1;2\n08;3;\n");
        let due = ["2027-02-01 07 pasienter 1", "2027-02-02 07 pasienter 2", "2027-02-01 08 pasienter 3"];
        assert_eq!(told(&hours), due);
    }

    #[test]
    fn a_workbook_is_read_as_a_file_of_text_is() {
        let number = |number: f64| list_book::Cell::Number(number, 1);
        let list = List {
            name: "Belegg".into(),
            columns: ["Dato", "00:00", "01:00", "Totalt"].map(str::to_owned).to_vec(),
            rows: vec![
                vec!["01.02.2027".into(), number(3.0), number(2.5), number(5.5)],
                vec!["02.02.2027".into(), list_book::Cell::Empty, number(1200.0), number(1200.0)],
            ],
        };
        let read = read_counts(&list_book(&list).expect("a workbook"), "x");
        let due = ["2027-02-01 00 pasienter 3", "2027-02-01 01 pasienter 2.5", "2027-02-02 01 pasienter 1200"];
        assert_eq!(told(&read), due);
        assert_eq!(codes(&read), ["Belegg!D1 total-ignored"]);
    }

    #[test]
    fn the_nights_of_the_clock_have_the_hours_that_they_have() {
        // In spring the hour from 02 is empty; in autumn it comes twice, in a column of its own.
        let hours: Vec<String> = (3..24).map(|hour| format!("{hour:02}")).collect();
        let row = |date: &str, second: &str| format!("{date};1;1;{second};{}\n", ["1"; 21].join(";"));
        let rows = [row("28.03.2027", ";"), row("29.03.2027", "1;"), row("31.10.2027", "1;1")];
        let read = read(&format!("Dato;00;01;02;02;{}\n{}", hours.join(";"), rows.concat()));
        assert_eq!(codes(&read), Vec::<String>::new());
        let days = history(&read.counts, 0, Manner::Events);
        assert_eq!(days.days.iter().map(|day| day.value).collect::<Vec<_>>(), [23.0, 24.0, 25.0]);
        assert_eq!((days.clock.len(), days.partial.len(), read.twice), (2, 0, 0));
    }

    #[test]
    fn what_can_not_be_used_is_told_at_its_cell() {
        let rows = "31.02.2027;3;;;\n01.02.2027;mange;-1;;\n;5;;;\n02.02.2027;1;#N/A;;\n";
        let wrong = read(&format!("Dato;00;01;24;07-15\n{rows}"));
        let due = [
            "historikk!D1 not-an-hour",
            "historikk!E1 not-an-hour",
            "historikk!A2 not-a-date",
            "historikk!B3 not-a-number",
            "historikk!C3 out-of-bounds",
            "historikk!A4 value-missing",
            "historikk!C5 not-a-number",
        ];
        assert_eq!(codes(&wrong), due);
        assert!(!wrong.can_be_used);
        let twice = read("Dato;Pasienter;pasienter;Inn\n01.02.2027;3;4;1\n02.02.2027;3;3;1\n");
        assert_eq!(codes(&twice), ["historikk!C2 counted-twice"]);
        assert_eq!(twice.twice, 1);
        let names: String = (0..101).map(|at| format!(";driver {at}")).collect();
        let many = read(&format!("Dato{names}\n01.02.2027{}\n", ";1".repeat(101)));
        assert_eq!(codes(&many), ["historikk!CX1 too-many-drivers"]);
        // A slip in the long form stays one, and a list of people isn't counts.
        let others = ["Dato;Time;Antal\n1.2.2027;7;3\n", "Dato;Navn\n1.2.2027;Kari\n", "Inn;Ut\n1.2.2027;2.2.2027\n"];
        for text in others {
            assert!(codes(&read(text)).iter().any(|code| code.ends_with("column-missing")), "{text}");
        }
    }
}
