//! How sure a plan is: many simulated weeks, what drives them, and the staffing that keeps red under a share.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use fordel_core::check;
use fordel_core::plan::{Broken, Heads, Plan};
use fordel_core::rule::Rule;
use fordel_core::simulation::frame::Frame;
use fordel_core::simulation::reinforce::{self, Redness, Step};
use fordel_core::simulation::sources::{Change, Driven};
use fordel_core::simulation::tally::Tally;
use fordel_core::simulation::variation::Still;
use fordel_core::simulation::{batches, some_days, weeks};
use fordel_core::time::Day;
use fordel_core::ward::Ward;

use crate::failure::Failure;
use crate::shortage::ward_and_plan;

/// Weeks when nothing else is asked for.
pub const WEEKS: u32 = 10_000;
/// More weeks than anybody needs.
pub const MOST_WEEKS: u32 = 1_000_000;
/// The seed when nothing else is asked for.
pub const SEED: u64 = 1;
/// Most weeks by which each change of a source is weighed.
const WEIGHED: u32 = 1_000;
/// Most weeks by which each head that could be added is weighed.
const WEIGHED_STEP: u32 = 200;
/// Steps after which no more heads are added.
const MOST_STEPS: usize = 60;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weeks {
    /// How many.
    pub weeks: u32,
    /// Where chance begins.
    pub seed: u64,
    /// Keep each cell's red share under this.
    pub red_under: Option<f64>,
}

impl Default for Weeks {
    fn default() -> Self {
        Weeks { weeks: WEEKS, seed: SEED, red_under: None }
    }
}

/// Simulated weeks of a plan.
#[derive(Clone, Debug)]
pub struct Simulated {
    /// What was asked.
    pub asked: Weeks,
    /// The plan's week in numbers, with its ward.
    pub frame: Frame,
    /// What the plan costs a year.
    pub year_kr: f64,
    /// Minutes of work in the plan's week, bound work left out.
    pub planned_minutes: f64,
    /// What the weeks add up to.
    pub tally: Tally,
    /// The same with fewer weeks, with which the sources are compared.
    pub base: Driven,
    /// What each source drives.
    pub driven: Vec<Driven>,
    /// The staffing that keeps red under the share.
    pub reinforced: Option<Reinforced>,
}

/// Heads added so that red is kept under a share.
#[derive(Clone, Debug)]
pub struct Reinforced {
    /// The share.
    pub under: f64,
    /// How red the plan itself is.
    pub before: Redness,
    /// Each step with how red the week is after it.
    pub steps: Vec<(Step, Redness)>,
    /// Whether each cell came under the share, with confidence.
    pub reached: bool,
    /// What the added heads cost a year.
    pub year_kr: f64,
    /// The heads, as a plan tells them.
    pub staffing: Vec<Heads>,
    /// Rules of the ward that the heads break though the plan kept them: positions, people, weekends, the budget.
    pub broken: Vec<Broken>,
}

/// Simulates weeks of the plan in a file.
///
/// # Errors
/// Files that can't be read, or a plan that isn't this ward's.
pub fn simulate(workbook: &Path, plan: &Path, asked: Weeks) -> Result<Simulated, Failure> {
    let (ward, plan) = ward_and_plan(workbook, plan)?;
    Ok(simulated(&ward, &plan, asked))
}

/// Simulates weeks of a plan that holds for its ward and tells its workload: the way in for pages.
pub fn simulated(ward: &Ward, plan: &Plan, asked: Weeks) -> Simulated {
    let frame = Frame::new(ward, plan);
    let tally = lived(&frame, asked.seed, &Still::default(), asked.weeks);
    let few = (asked.weeks / 4).clamp(1, WEIGHED);
    // What nothing is held in, as a change that changes nothing.
    let none = Change::Absence(fordel_core::ward::GroupId(0), 1.0);
    let driven = |change: Change| Driven::of(change, &lived(&frame, asked.seed, &change.still(), few));
    Simulated {
        asked,
        year_kr: check::measure(ward, &plan.placements, &plan.staffing).year_cost,
        planned_minutes: planned_minutes(&frame),
        base: driven(none),
        driven: Change::all(&frame).into_iter().map(driven).collect(),
        reinforced: asked.red_under.and_then(|under| reinforced(ward, plan, &frame, &tally, under, asked)),
        frame,
        tally,
    }
}

