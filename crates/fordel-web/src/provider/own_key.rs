//! Fordel's own key at a provider, and the short-lived statement signed by it that shows who Fordel is: `private_key_jwt`
//! of OpenID Connect Core 1.0 §9 and RFC 7523, as HelseID asks for it. The key is one of ES256 (RFC 7518).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use ring::rand::{SecureRandom, SystemRandom};
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};

/// How long a statement is good for, seconds.
const GOOD_FOR: i64 = 60;
/// What tells a provider that a statement of this kind shows who asks (RFC 7523 §2.2).
pub const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// A private key, with its other half.
pub struct OwnKey {
    pair: EcdsaKeyPair,
}

/// A new private key as it is kept: PKCS #8 in base64url. None where the system has no chance to give.
pub fn new_key() -> Option<String> {
    let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new()).ok()?;
    Some(URL_SAFE_NO_PAD.encode(made.as_ref()))
}

impl OwnKey {
    /// A key as it is kept; none if it is none.
    pub fn read(kept: &str) -> Option<OwnKey> {
        let bytes = URL_SAFE_NO_PAD.decode(kept).ok()?;
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &bytes, &SystemRandom::new()).ok()?;
        Some(OwnKey { pair })
    }

    /// The two numbers of its other half, in base64url: an uncompressed point is 4, then each in 32 bytes.
    fn point(&self) -> (String, String) {
        let point = self.pair.public_key().as_ref();
        let number = |from: usize| URL_SAFE_NO_PAD.encode(point.get(from..from + 32).unwrap_or_default());
        (number(1), number(33))
    }

    /// Its name: the thumbprint of RFC 7638.
    pub fn name(&self) -> String {
        let (x, y) = self.point();
        let told = format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#);
        URL_SAFE_NO_PAD.encode(digest(&SHA256, told.as_bytes()))
    }

    /// Its other half, as a provider is told of it (RFC 7517).
    pub fn public(&self) -> Value {
        let (x, y) = self.point();
        json!({ "kty": "EC", "crv": "P-256", "x": x, "y": y, "use": "sig", "alg": "ES256", "kid": self.name() })
    }

    /// A statement that whoever shows it is this client, good once, for this provider alone, and for a minute.
    ///
    /// `now` in seconds since 1970. None where the system has no chance to give.
    pub fn shows(&self, client: &str, issuer: &str, now: i64) -> Option<String> {
        let random = SystemRandom::new();
        let mut once = [0; 16];
        random.fill(&mut once).ok()?;
        let head = json!({ "alg": "ES256", "typ": "client-authentication+jwt", "kid": self.name() });
        let said = json!({
            "iss": client, "sub": client, "aud": issuer, "jti": URL_SAFE_NO_PAD.encode(once),
            "iat": now, "nbf": now, "exp": now + GOOD_FOR,
        });
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(&head), part(&said));
        let signature = self.pair.sign(&random, signed.as_bytes()).ok()?;
        Some(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.as_ref())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};

    #[test]
    fn what_is_shown_is_signed_by_the_key_that_the_provider_was_told() {
        let key = OwnKey::read(&new_key().expect("made")).expect("read");
        let shown = key.shows("fordel", "https://a.no", 1_000).expect("signed");
        let (signed, signature) = shown.rsplit_once('.').expect("three parts");
        let decoded = |text: &str| URL_SAFE_NO_PAD.decode(text).expect("base64url");
        let json = |text: &str| serde_json::from_slice::<Value>(&decoded(text)).expect("JSON");
        let (head, said) = signed.split_once('.').expect("two parts");
        let told = key.public();
        assert_eq!(json(head)["kid"], told["kid"]);
        let said = json(said);
        assert_eq!(
            (&said["iss"], &said["sub"], &said["aud"]),
            (&json!("fordel"), &json!("fordel"), &json!("https://a.no"))
        );
        assert_eq!((&said["iat"], &said["exp"]), (&json!(1_000), &json!(1_060)));
        let number = |name: &str| decoded(told[name].as_str().expect("text"));
        let point = [vec![4], number("x"), number("y")].concat();
        let other_half = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point);
        other_half.verify(signed.as_bytes(), &decoded(signature)).expect("it holds");
        assert!(other_half.verify(b"something else", &decoded(signature)).is_err());
        assert_ne!(shown, key.shows("fordel", "https://a.no", 1_000).expect("signed"), "each is good once");
        assert!(told.get("d").is_none(), "nothing private is told");
    }

    #[test]
    fn what_is_no_key_is_none() {
        assert!(OwnKey::read("").is_none() && OwnKey::read("AAAA").is_none() && OwnKey::read("%").is_none());
    }
}
