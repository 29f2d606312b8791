//! What a cell can hold, and how cells are addressed.

use fordel_core::complaint::Value;
use jiff::civil::Date;

/// Excel's grid ends after this row.
pub(super) const LAST_ROW: u32 = 1_048_576;
/// Excel's grid ends after this column (`XFD`).
pub(super) const LAST_COLUMN: u32 = 16_384;
/// Workbooks of old Macs count days from 1 January 1904.
pub(super) const DAYS_1900_TO_1904: f64 = 1462.0;

/// What a filled cell holds; formulas have the value that was last computed.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A date, a time or both: days since 30 December 1899, a time of day as its fraction.
    Date(f64),
    /// True or false.
    Truth(bool),
    /// An Excel error such as `#REF!`.
    Error(String),
    /// A formula whose value isn't stored, since the program that wrote it computes none.
    Uncomputed,
}

impl Cell {
    /// The cell as text, the same in every language; for sentences a cell is a [`Value`].
    pub fn shown(&self) -> String {
        match self {
            Cell::Text(text) => text.trim().to_owned(),
            Cell::Number(number) => number.to_string(),
            Cell::Truth(truth) => truth.to_string(),
            Cell::Error(error) => error.clone(),
            Cell::Uncomputed => String::new(),
            Cell::Date(days) => match (date_of(*days), clock_of(*days)) {
                (Some(date), 0) => date.to_string(),
                (Some(date), minutes) => format!("{date} {:02}:{:02}", minutes / 60, minutes % 60),
                (None, minutes) => format!("{:02}:{:02}", minutes / 60, minutes % 60),
            },
        }
    }

    /// Bytes of text held.
    pub(super) fn text_bytes(&self) -> usize {
        match self {
            Cell::Text(text) | Cell::Error(text) => text.len(),
            _ => 0,
        }
    }
}

impl From<&Cell> for Value {
    /// For a sentence: a number or a day as the reader's language writes it.
    fn from(cell: &Cell) -> Value {
        match cell {
            Cell::Number(number) => Value::Written(*number),
            Cell::Date(days) if days.fract() == 0.0 => date_of(*days).map_or_else(|| cell.shown().into(), Value::Day),
            _ => cell.shown().into(),
        }
    }
}

/// The date of a day number, if it is one from 1900 to 9999.
pub fn date_of(days: f64) -> Option<Date> {
    if !(1.0..2_958_466.0).contains(&days) {
        return None;
    }
    // Excel counts a 29 February 1900 that never was; day numbers from March 1900 on start on 30 December 1899.
    jiff::civil::date(1899, 12, 30).checked_add(jiff::Span::new().try_days(days.floor() as i64).ok()?).ok()
}

/// Minutes after midnight of a day number, to the nearest minute.
pub fn clock_of(days: f64) -> u32 {
    ((days - days.floor()) * 1440.0).round() as u32
}

/// The day number of an ISO 8601 date, time or both.
pub(super) fn from_iso(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches('Z');
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None if text.contains('-') => (text, None),
        None => ("", Some(text)),
    };
    let mut days = 0.0;
    if !date.is_empty() {
        let date: Date = date.parse().ok()?;
        days += f64::from((date - jiff::civil::date(1899, 12, 30)).get_days());
    }
    if let Some(time) = time {
        let time: jiff::civil::Time = time.parse().ok()?;
        days += (f64::from(time.hour()) * 60.0 + f64::from(time.minute())) / 1440.0;
    }
    Some(days)
}

/// `A` for column 0, `AA` for 26.
pub fn column_name(col: u32) -> String {
    let mut name = Vec::new();
    let mut rest = u64::from(col) + 1;
    while rest > 0 {
        rest -= 1;
        name.push(b'A' + (rest % 26) as u8);
        rest /= 26;
    }
    name.iter().rev().map(|b| char::from(*b)).collect()
}

/// `B7` for row 7 and column 1.
pub fn address(row: u32, col: u32) -> String {
    format!("{}{row}", column_name(col))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_excels() {
        assert_eq!(address(7, 1), "B7");
        assert_eq!(address(1, 26), "AA1");
        assert_eq!(address(1_048_576, 16_383), "XFD1048576");
    }

    #[test]
    fn day_numbers_are_dates_and_times() {
        assert_eq!(date_of(46_272.0), Some(jiff::civil::date(2026, 9, 7)));
        assert_eq!(clock_of(0.3125), 450);
        assert_eq!(from_iso("2026-09-07T07:30:00"), Some(46_272.312_5));
        assert_eq!(from_iso("2026-09-07"), Some(46_272.0));
        assert_eq!(from_iso("07:30:00"), Some(0.3125));
        assert_eq!(date_of(f64::NAN), None);
        assert_eq!(date_of(1e300), None);
    }
}
