//! The tables, as steps from an empty file to today's; the database says in `user_version` how many it has taken.

use std::collections::BTreeSet;

use rusqlite::{Connection, TransactionBehavior};

use crate::failure::Failure;

/// What tells that a file is Fordel's: `Ford` in the header.
const APPLICATION: i64 = 0x466F_7264;

/// Each step once, in order. A step that has been released is never edited: a change of the tables is a new step.
pub(crate) const STEPS: &[&str] = &[
    include_str!("schema/step-1.sql"),
    include_str!("schema/step-2.sql"),
    include_str!("schema/step-3.sql"),
    include_str!("schema/step-4.sql"),
    include_str!("schema/step-5.sql"),
    include_str!("schema/step-6.sql"),
    include_str!("schema/step-7.sql"),
    include_str!("schema/step-8.sql"),
    include_str!("schema/step-9.sql"),
    include_str!("schema/step-10.sql"),
    include_str!("schema/step-11.sql"),
    include_str!("schema/step-12.sql"),
    include_str!("schema/step-13.sql"),
];

/// The version of the tables in this database; zero for an empty file. Another program's file is refused.
pub(crate) fn version(connection: &Connection) -> Result<i64, Failure> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let application: i64 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match (application, tables, version) {
        (APPLICATION, ..) | (0, 0, 0) => Ok(version),
        _ => Err(Failure::Foreign),
    }
}

/// Refuses what a newer Fordel has written.
pub(crate) fn refuse_newer(version: i64, steps: &[&str]) -> Result<(), Failure> {
    match usize::try_from(version) {
        Ok(taken) if taken <= steps.len() => Ok(()),
        _ => Err(Failure::Newer { version }),
    }
}

/// Refuses a database whose tables and columns aren't those of its version: damage to their names, which SQLite's own check
/// takes for other tables.
pub(crate) fn refuse_other_tables(connection: &Connection) -> Result<(), Failure> {
    let taken = usize::try_from(version(connection)?).unwrap_or(0).min(STEPS.len());
    let mut plain = Connection::open_in_memory()?;
    take_steps(&mut plain, &STEPS[..taken])?;
    let (there, due) = (columns(connection)?, columns(&plain)?);
    match there.symmetric_difference(&due).next() {
        Some(other) => Err(Failure::Corrupt(other.clone())),
        None => Ok(()),
    }
}

/// Every column of every table: `table.column`.
fn columns(connection: &Connection) -> Result<BTreeSet<String>, Failure> {
    let sql = "SELECT t.name || '.' || c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c \
               WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'";
    let mut statement = connection.prepare(sql)?;
    let columns = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(columns)
}

/// Takes the steps that the database lacks, all in one transaction.
pub(crate) fn take_steps(connection: &mut Connection, steps: &[&str]) -> Result<(), Failure> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let taken = version(&transaction)?;
    refuse_newer(taken, steps)?;
    for step in steps.iter().skip(usize::try_from(taken).unwrap_or(0)) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", i64::try_from(steps.len()).unwrap_or(i64::MAX))?;
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.commit()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &[&str] = &["CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (7)"];
    const NEW: &[&str] = &[OLD[0], "ALTER TABLE a ADD COLUMN y INTEGER NOT NULL DEFAULT 3"];

    fn memory() -> Connection {
        Connection::open_in_memory().expect("memory")
    }

    #[test]
    fn each_step_is_taken_once_and_keeps_what_is_there() {
        let mut connection = memory();
        take_steps(&mut connection, OLD).expect("first");
        for _ in 0..2 {
            take_steps(&mut connection, NEW).expect("second");
            assert_eq!(version(&connection), Ok(2));
            let row = connection.query_row("SELECT x, y FROM a", [], |row| Ok((row.get(0)?, row.get(1)?)));
            assert_eq!(row, Ok((7, 3)));
        }
    }

    #[test]
    fn a_step_that_fails_leaves_the_database_as_it_was() {
        let mut connection = memory();
        take_steps(&mut connection, OLD).expect("first");
        assert!(take_steps(&mut connection, &[OLD[0], "CREATE TABLE b (x INTEGER) STRICT", "nonsense"]).is_err());
        assert_eq!(version(&connection), Ok(1));
        assert!(connection.prepare("SELECT x FROM b").is_err(), "the step before it is taken back too");
    }

    #[test]
    fn a_database_from_before_providers_keeps_everything_and_gets_an_entrance_for_each_organisation() {
        let mut connection = memory();
        take_steps(&mut connection, &STEPS[..1]).expect("as it was");
        let old = "INSERT INTO branch (id, parent, organisation, kind, name, position) VALUES \
                       (1, NULL, 1, 'organisation', 'A', 0), (2, 1, 1, 'unit', 'B', 1), (3, NULL, 3, 'organisation', 'C', 0); \
                   INSERT INTO person (id, organisation, name, email, language, created) VALUES (1, 1, 'Kari', 'k@a.no', 'nb', 5); \
                   INSERT INTO role (person, branch, role) VALUES (1, 2, 'reader'); \
                   INSERT INTO session (token_hash, person, created, seen, agent, second_step_done) \
                       VALUES (zeroblob(32), 1, 5, 6, 'x', 1);";
        connection.execute_batch(old).expect("something in it");
        take_steps(&mut connection, STEPS).expect("today's tables");
        let texts = |sql: &str| {
            let mut rows = connection.prepare(sql).expect(sql);
            let rows = rows.query_map([], |row| row.get::<_, Option<String>>(0)).expect(sql);
            rows.collect::<Result<Vec<_>, _>>().expect(sql)
        };
        let entrances = texts("SELECT entrance FROM branch ORDER BY id");
        let long = |entrance: &Option<String>| entrance.as_ref().is_some_and(|text| text.len() == 16);
        assert!(long(&entrances[0]) && entrances[1].is_none() && long(&entrances[2]), "{entrances:?}");
        assert_ne!(entrances[0], entrances[2]);
        assert_eq!(
            texts("SELECT agent || coalesce(issuer, ' by a password') FROM session"),
            [Some("x by a password".to_owned())]
        );
        assert_eq!(
            texts("SELECT role || coalesce(represents, ' for nobody') FROM role"),
            [Some("reader for nobody".to_owned())]
        );
        assert!(texts("SELECT issuer FROM provider UNION SELECT subject FROM identity").is_empty());
        assert_eq!(texts("PRAGMA foreign_key_check"), []);
    }

    #[test]
    fn newer_and_foreign_databases_are_refused() {
        let mut connection = memory();
        take_steps(&mut connection, NEW).expect("steps");
        assert_eq!(take_steps(&mut connection, OLD), Err(Failure::Newer { version: 2 }));
        let mut foreign = memory();
        foreign.execute_batch("CREATE TABLE theirs (x)").expect("table");
        assert_eq!(take_steps(&mut foreign, OLD), Err(Failure::Foreign));
    }
}
