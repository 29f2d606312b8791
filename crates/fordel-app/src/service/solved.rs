//! What takes a while to solve of a proposal, asked for one thing at a time: solved once, kept while the proposal stays as it
//! is, and only so many at once.

use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use fordel_core::projection::outlook::Question as Projected;
use fordel_store::{Failure, ProposalId};

use super::aside::aside;
use super::certainty::CertaintyAsked;
use super::proposals::OpenedProposal;
use super::year::YearAsked;
use super::{Failed, Service};

/// Answers that are kept.
const KEPT: usize = 500;
/// Years among them: each holds every shift of its weeks, or a ward with its plan.
const YEARS_KEPT: usize = 16;
/// Questions that may wait; more are told to come back.
const WAITING: usize = 8;

/// A proposal at a version, and what is asked of it.
pub(super) type Question = (ProposalId, i64, About);

/// What is asked about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum About {
    /// What other groups would cost for a line, by its row.
    Line(u32),
    /// What one head fewer would cost on a shift by its place, on a day (1 = Monday).
    Heads(usize, u8),
    /// How sure the plan is.
    Certainty(CertaintyAsked),
    /// In which order courses are best taken.
    Courses,
    /// The year.
    Year(YearAsked),
    /// The years ahead, at which revision of the unit's sheets, and under which name of the unit.
    Projection(Projected, i64, String),
}

impl About {
    /// As asked of a proposal as it is now.
    pub(super) fn of(self, proposal: &OpenedProposal) -> Question {
        (proposal.kept.head.id, proposal.kept.head.version, self)
    }
}

/// An answer; whoever asks knows of which type it is.
type Answer = Arc<dyn Any + Send + Sync>;

/// Answers, and those that are being made.
#[derive(Default)]
pub(super) struct Solved {
    state: Mutex<State>,
    over: Condvar,
}

#[derive(Default)]
struct State {
    answers: BTreeMap<Question, Answer>,
    asked: BTreeSet<Question>,
    waiting: usize,
}

impl State {
    fn answer<T: Any + Send + Sync>(&self, question: &Question) -> Option<Arc<T>> {
        Arc::downcast(Arc::clone(self.answers.get(question)?)).ok()
    }

    fn keep(&mut self, question: Question, answer: Answer) {
        if self.answers.len() >= KEPT {
            self.answers.pop_first();
        }
        let is_year = |question: &Question| matches!(question.2, About::Year(_) | About::Projection(..));
        if is_year(&question) && self.answers.keys().filter(|one| is_year(one)).count() >= YEARS_KEPT {
            let oldest = self.answers.keys().find(|one| is_year(one)).cloned();
            oldest.and_then(|oldest| self.answers.remove(&oldest));
        }
        self.answers.insert(question, answer);
    }
}

impl Solved {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The answer, if it is kept.
    pub(super) fn told<T: Any + Send + Sync>(&self, question: &Question) -> Option<Arc<T>> {
        self.state().answer(question)
    }

    /// Whether an answer to such a question is kept.
    pub(super) fn has(&self, is_it: impl Fn(&Question) -> bool) -> bool {
        self.state().answers.keys().any(is_it)
    }

    /// Puts an answer in the place of the one that is kept.
    pub(super) fn put<T: Any + Send + Sync>(&self, question: Question, answer: T) {
        self.state().keep(question, Arc::new(answer));
    }

    /// The answer: kept, or waited for, or made aside.
    fn answer<T: Any + Send + Sync>(
        &self,
        question: Question,
        at_once: usize,
        make: impl FnOnce() -> Result<T, Failed> + Send,
    ) -> Result<Arc<T>, Failed> {
        let mut state = self.state();
        if state.waiting >= WAITING {
            return Err(Failed::Store(Failure::Busy));
        }
        state.waiting += 1;
        let busy = |state: &mut State| {
            let known = state.answers.contains_key(&question);
            !known && (state.asked.len() >= at_once || state.asked.contains(&question))
        };
        state = self.over.wait_while(state, busy).unwrap_or_else(PoisonError::into_inner);
        state.waiting -= 1;
        if let Some(answer) = state.answer(&question) {
            return Ok(answer);
        }
        state.asked.insert(question.clone());
        drop(state);
        let place = Place { solved: self, question: question.clone() };
        let answer = Arc::new(aside(make)?);
        self.state().keep(question, Arc::clone(&answer) as Answer);
        drop(place);
        Ok(answer)
    }
}

impl Service {
    /// The answer to a question about a proposal: kept, or waited for, or solved now. Each takes two threads, so that half as
    /// many are solved at once as there are cores.
    pub(super) fn solved<T: Any + Send + Sync>(
        &self,
        question: Question,
        solve: impl FnOnce() -> Result<T, Failed> + Send,
    ) -> Result<Arc<T>, Failed> {
        self.solved.answer(question, self.at_once.div_ceil(2), solve)
    }
}

/// A question's place among those being answered; it is given up also where the answer fails.
struct Place<'s> {
    solved: &'s Solved,
    question: Question,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.solved.state().asked.remove(&self.question);
        self.solved.over.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn the_same_question_is_solved_once_and_a_failure_gives_its_place_up() {
        let (solved, times) = (Solved::default(), AtomicUsize::new(0));
        let question = (ProposalId(1), 2, About::Line(3));
        let failed = solved.answer(question.clone(), 1, || Err::<u8, Failed>(Failed::NotFound));
        assert!(matches!(failed, Err(Failed::NotFound)));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let make = || {
                        std::thread::sleep(std::time::Duration::from_millis(20));
                        times.fetch_add(1, Ordering::Relaxed);
                        Ok(7u8)
                    };
                    assert_eq!(*solved.answer(question.clone(), 1, make).expect("answered"), 7);
                });
            }
        });
        assert_eq!(times.load(Ordering::Relaxed), 1);
        assert_eq!(solved.told::<u8>(&question).as_deref(), Some(&7));
        let changed = (ProposalId(1), 3, About::Line(3));
        assert_eq!(solved.told::<u8>(&changed), None, "a changed proposal is another question");
    }
}
