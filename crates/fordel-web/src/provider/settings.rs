//! "Innlogging med virksomhetens konto": where an administrator says where the organisation's provider is, tries it, and sees who is who there.

use axum::Form;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{
    Failed, IdentifyingClaim, Identity, ListCell, Person, PersonId, Proof, Provider, TypedProvider, USUAL_SCOPES,
};
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::enter::{answer_address, public_keys};
use super::own_key::new_key;
use super::trial::{Finding, Stands, tried};
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_by_keys, send_list};
use crate::front;
use crate::people::small;
use crate::server::Now;
use crate::shell::{
    Choice, Field, Head, Input, Link, Notice, Row, Weight, button, checkbox, data_table, faults, field, notice, page,
    tag, take_out, texts,
};
use crate::visitor::Visitor;

/// How Fordel shows who it is where nothing else is said.
const BY_SECRET: &str = "secret";

/// What is typed in the form.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Typed {
    #[serde(default)]
    issuer: String,
    #[serde(default)]
    client: String,
    #[serde(default)]
    secret: String,
    #[serde(default)]
    proof: String,
    #[serde(default)]
    scopes: String,
    #[serde(default)]
    button: String,
    #[serde(default)]
    claim: String,
    trusted: Option<String>,
    passwords: Option<String>,
    #[serde(default)]
    domains: String,
    #[serde(default)]
    levels: String,
}

impl Typed {
    /// What stands in the form at first.
    fn of(provider: Option<&Provider>) -> Typed {
        let on = |is: bool| is.then(|| "on".to_owned());
        match provider {
            Some(kept) => Typed {
                issuer: kept.issuer.clone(),
                client: kept.client.clone(),
                secret: String::new(),
                proof: kept.proof.word().to_owned(),
                scopes: kept.scopes.clone(),
                button: kept.button.clone(),
                claim: kept.claim.word().to_owned(),
                trusted: on(kept.trusted),
                passwords: on(kept.passwords),
                domains: kept.domains.clone(),
                levels: kept.levels.clone(),
            },
            None => Typed {
                proof: BY_SECRET.to_owned(),
                scopes: USUAL_SCOPES.to_owned(),
                claim: IdentifyingClaim::Email.word().to_owned(),
                passwords: on(true),
                ..Typed::default()
            },
        }
    }

    fn as_typed<'t>(&'t self, new_key: &'t str) -> TypedProvider<'t> {
        TypedProvider {
            issuer: &self.issuer,
            client: &self.client,
            proof: if self.proof.is_empty() { BY_SECRET } else { &self.proof },
            secret: &self.secret,
            new_key,
            scopes: &self.scopes,
            button: &self.button,
            claim: &self.claim,
            trusted: self.trusted.is_some(),
            passwords: self.passwords.is_some(),
            domains: &self.domains,
            levels: &self.levels,
        }
    }
}

/// What the page shows.
struct At {
    organisation: String,
    entrance: String,
    provider: Option<Provider>,
    linked: Vec<(Person, Identity)>,
}

/// What a form came to.
#[derive(Default)]
struct Said {
    wrong: Vec<(&'static str, &'static str)>,
    typed: Option<Typed>,
    done: Option<&'static str>,
    tried: Option<Vec<Finding>>,
}

/// What went well before the page was led to.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    #[serde(default)]
    ok: String,
}

async fn drawn(app: &App, visitor: &Visitor, headers: &HeaderMap, said: Said) -> Result<Markup, Refusal> {
    let at = app.administer(visitor, |a| {
        let (entrance, provider, linked) = (a.entrance()?, a.provider()?, a.linked()?);
        Ok(At { organisation: a.branch().name.clone(), entrance, provider, linked })
    });
    let at = at.await?;
    let t = texts(visitor.lang);
    let title = t.get("signin-title");
    let place = vec![Link::new(at.organisation.clone(), "/"), Link::new(t.get("people-title"), "/people")];
    let mut frame = front::frame(visitor, title.clone(), "/people/sign-in".to_owned(), place);
    frame.wrong = !said.wrong.is_empty();
    frame.scripts.push("copy.js");
    let typed = said.typed.clone().unwrap_or_else(|| Typed::of(at.provider.as_ref()));
    Ok(page(
        &frame,
        html! {
            h1 { (title) }
            p class="lead" { (t.get("signin-lead")) }
            @if let Some(key) = said.done { (notice(t, Notice::Success, html! { p { (t.get(key)) } })) }
            @if let Some(findings) = &said.tried { (trial(t, findings)) }
            (addresses(app, t, headers, &at.entrance))
            (form(t, &typed, at.provider.as_ref(), &said.wrong))
            @if let Some(provider) = &at.provider { (own_keys(app, t, headers, &at.entrance, provider)) }
            @if at.provider.is_some() {
                h2 { (t.get("signin-try")) }
                p { (t.get("signin-try-lead")) }
                form method="post" action="/people/sign-in/try" { div class="actions" { (button(&t.get("signin-try"), Weight::Other, None)) } }
                (people(app, t, &at.linked))
                h2 { (t.get("signin-remove")) }
                p { (t.get("signin-remove-lead")) }
                form method="post" action="/people/sign-in/remove" { div class="actions" { (button(&t.get("signin-remove"), Weight::Danger, None)) } }
            }
        },
    ))
}

