//! The question: a date, a shift, and how many of each group are missing; all of it in the address.

use fordel_app::Question;
use fordel_app::service::OnDuty;
use fordel_core::calendar::{Date, YEARS, date_in, weekday};
use fordel_core::norwegian_time::InNorway;
use fordel_core::ward::Ward;
use fordel_text::{Texts, clocks, day_name};
use maud::{Markup, html};

use super::Shown;
use crate::shell::{Choice, Notice, Weight, button, escaped, notice};

/// Most groups and heads that an address may name.
const MOST: (usize, u32) = (50, 999);

/// The question as the address tells it.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked {
    /// The day on which the shift starts.
    pub date: Option<Date>,
    /// The shift's name; empty where none is told.
    pub shift: String,
    /// Codes of groups with heads.
    pub missing: Vec<(String, u32)>,
    /// The pairs that can't be read, as they were written: a question that has any isn't answered.
    pub wrong: Vec<(String, String)>,
}

impl Asked {
    /// From the pairs of a query or a form: `dato`, `vakt`, `m.SPL`.
    pub fn of(pairs: &[(String, String)]) -> Asked {
        let mut asked = Asked::default();
        for (name, value) in pairs {
            let value = value.trim();
            match (name.as_str(), name.strip_prefix("m.")) {
                ("dato", _) if !value.is_empty() => match date_in(value).filter(|date| YEARS.contains(&date.year())) {
                    Some(date) => asked.date = Some(date),
                    None => asked.wrong.push((name.clone(), value.to_owned())),
                },
                ("vakt", _) => asked.shift = value.to_owned(),
                (_, Some(code)) if !value.is_empty() && asked.missing.len() < MOST.0 => {
                    match value.parse::<u32>().ok().filter(|heads| *heads <= MOST.1) {
                        Some(heads) => asked.set(code, heads),
                        None => asked.wrong.push((name.clone(), value.to_owned())),
                    }
                }
                _ => {}
            }
        }
        asked
    }

    /// With the shift that is on or next, where none is told; no other date takes the place of one that can't be read.
    pub fn completed(mut self, plan: &OnDuty, now: InNorway) -> Asked {
        if self.wrong.iter().any(|(name, _)| name == "dato") {
            return self;
        }
        if self.date.is_none()
            && self.shift.is_empty()
            && let Some((date, shift)) = plan.usual(now)
        {
            (self.date, self.shift) = (Some(date), shift);
        }
        let date = *self.date.get_or_insert(now.date);
        if self.shift.is_empty() {
            self.shift = plan.offered(date).into_iter().next().map(|(name, _)| name).unwrap_or_default();
        }
        self
    }

    /// The question, where it is whole and all of it can be read.
    pub fn question(&self) -> Option<(Date, Question)> {
        let date = self.date.filter(|_| !self.shift.is_empty() && self.wrong.is_empty())?;
        // The plan asks of the day that the date is worked as.
        let question = Question { day: weekday(date), shift: self.shift.clone(), missing: self.missing.clone() };
        Some((date, question))
    }

    /// How many of a group are missing.
    fn heads(&self, code: &str) -> u32 {
        self.missing.iter().find(|(known, _)| known == code).map_or(0, |(_, heads)| *heads)
    }

    fn set(&mut self, code: &str, heads: u32) {
        self.missing.retain(|(known, _)| known != code);
        self.wrong.retain(|(name, _)| name.strip_prefix("m.") != Some(code));
        if heads > 0 {
            self.missing.push((code.to_owned(), heads));
        }
    }

