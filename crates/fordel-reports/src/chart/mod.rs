//! Pictures as data, and the same data drawn as SVG: for the page, the document and export alike.
//!
//! Every picture carries `<title>` and `<desc>`, names its series in words beside the colours, and tells them apart by
//! pattern too, so that it reads in greyscale. Colours stand as attributes for renderers without stylesheets; the page's
//! stylesheet overrides them by class in dark mode.

mod axis;
mod canvas;
mod curve;
mod day;
pub(crate) mod ink;
mod shares;
mod staffing;
mod tornado;
mod usual;
mod weeks;
mod years;

pub use axis::{Axis, Tick};
pub use curve::{Curve, Point};
pub use day::{Column, Day, Layer, Step};
pub use shares::{ShareRow, Shares};
pub use staffing::{Staffing, StaffingRow};
pub use tornado::{Tornado, TornadoRow};
pub use usual::{Usual, UsualColumn};
pub use weeks::{WeekColumn, Weeks};
pub use years::{YearLine, Years};

use serde::Serialize;

use crate::report::Panel;
use crate::xml::Xml;
use canvas::Canvas;

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "form", rename_all = "snake_case")]
pub enum Chart {
    /// Demand against capacity over the day.
    Day(Day),
    /// Each group's share, before and after.
    Shares(Shares),
    /// Gain against number of moves.
    Curve(Curve),
    /// Heads by shift in several plans.
    Staffing(Staffing),
    /// What drives a figure.
    Tornado(Tornado),
    /// What is usual, with its spread.
    Usual(Usual),
    /// Weeks of the year.
    Weeks(Weeks),
    /// Years ahead.
    Years(Years),
}

impl Chart {
    /// Whether it takes a page's whole width, and not half of it.
    pub fn is_wide(&self) -> bool {
        match self {
            Chart::Day(day) => day.full_width,
            Chart::Years(years) => years.full_width,
            _ => true,
        }
    }

    /// Width in the picture's own units.
    fn width(&self) -> f64 {
        if self.is_wide() { 680.0 } else { 340.0 }
    }
}

/// Draws a panel as a free-standing SVG whose ids all start with `id`, so that many can share a page.
pub fn svg(panel: &Panel, id: &str) -> String {
    draw(panel, id).finish()
}

/// The same as markup to be put into a page.
pub(crate) fn draw(panel: &Panel, id: &str) -> Xml {
    let mut canvas = Canvas::new(id, panel.chart.width());
    let height = match &panel.chart {
        Chart::Day(chart) => day::draw(chart, &mut canvas),
        Chart::Shares(chart) => shares::draw(chart, &mut canvas),
        Chart::Curve(chart) => curve::draw(chart, &mut canvas),
        Chart::Staffing(chart) => staffing::draw(chart, &mut canvas),
        Chart::Tornado(chart) => tornado::draw(chart, &mut canvas),
        Chart::Usual(chart) => usual::draw(chart, &mut canvas),
        Chart::Weeks(chart) => weeks::draw(chart, &mut canvas),
        Chart::Years(chart) => years::draw(chart, &mut canvas),
    };
    canvas.finish(height, &panel.title, &panel.alternative)
}
