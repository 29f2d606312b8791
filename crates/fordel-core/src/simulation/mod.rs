//! How sure a plan is: many weeks in which people fall ill, work varies in number and in minutes, and the traffic light of
//! every interval of them.
//!
//! * [`variation`]: what varies, and how much; settings of the ward;
//! * [`chance`]: draws that repeat, each by its own key: what one draw gives doesn't hang on whether another is made;
//! * [`frame`]: the plan's week in numbers, made once;
//! * [`week`]: one week drawn: who comes, and how much work there is;
//! * [`ways`]: the ways to do a day's work, in columns;
//! * [`fitting`]: work against the time of those who are there: what is done, what is late, what isn't done;
//! * [`day`]: a day's colours, and the least help with which nothing red is left;
//! * [`tally`]: what many weeks add up to, with how sure it is;
//! * [`sources`]: what drives it: each source of variation held still in turn;
//! * [`reinforce`]: heads that could be added, and what they cost;
//! * [`guide`]: which of them keep red under a share, by weeks of which only red is looked at; how often cells are red in such.
//!
//! Each day is one question of the traffic light: from the start of its first interval for 24 hours, with the heads that
//! come, and with all of the day's work known from its start. docs/model.md has the equations.

pub mod chance;
pub mod day;
pub mod fitting;
pub mod frame;
pub mod guide;
pub mod reinforce;
pub mod sources;
pub mod tally;
pub mod variation;
pub mod ways;
pub mod week;

#[cfg(test)]
mod tests;

use std::ops::Range;

use day::Desk;
use frame::Frame;
use tally::Tally;
use variation::Still;
use week::Week;

/// Weeks that are counted together: sums of them are added in their order, so that they are the same however many work.
pub const BATCH: u32 = 250;

/// Lives these weeks and counts what they give.
pub fn weeks(frame: &Frame, seed: u64, still: &Still, weeks: Range<u32>) -> Tally {
    let mut tally = Tally::new(frame);
    let mut desk = Desk::default();
    let mut week = Week::new(frame);
    for number in weeks {
        week.draw(frame, seed, number, still);
        tally.start();
        for day in 0..7 {
            desk.live(frame, &week, day);
            tally.day(frame, day, &desk.lights, &desk.help);
        }
        tally.end(&week);
    }
    tally
}

/// Lives these weeks as if there were no work but what is red: red cells and help are counted as [`weeks()`] counts them, what
/// isn't red is green, and minutes aren't told.
pub fn red_weeks(frame: &Frame, seed: u64, weeks: Range<u32>) -> Tally {
    let mut tally = Tally::new(frame);
    let mut desk = Desk::default();
    let mut week = Week::new(frame);
    for number in weeks {
        week.draw_red(frame, seed, number, [true; 7]);
        tally.start();
        for day in 0..7 {
            desk.live_red(frame, &week, day);
            tally.day(frame, day, &desk.lights, &desk.help);
        }
        tally.end(&week);
    }
    tally
}

/// Lives these weeks as they come, and again with each change; a day that a change leaves as it was isn't lived anew.
pub fn changed_weeks(frame: &Frame, seed: u64, changes: &[Still], weeks: Range<u32>) -> (Tally, Vec<Tally>) {
    let mut tally = Tally::new(frame);
    let mut changed = vec![Tally::new(frame); changes.len()];
    let (mut desk, mut days) = (Desk::default(), vec![Desk::default(); 7]);
    let (mut week, mut other) = (Week::new(frame), Week::new(frame));
    for number in weeks {
        week.draw(frame, seed, number, &Still::default());
        tally.start();
        for (day, lived) in days.iter_mut().enumerate() {
            lived.live(frame, &week, day);
            tally.day(frame, day, &lived.lights, &lived.help);
        }
        tally.end(&week);
        for (tally, still) in changed.iter_mut().zip(changes) {
            other.draw_like(&week, frame, still);
            tally.start();
            for (day, lived) in days.iter().enumerate() {
                if other.is_alike(&week, frame, day) {
                    tally.day(frame, day, &lived.lights, &lived.help);
                } else {
                    desk.live(frame, &other, day);
                    tally.day(frame, day, &desk.lights, &desk.help);
                }
            }
            tally.end(&other);
        }
    }
    (tally, changed)
}

/// The batches of some weeks.
pub fn batches(weeks: Range<u32>) -> impl Iterator<Item = Range<u32>> {
    let end = weeks.end;
    weeks.step_by(BATCH as usize).map(move |from| from..end.min(from.saturating_add(BATCH)))
}

/// Lives so many weeks, one batch after the other.
pub fn simulate(frame: &Frame, seed: u64, still: &Still, weeks: u32) -> Tally {
    let mut all = Tally::new(frame);
    batches(0..weeks).for_each(|batch| all.add(&self::weeks(frame, seed, still, batch)));
    all
}
