//! The pictures: whatever is drawn lies within the picture, and colour never stands alone.

mod common;

use common::{figures, liten, regler};
use fordel_reports::chart::{
    Axis, Chart, Column, Curve, Day, Layer, Point, ShareRow, Shares, Staffing, StaffingRow, Step, Tick, Usual,
    UsualColumn, YearLine, Years, svg,
};
use fordel_reports::report::Panel;
use fordel_text::Lang;
use roxmltree::Document;

fn panel(chart: Chart) -> Panel {
    Panel { title: "Tittel".into(), alternative: "Beskrivelse".into(), chart }
}

fn axis(values: &[f64]) -> Axis {
    Axis::around("Enhet", values.iter().copied(), 5, |v| format!("{v}"))
}

/// Pictures at the ends of what they may be given.
fn extremes() -> Vec<Panel> {
    let mut panels = Vec::new();
    for size in [0.0, 1e-9, 1.0, 1e9] {
        for n in [0usize, 1, 14] {
            let layers = (0..n).map(|i| Layer { series: i, name: format!("Gruppe {i}"), hatched: i % 2 == 1 });
            panels.push(panel(Chart::Day(Day {
                full_width: n > 1,
                layers: layers.collect(),
                capacity_name: "Til stede".into(),
                columns: vec![Column { from: 0.0, to: 1440.0, heights: vec![size; n] }],
                capacity: vec![Step { from: 0.0, to: 1440.0, height: size }],
                clock: vec![Tick { at: 0.0, label: "07".into() }, Tick { at: 1440.0, label: "07".into() }],
                axis: axis(&[size * n as f64, size]),
            })));
            let name = "En yrkesgruppe med et uvanlig langt navn som ikke får plass noe sted i bildet".to_owned();
            let rows = (0..n).map(|_| ShareRow {
                name: name.clone(),
                before: size,
                after: 0.0,
                before_label: "9 %".into(),
                after_label: "0 %".into(),
            });
            let (before, after) = ("I dag".into(), "Forslaget".into());
            panels.push(panel(Chart::Shares(Shares { before, after, rows: rows.collect(), axis: axis(&[size]) })));
            let points =
                (0..n).map(|i| Point { x: i as f64, y: size, low: -size, high: 2.0 * size, label: "1 kr".into() });
            panels.push(panel(Chart::Curve(Curve {
                point_name: "Funnet".into(),
                whisker_name: "Bevist".into(),
                points: points.collect(),
                x: axis(&[n as f64]),
                y: axis(&[-size, 2.0 * size]),
            })));
            let rows =
                (0..n).map(|_| StaffingRow { name: name.clone(), today: None, carried: Some(size), proposed: 0.0 });
            let names = ["I dag".into(), "Bemannet".into(), "Forslaget".into()];
            panels.push(panel(Chart::Staffing(Staffing { names, rows: rows.collect(), axis: axis(&[size]) })));
            let columns = (0..n).map(|i| UsualColumn {
                label: "13".into(),
                written: "1,0".into(),
                mean: (i != 1).then_some(size),
                likely: (0.0, size),
                ends: (0.0, size),
            });
            let names = ["Snitt".into(), "Åtte av ti".into(), "Lavest til høyest".into()];
            panels.push(panel(Chart::Usual(Usual { names, columns: columns.collect(), axis: axis(&[size]) })));
            let line = |name: &str| YearLine { name: name.into(), values: vec![size; n], band: vec![(0.0, size); n] };
            panels.push(panel(Chart::Years(Years {
                labels: (0..n).map(|i| (2027 + i).to_string()).collect(),
                lines: vec![line("Behov"), line(""), line("Fylt")],
                band_name: "Åtte av ti".into(),
                axis: axis(&[size]),
                full_width: n > 1,
            })));
        }
    }
    panels
}

