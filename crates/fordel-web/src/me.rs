//! Min side: one's name and language, password, one-time codes, where one is signed in, keys for other programs.

use axum::Form;
use axum::extract::{Query, State};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use fordel_app::service::{
    Failed, GivenRoles, ListCell, Moment, Person, Service, Session, SessionId, SignedIn, Token, TokenId,
};
use fordel_text::{Lang, Texts};
use maud::{Markup, html};
use serde::Deserialize;

use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_by_keys, send_list, table_in};
use crate::people::{held_word, shown_once, small};
use crate::shell::{
    Choice, Field, Head, Input, Link, Notice, Row, Weight, button, data_table, faults, field, language_cookie, notice,
    page, take_out, texts,
};
use crate::visitor::{Visitor, agent, session_cookie};
use crate::{browser, front, qr};

/// What the page shows.
struct Mine {
    person: Person,
    roles: GivenRoles,
    sessions: Vec<Session>,
    tokens: Vec<Token>,
    /// Recovery codes that are left.
    recovery: usize,
}

impl Mine {
    fn of(service: &Service, who: &SignedIn) -> Result<Mine, Failed> {
        Ok(Mine {
            person: service.myself(who)?,
            roles: service.own_roles(who)?,
            sessions: service.sessions(who)?,
            tokens: service.tokens(who)?,
            recovery: service.recovery_codes_left(who)?,
        })
    }
}

/// What a form came to.
#[derive(Default)]
struct Said {
    /// Fields that can't be used, by form.
    wrong: Option<(&'static str, Vec<(&'static str, &'static str)>)>,
    /// What went well, as a key.
    done: Option<&'static str>,
    /// A secret for one-time codes that waits for its first code, and its address.
    secret: Option<(String, String)>,
    /// New recovery codes, shown this once.
    recovery: Vec<String>,
    /// A new key for a program.
    token: Option<String>,
    /// What was typed as a name.
    typed: Option<String>,
}

impl Said {
    fn fault(&self, t: &Texts, form: &str, name: &str) -> Option<String> {
        let (of, wrong) = self.wrong.as_ref()?;
        let (_, key) = wrong.iter().find(|(field, _)| *of == form && *field == name)?;
        Some(t.get(key))
    }

    fn wrong(form: &'static str, refusal: Refusal) -> Result<Said, Refusal> {
        Ok(Said { wrong: Some((form, refusal.fields()?)), ..Said::default() })
    }
}

/// What went well before the page was led to.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    ok: String,
}

/// `GET /me`.
pub async fn show(State(app): State<App>, visitor: Visitor, Query(done): Query<Done>) -> Result<Markup, Refusal> {
    let done = match done.ok.as_str() {
        "password" => Some("me-password-done"),
        "saved" => Some("me-saved"),
        "session" => Some("me-session-done"),
        "token" => Some("me-token-done"),
        _ => None,
    };
    drawn(&app, &visitor, Said { done, ..Said::default() }).await
}

async fn drawn(app: &App, visitor: &Visitor, said: Said) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let mine = app.run(move |s| Mine::of(s, &who)).await?;
    let t = texts(visitor.lang);
    let title = t.get("me-title");
    let mut frame = front::frame(visitor, title.clone(), "/me".to_owned(), vec![Link::new(title.clone(), "/me")]);
    frame.wrong = said.wrong.is_some();
    frame.scripts.push("copy.js");
    Ok(page(
        &frame,
        html! {
            h1 { (title) }
            @if let Some(key) = said.done { (notice(t, Notice::Success, html! { p { (t.get(key)) } })) }
            @if let Some(token) = &said.token { (shown_once(t, "me-token-new", "me-token-new-lead", token)) }
            @if !said.recovery.is_empty() { (new_recovery_codes(t, &said.recovery)) }
            (about(t, &mine, &said))
            (roles(t, &mine.roles))
            (password(t, &mine, &said))
            @if mine.person.password.is_some() { (codes(t, &mine, &said)) }
            (sessions(app, t, &mine, visitor))
            (tokens(app, t, &mine, &said))
        },
    ))
}

