//! Tests of what a provider answers, with random damage: it is refused, or it says all that it must.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{Ed25519KeyPair, KeyPair};

use super::damage::{SOON, WORDS, rounds, taken};
use super::metadata::Metadata;
use super::statement::{Expected, Keys, believed};

const ISSUER: &str = "https://a.no";
const EXPECTED: Expected<'static> =
    Expected { issuer: ISSUER, client: "fordel", nonce: "en gang", levels: "", now: 1_790_000_000 };

fn pair() -> Ed25519KeyPair {
    Ed25519KeyPair::from_seed_unchecked(&[7; 32]).expect("a key")
}

/// Keys of each kind; the last has signed.
fn keys() -> String {
    let point = "A".repeat(43);
    let own = URL_SAFE_NO_PAD.encode(pair().public_key().as_ref());
    format!(
        r#"{{"keys":[{{"kty":"RSA","use":"sig","kid":"r","n":"{point}","e":"AQAB"}},
        {{"kty":"EC","crv":"P-256","x":"{point}","y":"{point}"}},
        {{"kty":"EC","crv":"P-384","x":"{point}","y":"{point}"}},
        {{"kty":"oct","k":"AAAA"}},{{"kty":"OKP","crv":"Ed25519","kid":"e","alg":"EdDSA","x":"{own}"}}]}}"#
    )
}

fn claims() -> String {
    let name = "Kari Nordmann ".repeat(30);
    format!(
        r#"{{"name":"{name}","iss":"{ISSUER}","aud":["fordel"],"sub":"s",
        "exp":1790000300,"iat":1790000000,"nonce":"en gang",
        "email":"kari@a.no","email_verified":"true","acr":"Level4"}}"#
    )
}

/// A statement with these claims, rightly signed.
fn signed(claims: &[u8]) -> String {
    let head = URL_SAFE_NO_PAD.encode(r#"{"alg":"EdDSA","kid":"e","typ":"JWT"}"#);
    let text = format!("{head}.{}", URL_SAFE_NO_PAD.encode(claims));
    format!("{text}.{}", URL_SAFE_NO_PAD.encode(pair().sign(text.as_bytes()).as_ref()))
}

#[test]
fn what_a_provider_says_of_itself() {
    let whole = br#"{"issuer":"https://a.no","authorization_endpoint":"https://a.no/auth",
        "token_endpoint":"https://a.no/t","jwks_uri":"https://a.no/keys","end_session_endpoint":"https://a.no/out",
        "scopes_supported":["openid","profile"],"code_challenge_methods_supported":["S256"],
        "token_endpoint_auth_methods_supported":["client_secret_basic"],
        "claims_supported":["sub","iss","name","email","preferred_username","given_name","family_name"]}"#;
    let all = rounds(1_000, 10_000);
    let taken = taken(&[whole], &WORDS, all, SOON, |bytes| match Metadata::read(200, bytes, ISSUER) {
        Ok(told) => {
            let addresses = [&told.authorization_endpoint, &told.token_endpoint, &told.jwks_uri];
            assert!(addresses.iter().all(|address| address.to_ascii_lowercase().starts_with("https://")), "{told:?}");
            assert_eq!(told.issuer, ISSUER);
            true
        }
        Err(why) => why.detail().chars().count() > 300,
    });
    assert!(taken > 0 && taken < all, "{taken} of {all}");
}

#[test]
fn keys_of_a_provider() {
    let (whole, statement) = (keys(), signed(claims().as_bytes()));
    assert_eq!(Keys::read(whole.as_bytes()).map(|keys| keys.count()), Some(4));
    let all = rounds(1_000, 10_000);
    let taken = taken(&[whole.as_bytes()], &WORDS, all, SOON, |bytes| {
        let Some(keys) = Keys::read(bytes) else { return false };
        if let Ok(said) = believed(&statement, &keys, &EXPECTED) {
            assert_eq!(said.sub, "s");
        }
        true
    });
    assert!(taken > 0 && taken < all, "{taken} of {all}");
}

#[test]
fn statements() {
    let keys = Keys::read(keys().as_bytes()).expect("keys");
    let whole = signed(claims().as_bytes());
    assert!(believed(&whole, &keys, &EXPECTED).is_ok());
    let all = rounds(1_000, 10_000);
    let unchanged = taken(&[whole.as_bytes()], &WORDS, all, SOON, |bytes| {
        let said = std::str::from_utf8(bytes).ok().and_then(|text| believed(text, &keys, &EXPECTED).ok());
        assert!(said.is_none() || bytes == whole.as_bytes(), "{}", String::from_utf8_lossy(bytes));
        said.is_some()
    });
    assert!(unchanged < all, "{unchanged} of {all}");
    let taken = taken(&[claims().as_bytes()], &WORDS, all, SOON, |bytes| {
        let said = believed(&signed(bytes), &keys, &EXPECTED).ok();
        assert!(said.iter().all(|said| !said.sub.is_empty() && said.sub.len() <= 255), "{said:?}");
        said.is_some()
    });
    assert!(taken > 0 && taken < all, "{taken} of {all}");
}
