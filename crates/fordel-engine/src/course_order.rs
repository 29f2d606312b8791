//! In which order a plan's courses are best taken: which one next sets most free for a krone, from real solves.

use std::collections::{BTreeMap, BTreeSet};

use fordel_core::measure::course_order::{Because, CourseOrder, CourseStep, FirstCourse, Reached};
use fordel_core::measure::{distribution, nurses};
use fordel_core::plan::{Plan, Training};
use fordel_core::ward::{CourseId, Goal, GroupId, Ward};

use crate::Request;
use crate::effort::Clock;
use crate::elsewhere;
use crate::mip::Decision;
use crate::money;
use crate::problem::{Placement, Problem, Scenario};
use crate::search::{Wanted, holds, search};
use crate::watch::{Phase, Watch};

/// A course of a group.
type Pair = (GroupId, CourseId);

/// Takes the plan's courses one by one: of those left, the one with which the best plan sets most nurse hours free for a krone
/// spent on it; where none sets any free, the one that saves most. Each figure is from a plan solved with the courses so far and no
/// others, under the request's limits; all of them together keep to its time. Courses that today's work takes, those that nobody
/// lacks, and those without which a line could stand nowhere, are there from the start.
///
/// Every course is tried first. Later, one that was worth less than the best of them when fewer courses were taken is not tried again
/// as long as the best stays above it (the lazy greedy of Minoux, 1978): courses that only help each other may come later than they
/// could.
///
/// The plan may have been made when other certificates held than those of the ward; what it says is proven is taken to be proven for
/// the ward, so that such a plan has to be handed in without its bound.
///
/// Courses that follow each other share a rank where what isn't proven of their plans may make up for the difference between
/// them: kroner that a better plan might save, as nurse hours for that money.
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
    // One plan before them, one with each, and about two more for each that is taken.
    let plans = 1 + 3 * open.len();
    let floor = plan.bound.filter(|_| plan.goals.first().is_some_and(|first| first.goal == Goal::Cost));
    let mut solver = Solver { ward, request, clock, plans, solved: 0, floor, nurses: nurses(ward) };
    let mut taken = had;
    let mut last = solver.least(&free, &taken, elsewhere::read(ward, &free, plan, None).as_ref());
    let mut before = last.reached;
    let hour = solver.nurses.iter().map(|nurse| ward.group(*nurse).hourly_kr).fold(f64::INFINITY, f64::min);
    let mut steps: Vec<CourseStep> = Vec::new();
    // Those that can't be told from any of the last rank.
    let (mut rank, mut alike) = (0, BTreeSet::new());
    // What each was worth when it was tried last, and after how many steps that was.
    let mut known: BTreeMap<Pair, (Worth, usize, Solved)> = BTreeMap::new();
    while !open.is_empty() {
        let taken_so_far = steps.len();
        let mut tried = |pair: Pair, last: &Solved| {
            let mut with = taken.clone();
            with.insert(pair);
            let solved = solver.least(&free, &with, last.decision.as_ref());
            let worth = Worth::of(last, &solved, outlay(ward, pair), hour);
            (worth, taken_so_far, solved)
        };
        for pair in open.iter().filter(|_| taken_so_far == 0) {
            known.insert(*pair, tried(*pair, &last));
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
            known.insert(best, tried(best, &last));
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
    /// How far off these may be: hours for what isn't proven of both plans' kroner.
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
        let unproven = less.unproven().zip(more.unproven()).map_or(f64::INFINITY, |(before, after)| before + after);
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

/// A plan with some courses.
struct Solved {
    /// In the options of the problem with all courses.
    decision: Option<Decision>,
    /// Whether it is proven that there is none.
    infeasible: bool,
    reached: Reached,
}

struct Solver<'a> {
    ward: &'a Ward,
    request: &'a Request,
    clock: Clock<'a>,
    plans: usize,
    solved: usize,
    /// What is proven of every plan of the ward: fewer courses cost no less.
    floor: Option<f64>,
    nurses: Vec<GroupId>,
}

impl Solver<'_> {
    /// The best plan with these courses and no others, from a start that may not be one.
    fn least(&mut self, free: &Problem, courses: &BTreeSet<Pair>, start: Option<&Decision>) -> Solved {
        self.solved += 1;
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
            until: self.request.time_limit.mul_f64((self.solved as f64 / self.plans as f64).min(1.0)),
            steps: None,
            start: start.as_ref(),
            phase: Some(Phase::CourseOrder),
        };
        let found = search(&problem, &wanted, &self.clock);
        let cheapest = found.goals.first().filter(|first| first.goal == Goal::Cost);
        let (best, bound) = (cheapest.map(|first| first.best), cheapest.map(|first| first.bound));
        let infeasible = found.infeasible;
        let Some(decision) = found.decision else {
            return Solved { decision: None, infeasible, reached: Reached::default() };
        };
        let best = best.unwrap_or_else(|| problem.cost(&decision.heads, &decision.chosen));
        let bound = bound.map(|bound| bound.max(self.floor.unwrap_or(bound)).min(best));
        let on_nurses = problem.placements.iter().zip(&decision.chosen).map(|(placement, option)| {
            let choice = &placement.options[*option];
            if self.nurses.contains(&choice.group) { choice.minutes } else { 0.0 }
        });
        Solved {
            infeasible,
            reached: Reached { year_cost: Some(best), bound, nurse_hours: Some(on_nurses.sum::<f64>() / 60.0) },
            decision: carried_over(&problem, found.first.as_ref().unwrap_or(&decision), free),
        }
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
