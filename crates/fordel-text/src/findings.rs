//! Broken rules and demands that can't hold together, as sentences: the same words on the terminal, in the
//! workbook and in the report.

use fordel_core::complaint::Value;
use fordel_core::plan::{Broken, Conflict, Elsewhere, Obstacle};
use fordel_core::rule::Rule;

use crate::{Lang, Texts};

impl Texts {
    /// A broken rule with its place in words: `Yrkesgrupper!H2: SPL: planen bruker 11,39 årsverk, det er 8.`
    pub fn broken(&self, broken: &Broken) -> String {
        placed(&broken.place, self.broken_here(broken))
    }

    /// A broken rule in words where there is no workbook before one's eyes: without the cell.
    pub fn broken_here(&self, broken: &Broken) -> String {
        // A placement that the workbook doesn't have stands on one group more than it may.
        let is_unknown = broken.rule == Rule::OneGroup.name() && broken.limit == 0.0;
        let key = if is_unknown { "broken-unknown-placement".to_owned() } else { format!("broken-{}", broken.rule) };
        let what = broken.what.clone().unwrap_or_default();
        let scope = self.scope(broken.group.as_deref(), broken.day, broken.time.as_deref());
        let about = if scope.is_empty() { String::new() } else { format!(" ({scope})") };
        // Minutes are told whole: what is needed never as less, what there is room for never as more.
        let minutes = broken.rule == Rule::WorkFits.name();
        let (limit, actual) =
            if minutes { (broken.limit.max(0.0).floor(), broken.actual.ceil()) } else { (broken.limit, broken.actual) };
        let args = [
            ("scope", Value::from(first_told([&scope, &what, &broken.place]))),
            ("about", Value::from(about)),
            ("what", Value::from(first_told([&what, &broken.place, &scope]))),
            ("limit", Value::from(limit)),
            ("actual", Value::from(actual)),
            ("rule", Value::from(broken.rule.as_str())),
        ];
        self.with(if self.has(&key) { &key } else { "broken-other" }, &args)
    }

    /// A demand of a conflict, and the least change to it that makes a plan possible.
    pub fn conflict(&self, conflict: &Conflict) -> String {
        let key = format!("demand-{}", conflict.rule);
        let key = if self.has(&key) { key.as_str() } else { "demand-other" };
        let what = conflict.what.clone().unwrap_or_default();
        let scope = self.scope(conflict.group.as_deref(), None, None);
        let about = if scope.is_empty() || what.is_empty() { String::new() } else { format!(" ({scope})") };
        let mut args = vec![
            ("scope", Value::from(first_told([&scope, &what, &conflict.place]))),
            ("about", Value::from(about)),
            ("what", Value::from(first_told([&what, &conflict.place, &scope]))),
            ("value", Value::from(conflict.value)),
            ("rule", Value::from(conflict.rule.as_str())),
        ];
        let demand = self.with(key, &args);
        let cure = match conflict.least_change {
            None => self.get("demand-no-change"),
            Some(change) => {
                // A tiny lack must not round to nothing: 0.004 årsverk is told as 0.01.
                let change = if change == 0.0 { 0.0 } else { change.abs().max(0.01) };
                args.push(("change", Value::from(change)));
                self.attribute(key, "change", &args).unwrap_or_default()
            }
        };
        placed(&conflict.place, format!("{demand} {cure}").trim().to_owned())
    }

    /// What stands in the way of a line on another group, or what it would worsen: part of a sentence.
    pub fn elsewhere(&self, other: &Elsewhere) -> String {
        let key = match &other.obstacle {
            Some(Obstacle::NoRoom { .. }) => "elsewhere-no-room",
            Some(Obstacle::NoRoomInTheDay) => "elsewhere-no-room-in-the-day",
            Some(Obstacle::NotPresent) => "elsewhere-not-present",
            Some(Obstacle::Limit) => "elsewhere-limit",
            None if other.year_kr > 0.5 => "elsewhere-courses",
            None if other.overqualified > 0.5 => "elsewhere-overqualified",
            None if other.changes > 0.5 => "elsewhere-changes",
            None => "elsewhere-as-good",
        };
        let mut args =
            vec![("group", Value::from(other.group.as_str())), ("kroner", self.about_kroner(other.year_kr).into())];
        if let Some(Obstacle::NoRoom { day, interval, minutes }) = &other.obstacle {
            // What is too much by a fraction of a minute is still too much.
            args.push(("minutes", Value::from(minutes.ceil())));
            args.push(("day", self.get(&format!("day-{day}")).into()));
            args.push(("interval", interval.as_str().into()));
        }
        self.with(key, &args)
    }

    /// When a line's work falls, as plans keep it (`07-09`, `døgn`, `dagtid`), as people read it in their language.
    pub fn timing(&self, kept: &str) -> String {
        match kept {
            "døgn" => self.get("report-around-the-clock"),
            "dagtid" => self.get("report-daytime"),
            span => span.replace('-', "–"),
        }
    }

