//! The accept loop: connections within their limits, and an orderly end.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio::time::{sleep, sleep_until, timeout};
use tower::ServiceExt;

use super::Limits;
use super::closing::Closing;
use super::stream::Unstalled;
use super::waiting::{Asked, Carried, Place, Waiting};

/// How long the loop rests when the system can't give it another connection.
const REST: Duration = Duration::from_millis(20);

/// How long connections that carry no request have to end by themselves.
const IDLE_FAREWELL: Duration = Duration::from_secs(1);

/// Answers what arrives at the listener, until `shutdown` ends and the requests in flight are answered.
///
/// When all connections are taken, the one that has waited longest for a request gives way to a new one; when each of
/// them carries a request, new ones wait.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, shutdown: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(limits.connections_within_open_files()));
    let waiting = Arc::new(Waiting::default());
    let graceful = GracefulShutdown::new();
    let (close, closing) = Closing::new();
    let mut connections = JoinSet::new();
    let mut shutdown = pin!(shutdown);
    loop {
        let arrived = tokio::select! {
            () = &mut shutdown => break,
            arrived = next(&listener, &places, &waiting) => arrived,
        };
        while connections.try_join_next().is_some() {}
        if let Some((stream, peer, place)) = arrived {
            let connection = Connection {
                router: router.clone(),
                peer,
                closing: closing.clone(),
                waiting: waiting.clone(),
                limits: limits.clone(),
            };
            let watcher = graceful.watcher();
            connections.spawn(async move {
                connection.carry(stream, watcher).await;
                drop(place);
            });
        }
    }
    drop(listener);
    close.send_replace(true);
    let farewell = async {
        let mut ended = pin!(graceful.shutdown());
        if timeout(IDLE_FAREWELL, &mut ended).await.is_err() {
            waiting.cut_all();
            ended.await;
        }
    };
    // What hasn't ended by then ends with the set of connections.
    let _ = timeout(limits.farewell, farewell).await;
}

/// The next connection, and its place.
async fn next(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
    waiting: &Waiting,
) -> Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    match listener.accept().await {
        Ok((stream, peer)) => Some((stream, peer, place(places, waiting).await?)),
        Err(error) => {
            let theirs = [io::ErrorKind::ConnectionAborted, io::ErrorKind::ConnectionReset].contains(&error.kind());
            if !theirs {
                waiting.cut_longest();
                sleep(REST).await;
            }
            None
        }
    }
}

/// A place for one more connection, made by cutting one that waits if need be.
async fn place(places: &Arc<Semaphore>, waiting: &Waiting) -> Option<OwnedSemaphorePermit> {
    if let Ok(place) = places.clone().try_acquire_owned() {
        return Some(place);
    }
    let mut free = pin!(places.clone().acquire_owned());
    loop {
        let asked = waiting.cut_longest();
        let due = async {
            match asked {
                Asked::Later(due) => sleep_until(due).await,
                Asked::Told | Asked::Nobody => std::future::pending().await,
            }
        };
        tokio::select! {
            place = &mut free => return place.ok(),
            () = due => {}
            () = waiting.joined.notified(), if asked == Asked::Nobody => {}
            () = waiting.spared.notified() => {}
        }
    }
}

/// What a connection knows besides its stream.
struct Connection {
    router: Router,
    peer: SocketAddr,
    closing: Closing,
    waiting: Arc<Waiting>,
    limits: Limits,
}

impl Connection {
    /// Answers the requests of one connection, until either side ends it.
    async fn carry(self, stream: TcpStream, watcher: Watcher) {
        // Answers are written whole; waiting to fill a packet only delays them.
        let _ = stream.set_nodelay(true);
        let place = Place::new(&self.waiting);
        let at = place.clone();
        let service = service_fn(move |request: Request<Incoming>| {
            let carrying = at.carry();
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(self.peer));
            request.extensions_mut().insert(self.closing.clone());
            let answer = self.router.clone().oneshot(request);
            async move {
                let answer = answer.await.unwrap_or_else(|never: Infallible| match never {});
                Ok::<_, Infallible>(answer.map(|body| Carried::new(body, carrying)))
            }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.head)
            .max_buf_size(self.limits.head_bytes)
            .serve_connection(TokioIo::new(Unstalled::new(stream, self.limits.stall)), service);
        tokio::select! {
            // A connection that fails is the other side's affair: it went away, or didn't speak HTTP.
            _ = watcher.watch(connection) => {}
            () = place.cut() => {}
        }
    }
}