    /// Its query: the same question has one address.
    pub fn query(&self) -> String {
        let mut parts = Vec::new();
        parts.extend(self.date.map(|date| format!("dato={date}")));
        parts.extend(
            Some(&self.shift).filter(|shift| !shift.is_empty()).map(|shift| format!("vakt={}", escaped(shift))),
        );
        let mut missing = self.missing.clone();
        missing.sort();
        parts.extend(missing.iter().map(|(code, heads)| format!("m.{}={heads}", escaped(code))));
        parts.extend(self.wrong.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))));
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }

    /// The question with so many of a group missing.
    fn with(&self, code: &str, heads: u32) -> Asked {
        let mut asked = self.clone();
        asked.set(code, heads);
        asked
    }

    /// The question as fields that aren't seen.
    pub fn hidden(&self) -> Markup {
        html! {
            @if let Some(date) = self.date { input type="hidden" name="dato" value=(date); }
            input type="hidden" name="vakt" value=(self.shift);
            (self.hidden_missing())
        }
    }

    fn hidden_missing(&self) -> Markup {
        html! { @for (code, heads) in &self.missing { input type="hidden" name=(format!("m.{code}")) value=(heads); } }
    }
}

/// What in the address can't be read, each with what can be written.
pub(super) fn wrong(t: &Texts, asked: &Asked, ward: &Ward) -> Markup {
    let sentence = |(name, typed): &(String, String)| {
        let typed = ("typed", typed.as_str().into());
        match name.strip_prefix("m.") {
            Some(code) => {
                let group = ward.group_by_code(code).map(|group| ward.group(group));
                let name = group.map_or(code, |group| t.group_name(&group.code, &group.name));
                t.with("now-wrong-heads", &[typed, ("group", name.into())])
            }
            None => {
                let [first, last] = [YEARS.start(), YEARS.end()].map(ToString::to_string);
                t.with("now-wrong-date", &[typed, ("first", first.into()), ("last", last.into())])
            }
        }
    };
    html! {
        @if !asked.wrong.is_empty() {
            (notice(t, Notice::Danger, html! { div data-takes-focus tabindex="-1" { @for one in &asked.wrong { p { (sentence(one)) } } } }))
        }
    }
}

/// The form, and − and + for each group on the shift.
pub(super) fn form(t: &Texts, shown: &Shown, plan: &OnDuty) -> Markup {
    let (asked, address) = (&shown.asked, shown.address());
    let offered = plan.offered(asked.date.unwrap_or(shown.now.date));
    let chosen = offered.iter().find(|(name, _)| name.eq_ignore_ascii_case(&asked.shift));
    let mut choices: Vec<Choice> = offered
        .iter()
        .map(|(name, moment)| Choice::new(name.clone(), format!("{name} {}", clocks(moment.stretch))))
        .collect();
    if chosen.is_none() && !asked.shift.is_empty() {
        choices.push(Choice::new(asked.shift.clone(), asked.shift.clone()));
    }
    let on = |name: &str| chosen.is_some_and(|(known, _)| known == name) || chosen.is_none() && name == asked.shift;
    html! {
        (wrong(t, asked, &plan.ward))
        form class="when" method="get" action=(address) data-when {
            div class="ds-field" {
                label class="ds-label" for="dato" { (t.get("now-date")) @if let Some(date) = asked.date { " " span class="quiet" { (day_name(t, weekday(date))) } } }
                input class="ds-input" type="date" id="dato" name="dato" value=[asked.date.map(|date| date.to_string())] min=(format!("{}-01-01", YEARS.start())) max=(format!("{}-12-31", YEARS.end())) required;
            }
            div class="ds-field" {
                label class="ds-label" for="vakt" { (t.get("now-shift")) }
                select class="ds-input" id="vakt" name="vakt" { @for choice in &choices { option value=(choice.value) selected[on(&choice.value)] { (choice.text) } } }
            }
            (asked.hidden_missing())
            (button(&t.get("now-show"), Weight::Other, None))
        }
        @if let Some(date) = asked.date { (worked_as(t, plan, date)) }
        @if let (Some(_), Some((_, moment))) = (asked.date, chosen) {
            section class="missing" id="mangler" aria-labelledby="mangler-head" {
                h2 id="mangler-head" { (t.get("now-missing")) }
                ul {
                    @for (group, planned) in plan.on_shift(moment) {
                        @let of = plan.ward.group(group);
                        @let heads = asked.heads(&of.code);
                        li {
                            span class="name" { (t.group(of)) }
                            (step(t, &address, asked, of, heads, heads.checked_sub(1), "fewer"))
                            span class="heads" { strong { (heads) } " " span class="quiet" { (t.with("now-of", &[("planned", planned.into())])) } }
                            (step(t, &address, asked, of, heads, Some(heads + 1).filter(|more| *more <= planned), "more"))
                        }
                    }
                }
                // Beside what can't be read nothing looks like an answer.
                @if !asked.missing.is_empty() && asked.wrong.is_empty() {
                    p { a class="ds-button" data-variant="tertiary" data-step href=(format!("{address}{}", Asked { missing: Vec::new(), ..asked.clone() }.query())) { (t.get("now-none-missing")) } }
                }
            }
        }
    }
}

