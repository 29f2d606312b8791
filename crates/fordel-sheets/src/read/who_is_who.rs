//! The list of who is who: pseudonyms, and what tells the person apart in another system. It comes in, and is kept nowhere.

use fordel_core::complaint::{Complaint, Place};

use super::listing::Listing;
use super::told::Told;
use super::{extract, kinds};
use crate::columns::people;
use crate::table::Sheet;

/// More people than a list of who is who has.
const MOST_PEOPLE: usize = 50_000;

/// Pseudonyms, each with what tells the person apart, from the bytes of a CSV file or a workbook.
///
/// # Errors
/// All that is wrong with it.
pub fn read_who_is_who(bytes: &[u8], name: &str) -> Result<Vec<(String, String)>, Vec<Complaint>> {
    let mut told = Told::default();
    let sheet = extract::sheet(bytes, name).and_then(|sheet| sheet.ok_or_else(|| kinds::FILE_EMPTY.at(Place::file())));
    let sheet = sheet.unwrap_or_else(|complaint| {
        told.add(complaint);
        Sheet::default()
    });
    let needed = [people::PSEUDONYM, people::PERSON];
    let mut people = Vec::new();
    if !told.has_fault() {
        let listing = Listing::new(&sheet, &needed, &needed, MOST_PEOPLE, &mut told);
        for record in listing.records() {
            let pseudonym = record.text(&people::PSEUDONYM, &mut told);
            let pseudonym = record.require(&people::PSEUDONYM, pseudonym, &mut told);
            let person = record.text(&people::PERSON, &mut told);
            let person = record.require(&people::PERSON, person, &mut told);
            // The mark by which a list that was taken out keeps a spreadsheet from reading text as a formula.
            let plain = |text: String| text.strip_prefix('\'').map(str::to_owned).unwrap_or(text);
            people.extend(pseudonym.zip(person).map(|(pseudonym, person)| (plain(pseudonym), plain(person))));
        }
    }
    if told.has_fault() { Err(told.in_order(&[sheet.name])) } else { Ok(people) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_and_what_is_wrong_is_told() {
        let read = read_who_is_who("Pseudonym;Ansatt\nSPL-01;007\nHFA-02;'=x\n".as_bytes(), "hvem");
        let own = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(read, Ok(vec![own("SPL-01", "007"), own("HFA-02", "=x")]));
        let wrong = read_who_is_who("Pseudonym;Ansatt\n;007\nHFA-02;\n".as_bytes(), "hvem").expect_err("wrong");
        let places: Vec<String> = wrong.iter().map(|c| format!("{} {}", c.place, c.code)).collect();
        assert_eq!(places, ["hvem!A2 value-missing", "hvem!B3 value-missing"]);
        let other = read_who_is_who("Kurs;Dato\nA;B\n".as_bytes(), "hvem").expect_err("another list");
        assert!(other.iter().any(|c| c.code == "column-missing"), "{other:?}");
    }
}
