//! In which order a plan's courses are best taken: which one next sets most free for a krone, from real solves.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use fordel_core::measure::course_order::{Because, CourseOrder, CourseStep, FirstCourse, Freed, Reached};
use fordel_core::measure::{distribution, nurses};
use fordel_core::plan::{Ended, Plan, Training};
use fordel_core::ward::{CourseId, Goal, GroupId, Ward};

use crate::Request;
use crate::effort::{Clock, Effort};
use crate::elsewhere;
use crate::mip::{Decision, Elastic, Mip};
use crate::money;
use crate::problem::{Placement, Problem, Scenario};
use crate::search::{Wanted, holds, search};
use crate::solver::{Observer, Options, State, solve_reduced};
use crate::watch::{Phase, Watch};

/// A course of a group.
type Pair = (GroupId, CourseId);

/// The share of the time that the plan without the courses may take: all others start from it.
const BASE: f64 = 0.5;
/// Heads may change by this many from a plan to the one beside it.
const REACH: f64 = 2.0;
/// The share of the search for a plan beside another that may go into finding.
const HEURISTICS: f64 = 0.2;

/// Takes the plan's courses one by one: of those left, the one with which the best plan sets most nurse hours free for a krone
/// spent on it; where none sets any free, the one that saves most. Each figure is from a plan solved with the courses so far and no
/// others, under the request's limits; all of them together keep to its time. Courses that today's work takes, those that nobody
/// lacks, and those without which a line could stand nowhere, are there from the start.
///
/// Where the plan before a course isn't proven, a better one with it may be better for any reason. Then the plan before stays but for
/// the lines that the course lets leave the nurses, and the staffing: what they give is the course's own, and the least it gives.
/// The plan before holds with the course too, so that none is worse than it.
///
/// Every course is tried first. Later, one that was worth less than the best of them when fewer courses were taken is not tried again
/// as long as the best stays above it (the lazy greedy of Minoux, 1978): courses that only help each other may come later than they
/// could.
///
/// The plan may have been made when other certificates held than those of the ward; what it says is proven is taken to be proven for
/// the ward, so that such a plan has to be handed in without its bound.
///
/// Courses that follow each other share a rank where what isn't proven of their plans may make up for the difference between
/// them: kroner that a better plan might save, as nurse hours for that money. Of those that were tried beside a plan that isn't proven,
/// the hours that were found decide.
pub fn course_order(ward: &Ward, request: &Request, plan: &Plan, watch: &dyn Watch) -> CourseOrder {
    let clock = Clock::start(watch);
    let free = Problem::new(ward, &Scenario::of(request));
    let had = had(ward, &free, plan);
    let (mut first, mut open): (Vec<FirstCourse>, Vec<Pair>) = (Vec::new(), Vec::new());
    let of_today = of_today(ward);
    for told in &plan.training {
        let course = ward.courses.iter().position(|course| course.name == told.course);
        let (Some(group), Some(course)) = (ward.group_by_code(&told.group), course) else { continue };
        let pair = (group, CourseId(course));
        // A course that only a rule asks for moves no work.
        let because = match () {
            () if told.tasks.is_empty() => Because::Rule,
            () if of_today.contains(&pair) => Because::Today,
            () if had.contains(&pair) => Because::Needed,
            () => {
                open.push(pair);
                continue;
            }
        };
        first.extend(first_course(ward, pair, told, because));
    }
    let floor = plan.bound.filter(|_| plan.goals.first().is_some_and(|first| first.goal == Goal::Cost));
    let solver = Solver { ward, request, clock, floor, nurses: nurses(ward) };
    let mut taken = had;
    let start = elsewhere::read(ward, &free, plan, None);
    let mut last = solver.least(&free, &taken, start.as_ref(), request.time_limit.mul_f64(BASE));
    let mut before = last.reached;
    let hour = solver.nurses.iter().map(|nurse| ward.group(*nurse).hourly_kr).fold(f64::INFINITY, f64::min);
    let mut steps: Vec<CourseStep> = Vec::new();
    // Those that can't be told from any of the last rank.
    let (mut rank, mut alike) = (0, BTreeSet::new());
    // What each was worth when it was tried last, and after how many steps that was.
    let mut known: BTreeMap<Pair, (Worth, usize, Solved)> = BTreeMap::new();
    while !open.is_empty() {
        let taken_so_far = steps.len();
        let tried = |pair: Pair, expected: usize| {
            let solved = solver.with_one_more(&free, &taken, pair, &last, expected);
            (Worth::of(&last, &solved, outlay(ward, pair), hour), taken_so_far, solved)
        };
        for pair in open.iter().filter(|_| taken_so_far == 0) {
            // Those that weren't tried, and about one more for each.
            let expected = 2 * open.len() - known.len();
            known.insert(*pair, tried(*pair, expected));
        }
        // The best by what is known is tried again, until the best is one that was tried now.
        let next = loop {
            let best = open.iter().copied().reduce(|best, other| {
                let (a, b) = (&known[&best].0, &known[&other].0);
                if b.is_more_than(a) { other } else { best }
            });
            let Some(best) = best else { break None };
            if known[&best].1 == taken_so_far {
                break Some(best);
            }
            known.insert(best, tried(best, open.len()));
        };
        let Some((pair, (worth, _, solved))) = next.and_then(|pair| Some((pair, known.remove(&pair)?))) else { break };
        open.retain(|other| *other != pair);
        taken.insert(pair);
        let near = open.iter().copied().filter(|other| worth.is_alike(&known[other].0));
        if alike.contains(&pair) {
            alike = near.filter(|other| alike.contains(other)).collect();
        } else {
            (rank, alike) = (steps.len() as u32 + 1, near.collect());
        }
        steps.push(step(ward, pair, rank, solved.reached));
        last = solved;
    }
    // Fewer courses cost no less, so that what is proven with more of them holds without.
    let mut proven: Option<f64> = None;
    for reached in steps.iter_mut().rev().map(|step| &mut step.reached).chain([&mut before]) {
        let least = reached.bound.into_iter().chain(proven).reduce(f64::max);
        reached.bound = least.zip(reached.year_cost).map(|(least, cost)| least.min(cost));
        proven = reached.bound.or(proven);
    }
    CourseOrder { first, before, steps }
}

