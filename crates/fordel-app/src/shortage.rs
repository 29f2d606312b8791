//! The traffic light: what now, with people missing on a shift; and the same for every usual case, as cards.

use std::path::Path;

use fordel_core::check;
use fordel_core::check::shortage::{Flaw, flaws};
use fordel_core::plan::Plan;
use fordel_core::shortage::Answer;
use fordel_core::shortage::asked::{Asked, Moment, Unfit};
use fordel_core::shortage::cards::{Card, cases};
use fordel_core::time::{Clock, Day};
use fordel_core::ward::{Group, GroupId, Ward};
use fordel_text::{Lang, Texts};

use crate::failure::Failure;
use crate::files;
use crate::folder::{Saved, save_file};

/// What is asked: a shift by name on a day, and how many of which groups are missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The day on which the shift starts.
    pub day: Day,
    /// Its name; with the group before a colon where groups use a name for different times.
    pub shift: String,
    /// Group codes with heads; a group may be told more than once.
    pub missing: Vec<(String, u32)>,
}

/// An answer with its ward.
#[derive(Clone, Debug)]
pub struct Short {
    /// The ward.
    pub ward: Ward,
    /// The answer, checked.
    pub answer: Answer,
}

/// Why a question can't be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// It doesn't fit the ward's shifts or the plan's heads.
    Unfit {
        /// In which way.
        unfit: Unfit,
        /// The day.
        day: Day,
        /// Code and name of the group that it is about.
        group: Option<(String, String)>,
    },
    /// No group has this code.
    NoSuchGroup {
        /// The code.
        code: String,
        /// The ward's codes.
        codes: Vec<String>,
    },
}

/// Answers for the plan in a file; while the shift is running from a time on, else for all of it.
///
/// # Errors
/// Files that can't be read, a plan that isn't this ward's, a question that doesn't fit them.
pub fn shortage(workbook: &Path, plan: &Path, question: &Question, from: Option<Clock>) -> Result<Short, Failure> {
    let (ward, plan) = ward_and_plan(workbook, plan)?;
    let timed = |moment: Moment| match from {
        Some(from) => moment.at(from),
        None => Ok(moment),
    };
    let answer = answer_of(&ward, &plan, question, timed)?;
    Ok(Short { ward, answer })
}

/// A ward and a plan that holds for it and tells its workload.
pub(crate) fn ward_and_plan(workbook: &Path, path: &Path) -> Result<(Ward, Plan), Failure> {
    let ward = files::read_ward(workbook)?.ward;
    let plan = files::read_plan(path)?;
    if plan.placements.is_empty() {
        return Err(Failure::PlanEmpty { path: path.to_owned() });
    }
    let broken = check::check(&ward, &plan).broken;
    if !broken.is_empty() {
        return Err(Failure::PlanOfAnother { path: path.to_owned(), unit: ward.unit, broken });
    }
    let plan = with_workload(&ward, plan);
    Ok((ward, plan))
}

/// The plan with its minutes in every cell, where it doesn't tell them itself.
pub(crate) fn with_workload(ward: &Ward, mut plan: Plan) -> Plan {
    if plan.workload.is_empty() {
        plan.workload = check::measure(ward, &plan.placements, &plan.staffing).workload;
    }
    plan
}

/// The answer to a question about a plan that holds for its ward: the way in for pages, which have a unit's decided plan.
///
/// # Errors
/// A question that doesn't fit the plan, or an answer that the independent check refuses: a mistake in the program.
pub fn answer(ward: &Ward, plan: &Plan, question: &Question) -> Result<Answer, Failure> {
    answer_of(ward, plan, question, Ok)
}

/// The same with what is known of the shift beside its name: how much of it is over, and which days are public holidays.
pub(crate) fn answer_of(
    ward: &Ward,
    plan: &Plan,
    question: &Question,
    known: impl FnOnce(Moment) -> Result<Moment, Unfit>,
) -> Result<Answer, Failure> {
    let unfit = |unfit: Unfit| {
        let named = |of: &Group| (of.code.clone(), of.name.clone());
        let group = if let Unfit::TooMany { group, .. } = &unfit { Some(named(ward.group(*group))) } else { None };
        Failure::Misfit(Misfit::Unfit { unfit, day: question.day, group })
    };
    let mut missing: Vec<(GroupId, u32)> = Vec::new();
    for (code, heads) in &question.missing {
        let Some(group) = ward.group_by_code(code) else {
            let codes = ward.groups.iter().map(|g| g.code.clone()).collect();
            return Err(Failure::Misfit(Misfit::NoSuchGroup { code: code.clone(), codes }));
        };
        missing.push((group, *heads));
    }
    let moment = Moment::named(ward, question.day, &question.shift).and_then(known).map_err(unfit)?;
    let asked = moment.missing(ward, &plan.staffing, &missing).map_err(unfit)?;
    answered(ward, plan, &asked)
}

/// What paper is made as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A tagged PDF.
    Pdf,
    /// A page for the browser.
    Html,
}

