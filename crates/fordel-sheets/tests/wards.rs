//! The wards in `tests/data` are read as they stand: the figures here were taken from the workbooks with another
//! program.

use std::collections::BTreeMap;
use std::path::Path;

use fordel_core::complaint::Severity;
use fordel_core::time::{Clock, Day, DaySet, Window};
use fordel_core::ward::{Count, CourseId, Covers, DriverId, GroupId, LineId, Part, Priority, ShiftId, Timing, Ward};
use fordel_sheets::{Form, Gap, Reading, default_ward, read_ward};

fn reading(name: &str) -> Reading {
    read_ward(&Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/{name}.xlsx")))
}

fn codes(reading: &Reading, severity: Severity) -> Vec<String> {
    let of = reading.complaints.iter().filter(|c| c.severity == severity);
    of.map(|c| format!("{} {}", c.place, c.code)).collect()
}

fn ward(name: &str) -> Ward {
    let reading = reading(name);
    assert_eq!(codes(&reading, Severity::Fault), Vec::<String>::new(), "{name}");
    reading.ward.expect("a ward without faults is read")
}

fn window(start: (u16, u16), end: (u16, u16)) -> Window {
    Window { start: Clock(start.0 * 60 + start.1), end: Clock(end.0 * 60 + end.1) }
}

#[test]
fn the_default_ward_is_the_standard_workbook() {
    let standard = Ward { unit: String::new(), places: BTreeMap::new(), ..ward("standard") };
    assert_eq!(default_ward(), standard);
    assert_eq!(codes(&reading("standard"), Severity::Notice), ["Oppgaver no-tasks"]);
}

#[test]
fn a_small_ward_with_every_sheet_given() {
    let ward = ward("liten");
    assert_eq!(ward.unit, "Liten post");
    let heads: Vec<String> = ward
        .lines
        .iter()
        .map(|l| format!("{} {} {} {}", l.row, l.name, ward.timing_label(&l.timing), l.minutes))
        .collect();
    assert_eq!(
        heads,
        [
            "2 Stell 07-09 15",
            "3 Medisiner 07-09 10",
            "4 Medisiner 18-22 10",
            "5 Servere 07-09 5",
            "6 Servere 12-15 5",
            "7 Servere 18-22 5",
            "8 Tilsyn 22-07 10"
        ]
    );
    let keys: Vec<&str> = ward.lines.iter().map(|l| l.task_key.as_str()).collect();
    assert!(keys[1] == keys[2] && keys[3] == keys[4] && keys[0] != keys[1]);
    let first = &ward.lines[0];
    assert_eq!(
        (first.count, first.days, first.people, first.bound, first.flexible),
        (Count::PerDay(6.0), DaySet::ALL, 1, false, false)
    );
    assert_eq!((first.lowest, first.today, first.priority), (GroupId(1), Some(GroupId(0)), Some(Priority::Yellow)));
    assert_eq!(ward.lines[3].training, [(GroupId(2), CourseId(0))]);
    assert_eq!((ward.courses[0].hours, ward.courses[0].fee_kr, ward.courses[0].valid_months), (2.0, 0.0, Some(36)));
    assert_eq!(ward.groups[0].hourly_kr, 400.0);
    assert_eq!((ward.groups[2].people, ward.groups[2].positions, ward.groups[2].scarce), (Some(3.0), None, false));
    assert_eq!((ward.shifts.len(), ward.shifts[2].window), (9, window((22, 0), (7, 0))));
    assert_eq!((ward.shifts[2].paid_hours, ward.shifts[2].min, ward.shifts[2].max), (9.0, 0, 6));
    assert_eq!(ward.staffing_today[0], [2; 7]);
    assert_eq!(ward.staffing_today[8], [0; 7]);
    let rule = &ward.presence[0];
    assert_eq!((rule.groups.as_slice(), rule.window, rule.count), (&[GroupId(0)][..], window((0, 0), (24, 0)), 1));
    for (part, place) in [
        (Part::Line(LineId(0)), Some("Oppgaver!B2")),
        (Part::Lowest(LineId(6)), Some("Oppgaver!K8")),
        (Part::Today(LineId(0)), Some("Oppgaver!M2")),
        (Part::Pinned(LineId(0)), None),
        (Part::People(GroupId(2)), Some("Yrkesgrupper!I4")),
        (Part::Positions(GroupId(0)), None),
        (Part::WeekendEvery(GroupId(1)), Some("Yrkesgrupper!J3")),
        (Part::ShiftMax(ShiftId(8)), Some("Vakter!H10")),
        (Part::Presence(0), Some("Tilstedeværelse!E2")),
        (Part::Budget, None),
    ] {
        assert_eq!(ward.place(part), place, "{part:?}");
    }
}

#[test]
fn nearly_every_rule() {
    let reading = reading("regler");
    assert_eq!(codes(&reading, Severity::Notice), ["Oppgaver!D4 date-as-interval"]);
    let ward = reading.ward.expect("no fault");
    let line = |row: u32| &ward.lines[ward.line_by_row(row).expect("a line in this row").0];
    let weekdays = |days: &[u8]| days.iter().map(|d| Day(*d)).collect::<DaySet>();
    assert_eq!(
        (&line(3).timing, line(3).days, line(3).count),
        (&Timing::Daytime, DaySet::WEEKDAYS, Count::PerWeek(75.0))
    );
    assert_eq!((line(3).pinned, line(3).flexible), (Some(GroupId(3)), true));
    assert_eq!(
        (&line(4).timing, line(4).minutes_by_group.get(&GroupId(0))),
        (&Timing::Span { from: 0, to: 1 }, Some(&10.0))
    );
    assert_eq!((&line(5).timing, line(5).days), (&Timing::Span { from: 4, to: 6 }, weekdays(&[4, 5])));
    assert!(line(5).bound && !line(5).flexible);
    assert_eq!(
        (&line(6).timing, line(6).flexible, line(6).days),
        (&Timing::Span { from: 0, to: 3 }, true, weekdays(&[0, 3]))
    );
    assert_eq!(line(7).count, Count::PerMonth(60.8));
    assert_eq!((line(8).count, line(8).same_all_week), (Count::PerDriver(0.6, DriverId(0)), true));
    assert_eq!(line(9).only, [GroupId(0), GroupId(1)]);
    assert_eq!(line(10).days, weekdays(&[6]));
    assert!(!line(6).health_work && line(7).health_work);
    assert_eq!(ward.groups[2].covers, Covers::Named(vec![]));
    assert_eq!((&ward.groups[3].covers, ward.groups[3].beside), (&Covers::Named(vec![GroupId(2)]), true));
    assert_eq!((ward.groups[0].absence, ward.groups[1].holiday_weeks, ward.groups[2].positions), (0.1, 6.0, Some(9.0)));
    assert_eq!((ward.groups[1].positions_least, ward.groups[3].weekly_hours), (Some(5.0), 35.5));
    assert_eq!((ward.shifts[9].name.as_str(), ward.shifts[9].days), ("M", weekdays(&[1, 2, 3, 4])));
    assert_eq!(ward.presence[1].groups, [GroupId(0), GroupId(1)]);
    assert_eq!((ward.presence[1].days, ward.presence[1].count), (weekdays(&[0, 2]), 4));
    assert_eq!(ward.drivers[0].by_day, [20.0, 21.0, 22.0, 23.0, 24.0, 15.0, 14.0]);
    let certificates: Vec<String> =
        ward.certificates.iter().map(|c| format!("{} {} {}", c.employee, c.course.0, c.date)).collect();
    assert_eq!(certificates[..3], ["a1 2 2025-09-03", "a2 2 2023-02-03", "a3 2 2025-03-03"]);
    assert_eq!(certificates.len(), 7);
    assert_eq!(ward.settings.plan_date, Some(jiff::civil::date(2026, 6, 1)));
    assert_eq!(ward.settings.day_profile.as_deref(), Some(&[3.0, 4.0, 4.0, 3.0, 4.0, 2.0][..]));
    assert_eq!((ward.settings.refund, ward.settings.training_years), (0.4, 3.0));
}

#[test]
fn a_whole_ward() {
    let ward = ward("medisin-dogn");
    assert_eq!(ward.lines.len(), 190);
    let sum: f64 = ward
        .lines
        .iter()
        .filter(|l| !l.bound)
        .map(|l| {
            let (Count::PerDay(n) | Count::PerDriver(n, _) | Count::PerWeek(n) | Count::PerMonth(n)) = l.count;
            n * l.minutes * f64::from(l.people)
        })
        .sum();
    assert!((sum - 3570.89).abs() < 1e-9, "{sum}");
    let by = |key: &dyn Fn(&fordel_core::ward::TaskLine) -> String| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        ward.lines.iter().for_each(|l| *counts.entry(key(l)).or_default() += 1);
        counts.into_iter().map(|(k, n)| format!("{k} {n}")).collect::<Vec<_>>()
    };
    assert_eq!(by(&|l| ward.group(l.lowest).code.clone()), ["ASS 67", "HFA 41", "SEK 18", "SPL 45", "SPO 19"]);
    assert_eq!(
        by(&|l| l.today.map_or("-".into(), |g| ward.group(g).code.clone())),
        ["HFA 55", "SEK 5", "SPL 111", "SPO 19"]
    );
    assert_eq!(
        by(&|l| ward.timing_label(&l.timing)),
        ["07-09 20", "09-12 36", "12-15 37", "15-18 25", "18-22 31", "22-07 21", "dagtid 12", "døgn 8"]
    );
    assert_eq!(by(&|l| format!("{:?}", l.priority)), ["Some(Green) 25", "Some(Red) 77", "Some(Yellow) 88"]);
    assert_eq!(by(&|l| l.people.to_string()), ["1 176", "2 14"]);
    assert_eq!(ward.lines.iter().filter(|l| l.health_work).count(), 156);
    assert_eq!(ward.lines.iter().filter(|l| !l.training.is_empty()).count(), 65);
    let rows = |of: &dyn Fn(&fordel_core::ward::TaskLine) -> bool| -> Vec<u32> {
        ward.lines.iter().filter(|l| of(l)).map(|l| l.row).collect()
    };
    assert_eq!(rows(&|l| l.bound), [59]);
    assert_eq!(rows(&|l| l.pinned.is_some()), [115]);
    assert_eq!(rows(&|l| !l.minutes_by_group.is_empty()), [35, 36, 37, 38]);
    let mut keys: Vec<&str> = ward.lines.iter().map(|l| l.task_key.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), 102);
    assert_eq!((ward.shifts.len(), ward.drivers.len(), ward.courses.len(), ward.presence.len()), (18, 3, 26, 3));
    assert_eq!(ward.presence[1].groups, [GroupId(0), GroupId(1)]);
}

