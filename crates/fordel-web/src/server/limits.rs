//! How long and how large: what one connection, one request and one answer may take.

use std::time::Duration;

/// The limits of the server. The defaults are those of the program; tests lower them.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Connections at the same time.
    pub connections: usize,
    /// How long the head of a request may take, from the first moment that the server waits for it.
    pub head: Duration,
    /// How many bytes the head of a request may have.
    pub head_bytes: usize,
    /// How long the body of a request may take in all.
    pub body: Duration,
    /// How many bytes the body of a request may have.
    pub body_bytes: u64,
    /// The same where a workbook is handed in.
    pub upload_bytes: u64,
    /// A workbook may take longer than [`Limits::body`] if at least so many bytes arrive each second.
    pub upload_pace: u64,
    /// How long the other side may take nothing of an answer that is being sent.
    pub stall: Duration,
    /// How long requests in flight may go on after the server was told to stop.
    pub farewell: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            connections: 2_000,
            head: Duration::from_secs(10),
            head_bytes: 64 * 1024,
            body: Duration::from_secs(15),
            body_bytes: 1024 * 1024,
            upload_bytes: 64 * 1024 * 1024,
            upload_pace: 32 * 1024,
            stall: Duration::from_secs(10),
            farewell: Duration::from_secs(10),
        }
    }
}

/// Files that the process keeps open beside its connections: the database, documents being written.
const OTHER_FILES: usize = 128;

impl Limits {
    /// How many connections there can be within what the system lets a process open. Where the system doesn't tell,
    /// the limit stands as it is.
    pub(super) fn connections_within_open_files(&self) -> usize {
        let told = std::fs::read_to_string("/proc/self/limits").ok();
        let open_files = told.as_deref().and_then(open_files);
        self.connections.min(open_files.map_or(usize::MAX, |n| n.saturating_sub(OTHER_FILES).max(1)))
    }
}

/// The number of files that may be open, in the words of `/proc/self/limits`.
fn open_files(limits: &str) -> Option<usize> {
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_systems_limit_on_open_files_is_read() {
        let told = "Limit                     Soft Limit           Hard Limit           Units\n\
                    Max processes             95000                95000                processes\n\
                    Max open files            1024                 524288               files\n";
        assert_eq!(open_files(told), Some(1024));
        assert_eq!(open_files("Max open files            unlimited  unlimited  files\n"), None);
        assert_eq!(open_files(""), None);
    }
}
