//! Saving so that nothing is half-saved and nothing that a person wrote is lost.
//!
//! A set of documents is written beside its place first and then moved in. A file that would be replaced, and that
//! somebody may have changed, is kept under another name.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// What was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// The folder, or the file where only one was asked for.
    pub at: PathBuf,
    /// Names of the files in the folder, in the order in which they were given.
    pub files: Vec<String>,
    /// Files that were there before and are kept under these names.
    pub kept: Vec<PathBuf>,
}

/// A folder about to be filled: made before the long work, so that a place that can't be written is told at once.
#[derive(Debug)]
pub struct Folder {
    at: PathBuf,
    draft: PathBuf,
}

impl Folder {
    /// Prepares the folder `at`; what is in it stays as it is until [`Folder::save`].
    ///
    /// # Errors
    /// A place that can't be written.
    pub fn prepare(at: &Path) -> Result<Folder, Failure> {
        if at.exists() && !at.is_dir() {
            return Err(Failure::unwritable(at, std::io::Error::from(std::io::ErrorKind::NotADirectory)));
        }
        let parent = parent_of(at);
        fs::create_dir_all(&parent).map_err(|e| Failure::unwritable(&parent, e))?;
        // Inside the folder where there is one: then its parent need not be writable.
        let draft = if at.is_dir() { at.join(draft_name()) } else { parent.join(draft_name()) };
        let folder = Folder { at: at.to_owned(), draft };
        // Made and taken away again: the search may be cut off without a chance to tidy up.
        folder.open_draft()?;
        fs::remove_dir(&folder.draft).map_err(|e| Failure::unwritable(at, e))?;
        Ok(folder)
    }

    fn open_draft(&self) -> Result<(), Failure> {
        fs::create_dir(&self.draft).map_err(|e| Failure::unwritable(&self.at, e))
    }

    /// Writes all documents (name and content) and moves them into place. Names in `replaces` that aren't among the
    /// documents are removed: they told of an earlier run.
    ///
    /// # Errors
    /// A document that can't be written; what was in the folder is then as before, as far as nothing was moved yet.
    pub fn save(self, documents: &[(&str, Vec<u8>)], replaces: &[&str]) -> Result<Saved, Failure> {
        self.open_draft()?;
        let last = |(name, _): &&(&str, Vec<u8>)| Some(name) == replaces.first();
        for (name, content) in documents.iter().filter(|d| !last(d)).chain(documents.iter().filter(last)) {
            write_through(&self.draft.join(name), content)?;
        }
        let mut saved = Saved { at: self.at.clone(), ..Saved::default() };
        saved.files = documents.iter().map(|(name, _)| (*name).to_owned()).collect();
        if !self.at.exists() {
            fs::rename(&self.draft, &self.at).map_err(|e| Failure::unwritable(&self.at, e))?;
            return Ok(saved);
        }
        let edited = self.edited_by_hand(replaces);
        for name in &edited {
            saved.kept.push(keep(&self.at.join(name))?);
        }
        for (name, _) in documents {
            let to = self.at.join(name);
            fs::rename(self.draft.join(name), &to).map_err(|e| Failure::unwritable(&to, e))?;
        }
        for name in replaces.iter().filter(|name| !documents.iter().any(|(new, _)| new == *name)) {
            let _ = fs::remove_file(self.at.join(name));
        }
        Ok(saved)
    }

    /// Earlier documents that were saved again after the set was complete: the first name of `replaces` is always
    /// written last, so a later time on another file is somebody's change.
    fn edited_by_hand<'n>(&self, replaces: &[&'n str]) -> Vec<&'n str> {
        let time = |name: &str| fs::metadata(self.at.join(name)).and_then(|m| m.modified()).ok();
        let Some((last, others)) = replaces.split_first() else { return Vec::new() };
        let Some(complete) = time(last) else { return Vec::new() };
        others.iter().copied().filter(|name| time(name).is_some_and(|t| t > complete)).collect()
    }
}

impl Drop for Folder {
    /// Leaves no draft behind, whatever went wrong.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.draft);
    }
}

/// Saves one file in place, by way of a draft beside it. A file with other content that is there already is kept.
///
/// # Errors
/// A place that can't be written.
pub fn save_file(at: &Path, content: &[u8]) -> Result<Saved, Failure> {
    if at.is_dir() {
        return Err(Failure::unwritable(at, std::io::Error::from(std::io::ErrorKind::IsADirectory)));
    }
    let parent = parent_of(at);
    fs::create_dir_all(&parent).map_err(|e| Failure::unwritable(&parent, e))?;
    let draft = parent.join(draft_name());
    let moved = write_through(&draft, content).and_then(|()| {
        let mut saved = Saved { at: at.to_owned(), ..Saved::default() };
        if fs::metadata(at).is_ok_and(|m| m.is_file() && m.len() > 0) && fs::read(at).ok().as_deref() != Some(content) {
            saved.kept.push(keep(at)?);
        }
        fs::rename(&draft, at).map_err(|e| Failure::unwritable(at, e))?;
        Ok(saved)
    });
    let _ = fs::remove_file(&draft);
    moved.map_err(|failure| match failure {
        // The draft is our own affair: tell of the file that was asked for.
        Failure::Unwritable { path, why } if path == draft => Failure::Unwritable { path: at.to_owned(), why },
        other => other,
    })
}

