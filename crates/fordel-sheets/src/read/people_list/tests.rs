//! Lists as portals write them: what is guessed, what is read, what is left out and told.

use super::*;
use crate::read::default_ward;
use fordel_core::ward::Course;

fn ward() -> Ward {
    let mut ward = default_ward();
    let course = |name: &str, valid_months| Course { name: name.into(), hours: 4.0, fee_kr: 0.0, valid_months };
    ward.courses = vec![course("Sårstell", Some(24)), course("Smittevern", None)];
    ward
}

const LIST: &str = "Kompetanserapport\n\nAnsattnr;Navn;Stilling;Kurs;Gjennomført dato;Gyldig til;Status\n\
    1001;Kari;Helsefagarbeider;sårstell;01.02.2026;01.02.2028;Fullført\n\
    1002;Ola;Helsefagarbeider;Smittevern;15.03.2026;;Bestått\n\
    1003;Liv;Portør;Sårstell;15.03.2026;;Fullført\n\
    1001;Kari;Helsefagarbeider;Brannvern;15.03.2026;;Fullført\n\
    1002;Ola;Helsefagarbeider;Sårstell;15.03.2026;;Påmeldt\n";

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

fn read(text: &str) -> PeopleList {
    read_people_list(text.as_bytes(), "liste").expect("read")
}

#[test]
fn columns_and_values_are_guessed_by_their_names_and_what_is_not_ours_is_left_out_and_told() {
    let (ward, list) = (ward(), read(LIST));
    let mapping = list.guess(&ward, &Mapping::default());
    let columns: Vec<(&str, &str)> = mapping.columns.iter().map(|(f, c)| (f.word(), c.as_str())).collect();
    assert_eq!(
        columns,
        [
            ("person", "Ansattnr"),
            ("group", "Stilling"),
            ("course", "Kurs"),
            ("taken", "Gjennomført dato"),
            ("until", "Gyldig til"),
            ("status", "Status")
        ]
    );
    let read = list.entries(&ward, &mapping);
    assert_eq!(read.faults, []);
    let told: Vec<_> = read.entries.iter().map(|e| (e.row, e.person.as_str(), e.course, e.taken)).collect();
    let (first, next) = (Some(date("2026-02-01")), Some(date("2026-03-15")));
    assert_eq!(told, [(4, "1001", Some(CourseId(0)), first), (5, "1002", Some(CourseId(1)), next)]);
    assert_eq!(read.entries[0].until, Some("2028-02-01".parse().expect("a date")));
    let left: Vec<_> = read.left_out.iter().map(|(f, v, n)| (f.word(), v.as_str(), *n)).collect();
    assert_eq!(left, [("group", "Portør", 1), ("course", "Brannvern", 1), ("status", "Påmeldt", 1)]);
}

#[test]
fn the_percent_is_known_by_its_short_names_too() {
    for name in ["Still.pst", "Still. pst.", "Stillingspst.", "St.prosent", "St.pst.", "Stillings-%", "Still.pst (%)"] {
        let list = read(&format!("Ansatt;Stilling;Kurs;Dato;{name}\n1;SPL;Sårstell;01.02.2026;80\n"));
        let mapping = list.guess(&ward(), &Mapping::default());
        let of = |field: Field| mapping.columns.get(&field).map(String::as_str);
        assert_eq!((of(Field::Percent), of(Field::Group)), (Some(name), Some("Stilling")));
        assert_eq!(list.entries(&ward(), &mapping).entries[0].percent, Some(80.0), "{name}");
    }
}

#[test]
fn the_group_is_the_column_that_holds_groups_and_a_position_in_numbers_is_the_percent() {
    let guessed = |text: &str| {
        let (ward, list) = (ward(), read(text));
        let mapping = list.guess(&ward, &Mapping::default());
        let of = |field: Field| mapping.columns.get(&field).cloned().unwrap_or_default();
        (of(Field::Group), of(Field::Percent), list.entries(&ward, &mapping).entries.first().and_then(|of| of.percent))
    };
    let named = |group: &str, percent: &str, first| (group.to_owned(), percent.to_owned(), first);
    let both =
        "Medarbeider;Yrke;Stilling;Kurstittel;Dato\n1;HFA;75;Sårstell;01.02.2026\n2;HFA;100;Sårstell;01.02.2026\n";
    assert_eq!(guessed(both), named("Yrke", "Stilling", Some(75.0)));
    let alone = "Ansatt;Stilling;Kurs;Dato\n1;50 %;Sårstell;01.02.2026\n";
    assert_eq!(guessed(alone), named("", "Stilling", Some(50.0)));
    let better = "Ansatt;Stilling;Prosent;Tittel;Kurs;Dato\n1;75;80;HFA;Sårstell;01.02.2026\n";
    assert_eq!(guessed(better), named("Tittel", "Prosent", Some(80.0)), "its own name goes before");
    let titles = "Ansatt;Stilling;Yrke;Kurs;Dato\n1;Portør;Sykepleier;Sårstell;01.02.2026\n";
    assert_eq!(guessed(titles).0, "Yrke", "its values are ours");
    let codes = "Ansatt;Stilling;Kurs;Dato\n1;6014;Sårstell;01.02.2026\n";
    assert_eq!(guessed(codes).0, "Stilling", "a code of a position");
}

