//! Activity from history: what counts by date and hour say is usual, what isn't, and a ward's workbook with it.

use std::collections::BTreeSet;
use std::path::Path;

use fordel_core::calendar::{Date, date, days_after};
use fordel_core::complaint::Complaint;
use fordel_core::counts::{Count, DaySpread, History, Manner, Profile, history, profile, weights};
use fordel_core::ward::{Driver, DriverId, Ward};
use fordel_core::year::{Entry, What};
use fordel_sheets::Counts;
use fordel_store::MeasuredSpread;
use fordel_text::Texts;

use crate::failure::Failure;
use crate::files;
use crate::folder::{Saved, save_file};
use crate::service::Picture;

/// What is asked of a history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivityQuestion {
    /// Drivers that are counted as present.
    pub present: Vec<String>,
    /// Drivers that are counted as events.
    pub events: Vec<String>,
    /// Use what is unusual too.
    pub keep_unusual: bool,
    /// Write what months have as rows of the calendar of this year.
    pub season: Option<i16>,
    /// The driver whose hours become the ward's day profile.
    pub profile: Option<String>,
}

/// A driver with what its history says.
#[derive(Clone, Debug)]
pub struct DriverTold {
    /// Its name.
    pub name: String,
    /// How it is counted.
    pub manner: Manner,
    /// Whether that was taken from its name, and matters.
    pub is_assumed: bool,
    /// Its history.
    pub history: History,
    /// What is usual.
    pub profile: Profile,
}

impl DriverTold {
    /// Pictures of what is usual by weekday, hour and month, as far as the counts tell it; `id` is theirs on the page.
    pub fn pictures(&self, id: &str, texts: &Texts) -> Vec<Picture> {
        fordel_reports::usual::pictures(id, &self.name, &self.profile, texts).into_iter().map(Picture::from).collect()
    }
}

/// A history, told.
#[derive(Clone, Debug)]
pub struct ActivityTold {
    /// The drivers, as they come in the file.
    pub drivers: Vec<DriverTold>,
    /// Rows that stood twice.
    pub twice: usize,
    /// Notices of the reading.
    pub complaints: Vec<Complaint>,
    /// What was asked.
    pub question: ActivityQuestion,
}

/// What a file of counts says.
///
/// # Errors
/// A file that can't be read, or its faults; a driver that it doesn't have.
pub fn activity(file: &Path, question: &ActivityQuestion) -> Result<ActivityTold, Failure> {
    let name = file.file_stem().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let read = fordel_sheets::read_counts(&files::read_bytes(file)?, &name);
    if !read.can_be_used {
        return Err(Failure::Faulty { path: file.to_owned(), complaints: read.complaints });
    }
    activity_of(&read, question)
}

/// What counts that can be used say: the way in for pages.
///
/// # Errors
/// A driver that they don't have.
pub fn activity_of(read: &Counts, question: &ActivityQuestion) -> Result<ActivityTold, Failure> {
    let asked = question.present.iter().chain(&question.events).chain(&question.profile);
    for name in asked {
        if !read.drivers.iter().any(|driver| same(driver, name)) {
            return Err(Failure::NoSuchDriver { name: name.clone(), names: read.drivers.clone() });
        }
    }
    let drivers = read.drivers.iter().enumerate().map(|(at, name)| told(&read.counts, at, name, question)).collect();
    let complaints = read.complaints.clone();
    Ok(ActivityTold { drivers, twice: read.twice, complaints, question: question.clone() })
}

fn told(counts: &[Count], at: usize, name: &str, question: &ActivityQuestion) -> DriverTold {
    let named = |names: &[String]| names.iter().any(|own| same(own, name));
    let manner = match (named(&question.present), named(&question.events)) {
        (true, _) => Manner::Present,
        (false, true) => Manner::Events,
        (false, false) => by_name(name),
    };
    let is_hourly = counts.iter().any(|count| count.driver == at && count.hour.is_some());
    let is_told = named(&question.present) || named(&question.events);
    let history = history(counts, at, manner);
    let left_out: BTreeSet<Date> =
        history.unusual.iter().filter(|_| !question.keep_unusual).map(|of| of.date).collect();
    let profile = profile(counts, at, &history, &left_out);
    DriverTold { name: name.to_owned(), manner, is_assumed: is_hourly && !is_told, history, profile }
}

