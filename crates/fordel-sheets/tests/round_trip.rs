//! A ward that is written and read back is the same ward: template, example and the wards in `tests/data`.

use std::path::Path;

use books::{Book, WARD};
use fordel_core::ward::Ward;
use fordel_sheets::read::{Reading, read_ward_bytes};
use fordel_sheets::table::Cell;
use fordel_sheets::write::{TypedSheet, template, typed_sheets, ward_book, ward_book_with_own};
use fordel_sheets::{Own, read_ward_sheets};
use fordel_text::{Lang, Texts};

mod books;
#[path = "../examples/medisinsk_sengepost.rs"]
mod source;

const WARDS: [&str; 6] = ["liten", "regler", "umulig", "bare-oppgaver", "medisin-dogn", "skjema-hnt"];

fn reading(name: &str) -> Reading {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/{name}.xlsx"));
    read_ward_bytes(&std::fs::read(path).expect("the file is there"))
}

fn ward(reading: Reading) -> Ward {
    let codes: Vec<_> = reading.complaints.iter().map(|c| format!("{} {}", c.place, c.code)).collect();
    reading.ward.unwrap_or_else(|| panic!("{codes:?}"))
}

/// The ward without what depends on the sheet it stood in: row numbers, places, and rows of today's staffing that
/// hold no heads.
fn without_places(mut ward: Ward) -> Ward {
    ward.places.clear();
    (2..).zip(&mut ward.lines).for_each(|(row, line)| line.row = row);
    if !ward.knows_staffing_today() {
        ward.staffing_today.clear();
    }
    ward
}

#[test]
fn written_and_read_back_the_ward_is_the_same() {
    for name in WARDS {
        let first = ward(reading(name));
        for lang in [Lang::Nb, Lang::En] {
            let book = ward_book(&first, &[], &Texts::new(lang)).expect("it can be written");
            let again = ward(read_ward_bytes(&book));
            assert_eq!(without_places(again), without_places(first.clone()), "{name} in {lang:?}");
        }
    }
}

#[test]
fn a_calendar_is_the_same_when_read_back() {
    use fordel_core::time::Day;
    use fordel_core::ward::{DriverId, GroupId};
    use fordel_core::year::{Entry, What};
    let mut first = ward(reading("regler"));
    first.drivers = vec![fordel_core::ward::Driver { name: "pasienter".into(), by_day: [20.0; 7] }];
    first.lines.retain(|line| !matches!(line.count, fordel_core::ward::Count::PerDriver(..)));
    let entry = |to: &str, what| Entry {
        from: "2027-07-01".parse().expect("a date"),
        to: to.parse().expect("a date"),
        what,
        note: Some("fra møtet".into()),
    };
    first.calendar = vec![
        entry("2027-07-01", What::AsDay(Some(Day(5)))),
        entry("2027-07-01", What::AsDay(Some(Day(6)))),
        entry("2027-07-02", What::AsDay(None)),
        entry("2027-07-31", What::Activity { driver: None, share: 0.85 }),
        entry("2027-07-31", What::Activity { driver: Some(DriverId(0)), share: 1.2 }),
        entry("2027-07-31", What::Fewer { driver: DriverId(0), units: 4.5 }),
        entry("2027-07-31", What::Holiday { group: GroupId(0), people: 3.0 }),
        entry("2027-07-31", What::Absence { group: GroupId(1), people: 0.5 }),
        entry("2027-07-31", What::Apprentices { group: GroupId(1), positions: 0.75 }),
    ];
    for texts in [Lang::Nb, Lang::En].map(Texts::new) {
        let book = ward_book(&first, &[], &texts).expect("it can be written");
        assert_eq!(ward(read_ward_bytes(&book)).calendar, first.calendar);
        let typed = typed_sheets(&first, &Own::default(), &texts);
        let filled = typed.iter().filter(|sheet| !sheet.rows.is_empty());
        assert_eq!(ward(read_ward_sheets(filled.map(TypedSheet::cells).collect())).calendar, first.calendar);
    }
}

