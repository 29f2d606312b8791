//! Counts of activity by date and hour: patients present, admissions, discharges; what is usual by weekday, hour and month,
//! and what isn't.
//!
//! A driver is either *present*, counted at points in time, or *events*, counted as they happen. A date's value is the mean of
//! its hours for the first, their sum for the second. Public holidays have a profile of their own and count in no weekday's.

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::{Date, Holiday, days_after, days_between, weekday};
use crate::norwegian_time::ClockChange;
use crate::time::Intervals;

/// A count as it stands in a file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    /// The date.
    pub date: Date,
    /// The hour that it is of, 0 … 23; none: of the whole date.
    pub hour: Option<u8>,
    /// Index of the driver.
    pub driver: usize,
    /// How many.
    pub count: f64,
}

/// How a driver is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// How many are there: a date has the mean of its hours.
    Present,
    /// How many come, go or happen: a date has the sum of its hours.
    Events,
}

/// How sure a date's value must be off to be unusual: the modified z-score that B. Iglewicz and D. Hoaglin propose (*How to
/// Detect and Handle Outliers*, 1993).
const UNUSUAL: f64 = 3.5;
/// Half of what is normal lies within so many standard deviations of its middle.
const MIDDLE_DISTANCE: f64 = 0.6745;
/// Fewer dates than this tell nothing of what is usual.
const FEWEST: usize = 4;
/// So many days on either side are the season of a date.
const SEASON: i32 = 21;
/// A date on which someone is counted at fewer hours than this has no value.
const HOURS_PRESENT: usize = 12;
/// Months can be held against each other where at least so many of them have at least so many dates.
const FEWEST_MONTHS: usize = 2;
const FEWEST_OF_MONTH: usize = 14;

/// A driver's value on a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayValue {
    /// The date.
    pub date: Date,
    /// Its value.
    pub value: f64,
}

/// A value that isn't usual.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unusual {
    /// The date.
    pub date: Date,
    /// Its value.
    pub value: f64,
    /// The median of the dates that it was held against: of the same weekday within three weeks before and after.
    pub usual: f64,
    /// The modified z-score, its unit no less than half the standard deviation of a Poisson number.
    pub score: f64,
}

/// Middle and spread of some values.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// How many.
    pub count: usize,
    /// Mean.
    pub mean: f64,
    /// Standard deviation, with n − 1; 0 of one value.
    pub deviation: f64,
    /// Least.
    pub least: f64,
    /// A tenth of the values lies below, by the nearest rank.
    pub low: f64,
    /// A tenth lies above.
    pub high: f64,
    /// Most.
    pub most: f64,
}

/// A driver's history.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// Its values, the earliest first; dates without one are left out.
    pub days: Vec<DayValue>,
    /// Dates between the first and the last without any count.
    pub gaps: Vec<Date>,
    /// Dates that have counts, but too few hours for a value.
    pub partial: Vec<Date>,
    /// What isn't usual.
    pub unusual: Vec<Unusual>,
    /// Nights on which the hours change, in hourly counts.
    pub clock: Vec<Date>,
    /// Hours without a row are hours without an event: most dates lack some.
    pub is_sparse: bool,
}

/// What is usual.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// By weekday, Monday first, public holidays left out.
    pub weekdays: [Spread; 7],
    /// On public holidays.
    pub holidays: Spread,
    /// By month: what the month has as a share of what its weekdays have in the whole history; none for months without dates.
    pub months: [Option<f64>; 12],
    /// The dates of each month, public holidays left out.
    pub dates_of_month: [Spread; 12],
    /// By hour: the counts of that hour; none where counts are of whole dates.
    pub hours: Option<[Spread; 24]>,
}

/// How much a driver's number goes up and down from day to day for all its work together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DaySpread {
    /// As a share of its mean, beyond the chance of a Poisson number.
    pub spread: f64,
    /// The dates that it was measured by.
    pub days: usize,
}

/// By what a profile is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The days of the week, and public holidays.
    Weekday,
    /// The hours of the day.
    Hour,
    /// The months of the year.
    Month,
}

impl By {
    /// All of them.
    pub const ALL: [By; 3] = [By::Weekday, By::Hour, By::Month];

