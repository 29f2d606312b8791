//! The page that tells how the race went.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt::Write;

use crate::arguments::Race;
use crate::contest::Kind;
use crate::method;
use crate::record::{Record, Solver};
use crate::standing::{Results, SAME, Standing, compared, median, worst};
use crate::table::{header, percent, plain, reached, seconds, spread};

/// Moments at which the solvers are compared, seconds.
const MOMENTS: [f64; 3] = [1.0, 10.0, 60.0];
/// Gaps whose proof is timed.
const GAPS: [f64; 3] = [0.01, 0.005, 0.001];
/// What is aimed at: days, second, gap.
const AIMS: [(&str, f64, f64); 4] =
    [("weekdays", 10.0, 0.005), ("weekdays", 60.0, 0.001), ("no", 10.0, 0.015), ("no", 60.0, 0.005)];
/// Seconds in which a first plan should be there.
const FIRST_PLAN: f64 = 1.0;
/// Seconds a ward when many are planned one after the other.
const MANY_SECONDS: f64 = 0.5;

/// Writes the page.
pub fn page(all: &[Record], race: &Race) -> String {
    let results = Results::new(all, race.seconds, race.threads);
    let moments: Vec<f64> = MOMENTS.into_iter().filter(|m| *m <= race.seconds).collect();
    let page = Page { results: &results, moments, race };
    [
        page.opening(),
        page.short(),
        page.aims(),
        page.by_size(),
        page.times(),
        page.against(),
        page.given(),
        page.many(),
        method::soundness(&results),
        method::method(&results, race),
    ]
    .concat()
}

struct Page<'a> {
    results: &'a Results<'a>,
    moments: Vec<f64>,
    race: &'a Race,
}

