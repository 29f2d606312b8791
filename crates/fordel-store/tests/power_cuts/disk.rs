//! A disk that loses power: what was synced is there; of the rest any part may be, sector by sector.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use super::trace::{Call, Event};

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// One folder on a disk, and the files that a program has open in it.
pub struct Disk {
    folder: PathBuf,
    files: Vec<File>,
    names: Names,
    open: HashMap<i64, Opened>,
}

#[derive(Clone, Copy)]
enum Opened {
    Folder,
    File { file: usize, at: u64 },
}

/// A file: as it was when last synced, as the program sees it, and how it came from the one to the other.
#[derive(Default)]
struct File {
    synced: Vec<u8>,
    now: Vec<u8>,
    since: Vec<(usize, Step)>,
}

enum Step {
    Write { offset: usize, data: Vec<u8> },
    Length(usize),
}

/// Which name is which file: likewise.
#[derive(Default)]
struct Names {
    synced: BTreeMap<String, usize>,
    now: BTreeMap<String, usize>,
    since: Vec<(usize, String, Option<usize>)>,
}

/// Chance that repeats.
pub struct Chance(pub u64);

impl Chance {
    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % end.max(1) as u64) as usize
    }
}

/// How much of what wasn't synced a disk had kept.
#[derive(Clone, Copy)]
pub enum Kept {
    Nothing,
    /// Each part as it was at some moment, of its own, since the sync.
    Some,
    /// Each part as it is now, or, one in so many, as it was at the sync.
    AllBut(usize),
}

impl Kept {
    pub fn by(chance: &mut Chance) -> Kept {
        match chance.below(8) {
            0 => Kept::Nothing,
            1 => Kept::AllBut(2),
            2 => Kept::AllBut(10),
            3 => Kept::AllBut(100),
            _ => Kept::Some,
        }
    }

    /// How many of so many steps a part has seen.
    fn of(self, steps: usize, chance: &mut Chance) -> usize {
        match self {
            Kept::Nothing => 0,
            Kept::Some => chance.below(steps + 1),
            Kept::AllBut(n) if chance.below(n) == 0 => 0,
            Kept::AllBut(_) => steps,
        }
    }
}

impl Disk {
    pub fn new(folder: &Path) -> Disk {
        Disk { folder: folder.to_owned(), files: Vec::new(), names: Names::default(), open: HashMap::new() }
    }

    /// A file's name, if it is in the folder. What processes share in memory is nothing that a disk keeps.
    fn name(&self, path: &Path) -> Option<String> {
        let name = path.strip_prefix(&self.folder).ok()?.to_str()?.to_owned();
        (!name.is_empty() && !name.ends_with("-shm")).then_some(name)
    }

    /// A call that the program made. What it wrote to its output comes back.
    pub fn carry_out(&mut self, event: &Event) -> Option<String> {
        let began = event.began;
        match &event.call {
            Call::Open { path, fd, create, empty } => {
                self.open.remove(fd);
                if *path == self.folder {
                    self.open.insert(*fd, Opened::Folder);
                } else if let Some(name) = self.name(path) {
                    let file = match self.names.now.get(&name) {
                        Some(file) => *file,
                        None => {
                            assert!(create, "{name} was there before the trace began");
                            self.files.push(File::default());
                            self.names.set(began, &name, Some(self.files.len() - 1));
                            self.files.len() - 1
                        }
                    };
                    if *empty {
                        self.files[file].step(began, Step::Length(0));
                    }
                    self.open.insert(*fd, Opened::File { file, at: 0 });
                }
            }
            Call::Close { fd } => drop(self.open.remove(fd)),
            Call::Write { fd: 1, data, .. } => return Some(String::from_utf8_lossy(data).into_owned()),
            Call::Write { fd, offset, data } => {
                if let Some(Opened::File { file, at }) = self.open.get_mut(fd) {
                    let start = offset.unwrap_or(*at) as usize;
                    if offset.is_none() {
                        *at += data.len() as u64;
                    }
                    self.files[*file].step(began, Step::Write { offset: start, data: data.clone() });
                }
            }
            Call::Truncate { fd, length } => {
                if let Some(Opened::File { file, .. }) = self.open.get(fd) {
                    self.files[*file].step(began, Step::Length(*length as usize));
                }
            }
            Call::Sync { fd } => match self.open.get(fd) {
                Some(Opened::File { file, .. }) => self.files[*file].sync(began),
                Some(Opened::Folder) => self.names.sync(began),
                None => {}
            },
            Call::Unlink { path } => {
                if let Some(name) = self.name(path) {
                    self.names.set(began, &name, None);
                }
            }
            Call::Rename { from, to } => {
                if let (Some(from), Some(to)) = (self.name(from), self.name(to)) {
                    let file = self.names.now.get(&from).copied();
                    self.names.set(began, &to, file);
                    self.names.set(began, &from, None);
                }
            }
            Call::Other { fd, line } => assert!(!self.open.contains_key(fd), "not known to the model: {line}"),
        }
        None
    }

