//! The sheet `Kalender`: what is known of the year ahead.

use std::collections::BTreeMap;

use fordel_core::calendar::{Date, days_after};
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

/// What a row takes of a group's people, or of what there is of a driver, on its days.
struct Taken {
    row: u32,
    from: Date,
    to: Date,
    amount: f64,
}

impl Taken {
    /// The first day of a row on which it and those before it take the most, how much that is, and which of them do.
    fn most(&self, before: &[Taken]) -> (Date, f64, Vec<String>) {
        let meeting = before.iter().filter(|of| of.from <= self.to && self.from <= of.to);
        let mut steps: Vec<(Date, f64)> = meeting
            .flat_map(|of| [(of.from.max(self.from), of.amount), (days_after(of.to, 1), -of.amount)])
            .filter(|(date, _)| *date <= self.to)
            .collect();
        // Who comes back on a day isn't away with those who leave on it.
        steps.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let (mut day, mut most, mut sum) = (self.from, self.amount, self.amount);
        for (date, amount) in steps {
            sum += amount;
            if sum > most + SLACK {
                (day, most) = (date, sum);
            }
        }
        let with = before.iter().filter(|of| (of.from..=of.to).contains(&day));
        (day, most, with.map(|of| of.row.to_string()).collect())
    }
}

/// Sums of the same numbers in another order may differ by so much.
const SLACK: f64 = 1e-9;

/// The rows so far that take of a group's people or of a driver, by that one's index.
#[derive(Default)]
struct Together {
    people: BTreeMap<usize, Vec<Taken>>,
    drivers: BTreeMap<usize, Vec<Taken>>,
}

impl Together {
    /// Tells of the row that takes more, with those before it on the same days, than there is. It isn't counted with those
    /// after it then, nor is one that takes too much by itself: that is told already.
    fn add(
        &mut self,
        record: &Record<'_, '_>,
        (from, to): (Date, Date),
        what: &What,
        (groups, drivers): (&Groups, &Drivers),
        told: &mut Told,
    ) {
        let (before, amount, most, kind, about) = match what {
            What::Holiday { group, people } | What::Absence { group, people } => {
                let of = &groups.list[group.0];
                let before = self.people.entry(group.0).or_default();
                (before, *people, of.people, kinds::MORE_AWAY_TOGETHER, ("group", of.code.as_str()))
            }
            What::Fewer { driver, units } => {
                let of = &drivers.list[driver.0];
                let before = self.drivers.entry(driver.0).or_default();
                (before, *units, Some(busiest(&of.by_day)), kinds::MORE_CLOSED_TOGETHER, ("driver", of.name.as_str()))
            }
            _ => return,
        };
        let Some(most) = most.filter(|most| amount <= *most && from <= to) else { return };
        let row = Taken { row: record.number(), from, to, amount };
        let (day, sum, with) = row.most(before);
        if sum > most + SLACK {
            let complaint = record.complain(kind, &column::VALUE).with("rows", with.join(", ")).with("date", day);
            told.add(complaint.with("sum", sum).with(about.0, about.1).with("most", most));
        } else {
            before.push(row);
        }
    }
}

/// The most that there is of a driver on any weekday.
fn busiest(by_day: &[f64]) -> f64 {
    by_day.iter().copied().fold(0.0, f64::max)
}

/// Reads the sheet.
pub fn read(sheet: &Sheet, groups: &Groups, drivers: &Drivers, told: &mut Told) -> Vec<Entry> {
    let needed = [column::FROM, column::KIND, column::VALUE];
    let listing = Listing::new(sheet, columns::CALENDAR.columns, &needed, MOST_ROWS, told);
    let mut entries = Vec::new();
    let mut together = Together::default();
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
            together.add(&record, (from, to), &what, (groups, drivers), told);
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
            let most = busiest(&of.by_day);
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
            let (positions, group) = positions.zip(group)?;
            let of = &groups.list[group.0];
            if let Some(most) = of.people.filter(|most| positions > *most) {
                let complaint = record.complain(kinds::MORE_APPRENTICES_THAN_PEOPLE, &column::VALUE);
                told.add(complaint.with("value", positions).with("group", of.code.as_str()).with("most", most));
            }
            Some(What::Apprentices { group, positions })
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
    fn rows_take_together_what_they_take_on_the_same_days() {
        let date = |day| Date::constant(2027, 7, day);
        let taken = |row, from, to, amount| Taken { row, from: date(from), to: date(to), amount };
        let before = [taken(2, 1, 10, 3.0), taken(3, 11, 20, 4.0), taken(4, 15, 31, 2.0)];
        let told = |from, to| taken(5, from, to, 1.0).most(&before);
        assert_eq!(told(1, 31), (date(15), 7.0, vec!["3".to_owned(), "4".to_owned()]));
        assert_eq!(told(5, 12), (date(11), 5.0, vec!["3".to_owned()]), "one ends the day before the other");
        assert_eq!(told(10, 10), (date(10), 4.0, vec!["2".to_owned()]));
        assert_eq!(taken(5, 1, 31, 1.0).most(&[]), (date(1), 1.0, Vec::new()));
    }

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
