//! How sure a plan is: many weeks in which people fall ill, work varies in number and in minutes, and the traffic light of
//! every interval of them.
//!
//! * [`variation`]: what varies, and how much; settings of the ward;
//! * [`chance`]: draws that repeat, each by its own key: what one draw gives doesn't hang on whether another is made;
//! * [`frame`]: the plan's week in numbers, made once;
//! * [`week`]: one week drawn: who comes, and how much work there is;
//! * [`fitting`]: work against the time of those who are there: what is done, what is late, what isn't done;
//! * [`day`]: a day's colours, and the least help with which nothing red is left;
//! * [`tally`]: what many weeks add up to, with how sure it is;
//! * [`sources`]: what drives it: each source of variation held still in turn;
//! * [`reinforce`]: heads that keep red under a share.
//!
//! Each day is one question of the traffic light: from the start of its first interval for 24 hours, with the heads that
//! come, and with all of the day's work known from its start. docs/model.md has the equations.

pub mod chance;
pub mod day;
pub mod fitting;
pub mod frame;
pub mod reinforce;
pub mod sources;
pub mod tally;
pub mod variation;
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
    some_days(frame, seed, still, weeks, [true; 7])
}

/// The same on some days alone: the others count as nothing.
pub fn some_days(frame: &Frame, seed: u64, still: &Still, weeks: Range<u32>, days: [bool; 7]) -> Tally {
    let mut tally = Tally::new(frame);
    let mut desk = Desk::new(frame);
    let mut week = Week::new(frame);
    for number in weeks {
        week.draw(frame, seed, number, still);
        tally.start();
        for day in (0..7).filter(|day| days[*day]) {
            desk.live(frame, &week, day);
            tally.day(frame, day, &desk);
        }
        tally.end(&week);
    }
    tally
}

/// The batches of so many weeks.
pub fn batches(weeks: u32) -> impl Iterator<Item = Range<u32>> {
    (0..weeks).step_by(BATCH as usize).map(move |from| from..weeks.min(from + BATCH))
}

/// Lives so many weeks, one batch after the other.
pub fn simulate(frame: &Frame, seed: u64, still: &Still, weeks: u32) -> Tally {
    let mut all = Tally::new(frame);
    batches(weeks).for_each(|batch| all.add(&self::weeks(frame, seed, still, batch)));
    all
}