/// Courses that today's work takes.
fn of_today(ward: &Ward) -> BTreeSet<Pair> {
    let mut taken: BTreeSet<Pair> = BTreeSet::new();
    for entry in distribution::today(ward) {
        let line = &ward.lines[entry.line.0];
        taken.extend(line.training.iter().filter(|(group, _)| *group == entry.group));
    }
    taken
}

/// Courses that are there from the start.
fn had(ward: &Ward, free: &Problem, plan: &Plan) -> BTreeSet<Pair> {
    let mut had = of_today(ward);
    let all = ward.lines.iter().flat_map(|line| &line.training);
    had.extend(all.filter(|(group, course)| money::people_to_train(ward, *group, *course) <= 0.0));
    // A line that could stand nowhere without a course needs that of the group on which it stands in the plan.
    let entries = distribution::proposed(ward, plan);
    let nowhere = |p: &&Placement| p.options.iter().all(|o| !allowed(ward, p, o.group, &had));
    let stuck: Vec<&Placement> = free.placements.iter().filter(nowhere).collect();
    for placement in stuck {
        let stands = entries.iter().find(|e| e.line == placement.line && e.days == placement.days).map(|e| e.group);
        let training = &ward.lines[placement.line.0].training;
        had.extend(training.iter().filter(|(group, _)| Some(*group) == stands));
    }
    had
}

/// Whether the placement may stand on the group with these courses.
fn allowed(ward: &Ward, placement: &Placement, group: GroupId, courses: &BTreeSet<Pair>) -> bool {
    let training = &ward.lines[placement.line.0].training;
    training.iter().filter(|(needs, _)| *needs == group).all(|pair| courses.contains(pair))
}

