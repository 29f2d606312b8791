//! The sheet `Innstillinger`: one setting a row, by name.

mod short;
mod varying;

use std::collections::HashMap;

use fordel_core::complaint::Value;
use fordel_core::time::Intervals;
use fordel_core::ward::{Alike, Category, Part, Settings};
use fordel_text::Lang;
use fordel_text::standard::category;

use super::bounds::Bounds;
use super::kinds;
use super::listing::{self, Listing, Record};
use super::places::Places;
use super::standard;
use super::timing;
use super::told::Told;
use super::values;
use super::words::{self, Names, name_key};
use crate::columns::{self, CATEGORIES, Name, setting};
use crate::table::{Cell, Sheet};

/// More settings than there are.
const MOST_SETTINGS: usize = 1_000;

/// What holds for the whole ward.
pub struct Whole {
    /// The unit's name; empty where none is given.
    pub unit: String,
    /// The cut of the day.
    pub intervals: Intervals,
    /// The categories.
    pub categories: Vec<Category>,
    /// Rates and choices.
    pub settings: Settings,
}

impl Default for Whole {
    fn default() -> Self {
        Whole {
            unit: String::new(),
            intervals: Intervals::standard(),
            categories: standard::categories(),
            settings: Settings::default(),
        }
    }
}

impl Whole {
    /// The categories to look up: by the ward's own names, and the default ones in English too.
    pub fn category_names(&self) -> Names {
        let mut names = Names::new(name_key);
        for category in &self.categories {
            let _ = names.add(&category.name);
        }
        for default in &CATEGORIES {
            if let Some(at) = names.find(default.nb) {
                default.spellings().for_each(|spelling| names.alias(at, spelling));
            }
        }
        names
    }
}

/// The rows by setting; unknown names and names that stand twice are told.
struct Rows<'l, 's> {
    rows: HashMap<&'static str, Record<'l, 's>>,
}

/// Reads the sheet.
pub fn read(sheet: &Sheet, places: &mut Places, told: &mut Told) -> Whole {
    let listing = Listing::new(sheet, columns::SETTINGS.columns, columns::SETTINGS.columns, MOST_SETTINGS, told);
    let rows = Rows::new(&listing, told);
    let mut whole = Whole::default();
    if let Some(unit) = rows.get(&setting::UNIT).and_then(|row| row.text(&setting::VALUE, told).value()) {
        whole.unit = unit;
    }
    if let Some(row) = rows.get(&setting::INTERVALS) {
        whole.intervals = intervals(row, told).unwrap_or(whole.intervals);
    }
    if let Some(row) = rows.get(&setting::CATEGORIES) {
        whole.categories = categories(row, told);
    }
    let default = Settings::default();
    let settings = &mut whole.settings;
    let supplement = Bounds(0.0, 3.0);
    settings.evening_night_rate = rows.share(&setting::EVENING_NIGHT, supplement, default.evening_night_rate, told);
    settings.weekend_rate = rows.share(&setting::WEEKEND, supplement, default.weekend_rate, told);
    if let Some(row) = rows.get(&setting::HOLIDAY) {
        settings.holiday_rate =
            row.share_within(&setting::VALUE, supplement, told).value().unwrap_or(default.holiday_rate);
    }
    settings.refund = rows.share(&setting::REFUND, Bounds(0.0, 1.0), default.refund, told);
    settings.training_years = match rows.get(&setting::TRAINING_YEARS) {
        Some(row) => {
            row.number_within(&setting::VALUE, Bounds(0.1, 50.0), told).value().unwrap_or(default.training_years)
        }
        None => assume(&setting::TRAINING_YEARS, default.training_years, told),
    };
    if let Some(row) = rows.get(&setting::PLAN_DATE) {
        settings.plan_date = row.read(&setting::VALUE, kinds::NOT_A_DATE, values::date, told).value();
    }
    if let Some(row) = rows.get(&setting::TOLERANCE) {
        settings.cost_tolerance = row.share_within(&setting::VALUE, Bounds(0.0, 1.0), told).value();
    }
    if let Some(row) = rows.get(&setting::ALIKE) {
        places.set(Part::Alike, row.place(&setting::VALUE));
        settings.alike = row.read(&setting::VALUE, kinds::NOT_ALIKE, alike, told).value().unwrap_or(Alike::Weekdays);
    }
    if let Some(row) = rows.get(&setting::BUDGET).filter(|row| !says_none(row)) {
        places.set(Part::Budget, row.place(&setting::VALUE));
        settings.budget_kr = row.number_within(&setting::VALUE, Bounds(0.0, 1e12), told).value();
    }
    if let Some(row) = rows.get(&setting::PROFILE).filter(|row| !says_none(row)) {
        settings.day_profile = profile(row, &whole.intervals, told);
    }
    settings.shortage = short::read(&rows, told);
    settings.variation = varying::read(&rows, told);
    whole
}

