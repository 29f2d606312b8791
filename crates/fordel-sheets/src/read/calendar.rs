//! The sheet `Kalender`: what is known of the year ahead.

use fordel_core::time::Day;
use fordel_core::ward::DriverId;
use fordel_core::year::{Entry, What};

use super::activity::Drivers;
use super::bounds::Bounds;
use super::groups::Groups;
use super::kinds;
use super::listing::{Given, Listing, Record};
use super::told::Told;
use super::values;
use super::words::name_key;
use crate::columns::{self, calendar as column};
use crate::table::{Cell, Sheet};

/// More rows than any year has.
const MOST_ROWS: usize = 5_000;

/// The kinds of row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    AsDay,
    Activity,
    Fewer,
    Holiday,
    Absence,
    Apprentices,
}

/// Reads the sheet.
pub fn read(sheet: &Sheet, groups: &Groups, drivers: &Drivers, told: &mut Told) -> Vec<Entry> {
    let needed = [column::FROM, column::KIND, column::VALUE];
    let listing = Listing::new(sheet, columns::CALENDAR.columns, &needed, MOST_ROWS, told);
    let mut entries = Vec::new();
    for record in listing.records() {
        let from = record.read(&column::FROM, kinds::NOT_A_DATE, values::date, told);
        let from = record.require(&column::FROM, from, told);
        let to = match record.read(&column::TO, kinds::NOT_A_DATE, values::date, told) {
            Given::Value(to) => Some(to),
            Given::Nothing => from,
            Given::Bad => None,
        };
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            told.add(record.complain(kinds::DATES_BACKWARDS, &column::TO).with("from", from).with("to", to));
        }
        let kind = record.read(&column::KIND, kinds::NOT_A_CALENDAR_KIND, kind, told);
        let kind = record.require(&column::KIND, kind, told);
        let what = kind.and_then(|kind| what(&record, kind, groups, drivers, told));
        let note = record.text(&column::NOTE, told).value();
        if let (Some(from), Some(to), Some(what)) = (from, to, what) {
            entries.push(Entry { from, to, what, note });
        }
    }
    entries
}

fn what(record: &Record<'_, '_>, kind: Kind, groups: &Groups, drivers: &Drivers, told: &mut Told) -> Option<What> {
    match kind {
        Kind::AsDay => {
            let day = record.read(&column::VALUE, kinds::NOT_AS_DAY, as_day, told);
            record.require(&column::VALUE, day, told).map(What::AsDay)
        }
        Kind::Activity => {
            let share = record.share_within(&column::VALUE, Bounds(0.0, 10.0), told);
            let share = record.require(&column::VALUE, share, told);
            let driver = driver(record, drivers, told);
            let driver = match driver {
                Given::Value(driver) => Some(driver),
                Given::Nothing => None,
                Given::Bad => return None,
            };
            share.map(|share| What::Activity { driver, share })
        }
        Kind::Fewer => {
            let units = record.number_within(&column::VALUE, Bounds(0.0, 1_000_000.0), told);
            let units = record.require(&column::VALUE, units, told);
            // Where the ward has one driver alone, it is that one.
            let driver = match driver(record, drivers, told) {
                Given::Nothing if drivers.list.len() == 1 => Given::Value(DriverId(0)),
                given => given,
            };
            let driver = record.require(&column::OF, driver, told);
            let (units, driver) = units.zip(driver)?;
            let of = &drivers.list[driver.0];
            let most = of.by_day.iter().copied().fold(0.0, f64::max);
            if units > most {
                let complaint = record.complain(kinds::MORE_CLOSED_THAN_COUNTED, &column::VALUE);
                told.add(complaint.with("value", units).with("driver", of.name.as_str()).with("most", most));
            }
            Some(What::Fewer { driver, units })
        }
        Kind::Holiday | Kind::Absence => {
            let people = record.number_within(&column::VALUE, Bounds(0.0, 10_000.0), told);
            let people = record.require(&column::VALUE, people, told);
            let group = groups.one(record, &column::OF, told);
            let group = record.require(&column::OF, group, told);
            let (people, group) = people.zip(group)?;
            let of = &groups.list[group.0];
            if let Some(most) = of.people.filter(|most| people > *most) {
                let complaint = record.complain(kinds::MORE_AWAY_THAN_PEOPLE, &column::VALUE);
                told.add(complaint.with("value", people).with("group", of.code.as_str()).with("most", most));
            }
            Some(match kind {
                Kind::Holiday => What::Holiday { group, people },
                _ => What::Absence { group, people },
            })
        }
        Kind::Apprentices => {
            let positions = record.number_within(&column::VALUE, Bounds(0.0, 10_000.0), told);
            let positions = record.require(&column::VALUE, positions, told);
            let group = groups.one(record, &column::OF, told);
            let group = record.require(&column::OF, group, told);
            positions.zip(group).map(|(positions, group)| What::Apprentices { group, positions })
        }
    }
}

/// The driver that a row is about.
fn driver(record: &Record<'_, '_>, drivers: &Drivers, told: &mut Told) -> Given<DriverId> {
    record.text(&column::OF, told).and_then(|name| match drivers.names.find(&name) {
        Some(at) => Given::Value(DriverId(at)),
        None => {
            let complaint = record.complain_of(kinds::UNKNOWN_DRIVER, &column::OF, &name);
            told.unknown(complaint, &name, &drivers.names);
            Given::Bad
        }
    })
}

fn kind(cell: &Cell) -> Option<Kind> {
    match name_key(&cell.shown()).as_str() {
        "somdag" | "dagsom" | "asday" | "workedas" => Some(Kind::AsDay),
        "aktivitet" | "activity" | "kampanje" | "campaign" => Some(Kind::Activity),
        "stengtesenger" | "stengt" | "faerre" | "closedbeds" | "closed" | "fewer" => Some(Kind::Fewer),
        "ferie" | "holiday" | "vacation" => Some(Kind::Holiday),
        "laerlinger" | "laerling" | "apprentices" | "apprentice" => Some(Kind::Apprentices),
        "fravaer" | "absence" | "permisjon" | "leave" => Some(Kind::Absence),
        _ => None,
    }
}

/// Saturday, Sunday, or the date's own weekday (none).
fn as_day(cell: &Cell) -> Option<Option<Day>> {
    match name_key(&cell.shown()).as_str() {
        "lordag" | "saturday" | "lor" | "sat" => Some(Some(Day(5))),
        "sondag" | "sunday" | "son" | "sun" | "helligdag" => Some(Some(Day(6))),
        "vanlig" | "vanligdag" | "ordinary" | "ordinaryday" => Some(None),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_days_are_understood_as_people_write_them() {
        let text = |text: &str| Cell::Text(text.into());
        let kinds = [
            ("Som dag", Kind::AsDay),
            ("AKTIVITET", Kind::Activity),
            ("closed beds", Kind::Fewer),
            ("Ferie", Kind::Holiday),
            ("fravær", Kind::Absence),
            ("Lærlinger", Kind::Apprentices),
        ];
        kinds.iter().for_each(|(name, meant)| assert_eq!(kind(&text(name)), Some(*meant), "{name}"));
        assert_eq!(kind(&text("jul")), None);
        assert_eq!(as_day(&text("søndag")), Some(Some(Day(6))));
        assert_eq!(as_day(&text("Saturday")), Some(Some(Day(5))));
        assert_eq!(as_day(&text("vanlig")), Some(None));
        assert_eq!(as_day(&text("mandag")), None);
    }
}
