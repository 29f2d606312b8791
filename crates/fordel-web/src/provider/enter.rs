//! The way to an organisation's provider and back: the button, the answer, what is said where nobody comes in, and the way out.

use axum::extract::{Path, Query, State};
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use axum::{Extension, Json};
use fordel_app::service::{Admission, Attempt, Entrance, Failed, GOOD_FOR, Key, Out, Proof, Provider};
use fordel_text::{Lang, Texts};
use maud::{Markup, html};
use serde::Deserialize;

use super::asking::{self, Worthless};
use super::directory::{Absent, Known};
use super::own_key::OwnKey;
use super::statement::Unbelieved;
use crate::answer::Refusal;
use crate::app::App;
use crate::server::watch::About;
use crate::server::{Now, noted};
use crate::shell::{Frame, Link, Notice, Weight, escaped, language_of, link_button, notice, page, texts, within};
use crate::visitor::{agent, cookie, session_cookie, session_key};

/// The cookie that holds an attempt, where the site is reached by https and where it isn't.
const ATTEMPT: [&str; 2] = ["__Host-fordel-attempt", "fordel-attempt"];
/// The cookie by which a browser remembers which organisation it last came in to, likewise.
const LAST: [&str; 2] = ["__Host-fordel-entrance", "fordel-entrance"];

/// What the link to a provider tells.
#[derive(Debug, Default, Deserialize)]
pub struct Wish {
    #[serde(default)]
    back: String,
    #[serde(default)]
    invitation: String,
}

/// What comes back from a provider.
#[derive(Debug, Default, Deserialize)]
pub struct Answer {
    #[serde(default)]
    code: String,
    #[serde(default)]
    state: String,
    #[serde(default)]
    error: String,
    #[serde(default)]
    iss: Option<String>,
}

/// Why nobody came in.
enum Halt {
    /// There is no attempt that the answer belongs to.
    Again,
    /// The provider says no, in its own word.
    Declined(String),
    /// The answer is another provider's, or says not whose it is.
    Whose,
    /// The code is worth nothing.
    Worthless(Worthless),
    /// Whom the provider vouches for has no way in; the address that was told.
    Out(Out, Option<String>),
}

impl From<Absent> for Halt {
    fn from(why: Absent) -> Halt {
        Halt::Worthless(Worthless::Absent(why))
    }
}

impl Halt {
    /// The end of its message's key.
    fn word(&self) -> &'static str {
        match self {
            Halt::Again => "again",
            Halt::Declined(_) => "declined",
            Halt::Whose => "refused",
            Halt::Worthless(Worthless::Absent(_)) => "unreachable",
            Halt::Worthless(Worthless::Unbelieved(Unbelieved::Level)) => "level",
            Halt::Worthless(Worthless::Unbelieved(Unbelieved::Time)) => "time",
            Halt::Worthless(_) => "refused",
            Halt::Out(out, _) => out.word(),
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Halt::Again => StatusCode::BAD_REQUEST,
            Halt::Worthless(Worthless::Absent(_)) => StatusCode::BAD_GATEWAY,
            _ => StatusCode::FORBIDDEN,
        }
    }

    /// What those who run the program are told; nothing where anybody can cause it by opening an address.
    fn told(&self) -> Option<String> {
        match self {
            Halt::Again => None,
            Halt::Declined(word) => Some(format!("the provider broke it off: {word}")),
            Halt::Whose => Some("the answer is another provider's".to_owned()),
            Halt::Worthless(Worthless::Absent(Absent::Unreachable(why))) => {
                Some(format!("the provider can't be reached: {why:?}"))
            }
            Halt::Worthless(Worthless::Absent(Absent::Unfit(why))) => Some(format!("the provider won't do: {why:?}")),
            Halt::Worthless(Worthless::Refused(word)) => Some(format!("the provider refused the code: {word}")),
            Halt::Worthless(Worthless::Unbelieved(why)) => {
                Some(format!("the provider's statement isn't believed: {}", why.word()))
            }
            Halt::Out(out, _) => Some(format!("whom the provider vouches for has no way in: {}", out.word())),
        }
    }

    /// What the chain of changes is told: of an answer that a provider gave, and that was refused.
    fn kept(&self) -> Option<&'static str> {
        match self {
            Halt::Worthless(Worthless::Unbelieved(why)) => Some(why.word()),
            _ => None,
        }
    }
}

/// Where the provider sends people back to.
pub fn answer_address(app: &App, headers: &HeaderMap, entrance: &str) -> String {
    format!("{}/enter/oidc/{entrance}/answer", app.origin(headers))
}

