//! The log of the traffic light: what was chosen when people were missing, beside what the plan answered then.
//!
//! What the plan answered is reckoned when a use is logged, from the question alone: nobody types it. It stays as it was; what
//! a person says of it can be corrected by them for a month, and what was said first stays in the history.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use fordel_core::calendar::{Date, date_in, days_after};
use fordel_core::norwegian_time::InNorway;
use fordel_core::shortage::asked::Moment;
use fordel_core::shortage::rules::Relief;
use fordel_core::shortage::{Answer, Fate, Light, SLACK, relief, told};
use fordel_core::ward::{LineId, Priority, Ward};
use fordel_sheets::{identity_number_in, number_in};
use fordel_store::{
    Answered as Kept, BranchId, Chosen, Failure, LookedUp, PersonId, Reader, Shortage, ShortageId, UseCause, UseChoice,
    UseLight,
};
use fordel_text::clocks;
use serde::{Deserialize, Serialize};

use super::on_duty::Answered;
use super::{Contributes, Failed, Reads};
use crate::shortage::Question;

/// Days for which whoever logged a use may correct it.
pub const CORRECTED_WITHIN: i64 = 31;
/// Days before today in which a logged shift may start, and days after it.
const DAYS: (i64, i64) = (92, 31);
/// Most hours and kroner of a use.
const MOST: (f64, f64) = (500.0, 1e7);
/// Most letters of a reason.
const LETTERS: usize = 500;
/// Milliseconds of a day.
const DAY_MILLIS: i64 = 86_400_000;

/// What somebody says of a use, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The word of a [`UseChoice`].
    pub choice: String,
    /// The word of a [`UseCause`].
    pub cause: String,
    /// Hours that were hired in.
    pub hours: String,
    /// What they cost; empty: reckoned from the hours.
    pub cost: String,
    /// The reason.
    pub reason: String,
    /// Whether it is logged once more, knowing that the same has been.
    pub again: bool,
}

/// Heads of a group that were missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    /// The group's code.
    pub group: String,
    /// How many.
    pub heads: u32,
}

/// What became of a task that may wait or be left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TaskFate {
    /// Its name.
    pub task: String,
    /// Minutes that were to come.
    pub of: f64,
    /// Minutes left out.
    pub left_out: f64,
    /// Minutes put off, to later that day or to the next days.
    pub put_off: f64,
}

/// A logged use as people read it.
#[derive(Clone, Debug, PartialEq)]
pub struct LoggedUse {
    /// What is kept of it.
    pub kept: Shortage,
    /// Who was missing.
    pub missing: Vec<Missing>,
    /// What became of the tasks.
    pub tasks: Vec<TaskFate>,
    /// Who logged it; none where the person is gone.
    pub by: Option<String>,
}

impl LoggedUse {
    /// The date on which the shift starts.
    pub fn date(&self) -> Option<Date> {
        date_in(&self.kept.answered.day)
    }

    /// Hours that were hired in.
    pub fn hired_hours(&self) -> f64 {
        self.kept.chosen.hired_minutes as f64 / 60.0
    }

    /// Whether somebody was brought in: by a step of relief, or in another way that took hours.
    pub fn hired(&self) -> bool {
        relief_of(self.kept.chosen.choice).is_some() || self.kept.chosen.hired_minutes > 0
    }

    /// Whether the plan justified bringing somebody in.
    pub fn justified(&self) -> bool {
        self.kept.answered.justified_minutes > 0
    }

    /// Whether it counts.
    pub fn counts(&self) -> bool {
        self.kept.withdrawn.is_none()
    }
}

/// Who was missing, as it is kept.
pub(super) fn missing_of(kept: &str) -> Vec<Missing> {
    serde_json::from_str(kept).unwrap_or_default()
}

/// Who was missing as the chain keeps it, for the eye: `HFA 1, SPL 2`.
pub fn missing_in_words(kept: &str) -> Option<String> {
    let missing: Vec<Missing> = serde_json::from_str(kept).ok()?;
    let told: Vec<String> = missing.iter().map(|missing| format!("{} {}", missing.group, missing.heads)).collect();
    Some(told.join(", "))
}

