//! Whether a cell holds a national identity number: what may not come in.

use crate::table::Cell;

/// Whether the cell holds a number that may be a national identity number, a D-number or a help number: eleven digits that
/// begin with a day and a month and end with the right control digit. The digit before the last isn't looked at: from 2032 on it
/// no longer has one value.
pub fn is_in(cell: &Cell) -> bool {
    match cell {
        Cell::Text(text) => runs(text).iter().any(|run| is_one(run)),
        // Excel drops the first zero of what it takes for a number.
        Cell::Number(number) if number.fract() == 0.0 && (1e9..1e11).contains(number) => {
            is_one(&format!("{number:011}"))
        }
        _ => false,
    }
}

/// The same of what somebody typed.
pub fn identity_number_in(text: &str) -> bool {
    is_in(&Cell::Text(text.to_owned()))
}

/// Runs of digits; six and five with a space, a hard space or a dash between them are one.
fn runs(text: &str) -> Vec<String> {
    let mut runs: Vec<(String, usize)> = Vec::new();
    let mut apart = 2;
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            match runs.last_mut().filter(|_| apart == 0) {
                Some((run, _)) => run.push(letter),
                None => runs.push((letter.to_string(), apart)),
            }
            apart = 0;
        } else {
            let joins = letter == ' ' || letter == '\u{a0}' || letter == '-';
            apart = if joins && apart == 0 { 1 } else { 2 };
        }
    }
    let joined = runs.windows(2).filter(|two| two[0].0.len() == 6 && two[1].0.len() == 5 && two[1].1 == 1);
    let joined: Vec<String> = joined.map(|two| format!("{}{}", two[0].0, two[1].0)).collect();
    runs.into_iter().map(|(run, _)| run).chain(joined).collect()
}

fn is_one(digits: &str) -> bool {
    let digits: Vec<u32> = digits.chars().filter_map(|digit| digit.to_digit(10)).collect();
    if digits.len() != 11 {
        return false;
    }
    let two = |at: usize| digits[at] * 10 + digits[at + 1];
    // A D-number adds 40 to the day; a help number 40 to the month; numbers for trials 65 or 80.
    let day = (1..=31).contains(&(two(0) % 40)) && two(0) <= 71;
    let month = [0, 40, 65, 80].iter().any(|more| (1..=12).contains(&two(2).wrapping_sub(*more)));
    let weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    day && month && sum.is_multiple_of(11)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of a day and month with any digits after, and the right last digit.
    fn number(first: &str) -> Option<String> {
        (0..10).map(|last| format!("{first}{last}")).find(|all| is_one(all))
    }

    #[test]
    fn numbers_of_each_kind_are_known_in_each_way_of_writing() {
        for first in ["0101075016", "4101075016", "0141075016", "0181075016", "3112995018", "1712607121"] {
            let Some(all) = number(first) else { continue };
            let cells = [all.clone(), format!("{} {}", &all[..6], &all[6..]), format!("Fnr: {all}.")];
            for text in cells {
                assert!(is_in(&Cell::Text(text.clone())), "{text}");
            }
            assert!(is_in(&Cell::Number(all.parse().expect("a number"))), "{all}");
            let other = format!("{}{}", &all[..10], (all[10..].parse::<u32>().expect("a digit") + 1) % 10);
            assert!(!is_in(&Cell::Text(other.clone())), "{other}");
        }
        assert!(["0101075016", "4101075016", "0181075016"].iter().filter_map(|first| number(first)).count() >= 2);
    }

    #[test]
    fn employee_numbers_phones_and_dates_are_not() {
        for text in ["1001", "99887766", "+47 99 88 77 66", "2026-02-01", "01.02.2026", "990107 50160", "010107501601"]
        {
            assert!(!is_in(&Cell::Text(text.into())), "{text}");
        }
        assert!(!is_in(&Cell::Number(46_000.0)));
    }
}
