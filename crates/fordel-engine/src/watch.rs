//! Progress and cancel.

use fordel_core::ward::Goal;

/// What the engine is busy with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The main plan, on this goal.
    Goal(Goal),
    /// Today's distribution with the cheapest staffing.
    Carried,
    /// Everything on its lowest group.
    Rightmost,
    /// What binds and what it is worth.
    Worths,
    /// Gain against number of moves.
    Curve,
    /// Why no plan exists.
    Conflict,
    /// Why a line stands where it does.
    Why,
    /// In which order courses are best taken.
    CourseOrder,
}

/// How far the search has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// What is being solved.
    pub phase: Phase,
    /// Seconds since the request was taken.
    pub seconds: f64,
    /// Best value of the goal so far.
    pub best: Option<f64>,
    /// Proven bound so far.
    pub bound: Option<f64>,
    /// (best − bound) ÷ best.
    pub gap: Option<f64>,
    /// Deterministic units of work done.
    pub work: u64,
}

/// Someone who follows the search and may stop it.
pub trait Watch: Sync {
    /// Called when something changed, and at least twice a second.
    fn progress(&self, progress: &Progress);
    /// Asked often; when true the search ends with the best it has.
    fn cancelled(&self) -> bool {
        false
    }
}

/// Follows nothing.
pub struct Quiet;

impl Watch for Quiet {
    fn progress(&self, _: &Progress) {}
}
