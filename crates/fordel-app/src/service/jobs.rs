//! Plans in the making: a few workers take what waits, the organisation that has waited longest first, and tell how far
//! they have come. A person may leave meanwhile, come back, or stop one and keep the best it has.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use fordel_core::plan::{Ended, Plan, Status};
use fordel_core::ward::Ward;
use fordel_engine::{Phase, Progress, Watch};
use fordel_store::{Author, Ending, Proposal, ProposalId, ProposalState};
use fordel_text::{Lang, Texts};

use super::aside::give_way;
use super::asked::Asked;
use super::hub::{Event, Progressed};
use super::no_plan::OUT_OF_TIME;
use super::{Failed, Service};

/// Milliseconds between two reports where the best value stays the same.
const PULSE: i64 = 450;
/// How long a worker sleeps when nothing waits and nobody wakes it.
const NAP: Duration = Duration::from_secs(2);

/// What the workers share.
#[derive(Default)]
pub struct Jobs {
    running: Mutex<BTreeMap<ProposalId, Arc<Running>>>,
    bell: Condvar,
    waiting: Mutex<()>,
    over: AtomicBool,
}

/// A plan in the making.
#[derive(Default)]
struct Running {
    cancelled: AtomicBool,
    last: Mutex<Option<Progressed>>,
}

impl Jobs {
    /// Wakes a worker: a plan waits to be made, or counts to be kept.
    pub fn ring(&self) {
        self.bell.notify_all();
    }

    /// Stops one that is being made; true if it is.
    pub fn cancel(&self, proposal: ProposalId) -> bool {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        running.get(&proposal).is_some_and(|one| {
            one.cancelled.store(true, Ordering::Relaxed);
            true
        })
    }

    /// How far one has come.
    pub fn progress(&self, proposal: ProposalId) -> Option<Progressed> {
        let running = self.running.lock().unwrap_or_else(PoisonError::into_inner);
        running.get(&proposal)?.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Service {
    /// Starts so many workers, which give way to the threads that answer pages.
    pub fn start_workers(self: &Arc<Self>, workers: usize) -> Vec<JoinHandle<()>> {
        (0..workers.max(1))
            .map(|_| {
                let service = Arc::clone(self);
                std::thread::spawn(move || {
                    give_way();
                    service.work();
                })
            })
            .collect()
    }

    /// Stops the workers; what they were making waits until the next start.
    pub fn stop_workers(&self, workers: Vec<JoinHandle<()>>) {
        self.jobs.over.store(true, Ordering::Relaxed);
        self.jobs.ring();
        for worker in workers {
            // A worker that panicked has told so itself.
            let _ = worker.join();
        }
        self.keep_counts();
    }

    fn work(&self) {
        while !self.jobs.over.load(Ordering::Relaxed) {
            self.keep_counts();
            self.erase_look_ups();
            let claimed = self.write(program(), |w| w.claim_proposal());
            match claimed {
                Ok(Some(proposal)) => self.make(&proposal),
                Ok(None) | Err(_) => {
                    let waiting = self.jobs.waiting.lock().unwrap_or_else(PoisonError::into_inner);
                    drop(self.jobs.bell.wait_timeout(waiting, NAP));
                }
            }
        }
    }

    /// Makes one plan and keeps it, or says why there is none.
    fn make(&self, proposal: &Proposal) {
        let running = Arc::new(Running::default());
        let entry = (proposal.head.id, Arc::clone(&running));
        self.jobs.running.lock().unwrap_or_else(PoisonError::into_inner).extend([entry]);
        let follower = Follower { service: self, proposal, running: &running };
        let made = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| self.solve(proposal, &follower)));
        self.jobs.running.lock().unwrap_or_else(PoisonError::into_inner).remove(&proposal.head.id);
        if self.jobs.over.load(Ordering::Relaxed) && running.cancelled.load(Ordering::Relaxed) {
            return;
        }
        let text = |plan: &Plan| String::from_utf8_lossy(&crate::plan_json::write(plan)).into_owned();
        let (plan, failure) = match made {
            Ok(Ok(plan)) => (Some(plan), String::new()),
            Ok(Err(failed)) => (None, format!("{failed:?}")),
            Err(_) => (None, "panic".to_owned()),
        };
        let written = plan.as_ref().map(text);
        let cancelled = plan.as_ref().is_some_and(|plan| plan.ended == Ended::Cancelled);
        let useful = plan.as_ref().is_some_and(|plan| plan.status != Status::Unknown);
        let ending = match &written {
            Some(_) if cancelled && !useful => Ending::Cancelled(None),
            Some(text) if cancelled => Ending::Cancelled(Some(text)),
            Some(text) => Ending::Done(text),
            None => Ending::Failed(&failure),
        };
        let state = self.write(program(), |w| w.finish_proposal(proposal.head.id, ending));
        let event = Progressed {
            number: proposal.head.number,
            state: state.unwrap_or(ProposalState::Failed).word(),
            phase: None,
            seconds: 0.0,
            best: plan.as_ref().and_then(|p| p.year_cost),
            bound: plan.as_ref().and_then(|p| p.bound),
            gap: plan.as_ref().and_then(|p| p.gap),
        };
        self.hub.tell(proposal.head.unit, &Event::Proposal(event));
    }

