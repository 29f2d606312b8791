//! How the sheets of a ward look: each column's width, what it holds, what Excel itself checks, and whether it must be
//! filled in. The names stand in [`crate::columns`].

use crate::columns::{self, DRIVER, Name, SheetNames, WEEKDAYS};
use crate::columns::{calendar, certificate, course, group, population, presence, projection, setting, shift, task};

/// What a column's cells hold, which decides their number format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text, formatted as text so that Excel keeps `07-09` and `0730` as typed.
    Text,
    /// A number as it is.
    Number,
    /// A share, shown as percent.
    Share,
    /// Kroner.
    Money,
    /// A date.
    Date,
}

/// Whether a cell must be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needed {
    /// May stay empty; the comment on the header says what is assumed then.
    No,
    /// Must be filled in on every row in use.
    Yes,
    /// Must be filled in unless the line is bound.
    UnlessBound,
}

/// What Excel checks or offers when somebody types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Check {
    /// Nothing.
    Free,
    /// Nothing, but a text of this key tells how to write it.
    Told(&'static str),
    /// A code from `Yrkesgrupper`.
    Group,
    /// Yes or no.
    YesNo,
    /// Which days.
    Days,
    /// An interval, a span, around the clock or daytime.
    Interval,
    /// A category.
    Category,
    /// A driver, week or month.
    Per,
    /// Red, yellow, green.
    Priority,
    /// A course from `Kurs`.
    Course,
    /// A number from 0.
    Amount,
    /// A number above 0.
    Positive,
    /// A share from 0 to below 1.
    Share,
    /// A whole number from 0.
    Heads,
    /// A whole number from 1.
    Whole,
    /// A time of day.
    Clock,
    /// A date.
    Date,
    /// A shift that the row's group has in `Vakter`.
    ShiftOfGroup,
    /// Whether weekdays share their heads.
    Alike,
    /// Whether work waits or is left out when people are missing.
    Yields,
    /// Until when work may be put off.
    Within,
    /// A kind of row of the calendar.
    CalendarKind,
    /// A kind of row of the projection.
    ProjectionKind,
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// Its name.
    pub name: Name,
    /// Key of the text that tells what it means.
    pub help: &'static str,
    /// Width in characters.
    pub width: f64,
    /// What it holds.
    pub kind: Kind,
    /// Whether it must be filled in.
    pub needed: Needed,
    /// What Excel checks.
    pub check: Check,
}

/// A sheet with its columns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    /// Its name, and its columns' names.
    pub names: &'static SheetNames,
    /// Key of the text in the instructions.
    pub help: &'static str,
    /// Its columns in order.
    pub columns: &'static [Column],
    /// Columns that stay in sight when one scrolls to the right.
    pub frozen: u16,
    /// Rows that are formatted and checked, the header not counted.
    pub rows: u32,
    /// Whether the program can do nothing without it.
    pub needed: bool,
}

const fn column(name: Name, help: &'static str, width: f64, kind: Kind, needed: Needed, check: Check) -> Column {
    Column { name, help, width, kind, needed, check }
}

use Kind::{Money, Number, Text};
use Needed::{No, UnlessBound, Yes};

/// `Oppgaver`.
pub(super) const TASKS: Layout = Layout {
    names: &columns::TASKS,
    help: "guide-tasks",
    frozen: 2,
    rows: 1000,
    needed: true,
    columns: &[
        column(task::NUMBER, "help-task-number", 5.0, Number, No, Check::Free),
        column(task::TASK, "help-task-name", 36.0, Text, Yes, Check::Free),
        column(task::CATEGORY, "help-task-category", 20.0, Text, Yes, Check::Category),
        column(task::INTERVAL, "help-task-interval", 12.0, Text, Yes, Check::Interval),
        column(task::DAYS, "help-task-days", 10.5, Text, No, Check::Days),
        column(task::COUNT, "help-task-count", 8.0, Number, UnlessBound, Check::Amount),
        column(task::PER, "help-task-per", 13.5, Text, No, Check::Per),
        column(task::MINUTES, "help-task-minutes", 9.0, Number, UnlessBound, Check::Amount),
        column(
            task::MINUTES_BY_GROUP,
            "help-task-minutes-by-group",
            13.0,
            Text,
            No,
            Check::Told("prompt-minutes-by-group"),
        ),
        column(task::MINUTES_LOW, "help-task-minutes-low", 9.0, Number, No, Check::Amount),
        column(task::MINUTES_HIGH, "help-task-minutes-high", 9.0, Number, No, Check::Amount),
        column(task::PEOPLE, "help-task-people", 9.0, Number, No, Check::Whole),
        column(task::BOUND, "help-task-bound", 8.5, Text, No, Check::YesNo),
        column(task::FLEXIBLE, "help-task-flexible", 9.5, Text, No, Check::YesNo),
        column(task::LOWEST, "help-task-lowest", 11.0, Text, Yes, Check::Group),
        column(task::ONLY, "help-task-only", 9.0, Text, No, Check::Told("prompt-groups")),
        column(task::TODAY, "help-task-today", 7.5, Text, No, Check::Group),
        column(task::PINNED, "help-task-pinned", 8.0, Text, No, Check::Group),
        column(task::SAME_ALL_WEEK, "help-task-same-all-week", 11.0, Text, No, Check::YesNo),
        column(task::TRAINING, "help-task-training", 19.0, Text, No, Check::Told("prompt-training")),
        column(task::PRIORITY, "help-task-priority", 9.5, Text, No, Check::Priority),
        column(task::HEALTH, "help-task-health", 11.0, Text, No, Check::YesNo),
        column(task::NOTE, "help-task-note", 28.0, Text, No, Check::Free),
    ],
};

