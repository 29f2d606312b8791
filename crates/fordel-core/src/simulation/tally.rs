//! What many weeks add up to: how often each cell is green, yellow and red, hours and kroner of help, and how sure that is.

use super::day::Help;
use super::frame::Frame;
use super::week::Week;
use crate::measure::proportion::{Z_95, wilson};
use crate::shortage::Light;
use crate::shortage::rules::Relief;
use crate::time::Cell;
use crate::ward::GroupId;

/// Weeks in a year.
pub const WEEKS: f64 = 52.0;

/// A share of so many weeks with the interval of 95 % in which the true one lies (Wilson 1927).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// The share found.
    pub share: f64,
    /// From.
    pub low: f64,
    /// To.
    pub high: f64,
}

impl Share {
    /// So many hits in so many weeks.
    pub fn of(hits: u64, weeks: u64) -> Share {
        let share = hits as f64 / weeks.max(1) as f64;
        let (low, high) = wilson(hits, weeks, Z_95);
        // At the ends the interval begins or ends at the share, but for rounding.
        Share { share, low: low.min(share), high: high.max(share) }
    }
}

/// A mean with its standard error.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mean {
    /// The mean.
    pub mean: f64,
    /// Its standard error.
    pub error: f64,
}

/// A sum over weeks with the sum of its squares.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Sum {
    week: f64,
    sum: f64,
    squares: f64,
}

impl Sum {
    fn end(&mut self) {
        self.sum += self.week;
        self.squares += self.week * self.week;
        self.week = 0.0;
    }
    fn add(&mut self, other: &Sum) {
        self.sum += other.sum;
        self.squares += other.squares;
    }
    fn mean(&self, weeks: u64, times: f64) -> Mean {
        let n = weeks.max(1) as f64;
        let mean = self.sum / n;
        let variance = (self.squares / n - mean * mean).max(0.0) * n / (n - 1.0).max(1.0);
        Mean { mean: mean * times, error: (variance / n).sqrt() * times }
    }
}

/// Counts and sums over weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Tally {
    /// How many weeks.
    pub weeks: u64,
    intervals: usize,
    /// By cell, day by day in the ward's order of intervals: how often green, yellow, red.
    cells: Vec<[u64; 3]>,
    /// By day of the week: how often its worst cell was so.
    days: [[u64; 3]; 7],
    /// How often the worst cell of a week was so.
    all: [u64; 3],
    worst: Light,
    /// Red cells.
    red: Sum,
    /// Yellow cells.
    yellow: Sum,
    /// Hours of help by group.
    hours: Vec<Sum>,
    /// Hours in all.
    hours_in_all: Sum,
    /// Kroner by step of relief.
    kroner: Vec<Sum>,
    minutes: Sum,
    away: Sum,
}

/// A cell with how often it has each colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellShares {
    /// Which.
    pub cell: Cell,
    /// Green, yellow, red.
    pub shares: [Share; 3],
}

impl Tally {
    /// No weeks.
    pub fn new(frame: &Frame) -> Tally {
        let intervals = frame.ward.intervals.len();
        Tally {
            weeks: 0,
            intervals,
            cells: vec![[0; 3]; 7 * intervals],
            days: [[0; 3]; 7],
            all: [0; 3],
            worst: Light::Green,
            red: Sum::default(),
            yellow: Sum::default(),
            hours: vec![Sum::default(); frame.ward.groups.len()],
            hours_in_all: Sum::default(),
            kroner: vec![Sum::default(); frame.ward.settings.shortage.relief.len()],
            minutes: Sum::default(),
            away: Sum::default(),
        }
    }

    /// Begins a week.
    pub fn start(&mut self) {
        self.worst = Light::Green;
    }

    /// Counts a day of the week: the colour of each of its cells, and its help.
    pub fn day(&mut self, frame: &Frame, day: usize, lights: &[Light], help: &[Help]) {
        let mut worst = Light::Green;
        for (cell, light) in frame.days[day].cells.iter().zip(lights) {
            self.cells[usize::from(cell.day.0) * self.intervals + cell.interval][*light as usize] += 1;
            worst = worst.max(*light);
            self.red.week += f64::from(u8::from(*light == Light::Red));
            self.yellow.week += f64::from(u8::from(*light == Light::Yellow));
        }
        self.days[day][worst as usize] += 1;
        self.worst = self.worst.max(worst);
        for help in help {
            self.hours[help.group].week += help.hours;
            self.hours_in_all.week += help.hours;
            let hourly = frame.ward.groups[help.group].hourly_kr;
            for (sum, step) in self.kroner.iter_mut().zip(&frame.ward.settings.shortage.relief) {
                sum.week += help.hours * hourly * (step.factor + help.supplement);
            }
        }
    }