    /// Its name in message keys.
    pub fn name(self) -> &'static str {
        match self {
            By::Weekday => "weekday",
            By::Hour => "hour",
            By::Month => "month",
        }
    }
}

impl Profile {
    /// The spread of a factor shared by all that comes on a day, by the method of moments: if a day's number is Poisson around
    /// mean × factor, the factor's mean being 1, its variance is mean + spread² × mean² (Greenwood and Yule 1920, for a gamma
    /// factor; Johnson, Kemp and Kotz, *Univariate Discrete Distributions*, 2005, section 5). So spread² = max(0, Σ (n − 1)
    /// (variance − mean) ÷ Σ (n − 1) mean²) over the weekdays, each held against its own mean. None where no weekday has enough
    /// dates.
    pub fn day_spread(&self) -> Option<DaySpread> {
        let told: Vec<&Spread> = self.weekdays.iter().filter(|of| of.count >= FEWEST && of.mean > 0.0).collect();
        let sum = |of: fn(&Spread) -> f64| told.iter().map(|one| (one.count - 1) as f64 * of(one)).sum::<f64>();
        let squares = sum(|of| of.mean * of.mean);
        let excess = sum(|of| of.deviation * of.deviation - of.mean);
        let days = told.iter().map(|of| of.count).sum();
        (squares > 0.0).then(|| DaySpread { spread: (excess / squares).max(0.0).sqrt(), days })
    }

    /// Middle and spread of the seven weekdays and of public holidays, of the 24 hours, or of the twelve months; none where
    /// counts are of whole dates, or of too few months to hold them against each other.
    pub fn by(&self, by: By) -> Option<Vec<Spread>> {
        match by {
            By::Weekday => Some(self.weekdays.iter().copied().chain([self.holidays]).collect()),
            By::Hour => self.hours.map(Vec::from),
            By::Month => {
                let told = self.dates_of_month.iter().filter(|of| of.count >= FEWEST_OF_MONTH).count();
                (told >= FEWEST_MONTHS).then(|| self.dates_of_month.to_vec())
            }
        }
    }
}

/// How many hours a date has in Norway: 23, 24 or 25.
pub fn hours_of(date: Date) -> usize {
    match ClockChange::on(date) {
        Some(ClockChange::Forward) => 23,
        Some(ClockChange::Back) => 25,
        None => 24,
    }
}

/// The history of a driver.
pub fn history(counts: &[Count], driver: usize, manner: Manner) -> History {
    let mut by_date: BTreeMap<Date, Vec<&Count>> = BTreeMap::new();
    for count in counts.iter().filter(|count| count.driver == driver) {
        by_date.entry(count.date).or_default().push(count);
    }
    let is_sparse = manner == Manner::Events && lacks_hours(&by_date);
    let (mut days, mut partial, mut clock) = (Vec::new(), Vec::new(), Vec::new());
    for (date, of_date) in &by_date {
        let is_hourly = of_date.iter().any(|count| count.hour.is_some());
        let sum: f64 = of_date.iter().map(|count| count.count).sum();
        if is_hourly && ClockChange::on(*date).is_some() {
            clock.push(*date);
        }
        let hours: BTreeSet<Option<u8>> = of_date.iter().map(|count| count.hour).collect();
        // In autumn an hour comes twice, and stands once in most extracts; in spring one isn't there.
        let whole = hours_of(*date).min(24);
        let value = match (is_hourly, manner) {
            (false, _) => Some(sum),
            (true, Manner::Present) => (hours.len() >= HOURS_PRESENT).then(|| sum / of_date.len() as f64),
            (true, Manner::Events) => (is_sparse || hours.len() >= whole).then_some(sum),
        };
        match value {
            Some(value) => days.push(DayValue { date: *date, value }),
            None => partial.push(*date),
        }
    }
    let mut gaps = Vec::new();
    if let (Some((first, _)), Some((last, _))) = (by_date.first_key_value(), by_date.last_key_value()) {
        let all = (0..=days_between(*first, *last)).map(|at| days_after(*first, at));
        gaps.extend(all.filter(|date| !by_date.contains_key(date)));
    }
    let unusual = unusual(&days);
    History { days, gaps, partial, unusual, clock, is_sparse }
}

