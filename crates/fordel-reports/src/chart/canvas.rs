//! Drawing in a picture's own units: text, lines, boxes, legends.

use super::ink;
use crate::xml::Xml;

/// Type size of all text in pictures.
pub const SIZE: f64 = 12.0;
/// Room for one line of text.
pub const LINE: f64 = 17.0;

/// Where text hangs on its point.
#[derive(Clone, Copy)]
pub enum Anchor {
    /// Starts there.
    Start,
    /// Is centred there.
    Middle,
    /// Ends there.
    End,
}

/// How a mark looks: in the picture and, alike, in the legend.
#[derive(Clone, Copy, PartialEq)]
pub enum Mark {
    /// An area of a series, in its colour and pattern.
    Area(usize),
    /// An area of a series, in its colour alone.
    Plain(usize),
    /// An area of a series, paper with lines in its colour.
    Hatched(usize),
    /// An area of a series, in its colour made light, with an edge in full colour.
    Light(usize),
    /// The stepped line of capacity.
    Line,
    /// An open circle.
    Circle,
    /// An open square.
    Square,
    /// A filled circle.
    Dot,
}

/// A picture under construction.
pub struct Canvas {
    id: String,
    width: f64,
    body: Xml,
    patterns: Vec<(String, Mark)>,
}

/// A coordinate with one decimal.
fn n(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded == rounded.trunc() { format!("{}", rounded as i64) } else { format!("{rounded:.1}") }
}

/// A line through points as a path.
fn path(points: &[(f64, f64)]) -> String {
    let step = |(i, (x, y)): (usize, &(f64, f64))| format!("{}{},{}", if i == 0 { "M" } else { "L" }, n(*x), n(*y));
    points.iter().enumerate().map(step).collect()
}

/// How wide text is, nearly: there is no font to ask where the picture is shown.
pub fn text_width(text: &str) -> f64 {
    text.chars()
        .map(|c| match c {
            'i' | 'l' | 'j' | 'I' | '.' | ',' | ':' | ';' | '|' | '\'' | ' ' | '\u{a0}' | 't' | 'f' | 'r' => 0.34,
            'm' | 'w' | 'M' | 'W' | '%' | '—' => 0.92,
            c if c.is_uppercase() => 0.70,
            _ => 0.61,
        })
        .sum::<f64>()
        * SIZE
}

