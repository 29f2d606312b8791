//! The form that asks for a new proposal: what can be typed in it, and what is asked by that.

use fordel_app::service::{Asked, AskedGoal, Failed, ProposalHead, name_fault, number_in};
use fordel_app::{Failure, Refusal as Unfit};
use fordel_core::ward::Goal;
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use crate::answer::Refusal;
use crate::shell::{Choice, Field, Input, Link, Weight, button, faults, field, link_button};

/// The word of the usual order of goals.
const USUAL: &str = "usual";

/// Goals in their order, each with the share that later ones may add to it.
type Goals = [(Goal, Option<f64>); 3];

/// What a proposal can be asked to look at first, beside the usual order of goals: the word of the choice, and the goals.
const FIRST: [(&str, Goals); 3] = [
    ("scarce", [(Goal::ScarceHours, Some(0.01)), (Goal::Cost, Some(0.01)), (Goal::Overqualified, None)]),
    ("lowest", [(Goal::Overqualified, Some(0.01)), (Goal::Cost, Some(0.01)), (Goal::Changes, None)]),
    ("changes", [(Goal::Changes, Some(0.01)), (Goal::Cost, Some(0.01)), (Goal::Overqualified, None)]),
];

/// What somebody asks of a new proposal.
#[derive(Debug, Default, Deserialize)]
pub struct New {
    /// What it is to be called.
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    seconds: String,
    #[serde(default)]
    alike: String,
    #[serde(default)]
    max_moves: String,
    #[serde(default)]
    budget: String,
    #[serde(default)]
    goals: String,
}

/// A number that can't be used, and a whole number: also the messages' keys.
const NUMBER_WRONG: &str = "proposals-number-wrong";
const WHOLE_WRONG: &str = "proposals-whole-wrong";
/// Numbers that can be asked for: the field, and its least and most. Kroner may have decimals.
pub const SECONDS: (&str, f64, f64) = ("seconds", 1.0, 3600.0);
const BUDGET: (&str, f64, f64) = ("budget", 1.0, 1e12);
const MOVES: (&str, f64, f64) = ("max_moves", 0.0, 100_000.0);

/// What is said of a field that can't be used; of a number, what it can be.
pub fn said_of(t: &Texts, field: &str, key: &str) -> String {
    match [SECONDS, BUDGET, MOVES].iter().find(|(name, ..)| *name == field) {
        Some((_, least, most)) if [NUMBER_WRONG, WHOLE_WRONG].contains(&key) => {
            t.with(key, &[("least", t.fixed(*least, 0).into()), ("most", t.fixed(*most, 0).into())])
        }
        _ => t.get(key),
    }
}

/// What is wrong with the seconds that a program asks for: the field, and the key of its sentence.
pub fn seconds_fault(seconds: i64) -> Option<(&'static str, &'static str)> {
    let (field, least, most) = SECONDS;
    (!(least..=most).contains(&(seconds as f64))).then_some((field, WHOLE_WRONG))
}

/// Moves at most, where one starts small: as many as a ward can follow up at a time.
const FEW: &str = "10";

impl New {
    /// A start with few moves.
    pub fn small(t: &Texts) -> New {
        New { name: t.get("proposals-small"), max_moves: FEW.to_owned(), ..New::default() }
    }

    /// The same as was asked of a proposal, with more time.
    pub fn again(head: &ProposalHead) -> New {
        let asked = Asked::of(head);
        let first = asked.goals.first().map(|first| first.goal);
        let known = FIRST.iter().find(|(_, goals)| Some(goals[0].0) == first);
        New {
            name: head.name.clone(),
            seconds: asked.longer().to_string(),
            alike: if asked.each_day == Some(true) { "no" } else { "weekdays" }.to_owned(),
            max_moves: asked.max_moves.map(|moves| moves.to_string()).unwrap_or_default(),
            budget: asked.budget_kr.map(|kr| kr.to_string()).unwrap_or_default(),
            goals: known.map_or(USUAL, |(word, _)| *word).to_owned(),
        }
    }

    /// As it is kept.
    ///
    /// # Errors
    /// The fields that can't be used, each with the key of its sentence.
    pub fn asked(&self) -> Result<Asked, Vec<(&'static str, &'static str)>> {
        let mut wrong = Vec::new();
        let mut number = |text: &str, (field, least, most): (&'static str, f64, f64)| {
            if text.trim().is_empty() {
                return None;
            }
            let is_whole = field != BUDGET.0;
            let fits = |v: &f64| (least..=most).contains(v) && (!is_whole || v.fract() == 0.0);
            let value = number_in(text).filter(fits);
            if value.is_none() {
                wrong.push((field, if is_whole { WHOLE_WRONG } else { NUMBER_WRONG }));
            }
            value
        };
        let asked = Asked {
            seconds: number(&self.seconds, SECONDS).map(|s| s as u32),
            each_day: (self.alike == "no").then_some(true),
            budget_kr: number(&self.budget, BUDGET),
            max_moves: number(&self.max_moves, MOVES).map(|n| n as u32),
            goals: FIRST
                .iter()
                .filter(|(word, _)| *word == self.goals)
                .flat_map(|(_, goals)| goals.map(|(goal, tolerance)| AskedGoal { goal, tolerance }))
                .collect(),
            ..Asked::default()
        };
        wrong.extend(name_fault(&self.name).map(|key| ("name", key)));
        if wrong.is_empty() { Ok(asked) } else { Err(wrong) }
    }
}

/// The field of a wish that doesn't fit the ward, with the key of its sentence.
///
/// # Errors
/// The refusal, where it is about something else.
pub fn unfit(refusal: Refusal) -> Result<Vec<(&'static str, &'static str)>, Refusal> {
    match refusal.failed() {
        Failed::Failure(Failure::Refused(wishes)) if wishes.contains(&Unfit::ScarceHoursAlone) => {
            Ok(vec![(BUDGET.0, "proposals-budget-needed")])
        }
        _ => Err(refusal),
    }
}

