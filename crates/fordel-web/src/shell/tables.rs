//! Tables that are read: with a caption, heads for columns and rows, sums; a wide one scrolls by itself.

use maud::{Markup, html};

/// The head of a column.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// What it says.
    pub text: String,
    /// Whether the column holds numbers, which stand to the right.
    pub number: bool,
    /// How the rows can be sorted by this column.
    pub sort: Option<Sort>,
}

/// Sorting by a column: each order has its own address.
#[derive(Clone, Debug)]
pub struct Sort {
    /// The page sorted by this column, or the other way round.
    pub href: String,
    /// The order now: `ascending`, `descending`, or none by this column.
    pub now: Option<&'static str>,
}

impl Head {
    /// The head of a column of words.
    pub fn text(text: impl Into<String>) -> Head {
        Head { text: text.into(), ..Head::default() }
    }

    /// The head of a column of numbers.
    pub fn number(text: impl Into<String>) -> Head {
        Head { text: text.into(), number: true, sort: None }
    }
}

/// A row: the first cell names it.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Markup>,
    /// Whether it sums up the others.
    pub sum: bool,
}

impl Row {
    /// A row of these cells.
    pub fn new(cells: Vec<Markup>) -> Row {
        Row { cells, sum: false }
    }
}

/// A table. Sums stand last, and are told apart.
pub fn data_table(id: &str, caption: &str, head: &[Head], rows: &[Row]) -> Markup {
    let caption_id = format!("{id}-caption");
    let (sums, plain): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.sum);
    html! {
        div class="scroll" role="region" aria-labelledby=(caption_id) tabindex="0" {
            table class="ds-table data" data-color="neutral" id=(id) {
                caption id=(caption_id) { (caption) }
                thead { tr { @for head in head { (column_head(head)) } } }
                tbody { @for row in plain { (line(head, row)) } }
                @if !sums.is_empty() { tfoot { @for row in sums { (line(head, row)) } } }
            }
        }
    }
}

fn column_head(head: &Head) -> Markup {
    let number = head.number.then_some("number");
    html! {
        @match &head.sort {
            None => th scope="col" class=[number] { (head.text) },
            Some(sort) => th scope="col" class=[number] data-sortable aria-sort=[sort.now] {
                a href=(sort.href) {
                    (head.text)
                    span class="order" aria-hidden="true" { (match sort.now { Some("ascending") => "▲", Some(_) => "▼", None => "↕" }) }
                }
            },
        }
    }
}

fn line(head: &[Head], row: &Row) -> Markup {
    let number = |i: usize| head.get(i).is_some_and(|head| head.number).then_some("number");
    html! {
        tr {
            @for (i, cell) in row.cells.iter().enumerate() {
                @if i == 0 { th scope="row" class=[number(i)] { (cell) } } @else { td class=[number(i)] { (cell) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_cell_names_its_row_and_sums_stand_apart() {
        let row = |cells: &[&str]| Row::new(cells.iter().map(|cell| html! { (cell) }).collect());
        let sum = Row { sum: true, ..row(&["Sum", "3"]) };
        let head = [Head::text("Gruppe"), Head::number("Timer")];
        let markup = data_table("t", "Timer", &head, &[sum, row(&["A&B", "3"])]).into_string();
        assert!(
            markup.contains("<tbody><tr><th scope=\"row\">A&amp;B</th><td class=\"number\">3</td></tr></tbody>"),
            "{markup}"
        );
        assert!(markup.contains("<tfoot><tr><th scope=\"row\">Sum</th>"), "{markup}");
    }
}
