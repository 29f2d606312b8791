//! A page that takes a file of figures: it is chosen, handed in, kept for a day under a key, or gone.

use axum::extract::Multipart;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{BranchId, Contributes, Failed, Key};
use fordel_core::complaint::Complaint;
use fordel_text::Texts;
use maud::{Markup, html};

use super::frame::Around;
use super::handed::{around, received};
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{Field, Input, Notice, Step, Weight, button, faults, field, notice, page, texts};
use crate::visitor::Visitor;

/// A page that takes a file.
pub struct FilePage {
    /// The last part of its address, and the beginning of its messages' keys.
    pub word: &'static str,
    /// What stands below its form.
    pub below: fn(&Texts) -> Markup,
}

impl FilePage {
    /// Its address.
    pub fn address(&self, around: &Around) -> String {
        format!("{}/{}", around.address(), self.word)
    }

    /// A page under this address.
    pub fn framed(&self, visitor: &Visitor, around: &Around, title: &str, wrong: bool, content: Markup) -> Markup {
        let mut frame = around.frame(visitor, Some(Step::Mapping), title, self.address(around), None);
        frame.styles.push("unit.css");
        frame.wrong = wrong;
        page(&frame, content)
    }

    /// The page as it opens.
    ///
    /// # Errors
    /// No such unit, or a weaker role.
    pub async fn show(&self, app: &App, visitor: &Visitor, unit: i64) -> Result<Markup, Refusal> {
        Ok(self.choose(visitor, &around(app, visitor, unit).await?, None, &[]))
    }

    fn choose(&self, visitor: &Visitor, around: &Around, wrong: Option<String>, said: &[String]) -> Markup {
        let t = texts(visitor.lang);
        let own = |part: &str| t.get(&format!("{}-{part}", self.word));
        let (title, is_wrong) = (own("title"), wrong.is_some());
        let file = Field::new("file", own("file"), Input::File(".csv,.xlsx")).hint(own("file-hint")).fault(wrong);
        let content = html! {
            h1 { (title) }
            p class="lead" { (own("lead")) }
            (faults(t, std::slice::from_ref(&file)))
            @if !said.is_empty() {
                (notice(t, Notice::Danger, html! { p { (t.get("handed-cannot")) } ul { @for one in said { li { (one) } } } }))
            }
            form method="post" action=(self.address(around)) enctype="multipart/form-data" class="stack" {
                (field(t, &file))
                div class="actions" { (button(&own("read"), Weight::Main, None)) }
            }
            ((self.below)(t))
        };
        self.framed(visitor, around, &title, is_wrong, content)
    }

    /// A file is handed in, and waits for a day: `keep` reads it, or says all that is wrong with it.
    ///
    /// # Errors
    /// No such unit, or a weaker role; what keeping it fails at.
    pub async fn hand_in(
        &self,
        app: &App,
        visitor: &Visitor,
        unit: i64,
        form: Multipart,
        keep: impl FnOnce(&Contributes, &str, Vec<u8>) -> Result<Result<Key, Vec<Complaint>>, Failed> + Send + 'static,
    ) -> Result<Response, Refusal> {
        let around = around(app, visitor, unit).await?;
        let t = texts(visitor.lang);
        let again = |status: StatusCode, key: &str, said: &[String]| {
            (status, self.choose(visitor, &around, Some(t.get(key)), said)).into_response()
        };
        let ((name, bytes), _turn) = match received(form).await {
            Ok(received) => received,
            Err((status, key)) => return Ok(again(status, key, &[])),
        };
        let who = visitor.who.clone();
        let read = app.aside(move |s| keep(&s.unit(&who, BranchId(unit))?.contribute()?, &name, bytes)).await?;
        Ok(match read {
            Ok(key) => Redirect::to(&format!("/u/{unit}/{}/{}", self.word, key.reveal())).into_response(),
            Err(complaints) => {
                let said: Vec<String> = complaints.iter().map(|complaint| t.complaint(complaint)).collect();
                again(StatusCode::UNPROCESSABLE_ENTITY, "handed-faulty", &said)
            }
        })
    }

    /// What was handed in is another's or too old: the page to choose it on again.
    pub fn gone(&self, visitor: &Visitor, around: &Around) -> Response {
        let said = texts(visitor.lang).get("handed-gone");
        (StatusCode::GONE, self.choose(visitor, around, Some(said), &[])).into_response()
    }
}
