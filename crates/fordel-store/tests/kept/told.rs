//! Nothing changes without being told in the chain, and no secret is told.

use std::collections::BTreeMap;

use fordel_store::{
    Answered, BranchId, BranchKind, Chosen, Edit, Ending, Failure, IdentifyingClaim, Moment, NewDecision,
    NewInvitation, NewPerson, NewProposal, NewSession, Place, Proof, Provider, Representative, ReviewState, Role,
    UseCause, UseChoice, UseLight, Writer, outcome,
};
use proptest::prelude::*;
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::ground::{Ground, NOON, add, by};

/// What may change without being told, and the chain itself.
const UNTOLD: [(&str, &str); 3] = [("session", "seen"), ("token", "seen"), ("proposal", "progress")];

/// Every table's rows, as text, but for what may change untold.
fn tables(raw: &Connection) -> BTreeMap<String, Vec<String>> {
    let mut names = raw
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('change', 'sqlite_sequence')")
        .expect("tables");
    let names: Vec<String> =
        names.query_map([], |row| row.get(0)).expect("tables").collect::<Result<_, _>>().expect("names");
    names
        .into_iter()
        .map(|name| {
            let mut statement = raw.prepare(&format!("SELECT * FROM \"{name}\"")).expect("a table");
            let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
            let mut rows = statement.query([]).expect("rows");
            let mut texts = Vec::new();
            while let Some(row) = rows.next().expect("a row") {
                let cells = columns.iter().enumerate().map(|(i, column)| {
                    let untold = UNTOLD.contains(&(name.as_str(), column.as_str()));
                    if untold { String::new() } else { format!("{:?}", row.get::<_, Value>(i).expect("a cell")) }
                });
                texts.push(cells.collect::<Vec<_>>().join("|"));
            }
            (name, texts)
        })
        .collect()
}

fn changes(raw: &Connection) -> i64 {
    raw.query_row("SELECT count(*) FROM change", [], |row| row.get(0)).expect("the chain")
}

/// A secret that would be recognised wherever it stood.
fn secret(n: usize) -> String {
    format!("SECRET{n}")
}

fn hash(n: usize) -> [u8; 32] {
    let mut hash = *b"HASHHASHHASHHASHHASHHASHHASHHASH";
    hash[24..].copy_from_slice(&(n as u64).to_be_bytes());
    hash
}

/// Every writing operation, with numbers that choose what it works on.
const OPERATIONS: usize = 47;

fn provider(organisation: BranchId, n: usize, serial: usize) -> Provider {
    Provider {
        organisation,
        issuer: format!("https://{}.example", n % 2),
        client: "fordel".to_owned(),
        proof: match n % 3 {
            0 => Proof::Nothing,
            1 => Proof::Secret(secret(serial)),
            _ => Proof::Key { used: secret(serial), next: n.is_multiple_of(2).then(|| secret(serial + 1)) },
        },
        scopes: "openid".to_owned(),
        button: format!("Konto {}", n % 2),
        claim: IdentifyingClaim::ALL[n % 3],
        trusted: n.is_multiple_of(2),
        passwords: n.is_multiple_of(5),
        domains: String::new(),
        levels: String::new(),
    }
}

/// Logs a use, or corrects or withdraws one.
fn shortage(w: &mut Writer<'_>, unit: BranchId, n: usize) -> Result<(), Failure> {
    let light = UseLight::ALL[n % 3];
    let text = || format!("{n}");
    let answered = Answered {
        day: text(),
        shift: text(),
        missing: text(),
        light,
        red_minutes: 1,
        justified_minutes: 2,
        tasks: text(),
    };
    let chosen = Chosen {
        choice: UseChoice::ALL[n % UseChoice::ALL.len()],
        cause: UseCause::ALL[n % UseCause::ALL.len()],
        hired_minutes: n as i64,
        hired_kr: (!n.is_multiple_of(3)).then_some(3),
        kr_reckoned: n.is_multiple_of(2),
        reason: text(),
    };
    let first = w.shortages(unit)?.first().map(|kept| kept.id);
    match (first, n % 3) {
        (Some(id), 1) => w.correct_shortage(unit, id, &chosen),
        (Some(id), 2) => w.withdraw_shortage(unit, id, n.is_multiple_of(4)),
        _ => w.log_shortage(unit, &answered, &chosen).map(drop),
    }
}

