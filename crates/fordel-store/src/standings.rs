//! Where each unit of an organisation stands: what its front page tells, asked for all units at once.

use std::collections::BTreeMap;

use rusqlite::Row;

use crate::access::{Moment, Reader, Writer};
use crate::decisions::LastDecided;
use crate::failure::Failure;
use crate::ids::BranchId;
use crate::words::{ProposalState, ReviewState};

/// Where a unit stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// How many proposals there are.
    pub proposals: usize,
    /// Those among them that wait for the search or are in it.
    pub under_way: usize,
    /// The number of the newest.
    pub newest: i64,
    /// The sum of their versions: with how many there are, are under way and the newest's number, another one where something in
    /// them is.
    pub versions: i64,
    /// The last decision.
    pub decided: Option<LastDecided>,
    /// Proposals made or changed after it, but for those that came to nothing; 0 where nothing is decided.
    pub newer: usize,
    /// Objections without an answer.
    pub objections: usize,
    /// Rows about which people disagree.
    pub disputed: usize,
}

/// How far a unit's mapping had come, as it was counted at a revision of its book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The unit.
    pub unit: BranchId,
    /// Its book's revision.
    pub revision: i64,
    /// What was counted, as JSON.
    pub counts: String,
}

impl Reader<'_> {
    /// What this version of the program has counted in an organisation's units, whatever revision their books have now.
    pub fn counted(&self, organisation: BranchId, program: &str) -> Result<Vec<Counted>, Failure> {
        self.all(
            "SELECT c.unit, c.revision, c.counts FROM counted c JOIN branch b ON b.id = c.unit \
             WHERE b.organisation = ?1 AND c.program = ?2",
            (organisation, program),
            |row| Ok(Counted { unit: row.get(0)?, revision: row.get(1)?, counts: row.get(2)? }),
        )
    }

    /// Where each unit of an organisation stands; units with nothing to tell aren't among them.
    pub fn standings(&self, organisation: BranchId) -> Result<BTreeMap<BranchId, Standing>, Failure> {
        let mut standings: BTreeMap<BranchId, Standing> = BTreeMap::new();
        let counted = |row: &Row<'_>| Ok((row.get::<_, BranchId>(0)?, row.get::<_, i64>(1)?));
        let of_units = "JOIN branch b ON b.id = x.unit WHERE b.organisation = ?1";
        let sql = format!(
            "SELECT x.unit, count(*), sum(x.state IN (?2, ?3)), max(x.number), sum(x.version) \
             FROM proposal x {of_units} GROUP BY x.unit"
        );
        let proposed = |row: &Row<'_>| {
            let numbers: [i64; 4] = [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?];
            Ok((row.get::<_, BranchId>(0)?, numbers))
        };
        let wanted = (organisation, ProposalState::Waiting, ProposalState::Running);
        for (unit, [count, under_way, newest, versions]) in self.all(&sql, wanted, proposed)? {
            let standing = standings.entry(unit).or_default();
            standing.proposals = usize::try_from(count).unwrap_or(0);
            standing.under_way = usize::try_from(under_way).unwrap_or(0);
            (standing.newest, standing.versions) = (newest, versions);
        }
        let sql = format!("SELECT x.unit, count(*) FROM objection x {of_units} AND x.answer IS NULL GROUP BY x.unit");
        for (unit, count) in self.all(&sql, [organisation], counted)? {
            standings.entry(unit).or_default().objections = usize::try_from(count).unwrap_or(0);
        }
        // In this order: few rows are disputed of the many that there are.
        let sql = "SELECT x.unit, count(*) FROM review v CROSS JOIN row x ON x.id = v.row \
                   CROSS JOIN branch b ON b.id = x.unit \
                   WHERE v.state = ?2 AND x.removed = 0 AND b.organisation = ?1 GROUP BY x.unit";
        for (unit, count) in self.all(sql, (organisation, ReviewState::Disputed), counted)? {
            standings.entry(unit).or_default().disputed = usize::try_from(count).unwrap_or(0);
        }
        // Of several rows, SQLite gives the others' values from the one that holds the greatest number.
        let sql = format!("SELECT x.unit, max(x.number), x.held_on, x.at FROM decision x {of_units} GROUP BY x.unit");
        let decided = |row: &Row<'_>| {
            let last = LastDecided { number: row.get(1)?, held_on: row.get(2)?, at: Moment(row.get(3)?) };
            Ok((row.get::<_, BranchId>(0)?, last))
        };
        for (unit, last) in self.all(&sql, [organisation], decided)? {
            standings.entry(unit).or_default().decided = Some(last);
        }
        // What came after what is told by the chain, whatever the clock said.
        let sql = format!(
            "SELECT x.unit, count(*) FROM proposal x {of_units} AND x.state <> 'failed' \
             AND (x.state <> 'cancelled' OR x.plan IS NOT NULL) AND EXISTS (SELECT 1 FROM change c \
             WHERE c.subject = 'proposal/' || x.id AND c.what IN ('proposal-added', 'proposal-plan') \
             AND c.seq > (SELECT max(t.seq) FROM decision d JOIN change t ON t.subject = 'decision/' || d.id \
             WHERE d.unit = x.unit)) GROUP BY x.unit"
        );
        for (unit, count) in self.all(&sql, [organisation], counted)? {
            standings.entry(unit).or_default().newer = usize::try_from(count).unwrap_or(0);
        }
        Ok(standings)
    }
}

impl Writer<'_> {
    /// Keeps what a version of the program has counted; a unit that is gone is left out. It follows from the books, so that the
    /// chain doesn't tell it.
    pub fn keep_counted(&mut self, program: &str, all: &[Counted]) -> Result<(), Failure> {
        let sql = "INSERT OR REPLACE INTO counted (unit, revision, program, counts) \
                   SELECT id, ?2, ?3, ?4 FROM branch WHERE id = ?1";
        for one in all {
            self.execute(sql, (one.unit, one.revision, program, &one.counts))?;
        }
        Ok(())
    }
}
