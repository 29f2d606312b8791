//! The search's progress: one line that renews itself where somebody watches, plain lines now and then elsewhere.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use fordel_app::{Phase, Progress, Watch};
use fordel_core::ward::Goal;
use fordel_text::Texts;

use crate::commands::Session;
use crate::table::capitalised;
use crate::{interrupt, terminal};

/// How often a watched line is renewed.
const RENEW: Duration = Duration::from_millis(500);
/// How often a plain line is added.
const ADD: Duration = Duration::from_secs(5);
/// What fits on a line of the narrowest usual terminal.
const MOST_CHARACTERS: usize = 79;

/// Shows progress, and carries the user's Ctrl-C to the search.
pub struct Display {
    texts: Texts,
    watched: bool,
    quiet: bool,
    shown: Mutex<Shown>,
}

/// What was shown last.
#[derive(Default)]
struct Shown {
    at: Option<Instant>,
    phase: Option<Phase>,
    has_plan: bool,
    open_line: bool,
}

impl Display {
    /// Starts to show, and to listen for Ctrl-C.
    pub fn start(session: &Session) -> Display {
        interrupt::listen(session.texts.get("progress-ending"));
        Display {
            texts: Texts::new(session.texts.lang()),
            watched: terminal::is_watched(),
            quiet: session.quiet,
            shown: Mutex::default(),
        }
    }

    /// Leaves the line behind.
    pub fn end(&self) {
        let was_open = self.shown.lock().is_ok_and(|mut shown| std::mem::take(&mut shown.open_line));
        if was_open {
            terminal::note_over("");
        }
    }

    /// Whether it is time to say something. The first plan is told at once; where lines stay, a new phase waits its
    /// turn like everything else.
    fn is_due(&self, shown: &Shown, progress: &Progress) -> bool {
        let waited = if self.watched { RENEW } else { ADD };
        shown.at.is_none_or(|at| at.elapsed() >= waited)
            || self.watched && shown.phase != Some(progress.phase)
            || is_first_plan(shown, progress)
    }
}

/// Whether this is the first plan of the search.
fn is_first_plan(shown: &Shown, progress: &Progress) -> bool {
    !shown.has_plan && progress.best.is_some() && matches!(progress.phase, Phase::Goal(_))
}

impl Watch for Display {
    fn progress(&self, progress: &Progress) {
        if self.quiet {
            return;
        }
        let Ok(mut shown) = self.shown.lock() else { return };
        if !self.is_due(&shown, progress) {
            return;
        }
        let first_plan = is_first_plan(&shown, progress);
        let line = line(progress, first_plan, &self.texts);
        if self.watched {
            terminal::note_over(&line.chars().take(MOST_CHARACTERS).collect::<String>());
            shown.open_line = !first_plan;
            if first_plan {
                terminal::note("");
            }
        } else {
            terminal::note(&line);
        }
        shown.at = Some(Instant::now());
        shown.phase = Some(progress.phase);
        shown.has_plan |= first_plan;
    }

    fn cancelled(&self) -> bool {
        interrupt::asked()
    }
}

/// Progress in words: `Kostnad, 12 s · beste 5 758 000 kr · minst 5 700 000 kr · avstand 1,01 %`.
fn line(progress: &Progress, first_plan: bool, texts: &Texts) -> String {
    let decimals = if progress.seconds < 10.0 { 1 } else { 0 };
    // The seconds come early: a narrow terminal cuts the end.
    let seconds = texts.fixed(progress.seconds, decimals);
    let mut parts = vec![format!("{}, {seconds} s", phase(progress.phase, texts))];
    let amount = |value: f64| match progress.phase {
        Phase::Goal(Goal::Cost) | Phase::Carried | Phase::Rightmost | Phase::Curve | Phase::Worths => {
            texts.about_kroner(value)
        }
        _ => texts.fixed(value, 0),
    };
    if first_plan {
        parts.push(texts.get("progress-first-plan"));
    }
    // Elsewhere each amount is of another small search, and tells a reader nothing.
    let measured = matches!(progress.phase, Phase::Goal(_) | Phase::Carried | Phase::Rightmost);
    if let Some(best) = progress.best.filter(|_| measured) {
        parts.push(texts.with("progress-best", &[("value", amount(best).into())]));
    }
    if let Some(bound) = progress.bound.filter(|bound| measured && *bound > 0.0) {
        parts.push(texts.with("progress-bound", &[("value", amount(bound).into())]));
    }
    if let Some(gap) = progress.gap.filter(|gap| measured && gap.is_finite()) {
        parts.push(texts.with("progress-gap", &[("value", texts.percent(gap, 2).into())]));
    }
    parts.join(" · ")
}

fn phase(phase: Phase, texts: &Texts) -> String {
    let key = match phase {
        Phase::Goal(goal) => return capitalised(&texts.get(&format!("goal-{}", goal.name()))),
        Phase::Carried => "phase-carried",
        Phase::Rightmost => "phase-rightmost",
        Phase::Worths => "phase-worths",
        Phase::Curve => "phase-curve",
        Phase::Conflict => "phase-conflict",
        Phase::Why => "phase-why",
        Phase::CourseOrder => "phase-course-order",
    };
    texts.get(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fordel_text::Lang;

    #[test]
    fn a_line_tells_phase_best_bound_gap_and_seconds() {
        let mut progress = Progress {
            phase: Phase::Goal(Goal::Cost),
            seconds: 12.34,
            best: Some(5_758_017.78),
            bound: Some(5_700_000.0),
            gap: Some(0.0101),
            work: 9,
        };
        let nb = line(&progress, false, &Texts::new(Lang::Nb)).replace('\u{a0}', " ");
        assert_eq!(nb, "Kostnad, 12 s · beste 5 758 000 kr · minst 5 700 000 kr · avstand 1,01 %");
        progress.best = None;
        progress.gap = None;
        progress.phase = Phase::Conflict;
        let en = line(&progress, false, &Texts::new(Lang::En));
        assert!(en.ends_with("12 s") && !en.contains('%'), "{en}");
    }
}
