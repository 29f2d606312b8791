//! A list of people and their courses from a competence portal: which column and which value is what of ours, guessed or
//! told; then its rows, or why a row can't be used.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use fordel_core::complaint::{Complaint, Place};
use fordel_core::ward::{CourseId, GroupId, Ward, Weekends};
use jiff::Span;
use jiff::civil::Date;

use super::identity_number;
use super::listing::{find, header_row};
use super::words::{Names, code_key, name_key};
use super::{extract, kinds, told::Told, values};
use crate::columns::{Name, people};
use crate::table::{Cell, Row, Sheet, address, column_name};

/// Rows of a list that are read.
const MOST_ROWS: usize = 50_000;
/// Columns of a list.
const MOST_COLUMNS: usize = 100;
/// Percent of a position that one person can have.
const MOST_PERCENT: f64 = 200.0;
/// Words of portals for a course that was passed.
const PASSED: [&str; 18] = [
    "fullfort",
    "bestatt",
    "gjennomfort",
    "godkjent",
    "gyldig",
    "deltatt",
    "ok",
    "ja",
    "ferdig",
    "oppfylt",
    "aktiv",
    "completed",
    "complete",
    "passed",
    "approved",
    "valid",
    "done",
    "yes",
];

/// What a column of the list can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Who: a number or a name.
    Person,
    /// The group, or a title.
    Group,
    /// The course.
    Course,
    /// When it was taken.
    Taken,
    /// The last day on which it counts.
    Until,
    /// Percent of a position.
    Percent,
    /// Which weekends the person works.
    Weekends,
    /// Whether it was passed.
    Status,
}

impl Field {
    /// All of them.
    pub const ALL: [Field; 8] = [
        Field::Person,
        Field::Group,
        Field::Course,
        Field::Taken,
        Field::Until,
        Field::Percent,
        Field::Weekends,
        Field::Status,
    ];

    /// Its word in forms and keys.
    pub fn word(self) -> &'static str {
        match self {
            Field::Person => "person",
            Field::Group => "group",
            Field::Course => "course",
            Field::Taken => "taken",
            Field::Until => "until",
            Field::Percent => "percent",
            Field::Weekends => "weekends",
            Field::Status => "status",
        }
    }

    /// The field of a word.
    pub fn from_word(word: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.word() == word)
    }

    fn name(self) -> Name {
        people::ALL[Field::ALL.iter().position(|field| *field == self).unwrap_or_default()]
    }
}

/// Why a list can't be used at all.
#[derive(Clone, Debug, PartialEq)]
pub enum Unusable {
    /// The file can't be read.
    File(Complaint),
    /// Nothing stands in it, or only its header.
    Empty,
    /// More rows than are read.
    Long(usize),
    /// National identity numbers: the column's header, and the first rows that hold one.
    IdentityNumbers(String, Vec<u32>),
}

/// A list as it was handed in. It holds what tells people apart, and is kept nowhere.
#[derive(Clone, Debug)]
pub struct PeopleList {
    sheet: Sheet,
    header: u32,
    columns: Vec<(u32, String)>,
}

/// Which column is what, and what values mean. Values are as the list writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The column of a field, by its header.
    pub columns: BTreeMap<Field, String>,
    /// Codes of groups by title.
    pub groups: BTreeMap<String, String>,
    /// Names of courses by the list's names.
    pub courses: BTreeMap<String, String>,
    /// Whether a status counts.
    pub passed: BTreeMap<String, bool>,
}

/// A row that can be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its number as Excel shows it.
    pub row: u32,
    /// What tells the person apart in the list.
    pub person: String,
    /// The group, where the list tells it.
    pub group: Option<GroupId>,
    /// Percent of a position.
    pub percent: Option<f64>,
    /// Which weekends the person works.
    pub weekends: Option<Weekends>,
    /// The course; none where the person has none yet, and so no dates.
    pub course: Option<CourseId>,
    /// When it was taken.
    pub taken: Option<Date>,
    /// The last day on which it counts, where the list tells it.
    pub until: Option<Date>,
}

