//! Connections that wait for a request: when all places are taken, the one that has waited longest gives way.
//!
//! A connection that carries a request is never cut for another one's sake.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use axum::body::{Body, Bytes};
use hyper::body::{Frame, SizeHint};
use tokio::sync::Notify;

/// The connections that wait, the one that has waited longest first.
#[derive(Default)]
pub(super) struct Waiting {
    turns: AtomicU64,
    line: Mutex<BTreeMap<u64, Arc<Notify>>>,
    /// Told each time a connection begins to wait.
    pub(super) joined: Notify,
    /// Told when one that should give way had got a request meanwhile, and goes on.
    pub(super) spared: Notify,
}

impl Waiting {
    fn line(&self) -> MutexGuard<'_, BTreeMap<u64, Arc<Notify>>> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Cuts the connection that has waited longest. Says whether there was one.
    pub(super) fn cut_longest(&self) -> bool {
        let longest = self.line().pop_first();
        longest.inspect(|(_, cut)| cut.notify_one()).is_some()
    }

    /// Cuts all that wait.
    pub(super) fn cut_all(&self) {
        while self.cut_longest() {}
    }
}

/// A connection's place among those that wait.
pub(super) struct Place {
    waiting: Arc<Waiting>,
    cut: Arc<Notify>,
    turn: Mutex<Option<u64>>,
}

impl Place {
    /// A new connection, which waits for its first request.
    pub(super) fn new(waiting: &Arc<Waiting>) -> Arc<Place> {
        let place = Place { waiting: waiting.clone(), cut: Arc::default(), turn: Mutex::new(None) };
        place.wait();
        Arc::new(place)
    }

    /// Ends when this connection must give way.
    pub(super) async fn cut(&self) {
        loop {
            self.cut.notified().await;
            if self.turn().is_some() {
                return;
            }
            self.waiting.spared.notify_one();
        }
    }

    fn turn(&self) -> MutexGuard<'_, Option<u64>> {
        self.turn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait(&self) {
        let turn = self.waiting.turns.fetch_add(1, Ordering::Relaxed);
        self.waiting.line().insert(turn, self.cut.clone());
        *self.turn() = Some(turn);
        self.waiting.joined.notify_one();
    }

    fn leave(&self) {
        if let Some(turn) = self.turn().take() {
            self.waiting.line().remove(&turn);
        }
    }

    /// The connection carries a request for as long as the answer to this is kept.
    pub(super) fn carry(self: &Arc<Place>) -> Carrying {
        self.leave();
        Carrying(self.clone())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.leave();
    }
}

/// A request is being answered on this connection.
pub(super) struct Carrying(Arc<Place>);

impl Drop for Carrying {
    fn drop(&mut self) {
        self.0.wait();
    }
}

/// The body of an answer, which holds its connection until it is sent or given up.
pub(super) struct Carried {
    body: Body,
    _carrying: Carrying,
}

impl Carried {
    /// The answer's body.
    pub(super) fn new(body: Body, carrying: Carrying) -> Carried {
        Carried { body, _carrying: carrying }
    }
}

impl hyper::body::Body for Carried {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_that_has_waited_longest_gives_way_and_one_that_carries_a_request_never_does() {
        let waiting = Arc::new(Waiting::default());
        let (first, second) = (Place::new(&waiting), Place::new(&waiting));
        let carrying = first.carry();
        assert!(waiting.cut_longest(), "the second waits");
        assert!(!waiting.cut_longest(), "the first carries a request");
        drop(carrying);
        assert!(waiting.cut_longest(), "the first waits again");
        drop((first, second));
        assert!(!waiting.cut_longest());
        drop(Place::new(&waiting));
        assert!(!waiting.cut_longest(), "one that is gone has left the line");
    }
}
