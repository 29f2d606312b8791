//! The years ahead in sentences: what is needed and what there will be, scenarios, what it all rests on.

use fordel_core::projection::ages::Ages;
use fordel_core::projection::demand::{uses, without_use};
use fordel_core::projection::drawn::Drawn;
use fordel_core::projection::outlook::{Band, Figures, GroupTold, Projection, SHORT, ScenarioTold};
use fordel_core::projection::scenario::Scenario;
use fordel_core::projection::{Entry, What};
use fordel_core::ward::Ward;

use crate::Texts;

impl Texts {
    /// Positions: `12,3`.
    pub fn positions(&self, number: f64) -> String {
        let rounded = (number * 10.0).round() / 10.0;
        self.fixed(if rounded == 0.0 { 0.0 } else { rounded }, 1)
    }

    /// From the lower end of a band to the upper: `3,1 til 5,2`.
    pub fn band(&self, band: Band) -> String {
        let (low, high) = (self.positions(band.low), self.positions(band.high));
        if low == high { low } else { self.with("projection-band", &[("low", low.into()), ("high", high.into())]) }
    }

    /// A scenario's name.
    pub fn projection_scenario(&self, scenario: Scenario) -> String {
        self.get(&format!("projection-scenario-{}", scenario.name()))
    }

    /// Growth with its sign: `+30,1 %`.
    pub fn growth(&self, share: f64) -> String {
        let percent = self.percent(share.abs(), 1);
        let sign = if share < 0.0 && percent != self.percent(0.0, 1) { "−" } else { "+" };
        format!("{sign}{percent}")
    }

    /// In a few sentences: what is needed now and in the last year, what there is, and what lacks.
    pub fn projection_said(&self, told: &Projection) -> Vec<String> {
        let (now, last) = (told.as_today(), told.question.years as usize);
        let (name, more) = match (&told.name, told.units.as_slice()) {
            (Some(name), _) => (name.as_str(), 0),
            (None, [first, more @ ..]) => (first.name.as_str(), more.len()),
            (None, []) => ("", 0),
        };
        let mut said = Vec::new();
        let head = [
            ("unit", name.into()),
            ("more", more.into()),
            ("first", told.question.first.to_string().into()),
            ("last", told.years().last().unwrap_or_default().to_string().into()),
        ];
        said.push(self.with("projection-head", &head));
        if told.is_empty {
            said.push(self.get("projection-empty"));
        }
        let need = [
            ("now", self.positions(now.sum(0, |of| of.need)).into()),
            ("then", self.positions(now.sum(last, |of| of.need)).into()),
            ("growth", told.growth(now, last).map_or_else(|| "–".to_owned(), |share| self.growth(share)).into()),
            ("filled-now", self.positions(now.sum(0, |of| of.positions)).into()),
            ("filled", self.positions(now.sum(last, |of| of.positions)).into()),
        ];
        said.push(self.with("projection-need", &need));
        let short = now.sum(last, |of| of.short());
        if short < SHORT {
            said.push(self.get("projection-covered"));
        } else {
            // Several groups may each lack too little to be seen.
            let people = now.sum(last, Figures::short_people).max(1.0);
            let args = [("positions", self.positions(short).into()), ("people", people.into())];
            said.push(self.with("projection-short", &args));
        }
        if told.has_band {
            said.push(self.with("projection-likely", &[("band", self.band(now.short[last]).into())]));
        }
        said
    }

    /// A sentence for each group that lacks positions in the last year, those who lack most first: how many, and since when.
    pub fn projection_lacking(&self, told: &Projection) -> Vec<String> {
        let last = told.question.years as usize;
        let groups = told.as_today().groups.iter();
        let mut lacking: Vec<(&GroupTold, usize)> = groups.filter_map(|of| Some((of, of.short_from()?))).collect();
        lacking.sort_by(|(a, _), (b, _)| b.years[last].short().total_cmp(&a.years[last].short()));
        let year = |t: usize| told.years().nth(t).unwrap_or_default().to_string();
        let said = |(group, from): (&GroupTold, usize)| {
            let name = if group.name.is_empty() { &*group.code } else { self.group_name(&group.code, &group.name) };
            let args = [
                ("group", name.into()),
                ("positions", self.positions(group.years[last].short()).into()),
                ("last", year(last).into()),
                ("from", year(from).into()),
            ];
            self.with(if from == 0 { "projection-lacks-now" } else { "projection-lacks" }, &args)
        };
        lacking.into_iter().map(said).collect()
    }

    /// A scenario in the last year: its name, need, growth, positions filled, what lacks with its band, people who lack.
    pub fn projection_scenario_row(&self, told: &Projection, of: &ScenarioTold) -> Vec<String> {
        let last = told.question.years as usize;
        vec![
            self.projection_scenario(of.scenario),
            self.positions(of.sum(last, |of| of.need)),
            told.growth(of, last).map_or_else(|| "–".to_owned(), |share| self.growth(share)),
            self.positions(of.sum(last, |of| of.positions)),
            self.positions(of.sum(last, |of| of.short())),
            self.band(of.short[last]),
            self.fixed(of.sum(last, Figures::short_people), 0),
        ]
    }

