//! The year in sentences: what weeks lack, how holidays are shared out, the nights on which the hours change, what it all
//! rests on.

use std::collections::BTreeSet;

use fordel_core::calendar::Week;
use fordel_core::complaint::Value;
use fordel_core::shortage::rules::Relief;
use fordel_core::ward::{Driver, GroupId, Ward};
use fordel_core::year::apprentices::is_in_calendar;
use fordel_core::year::closed::Closed;
use fordel_core::year::holiday::Rules;
use fordel_core::year::list::{HolidayList, OnHoliday};
use fordel_core::year::night::Night;
use fordel_core::year::outlook::{GroupHoliday, Outlook, OutlookWeek, Sums};
use fordel_core::year::own::apprentices_by_calendar;
use fordel_core::year::scenario::{Scenario, follows_activity};

use crate::Texts;

/// Share of the planned activity up to which another is as much: years don't all have as many weeks.
const SAME_ACTIVITY: f64 = 1.005;

impl Texts {
    /// Whole hours: `1 234`.
    pub fn hours(&self, hours: f64) -> String {
        self.fixed(hours, 0)
    }

    /// A scenario's name.
    pub fn scenario(&self, scenario: Scenario) -> String {
        let share = match scenario {
            Scenario::Fewer { share } | Scenario::Moved { share } | Scenario::OtherMix { share } => {
                self.percent(share, 0)
            }
            Scenario::Overlap { minutes } => {
                let key = if minutes < 0 { "year-scenario-overlap-shorter" } else { "year-scenario-overlap-longer" };
                return self.with(key, &[("minutes", minutes.unsigned_abs().into())]);
            }
            Scenario::Closed(Closed::Units { units, of, .. }) => {
                return self.with("year-scenario-closed-units", &[("units", units.into()), ("of", of.into())]);
            }
            Scenario::Closed(Closed::Percent(percent)) => {
                return self.with("year-scenario-closed-share", &[("share", self.per_cent(percent).into())]);
            }
            Scenario::AsPlanned | Scenario::OnePoolMore | Scenario::OtherPlan => String::new(),
        };
        self.with(&format!("year-scenario-{}", scenario.name()), &[("share", share.into())])
    }

    /// A scenario's figures under its name: shifts, årsverk, wages, hours hired in and what they cost.
    pub fn scenario_row(&self, scenario: Scenario, sums: &Sums) -> Vec<String> {
        vec![
            self.scenario(scenario),
            self.hours(sums.heads),
            self.fixed(sums.fte, 1),
            self.hours(sums.kr),
            self.hours(sums.hire_hours),
            self.hours(sums.hire_kr),
        ]
    }

    /// What is to be known of scenarios beside their figures: those that take hiring in away, those that change nothing, who does
    /// what in another mix, and how little has to be closed.
    pub fn scenario_notes(&self, ward: &Ward, scenarios: &[(Scenario, Outlook)]) -> Vec<String> {
        let planned = scenarios.first().map(|(_, planned)| planned);
        let mixes = scenarios.iter().filter(|(scenario, _)| matches!(scenario, Scenario::OtherMix { .. }));
        let told = mixes.filter_map(|(scenario, of)| self.mix(ward, *scenario, planned?, of));
        let closed = scenarios.iter().filter_map(|(scenario, of)| match scenario {
            Scenario::Closed(closed) => Some(self.closed(&ward.drivers, planned?, *closed, of)),
            _ => None,
        });
        let easier = self.scenarios_easier(scenarios).into_iter();
        let dearer = self.moved_dearer(scenarios).into_iter();
        easier.chain(dearer).chain(self.scenarios_alike(scenarios)).chain(told).chain(closed).collect()
    }

