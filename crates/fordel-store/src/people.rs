//! People, how they sign in, and what each may do where.

use std::collections::BTreeMap;

use rusqlite::Row;
use serde::{Deserialize, Serialize};

use crate::access::{Moment, Reader, Writer};
use crate::branches::{Branch, Home};
use crate::chain::Entry;
use crate::changes::{Subject, What};
use crate::failure::Failure;
use crate::ids::{BranchId, PersonId};
use crate::words::{Representative, Role};

/// A person. Has no serialised form, since it holds what signs them in.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// The id.
    pub id: PersonId,
    /// The organisation that they belong to.
    pub organisation: BranchId,
    /// Name.
    pub name: String,
    /// Address, in small letters.
    pub email: String,
    /// The password's hash, as it was given.
    pub password: Option<String>,
    /// The secret of the second step.
    pub totp: Option<String>,
    /// The last step of a one-time code that was used.
    pub totp_at: Option<i64>,
    /// The language they chose.
    pub language: String,
    /// When they came.
    pub created: Moment,
    /// Since when they can't sign in.
    pub ended: Option<Moment>,
}

impl std::fmt::Debug for Person {
    /// Without what signs them in.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Person").field("id", &self.id).field("name", &self.name).finish_non_exhaustive()
    }
}

/// A person to be added.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// The organisation.
    pub organisation: BranchId,
    /// Name.
    pub name: String,
    /// Address: none other may have it, in large or small letters.
    pub email: String,
    /// Language.
    pub language: String,
}

/// A role that a person holds on a branch and all below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleHeld {
    /// Who.
    pub person: PersonId,
    /// Where.
    pub branch: BranchId,
    /// Which.
    pub role: Role,
    /// Whom they speak for there, if for others: nothing they may do follows from it.
    pub represents: Option<Representative>,
}

/// Somebody who speaks for others in a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Representing {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// For whom.
    pub represents: Representative,
}

/// An organisation as one of its people sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// All its branches, itself first, each before what is below it.
    pub tree: Vec<Branch>,
    /// The strongest role on each branch where the person has one. Branches on the way to them aren't among them.
    pub roles: BTreeMap<BranchId, Role>,
}

impl Seen {
    /// The branches with a role, each before what is below it.
    pub fn branches(&self) -> impl Iterator<Item = (&Branch, Role)> {
        self.tree.iter().filter_map(|branch| Some((branch, *self.roles.get(&branch.id)?)))
    }
}

const PERSON: &str =
    "SELECT id, organisation, name, email, password, totp, totp_at, language, created, ended FROM person";

pub(crate) fn read_person(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: row.get(0)?,
        organisation: row.get(1)?,
        name: row.get(2)?,
        email: row.get(3)?,
        password: row.get(4)?,
        totp: row.get(5)?,
        totp_at: row.get(6)?,
        language: row.get(7)?,
        created: Moment(row.get(8)?),
        ended: row.get::<_, Option<i64>>(9)?.map(Moment),
    })
}

fn read_role(row: &Row<'_>) -> rusqlite::Result<RoleHeld> {
    Ok(RoleHeld { person: row.get(0)?, branch: row.get(1)?, role: row.get(2)?, represents: row.get(3)? })
}

const ROLE: &str = "SELECT person, branch, role, represents FROM role";

/// An address as it is kept and looked for.
fn folded(email: &str) -> String {
    email.trim().to_lowercase()
}

