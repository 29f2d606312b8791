//! The task library: the usual tasks of kinds of unit and of the units that a person may see, with their usual minutes
//! and where these come from, offered to a unit that maps its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use fordel_core::complaint::Value;
use fordel_core::ward::Ward;
use fordel_sheets::columns::{CATEGORIES, Name, TASKS, task};
use fordel_sheets::usual::{KINDS_OF_UNIT, KindOfUnit};
use fordel_sheets::write::typed_sheets;
use fordel_sheets::{Own, number_in};
use fordel_store::{BranchKind, Edit, Place};
use fordel_text::{Lang, Texts};

use super::brought::{self, Brought};
use super::desk::Desk;
use super::keys::{self, Key};
use super::mapping::column_label;
use super::{Contributes, Failed};

/// What stands in each filled column of a row.
type Cells = BTreeMap<String, String>;

/// Columns that are taken as most units have them. What a ward decides for itself isn't among them: who does it today,
/// where it is pinned, its priority.
const AS_MOST: [&Name; 9] = [
    &task::INTERVAL,
    &task::DAYS,
    &task::PEOPLE,
    &task::BOUND,
    &task::FLEXIBLE,
    &task::LOWEST,
    &task::ONLY,
    &task::TRAINING,
    &task::HEALTH,
];
/// Times that new rows are read and emptied of what can't be read, at most: a reading tells a limited number of faults.
const READINGS: usize = 20;

/// Minutes that units have told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usual {
    /// In the middle: half of the sources have less.
    pub median: f64,
    /// The least that any tells.
    pub low: f64,
    /// The most that any tells.
    pub high: f64,
}

/// A task of the library.
#[derive(Clone, Debug, PartialEq)]
pub struct LibraryTask {
    /// What it is chosen by: made from its name, the same in every unit.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its category; empty where none is told.
    pub category: String,
    /// Minutes for one occurrence, if any source tells them.
    pub minutes: Option<Usual>,
    /// The lines that it becomes: what stands in each filled column.
    pub lines: Vec<BTreeMap<String, String>>,
    /// Codes of the lowest groups, the most usual first.
    pub lowest: Vec<String>,
    /// Courses as they are written, `HFA: sårstell`, the most usual first.
    pub courses: Vec<String>,
    /// The kinds of unit that have it.
    pub kinds: Vec<KindOfUnit>,
    /// The other units that have it.
    pub units: Vec<String>,
    /// Whether this unit has it already.
    pub here: bool,
    /// The activity and courses that come along with it, since this unit lacks them.
    pub brings: Vec<Brought>,
}

/// What came of adding tasks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Tasks that were added.
    pub tasks: usize,
    /// The lines that they became.
    pub rows: usize,
    /// Cells left empty, since this unit doesn't know their values.
    pub left: usize,
    /// Rows of activity and courses that came along.
    pub brought: usize,
}

/// Whose tasks the library shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// Those of all kinds of unit and of all units that one may see.
    #[default]
    All,
    /// Those of one kind of unit.
    Kind(KindOfUnit),
    /// Those of other units that one may see.
    Units,
}

/// Where tasks come from.
enum Origin {
    Kind(KindOfUnit),
    Unit(String),
}

/// The tasks from one place.
struct Source {
    origin: Origin,
    rows: Vec<Cells>,
    /// Rows of other sheets that its tasks may name.
    beside: Vec<Brought>,
}

impl Source {
    fn kind(&self) -> Option<KindOfUnit> {
        if let Origin::Kind(kind) = self.origin { Some(kind) } else { None }
    }

    fn unit(&self) -> Option<&str> {
        if let Origin::Unit(name) = &self.origin { Some(name) } else { None }
    }
}