fn operate(ground: &Ground, w: &mut Writer<'_>, which: usize, n: usize, serial: usize) -> Result<(), Failure> {
    let branches = w.tree(ground.organisation)?;
    let branch = branches[n % branches.len()].id;
    let people = w.people_of(ground.organisation)?;
    let person = people[n % people.len()].id;
    let unit = [ground.unit, ground.other_unit][n % 2];
    let rows: Vec<_> = w.book(unit)?.sheets.into_iter().flat_map(|sheet| sheet.rows).map(|row| row.id).collect();
    let row = rows.get(n % rows.len().max(1)).copied();
    let proposals = w.proposals(unit)?;
    let proposal = proposals.get(n % proposals.len().max(1)).map(|head| head.id).ok_or(Failure::NotFound);
    let sessions = w.sessions_of(person)?;
    let session = sessions.get(n % sessions.len().max(1)).map(|session| session.id).ok_or(Failure::NotFound);
    let tokens = w.tokens_of(person)?;
    let token = tokens.get(n % tokens.len().max(1)).map(|token| token.id).ok_or(Failure::NotFound);
    let name = format!("navn {}", n % 3);
    let batch = format!("batch {serial}");
    let role = Role::ALL[n % Role::ALL.len()];
    let column = |there: bool| {
        let (sheet, header) = ("Oppgaver".to_owned(), name.clone());
        if there { Edit::AddColumn { sheet, header } } else { Edit::RemoveColumn { sheet, header } }
    };
    let mut edit = |edit: Option<Edit>| w.edit(unit, &batch, &[edit.ok_or(Failure::NotFound)?]).map(drop);
    match which {
        0 => edit(Some(add("n", Place::Last, &[("Oppgave", &name)]))),
        1 => edit(row.map(|row| Edit::Cell { row, column: "Minutter".to_owned(), was: None, now: name.clone() })),
        2 => edit(row.map(|row| Edit::Remove { row })),
        3 => edit(row.map(|row| Edit::Move { row, place: Place::First })),
        4 => edit(Some(column(true))),
        5 => edit(Some(column(false))),
        6 => w.undo(unit, &batch).map(drop),
        7 => w.redo(unit, &batch).map(drop),
        8 => w.add_organisation(&name).map(drop),
        9 => w.add_branch(branch, BranchKind::Department, &name).map(drop),
        10 => w.rename_branch(branch, &name),
        11 => w.move_branch(branch, ground.organisation, None),
        12 => w.remove_branch(branch, "Oppgaver"),
        13 => {
            let (name, email, language) = (name.clone(), format!("{n}@fjord.example"), "nb".to_owned());
            w.add_person(&NewPerson { organisation: ground.organisation, name, email, language }).map(drop)
        }
        14 => w.rename_person(person, &name),
        15 => w.set_email(person, &format!("{n}@x.example")),
        16 => w.set_language(person, if n.is_multiple_of(2) { "nb" } else { "en" }),
        17 => w.set_password(person, Some(&secret(serial))),
        18 => w.set_totp(person, Some(&secret(serial))),
        19 => w.use_totp(person, n as i64).map(drop),
        20 => w.end_person(person),
        21 => w.readmit_person(person),
        22 => w.give_role(person, branch, role),
        23 => w.take_role(person, branch),
        24 => {
            let new = NewSession {
                person,
                token_hash: &hash(serial),
                agent: "Firefox",
                second_step_done: false,
                issuer: None,
            };
            w.start_session(new).map(drop)
        }
        25 => w.pass_second_step(session?, &hash(serial)),
        26 => w.end_session(person, session?),
        27 => w.session_seen(session?),
        28 => {
            let expires = Moment(NOON.0 + 10);
            let represents = Representative::ALL.get(n % 3).copied();
            w.invite(NewInvitation { token_hash: &hash(n), branch, role, represents, email: None, expires }).map(drop)
        }
        29 => w.use_invitation(&hash(n)).map(drop),
        30 => w.add_token(person, &name, &hash(serial)).map(drop),
        31 => w.end_token(person, token?),
        32 => w.set_review(unit, row.ok_or(Failure::NotFound)?, ReviewState::ALL[n % 4], &name),
        33 => {
            let from = proposals.get(n % proposals.len().max(1)).filter(|_| n.is_multiple_of(3));
            let objection = match from {
                Some(head) => w.object_to_proposal(unit, head.number, &name)?,
                None => w.object(unit, row, &name)?,
            };
            if n.is_multiple_of(2) { w.answer_objection(unit, objection, &name) } else { Ok(()) }
        }
        34 => {
            let plan = (n.is_multiple_of(2)).then_some("{}");
            w.add_proposal(NewProposal { unit, name: &name, wishes: "", revision: 0, ward: "", rows: "", plan })
                .map(drop)
        }
        35 => match w.claim_proposal()? {
            Some(claimed) => {
                w.proposal_progress(claimed.head.id, &batch)?;
                let ending = [Ending::Done("{}"), Ending::Cancelled(None), Ending::Failed("x")][n % 3];
                w.finish_proposal(claimed.head.id, ending).map(drop)
            }
            None => w.cancel_proposal(proposal?).map(drop),
        },
        36 => match n % 3 {
            0 => w.rename_proposal(proposal?, &name),
            1 => w.remove_proposal(proposal?),
            _ => w.set_own_plan(proposal?, 0, &name, &[]).map(drop),
        },
        37 => w.set_provider(&provider(ground.organisation, n, serial)),
        38 => w.remove_provider(ground.organisation),
        39 => w.link(person, "https://id.example", &format!("subject {}", n % 3)),
        40 => w.unlink(ground.organisation, person),
        41 => shortage(w, unit, n),
        42 => w.keep_list_mapping(unit, "people", &name),
        43 => {
            let added = w.history(unit, None, 1000, None)?.into_iter().find(|change| change.what == "row-added");
            let seq = added.ok_or(Failure::NotFound)?.seq;
            let seen = outcome(&w.turned(unit, &w.made_with(unit, seq)?)?);
            w.put_back(unit, seq, &batch, &seen).map(drop)
        }
        44 => {
            w.set_recovery_codes(person, &[hash(n), hash(n + 1)])?;
            if n.is_multiple_of(2) { w.use_recovery_code(person, &hash(n)).map(drop) } else { Ok(()) }
        }
        45 => w.set_represents(person, branch, Representative::ALL.get(n % 3).copied()),
        _ => {
            let (held_on, heard, minutes, ward, plan, moved) = ("", "", "", "", "", "");
            w.decide(NewDecision { unit, proposal: proposal?, held_on, heard, minutes, ward, plan, moved }).map(drop)
        }
    }
}

