//! Workbooks with random damage, from fixed seeds: no panic, each is done quickly, and none fills the memory.
//!
//! Three kinds: bytes of the file, bytes of its XML parts, and cells with values that nobody would expect. 1 900 in all;
//! `FORDEL_LONG=1` reads 10 000. And workbooks of plans, in their bytes and parts.

#[path = "../../fordel-store/tests/kept/anew.rs"]
mod anew;
mod books;
#[path = "../../fordel-core/tests/damage/mod.rs"]
mod damage;

use std::process::Command;
use std::time::Instant;

use books::{Book, FORM, PLAN, WARD, parts, zip};
use damage::{SOON, damaged, rounds};
use fordel_core::check;
use fordel_core::complaint::{Complaint, Severity};
use fordel_core::random::Random;
use fordel_sheets::plan_book::read_plan_book;
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

/// Of a test's 400, 600 or 900 workbooks, so many as make 1 900 or 10 000 in all.
fn many(short: u64) -> u64 {
    rounds(short, short * 10_000 / 1_900)
}

/// What readers of XML stumble over.
const XML: [&str; 12] = [
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

/// A workbook with damage in one of its parts.
fn with_damage_within(parts: &[(String, Vec<u8>)], random: &mut Random) -> Vec<u8> {
    let mut all = parts.to_vec();
    let part = random.below(all.len());
    all[part].1 = damaged(std::mem::take(&mut all[part].1), &XML, random);
    let all: Vec<(&str, &[u8])> = all.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    zip(&all)
}

/// Reads the bytes; what comes of it can be told in both languages.
fn read(name: &str, seed: u64, bytes: &[u8], texts: &[Texts; 2]) -> Reading {
    let start = Instant::now();
    let reading = read_ward_bytes(bytes);
    assert!(start.elapsed() < SOON, "{name} {seed}: {:?}", start.elapsed());
    let has_fault = reading.complaints.iter().any(|c| c.severity == Severity::Fault);
    assert_eq!(reading.ward.is_none(), has_fault, "{name} {seed}");
    can_be_told(&reading.complaints, texts);
    reading
}

fn can_be_told(complaints: &[Complaint], texts: &[Texts; 2]) {
    for text in texts {
        complaints.iter().for_each(|complaint| assert!(!text.complaint(complaint).is_empty()));
    }
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
            let bytes = damaged(ward.clone(), &XML, &mut Random::new(seed));
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
            let mut random = Random::new(seed + 10_000);
            let ward = &wards[random.below(2)];
            read("parts", seed, &with_damage_within(ward, &mut random), &texts)
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
        let (_, codes) = tally((0..many(900)).map(|seed| {
            let mut random = Random::new(seed + 20_000);
            let mut book = Book::parse(WARD);
            for _ in 0..=random.below(4) {
                let (sheet, rows, columns) = SHEETS[random.below(SHEETS.len())];
                let column = char::from(b'A' + random.below(columns) as u8);
                let value = VALUES[random.below(VALUES.len())];
                book.change(&format!("{sheet}!{column}{} = {value}", 1 + random.below(rows)));
            }
            read("cells", seed, &book.bytes(), &texts)
        }));
        assert!(codes >= 26, "{codes} codes");
    });
}

#[test]
fn plans_as_workbooks() {
    alone("plans_as_workbooks", || {
        let (whole, texts, all) = (Book::parse(PLAN).bytes(), texts(), rounds(400, 10_000));
        let ward = read_ward_bytes(&Book::parse(WARD).bytes()).ward.expect("a ward");
        let within = parts(&whole);
        let mut plans = 0;
        for seed in 0..all {
            let mut random = Random::new(seed + 30_000);
            let bytes = match seed % 2 {
                0 => damaged(whole.clone(), &XML, &mut random),
                _ => with_damage_within(&within, &mut random),
            };
            let start = Instant::now();
            match read_plan_book(&bytes) {
                Ok(plan) => {
                    assert!(plan.placements.iter().all(|placed| !placed.days.is_empty() && placed.row > 0), "{seed}");
                    assert!(plan.staffing.iter().all(|heads| heads.heads > 0), "{seed}");
                    check::check(&ward, &plan.into_plan());
                    plans += 1;
                }
                Err(faults) => {
                    assert!(faults.iter().any(|fault| fault.severity == Severity::Fault), "{seed}");
                    can_be_told(&faults, &texts);
                }
            }
            assert!(start.elapsed() < SOON, "{seed}: {:?}", start.elapsed());
        }
        assert!(plans > 0 && plans < all, "{plans} of {all} plans");
    });
}
