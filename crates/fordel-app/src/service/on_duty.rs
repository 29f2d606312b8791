//! Vakten nå: the unit's plan on the day when people are missing, with what its sheets say today of colours, rules and
//! certificates. A date is worked as the year has it: a public holiday as a Sunday, unless the calendar says otherwise.
//!
//! The plan holds as it was decided, or as it was proposed where nothing is decided. A decision is locked with its ward; what
//! the ward may do when people are missing isn't, and is often settled later. So each line takes its colour from the row of
//! the sheet that it was made from, as long as that row is the same task still: same name, same time, bound as before. Rules
//! for yellow and green work, relief and certificates are today's too.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fordel_core::calendar::{Date, Holiday, days_after};
use fordel_core::measure::certificates::take_certificates;
use fordel_core::norwegian_time::InNorway;
use fordel_core::plan::Plan;
use fordel_core::shortage::Answer;
use fordel_core::shortage::asked::Moment;
use fordel_core::shortage::cards::times;
use fordel_core::time::{DAY, Day, DaySet};
use fordel_core::ward::{GroupId, LineId, TaskLine, Ward};
use fordel_core::year::dates::{Dated, dated};
use fordel_core::year::{Entry, What};
use fordel_sheets::columns::TASKS;
use fordel_store::{ProposalId, ProposalKind, ProposalState, RowId};
use fordel_text::Texts;

use super::decision::decided_on;
use super::desk::Desk;
use super::{Failed, Reads};
use crate::shortage::{Form, Question};

/// Days in which the next shift is looked for.
const AHEAD: i64 = 7;

/// Which plan holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The one decided last.
    Decided {
        /// Its version.
        number: i64,
        /// The day on which it was decided.
        on: Date,
    },
    /// Nothing is decided: a proposal, the newest that can be taken.
    Proposed {
        /// Its number.
        number: i64,
        /// Its name.
        name: String,
    },
}

/// The plan's ward beside the unit's sheets as they are today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// Today's sheets hold faults: everything is as it was in the plan.
    pub faulty: bool,
    /// Lines of the plan whose row is gone, or is another task now: their colours are the plan's.
    pub gone: Vec<String>,
    /// Tasks of today that the plan doesn't know.
    pub new: Vec<String>,
    /// Lines whose colour was set or changed since.
    pub recoloured: usize,
}

/// What tells one state of plan and sheets from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Decision(i64),
    Proposal(ProposalId, i64),
}

/// A unit's plan for the day when people are missing.
#[derive(Clone, Debug)]
pub struct OnDuty {
    /// Which plan it is.
    pub basis: Basis,
    /// Its ward, with today's colours, rules and certificates.
    pub ward: Arc<Ward>,
    /// The plan.
    pub plan: Plan,
    /// How today's sheets differ.
    pub since: Since,
    source: Source,
    revision: i64,
}

/// An answer with the ward that it is about: certificates count as they do on the shift's date.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The ward.
    pub ward: Arc<Ward>,
    /// The answer, checked.
    pub answer: Answer,
}

impl OnDuty {
    /// What holds on a date: whose weekday's heads and work it has, and which public holidays fall on it.
    pub fn dated(&self, date: Date) -> Dated {
        dated(&self.ward, date)
    }

    /// What becomes of the work when these are missing on a shift that starts on a date. The question's day is the one that
    /// the date is worked as.
    ///
    /// # Errors
    /// A question that doesn't fit the plan: [`Failed::Failure`] with its sentence.
    pub fn answer(&self, date: Date, question: &Question) -> Result<Answered, Failed> {
        self.answer_at(date, question, None)
    }

    /// The same as it is asked at a moment: while the shift is running, what is over doesn't count.
    ///
    /// # Errors
    /// As [`OnDuty::answer`].
    pub fn answer_at(&self, date: Date, question: &Question, now: Option<InNorway>) -> Result<Answered, Failed> {
        let day = self.dated(date).as_day;
        let question = Question { day, ..question.clone() };
        let on_date = |moment: Moment| {
            let moment = moment.on_holidays(holidays_around(date, day)).on_date(date);
            let start = i64::from(moment.stretch.start % DAY);
            let over = now.and_then(|now| u32::try_from(now.minutes_since(date) - start).ok());
            Ok(moment.after(over.unwrap_or(0)))
        };
        let ward = self.ward_on(date);
        let answer = crate::shortage::answer_of(&ward, &self.plan, &question, on_date).map_err(Failed::Failure)?;
        Ok(Answered { ward, answer })
    }

