//! The sheet `Aktivitet`: activity drivers by weekday.

use fordel_core::ward::{Count, Driver};

use super::bounds::Bounds;
use super::kinds;
use super::listing::{Listing, Record};
use super::told::Told;
use super::words::{Names, code_key, name_key};
use crate::columns::{self, DRIVER, WEEKDAYS};
use crate::table::Sheet;

/// More drivers than any ward has.
const MOST_DRIVERS: usize = 1_000;

/// The drivers, with their names to look up.
pub struct Drivers {
    /// In the order of the sheet.
    pub list: Vec<Driver>,
    /// Names; the place of a name is the driver's id.
    pub names: Names,
}

impl Default for Drivers {
    fn default() -> Self {
        Drivers { list: Vec::new(), names: Names::new(code_key) }
    }
}

/// Reads the sheet.
pub fn read(sheet: &Sheet, told: &mut Told) -> Drivers {
    let listing = Listing::new(sheet, columns::ACTIVITY.columns, &[DRIVER], MOST_DRIVERS, told);
    let mut drivers = Drivers::default();
    for record in listing.records() {
        let name = record.text(&DRIVER, told);
        let by_day = by_day(&record, told);
        let Some(name) = record.require(&DRIVER, name, told) else { continue };
        if drivers.names.add(&name).is_err() {
            told.add(record.complain(kinds::ROW_TWICE, &DRIVER).with("value", name));
            continue;
        }
        if per_time(&name).is_some() {
            told.add(record.complain_of(kinds::DRIVER_IS_A_TIME, &DRIVER, &name));
        }
        drivers.list.push(Driver { name, by_day });
    }
    listing.tell_assumptions(told);
    drivers
}

/// The count per stretch of time that a text beside it names: `uke`, `per uke`, `pr. uke`. No driver can be called so.
pub fn per_time(text: &str) -> Option<fn(f64) -> Count> {
    let key = name_key(text);
    let bare = key.strip_prefix("per").or_else(|| key.strip_prefix("pr")).unwrap_or(&key);
    match bare {
        "dag" | "dogn" | "day" => Some(Count::PerDay),
        "uke" | "uka" | "week" => Some(Count::PerWeek),
        "maned" | "mnd" | "month" => Some(Count::PerMonth),
        _ => None,
    }
}

fn by_day(record: &Record<'_, '_>, told: &mut Told) -> [f64; 7] {
    WEEKDAYS.map(|day| {
        let units = record.number_within(&day, Bounds(0.0, 1_000_000.0), told);
        record.or_assume(&day, units, 0.0, 0.0)
    })
}
