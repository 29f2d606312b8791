//! In which order the courses of a plan are best taken.

use std::path::Path;

use fordel_core::measure::course_order::CourseOrder;
use fordel_core::ward::Ward;
use fordel_engine::{Request, Watch};

use crate::explain::asked_of;
use crate::failure::Failure;
use crate::wishes::Wishes;

/// The answer.
#[derive(Clone, Debug)]
pub struct CoursesOrdered {
    /// The ward.
    pub ward: Ward,
    /// The order.
    pub order: CourseOrder,
    /// Hours a month that can be taken out of the work, and the months in which each course is held then.
    pub months: Option<(f64, Vec<(u32, u32)>)>,
}

/// Orders the courses of a plan, under the limits that the plan was made under; wishes win over those.
///
/// # Errors
/// Files that can't be used, or a plan that doesn't hold for this ward.
pub fn course_order(
    workbook: &Path,
    plan: &Path,
    hours_a_month: Option<f64>,
    wishes: &Wishes,
    watch: &dyn Watch,
) -> Result<CoursesOrdered, Failure> {
    let (ward, plan, request) = asked_of(workbook, plan, wishes)?;
    let request = Request { beside: false, ..request };
    let order = fordel_engine::course_order(&ward, &request, &plan, watch);
    let months = hours_a_month.and_then(|hours| Some((hours, order.months(hours)?)));
    Ok(CoursesOrdered { ward, order, months })
}
