//! What a list of people would change in the sheet of certificates: new rows, renewed dates, the edits for them.

use std::collections::{BTreeMap, BTreeSet};

use fordel_core::calendar::Date;
use fordel_core::ward::{CourseId, Ward, Weekends};
use fordel_sheets::columns::{CERTIFICATES, certificate};
use fordel_sheets::{Entry, code_key, date_typed, percent_typed, weekends_typed};
use fordel_store::{Edit, Place, RowId};

use super::desk::Desk;
use super::keys::Key;
use super::pseudonyms::{WhoIsWho, person_key};

/// What happens to a row of the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PersonChangeKind {
    /// Somebody who wasn't there.
    NewPerson,
    /// A certificate that wasn't there.
    NewCertificate,
    /// A later date.
    Renewed,
    /// Another last day, percent or weekends.
    Changed,
    /// The row goes.
    Removed,
    /// Nothing: the sheet has a later date than the list.
    Older,
}

/// A change of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonChange {
    /// The person's pseudonym.
    pub pseudonym: String,
    /// The code of the group.
    pub group: String,
    /// The course.
    pub course: String,
    /// What happens.
    pub kind: PersonChangeKind,
    /// The column: of a new row each that is filled in beside what every change tells, the date where the row goes.
    pub column: &'static str,
    /// What stands there.
    pub was: String,
    /// What would.
    pub now: String,
}

/// What a list would change.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes {
    pub edits: Vec<Edit>,
    pub told: Vec<PersonChange>,
    /// Certificates that already stand as in the list.
    pub same: usize,
    /// People in the list.
    pub people: usize,
    /// Rows whose group nobody tells.
    pub ungrouped: Vec<u32>,
}

/// A row of the sheet, read.
struct Kept<'d> {
    id: RowId,
    cells: &'d BTreeMap<String, String>,
    date: Option<Date>,
}

fn cell<'c>(cells: &'c BTreeMap<String, String>, column: &str) -> &'c str {
    cells.get(column).map_or("", |text| text.trim())
}

/// Pseudonyms that the unit's sheet uses.
pub(super) fn used(desk: &Desk) -> BTreeSet<String> {
    let rows = desk.sheet(CERTIFICATES.name.nb).map(|sheet| sheet.rows.as_slice()).unwrap_or_default();
    let named = rows.iter().map(|(_, cells)| cell(cells, certificate::EMPLOYEE.nb)).filter(|name| !name.is_empty());
    named.map(str::to_owned).collect()
}

/// Holds a list's entries against the sheet. With `replace`, the list is all there is. New people get their pseudonym in `who`.
pub(super) fn changes(
    desk: &Desk,
    ward: &Ward,
    entries: &[Entry],
    who: &mut WhoIsWho,
    chance: &Key,
    replace: bool,
) -> Changes {
    let mut changes = Changes::default();
    let rows = desk.sheet(CERTIFICATES.name.nb).map(|sheet| sheet.rows.as_slice()).unwrap_or_default();
    let used = used(desk);
    // The group of each: the list's, else the one that the sheet has for the pseudonym.
    let own_group = |entry: &Entry| {
        let told = entry.group.map(|group| ward.group(group).code.clone());
        let pseudonym = who.pseudonym(&entry.person).unwrap_or(&entry.person);
        let known = || {
            let of =
                rows.iter().find(|(_, cells)| code_key(cell(cells, certificate::EMPLOYEE.nb)) == code_key(pseudonym));
            of.map(|(_, cells)| cell(cells, certificate::GROUP.nb).to_owned())
        };
        told.or_else(known)
    };
    let grouped: Vec<(&Entry, String)> = entries.iter().filter_map(|e| Some((e, own_group(e)?))).collect();
    changes.ungrouped = entries.iter().filter(|entry| own_group(entry).is_none()).map(|entry| entry.row).collect();
    let people: Vec<(String, String)> = grouped.iter().map(|(e, code)| (e.person.clone(), code.clone())).collect();
    who.name(&people, &used, chance);
    changes.people = people.iter().map(|(person, _)| person_key(person)).collect::<BTreeSet<_>>().len();

    // Of one person and course the newest, and of those the one that lasts longest.
    let mut newest: BTreeMap<(String, Option<CourseId>), (&Entry, &str)> = BTreeMap::new();
    for (entry, code) in &grouped {
        let Some(pseudonym) = who.pseudonym(&entry.person) else { continue };
        let kept = newest.entry((pseudonym.to_owned(), entry.course)).or_insert((entry, code));
        if (entry.taken, entry.until) > (kept.0.taken, kept.0.until) {
            *kept = (entry, code);
        }
    }
    // Who has a course in another row is told by that.
    let taught = newest.keys().filter(|(_, course)| course.is_some()).map(|(pseudonym, _)| pseudonym.clone());
    let taught: BTreeSet<String> = taught.collect();
    newest.retain(|(pseudonym, course), _| course.is_some() || !taught.contains(pseudonym));
    let mut kept: BTreeMap<(String, String), Vec<Kept<'_>>> = BTreeMap::new();
    if replace {
        for (id, cells) in rows {
            changes.edits.push(Edit::Remove { row: *id });
            let said = |column: &str| cell(cells, column).to_owned();
            changes.told.push(PersonChange {
                pseudonym: said(certificate::EMPLOYEE.nb),
                group: said(certificate::GROUP.nb),
                course: said(certificate::COURSE.nb),
                kind: PersonChangeKind::Removed,
                column: certificate::DATE.nb,
                was: said(certificate::DATE.nb),
                now: String::new(),
            });
        }
    } else {
        for (id, cells) in rows {
            let key = (code_key(cell(cells, certificate::EMPLOYEE.nb)), code_key(cell(cells, certificate::COURSE.nb)));
            let date = date_typed(cell(cells, certificate::DATE.nb));
            kept.entry(key).or_default().push(Kept { id: *id, cells, date });
        }
    }
    let people_before: BTreeSet<String> = kept.keys().map(|(person, _)| person.clone()).collect();
    for ((pseudonym, course), (entry, code)) in &newest {
        let course = course.map_or("", |course| ward.courses[course.0].name.as_str());
        let known = kept.get(&(code_key(pseudonym), code_key(course))).map(Vec::as_slice).unwrap_or_default();
        let is_known = people_before.contains(&code_key(pseudonym));
        if course.is_empty() && known.is_empty() && is_known {
            // The sheet knows of courses that the list doesn't.
            changes.same += 1;
            continue;
        }
        let told = |kind, column: &'static str, was: &str, now: &str| PersonChange {
            pseudonym: pseudonym.clone(),
            group: (*code).to_owned(),
            course: course.to_owned(),
            kind,
            column,
            was: was.to_owned(),
            now: now.to_owned(),
        };
        one(entry, code, known, is_known, &told, &mut changes);
    }
    changes.told.sort_by(|a, b| (a.kind, &a.pseudonym, &a.course).cmp(&(b.kind, &b.pseudonym, &b.course)));
    changes
}

