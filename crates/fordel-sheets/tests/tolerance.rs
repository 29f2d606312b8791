//! Workbooks as people make them: in English, in another order, with odd spacing, times and numbers as they come.

mod books;

use books::{Book, FORM, WARD, parts, with_parts};
use fordel_core::complaint::{Complaint, Severity, Value};
use fordel_core::time::{Clock, DaySet};
use fordel_core::ward::{Alike, Count, GroupId, Person, Timing, Ward, Weekends};
use fordel_sheets::{Reading, read_ward_bytes};

fn read(book: &str) -> Reading {
    read_ward_bytes(&Book::parse(book).bytes())
}

fn ward(reading: Reading) -> Ward {
    let told: Vec<String> = reading.complaints.iter().map(|c| format!("{} {} {:?}", c.place, c.code, c.args)).collect();
    reading.ward.unwrap_or_else(|| panic!("{told:#?}"))
}

fn changed(changes: &[&str]) -> Reading {
    let mut book = Book::parse(WARD);
    changes.iter().for_each(|change| book.change(change));
    read_ward_bytes(&book.bytes())
}

fn told(reading: &Reading) -> Vec<String> {
    reading.complaints.iter().map(|c| format!("{} {}", c.place, c.code)).collect()
}

#[test]
fn a_workbook_of_something_else_is_told_in_one_sentence() {
    assert_eq!(told(&read("# Tiltak\nNavn | Verdi\nSykefravær | 7\n")), [" no-task-sheet"]);
    assert!(told(&read("# Tiltak\nNavn | Verdi\n# Kurs\nKurs | Timer\nsår | 2\n")).len() > 1);
}

/// The small ward in English, its columns, rows of settings and sheets in another order.
const ENGLISH: &str = "
# settings
value | NAME
0 | Refund
3 | Training years
22 % | weekend supplement
0.28 | Evening / night supplement
07-09; 09-12; 12-15; 15-18; 18-22; 22-07 | Intervals
Prøveposten | Unit
# Certificates
Date | Course | Percent | Group | Employee
2026-01-09 | MATTRYGGHET | 0.8 | ass | a1
# Courses
Valid months | Fee | Hours | Course
36 | 0 | 2 | mattrygghet
# Activity
Driver | Mon | Tue | Wed | Thu | Fri | Sat | Sun
pasienter | 20 | 20 | 20 | 20 | 20 | 15 | 15
# Presence
Groups | Count | Days | From | To
spl + | 1 | all | 0 | 24:00
# Staffing  Today
Shift | Group | Sun | Sat | Fri | Thu | Wed | Tue | Mon
D | SPL | 1 | 1 | 2 | 2 | 2 | 2 | 2
D | ASS | 1 | 1 | 1 | 1 | 1 | 1 | 1
# Shifts
Group | Shift | Start | End | Paid hours | Days | Min | Max
SPL | D | time 07:00 | 15.00 | 7.5 | All | 0 | 6
SPL | A | time 15:00 | 2200 | '7,0 | daily | 0 | 6
SPL | N | 22:00 | '7 | 9 | | 0 | 6
HFA | D | '0700 | 15 | 7.5 | all days | 0 | 6
ASS | D | 7 | 15:00 | 7.5 | Mon-Fri | 0 | 6
ASS | D | 08:00 | 1600 | 7.5 | weekend | 0 | 6
# Groups
Code | Name | Covers | Hourly cost | Weekly hours | Absence | Holiday weeks | Task time | Positions | Positions least | People | Weekend every | Scarce
SPL | Sykepleier | | 400 | 35.5 | 0.08 | 5 | 80 % | 20 | 2 | 24 | 3 | yes
HFA | Helsefagarbeider | | 350 | 35.5 | 10 % | 5 | 0.8 | | | 6 | 3 |
ASS | Assistent | none | 290 | 35.5 | '0,1 | 5 | '0,8 | | | 3 | 3 | no
# Tasks
Task | No | Category | Lowest | Interval | Days | Count | Per | Minutes | Minutes by group | People | Bound | Only | Pinned | Today | Training | Priority | Health work | Minutes low | Minutes high
Stell | 1 | Patient care | HFA | 7–9 | all | 6 | | 15 | SPL = 12 | 1 | | | | SPL | | yellow | yes | 10 | 20
Medisiner | 2 | Medication management | SPL | kl. 07:00 – 09:00 | All | 6 | | 10 | | | | | SPL | SPL | | red | true
Servere | 3 | Nutrition | ASS | 12.00-15.00 | mon-sun | '0,5 | PASIENTER | 5 | | | | HFA; ASS | | spl | ASS: mattrygghet | green | x
Lager | 4 | Orders | ASS | daytime | weekdays | 5 | week | 30 | | | no | | | HFA | | Green | no
Fastvakt | 5 | patient care | ASS | 22 to 07 | sat, sun | | | | | | yes | | | SPL | | red | 1
";

