//! The conversation with a provider by way of the browser: the address that a person is sent to, and what the code that they come back with
//! is worth. The code flow with PKCE, as OpenID Connect Core 1.0 and RFC 7636 and 9207 have it. No token is kept.

use axum::http::header::AUTHORIZATION;
use axum::http::{HeaderMap, HeaderValue};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use fordel_app::service::{Attempt, IdentifyingClaim, Proof, Provider, Vouched};
use fordel_text::Lang;
use ring::digest::{SHA256, digest};
use serde::Deserialize;

use super::directory::{Absent, Directory, Known};
use super::metadata::Metadata;
use super::outgoing::{Reply, Unreachable};
use super::own_key::{ASSERTION_TYPE, OwnKey};
use super::statement::{Expected, Said, Unbelieved, believed};

/// Why a code is worth nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Worthless {
    /// The provider doesn't answer, or not as it should.
    Absent(Absent),
    /// The provider doesn't take the code, or doesn't know us: in its own word.
    Refused(String),
    /// What it answered isn't believed.
    Unbelieved(Unbelieved),
}

impl From<Unreachable> for Worthless {
    fn from(why: Unreachable) -> Worthless {
        Worthless::Absent(Absent::Unreachable(why))
    }
}

impl From<Absent> for Worthless {
    fn from(why: Absent) -> Worthless {
        Worthless::Absent(why)
    }
}

#[derive(Deserialize)]
struct Tokens {
    id_token: String,
    #[serde(default)]
    access_token: Option<String>,
}

#[derive(Deserialize)]
struct Failure {
    error: String,
}

#[derive(Deserialize)]
struct Laid {
    request_uri: String,
}

/// The address where a person signs in at the provider. Where the provider asks for it, or knows us by a key, the question
/// is laid there first (RFC 9126), and the address only says which one it is.
///
/// # Errors
/// Why the provider doesn't take the question.
pub async fn authorize(
    directory: &Directory,
    provider: &Provider,
    metadata: &Metadata,
    attempt: &Attempt,
    answer: &str,
    lang: Lang,
    now: i64,
) -> Result<String, Worthless> {
    let (state, nonce) = (attempt.state(), attempt.nonce());
    let challenge = challenge(&attempt.verifier());
    let mut asked = vec![
        ("response_type", "code"),
        ("client_id", &provider.client),
        ("redirect_uri", answer),
        ("scope", &provider.scopes),
        ("state", &state),
        ("nonce", &nonce),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
        ("ui_locales", locales(lang)),
    ];
    if !provider.levels.is_empty() {
        asked.push(("acr_values", &provider.levels));
    }
    let laid = matches!(provider.proof, Proof::Key { .. }) || metadata.require_pushed_authorization_requests;
    let place = metadata.pushed_authorization_request_endpoint.as_ref().filter(|_| laid);
    let Some(place) = place else { return Ok(with_query(&metadata.authorization_endpoint, &asked)) };
    asked.retain(|(name, _)| *name != "client_id");
    let reply = sent(directory, provider, metadata, place, &asked, now).await?;
    let laid = match reply.status {
        200 | 201 => {
            serde_json::from_slice::<Laid>(&reply.body).map_err(|_| Worthless::Unbelieved(Unbelieved::Form))?
        }
        _ => return Err(Worthless::Refused(error_in(&reply))),
    };
    let asked = [("client_id", provider.client.as_str()), ("request_uri", &laid.request_uri)];
    Ok(with_query(&metadata.authorization_endpoint, &asked))
}

/// The address where a person signs out at the provider, if it has one.
pub fn sign_out(provider: &Provider, metadata: &Metadata, back: &str, lang: Lang) -> Option<String> {
    let address = metadata.end_session_endpoint.as_ref()?;
    let asked =
        [("client_id", provider.client.as_str()), ("post_logout_redirect_uri", back), ("ui_locales", locales(lang))];
    Some(with_query(address, &asked))
}

fn locales(lang: Lang) -> &'static str {
    match lang {
        Lang::Nb => "nb no en",
        Lang::En => "en nb",
    }
}

