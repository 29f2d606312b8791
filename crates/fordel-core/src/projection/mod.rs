//! Years ahead: the personnel that the work will ask for, and the personnel that there will be.
//!
//! * [`Assumptions`]: what the ward's sheets say of residents, their use of its services, and its people by age;
//! * [`ages`]: a stretch of ages;
//! * [`drawn`]: the assumptions as they are written, or drawn at random within their ranges;
//! * [`demand`]: how much the work grows with residents and their use;
//! * [`supply`]: a group's people from year to year, by single years of age;
//! * [`scenario`]: what would make the years better;
//! * [`outlook`]: need against supply by group and year, for one unit or the sum of several, with a band.

pub mod ages;
pub mod demand;
pub mod drawn;
pub mod outlook;
pub mod scenario;
pub mod supply;

use serde::{Deserialize, Serialize};

use crate::ward::{GroupId, Ward};

use ages::Ages;

/// What the sheets say of the years ahead. Every figure is an assumption that the ward writes, with its source beside it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Assumptions {
    /// Residents of the area that the ward serves, by year and age.
    pub residents: Vec<Residents>,
    /// Everything else, a row each.
    pub entries: Vec<Entry>,
}

impl Assumptions {
    /// Whether the sheets say nothing.
    pub fn is_empty(&self) -> bool {
        self.residents.is_empty() && self.entries.is_empty()
    }

    /// The ages whose use is told, youngest first: the stretches that residents are summed by.
    pub fn ages_with_use(&self) -> Vec<Ages> {
        let of_use = self.entries.iter().filter(|entry| entry.what == What::Use);
        let mut ages: Vec<Ages> = of_use.filter_map(|entry| entry.ages).collect();
        ages.sort_unstable();
        ages.dedup();
        ages
    }

    /// The same for a ward whose groups stand in another order; rows of groups that it lacks are left out.
    pub(crate) fn for_groups_of(&self, now: &Ward, ward: &Ward) -> Assumptions {
        let entry = |entry: &Entry| {
            let group = match entry.group {
                Some(id) => Some(ward.group_by_code(&now.groups.get(id.0)?.code)?),
                None => None,
            };
            Some(Entry { group, ..entry.clone() })
        };
        Assumptions { residents: self.residents.clone(), entries: self.entries.iter().filter_map(entry).collect() }
    }
}

/// A figure with the lowest and the highest that it may be.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Range {
    /// What is taken.
    pub value: f64,
    /// At least.
    pub low: Option<f64>,
    /// At most.
    pub high: Option<f64>,
}

impl Range {
    /// A figure that is sure.
    pub fn sure(value: f64) -> Range {
        Range { value, low: None, high: None }
    }

    /// The figure at a share of its distribution, a triangle over the range with its top at the value: lowest at 0,
    /// highest at 1.
    pub fn at(self, share: f64) -> f64 {
        let (low, top, high) = (self.low.unwrap_or(self.value), self.value, self.high.unwrap_or(self.value));
        let wide = high - low;
        if wide <= 0.0 {
            return top;
        }
        if share * wide < top - low {
            low + (share * wide * (top - low)).sqrt()
        } else {
            high - ((1.0 - share) * wide * (high - top)).sqrt()
        }
    }
}

/// How many live in the area in a year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Residents {
    /// The year.
    pub year: i16,
    /// Of these ages.
    pub ages: Ages,
    /// How many; low and high are the low and high alternatives of the projection.
    pub number: Range,
    /// Where the figure is from.
    pub source: Option<String>,
}

/// An assumption.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Of what.
    pub what: What,
    /// Of which group; none: of all that have no row of their own.
    pub group: Option<GroupId>,
    /// Of which ages, where it is about ages.
    pub ages: Option<Ages>,
    /// The first year in which it holds; none: always.
    pub from: Option<i16>,
    /// The figure; shares are 0 … 1, ages and people whole or not.
    pub value: Range,
    /// Where the figure is from.
    pub source: Option<String>,
}

/// What an assumption is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum What {
    /// Use of the ward's services a year and 1000 residents of some ages, in any unit that is the same for all ages.
    Use,
    /// How much the use of some ages, or of all, changes a year, as a share.
    UseChange,
    /// The share of a group's need that follows the use; the rest stays.
    Follows,
    /// People of a group of some ages today.
    People,
    /// The age at which people of a group retire, on average.
    Retire,
    /// The share of a group's people who leave in a year for another reason than retirement.
    Leave,
    /// The average position of a group's people, as a share of a full one.
    Percent,
    /// The share of a group's time that is away with pay.
    Absence,
    /// People that a group takes on in a year.
    Recruits,
    /// How old they are.
    RecruitAge,
    /// Apprentices that a group takes in a year.
    Apprentices,
    /// Years that an apprenticeship lasts.
    ApprenticeYears,
    /// The share of a position that an apprentice does.
    ApprenticeShare,
    /// The share of apprentices who stay as people of the group.
    ApprenticesStay,
    /// A scenario: the average position that a group shall reach.
    MorePercent,
    /// A scenario: the absence that a group shall reach.
    LessAbsence,
    /// A scenario: growth a year beside what residents and their use give.
    OtherGrowth,
    /// Years that a scenario takes to reach all of its effect.
    PhaseIn,
}

