//! What is written is read again, what a person changes is seen, and the live formulas give the plan's figures.

use fordel_core::plan::{Heads, Placed, Plan};
use fordel_core::ward::Ward;
use fordel_text::{Lang, Texts};

use super::*;
use crate::table::{Cell, Sheet, Workbook};

fn written(ward: &Ward, plan: &Plan, lang: Lang) -> Vec<u8> {
    plan_book(ward, plan, Some(&[]), &Reasons::new(), &Texts::new(lang)).expect("a plan's workbook")
}

fn sheet(bytes: &[u8], name: &str) -> Sheet {
    Workbook::open(bytes).and_then(|mut book| book.sheet(name)).expect("a sheet of the workbook")
}

fn number(sheet: &Sheet, row: u32, col: u32) -> Option<f64> {
    match sheet.rows().find(|r| r.number == row)?.get(col)? {
        Cell::Number(number) => Some(*number),
        _ => None,
    }
}

fn row_with(sheet: &Sheet, text: &str) -> u32 {
    let found = sheet.rows().find(|r| r.get(0).is_some_and(|c| c.shown() == text));
    found.unwrap_or_else(|| panic!("no row `{text}` in {}", sheet.name)).number
}

fn placements(mut placements: Vec<Placed>) -> Vec<Placed> {
    placements.sort_by(|a, b| (a.row, &a.days).cmp(&(b.row, &b.days)));
    placements
}

fn heads(mut heads: Vec<Heads>) -> Vec<Heads> {
    heads.sort_by(|a, b| (&a.group, &a.shift, a.day).cmp(&(&b.group, &b.shift, b.day)));
    heads
}