/// Kroner for all who take it, once.
fn outlay(ward: &Ward, pair: Pair) -> f64 {
    outlay_for(ward, pair, money::people_to_train(ward, pair.0, pair.1))
}

fn outlay_for(ward: &Ward, (group, course): Pair, people: f64) -> f64 {
    let taught = &ward.courses[course.0];
    people * (taught.hours * ward.group(group).hourly_kr + taught.fee_kr)
}

/// A course that is there from the start; none where nobody lacks it any more. Those whom a rule asks for are as many as the plan
/// tells.
fn first_course(ward: &Ward, pair: Pair, told: &Training, because: Because) -> Option<FirstCourse> {
    let (group, course) = (ward.group(pair.0), &ward.courses[pair.1.0]);
    let people = match because {
        Because::Rule if course.hours > 0.0 => told.hours / course.hours,
        Because::Rule => f64::from(told.people),
        Because::Today | Because::Needed => money::people_to_train(ward, pair.0, pair.1),
    };
    (people > 0.0).then(|| FirstCourse {
        because,
        group: group.code.clone(),
        course: course.name.clone(),
        people: people.ceil() as u32,
        hours: people * course.hours,
        outlay_kr: outlay_for(ward, pair, people),
    })
}

fn step(ward: &Ward, (group, course): Pair, rank: u32, reached: Reached) -> CourseStep {
    let (people, taught) = (money::people_to_train(ward, group, course), &ward.courses[course.0]);
    CourseStep {
        rank,
        group: ward.group(group).code.clone(),
        course: taught.name.clone(),
        people: people.ceil() as u32,
        hours: people * taught.hours,
        outlay_kr: outlay(ward, (group, course)),
        reached,
    }
}

/// What a course is worth as the next one.
struct Worth {
    /// Whether there is a plan with it, where there was none before.
    opens: bool,
    /// Whether it is proven that there is none with it.
    closed: bool,
    /// Nurse hours a week for a krone.
    frees: f64,
    /// How far off these may be: hours for what isn't proven of both plans' kroner; nothing where a plan beside the other has them.
    off: f64,
    /// Kroner a year for a krone.
    saves: f64,
    /// The same, as far as it is proven.
    between: (f64, f64),
}

impl Worth {
    /// With what an hour of a nurse costs at the least.
    fn of(before: &Solved, after: &Solved, outlay_kr: f64, hour_kr: f64) -> Worth {
        let (less, more, closed) = (&before.reached, &after.reached, after.infeasible);
        let outlay = outlay_kr.max(1.0);
        let saves = less.year_cost.zip(more.year_cost).map_or(0.0, |(before, after)| before - after);
        let unproven = match less.unproven().zip(more.unproven()) {
            _ if after.beside => 0.0,
            Some((before, after)) => before + after,
            None => f64::INFINITY,
        };
        let between = more.saves(less).unwrap_or((0.0, f64::INFINITY));
        Worth {
            opens: less.year_cost.is_none() && more.year_cost.is_some(),
            closed,
            frees: more.frees(less).unwrap_or(0.0) / outlay,
            off: unproven / (money::WEEKS * hour_kr.max(1.0)) / outlay,
            saves: saves / outlay,
            between: (between.0 / outlay, between.1 / outlay),
        }
    }

    /// Whether one that seems worth no more may be worth as much. Where the hours are proven alike, kroner decide.
    fn is_alike(&self, other: &Worth) -> bool {
        if self.opens != other.opens {
            return !other.closed;
        }
        let (hours, off) = (self.frees.max(0.0) - other.frees.max(0.0), self.off + other.off);
        hours <= off && (off > 0.0 || self.between.0 <= other.between.1)
    }

