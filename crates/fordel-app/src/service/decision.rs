//! What a decision records: who was heard, the lines that move, and the assessments that the law asks for.
//!
//! A lasting distribution is the enterprise's own decision (specialist health services act § 2-2, health personnel act
//! § 16), not a delegation task by task. An assessment is due only for health work whose new group lacks the competence
//! by its own education (health personnel act § 5: nature, qualification, follow-up), and for medicines the leader's own
//! assessment (regulation on handling of medicines § 4).

use std::collections::BTreeMap;

use fordel_core::calendar::Date;
use fordel_core::measure::moves::{Move, moves};
use fordel_core::norwegian_time::InNorway;
use fordel_core::plan::Plan;
use fordel_core::ward::Ward;
use fordel_sheets::columns::CATEGORIES;
use fordel_store::{Decision, Moment, Objection, RowId};
use serde::{Deserialize, Serialize};

use super::proposals::OpenedProposal;
use super::{Failed, Reads};

/// The category of medicines, by its place among the standard ones.
const MEDICINES: usize = 3;

/// The day in Norway on which something was decided: a version is called by that, and not by the day of the meeting before it.
pub fn decided_on(at: Moment) -> Date {
    InNorway::at(at.0).date
}

/// What has been said of a proposal before it is decided.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Heard {
    /// The day of the meeting, as `2026-09-12`.
    pub held_on: String,
    /// Union representatives that were heard.
    pub union: String,
    /// Safety representatives that were heard.
    pub safety: String,
    /// Others.
    pub others: String,
    /// What they disagree with.
    pub disagreement: String,
    /// Why it is decided though some of it doesn't hold; needed where something is broken.
    pub in_spite: String,
    /// The assessments, by [`MovedLine::key`]; the one under the empty key stands for all that say nothing themselves.
    pub assessments: BTreeMap<String, Assessment>,
    /// The objections to its lines and to the whole plan as they stood when it was decided, in the order they were raised.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub objections: Vec<ObjectionThen>,
    /// Whether the sheets had been changed since the plan was made, when it was decided; kept only where they had.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub outdated: bool,
}

/// An objection as it stood when the plan was decided. Who said it stands with the objection itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectionThen {
    /// The task; none where it is to the whole plan.
    pub task: Option<String>,
    /// The number of the proposal that one to the whole plan was raised from; none where none was named.
    pub proposal: Option<i64>,
    /// What was said.
    pub text: String,
    /// The answer; none where nobody had answered.
    pub answer: Option<String>,
}

/// An assessment of a line that somebody gets without having the competence by their own education.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Assessment {
    /// The nature of the task and its risk.
    pub nature: String,
    /// The qualification that is required.
    pub qualification: String,
    /// How they are followed up.
    pub follow_up: String,
    /// For medicines: the leader's own assessment.
    pub medicines: String,
}

/// What a moved line needs before it is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Nothing: it isn't health work, or the group has the competence by its education.
    Nothing,
    /// Nature, qualification and follow-up.
    Competence,
    /// The leader's own assessment.
    Medicines,
}

/// A line that moves, as the decision's record holds it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MovedLine {
    /// Its row in the ward.
    pub row: u32,
    /// The task.
    pub task: String,
    /// When.
    pub timing: String,
    /// Its days, 1 = Monday.
    pub days: Vec<u8>,
    /// From which group, by code.
    pub from: String,
    /// To which.
    pub to: String,
    /// Minutes a week.
    pub minutes: f64,
    /// Courses that the new group takes for it.
    pub courses: Vec<String>,
    /// Whether it is health work.
    pub health_work: bool,
    /// Whether it is handling of medicines.
    #[serde(default)]
    pub medicines: bool,
}

impl MovedLine {
    /// Its name in a form and in the record.
    pub fn key(&self) -> String {
        let days: String = self.days.iter().map(u8::to_string).collect();
        format!("{}-{days}", self.row)
    }

    /// What it needs before it is decided.
    pub fn due(&self) -> Due {
        match (self.health_work, self.medicines, self.courses.is_empty()) {
            (true, true, _) => Due::Medicines,
            (true, false, false) => Due::Competence,
            _ => Due::Nothing,
        }
    }
}

impl Heard {
    /// Whether nobody is named as heard.
    pub fn is_nobody_named(&self) -> bool {
        [&self.union, &self.safety, &self.others].iter().all(|named| named.trim().is_empty())
    }

