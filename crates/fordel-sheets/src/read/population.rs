//! Projected population from a file as Statistics Norway's StatBank gives it: CSV or a workbook, with the years as columns or
//! a row for each year, of one region or the sum of several, by single ages or stretches of ages, both sexes or each.
//!
//! Of the statistics' signs `-` alone is nobody. `.` is told with those that say that a number lacks: in tables of regions it
//! stands where there was no such region that year, which isn't nobody either.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use fordel_core::complaint::{Complaint, Place};
use fordel_core::projection::ages::Ages;
use fordel_core::projection::{Range, Residents};

use super::ages::ages_in;
use super::extract;
use super::kinds;
use super::projection::{Seen, crossed, stretches, tell_unmatched};
use super::regions::{chosen, listed};
use super::told::Told;
use super::values;
use super::words::name_key;
use crate::table::{Cell, Placed, Sheet, address, column_name};

/// Rows above the table that are looked through for its years.
const HEADER_WITHIN: usize = 12;
/// More cells than single ages of every municipality in a year's table.
const MOST_ROWS: usize = 200_000;
/// More columns than stand in front of a table's numbers.
const MOST_LABELS: u32 = 64;
/// More empty cells among the numbers than any table has that is worth reading on.
const MOST_BLANKS: usize = 200_000;
/// What stands where a number lacks: nothing, or one of the statistics' signs. By its place here each is told.
const GAPS: [&str; 5] = ["", ".", "..", "...", ":"];

/// What came of reading a file of projected population.
#[derive(Clone, Debug)]
pub struct Population {
    /// Residents by year and ages, youngest first.
    pub residents: Vec<Residents>,
    /// Regions that the file has.
    pub regions: Vec<String>,
    /// Those that were asked for, by their whole names; none where none was named or a name isn't that of one region.
    pub chosen: Vec<String>,
    /// All complaints, in the file's order.
    pub complaints: Vec<Complaint>,
    /// Whether no complaint is a fault.
    pub can_be_used: bool,
}

/// An alternative of a projection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Alternative {
    Main,
    Low,
    High,
}

/// The sex that a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Sex {
    Both,
    Men,
    Women,
}

/// Reads the population of these regions together from the bytes of a CSV file or a workbook; a file with one region needs
/// none named. `uses` are the ages that have a use, whose limits those of the file must keep.
pub fn read_population(bytes: &[u8], name: &str, regions: &[String], uses: &[Ages]) -> Population {
    let mut told = Told::default();
    let mut read = Population {
        residents: Vec::new(),
        regions: Vec::new(),
        chosen: Vec::new(),
        complaints: Vec::new(),
        can_be_used: false,
    };
    let mut names = vec![name.to_owned()];
    match extract::sheet(bytes, name) {
        Ok(None) => told.add(kinds::POPULATION_EMPTY.at(Place::file())),
        Ok(Some(sheet)) => {
            names = vec![sheet.name.clone()];
            table(&sheet, regions, uses, &mut read, &mut told);
        }
        Err(complaint) => told.add(complaint),
    }
    read.can_be_used = !told.has_fault();
    read.complaints = told.in_order(&names);
    read
}

/// A number of people with what it is of.
struct Number {
    row: u32,
    place: Place,
    region: String,
    /// None where the file names one that isn't known.
    sex: Option<Sex>,
    ages: Ages,
    year: i16,
    alternative: Alternative,
    /// The number, or why there is none.
    people: Result<f64, Lacking>,
}

/// Why there is no number.
#[derive(Clone, Copy)]
enum Lacking {
    /// Which of [`GAPS`] stands in its place.
    Gap(usize),
    /// What stands there is none, and has been told.
    Told,
}

/// What a region has a number of: ages in a year, by an alternative.
type Part = (Ages, i16, Alternative);

/// Where the other sex lacks: by the one that is there and the year, the first place and the ages.
type OneSex = BTreeMap<(Sex, i16), (Place, BTreeSet<Ages>)>;

