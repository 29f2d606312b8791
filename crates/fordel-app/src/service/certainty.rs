//! How sure a proposal's plan is: simulated when somebody asks, and kept while the proposal stays as it is; and a proposal made
//! of the heads that keep red under a share.

use std::sync::Arc;

use fordel_core::calendar::Date;
use fordel_core::complaint::Value;
use fordel_core::plan::{Heads, Plan};
use fordel_core::shortage::rules::Relief;
use fordel_core::simulation::reinforce::Redness;
use fordel_core::simulation::tally::{CellShares, Mean};
use fordel_core::ward::GroupId;
use fordel_store::{MeasuredSpread, ProposalHead};
use fordel_text::Texts;

use super::by_hand::Copied;
use super::export::{List, ListCell};
use super::own::{self, Change};
use super::proposals::OpenedProposal;
use super::solved::About;
use super::{Contributes, Failed, Reads};
use crate::shortage::with_workload;
use crate::{Reinforced, Simulated, Weeks, simulated};

/// Shares under which red can be kept on screen, in thousandths: from one in a hundred to one in two.
pub const UNDER: std::ops::RangeInclusive<u16> = 10..=500;
/// The most that activity can go up and down from day to day, in thousandths: as on the sheet.
pub const MOST_SPREAD: u16 = 2000;
/// Weeks on screen, where somebody waits.
pub const WEEKS_ON_SCREEN: u32 = 10_000;

/// What is asked of simulated weeks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct CertaintyAsked {
    /// The staffing that keeps red under this share too, in thousandths.
    pub under: Option<u16>,
    /// Activity goes up and down so much from day to day, in thousandths; none: as the proposal's ward says.
    pub spread: Option<u16>,
}

impl Reads<'_> {
    /// Simulated weeks of the proposal's plan, if somebody has asked the same since it was last changed.
    pub fn certainty_told(&self, proposal: &OpenedProposal, asked: CertaintyAsked) -> Option<Arc<Simulated>> {
        self.service.solved.told(&About::Certainty(asked).of(proposal))
    }

    /// What was measured of the unit's drivers by the counts that were put into its sheets, by their names.
    ///
    /// # Errors
    /// The database.
    pub fn measured_spreads(&self) -> Result<Vec<MeasuredSpread>, Failed> {
        self.service.read(|r| r.measured_spreads(self.unit.id))
    }

    /// The same, simulated anew unless it is known.
    ///
    /// # Errors
    /// No plan; a share that can't be asked for; too many who wait.
    pub fn certainty(&self, proposal: &OpenedProposal, asked: CertaintyAsked) -> Result<Arc<Simulated>, Failed> {
        let plan = proposal.placed().ok_or(Failed::NotFound)?;
        if asked.under.is_some_and(|under| !UNDER.contains(&under)) {
            return Err(Failed::Invalid(vec![("under", "certainty-under-wrong")]));
        }
        let thousandths = |number: u16| f64::from(number) / 1000.0;
        let weeks = Weeks { weeks: WEEKS_ON_SCREEN, red_under: asked.under.map(thousandths), ..Weeks::default() };
        let simulate = || {
            let mut ward = proposal.ward.clone();
            if let Some(spread) = asked.spread {
                ward.settings.variation.activity_spread = thousandths(spread);
            }
            let plan = with_workload(&ward, plan.clone());
            Ok(simulated(&ward, &plan, weeks))
        };
        self.service.solved(About::Certainty(asked).of(proposal), simulate)
    }

    /// The proposal that was made of these heads ([`Contributes::propose_found`]) and still is as it was made; none where there
    /// is none.
    ///
    /// # Errors
    /// No plan; the database.
    pub fn made_of_found(&self, proposal: &OpenedProposal, found: &Reinforced) -> Result<Option<ProposalHead>, Failed> {
        let copied = Copied::of(proposal, &with_heads(proposal, &found.staffing)?)?;
        self.service.read(|r| copied.made(r))
    }
}

impl Contributes<'_> {
    /// Makes a proposal of one's own with the placements of this one, if it is still at the version that the person saw, and the
    /// heads that keep red under the share asked for. Gives its number; where it was made before and still is as it was made,
    /// that one's.
    ///
    /// # Errors
    /// As [`Reads::certainty`]; no head that is added; a proposal that was changed meanwhile.
    pub fn propose_found(
        &self,
        number: i64,
        version: i64,
        asked: CertaintyAsked,
        texts: &Texts,
    ) -> Result<i64, Failed> {
        let from = self.proposal(number)?;
        if from.kept.head.version != version {
            return Err(Failed::Stale);
        }
        let told = self.certainty(&from, asked)?;
        let found = told.found().ok_or(Failed::NotFound)?;
        let copied = Copied::of(&from, &with_heads(&from, &found.staffing)?)?;
        let name = found.proposal_name(texts);
        // Asked and made in one transaction: two presses at once make one proposal.
        self.service.write(self.who.author(), |w| match copied.made(w)? {
            Some(made) => Ok(made.number),
            None => Ok(w.add_proposal(copied.named(&name))?.1),
        })
    }
}

