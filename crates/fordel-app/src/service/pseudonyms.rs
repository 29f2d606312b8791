//! Pseudonyms of people by what tells them apart in a list that was handed in. The table that says who is who lies with whoever
//! handed it in, and is kept nowhere here ([why](../../../../docs/decisions/who-is-who-stays-outside.md)).

use std::collections::{BTreeMap, BTreeSet};

use fordel_sheets::code_key;

use super::keys::{self, Key};

/// Who is who: pseudonyms by how people are compared, each with how the list writes the person.
#[derive(Clone, Default)]
pub(super) struct WhoIsWho(BTreeMap<String, (String, String)>);

/// How what tells somebody apart is compared: without regard to case and spaces; a number without the zeros that
/// spreadsheets drop.
pub(super) fn person_key(person: &str) -> String {
    let key = code_key(person);
    let digits = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
    if digits { key.trim_start_matches('0').to_owned() } else { key }
}

impl WhoIsWho {
    /// As a table says: pseudonyms, each with its person.
    pub(super) fn of(pairs: Vec<(String, String)>) -> WhoIsWho {
        let one = |(pseudonym, person): (String, String)| (person_key(&person), (pseudonym.trim().to_owned(), person));
        WhoIsWho(pairs.into_iter().map(one).collect())
    }

    /// Whether nobody is in it.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The person's pseudonym.
    pub(super) fn pseudonym(&self, person: &str) -> Option<&str> {
        self.0.get(&person_key(person)).map(|(pseudonym, _)| pseudonym.as_str())
    }

    /// Gives each of these people, with the code of their group, a pseudonym unless they have one: one that the unit uses
    /// already, if they go by it, else the group's code and the next free number. The order among new people is one of
    /// chance by the key, so that a number tells nothing of where a name stood.
    pub(super) fn name(&mut self, people: &[(String, String)], used: &BTreeSet<String>, chance: &Key) {
        let taken: BTreeSet<String> =
            self.0.values().map(|(own, _)| own).chain(used).map(|own| code_key(own)).collect();
        let mut next: BTreeMap<&str, u32> = BTreeMap::new();
        let mut unnamed: BTreeMap<[u8; 32], (&str, &str)> = BTreeMap::new();
        for (person, code) in people.iter().filter(|(person, _)| self.pseudonym(person).is_none()) {
            let order = keys::hash(&format!("{}{}", chance.reveal(), person_key(person)));
            unnamed.entry(order).or_insert((person, code));
        }
        for (person, code) in unnamed.into_values() {
            let own = used.iter().find(|own| code_key(own) == code_key(person)).cloned();
            let pseudonym = own.unwrap_or_else(|| {
                let number = next.entry(code).or_insert_with(|| last_number(&taken, code));
                *number += 1;
                format!("{code}-{number:02}")
            });
            self.0.insert(person_key(person), (pseudonym, person.to_owned()));
        }
    }

    /// The table: pseudonyms, each with its person, in the order of pseudonyms.
    pub(super) fn table(&self) -> Vec<(String, String)> {
        let mut table: Vec<(String, String)> = self.0.values().cloned().collect();
        table.sort();
        table
    }
}

/// The greatest number that stands behind a group's code in any pseudonym.
fn last_number(taken: &BTreeSet<String>, code: &str) -> u32 {
    let prefix = format!("{}-", code_key(code));
    taken.iter().filter_map(|own| own.strip_prefix(&prefix)?.parse::<u32>().ok()).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(person: &str, code: &str) -> (String, String) {
        (person.to_owned(), code.to_owned())
    }

    #[test]
    fn everybody_gets_one_pseudonym_and_keeps_it_with_the_table() {
        let chance = Key::new().expect("chance");
        let used: BTreeSet<String> = ["HFA-04".to_owned(), "kode7".to_owned()].into();
        let people =
            [own("0012", "HFA"), own("Kari Nord", "SPL"), own("12", "HFA"), own("KODE7", "SPL"), own("13", "HFA")];
        let mut who = WhoIsWho::default();
        who.name(&people, &used, &chance);
        assert_eq!(who.pseudonym("12"), who.pseudonym("0012"), "the same number");
        assert_eq!(who.pseudonym("kari nord"), Some("SPL-01"));
        assert_eq!(who.pseudonym("kode7"), Some("kode7"), "a pseudonym that the unit uses stays");
        let hfa: BTreeSet<&str> = ["12", "13"].iter().filter_map(|person| who.pseudonym(person)).collect();
        assert_eq!(hfa, ["HFA-05", "HFA-06"].into());
        let table = who.table();
        let mut again = WhoIsWho::of(table.clone());
        again.name(&[own("13", "SPL"), own("99", "HFA")], &used, &chance);
        assert_eq!(again.pseudonym("13"), who.pseudonym("13"));
        assert_eq!(again.pseudonym("99"), Some("HFA-07"));
        assert_eq!(again.table().len(), table.len() + 1);
    }

    #[test]
    fn the_number_tells_nothing_of_the_order() {
        let people: Vec<(String, String)> = (0..40).map(|i| own(&format!("navn {i:02}"), "HFA")).collect();
        let numbers = |chance: &Key| {
            let mut who = WhoIsWho::default();
            who.name(&people, &BTreeSet::new(), chance);
            people.iter().map(|(person, _)| who.pseudonym(person).expect("named").to_owned()).collect::<Vec<_>>()
        };
        let one = Key::new().expect("chance");
        assert_eq!(numbers(&one), numbers(&one));
        assert_ne!(numbers(&one), numbers(&Key::new().expect("chance")));
        assert!(!numbers(&one).is_sorted());
    }
}
