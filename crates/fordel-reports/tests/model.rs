//! What the report says: its model for a fixed plan, and that every kind of plan can be told.

mod common;

use common::{blocks, figures, liten, regler, said, section, tables, umulig};
use fordel_core::plan::{Broken, Cheapest, Conflict, CurvePoint, Ended, Load, Status, Worth};
use fordel_core::rule::Rule;
use fordel_core::ward::{Goal, GroupId};
use fordel_reports::report::Block;
use fordel_text::{Lang, Texts};

#[test]
fn the_report_of_a_small_plan() {
    insta::assert_json_snapshot!(liten().report(Lang::Nb));
}

#[test]
fn standard_categories_and_groups_are_said_in_the_readers_language_and_a_wards_own_as_typed() {
    let mut case = liten();
    let nutrition = case.ward.categories.iter().position(|c| c.name == "Ernæring").expect("a standard category");
    let page = |case: &common::Case, lang| fordel_reports::html::render(&case.report(lang));
    let told = page(&case, Lang::En);
    assert!(told.contains("Nutrition") && !told.contains("Ernæring"));
    assert!(told.contains("Nurse (SPL)") && !told.contains("Sykepleier"));
    case.ward.categories[nutrition].name = "Nutrition".into();
    let told = page(&case, Lang::Nb);
    assert!(told.contains("Ernæring") && !told.contains("Nutrition"));
    case.ward.categories[nutrition].name = "Ernæring, mat".into();
    assert!(page(&case, Lang::En).contains("Ernæring, mat"));
}

#[test]
fn the_letter_tells_the_gain_against_carried_and_never_against_today() {
    let mut case = liten();
    let report = case.report(Lang::Nb);
    let letter = said(&report.sections[0]);
    assert!(letter.contains("spares 161\u{a0}000\u{a0}kr i året"), "{letter}");
    assert!(letter.contains("14 timer i uka"), "{letter}");
    // Today's cost moves; what is saved doesn't.
    case.plan.today.year_cost = Some(1.0);
    let letter = said(&case.report(Lang::Nb).sections[0]);
    assert!(letter.contains("spares 161\u{a0}000\u{a0}kr i året"), "{letter}");
}

#[test]
fn a_plan_that_lowers_the_nurse_share_carries_the_safety_note_and_no_other_does() {
    let mut case = liten();
    let warns = |case: &common::Case| said(&case.report(Lang::Nb).sections[0]).contains("Andelen sykepleiere går ned");
    assert!(warns(&case));
    case.plan.staffing = case.plan.carried.staffing.clone();
    case.ward.staffing_today = Vec::new();
    assert!(!warns(&case));
    let findings = said(section(&case.report(Lang::Nb), "safety"));
    assert!(findings.contains("går ikke ned"), "{findings}");
}

#[test]
fn where_no_plan_exists_the_report_tells_why_and_nothing_else() {
    let report = umulig().report(Lang::Nb);
    let ids: Vec<&str> = report.sections.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(ids, ["conflict", "assumptions"]);
    let told = said(&report.sections[0]);
    for part in ["Yrkesgrupper!H2", "3,39 årsverk mer", "Tilstedeværelse!E2", "1 færre til stede"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert_eq!(figures(&report).count(), 0);
    assert!(!blocks(&report).any(|b| matches!(b, Block::KeyFigures { .. })));
}

#[test]
fn a_search_that_the_clock_ended_says_so() {
    let mut case = liten();
    case.plan.status = Status::Feasible;
    case.plan.ended = Ended::Time;
    case.plan.seconds = 60.4;
    let cost = &mut case.plan.goals[0];
    cost.bound = cost.best * 0.98;
    let letter = said(&case.report(Lang::Nb).sections[0]);
    assert!(letter.contains("tidsgrensa etter 60 sekunder"), "{letter}");
    assert!(letter.contains("2,00\u{a0}%"), "{letter}");
    case.plan.status = Status::Unknown;
    let report = case.report(Lang::Nb);
    assert_eq!(report.sections[0].id, "no-answer");
}

#[test]
fn where_other_goals_come_before_the_cost_each_is_told_with_its_own_proof() {
    let mut case = liten();
    case.plan.goals.rotate_left(1);
    let first = &mut case.plan.goals[0];
    first.bound = first.best;
    case.plan.bound = case.plan.cheapest.as_ref().map(|cheapest| cheapest.year_cost);
    let letter = said(&case.report(Lang::Nb).sections[0]);
    assert!(letter.contains("«arbeid over laveste kvalifiserte gruppe»: der er det bevist at ingen"), "{letter}");
    assert!(letter.contains("billigere enn den billigste vi fant"), "{letter}");
    let open_noted = |case: &common::Case| {
        let report = case.report(Lang::Nb);
        tables(&report).iter().any(|t| t.note.as_ref().is_some_and(|note| note.contains("er ikke bevist best")))
    };
    assert!(!open_noted(&case));
    case.plan.status = Status::Feasible;
    let first = &mut case.plan.goals[0];
    first.bound = first.best * 0.5;
    assert!(open_noted(&case), "what comes after is proven for what was found of it");
    case.plan.cheapest = None;
    let letter = said(&case.report(Lang::Nb).sections[0]);
    assert!(letter.contains("ikke bevist hvor lav") && letter.contains("50,00\u{a0}%"), "{letter}");
}

#[test]
fn every_table_is_as_wide_as_its_rows_and_every_key_figure_is_compared() {
    for case in [liten(), regler(), umulig()] {
        for lang in [Lang::Nb, Lang::En] {
            let report = case.report(lang);
            for table in tables(&report) {
                assert!(!table.rows.is_empty(), "{}", table.caption);
                for row in &table.rows {
                    assert_eq!(row.cells.len(), table.columns.len(), "{}: {row:?}", table.caption);
                }
            }
            for block in blocks(&report) {
                if let Block::KeyFigures { figures } = block {
                    assert!(figures.iter().all(|f| !f.compared.is_empty() && !f.value.is_empty()), "{figures:?}");
                }
            }
            let mut ids: Vec<&str> = report.sections.iter().map(|s| s.id.as_str()).collect();
            ids.extend(figures(&report).map(|f| f.id.as_str()));
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "ids recur");
        }
    }
}

