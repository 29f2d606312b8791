//! Uses of the traffic light that were logged: what was asked and answered, what was chosen, and what it took.

use std::collections::BTreeMap;

use rusqlite::Row;
use serde::{Deserialize, Serialize};

use crate::access::{Moment, Reader, Writer};
use crate::chain::Entry;
use crate::changes::{Subject, What};
use crate::failure::Failure;
use crate::ids::{BranchId, PersonId, ShortageId};
use crate::words::{UseCause, UseChoice, UseLight};

/// What a person says of a use: what was chosen, why people were missing, what was hired.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    /// What was chosen.
    pub choice: UseChoice,
    /// Why people were missing.
    pub cause: UseCause,
    /// Minutes that were hired in, of all heads.
    pub hired_minutes: i64,
    /// What they cost; none where nobody knows.
    pub hired_kr: Option<i64>,
    /// Whether the kroner were reckoned from the hours and not told by a person.
    pub kr_reckoned: bool,
    /// The reason in words.
    pub reason: String,
}

/// What was asked, and what the plan answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The day on which the shift starts, as `2026-11-22`.
    pub day: String,
    /// The shift's name.
    pub shift: String,
    /// How many of each group, as JSON.
    pub missing: String,
    /// The colour.
    pub light: UseLight,
    /// Red minutes not covered, at the least: work and presence that one person covers at once count once.
    pub red_minutes: i64,
    /// Minutes for which hiring in was justified, of all heads.
    pub justified_minutes: i64,
    /// What became of each task, as JSON.
    pub tasks: String,
}

/// A use that was logged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shortage {
    /// Its id.
    pub id: ShortageId,
    /// Its unit.
    pub unit: BranchId,
    /// What was asked and answered; it stays as it was.
    pub answered: Answered,
    /// What was said of it.
    pub chosen: Chosen,
    /// Who logged it.
    pub person: Option<PersonId>,
    /// When.
    pub at: Moment,
    /// When it was taken out of all counts; none: it counts.
    pub withdrawn: Option<Moment>,
}

/// How many uses a unit has logged, and how many of them were red.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Logged {
    /// Uses that count.
    pub uses: u64,
    /// Those that were red.
    pub red: u64,
}

const SHORTAGE: &str = "SELECT id, unit, day, shift, missing, light, red_minutes, justified_minutes, tasks, choice, cause, \
     hired_minutes, hired_kr, kr_reckoned, reason, person, at, withdrawn FROM shortage";

fn read_shortage(row: &Row<'_>) -> rusqlite::Result<Shortage> {
    Ok(Shortage {
        id: row.get(0)?,
        unit: row.get(1)?,
        answered: Answered {
            day: row.get(2)?,
            shift: row.get(3)?,
            missing: row.get(4)?,
            light: row.get(5)?,
            red_minutes: row.get(6)?,
            justified_minutes: row.get(7)?,
            tasks: row.get(8)?,
        },
        chosen: Chosen {
            choice: row.get(9)?,
            cause: row.get(10)?,
            hired_minutes: row.get(11)?,
            hired_kr: row.get(12)?,
            kr_reckoned: row.get(13)?,
            reason: row.get(14)?,
        },
        person: row.get(15)?,
        at: Moment(row.get(16)?),
        withdrawn: row.get::<_, Option<i64>>(17)?.map(Moment),
    })
}

impl Answered {
    /// What the chain tells of it: a field and a value each.
    fn told(&self) -> [(&'static str, String); 7] {
        [
            ("day", self.day.clone()),
            ("shift", self.shift.clone()),
            ("missing", self.missing.clone()),
            ("light", self.light.word().to_owned()),
            ("red_minutes", self.red_minutes.to_string()),
            ("justified_minutes", self.justified_minutes.to_string()),
            ("tasks", crate::proposals::fingerprint(&self.tasks)),
        ]
    }
}

impl Chosen {
    /// The same of what was said.
    fn told(&self) -> [(&'static str, String); 6] {
        [
            ("choice", self.choice.word().to_owned()),
            ("cause", self.cause.word().to_owned()),
            ("hired_minutes", self.hired_minutes.to_string()),
            ("hired_kr", self.hired_kr.map(|kr| kr.to_string()).unwrap_or_default()),
            ("kr_reckoned", i64::from(self.kr_reckoned).to_string()),
            ("reason", self.reason.clone()),
        ]
    }
}

impl Reader<'_> {
    /// A unit's logged uses, the last day first; withdrawn ones too.
    pub fn shortages(&self, unit: BranchId) -> Result<Vec<Shortage>, Failure> {
        self.all(&format!("{SHORTAGE} WHERE unit = ?1 ORDER BY day DESC, id DESC"), [unit], read_shortage)
    }

