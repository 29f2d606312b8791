//! The header of the wide form: which groups it names, and which columns each of them owns.

use fordel_core::complaint::Place;
use fordel_core::ward::{Group, GroupId, Part, Ward};

use crate::columns::{self, Name, task};
use crate::read::groups::Groups;
use crate::read::kinds;
use crate::read::listing::find;
use crate::read::places::Places;
use crate::read::standard::bare_group;
use crate::read::told::Told;
use crate::read::words::{code_key, name_key};
use crate::table::{Cell, Row, Sheet, address, column_name};

/// The header is looked for in so many filled rows.
const WITHIN: usize = 10;
/// A row with more cells than this is no header of a form.
const MOST_COLUMNS: usize = 400;

/// A sheet's header.
pub struct Header {
    /// Its row.
    pub row: u32,
    /// The column of task names.
    pub task: u32,
    /// A column of notes, if there is one.
    pub note: Option<u32>,
    /// The groups' columns, left to right.
    pub groups: Vec<Owned>,
    /// Columns of groups that were refused, which has been told: what stands there isn't read.
    pub refused: Vec<u32>,
}

impl Header {
    /// Whether what stands in the column is read.
    pub fn reads(&self, col: u32) -> bool {
        let is_owned = |owned: &Owned| [Some(owned.mark), owned.time, owned.training].contains(&Some(col));
        col == self.task || self.note == Some(col) || self.groups.iter().any(is_owned)
    }
}

/// The columns that one group owns.
pub struct Owned {
    /// The group.
    pub id: GroupId,
    /// Marks, or counts a day.
    pub mark: u32,
    /// Minutes.
    pub time: Option<u32>,
    /// Training that is needed.
    pub training: Option<u32>,
}

/// What a header is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Title {
    Time,
    Training,
    Note,
    Group,
}

/// Whether a text titles the column of task names.
pub fn titles_tasks(text: &str) -> bool {
    matches!(name_key(text).as_str(), "oppgave" | "oppgaven" | "oppgaver" | "task" | "tasks")
}

fn title(text: &str) -> Title {
    let key = name_key(text);
    if matches!(key.as_str(), "tid" | "time" | "minutter" | "minutes" | "min") {
        Title::Time
    } else if key.starts_with("behov") || key.starts_with("need") || key == name_key(task::TRAINING.nb) {
        Title::Training
    } else if task::NOTE.spellings().any(|s| name_key(s) == key) {
        Title::Note
    } else {
        Title::Group
    }
}

/// The row that starts with the column of tasks and names groups.
fn header_row(sheet: &Sheet) -> Option<Row<'_>> {
    const LONG: [Name; 5] = [task::CATEGORY, task::INTERVAL, task::COUNT, task::MINUTES, task::LOWEST];
    sheet.rows().take(WITHIN).filter(|row| row.cells.len() <= MOST_COLUMNS).find(|row| {
        let texts: Vec<String> = row.cells.iter().map(|c| c.cell.shown()).collect();
        let Some((first, rest)) = texts.split_first() else { return false };
        let is_long = rest.iter().any(|text| find(text, &LONG).is_some() && title(text) == Title::Group);
        let has_wide_column = rest
            .iter()
            .any(|text| matches!(name_key(text).as_str(), "tid" | "time") || name_key(text).starts_with("behov"));
        titles_tasks(first)
            && rest.iter().any(|text| title(text) == Title::Group)
            && (has_wide_column || !is_long && !is_plain_long(rest))
    })
}

/// Whether every title is a column of the long form, as in a long sheet that lacks what it needs.
fn is_plain_long(titles: &[String]) -> bool {
    titles.iter().all(|text| find(text, columns::TASKS.columns).is_some())
}

/// Whether the sheet holds the wide form.
pub fn is_wide(sheet: &Sheet) -> bool {
    header_row(sheet).is_some()
}

/// The groups that the sheets' headers name, and each sheet's header. Groups that the workbook's own sheet gives are
/// found by code or name; without that sheet they are matched to the default ward by name, and unknown ones are made.
pub fn groups(
    sheets: &[Sheet],
    given: Option<Groups>,
    standard: &Ward,
    places: &mut Places,
    told: &mut Told,
) -> (Groups, Vec<Header>) {
    let (list, rows) = match &given {
        Some(groups) => (groups.list.clone(), groups.rows.clone()),
        None => (Vec::new(), Vec::new()),
    };
    let mut naming = Naming { given, standard, list, rows };
    let headers = sheets.iter().filter_map(|sheet| header(sheet, &mut naming, places, told)).collect();
    let groups = match naming.given {
        Some(groups) => groups,
        None => Groups { rows: naming.rows, ..Groups::given(naming.list) },
    };
    (groups, headers)
}