    /// How little has to be closed in which weeks for nothing to be hired in, or that even all isn't enough.
    fn closed(&self, drivers: &[Driver], planned: &Outlook, closed: Closed, of: &Outlook) -> String {
        let lacking = |of: &Outlook| of.weeks.iter().filter(|of| of.lacks()).map(|of| of.week).collect::<Vec<Week>>();
        let weeks = lacking(planned);
        let (count, weeks) = (("count", weeks.len().into()), ("weeks", runs(&weeks).into()));
        if !lacking(of).is_empty() {
            return self.with("year-closed-never", &[count, weeks]);
        }
        match closed {
            Closed::Units { driver, units, of } => {
                let name = drivers.get(driver.0).map_or("", |driver| driver.name.as_str());
                let args = [count, weeks, ("driver", name.into()), ("units", units.into()), ("of", of.into())];
                self.with("year-closed-units", &args)
            }
            Closed::Percent(percent) => {
                self.with("year-closed-share", &[count, weeks, ("share", self.per_cent(percent).into())])
            }
        }
    }

    /// Whole per cent: `12 %`.
    fn per_cent(&self, percent: u32) -> String {
        self.percent(f64::from(percent) / 100.0, 0)
    }

    /// Scenarios with fewer hours hired in than the year as planned, the first one, those with the fewest first: a sentence each,
    /// with the shifts that it takes.
    fn scenarios_easier(&self, scenarios: &[(Scenario, Outlook)]) -> Vec<String> {
        let Some(((_, planned), others)) = scenarios.split_first() else { return Vec::new() };
        let spared = |of: &Outlook| planned.sums.hire_hours - of.sums.hire_hours;
        let is_easier = |(scenario, of): &&(Scenario, Outlook)| spared(of) >= 0.5 && scenario.is_way_out(of);
        let mut easier: Vec<&(Scenario, Outlook)> = others.iter().filter(is_easier).collect();
        easier.sort_by(|(_, a), (_, b)| a.sums.hire_hours.total_cmp(&b.sums.hire_hours));
        let told = |(scenario, of): &(Scenario, Outlook)| {
            let shifts = (of.sums.heads - planned.sums.heads).round();
            let args = [
                ("scenario", self.scenario(*scenario).into()),
                ("hours", self.hours(spared(of)).into()),
                ("kr", self.about_kroner(planned.sums.hire_kr - of.sums.hire_kr).into()),
            ];
            let told = self.with(if of.sums.hire_hours < 0.5 { "year-easier-none" } else { "year-easier" }, &args);
            if shifts < 1.0 {
                return told;
            }
            format!("{told} {}", self.with("year-easier-shifts", &[("shifts", shifts.into())]))
        };
        easier.into_iter().map(told).collect()
    }

    /// Where work that is moved out of the summer pools takes more than the year as planned, the first one: more hours hired in,
    /// since what is made up for in other weeks takes more than the pools spare, and more shifts for no more activity, since people
    /// are whole and some must be there however little is to be done.
    fn moved_dearer(&self, scenarios: &[(Scenario, Outlook)]) -> Vec<String> {
        let Some(((_, planned), others)) = scenarios.split_first() else { return Vec::new() };
        let activity = |of: &Outlook| units(of).sum::<f64>();
        let mut said = Vec::new();
        for (scenario, of) in others.iter().filter(|(scenario, _)| matches!(scenario, Scenario::Moved { .. })) {
            let hours = of.sums.hire_hours - planned.sums.hire_hours;
            let (shifts, kr) = ((of.sums.heads - planned.sums.heads).round(), of.sums.kr - planned.sums.kr);
            let name = || ("scenario", Value::from(self.scenario(*scenario)));
            if hours >= 0.5 {
                said.push(self.with("year-moved-dearer", &[name(), ("hours", self.hours(hours).into())]));
            }
            // Weeks that are shown without all the pools have more activity, which explains it alone.
            if shifts >= 1.0 && kr >= 0.5 && activity(of) <= activity(planned) * SAME_ACTIVITY {
                let args = [name(), ("shifts", shifts.into()), ("kr", self.about_kroner(kr).into())];
                said.push(self.with("year-moved-shifts", &args));
            }
        }
        said
    }