#[test]
fn what_is_written_is_read_again_in_both_languages() {
    for name in ["regler", "liten", "medisin-dogn"] {
        let ward = sample::ward(name);
        let plan = sample::plan(&ward);
        for lang in [Lang::Nb, Lang::En] {
            let hand = read_plan_book(&written(&ward, &plan, lang)).unwrap();
            assert_eq!(placements(hand.placements.clone()), placements(plan.placements.clone()), "{name} {lang:?}");
            assert_eq!(heads(hand.staffing.clone()), heads(plan.staffing.clone()), "{name} {lang:?}");
            assert!((hand.year_cost_now.unwrap() - plan.year_cost.unwrap()).abs() < 0.01, "{name}");
            let read = hand.into_plan();
            assert_eq!(
                (read.year_cost, read.week_cost, read.bound, read.gap),
                (plan.year_cost, plan.week_cost, plan.bound, plan.gap)
            );
            assert_eq!(
                (read.goals, read.groups, read.limits),
                (plan.goals.clone(), plan.groups.clone(), plan.limits.clone())
            );
            assert_eq!(
                (read.status, read.alike, read.work, read.unit),
                (plan.status, plan.alike, plan.work, plan.unit.clone())
            );
        }
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let ward = sample::ward("liten");
    let plan = sample::plan(&ward);
    assert_eq!(written(&ward, &plan, Lang::Nb), written(&ward, &plan, Lang::Nb));
}

#[test]
fn a_plan_as_read_keeps_its_figures_and_a_changed_head_breaks_them() {
    let ward = sample::ward("liten");
    let plan = sample::plan(&ward);
    let figure = [fordel_core::rule::Rule::Figure];
    let told = |mut plan: Plan| {
        // The sample's bounds and comparisons are made up; its sums are not.
        plan.goals.clear();
        (plan.bound, plan.gap) = (None, None);
        fordel_core::check::check_rules(&ward, &plan, &figure)
    };
    let mut hand = read_plan_book(&written(&ward, &plan, Lang::Nb)).unwrap();
    assert_eq!(told(hand.clone().into_plan()), vec![]);
    hand.staffing[0].heads += 1;
    assert!(!told(hand.into_plan()).is_empty());
}

#[test]
fn the_staffing_sheet_tells_the_plans_cost_of_the_year() {
    for name in ["regler", "medisin-dogn"] {
        let ward = sample::ward(name);
        let plan = sample::plan(&ward);
        let bytes = written(&ward, &plan, Lang::Nb);
        let staffing = sheet(&bytes, "Bemanning");
        let (year, told, off) = (
            row_with(&staffing, "Kostnad i året"),
            row_with(&staffing, "Slik planen ble beregnet"),
            row_with(&staffing, "Endret siden"),
        );
        for (side, cost) in [
            (layout::Side::Proposal, plan.year_cost),
            (layout::Side::Today, plan.today.year_cost),
            (layout::Side::Carried, plan.carried.year_cost),
        ] {
            let col = u32::from(staffing_sheet::Block::of(side).kroner);
            let cost = cost.unwrap();
            assert!((number(&staffing, year, col).unwrap() - cost).abs() < 0.01, "{name} {side:?}");
            assert_eq!(number(&staffing, told, col), Some(cost));
            assert_eq!(number(&staffing, off, col), Some(0.0));
        }
        let sums = row_with(&staffing, "Sum vakter");
        let block = staffing_sheet::Block::of(layout::Side::Proposal);
        let fte: f64 = plan.groups.iter().map(|g| g.fte).sum();
        assert!((number(&staffing, sums, u32::from(block.fte)).unwrap() - fte).abs() < 1e-6, "{name}");
        for group in ward.group_ids() {
            let row = row_with(&staffing, &format!("Sum {}", ward.group(group).code));
            let sum = plan.groups.iter().find(|g| g.group == ward.group(group).code).unwrap();
            assert_eq!(
                number(&staffing, row, u32::from(block.people.unwrap())),
                Some(f64::from(sum.people)),
                "{name} {}",
                sum.group
            );
        }
    }
}

#[test]
fn the_stored_hours_are_those_of_the_heads_that_are_shown() {
    for name in ["regler", "bare-oppgaver"] {
        let ward = sample::ward(name);
        // Where nobody tells who does what today, this comparison is there all the same and must not be shown.
        let mut plan = sample::plan(&ward);
        plan.carried.staffing = plan.staffing.clone();
        let staffing = sheet(&written(&ward, &plan, Lang::Nb), "Bemanning");
        let mut rows = 0;
        for row in staffing.rows() {
            let text = |col: u32| row.get(col).map(Cell::shown).unwrap_or_default();
            let Some(group) = ward.group_by_code(&text(0)) else { continue };
            let Some(shift) = ward.shifts.iter().find(|s| s.group == group && s.name == text(1)) else { continue };
            for side in layout::Side::ALL {
                let block = staffing_sheet::Block::of(side);
                let heads: f64 =
                    (0..7).filter_map(|d| number(&staffing, row.number, u32::from(block.monday) + d)).sum();
                let hours = number(&staffing, row.number, u32::from(block.hours)).unwrap();
                assert!((hours - heads * shift.paid_hours).abs() < 1e-9, "{name} row {} {side:?}", row.number);
            }
            rows += 1;
        }
        assert_eq!(rows, ward.shifts.len());
    }
}

#[test]
fn capacity_and_minutes_are_the_plans() {
    for name in ["regler", "medisin-dogn"] {
        let ward = sample::ward(name);
        let plan = sample::plan(&ward);
        let workload = sheet(&written(&ward, &plan, Lang::Nb), "Belastning");
        let mut seen = 0;
        for load in &plan.workload {
            let row = workload
                .rows()
                .find(|r| {
                    r.get(0).is_some_and(|c| c.shown() == load.group)
                        && r.get(1).is_some_and(|c| c.shown() == load.interval)
                })
                .unwrap()
                .number;
            let at = |first: u32| number(&workload, row, first + u32::from(load.day) - 1).unwrap();
            assert!((at(19) - load.minutes).abs() < 1e-6, "{load:?}");
            assert!((at(26) - load.capacity).abs() < 1e-6, "{load:?} {}", at(26));
            seen += 1;
        }
        assert!(seen > 30);
    }
}

#[test]
fn the_activity_plan_loses_no_minute() {
    let ward = sample::ward("medisin-dogn");
    let plan = sample::plan(&ward);
    let names = sheet(&written(&ward, &plan, Lang::Nb), "Oppgaver per tid");
    let total: f64 = names.rows().filter(|r| r.get(0).is_some()).filter_map(|r| number(&names, r.number, 4)).sum();
    let minutes: f64 = plan.groups.iter().map(|g| g.minutes_week).sum();
    assert!((total - minutes).abs() < 1e-6, "{total} {minutes}");
}

#[test]
fn what_a_person_wrote_is_never_a_formula() {
    let mut ward = sample::ward("liten");
    let evil = "=HYPERLINK(\"http://x\",\"y\")";
    ward.unit = evil.into();
    ward.lines.iter_mut().for_each(|l| {
        l.name = evil.into();
        l.note = Some(evil.into());
        l.pinned = Some(l.lowest);
    });
    ward.groups.iter_mut().for_each(|g| g.name = evil.into());
    ward.groups[0].code = "=1+1".into();
    ward.courses.iter_mut().for_each(|c| c.name = evil.into());
    ward.categories.iter_mut().for_each(|c| c.name = evil.into());
    ward.shifts.iter_mut().for_each(|s| s.name = format!("={}", s.name));
    ward.presence.iter_mut().for_each(|p| p.label = evil.into());
    let plan = sample::plan(&ward);
    let bytes = written(&ward, &plan, Lang::Nb);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes.as_slice())).unwrap();
    let mut formulas = 0;
    for i in 0..zip.len() {
        let mut part = String::new();
        let mut file = zip.by_index(i).unwrap();
        std::io::Read::read_to_string(&mut file, &mut part).unwrap();
        for formula in part.split("<f>").skip(1) {
            let formula = formula.split("</f>").next().unwrap();
            assert!(!formula.contains("HYPERLINK") && !formula.contains("=1+1"), "{formula}");
            formulas += 1;
        }
        assert!(!part.contains("<hyperlink"));
    }
    assert!(formulas > 100);
    let hand = read_plan_book(&bytes).unwrap();
    assert_eq!(placements(hand.placements), placements(plan.placements));
}