/// Reads one sheet's header from left to right.
fn header(sheet: &Sheet, naming: &mut Naming<'_>, places: &mut Places, told: &mut Told) -> Option<Header> {
    let row = header_row(sheet)?;
    let (first, rest) = row.cells.split_first()?;
    let mut header = Header { row: row.number, task: first.col, note: None, groups: Vec::new(), refused: Vec::new() };
    let mut owner: Option<usize> = None;
    for placed in rest {
        let text = placed.cell.shown();
        let place = Place::cell(&sheet.name, address(row.number, placed.col));
        if placed.cell == Cell::Uncomputed {
            told.add(kinds::FORMULA_WITHOUT_VALUE.at(place).with("column", column_name(placed.col)));
            header.refused.push(placed.col);
            owner = None;
            continue;
        }
        let owned = owner.and_then(|at| header.groups.get_mut(at));
        match (title(&text), owned) {
            (Title::Time, Some(owned)) if owned.time.is_none() => owned.time = Some(placed.col),
            (Title::Training, Some(owned)) if owned.training.is_none() => owned.training = Some(placed.col),
            (Title::Note, _) if header.note.is_none() => header.note = Some(placed.col),
            (Title::Group, _) => {
                let taken = |id: GroupId| header.groups.iter().find(|owned| owned.id == id);
                let named = naming.group(&text, &place, taken, row.number, places, told);
                owner = named.map(|id| {
                    header.groups.push(Owned { id, mark: placed.col, time: None, training: None });
                    header.groups.len() - 1
                });
                if owner.is_none() {
                    header.refused.push(placed.col);
                }
            }
            (Title::Time | Title::Training, None) if !header.refused.is_empty() => header.refused.push(placed.col),
            _ => told.add(kinds::COLUMN_UNKNOWN.at(place).with("column", text).with("near", 0_u32)),
        }
    }
    Some(header)
}

/// The groups so far, while headers name them.
struct Naming<'w> {
    given: Option<Groups>,
    standard: &'w Ward,
    list: Vec<Group>,
    rows: Vec<Option<Place>>,
}

impl Naming<'_> {
    /// The group that a header names. Nothing if the header names a group of this sheet again, or one that the
    /// workbook's own sheet doesn't have; both are told.
    fn group<'h>(
        &mut self,
        text: &str,
        place: &Place,
        taken: impl Fn(GroupId) -> Option<&'h Owned>,
        row: u32,
        places: &mut Places,
        told: &mut Told,
    ) -> Option<GroupId> {
        let known = match &self.given {
            Some(_) => named(text, &self.list).or_else(|| alike(text, &self.list, self.standard)),
            None => named(text, &self.list),
        };
        match (known, &self.given) {
            (Some(id), _) => match taken(id) {
                None => Some(id),
                Some(owned) => {
                    let complaint = kinds::COLUMN_TWICE.at(place.clone()).with("column", text);
                    let first = address(row, owned.mark);
                    told.add(complaint.with("other", self.list[id.0].name.as_str()).with("first", first));
                    None
                }
            },
            (None, Some(given)) => {
                let complaint = kinds::UNKNOWN_GROUP.at(place.clone()).with("column", text).with("value", text);
                told.unknown(complaint, text, &given.codes);
                None
            }
            (None, None) => Some(self.add(text, place, places, told)),
        }
    }

    fn add(&mut self, text: &str, place: &Place, places: &mut Places, told: &mut Told) -> GroupId {
        let id = GroupId(self.list.len());
        let group = matched_or_made(text, &self.list, self.standard, place, told);
        places.set(Part::Group(id), place.clone());
        self.list.push(group);
        self.rows.push(Some(place.clone()));
        id
    }
}

/// The group that a header names by code or name.
fn named(text: &str, list: &[Group]) -> Option<GroupId> {
    let by_code = list.iter().position(|g| code_key(&g.code) == code_key(text));
    by_code.or_else(|| list.iter().position(|g| name_key(&g.name) == name_key(text))).map(GroupId)
}

/// The group with the code of the default group that the header seems to be.
fn alike(text: &str, list: &[Group], standard: &Ward) -> Option<GroupId> {
    let default = default_of(text, standard)?;
    list.iter().position(|g| code_key(&g.code) == code_key(&default.code)).map(GroupId)
}