/// Whether most dates with hourly counts lack hours, as where a row stands for an event and none for nothing.
fn lacks_hours(by_date: &BTreeMap<Date, Vec<&Count>>) -> bool {
    let hourly = by_date.values().filter(|of_date| of_date.iter().any(|count| count.hour.is_some()));
    let mut hours: Vec<f64> = hourly
        .map(|of_date| of_date.iter().filter_map(|count| count.hour).collect::<BTreeSet<u8>>().len() as f64)
        .collect();
    !hours.is_empty() && median(&mut hours) < 23.0
}

/// The middle of some values; 0 of none.
fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    match values.len() {
        0 => 0.0,
        odd if odd % 2 == 1 => values[half],
        _ => f64::midpoint(values[half - 1], values[half]),
    }
}

/// Dates whose value is far from that of the same weekday in the weeks around it. The distance is measured by how far the others
/// are from their median, but by no less than the ward's numbers mostly are from theirs over the whole history: six neighbours
/// that happen to be alike make no ordinary day unusual, and dates left out for nothing but chance would take what varies with
/// them. Levels differ by weekday and season, so that distances are compared in roots of the level, as those of a Poisson number
/// grow; half of such a root is the least, since people in beds vary less than that.
fn unusual(days: &[DayValue]) -> Vec<Unusual> {
    let ordinary = days.iter().filter(|day| Holiday::on(day.date).is_empty());
    let held: Vec<(DayValue, Around)> = ordinary.filter_map(|day| Some((*day, around(day.date, days)?))).collect();
    let mut distances: Vec<f64> = held.iter().map(|(day, of)| (day.value - of.usual).abs() / of.root()).collect();
    let everywhere = (median(&mut distances) / MIDDLE_DISTANCE).max(0.5);
    let scored = held.into_iter().map(|(day, of)| {
        let unit = of.spread.max(everywhere * of.root());
        Unusual { date: day.date, value: day.value, usual: of.usual, score: (day.value - of.usual).abs() / unit }
    });
    scored.filter(|of| of.score > UNUSUAL).collect()
}

/// What the same weekday is like in the weeks around a date.
struct Around {
    /// The median.
    usual: f64,
    /// The standard deviation, by the median of the distances from the median or, where most are none, by their mean.
    spread: f64,
}

impl Around {
    /// The standard deviation of a Poisson number at this level. Below one it would be of no use: one more or less is always
    /// usual.
    fn root(&self) -> f64 {
        self.usual.max(1.0).sqrt()
    }
}

/// None where too few dates are near.
fn around(date: Date, days: &[DayValue]) -> Option<Around> {
    let near = |other: &&DayValue| {
        other.date != date
            && weekday(other.date) == weekday(date)
            && days_between(date, other.date).abs() <= SEASON
            && Holiday::on(other.date).is_empty()
    };
    let mut others: Vec<f64> = days.iter().filter(near).map(|other| other.value).collect();
    if others.len() < FEWEST {
        return None;
    }
    let usual = median(&mut others);
    let mut distances: Vec<f64> = others.iter().map(|value| (value - usual).abs()).collect();
    let mean = distances.iter().sum::<f64>() / distances.len() as f64;
    let middle = median(&mut distances);
    Some(Around { usual, spread: if middle > 0.0 { middle / MIDDLE_DISTANCE } else { mean * 1.253_314 } })
}

/// Of sorted values that below which at most this share of them lies, by the nearest rank; 0 of none.
pub(crate) fn at_share(sorted: &[f64], share: f64) -> f64 {
    let rank = (share * sorted.len() as f64).ceil().max(1.0) as usize;
    sorted.get(rank - 1).copied().unwrap_or(0.0)
}

/// Middle and spread.
pub fn spread(mut values: Vec<f64>) -> Spread {
    let count = values.len();
    if count == 0 {
        return Spread::default();
    }
    values.sort_by(f64::total_cmp);
    let mean = values.iter().sum::<f64>() / count as f64;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    let deviation = if count > 1 { (squares / (count - 1) as f64).sqrt() } else { 0.0 };
    let at = |share: f64| at_share(&values, share);
    Spread { count, mean, deviation, least: at(0.0), low: at(0.1), high: at(0.9), most: at(1.0) }
}

