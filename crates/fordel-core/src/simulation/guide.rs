//! The way to a staffing that keeps red under a share: heads are added one step at a time, each where it takes away most red
//! for its price. Which of them turned out not to be needed is for all weeks to say ([`reds()`]).
//!
//! The same weeks lead all the way, and of them red alone is looked at. One head more never makes a cell red, and that of a
//! shift changes only the days it is on duty in; so a step is weighed by living anew what was red on those days. Each step
//! is a local best: the cheapest staffing of all isn't proven.

use std::ops::Range;

use super::day::Desk;
use super::frame::Frame;
use super::reinforce::{self, Step};
use super::tally::Share;
use super::week::Week;
use crate::time::Cell;

/// Weeks that lead the way, with the heads that are there so far.
#[derive(Clone, Debug)]
pub struct Guide {
    /// The week, with the heads that are there so far.
    pub frame: Frame,
    /// Steps taken.
    pub steps: Vec<Step>,
    weeks: Vec<Week>,
    /// Red slots of each week's days, as bits.
    red: Vec<[u128; 7]>,
}

/// How often each day's slots are red.
pub type Counts = [Vec<u32>; 7];

/// How often each slot of these days is red in these weeks, of which red alone is looked at; nothing for other days.
pub fn reds(frame: &Frame, seed: u64, days: [bool; 7], weeks: Range<u32>) -> Counts {
    let mut counts: Counts = std::array::from_fn(|day| vec![0; frame.days[day].cells.len()]);
    let (mut week, mut desk) = (Week::new(frame), Desk::default());
    for number in weeks {
        week.draw_red(frame, seed, number, days);
        for day in (0..7).filter(|day| days[*day]) {
            count(&mut counts[day], desk.red(frame, &week.heads, &week.scale, day), |n| n + 1);
        }
    }
    counts
}

/// The most red weeks of so many with which a cell is under a share with confidence.
pub fn most(weeks: u32, under: f64) -> u32 {
    let is_under = |count: &u32| Share::of(u64::from(*count), u64::from(weeks)).high <= under;
    (0..=(under * f64::from(weeks)) as u32).rev().find(is_under).unwrap_or(0)
}

impl Guide {
    /// So many weeks of this seed.
    pub fn new(frame: &Frame, seed: u64, weeks: u32) -> Guide {
        let mut guide = Guide { frame: frame.clone(), steps: Vec::new(), weeks: Vec::new(), red: Vec::new() };
        let mut desk = Desk::default();
        for number in 0..weeks {
            let mut week = Week::new(frame);
            week.draw_red(frame, seed, number, [true; 7]);
            guide.red.push(std::array::from_fn(|day| desk.red(frame, &week.heads, &week.scale, day)));
            guide.weeks.push(week);
        }
        guide
    }

    /// Cells whose red share isn't under this one with confidence.
    pub fn too_red(&self, under: f64) -> Vec<Cell> {
        let weeks = self.weeks.len() as u64;
        let mut cells = Vec::new();
        for (day, counts) in self.frame.days.iter().zip(self.counts([true; 7])) {
            let is_too_red = |count: u32| Share::of(u64::from(count), weeks).high > under;
            cells.extend(day.cells.iter().zip(counts).filter(|(_, count)| is_too_red(*count)).map(|(cell, _)| *cell));
        }
        cells
    }

    /// How many red weeks too many a step takes away, summed over cells, for each krone of a year.
    pub fn gain(&self, step: &Step, under: f64) -> f64 {
        let days = reinforce::touched(&self.frame, step);
        let before = self.counts(days);
        let most = most(self.weeks.len() as u32, under);
        // What is red in no cell that is so too often has no say.
        let too_red: [u128; 7] = std::array::from_fn(|day| too_red(&before[day], most));
        let mut after = before.clone();
        let mut desk = Desk::default();
        for (week, red) in self.weeks.iter().zip(&self.red) {
            if (0..7).all(|day| red[day] & too_red[day] == 0) {
                continue;
            }
            let heads = self.with(step, week);
            if heads == week.heads {
                continue;
            }
            for day in (0..7).filter(|day| red[*day] & too_red[*day] != 0) {
                let left = desk.red(&self.frame, &heads, &week.scale, day);
                count(&mut after[day], red[day] & !left, |n| n - 1);
            }
        }
        f64::from(excess(&before, most) - excess(&after, most)) / step.year_kr.max(1.0)
    }

    /// Takes a step.
    pub fn take(&mut self, step: Step) {
        let days = reinforce::touched(&self.frame, &step);
        for at in 0..self.weeks.len() {
            self.weeks[at].heads = self.with(&step, &self.weeks[at]);
        }
        self.live(days);
        reinforce::change(&mut self.frame, &step, 1);
        self.steps.push(step);
    }

    /// The week's heads with the step's who come.
    fn with(&self, step: &Step, week: &Week) -> Vec<[u32; 7]> {
        let mut heads = week.heads.clone();
        let shift = step.shift.0;
        for day in step.days.iter().map(|day| usize::from(day.0)) {
            heads[shift][day] += u32::from(week.would_come(&self.frame, shift, day, self.frame.heads[shift][day]));
        }
        heads
    }

    /// Lives these days of all weeks anew.
    fn live(&mut self, days: [bool; 7]) {
        let mut desk = Desk::default();
        for (week, red) in self.weeks.iter().zip(&mut self.red) {
            for day in (0..7).filter(|day| days[*day]) {
                red[day] = desk.red(&self.frame, &week.heads, &week.scale, day);
            }
        }
    }

    fn counts(&self, days: [bool; 7]) -> Counts {
        let mut counts: Counts = std::array::from_fn(|day| vec![0; self.frame.days[day].cells.len()]);
        for red in &self.red {
            for day in (0..7).filter(|day| days[*day] && red[*day] != 0) {
                count(&mut counts[day], red[day], |n| n + 1);
            }
        }
        counts
    }
}

/// How many red weeks there are too many, summed over cells.
fn excess(counts: &Counts, most: u32) -> u32 {
    counts.iter().flatten().map(|count| count.saturating_sub(most)).sum()
}

/// The slots of a day that are red more often than at most, as bits.
fn too_red(counts: &[u32], most: u32) -> u128 {
    let slots = counts.iter().enumerate().filter(|(_, count)| **count > most);
    slots.fold(0, |all, (slot, _)| all | 1 << slot.min(127))
}

/// Counts the slots whose bits are set.
fn count(counts: &mut [u32], bits: u128, with: impl Fn(u32) -> u32) {
    for (slot, count) in counts.iter_mut().enumerate() {
        if bits >> slot.min(127) & 1 == 1 {
            *count = with(*count);
        }
    }
}
