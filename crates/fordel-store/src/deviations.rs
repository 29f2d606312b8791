//! Decisions and objections held against the chain: which differ from what it tells, are missing, or are untold.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Row;

use crate::access::Reader;
use crate::chain::{Head, Verified};
use crate::changes::{Subject, What, objection_of};
use crate::decisions::{DECISION, Decision, NewDecision, read_decision};
use crate::failure::Failure;
use crate::ids::BranchId;
use crate::objections::{OBJECTION, Objection, read_objection};

/// What is held against the chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Compared {
    /// A decision.
    Decision,
    /// An objection, with its answer.
    Objection,
}

/// How a row and the chain disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Departure {
    /// These columns don't hold what the chain tells.
    Differs(Vec<String>),
    /// The chain tells of it, and it isn't there.
    Missing,
    /// It is there, and the chain doesn't tell of it.
    Untold,
}

/// A row that isn't as the chain tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    /// What it is.
    pub of: Compared,
    /// Its unit.
    pub unit: BranchId,
    /// The unit's name today, if there is such a unit.
    pub unit_name: Option<String>,
    /// A decision's number in its unit; an objection's id.
    pub number: i64,
    /// How it disagrees.
    pub how: Departure,
}

/// A row as the chain tells it, or as it is kept: its columns, long ones by their hash.
struct Known {
    unit: BranchId,
    number: i64,
    columns: BTreeMap<String, Option<String>>,
}

type KnownRows = BTreeMap<(Compared, i64), Known>;

impl Known {
    fn new(unit: BranchId, number: i64) -> Known {
        let columns = [("unit", Some(unit.to_string())), ("number", Some(number.to_string()))];
        Known { unit, number, columns: BTreeMap::new() }.with(columns)
    }

    fn with<'c>(mut self, columns: impl IntoIterator<Item = (&'c str, Option<String>)>) -> Known {
        self.set(columns);
        self
    }

    fn set<'c>(&mut self, columns: impl IntoIterator<Item = (&'c str, Option<String>)>) {
        self.columns.extend(columns.into_iter().map(|(column, text)| (column.to_owned(), text)));
    }

    /// The columns in which the kept row doesn't hold what this one tells.
    fn differing(&self, kept: &Known) -> Vec<String> {
        let columns = self.columns.iter().filter_map(|(column, told)| {
            let kept = kept.columns.get(column)?;
            (kept != told).then(|| column.clone())
        });
        columns.collect()
    }
}