fn table(sheet: &Sheet, wanted: &[String], uses: &[Ages], read: &mut Population, told: &mut Told) {
    let numbers = match Layout::of(sheet) {
        Some(layout) => layout.numbers(sheet, told),
        None => Vec::new(),
    };
    if numbers.is_empty() {
        if !told.has_fault() {
            told.add(kinds::POPULATION_EMPTY.at(Place::sheet(&sheet.name)));
        }
        return;
    }
    let mut known = HashSet::new();
    let regions: Vec<&str> =
        numbers.iter().map(|number| number.region.as_str()).filter(|region| known.insert(*region)).collect();
    read.regions = regions.iter().map(|region| (*region).to_owned()).collect();
    let chosen = match chosen(&regions, wanted) {
        Ok(chosen) => chosen,
        Err(none) => {
            let complaint = kinds::POPULATION_REGIONS.at(Place::sheet(&sheet.name));
            let complaint = complaint.with("regions", listed(&none.candidates)).with("region", none.name);
            told.add(complaint.with("fit", none.fit));
            return;
        }
    };
    if !wanted.is_empty() {
        read.chosen = chosen.iter().map(|region| (*region).to_owned()).collect();
    }
    let of_regions: HashSet<&str> = chosen.iter().copied().collect();
    let mut by_region: BTreeMap<Part, BTreeMap<&str, Vec<&Number>>> = BTreeMap::new();
    let mut seen = Seen::default();
    let mut met = HashSet::new();
    for number in numbers.iter().filter(|number| of_regions.contains(number.region.as_str())) {
        if met.insert((number.ages, number.year)) {
            let first = seen.residents(number.year, number.ages, number.row);
            if let Some(row) = first {
                told.add(kinds::TOLD_TWICE.at(number.place.clone()).with("row", row));
            } else if let Some(of) = crossed(number.ages, uses) {
                let complaint = kinds::AGES_CROSS.at(number.place.clone());
                told.add(complaint.with("ages", number.ages.to_string()).with("use", of.to_string()));
            }
        }
        let of = by_region.entry((number.ages, number.year, number.alternative)).or_default();
        of.entry(number.region.as_str()).or_default().push(number);
    }
    let mut sums: BTreeMap<(Ages, i16), BTreeMap<Alternative, f64>> = BTreeMap::new();
    let mut one_sex = OneSex::new();
    for ((ages, year, alternative), of) in by_region {
        // A region without a number would count as nobody in the sum.
        if let Some(lacks) = chosen.iter().find(|region| !of.contains_key(*region)) {
            let complaint = kinds::POPULATION_UNEVEN.at(Place::sheet(&sheet.name)).with("region", *lacks);
            told.add(complaint.with("ages", ages.to_string()).with("year", year.to_string()));
        }
        let people = of.values().map(|numbers| people(numbers, &mut one_sex, told)).sum::<f64>();
        sums.entry((ages, year)).or_default().insert(alternative, people);
    }
    tell_one_sex(one_sex, told);
    let source = if regions.len() > 1 { format!("{}: {}", sheet.name, listed(&chosen)) } else { sheet.name.clone() };
    for ((ages, year), of) in sums {
        let of = |alternative| of.get(&alternative).copied();
        let Some(value) = of(Alternative::Main).or(of(Alternative::Low)).or(of(Alternative::High)) else { continue };
        // Alternatives of growth aren't low or high in every age and year; the range holds them all.
        let all = [Some(value), of(Alternative::Low), of(Alternative::High)].into_iter().flatten();
        let (low, high) = all.fold((value, value), |(low, high), n| (low.min(n), high.max(n)));
        let number = Range { value, low: (low < value).then_some(low), high: (high > value).then_some(high) };
        read.residents.push(Residents { year, ages, number, source: Some(source.clone()) });
    }
    if !told.has_fault() {
        tell_unmatched(sheet, uses, &read.residents, told);
    }
}

