//! The years ahead as a report: need and supply as pictures and tables, scenarios, groups, assumptions with their sources,
//! what it rests on.

use fordel_core::projection::outlook::{Band, Figures, GroupTold, Projection, SHORT, ScenarioTold};
use fordel_core::projection::scenario::Scenario;
use fordel_core::ward::Ward;
use fordel_text::Texts;

use crate::chart::{Axis, Chart, YearLine, Years};
use crate::report::{Block, Column, Figure, KeyFigure, Panel, Report, Row, Section, Table, Words};

/// Groups that have a picture of their own.
const MOST_PANELS: usize = 8;
/// Years side by side in a table.
const YEARS_ACROSS: usize = 6;

/// Builds the report of some units' years together. `date` is today as it shall be written, `version` that of the program.
pub fn build(told: &Projection, wards: &[&Ward], texts: &Texts, date: &str, version: &str) -> Report {
    // The answer with a picture of it, and what can be done; then what it is made of, for those who ask.
    let folded = |section: Section| Section { folded: true, ..section };
    let sections = vec![
        answer(told, texts),
        scenarios(told, texts),
        folded(groups(told, texts)),
        folded(gaps(told, texts)),
        folded(years(told, texts)),
        folded(assumptions(told, wards, texts)),
        folded(rests(told, wards, texts)),
    ];
    Report {
        title: texts.get("projection-title"),
        unit: told.called(),
        lang: texts.lang().tag(),
        byline: texts.with("report-byline", &[("date", date.into()), ("version", version.into())]),
        sections,
        words: Words::of(texts),
    }
}

fn section(id: &str, heading: String, blocks: Vec<Block>) -> Section {
    Section { id: id.into(), heading, level: 1, landscape: false, folded: false, blocks }
}

fn head(texts: &Texts, key: &str) -> String {
    texts.get(&format!("projection-column-{key}"))
}

fn answer(told: &Projection, texts: &Texts) -> Section {
    let mut blocks: Vec<Block> = texts.projection_said(told).into_iter().map(Block::text).collect();
    let lacking = texts.projection_lacking(told);
    if !lacking.is_empty() {
        blocks.push(Block::points(lacking));
    }
    blocks.push(Block::Figure(picture(told, texts)));
    section("answer", texts.get("projection-answer"), blocks)
}

/// For every scenario what lacks in the last year, beside what is needed then.
fn key_figures(told: &Projection, texts: &Texts) -> Vec<KeyFigure> {
    let last = told.question.years as usize;
    let year = told.years().last().unwrap_or_default().to_string();
    let figure = |of: &ScenarioTold| {
        let need = [("year", year.as_str().into()), ("need", texts.positions(of.sum(last, |of| of.need)).into())];
        let short = [("positions", texts.positions(of.sum(last, Figures::short)).into())];
        KeyFigure {
            label: texts.projection_scenario(of.scenario),
            value: texts.with("projection-figure", &short),
            compared: texts.with("projection-figure-need", &need),
        }
    };
    told.scenarios.iter().map(figure).collect()
}

/// The picture of all groups together, with the years as a table: the same on a page, in print and by itself.
pub fn picture(told: &Projection, texts: &Texts) -> Figure {
    let panels = vec![panel(told, None, texts.get("projection-chart"), texts)];
    let caption = if told.has_band { "projection-chart-caption-band" } else { "projection-chart-caption" };
    let table = year_table(told, told.as_today(), texts);
    Figure { id: "projection".into(), caption: texts.get(caption), panels, table }
}

/// A picture of each group, those who lack most where there are many; none of a single group, which is all of them.
fn group_picture(told: &Projection, texts: &Texts) -> Option<Figure> {
    let now = told.as_today();
    let last = told.question.years as usize;
    let is_there = |group: &GroupTold| group.years.iter().any(|of| of.need + of.positions >= SHORT);
    let mut shown: Vec<usize> = (0..now.groups.len()).filter(|at| is_there(&now.groups[*at])).collect();
    if shown.len() < 2 {
        return None;
    }
    // Those who lack most, in the groups' own order.
    shown.sort_by(|a, b| now.groups[*b].years[last].short().total_cmp(&now.groups[*a].years[last].short()));
    shown.truncate(MOST_PANELS);
    shown.sort_unstable();
    let title = |group: &GroupTold| format!("{} {}", group.code, texts.group_name(&group.code, &group.name));
    let panels = shown.iter().map(|at| panel(told, Some(*at), title(&now.groups[*at]), texts)).collect();
    let caption = texts.get("projection-groups-picture");
    let mut columns = vec![Column::words(head(texts, "year"))];
    for at in &shown {
        let code = &now.groups[*at].code;
        let of_group = |key: &str| Column::numbers(format!("{code} {}", head(texts, key).to_lowercase()));
        columns.extend(["need", "positions"].map(of_group));
    }
    let row = |(t, year): (usize, i16)| {
        let figures = shown.iter().map(|at| &now.groups[*at].years[t]).flat_map(|of| [of.need, of.positions]);
        Row::body(std::iter::once(year.to_string()).chain(figures.map(|number| texts.positions(number))).collect())
    };
    let rows = told.years().enumerate().map(row).collect();
    let table = Table { dense: true, ..Table::new(caption.clone(), columns, rows) };
    Some(Figure { id: "projection-groups".into(), caption, panels, table })
}

