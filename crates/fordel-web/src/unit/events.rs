//! What happens in a unit, as it happens: server-sent events.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::{Path, State};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use fordel_app::service::BranchId;
use tokio::sync::mpsc::channel;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::errors::BroadcastStreamRecvError;
use tokio_stream::wrappers::{BroadcastStream, ReceiverStream};

use crate::answer::Refusal;
use crate::app::App;
use crate::server::Closing;
use crate::visitor::Visitor;

/// How often a silent stream says that it lives.
const PULSE: Duration = Duration::from_secs(15);

/// `GET /u/{unit}/events`.
pub async fn events(
    State(app): State<App>,
    visitor: Visitor,
    closing: Closing,
    Path(unit): Path<i64>,
) -> Result<impl IntoResponse, Refusal> {
    let unit = BranchId(unit);
    // Listening starts before the first word is said: nothing falls between.
    let told = BroadcastStream::new(app.listen());
    let there = app.run(move |s| Ok(s.unit(&visitor.who, unit)?.there())).await?;
    let first = Event::default().event("here").json_data(there).unwrap_or_default();
    let rest = told.filter_map(move |told| match told {
        Ok(told) if told.unit == unit => Some(Event::default().event(told.name).data(&*told.json)),
        Ok(_) => None,
        // Too slow: the page must be loaded anew, since some changes were missed.
        Err(BroadcastStreamRecvError::Lagged(_)) => Some(Event::default().event("lost").data("{}")),
    });
    // The stream ends when the server stops; its browser asks anew.
    let (end, ended) = channel::<Option<Event>>(1);
    tokio::spawn(async move {
        tokio::select! {
            () = closing.told() => drop(end.send(None).await),
            () = end.closed() => {}
        }
    });
    let events = tokio_stream::once(first).chain(rest).map(Some).merge(ReceiverStream::new(ended));
    let stream = events.map_while(|event| event).map(Ok::<_, Infallible>);
    Ok(Sse::new(stream).keep_alive(KeepAlive::new().interval(PULSE)))
}
