//! A plan's week in numbers, for a program in another language (`peers/weeks.py`) to simulate too, with some weeks as they
//! came and their colours, by which it can tell whether it has the same model.

use fordel_core::simulation::day::Desk;
use fordel_core::simulation::frame::{DayFrame, Frame};
use fordel_core::simulation::variation::Still;
use fordel_core::simulation::week::Week;
use fordel_core::ward::Priority;
use serde_json::{Value, json};

/// Weeks whose draws and colours go along.
const COMPARED: u32 = 100;

/// The frame, with some weeks as they came and their colours.
pub fn written(frame: &Frame, seed: u64) -> Value {
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
    let (mut week, mut desk) = (Week::new(frame), Desk::default());
    let compared = (0..COMPARED).map(|number| {
        week.draw(frame, seed, number, &Still::default());
        let lights: Vec<Vec<usize>> = (0..7)
            .map(|day| {
                desk.live(frame, &week, day);
                desk.lights.iter().map(|light| *light as usize).collect()
            })
            .collect();
        json!({"heads": week.heads, "scale": week.scale, "lights": lights})
    });
    json!({
        "groups": ward.groups.iter().map(|g| json!({"absence": g.absence * (1.0 - variation.covered), "task_time": g.task_time})).collect::<Vec<_>>(),
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
