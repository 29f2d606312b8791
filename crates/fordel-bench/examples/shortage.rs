//! How long the traffic light takes on a ward: every shift of the week, each with one and two of each group missing.
//! `cargo run --release -p fordel-bench --example shortage -- WARD.xlsx PLAN.json`

use std::time::{Duration, Instant};

use fordel_core::check::shortage::flaws;
use fordel_core::plan::Plan;
use fordel_core::shortage::asked::{Moment, names_on};
use fordel_core::shortage::{Answer, Light};
use fordel_core::time::Day;
use fordel_core::ward::Ward;

fn main() -> Result<(), String> {
    let mut arguments = std::env::args().skip(1);
    let (Some(ward), Some(plan)) = (arguments.next(), arguments.next()) else {
        return Err("name a workbook and a plan.json".into());
    };
    let read = |path: &str| std::fs::read(path).map_err(|why| format!("{path}: {why}"));
    let ward: Ward = fordel_sheets::read_ward_bytes(&read(&ward)?).ward.ok_or("the workbook has faults")?;
    let plan: Plan = serde_json::from_slice(&read(&plan)?).map_err(|why| why.to_string())?;
    let (mut answers, mut checks) = (Vec::new(), Vec::new());
    let mut lights = [0; 3];
    for day in Day::all() {
        for shift in names_on(&ward, day) {
            for group in ward.group_ids() {
                for missing in 0..=2 {
                    let Ok(moment) = Moment::named(&ward, day, &shift) else { continue };
                    let Ok(asked) = moment.missing(&ward, &plan.staffing, &[(group, missing)]) else { continue };
                    let start = Instant::now();
                    let answer: Answer = fordel_engine::shortage(&ward, &plan, &asked);
                    answers.push(start.elapsed());
                    let start = Instant::now();
                    assert!(flaws(&ward, &plan, &answer).is_empty(), "{day:?} {shift}");
                    checks.push(start.elapsed());
                    lights[match answer.light {
                        Light::Green => 0,
                        Light::Yellow => 1,
                        Light::Red => 2,
                    }] += 1;
                }
            }
        }
    }
    println!("{} questions: {} green, {} yellow, {} red", answers.len(), lights[0], lights[1], lights[2]);
    println!("answer: {}", spread(answers));
    println!("check:  {}", spread(checks));
    Ok(())
}

/// The median and the longest.
fn spread(mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |share: usize| times.get(times.len() * share / 100).or(times.last()).copied().unwrap_or_default();
    format!("median {:.1?}, 95 % within {:.1?}, longest {:.1?}", at(50), at(95), at(100))
}
