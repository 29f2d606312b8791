//! Why a program's JSON can't be used, in the reader's words: the library that reads it knows English alone.

use fordel_text::Texts;

/// What is said of a body that isn't told to be JSON,
const NO_JSON: &str = "Expected request with `Content-Type: application/json`";
/// of one that isn't JSON,
const TORN: &str = "Failed to parse the request body as JSON: ";
/// and of one that holds something else than what was asked for.
const OTHER: &str = "Failed to deserialize the JSON body into the target type: ";

/// How what is said of an address begins that holds something else than a number, and what stands behind the part.
const ADDRESS: (&str, &str) = ("Invalid URL: Cannot parse ", "` to a `");

/// How what is said of a part begins, and the key of our sentence.
const KINDS: [(&str, &str); 7] = [
    ("missing field `", "api-wrong-missing"),
    ("unknown field `", "api-wrong-unknown"),
    ("invalid type: ", "api-wrong-type"),
    ("invalid value: ", "api-wrong-value"),
    ("invalid length ", "api-wrong-value"),
    ("unknown variant `", "api-wrong-choice"),
    ("data did not match any variant", "api-wrong-value"),
];

/// Kinds of values, as the library says behind this which one it expected, and the keys of our words for them.
const EXPECTED: &str = ", expected ";
const WANTED: [(&str, &str); 8] = [
    ("a string", "api-kind-text"),
    ("a boolean", "api-kind-truth"),
    ("i64", "api-kind-whole"),
    ("u32", "api-kind-whole"),
    ("f64", "api-kind-number"),
    ("a sequence", "api-kind-list"),
    ("a map", "api-kind-object"),
    ("struct AskedGoal", "api-kind-goal"),
];

/// A part of what was sent that can't be used.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unreadable {
    /// The part, as `edits[0].row`; nothing where none is to blame.
    pub field: Option<String>,
    /// Why, in a sentence.
    pub sentence: String,
}

/// Our sentence for the library's words; nothing where they are about something else.
pub(super) fn unreadable(t: &Texts, said: &str) -> Option<Unreadable> {
    if said.starts_with(NO_JSON) {
        return Some(Unreadable { field: None, sentence: t.get("api-wrong-kind") });
    }
    if let Some(said) = said.strip_prefix(ADDRESS.0) {
        let (said, _) = said.rsplit_once(ADDRESS.1)?;
        let part = said.split_once("with value `").map_or(said.trim_start_matches('`'), |(_, part)| part);
        let args = [("value", part.trim_matches('"').into())];
        return Some(Unreadable { field: None, sentence: t.with("api-wrong-address", &args) });
    }
    if let Some(said) = said.strip_prefix(TORN) {
        let (_, line, column) = placed(said);
        let args = [("line", line.into()), ("column", column.into())];
        return Some(Unreadable { field: None, sentence: t.with("api-wrong-json", &args) });
    }
    let (said, line, column) = placed(said.strip_prefix(OTHER)?);
    // The part comes first; what was sent may stand behind it.
    let begun = KINDS.iter().filter_map(|(phrase, key)| Some((said.find(phrase)?, *phrase, *key)));
    let (start, phrase, key) = begun.min()?;
    let path = said[..start].trim_end_matches(": ");
    let name = said[start + phrase.len()..].split('`').next().unwrap_or_default();
    let named = phrase.ends_with("field `") && !path.ends_with(name);
    let field = match (path, named) {
        ("", true) => name.to_owned(),
        (path, true) => format!("{path}.{name}"),
        (path, false) => path.to_owned(),
    };
    let place = if field.is_empty() {
        t.with("api-wrong-at", &[("line", line.into()), ("column", column.into())])
    } else {
        t.with("api-wrong-field", &[("field", field.as_str().into())])
    };
    // What was sent may hold the same words: what was expected stands last.
    let expected = said.rsplit_once(EXPECTED).map_or("", |(_, expected)| expected);
    // An object is told by the name of its type; where a list was sent for one, with how many fields it has.
    let kind = expected.split(" with ").next().unwrap_or_default();
    let known = WANTED.iter().find(|(known, _)| *known == kind).map(|(_, key)| *key);
    let wanted = known.or(kind.starts_with("struct ").then_some("api-kind-object"));
    let sentence = match wanted.filter(|_| ["invalid type: ", "invalid length "].contains(&phrase)) {
        Some(kind) => t.with("api-wrong-type-wanted", &[("place", place.into()), ("wanted", t.get(kind).into())]),
        None if key == "api-wrong-choice" => {
            // Names stand between these signs: ``one of `cost`, `changes` ``.
            let names: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
            t.with(key, &[("place", place.into()), ("names", names.join(", ").into())])
        }
        None => t.with(key, &[("place", place.into())]),
    };
    Some(Unreadable { field: Some(field).filter(|field| !field.is_empty()), sentence })
}

