//! Answers as JSON, for other programs. Keys are the plan's own (`plan.json`) wherever they tell the same.

use fordel_core::complaint::{Complaint, Severity, Value as Argument};
use fordel_text::Texts;
use serde_json::{Map, Value, json};

use crate::{Checked, CoursesOrdered, Differences, Explained, Planned, Validated, plan_json};

impl Planned {
    /// The plan itself, as in `plan.json`.
    pub fn to_json(&self) -> String {
        String::from_utf8_lossy(&plan_json::write(&self.plan)).into_owned()
    }
}

impl Validated {
    /// `{"good", "unit", "lines", "groups", "shifts", "complaints": [{"severity", "code", "place", …}]}`.
    pub fn to_json(&self, texts: &Texts) -> String {
        let holds = self.holds.as_ref();
        pretty(&json!({
            "good": holds.is_some(),
            "unit": holds.map(|h| &h.unit),
            "lines": holds.map(|h| h.lines),
            "groups": holds.map(|h| h.groups),
            "shifts": holds.map(|h| h.shifts),
            "complaints": self.complaints.iter().map(|c| complaint(c, texts)).collect::<Vec<_>>(),
        }))
    }
}

impl Checked {
    /// `{"good", "broken": […], "untold": […], "figures": {…}}`.
    pub fn to_json(&self, texts: &Texts) -> String {
        let figures = &self.report.recomputed;
        let broken = self.report.broken.iter().map(|b| {
            let mut told = json!(b);
            if let Value::Object(told) = &mut told {
                told.insert("sentence".into(), texts.broken(b).into());
            }
            told
        });
        let goals: Map<String, Value> = figures.goals.iter().map(|(g, v)| (g.name().to_owned(), json!(v))).collect();
        pretty(&json!({
            "good": self.report.broken.is_empty(),
            "broken": broken.collect::<Vec<_>>(),
            "untold": self.untold,
            "figures": {
                "year_cost": figures.year_cost,
                "week_cost": figures.week_cost,
                "goals": goals,
                "moves": figures.moves,
                "unfit_minutes": figures.unfit_minutes,
                "groups": figures.groups,
                "training": figures.training,
                "workload": figures.workload,
            },
        }))
    }
}

impl Explained {
    /// A list with one entry for each placement of the line: the group it stands on and every other.
    pub fn to_json(&self) -> String {
        pretty(&json!(self.why))
    }
}

impl Differences {
    /// `{"units", "moved", "staffing", "groups", "year_cost", "training_cost", "changed_by_hand"}`, pairs told as `{"a", "b"}`.
    pub fn to_json(&self) -> String {
        let pair = |a: Value, b: Value| json!({"a": a, "b": b});
        let moved = self.moved.iter().map(
            |m| json!({"row": m.row, "task": m.task, "timing": m.timing, "days": m.days, "from": m.from, "to": m.to}),
        );
        let staffing = self.heads.iter().map(|h| json!({"group": h.group, "shift": h.shift, "a": h.a, "b": h.b}));
        let groups = self.groups.iter().map(|g| {
            json!({
                "group": g.group,
                "fte": pair(json!(g.fte.0), json!(g.fte.1)),
                "paid_hours_week": pair(json!(g.paid_hours_week.0), json!(g.paid_hours_week.1)),
                "minutes_week": pair(json!(g.minutes_week.0), json!(g.minutes_week.1)),
            })
        });
        pretty(&json!({
            "units": pair(json!(self.units.0), json!(self.units.1)),
            "moved": moved.collect::<Vec<_>>(),
            "staffing": staffing.collect::<Vec<_>>(),
            "groups": groups.collect::<Vec<_>>(),
            "year_cost": pair(json!(self.year_cost.0), json!(self.year_cost.1)),
            "training_cost": pair(json!(self.training_cost.0), json!(self.training_cost.1)),
            "changed_by_hand": pair(json!(self.changed_by_hand.0), json!(self.changed_by_hand.1)),
        }))
    }
}

impl CoursesOrdered {
    /// `{"first", "before", "steps"}`: courses that are there from the start, what is reached without any other, and each other
    /// with what is reached with it; with the months where hours a month were told.
    pub fn to_json(&self) -> String {
        let with_months = |at: usize, mut told: Value| {
            if let Some((first, last)) = self.months.as_ref().and_then(|(_, months)| months.get(at)) {
                told["months"] = json!([first, last]);
            }
            told
        };
        let from = self.order.first.len();
        let first = self.order.first.iter().enumerate().map(|(at, course)| with_months(at, json!(course)));
        let steps = self.order.steps.iter().enumerate().map(|(at, step)| with_months(from + at, json!(step)));
        pretty(&json!({
            "unit": self.ward.unit,
            "first": first.collect::<Vec<_>>(),
            "before": self.order.before,
            "hours_a_month": self.months.as_ref().map(|(hours, _)| hours),
            "steps": steps.collect::<Vec<_>>(),
        }))
    }
}

fn complaint(complaint: &Complaint, texts: &Texts) -> Value {
    let values: Map<String, Value> = complaint
        .args
        .iter()
        .map(|(name, value)| {
            let value = match value {
                Argument::Text(text) => json!(text),
                Argument::Number(number) | Argument::Written(number) => json!(number),
                Argument::Day(day) => json!(day.to_string()),
            };
            ((*name).to_owned(), value)
        })
        .collect();
    json!({
        "severity": match complaint.severity {
            Severity::Fault => "fault",
            Severity::Notice => "notice",
            Severity::Assumed => "assumed",
        },
        "code": complaint.code,
        "place": complaint.place.to_string(),
        "sheet": complaint.place.sheet,
        "cell": complaint.place.cell,
        "values": values,
        "sentence": texts.complaint(complaint),
    })
}

fn pretty(value: &Value) -> String {
    plan_json::pretty(value).trim_end().to_owned()
}
