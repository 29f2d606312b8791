//! The nurses' share of the staffing, and what studies have seen go together with it: an association, told as one.

use fordel_core::measure::safety::{NurseShare, Safety, associated_odds_ratio, safety};

use super::telling::Telling;
use crate::report::{Block, Column, Note, NoteKind, Row, Section, Table};

/// What the proposal is held against: the higher of today's share and the comparison's.
fn highest_before(safety: &Safety) -> Option<NurseShare> {
    [safety.today, safety.carried].into_iter().flatten().max_by(|a, b| a.share().total_cmp(&b.share()))
}

/// The short note of the letter; none where the nurses' share doesn't fall.
pub fn note(told: &Telling) -> Option<Block> {
    let safety = safety(told.ward, told.plan);
    if !safety.must_warn() {
        return None;
    }
    let before = highest_before(&safety)?;
    // Beyond the study's own step the figure would be an extrapolation.
    let args = [
        ("before", share(told, before).into()),
        ("after", share(told, safety.proposed).into()),
        ("odds", told.texts.fixed(associated_odds_ratio(-10.0), 2).into()),
    ];
    Some(Block::Note(Note {
        tone: NoteKind::Warning,
        title: told.say("report-safety-title"),
        text: vec![told.with("report-safety-short", &args)],
    }))
}

fn share(told: &Telling, share: NurseShare) -> String {
    told.texts.percent(share.share(), 1)
}

/// The part among the findings: shares side by side, and what is known.
pub fn part(told: &Telling) -> Section {
    let safety = safety(told.ward, told.plan);
    let mut section = super::part("safety", told.say("report-safety"));
    let sides = [
        ("report-today", safety.today),
        ("report-carried", safety.carried),
        ("report-proposed", Some(safety.proposed)),
    ];
    let rows = sides
        .into_iter()
        .filter_map(|(name, share)| {
            let share = share?;
            Some(Row::body(vec![
                told.say(name),
                told.hours(share.nurse_hours),
                told.hours(share.hours),
                self::share(told, share),
            ]))
        })
        .collect();
    section.blocks.push(Block::Table(Table::new(
        told.say("report-safety-table"),
        vec![
            Column::wide(told.say("report-safety-staffing")),
            Column::numbers(told.say("report-safety-nurse-hours")),
            Column::numbers(told.say("report-safety-hours")),
            Column::numbers(told.say("report-safety-share")),
        ],
        rows,
    )));
    if safety.must_warn() {
        section.blocks.push(Block::Note(Note {
            tone: NoteKind::Warning,
            title: told.say("report-safety-title"),
            text: vec![
                told.say("report-safety-aiken"),
                told.say("report-safety-griffiths"),
                told.say("report-safety-association"),
            ],
        }));
    } else {
        section.blocks.push(Block::text(told.say("report-safety-not-lower")));
    }
    section
}