#[test]
fn english_names_and_values_in_any_order_are_the_same_ward() {
    let mut english = ward(read(ENGLISH));
    let mut norwegian = ward(read(WARD));
    let row_of = |ward: &Ward| ward.lines.iter().map(|l| l.row).collect::<Vec<_>>();
    assert_eq!(row_of(&english), row_of(&norwegian));
    // A label is kept as written.
    assert_eq!(english.presence[0].label, "spl +");
    english.presence[0].label = norwegian.presence[0].label.clone();
    english.places.clear();
    norwegian.places.clear();
    assert_eq!(english, norwegian);
}

#[test]
fn times_are_read_in_every_way_they_are_written() {
    let reading = changed(&["Vakter!C2 = time 07:30", "Vakter!D2 = '1530", "Vakter!C3 = 7", "Vakter!D3 = 14.30"]);
    assert_eq!(told(&reading), ["Vakter!D3 not-a-time"], "14.3 as a number may be 14:30 or 14:18");
    let shifts =
        ward(changed(&["Vakter!C2 = time 07:30", "Vakter!D2 = '1530", "Vakter!C3 = 7", "Vakter!D3 = '14.30"])).shifts;
    assert_eq!((shifts[0].window.start, shifts[0].window.end), (Clock(450), Clock(930)));
    assert_eq!((shifts[1].window.start, shifts[1].window.end), (Clock(420), Clock(870)));
}

#[test]
fn excels_dates_are_intervals_where_they_can_be() {
    let reading = changed(&["Oppgaver!D2 = date 2031-12-09"]);
    assert_eq!(told(&reading), ["Oppgaver!D2 date-as-interval"]);
    assert_eq!(ward(reading).lines[0].timing, Timing::Span { from: 1, to: 2 });
    assert_eq!(told(&changed(&["Oppgaver!D2 = date 2026-07-09"])), ["Oppgaver!D2 date-not-interval"]);
}

#[test]
fn spaces_in_numbers_and_percent_as_text() {
    let groups = ward(changed(&[
        "Yrkesgrupper!D2 = '1\u{a0}234,5",
        "Yrkesgrupper!F2 = 8,5 %",
        "Yrkesgrupper!K2 = '\u{2009}24 ",
    ]))
    .groups;
    assert_eq!((groups[0].hourly_kr, groups[0].absence, groups[0].people), (1234.5, 0.085, Some(24.0)));
}

#[test]
fn missing_columns_take_their_defaults_and_unknown_ones_are_named() {
    let reading = read(
        "# Oppgaver
Merk dere | Oppgave | Kategori | Tidsintervall | Antall | Minutter | Laveste
noe | Stell | Pasientbehandling | 07-15 | 6 | 15 | HFA
bare en egen merknad uten oppgave",
    );
    let told = told(&reading);
    assert!(told.contains(&"Oppgaver!A1 column-unknown".to_owned()), "{told:?}");
    let ward = ward(reading);
    let line = &ward.lines[0];
    assert_eq!((ward.lines.len(), line.days, line.people, line.count), (1, DaySet::ALL, 1, Count::PerDay(6.0)));
    assert!(line.flexible && !line.bound && line.today.is_none() && line.priority.is_none());
}