/// The step of relief that a choice is.
pub fn relief_of(choice: UseChoice) -> Option<Relief> {
    match choice {
        UseChoice::ExtraShift => Some(Relief::ExtraShift),
        UseChoice::Pool => Some(Relief::Pool),
        UseChoice::Overtime => Some(Relief::Overtime),
        UseChoice::Agency => Some(Relief::Agency),
        UseChoice::Managed | UseChoice::Other => None,
    }
}

impl Reads<'_> {
    /// The unit's logged uses, the last day first; withdrawn ones too.
    ///
    /// # Errors
    /// The database.
    pub fn logged_uses(&self) -> Result<Vec<LoggedUse>, Failed> {
        self.service.read(|r| {
            let kept = r.shortages(self.unit.id)?;
            let names = names(r, kept.iter().filter_map(|shortage| shortage.person))?;
            Ok(kept.into_iter().map(|shortage| read(shortage, &names)).collect())
        })
    }

    /// One of them.
    ///
    /// # Errors
    /// No such use in this unit.
    pub fn logged_use(&self, id: ShortageId) -> Result<LoggedUse, Failed> {
        self.service.read(|r| {
            let kept = r.shortage(self.unit.id, id)?;
            let names = names(r, kept.person.into_iter())?;
            Ok(read(kept, &names))
        })
    }

    /// The last use that counts of the same shift on the same date with the same people missing.
    ///
    /// # Errors
    /// The database; a mistake in the program.
    pub fn logged_before(&self, date: Date, answered: &Answered) -> Result<Option<LoggedUse>, Failed> {
        let told = asked(&answered.ward, &answered.answer, date)?;
        self.service.read(|r| {
            let Some(kept) = same(r, self.unit.id, &told.day, &told.shift, &told.missing)? else { return Ok(None) };
            let names = names(r, kept.person.into_iter())?;
            Ok(Some(read(kept, &names)))
        })
    }

    /// Whether the person may correct it now: it is their own, and not too old.
    pub fn may_correct(&self, logged: &LoggedUse) -> bool {
        let own = logged.kept.person == Some(self.who.person);
        own && self.service.now().0 - logged.kept.at.0 <= CORRECTED_WITHIN * DAY_MILLIS
    }
}

