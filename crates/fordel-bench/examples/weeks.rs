//! How long simulated weeks of a plan take, and the same week in numbers for a program in another language
//! (`peers/weeks.py`) to simulate too.
//! `cargo run --release -p fordel-bench --example weeks -- WARD.xlsx PLAN.json WEEKS FRAME.json`

use std::time::Instant;

use fordel_core::plan::Plan;
use fordel_core::simulation::day::Desk;
use fordel_core::simulation::frame::{DayFrame, Frame};
use fordel_core::simulation::variation::Still;
use fordel_core::simulation::week::Week;
use fordel_core::simulation::{batches, simulate, weeks};
use fordel_core::ward::{Priority, Ward};
use serde_json::{Value, json};

/// Weeks whose draws and colours go along, to be compared.
const COMPARED: u32 = 100;
const SEED: u64 = 1;

fn main() -> Result<(), String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [ward, plan, count, out] = arguments.as_slice() else {
        return Err("name a workbook, a plan.json, how many weeks, and where to write the frame".into());
    };
    let read = |path: &str| std::fs::read(path).map_err(|why| format!("{path}: {why}"));
    let ward: Ward = fordel_sheets::read_ward_bytes(&read(ward)?).ward.ok_or("the workbook has faults")?;
    let plan: Plan = serde_json::from_slice(&read(plan)?).map_err(|why| why.to_string())?;
    let count: u32 = count.parse().map_err(|_| "weeks is a number")?;
    let frame = Frame::new(&ward, &plan);
    std::fs::write(out, written(&frame).to_string()).map_err(|why| format!("{out}: {why}"))?;
    let still = Still::default();
    let start = Instant::now();
    let one = simulate(&frame, SEED, &still, count);
    println!("{count} weeks on one thread: {:.2?}", start.elapsed());
    let batches: Vec<_> = batches(count).collect();
    let (early, late) = batches.split_at(batches.len() / 2);
    let run = |of: &[std::ops::Range<u32>]| of.iter().for_each(|b| drop(weeks(&frame, SEED, &still, b.clone())));
    let start = Instant::now();
    std::thread::scope(|scope| {
        scope.spawn(|| run(early));
        run(late);
    });
    println!("{count} weeks on two threads: {:.2?}", start.elapsed());
    let (red, yellow, hours) = (one.red_cells(), one.yellow_cells(), one.hours());
    println!("red cells a week {:.3} ± {:.3}", red.mean, red.error);
    println!("yellow cells a week {:.3} ± {:.3}", yellow.mean, yellow.error);
    println!("hours a year {:.0} ± {:.0}", hours.mean, hours.error);
    Ok(())
}

/// The frame, with some weeks as they came and their colours.
fn written(frame: &Frame) -> Value {
    let ward = &frame.ward;
    let variation = &ward.settings.variation;
    let range = |line: usize| {
        let line = &ward.lines[line];
        (line.minutes_low.unwrap_or(line.minutes), line.minutes_high.unwrap_or(line.minutes))
    };
    let works = frame.works.iter().map(|w| {
        let (low, high) = range(w.line.0);
        json!({"times": w.times, "driver": w.driver, "day": w.day.0, "minutes": w.minutes, "low": low, "high": high,
               "varies": w.pert.is_some()})
    });
    let (mut week, mut desk) = (Week::new(frame), Desk::new(frame));
    let compared = (0..COMPARED).map(|number| {
        week.draw(frame, SEED, number, &Still::default());
        let lights: Vec<Vec<usize>> = (0..7)
            .map(|day| {
                desk.live(frame, &week, day);
                desk.lights.iter().map(|light| *light as usize).collect()
            })
            .collect();
        json!({"heads": week.heads, "scale": week.scale, "lights": lights})
    });
    json!({
        "groups": ward.groups.iter().map(|g| json!({"absence": g.absence, "task_time": g.task_time})).collect::<Vec<_>>(),
        "illness_spread": variation.illness_spread,
        "activity_spread": variation.activity_spread,
        "drivers": ward.drivers.len(),
        "shifts": ward.shifts.iter().map(|s| s.group.0).collect::<Vec<_>>(),
        "heads": frame.heads,
        "works": works.collect::<Vec<_>>(),
        "days": frame.days.iter().map(day).collect::<Vec<_>>(),
        "compared": compared.collect::<Vec<_>>(),
    })
}

fn day(day: &DayFrame) -> Value {
    let colour = |p: Priority| match p {
        Priority::Red => 2,
        Priority::Yellow => 1,
        Priority::Green => 0,
    };
    let parts = day.parts.iter().map(|p| json!({"slot": p.slot, "minutes": p.stretch.minutes, "on": p.on}));
    let guards = day.guards.iter().map(|g| json!({"part": g.part, "groups": g.groups, "count": g.count}));
    let kinds =
        day.kinds.iter().map(|k| json!({"colour": colour(k.colour), "own": k.own, "slots": k.slots, "doers": k.doers}));
    let bounds = day.clusters.iter().flat_map(|c| &c.bounds);
    let bounds = bounds.map(|b| json!({"part": b.part, "people": b.people, "doers": b.doers}));
    json!({
        "slots": day.cells.len(),
        "parts": parts.collect::<Vec<_>>(),
        "guards": guards.collect::<Vec<_>>(),
        "kinds": kinds.collect::<Vec<_>>(),
        "feeds": day.feeds.iter().map(|f| json!([f.work, f.kind, f.minutes])).collect::<Vec<_>>(),
        "bounds": bounds.collect::<Vec<_>>(),
    })
}
