//! In which order a plan's courses are best taken, and when: what the engine finds by solving, and how it fills the months.

use serde::{Deserialize, Serialize};

/// The order, from no new course to all of the plan's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CourseOrder {
    /// Courses that are there from the start, which have no place in the order: they are held before all others.
    pub first: Vec<FirstCourse>,
    /// What is possible without any course that today's work doesn't take already.
    pub before: Reached,
    /// Courses in the order in which each next one seems to set most free for a krone.
    pub steps: Vec<CourseStep>,
}

/// A course that is taken before any other, whatever it sets free.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FirstCourse {
    /// Why.
    pub because: Because,
    /// The group.
    pub group: String,
    /// The course.
    pub course: String,
    /// People who take it.
    pub people: u32,
    /// Hours, all people together.
    pub hours: f64,
    /// Kroner, once: hours × hourly cost + fees.
    pub outlay_kr: f64,
}

/// Why a course comes before any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Because {
    /// A rule of presence asks for it, and no work of the plan does.
    Rule,
    /// Today's work takes it.
    Today,
    /// A line could stand nowhere without it.
    Needed,
}

impl Because {
    /// Its name in data and message keys.
    pub fn name(self) -> &'static str {
        match self {
            Because::Rule => "rule",
            Because::Today => "today",
            Because::Needed => "needed",
        }
    }
}

/// What the courses so far make possible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reached {
    /// Least kroner a year that was found, which the plan whose hours are told may exceed by the tolerance; none where no plan exists or
    /// none was found.
    pub year_cost: Option<f64>,
    /// What is proven: no plan with these courses costs less.
    pub bound: Option<f64>,
    /// Hours a week of work on nurses (the scarce groups).
    pub nurse_hours: Option<f64>,
    /// Whether it is proven that no plan with these courses is better, or that there is none: else it is the best that was found.
    pub proven: bool,
}

/// Hours a week that a course sets nurses free, as far as they are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Freed {
    /// So many: the plans before it and with it are both proven.
    Proven(f64),
    /// So many by a plan that was found; a better one may set more free.
    AtLeast(f64),
    /// It wasn't told from no change.
    Untold,
}

impl Freed {
    /// Hours a week; none where it wasn't told from no change.
    pub fn hours(self) -> Option<f64> {
        match self {
            Freed::Proven(hours) | Freed::AtLeast(hours) => Some(hours),
            Freed::Untold => None,
        }
    }
}

/// Fewer hours a week than these, where nothing is proven, are told as none.
const LEAST_HOURS: f64 = 0.05;

/// A course that a group takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CourseStep {
    /// Its place in the order, from 1; the same for those that follow each other and can't be told apart by what is proven or found.
    pub rank: u32,
    /// The group.
    pub group: String,
    /// The course.
    pub course: String,
    /// People who take it.
    pub people: u32,
    /// Hours, all people together.
    pub hours: f64,
    /// Kroner, once: hours × hourly cost + fees.
    pub outlay_kr: f64,
    /// With this course and those before it.
    pub reached: Reached,
}

impl Reached {
    /// Kroner a year that these courses save against others before them, as an interval: more courses never cost more.
    pub fn saves(&self, before: &Reached) -> Option<(f64, f64)> {
        let (low, high) = (before.bound? - self.year_cost?, before.year_cost? - self.bound?);
        Some((low.max(0.0), high.max(0.0)))
    }

    /// Kroner a year that a better plan with these courses might still save: what isn't proven. Nothing where nothing is.
    pub fn unproven(&self) -> Option<f64> {
        Some((self.year_cost? - self.bound?).max(0.0))
    }

    /// Hours a week that these courses set nurses free against others before them.
    pub fn frees(&self, before: &Reached) -> Option<f64> {
        Some(before.nurse_hours? - self.nurse_hours?)
    }

    /// The same, as far as it is known: no hours are told where none are proven and no plan sets any free.
    pub fn freed(&self, before: &Reached) -> Option<Freed> {
        let hours = self.frees(before)?;
        Some(match hours {
            _ if self.proven && before.proven => Freed::Proven(hours),
            LEAST_HOURS.. => Freed::AtLeast(hours),
            _ => Freed::Untold,
        })
    }
}

impl CourseOrder {
    /// Those that share a step's place with it, itself among them.
    pub fn alike(&self, step: &CourseStep) -> impl Iterator<Item = &CourseStep> {
        let rank = step.rank;
        self.steps.iter().filter(move |other| other.rank == rank)
    }

    /// Whether some of them can't be told apart.
    pub fn has_alike(&self) -> bool {
        self.steps.windows(2).any(|pair| pair[0].rank == pair[1].rank)
    }

    /// Whether what each step sets free is proven.
    pub fn is_proven(&self) -> bool {
        self.steps_from().all(|(before, step)| before.proven && step.reached.proven)
    }

    /// Whether the places are only about right: of no step both the plan before it and the plan with it are proven.
    pub fn is_rough(&self) -> bool {
        self.steps_from().all(|(before, step)| !(before.proven && step.reached.proven))
    }