/// Cards that were made.
#[derive(Clone, Debug)]
pub struct CardsMade {
    /// How many.
    pub cards: usize,
    /// Where they were saved; none where there are no cards.
    pub saved: Option<Saved>,
}

/// Makes cards for the wall: every usual case of the plan in a file, answered all at once.
///
/// # Errors
/// Files that can't be used, a plan that isn't this ward's, or a place that can't be written.
pub fn shortage_cards(workbook: &Path, plan: &Path, form: Form, out: &Path, lang: Lang) -> Result<CardsMade, Failure> {
    let (ward, plan) = ward_and_plan(workbook, plan)?;
    let cards = cards(&ward, &plan)?;
    if cards.is_empty() {
        return Ok(CardsMade { cards: 0, saved: None });
    }
    let document = fordel_reports::cards::build(&ward, &cards, &Texts::new(lang));
    let bytes = match form {
        Form::Html => document.html().into_bytes(),
        Form::Pdf => {
            document.pdf().map_err(|why| Failure::Document { name: out.display().to_string(), why: why.to_string() })?
        }
    };
    Ok(CardsMade { cards: cards.len(), saved: Some(save_file(out, &bytes)?) })
}

/// Every usual case of a plan that holds for its ward, with the answer of its worst day.
///
/// # Errors
/// An answer that the independent check refuses: a mistake in the program.
pub fn cards(ward: &Ward, plan: &Plan) -> Result<Vec<Card>, Failure> {
    let mut cards = Vec::new();
    for case in cases(ward, &plan.staffing) {
        let answers = case.asked.iter().map(|asked| answered(ward, plan, asked)).collect::<Result<Vec<_>, _>>()?;
        cards.extend(case.card(ward, &answers));
    }
    Ok(cards)
}

/// The answer, if the independent check finds nothing wrong with it: no other is shown.
pub(crate) fn answered(ward: &Ward, plan: &Plan, asked: &Asked) -> Result<Answer, Failure> {
    passed(ward, plan, fordel_engine::shortage(ward, plan, asked))
}

fn passed(ward: &Ward, plan: &Plan, answer: Answer) -> Result<Answer, Failure> {
    let flaws = flaws(ward, plan, &answer);
    if flaws.is_empty() {
        Ok(answer)
    } else {
        Err(Failure::AnswerRefused { flaws: flaws.iter().map(described).collect() })
    }
}

/// A flaw for those who mend the program.
fn described(flaw: &Flaw) -> String {
    format!("{flaw:?}")
}

