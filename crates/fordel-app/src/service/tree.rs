//! The organisation's tree and its people, and what waits in each unit.

use fordel_sheets::columns::TASKS;
use fordel_sheets::write::typed_sheets;
use fordel_sheets::{Own, default_ward_in, example_workbook, read_ward_bytes};
use fordel_store::{
    Author, Branch, BranchId, BranchKind, Edit, Invitation, Person, PersonId, Place, Representative, Role, RoleHeld,
};
use fordel_text::{Lang, Texts};

use super::access::{Administers, SignedIn};
use super::keys::Key;
use super::{Failed, Service};

/// The most characters of a name that is given to an organisation, a branch or a proposal.
pub const LONGEST_NAME: usize = 120;

impl Service {
    /// The branches above a branch, and itself, the organisation first.
    ///
    /// # Errors
    /// No such branch.
    pub fn path(&self, branch: BranchId) -> Result<Vec<Branch>, Failed> {
        self.read(|r| r.path(branch))
    }

    /// A branch with a copy of the example ward in it, to play with; gives the unit.
    ///
    /// # Errors
    /// The database; a person who doesn't administer the organisation.
    pub fn add_example(&self, who: &SignedIn) -> Result<BranchId, Failed> {
        let organisation = self.administer(who, who.organisation)?;
        let texts = Texts::new(who.lang);
        let ward = read_ward_bytes(example_workbook()).ward;
        let ward = ward.ok_or_else(|| Failed::Internal("the example can't be read".to_owned()))?;
        let clinic = organisation.add(BranchKind::Clinic, &organisation.unused(&texts.get("page-example-clinic"))?)?;
        let unit = self.administer(who, clinic)?.add(BranchKind::Unit, &ward.unit)?;
        self.fill(who.author(), unit, &ward, &texts)?;
        Ok(unit)
    }

    /// Writes a ward into an empty unit's sheets.
    fn fill(&self, by: Author, unit: BranchId, ward: &fordel_core::ward::Ward, texts: &Texts) -> Result<(), Failed> {
        let mut edits = Vec::new();
        for sheet in typed_sheets(ward, &Own::default(), texts) {
            for (at, row) in sheet.rows.into_iter().enumerate() {
                let temp = format!("{}-{at}", sheet.name);
                let cells = row.into_iter().collect();
                edits.push(Edit::Add { temp, sheet: sheet.name.clone(), place: Place::Last, cells });
            }
        }
        self.write(by, |w| w.edit(unit, "fill", &edits)).map(|_| ())
    }
}

impl<'s> Administers<'s> {
    /// The branch.
    pub fn branch(&self) -> &Branch {
        &self.branch
    }

    /// Everything below it, and itself first.
    ///
    /// # Errors
    /// The database.
    pub fn tree(&self) -> Result<Vec<Branch>, Failed> {
        self.service.read(|r| r.tree(self.branch.id))
    }

    /// A new branch below; a unit starts with the default ward's groups, shifts and settings.
    ///
    /// # Errors
    /// A name that can't be used or stands here already; a kind that can't stand there.
    pub fn add(&self, kind: BranchKind, name: &str) -> Result<BranchId, Failed> {
        let name = named("name", name)?;
        self.service.write(self.who.author(), |w| w.add_branch(self.branch.id, kind, name)).map_err(taken)
    }

    /// The name, with a number behind it where it stands here already.
    fn unused(&self, name: &str) -> Result<String, Failed> {
        let here = self.service.read(|r| r.children(self.branch.id))?;
        let numbered = (2_u32..).map(|number| format!("{name} {number}"));
        let is_unused = |name: &String| !here.iter().any(|branch| branch.is_called(name));
        Ok(std::iter::once(name.to_owned()).chain(numbered).find(is_unused).unwrap_or_default())
    }

    /// Fills an empty unit with the default ward: groups, shifts, settings, no tasks.
    ///
    /// # Errors
    /// The database.
    pub fn fill_with_standard(&self, lang: Lang) -> Result<(), Failed> {
        let mut ward = default_ward_in(lang);
        ward.unit.clone_from(&self.branch.name);
        ward.lines.clear();
        self.service.fill(self.who.author(), self.branch.id, &ward, &Texts::new(lang))
    }

