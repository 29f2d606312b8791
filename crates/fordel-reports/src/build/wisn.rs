//! WISN beside the plan, for those who report by it.

use fordel_core::measure::wisn::wisn as needs;

use super::telling::Telling;
use crate::report::{Block, Column, Row, Section, Table};

/// The chapter.
pub fn wisn(told: &Telling) -> Section {
    let mut section = super::chapter("wisn", told.say("report-wisn"));
    section.blocks.push(Block::text(told.say("report-wisn-intro")));
    let dash = || "–".to_owned();
    let rows = needs(told.ward, told.plan)
        .into_iter()
        .map(|(group, need)| {
            let mut cells = vec![told.group(group)];
            match need {
                Ok(need) => cells.extend([
                    told.whole(need.available_hours),
                    told.texts.fixed(need.category_factor, 2),
                    told.fte(need.required()),
                    need.existing.map_or_else(dash, |e| told.fte(e)),
                    need.difference().map_or_else(dash, |d| told.signed(d, 1)),
                    need.ratio().map_or_else(dash, |r| told.texts.fixed(r, 2)),
                ]),
                Err(_) => cells.extend((0..6).map(|_| dash())),
            }
            Row::body(cells)
        })
        .collect();
    section.blocks.push(Block::Table(Table {
        caption: told.say("report-wisn-table"),
        columns: vec![
            Column::wide(told.say("report-group")),
            Column::numbers(told.say("report-wisn-available")),
            Column::numbers(told.say("report-wisn-factor")),
            Column::numbers(told.say("report-wisn-required")),
            Column::numbers(told.say("report-wisn-existing")),
            Column::numbers(told.say("report-wisn-difference")),
            Column::numbers(told.say("report-wisn-ratio")),
        ],
        rows,
        note: Some(told.say("report-wisn-note")),
        dense: false,
    }));
    section
}
