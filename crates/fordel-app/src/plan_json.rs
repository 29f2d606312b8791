//! `plan.json`: written as it is, read with patience, since other programs and people make such files too.

use fordel_core::plan::Plan;
use serde_json::{Map, Value, json};

/// The plan as JSON, for people and programs to read.
///
/// # Panics
/// Never: a plan holds nothing that JSON can't.
pub fn write(plan: &Plan) -> Vec<u8> {
    let mut text = serde_json::to_vec_pretty(plan).expect("a plan is plain data");
    text.push(b'\n');
    text
}

/// Reads a plan. Placements and staffing must be there; anything else that is left out counts as not told.
///
/// # Errors
/// What is missing or of the wrong kind, with its place in the file.
pub fn read(bytes: &[u8]) -> Result<Plan, String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut value: Value = serde_json::from_slice(bytes).map_err(|e| e.to_string())?;
    let Value::Object(plan) = &mut value else { return Err("the file holds no JSON object".into()) };
    for needed in ["status", "placements", "staffing"] {
        if !plan.contains_key(needed) {
            return Err(format!("`{needed}` is missing"));
        }
    }
    complete(plan);
    serde_json::from_value(value).map_err(|e| e.to_string())
}

/// Fills in what isn't told.
fn complete(plan: &mut Map<String, Value>) {
    let untold = json!({
        "unit": "", "goals": [], "alike": "weekdays", "year_cost": null, "week_cost": null, "bound": null, "gap": null,
        "seconds": 0.0, "work": 0, "ended": "gap", "limits": {"gap": 0.0}, "workload": [], "groups": [], "training": [],
        "today": {}, "carried": {}, "rightmost": {}, "conflict": []
    });
    fill(plan, &untold);
    let comparison = json!({"status": "unknown", "year_cost": null, "relaxed_cost": null, "reasons": [], "groups": []});
    for (part, untold) in [
        ("today", json!({"year_cost": null, "groups": [], "overloaded": []})),
        ("carried", comparison.clone()),
        ("rightmost", comparison),
        ("limits", json!({"gap": 0.0})),
    ] {
        if let Some(Value::Object(part)) = plan.get_mut(part) {
            fill(part, &untold);
        }
    }
    for line in objects(plan, "placements") {
        fill(line, &json!({"task": "", "timing": "", "today": null}));
    }
    for goal in objects(plan, "goals") {
        // Nought is a bound that holds for every goal, and a goal that wasn't worsened is its own best.
        let best = goal.get("value").cloned().unwrap_or(json!(0.0));
        fill(goal, &json!({"bound": 0.0, "tolerance": 0.0, "best": best}));
    }
}

/// Adds the keys that are missing or null.
fn fill(object: &mut Map<String, Value>, untold: &Value) {
    for (key, value) in untold.as_object().into_iter().flatten() {
        if object.get(key).is_none_or(Value::is_null) {
            object.insert(key.clone(), value.clone());
        }
    }
}

fn objects<'p>(plan: &'p mut Map<String, Value>, list: &str) -> impl Iterator<Item = &'p mut Map<String, Value>> {
    plan.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten().filter_map(Value::as_object_mut)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fordel_core::plan::Status;

    #[test]
    fn a_plan_with_placements_and_heads_alone_can_be_read() {
        let text = r#"{"status": "optimal", "goals": [{"goal": "cost", "value": 5.0, "bound": null, "tolerance": 0.01}],
            "placements": [{"row": 2, "days": [1], "group": "SPL"}], "carried": {"status": "feasible"},
            "staffing": [{"group": "SPL", "shift": "D", "day": 1, "heads": 2}], "a_key_of_tomorrow": 1}"#;
        let plan = read(text.as_bytes()).unwrap();
        assert_eq!((plan.status, plan.staffing[0].heads, plan.goals[0].best), (Status::Optimal, 2, 5.0));
        assert_eq!(plan.carried.status, Status::Feasible);
        assert_eq!(read(&write(&plan)).unwrap(), plan);
    }

    #[test]
    fn nonsense_is_told_with_its_place() {
        for (text, told) in [
            ("", "EOF"),
            ("[1, 2]", "object"),
            ("{}", "`status`"),
            (r#"{"status": "optimal", "placements": [], "staffing": [{"heads": -1}]}"#, "-1"),
            (r#"{"status": "splendid", "placements": [], "staffing": []}"#, "splendid"),
        ] {
            let why = read(text.as_bytes()).unwrap_err();
            assert!(why.contains(told), "{text}: {why}");
        }
    }
}