    fn is_more_than(&self, other: &Worth) -> bool {
        let key = |worth: &Worth| (worth.opens, worth.frees.max(0.0), worth.saves);
        key(self).partial_cmp(&key(other)).is_some_and(std::cmp::Ordering::is_gt)
    }
}

/// A plan with some courses. Decisions are in the options of the problem with all courses.
struct Solved {
    /// The cheapest.
    first: Option<Decision>,
    /// The one whose hours are told.
    told: Option<Decision>,
    /// Whether it is proven that there is none.
    infeasible: bool,
    /// Whether it was looked for beside the plan before it.
    beside: bool,
    reached: Reached,
}

impl Solved {
    /// Where the plan with fewer courses is better, that: it holds with more of them too.
    fn or_better(mut self, fewer: &Solved) -> Solved {
        let (less, more) = (&fewer.reached, &mut self.reached);
        if less.year_cost.is_some_and(|cost| more.year_cost.is_none_or(|found| cost < found)) {
            more.year_cost = less.year_cost;
            self.first.clone_from(&fewer.first);
        }
        if less.nurse_hours.is_some_and(|hours| more.nurse_hours.is_none_or(|found| hours < found)) {
            more.nurse_hours = less.nurse_hours;
            self.told.clone_from(&fewer.told);
        }
        self
    }
}

struct Solver<'a> {
    ward: &'a Ward,
    request: &'a Request,
    clock: Clock<'a>,
    /// What is proven of every plan of the ward: fewer courses cost no less.
    floor: Option<f64>,
    nurses: Vec<GroupId>,
}

