//! How many lines a text takes in a cell: not every program finds a row's height by itself.

/// Height of one line of text at 11 points, with air.
const LINE: f64 = 15.0;

/// Lines that a text takes in a column of so many characters when it breaks between words.
pub(crate) fn lines(text: &str, width: f64) -> u32 {
    text.lines().map(|paragraph| paragraph_lines(paragraph, width)).sum::<u32>().max(1)
}

fn paragraph_lines(text: &str, width: f64) -> u32 {
    let (mut lines, mut used) = (1, 0.0);
    for word in text.split_whitespace() {
        let length = word.chars().count() as f64;
        if used > 0.0 && used + 1.0 + length > width {
            lines += 1;
            used = 0.0;
        }
        used += if used > 0.0 { 1.0 + length } else { length };
        // A word longer than the column breaks within itself.
        while used > width {
            lines += 1;
            used -= width;
        }
    }
    lines
}

/// Height in points of a row with so many lines of text.
pub(crate) fn height(lines: u32) -> f64 {
    f64::from(lines) * LINE + 1.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_break_between_words() {
        assert_eq!(lines("Samme gruppe hele uka", 11.0), 3);
        assert_eq!(lines("Samme gruppe hele uka", 12.0), 2);
        assert_eq!(lines("en\nto tre", 20.0), 2);
        assert_eq!(lines("", 5.0), 1);
        assert_eq!(lines("legemiddelhåndtering", 10.0), 2);
        assert_eq!(lines("a", 0.5), 2);
    }
}
