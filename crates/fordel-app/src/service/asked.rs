//! What a person asks of a proposal on screen, in the shape in which it is kept.

use std::time::Duration;

use fordel_core::ward::{Alike, Goal};
use fordel_store::ProposalHead;
use serde::{Deserialize, Serialize};

use crate::wishes::Wishes;

/// Longest time a main plan may be searched for, seconds.
pub const LONGEST: u32 = 3_600;

/// Wishes as they are kept.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// Goals in order; none: the usual ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<AskedGoal>,
    /// Seconds for the main plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// Whether each day may stand on its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each_day: Option<bool>,
    /// Most kroner a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget_kr: Option<f64>,
    /// Most lines moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_moves: Option<u32>,
    /// The number of the proposal that this one is a copy of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<i64>,
}

/// A goal with what later goals may add to it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedGoal {
    /// The goal.
    pub goal: Goal,
    /// A share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<f64>,
}

impl Asked {
    /// What was asked of a proposal.
    pub fn of(head: &ProposalHead) -> Asked {
        serde_json::from_str(&head.wishes).unwrap_or_default()
    }

    /// Seconds for the main plan, as asked or as usual.
    pub fn search_seconds(&self) -> u32 {
        self.seconds.unwrap_or(Wishes::TIME_LIMIT.as_secs() as u32).clamp(1, LONGEST)
    }

    /// Seconds for the same search where those were too few.
    pub fn longer(&self) -> u32 {
        (self.search_seconds() * 5).clamp(60, LONGEST)
    }

    /// As wishes for the engine.
    pub fn wishes(&self) -> Wishes {
        let goals: Vec<_> = self.goals.iter().map(|g| (g.goal, g.tolerance)).collect();
        let seconds = self.seconds.map(|s| s.clamp(1, LONGEST));
        Wishes {
            goals: (!goals.is_empty()).then_some(goals),
            time_limit: seconds.map(|s| Duration::from_secs(s.into())),
            alike: self.each_day.map(|each| if each { Alike::No } else { Alike::Weekdays }),
            budget_kr: self.budget_kr,
            max_moves: self.max_moves,
            ..Wishes::default()
        }
    }
}
