//! The history as a list that can be taken out: each change by itself, in the page's words, with its number.

use axum::extract::{Path, Query, State};
use axum::http::Uri;
use axum::response::Response;
use fordel_app::service::{Failed, Happened, ListCell, Moment, Reads, Unreadable, Wanted};
use fordel_text::Texts;

use super::{Asked, as_one, by, is_decision, unreadable, value, value_of_use, what};
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_by_keys, send_unit_list};
use crate::visitor::Visitor;

/// Changes that are taken out at once, about; older ones are taken out from an older page.
const MOST: usize = 20_000;

/// `GET /u/{unit}/history.csv` and `history.xlsx`: the changes of the page and all that are older.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Query(asked): Query<Asked>,
    address: Uri,
) -> Result<Response, Refusal> {
    let times = app.clone();
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let mut damaged = Unreadable::default();
        let (batches, more) = batches(&reads, asked.wanted(), &mut damaged)?;
        let at = |at: Moment| times.moment(t.lang(), at);
        let together = batches.iter().flat_map(|batch| batch.chunk_by(as_one));
        let mut rows: Vec<Vec<ListCell>> = together.flat_map(|made| lines(t, made, at)).collect();
        let beside = unreadable(t, &damaged).into_iter().chain(more.then(|| t.get("history-list-more")));
        rows.extend(beside.map(|said| vec![ListCell::Empty, ListCell::Empty, said.into()]));
        let columns = ["history-when", "history-who", "history-what", "history-from", "history-to", "history-number"];
        Ok(list_by_keys(t, "history-title", &columns, rows))
    })
    .await
}

/// What was changed in one go, each time with all its changes; whether there is more than is taken out at once. What
/// can't be read is added to `damaged`.
fn batches(reads: &Reads, wanted: Wanted, damaged: &mut Unreadable) -> Result<(Vec<Vec<Happened>>, bool), Failed> {
    let (mut all, mut count, mut more, mut page) = (Vec::new(), 0, false, wanted);
    loop {
        let history = reads.history(&page)?;
        damaged.proposals.extend(history.unreadable.proposals);
        damaged.decisions.extend(history.unreadable.decisions);
        for batch in history.batches {
            if count >= MOST {
                return Ok((all, true));
            }
            // Of a large one the page has the last changes alone.
            let is_cut = wanted.batch.is_none() && batch.changes.len() < batch.counts.values().sum::<usize>();
            let last = batch.changes.first().filter(|_| is_cut).map(|change| change.seq);
            let mut changes = batch.changes;
            if last.is_some() {
                let (pages, longer) = batches(reads, Wanted { batch: last, before: None, ..wanted }, damaged)?;
                changes = pages.into_iter().flatten().collect();
                more |= longer;
            }
            count += changes.len();
            all.push(changes);
        }
        match history.older {
            Some(before) if count < MOST => page.before = Some(before),
            older => return Ok((all, more || older.is_some())),
        }
    }
}

/// The rows of changes that the page tells as one: a decision in one, each field of a logged use in its own.
fn lines(t: &Texts, made: &[Happened], at: impl Fn(Moment) -> String) -> Vec<Vec<ListCell>> {
    let row = |change: &Happened, what: String, from: Option<String>, to: Option<String>| -> Vec<ListCell> {
        let number = ListCell::Number(change.seq as f64, 0);
        vec![at(change.at).into(), by(t, change).into(), what.into(), from.into(), to.into(), number]
    };
    if let Some(decision) = made.first().filter(|change| is_decision(change)) {
        let held = made.iter().find(|change| change.field.as_deref() == Some("held_on"));
        let day = held.and_then(|change| change.after.as_deref()).map(|day| t.kept_day(day));
        let told = day.map(|day| t.with("history-decided-held", &[("date", day.into())]));
        return vec![row(decision, what(t, decision), None, told)];
    }
    let one = |change: &Happened| {
        let (before, after) = (change.before.as_deref(), change.after.as_deref());
        if change.use_id.is_none() {
            return row(change, what(t, change), Some(value(t, change, before)), Some(value(t, change, after)));
        }
        let field = change.field.as_deref().unwrap_or_default();
        let name = t.with("history-use-field", &[("field", field.into())]);
        let told = |kept: Option<&str>| kept.map(|kept| value_of_use(t, field, kept));
        row(change, format!("{}: {name}", what(t, change)), told(before), told(after))
    };
    // Of a use's tasks the chain has the fingerprint alone, which tells a person nothing.
    let is_told = |change: &&Happened| change.use_id.is_none() || change.field.as_deref() != Some("tasks");
    made.iter().filter(is_told).map(one).collect()
}
