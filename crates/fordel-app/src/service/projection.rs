//! The years ahead of a proposal's unit, and of all units below a branch together. Reckoned once for what is asked of a
//! proposal, and kept while it and the unit's sheets stay as they are.

use std::sync::Arc;

use fordel_core::plan::Plan;
use fordel_core::projection::outlook::{Figures, Question};
use fordel_core::ward::Ward;
use fordel_core::year::current::with_current;
use fordel_reports::html;
use fordel_store::{Branch, BranchId, BranchKind, LastDecided};
use fordel_text::Texts;

use crate::projection::{ProjectionTold, projection_of};

use super::access::SignedIn;
use super::decision::decided_on;
use super::export::{List, ListCell};
use super::on_duty::Basis;
use super::proposals::OpenedProposal;
use super::solved::About;
use super::{Failed, Reads, Service};

/// The years of the units below a branch.
pub struct BranchProjection {
    /// The branch.
    pub branch: Branch,
    /// The branches that can be chosen: those above units that the person sees.
    pub branches: Vec<Branch>,
    /// The years; none where no unit below can be used.
    pub told: Option<ProjectionTold>,
    /// The units in it, each with the plan by which its work is shared out, if it has one.
    pub plans: Vec<(String, Option<Basis>)>,
    /// Units whose sheets have faults, which are left out.
    pub left_out: Vec<String>,
}

impl Reads<'_> {
    /// The years ahead of a proposal's unit under its plan, with what the sheets assume now.
    ///
    /// # Errors
    /// No plan; too many who wait.
    pub fn projection(&self, proposal: &OpenedProposal, asked: Question) -> Result<Arc<ProjectionTold>, Failed> {
        let plan = proposal.placed().ok_or(Failed::NotFound)?;
        let desk = self.desk()?;
        let ward = self.named(match &desk.ward {
            Some(now) => with_current(&proposal.ward, now),
            None => proposal.ward.clone(),
        });
        let question = About::Projection(asked, desk.revision, ward.unit.clone()).of(proposal);
        self.service.solved(question, || Ok(projection_of(vec![(ward, Some(plan.clone()))], asked)))
    }

    /// The ward and plan that were decided last; where nothing is decided, those of the newest proposal with a plan.
    fn plan_to_project(&self) -> Result<Option<(Basis, Ward, Plan)>, Failed> {
        if let Some(LastDecided { number, at, .. }) = self.last_decided()? {
            let decided = self.decision(number)?;
            return Ok(Some((Basis::Decided { number, on: decided_on(at) }, decided.ward, decided.plan)));
        }
        let Some(number) = self.newest_planned()? else { return Ok(None) };
        let opened = self.proposal(number)?;
        let basis = Basis::Proposed { number, name: opened.kept.head.name.clone() };
        Ok(opened.placed().map(|plan| (basis, opened.ward.clone(), plan.clone())))
    }
}

impl Service {
    /// The years ahead of all units below a branch that the person sees, each by the plan that was decided last, else by its
    /// newest plan if it has one; without a branch of the topmost. Units and branch have their names of the tree.
    ///
    /// # Errors
    /// No such branch; the database.
    pub fn projection_of_branch(
        &self,
        who: &SignedIn,
        branch: Option<BranchId>,
        asked: Question,
    ) -> Result<BranchProjection, Failed> {
        let seen = self.read(|r| r.seen_by(who.person))?;
        let is_below = |unit: &Branch, top: BranchId| {
            let mut next = Some(unit.id);
            while let Some(id) = next {
                if id == top {
                    return true;
                }
                next = seen.tree.iter().find(|branch| branch.id == id).and_then(|branch| branch.parent);
            }
            false
        };
        let units: Vec<&Branch> = seen.branches().map(|(b, _)| b).filter(|b| b.kind == BranchKind::Unit).collect();
        let above = |top: &Branch| top.kind != BranchKind::Unit && units.iter().any(|unit| is_below(unit, top.id));
        let branches: Vec<Branch> = seen.tree.iter().filter(|branch| above(branch)).cloned().collect();
        let chosen = match branch {
            Some(id) => branches.iter().find(|branch| branch.id == id).ok_or(Failed::NotFound)?.clone(),
            None => match branches.first().or(seen.tree.first()) {
                Some(top) => top.clone(),
                None => return Err(Failed::NotFound),
            },
        };
        let (mut wards, mut plans, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
        for unit in units.iter().filter(|unit| is_below(unit, chosen.id)) {
            let reads = self.unit(who, unit.id)?;
            let desk = reads.desk()?;
            let Some(now) = desk.ward.as_ref().filter(|ward| !ward.lines.is_empty()) else {
                left_out.push(unit.name.clone());
                continue;
            };
            let (basis, ward, plan) = match reads.plan_to_project()? {
                Some((basis, ward, plan)) => (Some(basis), with_current(&ward, now), Some(plan)),
                None => (None, now.clone(), None),
            };
            wards.push((reads.named(ward), plan));
            plans.push((unit.name.clone(), basis));
        }
        let told = (!wards.is_empty()).then(|| projection_of(wards, asked).called(&chosen.name));
        Ok(BranchProjection { branch: chosen, branches, told, plans, left_out })
    }
}

impl ProjectionTold {
    /// The same under this name of all units together.
    fn called(mut self, name: &str) -> ProjectionTold {
        self.projection.name = Some(name.to_owned());
        self
    }

    /// The report as markup without a style of its own; [`super::REPORT_STYLE`] is its look.
    pub fn markup(&self, texts: &Texts, date: &str) -> String {
        html::fragment(&self.report(texts, date))
    }

    /// The report as a page for printing on A4.
    pub fn page(&self, texts: &Texts, date: &str) -> String {
        html::render(&self.report(texts, date))
    }

    /// A row for each scenario, group and year.
    pub fn list(&self, texts: &Texts) -> List {
        let head = |key: &str| texts.get(&format!("projection-column-{key}"));
        let mut columns: Vec<String> =
            ["scenario", "group", "year"].into_iter().chain(Figures::NAMES).map(head).collect();
        columns.extend(["low", "high"].map(|key| format!("{}: {}", head("gap"), head(key).to_lowercase())));
        let told = &self.projection;
        let mut rows = Vec::new();
        for of in &told.scenarios {
            for group in &of.groups {
                for ((year, figures), band) in told.years().zip(&group.years).zip(&group.gap) {
                    let numbers = figures.told().into_iter().chain([band.low, band.high]);
                    let mut row: Vec<ListCell> = vec![
                        texts.projection_scenario(of.scenario).into(),
                        group.code.as_str().into(),
                        year.to_string().into(),
                    ];
                    row.extend(numbers.map(|number| ListCell::Number(number, 2)));
                    rows.push(row);
                }
            }
        }
        List { name: texts.get("projection-title"), columns, rows }
    }
}
