//! A provider's signed statement of who came (an ID token), and everything that must be right about it before it is believed.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ED25519, EcdsaVerificationAlgorithm, RSA_PKCS1_2048_8192_SHA256,
    RSA_PKCS1_2048_8192_SHA384, RSA_PKCS1_2048_8192_SHA512, RSA_PSS_2048_8192_SHA256, RSA_PSS_2048_8192_SHA384,
    RSA_PSS_2048_8192_SHA512, RsaParameters, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::{Deserialize, Deserializer};

/// The longest statement.
const LONGEST: usize = 64 * 1024;
/// The longest name that a provider may have for a person.
const LONGEST_SUBJECT: usize = 255;
/// How far the provider's clock may be from ours, seconds.
const APART: i64 = 60;
/// Keys of a provider that are read.
const MOST_KEYS: usize = 100;

/// Why a statement isn't believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unbelieved {
    /// It can't be read.
    Form,
    /// It is signed in a way that isn't taken, or not at all.
    Algorithm,
    /// The key that it names isn't among the provider's.
    UnknownKey,
    /// The signature is wrong.
    Signature,
    /// It is another provider's.
    Issuer,
    /// It was made for another program.
    Audience,
    /// It is too old, or not valid yet.
    Time,
    /// It was made for another attempt.
    Nonce,
    /// The person signed in by a weaker way than is demanded.
    Level,
}

impl Unbelieved {
    /// Its name in logs.
    pub fn word(self) -> &'static str {
        match self {
            Unbelieved::Form => "form",
            Unbelieved::Algorithm => "algorithm",
            Unbelieved::UnknownKey => "unknown-key",
            Unbelieved::Signature => "signature",
            Unbelieved::Issuer => "issuer",
            Unbelieved::Audience => "audience",
            Unbelieved::Time => "time",
            Unbelieved::Nonce => "nonce",
            Unbelieved::Level => "level",
        }
    }
}

/// What a statement must say.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// Whose it is.
    pub issuer: &'a str,
    /// For whom.
    pub client: &'a str,
    /// For which attempt.
    pub nonce: &'a str,
    /// The levels of assurance of which it must name one; empty for any.
    pub levels: &'a str,
    /// Now, in seconds since 1970.
    pub now: i64,
}

/// What a provider says of a person, in a statement or where more is told.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Said {
    /// Its own name of the person.
    pub sub: String,
    /// How they are called.
    #[serde(default)]
    pub name: Option<String>,
    /// Their address.
    #[serde(default)]
    pub email: Option<String>,
    /// Whether it has checked the address.
    #[serde(default, deserialize_with = "truth")]
    pub email_verified: bool,
    /// The name that they type there.
    #[serde(default)]
    pub preferred_username: Option<String>,
    /// Their name in the directory.
    #[serde(default)]
    pub upn: Option<String>,
}

/// Some providers write truth as a word.
fn truth<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Truth {
        Plain(bool),
        Word(String),
        Other(serde::de::IgnoredAny),
    }
    Ok(match Truth::deserialize(from)? {
        Truth::Plain(is) => is,
        Truth::Word(word) => word == "true",
        Truth::Other(_) => false,
    })
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    aud: Audience,
    exp: f64,
    #[serde(default)]
    iat: Option<f64>,
    #[serde(default)]
    nbf: Option<f64>,
    #[serde(default)]
    nonce: Option<String>,
    #[serde(default)]
    azp: Option<String>,
    #[serde(default)]
    acr: Option<String>,
}

#[derive(Deserialize)]
struct Head {
    alg: String,
    #[serde(default)]
    kid: Option<String>,
    #[serde(default)]
    typ: Option<String>,
    #[serde(default)]
    crit: Option<serde_json::Value>,
}

/// A provider's public keys.
#[derive(Clone, Debug, Default)]
pub struct Keys(Vec<Key>);