    /// Which groups work fewer hours in another mix, which more, and how far from the fewest hired in it may be; nothing where
    /// all is as planned.
    fn mix(&self, ward: &Ward, scenario: Scenario, planned: &Outlook, of: &Outlook) -> Option<String> {
        let hours = |of: &Outlook, group: usize| of.weeks.iter().map(|week| week.groups[group].asked).sum::<f64>();
        let changed = ward.groups.iter().enumerate().filter_map(|(at, group)| {
            let more = hours(of, at) - hours(planned, at);
            let key = if more > 0.0 { "year-mix-more" } else { "year-mix-fewer" };
            let args = [("group", group.code.as_str().into()), ("hours", self.hours(more.abs()).into())];
            (more.abs() >= 0.5).then(|| self.with(key, &args))
        });
        let changed: Vec<String> = changed.collect();
        let gap = of.weeks.iter().map(|week| week.asked.gap).fold(0.0, f64::max);
        let args = [
            ("scenario", self.scenario(scenario).into()),
            ("groups", changed.join(", ").into()),
            ("gap", self.proof(gap).into()),
        ];
        (!changed.is_empty()).then(|| self.with("year-mix", &args))
    }

    /// How far heads may be from the least: proven, or proven within so much.
    fn proof(&self, gap: f64) -> String {
        if gap <= 1e-5 {
            return self.get("year-rests-proven");
        }
        self.with("year-rests-gap", &[("gap", self.gap(gap).into())])
    }

    /// Scenarios that take as many shifts and hours hired in as the year as planned, the first one, does: a sentence each, with the
    /// likely reason.
    fn scenarios_alike(&self, scenarios: &[(Scenario, Outlook)]) -> Vec<String> {
        let Some(((_, planned), others)) = scenarios.split_first() else { return Vec::new() };
        let is_alike = |of: &Outlook| {
            let (sums, as_planned) = (of.sums, planned.sums);
            (sums.heads - as_planned.heads).abs() < 0.5 && (sums.hire_hours - as_planned.hire_hours).abs() < 0.5
        };
        let told = |(scenario, of): &(Scenario, Outlook)| {
            let key = match scenario {
                Scenario::Fewer { .. } | Scenario::Moved { .. } if has_activity_of(planned, of) => {
                    "year-alike-not-shown"
                }
                Scenario::Fewer { .. } | Scenario::Moved { .. } => "year-alike-activity",
                Scenario::Overlap { .. } if (of.sums.hours - planned.sums.hours).abs() < 0.5 => "year-alike-overlap",
                Scenario::OtherMix { .. } => "year-alike-mix",
                _ => "year-alike",
            };
            self.with(key, &[("scenario", self.scenario(*scenario).into())])
        };
        // What is closed has a sentence of its own.
        let others = others.iter().filter(|(scenario, _)| !matches!(scenario, Scenario::Closed(_)));
        others.filter(|(_, of)| is_alike(of)).map(told).collect()
    }

    /// The public holidays of a week: `skjærtorsdag 25.03.2027, langfredag 26.03.2027`.
    pub fn holidays_of(&self, week: &OutlookWeek) -> String {
        let named = week.asked.dates.iter().flat_map(|dated| {
            let name = |holiday: &fordel_core::calendar::Holiday| {
                format!("{} {}", self.get(&format!("holiday-{}", holiday.name())), self.day(dated.date))
            };
            dated.holidays.iter().map(name).collect::<Vec<_>>()
        });
        named.collect::<Vec<_>>().join(", ")
    }

    /// Which groups lack hours in a week: `SPL 25, HFA 7`.
    pub fn short_of(&self, ward: &Ward, week: &OutlookWeek) -> String {
        let short = ward.groups.iter().zip(&week.groups).filter(|(_, of)| of.short() >= 0.5);
        let told = short.map(|(group, of)| {
            let args = [("group", group.code.as_str().into()), ("hours", self.hours(of.short()).into())];
            self.with("year-short-of", &args)
        });
        told.collect::<Vec<_>>().join(", ")
    }