/// The rows of a list under a mapping.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// Those that can be used.
    pub entries: Vec<Entry>,
    /// Whom rows tell that are left out since their course isn't one of ours, as people without a course.
    pub untaught: Vec<Entry>,
    /// What is wrong with others, by row.
    pub faults: Vec<Complaint>,
    /// Rows that are left out since their title, course or status isn't one of ours: the value and how many.
    pub left_out: Vec<(Field, String, usize)>,
}

/// Reads a list from the bytes of a CSV file or a workbook, or from what was pasted from one.
///
/// # Errors
/// Why it can't be used at all.
pub fn read_people_list(bytes: &[u8], name: &str) -> Result<PeopleList, Unusable> {
    let sheet = extract::sheet(bytes, name).map_err(Unusable::File)?.ok_or(Unusable::Empty)?;
    let header = header_row(&sheet, people::ALL).ok_or(Unusable::Empty)?;
    let number = header.number;
    let mut columns: Vec<(u32, String)> = header.cells.iter().map(|c| (c.col, c.cell.shown())).collect();
    columns.truncate(MOST_COLUMNS);
    let rows = sheet.rows().filter(|row| row.number > number).count();
    match rows {
        0 => return Err(Unusable::Empty),
        rows if rows > MOST_ROWS => return Err(Unusable::Long(MOST_ROWS)),
        _ => {}
    }
    // A header that stands twice is told apart by its column.
    let twice = |columns: &[(u32, String)], text: &str| columns.iter().filter(|(_, other)| other == text).count() > 1;
    let columns = columns.iter().map(|(col, text)| {
        let text = if twice(&columns, text) { format!("{text} ({})", column_name(*col)) } else { text.clone() };
        (*col, text)
    });
    let columns: Vec<(u32, String)> = columns.collect();
    let mut holding: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for row in sheet.rows() {
        for placed in row.cells.iter().filter(|placed| identity_number::is_in(&placed.cell)) {
            holding.entry(placed.col).or_default().push(row.number);
        }
    }
    if let Some((col, rows)) = holding.pop_first() {
        let header = columns.iter().find(|(of, _)| *of == col).map(|(_, text)| text.clone());
        return Err(Unusable::IdentityNumbers(header.unwrap_or_else(|| column_name(col)), rows));
    }
    Ok(PeopleList { sheet, header: number, columns })
}

