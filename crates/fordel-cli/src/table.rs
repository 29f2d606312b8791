//! Text laid out for the terminal: columns, wrapped paragraphs.

/// Rows as lines with aligned columns, two spaces between them. A column whose cells below the head all begin with a
/// digit or sign is set to the right.
pub fn lines(rows: &[Vec<String>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |c: usize| rows.iter().filter_map(|r| r.get(c)).map(|t| t.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let numeric: Vec<bool> = (0..columns)
        .map(|c| {
            let mut cells = rows.iter().skip(1).filter_map(|r| r.get(c)).filter(|t| !t.is_empty()).peekable();
            cells.peek().is_some()
                && cells.all(|t| t.starts_with(|ch: char| ch.is_ascii_digit() || "+−-–".contains(ch)))
        })
        .collect();
    rows.iter()
        .map(|row| {
            let cells = row.iter().enumerate().map(|(c, text)| {
                let fill = " ".repeat(widths[c] - text.chars().count());
                if numeric[c] { format!("{fill}{text}") } else { format!("{text}{fill}") }
            });
            cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
        })
        .collect()
}

/// Paragraphs with lines of at most so many characters; a longer word gets a line of its own. Lines that are indented
/// stay as they are.
pub fn wrapped(text: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.lines() {
        if paragraph.starts_with(' ') || paragraph.is_empty() {
            lines.push(paragraph.to_owned());
            continue;
        }
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines.join("\n")
}

/// With a capital first letter.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_to_the_right() {
        let rows = [["Group", "FTE"], ["SPL", "11,4"], ["HFA", "−2,0"], ["ASS", "5"]];
        let rows: Vec<Vec<String>> = rows.iter().map(|r| r.iter().map(|t| (*t).to_owned()).collect()).collect();
        assert_eq!(lines(&rows), ["Group   FTE", "SPL    11,4", "HFA    −2,0", "ASS       5"]);
        assert!(lines(&[]).is_empty());
    }

    #[test]
    fn paragraphs_are_wrapped_at_spaces() {
        assert_eq!(wrapped("one two three\n\n  as it is here\nfour", 8), "one two\nthree\n\n  as it is here\nfour");
        assert_eq!(wrapped("a verylongword b", 6), "a\nverylongword\nb");
        assert_eq!(capitalised("årsverk"), "Årsverk");
    }
}
