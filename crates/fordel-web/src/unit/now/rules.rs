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
    /// Nothing was saved: the sheets hold faults.
    Unread,
}

/// What a form says, by field.
type Typed = BTreeMap<String, String>;

/// The form as it is shown.
#[derive(Clone, Debug, Default)]
struct Filled {
    typed: Typed,
    /// What is wrong, by field.
    wrong: Vec<(String, &'static str)>,
    /// Fields that both the sender and somebody else have changed, each with what stands there now.
    both: Vec<(String, String)>,
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
    let filled = Filled { typed: typed_of(texts(visitor.lang), &shown.now.rules), ..Filled::default() };
    let state = if wanted.contains_key("lagret") { Done::Saved } else { Done::Fresh };
    Ok(drawn(&visitor, &shown, &filled, state))
}

/// `POST /u/{unit}/now/rules`.
pub async fn set(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Response, Refusal> {
    let t = texts(visitor.lang);
    let who = visitor.who.clone();
    let unsaved = app
        .run(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            let around = Around::of(s, &reads)?;
            let leads = reads.lead()?;
            // Where somebody saves between reading and writing, what they saved is looked at too.
            loop {
                let now = leads.shortage_rules()?;
                let (typed, both) = merged(&sent, &typed_of(t, &now.rules));
                let wrong = match rules_of(&typed) {
                    Ok(rules) if both.is_empty() && !now.faulty => {
                        let batch = format!("rules-{}", s.now().0);
                        if leads.set_shortage_rules(&batch, &rules, &now.written, t)?.conflicts.is_empty() {
                            return Ok(None);
                        }
                        continue;
                    }
                    told => told.err().unwrap_or_default(),
                };
                return Ok(Some((Shown { around, now, leads: true }, Filled { typed, wrong, both })));
            }
        })
        .await?;
    let Some((shown, filled)) = unsaved else {
        return Ok(Redirect::to(&format!("/u/{unit}/now/rules?lagret=1")).into_response());
    };
    let (status, state) = match (shown.now.faulty, filled.wrong.is_empty()) {
        (true, _) => (StatusCode::CONFLICT, Done::Unread),
        (false, false) => (StatusCode::UNPROCESSABLE_ENTITY, Done::Fresh),
        (false, true) => (StatusCode::CONFLICT, Done::Fresh),
    };
    Ok((status, drawn(&visitor, &shown, &filled, state)).into_response())
}

/// A form over the rules as they stand now: what its sender left as it was (`var.<field>`) is what stands; the rest is the
/// sender's. Told are the fields that somebody else has changed too, each with what stands there.
fn merged(sent: &Typed, now: &Typed) -> (Typed, Vec<(String, String)>) {
    let (mut merged, mut both) = (now.clone(), Vec::new());
    for (name, stands) in now {
        let mine = sent.get(name).map_or("", |value| value.trim());
        let was = sent.get(&format!("var.{name}"));
        if was.is_some_and(|was| was == mine) || mine == stands {
            continue;
        }
        merged.insert(name.clone(), mine.to_owned());
        if was != Some(stands) {
            both.push((name.clone(), stands.clone()));
        }
    }
    (merged, both)
}

/// The rules as a form sends them.
fn typed_of(t: &Texts, rules: &Rules) -> Typed {
    let word = |yields: Yields| YIELDS.iter().find(|(known, _)| *known == yields).map_or("", |(_, word)| word);
    let within = WITHIN.iter().find(|(known, _)| *known == rules.within).map_or("", |(_, word)| word);
    let mut typed: Typed = [
        ("gule".to_owned(), word(rules.yellow).to_owned()),
        ("gronne".to_owned(), word(rules.green).to_owned()),
        ("innen".to_owned(), within.to_owned()),
        ("minst".to_owned(), rules.dropped.least.to_string()),
        ("av".to_owned(), rules.dropped.of.to_string()),
    ]
    .into();
    for relief in Relief::ALL {
        let at = rules.relief.iter().position(|step| step.relief == relief);
        typed.insert(format!("nr.{}", relief.name()), at.map_or(String::new(), |at| (at + 1).to_string()));
        // The sheet tells no price of a step that isn't used.
        let price = at.map_or(String::new(), |at| t.written(rules.relief[at].factor));
        typed.insert(format!("pris.{}", relief.name()), price);
    }
    typed
}

/// The rules that a form tells, or what is wrong with it, by field.
fn rules_of(sent: &Typed) -> Result<Rules, Vec<(String, &'static str)>> {
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
        let factor = number_in(of(&price)).filter(|factor| *factor > 0.0 && *factor <= DEAREST);
        if of(&number).is_empty() {
            if factor.is_none() && !of(&price).is_empty() {
                wrong.push((price, "now-rules-price-wrong"));
            }
            continue;
        }
        match of(&number).parse::<u32>() {
            Ok(at) if (1..=4).contains(&at) && !steps.iter().any(|(known, _)| *known == at) => match factor {
                Some(factor) => steps.push((at, ReliefStep { relief, factor })),
                None => wrong.push((price, "now-rules-price-wrong")),
            },
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

fn drawn(visitor: &Visitor, shown: &Shown, filled: &Filled, state: Done) -> Markup {
    let t = texts(visitor.lang);
    let title = t.get("now-rules-title");
    let address = format!("{}/now", shown.around.address());
    let here = format!("{address}/rules");
    let mut frame = shown.around.frame(visitor, Some(Step::Now), &title, here.clone(), None);
    frame.styles.push("now.css");
    frame.wrong = !filled.wrong.is_empty() || !filled.both.is_empty() || state == Done::Unread;
    page(
        &frame,
        html! {
            h1 { (title) }
            (sections(t, &address, 3))
            p class="lead" { (t.get("now-rules-lead")) }
            @if state == Done::Saved { (notice(t, Notice::Success, html! { p tabindex="-1" data-takes-focus { (t.get("now-rules-saved")) } })) }
            @if state == Done::Unread { (notice(t, Notice::Danger, html! { p tabindex="-1" data-takes-focus { (t.get("now-rules-unsaved")) } })) }
            @else if !filled.both.is_empty() { (told_both(t, filled)) }
            @if shown.now.faulty {
                (notice(t, Notice::Warning, html! { p { (t.get("now-rules-faulty")) " " a href=(format!("{}/mapping?feil=1", shown.around.address())) { (t.get("now-faulty-see")) } } }))
            }
            // Saved from a form with the defaults, they would take the place of what can't be read.
            @if shown.leads && !shown.now.faulty {
                form method="post" action=(here) class="stack rules" { (fields(t, shown, filled)) }
            } @else {
                (told(t, &shown.now.rules))
                @if !shown.leads { p class="quiet" { (t.get("now-rules-leader")) } }
            }
        },
    )
}

/// What both the sender and somebody else have changed: both values.
fn told_both(t: &Texts, filled: &Filled) -> Markup {
    let sentence = |(name, stands): &(String, String)| {
        let mine = filled.typed.get(name).map_or("", String::as_str);
        let args = [
            ("field", label(t, name).into()),
            ("mine", in_words(t, name, mine).into()),
            ("theirs", in_words(t, name, stands).into()),
        ];
        t.with("now-rules-both", &args)
    };
    notice(
        t,
        Notice::Danger,
        html! {
            div tabindex="-1" data-takes-focus {
                p { strong { (t.get("now-rules-stale")) } }
                ul { @for one in &filled.both { li { (sentence(one)) } } }
                p { (t.get("now-rules-stale-do")) }
            }
        },
    )
}

/// What a field is called.
fn label(t: &Texts, name: &str) -> String {
    match (name, name.split_once('.')) {
        (_, Some(("nr", relief))) => t.get(&format!("now-rules-step-{relief}")),
        (_, Some((_, relief))) => t.with("now-rules-price", &[("relief", t.get(&format!("relief-{relief}")).into())]),
        ("gule", None) => t.get("now-rules-yellow"),
        ("gronne", None) => t.get("now-rules-green"),
        ("innen", None) => t.get("now-rules-within"),
        ("minst", None) => t.get("now-rules-least"),
        (_, None) => t.get("now-rules-of"),
    }
}

/// What stands in a field, as one reads it there.
fn in_words(t: &Texts, name: &str, value: &str) -> String {
    let yields = YIELDS.iter().any(|(_, word)| *word == value);
    let within = WITHIN.iter().any(|(_, word)| *word == value);
    match name {
        "gule" | "gronne" if yields => t.get(&format!("now-rules-yields-{value}")),
        "innen" if within => t.get(&format!("now-rules-within-{value}")),
        _ if name.contains('.') && value.is_empty() => t.get("now-rules-unused"),
        _ => value.to_owned(),
    }
}

fn fields(t: &Texts, shown: &Shown, filled: &Filled) -> Markup {
    let of = |name: &str| filled.typed.get(name).cloned().unwrap_or_default();
    let fault = |name: &str| filled.wrong.iter().find(|(field, _)| field == name).map(|(_, key)| t.get(key));
    let choices = |prefix: &str, words: &[&str]| -> Vec<Choice> {
        words.iter().map(|word| Choice::new(*word, t.get(&format!("now-rules-{prefix}-{word}")))).collect()
    };
    let line = |name: String| {
        let (label, value, fault) = (label(t, &name), of(&name), fault(&name));
        Field::new(name, label, Input::Line("text")).value(value).fault(fault)
    };
    let order = |relief: Relief| {
        let name = format!("nr.{}", relief.name());
        let places =
            (1..=4).map(|at: u32| Choice::new(at.to_string(), t.with("now-rules-place", &[("at", at.into())])));
        let none = Choice::new("", t.get("now-rules-unused"));
        let list = Input::Select([none].into_iter().chain(places).collect());
        let (label, value, fault) = (label(t, &name), of(&name), fault(&name));
        Field { input: list, ..Field::new(name, label, Input::Area).value(value).fault(fault).optional() }
    };
    let price = |relief: Relief| line(format!("pris.{}", relief.name())).conditional();
    let (least, uses) = (line("minst".to_owned()), line("av".to_owned()));
    let mut all: Vec<Field> = Relief::ALL.iter().flat_map(|relief| [order(*relief), price(*relief)]).collect();
    all.extend([least.clone(), uses.clone()]);
    let yields: Vec<&str> = YIELDS.iter().map(|(_, word)| *word).collect();
    let within: Vec<&str> = WITHIN.iter().map(|(_, word)| *word).collect();
    html! {
        (faults(t, &all))
        @for (name, was) in &typed_of(t, &shown.now.rules) { input type="hidden" name=(format!("var.{name}")) value=(was); }
        (radios("gule", &label(t, "gule"), &choices("yields", &yields), &of("gule")))
        p class="hint" { (t.get("now-rules-yellow-from")) }
        (radios("gronne", &label(t, "gronne"), &choices("yields", &yields), &of("gronne")))
        p class="hint" { (t.get("now-rules-green-from")) }
        (radios("innen", &label(t, "innen"), &choices("within", &within), &of("innen")))
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

    fn typed() -> Typed {
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
        set("pris.extra-shift", "1,2");
        set("nr.agency", "1");
        set("pris.agency", "2,25");
        let told = rules_of(&other).expect("rules");
        let steps: Vec<_> = told.relief.iter().map(|step| (step.relief, step.factor)).collect();
        assert_eq!(steps, [(Relief::Agency, 2.25), (Relief::Pool, 1.0), (Relief::Overtime, 1.5)]);
        assert_eq!((told.yellow, told.green), (Yields::LeftOut, Yields::LeftOut));
        // A step that isn't used has no price, and what is no number isn't taken for that.
        let again = typed_of(texts(Lang::Nb), &told);
        assert_eq!([&again["nr.extra-shift"], &again["pris.extra-shift"], &again["pris.agency"]], ["", "", "2,25"]);
        assert_eq!(rules_of(&again), Ok(told));
        for price in ["abc", "-1", "0"] {
            other.insert("pris.extra-shift".to_owned(), price.to_owned());
            assert_eq!(
                rules_of(&other),
                Err(vec![("pris.extra-shift".to_owned(), "now-rules-price-wrong")]),
                "{price}"
            );
        }
    }

    #[test]
    fn what_was_left_as_it_was_is_what_stands_and_what_both_changed_is_told() {
        let old = typed();
        let with = |changes: &[(&str, &str)]| {
            let mut form = old.clone();
            form.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
            form
        };
        let sent = |changes: &[(&str, &str)]| {
            let mut form = with(changes);
            form.extend(old.iter().map(|(name, was)| (format!("var.{name}"), was.clone())));
            form
        };
        let now = with(&[("pris.agency", "4"), ("innen", "day")]);
        assert_eq!(merged(&sent(&[]), &now), (now.clone(), Vec::new()), "an untouched form changes nothing");
        let mine = [("gule", "left-out"), ("pris.overtime", "2"), ("innen", "day")];
        let all = with(&[mine[0], mine[1], mine[2], ("pris.agency", "4")]);
        assert_eq!(merged(&sent(&mine), &now), (all, Vec::new()), "also of one cell, and what both chose alike");
        let (form, both) = merged(&sent(&[("pris.agency", "3"), ("gule", "left-out")]), &now);
        assert_eq!(both, [("pris.agency".to_owned(), "4".to_owned())]);
        assert_eq!([&form["pris.agency"], &form["gule"], &form["innen"]], ["3", "left-out", "day"]);
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
