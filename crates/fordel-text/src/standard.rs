//! What the program itself calls things of a ward, in either language: standard categories, the default ward's groups.

use fordel_core::ward::Group;

use crate::{Lang, Texts};

/// HNT's twelve task categories in Norwegian and English, in the order of the activity plan.
pub const CATEGORIES: [(&str, &str); 12] = [
    ("Pasientbehandling", "Patient care"),
    ("Prosedyrer", "Procedures"),
    ("Dokumentasjon", "Documentation"),
    ("Legemiddelhåndtering", "Medication management"),
    ("Pårørende", "Relatives"),
    ("Blodprøver/andre prøver", "Blood samples/other samples"),
    ("Ernæring", "Nutrition"),
    ("Sjekkerutiner", "Check routines"),
    ("Opplæring", "Training"),
    ("Bestillinger", "Orders"),
    ("Renhold/orden/rydding", "Cleaning/order/tidying"),
    ("Administrative oppgaver", "Administrative tasks"),
];

/// The default ward's groups from left to right: code, name in Norwegian and in English.
pub const GROUPS: [(&str, &str, &str); 5] = [
    ("SPO", "Spesialsykepleier", "Specialist nurse"),
    ("SPL", "Sykepleier", "Nurse"),
    ("HFA", "Helsefagarbeider", "Healthcare worker"),
    ("SEK", "Sekretær", "Ward clerk"),
    ("ASS", "Assistent", "Assistant"),
];

/// A standard category in this language, whichever of the two it is written in; any other name as it is written.
pub fn category(name: &str, lang: Lang) -> &str {
    let known = CATEGORIES.iter().find(|(nb, en)| is_same(name, nb) || is_same(name, en));
    known.map_or(name, |(nb, en)| in_language(lang, nb, en))
}

/// The name of a group: that of the default ward in this language, any other as it is written.
pub fn group_name<'n>(code: &str, name: &'n str, lang: Lang) -> &'n str {
    let is_default = |of: &&(&str, &str, &str)| is_same(code, of.0) && (is_same(name, of.1) || is_same(name, of.2));
    GROUPS.iter().find(is_default).map_or(name, |(_, nb, en)| in_language(lang, nb, en))
}

fn in_language<'t>(lang: Lang, nb: &'t str, en: &'t str) -> &'t str {
    match lang {
        Lang::Nb => nb,
        Lang::En => en,
    }
}

fn is_same(a: &str, b: &str) -> bool {
    let lower = |text: &str| text.trim().to_lowercase();
    // Few names begin alike: most are told apart without a copy.
    a.trim().chars().count() == b.chars().count() && lower(a) == lower(b)
}

impl Texts {
    /// A category for the reader: a standard one in their language, a ward's own as the ward writes it.
    pub fn category<'n>(&self, name: &'n str) -> &'n str {
        category(name, self.lang())
    }

    /// A group's name for the reader: that of the default ward in their language, another as the ward writes it.
    pub fn group_name<'n>(&self, code: &str, name: &'n str) -> &'n str {
        group_name(code, name, self.lang())
    }

    /// A group as it stands in tables and headings: `Sykepleier (SPL)`.
    pub fn group(&self, group: &Group) -> String {
        let name = self.group_name(&group.code, &group.name);
        if name.is_empty() || name == group.code { group.code.clone() } else { format!("{name} ({})", group.code) }
    }

    /// A group within a sentence: `sykepleier`; an abbreviation keeps its capitals.
    pub fn group_in_sentence(&self, group: &Group) -> String {
        let name = if group.name.is_empty() { &*group.code } else { self.group_name(&group.code, &group.name) };
        let mut letters = name.chars();
        match (letters.next(), letters.next()) {
            (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
                first.to_lowercase().chain([second]).chain(letters).collect()
            }
            _ => name.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_categories_are_said_in_the_readers_language_and_a_wards_own_as_typed() {
        let (nb, en) = (Texts::new(Lang::Nb), Texts::new(Lang::En));
        for name in ["Ernæring", "Nutrition", " ERNÆRING "] {
            assert_eq!((nb.category(name), en.category(name)), ("Ernæring", "Nutrition"));
        }
        for name in ["Ernæring, mat", "Checks", ""] {
            assert_eq!((nb.category(name), en.category(name)), (name, name));
        }
    }

    #[test]
    fn the_default_wards_groups_are_said_in_the_readers_language_and_a_wards_own_as_typed() {
        let (nb, en) = (Texts::new(Lang::Nb), Texts::new(Lang::En));
        for name in ["Sekretær", "Ward clerk"] {
            assert_eq!((nb.group_name("SEK", name), en.group_name("SEK", name)), ("Sekretær", "Ward clerk"));
        }
        for (code, name) in [("SEK", "Postsekretær"), ("S", "Sekretær"), ("SPL", "SPL")] {
            assert_eq!((nb.group_name(code, name), en.group_name(code, name)), (name, name));
        }
    }
}
