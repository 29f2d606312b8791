//! The frame of a unit's pages: where it is, and how far it has come in the method.

use fordel_app::service::{Completeness, Failed, Reads, Service};
use fordel_core::complaint::Value;

use crate::front;
use crate::shell::{Frame, Link, Progress, Step, StepLink, texts};
use crate::visitor::Visitor;

/// What the frame of a unit's pages tells.
pub struct Around {
    /// The branches above the unit and itself, the organisation first.
    pub path: Vec<fordel_app::service::Branch>,
    /// How far the mapping has come.
    pub completeness: Completeness,
    /// The newest proposal that has a plan, by number, else the newest that says why there is none: steps that show one show
    /// this.
    pub shown: Option<i64>,
    /// The newest decision's number.
    pub decided: Option<i64>,
}

impl Around {
    /// What is known of a unit.
    ///
    /// # Errors
    /// The database.
    pub fn of(service: &Service, unit: &Reads) -> Result<Around, Failed> {
        Ok(Around {
            path: service.path(unit.unit().id)?,
            completeness: unit.completeness()?,
            shown: unit.newest_planned()?,
            decided: unit.last_decided()?.map(|last| last.number),
        })
    }

    /// The unit's address.
    pub fn address(&self) -> String {
        self.path.last().map_or_else(|| "/".to_owned(), |unit| format!("/u/{}", unit.id))
    }

    /// The frame of one of its pages. `proposal` is the one that the page shows, if it shows one.
    pub fn frame(
        &self,
        visitor: &Visitor,
        here: Option<Step>,
        title: &str,
        address: String,
        proposal: Option<i64>,
    ) -> Frame {
        let t = texts(visitor.lang);
        let unit = self.address();
        let place = |branch: &fordel_app::service::Branch| {
            let leaf = branch.kind == fordel_app::service::BranchKind::Unit;
            Link::new(branch.name.clone(), if leaf { unit.clone() } else { "/".to_owned() })
        };
        let number = |n: usize| Value::Number(n as f64);
        let Completeness { lines, no_minutes, faults, .. } = self.completeness;
        let proposal = proposal.or(self.shown);
        let of_proposal = |page: &str| match proposal {
            Some(n) => format!("{unit}/p/{n}/{page}"),
            None => format!("{unit}/proposals"),
        };
        let planned = if proposal.is_some() { Progress::Plain } else { Progress::Closed };
        let step = |step: Step| {
            let (href, progress, note) = match step {
                Step::Mapping => {
                    let note = (no_minutes > 0).then(|| t.with("page-missing", &[("missing", number(no_minutes))]));
                    let progress = if lines > 0 && faults == 0 { Progress::Done } else { Progress::Begun };
                    (format!("{unit}/mapping"), progress, note)
                }
                Step::Distribution => (of_proposal("board"), planned, None),
                Step::Rhythm => (of_proposal("rhythm"), planned, None),
                Step::Staffing => (of_proposal("staffing"), planned, None),
                Step::Training => (of_proposal("training"), planned, None),
                Step::Findings => (of_proposal("findings"), planned, None),
                Step::Proposals => {
                    let note = self.decided.map(|n| t.with("page-version", &[("number", Value::Number(n as f64))]));
                    let progress = if self.decided.is_some() { Progress::Done } else { Progress::Plain };
                    (format!("{unit}/proposals"), progress, note)
                }
                Step::History => (format!("{unit}/history"), Progress::Plain, None),
                Step::Now => (format!("{unit}/now"), planned, None),
            };
            StepLink { step, href, progress, note }
        };
        Frame {
            steps: Step::ALL.into_iter().map(step).collect(),
            here,
            ..front::frame(visitor, title.to_owned(), address, self.path.iter().map(place).collect())
        }
    }
}