/// What a person who came back with this code is said to be.
///
/// # Errors
/// Why the code is worth nothing.
pub async fn redeem(
    directory: &Directory,
    provider: &Provider,
    known: &Known,
    attempt: &Attempt,
    answer: &str,
    code: &str,
    now: i64,
) -> Result<(Said, Option<String>), Worthless> {
    let form = [
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", answer),
        ("code_verifier", &attempt.verifier()),
    ];
    let reply = sent(directory, provider, &known.metadata, &known.metadata.token_endpoint, &form, now).await?;
    let tokens: Tokens = match reply.status {
        200 => serde_json::from_slice(&reply.body).map_err(|_| Worthless::Unbelieved(Unbelieved::Form))?,
        _ => return Err(Worthless::Refused(error_in(&reply))),
    };
    let nonce = attempt.nonce();
    let expected = Expected {
        issuer: &provider.issuer,
        client: &provider.client,
        nonce: &nonce,
        levels: &provider.levels,
        now: now / 1000,
    };
    let said = match believed(&tokens.id_token, &known.keys, &expected) {
        Err(Unbelieved::UnknownKey) => {
            let known = directory.with_new_keys(&provider.issuer, now).await?;
            believed(&tokens.id_token, &known.keys, &expected)
        }
        other => other,
    };
    Ok((said.map_err(Worthless::Unbelieved)?, tokens.access_token))
}

/// What more the provider tells of the person of a statement, where the statement doesn't say what they are known by. Only what is told of
/// this very person counts.
pub async fn told_more(directory: &Directory, metadata: &Metadata, said: Said, access: Option<&str>) -> Said {
    let Some((address, access)) = metadata.userinfo_endpoint.as_ref().zip(access) else { return said };
    let Ok(mut bearer) = HeaderValue::from_str(&format!("Bearer {access}")) else { return said };
    bearer.set_sensitive(true);
    let headers = HeaderMap::from_iter([(AUTHORIZATION, bearer)]);
    let reply = directory.outgoing().get(address, headers).await.ok().filter(|reply| reply.status == 200);
    let more = reply.and_then(|reply| serde_json::from_slice::<Said>(&reply.body).ok());
    let Some(more) = more.filter(|more| more.sub == said.sub) else { return said };
    // An address and whether it was checked belong together.
    let (email, email_verified) =
        if said.email.is_some() { (said.email, said.email_verified) } else { (more.email, more.email_verified) };
    Said {
        sub: said.sub,
        name: said.name.or(more.name),
        email,
        email_verified,
        preferred_username: said.preferred_username.or(more.preferred_username),
        upn: said.upn.or(more.upn),
    }
}

/// Whether what was said tells by what the person is known the first time.
pub fn says_enough(provider: &Provider, said: &Said) -> bool {
    said.name.is_some() && address_in(provider, said).is_some()
}

fn address_in<'s>(provider: &Provider, said: &'s Said) -> Option<&'s String> {
    match provider.claim {
        IdentifyingClaim::Email => said.email.as_ref(),
        IdentifyingClaim::PreferredUsername => said.preferred_username.as_ref(),
        IdentifyingClaim::Upn => said.upn.as_ref(),
    }
}

/// A person as the service is told of them. Only an address that the provider calls an address can be one that it has checked.
pub fn vouched(provider: &Provider, said: Said) -> Vouched {
    let address = address_in(provider, &said).cloned();
    let shaped =
        |address: &String| address.len() <= 300 && address.contains('@') && !address.contains(char::is_whitespace);
    let name = said.name.map(|name| name.trim().chars().filter(|c| !c.is_control()).take(200).collect::<String>());
    Vouched {
        name: name.filter(|name| !name.is_empty()),
        checked: provider.claim == IdentifyingClaim::Email && said.email_verified,
        address: address.filter(shaped),
        subject: said.sub,
    }
}

