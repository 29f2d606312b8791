//! Sett tilbake alt: what of all that was done in one go goes back, what stays since it has been changed, and doing it.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{
    BranchId, Failed, Happened, ListCell, Meanwhile, PuttingBack, Refused, StoreFailure, Turned, differing_cells,
};
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::{by, value, what, word};
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_by_keys, send_unit_list};
use crate::shell::{
    Head, Link, Notice, Row, Step, Weight, button, data_table, link_button, notice, page, take_out, texts,
};
use crate::unit::changes::decided;
use crate::unit::frame::Around;
use crate::visitor::Visitor;

/// Changes that go back, as many as are listed; the rest is counted. What stays is listed whole.
const LISTED: usize = 200;

/// `GET /u/{unit}/history/back/{seq}`: what would be put back of what was done in one go with this change.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, seq)): Path<(i64, i64)>,
) -> Result<Markup, Refusal> {
    let (around, back) = read(&app, &visitor, unit, seq).await?;
    Ok(drawn(&app, &visitor, &around, &back, seq, None))
}

async fn read(app: &App, visitor: &Visitor, unit: i64, seq: i64) -> Result<(Around, PuttingBack), Refusal> {
    let who = visitor.who.clone();
    app.run(move |s| {
        let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
        Ok((Around::of(s, &contributes)?, contributes.putting_back(seq)?))
    })
    .await
}

/// What somebody was shown before they pressed.
#[derive(Debug, Deserialize)]
pub struct Seen {
    /// The word for what becomes of the changes.
    #[serde(default)]
    seen: String,
}

/// `POST /u/{unit}/history/back/{seq}`: it is put back, if what goes back is what was shown; else it is shown anew.
pub async fn put_back(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, seq)): Path<(i64, i64)>,
    Form(seen): Form<Seen>,
) -> Result<Response, Refusal> {
    let (who, t) = (visitor.who.clone(), texts(visitor.lang));
    let why = app
        .run(move |s| match s.unit(&who, BranchId(unit))?.contribute()?.put_back_all(seq, &seen.seen) {
            Ok(()) => Ok(None),
            Err(Failed::Stale | Failed::Store(StoreFailure::Stale)) => Ok(Some(t.get("history-back-stale"))),
            Err(Failed::Refused(Refused::Decided(version))) => Ok(Some(decided(t, version))),
            Err(other) => Err(other),
        })
        .await?;
    if why.is_none() {
        return Ok(Redirect::to(&format!("/u/{unit}/history")).into_response());
    }
    let (around, back) = read(&app, &visitor, unit, seq).await?;
    Ok((StatusCode::CONFLICT, drawn(&app, &visitor, &around, &back, seq, why.as_deref())).into_response())
}

/// `GET /u/{unit}/history/back/{seq}/changes.csv` and `changes.xlsx`: every change with what becomes of it.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, seq)): Path<(i64, i64)>,
    address: Uri,
) -> Result<Response, Refusal> {
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let back = reads.contribute()?.putting_back(seq)?;
        let line = |(change, turned): &(Happened, Turned)| -> Vec<ListCell> {
            told(t, change, turned).map(ListCell::from).into()
        };
        let columns: Vec<&str> = ["history-back-outcome"].into_iter().chain(STAYS).collect();
        Ok(list_by_keys(t, "history-back-all", &columns, back.changes.iter().map(line).collect()))
    })
    .await
}

/// The page; `why`: why nothing was put back by the press, if so.
fn drawn(app: &App, visitor: &Visitor, around: &Around, back: &PuttingBack, seq: i64, why: Option<&str>) -> Markup {
    let t = texts(visitor.lang);
    let unit = around.address();
    let (title, here) = (t.get("history-back-all"), format!("{unit}/history/back/{seq}"));
    let mut frame = around.frame(visitor, Some(Step::History), &title, here.clone(), None);
    frame.wrong = why.is_some();
    let (goes, stays, gone) = (back.back(), back.left(), back.gone());
    let made = |change: &Happened| {
        let who = by(t, change);
        t.with("history-back-lead", &[("who", who.into()), ("when", app.moment(t.lang(), change.at).into())])
    };
    let cancel = Link::new(t.get("web-cancel"), format!("{unit}/history?sammen={seq}"));
    page(
        &frame,
        html! {
            h1 { (title) }
            @if let Some((change, _)) = back.changes.first() { p class="lead" { (made(change)) } }
            @if let Some(why) = why { (notice(t, Notice::Danger, html! { p tabindex="-1" data-takes-focus { (why) } })) }
            @if goes.is_empty() {
                // Why so, unless the press was told it already.
                @match (back.locked, why) {
                    (Some(version), None) => (notice(t, Notice::Info, html! { p { (decided(t, version)) } })),
                    (Some(_), Some(_)) => {}
                    (None, _) => (notice(t, Notice::Info, html! { p { (t.get("history-back-nothing")) } })),
                }
                div class="actions" { (link_button(&Link::new(t.get("history-every-row"), format!("{unit}/history")), Weight::Other)) }
            } @else {
                form method="post" action=(here) {
                    input type="hidden" name="seen" value=(back.outcome);
                    div class="actions" {
                        (button(&t.with("history-back-do", &[("count", goes.len().into())]), Weight::Main, None))
                        (link_button(&cancel, Weight::Light))
                    }
                    p class="quiet" { (t.get("history-back-one-step")) }
                }
            }
            @if gone > 0 { p class="quiet" { (t.with("history-back-gone", &[("count", gone.into())])) } }
            @if !stays.is_empty() { (stays_table(t, &stays, back.locked.is_some())) }
            @if !goes.is_empty() { (goes_table(t, &goes)) }
            (take_out(t, &title, &format!("{here}/changes"), ""))
        },
    )
}