/// A form with its faults over it.
fn form(t: &Texts, action: &str, fields: &[Field], hidden: Markup, submit: &str, weight: Weight) -> Markup {
    html! {
        (faults(t, fields))
        form method="post" action=(action) class="stack narrow" {
            (hidden)
            @for one in fields { (field(t, one)) }
            div class="actions" { (button(&t.get(submit), weight, None)) }
        }
    }
}

fn about(t: &Texts, mine: &Mine, said: &Said) -> Markup {
    let languages = [Lang::Nb, Lang::En].map(|lang| Choice::new(lang.tag(), texts(lang).get("web-language")));
    let name = said.typed.clone().unwrap_or_else(|| mine.person.name.clone());
    let fields = [
        Field::new("name", t.get("me-name"), Input::Line("text"))
            .value(name)
            .fault(said.fault(t, "about", "name"))
            .autocomplete("name"),
        Field::new("language", t.get("me-language"), Input::Select(languages.into()))
            .value(mine.person.language.clone()),
    ];
    html! {
        h2 { (t.get("me-you")) }
        p class="quiet" { (t.get("me-email")) ": " (mine.person.email) }
        (form(t, "/me/about", &fields, html! {}, "me-save", Weight::Other))
    }
}

fn roles(t: &Texts, roles: &GivenRoles) -> Markup {
    html! {
        h2 { (t.get("me-roles")) }
        @if roles.is_empty() { p { (t.get("me-roles-none")) } } @else {
            ul { @for (branch, held) in roles { li { (held_word(t, held.role, held.represents)) ", " (branch.name) } } }
        }
    }
}

fn password(t: &Texts, mine: &Mine, said: &Said) -> Markup {
    let line = |name: &str, key: &str, wrong: &str, kind: &'static str| {
        let fault = said.fault(t, "password", wrong);
        Field::new(name, t.get(key), Input::Line("password")).fault(fault).autocomplete(kind)
    };
    let old = mine.person.password.as_ref().map(|_| line("old", "me-password-old", "old", "current-password"));
    let new = line("new", "me-password-new", "password", "new-password").hint(t.get("page-password-hint"));
    let fields: Vec<Field> = old.into_iter().chain([new]).collect();
    html! {
        h2 { (t.get("me-password")) }
        p { (t.get("me-password-lead")) }
        (form(t, "/me/password", &fields, html! {}, "me-password-do", Weight::Other))
    }
}

