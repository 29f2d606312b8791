//! Broken rules and demands that can't hold together, as sentences: the same words on the terminal, in the
//! workbook and in the report.

use fordel_core::check::UNTOLD;
use fordel_core::complaint::Value;
use fordel_core::plan::{Broken, Conflict, Elsewhere, Obstacle};
use fordel_core::rule::Rule;
use fordel_core::ward::Goal;

use crate::{Lang, Texts, present_in_words};

impl Texts {
    /// A broken rule with its place in words: `Yrkesgrupper!H2: SPL: planen bruker 11,39 årsverk, det er 8.`
    pub fn broken(&self, broken: &Broken) -> String {
        placed(part_of(&broken.place).1, self.broken_here(broken))
    }

    /// A broken rule in words where there is no workbook before one's eyes: without the cell.
    pub fn broken_here(&self, broken: &Broken) -> String {
        let (part, place) = part_of(&broken.place);
        if broken.rule == Rule::Figure.name() || broken.rule == UNTOLD {
            return self.figure(broken, part);
        }
        let sentence = self.of_the_plan(broken, place);
        if part.is_empty() {
            return sentence;
        }
        let args = [("part", self.told_under(part).into()), ("key", part.into()), ("sentence", sentence.into())];
        self.with("broken-beside", &args)
    }

    /// A figure that isn't what it should be, or isn't told: by its name, and by its keys in `plan.json`.
    fn figure(&self, broken: &Broken, part: &str) -> String {
        let what = broken.what.clone().unwrap_or_default();
        let keys = if part.is_empty() { what } else { format!("{part}.{what}") };
        let scope = self.scope(broken.group.as_deref(), broken.day, broken.time.as_deref());
        let about = if scope.is_empty() { keys.clone() } else { format!("{scope}, {keys}") };
        let (limit, actual) = self.told_apart(broken.limit, broken.actual);
        let args = [
            ("what", Value::from(self.told_under(&keys))),
            ("about", Value::from(about)),
            ("limit", Value::from(limit)),
            ("actual", Value::from(actual)),
        ];
        // What is told in words or as a list has no figures to hold against each other.
        let key = match broken.rule.as_str() {
            UNTOLD => "broken-untold",
            _ if broken.limit == broken.actual => "broken-told",
            _ => "broken-figure",
        };
        self.with(key, &args)
    }

