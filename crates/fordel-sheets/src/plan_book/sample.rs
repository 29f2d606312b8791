//! Wards of the tests with a plan for each, whose figures the independent checker has computed.

use fordel_core::check;
use fordel_core::plan::{Cheapest, Comparison, CurvePoint, GoalResult, Heads, Limits, Placed, Plan, Status, Worth};
use fordel_core::ward::{Alike, Goal, Ward};

/// A ward of the tests' data by its file's name.
pub fn ward(name: &str) -> Ward {
    let path = format!("{}/tests/data/{name}.xlsx", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    crate::read_ward_bytes(&bytes).ward.unwrap_or_else(|| panic!("{path} holds no ward"))
}

/// Every placement on its lowest group, with today's heads and one head more on every second shift of the others:
/// not a good plan, but one in which much moves.
pub fn plan(ward: &Ward) -> Plan {
    let order = ward.order();
    let placed = |today: bool| -> Vec<Placed> {
        let of_line = |line: &fordel_core::ward::TaskLine| {
            let lowest = order.lowest_qualified(line).expect("a ward's lines have a group");
            let kept = line.today.filter(|t| order.forbids(line, *t).is_none());
            let group = if today { kept.unwrap_or(lowest) } else { lowest };
            let parts = line.placements();
            parts.into_iter().map(move |days| (days, group)).collect::<Vec<_>>()
        };
        let all =
            ward.lines.iter().flat_map(|line| of_line(line).into_iter().map(move |(days, group)| (line, days, group)));
        all.map(|(line, days, group)| Placed::of(ward, line, days, group)).collect()
    };
    let heads = |more: bool| -> Vec<Heads> {
        let mut heads = Vec::new();
        for (i, shift) in ward.shifts.iter().enumerate() {
            for day in shift.days.iter() {
                let today = ward.heads_today(fordel_core::ward::ShiftId(i), day);
                let present = today + u32::from(more && today == 0 && i % 2 == 0);
                if present > 0 {
                    let group = ward.group(shift.group).code.clone();
                    heads.push(Heads { group, shift: shift.name.clone(), day: day.number(), heads: present });
                }
            }
        }
        heads
    };
    let (placements, staffing) = (placed(false), heads(true));
    let figures = check::measure(ward, &placements, &staffing);
    let (as_today, heads_today) = (placed(true), heads(false));
    let carried = check::measure(ward, &as_today, &heads_today);
    Plan {
        unit: ward.unit.clone(),
        status: Status::Feasible,
        goals: figures
            .goals
            .iter()
            .take(2)
            .map(|&(goal, value)| GoalResult { goal, value, best: value, bound: value * 0.99, tolerance: 0.01 })
            .collect(),
        alike: Alike::Weekdays,
        year_cost: Some(figures.year_cost),
        week_cost: Some(figures.week_cost),
        bound: Some(figures.year_cost * 0.99),
        gap: Some(0.01),
        work: 4711,
        limits: Limits { gap: 0.0001, budget: Some(9e9), max_moves: Some(400), pins: vec![(2, "SPL".into())] },
        workload: figures.workload,
        groups: figures.groups.clone(),
        training: figures.training,
        today: check::today(ward),
        carried: Comparison {
            status: Status::Feasible,
            year_cost: Some(carried.year_cost),
            bound: Some(carried.year_cost * 0.99),
            groups: carried.groups,
            placements: as_today,
            staffing: heads_today,
            training: carried.training,
            ..Comparison::default()
        },
        rightmost: Comparison {
            status: Status::Infeasible,
            relaxed_cost: Some(9_401_556.0),
            reasons: vec!["ASS: helg".into()],
            ..Comparison::default()
        },
        worths: vec![Worth {
            rule: "positions".into(),
            place: "Yrkesgrupper!H2".into(),
            group: Some("SPL".into()),
            what: None,
            from: 9.0,
            to: 10.0,
            low: 0.0,
            high: 120_000.0,
        }],
        curve: vec![
            CurvePoint { max_moves: Some(5), moves: 5, year_cost: Some(1.9e7), bound: Some(1.8e7), rows: vec![2, 3] },
            CurvePoint { max_moves: None, moves: 31, year_cost: Some(1.7e7), bound: Some(1.6e7), rows: vec![2, 3] },
        ],
        cheapest: Some(Cheapest {
            year_cost: figures.year_cost * 0.995,
            values: vec![(Goal::Cost, figures.year_cost * 0.995), (Goal::Overqualified, 30_000.0)],
            groups: figures.groups,
            placements: Vec::new(),
            staffing: Vec::new(),
        }),
        version: "0.1.0".into(),
        placements,
        staffing,
        ..Plan::default()
    }
}
