//! The overlap between shifts that take over from each other, made shorter or longer.
//!
//! A shift is taken over from by another one of its group that begins while it lasts, or just when it ends, and goes on
//! after it: the last such to begin. What both are there for is their overlap. It is changed at the end of the one that
//! goes: who goes home ends later or earlier, who comes begins as before, and pay follows by the minute. So a shorter
//! overlap leaves no moment without somebody of the group where there was one before: whoever takes over has come. Work and
//! demands for presence stay what they are; what heads they take with the new ends is for the search to find.

use std::collections::BTreeMap;

use crate::time::{Clock, DAY, Day, DaySet, Stretch, WEEK, Window};
use crate::ward::{Shift, Ward};

/// The longest overlap of a shift with the one that takes over, in minutes. One that begins earlier is there beside it.
const LONGEST: u32 = 120;

/// The ward of a week ([`super::week::ward_of`]) in which every overlap is so many minutes longer, or shorter where they are
/// below 0. An overlap never falls below 0, and a shift never lasts longer than a day; a shift that nobody takes over from is
/// as it was. A shift whose ends differ between the days of the week becomes one for each end, of the same name.
pub fn with_overlap(of_week: &Ward, minutes: i32) -> Ward {
    let shifts = of_week.shifts.iter().flat_map(|shift| changed(of_week, shift, minutes)).collect();
    Ward { shifts, ..of_week.clone() }
}

/// The shift with its new ends, each with the days on which it has it.
fn changed(ward: &Ward, shift: &Shift, minutes: i32) -> Vec<Shift> {
    let mut ends: BTreeMap<i32, DaySet> = BTreeMap::new();
    for day in shift.days.iter() {
        let later = overlap(ward, shift, day).map_or(0, |overlap| later_by(shift, overlap, minutes));
        ends.entry(later).or_default().insert(day);
    }
    ends.into_iter().map(|(later, days)| Shift { days, ..ending(shift, later) }).collect()
}

/// Minutes for which a shift that starts on this day is there together with the one that takes over; none where none does.
fn overlap(ward: &Ward, shift: &Shift, day: Day) -> Option<u32> {
    let own = shift.window.on(day);
    let after = |other: &Stretch| (other.start + WEEK - own.start) % WEEK;
    let takes_over = |other: &Stretch| {
        let begins = after(other);
        begins > 0 && begins <= own.minutes && begins + other.minutes > own.minutes
    };
    let of_group = ward.shifts.iter().filter(|other| other.group == shift.group);
    let starting = of_group.flat_map(|other| other.days.iter().map(move |on| other.window.on(on)));
    let last = starting.filter(takes_over).map(|other| after(&other)).max()?;
    Some(own.minutes - last).filter(|overlap| *overlap <= LONGEST)
}

/// Minutes by which the shift ends later, below 0 earlier.
fn later_by(shift: &Shift, overlap: u32, minutes: i32) -> i32 {
    let room = DAY - shift.window.minutes();
    minutes.max(-(overlap as i32)).min(room as i32)
}

