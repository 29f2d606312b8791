//! What yellow and green work may do when people are missing, and the order of relief, on a form: each choice with what it
//! means and where it comes from.

use std::collections::BTreeMap;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{BranchId, Role, RulesNow, number_in};
use fordel_core::shortage::rules::{Dropped, Relief, Rules, Step as ReliefStep, Within, Yields};
use fordel_text::Texts;
use maud::{Markup, html};

use super::sections;
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{Choice, Field, Input, Notice, Step, Weight, button, faults, field, notice, page, radios, texts};
use crate::unit::frame::Around;
use crate::visitor::Visitor;

/// Words of the choices, as they are sent.
const YIELDS: [(Yields, &str); 2] = [(Yields::Waits, "waits"), (Yields::LeftOut, "left-out")];
const WITHIN: [(Within, &str); 3] = [(Within::Timing, "timing"), (Within::Shift, "shift"), (Within::Day, "day")];
/// Dearest hour of a step, as a share of the hourly cost.
const DEAREST: f64 = 20.0;
/// Most uses of the rule for findings.
const MOST_USES: u32 = 1000;

/// What the page tells of what was just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    Fresh,
    Saved,
    Stale,
}

/// What is shown.
struct Shown {
    around: Around,
    now: RulesNow,
    leads: bool,
}

async fn read(app: &App, visitor: &Visitor, unit: i64) -> Result<Shown, Refusal> {
    let who = visitor.who.clone();
    app.run(move |s| {
        let reads = s.unit(&who, BranchId(unit))?;
        let leads = matches!(reads.role(), Role::Leader | Role::Administrator);
        Ok(Shown { around: Around::of(s, &reads)?, now: reads.shortage_rules()?, leads })
    })
    .await
}

/// `GET /u/{unit}/now/rules`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Query(wanted): Query<BTreeMap<String, String>>,
) -> Result<Markup, Refusal> {
    let shown = read(&app, &visitor, unit).await?;
    let typed = typed_of(texts(visitor.lang), &shown.now.rules);
    let state = if wanted.contains_key("lagret") { Done::Saved } else { Done::Fresh };
    Ok(drawn(&visitor, &shown, &typed, &[], state))
}