/// `Yrkesgrupper`.
pub(super) const GROUPS: Layout = Layout {
    names: &columns::GROUPS,
    help: "guide-groups",
    frozen: 2,
    rows: 40,
    needed: false,
    columns: &[
        column(group::CODE, "help-group-code", 8.0, Text, Yes, Check::Free),
        column(group::NAME, "help-group-name", 24.0, Text, No, Check::Free),
        column(group::COVERS, "help-group-covers", 18.0, Text, No, Check::Told("prompt-covers")),
        column(group::BESIDE, "help-group-beside", 10.0, Text, No, Check::YesNo),
        column(group::HOURLY, "help-group-hourly", 12.0, Money, Yes, Check::Amount),
        column(group::WEEKLY_HOURS, "help-group-weekly-hours", 10.0, Number, No, Check::Positive),
        column(group::ABSENCE, "help-group-absence", 9.0, Kind::Share, No, Check::Share),
        column(group::HOLIDAY, "help-group-holiday", 10.0, Number, No, Check::Amount),
        column(group::TASK_TIME, "help-group-task-time", 11.0, Kind::Share, No, Check::Share),
        column(group::POSITIONS, "help-group-positions", 9.0, Number, No, Check::Amount),
        column(group::POSITIONS_LEAST, "help-group-positions-least", 9.0, Number, No, Check::Amount),
        column(group::PEOPLE, "help-group-people", 9.0, Number, No, Check::Amount),
        column(group::WEEKEND, "help-group-weekend", 9.0, Number, No, Check::Positive),
        column(group::SCARCE, "help-group-scarce", 10.0, Text, No, Check::YesNo),
    ],
};

/// `Vakter`.
pub(super) const SHIFTS: Layout = Layout {
    names: &columns::SHIFTS,
    help: "guide-shifts",
    frozen: 2,
    rows: 100,
    needed: false,
    columns: &[
        column(shift::GROUP, "help-shift-group", 10.0, Text, Yes, Check::Group),
        column(shift::SHIFT, "help-shift-name", 10.0, Text, Yes, Check::Free),
        column(shift::START, "help-shift-start", 10.0, Text, Yes, Check::Clock),
        column(shift::END, "help-shift-end", 10.0, Text, Yes, Check::Clock),
        column(shift::PAID, "help-shift-paid", 12.0, Number, No, Check::Positive),
        column(shift::DAYS, "help-shift-days", 12.0, Text, No, Check::Days),
        column(shift::MIN, "help-shift-min", 8.0, Number, No, Check::Heads),
        column(shift::MAX, "help-shift-max", 8.0, Number, No, Check::Heads),
    ],
};

const fn weekday(day: usize, help: &'static str, check: Check) -> Column {
    column(WEEKDAYS[day], help, 8.0, Number, No, check)
}

/// `Bemanning i dag`.
pub(super) const STAFFING_TODAY: Layout = Layout {
    names: &columns::STAFFING_TODAY,
    help: "guide-staffing-today",
    frozen: 2,
    rows: 100,
    needed: false,
    columns: &[
        column(shift::GROUP, "help-today-group", 10.0, Text, Yes, Check::Group),
        column(shift::SHIFT, "help-today-shift", 10.0, Text, Yes, Check::ShiftOfGroup),
        weekday(0, "help-today-day", Check::Heads),
        weekday(1, "help-today-day", Check::Heads),
        weekday(2, "help-today-day", Check::Heads),
        weekday(3, "help-today-day", Check::Heads),
        weekday(4, "help-today-day", Check::Heads),
        weekday(5, "help-today-day", Check::Heads),
        weekday(6, "help-today-day", Check::Heads),
    ],
};

