//! Groups, shifts, presence and today's heads of a random ward, sized so that today's groups can carry the work.

use fordel_core::time::{Clock, Day, DaySet, Window};
use fordel_core::ward::{Covers, Driver, Group, GroupId, Presence, Shift, TaskLine, Timing};

use crate::work::{ASS, HFA, SEK, SPL, SPO, minutes_on, size};

/// Share of presence for tasks, the same for all.
const TASK_TIME: f64 = 0.82;
/// Lengths of the standard intervals, minutes.
const LENGTHS: [f64; 6] = [120.0, 180.0, 180.0, 180.0, 240.0, 540.0];

/// Heads on the day, evening and night shift.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Heads {
    day: u32,
    evening: u32,
    night: u32,
}

impl Heads {
    fn sum(self) -> u32 {
        self.day + self.evening + self.night
    }
    fn at_least(self, day: u32, evening: u32, night: u32) -> Heads {
        Heads { day: self.day.max(day), evening: self.evening.max(evening), night: self.night.max(night) }
    }
    fn paid_hours(self) -> f64 {
        f64::from(self.day + self.evening) * 7.5 + f64::from(self.night) * 9.5
    }
}

/// A ward's staffing: what limits it is sized by.
pub(crate) struct Staff {
    /// Heads that carry today's groups, on weekdays and in the weekend, by group.
    carry: [[Heads; 2]; 5],
    scale: f64,
}

impl Staff {
    /// Sizes the staff for lines as they stand today.
    pub fn new(tasks: usize, lines: &[TaskLine], drivers: &[Driver]) -> Staff {
        let scale = size(tasks);
        let mut carry = [SPO, SPL, HFA, SEK, ASS].map(|group| carrying(group, lines, drivers));
        for part in &mut carry[SPO.0] {
            *part = part.at_least(1, 1, 1);
        }
        let (nurses, together) = (nurses(scale), together(scale));
        for part in &mut carry[SPL.0] {
            *part = part.at_least(together, together, nurses);
        }
        Staff { carry, scale }
    }

    /// The five groups.
    pub fn groups(&self) -> Vec<Group> {
        let row = |code: &str, name: &str, hourly_kr: f64, absence: f64, scarce: bool| Group {
            code: code.to_owned(),
            name: name.to_owned(),
            covers: Covers::Below,
            beside: false,
            hourly_kr,
            weekly_hours: 35.5,
            absence,
            holiday_weeks: 5.0,
            task_time: TASK_TIME,
            positions: None,
            positions_least: None,
            people: None,
            weekend_every: 3.0,
            scarce,
        };
        let mut groups = vec![
            row("SPO", "Spesialsykepleier", 438.0, 0.09, true),
            row("SPL", "Sykepleier", 402.0, 0.095, true),
            row("HFA", "Helsefagarbeider", 352.0, 0.105, false),
            row("SEK", "Sekretær", 338.0, 0.07, false),
            row("ASS", "Assistent", 291.0, 0.09, false),
        ];
        groups[SPO.0].positions = Some((self.positions(SPO, &groups) * 1.15 * 10.0).ceil() / 10.0);
        for group in [SPO, SPL, HFA] {
            let heads = f64::from(self.carry[group.0][1].sum()) * 3.0;
            groups[group.0].people = Some((heads.max(self.positions(group, &groups)) * 1.04).ceil());
        }
        groups[SEK.0].weekly_hours = 37.5;
        groups[SEK.0].weekend_every = 4.0;
        groups[SEK.0].positions = Some((3.0 * self.scale).max(self.positions(SEK, &groups) + 0.5).ceil());
        groups[ASS.0].people = Some((8.0 * self.scale).ceil().max(3.0));
        groups
    }

    /// Positions that the heads of a group take.
    fn positions(&self, group: GroupId, groups: &[Group]) -> f64 {
        let [weekday, weekend] = self.carry[group.0];
        let hours = 5.0 * weekday.paid_hours() + 2.0 * weekend.paid_hours();
        let g = &groups[group.0];
        hours / g.weekly_hours / (1.0 - g.absence) * 52.0 / (52.0 - g.holiday_weeks)
    }

    /// Day, evening and night for the clinical groups, early shifts, and the secretaries' own.
    pub fn shifts(&self) -> Vec<Shift> {
        let most = |heads: u32| (f64::from(heads) * 1.3).ceil() as u32 + 2;
        let least = (2.0 * self.scale).round().max(1.0) as u32;
        let few = (4.0 * self.scale).ceil() as u32;
        let mut shifts = Vec::new();
        for group in [SPO, SPL, HFA, ASS] {
            let [weekday, weekend] = self.carry[group.0];
            let peak = weekday.at_least(weekend.day, weekend.evening, weekend.night);
            let min = match group {
                SPO => 1,
                SPL => least.min(nurses(self.scale)),
                _ => 0,
            };
            let room = |heads: u32| if group == ASS { few + 1 } else { most(heads) };
            shifts.push(shift(group, "D", (7, 30), (15, 30), 7.5, DaySet::ALL, min, room(peak.day)));
            shifts.push(shift(group, "A", (15, 0), (22, 30), 7.5, DaySet::ALL, min, room(peak.evening)));
            shifts.push(shift(group, "N", (22, 15), (7, 45), 9.5, DaySet::ALL, min, room(peak.night)));
        }
        for group in [SPL, HFA, ASS] {
            shifts.push(shift(group, "M", (7, 0), (14, 30), 7.5, DaySet::ALL, 0, few));
        }
        shifts.push(shift(ASS, "K", (16, 0), (21, 0), 5.0, DaySet::ALL, 0, few));
        let office = most(self.carry[SEK.0][0].day);
        shifts.push(shift(SEK, "K1", (8, 0), (15, 30), 7.5, DaySet::WEEKDAYS, 0, office));
        shifts.push(shift(SEK, "K2", (14, 30), (21, 30), 7.0, DaySet::ALL, 0, few));
        shifts
    }