/// What must be registered at the provider.
fn addresses(app: &App, t: &Texts, headers: &HeaderMap, entrance: &str) -> Markup {
    let origin = app.origin(headers);
    html! {
        h2 { (t.get("signin-register")) }
        p { (t.get("signin-register-lead")) }
        dl {
            (copied(t, "answer-address", "signin-answer-address", &answer_address(app, headers, entrance)))
            (copied(t, "out-address", "signin-out-back", &format!("{origin}/enter")))
            (copied(t, "enter-address", "signin-enter-address", &format!("{origin}/enter/oidc/{entrance}")))
        }
        details {
            summary { (t.get("signin-help-entra")) }
            ol { @for step in 1..=5 { li { (t.get(&format!("signin-help-entra-{step}"))) } } }
        }
        details {
            summary { (t.get("signin-help-idporten")) }
            ol { @for step in 1..=4 { li { (t.get(&format!("signin-help-idporten-{step}"))) } } }
        }
        details {
            summary { (t.get("signin-help-helseid")) }
            ol { @for step in 1..=4 { li { (t.get(&format!("signin-help-helseid-{step}"))) } } }
        }
    }
}

fn form(t: &Texts, typed: &Typed, kept: Option<&Provider>, wrong: &[(&'static str, &'static str)]) -> Markup {
    let fault = |name: &str| wrong.iter().find(|(field, _)| *field == name).map(|(_, key)| t.get(key));
    let line = |name: &'static str, value: &str| {
        Field::new(name, t.get(&format!("signin-{name}")), Input::Line("text"))
            .value(value)
            .hint(t.get(&format!("signin-{name}-hint")))
            .fault(fault(name))
    };
    let has_secret = kept.is_some_and(|kept| matches!(kept.proof, Proof::Secret(_)));
    let secret = Field::new("secret", t.get("signin-secret"), Input::Line("password"))
        .hint(t.get(if has_secret { "signin-secret-kept" } else { "signin-secret-hint" }))
        .fault(fault("secret"))
        .autocomplete("off")
        .optional();
    let proofs = [BY_SECRET, "key", "none"].map(|word| Choice::new(word, t.get(&format!("signin-proof-{word}"))));
    let proof = Field::new("proof", t.get("signin-proof"), Input::Select(proofs.into()))
        .value(typed.proof.clone())
        .hint(t.get("signin-proof-hint"));
    let claims = IdentifyingClaim::ALL.iter();
    let claims =
        claims.map(|claim| Choice::new(claim.word(), t.get(&format!("signin-claim-{}", claim.word())))).collect();
    let claim = Field::new("claim", t.get("signin-claim"), Input::Select(claims))
        .value(typed.claim.clone())
        .hint(t.get("signin-claim-hint"))
        .fault(fault("claim"));
    let whom = [line("issuer", &typed.issuer), line("client", &typed.client), proof, secret];
    let shown = [line("button", &typed.button), line("scopes", &typed.scopes)];
    let levels = [line("domains", &typed.domains).optional(), line("levels", &typed.levels).optional()];
    let passwords = Field::new("passwords", t.get("signin-passwords"), Input::Line("text")).fault(fault("passwords"));
    let all: Vec<Field> =
        whom.iter().chain(&shown).chain([&claim]).chain(&levels).chain([&passwords]).cloned().collect();
    html! {
        h2 { (t.get("signin-settings")) }
        (faults(t, &all))
        form method="post" action="/people/sign-in" class="stack narrow" autocomplete="off" {
            @for one in &whom { (field(t, one)) }
            @for one in &shown { (field(t, one)) }
            (field(t, &claim))
            (checkbox("trusted", &t.get("signin-trusted"), typed.trusted.is_some()))
            p class="quiet" { (t.get("signin-trusted-hint")) }
            @for one in &levels { (field(t, one)) }
            (checkbox("passwords", &t.get("signin-passwords"), typed.passwords.is_some()))
            @if let Some(fault) = &passwords.fault { p class="ds-validation-message" data-color="danger" { (fault) } }
            p class="quiet" { (t.get("signin-passwords-hint")) }
            div class="actions" { (button(&t.get("signin-save"), Weight::Main, None)) }
        }
    }
}