/// Those whose name speaks of people or beds that are there are present; the others happen.
fn by_name(name: &str) -> Manner {
    let lower = name.trim().to_lowercase();
    let present = ["pasient", "patient", "belegg", "innelig", "senge", "bed", "occupan", "tilstede", "present"];
    if present.iter().any(|word| lower.starts_with(word)) { Manner::Present } else { Manner::Events }
}

fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

impl ActivityTold {
    /// Saves a ward's workbook with the drivers' weekdays in it, and, where asked, months and hours; the rest as it was.
    ///
    /// # Errors
    /// A workbook that can't be used, a driver without hours for a day profile, or a place that can't be written.
    pub fn save_ward(&self, workbook: &Path, out: &Path, texts: &Texts) -> Result<Saved, Failure> {
        let mut opened = files::read_ward(workbook)?;
        self.put_into(&mut opened.ward)?;
        let book = fordel_sheets::write::ward_book_with_own(&opened.ward, &opened.own, &opened.gaps, texts)
            .map_err(|why| Failure::Document { name: out.display().to_string(), why: why.to_string() })?;
        save_file(out, &book)
    }

    /// How much the drivers go up and down from day to day, where enough dates tell it.
    pub(crate) fn measured(&self) -> Vec<MeasuredSpread> {
        let of_driver = |told: &DriverTold| {
            let DaySpread { spread, days } = told.profile.day_spread()?;
            let (first, last) = (told.history.days.first()?.date, told.history.days.last()?.date);
            let days = u32::try_from(days).unwrap_or(u32::MAX);
            let (first, last) = (first.to_string(), last.to_string());
            Some(MeasuredSpread { driver: told.name.clone(), spread, first, last, days })
        };
        self.drivers.iter().filter_map(of_driver).collect()
    }

    /// Puts what is usual into a ward. A weekday without counts keeps the ward's own number; of a driver that the ward didn't
    /// have, it is nought, and the page and the command line say so.
    ///
    /// # Errors
    /// A driver without hours for a day profile.
    pub fn put_into(&self, ward: &mut Ward) -> Result<(), Failure> {
        for told in &self.drivers {
            let at = match ward.drivers.iter().position(|driver| same(&driver.name, &told.name)) {
                Some(at) => at,
                None => {
                    ward.drivers.push(Driver { name: told.name.clone(), by_day: [0.0; 7] });
                    ward.drivers.len() - 1
                }
            };
            let counted = told.profile.weekdays.iter().enumerate().filter(|(_, of)| of.count > 0);
            for (day, of) in counted {
                ward.drivers[at].by_day[day] = hundredths(of.mean);
            }
            if let Some(year) = self.question.season {
                // What an earlier history said of the same months gives way.
                ward.calendar.retain(|entry| !is_month_of(entry, year, DriverId(at)));
                ward.calendar.extend(months(year, DriverId(at), &told.profile));
            }
        }
        if let Some(name) = &self.question.profile {
            let told = self.drivers.iter().find(|driver| same(&driver.name, name));
            let Some(hours) = told.and_then(|driver| driver.profile.hours) else {
                return Err(Failure::NoHours { name: name.clone() });
            };
            let means = hours.map(|of| of.mean);
            ward.settings.day_profile = Some(weights(&ward.intervals, &means).into_iter().map(hundredths).collect());
        }
        Ok(())
    }
}

