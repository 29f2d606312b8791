//! Two rows of headings above each other, as extracts with merged cells have them, joined into one: «Medisin 1» over «Innlagt», a date
//! over its hours.

use std::collections::{BTreeMap, BTreeSet};

use fordel_core::complaint::{Complaint, Place};

use super::moment;
use super::wide::{MOST_COLUMNS, is_of_the_clock, is_total, names_a_driver, whole_hour};
use crate::columns::counts as column;
use crate::read::kinds;
use crate::read::listing::{HEADER_WITHIN, find};
use crate::read::words::name_key;
use crate::table::{Cell, Placed, Row, Sheet, address};

/// Words in front of or behind a name that make a heading the sum of a group.
const SUMS: [&str; 4] = ["sum", "total", "totalt", "totalsum"];

/// A sheet whose headings stand in one row: the lower one.
#[derive(Debug)]
pub(super) struct Joined {
    /// The sheet.
    pub sheet: Sheet,
    /// What columns of hours and dates are of, where the other row of headings names it.
    pub drivers: BTreeMap<u32, String>,
    /// Headings that can't be joined.
    pub wrong: Vec<Complaint>,
}

/// What a heading is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Is {
    Date,
    Hour,
    Name,
}

/// The sheet with its two rows of headings joined; none where the headings stand in one row.
pub(super) fn joined(sheet: &Sheet) -> Option<Joined> {
    let top: Vec<Row<'_>> = sheet.rows().take(HEADER_WITHIN).filter(|row| row.cells.len() <= MOST_COLUMNS).collect();
    let mut pairs = top.windows(2).filter(|pair| pair[0].number + 1 == pair[1].number);
    pairs.find_map(|pair| of(sheet, pair[0], pair[1]))
}

