//! What is noticed of the pseudonyms in `Sertifikater`: one that looks like a person's name, one that stands in two groups.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use fordel_core::ward::GroupId;

use super::groups::Groups;
use super::kinds;
use super::listing::Record;
use super::told::Told;
use crate::columns::certificate;

/// The pseudonyms so far, each with the group and the cell where it stood first; without a group once two are told.
#[derive(Default)]
pub struct Pseudonyms(HashMap<String, (Option<GroupId>, String)>);

impl Pseudonyms {
    /// Notices a row's pseudonym; each thing is told once of each.
    pub fn notice(
        &mut self,
        record: &Record<'_, '_>,
        employee: &str,
        group: Option<GroupId>,
        groups: &Groups,
        told: &mut Told,
    ) {
        match self.0.entry(employee.trim().to_lowercase()) {
            Entry::Vacant(free) => {
                if looks_like_a_name(employee) {
                    told.add(record.complain(kinds::PSEUDONYM_IS_A_NAME, &certificate::EMPLOYEE));
                }
                let cell = record.place(&certificate::EMPLOYEE).cell.unwrap_or_default();
                free.insert((group, cell));
            }
            Entry::Occupied(mut before) => {
                let (other, cell) = before.get_mut();
                if group.is_some()
                    && let Some(first) = other.take_if(|first| Some(*first) != group)
                {
                    let complaint = record.complain(kinds::PSEUDONYM_IN_TWO_GROUPS, &certificate::EMPLOYEE);
                    let code = groups.list[first.0].code.as_str();
                    told.add(complaint.with("group", code).with("first", cell.as_str()));
                }
            }
        }
    }
}

/// Whether a text is two words or more, all of letters and with a capital first: `Ola Nordmann`, `Nordmann, Kari-Anne`. A code
/// in capitals is no name.
fn looks_like_a_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_letters = |word: &str| word.chars().all(|c| c.is_alphabetic() || "-.,'’".contains(c));
    let is_capitalised = |word: &&str| word.starts_with(char::is_uppercase) && is_letters(word);
    let is_written = |word: &&&str| word.contains(char::is_lowercase);
    words.iter().all(is_capitalised) && words.iter().filter(is_written).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_are_told_from_codes_roles_and_numbers() {
        for name in ["Ola Nordmann", "Kari-Anne  Åsen", "Nordmann, Ola", "Ola K. Nordmann"] {
            assert!(looks_like_a_name(name), "{name}");
        }
        for other in ["", "Ola", "h01", "SPL-07", "SPL Natt", "Sykepleier 7", "HFA SPL", "Sykepleier natt"] {
            assert!(!looks_like_a_name(other), "{other}");
        }
    }
}