/// `GET /enter/oidc/{entrance}`: to the provider.
pub async fn begin(
    State(app): State<App>,
    headers: HeaderMap,
    Path(entrance): Path<String>,
    Query(wish): Query<Wish>,
    Now(at): Now,
) -> Result<Response, Refusal> {
    let lang = language_of(&headers);
    let asked = (entrance.clone(), wish.invitation, within(&wish.back).to_owned());
    let (provider, attempt, held) = app
        .run(move |s| {
            let (entrance, invitation, back) = &asked;
            let provider = s.provider_at(entrance)?;
            let (attempt, held) = s.attempt(entrance, Some(invitation), back)?;
            Ok((provider, attempt, held))
        })
        .await?;
    let known = match app.directory().known(&provider.issuer, at).await {
        Ok(known) => known,
        Err(why) => return Ok(halted(lang, &provider, &entrance, &why.into(), at)),
    };
    let answer = answer_address(&app, &headers, &entrance);
    let asked = asking::authorize(app.directory(), &provider, &known.metadata, &attempt, &answer, lang, at);
    let to = match asked.await {
        Ok(to) => to,
        Err(why) => return Ok(halted(lang, &provider, &entrance, &Halt::Worthless(why), at)),
    };
    let cookie = attempt_cookie(Some(&held), app.https());
    Ok((StatusCode::SEE_OTHER, AppendHeaders([(SET_COOKIE, cookie), (LOCATION, to)])).into_response())
}

fn attempt_cookie(held: Option<&str>, https: bool) -> String {
    let (name, secure) = if https { (ATTEMPT[0], "; Secure") } else { (ATTEMPT[1], "") };
    let (value, age) = held.map_or(("", 0), |held| (held, GOOD_FOR / 1000));
    format!("{name}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}")
}

fn last_cookie(entrance: &str, https: bool) -> String {
    let (name, secure) = if https { (LAST[0], "; Secure") } else { (LAST[1], "") };
    format!("{name}={entrance}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}")
}

/// `GET /enter/oidc/{entrance}/answer`: back from the provider.
pub async fn answer(
    State(app): State<App>,
    about: Option<Extension<About>>,
    headers: HeaderMap,
    Path(entrance): Path<String>,
    Query(answer): Query<Answer>,
    Now(at): Now,
) -> Result<Response, Refusal> {
    let lang = language_of(&headers);
    let before = session_key(&headers).map(str::to_owned);
    let held = cookie(&headers, ATTEMPT[usize::from(!app.https())]).unwrap_or_default().to_owned();
    let asked = (entrance.clone(), answer.state.clone());
    let (provider, attempt) =
        app.run(move |s| Ok((s.provider_at(&asked.0)?, s.spend(&held, &asked.0, &asked.1)))).await?;
    let came = match attempt {
        None => Err(Halt::Again),
        Some(attempt) => come_in(&app, &headers, &provider, &attempt, &answer, at).await?.map(|key| (key, attempt)),
    };
    let mut said = match came {
        Ok((key, attempt)) => {
            let shown = key.reveal().to_owned();
            let who = app.run(move |s| {
                if let Some(before) = before {
                    s.forget(&before);
                }
                s.signed_in(&shown)
            });
            if let (Some(Extension(about)), Some(who)) = (about, who.await?) {
                about.tell(who.person.0);
            }
            let last = last_cookie(&entrance, app.https());
            let headers = AppendHeaders([
                (SET_COOKIE, session_cookie(Some(key.reveal()), app.https())),
                (SET_COOKIE, last),
                (LOCATION, within(&attempt.back).to_owned()),
            ]);
            (StatusCode::SEE_OTHER, headers).into_response()
        }
        Err(halt) => {
            if let Some(why) = halt.kept() {
                let provider = provider.clone();
                // On a full disk the page is shown all the same, and the log has it.
                let _ = app.run(move |s| s.refused_answer(&provider, why)).await;
            }
            halted(lang, &provider, &entrance, &halt, at)
        }
    };
    // The attempt is over, however it ended.
    if let Ok(over) = attempt_cookie(None, app.https()).parse() {
        said.headers_mut().append(SET_COOKIE, over);
    }
    Ok(said)
}