impl PeopleList {
    /// The headers, left to right.
    pub fn headers(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|(_, text)| text.as_str())
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.rows().count()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.sheet.rows().filter(|row| row.number > self.header)
    }

    fn column(&self, mapping: &Mapping, field: Field) -> Option<u32> {
        self.column_called(mapping.columns.get(&field)?)
    }

    fn column_called(&self, header: &str) -> Option<u32> {
        self.columns.iter().find(|(_, text)| text == header).map(|(col, _)| *col)
    }

    /// The values of a field's column and in how many rows each stands, in the list's order; spelled as in the first.
    pub fn values(&self, mapping: &Mapping, field: Field) -> Vec<(String, usize)> {
        self.column(mapping, field).map_or_else(Vec::new, |col| self.values_in(col))
    }

    fn values_in(&self, col: u32) -> Vec<(String, usize)> {
        let mut values: Vec<(String, usize)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        // A formula without a value is shown as nothing.
        for cell in self.rows().filter_map(|row| row.get(col).map(Cell::shown)).filter(|shown| !shown.is_empty()) {
            let at = *places.entry(name_key(&cell)).or_insert_with(|| {
                values.push((cell.clone(), 0));
                values.len() - 1
            });
            values[at].1 += 1;
        }
        values
    }

    /// In how many rows of a column one of the ward's groups stands.
    fn rows_of_groups(&self, header: &str, ward: &Ward, before: &Mapping) -> usize {
        let values = self.column_called(header).map_or_else(Vec::new, |col| self.values_in(col));
        let groups = groups_of(ward);
        values.iter().filter(|(value, _)| ours(value, &groups, &before.groups).is_some()).map(|(_, rows)| rows).sum()
    }

    /// Whether a column that by its name tells the position, holds percents of one.
    fn holds_percents(&self, header: &str) -> bool {
        let key = name_key(header);
        let is_position = ["stilling", "position"].iter().any(|word| key.starts_with(word));
        let Some(col) = self.column_called(header).filter(|_| is_position) else { return false };
        let is_percent =
            |cell: &Cell| values::percent(cell).is_some_and(|percent| (0.0..=MOST_PERCENT).contains(&percent));
        let mut cells = self.rows().filter_map(|row| row.get(col)).peekable();
        cells.peek().is_some() && cells.all(is_percent)
    }

    /// Which column is what and what values mean: as before where that is remembered, else by their names. Of columns that may
    /// be the group it is the one that holds most of ours; one of percents is the percent.
    pub fn guess(&self, ward: &Ward, before: &Mapping) -> Mapping {
        let mut mapping = Mapping::default();
        let groups = |text: &str| self.rows_of_groups(text, ward, before);
        let meant = |text: &str| {
            let name = find(text, people::ALL)?;
            let is_percent = name == people::GROUP && self.holds_percents(text) && groups(text) == 0;
            Some(if is_percent { people::PERCENT } else { name })
        };
        for field in Field::ALL {
            let same = |text: &&str| before.columns.get(&field).is_some_and(|own| name_key(own) == name_key(text));
            let free = |text: &&str| !mapping.columns.values().any(|taken| taken == text);
            let by_name = |text: &&str| meant(text) == Some(field.name());
            let remembered = self.headers().filter(free).find(same);
            // Of several of the same meaning the one whose name is the first in our list: a number goes before a name.
            let rank = |text: &&str| {
                let key = name_key(text);
                let known = if field == Field::Group { groups(text) } else { 0 };
                (Reverse(known), field.name().spellings().position(|s| name_key(s) == key).unwrap_or(usize::MAX))
            };
            let guessed = self.headers().filter(free).filter(by_name).min_by_key(rank);
            if let Some(header) = remembered.or(guessed).map(str::to_owned) {
                mapping.columns.insert(field, header);
            }
        }
        self.guess_values(ward, before, &mut mapping);
        mapping
    }

    /// What the values of the mapped columns mean, where the mapping doesn't say.
    pub fn guess_values(&self, ward: &Ward, before: &Mapping, mapping: &mut Mapping) {
        let groups = groups_of(ward);
        let courses = ward.courses.iter().map(|course| (course.name.as_str(), [course.name.as_str(); 2]));
        let courses: Vec<(&str, [&str; 2])> = courses.collect();
        let fill = |field: Field, known: &[(&str, [&str; 2])], before: &BTreeMap<String, String>| {
            let values = self.values(mapping, field).into_iter();
            values.filter_map(|(value, _)| ours(&value, known, before).map(|own| (value, own))).collect::<Vec<_>>()
        };
        let found = fill(Field::Group, &groups, &before.groups);
        let taught = fill(Field::Course, &courses, &before.courses);
        for (value, own) in found {
            mapping.groups.entry(value).or_insert(own);
        }
        for (value, own) in taught {
            mapping.courses.entry(value).or_insert(own);
        }
        for (value, _) in self.values(mapping, Field::Status) {
            let key = name_key(&value);
            let remembered = before.passed.iter().find(|(known, _)| name_key(known) == key).map(|(_, passed)| *passed);
            let passed = remembered.unwrap_or_else(|| PASSED.contains(&key.as_str()));
            mapping.passed.entry(value).or_insert(passed);
        }
    }

    /// The rows under a mapping.
    pub fn entries(&self, ward: &Ward, mapping: &Mapping) -> Entries {
        let reader = Reader::new(self, ward, mapping);
        let (mut told, mut read) = (Told::default(), Entries::default());
        let mut left: BTreeMap<(Field, String), (String, usize)> = BTreeMap::new();
        for row in self.rows() {
            match reader.entry(row, &mut told) {
                Ok(entry) => read.entries.extend(entry),
                Err((field, value)) => {
                    if field == Field::Course {
                        read.untaught.extend(reader.untaught(row));
                    }
                    left.entry((field, name_key(&value))).or_insert((value, 0)).1 += 1;
                }
            }
        }
        read.faults = told.in_order(std::slice::from_ref(&self.sheet.name));
        read.left_out = left.into_iter().map(|((field, _), (value, rows))| (field, value, rows)).collect();
        read
    }
}

/// The ward's groups by code, each with its code and its name.
fn groups_of(ward: &Ward) -> Vec<(&str, [&str; 2])> {
    ward.groups.iter().map(|group| (group.code.as_str(), [group.code.as_str(), group.name.as_str()])).collect()
}