impl Reader<'_> {
    /// A person.
    pub fn person(&self, person: PersonId) -> Result<Person, Failure> {
        self.one(&format!("{PERSON} WHERE id = ?1"), [person], read_person)?.ok_or(Failure::NotFound)
    }

    /// The person with this address, in large or small letters; also one who has ended.
    pub fn person_by_email(&self, email: &str) -> Result<Option<Person>, Failure> {
        self.one(&format!("{PERSON} WHERE email = ?1"), [folded(email)], read_person)
    }

    /// All who belong to an organisation, by name.
    pub fn people_of(&self, organisation: BranchId) -> Result<Vec<Person>, Failure> {
        self.all(&format!("{PERSON} WHERE organisation = ?1 ORDER BY name, id"), [organisation], read_person)
    }

    /// Whether anyone is here yet.
    pub fn has_people(&self) -> Result<bool, Failure> {
        Ok(self.one("SELECT 1 FROM person LIMIT 1", [], |_| Ok(()))?.is_some())
    }

    /// The roles that a person was given.
    pub fn roles_of(&self, person: PersonId) -> Result<Vec<RoleHeld>, Failure> {
        self.all(&format!("{ROLE} WHERE person = ?1 ORDER BY branch"), [person], read_role)
    }

    /// The roles that were given on this very branch.
    pub fn roles_on(&self, branch: BranchId) -> Result<Vec<RoleHeld>, Failure> {
        self.all(&format!("{ROLE} WHERE branch = ?1 ORDER BY person"), [branch], read_role)
    }

    /// Those who speak for others on this branch or any above it, by name; none who has ended.
    pub fn representatives_at(&self, branch: BranchId) -> Result<Vec<Representing>, Failure> {
        self.all(
            "WITH RECURSIVE above (id, parent) AS ( \
                 SELECT id, parent FROM branch WHERE id = ?1 \
                 UNION ALL SELECT b.id, b.parent FROM branch b JOIN above a ON b.id = a.parent) \
             SELECT DISTINCT p.id, p.name, r.represents FROM above a JOIN role r ON r.branch = a.id \
             JOIN person p ON p.id = r.person WHERE r.represents IS NOT NULL AND p.ended IS NULL \
             ORDER BY p.name, p.id, r.represents",
            [branch],
            |row| Ok(Representing { person: row.get(0)?, name: row.get(1)?, represents: row.get(2)? }),
        )
    }

    /// The strongest role of a person on this branch or any above it; none for one who has ended.
    pub fn role_at(&self, person: PersonId, branch: BranchId) -> Result<Option<Role>, Failure> {
        let roles: Vec<Role> = self.all(
            "WITH RECURSIVE above (id, parent) AS ( \
                 SELECT id, parent FROM branch WHERE id = ?2 \
                 UNION ALL SELECT b.id, b.parent FROM branch b JOIN above a ON b.id = a.parent) \
             SELECT r.role FROM above a JOIN role r ON r.branch = a.id JOIN person p ON p.id = r.person \
             WHERE r.person = ?1 AND p.ended IS NULL",
            (person, branch),
            |row| row.get(0),
        )?;
        Ok(roles.into_iter().max())
    }

    /// A person's organisation, and the strongest role that they have on each of its branches; none for one who has ended.
    pub fn seen_by(&self, person: PersonId) -> Result<Seen, Failure> {
        let found = self.person(person)?;
        let tree = self.tree(found.organisation)?;
        let held = if found.ended.is_some() { Vec::new() } else { self.roles_of(person)? };
        let given: BTreeMap<BranchId, Role> = held.into_iter().map(|held| (held.branch, held.role)).collect();
        let mut roles: BTreeMap<BranchId, Role> = BTreeMap::new();
        for branch in &tree {
            let above = branch.parent.and_then(|parent| roles.get(&parent)).copied();
            roles.extend(given.get(&branch.id).copied().max(above).map(|role| (branch.id, role)));
        }
        Ok(Seen { tree, roles })
    }

    /// How many recovery codes a person has left.
    pub fn recovery_codes(&self, person: PersonId) -> Result<usize, Failure> {
        let sql = "SELECT count(*) FROM recovery_code WHERE person = ?1";
        let count: Option<i64> = self.one(sql, [person], |row| row.get(0))?;
        Ok(usize::try_from(count.unwrap_or(0)).unwrap_or(0))
    }

    fn person_home(&self, person: PersonId) -> Result<Home, Failure> {
        Ok(Home { organisation: self.person(person)?.organisation, unit: None })
    }
}