impl Contributes<'_> {
    /// The usual tasks, as they can be added here.
    ///
    /// # Errors
    /// The database.
    pub fn library(&self, whose: Whose, texts: &Texts) -> Result<Vec<LibraryTask>, Failed> {
        let mut sources = Vec::new();
        let branches = if matches!(whose, Whose::Kind(_)) { Vec::new() } else { self.service.branches(self.who)? };
        for (unit, _) in branches {
            if unit.kind == BranchKind::Unit && unit.id != self.unit.id {
                let desk = self.service.desk(unit.id)?;
                let rows = |sheet: &str| desk.sheet(sheet).map(|s| s.rows.iter().map(|(_, cells)| cells).collect());
                let beside = brought::offered(|sheet| rows(sheet).unwrap_or_default());
                sources.push(Source {
                    origin: Origin::Unit(unit.name),
                    rows: tasks_of(&desk).cloned().collect(),
                    beside,
                });
            }
        }
        for kind in KINDS_OF_UNIT {
            if whose == Whose::All || whose == Whose::Kind(kind) {
                sources.push(usual(kind, texts)?);
            }
        }
        let desk = self.desk()?;
        let here: BTreeSet<String> = tasks_of(&desk).map(|cells| key(cell(cells, &task::TASK))).collect();
        let mut library = merged(&sources, &here, texts);
        let offered: Vec<Brought> = sources.iter().flat_map(|source| source.beside.iter().cloned()).collect();
        for task in library.iter_mut().filter(|task| !task.here) {
            task.brings = brought::lacking(&task.lines, &offered, &desk);
        }
        Ok(library)
    }

    /// Adds tasks of the library as lines after all others, in one step to undo. Those that are here already are left
    /// out; what this unit's sheets don't know is left empty, and told in the line's note.
    ///
    /// # Errors
    /// The database; if the system has no chance to give.
    pub fn add_from_library(&self, chosen: &BTreeSet<String>, whose: Whose, texts: &Texts) -> Result<Added, Failed> {
        let library = self.library(whose, texts)?;
        let tasks: Vec<&LibraryTask> = library.iter().filter(|t| !t.here && chosen.contains(&t.id)).collect();
        let mut rows: Vec<Cells> = tasks.iter().flat_map(|task| task.lines.iter().cloned()).collect();
        // The same comes along once, whichever of the tasks name it.
        let mut seen = BTreeSet::new();
        let brings = tasks.iter().flat_map(|task| &task.brings);
        let brought: Vec<Brought> =
            brings.filter(|row| seen.insert((row.sheet.clone(), key(&row.name)))).cloned().collect();
        let left = fit(&*self.desk()?, &mut rows, &brought);
        let sources = tasks.iter().flat_map(|task| task.lines.iter().map(|_| said_source(task, texts)));
        for ((cells, left), source) in rows.iter_mut().zip(&left).zip(sources) {
            cells.insert(task::NOTE.nb.to_owned(), note(source, left, texts));
        }
        let added = Added {
            tasks: tasks.len(),
            rows: rows.len(),
            left: left.iter().map(BTreeMap::len).sum(),
            brought: brought.len(),
        };
        if !rows.is_empty() {
            let batch = format!("library-{}", keys::short(Key::new()?.reveal()));
            let lines = rows.into_iter().map(|cells| (TASKS.name.nb.to_owned(), cells));
            let all = brought.into_iter().map(|row| (row.sheet, row.cells)).chain(lines);
            let add = |(at, (sheet, cells)): (usize, (String, Cells))| Edit::Add {
                temp: format!("library-{at}"),
                sheet,
                place: Place::Last,
                cells,
            };
            let edits: Vec<Edit> = all.enumerate().map(add).collect();
            self.edit(&batch, &edits)?;
        }
        Ok(added)
    }
}

/// What the usual tasks of kinds of unit tell of a task by its name; nothing where none of them has it.
pub fn usual_task(name: &str, texts: &Texts) -> Option<&'static LibraryTask> {
    static NB: OnceLock<BTreeMap<String, LibraryTask>> = OnceLock::new();
    static EN: OnceLock<BTreeMap<String, LibraryTask>> = OnceLock::new();
    let kept = match texts.lang() {
        Lang::Nb => &NB,
        Lang::En => &EN,
    };
    let read = || {
        let sources: Vec<Source> = KINDS_OF_UNIT.into_iter().filter_map(|kind| usual(kind, texts).ok()).collect();
        merged(&sources, &BTreeSet::new(), texts).into_iter().map(|task| (key(&task.name), task)).collect()
    };
    kept.get_or_init(read).get(&key(name))
}

