//! Coming in and going out: signing in, the first administrator, invitations, the example.

use axum::extract::{Path, Query, State};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Response};
use axum::{Extension, Form};
use fordel_app::service::{Device, Entered, Entrance, Failed, Key, NewAccount, Representative, Role, Service, SignIn};
use fordel_core::complaint::Value;
use fordel_text::{Lang, Texts};
use maud::{Markup, html};
use serde::Deserialize;
use tokio::sync::Semaphore;

use crate::answer::Refusal;
use crate::app::App;
use crate::people::represents_word;
use crate::provider;
use crate::server::watch::About;
use crate::shell::{
    Choice, Field, Frame, Input, Notice, Weight, button, checkbox, faults, field, language_of, notice, page, texts,
    within,
};
use crate::visitor::{Visitor, agent, known_cookie, marks, session_cookie, session_key};

/// Longer than an account's address can be.
const LONGEST: usize = 300;
/// Sign-ins at the same time: each waits for its turn to be reckoned with a thread of those that answer all pages.
static SIGNING_IN: Semaphore = Semaphore::const_new(64);

/// What the page where one signs in is asked with.
#[derive(Debug, Default, Deserialize)]
pub struct Back {
    #[serde(default)]
    back: String,
}

/// What somebody types to sign in.
#[derive(Debug, Deserialize)]
pub struct Typed {
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
    /// Where only a code is asked for any more: by what one goes on.
    #[serde(default)]
    step: String,
    #[serde(default)]
    back: String,
}

/// `GET /enter`.
pub async fn show(State(app): State<App>, headers: HeaderMap, Query(back): Query<Back>) -> Result<Markup, Refusal> {
    let entrance = provider::offered(&app, &headers).await?;
    Ok(form(language_of(&headers), &Entering { back: &back.back, entrance, ..Entering::default() }))
}

/// `POST /enter`.
pub async fn enter(
    State(app): State<App>,
    about: Option<Extension<About>>,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Refusal> {
    let lang = language_of(&headers);
    let Ok(_turn) = SIGNING_IN.try_acquire() else {
        let said = texts(lang).with("page-enter-wait", &[("seconds", Value::Number(2.0))]);
        let page = Entering { email: &typed.email, back: &typed.back, wrong: Some(said), ..Entering::default() };
        return Ok((StatusCode::TOO_MANY_REQUESTS, form_at(lang, &typed.step, &page)).into_response());
    };
    let email: String = typed.email.chars().take(LONGEST).collect();
    let held = marks(&headers);
    let agent = agent(&headers);
    let asked = (email.clone(), typed.password, typed.code, held.clone());
    let step = typed.step.clone();
    let before = session_key(&headers).map(str::to_owned);
    let entered = app.run(move |s| {
        let (email, password, code, marks) = &asked;
        let code = Some(code.as_str()).filter(|code| !code.trim().is_empty());
        let marks = marks.iter().map(String::as_str).collect();
        let account = s.account_of(email)?;
        let device = Device { agent: &agent, marks };
        let entered = match step.as_str() {
            "" => s.sign_in(&SignIn { email, password, code }, &device)?,
            step => s.pass_code(step, code.unwrap_or_default(), &device)?,
        };
        if let (Entered::In(..), Some(before)) = (&entered, &before) {
            s.forget(before);
        }
        Ok((entered, account))
    });
    let t = texts(lang);
    let (entered, account) = entered.await?;
    if let (Some(Extension(about)), Some(person)) = (about, account) {
        about.tell(person.0);
    }
    let offered = provider::offered(&app, &headers).await?;
    let entering = Entering { email: &email, back: &typed.back, ..Entering::default() };
    Ok(match entered {
        Entered::In(key, mark) => {
            let known = known_cookie(&mark, &held, app.https());
            let headers = AppendHeaders([
                (SET_COOKIE, session_cookie(Some(key.reveal()), app.https())),
                (SET_COOKIE, known),
                (LOCATION, within(&typed.back).to_owned()),
            ]);
            (StatusCode::SEE_OTHER, headers).into_response()
        }
        Entered::ByProvider(entrance) => {
            let said = t.with("signin-provider-alone", &[("provider", entrance.button.as_str().into())]);
            let page = Entering { wrong: Some(said), entrance: Some(entrance), ..entering };
            (StatusCode::FORBIDDEN, form(lang, &page)).into_response()
        }
        Entered::NeedsCode { step, wrong } => {
            // The first time it is a step like others.
            let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
            let said = wrong.then(|| t.get("page-enter-code-wrong"));
            (status, code_form(lang, step.reveal(), &Entering { wrong: said, ..entering })).into_response()
        }
        Entered::Wrong | Entered::Late => {
            let late = matches!(entered, Entered::Late);
            let said = t.get(if late { "page-enter-late" } else { "page-enter-wrong" });
            let page = Entering { wrong: Some(said), entrance: offered, ..entering };
            (StatusCode::UNPROCESSABLE_ENTITY, form(lang, &page)).into_response()
        }
        Entered::Wait(seconds) => {
            let said = t.with("page-enter-wait", &[("seconds", Value::Number(seconds as f64))]);
            let page = Entering { wrong: Some(said), entrance: offered, ..entering };
            (StatusCode::TOO_MANY_REQUESTS, form_at(lang, &typed.step, &page)).into_response()
        }
    })
}

/// `POST /leave`.
pub async fn leave(State(app): State<App>, visitor: Option<Visitor>) -> Result<Response, Refusal> {
    let mut used = None;
    if let Some(visitor) = visitor
        && let Some(session) = visitor.who.session
    {
        used = app
            .run(move |s| {
                let used = s.entrance_used(&visitor.who)?;
                s.end_session(&visitor.who, session)?;
                Ok(used)
            })
            .await?;
    }
    // Whoever came in by a provider may still be signed in there: the next at this machine would come in without a word.
    let to = used.map_or_else(|| "/enter".to_owned(), |entrance| format!("/enter/oidc/{entrance}/left"));
    // Edits that weren't saved wait in the browser's storage: they are for nobody else's eyes.
    let headers = AppendHeaders([
        (SET_COOKIE, session_cookie(None, app.https())),
        (HeaderName::from_static("clear-site-data"), "\"storage\"".to_owned()),
        (LOCATION, to),
    ]);
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}

/// What the page where one signs in shows.
#[derive(Default)]
struct Entering<'a> {
    email: &'a str,
    back: &'a str,
    wrong: Option<String>,
    entrance: Option<Entrance>,
}

