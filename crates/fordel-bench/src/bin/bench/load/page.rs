//! The page that tells how pages stand under load.

use std::fmt::Write;

use super::ask::Measured;
use super::fill::Filled;
use super::serve::Server;
use super::{Found, Load, Page};
use crate::machine;
use crate::standing::median;
use crate::table::header;

/// How many times as many requests a second as a peer Fordel should answer.
const AIMS: [(Server, f64); 2] = [(Server::FastApi, 10.0), (Server::Django, 20.0)];
/// Milliseconds within which all but one of a hundred requests should be answered, whatever goes on beside.
const P99: f64 = 50.0;
/// The same for Vakten nå on the example ward when people are missing.
const MISSING: f64 = 100.0;
/// Seconds from the start of the program to its first page.
const COLD: f64 = 0.3;
/// Megabytes of the program, which is one file.
const SIZE: f64 = 60.0;

/// Writes the page.
pub fn page(asked: &Load, filled: &Filled, found: &Found) -> String {
    [
        opening(asked, filled),
        short(found),
        raced(found),
        paced(asked, found),
        missing(found),
        cold(found),
        method(asked, filled),
    ]
    .concat()
}

fn opening(asked: &Load, filled: &Filled) -> String {
    format!(
        "# Benchmarks: pages under load\n\n\
         Signed-in pages with {} units of data, beside a FastAPI and a Django site that show the same from the same SQLite file. Medians of {} rounds, {} seconds for each page. \
         This page is written by `bench load` of the crate `fordel-bench`, wins and losses alike; how it measures stands at the end.\n",
        filled.units, asked.rounds, asked.seconds
    )
}

fn short(found: &Found) -> String {
    let mut text = String::from("\n## In short\n\n");
    header(&mut text, &["what", "measured", "aim", "reached"].map(str::to_owned));
    let mut line = |what: String, measured: Option<f64>, aim: String, reached: &dyn Fn(f64) -> bool, unit: &str| {
        let Some(measured) = measured else { return };
        let yes = if reached(measured) { "yes" } else { "no" };
        let shown = if measured < 1.0 { format!("{measured:.2}") } else { format!("{measured:.1}") };
        let _ = writeln!(text, "| {what} | {shown}{unit} | {aim} | {yes} |");
    };
    for (peer, aim) in AIMS {
        for page in [Page::Front, Page::Mapping, Page::Units] {
            let what = format!("{}: requests a second, times those of {}", word(page), peer.name());
            let times = rate(found, Server::Fordel, page).zip(rate(found, peer, page)).map(|(ours, its)| ours / its);
            line(what, times, format!("≥ {aim:.0}"), &|times| times >= aim, "");
        }
    }
    if let Some((alone, busy)) = &found.paced {
        line(
            "99 of 100 answers at a steady pace, alone".into(),
            Some(alone.within(0.99)),
            "–".into(),
            &|_| true,
            " ms",
        );
        let what = "the same while a plan is solved and workbooks are imported";
        line(what.into(), Some(busy.within(0.99)), format!("≤ {P99:.0} ms"), &|took| took <= P99, " ms");
    }
    if let Some(missing) = &found.missing {
        let (what, within) = ("99 of 100 answers of Vakten nå when people are missing", missing.within(0.99));
        line(what.into(), Some(within), format!("≤ {MISSING:.0} ms"), &|took| took <= MISSING, " ms");
    }
    let first = found.cold.get(&Server::Fordel).and_then(|all| median(all.iter().copied().map(Some)));
    line("first page after a cold start".into(), first, format!("≤ {COLD} s"), &|took| took <= COLD, " s");
    let size = Some(found.size as f64 / 1e6).filter(|size| *size > 0.0);
    line("the program, one file".into(), size, format!("≤ {SIZE:.0} MB"), &|size| size <= SIZE, " MB");
    text
}

