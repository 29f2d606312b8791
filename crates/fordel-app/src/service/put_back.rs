//! Putting back what was done in one go: what goes back, what is left since it has been changed meanwhile, and doing it
//! in one step.

use std::collections::BTreeSet;

use fordel_core::plan::Plan;
use fordel_store::{Change as Kept, Meanwhile, RowId, Turned, outcome};

use super::by_hand::ChangedPart;
use super::history::{happened, row_of};
use super::own::{Change, Refused};
use super::{Contributes, Failed, Happened};

/// What was done in one go, with what becomes of each change when it is put back.
#[derive(Clone, Debug)]
pub struct PuttingBack {
    /// The changes that can be put back at all, the last first.
    pub changes: Vec<(Happened, Turned)>,
    /// A word for what becomes of them all: another as soon as something else of them would be put back.
    pub outcome: String,
    /// The version as which the plan is decided in which it was done, where it is: all of it stays.
    pub locked: Option<i64>,
}

impl PuttingBack {
    /// What goes back.
    pub fn back(&self) -> Vec<&Happened> {
        self.changes.iter().filter(|(_, turned)| *turned == Turned::Back).map(|(change, _)| change).collect()
    }

    /// What has been changed since, and is left, with how it stands now.
    pub fn left(&self) -> Vec<(&Happened, &Meanwhile)> {
        let changes = self.changes.iter();
        let left = changes.filter_map(|(change, turned)| match turned {
            Turned::Left(since) => Some((change, since)),
            _ => None,
        });
        left.collect()
    }

    /// How many of them are as they were before already.
    pub fn gone(&self) -> usize {
        self.changes.iter().filter(|(_, turned)| *turned == Turned::Gone).count()
    }
}

impl Contributes<'_> {
    /// What would be put back of all that was done in one go with this change.
    ///
    /// # Errors
    /// A change that isn't the unit's, or of a kind that can't be put back; the database.
    pub fn putting_back(&self, seq: i64) -> Result<PuttingBack, Failed> {
        let (changes, in_book, rows) = self.service.read(|r| {
            let changes = r.made_with(self.unit.id, seq)?;
            let ids: BTreeSet<RowId> = changes.iter().filter_map(row_of).collect();
            let rows = r.named_rows(self.unit.id, &ids.into_iter().collect::<Vec<_>>())?;
            let in_book = r.turned(self.unit.id, &changes)?;
            Ok((changes, in_book, rows))
        })?;
        let mut locked = None;
        let mut turned = match changes.iter().find_map(ChangedPart::of) {
            None => in_book,
            Some(part) => {
                let there = self.readable([part.proposal])?.there;
                let opened = there.get(&part.proposal);
                locked = opened.map(|opened| self.decided_as(opened)).transpose()?.flatten();
                turned_parts(&changes, opened.and_then(|opened| opened.plan.as_ref()))
            }
        };
        if locked.is_some() {
            for (change, turned) in turned.iter_mut().filter(|(_, turned)| *turned == Turned::Back) {
                *turned = Turned::Left(Meanwhile { now: change.after.clone(), ..Meanwhile::default() });
            }
        }
        if turned.is_empty() {
            return Err(Failed::NotFound);
        }
        let outcome = outcome(&turned);
        let told = |(change, turned): (Kept, Turned)| {
            let part = ChangedPart::of(&change);
            (happened(change, &rows, part, None), turned)
        };
        Ok(PuttingBack { changes: turned.into_iter().map(told).collect(), outcome, locked })
    }

    /// Puts back all that was done in one go with this change and still stands as it was made: one step. `seen`: the
    /// [`PuttingBack::outcome`] that the person was told of.
    ///
    /// # Errors
    /// Something else would be put back now, or nothing is ([`Failed::Stale`] or the store's); a plan that was decided,
    /// or changed meanwhile; a change that isn't the unit's; the database. Nothing is changed then.
    pub fn put_back_all(&self, seq: i64, seen: &str) -> Result<(), Failed> {
        let changes = self.service.read(|r| r.made_with(self.unit.id, seq))?;
        if let Some(part) = changes.iter().find_map(ChangedPart::of) {
            return self.put_back_in_plan(part.proposal, seq, &changes, seen);
        }
        // The same can be put back again later: each time is a batch of its own.
        let batch = format!("back-all-{seq}-{}", self.service.now().0);
        let edited = self.service.write(self.who.author(), |w| w.put_back(self.unit.id, seq, &batch, seen))?;
        self.told(&batch, edited);
        Ok(())
    }

    fn put_back_in_plan(&self, number: i64, seq: i64, changes: &[Kept], seen: &str) -> Result<(), Failed> {
        let opened = self.proposal(number)?;
        if let Some(version) = self.decided_as(&opened)? {
            return Err(Failed::Refused(Refused::Decided(version)));
        }
        let plan = opened.plan.as_ref().ok_or(Failed::NotFound)?;
        let turned = turned_parts(changes, Some(plan));
        let back = |(change, turned): &(Kept, Turned)| {
            let before = change.before.as_deref().filter(|_| *turned == Turned::Back)?;
            ChangedPart::of(change)?.change_to(plan, before)
        };
        let back: Vec<Change> = turned.iter().filter_map(back).collect();
        if outcome(&turned) != seen || back.is_empty() {
            return Err(Failed::Stale);
        }
        self.change_told(number, opened.kept.head.version, &back, Some(seq)).map(drop)
    }
}

/// What becomes of changes that were made by hand in a plan, in their order, when they are put back in the plan as it
/// is now; without a plan all are left. Other changes aren't among them.
fn turned_parts(changes: &[Kept], plan: Option<&Plan>) -> Vec<(Kept, Turned)> {
    let turned = |change: &Kept| {
        let part = ChangedPart::of(change)?;
        let now = plan.and_then(|plan| part.stands(plan));
        let turned = if now.is_some() && now == change.before {
            Turned::Gone
        } else if now.is_some() && now == change.after {
            Turned::Back
        } else {
            Turned::Left(Meanwhile { now, ..Meanwhile::default() })
        };
        Some((change.clone(), turned))
    };
    changes.iter().filter_map(turned).collect()
}