/// What is usual, of the dates that aren't left out.
pub fn profile(counts: &[Count], driver: usize, history: &History, left_out: &BTreeSet<Date>) -> Profile {
    let used: Vec<&DayValue> = history.days.iter().filter(|day| !left_out.contains(&day.date)).collect();
    let of =
        |keep: &dyn Fn(Date) -> bool| spread(used.iter().filter(|day| keep(day.date)).map(|day| day.value).collect());
    let is_holiday = |date: Date| !Holiday::on(date).is_empty();
    let weekdays: [Spread; 7] =
        std::array::from_fn(|at| of(&|date| usize::from(weekday(date).0) == at && !is_holiday(date)));
    let months = std::array::from_fn(|at| {
        let (mut had, mut usual) = (0.0, 0.0);
        for day in used.iter().filter(|day| day.date.month() == at as i8 + 1 && !is_holiday(day.date)) {
            had += day.value;
            usual += weekdays[usize::from(weekday(day.date).0)].mean;
        }
        (usual > 0.0).then(|| had / usual)
    });
    let dates_of_month = std::array::from_fn(|at| of(&|date| date.month() == at as i8 + 1 && !is_holiday(date)));
    let hours = by_hour(counts, driver, history, left_out);
    Profile { weekdays, holidays: of(&is_holiday), months, dates_of_month, hours }
}

fn by_hour(counts: &[Count], driver: usize, history: &History, left_out: &BTreeSet<Date>) -> Option<[Spread; 24]> {
    let mut values: [Vec<f64>; 24] = Default::default();
    let is_used = |date: &Date| !left_out.contains(date) && !history.partial.contains(date);
    for count in counts.iter().filter(|count| count.driver == driver && is_used(&count.date)) {
        if let Some(of_hour) = count.hour.and_then(|hour| values.get_mut(usize::from(hour))) {
            of_hour.push(count.count);
        }
    }
    if values.iter().all(Vec::is_empty) {
        return None;
    }
    let dates = history.days.iter().filter(|day| !left_out.contains(&day.date)).count();
    if history.is_sparse {
        // On the other dates nothing happened in the hour.
        values.iter_mut().for_each(|of_hour| of_hour.resize(of_hour.len().max(dates), 0.0));
    }
    Some(values.map(spread))
}

