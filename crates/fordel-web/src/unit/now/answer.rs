//! The answer: a colour with its word and sign for each interval to come, what to do, and whether hiring in is justified.

use fordel_app::service::{Answered, OnDuty, Role};
use fordel_core::calendar::Date;
use fordel_core::norwegian_time::ClockChange;
use fordel_core::shortage::rules::Relief;
use fordel_core::shortage::told::{self, Entry, Lists};
use fordel_core::shortage::{IntervalLight, Light};
use fordel_core::time::DAY;
use fordel_text::{ShortageWords, Texts};
use maud::{Markup, html};

use super::Shown;
use super::log_form::{self, Typed};
use crate::shell::{Link, Notice, Weight, link_button, notice};

/// The sign of a colour, for those who don't tell colours apart.
pub(super) fn sign(light: Light) -> &'static str {
    match light {
        Light::Green => "✓",
        Light::Yellow => "▲",
        Light::Red => "✕",
    }
}

/// The answer, or why there is none.
pub(super) fn section(t: &Texts, shown: &Shown, plan: &OnDuty, typed: &Typed) -> Markup {
    match &shown.told {
        // What can't be read is told at the form, and nothing else is answered instead.
        None if !shown.asked.wrong.is_empty() => html! {},
        None => notice(t, Notice::Info, html! { p { (t.get("now-nobody-on-duty")) } }),
        Some(Err(misfit)) => notice(t, Notice::Danger, html! { p tabindex="-1" data-takes-focus { (misfit.tell(t)) } }),
        Some(Ok(answered)) => answer(t, shown, plan, answered, typed),
    }
}

fn answer(t: &Texts, shown: &Shown, plan: &OnDuty, answered: &Answered, typed: &Typed) -> Markup {
    let (ward, answer) = (answered.ward.as_ref(), &answered.answer);
    let words = ShortageWords { ward, answer, texts: t, date: shown.asked.date };
    let lists = told::lists(ward, answer);
    let unit = shown.around.address();
    let without = told::without_priority(ward);
    html! {
        section class="answer" id="svar" aria-labelledby="svar-head" {
            h2 id="svar-head" class=(format!("light {}", answer.light.name())) data-light=(answer.light.name()) {
                span class="sign" aria-hidden="true" { (sign(answer.light)) } " " (words.light())
            }
            @if let Some(before) = &shown.before { (notice(t, Notice::Info, html! { p { (log_form::logged_before(t, shown, before)) } })) }
            (running(t, shown, &words))
            (lights(t, shown, &words))
            (uncovered(t, &words, &lists))
            @for told in words.courses_in_doubt() { (notice(t, Notice::Warning, html! { p { (told) } })) }
            (hire(t, shown, &words))
            (list(t, "shortage-list-handed", without_crumbs(&words, "shortage-handed", &lists.handed_over,
                lists.watches_handed_over.iter().map(|w| html! { (words.watch("shortage-watch-handed", w)) }).collect())))
            (list(t, "shortage-list-put-off", without_crumbs(&words, "shortage-put-off", &lists.put_off, Vec::new())))
            (list(t, "shortage-list-left-out", without_crumbs(&words, "shortage-left-out", &lists.left_out, Vec::new())))
            @if without > 0 {
                (notice(t, Notice::Warning, html! {
                    p {
                        (t.with("now-without", &[("here", told::without_priority_here(ward, answer).into()), ("all", without.into())])) " "
                        @if shown.role >= Role::Contributor { a href=(format!("{unit}/priorities")) { (t.get("now-without-do")) } }
                    }
                }))
            }
            @if plan.since.recoloured > 0 { p class="quiet" { (t.with("now-recoloured", &[("count", plan.since.recoloured.into())])) } }
        }
        @if shown.role >= Role::Contributor { (log_form::within(t, shown, answered, typed)) }
        p class="cards" {
            (t.get("now-cards")) " "
            a href=(format!("{}/cards.pdf", shown.address())) { "PDF" } " · "
            a href=(format!("{}/cards.html", shown.address())) { (t.get("now-cards-html")) }
        }
    }
}

/// From when the answer holds while the shift is running, that it looks back when the shift is over, and that the clock is changed
/// meanwhile.
fn running(t: &Texts, shown: &Shown, words: &ShortageWords<'_>) -> Markup {
    let moment = &words.answer.asked.moment;
    let date = shown.asked.date.unwrap_or(shown.now.date);
    let end = i64::from(moment.stretch.start % DAY + moment.stretch.minutes);
    html! {
        @if let Some(change) = ClockChange::within(date, moment.stretch) {
            p class="quiet" { (t.get(&format!("now-clock-{}", change.name()))) }
        }
        @if let Some(running) = words.running() {
            p class="quiet" { (running) " " (t.get("now-log-whole")) }
        } @else if shown.now.minutes_since(date) >= end {
            p class="quiet" { (t.get("now-past")) }
        }
    }
}