/// The secret in groups of four, as one types it.
fn grouped(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn codes(t: &Texts, mine: &Mine, said: &Said) -> Markup {
    // Several fields for passwords stand on the page: each has an identifier of its own.
    let password = |name: &str| {
        Field::new(name, t.get("page-password"), Input::Line("password"))
            .fault(said.fault(t, "codes", name))
            .autocomplete("current-password")
    };
    html! {
        h2 id="codes" { (t.get("me-codes")) }
        @match (&mine.person.totp, &said.secret) {
            (Some(_), _) => {
                p { (t.get("me-codes-on")) }
                (form(t, "/me/codes/stop", &[password("password")], html! {}, "me-codes-stop", Weight::Other))
                h3 id="recovery" { (t.get("me-recovery")) }
                p { (t.with("me-recovery-left", &[("count", mine.recovery.into())])) }
                (form(t, "/me/codes/recovery", &[password("recovery-password")], html! {}, "me-recovery-do", Weight::Other))
            },
            (None, Some((secret, address))) => {
                ol {
                    li {
                        p { (t.get("me-codes-step-1")) }
                        @if let Some(code) = qr::picture(t, address) { (code) }
                        p { (t.get("me-codes-key")) ": " code class="secret" { (grouped(secret)) } }
                        p { a href=(address) { (t.get("me-codes-open")) } }
                    }
                    li {
                        p { (t.get("me-codes-step-2")) }
                        @let code = Field::new("code", t.get("me-codes-code"), Input::Line("text")).fault(said.fault(t, "codes", "code")).autocomplete("one-time-code");
                        (form(t, "/me/codes", &[code, password("password")], html! { input type="hidden" name="secret" value=(secret); }, "me-codes-do", Weight::Main))
                    }
                }
            },
            (None, None) => {
                p { (t.get("me-codes-off")) }
                form method="post" action="/me/codes/start" { div class="actions" { (button(&t.get("me-codes-start"), Weight::Other, None)) } }
            },
        }
    }
}

/// Recovery codes that are shown this once, ready to be copied or printed.
fn new_recovery_codes(t: &Texts, codes: &[String]) -> Markup {
    notice(
        t,
        Notice::Success,
        html! {
            div tabindex="-1" data-takes-focus {
                p { strong { (t.get("me-recovery-new")) } }
                p { (t.get("me-recovery-new-lead")) }
                pre id="recovery-codes" class="secret" { (codes.join("\n")) }
                p { button class="ds-button" type="button" data-copies="recovery-codes" data-copied=(t.get("people-copied")) data-variant="secondary" hidden { (t.get("people-copy")) } }
            }
        },
    )
}

fn sessions(app: &App, t: &Texts, mine: &Mine, visitor: &Visitor) -> Markup {
    let head =
        ["me-session", "me-session-since", "me-session-seen", "me-session-end"].map(|key| Head::text(t.get(key)));
    let row = |session: &Session| {
        let name = browser::called(t, &session.agent);
        let here = visitor.who.session == Some(session.id);
        let end = t.with("me-session-end-of", &[("name", name.as_str().into())]);
        Row::new(vec![
            html! { span title=(session.agent) { (name) } @if here { " (" strong { (t.get("me-session-this")) } ")" } },
            html! { (app.moment(t.lang(), session.created)) },
            html! { (app.moment(t.lang(), session.seen)) },
            small(t, "/me/sessions/end", "session", session.id.0, "me-session-end", &end),
        ])
    };
    let rows: Vec<Row> = mine.sessions.iter().map(row).collect();
    html! { (data_table("sessions", &t.get("me-sessions"), &head, &rows)) (take_out(t, &t.get("me-sessions"), "/me/sessions", "")) }
}

fn tokens(app: &App, t: &Texts, mine: &Mine, said: &Said) -> Markup {
    let head = ["me-token", "me-token-since", "me-token-seen", "me-token-end"].map(|key| Head::text(t.get(key)));
    let at = |at: Moment| app.moment(t.lang(), at);
    let row = |token: &Token| {
        let end = t.with("me-token-end-of", &[("name", token.name.as_str().into())]);
        Row::new(vec![
            html! { (token.name) },
            html! { (at(token.created)) },
            html! { (token.seen.map_or_else(|| t.get("me-token-never"), at)) },
            match token.ended {
                Some(ended) => html! { (t.with("me-token-ended", &[("when", at(ended).into())])) },
                None => small(t, "/me/tokens/end", "token", token.id.0, "me-token-end", &end),
            },
        ])
    };
    let rows: Vec<Row> = mine.tokens.iter().map(row).collect();
    // The name of the person has this field's name on the page already.
    let name = Field::new("token-name", t.get("me-token-name"), Input::Line("text"));
    let name = name.hint(t.get("me-token-name-hint")).fault(said.fault(t, "token", "name")).autocomplete("off");
    html! {
        h2 { (t.get("me-tokens")) }
        p { (t.get("me-tokens-lead")) " " a href="/api/v1/openapi.json" { "/api/v1/openapi.json" } }
        @if rows.is_empty() { p class="quiet" { (t.get("me-tokens-none")) } } @else { (data_table("tokens", &t.get("me-tokens"), &head, &rows)) (take_out(t, &t.get("me-tokens"), "/me/tokens", "")) }
        (form(t, "/me/tokens", &[name], html! {}, "me-token-add", Weight::Other))
    }
}

/// `GET /me/sessions.csv`, `/me/tokens.csv`, and both as `.xlsx`.
pub async fn send(State(app): State<App>, visitor: Visitor, address: Uri) -> Result<Response, Refusal> {
    let (times, table) = (app.clone(), table_in(&address));
    send_list(&app, visitor, &address, move |s, who, t| {
        let mine = Mine::of(s, who)?;
        let at = |at: Moment| ListCell::from(times.moment(t.lang(), at));
        let session = |one: &Session| -> Vec<ListCell> {
            vec![browser::called(t, &one.agent).into(), at(one.created), at(one.seen), one.agent.as_str().into()]
        };
        let token = |one: &Token| -> Vec<ListCell> {
            vec![one.name.as_str().into(), at(one.created), one.seen.map(at).into(), one.ended.map(at).into()]
        };
        let told = if table == "tokens" {
            let columns = ["me-token", "me-token-since", "me-token-seen", "people-list-ended"];
            list_by_keys(t, "me-tokens", &columns, mine.tokens.iter().map(token).collect())
        } else {
            let columns = ["me-session", "me-session-since", "me-session-seen", "me-session-agent"];
            list_by_keys(t, "me-sessions", &columns, mine.sessions.iter().map(session).collect())
        };
        Ok((who.name.clone(), told))
    })
    .await
}

async fn refused(app: &App, visitor: &Visitor, said: Said) -> Result<Response, Refusal> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(app, visitor, said).await?).into_response())
}

