//! What a sheet's columns are to somebody who fills them in elsewhere than in Excel: how they are called, what they mean,
//! what can be chosen.

use fordel_core::projection::What;
use fordel_core::shortage::rules::{Within, Yields};
use fordel_core::time::DaySet;
use fordel_core::ward::{Alike, Priority, Ward};
use fordel_text::Texts;

use super::layout::{self, Check, Kind, Needed};
use super::words::Words;
use crate::columns::{SHEETS, task};

/// A column to fill in.
#[derive(Clone, Debug, PartialEq)]
pub struct FormColumn {
    /// Its Norwegian name.
    pub name: &'static str,
    /// Its name in the reader's language.
    pub label: &'static str,
    /// What it means.
    pub help: String,
    /// Width in characters.
    pub width: f64,
    /// Whether it holds numbers.
    pub number: bool,
    /// Whether it must be filled in.
    pub needed: bool,
    /// The column by which a row is free of that, once it is filled in.
    pub unless: Option<&'static str>,
    /// What can be chosen; others may be typed.
    pub choices: Vec<String>,
}

/// A sheet's columns by its Norwegian name; choices are those of the ward. Nothing for a sheet of unknown name.
pub fn form_columns(sheet: &str, ward: &Ward, texts: &Texts) -> Vec<FormColumn> {
    let w = Words(texts.lang());
    let Some(at) = SHEETS.iter().position(|names| names.name.nb == sheet) else { return Vec::new() };
    let column = |column: &layout::Column| FormColumn {
        name: column.name.nb,
        label: w.name(column.name),
        help: texts.get(column.help),
        width: column.width,
        number: matches!(column.kind, Kind::Number | Kind::Share | Kind::Money),
        needed: column.needed != Needed::No,
        unless: (column.needed == Needed::UnlessBound).then_some(task::BOUND.nb),
        choices: choices(column.check, ward, w),
    };
    layout::ALL[at].columns.iter().map(column).collect()
}

fn choices(check: Check, ward: &Ward, w: Words) -> Vec<String> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    match check {
        Check::Group => ward.groups.iter().map(|group| group.code.clone()).collect(),
        Check::YesNo => words(&[w.yes_no(true), w.yes_no(false)]),
        Check::Days => [DaySet::ALL, DaySet::WEEKDAYS, DaySet::WEEKEND].map(|days| w.days(days)).to_vec(),
        Check::Interval => w.timings(ward),
        Check::Category => ward.categories.iter().map(|category| w.category(&category.name).to_owned()).collect(),
        Check::Per => {
            let periods = [w.week().to_owned(), w.month().to_owned()];
            ward.drivers.iter().map(|driver| driver.name.clone()).chain(periods).collect()
        }
        Check::Priority => words(&[Priority::Red, Priority::Yellow, Priority::Green].map(|p| w.priority(p))),
        Check::Course => ward.courses.iter().map(|course| course.name.clone()).collect(),
        Check::ShiftOfGroup => {
            let mut names: Vec<String> = ward.shifts.iter().map(|shift| shift.name.clone()).collect();
            names.sort();
            names.dedup();
            names
        }
        Check::Alike => words(&[w.alike(Alike::Weekdays), w.alike(Alike::No)]),
        Check::Yields => words(&[Yields::Waits, Yields::LeftOut].map(|y| w.yields(y))),
        Check::Within => words(&[Within::Timing, Within::Shift, Within::Day].map(|end| w.within(end))),
        Check::CalendarKind => words(&w.calendar_kinds()),
        Check::ProjectionKind => words(&What::ALL.map(|what| w.projection_kind(what))),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::default_ward;
    use fordel_text::Lang;

    #[test]
    fn every_column_of_every_sheet_is_offered_with_its_meaning() {
        let ward = default_ward();
        for texts in [Lang::Nb, Lang::En].map(Texts::new) {
            for names in &SHEETS {
                let columns = form_columns(names.name.nb, &ward, &texts);
                let told: Vec<&str> = columns.iter().map(|column| column.name).collect();
                assert_eq!(told, names.columns.iter().map(|column| column.nb).collect::<Vec<_>>());
                assert!(columns.iter().all(|column| !column.help.is_empty()));
            }
        }
        let columns = form_columns("Oppgaver", &ward, &Texts::new(Lang::Nb));
        let of = |name: &str| columns.iter().find(|c| c.name == name).expect("a column").choices.clone();
        assert_eq!(of("Minstekrav"), ["SPO", "SPL", "HFA", "SEK", "ASS"]);
        assert_eq!(of("Prioritet"), ["rød", "gul", "grønn"]);
        assert_eq!(of("Dager"), ["alle", "hverdager", "helg"]);
        assert!(of("Minutter").is_empty());
        let english = form_columns("Oppgaver", &ward, &Texts::new(Lang::En));
        let category = english.iter().find(|c| c.name == "Kategori").expect("a column");
        assert_eq!((&*of("Kategori")[6], &*category.choices[6]), ("Ernæring", "Nutrition"));
    }
}
