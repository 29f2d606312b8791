//! The sheets `Befolkning` and `Framskriving`: residents by age and year, and what else is assumed of the years ahead.

use std::collections::{BTreeMap, HashMap};

use fordel_core::complaint::Place;
use fordel_core::projection::ages::Ages;
use fordel_core::projection::demand::{without_residents, without_use};
use fordel_core::projection::{Assumptions, Entry, Range, Residents, What};

use super::ages::ages;
use super::bounds::Bounds;
use super::groups::Groups;
use super::kinds;
use super::listing::{Given, Listing, Record};
use super::told::Told;
use super::words::name_key;
use crate::columns::{self, Name, population, projection as column};
use crate::table::{Cell, Sheet};

/// More rows than single ages of both sexes in every year to the end of the century.
const MOST_RESIDENTS: usize = 20_000;
/// More rows than any ward has assumptions.
const MOST_ROWS: usize = 2_000;
/// Years that can be told.
const YEARS: Bounds = Bounds(1990.0, 2150.0);

/// Reads both sheets, as far as they are there.
pub fn read(residents: Option<&Sheet>, entries: Option<&Sheet>, groups: &Groups, told: &mut Told) -> Assumptions {
    let entries = entries.map_or_else(Vec::new, |sheet| read_entries(sheet, groups, told));
    let mut read = Assumptions { residents: Vec::new(), entries };
    let uses = read.ages_with_use();
    read.residents = residents.map_or_else(Vec::new, |sheet| read_residents(sheet, &uses, told));
    read
}

fn year(record: &Record<'_, '_>, column: &Name, told: &mut Told) -> Given<i16> {
    record.whole_within(column, YEARS, told).and_then(|year| i16::try_from(year).map_or(Given::Bad, Given::Value))
}

/// The lowest and the highest, which must lie on either side of the value.
fn range(
    record: &Record<'_, '_>,
    value: f64,
    low: Option<f64>,
    high: Option<f64>,
    names: [&Name; 2],
    told: &mut Told,
) -> Range {
    for (name, is_wrong) in
        [(names[0], low.is_some_and(|low| low > value)), (names[1], high.is_some_and(|high| high < value))]
    {
        if is_wrong {
            told.add(record.complain(kinds::RANGE_CROSSED, name));
        }
    }
    Range { value, low, high }
}

fn read_residents(sheet: &Sheet, uses: &[Ages], told: &mut Told) -> Vec<Residents> {
    let before = told.faults();
    let needed = [population::YEAR, population::AGES, population::NUMBER];
    let listing = Listing::new(sheet, columns::POPULATION.columns, &needed, MOST_RESIDENTS, told);
    let mut seen = Seen::default();
    let mut list = Vec::new();
    let people = Bounds(0.0, 1e9);
    for record in listing.records() {
        let year = year(&record, &population::YEAR, told);
        let year = record.require(&population::YEAR, year, told);
        let ages = record.read(&population::AGES, kinds::NOT_AGES, ages, told);
        let ages = record.require(&population::AGES, ages, told);
        let number = record.number_within(&population::NUMBER, people, told);
        let number = record.require(&population::NUMBER, number, told);
        let mut alternative = |name: &Name| record.number_within(name, people, told).value();
        let (low, high) = (alternative(&population::LOW), alternative(&population::HIGH));
        let source = record.text(&population::SOURCE, told).value();
        let (Some(year), Some(ages), Some(number)) = (year, ages, number) else { continue };
        let number = range(&record, number, low, high, [&population::LOW, &population::HIGH], told);
        if let Some(row) = seen.residents(year, ages, record.number()) {
            told.add(record.complain(kinds::TOLD_TWICE, &population::AGES).with("row", row));
        } else if let Some(of) = crossed(ages, uses) {
            let complaint = record.complain(kinds::AGES_CROSS, &population::AGES);
            told.add(complaint.with("ages", ages.to_string()).with("use", of.to_string()));
        }
        list.push(Residents { year, ages, number, source });
    }
    // A row with a fault isn't told as one that lacks too.
    if told.faults() == before {
        tell_unmatched(sheet, uses, &list, told);
    }
    list
}