impl What {
    /// All, in the order in which they are told.
    pub const ALL: [What; 18] = [
        What::Use,
        What::UseChange,
        What::Follows,
        What::People,
        What::Retire,
        What::Leave,
        What::Percent,
        What::Absence,
        What::Recruits,
        What::RecruitAge,
        What::Apprentices,
        What::ApprenticeYears,
        What::ApprenticeShare,
        What::ApprenticesStay,
        What::MorePercent,
        What::LessAbsence,
        What::OtherGrowth,
        What::PhaseIn,
    ];

    /// Its name in data and message keys.
    pub fn name(self) -> &'static str {
        match self {
            What::Use => "use",
            What::UseChange => "use-change",
            What::Follows => "follows",
            What::People => "people",
            What::Retire => "retire",
            What::Leave => "leave",
            What::Percent => "percent",
            What::Absence => "absence",
            What::Recruits => "recruits",
            What::RecruitAge => "recruit-age",
            What::Apprentices => "apprentices",
            What::ApprenticeYears => "apprentice-years",
            What::ApprenticeShare => "apprentice-share",
            What::ApprenticesStay => "apprentices-stay",
            What::MorePercent => "more-percent",
            What::LessAbsence => "less-absence",
            What::OtherGrowth => "other-growth",
            What::PhaseIn => "phase-in",
        }
    }

    /// Whether the figure is a share, written as a percent.
    pub fn is_share(self) -> bool {
        use What::*;
        matches!(
            self,
            UseChange
                | Follows
                | Leave
                | Percent
                | Absence
                | ApprenticeShare
                | ApprenticesStay
                | MorePercent
                | LessAbsence
                | OtherGrowth
        )
    }

    /// Whether it can be about one group.
    pub fn is_of_group(self) -> bool {
        !matches!(self, What::Use | What::UseChange | What::OtherGrowth | What::PhaseIn)
    }

    /// Whether it must name its group.
    pub fn needs_group(self) -> bool {
        matches!(self, What::People | What::Recruits | What::Apprentices)
    }

    /// Whether it can be about some ages.
    pub fn is_of_ages(self) -> bool {
        matches!(self, What::Use | What::UseChange | What::People)
    }

    /// Whether it must name its ages.
    pub fn needs_ages(self) -> bool {
        matches!(self, What::Use | What::People)
    }

    /// Least and most that the figure may be.
    pub fn bounds(self) -> (f64, f64) {
        match self {
            What::Use => (0.0, 1e6),
            What::UseChange | What::OtherGrowth => (-0.2, 0.2),
            What::Follows => (0.0, 2.0),
            What::People | What::Recruits | What::Apprentices => (0.0, 1e5),
            What::Retire => (50.0, 80.0),
            What::Percent | What::MorePercent => (0.1, 1.0),
            What::Absence | What::LessAbsence => (0.0, 0.6),
            What::RecruitAge => (16.0, 70.0),
            What::ApprenticeYears => (1.0, 10.0),
            What::PhaseIn => (0.0, 30.0),
            What::Leave | What::ApprenticeShare | What::ApprenticesStay => (0.0, 1.0),
        }
    }

    /// What is taken where no row tells; none where there is nothing to take, or where the ward itself tells.
    pub fn usual(self) -> Option<f64> {
        match self {
            What::Follows | What::ApprenticesStay => Some(1.0),
            What::UseChange | What::Recruits | What::Apprentices | What::ApprenticeShare => Some(0.0),
            What::Retire => Some(65.0),
            What::Leave => Some(0.08),
            What::RecruitAge => Some(27.0),
            What::ApprenticeYears => Some(2.0),
            What::PhaseIn => Some(3.0),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_a_triangle() {
        let range = Range { value: 10.0, low: Some(8.0), high: Some(14.0) };
        assert_eq!((range.at(0.0), range.at(1.0)), (8.0, 14.0));
        // A third of the triangle lies below its top: (10 − 8) ÷ (14 − 8).
        assert!((range.at(1.0 / 3.0) - 10.0).abs() < 1e-9);
        // Its mean is the mean of the three: 32 ÷ 3.
        let mean = (0..100_000).map(|n| range.at((f64::from(n) + 0.5) / 1e5)).sum::<f64>() / 1e5;
        assert!((mean - 32.0 / 3.0).abs() < 1e-3, "{mean}");
        assert!((0..100).all(|n| range.at(f64::from(n) / 100.0) <= range.at(f64::from(n + 1) / 100.0)));
        let low = Range { value: 5.0, low: Some(4.0), high: None };
        assert!((low.at(1.0) - 5.0).abs() < 1e-9 && (low.at(0.0) - 4.0).abs() < 1e-9);
        assert_eq!(Range::sure(3.0).at(0.7), 3.0);
    }

    #[test]
    fn ages_with_a_use_are_told_once_and_youngest_first() {
        let of = |what, from, to| {
            let (ages, value) = (Some(Ages { from, to }), Range::sure(1.0));
            Entry { what, group: None, ages, from: None, value, source: None }
        };
        let entries = vec![
            of(What::Use, 80, None),
            of(What::UseChange, 18, Some(49)),
            of(What::Use, 0, Some(79)),
            of(What::Use, 80, None),
            Entry { ages: None, ..of(What::Use, 0, None) },
        ];
        let told = Assumptions { residents: Vec::new(), entries };
        assert_eq!(told.ages_with_use(), [Ages { from: 0, to: Some(79) }, Ages { from: 80, to: None }]);
    }
}