impl<'l, 's> Rows<'l, 's> {
    fn new(listing: &'l Listing<'s>, told: &mut Told) -> Rows<'l, 's> {
        let mut rows: HashMap<&'static str, Record<'l, 's>> = HashMap::new();
        for record in listing.records() {
            let name = record.text(&setting::NAME, told);
            let Some(written) = record.require(&setting::NAME, name, told) else { continue };
            let Some(name) = listing::find(&written, setting::ALL) else {
                let keys: Vec<(String, &str)> =
                    setting::ALL.iter().flat_map(|n| n.spellings().map(move |s| (name_key(s), n.said_as(s)))).collect();
                let meant = words::nearest(&name_key(&written), keys.iter().map(|(key, _)| key.as_str()));
                let complaint = record.complain(kinds::SETTING_UNKNOWN, &setting::NAME).with("value", written);
                told.add(match meant {
                    Some(at) => complaint.with("near", 1_u32).with("nearest", keys[at].1),
                    None => complaint.with("near", 0_u32),
                });
                continue;
            };
            if let Some(first) = rows.get(name.nb) {
                let first = first.place(&setting::NAME).cell.unwrap_or_default();
                let complaint = record.complain(kinds::SETTING_TWICE, &setting::NAME);
                told.add(complaint.with("value", written).with("first", first));
            } else if record.cell(&setting::VALUE).is_some() {
                // A name without a value is a setting that wasn't given.
                rows.insert(name.nb, record);
            }
        }
        Rows { rows }
    }

    fn get(&self, name: &Name) -> Option<&Record<'l, 's>> {
        self.rows.get(name.nb)
    }

    fn share(&self, name: &Name, bounds: Bounds, default: f64, told: &mut Told) -> f64 {
        match self.get(name) {
            Some(row) => row.share_within(&setting::VALUE, bounds, told).value().unwrap_or(default),
            None => assume(name, default, told),
        }
    }
}

/// Tells of a setting that took its default.
fn assume(name: &Name, default: f64, told: &mut Told) -> f64 {
    let complaint = kinds::ASSUMED_SETTING.at(fordel_core::complaint::Place::file());
    told.add(complaint.with("name", name.nb).with("english", name.en).with("value", Value::Number(default)));
    default
}

/// Tells of all settings that take their defaults where the sheet is missing.
pub fn assume_all(told: &mut Told) {
    let default = Settings::default();
    for (name, value) in [
        (&setting::EVENING_NIGHT, default.evening_night_rate),
        (&setting::WEEKEND, default.weekend_rate),
        (&setting::REFUND, default.refund),
        (&setting::TRAINING_YEARS, default.training_years),
    ] {
        assume(name, value, told);
    }
}

fn says_none(row: &Record<'_, '_>) -> bool {
    row.cell(&setting::VALUE).is_some_and(|cell| values::is_none(&cell.shown()))
}

fn alike(cell: &Cell) -> Option<Alike> {
    match name_key(&cell.shown()).as_str() {
        "hverdager" | "weekdays" => Some(Alike::Weekdays),
        _ => values::truth(cell).map(|alike| if alike { Alike::Weekdays } else { Alike::No }),
    }
}