#[test]
fn what_moves_is_told_as_new_where_it_lands() {
    let case = liten();
    let report = case.report(Lang::Nb);
    let landed = said(section(&report, "group-1"));
    assert!(landed.contains("1\u{a0}· Stell | 07–09 | alle dager | fra SPL"), "{landed}");
    let kept = said(section(&report, "group-0"));
    assert!(kept.contains("2\u{a0}· Medisiner | 07–09, 18–22 | alle dager | samme"), "{kept}");
}

#[test]
fn what_nurses_take_over_is_told_beside_what_they_give_and_when() {
    let mut case = liten();
    let letter = |case: &common::Case| said(&case.report(Lang::Nb).sections[0]);
    assert!(letter(&case).contains("14 timer i uka, 29\u{a0}% av det sykepleierne gjør i dag, går til grupper"));
    assert!(!letter(&case).contains("Motsatt vei"));
    // Servere 18–22 stands on nurses in the plan; let another group do it today.
    case.ward.lines[5].today = Some(GroupId(1));
    let told = letter(&case);
    assert!(told.contains("gir fra seg 14 timer i uka") && told.contains("tar 3,5 timer fra andre grupper"), "{told}");
    assert!(told.contains("Motsatt vei går det om kvelden (2,5 timer mer)."), "{told}");
    assert!(said(&case.report(Lang::En).sections[0]).contains("in the evening (2.5 hours more)"));
}

#[test]
fn which_groups_are_nurses_is_told_where_the_word_does_not_say_it() {
    let mut case = liten();
    let letter = |case: &common::Case| said(&case.report(Lang::Nb).sections[0]);
    assert!(!letter(&case).contains("menes her"));
    case.ward.groups[1].scarce = true;
    let told = letter(&case);
    assert!(told.contains("Med sykepleiere menes her sykepleier og helsefagarbeider."), "{told}");
    let findings = said(section(&case.report(Lang::Nb), "findings"));
    assert!(findings.contains("menes her"), "{findings}");
}

#[test]
fn what_is_not_known_to_be_given_is_not_told_as_given() {
    let case = liten();
    let report = fordel_reports::build(&case.ward, &case.plan, None, &Texts::new(Lang::Nb), "12. september 2026");
    for told in [said(&report.sections[0]), said(section(&report, "assumptions"))] {
        assert!(told.contains("ikke har ført opp, er standardverdier") && !told.contains("Ingen verdier"), "{told}");
    }
}

#[test]
fn where_few_moves_give_little_the_curve_says_so() {
    let mut case = liten();
    let all = case.plan.curve[0].clone();
    let before = case.plan.carried.year_cost.expect("carried costs something");
    let few = |year_cost| CurvePoint { max_moves: Some(5), moves: 5, year_cost: Some(year_cost), ..all.clone() };
    let mut said_with = |year_cost: f64| {
        case.plan.curve = vec![few(year_cost), all.clone()];
        said(section(&case.report(Lang::Nb), "curve"))
    };
    assert!(said_with(before).contains("Ingen av planene med få flyttinger"), "{}", said_with(before));
    let enough = all.year_cost.expect("a cost");
    assert!(said_with(enough).contains("Med 5 flyttinger spares"), "{}", said_with(enough));
}

#[test]
fn a_report_without_anything_to_compare_with_claims_no_gain() {
    let mut case = liten();
    for line in &mut case.ward.lines {
        line.today = None;
    }
    case.ward.staffing_today = Vec::new();
    case.plan.carried = Default::default();
    case.plan.rightmost = Default::default();
    case.plan.today = Default::default();
    case.plan.curve = Vec::new();
    let report = case.report(Lang::Nb);
    let letter = said(&report.sections[0]);
    assert!(letter.contains("kan ikke tallfestes") && letter.contains("sier ikke hvem som gjør"), "{letter}");
    assert!(!letter.contains("spares"), "{letter}");
}