/// Gives the file another name that is free: `plan.xlsx` becomes `plan-1.xlsx`.
fn keep(file: &Path) -> Result<PathBuf, Failure> {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = file.extension().map(|e| format!(".{}", e.to_string_lossy())).unwrap_or_default();
    let free = (1..10_000).map(|n| file.with_file_name(format!("{stem}-{n}{ending}"))).find(|path| !path.exists());
    let free =
        free.ok_or_else(|| Failure::unwritable(file, std::io::Error::from(std::io::ErrorKind::AlreadyExists)))?;
    fs::rename(file, &free).map_err(|e| Failure::unwritable(file, e))?;
    Ok(free)
}

/// Writes and waits until it is on disk.
fn write_through(path: &Path, content: &[u8]) -> Result<(), Failure> {
    let write = || -> std::io::Result<()> {
        let mut file = fs::File::create(path)?;
        std::io::Write::write_all(&mut file, content)?;
        file.sync_all()
    };
    write().map_err(|e| Failure::unwritable(path, e))
}

fn parent_of(path: &Path) -> PathBuf {
    path.parent().filter(|p| !p.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), Path::to_owned)
}

fn draft_name() -> String {
    format!(".fordel-draft-{}", std::process::id())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("fordel-folder-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        path
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    const SET: &[&str] = &["plan.json", "plan.xlsx"];

    #[test]
    fn a_set_comes_whole_and_leaves_no_draft() {
        let root = scratch("whole");
        let at = root.join("a/b");
        let folder = Folder::prepare(&at).unwrap();
        assert!(!at.exists());
        let saved = folder.save(&[("plan.json", b"1".to_vec()), ("plan.xlsx", b"2".to_vec())], SET).unwrap();
        assert_eq!(saved.files, ["plan.json", "plan.xlsx"]);
        assert_eq!(names(&at), ["plan.json", "plan.xlsx"]);
        assert_eq!(names(&root.join("a")), ["b"]);
        drop(Folder::prepare(&root.join("c")).unwrap());
        assert_eq!(names(&root), ["a"]);
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn other_files_stay_and_what_told_of_an_earlier_run_goes() {
        let root = scratch("stay");
        fs::write(root.join("notes.txt"), "mine").unwrap();
        fs::write(root.join("plan.xlsx"), "old").unwrap();
        fs::write(root.join("plan.json"), "old").unwrap();
        Folder::prepare(&root).unwrap().save(&[("plan.json", b"new".to_vec())], SET).unwrap();
        assert_eq!(names(&root), ["notes.txt", "plan.json"]);
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_document_changed_by_hand_is_kept() {
        let root = scratch("kept");
        fs::write(root.join("plan.json"), "old").unwrap();
        fs::write(root.join("plan.xlsx"), "changed by hand").unwrap();
        let later = std::time::SystemTime::now() + std::time::Duration::from_secs(9);
        fs::File::options().write(true).open(root.join("plan.xlsx")).unwrap().set_modified(later).unwrap();
        let documents = [("plan.json", b"new".to_vec()), ("plan.xlsx", b"new".to_vec())];
        let saved = Folder::prepare(&root).unwrap().save(&documents, SET).unwrap();
        assert_eq!(saved.kept, [root.join("plan-1.xlsx")]);
        assert_eq!(fs::read_to_string(root.join("plan-1.xlsx")).unwrap(), "changed by hand");
        assert_eq!(fs::read_to_string(root.join("plan.xlsx")).unwrap(), "new");
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_file_is_never_lost() {
        let root = scratch("file");
        let at = root.join("ward.xlsx");
        assert!(save_file(&at, b"empty template").unwrap().kept.is_empty());
        assert!(save_file(&at, b"empty template").unwrap().kept.is_empty());
        fs::write(&at, "hours of work").unwrap();
        assert_eq!(save_file(&at, b"empty template").unwrap().kept, [root.join("ward-1.xlsx")]);
        assert_eq!(fs::read_to_string(root.join("ward-1.xlsx")).unwrap(), "hours of work");
        assert!(matches!(save_file(&root, b""), Err(Failure::Unwritable { .. })));
        assert_eq!(names(&root), ["ward-1.xlsx", "ward.xlsx"]);
        fs::remove_dir_all(root).unwrap();
    }
}
