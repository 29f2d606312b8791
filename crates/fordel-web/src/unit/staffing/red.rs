//! Which heads a broken rule is about: the shifts that are there when it is broken.

use fordel_core::plan::Broken;
use fordel_core::time::{Clock, DAY, Day, DaySet, Stretch, Window};
use fordel_core::ward::{GroupId, Shift, Ward};

/// A cell of the grid: a group's shift by its name, on a day.
pub type At = (GroupId, String, Day);

/// The cells that a broken rule is about; none where it is about more than heads of certain shifts.
pub fn cells(ward: &Ward, broken: &Broken) -> Vec<At> {
    let Some(day) = broken.day.filter(|day| (1..=7).contains(day)).map(|day| Day(day - 1)) else { return Vec::new() };
    let group = broken.group.as_deref().and_then(|code| ward.group_by_code(code));
    let what = broken.what.as_deref().unwrap_or_default();
    match broken.rule.as_str() {
        "shift_min" | "shift_max" | "alike" => {
            let of = |shift: &Shift, on: Day| Some(shift.group) == group && shift.name == what && on == day;
            starting(ward, of)
        }
        "weekends" => starting(ward, |shift, on| Some(shift.group) == group && on == day),
        "work_fits" | "bound_present" => {
            let label = broken.time.as_deref().unwrap_or_default();
            let Some(window) = ward.intervals.iter().find(|window| window.label() == label) else { return Vec::new() };
            there(ward, &group.into_iter().collect::<Vec<_>>(), window.on(day))
        }
        "presence" => {
            let rule = ward
                .presence
                .iter()
                .find(|rule| rule.label == what && rule.days.contains(day) && within(rule.window, broken));
            let Some((rule, run)) = rule.zip(broken.time.as_deref().and_then(clocks)) else { return Vec::new() };
            // A run after midnight lies on the day after the one on which its window starts.
            let late = run.start < rule.window.start;
            there(ward, &rule.groups, run.on(if late { day.next() } else { day }))
        }
        _ => Vec::new(),
    }
}

/// Whether a run of minutes with too few can be one of this window.
fn within(window: Window, broken: &Broken) -> bool {
    let start = broken.time.as_deref().and_then(clocks).map(|run| run.start.minutes());
    start.is_some_and(|start| (start + DAY - window.start.minutes()) % DAY < window.minutes())
}

/// Shifts of these groups that are there at some minute of a stretch.
fn there(ward: &Ward, groups: &[GroupId], stretch: Stretch) -> Vec<At> {
    starting(ward, |shift, on| groups.contains(&shift.group) && shift.window.on(on).overlap(stretch) > 0)
}

fn starting(ward: &Ward, of: impl Fn(&Shift, Day) -> bool) -> Vec<At> {
    let all = ward.shifts.iter().flat_map(|shift| shift.days.iter().map(move |day| (shift, day)));
    all.filter(|(shift, day)| of(shift, *day)).map(|(shift, day)| (shift.group, shift.name.clone(), day)).collect()
}

/// `22:15-07` as the window that it labels.
fn clocks(label: &str) -> Option<Window> {
    let clock = |text: &str| {
        let (hours, minutes) = text.split_once(':').unwrap_or((text, "0"));
        Clock::new(hours.parse().ok()?, minutes.parse().ok()?)
    };
    let (start, end) = label.split_once('-')?;
    Some(Window { start: clock(start)?, end: clock(end)? })
}

/// The part of the week to which a day belongs: its days are staffed alike where days are alike.
pub fn alike(day: Day) -> DaySet {
    if day.is_weekend() { DaySet::WEEKEND } else { DaySet::WEEKDAYS }
}

/// Where the answer to a broken rule stands, within the proposal, and what the way to it is called.
pub fn answer(ward: &Ward, broken: &Broken) -> Option<(String, &'static str)> {
    let day = Day(broken.day.filter(|day| (1..=7).contains(day))?.checked_sub(1)?);
    let group = broken.group.as_deref().and_then(|code| ward.group_by_code(code));
    let what = broken.what.as_deref().unwrap_or_default();
    match broken.rule.as_str() {
        "work_fits" | "bound_present" => {
            let label = broken.time.as_deref()?;
            let interval = ward.intervals.iter().position(|window| window.label() == label)?;
            Some((format!("cell/{}/{}/{interval}", group?.0, day.number()), "cure-link"))
        }
        "presence" => {
            let of = |rule: &fordel_core::ward::Presence| {
                rule.label == what && rule.days.contains(day) && within(rule.window, broken)
            };
            let rule = ward.presence.iter().position(of)?;
            Some((format!("presence/{rule}/{}", day.number()), "cure-link"))
        }
        "shift_min" | "shift_max" | "alike" => {
            let of = |shift: &Shift| Some(shift.group) == group && shift.name == what && shift.days.contains(day);
            let shift = ward.shifts.iter().position(of)?;
            Some((format!("heads/{shift}/{}", day.number()), "why-title"))
        }
        _ => None,
    }
}