#[test]
fn a_title_above_the_header_and_empty_rows_do_not_matter() {
    let mut book = String::from("# Oppgaver\nKartlegging på posten | | laget i mai\n |\n");
    book.push_str(" | Oppgave (kort) | Kategori: | TIDS INTERVALL | antall | Minutter | minstekrav\n");
    book.push_str("x | Stell | pasient behandling | 07-09 | 6 | 15 | h f a\n | \n");
    book.push_str(" | Servere | Ernaering | 12-15 | 6 | 5 | ass\n");
    let ward = ward(read(&book));
    let rows: Vec<u32> = ward.lines.iter().map(|l| l.row).collect();
    assert_eq!((rows, ward.lines[0].lowest), (vec![3, 4], GroupId(2)));
}

#[test]
fn who_does_it_today_may_be_one_who_should_not() {
    let reading = changed(&["Oppgaver!O3 = ASS"]);
    assert_eq!(told(&reading), Vec::<String>::new());
    assert_eq!(ward(reading).lines[1].today, Some(GroupId(2)));
    assert_eq!(ward(changed(&["Oppgaver!O3 = –"])).lines[1].today, None);
}

#[test]
fn settings_that_choose() {
    let settings = ward(changed(&[
        "Innstillinger!A8 = Lik bemanning",
        "Innstillinger!B8 = nei",
        "Innstillinger!A9 = Budsjett",
        "Innstillinger!B9 = '12 500 000",
        "Innstillinger!A10 = Toleranse kostnad",
        "Innstillinger!B10 = 2 %",
        "Innstillinger!A11 = Plandato",
        "Innstillinger!B11 = 01.06.2026",
    ]))
    .settings;
    assert_eq!(
        (settings.alike, settings.budget_kr, settings.cost_tolerance),
        (Alike::No, Some(12_500_000.0), Some(0.02))
    );
    assert_eq!(settings.plan_date, Some(jiff::civil::date(2026, 6, 1)));
}

#[test]
fn own_categories_and_intervals() {
    let reading = changed(&[
        "Innstillinger!A8 = Kategorier",
        "Innstillinger!B8 = Pasientbehandling; Legemiddelhåndtering; Ernæring, mat; Bestillinger",
        "Oppgaver!C4 = ernæring, mat",
        "Innstillinger!B3 = 07-15, 15-22.30, 22:30-07",
        "Oppgaver!D2 = 07-15",
        "Oppgaver!D3 = 07-22:30",
        "Oppgaver!D4 = 15-2230",
        "Oppgaver!D6 = 2230-07",
    ]);
    let ward = ward(reading);
    let labels: Vec<String> = ward.lines.iter().map(|l| ward.timing_label(&l.timing)).collect();
    assert_eq!(labels, ["07-15", "07-22:30", "15-22:30", "dagtid", "22:30-07"]);
    assert_eq!((ward.categories.len(), ward.lines[2].category), (4, 2));
}

#[test]
fn a_group_without_a_cost_takes_that_of_its_like_and_shifts_are_those_of_codes_that_are_there() {
    let reading = changed(&["Yrkesgrupper!D2 =", "- Vakter", "- Bemanning i dag"]);
    let ward = ward(reading);
    assert_eq!(ward.groups[0].hourly_kr, 405.0);
    let shifts: Vec<String> = ward.shifts.iter().map(|s| format!("{}{}", ward.group(s.group).code, s.name)).collect();
    assert_eq!(shifts, ["SPLD", "SPLA", "SPLN", "HFAD", "HFAA", "HFAN", "ASSD", "ASSA", "ASSN"]);
}

