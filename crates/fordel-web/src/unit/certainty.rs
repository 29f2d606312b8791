//! Hvor sikker: how often each interval is green, yellow and red over many simulated weeks, what drives it, what more certainty
//! costs, and a proposal made of it.

mod counts;

use std::sync::Arc;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{
    BranchId, CertaintyAsked, Failed, MOST_SPREAD, OpenedProposal, Picture, ProposalHead, Reads, Role, WEEKS_ON_SCREEN,
    certainty_list, hours_list, redness_list, relief_list,
};
use fordel_app::{Reinforced, Simulated};
use fordel_core::complaint::Value;
use fordel_core::shortage::Light;
use fordel_core::simulation::reinforce::Redness;
use fordel_core::simulation::tally::{CellShares, Mean};
use fordel_core::time::{Cell, Day};
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::one::{self, One};
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{send_unit_list, table_in};
use crate::shell::{
    Head, Link, Notice, Row, Step, Weight, button, data_table, link_button, notice, page, take_out, texts,
};
use crate::visitor::Visitor;

/// Shades of the scale.
const SHADES: f64 = 5.0;

/// What is looked at: a cell, a share that red is kept under and how much activity goes up and down (both in percent).
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(rename = "dag")]
    day: Option<u8>,
    #[serde(rename = "tid")]
    interval: Option<String>,
    #[serde(rename = "under")]
    under: Option<String>,
    #[serde(rename = "svinger")]
    spread: Option<String>,
}

impl Asked {
    /// The share in thousandths; an error where it can't be read.
    fn under(&self) -> Result<Option<u16>, ()> {
        let Some(text) = self.under.as_deref().map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
        let number: f64 = text.trim_end_matches('%').trim().replace(',', ".").parse().map_err(|_| ())?;
        let thousandths = (number * 10.0).round();
        if (10.0..=500.0).contains(&thousandths) { Ok(Some(thousandths as u16)) } else { Err(()) }
    }

    /// What is asked of the service; what can't be read is as if it weren't there. The page itself sends the spread.
    fn wanted(&self) -> CertaintyAsked {
        let spread = self.spread.as_deref().and_then(|text| text.parse::<f64>().ok()).map(|percent| percent * 10.0);
        let known = spread.filter(|spread| (0.0..=f64::from(MOST_SPREAD)).contains(spread));
        CertaintyAsked { under: self.under().ok().flatten(), spread: known.map(|spread| spread.round() as u16) }
    }
}

/// Thousandths as the address and the fields tell them: percent.
fn percent(thousandths: u16) -> f64 {
    f64::from(thousandths) / 10.0
}

/// The spread in an address, where one is asked for; behind what else stands there.
fn spread_in(asked: CertaintyAsked, before: char) -> String {
    asked.spread.map_or_else(String::new, |spread| format!("{before}svinger={}", percent(spread)))
}

/// The spread in a form, where one is asked for.
fn spread_hidden(asked: CertaintyAsked) -> Markup {
    html! { @if let Some(spread) = asked.spread { input type="hidden" name="svinger" value=(percent(spread)); } }
}

/// What keeps that which was sent from being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrong {
    /// A share that can't be asked for.
    Share,
    /// The proposal was changed meanwhile.
    Changed,
}

/// A proposal that can be made of the heads found, by whoever may.
struct Press {
    /// The version of the proposal that the heads were found for.
    version: i64,
    /// By what they were found.
    asked: CertaintyAsked,
    /// Leads to the one that has been made already.
    made: Option<Link>,
    /// Whether the unit's sheets have been changed since the proposal was made.
    is_older: bool,
}

impl Press {
    /// None for those who may not, or where no heads were found.
    fn of(
        t: &Texts,
        reads: &Reads,
        opened: &OpenedProposal,
        more: &Simulated,
        asked: CertaintyAsked,
    ) -> Result<Option<Press>, Failed> {
        let Some(found) = more.found().filter(|_| reads.role() >= Role::Contributor) else { return Ok(None) };
        let head = &opened.kept.head;
        let to = |made: ProposalHead| {
            let args = [("number", (made.number as f64).into()), ("name", made.name.as_str().into())];
            Link::new(t.with("documents-shown", &args), format!("/u/{}/p/{}", reads.unit().id, made.number))
        };
        Ok(Some(Press {
            version: head.version,
            asked,
            made: reads.made_of_found(opened, found)?.map(to),
            is_older: reads.is_outdated(opened)?,
        }))
    }
}

