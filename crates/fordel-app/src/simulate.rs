//! How sure a plan is: many simulated weeks, what drives them, and the staffing that keeps red under a share.

use std::ops::Range;
use std::path::Path;

use fordel_core::check;
use fordel_core::plan::{Broken, Heads, Plan};
use fordel_core::rule::Rule;
use fordel_core::simulation::frame::Frame;
use fordel_core::simulation::guide::{Guide, most, reds};
use fordel_core::simulation::reinforce::{self, Redness, Step};
use fordel_core::simulation::sources::{Change, Driven};
use fordel_core::simulation::tally::Tally;
use fordel_core::simulation::variation::Still;
use fordel_core::simulation::{batches, changed_weeks, red_weeks, weeks};
use fordel_core::time::Day;
use fordel_core::ward::Ward;

use crate::at_once::at_once;
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
/// Most weeks that lead the way to a staffing.
const GUIDING: u32 = 2_000;
/// Steps after which no more heads are added.
const MOST_STEPS: usize = 80;
/// How much further down the way leads each time all weeks don't agree that it has come down far enough, and how often.
const FURTHER: f64 = 0.9;
const MOST_TURNS: usize = 8;
/// Batches that are lived before it is asked whether a head can be left out.
const TRIED: usize = 8;

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
    /// What the weeks add up to with the heads added.
    pub tally: Tally,
    /// How red it is then.
    pub after: Redness,
    /// How red that is in as many weeks that the way wasn't found by.
    pub fresh: Redness,
    /// The seed of those.
    pub fresh_seed: u64,
    /// Heads added.
    pub steps: Vec<Step>,
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
    let (tally, base, driven) = driven(&frame, asked);
    Simulated {
        asked,
        year_kr: check::measure(ward, &plan.placements, &plan.staffing).year_cost,
        planned_minutes: planned_minutes(&frame),
        base,
        driven,
        reinforced: asked.red_under.and_then(|under| reinforced(ward, plan, &frame, &tally, under, asked)),
        frame,
        tally,
    }
}

impl Simulated {
    /// The staffing that keeps red under the share; none where none was asked for, or where no head is added.
    pub fn found(&self) -> Option<&Reinforced> {
        self.reinforced.as_ref().filter(|found| !found.steps.is_empty())
    }
}

/// All weeks, and what each change makes of the first of them.
fn driven(frame: &Frame, asked: Weeks) -> (Tally, Driven, Vec<Driven>) {
    let few = (asked.weeks / 4).clamp(1, WEIGHED).min(asked.weeks);
    let changes = Change::all(frame);
    let stills: Vec<Still> = changes.iter().map(Change::still).collect();
    // What is changed takes longest, and so comes first.
    let jobs: Vec<_> = batches(0..few).chain(batches(few..asked.weeks)).collect();
    let lived = at_once(&jobs, |batch| {
        let changes = if batch.start < few { stills.as_slice() } else { &[] };
        changed_weeks(frame, asked.seed, changes, batch.clone())
    });
    let mut all = Tally::new(frame);
    let mut base = Tally::new(frame);
    let mut changed = vec![Tally::new(frame); changes.len()];
    for (batch, (tally, own)) in jobs.iter().zip(&lived) {
        all.add(tally);
        if batch.start < few {
            base.add(tally);
            changed.iter_mut().zip(own).for_each(|(all, own)| all.add(own));
        }
    }
    // What nothing is held in, as a change that changes nothing.
    let none = Change::Absence(fordel_core::ward::GroupId(0), 1.0);
    let driven = changes.into_iter().zip(&changed).map(|(change, tally)| Driven::of(change, tally));
    (all, Driven::of(none, &base), driven.collect())
}

fn planned_minutes(frame: &Frame) -> f64 {
    let people = |line: usize| f64::from(frame.ward.lines[line].people);
    frame.works.iter().map(|w| w.times * w.minutes * people(w.line.0)).sum()
}

