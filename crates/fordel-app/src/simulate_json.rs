//! Simulated weeks as JSON, for other programs: shares with their intervals, means with their standard errors.

use fordel_core::simulation::reinforce::{Redness, Step};
use fordel_core::simulation::sources::{Change, Driven};
use fordel_core::simulation::tally::{Mean, Share};
use fordel_core::time::{Cell, Day};
use fordel_core::ward::Ward;
use serde_json::{Value, json};

use crate::{Reinforced, Simulated};

impl Simulated {
    /// `{"unit", "weeks", "seed", "variation", "cells", "days", "week", "hire_in", "drivers", "red_under"}`.
    pub fn to_json(&self) -> String {
        let (ward, tally) = (&self.frame.ward, &self.tally);
        let variation = &ward.settings.variation;
        let (ranges, lines) = self.frame.ranges_told();
        let cells = tally.cells(&self.frame);
        let cells = cells.iter().map(|c| {
            let mut told = cell(ward, c.cell);
            put(&mut told, &c.shares);
            told
        });
        let days = tally.days();
        let days = Day::all().map(|day| {
            let mut told = json!({"day": day.number()});
            put(&mut told, &days[usize::from(day.0)]);
            told
        });
        let mut week = json!({"red_cells": mean(tally.red_cells()), "yellow_cells": mean(tally.yellow_cells())});
        put(&mut week, &tally.week());
        let groups = ward.group_ids().map(|g| {
            let code = ward.group(g).code.clone();
            json!({"group": code, "hours": mean(tally.hours_of(g))})
        });
        let kroner = tally.kroner(&self.frame);
        let steps = kroner.iter().map(|(relief, kr)| json!({"step": relief.name(), "cost": mean(*kr)}));
        format!(
            "{:#}",
            json!({
                "unit": ward.unit,
                "weeks": tally.weeks,
                "seed": self.asked.seed,
                "variation": {
                    "illness_spread": variation.illness_spread,
                    "covered": variation.covered,
                    "activity_spread": variation.activity_spread,
                    "minutes_range": variation.minutes_range,
                },
                "ranges_told": ranges,
                "lines": lines,
                "year_cost": self.year_kr,
                "minutes": {"planned": self.planned_minutes, "simulated": mean(tally.minutes())},
                "heads_away": mean(tally.away()),
                "cells": cells.collect::<Vec<_>>(),
                "days": days.collect::<Vec<_>>(),
                "week": week,
                "hire_in": {
                    "hours": mean(tally.hours()),
                    "groups": groups.collect::<Vec<_>>(),
                    "relief": steps.collect::<Vec<_>>(),
                    "relief_assumed": !ward.settings.shortage.relief_is_own,
                },
                "base": driven(ward, &self.base),
                "drivers": self.driven.iter().map(|d| driven(ward, d)).collect::<Vec<_>>(),
                "red_under": self.reinforced.as_ref().map(|r| reinforced(ward, r)),
            })
        )
    }
}

fn cell(ward: &Ward, cell: Cell) -> Value {
    json!({"day": cell.day.number(), "interval": ward.intervals.get(cell.interval).label()})
}

fn share(share: Share) -> Value {
    json!({"share": share.share, "low": share.low, "high": share.high})
}

fn mean(mean: Mean) -> Value {
    json!({"mean": mean.mean, "standard_error": mean.error})
}

fn put(told: &mut Value, shares: &[Share; 3]) {
    for (name, own) in ["green", "yellow", "red"].iter().zip(shares) {
        told[*name] = share(*own);
    }
}

fn driven(ward: &Ward, driven: &Driven) -> Value {
    let mut told = match driven.change {
        Change::Held(source) => json!({"held": source.name()}),
        Change::Absence(group, factor) => json!({"absence_of": ward.group(group).code, "factor": factor}),
    };
    told["red_cells"] = mean(driven.red_cells);
    told["hours"] = mean(driven.hours);
    told
}

fn redness(ward: &Ward, redness: &Redness) -> Value {
    let mut told = cell(ward, redness.cell);
    told["red"] = share(redness.worst);
    told["red_cells"] = mean(redness.red_cells);
    told["hours"] = mean(redness.hours);
    told
}

fn reinforced(ward: &Ward, r: &Reinforced) -> Value {
    let step = |step: &Step| {
        let shift = &ward.shifts[step.shift.0];
        json!({
            "group": ward.group(shift.group).code,
            "shift": shift.name,
            "days": step.days.iter().map(|d| d.number()).collect::<Vec<_>>(),
            "year_cost": step.year_kr,
        })
    };
    let mut fresh = redness(ward, &r.fresh);
    fresh["seed"] = r.fresh_seed.into();
    json!({
        "under": r.under,
        "reached": r.reached,
        "year_cost": r.year_kr,
        "before": redness(ward, &r.before),
        "after": redness(ward, &r.after),
        "fresh_weeks": fresh,
        "steps": r.steps.iter().map(step).collect::<Vec<_>>(),
        "staffing": r.staffing,
        "broken": r.broken,
    })
}
