//! From cases with their answers to cards in words.

use fordel_core::shortage::Light;
use fordel_core::shortage::cards::Card as Answered;
use fordel_core::shortage::told::{self, Entry, Lists};
use fordel_core::time::{Cell, Day};
use fordel_core::ward::Ward;
use fordel_text::{Texts, asked_present, clocks};

use super::{Card, Cards, Page, Point};

/// The cards, a page for each shift and part of the week, in the order of the cases.
pub fn build(ward: &Ward, answered: &[Answered], texts: &Texts) -> Cards {
    let mut pages: Vec<Page> = Vec::new();
    for one in answered {
        let days: Vec<u8> = one.case.days.iter().map(Day::number).collect();
        let args = [("shift", one.case.shift.as_str().into()), ("days", texts.days(&days).into())];
        let heading = texts.with("cards-heading", &args);
        let card = card(ward, one, texts);
        match pages.last_mut().filter(|page| page.heading == heading) {
            Some(page) => page.cards.push(card),
            None => {
                let time = clocks(one.answer.asked.moment.stretch);
                pages.push(Page { heading, time, cards: vec![card] });
            }
        }
    }
    let without = told::without_priority(ward);
    let key = if without > 0 { "cards-lead-without" } else { "cards-lead" };
    Cards {
        title: texts.get("cards-title"),
        unit: ward.unit.clone(),
        lang: texts.lang().tag(),
        lead: texts.with(key, &[("without", without.into())]),
        pages,
    }
}

fn card(ward: &Ward, one: &Answered, texts: &Texts) -> Card {
    let answer = &one.answer;
    let lists = told::lists(ward, answer);
    let of = ward.group(one.case.group);
    let args = [("group", texts.group_name(&of.code, &of.name).into()), ("heads", one.case.missing.into())];
    let shown = answer.intervals.iter().filter(|i| i.light > Light::Green);
    let intervals: Vec<String> = shown
        .map(|i| {
            let label = cell(ward, i.cell, answer.asked.moment.day, texts);
            format!("{label} {}", texts.get(&format!("light-{}", i.light.name())))
        })
        .collect();
    let mut points = points(ward, one, &lists, texts);
    if one.differs {
        let day = texts.get(&format!("day-{}", answer.asked.moment.day.number()));
        points.push(Point {
            lead: texts.with("cards-of-day", &[("day", day.into())]),
            text: texts.get("cards-other-days"),
        });
    }
    Card {
        missing: texts.with("cards-missing", &args),
        light: answer.light.name(),
        word: texts.get(&format!("cards-{}", answer.light.name())),
        intervals: intervals.join(" · "),
        points,
    }
}

fn points(ward: &Ward, one: &Answered, lists: &Lists, texts: &Texts) -> Vec<Point> {
    let answer = &one.answer;
    let day = answer.asked.moment.day;
    let listed_cells =
        |cells: &[Cell]| texts.list(&cells.iter().map(|c| cell(ward, *c, day, texts)).collect::<Vec<_>>());
    let named = |e: &Entry| {
        let when = if e.is_loose(ward) {
            on(texts.timing(&ward.timing_label(&ward.lines[e.line.0].timing)), e.day, day, texts)
        } else {
            listed_cells(&e.cells)
        };
        let taken = if e.done.is_empty() {
            String::new()
        } else {
            format!(", {}", texts.with("cards-taken", &[("cells", listed_cells(&e.done).into())]))
        };
        let minutes = texts.fixed(e.minutes.max(1.0), 0);
        let part = if e.is_whole() {
            String::new()
        } else {
            format!(", {}", texts.with("shortage-minutes", &[("minutes", minutes.into())]))
        };
        format!("{} ({when}{taken}{part})", ward.lines[e.line.0].name)
    };
    let code = |g| ward.group(g).code.clone();
    let mut points = Vec::new();
    let listed = |key: &str| texts.get(key).trim_end_matches(':').to_owned();
    let mut add = |lead: String, items: Vec<String>| {
        if !items.is_empty() {
            points.push(Point { lead, text: items.join(" · ") });
        }
    };
    let mut uncovered: Vec<String> = lists
        .gaps
        .iter()
        .map(|gap| {
            let groups = asked_present(ward, &ward.presence[gap.rule], texts);
            let args = [("groups", groups.into()), ("time", clocks(gap.stretch).into()), ("heads", gap.heads.into())];
            texts.with("cards-gap", &args)
        })
        .collect();
    let watched = lists.watches_uncovered.iter();
    uncovered.extend(watched.map(|w| format!("{} ({})", ward.lines[w.line.0].name, clocks(w.stretch))));
    uncovered.extend(lists.uncovered.iter().map(named));
    add(listed("shortage-list-uncovered"), uncovered);
    let hire = answer.hire.iter().map(|h| {
        let of = ward.group(h.group);
        let args = [
            ("group", texts.group_name(&of.code, &of.name).into()),
            ("time", clocks(h.stretch).into()),
            ("heads", h.heads.into()),
        ];
        texts.with("shortage-hire-stretch", &args)
    });
    add(texts.get("cards-hire"), hire.collect());
    // What is shorter than a card can be of help with is only counted, unless there is nothing else.
    let all_short = answer.light > Light::Green
        && [&lists.handed_over, &lists.put_off, &lists.left_out].into_iter().flatten().all(Entry::is_crumb);
    let mut crumbs = 0;
    let mut matters = |entries: Vec<&Entry>, beside: Vec<String>| -> Vec<String> {
        let (short, long): (Vec<&Entry>, Vec<&Entry>) = entries.into_iter().partition(|e| !all_short && e.is_crumb());
        crumbs += short.len();
        long.into_iter().map(named).chain(beside).collect()
    };
    for from in ward.group_ids() {
        for to in ward.group_ids() {
            let given = lists.handed_over.iter().filter(|e| e.from == from && e.to == Some(to)).collect();
            let watches = lists.watches_handed_over.iter().filter(|w| w.group == from && w.by == Some(to));
            let watched = watches.map(|w| format!("{} ({})", ward.lines[w.line.0].name, clocks(w.stretch)));
            let args = [("from", code(from).into()), ("group", code(to).into())];
            add(texts.with("cards-give", &args), matters(given, watched.collect()));
        }
    }
    for interval in &answer.intervals {
        let later = lists.put_off.iter().filter(|e| e.later == Some(interval.cell)).collect();
        let until = cell(ward, interval.cell, day, texts);
        add(texts.with("cards-put-off", &[("until", until.into())]), matters(later, Vec::new()));
    }
    let waiting = lists.put_off.iter().filter(|e| e.later.is_none()).collect();
    add(texts.get("cards-next-days"), matters(waiting, Vec::new()));
    add(listed("shortage-list-left-out"), matters(lists.left_out.iter().collect(), Vec::new()));
    if points.is_empty() {
        points.push(Point { lead: texts.get("cards-nothing"), text: String::new() });
    }
    if crumbs > 0 {
        let args = [("count", crumbs.into()), ("least", told::CRUMB.into())];
        points.push(Point { lead: texts.get("cards-besides"), text: texts.with("cards-crumbs", &args) });
    }
    points
}

/// `18–22`, with the day where it is another than the shift's.
fn cell(ward: &Ward, cell: Cell, day: Day, texts: &Texts) -> String {
    on(texts.timing(&ward.intervals.get(cell.interval).label()), cell.day, day, texts)
}

/// What falls on a day of its own, with the day where it is another than the shift's.
fn on(label: String, own: Day, day: Day, texts: &Texts) -> String {
    if own == day { label } else { format!("{label} {}", texts.get("cards-day-after")) }
}
