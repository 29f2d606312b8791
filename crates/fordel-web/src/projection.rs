//! The years ahead of all units below a branch, a clinic or a whole trust, together. What is asked stands in the address.

use axum::extract::{Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use fordel_app::service::{Basis, BranchId, BranchProjection, Failed};
use fordel_text::Texts;
use maud::{Markup, PreEscaped, html};

use crate::answer::Refusal;
use crate::app::App;
use crate::download::{download, file_name};
use crate::front;
use crate::shell::{Choice, Field, Input, Link, Notice, Weight, empty_state, link_button, notice, page, texts};
use crate::unit::projection::{Typed, asking, fields, file, query, question, take_out};
use crate::visitor::Visitor;

/// The branch that is asked for; none: the topmost. One that can't be read is one that isn't there.
fn branch(typed: &Typed) -> Option<BranchId> {
    typed.get("gren").filter(|text| !text.is_empty()).map(|text| BranchId(text.parse().unwrap_or(-1)))
}

/// `GET /projection`.
pub async fn show(State(app): State<App>, visitor: Visitor, Query(typed): Query<Typed>) -> Result<Response, Refusal> {
    let who = visitor.who.clone();
    let (of, asked, wrong, typed) = app
        .aside(move |s| {
            let (asked, wrong) = question(&typed, s.today().year());
            Ok((s.projection_of_branch(&who, branch(&typed), asked)?, asked, wrong, typed))
        })
        .await?;
    let t = texts(visitor.lang);
    let title = t.get("projection-title");
    let asks = format!("gren={}&{}", of.branch.id, query(asked));
    let place = vec![Link::new(of.branch.name.clone(), "/")];
    let mut frame = front::frame(&visitor, title.clone(), format!("/projection?{asks}"), place);
    frame.styles.extend(["unit.css", "report.css"]);
    frame.wrong = !wrong.is_empty();
    let status = if frame.wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let BranchProjection { branch, branches, told, plans, left_out } = &of;
    let choices = branches.iter().map(|b| Choice::new(b.id.to_string(), b.name.clone())).collect();
    let chosen =
        Field::new("gren", t.get("projection-field-gren"), Input::Select(choices)).value(branch.id.to_string());
    let mut typed = fields(t, &typed, asked, &wrong);
    typed.insert(0, chosen);
    let units = Link::new(t.get("page-units"), "/");
    let content = html! {
        h1 { (title) ": " (branch.name) }
        @if told.is_some() {
            (asking(t, ("projection-branch-ask", "projection-branch-lead"), "/projection", &typed, wrong.is_empty()))
        } @else {
            p class="lead on-screen" { (t.get("projection-branch-lead")) }
            (empty_state(&t.get("projection-no-units"), &t.get("projection-no-units-do"), link_button(&units, Weight::Main)))
        }
        @if !left_out.is_empty() {
            (notice(t, Notice::Warning, html! { p { (t.with("projection-left-out", &[("units", left_out.join(", ").into())])) } }))
        }
        @if let Some(told) = told.as_ref().filter(|_| wrong.is_empty()) {
            (by_which(t, plans))
            (take_out(t, "/projection", &asks))
            (PreEscaped(told.markup(t, &app.date(visitor.lang))))
        }
    };
    Ok((status, page(&frame, content)).into_response())
}

/// Which plan each unit's work is shared out by.
fn by_which(t: &Texts, plans: &[(String, Option<Basis>)]) -> Markup {
    let told = |(unit, basis): &(String, Option<Basis>)| match basis {
        Some(Basis::Decided { number, on }) => t.with(
            "projection-plan-decided",
            &[("unit", unit.as_str().into()), ("number", (*number as f64).into()), ("date", t.day(*on).into())],
        ),
        Some(Basis::Proposed { number, name }) => t.with(
            "projection-plan-proposed",
            &[("unit", unit.as_str().into()), ("number", (*number as f64).into()), ("name", name.as_str().into())],
        ),
        None => t.with("projection-plan-none", &[("unit", unit.as_str().into())]),
    };
    html! {
        details class="behind on-screen" {
            summary { (t.get("projection-plans")) }
            ul { @for one in plans { li { (told(one)) } } }
        }
    }
}

/// `GET /projection.xlsx`, `.csv` and `.html`: to take out.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    address: Uri,
    Query(typed): Query<Typed>,
) -> Result<Response, Refusal> {
    let (lang, date) = (visitor.lang, app.date(visitor.lang));
    let (bytes, name) = app
        .aside(move |s| {
            let (asked, _) = question(&typed, s.today().year());
            let of = s.projection_of_branch(&visitor.who, branch(&typed), asked)?;
            let told = of.told.ok_or(Failed::NotFound)?;
            let t = texts(lang);
            let (bytes, ending) = file(&told, &address, t, &date)?;
            Ok((bytes, file_name(&of.branch.name, &t.get("projection-title"), ending)))
        })
        .await?;
    Ok(download(&name, bytes))
}
