//! Funn: the findings report within the unit's frame, and ways to take it out.

use axum::extract::{Path, Query, State};
use axum::http::Uri;
use axum::response::Response;
use fordel_app::service::{BranchId, UseStatistics};
use maud::{Markup, PreEscaped, html};

use super::now::statistics;
use super::one::{self, One};
use super::report_tables::{self, Which};
use crate::answer::Refusal;
use crate::app::App;
use crate::download::send_unit_list;
use crate::shell::{Link, Step, Weight, link_button, page, texts};
use crate::visitor::Visitor;

/// `GET /u/{unit}/p/{number}/findings`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
) -> Result<Markup, Refusal> {
    let (who, lang, date) = (visitor.who.clone(), visitor.lang, app.date(visitor.lang));
    let (one, report, logged, rule) = app
        .run(move |s| {
            let one = One::open(s, &who, unit, number)?;
            let reads = s.unit(&who, BranchId(unit))?;
            let plan = one.opened.plan.is_some();
            let report = plan.then(|| reads.findings_shown(&one.opened, texts(lang), &date)).transpose()?;
            Ok((one, report, reads.logged_uses()?, reads.shortage_rules()?.rules.dropped))
        })
        .await?;
    let t = texts(lang);
    let title = t.get("documents-findings");
    let address = one.address();
    let mut frame =
        one.around.frame(&visitor, Some(Step::Findings), &title, format!("{address}/findings"), Some(number));
    frame.styles.extend(["unit.css", "report.css"]);
    let to = |key: &str, name: &str, weight| link_button(&Link::new(t.get(key), format!("{address}/{name}")), weight);
    Ok(page(
        &frame,
        match report {
            None => one::only_without_plan(t, &title, &one),
            Some((markup, tables)) => html! {
                (one::heading(t, &title, &one, html! {
                    (to("documents-pdf", "report.pdf", Weight::Other))
                    (to("documents-xlsx", "plan.xlsx", Weight::Light))
                    (to("documents-html", "report.html", Weight::Light))
                }))
                p class="lead on-screen" { (t.get("documents-findings-lead")) }
                (statistics::findings(t, &UseStatistics::of(&logged), rule))
                (PreEscaped(markup))
                (report_tables::links(t, &tables, &format!("{address}/findings"), ""))
            },
        },
    ))
}

/// `GET /u/{unit}/p/{number}/findings/table.csv?nr=…` and `table.xlsx`: one of the report's tables.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(which): Query<Which>,
    address: Uri,
) -> Result<Response, Refusal> {
    let date = app.date(visitor.lang);
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let (_, tables) = reads.findings_shown(&*reads.proposal(number)?, t, &date)?;
        which.of(tables)
    })
    .await
}