/// Need as today and with the plan's sharing, and what is filled, of a group or of all.
fn panel(told: &Projection, group: Option<usize>, title: String, texts: &Texts) -> Panel {
    let now = told.as_today();
    let sharing = told.scenarios.iter().find(|of| of.scenario == Scenario::Sharing);
    let values = |scenario: &ScenarioTold, of: fn(&Figures) -> f64| -> Vec<f64> {
        (0..told.years().len())
            .map(|t| match group {
                Some(at) => of(&scenario.groups[at].years[t]),
                None => scenario.sum(t, of),
            })
            .collect()
    };
    let has_band = told.has_band && group.is_none();
    let pairs = |bands: &[Band]| -> Vec<(f64, f64)> {
        if has_band { bands.iter().map(|band| (band.low, band.high)).collect() } else { Vec::new() }
    };
    let need = values(now, |of| of.need);
    let filled = values(now, |of| of.positions);
    let shared = sharing.map(|of| values(of, |of| of.need));
    let ends = |values: &[f64]| {
        let at = |value: Option<&f64>| texts.positions(value.copied().unwrap_or(0.0));
        (at(values.first()), at(values.last()))
    };
    let ((first, last), (filled_first, filled_last)) = (ends(&need), ends(&filled));
    let mut args = vec![
        ("now", first.into()),
        ("then", last.into()),
        ("filled-now", filled_first.into()),
        ("filled", filled_last.into()),
    ];
    let mut key = "projection-chart-alternative";
    let mut lines = vec![YearLine { name: texts.get("projection-chart-need"), values: need, band: pairs(&now.need) }];
    if let Some(values) = shared {
        key = "projection-chart-alternative-sharing";
        args.push(("sharing", ends(&values).1.into()));
        lines.push(YearLine { name: texts.get("projection-chart-need-sharing"), values, band: Vec::new() });
    } else {
        // What is filled keeps its look where there is no plan.
        lines.push(YearLine { name: String::new(), values: Vec::new(), band: Vec::new() });
    }
    lines.push(YearLine { name: texts.get("projection-chart-positions"), values: filled, band: pairs(&now.positions) });
    let all = lines
        .iter()
        .flat_map(|line| line.values.iter().copied().chain(line.band.iter().flat_map(|(low, high)| [*low, *high])));
    let axis = Axis::around(&texts.get("projection-chart-axis"), all.collect::<Vec<_>>(), 5, |n| texts.number(n));
    let labels = told.years().map(|year| year.to_string()).collect();
    let band_name = if has_band { head(texts, "band") } else { String::new() };
    Panel {
        title,
        alternative: texts.with(key, &args),
        chart: Chart::Years(Years { labels, lines, band_name, axis, full_width: group.is_none() }),
    }
}

fn year_table(told: &Projection, of: &ScenarioTold, texts: &Texts) -> Table {
    let keys = ["need", "growth", "people", "retired", "left", "joined", "positions", "short", "band"];
    let columns = std::iter::once(Column::words(head(texts, "year")))
        .chain(keys.into_iter().map(|key| Column::numbers(head(texts, key))))
        .collect();
    let row = |t: usize| {
        let cells = texts.projection_year_row(told, of, t);
        if of.sum(t, Figures::short) >= SHORT { Row::marked(cells) } else { Row::body(cells) }
    };
    let rows = (0..told.years().len()).map(row).collect();
    Table { dense: true, ..Table::new(texts.projection_scenario(of.scenario), columns, rows) }
}

fn scenarios(told: &Projection, texts: &Texts) -> Section {
    let keys = ["need", "growth", "positions", "short", "band", "short-people"];
    let columns = std::iter::once(Column::wide(head(texts, "scenario")))
        .chain(keys.into_iter().map(|key| Column::numbers(head(texts, key))))
        .collect();
    let rows = told.scenarios.iter().map(|of| Row::body(texts.projection_scenario_row(told, of))).collect();
    let heading = texts.get("projection-scenarios");
    let table = Table::new(texts.get("projection-scenarios-caption"), columns, rows);
    let figures = key_figures(told, texts);
    section("scenarios", heading, vec![Block::KeyFigures { figures }, Block::Table(table)])
}