/// The people of a region, of some ages, in a year and an alternative: both sexes together where the file has them, else one
/// added to the other. What lacks and what is told twice is complained of.
fn people(numbers: &[&Number], one_sex: &mut OneSex, told: &mut Told) -> f64 {
    let mut of: Vec<&Number> = numbers.iter().copied().filter(|number| number.sex == Some(Sex::Both)).collect();
    if of.is_empty() {
        of = numbers.to_vec();
        let has = |sex| of.iter().any(|number| number.sex == Some(sex));
        if let Some(first) = of.first()
            && has(Sex::Men) != has(Sex::Women)
        {
            let there = if has(Sex::Men) { Sex::Men } else { Sex::Women };
            let of = one_sex.entry((there, first.year)).or_insert_with(|| (first.place.clone(), BTreeSet::new()));
            of.1.insert(first.ages);
        }
    }
    let mut rows: HashMap<Option<Sex>, u32> = HashMap::new();
    let mut sum = 0.0;
    for number in of {
        if let Some(row) = rows.insert(number.sex, number.row) {
            told.add(kinds::TOLD_TWICE.at(number.place.clone()).with("row", row));
        }
        match number.people {
            Ok(people) => sum += people,
            Err(Lacking::Gap(gap)) => told.add(lacking(&number.place, number.ages, number.year, gap)),
            Err(Lacking::Told) => {}
        }
    }
    sum
}

/// Tells which sex lacks: years that lack the same ages in one sentence.
fn tell_one_sex(one_sex: OneSex, told: &mut Told) {
    let mut alike: BTreeMap<(Sex, BTreeSet<Ages>), (Place, Vec<i16>)> = BTreeMap::new();
    for ((there, year), (place, ages)) in one_sex {
        alike.entry((there, ages)).or_insert_with(|| (place, Vec::new())).1.push(year);
    }
    for ((there, ages), (place, years)) in alike {
        let (Some(first), Some(last)) = (ages.first(), ages.last()) else { continue };
        let complaint = kinds::POPULATION_ONE_SEX.at(place).with("men", u32::from(there == Sex::Men));
        let complaint = complaint.with("count", ages.len()).with("first", first.to_string());
        told.add(complaint.with("last", last.to_string()).with("years", stretches(&years)));
    }
}

/// That a number lacks, and what the sign says that stands in its place.
fn lacking(place: &Place, ages: Ages, year: i16, gap: usize) -> Complaint {
    let complaint = kinds::POPULATION_GAP.at(place.clone()).with("sign", gap);
    complaint.with("ages", ages.to_string()).with("year", year.to_string())
}

/// Names of the column of ages, as [`name_key`] gives them.
const AGES: &[&str] = &["alder", "age", "aldersgruppe"];
/// Names of the column of years.
const YEAR: &[&str] = &["ar", "year", "tid", "time"];

/// Whether a cell holds one of these names.
fn is_one(cell: &Cell, names: &[&str]) -> bool {
    names.contains(&name_key(&cell.shown()).as_str())
}

/// What a column of numbers is of.
#[derive(Clone, Copy)]
struct Head {
    col: u32,
    year: Option<i16>,
    alternative: Option<Alternative>,
    sex: Option<Sex>,
}

/// Where in the table what stands.
struct Layout {
    /// The last row of the header.
    header: u32,
    /// Columns of numbers.
    heads: Vec<Head>,
    ages: u32,
    sex: Option<u32>,
    /// The year's column, where each year has rows of its own.
    year: Option<u32>,
    /// Columns of text beside those: the region, the alternative.
    others: Vec<u32>,
}

