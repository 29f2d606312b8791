//! What is usual of a driver as pictures: by weekday, hour and month, as far as its counts tell it.

use fordel_core::counts::{By, Profile, Spread};
use fordel_text::Texts;

use crate::chart::{Axis, Chart, Usual, UsualColumn};
use crate::report::{Column, Figure, Panel, Row, Table};

/// Letters of a month's name under a picture, where twelve stand side by side: enough to tell them apart in both languages.
const LETTERS: usize = 3;

/// The pictures, each with its table; their ids begin with `id`.
pub fn pictures(id: &str, driver: &str, profile: &Profile, texts: &Texts) -> Vec<Figure> {
    By::ALL.into_iter().filter_map(|by| picture(id, driver, profile, by, texts)).collect()
}

/// None where the counts don't tell it.
fn picture(id: &str, driver: &str, profile: &Profile, by: By, texts: &Texts) -> Option<Figure> {
    let (spreads, rows) = (profile.by(by)?, texts.activity_rows(profile, by)?);
    let names = texts.activity_names(by);
    let counted: Vec<(&String, &Spread)> = names.iter().zip(&spreads).filter(|(_, of)| of.count > 0).collect();
    let (low_name, low) = counted.iter().min_by(|a, b| a.1.mean.total_cmp(&b.1.mean))?;
    let (high_name, high) = counted.iter().max_by(|a, b| a.1.mean.total_cmp(&b.1.mean))?;
    let least = counted.iter().map(|(_, of)| of.least).fold(f64::INFINITY, f64::min);
    let most = counted.iter().map(|(_, of)| of.most).fold(0.0, f64::max);
    let number = |value: f64| texts.fixed(value, 1);
    let title = texts.with(&format!("activity-usual-{}", by.name()), &[("driver", driver.into())]);
    let args = [
        ("low-name", low_name.as_str().into()),
        ("low", number(low.mean).into()),
        ("high-name", high_name.as_str().into()),
        ("high", number(high.mean).into()),
        ("least", number(least).into()),
        ("most", number(most).into()),
    ];
    let chart = Usual {
        names: ["activity-mean", "activity-likely", "activity-ends"].map(|key| texts.get(key)),
        columns: names.iter().zip(&spreads).map(|(name, of)| column(name, of, by, texts)).collect(),
        axis: Axis::around(driver, [most], 5, |value| texts.number(value)),
    };
    let columns = (0..).zip(texts.activity_columns(by));
    let columns = columns.map(|(at, head): (u32, _)| if at == 0 { Column::words(head) } else { Column::numbers(head) });
    Some(Figure {
        id: format!("{id}-{}", by.name()),
        caption: texts.with("activity-usual-caption", &[("title", title.as_str().into())]),
        table: Table::new(title.clone(), columns.collect(), rows.into_iter().map(Row::body).collect()),
        panels: vec![Panel {
            title,
            alternative: texts.with("activity-usual-alternative", &args),
            chart: Chart::Usual(chart),
        }],
    })
}

fn column(name: &str, of: &Spread, by: By, texts: &Texts) -> UsualColumn {
    UsualColumn {
        label: if by == By::Month { name.chars().take(LETTERS).collect() } else { name.to_owned() },
        written: texts.fixed(of.mean, 1),
        mean: (of.count > 0).then_some(of.mean),
        likely: (of.low, of.high),
        ends: (of.least, of.most),
    }
}
