//! `fordel simulate`: how sure a plan is, by many weeks that vary.

use clap::{Arg, ArgMatches};
use fordel_app::{Reinforced, Simulated, Weeks};
use fordel_core::shortage::Light;
use fordel_core::simulation::reinforce::Step;
use fordel_core::simulation::sources::{Change, Driven};
use fordel_core::simulation::tally::{Mean, Share};
use fordel_core::time::Day;
use fordel_text::Texts;

use super::{Session, Trouble, json, option, path, place, text};
use crate::exit::Exit;
use crate::table;
use crate::values;

pub fn arguments(texts: &Texts) -> Vec<Arg> {
    vec![
        place("ward", "WARD.xlsx", texts.get("arg-ward")),
        place("plan", "PLAN", texts.get("arg-plan-file")),
        option("weeks", "10000", texts.get("arg-weeks")),
        option("seed", "1", texts.get("arg-seed")),
        option("red-under", "1%", texts.get("arg-red-under")),
        json(texts),
    ]
}

pub fn run(matches: &ArgMatches, session: &Session) -> Result<Exit, Trouble> {
    let default = Weeks::default();
    let asked = Weeks {
        weeks: text(matches, "weeks").map_or(Ok(default.weeks), values::weeks)?,
        seed: text(matches, "seed").map_or(Ok(default.seed), |t| values::whole(t, "wrong-seed"))?,
        red_under: text(matches, "red-under").map(values::red_under).transpose()?,
    };
    let simulated = fordel_app::simulate(path(matches, "ward"), path(matches, "plan"), asked)?;
    if matches.get_flag("json") {
        session.terminal.say(&simulated.to_json());
    } else {
        let words = Words { simulated: &simulated, texts: session.texts };
        words.lines(session.quiet).iter().for_each(|line| session.terminal.say(line));
    }
    let fails = simulated.reinforced.as_ref().is_some_and(|r| !r.reached);
    Ok(if fails { Exit::No } else { Exit::Good })
}

/// The weeks in plain words.
struct Words<'a> {
    simulated: &'a Simulated,
    texts: &'a Texts,
}

