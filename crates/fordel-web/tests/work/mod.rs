//! A whole site on an empty database, for scenarios that do a ward's work on it.

#![allow(dead_code, reason = "each test program uses its part")]

use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;

use axum::Router;
use fordel_app::service::{Moment, Service, Store};
use fordel_web::app::{App, Events};
use fordel_web::server::Clock;

/// A service on a database of its own, with a worker. It is stopped and taken away when it is dropped.
pub struct Work {
    folder: PathBuf,
    /// What it serves.
    pub service: Arc<Service>,
    workers: Vec<JoinHandle<()>>,
    /// Its routes.
    pub routes: Router,
    /// The address, without its origin, of the link for the first administrator.
    pub first: String,
}

impl Work {
    /// Starts on an empty database.
    pub fn start(name: &str) -> Work {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("work-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        let clock = Clock::of_the_machine();
        let store = Store::open(&folder.join("fordel.db"), Moment(clock.now().0)).expect("an empty database");
        let events = Events::new();
        let time = Box::new(move || Moment(clock.now().0));
        let service = Arc::new(Service::new(store, time, events.listener(), 2).expect("a service"));
        let workers = service.start_workers(1);
        let link = service.first_link().expect("read").expect("nobody is here");
        let date = Arc::new(|_| "22. november 2026".to_owned());
        let routes = fordel_web::routes(App::new(Arc::clone(&service), events, date, false).asking_inside());
        Work { folder, service, workers, routes, first: format!("/start/{}", link.reveal()) }
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.service.stop_workers(std::mem::take(&mut self.workers));
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
