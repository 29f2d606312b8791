//! The findings: what the mapping itself shows, whatever one thinks of the proposal.

use fordel_core::measure::activity::Slot;
use fordel_core::measure::findings::{Breakdown, Findings, Pile, Work, findings as find};
use fordel_core::measure::nurses;
use fordel_core::plan::Load;
use fordel_core::ward::GroupId;

use super::safety;
use super::tasks::{by_task, timings};
use super::telling::Telling;
use crate::report::{Align, Block, Column, Row, Section, Table};

/// Rows that a table of findings shows; the rest is told as a sum and stands in the plan's workbook.
const SHOWN: usize = 15;

/// The chapter of findings.
pub fn findings(told: &Telling) -> Vec<Section> {
    let found = find(told.ward, told.plan);
    let mut chapter = super::chapter("findings", told.say("report-findings"));
    let intro = [Some(told.say("report-findings-intro")), told.nurses_are()];
    chapter.blocks.push(Block::text(intro.into_iter().flatten().collect::<Vec<_>>().join(" ")));
    vec![
        chapter,
        delegable(told, &found),
        nurse_only(told, &found),
        not_health_work(told, &found),
        untimed(told, &found),
        unqualified(told, &found),
        overload(told, &found),
        safety::part(told),
        gaps(told, &found),
    ]
}

fn sum(works: &[Work]) -> f64 {
    works.iter().map(|w| w.minutes).sum()
}

/// A table of work: who does it, who could, where it goes.
fn work_table(told: &Telling, caption: String, works: &[Work], with_today: bool) -> Block {
    let mut columns = vec![
        Column::wide(told.say("report-task")),
        Column::words(told.say("report-interval-column")),
        Column::words(told.say("report-days")),
    ];
    if with_today {
        columns.push(Column::words(told.say("report-today")));
    }
    columns.extend([
        Column::words(told.say("report-lowest")),
        Column::words(told.say("report-proposed")),
        Column::numbers(told.say("report-hours-week-column")),
    ]);
    let code = |group: Option<GroupId>| group.map_or_else(|| "–".to_owned(), |g| told.code(g));
    let mut tasks = by_task(told, works.iter().map(|w| (w.line, w.minutes, (w.days, w.group, w.lowest, w.proposed))));
    // The nurses' first, then most minutes.
    let nurses = nurses(told.ward);
    tasks.sort_by_key(|task| (!nurses.contains(&task.told.1), std::cmp::Reverse(task.minutes.round() as i64)));
    let rows = tasks
        .iter()
        .take(SHOWN)
        .map(|task| {
            let (days, group, lowest, proposed) = task.told;
            let mut cells = vec![told.task(task.lines[0]), timings(told, &task.lines), told.days(days)];
            if with_today {
                cells.push(told.code(group));
            }
            cells.extend([code(lowest), code(proposed), told.minutes_as_hours(task.minutes)]);
            Row::body(cells)
        })
        .collect();
    let rest = tasks.get(SHOWN..).unwrap_or_default();
    let note = (!rest.is_empty()).then(|| {
        let minutes: f64 = rest.iter().map(|t| t.minutes).sum();
        told.with("report-and-more", &[("lines", rest.len().into()), ("hours", told.minutes_as_hours(minutes).into())])
    });
    Block::Table(Table { caption, columns, rows, note, dense: false })
}

fn delegable(told: &Telling, found: &Findings) -> Section {
    let mut section = super::part("delegable", told.say("report-delegable"));
    if found.nurse_minutes_today <= 0.0 {
        section.blocks.push(Block::text(told.say("report-today-untold")));
        return section;
    }
    if found.delegable.is_empty() {
        section.blocks.push(Block::text(told.say("report-delegable-none")));
        return section;
    }
    let moved: f64 = found
        .delegable
        .iter()
        .filter(|w| w.proposed.is_some_and(|g| !found.nurses.contains(&g)))
        .map(|w| w.minutes)
        .sum();
    let args = [
        ("hours", told.minutes_as_hours(sum(&found.delegable)).into()),
        ("all", told.minutes_as_hours(found.nurse_minutes_today).into()),
        ("percent", told.percent(sum(&found.delegable) / found.nurse_minutes_today).into()),
        ("moved", told.minutes_as_hours(moved).into()),
    ];
    section.blocks.push(Block::text(told.with("report-delegable-sum", &args)));
    section.blocks.push(work_table(told, told.say("report-delegable-table"), &found.delegable, true));
    section.blocks.push(breakdown_table(
        told,
        told.say("report-by-category"),
        told.say("report-category"),
        told.ward.categories.iter().map(|c| told.texts.category(&c.name).to_owned()).collect(),
        &found.by_category,
    ));
    let slots = Slot::all(told.ward).into_iter().map(|slot| slot_name(told, slot)).collect();
    section.blocks.push(breakdown_table(
        told,
        told.say("report-by-interval"),
        told.say("report-interval-column"),
        slots,
        &found.by_slot,
    ));
    section
}