impl Layout {
    fn of(sheet: &Sheet) -> Option<Layout> {
        // Where a column is called the year, a number of people that looks like one is none.
        let year_is_named =
            Layout::long_header(sheet).is_some_and(|row| row.cells.iter().any(|c| is_one(&c.cell, YEAR)));
        let long = if year_is_named { Layout::long(sheet) } else { None };
        long.or_else(|| Layout::wide(sheet)).or_else(|| Layout::long(sheet))
    }

    /// The header of a table with a row for each year, known by its column of ages.
    fn long_header(sheet: &Sheet) -> Option<crate::table::Row<'_>> {
        sheet.rows().take(HEADER_WITHIN).find(|row| row.cells.iter().any(|c| is_one(&c.cell, AGES)))
    }

    /// Years in the header, alone or with an alternative in the same cell or in the row above, where it may stand once for
    /// the columns that follow.
    fn wide(sheet: &Sheet) -> Option<Layout> {
        let top: Vec<_> = sheet.rows().take(HEADER_WITHIN).collect();
        let years = |row: &crate::table::Row<'_>| {
            let head = |c: &Placed| {
                let text = c.cell.shown();
                let (alternative, sex) = (alternative_in(&text), sex_named(&text));
                Some(Head { col: c.col, year: Some(year_in(&c.cell)?), alternative, sex })
            };
            row.cells.iter().filter_map(head).collect::<Vec<_>>()
        };
        let at = top.iter().position(|row| {
            let found = years(row);
            // A row of the table has one year at most: the title may name two.
            !found.is_empty()
                && row.cells.iter().all(|c| c.col < found[0].col || year_in(&c.cell).is_some())
                && found[0].col > 0
        })?;
        let above = at.checked_sub(1).map(|before| top[before].cells).unwrap_or_default();
        let carried = |col: u32| above.iter().rfind(|c| c.col <= col && c.col > 0).map(|c| c.cell.shown());
        let head = |own: Head| {
            let above = carried(own.col).unwrap_or_default();
            let alternative = own.alternative.or_else(|| alternative_in(&above));
            Head { alternative, sex: own.sex.or_else(|| sex_named(&above)), ..own }
        };
        let heads: Vec<Head> = years(&top[at]).into_iter().map(head).collect();
        let first = heads.first()?.col;
        Layout::with(sheet, top[at].number, heads, first, false)
    }

    /// A row for each year: the columns are known by their names, or by what stands in them.
    fn long(sheet: &Sheet) -> Option<Layout> {
        let header = Layout::long_header(sheet)?;
        let last = header.cells.iter().map(|c| c.col).max()?;
        let heads = vec![Head { col: last, year: None, alternative: None, sex: None }];
        Layout::with(sheet, header.number, heads, last, true)
    }

    fn with(sheet: &Sheet, header: u32, heads: Vec<Head>, first: u32, is_long: bool) -> Option<Layout> {
        if first > MOST_LABELS {
            return None;
        }
        let below = || sheet.rows().filter(move |row| row.number > header).take(500);
        let fits = |col: u32, test: &dyn Fn(&Cell) -> bool| {
            let (mut filled, mut fit) = (0_u32, 0_u32);
            for cell in below().filter_map(|row| row.get(col)) {
                filled += 1;
                fit += u32::from(test(cell));
            }
            filled > 0 && 2 * fit >= filled
        };
        let named = |col: u32| {
            let row = sheet.rows().find(|row| row.number == header)?;
            row.get(col).map(|cell| name_key(&cell.shown()))
        };
        let is_named = |col: u32, names: &[&str]| named(col).is_some_and(|name| names.contains(&name.as_str()));
        let year = if is_long {
            let by_name = (0..first).find(|col| is_named(*col, YEAR));
            Some(by_name.or_else(|| (0..first).find(|col| fits(*col, &|cell| year_in(cell).is_some())))?)
        } else {
            None
        };
        let free = |col: &u32| Some(*col) != year;
        let ages = (0..first)
            .filter(free)
            .find(|col| is_named(*col, AGES))
            .or_else(|| (0..first).filter(free).find(|col| fits(*col, &|cell| ages_in(&cell.shown()).is_some())))?;
        let sex =
            (0..first).filter(free).find(|col| *col != ages && fits(*col, &|cell| sex_in(&cell.shown()).is_some()));
        let others = (0..first).filter(|col| *col != ages && Some(*col) != sex && Some(*col) != year).collect();
        Some(Layout { header, heads, ages, sex, year, others })
    }

    /// The table's numbers, and where they lack. Labels that aren't repeated hold for the rows below.
    fn numbers(&self, sheet: &Sheet, told: &mut Told) -> Vec<Number> {
        let (header, first) = (self.header, self.heads[0].col);
        let below = || sheet.rows().filter(move |row| row.number > header).take(MOST_ROWS);
        // Heads stand in the order of their columns. A column without anything is layout.
        let is_head = |col: u32| self.heads.binary_search_by_key(&col, |head| head.col).is_ok();
        let filled: BTreeSet<u32> =
            below().flat_map(|row| row.cells.iter().map(|c| c.col)).filter(|col| is_head(*col)).collect();
        let heads: Vec<Head> = self.heads.iter().copied().filter(|head| filled.contains(&head.col)).collect();
        // So is a row without numbers, unless it has the label that most rows with numbers have last.
        let mut last: BTreeMap<u32, usize> = BTreeMap::new();
        for row in below().filter(|row| row.cells.iter().any(|c| is_head(c.col))) {
            let label = row.cells.iter().rfind(|c| c.col < first);
            *last.entry(label.map_or(0, |c| c.col)).or_default() += 1;
        }
        let last = last.into_iter().max_by_key(|(_, rows)| *rows).map_or(0, |(col, _)| col);
        let mut labels: BTreeMap<u32, String> = BTreeMap::new();
        let (mut list, mut blanks) = (Vec::new(), 0_usize);
        for row in below() {
            for placed in row.cells {
                if placed.col < first {
                    labels.insert(placed.col, placed.cell.shown());
                }
            }
            let label = |col: u32| labels.get(&col).map(String::as_str).unwrap_or_default();
            // Rows without ages are totals and notes; so are those below the table.
            let Some(ages) = ages_in(label(self.ages)) else {
                if row.get(self.ages) == Some(&Cell::Uncomputed) {
                    told.add(uncomputed(sheet, row.number, self.ages));
                }
                continue;
            };
            for col in [self.sex, self.year].into_iter().flatten() {
                if row.get(col) == Some(&Cell::Uncomputed) {
                    told.add(uncomputed(sheet, row.number, col));
                }
            }
            if !row.cells.iter().any(|c| is_head(c.col) || (last..first).contains(&c.col)) {
                continue;
            }
            let of_row = self.others.iter().find_map(|col| alternative_in(label(*col)));
            let region = self.others.iter().filter(|col| alternative_in(label(**col)).is_none());
            let region = region.map(|col| label(*col)).filter(|text| !is_measure(text)).collect::<Vec<_>>().join(" ");
            for head in &heads {
                let year = head.year.or_else(|| self.year.and_then(|col| year_in(&Cell::Text(label(col).to_owned()))));
                let Some(year) = year else { continue };
                let place = Place::cell(&sheet.name, address(row.number, head.col));
                let people = match row.get(head.col) {
                    Some(Cell::Uncomputed) => {
                        told.add(uncomputed(sheet, row.number, head.col));
                        Err(Lacking::Told)
                    }
                    Some(cell) => match people_in(cell) {
                        Some(people) => people.map_err(Lacking::Gap),
                        None => {
                            let complaint = kinds::NOT_A_NUMBER.at(place.clone()).with("column", year.to_string());
                            told.add(complaint.with("value", cell.shown()));
                            Err(Lacking::Told)
                        }
                    },
                    None => {
                        blanks += 1;
                        if blanks > MOST_BLANKS {
                            told.add(lacking(&place, ages, year, 0));
                            return list;
                        }
                        Err(Lacking::Gap(0))
                    }
                };
                let sex = match self.sex {
                    _ if head.sex.is_some() => head.sex,
                    Some(col) => sex_in(label(col)),
                    None => Some(Sex::Both),
                };
                list.push(Number {
                    row: row.number,
                    place,
                    region: region.trim().to_owned(),
                    sex,
                    ages,
                    year,
                    alternative: head.alternative.or(of_row).unwrap_or(Alternative::Main),
                    people,
                });
            }
        }
        list
    }
}

