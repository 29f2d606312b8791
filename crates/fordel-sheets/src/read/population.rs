//! Projected population from a file as Statistics Norway's StatBank gives it: CSV or a workbook, with the years as columns or
//! a row for each year, of one region, by single ages or stretches of ages, both sexes or each.

use std::collections::{BTreeMap, HashSet};

use fordel_core::complaint::{Complaint, Place};
use fordel_core::projection::ages::Ages;
use fordel_core::projection::{Range, Residents};

use super::ages::ages_in;
use super::extract;
use super::kinds;
use super::projection::{Seen, crossed};
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

/// What came of reading a file of projected population.
#[derive(Clone, Debug)]
pub struct Population {
    /// Residents by year and ages, youngest first.
    pub residents: Vec<Residents>,
    /// Regions that the file has.
    pub regions: Vec<String>,
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

/// Reads the population of a region from the bytes of a CSV file or a workbook; a file with one region needs none named.
/// `uses` are the ages that have a use, whose limits those of the file must keep.
pub fn read_population(bytes: &[u8], name: &str, region: Option<&str>, uses: &[Ages]) -> Population {
    let mut told = Told::default();
    let mut read =
        Population { residents: Vec::new(), regions: Vec::new(), complaints: Vec::new(), can_be_used: false };
    let mut names = vec![name.to_owned()];
    match extract::sheet(bytes, name) {
        Ok(None) => told.add(kinds::POPULATION_EMPTY.at(Place::file())),
        Ok(Some(sheet)) => {
            names = vec![sheet.name.clone()];
            table(&sheet, region, uses, &mut read, &mut told);
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
    /// Whether it is of both sexes together.
    both: bool,
    ages: Ages,
    year: i16,
    alternative: Alternative,
    people: f64,
}

fn table(sheet: &Sheet, region: Option<&str>, uses: &[Ages], read: &mut Population, told: &mut Told) {
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
    let named = numbers.iter().map(|number| number.region.as_str());
    let regions: Vec<String> = named.filter(|region| known.insert(*region)).map(str::to_owned).collect();
    let wanted = region.map(name_key);
    let is_wanted = |of: &str| {
        let key = name_key(of);
        let plain: String = key.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
        wanted.as_ref().is_none_or(|wanted| key == *wanted || plain == *wanted)
    };
    let chosen: Vec<&String> = regions.iter().filter(|of| is_wanted(of)).collect();
    if chosen.len() != 1 {
        const MOST: usize = 12;
        let mut listed = regions.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
        if regions.len() > MOST {
            listed.push_str(&format!(" … (+{})", regions.len() - MOST));
        }
        let complaint = kinds::POPULATION_REGIONS.at(Place::sheet(&sheet.name)).with("regions", listed);
        told.add(complaint.with("region", region.unwrap_or_default()).with("named", u32::from(region.is_some())));
        read.regions = regions;
        return;
    }
    let of_region = |number: &&Number| &number.region == chosen[0];
    // Both sexes together where the file has them, else one added to the other.
    let has_both = numbers.iter().filter(of_region).any(|number| number.both);
    let mut sums: BTreeMap<(Ages, i16), BTreeMap<Alternative, f64>> = BTreeMap::new();
    let mut seen = Seen::default();
    for number in numbers.iter().filter(of_region).filter(|number| number.both == has_both) {
        let of = sums.entry((number.ages, number.year)).or_default();
        if of.is_empty() {
            let first = seen.residents(number.year, number.ages, number.row);
            if let Some(row) = first {
                told.add(kinds::TOLD_TWICE.at(number.place.clone()).with("row", row));
            } else if let Some(of) = crossed(number.ages, uses) {
                let complaint = kinds::AGES_CROSS.at(number.place.clone());
                told.add(complaint.with("ages", number.ages.to_string()).with("use", of.to_string()));
            }
        }
        *of.entry(number.alternative).or_default() += number.people;
    }
    for ((ages, year), of) in sums {
        let of = |alternative| of.get(&alternative).copied();
        let Some(value) = of(Alternative::Main).or(of(Alternative::Low)).or(of(Alternative::High)) else { continue };
        // Alternatives of growth aren't low or high in every age and year; the range holds them all.
        let all = [Some(value), of(Alternative::Low), of(Alternative::High)].into_iter().flatten();
        let (low, high) = all.fold((value, value), |(low, high), n| (low.min(n), high.max(n)));
        let number = Range { value, low: (low < value).then_some(low), high: (high > value).then_some(high) };
        read.residents.push(Residents { year, ages, number, source: Some(sheet.name.clone()) });
    }
    read.regions = regions;
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
            let years =
                row.cells.iter().filter_map(|c| Some((c.col, year_in(&c.cell)?, alternative_in(&c.cell.shown()))));
            years.collect::<Vec<_>>()
        };
        let at = top.iter().position(|row| {
            let found = years(row);
            // A row of the table has one year at most: the title may name two.
            !found.is_empty()
                && row.cells.iter().all(|c| c.col < found[0].0 || year_in(&c.cell).is_some())
                && found[0].0 > 0
        })?;
        let above = at.checked_sub(1).map(|before| top[before].cells).unwrap_or_default();
        let carried = |col: u32| {
            let left = above.iter().rfind(|c| c.col <= col && c.col > 0);
            left.and_then(|c| alternative_in(&c.cell.shown()))
        };
        let head = |(col, year, own): (u32, i16, Option<Alternative>)| Head {
            col,
            year: Some(year),
            alternative: own.or_else(|| carried(col)),
        };
        let heads: Vec<Head> = years(&top[at]).into_iter().map(head).collect();
        let first = heads.first()?.col;
        Layout::with(sheet, top[at].number, heads, first, false)
    }

    /// A row for each year: the columns are known by their names, or by what stands in them.
    fn long(sheet: &Sheet) -> Option<Layout> {
        let header = Layout::long_header(sheet)?;
        let last = header.cells.iter().map(|c| c.col).max()?;
        let heads = vec![Head { col: last, year: None, alternative: None }];
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

    /// The table's numbers. Labels that aren't repeated hold for the rows below.
    fn numbers(&self, sheet: &Sheet, told: &mut Told) -> Vec<Number> {
        let mut labels: BTreeMap<u32, String> = BTreeMap::new();
        let mut list = Vec::new();
        for row in sheet.rows().filter(|row| row.number > self.header).take(MOST_ROWS) {
            for placed in row.cells {
                if placed.col < self.heads[0].col {
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
            let of_row = self.others.iter().find_map(|col| alternative_in(label(*col)));
            let region = self.others.iter().filter(|col| alternative_in(label(**col)).is_none());
            let region = region.map(|col| label(*col)).filter(|text| !is_measure(text)).collect::<Vec<_>>().join(" ");
            for Placed { col, cell, .. } in row.cells {
                // Heads stand in the order of their columns.
                let Ok(at) = self.heads.binary_search_by_key(col, |head| head.col) else { continue };
                let head = self.heads[at];
                let year = head.year.or_else(|| self.year.and_then(|col| year_in(&Cell::Text(label(col).to_owned()))));
                let Some(year) = year else { continue };
                let place = Place::cell(&sheet.name, address(row.number, head.col));
                let shown = cell.shown();
                match values::number(cell) {
                    _ if *cell == Cell::Uncomputed => told.add(uncomputed(sheet, row.number, head.col)),
                    Some(people) if (0.0..=1e9).contains(&people) => list.push(Number {
                        row: row.number,
                        place,
                        region: region.trim().to_owned(),
                        both: self.sex.is_none_or(|col| sex_in(label(col)) == Some(true)),
                        ages,
                        year,
                        alternative: head.alternative.or(of_row).unwrap_or(Alternative::Main),
                        people,
                    }),
                    // What the statistics don't tell.
                    None if ["", ".", "..", ":", "-"].contains(&shown.trim()) => {}
                    _ => told.add(kinds::NOT_A_NUMBER.at(place).with("column", year.to_string()).with("value", shown)),
                }
            }
        }
        list
    }
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

/// Whether a text says both sexes; none where it names no sex.
fn sex_in(text: &str) -> Option<bool> {
    match name_key(text).as_str() {
        "beggekjonn" | "bothsexes" | "kjonnialt" | "ialt" | "total" | "alle" => Some(true),
        "menn" | "mann" | "kvinner" | "kvinne" | "males" | "females" | "men" | "women" | "male" | "female" => {
            Some(false)
        }
        _ => None,
    }
}

/// Whether a text names what is counted rather than where.
fn is_measure(text: &str) -> bool {
    let key = name_key(text);
    ["personer", "persons", "folkemengde", "population", "antall"].iter().any(|word| key.starts_with(word))
}

#[cfg(test)]
#[path = "population_tests.rs"]
mod tests;
