//! The year of a proposal: its plan under the calendar, activity and people that the unit's sheets have now. Solved once for
//! what is asked, and kept while proposal and sheets stay as they are.

use std::sync::Arc;

use fordel_core::calendar::Date;
use fordel_core::norwegian_time::InNorway;
use fordel_core::year::current::with_current;
use fordel_reports::html;
use fordel_store::ProposalId;
use fordel_text::Texts;

use crate::year::{YearQuestion, YearTold, year_of};

use super::export::List;
use super::proposals::OpenedProposal;
use super::shown::lists_of;
use super::solved::{About, Question};
use super::{Failed, Reads, Service};

/// What is asked of the year, at which revision of the unit's sheets, and under which name of the unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct YearAsked {
    from: Date,
    weeks: u32,
    rules: (i8, u32, u32, u64),
    own_away: Vec<(String, u64)>,
    summer: u64,
    overlap: Option<i32>,
    mix: Option<u64>,
    apprentices: bool,
    /// The proposal beside it, at its version.
    other: Option<(ProposalId, i64)>,
    revision: i64,
    unit: String,
}

impl YearAsked {
    fn of(asked: &YearQuestion, other: Option<&OpenedProposal>, revision: i64, unit: &str) -> YearAsked {
        let rules = asked.rules;
        YearAsked {
            from: asked.from,
            weeks: asked.weeks,
            rules: (rules.first_week, rules.pools, rules.pool_weeks, rules.most_away.to_bits()),
            own_away: asked.own_away.iter().map(|(code, share)| (code.clone(), share.to_bits())).collect(),
            summer: asked.summer.to_bits(),
            overlap: asked.overlap,
            mix: asked.mix.map(f64::to_bits),
            apprentices: asked.apprentices,
            other: other.map(|other| (other.kept.head.id, other.kept.head.version)),
            revision,
            unit: unit.to_owned(),
        }
    }

    /// What is asked, whatever the sheets and the other proposal were then.
    fn at_any_time(&self) -> YearAsked {
        YearAsked { other: self.other.map(|(id, _)| (id, 0)), revision: 0, unit: String::new(), ..self.clone() }
    }
}

impl Service {
    /// Today's date in Norway.
    pub fn today(&self) -> Date {
        InNorway::at(self.now().0).date
    }
}

impl Reads<'_> {
    /// Today's date in Norway.
    pub fn today(&self) -> Date {
        self.service.today()
    }

    /// The year, if somebody has asked for it since the proposal and the sheets were last changed.
    ///
    /// # Errors
    /// The database.
    pub fn year_told(
        &self,
        proposal: &OpenedProposal,
        other: Option<&OpenedProposal>,
        asked: &YearQuestion,
    ) -> Result<Option<Arc<YearTold>>, Failed> {
        let question = self.year_question(proposal, other, asked)?;
        Ok(self.service.solved.told(&question))
    }

    /// Whether the same was solved of the proposal before it, the one beside it, the sheets or the unit's name were changed.
    ///
    /// # Errors
    /// The database.
    pub fn year_was_told(
        &self,
        proposal: &OpenedProposal,
        other: Option<&OpenedProposal>,
        asked: &YearQuestion,
    ) -> Result<bool, Failed> {
        let now = self.year_question(proposal, other, asked)?;
        let About::Year(wanted) = &now.2 else { return Ok(false) };
        let same = |told: &About| matches!(told, About::Year(told) if told.at_any_time() == wanted.at_any_time());
        let before = |one: &Question| one != &now && one.0 == now.0 && same(&one.2);
        Ok(self.service.solved.has(before))
    }

    /// The year, solved anew unless it is known; with another proposal's plan beside it.
    ///
    /// # Errors
    /// No plan; a week that no heads carry; too many who wait.
    pub fn year(
        &self,
        proposal: &OpenedProposal,
        other: Option<&OpenedProposal>,
        asked: &YearQuestion,
    ) -> Result<Arc<YearTold>, Failed> {
        let desk = self.desk()?;
        let current = |proposal: &OpenedProposal| match &desk.ward {
            Some(now) => with_current(&proposal.ward, now),
            None => proposal.ward.clone(),
        };
        let plan = proposal.placed().ok_or(Failed::NotFound)?;
        let beside = match other {
            Some(other) => Some((current(other), other.placed().ok_or(Failed::NotFound)?)),
            None => None,
        };
        let solve = || {
            let beside = beside.as_ref().map(|(ward, plan)| (ward, *plan));
            year_of(self.named(current(proposal)), plan, beside, asked).map_err(Failed::Failure)
        };
        self.service.solved(self.year_question(proposal, other, asked)?, solve)
    }

    fn year_question(
        &self,
        proposal: &OpenedProposal,
        other: Option<&OpenedProposal>,
        asked: &YearQuestion,
    ) -> Result<Question, Failed> {
        Ok(About::Year(YearAsked::of(asked, other, self.desk()?.revision, &self.unit.name)).of(proposal))
    }
}

impl YearTold {
    /// The year's report as markup without a style of its own, and its tables; [`super::REPORT_STYLE`] is its look.
    pub fn shown(&self, texts: &Texts, date: &str) -> (String, Vec<List>) {
        let report = self.report(texts, date);
        (html::fragment(&report), lists_of(&report, texts.lang()))
    }
}
