//! A list from a competence portal taken in through the router: mapped, shown, saved as one step, remembered; and nobody's name or
//! number is kept.

use fordel_app::service::{BranchId, Edit, Place as At};

use crate::place::{Answer, Person, Place, escaped};

const LIST: &str = "Ansattnr;Navn;Stilling;Kurs;Gjennomført dato;Gyldig til;Status\n\
    4711001;Siv Tveit;Helsefagarbeider;Sårkurs 2026;01.02.2026;01.02.2028;Fullført\n\
    4711002;Ola Hansen;Helsefagarbeider;sårstell;15.03.2026;;Bestått\n\
    4711002;Ola Hansen;Helsefagarbeider;sårstell;15.03.2026;;Påmeldt\n\
    4711003;Liv Berg;Helsefagarbeider;sårstell;i fjor;;Fullført\n\
    4711004;Per Vik;Portør;sårstell;15.03.2026;;Fullført\n";

fn handed_in(place: &Place, by: &Person, unit: BranchId, parts: &[(&str, &str)]) -> Answer {
    let mut body = String::new();
    for (name, text) in parts {
        let file = if *name == "pasted" { String::new() } else { format!("; filename=\"{name}.csv\"") };
        body.push_str(&format!("--part\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{text}\r\n"));
    }
    body.push_str("--part--\r\n");
    place.post_parts(&format!("/u/{unit}/import/people"), by, body)
}

/// A unit with the example ward and a course that the list knows.
fn unit(place: &Place, chief: &Person) -> BranchId {
    let unit = place.service.add_example(&chief.who).expect("the example");
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    let desk = contributes.desk().expect("read");
    let mut edits: Vec<Edit> =
        desk.sheet("Sertifikater").expect("there").rows.iter().map(|(row, _)| Edit::Remove { row: *row }).collect();
    let cells = [("Kurs", "sårstell"), ("Timer", "8"), ("Gyldig måneder", "24")];
    let cells = cells.iter().map(|(column, text)| ((*column).to_owned(), (*text).to_owned())).collect();
    let known = desk.ward.as_ref().is_some_and(|ward| ward.courses.iter().any(|course| course.name == "sårstell"));
    if !known {
        edits.push(Edit::Add { temp: "c".into(), sheet: "Kurs".into(), place: At::Last, cells });
    }
    contributes.edit("before", &edits).expect("saved");
    unit
}

fn certificates(place: &Place, by: &Person, unit: BranchId) -> Vec<(String, String, String, String)> {
    let desk = place.service.unit(&by.who, unit).expect("seen").desk().expect("read");
    let told = |cells: &std::collections::BTreeMap<String, String>, column: &str| {
        cells.get(column).cloned().unwrap_or_default()
    };
    let rows = &desk.sheet("Sertifikater").expect("there").rows;
    rows.iter().map(|(_, c)| (told(c, "Ansatt"), told(c, "Kurs"), told(c, "Dato"), told(c, "Gyldig til"))).collect()
}

fn encoded(pairs: &[(&str, &str)]) -> String {
    pairs.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect::<Vec<_>>().join("&")
}

/// The hidden revision of a page.
fn revision(page: &str) -> String {
    let after = page.split("name=\"revision\" value=\"").nth(1).expect("a revision");
    after.chars().take_while(char::is_ascii_digit).collect()
}