fn hundredths(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

/// First and last date of a month, the first is 0.
fn month(year: i16, at: usize) -> Option<(Date, Date)> {
    let from = date(year, at as i8 + 1, 1)?;
    let next = if at == 11 { date(year.checked_add(1)?, 1, 1) } else { date(year, at as i8 + 2, 1) };
    Some((from, days_after(next?, -1)))
}

/// Whether a row of the calendar says what a whole month of a year has of a driver.
fn is_month_of(entry: &Entry, year: i16, driver: DriverId) -> bool {
    let of_driver = matches!(entry.what, What::Activity { driver: Some(of), .. } if of == driver);
    of_driver && (0..12).any(|at| month(year, at) == Some((entry.from, entry.to)))
}

/// What each month has, as rows of the calendar; months as usual, or without dates, are left out.
fn months(year: i16, driver: DriverId, profile: &Profile) -> Vec<Entry> {
    let row = |at: usize| {
        let share = hundredths(profile.months[at]?);
        let (from, to) = month(year, at)?;
        let what = What::Activity { driver: Some(driver), share };
        (share != 1.0).then_some(Entry { from, to, what, note: None })
    };
    (0..12).filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A ward of its own, and counts of two years by hour of a driver that it has and by day of one that it hasn't.
    fn told(question: &ActivityQuestion) -> (Ward, ActivityTold) {
        let workbook = concat!(env!("CARGO_MANIFEST_DIR"), "/../fordel-sheets/tests/data/liten.xlsx");
        let mut ward = files::read_ward(Path::new(workbook)).expect("the ward can be read").ward;
        ward.drivers = vec![Driver { name: "pasienter".into(), by_day: [1.0; 7] }];
        let first = date(2025, 1, 1).expect("a date");
        let mut counts = Vec::new();
        for at in 0..730 {
            let date = days_after(first, at);
            let level = if date.month() == 7 { 10.0 } else { 20.0 };
            counts.extend((0..24).map(|hour| Count { date, hour: Some(hour), driver: 0, count: level }));
            counts.push(Count { date, hour: None, driver: 1, count: 4.0 });
        }
        let names = ["Pasienter".to_owned(), "innleggelser".to_owned()];
        let drivers = names.iter().enumerate().map(|(at, name)| super::told(&counts, at, name, question)).collect();
        let told = ActivityTold { drivers, twice: 0, complaints: Vec::new(), question: question.clone() };
        (ward, told)
    }

    #[test]
    fn rows_that_are_there_are_changed_and_others_added() {
        let question = ActivityQuestion {
            season: Some(2027),
            profile: Some("pasienter".into()),
            keep_unusual: true,
            ..ActivityQuestion::default()
        };
        let (mut ward, told) = told(&question);
        assert_eq!(told.drivers[0].manner, Manner::Present);
        assert!(told.drivers[0].is_assumed && !told.drivers[1].is_assumed);
        told.put_into(&mut ward).expect("put");
        let once = ward.calendar.clone();
        told.put_into(&mut ward).expect("put again");
        assert_eq!(ward.calendar, once, "months are said once");
        assert_eq!(ward.drivers.len(), 2);
        assert!(ward.drivers[0].by_day.iter().all(|units| (18.0..20.0).contains(units)), "{:?}", ward.drivers[0]);
        assert_eq!(ward.drivers[1].by_day, [4.0; 7]);
        let july = ward.calendar.iter().find(|entry| entry.from.to_string() == "2027-07-01").expect("a row");
        assert_eq!(july.to.to_string(), "2027-07-31");
        assert!(
            matches!(july.what, What::Activity { driver: Some(DriverId(0)), share } if (0.5..0.6).contains(&share))
        );
        assert!(
            ward.calendar.iter().all(|entry| !matches!(entry.what, What::Activity { driver: Some(DriverId(1)), .. }))
        );
        let weights = ward.settings.day_profile.expect("a profile");
        let per_minute: Vec<f64> = ward
            .intervals
            .iter()
            .zip(&weights)
            .map(|(interval, weight)| weight / f64::from(interval.minutes()))
            .collect();
        assert!(per_minute.iter().all(|each| (each - per_minute[0]).abs() < 1e-3), "as much in each hour: {weights:?}");
    }

    #[test]
    fn a_weekday_without_counts_keeps_the_wards_own_number() {
        let question = ActivityQuestion { keep_unusual: true, ..ActivityQuestion::default() };
        let (mut ward, mut told) = told(&question);
        ward.drivers[0].by_day = [7.0; 7];
        // Five Thursdays without a public holiday, and nothing else.
        let first = date(2027, 1, 7).expect("a date");
        let of_driver = |driver| {
            (0..5).map(move |week| Count { date: days_after(first, 7 * week), hour: None, driver, count: 21.0 })
        };
        let counts: Vec<Count> = of_driver(0).chain(of_driver(1)).collect();
        let names = ["Pasienter", "innleggelser"];
        told.drivers = (0..).zip(names).map(|(at, name)| super::told(&counts, at, name, &question)).collect();
        told.put_into(&mut ward).expect("put");
        assert_eq!(ward.drivers[0].by_day, [7.0, 7.0, 7.0, 21.0, 7.0, 7.0, 7.0]);
        assert_eq!(ward.drivers[1].by_day, [0.0, 0.0, 0.0, 21.0, 0.0, 0.0, 0.0]);
    }

    #[test]
    fn a_profile_needs_hours() {
        let question = ActivityQuestion { profile: Some("innleggelser".into()), ..ActivityQuestion::default() };
        let (mut ward, told) = told(&question);
        assert!(matches!(told.put_into(&mut ward), Err(Failure::NoHours { .. })));
    }
}
