//! Cards for the wall: the usual cases of the plan that holds, as a document.

use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use fordel_app::Form;
use fordel_app::service::{BranchId, Failed};
use tokio::sync::Semaphore;

use crate::answer::Refusal;
use crate::app::App;
use crate::download::{download, file_name};
use crate::shell::texts;
use crate::visitor::Visitor;

/// Cards that are made at the same time: they answer hundreds of questions.
static MAKING: Semaphore = Semaphore::const_new(2);

/// `GET /u/{unit}/now/cards.pdf` and `cards.html`.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    address: Uri,
) -> Result<Response, Refusal> {
    let (form, ending) = if address.path().ends_with(".pdf") { (Form::Pdf, "pdf") } else { (Form::Html, "html") };
    let t = texts(visitor.lang);
    let _turn = MAKING.acquire().await;
    let (bytes, name) = app
        .aside(move |s| {
            let reads = s.unit(&visitor.who, BranchId(unit))?;
            let plan = reads.on_duty()?.ok_or(Failed::NotFound)?;
            let name = &reads.unit().name;
            Ok((plan.cards(name, reads.today(), form, t)?, file_name(name, &t.get("cards-title"), ending)))
        })
        .await?;
    Ok(download(&name, bytes))
}