    /// The files as the program sees them.
    pub fn as_seen(&self) -> BTreeMap<String, Vec<u8>> {
        self.names.now.iter().map(|(name, file)| (name.clone(), self.files[*file].now.clone())).collect()
    }

    /// The files as they may be found if the power goes now.
    pub fn after_a_cut(&self, kept: Kept, chance: &mut Chance) -> BTreeMap<String, Vec<u8>> {
        let names = self.names.after_a_cut(kept, chance);
        names.into_iter().map(|(name, file)| (name, self.files[file].after_a_cut(kept, chance))).collect()
    }
}

impl File {
    fn step(&mut self, began: usize, step: Step) {
        apply(&mut self.now, &step);
        self.since.push((began, step));
    }

    /// What was done before the sync began is on disk when it has ended.
    fn sync(&mut self, began: usize) {
        let (before, since) = std::mem::take(&mut self.since).into_iter().partition(|(at, _)| *at < began);
        let before: Vec<(usize, Step)> = before;
        before.iter().for_each(|(_, step)| apply(&mut self.synced, step));
        self.since = since;
    }

    /// Each sector, and the length, as it was at a moment of its own.
    fn after_a_cut(&self, kept: Kept, chance: &mut Chance) -> Vec<u8> {
        let steps = self.since.len();
        let mut found = self.synced.clone();
        let mut seen: HashMap<usize, usize> = HashMap::new();
        let seen_length = kept.of(steps, chance);
        let mut length = found.len();
        for (i, (_, step)) in self.since.iter().enumerate() {
            let (start, end) = match step {
                Step::Write { offset, data } => (*offset, offset + data.len()),
                Step::Length(end) => (*end, found.len().max(*end)),
            };
            if i < seen_length {
                length = if matches!(step, Step::Length(_)) { start } else { length.max(end) };
            }
            if found.len() < end {
                found.resize(end, 0);
            }
            let mut at = start;
            while at < end {
                let sector = at / SECTOR;
                let next = end.min((sector + 1) * SECTOR);
                if i < *seen.entry(sector).or_insert_with(|| kept.of(steps, chance)) {
                    match step {
                        Step::Write { data, .. } => found[at..next].copy_from_slice(&data[at - start..next - start]),
                        Step::Length(_) => found[at..next].fill(0),
                    }
                }
                at = next;
            }
        }
        found.resize(length, 0);
        found
    }
}

fn apply(to: &mut Vec<u8>, step: &Step) {
    match step {
        Step::Write { offset, data } => {
            let end = offset + data.len();
            if to.len() < end {
                to.resize(end, 0);
            }
            to[*offset..end].copy_from_slice(data);
        }
        Step::Length(length) => to.resize(*length, 0),
    }
}

impl Names {
    fn set(&mut self, began: usize, name: &str, file: Option<usize>) {
        put(&mut self.now, name, file);
        self.since.push((began, name.to_owned(), file));
    }

    fn sync(&mut self, began: usize) {
        let (before, since) = std::mem::take(&mut self.since).into_iter().partition(|(at, ..)| *at < began);
        let before: Vec<(usize, String, Option<usize>)> = before;
        before.iter().for_each(|(_, name, file)| put(&mut self.synced, name, *file));
        self.since = since;
    }

    /// Each name as it was at a moment of its own.
    fn after_a_cut(&self, kept: Kept, chance: &mut Chance) -> BTreeMap<String, usize> {
        let mut found = self.synced.clone();
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for (i, (_, name, file)) in self.since.iter().enumerate() {
            if i < *seen.entry(name).or_insert_with(|| kept.of(self.since.len(), chance)) {
                put(&mut found, name, *file);
            }
        }
        found
    }
}

fn put(names: &mut BTreeMap<String, usize>, name: &str, file: Option<usize>) {
    match file {
        Some(file) => names.insert(name.to_owned(), file),
        None => names.remove(name),
    };
}