/// `Tilstedeværelse`.
pub(super) const PRESENCE: Layout = Layout {
    names: &columns::PRESENCE,
    help: "guide-presence",
    frozen: 1,
    rows: 40,
    needed: false,
    columns: &[
        column(presence::GROUPS, "help-presence-groups", 18.0, Text, Yes, Check::Told("prompt-presence")),
        column(presence::FROM, "help-presence-from", 10.0, Text, Yes, Check::Clock),
        column(presence::TO, "help-presence-to", 10.0, Text, Yes, Check::Clock),
        column(presence::DAYS, "help-presence-days", 12.0, Text, No, Check::Days),
        column(presence::COUNT, "help-presence-count", 10.0, Number, Yes, Check::Heads),
        column(presence::COURSE, "help-presence-course", 24.0, Text, No, Check::Course),
    ],
};

/// `Aktivitet`.
pub(super) const ACTIVITY: Layout = Layout {
    names: &columns::ACTIVITY,
    help: "guide-activity",
    frozen: 1,
    rows: 30,
    needed: false,
    columns: &[
        column(DRIVER, "help-driver", 20.0, Text, Yes, Check::Free),
        weekday(0, "help-driver-day", Check::Amount),
        weekday(1, "help-driver-day", Check::Amount),
        weekday(2, "help-driver-day", Check::Amount),
        weekday(3, "help-driver-day", Check::Amount),
        weekday(4, "help-driver-day", Check::Amount),
        weekday(5, "help-driver-day", Check::Amount),
        weekday(6, "help-driver-day", Check::Amount),
    ],
};

/// `Kalender`.
pub(super) const CALENDAR: Layout = Layout {
    names: &columns::CALENDAR,
    help: "guide-calendar",
    frozen: 1,
    rows: 200,
    needed: false,
    columns: &[
        column(calendar::FROM, "help-calendar-from", 13.0, Kind::Date, Yes, Check::Date),
        column(calendar::TO, "help-calendar-to", 13.0, Kind::Date, No, Check::Date),
        column(calendar::KIND, "help-calendar-kind", 16.0, Text, Yes, Check::CalendarKind),
        column(calendar::OF, "help-calendar-of", 16.0, Text, No, Check::Free),
        column(calendar::VALUE, "help-calendar-value", 12.0, Text, Yes, Check::Told("prompt-calendar-value")),
        column(calendar::NOTE, "help-calendar-note", 36.0, Text, No, Check::Free),
    ],
};

/// `Befolkning`.
pub(super) const POPULATION: Layout = Layout {
    names: &columns::POPULATION,
    help: "guide-population",
    frozen: 1,
    rows: 500,
    needed: false,
    columns: &[
        column(population::YEAR, "help-population-year", 10.0, Number, Yes, Check::Whole),
        column(population::AGES, "help-population-ages", 12.0, Text, Yes, Check::Told("prompt-ages")),
        column(population::NUMBER, "help-population-number", 12.0, Number, Yes, Check::Amount),
        column(population::LOW, "help-population-low", 12.0, Number, No, Check::Amount),
        column(population::HIGH, "help-population-high", 12.0, Number, No, Check::Amount),
        column(population::SOURCE, "help-projection-source", 60.0, Text, No, Check::Free),
    ],
};

/// `Framskriving`.
pub(super) const PROJECTION: Layout = Layout {
    names: &columns::PROJECTION,
    help: "guide-projection",
    frozen: 1,
    rows: 200,
    needed: false,
    columns: &[
        column(projection::KIND, "help-projection-kind", 22.0, Text, Yes, Check::ProjectionKind),
        column(projection::GROUP, "help-projection-group", 10.0, Text, No, Check::Group),
        column(projection::AGES, "help-projection-ages", 12.0, Text, No, Check::Told("prompt-ages")),
        column(projection::FROM, "help-projection-from", 10.0, Number, No, Check::Whole),
        column(projection::VALUE, "help-projection-value", 12.0, Text, Yes, Check::Told("prompt-projection-value")),
        column(projection::LOW, "help-projection-low", 10.0, Text, No, Check::Free),
        column(projection::HIGH, "help-projection-high", 10.0, Text, No, Check::Free),
        column(projection::SOURCE, "help-projection-source", 60.0, Text, No, Check::Free),
    ],
};

/// `Kurs`.
pub(super) const COURSES: Layout = Layout {
    names: &columns::COURSES,
    help: "guide-courses",
    frozen: 1,
    rows: 100,
    needed: false,
    columns: &[
        column(course::COURSE, "help-course-name", 24.0, Text, Yes, Check::Free),
        column(course::HOURS, "help-course-hours", 10.0, Number, Yes, Check::Amount),
        column(course::FEE, "help-course-fee", 12.0, Money, No, Check::Amount),
        column(course::VALID, "help-course-valid", 12.0, Number, No, Check::Whole),
    ],
};

