//! Today, carried, the proposal and rightmost side by side, measured with the same rules.

use fordel_core::plan::{Comparison, GroupSum, Status, Training};

use super::telling::Telling;
use crate::report::{Block, Column, Item, Row, Section, Table};

/// One side of the comparison.
struct Side<'a> {
    cost: Option<f64>,
    /// The cost holds with positions, most heads, people and weekends lifted.
    relaxed: bool,
    groups: &'a [GroupSum],
    training: Option<&'a [Training]>,
}

/// The chapter.
pub fn comparison(told: &Telling) -> Section {
    let plan = told.plan;
    let mut section = super::chapter("comparison", told.say("report-comparison"));
    section.blocks.push(Block::List {
        items: ["today", "carried", "proposed", "rightmost"]
            .map(|side| {
                Item::led(told.say(&format!("report-{side}-lead")), told.say(&format!("report-{side}-meaning")))
            })
            .to_vec(),
    });
    let known = told.ward.knows_staffing_today();
    let sides = [
        Side {
            cost: plan.today.year_cost,
            relaxed: false,
            groups: if known { &plan.today.groups } else { &[] },
            training: known.then_some(&plan.today.training[..]),
        },
        side(&plan.carried),
        Side { cost: plan.year_cost, relaxed: false, groups: &plan.groups, training: Some(&plan.training) },
        side(&plan.rightmost),
    ];
    section.blocks.push(Block::Table(table(told, &sides)));
    section.blocks.extend(reasons(told, "report-carried", &plan.carried));
    section.blocks.extend(reasons(told, "report-rightmost", &plan.rightmost));
    section
}

fn side(comparison: &Comparison) -> Side<'_> {
    Side {
        cost: comparison.year_cost.or(comparison.relaxed_cost),
        relaxed: comparison.year_cost.is_none() && comparison.relaxed_cost.is_some(),
        groups: &comparison.groups,
        training: (!comparison.groups.is_empty()).then_some(&comparison.training[..]),
    }
}

fn table(told: &Telling, sides: &[Side; 4]) -> Table {
    let row = |name: String, of: &dyn Fn(&Side) -> Option<String>| {
        let mut cells = vec![name];
        cells.extend(sides.iter().map(|s| of(s).unwrap_or_else(|| "–".to_owned())));
        cells
    };
    let sum = |side: &Side, of: &dyn Fn(&GroupSum) -> f64| {
        (!side.groups.is_empty()).then(|| side.groups.iter().map(of).sum::<f64>())
    };
    let mut rows = vec![Row::body(row(told.say("report-cost-year"), &|s| {
        let cost = told.kroner(s.cost?);
        Some(if s.relaxed { format!("{cost}*") } else { cost })
    }))];
    rows.push(Row::body(row(told.say("report-training-year"), &|s| {
        Some(told.kroner(s.training?.iter().map(|t| t.cost).sum()))
    })));
    rows.push(Row::body(row(told.say("report-paid-hours"), &|s| Some(told.hours(sum(s, &|g| g.paid_hours_week)?)))));
    for group in told.ward.group_ids() {
        let code = told.code(group);
        rows.push(Row::body(row(told.with("report-fte-group", &[("group", told.group(group).into())]), &|s| {
            let fte = s.groups.iter().find(|g| g.group == code).map_or(0.0, |g| g.fte);
            (!s.groups.is_empty()).then(|| told.fte(fte))
        })));
    }
    rows.push(Row::sum(row(told.say("report-fte-all"), &|s| sum(s, &|g| g.fte).map(|f| told.fte(f)))));
    let overloaded = told.plan.today.overloaded.len();
    let mut cells = vec![told.say("report-red-cells")];
    let red =
        |side: &Side, n: usize| if side.groups.is_empty() || side.relaxed { "–".to_owned() } else { n.to_string() };
    cells.extend([red(&sides[0], overloaded), red(&sides[1], 0), red(&sides[2], 0), red(&sides[3], 0)]);
    rows.push(Row::body(cells));
    Table {
        caption: told.say("report-comparison-table"),
        columns: std::iter::once(Column::wide(told.say("report-measure")))
            .chain(
                ["today", "carried", "proposed", "rightmost"]
                    .map(|s| Column::numbers(told.say(&format!("report-{s}")))),
            )
            .collect(),
        rows,
        note: sides.iter().any(|s| s.relaxed).then(|| told.say("report-relaxed-note")),
        dense: false,
    }
}

/// Why a comparison has no staffing, or how sure it is.
fn reasons(told: &Telling, name: &str, comparison: &Comparison) -> Vec<Block> {
    let name = told.say(name);
    let key = match comparison.status {
        Status::Optimal => return Vec::new(),
        Status::Feasible => "report-comparison-feasible",
        Status::Infeasible => "report-comparison-infeasible",
        Status::Unknown => "report-comparison-unknown",
    };
    let mut blocks = vec![Block::text(told.with(key, &[("name", name.into())]))];
    if comparison.status == Status::Infeasible {
        let told_reasons: Vec<String> = if comparison.conflict.is_empty() {
            comparison.reasons.clone()
        } else {
            comparison.conflict.iter().map(|c| told.texts.conflict(c)).collect()
        };
        blocks.extend(shortened(told, told_reasons));
    }
    blocks
}

/// The first of many demands; a comparison's conflict can hold half the ward's tasks.
fn shortened(told: &Telling, mut demands: Vec<String>) -> Option<Block> {
    const SHOWN: usize = 6;
    if demands.len() > SHOWN {
        let rest = demands.len() - (SHOWN - 1);
        demands.truncate(SHOWN - 1);
        demands.push(told.with("report-demands-more", &[("demands", rest.into())]));
    }
    (!demands.is_empty()).then(|| Block::points(demands))
}