    /// The ward with the certificates that count on a date.
    fn ward_on(&self, date: Date) -> Arc<Ward> {
        let mut ward = Arc::clone(&self.ward);
        if !ward.certificates.is_empty() {
            Arc::make_mut(&mut ward).settings.plan_date = Some(date);
        }
        ward
    }

    /// The shift that is on at a moment, or the next one: the day on which it starts, and its name. Where several are on, the
    /// one that began last. None where nobody starts within a week.
    pub fn usual(&self, now: InNorway) -> Option<(Date, String)> {
        let mut on: Option<(i64, Date, String)> = None;
        for ahead in -1..=AHEAD {
            let date = days_after(now.date, ahead);
            let day = self.dated(date).as_day;
            let at = now.minutes_since(date);
            let mut next: Option<(i64, String)> = None;
            for name in times(&self.ward, &self.plan.staffing, [day].into_iter().collect::<DaySet>()) {
                let Ok(moment) = Moment::named(&self.ward, day, &name) else { continue };
                let start = i64::from(moment.stretch.start % DAY);
                let end = start + i64::from(moment.stretch.minutes);
                if (start..end).contains(&at) && on.as_ref().is_none_or(|(since, ..)| at - start < *since) {
                    on = Some((at - start, date, name));
                } else if start > at && next.as_ref().is_none_or(|(earliest, _)| start < *earliest) {
                    next = Some((start, name));
                }
            }
            // What began yesterday may still be on, and so may what began today.
            if ahead >= 0 {
                if let Some((_, date, name)) = on {
                    return Some((date, name));
                }
                if let Some((_, name)) = next {
                    return Some((date, name));
                }
            }
        }
        None
    }

    /// The shifts that can be asked for on a date, by when they start: those on which the plan has people.
    pub fn offered(&self, date: Date) -> Vec<(String, Moment)> {
        use fordel_core::shortage::asked::{Unfit, names_on};
        let day = self.dated(date).as_day;
        let named = |name: String| match Moment::named(&self.ward, day, &name) {
            Ok(moment) => vec![(name, moment)],
            Err(Unfit::Ambiguous { choices, .. }) => {
                let moment = |choice: String| Some((choice.clone(), Moment::named(&self.ward, day, &choice).ok()?));
                choices.into_iter().filter_map(moment).collect()
            }
            Err(_) => Vec::new(),
        };
        let starts = |moment: &Moment| {
            self.ward.group_ids().any(|group| moment.heads(&self.ward, &self.plan.staffing, group) > 0)
        };
        let mut offered: Vec<(String, Moment)> = names_on(&self.ward, day).into_iter().flat_map(named).collect();
        offered.retain(|(_, moment)| starts(moment));
        offered.sort_by_key(|(_, moment)| (moment.stretch.start, moment.stretch.minutes));
        offered
    }

    /// How many of each group the plan has on duty on a shift; groups without anybody are left out.
    pub fn on_shift(&self, moment: &Moment) -> Vec<(GroupId, u32)> {
        let heads = |group| (group, moment.heads(&self.ward, &self.plan.staffing, group));
        self.ward.group_ids().map(heads).filter(|(_, heads)| *heads > 0).collect()
    }

    /// How many of a group's heads on a shift that starts on a date the calendar's planned absence takes.
    ///
    /// The calendar says how many people are away, not which shifts they were to have. They count as people of that day: all who
    /// are away by any entry together, rounded up once to whole people, shared out among the group's shifts that start on the
    /// date as the heads are ([`shared_out`]). So one who is away is missing on one shift, and never more are missing in a day
    /// than are away.
    pub(super) fn planned_away(&self, date: Date, group: GroupId, moment: &Moment) -> u32 {
        let away = self.ward.calendar.iter().filter(|entry| entry.holds_on(date)).map(|entry| match entry.what {
            What::Absence { group: of, people } if of == group => people,
            _ => 0.0,
        });
        // What adds up to whole people but for rounding is no more than them.
        let people = (away.sum::<f64>() - 1e-9).ceil().max(0.0) as u32;
        let day = usize::from(self.dated(date).as_day.0);
        let starting = fordel_core::shortage::asked::heads(&self.ward, &self.plan.staffing);
        let own = self.ward.shifts.iter().zip(&starting);
        let own: Vec<u32> = own.map(|(shift, heads)| if shift.group == group { heads[day] } else { 0 }).collect();
        let away = shared_out(people, &own);
        moment.on_duty(&self.ward, group).iter().map(|shift| away[shift.0]).sum()
    }

