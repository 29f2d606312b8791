//! Random damage to bytes, the same on every machine, for whatever reads bytes from outside: it ends in no panic, and soon. Other
//! crates' tests take it in by its path.

#![allow(dead_code, reason = "each test program uses its part")]

use std::time::{Duration, Instant};

use fordel_core::random::Random;

/// The longest that something damaged may take to read.
pub const SOON: Duration = Duration::from_secs(2);
/// The same where a disk is written to on the way.
pub const ON_DISK: Duration = Duration::from_secs(20);

/// What readers of text stumble over.
pub const WORDS: [&str; 36] = [
    "NaN",
    "inf",
    "1e999",
    "-1e999",
    "1e-400",
    "-0",
    "-1",
    "0",
    "256",
    "4294967296",
    "18446744073709551616",
    "99999999999999999999999999",
    "null",
    "true",
    "[]",
    "{}",
    "[[[[",
    "{\"a\":",
    "\"\"",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "e\u{301}",
    "\u{1F9EA}",
    "=cmd|' /C calc'!A0",
    "../",
    "%00",
    "%FF",
    "&",
    ";",
    "\r\n",
    "9999-12-31",
];

/// Letters of which a long run is put in.
const RUNS: &[u8] = b"[{(\"<,;9A \n";

/// So many rounds; with `FORDEL_LONG=1` so many more.
pub fn rounds(short: u64, long: u64) -> u64 {
    if std::env::var_os("FORDEL_LONG").is_some() { long } else { short }
}

/// One to eight changes: another byte, another bit, a piece taken out, a piece doubled, two pieces changed about, a long run or
/// a word put in.
pub fn damaged(mut bytes: Vec<u8>, words: &[&str], random: &mut Random) -> Vec<u8> {
    for _ in 0..=random.below(8) {
        let size = bytes.len();
        let at = random.below(size.max(1));
        let end = (at + random.below(40)).min(size);
        match random.below(7) {
            0 if size > 0 => bytes[at] = random.below(256) as u8,
            1 if size > 0 => bytes[at] ^= 1 << random.below(8),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let piece = bytes[at..end].to_vec();
                drop(bytes.splice(at..at, piece));
            }
            4 => {
                let other = random.below(size.max(1));
                let (first, second) = (at.min(other), at.max(other));
                let length = (end - at).min(second - first).min(size - second);
                (0..length).for_each(|i| bytes.swap(first + i, second + i));
            }
            5 => {
                let run = vec![RUNS[random.below(RUNS.len())]; 1 + random.below(4_000)];
                drop(bytes.splice(at..at, run));
            }
            _ => drop(bytes.splice(at..at, words[random.below(words.len())].bytes())),
        }
    }
    bytes
}

/// Reads damaged copies of what is whole, each within that time; how many were taken.
pub fn taken(
    whole: &[&[u8]],
    words: &[&str],
    rounds: u64,
    longest: Duration,
    mut takes: impl FnMut(&[u8]) -> bool,
) -> u64 {
    let mut taken = 0;
    for number in 0..rounds {
        let mut random = Random::new(number);
        let bytes = damaged(whole[random.below(whole.len())].to_vec(), words, &mut random);
        let _round = Round(number);
        let start = Instant::now();
        taken += u64::from(takes(&bytes));
        assert!(start.elapsed() < longest, "{:?}", start.elapsed());
    }
    taken
}

/// Tells its number where it ends in a panic.
struct Round(u64);

impl Drop for Round {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("in round {}", self.0);
        }
    }
}
