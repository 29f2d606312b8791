//! In which order a proposal's courses are best taken: solved beside the pages when somebody asks, followed, stopped, and kept while
//! the proposal stays as it is. Certificates are those that the unit's sheets have when it is asked for; all else is as when the
//! proposal was made, since that is what its plan was made for.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use fordel_core::measure::course_order::{CourseOrder, CourseStep, FirstCourse, Freed, Reached};
use fordel_core::plan::Plan;
use fordel_core::ward::Certificate;
use fordel_engine::{Progress, Request, Watch};
use fordel_store::Failure;
use fordel_text::Texts;

use super::aside::aside;
use super::export::{List, ListCell};
use super::proposals::{OpenedProposal, request};
use super::solved::{About, Question};
use super::{Contributes, Failed, Reads};

/// Seconds that an order may be searched for.
pub const ORDER_SECONDS: std::ops::RangeInclusive<u32> = 5..=600;

/// Orders in the making.
#[derive(Default)]
pub(super) struct CoursePlans(Mutex<BTreeMap<Question, Arc<Making>>>);

/// One in the making.
struct Making {
    limit: u32,
    cancelled: AtomicBool,
    /// Tenths of seconds so far.
    so_far: Mutex<f64>,
}

/// An order that was solved.
#[derive(Debug)]
pub struct OrderTold {
    /// The order.
    pub order: CourseOrder,
    /// The certificates that it counts.
    certificates: Vec<Certificate>,
}

/// How far an order has come.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OrderProgress {
    /// Seconds so far.
    pub seconds: f64,
    /// Seconds at most.
    pub limit: u32,
}

impl Watch for Making {
    fn progress(&self, progress: &Progress) {
        *self.so_far.lock().unwrap_or_else(PoisonError::into_inner) = progress.seconds;
    }

    fn cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

impl CoursePlans {
    fn get(&self, question: &Question) -> Option<Arc<Making>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(question).cloned()
    }

    /// One more in the making; none where it is already.
    fn begin(&self, question: Question, limit: u32) -> Option<Arc<Making>> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.contains_key(&question) {
            return None;
        }
        let making = Making { limit, cancelled: AtomicBool::new(false), so_far: Mutex::default() };
        let making = Arc::new(making);
        all.insert(question, Arc::clone(&making));
        Some(making)
    }
}

/// Takes an order out of those in the making, also where making it failed.
struct Place<'s>(&'s CoursePlans, Question);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.1);
    }
}

impl Reads<'_> {
    /// The order, if somebody has asked since the proposal was last changed.
    pub fn course_order_told(&self, proposal: &OpenedProposal) -> Option<Arc<OrderTold>> {
        self.service.solved.told(&About::Courses.of(proposal))
    }

    /// Whether the sheets have other certificates now than those that an order of the proposal counts.
    ///
    /// # Errors
    /// The database.
    pub fn has_other_certificates(&self, proposal: &OpenedProposal, told: &OrderTold) -> Result<bool, Failed> {
        Ok(self.with_certificates_now(proposal)?.certificates != told.certificates)
    }

    /// How far the order has come that is being made; none where none is.
    pub fn course_order_progress(&self, proposal: &OpenedProposal) -> Option<OrderProgress> {
        let making = self.service.course_plans.get(&About::Courses.of(proposal))?;
        let seconds = *making.so_far.lock().unwrap_or_else(PoisonError::into_inner);
        Some(OrderProgress { seconds, limit: making.limit })
    }
}