    /// Cards for the wall: the usual cases of the plan with the certificates that count on a date, as a document under this name of
    /// the unit.
    ///
    /// # Errors
    /// A plan without anybody on duty ([`Failed::NotFound`]); a mistake in the program.
    pub fn cards(&self, unit: &str, date: Date, form: Form, texts: &Texts) -> Result<Vec<u8>, Failed> {
        let mut ward = self.ward_on(date);
        Arc::make_mut(&mut ward).unit = unit.to_owned();
        let cards = crate::shortage::cards(&ward, &self.plan).map_err(Failed::Failure)?;
        if cards.is_empty() {
            return Err(Failed::NotFound);
        }
        let document = fordel_reports::cards::build(&ward, &cards, texts);
        match form {
            Form::Html => Ok(document.html().into_bytes()),
            Form::Pdf => document.pdf().map_err(|why| Failed::Internal(why.to_string())),
        }
    }
}

impl Reads<'_> {
    /// The plan that holds, for the day when people are missing; none where the unit has no plan yet.
    ///
    /// # Errors
    /// The database; a plan that can't be read any more.
    pub fn on_duty(&self) -> Result<Option<Arc<OnDuty>>, Failed> {
        let Some(source) = self.source()? else { return Ok(None) };
        let revision = self.service.read(|r| r.revision(self.unit.id))?;
        let is_current = |kept: &OnDuty| (kept.source, kept.revision) == (source, revision);
        let make = || self.made(source, &*self.desk()?);
        self.service.on_duty.current(&self.unit.id, is_current, make).map(Some)
    }

    /// The decision made last; else the newest computed proposal that is done.
    fn source(&self) -> Result<Option<Source>, Failed> {
        self.service.read(|r| {
            if let Some(last) = r.last_decided(self.unit.id)? {
                return Ok(Some(Source::Decision(last.number)));
            }
            let done = r
                .proposals(self.unit.id)?
                .into_iter()
                .filter(|head| head.kind == ProposalKind::Computed && head.state == ProposalState::Done);
            Ok(done.max_by_key(|head| head.number).map(|head| Source::Proposal(head.id, head.version)))
        })
    }

    fn made(&self, source: Source, desk: &Desk) -> Result<OnDuty, Failed> {
        let unreadable = |why: serde_json::Error| Failed::Internal(why.to_string());
        let (basis, ward, plan, rows) = match source {
            Source::Decision(number) => self.service.read(|r| {
                let decision = r.decision(self.unit.id, number)?;
                let rows = r.proposal(decision.proposal)?.rows;
                Ok((Basis::Decided { number, on: decided_on(decision.at) }, decision.ward, Some(decision.plan), rows))
            })?,
            Source::Proposal(id, _) => self.service.read(|r| {
                let kept = r.proposal(id)?;
                Ok((
                    Basis::Proposed { number: kept.head.number, name: kept.head.name },
                    kept.ward,
                    kept.plan,
                    kept.rows,
                ))
            })?,
        };
        let mut ward: Ward = serde_json::from_str(&ward).map_err(unreadable)?;
        let plan: Plan = serde_json::from_str(&plan.ok_or(Failed::NotFound)?).map_err(unreadable)?;
        let rows: BTreeMap<u32, RowId> = serde_json::from_str(&rows).map_err(unreadable)?;
        let since = brought_up_to_date(&mut ward, &rows, desk);
        let plan = crate::shortage::with_workload(&ward, plan);
        Ok(OnDuty { basis, ward: Arc::new(ward), plan, since, source, revision: desk.revision })
    }
}

/// So many people shared out among shifts in proportion to their heads, whole people each: what is left beyond the whole ones goes
/// to the shifts that lack most of another, the first of those that lack as much (the largest remainders of Hamilton's method).
/// No shift gets more than its heads.
fn shared_out(people: u32, heads: &[u32]) -> Vec<u32> {
    let all: u64 = heads.iter().map(|heads| u64::from(*heads)).sum();
    let people = u64::from(people).min(all);
    let share = |heads: &u32| (people * u64::from(*heads)) / all.max(1);
    let mut shares: Vec<u32> = heads.iter().map(|heads| share(heads) as u32).collect();
    let mut by_rest: Vec<usize> = (0..heads.len()).collect();
    by_rest.sort_by_key(|at| Reverse((people * u64::from(heads[*at])) % all.max(1)));
    let left = people - shares.iter().map(|share| u64::from(*share)).sum::<u64>();
    by_rest.iter().take(left as usize).for_each(|at| shares[*at] += 1);
    shares
}