fn tasks_of(desk: &Desk) -> impl Iterator<Item = &Cells> {
    let rows = desk.sheet(TASKS.name.nb).map(|sheet| sheet.rows.as_slice()).unwrap_or_default();
    rows.iter().map(|(_, cells)| cells)
}

/// The tasks of a kind of unit as somebody would type them.
fn usual(kind: KindOfUnit, texts: &Texts) -> Result<Source, Failed> {
    static READ: OnceLock<Vec<Option<Ward>>> = OnceLock::new();
    let read = READ.get_or_init(|| KINDS_OF_UNIT.map(KindOfUnit::ward).into());
    let ward = KINDS_OF_UNIT.iter().position(|one| *one == kind).and_then(|at| read[at].as_ref());
    let ward = ward.ok_or_else(|| Failed::Internal(format!("the usual tasks of {} can't be read", kind.key)))?;
    let sheets: BTreeMap<String, Vec<Cells>> = typed_sheets(ward, &Own::default(), texts)
        .into_iter()
        .map(|sheet| (sheet.name, sheet.rows.into_iter().map(|row| row.into_iter().collect()).collect()))
        .collect();
    let beside = brought::offered(|name| sheets.get(name).map(|rows| rows.iter().collect()).unwrap_or_default());
    Ok(Source { origin: Origin::Kind(kind), rows: sheets.get(TASKS.name.nb).cloned().unwrap_or_default(), beside })
}

/// Empties the cells of new rows that the unit's reader finds fault with, and gives what stood there, row by row.
fn fit(desk: &Desk, rows: &mut [Cells], brought: &[Brought]) -> Vec<Cells> {
    let mut left = vec![Cells::new(); rows.len()];
    for _ in 0..READINGS {
        let mut any = false;
        for (at, column) in desk.faults_of(rows, brought) {
            if column == task::TASK.nb {
                continue;
            }
            // A count without what it counts by would be a count a day.
            let with = if column == task::PER.nb { task::COUNT.nb } else { "" };
            for column in [column.as_str(), with] {
                let taken = rows.get_mut(at).and_then(|cells| cells.remove(column));
                any |= taken.is_some();
                left[at].extend(taken.map(|text| (column.to_owned(), text)));
            }
        }
        if !any {
            break;
        }
    }
    left
}

/// A task's sources for everybody who reads this unit: they may not see the units that its author may, so these are
/// counted and not named.
fn said_source(task: &LibraryTask, texts: &Texts) -> String {
    let mut told: Vec<String> =
        task.kinds.iter().map(|kind| texts.get(&format!("library-source-{}", kind.key))).collect();
    if !task.units.is_empty() {
        told.push(texts.with("library-note-units", &[("count", Value::Number(task.units.len() as f64))]));
    }
    texts.list(&told)
}

fn note(source: String, left: &Cells, texts: &Texts) -> String {
    let note = texts.with("library-note", &[("source", source.into())]);
    if left.is_empty() {
        return note;
    }
    let cells: Vec<String> =
        left.iter().map(|(column, text)| format!("{}: {text}", column_label(column, texts))).collect();
    format!("{note} {}", texts.with("library-note-left", &[("cells", cells.join("; ").into())]))
}

/// The sources' tasks, the same names together, in the order in which they come.
fn merged(sources: &[Source], here: &BTreeSet<String>, texts: &Texts) -> Vec<LibraryTask> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut tasks: Vec<Vec<(&Source, Vec<&Cells>)>> = Vec::new();
    for source in sources {
        for cells in &source.rows {
            let key = key(cell(cells, &task::TASK));
            if key.is_empty() {
                continue;
            }
            let at = *places.entry(key).or_insert(tasks.len());
            if at == tasks.len() {
                tasks.push(Vec::new());
            }
            match tasks[at].last_mut() {
                Some((last, rows)) if std::ptr::eq(*last, source) => rows.push(cells),
                _ => tasks[at].push((source, vec![cells])),
            }
        }
    }
    tasks.iter().filter_map(|told| one(told, here, texts)).collect()
}