/// The people in a cell, or which of [`GAPS`] it holds; none where it holds something else.
fn people_in(cell: &Cell) -> Option<Result<f64, usize>> {
    if let Some(people) = values::number(cell) {
        return (0.0..=1e9).contains(&people).then_some(Ok(people));
    }
    // Spreadsheets write three points as one sign.
    let text = cell.shown().trim().replace('…', "...");
    if text.chars().count() == 1 && text.chars().all(values::is_dash) {
        return Some(Ok(0.0));
    }
    GAPS.iter().position(|sign| *sign == text).map(Err)
}

/// That a cell holds a formula whose value isn't stored.
fn uncomputed(sheet: &Sheet, row: u32, col: u32) -> Complaint {
    kinds::FORMULA_WITHOUT_VALUE.at(Place::cell(&sheet.name, address(row, col))).with("column", column_name(col))
}

/// A year: a number of four digits, alone or beside words.
fn year_in(cell: &Cell) -> Option<i16> {
    let text = match cell {
        Cell::Number(number) if number.fract() == 0.0 => format!("{number:.0}"),
        Cell::Text(text) => text.clone(),
        _ => return None,
    };
    let mut years = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| part.len() == 4)
        .filter_map(|part| part.parse::<i16>().ok())
        .filter(|year| (1990..=2150).contains(year));
    let year = years.next()?;
    years.next().is_none().then_some(year)
}

