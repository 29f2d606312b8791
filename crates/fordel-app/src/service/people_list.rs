//! A list from a competence portal, taken in: its columns and values mapped, what it would change shown, then saved as one
//! step. Whoever is in it becomes a pseudonym; the list itself lies in memory alone, for the person who handed it in, until it is
//! saved, given up, or a day old.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use fordel_core::complaint::Complaint;
use fordel_core::ward::Ward;
use fordel_sheets::{Entry, Field, Mapping, PeopleList, Unusable, read_people_list, read_who_is_who};
use fordel_store::Failure;
use fordel_text::Texts;
use serde::{Deserialize, Serialize};

use super::desk::Desk;
use super::export::List;
use super::keys::{self, Key};
use super::people_changes::{PersonChange, PersonChangeKind, changes, used};
use super::pseudonyms::WhoIsWho;
use super::{Contributes, Failed, Saved};

/// The kind of list, as the store knows it.
const PEOPLE: &str = "people";

/// Why a list can't be taken in.
#[derive(Debug)]
pub enum ListRefused {
    /// The list itself.
    List(Unusable),
    /// The table of who is who: all that is wrong with it.
    WhoIsWho(Vec<Complaint>),
    /// The unit's sheets hold faults, so that nothing can be held against them.
    Faulty,
}

/// A list that waits, or who is who in one that was saved.
#[derive(Clone)]
pub struct ListIn {
    file: String,
    /// None once it was saved.
    list: Option<Arc<PeopleList>>,
    who: WhoIsWho,
    /// The order in which new people are numbered.
    chance: Key,
    mapping: Mapping,
    replace: bool,
    /// How many people were new when it was saved.
    saved: usize,
}

/// How a list is read, as it is remembered: by words, so that what is kept stays readable.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Remembered {
    columns: BTreeMap<String, String>,
    groups: BTreeMap<String, String>,
    courses: BTreeMap<String, String>,
    passed: BTreeMap<String, bool>,
}

impl Remembered {
    fn mapping(self) -> Mapping {
        let columns = self.columns.into_iter().filter_map(|(word, header)| Some((Field::from_word(&word)?, header)));
        Mapping { columns: columns.collect(), groups: self.groups, courses: self.courses, passed: self.passed }
    }

    /// With what a mapping says; of values only those that are one of ours, so that nothing else of a list is kept.
    fn with(mut self, mapping: &Mapping) -> Remembered {
        let word = |(field, header): (&Field, &String)| (field.word().to_owned(), header.clone());
        self.columns = mapping.columns.iter().map(word).collect();
        for (own, told) in [(&mut self.groups, &mapping.groups), (&mut self.courses, &mapping.courses)] {
            own.retain(|value, _| told.get(value).is_none_or(|mapped| !mapped.is_empty()));
            own.extend(told.iter().filter(|(_, mapped)| !mapped.is_empty()).map(|(v, m)| (v.clone(), m.clone())));
        }
        self.passed.retain(|value, _| mapping.passed.get(value) != Some(&false));
        self.passed
            .extend(mapping.passed.iter().filter(|(_, passed)| **passed).map(|(value, _)| (value.clone(), true)));
        self
    }
}

/// What a list would change, and how it is read.
#[derive(Clone, Debug)]
pub struct PeoplePreview {
    /// The file's name.
    pub file: String,
    /// The list's headers.
    pub headers: Vec<String>,
    /// How its columns and values are read.
    pub mapping: Mapping,
    /// The values of titles, courses and statuses, with how many rows have each.
    pub values: Vec<(Field, Vec<(String, usize)>)>,
    /// Codes and names of the unit's groups.
    pub groups: Vec<(String, String)>,
    /// The unit's courses.
    pub courses: Vec<String>,
    /// Whether the list takes the place of all that stands there.
    pub replace: bool,
    /// Rows of the list.
    pub rows: usize,
    /// Rows that can be used.
    pub used: usize,
    /// What is wrong, by row.
    pub faults: Vec<Complaint>,
    /// What is left out: a value that is none of ours, and how many rows have it.
    pub left_out: Vec<(Field, String, usize)>,
    /// Whether people of rows that are left out for their course come in without one.
    pub untaught: bool,
    /// Rows whose group nobody tells.
    pub ungrouped: Vec<u32>,
    /// People in the rows that can be used, and those whose courses aren't ours.
    pub people: usize,
    /// What would change, row by row.
    pub changes: Vec<PersonChange>,
    /// Certificates that already stand as in the list.
    pub same: usize,
    /// People stand in the unit's sheet, and no table says who they are: they may come twice.
    pub may_come_twice: bool,
    /// The revision of the sheets that it was held against.
    pub revision: i64,
}