impl Contributes<'_> {
    /// Logs what was chosen when these were missing on a shift that starts on a date. Where the same has been logged, only if
    /// it is said that it is logged again: a form that is sent twice counts once.
    ///
    /// # Errors
    /// No plan ([`Failed::NotFound`]); a question that doesn't fit it; what can't be used, by field.
    pub fn log_use(&self, date: Date, question: &Question, said: &Said) -> Result<ShortageId, Failed> {
        let on_duty = self.on_duty()?.ok_or(Failed::NotFound)?;
        let told = on_duty.answer(date, question)?;
        let (ward, answer) = (&told.ward, &told.answer);
        let hourly = relief::an_hour(ward, answer);
        let justified = answer.light == Light::Red;
        let price = |step: Relief| hourly.iter().find(|priced| priced.relief == step).map(|priced| priced.kr);
        let chosen = chosen(said, justified, price);
        let today = InNorway::at(self.service.now().0).date;
        let near = (days_after(today, -DAYS.0)..=days_after(today, DAYS.1)).contains(&date);
        let chosen = match (chosen, near) {
            (Ok(chosen), true) => chosen,
            (Ok(_), false) => return Err(Failed::Invalid(vec![("dato", "log-day-far")])),
            (Err(mut wrong), near) => {
                if !near {
                    wrong.push(("dato", "log-day-far"));
                }
                return Err(Failed::Invalid(wrong));
            }
        };
        let kept = kept(ward, answer, date)?;
        let logged = self.service.write(self.who.author(), |w| {
            if !said.again && same(w, self.unit.id, &kept.day, &kept.shift, &kept.missing)?.is_some() {
                return Ok(None);
            }
            w.log_shortage(self.unit.id, &kept, &chosen).map(Some)
        })?;
        logged.ok_or_else(|| Failed::Invalid(vec![("igjen", "log-again-missing")]))
    }

    /// Corrects what was said of a use.
    ///
    /// # Errors
    /// Somebody else's, or one that is too old ([`Failed::NotAllowed`]); what can't be used, by field.
    pub fn correct_use(&self, id: ShortageId, said: &Said) -> Result<(), Failed> {
        let logged = self.logged_use(id)?;
        if !self.may_correct(&logged) {
            return Err(Failed::NotAllowed);
        }
        // What was told stands where neither hours nor choice differ; kroner that nobody tells any more are unknown.
        let old = &logged.kept.chosen;
        let hour = |step: Relief| {
            let same = relief_of(old.choice) == Some(step) && old.hired_minutes > 0;
            old.hired_kr.filter(|_| same).map(|kr| kr as f64 * 60.0 / old.hired_minutes as f64)
        };
        let chosen = chosen(said, logged.justified(), hour).map_err(Failed::Invalid)?;
        self.service.write(self.who.author(), |w| w.correct_shortage(self.unit.id, id, &chosen))
    }

    /// Takes a use out of all counts, or back into them.
    ///
    /// # Errors
    /// Somebody else's, or one that is too old.
    pub fn withdraw_use(&self, id: ShortageId, withdrawn: bool) -> Result<(), Failed> {
        if !self.may_correct(&self.logged_use(id)?) {
            return Err(Failed::NotAllowed);
        }
        self.service.write(self.who.author(), |w| w.withdraw_shortage(self.unit.id, id, withdrawn))
    }
}

/// What is kept of what was said, or each field that can't be used with the key of its sentence. `hour` is what an hour of a
/// step costs, where that is known.
fn chosen(
    said: &Said,
    justified: bool,
    hour: impl Fn(Relief) -> Option<f64>,
) -> Result<Chosen, Vec<(&'static str, &'static str)>> {
    let mut wrong = Vec::new();
    let choice = UseChoice::from_word(said.choice.trim());
    let cause = UseCause::from_word(said.cause.trim());
    if choice.is_none() {
        wrong.push(("valg", "log-no-choice"));
    }
    if cause.is_none() {
        wrong.push(("aarsak", "log-no-cause"));
    }
    let step = choice.and_then(relief_of);
    let number = |text: &str, most: f64| match text.trim() {
        "" => Ok(None),
        text => number_in(text).filter(|number| (0.0..=most).contains(number)).map(Some).ok_or(()),
    };
    let hours = number(&said.hours, MOST.0).unwrap_or_else(|()| {
        wrong.push(("timer", "log-hours-wrong"));
        None
    });
    match (step, hours) {
        (Some(_), None | Some(0.0)) if !wrong.iter().any(|(field, _)| *field == "timer") => {
            wrong.push(("timer", "log-hours-missing"));
        }
        (None, Some(hours)) if hours > 0.0 && choice == Some(UseChoice::Managed) => {
            wrong.push(("timer", "log-hours-managed"));
        }
        _ => {}
    }
    let cost = number(&said.cost, MOST.1).unwrap_or_else(|()| {
        wrong.push(("kroner", "log-cost-wrong"));
        None
    });
    let reason = said.reason.trim();
    let brought_in = step.is_some() || hours.is_some_and(|hours| hours > 0.0);
    if reason.is_empty() && brought_in && !justified {
        wrong.push(("grunn", "log-reason-missing"));
    }
    if reason.chars().count() > LETTERS {
        wrong.push(("grunn", "log-reason-long"));
    }
    if identity_number_in(reason) {
        wrong.push(("grunn", "log-reason-person"));
    }
    let (Some(choice), Some(cause), []) = (choice, cause, wrong.as_slice()) else { return Err(wrong) };
    let hours = hours.unwrap_or(0.0);
    let reckoned = step.and_then(hour).map(|kr| kr * hours);
    Ok(Chosen {
        choice,
        cause,
        hired_minutes: (hours * 60.0).round() as i64,
        hired_kr: cost.or(reckoned).map(|kr| kr.round() as i64),
        kr_reckoned: cost.is_none() && reckoned.is_some(),
        reason: reason.to_owned(),
    })
}