    /// In a sentence or two: how many weeks lack hours, how many hours, what they cost, which week is worst.
    pub fn outlook(&self, ward: &Ward, outlook: &Outlook) -> Vec<String> {
        let mut said = Vec::new();
        if let (Some(first), Some(last)) = (outlook.weeks.first(), outlook.weeks.last()) {
            let week = |of: &OutlookWeek| format!("{} ({})", of.week.number, of.week.year);
            let args = [
                ("unit", ward.unit.as_str().into()),
                ("weeks", outlook.weeks.len().into()),
                ("first", week(first).into()),
                ("last", week(last).into()),
            ];
            said.push(self.with("year-head", &args));
        }
        let weeks = outlook.weeks.iter().filter(|of| of.lacks()).count();
        if weeks == 0 {
            said.push(self.get("year-sum-covered"));
            return said;
        }
        let args = [
            ("short-weeks", weeks.into()),
            ("hours", self.hours(outlook.sums.hire_hours).into()),
            ("kr", self.about_kroner(outlook.sums.hire_kr).into()),
        ];
        said.push(self.with("year-sum-short", &args));
        said.extend(self.worst(outlook));
        said
    }

    /// The week that lacks most; those that lack as much together, with the first of them.
    fn worst(&self, outlook: &Outlook) -> Option<String> {
        let most = outlook.weeks.iter().map(OutlookWeek::short).fold(0.0, f64::max);
        let worst: Vec<&OutlookWeek> = outlook.weeks.iter().filter(|of| of.short() > most - 0.5).collect();
        let first = worst.first()?.week;
        let week = format!("{} ({})", first.number, first.year);
        let args = [("count", worst.len().into()), ("week", week.into()), ("hours", self.hours(most).into())];
        Some(self.with("year-worst", &args))
    }

    /// How a group's holiday of a year is shared out, and how many may be away at once; nothing for a group without people.
    pub fn shared(&self, ward: &Ward, outlook: &Outlook, of: &GroupHoliday) -> Option<String> {
        if of.shared.away.iter().all(|people| *people == 0) {
            return None;
        }
        let rules = of.question.rules;
        let pool = |(at, people): (u32, &u32)| {
            let weeks = rules.pool(at);
            let args = [
                ("pool", (at + 1).into()),
                ("first", f64::from(weeks.start).into()),
                ("last", f64::from(weeks.end - 1).into()),
                ("people", (*people).into()),
            ];
            self.with("year-pool", &args)
        };
        let pools: Vec<String> = (0..).zip(&of.shared.pools).map(pool).collect();
        // Weeks next to each other with as many away are told together.
        let mut runs: Vec<(i8, i8, u32)> = Vec::new();
        let outside =
            of.question.weeks.iter().zip(&of.shared.away).filter(|(week, n)| **n > 0 && !rules.is_summer(**week));
        for (week, people) in outside {
            match runs.last_mut() {
                Some((_, last, same)) if *same == *people && *last + 1 == week.number => *last = week.number,
                _ => runs.push((week.number, week.number, *people)),
            }
        }
        let single = |(first, last, people): &(i8, i8, u32)| {
            let weeks = if first == last { first.to_string() } else { format!("{first}–{last}") };
            self.with("year-single", &[("week", weeks.into()), ("people", (*people).into())])
        };
        let singles: Vec<String> = runs.iter().map(single).collect();
        let singles = if singles.is_empty() { self.get("year-singles-none") } else { singles.join(", ") };
        let args = [
            ("group", ward.group(of.group).code.as_str().into()),
            ("year", Value::Text(of.year.to_string())),
            ("pools", pools.join(", ").into()),
            ("singles", singles.into()),
        ];
        let people = outlook.own.get(of.group.0).map_or(0.0, |own| own.people.round());
        let most = self.with("year-most", &[("most", of.shared.most.into()), ("people", people.into())]);
        let mut said = format!("{} {most}", self.with("year-pools", &args));
        if of.shared.most > of.question.most {
            let args = [("most", of.shared.most.into()), ("group", ward.group(of.group).code.as_str().into())];
            said = format!("{said} {}", self.with("year-most-raised", &args));
        }
        Some(said)
    }

