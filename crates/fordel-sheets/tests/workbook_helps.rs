//! What Excel itself offers in the workbooks that the program writes: lists, checks, comments, marks.

use std::io::{Cursor, Read};
use std::path::Path;

use fordel_sheets::read::read_ward_bytes;
use fordel_sheets::write::{template, ward_book};
use fordel_text::{Lang, Texts};

/// The parts of a workbook whose names hold `word`, one after the other.
fn parts(book: &[u8], word: &str) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).expect("a workbook is an archive");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("names are text").into_owned()).collect();
    let mut text = |name: &String| {
        let mut text = String::new();
        archive.by_name(name).expect("it is listed").read_to_string(&mut text).expect("parts are text");
        text
    };
    names.iter().filter(|name| name.contains(word)).map(&mut text).collect()
}

#[test]
fn lists_follow_what_the_user_types() {
    for (lang, groups, sheet) in [(Lang::Nb, "Gruppekoder", "Yrkesgrupper"), (Lang::En, "GroupCodes", "Groups")] {
        let book = template(false, &Texts::new(lang)).expect("it can be written");
        let names = parts(&book, "xl/workbook.xml").concat();
        let growing = format!("<definedName name=\"{groups}\">'{sheet}'!$A$2:INDEX('{sheet}'!$A$2:$A$41,");
        let growing_unquoted = growing.replace('\'', "");
        assert!(names.contains(&growing) || names.contains(&growing_unquoted), "{names}");
        let sheets = parts(&book, "worksheets/sheet").concat();
        // Lowest, today and pinned in the tasks; and the group of shifts, today's staffing, the projection and
        // certificates.
        assert_eq!(sheets.matches(&format!("<formula1>{groups}</formula1>")).count(), 7);
    }
}

#[test]
fn every_sheet_is_frozen_checked_and_explained() {
    for lang in [Lang::Nb, Lang::En] {
        let book = template(true, &Texts::new(lang)).expect("it can be written");
        let sheets = parts(&book, "worksheets/sheet");
        let holding = |word: &str| sheets.iter().filter(|sheet| sheet.contains(word)).count();
        // The sheets of the ward; the instructions and the hidden lists have none.
        let of_ward = fordel_sheets::columns::SHEETS.len();
        assert_eq!((of_ward, sheets.len()), (12, 14));
        assert_eq!(holding("state=\"frozen\""), of_ward);
        assert_eq!(holding("<dataValidation "), of_ward);
        assert_eq!(holding("<pageSetup"), of_ward + 1);
        assert_eq!(parts(&book, "xl/comments").len(), of_ward);
    }
}

#[test]
fn text_of_the_users_is_never_a_formula() {
    let mut ward = fordel_sheets::default_ward();
    ward.unit = "=1+1".to_owned();
    ward.groups[0].name = "=HYPERLINK(\"x\")".to_owned();
    let book = ward_book(&ward, &[], &Texts::new(Lang::Nb)).expect("it can be written");
    let formulas: usize = parts(&book, "worksheets/sheet")
        .iter()
        .map(|sheet| sheet.matches("<f>").count() - sheet.matches("<f>IF('Aktivitet'!").count())
        .sum();
    assert_eq!(formulas, 0, "only the hidden lists compute anything");
    assert!(parts(&book, "sharedStrings").concat().contains("=HYPERLINK"));
}

#[test]
fn what_remains_to_be_filled_in_is_marked() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/skjema-hnt.xlsx");
    let wide = read_ward_bytes(&std::fs::read(path).expect("the form is there"));
    let ward = wide.ward.expect("the form can be read");
    let comments = |gaps: &[_]| {
        let book = ward_book(&ward, gaps, &Texts::new(Lang::Nb)).expect("it can be written");
        parts(&book, "xl/comments").concat().matches("Fyll inn: ").count()
    };
    assert_eq!(comments(&wide.gaps), wide.gaps.len());
    assert_eq!(comments(&[]), 0);
}
