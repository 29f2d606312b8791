//! What happened in a unit: who changed what, what stood there before, what was changed together, and bringing it back.

use std::collections::{BTreeMap, BTreeSet};

use fordel_store::{
    Batch as KeptBatch, Change as Kept, Conflict, DecisionId, Deviation, Edit, Failure, Head, Moment, NamedRow,
    PersonId, ProposalHead, ProposalId, Role, RowId, ShortageId, Sought, Subject, Verified, What,
};
use fordel_text::Texts;

use super::asked::Asked;
use super::by_hand::{ChangedPart, Readable};
use super::mapping::name_of;
use super::row_moves::RowMoves;
use super::{Contributes, Failed, ProposalKind, Reads};

/// Changes that belong together in people's minds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// Cells, rows and columns.
    Mapping,
    /// What is agreed about tasks; objections and their answers.
    Talk,
    /// Proposals.
    Proposals,
    /// Decisions.
    Decisions,
    /// Uses of the traffic light.
    Shortages,
    /// The unit itself: its name and place.
    Unit,
}

impl ChangeKind {
    /// All of them.
    pub const ALL: [ChangeKind; 6] = [
        ChangeKind::Mapping,
        ChangeKind::Talk,
        ChangeKind::Proposals,
        ChangeKind::Decisions,
        ChangeKind::Shortages,
        ChangeKind::Unit,
    ];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        match self {
            ChangeKind::Mapping => "mapping",
            ChangeKind::Talk => "talk",
            ChangeKind::Proposals => "proposals",
            ChangeKind::Decisions => "decisions",
            ChangeKind::Shortages => "shortages",
            ChangeKind::Unit => "unit",
        }
    }

    /// The kind of this word.
    pub fn from_word(word: &str) -> Option<ChangeKind> {
        ChangeKind::ALL.into_iter().find(|kind| kind.word() == word)
    }

    fn what(self) -> Vec<What> {
        match self {
            ChangeKind::Mapping => vec![
                What::CellChanged,
                What::RowAdded,
                What::RowRemoved,
                What::RowRestored,
                What::RowMoved,
                What::ColumnAdded,
                What::ColumnRemoved,
                What::Undone,
                What::Redone,
                What::PutBack,
                What::ListMapped,
            ],
            ChangeKind::Talk => vec![What::Reviewed, What::Objected, What::ObjectionAnswered],
            ChangeKind::Proposals => vec![
                What::ProposalAdded,
                What::ProposalRenamed,
                What::ProposalState,
                What::ProposalPlan,
                What::LineMoved,
                What::HeadsChanged,
                What::PlanPutBack,
                What::ProposalRemoved,
            ],
            ChangeKind::Decisions => vec![What::Decided],
            ChangeKind::Shortages => vec![What::ShortageLogged, What::ShortageCorrected],
            ChangeKind::Unit => vec![
                What::BranchAdded,
                What::BranchRenamed,
                What::BranchMoved,
                What::RoleChanged,
                What::RepresentativeChanged,
            ],
        }
    }
}

/// Which changes are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// Those of a row.
    pub row: Option<RowId>,
    /// Those of a person.
    pub person: Option<PersonId>,
    /// Those of a kind.
    pub kind: Option<ChangeKind>,
    /// Those that were made in one go with this one, by number.
    pub batch: Option<i64>,
    /// Those before this one, by number.
    pub before: Option<i64>,
}

/// The proposal that a change is about as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedProposal {
    /// Its number in the unit.
    pub number: i64,
    /// Its name today.
    pub name: String,
    /// Whether it is the unit's own: a copy that is changed by hand.
    pub own: bool,
    /// The number of the proposal that it was copied from, where that is known.
    pub from: Option<i64>,
}

impl NamedProposal {
    fn of(head: ProposalHead) -> NamedProposal {
        let from = Asked::of(&head).from;
        NamedProposal { number: head.number, own: head.kind == ProposalKind::Own, from, name: head.name }
    }
}