/// Every status, comparison, rule and shortage that a plan can hold, in both languages: a missing message or a missing
/// value for one would panic.
#[test]
fn every_kind_of_plan_can_be_told() {
    let mut cases = Vec::new();
    for base in [liten, regler] {
        for status in [Status::Optimal, Status::Feasible, Status::Infeasible, Status::Unknown] {
            for ended in [Ended::Gap, Ended::Work, Ended::Time, Ended::Cancelled] {
                let mut case = base();
                case.plan.status = status;
                case.plan.ended = ended;
                case.plan.carried.status = status;
                case.plan.rightmost.status = status;
                cases.push(case);
            }
        }
        let mut costly = base();
        costly.plan.year_cost = costly.plan.year_cost.map(|c| c * 3.0);
        cases.push(costly);

        let mut relaxed = base();
        relaxed.plan.carried.relaxed_cost = relaxed.plan.carried.year_cost.take();
        relaxed.plan.carried.status = Status::Infeasible;
        relaxed.plan.carried.conflict = conflicts();
        cases.push(relaxed);

        let mut same = base();
        same.plan.carried.year_cost = same.plan.year_cost;
        for placed in &mut same.plan.placements {
            if let Some(today) = &placed.today {
                placed.group.clone_from(today);
            }
        }
        cases.push(same);

        let mut gappy = base();
        for line in &mut gappy.ward.lines {
            line.today = None;
            line.priority = None;
            line.minutes = 0.0;
        }
        gappy.ward.courses.iter_mut().for_each(|c| c.hours = 0.0);
        gappy.ward.staffing_today = Vec::new();
        gappy.plan.training = Vec::new();
        cases.push(gappy);

        let mut wrong = base();
        for line in &mut wrong.ward.lines {
            line.today = Some(GroupId(wrong.ward.groups.len() - 1));
            line.health_work = false;
        }
        cases.push(wrong);

        let mut full = base();
        full.plan.worths = worths();
        full.plan.conflict = conflicts();
        full.plan.today.broken = broken();
        full.plan.today.overloaded = overloaded();
        full.plan.limits.budget = Some(1e7);
        full.plan.limits.max_moves = Some(3);
        full.plan.limits.pins = vec![(2, "SPL".into())];
        full.plan.cheapest = Some(Cheapest {
            year_cost: full.plan.year_cost.unwrap_or_default() - 50_000.0,
            values: vec![(Goal::Cost, 1.0), (Goal::ScarceHours, 2.0)],
            groups: full.plan.groups.clone(),
            placements: Vec::new(),
            staffing: Vec::new(),
        });
        full.plan.goals = Goal::ALL
            .map(|goal| fordel_core::plan::GoalResult { goal, value: 2.0, best: 1.0, bound: 0.5, tolerance: 0.015 })
            .to_vec();
        cases.push(full);
    }
    for case in &cases {
        for lang in [Lang::Nb, Lang::En] {
            let report = case.report(lang);
            let all: String = report.sections.iter().map(said).collect();
            assert!(!all.contains("NaN") && !all.contains("inf "), "{all}");
            fordel_reports::html::render(&report);
        }
    }
}

fn conflicts() -> Vec<Conflict> {
    Rule::ALL
        .iter()
        .enumerate()
        .map(|(i, rule)| Conflict {
            rule: rule.name().into(),
            place: "Yrkesgrupper!H2".into(),
            value: 8.0,
            least_change: (i % 2 == 0).then_some(1.5),
            group: Some("SPL".into()),
            what: Some("D".into()),
        })
        .collect()
}

fn worths() -> Vec<Worth> {
    let worth = |rule: &str, to: f64, low: f64, high: f64| Worth {
        rule: rule.into(),
        place: "Vakter!G2".into(),
        group: Some("SPL".into()),
        what: Some("D".into()),
        from: 3.0,
        to,
        low,
        high,
    };
    let mut worths: Vec<Worth> = Rule::ALL.iter().map(|r| worth(r.name(), 2.0, -10.0, 90_000.0)).collect();
    worths.extend([worth("weekends", 4.0, 10_000.0, 90_000.0), worth("a_rule_of_tomorrow", 4.0, 0.0, 10.0)]);
    worths
}

fn broken() -> Vec<Broken> {
    Rule::ALL
        .map(|rule| Broken {
            rule: rule.name().into(),
            place: "Yrkesgrupper!H2".into(),
            group: Some("SPL".into()),
            day: Some(6),
            time: Some("07-09".into()),
            limit: 8.0,
            actual: 11.0,
            what: Some("Stell".into()),
        })
        .to_vec()
}

fn overloaded() -> Vec<Load> {
    let load =
        |day: u8, minutes: f64| Load { group: "SPL".into(), day, interval: "07-09".into(), minutes, capacity: 100.0 };
    (1..=7).flat_map(|day| (0..6).map(move |i| load(day, 150.0 + f64::from(i * 10)))).collect()
}
