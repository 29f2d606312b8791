//! The year: the ward from week to week, with its holidays, its activity, and people who are away.
//!
//! * [`Entry`]: what a row of the calendar says of some dates;
//! * [`current`]: a plan's ward with what its sheets say now;
//! * [`dates`]: what holds on a date: whose weekday's work it has, and how much activity;
//! * [`week`]: a week of the year as a ward, the plan's placements held, so that the usual search and the usual check
//!   tell the fewest heads that carry it;
//! * [`own`]: what the ward's own people give;
//! * [`apprentices`]: those whom the assumptions of the years ahead tell, where the calendar tells of none;
//! * [`holiday`]: the best distribution of holiday weeks;
//! * [`certified`]: how many of those who hold a course may be away at once;
//! * [`list`]: the distribution of holiday laid on people by their pseudonyms;
//! * [`scenario`]: what would make the year better, to be reckoned as the first;
//! * [`closed`]: how little has to be closed in the weeks that lack hours;
//! * [`overlap`]: shifts that are together for longer, or for less, with those that take over from them;
//! * [`mix`]: other groups help those that lack hours, with the hours that they have to spare;
//! * [`night`]: the two nights on which the hours change;
//! * [`outlook`]: demand against own people, week by week, and what it costs.

pub mod apprentices;
pub mod certified;
pub mod closed;
pub mod current;
pub mod dates;
pub mod holiday;
pub mod list;
pub mod mix;
pub mod night;
pub mod outlook;
pub mod overlap;
pub mod own;
pub mod scenario;
pub mod week;

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::time::Day;
use crate::ward::{DriverId, GroupId};

/// What a row of the calendar says of a stretch of dates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The first date.
    pub from: Date,
    /// The last date.
    pub to: Date,
    /// What holds then.
    pub what: What,
    /// Free text.
    pub note: Option<String>,
}

impl Entry {
    /// Whether it holds on a date.
    pub fn holds_on(&self, date: Date) -> bool {
        self.from <= date && date <= self.to
    }
}

/// What a row of the calendar says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum What {
    /// The dates are staffed and worked as this weekday, a Saturday or a Sunday; none: as the weekday that they are, also
    /// on a public holiday.
    AsDay(Option<Day>),
    /// Activity as a share of what is usual, of one driver or of all.
    Activity {
        /// Which; none: all.
        driver: Option<DriverId>,
        /// 1 is as usual.
        share: f64,
    },
    /// So many units of a driver fewer: closed beds.
    Fewer {
        /// Which.
        driver: DriverId,
        /// How many, on each date.
        units: f64,
    },
    /// People of a group have holiday.
    Holiday {
        /// Of which group.
        group: GroupId,
        /// How many people.
        people: f64,
    },
    /// People of a group are away for something else that is known: courses, leave.
    Absence {
        /// Of which group.
        group: GroupId,
        /// How many people.
        people: f64,
    },
    /// Apprentices of a group are in their practice, and do part of what its own people would.
    Apprentices {
        /// Of which group.
        group: GroupId,
        /// Positions (årsverk) that they fill together: two who each do a fourth are 0.5.
        positions: f64,
    },
}
