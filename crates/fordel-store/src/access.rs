//! Reading and writing inside a transaction: when, by whom, and the only two ways to what is kept.

use std::ops::Deref;

use rusqlite::{Connection, OptionalExtension, Params, Row};
use serde::{Deserialize, Serialize};

use crate::branches::Home;
use crate::chain::Head;
use crate::failure::Failure;
use crate::ids::{BranchId, PersonId};
use crate::words::BranchKind;

/// A moment: milliseconds since 1970, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// Who makes a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The person, if it is one.
    pub person: Option<PersonId>,
    /// A name; kept with the change only where no person stands, since a person's is kept once.
    pub name: String,
}

/// What is kept, as it stood when the transaction began. Its operations are in the files named after what they read.
pub struct Reader<'c> {
    pub(crate) connection: &'c Connection,
}

impl Reader<'_> {
    /// The one row that a query gives, if it gives one.
    pub(crate) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, Failure> {
        Ok(self.connection.prepare_cached(sql)?.query_row(params, read).optional()?)
    }

    /// All rows that a query gives.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Failure> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params, read)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The organisation of a branch, and the unit if it is one.
    pub(crate) fn home(&self, branch: BranchId) -> Result<Home, Failure> {
        let read = |row: &Row<'_>| {
            let kind: BranchKind = row.get(1)?;
            Ok(Home { organisation: row.get(0)?, unit: (kind == BranchKind::Unit).then_some(branch) })
        };
        self.one("SELECT organisation, kind FROM branch WHERE id = ?1", [branch], read)?.ok_or(Failure::NotFound)
    }
}

/// What is kept, and the operations that change it. All of them stand, or none.
pub struct Writer<'c> {
    reader: Reader<'c>,
    /// When the change is made.
    pub(crate) at: Moment,
    pub(crate) by: Author,
    /// The chain's end, once it is known.
    pub(crate) head: Option<Head>,
    /// What the changes of this transaction are told under where no batch is given.
    pub(crate) batch: Option<String>,
}

impl<'c> Writer<'c> {
    pub(crate) fn new(connection: &'c Connection, at: Moment, by: Author) -> Self {
        Writer { reader: Reader { connection }, at, by, head: None, batch: None }
    }

    /// When the change is made.
    pub fn at(&self) -> Moment {
        self.at
    }

    /// Who makes it.
    pub fn by(&self) -> &Author {
        &self.by
    }

    /// Carries out a statement; how many rows it changed.
    pub(crate) fn execute(&self, sql: &str, params: impl Params) -> Result<usize, Failure> {
        Ok(self.connection.prepare_cached(sql)?.execute(params)?)
    }

    /// Carries out an insertion; the new row's number.
    pub(crate) fn insert(&self, sql: &str, params: impl Params) -> Result<i64, Failure> {
        Ok(self.connection.prepare_cached(sql)?.insert(params)?)
    }
}

impl<'c> Deref for Writer<'c> {
    type Target = Reader<'c>;

    fn deref(&self) -> &Reader<'c> {
        &self.reader
    }
}
