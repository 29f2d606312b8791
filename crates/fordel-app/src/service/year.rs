//! The year of a proposal: its plan under the calendar, activity and people that the unit's sheets have now. Solved once for
//! what is asked, and kept while proposal and sheets stay as they are.

use std::sync::Arc;

use fordel_core::calendar::{Date, date_of_moment};
use fordel_core::year::current::with_current;
use fordel_reports::html;
use fordel_text::Texts;

use crate::year::{YearQuestion, YearTold, year_of};

use super::proposals::OpenedProposal;
use super::reasons::{About, Answer, YearAsked};
use super::{Failed, Reads, Service};

impl Service {
    /// Today's date, in UTC.
    pub fn today(&self) -> Date {
        date_of_moment(self.now().0)
    }
}

impl Reads<'_> {
    /// The year, if somebody has asked for it since the proposal and the sheets were last changed.
    ///
    /// # Errors
    /// The database.
    pub fn year_told(&self, proposal: &OpenedProposal, asked: &YearQuestion) -> Result<Option<Arc<YearTold>>, Failed> {
        let question = self.year_question(proposal, asked)?;
        Ok(self.service.reasons.told(&question).and_then(|answer| match answer {
            Answer::Year(told) => Some(told),
            _ => None,
        }))
    }

    /// The year, solved anew unless it is known.
    ///
    /// # Errors
    /// No plan; a week that no heads carry; too many who wait.
    pub fn year(&self, proposal: &OpenedProposal, asked: &YearQuestion) -> Result<Arc<YearTold>, Failed> {
        let plan = proposal.plan.as_ref().filter(|plan| !plan.placements.is_empty()).ok_or(Failed::NotFound)?;
        let desk = self.desk()?;
        let ward = match &desk.ward {
            Some(now) => with_current(&proposal.ward, now),
            None => proposal.ward.clone(),
        };
        let solve = || {
            let told = year_of(ward, plan, None, asked).map_err(Failed::Failure)?;
            Ok(Answer::Year(Arc::new(told)))
        };
        let at_once = self.service.at_once.div_ceil(2);
        match self.service.reasons.answer(self.year_question(proposal, asked)?, at_once, solve)? {
            Answer::Year(told) => Ok(told),
            _ => Err(Failed::NotFound),
        }
    }

    fn year_question(
        &self,
        proposal: &OpenedProposal,
        asked: &YearQuestion,
    ) -> Result<super::reasons::Question, Failed> {
        let about = About::Year(YearAsked::of(asked, self.desk()?.revision));
        Ok((proposal.kept.head.id, proposal.kept.head.version, about))
    }
}

impl YearTold {
    /// The year's report as markup without a style of its own; [`super::REPORT_STYLE`] is its look.
    pub fn markup(&self, texts: &Texts, date: &str) -> String {
        html::fragment(&self.report(texts, date))
    }

    /// The year as a page for printing on A3.
    pub fn page(&self, texts: &Texts, date: &str) -> String {
        html::render_wide(&self.report(texts, date))
    }
}