impl Misfit {
    /// What is wrong and what to do, in a sentence.
    pub fn tell(&self, texts: &Texts) -> String {
        let (unfit, day, group) = match self {
            Misfit::NoSuchGroup { code, codes } => {
                let args = [("code", code.as_str().into()), ("codes", texts.list(codes).into())];
                return texts.with("refusal-group", &args);
            }
            Misfit::Unfit { unfit, day, group } => (unfit, day, group),
        };
        let day = ("day", texts.get(&format!("day-{}", day.number())).into());
        match unfit {
            Unfit::NoSuchShift { name, names } | Unfit::NotThatDay { name, names } => {
                let key = match (unfit, names.is_empty()) {
                    (_, true) => "shortage-no-shifts",
                    (Unfit::NoSuchShift { .. }, false) => "shortage-no-such-shift",
                    _ => "shortage-not-that-day",
                };
                texts.with(key, &[("shift", name.as_str().into()), ("names", texts.list(names).into()), day])
            }
            Unfit::Ambiguous { name, choices } => texts.with(
                "shortage-ambiguous",
                &[("shift", name.as_str().into()), ("choices", texts.list(choices).into()), day],
            ),
            Unfit::Outside { from, stretch } => {
                let time = fordel_text::clocks(*stretch);
                texts.with("shortage-outside", &[("from", from.to_string().into()), ("time", time.into()), day])
            }
            Unfit::TooMany { missing, planned, .. } => {
                let name = |(code, name): &(String, String)| match texts.group_name(code, name) {
                    "" => code.clone(),
                    name => name.to_owned(),
                };
                let group = ("group", group.as_ref().map(name).unwrap_or_default().into());
                texts.with(
                    "shortage-too-many",
                    &[group, ("missing", (*missing).into()), ("planned", (*planned).into()), day],
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Kind;
    use fordel_core::plan::{Placed, Status};
    use fordel_core::shortage::Light;

    /// A ward with its cheapest carried heads, and everything where it stands today.
    fn case() -> (Ward, Plan) {
        let workbook = concat!(env!("CARGO_MANIFEST_DIR"), "/../fordel-sheets/tests/data/liten.xlsx");
        let ward = files::read_ward(Path::new(workbook)).expect("the ward can be read").ward;
        let order = ward.order();
        let placed = |line: &fordel_core::ward::TaskLine| {
            let group = order.lowest_qualified(line).expect("a group");
            let parts = line.placements().into_iter();
            parts.map(|days| Placed::of(&ward, line, days, group)).collect::<Vec<_>>()
        };
        let placements = ward.lines.iter().flat_map(placed).collect();
        let staffing = check::today(&ward).staffing;
        let plan = with_workload(&ward, Plan { status: Status::Feasible, placements, staffing, ..Plan::default() });
        (ward, plan)
    }

    fn question(ward: &Ward, missing: u32) -> Question {
        let shift = &ward.shifts[0];
        let day = shift.days.iter().next().expect("a day");
        Question { day, shift: shift.name.clone(), missing: vec![(ward.group(shift.group).code.clone(), missing)] }
    }

    #[test]
    fn an_answer_that_the_check_refuses_is_not_shown() {
        let (ward, plan) = case();
        let good = answer(&ward, &plan, &question(&ward, 1)).expect("an answer");
        assert!(passed(&ward, &plan, good.clone()).is_ok());
        for at in 0..good.pieces.len() {
            let mut changed = good.clone();
            changed.pieces.remove(at);
            let refused = passed(&ward, &plan, changed).expect_err("a piece is missing");
            assert_eq!(refused.kind(), Kind::Internal);
            assert!(matches!(&refused, Failure::AnswerRefused { flaws } if !flaws.is_empty()), "{refused:?}");
        }
        let mut rosy = good;
        rosy.light = Light::Green;
        rosy.intervals.iter_mut().for_each(|i| i.light = Light::Green);
        assert!(passed(&ward, &plan, rosy).is_err());
    }

    #[test]
    fn a_demand_for_presence_is_told_in_words_and_with_its_course() {
        use fordel_core::ward::{CourseId, Presence};
        let (ward, _) = case();
        let shift = &ward.shifts[0];
        let rule = |label: &str, course| Presence {
            groups: vec![shift.group],
            label: label.into(),
            window: shift.window,
            days: shift.days,
            count: 1,
            course,
        };
        let told = |lang, rule: &Presence| fordel_text::asked_present(&ward, rule, &Texts::new(lang));
        for (label, nb, en) in [
            ("SPL", "SPL", "SPL"),
            ("SPL+", "SPL eller høyere", "SPL or higher"),
            ("SPL; HFA", "SPL eller HFA", "SPL or HFA"),
            ("SPL+;HFA", "SPL eller høyere, eller HFA", "SPL or higher, or HFA"),
        ] {
            assert_eq!([Lang::Nb, Lang::En].map(|lang| told(lang, &rule(label, None))), [nb, en]);
        }
        let course = ward.courses[0].name.as_str();
        assert_eq!(told(Lang::Nb, &rule("SPL", Some(CourseId(0)))), format!("SPL med kurset {course}"));
    }

    #[test]
    fn a_rule_of_a_course_that_may_not_be_kept_is_told_as_json() {
        use fordel_core::ward::{CourseId, Person, Presence};
        let (mut ward, plan) = case();
        let (group, window, days) = (ward.shifts[0].group, ward.shifts[0].window, ward.shifts[0].days);
        let label = ward.group(group).code.clone();
        ward.presence.push(Presence { groups: vec![group], label, window, days, count: 1, course: Some(CourseId(0)) });
        ward.certificates.retain(|certificate| certificate.group != group);
        ward.people.push(Person { employee: "x-01".into(), group, percent: None, weekends: None });
        let told = |missing| {
            let answer = answer(&ward, &plan, &question(&ward, missing)).expect("an answer");
            let short = Short { ward: ward.clone(), answer };
            let json: serde_json::Value = serde_json::from_str(&short.to_json()).expect("JSON");
            json["courses_in_doubt"].as_array().expect("a list").clone()
        };
        assert!(told(0).is_empty(), "nobody is missing");
        let one = told(1);
        assert_eq!((one.len(), &one[0]["course"]), (1, &serde_json::json!(ward.courses[0].name)), "{one:?}");
        assert_eq!((&one[0]["heads"], &one[0]["holders"]), (&serde_json::json!(1), &serde_json::json!(0)), "{one:?}");
    }

    #[test]
    fn questions_that_do_not_fit_say_what_would() {
        let (ward, plan) = case();
        let ask = |change: &dyn Fn(&mut Question)| {
            let mut question = question(&ward, 1);
            change(&mut question);
            let failure = answer(&ward, &plan, &question).expect_err("a question that doesn't fit");
            assert_eq!(failure.kind(), Kind::Misuse);
            failure.tell(&Texts::new(Lang::En)).concat()
        };
        let name = ward.shifts[0].name.as_str();
        let unknown = ask(&|q| q.shift = "tull".into());
        assert!(unknown.contains("tull") && unknown.contains(name), "{unknown}");
        let group = ask(&|q| q.missing[0].0 = "XYZ".into());
        assert!(group.contains("XYZ") && group.contains(&ward.groups[0].code), "{group}");
        let many = ask(&|q| q.missing[0].1 = 4321);
        assert!(many.contains("4,321") || many.contains("4321"), "{many}");
        let group = ward.group(ward.shifts[0].group);
        assert!(many.contains(Texts::new(Lang::En).group_name(&group.code, &group.name)), "{many}");
    }
}
