//! Tables that are read: with a caption, heads for columns and rows, sums, links that take them out; a wide one scrolls by itself.

use fordel_text::Texts;
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
    table(id, caption, head, rows, false)
}

/// A table whose rows become blocks on a narrow screen, each value after its column's name. Its roles are told, since
/// browsers forget them where cells are laid out otherwise.
pub fn stacking_table(id: &str, caption: &str, head: &[Head], rows: &[Row]) -> Markup {
    table(id, caption, head, rows, true)
}

/// Links that take a table out as CSV and as a workbook: what it is called, its address without an ending, and what is asked
/// there (`?mot=2`). A page has each name once.
pub fn take_out(t: &Texts, table: &str, address: &str, query: &str) -> Markup {
    files(t, &t.get("documents-of-table"), table, address, query)
}

/// The same of a list that the page doesn't show as a table, after what it is.
pub fn take_out_named(t: &Texts, name: &str, address: &str, query: &str) -> Markup {
    files(t, name, name.trim_end_matches(':'), address, query)
}

/// What is seen says nothing to those who go from link to link: each is named with what it takes out, too.
fn files(t: &Texts, said: &str, table: &str, address: &str, query: &str) -> Markup {
    let (csv, excel) = (t.get("documents-csv"), t.get("documents-excel"));
    html! {
        p class="take-out" {
            (said) " "
            a href=(format!("{address}.csv{query}")) aria-label=(format!("{csv}: {table}")) { (csv) } " · "
            a href=(format!("{address}.xlsx{query}")) aria-label=(format!("{excel}: {table}")) { (excel) }
        }
    }
}

fn table(id: &str, caption: &str, head: &[Head], rows: &[Row], stacks: bool) -> Markup {
    let class = if stacks { "ds-table data stacks" } else { "ds-table data" };
    let (whole, part, one) = (role(stacks, "table"), role(stacks, "rowgroup"), role(stacks, "row"));
    let caption_id = format!("{id}-caption");
    let (sums, plain): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.sum);
    html! {
        div class="scroll" role="region" aria-labelledby=(caption_id) tabindex="0" {
            table class=(class) data-color="neutral" id=(id) role=[whole] {
                caption id=(caption_id) { (caption) }
                thead role=[part] { tr role=[one] { @for head in head { (column_head(head, stacks)) } } }
                tbody role=[part] { @for row in plain { (line(head, row, stacks)) } }
                @if !sums.is_empty() { tfoot role=[part] { @for row in sums { (line(head, row, stacks)) } } }
            }
        }
    }
}

/// The role, told only where it would be forgotten.
fn role(stacks: bool, role: &'static str) -> Option<&'static str> {
    stacks.then_some(role)
}

fn column_head(head: &Head, stacks: bool) -> Markup {
    let number = head.number.then_some("number");
    let column = role(stacks, "columnheader");
    html! {
        @match &head.sort {
            None => th scope="col" class=[number] role=[column] { (head.text) },
            Some(sort) => th scope="col" class=[number] role=[column] data-sortable aria-sort=[sort.now] {
                a href=(sort.href) {
                    (head.text)
                    span class="order" aria-hidden="true" { (match sort.now { Some("ascending") => "▲", Some(_) => "▼", None => "↕" }) }
                }
            },
        }
    }
}

fn line(head: &[Head], row: &Row, stacks: bool) -> Markup {
    let number = |i: usize| head.get(i).is_some_and(|head| head.number).then_some("number");
    let name = |i: usize| head.get(i).filter(|_| stacks).map(|head| head.text.as_str());
    let (whole, first, other) = (role(stacks, "row"), role(stacks, "rowheader"), role(stacks, "cell"));
    html! {
        tr role=[whole] {
            @for (i, cell) in row.cells.iter().enumerate() {
                @if i == 0 { th scope="row" class=[number(i)] role=[first] { (cell) } } @else { td class=[number(i)] role=[other] data-head=[name(i)] { (cell) } }
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

    #[test]
    fn a_table_is_taken_out_where_it_stands_with_what_is_asked() {
        let t = crate::shell::texts(fordel_text::Lang::Nb);
        let markup = take_out(t, "Grupper & mer", "/u/1/p/2/differences", "?mot=3").into_string();
        for file in ["/u/1/p/2/differences.csv?mot=3", "/u/1/p/2/differences.xlsx?mot=3"] {
            assert!(markup.contains(&format!("href=\"{file}\"")), "{markup}");
        }
        assert!(markup.contains("aria-label=\"CSV: Grupper &amp; mer\">CSV</a>"), "{markup}");
        let named = take_out_named(t, "Alle innvendinger:", "/u/1/objections", "").into_string();
        assert!(named.contains("aria-label=\"Excel: Alle innvendinger\">Excel</a>"), "{named}");
    }

    #[test]
    fn a_table_that_stacks_is_told_as_a_table_and_names_each_value() {
        let row = Row::new(vec![html! { "SPL" }, html! { "3" }]);
        let head = [Head::text("Gruppe"), Head::number("Timer")];
        let markup = stacking_table("t", "Timer", &head, &[row]).into_string();
        for part in [
            "class=\"ds-table data stacks\"",
            "role=\"table\"",
            "<tbody role=\"rowgroup\"><tr role=\"row\">",
            "<th scope=\"row\" role=\"rowheader\">SPL</th>",
            "<td class=\"number\" role=\"cell\" data-head=\"Timer\">3</td>",
        ] {
            assert!(markup.contains(part), "{part}\n{markup}");
        }
    }
}