/// `GET /u/{unit}/p/{number}/certainty`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(asked): Query<Asked>,
) -> Result<Markup, Refusal> {
    look(&app, visitor, unit, number, &asked, None).await
}

async fn look(
    app: &App,
    visitor: Visitor,
    unit: i64,
    number: i64,
    asked: &Asked,
    wrong: Option<Wrong>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let lang = visitor.lang;
    let wanted = asked.wanted();
    let (one, told, more, picture, press, measured) = app
        .run(move |s| {
            let one = One::open(s, &who, unit, number)?;
            let reads = s.unit(&who, BranchId(unit))?;
            let (told, more) = simulated(&reads, &one.opened, wanted);
            let picture = told.as_ref().and_then(|told| told.drivers(texts(lang)));
            let press = match &more {
                Some(more) => Press::of(texts(lang), &reads, &one.opened, more, wanted)?,
                None => None,
            };
            let measured = reads.measured_spreads()?;
            Ok((one, told, more, picture, press, measured))
        })
        .await?;
    let t = texts(lang);
    let title = t.get("certainty-title");
    let here = format!("{}/certainty", one.address());
    let mut frame = one.around.frame(&visitor, Some(Step::Staffing), &title, here.clone(), Some(number));
    frame.styles.push("unit.css");
    frame.wrong = wrong.is_some();
    let staffing = Link::new(t.get("certainty-to-staffing"), format!("{}/staffing", one.address()));
    let content = match (one.plan(), told) {
        (None, _) => one::without_plan(t, &t.get("certainty-what"), &one),
        (Some(_), None) => ask(t, &here, wanted),
        (Some(_), Some(told)) => {
            let refused = wrong == Some(Wrong::Share);
            told_of(t, &told, (more.as_deref(), press.as_ref()), picture.as_ref(), asked, refused, &here)
        }
    };
    let reckoned = one.opened.ward.settings.variation.activity_spread;
    Ok(page(
        &frame,
        html! {
            (one::heading(t, &title, &one, link_button(&staffing, Weight::Light)))
            @if wrong == Some(Wrong::Changed) {
                (notice(t, Notice::Danger, html! { p tabindex="-1" data-takes-focus { (t.get("certainty-changed")) } }))
            }
            (content)
            @if one.plan().is_some() { (counts::section(t, &measured, reckoned, wanted.spread, &here)) }
        },
    ))
}

/// What was simulated; and what was with the staffing that keeps red under a share, for which the same weeks were lived.
fn simulated(
    reads: &Reads,
    opened: &OpenedProposal,
    wanted: CertaintyAsked,
) -> (Option<Arc<Simulated>>, Option<Arc<Simulated>>) {
    let more = wanted.under.and_then(|_| reads.certainty_told(opened, wanted));
    let told = reads.certainty_told(opened, CertaintyAsked { under: None, ..wanted });
    (told.or_else(|| more.clone()), more)
}

/// `GET /u/{unit}/p/{number}/certainty.csv` and `certainty.xlsx`: every cell, and the heads added where a share was asked.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(asked): Query<Asked>,
    address: Uri,
) -> Result<Response, Refusal> {
    let wanted = asked.wanted();
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let told = reads.certainty_told(&*reads.proposal(number)?, wanted).ok_or(Failed::NotFound)?;
        Ok(certainty_list(&told, t))
    })
    .await
}

