//! Opening what people hand in: a ward's workbook, a plan as JSON or as its workbook.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use fordel_core::complaint::{Complaint, Place};
use fordel_core::plan::{Plan, Status};
use fordel_core::ward::Ward;
use fordel_sheets::plan_book::HandPlan;
use fordel_sheets::{Gap, Own, Reading};

use crate::failure::Failure;
use crate::plan_json;

/// The largest file that is read, bytes. A ward of 100 000 task lines takes a tenth of it.
const MOST_BYTES: u64 = 64 << 20;

/// A ward as read, with what was noticed and assumed.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The ward.
    pub ward: Ward,
    /// Notices and assumptions; no faults.
    pub complaints: Vec<Complaint>,
    /// What the wide form doesn't hold and remains to be filled in.
    pub gaps: Vec<Gap>,
    /// What the program doesn't know.
    pub own: Own,
}

/// All bytes of a file.
///
/// # Errors
/// A file that is missing, a folder, not readable, or too large.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let unreadable = |why: io::Error| Failure::Unreadable { path: path.to_owned(), why };
    let file = File::open(path).map_err(unreadable)?;
    if file.metadata().map_err(unreadable)?.is_dir() {
        return Err(unreadable(io::ErrorKind::IsADirectory.into()));
    }
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Failure::TooLarge { path: path.to_owned(), megabytes: MOST_BYTES >> 20 });
    }
    Ok(bytes)
}

/// Reads a ward's workbook. A unit without a name has that of the file, which is told.
///
/// # Errors
/// A file that can't be read, or its faults.
pub fn read_ward(path: &Path) -> Result<Opened, Failure> {
    let Reading { ward, mut complaints, gaps, own, .. } = fordel_sheets::read_ward_bytes(&read_bytes(path)?);
    let Some(mut ward) = ward else { return Err(Failure::Faulty { path: path.to_owned(), complaints }) };
    if ward.unit.is_empty() {
        ward.unit = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        complaints.push(Complaint::assumed("assumed-unit", Place::file()).with("unit", ward.unit.as_str()));
    }
    Ok(Opened { ward, complaints, gaps, own })
}

/// Reads a plan: `plan.json`, or the plan's workbook. What the file holds decides, not its name.
///
/// # Errors
/// A file that can't be read or holds no plan.
pub fn read_plan(path: &Path) -> Result<Plan, Failure> {
    match read_plan_or_book(path)? {
        PlanFile::Json(plan) => Ok(*plan),
        PlanFile::Book(hand_plan) => Ok(hand_plan.into_plan()),
    }
}

/// The plan of this file, unless all that it says is that there is none.
///
/// # Errors
/// That it says so.
pub(crate) fn one_that_decides(plan: Plan, path: &Path) -> Result<Plan, Failure> {
    let decides = !plan.placements.is_empty() || !plan.staffing.is_empty();
    if decides || matches!(plan.status, Status::Optimal | Status::Feasible) {
        Ok(plan)
    } else {
        Err(Failure::PlanEmpty { path: path.to_owned() })
    }
}

/// A plan in one of its two forms.
pub enum PlanFile {
    /// `plan.json`.
    Json(Box<Plan>),
    /// The plan's workbook, which people may have changed.
    Book(Box<HandPlan>),
}

/// Reads a plan in the form that it has.
///
/// # Errors
/// A file that can't be read or holds no plan.
pub fn read_plan_or_book(path: &Path) -> Result<PlanFile, Failure> {
    plan_or_book(&read_bytes(path)?, path)
}

/// The plan in a file's bytes.
///
/// # Errors
/// Bytes that hold no plan.
pub(crate) fn plan_or_book(bytes: &[u8], path: &Path) -> Result<PlanFile, Failure> {
    if bytes.starts_with(b"PK") {
        let faulty = |complaints| Failure::Faulty { path: path.to_owned(), complaints };
        return fordel_sheets::plan_book::read_plan_book(bytes)
            .map(|book| PlanFile::Book(Box::new(book)))
            .map_err(faulty);
    }
    let plan = plan_json::read(bytes).map_err(|why| Failure::NotAPlan { path: path.to_owned(), why })?;
    Ok(PlanFile::Json(Box::new(plan)))
}