impl Reader<'_> {
    /// Checks the chain ([`Reader::verify`]), and where it is whole, the decisions and objections by it.
    pub fn audit(&self, known: Option<&Head>) -> Result<(Verified, Vec<Deviation>), Failure> {
        let verified = self.verify(known)?;
        let deviations = match verified {
            Verified::Whole { .. } => self.deviations()?,
            // What it tells is worth nothing.
            Verified::Broken { .. } => Vec::new(),
        };
        Ok((verified, deviations))
    }

    /// Each decision and objection that isn't as the chain tells.
    fn deviations(&self) -> Result<Vec<Deviation>, Failure> {
        let (told, kept) = (self.told_rows()?, self.kept_rows()?);
        let all: BTreeSet<&(Compared, i64)> = told.keys().chain(kept.keys()).collect();
        let mut found = Vec::new();
        for key in all {
            let (known, how) = match (told.get(key), kept.get(key)) {
                (Some(told), Some(kept)) => (told, Departure::Differs(told.differing(kept))),
                (Some(told), None) => (told, Departure::Missing),
                (None, Some(kept)) => (kept, Departure::Untold),
                (None, None) => continue,
            };
            if how == Departure::Differs(Vec::new()) {
                continue;
            }
            let sql = "SELECT name FROM branch WHERE id = ?1";
            let unit_name = self.one(sql, [known.unit], |row| row.get(0))?;
            found.push(Deviation { of: key.0, unit: known.unit, unit_name, number: known.number, how });
        }
        Ok(found)
    }

    /// Decisions and objections as the chain tells them, but for those that went with an erased unit.
    fn told_rows(&self) -> Result<KnownRows, Failure> {
        let mut rows = KnownRows::new();
        // The chain tells no numbers of decisions: a unit's are counted.
        let mut decided: BTreeMap<BranchId, i64> = BTreeMap::new();
        let kinds = [What::Decided, What::Objected, What::ObjectionAnswered, What::BranchRemoved];
        for change in self.changes_of_kinds(kinds)? {
            let (by, at) = (change.person.map(|person| person.to_string()), Some(change.at.0.to_string()));
            let field = change.field.as_deref().unwrap_or_default();
            match (What::from_word(&change.what), change.subject, change.unit) {
                (Some(What::BranchRemoved), Subject::Branch(branch), _) => rows.retain(|_, row| row.unit != branch),
                (Some(What::Decided), Subject::Decision(id), Some(unit)) => {
                    let row = rows.entry((Compared::Decision, id.0)).or_insert_with(|| {
                        let number = decided.entry(unit).or_default();
                        *number += 1;
                        Known::new(unit, *number).with([("person", by), ("at", at)])
                    });
                    row.set([(field, change.after)]);
                }
                (Some(What::Objected), subject, Some(unit)) => {
                    let Some((id, proposal)) = objection_of(field) else { continue };
                    let row = match subject {
                        Subject::Row(row) => Some(row.to_string()),
                        _ => None,
                    };
                    let proposal = proposal.map(|number| number.to_string());
                    let told =
                        [("row", row), ("proposal", proposal), ("text", change.after), ("person", by), ("at", at)];
                    let unanswered = ["answer", "answered_by", "answered_at"].map(|column| (column, None));
                    rows.insert((Compared::Objection, id.0), Known::new(unit, id.0).with(told).with(unanswered));
                }
                (Some(What::ObjectionAnswered), ..) => {
                    let row = objection_of(field).and_then(|(id, _)| rows.get_mut(&(Compared::Objection, id.0)));
                    if let Some(row) = row {
                        row.set([("answer", change.after), ("answered_by", by), ("answered_at", at)]);
                    }
                }
                _ => {}
            }
        }
        Ok(rows)
    }

    /// Decisions and objections as they are kept. Of each decision only the hashes stay in memory.
    fn kept_rows(&self) -> Result<KnownRows, Failure> {
        let decision = |row: &Row<'_>| Ok(known_decision(&read_decision(row)?));
        let objection = |row: &Row<'_>| Ok(known_objection(read_objection(row)?));
        let mut rows = self.all(DECISION, [], decision)?;
        rows.extend(self.all(OBJECTION, [], objection)?);
        Ok(rows.into_iter().collect())
    }
}

fn known_decision(kept: &Decision) -> ((Compared, i64), Known) {
    let Decision { id, unit, number, proposal, held_on, heard, minutes, ward, plan, moved, person, at } = kept;
    let told = NewDecision { unit: *unit, proposal: *proposal, held_on, heard, minutes, ward, plan, moved }.told();
    let written = [("person", person.map(|person| person.to_string())), ("at", Some(at.0.to_string()))];
    let known = Known::new(*unit, *number).with(told.map(|(column, text)| (column, Some(text)))).with(written);
    ((Compared::Decision, id.0), known)
}

fn known_objection(kept: Objection) -> ((Compared, i64), Known) {
    let known = Known::new(kept.unit, kept.id.0).with([
        ("row", kept.row.map(|row| row.to_string())),
        ("proposal", kept.proposal.map(|number| number.to_string())),
        ("text", Some(kept.text)),
        ("person", kept.person.map(|person| person.to_string())),
        ("at", Some(kept.at.0.to_string())),
        ("answer", kept.answer),
        ("answered_by", kept.answered_by.map(|person| person.to_string())),
        ("answered_at", kept.answered_at.map(|at| at.0.to_string())),
    ]);
    ((Compared::Objection, kept.id.0), known)
}
