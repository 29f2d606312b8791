//! When a line's work falls, as written in `Tidsintervall`.

use fordel_core::complaint::Complaint;
use fordel_core::time::{Clock, DAY, Intervals, Window};
use fordel_core::ward::Timing;
use fordel_text::Lang;

use super::kinds;
use super::listing::{Given, Record};
use super::told::Told;
use super::values::{date, window_in};
use super::words::{self, name_key};
use crate::columns::task as column;
use crate::table::Cell;
use crate::write::Words;

/// Reads the timing of a line; what isn't one is told.
pub fn read(record: &Record<'_, '_>, intervals: &Intervals, told: &mut Told) -> Given<Timing> {
    match record.cell(&column::INTERVAL) {
        Some(Cell::Date(_)) => from_date(record, intervals, told),
        _ => match record.text(&column::INTERVAL, told) {
            Given::Value(text) => from_text(record, &text, intervals, told),
            Given::Nothing => Given::Nothing,
            Given::Bad => Given::Bad,
        },
    }
}

fn from_text(record: &Record<'_, '_>, text: &str, intervals: &Intervals, told: &mut Told) -> Given<Timing> {
    if let Some(timing) = named(text) {
        return Given::Value(timing);
    }
    let window = window_in(text);
    if let Some(span) = window.and_then(|window| intervals.span(window)) {
        return Given::Value(Timing::Span { from: span.start, to: span.end });
    }
    let passes_start = window.is_some_and(|window| {
        intervals.iter().any(|i| i.start == window.start)
            && intervals.iter().any(|i| i.end.0 % 1440 == window.end.0 % 1440)
    });
    let complaint = if passes_start {
        let start = intervals.get(0).start.to_string();
        record.complain(kinds::SPAN_PASSES_START, &column::INTERVAL).with("value", text).with("start", start)
    } else {
        unknown(record.complain_of(kinds::UNKNOWN_INTERVAL, &column::INTERVAL, text), text, intervals)
    };
    told.add(complaint);
    Given::Bad
}

/// The timings that have a name.
pub fn named(text: &str) -> Option<Timing> {
    match name_key(text).as_str() {
        "dogn" | "dognet" | "heledognet" | "dognetrundt" | "aroundtheclock" | "roundtheclock" | "untimed" => {
            Some(Timing::AroundTheClock)
        }
        "dagtid" | "padagtid" | "daytime" => Some(Timing::Daytime),
        _ => None,
    }
}

/// A typed `07-09` becomes 7 September in Excel: the date is read back as day and month where that is an interval.
fn from_date(record: &Record<'_, '_>, intervals: &Intervals, told: &mut Told) -> Given<Timing> {
    let Some(date) = record.cell(&column::INTERVAL).and_then(date) else {
        let shown = record.cell(&column::INTERVAL).map(Cell::shown).unwrap_or_default();
        let complaint = record.complain_of(kinds::UNKNOWN_INTERVAL, &column::INTERVAL, &shown);
        told.add(unknown(complaint, &shown, intervals));
        return Given::Bad;
    };
    let hour = |number: i8| u16::try_from(number).ok().and_then(|n| Clock::new(n, 0));
    let window = hour(date.day()).zip(hour(date.month())).map(|(start, end)| Window { start, end });
    let at = window.and_then(|w| intervals.span(w)).filter(|span| span.len() == 1).map(|span| span.start);
    match at {
        Some(at) => {
            let complaint = record.complain(kinds::DATE_AS_INTERVAL, &column::INTERVAL);
            told.add(complaint.with("value", date).with("interval", intervals.get(at).label()));
            Given::Value(Timing::Span { from: at, to: at + 1 })
        }
        None => {
            let typed = format!("{:02}-{:02}", date.day(), date.month());
            let complaint = record.complain(kinds::DATE_NOT_INTERVAL, &column::INTERVAL).with("value", date);
            told.add(complaint.with("typed", typed).with("known", labels(intervals)));
            Given::Bad
        }
    }
}

/// Completes a complaint about something that isn't an interval: what there is, and what was probably meant.
pub fn unknown(complaint: Complaint, written: &str, intervals: &Intervals) -> Complaint {
    let complaint = complaint.with("known", labels(intervals));
    if let Some(nearest) = window_in(written).and_then(|window| nearest(window, intervals)) {
        return complaint.with("near", 1_u32).with("nearest", nearest.as_str()).with("nearest-english", nearest);
    }
    // In both languages, the words of each at the same place.
    let named = [Words(Lang::Nb), Words(Lang::En)].map(|w| [w.around_the_clock(), w.daytime()]);
    let keys: Vec<String> = named.iter().flatten().map(|word| name_key(word)).collect();
    match words::nearest(&name_key(written), keys.iter().map(String::as_str)) {
        Some(at) => {
            let [nb, en] = named.map(|of| of[at % of.len()]);
            complaint.with("near", 1_u32).with("nearest", nb).with("nearest-english", en)
        }
        None => complaint.with("near", 0_u32),
    }
}

/// The interval that shares most of the stretch.
fn nearest(window: Window, intervals: &Intervals) -> Option<String> {
    let minutes = |w: Window, at: u32| (at + DAY - w.start.minutes()) % DAY < w.minutes();
    let shared = |i: Window| (0..DAY).step_by(15).filter(|at| minutes(i, *at) && minutes(window, *at)).count();
    intervals
        .iter()
        .map(|i| (shared(i), i))
        .filter(|(shared, _)| *shared > 0)
        .max_by_key(|(n, i)| (*n, u32::MAX - i.start.minutes()))
        .map(|(_, i)| i.label())
}

fn labels(intervals: &Intervals) -> String {
    intervals.iter().map(Window::label).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_interval_shares_most() {
        let cut = Intervals::standard();
        let near = |a: u16, b: u16| nearest(Window { start: Clock(a * 60), end: Clock(b * 60) }, &cut);
        assert_eq!(near(8, 9).as_deref(), Some("07-09"));
        assert_eq!(near(23, 6).as_deref(), Some("22-07"));
        assert_eq!(near(17, 22).as_deref(), Some("18-22"));
    }

    #[test]
    fn named_timings_in_both_languages() {
        assert_eq!(named("Døgn"), Some(Timing::AroundTheClock));
        assert_eq!(named("around the clock"), Some(Timing::AroundTheClock));
        assert_eq!(named("Dagtid"), Some(Timing::Daytime));
        assert_eq!(named("07-09"), None);
    }
}
