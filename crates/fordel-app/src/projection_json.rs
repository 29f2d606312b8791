//! The years ahead as JSON, for other programs: demand by unit, scenarios with their groups year by year.

use fordel_core::projection::outlook::{Band, GroupTold, ScenarioTold, UnitTold};
use serde_json::{Value, json};

use crate::ProjectionTold;

impl ProjectionTold {
    /// `{"years", "population": {"file", "regions"}, "units": [{"unit", "basis", "demand"}], "scenarios": [{"scenario",
    /// "groups", "need_band", …}]}`. Positions and people unrounded; a band is `[low, high]`; no population where the sheets'
    /// own is taken.
    pub fn to_json(&self) -> String {
        let told = &self.projection;
        let population = told.population.as_ref().map(|of| json!({"file": of.file, "regions": of.regions}));
        format!(
            "{:#}",
            json!({
                "years": told.years().collect::<Vec<_>>(),
                "population": population,
                "draws": told.question.draws,
                "seed": told.question.seed,
                "has_band": told.has_band,
                "units": told.units.iter().map(unit).collect::<Vec<_>>(),
                "scenarios": told.scenarios.iter().map(scenario).collect::<Vec<_>>(),
            })
        )
    }
}

fn unit(of: &UnitTold) -> Value {
    let ages: Vec<String> = of.uses.iter().map(|of| of.ages.to_string()).collect();
    let demand = of.demand.iter().map(|of| {
        let residents = ages.iter().cloned().zip(of.residents.iter().map(|people| json!(people)));
        json!({
            "year": of.year, "residents": residents.collect::<serde_json::Map<_, _>>(), "use": of.units,
            "index": of.index,
        })
    });
    json!({"unit": of.name, "basis": of.basis.name(), "demand": demand.collect::<Vec<_>>()})
}

fn scenario(of: &ScenarioTold) -> Value {
    json!({
        "scenario": of.scenario.name(),
        "groups": of.groups.iter().map(group).collect::<Vec<_>>(),
        "need_band": of.need.iter().map(band).collect::<Vec<_>>(),
        "positions_band": of.positions.iter().map(band).collect::<Vec<_>>(),
        "short_band": of.short.iter().map(band).collect::<Vec<_>>(),
    })
}

fn group(of: &GroupTold) -> Value {
    let years = of.years.iter().map(|of| {
        json!({
            "need": of.need, "positions": of.positions, "gap": of.gap(), "people": of.people,
            "people_needed": of.people_needed, "gap_people": of.gap_people(), "left": of.left, "retired": of.retired,
            "joined": of.joined, "apprentices": of.apprentices,
        })
    });
    json!({
        "group": of.code, "name": of.name, "years": years.collect::<Vec<_>>(),
        "gap_band": of.gap.iter().map(band).collect::<Vec<_>>(),
    })
}

fn band(of: &Band) -> Value {
    json!([of.low, of.high])
}