#[test]
fn six_columns_alone_take_the_default_ward() {
    let reading = reading("bare-oppgaver");
    let ward = reading.ward.as_ref().expect("no fault");
    assert_eq!(ward.lines.len(), 65);
    assert_eq!((&ward.groups, &ward.shifts), (&default_ward().groups, &default_ward().shifts));
    let fastvakt = ward.lines.iter().find(|l| l.row == 11).expect("row 11");
    assert_eq!((fastvakt.name.as_str(), fastvakt.count), ("Fastvakt som krever sykepleier", Count::PerDay(0.15)));
    let missing = |code: &str| reading.complaints.iter().filter(|c| c.code == code).count();
    assert_eq!((missing("sheet-missing"), missing("sheet-absent"), missing("assumed-setting")), (3, 5, 4));
    assert!(!ward.knows_staffing_today() && ward.places.keys().all(|p| matches!(p, Part::Line(_) | Part::Lowest(_))));
}

#[test]
fn a_ward_without_a_plan_is_read_all_the_same() {
    assert_eq!(ward("umulig").groups[0].positions, Some(8.0));
}

#[test]
fn all_faults_come_at_once_in_the_order_of_the_workbook() {
    let reading = reading("feil");
    assert!(reading.ward.is_none());
    assert_eq!(
        codes(&reading, Severity::Fault),
        [
            "Oppgaver!K2 unknown-group",
            "Oppgaver!H3 out-of-bounds",
            "Oppgaver!D4 unknown-interval",
            "Oppgaver!F5 not-a-number",
            "Oppgaver!N5 unknown-course",
            "Oppgaver!N6 unknown-course",
            "Oppgaver!N7 unknown-course",
            "Oppgaver!B9 value-missing",
            "Oppgaver!G10 unknown-driver",
            "Bemanning i dag!B2 unknown-shift",
        ]
    );
}

