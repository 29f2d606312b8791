//! Which wards are raced, in which order.
//!
//! The first seed of every size comes before the second of any, so that a race that is stopped has something of all.

use std::path::Path;

use fordel_core::ward::{Alike, Ward};
use serde::{Deserialize, Serialize};

use crate::arguments::Race;

/// Why a ward is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Somebody's ward.
    Given,
    /// From the generator: a family by size.
    Generated,
    /// One of many that are planned one after the other.
    Many,
}

/// A ward in the race.
pub struct Entry {
    /// Its name, as a file's name.
    pub name: String,
    /// Why it is here.
    pub kind: Kind,
    /// The ward, with its own choice of `alike`.
    pub ward: Ward,
    /// Gap at which a run ends.
    pub gap: f64,
}

/// The gap to which many wards are planned.
const MANY_GAP: f64 = 0.02;
/// Seeds of the many begin here, far from those of the families.
const MANY_SEEDS: u64 = 1_000;

/// All wards of a race in their order.
///
/// # Errors
/// A given ward that can't be read.
pub fn entries(race: &Race) -> Result<Vec<Entry>, String> {
    let mut entries = Vec::new();
    for path in &race.wards {
        let ward = read(path)?;
        for alike in race.alike.alike() {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let ward = with_days(ward.clone(), alike);
            entries.push(Entry { name: format!("{stem}-{}", word(alike)), kind: Kind::Given, ward, gap: race.gap });
        }
    }
    for seed in 1..=race.seeds {
        for size in &race.sizes {
            for alike in race.alike.alike() {
                let name = format!("{size}-{seed}-{}", word(alike));
                let ward = fordel_bench::ward(*size, seed, alike);
                entries.push(Entry { name, kind: Kind::Generated, ward, gap: race.gap });
            }
        }
    }
    for (seed, size) in (MANY_SEEDS..MANY_SEEDS + race.many).zip(race.sizes.iter().cycle()) {
        let ward = fordel_bench::ward(*size, seed, Alike::Weekdays);
        entries.push(Entry { name: format!("many-{size}-{seed}"), kind: Kind::Many, ward, gap: MANY_GAP });
    }
    Ok(entries)
}

/// `weekdays` or `no`, as the workbook's setting has it.
pub fn word(alike: Alike) -> &'static str {
    match alike {
        Alike::Weekdays => "weekdays",
        Alike::No => "no",
    }
}

/// Reads a workbook, or a ward as JSON.
///
/// # Errors
/// A file that can't be read, or is no ward without faults.
pub fn read(path: &Path) -> Result<Ward, String> {
    if path.extension().is_some_and(|e| e == "json") {
        let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        return serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()));
    }
    let reading = fordel_sheets::read_ward(path);
    reading.ward.ok_or_else(|| format!("{}: has faults, see `fordel validate`", path.display()))
}

fn with_days(mut ward: Ward, alike: Alike) -> Ward {
    ward.settings.alike = alike;
    ward
}
