//! The example ward through the whole of planning.

use std::path::Path;

use fordel_engine::Watch;
use fordel_text::Lang;

use crate::failure::Failure;
use crate::folder::{Saved, save_file};
use crate::plan::{Order, Planned, plan};
use crate::wishes::Wishes;

/// The example's workbook and plan.
#[derive(Clone, Debug)]
pub struct Demonstrated {
    /// The example's workbook, and what lay in its place before.
    pub workbook: Saved,
    /// Its plan, saved in the same folder.
    pub planned: Planned,
}

/// Saves the example's workbook in the order's folder and plans it there; without one, in the working folder. Where no
/// time is wished for, it gets [`Wishes::EXAMPLE_TIME_LIMIT`].
///
/// # Errors
/// A place that can't be written.
pub fn demo(order: &Order, watch: &dyn Watch) -> Result<Demonstrated, Failure> {
    let workbook = order.out.unwrap_or(Path::new("")).join(match order.lang {
        Lang::Nb => "eksempel.xlsx",
        Lang::En => "example.xlsx",
    });
    let saved = save_file(&workbook, fordel_sheets::example_workbook())?;
    let wishes =
        Wishes { time_limit: order.wishes.time_limit.or(Some(Wishes::EXAMPLE_TIME_LIMIT)), ..order.wishes.clone() };
    let planned = plan(&workbook, &Order { wishes: &wishes, ..order.clone() }, watch)?;
    Ok(Demonstrated { workbook: saved, planned })
}
