//! The ward as rows of entries, sheet by sheet, in the order of the columns.

use fordel_core::shortage::rules::Dropped;
use fordel_core::simulation::variation::Variation;
use fordel_core::time::Window;
use fordel_core::ward::{Count, Settings, ShiftId, TaskLine, Ward, Weekends};
use jiff::civil::Date;

use super::words::{self, Words};
use crate::columns::setting;
use crate::read::{is_flexible, shifts_by_name};
use crate::table::{Cell, date_of};

/// What goes into a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Entry {
    /// Nothing.
    Blank,
    /// Text, never a formula.
    Text(String),
    /// A number.
    Number(f64),
    /// A date.
    Date(Date),
}

use Entry::Blank;

impl From<&str> for Entry {
    fn from(text: &str) -> Entry {
        if text.is_empty() { Blank } else { Entry::Text(text.to_owned()) }
    }
}
impl From<String> for Entry {
    fn from(text: String) -> Entry {
        Entry::from(text.as_str())
    }
}
impl From<f64> for Entry {
    fn from(number: f64) -> Entry {
        Entry::Number(number)
    }
}
impl From<u32> for Entry {
    fn from(number: u32) -> Entry {
        Entry::Number(f64::from(number))
    }
}
impl From<Date> for Entry {
    fn from(date: Date) -> Entry {
        Entry::Date(date)
    }
}
impl From<&Cell> for Entry {
    /// As it stood; what isn't text, a number or a day is written as people read it.
    fn from(cell: &Cell) -> Entry {
        match cell {
            Cell::Number(number) => Entry::Number(*number),
            Cell::Date(days) if days.fract() == 0.0 => date_of(*days).map_or_else(|| cell.shown().into(), Entry::Date),
            _ => cell.shown().into(),
        }
    }
}
impl<T: Into<Entry>> From<Option<T>> for Entry {
    fn from(value: Option<T>) -> Entry {
        value.map_or(Blank, Into::into)
    }
}

/// The rows of every sheet, in the order of [`super::layout::ALL`].
pub(super) fn all(ward: &Ward, w: Words) -> [Vec<Vec<Entry>>; 12] {
    [
        ward.lines.iter().map(|line| task(ward, line, w)).collect(),
        groups(ward, w),
        shifts(ward, w),
        staffing_today(ward),
        presence(ward, w),
        ward.drivers.iter().map(|d| first_and_days(&d.name, d.by_day)).collect(),
        calendar(ward, w),
        residents(ward),
        projection(ward, w),
        courses(ward),
        certificates(ward),
        settings(ward, w),
    ]
}

fn task(ward: &Ward, line: &TaskLine, w: Words) -> Vec<Entry> {
    let code = |g: Option<fordel_core::ward::GroupId>| Entry::from(g.map(|g| ward.group(g).code.as_str()));
    let yes = |truth: bool| if truth { w.yes_no(true).into() } else { Blank };
    let (count, per) = match line.count {
        Count::PerDay(n) => (n, Blank),
        Count::PerDriver(n, driver) => (n, ward.drivers[driver.0].name.as_str().into()),
        Count::PerWeek(n) => (n, w.week().into()),
        Count::PerMonth(n) => (n, w.month().into()),
    };
    // What a bound line doesn't need stands only where somebody wrote it.
    let unsaid = line.bound && line.count == Count::PerDay(1.0);
    let count = if unsaid { Blank } else { count.into() };
    let minutes = if line.bound && line.minutes == 0.0 { Blank } else { line.minutes.into() };
    let flexible = !line.bound && line.flexible != is_flexible(&line.timing);
    vec![
        number(line.number.as_deref()),
        line.name.as_str().into(),
        w.category(&ward.categories[line.category].name).into(),
        w.timing(ward, &line.timing).into(),
        w.days(line.days).into(),
        count,
        per,
        minutes,
        words::minutes_by_group(ward, line, w).into(),
        line.minutes_low.into(),
        line.minutes_high.into(),
        if line.people == 1 { Blank } else { line.people.into() },
        yes(line.bound),
        if flexible { w.yes_no(line.flexible).into() } else { Blank },
        code(Some(line.lowest)),
        words::codes(ward, &line.only).into(),
        code(line.today),
        code(line.pinned),
        yes(line.same_all_week),
        words::training(ward, line).into(),
        line.priority.map(|p| w.priority(p)).into(),
        w.yes_no(line.health_work).into(),
        line.note.as_deref().into(),
    ]
}

