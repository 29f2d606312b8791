//! The report as such: headings, paragraphs, key figures, tables, pictures as data. Built once by [`crate::build`],
//! rendered by [`crate::html`] and [`crate::pdf`], which know nothing of plans.
//!
//! All text is ready for the reader: numbers are already written in the report's language.

use fordel_text::Texts;
use serde::Serialize;

use crate::chart::Chart;

/// A report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Title of the document.
    pub title: String,
    /// Whom it is about.
    pub unit: String,
    /// Language tag: `nb` or `en`.
    pub lang: &'static str,
    /// Under the title: the date and what made the report.
    pub byline: String,
    /// The first section is the letter on the first page.
    pub sections: Vec<Section>,
    /// The renderers' own words.
    pub words: Words,
}

/// Words that renderers put around the content.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Words {
    /// Heading of the table of contents.
    pub contents: String,
    /// Opens a picture's figures as a table.
    pub show_as_table: String,
    /// Heading of the pictures' figures, where they stand in a place of their own.
    pub behind_pictures: String,
    /// `page` in "page 2 of 9".
    pub page: String,
    /// `of` in "page 2 of 9".
    pub of: String,
    /// Link past the table of contents.
    pub skip: String,
}

impl Words {
    /// In the report's language.
    pub(crate) fn of(texts: &Texts) -> Words {
        Words {
            contents: texts.get("report-contents"),
            show_as_table: texts.get("report-show-as-table"),
            behind_pictures: texts.get("report-behind-pictures"),
            page: texts.get("report-page"),
            of: texts.get("report-of"),
            skip: texts.get("report-skip"),
        }
    }
}

/// A section with its heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// Address within the document.
    pub id: String,
    /// Heading.
    pub heading: String,
    /// 1 for a chapter, 2 within it.
    pub level: u8,
    /// Starts on a new page, on paper lying down.
    pub landscape: bool,
    /// Lies closed where it is one of many on a page of the program's; open on paper and where the report stands alone.
    #[serde(skip)]
    pub folded: bool,
    /// Content.
    pub blocks: Vec<Block>,
}

/// A piece of content.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph, with or without a lead in bold.
    Paragraph(Item),
    /// A list of points.
    List {
        /// The points.
        items: Vec<Item>,
    },
    /// The few figures that matter most.
    KeyFigures {
        /// The figures.
        figures: Vec<KeyFigure>,
    },
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// Something that must not be overlooked.
    Note(Note),
}

impl Block {
    /// A paragraph without a lead.
    pub fn text(text: impl Into<String>) -> Block {
        Block::Paragraph(Item::plain(text))
    }
    /// A list of points without leads.
    pub fn points(items: Vec<String>) -> Block {
        Block::List { items: items.into_iter().map(Item::plain).collect() }
    }
}

/// A paragraph or a point of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// First words, in bold.
    pub lead: Option<String>,
    /// The rest.
    pub text: String,
}

impl Item {
    /// Without a lead.
    pub fn plain(text: impl Into<String>) -> Item {
        Item { lead: None, text: text.into() }
    }
    /// With a lead.
    pub fn led(lead: impl Into<String>, text: impl Into<String>) -> Item {
        Item { lead: Some(lead.into()), text: text.into() }
    }
}

/// A figure that stands out: its value with unit, what it is, and what it is compared with.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KeyFigure {
    /// What it is.
    pub label: String,
    /// Value with unit.
    pub value: String,
    /// What it is compared with; no figure stands without it.
    pub compared: String,
}

/// How a column is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Words.
    Start,
    /// Numbers.
    End,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// Heading, with unit.
    pub head: String,
    /// Words or numbers.
    pub align: Align,
    /// Takes the room that others leave.
    pub wide: bool,
}

impl Column {
    /// A column of words.
    pub fn words(head: impl Into<String>) -> Column {
        Column { head: head.into(), align: Align::Start, wide: false }
    }
    /// A column of words that takes the room that others leave.
    pub fn wide(head: impl Into<String>) -> Column {
        Column { head: head.into(), align: Align::Start, wide: true }
    }
    /// A column of numbers.
    pub fn numbers(head: impl Into<String>) -> Column {
        Column { head: head.into(), align: Align::End, wide: false }
    }
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// An ordinary row.
    Body,
    /// A row that stands out by a mark in its cells and a tint.
    Marked,
    /// A sum.
    Sum,
}

/// A row of a table; its first cell names it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// As many cells as the table has columns.
    pub cells: Vec<String>,
}

impl Row {
    /// An ordinary row.
    pub fn body(cells: Vec<String>) -> Row {
        Row { kind: RowKind::Body, cells }
    }
    /// A sum.
    pub fn sum(cells: Vec<String>) -> Row {
        Row { kind: RowKind::Sum, cells }
    }
    /// A row that stands out.
    pub fn marked(cells: Vec<String>) -> Row {
        Row { kind: RowKind::Marked, cells }
    }
}

/// A table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Columns; the first holds the rows' names.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Said under it.
    pub note: Option<String>,
    /// Set in small type, for tables of many columns.
    pub dense: bool,
}

impl Table {
    /// A table in ordinary type with nothing said under it.
    pub fn new(caption: String, columns: Vec<Column>, rows: Vec<Row>) -> Table {
        Table { caption, columns, rows, note: None, dense: false }
    }
}

/// A picture of one or more panels, with its figures beside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// Address within the document.
    pub id: String,
    /// What it shows, and what to see in it.
    pub caption: String,
    /// Panels, left to right.
    pub panels: Vec<Panel>,
    /// The same figures as a table.
    pub table: Table,
}

/// A panel of a picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Panel {
    /// Heading of the panel.
    pub title: String,
    /// The text alternative: what the panel says, in words.
    pub alternative: String,
    /// What is drawn.
    pub chart: Chart,
}

/// How grave a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// To know.
    Information,
    /// To mind.
    Warning,
}

/// A note.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Note {
    /// How grave; named `tone` in data, since `kind` names the block.
    pub tone: NoteKind,
    /// Its heading.
    pub title: String,
    /// Its text, a paragraph an entry.
    pub text: Vec<String>,
}