/// `GET /u/{unit}/p/{number}/certainty/hours.csv`, and the page's other tables likewise, each as `.csv` and `.xlsx`.
pub async fn send_table(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(asked): Query<Asked>,
    address: Uri,
) -> Result<Response, Refusal> {
    let (table, wanted) = (table_in(&address), asked.wanted());
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let opened = reads.proposal(number)?;
        let (told, more) = simulated(&reads, &opened, wanted);
        let told = told.ok_or(Failed::NotFound)?;
        let list = match table.as_str() {
            "hours" => Some(hours_list(&told, t)),
            "relief" => Some(relief_list(&told, t)),
            "drivers" => told.drivers(t).map(|picture| picture.list(t.lang())),
            _ => more.and_then(|more| redness_list(&more, t)),
        };
        list.ok_or(Failed::NotFound)
    })
    .await
}

/// `POST /u/{unit}/p/{number}/certainty`: simulates, unless it is known.
pub async fn simulate(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Form(asked): Form<Asked>,
) -> Result<Response, Refusal> {
    if asked.under().is_err() {
        let shown = look(&app, visitor, unit, number, &asked, Some(Wrong::Share)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response());
    }
    let wanted = asked.wanted();
    app.run(move |s| {
        let one = One::open(s, &visitor.who, unit, number)?;
        let reads = s.unit(&visitor.who, BranchId(unit))?;
        match reads.certainty(&one.opened, wanted) {
            // Without a plan the page says what to do.
            Ok(_) | Err(Failed::NotFound) => Ok(()),
            Err(other) => Err(other),
        }
    })
    .await?;
    let query = match wanted.under {
        Some(under) => format!("?under={}{}#more", percent(under), spread_in(wanted, '&')),
        None => spread_in(wanted, '?'),
    };
    Ok(Redirect::to(&format!("/u/{unit}/p/{number}/certainty{query}")).into_response())
}

/// What the button sends that makes a proposal of the heads found.
#[derive(Debug, Deserialize)]
pub struct Pressed {
    #[serde(default)]
    under: String,
    #[serde(rename = "svinger")]
    spread: Option<String>,
    #[serde(default)]
    version: i64,
}

/// `POST /u/{unit}/p/{number}/certainty/proposal`: a proposal with the heads found; leads to it, also where it was there already.
pub async fn propose(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Form(Pressed { under, spread, version }): Form<Pressed>,
) -> Result<Response, Refusal> {
    let asked = Asked { under: Some(under), spread, ..Asked::default() };
    let wanted = asked.wanted();
    let (who, t) = (visitor.who.clone(), texts(visitor.lang));
    let made = app
        .run(move |s| {
            let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
            if wanted.under.is_none() {
                return Ok(Err(Wrong::Share));
            }
            match contributes.propose_found(number, version, wanted, t) {
                Ok(made) => Ok(Ok(made)),
                Err(Failed::Stale) => Ok(Err(Wrong::Changed)),
                Err(other) => Err(other),
            }
        })
        .await?;
    let (wrong, status) = match made {
        Ok(made) => return Ok(Redirect::to(&format!("/u/{unit}/p/{made}")).into_response()),
        Err(wrong @ Wrong::Share) => (wrong, StatusCode::UNPROCESSABLE_ENTITY),
        Err(wrong @ Wrong::Changed) => (wrong, StatusCode::CONFLICT),
    };
    let shown = look(&app, visitor, unit, number, &asked, Some(wrong)).await?;
    Ok((status, shown).into_response())
}

/// Asks whether to simulate; an address with a share or a spread in it asks for that too.
fn ask(t: &Texts, here: &str, wanted: CertaintyAsked) -> Markup {
    let weeks = t.fixed(f64::from(WEEKS_ON_SCREEN), 0);
    html! {
        p class="lead" { (t.get("certainty-lead")) }
        form method="post" action=(here) class="ask" {
            p { (t.with("certainty-ask-lead", &[("weeks", weeks.into())])) }
            @if let Some(under) = wanted.under { input type="hidden" name="under" value=(percent(under)); }
            (spread_hidden(wanted))
            div class="actions" { (button(&t.get("certainty-ask"), Weight::Main, None)) }
        }
    }
}

