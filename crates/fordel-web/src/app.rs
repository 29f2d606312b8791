//! What every handler shares: the service, and the stream of what happens in each unit.

use std::sync::Arc;

use axum::http::HeaderMap;
use axum::http::header::HOST;
use fordel_app::service::{Administers, BranchId, Event, Failed, Listener, Moment, Service, aside};
use fordel_text::Lang;
use tokio::sync::broadcast::{Receiver, Sender, channel};

use crate::answer::Refusal;
use crate::moments;
use crate::provider::Directory;
use crate::visitor::Visitor;

/// Events that a slow reader may lag behind before it must load its page anew.
const LAG: usize = 256;

/// What happened where, ready to be sent: the event's name and its JSON.
#[derive(Clone, Debug)]
pub struct Told {
    /// The unit.
    pub unit: BranchId,
    /// The event's name.
    pub name: &'static str,
    /// Its data.
    pub json: Arc<str>,
}

/// The site's state.
#[derive(Clone)]
pub struct App {
    service: Arc<Service>,
    events: Events,
    date: Date,
    times: Times,
    https: bool,
    origin: Option<Arc<str>>,
    directory: Arc<Directory>,
}

/// The day as people write it in a language, for documents: the one in Norway.
pub type Date = Arc<dyn Fn(Lang) -> String + Send + Sync>;

/// A moment as people write it in a language, by the clock in Norway.
pub type Times = Arc<dyn Fn(Lang, Moment) -> String + Send + Sync>;

/// What happens in all units.
#[derive(Clone)]
pub struct Events(Sender<Told>);

impl Events {
    /// Nobody listens yet.
    pub fn new() -> Events {
        Events(channel(LAG).0)
    }

    /// Who tells it, for the service.
    pub fn listener(&self) -> Listener {
        let sender = self.0.clone();
        Box::new(move |unit, event: &Event| {
            // Nobody listens: nothing is lost, pages are loaded from what is kept.
            if sender.receiver_count() == 0 {
                return;
            }
            let Ok(json) = serde_json::to_string(event) else { return };
            let _ = sender.send(Told { unit, name: event.name(), json: json.into() });
        })
    }
}

impl Default for Events {
    fn default() -> Self {
        Events::new()
    }
}

impl App {
    /// A site on this service; `https`: whether people reach it so.
    pub fn new(service: Arc<Service>, events: Events, date: Date, https: bool) -> App {
        let times: Times = Arc::new(|_, at| moments::in_utc(at));
        App { service, events, date, times, https, origin: None, directory: Arc::new(Directory::new(false)) }
    }

    /// The same, where providers in the network here may be asked too.
    pub fn asking_inside(self) -> App {
        App { directory: Arc::new(Directory::new(true)), ..self }
    }

    /// What is known of providers by which people sign in.
    pub(crate) fn directory(&self) -> &Directory {
        &self.directory
    }

    /// The same, with moments written so.
    pub fn with_times(self, times: Times) -> App {
        App { times, ..self }
    }

    /// The same, under the address by which people know it, where that is set.
    pub fn known_as(self, origin: Option<&str>) -> App {
        App { origin: origin.map(Arc::from), ..self }
    }

    /// The address by which whoever asks knows the site, without a slash at its end.
    pub fn origin(&self, headers: &HeaderMap) -> String {
        let host = || headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
        let scheme = if self.https { "https" } else { "http" };
        self.origin.as_ref().map_or_else(|| format!("{scheme}://{}", host()), ToString::to_string)
    }

    /// A moment, as people write it.
    pub fn moment(&self, lang: Lang, at: Moment) -> String {
        (self.times)(lang, at)
    }

    /// Today, as people write it.
    pub fn date(&self, lang: Lang) -> String {
        (self.date)(lang)
    }

    /// Whether people reach the site by https.
    pub fn https(&self) -> bool {
        self.https
    }

    /// From now on, what happens in all units.
    pub fn listen(&self) -> Receiver<Told> {
        self.events.0.subscribe()
    }

    /// Asks the service beside the threads that answer requests: it waits for disks and counts.
    ///
    /// # Errors
    /// What the service fails at.
    pub async fn run<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&Service) -> Result<T, Failed> + Send + 'static,
    ) -> Result<T, Refusal> {
        let service = Arc::clone(&self.service);
        match tokio::task::spawn_blocking(move || ask(&service)).await {
            Ok(answer) => answer.map_err(Refusal::from),
            Err(why) => Err(Refusal::from(Failed::Internal(why.to_string()))),
        }
    }

    /// The same on a thread that gives way to those that answer others: what takes a core for more than a moment, as reading what
    /// is handed in and writing documents. Not what keeps changes: whoever else writes would wait for it.
    ///
    /// # Errors
    /// What the service fails at.
    pub async fn aside<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&Service) -> Result<T, Failed> + Send + 'static,
    ) -> Result<T, Refusal> {
        self.run(move |service| aside(|| ask(service))).await
    }

    /// The same, as one who administers the visitor's whole organisation.
    ///
    /// # Errors
    /// What the service fails at; a refusal to those who don't.
    pub async fn administer<T: Send + 'static>(
        &self,
        visitor: &Visitor,
        act: impl FnOnce(&Administers) -> Result<T, Failed> + Send + 'static,
    ) -> Result<T, Refusal> {
        let who = visitor.who.clone();
        self.run(move |s| act(&s.administer(&who, who.organisation)?)).await
    }

    /// Asks the service for something that nobody waits for. An answer isn't held back by a note that can't be written: where
    /// the disk is full, that is told by whatever people do themselves.
    pub fn without_waiting(&self, act: impl FnOnce(&Service) -> Result<(), Failed> + Send + 'static) {
        let service = Arc::clone(&self.service);
        drop(tokio::task::spawn_blocking(move || act(&service)));
    }
}
