//! What is wrong with, or was assumed about, the input: a code, a place, and the values for the sentence.
//!
//! The sentences themselves stand in the message files of `fordel-text`, under the complaint's code: what is
//! wrong, and in the attribute `.cure` what to do.

use std::fmt;

use jiff::civil::Date;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The input can't be used until it is mended.
    Fault,
    /// Something was read in a way the user should know of (a date taken as an interval, an unknown column).
    Notice,
    /// A value that wasn't given was assumed.
    Assumed,
}

/// Where in a workbook: a sheet, a cell, both or neither (the file as a whole).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Sheet name as the user wrote it.
    pub sheet: Option<String>,
    /// Cell (`B7`), row (`7:7`) or column (`H:H`).
    pub cell: Option<String>,
}

impl Place {
    /// A cell of a sheet.
    pub fn cell(sheet: &str, cell: impl Into<String>) -> Place {
        Place { sheet: Some(sheet.into()), cell: Some(cell.into()) }
    }
    /// A whole sheet.
    pub fn sheet(sheet: &str) -> Place {
        Place { sheet: Some(sheet.into()), cell: None }
    }
    /// The file as a whole.
    pub fn file() -> Place {
        Place::default()
    }
}

impl fmt::Display for Place {
    /// `Oppgaver!B7`, `Oppgaver`, or nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.sheet, &self.cell) {
            (Some(sheet), Some(cell)) => write!(f, "{sheet}!{cell}"),
            (Some(sheet), None) => f.write_str(sheet),
            (None, _) => Ok(()),
        }
    }
}

/// A value put into a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text as the user wrote it, or a name.
    Text(String),
    /// A number, written in the reader's language.
    Number(f64),
    /// A number that somebody wrote, repeated with all its digits.
    Written(f64),
    /// A day, written in the reader's language.
    Day(Date),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.into())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}
impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Value::Number(number)
    }
}
impl From<Date> for Value {
    fn from(day: Date) -> Self {
        Value::Day(day)
    }
}
impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Value::Number(f64::from(number))
    }
}
impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Value::Number(number as f64)
    }
}

/// One complaint about the input.
#[derive(Clone, Debug, PartialEq)]
pub struct Complaint {
    /// Its code, also the message's key: `unknown-group`.
    pub code: &'static str,
    /// How bad.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// Values for the sentence, by name.
    pub args: Vec<(&'static str, Value)>,
}

impl Complaint {
    /// A fault without arguments.
    pub fn fault(code: &'static str, place: Place) -> Complaint {
        Complaint { code, severity: Severity::Fault, place, args: Vec::new() }
    }
    /// A notice without arguments.
    pub fn notice(code: &'static str, place: Place) -> Complaint {
        Complaint { code, severity: Severity::Notice, place, args: Vec::new() }
    }
    /// An assumption without arguments.
    pub fn assumed(code: &'static str, place: Place) -> Complaint {
        Complaint { code, severity: Severity::Assumed, place, args: Vec::new() }
    }
    /// Adds a value.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Complaint {
        self.args.push((name, value.into()));
        self
    }
}
