//! What takes a while to tell of a proposal, asked for one thing at a time: solved once, kept while the proposal stays as it is, and
//! only so many at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use fordel_core::calendar::Date;
use fordel_core::plan::Why;
use fordel_store::{Failure, ProposalId};

use crate::year::{YearQuestion, YearTold};

use super::heads::OneFewer;
use super::proposals::OpenedProposal;
use super::{Failed, Reads};
use crate::Simulated;

/// Seconds for each plan that an answer is made of: the line where it stands, and on every other group that may have it.
const SECONDS_A_PLAN: u32 = 4;
/// Shortest and longest time of an answer, in seconds.
const SECONDS: (u32, u32) = (8, 40);
/// Answers that are kept.
const KEPT: usize = 500;
/// Years among them: each holds every shift of its weeks.
const YEARS_KEPT: usize = 16;
/// Questions that may wait; more are told to come back.
const WAITING: usize = 8;

/// A proposal at a version, and what is asked of it.
pub(super) type Question = (ProposalId, i64, About);

/// What is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum About {
    /// A line, by its row.
    Line(u32),
    /// The heads of a shift by its place, on a day (1 = Monday).
    Heads(usize, u8),
    /// How sure the plan is; with the staffing that keeps red under a share in thousandths, where that is asked.
    Certainty(Option<u16>),
    /// The year.
    Year(YearAsked),
}

/// What is asked of the year, and at which revision of the unit's sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct YearAsked {
    from: Date,
    weeks: u32,
    rules: (i8, u32, u32, u64),
    summer: u64,
    revision: i64,
}

impl YearAsked {
    pub(super) fn of(asked: &YearQuestion, revision: i64) -> YearAsked {
        let rules = asked.rules;
        YearAsked {
            from: asked.from,
            weeks: asked.weeks,
            rules: (rules.first_week, rules.pools, rules.pool_weeks, rules.most_away.to_bits()),
            summer: asked.summer.to_bits(),
            revision,
        }
    }
}

/// What is told.
#[derive(Clone, Debug)]
pub(super) enum Answer {
    /// What other groups would cost for a line.
    Line(Arc<Vec<Why>>),
    /// What one head fewer would cost.
    Heads(Arc<OneFewer>),
    /// Simulated weeks.
    Certainty(Arc<Simulated>),
    /// The year.
    Year(Arc<YearTold>),
}

/// Answers, and those that are being made.
#[derive(Default)]
pub struct Reasons {
    state: Mutex<State>,
    over: Condvar,
}

#[derive(Default)]
struct State {
    answers: BTreeMap<Question, Answer>,
    asked: BTreeSet<Question>,
    waiting: usize,
}

impl Reasons {
    pub(super) fn told(&self, question: &Question) -> Option<Answer> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).answers.get(question).cloned()
    }

    /// The answer: kept, or waited for, or made.
    pub(super) fn answer(
        &self,
        question: Question,
        at_once: usize,
        make: impl FnOnce() -> Result<Answer, Failed>,
    ) -> Result<Answer, Failed> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
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
        if let Some(answer) = state.answers.get(&question) {
            return Ok(answer.clone());
        }
        state.asked.insert(question);
        drop(state);
        let place = Place { reasons: self, question };
        let answer = make()?;
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.answers.len() >= KEPT {
            state.answers.pop_first();
        }
        let is_year = |question: &Question| matches!(question.2, About::Year(_));
        if is_year(&question) && state.answers.keys().filter(|one| is_year(one)).count() >= YEARS_KEPT {
            let oldest = state.answers.keys().find(|one| is_year(one)).copied();
            oldest.and_then(|oldest| state.answers.remove(&oldest));
        }
        state.answers.insert(question, answer.clone());
        drop(state);
        drop(place);
        Ok(answer)
    }
}

/// A question's place among those being answered; it is given up also where the answer fails.
struct Place<'r> {
    reasons: &'r Reasons,
    question: Question,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.reasons.state.lock().unwrap_or_else(PoisonError::into_inner).asked.remove(&self.question);
        self.reasons.over.notify_all();
    }
}

impl Reads<'_> {
    /// What other groups would cost for the line in this row, if somebody has asked since the proposal was last changed.
    pub fn costs_told(&self, proposal: &OpenedProposal, row: u32) -> Option<Arc<Vec<Why>>> {
        match self.service.reasons.told(&question(proposal, row))? {
            Answer::Line(told) => Some(told),
            _ => None,
        }
    }

    /// What other groups would cost for the line in this row, solved anew unless it is known.
    ///
    /// # Errors
    /// No plan, no such row; too many who wait.
    pub fn costs(&self, proposal: &OpenedProposal, row: u32) -> Result<Arc<Vec<Why>>, Failed> {
        proposal.ward.line_by_row(row).ok_or(Failed::NotFound)?;
        let solve = || Ok(Answer::Line(Arc::new(self.why(proposal, row, proposal.reason_seconds(row))?)));
        // Each is solved by two threads.
        let at_once = self.service.at_once.div_ceil(2);
        match self.service.reasons.answer(question(proposal, row), at_once, solve)? {
            Answer::Line(told) => Ok(told),
            _ => Err(Failed::NotFound),
        }
    }
}

impl OpenedProposal {
    /// About how many seconds it takes to tell what other groups would cost for the line in this row.
    pub fn reason_seconds(&self, row: u32) -> u32 {
        let Some(line) = self.ward.line_by_row(row) else { return SECONDS.0 };
        let line = &self.ward.lines[line.0];
        let plans = line.placements().len() * self.ward.order().qualified(line).len();
        u32::try_from(plans).unwrap_or(u32::MAX).saturating_mul(SECONDS_A_PLAN).clamp(SECONDS.0, SECONDS.1)
    }
}

fn question(proposal: &OpenedProposal, row: u32) -> Question {
    (proposal.kept.head.id, proposal.kept.head.version, About::Line(row))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn the_same_question_is_solved_once_and_a_failure_gives_its_place_up() {
        let (reasons, solved) = (Reasons::default(), AtomicUsize::new(0));
        let question = (ProposalId(1), 2, About::Line(3));
        let failed = reasons.answer(question, 1, || Err(Failed::NotFound));
        assert!(matches!(failed, Err(Failed::NotFound)));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let make = || {
                        std::thread::sleep(std::time::Duration::from_millis(20));
                        solved.fetch_add(1, Ordering::Relaxed);
                        Ok(Answer::Line(Arc::default()))
                    };
                    reasons.answer(question, 1, make).expect("answered");
                });
            }
        });
        assert_eq!(solved.load(Ordering::Relaxed), 1);
        assert!(reasons.told(&question).is_some());
        assert!(reasons.told(&(ProposalId(1), 3, About::Line(3))).is_none(), "a changed proposal is another question");
    }
}
