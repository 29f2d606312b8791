//! The week that wraps: days, clock times, intervals and cells.
//!
//! All instants are whole minutes from Monday 00:00; the week has [`WEEK`] of them and Sunday's night ends on
//! Monday morning of the same week.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Minutes in a day.
pub const DAY: u32 = 24 * 60;
/// Minutes in the week.
pub const WEEK: u32 = 7 * DAY;

/// A weekday, 0 = Monday … 6 = Sunday. In `plan.json` the same day is written 1 … 7 ([`Day::number`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(pub u8);

impl Day {
    /// Monday to Sunday.
    pub fn all() -> impl DoubleEndedIterator<Item = Day> + Clone {
        (0..7).map(Day)
    }
    /// 1 = Monday … 7 = Sunday, as in `plan.json`.
    pub fn number(self) -> u8 {
        self.0 + 1
    }
    /// The next day; Monday after Sunday.
    pub fn next(self) -> Day {
        Day((self.0 + 1) % 7)
    }
    /// Saturday or Sunday.
    pub fn is_weekend(self) -> bool {
        self.0 >= 5
    }
    /// The day's first minute in the week.
    pub fn start(self) -> u32 {
        u32::from(self.0) * DAY
    }
}

/// A set of weekdays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct DaySet(u8);

impl DaySet {
    /// No day.
    pub const NONE: DaySet = DaySet(0);
    /// Monday to Sunday.
    pub const ALL: DaySet = DaySet(0b111_1111);
    /// Monday to Friday.
    pub const WEEKDAYS: DaySet = DaySet(0b001_1111);
    /// Saturday and Sunday.
    pub const WEEKEND: DaySet = DaySet(0b110_0000);

    /// Whether the day is in the set.
    pub fn contains(self, day: Day) -> bool {
        self.0 & (1 << day.0) != 0
    }
    /// Adds a day.
    pub fn insert(&mut self, day: Day) {
        self.0 |= 1 << day.0;
    }
    /// The days in both sets.
    pub fn and(self, other: DaySet) -> DaySet {
        DaySet(self.0 & other.0)
    }
    /// The days in either set.
    pub fn or(self, other: DaySet) -> DaySet {
        DaySet(self.0 | other.0)
    }
    /// Whether no day is in the set.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// Number of days.
    pub fn len(self) -> u32 {
        self.0.count_ones()
    }
    /// The days, Monday first.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Day> + Clone {
        Day::all().filter(move |d| self.contains(*d))
    }
}

impl FromIterator<Day> for DaySet {
    fn from_iter<I: IntoIterator<Item = Day>>(days: I) -> Self {
        let mut set = DaySet::NONE;
        days.into_iter().for_each(|d| set.insert(d));
        set
    }
}

/// A time of day in minutes from midnight, 0 … 1440 (`24:00` is allowed as an end).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Clock(pub u16);

impl Clock {
    /// `hours:minutes`, or nothing beyond 24:00.
    pub fn new(hours: u16, minutes: u16) -> Option<Clock> {
        let total = hours.checked_mul(60)?.checked_add(minutes)?;
        (minutes < 60 && total <= 1440).then_some(Clock(total))
    }
    /// Minutes from midnight.
    pub fn minutes(self) -> u32 {
        u32::from(self.0)
    }
}

impl fmt::Display for Clock {
    /// `07:30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// A stretch of clock time on the day on which it starts. An end that isn't after the start lies on the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Window {
    /// When it starts.
    pub start: Clock,
    /// When it ends; the next day if not after `start`.
    pub end: Clock,
}

impl Window {
    /// Length in minutes, 1 … 1440.
    pub fn minutes(self) -> u32 {
        if self.end > self.start {
            self.end.minutes() - self.start.minutes()
        } else {
            self.end.minutes() + DAY - self.start.minutes()
        }
    }
    /// The stretch of the week when it starts on `day`.
    pub fn on(self, day: Day) -> Stretch {
        Stretch { start: (day.start() + self.start.minutes()) % WEEK, minutes: self.minutes() }
    }
    /// `07-09`, or `07:30-09` where minutes are needed: the form used as a label.
    pub fn label(self) -> String {
        let half = |c: Clock| if c.0.is_multiple_of(60) { format!("{:02}", c.0 / 60) } else { c.to_string() };
        format!("{}-{}", half(self.start), half(self.end))
    }
}

/// A stretch of the cyclic week: starts at a minute of the week, may pass Sunday's midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// First minute, 0 … [`WEEK`] − 1.
    pub start: u32,
    /// Length in minutes, at most [`WEEK`].
    pub minutes: u32,
}

impl Stretch {
    /// Minutes that both stretches hold, in the cyclic week.
    pub fn overlap(self, other: Stretch) -> u32 {
        let part = |a: u32, b: u32| {
            let (a_end, b_end) = (a + self.minutes, b + other.minutes);
            a_end.min(b_end).saturating_sub(a.max(b))
        };
        part(self.start, other.start) + part(self.start + WEEK, other.start) + part(self.start, other.start + WEEK)
    }
    /// Whether the minute of the week lies within.
    pub fn contains(self, minute: u32) -> bool {
        (minute + WEEK - self.start) % WEEK < self.minutes
    }
}