#[derive(Clone, Debug)]
struct Key {
    name: Option<String>,
    algorithm: Option<String>,
    public: Public,
}

#[derive(Clone, Debug)]
enum Public {
    Rsa { n: Vec<u8>, e: Vec<u8> },
    P256(Vec<u8>),
    P384(Vec<u8>),
    Ed25519(Vec<u8>),
}

#[derive(Deserialize)]
struct WrittenKeys {
    keys: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct WrittenKey {
    kty: String,
    #[serde(default)]
    kid: Option<String>,
    #[serde(default)]
    alg: Option<String>,
    #[serde(default, rename = "use")]
    used_for: Option<String>,
    #[serde(default)]
    crv: Option<String>,
    #[serde(default)]
    n: Option<String>,
    #[serde(default)]
    e: Option<String>,
    #[serde(default)]
    x: Option<String>,
    #[serde(default)]
    y: Option<String>,
}

impl Keys {
    /// Reads a provider's keys; those that are for something else, or of a kind that isn't known, are passed over.
    pub fn read(body: &[u8]) -> Option<Keys> {
        let written: WrittenKeys = serde_json::from_slice(body).ok()?;
        let keys = written.keys.into_iter().take(MOST_KEYS);
        Some(Keys(keys.filter_map(|key| serde_json::from_value(key).ok()).filter_map(Key::read).collect()))
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }
}

impl Key {
    fn read(written: WrittenKey) -> Option<Key> {
        if written.used_for.is_some_and(|used_for| used_for != "sig") {
            return None;
        }
        let bytes = |text: Option<&String>| URL_SAFE_NO_PAD.decode(text?).ok();
        let point = || {
            let (x, y) = (bytes(written.x.as_ref())?, bytes(written.y.as_ref())?);
            Some([vec![4], x, y].concat())
        };
        let public = match (written.kty.as_str(), written.crv.as_deref()) {
            ("RSA", _) => Public::Rsa { n: bytes(written.n.as_ref())?, e: bytes(written.e.as_ref())? },
            ("EC", Some("P-256")) => Public::P256(point()?),
            ("EC", Some("P-384")) => Public::P384(point()?),
            ("OKP", Some("Ed25519")) => Public::Ed25519(bytes(written.x.as_ref())?),
            _ => return None,
        };
        Some(Key { name: written.kid, algorithm: written.alg, public })
    }

    /// Whether the signature is this key's. A key is used for signatures of its own kind alone: no key of a provider is ever
    /// taken for a shared secret.
    fn signed(&self, algorithm: &str, text: &[u8], signature: &[u8]) -> bool {
        let rsa = |n: &[u8], e: &[u8], how: &'static RsaParameters| {
            RsaPublicKeyComponents { n, e }.verify(how, text, signature).is_ok()
        };
        let curve = |point: &[u8], how: &'static EcdsaVerificationAlgorithm| {
            UnparsedPublicKey::new(how, point).verify(text, signature).is_ok()
        };
        match (&self.public, algorithm) {
            (Public::Rsa { n, e }, "RS256") => rsa(n, e, &RSA_PKCS1_2048_8192_SHA256),
            (Public::Rsa { n, e }, "RS384") => rsa(n, e, &RSA_PKCS1_2048_8192_SHA384),
            (Public::Rsa { n, e }, "RS512") => rsa(n, e, &RSA_PKCS1_2048_8192_SHA512),
            (Public::Rsa { n, e }, "PS256") => rsa(n, e, &RSA_PSS_2048_8192_SHA256),
            (Public::Rsa { n, e }, "PS384") => rsa(n, e, &RSA_PSS_2048_8192_SHA384),
            (Public::Rsa { n, e }, "PS512") => rsa(n, e, &RSA_PSS_2048_8192_SHA512),
            (Public::P256(point), "ES256") => curve(point, &ECDSA_P256_SHA256_FIXED),
            (Public::P384(point), "ES384") => curve(point, &ECDSA_P384_SHA384_FIXED),
            (Public::Ed25519(point), "EdDSA") => {
                UnparsedPublicKey::new(&ED25519, point).verify(text, signature).is_ok()
            }
            _ => false,
        }
    }
}

