//! The years ahead as a workbook: scenarios, demand, groups year by year, all figures, assumptions, what it rests on. For a
//! unit by itself demand and groups are live formulas: whoever changes an assumption in them sees what follows.

use fordel_core::projection::outlook::{Figures, Projection, ScenarioTold, Taken, Unit};
use fordel_core::ward::{GroupId, Ward};
use fordel_text::Texts;
use rust_xlsxwriter::XlsxError;

use crate::formula_book::{Item, Paper, Table, book};
use crate::table::address;

/// The workbook of some units' years together. The same years give the same bytes.
///
/// # Errors
/// More rows or columns than a sheet has.
pub fn projection_book(told: &Projection, units: &[Unit], texts: &Texts) -> Result<Vec<u8>, XlsxError> {
    let title = format!("{} – {}", texts.get("projection-title"), told.called());
    let mut tables = vec![scenarios(told, texts)];
    if let [unit] = units {
        tables.push(demand(told, texts));
        tables.push(groups(told, unit, texts));
    }
    tables.push(all(told, texts));
    tables.extend([residents(units, texts), assumptions(units, texts), notes(told, units, texts)]);
    book(&tables, &title, Paper::A4)
}

fn head(texts: &Texts, key: &str) -> String {
    texts.get(&format!("projection-column-{key}"))
}

fn scenarios(told: &Projection, texts: &Texts) -> Table {
    let last = told.question.years as usize;
    let mut columns = vec![(head(texts, "scenario"), 36.0)];
    columns.extend(["need", "growth", "positions", "short"].map(|key| (head(texts, key), 14.0)));
    let band = head(texts, "band");
    columns.extend(["low", "high"].map(|key| (format!("{band}: {}", head(texts, key).to_lowercase()), 16.0)));
    columns.push((head(texts, "short-people"), 14.0));
    let row = |of: &ScenarioTold| {
        vec![
            Item::Text(texts.projection_scenario(of.scenario)),
            Item::Number(of.sum(last, |of| of.need), 1),
            Item::Share(told.growth(of, last).unwrap_or(f64::NAN)),
            Item::Number(of.sum(last, |of| of.positions), 1),
            Item::Number(of.sum(last, Figures::short), 1),
            Item::Number(of.short[last].low, 1),
            Item::Number(of.short[last].high, 1),
            Item::Number(of.sum(last, Figures::short_people), 0),
        ]
    };
    let rows = told.scenarios.iter().map(row).collect();
    Table { name: texts.get("projection-sheet-scenarios"), columns, rows, summed: Vec::new() }
}

/// Use and its change in rows 2 and 3, the years from row 4: residents as numbers, use and index as formulas.
fn demand(told: &Projection, texts: &Texts) -> Table {
    let unit = &told.units[0];
    let mut columns = vec![(head(texts, "year"), 18.0)];
    let ages = |of: &fordel_core::projection::demand::Use| {
        texts.with("projection-column-residents", &[("ages", of.ages.to_string().into())])
    };
    columns.extend(unit.uses.iter().map(|of| (ages(of), 13.0)));
    columns.extend(["use", "index"].map(|key| (head(texts, key), 13.0)));
    let mut uses = vec![Item::Text(head(texts, "per-1000"))];
    uses.extend(unit.uses.iter().map(|of| Item::Number(of.per_1000, 1)));
    let mut changes = vec![Item::Text(head(texts, "change"))];
    changes.extend(unit.uses.iter().map(|of| Item::Share(of.change)));
    let mut rows = vec![uses, changes];
    let width = unit.uses.len() as u32;
    for (t, of) in unit.demand.iter().enumerate() {
        let row = t as u32 + 4;
        let mut items = vec![Item::Year(of.year)];
        items.extend(of.residents.iter().map(|people| Item::Number(*people, 0)));
        if width == 0 {
            items.extend([Item::Number(0.0, 0), Item::Number(1.0, 3)]);
        } else {
            let (first, last) = (column(1), column(width));
            let total = format!(
                "=SUMPRODUCT({first}{row}:{last}{row},{first}$2:{last}$2,(1+{first}$3:{last}$3)^($A{row}-$A$4))/1000"
            );
            items.push(Item::Formula(total, of.units, 1));
            let sum = column(width + 1);
            items.push(Item::Formula(format!("=IF({sum}$4>0,{sum}{row}/{sum}$4,1)"), of.index, 3));
        }
        rows.push(items);
    }
    Table { name: texts.get("projection-sheet-demand"), columns, rows, summed: Vec::new() }
}

/// A column's letters.
fn column(at: u32) -> String {
    crate::table::column_name(at)
}

