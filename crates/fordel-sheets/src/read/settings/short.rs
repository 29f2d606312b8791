//! What the ward lets work do when people are missing, and its order of relief.

use fordel_core::shortage::rules::{Dropped, Relief, Rules, Step, Within, Yields};

use super::super::kinds;
use super::super::told::Told;
use super::super::values;
use super::super::words::name_key;
use super::{Rows, says_none};
use crate::columns::setting;
use crate::table::Cell;

/// The rules: those that are told, the others as they are by default.
pub(super) fn read(rows: &Rows<'_, '_>, told: &mut Told) -> Rules {
    let mut rules = Rules::default();
    for (name, rule) in [(&setting::YELLOW, &mut rules.yellow), (&setting::GREEN, &mut rules.green)] {
        if let Some(row) = rows.get(name) {
            *rule = row.read(&setting::VALUE, kinds::NOT_YIELDING, yields, told).value().unwrap_or(*rule);
        }
    }
    if let Some(row) = rows.get(&setting::WITHIN) {
        rules.within = row.read(&setting::VALUE, kinds::NOT_WITHIN, within, told).value().unwrap_or(rules.within);
    }
    if let Some(row) = rows.get(&setting::RELIEF) {
        let steps = if says_none(row) {
            Some(Vec::new())
        } else {
            row.read(&setting::VALUE, kinds::NOT_RELIEF, relief, told).value()
        };
        if let Some(steps) = steps {
            rules.relief = steps;
            rules.relief_is_own = true;
        }
    }
    if let Some(row) = rows.get(&setting::DROPPED) {
        rules.dropped = row.read(&setting::VALUE, kinds::NOT_DROPPED, dropped, told).value().unwrap_or(rules.dropped);
    }
    rules
}

/// `4 av 5`: at least one, and no more than of how many; at most a thousand.
fn dropped(cell: &Cell) -> Option<Dropped> {
    let text = cell.shown();
    let mut words = text.split_whitespace();
    let (least, word, of) = (words.next()?, words.next()?, words.next()?);
    if words.next().is_some() || !matches!(name_key(word).as_str(), "av" | "of") {
        return None;
    }
    let (least, of): (u32, u32) = (least.parse().ok()?, of.parse().ok()?);
    (1 <= least && least <= of && of <= 1000).then_some(Dropped { least, of })
}

fn yields(cell: &Cell) -> Option<Yields> {
    match name_key(&cell.shown()).as_str() {
        "utsettes" | "utsett" | "venter" | "putoff" | "wait" | "waits" => Some(Yields::Waits),
        "utelates" | "utelat" | "lavaere" | "leftout" | "leaveout" => Some(Yields::LeftOut),
        _ => None,
    }
}

fn within(cell: &Cell) -> Option<Within> {
    match name_key(&cell.shown()).as_str() {
        "tidsintervallet" | "tidsintervall" | "tidsrommet" | "interval" | "theinterval" => Some(Within::Timing),
        "vakta" | "vakten" | "vakt" | "shift" | "theshift" => Some(Within::Shift),
        "dognet" | "dogn" | "dagen" | "day" | "theday" => Some(Within::Day),
        _ => None,
    }
}

/// `ekstravakt=1; pool=1; overtid=1,5; innleie=2,5`: each step at most once, its price above 0.
fn relief(cell: &Cell) -> Option<Vec<Step>> {
    let text = cell.shown();
    let mut steps: Vec<Step> = Vec::new();
    for (name, price) in values::pairs(&text) {
        let relief = match name_key(name).as_str() {
            "ekstravakt" | "extrashift" => Relief::ExtraShift,
            "pool" | "annenenhet" | "otherunit" => Relief::Pool,
            "overtid" | "overtime" => Relief::Overtime,
            "innleie" | "vikarbyra" | "byra" | "agency" => Relief::Agency,
            _ => return None,
        };
        let factor = values::number_in(price).filter(|f| *f > 0.0 && *f <= 20.0)?;
        if steps.iter().any(|step| step.relief == relief) {
            return None;
        }
        steps.push(Step { relief, factor });
    }
    (!steps.is_empty()).then_some(steps)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    #[test]
    fn what_work_may_do_and_until_when() {
        assert_eq!(yields(&text(" Utsettes")), Some(Yields::Waits));
        assert_eq!(yields(&text("left out")), Some(Yields::LeftOut));
        assert_eq!(yields(&text("kanskje")), None);
        assert_eq!(yields(&text("put off")), Some(Yields::Waits));
        let ends = [("Tidsintervallet", Within::Timing), ("the shift", Within::Shift), ("DØGNET", Within::Day)];
        assert_eq!(yields(&text("La være")), Some(Yields::LeftOut));
        ends.iter().for_each(|(name, end)| assert_eq!(within(&text(name)), Some(*end), "{name}"));
        assert_eq!(within(&text("uka")), None);
    }

    #[test]
    fn so_many_of_so_many() {
        assert_eq!(dropped(&text(" 4 av  5 ")), Some(Dropped { least: 4, of: 5 }));
        assert_eq!(dropped(&text("1 of 1")), Some(Dropped { least: 1, of: 1 }));
        for wrong in ["", "4", "4/5", "0 av 5", "6 av 5", "4 av 1001", "4 av 5 ganger", "fire av fem", "-1 av 5"] {
            assert_eq!(dropped(&text(wrong)), None, "{wrong}");
        }
    }

    #[test]
    fn relief_keeps_the_order_in_which_it_is_written() {
        let steps = relief(&text("overtid=1,5; extra shift: 1")).expect("two steps");
        let told: Vec<_> = steps.iter().map(|s| (s.relief, s.factor)).collect();
        assert_eq!(told, [(Relief::Overtime, 1.5), (Relief::ExtraShift, 1.0)]);
        for wrong in ["", "overtid", "overtid=0", "overtid=mye", "overtid=1; overtime=2", "bønn=1", "pool=21"] {
            assert_eq!(relief(&text(wrong)), None, "{wrong}");
        }
    }
}