#[test]
fn the_form_as_wards_fill_it_in() {
    let reading = reading("skjema-hnt");
    assert_eq!(reading.form, Form::Wide);
    let ward = reading.ward.as_ref().expect("no fault");
    let groups: Vec<String> = ward.groups.iter().map(|g| format!("{} {}", g.code, g.name)).collect();
    assert_eq!(
        groups,
        [
            "SPO Sykepleier medisinsk overvåkning",
            "SPL Sykepleier sengepost",
            "HFA Helsefagarbeider",
            "SEK Sekretær",
            "ASS Assistent"
        ]
    );
    let by_group: Vec<usize> = ward.group_ids().map(|g| ward.lines.iter().filter(|l| l.lowest == g).count()).collect();
    assert_eq!(by_group, [19, 32, 31, 6, 38]);
    assert_eq!(ward.lines.len(), 126);
    let gaps = |of: fn(&Gap) -> bool| reading.gaps.iter().filter(|gap| of(gap)).count();
    assert_eq!(gaps(|g| matches!(g, Gap::Count(_))), 97);
    assert_eq!(gaps(|g| matches!(g, Gap::Minutes(_))), 38);
    assert_eq!(gaps(|g| matches!(g, Gap::Lowest(_))), 126);
    assert_eq!(gaps(|g| matches!(g, Gap::CourseHours(_))), 11);
    assert_eq!(ward.lines.iter().filter(|l| !l.training.is_empty()).count(), 20);
    let line = |row: u32| &ward.lines[ward.line_by_row(row).expect("a line in this row").0];
    assert_eq!(
        (line(7).name.as_str(), line(7).count, line(7).minutes),
        ("Transportere mors", Count::PerDay(0.08), 10.0)
    );
    assert_eq!(
        (&line(13).timing, line(13).days, ward.categories[line(13).category].name.as_str()),
        (&Timing::Daytime, DaySet::WEEKDAYS, "Legemiddelhåndtering")
    );
    assert_eq!((&line(25).timing, line(25).days), (&Timing::Span { from: 0, to: 1 }, DaySet::ALL));
    assert_eq!(ward.courses[line(25).training[0].1.0].name, "NEWS2");
    assert_eq!(ward.place(Part::Line(ward.line_by_row(25).expect("row 25"))), Some("Skjema!A25"));
    assert_eq!((line(167).name.as_str(), line(167).minutes), ("Dokumentere sykepleie, natt", 4.0));
}