/// Lives weeks on as many threads as there are, at most four; the answer is the same on any number.
fn lived(frame: &Frame, seed: u64, count: u32) -> Tally {
    added(frame, count, |batch| weeks(frame, seed, &Still::default(), batch))
}

/// The same of red alone, and the help for it.
fn lived_red(frame: &Frame, seed: u64, count: u32) -> Tally {
    added(frame, count, |batch| red_weeks(frame, seed, batch))
}

fn added(frame: &Frame, count: u32, live: impl Fn(Range<u32>) -> Tally + Sync) -> Tally {
    let batches: Vec<_> = batches(0..count).collect();
    let mut all = Tally::new(frame);
    at_once(&batches, |batch| live(batch.clone())).iter().for_each(|tally| all.add(tally));
    all
}

/// Adds heads until each cell is red in less than the share of weeks, or no head helps; takes away each that isn't needed; and
/// looks at it in weeks that it wasn't found by.
fn reinforced(ward: &Ward, plan: &Plan, frame: &Frame, tally: &Tally, under: f64, asked: Weeks) -> Option<Reinforced> {
    let before = Redness::of(frame, tally)?;
    let is_under = |frame: &Frame, tally: &Tally| reinforce::is_under(frame, tally, under);
    let mut guide = None;
    let mut aim = under;
    let mut is_there = is_under(frame, tally);
    for _ in 0..MOST_TURNS {
        if is_there {
            break;
        }
        let guide = guide.get_or_insert_with(|| Guide::new(frame, asked.seed, asked.weeks.min(GUIDING)));
        let came = led(guide, aim);
        is_there = is_under(frame, &lived_red(&guide.frame, asked.seed, asked.weeks));
        if !came {
            break;
        }
        aim *= FURTHER;
    }
    let mut now = guide.is_none().then(|| tally.clone());
    let (mut at, mut steps) = guide.map_or_else(|| (frame.clone(), Vec::new()), |guide| (guide.frame, guide.steps));
    if is_there && let Some((fewer, left)) = spared(&at, &steps, under, asked) {
        // It was red alone that said so.
        let without = lived(&fewer, asked.seed, asked.weeks);
        if is_under(&fewer, &without) {
            (at, steps, now) = (fewer, left, Some(without));
        }
    }
    let now = now.unwrap_or_else(|| lived(&at, asked.seed, asked.weeks));
    let fresh_seed = asked.seed.wrapping_add(1);
    let fresh = lived_red(&at, fresh_seed, asked.weeks);
    let staffing = staffing(&at);
    let with = Plan { staffing: staffing.clone(), ..plan.clone() };
    let rules = [Rule::Positions, Rule::People, Rule::Weekends, Rule::Alike, Rule::Budget, Rule::ShiftMax];
    Some(Reinforced {
        under,
        before,
        after: Redness::of(&at, &now)?,
        fresh: Redness::of(&at, &fresh)?,
        fresh_seed,
        reached: is_under(&at, &now),
        year_kr: steps.iter().map(|step| step.year_kr).sum(),
        tally: now,
        steps,
        staffing,
        broken: check::check_rules(ward, &with, &rules),
    })
}

/// Leads the way down to a share; whether it came there.
fn led(guide: &mut Guide, under: f64) -> bool {
    loop {
        let too_red = guide.too_red(under);
        if too_red.is_empty() {
            return true;
        }
        if guide.steps.len() >= MOST_STEPS {
            return false;
        }
        let candidates = reinforce::steps(&guide.frame, &too_red);
        let gains = at_once(&candidates, |step| guide.gain(step, under));
        let best = gains.into_iter().zip(candidates).filter(|(gain, _)| *gain > 0.0);
        let Some((_, step)) = best.max_by(|a, b| a.0.total_cmp(&b.0)) else { return false };
        guide.take(step);
    }
}