impl Contributes<'_> {
    /// Orders the proposal's courses, within so many seconds; answers when it is done or stopped. Where it is being made already,
    /// nothing is done; where one is known, it stays until the new one is there.
    ///
    /// # Errors
    /// No plan; a time that can't be asked for; too many who wait.
    pub fn order_courses(&self, proposal: &OpenedProposal, seconds: u32) -> Result<(), Failed> {
        if !ORDER_SECONDS.contains(&seconds) {
            return Err(Failed::Invalid(vec![("sekunder", "courses-seconds-wrong")]));
        }
        let plan = proposal.placed().ok_or(Failed::NotFound)?;
        let ward = self.with_certificates_now(proposal)?;
        // What is proven of the plan is proven with the certificates that it was made with.
        let bound = plan.bound.filter(|_| ward.certificates == proposal.ward.certificates);
        let plan = Plan { bound, ..plan.clone() };
        let question = About::Courses.of(proposal);
        let is_known = self.service.solved.told::<OrderTold>(&question).is_some();
        let Some(making) = self.service.course_plans.begin(question.clone(), seconds) else { return Ok(()) };
        let _place = Place(&self.service.course_plans, question.clone());
        let asked = Request { time_limit: Duration::from_secs(seconds.into()), beside: false, ..request(proposal)? };
        let solve = || {
            let order = fordel_engine::course_order(&ward, &asked, &plan, &*making);
            // What was stopped on its way says nothing of the courses that weren't tried.
            let certificates = ward.certificates.clone();
            if making.cancelled() { Err(Failed::Store(Failure::Stale)) } else { Ok(OrderTold { order, certificates }) }
        };
        let made = if is_known {
            aside(solve).map(|told| self.service.solved.put(question, told))
        } else {
            self.service.solved(question, solve).map(drop)
        };
        match made {
            Err(Failed::Store(Failure::Stale)) => Ok(()),
            other => other,
        }
    }

    /// Stops the order that is being made; nothing of it is kept.
    pub fn stop_ordering(&self, proposal: &OpenedProposal) {
        if let Some(making) = self.service.course_plans.get(&About::Courses.of(proposal)) {
            making.cancelled.store(true, Ordering::Relaxed);
        }
    }
}

/// The order as a list; with months where so many hours a month can be taken out of the work.
pub fn course_order_list(order: &CourseOrder, hours_a_month: Option<f64>, texts: &Texts) -> List {
    let months = hours_a_month.and_then(|hours| order.months(hours));
    let frees = if order.is_proven() { "frees" } else { "frees-least" };
    let mut keys = vec!["number", "course", "group", "people", "hours", "outlay", frees, "saves-low", "saves-high"];
    if months.is_some() {
        keys.extend(["first-month", "last-month"]);
    }
    let number =
        |value: Option<f64>, decimals: u8| value.map_or(ListCell::Empty, |value| ListCell::Number(value, decimals));
    let first = |course: &FirstCourse| -> Vec<ListCell> {
        vec![
            texts.get(&format!("courses-because-{}", course.because.name())).into(),
            course.course.as_str().into(),
            course.group.as_str().into(),
            ListCell::Number(course.people.into(), 0),
            ListCell::Number(course.hours, 1),
            ListCell::Number(course.outlay_kr, 0),
            ListCell::Empty,
            ListCell::Empty,
            ListCell::Empty,
        ]
    };
    let step = |(before, step): (&Reached, &CourseStep)| {
        let saves = step.reached.saves(before);
        let frees = step.reached.freed(before).and_then(Freed::hours);
        vec![
            ListCell::Number(step.rank.into(), 0),
            step.course.as_str().into(),
            step.group.as_str().into(),
            ListCell::Number(step.people.into(), 0),
            ListCell::Number(step.hours, 1),
            ListCell::Number(step.outlay_kr, 0),
            number(frees, 1),
            number(saves.map(|(low, _)| low), 0),
            number(saves.map(|(_, high)| high), 0),
        ]
    };
    let with_months = |(at, mut cells): (usize, Vec<ListCell>)| {
        if let Some((first, last)) = months.as_ref().and_then(|months| months.get(at)) {
            cells.extend([ListCell::Number((*first).into(), 0), ListCell::Number((*last).into(), 0)]);
        }
        cells
    };
    let columns = keys.iter().map(|key| texts.get(&format!("courses-list-{key}"))).collect();
    let rows = order.first.iter().map(first).chain(order.steps_from().map(step)).enumerate().map(with_months).collect();
    List { name: texts.get("courses-title"), columns, rows }
}
