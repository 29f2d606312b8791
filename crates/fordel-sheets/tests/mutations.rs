//! Workbooks with random damage, from fixed seeds: no panic, each is done quickly, and none fills the memory.
//!
//! Three kinds: bytes of the file, bytes of its XML parts, and cells with values that nobody would expect. 1 600 in all;
//! `FORDEL_LONG=1` reads 10 000.

#[path = "../../fordel-store/tests/kept/anew.rs"]
mod anew;
mod books;

use std::process::Command;
use std::time::{Duration, Instant};

use books::{Book, FORM, WARD, parts, zip};
use fordel_core::complaint::Severity;
use fordel_sheets::{Reading, read_ward_bytes};
use fordel_text::{Lang, Texts};

/// Tells a test, started anew, that its process is its own.
const ALONE: &str = "FORDEL_MUTATIONS_ALONE";
/// The most memory that such a process may have taken at any time, KB.
const MEMORY: u64 = 256 << 10;

/// Runs a test in a process of its own, and holds that it never took more memory than it may.
fn alone(test: &str, run: impl FnOnce()) {
    if std::env::var_os(ALONE).is_some() {
        run();
        let peak = peak().unwrap_or(0);
        println!("{test}: {} MB at most", peak >> 10);
        assert!(peak <= MEMORY, "{test}: {peak} KB");
        return;
    }
    let command = anew::anew(test);
    let out = Command::new(&command[0]).args(&command[1..]).env(ALONE, "1").output().expect("this program");
    let said = String::from_utf8_lossy(&out.stdout);
    println!("{said}");
    assert!(out.status.success() && said.contains(" MB at most"), "{}", String::from_utf8_lossy(&out.stderr));
}

/// The most memory that this process has had in use, KB, where the system tells.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Of a test's 400 or 600 workbooks, so many as make 1 600 or 10 000 in all.
fn many(short: u64) -> u64 {
    if std::env::var_os("FORDEL_LONG").is_some() { short * 10_000 / 1_600 } else { short }
}

/// Xorshift: the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }
}

/// One to eight changes of bytes: another value, a bit, a piece taken out, a piece doubled, a word of XML put in.
fn damaged(mut bytes: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    const WORDS: [&str; 12] = [
        "<c r=\"XFD1048576\"/>",
        "</row>",
        "<v>",
        "&#0;",
        "&amp;",
        "\"",
        "<![CDATA[",
        "t=\"s\"",
        "99999999999",
        "-1",
        "\u{0}",
        "<!--",
    ];
    for _ in 0..=dice.below(8) {
        let at = dice.below(bytes.len());
        match dice.below(5) {
            0 if !bytes.is_empty() => bytes[at] = dice.below(256) as u8,
            1 if !bytes.is_empty() => bytes[at] ^= 1 << dice.below(8),
            2 => drop(bytes.drain(at..(at + dice.below(40)).min(bytes.len()))),
            3 => {
                let piece = bytes[at..(at + dice.below(40)).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => drop(bytes.splice(at..at, WORDS[dice.below(WORDS.len())].bytes())),
        }
    }
    bytes
}

/// Reads the bytes; what comes of it can be told in both languages.
fn read(name: &str, seed: u64, bytes: &[u8], texts: &[Texts; 2]) -> Reading {
    let start = Instant::now();
    let reading = read_ward_bytes(bytes);
    assert!(start.elapsed() < Duration::from_secs(2), "{name} {seed}: {:?}", start.elapsed());
    let has_fault = reading.complaints.iter().any(|c| c.severity == Severity::Fault);
    assert_eq!(reading.ward.is_none(), has_fault, "{name} {seed}");
    for text in texts {
        reading.complaints.iter().for_each(|complaint| assert!(!text.complaint(complaint).is_empty()));
    }
    reading
}

fn texts() -> [Texts; 2] {
    [Texts::new(Lang::Nb), Texts::new(Lang::En)]
}

/// How many of the readings gave a ward, and how many different first complaints there were.
fn tally(readings: impl Iterator<Item = Reading>) -> (usize, usize) {
    let mut codes = std::collections::BTreeSet::new();
    let mut wards = 0;
    for reading in readings {
        wards += usize::from(reading.ward.is_some());
        codes.extend(reading.complaints.iter().filter(|c| c.severity == Severity::Fault).map(|c| c.code));
    }
    (wards, codes.len())
}

#[test]
fn bytes_of_the_file() {
    alone("bytes_of_the_file", || {
        let (ward, texts, all) = (Book::parse(WARD).bytes(), texts(), many(400));
        let (wards, codes) = tally((0..all).map(|seed| {
            let bytes = damaged(ward.clone(), &mut Dice::new(seed));
            read("bytes", seed, &bytes, &texts)
        }));
        assert!(wards as u64 * 4 < all * 3 && codes >= 2, "{wards} of {all} wards, {codes} codes");
    });
}

#[test]
fn bytes_of_the_parts() {
    alone("bytes_of_the_parts", || {
        let (texts, all) = (texts(), many(600));
        let wards = [Book::parse(WARD).bytes(), Book::parse(FORM).bytes()].map(|bytes| parts(&bytes));
        let (wards, codes) = tally((0..all).map(|seed| {
            let mut dice = Dice::new(seed + 10_000);
            let mut all = wards[dice.below(2)].clone();
            let part = dice.below(all.len());
            all[part].1 = damaged(std::mem::take(&mut all[part].1), &mut dice);
            let all: Vec<(&str, &[u8])> = all.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
            read("parts", seed, &zip(&all), &texts)
        }));
        assert!(wards as u64 * 12 > all && codes >= 5, "{wards} of {all} wards, {codes} codes");
    });
}

#[test]
fn cells_with_anything_in_them() {
    const VALUES: [&str; 30] = [
        "-1",
        "0",
        "1e308",
        "-1e308",
        "0.00000001",
        "99999999999",
        "'",
        "–",
        ";;;",
        ":",
        "=",
        "HFA:",
        ": 5",
        "07-07",
        "24-24",
        "0-0",
        "07-09-12",
        "ma-",
        "SPL+",
        "+",
        "ingen",
        "100 %",
        "%",
        "date 1900-01-01",
        "date 9999-12-31",
        "time 23:59",
        "error #N/A",
        "true",
        "æøåÆØÅ\u{301}\u{308}",
        "døgn",
    ];
    const SHEETS: [(&str, usize, usize); 9] = [
        ("Oppgaver", 6, 20),
        ("Yrkesgrupper", 4, 13),
        ("Vakter", 7, 8),
        ("Bemanning i dag", 3, 9),
        ("Tilstedeværelse", 2, 6),
        ("Aktivitet", 2, 8),
        ("Kurs", 2, 4),
        ("Sertifikater", 2, 7),
        ("Innstillinger", 7, 2),
    ];
    alone("cells_with_anything_in_them", || {
        let texts = texts();
        let (_, codes) = tally((0..many(600)).map(|seed| {
            let mut dice = Dice::new(seed + 20_000);
            let mut book = Book::parse(WARD);
            for _ in 0..=dice.below(4) {
                let (sheet, rows, columns) = SHEETS[dice.below(SHEETS.len())];
                let column = char::from(b'A' + dice.below(columns) as u8);
                let value = VALUES[dice.below(VALUES.len())];
                book.change(&format!("{sheet}!{column}{} = {value}", 1 + dice.below(rows)));
            }
            read("cells", seed, &book.bytes(), &texts)
        }));
        assert!(codes >= 25, "{codes} codes");
    });
}
