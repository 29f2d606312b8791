//! The way back for somebody who has forgotten their password: an administrator makes a link, they choose another by it.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{Administers, Person, PersonId};
use maud::{Markup, html};
use serde::Deserialize;

use crate::answer::Refusal;
use crate::app::App;
use crate::front;
use crate::shell::{Field, Frame, Input, Link, Weight, button, checkbox, faults, field, language_of, page, texts};
use crate::visitor::Visitor;

use super::shown_once;

/// `GET /people/way-back/{person}`: before a link is made.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(person): Path<i64>) -> Result<Markup, Refusal> {
    let person = app.administer(&visitor, move |a| a.other(PersonId(person))).await?;
    Ok(drawn(&visitor, &person, None))
}

/// What an administrator says of somebody.
#[derive(Debug, Deserialize)]
pub struct Lost {
    codes: Option<String>,
}

/// `POST /people/way-back/{person}`: the link is shown in the answer, and nowhere else.
pub async fn make(
    State(app): State<App>,
    visitor: Visitor,
    Path(person): Path<i64>,
    headers: HeaderMap,
    Form(lost): Form<Lost>,
) -> Result<Markup, Refusal> {
    let made = move |a: &Administers| {
        let key = a.way_back(PersonId(person), lost.codes.is_some())?;
        Ok((a.other(PersonId(person))?, key))
    };
    let (person, key) = app.administer(&visitor, made).await?;
    let link = format!("{}/way-back/{}", app.origin(&headers), key.reveal());
    Ok(drawn(&visitor, &person, Some(&link)))
}

fn drawn(visitor: &Visitor, person: &Person, link: Option<&str>) -> Markup {
    let t = texts(visitor.lang);
    let address = format!("/people/way-back/{}", person.id);
    let title = t.with("back-of", &[("name", person.name.as_str().into())]);
    let place = vec![Link::new(t.get("people-title"), "/people"), Link::new(title.clone(), address.clone())];
    let mut frame = front::frame(visitor, title.clone(), address.clone(), place);
    frame.scripts.push("copy.js");
    page(
        &frame,
        html! {
            p { a href="/people" { (t.get("people-back")) } }
            h1 { (title) }
            @match link {
                Some(link) => (shown_once(t, "back-link", "back-link-lead", link)),
                None => {
                    p { (t.get("back-lead")) }
                    form method="post" action=(address) class="stack narrow" {
                        @if person.totp.is_some() {
                            p { (t.get("back-codes-lead")) }
                            (checkbox("codes", &t.get("back-codes"), false))
                        }
                        div class="actions" { (button(&t.get("back-do"), Weight::Main, None)) }
                    }
                },
            }
        },
    )
}

/// Another password.
#[derive(Deserialize)]
pub struct Chosen {
    password: String,
}

/// `GET /way-back/{key}`.
pub async fn choose(State(app): State<App>, headers: HeaderMap, Path(key): Path<String>) -> Result<Markup, Refusal> {
    let shown = key.clone();
    let person = app.run(move |s| s.coming_back(&shown)).await?;
    Ok(choose_page(&headers, &key, &person, None))
}

/// `POST /way-back/{key}`: another password; one signs in with it, as ever.
pub async fn chosen(
    State(app): State<App>,
    headers: HeaderMap,
    Path(key): Path<String>,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Refusal> {
    let shown = key.clone();
    let (person, done) = app
        .run(move |s| {
            let person = s.coming_back(&shown)?;
            Ok((person, s.come_back(&shown, &chosen.password)))
        })
        .await?;
    Ok(match done {
        Ok(()) => Redirect::to("/enter").into_response(),
        Err(failed) => {
            let wrong = Refusal::from(failed).fields()?;
            let page = choose_page(&headers, &key, &person, wrong.first().map(|(_, key)| *key));
            (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
        }
    })
}

fn choose_page(headers: &HeaderMap, key: &str, person: &Person, wrong: Option<&str>) -> Markup {
    let lang = language_of(headers);
    let (t, address) = (texts(lang), format!("/way-back/{key}"));
    let title = t.get("back-choose");
    let frame =
        Frame { lang, title: title.clone(), wrong: wrong.is_some(), address: address.clone(), ..Frame::default() };
    let password = Field::new("password", t.get("me-password-new"), Input::Line("password"))
        .hint(t.get("page-password-hint"))
        .fault(wrong.map(|key| t.get(key)))
        .autocomplete("new-password");
    page(
        &frame,
        html! {
            div class="narrow" {
                h1 { (title) }
                p { (t.with("back-choose-lead", &[("email", person.email.as_str().into())])) }
                (faults(t, std::slice::from_ref(&password)))
                form method="post" action=(address) class="stack" {
                    (field(t, &password))
                    div class="actions" { (button(&t.get("me-password-do"), Weight::Main, None)) }
                }
            }
        },
    )
}
