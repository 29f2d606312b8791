//! Counts of activity from a file: CSV or a workbook with date, hour, driver and count, as extracts have them, or wide, with
//! headings in one row or two.

mod levels;
mod wide;

use std::collections::{BTreeMap, HashMap};

use fordel_core::calendar::Date;
use fordel_core::complaint::{Complaint, Place};
use fordel_core::counts::Count;
use fordel_core::norwegian_time::ClockChange;

use crate::columns::counts as column;
use crate::read::kinds::{self, Kind};
use crate::table::{Cell, Sheet, clock_of, date_of};

use super::bounds::Bounds;
use super::extract;
use super::identity_number;
use super::listing::{Given, Listing, Record};
use super::told::Told;
use super::values;
use super::words::{Names, code_key};
use wide::Wide;

/// More rows than ten years of hourly counts of ten drivers.
const MOST_ROWS: usize = 1_000_000;
/// More drivers than any ward has.
const MOST_DRIVERS: usize = 100;
/// What a count may be.
const BOUNDS: Bounds = Bounds(0.0, 1_000_000.0);

/// What came of reading a file of counts.
#[derive(Clone, Debug)]
pub struct Counts {
    /// Names of the drivers.
    pub drivers: Vec<String>,
    /// The counts, in the file's order.
    pub counts: Vec<Count>,
    /// Rows that stand twice with the same number: counted once.
    pub twice: usize,
    /// All complaints, in the file's order.
    pub complaints: Vec<Complaint>,
    /// Whether no complaint is a fault.
    pub can_be_used: bool,
}

/// Reads counts from the bytes of a CSV file or a workbook; of a workbook the first sheet that has anything.
pub fn read_counts(bytes: &[u8], name: &str) -> Counts {
    let mut told = Told::default();
    let sheet =
        extract::sheet(bytes, name).and_then(|sheet| sheet.ok_or_else(|| kinds::COUNTS_EMPTY.at(Place::file())));
    let sheet = sheet.unwrap_or_else(|complaint| {
        told.add(complaint);
        Sheet::default()
    });
    let mut gathered = Gathered { drivers: Names::new(code_key), seen: HashMap::new(), counts: Vec::new(), twice: 0 };
    if !told.has_fault() {
        let joined = levels::joined(&sheet);
        match joined.as_ref().and_then(|joined| Some((joined, Wide::of(&joined.sheet, &joined.drivers)?))) {
            Some((joined, wide)) => {
                joined.wrong.iter().for_each(|wrong| told.add(wrong.clone()));
                wide.rows(&joined.sheet, &mut gathered, &mut told);
            }
            None => match Wide::of(&sheet, &BTreeMap::new()) {
                Some(wide) => wide.rows(&sheet, &mut gathered, &mut told),
                None => long(&sheet, &mut gathered, &mut told),
            },
        }
        if gathered.counts.is_empty() && !told.has_fault() {
            told.add(kinds::COUNTS_EMPTY.at(Place::sheet(&sheet.name)));
        }
    }
    let Gathered { drivers, counts, twice, .. } = gathered;
    Counts {
        drivers: (0..drivers.len()).map(|at| drivers.shown(at).to_owned()).collect(),
        counts,
        twice,
        can_be_used: !told.has_fault(),
        complaints: told.in_order(&[sheet.name]),
    }
}

/// A date, its hour and a driver by its place: what is counted once.
type Moment = (Date, Option<u8>, usize);

/// The counts so far.
struct Gathered {
    drivers: Names,
    /// The row and the counts of each moment.
    seen: HashMap<Moment, (u32, Vec<f64>)>,
    counts: Vec<Count>,
    twice: usize,
}

impl Gathered {
    /// The place of the driver of this name; none where there are too many, or where it is a person's.
    fn driver(&mut self, name: &str, complain: impl Fn(Kind) -> Complaint, told: &mut Told) -> Option<usize> {
        if let Some(at) = self.drivers.find(name) {
            return Some(at);
        }
        // A number loses its first zero.
        let number = name.trim().parse().map(Cell::Number);
        if identity_number::is_in(&number.unwrap_or_else(|_| Cell::Text(name.to_owned()))) {
            told.add(complain(kinds::IDENTITY_NUMBER));
            return None;
        }
        if self.drivers.len() >= MOST_DRIVERS {
            told.add(complain(kinds::TOO_MANY_DRIVERS).with("limit", MOST_DRIVERS));
            return None;
        }
        self.drivers.add(name).ok()
    }