/// The hours as one weight an interval: the sum of its hours' means, by the minutes of each hour that lie in it. The weights
/// of all intervals together are the day's.
pub fn weights(intervals: &Intervals, hours: &[f64; 24]) -> Vec<f64> {
    let of_interval = |window: crate::time::Window| {
        let minutes =
            (window.start.minutes()..window.start.minutes() + window.minutes()).map(|m| (m / 60 % 24) as usize);
        minutes.map(|hour| hours[hour]).sum::<f64>() / 60.0
    };
    intervals.iter().map(of_interval).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn daily(first: &str, values: impl IntoIterator<Item = f64>) -> Vec<Count> {
        let first = day(first);
        let count = |(at, count): (i32, f64)| Count { date: days_after(first, at), hour: None, driver: 0, count };
        (0..).zip(values).map(count).collect()
    }

    /// Twelve weeks: more on Mondays, fewer at weekends.
    fn weeks(number: usize) -> Vec<f64> {
        [25.0, 22.0, 22.0, 21.0, 20.0, 15.0, 14.0].into_iter().cycle().take(7 * number).collect()
    }

    /// Counts drawn as the simulation draws them are measured to vary as much as they were drawn to, within what chance leaves.
    #[test]
    fn the_spread_of_a_day_is_that_by_which_counts_were_drawn() {
        use crate::simulation::chance::{About, Key};
        let usual = weeks(300);
        for spread in [0.0, 0.1, 0.3] {
            let drawn = usual.iter().enumerate().map(|(at, mean)| {
                let key = Key::of_week(5, at as u32);
                let factor = if spread > 0.0 { key.stream(About::Activity, 0).gamma(spread) } else { 1.0 };
                key.stream(About::Count, 0).poisson(mean * factor)
            });
            let counts = daily("2020-01-06", drawn);
            let history = history(&counts, 0, Manner::Present);
            let told = profile(&counts, 0, &history, &BTreeSet::new()).day_spread().expect("enough dates");
            // Some four standard errors of the variance.
            let [found, drawn] = [told.spread, spread].map(|spread: f64| spread * spread);
            assert!((found - drawn).abs() < 0.006 + 0.2 * drawn, "{told:?} of {spread}");
            assert!((1_900..=2_100).contains(&told.days), "all but public holidays: {told:?}");
            // Chance alone makes few of them unusual, so that leaving those out takes little of what varies.
            assert!(history.unusual.len() * 100 <= history.days.len(), "{} of {spread}", history.unusual.len());
            let left_out = history.unusual.iter().map(|of| of.date).collect();
            let kept = profile(&counts, 0, &history, &left_out).day_spread().expect("enough dates").spread;
            assert!((kept * kept - drawn).abs() < 0.006 + 0.2 * drawn, "{kept} of {spread}");
        }
    }

    #[test]
    fn the_spread_of_a_day_is_none_of_few_dates_and_nought_where_all_are_alike() {
        let told = |number: usize| {
            let counts = daily("2027-08-23", weeks(number));
            profile(&counts, 0, &history(&counts, 0, Manner::Present), &BTreeSet::new()).day_spread()
        };
        assert_eq!(told(3), None);
        assert_eq!(told(12), Some(DaySpread { spread: 0.0, days: 84 }));
        // Mondays of 10 and 30 in turn, four of each: their variance is 800 ÷ 7, their mean 20.
        let mut mondays = daily("2027-08-23", weeks(8));
        mondays.retain(|count| weekday(count.date).0 == 0);
        (0..).zip(&mut mondays).for_each(|(at, count)| count.count = if at % 2 == 0 { 10.0 } else { 30.0 });
        let of = profile(&mondays, 0, &history(&mondays, 0, Manner::Present), &BTreeSet::new());
        let told = of.day_spread().expect("eight dates");
        assert!((told.spread - ((800.0 / 7.0 - 20.0) / 400.0_f64).sqrt()).abs() < 1e-9 && told.days == 8, "{told:?}");
    }

    #[test]
    fn weekdays_have_their_means_and_holidays_count_in_none() {
        // Monday 23 August 2027 and twelve weeks on: no holiday.
        let counts = daily("2027-08-23", weeks(12));
        let history = history(&counts, 0, Manner::Present);
        assert_eq!((history.days.len(), history.gaps.len(), history.unusual.len()), (84, 0, 0));
        let profile = profile(&counts, 0, &history, &BTreeSet::new());
        assert_eq!(profile.weekdays.map(|of| of.mean), [25.0, 22.0, 22.0, 21.0, 20.0, 15.0, 14.0]);
        assert!(profile.weekdays.iter().all(|of| of.count == 12 && of.deviation == 0.0));
        assert!(profile.months[8].is_some_and(|share| (share - 1.0).abs() < 1e-12));
        assert_eq!((profile.months[0], profile.hours), (None, None));
        // Weeks with Maundy Thursday, Good Friday, Easter Sunday and Monday.
        let easter = daily("2027-03-22", weeks(2));
        let of_easter = super::profile(&easter, 0, &super::history(&easter, 0, Manner::Present), &BTreeSet::new());
        assert_eq!(of_easter.holidays.count, 4);
        assert_eq!(of_easter.weekdays.map(|of| of.count), [1, 2, 2, 1, 1, 2, 1]);
    }

    #[test]
    fn what_is_far_from_the_weeks_around_it_is_unusual_and_can_be_left_out() {
        let mut values: Vec<f64> = weeks(12);
        for (at, value) in values.iter_mut().enumerate() {
            *value += f64::from((at % 5) as u32) * 0.4;
        }
        values[30] = 60.0;
        values[55] = 0.0;
        let counts = daily("2027-08-23", values);
        let history = history(&counts, 0, Manner::Present);
        let dates: Vec<String> = history.unusual.iter().map(|of| of.date.to_string()).collect();
        assert_eq!(dates, ["2027-09-22", "2027-10-17"]);
        assert!(history.unusual[0].score > 3.5 && history.unusual[0].usual < 25.0);
        let left_out = history.unusual.iter().map(|of| of.date).collect();
        let usual = profile(&counts, 0, &history, &left_out);
        assert!(usual.weekdays[2].most < 30.0 && usual.weekdays[2].count == 11);
        assert!(profile(&counts, 0, &history, &BTreeSet::new()).weekdays[2].most == 60.0);
    }

    #[test]
    fn small_noise_makes_no_day_unusual_but_the_one_that_is() {
        let noise = |at: usize| ((at * 7919) % 31 % 5) as f64 - 2.0;
        let mut values: Vec<f64> = (0..365).map(|at| 24.0 + noise(at)).collect();
        values[200] = 60.0;
        let history = history(&daily("2027-01-04", values), 0, Manner::Present);
        let dates: Vec<String> = history.unusual.iter().map(|of| of.date.to_string()).collect();
        assert_eq!(dates, ["2027-07-23"]);
        let two_thirds_more: Vec<f64> = (0..182).map(|at| if at == 60 { 41.0 } else { 24.0 + noise(at) }).collect();
        let history = super::history(&daily("2027-01-04", two_thirds_more), 0, Manner::Present);
        assert_eq!(history.unusual.len(), 1, "41 in beds that have 24 is no ordinary day");
    }

    #[test]
    fn hours_make_a_day_gaps_are_told_and_so_are_the_nights_of_the_clock() {
        let hourly = |date: &str, hours: &mut dyn Iterator<Item = u8>, count: f64| -> Vec<Count> {
            hours.map(|hour| Count { date: day(date), hour: Some(hour), driver: 0, count }).collect()
        };
        let mut counts = hourly("2027-03-24", &mut (0..24), 2.0);
        counts.extend(hourly("2027-03-25", &mut (0..24), 2.0));
        counts.extend(hourly("2027-03-26", &mut (0..24), 2.0));
        counts.extend(hourly("2027-03-28", &mut (0..24).filter(|hour| *hour != 2), 2.0));
        counts.extend(hourly("2027-03-29", &mut (0..20), 2.0));
        counts.extend(hourly("2027-03-30", &mut (0..5), 2.0));
        let events = history(&counts, 0, Manner::Events);
        let values: Vec<f64> = events.days.iter().map(|day| day.value).collect();
        assert_eq!(values, [48.0, 48.0, 48.0, 46.0], "a night of 23 hours is whole");
        assert_eq!(events.gaps, [day("2027-03-27")]);
        assert_eq!(events.partial, [day("2027-03-29"), day("2027-03-30")]);
        assert_eq!(events.clock, [day("2027-03-28")]);
        let of_hours = profile(&counts, 0, &events, &BTreeSet::new()).hours.expect("hours");
        assert_eq!([of_hours[0].count, of_hours[2].count], [4, 3], "a date without a value tells nothing of its hours");
        let present = history(&counts, 0, Manner::Present);
        assert_eq!(present.days.iter().map(|day| day.value).collect::<Vec<_>>(), [2.0; 5]);
        assert_eq!(present.partial, [day("2027-03-30")]);
        // In autumn the hour from 02 comes twice: what happens in both counts.
        let mut autumn = hourly("2027-10-31", &mut (0..24), 1.0);
        autumn.extend(hourly("2027-10-31", &mut std::iter::once(2), 1.0));
        assert_eq!(history(&autumn, 0, Manner::Events).days[0].value, 25.0);
        assert_eq!(history(&autumn, 0, Manner::Present).days[0].value, 1.0);
        assert_eq!([hours_of(day("2027-03-28")), hours_of(day("2027-10-31"))], [23, 25]);
    }

    #[test]
    fn hours_without_a_row_are_hours_without_an_event() {
        let count = |date: &str, hour| Count { date: day(date), hour: Some(hour), driver: 0, count: 1.0 };
        let counts = [count("2027-02-01", 7), count("2027-02-01", 9), count("2027-02-02", 7), count("2027-02-03", 7)];
        let events = history(&counts, 0, Manner::Events);
        assert!(events.is_sparse && events.partial.is_empty());
        assert_eq!(events.days.iter().map(|day| day.value).collect::<Vec<_>>(), [2.0, 1.0, 1.0]);
        let hours = profile(&counts, 0, &events, &BTreeSet::new()).hours.expect("hours");
        let means = [7, 9, 8].map(|hour: usize| hours[hour].mean);
        assert!((means[0] - 1.0).abs() < 1e-12 && (means[1] - 1.0 / 3.0).abs() < 1e-12 && means[2] == 0.0);
        assert_eq!((hours[9].count, hours[9].least, hours[9].most), (3, 0.0, 1.0), "on two dates none came at nine");
        assert!(!history(&counts, 0, Manner::Present).is_sparse);
    }

    #[test]
    fn a_month_that_is_lower_is_a_season_and_not_unusual() {
        // Twenty weeks; five of them a quarter lower, with a little noise.
        let level = |at: usize| if (56..91).contains(&at) { 0.75 } else { 1.0 };
        let values = weeks(20).into_iter().enumerate().map(|(at, value)| value * level(at) + (at % 3) as f64 * 0.5);
        let counts = daily("2027-08-23", values);
        assert_eq!(history(&counts, 0, Manner::Present).unusual.len(), 0);
    }

    #[test]
    fn spread_is_told_of_weekdays_hours_and_months_as_far_as_the_counts_tell_it() {
        let tenths = spread((1..=20_u32).map(f64::from).rev().collect());
        assert_eq!((tenths.least, tenths.low, tenths.high, tenths.most), (1.0, 2.0, 18.0, 20.0));
        assert_eq!((tenths.count, tenths.mean, spread(Vec::new())), (20, 10.5, Spread::default()));
        // Ten Mondays to Sundays from 30 August 2027, hour by hour: as many as the hour and the month tell.
        let first = day("2027-08-30");
        let hourly = |(at, hour): (i32, u8)| {
            let date = days_after(first, at);
            Count { date, hour: Some(hour), driver: 0, count: f64::from(hour) + f64::from(date.month()) }
        };
        let counts: Vec<Count> = (0..70).flat_map(|at| (0..24).map(move |hour| (at, hour))).map(hourly).collect();
        let told = |counts: &[Count]| profile(counts, 0, &history(counts, 0, Manner::Present), &BTreeSet::new());
        let of = told(&counts);
        let hours = of.by(By::Hour).expect("hours");
        assert_eq!((hours.len(), hours[7].count, hours[7].least, hours[7].most), (24, 70, 15.0, 18.0));
        let months = of.by(By::Month).expect("September and October");
        assert_eq!((months.len(), months[8].count, months[8].mean, months[9].mean), (12, 30, 20.5, 21.5));
        assert_eq!(of.by(By::Weekday).expect("weekdays").len(), 8);
        // A month and a few days, in counts of whole dates.
        let short = told(&daily("2027-08-30", weeks(6)));
        assert_eq!((short.by(By::Hour), short.by(By::Month)), (None, None));
    }

    #[test]
    fn intervals_get_the_weight_of_their_hours() {
        let mut hours = [0.0; 24];
        (hours[7], hours[8], hours[22], hours[3]) = (1.0, 3.0, 2.0, 4.0);
        assert_eq!(weights(&Intervals::standard(), &hours), [4.0, 0.0, 0.0, 0.0, 0.0, 6.0]);
    }

    proptest! {
        #[test]
        fn months_weighted_by_their_days_are_as_the_whole(values in proptest::collection::vec(0.0..50.0_f64, 60..200)) {
            let counts = daily("2027-08-23", values);
            let history = history(&counts, 0, Manner::Present);
            let profile = profile(&counts, 0, &history, &BTreeSet::new());
            let (mut had, mut said) = (0.0, 0.0);
            for of in history.days.iter().filter(|of| Holiday::on(of.date).is_empty()) {
                let usual = profile.weekdays[usize::from(weekday(of.date).0)].mean;
                had += of.value;
                said += usual * profile.months[of.date.month() as usize - 1].unwrap_or(0.0);
            }
            prop_assert!((had - said).abs() < 1e-6 * had.max(1.0));
        }
    }
}
