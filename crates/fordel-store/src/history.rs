//! Reading the chain of changes as people ask for it: a unit's, batch by batch, by row, by person, by kind; and what its
//! rows are called.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;

use crate::access::Reader;
use crate::books::parse_cells;
use crate::changes::{CHANGE, Change, Subject, What, read_change};
use crate::failure::Failure;
use crate::ids::{BranchId, PersonId, RowId};

/// Which changes of a unit are asked for.
#[derive(Debug, Clone, Default)]
pub struct Sought {
    /// Those of this row.
    pub row: Option<RowId>,
    /// Those that are about the row too, though they are told of something else.
    pub beside: Vec<ToldOf>,
    /// Those that this person made.
    pub person: Option<PersonId>,
    /// Those that did one of these; none: whatever they did.
    pub what: Vec<What>,
}

/// Changes that are told of one subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldOf {
    /// About what.
    pub subject: Subject,
    /// What was done.
    pub what: What,
    /// How their field begins.
    pub field: String,
}

impl Sought {
    /// Whether a change is about the row that is sought, if one is.
    fn is_about(&self, change: &Change) -> bool {
        let tells = |told: &ToldOf| {
            let field = change.field.as_deref().unwrap_or_default();
            told.subject == change.subject && told.what.word() == change.what && field.starts_with(&told.field)
        };
        self.row.is_none_or(|row| change.subject == Subject::Row(row) || self.beside.iter().any(tells))
    }
}

/// Changes that were made in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The last of them, the newest first.
    pub changes: Vec<Change>,
    /// The number of the first of them.
    pub first: i64,
    /// How many did what, in which sheet: of all of them.
    pub counts: BTreeMap<(String, Option<String>), usize>,
}

impl Batch {
    fn of(change: Change) -> Batch {
        let mut batch = Batch { changes: Vec::new(), first: change.seq, counts: BTreeMap::new() };
        batch.take(change, 1);
        batch
    }

    /// Takes in a change that came before all that are in it, kept while there is room.
    fn take(&mut self, change: Change, room: usize) {
        self.first = change.seq;
        *self.counts.entry((change.what.clone(), change.sheet.clone())).or_default() += 1;
        if self.changes.len() < room {
            self.changes.push(change);
        }
    }
}

/// A row of a unit's book, also one that was removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedRow {
    /// Its sheet.
    pub sheet: String,
    /// Its cells as they are, or were when it was removed.
    pub cells: BTreeMap<String, String>,
    /// Whether it is removed.
    pub removed: bool,
}

impl Reader<'_> {
    /// The changes of a unit that are sought, those before `before` if told, in the batches in which they were made,
    /// newest first: at most `most` batches, and of each at most the last `each` changes. A batch is counted to its
    /// start, so none is cut where the next page begins.
    pub fn sought_history(
        &self,
        unit: BranchId,
        sought: &Sought,
        most: usize,
        each: usize,
        before: Option<i64>,
    ) -> Result<Vec<Batch>, Failure> {
        // A row's changes are few among the unit's: they are found by what they are about.
        let in_unit = if sought.row.is_some() { "+c.unit" } else { "c.unit" };
        let mut sql = format!("{CHANGE} WHERE {in_unit} = ? AND c.seq < ?");
        let mut values = vec![Value::Integer(unit.0), Value::Integer(before.unwrap_or(i64::MAX))];
        if let Some(row) = sought.row {
            let beside = sought.beside.iter().map(|told| told.subject.to_string());
            let subjects: BTreeSet<String> = beside.chain([Subject::Row(row).to_string()]).collect();
            sql.push_str(" AND c.subject IN (SELECT value FROM json_each(?))");
            values.push(Value::Text(serde_json::to_string(&subjects)?));
        }
        if let Some(person) = sought.person {
            sql.push_str(" AND c.person = ?");
            values.push(Value::Integer(person.0));
        }
        if !sought.what.is_empty() {
            let marks = vec!["?"; sought.what.len()].join(", ");
            sql.push_str(&format!(" AND c.what IN ({marks})"));
            values.extend(sought.what.iter().map(|what| Value::Text(what.word().to_owned())));
        }
        sql.push_str(" ORDER BY c.seq DESC");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(values))?;
        let mut batches: Vec<Batch> = Vec::new();
        // What one transaction writes has numbers in a row: a batch ends where another begins.
        while let Some(row) = rows.next()? {
            let change = read_change(row)?;
            if !sought.is_about(&change) {
                continue;
            }
            let last = batches.last_mut();
            match last.filter(|batch| batch.changes.first().is_some_and(|one| one.is_made_with(&change))) {
                Some(batch) => batch.take(change, each),
                None => {
                    if batches.len() == most {
                        break;
                    }
                    batches.push(Batch::of(change));
                }
            }
        }
        Ok(batches)
    }

    /// A change of this unit, by its number; another unit's isn't found.
    pub fn change_of(&self, unit: BranchId, seq: i64) -> Result<Change, Failure> {
        let sql = format!("{CHANGE} WHERE c.seq = ?1 AND c.unit = ?2");
        self.one(&sql, (seq, unit), read_change)?.ok_or(Failure::NotFound)
    }

    /// Who has changed something in a unit, by name.
    pub fn authors_in(&self, unit: BranchId) -> Result<Vec<(PersonId, String)>, Failure> {
        self.all(
            "SELECT p.id, p.name FROM person p WHERE p.id IN (SELECT DISTINCT person FROM change WHERE unit = ?1) \
             ORDER BY p.name, p.id",
            [unit],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
    }

    /// What these rows of a unit are, removed ones too; those of other units aren't among them.
    pub fn named_rows(&self, unit: BranchId, rows: &[RowId]) -> Result<BTreeMap<RowId, NamedRow>, Failure> {
        let mut named = BTreeMap::new();
        let sql = "SELECT sheet, cells, removed FROM row WHERE id = ?1 AND unit = ?2";
        for row in rows {
            let read = |r: &rusqlite::Row<'_>| Ok((r.get(0)?, r.get::<_, String>(1)?, r.get(2)?));
            if let Some((sheet, cells, removed)) = self.one(sql, (row, unit), read)? {
                named.insert(*row, NamedRow { sheet, cells: parse_cells(&cells)?, removed });
            }
        }
        Ok(named)
    }
}