/// Fordel's own keys at the provider: what the provider is to be told of them, and the next one.
fn own_keys(app: &App, t: &Texts, headers: &HeaderMap, entrance: &str, provider: &Provider) -> Markup {
    let Some(told) = public_keys(provider) else { return html! {} };
    let ready = matches!(&provider.proof, Proof::Key { next: Some(_), .. });
    let act = |act: &str, weight| {
        html! {
            form method="post" action="/people/sign-in/key" class="actions" {
                input type="hidden" name="act" value=(act);
                (button(&t.get(&format!("signin-key-{act}")), weight, None))
            }
        }
    };
    html! {
        h2 id="key" { (t.get("signin-key")) }
        p { (t.get("signin-key-lead")) }
        dl {
            (copied(t, "keys-address", "signin-key-address", &format!("{}/enter/oidc/{entrance}/keys", app.origin(headers))))
            @for (at, half) in told["keys"].as_array().into_iter().flatten().enumerate() {
                @let which = if at == 0 { "signin-key-used" } else { "signin-key-next" };
                (copied(t, &format!("key-{at}"), which, &half.to_string()))
            }
        }
        @if ready {
            p { (t.get("signin-key-ready")) }
            (act("take", Weight::Main))
        } @else {
            p class="quiet" { (t.get("signin-key-renew-lead")) }
        }
        (act("renew", Weight::Other))
    }
}

/// Something to register elsewhere, with a button that copies it.
fn copied(t: &Texts, id: &str, key: &str, text: &str) -> Markup {
    html! {
        dt { (t.get(key)) }
        dd {
            code id=(id) class="secret" { (text) } " "
            button class="ds-button" type="button" data-copies=(id) data-copied=(t.get("people-copied")) data-variant="tertiary" aria-label=(t.with("signin-copy", &[("what", t.get(key).as_str().into())])) hidden { (t.get("people-copy")) }
        }
    }
}

fn trial(t: &Texts, findings: &[Finding]) -> Markup {
    let bad = findings.iter().any(|finding| finding.stands == Stands::Bad);
    let (kind, key) = if bad { (Notice::Danger, "signin-try-bad") } else { (Notice::Success, "signin-try-good") };
    let word = |stands: Stands| match stands {
        Stands::Good => tag(&t.get("signin-stands-good"), Some(Notice::Success)),
        Stands::Mind => tag(&t.get("signin-stands-mind"), Some(Notice::Warning)),
        Stands::Bad => tag(&t.get("signin-stands-bad"), Some(Notice::Danger)),
    };
    html! {
        div id="trial" tabindex="-1" data-takes-focus {
            (notice(t, kind, html! {
                p { strong { (t.get(key)) } }
            }))
            ul class="plain" { @for finding in findings { li { (word(finding.stands)) " " (finding.sentence) } } }
        }
    }
}

fn people(app: &App, t: &Texts, linked: &[(Person, Identity)]) -> Markup {
    let head = ["people-person", "people-email", "signin-since", "signin-forget"].map(|key| Head::text(t.get(key)));
    let row = |(person, identity): &(Person, Identity)| {
        let said = t.with("signin-forget-of", &[("name", person.name.as_str().into())]);
        Row::new(vec![
            html! { (person.name) },
            html! { (person.email) },
            html! { (app.moment(t.lang(), identity.created)) },
            small(t, "/people/sign-in/unlink", "person", person.id.0, "signin-forget", &said),
        ])
    };
    let rows: Vec<Row> = linked.iter().map(row).collect();
    html! {
        h2 { (t.get("signin-people")) }
        @if rows.is_empty() { p { (t.get("signin-people-none")) } } @else {
            (data_table("linked", &t.get("signin-people"), &head, &rows))
            (take_out(t, &t.get("signin-people"), "/people/sign-in/linked", ""))
            p class="quiet" { (t.get("signin-forget-hint")) }
        }
    }
}

