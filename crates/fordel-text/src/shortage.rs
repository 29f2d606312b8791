//! The traffic light's answer as sentences: for a terminal, a page, whoever tells it.

use fordel_core::calendar::{Date, days_after, weekday};
use fordel_core::shortage::told::{self, CourseInDoubt, Entry, Red};
use fordel_core::shortage::{Answer, Gap, Hire, Light, Watch, relief};
use fordel_core::time::{Cell, Clock, DAY, Day, Stretch};
use fordel_core::ward::{GroupId, Presence, Ward};

use crate::Texts;

/// Names of those who hold a course, beyond which their number is told.
const MOST_NAMES: usize = 8;

/// An answer with the ward that it is about, in one language.
#[derive(Clone, Copy)]
pub struct ShortageWords<'a> {
    /// The ward.
    pub ward: &'a Ward,
    /// The answer.
    pub answer: &'a Answer,
    /// The language.
    pub texts: &'a Texts,
    /// The date on which the shift starts, where one is asked about: days are then called what they are, and not what they
    /// are staffed as.
    pub date: Option<Date>,
}

impl ShortageWords<'_> {
    /// What was asked: `A lørdag 14:30–22:30. Mangler: 1 av 4 SPL (A).`; of a date `A fredag 25.12.2026, bemannes som søndag,
    /// 14:30–22:30.`
    pub fn head(&self) -> String {
        let asked = &self.answer.asked;
        let missing: Vec<String> = asked
            .absent
            .iter()
            .map(|a| {
                let shift = &self.ward.shifts[a.shift.0];
                let args = [
                    ("group", self.group(shift.group).into()),
                    ("shift", shift.name.as_str().into()),
                    ("heads", a.heads.into()),
                    ("planned", a.planned.into()),
                ];
                self.texts.with("shortage-absent", &args)
            })
            .collect();
        let key = if missing.is_empty() { "shortage-head-nobody" } else { "shortage-head" };
        let args = [
            ("shift", asked.moment.name.as_str().into()),
            ("day", self.day().into()),
            ("time", clocks(asked.moment.stretch).into()),
            ("missing", self.texts.list(&missing).into()),
        ];
        self.texts.with(key, &args)
    }

    /// The day on which the shift starts; of a date its own, and what it is staffed as where that is another.
    fn day(&self) -> String {
        let staffed = self.answer.asked.moment.day;
        let Some(date) = self.date else { return day_name(self.texts, staffed) };
        let dated = format!("{} {}", day_name(self.texts, weekday(date)), self.texts.day(date));
        if staffed == weekday(date) {
            return dated;
        }
        self.texts.with("shortage-day-as", &[("date", dated.into()), ("day", day_name(self.texts, staffed).into())])
    }

    /// From when the answer holds, where the shift is running.
    pub fn running(&self) -> Option<String> {
        let from = self.answer.asked.moment.asked_from()?;
        Some(self.texts.with("shortage-running", &[("time", from.to_string().into())]))
    }

    /// The colour of all that is to come, in a sentence.
    pub fn light(&self) -> String {
        let sums = self.answer.sums;
        let args = [
            ("red", self.texts.list(&self.red("shortage-red", told::red(self.answer, |_| true))).into()),
            ("put", whole(sums.yellow + sums.green + sums.later).into()),
        ];
        self.texts.with(&format!("shortage-light-{}", self.answer.light.name()), &args)
    }

    /// What isn't covered in a cell: `40 min arbeid udekket, for få til stede i 60 min`; empty where all is.
    pub fn red_in(&self, cell: Cell) -> String {
        self.red("now-red", told::red(self.answer, |own| own == cell)).join(", ")
    }

    /// Work and presence that aren't covered, each by a sentence of its own.
    fn red(&self, key: &str, red: Red) -> Vec<String> {
        let kinds = [("work", red.work), ("presence", red.presence)];
        let of = |(kind, minutes): (&str, f64)| {
            self.texts.with(&format!("{key}-{kind}"), &[("minutes", whole(minutes).into())])
        };
        kinds.into_iter().filter(|(_, minutes)| *minutes > 0.0).map(of).collect()
    }

    /// Whole minutes; what is less than one is told as one.
    pub fn minutes(&self, minutes: f64) -> String {
        self.texts.fixed(whole(minutes), 0)
    }

    /// `18–22`, with the day where it is another than the shift's.
    pub fn cell(&self, cell: Cell) -> String {
        self.on(self.texts.timing(&self.ward.intervals.get(cell.interval).label()), cell.day)
    }

    /// What falls on a day, with the day where it is another than the shift's.
    fn on(&self, label: String, day: Day) -> String {
        let moment = &self.answer.asked.moment;
        if day == moment.day {
            label
        } else {
            let day = self.date.map_or(day, |date| weekday(days_after(date, moment.days_to(day))));
            format!("{label} {}", day_name(self.texts, day))
        }
    }

    /// When an entry's work falls.
    fn when(&self, entry: &Entry) -> String {
        if entry.is_loose(self.ward) {
            let timing = self.ward.timing_label(&self.ward.lines[entry.line.0].timing);
            return self.on(self.texts.timing(&timing), entry.day);
        }
        self.cells(&entry.cells)
    }

    fn cells(&self, cells: &[Cell]) -> String {
        self.texts.list(&cells.iter().map(|cell| self.cell(*cell)).collect::<Vec<_>>())
    }

    /// An entry of a list, by the key of its sentence: what, when, how many minutes, from whom to whom, until when, why.
    pub fn entry(&self, key: &str, entry: &Entry) -> String {
        let texts = self.texts;
        let minutes = if entry.is_whole() {
            texts.with("shortage-minutes", &[("minutes", self.minutes(entry.minutes).into())])
        } else {
            let args = [("minutes", self.minutes(entry.minutes).into()), ("of", self.minutes(entry.of).into())];
            texts.with("shortage-minutes-of", &args)
        };
        let until = match entry.later {
            None => texts.get("shortage-next-days"),
            Some(cell) => self.cell(cell),
        };
        let why = entry.why.map_or_else(String::new, |w| texts.get(&format!("shortage-why-{}", w.name())));
        let args = [
            ("task", self.ward.lines[entry.line.0].name.as_str().into()),
            ("cells", self.when(entry).into()),
            ("minutes", minutes.into()),
            ("from", self.group(entry.from).into()),
            ("to", entry.to.map(|to| self.group(to)).unwrap_or_default().into()),
            ("until", until.into()),
            ("why", why.into()),
        ];
        let mut told = texts.with(key, &args);
        if let Some(to) = entry.to.filter(|to| entry.later.is_some() && *to != entry.from) {
            told += &format!(" {}", texts.with("shortage-by", &[("group", self.group(to).into())]));
        }
        if let Some(to) = entry.to.filter(|_| !entry.done.is_empty()) {
            let args = [("group", self.group(to).into()), ("cells", self.cells(&entry.done).into())];
            told += &format!(" {}", texts.with("shortage-by-then", &args));
        }
        told
    }

    /// How many of those who get it hold the course that it takes.
    pub fn holders(&self, entry: &Entry) -> Option<String> {
        let (holders, to) = (entry.holders?, entry.to?);
        let args = [("holders", holders.into()), ("group", self.group(to).into())];
        Some(self.texts.with("shortage-holders", &args))
    }

    /// The same by pseudonym, where they are few enough to look for.
    pub fn holders_named(&self, entry: &Entry) -> Option<String> {
        let to = entry.to.filter(|_| entry.holders.is_some())?;
        let named = told::holders_named(self.ward, entry.line, to)?;
        if named.is_empty() || named.len() > MOST_NAMES {
            return self.holders(entry);
        }
        let args = [("names", self.texts.list(&named).into()), ("group", self.group(to).into())];
        Some(self.texts.with("shortage-holders-named", &args))
    }

    /// Rules of a course that those who are left may not hold, each with who holds it.
    pub fn courses_in_doubt(&self) -> Vec<String> {
        let told = |one: CourseInDoubt| {
            let rule = &self.ward.presence[one.rule];
            let (key, names) = match one.holders.len() {
                0 => ("shortage-course-nobody", String::new()),
                1..=MOST_NAMES => ("shortage-course-named", self.texts.list(&one.holders)),
                _ => ("shortage-course-many", String::new()),
            };
            let args = [
                ("count", rule.count.into()),
                ("groups", asked_present(self.ward, rule, self.texts).into()),
                ("time", clocks(rule.window.on(self.answer.asked.moment.day)).into()),
                ("names", names.into()),
                ("holders", one.holders.len().into()),
            ];
            self.texts.with(key, &args)
        };
        told::courses_in_doubt(self.ward, self.answer).into_iter().map(told).collect()
    }

    /// Bound work, by the key of its sentence.
    pub fn watch(&self, key: &str, watch: &Watch) -> String {
        let args = [
            ("task", self.ward.lines[watch.line.0].name.as_str().into()),
            ("time", clocks(watch.stretch).into()),
            ("heads", watch.heads.into()),
            ("from", self.group(watch.group).into()),
            ("to", watch.by.map(|by| self.group(by)).unwrap_or_default().into()),
        ];
        self.texts.with(key, &args)
    }

    /// Presence that isn't kept.
    pub fn gap(&self, gap: &Gap) -> String {
        let groups = asked_present(self.ward, &self.ward.presence[gap.rule], self.texts);
        let args = [("groups", groups.into()), ("time", clocks(gap.stretch).into()), ("heads", gap.heads.into())];
        self.texts.with("shortage-gap", &args)
    }

    /// Whether hiring in is justified, and for which hours.
    pub fn hire(&self) -> String {
        if self.answer.light != Light::Red {
            return self.texts.get("shortage-no-hire");
        }
        let stretch = |h: &Hire| {
            let of = self.ward.group(h.group);
            let args = [
                ("group", self.texts.group_name(&of.code, &of.name).into()),
                ("time", clocks(h.stretch).into()),
                ("heads", h.heads.into()),
            ];
            self.texts.with("shortage-hire-stretch", &args)
        };
        let stretches: Vec<String> = self.answer.hire.iter().map(stretch).collect();
        let hours = self.texts.number(relief::hours(&self.answer.hire, &self.answer.asked.moment));
        self.texts.with("shortage-hire", &[("stretches", self.texts.list(&stretches).into()), ("hours", hours.into())])
    }

    /// What each step of relief costs, in the ward's order.
    pub fn relief(&self) -> Vec<String> {
        let step = |(at, step): (usize, relief::Priced)| {
            let args = [
                ("number", (at + 1).into()),
                ("step", self.texts.get(&format!("relief-{}", step.relief.name())).into()),
                ("cost", self.texts.kroner(step.kr).into()),
            ];
            self.texts.with("shortage-relief-step", &args)
        };
        relief::steps(self.ward, self.answer).into_iter().enumerate().map(step).collect()
    }

    fn group(&self, group: GroupId) -> String {
        self.ward.group(group).code.clone()
    }
}