/// The days around one that are public holidays, by what each is called in the plan's week when the date is worked as `day`.
fn holidays_around(date: Date, day: Day) -> DaySet {
    let is_holiday = |step: &u8| !Holiday::on(days_after(date, i64::from(*step) - 1)).is_empty();
    (0..4_u8).filter(is_holiday).map(|step| Day((day.0 + 6 + step) % 7)).collect()
}

/// Gives the plan's ward today's colours, rules and certificates, and tells how today's sheets differ.
fn brought_up_to_date(ward: &mut Ward, rows: &BTreeMap<u32, RowId>, desk: &Desk) -> Since {
    let Some(today) = &desk.ward else { return Since { faulty: true, ..Since::default() } };
    let sheet: &[(RowId, BTreeMap<String, String>)] = desk.sheet(TASKS.name.nb).map_or(&[], |sheet| &sheet.rows);
    // As in a workbook: the first row below the header is 2.
    let numbers: BTreeMap<RowId, u32> = (2..).zip(sheet).map(|(number, (row, _))| (*row, number)).collect();
    let lines: BTreeMap<u32, LineId> = (0..today.lines.len()).map(|at| (today.lines[at].row, LineId(at))).collect();
    let mut since = Since::default();
    let mut met: BTreeSet<LineId> = BTreeSet::new();
    for at in 0..ward.lines.len() {
        let line = &ward.lines[at];
        let now = rows.get(&line.row).and_then(|row| numbers.get(row)).and_then(|number| lines.get(number));
        let same = now.filter(|now| is_same(ward, line, today, &today.lines[now.0]));
        match same {
            Some(now) => {
                met.insert(*now);
                let priority = today.lines[now.0].priority;
                since.recoloured += usize::from(ward.lines[at].priority != priority);
                ward.lines[at].priority = priority;
            }
            None => since.gone.push(line.name.clone()),
        }
    }
    let new = (0..today.lines.len()).map(LineId).filter(|line| !met.contains(line));
    since.new = new.map(|line| today.lines[line.0].name.clone()).collect();
    ward.settings.shortage = today.settings.shortage.clone();
    take_certificates(ward, today);
    ward.calendar = calendar_of(ward, today);
    since
}

/// What today's calendar says of days that are worked as others, and of planned absence of the groups that the ward knows. What
/// else it says is about activity, which the plan's work doesn't follow from day to day, and holidays, which the plan has
/// reckoned with.
fn calendar_of(ward: &Ward, today: &Ward) -> Vec<Entry> {
    let known = |entry: &Entry| {
        let what = match entry.what {
            What::AsDay(day) => What::AsDay(day),
            What::Absence { group, people } => {
                What::Absence { group: ward.group_by_code(&today.group(group).code)?, people }
            }
            _ => return None,
        };
        Some(Entry { what, ..entry.clone() })
    };
    today.calendar.iter().filter_map(known).collect()
}

/// Whether a row is the same task still.
fn is_same(ward: &Ward, line: &TaskLine, today: &Ward, now: &TaskLine) -> bool {
    line.name.trim() == now.name.trim()
        && ward.timing_label(&line.timing) == today.timing_label(&now.timing)
        && line.bound == now.bound
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_people_are_shared_out_once_as_the_heads_are() {
        // One of nine is missing on one shift, not on each.
        assert_eq!(shared_out(1, &[4, 3, 2]), [1, 0, 0]);
        assert_eq!(shared_out(2, &[1, 1, 3]), [1, 0, 1], "of those that lack as much the first one");
        assert_eq!(shared_out(3, &[1, 1, 3]), [1, 0, 2]);
        assert_eq!(shared_out(9, &[4, 0, 2]), [4, 0, 2], "no more than there are");
        assert_eq!(shared_out(2, &[0, 0]), [0, 0]);
        for people in 0..12 {
            for heads in [[5, 3, 2], [1, 1, 1], [7, 0, 4]] {
                let shares = shared_out(people, &heads);
                assert_eq!(shares.iter().sum::<u32>(), people.min(heads.iter().sum()), "{people} of {heads:?}");
                assert!(shares.iter().zip(&heads).all(|(share, heads)| share <= heads), "{people} of {heads:?}");
            }
        }
    }
}
