//! Keys for other programs, each a person's own, found by their hash.

use rusqlite::Row;

use crate::access::{Moment, Reader, Writer};
use crate::branches::Home;
use crate::chain::Entry;
use crate::changes::{Subject, What};
use crate::failure::Failure;
use crate::ids::{PersonId, TokenId};
use crate::people::Person;

/// A key for another program. It may what its person may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: TokenId,
    /// Whose.
    pub person: PersonId,
    /// What they call it.
    pub name: String,
    /// Since when.
    pub created: Moment,
    /// When it was last used, as far as it was told.
    pub seen: Option<Moment>,
    /// Since when it no longer holds.
    pub ended: Option<Moment>,
}

const TOKEN: &str = "SELECT id, person, name, created, seen, ended FROM token";

fn read_token(row: &Row<'_>) -> rusqlite::Result<Token> {
    Ok(Token {
        id: row.get(0)?,
        person: row.get(1)?,
        name: row.get(2)?,
        created: Moment(row.get(3)?),
        seen: row.get::<_, Option<i64>>(4)?.map(Moment),
        ended: row.get::<_, Option<i64>>(5)?.map(Moment),
    })
}

impl Reader<'_> {
    /// The key with this hash and its person, if neither has ended.
    pub fn token_by(&self, token_hash: &[u8; 32]) -> Result<Option<(Token, Person)>, Failure> {
        let sql = format!("{TOKEN} WHERE token_hash = ?1 AND ended IS NULL");
        let Some(token) = self.one(&sql, [token_hash.as_slice()], read_token)? else { return Ok(None) };
        let person = self.person(token.person)?;
        Ok(person.ended.is_none().then_some((token, person)))
    }

    /// A person's keys, the newest first, ended ones too.
    pub fn tokens_of(&self, person: PersonId) -> Result<Vec<Token>, Failure> {
        self.all(&format!("{TOKEN} WHERE person = ?1 ORDER BY id DESC"), [person], read_token)
    }
}

impl Writer<'_> {
    /// A new key.
    pub fn add_token(&mut self, person: PersonId, name: &str, token_hash: &[u8; 32]) -> Result<TokenId, Failure> {
        if self.person(person)?.ended.is_some() {
            return Err(Failure::NotFound);
        }
        let id = self.insert(
            "INSERT INTO token (token_hash, person, name, created) VALUES (?1, ?2, ?3, ?4)",
            (token_hash.as_slice(), person, name, self.at.0),
        )?;
        self.tell_token(person, TokenId(id), What::TokenAdded, Some(name))?;
        Ok(TokenId(id))
    }

    /// The key was used. Kept without being told in the chain, like a session's use.
    pub fn token_seen(&mut self, token: TokenId) -> Result<(), Failure> {
        self.execute("UPDATE token SET seen = max(coalesce(seen, ?2), ?2) WHERE id = ?1", (token, self.at.0))?;
        Ok(())
    }

    /// Ends one of a person's own keys; another's isn't found.
    pub fn end_token(&mut self, person: PersonId, token: TokenId) -> Result<(), Failure> {
        let sql = "SELECT ended FROM token WHERE id = ?1 AND person = ?2";
        let ended: Option<i64> = self.one(sql, (token, person), |row| row.get(0))?.ok_or(Failure::NotFound)?;
        if ended.is_some() {
            return Ok(());
        }
        self.execute("UPDATE token SET ended = ?2 WHERE id = ?1", (token, self.at.0))?;
        self.tell_token(person, token, What::TokenEnded, None)
    }

    fn tell_token(&mut self, person: PersonId, token: TokenId, what: What, after: Option<&str>) -> Result<(), Failure> {
        let home = Home { organisation: self.person(person)?.organisation, unit: None };
        let field = Subject::Person(person).to_string();
        self.append(Entry::new(home, what, Subject::Token(token)).field(field.as_str()).after(after))
    }
}
