//! The year as a report: what is short, week by week as a picture and a table, scenarios, holidays, what it rests on.

use fordel_core::ward::Ward;
use fordel_core::year::certified::Certified;
use fordel_core::year::outlook::{Outlook, OutlookWeek};
use fordel_core::year::scenario::Scenario;
use fordel_text::Texts;

use crate::chart::{Axis, Chart, WeekColumn, Weeks};
use crate::report::{Block, Column, Figure, KeyFigure, Panel, Report, Row, Section, Table, Words};

/// Builds the report; the first scenario is the year as planned. `date` is today as it shall be written, `version` that of
/// the program.
pub fn build(ward: &Ward, scenarios: &[(Scenario, Outlook)], texts: &Texts, date: &str, version: &str) -> Report {
    let mut sections = Vec::new();
    if let Some((_, planned)) = scenarios.first() {
        sections.push(weeks(ward, planned, texts));
        sections.push(compared(ward, scenarios, texts));
        sections.push(by_group(ward, planned, texts));
        sections.extend(holidays(ward, planned, texts));
        sections.push(rests(ward, planned, texts));
    }
    Report {
        title: texts.get("year-title"),
        unit: ward.unit.clone(),
        lang: texts.lang().tag(),
        byline: texts.with("report-byline", &[("date", date.into()), ("version", version.into())]),
        sections,
        words: Words::of(texts),
    }
}

fn section(id: &str, heading: String, blocks: Vec<Block>) -> Section {
    Section { id: id.into(), heading, level: 1, landscape: false, folded: false, blocks }
}

fn weeks(ward: &Ward, outlook: &Outlook, texts: &Texts) -> Section {
    let said = texts.outlook(ward, outlook);
    let mut blocks: Vec<Block> = said.into_iter().map(Block::text).collect();
    blocks.push(Block::KeyFigures { figures: key_figures(outlook, texts) });
    blocks.push(Block::Figure(picture(ward, outlook, texts)));
    section("weeks", texts.get("year-chart"), blocks)
}

fn key_figures(outlook: &Outlook, texts: &Texts) -> Vec<KeyFigure> {
    let sums = outlook.sums;
    let own: f64 = outlook.weeks.iter().flat_map(|week| &week.groups).map(|of| of.own).sum();
    let figure = |label: &str, value: String, compared: &str, against: String| KeyFigure {
        label: texts.get(label),
        value,
        compared: format!("{}: {against}", texts.get(compared)),
    };
    vec![
        figure("year-column-asked", texts.hours(sums.hours), "year-column-own", texts.hours(own)),
        figure(
            "year-column-hire-hours",
            texts.hours(sums.hire_hours),
            "year-column-hire-kr",
            texts.hours(sums.hire_kr),
        ),
        figure("year-column-shifts", texts.hours(sums.heads), "year-column-fte", texts.fixed(sums.fte, 1)),
    ]
}

/// The picture of the weeks with its table: the same on a page, in print and beside others.
pub fn picture(ward: &Ward, outlook: &Outlook, texts: &Texts) -> Figure {
    let sum = |week: &OutlookWeek, of: fn(&fordel_core::year::outlook::GroupWeek) -> f64| {
        week.groups.iter().map(of).sum::<f64>()
    };
    let columns: Vec<WeekColumn> = outlook
        .weeks
        .iter()
        .map(|week| WeekColumn {
            label: week.week.number.to_string(),
            asked: sum(week, |of| of.asked),
            short: sum(week, |of| of.short()),
            own: sum(week, |of| of.own),
        })
        .collect();
    let ends = |of: fn(&WeekColumn) -> f64| {
        let all = || columns.iter().map(of);
        (all().fold(f64::INFINITY, f64::min), all().fold(0.0, f64::max))
    };
    let ((least, most), (own_least, own_most)) = (ends(|week| week.asked), ends(|week| week.own));
    let short = columns.iter().filter(|week| week.short >= 0.5).count();
    let args = [
        ("least", texts.hours(least).into()),
        ("most", texts.hours(most).into()),
        ("own-least", texts.hours(own_least).into()),
        ("own-most", texts.hours(own_most).into()),
        ("short-weeks", short.into()),
    ];
    let values = columns.iter().flat_map(|week| [week.asked, week.own]).collect::<Vec<_>>();
    let chart = Weeks {
        names: ["year-chart-asked", "year-chart-short", "year-chart-own"].map(|key| texts.get(key)),
        axis: Axis::around(&texts.get("year-chart-hours"), values, 5, |hours| texts.hours(hours)),
        columns,
    };
    Figure {
        id: "year-weeks".into(),
        caption: texts.get("year-chart-caption"),
        panels: vec![Panel {
            title: texts.get("year-chart"),
            alternative: texts.with("year-chart-alternative", &args),
            chart: Chart::Weeks(chart),
        }],
        table: week_table(ward, outlook, texts),
    }
}

fn week_table(ward: &Ward, outlook: &Outlook, texts: &Texts) -> Table {
    let of = |key: &str| texts.get(&format!("year-column-{key}"));
    let columns = vec![
        Column::words(of("week")),
        Column::words(of("from")),
        Column::numbers(of("asked")),
        Column::numbers(of("own")),
        Column::numbers(of("on-holiday")),
        Column::numbers(of("short")),
        Column::wide(of("short-of")),
        Column::words(of("days")),
    ];
    let cells = |week: &OutlookWeek| {
        let sum = |of: fn(&fordel_core::year::outlook::GroupWeek) -> f64| week.groups.iter().map(of).sum::<f64>();
        let short = sum(|of| of.short());
        let cells = vec![
            week.week.number.to_string(),
            texts.day(week.week.monday()),
            texts.hours(sum(|of| of.asked)),
            texts.hours(sum(|of| of.own)),
            texts.hours(sum(|of| of.on_holiday)),
            texts.hours(short),
            texts.short_of(ward, week),
            texts.holidays_of(week),
        ];
        if short >= 0.5 { Row::marked(cells) } else { Row::body(cells) }
    };
    let rows = outlook.weeks.iter().map(cells).collect();
    Table { dense: true, ..Table::new(texts.get("year-chart-table"), columns, rows) }
}