/// A change as people read it.
#[derive(Clone, Debug)]
pub struct Happened {
    /// Its number.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// Who, if a person.
    pub person: Option<PersonId>,
    /// Their name today, or what acted where no person did.
    pub by: Option<String>,
    /// What was done, in the store's own word.
    pub what: String,
    /// The row, if it is about one.
    pub row: Option<RowId>,
    /// What people call that row.
    pub row_name: Option<String>,
    /// The logged use of the traffic light, if it is about one.
    pub use_id: Option<ShortageId>,
    /// The part of a plan that it is about, if it is about one: changed by hand, or moved by a plan or a decision.
    pub part: Option<ChangedPart>,
    /// The number of the decision, where it is one.
    pub decision: Option<i64>,
    /// The number and name of the proposal that was decided, where it is a decision as a whole.
    pub decided: Option<(i64, String)>,
    /// The proposal that it is about as a whole, where it is about one that is still there.
    pub proposal: Option<NamedProposal>,
    /// The part that changed: a column, a field.
    pub field: Option<String>,
    /// What stood there.
    pub before: Option<String>,
    /// What stood there then.
    pub after: Option<String>,
    /// What can be brought back of it.
    pub back: Option<Back>,
    /// The version as which the plan that it changed by hand is decided, where it is: nothing is brought back in that.
    pub locked: Option<i64>,
}

/// What can be brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Back {
    /// The removed row.
    Row,
    /// A cell's earlier text, or an earlier group or number of heads in a plan; what stands there now.
    Value(String),
}

/// Changes that one person made in one go, newest first.
#[derive(Clone, Debug)]
pub struct Batch {
    /// They; of many the last.
    pub changes: Vec<Happened>,
    /// How many of all of them did what, in the store's own word, in which sheet.
    pub counts: BTreeMap<(String, Option<String>), usize>,
}

/// What can be put back of what was done in one go.
const CAN_BE_PUT_BACK: [What; 9] = [
    What::CellChanged,
    What::RowAdded,
    What::RowRemoved,
    What::RowRestored,
    What::RowMoved,
    What::ColumnAdded,
    What::ColumnRemoved,
    What::LineMoved,
    What::HeadsChanged,
];

impl Batch {
    /// Whether it holds something of a kind that can be put back, all in one go.
    pub fn can_be_put_back(&self) -> bool {
        self.is_of_a_kind_that_can() && self.locked().is_none()
    }

    /// The version as which the plan that it changed by hand is decided, where it is.
    pub fn locked(&self) -> Option<i64> {
        self.changes.iter().find_map(|change| change.locked)
    }

    fn is_of_a_kind_that_can(&self) -> bool {
        let mut done = self.counts.keys().filter_map(|(what, _)| What::from_word(what));
        done.any(|what| CAN_BE_PUT_BACK.contains(&what))
    }
}

/// What couldn't be asked for a history, since what is kept of it is damaged: by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unreadable {
    /// Proposals.
    pub proposals: BTreeSet<i64>,
    /// Decisions.
    pub decisions: BTreeSet<i64>,
}

/// What happened, newest first.
#[derive(Clone, Debug)]
pub struct History {
    /// Batch by batch.
    pub batches: Vec<Batch>,
    /// The number before which the next page goes on, if there are more.
    pub older: Option<i64>,
    /// What stands in it less whole than it would.
    pub unreadable: Unreadable,
}

/// What the check of the chain found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    /// All of it hangs together, and the unit's decisions and objections are as it tells.
    Whole {
        /// How many changes.
        changes: i64,
        /// The end.
        head: Head,
    },
    /// The first change that isn't as it was written.
    Broken(i64),
    /// All of it hangs together, and these of the unit's decisions and objections aren't as it tells.
    Deviating(Vec<Deviation>),
}

/// Batches on a page; of a batch that is asked for by itself, changes.
const PAGE: usize = 100;
/// Changes of a batch that are shown with it.
const SHOWN: usize = 50;

