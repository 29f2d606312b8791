//! Connections that wait for a request: when all places are taken, the one that has waited longest gives way.
//!
//! A connection that carries a request is never cut for another one's sake.

use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use hyper::body::{Frame, SizeHint};
use tokio::sync::Notify;
use tokio::time::Instant;

/// How long every connection may wait before it can be cut for another: enough to read a request that has arrived already.
const GRACE: Duration = Duration::from_millis(100);

/// One that waits: since when, and how it is told to give way.
struct Waiter {
    since: Instant,
    cut: Arc<Notify>,
}

/// What came of asking one to give way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// It does.
    Told,
    /// It has only begun to wait; ask again at this time.
    Later(Instant),
    /// None waits.
    Nobody,
}

/// The connections that wait, the one that has waited longest first.
#[derive(Default)]
pub(super) struct Waiting {
    turns: AtomicU64,
    line: Mutex<BTreeMap<u64, Waiter>>,
    /// Told each time a connection begins to wait.
    pub(super) joined: Notify,
    /// Told when one that should give way had got a request meanwhile, and goes on.
    pub(super) spared: Notify,
}

impl Waiting {
    fn line(&self) -> MutexGuard<'_, BTreeMap<u64, Waiter>> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Cuts the connection that has waited longest, if it has had its time.
    pub(super) fn cut_longest(&self) -> Asked {
        let mut line = self.line();
        let Some(longest) = line.first_entry() else { return Asked::Nobody };
        let due = longest.get().since + GRACE;
        if Instant::now() < due {
            return Asked::Later(due);
        }
        longest.remove().cut.notify_one();
        Asked::Told
    }

    /// Cuts all that wait.
    pub(super) fn cut_all(&self) {
        for (_, waiter) in std::mem::take(&mut *self.line()) {
            waiter.cut.notify_one();
        }
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
        self.waiting.line().insert(turn, Waiter { since: Instant::now(), cut: self.cut.clone() });
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

    #[tokio::test]
    async fn the_one_that_has_waited_longest_gives_way_and_one_that_carries_a_request_never_does() {
        let waiting = Arc::new(Waiting::default());
        let cut = || async {
            tokio::time::sleep(GRACE).await;
            waiting.cut_longest()
        };
        let (first, second) = (Place::new(&waiting), Place::new(&waiting));
        assert!(matches!(waiting.cut_longest(), Asked::Later(_)), "each has its time");
        let carrying = first.carry();
        assert_eq!(cut().await, Asked::Told, "the second waits");
        assert_eq!(cut().await, Asked::Nobody, "the first carries a request");
        drop(carrying);
        assert_eq!(cut().await, Asked::Told, "the first waits again");
        drop((first, second));
        assert_eq!(cut().await, Asked::Nobody);
        drop(Place::new(&waiting));
        assert_eq!(cut().await, Asked::Nobody, "one that is gone has left the line");
    }
}
