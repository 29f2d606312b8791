//! What makes the page's figures believable: whether they agree, and how they were measured.

use std::collections::BTreeSet;

use crate::arguments::Race;
use crate::machine;
use crate::race::contradictions;
use crate::standing::{Results, median, worst};
use crate::table::{load, plain};

/// Whether the answers can all be true.
pub fn soundness(results: &Results) -> String {
    let models: BTreeSet<&str> = results.records.iter().map(|r| r.run.model.as_str()).collect();
    let found: Vec<String> = models
        .into_iter()
        .flat_map(|model| contradictions(results.records.iter().copied().filter(move |r| r.run.model == model)))
        .collect();
    let mut text = format!(
        "\n## Whether the answers can all be true\n\nEvery plan of every solver was checked by the independent checker, which knows the ward and not the model: its rules, and its cost against \
             what the solver told. No plan may cost less than a bound that any solver proved. {} runs: {}\n",
        results.records.len(),
        if found.is_empty() { "no contradiction." } else { "these contradict each other." }
    );
    if !found.is_empty() {
        text.push('\n');
        found.iter().for_each(|c| text.push_str(&format!("- {c}\n")));
    }
    text
}

/// On what, with what and how it was measured, and how to do it again.
pub fn method(results: &Results, race: &Race) -> String {
    let versions: BTreeSet<String> =
        results.records.iter().map(|r| format!("{} {}", r.run.solver.name(), r.run.version)).collect();
    let dates: BTreeSet<&str> = results.records.iter().filter_map(|r| r.date.split(' ').next()).collect();
    let loads = || results.records.iter().map(|r| Some(r.load));
    let dates = match (dates.first(), dates.last()) {
        (Some(first), Some(last)) if first == last => (*first).to_owned(),
        (Some(first), Some(last)) => format!("{first} – {last}"),
        _ => "–".to_owned(),
    };
    format!(
        "\n## How it is measured\n\n\
             - Each solver gets the model of `docs/model.md` as `engine::mip::plain()` writes it to an MPS file: whole heads, one group for each placement, each course tied to each placement that needs it \
             (the strong form), without the rows by which Fordel tightens it. Fordel gets the ward.\n\
             - Each run is a process of its own, never two at a time, with {} threads, {} seconds and a gap of 0.01 % at which it may end. The clock starts when the model \
             has been read; Fordel's building of its model counts. Fordel has HiGHS inside, so the comparison with HiGHS shows what is gained around it.\n\
             - Peers run with their own settings but for threads, limit and gap. CP-SAT works in whole numbers and puts flexible minutes down whole; its bounds hold for that.\n\
             - What is told with a moment is what the run itself had told by then. A run that ended before has its last figures; what comes more than 0.1 s after the moment, or after the limit, doesn't count. None is printed as –, and counts as the worst.\n\
             - The wards: `fordel_bench::ward`, by lines and seed the same on every machine; single wards are named by their file.\n\
             - Machine: {}. Load when a run began: median {}, highest {}.\n\
             - Versions: {}. Dates: {dates}.\n\n\
             ```sh\n\
             crates/fordel-bench/peers/prepare\n\
             {}\n\
             ```\n\n\
             A race that is stopped goes on where it was when it is started again; a change to the engine lets only Fordel run anew.\n",
        race.threads,
        plain(race.seconds),
        machine::described(),
        load(median(loads())),
        load(worst(loads())),
        versions.into_iter().collect::<Vec<_>>().join(", "),
        race.command(),
    )
}