#[test]
fn each_rate_tells_whether_it_was_given_or_is_the_default() {
    let ward = sample::ward("liten");
    let plan = sample::plan(&ward);
    let assumed = crate::read::kinds::ASSUMED_SETTING.at(fordel_core::complaint::Place::file());
    let assumed = [assumed.with("name", "Refusjon").with("english", "Refund").with("value", 0.0)];
    let known = Some(assumed.as_slice());
    let told = |plan: &Plan, complaints: Option<&[Complaint]>, rate: &str| {
        let bytes = plan_book(&ward, plan, complaints, &Reasons::new(), &Texts::new(Lang::Nb)).expect("a workbook");
        let assumptions = sheet(&bytes, "Forutsetninger");
        let row = row_with(&assumptions, rate);
        let cell = assumptions.rows().find(|r| r.number == row).and_then(|r| r.get(3).map(Cell::shown));
        (number(&assumptions, row, 2), cell.unwrap_or_default())
    };
    let source = |complaints: Option<&[Complaint]>, rate: &str| told(&plan, complaints, rate).1;
    assert_eq!(source(known, "Refusjon av fravær"), "standardverdi");
    assert_eq!(source(known, "Helgetillegg (lørdag og søndag)"), "Innstillinger");
    assert_eq!(source(None, "Refusjon av fravær"), "Innstillinger, ellers standardverdi");
    let chosen = "standardverdi, eller valgt for planen".to_owned();
    assert_eq!(told(&plan, None, "Toleranse for kostnad"), (Some(0.01), chosen.clone()));
    let asked = Plan { alike: fordel_core::ward::Alike::No, ..plan.clone() };
    assert_eq!(told(&asked, None, "Lik bemanning").1, chosen);
}

#[test]
fn a_plan_that_doesnt_exist_is_told() {
    let ward = sample::ward("umulig");
    let mut plan = sample::plan(&ward);
    plan.status = fordel_core::plan::Status::Infeasible;
    (plan.year_cost, plan.week_cost, plan.bound, plan.gap) = (None, None, None, None);
    plan.placements.clear();
    plan.staffing.clear();
    plan.workload.clear();
    plan.groups.clear();
    plan.training.clear();
    plan.goals.clear();
    plan.conflict = vec![fordel_core::plan::Conflict {
        rule: "positions".into(),
        place: "Yrkesgrupper!H2".into(),
        value: 8.0,
        least_change: Some(3.39),
        group: Some("SPL".into()),
        what: None,
    }];
    let bytes = written(&ward, &plan, Lang::Nb);
    let findings = sheet(&bytes, "Funn");
    assert!(findings.rows().any(|r| r.get(0).is_some_and(|c| c.shown().contains("3,39"))));
    let hours = sheet(&bytes, "Fordeling");
    let minus_nought = |c: &Cell| matches!(c, Cell::Number(n) if *n == 0.0 && n.is_sign_negative());
    assert!(!hours.rows().any(|r| r.cells.iter().any(|c| minus_nought(&c.cell))), "a sum of nothing is 0");
    let hand = read_plan_book(&bytes).unwrap();
    assert_eq!((hand.placements.len(), hand.staffing.len()), (0, 0));
    assert_eq!(hand.into_plan().status, fordel_core::plan::Status::Infeasible);
}

