//! Why a proposal has no plan: what its pages tell, so that people know what to do about it.

use fordel_core::plan::{Plan, Status};
use fordel_store::{ProposalHead, ProposalState};
use serde::Serialize;

use super::OpenedProposal;

/// What is kept of a search whose time ended with neither a plan nor a proof that there is none.
pub(super) const OUT_OF_TIME: &str = "no plan and no proof within the time";

/// Why a proposal has no plan; programs know each by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoPlan {
    /// It waits or is being made.
    NotYet,
    /// The time ended with neither a plan nor a proof that there is none.
    OutOfTime,
    /// It is proven that no plan keeps all that is demanded.
    Impossible,
    /// The ward had no tasks to place.
    NoTasks,
    /// Somebody stopped the search before it had a plan.
    Stopped,
    /// The program made a mistake.
    Fault,
}

impl NoPlan {
    /// All of them once the search is over.
    pub const OVER: [NoPlan; 5] =
        [NoPlan::OutOfTime, NoPlan::Impossible, NoPlan::NoTasks, NoPlan::Stopped, NoPlan::Fault];

    /// Why a proposal has no plan, from what lists show of it. That none is possible is told by what is kept as its plan:
    /// [`OpenedProposal::no_plan`].
    pub fn of(head: &ProposalHead) -> NoPlan {
        match head.state {
            ProposalState::Waiting | ProposalState::Running => NoPlan::NotYet,
            ProposalState::Done | ProposalState::Cancelled => NoPlan::Stopped,
            ProposalState::Failed => match &head.failure {
                Some(why) if why.contains(OUT_OF_TIME) => NoPlan::OutOfTime,
                _ => NoPlan::Fault,
            },
        }
    }
}

/// Whether the search of a proposal is over, and gave nothing that could be kept.
pub fn came_to_nothing(head: &ProposalHead) -> bool {
    // The first plan that is kept makes its version 1.
    head.state == ProposalState::Failed || head.state == ProposalState::Cancelled && head.version == 0
}

impl OpenedProposal {
    /// Why no plan places the work; nothing where one does.
    pub fn no_plan(&self) -> Option<NoPlan> {
        match &self.plan {
            Some(plan) => without_work(plan),
            None => Some(NoPlan::of(&self.kept.head)),
        }
    }
}

/// Why what is kept as a plan places no work; nothing where it does. A search that ended with neither leaves none.
fn without_work(plan: &Plan) -> Option<NoPlan> {
    match plan.status {
        _ if !plan.placements.is_empty() => None,
        Status::Infeasible => Some(NoPlan::Impossible),
        _ => Some(NoPlan::NoTasks),
    }
}

#[cfg(test)]
mod tests {
    use fordel_store::{BranchId, Moment, ProposalId, ProposalKind};

    use super::*;
    use crate::service::Failed;

    #[test]
    fn time_that_ran_out_is_told_apart_from_a_mistake_and_from_a_stop() {
        let head = |state: ProposalState, failure: Option<Failed>| ProposalHead {
            id: ProposalId(1),
            unit: BranchId(1),
            number: 1,
            name: "Beste fordeling".to_owned(),
            kind: ProposalKind::Computed,
            wishes: "{}".to_owned(),
            state,
            revision: 1,
            version: 1,
            progress: None,
            failure: failure.map(|failed| format!("{failed:?}")),
            person: None,
            created: Moment(0),
            started: None,
            ended: None,
        };
        let failed = |failed: Failed| NoPlan::of(&head(ProposalState::Failed, Some(failed)));
        assert_eq!(failed(Failed::Internal(OUT_OF_TIME.to_owned())), NoPlan::OutOfTime);
        assert_eq!(failed(Failed::Failure(crate::Failure::CheckFailed { broken: Vec::new() })), NoPlan::Fault);
        assert_eq!(NoPlan::of(&head(ProposalState::Failed, None)), NoPlan::Fault);
        assert_eq!(NoPlan::of(&head(ProposalState::Cancelled, None)), NoPlan::Stopped);
        assert_eq!(NoPlan::of(&head(ProposalState::Running, None)), NoPlan::NotYet);
    }

    #[test]
    fn a_plan_of_a_ward_without_tasks_was_not_stopped() {
        let plan = |status: Status| Plan { status, ..Plan::default() };
        assert_eq!(without_work(&plan(Status::Optimal)), Some(NoPlan::NoTasks));
        assert_eq!(without_work(&plan(Status::Infeasible)), Some(NoPlan::Impossible));
    }
}