/// Whom a demand for presence asks for, in words: `SPL eller høyere, eller HFA`, with the course that they must hold.
pub fn asked_present(ward: &Ward, rule: &Presence, texts: &Texts) -> String {
    let groups = present_in_words(&rule.label, texts);
    match rule.course {
        None => groups,
        Some(course) => {
            let course = ward.courses[course.0].name.as_str();
            texts.with("presence-with-course", &[("groups", groups.into()), ("course", course.into())])
        }
    }
}

/// The groups of a demand for presence as the sheet writes them (`SPL+;HFA`), in words: `SPL eller høyere, eller HFA`. Hours
/// that stand after them (`SPL+ 22:00–07:30`) stay.
pub fn present_in_words(written: &str, texts: &Texts) -> String {
    let has_hours = |(_, end): &(&str, &str)| end.contains('–');
    if let Some((groups, hours)) = written.rsplit_once(' ').filter(has_hours) {
        return format!("{} {hours}", present_in_words(groups, texts));
    }
    let parts = written.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let groups: Vec<String> = parts
        .map(|part| match part.strip_suffix('+') {
            Some(code) => texts.with("presence-or-higher", &[("group", code.trim_end().into())]),
            None => part.to_owned(),
        })
        .collect();
    match groups.as_slice() {
        [first @ .., last] if !first.is_empty() => {
            // A comma keeps "or higher" apart from the next group.
            let key = if written.contains('+') { "presence-or-apart" } else { "presence-or" };
            texts.with(key, &[("first", first.join(", ").into()), ("last", last.as_str().into())])
        }
        _ => groups.concat(),
    }
}