#[test]
fn a_list_is_mapped_shown_saved_remembered_and_undone_and_no_name_or_number_is_kept() {
    let place = Place::new("people-list", 0);
    let chief = place.founded();
    let unit = unit(&place, &chief);
    let answer = handed_in(&place, &chief, unit, &[("file", LIST)]);
    assert_eq!(answer.status.as_u16(), 303, "{}", answer.text());
    let address = answer.header("location").to_owned();
    let page = place.get(&address, Some(&chief)).text();
    // One with a course, and one who comes in without, since their course isn't known yet.
    for told in ["Sårkurs 2026", "Portør", "Påmeldt", "«i fjor» er ikke en dato", "Lagre 2 endringer"] {
        assert!(page.contains(told), "{told}: {page}");
    }
    // The course that the list calls otherwise is told to be ours; so is a title.
    let mapped = [
        ("do", "map"),
        ("kolonne.person", "Ansattnr"),
        ("kolonne.group", "Stilling"),
        ("kolonne.course", "Kurs"),
        ("kolonne.taken", "Gjennomført dato"),
        ("kolonne.until", "Gyldig til"),
        ("kolonne.status", "Status"),
        ("group.Portør", "ASS"),
        ("course.Sårkurs 2026", "sårstell"),
        ("status.Fullført", "ja"),
        ("status.Påmeldt", "nei"),
    ];
    assert_eq!(place.post(&address, Some(&chief), &encoded(&mapped)).status.as_u16(), 303);
    let page = place.get(&address, Some(&chief)).text();
    assert!(page.contains("HFA-01") && page.contains("HFA-02") && page.contains("ASS-01"), "{page}");
    assert!(!page.contains("4711001") && !page.contains("Tveit"), "who they are isn't shown");
    assert!(certificates(&place, &chief, unit).is_empty(), "nothing is saved");
    let other = place.invited(&chief, unit, fordel_app::service::Role::Contributor, "bidrag@test.no");
    assert_eq!(place.get(&address, Some(&other)).status.as_u16(), 410, "it is the one's who handed it in");
    assert_eq!(place.get(&format!("{address}/who.csv"), Some(&other)).status.as_u16(), 404);

    let stale = place.post(&address, Some(&chief), "do=confirm&revision=0");
    assert_eq!(stale.status.as_u16(), 409);
    let confirm = format!("do=confirm&revision={}", revision(&page));
    assert_eq!(place.post(&address, Some(&chief), &confirm).status.as_u16(), 303);
    let told = certificates(&place, &chief, unit);
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(
        told.iter()
            .any(|(_, course, date, until)| course == "sårstell" && date == "2026-02-01" && until == "2028-02-01")
    );
    let who = place.get(&format!("{address}/who.csv"), Some(&chief)).text();
    assert!(who.contains("4711001") && !who.contains("4711003"), "{who}");
    assert!(place.get(&format!("{address}/who.xlsx"), Some(&chief)).body.starts_with(b"PK"));

    // The next list: somebody renewed, and is the same with the table of who is who; the reading is remembered.
    let next = "Ansattnr;Navn;Stilling;Kurs;Gjennomført dato;Gyldig til;Status\n\
        4711001;Siv Tveit;Helsefagarbeider;Sårkurs 2026;01.05.2026;;Fullført\n";
    let address = handed_in(&place, &chief, unit, &[("pasted", next), ("who", &who)]).header("location").to_owned();
    let page = place.get(&address, Some(&chief)).text();
    assert!(page.contains("fornyet") && !page.contains("kan de samme ansatte komme to ganger"), "{page}");
    assert_eq!(
        place.post(&address, Some(&chief), &format!("do=confirm&revision={}", revision(&page))).status.as_u16(),
        303
    );
    let told = certificates(&place, &chief, unit);
    assert_eq!(
        told.iter().filter(|(_, _, date, until)| date == "2026-05-01" && until.is_empty()).count(),
        1,
        "{told:?}"
    );
    assert_eq!(told.len(), 3);
    let contributes = place.service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
    assert!(contributes.undo("back").expect("undone").any);
    assert!(
        certificates(&place, &chief, unit)
            .iter()
            .any(|(_, _, date, until)| date == "2026-02-01" && until == "2028-02-01")
    );
    let history = place.get(&format!("/u/{unit}/history"), Some(&chief)).text();
    assert!(history.contains("lesemåte for liste lagret"), "{history}");

    // Nothing of it is in the database, in whatever file of it.
    let files = std::fs::read_dir(place.folder()).expect("the folder");
    for file in files.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file()) {
        let bytes = std::fs::read(&file).expect("read");
        for secret in ["4711001", "4711002", "Tveit", "Ola Hansen", "Liv Berg"] {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} in {}", file.display());
        }
    }
    assert_eq!(place.post(&address, Some(&chief), "do=forget").status.as_u16(), 303);
    assert_eq!(place.get(&address, Some(&chief)).status.as_u16(), 410);
}

#[test]
fn without_who_is_who_the_same_people_may_come_twice_and_a_list_can_take_the_place_of_all() {
    let place = Place::new("people-twice", 0);
    let chief = place.founded();
    let unit = unit(&place, &chief);
    let list = "Ansatt;Gruppe;Kurs;Dato\nkari;HFA;sårstell;01.02.2026\n";
    let confirm = |address: &str| {
        let page = place.get(address, Some(&chief)).text();
        place.post(address, Some(&chief), &format!("do=confirm&revision={}", revision(&page)));
    };
    confirm(handed_in(&place, &chief, unit, &[("file", list)]).header("location"));
    let again = handed_in(&place, &chief, unit, &[("file", list)]).header("location").to_owned();
    assert!(place.get(&again, Some(&chief)).text().contains("kan de samme ansatte komme to ganger"));
    let mapped = [
        ("do", "map"),
        ("erstatt", "1"),
        ("kolonne.person", "Ansatt"),
        ("kolonne.group", "Gruppe"),
        ("kolonne.course", "Kurs"),
        ("kolonne.taken", "Dato"),
    ];
    place.post(&again, Some(&chief), &encoded(&mapped));
    confirm(&again);
    assert_eq!(certificates(&place, &chief, unit).len(), 1);
}