fn raced(found: &Found) -> String {
    let mut text = String::from(
        "\n## As many as can be answered\n\nMilliseconds are those within which half, and 99 of 100, were answered while every connection asked again at once: how long the queue is.\n\n",
    );
    let columns = [
        "page",
        "site",
        "requests a second",
        "half within, ms",
        "99 of 100 within, ms",
        "not answered well",
        "KB",
        "shown",
    ];
    header(&mut text, &columns.map(str::to_owned));
    for page in Page::ALL {
        for server in Server::ALL {
            let Some(all) = found.raced.get(&(server, page)) else { continue };
            let of = |measure: &dyn Fn(&Measured) -> f64| median(all.iter().map(|m| Some(measure(m)))).unwrap_or(0.0);
            let (bytes, shown) = found.answers.get(&(server, page)).copied().unwrap_or_default();
            let _ = writeln!(
                text,
                "| {} | {} | {:.0} | {:.1} | {:.1} | {} | {:.0} | {shown} {} |",
                word(page),
                server.name(),
                of(&Measured::rate),
                of(&|m| m.within(0.5)),
                of(&|m| m.within(0.99)),
                all.iter().map(|m| m.failed).sum::<usize>(),
                bytes as f64 / 1e3,
                kind(page),
            );
        }
    }
    text
}

fn paced(asked: &Load, found: &Found) -> String {
    let Some((alone, busy)) = &found.paced else { return String::new() };
    let mut text = format!(
        "\n## At a steady pace\n\n{} requests a second, the four pages of Fordel in turn, whether or not those before were answered.\n\n",
        asked.pace
    );
    let columns =
        ["beside it", "answers", "half within, ms", "99 of 100 within, ms", "the longest, ms", "not answered well"];
    header(&mut text, &columns.map(str::to_owned));
    let solving = if found.solving { "solved" } else { "solved, to its end" };
    let beside =
        format!("a plan of 400 lines is {solving}, and {} workbooks of 400 lines are imported", found.imported);
    for (beside, measured) in [("nothing".to_owned(), alone), (beside, busy)] {
        let _ = writeln!(
            text,
            "| {beside} | {} | {:.1} | {:.1} | {:.1} | {} |",
            measured.took.len(),
            measured.within(0.5),
            measured.within(0.99),
            measured.within(1.0),
            measured.failed
        );
    }
    text
}

fn missing(found: &Found) -> String {
    let Some(measured) = &found.missing else { return String::new() };
    let mut text = String::from(
        "\n## When people are missing\n\nVakten nå on the example ward, one question after the other, each with others missing.\n\n",
    );
    let columns = ["answers", "half within, ms", "99 of 100 within, ms", "the longest, ms", "not answered well"];
    header(&mut text, &columns.map(str::to_owned));
    let within = [0.5, 0.99, 1.0].map(|share| format!("{:.1}", measured.within(share))).join(" | ");
    let _ = writeln!(text, "| {} | {within} | {} |", measured.took.len(), measured.failed);
    text
}

fn cold(found: &Found) -> String {
    let mut text =
        String::from("\n## From a cold start\n\nSeconds from starting the program to the whole front page.\n\n");
    header(&mut text, &["site", "median", "longest"].map(str::to_owned));
    for (server, all) in &found.cold {
        let longest = all.iter().copied().fold(0.0, f64::max);
        let middle = median(all.iter().copied().map(Some)).unwrap_or(0.0);
        let _ = writeln!(text, "| {} | {middle:.2} | {longest:.2} |", server.name());
    }
    text
}