#[test]
fn people_without_a_course_are_the_same_when_read_back() {
    use fordel_core::ward::{GroupId, Person, Weekends};
    let mut first = ward(reading("regler"));
    let person =
        |employee: &str, percent, weekends| Person { employee: employee.into(), group: GroupId(1), percent, weekends };
    first.people = vec![
        person("a7", Some(50.0), Some(Weekends::Every(4.0))),
        person("a8", Some(80.0), Some(Weekends::Never)),
        person("a9", None, None),
    ];
    for texts in [Lang::Nb, Lang::En].map(Texts::new) {
        let book = ward_book(&first, &[], &texts).expect("it can be written");
        let again = ward(read_ward_bytes(&book));
        assert_eq!((again.certificates, again.people), (first.certificates.clone(), first.people.clone()));
        let typed = typed_sheets(&first, &Own::default(), &texts);
        let filled = typed.iter().filter(|sheet| !sheet.rows.is_empty());
        assert_eq!(ward(read_ward_sheets(filled.map(TypedSheet::cells).collect())).people, first.people);
    }
}

#[test]
fn assumptions_of_the_years_ahead_are_the_same_when_read_back() {
    use fordel_core::projection::ages::Ages;
    use fordel_core::projection::{Assumptions, Entry, Range, Residents, What};
    use fordel_core::ward::GroupId;
    let mut first = ward(reading("regler"));
    let old = Ages { from: 80, to: None };
    let entry = |what: What| Entry {
        what,
        group: what.is_of_group().then_some(GroupId(1)),
        ages: what.is_of_ages().then_some(old),
        from: (what == What::Leave).then_some(2030),
        value: match what.is_share() {
            true => Range { value: 0.107, low: Some(0.1), high: Some(0.107) },
            false => Range { value: 62.5, low: Some(60.0), high: None },
        },
        source: Some("antakelse".into()),
    };
    let mut entries: Vec<Entry> = What::ALL.map(entry).to_vec();
    for entry in entries.iter_mut().filter(|e| matches!(e.what, What::ApprenticeYears | What::PhaseIn)) {
        entry.value = Range::sure(3.0);
    }
    for entry in entries.iter_mut().filter(|e| matches!(e.what, What::Percent | What::MorePercent)) {
        entry.value = Range::sure(0.1234567890123);
    }
    first.projection = Assumptions {
        residents: [(2026, old, 2300.0), (2041, old, 4400.0), (2026, Ages { from: 0, to: Some(79) }, 47_700.0)]
            .map(|(year, ages, value)| Residents {
                year,
                ages,
                number: Range { value, low: Some(value - 0.5), high: Some(value + 100.0) },
                source: None,
            })
            .to_vec(),
        entries,
    };
    for texts in [Lang::Nb, Lang::En].map(Texts::new) {
        let book = ward_book(&first, &[], &texts).expect("it can be written");
        assert_eq!(ward(read_ward_bytes(&book)).projection, first.projection);
        let typed = typed_sheets(&first, &Own::default(), &texts);
        let filled = typed.iter().filter(|sheet| !sheet.rows.is_empty());
        assert_eq!(ward(read_ward_sheets(filled.map(TypedSheet::cells).collect())).projection, first.projection);
    }
}

#[test]
fn typed_out_and_read_back_the_ward_is_the_same() {
    for name in WARDS {
        let first = ward(reading(name));
        for lang in [Lang::Nb, Lang::En] {
            let typed = typed_sheets(&first, &Own::default(), &Texts::new(lang));
            let filled = typed.iter().filter(|sheet| !sheet.rows.is_empty());
            let again = ward(read_ward_sheets(filled.map(TypedSheet::cells).collect()));
            assert_eq!(without_places(again), without_places(first.clone()), "{name} in {lang:?}");
        }
    }
}

