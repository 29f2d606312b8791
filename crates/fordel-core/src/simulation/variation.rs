//! What varies from week to week, and how much: settings of the ward, none of them facts.

use serde::{Deserialize, Serialize};

use crate::ward::GroupId;

/// How much a ward's weeks vary.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Variation {
    /// How much illness goes up and down from week to week for all together: the spread of the pressure that all share, as
    /// a share of its mean; 0: everybody falls ill on their own.
    pub illness_spread: f64,
    /// Share of each group's absence that is known and covered before the shift starts, by the positions that the plan
    /// reckons with for it, and so isn't felt: only the rest comes on the day.
    pub covered: f64,
    /// How much a driver's number goes up and down from day to day for all its work together, as a share of its mean, on
    /// top of the chance by which each line's own number varies; 0: it doesn't.
    pub activity_spread: f64,
    /// For lines without a range of minutes: how far they go below and above what is told, as a share; 0: they don't.
    pub minutes_range: f64,
}

impl Default for Variation {
    /// Assumptions to be replaced by the ward's own figures.
    fn default() -> Self {
        Variation { illness_spread: 0.3, covered: 0.7, activity_spread: 0.1, minutes_range: 0.0 }
    }
}

/// A source of variation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// Nobody is away.
    Absence,
    /// Illness that hits many in the same week.
    Illness,
    /// How often the work comes.
    Counts,
    /// How long it takes.
    Minutes,
}

impl Source {
    /// All of them.
    pub const ALL: [Source; 4] = [Source::Absence, Source::Illness, Source::Counts, Source::Minutes];
    /// Its name in data and message keys.
    pub fn name(self) -> &'static str {
        match self {
            Source::Absence => "absence",
            Source::Illness => "illness",
            Source::Counts => "counts",
            Source::Minutes => "minutes",
        }
    }
}

/// What is held still, and whose absence is moved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Still {
    /// Sources that don't vary: nobody away; everybody ill on their own; the mean number; the likely minutes.
    pub sources: Vec<Source>,
    /// A group whose absence is taken times a factor.
    pub absence: Option<(GroupId, f64)>,
}

impl Still {
    /// All that is told by one source held still.
    pub fn one(source: Source) -> Still {
        Still { sources: vec![source], absence: None }
    }
    /// Nothing varies.
    pub fn all() -> Still {
        Still { sources: Source::ALL.to_vec(), absence: None }
    }
    /// Whether a source is held still.
    pub fn holds(&self, source: Source) -> bool {
        self.sources.contains(&source)
    }
}