/// That a date is staffed as another day, and why.
fn worked_as(t: &Texts, plan: &OnDuty, date: Date) -> Markup {
    let dated = plan.dated(date);
    let day = day_name(t, dated.as_day);
    let named: Vec<String> =
        dated.holidays.iter().map(|holiday| t.get(&format!("holiday-{}", holiday.name()))).collect();
    html! {
        @if dated.as_day != weekday(date) {
            p class="quiet" {
                @if named.is_empty() {
                    (t.with("now-day-as", &[("day", day.into())]))
                } @else {
                    (t.with("now-holiday-as", &[("holiday", t.list(&named).into()), ("day", day.into())]))
                }
            }
        }
    }
}

/// A − or +: a link to the same question with one fewer or more; at the end of the way only its sign.
fn step(
    t: &Texts,
    address: &str,
    asked: &Asked,
    group: &fordel_core::ward::Group,
    heads: u32,
    to: Option<u32>,
    which: &str,
) -> Markup {
    let sign = if which == "more" { "+" } else { "−" };
    html! {
        @match to {
            None => span class="step" aria-hidden="true" { (sign) },
            Some(to) => {
                @let said = t.with(&format!("now-{which}"), &[("group", t.group_name(&group.code, &group.name).into()), ("heads", heads.into())]);
                a class="step" id=(format!("{which}-{}", group.code)) data-step href=(format!("{address}{}#mangler", asked.with(&group.code, to).query())) {
                    span aria-hidden="true" { (sign) } span class="ds-sr-only" { (said) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &[(&str, &str)]) -> Asked {
        Asked::of(&query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>())
    }

    #[test]
    fn the_same_question_has_one_address() {
        let told = asked(&[("m.SPL", "1"), ("vakt", "ASS:K"), ("m.HFA", "2"), ("dato", "2026-11-22"), ("m.SEK", "0")]);
        assert_eq!(told.query(), "?dato=2026-11-22&vakt=ASS%3AK&m.HFA=2&m.SPL=1");
        assert_eq!(told.with("SPL", 0).with("HFA", 3).query(), "?dato=2026-11-22&vakt=ASS%3AK&m.HFA=3");
        assert_eq!(asked(&[]).query(), "");
        let twice = asked(&[("m.SPL", "1"), ("m.SPL", "2")]);
        assert_eq!(twice.missing, [("SPL".to_owned(), 2)]);
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        for date in ["i dag", "2026-02-30", "2026-13-40", "9999-01-01", "01.01.1989"] {
            assert_eq!(asked(&[("dato", date)]).wrong, [("dato".to_owned(), date.to_owned())]);
        }
        for heads in ["-1", "1000", "x", "1,5"] {
            let told = asked(&[("m.SPL", heads), ("vakt", "A"), ("dato", "28.11.2026"), ("m.HFA", "1")]);
            assert_eq!(told.wrong, [("m.SPL".to_owned(), heads.to_owned())]);
            assert!(told.question().is_none(), "{heads}");
            // Its address stays as wrong, until the group's number is another.
            let address = told.query();
            assert!(address.starts_with("?dato=2026-11-28&vakt=A&m.HFA=1&m.SPL="), "{address}");
            assert!(told.with("HFA", 0).question().is_none() && told.with("SPL", 1).question().is_some());
        }
        assert!(asked(&[("dato", ""), ("m.SPL", ""), ("annet", "x")]).wrong.is_empty());
    }
}