    /// A unit's logged uses of shifts that start within these days; withdrawn ones are left out.
    pub fn shortages_between(&self, unit: BranchId, from: &str, to: &str) -> Result<Vec<Shortage>, Failure> {
        let sql = format!("{SHORTAGE} WHERE unit = ?1 AND day BETWEEN ?2 AND ?3 AND withdrawn IS NULL ORDER BY id");
        self.all(&sql, (unit, from, to), read_shortage)
    }

    /// One of a unit's logged uses.
    pub fn shortage(&self, unit: BranchId, id: ShortageId) -> Result<Shortage, Failure> {
        self.one(&format!("{SHORTAGE} WHERE unit = ?1 AND id = ?2"), (unit, id), read_shortage)?
            .ok_or(Failure::NotFound)
    }

    /// How many uses each unit of an organisation has logged of shifts from this day on; units without one aren't there.
    pub fn logged_since(&self, organisation: BranchId, day: &str) -> Result<BTreeMap<BranchId, Logged>, Failure> {
        let sql = "SELECT s.unit, count(*), sum(s.light = 'red') FROM shortage s JOIN branch b ON b.id = s.unit \
                   WHERE b.organisation = ?1 AND s.day >= ?2 AND s.withdrawn IS NULL GROUP BY s.unit";
        let counted = |row: &Row<'_>| {
            let count = |at| Ok::<u64, rusqlite::Error>(u64::try_from(row.get::<_, i64>(at)?).unwrap_or(0));
            Ok((row.get::<_, BranchId>(0)?, Logged { uses: count(1)?, red: count(2)? }))
        };
        Ok(self.all(sql, (organisation, day), counted)?.into_iter().collect())
    }
}

impl Writer<'_> {
    /// Logs a use.
    pub fn log_shortage(
        &mut self,
        unit: BranchId,
        answered: &Answered,
        chosen: &Chosen,
    ) -> Result<ShortageId, Failure> {
        let home = self.unit_home(unit)?;
        let sql = "INSERT INTO shortage (unit, day, shift, missing, light, red_minutes, justified_minutes, tasks, choice, cause, \
                   hired_minutes, hired_kr, kr_reckoned, reason, person, at) \
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";
        let id = ShortageId(self.insert(
            sql,
            (
                unit,
                &answered.day,
                &answered.shift,
                &answered.missing,
                answered.light,
                answered.red_minutes,
                answered.justified_minutes,
                &answered.tasks,
                chosen.choice,
                chosen.cause,
                chosen.hired_minutes,
                chosen.hired_kr,
                chosen.kr_reckoned,
                &chosen.reason,
                self.by.person,
                self.at.0,
            ),
        )?);
        for (field, after) in answered.told().iter().chain(&chosen.told()).filter(|(_, after)| !after.is_empty()) {
            let entry = Entry::new(home, What::ShortageLogged, Subject::Shortage(id)).field(*field);
            self.append(entry.after(after.as_str()))?;
        }
        Ok(id)
    }

    /// Corrects what was said of a use; what was said before stays in the chain.
    pub fn correct_shortage(&mut self, unit: BranchId, id: ShortageId, chosen: &Chosen) -> Result<(), Failure> {
        let home = self.unit_home(unit)?;
        let old = self.shortage(unit, id)?;
        self.execute(
            "UPDATE shortage SET choice = ?2, cause = ?3, hired_minutes = ?4, hired_kr = ?5, kr_reckoned = ?6, reason = ?7 WHERE id = ?1",
            (
                id,
                chosen.choice,
                chosen.cause,
                chosen.hired_minutes,
                chosen.hired_kr,
                chosen.kr_reckoned,
                &chosen.reason,
            ),
        )?;
        for ((field, before), (_, after)) in old.chosen.told().iter().zip(&chosen.told()) {
            if before != after {
                let entry = Entry::new(home, What::ShortageCorrected, Subject::Shortage(id)).field(*field);
                self.append(entry.before(before.as_str()).after(after.as_str()))?;
            }
        }
        Ok(())
    }

    /// Takes a use out of all counts, or back into them; it stays to be read.
    pub fn withdraw_shortage(&mut self, unit: BranchId, id: ShortageId, withdrawn: bool) -> Result<(), Failure> {
        let home = self.unit_home(unit)?;
        let old = self.shortage(unit, id)?;
        if old.withdrawn.is_some() == withdrawn {
            return Ok(());
        }
        let at = withdrawn.then_some(self.at.0);
        self.execute("UPDATE shortage SET withdrawn = ?2 WHERE id = ?1", (id, at))?;
        let word = |withdrawn: bool| if withdrawn { "yes" } else { "no" };
        let entry = Entry::new(home, What::ShortageCorrected, Subject::Shortage(id)).field("withdrawn");
        self.append(entry.before(word(!withdrawn)).after(word(withdrawn)))
    }
}