mod changed_by_hand {
    //! A workbook as another program saves it: made cell by cell.
    use super::*;
    use rust_xlsxwriter::Workbook as Written;

    fn book(distribution: &[&[&str]], staffing: &[&[&str]]) -> Vec<u8> {
        let mut book = Written::new();
        for (name, rows) in [("fordeling ", distribution), ("BEMANNING", staffing)] {
            let sheet = book.add_worksheet();
            sheet.set_name(name).unwrap();
            for (r, row) in rows.iter().enumerate() {
                for (c, text) in row.iter().enumerate() {
                    match text.parse::<f64>() {
                        Ok(number) => sheet.write_number(r as u32, c as u16, number).unwrap(),
                        Err(_) => sheet.write_string(r as u32, c as u16, *text).unwrap(),
                    };
                }
            }
        }
        book.save_to_buffer().unwrap()
    }

    const HEADS: &[&str] = &["Gruppe", "Vakt", "Klokka", "Man", "Tir", "Ons", "Tor", "Fre", "Lør", "Søn"];
    const LINES: &[&str] = &["Rad", "Oppgave", "Tid", "I dag", "Forslag", "Dagnr"];

    #[test]
    fn columns_are_found_wherever_they_stand() {
        let bytes = book(
            &[&["min egen tittel"], LINES, &["7", "Stell", "07-09", "", "hfa", "12345"], &["", "", "en merknad"]],
            &[HEADS, &["SPL", "D", "", "2", "", "0"], &["Sum SPL", "", "", "2"], &["SPL", "D", "", "1"]],
        );
        let hand = read_plan_book(&bytes).unwrap();
        assert_eq!(hand.placements.len(), 1);
        assert_eq!(
            (hand.placements[0].row, hand.placements[0].days.len(), hand.placements[0].today.clone()),
            (7, 5, None)
        );
        assert_eq!(hand.staffing, vec![Heads { group: "SPL".into(), shift: "D".into(), day: 1, heads: 3 }]);
        assert_eq!(hand.told, told::Told::default());
        assert_eq!(hand.year_cost_now, None);
    }

    #[test]
    fn every_fault_is_told_with_its_cell_at_once() {
        let bytes = book(
            &[
                LINES,
                &["7", "Stell", "07-09", "SPL", "", "12345"],
                &["x", "B", "", "", "SPL", "1"],
                &["8", "C", "", "", "SPL", "89"],
            ],
            &[HEADS, &["SPL", "D", "", "2.5", "-1", "to"]],
        );
        let faults = read_plan_book(&bytes).unwrap_err();
        let told: Vec<(String, &str)> = faults.iter().map(|c| (c.place.to_string(), c.code)).collect();
        assert_eq!(
            told,
            [
                ("fordeling!E2".to_owned(), "plan-book-group"),
                ("fordeling!A3".to_owned(), "plan-book-row"),
                ("fordeling!F4".to_owned(), "plan-book-days"),
                ("BEMANNING!D2".to_owned(), "plan-book-heads"),
                ("BEMANNING!E2".to_owned(), "plan-book-heads"),
                ("BEMANNING!F2".to_owned(), "plan-book-heads"),
            ]
        );
        for texts in [Texts::new(Lang::Nb), Texts::new(Lang::En)] {
            faults.iter().for_each(|fault| assert!(texts.complaint(fault).contains(&fault.place.to_string())));
        }
    }

    #[test]
    fn a_sheet_or_column_that_is_gone_is_told() {
        let faults = read_plan_book(&book(&[&["Rad", "Oppgave", "Tid", "I dag", "Dagnr"]], &[HEADS])).unwrap_err();
        assert_eq!(faults.len(), 1);
        assert!(Texts::new(Lang::Nb).complaint(&faults[0]).contains("Forslag"));
        let ward = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/liten.xlsx")).unwrap();
        let faults = read_plan_book(&ward).unwrap_err();
        assert_eq!(faults.iter().map(|c| c.code).collect::<Vec<_>>(), ["plan-book-sheet", "plan-book-sheet"]);
        assert_eq!(read_plan_book(b"not a workbook").unwrap_err().len(), 1);
    }
}