/// The heads and the steps that are left when each step in turn, the dearest first, is taken back where every cell is under
/// the share in all weeks without it; nothing where all of them are needed. One pass is enough: with fewer heads no other
/// becomes less needed.
fn spared(frame: &Frame, steps: &[Step], under: f64, asked: Weeks) -> Option<(Frame, Vec<Step>)> {
    let mut order: Vec<usize> = (0..steps.len()).collect();
    order.sort_by(|a, b| steps[*b].year_kr.total_cmp(&steps[*a].year_kr));
    let mut left = frame.clone();
    let mut is_needed = vec![true; steps.len()];
    for at in order {
        reinforce::change(&mut left, &steps[at], -1);
        is_needed[at] = !stays_under(&left, &steps[at], under, asked);
        if is_needed[at] {
            reinforce::change(&mut left, &steps[at], 1);
        }
    }
    let kept = steps.iter().zip(&is_needed).filter(|(_, needed)| **needed).map(|(step, _)| step.clone());
    is_needed.contains(&false).then(|| (left, kept.collect()))
}

/// Whether every cell is under the share with these heads, from which a step was taken back; it ends where one can't be.
fn stays_under(frame: &Frame, without: &Step, under: f64, asked: Weeks) -> bool {
    let days = reinforce::touched(frame, without);
    let most = most(asked.weeks, under);
    let mut red: Vec<u32> = Vec::new();
    let batches: Vec<_> = batches(0..asked.weeks).collect();
    batches.chunks(TRIED).all(|some| {
        for counts in at_once(some, |batch| reds(frame, asked.seed, days, batch.clone())) {
            red.resize(counts.iter().map(Vec::len).sum(), 0);
            red.iter_mut().zip(counts.iter().flatten()).for_each(|(sum, more)| *sum += more);
        }
        red.iter().all(|count| *count <= most)
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

#[cfg(test)]
mod tests {
    use super::*;
    use fordel_core::ward::{Alike, Goal};
    use fordel_engine::{Quiet, Request};

    /// A ward with the cheapest plan for it. More heads come day by day.
    fn case() -> (Ward, Plan) {
        let workbook = concat!(env!("CARGO_MANIFEST_DIR"), "/../fordel-sheets/tests/data/liten.xlsx");
        let mut ward = crate::files::read_ward(Path::new(workbook)).expect("the ward can be read").ward;
        let request = Request { goals: vec![(Goal::Cost, 0.0)], beside: false, ..Request::for_ward(&ward) };
        let plan = fordel_engine::plan(&ward, &request, &Quiet);
        ward.settings.alike = Alike::No;
        let workload = check::measure(&ward, &plan.placements, &plan.staffing).workload;
        (ward, Plan { workload, ..plan })
    }

    #[test]
    fn no_head_that_keeps_red_under_a_share_can_be_left_out() {
        let (ward, plan) = case();
        let mut tried = 0;
        for under in [0.15, 0.08] {
            let asked = Weeks { weeks: 500, red_under: Some(under), ..Weeks::default() };
            let found = simulated(&ward, &plan, asked).reinforced.expect("a share was asked for");
            assert!(found.reached, "{under}");
            let with = Frame::new(&ward, &Plan { staffing: found.staffing.clone(), ..plan.clone() });
            for step in &found.steps {
                assert_eq!(step.days.len(), 1, "one head on one day");
                let mut without = with.clone();
                reinforce::change(&mut without, step, -1);
                let tally = lived(&without, asked.seed, asked.weeks);
                assert!(!reinforce::is_under(&without, &tally, under), "{under}: {step:?}");
                tried += 1;
            }
        }
        assert!(tried > 0, "no share took a head");
    }

    /// Heads that nobody needs are taken back, the others kept.
    #[test]
    fn heads_that_are_not_needed_are_taken_back() {
        let (ward, plan) = case();
        let frame = Frame::new(&ward, &plan);
        let asked = Weeks { weeks: 300, ..Weeks::default() };
        let mut more = frame.clone();
        let all: Vec<_> = ward.intervals.cells().collect();
        let steps = reinforce::steps(&frame, &all);
        steps.iter().for_each(|step| reinforce::change(&mut more, step, 1));
        let (left, kept) = spared(&more, &steps, 1.0, asked).expect("none is needed");
        assert_eq!((&left.heads, kept.len()), (&frame.heads, 0));
    }
}
