//! One week drawn: who comes to each shift, and how much of each work there is.

use super::chance::{About, Key};
use super::frame::Frame;
use super::variation::{Source, Still};
use crate::shortage::asked;
use crate::time::Day;
use crate::ward::GroupId;

/// A week as it came.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// `heads[shift][day]` who come.
    pub heads: Vec<[u32; 7]>,
    /// Minutes of each work as a share of those planned with.
    pub scale: Vec<f64>,
    /// Heads that didn't come.
    pub away: u32,
    /// Minutes of all work, as those told in the sheet.
    pub minutes: f64,
    /// Chance to be away, by group.
    chance: Vec<f64>,
    key: Key,
}

impl Week {
    /// Room for a week.
    pub fn new(frame: &Frame) -> Week {
        Week {
            heads: vec![[0; 7]; frame.heads.len()],
            scale: vec![1.0; frame.works.len()],
            away: 0,
            minutes: 0.0,
            chance: Vec::new(),
            key: Key::of_week(0, 0),
        }
    }

    /// Draws the week of this number.
    pub fn draw(&mut self, frame: &Frame, seed: u64, number: u32, still: &Still) {
        self.key = Key::of_week(seed, number);
        self.draw_heads(frame, self.key, still);
        self.draw_work(frame, still);
    }

    /// Draws of the week of this number who comes, and of the work of some days what is red there; all else of it isn't told.
    pub fn draw_red(&mut self, frame: &Frame, seed: u64, number: u32, days: [bool; 7]) {
        let still = Still::default();
        self.key = Key::of_week(seed, number);
        self.draw_heads(frame, self.key, &still);
        let busy = self.busy(frame, &still);
        for day in frame.days.iter().zip(days).filter(|(_, asked)| *asked).map(|(day, _)| day) {
            for &work in &day.red {
                self.scale[work] = self.minutes_of(frame, work, &busy, &still) / frame.works[work].planned();
            }
        }
    }

    /// Draws the same week as another, with something else held still: what is held in neither comes as it did.
    pub fn draw_like(&mut self, other: &Week, frame: &Frame, still: &Still) {
        self.key = other.key;
        self.draw_heads(frame, self.key, still);
        if still.holds(Source::Counts) || still.holds(Source::Minutes) {
            self.draw_work(frame, still);
        } else {
            self.scale.clone_from(&other.scale);
            self.minutes = other.minutes;
        }
    }

    /// Whether one head more than so many would come to a shift on a day.
    pub fn would_come(&self, frame: &Frame, shift: usize, day: usize, heads: u32) -> bool {
        let mut stream = self.key.stream(About::Head, shift * 7 + day);
        (0..heads).for_each(|_| _ = stream.share());
        stream.share() >= self.chance[frame.ward.shifts[shift].group.0]
    }

    /// Whether a day is lived as in another week: the same heads on duty in it, and the same work.
    pub fn is_alike(&self, other: &Week, frame: &Frame, day: usize) -> bool {
        let heads = |(shift, start): &(usize, usize)| self.heads[*shift][*start] == other.heads[*shift][*start];
        let own = &frame.days[day];
        own.parts.iter().all(|part| part.on.iter().all(heads))
            && own.feeds.iter().all(|feed| self.scale[feed.work] == other.scale[feed.work])
    }

    /// Who comes. Each head is away with its group's chance in that week: `1 − exp(−pressure × hazard)`, the pressure being
    /// gamma with mean 1 and shared by all, and the hazard such that the mean chance is the group's absence.
    fn draw_heads(&mut self, frame: &Frame, key: Key, still: &Still) {
        let variation = &frame.ward.settings.variation;
        let spread = if still.holds(Source::Illness) { 0.0 } else { variation.illness_spread };
        let pressure = if spread > 0.0 { key.stream(About::Illness, 0).gamma(spread) } else { 1.0 };
        self.chance.clear();
        for (g, group) in frame.ward.groups.iter().enumerate() {
            let moved = still.absence.filter(|(at, _)| *at == GroupId(g)).map_or(1.0, |(_, factor)| factor);
            let mean = (group.absence * (1.0 - variation.covered) * moved).clamp(0.0, 0.999);
            self.chance.push(chance_away(mean, spread, pressure));
        }
        self.away = 0;
        for (s, planned) in frame.heads.iter().enumerate() {
            let chance = self.chance[frame.ward.shifts[s].group.0];
            for (d, &heads) in planned.iter().enumerate() {
                let mut there = heads;
                if !still.holds(Source::Absence) {
                    let mut stream = key.stream(About::Head, s * 7 + d);
                    for _ in 0..heads {
                        there -= u32::from(stream.share() < chance);
                    }
                }
                self.heads[s][d] = there;
                self.away += heads - there;
            }
        }
    }