    /// The assessment of a line: its own words, else those that stand for all.
    pub fn assessment(&self, line: &MovedLine) -> Assessment {
        let of = |key: &str| self.assessments.get(key).cloned().unwrap_or_default();
        let (own, all) = (of(&line.key()), of(""));
        let pick =
            |own: String, all: &str| if own.trim().is_empty() { all.trim().to_owned() } else { own.trim().to_owned() };
        Assessment {
            nature: pick(own.nature, &all.nature),
            qualification: pick(own.qualification, &all.qualification),
            follow_up: pick(own.follow_up, &all.follow_up),
            medicines: pick(own.medicines, &all.medicines),
        }
    }

    /// The lines whose assessment is missing or not whole.
    pub fn unassessed<'l>(&self, moved: &'l [MovedLine]) -> Vec<&'l MovedLine> {
        let lacks = |line: &&MovedLine| {
            let said = self.assessment(line);
            match line.due() {
                Due::Nothing => false,
                Due::Competence => [said.nature, said.qualification, said.follow_up].iter().any(String::is_empty),
                Due::Medicines => said.medicines.is_empty(),
            }
        };
        moved.iter().filter(lacks).collect()
    }
}

impl Reads<'_> {
    /// The last decision: what holds.
    ///
    /// # Errors
    /// The database.
    pub fn last_decision(&self) -> Result<Option<Decision>, Failed> {
        self.service.read(|r| r.last_decision(self.unit.id))
    }

    /// The version as which a proposal was decided with the plan that it has, the newest; none where it wasn't. Such a
    /// proposal takes no more changes by hand.
    ///
    /// # Errors
    /// The database.
    pub fn decided_as(&self, proposal: &OpenedProposal) -> Result<Option<i64>, Failed> {
        self.service.read(|r| r.decided_as(proposal.kept.head.id))
    }

    /// The version as which a proposal holds with the plan that it has: nothing was decided after it. Such a proposal isn't decided
    /// once more.
    ///
    /// # Errors
    /// The database.
    pub fn holds_as(&self, proposal: &OpenedProposal) -> Result<Option<i64>, Failed> {
        let last = self.last_decided()?.map(|last| last.number);
        Ok(self.decided_as(proposal)?.filter(|version| last == Some(*version)))
    }

    /// The same as [`Reads::decided_as`] of all proposals that were decided so, by their numbers.
    ///
    /// # Errors
    /// The database.
    pub fn all_decided_as(&self) -> Result<BTreeMap<i64, i64>, Failed> {
        self.service.read(|r| r.all_decided_as(self.unit.id))
    }

    /// The objections to the lines of a proposal and to the whole plan, answered or not, in the order they were raised.
    ///
    /// # Errors
    /// The database.
    pub fn objections_to(&self, proposal: &OpenedProposal) -> Result<Vec<ObjectionThen>, Failed> {
        let lines: BTreeMap<RowId, u32> = proposal.rows.iter().map(|(line, row)| (*row, *line)).collect();
        let then = |said: Objection| {
            let task = match said.row {
                Some(row) => {
                    let line = proposal.ward.line_by_row(*lines.get(&row)?)?;
                    Some(proposal.ward.lines[line.0].name.clone())
                }
                None => None,
            };
            Some(ObjectionThen { task, proposal: said.proposal, text: said.text, answer: said.answer })
        };
        Ok(self.objections()?.into_iter().filter_map(then).collect())
    }
}

/// Who was heard, and the lines that moved, as a decision keeps them.
///
/// # Errors
/// What can't be read any more.
pub fn recorded(heard: &str, moved: &str) -> Result<(Heard, Vec<MovedLine>), Failed> {
    let unreadable = |why: serde_json::Error| Failed::Internal(why.to_string());
    Ok((serde_json::from_str(heard).map_err(unreadable)?, serde_json::from_str(moved).map_err(unreadable)?))
}

/// The lines that a plan moves, in the order of the sheet.
pub fn moved_lines(ward: &Ward, plan: &Plan) -> Vec<MovedLine> {
    let is_medicines = |name: &str| CATEGORIES[MEDICINES].spellings().any(|s| s.eq_ignore_ascii_case(name.trim()));
    let line = |m: &Move| {
        let line = &ward.lines[m.line.0];
        MovedLine {
            row: line.row,
            task: line.name.clone(),
            timing: ward.timing_label(&line.timing),
            days: m.days.iter().map(|day| day.number()).collect(),
            from: ward.group(m.from).code.clone(),
            to: ward.group(m.to).code.clone(),
            minutes: m.minutes_to,
            courses: m.courses.iter().map(|need| ward.courses[need.course.0].name.clone()).collect(),
            health_work: line.health_work,
            medicines: ward.categories.get(line.category).is_some_and(|c| is_medicines(&c.name)),
        }
    };
    moves(ward, plan).iter().map(line).collect()
}