#[test]
fn a_form_in_several_sheets_with_a_group_of_its_own() {
    let more = "# Natt
Oppgaven | Sykepleier poliklinikk | Tid | Sykepleier sengepost | Tid | Farmasøyt | Tid | Merknad
kl. 22:00 – 07:00, helg
Sjekkerutiner:
- Telle medisiner | | | | 12 | 2 | 10 min | A-preparater
Oppgaven | Sykepleier poliklinikk | Tid | Sykepleier sengepost | Tid | Farmasøyt | Tid | Merknad
- Ringe | x | time 00:20
";
    let reading = read(&format!("{FORM}{more}"));
    // Each sheet is told of by itself, in its own row numbers.
    let rows_of = |code: &str| {
        let told = reading.complaints.iter().filter(|c| c.code == code);
        told.map(|c| (c.place.to_string(), c.args[1].clone())).collect::<Vec<_>>()
    };
    let due = [("Skjema", "4, 7, 9–10"), ("Natt", "4, 6")];
    let due = due.map(|(place, rows)| (place.to_owned(), ("rows", Value::from(rows))));
    assert_eq!(rows_of("wide-assumed-lowest"), due);
    assert_eq!(rows_of("wide-rows-go-on"), [("Natt".to_owned(), ("own", Value::from("4")))]);
    let ward = ward(reading);
    let groups: Vec<&str> = ward.groups.iter().map(|g| g.code.as_str()).collect();
    assert_eq!(groups, ["SPL", "HFA", "ASS", "SYK", "FAR"]);
    let [.., tell, call] = ward.lines.as_slice() else { panic!("two lines more") };
    assert_eq!(
        (tell.row, tell.name.as_str(), tell.minutes, tell.count),
        (1004, "Telle medisiner", 10.0, Count::PerDay(2.0))
    );
    assert_eq!((tell.lowest, tell.days, tell.note.as_deref()), (GroupId(4), DaySet::WEEKEND, Some("A-preparater")));
    assert_eq!(tell.minutes_by_group.get(&GroupId(0)), Some(&12.0));
    assert_eq!((call.row, call.minutes, call.lowest), (1006, 20.0, GroupId(3)));
}

#[test]
fn a_form_beside_groups_of_its_own_is_read_with_them() {
    let groups = "# Yrkesgrupper
Kode | Navn | Timekostnad
S | Sykepleier sengepost | 400
HFA | Fagarbeider | 350
ASS | Assistent | 290
";
    let ward = ward(read(&format!("{FORM}{groups}")));
    let lowest: Vec<&str> = ward.lines.iter().map(|l| ward.group(l.lowest).code.as_str()).collect();
    assert_eq!(lowest, ["S", "HFA", "HFA", "ASS"]);
    assert_eq!(shifts_told(&read(&format!("{FORM}{groups}"))), ["sheet-missing"]);
    let own = groups.replace("HFA | Fagarbeider", "FAG | Helsefagarbeider").replace("ASS |", "UFA |");
    let own = read(&format!("{FORM}{own}"));
    assert_eq!(shifts_told(&own), ["sheet-absent"], "the default ward has no shifts for any of them");
    assert_eq!(own.complaints.iter().filter(|c| c.code == "group-without-shifts").count(), 3);
    let reading = read(&format!("{FORM}{}", groups.replace("ASS | Assistent", "POR | Portør")));
    let faults: Vec<String> = reading
        .complaints
        .iter()
        .filter(|c| c.severity == Severity::Fault)
        .map(|c| format!("{} {}", c.place, c.code))
        .collect();
    assert_eq!(faults, ["Skjema!H1 unknown-group"], "marks under it aren't told off too");
}

/// What is told of a sheet of shifts that is missing.
fn shifts_told(reading: &Reading) -> Vec<&'static str> {
    let is_about = |c: &&Complaint| c.args.first() == Some(&("sheet", Value::from("Vakter")));
    reading.complaints.iter().filter(is_about).map(|c| c.code).collect()
}

#[test]
fn a_group_with_the_code_of_another_is_looked_at_and_its_own_code_is_not_told_off() {
    let changes = ["Yrkesgrupper!A4 = HFA", "Yrkesgrupper!E4 = tull", "Yrkesgrupper!F4 = mye", "Oppgaver!O2 = QQ"];
    let due = [
        "Oppgaver!O2 unknown-group",
        "Yrkesgrupper!A4 group-twice",
        "Yrkesgrupper!E4 not-a-number",
        "Yrkesgrupper!F4 not-a-share",
    ];
    assert_eq!(told(&changed(&changes)), due);
    let due = ["Yrkesgrupper!A4 value-missing", "Yrkesgrupper!E4 not-a-number"];
    assert_eq!(told(&changed(&["Yrkesgrupper!A4 =", "Yrkesgrupper!E4 = tull"])), due);
}