async fn come_in(
    app: &App,
    headers: &HeaderMap,
    provider: &Provider,
    attempt: &Attempt,
    answer: &Answer,
    at: i64,
) -> Result<Result<Key, Halt>, Refusal> {
    let said = match statement(app, headers, provider, attempt, answer, at).await {
        Ok(said) => said,
        Err(halt) => return Ok(Err(halt)),
    };
    let (said, access) = said;
    let (asked, subject) = (provider.clone(), said.sub.clone());
    let known = app.run(move |s| s.knows(&asked, &subject)).await?;
    let said = match known || asking::says_enough(provider, &said) {
        true => said,
        false => match app.directory().known(&provider.issuer, at).await {
            Ok(about) => asking::told_more(app.directory(), &about.metadata, said, access.as_deref()).await,
            Err(_) => said,
        },
    };
    let who = asking::vouched(provider, said);
    let address = who.address.clone();
    let (provider, invitation, agent, lang) =
        (provider.clone(), attempt.invitation.clone(), agent(headers), language_of(headers));
    let admitted = app.run(move |s| s.admit(&provider, &who, invitation.as_deref(), &agent, lang)).await?;
    Ok(match admitted {
        Admission::In(key) => Ok(key),
        Admission::Out(out) => Err(Halt::Out(out, address)),
    })
}

/// What the provider states, checked.
async fn statement(
    app: &App,
    headers: &HeaderMap,
    provider: &Provider,
    attempt: &Attempt,
    answer: &Answer,
    at: i64,
) -> Result<(super::statement::Said, Option<String>), Halt> {
    let known = app.directory().known(&provider.issuer, at).await?;
    // Two providers can't be mixed up: an answer says whose it is where its provider promises that, and each
    // organisation has an address of its own for answers besides.
    let silent = answer.iss.is_none() && known.metadata.authorization_response_iss_parameter_supported;
    if silent || answer.iss.as_ref().is_some_and(|iss| *iss != provider.issuer) {
        return Err(Halt::Whose);
    }
    if !answer.error.is_empty() || answer.code.is_empty() {
        let plain = |c: &char| c.is_ascii_alphanumeric() || "_-".contains(*c);
        return Err(Halt::Declined(answer.error.chars().filter(plain).take(60).collect()));
    }
    let address = answer_address(app, headers, &attempt.entrance);
    let redeemed = asking::redeem(app.directory(), provider, &known, attempt, &address, &answer.code, at);
    redeemed.await.map_err(Halt::Worthless)
}

/// The page where nobody came in: why, what to do, and a number under which the log tells more.
fn halted(lang: Lang, provider: &Provider, entrance: &str, halt: &Halt, at: i64) -> Response {
    let t = texts(lang);
    let key = format!("signin-out-{}", halt.word());
    let address = match halt {
        Halt::Out(_, Some(address)) => address.clone(),
        _ => String::new(),
    };
    let args = [("provider", provider.button.as_str().into()), ("address", address.as_str().into())];
    let what = t.with(&key, &args);
    let cure = t.attribute(&key, "cure", &args).unwrap_or_default();
    let told = halt.told().map(|told| noted(at, format!("signing in by {}: {told}", provider.issuer)));
    let frame = Frame { lang, title: what.clone(), wrong: true, address: "/enter".into(), ..Frame::default() };
    let content = html! {
        div class="trouble" {
            h1 class="ds-heading" data-size="md" { (what) }
            @if !address.is_empty() { p { (t.with("signin-out-address", &args)) } }
            p { (cure) }
            @if let Some((number, _)) = &told { p class="quiet" { (t.with("web-trouble-number", &[("number", number.as_str().into())])) } }
            div class="actions" {
                (link_button(&Link::new(t.get("signin-once-more"), format!("/enter/oidc/{entrance}")), Weight::Main))
                (link_button(&Link::new(t.get("signin-to-enter"), "/enter"), Weight::Other))
            }
        }
    };
    let mut answer = (halt.status(), page(&frame, content)).into_response();
    if let Some((_, mark)) = told {
        answer.extensions_mut().insert(mark);
    }
    answer
}

/// The button of a way in, for a page where one signs in.
fn button(t: &Texts, entrance: &Entrance, query: &str) -> Markup {
    let said = t.with("signin-by", &[("provider", entrance.button.as_str().into())]);
    let link = Link::new(said, format!("/enter/oidc/{}{query}", entrance.address));
    html! { div class="actions" { (link_button(&link, Weight::Other)) } }
}

/// The ways in beside a password, for the page where one signs in: which entrance this browser is offered.
pub async fn offered(app: &App, headers: &HeaderMap) -> Result<Option<Entrance>, Refusal> {
    let last = LAST.iter().find_map(|name| cookie(headers, name)).map(str::to_owned);
    app.run(move |s| s.entrance_for(last.as_deref())).await
}

