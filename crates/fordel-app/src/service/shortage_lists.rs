//! The log of the traffic light and its statistics as lists that can be taken out.

use fordel_text::Texts;

use super::export::{List, ListCell};
use super::shortage_log::LoggedUse;
use super::shortage_statistics::{UseCounts, UseStatistics};

/// A row for each logged use, as it counts or doesn't.
pub fn uses_list(logged: &[LoggedUse], texts: &Texts) -> List {
    let yes = |truth: bool| if truth { texts.get("documents-yes").into() } else { ListCell::Empty };
    let row = |one: &LoggedUse| {
        let (answered, chosen) = (&one.kept.answered, &one.kept.chosen);
        let missing: Vec<String> =
            one.missing.iter().map(|missing| format!("{} {}", missing.heads, missing.group)).collect();
        let tasks = |of: fn(&super::TaskFate) -> f64| {
            let named = one.tasks.iter().filter(|task| of(task) > 0.0).map(|task| task.task.as_str());
            named.collect::<Vec<_>>().join(", ")
        };
        vec![
            answered.day.as_str().into(),
            one.date().map_or(ListCell::Empty, |date| {
                texts.get(&format!("day-{}", fordel_core::calendar::weekday(date).number())).into()
            }),
            answered.shift.as_str().into(),
            missing.join(", ").into(),
            texts.get(&format!("light-{}", answered.light.word())).into(),
            ListCell::Number(answered.red_minutes as f64, 0),
            ListCell::Number(answered.justified_minutes as f64 / 60.0, 2),
            texts.get(&format!("log-choice-{}", chosen.choice.word())).into(),
            texts.get(&format!("log-cause-{}", chosen.cause.word())).into(),
            ListCell::Number(one.hired_hours(), 2),
            chosen.hired_kr.map_or(ListCell::Empty, |kr| ListCell::Number(kr as f64, 0)),
            yes(chosen.kr_reckoned),
            tasks(|task| task.left_out).into(),
            tasks(|task| task.put_off).into(),
            chosen.reason.as_str().into(),
            one.by.as_deref().unwrap_or_default().into(),
            yes(!one.counts()),
        ]
    };
    let columns = [
        "date",
        "day",
        "shift",
        "missing",
        "light",
        "red-minutes",
        "justified",
        "choice",
        "cause",
        "hours",
        "kr",
        "reckoned",
        "left-out",
        "put-off",
        "reason",
        "by",
        "withdrawn",
    ];
    list("log-list-uses", &columns, logged.iter().map(row).collect(), texts)
}

/// A row for each weekday, shift, cause and month, and for each task that gave way.
pub fn statistics_list(told: &UseStatistics, texts: &Texts) -> List {
    let mut rows = Vec::new();
    let mut add = |part: &str, what: String, counts: &UseCounts| {
        let number = |count: u64| ListCell::Number(count as f64, 0);
        rows.push(vec![
            texts.get(&format!("log-by-{part}")).into(),
            what.into(),
            number(counts.uses),
            number(counts.yellow),
            number(counts.red),
            number(counts.hired),
            number(counts.justified),
            ListCell::Number(counts.hours, 2),
            counts.known_kr().map_or(ListCell::Empty, |kr| ListCell::Number(kr, 0)),
            ListCell::Empty,
            ListCell::Empty,
        ]);
    };
    add("all", String::new(), &told.all);
    told.by_weekday.iter().for_each(|(day, counts)| add("weekday", texts.get(&format!("day-{day}")), counts));
    told.by_shift.iter().for_each(|(shift, counts)| add("shift", shift.clone(), counts));
    told.by_cause
        .iter()
        .for_each(|(cause, counts)| add("cause", texts.get(&format!("log-cause-{}", cause.word())), counts));
    told.by_month.iter().for_each(|(month, counts)| add("month", month.clone(), counts));
    for task in &told.tasks {
        let mut row: Vec<ListCell> =
            vec![texts.get("log-by-task").into(), task.task.as_str().into(), ListCell::Number(task.uses as f64, 0)];
        row.resize_with(9, || ListCell::Empty);
        row.extend([ListCell::Number(task.left_out as f64, 0), ListCell::Number(task.put_off as f64, 0)]);
        rows.push(row);
    }
    let columns = [
        "part",
        "what",
        "uses",
        "yellow",
        "red",
        "hired",
        "hired-justified",
        "hours",
        "kr",
        "times-left-out",
        "times-put-off",
    ];
    list("log-list-statistics", &columns, rows, texts)
}

fn list(name: &str, columns: &[&str], rows: Vec<Vec<ListCell>>, texts: &Texts) -> List {
    let columns = columns.iter().map(|key| texts.get(&format!("log-column-{key}"))).collect();
    List { name: texts.get(name), columns, rows }
}