fn told_of(
    t: &Texts,
    told: &Simulated,
    (more, press): (Option<&Simulated>, Option<&Press>),
    picture: Option<&Picture>,
    asked: &Asked,
    refused: bool,
    here: &str,
) -> Markup {
    let week = told.tally.week();
    let args = [
        ("weeks", t.fixed(told.tally.weeks as f64, 0).into()),
        ("red", told.share(week[Light::Red as usize], t).into()),
        ("cells", t.number(told.tally.red_cells().mean).into()),
        ("hours", mean(t, told.tally.hours()).into()),
    ];
    let cells = told.tally.cells(&told.frame);
    // What is taken out has the heads added where a share was asked.
    let under = more.and(asked.under.as_deref()).map(|under| under.trim().trim_end_matches('%').trim());
    let wanted = asked.wanted();
    let query = match under {
        Some(under) => format!("?under={under}{}", spread_in(wanted, '&')),
        None => spread_in(wanted, '?'),
    };
    let spread = spread_in(wanted, '&');
    html! {
        p class="lead" { (t.with("certainty-says", &args)) }
        h2 { (t.get("certainty-when")) }
        p { (t.get("certainty-when-lead")) }
        (heat(t, told, &cells, Light::Red, Light::Red.name(), (here, &spread)))
        (chosen(t, told, &cells, asked))
        details class="behind" {
            summary { (t.get("certainty-yellow-too")) }
            (heat(t, told, &cells, Light::Yellow, Light::Yellow.name(), (here, &spread)))
        }
        (take_out(t, &t.get("certainty-list"), here, &query))
        h2 { (t.get("certainty-hire")) }
        (hire(t, told, here, &query))
        h2 { (t.get("certainty-why")) }
        @if let Some(picture) = picture { (one::picture(t, picture, (&format!("{here}/drivers"), &query))) } @else { p { (t.get("certainty-why-nothing")) } }
        h2 id="more" { (t.get("certainty-more")) }
        (price(t, (more, press), asked, refused, (here, &query, &spread)))
        h2 { (t.get("certainty-rests")) }
        ul { @for line in told.rests_on(t) { li { (line) } } }
    }
}

/// Shares of a colour: intervals down, days across; each cell leads to what it is made of in the same weeks.
fn heat(
    t: &Texts,
    told: &Simulated,
    cells: &[CellShares],
    light: Light,
    name: &str,
    (here, spread): (&str, &str),
) -> Markup {
    let ward = &told.frame.ward;
    let word = t.get(&format!("light-{}", light.name()));
    let mut head = vec![Head::text(t.get("certainty-interval"))];
    head.extend(Day::all().map(|d| Head::number(t.get(&format!("day-short-{}", d.number())))));
    let cell = |of: &CellShares| {
        let share = of.shares[light as usize].share;
        let label = ward.intervals.get(of.cell.interval).label();
        let shade = (share * SHADES).ceil().clamp(0.0, SHADES) as usize;
        let class = if shade > 0 { format!("share heat-{shade}") } else { "share".to_owned() };
        let place = told.cell(of.cell, t);
        html! {
            a class=(class) href=(format!("{here}?dag={}&tid={label}{spread}#cell", of.cell.day.number())) {
                span class="ds-sr-only" { (place) ": " (word) " " }
                (t.percent(share, if share > 0.0 && share < 0.1 { 1 } else { 0 }))
            }
        }
    };
    let rows = ward.intervals.iter().enumerate().map(|(i, interval)| {
        let own = cells.iter().filter(|c| c.cell.interval == i).map(cell);
        let label = t.timing(&interval.label());
        Row::new(std::iter::once(html! { (label) }).chain(own).collect())
    });
    let rows: Vec<Row> = rows.collect();
    let caption = t.get(&format!("certainty-table-{name}"));
    html! { div class="rhythm captioned" { (data_table(&format!("certainty-{name}"), &caption, &head, &rows)) } }
}