impl Words<'_> {
    fn lines(&self, quiet: bool) -> Vec<String> {
        let (texts, tally, ward) = (self.texts, &self.simulated.tally, &self.simulated.frame.ward);
        let head = [
            ("unit", ward.unit.as_str().into()),
            ("weeks", (tally.weeks as f64).into()),
            ("seed", self.simulated.asked.seed.to_string().into()),
        ];
        let mut lines = vec![texts.with("simulate-head", &head)];
        let week = tally.week();
        for light in [Light::Green, Light::Yellow, Light::Red] {
            let share = self.share(week[light as usize]);
            let key = format!("simulate-week-{}", light.name());
            lines.push(format!("  {}", texts.with(&key, &[("share", share.into())])));
        }
        for light in [Light::Red, Light::Yellow] {
            lines.push(texts.get(&format!("simulate-table-{}", light.name())));
            lines.extend(self.table(light));
        }
        lines.extend(self.help());
        lines.push(texts.with("simulate-drivers", &[("hours", self.mean(self.simulated.base.hours).into())]));
        let base = self.simulated.base.hours.mean;
        // A group whose absence changes nothing is left out.
        let is_told = |d: &&Driven| matches!(d.change, Change::Held(_)) || (d.hours.mean - base).abs() >= 0.5;
        let rows: Vec<Vec<String>> = self.simulated.driven.iter().filter(is_told).map(|d| self.driver(d)).collect();
        lines.extend(table::lines(&rows).into_iter().map(|line| format!("  {line}")));
        if let Some(reinforced) = &self.simulated.reinforced {
            lines.extend(self.reinforced(reinforced));
        }
        if !quiet {
            lines.extend(self.simulated.rests_on(self.texts));
        }
        lines
    }

    /// Shares of a colour: a row for each interval, a column for each day.
    fn table(&self, light: Light) -> Vec<String> {
        let (texts, frame) = (self.texts, &self.simulated.frame);
        let cells = self.simulated.tally.cells(frame);
        let mut rows = vec![vec![String::new()]];
        rows[0].extend(Day::all().map(|d| texts.get(&format!("day-short-{}", d.number()))));
        for (i, interval) in frame.ward.intervals.iter().enumerate() {
            let own = cells.iter().filter(|c| c.cell.interval == i);
            let shares = own.map(|c| texts.percent(c.shares[light as usize].share, 1));
            rows.push([texts.timing(&interval.label())].into_iter().chain(shares).collect());
        }
        table::lines(&rows).into_iter().map(|line| format!("  {line}")).collect()
    }

    fn help(&self) -> Vec<String> {
        let (texts, simulated) = (self.texts, self.simulated);
        let tally = &simulated.tally;
        let mut lines = vec![texts.with("simulate-hours", &[("hours", self.mean(tally.hours()).into())])];
        let ward = &simulated.frame.ward;
        let groups = ward.group_ids().filter(|g| tally.hours_of(*g).mean >= 0.5);
        let named = |group| texts.group_name(&ward.group(group).code, &ward.group(group).name);
        lines.extend(groups.map(|g| format!("  {}: {}", named(g), self.mean(tally.hours_of(g)))));
        let kroner = tally.kroner(&simulated.frame);
        if !kroner.is_empty() && tally.hours().mean > 0.0 {
            lines.push(texts.get("simulate-relief"));
        }
        for (relief, kr) in kroner.iter().filter(|_| tally.hours().mean > 0.0) {
            let step = texts.get(&format!("relief-{}", relief.name()));
            let args = [
                ("step", step.into()),
                ("cost", texts.about_kroner(kr.mean).into()),
                ("error", texts.about_kroner(2.0 * kr.error).into()),
            ];
            lines.push(format!("  {}", texts.with("simulate-relief-step", &args)));
        }
        lines
    }

    fn driver(&self, driven: &Driven) -> Vec<String> {
        let (texts, ward) = (self.texts, &self.simulated.frame.ward);
        let name = match driven.change {
            Change::Held(source) => texts.get(&format!("simulate-held-{}", source.name())),
            Change::Absence(group, factor) => {
                let of = ward.group(group);
                let args = [
                    ("group", texts.group_name(&of.code, &of.name).into()),
                    ("percent", texts.percent((factor - 1.0).abs(), 0).into()),
                ];
                texts.with(if factor < 1.0 { "simulate-absence-down" } else { "simulate-absence-up" }, &args)
            }
        };
        let difference = driven.hours.mean - self.simulated.base.hours.mean;
        let args =
            [("hours", texts.signed(difference, 0).into()), ("cells", texts.fixed(driven.red_cells.mean, 2).into())];
        vec![name, texts.with("simulate-driver", &args)]
    }

    fn reinforced(&self, r: &Reinforced) -> Vec<String> {
        let (texts, told) = (self.texts, self.simulated);
        let mut lines = vec![told.reinforced_says(texts)];
        let row = |step: &Step| {
            let cost = texts.with("simulate-step", &[("cost", texts.kroner(step.year_kr).into())]);
            vec![told.step(step, texts), cost]
        };
        let rows: Vec<Vec<String>> = r.steps.iter().map(row).collect();
        lines.extend(table::lines(&rows).into_iter().map(|line| format!("  {line}")));
        lines.extend(told.reinforced_holds(texts));
        if !r.broken.is_empty() && !r.steps.is_empty() {
            lines.push(texts.get("simulate-under-broken"));
            lines.extend(r.broken.iter().map(|b| format!("  {}", texts.broken(b))));
        }
        lines
    }

    fn share(&self, share: Share) -> String {
        self.simulated.share(share, self.texts)
    }

    /// `1 234 ± 12`.
    fn mean(&self, mean: Mean) -> String {
        let args =
            [("mean", self.texts.fixed(mean.mean, 0).into()), ("error", self.texts.fixed(2.0 * mean.error, 0).into())];
        self.texts.with("simulate-mean", &args)
    }
}
