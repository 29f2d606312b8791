//! What was looked up: noted when the page answers with somebody missing, and listed below the log.
//!
//! Asking is a GET, which changes nothing of the unit: what is written is a note of access. It is written only for somebody who
//! is signed in and may see the unit, and only where their own browser asks for the page from here or by itself: a link or a
//! picture on another site makes no note, nor does what a browser fetches ahead.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, Method, Uri};
use axum::response::Response;
use fordel_app::service::{BranchId, Failed, ListCell, LookUpCounts, ReadLookUp, Reads, looked_up};
use fordel_core::calendar::weekday;
use fordel_core::complaint::Value;
use fordel_text::{Texts, day_name};
use maud::{Markup, html};

use super::Shown;
use super::log::light;
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_by_keys, send_unit_list};
use crate::shell::{Head, Row, stacking_table, take_out};
use crate::visitor::Visitor;

/// Look-ups that the page shows.
const SHOWN: u32 = 50;

/// What the log tells of look-ups.
pub(super) struct LookUps {
    counts: LookUpCounts,
    /// Days that each is kept.
    days: u32,
    /// The last ones.
    last: Vec<ReadLookUp>,
}

impl LookUps {
    /// Of a unit.
    pub(super) fn of(reads: &Reads) -> Result<LookUps, Failed> {
        let (counts, last) = (reads.look_up_counts()?, reads.look_ups(Some(SHOWN))?);
        Ok(LookUps { counts, days: reads.look_ups_kept(), last })
    }
}

/// Whether somebody asks for the page themselves.
pub(super) fn is_own(method: &Method, headers: &HeaderMap) -> bool {
    let of_this_site = |site: &axum::http::HeaderValue| site == "same-origin" || site == "none";
    method == Method::GET
        && headers.get("sec-fetch-site").is_none_or(of_this_site)
        && !headers.contains_key("sec-purpose")
        && !headers.contains_key("purpose")
}

/// Notes what the page answers, while the answer is on its way: nobody waits for the disk.
pub(super) fn note(app: &App, visitor: &Visitor, unit: i64, shown: &Shown) {
    let (Some(Ok(answered)), Some(date)) = (&shown.told, shown.asked.date) else { return };
    let Ok(Some(told)) = looked_up(date, answered) else { return };
    let who = visitor.who.clone();
    app.without_waiting(move |s| s.unit(&who, BranchId(unit))?.note_look_up(&told));
}

/// How often it was looked up, in a sentence; nothing where it never was.
pub(super) fn counted(t: &Texts, counts: LookUpCounts) -> Markup {
    let count = |count: u64| Value::Number(count as f64);
    let args = [("count", count(counts.all)), ("yellow", count(counts.yellow)), ("red", count(counts.red))];
    html! { @if counts.all > 0 { p { (t.with("log-look-ups-count", &args)) } } }
}

/// The look-ups, the last one first.
pub(super) fn section(app: &App, t: &Texts, look_ups: &LookUps, address: &str) -> Markup {
    let head = ["when", "missing", "light", "looked-up", "looked-up-by"];
    let head = head.map(|key| Head::text(t.get(&format!("log-column-{key}"))));
    let row = |one: &ReadLookUp| {
        let told = &one.kept.told;
        let when = match one.date() {
            Some(date) => format!("{} {} {}", told.shift, day_name(t, weekday(date)), t.day(date)),
            None => format!("{} {}", told.shift, told.day),
        };
        Row::new(vec![
            html! { (when) },
            html! { (missing(one)) },
            light(t, told.light),
            html! { (app.moment(t.lang(), one.kept.last)) },
            html! { (one.by.clone().unwrap_or_else(|| t.get("board-somebody"))) },
        ])
    };
    let rows: Vec<Row> = look_ups.last.iter().map(row).collect();
    html! {
        h2 { (t.get("log-look-ups")) }
        p { (t.with("log-look-ups-lead", &[("days", look_ups.days.into())])) }
        (counted(t, look_ups.counts))
        @if !rows.is_empty() {
            details class="behind" {
                summary { (t.with("log-look-ups-see", &[("count", rows.len().into())])) }
                (stacking_table("look-ups", &t.get("log-look-ups"), &head, &rows))
            }
            (take_out(t, &t.get("log-look-ups"), &format!("{address}/look-ups"), ""))
        }
    }
}

/// `2 SPL, 1 HFA`.
fn missing(one: &ReadLookUp) -> String {
    let missing = one.missing.iter().map(|missing| format!("{} {}", missing.heads, missing.group));
    missing.collect::<Vec<_>>().join(", ")
}

/// `GET /u/{unit}/now/look-ups.csv` and `look-ups.xlsx`.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    address: Uri,
) -> Result<Response, Refusal> {
    let times = app.clone();
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let row = |one: &ReadLookUp| -> Vec<ListCell> {
            let told = &one.kept.told;
            vec![
                told.day.as_str().into(),
                told.shift.as_str().into(),
                missing(one).into(),
                t.get(&format!("light-{}", told.light.word())).into(),
                times.moment(t.lang(), one.kept.at).into(),
                times.moment(t.lang(), one.kept.last).into(),
                one.by.as_deref().into(),
            ]
        };
        let columns = [
            "log-column-date",
            "log-column-shift",
            "log-column-missing",
            "log-column-light",
            "log-column-looked-up-first",
            "log-column-looked-up",
            "log-column-looked-up-by",
        ];
        Ok(list_by_keys(t, "log-look-ups", &columns, reads.look_ups(None)?.iter().map(row).collect()))
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_somebody_asks_for_themselves_is_noted() {
        let asked = |method: Method, headers: &[(&'static str, &'static str)]| {
            let headers = headers.iter().map(|(n, v)| ((*n).parse().expect("a name"), v.parse().expect("a value")));
            is_own(&method, &headers.collect())
        };
        assert!(asked(Method::GET, &[]) && !asked(Method::HEAD, &[]));
        for from in ["same-origin", "none"] {
            assert!(asked(Method::GET, &[("sec-fetch-site", from)]), "{from}");
        }
        for headers in [
            [("sec-fetch-site", "cross-site")],
            [("sec-fetch-site", "same-site")],
            [("sec-purpose", "prefetch")],
            [("purpose", "prefetch")],
        ] {
            assert!(!asked(Method::GET, &headers), "{headers:?}");
        }
    }
}