impl Reads<'_> {
    /// What happened in the unit, newest first. Of a row all changes are there, and each time that a plan or a decision
    /// moves it; of a batch that is asked for by itself too, page by page.
    ///
    /// # Errors
    /// The database; a change that isn't the unit's.
    pub fn history(&self, wanted: &Wanted) -> Result<History, Failed> {
        let moves = wanted.row.map(|row| self.row_moves(row)).transpose()?.unwrap_or_default();
        let sought = Sought {
            row: wanted.row,
            beside: moves.told.clone(),
            person: wanted.person,
            what: wanted.kind.map(ChangeKind::what).unwrap_or_default(),
        };
        let (kept, older, rows) = self.service.read(|r| {
            let (kept, older) = match wanted.batch {
                Some(seq) => {
                    let one = r.change_of(self.unit.id, seq)?;
                    let before = wanted.before.unwrap_or(seq + 1);
                    let mut kept = r.sought_history(self.unit.id, &sought, 1, PAGE, Some(before))?;
                    kept.retain(|batch| batch.changes.iter().all(|change| change.is_made_with(&one)));
                    let last = kept.iter().find_map(|batch| batch.changes.last().filter(|c| c.seq > batch.first));
                    let older = last.map(|last| last.seq);
                    (kept, older)
                }
                None => {
                    let each = if wanted.row.is_some() { usize::MAX } else { SHOWN };
                    let mut kept = r.sought_history(self.unit.id, &sought, PAGE + 1, each, wanted.before)?;
                    let more = kept.len() > PAGE;
                    kept.truncate(PAGE);
                    let older = kept.last().filter(|_| more).map(|last| last.first);
                    (kept, older)
                }
            };
            let ids: BTreeSet<RowId> = kept.iter().flat_map(|batch| &batch.changes).filter_map(row_of).collect();
            let rows = r.named_rows(self.unit.id, &ids.into_iter().collect::<Vec<_>>())?;
            Ok((kept, older, rows))
        })?;
        let parts = kept.iter().flat_map(|batch| &batch.changes).filter_map(ChangedPart::of);
        let proposals: BTreeSet<i64> = parts.map(|part| part.proposal).collect();
        let proposals = self.readable(proposals)?;
        let mut locked = BTreeMap::new();
        for (number, opened) in &proposals.there {
            locked.extend(self.decided_as(opened)?.map(|version| (*number, version)));
        }
        let mut unreadable = moves.unreadable.clone();
        unreadable.proposals.extend(&proposals.unreadable);
        let (decisions, heads) =
            self.service.read(|r| Ok((r.decided_proposals(self.unit.id)?, r.proposals(self.unit.id)?)))?;
        let named = heads.into_iter().map(|head| (head.id, NamedProposal::of(head))).collect();
        let may = self.role >= Role::Contributor;
        let teller = Teller { rows, proposals, locked, decisions, named, moves, may };
        let batches = kept.into_iter().map(|batch| teller.batch(batch)).collect();
        Ok(History { batches, older, unreadable })
    }

    /// What people call a row of the unit, also one that was removed.
    ///
    /// # Errors
    /// The database; a row that isn't the unit's.
    pub fn row_name(&self, row: RowId) -> Result<String, Failed> {
        let rows = self.service.read(|r| r.named_rows(self.unit.id, &[row]))?;
        rows.get(&row).map(name).ok_or(Failed::NotFound)
    }

    /// Those who have changed something in the unit, by name.
    ///
    /// # Errors
    /// The database.
    pub fn authors(&self) -> Result<Vec<(PersonId, String)>, Failed> {
        self.service.read(|r| r.authors_in(self.unit.id))
    }

    /// The end of the chain as it is now: on paper it tells later whether anything up to it was changed or cut off.
    ///
    /// # Errors
    /// The database.
    pub fn chain_head(&self) -> Result<Head, Failed> {
        self.service.read(|r| r.head())
    }

    /// Checks the chain of changes, of the whole database, from its start, and by it the unit's decisions and objections.
    ///
    /// # Errors
    /// The database.
    pub fn check_history(&self) -> Result<Checked, Failed> {
        let (verified, mut deviations) = self.service.read(|r| r.audit(None))?;
        deviations.retain(|deviation| deviation.unit == self.unit.id);
        Ok(match verified {
            Verified::Broken { seq } => Checked::Broken(seq),
            Verified::Whole { .. } if !deviations.is_empty() => Checked::Deviating(deviations),
            Verified::Whole { rows, head } => Checked::Whole { changes: rows, head },
        })
    }
}