/// Name and language.
#[derive(Clone, Debug, Deserialize)]
pub struct About {
    name: String,
    language: String,
}

/// `POST /me/about`.
pub async fn set_about(
    State(app): State<App>,
    visitor: Visitor,
    Form(about): Form<About>,
) -> Result<Response, Refusal> {
    let (who, sent) = (visitor.who.clone(), about.clone());
    let lang = Lang::parse(&about.language).unwrap_or_default();
    let done = app.run(move |s| {
        s.set_name(&who, &sent.name)?;
        s.set_language(&who, lang)
    });
    match done.await {
        Ok(()) => {
            // What is read next is in that language, also where the browser had chosen another.
            let headers = AppendHeaders([
                (SET_COOKIE, language_cookie(lang, app.https())),
                (LOCATION, "/me?ok=saved".to_owned()),
            ]);
            Ok((StatusCode::SEE_OTHER, headers).into_response())
        }
        Err(refusal) => {
            let said = Said { typed: Some(about.name), ..Said::wrong("about", refusal)? };
            refused(&app, &visitor, said).await
        }
    }
}

/// Another password.
#[derive(Deserialize)]
pub struct NewPassword {
    #[serde(default)]
    old: String,
    new: String,
}

/// `POST /me/password`.
pub async fn set_password(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(sent): Form<NewPassword>,
) -> Result<Response, Refusal> {
    let (who, agent) = (visitor.who.clone(), agent(&headers));
    match app.run(move |s| s.change_password(&who, &sent.old, &sent.new, &agent)).await {
        Ok(key) => {
            let cookie = session_cookie(Some(key.reveal()), app.https());
            let headers = AppendHeaders([(SET_COOKIE, cookie), (LOCATION, "/me?ok=password".to_owned())]);
            Ok((StatusCode::SEE_OTHER, headers).into_response())
        }
        Err(refusal) => refused(&app, &visitor, Said::wrong("password", refusal)?).await,
    }
}

/// `POST /me/codes/start`: a secret is shown; it is kept when a code of it proves that the phone has it.
pub async fn start_codes(State(app): State<App>, visitor: Visitor) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let secret = app.run(move |s| s.new_secret(&who)).await?;
    drawn(&app, &visitor, Said { secret: Some(secret), ..Said::default() }).await
}

/// A secret with its first code.
#[derive(Deserialize)]
pub struct Codes {
    secret: String,
    code: String,
    password: String,
}

