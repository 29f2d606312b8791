//! Pages of one proposal: opening it, the lines that tell which it is, what stands there while it has no plan.

use std::sync::Arc;

use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{BranchId, Failed, OpenedProposal, Picture, Role, Service, SignedIn};
use fordel_core::complaint::Value;
use fordel_core::plan::Plan;
use fordel_core::ward::Ward;
use fordel_text::Texts;
use maud::{Markup, PreEscaped, html};

use super::documents;
use super::frame::Around;
use super::no_plan;
use super::outdated;
use super::state;
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{Head, Link, Notice, Row, Weight, data_table, empty_state, link_button, notice, page, texts};
use crate::visitor::Visitor;

/// A proposal with what stands around it.
pub struct One {
    /// The unit's frame.
    pub around: Around,
    /// The proposal.
    pub opened: Arc<OpenedProposal>,
    /// Whether the visitor may ask for proposals.
    may: bool,
    /// Whether the unit's sheets have been changed since it was made.
    outdated: bool,
}

impl One {
    /// Opens the proposal of this number.
    ///
    /// # Errors
    /// No such unit or proposal.
    pub fn open(service: &Service, who: &SignedIn, unit: i64, number: i64) -> Result<One, Failed> {
        let reads = service.unit(who, BranchId(unit))?;
        let opened = reads.proposal(number)?;
        Ok(One {
            around: Around::of(service, &reads)?,
            may: reads.role() >= Role::Contributor,
            outdated: reads.is_outdated(&opened)?,
            opened,
        })
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("{}/p/{}", self.around.address(), self.opened.kept.head.number)
    }

    /// Its ward and plan, where there is one that places the work.
    pub fn plan(&self) -> Option<(&Ward, &Plan)> {
        self.opened.placed().map(|plan| (&self.opened.ward, plan))
    }
}

/// Leads to a page of the unit's newest plan, by the last part of its address; `title` and `nothing` are keys of the page's name
/// and of what is said where there is no plan.
///
/// # Errors
/// No such unit.
pub async fn newest(
    app: &App,
    visitor: &Visitor,
    unit: i64,
    part: &str,
    (title, nothing): (&str, &str),
) -> Result<Response, Refusal> {
    let who = visitor.who.clone();
    let around = app.run(move |s| Around::of(s, &s.unit(&who, BranchId(unit))?)).await?;
    if let Some(number) = around.shown {
        return Ok(Redirect::to(&format!("/u/{unit}/p/{number}/{part}")).into_response());
    }
    let t = texts(visitor.lang);
    let title = t.get(title);
    let frame = around.frame(visitor, None, &title, format!("/u/{unit}/{part}"), None);
    let proposals = Link::new(t.get("documents-to-proposals"), format!("/u/{unit}/proposals"));
    let cure = link_button(&proposals, Weight::Main);
    let content = html! { h1 { (title) } (empty_state(&t.get(nothing), &t.get("year-no-plan-do"), cure)) };
    Ok(page(&frame, content).into_response())
}

/// The page's heading with what can be done there, and which proposal it shows.
pub fn heading(t: &Texts, title: &str, one: &One, actions: Markup) -> Markup {
    html! {
        div class="heading" {
            h1 { (title) }
            div class="actions" { (actions) }
        }
        p class="which" {
            a href=(one.address()) { (which(t, one)) } " "
            (state::tagged(t, state::word_of(&one.opened)))
        }
        (state::stopped(t, &one.around.address(), &one.opened, one.may))
        (outdated::notice_of(t, &one.around.address(), one.outdated))
    }
}

/// That the unit's sheets have faults, so that what a page reads from them is as it was when the proposal was made; nothing where
/// they have none.
pub fn as_it_was(t: &Texts, one: &One) -> Markup {
    if one.around.completeness.faults == 0 {
        return html! {};
    }
    let faults = format!("{}/mapping?feil=1", one.around.address());
    let told = html! { p { (t.get("documents-as-it-was")) " " a href=(faults) { (t.get("now-faulty-see")) } } };
    notice(t, Notice::Warning, told)
}

/// `Forslag 3: Beste fordeling`.
pub fn which(t: &Texts, one: &One) -> String {
    let head = &one.opened.kept.head;
    t.with("documents-shown", &[("number", (head.number as f64).into()), ("name", head.name.as_str().into())])
}

/// What stands in the place of `what` while there is no plan to show.
pub fn without_plan(t: &Texts, what: &str, one: &One) -> Markup {
    let waits = (not_ready(t, what), t.get("documents-not-ready-do"));
    no_plan::empty(t, &one.opened, &one.around.address(), waits)
}

/// The page's heading with that alone.
pub fn only_without_plan(t: &Texts, title: &str, one: &One) -> Markup {
    html! { (heading(t, title, one, html! {})) (without_plan(t, title, one)) }
}

fn not_ready(t: &Texts, what: &str) -> String {
    t.with("documents-not-ready", &[("what", Value::from(what.to_lowercase()))])
}

/// Links that take one of the proposal's tables out: `…/staffing.csv`.
pub fn take_out(t: &Texts, one: &One, table: &str) -> Markup {
    crate::shell::take_out(t, &documents::table_name(t, table), &format!("{}/{table}", one.address()), "")
}

/// A picture with its panels and the table behind it, which is taken out at an address with a query.
pub fn picture(t: &Texts, picture: &Picture, (address, query): (&str, &str)) -> Markup {
    let head: Vec<Head> = picture
        .columns
        .iter()
        .map(|(text, number)| if *number { Head::number(text.as_str()) } else { Head::text(text.as_str()) })
        .collect();
    let cell = |text: &String| html! { (text) };
    let rows: Vec<Row> = picture.rows.iter().map(|row| Row::new(row.iter().map(cell).collect())).collect();
    html! {
        figure class="picture" id=(picture.id) {
            figcaption { (picture.caption) }
            div class="panels" {
                @for panel in &picture.panels {
                    // A wide picture scrolls within its frame on a narrow screen, also by keyboard.
                    div class=(if panel.wide { "panel wide" } else { "panel" }) role=[panel.wide.then_some("group")] tabindex=[panel.wide.then_some("0")] aria-label=[panel.wide.then_some(&panel.title)] {
                        @if picture.panels.len() > 1 {
                            p class="panel-title" aria-hidden="true" { (panel.title) }
                        }
                        (PreEscaped(&panel.svg))
                    }
                }
            }
            details class="behind" {
                summary { (t.get("web-show-as-table")) }
                (data_table(&format!("{}-table", picture.id), &picture.table, &head, &rows))
                (crate::shell::take_out(t, &picture.table, address, query))
            }
        }
    }
}