/// A task number as a number where it is one, so that Excel sorts it, else as text.
fn number(written: Option<&str>) -> Entry {
    let Some(written) = written else { return Blank };
    match written.parse::<u32>() {
        Ok(number) if number.to_string() == written => number.into(),
        _ => written.into(),
    }
}

fn groups(ward: &Ward, w: Words) -> Vec<Vec<Entry>> {
    let yes = |truth: bool| if truth { w.yes_no(true).into() } else { Blank };
    let row = |group: &fordel_core::ward::Group| {
        vec![
            group.code.as_str().into(),
            group.name.as_str().into(),
            w.covers(ward, &group.covers).into(),
            yes(group.beside),
            group.hourly_kr.into(),
            group.weekly_hours.into(),
            group.absence.into(),
            group.holiday_weeks.into(),
            group.task_time.into(),
            group.positions.into(),
            group.positions_least.into(),
            group.people.into(),
            group.weekend_every.into(),
            yes(group.scarce),
        ]
    };
    ward.groups.iter().map(row).collect()
}

fn clocks(window: Window) -> [Entry; 2] {
    [window.start.to_string().into(), window.end.to_string().into()]
}

fn shifts(ward: &Ward, w: Words) -> Vec<Vec<Entry>> {
    let row = |shift: &fordel_core::ward::Shift| {
        let [start, end] = clocks(shift.window);
        vec![
            ward.group(shift.group).code.as_str().into(),
            shift.name.as_str().into(),
            start,
            end,
            shift.paid_hours.into(),
            w.days(shift.days).into(),
            shift.min.into(),
            shift.max.into(),
        ]
    };
    ward.shifts.iter().map(row).collect()
}

fn first_and_days(first: &str, days: [f64; 7]) -> Vec<Entry> {
    [Entry::from(first)].into_iter().chain(days.map(Entry::from)).collect()
}

/// One row for each group and shift name: a name that recurs on other days stands once, with the heads of all its
/// days. Days on which nothing is told stay empty where the ward doesn't know today's staffing.
fn staffing_today(ward: &Ward) -> Vec<Vec<Entry>> {
    let row = |same: Vec<usize>| {
        let mut heads: [Option<u32>; 7] = [None; 7];
        if ward.knows_staffing_today() {
            for s in &same {
                ward.shifts[*s]
                    .days
                    .iter()
                    .for_each(|d| heads[usize::from(d.0)] = Some(ward.heads_today(ShiftId(*s), d)));
            }
        }
        let shift = &ward.shifts[same[0]];
        let first = [ward.group(shift.group).code.as_str().into(), shift.name.as_str().into()];
        first.into_iter().chain(heads.map(Entry::from)).collect()
    };
    shifts_by_name(&ward.shifts).into_iter().map(row).collect()
}

fn presence(ward: &Ward, w: Words) -> Vec<Vec<Entry>> {
    let row = |rule: &fordel_core::ward::Presence| {
        let [from, to] = clocks(rule.window);
        let course = rule.course.map(|course| ward.courses[course.0].name.as_str());
        vec![rule.label.as_str().into(), from, to, w.days(rule.days).into(), rule.count.into(), course.into()]
    };
    ward.presence.iter().map(row).collect()
}

fn calendar(ward: &Ward, w: Words) -> Vec<Vec<Entry>> {
    let row = |entry: &fordel_core::year::Entry| {
        let [kind, of, value] = w.calendar_row(ward, &entry.what);
        let to = if entry.to == entry.from { Blank } else { entry.to.into() };
        vec![entry.from.into(), to, kind.into(), of.into(), value.into(), entry.note.as_deref().into()]
    };
    ward.calendar.iter().map(row).collect()
}

fn residents(ward: &Ward) -> Vec<Vec<Entry>> {
    let row = |of: &fordel_core::projection::Residents| {
        let (year, ages) = (Entry::Number(f64::from(of.year)), of.ages.to_string().into());
        vec![
            year,
            ages,
            of.number.value.into(),
            of.number.low.into(),
            of.number.high.into(),
            of.source.as_deref().into(),
        ]
    };
    ward.projection.residents.iter().map(row).collect()
}