fn columns(t: &Texts, keys: &[&str]) -> Vec<Head> {
    keys.iter().map(|key| Head::text(t.get(key))).collect()
}

fn row<const N: usize>(cells: [String; N]) -> Row {
    Row::new(cells.map(|text| html! { (text) }).into())
}

fn goes_table(t: &Texts, goes: &[&Happened]) -> Markup {
    let head = columns(t, &["history-what", "history-back-now", "history-back-to"]);
    let going = |change: &&Happened| {
        let [before, now] = before_and_made(t, change);
        row([what(t, change), now, word(t, &format!("history-back-{}", change.what), &before)])
    };
    let rows: Vec<Row> = goes.iter().take(LISTED).map(going).collect();
    html! {
        (data_table("goes-back", &t.get("history-back-goes"), &head, &rows))
        @if goes.len() > LISTED { p { (t.with("history-back-more", &[("count", (goes.len() - LISTED).into())])) } }
    }
}

/// What is told of a change that stays.
const STAYS: [&str; 5] =
    ["history-what", "history-back-before", "history-back-made", "history-back-now", "history-back-by"];

/// What stays; where that is since its plan is decided, it is told already.
fn stays_table(t: &Texts, stays: &[(&Happened, &Meanwhile)], locked: bool) -> Markup {
    let rows: Vec<Row> = stays.iter().map(|(change, meanwhile)| row(staying(t, change, meanwhile))).collect();
    html! {
        @if !locked { p { (t.get("history-back-stays-why")) } }
        (data_table("stays", &t.get("history-back-stays"), &columns(t, &STAYS), &rows))
    }
}

/// A change in a list: what becomes of it, and then as of one that stays.
fn told(t: &Texts, change: &Happened, turned: &Turned) -> [String; 6] {
    let (what, [before, made]) = (what(t, change), before_and_made(t, change));
    match turned {
        Turned::Back => [t.get("history-back-goes"), what, before, made.clone(), made, String::new()],
        Turned::Gone => [t.get("history-back-is-gone"), what, before.clone(), made, before, String::new()],
        Turned::Left(meanwhile) => {
            let [what, before, made, now, by] = staying(t, change, meanwhile);
            [t.get("history-back-stays"), what, before, made, now, by]
        }
    }
}

/// A change that stays: what stood before, what it made, what stands there now, and by whom.
fn staying(t: &Texts, change: &Happened, meanwhile: &Meanwhile) -> [String; 5] {
    let [before, made] = before_and_made(t, change);
    let (made, now) = match (change.what.as_str(), &meanwhile.now) {
        _ if meanwhile.removed => (made, t.get("history-back-is-removed")),
        ("row-added" | "row-restored", Some(now)) => {
            let cells = differing_cells(change.after.as_deref().unwrap_or_default(), now, t).unwrap_or_default();
            cells.map(|text| blank(t, text)).into()
        }
        ("row-moved", _) => (made, t.get("history-back-is-moved")),
        ("column-added", Some(text)) => (made, t.with("history-back-is-filled", &[("text", text.as_str().into())])),
        (_, Some(now)) => (made, filled(t, change, value(t, change, Some(now)))),
        (_, None) => (made, t.get("history-back-is-unknown")),
    };
    [what(t, change), before, made, now, meanwhile.by.clone().unwrap_or_default()]
}

/// What stood before a change, and what it made.
fn before_and_made(t: &Texts, change: &Happened) -> [String; 2] {
    [&change.before, &change.after].map(|kept| filled(t, change, value(t, change, kept.as_deref())))
}

/// An empty cell's text says so.
fn filled(t: &Texts, change: &Happened, text: String) -> String {
    if change.what == "cell-changed" { blank(t, text) } else { text }
}

fn blank(t: &Texts, text: String) -> String {
    if text.is_empty() { t.get("history-blank") } else { text }
}