/// The one of ours that a value names: remembered, of the same code or name, one whose name it begins with, or one whose name is
/// its first word: `EKG-kurs`.
fn ours(value: &str, known: &[(&str, [&str; 2])], before: &BTreeMap<String, String>) -> Option<String> {
    let key = name_key(value);
    if key.is_empty() {
        return None;
    }
    let remembered = before.iter().find(|(written, _)| name_key(written) == key).map(|(_, own)| own);
    let still = remembered.filter(|own| known.iter().any(|(id, _)| code_key(id) == code_key(own)));
    let same = || known.iter().find(|(_, names)| names.iter().any(|name| name_key(name) == key)).map(|(id, _)| *id);
    let begins = || {
        let mut near = known.iter().filter(|(_, [_, name])| {
            let name = name_key(name);
            name.len() >= 4 && key.len() >= 4 && (name.starts_with(&key) || key.starts_with(&name))
        });
        // Two that begin alike aren't told apart by guessing.
        near.next().filter(|_| near.next().is_none()).map(|(id, _)| *id)
    };
    let worded = || {
        let first = name_key(value.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())?);
        known.iter().find(|(_, names)| names.iter().any(|name| name_key(name) == first)).map(|(id, _)| *id)
    };
    still.map(String::as_str).or_else(same).or_else(begins).or_else(worded).map(str::to_owned)
}

/// What reads a row.
struct Reader<'l> {
    list: &'l PeopleList,
    ward: &'l Ward,
    columns: BTreeMap<Field, u32>,
    groups: HashMap<String, GroupId>,
    courses: HashMap<String, CourseId>,
    passed: HashMap<String, bool>,
}

