//! Why so many start a shift, and what it takes where a plan is red: counted from the plan itself. Whether one fewer would
//! do if tasks moved too is solved, within a few seconds, when somebody asks.

use std::sync::Arc;

use fordel_core::measure::cure::{self, RedCell, RedPresence};
use fordel_core::measure::heads::{HeadCount, head_count};
use fordel_core::measure::trial::{Trial, shift_on};
use fordel_core::plan::{Difference, Plan, Status};
use fordel_core::time::{Cell, Day, DaySet};
use fordel_core::ward::{Goal, GroupId, ShiftId, Ward};
use fordel_engine::{Quiet, Request};

use super::proposals::{OpenedProposal, request};
use super::solved::{About, Question};
use super::{Failed, Reads};

/// Seconds that the question of one fewer is solved for.
const SECONDS: u32 = 10;

/// What a plan with one head fewer would be, if everything else may move.
#[derive(Clone, Debug)]
pub struct OneFewer {
    /// Kroner a year more than the proposal's, as an interval; or that no such plan exists.
    pub difference: Difference,
    /// The tasks that stand elsewhere in the plan found: name, group before, group then.
    pub moved: Vec<(String, String, String)>,
    /// Heads a week that change in it: group, shift, how many more.
    pub heads: Vec<(String, String, i64)>,
}

/// Which of the proposal's weeks is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Week {
    /// As it proposes.
    Proposed,
    /// As it is today.
    Today,
}

impl OpenedProposal {
    /// Why so many start the shift on the day; none where it doesn't run then, or where there is no plan.
    pub fn head_count(&self, shift: ShiftId, day: Day) -> Option<HeadCount> {
        let shift = shift_on(&self.ward, shift, day)?;
        head_count(&self.ward, self.plan.as_ref()?, shift, day)
    }

    /// What lies in a cell of a group, and what would mend it where it is red; none where there is no such cell or week.
    pub fn red_cell(&self, week: Week, group: GroupId, cell: Cell) -> Option<RedCell> {
        let known = group.0 < self.ward.groups.len() && cell.interval < self.ward.intervals.len();
        Some(cure::cell(&self.week(week).filter(|_| known)?, group, cell))
    }

    /// When a demand for presence isn't kept on a day, and what would mend it; none where there is none that day.
    pub fn red_presence(&self, week: Week, rule: usize, day: Day) -> Option<RedPresence> {
        cure::presence(&self.week(week)?, rule, day)
    }

    fn week(&self, week: Week) -> Option<Trial<'_>> {
        match week {
            Week::Proposed => self.plan.as_ref().map(|plan| Trial::of(&self.ward, plan)),
            Week::Today => self.ward.knows_staffing_today().then(|| Trial::today(&self.ward)),
        }
    }

    /// Seconds that [`Reads::one_fewer`] takes, at most.
    pub fn fewer_seconds(&self) -> u32 {
        SECONDS
    }
}

impl Reads<'_> {
    /// What one fewer would cost if tasks may move too, if somebody has asked since the proposal was last changed.
    pub fn one_fewer_told(&self, proposal: &OpenedProposal, shift: ShiftId, day: Day) -> Option<Arc<OneFewer>> {
        self.service.solved.told(&question(proposal, shift, day))
    }

    /// The same, solved anew unless it is known.
    ///
    /// # Errors
    /// No plan; nobody who could be fewer; too many who wait.
    pub fn one_fewer(&self, proposal: &OpenedProposal, shift: ShiftId, day: Day) -> Result<Arc<OneFewer>, Failed> {
        let plan = proposal.plan.as_ref().ok_or(Failed::NotFound)?;
        let count = proposal.head_count(shift, day).filter(|count| count.heads > 0).ok_or(Failed::NotFound)?;
        let asked = request(proposal)?;
        let solve = || Ok(solved(&proposal.ward, &asked, plan, &count));
        self.service.solved(question(proposal, shift, day), solve)
    }
}

fn question(proposal: &OpenedProposal, shift: ShiftId, day: Day) -> Question {
    About::Heads(shift.0, day.number()).of(proposal)
}

/// The ward with at most so many heads on some of a shift's days: those days become a shift of their own.
fn with_most(ward: &Ward, shift: ShiftId, days: DaySet, most: u32) -> Ward {
    let mut ward = ward.clone();
    let of = &mut ward.shifts[shift.0];
    let rest: DaySet = of.days.iter().filter(|day| !days.contains(*day)).collect();
    let mut apart = of.clone();
    (apart.days, apart.max, apart.min) = (days, most, of.min.min(most));
    if rest.is_empty() {
        *of = apart;
    } else {
        of.days = rest;
        ward.shifts.push(apart);
        if !ward.staffing_today.is_empty() {
            ward.staffing_today.push([0; 7]);
        }
    }
    ward
}