/// The cell that is looked at; the one that is red most often where none is.
fn chosen(t: &Texts, told: &Simulated, cells: &[CellShares], asked: &Asked) -> Markup {
    let labelled = |cell: Cell| told.frame.ward.intervals.get(cell.interval).label();
    let wanted = cells.iter().find(|c| {
        Some(c.cell.day.number()) == asked.day && asked.interval.as_deref() == Some(labelled(c.cell).as_str())
    });
    let worst = || told.tally.reddest(&told.frame);
    let (key, cell) = match wanted.copied() {
        Some(cell) => ("certainty-cell", Some(cell)),
        None => ("certainty-worst", worst()),
    };
    html! {
        @if let Some(cell) = cell {
            p id="cell" {
                (t.with(key, &[
                    ("cell", told.cell(cell.cell, t).into()),
                    ("green", told.share(cell.shares[0], t).into()),
                    ("yellow", told.share(cell.shares[1], t).into()),
                    ("red", told.share(cell.shares[2], t).into()),
                ]))
            }
        }
    }
}

fn hire(t: &Texts, told: &Simulated, here: &str, query: &str) -> Markup {
    let ward = &told.frame.ward;
    let groups = ward.group_ids().map(|g| (t.group(ward.group(g)), told.tally.hours_of(g)));
    let groups: Vec<Row> = groups
        .filter(|(_, hours)| hours.mean >= 0.5)
        .map(|(name, hours)| Row::new(vec![html! { (name) }, html! { (mean(t, hours)) }]))
        .collect();
    let steps = told.tally.kroner(&told.frame);
    let steps: Vec<Row> = steps
        .iter()
        .map(|(relief, kr)| {
            let error = t.with("certainty-error", &[("error", t.kroner(2.0 * kr.error).into())]);
            Row::new(vec![
                html! { (t.get(&format!("relief-{}", relief.name()))) },
                html! { (t.kroner(kr.mean)) " " span class="quiet" { (error) } },
            ])
        })
        .collect();
    let groups_head = [Head::text(t.get("documents-group")), Head::number(t.get("certainty-hours"))];
    let steps_head = [Head::text(t.get("certainty-relief")), Head::number(t.get("certainty-cost"))];
    html! {
        p { (t.with("certainty-hire-says", &[("hours", mean(t, told.tally.hours()).into())])) }
        @if !groups.is_empty() {
            (data_table("certainty-groups", &t.get("certainty-hours-caption"), &groups_head, &groups))
            (take_out(t, &t.get("certainty-hours-caption"), &format!("{here}/hours"), query))
            (data_table("certainty-relief", &t.get("certainty-relief-caption"), &steps_head, &steps))
            (take_out(t, &t.get("certainty-relief-caption"), &format!("{here}/relief"), query))
        }
    }
}

/// What more certainty costs.
fn price(
    t: &Texts,
    (more, press): (Option<&Simulated>, Option<&Press>),
    asked: &Asked,
    refused: bool,
    (here, query, spread): (&str, &str, &str),
) -> Markup {
    let typed = asked.under.clone().unwrap_or_else(|| "5".to_owned());
    let (invalid, fault) = (refused.then_some("true"), refused.then_some("under-fault"));
    html! {
        p { (t.get("certainty-more-lead")) }
        @if refused { (notice(t, Notice::Danger, html! { p id="under-fault" tabindex="-1" data-takes-focus { (t.get("certainty-under-wrong")) } })) }
        form method="post" action=(here) class="ask" {
            div class="ds-field" {
                label class="ds-label" for="under" { (t.get("certainty-under")) }
                input class="ds-input" id="under" name="under" inputmode="decimal" required value=(typed) aria-describedby=[fault] aria-invalid=[invalid];
            }
            (spread_hidden(asked.wanted()))
            div class="actions" { (button(&t.get("certainty-under-ask"), Weight::Other, None)) }
        }
        @if let Some((told, reinforced)) = more.and_then(|m| Some((m, m.reinforced.as_ref()?))) { (steps(t, told, reinforced, press, (here, query, spread))) }
    }
}

