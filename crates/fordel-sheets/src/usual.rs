//! The usual tasks of a unit, by its kind, that are built into the program: what a unit of that kind begins its mapping
//! from. Their source is `examples/oppgavebibliotek`, and the example ward's own workbook for a medical ward. The minutes
//! are estimates, with a range, to be replaced by the unit's own.

use fordel_core::ward::Ward;

use crate::columns::{ACTIVITY, COURSES, SheetNames, TASKS};
use crate::example::example_workbook;
use crate::read::{read_ward_bytes, read_ward_sheets};
use crate::write::TypedSheet;

/// A kind of unit whose usual tasks are built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KindOfUnit {
    /// What it is called in addresses and among the texts.
    pub key: &'static str,
    /// Its tasks, activity and courses as text; none where its tasks are the example ward's.
    told: Option<[&'static str; 3]>,
}

macro_rules! kind {
    ($key:literal) => {
        KindOfUnit {
            key: $key,
            told: Some([
                include_str!(concat!("../../../examples/oppgavebibliotek/", $key, "/oppgaver.tsv")),
                include_str!(concat!("../../../examples/oppgavebibliotek/", $key, "/aktivitet.tsv")),
                include_str!(concat!("../../../examples/oppgavebibliotek/", $key, "/kurs.tsv")),
            ]),
        }
    };
}

/// The kinds of unit, the example ward's first.
pub const KINDS_OF_UNIT: [KindOfUnit; 5] = [
    KindOfUnit { key: "medisinsk-sengepost", told: None },
    kind!("kirurgisk-sengepost"),
    kind!("poliklinikk"),
    kind!("sykehjem"),
    kind!("hjemmetjeneste"),
];

impl KindOfUnit {
    /// Whether its tasks are the example ward's.
    pub fn is_example(self) -> bool {
        self.told.is_none()
    }

    /// Its tasks in a ward that has the default for all else. None if what is built in has faults, which a test rules out.
    pub fn ward(self) -> Option<Ward> {
        let Some(told) = self.told else { return read_ward_bytes(example_workbook()).ward };
        let sheets = [&TASKS, &ACTIVITY, &COURSES].into_iter().zip(told);
        read_ward_sheets(sheets.map(|(names, text)| typed(names, text).cells()).collect()).ward
    }
}

/// A sheet of tab-separated text, whose first line tells its columns.
fn typed(names: &SheetNames, text: &str) -> TypedSheet {
    let mut lines = text.lines().map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
    let head = lines.next().unwrap_or_default();
    let row = |cells: Vec<String>| head.iter().cloned().zip(cells).filter(|(_, text)| !text.is_empty()).collect();
    TypedSheet { name: names.name.nb.to_owned(), own_columns: Vec::new(), rows: lines.map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_a_ward_without_faults_whose_minutes_have_a_range() {
        for kind in KINDS_OF_UNIT {
            let ward = kind.ward().unwrap_or_else(|| panic!("{} has faults", kind.key));
            assert!(ward.lines.len() >= 20, "{}", kind.key);
            let bare: Vec<&str> = ward
                .lines
                .iter()
                .filter(|line| line.minutes_low.or(line.minutes_high).is_none())
                .map(|line| &*line.name)
                .collect();
            assert!(kind.is_example() || bare.is_empty(), "{}: {bare:?}", kind.key);
        }
    }
}
