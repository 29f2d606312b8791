//! The body of a request: how large it may be, how long it may take, and what becomes of what nobody read.

use std::future::Future;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::EXPECT;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use hyper::body::{Body as _, Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep_until, timeout_at};

use super::Limits;

const LARGE: u8 = 1;
const SLOW: u8 = 2;

/// What is known of a request's body beside the body itself.
#[derive(Default)]
struct Watched {
    upload: AtomicBool,
    fault: AtomicU8,
    unread: Mutex<Option<Body>>,
}

/// A mark on a request: its body is watched.
#[derive(Clone)]
struct Mark(Arc<Watched>);

/// The layer that watches every body.
pub(super) async fn watched(State(limits): State<Arc<Limits>>, request: Request, next: Next) -> Response {
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let watched = Arc::new(Watched::default());
    parts.extensions.insert(Mark(watched.clone()));
    let asks_first = parts.headers.contains_key(EXPECT);
    let start = Instant::now();
    let body = Limited {
        body: Some(body),
        watched: watched.clone(),
        received: 0,
        start,
        timer: Box::pin(sleep_until(start + limits.body)),
        limits: limits.clone(),
    };
    let answer = next.run(Request::from_parts(parts, Body::new(body))).await;
    let fault = watched.fault.load(Ordering::Relaxed);
    let unread = watched.unread.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let (Some(unread), true) = (unread, fault != SLOW && !asks_first) {
        discard(unread, limits.upload_bytes, start + limits.body).await;
    }
    match (fault, answer.status().as_u16() >= 400) {
        (LARGE, true) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        (SLOW, true) => StatusCode::REQUEST_TIMEOUT.into_response(),
        _ => answer,
    }
}

/// Reads what the handler left and forgets it: a browser that is still sending doesn't see the answer before it has sent all, and closing the
/// connection under it would show nothing but an error of its own.
async fn discard(mut unread: Body, most: u64, until: Instant) {
    let mut left = most;
    let all = async {
        while let Some(Ok(frame)) = unread.frame().await {
            let size = frame.data_ref().map_or(0, |data| data.len() as u64);
            match left.checked_sub(size) {
                Some(rest) => left = rest,
                None => return,
            }
        }
    };
    let _ = timeout_at(until, all).await;
}

/// The mark of a route where a workbook is handed in: `.layer(axum::middleware::from_fn(server::upload))`.
pub async fn upload(request: Request, next: Next) -> Response {
    if let Some(Mark(watched)) = request.extensions().get::<Mark>() {
        watched.upload.store(true, Ordering::Relaxed);
    }
    next.run(request).await
}

/// A body that fails when it becomes too large or takes too long.
struct Limited {
    body: Option<Body>,
    watched: Arc<Watched>,
    received: u64,
    start: Instant,
    timer: Pin<Box<Sleep>>,
    limits: Arc<Limits>,
}

impl Limited {
    fn fail(&mut self, fault: u8, why: &'static str) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        self.watched.fault.store(fault, Ordering::Relaxed);
        Poll::Ready(Some(Err(axum::Error::new(why))))
    }

    fn most(&self) -> u64 {
        let upload = self.watched.upload.load(Ordering::Relaxed);
        if upload { self.limits.upload_bytes } else { self.limits.body_bytes }
    }

    /// When the body must have arrived, by what has arrived so far.
    fn deadline(&self) -> Instant {
        let in_all = self.start + self.limits.body;
        if !self.watched.upload.load(Ordering::Relaxed) {
            return in_all;
        }
        in_all + Duration::from_secs(self.received / self.limits.upload_pace.max(1))
    }
}

impl hyper::body::Body for Limited {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        let announced = body.size_hint().lower();
        if self.received.saturating_add(announced) > self.most() {
            return self.fail(LARGE, "the body is larger than this address takes");
        }
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        if let Poll::Ready(frame) = Pin::new(body).poll_frame(cx) {
            if let Some(Ok(frame)) = &frame {
                self.received += frame.data_ref().map_or(0, |data| data.len() as u64);
                if self.received > self.most() {
                    return self.fail(LARGE, "the body is larger than this address takes");
                }
            }
            return Poll::Ready(frame);
        }
        loop {
            ready!(self.timer.as_mut().poll(cx));
            let deadline = self.deadline();
            if deadline <= Instant::now() {
                return self.fail(SLOW, "the body took too long to arrive");
            }
            self.timer.as_mut().reset(deadline);
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(hyper::body::Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map_or_else(SizeHint::default, hyper::body::Body::size_hint)
    }
}

impl Drop for Limited {
    fn drop(&mut self) {
        if let Some(body) = self.body.take().filter(|body| !body.is_end_stream()) {
            *self.watched.unread.lock().unwrap_or_else(PoisonError::into_inner) = Some(body);
        }
    }
}