/// A row of the activity plan by name.
pub fn slot_name(told: &Telling, slot: Slot) -> String {
    match slot {
        Slot::Interval(i) => told.texts.timing(&told.ward.intervals.get(i).label()),
        Slot::AroundTheClock => told.say("report-around-the-clock"),
        Slot::Daytime => told.say("report-daytime"),
    }
}

fn breakdown_table(told: &Telling, caption: String, head: String, names: Vec<String>, parts: &[Breakdown]) -> Block {
    let rows = names
        .into_iter()
        .zip(parts)
        .filter(|(_, b)| b.nurses > 0.0)
        .map(|(name, b)| {
            Row::body(vec![
                name,
                told.minutes_as_hours(b.nurses),
                told.minutes_as_hours(b.nurse_only),
                told.minutes_as_hours(b.delegable),
                told.percent(b.delegable / b.nurses),
            ])
        })
        .collect();
    Block::Table(Table::new(
        caption,
        vec![
            Column { head, align: Align::Start, wide: true },
            Column::numbers(told.say("report-nurse-hours")),
            Column::numbers(told.say("report-nurse-only-hours")),
            Column::numbers(told.say("report-delegable-hours")),
            Column::numbers(told.say("report-delegable-share")),
        ],
        rows,
    ))
}

fn nurse_only(told: &Telling, found: &Findings) -> Section {
    let mut section = super::part("nurse-only", told.say("report-nurse-only"));
    if found.nurse_only.is_empty() {
        section.blocks.push(Block::text(told.say("report-nurse-only-none")));
        return section;
    }
    let args =
        [("hours", told.minutes_as_hours(sum(&found.nurse_only)).into()), ("lines", found.nurse_only.len().into())];
    section.blocks.push(Block::text(told.with("report-nurse-only-sum", &args)));
    section.blocks.push(work_table(told, told.say("report-nurse-only-table"), &found.nurse_only, false));
    section
}

fn not_health_work(told: &Telling, found: &Findings) -> Section {
    let mut section = super::part("not-health-work", told.say("report-not-health"));
    if found.not_health_work.is_empty() {
        section.blocks.push(Block::text(told.say("report-not-health-none")));
        return section;
    }
    let nurses: f64 = found.not_health_work.iter().filter(|w| found.nurses.contains(&w.group)).map(|w| w.minutes).sum();
    let args = [
        ("hours", told.minutes_as_hours(sum(&found.not_health_work)).into()),
        ("nurses", told.minutes_as_hours(nurses).into()),
    ];
    section.blocks.push(Block::text(told.with("report-not-health-sum", &args)));
    section.blocks.push(work_table(told, told.say("report-not-health-table"), &found.not_health_work, true));
    section
}

fn untimed(told: &Telling, found: &Findings) -> Section {
    let mut section = super::part("untimed", told.say("report-untimed"));
    let untimed = &found.untimed;
    if untimed.around_the_clock.lines + untimed.daytime.lines == 0 {
        section.blocks.push(Block::text(told.say("report-untimed-none")));
        return section;
    }
    let args = [
        ("hours", told.minutes_as_hours(untimed.around_the_clock.minutes).into()),
        ("percent", told.percent(untimed.around_the_clock.share_of(&untimed.all)).into()),
    ];
    section.blocks.push(Block::text(told.with("report-untimed-sum", &args)));
    let row = |name: &str, pile: &Pile| {
        vec![
            told.say(name),
            pile.lines.to_string(),
            told.minutes_as_hours(pile.minutes),
            told.percent(pile.share_of(&untimed.all)),
            told.minutes_as_hours(pile.nurse_minutes),
        ]
    };
    section.blocks.push(Block::Table(Table::new(
        told.say("report-untimed-table"),
        vec![
            Column::wide(told.say("report-timing")),
            Column::numbers(told.say("report-lines")),
            Column::numbers(told.say("report-hours-week-column")),
            Column::numbers(told.say("report-share-of-work")),
            Column::numbers(told.say("report-nurse-hours")),
        ],
        vec![
            Row::body(row("report-untimed-clock", &untimed.around_the_clock)),
            Row::body(row("report-untimed-daytime", &untimed.daytime)),
            Row::sum(row("report-untimed-all", &untimed.all)),
        ],
    )));
    section
}