    /// Days (1 = Monday) as people write them: `man–fre`, `alle dager`, `tor og lør`.
    pub fn days(&self, days: &[u8]) -> String {
        let mut days: Vec<u8> = days.iter().copied().filter(|d| (1..=7).contains(d)).collect();
        days.sort_unstable();
        days.dedup();
        let name = |day: u8| {
            let name = self.get(&format!("day-short-{day}"));
            if self.lang() == Lang::Nb { name.to_lowercase() } else { name }
        };
        match days.as_slice() {
            [] => String::new(),
            [only] => name(*only),
            days if days.len() == 7 => self.get("days-all"),
            [a, .., b] if usize::from(b - a) + 1 == days.len() => format!("{}–{}", name(*a), name(*b)),
            _ => self.list(&days.iter().map(|d| name(*d)).collect::<Vec<_>>()),
        }
    }

    /// `a`, `a og b`, `a, b og c`.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                self.with("list-and", &[("first", first.join(", ").into()), ("last", last.as_str().into())])
            }
        }
    }

    /// Whom and when a rule concerns, as far as it is known: group, weekday and time.
    fn scope(&self, group: Option<&str>, day: Option<u8>, time: Option<&str>) -> String {
        let day = day.filter(|d| (1..=7).contains(d)).map(|d| self.get(&format!("day-{d}")));
        let parts = [group.map(str::to_owned), day, time.map(str::to_owned)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// The first that says anything.
fn first_told(texts: [&str; 3]) -> &str {
    texts.into_iter().find(|text| !text.is_empty()).unwrap_or("–")
}

/// The sentence with the workbook's cell in front; a place that is no cell is already told in the sentence.
fn placed(place: &str, sentence: String) -> String {
    if place.contains('!') { format!("{place}: {sentence}") } else { sentence }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(rule: &str) -> Broken {
        Broken {
            rule: rule.into(),
            place: "Yrkesgrupper!H2".into(),
            group: Some("SPL".into()),
            day: Some(6),
            time: Some("07-09".into()),
            limit: 8.0,
            actual: 11.39,
            what: Some("Stell".into()),
        }
    }

    #[test]
    fn every_rule_has_its_sentence_in_both_languages() {
        for texts in [Texts::new(Lang::Nb), Texts::new(Lang::En)] {
            for rule in Rule::ALL {
                assert!(texts.has(&format!("broken-{}", rule.name())), "{rule:?}");
                assert!(texts.broken(&broken(rule.name())).starts_with("Yrkesgrupper!H2: "));
            }
            assert!(texts.broken(&broken("a_rule_of_tomorrow")).contains("a_rule_of_tomorrow"));
        }
    }

    #[test]
    fn a_placement_that_the_workbook_does_not_have_is_told_as_such() {
        let texts = Texts::new(Lang::Nb);
        let unknown = Broken { limit: 0.0, actual: 1.0, place: "12".into(), ..broken("one_group") };
        let sentence = texts.broken(&unknown);
        assert!(sentence.starts_with("Stell (SPL lørdag 07-09): arbeidsboka har ikke"), "{sentence}");
        assert!(texts.broken(&Broken { limit: 1.0, ..unknown }).contains("nøyaktig én"));
    }

    #[test]
    fn a_broken_rule_names_its_cell_only_where_there_is_a_workbook() {
        let texts = Texts::new(Lang::Nb);
        let told = Broken { place: "Tilstedeværelse!E2".into(), ..broken("presence") };
        let here = texts.broken_here(&told);
        assert!(!here.contains('!') && !here.is_empty(), "{here}");
        assert_eq!(texts.broken(&told), format!("Tilstedeværelse!E2: {here}"));
    }

    #[test]
    fn minutes_are_told_whole_and_what_is_too_much_stays_too_much() {
        let told = Broken { limit: 672.4, actual: 673.09, ..broken("work_fits") };
        let sentence = Texts::new(Lang::Nb).broken(&told);
        assert!(sentence.contains("674 minutter") && sentence.contains("plass til 672."), "{sentence}");
    }

    #[test]
    fn a_demand_tells_what_would_mend_it() {
        let texts = Texts::new(Lang::Nb);
        let mut demand = Conflict {
            rule: "positions".into(),
            place: "Yrkesgrupper!H2".into(),
            value: 8.0,
            least_change: Some(3.3929),
            group: Some("SPL".into()),
            what: None,
        };
        assert!(texts.conflict(&demand).contains("3,39 årsverk"), "{}", texts.conflict(&demand));
        demand.least_change = None;
        assert!(texts.conflict(&demand).ends_with(&texts.get("demand-no-change")));
        demand = Conflict { rule: "work".into(), what: Some("Skaffe vikar".into()), value: 87.5, ..demand };
        assert!(texts.conflict(&demand).contains("Skaffe vikar (SPL): 87,5 minutter"), "{}", texts.conflict(&demand));
        demand.group = None;
        assert!(texts.conflict(&demand).contains("Skaffe vikar: 87,5 minutter"), "{}", texts.conflict(&demand));
    }

    #[test]
    fn days_are_told_as_people_write_them() {
        let texts = Texts::new(Lang::Nb);
        assert_eq!(texts.days(&[1, 2, 3, 4, 5]), "man–fre");
        assert_eq!(texts.days(&[7, 6]), "lør–søn");
        assert_eq!(texts.days(&[4, 6]), "tor og lør");
        assert_eq!(texts.days(&[1, 2, 3, 4, 5, 6, 7]), "alle dager");
        assert_eq!(texts.days(&[0, 9]), "");
    }
}