/// The heads that are added with their price, the plan beside the staffing with them, and a proposal of it.
fn steps(
    t: &Texts,
    told: &Simulated,
    r: &Reinforced,
    press: Option<&Press>,
    (here, query, spread): (&str, &str, &str),
) -> Markup {
    let head = [Head::text(t.get("certainty-step")), Head::number(t.get("certainty-step-cost"))];
    let row = |name: String, kr: f64| Row::new(vec![html! { (name) }, html! { (t.kroner(kr)) }]);
    let mut rows: Vec<Row> = r.steps.iter().map(|step| row(told.step(step, t), step.year_kr)).collect();
    rows.push(row(t.get("certainty-step-sum"), r.year_kr));
    let cells = r.tally.cells(&told.frame);
    html! {
        p { (told.reinforced_says(t)) }
        @if !r.steps.is_empty() {
            (data_table("certainty-steps", &t.get("certainty-steps-caption"), &head, &rows))
            (take_out(t, &t.get("certainty-steps-caption"), here, query))
            (beside(t, told, r))
            (take_out(t, &t.get("certainty-beside-caption"), &format!("{here}/beside"), query))
            p { (r.found_by(t)) }
            details class="behind" {
                summary { (t.get("certainty-after-too")) }
                (heat(t, told, &cells, Light::Red, "after", (here, spread)))
                (take_out(t, &t.get("certainty-table-after"), here, query))
            }
            @if !r.broken.is_empty() {
                (notice(t, Notice::Warning, html! {
                    p { (t.get("simulate-under-broken")) }
                    ul { @for broken in &r.broken { li { (t.broken(broken)) } } }
                }))
            }
            @if let Some(press) = press { (propose_button(t, press, here)) }
        }
    }
}

/// The button that makes a proposal of the heads found; the way to it where it is made already.
fn propose_button(t: &Texts, press: &Press, here: &str) -> Markup {
    if let Some(made) = &press.made {
        return html! { p { (t.get("certainty-proposed")) " " a href=(made.href) { (made.text) } } };
    }
    html! {
        form method="post" action=(format!("{here}/proposal")) class="ask" {
            p {
                (t.get("certainty-propose-lead"))
                @if press.is_older { " " (t.get("certainty-propose-older")) }
            }
            @if let Some(under) = press.asked.under { input type="hidden" name="under" value=(percent(under)); }
            (spread_hidden(press.asked))
            input type="hidden" name="version" value=(press.version);
            div class="actions" { (button(&t.get("certainty-propose"), Weight::Main, None)) }
        }
    }
}

/// How red it is with the plan, with the heads added, and with these in weeks that they weren't found by.
fn beside(t: &Texts, told: &Simulated, r: &Reinforced) -> Markup {
    let head = [
        Head::text(t.get("certainty-beside-what")),
        Head::number(t.get("certainty-beside-plan")),
        Head::number(t.get("certainty-beside-more")),
        Head::number(t.get("certainty-beside-fresh")),
    ];
    let row = |key: &str, of: &dyn Fn(&Redness) -> String| {
        let cells = [&r.before, &r.after, &r.fresh].map(|redness| html! { (of(redness)) });
        Row::new(std::iter::once(html! { (t.get(key)) }).chain(cells).collect())
    };
    let rows = [
        row("certainty-beside-worst", &|redness| told.cell(redness.cell, t)),
        row("certainty-beside-share", &|redness| told.share(redness.worst, t)),
        row("certainty-beside-cells", &|redness| t.number(redness.red_cells.mean)),
        row("certainty-beside-hours", &|redness| t.fixed(redness.hours.mean, 0)),
        Row::new(vec![
            html! { (t.get("certainty-beside-cost")) },
            html! { (t.kroner(0.0)) },
            html! { (t.kroner(r.year_kr)) },
            html! { (t.kroner(r.year_kr)) },
        ]),
    ];
    data_table("certainty-beside", &t.get("certainty-beside-caption"), &head, &rows)
}

/// `1 234 ± 12`.
fn mean(t: &Texts, mean: Mean) -> String {
    let args: [(&str, Value); 2] =
        [("mean", t.fixed(mean.mean, 0).into()), ("error", t.fixed(2.0 * mean.error, 0).into())];
    t.with("simulate-mean", &args)
}