impl Contributes<'_> {
    /// Brings back what a change took away: a removed row, or a cell's earlier text if the cell still holds `now`. One
    /// step, to be undone like any other. Or what stood in a plan before it was changed by hand, if `now` still does.
    ///
    /// # Errors
    /// A change that took nothing away; a plan that has changed there since; the database.
    pub fn bring_back(&self, seq: i64, now: Option<&str>) -> Result<Vec<Conflict>, Failed> {
        let change = self.service.read(|r| r.change_of(self.unit.id, seq))?;
        if let Some(part) = ChangedPart::of(&change) {
            self.put_back(&part, change.before.as_deref().unwrap_or_default(), now)?;
            return Ok(Vec::new());
        }
        let row = row_of(&change).ok_or(Failed::NotFound)?;
        let edit = match (What::from_word(&change.what), change.field) {
            (Some(What::RowRemoved), _) => Edit::Restore { row },
            (Some(What::CellChanged), Some(column)) => {
                let was = now.map(str::to_owned);
                Edit::Cell { row, column, was, now: change.before.unwrap_or_default() }
            }
            _ => return Err(Failed::Store(Failure::Misplaced)),
        };
        // The same change can be brought back again later: each time is a batch of its own.
        let batch = format!("back-{seq}-{}", self.service.now().0);
        Ok(self.edit(&batch, &[edit])?.conflicts)
    }
}

/// What it takes to tell changes as people read them.
struct Teller {
    rows: BTreeMap<RowId, NamedRow>,
    /// The proposals that were changed by hand.
    proposals: Readable,
    /// Those of them that are decided as they stand, each with its version.
    locked: BTreeMap<i64, i64>,
    /// The unit's decisions: the number of each, and the number and name of its proposal.
    decisions: BTreeMap<DecisionId, (i64, i64, String)>,
    /// The unit's proposals.
    named: BTreeMap<ProposalId, NamedProposal>,
    /// What plans and decisions make of the row that is asked for, if one is.
    moves: RowMoves,
    /// Whether the reader may put back what was changed in a plan.
    may: bool,
}

impl Teller {
    /// A batch as people read it.
    fn batch(&self, kept: KeptBatch) -> Batch {
        let KeptBatch { mut changes, mut counts, .. } = kept;
        let key = |what: What| (what.word().to_owned(), None::<String>);
        // Where it is told what was changed in a plan, the plan's fingerprint tells people nothing more.
        if counts.contains_key(&key(What::LineMoved)) || counts.contains_key(&key(What::HeadsChanged)) {
            changes.retain(|change| change.what != What::ProposalPlan.word());
            counts.remove(&key(What::ProposalPlan));
        }
        Batch { changes: changes.into_iter().flat_map(|change| self.told(change)).collect(), counts }
    }

