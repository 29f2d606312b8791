//! The one place where this program opens a connection: to the provider that an administrator named, and nowhere else. By https, within
//! limits on time and size, following no redirect, and past the ward's own network only where the server's settings allow it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use axum::http::header::{ACCEPT, HOST, USER_AGENT};
use axum::http::uri::Scheme;
use axum::http::{HeaderMap, HeaderValue, Method, Request, Uri};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio::sync::Semaphore;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

/// How long a question may take in all.
const PATIENCE: Duration = Duration::from_secs(5);
/// The largest answer, bytes.
const LARGEST: usize = 256 * 1024;
/// The largest head of an answer, bytes.
const LARGEST_HEAD: usize = 32 * 1024;
/// Questions at the same time, whoever caused them.
const AT_ONCE: usize = 32;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreachable {
    /// The address is none, or not one by https.
    Address(String),
    /// The address leads into the network here, and the server's settings don't allow that.
    Inside(String),
    /// Nobody knows the name.
    Name(String),
    /// Nobody answers there.
    Closed(String),
    /// The certificate isn't one that this machine trusts, and why.
    Certificate(String, String),
    /// It took too long.
    Slow(String),
    /// The answer is too large.
    Large(String),
    /// What came isn't HTTP, or broke off.
    Broken(String),
}

impl Unreachable {
    /// The end of its message's key.
    pub fn word(&self) -> &'static str {
        match self {
            Unreachable::Address(_) => "address",
            Unreachable::Inside(_) => "inside",
            Unreachable::Name(_) => "name",
            Unreachable::Closed(_) => "closed",
            Unreachable::Certificate(..) => "certificate",
            Unreachable::Slow(_) => "slow",
            Unreachable::Large(_) => "large",
            Unreachable::Broken(_) => "broken",
        }
    }

    /// The host that was asked, or the address that can't be asked.
    pub fn whom(&self) -> &str {
        match self {
            Unreachable::Address(whom)
            | Unreachable::Inside(whom)
            | Unreachable::Name(whom)
            | Unreachable::Closed(whom)
            | Unreachable::Certificate(whom, _)
            | Unreachable::Slow(whom)
            | Unreachable::Large(whom)
            | Unreachable::Broken(whom) => whom,
        }
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Its status.
    pub status: u16,
    /// Its body.
    pub body: Vec<u8>,
}

/// Asks.
#[derive(Clone)]
pub struct Outgoing {
    inside: bool,
    places: Arc<Semaphore>,
}

impl Outgoing {
    /// `inside`: whether addresses in the network here may be asked too.
    pub fn new(inside: bool) -> Outgoing {
        Outgoing { inside, places: Arc::new(Semaphore::new(AT_ONCE)) }
    }

    /// Asks for what is at an address.
    ///
    /// # Errors
    /// Why there is no answer.
    pub async fn get(&self, address: &str, headers: HeaderMap) -> Result<Reply, Unreachable> {
        self.ask(Method::GET, address, headers, Vec::new()).await
    }

    /// Sends a form.
    ///
    /// # Errors
    /// Why there is no answer.
    pub async fn post(&self, address: &str, mut headers: HeaderMap, form: String) -> Result<Reply, Unreachable> {
        let kind = HeaderValue::from_static("application/x-www-form-urlencoded");
        headers.insert(axum::http::header::CONTENT_TYPE, kind);
        self.ask(Method::POST, address, headers, form.into_bytes()).await
    }

    async fn ask(
        &self,
        method: Method,
        address: &str,
        headers: HeaderMap,
        body: Vec<u8>,
    ) -> Result<Reply, Unreachable> {
        let whom = address.parse::<Uri>().ok().and_then(|uri| uri.host().map(str::to_owned));
        let whom = whom.unwrap_or_else(|| address.to_owned());
        let asked = async {
            let place = self.places.acquire().await;
            let answer = self.carried(method, address, headers, body).await;
            drop(place);
            answer
        };
        timeout(PATIENCE, asked).await.unwrap_or(Err(Unreachable::Slow(whom)))
    }

