//! The sheets of the years ahead.

use super::{Name, SheetNames, name};

/// Columns of `Befolkning`.
pub mod population {
    use super::{Name, name};
    /// The year.
    pub const YEAR: Name = name("År", "Year");
    /// The ages.
    pub const AGES: Name = name("Alder", "Age").also(&["Aldersgruppe", "Ages"]);
    /// Residents.
    pub const NUMBER: Name = name("Antall", "Residents").also(&["Innbyggere", "Personer", "Count"]);
    /// The low alternative.
    pub const LOW: Name = name("Lav", "Low").also(&["Lavalternativ"]);
    /// The high alternative.
    pub const HIGH: Name = name("Høy", "High").also(&["Høyalternativ"]);
    /// Where the figure is from.
    pub const SOURCE: Name = name("Kilde", "Source").also(&["Merknad", "Note"]);
}

/// Columns of `Framskriving`.
pub mod projection {
    use super::{Name, name};
    /// What is assumed.
    pub const KIND: Name = name("Type", "Kind").also(&["Hva", "What"]);
    /// The group.
    pub const GROUP: Name = name("Gruppe", "Group").also(&["Yrkesgruppe"]);
    /// The ages.
    pub const AGES: Name = name("Alder", "Age").also(&["Aldersgruppe", "Ages"]);
    /// The first year in which it holds.
    pub const FROM: Name = name("Fra år", "From year").also(&["Fra", "From"]);
    /// How much.
    pub const VALUE: Name = name("Verdi", "Value");
    /// At least.
    pub const LOW: Name = name("Lav", "Low").also(&["Minst"]);
    /// At most.
    pub const HIGH: Name = name("Høy", "High").also(&["Mest"]);
    /// Where the figure is from.
    pub const SOURCE: Name = name("Kilde", "Source").also(&["Merknad", "Note"]);
}

/// `Befolkning`.
pub const POPULATION: SheetNames = SheetNames {
    name: name("Befolkning", "Population"),
    columns: &[
        population::YEAR,
        population::AGES,
        population::NUMBER,
        population::LOW,
        population::HIGH,
        population::SOURCE,
    ],
};
/// `Framskriving`.
pub const PROJECTION: SheetNames = SheetNames {
    name: name("Framskriving", "Projection").also(&["Framskrivning"]),
    columns: &[
        projection::KIND,
        projection::GROUP,
        projection::AGES,
        projection::FROM,
        projection::VALUE,
        projection::LOW,
        projection::HIGH,
        projection::SOURCE,
    ],
};
