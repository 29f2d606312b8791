//! The assumptions as they are written, or drawn at random within their ranges.

use crate::random::Random;
use crate::ward::GroupId;

use super::{Assumptions, Entry, Residents, What};

/// The assumptions, each with the figure that is taken.
#[derive(Clone, Debug)]
pub struct Drawn<'a> {
    of: &'a Assumptions,
    /// A share of its distribution for each entry, and for the residents; none: as written.
    shares: Option<(Vec<f64>, f64)>,
}

impl<'a> Drawn<'a> {
    /// As they are written.
    pub fn written(of: &'a Assumptions) -> Drawn<'a> {
        Drawn { of, shares: None }
    }

    /// Drawn: each row by itself, and all residents alike, at `residents` of the way from the low alternative to the high,
    /// since a projection's alternatives are low or high for all ages and years at once.
    pub fn at_random(of: &'a Assumptions, residents: f64, random: &mut Random) -> Drawn<'a> {
        let shares = of.entries.iter().map(|_| random.share()).collect();
        Drawn { of, shares: Some((shares, residents)) }
    }

    /// How many residents a row tells.
    pub fn residents(&self, row: &Residents) -> f64 {
        match &self.shares {
            None => row.number.value,
            Some((_, share)) => row.number.at(*share),
        }
    }

    /// The rows of the residents.
    pub fn resident_rows(&self) -> &'a [Residents] {
        &self.of.residents
    }

    /// The rows about something, each with its figure.
    pub fn rows(&self, what: What) -> impl Iterator<Item = (&'a Entry, f64)> {
        let is_it = move |(_, entry): &(usize, &Entry)| entry.what == what;
        self.of.entries.iter().enumerate().filter(is_it).map(|(at, entry)| (entry, self.figure(at, entry)))
    }

    fn figure(&self, at: usize, entry: &Entry) -> f64 {
        match &self.shares {
            None => entry.value.value,
            Some((shares, _)) => entry.value.at(shares[at]),
        }
    }

    /// What the rows say for a group in a year: its own row, else one for all groups; of several, the one that began last.
    pub fn told(&self, what: What, group: Option<GroupId>, year: i16) -> Option<f64> {
        let holds = |entry: &Entry| entry.from.is_none_or(|from| from <= year);
        let newest = |of: Option<GroupId>| {
            let rows = self.rows(what).filter(|(entry, _)| entry.group == of && holds(entry));
            rows.max_by_key(|(entry, _)| entry.from).map(|(_, figure)| figure)
        };
        group.and_then(|_| newest(group)).or_else(|| newest(None))
    }

    /// The same, or what is usual.
    pub fn or_usual(&self, what: What, group: Option<GroupId>, year: i16) -> f64 {
        self.told(what, group, year).or(what.usual()).unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::projection::Range;

    fn entry(group: Option<usize>, from: Option<i16>, value: f64) -> Entry {
        let value = Range::sure(value);
        Entry { what: What::Leave, group: group.map(GroupId), ages: None, from, value, source: None }
    }

    #[test]
    fn a_groups_own_row_goes_before_the_row_for_all_and_the_newest_before_older() {
        let entries = vec![
            entry(None, None, 0.10),
            entry(Some(1), None, 0.05),
            entry(Some(1), Some(2030), 0.04),
            entry(Some(2), Some(2030), 0.02),
        ];
        let of = Assumptions { residents: Vec::new(), entries };
        let drawn = Drawn::written(&of);
        let leave = |group, year| drawn.or_usual(What::Leave, Some(GroupId(group)), year);
        assert_eq!((leave(0, 2026), leave(1, 2029), leave(1, 2030)), (0.10, 0.05, 0.04));
        assert_eq!((leave(2, 2029), leave(2, 2031)), (0.10, 0.02));
        assert_eq!(drawn.or_usual(What::Retire, Some(GroupId(0)), 2026), 65.0);
        assert_eq!(drawn.told(What::Retire, Some(GroupId(0)), 2026), None);
    }
}
