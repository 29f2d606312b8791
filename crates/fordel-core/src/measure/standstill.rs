//! Why a part of the week gives nothing: what keeps the nurses' time where it is.

use super::day_part::{WeekPart, of_cell, shares};
use super::distribution::today;
use super::nurses;
use super::work::spread;
use crate::plan::Plan;
use crate::time::Day;
use crate::ward::{GroupId, Ward};

/// What keeps nurses' time from being set free in a part of the week; the first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standstill {
    /// They are told to do nothing then.
    NoWork,
    /// No other group may do what they do then.
    TheyAlone,
    /// So many of them must be there anyway.
    MustBeThere(u32),
    /// No other group is on duty then in the plan.
    NobodyElse,
    /// Others could, but it isn't worth it in the plan.
    NotWorth,
}

/// Why the nurses get no time free in this part of the week.
pub fn standstill(ward: &Ward, plan: &Plan, part: WeekPart) -> Standstill {
    let nurses = nurses(ward);
    let order = ward.order();
    let (mut all, mut others_could) = (0.0, 0.0);
    for entry in today(ward).iter().filter(|entry| nurses.contains(&entry.group)) {
        let line = &ward.lines[entry.line.0];
        let minutes: f64 = entry
            .days
            .iter()
            .flat_map(|day| spread(ward, line, entry.group, day))
            .map(|(cell, minutes)| of_cell(ward, cell, minutes).of(part))
            .sum();
        all += minutes;
        if order.qualified(line).iter().any(|group| !nurses.contains(group)) {
            others_could += minutes;
        }
    }
    match () {
        () if all <= 0.0 => Standstill::NoWork,
        () if others_could <= 0.0 => Standstill::TheyAlone,
        () => match (least(ward, &nurses, part), others_there(ward, plan, &nurses, part)) {
            (least @ 1.., _) => Standstill::MustBeThere(least),
            (0, false) => Standstill::NobodyElse,
            (0, true) => Standstill::NotWorth,
        },
    }
}

/// The most nurses that a demand keeps there at some time of the part, whatever they do.
fn least(ward: &Ward, nurses: &[GroupId], part: WeekPart) -> u32 {
    let touches = |window, day: Day| shares(window, day).of(part) > 0.0;
    let present = ward.presence.iter().filter(|rule| {
        rule.groups.iter().all(|group| nurses.contains(group)) && rule.days.iter().any(|day| touches(rule.window, day))
    });
    let shifts = ward.shifts.iter().filter(|shift| {
        // A shift belongs where most of it lies: a day shift that starts at 06:45 keeps nobody at night.
        nurses.contains(&shift.group) && shift.days.iter().any(|day| shares(shift.window, day).of(part) > 0.5)
    });
    present.map(|rule| rule.count).chain(shifts.map(|shift| shift.min)).max().unwrap_or(0)
}

/// Whether the plan has anybody but nurses on duty in the part.
fn others_there(ward: &Ward, plan: &Plan, nurses: &[GroupId], part: WeekPart) -> bool {
    plan.staffing.iter().filter(|heads| (1..=7).contains(&heads.day) && heads.heads > 0).any(|heads| {
        let day = Day(heads.day - 1);
        let of = |shift: &&crate::ward::Shift| {
            !nurses.contains(&shift.group)
                && ward.group(shift.group).code == heads.group
                && shift.name == heads.shift
                && shift.days.contains(day)
        };
        ward.shifts.iter().find(of).is_some_and(|shift| shares(shift.window, day).of(part) > 0.5)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::plan::Heads;
    use crate::time::{Clock, DaySet, Window};
    use crate::ward::{Presence, Timing};

    #[test]
    fn the_first_reason_that_applies_is_told() {
        let mut ward = sample::ward();
        let mut plan = sample::plan(&ward);
        plan.staffing.retain(|heads| heads.shift == "D");
        // Untimed care lies around the clock, and assistants may do none of it: healthcare workers may.
        assert_eq!(standstill(&ward, &plan, WeekPart::Night), Standstill::NobodyElse);
        plan.staffing.push(Heads { group: "HFA".into(), shift: "N".into(), day: 1, heads: 1 });
        assert_eq!(standstill(&ward, &plan, WeekPart::Night), Standstill::NotWorth);
        ward.presence.push(Presence {
            groups: vec![GroupId(0)],
            label: "SPL".into(),
            window: Window { start: Clock(22 * 60), end: Clock(7 * 60) },
            days: DaySet::ALL,
            count: 2,
            course: None,
        });
        assert_eq!(standstill(&ward, &plan, WeekPart::Night), Standstill::MustBeThere(2));
        assert_eq!(standstill(&ward, &plan, WeekPart::Evening), Standstill::NobodyElse);
        ward.lines[4].lowest = GroupId(0);
        assert_eq!(standstill(&ward, &plan, WeekPart::Night), Standstill::TheyAlone);
        ward.lines[4].timing = Timing::Span { from: 0, to: 1 };
        assert_eq!(standstill(&ward, &plan, WeekPart::Night), Standstill::NoWork);
    }

    #[test]
    fn presence_that_others_may_fill_keeps_no_nurse() {
        let mut ward = sample::ward();
        let plan = sample::plan(&ward);
        ward.presence.push(Presence {
            groups: vec![GroupId(0), GroupId(1)],
            label: "SPL;HFA".into(),
            window: Window { start: Clock(22 * 60), end: Clock(7 * 60) },
            days: DaySet::ALL,
            count: 2,
            course: None,
        });
        assert!(!matches!(standstill(&ward, &plan, WeekPart::Night), Standstill::MustBeThere(_)));
        ward.shifts[2].min = 1;
        assert_eq!(standstill(&ward, &plan, WeekPart::Night), Standstill::MustBeThere(1));
    }
}