fn projection(ward: &Ward, w: Words) -> Vec<Vec<Entry>> {
    let row = |entry: &fordel_core::projection::Entry| {
        let figure = |figure: f64| w.projection_figure(entry.what, figure);
        vec![
            w.projection_kind(entry.what).into(),
            entry.group.map(|group| ward.group(group).code.as_str()).into(),
            entry.ages.map(|ages| ages.to_string()).into(),
            entry.from.map(f64::from).into(),
            figure(entry.value.value).into(),
            entry.value.low.map(figure).into(),
            entry.value.high.map(figure).into(),
            entry.source.as_deref().into(),
        ]
    };
    ward.projection.entries.iter().map(row).collect()
}

fn courses(ward: &Ward) -> Vec<Vec<Entry>> {
    let row = |course: &fordel_core::ward::Course| {
        vec![course.name.as_str().into(), course.hours.into(), course.fee_kr.into(), course.valid_months.into()]
    };
    ward.courses.iter().map(row).collect()
}

fn certificates(ward: &Ward) -> Vec<Vec<Entry>> {
    let row = |taken: &fordel_core::ward::Certificate| {
        vec![
            taken.employee.as_str().into(),
            ward.group(taken.group).code.as_str().into(),
            taken.percent.map(percent).into(),
            ward.courses[taken.course.0].name.as_str().into(),
            taken.date.into(),
            taken.until.into(),
            weekends(taken.weekends),
        ]
    };
    let without_course = |person: &fordel_core::ward::Person| {
        vec![
            person.employee.as_str().into(),
            ward.group(person.group).code.as_str().into(),
            person.percent.map(percent).into(),
            Blank,
            Blank,
            Blank,
            weekends(person.weekends),
        ]
    };
    ward.certificates.iter().map(row).chain(ward.people.iter().map(without_course)).collect()
}

/// The percent of a position. One of 1 or less would be read as a share, as Excel's own percent is.
fn percent(percent: f64) -> Entry {
    if percent > 1.0 { percent.into() } else { format!("{percent} %").into() }
}

fn weekends(told: Option<Weekends>) -> Entry {
    match told {
        Some(Weekends::Every(every)) => every.into(),
        Some(Weekends::Never) => 0.0.into(),
        None => Blank,
    }
}

fn settings(ward: &Ward, w: Words) -> Vec<Vec<Entry>> {
    let set = &ward.settings;
    let categories = ward.categories.iter().map(|c| w.category(&c.name)).collect::<Vec<_>>().join("; ");
    let short = &set.shortage;
    let (varies, default, usual) = (set.variation, Variation::default(), Settings::default());
    // What is as by default isn't written: it may come to be another.
    let own = |value: f64, default: f64| (value != default).then_some(value);
    let values: [Entry; 22] = [
        (!ward.unit.is_empty()).then_some(ward.unit.as_str()).into(),
        words::intervals(ward).into(),
        set.evening_night_rate.into(),
        set.weekend_rate.into(),
        own(set.holiday_rate, usual.holiday_rate).into(),
        set.training_years.into(),
        set.refund.into(),
        set.plan_date.into(),
        set.cost_tolerance.into(),
        set.day_profile.as_deref().map(|weights| words::profile(ward, weights, w)).into(),
        w.alike(set.alike).into(),
        set.budget_kr.into(),
        categories.into(),
        w.yields(short.yellow).into(),
        w.yields(short.green).into(),
        w.within(short.within).into(),
        short.relief_is_own.then(|| w.relief(&short.relief)).into(),
        own(varies.illness_spread, default.illness_spread).into(),
        own(varies.covered, default.covered).into(),
        own(varies.activity_spread, default.activity_spread).into(),
        own(varies.minutes_range, default.minutes_range).into(),
        (short.dropped != Dropped::default()).then(|| w.dropped(short.dropped)).into(),
    ];
    setting::ALL.iter().zip(values).map(|(name, value)| vec![w.name(*name).into(), value]).collect()
}
