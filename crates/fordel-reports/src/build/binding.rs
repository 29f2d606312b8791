//! What binds, and what one step of it is worth: from solving again, as proven intervals.

use fordel_core::plan::Worth;

use super::telling::{SMALL_KR, Telling};
use crate::report::{Block, Column, Row, Section, Table};

/// The chapter; none where nothing was tried.
pub fn binding(told: &Telling) -> Option<Section> {
    let worths = &told.plan.worths;
    if worths.is_empty() {
        return None;
    }
    let mut section = super::chapter("binding", told.say("report-binding"));
    section.blocks.push(Block::text(told.say("report-binding-intro")));
    let row = |b: Bound| Row::body(vec![b.step, b.place, told.texts.number(b.from), told.texts.number(b.to), b.worth]);
    let rows = bounds(told).into_iter().map(row).collect();
    section.blocks.push(Block::Table(Table {
        caption: told.say("report-binding-table"),
        columns: vec![
            Column::wide(told.say("report-binding-step")),
            Column::words(told.say("report-place")),
            Column::numbers(told.say("report-from")),
            Column::numbers(told.say("report-to")),
            Column::numbers(told.say("report-binding-worth")),
        ],
        rows,
        note: Some(told.say("report-binding-note")),
        dense: false,
    }));
    Some(section)
}

/// A demand that was eased by one step, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// What was tried.
    pub step: String,
    /// Where the demand stands in the workbook.
    pub place: String,
    /// What the demand is.
    pub from: f64,
    /// What was tried instead.
    pub to: f64,
    /// What it saves a year, as an interval.
    pub worth: String,
    /// Whether it may save anything that can be told from nothing.
    pub binds: bool,
}

/// What was tried, the most valuable first.
pub(super) fn bounds(told: &Telling) -> Vec<Bound> {
    let mut sorted: Vec<&Worth> = told.plan.worths.iter().collect();
    sorted.sort_by(|a, b| b.low.max(0.0).total_cmp(&a.low.max(0.0)).then(b.high.total_cmp(&a.high)));
    let bound = |w: &Worth| Bound {
        step: step(told, w),
        place: w.place.clone(),
        from: w.from,
        to: w.to,
        worth: told.interval(w.low, w.high),
        binds: w.low.max(w.high) >= SMALL_KR,
    };
    sorted.into_iter().map(bound).collect()
}

/// What was tried, in words.
fn step(told: &Telling, worth: &Worth) -> String {
    let key = match worth.rule.as_str() {
        "weekends" if worth.to < worth.from => "report-step-weekends-more".to_owned(),
        "weekends" => "report-step-weekends-fewer".to_owned(),
        rule => format!("report-step-{rule}"),
    };
    let group = worth.group.as_deref().and_then(|code| told.ward.group_by_code(code));
    let group = group.map_or_else(|| worth.group.clone().unwrap_or_default(), |g| told.group_in_sentence(g));
    let args = [
        ("group", group.into()),
        ("what", told.texts.subject(&worth.rule, worth.what.as_deref()).into()),
        ("rule", worth.rule.as_str().into()),
        ("from", worth.from.into()),
        ("to", worth.to.into()),
    ];
    told.with(if told.texts.has(&key) { &key } else { "report-step-other" }, &args)
}
