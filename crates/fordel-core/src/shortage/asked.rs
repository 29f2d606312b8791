//! What is asked of the traffic light: a shift on a day, and who is missing of those who were to start it.

use crate::calendar::{Date, days_after, weekday};
use crate::norwegian_time::ClockChange;
use crate::plan::Heads;
use crate::time::{Clock, DAY, Day, DaySet, Stretch, WEEK};
use crate::ward::{GroupId, ShiftId, Ward};

/// A shift on a day, by its name alone: several groups may have one of that name at about the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day on which it starts.
    pub day: Day,
    /// Its name as the ward writes it.
    pub name: String,
    /// From the first start to the last end.
    pub stretch: Stretch,
    /// The shifts of that name.
    pub shifts: Vec<ShiftId>,
    /// Minutes of it that are over when it is asked about: what the plan has before then isn't to come. 0: all of it is.
    pub over: u32,
    /// The days around it that are public holidays: relief costs a supplement then.
    pub holidays: DaySet,
    /// The days around it that are Saturday or Sunday by the calendar: a date may be staffed as another day than its own.
    pub weekend: DaySet,
    /// The hour around it, by its first minute in the week of the plan, in which the clock is changed: it comes twice, or never.
    pub changed: Option<(ClockChange, u32)>,
}

/// A shift whose heads are fewer than planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absent {
    /// The shift.
    pub shift: ShiftId,
    /// How many don't come.
    pub heads: u32,
    /// How many were to come.
    pub planned: u32,
}

/// The question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The shift.
    pub moment: Moment,
    /// Who is missing, in the order of the shifts; each shift once.
    pub absent: Vec<Absent>,
}

/// Why a question doesn't fit the ward and its plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// No shift has this name.
    NoSuchShift {
        /// What was asked for.
        name: String,
        /// The names that there are on the day.
        names: Vec<String>,
    },
    /// The shift doesn't run on that day.
    NotThatDay {
        /// What was asked for.
        name: String,
        /// The names that there are on the day.
        names: Vec<String>,
    },
    /// Shifts of that name lie at different times of the day.
    Ambiguous {
        /// What was asked for.
        name: String,
        /// What can be asked for instead.
        choices: Vec<String>,
    },
    /// The time isn't within the shift.
    Outside {
        /// The time.
        from: Clock,
        /// The shift, from its first start to its last end.
        stretch: Stretch,
    },
    /// More of a group are missing than the plan has on the shift.
    TooMany {
        /// The group.
        group: GroupId,
        /// How many are missing.
        missing: u32,
        /// How many there are.
        planned: u32,
    },
}

