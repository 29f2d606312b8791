//! «Logg valget»: the form in which somebody says what was chosen, why people were missing, and what it took.

use fordel_app::service::{Answered, LoggedUse, Said, UseCause, UseChoice, relief_of};
use fordel_core::shortage::relief;
use fordel_text::Texts;
use maud::{Markup, html};

use super::{Before, Shown};
use crate::shell::{Choice, Field, Input, Weight, button, checkbox, faults, field};

/// What was typed and couldn't be saved.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    /// What was said.
    pub said: Said,
    /// What is wrong, by field.
    pub wrong: Vec<(&'static str, &'static str)>,
}

impl Typed {
    /// Whether something is.
    pub fn is_wrong(&self) -> bool {
        !self.wrong.is_empty()
    }
}

/// What a form says of a use.
pub(super) fn said(pairs: &[(String, String)]) -> Said {
    let of = |name: &str| pairs.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone()).unwrap_or_default();
    Said {
        choice: of("valg"),
        cause: of("aarsak"),
        hours: of("timer"),
        cost: of("kroner"),
        reason: of("grunn"),
        again: of("igjen") == "on",
    }
}

/// What was said of a use, as it can be typed.
pub(super) fn said_of(t: &Texts, logged: &LoggedUse) -> Said {
    let chosen = &logged.kept.chosen;
    Said {
        choice: chosen.choice.word().to_owned(),
        cause: chosen.cause.word().to_owned(),
        hours: if chosen.hired_minutes > 0 {
            t.written((logged.hired_hours() * 100.0).round() / 100.0)
        } else {
            String::new()
        },
        cost: chosen.hired_kr.filter(|_| !chosen.kr_reckoned).map(|kr| kr.to_string()).unwrap_or_default(),
        reason: chosen.reason.clone(),
        again: false,
    }
}

/// The form below an answer: the question goes along.
pub(super) fn within(t: &Texts, shown: &Shown, answered: &Answered, typed: &Typed) -> Markup {
    let (ward, answer) = (answered.ward.as_ref(), &answered.answer);
    let prices: Vec<String> = relief::an_hour(ward, answer)
        .iter()
        .map(|step| {
            let args =
                [("step", t.get(&format!("relief-{}", step.relief.name())).into()), ("cost", t.kroner(step.kr).into())];
            t.with("log-an-hour", &args)
        })
        .collect();
    let hint = if prices.is_empty() {
        t.get("log-cost-hint")
    } else {
        format!("{} {}", t.get("log-cost-hint"), t.with("log-prices", &[("prices", t.list(&prices).into())]))
    };
    html! {
        details class="log" id="logg" open[typed.is_wrong()] {
            summary { (t.get("log-do")) }
            form method="post" action=(format!("{}/log", shown.address())) class="stack" {
                (shown.asked.hidden())
                (fields(t, &typed.said, &typed.wrong, &hint))
                @if let Some(before) = &shown.before {
                    p { (logged_before(t, shown, before)) }
                    (checkbox("igjen", &t.get("log-again"), typed.said.again))
                }
                div class="actions" { (button(&t.get("log-save"), Weight::Main, None)) }
            }
        }
    }
}

/// That the shift has been logged with the same people missing: by whom and when, with the way there.
pub(super) fn logged_before(t: &Texts, shown: &Shown, before: &Before) -> Markup {
    let who = before.logged.by.clone().unwrap_or_else(|| t.get("board-somebody"));
    let told = t.with("log-before-told", &[("who", who.into()), ("when", before.at.as_str().into())]);
    html! { (t.get("log-before")) " " a href=(format!("{}/log#use-{}", shown.address(), before.logged.kept.id)) { (told) } }
}

/// The fields, with what is wrong at each.
pub(super) fn fields(t: &Texts, said: &Said, wrong: &[(&'static str, &'static str)], cost_hint: &str) -> Markup {
    let fault = |name: &str| wrong.iter().find(|(field, _)| *field == name).map(|(_, key)| t.get(key));
    let none = || Choice::new("", t.get("log-choose"));
    let choices = UseChoice::ALL.iter().map(|c| Choice::new(c.word(), t.get(&format!("log-choice-{}", c.word()))));
    let causes = UseCause::ALL.iter().map(|c| Choice::new(c.word(), t.get(&format!("log-cause-{}", c.word()))));
    let list = |choices: Vec<Choice>| Input::Select([none()].into_iter().chain(choices).collect());
    let of = |name: &str, key: &str, input: Input, value: &str| {
        Field::new(name, t.get(key), input).value(value).fault(fault(name))
    };
    let mut all = vec![
        of("valg", "log-choice", list(choices.collect()), &said.choice),
        of("aarsak", "log-cause", list(causes.collect()), &said.cause),
        of("timer", "log-hours", Input::Line("text"), &said.hours).hint(t.get("log-hours-hint")).conditional(),
        of("kroner", "log-cost", Input::Line("text"), &said.cost).hint(cost_hint).optional(),
        of("grunn", "log-reason", Input::Area, &said.reason).hint(t.get("log-reason-hint")).conditional(),
    ];
    if let Some(day) = fault("dato") {
        all.push(Field::new("dato", t.get("now-date"), Input::Line("date")).fault(Some(day)));
    }
    if let Some(again) = fault("igjen") {
        all.push(Field::new("igjen", t.get("log-again"), Input::Line("checkbox")).fault(Some(again)));
    }
    html! {
        (faults(t, &all))
        // The day stands in the question, and the box is ticked below.
        @for one in all.iter().filter(|one| !matches!(one.name.as_str(), "dato" | "igjen")) { (field(t, one)) }
    }
}

/// Whether a choice brings somebody in, for those who read the log.
pub(super) fn brings_in(choice: UseChoice) -> bool {
    relief_of(choice).is_some()
}