    fn solve(&self, proposal: &Proposal, watch: &dyn Watch) -> Result<Plan, Failed> {
        let ward: Ward = serde_json::from_str(&proposal.ward).map_err(|why| Failed::Internal(why.to_string()))?;
        let asked: Asked =
            serde_json::from_str(&proposal.head.wishes).map_err(|why| Failed::Internal(why.to_string()))?;
        let refused = |refusals| Failed::Failure(crate::Failure::Refused(refusals));
        let request = asked.wishes().request(&ward).map_err(refused)?;
        // Reasons are put into words when they are shown; the plan keeps their parts.
        let plan = crate::plan::told_plan(&ward, &request, &Texts::new(Lang::Nb), watch);
        let plan = crate::plan::passed(&ward, plan).map_err(Failed::Failure)?;
        if plan.status == Status::Unknown && plan.ended != Ended::Cancelled {
            return Err(Failed::Internal(OUT_OF_TIME.to_owned()));
        }
        Ok(plan)
    }
}

/// The program itself, where nobody asks.
fn program() -> Author {
    Author { person: None, name: "Fordel".to_owned() }
}

/// Follows a search and tells the unit's pages.
struct Follower<'s> {
    service: &'s Service,
    proposal: &'s Proposal,
    running: &'s Running,
}

impl Watch for Follower<'_> {
    fn progress(&self, progress: &Progress) {
        let told = Progressed {
            number: self.proposal.head.number,
            state: ProposalState::Running.word(),
            phase: Some(phase(progress.phase)),
            seconds: progress.seconds,
            best: progress.best,
            bound: progress.bound,
            gap: progress.gap,
        };
        let mut last = self.running.last.lock().unwrap_or_else(PoisonError::into_inner);
        let news = last.as_ref().is_none_or(|last| {
            last.best != told.best || last.phase != told.phase || (told.seconds - last.seconds) * 1000.0 >= PULSE as f64
        });
        if news {
            *last = Some(told.clone());
            drop(last);
            self.service.hub.tell(self.proposal.head.unit, &Event::Proposal(told));
        }
    }

    fn cancelled(&self) -> bool {
        if self.service.jobs.over.load(Ordering::Relaxed) {
            self.running.cancelled.store(true, Ordering::Relaxed);
        }
        self.running.cancelled.load(Ordering::Relaxed)
    }
}

/// What can be being solved, as programs are told it: the goals by their names, and what is worked out beside the plan.
pub const PHASES: [&str; 11] = [
    "cost",
    "overqualified",
    "scarce_hours",
    "changes",
    "spread",
    "compared",
    "worths",
    "curve",
    "conflict",
    "why",
    "course_order",
];

/// The word of [`PHASES`] for what is being solved.
fn phase(phase: Phase) -> &'static str {
    match phase {
        Phase::Goal(goal) => goal.name(),
        Phase::Carried | Phase::Rightmost => "compared",
        Phase::Worths => "worths",
        Phase::Curve => "curve",
        Phase::Conflict => "conflict",
        Phase::Why => "why",
        Phase::CourseOrder => "course_order",
    }
}