/// Whether the provider knows us by the name and the secret or key of the settings: asked with a code that is none, one that doesn't
/// know us says so, and any other says that the code is none. `None`: it can't be told.
pub async fn knows_us(
    directory: &Directory,
    provider: &Provider,
    metadata: &Metadata,
    answer: &str,
    now: i64,
) -> Option<bool> {
    let verifier = "0".repeat(64);
    let form = [
        ("grant_type", "authorization_code"),
        ("code", "fordel-settings-check"),
        ("redirect_uri", answer),
        ("code_verifier", verifier.as_str()),
    ];
    let reply = sent(directory, provider, metadata, &metadata.token_endpoint, &form, now).await.ok()?;
    match error_in(&reply).as_str() {
        "invalid_client" | "unauthorized_client" => Some(false),
        "invalid_grant" => Some(true),
        _ if reply.status == 401 => Some(false),
        _ => None,
    }
}

/// Sends a form to the provider, showing who we are. `now` in milliseconds since 1970.
async fn sent(
    directory: &Directory,
    provider: &Provider,
    metadata: &Metadata,
    address: &str,
    form: &[(&str, &str)],
    now: i64,
) -> Result<Reply, Unreachable> {
    let mut form = form.to_vec();
    let mut headers = HeaderMap::new();
    let shown;
    match &provider.proof {
        Proof::Secret(secret) if !metadata.secret_in_form() => {
            let both = format!("{}:{}", encoded(&provider.client), encoded(secret));
            let mut shown = HeaderValue::try_from(format!("Basic {}", STANDARD.encode(both)))
                .map_err(|_| Unreachable::Address(address.to_owned()))?;
            shown.set_sensitive(true);
            headers.insert(AUTHORIZATION, shown);
        }
        Proof::Secret(secret) => form.extend([("client_id", provider.client.as_str()), ("client_secret", secret)]),
        Proof::Nothing => form.push(("client_id", &provider.client)),
        Proof::Key { used, .. } => {
            let signed = OwnKey::read(used).and_then(|key| key.shows(&provider.client, &provider.issuer, now / 1000));
            shown = signed.ok_or_else(|| Unreachable::Address(address.to_owned()))?;
            form.extend([
                ("client_id", provider.client.as_str()),
                ("client_assertion_type", ASSERTION_TYPE),
                ("client_assertion", &shown),
            ]);
        }
    }
    directory.outgoing().post(address, headers, query(&form)).await
}

/// The word by which a provider says what is wrong; its status where it has none.
fn error_in(reply: &Reply) -> String {
    let word = serde_json::from_slice::<Failure>(&reply.body).map(|failure| failure.error).ok();
    let plain =
        |word: &String| word.len() <= 60 && word.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-".contains(&b));
    word.filter(plain).unwrap_or_else(|| reply.status.to_string())
}

/// What the provider is shown before the verifier itself (RFC 7636).
fn challenge(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest(&SHA256, verifier.as_bytes()))
}

fn with_query(address: &str, asked: &[(&str, &str)]) -> String {
    let between = if address.contains('?') { '&' } else { '?' };
    format!("{address}{between}{}", query(asked))
}

fn query(asked: &[(&str, &str)]) -> String {
    let pairs = asked.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
    pairs.collect::<Vec<_>>().join("&")
}

fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_challenge_is_that_of_the_standards_example() {
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        assert_eq!(challenge(verifier), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    #[test]
    fn what_is_asked_is_encoded_and_what_stands_in_the_address_is_kept() {
        let asked = [("a", "x y&z=å"), ("b", "https://f.no/b")];
        let sent = "a=x%20y%26z%3D%C3%A5&b=https%3A%2F%2Ff.no%2Fb";
        assert_eq!(with_query("https://p.no/auth", &asked), format!("https://p.no/auth?{sent}"));
        assert_eq!(with_query("https://p.no/auth?p=1", &asked), format!("https://p.no/auth?p=1&{sent}"));
    }

    #[test]
    fn a_providers_word_is_one_word() {
        let word = |status, body: &str| error_in(&Reply { status, body: body.as_bytes().to_vec() });
        assert_eq!(word(400, r#"{"error":"invalid_grant","error_description":"x"}"#), "invalid_grant");
        assert_eq!(word(500, r#"{"error":"<b>\n"}"#), "500");
        assert_eq!(word(502, "<html>"), "502");
    }
}
