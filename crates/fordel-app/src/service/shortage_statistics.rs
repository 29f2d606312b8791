//! What the log of the traffic light shows: by weekday, shift, cause and month; what was hired in and whether the plan
//! justified it; which tasks give way.

use std::collections::BTreeMap;

use fordel_core::calendar::weekday;
use fordel_core::measure::proportion::{Z_95, wilson};
use fordel_core::shortage::rules::Dropped;
use fordel_store::{UseCause, UseLight};

use super::shortage_log::LoggedUse;

/// Hire-ins below which a share says little.
pub const FEW: u64 = 10;

/// Counts of some uses.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct UseCounts {
    /// Uses.
    pub uses: u64,
    /// Those that were yellow.
    pub yellow: u64,
    /// Those that were red.
    pub red: u64,
    /// Those in which somebody was brought in.
    pub hired: u64,
    /// Of these, those in which the plan justified it.
    pub justified: u64,
    /// Hours of all who were brought in.
    pub hours: f64,
    /// Kroner for them, as far as they are known.
    pub kr: f64,
    /// Uses whose kroner are known.
    pub kr_known: u64,
    /// Uses with hours whose kroner nobody knows.
    pub kr_unknown: u64,
}

/// The share of hire-ins that the plan justified, with how sure it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct JustifiedShare {
    /// The share, 0 … 1.
    pub share: f64,
    /// Wilson's interval of 95 %.
    pub between: (f64, f64),
    /// Whether the cases are few.
    pub few: bool,
}

/// How often a task gave way.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskCount {
    /// Its name.
    pub task: String,
    /// Uses in which it was to be done.
    pub uses: u64,
    /// Those in which some of it was left out.
    pub left_out: u64,
    /// Those in which some of it was put off.
    pub put_off: u64,
    /// Minutes left out and put off in all.
    pub minutes: f64,
}

/// The statistics of some uses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UseStatistics {
    /// All of them.
    pub all: UseCounts,
    /// By weekday, Monday first; only those with uses.
    pub by_weekday: Vec<(u8, UseCounts)>,
    /// By shift.
    pub by_shift: Vec<(String, UseCounts)>,
    /// By cause.
    pub by_cause: Vec<(UseCause, UseCounts)>,
    /// By month, `2026-11`, the first one first.
    pub by_month: Vec<(String, UseCounts)>,
    /// Tasks that gave way, those that did so most often first.
    pub tasks: Vec<TaskCount>,
}

impl UseStatistics {
    /// Of the uses that count.
    pub fn of(logged: &[LoggedUse]) -> UseStatistics {
        let counted = || logged.iter().filter(|one| one.counts());
        let mut all = UseCounts::default();
        counted().for_each(|one| all.add(one));
        UseStatistics {
            all,
            by_weekday: by(counted(), |one| one.date().map(|date| weekday(date).number())),
            by_shift: by(counted(), |one| Some(one.kept.answered.shift.clone())),
            by_cause: by(counted(), |one| Some(one.kept.chosen.cause)),
            by_month: by(counted(), |one| one.kept.answered.day.get(..7).map(str::to_owned)),
            tasks: tasks(counted()),
        }
    }

    /// The share of hire-ins that the plan justified; none without a hire-in.
    pub fn justified(&self) -> Option<JustifiedShare> {
        let (hits, cases) = (self.all.justified, self.all.hired);
        (cases > 0).then(|| JustifiedShare {
            share: hits as f64 / cases as f64,
            between: wilson(hits, cases, Z_95),
            few: cases < FEW,
        })
    }

    /// The tasks that are left out so often that it is a finding.
    pub fn always_left_out(&self, rule: Dropped) -> Vec<&TaskCount> {
        self.tasks.iter().filter(|task| rule.holds(task.left_out, task.uses)).collect()
    }

    /// The tasks that are put off so often that it is a finding.
    pub fn always_put_off(&self, rule: Dropped) -> Vec<&TaskCount> {
        self.tasks.iter().filter(|task| rule.holds(task.put_off, task.uses)).collect()
    }
}

impl UseCounts {
    /// Kroner; none where there are hours and nobody knows what any of them cost.
    pub fn known_kr(&self) -> Option<f64> {
        (self.kr_known > 0 || self.kr_unknown == 0).then_some(self.kr)
    }

    fn add(&mut self, one: &LoggedUse) {
        let chosen = &one.kept.chosen;
        self.uses += 1;
        self.yellow += u64::from(one.kept.answered.light == UseLight::Yellow);
        self.red += u64::from(one.kept.answered.light == UseLight::Red);
        self.hired += u64::from(one.hired());
        self.justified += u64::from(one.hired() && one.justified());
        self.hours += one.hired_hours();
        self.kr += chosen.hired_kr.map_or(0.0, |kr| kr as f64);
        self.kr_known += u64::from(chosen.hired_kr.is_some());
        self.kr_unknown += u64::from(chosen.hired_minutes > 0 && chosen.hired_kr.is_none());
    }
}

