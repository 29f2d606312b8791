//! What remains to be filled in: which cells of the long form stand for something that the form as wards fill it in
//! doesn't hold.

use std::collections::BTreeMap;

use fordel_text::Texts;

use super::layout::{self, Layout};
use crate::columns::{Name, course, group, task};
use crate::read::Gap;

/// Cells that remain to be filled in, each with the text of its comment.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    cells: BTreeMap<(usize, u32, u16), String>,
}

impl Marks {
    /// The cells of these gaps.
    pub fn new(gaps: &[Gap], texts: &Texts) -> Marks {
        let mut marks = Marks::default();
        for gap in gaps {
            let (layout, row, column, key) = place(gap);
            if let Some((sheet, col)) = find(layout, column) {
                // The header is the first row.
                marks.cells.insert((sheet, row as u32 + 1, col), texts.get(key));
            }
        }
        marks
    }

    /// The comment of a cell, if it is marked: sheet by its place in the layout, row and column from 0.
    pub fn get(&self, sheet: usize, row: u32, col: u16) -> Option<&str> {
        self.cells.get(&(sheet, row, col)).map(String::as_str)
    }
}

/// Where a gap lies, with the key of its comment.
fn place(gap: &Gap) -> (&'static Layout, usize, Name, &'static str) {
    match gap {
        Gap::Lowest(line) => (&layout::TASKS, line.0, task::LOWEST, "fill-in-lowest"),
        Gap::Count(line) => (&layout::TASKS, line.0, task::COUNT, "fill-in-count"),
        Gap::Minutes(line) => (&layout::TASKS, line.0, task::MINUTES, "fill-in-minutes"),
        Gap::Today(line) => (&layout::TASKS, line.0, task::TODAY, "fill-in-today"),
        Gap::Category(line) => (&layout::TASKS, line.0, task::CATEGORY, "fill-in-category"),
        Gap::Timing(line) => (&layout::TASKS, line.0, task::INTERVAL, "fill-in-timing"),
        Gap::CourseHours(id) => (&layout::COURSES, id.0, course::HOURS, "fill-in-course-hours"),
        Gap::Hourly(id) => (&layout::GROUPS, id.0, group::HOURLY, "fill-in-hourly"),
    }
}

/// Sheet and column by their places in the layout.
fn find(layout: &Layout, column: Name) -> Option<(usize, u16)> {
    let sheet = layout::ALL.iter().position(|l| l.names.name == layout.names.name)?;
    let col = layout.columns.iter().position(|c| c.name == column)?;
    Some((sheet, u16::try_from(col).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use fordel_core::ward::{CourseId, GroupId, LineId};
    use fordel_text::Lang;

    #[test]
    fn every_gap_has_its_cell() {
        let (line, course, group) = (LineId(2), CourseId(0), GroupId(1));
        let gaps = [
            Gap::Lowest(line),
            Gap::Count(line),
            Gap::Minutes(line),
            Gap::Today(line),
            Gap::Category(line),
            Gap::Timing(line),
            Gap::CourseHours(course),
            Gap::Hourly(group),
        ];
        for lang in [Lang::Nb, Lang::En] {
            let marks = Marks::new(&gaps, &Texts::new(lang));
            assert_eq!(marks.cells.len(), gaps.len());
        }
        let marks = Marks::new(&gaps, &Texts::new(Lang::Nb));
        // Minstekrav is column O, and the third line stands in row 4.
        assert!(marks.get(0, 3, 14).is_some_and(|why| why.starts_with("Fyll inn")));
        assert_eq!(marks.get(0, 2, 14), None);
    }
}