/// One task, as its sources tell it.
fn one(told: &[(&Source, Vec<&Cells>)], here: &BTreeSet<String>, texts: &Texts) -> Option<LibraryTask> {
    let all = || told.iter().flat_map(|(_, rows)| rows.iter().copied());
    let name = cell(all().next()?, &task::TASK).to_owned();
    let key = key(&name);
    let of_each: Vec<f64> =
        told.iter().filter_map(|(_, rows)| median(numbers(rows.iter().copied(), &task::MINUTES))).collect();
    let minutes = median(of_each).map(|median| {
        let (low, high) = range(all()).unwrap_or((median, median));
        Usual { median, low, high }
    });
    let categories: Vec<String> = all().map(|row| category(cell(row, &task::CATEGORY), texts)).collect();
    let category = by_use(categories.iter().map(String::as_str)).first().map_or("", |first| *first).to_owned();
    let lists = |column: &'static Name| {
        let told = by_use(all().map(|row| cell(row, column)));
        told.into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    Some(LibraryTask {
        id: keys::short(&key).chars().take(10).collect(),
        lines: lines(told, &name, &category, minutes, texts),
        name,
        category,
        minutes,
        lowest: lists(&task::LOWEST),
        courses: lists(&task::TRAINING),
        kinds: told.iter().filter_map(|(source, _)| source.kind()).collect(),
        units: told.iter().filter_map(|(source, _)| source.unit()).map(str::to_owned).collect(),
        here: here.contains(&key),
        brings: Vec::new(),
    })
}

/// What tells a task's lines apart: when, on which days, and which of those that are alike in this.
type At = (String, String, usize);

fn places(rows: &[&Cells]) -> Vec<At> {
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    let at = |row: &&Cells| {
        let when = |column| key(cell(row, column)).replace('–', "-");
        let (interval, days) = (when(&task::INTERVAL), when(&task::DAYS));
        let before = seen.entry((interval.clone(), days.clone())).or_default();
        *before += 1;
        (interval, days, *before)
    };
    rows.iter().map(at).collect()
}

/// The lines that a task becomes: cut over the day as most sources cut it, each with what sources tell of that line.
/// One cut, not all of them together: two cuts of the same work would be the work twice.
fn lines(
    told: &[(&Source, Vec<&Cells>)],
    name: &str,
    category: &str,
    minutes: Option<Usual>,
    texts: &Texts,
) -> Vec<Cells> {
    let cuts: Vec<Vec<At>> = told.iter().map(|(_, rows)| places(rows)).collect();
    let alike = |cut: &Vec<At>| cuts.iter().filter(|other| *other == cut).count();
    let Some(cut) = cuts.iter().rev().max_by_key(|cut| alike(cut)) else { return Vec::new() };
    let line = |at: &At| {
        let same = |((_, rows), cut): (&(&Source, Vec<&'_ Cells>), &Vec<At>)| {
            cut.iter().position(|other| other == at).and_then(|i| rows.get(i).map(|row| (*row).clone()))
        };
        let rows: Vec<Cells> = told.iter().zip(&cuts).filter_map(same).collect();
        let mut cells = Cells::new();
        let mut put = |column: &Name, text: String| {
            if !text.is_empty() {
                cells.insert(column.nb.to_owned(), text);
            }
        };
        put(&task::TASK, name.to_owned());
        put(&task::CATEGORY, category.to_owned());
        for column in AS_MOST {
            put(column, most(rows.iter().map(|row| cell(row, column))).to_owned());
        }
        let per = most(rows.iter().map(|row| cell(row, &task::PER)));
        let counted = rows.iter().filter(|row| key(cell(row, &task::PER)) == key(per));
        if let Some(count) = median(numbers(counted, &task::COUNT)) {
            put(&task::COUNT, written(count, texts));
            put(&task::PER, per.to_owned());
        }
        let is_bound = !matches!(&*key(most(rows.iter().map(|row| cell(row, &task::BOUND)))), "" | "nei" | "no");
        let of_line = median(numbers(&rows, &task::MINUTES));
        if let Some(of_line) = of_line.or(minutes.map(|usual| usual.median).filter(|_| !is_bound)) {
            put(&task::MINUTES, written(of_line, texts));
            if let Some((low, high)) = range(&rows).filter(|(low, high)| low < high) {
                put(&task::MINUTES_LOW, written(low.min(of_line), texts));
                put(&task::MINUTES_HIGH, written(high.max(of_line), texts));
            }
        }
        cells
    };
    cut.iter().map(line).collect()
}

/// The least and the most minutes that rows tell.
fn range<'c>(rows: impl IntoIterator<Item = &'c Cells>) -> Option<(f64, f64)> {
    let columns = [&task::MINUTES, &task::MINUTES_LOW, &task::MINUTES_HIGH];
    let told = rows.into_iter().flat_map(|row| columns.into_iter().filter_map(|column| number_in(cell(row, column))));
    told.fold(None, |range: Option<(f64, f64)>, minutes| {
        let (low, high) = range.unwrap_or((minutes, minutes));
        Some((low.min(minutes), high.max(minutes)))
    })
}

