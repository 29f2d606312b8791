//! The world a document is set in: a template, one virtual data file, two fonts, no file system, no clock.

use std::sync::LazyLock;

use serde_json::Value;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

const REPORT: &str = include_str!("report.typ");
const CARDS: &str = include_str!("cards.typ");
const FONTS: [&[u8]; 2] =
    [include_bytes!("../../fonts/Inter-Regular.otf"), include_bytes!("../../fonts/Inter-SemiBold.otf")];

/// What all documents share; parsed once.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    report: Source,
    cards: Source,
    data: FileId,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let id = |path: &str| {
        let path = VirtualPath::new(path).expect("a path of our own");
        FileId::new(RootedPath::new(VirtualRoot::Project, path))
    };
    let fonts: Vec<Font> = FONTS.into_iter().flat_map(|data| Font::iter(Bytes::new(data))).collect();
    Shared {
        // Row headers of tables are still behind this feature.
        library: LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
        report: Source::new(id("/report.typ"), REPORT.to_owned()),
        cards: Source::new(id("/cards.typ"), CARDS.to_owned()),
        data: id("/report.json"),
    }
});

/// What a document looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// A report.
    Report,
    /// Cards for a wall.
    Cards,
}

impl Template {
    fn source(self) -> &'static Source {
        match self {
            Template::Report => &SHARED.report,
            Template::Cards => &SHARED.cards,
        }
    }
}

/// The world of one document.
pub struct ReportWorld {
    template: Template,
    data: Bytes,
}

impl ReportWorld {
    /// A world whose data file holds these values. Characters without a glyph in the fonts, which PDF/UA forbids,
    /// are shown as `□`.
    pub fn new(template: Template, mut data: Value) -> ReportWorld {
        make_printable(&mut data);
        ReportWorld { template, data: Bytes::from_string(data.to_string()) }
    }
}

fn make_printable(value: &mut Value) {
    match value {
        Value::String(text) => *text = printable(text),
        Value::Array(values) => values.iter_mut().for_each(make_printable),
        Value::Object(fields) => fields.values_mut().for_each(make_printable),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Keeps what the fonts can show.
fn printable(text: &str) -> String {
    let shown = |c: char| SHARED.fonts.iter().all(|f| f.info().coverage.contains(c as u32));
    text.chars()
        .filter_map(|c| match c {
            '\n' => Some(c),
            // Joiners, marks of direction and of byte order have no glyph and need none.
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' => None,
            '\u{e000}'..='\u{f8ff}' => Some('□'),
            c if c.is_control() => None,
            c if shown(c) => Some(c),
            _ => Some('□'),
        })
        .collect()
}

impl World for ReportWorld {
    fn library(&self) -> &LazyHash<Library> {
        &SHARED.library
    }
    fn book(&self) -> &LazyHash<FontBook> {
        &SHARED.book
    }
    fn main(&self) -> FileId {
        self.template.source().id()
    }
    fn source(&self, id: FileId) -> FileResult<Source> {
        let own = self.template.source();
        if id == own.id() { Ok(own.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == SHARED.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }
    fn font(&self, index: usize) -> Option<Font> {
        SHARED.fonts.get(index).cloned()
    }
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_glyph_is_shown_as_a_box() {
        assert_eq!(printable("Stell 🚑 på 7 → 9\u{feff}\u{e000}\u{0}"), "Stell □ på 7 → 9□");
    }
}