/// Where a list stands.
pub enum PeopleStand {
    /// It waits to be confirmed.
    Waits(Box<PeoplePreview>),
    /// It is saved; how many pseudonyms the table of who is who has, and how many of them were new.
    Saved(usize, usize),
}

/// What came of a confirmation.
pub enum PeopleConfirmed {
    /// It is saved.
    Saved(Saved),
    /// Nothing is: the sheets have changed since it was shown.
    Changed,
}

impl Contributes<'_> {
    /// Takes a list in, with the table of who is who if there is one; nothing is saved. How it is read is as last time, else guessed.
    ///
    /// # Errors
    /// The database; if the system has no chance to give.
    pub fn hand_in_people(
        &self,
        (file, bytes): (&str, &[u8]),
        who: Option<(&str, &[u8])>,
    ) -> Result<Result<Key, ListRefused>, Failed> {
        let list = match read_people_list(bytes, stem(file)) {
            Ok(list) => list,
            Err(why) => return Ok(Err(ListRefused::List(why))),
        };
        let who = match who.map(|(name, bytes)| read_who_is_who(bytes, stem(name))).transpose() {
            Ok(pairs) => WhoIsWho::of(pairs.unwrap_or_default()),
            Err(complaints) => return Ok(Err(ListRefused::WhoIsWho(complaints))),
        };
        let desk = self.desk()?;
        let Some(ward) = &desk.ward else { return Ok(Err(ListRefused::Faulty)) };
        let mapping = list.guess(ward, &self.remembered()?.mapping());
        let rows = list.len();
        let waits = ListIn {
            file: file.chars().take(200).collect(),
            list: Some(Arc::new(list)),
            who,
            chance: Key::new()?,
            mapping,
            replace: false,
            saved: 0,
        };
        Ok(Ok(self.let_wait(&self.service.lists, Mutex::new(waits), rows)?))
    }

    fn remembered(&self) -> Result<Remembered, Failed> {
        let kept = self.service.read(|r| r.list_mapping(self.unit.id, PEOPLE))?;
        // One that can't be read any more is none: the next is guessed anew.
        Ok(kept.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
    }

    fn waiting_list(&self, shown: &str) -> Result<ListIn, Failed> {
        let waits = self.waits(&self.service.lists, shown)?;
        let now = waits.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Ok(now)
    }

    fn now_waits(&self, shown: &str, list: ListIn) -> Result<(), Failed> {
        let waits = self.waits(&self.service.lists, shown)?;
        *waits.lock().unwrap_or_else(PoisonError::into_inner) = list;
        Ok(())
    }

    /// Where the list under this key stands: what it would change now.
    ///
    /// # Errors
    /// [`Failed::NotFound`] where it is another's, given up or too old; [`Failed::Faulty`] sheets.
    pub fn people_list(&self, shown: &str) -> Result<PeopleStand, Failed> {
        let mut waits = self.waiting_list(shown)?;
        let Some(list) = waits.list.clone() else {
            return Ok(PeopleStand::Saved(waits.who.table().len(), waits.saved));
        };
        let desk = self.desk()?;
        let ward = desk.ward.as_ref().ok_or(Failed::Faulty)?;
        Ok(PeopleStand::Waits(Box::new(preview(&desk, ward, &list, &mut waits).0)))
    }

    /// Another reading of the list; values that the mapping doesn't tell are guessed.
    ///
    /// # Errors
    /// As [`Contributes::people_list`].
    pub fn map_people(&self, shown: &str, mut mapping: Mapping, replace: bool) -> Result<(), Failed> {
        let waits = self.waiting_list(shown)?;
        let list = waits.list.clone().ok_or(Failed::NotFound)?;
        let desk = self.desk()?;
        let ward = desk.ward.as_ref().ok_or(Failed::Faulty)?;
        list.guess_values(ward, &self.remembered()?.mapping(), &mut mapping);
        self.now_waits(shown, ListIn { mapping, replace, ..waits })
    }

    /// Saves what was shown, all in one step to undo, and remembers how the list was read; nothing if the sheets have
    /// changed since. The list is forgotten; who is who stays for a day, to be taken out.
    ///
    /// # Errors
    /// As [`Contributes::people_list`].
    pub fn confirm_people(&self, shown: &str, revision: i64) -> Result<PeopleConfirmed, Failed> {
        let mut waits = self.waiting_list(shown)?;
        let list = waits.list.clone().ok_or(Failed::NotFound)?;
        let desk = self.desk()?;
        let ward = desk.ward.as_ref().ok_or(Failed::Faulty)?;
        if desk.revision != revision {
            return Ok(PeopleConfirmed::Changed);
        }
        let before = waits.who.table().len();
        let edits = preview(&desk, ward, &list, &mut waits).1;
        let remembered = self.remembered()?.with(&waits.mapping);
        let json = serde_json::to_string(&remembered).map_err(|why| Failed::Internal(why.to_string()))?;
        let batch = format!("people-{}", keys::short(shown));
        let written = self.service.write(self.who.author(), |w| {
            if w.revision(self.unit.id)? != revision {
                return Err(Failure::Stale);
            }
            let edited = w.edit(self.unit.id, &batch, &edits)?;
            if !edited.conflicts.is_empty() {
                return Err(Failure::Stale);
            }
            w.keep_list_mapping(self.unit.id, PEOPLE, &json)?;
            Ok(edited)
        });
        match written {
            Ok(edited) => {
                let saved = waits.who.table().len() - before;
                self.now_waits(shown, ListIn { list: None, mapping: Mapping::default(), saved, ..waits })?;
                Ok(PeopleConfirmed::Saved(self.told(&batch, edited)))
            }
            Err(Failed::Store(Failure::Stale)) => Ok(PeopleConfirmed::Changed),
            Err(other) => Err(other),
        }
    }

    /// The table of who is who, with everybody in the list: to be taken out and handed in the next time.
    ///
    /// # Errors
    /// As [`Contributes::people_list`].
    pub fn who_is_who(&self, shown: &str, texts: &Texts) -> Result<List, Failed> {
        let mut waits = self.waiting_list(shown)?;
        if let Some(list) = waits.list.clone() {
            let desk = self.desk()?;
            let ward = desk.ward.as_ref().ok_or(Failed::Faulty)?;
            preview(&desk, ward, &list, &mut waits);
        }
        let rows = waits.who.table().into_iter().map(|(pseudonym, person)| vec![pseudonym.into(), person.into()]);
        let columns = vec![texts.get("portal-who-pseudonym"), texts.get("portal-who-person")];
        Ok(List { name: texts.get("portal-who"), columns, rows: rows.collect() })
    }

    /// Forgets the list, and who is who in it.
    ///
    /// # Errors
    /// As [`Contributes::people_list`].
    pub fn forget_people(&self, shown: &str) -> Result<(), Failed> {
        self.waiting_list(shown)?;
        self.service.lists.forget(shown);
        Ok(())
    }
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// What the list would change, with the edits for it; who is who gets its new people.
fn preview(
    desk: &Desk,
    ward: &Ward,
    list: &PeopleList,
    waits: &mut ListIn,
) -> (PeoplePreview, Vec<fordel_store::Edit>) {
    let read = list.entries(ward, &waits.mapping);
    let unknown = waits.who.is_empty() && !waits.replace && !used(desk).is_empty();
    let people: Vec<Entry> = read.entries.iter().chain(&read.untaught).cloned().collect();
    let changes = changes(desk, ward, &people, &mut waits.who, &waits.chance, waits.replace);
    let is_new = changes.told.iter().any(|change| change.kind == PersonChangeKind::NewPerson);
    let by_value = [Field::Group, Field::Course, Field::Status];
    let preview = PeoplePreview {
        file: waits.file.clone(),
        headers: list.headers().map(str::to_owned).collect(),
        values: by_value.map(|field| (field, list.values(&waits.mapping, field))).into(),
        groups: ward.groups.iter().map(|group| (group.code.clone(), group.name.clone())).collect(),
        courses: ward.courses.iter().map(|course| course.name.clone()).collect(),
        mapping: waits.mapping.clone(),
        replace: waits.replace,
        rows: list.len(),
        used: read.entries.len() - changes.ungrouped.len(),
        faults: read.faults,
        left_out: read.left_out,
        untaught: !read.untaught.is_empty(),
        ungrouped: changes.ungrouped,
        people: changes.people,
        changes: changes.told,
        same: changes.same,
        may_come_twice: unknown && is_new,
        revision: desk.revision,
    };
    (preview, changes.edits)
}