fn form(lang: Lang, entering: &Entering) -> Markup {
    let Entering { email, back, wrong, entrance } = entering;
    let t = texts(lang);
    let title = t.get("page-enter");
    let frame =
        Frame { lang, title: title.clone(), wrong: wrong.is_some(), address: "/enter".into(), ..Frame::default() };
    page(
        &frame,
        html! {
            div class="narrow" {
                h1 { (title) }
                @if let Some(wrong) = wrong { (notice(t, Notice::Danger, html! { p { (wrong) } })) }
                form method="post" action="/enter" class="stack" {
                    input type="hidden" name="back" value=(within(back));
                    (field(t, &Field::new("email", t.get("page-email"), Input::Line("email")).value(*email).autocomplete("username")))
                    (field(t, &Field::new("password", t.get("page-password"), Input::Line("password")).autocomplete("current-password")))
                    div class="actions" { (button(&t.get("page-enter"), Weight::Main, None)) }
                }
                (provider::beside_password(t, entrance.as_ref(), within(back)))
            }
        },
    )
}

/// The page where somebody is who has come so far.
fn form_at(lang: Lang, step: &str, entering: &Entering) -> Markup {
    if step.is_empty() { form(lang, entering) } else { code_form(lang, step, entering) }
}

/// The step after the right password, where a code is asked for, and the code alone.
fn code_form(lang: Lang, step: &str, entering: &Entering) -> Markup {
    let t = texts(lang);
    let title = t.get("page-enter-code");
    let frame = Frame {
        lang,
        title: title.clone(),
        wrong: entering.wrong.is_some(),
        address: "/enter".into(),
        ..Frame::default()
    };
    let code = Field::new("code", t.get("page-code"), Input::Line("text"))
        .hint(t.get("page-code-hint"))
        .fault(entering.wrong.clone())
        .autocomplete("one-time-code");
    page(
        &frame,
        html! {
            div class="narrow" {
                h1 { (title) }
                p { (t.with("page-enter-code-lead", &[("email", entering.email.into())])) }
                (faults(t, std::slice::from_ref(&code)))
                form method="post" action="/enter" class="stack" {
                    input type="hidden" name="back" value=(within(entering.back));
                    input type="hidden" name="email" value=(entering.email);
                    input type="hidden" name="step" value=(step);
                    (field(t, &code))
                    div class="actions" { (button(&t.get("page-enter"), Weight::Main, None)) }
                }
                p { a href="/enter" { (t.get("page-enter-again")) } }
            }
        },
    )
}