fn planned_minutes(frame: &Frame) -> f64 {
    let people = |line: usize| f64::from(frame.ward.lines[line].people);
    frame.works.iter().map(|w| w.times * w.minutes * people(w.line.0)).sum()
}

/// Lives weeks on as many threads as there are, at most four; the answer is the same on any number.
fn lived(frame: &Frame, seed: u64, still: &Still, count: u32) -> Tally {
    let batches: Vec<_> = batches(count).collect();
    let tallies = at_once(&batches, |batch| weeks(frame, seed, still, batch.clone()));
    let mut all = Tally::new(frame);
    tallies.iter().for_each(|tally| all.add(tally));
    all
}

/// The answer for each, in their order, worked out on several threads.
fn at_once<T: Sync, A: Send>(all: &[T], answer: impl Fn(&T) -> A + Sync) -> Vec<A> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).clamp(1, 4).min(all.len().max(1));
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, A)>> = Mutex::new(Vec::new());
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(one) = all.get(at) else { return };
            let answered = answer(one);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((at, answered));
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, answered)| answered).collect()
}

/// Adds heads until each cell is red in less than the share of weeks, or no head helps.
fn reinforced(ward: &Ward, plan: &Plan, frame: &Frame, tally: &Tally, under: f64, asked: Weeks) -> Option<Reinforced> {
    let still = Still::default();
    let before = Redness::of(frame, tally)?;
    // Fewer weeks lead the way; all of them have the last word.
    let few = asked.weeks.min(WEIGHED);
    let (mut at, mut now) = (frame.clone(), tally.clone());
    let mut steps = Vec::new();
    while !(reinforce::is_under(&at, &now, under)
        && (now.weeks == u64::from(asked.weeks) || {
            now = lived(&at, asked.seed, &still, asked.weeks);
            reinforce::is_under(&at, &now, under)
        }))
        && steps.len() < MOST_STEPS
    {
        let weighed = 0..asked.weeks.min(WEIGHED_STEP);
        let here = lived(&at, asked.seed, &still, weighed.end);
        let candidates = reinforce::steps(&at, &now, under);
        // What a step brings down on the days that it touches, for its price.
        let gains = at_once(&candidates, |step| {
            let days = reinforce::touched(&at, step);
            let there = reinforce::taken(&at, step);
            let then = some_days(&there, asked.seed, &still, weighed.clone(), days);
            let gain = reinforce::excess(&at, &here, under, days) - reinforce::excess(&there, &then, under, days);
            gain / step.year_kr.max(1.0)
        });
        let best = gains.into_iter().zip(candidates).filter(|(gain, _)| *gain > 0.0);
        let Some((_, step)) = best.max_by(|a, b| a.0.total_cmp(&b.0)) else { break };
        at = reinforce::taken(&at, &step);
        now = lived(&at, asked.seed, &still, few);
        steps.push((step, Redness::of(&at, &now)?));
    }
    let staffing = staffing(&at);
    let with = Plan { staffing: staffing.clone(), ..plan.clone() };
    let rules = [Rule::Positions, Rule::People, Rule::Weekends, Rule::Alike, Rule::Budget, Rule::ShiftMax];
    Some(Reinforced {
        under,
        before,
        reached: reinforce::is_under(&at, &now, under),
        year_kr: steps.iter().map(|(step, _)| step.year_kr).sum(),
        steps,
        staffing,
        broken: check::check_rules(ward, &with, &rules),
    })
}

/// Heads as a plan tells them, zeros left out.
fn staffing(frame: &Frame) -> Vec<Heads> {
    let mut staffing = Vec::new();
    for (shift, heads) in frame.ward.shifts.iter().zip(&frame.heads) {
        let on = Day::all().filter(|d| heads[usize::from(d.0)] > 0);
        staffing.extend(on.map(|day| Heads {
            group: frame.ward.group(shift.group).code.clone(),
            shift: shift.name.clone(),
            day: day.number(),
            heads: heads[usize::from(day.0)],
        }));
    }
    staffing
}