    /// Heads of the holiday list: who, the group, the year, the summer, single weeks.
    pub fn holiday_list_columns(&self) -> [String; 5] {
        ["employee", "group", "year", "summer", "singles"].map(|key| self.get(&format!("year-column-{key}")))
    }

    /// Somebody's holiday: the weeks of their pool, and their single weeks.
    pub fn on_holiday(&self, rules: Rules, one: &OnHoliday) -> [String; 2] {
        let pool = one.pool.map(|pool| {
            let weeks = rules.pool(pool);
            format!("{}–{}", weeks.start, weeks.end - 1)
        });
        let singles: Vec<String> = one.weeks.iter().map(|week| week.number.to_string()).collect();
        [pool.unwrap_or_default(), singles.join(", ")]
    }

    /// What is to be known of a holiday list: who isn't on it, and pools with too many holders of a course.
    pub fn holiday_list_notes(&self, ward: &Ward, of: &HolidayList) -> Vec<String> {
        let group = || Value::Text(ward.group(of.group).code.clone());
        let year = || Value::Text(of.year.to_string());
        let unnamed = [("group", group()), ("count", of.unnamed.into()), ("year", year())];
        let unnamed = (of.unnamed > 0).then(|| self.with("year-list-unnamed", &unnamed));
        let thin = of.thin.iter().map(|thin| {
            let args = [
                ("group", group()),
                ("year", year()),
                ("course", ward.courses[thin.course.0].name.as_str().into()),
                ("pool", (thin.pool + 1).into()),
                ("away", thin.away.into()),
                ("most", thin.most.into()),
            ];
            self.with("year-list-thin", &args)
        });
        thin.chain(unnamed).collect()
    }

    /// A group in a night on which the hours change.
    pub fn night(&self, ward: &Ward, night: &Night) -> String {
        let signed = |number: f64| format!("{}{}", if number > 0.0 { "+" } else { "" }, self.number(number));
        let args = [
            ("date", night.date.into()),
            ("group", ward.group(night.group).code.as_str().into()),
            ("heads", night.heads.into()),
            ("hours", signed(night.hours).into()),
            ("paid", night.hours.abs().into()),
            ("minutes", signed(night.minutes).into()),
        ];
        let said = self.with(&format!("year-night-{}", night.change.name()), &args);
        let fits = if night.short > 0.0 {
            self.with("year-night-short", &[("minutes", self.number(night.short).into())])
        } else {
            self.get("year-night-holds")
        };
        format!("{said} {fits}")
    }