fn solved(ward: &Ward, asked: &Request, plan: &Plan, count: &HeadCount) -> OneFewer {
    let limited = with_most(ward, count.shift, count.days, count.heads - 1);
    let request = Request {
        goals: vec![(Goal::Cost, 0.0)],
        time_limit: std::time::Duration::from_secs(SECONDS.into()),
        work: None,
        floor: None,
        beside: false,
        ..asked.clone()
    };
    let found = fordel_engine::plan(&limited, &request, &Quiet);
    let now = plan.year_cost.unwrap_or(0.0);
    let there = matches!(found.status, Status::Optimal | Status::Feasible);
    let fte = |plan: &Plan| plan.groups.iter().map(|g| g.fte).sum::<f64>();
    let difference = Difference {
        low: found.bound.filter(|_| there).map(|bound| bound - now),
        high: found.year_cost.filter(|_| there).map(|cost| cost - now),
        impossible: found.status == Status::Infeasible,
        heads_fixed: false,
        fte: there.then(|| fte(&found) - fte(plan)),
        courses: Vec::new(),
    };
    if !there {
        return OneFewer { difference, moved: Vec::new(), heads: Vec::new() };
    }
    let stood = |row: u32, days: &[u8]| plan.placements.iter().find(|p| p.row == row && p.days == days);
    let moved = found.placements.iter().filter_map(|then| {
        let before = stood(then.row, &then.days).filter(|before| before.group != then.group)?;
        Some((then.task.clone(), before.group.clone(), then.group.clone()))
    });
    let mut heads: Vec<(String, String, i64)> = Vec::new();
    let signed = plan.staffing.iter().map(|h| (h, -1)).chain(found.staffing.iter().map(|h| (h, 1)));
    for (of, sign) in signed {
        let more = sign * i64::from(of.heads);
        match heads.iter_mut().find(|(group, shift, _)| *group == of.group && *shift == of.shift) {
            Some((_, _, sum)) => *sum += more,
            None => heads.push((of.group.clone(), of.shift.clone(), more)),
        }
    }
    heads.retain(|(_, _, more)| *more != 0);
    OneFewer { difference, moved: moved.collect(), heads }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fordel_engine::Work;

    fn liten() -> (Ward, Plan, Request) {
        let bytes = include_bytes!("../../../fordel-sheets/tests/data/liten.xlsx");
        let ward = fordel_sheets::read_ward_bytes(bytes).ward.expect("a ward");
        let work = Some("400".parse::<Work>().expect("work"));
        let request = Request { work, beside: false, ..Request::for_ward(&ward) };
        let plan = fordel_engine::plan(&ward, &request, &Quiet);
        (ward, plan, request)
    }

    #[test]
    fn a_plan_with_one_fewer_has_one_fewer_or_is_proven_impossible() {
        let (ward, plan, request) = liten();
        let (mut dearer, mut impossible) = (0, 0);
        for heads in plan.staffing.iter().filter(|h| h.day == 1 || h.day == 6) {
            let named =
                ward.shifts.iter().position(|s| ward.group(s.group).code == heads.group && s.name == heads.shift);
            let day = Day(heads.day - 1);
            let shift = shift_on(&ward, ShiftId(named.expect("its shift")), day).expect("it runs");
            let count = head_count(&ward, &plan, shift, day).expect("it runs");
            let told = solved(&ward, &request, &plan, &count);
            match (told.difference.impossible, told.difference.high) {
                (true, _) => impossible += 1,
                (false, Some(high)) => {
                    // The proposal costs the least there is, within the gap.
                    assert!(high > -1.0 - 1e-4 * plan.year_cost.expect("told"), "{heads:?}: {told:?}");
                    assert!(!told.heads.is_empty(), "{heads:?}");
                    dearer += 1;
                }
                (false, None) => {}
            }
        }
        assert!(dearer + impossible > 0, "{dearer} dearer, {impossible} impossible");
    }

    #[test]
    fn some_days_of_a_shift_become_a_shift_of_their_own() {
        let (ward, ..) = liten();
        let whole = ward.shifts[0].days;
        let one: DaySet = whole.iter().take(1).collect();
        let limited = with_most(&ward, ShiftId(0), one, 2);
        assert_eq!(limited.shifts.len(), ward.shifts.len() + 1);
        assert!(!limited.shifts[0].days.contains(one.iter().next().expect("a day")));
        assert_eq!((limited.shifts[ward.shifts.len()].days, limited.shifts[ward.shifts.len()].max), (one, 2));
        let all = with_most(&ward, ShiftId(0), whole, 0);
        assert_eq!((all.shifts.len(), all.shifts[0].max, all.shifts[0].min), (ward.shifts.len(), 0, 0));
    }
}
