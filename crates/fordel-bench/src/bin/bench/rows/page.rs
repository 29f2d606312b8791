//! The page that tells how rows come in and go out.

use std::fmt::Write;

use super::{Rows, Run, Runner, What};
use crate::machine;
use crate::standing::median;
use crate::table::{header, seconds};

/// How many times as fast as a peer Fordel should be.
const AIMS: [(What, Runner, f64); 3] = [
    (What::Import, Runner::OpenpyxlSqlite, 8.0),
    (What::Export, Runner::XlsxWriter, 4.0),
    (What::Export, Runner::Openpyxl, 10.0),
];

/// Writes the page; the workbook that is read has so many bytes.
pub fn page(asked: &Rows, runs: &[Run], book: usize) -> String {
    let rows = asked.rows;
    let mut text = format!(
        "# Benchmarks: rows in and out\n\n\
         A workbook with {rows} task rows taken in, as on a unit's page: read, every cell checked, held against what the unit has, and saved with who changed what; and what was \
         saved written to a workbook again, beside programs that do the same with Python's libraries. Medians of {} rounds; the fastest and the slowest in brackets. \
         This page is written by `bench rows` of the crate `fordel-bench`.\n\n## In short\n\n",
        asked.rounds
    );
    header(&mut text, &["work", "beside", "times as fast", "aim", "reached"].map(str::to_owned));
    for (what, peer, aim) in AIMS {
        let times = of(runs, what, peer, |run| run.ran.seconds).zip(of(runs, what, Runner::Fordel, |r| r.ran.seconds));
        let Some(times) = times.map(|(peer, ours)| peer / ours) else { continue };
        let reached = if times >= aim { "yes" } else { "no" };
        let _ = writeln!(text, "| {} | {} | {times:.1} | ≥ {aim:.0} | {reached} |", word(what), peer.name());
    }
    for what in [What::Import, What::Export] {
        let _ = write!(text, "\n## {}\n\n", if what == What::Import { "Import" } else { "Export" });
        let made = if what == What::Import { "database, MB" } else { "workbook, MB" };
        header(&mut text, &["program", "seconds", "rows a second", "memory at most, MB", made].map(str::to_owned));
        for runner in Runner::of(what) {
            let all: Vec<f64> = taken(runs, what, *runner).map(|run| run.ran.seconds).collect();
            let (Some(middle), Some(least), Some(most)) = (
                median(all.iter().copied().map(Some)),
                all.iter().copied().reduce(f64::min),
                all.iter().copied().reduce(f64::max),
            ) else {
                continue;
            };
            let _ = writeln!(
                text,
                "| {} | {} ({} – {}) | {:.0} | {:.0} | {:.1} |",
                runner.name(),
                seconds(Some(middle)),
                seconds(Some(least)),
                seconds(Some(most)),
                rows as f64 / middle,
                of(runs, what, *runner, |run| run.ran.memory).unwrap_or(0.0),
                of(runs, what, *runner, |run| run.bytes as f64).unwrap_or(0.0) / 1e6,
            );
        }
        if what == What::Import {
            let read = of(runs, what, Runner::Fordel, |run| run.ran.read);
            let saved = of(runs, what, Runner::Fordel, |run| run.ran.seconds - run.ran.read);
            let _ = writeln!(
                text,
                "\nOf Fordel's import, {} s are reading, checking and comparing, {} s saving.",
                seconds(read),
                seconds(saved)
            );
        }
    }
    text + &method(asked, book)
}

fn method(asked: &Rows, book: usize) -> String {
    format!(
        "\n## How it is measured\n\n\
         - The workbook is a generated ward's, written by Fordel: {} task lines with a name and number of their own, {:.1} MB. Every program reads the same one, and what came of it is \
         counted: all rows, or the run doesn't count.\n\
         - Fordel runs its use cases, as the pages do: it reads the whole workbook, finds every fault, assumption and difference, and saves each row and each change with a chain of \
         hashes, in one transaction that is synced to disk, and that can be undone.\n\
         - *openpyxl + sqlite3* reads the sheet of tasks alone (`read_only`), checks that numbers are numbers within bounds and that categories, groups and intervals are among those that \
         there are, and saves the rows by one `executemany` in one transaction, synced as Fordel's (`WAL`, `FULL`). It keeps no history and can't undo.\n\
         - Export: Fordel reads its database, checks all of it again, and writes the whole workbook with all sheets, formats, drop-down lists and checks. The peers select the rows that they saved and write \
         that one sheet with a bold header (XlsxWriter with `constant_memory`, openpyxl with `write_only`).\n\
         - Each run is a process of its own, never two at a time; all take turns in each round. The clock starts when the program has started and its libraries are loaded, and ends when the \
         transaction is answered or the file is written.\n\
         - Machine: {}. Date: {}.\n\
         - Versions: Fordel {}, openpyxl {}, XlsxWriter {}.\n\n\
         ```sh\n\
         crates/fordel-bench/peers/prepare\n\
         cargo run --release -p fordel-bench --bin bench -- rows --rows {} --rounds {}\n\
         ```\n",
        asked.rows,
        book as f64 / 1e6,
        machine::described(),
        machine::now().split(' ').next().unwrap_or_default(),
        machine::ours(),
        machine::pinned("openpyxl"),
        machine::pinned("XlsxWriter"),
        asked.rows,
        asked.rounds,
    )
}

fn word(what: What) -> &'static str {
    match what {
        What::Import => "import",
        What::Export => "export",
    }
}

fn taken(runs: &[Run], what: What, runner: Runner) -> impl Iterator<Item = &Run> {
    runs.iter().filter(move |run| run.what == what && run.runner == runner)
}

/// The median of something over a program's runs.
fn of(runs: &[Run], what: What, runner: Runner, measure: impl Fn(&Run) -> f64) -> Option<f64> {
    median(taken(runs, what, runner).map(|run| Some(measure(run))))
}

#[cfg(test)]
mod tests {
    use super::super::Ran;
    use super::*;

    #[test]
    fn a_goal_that_is_missed_stands_on_the_page() {
        let run = |what, runner, seconds| {
            let ran = Ran { seconds, read: seconds / 4.0, rows: 10, memory: 20.0 };
            Run { what, runner, ran, bytes: 2_000_000 }
        };
        let runs = [
            run(What::Import, Runner::Fordel, 2.0),
            run(What::Import, Runner::OpenpyxlSqlite, 10.0),
            run(What::Import, Runner::OpenpyxlSqlite, 12.0),
            run(What::Import, Runner::OpenpyxlSqlite, 14.0),
            run(What::Export, Runner::Fordel, 1.0),
            run(What::Export, Runner::XlsxWriter, 5.0),
        ];
        let asked =
            Rows { rows: 10, rounds: 3, dir: Default::default(), python: Default::default(), out: Default::default() };
        let page = page(&asked, &runs, 1_000_000);
        for row in [
            "| import | openpyxl + sqlite3 | 6.0 | ≥ 8 | no |",
            "| export | XlsxWriter | 5.0 | ≥ 4 | yes |",
            "| openpyxl + sqlite3 | 12 (10 – 14) | 1 | 20 | 2.0 |",
        ] {
            assert!(page.lines().any(|line| line == row), "{row}\nis not in\n{page}");
        }
        assert!(page.contains("0.50 s are reading, checking and comparing, 1.50 s saving"), "{page}");
    }
}
