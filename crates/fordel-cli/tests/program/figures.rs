//! Figures known beforehand: plans of small wards, computed by other means.

use crate::{Scratch, about, entry, json, number, plan, run_to, text, ward};

fn goal<'v>(plan: &'v serde_json::Value, name: &str) -> &'v serde_json::Value {
    &entry(&plan["goals"], "goal", name)["value"]
}

#[test]
fn liten_at_least_cost() {
    let plan = plan(&Scratch::new("liten-cost"), "liten", &["--goals", "cost"]);
    assert_eq!(plan["status"], "optimal");
    about(&plan["year_cost"], 5_758_017.78);
    assert!(number(&plan["bound"]) <= 5_758_017.79 && number(&plan["gap"]) <= 1e-4);
}

#[test]
fn liten_with_the_default_goals_and_its_comparisons() {
    let plan = plan(&Scratch::new("liten"), "liten", &[]);
    assert_eq!(plan["status"], "optimal");
    about(goal(&plan, "overqualified"), 2_730.0);
    assert!(number(&plan["year_cost"]) <= 5_758_017.78 * 1.01 + 0.01);
    assert_eq!(plan["carried"]["status"], "optimal");
    about(&plan["carried"]["year_cost"], 5_919_217.78);
    assert_eq!(plan["rightmost"]["status"], "infeasible");
    about(&plan["rightmost"]["relaxed_cost"], 9_401_556.0);
    assert!(!plan["rightmost"]["reasons"].as_array().expect("reasons").is_empty());
}

#[test]
fn liten_with_the_cost_last_wastes_no_head_and_tells_the_least_cost_by_itself() {
    let scratch = Scratch::new("liten-overqualified");
    let asked = plan(&scratch, "liten", &["--goals", "overqualified,cost"]);
    let (workbook, out) = (ward("liten"), scratch.at("alone"));
    let ran = run_to(0, &["plan", text(&workbook), "--out", &out, "--goals", "overqualified", "--lang", "nb"]);
    let alone = json(&format!("{out}/plan.json"));
    assert_eq!((&alone["status"], &alone["goals"][1]["goal"]), (&"optimal".into(), &"cost".into()));
    assert!((number(&alone["year_cost"]) / number(&asked["year_cost"]) - 1.0).abs() <= 2e-4, "{}", alone["year_cost"]);
    for plan in [&alone, &asked] {
        assert!((number(&plan["bound"]) / 5_758_017.78 - 1.0).abs() <= 1e-4, "{}", plan["bound"]);
        let all = plan["curve"].as_array().and_then(|points| points.last()).expect("a curve");
        assert!((number(&all["year_cost"]) / 5_758_017.78 - 1.0).abs() <= 1e-4, "{all}");
    }
    for told in ["bedre på målet «arbeid over", "Andre mål går foran kostnaden"] {
        assert!(ran.out.contains(told), "{told} in\n{}", ran.out);
    }
}

#[test]
fn umulig_has_no_plan_and_says_what_would_give_one() {
    let scratch = Scratch::new("umulig");
    let (workbook, out) = (ward("umulig"), scratch.at("out"));
    let ran = run_to(1, &["plan", text(&workbook), "--out", &out, "--lang", "nb"]);
    for told in ["Yrkesgrupper!H2", "3,39 årsverk", "Tilstedeværelse!E2", "1 færre"] {
        assert!(ran.out.contains(told), "{told} in\n{}", ran.out);
    }
    let plan = json(&format!("{out}/plan.json"));
    assert_eq!((&plan["status"], &plan["year_cost"]), (&"infeasible".into(), &serde_json::Value::Null));
    assert_eq!(plan["conflict"].as_array().map(Vec::len), Some(2));
    let positions = entry(&plan["conflict"], "rule", "positions");
    about(&positions["value"], 8.0);
    assert!((number(&positions["least_change"]) - 3.3929).abs() < 0.001, "{positions}");
    assert_eq!(number(&entry(&plan["conflict"], "rule", "presence")["least_change"]).abs(), 1.0);
}

#[test]
fn regler_uses_nearly_every_rule() {
    let scratch = Scratch::new("regler");
    let cheapest = plan(&scratch, "regler", &["--goals", "cost", "--time-limit", "120"]);
    assert_eq!(cheapest["status"], "optimal");
    assert!((number(&cheapest["year_cost"]) - 16_428_735.60).abs() <= 1e-4 * 16_428_735.60);
    assert!(number(&cheapest["year_cost"]) > 16_428_735.59);
    let plan = plan(&scratch, "regler", &["--time-limit", "120"]);
    about(goal(&plan, "overqualified"), 9_942.0);
    assert!((number(&plan["carried"]["year_cost"]) - 18_592_433.47).abs() <= 1e-4 * 18_592_433.47);
    assert!((number(&plan["rightmost"]["year_cost"]) - 20_829_165.23).abs() <= 1e-4 * 20_829_165.23);
}

#[test]
fn bare_oppgaver_takes_the_default_ward() {
    let plan = plan(&Scratch::new("bare"), "bare-oppgaver", &["--goals", "cost", "--time-limit", "120"]);
    let cost = number(&plan["year_cost"]);
    assert!(cost > 13_498_978.82 && number(&plan["bound"]) < 13_498_978.84, "{cost}");
}

#[test]
fn the_same_twice() {
    let (first, second) = (Scratch::new("first"), Scratch::new("second"));
    let (a, b) = (plan(&first, "liten", &[]), plan(&second, "liten", &[]));
    for part in ["placements", "staffing", "goals", "year_cost", "work"] {
        assert_eq!(a[part], b[part], "{part}");
    }
}

#[test]
fn flags_win_over_the_workbook() {
    let scratch = Scratch::new("flags");
    let workbook = ward("liten");
    let pinned = plan(&scratch, "liten", &["--goals", "cost", "--pin", "2=SPL", "--pin", "5=HFA"]);
    for placed in pinned["placements"].as_array().expect("placements") {
        match number(&placed["row"]) as u32 {
            2 => assert_eq!(placed["group"], "SPL"),
            5 => assert_eq!(placed["group"], "HFA"),
            _ => {}
        }
    }
    let still = plan(&scratch, "liten", &["--goals", "cost", "--max-moves", "0"]);
    about(&still["year_cost"], number(&still["carried"]["year_cost"]));
    assert_eq!(plan(&scratch, "liten", &["--goals", "cost", "--alike", "no"])["alike"], "no");
    let out = scratch.at("out");
    run_to(1, &["plan", text(&workbook), "--out", &out, "--budget", "5 000 000"]);
    assert_eq!(json(&format!("{out}/plan.json"))["status"], "infeasible");
}