#[test]
fn who_has_a_course_that_is_not_ours_alone_is_a_person_without_one() {
    let list = read(
        "Ansatt;Gruppe;Kurs;Dato;Stillingsprosent;Helg hver\n1;SPL;Brannvern;i fjor;80;3\n2;;Brannvern;01.02.2026;;\n\
         3;Portør;Brannvern;01.02.2026;;\n;SPL;Brannvern;01.02.2026;;\n4;SPL;Brannvern;01.02.2026;900;av og til\n",
    );
    let ward = ward();
    let read = list.entries(&ward, &list.guess(&ward, &Mapping::default()));
    assert_eq!((read.entries.len(), read.faults.len()), (0, 0));
    let left: Vec<_> = read.left_out.iter().map(|(f, v, n)| (f.word(), v.as_str(), *n)).collect();
    assert_eq!(left, [("course", "Brannvern", 5)]);
    let group = ward.group_by_code("SPL");
    let one = |row: u32, person: &str, percent, weekends| Entry {
        row,
        person: person.into(),
        group,
        percent,
        weekends,
        course: None,
        taken: None,
        until: None,
    };
    assert_eq!(read.untaught, [one(2, "1", Some(80.0), Some(Weekends::Every(3.0))), one(6, "4", None, None)]);
}

#[test]
fn a_short_name_is_known_as_the_first_word_of_a_longer_one_alone() {
    let mut ward = ward();
    ward.courses.push(Course { name: "EKG".into(), ..ward.courses[0].clone() });
    let list = read(
        "Ansattnr;Stilling;Kurs;Dato\n1;HFA, natt;EKG-kurs;01.02.2026\n2;HFA;Tolking av EKG;01.02.2026\n\
         3;HFA;EKGtolking;01.02.2026\n",
    );
    let mapping = list.guess(&ward, &Mapping::default());
    assert_eq!(mapping.courses.into_iter().collect::<Vec<_>>(), [("EKG-kurs".to_owned(), "EKG".to_owned())]);
    assert_eq!(mapping.groups["HFA, natt"], "HFA");
}

#[test]
fn what_was_said_before_goes_before_a_guess_and_only_while_it_is_there() {
    let (ward, list) = (ward(), read(LIST));
    let mut before = list.guess(&ward, &Mapping::default());
    before.columns.insert(Field::Person, "Navn".into());
    before.groups.insert("portør".into(), ward.groups[1].code.clone());
    before.courses.insert("BRANNVERN".into(), "Finnes ikke".into());
    before.passed.insert("Påmeldt".into(), true);
    let mapping = list.guess(&ward, &before);
    assert_eq!(mapping.columns[&Field::Person], "Navn");
    assert_eq!(mapping.groups["Portør"], ward.groups[1].code);
    assert!(!mapping.courses.contains_key("Brannvern"));
    assert_eq!(list.entries(&ward, &mapping).entries.len(), 4);
}

#[test]
fn every_fault_is_told_at_once_with_its_row() {
    let list = read(
        "Ansatt;Gruppe;Kurs;Dato;Gyldig til;Stillingsprosent;Helg hver\n;SPL;Sårstell;01.02.2026;;;\n\
         1;SPL;Sårstell;i fjor;;;\n2;SPL;Smittevern;;01.02.2026;;\n3;SPL;Sårstell;01.02.2026;01.02.2025;;\n\
         4;SPL;Sårstell;01.02.2026;;mye;av og til\n5;SPL;;01.02.2026;;;\n6;SPL;Sårstell;;01.02.2028;80;3\n\
         7;SPL;;;;50;\n",
    );
    let ward = ward();
    let mapping = list.guess(&ward, &Mapping::default());
    let read = list.entries(&ward, &mapping);
    let told: Vec<String> = read.faults.iter().map(|c| format!("{} {}", c.place, c.code)).collect();
    assert_eq!(
        told,
        [
            "liste!A2 value-missing",
            "liste!D3 not-a-date",
            "liste!D4 value-missing",
            "liste!E5 until-before",
            "liste!F6 not-a-number",
            "liste!G6 not-weekends",
            "liste!C7 value-missing",
        ]
    );
    let [only, without] = read.entries.as_slice() else { panic!("{:?}", read.entries) };
    assert_eq!((only.taken, without.course, without.taken), (Some(date("2026-02-01")), None, None));
    assert_eq!((only.percent, only.weekends), (Some(80.0), Some(Weekends::Every(3.0))));
}

#[test]
fn a_list_with_national_identity_numbers_is_refused_and_so_is_an_empty_one() {
    let unusable = |text: &str| read_people_list(text.as_bytes(), "liste").expect_err("refused");
    let with = "Ansatt;Kurs;Fnr\n1;Sårstell;01010750160\n2;Sårstell;\n3;Sårstell;010107 50160\n";
    assert_eq!(unusable(with), Unusable::IdentityNumbers("Fnr".into(), vec![2, 4]));
    assert_eq!(unusable("Ansatt;Kurs\n"), Unusable::Empty);
    assert_eq!(unusable(""), Unusable::Empty);
    assert!(matches!(unusable("\0\0"), Unusable::File(_)));
}

#[test]
fn what_is_pasted_from_excel_is_read_too() {
    let list = read("Ansatt\tKurs\tDato\r\n1\tSårstell\t01.02.2026\r\n");
    let ward = ward();
    let read = list.entries(&ward, &list.guess(&ward, &Mapping::default()));
    assert_eq!((read.entries.len(), read.entries[0].group), (1, None));
}
