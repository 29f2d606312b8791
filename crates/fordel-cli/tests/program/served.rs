//! The program while it serves: its links, its end, and what becomes of it where the database is damaged or it is killed.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fordel_app::service::{BranchId, BranchKind, Moment, NewAccount, Service, Store};
use fordel_text::Lang;
use serde_json::{Value, json};

use crate::{Scratch, fordel, run_to};

/// How long it may take to end once it has reason to.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program, serving; it is killed when it is dropped.
pub struct Served {
    child: Child,
    /// What it said until it could be reached.
    told: String,
    /// Where it listens.
    address: String,
}

impl Served {
    /// An example on this database.
    pub fn example(database: &str) -> Served {
        Served::start(fordel(&["serve", "--demo", "--database", &format!("sqlite:{database}")]))
    }

    /// This database as it is.
    fn on(database: &str) -> Served {
        Served::start(fordel(&["serve", "--database", database]))
    }

    fn start(mut command: Command) -> Served {
        let command = command.args(["--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        let mut told = String::new();
        for line in BufReader::new(child.stdout.take().expect("its words")).lines().map_while(Result::ok) {
            told = told + &line + "\n";
            if line.contains("Ctrl-C") {
                break;
            }
        }
        let address = told.split_once("http://").and_then(|(_, rest)| rest.split(['/', '\n']).next());
        let address = address.unwrap_or_else(|| panic!("it says where it is: {told}")).to_owned();
        Served { child, told, address }
    }

    /// Sends it a signal.
    fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([name, &self.child.id().to_string()]).status().expect("kill");
        assert!(sent.success(), "it was there");
    }

    /// Waits until it ends: its exit code, if no signal ended it, and what it said of its end.
    fn ended(mut self) -> (Option<i32>, String) {
        let since = Instant::now();
        let status = loop {
            match self.child.try_wait().expect("its state") {
                Some(status) => break status,
                None => assert!(since.elapsed() < PATIENCE, "it ends"),
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        let mut said = String::new();
        self.child.stderr.take().expect("its words").read_to_string(&mut said).expect("UTF-8");
        assert!(!said.contains("panicked"), "{said}");
        (status.code(), said)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer: its status, its head, its body.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    /// A header's value.
    fn header(&self, name: &str) -> &str {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value).next().unwrap_or_default()
    }
}

/// Asks on a connection of its own; nothing where it ended before there was a status.
fn ask(address: &str, line: &str, headers: &str, body: &str) -> Option<Answer> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    let length = body.len();
    let own = format!("Host: {address}\r\nContent-Length: {length}\r\nConnection: close\r\n");
    stream.write_all(format!("{line} HTTP/1.1\r\n{own}{headers}\r\n{body}").as_bytes()).ok()?;
    let mut all = Vec::new();
    let mut part = [0; 16 * 1024];
    // A connection that is reset tells no more than one that ends.
    while let Ok(size @ 1..) = stream.read(&mut part) {
        all.extend_from_slice(&part[..size]);
    }
    let all = String::from_utf8_lossy(&all);
    let (head, body) = all.split_once("\r\n\r\n").unwrap_or((&*all, ""));
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer { status, head: head.to_owned(), body: body.to_owned() })
}

/// A database with an organisation and an empty unit; the unit, and a program's key to it.
fn filled(database: &str) -> (BranchId, String) {
    let now = Moment(1_790_000_000_000);
    let store = Store::open(Path::new(database), now).expect("an empty database");
    let service = Service::new(store, Box::new(move || now), Box::new(|_, _| ()), 1).expect("a service");
    let link = service.first_link().expect("read").expect("nobody is here");
    let account =
        NewAccount { name: "Kari Nordmann", email: "leder@test.no", password: "fire grønne hester", lang: Lang::Nb };
    let key = service.found_by(link.reveal(), "Helse Test HF", &account, false, "test").expect("founded");
    let who = service.signed_in(key.reveal()).expect("read").expect("signed in");
    let top = service.administer(&who, who.organisation).expect("administers");
    let unit = top.add(BranchKind::Unit, "Post").expect("added");
    let token = service.add_token(&who, "test").expect("made").reveal().to_owned();
    (unit, token)
}

/// Overwrites all pages of a database but the first two, which tell what it is.
fn overwrite(database: &str) {
    let mut bytes = std::fs::read(database).expect("the database");
    assert!(bytes.len() > 20 * 4096, "{} bytes", bytes.len());
    bytes[2 * 4096..].fill(0xA5);
    // Over what is there: the program goes on with the same file.
    let file = std::fs::OpenOptions::new().write(true).open(database);
    file.and_then(|mut file| file.write_all(&bytes)).expect("overwritten");
}

#[test]
fn a_damaged_database_is_not_served_and_what_to_do_is_told() {
    let folder = Scratch::new("served-damaged");
    let database = folder.at("fordel.db");
    filled(&database);
    overwrite(&database);
    let before = std::fs::read(&database).expect("the database");
    let refused = run_to(3, &["serve", "--database", &database, "--listen", "127.0.0.1:0"]);
    assert!(refused.err.contains("er skadet") && refused.err.contains("fordel restore"), "{}", refused.err);
    assert!(refused.out.is_empty(), "{}", refused.out);
    assert!(std::fs::read(&database).expect("the database") == before, "it is left as it was");
}

#[test]
fn a_database_that_is_damaged_while_it_is_served_stops_the_server_loudly() {
    let folder = Scratch::new("served-damaged-meanwhile");
    let database = folder.at("fordel.db");
    let (_, token) = filled(&database);
    let served = Served::on(&database);
    assert_eq!(ask(&served.address, "GET /healthz", "", "").map(|answer| answer.body).as_deref(), Some("ok"));
    overwrite(&database);
    // It may have found that by itself.
    let answered = ask(&served.address, "GET /api/v1/units", &format!("Authorization: Bearer {token}\r\n"), "");
    assert!(answered.as_ref().is_none_or(|answer| answer.status == 500), "{:?}", answered.map(|answer| answer.body));
    let (code, said) = served.ended();
    assert_eq!(code, Some(3), "{said}");
    assert!(said.contains("er skadet") && said.contains("fordel restore"), "{said}");
}

/// Adds a task by the API; whether it was answered as saved, and not cut off.
fn added(address: &str, unit: BranchId, token: &str, name: &str) -> bool {
    let cells = json!({ "Oppgave": name });
    let edit = json!({ "temp": "n", "sheet": "Oppgaver", "after": null, "cells": cells });
    let sent = json!({ "batch": name, "edits": [edit] }).to_string();
    let headers = format!("Authorization: Bearer {token}\r\nContent-Type: application/json\r\n");
    let Some(answer) = ask(address, &format!("POST /api/v1/units/{unit}/edits"), &headers, &sent) else { return false };
    assert_eq!(answer.status, 200, "{}", answer.body);
    true
}

/// The names of all tasks, by the API.
fn tasks(address: &str, unit: BranchId, token: &str) -> BTreeSet<String> {
    let headers = format!("Authorization: Bearer {token}\r\n");
    let answer = ask(address, &format!("GET /api/v1/units/{unit}/sheets/Oppgaver"), &headers, "").expect("an answer");
    if answer.status == 404 {
        return BTreeSet::new();
    }
    let sheet: Value = serde_json::from_str(&answer.body).unwrap_or_else(|why| panic!("{why}: {}", answer.body));
    let rows = sheet["rows"].as_array().unwrap_or_else(|| panic!("{sheet}"));
    rows.iter().map(|row| row["cells"]["Oppgave"].as_str().expect("a name").to_owned()).collect()
}

#[cfg(unix)]
#[test]
fn killed_while_people_write_every_change_that_was_answered_is_there() {
    let cycles = if std::env::var_os("FORDEL_LONG").is_some() { 200 } else { 20 };
    let folder = Scratch::new("served-killed");
    let database = folder.at("fordel.db");
    let (unit, token) = filled(&database);
    let mut acked = BTreeSet::new();
    for cycle in 0..=cycles {
        let served = Served::on(&database);
        let there = tasks(&served.address, unit, &token);
        let lost: Vec<_> = acked.difference(&there).collect();
        assert!(lost.is_empty(), "answered and lost at kill {cycle}: {lost:?}");
        if cycle == cycles {
            break;
        }
        // Two programs write until it is gone.
        let told: Vec<String> = std::thread::scope(|scope| {
            let writes = |writer: u32| {
                let names = (0..).map(move |n| format!("{cycle}.{writer}.{n}"));
                names.take_while(|name| added(&served.address, unit, &token, name)).collect::<Vec<_>>()
            };
            let writers = [0, 1].map(|writer| scope.spawn(move || writes(writer)));
            std::thread::sleep(Duration::from_millis(50 + (cycle * 37) % 180));
            served.signal("-KILL");
            writers.into_iter().flat_map(|writer| writer.join().expect("it writes")).collect()
        });
        acked.extend(told);
        assert_eq!(served.ended().0, None, "the signal ended it");
    }
    println!("{cycles} kills, {} changes answered, 0 lost", acked.len());
    assert!(acked.len() as u64 > cycles, "{}", acked.len());
    run_to(0, &["audit", "verify", &database]);
}

#[cfg(unix)]
#[test]
fn the_example_opens_by_its_link_and_is_thrown_away_in_the_end() {
    let folder = Scratch::new("served-example");
    let mut command = fordel(&["serve", "--demo"]);
    command.env("TMPDIR", &folder.0);
    let served = Served::start(command);
    let databases = || {
        let folders = std::fs::read_dir(&folder.0).expect("the folder").filter_map(Result::ok);
        folders.filter(|one| one.path().join("fordel.db").exists()).count()
    };
    assert_eq!(databases(), 1, "{}", served.told);
    let link = served.told.split_once(&served.address).and_then(|(_, rest)| rest.split_once(&*served.address));
    let path = link.map(|(_, rest)| rest.lines().next().unwrap_or_default().trim()).expect("the link");
    assert!(path.starts_with("/example/"), "{}", served.told);
    let get = |path: &str, headers: &str| ask(&served.address, &format!("GET {path}"), headers, "").expect("an answer");
    let opened = get(path, "");
    assert_eq!((opened.status, opened.header("location")), (303, "/"), "{}", opened.body);
    let cookie = opened.header("set-cookie").split(';').next().unwrap_or_default();
    let front = get("/", &format!("Cookie: {cookie}\r\n"));
    assert_eq!(front.status, 200, "{}", front.body);
    assert!(front.body.contains("href=\"/u/"), "the example's unit: {}", front.body);
    assert_eq!(get(path, "").status, 404, "it works once");

    served.signal("-INT");
    let (code, said) = served.ended();
    assert_eq!(code, Some(0), "{said}");
    let left: Vec<_> = std::fs::read_dir(&folder.0).expect("the folder").filter_map(Result::ok).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[cfg(unix)]
#[test]
fn a_database_with_people_in_it_is_left_as_it_is_by_the_example() {
    let folder = Scratch::new("served-untouched");
    let database = folder.at("fordel.db");
    filled(&database);
    let whole = || run_to(0, &["audit", "verify", &database]).out;
    let before = whole();
    let served = Served::example(&database);
    assert!(!served.told.contains("/example/") && !served.told.contains("/start/"), "{}", served.told);
    assert!(served.told.contains("--database"), "it says why there is no link, and what to do: {}", served.told);
    served.signal("-INT");
    let (code, said) = served.ended();
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(whole(), before, "nothing came to its history");
}
