//! Where each part of the ward stands in the workbook.

use std::collections::BTreeMap;

use fordel_core::complaint::Place;
use fordel_core::ward::Part;

/// Cells by the part that they hold.
#[derive(Debug, Default)]
pub struct Places(BTreeMap<Part, String>);

impl Places {
    /// Notes where a part stands.
    pub fn set(&mut self, part: Part, place: Place) {
        self.0.insert(part, place.to_string());
    }
    /// All of them, as the ward holds them.
    pub fn into_map(self) -> BTreeMap<Part, String> {
        self.0
    }
}