impl Page<'_> {
    fn opening(&self) -> String {
        let wards = self.standings(&|s| s.kind != Kind::Many).len();
        let mut text = format!(
            "# Benchmarks\n\n\
             How Fordel's search does against general solvers on the same models: {wards} wards, the goal `cost`, {} seconds each.\n\
             This page is written by the program `bench` of the crate `fordel-bench`, wins and losses alike; how it measures stands at the end.\n",
            plain(self.race.seconds)
        );
        if self.results.unfinished > 0 {
            let _ = writeln!(text, "\n{} wards aren't finished, and left out.", self.results.unfinished);
        }
        text
    }

    /// The table that the readme can quote.
    fn short(&self) -> String {
        let mut text = String::from(
            "\n## In short\n\nMedian gap between the plan and what is proven to be the least possible, (best − bound) ÷ best; worst ward in brackets.\n\n",
        );
        self.head(&mut text, &["days", "wards", "after"]);
        for (alike, days) in DAYS {
            let wards = self.standings(&|s| s.kind != Kind::Many && s.alike == alike);
            for moment in self.moments.iter().filter(|_| !wards.is_empty()) {
                let _ = write!(text, "| {days} | {} | {} s |", wards.len(), plain(*moment));
                for solver in &self.results.solvers {
                    let _ = write!(text, " {} |", spread(&wards, |s| s.gap(*solver, *moment)));
                }
                text.push('\n');
            }
        }
        text
    }

    /// What is aimed at, and how often it is reached.
    fn aims(&self) -> String {
        let mut text =
            String::from("\n## What we aim at\n\n| aim | reached on | median | worst |\n| --- | --- | --- | --- |\n");
        let mut line = |aim: String, values: Vec<Option<f64>>, most: f64, shown: &dyn Fn(Option<f64>) -> String| {
            if values.is_empty() {
                return;
            }
            let reached = values.iter().filter(|v| v.is_some_and(|v| v <= most)).count();
            let (middle, last) = (median(values.iter().copied()), worst(values.iter().copied()));
            let _ = writeln!(text, "| {aim} | {reached} of {} | {} | {} |", values.len(), shown(middle), shown(last));
        };
        let raced = self.standings(&|s| s.kind != Kind::Many);
        let first: Vec<_> = raced.iter().map(|s| s.runs.get(&Solver::Fordel)?.first_plan()).collect();
        line(format!("a first plan within {} s", plain(FIRST_PLAN)), first, FIRST_PLAN, &seconds);
        for (alike, second, gap) in AIMS.into_iter().filter(|a| a.1 <= self.race.seconds) {
            let wards = raced.iter().filter(|s| s.alike == alike);
            let gaps: Vec<_> = wards.map(|s| s.gap(Solver::Fordel, second)).collect();
            let days = DAYS.iter().find(|d| d.0 == alike).map_or("", |d| d.1);
            line(format!("{days}: gap ≤ {} after {} s", percent(Some(gap)), plain(second)), gaps, gap, &percent);
        }
        for moment in &self.moments {
            let worse: Vec<_> = raced.iter().map(|s| self.behind(s, *moment)).collect();
            line(format!("gap no worse than any peer's after {} s (behind by)", plain(*moment)), worse, SAME, &percent);
        }
        let many = self.standings(&|s| s.kind == Kind::Many);
        let until = |s: &&Standing| s.runs.get(&Solver::Fordel).and_then(|r| r.until_gap(r.run.gap));
        let until: Vec<_> = many.iter().map(until).collect();
        line(format!("one ward of many to 2 % within {} s", plain(MANY_SECONDS)), until, MANY_SECONDS, &seconds);
        text
    }

    /// By how much our gap lies over the best of the peers', a share; none if a peer has one and we have none.
    fn behind(&self, ward: &Standing, moment: f64) -> Option<f64> {
        let theirs = self.results.peers().into_iter().filter_map(|p| ward.gap(p, moment)).min_by(f64::total_cmp);
        match (ward.gap(Solver::Fordel, moment), theirs) {
            (Some(ours), Some(theirs)) => Some((ours - theirs).max(0.0)),
            (Some(_), None) | (None, None) => Some(0.0),
            (None, Some(_)) => None,
        }
    }

    fn by_size(&self) -> String {
        let mut text = String::new();
        for (alike, days) in DAYS {
            let wards = self.standings(&|s| s.kind == Kind::Generated && s.alike == alike);
            if wards.is_empty() {
                continue;
            }
            let _ = writeln!(
                text,
                "\n## Generated wards, {days}\n\nMedian over the seeds; worst in brackets. *Plan*: cost over the best plan that anyone ever found. *Gap*: what isn't proven.\n"
            );
            let fixed = ["lines", "wards", "solver"].map(String::from);
            header(&mut text, &fixed.into_iter().chain(self.measured()).collect::<Vec<_>>());
            for size in sizes(&wards) {
                let own: Vec<&Standing> = wards.iter().copied().filter(|s| s.lines == size).collect();
                for solver in &self.results.solvers {
                    let _ = write!(text, "| {size} | {} | {} |", own.len(), solver.name());
                    for (_, measure) in MEASURES {
                        self.moments
                            .iter()
                            .for_each(|m| text.push_str(&format!(" {} |", spread(&own, |s| measure(s, *solver, *m)))));
                    }
                    text.push('\n');
                }
            }
        }
        text
    }

    fn times(&self) -> String {
        let mut text = String::new();
        for (alike, days) in DAYS {
            let wards = self.standings(&|s| s.kind == Kind::Generated && s.alike == alike);
            if wards.is_empty() {
                continue;
            }
            let _ = writeln!(
                text,
                "\n## Seconds until, {days}\n\nMedian; in brackets on how many wards it was reached at all. A gap is reached when it is proven.\n"
            );
            let gaps = GAPS.iter().map(|g| format!("gap ≤ {}", percent(Some(*g))));
            let columns =
                ["lines", "solver", "first plan"].map(String::from).into_iter().chain(gaps).collect::<Vec<_>>();
            header(&mut text, &columns);
            for size in sizes(&wards) {
                let own: Vec<&Standing> = wards.iter().copied().filter(|s| s.lines == size).collect();
                for solver in &self.results.solvers {
                    let _ = write!(text, "| {size} | {} |", solver.name());
                    let runs: Vec<&Record> = own.iter().filter_map(|s| s.runs.get(solver).copied()).collect();
                    let _ = write!(text, " {} |", reached(runs.iter().map(|r| r.first_plan()).collect()));
                    for gap in GAPS {
                        let _ = write!(text, " {} |", reached(runs.iter().map(|r| r.until_gap(gap)).collect()));
                    }
                    text.push('\n');
                }
            }
        }
        text
    }

    fn against(&self) -> String {
        let peers = self.results.peers();
        if peers.is_empty() {
            return String::new();
        }
        let wards = self.standings(&|s| s.kind != Kind::Many);
        let mut text = String::from(
            "\n## Ward by ward\n\nOn how many wards Fordel was better, the same (within 0.01 percentage points, or neither had any) or worse.\n\n",
        );
        header(
            &mut text,
            &["against", "after", "plan: better", "same", "worse", "gap: better", "same", "worse"].map(String::from),
        );
        let mut losses = String::new();
        for peer in peers {
            for moment in &self.moments {
                let mut counts = [[0; 3]; 2];
                for ward in &wards {
                    let pairs = MEASURES.map(|(_, m)| (m(ward, Solver::Fordel, *moment), m(ward, peer, *moment)));
                    let orders = pairs.map(|(ours, theirs)| compared(ours, theirs));
                    orders.iter().zip(&mut counts).for_each(|(order, count)| count[(*order as i8 + 1) as usize] += 1);
                    if orders.contains(&Ordering::Greater) {
                        let _ = write!(losses, "| {} | {} s | {} |", ward.ward, plain(*moment), peer.name());
                        for (ours, theirs) in pairs {
                            let _ = write!(losses, " {} | {} |", percent(ours), percent(theirs));
                        }
                        losses.push('\n');
                    }
                }
                let _ = write!(text, "| {} | {} s |", peer.name(), plain(*moment));
                counts.iter().flatten().for_each(|c| text.push_str(&format!(" {c} |")));
                text.push('\n');
            }
        }
        if losses.is_empty() {
            text.push_str("\nNo loss.\n");
            return text;
        }
        text.push_str("\n### Every loss, in plan or gap\n\n");
        header(&mut text, &["ward", "after", "against", "plan", "its", "gap", "its"].map(String::from));
        text + &losses
    }

    fn given(&self) -> String {
        let wards = self.standings(&|s| s.kind == Kind::Given);
        if wards.is_empty() {
            return String::new();
        }
        let mut text = String::from(
            "\n## Single wards\n\n*Plan*: cost over the best plan that anyone ever found. *Gap*: what isn't proven.\n\n",
        );
        let fixed = ["ward", "lines", "best known, kr a year", "solver", "first plan"].map(String::from);
        header(&mut text, &fixed.into_iter().chain(self.measured()).collect::<Vec<_>>());
        for ward in wards {
            for (solver, run) in &ward.runs {
                let best = ward.best_known.map_or("–".to_owned(), |b| format!("{b:.0}"));
                let _ = write!(
                    text,
                    "| {} | {} | {best} | {} | {} |",
                    ward.ward,
                    ward.lines,
                    solver.name(),
                    seconds(run.first_plan())
                );
                for (_, measure) in MEASURES {
                    self.moments
                        .iter()
                        .for_each(|m| text.push_str(&format!(" {} |", percent(measure(ward, *solver, *m)))));
                }
                text.push('\n');
            }
        }
        text
    }

    fn many(&self) -> String {
        let wards = self.standings(&|s| s.kind == Kind::Many);
        if wards.is_empty() {
            return String::new();
        }
        let lines = sizes(&wards).into_iter().map(|l| l.to_string()).collect::<Vec<_>>().join(", ");
        let mut text = format!(
            "\n## A hospital's wards, one after the other\n\n{} generated wards of {lines} lines, days alike, each to a proven gap of 2 % or for {} seconds. The last column is what 2 000 wards of this kind would take.\n\n",
            wards.len(),
            plain(self.race.seconds),
        );
        header(
            &mut text,
            &["solver", "mean seconds a ward", "median", "longest", "2 % proven on", "2 000 wards"].map(String::from),
        );
        for solver in &self.results.solvers {
            let runs: Vec<&Record> = wards.iter().filter_map(|s| s.runs.get(solver).copied()).collect();
            let took = || runs.iter().map(|r| Some(r.took));
            let mean = runs.iter().map(|r| r.took).sum::<f64>() / runs.len() as f64;
            let proven = runs.iter().filter(|r| r.until_gap(r.run.gap).is_some()).count();
            let _ = writeln!(
                text,
                "| {} | {mean:.2} | {} | {} | {proven} of {} | {:.1} h |",
                solver.name(),
                seconds(median(took())),
                seconds(worst(took())),
                runs.len(),
                mean * 2_000.0 / 3_600.0
            );
        }
        text
    }

    fn standings(&self, wanted: &dyn Fn(&Standing) -> bool) -> Vec<&Standing<'_>> {
        self.results.standings.iter().filter(|s| wanted(s)).collect()
    }

    /// A heading for each measure and moment.
    fn measured(&self) -> impl Iterator<Item = String> {
        let at = move |what: &'static str| self.moments.iter().map(move |m| format!("{what} after {} s", plain(*m)));
        MEASURES.iter().flat_map(move |(what, _)| at(what))
    }

    fn head(&self, text: &mut String, columns: &[&str]) {
        let solvers = self.results.solvers.iter().map(|s| s.name());
        header(text, &columns.iter().copied().chain(solvers).map(String::from).collect::<Vec<_>>());
    }
}