/// The cut of the day: every part a stretch of it, and together they cover it.
fn intervals(row: &Record<'_, '_>, told: &mut Told) -> Option<Intervals> {
    let text = row.text(&setting::VALUE, told).value()?;
    let mut windows = Vec::new();
    for part in values::list(&text) {
        match values::window_in(part) {
            Some(window) => windows.push(window),
            None => told.add(row.complain(kinds::NOT_A_STRETCH, &setting::VALUE).with("value", part)),
        }
    }
    if windows.len() < values::list(&text).len() {
        return None;
    }
    match Intervals::new(windows) {
        Ok(intervals) => Some(intervals),
        Err(label) => {
            told.add(row.complain(kinds::INTERVALS_NOT_A_DAY, &setting::VALUE).with("value", text).with("at", label));
            None
        }
    }
}

/// A list of categories: parted by semicolons or line breaks if there are any, since names may hold commas. A standard one is
/// kept by its Norwegian name and shown in the reader's language, a ward's own is kept as typed.
fn categories(row: &Record<'_, '_>, told: &mut Told) -> Vec<Category> {
    let Some(text) = row.text(&setting::VALUE, told).value() else { return standard::categories() };
    let parts: Vec<&str> =
        if text.contains([';', '\n']) { text.split([';', '\n']).collect() } else { text.split(',').collect() };
    let mut names = Names::new(name_key);
    for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        if names.add(category(part, Lang::Nb)).is_err() {
            told.add(row.complain(kinds::CATEGORY_TWICE, &setting::VALUE).with("value", part));
        }
    }
    (0..names.len()).map(|at| Category { name: names.shown(at).to_owned() }).collect()
}

/// One weight for each interval.
fn profile(row: &Record<'_, '_>, intervals: &Intervals, told: &mut Told) -> Option<Vec<f64>> {
    let text = row.text(&setting::VALUE, told).value()?;
    let mut weights: Vec<Option<f64>> = vec![None; intervals.len()];
    let mut is_good = true;
    for (label, written) in values::pairs(&text) {
        let span = values::window_in(label).and_then(|window| intervals.span(window)).filter(|span| span.len() == 1);
        let Some(at) = span.map(|span| span.start) else {
            is_good = false;
            let shown = if label.is_empty() { written } else { label };
            let complaint = row.complain_of(kinds::PROFILE_INTERVAL, &setting::VALUE, shown);
            told.add(timing::unknown(complaint, shown, intervals));
            continue;
        };
        match values::number_in(written).filter(|n| (0.0..=1e9).contains(n)) {
            Some(weight) => weights[at] = Some(weight),
            None => {
                is_good = false;
                let complaint = row.complain(kinds::PROFILE_WEIGHT, &setting::VALUE);
                told.add(complaint.with("interval", label).with("value", written));
            }
        }
    }
    if !is_good {
        return None;
    }
    let missing: Vec<String> =
        intervals.iter().zip(&weights).filter(|(_, w)| w.is_none()).map(|(i, _)| i.label()).collect();
    if !missing.is_empty() {
        told.add(row.complain(kinds::PROFILE_MISSING, &setting::VALUE).with("missing", missing.join(", ")));
        return None;
    }
    let weights: Vec<f64> = weights.into_iter().flatten().collect();
    if weights.iter().sum::<f64>() <= 0.0 {
        told.add(row.complain(kinds::PROFILE_ZERO, &setting::VALUE));
        return None;
    }
    Some(weights)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_alike_or_each_on_its_own() {
        for (text, expected) in [
            ("hverdager", Some(Alike::Weekdays)),
            ("weekdays", Some(Alike::Weekdays)),
            ("ja", Some(Alike::Weekdays)),
            ("nei", Some(Alike::No)),
            ("No", Some(Alike::No)),
            ("alltid", None),
        ] {
            assert_eq!(alike(&Cell::Text(text.into())), expected, "{text}");
        }
    }

    #[test]
    fn default_categories_are_found_in_english_too() {
        let names = Whole::default().category_names();
        assert_eq!(names.find("patient care"), Some(0));
        assert_eq!(names.find("RENHOLD / orden / rydding"), Some(10));
        assert_eq!(names.find("Tull"), None);
    }
}
