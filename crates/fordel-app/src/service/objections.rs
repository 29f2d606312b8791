//! Objections with the names of those who object and answer, and those who speak for others in a unit.

use std::collections::BTreeMap;

use fordel_store::{Failure, Objection, PersonId, Representative, Representing};

use super::{Failed, Reads};

/// An objection, and who.
#[derive(Clone, Debug)]
pub struct Objected {
    /// What is kept of it.
    pub objection: Objection,
    /// The name today of the proposal that it was raised from, where one was named that is still there.
    pub proposal_name: Option<String>,
    /// Who objects; none where the person is gone.
    pub by: Option<String>,
    /// For whom whoever objects speaks in the unit today, if for others.
    pub represents: Option<Representative>,
    /// Who answered.
    pub answered_by: Option<String>,
}

impl Reads<'_> {
    /// Those who speak for others in the unit, by name.
    ///
    /// # Errors
    /// The database.
    pub fn representatives(&self) -> Result<Vec<Representing>, Failed> {
        self.service.read(|r| r.representatives_at(self.unit.id))
    }

    /// The names of the unit's proposals, by number.
    ///
    /// # Errors
    /// The database.
    pub fn proposal_names(&self) -> Result<BTreeMap<i64, String>, Failed> {
        Ok(self.proposals()?.into_iter().map(|head| (head.number, head.name)).collect())
    }

    /// Objections by name, in the order they were raised.
    ///
    /// # Errors
    /// The database.
    pub fn objected(&self) -> Result<Vec<Objected>, Failed> {
        let proposals = self.proposal_names()?;
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
            let representatives = r.representatives_at(self.unit.id)?;
            let represents = |person: Option<PersonId>| {
                representatives.iter().find(|one| Some(one.person) == person).map(|one| one.represents)
            };
            let all = r.objections(self.unit.id)?;
            all.into_iter()
                .map(|objection| {
                    let (by, answered_by) = (name(objection.person)?, name(objection.answered_by)?);
                    let represents = represents(objection.person);
                    let proposal_name = objection.proposal.and_then(|number| proposals.get(&number).cloned());
                    Ok(Objected { objection, proposal_name, by, represents, answered_by })
                })
                .collect()
        })
    }
}
