//! Every number that a plan tells is recomputed: each is changed in turn, and the plan is refused for it.

use fordel_core::check::{check, measure, today, untold};
use fordel_core::plan::{Broken, Cheapest, CurvePoint, GoalResult, Plan, Status, Worth};
use fordel_core::ward::{Course, CourseId, Goal, TaskLine, Ward};

use crate::sample::{ASS, HFA, SPL, line, small};

/// The small ward with a course, flexible work, an overloaded today, and a plan that tells everything.
fn told() -> (Ward, Plan) {
    let (mut ward, mut plan) = small();
    ward.lines[0].training = vec![(HFA, CourseId(0))];
    ward.lines[0].today = Some(SPL);
    ward.lines.push(TaskLine { today: Some(ASS), ..line(4, "Lager", 0..3, 270.0, ASS) });
    ward.groups[0].positions = Some(9.0);
    ward.courses = vec![Course { name: "stell".into(), hours: 3.0, fee_kr: 0.0, valid_months: None }];
    ward.staffing_today = vec![[1; 7], [1; 7], [1; 7], [0; 7], [0, 0, 1, 1, 1, 1, 1]];
    for days in [crate::sample::WEEKDAYS, crate::sample::WEEKEND] {
        plan.placements.push(crate::sample::placed(&ward, 4, days, "HFA"));
    }
    let counted = measure(&ward, &plan.placements, &plan.staffing);
    plan.status = Status::Optimal;
    plan.limits.gap = 0.01;
    let cost = counted.year_cost;
    let goal = |goal: Goal, tolerance: f64, best: f64, bound: f64| GoalResult {
        goal,
        value: counted.goal(goal),
        best,
        bound,
        tolerance,
    };
    plan.goals = vec![
        goal(Goal::Cost, 0.01, cost, cost / 1.006),
        goal(Goal::Overqualified, 0.0, counted.goal(Goal::Overqualified), counted.goal(Goal::Overqualified)),
        goal(Goal::Changes, 0.0, counted.goal(Goal::Changes), counted.goal(Goal::Changes)),
    ];
    plan.year_cost = Some(cost);
    plan.week_cost = Some(counted.week_cost);
    plan.bound = Some(cost / 1.006);
    plan.gap = Some(1.0 - 1.0 / 1.006);
    plan.workload = counted.workload;
    plan.groups = counted.groups;
    plan.training = counted.training;
    plan.today = today(&ward);
    plan.cheapest = Some(Cheapest {
        year_cost: cost,
        values: counted.goals,
        groups: plan.groups.clone(),
        placements: plan.placements.clone(),
        staffing: plan.staffing.clone(),
    });
    let point = CurvePoint {
        max_moves: Some(1),
        moves: 1,
        year_cost: Some(cost + 1000.0),
        bound: Some(cost + 900.0),
        rows: vec![2],
    };
    let rows = vec![2, 4];
    let all = CurvePoint { max_moves: None, moves: counted.moves, year_cost: Some(cost), bound: plan.bound, rows };
    plan.curve = vec![point, all];
    let worth = Worth {
        rule: "positions".into(),
        place: String::new(),
        group: Some("SPL".into()),
        what: None,
        from: 9.0,
        to: 10.0,
        low: 0.0,
        high: 1.0,
    };
    plan.worths = vec![worth];
    for placed in &mut plan.placements {
        let line = ward.line_by_row(placed.row).expect("its line");
        placed.today = ward.lines[line.0].today.map(|group| ward.group(group).code.clone());
    }
    (ward, plan)
}

fn figures(ward: &Ward, plan: &Plan) -> Vec<String> {
    let broken = check(ward, plan).broken;
    broken.into_iter().map(|b| format!("{} {}", b.rule, b.what.unwrap_or_default())).collect()
}

#[test]
fn a_plan_that_tells_everything_rightly_is_accepted() {
    let (ward, plan) = told();
    assert!(!plan.today.overloaded.is_empty() && !plan.training.is_empty() && !plan.workload.is_empty());
    assert_eq!(figures(&ward, &plan), Vec::<String>::new());
}