fn by<'l, K: Ord>(
    logged: impl Iterator<Item = &'l LoggedUse>,
    key: impl Fn(&LoggedUse) -> Option<K>,
) -> Vec<(K, UseCounts)> {
    let mut counts: BTreeMap<K, UseCounts> = BTreeMap::new();
    for one in logged {
        if let Some(key) = key(one) {
            counts.entry(key).or_default().add(one);
        }
    }
    counts.into_iter().collect()
}

fn tasks<'l>(logged: impl Iterator<Item = &'l LoggedUse>) -> Vec<TaskCount> {
    let mut counts: BTreeMap<&str, TaskCount> = BTreeMap::new();
    for fate in logged.flat_map(|one| &one.tasks) {
        let empty = || TaskCount { task: fate.task.clone(), uses: 0, left_out: 0, put_off: 0, minutes: 0.0 };
        let count = counts.entry(&fate.task).or_insert_with(empty);
        count.uses += 1;
        count.left_out += u64::from(fate.left_out > 0.0);
        count.put_off += u64::from(fate.put_off > 0.0);
        count.minutes += fate.left_out + fate.put_off;
    }
    let mut tasks: Vec<TaskCount> = counts.into_values().filter(|task| task.left_out + task.put_off > 0).collect();
    tasks.sort_by(|a, b| {
        (b.left_out + b.put_off)
            .cmp(&(a.left_out + a.put_off))
            .then(b.minutes.total_cmp(&a.minutes))
            .then(a.task.cmp(&b.task))
    });
    tasks
}

#[cfg(test)]
mod tests {
    use fordel_store::{Answered, BranchId, Chosen, Moment, Shortage, ShortageId, UseChoice};

    use super::*;
    use crate::service::shortage_log::TaskFate;

    fn one(day: &str, light: UseLight, choice: UseChoice, left_out: f64) -> LoggedUse {
        let hired = choice != UseChoice::Managed;
        LoggedUse {
            kept: Shortage {
                id: ShortageId(1),
                unit: BranchId(1),
                answered: Answered {
                    day: day.into(),
                    shift: "A".into(),
                    missing: "[]".into(),
                    light,
                    red_minutes: 0,
                    justified_minutes: if light == UseLight::Red { 60 } else { 0 },
                    tasks: String::new(),
                },
                chosen: Chosen {
                    choice,
                    cause: UseCause::Sickness,
                    hired_minutes: if hired { 90 } else { 0 },
                    hired_kr: hired.then_some(500),
                    kr_reckoned: true,
                    reason: String::new(),
                },
                person: None,
                at: Moment(0),
                withdrawn: None,
            },
            missing: Vec::new(),
            tasks: vec![
                TaskFate { task: "Rydde lager".into(), of: 30.0, left_out, put_off: 0.0 },
                TaskFate { task: "Tilsyn".into(), of: 30.0, left_out: 0.0, put_off: 0.0 },
            ],
            by: None,
        }
    }

    #[test]
    fn uses_are_counted_once_in_each_table_and_withdrawn_ones_in_none() {
        let mut gone = one("2026-11-21", UseLight::Red, UseChoice::Agency, 30.0);
        gone.kept.withdrawn = Some(Moment(1));
        let logged = [
            gone,
            one("2026-11-21", UseLight::Red, UseChoice::Overtime, 30.0),
            one("2026-11-22", UseLight::Yellow, UseChoice::Pool, 10.0),
            one("2026-10-31", UseLight::Green, UseChoice::Managed, 0.0),
        ];
        let told = UseStatistics::of(&logged);
        assert_eq!((told.all.uses, told.all.yellow, told.all.red, told.all.hired, told.all.justified), (3, 1, 1, 2, 1));
        assert_eq!((told.all.hours, told.all.kr, told.all.kr_unknown), (3.0, 1000.0, 0));
        let keys = |list: &[(u8, UseCounts)]| list.iter().map(|(key, c)| (*key, c.uses)).collect::<Vec<_>>();
        assert_eq!(keys(&told.by_weekday), [(6, 2), (7, 1)]);
        assert_eq!(
            told.by_month.iter().map(|(m, c)| (m.as_str(), c.uses)).collect::<Vec<_>>(),
            [("2026-10", 1), ("2026-11", 2)]
        );
        let tasks: Vec<_> = told.tasks.iter().map(|t| (t.task.as_str(), t.left_out, t.uses, t.minutes)).collect();
        assert_eq!(tasks, [("Rydde lager", 2, 3, 40.0)]);

        // By shift and cause, too; help that is no step of relief counts with its hours.
        let mut other = one("2026-11-23", UseLight::Red, UseChoice::Other, 0.0);
        other.kept.answered.shift = "N".into();
        other.kept.chosen.cause = UseCause::Vacancy;
        let mut nobody = other.clone();
        (nobody.kept.chosen.hired_minutes, nobody.kept.chosen.hired_kr) = (0, None);
        let told = UseStatistics::of(&[&logged[..], &[other, nobody]].concat());
        let counts = |c: &UseCounts| (c.uses, c.red, c.hired, c.justified, c.hours, c.kr);
        let by_shift: Vec<_> = told.by_shift.iter().map(|(shift, c)| (shift.as_str(), counts(c))).collect();
        assert_eq!(by_shift, [("A", (3, 1, 2, 1, 3.0, 1000.0)), ("N", (2, 2, 1, 1, 1.5, 500.0))]);
        let by_cause: Vec<_> = told.by_cause.iter().map(|(cause, c)| (*cause, counts(c))).collect();
        assert_eq!(by_cause, [(UseCause::Sickness, by_shift[0].1), (UseCause::Vacancy, by_shift[1].1)]);
        assert_eq!(counts(&told.all), (5, 3, 3, 2, 4.5, 1500.0));
    }