    /// Takes a count, unless the same moment has been counted.
    fn add(&mut self, moment: Moment, count: f64, row: u32, complain: impl Fn(Kind) -> Complaint, told: &mut Told) {
        let (date, hour, driver) = moment;
        // The hour from 02 comes twice in the night of autumn, and both count.
        let change = if hour == Some(2) { ClockChange::on(date) } else { None };
        let most = if change == Some(ClockChange::Back) { 2 } else { 1 };
        if change == Some(ClockChange::Forward) && count > 0.0 {
            told.add(complain(kinds::HOUR_NEVER_COMES).with("date", date));
        }
        match self.seen.get_mut(&moment) {
            Some((_, counts)) if counts.len() < most => counts.push(count),
            Some((_, counts)) if counts.contains(&count) => {
                self.twice += 1;
                return;
            }
            Some((first, counts)) => {
                let complaint = complain(kinds::COUNTED_TWICE).with("row", *first);
                told.add(complaint.with("first", counts[0]).with("value", count));
                return;
            }
            None => drop(self.seen.insert(moment, (row, vec![count]))),
        }
        self.counts.push(Count { date, hour, driver, count });
    }
}

/// A row for each count.
fn long(sheet: &Sheet, gathered: &mut Gathered, told: &mut Told) {
    let listing = Listing::new(sheet, column::ALL, &[column::DATE, column::COUNT], MOST_ROWS, told);
    for record in listing.records() {
        let (date, hour) = date_and_hour(&record, told);
        let count = record.number_within(&column::COUNT, BOUNDS, told);
        let count = record.require(&column::COUNT, count, told);
        let name = match record.text(&column::DRIVER, told) {
            Given::Value(name) => Some(name),
            Given::Nothing => Some(column::DEFAULT_DRIVER.to_owned()),
            Given::Bad => None,
        };
        let driver = name.and_then(|name| gathered.driver(&name, |kind| record.complain(kind, &column::DRIVER), told));
        if let (Some(date), Some(hour), Some(count), Some(driver)) = (date, hour, count, driver) {
            let complain = |kind: Kind| record.complain(kind, &column::COUNT);
            gathered.add((date, hour, driver), count, record.number(), complain, told);
        }
    }
}

/// The date of a row and its hour, each none where it can't be used. An hour may stand by itself or beside the date.
fn date_and_hour(record: &Record<'_, '_>, told: &mut Told) -> (Option<Date>, Option<Option<u8>>) {
    let when = record.read(&column::DATE, kinds::NOT_A_DATE, moment, told);
    let when = record.require(&column::DATE, when, told);
    let hour = match record.read(&column::HOUR, kinds::NOT_AN_HOUR, hour, told) {
        Given::Value(hour) => Some(Some(hour)),
        Given::Nothing => Some(when.and_then(|(_, hour)| hour)),
        Given::Bad => None,
    };
    (when.map(|(date, _)| date), hour)
}

/// A date, with an hour where a time stands beside it.
fn moment(cell: &Cell) -> Option<(Date, Option<u8>)> {
    match cell {
        Cell::Date(days) if days.fract() != 0.0 => {
            Some((date_of(*days)?, u8::try_from(clock_of(*days) / 60).ok().filter(|hour| *hour < 24)))
        }
        Cell::Text(text) => {
            let text = text.trim();
            let (date, clock) = match text.split_once([' ', 'T']) {
                Some((date, clock)) => (date, Some(clock.trim())),
                None => (text, None),
            };
            let date = values::date(&Cell::Text(date.to_owned()))?;
            let hour = match clock {
                Some(clock) => Some(hour(&Cell::Text(clock.to_owned()))?),
                None => None,
            };
            Some((date, hour))
        }
        _ => values::date(cell).map(|date| (date, None)),
    }
}

