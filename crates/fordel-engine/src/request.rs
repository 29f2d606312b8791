//! What is asked of a plan, beside what the ward says.

use std::time::Duration;

use fordel_core::ward::{Alike, Goal, GroupId, LineId, Ward};

/// A request for a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Goals in lexicographic order, each with the share by which later goals may worsen it.
    pub goals: Vec<(Goal, f64)>,
    /// The gap at which a goal counts as proven, a share. Default 0.01 %.
    pub gap: f64,
    /// Wall-clock limit of the main plan; comparisons, worths and the curve take at most as long again together.
    pub time_limit: Duration,
    /// Limit in deterministic units of work, in place of the clock.
    pub work: Option<Work>,
    /// Whether days share their heads.
    pub alike: Alike,
    /// Most kroner a year.
    pub budget_kr: Option<f64>,
    /// Most placements on another group than a told and qualifying `today`.
    pub max_moves: Option<u32>,
    /// Lines held on a group, in addition to the ward's own pins.
    pub pins: Vec<(LineId, GroupId)>,
    /// A proven lower bound of the cost under just these limits, if one is known: the plan's own, where a plan is explained.
    pub floor: Option<f64>,
    /// Whether to solve the comparisons, worths and curve too.
    pub beside: bool,
}

impl Request {
    /// The default tolerance of the goal `cost` when other goals follow it.
    pub const COST_TOLERANCE: f64 = 0.01;
    /// The default limit on the time of the main plan.
    pub const TIME_LIMIT: Duration = Duration::from_secs(60);

    /// What the ward's own settings ask for, with the default goals `cost`, `overqualified`, `changes`.
    pub fn for_ward(ward: &Ward) -> Request {
        let tolerance = ward.settings.cost_tolerance.unwrap_or(Self::COST_TOLERANCE);
        Request {
            goals: vec![(Goal::Cost, tolerance), (Goal::Overqualified, 0.0), (Goal::Changes, 0.0)],
            gap: 1e-4,
            time_limit: Self::TIME_LIMIT,
            work: None,
            alike: ward.settings.alike,
            budget_kr: ward.settings.budget_kr,
            max_moves: None,
            pins: Vec::new(),
            floor: None,
            beside: true,
        }
    }
}

/// Steps of the two searches on one goal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// Of the search that proves.
    pub prover: u64,
    /// Of the search that finds.
    pub finder: u64,
}

/// Deterministic work: steps of the two searches for each search on a goal, written `1200:45000+300:0`: first one on each goal,
/// then those on goals that are searched again.
///
/// One number alone, `1500`, is steps of proving for all goals together: six tenths of what is left to each goal that
/// others follow, the rest to the last, with [`Work::FINDER`] steps of finding for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work(pub Vec<Steps>);

impl Work {
    /// Steps of finding for each step of proving where only the latter are told.
    pub const FINDER: u64 = 250;

    /// Steps for each search, of which there is at least one a goal.
    pub fn by_goal(&self, goals: usize) -> Vec<Steps> {
        let [Steps { prover: mut left, finder: 0 }] = self.0[..] else { return self.0.clone() };
        (0..goals)
            .map(|goal| {
                let prover = if goal + 1 == goals { left } else { left * 6 / 10 };
                left -= prover;
                Steps { prover, finder: prover * Self::FINDER }
            })
            .collect()
    }
}

impl std::str::FromStr for Work {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let steps = |part: &str| {
            let (prover, finder) = part.split_once(':').unwrap_or((part, "0"));
            Ok(Steps { prover: prover.trim().parse()?, finder: finder.trim().parse()? })
        };
        text.split('+').map(steps).collect::<Result<_, _>>().map(Work)
    }
}

impl std::fmt::Display for Work {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts: Vec<String> = self.0.iter().map(|s| format!("{}:{}", s.prover, s.finder)).collect();
        f.write_str(&parts.join("+"))
    }
}