    /// A year of a scenario: need and growth, people with who retired, left and joined, positions filled, what lacks.
    pub fn projection_year_row(&self, told: &Projection, of: &ScenarioTold, t: usize) -> Vec<String> {
        vec![
            told.years().nth(t).unwrap_or_default().to_string(),
            self.positions(of.sum(t, |of| of.need)),
            told.growth(of, t).map_or_else(|| "–".to_owned(), |share| self.growth(share)),
            self.positions(of.sum(t, |of| of.people)),
            self.positions(of.sum(t, |of| of.retired)),
            self.positions(of.sum(t, |of| of.left)),
            self.positions(of.sum(t, |of| of.joined)),
            self.positions(of.sum(t, |of| of.positions)),
            self.positions(of.sum(t, |of| of.short())),
            self.band(of.short[t]),
        ]
    }

    /// A group in a year: its name, need, people, positions filled, what lacks or is more, in positions with the band and in
    /// people.
    pub fn projection_group_row(&self, of: &GroupTold, t: usize) -> Vec<String> {
        let figures = &of.years[t];
        let lacking = figures.short_people();
        let people = if lacking > 0.0 { lacking } else { figures.gap_people().round() };
        vec![
            format!("{} {}", of.code, self.group_name(&of.code, &of.name)),
            self.positions(figures.need),
            self.positions(figures.people),
            self.positions(figures.positions),
            self.positions(figures.gap()),
            self.band(of.gap[t]),
            self.fixed(if people == 0.0 { 0.0 } else { people }, 0),
        ]
    }

    /// What an assumption is about.
    pub fn projection_what(&self, what: What) -> String {
        self.get(&format!("projection-what-{}", what.name()))
    }

    /// An assumption: what, group, ages, from which year, value, range, source.
    pub fn projection_entry(&self, ward: &Ward, entry: &Entry) -> Vec<String> {
        let figure = |figure: f64| if entry.what.is_share() { self.percent_plain(figure) } else { self.number(figure) };
        let range = match (entry.value.low, entry.value.high) {
            (None, None) => String::new(),
            (low, high) => {
                let ends = [low, high].map(|end| figure(end.unwrap_or(entry.value.value)));
                self.with("projection-band", &[("low", ends[0].clone().into()), ("high", ends[1].clone().into())])
            }
        };
        vec![
            self.projection_what(entry.what),
            entry.group.map_or_else(String::new, |group| ward.group(group).code.clone()),
            entry.ages.map_or_else(String::new, |ages: Ages| ages.to_string()),
            entry.from.map_or_else(String::new, |year| year.to_string()),
            figure(entry.value.value),
            range,
            entry.source.clone().unwrap_or_default(),
        ]
    }

    /// A share as percent with the decimals that it has.
    fn percent_plain(&self, share: f64) -> String {
        let tenths = (share * 1000.0).round() / 10.0;
        self.percent(share, if tenths.fract() == 0.0 { 0 } else { 1 })
    }

    /// What the years ahead rest on: how they are reckoned, from what, and what is taken where nobody has told.
    pub fn projection_rests(&self, told: &Projection, wards: &[&Ward]) -> Vec<String> {
        let mut said = vec![self.get("projection-rests-demand"), self.get("projection-rests-supply")];
        said.push(self.get("projection-rests-gap"));
        if told.has_band {
            let args = [("draws", told.question.draws.into()), ("seed", told.question.seed.to_string().into())];
            said.push(self.with("projection-rests-band", &args));
        } else {
            said.push(self.get("projection-rests-sure"));
        }
        for (unit, ward) in told.units.iter().zip(wards) {
            let name = [("unit", unit.name.as_str().into())];
            said.push(self.with(&format!("projection-rests-basis-{}", unit.basis.name()), &name));
            let of = &ward.projection;
            if unit.demand.iter().all(|demand| demand.units <= 0.0) {
                said.push(self.with("projection-rests-no-demand", &name));
            } else if let Some(last) = of.residents.iter().map(|row| row.year).max()
                && told.years().last().is_some_and(|year| year > last)
            {
                let args = [("unit", unit.name.as_str().into()), ("year", last.to_string().into())];
                said.push(self.with("projection-rests-last-year", &args));
            }
            let with_use: Vec<Ages> =
                uses(&Drawn::written(of), told.question.first).into_iter().map(|of| of.ages).collect();
            let unused: Vec<String> = without_use(&with_use, &of.residents).iter().map(ToString::to_string).collect();
            if !unused.is_empty() {
                let args = [("unit", unit.name.as_str().into()), ("ages", unused.join(", ").into())];
                said.push(self.with("projection-rests-without-use", &args));
            }
            for what in [What::People, What::Retire, What::Leave, What::Recruits] {
                let is_told = |at: usize| {
                    let of_it = |entry: &&Entry| entry.what == what && entry.group.is_none_or(|group| group.0 == at);
                    of.entries.iter().any(|entry| of_it(&entry))
                };
                let lacks: Vec<&str> =
                    (0..ward.groups.len()).filter(|at| !is_told(*at)).map(|at| ward.groups[at].code.as_str()).collect();
                if lacks.is_empty() {
                    continue;
                }
                let usual = what.usual().unwrap_or(0.0);
                let usual = if what.is_share() { self.percent_plain(usual) } else { self.number(usual) };
                let args =
                    [("unit", unit.name.as_str().into()), ("groups", lacks.join(", ").into()), ("usual", usual.into())];
                said.push(self.with(&format!("projection-rests-usual-{}", what.name()), &args));
            }
        }
        said.push(match (&told.population, told.units.first()) {
            (Some(of), Some(unit)) => {
                let args = [
                    ("unit", unit.name.as_str().into()),
                    ("file", of.file.as_str().into()),
                    ("regions", of.regions.join(", ").into()),
                    ("count", of.regions.len().into()),
                ];
                self.with("projection-rests-where-file", &args)
            }
            _ => self.get("projection-rests-where"),
        });
        said
    }
}