/// What stands beneath the form where one signs in.
pub fn beside_password(t: &Texts, entrance: Option<&Entrance>, back: &str) -> Markup {
    html! {
        @if let Some(entrance) = entrance {
            h2 { (t.get("signin-or")) }
            (button(t, entrance, &if back == "/" { String::new() } else { format!("?back={}", escaped(back)) }))
        }
    }
}

/// The same for an invitation.
pub fn by_invitation(t: &Texts, entrance: &Entrance, key: &str) -> Markup {
    html! {
        p { (t.with("signin-invited", &[("provider", entrance.button.as_str().into())])) }
        (button(t, entrance, &format!("?invitation={}", escaped(key))))
    }
}

/// The provider behind an entrance, with what it says of itself where it answers.
async fn provider_at(app: &App, entrance: &str, at: i64) -> Result<(Provider, Option<Known>), Refusal> {
    let entrance = entrance.to_owned();
    let provider = app.run(move |s| s.provider_at(&entrance)).await?;
    let known = app.directory().known(&provider.issuer, at).await.ok();
    Ok((provider, known))
}

/// `GET /enter/oidc/{entrance}/keys`: the other halves of Fordel's keys, for a provider that fetches them (RFC 7517).
pub async fn keys(State(app): State<App>, Path(entrance): Path<String>) -> Result<Json<serde_json::Value>, Refusal> {
    let provider = app.run(move |s| s.provider_at(&entrance)).await?;
    Ok(Json(public_keys(&provider).ok_or(Failed::NotFound)?))
}

/// The other halves of the keys by which Fordel shows a provider who it is; none where it shows something else.
pub fn public_keys(provider: &Provider) -> Option<serde_json::Value> {
    let Proof::Key { used, next } = &provider.proof else { return None };
    let halves = [Some(used), next.as_ref()].into_iter().flatten().filter_map(|kept| OwnKey::read(kept));
    Some(serde_json::json!({ "keys": halves.map(|key| key.public()).collect::<Vec<_>>() }))
}

/// `GET /enter/oidc/{entrance}/left`: one has left here, and may still be signed in there.
pub async fn left(
    State(app): State<App>,
    headers: HeaderMap,
    Path(entrance): Path<String>,
    Now(at): Now,
) -> Result<Markup, Refusal> {
    let lang = language_of(&headers);
    let (provider, known) = provider_at(&app, &entrance, at).await?;
    let way_out = known.is_some_and(|known| known.metadata.end_session_endpoint.is_some());
    let t = texts(lang);
    let name = [("provider", provider.button.as_str().into())];
    let title = t.get("signin-left");
    let frame = Frame { lang, title: title.clone(), address: "/enter".into(), ..Frame::default() };
    Ok(page(
        &frame,
        html! {
            div class="narrow" {
                h1 { (title) }
                (notice(t, Notice::Warning, html! { p { (t.with("signin-left-there", &name)) } }))
                @if !way_out { p { (t.get("signin-left-close")) } }
                div class="actions" {
                    @if way_out { (link_button(&Link::new(t.with("signin-left-do", &name), format!("/enter/oidc/{entrance}/out")), Weight::Main)) }
                    (link_button(&Link::new(t.get("signin-to-enter"), "/enter"), Weight::Other))
                }
            }
        },
    ))
}

/// `GET /enter/oidc/{entrance}/out`: out at the provider too.
pub async fn out(
    State(app): State<App>,
    headers: HeaderMap,
    Path(entrance): Path<String>,
    Now(at): Now,
) -> Result<Redirect, Refusal> {
    let lang = language_of(&headers);
    let (provider, known) = provider_at(&app, &entrance, at).await?;
    let back = format!("{}/enter", app.origin(&headers));
    let to = known.and_then(|known| asking::sign_out(&provider, &known.metadata, &back, lang));
    Ok(Redirect::to(to.as_deref().unwrap_or("/enter")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_there_is_https_an_attempt_and_the_last_entrance_stay_with_it_and_this_host() {
        for cookie in [attempt_cookie(Some("a.b"), true), attempt_cookie(None, true), last_cookie("e", true)] {
            assert!(cookie.starts_with("__Host-") && !cookie.contains("Domain"), "{cookie}");
            let parts: Vec<&str> = cookie.split("; ").collect();
            assert!(
                ["Path=/", "HttpOnly", "SameSite=Lax", "Secure"].iter().all(|part| parts.contains(part)),
                "{cookie}"
            );
        }
        assert!(attempt_cookie(Some("a"), true).contains("; Max-Age=600;"), "ten minutes");
        assert!(!attempt_cookie(Some("a"), false).contains("Secure"));
    }
}