/// The ward's cut of the day, in order from its first interval: the intervals cover 24 hours without overlap.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intervals(Vec<Window>);

impl Intervals {
    /// Takes the cut as given, the first interval first.
    ///
    /// # Errors
    /// The label of the first interval that doesn't start where the one before it ends, or that makes the cut
    /// other than 24 hours.
    pub fn new(mut windows: Vec<Window>) -> Result<Intervals, String> {
        let Some(first) = windows.first().copied() else { return Err(String::new()) };
        windows.sort_by_key(|w| (w.start.minutes() + DAY - first.start.minutes()) % DAY);
        let mut at = first.start.minutes();
        let mut total = 0;
        for w in &windows {
            if w.start.minutes() % DAY != at % DAY {
                return Err(w.label());
            }
            at = w.end.minutes();
            total += w.minutes();
        }
        if total == DAY { Ok(Intervals(windows)) } else { Err(windows[windows.len() - 1].label()) }
    }
    /// The default cut, from HNT: 07–09, 09–12, 12–15, 15–18, 18–22, 22–07.
    pub fn standard() -> Intervals {
        let cut = [(7, 9), (9, 12), (12, 15), (15, 18), (18, 22), (22, 7)];
        Intervals(cut.map(|(a, b)| Window { start: Clock(a * 60), end: Clock(b * 60) }).to_vec())
    }
    /// The intervals, first to last.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Window> + ExactSizeIterator + '_ {
        self.0.iter().copied()
    }
    /// Number of intervals.
    pub fn len(&self) -> usize {
        self.0.len()
    }
    /// Never: a cut has at least one interval.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// The interval with this index.
    pub fn get(&self, index: usize) -> Window {
        self.0[index]
    }
    /// The run of neighbouring intervals that the window spans exactly, or nothing; it never passes the first
    /// interval's start.
    pub fn span(&self, window: Window) -> Option<std::ops::Range<usize>> {
        let from = self.0.iter().position(|w| w.start.minutes() % DAY == window.start.minutes() % DAY)?;
        let to = self.0.iter().position(|w| w.end.minutes() % DAY == window.end.minutes() % DAY)?;
        let length: u32 = self.0.get(from..=to)?.iter().map(|w| w.minutes()).sum();
        (length == window.minutes()).then_some(from..to + 1)
    }
    /// Indices of the intervals that lie wholly within 07–15.
    pub fn daytime(&self) -> Vec<usize> {
        (0..self.len())
            .filter(|&i| self.0[i].start.0 >= 7 * 60 && self.0[i].end.0 <= 15 * 60 && self.0[i].end > self.0[i].start)
            .collect()
    }
    /// The stretch of the week that a cell takes.
    pub fn stretch(&self, cell: Cell) -> Stretch {
        self.0[cell.interval].on(cell.day)
    }
    /// All cells of the week, day by day.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + '_ {
        Day::all().flat_map(move |day| (0..self.len()).map(move |interval| Cell { day, interval }))
    }
    /// The cells that a span of intervals takes when it starts on `day`: an interval that starts after midnight
    /// within the span lies on the next day.
    pub fn span_cells(&self, span: std::ops::Range<usize>, day: Day) -> Vec<Cell> {
        let first = self.0[span.start].start;
        span.map(|interval| Cell { day: if self.0[interval].start < first { day.next() } else { day }, interval })
            .collect()
    }
}

/// A `(day, interval)` pair. The interval that passes midnight belongs to the day on which it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// The day on which it starts.
    pub day: Day,
    /// Index in the ward's [`Intervals`].
    pub interval: usize,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sunday_night_overlaps_monday_morning() {
        let night = Window { start: Clock(22 * 60 + 15), end: Clock(7 * 60 + 45) };
        let morning = Window { start: Clock(7 * 60), end: Clock(9 * 60) };
        assert_eq!(night.on(Day(6)).overlap(morning.on(Day(0))), 45);
        assert_eq!(night.on(Day(5)).overlap(morning.on(Day(0))), 0);
        assert_eq!(night.minutes(), 570);
    }

    #[test]
    fn spans_never_pass_the_first_interval() {
        let cut = Intervals::standard();
        let span = |a: u16, b: u16| cut.span(Window { start: Clock(a * 60), end: Clock(b * 60) });
        assert_eq!(span(7, 15), Some(0..3));
        assert_eq!(span(18, 7), Some(4..6));
        assert_eq!(span(22, 9), None);
        assert_eq!(span(8, 9), None);
        assert_eq!(span(7, 7), Some(0..6));
        assert_eq!(cut.daytime(), vec![0, 1, 2]);
    }

    #[test]
    fn a_cut_must_cover_the_day() {
        let w = |a: u16, b: u16| Window { start: Clock(a * 60), end: Clock(b * 60) };
        assert!(Intervals::new(vec![w(7, 15), w(15, 7)]).is_ok());
        assert!(Intervals::new(vec![w(7, 15), w(16, 7)]).is_err());
        assert!(Intervals::new(vec![w(7, 15), w(14, 7)]).is_err());
        assert!(Intervals::new(vec![w(7, 15)]).is_err());
        assert!(Intervals::new(vec![]).is_err());
    }
}