    /// What stands under keys of `plan.json` (`groups.SPL.fte`), in words: a group or course between them is told as it is.
    pub fn told_under(&self, keys: &str) -> String {
        let named = |key: &str, before: Option<&str>| {
            let goal = || Goal::ALL.iter().any(|goal| goal.name() == key).then(|| format!("goal-{key}"));
            let own = || Some(format!("told-{}", key.replace('_', "-"))).filter(|message| self.has(message));
            let message = if matches!(before, Some("goals" | "values")) { goal() } else { own() };
            match message {
                Some(message) => self.get(&message),
                // The name of a rule, which the sentence that it stands in has told of.
                None if matches!(before, Some("broken" | "worths")) => String::new(),
                None => key.to_owned(),
            }
        };
        let parts: Vec<&str> = keys.split('.').collect();
        let before = |at: usize| at.checked_sub(1).map(|before| parts[before]);
        let words = parts.iter().enumerate().map(|(at, key)| named(key, before(at)));
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// Two figures with as many decimals as it takes to tell them apart, at least two.
    fn told_apart(&self, a: f64, b: f64) -> (String, String) {
        let with = |decimals: i16| [a, b].map(|figure| self.formatter.trimmed(figure, decimals));
        let enough = [2, 4, 6, 9, 12].map(with).into_iter().find(|[a, b]| a != b);
        let [a, b] = enough.unwrap_or_else(|| with(2));
        (a, b)
    }

    /// A broken rule of the plan, or of what it is compared with.
    fn of_the_plan(&self, broken: &Broken, place: &str) -> String {
        // A placement that the workbook doesn't have stands on one group more than it may.
        let is_unknown = broken.rule == Rule::OneGroup.name() && broken.limit == 0.0;
        let key = if is_unknown { "broken-unknown-placement".to_owned() } else { format!("broken-{}", broken.rule) };
        let what = self.subject(&broken.rule, broken.what.as_deref());
        let scope = self.scope(broken.group.as_deref(), broken.day, broken.time.as_deref());
        let about = if scope.is_empty() { String::new() } else { format!(" ({scope})") };
        // Minutes are told whole: what is needed never as less, what there is room for never as more.
        let minutes = broken.rule == Rule::WorkFits.name();
        let (limit, actual) =
            if minutes { (broken.limit.max(0.0).floor(), broken.actual.ceil()) } else { (broken.limit, broken.actual) };
        let mut args = vec![
            ("scope", Value::from(first_told([&scope, &what, place]))),
            ("about", Value::from(about)),
            ("what", Value::from(first_told([&what, place, &scope]))),
            ("limit", Value::from(limit)),
            ("actual", Value::from(actual)),
            ("rule", Value::from(broken.rule.as_str())),
        ];
        // What is broken by a hair is told with the decimals that show it; `limit-n` and `actual-n` stay.
        if limit != actual && self.number(limit) == self.number(actual) {
            let (limit, actual) = self.told_apart(limit, actual);
            args.extend([("limit", Value::from(limit)), ("actual", Value::from(actual))]);
        }
        self.with(if self.has(&key) { &key } else { "broken-other" }, &args)
    }

    /// What a rule is about, as a plan names it; the groups of a demand for presence in words.
    pub fn subject(&self, rule: &str, what: Option<&str>) -> String {
        let what = what.unwrap_or_default();
        if rule == Rule::Presence.name() { present_in_words(what, self) } else { what.to_owned() }
    }

    /// A demand of a conflict, and the least change to it that makes a plan possible.
    pub fn conflict(&self, conflict: &Conflict) -> String {
        let key = format!("demand-{}", conflict.rule);
        let key = if self.has(&key) { key.as_str() } else { "demand-other" };
        let what = self.subject(&conflict.rule, conflict.what.as_deref());
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
            args.push(("interval", self.timing(interval).into()));
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
        let parts = [group.map(str::to_owned), day, time.map(|time| self.timing(time))];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// The part of a plan that a place is in, as the checker writes it (`carried!Vakter!B4`), or nothing, and the place in it.
fn part_of(place: &str) -> (&str, &str) {
    place.split_once('!').filter(|(part, _)| ["carried", "rightmost", "cheapest"].contains(part)).unwrap_or(("", place))
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
            assert!(texts.broken(&broken(UNTOLD)).contains("(SPL "));
            assert!(texts.broken(&broken("a_rule_of_tomorrow")).contains("a_rule_of_tomorrow"));
        }
    }

    #[test]
    fn a_placement_that_the_workbook_does_not_have_is_told_as_such() {
        let texts = Texts::new(Lang::Nb);
        let unknown = Broken { limit: 0.0, actual: 1.0, place: "12".into(), ..broken("one_group") };
        let sentence = texts.broken(&unknown);
        assert!(sentence.starts_with("Stell (SPL lørdag 07–09): arbeidsboka har ikke"), "{sentence}");
        assert!(texts.broken(&Broken { limit: 1.0, ..unknown }).contains("nøyaktig én"));
    }

    #[test]
    fn a_figure_is_told_by_its_name_and_its_keys() {
        let texts = Texts::new(Lang::Nb);
        let told = |place: &str, what: &str, actual: f64, limit: f64| {
            let broken = Broken { group: None, day: None, time: None, what: Some(what.into()), ..broken("figure") };
            texts.broken(&Broken { place: place.into(), actual, limit, ..broken })
        };
        assert_eq!(
            told("week_cost", "week_cost", 12.5, 13.0),
            "Planen oppgir 12,5 som kroner i uka (week_cost); regnet på nytt er det 13."
        );
        let minutes = told("groups.SPL.minutes_week", "groups.SPL.minutes_week", 1.0, 2.0);
        let named = "summene for gruppene, SPL, oppgaveminutter i uka (groups.SPL.minutes_week)";
        assert!(minutes.contains(named), "{minutes}");
        // A place within the plan is no cell of a workbook.
        let carried = told("carried!year_cost", "year_cost", 1.0, 2.0);
        assert!(carried.contains("(carried.year_cost)") && !carried.contains('!'), "{carried}");
        let value = told("goals.overqualified.value", "goals.overqualified.value", 1.0, 2.0);
        assert!(value.contains(&texts.get("goal-overqualified")), "{value}");
        // What differs is seen to differ, also by a hair; what is no figure has none.
        assert!(told("gap", "gap", 0.0, 0.000_004).contains("0,000004"));
        let tasks = told("x", "training.HFA.stell.tasks", 0.0, 0.0);
        assert!(tasks.ends_with("stemmer ikke med resten av planen.") && !tasks.contains('0'), "{tasks}");
    }

    #[test]
    fn what_a_comparison_breaks_is_told_of_that_and_with_its_cell() {
        let texts = Texts::new(Lang::Nb);
        let told = Broken { place: "carried!Vakter!B4".into(), ..broken("shift_min") };
        let sentence = texts.broken(&told);
        assert!(sentence.starts_with("Vakter!B4: ") && sentence.contains("(carried): SPL"), "{sentence}");
        let group = texts.broken(&Broken { place: "rightmost!ASS".into(), ..broken("people") });
        assert!(!group.contains('!') && group.contains("(rightmost): "), "{group}");
    }

    #[test]
    fn what_is_broken_by_a_hair_is_seen_to_be() {
        let told = Broken { limit: 8.0, actual: 8.000_02, ..broken("positions") };
        let sentence = Texts::new(Lang::Nb).broken(&told);
        assert!(sentence.contains("8,00002 årsverk"), "{sentence}");
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
    fn a_demand_for_presence_is_told_in_words() {
        let texts = Texts::new(Lang::Nb);
        let told = Broken { what: Some("SPL+;HFA".into()), ..broken("presence") };
        let sentence = texts.broken_here(&told);
        assert!(sentence.starts_with("SPL eller høyere, eller HFA"), "{sentence}");
        assert_eq!(texts.subject("presence", Some("SPL+ 22:00–07:30")), "SPL eller høyere 22:00–07:30");
        assert_eq!(texts.subject("work", Some("Fylle A+; B")), "Fylle A+; B", "a task keeps its name");
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
    fn one_is_told_as_one() {
        let (nb, en) = (Texts::new(Lang::Nb), Texts::new(Lang::En));
        let told = |texts: &Texts, rule: &str, actual: f64, limit: f64| {
            texts.broken_here(&Broken { actual, limit, ..broken(rule) })
        };
        assert_eq!(told(&nb, "max_moves", 1.0, 0.0), "Planen flytter én plassering, høyst 0 er tillatt.");
        assert_eq!(told(&en, "max_moves", 6.0, 1.0), "The plan moves 6 placements, at most one is allowed.");
        assert!(told(&en, "shift_min", 1.0, 2.0).ends_with("one head, at least 2 are required."));
        assert!(told(&nb, "one_group", 0.0, 1.0).contains("står på ingen gruppe;"));
        assert!(told(&nb, "people", 1.4, 1.0).ends_with("det er én ansatt."));
        let of = |texts: &Texts, rule: &str, value: f64, change: f64| {
            texts.conflict(&Conflict {
                rule: rule.into(),
                place: String::new(),
                value,
                least_change: Some(change),
                group: Some("SPL".into()),
                what: None,
            })
        };
        let more = |texts: &Texts, rule: &str, change: f64| of(texts, rule, 1.0, change);
        assert_eq!(more(&nb, "people", 1.0), "SPL har én ansatt. Med én til finnes det en plan.");
        assert_eq!(more(&nb, "people", 2.0), "SPL har én ansatt. Med 2 flere finnes det en plan.");
        assert!(more(&en, "max_moves", 1.0).starts_with("At most one placement may be moved. With one more move "));
        assert!(of(&nb, "max_moves", 0.0, 2.0).starts_with("Ingen plasseringer kan flyttes. Med 2 flere flyttinger "));
        assert!(of(&en, "max_moves", 0.0, 1.0).starts_with("No placements may be moved. "));
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
