//! The running site: a database, a service on it, its workers, and the server, from start to stop.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use fordel_app::service::{Failed, Moment, Service, Store, StoreFailure};
use fordel_text::Lang;
use tokio::net::TcpListener;

use crate::app::{App, Date, Events, Times};
use crate::routes;
use crate::server::{Clock, Limits, Report, Site, Watch, serve, site};

/// How often it is looked whether the site is to stop.
const LOOK: Duration = Duration::from_millis(100);

/// How the site is to run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The database file; made if it isn't there.
    pub database: PathBuf,
    /// Whether to fill an empty database with the example.
    pub demo: bool,
    /// The language of the example.
    pub lang: Lang,
    /// The address by which people reach the site (`https://fordel.example.no`), where a proxy stands before it.
    pub origin: Option<String>,
    /// Plans that are made at the same time.
    pub plans: usize,
    /// Whether providers by which people sign in may stand in the network here.
    pub inside: bool,
    /// Days that what was looked up on Vakten nå is kept.
    pub look_ups: u32,
}

/// What is told once the site can be reached.
#[derive(Clone, Debug)]
pub struct Ready {
    /// Its address.
    pub address: String,
    /// A link for the first administrator, where nobody is there yet.
    pub first: Option<String>,
    /// A link into the example, where it was made.
    pub example: Option<String>,
}

/// Why the site doesn't run.
#[derive(Debug)]
pub enum Stopped {
    /// The database, at the start.
    Store(StoreFailure),
    /// The database was found damaged while the site ran; what was found.
    Damaged(String),
    /// The address can't be listened at.
    Listen(io::Error),
    /// The system gives no threads or no chance.
    System(String),
}

/// Runs until `stop` says so, or the database is found damaged. `ready` is told when the site can be reached, `report` of
/// the program's mistakes, `watch` of sign-ins and refusals.
///
/// # Errors
/// What keeps the site from starting, or from going on.
pub fn run(
    settings: &Settings,
    date: Date,
    times: Times,
    (report, watch): (Report, Watch),
    ready: impl FnOnce(&Ready),
    stop: impl Fn() -> bool,
) -> Result<(), Stopped> {
    let clock = Clock::of_the_machine();
    let now = Moment(clock.now().0);
    let store = Store::open(&settings.database, now).map_err(Stopped::Store)?;
    let events = Events::new();
    let told = clock.clone();
    let time = Box::new(move || Moment(told.now().0));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let service = Service::new(store, time, events.listener(), cores).map_err(stopped)?;
    let service = Arc::new(service.keeping_look_ups(settings.look_ups));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|why| Stopped::System(why.to_string()))?;
    let listener = runtime.block_on(TcpListener::bind(settings.listen)).map_err(Stopped::Listen)?;
    let address = listener.local_addr().map_err(Stopped::Listen)?;
    let workers = service.start_workers(settings.plans);
    let links = links(&service, settings, address).map_err(stopped);
    let served = links.map(|links| {
        let https = settings.origin.as_ref().is_some_and(|origin| origin.starts_with("https://"));
        let app =
            App::new(Arc::clone(&service), events, date, https).with_times(times).known_as(settings.origin.as_deref());
        let app = if settings.inside { app.asking_inside() } else { app };
        let limits = Limits::default();
        let around = Site { https, origin: settings.origin.clone(), limits: limits.clone(), clock, report, watch };
        let site = site(routes::routes(app), around);
        ready(&links);
        runtime.block_on(async {
            serve(listener, site, limits, async {
                while !stop() && service.damage().is_none() {
                    tokio::time::sleep(LOOK).await;
                }
            })
            .await;
        });
    });
    service.stop_workers(workers);
    served?;
    service.damage().map_or(Ok(()), |why| Err(Stopped::Damaged(why.to_owned())))
}

fn links(service: &Service, settings: &Settings, address: SocketAddr) -> Result<Ready, Failed> {
    let origin = settings.origin.clone().unwrap_or_else(|| format!("http://{address}"));
    let example = if settings.demo { service.example_link(settings.lang)? } else { None };
    let first = service.first_link()?;
    Ok(Ready {
        first: first.map(|key| format!("{origin}/start/{}", key.reveal())),
        example: example.map(|key| format!("{origin}/example/{}", key.reveal())),
        address: origin,
    })
}

fn stopped(failed: Failed) -> Stopped {
    match failed {
        Failed::Store(failure) => Stopped::Store(failure),
        other => Stopped::System(format!("{other:?}")),
    }
}
