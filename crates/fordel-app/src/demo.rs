//! The example ward through the whole of planning.

use std::path::Path;

use fordel_engine::Watch;
use fordel_text::Lang;

use crate::failure::Failure;
use crate::folder::{Saved, save_file};
use crate::plan::{Order, Planned, plan};

/// The example's workbook and plan.
#[derive(Clone, Debug)]
pub struct Demonstrated {
    /// The example's workbook, and what lay in its place before.
    pub workbook: Saved,
    /// Its plan, saved in the same folder.
    pub planned: Planned,
}

/// Saves the example's workbook in the order's folder and plans it there; without one, in the working folder.
///
/// # Errors
/// A place that can't be written.
pub fn demo(order: &Order, watch: &dyn Watch) -> Result<Demonstrated, Failure> {
    let workbook = order.out.unwrap_or(Path::new("")).join(match order.lang {
        Lang::Nb => "eksempel.xlsx",
        Lang::En => "example.xlsx",
    });
    let saved = save_file(&workbook, fordel_sheets::example_workbook())?;
    let planned = plan(&workbook, order, watch)?;
    Ok(Demonstrated { workbook: saved, planned })
}