pub(super) fn cell<'c>(cells: &'c Cells, column: &Name) -> &'c str {
    cells.get(column.nb).map(|text| text.trim()).unwrap_or_default()
}

/// Names are the same in any case, with any blanks.
pub(super) fn key(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A category that is known in both languages, in this one; a ward's own as it is.
fn category(text: &str, texts: &Texts) -> String {
    let known = CATEGORIES.iter().find(|name| name.spellings().any(|spelling| key(spelling) == key(text)));
    texts.category(known.map_or(text, |name| name.nb)).to_owned()
}

/// What isn't empty, each once, the most used first; of two used alike, the one that comes first.
fn by_use<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut used: Vec<(&str, usize)> = Vec::new();
    for text in texts.filter(|text| !text.is_empty()) {
        match used.iter_mut().find(|(other, _)| key(other) == key(text)) {
            Some((_, times)) => *times += 1,
            None => used.push((text, 1)),
        }
    }
    used.sort_by_key(|(_, times)| usize::MAX - times);
    used.into_iter().map(|(text, _)| text).collect()
}

/// The most used, which may be nothing.
fn most<'t>(texts: impl Iterator<Item = &'t str> + Clone) -> &'t str {
    let Some(first) = by_use(texts.clone()).first().copied() else { return "" };
    let used = texts.clone().filter(|text| key(text) == key(first)).count();
    if texts.filter(|text| text.is_empty()).count() > used { "" } else { first }
}

fn numbers<'c>(rows: impl IntoIterator<Item = &'c Cells>, column: &Name) -> Vec<f64> {
    rows.into_iter().filter_map(|row| number_in(cell(row, column))).filter(|number| *number >= 0.0).collect()
}

fn median(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    let upper = *numbers.get(numbers.len() / 2)?;
    let lower = *numbers.get((numbers.len() - 1) / 2)?;
    Some(f64::midpoint(lower, upper))
}