    #[test]
    fn kroner_that_nobody_knows_are_not_nought() {
        let known = one("2026-11-21", UseLight::Red, UseChoice::Overtime, 0.0);
        let mut unknown = known.clone();
        unknown.kept.chosen.hired_kr = None;
        let none = UseStatistics::of(&[unknown.clone()]).all;
        assert_eq!((none.known_kr(), none.kr_unknown, none.hours), (None, 1, 1.5));
        let some = UseStatistics::of(&[known, unknown]).all;
        assert_eq!((some.known_kr(), some.kr_unknown), (Some(500.0), 1));
        let managed = one("2026-11-21", UseLight::Yellow, UseChoice::Managed, 0.0);
        assert_eq!(UseStatistics::of(&[managed]).all.known_kr(), Some(0.0), "nothing was covered: it cost nothing");
    }

    #[test]
    fn the_share_that_was_justified_tells_how_sure_it_is() {
        let red = one("2026-11-21", UseLight::Red, UseChoice::Overtime, 0.0);
        let yellow = one("2026-11-21", UseLight::Yellow, UseChoice::Overtime, 0.0);
        assert_eq!(UseStatistics::of(&[]).justified(), None);
        let few = UseStatistics::of(&[red.clone(), yellow.clone()]).justified().expect("two");
        assert!(few.few && few.share == 0.5 && few.between.0 < 0.1 && few.between.1 > 0.9, "{few:?}");
        let many: Vec<_> = (0..20).map(|at| if at < 15 { red.clone() } else { yellow.clone() }).collect();
        let many = UseStatistics::of(&many).justified().expect("twenty");
        assert!(!many.few && many.between.0 > 0.5 && many.between.1 < 0.9, "{many:?}");
    }

    #[test]
    fn a_task_that_is_left_out_again_and_again_is_a_finding() {
        let rule = Dropped { least: 4, of: 5 };
        let mut logged: Vec<_> = (0..4).map(|_| one("2026-11-21", UseLight::Yellow, UseChoice::Managed, 5.0)).collect();
        assert!(UseStatistics::of(&logged).always_left_out(rule).is_empty(), "four uses are too few");
        logged.push(one("2026-11-21", UseLight::Yellow, UseChoice::Managed, 0.0));
        let told = UseStatistics::of(&logged);
        assert_eq!(told.always_left_out(rule).iter().map(|t| t.task.as_str()).collect::<Vec<_>>(), ["Rydde lager"]);
        logged.push(one("2026-11-21", UseLight::Yellow, UseChoice::Managed, 0.0));
        assert!(UseStatistics::of(&logged).always_left_out(rule).is_empty(), "four of six");
    }

    #[test]
    fn a_task_that_is_put_off_again_and_again_is_a_finding_of_its_own() {
        let rule = Dropped { least: 4, of: 5 };
        let use_of = |put_off: f64| {
            let mut one = one("2026-11-21", UseLight::Yellow, UseChoice::Managed, 0.0);
            one.tasks[1].put_off = put_off;
            one
        };
        let told = UseStatistics::of(&[5.0, 5.0, 0.0, 5.0, 5.0].map(use_of));
        assert_eq!(told.always_put_off(rule).iter().map(|t| t.task.as_str()).collect::<Vec<_>>(), ["Tilsyn"]);
        assert!(told.always_left_out(rule).is_empty());
        let fewer = UseStatistics::of(&[5.0, 5.0, 0.0, 5.0, 0.0].map(use_of));
        assert!(fewer.always_put_off(rule).is_empty(), "three of five");
    }
}