/// The moved lines of health work for which the sheets ask no course of the new group, though they do of one that covers it and
/// of one that it covers: the line's courses are probably not filled in whole, and an assessment may be due after all.
pub fn doubtful<'l>(ward: &Ward, moved: &'l [MovedLine]) -> Vec<&'l MovedLine> {
    let order = ward.order();
    let is_doubtful = |line: &&MovedLine| {
        let (Some(there), Some(to)) = (ward.line_by_row(line.row), ward.group_by_code(&line.to)) else { return false };
        let asked = || ward.lines[there.0].training.iter().map(|(group, _)| *group);
        let within = asked().any(|group| order.covers(group, to)) && asked().any(|group| order.covers(to, group));
        line.health_work && line.due() == Due::Nothing && within
    };
    moved.iter().filter(is_doubtful).collect()
}

#[cfg(test)]
mod tests {
    use fordel_core::ward::{CourseId, GroupId};

    use super::*;

    fn line(health_work: bool, medicines: bool, courses: &[&str]) -> MovedLine {
        MovedLine {
            row: 4,
            task: "x".into(),
            timing: "07-09".into(),
            days: vec![1, 2],
            from: "SPL".into(),
            to: "HFA".into(),
            minutes: 10.0,
            courses: courses.iter().map(|c| (*c).to_owned()).collect(),
            health_work,
            medicines,
        }
    }

    #[test]
    fn serving_meals_needs_no_assessment_and_medicines_need_the_leaders() {
        assert_eq!(line(false, false, &["hygiene"]).due(), Due::Nothing);
        assert_eq!(line(true, false, &[]).due(), Due::Nothing);
        assert_eq!(line(true, false, &["sårstell"]).due(), Due::Competence);
        assert_eq!(line(true, true, &[]).due(), Due::Medicines);
    }

    #[test]
    fn a_line_is_doubtful_where_the_groups_on_either_side_of_the_new_one_need_a_course_and_it_needs_none() {
        let mut ward = fordel_sheets::read_ward_bytes(fordel_sheets::example_workbook()).ward.expect("a ward");
        let order = ward.order();
        let above = |to: GroupId| ward.group_ids().find(|group| order.covers(*group, to));
        let below = |to: GroupId| ward.group_ids().find(|group| order.covers(to, *group));
        let between = ward.group_ids().find(|to| above(*to).is_some() && below(*to).is_some()).expect("a chain");
        let (first, last) = (above(between).expect("one above"), below(between).expect("one below"));
        let to = ward.group(between).code.clone();
        let moved = |health_work: bool, courses: &[&str]| {
            [MovedLine { row: ward.lines[0].row, to: to.clone(), ..line(health_work, false, courses) }]
        };
        let (bare, taught, other) = (moved(true, &[]), moved(true, &["sårstell"]), moved(false, &[]));
        ward.lines[0].training = vec![(last, CourseId(0))];
        assert!(doubtful(&ward, &bare).is_empty(), "those above need none either");
        ward.lines[0].training.push((first, CourseId(0)));
        assert_eq!(doubtful(&ward, &bare), bare.iter().collect::<Vec<_>>());
        assert!(doubtful(&ward, &taught).is_empty() && doubtful(&ward, &other).is_empty());
    }

    #[test]
    fn one_assessment_can_stand_for_all_and_a_line_may_say_its_own() {
        let moved = [line(true, false, &["sårstell"])];
        let mut heard = Heard::default();
        assert_eq!(heard.unassessed(&moved).len(), 1);
        let all = Assessment { nature: "lav".into(), qualification: "kurs".into(), ..Assessment::default() };
        heard.assessments.insert(String::new(), all);
        assert_eq!(heard.unassessed(&moved).len(), 1, "no follow-up");
        let own = Assessment { follow_up: "veiledning".into(), nature: "middels".into(), ..Assessment::default() };
        heard.assessments.insert(moved[0].key(), own);
        assert!(heard.unassessed(&moved).is_empty());
        let said = heard.assessment(&moved[0]);
        assert_eq!((said.nature.as_str(), said.qualification.as_str()), ("middels", "kurs"));
    }
}
