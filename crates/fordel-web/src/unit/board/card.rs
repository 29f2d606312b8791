//! A card of the board: a placement, with what can be done to it.

use fordel_core::measure::board::Card;
use fordel_core::ward::{GroupId, Ward};
use fordel_text::Texts;
use maud::{Markup, html};

use crate::unit::seen::{Seen, card_id, numbers, placement, timing};

/// The rules that keep groups from lines, each told once on a page.
#[derive(Default)]
pub struct Rules(Vec<String>);

impl Rules {
    /// The rule's place in the list.
    fn place(&mut self, sentence: String) -> usize {
        self.0.iter().position(|known| *known == sentence).unwrap_or_else(|| {
            self.0.push(sentence);
            self.0.len() - 1
        })
    }

    /// The list, for the script.
    pub fn list(&self) -> Markup {
        html! { ol hidden id="rules" { @for rule in &self.0 { li { (rule) } } } }
    }

    /// For each group, left to right: nothing where it may have the card, else the rule's place.
    fn of(&mut self, t: &Texts, ward: &Ward, card: &Card) -> String {
        let groups = ward.group_ids().zip(&card.forbidden);
        let told = groups.map(|(group, rule)| match rule {
            None => String::new(),
            Some(rule) => self.place(super::super::seen::forbidden(t, ward, group, *rule)).to_string(),
        });
        told.collect::<Vec<_>>().join(",")
    }
}

/// A card as an item of its column's list.
pub fn card(t: &Texts, seen: &Seen, card: &Card, at: usize, rules: &mut Rules) -> Markup {
    let ward = seen.ward();
    let line = &ward.lines[card.entry.line.0];
    let days = numbers(card.entry.days);
    let here = card.entry.group;
    let pinned = seen.opened.rows.get(&line.row).and_then(|row| seen.pins.get(row)).filter(|code| !code.is_empty());
    let objected = seen.objections_to(line.row).any(|o| o.objection.answer.is_none());
    let courses: Vec<String> = card.courses.iter().map(|c| ward.courses[c.0].name.clone()).collect();
    let code = |group: GroupId| ward.group(group).code.clone();
    let from = card.today.filter(|_| card.is_moved());
    let rules = seen.may_change().then(|| rules.of(t, ward, card));
    html! {
        li class="card" id=(card_id(line.row, &days)) data-card=(placement(line.row, &days)) data-at=(at) data-group=(here.0)
            data-task=(line.name) data-rules=[rules] data-moved[card.is_moved()] draggable=[seen.may_change().then_some("true")] {
            details {
                summary {
                    span class="name" { (line.name) }
                    span class="when" { (timing(t, ward, line)) ", " (t.days(&days)) }
                    span class="much" { (t.with("board-minutes", &[("minutes", t.fixed(card.minutes, 0).into())])) }
                    @if let Some(from) = from {
                        span class="mark from" title=(t.with("board-from-long", &[("group", t.group(ward.group(from)).into())])) {
                            (t.with("board-from", &[("group", code(from).into())]))
                        }
                    }
                    @if let Some(to) = pinned {
                        span class="mark pinned" {
                            "⚲ "
                            @if ward.group_by_code(to) == Some(here) { (t.get("board-pinned")) } @else { (t.with("board-pinned-to", &[("group", to.as_str().into())])) }
                        }
                    }
                    @if !courses.is_empty() {
                        span class="mark" title=(t.with("board-course-long", &[("courses", t.list(&courses).into())])) { (t.get("board-course")) }
                    }
                    @if objected { span class="mark objected" { "! " (t.get("board-objected")) } }
                }
                (menu(t, seen, card, &days, pinned.map(String::as_str)))
            }
        }
    }
}

fn menu(t: &Texts, seen: &Seen, card: &Card, days: &[u8], pinned: Option<&str>) -> Markup {
    let ward = seen.ward();
    let line = &ward.lines[card.entry.line.0];
    let why = format!("{}/why/{}", seen.address(), line.row);
    html! {
        div class="choices" {
            @if seen.may_change() { (moves(t, seen, card, days)) (pin(t, seen, card, pinned)) }
            a href=(why) { (t.get("board-why")) }
            a href=(format!("{why}#innvending")) { (t.get("board-object")) }
        }
    }
}

/// A button for each group that may have the card; the one where it stood before says so.
pub fn moves(t: &Texts, seen: &Seen, card: &Card, days: &[u8]) -> Markup {
    let ward = seen.ward();
    let row = ward.lines[card.entry.line.0].row;
    let stood = seen.stood(row, days);
    let open = ward.group_ids().filter(|g| *g != card.entry.group && card.forbidden[g.0].is_none());
    html! {
        @for group in open {
            @let key = if stood == Some(group) { "board-send-back" } else { "board-move-to" };
            button type="submit" form="moving" name="do" value=(format!("{}.{}", placement(row, days), group.0)) {
                (t.with(key, &[("group", ward.group(group).code.as_str().into())]))
            }
        }
    }
}

/// Pins the line where it stands, or frees it; nothing where the line is no longer in the sheet. The sheet pins the whole of
/// a line: where other days of it stand in another group, the words tell that these are pinned too.
pub fn pin(t: &Texts, seen: &Seen, card: &Card, pinned: Option<&str>) -> Markup {
    let row = seen.ward().lines[card.entry.line.0].row;
    let in_sheet = seen.opened.rows.get(&row).is_some_and(|id| seen.pins.contains_key(id));
    let (text, group) = match pinned {
        Some(_) => (t.get("board-unpin"), String::new()),
        None => {
            let code = seen.ward().group(card.entry.group).code.as_str();
            let elsewhere = seen.plan().into_iter().flat_map(|plan| &plan.placements);
            let elsewhere = elsewhere.filter(|placed| placed.row == row && placed.group != code);
            let days: Vec<u8> = elsewhere.flat_map(|placed| placed.days.iter().copied()).collect();
            let key = if days.is_empty() { "board-pin" } else { "board-pin-whole" };
            let args = [("group", code.into()), ("days", t.days(&days).into())];
            (t.with(key, &args), card.entry.group.0.to_string())
        }
    };
    html! {
        @if in_sheet {
            button type="submit" form="moving" formaction=(format!("{}/pin", seen.address())) name="do" value=(format!("{row}.{group}")) { (text) }
        }
    }
}
