//! Signing in by a provider that lies: `tests/provider/hostile.mjs` is the provider and the browser that carries its lies. Each is refused with a
//! page and, where it came as far as that, a line in the log; nobody comes in by one.

mod running;
mod work;

use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};

use fordel_app::service::{NewAccount, Service};
use fordel_text::Lang;
use fordel_web::server::{Incident, Site};
use running::Running;
use work::Work;

/// An organisation with an administrator, and how the provider's script gets at it.
fn organisation(service: &Service, name: &str, email: &str) -> (String, serde_json::Value) {
    let account = NewAccount { name: "Kari Nordmann", email, password: "fire grønne hester", lang: Lang::Nb };
    let (organisation, key) = service.found_beside(name, &account, "test").expect("founded");
    let who = service.signed_in(key.reveal()).expect("read").expect("signed in");
    let entrance = service.administer(&who, organisation).expect("administers").entrance().expect("has one");
    (key.reveal().to_owned(), serde_json::json!({ "entrance": entrance, "key": key.reveal() }))
}

#[test]
fn every_lie_of_a_hostile_provider_is_refused_and_told() {
    let work = Work::start("hostile");
    let (key, ours) = organisation(&work.service, "Helse Lur HF", "kari@test.no");
    let (_, theirs) = organisation(&work.service, "Helse Annet HF", "annen@test.no");
    let told: Arc<Mutex<Vec<String>>> = Arc::default();
    let hears = Arc::clone(&told);
    let report = Arc::new(move |incident: &Incident| hears.lock().expect("whole").push(incident.what.clone()));
    let running = Running::start(work.routes.clone(), Site { report, ..Site::default() });
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/provider/hostile.mjs");
    let both = serde_json::json!([ours, theirs]).to_string();
    let output = Command::new("node").arg(script).args([&running.url(), &both, "kari@test.no"]).output();
    let output = output.expect("node is here: scripts/prepare tests installs it");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));

    let expected: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix("LOG ")).collect();
    let told = told.lock().expect("whole");
    assert!(expected.len() > 60, "{said}");
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for (line, words) in told.iter().zip(expected) {
        assert!(line.contains(words), "{line}: {words}");
        assert!(!line.contains("hemmelighet"), "no secret in the log: {line}");
    }
    let admitted = said.lines().find_map(|line| line.strip_prefix("ADMITTED ")?.parse().ok());
    let who = work.service.signed_in(&key).expect("read").expect("signed in");
    let sessions = work.service.sessions(&who).expect("read").len();
    assert_eq!(Some(sessions), admitted.map(|n: usize| n + 1), "one session for each that came in, and the first");
}