impl Writer<'_> {
    /// A new person.
    pub fn add_person(&mut self, new: &NewPerson) -> Result<PersonId, Failure> {
        let home = self.home(new.organisation)?;
        if home.organisation != new.organisation {
            return Err(Failure::Misplaced);
        }
        let id = self.insert(
            "INSERT INTO person (organisation, name, email, language, created) VALUES (?1, ?2, ?3, ?4, ?5)",
            (new.organisation, &new.name, folded(&new.email), &new.language, self.at.0),
        )?;
        let id = PersonId(id);
        self.append(Entry::new(home, What::PersonAdded, Subject::Person(id)).after(new.name.as_str()))?;
        Ok(id)
    }

    /// Another name.
    pub fn rename_person(&mut self, person: PersonId, name: &str) -> Result<(), Failure> {
        let old = self.person(person)?.name;
        self.execute("UPDATE person SET name = ?2 WHERE id = ?1", (person, name))?;
        self.tell_person(person, What::PersonChanged, "name", Some(&old), Some(name))
    }

    /// Another address.
    pub fn set_email(&mut self, person: PersonId, email: &str) -> Result<(), Failure> {
        let (old, email) = (self.person(person)?.email, folded(email));
        self.execute("UPDATE person SET email = ?2 WHERE id = ?1", (person, &email))?;
        self.tell_person(person, What::PersonChanged, "email", Some(&old), Some(&email))
    }

    /// Another language.
    pub fn set_language(&mut self, person: PersonId, language: &str) -> Result<(), Failure> {
        let old = self.person(person)?.language;
        self.execute("UPDATE person SET language = ?2 WHERE id = ?1", (person, language))?;
        self.tell_person(person, What::PersonChanged, "language", Some(&old), Some(language))
    }

    /// Another password, as its hash, or none. All sessions of the person end.
    pub fn set_password(&mut self, person: PersonId, hash: Option<&str>) -> Result<(), Failure> {
        let had = self.person(person)?.password.is_some();
        self.execute("UPDATE person SET password = ?2 WHERE id = ?1", (person, hash))?;
        self.tell_person(person, What::PasswordChanged, "password", set(had), set(hash.is_some()))?;
        self.end_sessions(person)
    }

    /// Turns the second step on, with its secret, or off. The recovery codes that there were are worth nothing any more.
    pub fn set_totp(&mut self, person: PersonId, secret: Option<&str>) -> Result<(), Failure> {
        let had = self.person(person)?.totp.is_some();
        self.execute("UPDATE person SET totp = ?2, totp_at = NULL WHERE id = ?1", (person, secret))?;
        self.execute("DELETE FROM recovery_code WHERE person = ?1", [person])?;
        self.tell_person(person, What::SecondStepChanged, "totp", set(had), set(secret.is_some()))
    }

    /// Uses up the one-time code of this step of time. False if it, or a later one, was used before.
    pub fn use_totp(&mut self, person: PersonId, step: i64) -> Result<bool, Failure> {
        let changed = self.execute(
            "UPDATE person SET totp_at = ?2 WHERE id = ?1 AND totp IS NOT NULL AND (totp_at IS NULL OR totp_at < ?2)",
            (person, step),
        )?;
        if changed > 0 {
            self.tell_person(person, What::SecondStepPassed, "totp", None, None)?;
        }
        Ok(changed > 0)
    }

    /// Gives a person recovery codes, as their hashes, in place of those they had. Without a second step there are none.
    pub fn set_recovery_codes(&mut self, person: PersonId, hashes: &[[u8; 32]]) -> Result<(), Failure> {
        if self.person(person)?.totp.is_none() {
            return Err(Failure::NotFound);
        }
        let had = self.execute("DELETE FROM recovery_code WHERE person = ?1", [person])? > 0;
        for hash in hashes {
            self.execute("INSERT INTO recovery_code (person, hash) VALUES (?1, ?2)", (person, hash.as_slice()))?;
        }
        self.tell_person(person, What::SecondStepChanged, "recovery", set(had), set(!hashes.is_empty()))
    }

    /// Uses up the recovery code of this hash. False if there is none, or no longer.
    pub fn use_recovery_code(&mut self, person: PersonId, hash: &[u8; 32]) -> Result<bool, Failure> {
        let sql = "DELETE FROM recovery_code WHERE person = ?1 AND hash = ?2";
        let used = self.execute(sql, (person, hash.as_slice()))? > 0;
        if used {
            self.tell_person(person, What::SecondStepPassed, "recovery", None, None)?;
        }
        Ok(used)
    }

    /// Ends a person: they can't sign in, and all their sessions and keys end. Their roles stand, without effect.
    pub fn end_person(&mut self, person: PersonId) -> Result<(), Failure> {
        if self.person(person)?.ended.is_none() {
            self.execute("UPDATE person SET ended = ?2 WHERE id = ?1", (person, self.at.0))?;
            self.tell_person(person, What::PersonEnded, "ended", None, None)?;
        }
        self.end_sessions(person)?;
        for token in self.tokens_of(person)? {
            self.end_token(person, token.id)?;
        }
        Ok(())
    }

    /// Lets a person who has ended sign in again.
    pub fn readmit_person(&mut self, person: PersonId) -> Result<(), Failure> {
        if self.person(person)?.ended.is_some() {
            self.execute("UPDATE person SET ended = NULL WHERE id = ?1", [person])?;
            self.tell_person(person, What::PersonReadmitted, "ended", None, None)?;
        }
        Ok(())
    }

    /// Gives a person a role on a branch of their organisation, in place of the one they had there. If they had another, their
    /// sessions end.
    pub fn give_role(&mut self, person: PersonId, branch: BranchId, role: Role) -> Result<(), Failure> {
        let home = self.home(branch)?;
        if home.organisation != self.person(person)?.organisation {
            return Err(Failure::Misplaced);
        }
        let old = self.role_on(person, branch)?;
        if old == Some(role) {
            return Ok(());
        }
        // Whom they speak for stays.
        let sql = "INSERT INTO role (person, branch, role) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (person, branch) DO UPDATE SET role = excluded.role";
        self.execute(sql, (person, branch, role))?;
        self.tell_role(home, person, branch, old, Some(role))?;
        if old.is_some() { self.end_sessions(person) } else { Ok(()) }
    }

    /// Takes a person's role on a branch; their sessions end.
    pub fn take_role(&mut self, person: PersonId, branch: BranchId) -> Result<(), Failure> {
        let home = self.home(branch)?;
        let Some(old) = self.role_on(person, branch)? else { return Ok(()) };
        self.execute("DELETE FROM role WHERE person = ?1 AND branch = ?2", (person, branch))?;
        self.tell_role(home, person, branch, Some(old), None)?;
        self.end_sessions(person)
    }

    /// Says for whom a person speaks on a branch where they have a role; none: for nobody but themselves.
    pub fn set_represents(
        &mut self,
        person: PersonId,
        branch: BranchId,
        represents: Option<Representative>,
    ) -> Result<(), Failure> {
        let home = self.home(branch)?;
        let sql = "SELECT represents FROM role WHERE person = ?1 AND branch = ?2";
        let old: Option<Representative> =
            self.one(sql, (person, branch), |row| row.get(0))?.ok_or(Failure::NotFound)?;
        if old == represents {
            return Ok(());
        }
        let sql = "UPDATE role SET represents = ?3 WHERE person = ?1 AND branch = ?2";
        self.execute(sql, (person, branch, represents))?;
        let field = Subject::Branch(branch).to_string();
        let entry = Entry::new(home, What::RepresentativeChanged, Subject::Person(person)).field(field.as_str());
        self.append(entry.before(old.map(Representative::word)).after(represents.map(Representative::word)))
    }

    fn role_on(&self, person: PersonId, branch: BranchId) -> Result<Option<Role>, Failure> {
        self.one("SELECT role FROM role WHERE person = ?1 AND branch = ?2", (person, branch), |row| row.get(0))
    }

    fn tell_role(
        &mut self,
        home: Home,
        person: PersonId,
        branch: BranchId,
        before: Option<Role>,
        after: Option<Role>,
    ) -> Result<(), Failure> {
        let field = Subject::Branch(branch).to_string();
        let entry = Entry::new(home, What::RoleChanged, Subject::Person(person)).field(field.as_str());
        self.append(entry.before(before.map(Role::word)).after(after.map(Role::word)))
    }

    /// Tells of a person, within their organisation.
    pub(crate) fn tell_person(
        &mut self,
        person: PersonId,
        what: What,
        field: &str,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<(), Failure> {
        let home = self.person_home(person)?;
        self.append(Entry::new(home, what, Subject::Person(person)).field(field).before(before).after(after))
    }
}

/// How the chain tells that a secret is there, and nothing else of it.
fn set(is: bool) -> Option<&'static str> {
    is.then_some("set")
}