#[test]
fn what_the_program_does_not_know_goes_along() {
    let mut book = Book::parse(WARD);
    for change in [
        "Oppgaver!U1 = Rom",
        "Oppgaver!U3 = 12",
        "Oppgaver!U4 = =1+1",
        "Oppgaver!V1 = Sett på",
        "Oppgaver!V2 = date 2026-01-09",
        // Cells under no header.
        "Oppgaver!X4 = ringes inn",
        "Yrkesgrupper!N1 = Leder",
        "Yrkesgrupper!N4 = Kari",
        // Today's staffing in another order than the shifts.
        "Bemanning i dag!A2 = ASS",
        "Bemanning i dag!A3 = SPL",
        "Bemanning i dag!J1 = Kilde",
        "Bemanning i dag!J2 = Turnus",
        "Bemanning i dag!J3 = Vaktplan",
        "Innstillinger!C1 = Fra hvem",
        "Innstillinger!C4 = Økonomi",
        "Innstillinger!A20 = Plasser",
        "Innstillinger!B20 = 24",
        "Innstillinger!C20 = Leder",
    ] {
        book.change(change);
    }
    let first = read_ward_bytes(&book.bytes());
    let text = |text: &str| Some(Cell::Text(text.to_owned()));
    let beside = |sheet: usize, header: &str| {
        let found = first.own.columns.iter().find(|c| c.sheet == sheet && c.header == header);
        found.unwrap_or_else(|| panic!("{header}: {:?}", first.own)).cells.clone()
    };
    assert_eq!(beside(0, "Rom"), [None, Some(Cell::Number(12.0)), text("=1+1"), None, None]);
    assert_eq!(beside(0, "Sett på"), [Some(Cell::Date(46_031.0)), None, None, None, None]);
    assert_eq!(beside(0, ""), [None, None, text("ringes inn"), None, None]);
    assert_eq!(beside(1, "Leder"), [None, None, text("Kari")]);
    assert_eq!(first.own.settings, [("Plasser".to_owned(), Some(Cell::Number(24.0)))]);
    assert_eq!(beside(3, "Kilde"), [text("Vaktplan"), None, None, None, text("Turnus")]);
    let told = beside(11, "Fra hvem");
    // A setting of the ward's own stands after all that are known.
    let own = fordel_sheets::columns::setting::ALL.len();
    assert_eq!((&told[2], &told[own], told.iter().flatten().count()), (&text("Økonomi"), &text("Leder"), 2));
    for lang in [Lang::Nb, Lang::En] {
        let (own, first) = (first.own.clone(), ward(first.clone()));
        let book = ward_book_with_own(&first, &own, &[], &Texts::new(lang)).expect("it can be written");
        let again = read_ward_bytes(&book);
        assert_eq!(again.own, own);
        assert_eq!(without_places(ward(again)), without_places(first));
    }
}

#[test]
fn what_the_ward_was_told_is_told_again() {
    // The long form needs no assumption: everything that was assumed the first time stands in it.
    let book = ward_book(&ward(reading("bare-oppgaver")), &[], &Texts::new(Lang::Nb)).expect("it can be written");
    let codes: Vec<_> = read_ward_bytes(&book).complaints.iter().map(|c| format!("{} {}", c.place, c.code)).collect();
    assert!(codes.is_empty(), "{codes:?}");
}

#[test]
fn the_form_as_wards_fill_it_in_becomes_the_long_form_with_its_gaps_marked() {
    let wide = reading("skjema-hnt");
    let (gaps, first) = (wide.gaps.clone(), ward(wide));
    assert!(!gaps.is_empty());
    let book = ward_book(&first, &gaps, &Texts::new(Lang::Nb)).expect("it can be written");
    let again = read_ward_bytes(&book);
    assert!(again.gaps.is_empty(), "the long form holds a place for everything");
    assert_eq!(without_places(ward(again)), without_places(first));
}

#[test]
fn the_example_reads_back_as_its_source_tells_it() {
    let example = ward(read_ward_bytes(fordel_sheets::example_workbook()));
    assert_eq!(without_places(example.clone()), without_places(source::ward()));
    for lang in [Lang::Nb, Lang::En] {
        let book = template(true, &Texts::new(lang)).expect("it can be written");
        assert_eq!(without_places(ward(read_ward_bytes(&book))), without_places(example.clone()), "{lang:?}");
    }
}

#[test]
fn the_committed_example_is_what_the_program_writes() {
    let book = template(true, &Texts::new(Lang::Nb)).expect("it can be written");
    assert!(book == fordel_sheets::example_workbook(), "run the example `medisinsk_sengepost` of fordel-sheets");
}

#[test]
fn an_empty_template_lacks_nothing_but_tasks() {
    for lang in [Lang::Nb, Lang::En] {
        let book = template(false, &Texts::new(lang)).expect("it can be written");
        let reading = read_ward_bytes(&book);
        let faults: Vec<_> = reading
            .complaints
            .iter()
            .filter(|c| c.severity == fordel_core::complaint::Severity::Fault)
            .map(|c| c.code)
            .collect();
        assert!(faults.is_empty() || faults == ["no-tasks"], "{lang:?}: {faults:?}");
    }
}
