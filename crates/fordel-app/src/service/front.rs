//! An organisation as one of its people sees it: its branches, its units, and what waits in each.

use std::collections::BTreeMap;
use std::sync::{Arc, MutexGuard, PoisonError};

use fordel_core::calendar::{Date, month_start};
use fordel_store::{Author, Branch, BranchId, BranchKind, Counted, LastDecided, Logged, Role, Seen, Standing};
use serde::{Deserialize, Serialize};

use super::access::SignedIn;
use super::desk::Completeness;
use super::outdated::waits_for_another;
use super::unit_waits::{UnitWaits, last_days, soon};
use super::{Failed, Service};

/// Whose counts are believed after a start: those that this version of the program made.
const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// An organisation as one of its people sees it.
#[derive(Clone, Debug)]
pub struct Front {
    /// Its name.
    pub name: String,
    /// The branches on which the person has a role, each with it.
    pub branches: Vec<(Branch, Role)>,
    /// The units among them, with what waits in each.
    pub units: Vec<UnitStatus>,
    /// The organisation's last change that it knows, and the day on which it was read.
    as_of: (i64, Date),
}

/// A unit as its organisation's front page shows it.
#[derive(Clone, Debug)]
pub struct UnitStatus {
    /// The unit.
    pub unit: Branch,
    /// Names of the branches above it, the organisation first.
    pub above: Vec<String>,
    /// The person's role there.
    pub role: Role,
    /// What waits in it, as its own page tells.
    pub waits: UnitWaits,
    /// How many proposals there are.
    pub proposals: usize,
    /// The newest decision.
    pub decided: Option<LastDecided>,
    /// Proposals that were made or changed after it.
    pub newer: usize,
    /// Uses of the traffic light that were logged of this month's shifts.
    pub logged: Logged,
}

/// What is counted in a unit's book.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct OfBook {
    completeness: Completeness,
    /// The last days of the certificates that counted and ended, the earliest first.
    last_days: Vec<Date>,
}

/// The revision of a unit's book, its last decision's number, and its proposals' count, newest number and versions: what
/// [`super::Reads::plan_is_outdated`] follows from.
type OfPlan = (i64, Option<i64>, usize, i64, i64);

/// What was counted in units' books, each at a revision.
#[derive(Default)]
pub(super) struct Counts {
    known: BTreeMap<BranchId, (i64, OfBook)>,
    /// Whether a unit's plan is of older sheets, and of what that was found.
    outdated: BTreeMap<BranchId, (OfPlan, bool)>,
    /// What isn't kept yet.
    unkept: Vec<Counted>,
}

impl Service {
    /// The organisation as the person sees it, all from one moment: read anew only when something in it has changed.
    ///
    /// # Errors
    /// The database.
    pub fn front(&self, who: &SignedIn) -> Result<Arc<Front>, Failed> {
        let today = self.today();
        let last = self.read(|r| r.last_change(who.organisation))?;
        self.fronts.current(&who.person, |known| known.as_of == (last, today), || self.read_front(who, today))
    }

    fn read_front(&self, who: &SignedIn, today: Date) -> Result<Front, Failed> {
        let organisation = who.organisation;
        let (last, seen, standings, logged) = self.read(|r| {
            let logged = r.logged_since(organisation, &month_start(today).to_string())?;
            Ok((r.last_change(organisation)?, r.seen_by(who.person)?, r.standings(organisation)?, logged))
        })?;
        Ok(Front {
            name: seen.tree.first().map_or_else(String::new, |top| top.name.clone()),
            branches: seen.branches().map(|(branch, role)| (branch.clone(), role)).collect(),
            units: self.statuses(who, &seen, standings, &logged, today)?,
            as_of: (last, today),
        })
    }

    /// The branches in which the person has a role, each with it.
    ///
    /// # Errors
    /// The database.
    pub fn branches(&self, who: &SignedIn) -> Result<Vec<(Branch, Role)>, Failed> {
        let seen = self.read(|r| r.seen_by(who.person))?;
        Ok(seen.branches().map(|(branch, role)| (branch.clone(), role)).collect())
    }

