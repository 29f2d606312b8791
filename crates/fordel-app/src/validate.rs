//! Everything that is wrong with a workbook, at once, and what was assumed.

use std::path::Path;

use fordel_core::complaint::{Complaint, Severity};

use crate::failure::Failure;
use crate::files;

/// What a workbook holds and what is to be said about it.
#[derive(Clone, Debug)]
pub struct Validated {
    /// Every complaint, faults first.
    pub complaints: Vec<Complaint>,
    /// Name of the unit, number of task lines, groups and shifts; none where there are faults.
    pub holds: Option<Holds>,
}

/// What a good workbook holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holds {
    /// Name of the unit.
    pub unit: String,
    /// Task lines.
    pub lines: usize,
    /// Groups.
    pub groups: usize,
    /// Shifts.
    pub shifts: usize,
}

impl Validated {
    /// Complaints of one severity.
    pub fn of(&self, severity: Severity) -> impl Iterator<Item = &Complaint> {
        self.complaints.iter().filter(move |c| c.severity == severity)
    }
}

/// Reads a workbook and tells everything there is to say about it.
///
/// # Errors
/// A file that can't be read at all; faults in it are an answer.
pub fn validate(workbook: &Path) -> Result<Validated, Failure> {
    match files::read_ward(workbook) {
        Ok(files::Opened { ward, complaints, .. }) => Ok(Validated {
            complaints,
            holds: Some(Holds {
                unit: ward.unit,
                lines: ward.lines.len(),
                groups: ward.groups.len(),
                shifts: ward.shifts.len(),
            }),
        }),
        Err(Failure::Faulty { mut complaints, .. }) => {
            complaints.sort_by_key(|c| c.severity);
            Ok(Validated { complaints, holds: None })
        }
        Err(other) => Err(other),
    }
}
