//! Where a row stands among the rows of its sheet: positions with gaps, so that most insertions move no other row.

use serde::{Deserialize, Serialize};

use crate::access::{Reader, Writer};
use crate::failure::Failure;
use crate::ids::{BranchId, RowId};

/// How far apart rows are put where there is room.
const GAP: i64 = 1024;

/// Where a row is to stand.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Place {
    /// Before all others.
    First,
    /// After all others.
    Last,
    /// Right after this row; also after one that was removed, where it stood.
    After(RowId),
    /// Right after the row that was added under this name earlier in the same batch.
    AfterNew(String),
}

/// A place that no longer speaks of names given in the batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Anchor {
    First,
    Last,
    After(RowId),
}

impl Reader<'_> {
    /// The row right before this position: any row, or only those that weren't removed.
    pub(crate) fn row_before(
        &self,
        unit: BranchId,
        sheet: &str,
        position: i64,
        with_removed: bool,
    ) -> Result<Option<RowId>, Failure> {
        let sql = "SELECT id FROM row WHERE unit = ?1 AND sheet = ?2 AND position < ?3 AND removed <= ?4 \
                   ORDER BY position DESC LIMIT 1";
        self.one(sql, (unit, sheet, position, with_removed), |row| row.get(0))
    }

    /// Where a row of this unit stands.
    pub(crate) fn position_of(&self, unit: BranchId, row: RowId) -> Result<i64, Failure> {
        let sql = "SELECT position FROM row WHERE id = ?1 AND unit = ?2";
        self.one(sql, (row, unit), |row| row.get(0))?.ok_or(Failure::NotFound)
    }
}

impl Writer<'_> {
    /// Positions for `count` rows one after the other at this place. Rows behind are moved on if there isn't room.
    pub(crate) fn make_room(
        &mut self,
        unit: BranchId,
        sheet: &str,
        anchor: Anchor,
        count: usize,
    ) -> Result<Vec<i64>, Failure> {
        let count = i64::try_from(count).map_err(|_| Failure::Full)?;
        let spaced = |first: i64, step: i64| (0..count).map(|i| first + i * step).collect();
        let edge = |sql: &str| -> Result<Option<i64>, Failure> {
            Ok(self.one(sql, (unit, sheet), |row| row.get::<_, Option<i64>>(0))?.flatten())
        };
        match anchor {
            Anchor::First => {
                let first = edge("SELECT min(position) FROM row WHERE unit = ?1 AND sheet = ?2")?;
                Ok(spaced(first.map_or(GAP, |first| first - count * GAP), GAP))
            }
            Anchor::Last => {
                let last = edge("SELECT max(position) FROM row WHERE unit = ?1 AND sheet = ?2")?;
                Ok(spaced(last.unwrap_or(0) + GAP, GAP))
            }
            Anchor::After(row) => {
                if self.sheet_of(unit, row)? != sheet {
                    return Err(Failure::NotFound);
                }
                let position = self.position_of(unit, row)?;
                let sql = "SELECT min(position) FROM row WHERE unit = ?1 AND sheet = ?2 AND position > ?3";
                let next: Option<i64> =
                    self.one(sql, (unit, sheet, position), |row| row.get::<_, Option<i64>>(0))?.flatten();
                match next {
                    None => Ok(spaced(position + GAP, GAP)),
                    Some(next) if next - position > count => {
                        let step = (next - position) / (count + 1);
                        Ok(spaced(position + step, step))
                    }
                    Some(_) => {
                        self.execute(
                            "UPDATE row SET position = position + ?4 WHERE unit = ?1 AND sheet = ?2 AND position > ?3",
                            (unit, sheet, position, count * GAP),
                        )?;
                        Ok(spaced(position + GAP, GAP))
                    }
                }
            }
        }
    }
}