    /// How much there is of each work.
    fn draw_work(&mut self, frame: &Frame, still: &Still) {
        let busy = self.busy(frame, still);
        self.minutes = 0.0;
        for (w, work) in frame.works.iter().enumerate() {
            let planned = work.planned();
            if planned <= 0.0 {
                self.scale[w] = 1.0;
                continue;
            }
            let minutes = self.minutes_of(frame, w, &busy, still);
            self.scale[w] = minutes / planned;
            self.minutes += minutes * f64::from(frame.ward.lines[work.line.0].people);
        }
    }

    /// How busy each driver makes each day, as a share of its mean.
    fn busy(&self, frame: &Frame, still: &Still) -> Vec<f64> {
        let spread = frame.ward.settings.variation.activity_spread;
        let all = 0..7 * frame.ward.drivers.len();
        if still.holds(Source::Counts) || spread <= 0.0 {
            return vec![1.0; all.len()];
        }
        all.map(|at| self.key.stream(About::Activity, at).gamma(spread)).collect()
    }

    /// Minutes of a work. A line comes Poisson around its mean number, on busy days of its driver more; each time takes
    /// minutes of its range.
    fn minutes_of(&self, frame: &Frame, w: usize, busy: &[f64], still: &Still) -> f64 {
        let (counts, lengths) = (!still.holds(Source::Counts), !still.holds(Source::Minutes));
        let (key, work) = (self.key, &frame.works[w]);
        let mut times = work.times;
        if counts {
            let drivers = frame.ward.drivers.len();
            let factor = work.driver.map_or(1.0, |driver| busy[usize::from(work.day.0) * drivers + driver]);
            times = key.stream(About::Count, w).poisson(work.times * factor);
        }
        match work.pert.filter(|_| lengths) {
            // A number that isn't whole is no number of times: the mean of its minutes then.
            Some(pert) if counts => frame.perts[pert].sum(times, &mut key.stream(About::Minutes, w)),
            Some(pert) => {
                let whole = times.ceil().max(1.0);
                frame.perts[pert].sum(whole, &mut key.stream(About::Minutes, w)) * times / whole
            }
            None => times * work.minutes,
        }
    }

    /// Heads that come, as a plan tells them.
    pub fn staffing(&self, frame: &Frame) -> Vec<crate::plan::Heads> {
        let mut staffing = Vec::new();
        for (shift, heads) in frame.ward.shifts.iter().zip(&self.heads) {
            staffing.extend(shift.days.iter().map(|day: Day| crate::plan::Heads {
                group: frame.ward.group(shift.group).code.clone(),
                shift: shift.name.clone(),
                day: day.number(),
                heads: heads[usize::from(day.0)],
            }));
        }
        debug_assert_eq!(asked::heads(&frame.ward, &staffing), self.heads);
        staffing
    }
}

/// The chance to be away in a week of this pressure, with the mean over all weeks given.
pub fn chance_away(mean: f64, spread: f64, pressure: f64) -> f64 {
    if spread <= 0.0 || mean <= 0.0 {
        return mean;
    }
    // E[exp(−h F)] = (1 + h s²)^(−1/s²) for F gamma with mean 1 and standard deviation s.
    let variance = spread * spread;
    let hazard = ((1.0 - mean).powf(-variance) - 1.0) / variance;
    1.0 - (-pressure * hazard).exp()
}
