//! Arbeidsmøte: one task at a time, for the wall of a meeting room; who does it, who can, how long, agreed or not.

mod drawn;
mod selection;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{BranchId, Conflict, Edit, Failed, Reads, ReviewState, Role, RowId, Service, usual_task};
use fordel_text::Texts;
use maud::Markup;
use serde::Deserialize;

use super::frame::Around;
use crate::answer::Refusal;
use crate::app::App;
use crate::server::Now;
use crate::shell::{Step, page, texts};
use crate::visitor::Visitor;
use drawn::{Shown, Typed};
use selection::{Chosen, Line, Lines};

/// Longest note that is kept.
const LONGEST: usize = 2_000;

/// How a conflict about the note is called, which stands in no column.
const NOTE: &str = "note";

/// What a line is asked about: the field in the form, and the sheet's column.
const ASKED: [(&str, &str); 5] = [
    ("today", "I dag"),
    ("lowest", "Minstekrav"),
    ("minutes", "Minutter"),
    ("count", "Antall"),
    ("training", "Opplæring"),
];

/// What was answered about a line: each field with what stood in it when the form was shown.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Answered {
    linje: i64,
    #[serde(default)]
    intervall: String,
    #[serde(default)]
    status: String,
    #[serde(default)]
    today: String,
    was_today: Option<String>,
    #[serde(default)]
    lowest: String,
    was_lowest: Option<String>,
    #[serde(default)]
    minutes: String,
    was_minutes: Option<String>,
    #[serde(default)]
    count: String,
    was_count: Option<String>,
    #[serde(default)]
    training: String,
    was_training: Option<String>,
    #[serde(default)]
    note: String,
    was_note: Option<String>,
    #[serde(rename = "do", default)]
    act: String,
}

impl Answered {
    /// The selection that one goes through, with this line.
    fn chosen(&self, line: Option<i64>) -> Chosen {
        Chosen { line, interval: self.intervall.clone(), status: self.status.clone(), last: None }
    }

    /// What stands in a field, and what stood there; nothing where it wasn't asked.
    fn field(&self, name: &str) -> (&str, Option<&str>) {
        let (now, was) = match name {
            "today" => (&self.today, &self.was_today),
            "lowest" => (&self.lowest, &self.was_lowest),
            "minutes" => (&self.minutes, &self.was_minutes),
            "count" => (&self.count, &self.was_count),
            _ => (&self.training, &self.was_training),
        };
        (now, was.as_deref())
    }

    /// The cells that one left as they were, but somebody has changed since: what was agreed isn't what stands there.
    fn overtaken(&self, lines: &Lines) -> Vec<Conflict> {
        let row = RowId(self.linje);
        let Some(line) = lines.line(row) else { return Vec::new() };
        let changed = ASKED.iter().filter_map(|(name, column)| {
            let (now, was) = self.field(name);
            let (was, is) = (was?.trim(), line.cell(column));
            (now.trim() == was && was != is).then(|| Conflict {
                row,
                column: Some((*column).to_owned()),
                mine: was.to_owned(),
                theirs: is.to_owned(),
                removed: false,
                by: None,
            })
        });
        changed.collect()
    }

    fn edits(&self) -> Vec<Edit> {
        let changed = ASKED.iter().filter_map(|(name, column)| {
            let (now, was) = self.field(name);
            let (now, was) = (now.trim(), was?);
            (now != was.trim()).then(|| Edit::Cell {
                row: RowId(self.linje),
                column: (*column).to_owned(),
                was: Some(was.to_owned()),
                now: now.to_owned(),
            })
        });
        changed.collect()
    }

    fn typed(&self) -> Typed {
        // What one left as it was isn't typed: there what stands in the sheet is shown.
        let asked = ASKED.iter().filter(|(name, _)| {
            let (now, was) = self.field(name);
            was.is_some_and(|was| was.trim() != now.trim())
        });
        let value = |(name, column): &(&str, &str)| ((*column).to_owned(), self.field(name).0.trim().to_owned());
        let is_written = self.was_note.as_deref().is_none_or(|was| !is_same(was, &self.note));
        Typed { cells: asked.map(value).collect(), note: is_written.then(|| self.note.clone()) }
    }
}

/// Whether two notes say the same: browsers end lines each in their own way.
fn is_same(one: &str, other: &str) -> bool {
    let plain = |note: &str| note.replace('\r', "").trim().to_owned();
    plain(one) == plain(other)
}

/// What became of an answer.
enum Kept {
    /// It is saved: the line to go to, if there is one more in the selection.
    Saved(Option<RowId>),
    /// Somebody was first: nothing was said about the line.
    Conflicts(Vec<Conflict>),
    /// A disagreement without a word on why.
    NeedsWhy,
    /// What was written is saved, but nobody can agree to it: something in it can't be used.
    Faulty,
}

/// `GET /u/{unit}/workshop`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Query(chosen): Query<Chosen>,
) -> Result<Markup, Refusal> {
    let shown = read(&app, &visitor, unit, chosen).await?;
    Ok(drawn_page(&visitor, &shown, None, &[], false, false))
}

async fn read(app: &App, visitor: &Visitor, unit: i64, chosen: Chosen) -> Result<Shown, Refusal> {
    let (who, t) = (visitor.who.clone(), texts(visitor.lang));
    app.run(move |s| shown(t, s, &s.unit(&who, BranchId(unit))?, chosen)).await
}