/// An hour: `7`, `07`, `07:00`, `07–08`, a real time; 0 … 23.
fn hour(cell: &Cell) -> Option<u8> {
    let text = cell.shown();
    let first = match cell {
        Cell::Text(_) => text.split(values::is_dash).next().unwrap_or_default().trim(),
        _ => text.as_str(),
    };
    // Seconds, and the zone that some extracts write, say nothing of the hour.
    let plain: String = first.split(['+', 'Z']).next().unwrap_or_default().chars().take(5).collect();
    let clock = match cell {
        Cell::Text(_) => values::clock_in(&plain)?,
        _ => values::clock(cell)?,
    };
    u8::try_from(clock.minutes() / 60).ok().filter(|hour| *hour < 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Counts {
        read_counts(text.as_bytes(), "historikk")
    }

    #[test]
    fn extracts_are_read_as_people_have_them() {
        for text in [
            "Dato;Time;Driver;Antall\n01.02.2027;7;Pasienter;20,5\n01.02.2027;8;pasienter;21\n",
            "date,hour,driver,count\n2027-02-01,07:00,pasienter,20.5\n2027-02-01,08-09,pasienter,21\n",
            "\u{feff}Dato\tKlokkeslett\tDriver\tVerdi\r\n2027-02-01\t07\tPasienter\t\"20,5\"\r\n1/2/2027\t8\tPasienter\t21\r\n",
            "Tidspunkt;Antall;Driver\n2027-02-01 07:00;20,5;pasienter\n2027-02-01T08:00:00;21;pasienter\n",
        ] {
            let read = read(text);
            assert!(read.can_be_used, "{text}: {:?}", read.complaints);
            assert_eq!(read.drivers.len(), 1, "{text}");
            let told: Vec<(String, Option<u8>, f64)> =
                read.counts.iter().map(|of| (of.date.to_string(), of.hour, of.count)).collect();
            assert_eq!(told, [("2027-02-01".into(), Some(7), 20.5), ("2027-02-01".into(), Some(8), 21.0)], "{text}");
        }
        let latin: Vec<u8> = "Dato;Driver;Antall\n01.02.2027;Døgnpasienter;3\n".chars().map(|c| c as u8).collect();
        let read = read_counts(&latin, "x");
        assert_eq!((read.drivers.as_slice(), read.counts[0].hour), (&["Døgnpasienter".to_owned()][..], None));
    }

    #[test]
    fn every_fault_is_told_at_once_with_its_place() {
        let read = read(
            "Dato;Time;Antall\n31.02.2027;7;1\n01.02.2027;25;1\n01.02.2027;7;mange\n01.02.2027;8;-1\n01.02.2027;9;1\n01.02.2027;9;2\n",
        );
        let told: Vec<String> = read.complaints.iter().map(|of| format!("{} {}", of.place, of.code)).collect();
        for place in [
            "historikk!A2 not-a-date",
            "historikk!B3 not-an-hour",
            "historikk!C4 not-a-number",
            "historikk!C5 out-of-bounds",
            "historikk!C7 counted-twice",
        ] {
            assert!(told.iter().any(|one| one == place), "{place} in {told:?}");
        }
        assert!(!read.can_be_used);
    }

    #[test]
    fn a_national_identity_number_is_refused_and_not_told_again() {
        // The 1st of January 2007, with made-up digits and the right last one.
        let number = "01010750160";
        for text in [
            format!("Dato;Driver;Antall\n01.02.2027;Ola {number};3\n"),
            format!("Dato;Driver;Antall\n01.02.2027;{number};3\n"),
            format!("Dato;Pasienter;Kari {number}\n01.02.2027;20;3\n02.02.2027;21;4\n"),
        ] {
            let read = read(&text);
            assert!(!read.can_be_used, "{text}");
            assert!(read.complaints.iter().any(|of| of.code == "identity-number"), "{:?}", read.complaints);
            let told = format!("{:?} {:?}", read.complaints, read.drivers);
            assert!(!told.contains("1010750160"), "{told}");
        }
    }

    #[test]
    fn the_same_row_twice_counts_once_and_the_hour_of_autumn_twice() {
        let read =
            read("Dato;Time;Antall\n1.2.2027;7;5\n1.2.2027;7;5\n31.10.2027;2;1\n31.10.2027;2;3\n31.10.2027;2;3\n");
        assert!(read.can_be_used, "{:?}", read.complaints);
        assert_eq!((read.twice, read.counts.len()), (2, 3));
    }

    #[test]
    fn a_count_in_the_hour_that_never_comes_is_noticed_and_counted() {
        let read = read("Dato;Time;Antall\n29.03.2026;1;5\n29.03.2026;2;4\n29.03.2026;3;5\n28.03.2027;2;0\n");
        let told: Vec<String> = read.complaints.iter().map(|of| format!("{} {}", of.place, of.code)).collect();
        assert_eq!((told, read.can_be_used), (vec!["historikk!C3 hour-never-comes".to_owned()], true));
        assert_eq!(read.counts.len(), 4);
    }

    #[test]
    fn what_is_no_file_of_counts_is_told() {
        for (bytes, code) in [
            (&b""[..], "counts-empty"),
            (b"Dato;Antall\n", "counts-empty"),
            (b"Navn;Alder\nKari;40\n", "column-missing"),
            (b"\0\0\0", "file-foreign"),
            (b"PK\x03\x04rubbish", "file-damaged"),
        ] {
            let read = read_counts(bytes, "x");
            assert!(
                !read.can_be_used && read.complaints.iter().any(|of| of.code == code),
                "{code}: {:?}",
                read.complaints
            );
        }
    }
}
