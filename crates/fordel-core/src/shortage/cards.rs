//! The usual cases, for cards on a wall: each time of the day and part of the week, one or two of each group missing.

use super::Answer;
use super::asked::{Asked, Moment, names_on};
use super::told::{Entry, lists};
use crate::plan::Heads;
use crate::time::{DAY, Day, DaySet, Stretch};
use crate::ward::{GroupId, Ward};

/// Most who are missing on a card.
const MOST: u32 = 2;

/// A case, to be asked for each of its days: its card tells the worst of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Monday to Friday, or Saturday and Sunday.
    pub days: DaySet,
    /// The shift's name.
    pub shift: String,
    /// Of which group.
    pub group: GroupId,
    /// How many are missing.
    pub missing: u32,
    /// The same question on each day on which so many are there to be missing.
    pub asked: Vec<Asked>,
}

/// A case with the worst answer of its days.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The case.
    pub case: Case,
    /// Its answer on the worst day.
    pub answer: Answer,
    /// Whether another of its days has another answer.
    pub differs: bool,
}

impl Case {
    /// The case's card, from the answers of its days: the worst of them, the first of those as bad. None without an answer.
    pub fn card(self, ward: &Ward, answers: &[Answer]) -> Option<Card> {
        let worst = answers.iter().reduce(|worst, other| if is_worse(other, worst) { other } else { worst })?;
        let differs = answers.iter().any(|other| !is_told_alike(ward, other, worst));
        Some(Card { case: self, answer: worst.clone(), differs })
    }
}

/// Whether two answers say the same of their days.
fn is_told_alike(ward: &Ward, one: &Answer, other: &Answer) -> bool {
    let clock = |stretch: Stretch| (stretch.start % DAY, stretch.minutes);
    let entry = |e: &Entry| (e.line, e.to, e.later.map(|cell| cell.interval), e.minutes.round() as i64);
    let said = |answer: &Answer| {
        let told = lists(ward, answer);
        let lights: Vec<_> = answer.intervals.iter().map(|i| (i.cell.interval, i.light)).collect();
        let work = [&told.uncovered, &told.handed_over, &told.put_off, &told.left_out];
        let work = work.map(|entries| entries.iter().map(entry).collect::<Vec<_>>());
        let watches = told.watches_uncovered.iter().chain(&told.watches_handed_over);
        let watches: Vec<_> = watches.map(|w| (w.line, w.by, clock(w.stretch), w.heads)).collect();
        let gaps: Vec<_> = told.gaps.iter().map(|gap| (gap.rule, clock(gap.stretch), gap.heads)).collect();
        let hire: Vec<_> = answer.hire.iter().map(|h| (h.group, clock(h.stretch), h.heads)).collect();
        (lights, work, watches, gaps, hire)
    };
    said(one) == said(other)
}

/// All cases: weekdays first, times of the day by when they start, groups left to right.
pub fn cases(ward: &Ward, staffing: &[Heads]) -> Vec<Case> {
    let mut cases = Vec::new();
    for days in [DaySet::WEEKDAYS, DaySet::WEEKEND] {
        for shift in times(ward, staffing, days) {
            for group in ward.group_ids() {
                for missing in 1..=MOST {
                    let ask = |day: Day| {
                        let moment = Moment::named(ward, day, &shift).ok()?;
                        moment.missing(ward, staffing, &[(group, missing)]).ok()
                    };
                    let asked: Vec<Asked> = days.iter().filter_map(ask).collect();
                    if !asked.is_empty() {
                        cases.push(Case { days, shift: shift.clone(), group, missing, asked });
                    }
                }
            }
        }
    }
    cases
}

/// The shifts that between them are all times of the day, the one with most heads of each time: any other lies mostly
/// within one of them.
pub fn times(ward: &Ward, staffing: &[Heads], days: DaySet) -> Vec<String> {
    let mut all: Vec<(u32, Moment, String)> = Vec::new();
    for day in days.iter() {
        for name in names_on(ward, day) {
            let asked_for = match Moment::named(ward, day, &name) {
                Ok(_) => vec![name],
                Err(super::asked::Unfit::Ambiguous { choices, .. }) => choices,
                Err(_) => Vec::new(),
            };
            for name in asked_for {
                let Ok(moment) = Moment::named(ward, day, &name) else { continue };
                let starting = super::asked::heads(ward, staffing);
                let heads: u32 = moment.shifts.iter().map(|s| starting[s.0][usize::from(day.0)]).sum();
                if heads > 0 && all.iter().all(|(.., known)| *known != name) {
                    all.push((heads, moment, name));
                }
            }
        }
    }
    all.sort_by_key(|(heads, ..)| std::cmp::Reverse(*heads));
    let mut times: Vec<(u32, Moment, String)> = Vec::new();
    for (heads, moment, name) in all {
        // By the clock: the days on which they were found may differ.
        let clock = |m: &Moment| Stretch { start: m.stretch.start % DAY, ..m.stretch };
        let own = clock(&moment);
        if times.iter().all(|(_, other, _)| 2 * own.overlap(clock(other)) < own.minutes) {
            times.push((heads, moment, name));
        }
    }
    times.sort_by_key(|(_, moment, _)| moment.stretch.start % DAY);
    times.into_iter().map(|(.., name)| name).collect()
}

/// Whether an answer is worse than another: by colour, then by the sums in their order.
pub fn is_worse(one: &Answer, other: &Answer) -> bool {
    let sums = |a: &Answer| [a.sums.red, a.sums.yellow, a.sums.green, a.sums.later, a.sums.handed_over];
    let by_sums = || {
        let differs = sums(one).into_iter().zip(sums(other)).find(|(a, b)| (a - b).abs() > super::SLACK);
        differs.is_some_and(|(a, b)| a > b)
    };
    one.light > other.light || one.light == other.light && by_sums()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::time::{Clock, Window};
    use crate::ward::Shift;

    #[test]
    fn each_time_of_the_day_has_its_cases_and_no_other_shift() {
        let mut ward = sample::ward();
        let shift = |group: usize, name: &str, from: u16, to: u16| Shift {
            group: GroupId(group),
            name: name.into(),
            window: Window { start: Clock(from * 60), end: Clock(to * 60) },
            paid_hours: 7.5,
            days: DaySet::ALL,
            min: 0,
            max: 9,
        };
        ward.shifts = vec![shift(0, "D", 7, 15), shift(1, "M", 9, 16), shift(0, "A", 15, 23), shift(1, "N", 23, 7)];
        let heads = |group: usize, shift: &str, heads: u32| {
            let group = ward.groups[group].code.clone();
            (1..=7).map(move |day| Heads { group: group.clone(), shift: shift.into(), day, heads }).collect::<Vec<_>>()
        };
        let staffing: Vec<Heads> = [heads(0, "D", 3), heads(1, "M", 1), heads(0, "A", 2), heads(1, "N", 1)].concat();
        let told: Vec<_> =
            cases(&ward, &staffing).into_iter().map(|c| (c.days.len(), c.shift, c.group.0, c.missing)).collect();
        let of = |days: u32| {
            [("D", 0, 1), ("D", 0, 2), ("D", 1, 1), ("A", 0, 1), ("A", 0, 2), ("N", 1, 1)]
                .map(|(shift, group, missing)| (days, shift.to_owned(), group, missing))
        };
        assert_eq!(told, [of(5), of(2)].concat());
    }
}