/// Whole minutes; what is less than one is one.
fn whole(minutes: f64) -> f64 {
    if minutes > 0.0 { minutes.max(1.0).round() } else { 0.0 }
}

/// `18:00–20:00`.
pub fn clocks(stretch: Stretch) -> String {
    let clock = |minute: u32| Clock((minute % DAY) as u16);
    format!("{}–{}", clock(stretch.start), clock(stretch.start + stretch.minutes))
}

/// `lørdag`.
pub fn day_name(texts: &Texts, day: Day) -> String {
    texts.get(&format!("day-{}", day.number()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn one_minute_and_none_on_duty_are_told_as_people_say_it() {
        for (lang, minute, nobody) in [
            (Lang::Nb, "ett minutt arbeid som må gjøres", "planen har ingen APT"),
            (Lang::En, "one minute of work that must be done", "the plan has no APT"),
        ] {
            let texts = Texts::new(lang);
            let told = texts.with("shortage-red-work", &[("minutes", whole(0.3).into())]);
            assert!(told.starts_with(minute), "{told}");
            let args =
                [("group", "APT".into()), ("missing", 1_u32.into()), ("planned", 0_u32.into()), ("day", "x".into())];
            let told = texts.with("shortage-too-many", &args);
            assert!(told.contains(nobody), "{told}");
        }
    }
}
