//! The four figures that stand out in the letter.

use fordel_core::measure::day_part::Split;
use fordel_core::measure::gain::{Alone, Gain};

use super::super::telling::{SMALL_FTE, SMALL_HOURS, SMALL_KR, Telling};
use super::against_key;
use crate::report::KeyFigure;

/// Hours, money, årsverk and courses, each with its comparison.
pub fn key_figures(told: &Telling, gain: &Gain) -> Vec<KeyFigure> {
    let freed = gain.work.freed_hours();
    let mut figures = Vec::new();
    if gain.work.compared > 0 {
        let added = freed.total() <= -SMALL_HOURS;
        figures.push(KeyFigure {
            label: told.say(if added { "report-key-hours-added" } else { "report-key-hours" }),
            value: told.with("report-hours-week", &[("hours", told.hours(freed.total().abs()).into())]),
            compared: told.with(
                "report-key-hours-compared",
                &[("parts", parts(told, if added { freed.times(-1.0) } else { freed }).into())],
            ),
        });
    }
    figures.push(money_figure(told, gain));
    figures.extend(fte_figure(told, gain));
    figures.push(courses_figure(told, gain));
    figures
}

fn fte_figure(told: &Telling, gain: &Gain) -> Option<KeyFigure> {
    let before: f64 = gain.groups.iter().map(|g| g.before.as_ref().map(|b| b.fte)).sum::<Option<f64>>()?;
    let after: f64 = gain.groups.iter().map(|g| g.after.fte).sum();
    let key = against_key("report-key-fte-compared", gain.money.as_ref()?.against);
    let unchanged = (after - before).abs() < SMALL_FTE;
    Some(KeyFigure {
        label: told.say("report-key-fte"),
        value: if unchanged {
            told.say("report-no-change")
        } else {
            told.with("report-fte", &[("fte", told.signed(after - before, 1).into())])
        },
        compared: told.with(&key, &[("before", told.fte(before).into()), ("after", told.fte(after).into())]),
    })
}

fn courses_figure(told: &Telling, gain: &Gain) -> KeyFigure {
    let courses = &gain.courses;
    let key = if courses.seats == 0 { "report-key-courses-none" } else { "report-key-courses-compared" };
    let args = [
        ("seats", courses.seats.into()),
        ("cost", told.about(courses.year_cost).into()),
        ("before", told.about(courses.year_cost_before).into()),
    ];
    KeyFigure {
        label: told.say("report-key-courses"),
        value: told.with("report-courses", &[("courses", courses.courses.into())]),
        compared: told.with(key, &args),
    }
}

fn money_figure(told: &Telling, gain: &Gain) -> KeyFigure {
    let Some(money) = &gain.money else {
        return KeyFigure {
            label: told.say("report-key-cost"),
            value: told.plan.year_cost.map_or_else(|| told.say("report-not-known"), |cost| told.about(cost)),
            compared: told.say(&format!("report-alone-{}", Alone::of(told.ward, told.plan).word())),
        };
    };
    let unchanged = money.saved().abs() < SMALL_KR;
    let key = match () {
        () if unchanged => "report-key-cost",
        () if money.saved() > 0.0 => "report-key-saved",
        () => "report-key-dearer",
    };
    let args = [("before", told.about(money.before).into()), ("after", told.about(money.after).into())];
    KeyFigure {
        label: told.say(key),
        value: if unchanged { told.say("report-no-change") } else { told.about(money.saved().abs()) },
        compared: told.with(&against_key("report-key-cost-compared", money.against), &args),
    }
}

fn parts(told: &Telling, hours: Split) -> String {
    let keys = ["report-part-day", "report-part-evening", "report-part-night", "report-part-weekend"];
    let written: Vec<String> = keys
        .into_iter()
        .zip(hours.parts())
        .map(|(key, value)| told.with(key, &[("hours", told.whole(value).into())]))
        .collect();
    written.join(" · ")
}