#[test]
fn who_has_no_course_yet_is_taken_in_too_and_once() {
    let place = Place::new("people-without", 0);
    let chief = place.founded();
    let unit = unit(&place, &chief);
    let list = "Ansatt;Gruppe;Kurs;Dato;Stillingsprosent\n\
        kari;HFA;sårstell;01.02.2026;80\nkari;HFA;;;80\nola;HFA;;;50\n";
    let page = |address: &str| place.get(address, Some(&chief)).text();
    let confirm = |address: &str| {
        let told = format!("do=confirm&revision={}", revision(&page(address)));
        assert_eq!(place.post(address, Some(&chief), &told).status.as_u16(), 303);
    };
    let people = || {
        let desk = place.service.unit(&chief.who, unit).expect("seen").desk().expect("read");
        let ward = desk.ward.as_ref().expect("without faults");
        let people: Vec<Option<f64>> = ward.people.iter().map(|person| person.percent).collect();
        (ward.certificates.len(), people)
    };
    let address = handed_in(&place, &chief, unit, &[("file", list)]).header("location").to_owned();
    assert!(page(&address).contains("ny ansatt"), "{}", page(&address));
    confirm(&address);
    assert_eq!(people(), (1, vec![Some(50.0)]), "kari has a course, ola none");
    let who = page(&format!("{address}/who.csv"));
    let again = handed_in(&place, &chief, unit, &[("file", list), ("who", &who)]).header("location").to_owned();
    assert!(page(&again).contains("Arket Sertifikater sier det samme som lista."), "{}", page(&again));
    let more = list.replace(";50", ";60");
    let more = handed_in(&place, &chief, unit, &[("file", &more), ("who", &who)]).header("location").to_owned();
    confirm(&more);
    assert_eq!(people(), (1, vec![Some(60.0)]));
    // A course that isn't the unit's is left out, and who holds nothing else is taken in all the same.
    let other = format!("{list}kari;HFA;brannvern;01.02.2026;80\nliv;HFA;brannvern;01.02.2026;70\n");
    let other = handed_in(&place, &chief, unit, &[("file", &other), ("who", &who)]).header("location").to_owned();
    let told = "Ansatte som ikke har andre kurs i lista enn disse, tas med uten kurs.";
    assert!(page(&other).contains("Kurset «brannvern»") && page(&other).contains(told), "{}", page(&other));
    confirm(&other);
    let (certificates, mut percents) = people();
    percents.sort_by(|a, b| a.partial_cmp(b).expect("numbers"));
    assert_eq!((certificates, percents), (1, vec![Some(50.0), Some(70.0)]));
}

#[test]
fn every_column_that_is_written_is_told_before() {
    let place = Place::new("people-columns", 0);
    let chief = place.founded();
    let unit = unit(&place, &chief);
    let list = "Ansattnr;Gruppe;Kurs;Dato;Utløper;St.pst\nkari;HFA;sårstell;01.02.2026;01.01.2027;100\nola;HFA;;;;60\n";
    let address = handed_in(&place, &chief, unit, &[("file", list)]).header("location").to_owned();
    let page = place.get(&address, Some(&chief)).text();
    assert!(page.contains("<ins>2027-01-01</ins>") && page.contains("<ins>100</ins>"), "{page}");
    let told = place.get(&format!("{address}/changes.csv"), Some(&chief)).text();
    let confirm = format!("do=confirm&revision={}", revision(&page));
    assert_eq!(place.post(&address, Some(&chief), &confirm).status.as_u16(), 303);
    let desk = place.service.unit(&chief.who, unit).expect("seen").desk().expect("read");
    let rows = &desk.sheet("Sertifikater").expect("there").rows;
    let written: Vec<(&String, &String)> = rows.iter().flat_map(|(_, cells)| cells).collect();
    assert!(written.iter().any(|(_, text)| *text == "2027-01-01"), "{written:?}");
    for (column, text) in written.into_iter().filter(|(column, _)| *column != "Ansatt" && *column != "Kurs") {
        let is_told = |line: &str| line.contains(column) && line.contains(text);
        assert!(column == "Gruppe" || told.lines().any(is_told), "{column} {text}: {told}");
    }
}

#[test]
fn what_is_no_list_is_told() {
    let place = Place::new("people-wrong", 0);
    let chief = place.founded();
    let unit = unit(&place, &chief);
    for (parts, told) in [
        (&[("file", "Ansatt;Kurs;Fnr\n1;sårstell;01010750160\n")][..], "ser ut som fødselsnummer"),
        (&[("file", "")], "Fila er tom. Velg ei fil med innhold."),
        (&[("pasted", "")], "Velg ei fil, eller lim inn lista"),
        (&[("pasted", "Ansatt\tKurs\n")], "Lista er tom"),
        (&[("file", "Ansatt;Kurs\n1;sårstell\n"), ("who", "Navn;Alder\na;b\n")], "hvem som er hvem, kan ikke leses"),
    ] {
        let answer = handed_in(&place, &chief, unit, parts);
        assert_eq!(answer.status.as_u16(), 422, "{told}");
        assert!(answer.text().contains(told), "{told}: {}", answer.text());
        assert!(!answer.text().contains("01010750160"));
    }
}
