//! Refusals that a program can act on: which part of what it sent can't be used, and why, in words.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use fordel_app::service::Failed;
use fordel_app::{Failure, Refusal as Unfit};
use fordel_text::{Lang, Texts};
use serde_json::json;

use crate::answer::Refusal;
use crate::shell::{Trouble, texts};
use crate::unit::proposal_form::said_of;

/// A refusal, in the asker's language.
pub struct Wrong(pub Refusal, pub Lang);

impl IntoResponse for Wrong {
    fn into_response(self) -> Response {
        let Wrong(refusal, lang) = self;
        let t = texts(lang);
        let sentences: Vec<(Option<String>, String)> = match refusal.failed() {
            Failed::Invalid(fields) => {
                fields.iter().map(|(field, key)| (Some((*field).to_owned()), said_of(t, field, key))).collect()
            }
            Failed::Faulty => vec![(None, t.get("import-faulty-lead"))],
            Failed::Failure(Failure::Refused(wishes)) => wishes.iter().map(|wish| told(t, wish)).collect(),
            Failed::Failure(failure) => failure.tell(t).into_iter().map(|sentence| (None, sentence)).collect(),
            _ => return refusal.into_response(),
        };
        unusable(sentences, lang)
    }
}

/// The field of a wish that can't be followed, and why; the command line tells its own options.
fn told(t: &Texts, wish: &Unfit) -> (Option<String>, String) {
    match wish {
        Unfit::ScarceHoursAlone => (Some("budget_kr".to_owned()), t.get("api-wrong-scarce-hours")),
        Unfit::GoalTwice(_) => (Some("goals".to_owned()), wish.tell(t)),
        _ => (None, wish.tell(t)),
    }
}

/// The answer to what can't be used: each part with its sentence.
pub fn unusable(sentences: Vec<(Option<String>, String)>, lang: Lang) -> Response {
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    let words = Trouble { status: status.as_u16(), ..Trouble::default() }.words(lang);
    let wrong: Vec<_> =
        sentences.into_iter().map(|(field, sentence)| json!({ "field": field, "sentence": sentence })).collect();
    let said = json!({
        "status": status.as_u16(), "what": words.what, "kept": words.kept, "do": words.cure, "number": null,
        "detail": null, "wrong": wrong,
    });
    (status, Json(said)).into_response()
}