    /// What an outlook rests on.
    pub fn outlook_rests(&self, ward: &Ward, outlook: &Outlook) -> Vec<String> {
        let gap = outlook.weeks.iter().map(|week| week.asked.gap).fold(0.0, f64::max);
        let agency = ward.settings.shortage.relief.iter().find(|step| step.relief == Relief::Agency);
        let factor = self.number(agency.map_or(2.5, |step| step.factor));
        let mut said = vec![
            self.with("year-rests-method", &[("gap", self.proof(gap).into())]),
            self.get("year-rests-vary"),
            self.get("year-rests-holidays"),
            self.get("year-rests-absence"),
        ];
        for (at, own) in outlook.own.iter().enumerate().filter(|(_, own)| !own.is_told && own.people > 0.0) {
            let args = [
                ("group", ward.group(GroupId(at)).code.as_str().into()),
                ("positions", self.number(own.positions).into()),
                ("people", self.number(own.people).into()),
            ];
            said.push(self.with("year-rests-positions", &args));
        }
        for (at, group) in ward.groups.iter().enumerate() {
            // Those whom the calendar doesn't tell are those of the years ahead.
            for (key, told) in [("year-rests-apprentices", true), ("year-rests-apprentices-ahead", false)] {
                let (mut most, mut years) = (0.0_f64, BTreeSet::new());
                for week in &outlook.weeks {
                    let by_calendar = apprentices_by_calendar(ward, GroupId(at), week.week);
                    let positions = if told { by_calendar } else { week.groups[at].apprentices - by_calendar };
                    most = most.max(positions);
                    // A week may lie in two years.
                    let of_week = week.week.dates().map(|date| date.year()).into_iter().filter(|_| positions > 1e-9);
                    years.extend(of_week.filter(|year| is_in_calendar(ward, GroupId(at), *year) == told));
                }
                if most > 1e-9 {
                    let years = self.list(&years.iter().map(ToString::to_string).collect::<Vec<_>>());
                    let group = group.code.as_str().into();
                    let args = [("group", group), ("positions", self.number(most).into()), ("years", years.into())];
                    said.push(self.with(key, &args));
                }
            }
        }
        said.push(self.get("year-rests-holidays-as"));
        let args = [
            ("factor", factor.into()),
            ("rate", self.percent(ward.settings.holiday_rate, 0).into()),
            ("holiday", self.about_kroner(outlook.sums.holiday_kr).into()),
        ];
        said.push(self.with("year-rests-cost", &args));
        if !follows_activity(ward) {
            said.push(self.get("year-rests-no-drivers"));
        }
        said
    }
}

/// Whether the weeks that are shown have the same activity.
fn has_activity_of(planned: &Outlook, of: &Outlook) -> bool {
    units(planned).zip(units(of)).all(|(a, b)| (a - b).abs() < 1e-9)
}

/// Weeks, those after each other together: `28–31, 33 (2027), 2 (2028)`.
pub(crate) fn runs(weeks: &[Week]) -> String {
    let mut runs: Vec<(Week, Week)> = Vec::new();
    for week in weeks {
        match runs.last_mut() {
            Some((_, last)) if last.year == week.year && last.number + 1 == week.number => *last = *week,
            _ => runs.push((*week, *week)),
        }
    }
    let told = |(at, (first, last)): (usize, &(Week, Week))| {
        let (from, to) = (first.number, last.number);
        let numbers = if first == last { from.to_string() } else { format!("{from}–{to}") };
        let ends_year = runs.get(at + 1).is_none_or(|(next, _)| next.year != first.year);
        if ends_year { format!("{numbers} ({})", first.year) } else { numbers }
    };
    runs.iter().enumerate().map(told).collect::<Vec<_>>().join(", ")
}

/// Units of each driver on each date that is shown.
fn units(of: &Outlook) -> impl Iterator<Item = f64> + '_ {
    of.weeks.iter().flat_map(|week| &week.asked.dates).flat_map(|dated| dated.units.iter().copied())
}

#[cfg(test)]
mod tests {
    use fordel_core::time::Day;
    use fordel_core::ward::DriverId;
    use fordel_core::year::dates::Dated;
    use fordel_core::year::outlook::{Asked, GroupWeek};

    use super::*;
    use crate::Lang;

    /// One week with so much activity a day, and so many hours hired in.
    fn outlook(activity: f64, hire_hours: f64) -> Outlook {
        let week = Week { year: 2027, number: 28 };
        let dates = week.dates();
        let dated =
            |at: usize| Dated { date: dates[at], as_day: Day(at as u8), holidays: Vec::new(), units: vec![activity] };
        let asked = Asked {
            dates: std::array::from_fn(dated),
            staffing: Vec::new(),
            hours: Vec::new(),
            holiday_hours: Vec::new(),
            kr: 0.0,
            gap: 0.0,
            nights: Vec::new(),
        };
        Outlook {
            weeks: vec![OutlookWeek { week, asked, groups: Vec::new() }],
            own: Vec::new(),
            holidays: Vec::new(),
            lists: Vec::new(),
            certified: Vec::new(),
            sums: Sums { heads: 100.0, hire_hours, ..Sums::default() },
        }
    }