    /// Another name.
    ///
    /// # Errors
    /// A name that can't be used or that a branch beside it has.
    pub fn rename(&self, name: &str) -> Result<(), Failed> {
        let name = named("name", name)?;
        self.service.write(self.who.author(), |w| w.rename_branch(self.branch.id, name)).map_err(taken)
    }

    /// Takes the branch away, if nothing is in it; what a unit starts with goes with it.
    ///
    /// # Errors
    /// Something is in it.
    pub fn remove(&self) -> Result<(), Failed> {
        self.service.write(self.who.author(), |w| w.remove_branch(self.branch.id, TASKS.name.nb))
    }

    /// The organisation's people.
    ///
    /// # Errors
    /// The database.
    pub fn people(&self) -> Result<Vec<Person>, Failed> {
        self.service.read(|r| r.people_of(self.branch.organisation))
    }

    /// Who has which role on this branch itself.
    ///
    /// # Errors
    /// The database.
    pub fn roles(&self) -> Result<Vec<RoleHeld>, Failed> {
        self.service.read(|r| r.roles_on(self.branch.id))
    }

    /// Gives somebody a role here, in place of the one they had.
    ///
    /// # Errors
    /// A person of another organisation; one's own role: the last administrator would be locked out.
    pub fn give(&self, person: PersonId, role: Role) -> Result<(), Failed> {
        if person == self.who.person {
            return Err(Failed::Invalid(vec![("person", "page-role-own")]));
        }
        self.keeping_a_way_in(|w| w.give_role(person, self.branch.id, role))
    }

    /// Takes somebody's role here.
    ///
    /// # Errors
    /// One's own: the last administrator would be locked out.
    pub fn take(&self, person: PersonId) -> Result<(), Failed> {
        if person == self.who.person {
            return Err(Failed::Invalid(vec![("person", "page-role-own")]));
        }
        self.keeping_a_way_in(|w| w.take_role(person, self.branch.id))
    }

    /// Says for whom somebody with a role here speaks; none: for nobody but themselves. What they may do stays as it is.
    ///
    /// # Errors
    /// Somebody who has no role here.
    pub fn represents(&self, person: PersonId, represents: Option<Representative>) -> Result<(), Failed> {
        self.service.write(self.who.author(), |w| w.set_represents(person, self.branch.id, represents))
    }

    /// Ends somebody's access to everything.
    ///
    /// # Errors
    /// One's own; a person of another organisation, or an administrator of part of it.
    pub fn end(&self, person: PersonId) -> Result<(), Failed> {
        if person == self.who.person {
            return Err(Failed::Invalid(vec![("person", "page-role-own")]));
        }
        let of = self.service.read(|r| r.person(person))?.organisation;
        if of != self.branch.id {
            return Err(Failed::NotAllowed);
        }
        self.keeping_a_way_in(|w| w.end_person(person))
    }

    /// Invitations that nobody has taken.
    ///
    /// # Errors
    /// The database.
    pub fn invitations(&self) -> Result<Vec<Invitation>, Failed> {
        self.service.read(|r| r.invitations_to(self.branch.id))
    }

    /// What a branch of the organisation was called that is gone; none where none such is.
    ///
    /// # Errors
    /// The database.
    pub fn removed(&self, branch: BranchId) -> Result<Option<String>, Failed> {
        self.service.read(|r| r.removed_branch(self.branch.organisation, branch))
    }

    /// A key for a link with which somebody gets a role here, and speaks for others if so.
    ///
    /// # Errors
    /// The database.
    pub fn invite(&self, role: Role, represents: Option<Representative>, email: Option<&str>) -> Result<Key, Failed> {
        self.service.new_invitation(self.who, self.branch.id, (role, represents), email)
    }
}

/// Why a name can't be used: the key of the sentence.
pub fn name_fault(name: &str) -> Option<&'static str> {
    match name.trim().chars().count() {
        0 => Some("page-name-empty"),
        1..=LONGEST_NAME => None,
        _ => Some("page-name-long"),
    }
}

/// The name that was typed in a field, if it can be used.
pub(super) fn named<'n>(field: &'static str, name: &'n str) -> Result<&'n str, Failed> {
    match name_fault(name) {
        Some(key) => Err(Failed::Invalid(vec![(field, key)])),
        None => Ok(name.trim()),
    }
}

fn taken(failed: Failed) -> Failed {
    match failed {
        Failed::Store(fordel_store::Failure::Taken(_)) => Failed::Invalid(vec![("name", "page-name-there")]),
        other => other,
    }
}
