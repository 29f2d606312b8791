//! A database in a folder of its own, with an organisation, two units and two people in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use fordel_store::{
    Author, Book, BranchId, BranchKind, Edit, Edited, Failure, Moment, NewPerson, PersonId, Place, Reader, RowId,
    Store, Writer,
};

/// The sheet that most tests write in.
pub const TASKS: &str = "Oppgaver";

/// A folder that is removed with what is in it.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let name = format!("store-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Folder(path)
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A book without what grows: sheets, their own columns, their rows.
pub type Plain = Vec<(String, Vec<String>, Vec<(RowId, BTreeMap<String, String>)>)>;

/// A database with something in it.
pub struct Ground {
    pub store: Store,
    pub folder: Folder,
    pub organisation: BranchId,
    pub unit: BranchId,
    pub other_unit: BranchId,
    pub kari: PersonId,
    pub ola: PersonId,
}

pub const NOON: Moment = Moment(1_790_000_000_000);

pub fn by(person: PersonId) -> Author {
    Author { person: Some(person), name: String::new() }
}

pub fn setup() -> Author {
    Author { person: None, name: "setup".to_owned() }
}

pub fn cells(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(column, text)| ((*column).to_owned(), (*text).to_owned())).collect()
}

impl Ground {
    pub fn new() -> Ground {
        let folder = Folder::new();
        let store = Store::open(&folder.file("fordel.db"), NOON).expect("a new database");
        let (organisation, unit, other_unit, kari, ola) = store.write(NOON, setup(), fill).expect("something in it");
        Ground { store, folder, organisation, unit, other_unit, kari, ola }
    }

    /// The same after the program was stopped and started.
    pub fn reopened(self) -> Ground {
        let path = self.path();
        let Ground { store, folder, organisation, unit, other_unit, kari, ola } = self;
        drop(store);
        let store = Store::open(&path, NOON).expect("opened again");
        Ground { store, folder, organisation, unit, other_unit, kari, ola }
    }

    pub fn path(&self) -> PathBuf {
        self.store.path().to_owned()
    }

    pub fn write<T>(
        &self,
        person: PersonId,
        f: impl FnOnce(&mut Writer<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.store.write(NOON, by(person), f)
    }

    pub fn read<T>(&self, f: impl FnOnce(&Reader<'_>) -> Result<T, Failure>) -> T {
        self.store.read(f).expect("reading")
    }

    pub fn edit(&self, person: PersonId, batch: &str, edits: &[Edit]) -> Edited {
        self.write(person, |w| w.edit(self.unit, batch, edits)).expect("an edit")
    }

    pub fn book(&self) -> Book {
        self.read(|r| r.book(self.unit))
    }

    /// Rows with a task each, in one batch; their ids in order.
    pub fn tasks(&self, batch: &str, names: &[&str]) -> Vec<RowId> {
        let edits: Vec<Edit> =
            names.iter().map(|name| add(name, Place::Last, &[("Oppgave", name), ("Minutter", "10")])).collect();
        let edited = self.edit(self.kari, batch, &edits);
        names.iter().map(|name| edited.rows[*name]).collect()
    }

    /// The book without what grows.
    pub fn plain(&self) -> Plain {
        let sheets = self.book().sheets.into_iter();
        sheets.map(|s| (s.name, s.own_columns, s.rows.into_iter().map(|row| (row.id, row.cells)).collect())).collect()
    }

    /// The texts of a column, row by row.
    pub fn column(&self, column: &str) -> Vec<String> {
        let book = self.book();
        let rows = book.sheet(TASKS).map(|sheet| sheet.rows.clone()).unwrap_or_default();
        rows.iter().map(|row| row.cells.get(column).cloned().unwrap_or_default()).collect()
    }

    /// The database as SQLite sees it, past the store.
    pub fn raw(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.path()).expect("the file")
    }
}

type Filled = (BranchId, BranchId, BranchId, PersonId, PersonId);

fn fill(w: &mut Writer<'_>) -> Result<Filled, Failure> {
    let organisation = w.add_organisation("Helse Fjord")?;
    let unit = w.add_branch(organisation, BranchKind::Unit, "Medisin")?;
    let other_unit = w.add_branch(organisation, BranchKind::Unit, "Kirurgi")?;
    let person = |w: &mut Writer<'_>, name: &str| {
        let email = format!("{name}@fjord.example");
        w.add_person(&NewPerson { organisation, name: name.to_owned(), email, language: "nb".to_owned() })
    };
    let (kari, ola) = (person(w, "Kari")?, person(w, "Ola")?);
    Ok((organisation, unit, other_unit, kari, ola))
}

pub fn add(temp: &str, place: Place, pairs: &[(&str, &str)]) -> Edit {
    Edit::Add { temp: temp.to_owned(), sheet: TASKS.to_owned(), place, cells: cells(pairs) }
}

pub fn cell(row: RowId, column: &str, was: &str, now: &str) -> Edit {
    Edit::Cell { row, column: column.to_owned(), was: Some(was.to_owned()), now: now.to_owned() }
}