impl Solver<'_> {
    /// The plan with one more course than those taken, where so many solves share the time that is left.
    fn with_one_more(
        &self,
        free: &Problem,
        taken: &BTreeSet<Pair>,
        pair: Pair,
        last: &Solved,
        expected: usize,
    ) -> Solved {
        let now = self.clock.started.elapsed();
        let share = self.request.time_limit.saturating_sub(now).div_f64(expected.max(1) as f64);
        let solved = match last.told.as_ref().filter(|_| !last.reached.proven) {
            Some(told) => {
                // Without any time nothing was looked for.
                let beside = !share.is_zero();
                let found = if beside { self.beside(free, taken, pair, told, now + share) } else { None };
                self.reached_beside(free, found, beside, last)
            }
            None => {
                let mut with = taken.clone();
                with.insert(pair);
                self.least(free, &with, last.first.as_ref(), now + share)
            }
        };
        solved.or_better(last)
    }

    /// The best plan with these courses and no others, from a start that may not be one.
    fn least(&self, free: &Problem, courses: &BTreeSet<Pair>, start: Option<&Decision>, until: Duration) -> Solved {
        let mut scenario = Scenario::of(self.request);
        for placement in &free.placements {
            let kept_from = placement.options.iter().filter(|o| !allowed(self.ward, placement, o.group, courses));
            scenario.held.extend(kept_from.map(|o| (placement.line, placement.days, o.group, false)));
        }
        let problem = Problem::new(self.ward, &scenario);
        let start = start.and_then(|start| carried_over(free, start, &problem)).filter(|start| holds(&problem, start));
        let wanted = Wanted {
            // Further goals change nothing of what is told.
            goals: &self.request.goals[..self.request.goals.len().min(2)],
            gap: self.request.gap,
            until,
            steps: None,
            start: start.as_ref(),
            phase: Some(Phase::CourseOrder),
        };
        let found = search(&problem, &wanted, &self.clock);
        let cheapest = found.goals.first().filter(|first| first.goal == Goal::Cost);
        let (best, bound) = (cheapest.map(|first| first.best), cheapest.map(|first| first.bound));
        let (infeasible, proven) = (found.infeasible, found.ended == Ended::Gap);
        let Some(decision) = found.decision else {
            let reached = Reached { proven: infeasible, ..Reached::default() };
            return Solved { first: None, told: None, infeasible, beside: false, reached };
        };
        let best = best.unwrap_or_else(|| problem.cost(&decision.heads, &decision.chosen));
        let bound = bound.map(|bound| bound.max(self.floor.unwrap_or(bound)).min(best));
        let nurse_hours = Some(self.nurse_hours(&problem, &decision));
        Solved {
            infeasible,
            beside: false,
            reached: Reached { year_cost: Some(best), bound, nurse_hours, proven },
            first: carried_over(&problem, found.first.as_ref().unwrap_or(&decision), free),
            told: carried_over(&problem, &decision, free),
        }
    }

    /// What a plan beside the last one reaches; nothing where it sets no more free.
    fn reached_beside(&self, free: &Problem, found: Option<Decision>, beside: bool, last: &Solved) -> Solved {
        let reached = |decision: &Decision| Reached {
            year_cost: Some(free.cost(&decision.heads, &decision.chosen)),
            bound: self.floor,
            nurse_hours: Some(self.nurse_hours(free, decision)),
            proven: false,
        };
        let sets_free = |decision: &Decision| matches!(reached(decision).freed(&last.reached), Some(Freed::AtLeast(_)));
        let found = found.filter(sets_free);
        Solved {
            infeasible: false,
            beside,
            reached: found.as_ref().map_or_else(|| Reached { bound: self.floor, ..Reached::default() }, reached),
            first: found.clone(),
            told: found,
        }
    }

    /// A plan with one more course beside another: lines on nurses stay or go where the course lets them, all others stay, heads
    /// change a little, and it costs no more but for the course; of such plans one with the least work on nurses.
    fn beside(
        &self,
        free: &Problem,
        taken: &BTreeSet<Pair>,
        pair: Pair,
        told: &Decision,
        until: Duration,
    ) -> Option<Decision> {
        let mut with = taken.clone();
        with.insert(pair);
        let mut scenario = Scenario::of(self.request);
        let course = free.trainings.iter().filter(|t| (t.group, CourseId(t.course)) == pair && !t.always);
        let cost = free.cost(&told.heads, &told.chosen) + course.map(|t| t.year_kr).sum::<f64>();
        scenario.budget_kr = Some(self.request.budget_kr.map_or(cost, |most| most.min(cost)));
        let mut opens_some = false;
        for (placement, option) in free.placements.iter().zip(&told.chosen) {
            let stands = placement.options[*option].group;
            for group in placement.options.iter().map(|o| o.group).filter(|group| *group != stands) {
                let leaves = self.nurses.contains(&stands) && !self.nurses.contains(&group);
                let may = |courses: &BTreeSet<Pair>| allowed(self.ward, placement, group, courses);
                let opens = leaves && may(&with) && !may(taken);
                opens_some |= opens;
                if !opens {
                    scenario.held.push((placement.line, placement.days, group, false));
                }
            }
        }
        if !opens_some {
            return None;
        }
        let problem = Problem::new(self.ward, &scenario);
        let start = carried_over(free, told, &problem).filter(|start| holds(&problem, start))?;
        let mut mip = Mip::elastic(&problem, None, &[], &Elastic::default());
        for (column, heads) in mip.heads.iter().zip(&start.heads) {
            let ((lower, upper), now) = (mip.model.bounds(*column), f64::from(*heads));
            mip.model.set_bounds(*column, lower.max(now - REACH), upper.min(now + REACH));
        }
        for (placement, columns) in problem.placements.iter().zip(&mip.options) {
            if let [only] = columns[..] {
                mip.model.set_bounds(only, 1.0, 1.0);
            }
            for (choice, column) in placement.options.iter().zip(columns) {
                if self.nurses.contains(&choice.group) {
                    mip.model.set_cost(*column, choice.minutes);
                }
            }
        }
        let written = mip.write(&problem, &start)?;
        let options =
            Options { gap: self.request.gap, start: Some(&written), heuristics: HEURISTICS, ..Options::default() };
        let mut effort = self.clock.effort(Phase::CourseOrder, self.request.gap, until, None);
        let (_, solution) = solve_reduced(&mip.model, &options, &mut Minutes(&mut effort))?;
        let found = mip.read(&solution?);
        if holds(&problem, &found) { carried_over(&problem, &found, free) } else { None }
    }

    /// Hours a week of work on nurses.
    fn nurse_hours(&self, problem: &Problem, decision: &Decision) -> f64 {
        let on_nurses = problem.placements.iter().zip(&decision.chosen).map(|(placement, option)| {
            let choice = &placement.options[*option];
            if self.nurses.contains(&choice.group) { choice.minutes } else { 0.0 }
        });
        on_nurses.sum::<f64>() / 60.0
    }
}

