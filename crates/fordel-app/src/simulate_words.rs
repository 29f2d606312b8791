//! What terminal and pages say alike of simulated weeks: what they rest on, what more certainty costs, what drives them.

use fordel_core::simulation::reinforce::{Redness, Step};
use fordel_core::simulation::tally::Share;
use fordel_core::time::Cell;
use fordel_text::Texts;

use crate::service::Picture;
use crate::{Reinforced, Simulated};

impl Reinforced {
    /// How the heads were found, and that they may not be the cheapest.
    pub fn found_by(&self, texts: &Texts) -> String {
        texts.get(if self.reached { "simulate-under-heuristic" } else { "simulate-under-as-far" })
    }

    /// What a proposal with these heads is called: `Rødt under 5 %`.
    pub fn proposal_name(&self, texts: &Texts) -> String {
        let is_whole = (self.under * 1000.0).round() % 10.0 == 0.0;
        let under = texts.percent(self.under, i16::from(!is_whole));
        let key = if self.reached { "certainty-proposal-name" } else { "certainty-proposal-name-not" };
        texts.with(key, &[("under", under.into())])
    }
}

impl Simulated {
    /// What the weeks rest on: assumptions, ranges, how hours are counted.
    pub fn rests_on(&self, texts: &Texts) -> Vec<String> {
        let variation = &self.frame.ward.settings.variation;
        let (ranges, lines) = self.frame.ranges_told();
        let more = self.tally.minutes().mean / self.planned_minutes.max(1.0) - 1.0;
        let args = [
            ("illness", texts.percent(variation.illness_spread, 0).into()),
            ("covered", texts.percent(variation.covered, 0).into()),
            ("activity", texts.percent(variation.activity_spread, 0).into()),
            ("range", texts.percent(variation.minutes_range, 0).into()),
            ("ranges", ranges.into()),
            ("lines", lines.into()),
            ("without", (lines - ranges).into()),
            ("more", texts.percent(more, 1).into()),
        ];
        let mut notes = vec![texts.with("simulate-rests", &args), texts.get("simulate-nobody-called")];
        notes.push(texts.with("simulate-ranges", &args));
        if more >= 0.005 {
            notes.push(texts.with("simulate-more-work", &args));
        }
        notes.push(texts.get("simulate-by-the-minute"));
        notes
    }

    /// What it costs to keep red under the share that was asked for, in a sentence; empty where none was.
    pub fn reinforced_says(&self, texts: &Texts) -> String {
        let Some(r) = &self.reinforced else { return String::new() };
        let key = match (r.reached, r.steps.is_empty()) {
            (true, true) => "simulate-under-already",
            (true, false) => "simulate-under-reached",
            (false, _) => "simulate-under-not",
        };
        let args = [
            ("under", texts.percent(r.under, 1).into()),
            ("cost", texts.about_kroner(r.year_kr).into()),
            ("share", texts.percent(r.year_kr / self.year_kr.max(1.0), 1).into()),
            ("cell", self.cell(r.before.cell, texts).into()),
            ("red", self.share(r.before.worst, texts).into()),
        ];
        texts.with(key, &args)
    }

    /// How red it is with the heads added, how that held in weeks that it wasn't found by, and that it may not be cheapest.
    pub fn reinforced_holds(&self, texts: &Texts) -> Vec<String> {
        let Some(r) = self.found() else { return Vec::new() };
        let says = |key: &str, redness: &Redness| {
            let args = [
                ("cell", self.cell(redness.cell, texts).into()),
                ("red", self.share(redness.worst, texts).into()),
                ("cells", texts.number(redness.red_cells.mean).into()),
                ("hours", texts.fixed(redness.hours.mean, 0).into()),
                ("weeks", (self.tally.weeks as f64).into()),
                ("seed", r.fresh_seed.to_string().into()),
            ];
            texts.with(key, &args)
        };
        vec![
            says("simulate-under-before", &r.before),
            says("simulate-under-after", &r.after),
            says("simulate-under-fresh", &r.fresh),
            r.found_by(texts),
        ]
    }

    /// `12,3 % (11,7–12,9 %)`.
    pub fn share(&self, share: Share, texts: &Texts) -> String {
        let args = [
            ("share", texts.percent(share.share, 1).into()),
            ("low", texts.fixed(100.0 * share.low, 1).into()),
            ("high", texts.percent(share.high, 1).into()),
        ];
        texts.with("simulate-share", &args)
    }

    /// A step by its group, shift and days: `+1 SPL Dag, man–fre`.
    pub fn step(&self, step: &Step, texts: &Texts) -> String {
        let ward = &self.frame.ward;
        let shift = &ward.shifts[step.shift.0];
        let days: Vec<u8> = step.days.iter().map(|d| d.number()).collect();
        format!("+1 {} {}, {}", ward.group(shift.group).code, shift.name, texts.days(&days))
    }

    /// What drives the hours, as a picture; none where nothing does.
    pub fn drivers(&self, texts: &Texts) -> Option<Picture> {
        fordel_reports::drivers(&self.frame.ward, &self.base, &self.driven, texts).map(Picture::from)
    }

    /// A cell by its day and interval.
    pub fn cell(&self, cell: Cell, texts: &Texts) -> String {
        let label = texts.timing(&self.frame.ward.intervals.get(cell.interval).label());
        format!("{} {label}", texts.get(&format!("day-{}", cell.day.number())))
    }
}
