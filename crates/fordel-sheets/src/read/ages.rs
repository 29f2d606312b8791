//! Ages as people and statistics write them: `67–79`, `80+`, `80 år eller eldre`, `0 år`, `under 18`.

use fordel_core::projection::ages::{Ages, OLDEST};

use super::values::is_dash;
use super::words::name_key;
use crate::table::Cell;

/// What follows the first number where all older are meant.
const AND_OLDER: [&str; 11] = [
    "ogover",
    "arellereldre",
    "areldre",
    "ellereldre",
    "arogover",
    "arogeldre",
    "ogeldre",
    "oreldre",
    "yearsorolder",
    "orolder",
    "andover",
];

/// The ages that a cell names.
pub fn ages(cell: &Cell) -> Option<Ages> {
    match cell {
        Cell::Text(text) => ages_in(text),
        Cell::Number(number) if number.fract() == 0.0 && (0.0..=f64::from(OLDEST)).contains(number) => {
            Some(Ages { from: *number as u8, to: Some(*number as u8) })
        }
        _ => None,
    }
}

/// The ages that a text names; see [`ages`].
pub fn ages_in(text: &str) -> Option<Ages> {
    let key = name_key(text);
    let (numbers, _) = numbers(text);
    let first = *numbers.first()?;
    let rest = key.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_open = text.contains('+') || AND_OLDER.contains(&rest) || ["over", "fra", "from"].contains(&prefix(&key));
    match numbers.as_slice() {
        [_, second] if is_range(text, rest) && *second >= first => Some(Ages { from: first, to: Some(*second) }),
        [_] if ["under", "below", "yngreenn"].contains(&prefix(&key)) && first > 0 => {
            Some(Ages { from: 0, to: Some(first - 1) })
        }
        [_] if is_open => Some(Ages { from: first, to: None }),
        [_] if ["", "ar", "year", "years"].contains(&rest) && !text.contains(is_dash) => {
            Some(Ages { from: first, to: Some(first) })
        }
        _ => None,
    }
}

/// The letters before the first number.
fn prefix(key: &str) -> &str {
    key.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default()
}

/// Whether what stands between two numbers says from one to the other.
fn is_range(text: &str, rest: &str) -> bool {
    let words: String = rest.chars().filter(|c| !c.is_ascii_digit()).collect();
    let between = ["", "ar", "til", "to", "years", "year", "artil", "tilar", "artilar", "aar"];
    let starts_well = text.trim_start().starts_with(|c: char| c.is_ascii_digit());
    starts_well && between.contains(&words.as_str()) && (text.contains(is_dash) || rest.contains('t'))
}

/// The whole numbers of a text that can be ages, and how many numbers there are.
fn numbers(text: &str) -> (Vec<u8>, usize) {
    let parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let all: Vec<Option<u8>> = parts.map(|part| part.parse::<u8>().ok().filter(|age| *age <= OLDEST)).collect();
    let count = all.len();
    (if all.iter().all(Option::is_some) { all.into_iter().flatten().collect() } else { Vec::new() }, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_as_people_and_statistics_write_them() {
        for (text, from, to) in [
            ("67–79", 67, Some(79)),
            ("67-79 år", 67, Some(79)),
            ("67 - 79", 67, Some(79)),
            ("0 til 17", 0, Some(17)),
            ("16-19 years", 16, Some(19)),
            ("80+", 80, None),
            ("80 +", 80, None),
            ("80 og over", 80, None),
            ("80 år eller eldre", 80, None),
            ("105 år eller eldre", 105, None),
            ("105 years or older", 105, None),
            ("over 80", 80, None),
            ("under 18", 0, Some(17)),
            ("0 år", 0, Some(0)),
            ("045", 45, Some(45)),
            ("45 years", 45, Some(45)),
        ] {
            assert_eq!(ages_in(text), Some(Ages { from, to }), "{text}");
        }
        for text in ["", "alle", "Alder i alt", "79–67", "2030", "1.5", "80-", "12 personer", "0-17-30", "Total"] {
            assert_eq!(ages_in(text), None, "{text}");
        }
        assert_eq!(ages(&Cell::Number(80.0)), Some(Ages { from: 80, to: Some(80) }));
        assert_eq!(ages(&Cell::Number(80.5)), None);
    }
}
