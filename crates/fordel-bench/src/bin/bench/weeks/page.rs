//! The page that tells how long simulated weeks take.

use std::fmt::Write;

use fordel_core::ward::Ward;

use super::{Ours, Theirs, Took, UNDER, Weeks};
use crate::machine;
use crate::standing::median;
use crate::table::{header, seconds};

/// How many times as fast as numpy with HiGHS, and within how many seconds.
const AIMS: [f64; 2] = [20.0, 1.0];

/// Writes the page.
pub fn page(asked: &Weeks, ward: &Ward, ours: &Ours, theirs: &[Theirs]) -> String {
    let count = asked.weeks;
    let mut text = format!(
        "# Benchmarks: simulated weeks\n\n\
         {count} weeks of a plan for a ward with {} task lines, in which people fall ill and work varies, and the traffic light of every interval of them: drawn, every day's work \
         fitted to the best into the time of those who are there, and counted. Beside it the same model in numpy, with HiGHS for the days that vectors alone don't decide. Medians; the \
         fastest and the slowest in brackets. This page is written by `bench weeks` of the crate `fordel-bench`.\n\n## In short\n\n",
        ward.lines.len()
    );
    let two = middle(&ours.two, |took| took.seconds);
    let peer = median(theirs.iter().map(|ran| Some(ran.seconds)));
    header(&mut text, &["what", "was", "aim", "reached"].map(str::to_owned));
    if let Some((ours, theirs)) = two.zip(peer) {
        let times = theirs / ours;
        let _ = writeln!(
            text,
            "| times as fast as numpy + HiGHS, by the clock | {times:.1} | ≥ {:.0} | {} |",
            AIMS[0],
            yes(times >= AIMS[0])
        );
    }
    if let Some(ours) = two {
        let _ = writeln!(
            text,
            "| {count} weeks, seconds | {} | ≤ {:.0} | {} |",
            seconds(two),
            AIMS[1],
            yes(ours <= AIMS[1])
        );
    }
    text.push_str("\n## Seconds\n\n");
    header(&mut text, &["program", "seconds", "of processors", "weeks a second"].map(str::to_owned));
    for (name, took) in [
        ("Fordel, one thread", &ours.alone),
        ("Fordel, two threads", &ours.two),
        ("Fordel, with what drives it (as on the page)", &ours.driven),
        ("Fordel, with what drives it and a staffing that keeps red under 5 %", &ours.reinforced),
    ] {
        row(&mut text, name, took, count);
    }
    let peers: Vec<Took> = theirs.iter().map(|r| Took { seconds: r.seconds, processor: r.processor }).collect();
    row(&mut text, "numpy + HiGHS", &peers, count);
    let _ = writeln!(text);
    if let Some(ran) = theirs.first() {
        let _ = writeln!(
            text,
            "Of numpy's seconds {} are draws; {} of {} days took a linear program. Of the {} cells of 100 weeks that went along with heads, work and colours, {} came out with another colour. \
             Red cells a week: Fordel {:.2}, numpy {:.2}; yellow: {:.2} and {:.2} (each draws its own weeks).\n",
            seconds(Some(ran.draws)),
            ran.solved,
            ran.days,
            ran.compared,
            ran.differ,
            ours.cells[0],
            ran.red,
            ours.cells[1],
            ran.yellow,
        );
    }
    let _ = writeln!(
        text,
        "The staffing that keeps red under {:.0} % has {} steps more than the plan, and {}.",
        100.0 * UNDER,
        ours.steps,
        if ours.reached { "came there" } else { "didn't come there" }
    );
    text + &method(asked)
}

fn method(asked: &Weeks) -> String {
    format!(
        "\n## How it is measured\n\n\
         - The ward is {}, planned by Fordel's own search to a gap of 5 % at most. Both programs get the same week in numbers: heads, who may do what in which intervals, rates of absence, \
         distributions of numbers and minutes.\n\
         - Fordel: the clock starts with the plan in memory; the week in numbers is made, and the bases from which each day's fitting starts are learnt, within it. Every cell's colour is that of the best of all \
         ways to do the day's work, and hours of help are counted too.\n\
         - *numpy + HiGHS*: the clock starts when the models are built. Draws, presence and work that fits wherever it may be done are vectors over all weeks; a day that is left is one linear program, solved anew from its \
         last basis with other right-hand sides. It counts no hours of help, and shares bound work out in one way only.\n\
         - Never two at a time. Load over the last minute at the end: {:.1}. Where others use the machine, seconds of processors tell more than the clock.\n\
         - Machine: {}. Date: {}.\n\
         - Versions: Fordel {}, highspy {}, numpy {}, Python {}.\n\n\
         ```sh\n\
         crates/fordel-bench/peers/prepare\n\
         cargo run --release -p fordel-bench --bin bench -- weeks --weeks {} --rounds {} --peer-rounds {}\n\
         ```\n",
        asked.ward.file_stem().unwrap_or_default().display(),
        machine::load(),
        machine::described(),
        machine::now().split(' ').next().unwrap_or_default(),
        machine::ours(),
        machine::pinned("highspy"),
        machine::pinned("numpy"),
        machine::python(&asked.python),
        asked.weeks,
        asked.rounds,
        asked.peer_rounds,
    )
}

fn row(text: &mut String, name: &str, took: &[Took], count: u32) {
    let all = || took.iter().map(|took| took.seconds);
    let (Some(clock), Some(least), Some(most)) =
        (middle(took, |t| t.seconds), all().reduce(f64::min), all().reduce(f64::max))
    else {
        return;
    };
    let _ = writeln!(
        text,
        "| {name} | {} ({} – {}) | {} | {:.0} |",
        seconds(Some(clock)),
        seconds(Some(least)),
        seconds(Some(most)),
        seconds(middle(took, |took| took.processor)),
        f64::from(count) / clock,
    );
}

fn middle(took: &[Took], of: impl Fn(&Took) -> f64) -> Option<f64> {
    median(took.iter().map(|took| Some(of(took))))
}

fn yes(is: bool) -> &'static str {
    if is { "yes" } else { "no" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_that_is_missed_stands_on_the_page() {
        let took = |seconds| vec![Took { seconds, processor: 2.0 * seconds }];
        let ours =
            Ours { alone: took(2.5), two: took(1.5), driven: took(2.0), reinforced: took(4.0), ..Ours::default() };
        let theirs = Theirs {
            seconds: 60.0,
            processor: 60.0,
            draws: 3.0,
            solved: 7,
            days: 10,
            differ: 0,
            compared: 42,
            red: 1.0,
            yellow: 2.0,
        };
        let asked = Weeks {
            ward: "a.xlsx".into(),
            weeks: 100,
            rounds: 1,
            peer_rounds: 1,
            dir: Default::default(),
            python: Default::default(),
            out: Default::default(),
        };
        let page = page(&asked, &fordel_bench::ward(10, 1, fordel_core::ward::Alike::Weekdays), &ours, &[theirs]);
        for row in [
            "| times as fast as numpy + HiGHS, by the clock | 40.0 | ≥ 20 | yes |",
            "| 100 weeks, seconds | 1.50 | ≤ 1 | no |",
            "| Fordel, two threads | 1.50 (1.50 – 1.50) | 3.00 | 67 |",
        ] {
            assert!(page.lines().any(|line| line == row), "{row}\nis not in\n{page}");
        }
        assert!(page.contains("7 of 10 days took a linear program") && page.contains("didn't come there"), "{page}");
    }
}