/// Text cut with an ellipsis to fit; the whole stands in the table beside the picture. A code in brackets at its end is
/// kept.
pub fn fit(text: &str, width: f64) -> String {
    if text_width(text) <= width {
        return text.to_owned();
    }
    if let Some((name, code)) = text.rsplit_once(" (")
        && text_width(code) < width / 3.0
    {
        let code = format!(" ({code}");
        return fit(name, width - text_width(&code)) + &code;
    }
    let mut kept = String::new();
    for c in text.chars() {
        kept.push(c);
        if text_width(&kept) > width - SIZE {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end())
}

impl Canvas {
    /// A picture of this width; ids start with `id`.
    pub fn new(id: &str, width: f64) -> Canvas {
        Canvas { id: id.to_owned(), width, body: Xml::new(), patterns: Vec::new() }
    }

    /// Width.
    pub fn width(&self) -> f64 {
        self.width
    }

    /// A line of text on its baseline.
    pub fn text(&mut self, x: f64, y: f64, anchor: Anchor, text: &str) {
        self.write(x, y, anchor, text, "ct", ink::TEXT, "400");
    }

    /// The same in semibold.
    pub fn strong(&mut self, x: f64, y: f64, anchor: Anchor, text: &str) {
        self.write(x, y, anchor, text, "ct", ink::TEXT, "600");
    }

    /// The same of lesser weight.
    pub fn muted(&mut self, x: f64, y: f64, anchor: Anchor, text: &str) {
        self.write(x, y, anchor, text, "cm", ink::MUTED, "400");
    }

    #[allow(clippy::too_many_arguments, reason = "one place where text meets its attributes")]
    fn write(&mut self, x: f64, y: f64, anchor: Anchor, text: &str, class: &str, colour: &str, weight: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let (x, y) = (n(x), n(y));
        let attributes = [
            ("class", class),
            ("x", &x),
            ("y", &y),
            ("text-anchor", anchor),
            ("fill", colour),
            ("font-weight", weight),
        ];
        self.body.leaf("text", &attributes, text);
    }

    /// A grid line.
    pub fn grid(&mut self, x1: f64, y1: f64, x2: f64, y2: f64) {
        self.line(x1, y1, x2, y2, "cg", ink::GRID, 1.0);
    }

    /// An axis or a whisker.
    pub fn rule(&mut self, x1: f64, y1: f64, x2: f64, y2: f64) {
        self.line(x1, y1, x2, y2, "cr", ink::MUTED, 1.2);
    }

    #[allow(clippy::too_many_arguments, reason = "one place where lines meet their attributes")]
    fn line(&mut self, x1: f64, y1: f64, x2: f64, y2: f64, class: &str, colour: &str, width: f64) {
        let (x1, y1, x2, y2, width) = (n(x1), n(y1), n(x2), n(y2), n(width));
        let attributes = [
            ("class", class),
            ("x1", &x1),
            ("y1", &y1),
            ("x2", &x2),
            ("y2", &y2),
            ("stroke", colour),
            ("stroke-width", &width),
        ];
        self.body.empty("line", &attributes);
    }

    /// A line through points, as thick as what it says is important.
    pub fn polyline(&mut self, points: &[(f64, f64)], series: Option<usize>, width: f64) {
        let d = path(points);
        let (class, colour) = match series {
            Some(series) => {
                let (class, colour) = ink::colour(series);
                (format!("{class}l"), colour)
            }
            None => ("ck".to_owned(), ink::TEXT),
        };
        let width = n(width);
        let attributes = [
            ("class", class.as_str()),
            ("d", &d),
            ("fill", "none"),
            ("stroke", colour),
            ("stroke-width", &width),
            ("stroke-linejoin", "round"),
        ];
        self.body.empty("path", &attributes);
    }

    /// The light field between two lines, with edges in full colour: what a value may be. Both lines go the same way.
    pub fn band(&mut self, low: &[(f64, f64)], high: &[(f64, f64)], series: Option<usize>) {
        let around: Vec<(f64, f64)> = low.iter().chain(high.iter().rev()).copied().collect();
        let (class, colour) = series.map_or_else(|| ("ct".to_owned(), ink::TEXT), ink::colour);
        let d = format!("{}Z", path(&around));
        let attributes = [("class", class.as_str()), ("d", &d), ("fill", colour), ("fill-opacity", ink::LIGHT)];
        self.body.empty("path", &attributes);
        [low, high].into_iter().for_each(|edge| self.polyline(edge, series, 1.0));
    }

    /// A box filled as its mark says, with an edge of paper that parts it from its neighbours.
    pub fn area(&mut self, x: f64, y: f64, width: f64, height: f64, mark: Mark) {
        if width <= 0.0 || height <= 0.0 {
            return;
        }
        let (x, y, w, h) = (n(x), n(y), n(width), n(height));
        let place = [("x", x.as_str()), ("y", &y), ("width", &w), ("height", &h)];
        let (series, lines) = match mark {
            Mark::Area(series) => (series, !ink::pattern(series).is_empty()),
            Mark::Hatched(series) => (series, true),
            Mark::Plain(series) | Mark::Light(series) => (series, false),
            Mark::Line | Mark::Circle | Mark::Square | Mark::Dot => return,
        };
        let (class, colour) = ink::colour(series);
        let (ground, edge) = match mark {
            Mark::Hatched(_) => (("cpaper", ink::PAPER), (format!("{class}l"), colour)),
            Mark::Light(_) => ((class.as_str(), colour), (format!("{class}l"), colour)),
            _ => ((class.as_str(), colour), ("ce".to_owned(), ink::PAPER)),
        };
        let light: &[(&str, &str)] = if matches!(mark, Mark::Light(_)) { &[("fill-opacity", ink::LIGHT)] } else { &[] };
        // Ground and lines are two boxes: in a pattern that held both, the seams between its tiles would show.
        self.body.empty("rect", &[&[("class", ground.0), ("fill", ground.1)], light, &place[..]].concat());
        if lines {
            let fill = format!("url(#{})", self.pattern(mark));
            self.body.empty("rect", &[&[("fill", fill.as_str())], &place[..]].concat());
        }
        let outline = [("class", edge.0.as_str()), ("fill", "none"), ("stroke", edge.1), ("stroke-width", "1")];
        self.body.empty("rect", &[&outline[..], &place[..]].concat());
    }

    /// A mark at a point.
    pub fn point(&mut self, x: f64, y: f64, mark: Mark) {
        let (cx, cy) = (n(x), n(y));
        match mark {
            Mark::Square => {
                let (x, y) = (n(x - 4.0), n(y - 4.0));
                let attributes = [
                    ("class", "cp"),
                    ("x", &x),
                    ("y", &y),
                    ("width", "8"),
                    ("height", "8"),
                    ("fill", ink::PAPER),
                    ("stroke", ink::TEXT),
                    ("stroke-width", "1.6"),
                ];
                self.body.empty("rect", &attributes);
            }
            Mark::Circle => {
                let attributes = [
                    ("class", "cp"),
                    ("cx", &cx),
                    ("cy", &cy),
                    ("r", "4.4"),
                    ("fill", ink::PAPER),
                    ("stroke", ink::TEXT),
                    ("stroke-width", "1.6"),
                ];
                self.body.empty("circle", &attributes);
            }
            _ => {
                let (class, colour) = ink::colour(0);
                let attributes = [("class", class.as_str()), ("cx", &cx), ("cy", &cy), ("r", "5"), ("fill", colour)];
                self.body.empty("circle", &attributes);
            }
        }
    }

    /// A legend from `(x, y)`, broken into lines; the baseline below its last line is returned.
    pub fn legend(&mut self, x: f64, y: f64, entries: &[(Mark, &str)]) -> f64 {
        let (mut at, mut line) = (x, y);
        for (mark, text) in entries {
            let needed = 22.0 + text_width(text);
            if at > x && at + needed > self.width {
                (at, line) = (x, line + LINE);
            }
            match mark {
                Mark::Line => self.polyline(&[(at, line - 4.0), (at + 16.0, line - 4.0)], None, 2.4),
                Mark::Circle | Mark::Square | Mark::Dot => self.point(at + 8.0, line - 4.0, *mark),
                _ => self.area(at, line - 10.0, 16.0, 12.0, *mark),
            }
            self.text(at + 22.0, line, Anchor::Start, text);
            at += needed + 16.0;
        }
        line + LINE
    }

    /// The id of the pattern with a mark's lines.
    fn pattern(&mut self, mark: Mark) -> String {
        if let Some((id, _)) = self.patterns.iter().find(|(_, m)| *m == mark) {
            return id.clone();
        }
        let id = format!("{}-p{}", self.id, self.patterns.len());
        self.patterns.push((id.clone(), mark));
        id
    }

    /// The picture with its text alternatives.
    pub fn finish(self, height: f64, title: &str, description: &str) -> Xml {
        let view = format!("0 0 {} {}", n(self.width), n(height));
        let (title_id, description_id) = (format!("{}-t", self.id), format!("{}-d", self.id));
        let (labelled, size, height) = (format!("{title_id} {description_id}"), n(SIZE), n(height));
        let width = n(self.width);
        let mut x = Xml::new();
        let attributes = [
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("class", if self.width > 400.0 { "chart wide" } else { "chart" }),
            ("viewBox", &view),
            ("width", &width),
            ("height", &height),
            ("role", "img"),
            ("aria-labelledby", &labelled),
            ("font-family", "Inter, system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"),
            ("font-size", &size),
        ];
        x.element("svg", &attributes, |x| {
            x.leaf("title", &[("id", &title_id)], title);
            x.leaf("desc", &[("id", &description_id)], description);
            if !self.patterns.is_empty() {
                x.element("defs", &[], |x| self.patterns.iter().for_each(|(id, mark)| define(x, id, *mark)));
            }
            x.append(&self.body);
        });
        x
    }
}

/// A tile of eight units that holds a mark's lines.
fn define(x: &mut Xml, id: &str, mark: Mark) {
    let attributes = [("id", id), ("patternUnits", "userSpaceOnUse"), ("width", "8"), ("height", "8")];
    let (class, colour, d) = match mark {
        Mark::Hatched(series) => {
            let (class, colour) = ink::colour(series);
            (format!("{class}l"), colour, ink::HATCHING)
        }
        Mark::Area(series) => ("ce".to_owned(), ink::PAPER, ink::pattern(series)),
        Mark::Plain(_) | Mark::Light(_) | Mark::Line | Mark::Circle | Mark::Square | Mark::Dot => return,
    };
    x.element("pattern", &attributes, |x| {
        x.empty("path", &[("class", &class), ("d", d), ("fill", "none"), ("stroke", colour), ("stroke-width", "1.5")]);
    });
}