/// What somebody types to become a person here.
#[derive(Debug, Default, Deserialize)]
pub struct Account {
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    example: Option<String>,
}

impl Account {
    fn fields(&self, t: &Texts, first: bool, wrong: &[(&'static str, &'static str)]) -> Vec<Field> {
        let fault = |name: &str| wrong.iter().find(|(field, _)| *field == name).map(|(_, key)| t.get(key));
        let line = |name: &'static str, key: &str, kind: &'static str, value: &str| {
            Field::new(name, t.get(key), Input::Line(kind)).value(value).fault(fault(name))
        };
        let mut fields = Vec::new();
        if first {
            let organisation = line("organisation", "page-organisation", "text", &self.organisation);
            fields.push(organisation.hint(t.get("page-organisation-hint")).autocomplete("organization"));
        }
        fields.push(line("name", "page-your-name", "text", &self.name).autocomplete("name"));
        fields.push(line("email", "page-email", "email", &self.email).autocomplete("username"));
        let password = line("password", "page-password", "password", "");
        fields.push(password.hint(t.get("page-password-hint")).autocomplete("new-password"));
        fields
    }

    fn typed(&self, lang: Lang) -> NewAccount<'_> {
        NewAccount { name: &self.name, email: &self.email, password: &self.password, lang }
    }
}

/// What an invitation is to, and the ways to take it beside a password of one's own here.
#[derive(Default)]
struct Ways {
    /// The role, for whom one will speak if for others, and the place.
    to: Option<(Role, Option<Representative>, String)>,
    by_provider: Option<(Entrance, String)>,
    by_provider_alone: bool,
}

fn account_page(
    lang: Lang,
    address: String,
    first: bool,
    account: &Account,
    wrong: &[(&'static str, &'static str)],
    ways: &Ways,
) -> Markup {
    let t = texts(lang);
    let title = t.get(if first { "page-start" } else { "page-invited" });
    let frame =
        Frame { lang, title: title.clone(), wrong: !wrong.is_empty(), address: address.clone(), ..Frame::default() };
    let fields = account.fields(t, first, wrong);
    page(
        &frame,
        html! {
            div class="narrow" {
                h1 { (title) }
                @if let Some((role, represents, place)) = &ways.to {
                    p {
                        strong { (place) } br; (t.get(&format!("page-role-{}", role.word())))
                        @if let Some(whom) = represents {
                            br; (t.with("page-invited-as", &[("represents", represents_word(t, *whom).into())]))
                        }
                    }
                }
                @if let Some((entrance, key)) = &ways.by_provider { (provider::by_invitation(t, entrance, key)) }
                @if !ways.by_provider_alone {
                    @if ways.by_provider.is_some() { h2 { (t.get("signin-or-password")) } }
                    p { (t.get(if first { "page-start-lead" } else { "page-invited-lead" })) }
                    (faults(t, &fields))
                    form method="post" action=(address) class="stack" {
                        @for one in &fields { (field(t, one)) }
                        @if first { (checkbox("example", &t.get("page-start-example"), account.example.is_some())) }
                        div class="actions" { (button(&t.get(if first { "page-start-do" } else { "page-invited-do" }), Weight::Main, None)) }
                    }
                }
            }
        },
    )
}