fn of(sheet: &Sheet, upper: Row<'_>, lower: Row<'_>) -> Option<Joined> {
    // The date has one column: «Dag» beside «Dato» is a label, as «Natt» is.
    let is_again =
        |p: &Placed| names_a_date(&p.cell) && upper.cells.iter().any(|o| o.col < p.col && names_a_date(&o.cell));
    let is_column = |p: &Placed| is_named(&p.cell) && !is_again(p);
    // What a name of a column stands above goes with it: where that is a value, the upper row is the only header.
    if upper.cells.iter().any(|p| is_column(p) && lower.get(p.col).is_some_and(|cell| !is_named(cell))) {
        return None;
    }
    let heads: Vec<&Placed> = lower.cells.iter().filter(|placed| !is_named(&placed.cell)).collect();
    let first = heads.first()?.col;
    let is_label =
        |placed: &&Placed| placed.col >= first && !is_column(placed) && !lower.get(placed.col).is_some_and(is_named);
    let labels: Vec<&Placed> = upper.cells.iter().filter(is_label).collect();
    if labels.first()?.col != first {
        return None;
    }
    // A label stands above all columns up to the next one.
    let label = |col: u32| labels.iter().rev().find(|label| label.col <= col).map(|label| &label.cell);
    let counted: Vec<(&Placed, &Cell)> = heads
        .iter()
        .filter(|head| !is_total(&head.cell))
        .filter_map(|head| Some((*head, label(head.col).filter(|label| !is_sum(label))?)))
        .collect();
    let above = all(counted.iter().map(|(_, label)| *label))?;
    let below = all(counted.iter().map(|(head, _)| &head.cell))?;
    let called: Vec<String> = counted.iter().map(|(_, label)| label.shown()).collect();
    let differ = called.iter().collect::<BTreeSet<_>>().len() > 1;
    let is_date_known = above == Is::Date || below == Is::Date || [upper, lower].into_iter().any(names_the_date);
    let are_levels = match (above, below) {
        (Is::Date, Is::Date) | (Is::Hour, Is::Hour) => false,
        // One name above all of them is a title.
        (Is::Name, _) => differ,
        _ => true,
    };
    if !are_levels || !is_date_known || called.windows(2).all(|pair| pair[0] != pair[1]) {
        return None;
    }
    // Night and day above the hours of a day, or months above dates, only group them: names above make a difference where the same
    // heading comes under several.
    let below_each: BTreeSet<String> = counted.iter().map(|(head, _)| head.cell.shown()).collect();
    let only_groups = above == Is::Name && below != Is::Name && below_each.len() == counted.len();
    let mut joined = Joined { sheet: Sheet::default(), drivers: BTreeMap::new(), wrong: Vec::new() };
    let mut header: Vec<Placed> = Vec::new();
    let mut head = |col: u32, cell: Cell| header.push(Placed { row: lower.number, col, cell });
    let columns = upper.cells.iter().filter(|placed| is_column(placed));
    for placed in lower.cells.iter().filter(|placed| is_named(&placed.cell)).chain(columns) {
        head(placed.col, placed.cell.clone());
    }
    for (placed, label) in heads.iter().filter_map(|head| Some((*head, label(head.col)?))) {
        let (col, own) = (placed.col, &placed.cell);
        match (above, below) {
            _ if is_total(own) => head(col, own.clone()),
            _ if is_sum(label) => head(col, sum()),
            _ if only_groups => head(col, own.clone()),
            (Is::Name, Is::Name) => head(col, Cell::Text(format!("{} – {}", label.shown(), own.shown()))),
            (Is::Name, _) => {
                joined.drivers.insert(col, label.shown());
                head(col, own.clone());
            }
            (_, Is::Name) => {
                joined.drivers.insert(col, own.shown());
                head(col, label.clone());
            }
            _ => match moment_of(label, own) {
                Ok(text) => head(col, Cell::Text(text)),
                Err(wrong) => {
                    // A label that is no hour is told once, where it stands.
                    let at = if std::ptr::eq(wrong, own) { (lower, col) } else { (upper, label_col(&labels, col)) };
                    let place = Place::cell(&sheet.name, address(at.0.number, at.1));
                    let complaint = kinds::NOT_AN_HOUR.at(place).with("value", wrong);
                    if !joined.wrong.contains(&complaint) {
                        joined.wrong.push(complaint);
                    }
                }
            },
        }
    }
    // A label above nothing: the sum of its group, or a column of its own.
    for placed in labels.iter().filter(|placed| lower.get(placed.col).is_none()) {
        match (above, below) {
            _ if is_sum(&placed.cell) => head(placed.col, sum()),
            (Is::Name, Is::Name) => head(placed.col, placed.cell.clone()),
            _ => return None,
        }
    }
    let others = sheet.rows().filter(|row| row.number != upper.number && row.number != lower.number);
    header.extend(others.flat_map(|row| row.cells).cloned());
    joined.sheet = Sheet::new(&sheet.name, header);
    Some(joined)
}

/// A date and an hour, whichever stands above, as one moment; the cell that is no hour.
fn moment_of<'c>(label: &'c Cell, own: &'c Cell) -> Result<String, &'c Cell> {
    let (date, hour) = if moment(label).is_some() { (label, own) } else { (own, label) };
    let date = moment(date).map(|(date, _)| date).ok_or(date)?;
    let hour = whole_hour(hour).ok_or(hour)?;
    Ok(format!("{date} {hour:02}:00"))
}

/// The column in which the label above a column stands.
fn label_col(labels: &[&Placed], col: u32) -> u32 {
    labels.iter().rev().find(|label| label.col <= col).map_or(col, |label| label.col)
}

/// Whether a heading names a column that every extract has: the date, the hour, the driver, the count.
fn is_named(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if find(text, column::ALL).is_some())
}

fn names_the_date(row: Row<'_>) -> bool {
    row.cells.iter().any(|placed| names_a_date(&placed.cell))
}

fn names_a_date(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if find(text, &[column::DATE]).is_some())
}

