//! How long Vakten nå takes, from the request to the last byte: the example ward with a plan of its own, every shift of a week,
//! each with up to two of each group missing. `cargo run --release -p fordel-web --example now`

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use fordel_app::service::{Asked, Moment, NewAccount, ProposalState, Service, Store};
use fordel_core::calendar::days_after;
use fordel_core::norwegian_time::InNorway;
use fordel_text::Lang;
use fordel_web::app::{App, Events};
use fordel_web::server::{Clock, Site, site};
use http_body_util::BodyExt;
use tower::ServiceExt;

/// Seconds that the plan is searched for.
const SECONDS: u32 = 10;

fn main() {
    let folder = std::env::temp_dir().join(format!("fordel-now-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let clock = Clock::of_the_machine();
    let store = Store::open(&folder.join("fordel.db"), Moment(clock.now().0)).expect("an empty database");
    let events = Events::new();
    let time = Box::new(move || Moment(clock.now().0));
    let service = Arc::new(Service::new(store, time, events.listener(), 1).expect("a service"));
    let workers = service.start_workers(1);
    let date = Arc::new(|_| String::new());
    let routes = fordel_web::routes(App::new(Arc::clone(&service), events, date, false));
    let site = site(routes, Site::default());

    let link = service.first_link().expect("read").expect("nobody is here");
    let account = NewAccount { name: "K", email: "k@test.no", password: "fire grønne hester", lang: Lang::Nb };
    let key = service.found_by(link.reveal(), "Test HF", &account, false, "now").expect("founded").reveal().to_owned();
    let who = service.signed_in(&key).expect("read").expect("signed in");
    let unit = service.add_example(&who).expect("the example");
    let contributes = service.unit(&who, unit).expect("seen").contribute().expect("may");
    let number = contributes.propose("x", &Asked { seconds: Some(SECONDS), ..Asked::default() }).expect("asked");
    while contributes.proposal(number).expect("read").kept.head.state != ProposalState::Done {
        std::thread::sleep(Duration::from_millis(100));
    }
    service.stop_workers(workers);

    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let ask = |path: &str| runtime.block_on(asked(&site, path, &key));
    println!("the first, which reads the plan: {:.1?}", ask(&format!("/u/{unit}/now")));
    let plan = contributes.on_duty().expect("read").expect("a plan");
    let today = InNorway::at(service.now().0).date;
    let mut times = Vec::new();
    for date in (0..7).map(|days| days_after(today, days)) {
        for (shift, moment) in plan.offered(date) {
            for (group, planned) in plan.on_shift(&moment) {
                let code = &plan.ward.group(group).code;
                for missing in 0..=planned.min(2) {
                    times.push(ask(&format!(
                        "/u/{unit}/now?dato={date}&vakt={}&m.{code}={missing}",
                        shift.replace(':', "%3A")
                    )));
                }
            }
        }
    }
    times.sort();
    let at = |share: usize| times.get(times.len() * share / 100).or(times.last()).copied().unwrap_or_default();
    println!("{} pages: median {:.1?}, 95 % within {:.1?}, longest {:.1?}", times.len(), at(50), at(95), at(100));
    let _ = std::fs::remove_dir_all(&folder);
}

async fn asked(site: &Router, path: &str, key: &str) -> Duration {
    let request =
        Request::builder().uri(path).header("host", "fordel.example").header("cookie", format!("fordel={key}"));
    let started = Instant::now();
    let answer = site.clone().oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::OK, "{path}");
    answer.into_body().collect().await.expect("a body");
    started.elapsed()
}
