//! The plan as a workbook made for people, and back again after people have changed it.
//!
//! Written ([`plan_book`]): who does what, the activity plan, staffing, workload, training, findings and everything
//! that was given or assumed. What a controller would change (hourly costs, rates, hours, heads) feeds live formulas,
//! and the same results are stored beside them for programs that don't compute. Text that came from people is always
//! written as text, never as a formula.
//!
//! Read ([`read_plan_book`]): placements and heads as they stand now, and the figures that the plan told when it was
//! made, so that a plan changed by hand can be checked like any other.

mod activity_sheet;
mod assumptions_sheet;
mod cost;
mod distribution_sheet;
mod findings_sheet;
mod hand_plan;
mod layout;
mod names_sheet;
mod pen;
mod read;
mod staffing_sheet;
mod style;
mod told;
mod training_sheet;
mod workload_sheet;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;

use fordel_core::complaint::Complaint;
use fordel_core::order::GroupOrder;
use fordel_core::plan::Plan;
use fordel_core::ward::{GroupId, Ward};
use fordel_text::{Lang, Texts};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

pub use hand_plan::HandPlan;
pub(crate) use pen::clipped;
pub use read::read_plan_book;

use crate::read::name_key;
use layout::Layout;
use style::Style;

/// Why a placement stands where it does, in a sentence, by the line's row and the placement's days (1 = Monday).
pub type Reasons = BTreeMap<(u32, Vec<u8>), String>;

/// Everything the sheets are written from.
struct Book<'a> {
    ward: &'a Ward,
    plan: &'a Plan,
    complaints: Option<&'a [Complaint]>,
    reasons: &'a Reasons,
    texts: &'a Texts,
    order: GroupOrder,
    style: Style,
    layout: Layout,
}

impl Book<'_> {
    /// A text of the plan's workbook: the key without its prefix `book-`.
    fn text(&self, key: &str) -> String {
        self.texts.get(&format!("book-{key}"))
    }
    /// A text with values.
    fn text_with(&self, key: &str, args: &[(&str, fordel_core::complaint::Value)]) -> String {
        self.texts.with(&format!("book-{key}"), args)
    }
    fn code(&self, group: GroupId) -> &str {
        &self.ward.group(group).code
    }
}

/// The sheets, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SheetKind {
    Distribution,
    Activity,
    Names,
    Staffing,
    Workload,
    Training,
    Findings,
    Assumptions,
}

impl SheetKind {
    /// Key of its name.
    fn key(self) -> &'static str {
        match self {
            SheetKind::Distribution => "book-sheet-distribution",
            SheetKind::Activity => "book-sheet-activity",
            SheetKind::Names => "book-sheet-names",
            SheetKind::Staffing => "book-sheet-staffing",
            SheetKind::Workload => "book-sheet-workload",
            SheetKind::Training => "book-sheet-training",
            SheetKind::Findings => "book-sheet-findings",
            SheetKind::Assumptions => "book-sheet-assumptions",
        }
    }
}

/// Whether sheets of these names make a plan's workbook: its distribution and its staffing, in either language.
pub(crate) fn has_sheets(names: &[String]) -> bool {
    let there = |wanted: &str| names.iter().any(|name| name_key(name) == name_key(wanted));
    [Lang::Nb, Lang::En].into_iter().any(|lang| {
        let texts = Texts::new(lang);
        [SheetKind::Distribution, SheetKind::Staffing].into_iter().all(|kind| there(&texts.get(kind.key())))
    })
}

/// The plan's workbook as bytes. The same plan gives the same bytes. `complaints` are the notices and assumptions that
/// reading the ward gave, where they are known.
///
/// # Errors
/// A workbook that Excel couldn't hold, such as one with more rows than a sheet has.
pub fn plan_book(
    ward: &Ward,
    plan: &Plan,
    complaints: Option<&[Complaint]>,
    reasons: &Reasons,
    texts: &Texts,
) -> Result<Vec<u8>, XlsxError> {
    let layout = Layout::new(ward, plan, texts);
    let book = Book { ward, plan, complaints, reasons, texts, order: ward.order(), style: Style::new(), layout };
    let mut workbook = Workbook::new();
    workbook.set_default_format(&style::standard(), pen::ROW_PIXELS, pen::COLUMN_PIXELS)?;
    // A fixed date: the bytes depend on the plan alone.
    let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(pen::clipped(&plan.unit)).set_creation_datetime(&made));
    for sheet in [
        distribution_sheet::write(&book)?,
        activity_sheet::write(&book)?,
        names_sheet::write(&book)?,
        staffing_sheet::write(&book)?,
        workload_sheet::write(&book)?,
        training_sheet::write(&book)?,
        findings_sheet::write(&book)?,
        assumptions_sheet::write(&book)?,
    ] {
        workbook.push_worksheet(sheet);
    }
    workbook.save_to_buffer()
}

/// Writes the plan's workbook to a file.
///
/// # Errors
/// As [`plan_book`], or a file that can't be written.
pub fn write_plan_book(
    ward: &Ward,
    plan: &Plan,
    complaints: Option<&[Complaint]>,
    reasons: &Reasons,
    texts: &Texts,
    out: &Path,
) -> Result<(), XlsxError> {
    let bytes = plan_book(ward, plan, complaints, reasons, texts)?;
    std::fs::write(out, bytes).map_err(XlsxError::IoError)
}
