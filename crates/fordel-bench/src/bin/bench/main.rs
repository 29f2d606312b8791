//! The races: Fordel's search against general solvers on the same models, rows of workbooks, pages under load, simulated weeks;
//! and the pages that tell how they went.

mod answer;
mod arguments;
mod contest;
mod load;
mod machine;
mod method;
mod ours;
mod page;
mod race;
mod record;
mod rows;
mod site;
mod standing;
mod table;
mod weeks;

use std::process::ExitCode;

use clap::Parser;

/// As in the program itself.
#[global_allocator]
static ROOM: mimalloc::MiMalloc = mimalloc::MiMalloc;

use arguments::{Arguments, Command, Race};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match &arguments.command {
        Some(Command::Solve(asked)) => contest::read(&asked.ward).map(|ward| ours::solve(&ward, asked)),
        Some(Command::Report(race)) => report(race),
        Some(Command::Load(asked)) => load::race(asked),
        Some(Command::Rows(asked)) => rows::race(asked),
        Some(Command::RowsOnce(asked)) => rows::once(asked),
        Some(Command::Weeks(asked)) => weeks::race(asked),
        None => contest::entries(&arguments.race)
            .and_then(|entries| race::run(&arguments.race, &entries))
            .and_then(|()| report(&arguments.race)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the page from what is recorded.
fn report(race: &Race) -> Result<(), String> {
    let all = record::read(&race.dir.join("results.jsonl"))?;
    let page = page::page(&all, race);
    std::fs::write(&race.out, page).map_err(|e| format!("{}: {e}", race.out.display()))?;
    eprintln!("{} is written.", race.out.display());
    Ok(())
}