/// The form as it was filled in, with what is wrong of its fields.
pub fn form(t: &Texts, address: &str, new: &New, wrong: &[(&'static str, &'static str)]) -> Markup {
    let fault = |name: &str| wrong.iter().find(|(f, _)| *f == name).map(|(_, key)| said_of(t, name, key));
    let or = |value: &str, default: &str| if value.is_empty() { default.to_owned() } else { value.to_owned() };
    let alike = vec![
        Choice::new("weekdays", t.get("proposals-alike-weekdays")),
        Choice::new("no", t.get("proposals-alike-no")),
    ];
    let usual = Asked::default().search_seconds().to_string();
    let goals = [USUAL].into_iter().chain(FIRST.iter().map(|(word, _)| *word));
    let goals = goals.map(|word| Choice::new(word, t.get(&format!("proposals-goals-{word}"))));
    let fields = [
        Field::new("name", t.get("proposals-name"), Input::Line("text"))
            .value(or(&new.name, &t.get("page-proposal-optimum")))
            .fault(fault("name")),
        Field::new("goals", t.get("proposals-goals"), Input::Select(goals.collect()))
            .value(or(&new.goals, USUAL))
            .hint(t.get("proposals-goals-hint")),
        Field::new("max_moves", t.get("proposals-max-moves"), Input::Line("text"))
            .value(new.max_moves.clone())
            .hint(t.get("proposals-max-moves-hint"))
            .fault(fault("max_moves"))
            .optional(),
        Field::new("seconds", t.get("proposals-seconds"), Input::Line("text"))
            .value(or(&new.seconds, &usual))
            .hint(t.with("proposals-seconds-hint", &[("usual", usual.as_str().into())]))
            .fault(fault("seconds"))
            .optional(),
        Field::new("alike", t.get("proposals-alike"), Input::Select(alike)).value(new.alike.clone()),
        Field::new("budget", t.get("proposals-budget"), Input::Line("text"))
            .value(new.budget.clone())
            .fault(fault("budget"))
            .optional(),
    ];
    html! {
        section {
            h2 id="new" { (t.get("proposals-new")) }
            p { (t.get("proposals-new-lead")) }
            p {
                (link_button(&Link::new(t.get("proposals-small"), format!("{address}/proposals?liten=1#new")), Weight::Other)) " "
                (t.with("proposals-small-hint", &[("moves", FEW.into())]))
            }
            (faults(t, &fields))
            form method="post" action=(format!("{address}/proposals")) class="stack narrow" {
                @for one in &fields { (field(t, one)) }
                div class="actions" { (button(&t.get("proposals-ask"), Weight::Main, None)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use fordel_app::service::{BranchId, Moment, ProposalId, ProposalKind, ProposalState};

    use super::*;

    #[test]
    fn the_same_is_asked_for_again_with_more_time() {
        let again = |wishes: &str| {
            let head = ProposalHead {
                id: ProposalId(1),
                unit: BranchId(1),
                number: 1,
                name: "Begynn i det små".to_owned(),
                kind: ProposalKind::Computed,
                wishes: wishes.to_owned(),
                state: ProposalState::Failed,
                revision: 1,
                version: 1,
                progress: None,
                failure: None,
                person: None,
                created: Moment(0),
                started: None,
                ended: None,
            };
            New::again(&head).asked().expect("can be asked")
        };
        let small = r#"{"seconds":10,"each_day":true,"max_moves":5,"budget_kr":40000000.5,"goals":[
            {"goal":"changes","tolerance":0.01},{"goal":"cost","tolerance":0.01},{"goal":"overqualified"}]}"#;
        let asked: Asked = serde_json::from_str(small).expect("wishes");
        assert_eq!(again(small), Asked { seconds: Some(60), ..asked });
        assert_eq!(again("{}"), Asked { seconds: Some(300), ..Asked::default() });
        assert_eq!(again(r#"{"seconds":3600}"#).seconds, Some(3600));
    }

    #[test]
    fn what_comes_first_is_asked_for_and_else_the_usual_order() {
        let asked = |goals: &str| {
            let new =
                New { name: "Nytt".to_owned(), seconds: "60".to_owned(), goals: goals.to_owned(), ..New::default() };
            new.asked().expect("can be asked").goals
        };
        let first = |goals: &str| asked(goals).first().map(|first| first.goal);
        assert_eq!((first(""), first("noe annet")), (None, None));
        assert_eq!(first("scarce"), Some(Goal::ScarceHours));
        assert_eq!((first("lowest"), first("changes")), (Some(Goal::Overqualified), Some(Goal::Changes)));
    }

    #[test]
    fn what_is_counted_is_whole_and_kroner_need_not_be() {
        let asked = |seconds: &str, max_moves: &str, budget: &str| {
            let [name, seconds, max_moves, budget] = ["Nytt", seconds, max_moves, budget].map(str::to_owned);
            New { name, seconds, max_moves, budget, ..New::default() }.asked()
        };
        assert_eq!(asked("2,5", "3,5", "1000,5").unwrap_err(), [(SECONDS.0, WHOLE_WRONG), (MOVES.0, WHOLE_WRONG)]);
        assert_eq!(asked(" ", "3", "1000").expect("the usual time").seconds, None);
        assert_eq!(asked("2", "3", "mange").unwrap_err(), [(BUDGET.0, NUMBER_WRONG)]);
        let told = asked("2,0", "1 000", "1000,5").expect("can be asked");
        assert_eq!((told.seconds, told.max_moves, told.budget_kr), (Some(2), Some(1000), Some(1000.5)));
    }
}