#[test]
fn each_figure_is_recomputed() {
    type Change = fn(&mut Plan);
    let changes: Vec<(&str, Change)> = vec![
        ("year_cost", |p| p.year_cost = p.year_cost.map(|c| c * 1.0001)),
        ("week_cost", |p| p.week_cost = p.week_cost.map(|c| c * 0.999)),
        ("bound", |p| p.bound = p.bound.map(|b| b * 0.999)),
        ("gap", |p| p.gap = Some(0.0)),
        ("goals.cost.value", |p| p.goals[0].value *= 0.9999),
        ("goals.cost.value", |p| {
            p.goals[0].best /= 1.005;
            p.goals[0].tolerance = 0.001;
        }),
        ("goals.cost.bound", |p| p.goals[0].bound = p.goals[0].best * 1.001),
        ("goals.cost.best", |p| p.goals[0].bound = p.goals[0].best * 0.98),
        ("goals.cost.tolerance", |p| p.goals[0].tolerance = -0.01),
        ("goals.changes", |p| p.goals.push(p.goals[2].clone())),
        ("year_cost", |p| p.year_cost = p.year_cost.map(|c| c + 5.0)),
        ("status", |p| p.status = Status::Infeasible),
        ("status", |p| p.status = Status::Unknown),
        ("conflict", |p| p.conflict.push(demand())),
        ("placements.2.today", |p| p.placements[0].today = Some("ASS".into())),
        ("placements.3.today", |p| {
            p.placements.iter_mut().filter(|l| l.row == 3).for_each(|l| l.today = Some("SPL".into()));
        }),
        ("placements.2.timing", |p| p.placements[0].timing = "09-12".into()),
        ("cheapest.year_cost", |p| cheapest(p).year_cost -= 1_000_000.0),
        ("cheapest.year_cost", |p| cheapest(p).year_cost -= 5.0),
        ("cheapest.values.overqualified", |p| cheapest(p).values[1].1 += 1.0),
        ("cheapest.values.cost", |p| cheapest(p).values[0].1 += 5.0),
        ("cheapest.groups.SPL.fte", |p| cheapest(p).groups[0].fte += 0.01),
        ("cheapest.placements.2.today", |p| cheapest(p).placements[0].today = Some("ASS".into())),
        ("goals.overqualified.value", |p| p.goals[1].value += 1.0),
        ("goals.changes.bound", |p| p.goals[2].bound += 1.0),
        ("groups.SPL.fte", |p| p.groups[0].fte += 0.01),
        ("groups.HFA.people", |p| p.groups[1].people += 1),
        ("groups.HFA.paid_hours_week", |p| p.groups[1].paid_hours_week -= 0.1),
        ("groups.HFA.minutes_week", |p| p.groups[1].minutes_week += 1.0),
        ("groups.SPL.week_cost", |p| p.groups[0].week_cost += 1.0),
        ("groups.SPL.week_cost", |p| drop(p.groups.remove(0))),
        ("groups.XYZ", |p| p.groups.push(fordel_core::plan::GroupSum { group: "XYZ".into(), ..p.groups[0].clone() })),
        ("training.HFA.stell.people", |p| p.training[0].people += 1),
        ("training.HFA.stell.hours", |p| p.training[0].hours += 1.0),
        ("training.HFA.stell.cost", |p| p.training[0].cost += 1.0),
        ("training.HFA.stell.tasks", |p| p.training[0].tasks.push("Medisiner".into())),
        ("training.HFA.stell.cost", |p| p.training.clear()),
        ("training.HFA.sang", |p| {
            p.training.push(fordel_core::plan::Training { course: "sang".into(), ..p.training[0].clone() })
        }),
        ("workload.capacity", |p| p.workload[0].capacity += 1.0),
        ("workload.HFA.minutes", |p| load(p, 1, "07-09").minutes += 1.0),
        ("workload.HFA.minutes", |p| {
            load(p, 1, "07-09").minutes -= 1.0;
            load(p, 2, "07-09").minutes += 1.0;
        }),
        ("workload.HFA.minutes", |p| load(p, 1, "07-09").interval = "07-10".into()),
        ("workload.SPL.minutes", |p| p.workload.push(p.workload[0].clone())),
        ("today.year_cost", |p| p.today.year_cost = Some(0.0)),
        ("today.groups.ASS.minutes_week", |p| p.today.groups[2].minutes_week = 0.0),
        ("today.overloaded.minutes", |p| drop(p.today.overloaded.remove(0))),
        ("today.overloaded.minutes", |p| p.today.overloaded[0].minutes += 1.0),
        ("today.overloaded.capacity", |p| p.today.overloaded[0].capacity += 1.0),
        ("today.workload.minutes", |p| p.today.workload[0].minutes += 1.0),
        ("today.untold.3", |p| p.today.untold.clear()),
        ("today.unqualified.2", |p| p.today.unqualified.push(2)),
        ("today.broken.presence", |p| {
            p.today.broken.push(Broken {
                rule: "presence".into(),
                place: "Tilstedeværelse!E2".into(),
                group: None,
                day: Some(6),
                time: None,
                limit: 2.0,
                actual: 1.0,
                what: None,
            })
        }),
        ("today.staffing", |p| p.today.staffing[0].heads += 1),
        ("curve.bound", |p| p.curve[0].bound = p.curve[0].bound.map(|b| b * 1.01)),
        ("curve.bound", |p| p.curve[1].bound = p.curve[0].year_cost.map(|b| b * 1.01)),
        ("curve.moves", |p| p.curve[0].moves = 6),
        ("curve.moves", |p| p.curve[1].moves += 1),
        ("curve.max_moves", |p| p.curve[1].max_moves = Some(1)),
        ("curve.rows", |p| p.curve[0].rows = vec![99]),
        ("curve.rows", |p| p.curve[0].rows = vec![2, 4]),
        ("curve.year_cost", |p| p.curve[0].year_cost = Some(1.0)),
        ("curve.year_cost", |p| p.curve[1].year_cost = p.curve[1].year_cost.map(|c| c + 5.0)),
        ("curve.year_cost", |p| {
            let dearer = CurvePoint { max_moves: Some(2), year_cost: Some(1e9), ..p.curve[0].clone() };
            p.curve.insert(1, dearer);
        }),
        ("worths.low", |p| p.worths[0].low = 2.0),
        ("worths.high", |p| p.worths[0].high = 1e9),
        ("worths.high", |p| (p.worths[0].low, p.worths[0].high) = (-2.0, -1.0)),
        ("worths.positions", |p| p.worths[0].from = 8.0),
        ("worths.positions", |p| p.worths[0].to = 11.0),
        ("worths.positions", |p| p.worths[0].group = Some("HFA".into())),
    ];
    let (ward, plan) = told();
    for (figure, change) in changes {
        let mut wrong = plan.clone();
        change(&mut wrong);
        let told = figures(&ward, &wrong);
        assert!(told.contains(&format!("figure {figure}")), "{figure}: {told:?}");
        assert!(told.iter().all(|t| t.starts_with("figure ")), "{figure}: {told:?}");
    }
}