/// `Sertifikater`.
pub(super) const CERTIFICATES: Layout = Layout {
    names: &columns::CERTIFICATES,
    help: "guide-certificates",
    frozen: 1,
    rows: 1000,
    needed: false,
    columns: &[
        column(certificate::EMPLOYEE, "help-certificate-employee", 14.0, Text, Yes, Check::Free),
        column(certificate::GROUP, "help-certificate-group", 10.0, Text, Yes, Check::Group),
        column(certificate::PERCENT, "help-certificate-percent", 14.0, Number, No, Check::Amount),
        column(certificate::COURSE, "help-certificate-course", 24.0, Text, No, Check::Course),
        column(certificate::DATE, "help-certificate-date", 13.0, Kind::Date, No, Check::Date),
        column(certificate::UNTIL, "help-certificate-until", 13.0, Kind::Date, No, Check::Date),
        column(certificate::WEEKENDS, "help-certificate-weekends", 12.0, Number, No, Check::Amount),
    ],
};

/// `Innstillinger`.
pub(super) const SETTINGS: Layout = Layout {
    names: &columns::SETTINGS,
    help: "guide-settings",
    frozen: 1,
    rows: 30,
    needed: false,
    columns: &[
        column(setting::NAME, "help-setting-name", 26.0, Text, No, Check::Free),
        column(setting::VALUE, "help-setting-value", 84.0, Text, No, Check::Free),
    ],
};

/// All sheets in the order in which they stand, the instructions not counted.
pub(super) const ALL: [&Layout; 12] = [
    &TASKS,
    &GROUPS,
    &SHIFTS,
    &STAFFING_TODAY,
    &PRESENCE,
    &ACTIVITY,
    &CALENDAR,
    &POPULATION,
    &PROJECTION,
    &COURSES,
    &CERTIFICATES,
    &SETTINGS,
];

/// What a setting's value holds, with the text that explains it, in the order of [`setting::ALL`].
pub(super) const SETTING_VALUES: [(Kind, Check, &str); 22] = [
    (Kind::Text, Check::Free, "help-setting-unit"),
    (Kind::Text, Check::Free, "help-setting-intervals"),
    (Kind::Share, Check::Share, "help-setting-evening-night"),
    (Kind::Share, Check::Share, "help-setting-weekend"),
    (Kind::Share, Check::Share, "help-setting-holiday"),
    (Kind::Number, Check::Positive, "help-setting-training-years"),
    (Kind::Share, Check::Share, "help-setting-refund"),
    (Kind::Date, Check::Date, "help-setting-plan-date"),
    (Kind::Share, Check::Share, "help-setting-tolerance"),
    (Kind::Text, Check::Free, "help-setting-profile"),
    (Kind::Text, Check::Alike, "help-setting-alike"),
    (Kind::Money, Check::Amount, "help-setting-budget"),
    (Kind::Text, Check::Free, "help-setting-categories"),
    (Kind::Text, Check::Yields, "help-setting-yellow"),
    (Kind::Text, Check::Yields, "help-setting-green"),
    (Kind::Text, Check::Within, "help-setting-within"),
    (Kind::Text, Check::Free, "help-setting-relief"),
    (Kind::Share, Check::Share, "help-setting-illness-spread"),
    (Kind::Share, Check::Share, "help-setting-covered"),
    (Kind::Share, Check::Share, "help-setting-activity-spread"),
    (Kind::Share, Check::Share, "help-setting-minutes-range"),
    (Kind::Text, Check::Free, "help-setting-dropped"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use fordel_text::{Lang, Texts};

    #[test]
    fn the_layout_holds_every_column_in_the_order_of_the_one_list() {
        assert_eq!(ALL.len(), columns::SHEETS.len());
        for (layout, names) in ALL.iter().zip(columns::SHEETS) {
            assert_eq!(layout.names.name, names.name);
            let columns: Vec<Name> = layout.columns.iter().map(|c| c.name).collect();
            assert_eq!(columns, names.columns, "{}", names.name.nb);
        }
        assert_eq!(SETTING_VALUES.len(), setting::ALL.len());
    }

    #[test]
    fn every_column_is_explained_in_both_languages() {
        for texts in [Lang::Nb, Lang::En].map(Texts::new) {
            for layout in ALL {
                assert!(texts.has(layout.help), "{}", layout.help);
                layout.columns.iter().for_each(|c| assert!(texts.has(c.help), "{}", c.help));
            }
            SETTING_VALUES.iter().for_each(|(_, _, help)| assert!(texts.has(help), "{help}"));
        }
    }
}