#[test]
fn who_names_a_shift_whose_row_is_at_fault_is_not_told_off() {
    assert_eq!(told(&changed(&["Vakter!A2 = XXX"])), ["Vakter!A2 unknown-group"]);
    assert_eq!(told(&changed(&["Vakter!B2 ="])), ["Vakter!B2 value-missing"]);
    let both = changed(&["Vakter!A2 = XXX", "Bemanning i dag!B2 = Z"]);
    assert_eq!(told(&both), ["Vakter!A2 unknown-group", "Bemanning i dag!B2 unknown-shift"]);
}

#[test]
fn a_count_per_week_is_written_in_many_ways() {
    for per in ["uke", "Per uke", "pr. uke", "pr uke", "per week"] {
        let lines = ward(changed(&[&format!("Oppgaver!G5 = {per}")])).lines;
        assert_eq!(lines[3].count, Count::PerWeek(5.0), "{per}");
    }
}

#[test]
fn a_setting_at_fault_is_called_by_its_name() {
    let reading = changed(&["Innstillinger!B5 = -1", "Innstillinger!B6 = lenge"]);
    let called: Vec<_> = reading.complaints.iter().map(|c| (c.code, c.args[0].clone())).collect();
    let due = |name: &str| ("column", Value::from(name));
    assert_eq!(called, [("share-out-of-bounds", due("Helgetillegg")), ("not-a-number", due("Opplæring år"))]);
}

#[test]
fn spaces_around_a_sheets_name_are_not_repeated_and_hidden_sheets_are_told_of() {
    let mut book = Book::parse(WARD);
    ["Oppgaver!B2 =", "# Tiltak", "Navn | Verdi"].iter().for_each(|change| book.change(change));
    let bytes = book.bytes();
    let workbook = parts(&bytes).into_iter().find(|(name, _)| name == "xl/workbook.xml").expect("a workbook").1;
    let workbook = String::from_utf8(workbook).expect("XML is text");
    let renamed = workbook
        .replace("name=\"Oppgaver\"", "name=\" OPPGAVER \"")
        .replace("name=\"Tiltak\"", "name=\"Tiltak\" state=\"hidden\"");
    assert_ne!(renamed, workbook);
    let reading = read_ward_bytes(&with_parts(&bytes, &[("xl/workbook.xml", renamed.as_bytes())]));
    assert_eq!(told(&reading), ["OPPGAVER!B2 value-missing", "Tiltak sheet-unknown"]);
}

#[test]
fn an_unknown_column_is_named_in_every_sheet() {
    let mut book = Book::parse(WARD);
    for line in [
        "# Kalender",
        "Fra dato | Type | Verdi",
        "date 2027-12-24 | som dag | søndag",
        "# Befolkning",
        "År | Alder | Antall",
        "2026 | 80+ | 2300",
        "# Framskriving",
        "Type | Gruppe | Verdi",
        "slutter | | 8 %",
    ] {
        book.change(line);
    }
    let sheets = fordel_sheets::columns::SHEETS;
    for sheet in sheets {
        book.change(&format!("{}!Z1 = Mitt eget", sheet.name.nb));
        // A column without a header is called by its letter.
        book.change(&format!("{}!AB2 = noe", sheet.name.nb));
    }
    let told = read_ward_bytes(&book.bytes()).complaints;
    for sheet in sheets {
        for (cell, column) in [("Z1", "Mitt eget"), ("AB1", "AB")] {
            let place = format!("{}!{cell}", sheet.name.nb);
            let found =
                told.iter().find(|c| c.place.to_string() == place).unwrap_or_else(|| panic!("{place}: {told:?}"));
            assert_eq!((found.code, &found.args[0]), ("column-unknown", &("column", column.into())));
        }
    }
}