    /// Who must be there: a specialist, some nurses, and more by day and evening.
    pub fn presence(&self) -> Vec<Presence> {
        let around = Window { start: Clock(0), end: Clock(24 * 60) };
        let waking = Window { start: Clock(7 * 60 + 30), end: Clock(22 * 60) };
        let rule = |groups: &[GroupId], label: &str, window, count| Presence {
            groups: groups.to_vec(),
            label: label.to_owned(),
            window,
            days: DaySet::ALL,
            count,
            course: None,
        };
        vec![
            rule(&[SPO], "SPO+", around, 1),
            rule(&[SPO, SPL], "SPL+", around, nurses(self.scale)),
            rule(&[SPO, SPL, HFA], "SPL+;HFA", waking, together(self.scale)),
        ]
    }

    /// Today's heads: a little fewer than what would carry the work.
    pub fn today(&self, shifts: &[Shift]) -> Vec<[u32; 7]> {
        let heads = |shift: &Shift, day: Day| {
            let part = self.carry[shift.group.0][usize::from(day.is_weekend())];
            let carry = match shift.name.as_str() {
                "D" | "K1" => part.day,
                "A" => part.evening,
                "N" => part.night,
                _ => 0,
            };
            ((f64::from(carry) * 0.93).round() as u32).clamp(shift.min, shift.max)
        };
        let by_day = |shift: &Shift| {
            let mut row = [0; 7];
            shift.days.iter().for_each(|day| row[usize::from(day.0)] = heads(shift, day));
            row
        };
        shifts.iter().map(by_day).collect()
    }
}

/// Nurses that must be present.
fn nurses(scale: f64) -> u32 {
    (3.0 * scale).round().max(1.0) as u32
}

/// Nurses and health care workers that must be present by day and evening.
fn together(scale: f64) -> u32 {
    (5.0 * scale).round().max(2.0) as u32
}

#[allow(clippy::too_many_arguments)] // A shift's columns.
fn shift(
    group: GroupId,
    name: &str,
    start: (u16, u16),
    end: (u16, u16),
    paid_hours: f64,
    days: DaySet,
    min: u32,
    max: u32,
) -> Shift {
    let clock = |(hours, minutes): (u16, u16)| Clock(hours * 60 + minutes);
    let window = Window { start: clock(start), end: clock(end) };
    Shift { group, name: name.to_owned(), window, paid_hours, days, min, max }
}

/// Heads of day, evening and night that carry the lines of `group` as they stand today, on weekdays and in the
/// weekend. Night's help in the early morning isn't counted, so there is room to spare.
fn carrying(group: GroupId, lines: &[TaskLine], drivers: &[Driver]) -> [Heads; 2] {
    let mut parts = [Heads { day: 0, evening: 0, night: 0 }; 2];
    // Secretaries come at eight, the others at half past seven.
    let early = if group == SEK { 60.0 } else { 90.0 };
    for day in Day::all() {
        let minutes = minutes_by_interval(group, lines, drivers, day);
        let heads = |interval: usize, present: f64| (minutes[interval] / (present * TASK_TIME)).ceil() as u32;
        let part = &mut parts[usize::from(day.is_weekend())];
        *part = part.at_least(
            heads(0, early).max(heads(1, 180.0)).max(heads(2, 180.0)),
            heads(3, 180.0).max(heads(4, 240.0)),
            heads(5, 525.0),
        );
    }
    parts
}

/// Minutes of a group's lines today in each interval of a day, by length where a line has several.
fn minutes_by_interval(group: GroupId, lines: &[TaskLine], drivers: &[Driver], day: Day) -> [f64; 6] {
    let mut minutes = [0.0; 6];
    for line in lines.iter().filter(|l| l.today == Some(group) && l.days.contains(day)) {
        let span = match line.timing {
            Timing::Span { from, to } => from..to,
            Timing::Daytime => 0..3,
            Timing::AroundTheClock => 0..6,
        };
        let length: f64 = LENGTHS[span.clone()].iter().sum();
        let held = f64::from(line.people) * length * TASK_TIME;
        let on_day = if line.bound { held } else { minutes_on(line, group, day, drivers) };
        span.for_each(|i| minutes[i] += on_day * LENGTHS[i] / length);
    }
    minutes
}