#[test]
fn everything_is_drawn_within_the_picture() {
    let reports = [liten(), regler()].map(|case| case.report(Lang::Nb));
    let real = reports.iter().flat_map(figures).flat_map(|f| f.panels.clone());
    for panel in real.chain(extremes()) {
        let drawn = svg(&panel, "bilde");
        let picture = Document::parse(&drawn).unwrap_or_else(|why| panic!("not well-formed: {why}"));
        let number = |node: &roxmltree::Node, name: &str| -> Option<f64> {
            let value = node.attribute(name)?;
            Some(value.parse().unwrap_or_else(|_| panic!("{name}={value} in {drawn}")))
        };
        let root = picture.root_element();
        let (width, height) = (number(&root, "width").expect("width"), number(&root, "height").expect("height"));
        let body = picture
            .descendants()
            .filter(|n| !n.ancestors().any(|a| a.has_tag_name(("http://www.w3.org/2000/svg", "defs"))));
        for node in body.filter(|n| n.is_element() && *n != root) {
            for (names, end) in [(["x", "x1", "x2", "cx"], width), (["y", "y1", "y2", "cy"], height)] {
                for name in names {
                    let value = number(&node, name).unwrap_or(0.0);
                    assert!((-0.5..=end + 0.5).contains(&value), "{name}={value} beyond {end}: {drawn}");
                }
            }
            let right = number(&node, "x").unwrap_or(0.0) + number(&node, "width").unwrap_or(0.0);
            let bottom = number(&node, "y").unwrap_or(0.0) + number(&node, "height").unwrap_or(0.0);
            assert!(right <= width + 0.5 && bottom <= height + 0.5, "{node:?} of {drawn}");
        }
    }
}

/// In greyscale series differ by their lines, and each is named.
#[test]
fn layers_differ_in_pattern_and_stand_in_the_legend() {
    let layers: Vec<Layer> = (0..6).map(|i| Layer { series: i, name: format!("G{i}"), hatched: false }).collect();
    let day = Day {
        full_width: true,
        columns: vec![Column { from: 0.0, to: 1440.0, heights: vec![1.0; 6] }],
        capacity: Vec::new(),
        capacity_name: "Til stede".into(),
        clock: Vec::new(),
        axis: axis(&[6.0]),
        layers,
    };
    let drawn = svg(&panel(Chart::Day(day)), "bilde");
    let picture = Document::parse(&drawn).expect("well-formed");
    let mut lines: Vec<&str> = picture
        .descendants()
        .filter(|n| n.tag_name().name() == "pattern")
        .filter_map(|n| n.descendants().find_map(|d| d.attribute("d")))
        .collect();
    // The first series is plain.
    assert_eq!(lines.len(), 5);
    lines.sort_unstable();
    lines.dedup();
    assert_eq!(lines.len(), 5, "two series share a pattern");
    for i in 0..6 {
        assert!(picture.descendants().any(|n| n.text() == Some(&format!("G{i}"))), "G{i} isn't named");
    }
}

#[test]
fn a_name_that_is_cut_keeps_its_code() {
    let row = |name: &str| ShareRow {
        name: name.into(),
        before: 1.0,
        after: 1.0,
        before_label: "1 %".into(),
        after_label: "1 %".into(),
    };
    let rows = vec![
        row("Sykepleier medisinsk overvåkning (SPO)"),
        row("Sykepleier ved enheten for medisinsk overvåkning og intensiv behandling (SPI)"),
    ];
    let shares = Shares { before: "I dag".into(), after: "Forslaget".into(), rows, axis: axis(&[1.0]) };
    let drawn = svg(&panel(Chart::Shares(shares)), "bilde");
    assert!(drawn.contains("Sykepleier medisinsk overvåkning (SPO)"), "{drawn}");
    assert!(drawn.contains("… (SPI)"), "{drawn}");
}

#[test]
fn a_label_of_the_curve_stands_clear_of_what_is_drawn() {
    let point = |x: f64, y: f64, label: &str| Point { x, y, low: y, high: y, label: label.into() };
    let points =
        vec![point(5.0, 27.0, "2 700 000 kr"), point(10.0, 35.0, "3 500 000 kr"), point(70.0, 46.0, "4 600 000 kr")];
    let curve = Curve {
        point_name: "Funnet".into(),
        whisker_name: "Bevist".into(),
        points,
        x: axis(&[70.0]),
        y: axis(&[46.0]),
    };
    let drawn = svg(&panel(Chart::Curve(curve)), "bilde");
    let picture = Document::parse(&drawn).expect("well-formed");
    let number = |node: roxmltree::Node, name: &str| node.attribute(name).and_then(|n| n.parse::<f64>().ok());
    let label = picture.descendants().find(|n| n.text() == Some("2 700 000 kr")).expect("the first label");
    let dot = picture
        .descendants()
        .find(|n| n.has_tag_name(("http://www.w3.org/2000/svg", "circle")) && number(*n, "cy") > Some(30.0));
    // Over the first point the line rises through where its label would be.
    assert!(number(label, "y") > dot.and_then(|dot| number(dot, "cy")), "{drawn}");
}