fn cheapest(plan: &mut Plan) -> &mut Cheapest {
    plan.cheapest.as_mut().expect("the cheapest plan")
}

fn demand() -> fordel_core::plan::Conflict {
    fordel_core::plan::Conflict {
        rule: "positions".into(),
        place: "SPL".into(),
        value: 9.0,
        least_change: None,
        group: Some("SPL".into()),
        what: None,
    }
}

#[test]
fn a_figure_that_disagrees_twice_is_told_once() {
    let (ward, mut plan) = told();
    plan.bound = plan.year_cost.map(|cost| cost * 2.0);
    let bounds = figures(&ward, &plan).into_iter().filter(|told| told == "figure bound").count();
    assert_eq!(bounds, 1);
}

#[test]
fn kroner_agree_to_half_a_krone_however_much_it_is() {
    let (mut ward, mut plan) = told();
    // As many kroner as a hospital's.
    ward.groups.iter_mut().for_each(|group| group.hourly_kr *= 1000.0);
    let counted = measure(&ward, &plan.placements, &plan.staffing).year_cost;
    let (by_half, by_one) = ((counted * 2.0).round() / 2.0, counted + 1.0);
    assert!(counted > 1e9);
    let tells = |plan: &Plan| figures(&ward, plan).contains(&"figure year_cost".to_owned());
    plan.year_cost = Some(by_half);
    assert!(!tells(&plan));
    plan.year_cost = Some(by_one);
    assert!(tells(&plan));
}

#[test]
fn the_bound_under_other_goals_is_proven_for_itself() {
    let (ward, mut plan) = told();
    plan.goals.rotate_left(1);
    plan.bound = plan.bound.map(|bound| bound - 1000.0);
    plan.gap = plan.year_cost.zip(plan.bound).map(|(cost, bound)| (cost - bound) / cost);
    plan.curve[1].bound = plan.bound;
    assert_eq!(figures(&ward, &plan), Vec::<String>::new());
    plan.goals.rotate_right(1);
    assert_eq!(figures(&ward, &plan), ["figure bound"]);
}

#[test]
fn the_cheapest_plan_keeps_the_rules_and_the_plans_limits() {
    let (ward, mut plan) = told();
    plan.limits.pins = vec![(2, "SPL".into())];
    let breaks = |plan: &Plan, rule: &str| {
        let broken = check(&ward, plan).broken;
        broken.iter().any(|b| b.rule == rule && b.place.starts_with("cheapest!"))
    };
    assert!(breaks(&plan, "pinned") && !breaks(&plan, "work_fits"));
    plan.limits.pins.clear();
    cheapest(&mut plan).staffing.retain(|heads| heads.group != "SPL");
    assert!(breaks(&plan, "work_fits") && !breaks(&plan, "pinned"));
}