/// What was asked about a shift that starts on a date, and the colour of the answer.
pub(super) fn asked(ward: &Ward, answer: &Answer, date: Date) -> Result<LookedUp, Failed> {
    let missing: Vec<Missing> = ward
        .group_ids()
        .map(|group| {
            let of = |absent: &&fordel_core::shortage::asked::Absent| ward.shifts[absent.shift.0].group == group;
            let heads = answer.asked.absent.iter().filter(of).map(|absent| absent.heads).sum();
            Missing { group: ward.group(group).code.clone(), heads }
        })
        .filter(|missing| missing.heads > 0)
        .collect();
    Ok(LookedUp {
        day: date.to_string(),
        shift: called(ward, &answer.asked.moment),
        missing: serde_json::to_string(&missing).map_err(|why| Failed::Internal(why.to_string()))?,
        light: match answer.light {
            Light::Green => UseLight::Green,
            Light::Yellow => UseLight::Yellow,
            Light::Red => UseLight::Red,
        },
    })
}

/// What the log calls a shift: by its name; with its times where the ward has another of that name: `K 07:30–15:15`.
pub(super) fn called(ward: &Ward, moment: &Moment) -> String {
    let name = &moment.name;
    if moment.has_namesake(ward) { format!("{name} {}", clocks(moment.stretch)) } else { name.clone() }
}

/// The last of a unit's uses that counts of this shift on this day with these missing.
fn same(r: &Reader<'_>, unit: BranchId, day: &str, shift: &str, missing: &str) -> Result<Option<Shortage>, Failure> {
    let of_day = r.shortages_between(unit, day, day)?;
    Ok(of_day.into_iter().rev().find(|one| one.answered.shift == shift && one.answered.missing == missing))
}

/// What is kept of an answer.
fn kept(ward: &Ward, answer: &Answer, date: Date) -> Result<Kept, Failed> {
    let LookedUp { day, shift, missing, light } = asked(ward, answer, date)?;
    Ok(Kept {
        day,
        shift,
        missing,
        light,
        // Work and presence that one person covers in the same time don't add up.
        red_minutes: told::red(answer, |_| true).least().round() as i64,
        justified_minutes: (relief::hours(&answer.hire, &answer.asked.moment) * 60.0).round() as i64,
        tasks: serde_json::to_string(&fates(ward, answer)).map_err(|why| Failed::Internal(why.to_string()))?,
    })
}

/// What becomes of each task that isn't red, in the order of the sheet: lines of one name are one task.
fn fates(ward: &Ward, answer: &Answer) -> Vec<TaskFate> {
    let at = |cell| answer.intervals.iter().position(|interval| interval.cell == cell);
    let mut of: BTreeMap<LineId, TaskFate> = BTreeMap::new();
    for piece in answer.pieces.iter().filter(|piece| told::counts_as(ward, piece.line) != Priority::Red) {
        let name = ward.lines[piece.line.0].name.clone();
        let first = (0..ward.lines.len()).map(LineId).find(|line| ward.lines[line.0].name == name);
        let task = of.entry(first.unwrap_or(piece.line)).or_insert_with(|| TaskFate {
            task: name,
            of: 0.0,
            left_out: 0.0,
            put_off: 0.0,
        });
        task.of += piece.minutes;
        match piece.fate {
            Fate::LeftOut(_) => task.left_out += piece.minutes,
            Fate::NextDays(_) => task.put_off += piece.minutes,
            Fate::Done { cell, .. } if at(cell) > at(piece.cell) => task.put_off += piece.minutes,
            Fate::Done { .. } | Fate::Uncovered(_) => {}
        }
    }
    // A tenth of a minute is more than anybody tells, and what is rounding is nothing.
    let rounded = |minutes: f64| if minutes < SLACK { 0.0 } else { (minutes * 10.0).round() / 10.0 };
    let told = |task: TaskFate| TaskFate {
        of: rounded(task.of),
        left_out: rounded(task.left_out),
        put_off: rounded(task.put_off),
        ..task
    };
    of.into_values().map(told).filter(|task| task.of > 0.0).collect()
}

