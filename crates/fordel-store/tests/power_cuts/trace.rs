//! What a program asked of the disk, in its order, as `strace` wrote it down.

use std::collections::HashMap;
use std::path::PathBuf;

/// The calls that change files or bring them to disk, and those that say which file is meant.
pub const CALLS: &str = "trace=open,openat,creat,close,dup,dup2,dup3,write,pwrite64,writev,pwritev,pwritev2,truncate,\
                         ftruncate,fallocate,fsync,fdatasync,sync,syncfs,sync_file_range,unlink,unlinkat,rename,\
                         renameat,renameat2,copy_file_range,sendfile,splice";

/// A call and when it began: the number of its first line.
pub struct Event {
    pub began: usize,
    pub call: Call,
}

/// What was asked.
pub enum Call {
    Open {
        path: PathBuf,
        fd: i64,
        create: bool,
        empty: bool,
    },
    Close {
        fd: i64,
    },
    Write {
        fd: i64,
        offset: Option<u64>,
        data: Vec<u8>,
    },
    Truncate {
        fd: i64,
        length: u64,
    },
    Sync {
        fd: i64,
    },
    Unlink {
        path: PathBuf,
    },
    Rename {
        from: PathBuf,
        to: PathBuf,
    },
    /// One that the disk's model doesn't know; on a file that is followed it must not happen.
    Other {
        fd: i64,
        line: String,
    },
}

/// The calls of a trace. A write counts from where it began, all else from where it had been done.
pub fn read(text: &str) -> Vec<Event> {
    let mut events = Vec::new();
    let mut unfinished: HashMap<&str, (usize, &str)> = HashMap::new();
    for (number, line) in text.lines().enumerate() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let rest = rest.trim_start();
        if let Some(first) = rest.strip_suffix(" <unfinished ...>") {
            if is_write(first) {
                events.extend(call(first, "").map(|call| Event { began: number, call }));
            }
            unfinished.insert(thread, (number, first));
        } else if rest.starts_with("<... ") {
            let (began, first) = unfinished.remove(thread).expect("a call that had begun");
            let (_, last) = rest.split_once(" resumed>").expect("the rest of a call");
            let whole = format!("{first}{last}");
            if is_write(first) {
                written(&whole);
            } else {
                events.extend(result(&whole).map(|call| Event { began, call }));
            }
        } else {
            if is_write(rest) {
                written(rest);
            }
            events.extend(result(rest).map(|call| Event { began: number, call }));
        }
    }
    events
}

fn is_write(line: &str) -> bool {
    line.starts_with("write(") || line.starts_with("pwrite64(")
}

/// A write that was done by half would be carried on by another; the model takes each as a whole.
fn written(line: &str) {
    let (call, result) = line.rsplit_once(" = ").expect("a result");
    let length = texts_and_numbers(call).1;
    assert_eq!(result.parse().ok(), length.get(1).copied(), "written whole: {result}");
}

/// A call that succeeded.
fn result(line: &str) -> Option<Call> {
    let (first, result) = line.rsplit_once(" = ")?;
    if result.starts_with(['-', '?']) { None } else { call(first, result) }
}

fn call(line: &str, result: &str) -> Option<Call> {
    let (name, rest) = line.split_once('(')?;
    let (texts, numbers) = texts_and_numbers(line);
    let number = |i: usize| numbers.get(i).copied().expect("a number");
    let path = |i: usize| PathBuf::from(String::from_utf8(texts[i].clone()).expect("a path in UTF-8"));
    let unsigned = |i: usize| u64::try_from(number(i)).expect("a place in a file");
    Some(match name {
        "open" | "openat" => Call::Open {
            path: path(0),
            fd: result.parse().expect("a descriptor"),
            create: rest.contains("O_CREAT"),
            empty: rest.contains("O_TRUNC"),
        },
        "close" => Call::Close { fd: number(0) },
        "write" => Call::Write { fd: number(0), offset: None, data: texts[0].clone() },
        "pwrite64" => Call::Write { fd: number(0), offset: Some(unsigned(2)), data: texts[0].clone() },
        "ftruncate" => Call::Truncate { fd: number(0), length: unsigned(1) },
        "fsync" | "fdatasync" => Call::Sync { fd: number(0) },
        "unlink" | "unlinkat" => Call::Unlink { path: path(0) },
        "rename" | "renameat" | "renameat2" => Call::Rename { from: path(0), to: path(1) },
        _ => Call::Other { fd: numbers.first().copied().unwrap_or(-1), line: line.chars().take(200).collect() },
    })
}

/// The arguments: texts, which `-xx` writes as hexadecimal digits alone, and numbers.
fn texts_and_numbers(line: &str) -> (Vec<Vec<u8>>, Vec<i64>) {
    let arguments = line.split_once('(').map_or("", |(_, rest)| rest);
    assert!(!arguments.contains("\"..."), "a text was cut off");
    let texts = arguments.split('"').skip(1).step_by(2).map(bytes).collect();
    let outside: String = arguments.split('"').step_by(2).collect();
    let numbers = outside.split([',', ')']).filter_map(|part| part.trim().parse().ok()).collect();
    (texts, numbers)
}

fn bytes(text: &str) -> Vec<u8> {
    let digit = |digit: u8| char::from(digit).to_digit(16).expect("a digit") as u8;
    let bytes = text.as_bytes().chunks(4);
    bytes
        .map(|b| {
            assert!(b.len() == 4 && b.starts_with(b"\\x"), "as -xx writes it");
            digit(b[2]) << 4 | digit(b[3])
        })
        .collect()
}