/// Days as the model has them, and as people say.
const DAYS: [(&str, &str); 2] = [("weekdays", "days alike"), ("no", "each day on its own")];

type Measure = for<'a, 'b> fn(&'a Standing<'b>, Solver, f64) -> Option<f64>;
/// What is compared.
const MEASURES: [(&str, Measure); 2] =
    [("plan", |s, solver, second| s.over(solver, second)), ("gap", |s, solver, second| s.gap(solver, second))];

fn sizes(wards: &[&Standing]) -> BTreeSet<usize> {
    wards.iter().map(|s| s.lines).collect()
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::arguments::Arguments;
    use crate::record::tests::record;

    fn written(records: &[Record]) -> String {
        page(records, &Arguments::parse_from(["bench"]).race)
    }

    #[test]
    fn wins_and_losses_are_told_alike() {
        let ours = [(0.4, Some(110.0), Some(90.0)), (8.0, Some(100.0), Some(99.9))];
        let theirs = [(0.9, Some(105.0), Some(80.0)), (50.0, Some(101.0), Some(98.0))];
        let page = written(&[record("w", Solver::Fordel, &ours), record("w", Solver::Highs, &theirs)]);
        for row in [
            "| days alike | 1 | 1 s | 18 % (18 %) | 24 % (24 %) |",
            "| days alike | 1 | 60 s | 0.10 % (0.10 %) | 2.97 % (2.97 %) |",
            "| a first plan within 1 s | 1 of 1 | 0.40 | 0.40 |",
            "| days alike: gap ≤ 0.50 % after 10 s | 1 of 1 | 0.10 % | 0.10 % |",
            "| HiGHS | 1 s | 0 | 0 | 1 | 1 | 0 | 0 |",
            "| HiGHS | 60 s | 1 | 0 | 0 | 1 | 0 | 0 |",
            "| w | 1 s | HiGHS | 10 % | 5.00 % | 18 % | 24 % |",
            "| 50 | Fordel | 0.40 (1) | 8.00 (1) | 8.00 (1) | 8.00 (1) |",
        ] {
            assert!(page.lines().any(|line| line == row), "{row}\nis not in\n{page}");
        }
        assert!(page.contains("2 runs: no contradiction."));
    }

    #[test]
    fn a_contradiction_stands_on_the_page() {
        let ours = record("w", Solver::Fordel, &[(1.0, Some(100.0), Some(99.0))]);
        let theirs = record("w", Solver::CpSat, &[(1.0, Some(98.0), Some(97.0))]);
        let page = written(&[ours, theirs]);
        assert!(page.contains("- CP-SAT on w: its plan costs 98.00, below the bound 99.00 of Fordel"), "{page}");
    }

    #[test]
    fn many_wards_are_counted_by_their_time() {
        let mut run = record("many", Solver::Fordel, &[(0.2, Some(100.0), None), (0.4, Some(100.0), Some(99.0))]);
        (run.kind, run.run.gap) = (Kind::Many, 0.02);
        let page = written(&[run]);
        assert!(page.contains("| Fordel | 0.40 | 0.40 | 0.40 | 1 of 1 | 0.2 h |"), "{page}");
        assert!(page.contains("| one ward of many to 2 % within 0.5 s | 1 of 1 | 0.40 | 0.40 |"), "{page}");
    }
}
