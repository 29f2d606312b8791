//! `plan.json`: written as it is, read with patience, since other programs and people make such files too.

use std::collections::BTreeSet;

use fordel_core::plan::Plan;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// The plan as JSON, for people and programs to read.
///
/// # Panics
/// Never: a plan holds nothing that JSON can't.
pub fn write(plan: &Plan) -> Vec<u8> {
    pretty(plan).into_bytes()
}

/// JSON with a line for each entry, the last one ended too. The sum of nothing is nought, without a sign.
///
/// # Panics
/// Never with plain data.
pub fn pretty(told: &impl Serialize) -> String {
    let text = serde_json::to_string_pretty(told).expect("plain data");
    let mut plain = String::with_capacity(text.len() + 1);
    for line in text.lines() {
        // Numbers stand last on their lines; what ends so is no text, which would end with a quotation mark.
        let (entry, comma) = line.strip_suffix(',').map_or((line, ""), |entry| (entry, ","));
        match entry.strip_suffix(" -0.0") {
            Some(key) => plain.extend([key, " 0.0", comma]),
            None => plain.push_str(line),
        }
        plain.push('\n');
    }
    plain
}

/// Reads a plan. Placements and staffing must be there; anything else that is left out counts as not told.
///
/// # Errors
/// What is missing or of the wrong kind, with its place in the file.
pub fn read(bytes: &[u8]) -> Result<Plan, String> {
    let mut value = value(bytes).map_err(|e| e.to_string())?;
    let Value::Object(plan) = &mut value else { return Err("the file holds no JSON object".into()) };
    for needed in ["status", "placements", "staffing"] {
        if !plan.contains_key(needed) {
            return Err(format!("`{needed}` is missing"));
        }
    }
    complete(plan);
    serde_json::from_value(value).map_err(|e| e.to_string())
}

fn value(bytes: &[u8]) -> serde_json::Result<Value> {
    serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes))
}

/// The keys of this plan that the program would have written and that its file lacks or leaves empty (`null`), each once.
pub fn left_out(bytes: &[u8], plan: &Plan) -> Vec<String> {
    let (Ok(told), Ok(written)) = (value(bytes), serde_json::to_value(plan)) else { return Vec::new() };
    let mut lacking = BTreeSet::new();
    compare(&written, Some(&told), "", &mut lacking);
    lacking.into_iter().collect()
}

fn compare(written: &Value, told: Option<&Value>, key: &str, lacking: &mut BTreeSet<String>) {
    match (written, told) {
        (Value::Null, _) => {}
        (_, None | Some(Value::Null)) => {
            lacking.insert(key.to_owned());
        }
        (Value::Object(written), Some(Value::Object(told))) => {
            for (name, value) in written {
                let key = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
                compare(value, told.get(name), &key, lacking);
            }
        }
        (Value::Array(written), Some(Value::Array(told))) => {
            written.iter().zip(told).for_each(|(written, told)| compare(written, Some(told), key, lacking));
        }
        _ => {}
    }
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
#[path = "../../fordel-core/tests/damage/mod.rs"]
mod damage;

#[cfg(test)]
mod tests {
    use super::damage::{SOON, WORDS, rounds, taken};
    use super::*;
    use fordel_core::check;
    use fordel_core::plan::{GroupSum, Status};

    #[test]
    fn nought_is_written_without_a_sign_and_texts_are_left_alone() {
        let sum = GroupSum {
            group: "-0.0".into(),
            fte: -0.0,
            people: 0,
            paid_hours_week: -10.0,
            minutes_week: -0.0,
            week_cost: -0.05,
        };
        let unit = "et navn: -0.0,".to_owned();
        let plan = Plan { unit, groups: vec![sum], gap: Some(-0.0), ..Plan::default() };
        let text = String::from_utf8(write(&plan)).unwrap();
        let signed: Vec<&str> = text.lines().filter(|line| line.contains('-')).map(str::trim).collect();
        let left = [
            r#""unit": "et navn: -0.0,","#,
            r#""group": "-0.0","#,
            r#""paid_hours_week": -10.0,"#,
            r#""week_cost": -0.05"#,
        ];
        assert_eq!(signed, left);
        assert!(text.ends_with("}\n"));
        assert_eq!(read(text.as_bytes()).unwrap(), plan);
    }

    #[test]
    fn what_a_file_lacks_of_what_is_always_written_is_named() {
        let plan = Plan { placements: vec![placed()], ..Plan::default() };
        let all: Value = serde_json::from_slice(&write(&plan)).unwrap();
        let lacking = |change: &dyn Fn(&mut Value)| {
            let mut told = all.clone();
            change(&mut told);
            left_out(told.to_string().as_bytes(), &plan)
        };
        assert_eq!(lacking(&|_| {}), Vec::<String>::new());
        assert_eq!(lacking(&|told| told["today"] = Value::Null), ["today"]);
        assert_eq!(lacking(&|told| told["limits"] = json!({})), ["limits.gap"]);
        assert_eq!(lacking(&|told| told["placements"][0]["timing"] = Value::Null), ["placements.timing"]);
        assert_eq!(lacking(&|told| told["carried"]["status"] = Value::Null), ["carried.status"]);
        // What the program itself leaves empty may be missing.
        let gone = |told: &mut Value| drop(told.as_object_mut().unwrap().remove("cheapest"));
        assert_eq!(lacking(&gone), Vec::<String>::new());
    }

    fn placed() -> fordel_core::plan::Placed {
        fordel_core::plan::Placed {
            row: 2,
            task: "Stell".into(),
            timing: "07-09".into(),
            days: vec![1],
            group: "SPL".into(),
            today: None,
        }
    }

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
    fn a_damaged_plan_is_refused_or_can_be_checked_and_stays_the_same_when_written() {
        let whole: [&[u8]; 2] = [
            include_bytes!("../../fordel-reports/tests/data/liten.plan.json"),
            include_bytes!("../../fordel-reports/tests/data/regler.plan.json"),
        ];
        let book = include_bytes!("../../fordel-sheets/tests/data/liten.xlsx");
        let ward = fordel_sheets::read_ward_bytes(book).ward.expect("a ward");
        assert!(whole.iter().all(|bytes| read(bytes).is_ok()));
        let all = rounds(600, 10_000);
        let taken = taken(&whole, &WORDS, all, SOON, |bytes| {
            let Ok(plan) = read(bytes) else { return false };
            check::check(&ward, &plan);
            check::untold(&ward, &plan);
            left_out(bytes, &plan);
            crate::compare::differences(&plan, &Plan::default());
            assert_eq!(read(&write(&plan)), Ok(plan));
            true
        });
        assert!(taken > 0 && taken < all, "{taken} of {all}");
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