/// Follows a solve whose values are minutes, not the kroner that whoever follows the order is told.
struct Minutes<'f, 'e>(&'f mut Effort<'e>);

impl Observer for Minutes<'_, '_> {
    fn step(&mut self, _: &State) -> bool {
        self.0.step()
    }
    fn seconds_left(&self) -> Option<f64> {
        self.0.deadline().seconds_left()
    }
}

/// A decision of one problem in the options of another of the same ward; none where a group isn't among them.
fn carried_over(from: &Problem, decision: &Decision, to: &Problem) -> Option<Decision> {
    let chosen = from.placements.iter().zip(&decision.chosen).zip(&to.placements).map(|((placement, option), into)| {
        let group = placement.options[*option].group;
        into.options.iter().position(|choice| choice.group == group)
    });
    Some(Decision { heads: decision.heads.clone(), chosen: chosen.collect::<Option<_>>()? })
}

// The same small ward as in the proof.
#[cfg(test)]
#[path = "../tests/proof/support/priced.rs"]
mod priced;

#[cfg(test)]
mod tests {
    use super::priced::priced;
    use super::*;
    use crate::watch::Quiet;

    #[test]
    fn beside_a_plan_that_is_not_proven_only_lines_that_the_course_opens_leave_the_nurses() {
        let ward = priced(100.0, 100.0);
        let goals = vec![(Goal::Cost, 0.05), (Goal::Overqualified, 0.0)];
        let request = Request { goals, beside: false, ..Request::for_ward(&ward) };
        let free = Problem::new(&ward, &Scenario::of(&request));
        let (clock, nurses) = (Clock::start(&Quiet), nurses(&ward));
        let solver = Solver { ward: &ward, request: &request, clock, floor: None, nurses };
        let taken = BTreeSet::new();
        let mut last = solver.least(&free, &taken, None, request.time_limit.mul_f64(BASE));
        last.reached.proven = false;
        let told = last.told.clone().expect("a plan without courses");
        let cost = free.cost(&told.heads, &told.chosen);
        let all: BTreeSet<Pair> = ward.lines.iter().flat_map(|line| line.training.iter().copied()).collect();
        let mut most: f64 = 0.0;
        for pair in all {
            let one = BTreeSet::from([pair]);
            let solved = solver.with_one_more(&free, &taken, pair, &last, 1);
            assert!(solved.beside && solved.reached.year_cost <= last.reached.year_cost);
            let hours = solved.reached.frees(&last.reached).expect("both have a plan");
            assert!(hours >= 0.0, "{hours}");
            let after = solved.told.expect("the plan before at least");
            assert!(holds(&free, &after));
            let of_pair = free.trainings.iter().filter(|t| (t.group, CourseId(t.course)) == pair);
            let course: f64 = of_pair.map(|t| t.year_kr).sum();
            assert!(free.cost(&after.heads, &after.chosen) <= (cost + course) * (1.0 + 1e-9));
            for (placement, (before, now)) in free.placements.iter().zip(told.chosen.iter().zip(&after.chosen)) {
                let may = |courses| allowed(&ward, placement, placement.options[*now].group, courses);
                assert!(before == now || (may(&one) && !may(&taken)));
            }
            most = hours.max(most);
        }
        assert!(most > 0.0, "none of the courses lets work leave the nurses");
    }
}
