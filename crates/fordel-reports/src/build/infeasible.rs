//! When there is no plan: the demands that can't hold together, or that the search ended without an answer. Nothing
//! else is told, since nothing else is known.

use fordel_core::complaint::Complaint;
use fordel_core::plan::Ended;

use super::lists;
use super::telling::Telling;
use crate::report::{Block, Note, NoteKind, Section};

/// Proven: no plan keeps all demands.
pub fn no_plan(told: &Telling, complaints: Option<&[Complaint]>) -> Vec<Section> {
    let mut section = super::chapter("conflict", told.say("report-conflict"));
    section.blocks.push(Block::text(told.with("report-conflict-intro", &[("unit", told.plan.unit.as_str().into())])));
    let conflict = &told.plan.conflict;
    if conflict.is_empty() {
        section.blocks.push(Block::text(told.say("report-conflict-unnamed")));
    } else {
        section.blocks.push(Block::text(told.with("report-conflict-set", &[("demands", conflict.len().into())])));
        section.blocks.push(Block::points(conflict.iter().map(|c| told.texts.conflict(c)).collect()));
        let helps = conflict.iter().any(|c| c.least_change.is_some());
        section.blocks.push(Block::text(told.say(if helps {
            "report-conflict-choose"
        } else {
            "report-conflict-several"
        })));
    }
    section.blocks.push(Block::Note(Note {
        tone: NoteKind::Information,
        title: told.say("report-conflict-nothing-title"),
        text: vec![told.say("report-conflict-nothing")],
    }));
    let mut sections = vec![section];
    sections.push(lists::assumptions(told, complaints));
    sections
}

/// The search ended with neither a plan nor a proof.
pub fn no_answer(told: &Telling, complaints: Option<&[Complaint]>) -> Vec<Section> {
    let mut section = super::chapter("no-answer", told.say("report-no-answer"));
    let key = if told.plan.ended == Ended::Cancelled { "report-no-answer-cancelled" } else { "report-no-answer-time" };
    section.blocks.push(Block::text(told.with(key, &[("seconds", told.texts.fixed(told.plan.seconds, 0).into())])));
    section.blocks.push(Block::text(told.say("report-no-answer-next")));
    vec![section, lists::assumptions(told, complaints)]
}