/// `POST /me/codes`: the recovery codes that belong to them are shown in the answer, and nowhere else.
pub async fn set_codes(State(app): State<App>, visitor: Visitor, Form(sent): Form<Codes>) -> Result<Response, Refusal> {
    let (who, secret) = (visitor.who.clone(), sent.secret.clone());
    let done = app.run(move |s| s.set_codes(&who, &sent.password, Some((&sent.secret, &sent.code)))).await;
    let refusal = match done {
        Ok(recovery) => {
            let said = Said { done: Some("me-saved"), recovery, ..Said::default() };
            return Ok(drawn(&app, &visitor, said).await?.into_response());
        }
        Err(refusal) => refusal,
    };
    let who = visitor.who.clone();
    let address = app.run(move |s| s.secret_address(&who, &secret).map(|address| (secret, address))).await?;
    let said = Said { secret: Some(address), ..Said::wrong("codes", refusal)? };
    refused(&app, &visitor, said).await
}

/// One's password, to be sure that it is oneself.
#[derive(Deserialize)]
pub struct Sure {
    password: String,
}

/// `POST /me/codes/stop`.
pub async fn stop_codes(State(app): State<App>, visitor: Visitor, Form(sure): Form<Sure>) -> Result<Response, Refusal> {
    let who = visitor.who.clone();
    match app.run(move |s| s.set_codes(&who, &sure.password, None)).await {
        Ok(_) => Ok(Redirect::to("/me?ok=saved").into_response()),
        Err(refusal) => refused(&app, &visitor, Said::wrong("codes", refusal)?).await,
    }
}

/// One's password, where other recovery codes are asked for.
#[derive(Deserialize)]
pub struct SureOfRecovery {
    #[serde(rename = "recovery-password")]
    password: String,
}

/// `POST /me/codes/recovery`: other recovery codes, shown in the answer and nowhere else.
pub async fn renew_recovery(
    State(app): State<App>,
    visitor: Visitor,
    Form(sure): Form<SureOfRecovery>,
) -> Result<Response, Refusal> {
    let who = visitor.who.clone();
    match app.run(move |s| s.new_recovery_codes(&who, &sure.password)).await {
        Ok(recovery) => {
            let said = Said { recovery, ..Said::default() };
            Ok(drawn(&app, &visitor, said).await?.into_response())
        }
        Err(refusal) => refused(&app, &visitor, Said::wrong("codes", refusal)?).await,
    }
}

/// A session.
#[derive(Deserialize)]
pub struct Ended {
    session: i64,
}

/// `POST /me/sessions/end`.
pub async fn end_session(State(app): State<App>, visitor: Visitor, Form(of): Form<Ended>) -> Result<Redirect, Refusal> {
    app.run(move |s| s.end_session(&visitor.who, SessionId(of.session))).await?;
    Ok(Redirect::to("/me?ok=session"))
}

/// A new key's name.
#[derive(Deserialize)]
pub struct NewToken {
    #[serde(rename = "token-name")]
    name: String,
}

/// `POST /me/tokens`: the key is shown in the answer, and nowhere else.
pub async fn add_token(
    State(app): State<App>,
    visitor: Visitor,
    Form(new): Form<NewToken>,
) -> Result<Response, Refusal> {
    let who = visitor.who.clone();
    match app.run(move |s| s.add_token(&who, &new.name)).await {
        Ok(key) => {
            let said = Said { token: Some(key.reveal().to_owned()), ..Said::default() };
            Ok(drawn(&app, &visitor, said).await?.into_response())
        }
        Err(refusal) => refused(&app, &visitor, Said::wrong("token", refusal)?).await,
    }
}

/// A key.
#[derive(Deserialize)]
pub struct TokenEnded {
    token: i64,
}

/// `POST /me/tokens/end`.
pub async fn end_token(
    State(app): State<App>,
    visitor: Visitor,
    Form(of): Form<TokenEnded>,
) -> Result<Redirect, Refusal> {
    app.run(move |s| s.end_token(&visitor.who, TokenId(of.token))).await?;
    Ok(Redirect::to("/me?ok=token"))
}