/// The alternative that a text names: as the statistics say it, or by its letters (fertility, life expectancy, migration).
fn alternative_in(text: &str) -> Option<Alternative> {
    let key = name_key(text);
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    if has(&["hovedalternativ", "mainalternative", "mediumnational", "mmmm", "(mmm)"]) || key.ends_with("mmm") {
        Some(Alternative::Main)
    } else if has(&["lavalternativ", "lavnasjonal", "lowalternative", "lownational", "lllm", "llml", "lavvekst"])
        || key == "lav"
    {
        Some(Alternative::Low)
    } else if has(&["hoyalternativ", "hoynasjonal", "highalternative", "highnational", "hhhm", "hhmh", "hoyvekst"])
        || key == "hoy"
    {
        Some(Alternative::High)
    } else {
        None
    }
}

/// The sex that a text is; none where it is something else.
fn sex_in(text: &str) -> Option<Sex> {
    match name_key(text).as_str() {
        "beggekjonn" | "bothsexes" | "kjonnialt" | "ialt" | "total" | "alle" => Some(Sex::Both),
        "menn" | "mann" | "males" | "men" | "male" => Some(Sex::Men),
        "kvinner" | "kvinne" | "females" | "women" | "female" => Some(Sex::Women),
        _ => None,
    }
}

/// The sex that a heading names beside a year.
fn sex_named(text: &str) -> Option<Sex> {
    let key = name_key(text);
    if key.contains("beggekjonn") || key.contains("bothsexes") {
        return Some(Sex::Both);
    }
    text.split(|c: char| !c.is_alphabetic()).find_map(sex_in)
}

/// Whether a text names what is counted rather than where.
fn is_measure(text: &str) -> bool {
    let key = name_key(text);
    ["personer", "persons", "folkemengde", "population", "antall"].iter().any(|word| key.starts_with(word))
}

#[cfg(test)]
#[path = "population_tests.rs"]
mod tests;