/// A colour for each interval to come; those of the day that are over say so.
fn lights(t: &Texts, shown: &Shown, words: &ShortageWords<'_>) -> Markup {
    let answer = words.answer;
    let shown_one = |i: &&IntervalLight| i.of_shift || i.light > Light::Green;
    let date = shown.asked.date.unwrap_or(shown.now.date);
    html! {
        ol class="lights" {
            @for one in answer.intervals.iter().filter(shown_one) {
                @let red = words.red_in(one.cell);
                @let over = is_over(words, shown, date, one);
                li class=(format!("light {}", one.light.name())) data-over[over] {
                    span class="time" { (words.cell(one.cell)) } " "
                    span class="sign" aria-hidden="true" { (sign(one.light)) } " "
                    strong { (t.get(&format!("light-{}", one.light.name()))) }
                    @if !red.is_empty() { " " (red) }
                    @if over { " " span class="quiet" { (t.get("now-over")) } }
                }
            }
        }
    }
}

/// Whether an interval of the shift's day and the night after it is over.
fn is_over(words: &ShortageWords<'_>, shown: &Shown, date: Date, one: &IntervalLight) -> bool {
    let days = words.answer.asked.moment.days_to(one.cell.day);
    let window = words.ward.intervals.get(one.cell.interval);
    let end = days * i64::from(DAY) + i64::from(window.start.minutes() + window.minutes());
    shown.now.minutes_since(date) >= end
}

fn uncovered(t: &Texts, words: &ShortageWords<'_>, lists: &Lists) -> Markup {
    let gaps = lists.gaps.iter().map(|gap| html! { (words.gap(gap)) });
    let watches = lists.watches_uncovered.iter().map(|w| html! { (words.watch("shortage-watch-uncovered", w)) });
    let entries = lists.uncovered.iter().map(|e| entry(words, "shortage-uncovered", e));
    list(t, "shortage-list-uncovered", gaps.chain(watches).chain(entries).collect())
}

/// Whether hiring in is justified, and relief in the unit's own order.
fn hire(t: &Texts, shown: &Shown, words: &ShortageWords<'_>) -> Markup {
    let relief = words.relief();
    let rules = Link::new(t.get("now-rules-see"), format!("{}/rules", shown.address()));
    html! {
        p class="hire" data-hire[words.answer.light == Light::Red] { strong { (words.hire()) } }
        @if !relief.is_empty() {
            h3 { (t.get("shortage-relief")) }
            ul class="relief" { @for step in relief { li { (step) } } }
            @if words.ward.settings.shortage.uses(Relief::Pool) {
                @let pool = Link::new(t.get("pool-title"), format!("{}/pool{}", shown.address(), shown.asked.query()));
                p { (link_button(&pool, Weight::Other)) }
            }
            @if fordel_core::shortage::relief::on_holiday(words.answer) { p class="quiet" { (t.get("now-holiday-rate")) } }
            @if !words.ward.settings.shortage.relief_is_own {
                p class="quiet" { (t.get("now-relief-assumed")) " " (link_button(&rules, Weight::Light)) }
            }
        }
    }
}

fn list(t: &Texts, key: &str, entries: Vec<Markup>) -> Markup {
    html! {
        @if !entries.is_empty() {
            h3 { (t.get(key)) }
            ul { @for entry in entries { li { (entry) } } }
        }
    }
}

/// The entries of a list and what stands beside them; what is too short is gathered in one that can be opened.
fn without_crumbs(words: &ShortageWords<'_>, key: &str, entries: &[Entry], beside: Vec<Markup>) -> Vec<Markup> {
    let (crumbs, long): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(|e| e.is_crumb());
    let mut all: Vec<Markup> = long.into_iter().map(|e| entry(words, key, e)).chain(beside).collect();
    if !crumbs.is_empty() {
        let args = [("count", crumbs.len().into()), ("least", told::CRUMB.into())];
        let counted = words.texts.with(if all.is_empty() { "now-crumbs-only" } else { "now-crumbs" }, &args);
        all.push(html! {
            details {
                summary { (counted) }
                ul { @for one in crumbs { li { (entry(words, key, one)) } } }
            }
        });
    }
    all
}

/// An entry; where the course that it takes is known to be held, by whom.
fn entry(words: &ShortageWords<'_>, key: &str, entry: &Entry) -> Markup {
    html! {
        (words.entry(key, entry))
        @if let Some(holders) = words.holders_named(entry) { " " span class="quiet" { (holders) } }
    }
}