/// The ways of signing that are taken. Each needs a key that the provider alone has.
pub const ALGORITHMS: [&str; 9] = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"];

/// Who came, by a statement that was checked in everything.
///
/// # Errors
/// Why it isn't believed.
pub fn believed(token: &str, keys: &Keys, expected: &Expected) -> Result<Said, Unbelieved> {
    let parts: Vec<&str> = token.split('.').collect();
    let [head, claims, signature] = parts.as_slice() else { return Err(Unbelieved::Form) };
    if token.len() > LONGEST {
        return Err(Unbelieved::Form);
    }
    let decoded = |part: &str| URL_SAFE_NO_PAD.decode(part).map_err(|_| Unbelieved::Form);
    let head: Head = serde_json::from_slice(&decoded(head)?).map_err(|_| Unbelieved::Form)?;
    // What it demands that we don't know, and tokens for other uses, aren't ours.
    if head.crit.is_some() || head.typ.is_some_and(|typ| !typ.eq_ignore_ascii_case("JWT")) {
        return Err(Unbelieved::Form);
    }
    if !ALGORITHMS.contains(&head.alg.as_str()) {
        return Err(Unbelieved::Algorithm);
    }
    let fits = |key: &&Key| {
        let named = head.kid.is_none() || head.kid == key.name;
        named && key.algorithm.as_ref().is_none_or(|algorithm| *algorithm == head.alg)
    };
    let candidates: Vec<&Key> = keys.0.iter().filter(fits).collect();
    if candidates.is_empty() {
        return Err(Unbelieved::UnknownKey);
    }
    let signature = decoded(signature)?;
    let signed = token.rsplit_once('.').map_or("", |(signed, _)| signed).as_bytes();
    if !candidates.iter().any(|key| key.signed(&head.alg, signed, &signature)) {
        return Err(Unbelieved::Signature);
    }
    let body = decoded(claims)?;
    let claims: Claims = serde_json::from_slice(&body).map_err(|_| Unbelieved::Form)?;
    let said: Said = serde_json::from_slice(&body).map_err(|_| Unbelieved::Form)?;
    checked(&claims, expected)?;
    if said.sub.is_empty() || said.sub.len() > LONGEST_SUBJECT {
        return Err(Unbelieved::Form);
    }
    Ok(said)
}

fn checked(claims: &Claims, expected: &Expected) -> Result<(), Unbelieved> {
    if claims.iss != expected.issuer {
        return Err(Unbelieved::Issuer);
    }
    let (ours, others) = match &claims.aud {
        Audience::One(one) => (one == expected.client, false),
        Audience::Many(many) => (many.iter().any(|one| one == expected.client), many.len() > 1),
    };
    let party = claims.azp.as_deref();
    if !ours || others && party.is_none() || party.is_some_and(|party| party != expected.client) {
        return Err(Unbelieved::Audience);
    }
    let (now, apart) = (expected.now as f64, APART as f64);
    let early = |at: Option<f64>| at.is_some_and(|at| at > now + apart);
    // Written so that what is no number is refused too.
    let lasts = claims.exp + apart > now;
    if !lasts || early(claims.nbf) || early(claims.iat) {
        return Err(Unbelieved::Time);
    }
    if claims.nonce.as_deref() != Some(expected.nonce) {
        return Err(Unbelieved::Nonce);
    }
    let mut levels = expected.levels.split(' ').filter(|level| !level.is_empty()).peekable();
    if levels.peek().is_some() && !levels.any(|level| claims.acr.as_deref() == Some(level)) {
        return Err(Unbelieved::Level);
    }
    Ok(())
}