/// A row for each group and year, as today: what is assumed as numbers, what follows from it as formulas. Retirement and new
/// people stand as numbers: they come of single ages.
fn groups(told: &Projection, unit: &Unit, texts: &Texts) -> Table {
    let keys = [
        "group",
        "year",
        "now",
        "index",
        "follows",
        "absence-now",
        "absence",
        "need",
        "leave",
        "left",
        "retired",
        "joined",
        "people",
        "percent",
        "apprentices",
        "positions",
        "gap",
        "gap-people",
    ];
    let columns = keys.map(|key| (head(texts, key), if key == "group" { 10.0 } else { 11.5 })).to_vec();
    let demand_sheet = texts.get("projection-sheet-demand");
    let index_column = column(told.units[0].uses.len() as u32 + 2);
    let mut rows: Vec<Vec<Item>> = Vec::new();
    for (at, group) in told.as_today().groups.iter().enumerate() {
        let of_ward = unit.ward.group(GroupId(at));
        let first = Taken::written(unit, GroupId(at), told.question.first);
        // Before another absence is assumed than the ward has.
        let today = group.years[0].need * (1.0 - first.absence) / (1.0 - of_ward.absence);
        for (t, figures) in group.years.iter().enumerate() {
            let row = rows.len() as u32 + 2;
            let cell = |col: u32| address(row, col);
            let before = |col: u32| address(row - 1, col);
            let demand = &told.units[0].demand[t];
            let taken = Taken::written(unit, GroupId(at), demand.year);
            let is_first = t == 0;
            // The need of the first year is written; those after it take it from there.
            let now =
                if is_first { Item::Number(today, 1) } else { Item::Formula(format!("={}", before(2)), today, 1) };
            let index = format!("='{}'!{index_column}{}", demand_sheet.replace('\'', "''"), t + 4);
            let need = format!("={}*MAX(0,1+{}*({}-1))*(1-{})/(1-{})", cell(2), cell(4), cell(3), cell(5), cell(6));
            let left = if is_first {
                Item::Number(0.0, 1)
            } else {
                Item::Formula(format!("={}*{}", before(12), cell(8)), figures.left, 1)
            };
            let people = if is_first {
                Item::Number(figures.people, 1)
            } else {
                Item::Formula(format!("={}-{}-{}+{}", before(12), cell(9), cell(10), cell(11)), figures.people, 1)
            };
            rows.push(vec![
                Item::Text(group.code.clone()),
                Item::Year(demand.year),
                now,
                Item::Formula(index, demand.index, 3),
                Item::Share(taken.follows),
                Item::Share(of_ward.absence),
                Item::Share(taken.absence),
                Item::Formula(need, figures.need, 1),
                Item::Share(taken.leave),
                left,
                Item::Number(figures.retired, 1),
                Item::Number(figures.joined, 1),
                people,
                Item::Share(taken.percent),
                Item::Number(figures.apprentices, 1),
                Item::Formula(format!("={}*{}+{}", cell(12), cell(13), cell(14)), figures.positions, 1),
                Item::Formula(format!("={}-{}", cell(7), cell(15)), figures.gap(), 1),
                Item::Formula(
                    format!("=MAX(0,{}-{})/{}-{}", cell(7), cell(14), cell(13), cell(12)),
                    figures.gap_people(),
                    1,
                ),
            ]);
        }
    }
    Table { name: texts.get("projection-sheet-groups"), columns, rows, summed: Vec::new() }
}

/// A row for each scenario, group and year, for whoever makes a table or a picture of their own.
fn all(told: &Projection, texts: &Texts) -> Table {
    let mut columns = vec![(head(texts, "scenario"), 30.0), (head(texts, "group"), 10.0), (head(texts, "year"), 8.0)];
    columns.extend(Figures::NAMES.map(|key| (head(texts, key), 12.0)));
    let band = head(texts, "gap");
    columns.extend(["low", "high"].map(|key| (format!("{band}: {}", head(texts, key).to_lowercase()), 14.0)));
    let mut rows = Vec::new();
    for of in &told.scenarios {
        for group in &of.groups {
            for ((year, figures), band) in told.years().zip(&group.years).zip(&group.gap) {
                let numbers = figures.told().into_iter().chain([band.low, band.high]);
                let mut items = vec![
                    Item::Text(texts.projection_scenario(of.scenario)),
                    Item::Text(group.code.clone()),
                    Item::Year(year),
                ];
                items.extend(numbers.map(|number| Item::Number(number, 1)));
                rows.push(items);
            }
        }
    }
    Table { name: texts.get("projection-sheet-all"), columns, rows, summed: Vec::new() }
}

fn residents(units: &[Unit], texts: &Texts) -> Table {
    let keys = ["unit", "year", "ages", "value", "low", "high", "source"];
    let columns = keys.map(|key| (head(texts, key), if key == "source" { 60.0 } else { 12.0 })).to_vec();
    let mut rows = Vec::new();
    for unit in units {
        for of in &unit.ward.projection.residents {
            let maybe = |end: Option<f64>| end.map_or(Item::Text(String::new()), |end| Item::Number(end, 0));
            rows.push(vec![
                Item::Text(unit.ward.unit.clone()),
                Item::Year(of.year),
                Item::Text(of.ages.to_string()),
                Item::Number(of.number.value, 0),
                maybe(of.number.low),
                maybe(of.number.high),
                Item::Text(of.source.clone().unwrap_or_default()),
            ]);
        }
    }
    Table { name: texts.get("projection-residents"), columns, rows, summed: Vec::new() }
}

fn assumptions(units: &[Unit], texts: &Texts) -> Table {
    let keys = ["unit", "what", "group", "ages", "from", "value", "range", "source"];
    let wide = |key: &str| match key {
        "source" => 60.0,
        "what" => 34.0,
        _ => 12.0,
    };
    let columns = keys.map(|key| (head(texts, key), wide(key))).to_vec();
    let mut rows = Vec::new();
    for unit in units {
        for entry in &unit.ward.projection.entries {
            let cells = texts.projection_entry(unit.ward, entry);
            rows.push(std::iter::once(unit.ward.unit.clone()).chain(cells).map(Item::Text).collect());
        }
    }
    Table { name: texts.get("projection-sheet-assumptions"), columns, rows, summed: Vec::new() }
}

fn notes(told: &Projection, units: &[Unit], texts: &Texts) -> Table {
    let wards: Vec<&Ward> = units.iter().map(|unit| unit.ward).collect();
    let said = texts.projection_said(told).into_iter().chain(texts.projection_rests(told, &wards));
    Table {
        name: texts.get("projection-sheet-notes"),
        columns: vec![(texts.get("projection-rests"), 120.0)],
        rows: said.map(|line| vec![Item::Text(line)]).collect(),
        summed: Vec::new(),
    }
}
