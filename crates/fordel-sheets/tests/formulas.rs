//! Formulas whose values nobody has stored, as programs leave them that write workbooks and compute nothing: each is told,
//! and none is taken for an empty cell.

mod books;

use books::{Book, FORM, PLAN, WARD, parts, with_parts};
use fordel_core::complaint::{Complaint, Severity, Value};
use fordel_sheets::plan_book::read_plan_book;
use fordel_sheets::{read_counts, read_people_list, read_population, read_ward_bytes};

fn changed(base: &str, changes: &[&str]) -> Vec<u8> {
    let mut book = Book::parse(base);
    changes.iter().for_each(|change| book.change(change));
    book.bytes()
}

fn faults(complaints: &[Complaint]) -> Vec<String> {
    let faults = complaints.iter().filter(|c| c.severity == Severity::Fault);
    faults.map(|c| format!("{} {}", c.place, c.code)).collect()
}

/// What is due where formulas without values are told at these places, and nothing else.
fn bare(places: &[&str]) -> Vec<String> {
    places.iter().map(|place| format!("{place} formula-without-value")).collect()
}

#[test]
fn each_in_a_ward_is_told_and_nothing_because_of_it() {
    let changes = [
        "Oppgaver!F2 = formula 5+5",
        "Oppgaver!H3 = formula H2",
        "Oppgaver!M4 = formula \"HFA\"",
        // A group whose code nobody knows: those who name ASS aren't told off.
        "Yrkesgrupper!A4 = formula \"ASS\"",
        "Vakter!F7 = formula F6",
        "Tilstedeværelse!E2 = formula 1",
        "Innstillinger!B5 = formula 0.2",
    ];
    let reading = read_ward_bytes(&changed(WARD, &changes));
    let due = ["Oppgaver!F2", "Oppgaver!H3", "Oppgaver!M4", "Yrkesgrupper!A4", "Vakter!F7", "Tilstedeværelse!E2"];
    assert_eq!(faults(&reading.complaints), bare(&[&due[..], &["Innstillinger!B5"]].concat()));
    let last = reading.complaints.iter().rfind(|c| c.code == "formula-without-value").expect("the setting");
    assert_eq!(last.args, [("column", Value::from("Helgetillegg"))]);
}

#[test]
fn a_row_of_nothing_else_does_not_vanish() {
    let row = ["A3", "B3", "C3", "D3", "E3"].map(|cell| format!("Tilstedeværelse!{cell}"));
    let changes = row.clone().map(|place| format!("{place} = formula 1"));
    let reading = read_ward_bytes(&changed(WARD, &changes.each_ref().map(String::as_str)));
    assert_eq!(faults(&reading.complaints), bare(&row.each_ref().map(String::as_str)));
}

#[test]
fn a_header_may_be_any_column() {
    let reading = read_ward_bytes(&changed(WARD, &["Oppgaver!F1 = formula \"Antall\""]));
    assert_eq!(faults(&reading.complaints), bare(&["Oppgaver!F1"]));
}

#[test]
fn a_column_that_is_not_known_may_hold_them() {
    let reading = read_ward_bytes(&changed(WARD, &["Vakter!I1 = Vår egen", "Vakter!I2 = formula 1"]));
    assert!(reading.ward.is_some(), "{:?}", reading.complaints);
    assert_eq!(reading.own.columns[0].cells[0], None);
}

#[test]
fn in_a_column_that_is_not_known_they_hide_no_fault_of_their_row() {
    let twice = "Vakter!B3 = D";
    let due = faults(&read_ward_bytes(&changed(WARD, &[twice])).complaints);
    assert!(due.iter().any(|fault| fault.ends_with("shift-twice")), "{due:?}");
    let beside = ["Vakter!I1 = Vår egen", "Vakter!I3 = formula 1", twice];
    assert_eq!(faults(&read_ward_bytes(&changed(WARD, &beside)).complaints), due);
}

#[test]
fn an_empty_text_is_a_value_and_a_value_that_is_not_there_at_all_is_none() {
    let ward = Book::parse(WARD).bytes();
    let (name, sheet) = parts(&ward).into_iter().find(|(name, _)| name == "xl/worksheets/sheet1.xml").expect("a sheet");
    let sheet = String::from_utf8(sheet).expect("XML is text");
    let told = |cell: &str| {
        let row = format!("<row r=\"9\">{cell}</row></sheetData>");
        let bytes = with_parts(&ward, &[(name.as_str(), sheet.replace("</sheetData>", &row).as_bytes())]);
        faults(&read_ward_bytes(&bytes).complaints)
    };
    assert_eq!(told(r#"<c r="B9" t="str"><f>""</f><v></v></c>"#), Vec::<String>::new());
    for cell in [
        r#"<c r="S9"><f>1</f></c>"#,
        r#"<c r="S9"><f>1</f><v/></c>"#,
        r#"<c r="S9"><f t="shared" ref="S9:S10" si="0">1</f><v></v></c>"#,
        r#"<c r="S9"><f t="shared" si="0"/></c>"#,
    ] {
        assert!(told(cell).contains(&"Oppgaver!S9 formula-without-value".to_owned()), "{cell}: {:?}", told(cell));
    }
}

#[test]
fn each_in_a_form_is_told() {
    let changes = ["Skjema!C4 = formula 5+5", "Skjema!E9 = formula \"x\"", "Skjema!A10 = formula B1"];
    let reading = read_ward_bytes(&changed(FORM, &changes));
    assert_eq!(faults(&reading.complaints), bare(&["Skjema!C4", "Skjema!E9", "Skjema!A10"]));
    let reading = read_ward_bytes(&changed(FORM, &["Skjema!H1 = formula \"Assistent\""]));
    assert_eq!(faults(&reading.complaints), bare(&["Skjema!H1"]));
}

#[test]
fn each_in_a_plan_changed_by_hand_is_told() {
    let changes = ["Fordeling!E3 = formula \"HFA\"", "Bemanning!D2 = formula 1", "Bemanning!K2 = formula 2"];
    let told = read_plan_book(&changed(PLAN, &changes)).expect_err("heads that nobody knows");
    assert_eq!(faults(&told), bare(&["Fordeling!E3", "Bemanning!D2"]));
}

#[test]
fn each_in_a_file_from_another_system_is_told() {
    for (book, due) in [
        ("# Uttrekk\nDato | Driver | Antall\ndate 2027-02-01 | inn | formula 20+1\n", "Uttrekk!C2"),
        (
            "# Uttrekk\nDato | Pasienter | Sum\ndate 2027-02-01 | 20 | formula B2\ndate 2027-02-02 | formula 21 | formula B3\n",
            "Uttrekk!B3",
        ),
    ] {
        assert_eq!(faults(&read_counts(&Book::parse(book).bytes(), "historikk").complaints), bare(&[due]));
    }
    let population = "# Tabell\nAlder | 2026 | 2027\n80 | 12 | formula 13\n81 | 9 | 8\n";
    let read = read_population(&Book::parse(population).bytes(), "folkemengde", &[], &[]);
    assert_eq!(faults(&read.complaints), bare(&["Tabell!C2"]));
    let list =
        "# Liste\nAnsatt | Kurs | Gjennomført dato\n1 | Sårstell | date 2026-02-01\n2 | formula B2 | date 2026-02-01\n";
    let list = read_people_list(&Book::parse(list).bytes(), "liste").expect("a list");
    let ward = read_ward_bytes(&Book::parse(WARD).bytes()).ward.expect("a ward");
    let mapping = list.guess(&ward, &Default::default());
    assert_eq!(faults(&list.entries(&ward, &mapping).faults), bare(&["Liste!B3"]));
}