fn read(kept: Shortage, names: &BTreeMap<PersonId, Option<String>>) -> LoggedUse {
    LoggedUse {
        missing: missing_of(&kept.answered.missing),
        tasks: serde_json::from_str(&kept.answered.tasks).unwrap_or_default(),
        by: kept.person.and_then(|person| names.get(&person).cloned().flatten()),
        kept,
    }
}

/// People's names; none where the person is gone.
pub(super) fn names(
    r: &Reader<'_>,
    people: impl Iterator<Item = PersonId>,
) -> Result<BTreeMap<PersonId, Option<String>>, Failure> {
    let mut names = BTreeMap::new();
    for person in people {
        if let Entry::Vacant(place) = names.entry(person) {
            place.insert(match r.person(person) {
                Ok(person) => Some(person.name),
                Err(Failure::NotFound) => None,
                Err(other) => return Err(other),
            });
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(choice: &str, hours: &str, cost: &str, reason: &str) -> Said {
        Said {
            choice: choice.into(),
            cause: "sickness".into(),
            hours: hours.into(),
            cost: cost.into(),
            reason: reason.into(),
            again: false,
        }
    }

    fn hour(step: Relief) -> Option<f64> {
        (step == Relief::Overtime).then_some(500.0)
    }

    #[test]
    fn kroner_are_reckoned_from_the_hours_unless_they_are_told() {
        let of = |said: &Said| chosen(said, true, hour).map(|c| (c.hired_minutes, c.hired_kr, c.kr_reckoned));
        assert_eq!(of(&said("overtime", "3,5", "", "")), Ok((210, Some(1750), true)));
        assert_eq!(of(&said("overtime", "3.5", "1 800", "")), Ok((210, Some(1800), false)));
        assert_eq!(of(&said("agency", "2", "", "")), Ok((120, None, false)));
        assert_eq!(of(&said("managed", "", "", "")), Ok((0, None, false)));
        assert_eq!(of(&said("other", "2", "100", "")), Ok((120, Some(100), false)));
    }

    #[test]
    fn who_was_missing_is_told_in_words() {
        let kept = r#"[{"group":"HFA","heads":1},{"group":"SPL","heads":2}]"#;
        assert_eq!(missing_in_words(kept).as_deref(), Some("HFA 1, SPL 2"));
        assert_eq!(missing_in_words("HFA"), None);
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once_at_its_field() {
        let of = |said: &Said, justified| chosen(said, justified, hour).expect_err("wrong");
        let none = Said::default();
        assert_eq!(of(&none, true), [("valg", "log-no-choice"), ("aarsak", "log-no-cause")]);
        assert_eq!(
            of(&said("agency", "mye", "-1", ""), false),
            [("timer", "log-hours-wrong"), ("kroner", "log-cost-wrong"), ("grunn", "log-reason-missing")]
        );
        assert_eq!(of(&said("pool", "", "", "x"), true), [("timer", "log-hours-missing")]);
        assert_eq!(of(&said("other", "2", "", ""), false), [("grunn", "log-reason-missing")]);
        assert_eq!(of(&said("managed", "2", "", ""), true), [("timer", "log-hours-managed")]);
        assert_eq!(of(&said("managed", "", "", &"x".repeat(501)), true), [("grunn", "log-reason-long")]);
        assert_eq!(of(&said("managed", "", "", "Syk: 010107 50160"), true), [("grunn", "log-reason-person")]);
    }
}
