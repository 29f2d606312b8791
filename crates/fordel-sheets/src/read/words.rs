//! Words as people write them: matched without regard to case, spacing and punctuation, and the nearest one where
//! none matches.

use std::collections::HashMap;

/// Lower case, without spaces (plain, hard or thin): how codes and names of groups, courses and drivers are matched.
pub fn code_key(text: &str) -> String {
    composed(text).chars().filter(|c| !c.is_whitespace() && !is_invisible(*c)).flat_map(char::to_lowercase).collect()
}

/// Letters and digits alone, in lower case, with æ, ø, å written ae, o, a: how sheets, columns, settings, categories and
/// fixed words are matched.
pub fn name_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in composed(text).chars().flat_map(char::to_lowercase) {
        match c {
            'æ' | 'ä' => key.push_str("ae"),
            'ø' | 'ö' => key.push('o'),
            'å' => key.push('a'),
            'é' | 'è' | 'ê' => key.push('e'),
            c if c.is_alphanumeric() => key.push(c),
            _ => {}
        }
    }
    key
}

/// The letters that some systems write as a base and a mark, as one: å, ä, ö, é.
fn composed(text: &str) -> String {
    const MARKS: [(&str, &str); 8] = [
        ("a\u{30a}", "å"),
        ("A\u{30a}", "Å"),
        ("a\u{308}", "ä"),
        ("A\u{308}", "Ä"),
        ("o\u{308}", "ö"),
        ("O\u{308}", "Ö"),
        ("e\u{301}", "é"),
        ("E\u{301}", "É"),
    ];
    let mut text = text.to_owned();
    if text.contains(['\u{301}', '\u{308}', '\u{30a}']) {
        MARKS.iter().for_each(|(parts, whole)| text = text.replace(parts, whole));
    }
    text
}

/// Characters that stand for nothing: zero-width spaces and marks of direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Of a longer list only so many names are compared for the nearest.
const COMPARED: usize = 100;

/// A list of names that can be looked up, with the nearest name where none matches.
#[derive(Clone, Debug)]
pub struct Names {
    shown: Vec<String>,
    keys: Vec<String>,
    by_key: HashMap<String, usize>,
    key: fn(&str) -> String,
}

impl Names {
    /// An empty list whose names are compared by `key`.
    pub fn new(key: fn(&str) -> String) -> Names {
        Names { shown: Vec::new(), keys: Vec::new(), by_key: HashMap::new(), key }
    }

    /// Adds a name and gives its place, or the place of the equal name that is there already.
    ///
    /// # Errors
    /// The place of the name that is there already.
    pub fn add(&mut self, name: &str) -> Result<usize, usize> {
        let key = (self.key)(name);
        if let Some(&at) = self.by_key.get(&key) {
            return Err(at);
        }
        let at = self.shown.len();
        self.by_key.insert(key.clone(), at);
        self.keys.push(key);
        self.shown.push(name.trim().to_owned());
        Ok(at)
    }

    /// Another spelling of the name at a place.
    pub fn alias(&mut self, at: usize, spelling: &str) {
        self.by_key.entry((self.key)(spelling)).or_insert(at);
    }

    /// Number of names.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// The name at a place as written.
    pub fn shown(&self, at: usize) -> &str {
        &self.shown[at]
    }

    /// The place of a name.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.by_key.get(&(self.key)(name)).copied()
    }

    /// The longest name with which the text begins.
    pub fn that_begins(&self, text: &str) -> Option<usize> {
        let text = (self.key)(text);
        let begins = |at: &usize| !self.keys[*at].is_empty() && text.starts_with(&self.keys[*at]);
        (0..self.keys.len()).filter(begins).max_by_key(|at| self.keys[*at].len())
    }

    /// The name that was probably meant.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        let wanted = (self.key)(name);
        nearest(&wanted, self.keys.iter().take(COMPARED).map(String::as_str)).map(|at| self.shown[at].as_str())
    }

    /// The same names in other words, in the same places.
    pub fn said(&self, say: impl Fn(&str) -> &str) -> Names {
        let shown: Vec<String> = self.shown.iter().map(|name| say(name).to_owned()).collect();
        let keys = shown.iter().map(|name| (self.key)(name)).collect();
        Names { shown, keys, by_key: HashMap::new(), key: self.key }
    }

    /// The names for a sentence: at most twelve, then how many more there are.
    pub fn listed(&self) -> String {
        const MOST: usize = 12;
        let mut text = self.shown.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
        if self.shown.len() > MOST {
            text.push_str(&format!(" … (+{})", self.shown.len() - MOST));
        }
        text
    }
}

/// Which of the keys is near enough to be what was meant: at most a third of its letters differ, or one begins with
/// the other.
pub fn nearest<'k>(wanted: &str, keys: impl Iterator<Item = &'k str>) -> Option<usize> {
    const LONGEST: usize = 32;
    let wanted: Vec<char> = wanted.chars().take(LONGEST).collect();
    if wanted.len() < 2 {
        return None;
    }
    keys.enumerate()
        .filter_map(|(at, key)| {
            let key: Vec<char> = key.chars().take(LONGEST).collect();
            let begins = key.len().min(wanted.len()) >= 3 && (key.starts_with(&wanted) || wanted.starts_with(&key));
            let most = wanted.len().max(key.len()) / 3;
            if !begins && wanted.len().abs_diff(key.len()) > most {
                return None;
            }
            let distance = if begins { 1 } else { edits(&wanted, &key) };
            (distance <= most).then_some((distance, at))
        })
        .min()
        .map(|(_, at)| at)
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other (optimal string
/// alignment).
fn edits(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_that_does_not_matter_is_dropped() {
        assert_eq!(code_key(" s p\u{a0}L "), "spl");
        assert_eq!(name_key("Minutter  per gruppe:"), "minutterpergruppe");
        assert_eq!(name_key("A\u{30a}rsverk"), name_key("årsverk"));
        assert_eq!(name_key("TILSTEDEVÆRELSE"), name_key("tilstedevaerelse"));
    }

    #[test]
    fn the_nearest_name_is_one_that_could_have_been_meant() {
        let mut names = Names::new(name_key);
        for name in ["Pasientbehandling", "Prosedyrer", "Ernæring"] {
            assert!(names.add(name).is_ok());
        }
        assert_eq!(names.add("prosedyrer"), Err(1));
        assert_eq!(names.nearest("Prosdeyre"), Some("Prosedyrer"));
        assert_eq!(names.nearest("ernering"), Some("Ernæring"));
        assert_eq!(names.nearest("Xylofon"), None);
        assert_eq!(names.nearest("x"), None);
    }

    #[test]
    fn edits_count_swaps_once() {
        let d = |a: &str, b: &str| edits(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        assert_eq!(d("ab", "ba"), 1);
        assert_eq!(d("kitten", "sitting"), 3);
        assert_eq!(d("", "abc"), 3);
    }
}