/// `GET /people/sign-in/linked.csv` and `linked.xlsx`: who signs in with an account there.
pub async fn send_linked(State(app): State<App>, visitor: Visitor, address: Uri) -> Result<Response, Refusal> {
    let times = app.clone();
    send_list(&app, visitor, &address, move |s, who, t| {
        let administers = s.administer(who, who.organisation)?;
        let row = |(person, identity): &(Person, Identity)| -> Vec<ListCell> {
            let since = times.moment(t.lang(), identity.created);
            vec![person.name.as_str().into(), person.email.as_str().into(), since.into()]
        };
        let rows = administers.linked()?.iter().map(row).collect();
        let columns = ["people-person", "people-email", "signin-since"];
        Ok((administers.branch().name.clone(), list_by_keys(t, "signin-people", &columns, rows)))
    })
    .await
}

/// `GET /people/sign-in`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Query(done): Query<Done>,
) -> Result<Markup, Refusal> {
    let done = match done.ok.as_str() {
        "saved" => Some("signin-saved"),
        "removed" => Some("signin-removed"),
        "forgotten" => Some("signin-forgotten"),
        "renew" => Some("signin-key-renewed"),
        "take" => Some("signin-key-taken"),
        _ => None,
    };
    drawn(&app, &visitor, &headers, Said { done, ..Said::default() }).await
}

/// `POST /people/sign-in`.
pub async fn set(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(typed): Form<Typed>,
) -> Result<Response, Refusal> {
    let asked = typed.clone();
    let new = fresh_key()?;
    // What can't be used is said on the page; any other failure is an answer of its own.
    let set = app.administer(&visitor, move |a| Ok(a.set_provider(&asked.as_typed(&new)))).await?;
    let Err(failed) = set else { return Ok(Redirect::to("/people/sign-in?ok=saved").into_response()) };
    let said = Said { wrong: Refusal::from(failed).fields()?, typed: Some(typed), ..Said::default() };
    let page = drawn(&app, &visitor, &headers, said).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// `POST /people/sign-in/try`.
pub async fn try_out(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Now(at): Now,
) -> Result<Markup, Refusal> {
    let (entrance, provider) = app.administer(&visitor, |a| Ok((a.entrance()?, a.provider()?))).await?;
    let provider = provider.ok_or(Failed::NotFound)?;
    let tried = tried(&app, texts(visitor.lang), &headers, &entrance, &provider, at).await;
    drawn(&app, &visitor, &headers, Said { tried: Some(tried), ..Said::default() }).await
}

fn fresh_key() -> Result<String, Refusal> {
    new_key().ok_or_else(|| Refusal::from(Failed::Internal("the system gives no chance for a key".to_owned())))
}

/// What is done to Fordel's keys: `renew` or `take`.
#[derive(Debug, Deserialize)]
pub struct KeyChange {
    act: String,
}

/// `POST /people/sign-in/key`: a key is made that follows the one in use, or that one is taken into use.
pub async fn change_key(
    State(app): State<App>,
    visitor: Visitor,
    Form(change): Form<KeyChange>,
) -> Result<Redirect, Refusal> {
    let renews = match change.act.as_str() {
        "renew" => true,
        "take" => false,
        _ => return Err(Failed::NotFound.into()),
    };
    let new = fresh_key()?;
    app.administer(&visitor, move |a| if renews { a.lay_key_ready(new) } else { a.take_key() }).await?;
    Ok(Redirect::to(&format!("/people/sign-in?ok={}#key", change.act)))
}

/// `POST /people/sign-in/remove`.
pub async fn remove(State(app): State<App>, visitor: Visitor) -> Result<Redirect, Refusal> {
    app.administer(&visitor, |a| a.remove_provider()).await?;
    Ok(Redirect::to("/people/sign-in?ok=removed"))
}

/// Somebody.
#[derive(Debug, Deserialize)]
pub struct Somebody {
    person: i64,
}

/// `POST /people/sign-in/unlink`.
pub async fn unlink(State(app): State<App>, visitor: Visitor, Form(whom): Form<Somebody>) -> Result<Redirect, Refusal> {
    app.administer(&visitor, move |a| a.unlink(PersonId(whom.person))).await?;
    Ok(Redirect::to("/people/sign-in?ok=forgotten"))
}