/// The proposal's plan with these heads, as if they had been changed by hand.
fn with_heads(proposal: &OpenedProposal, staffing: &[Heads]) -> Result<Plan, Failed> {
    let plan = proposal.placed().ok_or(Failed::NotFound)?;
    let change =
        |of: &Heads| Change::Heads { group: of.group.clone(), shift: of.shift.clone(), day: of.day, heads: of.heads };
    let changes: Vec<Change> = staffing.iter().map(change).collect();
    own::change(&proposal.ward, &own::copy(&proposal.ward, plan), &changes).map_err(Failed::Refused)
}

/// What was measured of a driver, and by which counts.
pub fn measured_says(of: &MeasuredSpread, texts: &Texts) -> String {
    let date = |text: &str| text.parse::<Date>().map_or_else(|_| Value::from(text), Value::from);
    let args = [
        ("driver", of.driver.as_str().into()),
        ("spread", texts.percent(of.spread, 1).into()),
        ("days", of.days.into()),
        ("first", date(&of.first)),
        ("last", date(&of.last)),
    ];
    texts.with("certainty-measured", &args)
}

/// Every cell with its shares, in percent; with heads added, how often it is red then, and a row for each step with its price.
pub fn certainty_list(told: &Simulated, texts: &Texts) -> List {
    let ward = &told.frame.ward;
    let reinforced = told.reinforced.as_ref();
    let percent = |share: f64| ListCell::Number(100.0 * share, 2);
    let after = reinforced.map(|r| r.tally.cells(&told.frame));
    let row = |(at, cell): (usize, &CellShares)| -> Vec<ListCell> {
        let [green, yellow, red] = cell.shares;
        vec![
            texts.get(&format!("day-{}", cell.cell.day.number())).into(),
            texts.timing(&ward.intervals.get(cell.cell.interval).label()).into(),
            percent(green.share),
            percent(yellow.share),
            percent(red.share),
            percent(red.low),
            percent(red.high),
            after.as_ref().and_then(|after| after.get(at)).map_or(ListCell::Empty, |c| percent(c.shares[2].share)),
            ListCell::Empty,
            ListCell::Empty,
        ]
    };
    let mut rows: Vec<Vec<ListCell>> = told.tally.cells(&told.frame).iter().enumerate().map(row).collect();
    for step in reinforced.iter().flat_map(|r| &r.steps) {
        let mut row = Vec::new();
        row.resize_with(8, || ListCell::Empty);
        row.extend([told.step(step, texts).into(), ListCell::Number(step.year_kr, 0)]);
        rows.push(row);
    }
    let columns = ["day", "interval", "green", "yellow", "red", "red-low", "red-high", "red-after", "step", "cost"];
    List {
        name: texts.get("certainty-list"),
        columns: columns.iter().map(|key| texts.get(&format!("certainty-column-{key}"))).collect(),
        rows,
    }
}

/// Hours of justified hiring in a year, by group.
pub fn hours_list(told: &Simulated, texts: &Texts) -> List {
    let ward = &told.frame.ward;
    let row = |group: GroupId| within(ward.group(group).code.clone(), told.tally.hours_of(group));
    let columns = ["documents-group", "certainty-hours", "certainty-list-error"];
    list("certainty-hours-caption", &columns, ward.group_ids().map(row).collect(), texts)
}

/// What it costs a year to cover all of it, by each way to do so.
pub fn relief_list(told: &Simulated, texts: &Texts) -> List {
    let row = |(relief, kr): (Relief, Mean)| within(texts.get(&format!("relief-{}", relief.name())), kr);
    let rows = told.tally.kroner(&told.frame).into_iter().map(row).collect();
    let columns = ["certainty-relief", "certainty-cost", "certainty-list-error"];
    list("certainty-relief-caption", &columns, rows, texts)
}

/// How red it is with the plan, with the heads added, and with these in weeks that they weren't found by; none where no share
/// was asked.
pub fn redness_list(told: &Simulated, texts: &Texts) -> Option<List> {
    let r = told.reinforced.as_ref()?;
    let row = |key: &str, of: &dyn Fn(&Redness) -> ListCell| -> Vec<ListCell> {
        std::iter::once(ListCell::from(texts.get(key))).chain([&r.before, &r.after, &r.fresh].map(of)).collect()
    };
    let kr = |kr: f64| ListCell::Number(kr, 0);
    let rows = vec![
        row("certainty-beside-worst", &|redness| told.cell(redness.cell, texts).into()),
        row("certainty-column-red", &|redness| ListCell::Number(100.0 * redness.worst.share, 2)),
        row("certainty-beside-cells", &|redness| ListCell::Number(redness.red_cells.mean, 2)),
        row("certainty-beside-hours", &|redness| ListCell::Number(redness.hours.mean, 0)),
        vec![texts.get("certainty-beside-cost").into(), kr(0.0), kr(r.year_kr), kr(r.year_kr)],
    ];
    let columns = ["certainty-beside-what", "certainty-beside-plan", "certainty-beside-more", "certainty-beside-fresh"];
    Some(list("certainty-beside-caption", &columns, rows, texts))
}

/// A row: what it is, its mean, and twice that mean's standard error.
fn within(what: String, mean: Mean) -> Vec<ListCell> {
    vec![what.into(), ListCell::Number(mean.mean, 0), ListCell::Number(2.0 * mean.error, 0)]
}

fn list(name: &str, columns: &[&str], rows: Vec<Vec<ListCell>>, texts: &Texts) -> List {
    List { name: texts.get(name), columns: columns.iter().map(|key| texts.get(key)).collect(), rows }
}