    fn statuses(
        &self,
        who: &SignedIn,
        seen: &Seen,
        mut standings: BTreeMap<BranchId, Standing>,
        logged: &BTreeMap<BranchId, Logged>,
        today: Date,
    ) -> Result<Vec<UnitStatus>, Failed> {
        let units: Vec<(&Branch, Role)> = seen.branches().filter(|(b, _)| b.kind == BranchKind::Unit).collect();
        let counted = self.counted(who, units.iter().map(|(unit, _)| *unit), today)?;
        let names: BTreeMap<BranchId, &Branch> = seen.tree.iter().map(|branch| (branch.id, branch)).collect();
        let status = |((unit, role), of_book): ((&Branch, Role), OfBook)| {
            let standing = standings.remove(&unit.id).unwrap_or_default();
            let waits = UnitWaits {
                completeness: of_book.completeness,
                disputed: standing.disputed,
                objections: standing.objections,
                ending: soon(&of_book.last_days, today),
                outdated: waits_for_another(self.plan_is_outdated(who, unit, &standing)?, standing.under_way),
            };
            Ok::<_, Failed>(UnitStatus {
                above: above(&names, unit),
                role,
                waits,
                proposals: standing.proposals,
                decided: standing.decided,
                newer: standing.newer,
                logged: logged.get(&unit.id).copied().unwrap_or_default(),
                unit: unit.clone(),
            })
        };
        units.into_iter().zip(counted).map(status).collect()
    }

    /// Whether a unit's plan is of older sheets. They are held against it once for each revision of the book and the plans.
    fn plan_is_outdated(&self, who: &SignedIn, unit: &Branch, standing: &Standing) -> Result<bool, Failed> {
        if standing.proposals == 0 {
            return Ok(false);
        }
        let version = standing.decided.as_ref().map(|last| last.number);
        let of = (unit.revision, version, standing.proposals, standing.newest, standing.versions);
        let known = self.counts().outdated.get(&unit.id).filter(|(known, _)| *known == of).map(|(_, is)| *is);
        if let Some(is) = known {
            return Ok(is);
        }
        // What can't be read is told on the unit's own page.
        let is = self.unit(who, unit.id)?.plan_is_outdated().unwrap_or(false);
        self.counts().outdated.insert(unit.id, (of, is));
        Ok(is)
    }

    /// What is in the book of each of these units, in their order: counted once for each revision of a book. A worker keeps
    /// it, so that the first front page after a start need not read every book.
    fn counted<'b>(
        &self,
        who: &SignedIn,
        units: impl Iterator<Item = &'b Branch> + Clone,
        today: Date,
    ) -> Result<Vec<OfBook>, Failed> {
        let mut counted = self.counts().known.clone();
        let stale = |counted: &BTreeMap<BranchId, (i64, OfBook)>| -> Vec<&'b Branch> {
            let counts = |unit: &&Branch| counted.get(&unit.id).is_none_or(|(revision, _)| *revision != unit.revision);
            units.clone().filter(counts).collect()
        };
        if !stale(&counted).is_empty() {
            for kept in self.read(|r| r.counted(who.organisation, PROGRAM))? {
                // What is known here is at least as new.
                if let Ok(counts) = serde_json::from_str(&kept.counts) {
                    counted.entry(kept.unit).or_insert((kept.revision, counts));
                }
            }
            let mut anew = Vec::new();
            for unit in stale(&counted) {
                let desk = self.desk(unit.id)?;
                let last_days = desk.ward.as_ref().map_or_else(Vec::new, |ward| last_days(ward, today));
                let counts = OfBook { completeness: desk.completeness(), last_days };
                let text = serde_json::to_string(&counts).map_err(|why| Failed::Internal(why.to_string()))?;
                anew.push(Counted { unit: unit.id, revision: desk.revision, counts: text });
                counted.insert(unit.id, (desk.revision, counts));
            }
            let mut counts = self.counts();
            counts.known.extend(counted.clone());
            counts.unkept.extend(anew);
            drop(counts);
            self.jobs.ring();
        }
        Ok(units.map(|unit| counted.get(&unit.id).map(|(_, counts)| counts.clone()).unwrap_or_default()).collect())
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.front_counts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps what was counted since the last time: beside the pages, which wait neither for the disk nor for whoever writes.
    pub(super) fn keep_counts(&self) {
        let unkept = std::mem::take(&mut self.counts().unkept);
        if !unkept.is_empty() {
            // On a full disk they are counted again after the next start.
            let by = Author { person: None, name: "count".to_owned() };
            let _ = self.write(by, |w| w.keep_counted(PROGRAM, &unkept));
        }
    }
}

/// Names on the way to a branch from the top of its tree, itself not among them.
fn above(tree: &BTreeMap<BranchId, &Branch>, branch: &Branch) -> Vec<String> {
    let mut names = Vec::new();
    let mut next = branch.parent;
    while let Some(branch) = next.and_then(|id| tree.get(&id)) {
        names.push(branch.name.clone());
        next = branch.parent;
    }
    names.reverse();
    names
}