/// A group for a header that names none yet: the default group of that name, else one of its own.
fn matched_or_made(text: &str, list: &[Group], standard: &Ward, place: &Place, told: &mut Told) -> Group {
    let like = default_of(text, standard);
    let name = text.trim().trim_end_matches(':').to_owned();
    if let Some(default) = like.filter(|d| !list.iter().any(|g| g.code == d.code)) {
        if name_key(&default.name) != name_key(&name) {
            let complaint = kinds::WIDE_GROUP_MATCHED.at(place.clone()).with("name", name.as_str());
            told.add(complaint.with("group", default.code.as_str()));
        }
        return Group { name, ..default.clone() };
    }
    let code = made_code(&name, list, standard);
    // Until somebody fills it in, a made group costs what its like costs, else its neighbour to the left.
    let hourly = like.or(list.last()).or(standard.groups.last()).map_or(0.0, |g| g.hourly_kr);
    let complaint = kinds::WIDE_GROUP_MADE.at(place.clone()).with("name", name.as_str());
    told.add(complaint.with("group", code.as_str()).with("hourly", hourly));
    match like {
        Some(like) => Group { code, name, ..like.clone() },
        None => bare_group(&code, &name, hourly),
    }
}

/// The default group whose name or trade a header gives.
fn default_of<'w>(text: &str, standard: &'w Ward) -> Option<&'w Group> {
    let key = name_key(text);
    let has = |parts: &[&str]| parts.iter().any(|part| key.contains(part));
    let code =
        if let Some(group) = standard.groups.iter().find(|g| name_key(&g.code) == key || name_key(&g.name) == key) {
            return Some(group);
        } else if has(&["student", "leder", "lege", "leader", "manager"]) {
            return None;
        } else if has(&["assistent", "assistant"]) {
            "ASS"
        } else if has(&["sekret", "secret", "clerk"]) {
            "SEK"
        } else if has(&["helsefagarb", "hjelpepleier", "omsorgsarbeider", "healthcareworker", "practicalnurse"]) {
            "HFA"
        } else if has(&["sykepleier", "nurse"])
            && has(&["overvak", "spesial", "intensiv", "special", "monitor", "criticalcare"])
        {
            "SPO"
        } else if key.starts_with("sykepleier") || key.starts_with("nurse") || key.starts_with("registerednurse") {
            "SPL"
        } else {
            return None;
        };
    standard.group_by_code(code).map(|id| standard.group(id))
}

/// A code from a name: its first three letters, with a number where that is taken.
fn made_code(name: &str, list: &[Group], standard: &Ward) -> String {
    let letters: String = name.chars().filter(|c| c.is_alphabetic()).take(3).flat_map(char::to_uppercase).collect();
    let base = if letters.is_empty() { "GR".to_owned() } else { letters };
    let is_free = |code: &str| {
        !list.iter().any(|g| code_key(&g.code) == code_key(code)) && standard.group_by_code(code).is_none()
    };
    (1..).map(|n| if n == 1 { base.clone() } else { format!("{base}{n}") }).find(|code| is_free(code)).unwrap_or(base)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::default_ward;

    #[test]
    fn names_on_the_form_are_groups_of_the_default_ward() {
        let standard = default_ward();
        let code = |text: &str| default_of(text, &standard).map(|g| g.code.as_str());
        for (name, expected) in [
            ("Sykepleier medisinsk overvåkning", Some("SPO")),
            ("Sykepleier sengepost", Some("SPL")),
            ("Sykepleier", Some("SPL")),
            ("Spesialsykepleier", Some("SPO")),
            ("Helsefagarbeider", Some("HFA")),
            ("Postsekretær", Some("SEK")),
            ("Assistent", Some("ASS")),
            ("Farmasøyt", None),
            ("Sykepleierstudent", None),
            ("spl", Some("SPL")),
        ] {
            assert_eq!(code(name), expected, "{name}");
        }
    }

    #[test]
    fn made_codes_are_free() {
        let standard = default_ward();
        let list = vec![bare_group("FAR", "Farmasøyt", 0.0)];
        assert_eq!(made_code("Farmasøyt natt", &list, &standard), "FAR2");
        assert_eq!(made_code("Assurandør", &list, &standard), "ASS2");
        assert_eq!(made_code("123", &list, &standard), "GR");
    }
}
