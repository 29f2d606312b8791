//! Trying a provider's settings: what it says of itself, asked for now, and each thing that is needed of it in plain words.

use axum::http::HeaderMap;
use fordel_app::service::{Proof, Provider};
use fordel_core::complaint::Value;
use fordel_text::Texts;

use super::asking;
use super::directory::{Absent, Known};
use super::enter::answer_address;
use super::metadata::{Metadata, address_of};
use super::outgoing::Unreachable;
use super::statement::ALGORITHMS;
use crate::app::App;

/// How one thing stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// As it must.
    Good,
    /// Something to know.
    Mind,
    /// It keeps people from coming in.
    Bad,
}

/// One thing that was looked at.
#[derive(Clone, Debug)]
pub struct Finding {
    /// How it stands.
    pub stands: Stands,
    /// What was found, as a sentence.
    pub sentence: String,
}

/// Everything that can be told of a provider without signing in.
pub async fn tried(
    app: &App,
    t: &Texts,
    headers: &HeaderMap,
    entrance: &str,
    provider: &Provider,
    at: i64,
) -> Vec<Finding> {
    let known = match app.directory().anew(&provider.issuer, at).await {
        Ok(known) => known,
        Err(why) => return vec![absent(t, provider, &why)],
    };
    let answer = answer_address(app, headers, entrance);
    let knows_us = asking::knows_us(app.directory(), provider, &known.metadata, &answer, at).await;
    let mut findings = of_itself(t, provider, &known);
    let by_key = matches!(provider.proof, Proof::Key { .. });
    if by_key && known.metadata.takes("private_key_jwt") == Some(false) {
        findings.push(found(t, Stands::Bad, "signin-try-no-keys-taken", &[]));
    }
    findings.push(match (knows_us, &provider.proof) {
        (Some(true), Proof::Key { .. }) => found(t, Stands::Good, "signin-try-known-key", &[]),
        (Some(true), _) => found(t, Stands::Good, "signin-try-known", &[]),
        (Some(false), Proof::Key { .. }) => found(t, Stands::Bad, "signin-try-unknown-key", &[]),
        (Some(false), Proof::Secret(_)) => found(t, Stands::Bad, "signin-try-unknown", &[]),
        (Some(false), Proof::Nothing) => found(t, Stands::Bad, "signin-try-unknown-public", &[]),
        (None, _) => found(t, Stands::Mind, "signin-try-known-not-told", &[]),
    });
    findings
}

fn found(t: &Texts, stands: Stands, key: &str, args: &[(&str, Value)]) -> Finding {
    Finding { stands, sentence: t.with(key, args) }
}

fn absent(t: &Texts, provider: &Provider, why: &Absent) -> Finding {
    let (word, detail) = match why {
        Absent::Unreachable(Unreachable::Certificate(_, what)) => ("certificate", what.clone()),
        Absent::Unreachable(why) => (why.word(), why.whom().to_owned()),
        Absent::Unfit(why) => (why.word(), why.detail()),
    };
    let args = [
        ("address", Value::Text(address_of(&provider.issuer))),
        ("issuer", Value::Text(provider.issuer.clone())),
        ("detail", Value::Text(detail)),
    ];
    found(t, Stands::Bad, &format!("signin-try-{word}"), &args)
}

/// What the provider's own description tells.
fn of_itself(t: &Texts, provider: &Provider, known: &Known) -> Vec<Finding> {
    let Metadata {
        scopes_supported,
        acr_values_supported,
        code_challenge_methods_supported,
        id_token_signing_alg_values_supported,
        end_session_endpoint,
        ..
    } = known.metadata.as_ref();
    let keys = [("keys", Value::Number(known.keys.count() as f64))];
    let mut findings = vec![found(t, Stands::Good, "signin-try-found", &keys)];
    let has = |told: &Option<Vec<String>>, wanted: &str| told.as_ref().map(|told| told.iter().any(|one| one == wanted));
    findings.push(match has(code_challenge_methods_supported, "S256") {
        Some(true) => found(t, Stands::Good, "signin-try-pkce", &[]),
        _ => found(t, Stands::Mind, "signin-try-pkce-not-told", &[]),
    });
    let signs = id_token_signing_alg_values_supported.as_ref();
    if signs.is_some_and(|signs| !signs.iter().any(|one| ALGORITHMS.contains(&one.as_str()))) {
        findings.push(found(t, Stands::Bad, "signin-try-algorithm", &[]));
    }
    let lacks = |wanted: &str, told: &Option<Vec<String>>| {
        let all = wanted.split(' ').filter(|one| !one.is_empty() && has(told, one) == Some(false));
        all.collect::<Vec<_>>().join(", ")
    };
    let scopes = lacks(&provider.scopes, scopes_supported);
    if !scopes.is_empty() {
        findings.push(found(t, Stands::Mind, "signin-try-scopes", &[("scopes", Value::Text(scopes))]));
    }
    let levels = lacks(&provider.levels, acr_values_supported);
    if !levels.is_empty() {
        findings.push(found(t, Stands::Mind, "signin-try-levels", &[("levels", Value::Text(levels))]));
    }
    findings.push(match end_session_endpoint {
        Some(_) => found(t, Stands::Good, "signin-try-way-out", &[]),
        None => found(t, Stands::Mind, "signin-try-no-way-out", &[]),
    });
    findings
}