impl<'l> Reader<'l> {
    fn new(list: &'l PeopleList, ward: &'l Ward, mapping: &Mapping) -> Reader<'l> {
        let columns = Field::ALL.into_iter().filter_map(|field| Some((field, list.column(mapping, field)?))).collect();
        let mut names = Names::new(code_key);
        for course in &ward.courses {
            // A name that stands twice is the first's.
            let _ = names.add(&course.name);
        }
        let groups =
            mapping.groups.iter().filter_map(|(value, code)| Some((name_key(value), ward.group_by_code(code)?)));
        let courses =
            mapping.courses.iter().filter_map(|(value, name)| Some((name_key(value), CourseId(names.find(name)?))));
        let passed = mapping.passed.iter().map(|(value, passed)| (name_key(value), *passed));
        Reader { list, ward, columns, groups: groups.collect(), courses: courses.collect(), passed: passed.collect() }
    }

    fn place(&self, row: Row<'_>, field: Field) -> Place {
        let cell = match self.columns.get(&field) {
            Some(col) => address(row.number, *col),
            None => format!("{0}:{0}", row.number),
        };
        Place::cell(&self.list.sheet.name, cell)
    }

    fn cell<'r>(&self, row: Row<'r>, field: Field) -> Option<&'r Cell> {
        row.get(*self.columns.get(&field)?)
    }

    fn complain(&self, kind: kinds::Kind, row: Row<'_>, field: Field) -> Complaint {
        let header = self.columns.get(&field).and_then(|col| self.list.columns.iter().find(|(of, _)| of == col));
        let header = header.map_or_else(|| field.name().nb.to_owned(), |(_, text)| text.clone());
        kind.at(self.place(row, field)).with("column", header)
    }

    fn read<T>(
        &self,
        row: Row<'_>,
        field: Field,
        bad: kinds::Kind,
        read: impl FnOnce(&Cell) -> Option<T>,
        told: &mut Told,
    ) -> Option<T> {
        let cell = self.cell(row, field)?;
        let value = read(cell);
        if value.is_none() {
            told.add(self.complain(bad, row, field).with("value", cell));
        }
        value
    }

    /// The row; nothing where it is at fault, which has been told; the value for which it is left out.
    fn entry(&self, row: Row<'_>, told: &mut Told) -> Result<Option<Entry>, (Field, String)> {
        let before = told.faults();
        let is_bare = |field: &&Field| self.cell(row, **field) == Some(&Cell::Uncomputed);
        for field in self.columns.keys().filter(is_bare) {
            told.add(self.complain(kinds::FORMULA_WITHOUT_VALUE, row, *field));
        }
        if told.faults() > before {
            return Ok(None);
        }
        let text = |field: Field| self.cell(row, field).map(Cell::shown).unwrap_or_default();
        let status = text(Field::Status);
        if !status.is_empty() && self.passed.get(&name_key(&status)) != Some(&true) {
            return Err((Field::Status, status));
        }
        let course = text(Field::Course);
        let course = match self.courses.get(&name_key(&course)) {
            None if !course.is_empty() => return Err((Field::Course, course)),
            known => known.copied(),
        };
        let title = text(Field::Group);
        let group = match self.groups.get(&name_key(&title)) {
            None if !title.is_empty() => return Err((Field::Group, title)),
            known => known.copied(),
        };
        let person = text(Field::Person);
        let missing = |field: Field| self.complain(kinds::VALUE_MISSING, row, field);
        if person.is_empty() {
            told.add(missing(Field::Person));
        }
        // Whoever stands there with neither a course nor a date has no course yet.
        let is_dated = [Field::Taken, Field::Until].into_iter().any(|field| self.cell(row, field).is_some());
        let has_none = course.is_none() && !is_dated && self.columns.contains_key(&Field::Course);
        if course.is_none() && !has_none {
            told.add(missing(Field::Course));
        }
        let percent = self.read(row, Field::Percent, kinds::NOT_A_NUMBER, values::percent, told);
        if percent.is_some_and(|percent| !(0.0..=MOST_PERCENT).contains(&percent)) {
            let cell = self.cell(row, Field::Percent).map(Cell::shown).unwrap_or_default();
            told.add(self.complain(kinds::NOT_A_NUMBER, row, Field::Percent).with("value", cell));
        }
        let weekends = self.read(row, Field::Weekends, kinds::NOT_WEEKENDS, values::weekends, told);
        let until = self.read(row, Field::Until, kinds::NOT_A_DATE, values::date, told);
        let taken = self.taken(row, course, until, told);
        if let (Some(taken), Some(until)) = (taken, until)
            && until < taken
        {
            let complaint = self.complain(kinds::UNTIL_BEFORE, row, Field::Until);
            told.add(complaint.with("until", until).with("taken", taken));
        }
        let is_whole = (taken.is_some() || has_none) && told.faults() == before;
        Ok(is_whole.then_some(Entry { row: row.number, person, group, percent, weekends, course, taken, until }))
    }

    /// The person of a row whose course isn't one of ours, as one without a course; nothing where it doesn't tell who and of which
    /// of our groups.
    fn untaught(&self, row: Row<'_>) -> Option<Entry> {
        let text = |field: Field| self.cell(row, field).map(Cell::shown).unwrap_or_default();
        let person = Some(text(Field::Person)).filter(|person| !person.is_empty())?;
        let group = *self.groups.get(&name_key(&text(Field::Group)))?;
        let percent = self.cell(row, Field::Percent).and_then(values::percent);
        Some(Entry {
            row: row.number,
            person,
            group: Some(group),
            percent: percent.filter(|percent| (0.0..=MOST_PERCENT).contains(percent)),
            weekends: self.cell(row, Field::Weekends).and_then(values::weekends),
            course: None,
            taken: None,
            until: None,
        })
    }

    /// When it was taken; where that isn't told, as long before its last day as the course is valid.
    fn taken(&self, row: Row<'_>, course: Option<CourseId>, until: Option<Date>, told: &mut Told) -> Option<Date> {
        if self.cell(row, Field::Taken).is_some() {
            return self.read(row, Field::Taken, kinds::NOT_A_DATE, values::date, told);
        }
        let months = course.and_then(|course| self.ward.courses[course.0].valid_months);
        let back = months.and_then(|months| Span::new().try_months(i64::from(months)).ok());
        let reckoned = until.zip(back).and_then(|(until, back)| until.checked_sub(back).ok());
        if reckoned.is_none() && course.is_some() {
            told.add(self.complain(kinds::VALUE_MISSING, row, Field::Taken));
        }
        reckoned
    }
}

#[cfg(test)]
mod tests;
