//! What a provider says of itself at its well-known address, and whether one can work with it.

use axum::http::Uri;
use serde::Deserialize;

/// What a provider says of itself.
#[derive(Clone, Debug, Deserialize)]
pub struct Metadata {
    /// How it names itself.
    pub issuer: String,
    /// Where people sign in.
    pub authorization_endpoint: String,
    /// Where a code is exchanged for a statement.
    pub token_endpoint: String,
    /// Where its keys are.
    pub jwks_uri: String,
    /// Where more is told of a person.
    #[serde(default)]
    pub userinfo_endpoint: Option<String>,
    /// Where people sign out.
    #[serde(default)]
    pub end_session_endpoint: Option<String>,
    /// What can be asked for, where it says so.
    #[serde(default)]
    pub scopes_supported: Option<Vec<String>>,
    /// Levels of assurance that it knows, where it says so.
    #[serde(default)]
    pub acr_values_supported: Option<Vec<String>>,
    /// Where a question may be laid before a person is sent there (RFC 9126).
    #[serde(default)]
    pub pushed_authorization_request_endpoint: Option<String>,
    /// Whether it must be.
    #[serde(default)]
    pub require_pushed_authorization_requests: bool,
    /// How codes are bound to who asked, where it says so.
    #[serde(default)]
    pub code_challenge_methods_supported: Option<Vec<String>>,
    /// How statements are signed, where it says so.
    #[serde(default)]
    pub id_token_signing_alg_values_supported: Option<Vec<String>>,
    /// How programs show who they are, where it says so.
    #[serde(default)]
    pub token_endpoint_auth_methods_supported: Option<Vec<String>>,
    /// Whether its answers say whose they are.
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
}

/// What is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// There is nothing at the address: the status.
    Status(u16),
    /// What is there can't be read.
    Unreadable,
    /// It names itself otherwise than the settings do: how.
    OtherIssuer(String),
    /// This address isn't one that may be used.
    Address(&'static str),
    /// There are no keys with which its statements could be checked.
    NoKeys,
}

impl Unfit {
    /// The end of its message's key.
    pub fn word(&self) -> &'static str {
        match self {
            Unfit::Status(_) => "status",
            Unfit::Unreadable => "unreadable",
            Unfit::OtherIssuer(_) => "other-issuer",
            Unfit::Address(_) => "other-address",
            Unfit::NoKeys => "no-keys",
        }
    }

    /// What its message puts in.
    pub fn detail(&self) -> String {
        match self {
            Unfit::Status(status) => status.to_string(),
            Unfit::OtherIssuer(other) => other.chars().take(300).collect(),
            Unfit::Address(field) => (*field).to_owned(),
            Unfit::Unreadable | Unfit::NoKeys => String::new(),
        }
    }
}

/// Where a provider tells of itself.
pub fn address_of(issuer: &str) -> String {
    format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'))
}

impl Metadata {
    /// Reads what a provider says of itself; it must be the one that was asked.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(status: u16, body: &[u8], issuer: &str) -> Result<Metadata, Unfit> {
        if status != 200 {
            return Err(Unfit::Status(status));
        }
        let metadata: Metadata = serde_json::from_slice(body).map_err(|_| Unfit::Unreadable)?;
        if metadata.issuer != issuer {
            return Err(Unfit::OtherIssuer(metadata.issuer));
        }
        let own = |address: &str| {
            // Whoever is reached by https never leads to where one is overheard.
            let scheme =
                address.parse::<Uri>().ok().and_then(|uri| uri.host().and(uri.scheme_str()).map(str::to_owned));
            match scheme.as_deref() {
                Some("https") => true,
                Some("http") => issuer.starts_with("http://"),
                _ => false,
            }
        };
        let fields = [
            ("authorization_endpoint", Some(&metadata.authorization_endpoint)),
            ("token_endpoint", Some(&metadata.token_endpoint)),
            ("jwks_uri", Some(&metadata.jwks_uri)),
            ("userinfo_endpoint", metadata.userinfo_endpoint.as_ref()),
            ("end_session_endpoint", metadata.end_session_endpoint.as_ref()),
            ("pushed_authorization_request_endpoint", metadata.pushed_authorization_request_endpoint.as_ref()),
        ];
        for (name, address) in fields {
            if address.is_some_and(|address| !own(address)) {
                return Err(Unfit::Address(name));
            }
        }
        Ok(metadata)
    }

    /// Whether the secret goes into the form, and not into a header: where the provider takes it only there.
    pub fn secret_in_form(&self) -> bool {
        self.takes("client_secret_post") == Some(true) && self.takes("client_secret_basic") == Some(false)
    }

    /// Whether programs can show who they are in this way, where the provider says so.
    pub fn takes(&self, method: &str) -> Option<bool> {
        let methods = self.token_endpoint_auth_methods_supported.as_ref();
        methods.map(|methods| methods.iter().any(|one| one == method))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn metadata(issuer: &str, token: &str) -> Vec<u8> {
        format!(
            r#"{{"issuer":"{issuer}","authorization_endpoint":"https://a.no/auth","token_endpoint":"{token}","jwks_uri":"https://a.no/keys"}}"#
        )
        .into_bytes()
    }

    #[test]
    fn a_provider_must_be_the_one_that_was_asked_and_lead_to_https_alone() {
        let read = |status, body: &[u8]| Metadata::read(status, body, "https://a.no").map(|_| ());
        assert_eq!(read(200, &metadata("https://a.no", "https://b.no/token")), Ok(()));
        let other = Err(Unfit::OtherIssuer("https://b.no".to_owned()));
        assert_eq!(read(200, &metadata("https://b.no", "https://a.no/token")), other);
        assert_eq!(read(404, b""), Err(Unfit::Status(404)));
        assert_eq!(read(302, &metadata("https://a.no", "https://a.no/t")), Err(Unfit::Status(302)), "no redirect");
        assert_eq!(read(200, b"<html>"), Err(Unfit::Unreadable));
        for token in ["http://a.no/token", "file:///etc/passwd", "/token", "javascript:alert(1)"] {
            assert_eq!(read(200, &metadata("https://a.no", token)), Err(Unfit::Address("token_endpoint")), "{token}");
        }
    }

    #[test]
    fn the_secret_goes_into_a_header_unless_the_provider_takes_it_only_in_the_form() {
        let of = |methods: &[&str]| {
            let mut metadata =
                Metadata::read(200, &metadata("https://a.no", "https://a.no/t"), "https://a.no").expect("fit");
            metadata.token_endpoint_auth_methods_supported = Some(methods.iter().map(ToString::to_string).collect());
            metadata.secret_in_form()
        };
        assert!(!of(&[]) && !of(&["client_secret_basic"]) && !of(&["client_secret_post", "client_secret_basic"]));
        assert!(of(&["client_secret_post", "private_key_jwt"]));
    }
}