/// What all of these headings are; none where they aren't alike.
fn all<'c>(mut cells: impl Iterator<Item = &'c Cell>) -> Option<Is> {
    let first = is(cells.next()?)?;
    cells.all(|cell| is(cell) == Some(first)).then_some(first)
}

fn is(cell: &Cell) -> Option<Is> {
    match moment(cell) {
        Some((_, None)) => Some(Is::Date),
        Some(_) => None,
        None if is_of_the_clock(cell) => Some(Is::Hour),
        None => (names_a_driver(cell) || names_a_date(cell)).then_some(Is::Name),
    }
}

/// Whether a heading is the sum of a group of columns: `Totalt`, `Medisin 1 Totalt`.
fn is_sum(cell: &Cell) -> bool {
    let Cell::Text(text) = cell else { return false };
    let of_a_sum = |word: Option<&str>| word.is_some_and(|word| SUMS.contains(&name_key(word).as_str()));
    is_total(cell) || of_a_sum(text.split_whitespace().next()) || of_a_sum(text.split_whitespace().next_back())
}

/// The heading of a sum.
fn sum() -> Cell {
    Cell::Text("Sum".to_owned())
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

    use crate::read::counts::wide::tests::{codes, told};
    use crate::read::counts::{Counts, read_counts};

    /// A workbook of one sheet, `Uttrekk`.
    fn workbook(write: impl Fn(&mut Worksheet)) -> Counts {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.set_name("Uttrekk").expect("a name");
        write(sheet);
        read_counts(&book.save_to_buffer().expect("a workbook"), "x")
    }

    /// A heading over so many columns.
    fn over(sheet: &mut Worksheet, first: u16, last: u16, text: &str) {
        sheet.merge_range(0, first, 0, last, text, &Format::new()).expect("merged");
    }

    fn row<const N: usize>(sheet: &mut Worksheet, row: u32, texts: [&str; N]) {
        for (col, text) in (0..).zip(texts).filter(|(_, text)| !text.is_empty()) {
            match text.parse::<f64>() {
                Ok(number) => sheet.write(row, col, number).expect("written"),
                Err(_) => sheet.write(row, col, text).expect("written"),
            };
        }
    }

    #[test]
    fn a_unit_over_what_is_counted_there_is_joined_to_one_name() {
        let read = workbook(|sheet| {
            sheet.merge_range(0, 0, 1, 0, "Dato", &Format::new()).expect("merged");
            over(sheet, 1, 2, "Medisin 1");
            over(sheet, 3, 4, "Kirurgi");
            row(sheet, 1, ["", "Innlagt", "Utskrevet", "Innlagt", "Utskrevet"]);
            row(sheet, 2, ["01.02.2027", "3", "4", "5", ""]);
            row(sheet, 3, ["02.02.2027", "1", "", "2", "6"]);
        });
        assert_eq!(codes(&read), Vec::<String>::new());
        let names = ["Medisin 1 – Innlagt", "Medisin 1 – Utskrevet", "Kirurgi – Innlagt", "Kirurgi – Utskrevet"];
        assert_eq!(read.drivers, names);
        let [a, b, c, d] = names;
        let first = [format!("2027-02-01 – {a} 3"), format!("2027-02-01 – {b} 4"), format!("2027-02-01 – {c} 5")];
        let second = [format!("2027-02-02 – {a} 1"), format!("2027-02-02 – {c} 2"), format!("2027-02-02 – {d} 6")];
        assert_eq!(told(&read), [first, second].concat());
        // A pivot table as text, with sums of its groups, and the labels above every column.
        for (upper, notices) in [
            (";Medisin 1;;Medisin 1 Totalt;Kirurgi;;Totalsum", 2),
            (";Medisin 1;Medisin 1;Sum Medisin 1;Kirurgi;Kirurgi;Sum", 2),
        ] {
            let text = format!(
                "Uttrekk av alt\n{upper}\nRadetiketter;Innlagt;Utskrevet;;Innlagt;Utskrevet;\n01.02.2027;3;4;7;5;6;18\n"
            );
            let read = read_counts(text.as_bytes(), "historikk");
            assert_eq!(read.drivers, names, "{text}");
            assert_eq!(read.counts.iter().map(|of| of.count).collect::<Vec<_>>(), [3.0, 4.0, 5.0, 6.0], "{text}");
            assert_eq!(codes(&read).len(), notices, "{:?}", read.complaints);
            assert!(codes(&read).iter().all(|code| code.ends_with("total-ignored")), "{:?}", read.complaints);
        }
    }

    #[test]
    fn a_date_over_its_hours_is_read_row_by_row() {
        let read = workbook(|sheet| {
            let date = Format::new().set_num_format("dd.mm.yyyy");
            for (col, day) in [(1, 1), (3, 2)] {
                over(sheet, col, col + 1, "");
                let day = ExcelDateTime::from_ymd(2027, 2, day).expect("a date");
                sheet.write_with_format(0, col, &day, &date).expect("written");
            }
            row(sheet, 1, ["Driver", "07", "08", "07", "08"]);
            row(sheet, 2, ["Inn", "1", "2", "3", ""]);
            row(sheet, 3, ["Ut", "4", "", "5", "6"]);
        });
        assert_eq!(codes(&read), Vec::<String>::new());
        let due = [
            "2027-02-01 07 Inn 1",
            "2027-02-01 08 Inn 2",
            "2027-02-02 07 Inn 3",
            "2027-02-01 07 Ut 4",
            "2027-02-02 07 Ut 5",
            "2027-02-02 08 Ut 6",
        ];
        assert_eq!(told(&read), due);
    }

    #[test]
    fn a_name_over_hours_tells_whose_they_are_unless_it_only_groups_them() {
        let text = "Dato;Inn;;Ut;\n;07;08;07;08\n01.02.2027;1;2;3;4\n";
        let read = read_counts(text.as_bytes(), "historikk");
        let due = ["2027-02-01 07 Inn 1", "2027-02-01 08 Inn 2", "2027-02-01 07 Ut 3", "2027-02-01 08 Ut 4"];
        assert_eq!((told(&read), codes(&read)), (due.map(str::to_owned).to_vec(), Vec::new()));
        let groups = "Dato;Natt;;Dag;\n;05;06;07;08\n01.02.2027;1;2;3;4\n";
        let read = read_counts(groups.as_bytes(), "historikk");
        assert_eq!((read.drivers.as_slice(), read.counts.len()), (&["pasienter".to_owned()][..], 4));
        // A title above the headings joins nothing.
        let title = ";Belegg;;\nDato;Inn;Ut\n01.02.2027;1;2\n02.02.2027;3;4\n";
        let read = read_counts(title.as_bytes(), "historikk");
        assert_eq!(read.drivers, ["Inn", "Ut"]);
    }

    #[test]
    fn what_can_not_be_used_is_told_at_its_cell() {
        let read = workbook(|sheet| {
            over(sheet, 1, 2, "Medisin 1");
            over(sheet, 3, 4, "Kirurgi");
            row(sheet, 1, ["Dato", "Innlagt", "Utskrevet", "Innlagt", "Utskrevet"]);
            row(sheet, 2, ["31.02.2027", "3", "4", "5", "6"]);
            row(sheet, 3, ["02.02.2027", "1", "mange", "2", "-6"]);
        });
        assert_eq!(
            codes(&read),
            ["Uttrekk!A3 not-a-date", "Uttrekk!C4 not-a-number", "Uttrekk!E4 out-of-bounds"],
            "{:?}",
            read.complaints
        );
        let text = "Driver;01.02.2027;;;02.02.2027;\n;07;24;08;07;08\nInn;1;2;3;4;5\n";
        let read = read_counts(text.as_bytes(), "historikk");
        assert!(codes(&read).contains(&"historikk!C2 not-an-hour".to_owned()), "{:?}", read.complaints);
        assert!(!read.can_be_used);
    }
}