/// A median as somebody would type it: two decimals at most.
fn written(number: f64, texts: &Texts) -> String {
    texts.written((number * 100.0).round() / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fordel_text::Lang;

    fn row(pairs: &[(&str, &str)]) -> Cells {
        pairs.iter().map(|(column, text)| ((*column).to_owned(), (*text).to_owned())).collect()
    }

    fn unit(name: &str, rows: Vec<Cells>) -> Source {
        Source { origin: Origin::Unit(name.to_owned()), rows, beside: Vec::new() }
    }

    fn nb(sources: &[Source], here: &[&str]) -> Vec<LibraryTask> {
        merged(sources, &here.iter().map(|name| key(name)).collect(), &Texts::new(Lang::Nb))
    }

    #[test]
    fn the_same_name_is_one_task_with_the_median_and_range_of_its_sources() {
        let of =
            |name: &str, minutes: &str| row(&[("Oppgave", name), ("Tidsintervall", "07-09"), ("Minutter", minutes)]);
        let sources = [
            unit("A", vec![of("Morgenstell", "10")]),
            unit("B", vec![of(" morgenSTELL ", "12,5"), of("Telefon", "")]),
            unit("C", vec![of("Morgenstell", "40"), of("", "3")]),
            Source {
                origin: Origin::Kind(KINDS_OF_UNIT[0]),
                ..unit("", vec![row(&[("Oppgave", "Visitt"), ("Minutter", "ukjent")])])
            },
        ];
        let tasks = nb(&sources, &["TELEFON"]);
        let names: Vec<(&str, bool)> = tasks.iter().map(|t| (&*t.name, t.here)).collect();
        assert_eq!(names, [("Morgenstell", false), ("Telefon", true), ("Visitt", false)]);
        assert_eq!(tasks[0].minutes, Some(Usual { median: 12.5, low: 10.0, high: 40.0 }));
        assert_eq!((tasks[0].units.join(" "), tasks[0].kinds.len()), ("A B C".to_owned(), 0));
        assert_eq!(tasks[0].lines.len(), 1);
        assert_eq!(tasks[0].lines[0]["Minutter"], "12,5");
        assert_eq!((&*tasks[0].lines[0]["Minutter lav"], &*tasks[0].lines[0]["Minutter høy"]), ("10", "40"));
        assert_eq!((tasks[1].minutes, tasks[2].minutes), (None, None), "what isn't a number is no minutes");
        assert_eq!((&*tasks[2].kinds, tasks[2].units.len()), (&KINDS_OF_UNIT[..1], 0));
        assert_ne!(tasks[0].id, tasks[1].id);
    }

    #[test]
    fn the_work_is_cut_over_the_day_as_most_cut_it_and_never_added_twice() {
        let at = |interval: &str, count: &str, per: &str| {
            row(&[
                ("Oppgave", "Måle NEWS2"),
                ("Tidsintervall", interval),
                ("Antall", count),
                ("Per", per),
                ("Minutter", "5"),
            ])
        };
        let sources = [
            unit("A", vec![at("07-15", "9", "")]),
            unit("B", vec![at("07–09", "2", "pasienter"), at("09-15", "4", "")]),
            unit("C", vec![at("07-09", "4", "pasienter"), at("09-15", "8", "")]),
        ];
        let lines = &nb(&sources, &[])[0].lines;
        let told: Vec<[&str; 3]> = lines
            .iter()
            .map(|line| [&task::INTERVAL, &task::COUNT, &task::PER].map(|column| cell(line, column)))
            .collect();
        assert_eq!(told, [["07–09", "3", "pasienter"], ["09-15", "6", ""]]);
    }

    #[test]
    fn what_most_have_is_taken_and_what_a_ward_decides_itself_is_not() {
        let of = |lowest: &str, only: &str, bound: &str| {
            row(&[
                ("Oppgave", "Vakthold"),
                ("Minstekrav", lowest),
                ("Bare", only),
                ("Bundet", bound),
                ("I dag", "SPL"),
                ("Prioritet", "rød"),
                ("Kategori", "patient care"),
            ])
        };
        let sources = [
            unit("A", vec![of("SPL", "", "ja")]),
            unit("B", vec![of("HFA", "SPL, HFA", "ja")]),
            unit("C", vec![of("HFA", "", "ja")]),
        ];
        let task = &nb(&sources, &[])[0];
        assert_eq!(task.lowest, ["HFA", "SPL"]);
        assert_eq!(task.category, "Pasientbehandling", "a known category is said in the reader's language");
        assert_eq!(
            task.lines,
            [row(&[
                ("Oppgave", "Vakthold"),
                ("Kategori", "Pasientbehandling"),
                ("Minstekrav", "HFA"),
                ("Bundet", "ja")
            ])]
        );
    }
}