fn key(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Whether at least half of `own` lies within `other`.
fn mostly_within(own: Stretch, other: Stretch) -> bool {
    2 * own.overlap(other) >= own.minutes
}

/// From the first start to the last end of shifts that start on the same day.
fn hull(stretches: &[Stretch]) -> Option<Stretch> {
    let start = stretches.iter().map(|s| s.start).min()?;
    let end = stretches.iter().map(|s| s.start + s.minutes).max()?;
    Some(Stretch { start, minutes: end - start })
}

impl Moment {
    /// The shift of this name on a day: `A`, or `ASS:K` where groups use the name for different times.
    ///
    /// # Errors
    /// No such shift, not on that day, or several at different times.
    pub fn named(ward: &Ward, day: Day, name: &str) -> Result<Moment, Unfit> {
        let (group, plain) = match name.split_once(':') {
            Some((group, plain)) => (Some(key(group)), key(plain)),
            None => (None, key(name)),
        };
        let is_meant = |shift: &ShiftId| {
            let of = &ward.shifts[shift.0];
            key(&of.name) == plain && group.as_ref().is_none_or(|g| key(&ward.group(of.group).code) == *g)
        };
        let all: Vec<ShiftId> = (0..ward.shifts.len()).map(ShiftId).filter(is_meant).collect();
        let shifts: Vec<ShiftId> = all.iter().copied().filter(|s| ward.shifts[s.0].days.contains(day)).collect();
        let (name, names) = (name.trim().to_owned(), names_on(ward, day));
        let Some(longest) = shifts.iter().max_by_key(|s| ward.shifts[s.0].window.minutes()) else {
            let unfit =
                if all.is_empty() { Unfit::NoSuchShift { name, names } } else { Unfit::NotThatDay { name, names } };
            return Err(unfit);
        };
        let stretch = |shift: &ShiftId| ward.shifts[shift.0].window.on(day);
        if !shifts.iter().all(|s| mostly_within(stretch(s), stretch(longest))) {
            let choice = |s: &ShiftId| format!("{}:{}", ward.group(ward.shifts[s.0].group).code, ward.shifts[s.0].name);
            return Err(Unfit::Ambiguous { name, choices: shifts.iter().map(choice).collect() });
        }
        let stretches: Vec<Stretch> = shifts.iter().map(stretch).collect();
        let named = ward.shifts[shifts[0].0].name.trim().to_owned();
        let stretch = hull(&stretches).unwrap_or(stretches[0]);
        let (holidays, weekend) = (DaySet::NONE, DaySet::WEEKEND);
        Ok(Moment { day, name: named, stretch, shifts, over: 0, holidays, weekend, changed: None })
    }

    /// Asked about when so many minutes of it are over. When all of it is, the question is about the whole shift again.
    pub fn after(self, minutes: u32) -> Moment {
        Moment { over: if minutes < self.stretch.minutes { minutes } else { 0 }, ..self }
    }

    /// Asked about at a time by the clock, at which it is running.
    ///
    /// # Errors
    /// It hasn't begun by then, or is over.
    pub fn at(self, from: Clock) -> Result<Moment, Unfit> {
        let over = (from.minutes() + DAY - self.stretch.start % DAY) % DAY;
        if over < self.stretch.minutes {
            Ok(Moment { over, ..self })
        } else {
            Err(Unfit::Outside { from, stretch: self.stretch })
        }
    }

    /// From when on it is asked about; none where all of it is.
    pub fn asked_from(&self) -> Option<Clock> {
        (self.over > 0).then(|| Clock(((self.stretch.start + self.over) % DAY) as u16))
    }

    /// With the days around it that are public holidays.
    pub fn on_holidays(self, holidays: DaySet) -> Moment {
        Moment { holidays, ..self }
    }

    /// Starting on this date: with the days around it that are in the weekend, and the hour from 02 to 03, if the clock is
    /// changed on it or on one of the two dates after it, as far as what is to come of a shift reaches.
    pub fn on_date(self, date: Date) -> Moment {
        let hour = |days: u32| {
            let change = ClockChange::on(days_after(date, days))?;
            Some((change, (u32::from(self.day.0) + days) % 7 * DAY + 2 * 60))
        };
        let changed = (0..3).find_map(hour);
        let is_weekend = |day: &Day| weekday(days_after(date, self.days_to(*day))).is_weekend();
        let weekend = Day::all().filter(is_weekend).collect();
        Moment { weekend, changed, ..self }
    }

    /// Whether the ward has another shift of this name at another time of the day.
    pub fn has_namesake(&self, ward: &Ward) -> bool {
        let elsewhere = |own: Stretch| !mostly_within(own, self.stretch) && !mostly_within(self.stretch, own);
        ward.shifts.iter().any(|s| key(&s.name) == key(&self.name) && elsewhere(s.window.on(self.day)))
    }

    /// How many times a minute of the week comes: once, but for the hour in which the clock is changed.
    pub fn times(&self, minute: u32) -> u32 {
        match self.changed {
            Some((change, hour)) if (minute % WEEK + WEEK - hour) % WEEK < 60 => match change {
                ClockChange::Forward => 0,
                ClockChange::Back => 2,
            },
            _ => 1,
        }
    }

    /// Minutes that go by in a stretch: those of the clock, but for the hour in which it is changed.
    pub fn minutes(&self, stretch: Stretch) -> u32 {
        (stretch.start..stretch.start + stretch.minutes).map(|minute| self.times(minute)).sum()
    }

    /// Days from the one on which it starts to one around it: −1 for the day before.
    pub fn days_to(&self, day: Day) -> i64 {
        match (day.0 + 7 - self.day.0) % 7 {
            6 => -1,
            days => i64::from(days),
        }
    }

    /// The shift types whose people are on duty at that time: those of that name first, then those that lie mostly
    /// within it, the longest overlap first.
    pub fn on_duty(&self, ward: &Ward, group: GroupId) -> Vec<ShiftId> {
        let runs = |s: &ShiftId| {
            let shift = &ward.shifts[s.0];
            shift.group == group
                && shift.days.contains(self.day)
                && (self.shifts.contains(s) || mostly_within(shift.window.on(self.day), self.stretch))
        };
        let mut shifts: Vec<ShiftId> = (0..ward.shifts.len()).map(ShiftId).filter(runs).collect();
        shifts.sort_by_key(|s| {
            let overlap = ward.shifts[s.0].window.on(self.day).overlap(self.stretch);
            (!self.shifts.contains(s), std::cmp::Reverse(overlap), *s)
        });
        shifts
    }

    /// How many of a group the staffing has on duty at that time.
    pub fn heads(&self, ward: &Ward, staffing: &[Heads], group: GroupId) -> u32 {
        let starting = heads(ward, staffing);
        self.on_duty(ward, group).iter().map(|s| starting[s.0][usize::from(self.day.0)]).sum()
    }

    /// The question in which so many of some groups are missing, taken from the shift of that name first.
    ///
    /// # Errors
    /// More are missing than there are.
    pub fn missing(self, ward: &Ward, staffing: &[Heads], missing: &[(GroupId, u32)]) -> Result<Asked, Unfit> {
        let starting = heads(ward, staffing);
        let mut absent: Vec<Absent> = Vec::new();
        for (group, count) in missing.iter().filter(|(_, count)| *count > 0) {
            let mut left = *count;
            let mut planned_in_all = 0;
            for shift in self.on_duty(ward, *group) {
                let planned = starting[shift.0][usize::from(self.day.0)];
                planned_in_all += planned;
                let already = absent.iter().find(|a| a.shift == shift).map_or(0, |a| a.heads);
                let heads = left.min(planned - already);
                left -= heads;
                if heads > 0 {
                    absent.retain(|a| a.shift != shift);
                    absent.push(Absent { shift, heads: heads + already, planned });
                }
            }
            if left > 0 {
                let asked = missing.iter().filter(|(g, _)| g == group).map(|(_, n)| n).sum();
                return Err(Unfit::TooMany { group: *group, missing: asked, planned: planned_in_all });
            }
        }
        absent.sort_by_key(|a| a.shift);
        Ok(Asked { moment: self, absent })
    }
}

/// The names of the shifts that run on a day, each once.
pub fn names_on(ward: &Ward, day: Day) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for shift in ward.shifts.iter().filter(|s| s.days.contains(day)) {
        if !names.iter().any(|n| key(n) == key(&shift.name)) {
            names.push(shift.name.trim().to_owned());
        }
    }
    names
}

/// How many start each shift on each day; what the ward doesn't know is left out.
pub fn heads(ward: &Ward, staffing: &[Heads]) -> Vec<[u32; 7]> {
    let mut heads = vec![[0_u32; 7]; ward.shifts.len()];
    for told in staffing.iter().filter(|h| (1..=7).contains(&h.day)) {
        let day = Day(told.day - 1);
        let is_it = |s: &crate::ward::Shift| {
            Some(s.group) == ward.group_by_code(&told.group) && key(&s.name) == key(&told.shift) && s.days.contains(day)
        };
        if let Some(shift) = ward.shifts.iter().position(is_it) {
            let sum = &mut heads[shift][usize::from(day.0)];
            *sum = sum.saturating_add(told.heads);
        }
    }
    heads
}