    async fn carried(
        &self,
        method: Method,
        address: &str,
        headers: HeaderMap,
        body: Vec<u8>,
    ) -> Result<Reply, Unreachable> {
        let uri: Uri = address.parse().map_err(|_| Unreachable::Address(address.to_owned()))?;
        let host = uri.host().ok_or_else(|| Unreachable::Address(address.to_owned()))?.to_owned();
        let secure = match uri.scheme() {
            Some(scheme) if *scheme == Scheme::HTTPS => true,
            Some(scheme) if *scheme == Scheme::HTTP => false,
            _ => return Err(Unreachable::Address(address.to_owned())),
        };
        let port = uri.port_u16().unwrap_or(if secure { 443 } else { 80 });
        let stream = self.connected(&host, port, secure).await?;
        let mut request = Request::new(Full::new(Bytes::from(body)));
        *request.method_mut() = method;
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        *request.uri_mut() = path.parse().map_err(|_| Unreachable::Address(address.to_owned()))?;
        *request.headers_mut() = headers;
        let authority = uri.authority().map_or(host.as_str(), |authority| authority.as_str());
        let authority = HeaderValue::from_str(authority).map_err(|_| Unreachable::Address(address.to_owned()))?;
        request.headers_mut().insert(HOST, authority);
        request.headers_mut().insert(ACCEPT, HeaderValue::from_static("application/json"));
        request.headers_mut().insert(USER_AGENT, HeaderValue::from_static("fordel"));
        if secure {
            let name = ServerName::try_from(host.trim_matches(['[', ']']).to_owned());
            let name = name.map_err(|_| Unreachable::Address(address.to_owned()))?;
            let trust = trust().ok_or_else(|| Unreachable::Broken(host.clone()))?;
            let stream = TlsConnector::from(trust).connect(name, stream).await;
            sent(stream.map_err(|why| untrusted(&host, &why))?, request, &host).await
        } else {
            sent(stream, request, &host).await
        }
    }

    /// A connection to the host. Each address that its name stands for must be one that may be asked, and it is one of those
    /// very addresses that is asked: no second look at the name can lead elsewhere.
    async fn connected(&self, host: &str, port: u16, secure: bool) -> Result<TcpStream, Unreachable> {
        let bare = host.trim_matches(['[', ']']);
        let found = lookup_host((bare, port)).await.map_err(|_| Unreachable::Name(host.to_owned()))?;
        let found: Vec<SocketAddr> = found.collect();
        if found.iter().any(|address| !may_ask(address.ip(), self.inside)) {
            return Err(Unreachable::Inside(host.to_owned()));
        }
        if !secure && !found.iter().all(|address| address.ip().to_canonical().is_loopback()) {
            return Err(Unreachable::Address(host.to_owned()));
        }
        for address in found {
            if let Ok(stream) = TcpStream::connect(address).await {
                return Ok(stream);
            }
        }
        Err(Unreachable::Closed(host.to_owned()))
    }
}

async fn sent(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    request: Request<Full<Bytes>>,
    host: &str,
) -> Result<Reply, Unreachable> {
    let broken = |_| Unreachable::Broken(host.to_owned());
    let (mut sender, connection) =
        http1::Builder::new().max_buf_size(LARGEST_HEAD).handshake(TokioIo::new(stream)).await.map_err(broken)?;
    // It ends with the sender, which ends with this question.
    tokio::spawn(connection);
    let answer = sender.send_request(request).await.map_err(broken)?;
    let status = answer.status().as_u16();
    let body = Limited::new(answer.into_body(), LARGEST).collect().await.map_err(|why| {
        let large = why.downcast_ref::<LengthLimitError>().is_some();
        if large { Unreachable::Large(host.to_owned()) } else { Unreachable::Broken(host.to_owned()) }
    })?;
    Ok(Reply { status, body: body.to_bytes().to_vec() })
}

fn untrusted(host: &str, why: &std::io::Error) -> Unreachable {
    let of_tls = why.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match of_tls {
        Some(rustls::Error::InvalidCertificate(what)) => Unreachable::Certificate(host.to_owned(), format!("{what:?}")),
        _ => Unreachable::Broken(host.to_owned()),
    }
}

/// Whom this machine trusts, as its own store of certificates says: a hospital's own authority stands there too. Read once.
fn trust() -> Option<Arc<ClientConfig>> {
    static TRUST: OnceLock<Option<Arc<ClientConfig>>> = OnceLock::new();
    let read = || {
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().ok()?;
        Some(Arc::new(config.with_root_certificates(roots).with_no_client_auth()))
    };
    TRUST.get_or_init(read).clone()
}

