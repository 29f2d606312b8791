//! Funn: the findings report within the unit's frame, and ways to take it out.

use axum::extract::{Path, State};
use fordel_app::service::{BranchId, UseStatistics};
use maud::{Markup, PreEscaped, html};

use super::now::statistics;
use super::one::{self, One};
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{Link, Step, Weight, link_button, page, texts};
use crate::visitor::Visitor;

/// `GET /u/{unit}/p/{number}/findings`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
) -> Result<Markup, Refusal> {
    let (who, lang, date) = (visitor.who.clone(), visitor.lang, app.date(visitor.lang));
    let (one, markup, logged, rule) = app
        .run(move |s| {
            let one = One::open(s, &who, unit, number)?;
            let reads = s.unit(&who, BranchId(unit))?;
            let plan = one.opened.plan.is_some();
            let markup = plan.then(|| reads.findings_markup(&one.opened, texts(lang), &date)).transpose()?;
            Ok((one, markup, reads.logged_uses()?, reads.shortage_rules()?.rules.dropped))
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
        match markup {
            None => html! { (one::heading(t, &title, &one, html! {})) (one::without_plan(t, &title, &one)) },
            Some(markup) => html! {
                (one::heading(t, &title, &one, html! {
                    (to("documents-pdf", "report.pdf", Weight::Other))
                    (to("documents-xlsx", "plan.xlsx", Weight::Light))
                    (to("documents-html", "report.html", Weight::Light))
                }))
                p class="lead on-screen" { (t.get("documents-findings-lead")) }
                (statistics::findings(t, &UseStatistics::of(&logged), rule))
                (PreEscaped(markup))
            },
        },
    ))
}