type Told<'a> = dyn Fn(PersonChangeKind, &'static str, &str, &str) -> PersonChange + 'a;

/// What a person's newest certificate of a course changes, with the rows that the sheet has of both.
fn one(entry: &Entry, code: &str, known: &[Kept<'_>], is_known: bool, told: &Told<'_>, changes: &mut Changes) {
    let [taken, until] = [entry.taken, entry.until].map(|date| date.map(|date| date.to_string()));
    let Some(last) = known.iter().max_by_key(|kept| kept.date) else {
        let kind = if is_known { PersonChangeKind::NewCertificate } else { PersonChangeKind::NewPerson };
        // The row's first change; without a date it is told by its group.
        let first = match &taken {
            Some(taken) => told(kind, certificate::DATE.nb, "", taken),
            None => told(kind, certificate::GROUP.nb, "", code),
        };
        let who = [
            (certificate::EMPLOYEE.nb, Some(first.pseudonym.clone())),
            (certificate::GROUP.nb, Some(code.to_owned())),
            (certificate::COURSE.nb, Some(first.course.clone()).filter(|course| !course.is_empty())),
            (certificate::DATE.nb, taken),
        ];
        let beside = [
            (certificate::UNTIL.nb, until),
            (certificate::PERCENT.nb, entry.percent.map(percent)),
            (certificate::WEEKENDS.nb, entry.weekends.map(weekends)),
        ];
        changes.told.push(first);
        let filled = beside.iter().filter_map(|(column, text)| Some((*column, text.as_deref()?)));
        changes.told.extend(filled.map(|(column, text)| told(kind, column, "", text)));
        let cells = who.into_iter().chain(beside);
        let cells = cells.filter_map(|(column, text)| Some((column.to_owned(), text?))).collect();
        let (temp, sheet) = (format!("people-{}", changes.edits.len()), CERTIFICATES.name.nb.to_owned());
        changes.edits.push(Edit::Add { temp, sheet, place: Place::Last, cells });
        return;
    };
    let taken = taken.unwrap_or_default();
    if last.date > entry.taken {
        let was = cell(last.cells, certificate::DATE.nb);
        changes.told.push(told(PersonChangeKind::Older, certificate::DATE.nb, was, &taken));
        return;
    }
    let mut set = |kind, column: &'static str, now: String| {
        let was = last.cells.get(column).cloned().unwrap_or_default();
        changes.told.push(told(kind, column, was.trim(), &now));
        changes.edits.push(Edit::Cell { row: last.id, column: column.to_owned(), was: Some(was), now });
    };
    let before = cell(last.cells, certificate::UNTIL.nb);
    let renewed = last.date != entry.taken;
    let mut any = renewed;
    if renewed {
        set(PersonChangeKind::Renewed, certificate::DATE.nb, taken);
    }
    // A last day of the certificate before says nothing of the new one.
    let stands = match entry.until {
        Some(until) => date_typed(before) == Some(until),
        None => !renewed || before.is_empty(),
    };
    if !stands {
        any = true;
        set(PersonChangeKind::Changed, certificate::UNTIL.nb, until.unwrap_or_default());
    }
    if let Some(told) =
        entry.percent.filter(|told| percent_typed(cell(last.cells, certificate::PERCENT.nb)) != Some(*told))
    {
        any = true;
        set(PersonChangeKind::Changed, certificate::PERCENT.nb, percent(told));
    }
    if let Some(told) =
        entry.weekends.filter(|told| weekends_typed(cell(last.cells, certificate::WEEKENDS.nb)) != Some(*told))
    {
        any = true;
        set(PersonChangeKind::Changed, certificate::WEEKENDS.nb, weekends(told));
    }
    changes.same += usize::from(!any);
}

/// A percent as the sheet has it: one of 1 or less would be read as a share.
fn percent(percent: f64) -> String {
    if percent > 1.0 { percent.to_string() } else { format!("{percent} %") }
}

fn weekends(weekends: Weekends) -> String {
    match weekends {
        Weekends::Every(every) => every.to_string(),
        Weekends::Never => "0".to_owned(),
    }
}
