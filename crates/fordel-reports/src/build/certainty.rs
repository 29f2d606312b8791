//! What drives the hours in which hiring in is justified, as a picture with its table.

use fordel_core::simulation::sources::{Change, Driven};
use fordel_core::ward::{GroupId, Ward};
use fordel_text::Texts;

use crate::chart::{Axis, Chart, Tornado, TornadoRow};
use crate::report::{Column, Figure, Panel, Row, Table};

/// Hours below this are no difference.
const SMALL: f64 = 0.5;

/// The picture; none where nothing drives anything.
pub fn drivers(ward: &Ward, base: &Driven, driven: &[Driven], texts: &Texts) -> Option<Figure> {
    let middle = base.hours.mean;
    let mut rows: Vec<(String, f64, f64)> = Vec::new();
    for one in driven {
        let hours = one.hours.mean;
        match one.change {
            Change::Held(source) => {
                let name = texts.get(&format!("simulate-held-{}", source.name()));
                rows.push((name, hours.min(middle), hours.max(middle)));
            }
            Change::Absence(group, _) => {
                let name = absence(ward, group, texts);
                match rows.iter_mut().find(|row| row.0 == name) {
                    Some(row) => (row.1, row.2) = (row.1.min(hours), row.2.max(hours)),
                    None => rows.push((name, hours.min(middle), hours.max(middle))),
                }
            }
        }
    }
    rows.retain(|(_, low, high)| high - low >= SMALL);
    rows.sort_by(|a, b| (b.2 - b.1).total_cmp(&(a.2 - a.1)));
    let most = rows.first()?.0.clone();
    let hours = |value: f64| texts.fixed(value, 0);
    let end = |value: f64| if (value - middle).abs() < SMALL { String::new() } else { hours(value) };
    let title = texts.get("certainty-drivers-picture");
    let axis = Axis::around(&title, rows.iter().flat_map(|r| [r.1, r.2]), 4, hours);
    let columns = vec![
        Column::words(texts.get("certainty-source")),
        Column::numbers(texts.get("certainty-least")),
        Column::numbers(texts.get("certainty-most")),
    ];
    let cells = rows.iter().map(|(name, low, high)| Row::body(vec![name.clone(), hours(*low), hours(*high)]));
    let table = Table::new(title.clone(), columns, cells.collect());
    let alternative = texts.with("certainty-drivers-alt", &[("base", hours(middle).into()), ("most", most.into())]);
    let drawn = rows.iter().map(|(name, low, high)| TornadoRow {
        name: name.clone(),
        ends: (*low, *high),
        labels: (end(*low), end(*high)),
    });
    let chart = Chart::Tornado(Tornado { base: middle, base_label: hours(middle), rows: drawn.collect(), axis });
    let panels = vec![Panel { title: title.clone(), alternative, chart }];
    Some(Figure { id: "drivers".into(), caption: texts.get("certainty-drivers-caption"), panels, table })
}

fn absence(ward: &Ward, group: GroupId, texts: &Texts) -> String {
    let of = ward.group(group);
    texts.with("certainty-absence", &[("group", texts.group_name(&of.code, &of.name).into())])
}