fn unqualified(told: &Telling, found: &Findings) -> Section {
    let mut section = super::part("unqualified", told.say("report-unqualified"));
    if found.unqualified.is_empty() {
        section.blocks.push(Block::text(told.say("report-unqualified-none")));
        return section;
    }
    let args =
        [("lines", found.unqualified.len().into()), ("hours", told.minutes_as_hours(sum(&found.unqualified)).into())];
    section.blocks.push(Block::text(told.with("report-unqualified-sum", &args)));
    section.blocks.push(work_table(told, told.say("report-unqualified-table"), &found.unqualified, true));
    section
}

fn overload(told: &Telling, found: &Findings) -> Section {
    let mut section = super::part("overload", told.say("report-overload"));
    let overload = &found.overload;
    if !told.ward.knows_staffing_today() {
        section.blocks.push(Block::text(told.say("report-overload-untold")));
        return section;
    }
    if overload.cells.is_empty() && overload.broken.is_empty() {
        section.blocks.push(Block::text(told.say("report-overload-none")));
        return section;
    }
    if !overload.cells.is_empty() {
        let minutes: f64 = overload.groups.iter().map(|(_, _, m)| m).sum();
        let args = [("cells", overload.cells.len().into()), ("minutes", told.whole(minutes).into())];
        section.blocks.push(Block::text(told.with("report-overload-sum", &args)));
        let by_group = |(group, cells, minutes): &(GroupId, usize, f64)| {
            let args = [
                ("group", told.group(*group).into()),
                ("cells", (*cells).into()),
                ("minutes", told.whole(*minutes).into()),
            ];
            told.with("report-overload-group", &args)
        };
        section.blocks.push(Block::points(overload.groups.iter().map(by_group).collect()));
        section.blocks.push(overload_table(told, &overload.cells));
    }
    if !overload.broken.is_empty() {
        section.blocks.push(Block::text(told.say("report-overload-broken")));
        let sentences: Vec<String> = overload.broken.iter().map(|b| told.texts.broken(b)).collect();
        section.blocks.push(Block::points(sentences));
    }
    section
}

/// Cells of a group and interval that lack about as much stand in one row with all their days.
fn overload_table(told: &Telling, cells: &[Load]) -> Block {
    let alike = |a: &Load, b: &Load| {
        (&a.group, &a.interval) == (&b.group, &b.interval)
            && (a.minutes.round(), a.capacity.round()) == (b.minutes.round(), b.capacity.round())
    };
    let mut rows: Vec<(&Load, Vec<u8>)> = Vec::new();
    for cell in cells {
        match rows.iter_mut().find(|(first, _)| alike(first, cell)) {
            Some((_, days)) => days.push(cell.day),
            None => rows.push((cell, vec![cell.day])),
        }
    }
    let rest: Vec<(&Load, Vec<u8>)> = rows.split_off(rows.len().min(SHOWN));
    let note = (!rest.is_empty()).then(|| {
        let minutes: f64 = rest.iter().map(|(c, days)| (c.minutes - c.capacity) * days.len() as f64).sum();
        let cells: usize = rest.iter().map(|(_, days)| days.len()).sum();
        told.with("report-overload-more", &[("cells", cells.into()), ("minutes", told.whole(minutes).into())])
    });
    let rows = rows
        .into_iter()
        .map(|(c, days)| {
            Row::body(vec![
                format!("{} {} {}", c.group, told.texts.days(&days), told.texts.timing(&c.interval)),
                told.whole(c.minutes),
                told.whole(c.capacity),
                told.whole(c.minutes - c.capacity),
            ])
        })
        .collect();
    Block::Table(Table {
        caption: told.say("report-overload-table"),
        columns: vec![
            Column::wide(told.say("report-group-and-interval")),
            Column::numbers(told.say("report-minutes-needed")),
            Column::numbers(told.say("report-minutes-capacity")),
            Column::numbers(told.say("report-minutes-lacking")),
        ],
        rows,
        note,
        dense: false,
    })
}

fn gaps(told: &Telling, found: &Findings) -> Section {
    let mut section = super::part("gaps", told.say("report-gaps"));
    let gaps = &found.gaps;
    let all = told.ward.lines.len();
    let counts = [
        ("report-gaps-minutes", gaps.no_minutes.len()),
        ("report-gaps-today", gaps.no_today.len()),
        ("report-gaps-priority", gaps.no_priority.len()),
        ("report-gaps-hours", gaps.no_hours.len()),
    ];
    let sentences: Vec<String> = counts
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(key, n)| told.with(key, &[("n", n.into()), ("all", all.into())]))
        .collect();
    section.blocks.push(if sentences.is_empty() {
        Block::text(told.say("report-gaps-none"))
    } else {
        Block::points(sentences)
    });
    section
}