    /// Each step with what stood before it.
    pub fn steps_from(&self) -> impl Iterator<Item = (&Reached, &CourseStep)> {
        std::iter::once(&self.before).chain(self.steps.iter().map(|step| &step.reached)).zip(&self.steps)
    }

    /// The first and last month (1 = the first) in which each course is held, one after the other: those of `first`, then the
    /// steps, where so many hours a month can be taken out of the work. Nothing where none can.
    pub fn months(&self, hours_a_month: f64) -> Option<Vec<(u32, u32)>> {
        if hours_a_month.is_nan() || hours_a_month <= 0.0 {
            return None;
        }
        let mut used = 0.0;
        let month = |hours: f64| (hours / hours_a_month) as u32;
        let of_course = |hours: f64| {
            let first = month(used + 1e-9) + 1;
            used += hours;
            // What ends with a month doesn't reach into the next.
            (first, (month(used - 1e-9) + 1).max(first))
        };
        let first = self.first.iter().map(|course| course.hours);
        Some(first.chain(self.steps.iter().map(|step| step.hours)).map(of_course).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(hours: &[f64]) -> CourseOrder {
        let step = |hours: &f64| CourseStep {
            rank: if *hours > 0.0 { 1 } else { 4 },
            group: "HFA".into(),
            course: "sårstell".into(),
            people: 1,
            hours: *hours,
            outlay_kr: 0.0,
            reached: Reached::default(),
        };
        CourseOrder { first: Vec::new(), before: Reached::default(), steps: hours.iter().map(step).collect() }
    }

    #[test]
    fn courses_follow_each_other_within_the_hours_of_a_month() {
        let order = order(&[30.0, 10.0, 50.0, 0.0, 1.0]);
        assert_eq!(order.months(40.0), Some(vec![(1, 1), (1, 1), (2, 3), (3, 3), (3, 3)]));
        assert_eq!(order.months(1000.0), Some(vec![(1, 1); 5]));
        assert_eq!((order.months(0.0), order.months(f64::NAN)), (None, None));
        // What is there from the start is held before them.
        let first = FirstCourse {
            because: Because::Rule,
            group: "SPL".into(),
            course: "HLR".into(),
            people: 2,
            hours: 60.0,
            outlay_kr: 0.0,
        };
        let after = CourseOrder { first: vec![first], ..order };
        assert_eq!(after.months(40.0), Some(vec![(1, 2), (2, 3), (3, 3), (3, 4), (4, 4), (4, 4)]));
    }

    #[test]
    fn those_of_one_rank_are_alike() {
        let order = order(&[30.0, 10.0, 50.0, 0.0]);
        let alike = |at: usize| order.alike(&order.steps[at]).count();
        assert_eq!((alike(0), alike(2), alike(3), order.has_alike()), (3, 3, 1, true));
        assert!(!super::CourseOrder { steps: order.steps[2..].to_vec(), ..order.clone() }.has_alike());
    }

    #[test]
    fn places_are_about_right_until_a_step_is_proven_between_its_plans() {
        let proven = |before: bool, steps: [bool; 2]| {
            let mut of = order(&[30.0, 10.0]);
            of.before.proven = before;
            for (step, proven) in of.steps.iter_mut().zip(steps) {
                step.reached.proven = proven;
            }
            (of.is_rough(), of.is_proven())
        };
        assert_eq!(proven(false, [false, false]), (true, false));
        assert_eq!(proven(true, [false, true]), (true, false), "no step has both its plans proven");
        assert_eq!(proven(true, [true, false]), (false, false));
        assert_eq!(proven(true, [true, true]), (false, true));
    }

    #[test]
    fn what_is_saved_is_an_interval_of_both_solves() {
        let reached = |cost, bound, hours| Reached {
            year_cost: Some(cost),
            bound: Some(bound),
            nurse_hours: Some(hours),
            proven: false,
        };
        let (before, after) = (reached(100.0, 98.0, 20.0), reached(90.0, 89.0, 12.5));
        assert_eq!(after.saves(&before), Some((8.0, 11.0)));
        assert_eq!(after.frees(&before), Some(7.5));
        assert_eq!(reached(99.0, 97.0, 20.0).saves(&before), Some((0.0, 3.0)));
        assert_eq!(after.saves(&Reached::default()), None);
        assert_eq!((before.unproven(), Reached::default().unproven()), (Some(2.0), None));
    }

    #[test]
    fn hours_are_told_no_farther_than_they_are_known() {
        let reached = |hours, proven| Reached { nurse_hours: Some(hours), proven, ..Reached::default() };
        let freed = |after: &Reached, before: &Reached| after.freed(before);
        assert_eq!(freed(&reached(7.5, true), &reached(20.0, true)), Some(Freed::Proven(12.5)));
        assert_eq!(freed(&reached(7.5, true), &reached(20.0, false)), Some(Freed::AtLeast(12.5)));
        assert_eq!(freed(&reached(19.97, false), &reached(20.0, true)), Some(Freed::Untold));
        assert_eq!(freed(&reached(20.0, false), &reached(20.0, false)), Some(Freed::Untold));
        assert_eq!(freed(&Reached::default(), &reached(20.0, false)), None);
    }
}