/// Tells which ages have a use and no residents, those that lack the same years in one sentence, and which have residents and no
/// use.
pub(super) fn tell_unmatched(sheet: &Sheet, uses: &[Ages], residents: &[Residents], told: &mut Told) {
    let mut alike: BTreeMap<Vec<i16>, Vec<String>> = BTreeMap::new();
    for (ages, years) in without_residents(uses, residents) {
        alike.entry(years).or_default().push(ages.to_string());
    }
    for (years, ages) in alike {
        let complaint = kinds::AGES_WITHOUT_RESIDENTS.at(Place::sheet(&sheet.name));
        told.add(complaint.with("ages", ages.join(", ")).with("years", stretches(&years)));
    }
    let ages = without_use(uses, residents);
    if !ages.is_empty() {
        let ages: Vec<String> = ages.iter().map(ToString::to_string).collect();
        told.add(kinds::AGES_WITHOUT_USE.at(Place::sheet(&sheet.name)).with("ages", ages.join(", ")));
    }
}

/// Years in order, those that follow one another as a stretch: `2026–2030, 2040`.
pub(super) fn stretches(years: &[i16]) -> String {
    let stretch = |years: &[i16]| match years {
        [first, .., last] => format!("{first}–{last}"),
        one => one.iter().map(ToString::to_string).collect(),
    };
    years.chunk_by(|a, b| b - a == 1).map(stretch).collect::<Vec<_>>().join(", ")
}

/// The ages of a use that hold some of these ages and not all.
pub(super) fn crossed(ages: Ages, uses: &[Ages]) -> Option<Ages> {
    uses.iter().find(|of| of.meets(ages) && !of.holds(ages)).copied()
}

/// What has been told, and in which row.
#[derive(Default)]
pub(super) struct Seen {
    ages: HashMap<Ages, u32>,
    years: HashMap<(i16, Ages), u32>,
}

impl Seen {
    /// The row that tells of these residents already: of the same ages in the same year, or of some of them and others.
    pub(super) fn residents(&mut self, year: i16, ages: Ages, row: u32) -> Option<u32> {
        let meeting = self.ages.iter().filter(|(of, _)| of.meets(ages) && **of != ages).map(|(_, row)| *row).min();
        let same = self.years.insert((year, ages), row);
        self.ages.entry(ages).or_insert(row);
        same.or(meeting)
    }
}

fn read_entries(sheet: &Sheet, groups: &Groups, told: &mut Told) -> Vec<Entry> {
    let listing = Listing::new(sheet, columns::PROJECTION.columns, &[column::KIND, column::VALUE], MOST_ROWS, told);
    let mut list: Vec<(u32, Entry)> = Vec::new();
    for record in listing.records() {
        let what = record.read(&column::KIND, kinds::NOT_A_PROJECTION_KIND, what, told);
        let what = record.require(&column::KIND, what, told);
        let group = groups.one(&record, &column::GROUP, told);
        let ages = record.read(&column::AGES, kinds::NOT_AGES, ages, told);
        let from = year(&record, &column::FROM, told).value();
        let source = record.text(&column::SOURCE, told).value();
        let Some(what) = what else { continue };
        let Some((group, ages)) = about(&record, what, group, ages, told) else { continue };
        let mut figure = |name: &Name| {
            let bounds = Bounds(what.bounds().0, what.bounds().1);
            if what.is_share() {
                record.share_within(name, bounds, told)
            } else {
                record.number_within(name, bounds, told)
            }
        };
        let (value, low, high) = (figure(&column::VALUE), figure(&column::LOW), figure(&column::HIGH));
        let Some(value) = record.require(&column::VALUE, value, told) else { continue };
        let value = range(&record, value, low.value(), high.value(), [&column::LOW, &column::HIGH], told);
        let entry = Entry { what, group, ages, from, value, source };
        if let Some((row, _)) = list.iter().find(|(_, other)| is_twice(other, &entry)) {
            told.add(record.complain(kinds::TOLD_TWICE, &column::KIND).with("row", *row));
        }
        list.push((record.number(), entry));
    }
    list.into_iter().map(|(_, entry)| entry).collect()
}