    /// Ends the week.
    pub fn end(&mut self, week: &Week) {
        self.weeks += 1;
        self.all[self.worst as usize] += 1;
        self.minutes.week = week.minutes;
        self.away.week = f64::from(week.away);
        self.each_sum(Sum::end);
    }

    fn each_sum(&mut self, mut with: impl FnMut(&mut Sum)) {
        let own = [&mut self.red, &mut self.yellow, &mut self.hours_in_all, &mut self.minutes, &mut self.away];
        own.into_iter().chain(&mut self.hours).chain(&mut self.kroner).for_each(&mut with);
    }

    /// Adds other weeks of the same ward.
    pub fn add(&mut self, other: &Tally) {
        self.weeks += other.weeks;
        let counts = |own: &mut [u64; 3], more: &[u64; 3]| own.iter_mut().zip(more).for_each(|(a, b)| *a += b);
        self.cells.iter_mut().zip(&other.cells).for_each(|(a, b)| counts(a, b));
        self.days.iter_mut().zip(&other.days).for_each(|(a, b)| counts(a, b));
        counts(&mut self.all, &other.all);
        let mut others = other.clone();
        let mut sums = Vec::new();
        others.each_sum(|sum| sums.push(*sum));
        let mut at = sums.iter();
        self.each_sum(|sum| sum.add(at.next().unwrap_or(&Sum::default())));
    }

    fn shares(&self, counts: &[u64; 3]) -> [Share; 3] {
        counts.map(|count| Share::of(count, self.weeks))
    }

    /// Every cell of the week, day by day.
    pub fn cells(&self, frame: &Frame) -> Vec<CellShares> {
        let own = frame.ward.intervals.cells().zip(&self.cells);
        own.map(|(cell, counts)| CellShares { cell, shares: self.shares(counts) }).collect()
    }

    /// How often each day's worst cell has each colour.
    pub fn days(&self) -> [[Share; 3]; 7] {
        self.days.map(|counts| self.shares(&counts))
    }

    /// How often a week's worst cell has each colour.
    pub fn week(&self) -> [Share; 3] {
        self.shares(&self.all)
    }

    /// Red cells a week.
    pub fn red_cells(&self) -> Mean {
        self.red.mean(self.weeks, 1.0)
    }

    /// Yellow cells a week.
    pub fn yellow_cells(&self) -> Mean {
        self.yellow.mean(self.weeks, 1.0)
    }

    /// Hours of help a year.
    pub fn hours(&self) -> Mean {
        self.hours_in_all.mean(self.weeks, WEEKS)
    }

    /// Hours of help a year by group.
    pub fn hours_of(&self, group: GroupId) -> Mean {
        self.hours[group.0].mean(self.weeks, WEEKS)
    }

    /// Kroner a year if each step of relief gave all of it, in the ward's order.
    pub fn kroner(&self, frame: &Frame) -> Vec<(Relief, Mean)> {
        let steps = frame.ward.settings.shortage.relief.iter();
        steps.zip(&self.kroner).map(|(step, sum)| (step.relief, sum.mean(self.weeks, WEEKS))).collect()
    }

    /// Minutes of work a week.
    pub fn minutes(&self) -> Mean {
        self.minutes.mean(self.weeks, 1.0)
    }

    /// Heads a week that don't come.
    pub fn away(&self) -> Mean {
        self.away.mean(self.weeks, 1.0)
    }

    /// The cell that is red most often, with how often.
    pub fn reddest(&self, frame: &Frame) -> Option<CellShares> {
        let red = |cell: &CellShares| cell.shares[2].share;
        self.cells(frame).into_iter().reduce(|best, cell| if red(&cell) > red(&best) { cell } else { best })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_lies_within_its_interval_also_at_the_ends() {
        for (hits, weeks) in [(0, 20), (1, 29), (20, 20), (0, 10_000), (10_000, 10_000), (0, 0)] {
            let share = Share::of(hits, weeks);
            assert!(share.low <= share.share && share.share <= share.high, "{share:?}");
        }
        assert_eq!((Share::of(0, 20).low, Share::of(20, 20).high, Share::of(0, 0).high), (0.0, 1.0, 1.0));
        assert!(Share::of(0, 20).high > 0.1 && Share::of(20, 20).low < 0.9);
    }
}
