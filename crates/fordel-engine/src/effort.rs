//! How long a search may go on: the clock, or deterministic work, or until somebody stops it.
//!
//! Work is counted in steps: the places at which the solver or our own search asks whether to go on. They come in
//! the same order for the same input, so a search that the clock ended is repeated by its number of steps.

use std::time::{Duration, Instant};

use fordel_core::plan::Ended;

use crate::solver::{Observer, State};
use crate::watch::{Phase, Progress, Watch};

/// The clock that all parts of one request share.
#[derive(Clone, Copy)]
pub struct Clock<'a> {
    /// Who follows.
    pub watch: &'a dyn Watch,
    /// When the request was taken.
    pub started: Instant,
}

impl<'a> Clock<'a> {
    /// Starts now.
    pub fn start(watch: &'a dyn Watch) -> Clock<'a> {
        Clock { watch, started: Instant::now() }
    }
    /// Seconds since the start.
    pub fn seconds(&self) -> f64 {
        self.started.elapsed().as_secs_f64()
    }
    /// An effort until a time on this clock, or for so many steps.
    pub fn effort(&self, phase: Phase, gap: f64, until: Duration, steps: Option<u64>) -> Effort<'a> {
        Effort {
            clock: *self,
            phase,
            gap,
            until,
            limit: steps,
            steps: 0,
            ended: None,
            best: None,
            bound: None,
            told: 0.0,
        }
    }
}

/// When a search is cut off, even in the middle of a step.
#[derive(Clone, Copy)]
pub struct Deadline<'a> {
    clock: Clock<'a>,
    until: Option<Duration>,
}

impl Deadline<'_> {
    /// Seconds until the time is out; none where work is counted.
    pub fn seconds_left(&self) -> Option<f64> {
        self.until.map(|until| until.saturating_sub(self.clock.started.elapsed()).as_secs_f64())
    }
    /// Whether the time is out or somebody stopped the search.
    pub fn passed(&self) -> bool {
        self.until.is_some_and(|until| self.clock.started.elapsed() >= until) || self.clock.watch.cancelled()
    }
}

/// One search's effort.
pub struct Effort<'a> {
    clock: Clock<'a>,
    phase: Phase,
    gap: f64,
    until: Duration,
    limit: Option<u64>,
    steps: u64,
    ended: Option<Ended>,
    best: Option<f64>,
    bound: Option<f64>,
    told: f64,
}

/// Seconds between two reports where nothing changed.
const PULSE: f64 = 0.4;

impl<'a> Effort<'a> {
    /// One step of work; true when the search must end.
    pub fn step(&mut self) -> bool {
        if self.ended.is_some() {
            return true;
        }
        self.steps += 1;
        self.ended = match self.limit {
            Some(limit) => (self.steps >= limit).then_some(Ended::Work),
            None => (self.clock.started.elapsed() >= self.until).then_some(Ended::Time),
        };
        if self.clock.watch.cancelled() {
            self.ended = Some(Ended::Cancelled);
        }
        let now = self.clock.seconds();
        if now - self.told > PULSE {
            self.tell(now);
        }
        self.ended.is_some()
    }

    /// The gap at which a goal counts as proven.
    pub fn gap(&self) -> f64 {
        self.gap
    }
    /// What cuts off a step that is under way: the clock unless work is counted, and whoever follows.
    pub fn deadline(&self) -> Deadline<'a> {
        Deadline { clock: self.clock, until: self.limit.is_none().then_some(self.until) }
    }
    /// What ended the search, if it wasn't the proof.
    pub fn ended(&self) -> Option<Ended> {
        self.ended
    }
    /// Steps so far.
    pub fn steps(&self) -> u64 {
        self.steps
    }
    /// Takes note of a value or bound, and tells it if it is news.
    pub fn note(&mut self, best: Option<f64>, bound: Option<f64>) {
        let better = |old: &mut Option<f64>, new: Option<f64>, up: bool| {
            let news = new.filter(|n| n.is_finite() && old.is_none_or(|o| if up { *n > o } else { *n < o }));
            *old = news.or(*old);
            news.is_some()
        };
        let value = better(&mut self.best, best, false);
        better(&mut self.bound, bound, true);
        if value {
            self.tell(self.clock.seconds());
        }
    }

    fn tell(&mut self, now: f64) {
        self.told = now;
        let gap = self.best.zip(self.bound).map(|(best, bound)| gap(best, bound));
        let (best, bound) = (self.best, self.bound);
        self.clock.watch.progress(&Progress { phase: self.phase, seconds: now, best, bound, gap, work: self.steps });
    }
}

impl Observer for Effort<'_> {
    fn step(&mut self, state: &State) -> bool {
        self.note(None, Some(state.bound));
        Effort::step(self)
    }
    fn seconds_left(&self) -> Option<f64> {
        self.deadline().seconds_left()
    }
    fn improved(&mut self, state: &State, _: &[f64]) {
        self.note(Some(state.value), Some(state.bound));
    }
}

/// (value − bound) ÷ value; 0 where both are 0.
pub fn gap(value: f64, bound: f64) -> f64 {
    if value <= bound { 0.0 } else { (value - bound) / value.abs().max(1e-9) }
}