/// Whether two rows tell the same: of one group from one year, and of ages that meet.
fn is_twice(one: &Entry, other: &Entry) -> bool {
    let meet = match (one.ages, other.ages) {
        (Some(a), Some(b)) => a.meets(b),
        (None, None) => true,
        _ => false,
    };
    one.what == other.what && one.group == other.group && one.from == other.from && meet
}

/// The group and the ages that a row is about; what is needed and missing, or there and of no use, is told.
fn about(
    record: &Record<'_, '_>,
    what: What,
    group: Given<fordel_core::ward::GroupId>,
    ages: Given<Ages>,
    told: &mut Told,
) -> Option<(Option<fordel_core::ward::GroupId>, Option<Ages>)> {
    let mut is_good = !matches!(group, Given::Bad) && !matches!(ages, Given::Bad);
    for (name, is_there, may, must) in [
        (&column::GROUP, !group.is_nothing(), what.is_of_group(), what.needs_group()),
        (&column::AGES, !ages.is_nothing(), what.is_of_ages(), what.needs_ages()),
    ] {
        if is_there && !may {
            told.add(
                record
                    .complain(kinds::NOT_ABOUT, name)
                    .with("kind", record.cell(&column::KIND).map_or(String::new(), Cell::shown)),
            );
            is_good = false;
        } else if !is_there && must {
            told.add(record.complain(kinds::VALUE_MISSING, name));
            is_good = false;
        }
    }
    is_good.then(|| (group.value(), ages.value()))
}

fn what(cell: &Cell) -> Option<What> {
    let key = name_key(&cell.shown());
    WORDS.iter().find(|(_, words)| words.iter().any(|word| name_key(word) == key)).map(|(what, _)| *what)
}

/// What the kinds of row are called, Norwegian first, then English.
pub(crate) const WORDS: [(What, &[&str]); 18] = [
    (What::Use, &["bruk per 1000", "use per 1000", "bruk", "use"]),
    (What::UseChange, &["endring i bruk", "change of use"]),
    (What::Follows, &["følger bruken", "follows use"]),
    (What::People, &["ansatte", "people"]),
    (What::Retire, &["pensjonsalder", "retirement age"]),
    (What::Leave, &["slutter", "leave"]),
    (What::Percent, &["stillingsprosent", "percent"]),
    (What::Absence, &["fravær", "absence"]),
    (What::Recruits, &["nye", "recruits", "nyutdannede", "graduates"]),
    (What::RecruitAge, &["alder på nye", "age of recruits"]),
    (What::Apprentices, &["lærlinger", "apprentices"]),
    (What::ApprenticeYears, &["læretid", "apprenticeship years"]),
    (What::ApprenticeShare, &["lærling gjør", "apprentice does"]),
    (What::ApprenticesStay, &["lærlinger blir", "apprentices stay"]),
    (What::MorePercent, &["mål stillingsprosent", "target percent"]),
    (What::LessAbsence, &["mål fravær", "target absence"]),
    (What::OtherGrowth, &["annen vekst", "other growth"]),
    (What::PhaseIn, &["innføres over", "phased in over"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_words_and_no_two_the_same() {
        assert_eq!(WORDS.map(|(what, _)| what), What::ALL);
        let mut keys: Vec<String> =
            WORDS.iter().flat_map(|(_, words)| words.iter().map(|word| name_key(word))).collect();
        let all = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), all);
        assert_eq!(what(&Cell::Text("Mål  Stillingsprosent".into())), Some(What::MorePercent));
        assert_eq!(what(&Cell::Text("lønn".into())), None);
    }
}