    #[test]
    fn a_scenario_that_changes_nothing_says_so_and_why_it_may_be() {
        let texts = Texts::new(Lang::Nb);
        let told = |scenario: Scenario, of: Outlook| {
            texts.scenarios_alike(&[(Scenario::AsPlanned, outlook(20.0, 30.0)), (scenario, of)]).join(" ")
        };
        let fewer = Scenario::Fewer { share: 0.8 };
        let same = told(fewer, outlook(16.0, 30.0));
        assert!(same.contains("like mange vakter") && same.contains("Trolig"), "{same}");
        let not_shown = told(fewer, outlook(20.0, 30.0));
        assert!(not_shown.contains("alle ukene som vises") && !not_shown.contains("Trolig"), "{not_shown}");
        let pools = told(Scenario::OnePoolMore, outlook(20.0, 30.0));
        assert!(pools.contains("like mange vakter") && !pools.contains("Trolig"), "{pools}");
        assert_eq!(told(fewer, outlook(16.0, 22.0)), "", "fewer hours hired in");
        let overlap = Scenario::Overlap { minutes: -15 };
        let none = told(overlap, outlook(20.0, 30.0));
        assert!(none.contains("15 minutter kortere") && none.contains("avløser"), "{none}");
        let mut paid_less = outlook(20.0, 30.0);
        paid_less.sums.hours = -10.0;
        assert!(!told(overlap, paid_less).contains("avløser"), "hours are paid less, and none hired in less");
        let mix = told(Scenario::OtherMix { share: 0.5 }, outlook(20.0, 30.0));
        assert!(mix.contains("50\u{a0}%") && mix.contains("til overs"), "{mix}");
    }

