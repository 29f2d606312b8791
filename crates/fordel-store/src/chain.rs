//! The chain of changes: appended to, each row's hash covering all rows before it, and checked from its start.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::access::{Reader, Writer};
use crate::branches::Home;
use crate::changes::{Subject, What};
use crate::failure::Failure;

/// The end of the chain: whoever keeps it elsewhere can tell whether anything up to it was changed or cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The last change; 0 if there is none.
    pub seq: i64,
    /// Its hash.
    pub hash: [u8; 32],
}

impl Head {
    const EMPTY: Head = Head { seq: 0, hash: [0; 32] };
}

impl fmt::Display for Head {
    /// `17-9f86…`: fit for printing in a report.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.seq, hex(&self.hash))
    }
}

impl FromStr for Head {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (seq, hash) = text.trim().split_once('-').ok_or(())?;
        if hash.len() != 64 || !hash.is_ascii() {
            return Err(());
        }
        let mut bytes = [0; 32];
        for (i, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&hash[2 * i..2 * i + 2], 16).map_err(|_| ())?;
        }
        Ok(Head { seq: seq.parse().map_err(|_| ())?, hash: bytes })
    }
}

/// Bytes in small hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What the check of the chain found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verified {
    /// Every change stands as it was appended.
    Whole {
        /// How many.
        rows: i64,
        /// The end.
        head: Head,
    },
    /// The first change that was edited, exchanged or is missing.
    Broken {
        /// Its number.
        seq: i64,
    },
}

/// A change about to be appended.
pub(crate) struct Entry<'a> {
    home: Home,
    what: &'a str,
    subject: Subject,
    batch: Option<&'a str>,
    field: Option<&'a str>,
    before: Option<&'a str>,
    after: Option<&'a str>,
}

impl<'a> Entry<'a> {
    pub(crate) fn new(home: Home, what: What, subject: Subject) -> Self {
        Entry::worded(home, what.word(), subject)
    }

    pub(crate) fn worded(home: Home, what: &'a str, subject: Subject) -> Self {
        Entry { home, what, subject, batch: None, field: None, before: None, after: None }
    }

    pub(crate) fn batch(self, batch: &'a str) -> Self {
        Entry { batch: Some(batch), ..self }
    }

    pub(crate) fn field(self, field: impl Into<Option<&'a str>>) -> Self {
        Entry { field: field.into(), ..self }
    }

    pub(crate) fn before(self, before: impl Into<Option<&'a str>>) -> Self {
        Entry { before: before.into(), ..self }
    }

    pub(crate) fn after(self, after: impl Into<Option<&'a str>>) -> Self {
        Entry { after: after.into(), ..self }
    }
}

impl Writer<'_> {
    /// Appends a change to the chain.
    pub(crate) fn append(&mut self, entry: Entry<'_>) -> Result<(), Failure> {
        let last = match self.head {
            Some(head) => head,
            None => self.head()?,
        };
        let seq = last.seq + 1;
        let batch = match entry.batch {
            Some(batch) => batch.to_owned(),
            None => self.batch.get_or_insert_with(|| seq.to_string()).clone(),
        };
        let subject = entry.subject.to_string();
        let person = self.by.person;
        let agent = person.is_none().then_some(self.by.name.as_str());
        let row = Canonical {
            seq,
            at: self.at.0,
            organisation: entry.home.organisation.0,
            unit: entry.home.unit.map(|id| id.0),
            person: person.map(|id| id.0),
            texts: [Some(&batch), Some(entry.what), Some(&subject), agent, entry.field, entry.before, entry.after],
        };
        let hash = row.hash(&last.hash);
        self.insert(
            "INSERT INTO change (seq, at, organisation, unit, person, batch, what, subject, agent, field, before, after, hash) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            (
                row.seq,
                row.at,
                row.organisation,
                row.unit,
                row.person,
                row.texts[0],
                row.texts[1],
                row.texts[2],
                row.texts[3],
                row.texts[4],
                row.texts[5],
                row.texts[6],
                hash.as_slice(),
            ),
        )?;
        self.head = Some(Head { seq, hash });
        Ok(())
    }
}

/// A change in the order and form in which it is hashed.
struct Canonical<'a> {
    seq: i64,
    at: i64,
    organisation: i64,
    unit: Option<i64>,
    person: Option<i64>,
    /// batch, what, subject, agent, field, before, after
    texts: [Option<&'a str>; 7],
}

impl Canonical<'_> {
    /// The hash of this change after the one before it. Each part says whether it is there and how long it is, so that no
    /// two changes have the same bytes.
    fn hash(&self, previous: &[u8; 32]) -> [u8; 32] {
        let mut sha = Sha256::new();
        sha.update(previous);
        for number in [Some(self.seq), Some(self.at), Some(self.organisation), self.unit, self.person] {
            match number {
                Some(number) => {
                    sha.update([1]);
                    sha.update(number.to_be_bytes());
                }
                None => sha.update([0]),
            }
        }
        for text in self.texts {
            match text {
                Some(text) => {
                    sha.update([1]);
                    sha.update((text.len() as u64).to_be_bytes());
                    sha.update(text.as_bytes());
                }
                None => sha.update([0]),
            }
        }
        sha.finalize().into()
    }
}

impl Reader<'_> {
    /// The end of the chain.
    pub fn head(&self) -> Result<Head, Failure> {
        let sql = "SELECT seq, hash FROM change ORDER BY seq DESC LIMIT 1";
        let head = self.one(sql, [], |row| Ok(Head { seq: row.get(0)?, hash: row.get(1)? }))?;
        Ok(head.unwrap_or(Head::EMPTY))
    }

    /// Checks every change there is. A chain that was cut off at its end, or written anew, is found only with an end that was
    /// kept elsewhere: `known`.
    pub fn verify(&self, known: Option<&Head>) -> Result<Verified, Failure> {
        let mut statement = self.connection.prepare_cached(
            "SELECT seq, at, organisation, unit, person, hash, batch, what, subject, agent, field, before, after FROM change ORDER BY seq",
        )?;
        let mut rows = statement.query([])?;
        let mut head = Head::EMPTY;
        while let Some(row) = rows.next()? {
            let seq: i64 = row.get(0)?;
            let expected = head.seq + 1;
            let mut texts = [None; 7];
            for (i, text) in texts.iter_mut().enumerate() {
                *text = row.get_ref(6 + i)?.as_str_or_null().map_err(|_| Failure::Corrupt(format!("change {seq}")))?;
            }
            let canonical = Canonical {
                seq,
                at: row.get(1)?,
                organisation: row.get(2)?,
                unit: row.get(3)?,
                person: row.get(4)?,
                texts,
            };
            let hash = canonical.hash(&head.hash);
            let kept: [u8; 32] = row.get(5)?;
            let told = known.is_none_or(|known| known.seq != seq || known.hash == hash);
            if seq != expected || hash != kept || !told {
                return Ok(Verified::Broken { seq: expected });
            }
            head = Head { seq, hash };
        }
        match known {
            Some(known) if known.seq > head.seq => Ok(Verified::Broken { seq: head.seq + 1 }),
            _ => Ok(Verified::Whole { rows: head.seq, head }),
        }
    }
}