/// Every group week by week: the sheet that is pinned to a wall.
fn by_group(ward: &Ward, outlook: &Outlook, texts: &Texts) -> Section {
    let of = |key: &str| texts.get(&format!("year-column-{key}"));
    let mut columns = vec![Column::words(of("week")), Column::words(of("from"))];
    for group in &ward.groups {
        let of_group = |key: &str| Column::numbers(format!("{} {}", group.code, of(key).to_lowercase()));
        columns.extend(["asked", "own", "on-holiday", "short"].map(of_group));
    }
    let row = |week: &OutlookWeek| {
        let mut cells = vec![week.week.number.to_string(), texts.day(week.week.monday())];
        for told in &week.groups {
            cells.extend([told.asked, told.own, told.on_holiday, told.short()].map(|number| texts.hours(number)));
        }
        if week.groups.iter().any(|told| told.short() >= 0.5) { Row::marked(cells) } else { Row::body(cells) }
    };
    let rows = outlook.weeks.iter().map(row).collect();
    let heading = texts.get("year-by-group");
    let table = Table { dense: true, ..Table::new(heading.clone(), columns, rows) };
    section("groups", heading, vec![Block::Table(table)])
}

fn compared(ward: &Ward, scenarios: &[(Scenario, Outlook)], texts: &Texts) -> Section {
    let of = |key: &str| texts.get(&format!("year-column-{key}"));
    let columns = vec![
        Column::wide(texts.get("year-scenario")),
        Column::numbers(of("shifts")),
        Column::numbers(of("fte")),
        Column::numbers(of("kr")),
        Column::numbers(of("hire-hours")),
        Column::numbers(of("hire-kr")),
    ];
    let row = |(scenario, outlook): &(Scenario, Outlook)| Row::body(texts.scenario_row(*scenario, &outlook.sums));
    let rows = scenarios.iter().filter(|(scenario, of)| scenario.is_way_out(of)).map(row).collect();
    let heading = texts.get("year-scenarios");
    let mut blocks = vec![Block::Table(Table::new(heading.clone(), columns, rows))];
    blocks.extend(texts.scenario_notes(ward, scenarios).into_iter().map(Block::text));
    section("scenarios", heading, blocks)
}

fn holidays(ward: &Ward, outlook: &Outlook, texts: &Texts) -> Option<Section> {
    let shared: Vec<String> = outlook.holidays.iter().filter_map(|of| texts.shared(ward, outlook, of)).collect();
    let nights: Vec<String> =
        outlook.weeks.iter().flat_map(|week| &week.asked.nights).map(|night| texts.night(ward, night)).collect();
    if shared.is_empty() && nights.is_empty() {
        return None;
    }
    let mut blocks: Vec<Block> = Some(shared).filter(|list| !list.is_empty()).map(Block::points).into_iter().collect();
    if !outlook.certified.is_empty() {
        blocks.push(Block::text(texts.get("year-certified-lead")));
        blocks.push(Block::Table(certified(ward, outlook, texts)));
    }
    if !outlook.lists.is_empty() {
        blocks.push(Block::text(texts.get("year-list-lead")));
        let notes: Vec<String> = outlook.lists.iter().flat_map(|of| texts.holiday_list_notes(ward, of)).collect();
        blocks.extend(Some(notes).filter(|notes| !notes.is_empty()).map(Block::points));
        blocks.push(Block::Table(list(ward, outlook, texts)));
    }
    blocks.extend(Some(nights).filter(|list| !list.is_empty()).map(Block::points));
    Some(section("holidays", texts.get("year-holidays"), blocks))
}

/// The holiday list: a person and a year a row.
fn list(ward: &Ward, outlook: &Outlook, texts: &Texts) -> Table {
    let [employee, group, year, summer, singles] = texts.holiday_list_columns();
    let columns = vec![
        Column::words(employee),
        Column::words(group),
        Column::words(year),
        Column::words(summer),
        Column::wide(singles),
    ];
    let rows = outlook.on_holiday().map(|(of, rules, one)| {
        let [pool, singles] = texts.on_holiday(rules, one);
        Row::body(vec![one.employee.clone(), ward.group(of.group).code.clone(), of.year.to_string(), pool, singles])
    });
    Table { dense: true, ..Table::new(texts.get("year-list"), columns, rows.collect()) }
}

/// Summer and single weeks of those who hold a course, those who are too few marked.
fn certified(ward: &Ward, outlook: &Outlook, texts: &Texts) -> Table {
    let columns = texts.certified_columns().into_iter().enumerate().map(|(at, head)| match at {
        0 => Column::words(head),
        1 | 6 | 7 => Column::wide(head),
        _ => Column::numbers(head),
    });
    let row = |of: &Certified| {
        let cells = texts.certified_row(ward, of);
        let holds = of.further() == Some(0) && of.further_for_weeks() == Some(0);
        if holds { Row::body(cells) } else { Row::marked(cells) }
    };
    let rows = outlook.certified.iter().map(row).collect();
    Table { dense: true, ..Table::new(texts.get("year-certified"), columns.collect(), rows) }
}

fn rests(ward: &Ward, outlook: &Outlook, texts: &Texts) -> Section {
    section("rests", texts.get("year-rests"), vec![Block::points(texts.outlook_rests(ward, outlook))])
}