/// Carries out one operation; whether it changed anything, after checking that it was told if so.
fn tried(ground: &Ground, raw: &Connection, which: usize, n: usize, serial: usize) -> Result<bool, TestCaseError> {
    let (before, told) = (tables(raw), changes(raw));
    let done = ground.store.write(NOON, by(ground.kari), |w| operate(ground, w, which, n, serial));
    let (after, now_told) = (tables(raw), changes(raw));
    let changed: Vec<&String> = after.iter().filter(|(name, rows)| before[*name] != **rows).map(|(n, _)| n).collect();
    match done {
        Ok(()) => prop_assert!(changed.is_empty() || now_told > told, "{} changed {:?} untold", which, changed),
        Err(failure) => {
            let expected = matches!(
                failure,
                Failure::NotFound | Failure::Taken(_) | Failure::Misplaced | Failure::InUse | Failure::Stale
            );
            prop_assert!(expected, "{}: {:?}", which, failure);
            prop_assert!(changed.is_empty() && now_told == told, "{} failed and left {:?}", which, changed);
        }
    }
    Ok(!changed.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_changes_untold_and_what_fails_changes_nothing(
        operations in prop::collection::vec((0..OPERATIONS, 0..60_usize), 20..80),
    ) {
        let ground = Ground::new();
        let raw = ground.raw();
        for (serial, (which, n)) in operations.into_iter().enumerate() {
            tried(&ground, &raw, which, n, serial)?;
        }
        let whole = matches!(ground.read(|r| r.verify(None)), fordel_store::Verified::Whole { .. });
        prop_assert!(whole);
    }
}

#[test]
fn each_operation_can_change_something_and_no_secret_is_told() {
    let ground = Ground::new();
    let raw = ground.raw();
    let mut serial = 0;
    let mut idle: Vec<usize> = Vec::new();
    for which in 0..OPERATIONS {
        // What it needs is there after a few rounds of what others make.
        let needed: &[usize] = match which {
            7 => &[0, 6],
            21 => &[20],
            44 => &[21, 18],
            45 => &[21, 22],
            _ => &[21, 0, 24, 30, 34],
        };
        let changed = (0..24).any(|n| {
            for other in needed {
                serial += 1;
                let _ = ground.store.write(NOON, by(ground.kari), |w| operate(&ground, w, *other, n, serial));
            }
            serial += 1;
            tried(&ground, &raw, which, n, serial).expect("told")
        });
        if !changed {
            idle.push(which);
        }
    }
    assert_eq!(idle, [27], "only a session's use changes nothing that must be told");
    let leaked: i64 = raw
        .query_row(
            "SELECT count(*) FROM change WHERE what || subject || batch || coalesce(field, '') || coalesce(before, '') \
             || coalesce(after, '') LIKE '%SECRET%' OR coalesce(before, '') || coalesce(after, '') LIKE '%HASH%'",
            [],
            |row| row.get(0),
        )
        .expect("the chain");
    assert_eq!(leaked, 0);
    let kept: i64 = raw
        .query_row("SELECT count(*) FROM person WHERE password LIKE 'SECRET%'", [], |row| row.get(0))
        .expect("people");
    assert!(kept > 0, "the secrets are in the database");
}
