//! Every number that a plan tells is recomputed: each is changed in turn, and the plan is refused for it.

use fordel_core::check::{check, measure, today};
use fordel_core::plan::{Broken, CurvePoint, GoalResult, Plan, Status, Worth};
use fordel_core::ward::{Course, CourseId, Goal, TaskLine, Ward};

use crate::sample::{ASS, HFA, SPL, line, small};

/// The small ward with a course, flexible work, an overloaded today, and a plan that tells everything.
fn told() -> (Ward, Plan) {
    let (mut ward, mut plan) = small();
    ward.lines[0].training = vec![(HFA, CourseId(0))];
    ward.lines[0].today = Some(SPL);
    ward.lines.push(TaskLine { today: Some(ASS), ..line(4, "Lager", 0..3, 270.0, ASS) });
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
        goal(Goal::Cost, 0.01, cost / 1.005, cost / 1.006),
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
    let point = CurvePoint { max_moves: Some(5), moves: 5, year_cost: Some(cost), bound: Some(cost), rows: vec![] };
    plan.curve = vec![point];
    let worth = Worth {
        rule: "positions".into(),
        place: String::new(),
        group: None,
        what: None,
        from: 1.0,
        to: 2.0,
        low: 0.0,
        high: 1.0,
    };
    plan.worths = vec![worth];
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
        ("goals.cost.value", |p| p.goals[0].tolerance = 0.001),
        ("goals.cost.bound", |p| p.goals[0].bound = p.goals[0].best * 1.001),
        ("goals.cost.best", |p| p.goals[0].bound = p.goals[0].best * 0.98),
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
        ("curve.bound", |p| p.curve[0].bound = p.curve[0].bound.map(|b| b * 1.01)),
        ("curve.moves", |p| p.curve[0].moves = 6),
        ("worths.low", |p| p.worths[0].low = 2.0),
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