/// `POST /u/{unit}/now/rules`.
pub async fn set(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Response, Refusal> {
    let t = texts(visitor.lang);
    let (rules, was) = (rules_of(&sent), was_of(&sent));
    let (who, wanted, now) = (visitor.who.clone(), rules.clone(), was.clone());
    let saved = app
        .run(move |s| {
            let leads = s.unit(&who, BranchId(unit))?.lead()?;
            match &wanted {
                Ok(rules) => {
                    let batch = format!("rules-{}", s.now().0);
                    leads.set_shortage_rules(&batch, rules, &now, t).map(|saved| Some(saved.conflicts.is_empty()))
                }
                Err(_) => Ok(None),
            }
        })
        .await?;
    if saved == Some(true) {
        return Ok(Redirect::to(&format!("/u/{unit}/now/rules?lagret=1")).into_response());
    }
    let shown = read(&app, &visitor, unit).await?;
    let wrong = rules.err().unwrap_or_default();
    let (status, state) = if saved.is_some() {
        (StatusCode::CONFLICT, Done::Stale)
    } else {
        (StatusCode::UNPROCESSABLE_ENTITY, Done::Fresh)
    };
    Ok((status, drawn(&visitor, &shown, &sent, &wrong, state)).into_response())
}

/// What stood in the cells when the form was made.
fn was_of(sent: &BTreeMap<String, String>) -> Vec<String> {
    (0..5).map(|at| sent.get(&format!("var.{at}")).cloned().unwrap_or_default()).collect()
}

/// The rules as a form sends them.
fn typed_of(t: &Texts, rules: &Rules) -> BTreeMap<String, String> {
    let word = |yields: Yields| YIELDS.iter().find(|(known, _)| *known == yields).map_or("", |(_, word)| word);
    let within = WITHIN.iter().find(|(known, _)| *known == rules.within).map_or("", |(_, word)| word);
    let mut typed: BTreeMap<String, String> = [
        ("gule".to_owned(), word(rules.yellow).to_owned()),
        ("gronne".to_owned(), word(rules.green).to_owned()),
        ("innen".to_owned(), within.to_owned()),
        ("minst".to_owned(), rules.dropped.least.to_string()),
        ("av".to_owned(), rules.dropped.of.to_string()),
    ]
    .into();
    for relief in Relief::ALL {
        let at = rules.relief.iter().position(|step| step.relief == relief);
        let usual = Rules::default().relief.iter().find(|step| step.relief == relief).map_or(1.0, |step| step.factor);
        let factor = at.map_or(usual, |at| rules.relief[at].factor);
        typed.insert(format!("nr.{}", relief.name()), at.map_or(String::new(), |at| (at + 1).to_string()));
        typed.insert(format!("pris.{}", relief.name()), t.written(factor));
    }
    typed
}

/// The rules that a form tells, or what is wrong with it, by field.
fn rules_of(sent: &BTreeMap<String, String>) -> Result<Rules, Vec<(String, &'static str)>> {
    let of = |name: &str| sent.get(name).map_or("", |value| value.trim());
    let mut wrong: Vec<(String, &'static str)> = Vec::new();
    let yields = |name: &str| YIELDS.iter().find(|(_, word)| *word == of(name)).map(|(yields, _)| *yields);
    let (yellow, green) = (yields("gule"), yields("gronne"));
    let within = WITHIN.iter().find(|(_, word)| *word == of("innen")).map(|(within, _)| *within);
    for (name, missing) in [("gule", yellow.is_none()), ("gronne", green.is_none()), ("innen", within.is_none())] {
        if missing {
            wrong.push((name.to_owned(), "now-rules-choose"));
        }
    }
    let mut steps: Vec<(u32, ReliefStep)> = Vec::new();
    for relief in Relief::ALL {
        let (number, price) = (format!("nr.{}", relief.name()), format!("pris.{}", relief.name()));
        if of(&number).is_empty() {
            continue;
        }
        match of(&number).parse::<u32>() {
            Ok(at) if (1..=4).contains(&at) && !steps.iter().any(|(known, _)| *known == at) => {
                match number_in(of(&price)).filter(|factor| *factor > 0.0 && *factor <= DEAREST) {
                    Some(factor) => steps.push((at, ReliefStep { relief, factor })),
                    None => wrong.push((price, "now-rules-price-wrong")),
                }
            }
            Ok(at) if (1..=4).contains(&at) => wrong.push((number, "now-rules-twice")),
            _ => wrong.push((number, "now-rules-choose")),
        }
    }
    steps.sort_by_key(|(at, _)| *at);
    let (least, uses) = (of("minst").parse::<u32>().ok(), of("av").parse::<u32>().ok());
    let dropped = least.zip(uses).filter(|(least, of)| (1..=*of).contains(least) && *of <= MOST_USES);
    if dropped.is_none() {
        wrong.push(("minst".to_owned(), "now-rules-dropped-wrong"));
    }
    match (yellow, green, within, dropped) {
        (Some(yellow), Some(green), Some(within), Some((least, of))) if wrong.is_empty() => Ok(Rules {
            yellow,
            green,
            within,
            relief: steps.into_iter().map(|(_, step)| step).collect(),
            relief_is_own: true,
            dropped: Dropped { least, of },
        }),
        _ => Err(wrong),
    }
}

fn drawn(
    visitor: &Visitor,
    shown: &Shown,
    typed: &BTreeMap<String, String>,
    wrong: &[(String, &'static str)],
    state: Done,
) -> Markup {
    let t = texts(visitor.lang);
    let title = t.get("now-rules-title");
    let address = format!("{}/now", shown.around.address());
    let here = format!("{address}/rules");
    let mut frame = shown.around.frame(visitor, Some(Step::Now), &title, here.clone(), None);
    frame.styles.push("now.css");
    frame.wrong = !wrong.is_empty() || state == Done::Stale;
    page(
        &frame,
        html! {
            h1 { (title) }
            (sections(t, &address, 3))
            p class="lead" { (t.get("now-rules-lead")) }
            @if state == Done::Saved { (notice(t, Notice::Success, html! { p tabindex="-1" data-takes-focus { (t.get("now-rules-saved")) } })) }
            @if state == Done::Stale { (notice(t, Notice::Danger, html! { p tabindex="-1" data-takes-focus { (t.get("now-rules-stale")) } })) }
            @if shown.now.faulty {
                (notice(t, Notice::Warning, html! { p { (t.get("now-rules-faulty")) " " a href=(format!("{}/mapping?feil=1", shown.around.address())) { (t.get("now-faulty-see")) } } }))
            }
            @if shown.leads {
                form method="post" action=(here) class="stack rules" { (fields(t, shown, typed, wrong)) }
            } @else {
                (told(t, &shown.now.rules))
                p class="quiet" { (t.get("now-rules-leader")) }
            }
        },
    )
}

fn fields(t: &Texts, shown: &Shown, typed: &BTreeMap<String, String>, wrong: &[(String, &'static str)]) -> Markup {
    let of = |name: &str| typed.get(name).cloned().unwrap_or_default();
    let fault = |name: &str| wrong.iter().find(|(field, _)| field == name).map(|(_, key)| t.get(key));
    let choices = |prefix: &str, words: &[&str]| -> Vec<Choice> {
        words.iter().map(|word| Choice::new(*word, t.get(&format!("now-rules-{prefix}-{word}")))).collect()
    };
    let line = |name: String, label: String| {
        let (value, fault) = (of(&name), fault(&name));
        Field::new(name, label, Input::Line("text")).value(value).fault(fault)
    };
    let order = |relief: Relief| {
        let name = format!("nr.{}", relief.name());
        let places =
            (1..=4).map(|at: u32| Choice::new(at.to_string(), t.with("now-rules-place", &[("at", at.into())])));
        let none = Choice::new("", t.get("now-rules-unused"));
        let list = Input::Select([none].into_iter().chain(places).collect());
        let label = t.get(&format!("now-rules-step-{}", relief.name()));
        let (value, fault) = (of(&name), fault(&name));
        Field { input: list, ..Field::new(name, label, Input::Area).value(value).fault(fault).optional() }
    };
    let price = |relief: Relief| {
        let step = t.get(&format!("relief-{}", relief.name()));
        line(format!("pris.{}", relief.name()), t.with("now-rules-price", &[("relief", step.into())]))
    };
    let (least, uses) =
        (line("minst".to_owned(), t.get("now-rules-least")), line("av".to_owned(), t.get("now-rules-of")));
    let mut all: Vec<Field> = Relief::ALL.iter().flat_map(|relief| [order(*relief), price(*relief)]).collect();
    all.extend([least.clone(), uses.clone()]);
    let yields: Vec<&str> = YIELDS.iter().map(|(_, word)| *word).collect();
    let within: Vec<&str> = WITHIN.iter().map(|(_, word)| *word).collect();
    html! {
        (faults(t, &all))
        @for (at, was) in shown.now.written.iter().enumerate() { input type="hidden" name=(format!("var.{at}")) value=(was); }
        (radios("gule", &t.get("now-rules-yellow"), &choices("yields", &yields), &of("gule")))
        p class="hint" { (t.get("now-rules-yellow-from")) }
        (radios("gronne", &t.get("now-rules-green"), &choices("yields", &yields), &of("gronne")))
        p class="hint" { (t.get("now-rules-green-from")) }
        (radios("innen", &t.get("now-rules-within"), &choices("within", &within), &of("innen")))
        p class="hint" { (t.get("now-rules-within-from")) }
        fieldset class="ds-fieldset relief-steps" {
            legend { (t.get("now-rules-relief")) }
            p class="hint" { (t.get("now-rules-relief-from")) }
            @for relief in Relief::ALL {
                div class="row" { (field(t, &order(relief))) (field(t, &price(relief))) }
                p class="hint" { (t.get(&format!("now-rules-step-{}-from", relief.name()))) }
            }
        }
        fieldset class="ds-fieldset" {
            legend { (t.get("now-rules-dropped")) }
            p class="hint" { (t.get("now-rules-dropped-from")) }
            div class="row" { (field(t, &least)) (field(t, &uses)) }
        }
        div class="actions" { (button(&t.get("now-rules-save"), Weight::Main, None)) }
    }
}

/// The rules for those who may read them only.
fn told(t: &Texts, rules: &Rules) -> Markup {
    let word = |yields: Yields| YIELDS.iter().find(|(known, _)| *known == yields).map_or("", |(_, word)| word);
    let within = WITHIN.iter().find(|(known, _)| *known == rules.within).map_or("", |(_, word)| word);
    let dropped = [("least", rules.dropped.least.into()), ("of", rules.dropped.of.into())];
    html! {
        dl class="facts" {
            dt { (t.get("now-rules-yellow")) } dd { (t.get(&format!("now-rules-yields-{}", word(rules.yellow)))) }
            dt { (t.get("now-rules-green")) } dd { (t.get(&format!("now-rules-yields-{}", word(rules.green)))) }
            dt { (t.get("now-rules-within")) } dd { (t.get(&format!("now-rules-within-{within}"))) }
            dt { (t.get("now-rules-relief")) }
            dd { ol { @for step in &rules.relief { li { (t.get(&format!("relief-{}", step.relief.name()))) " (" (t.number(step.factor)) ")" } } } }
            dt { (t.get("now-rules-dropped")) } dd { (t.with("now-rules-dropped-told", &dropped)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use fordel_text::Lang;

    use super::*;

    fn typed() -> BTreeMap<String, String> {
        typed_of(texts(Lang::Nb), &Rules::default())
    }

    #[test]
    fn what_is_shown_is_read_back_and_becomes_the_wards_own() {
        let own = Rules { relief_is_own: true, ..Rules::default() };
        assert_eq!(rules_of(&typed()), Ok(own));
        let mut other = typed();
        let mut set = |name: &str, value: &str| other.insert(name.to_owned(), value.to_owned());
        set("gule", "left-out");
        set("nr.extra-shift", "");
        set("nr.agency", "1");
        set("pris.agency", "2,25");
        let told = rules_of(&other).expect("rules");
        let steps: Vec<_> = told.relief.iter().map(|step| (step.relief, step.factor)).collect();
        assert_eq!(steps, [(Relief::Agency, 2.25), (Relief::Pool, 1.0), (Relief::Overtime, 1.5)]);
        assert_eq!((told.yellow, told.green), (Yields::LeftOut, Yields::LeftOut));
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let mut sent = typed();
        for (name, value) in [("gule", ""), ("innen", "uka"), ("nr.pool", "1"), ("pris.agency", "0"), ("minst", "6")] {
            sent.insert(name.to_owned(), value.to_owned());
        }
        let wrong = rules_of(&sent).expect_err("wrong");
        let fields: Vec<&str> = wrong.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["gule", "innen", "nr.pool", "pris.agency", "minst"]);
    }
}