/// Whether a connection may be opened to an address. What gives a cloud machine its secrets, and everything that is no
/// host's address, may never be asked; the network here and this machine only where the settings say `inside`.
pub fn may_ask(address: IpAddr, inside: bool) -> bool {
    match address.to_canonical() {
        IpAddr::V4(v4) => may_ask_v4(v4, inside),
        IpAddr::V6(v6) => may_ask_v6(v6, inside),
    }
}

fn may_ask_v4(address: Ipv4Addr, inside: bool) -> bool {
    let [a, b, c, _] = address.octets();
    let never = address.is_link_local()
        || address.is_multicast()
        || address.is_broadcast()
        || address.is_documentation()
        || a == 0
        || a >= 240
        || (a, b, c) == (192, 0, 0)
        || a == 198 && (b & 0xfe) == 18;
    // 100.64/10 is shared by those behind one provider of access.
    let here = address.is_private() || address.is_loopback() || a == 100 && (b & 0xc0) == 64;
    !never && (inside || !here)
}

/// Where a cloud machine finds its secrets by the newer protocol.
const CLOUD: Ipv6Addr = Ipv6Addr::new(0xfd00, 0xec2, 0, 0, 0, 0, 0, 0x254);

fn may_ask_v6(address: Ipv6Addr, inside: bool) -> bool {
    let parts = address.segments();
    let within = |parts: [u16; 8]| {
        let [_, _, _, _, _, _, high, low] = parts;
        Ipv4Addr::from((u32::from(high) << 16) | u32::from(low))
    };
    // Addresses that carry one of the older protocol are judged by it.
    if parts[..6] == [0x64, 0xff9b, 0, 0, 0, 0] || parts[..6] == [0; 6] && !address.is_loopback() {
        return may_ask_v4(within(parts), inside);
    }
    if parts[0] == 0x2002 {
        return may_ask_v4(Ipv4Addr::from((u32::from(parts[1]) << 16) | u32::from(parts[2])), inside);
    }
    let never = address.is_unspecified()
        || address.is_multicast()
        || address.is_unicast_link_local()
        || address == CLOUD
        || parts[0] & 0xffc0 == 0xfec0
        || parts[..2] == [0x2001, 0xdb8];
    let here = address.is_unique_local() || address.is_loopback();
    !never && (inside || !here)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_network_here_is_asked_only_where_it_is_allowed_and_some_addresses_never() {
        let may = |text: &str, inside| may_ask(text.parse().expect(text), inside);
        for open in ["20.190.151.7", "139.112.0.1", "2603:1026:3000::1", "2001:700::1"] {
            assert!(may(open, false) && may(open, true), "{open}");
        }
        for here in [
            "10.0.0.7",
            "172.16.3.4",
            "192.168.1.1",
            "127.0.0.1",
            "100.64.0.1",
            "::1",
            "fd12::1",
            "::ffff:10.0.0.7",
            "64:ff9b::a00:7",
            "2002:a00:7::",
        ] {
            assert!(!may(here, false), "{here}");
            assert!(may(here, true), "{here} where it is allowed");
        }
        for never in [
            "169.254.169.254",
            "::ffff:169.254.169.254",
            "64:ff9b::a9fe:a9fe",
            "0.0.0.0",
            "255.255.255.255",
            "224.0.0.1",
            "fe80::1",
            "ff02::1",
            "::",
            "fd00:ec2::254",
            "192.0.0.192",
            "fec0::1",
        ] {
            assert!(!may(never, true), "{never}");
        }
    }

    #[tokio::test]
    async fn only_what_may_be_asked_is() {
        let strict = Outgoing::new(false);
        let ask = async |outgoing: &Outgoing, address: &str| {
            outgoing.get(address, HeaderMap::new()).await.map(|reply| reply.status).map_err(|why| why.word())
        };
        assert_eq!(ask(&strict, "http://127.0.0.1:9/x").await, Err("inside"));
        assert_eq!(ask(&strict, "https://localhost:9/x").await, Err("inside"));
        assert_eq!(ask(&strict, "https://[::ffff:127.0.0.1]/").await, Err("inside"));
        for no_address in ["ftp://x.no/", "x", "/x", "", "https://", "http://20.190.151.7/"] {
            assert_eq!(ask(&strict, no_address).await, Err("address"), "{no_address}");
        }
        let inside = Outgoing::new(true);
        assert_eq!(ask(&inside, "https://169.254.169.254/latest").await, Err("inside"));
        assert_eq!(ask(&inside, "http://127.0.0.1:9/x").await, Err("closed"));
    }
}
