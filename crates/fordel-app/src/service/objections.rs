//! Objections with the names of those who object and answer.

use std::collections::BTreeMap;

use fordel_store::{Failure, Objection, PersonId};

use super::{Failed, Reads};

/// An objection, and who.
#[derive(Clone, Debug)]
pub struct Objected {
    /// What is kept of it.
    pub objection: Objection,
    /// Who objects; none where the person is gone.
    pub by: Option<String>,
    /// Who answered.
    pub answered_by: Option<String>,
}

impl Reads<'_> {
    /// Objections by name, in the order they were raised.
    ///
    /// # Errors
    /// The database.
    pub fn objected(&self) -> Result<Vec<Objected>, Failed> {
        self.service.read(|r| {
            let mut names: BTreeMap<PersonId, Option<String>> = BTreeMap::new();
            let mut name = |person: Option<PersonId>| -> Result<Option<String>, Failure> {
                let Some(person) = person else { return Ok(None) };
                if let Some(known) = names.get(&person) {
                    return Ok(known.clone());
                }
                let name = match r.person(person) {
                    Ok(person) => Some(person.name),
                    Err(Failure::NotFound) => None,
                    Err(other) => return Err(other),
                };
                names.insert(person, name.clone());
                Ok(name)
            };
            let all = r.objections(self.unit.id)?;
            all.into_iter()
                .map(|objection| {
                    let (by, answered_by) = (name(objection.person)?, name(objection.answered_by)?);
                    Ok(Objected { objection, by, answered_by })
                })
                .collect()
        })
    }
}
