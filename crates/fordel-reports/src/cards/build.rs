//! From cases with their answers to cards in words.

use fordel_core::shortage::Light;
use fordel_core::shortage::cards::Card as Answered;
use fordel_core::shortage::told::{self, Entry, Lists};
use fordel_core::time::{Cell, Clock, DAY, Day, Stretch};
use fordel_core::ward::Ward;
use fordel_text::Texts;

use super::{Card, Cards, Page, Point};

/// Minutes below which something isn't on a card.
const LEAST: f64 = 5.0;

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
    let args = [("group", ward.group(one.case.group).name.as_str().into()), ("heads", one.case.missing.into())];
    let shown = answer.intervals.iter().filter(|i| i.light > Light::Green);
    let intervals: Vec<String> = shown
        .map(|i| {
            let label = cell(ward, i.cell, answer.asked.moment.day, texts);
            format!("{label} {}", texts.get(&format!("light-{}", i.light.name())))
        })
        .collect();
    Card {
        missing: texts.with("cards-missing", &args),
        light: answer.light.name(),
        word: texts.get(&format!("cards-{}", answer.light.name())),
        intervals: intervals.join(" · "),
        points: points(ward, one, &lists, texts),
    }
}

fn points(ward: &Ward, one: &Answered, lists: &Lists, texts: &Texts) -> Vec<Point> {
    let answer = &one.answer;
    let day = answer.asked.moment.day;
    let named = |e: &Entry| {
        let cells: Vec<String> = e.cells.iter().map(|c| cell(ward, *c, day, texts)).collect();
        let minutes = texts.fixed(e.minutes.max(1.0), 0);
        let part = if e.is_whole() {
            String::new()
        } else {
            format!(", {}", texts.with("shortage-minutes", &[("minutes", minutes.into())]))
        };
        format!("{} ({}{part})", ward.lines[e.line.0].name, texts.list(&cells))
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
            let label = ward.presence[gap.rule].label.as_str();
            let args = [("groups", label.into()), ("time", clocks(gap.stretch).into()), ("heads", gap.heads.into())];
            texts.with("cards-gap", &args)
        })
        .collect();
    let watched = lists.watches_uncovered.iter();
    uncovered.extend(watched.map(|w| format!("{} ({})", ward.lines[w.line.0].name, clocks(w.stretch))));
    uncovered.extend(lists.uncovered.iter().map(named));
    add(listed("shortage-list-uncovered"), uncovered);
    let hire = answer.hire.iter().map(|h| {
        let args = [
            ("group", ward.group(h.group).name.as_str().into()),
            ("time", clocks(h.stretch).into()),
            ("heads", h.heads.into()),
        ];
        texts.with("shortage-hire-stretch", &args)
    });
    add(texts.get("cards-hire"), hire.collect());
    // What is shorter than a card can be of help with is left off, unless there is nothing else.
    let matters = |list: &[Entry]| -> Vec<Entry> {
        let long: Vec<Entry> = list.iter().filter(|e| e.minutes >= LEAST).cloned().collect();
        if long.is_empty() && answer.light > Light::Green { list.to_vec() } else { long }
    };
    for group in ward.group_ids() {
        let to = |e: &&Entry| e.to == Some(group);
        let mut given: Vec<String> = matters(&lists.handed_over).iter().filter(to).map(named).collect();
        let watches = lists.watches_handed_over.iter().filter(|w| w.by == Some(group));
        given.extend(watches.map(|w| format!("{} ({})", ward.lines[w.line.0].name, clocks(w.stretch))));
        add(texts.with("cards-give", &[("group", code(group).into())]), given);
    }
    let put_off = matters(&lists.put_off);
    for interval in &answer.intervals {
        let later = put_off.iter().filter(|e| e.later == Some(interval.cell));
        let until = cell(ward, interval.cell, day, texts);
        add(texts.with("cards-put-off", &[("until", until.into())]), later.map(named).collect());
    }
    let waiting = put_off.iter().filter(|e| e.later.is_none());
    add(texts.get("cards-next-days"), waiting.map(named).collect());
    add(listed("shortage-list-left-out"), matters(&lists.left_out).iter().map(named).collect());
    if points.is_empty() {
        points.push(Point { lead: texts.get("cards-nothing"), text: String::new() });
    }
    points
}

/// `18–22`, with the day where it is another than the shift's.
fn cell(ward: &Ward, cell: Cell, day: Day, texts: &Texts) -> String {
    let label = ward.intervals.get(cell.interval).label().replace('-', "–");
    if cell.day == day { label } else { format!("{label} {}", texts.get("cards-day-after")) }
}

/// `18:00–20:00`.
fn clocks(stretch: Stretch) -> String {
    let clock = |minute: u32| Clock((minute % DAY) as u16);
    format!("{}–{}", clock(stretch.start), clock(stretch.start + stretch.minutes))
}