/// What is said, and of which line and column; dashes where that isn't told.
fn placed(said: &str) -> (&str, &str, &str) {
    let found = said.rsplit_once(" at line ");
    let found = found.and_then(|(what, place)| Some((what, place.split_once(" column ")?)));
    found.map_or((said, "–", "–"), |(what, (line, column))| (what, line, column))
}

#[cfg(test)]
mod tests {
    use fordel_text::Lang;

    use super::*;

    #[test]
    fn each_kind_has_its_sentence_and_names_its_part() {
        let (nb, en) = (Texts::new(Lang::Nb), Texts::new(Lang::En));
        let of = |said: &str| {
            let [nb, en] = [&nb, &en].map(|t| unreadable(t, said).unwrap_or_else(|| panic!("{said}")));
            assert_eq!(nb.field, en.field);
            assert_ne!(nb.sentence, en.sentence);
            (nb.field.unwrap_or_default(), nb.sentence)
        };
        let other = |said: &str| of(&format!("{OTHER}{said}"));
        assert!(of(&format!("{TORN}trailing characters at line 3 column 18")).1.contains("linje 3, tegn 18"));
        assert!(of(NO_JSON).1.contains("application/json"));
        let missing = other("missing field `batch` at line 1 column 12");
        assert!(missing.0 == "batch" && missing.1.contains("«batch»"), "{missing:?}");
        assert_eq!(other("b[0]: missing field `y` at line 1 column 23").0, "b[0].y");
        assert_eq!(other("b[0].z: unknown field `z`, expected `y` at line 1 column 9").0, "b[0].z");
        let kind = other("seconds: invalid type: string \"missing field `x`\", expected u32 at line 1 column 40");
        assert!(kind.0 == "seconds" && kind.1.contains("«seconds» skal være et helt tall"), "{kind:?}");
        let text = other("edits[0].now: invalid type: integer `30`, expected a string at line 1 column 40");
        assert!(text.0 == "edits[0].now" && text.1.contains("«edits[0].now» skal være tekst"), "{text:?}");
        let goal = other("goals[0]: invalid type: string \"cost\", expected struct AskedGoal at line 1 column 9").1;
        assert!(goal.contains("«goals[0]» skal være et objekt") && goal.contains("{ \"goal\": \"cost\" }"), "{goal}");
        let list = other("invalid length 0, expected struct Wanted with 6 elements at line 1 column 2").1;
        assert!(list.contains("linje 1, tegn 2 skal være et objekt"), "{list}");
        let goal = other("goals[0].goal: unknown variant `x`, expected one of `cost`, `changes` at line 1 column 9");
        assert!(goal.0 == "goals[0].goal" && goal.1.contains("kan være: cost, changes."), "{goal:?}");
        for (_, key) in WANTED {
            assert_ne!(nb.get(key), en.get(key));
        }
        assert!(other("invalid type: map, expected u32 at line 1 column 4").1.contains("linje 1, tegn 4"));
        assert_eq!(other("edits[2]: data did not match any variant of untagged enum Wanted").0, "edits[2]");
        for said in ["`abc`", "`unit` with value `abc`", "value at index 0 with value `abc`"] {
            let told = of(&format!("{}{said} to a `i64`", ADDRESS.0)).1;
            assert!(told.contains("«abc»") && !told.contains("i64"), "{told}");
        }
        assert_eq!(unreadable(&nb, "Invalid URL: Cannot parse `unit`"), None);
    }
}
