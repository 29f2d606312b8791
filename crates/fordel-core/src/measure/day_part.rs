//! Day, evening, night and weekend: how a week's minutes are split for people who think in shifts.
//!
//! A cell of Saturday or Sunday counts as weekend, whatever the hour (22–07 belongs to the day on which it starts,
//! so Friday's night is night and Sunday's night is weekend). A cell of Monday–Friday is split by the clock:
//! 07–15 day, 15–22 evening, 22–07 night; a cell that crosses one of those hours is shared in proportion to the
//! minutes on each side.

use std::ops::{Add, AddAssign, Sub};

use serde::{Deserialize, Serialize};

use crate::time::{Cell, Clock, DAY, Day, Stretch, WEEK, Window};
use crate::ward::{Shift, Ward};

/// An amount a week, minutes unless a field that holds one says otherwise, by part of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Split {
    /// 07–15, Monday–Friday.
    pub day: f64,
    /// 15–22, Monday–Friday.
    pub evening: f64,
    /// 22–07, of nights that start Monday–Friday.
    pub night: f64,
    /// Saturday and Sunday.
    pub weekend: f64,
}

/// A part of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WeekPart {
    /// 07–15, Monday–Friday.
    Day,
    /// 15–22, Monday–Friday.
    Evening,
    /// 22–07, of nights that start Monday–Friday.
    Night,
    /// Saturday and Sunday.
    Weekend,
}

impl WeekPart {
    /// All of them, in the order of [`Split::parts`].
    pub const ALL: [WeekPart; 4] = [WeekPart::Day, WeekPart::Evening, WeekPart::Night, WeekPart::Weekend];
}

impl Split {
    /// The amount of a part.
    pub fn of(self, part: WeekPart) -> f64 {
        match part {
            WeekPart::Day => self.day,
            WeekPart::Evening => self.evening,
            WeekPart::Night => self.night,
            WeekPart::Weekend => self.weekend,
        }
    }
    /// The whole week.
    pub fn total(self) -> f64 {
        self.day + self.evening + self.night + self.weekend
    }
    /// Every part times a factor; `1 / 60` turns minutes into hours.
    pub fn times(self, factor: f64) -> Split {
        Split {
            day: self.day * factor,
            evening: self.evening * factor,
            night: self.night * factor,
            weekend: self.weekend * factor,
        }
    }
    /// Minutes as hours.
    pub fn hours(self) -> Split {
        self.times(1.0 / 60.0)
    }
    /// The parts in the order day, evening, night, weekend.
    pub fn parts(self) -> [f64; 4] {
        [self.day, self.evening, self.night, self.weekend]
    }
}

impl Add for Split {
    type Output = Split;
    fn add(self, other: Split) -> Split {
        Split {
            day: self.day + other.day,
            evening: self.evening + other.evening,
            night: self.night + other.night,
            weekend: self.weekend + other.weekend,
        }
    }
}
impl AddAssign for Split {
    fn add_assign(&mut self, other: Split) {
        *self = *self + other;
    }
}
impl Sub for Split {
    type Output = Split;
    fn sub(self, other: Split) -> Split {
        self + other.times(-1.0)
    }
}

/// Shares of the parts (they sum to 1) in a stretch of clock time that belongs to `day`.
pub fn shares(window: Window, day: Day) -> Split {
    if day.is_weekend() {
        return Split { weekend: 1.0, ..Split::default() };
    }
    let stretch = window.on(day);
    let within = |from: u16, to: u16| {
        let part = Window { start: Clock(from * 60), end: Clock(to * 60) };
        // The part of the day before reaches into this day, and this day's into the next: all three are counted.
        let before = Stretch { start: (stretch.start + WEEK - DAY) % WEEK, ..stretch };
        let after = Stretch { start: (stretch.start + DAY) % WEEK, ..stretch };
        let hit = part.on(day);
        f64::from(hit.overlap(stretch) + hit.overlap(before) + hit.overlap(after))
    };
    let length = f64::from(window.minutes());
    Split { day: within(7, 15) / length, evening: within(15, 22) / length, night: within(22, 7) / length, weekend: 0.0 }
}

/// An amount that lies in a cell, by part of the week.
pub fn of_cell(ward: &Ward, cell: Cell, amount: f64) -> Split {
    shares(ward.intervals.get(cell.interval), cell.day).times(amount)
}

/// Paid hours of one head that starts the shift on `day`, by part of the week; the paid hours are spread evenly
/// over the shift. A shift that starts on Saturday or Sunday is weekend.
pub fn of_shift(shift: &Shift, day: Day) -> Split {
    shares(shift.window, day).times(shift.paid_hours)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::time::Intervals;

    #[test]
    fn the_standard_cells_fall_whole_into_one_part() {
        let ward = sample::ward();
        let part = |day, interval| of_cell(&ward, Cell { day: Day(day), interval }, 10.0).parts();
        assert_eq!(part(0, 0), [10.0, 0.0, 0.0, 0.0]);
        assert_eq!(part(0, 3), [0.0, 10.0, 0.0, 0.0]);
        assert_eq!(part(4, 5), [0.0, 0.0, 10.0, 0.0]);
        assert_eq!(part(6, 5), [0.0, 0.0, 0.0, 10.0]);
        assert_eq!(part(5, 0), [0.0, 0.0, 0.0, 10.0]);
    }

    #[test]
    fn a_cell_across_an_hour_is_shared() {
        let mut ward = sample::ward();
        let w = |a: u16, b: u16| Window { start: Clock(a * 60), end: Clock(b * 60) };
        ward.intervals = Intervals::new(vec![w(6, 16), w(16, 0), w(0, 6)]).unwrap();
        let part = |interval| of_cell(&ward, Cell { day: Day(1), interval }, 10.0).parts();
        assert_eq!(part(0), [8.0, 1.0, 1.0, 0.0]);
        assert_eq!(part(1), [0.0, 7.5, 2.5, 0.0]);
        assert_eq!(part(2), [0.0, 0.0, 10.0, 0.0]);
    }

    #[test]
    fn a_shift_is_split_by_its_clock() {
        let night =
            Shift { window: Window { start: Clock(21 * 60), end: Clock(7 * 60) }, ..sample::ward().shifts[2].clone() };
        let split = of_shift(&Shift { paid_hours: 10.0, ..night }, Day(3));
        assert_eq!(split.parts(), [0.0, 1.0, 9.0, 0.0]);
    }
}