#[test]
fn what_the_program_always_tells_is_missed() {
    type Change = fn(&mut Plan);
    let changes: Vec<(&str, Change)> = vec![
        ("year_cost", |p| p.year_cost = None),
        ("week_cost", |p| p.week_cost = None),
        ("bound", |p| p.bound = None),
        ("gap", |p| p.gap = None),
        ("goals", |p| p.goals.clear()),
        ("groups", |p| p.groups.clear()),
        ("workload", |p| p.workload.clear()),
        ("placements.today", |p| p.placements[0].today = None),
        ("placements.timing", |p| p.placements[0].timing.clear()),
        ("cheapest", |p| p.cheapest = None),
        ("cheapest.placements", |p| cheapest(p).placements.clear()),
        ("cheapest.groups", |p| cheapest(p).groups.clear()),
        ("cheapest.values", |p| {
            let _ = cheapest(p).values.pop();
        }),
        ("today.year_cost", |p| p.today.year_cost = None),
        ("today.groups", |p| p.today.groups.clear()),
        ("today.workload", |p| p.today.workload.clear()),
        ("today.staffing", |p| p.today.staffing.clear()),
        ("carried.bound", |p| p.carried.year_cost = Some(1.0)),
        ("rightmost.placements", |p| p.rightmost.relaxed_cost = Some(1.0)),
        ("rightmost.groups", |p| p.rightmost.relaxed_cost = Some(1.0)),
    ];
    let (ward, plan) = told();
    assert_eq!(untold(&ward, &plan), Vec::<String>::new());
    for (key, change) in changes {
        let mut lacking = plan.clone();
        change(&mut lacking);
        assert!(untold(&ward, &lacking).contains(&key.to_owned()), "{key}: {:?}", untold(&ward, &lacking));
    }
    // A plan changed by hand claims nothing that only a search can tell.
    let own = Plan {
        status: Status::Feasible,
        goals: Vec::new(),
        bound: None,
        gap: None,
        curve: Vec::new(),
        worths: Vec::new(),
        cheapest: None,
        ..plan
    };
    assert_eq!(untold(&ward, &own), Vec::<String>::new());
}

fn load<'a>(plan: &'a mut Plan, day: u8, interval: &str) -> &'a mut fordel_core::plan::Load {
    let here = |l: &&mut fordel_core::plan::Load| l.group == "HFA" && l.day == day && l.interval == interval;
    plan.workload.iter_mut().find(here).expect("such a cell")
}

#[test]
fn flexible_minutes_may_lie_otherwise_as_long_as_they_stay_in_their_cells() {
    let (ward, mut plan) = told();
    load(&mut plan, 1, "09-12").minutes -= 10.0;
    load(&mut plan, 1, "12-15").minutes += 10.0;
    assert_eq!(figures(&ward, &plan), Vec::<String>::new());
    // Not outside their timing, also where there is room.
    load(&mut plan, 1, "12-15").minutes -= 10.0;
    let mut late = load(&mut plan, 1, "12-15").clone();
    (late.interval, late.minutes, late.capacity) = ("15-18".into(), 10.0, 0.0);
    plan.workload.push(late);
    let told = figures(&ward, &plan);
    assert_eq!(told, ["figure workload.HFA.minutes"], "the true work fits all the same");
}

#[test]
fn fixed_minutes_may_not_be_moved() {
    let (ward, mut plan) = told();
    // Stell takes 60 minutes at 07–09; of its 96, 36 are Lager's.
    load(&mut plan, 1, "07-09").minutes -= 36.0;
    load(&mut plan, 1, "12-15").minutes += 36.0;
    assert_eq!(figures(&ward, &plan), Vec::<String>::new());
    load(&mut plan, 1, "07-09").minutes -= 0.01;
    load(&mut plan, 1, "12-15").minutes += 0.01;
    assert_eq!(figures(&ward, &plan), ["figure workload.HFA.minutes"]);
}

#[test]
fn a_bound_is_told_only_of_the_goal_cost() {
    let (ward, mut plan) = told();
    plan.goals.remove(0);
    assert_eq!(figures(&ward, &plan), ["figure bound", "figure gap"]);
    (plan.bound, plan.gap) = (None, None);
    assert_eq!(figures(&ward, &plan), Vec::<String>::new());
}

#[test]
fn one_head_changed_by_hand_is_seen() {
    let (ward, mut plan) = told();
    let extra = plan.staffing.iter_mut().find(|h| h.group == "SPL" && h.day == 3).expect("a nurse on Wednesday");
    extra.heads += 1;
    let told = figures(&ward, &plan);
    assert!(told.contains(&"figure year_cost".to_owned()) && told.contains(&"alike D".to_owned()), "{told:?}");
}