fn groups(told: &Projection, texts: &Texts) -> Section {
    let last = told.question.years as usize;
    let keys = ["need", "people", "positions", "gap", "band", "gap-people"];
    let columns = std::iter::once(Column::wide(head(texts, "group")))
        .chain(keys.into_iter().map(|key| Column::numbers(head(texts, key))))
        .collect();
    let row = |group: &GroupTold| {
        let cells = texts.projection_group_row(group, last);
        if group.years[last].short() >= SHORT { Row::marked(cells) } else { Row::body(cells) }
    };
    let rows = told.as_today().groups.iter().map(row).collect();
    let table = Table::new(texts.get("projection-groups-caption"), columns, rows);
    let blocks = std::iter::once(Block::Table(table)).chain(group_picture(told, texts).map(Block::Figure)).collect();
    section("groups", texts.get("projection-groups"), blocks)
}

/// Some of the years, the last one among them.
pub fn years_across(told: &Projection) -> Vec<usize> {
    let last = told.question.years as usize;
    let step = last.div_ceil(YEARS_ACROSS - 1).max(1);
    let mut years: Vec<usize> = (0..=last).rev().step_by(step).collect();
    if years.last() != Some(&0) {
        years.push(0);
    }
    years.reverse();
    years
}

fn gaps(told: &Projection, texts: &Texts) -> Section {
    let years = years_across(told);
    let mut columns = vec![Column::wide(head(texts, "scenario")), Column::words(head(texts, "group"))];
    columns.extend(years.iter().filter_map(|t| told.years().nth(*t)).map(|year| Column::numbers(year.to_string())));
    let mut rows = Vec::new();
    for of in &told.scenarios {
        for group in &of.groups {
            let gaps = years.iter().map(|t| texts.positions(group.years[*t].gap()));
            let cells = [texts.projection_scenario(of.scenario), group.code.clone()].into_iter().chain(gaps).collect();
            rows.push(Row::body(cells));
        }
        let sums = years.iter().map(|t| texts.positions(of.sum(*t, Figures::short)));
        let cells = [texts.projection_scenario(of.scenario), head(texts, "short")].into_iter().chain(sums).collect();
        rows.push(Row::sum(cells));
    }
    let table = Table { dense: true, ..Table::new(texts.get("projection-gaps-caption"), columns, rows) };
    section("gaps", texts.get("projection-gaps"), vec![Block::Table(table)])
}

fn years(told: &Projection, texts: &Texts) -> Section {
    let tables = told.scenarios.iter().skip(1).map(|of| Block::Table(year_table(told, of, texts)));
    let first = std::iter::once(Block::Table(year_table(told, told.as_today(), texts)));
    section("years", texts.get("projection-years"), first.chain(tables).collect())
}

/// Every assumption as it is written, with its source.
fn assumptions(told: &Projection, wards: &[&Ward], texts: &Texts) -> Section {
    let mut blocks = Vec::new();
    for (unit, ward) in told.units.iter().zip(wards) {
        let keys = ["what", "group", "ages", "from"].map(|key| Column::words(head(texts, key)));
        let mut columns = keys.to_vec();
        columns.extend(["value", "range"].map(|key| Column::numbers(head(texts, key))));
        columns.push(Column::wide(head(texts, "source")));
        let rows: Vec<Row> =
            ward.projection.entries.iter().map(|entry| Row::body(texts.projection_entry(ward, entry))).collect();
        if !rows.is_empty() {
            blocks.push(Block::Table(Table { dense: true, ..Table::new(unit.name.clone(), columns, rows) }));
        }
        if !unit.uses.is_empty() {
            let mut columns = vec![Column::words(head(texts, "year"))];
            columns.extend(unit.uses.iter().map(|of| Column::numbers(of.ages.to_string())));
            columns.push(Column::numbers(head(texts, "index")));
            let across = years_across(told);
            let rows = unit.demand.iter().enumerate().filter(|(t, _)| across.contains(t)).map(|(_, of)| {
                let mut cells = vec![of.year.to_string()];
                cells.extend(of.residents.iter().map(|people| texts.fixed(*people, 0)));
                cells.push(texts.fixed(of.index, 3));
                Row::body(cells)
            });
            let caption = format!("{}: {}", unit.name, texts.get("projection-residents"));
            blocks.push(Block::Table(Table { dense: true, ..Table::new(caption, columns, rows.collect()) }));
        }
    }
    if blocks.is_empty() {
        blocks.push(Block::text(texts.get("projection-empty")));
    }
    section("assumptions", texts.get("projection-assumptions"), blocks)
}

fn rests(told: &Projection, wards: &[&Ward], texts: &Texts) -> Section {
    section("rests", texts.get("projection-rests"), vec![Block::points(texts.projection_rests(told, wards))])
}
