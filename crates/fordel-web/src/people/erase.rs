//! Taking a branch away with all that is in it: what will be gone, what stays, and its name typed to confirm.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{Branch, BranchId, BranchKind, Failed, Held};
use fordel_core::calendar::Date;
use fordel_core::complaint::Value;
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use crate::answer::Refusal;
use crate::app::App;
use crate::front;
use crate::shell::{Field, Input, Link, Notice, Weight, button, faults, field, notice, page, texts};
use crate::visitor::Visitor;

/// What the page shows.
struct Shown {
    branch: Branch,
    held: Held,
    decisions: Vec<(Branch, i64, Date)>,
}

async fn read(app: &App, visitor: &Visitor, branch: i64) -> Result<Shown, Refusal> {
    let who = visitor.who.clone();
    app.run(move |s| {
        let administers = s.administer(&who, BranchId(branch))?;
        if administers.branch().kind == BranchKind::Organisation {
            return Err(Failed::NotFound);
        }
        let (held, decisions) = (administers.held()?, administers.held_decisions()?);
        Ok(Shown { branch: administers.branch().clone(), held, decisions })
    })
    .await
}

/// `GET /people/{branch}/erase`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(branch): Path<i64>) -> Result<Markup, Refusal> {
    let shown = read(&app, &visitor, branch).await?;
    Ok(drawn(&visitor, &shown, "", &[]))
}

/// The name that is typed.
#[derive(Debug, Deserialize)]
pub struct Typed {
    #[serde(default)]
    typed: String,
}

/// `POST /people/{branch}/erase`.
pub async fn erase(
    State(app): State<App>,
    visitor: Visitor,
    Path(branch): Path<i64>,
    Form(typed): Form<Typed>,
) -> Result<Response, Refusal> {
    let (who, name) = (visitor.who.clone(), typed.typed.clone());
    let done = app
        .run(move |s| {
            let administers = s.administer(&who, BranchId(branch))?;
            Ok(administers.erase(&name))
        })
        .await?;
    match done {
        Ok(_) => Ok(Redirect::to(&format!("/people?removed={branch}")).into_response()),
        Err(Failed::Invalid(wrong)) => {
            let shown = read(&app, &visitor, branch).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(&visitor, &shown, &typed.typed, &wrong)).into_response())
        }
        Err(other) => Err(other.into()),
    }
}

fn drawn(visitor: &Visitor, shown: &Shown, typed: &str, wrong: &[(&'static str, &'static str)]) -> Markup {
    let t = texts(visitor.lang);
    let Shown { branch, held, decisions } = shown;
    let here = format!("/people/{}", branch.id);
    let named = [("name", Value::from(branch.name.as_str()))];
    let title = t.with("erase-title", &named);
    let place = vec![Link::new(branch.name.clone(), here.clone())];
    let mut frame = front::frame(visitor, title.clone(), format!("{here}/erase"), place);
    frame.wrong = !wrong.is_empty();
    let fault = wrong.iter().find(|(name, _)| *name == "typed").map(|(_, key)| t.get(key));
    let name =
        Field::new("typed", t.with("erase-type", &named), Input::Line("text")).value(typed.to_owned()).fault(fault);
    page(
        &frame,
        html! {
            h1 { (title) }
            (faults(t, std::slice::from_ref(&name)))
            (notice(t, Notice::Warning, html! {
                p { strong { (t.get("erase-gone")) } }
                ul { @for line in gone(t, held) { li { (line) } } }
                p { (t.get("erase-no-way-back")) }
            }))
            @if !decisions.is_empty() {
                h2 { (t.get("erase-decisions")) }
                p { (t.get("erase-decisions-lead")) }
                ul { @for (unit, number, on) in decisions {
                    li { a href=(format!("/u/{}/decisions/{number}", unit.id)) {
                        (t.with("erase-decision", &[("unit", unit.name.as_str().into()), ("number", Value::Number(*number as f64)), ("date", t.day(*on).into())]))
                    } }
                } }
            }
            h2 { (t.get("erase-stays")) }
            p { (t.get("erase-stays-lead")) }
            form method="post" action=(format!("{here}/erase")) class="stack narrow" {
                (field(t, &name))
                div class="actions" {
                    (button(&t.get("erase-do"), Weight::Danger, None))
                    a class="ds-button" href=(here) data-variant="tertiary" { (t.get("web-cancel")) }
                }
            }
        },
    )
}

/// What will be gone, a line for each kind of which there is any.
fn gone(t: &Texts, held: &Held) -> Vec<String> {
    let counts = [
        ("erase-units", held.units),
        ("erase-rows", held.rows),
        ("erase-proposals", held.proposals),
        ("erase-decided", held.decisions),
        ("erase-objections", held.objections),
        ("erase-shortages", held.shortages),
    ];
    let told = counts.iter().filter(|(_, count)| *count > 0);
    let mut lines: Vec<String> =
        told.map(|(key, count)| t.with(key, &[("count", Value::Number(*count as f64))])).collect();
    lines.push(t.get("erase-roles"));
    lines
}