    /// A change as people read it; one of a plan as a whole once for each part of the row that it moves.
    fn told(&self, change: Kept) -> Vec<Happened> {
        if let Some(moved) = self.moves.whole.get(&change.subject) {
            let moved = moved.iter().cloned().map(|moved| {
                let kept = Kept { before: Some(moved.from), after: Some(moved.to), ..change.clone() };
                Happened { decision: moved.decision, ..happened(kept, &self.rows, Some(moved.part), None) }
            });
            return moved.collect();
        }
        let part = ChangedPart::of(&change);
        let opened = part.as_ref().and_then(|part| self.proposals.there.get(&part.proposal));
        let locked = part.as_ref().and_then(|part| self.locked.get(&part.proposal).copied());
        let may = self.may && locked.is_none();
        let stands = part.as_ref().filter(|_| may).and_then(|part| part.stands(opened?.plan.as_ref()?));
        let row = part.as_ref().and_then(|part| part.row(opened?));
        let decided = match change.subject {
            Subject::Decision(id) => self.decisions.get(&id).cloned(),
            _ => None,
        };
        let (decision, decided) = decided.map(|(number, proposal, name)| (number, (proposal, name))).unzip();
        let proposal = match change.subject {
            Subject::Proposal(id) => self.named.get(&id).cloned(),
            _ => None,
        };
        let told = happened(change, &self.rows, part, stands);
        vec![Happened { row: told.row.or(row), decision, decided, proposal, locked, ..told }]
    }
}

pub(super) fn row_of(change: &Kept) -> Option<RowId> {
    match change.subject {
        Subject::Row(row) => Some(row),
        _ => None,
    }
}

fn name(row: &NamedRow) -> String {
    let name = name_of(&row.sheet, &row.cells);
    if name.is_empty() { row.sheet.clone() } else { name }
}

/// A change as people read it; `stands`: what stands now in the part of a plan that it is about.
pub(super) fn happened(
    change: Kept,
    rows: &BTreeMap<RowId, NamedRow>,
    part: Option<ChangedPart>,
    stands: Option<String>,
) -> Happened {
    let id = row_of(&change);
    let row = id.and_then(|id| rows.get(&id));
    let was = change.before.clone().unwrap_or_default();
    let other = |now: String| (now != was).then_some(Back::Value(now));
    let in_row = row.and_then(|row| match What::from_word(&change.what)? {
        What::RowRemoved if row.removed => Some(Back::Row),
        What::CellChanged if !row.removed => {
            let column = change.field.as_deref()?;
            other(row.cells.get(column).cloned().unwrap_or_default())
        }
        _ => None,
    });
    let back = in_row.or_else(|| stands.and_then(other));
    Happened {
        seq: change.seq,
        at: change.at,
        person: change.person,
        by: change.name,
        row: id,
        row_name: row.map(name),
        use_id: match change.subject {
            Subject::Shortage(id) => Some(id),
            _ => None,
        },
        part,
        decision: None,
        decided: None,
        proposal: None,
        field: change.field,
        before: change.before,
        after: change.after,
        what: change.what,
        back,
        locked: None,
    }
}

/// The cells of a row as the chain keeps them, for the eye: `Oppgave: Blodtrykk · Minutter: 5`.
pub fn cells_in_words(kept: &str, texts: &Texts) -> Option<String> {
    Some(in_words(read_cells(kept)?.iter(), texts))
}

/// The cells in which a row differs from how it stands now, of both as the chain keeps them, for the eye: as they were,
/// and as they are.
pub fn differing_cells(kept: &str, now: &str, texts: &Texts) -> Option<[String; 2]> {
    let (kept, now) = (read_cells(kept)?, read_cells(now)?);
    let told = |cells: &BTreeMap<String, String>, others: &BTreeMap<String, String>| {
        in_words(cells.iter().filter(|(column, text)| others.get(*column) != Some(*text)), texts)
    };
    Some([told(&kept, &now), told(&now, &kept)])
}

fn read_cells(kept: &str) -> Option<BTreeMap<String, String>> {
    serde_json::from_str(kept).ok()
}

fn in_words<'c>(cells: impl Iterator<Item = (&'c String, &'c String)>, texts: &Texts) -> String {
    let filled = cells.filter(|(_, text)| !text.is_empty());
    let cell = |(column, text): (&String, &String)| format!("{}: {text}", super::mapping::column_label(column, texts));
    filled.map(cell).collect::<Vec<_>>().join(" · ")
}