fn method(asked: &Load, filled: &Filled) -> String {
    format!(
        "\n## How it is measured\n\n\
         - The database: {} units in clinics of twenty, each a generated ward of 60 to 200 task lines taken in as a workbook, {:.0} MB; two more for what goes on beside, and the example ward; a plan of it and of one more, some objections; \
         one administrator with a session.\n\
         - Every request of every site looks up the session by its key's hash, asks SQLite, and renders its page anew. The others ask for the person, the roles, the tree and what the page shows each time; so does \
         Fordel of a unit's page, but of an organisation's (the front page, units as JSON) only for the last change, and keeps what it read until there is another. Nothing is \
         compressed, for anyone, since the client doesn't ask for it. All keep one thing in memory: how far a unit's mapping has come, by the revision of its book. Fordel keeps the sheets and proposals that were \
         read last as well, likewise, and shows more with them: which cells are at fault, what a plan breaks; and it keeps in \
         its database how far each mapping had come, so that a start needn't count anew.\n\
         - FastAPI runs on uvicorn with uvloop and httptools, asks within its event loop, and renders with Jinja2's compiled templates. Django runs on gunicorn with \
         threads and connections that stay open, its templates loaded once, without sessions, forms and messages of its own. Both have {} processes, and the same questions \
         (`crates/fordel-bench/peers/pages/data.py`), by Python's `sqlite3` without an ORM. Their templates show the same rows with about the same markup.\n\
         - A page's client: {} connections that stay open, each asking again as soon as it is answered, in a process of its own on the same machine as the site. The sites take turns in each round, each from a cold start, \
         warmed for a quarter of the time. An answer counts only if it is whole and good; before that, each page must show all its units or rows.\n\
         - At a steady pace an answer's time counts from when it was due, not from when there was a connection free to ask. Solving uses two threads, as many as there are cores; they give way to those that answer.\n\
         - When people are missing: {} questions of the week to come, no two of the same shift with the same people missing, up to two of each group, so that no answer can be one that was kept. \
         The plan has been read before the first; no question is asked before the one before it is answered.\n\
         - Machine: {}. Date: {}.\n\
         - Versions: Fordel {}, FastAPI {}, Starlette {}, uvicorn {}, Jinja2 {}, Django {}, gunicorn {}, Python {}.\n\n\
         ```sh\n\
         crates/fordel-bench/peers/prepare\n\
         cargo build --profile dist --bin fordel\n\
         cargo run --release -p fordel-bench --bin bench -- load --units {} --rounds {} --seconds {} --connections {} --pace {}\n\
         ```\n",
        filled.units,
        filled.bytes as f64 / 1e6,
        super::serve::WORKERS,
        asked.connections,
        filled.questions.len(),
        machine::described(),
        machine::now().split(' ').next().unwrap_or_default(),
        machine::ours(),
        machine::pinned("fastapi"),
        machine::pinned("starlette"),
        machine::pinned("uvicorn"),
        machine::pinned("Jinja2"),
        machine::pinned("Django"),
        machine::pinned("gunicorn"),
        machine::python(&asked.python),
        asked.units,
        asked.rounds,
        asked.seconds,
        asked.connections,
        asked.pace,
    )
}

fn word(page: Page) -> &'static str {
    match page {
        Page::Front => "front page",
        Page::Mapping => "mapping",
        Page::Board => "board",
        Page::Units => "units as JSON",
    }
}

/// What a page shows many of.
fn kind(page: Page) -> &'static str {
    match page {
        Page::Front | Page::Units => "units",
        Page::Mapping => "rows",
        Page::Board => "cards",
    }
}

fn rate(found: &Found, server: Server, page: Page) -> Option<f64> {
    median(found.raced.get(&(server, page))?.iter().map(|m| Some(m.rate())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn losses_stand_on_the_page_as_wins_do() {
        let measured = |rate: usize, took: f64| Measured { took: vec![took; rate], seconds: 1.0, failed: 0 };
        let mut found = Found::default();
        found.raced.insert((Server::Fordel, Page::Front), vec![measured(900, 8.0)]);
        found.raced.insert((Server::FastApi, Page::Front), vec![measured(60, 90.0)]);
        found.raced.insert((Server::Django, Page::Front), vec![measured(50, 110.0)]);
        found.paced = Some((measured(10, 2.0), measured(10, 51.0)));
        found.missing = Some(measured(400, 40.5));
        found.cold.insert(Server::Fordel, vec![0.2, 0.4, 0.25]);
        found.size = 60_100_000;
        let short = short(&found);
        for row in [
            "| front page: requests a second, times those of FastAPI | 15.0 | ≥ 10 | yes |",
            "| front page: requests a second, times those of Django | 18.0 | ≥ 20 | no |",
            "| the same while a plan is solved and workbooks are imported | 51.0 ms | ≤ 50 ms | no |",
            "| 99 of 100 answers of Vakten nå when people are missing | 40.5 ms | ≤ 100 ms | yes |",
            "| first page after a cold start | 0.25 s | ≤ 0.3 s | yes |",
            "| the program, one file | 60.1 MB | ≤ 60 MB | no |",
        ] {
            assert!(short.lines().any(|line| line == row), "{row}\nis not in\n{short}");
        }
        let missing = missing(&found);
        assert!(missing.lines().any(|line| line == "| 400 | 40.5 | 40.5 | 40.5 | 0 |"), "{missing}");
        found.missing = Some(measured(400, 100.5));
        assert!(super::short(&found).contains("people are missing | 100.5 ms | ≤ 100 ms | no |"));
    }
}