    #[test]
    fn what_takes_hiring_in_away_is_said_first_and_what_makes_it_less_after() {
        let texts = Texts::new(Lang::Nb);
        let mut longer = outlook(20.0, 0.0);
        longer.sums.heads = 104.0;
        let scenarios = [
            (Scenario::AsPlanned, outlook(20.0, 30.0)),
            (Scenario::Fewer { share: 0.8 }, outlook(16.0, 22.0)),
            (Scenario::OnePoolMore, longer),
            (Scenario::Moved { share: 0.8 }, outlook(16.0, 41.0)),
        ];
        let told = texts.scenarios_easier(&scenarios);
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].contains("pulje") && told[0].contains("all innleie faller bort, 30 timer"), "{told:?}");
        assert!(told[0].ends_with("Det krever 4 vakter til i ukene som vises."), "{told:?}");
        assert!(told[1].contains("innleien blir 8 timer og ") && !told[1].contains("Det krever"), "{told:?}");
        let dearer = texts.moved_dearer(&scenarios);
        assert!(dearer.len() == 1 && dearer[0].contains("resten tatt igjen"), "{dearer:?}");
        assert!(dearer[0].contains("innleien blir 11 timer mer enn planlagt"), "{dearer:?}");
        let moved = Scenario::Moved { share: 0.8 };
        let as_much = [(Scenario::AsPlanned, outlook(20.0, 30.0)), (moved, outlook(16.0, 30.0))];
        assert!(texts.moved_dearer(&as_much).is_empty(), "as much is told by itself");
        // More shifts for as much activity are told with why; for more activity they need no reason.
        let with_shifts = |activity: f64| {
            let mut of = outlook(activity, 30.0);
            (of.sums.heads, of.sums.kr) = (107.0, 21_000.0);
            texts.moved_dearer(&[(Scenario::AsPlanned, outlook(20.0, 30.0)), (moved, of)])
        };
        let told = with_shifts(20.0);
        assert!(told.len() == 1 && told[0].contains("7 vakter og ") && told[0].contains("hele folk"), "{told:?}");
        assert!(with_shifts(21.0).is_empty());
    }

    #[test]
    fn how_little_has_to_be_closed_is_said_with_its_weeks() {
        let texts = Texts::new(Lang::Nb);
        let year = |short: f64| {
            let week = |number: i8| {
                let mut of = outlook(20.0, 0.0).weeks.remove(0);
                of.week.number = number;
                of.groups = vec![GroupWeek { asked: short, on_holiday: 0.0, absent: 0.0, apprentices: 0.0, own: 0.0 }];
                of
            };
            Outlook { weeks: [26, 27, 29].map(week).to_vec(), ..outlook(20.0, 3.0 * short) }
        };
        let drivers = [Driver { name: "pasienter".into(), by_day: [20.0; 7] }];
        let told = |closed: Closed, short: f64| texts.closed(&drivers, &year(8.0), closed, &year(short));
        let beds = Closed::Units { driver: DriverId(0), units: 6, of: 24 };
        let enough = told(beds, 0.0);
        assert!(
            enough.starts_with("Med 6 færre pasienter hver dag, av inntil 24, i uke 26–27, 29 (2027) trengs ingen")
        );
        assert!(enough.ends_with("Det er det minste som er nok."), "{enough}");
        let share = told(Closed::Percent(25), 0.2);
        assert!(share.starts_with("Med 25\u{a0}% mindre aktivitet i uke 26–27, 29 (2027) trengs ingen"), "{share}");
        let never = told(beds.to(24), 3.0);
        assert!(never.starts_with("Selv uten aktivitet i uke 26–27, 29 (2027) må noe leies inn"), "{never}");
        // All closed is no way out where it isn't enough, though it spares hours.
        let beside = |short: f64| [(Scenario::AsPlanned, year(8.0)), (Scenario::Closed(beds.to(24)), year(short))];
        assert_eq!([0.0, 3.0].map(|short| beside(short)[1].0.is_way_out(&beside(short)[1].1)), [true, false]);
        assert_eq!([0.0, 3.0].map(|short| texts.scenarios_easier(&beside(short)).len()), [1, 0]);
        assert_eq!(texts.scenario(Scenario::Closed(beds)), "6 av 24 stengt i ukene som mangler timer");
    }

    #[test]
    fn weeks_after_each_other_are_told_together_year_by_year() {
        let week = |(year, number)| Week { year, number };
        let told = runs(&[(2026, 51), (2026, 52), (2026, 53), (2027, 1), (2027, 3), (2027, 4)].map(week));
        assert_eq!(told, "51–53 (2026), 1, 3–4 (2027)");
        assert_eq!(runs(&[]), "");
    }

    #[test]
    fn weeks_that_lack_as_much_are_worst_together() {
        let texts = Texts::new(Lang::Nb);
        let week = |number: i8, short: f64| {
            let mut of = outlook(20.0, 0.0).weeks.remove(0);
            of.week.number = number;
            of.groups = vec![GroupWeek { asked: short, on_holiday: 0.0, absent: 0.0, apprentices: 0.0, own: 0.0 }];
            of
        };
        let said = |weeks: Vec<OutlookWeek>| texts.worst(&Outlook { weeks, ..outlook(20.0, 70.0) }).unwrap_or_default();
        let two = said(vec![week(26, 31.0), week(27, 31.2), week(28, 8.0)]);
        assert_eq!(two, "Mest mangler i 2 uker: 31 timer i hver. Den første er uke 26 (2027).");
        let one = said(vec![week(26, 12.0), week(27, 31.2)]);
        assert_eq!(one, "Mest mangler i uke 27 (2027): 31 timer.");
    }
}