/// The shift, ending so many minutes later and paid for as many more; what was unpaid of it stays so.
fn ending(shift: &Shift, later: i32) -> Shift {
    if later == 0 {
        return shift.clone();
    }
    let minutes = shift.window.minutes().saturating_add_signed(later);
    let end = Clock(((shift.window.start.minutes() + minutes) % DAY) as u16);
    Shift {
        window: Window { end, ..shift.window },
        paid_hours: (shift.paid_hours + f64::from(later) / 60.0).max(0.0),
        ..shift.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Week;
    use crate::measure::sample;
    use crate::plan::Plan;
    use crate::ward::GroupId;
    use crate::year::dates::of_week;
    use crate::year::week::ward_of;
    use proptest::prelude::*;

    fn shift(group: usize, name: &str, (start, end): (u16, u16), paid_hours: f64, days: DaySet) -> Shift {
        let window = Window { start: Clock(start), end: Clock(end) };
        Shift { group: GroupId(group), name: name.into(), window, paid_hours, days, min: 0, max: 9 }
    }

    /// A ward with these shifts and no others.
    fn ward(shifts: Vec<Shift>) -> Ward {
        Ward { shifts, lines: Vec::new(), staffing_today: Vec::new(), ..sample::ward() }
    }

    /// Half past seven to a quarter past three, three to half past ten, a quarter past ten to a quarter to eight.
    fn around_the_clock() -> Ward {
        ward(vec![
            shift(0, "D", (450, 915), 7.5, DaySet::ALL),
            shift(0, "A", (900, 1350), 7.5, DaySet::ALL),
            shift(0, "N", (1335, 465), 9.5, DaySet::ALL),
        ])
    }

    /// Name, end and paid hours of each shift.
    fn told(ward: &Ward) -> Vec<(&str, u16, f64)> {
        ward.shifts.iter().map(|shift| (shift.name.as_str(), shift.window.end.0, shift.paid_hours)).collect()
    }

    #[test]
    fn who_goes_home_ends_earlier_or_later_and_pay_follows() {
        let ward = around_the_clock();
        let five = 5.0 / 60.0;
        let shorter = [("D", 910, 7.5 - five), ("A", 1345, 7.5 - five), ("N", 460, 9.5 - five)];
        assert_eq!(told(&with_overlap(&ward, -5)), shorter);
        let none_left = [("D", 900, 7.25), ("A", 1335, 7.25), ("N", 450, 9.25)];
        assert_eq!(told(&with_overlap(&ward, -15)), none_left);
        assert_eq!(told(&with_overlap(&ward, -90)), none_left, "never below nought");
        assert_eq!(told(&with_overlap(&ward, 30)), [("D", 945, 8.0), ("A", 1380, 8.0), ("N", 495, 10.0)]);
        assert_eq!(with_overlap(&ward, 0), ward);
    }

    #[test]
    fn shifts_that_meet_have_no_overlap_to_lose_and_can_get_one() {
        // The sample ward: 07–15, 15–22, 22–07.
        let ward = sample::ward();
        assert_eq!(with_overlap(&ward, -15), ward);
        assert_eq!(told(&with_overlap(&ward, 15))[0], ("D", 915, 7.75));
    }

    #[test]
    fn only_who_is_taken_over_from_by_the_own_group_changes() {
        let before = ward(vec![
            shift(0, "D", (420, 930), 8.0, DaySet::WEEKDAYS),
            // There beside the day shift, and goes on after the evening's has begun: nobody takes over from it.
            shift(0, "M", (600, 1080), 7.5, DaySet::WEEKDAYS),
            shift(0, "A", (900, 1320), 7.0, DaySet::WEEKDAYS),
            shift(1, "D", (420, 900), 7.5, DaySet::ALL),
            shift(2, "A", (870, 1320), 7.0, DaySet::ALL),
        ]);
        let shorter = with_overlap(&before, -20);
        assert_eq!(shorter.shifts[0].window.end, Clock(910));
        assert_eq!(shorter.shifts[1..], before.shifts[1..]);
        // A shift around the clock takes over from itself, and has no room to grow.
        let whole = ward(vec![shift(0, "H", (480, 480), 24.0, DaySet::ALL)]);
        assert_eq!(with_overlap(&whole, 15), whole);
        assert_eq!(with_overlap(&whole, -15), whole);
    }

    #[test]
    fn each_day_has_its_own_overlap_also_on_a_holiday() {
        // The night is taken over from at half past seven on weekdays, at seven on Saturdays and Sundays.
        let ward = ward(vec![
            shift(0, "D", (450, 1335), 14.0, DaySet::WEEKDAYS),
            shift(0, "D", (420, 1335), 14.5, DaySet::WEEKEND),
            shift(0, "N", (1335, 465), 9.5, DaySet::ALL),
        ]);
        // The Thursday of week 18 of 2027 is Ascension Day, and worked as a Sunday.
        let week = of_week(&ward, Week { year: 2027, number: 18 });
        let of_week = with_overlap(&ward_of(&ward, &Plan::default(), &week), -30);
        let nights: Vec<(u16, Vec<u8>)> = of_week
            .shifts
            .iter()
            .filter(|shift| shift.name == "N")
            .map(|shift| (shift.window.end.0, shift.days.iter().map(Day::number).collect()))
            .collect();
        assert_eq!(nights, [(435, vec![3, 5, 6]), (450, vec![1, 2, 4, 7])]);
    }

    /// Whether anybody of the group can be there, minute by minute.
    fn there(ward: &Ward, group: GroupId) -> Vec<bool> {
        let mut there = vec![false; WEEK as usize];
        for shift in ward.shifts.iter().filter(|shift| shift.group == group) {
            for stretch in shift.days.iter().map(|day| shift.window.on(day)) {
                (0..stretch.minutes).for_each(|minute| there[((stretch.start + minute) % WEEK) as usize] = true);
            }
        }
        there
    }

    prop_compose! {
        /// A shift of any time, on some days.
        fn any_shift()(
            group in 0..2_usize,
            start in 0..96_u16,
            quarters in 8..60_u16,
            days in prop::collection::vec(any::<bool>(), 7),
        ) -> Shift {
            let days = Day::all().filter(|day| days[usize::from(day.0)]).collect();
            shift(group, "V", (start * 15, (start + quarters) * 15 % 1440), f64::from(quarters) / 4.0, days)
        }
    }

    proptest! {
        /// A shorter overlap leaves no minute bare that somebody could be there in before, and a longer one neither. Pay and
        /// length change alike, and no day loses a shift.
        #[test]
        fn no_minute_becomes_bare(shifts in prop::collection::vec(any_shift(), 1..7), minutes in -120..121_i32) {
            let before = ward(shifts);
            let after = with_overlap(&before, minutes);
            for group in [GroupId(0), GroupId(1)] {
                let (old, new) = (there(&before, group), there(&after, group));
                prop_assert!(old.iter().zip(&new).all(|(old, new)| !old || *new));
                prop_assert!(minutes > 0 || old == new);
            }
            let sum = |ward: &Ward, of: fn(&Shift) -> f64| {
                ward.shifts.iter().map(|shift| of(shift) * f64::from(shift.days.len())).sum::<f64>()
            };
            let paid = |ward: &Ward| sum(ward, |shift| shift.paid_hours);
            let length = |ward: &Ward| sum(ward, |shift| f64::from(shift.window.minutes()) / 60.0);
            prop_assert!((paid(&after) - paid(&before) - (length(&after) - length(&before))).abs() < 1e-9);
            prop_assert!((sum(&after, |_| 1.0) - sum(&before, |_| 1.0)).abs() < 1e-9);
            let most = f64::from(minutes.abs()) / 60.0 * sum(&before, |_| 1.0);
            prop_assert!((length(&after) - length(&before)).abs() <= most + 1e-9);
            prop_assert!(minutes != 0 || (paid(&after) - paid(&before)).abs() < 1e-9);
        }
    }
}