fn shown(t: &Texts, service: &Service, reads: &Reads, chosen: Chosen) -> Result<Shown, Failed> {
    let desk = reads.desk()?;
    let lines = Lines::of(&desk, &reads.reviews()?);
    let current = lines.current(&chosen);
    let unanswered = reads.objections()?.into_iter().filter(|objection| objection.answer.is_none());
    let about = current.as_ref().map(|line| line.row);
    Ok(Shown {
        around: Around::of(service, reads)?,
        groups: selection::groups(&desk),
        usual: current.as_ref().and_then(|line| usual_task(line.cell("Oppgave"), t)),
        objections: unanswered.filter(|objection| objection.row.is_some() && objection.row == about).count(),
        current,
        may: reads.role() >= Role::Contributor,
        lines,
        chosen,
    })
}

fn drawn_page(
    visitor: &Visitor,
    shown: &Shown,
    typed: Option<&Typed>,
    conflicts: &[Conflict],
    why: bool,
    faulty: bool,
) -> Markup {
    let t = texts(visitor.lang);
    let here = shown.chosen.address(&shown.around.address());
    let mut frame = shown.around.frame(visitor, Some(Step::Mapping), &t.get("workshop-title"), here, None);
    frame.wide = true;
    frame.wrong = why || faulty || !conflicts.is_empty();
    frame.styles.push("workshop.css");
    frame.scripts.push("workshop.js");
    page(&frame, drawn::content(t, shown, typed, conflicts, why, faulty))
}

/// `POST /u/{unit}/workshop`.
pub async fn answer(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    now: Now,
    Form(answered): Form<Answered>,
) -> Result<Response, Refusal> {
    let (who, sent) = (visitor.who.clone(), answered.clone());
    let kept = app.run(move |s| keep(s.unit(&who, BranchId(unit))?, &sent, now.0)).await?;
    let (mut why, mut faulty) = (false, false);
    let conflicts = match kept {
        Kept::Saved(next) => {
            // Whoever goes on is told what was answered.
            let last = (next != Some(RowId(answered.linje))).then_some(answered.linje);
            let to = Chosen { last, ..answered.chosen(next.map(|row| row.0)) };
            return Ok(Redirect::to(&to.address(&format!("/u/{unit}"))).into_response());
        }
        Kept::Conflicts(conflicts) => conflicts,
        Kept::NeedsWhy => {
            why = true;
            Vec::new()
        }
        Kept::Faulty => {
            faulty = true;
            Vec::new()
        }
    };
    let shown = read(&app, &visitor, unit, answered.chosen(Some(answered.linje))).await?;
    let status = if why || faulty { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
    // What can't be used is saved as it was written.
    let typed = (!faulty).then(|| answered.typed());
    Ok((status, drawn_page(&visitor, &shown, typed.as_ref(), &conflicts, why, faulty)).into_response())
}

fn keep(reads: Reads, answered: &Answered, now: i64) -> Result<Kept, Failed> {
    let contributes = reads.contribute()?;
    let row = RowId(answered.linje);
    let note: String = answered.note.trim().chars().take(LONGEST).collect();
    let before = contributes.reviews()?.get(&row).cloned();
    let theirs = before.as_ref().map_or("", |review| review.note.as_str());
    let note = match &answered.was_note {
        // What one left as it was is what stands there, whoever wrote it meanwhile.
        Some(was) if is_same(was, &note) => theirs.to_owned(),
        Some(was) if !is_same(was, theirs) && !is_same(&note, theirs) => {
            let (column, theirs) = (Some(NOTE.to_owned()), theirs.to_owned());
            return Ok(Kept::Conflicts(vec![Conflict { row, column, mine: note, theirs, removed: false, by: None }]));
        }
        _ => note,
    };
    let (state, stays) = match answered.act.as_str() {
        "agree" => (ReviewState::Agreed, false),
        "dispute" => (ReviewState::Disputed, false),
        "park" => (ReviewState::Parked, false),
        "open" => (ReviewState::Open, true),
        _ => (before.as_ref().map_or(ReviewState::Open, |review| review.state), true),
    };
    if state == ReviewState::Disputed && note.is_empty() {
        return Ok(Kept::NeedsWhy);
    }
    // Where one goes is told by the selection as it was when one answered.
    let lines = Lines::of(&*contributes.desk()?, &contributes.reviews()?);
    let next = if stays { Some(row) } else { lines.next(&answered.chosen(None), row) };
    let overtaken = if stays { Vec::new() } else { answered.overtaken(&lines) };
    if !overtaken.is_empty() {
        return Ok(Kept::Conflicts(overtaken));
    }
    let edits = answered.edits();
    if !edits.is_empty() {
        let saved = contributes.edit(&format!("workshop-{row}-{now}"), &edits)?;
        if !saved.conflicts.is_empty() {
            return Ok(Kept::Conflicts(saved.conflicts));
        }
    }
    // Nobody has agreed to what can't be used, neither by saying so now nor before it was written.
    let lines = Lines::of(&*contributes.desk()?, &contributes.reviews()?);
    let is_faulty = |line: &Line| {
        ASKED.iter().any(|(name, column)| answered.field(name).1.is_some() && line.fault(column).is_some())
    };
    let faulty = state == ReviewState::Agreed && lines.line(row).is_some_and(is_faulty);
    let stood = before.as_ref().map(|review| review.state).filter(|stood| *stood != ReviewState::Agreed);
    let state = if faulty { stood.unwrap_or(ReviewState::Open) } else { state };
    if before.is_none_or(|review| review.state != state || review.note != note) {
        contributes.review(row, state, &note)?;
    }
    Ok(if faulty && !stays { Kept::Faulty } else { Kept::Saved(next) })
}
