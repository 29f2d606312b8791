//! A whole site on a database of its own, people with roles, and a plain client.

use std::path::PathBuf;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::http::request::Builder;
use axum::http::{Method, Request, StatusCode};
use axum::response::Response;
use fordel_app::service::{
    Asked, BranchId, BranchKind, Device, Entered, Moment, NewAccount, ProposalState, Role, Service, SignIn, SignedIn,
    Store,
};
use fordel_text::{Lang, Texts};
use fordel_web::app::{App, Events};
use fordel_web::server::{Clock, Seen, Site, site};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;

/// A site. It is stopped and taken away when it is dropped.
pub struct Place {
    folder: PathBuf,
    /// What it serves.
    pub service: Arc<Service>,
    /// How far the clock that the service goes by is ahead of the machine's, milliseconds.
    ahead: Arc<AtomicI64>,
    workers: Vec<JoinHandle<()>>,
    site: Router,
    runtime: tokio::runtime::Runtime,
    seen: Arc<Mutex<Vec<Seen>>>,
}

/// Somebody who is signed in, with the key that their browser holds.
pub struct Person {
    /// Who.
    pub who: SignedIn,
    /// The session's key.
    pub key: String,
}

/// An answer.
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    headers: axum::http::HeaderMap,
    /// Its body.
    pub body: Vec<u8>,
}

impl Answer {
    /// A header, empty where it isn't there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// What happens in a unit, as its pages are told it.
pub struct Stream<'p> {
    runtime: &'p tokio::runtime::Runtime,
    body: Body,
    read: String,
}

impl Stream<'_> {
    /// The next one's name and data; nothing where none comes in that time.
    pub fn next_within(&mut self, time: Duration) -> Option<(String, Value)> {
        loop {
            if let Some((one, rest)) = self.read.split_once("\n\n") {
                let part = |name: &str| one.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim();
                let (name, data) = (part("event:").to_owned(), serde_json::from_str(part("data:")));
                self.read = rest.to_owned();
                // A sign of life has neither.
                if let Ok(data) = data {
                    return Some((name, data));
                }
                continue;
            }
            let body = &mut self.body;
            let next = self.runtime.block_on(async { tokio::time::timeout(time, body.frame()).await });
            let part = next.ok()??.ok()?.into_data().ok()?;
            self.read += &String::from_utf8_lossy(&part);
        }
    }
}

const PASSWORD: &str = "fire grønne hester";

fn account(email: &str) -> NewAccount<'_> {
    NewAccount { name: "Kari Nordmann", email, password: PASSWORD, lang: Lang::Nb }
}