#[test]
fn a_name_and_a_pseudonym_in_two_groups_are_noticed_once_each_and_read() {
    let second = ["Sertifikater!A3 = ola nordmann", "Sertifikater!B3 = HFA"];
    let third = ["Sertifikater!A4 = Ola Nordmann", "Sertifikater!B4 = SPL"];
    let read = changed(&[&["Sertifikater!A2 = Ola Nordmann"][..], &second, &third].concat());
    assert_eq!(told(&read), ["Sertifikater!A2 pseudonym-is-a-name", "Sertifikater!A3 pseudonym-in-two-groups"]);
    assert_eq!(ward(read).people.len(), 2);
}

#[test]
fn a_row_without_course_and_dates_is_a_person_and_one_with_a_date_lacks_its_course() {
    let header = ["Sertifikater!F1 = Gyldig til", "Sertifikater!G1 = Helg hver"];
    let with = |rows: &[&'static str]| changed(&[&header[..], rows].concat());
    let read = with(&["Sertifikater!A3 = a2", "Sertifikater!B3 = hfa", "Sertifikater!C3 = 50", "Sertifikater!G3 = 4"]);
    assert_eq!(told(&read), Vec::<String>::new());
    let ward = ward(read);
    let person =
        Person { employee: "a2".into(), group: GroupId(1), percent: Some(50.0), weekends: Some(Weekends::Every(4.0)) };
    assert_eq!((ward.certificates.len(), ward.people), (1, vec![person]));
    for (rows, code) in [
        (&["Sertifikater!A3 = a2", "Sertifikater!B3 = HFA", "Sertifikater!E3 = 2026-01-09"][..], "D3 value-missing"),
        (&["Sertifikater!A3 = a2", "Sertifikater!B3 = HFA", "Sertifikater!D3 = mattrygghet"], "E3 value-missing"),
        (&["Sertifikater!A3 = a2", "Sertifikater!C3 = 50"], "B3 value-missing"),
        (&["Sertifikater!B3 = HFA", "Sertifikater!C3 = 50"], "A3 value-missing"),
        (&["Sertifikater!A3 = a2", "Sertifikater!B3 = HFA", "Sertifikater!E3 = i fjor"], "D3 value-missing"),
    ] {
        let read = with(rows);
        assert!(told(&read).contains(&format!("Sertifikater!{code}")), "{rows:?}: {:?}", told(&read));
        assert!(read.ward.is_none(), "{rows:?}");
    }
    // A last day alone lacks both.
    let read = with(&["Sertifikater!A3 = a2", "Sertifikater!B3 = HFA", "Sertifikater!F3 = 2027-01-09"]);
    assert_eq!(told(&read), ["Sertifikater!D3 value-missing", "Sertifikater!E3 value-missing"]);
}

#[test]
fn minutes_out_of_order_are_told_at_the_one_that_is_less_than_what_goes_before() {
    let cases: [(&[&str], &[&str]); 8] = [
        (&["Oppgaver!S2 = 16"], &["Oppgaver!H2"]),
        (&["Oppgaver!T2 = 14"], &["Oppgaver!T2"]),
        (&["Oppgaver!H2 = 25"], &["Oppgaver!T2"]),
        (&["Oppgaver!S2 = 16", "Oppgaver!T2 = 12"], &["Oppgaver!H2", "Oppgaver!T2"]),
        (&["Oppgaver!S3 = 11"], &["Oppgaver!H3"]),
        (&["Oppgaver!T3 = 9"], &["Oppgaver!T3"]),
        // A bound line needs no minutes.
        (&["Oppgaver!S6 = 9", "Oppgaver!T6 = 8"], &["Oppgaver!T6"]),
        (&["Oppgaver!S2 = 15", "Oppgaver!T2 = 15"], &[]),
    ];
    for (changes, cells) in cases {
        let reading = changed(changes);
        let told = reading.complaints.iter().filter(|c| c.code == "minutes-outside-range");
        let places: Vec<String> = told.map(|c| c.place.to_string()).collect();
        assert_eq!(places, cells, "{changes:?}");
    }
}