fn signed_in(app: &App, key: &Key, to: &str) -> Response {
    let headers =
        AppendHeaders([(SET_COOKIE, session_cookie(Some(key.reveal()), app.https())), (LOCATION, to.to_owned())]);
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// `GET /start/{key}`.
pub async fn start(State(app): State<App>, headers: HeaderMap, Path(key): Path<String>) -> Result<Markup, Refusal> {
    let (lang, address) = (language_of(&headers), format!("/start/{key}"));
    if !app.run(move |s| s.may_found(&key)).await? {
        return Err(Failed::NotFound.into());
    }
    // Offered until somebody chooses otherwise.
    let account = Account { example: Some(String::new()), ..Account::default() };
    Ok(account_page(lang, address, true, &account, &[], &Ways::default()))
}

/// `POST /start/{key}`.
pub async fn found(
    State(app): State<App>,
    headers: HeaderMap,
    Path(key): Path<String>,
    Form(account): Form<Account>,
) -> Result<Response, Refusal> {
    let (lang, address, agent) = (language_of(&headers), format!("/start/{key}"), agent(&headers));
    let (account, founded) = app
        .run(move |s| {
            let new = account.typed(lang);
            let founded = s.found_by(&key, &account.organisation, &new, account.example.is_some(), &agent);
            Ok((account, founded))
        })
        .await?;
    match founded {
        Ok(key) => Ok(signed_in(&app, &key, "/")),
        Err(failed) => {
            let wrong = Refusal::from(failed).fields()?;
            Ok((
                StatusCode::UNPROCESSABLE_ENTITY,
                account_page(lang, address, true, &account, &wrong, &Ways::default()),
            )
                .into_response())
        }
    }
}

/// `GET /invited/{key}`.
pub async fn invited(State(app): State<App>, headers: HeaderMap, Path(key): Path<String>) -> Result<Markup, Refusal> {
    let (lang, address) = (language_of(&headers), format!("/invited/{key}"));
    let (email, ways) = app.run(move |s| Ok((s.invitation(&key)?.email, ways(s, &key)?))).await?;
    let account = Account { email: email.unwrap_or_default(), ..Account::default() };
    Ok(account_page(lang, address, false, &account, &[], &ways))
}

fn ways(service: &Service, key: &str) -> Result<Ways, Failed> {
    let (entrance, passwords) = service.entrance_of_invitation(key)?;
    let invitation = service.invitation(key)?;
    let place: Vec<String> = service.path(invitation.branch)?.into_iter().map(|branch| branch.name).collect();
    let by_provider = entrance.map(|entrance| (entrance, key.to_owned()));
    let to = Some((invitation.role, invitation.represents, place.join(" › ")));
    Ok(Ways { to, by_provider, by_provider_alone: !passwords })
}

/// `POST /invited/{key}`.
pub async fn accept(
    State(app): State<App>,
    headers: HeaderMap,
    Path(key): Path<String>,
    Form(account): Form<Account>,
) -> Result<Response, Refusal> {
    let (lang, address, agent) = (language_of(&headers), format!("/invited/{key}"), agent(&headers));
    let (account, accepted, ways) = app
        .run(move |s| {
            let accepted = s.accept_invitation(&key, &account.typed(lang), &agent);
            let ways = if accepted.is_ok() { Ways::default() } else { ways(s, &key)? };
            Ok((account, accepted, ways))
        })
        .await?;
    match accepted {
        Ok(key) => Ok(signed_in(&app, &key, "/")),
        Err(failed) => {
            let wrong = Refusal::from(failed).fields()?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, account_page(lang, address, false, &account, &wrong, &ways))
                .into_response())
        }
    }
}

/// `GET /example/{key}`: a link into the example that is ready to click. It works once.
pub async fn example(State(app): State<App>, headers: HeaderMap, Path(key): Path<String>) -> Result<Response, Refusal> {
    let agent = agent(&headers);
    let key = app.run(move |s| s.enter_example(&key, &agent)).await?;
    Ok(signed_in(&app, &key, "/"))
}

/// The choices of a role.
pub fn roles(t: &Texts) -> Vec<Choice> {
    fordel_app::service::Role::ALL
        .iter()
        .map(|role| Choice::new(role.word(), t.get(&format!("page-role-{}", role.word()))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_is_told_as_one() {
        let wait = |seconds: f64| texts(Lang::Nb).with("page-enter-wait", &[("seconds", Value::Number(seconds))]);
        assert!(wait(1.0).contains("Vent ett sekund, og"), "{}", wait(1.0));
        assert!(wait(2.0).contains("Vent 2 sekunder, og"), "{}", wait(2.0));
    }
}