impl Place {
    /// A site on an empty database, with this many workers that make plans.
    pub fn new(name: &str, plans: usize) -> Place {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("site-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        Place::in_folder(folder, plans)
    }

    /// The same in an empty folder that is there.
    pub fn in_folder(folder: PathBuf, plans: usize) -> Place {
        let clock = Clock::of_the_machine();
        let store = Store::open(&folder.join("fordel.db"), Moment(clock.now().0)).expect("an empty database");
        let events = Events::new();
        let ahead: Arc<AtomicI64> = Arc::default();
        let later = Arc::clone(&ahead);
        let time = Box::new(move || Moment(clock.now().0 + later.load(Ordering::Relaxed)));
        let service = Arc::new(Service::new(store, time, events.listener(), 2).expect("a service"));
        let workers = service.start_workers(plans);
        let date = Arc::new(|_| "22. november 2026".to_owned());
        let routes = fordel_web::routes(App::new(Arc::clone(&service), events, date, false));
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
        let seen: Arc<Mutex<Vec<Seen>>> = Arc::default();
        let told = Arc::clone(&seen);
        let watch = Arc::new(move |one: &Seen| told.lock().expect("a lock").push(one.clone()));
        let site = site(routes, Site { watch, ..Site::default() });
        Place { folder, service, ahead, workers, site, runtime, seen }
    }

    /// So many hours go by for the service.
    pub fn later(&self, hours: i64) {
        self.ahead.fetch_add(hours * 3_600_000, Ordering::Relaxed);
    }

    /// Where its database lies.
    pub fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// What those who run the site were told of since they were last asked.
    pub fn seen(&self) -> Vec<Seen> {
        std::mem::take(&mut self.seen.lock().expect("a lock"))
    }

    /// An organisation with its administrator.
    pub fn founded(&self) -> Person {
        let link = self.service.first_link().expect("read").expect("nobody is here");
        let made = self.service.found_by(link.reveal(), "Helse Test HF", &account("leder@test.no"), false, "test");
        self.person(made.expect("founded").reveal())
    }

    /// Somebody with this role on the branch.
    pub fn invited(&self, by: &Person, branch: BranchId, role: Role, email: &str) -> Person {
        let administers = self.service.administer(&by.who, branch).expect("administers");
        let link = administers.invite(role, None, None).expect("invited");
        let key = self.service.accept_invitation(link.reveal(), &account(email), "test").expect("accepted");
        self.person(key.reveal())
    }

    /// Somebody who signs in again.
    pub fn again(&self, email: &str) -> Person {
        let typed = SignIn { email, password: PASSWORD, code: None };
        match self.service.sign_in(&typed, &Device { agent: "test", marks: Vec::new() }).expect("read") {
            Entered::In(key, _) => self.person(key.reveal()),
            _ => panic!("{email} comes in"),
        }
    }

    /// A unit with a ward of a dozen lines.
    pub fn small_ward(&self, by: &Person) -> BranchId {
        let top = self.service.administer(&by.who, by.who.organisation).expect("administers");
        let unit = top.add(BranchKind::Unit, "Post").expect("added");
        let contributes = self.service.unit(&by.who, unit).expect("seen").contribute().expect("may");
        let book = include_bytes!("../../../fordel-sheets/tests/data/liten.xlsx");
        let key = contributes.hand_in("liten.xlsx", book, &Texts::new(Lang::Nb)).expect("read");
        contributes.confirm(key.reveal()).expect("taken in");
        unit
    }

    /// The administrator of another organisation on the same database.
    pub fn elsewhere(&self) -> Person {
        let made = self.service.found_beside("Helse Annet HF", &account("annen@annet.no"), "test");
        self.person(made.expect("founded").1.reveal())
    }

    /// Who holds this key.
    pub fn person(&self, key: &str) -> Person {
        let who = self.service.signed_in(key).expect("read").expect("signed in");
        Person { who, key: key.to_owned() }
    }

    /// A proposal for the unit as it is, searched for so many seconds, when it is done.
    pub fn proposal(&self, by: &Person, unit: BranchId, seconds: u32) -> i64 {
        let contributes = self.service.unit(&by.who, unit).expect("seen").contribute().expect("may");
        let asked = Asked { seconds: Some(seconds), ..Asked::default() };
        let number = contributes.propose("Beste <b>fordeling</b>", &asked).expect("asked");
        let patience = Instant::now();
        loop {
            let head = contributes.proposal(number).expect("read").kept.head.clone();
            match head.state {
                ProposalState::Done => return number,
                ProposalState::Failed => panic!("{head:?}"),
                _ => assert!(patience.elapsed() < Duration::from_secs(120), "{head:?}"),
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Asks as this person, or as nobody.
    pub fn get(&self, path: &str, by: Option<&Person>) -> Answer {
        self.ask(Request::builder().method(Method::GET).uri(path), by, Body::empty())
    }

    /// Sends a form as a page of this site would.
    pub fn post(&self, path: &str, by: Option<&Person>, form: &str) -> Answer {
        let request = Request::builder().method(Method::POST).uri(path).header("sec-fetch-site", "same-origin");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        self.ask(request, by, Body::from(form.to_owned()))
    }

    /// Sends a form in parts, divided by `--part`, as a page of this site would.
    pub fn post_parts(&self, path: &str, by: &Person, parts: impl Into<Body>) -> Answer {
        let request = Request::builder().method(Method::POST).uri(path).header("sec-fetch-site", "same-origin");
        self.ask(request.header("content-type", "multipart/form-data; boundary=part"), Some(by), parts.into())
    }

    /// Hands in a file on the page at this path.
    pub fn hand_in(&self, path: &str, by: &Person, name: &str, bytes: &[u8]) -> Answer {
        let head = format!("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        self.post_parts(path, by, [head.as_bytes(), bytes, b"\r\n--part--\r\n"].concat())
    }

    /// What the site answers to a browser of this person, or of nobody.
    async fn answer(&self, request: Builder, by: Option<&Person>, body: Body) -> Response {
        let request = request.header("host", "fordel.example");
        let request = match by {
            Some(person) => request.header("cookie", format!("fordel={}", person.key)),
            None => request,
        };
        self.site.clone().oneshot(request.body(body).expect("a request")).await.expect("an answer")
    }

    /// The answer but for its body, which may never end.
    pub fn head(&self, request: Builder, by: Option<&Person>, body: Body) -> Answer {
        self.runtime.block_on(async {
            let answer = self.answer(request, by, body).await;
            Answer { status: answer.status(), headers: answer.headers().clone(), body: Vec::new() }
        })
    }

    /// What happens in a unit from now on.
    pub fn events(&self, unit: BranchId, by: &Person) -> Stream<'_> {
        let request = Request::builder().uri(format!("/u/{unit}/events"));
        let answer = self.runtime.block_on(self.answer(request, Some(by), Body::empty()));
        assert_eq!(answer.status(), StatusCode::OK);
        Stream { runtime: &self.runtime, body: answer.into_body(), read: String::new() }
    }

    /// Asks what is built so far, as this person or as nobody.
    pub fn ask(&self, request: Builder, by: Option<&Person>, body: Body) -> Answer {
        self.runtime.block_on(async {
            let answer = self.answer(request, by, body).await;
            let (status, headers) = (answer.status(), answer.headers().clone());
            let body = answer.into_body().collect().await.expect("a body").to_bytes().to_vec();
            Answer { status, headers, body }
        })
    }
}

/// A text as it is sent in a form: every byte by its number.
pub fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

impl Drop for Place {
    fn drop(&mut self) {
        self.service.stop_workers(std::mem::take(&mut self.workers));
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
