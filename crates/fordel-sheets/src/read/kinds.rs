//! Every kind of complaint that reading a workbook, of a ward or of a plan, can give, with how bad it is.
//!
//! The code is the message's key in `complaints.ftl`; `tests/gallery` holds an example of each, and a test holds that
//! the three lists are the same.

use fordel_core::complaint::{Complaint, Place, Severity};

/// A kind of complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The code, also the message's key.
    pub code: &'static str,
    /// How bad.
    pub severity: Severity,
}

impl Kind {
    /// A complaint of this kind at a place.
    pub fn at(self, place: Place) -> Complaint {
        Complaint { code: self.code, severity: self.severity, place, args: Vec::new() }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $severity:ident $code:literal;)*) => {
        $($(#[$doc])* pub const $name: Kind = Kind { code: $code, severity: Severity::$severity };)*
        /// All kinds.
        pub const ALL: &[Kind] = &[$($name),*];
    };
}

kinds! {
    // The file.
    /// There is no such file, or it can't be opened.
    FILE_MISSING = Fault "file-missing";
    /// No bytes at all.
    FILE_EMPTY = Fault "file-empty";
    /// More bytes than are read.
    FILE_LARGE = Fault "file-large";
    /// Unpacks to more bytes than are read.
    FILE_UNPACKED = Fault "file-unpacked";
    /// More parts than a workbook has.
    FILE_PARTS = Fault "file-parts";
    /// A part twice, or with a name that leaves the container.
    FILE_NAMES = Fault "file-names";
    /// XML with a document type definition.
    FILE_DTD = Fault "file-dtd";
    /// Locked with a password.
    FILE_ENCRYPTED = Fault "file-encrypted";
    /// Excel's format from before 2007.
    FILE_OLD = Fault "file-old";
    /// Excel's binary format.
    FILE_BINARY = Fault "file-binary";
    /// OpenDocument.
    FILE_OPENDOCUMENT = Fault "file-opendocument";
    /// Text, CSV or HTML.
    FILE_TEXT = Fault "file-text";
    /// Something else.
    FILE_FOREIGN = Fault "file-foreign";
    /// A workbook that can't be unpacked or parsed.
    FILE_DAMAGED = Fault "file-damaged";
    /// A sheet that can't be parsed.
    SHEET_DAMAGED = Fault "sheet-damaged";
    /// More sheets than are read.
    TOO_MANY_SHEETS = Fault "too-many-sheets";
    /// More cells or text than are read.
    TOO_MANY_CELLS = Fault "too-many-cells";
    /// Took too long.
    FILE_SLOW = Fault "file-slow";

    // Sheets.
    /// No sheet of tasks.
    NO_TASK_SHEET = Fault "no-task-sheet";
    /// The workbook of a plan.
    IS_A_PLAN = Fault "is-a-plan";
    /// Two sheets are the same by name.
    SHEET_TWICE = Fault "sheet-twice";
    /// A sheet that isn't part of a ward.
    SHEET_UNKNOWN = Notice "sheet-unknown";
    /// A wide form beside a sheet in the long form.
    WIDE_IGNORED = Notice "wide-ignored";
    /// A missing sheet that takes the default ward's values.
    SHEET_MISSING = Assumed "sheet-missing";
    /// A missing sheet for which the default ward has nothing.
    SHEET_ABSENT = Assumed "sheet-absent";
    /// A sheet without rows, which takes the default ward's values.
    SHEET_EMPTY = Assumed "sheet-empty";
    /// A sheet of tasks without tasks.
    NO_TASKS = Notice "no-tasks";

    // Columns.
    /// A needed column is missing.
    COLUMN_MISSING = Fault "column-missing";
    /// Two columns are the same by name.
    COLUMN_TWICE = Fault "column-twice";
    /// A column of unknown name.
    COLUMN_UNKNOWN = Notice "column-unknown";
    /// More rows than a ward has.
    TOO_MANY_ROWS = Fault "too-many-rows";
    /// Cells that took a column's default.
    ASSUMED_VALUE = Assumed "assumed-value";

    // Cells.
    /// A needed cell is empty.
    VALUE_MISSING = Fault "value-missing";
    /// An Excel error.
    CELL_ERROR = Fault "cell-error";
    /// A formula whose value isn't stored.
    FORMULA_WITHOUT_VALUE = Fault "formula-without-value";
    /// Not a number.
    NOT_A_NUMBER = Fault "not-a-number";
    /// Not a whole number.
    NOT_WHOLE = Fault "not-whole";
    /// A number that is too small or too large.
    OUT_OF_BOUNDS = Fault "out-of-bounds";
    /// Not a share.
    NOT_A_SHARE = Fault "not-a-share";
    /// A share that is too small or too large.
    SHARE_OUT_OF_BOUNDS = Fault "share-out-of-bounds";
    /// Neither yes nor no.
    NOT_YES_OR_NO = Fault "not-yes-or-no";
    /// Not a time of day.
    NOT_A_TIME = Fault "not-a-time";
    /// The number 1, which is one o'clock or Excel's midnight, as the end of a stretch.
    ONE_AS_TIME = Notice "one-as-time";
    /// Not a date.
    NOT_A_DATE = Fault "not-a-date";
    /// Not weekdays.
    NOT_DAYS = Fault "not-days";
    /// Not a colour of the traffic light.
    NOT_A_PRIORITY = Fault "not-a-priority";
    /// Not `group: value`.
    NOT_A_PAIR = Fault "not-a-pair";
    /// A least value above the most.
    LEAST_ABOVE_MOST = Fault "least-above-most";
    /// The same thing in two rows.
    ROW_TWICE = Fault "row-twice";

    // Names that refer to something.
    /// No such group.
    UNKNOWN_GROUP = Fault "unknown-group";
    /// No such category.
    UNKNOWN_CATEGORY = Fault "unknown-category";
    /// No such driver.
    UNKNOWN_DRIVER = Fault "unknown-driver";
    /// A driver with a name that means a stretch of time beside a count.
    DRIVER_IS_A_TIME = Fault "driver-is-a-time";
    /// No such course.
    UNKNOWN_COURSE = Fault "unknown-course";
    /// No such shift in the group.
    UNKNOWN_SHIFT = Fault "unknown-shift";
    /// No such interval.
    UNKNOWN_INTERVAL = Fault "unknown-interval";

    // Groups.
    /// Two groups with one code.
    GROUP_TWICE = Fault "group-twice";
    /// A group that covers itself over others.
    COVERS_IN_CIRCLE = Fault "covers-in-circle";
    /// No hourly cost, and no default group of that code.
    HOURLY_MISSING = Fault "hourly-missing";
    /// The default group's hourly cost.
    ASSUMED_HOURLY = Assumed "assumed-hourly";
    /// A group without shifts has no capacity.
    GROUP_WITHOUT_SHIFTS = Notice "group-without-shifts";

    // Shifts.
    /// A shift's name twice in a group on one day.
    SHIFT_TWICE = Fault "shift-twice";
    /// The shift's length as paid hours.
    ASSUMED_PAID = Assumed "assumed-paid";
    /// Heads on a day on which the shift doesn't run.
    SHIFT_NOT_THAT_DAY = Fault "shift-not-that-day";

    // Task lines.
    /// A span that passes the first interval's start.
    SPAN_PASSES_START = Fault "span-passes-start";
    /// Excel's date was read as an interval.
    DATE_AS_INTERVAL = Notice "date-as-interval";
    /// Excel's date isn't an interval.
    DATE_NOT_INTERVAL = Fault "date-not-interval";
    /// Daytime with weekend days alone.
    DAYTIME_IN_WEEKEND = Fault "daytime-in-weekend";
    /// Daytime in a ward without an interval within 07–15.
    DAYTIME_WITHOUT_INTERVAL = Fault "daytime-without-interval";
    /// Nobody may have the line.
    NOBODY_QUALIFIES = Fault "nobody-qualifies";
    /// The line is pinned to a group that may not have it.
    PINNED_NOT_QUALIFIED = Fault "pinned-not-qualified";
    /// The minutes lie outside their own range.
    MINUTES_OUTSIDE_RANGE = Fault "minutes-outside-range";
    /// One number on two names.
    NUMBER_WITH_TWO_NAMES = Notice "number-with-two-names";
    /// Health work by category.
    ASSUMED_HEALTH = Assumed "assumed-health";

    // Settings.
    /// A setting of unknown name.
    SETTING_UNKNOWN = Notice "setting-unknown";
    /// A setting twice.
    SETTING_TWICE = Fault "setting-twice";
    /// A setting's default.
    ASSUMED_SETTING = Assumed "assumed-setting";
    /// Not a stretch of the day.
    NOT_A_STRETCH = Fault "not-a-stretch";
    /// Intervals that leave a gap, overlap, or aren't 24 hours.
    INTERVALS_NOT_A_DAY = Fault "intervals-not-a-day";
    /// A category twice.
    CATEGORY_TWICE = Fault "category-twice";
    /// Neither weekdays nor no.
    NOT_ALIKE = Fault "not-alike";
    /// Neither to wait nor to be left out.
    NOT_YIELDING = Fault "not-yielding";
    /// None of the ends until which work may be put off.
    NOT_WITHIN = Fault "not-within";
    /// Not a list of steps of relief with their prices.
    NOT_RELIEF = Fault "not-relief";
    /// Not so many of so many.
    NOT_DROPPED = Fault "not-dropped";
    /// None of the kinds of row that the calendar has.
    NOT_A_CALENDAR_KIND = Fault "not-a-calendar-kind";
    /// Neither a weekday of the weekend nor the date's own.
    NOT_AS_DAY = Fault "not-as-day";
    /// The last date before the first.
    DATES_BACKWARDS = Fault "dates-backwards";
    /// More people of a group away than it has.
    MORE_AWAY_THAN_PEOPLE = Fault "more-away-than-people";
    /// More of a driver closed than there is of it on any weekday.
    MORE_CLOSED_THAN_COUNTED = Notice "more-closed-than-counted";
    /// More people of a group away on a day than it has, by several rows.
    MORE_AWAY_TOGETHER = Fault "more-away-together";
    /// More of a driver closed on a day than there is of it on any weekday, by several rows.
    MORE_CLOSED_TOGETHER = Notice "more-closed-together";
    /// More positions of apprentices than the group has people.
    MORE_APPRENTICES_THAN_PEOPLE = Notice "more-apprentices-than-people";
    /// A day profile names something that isn't an interval.
    PROFILE_INTERVAL = Fault "profile-interval";
    /// A weight that isn't one.
    PROFILE_WEIGHT = Fault "profile-weight";
    /// A day profile lacks intervals.
    PROFILE_MISSING = Fault "profile-missing";
    /// A day profile of zeros.
    PROFILE_ZERO = Fault "profile-zero";

    // Certificates.
    /// A last day before the day on which it was taken.
    UNTIL_BEFORE = Fault "until-before";
    /// A rule of presence that names a course and several groups.
    COURSE_OF_SEVERAL = Fault "course-of-several";
    /// Not which weekends somebody works.
    NOT_WEEKENDS = Fault "not-weekends";
    /// What looks like a person's name where a pseudonym should stand.
    PSEUDONYM_IS_A_NAME = Notice "pseudonym-is-a-name";
    /// One pseudonym in two groups.
    PSEUDONYM_IN_TWO_GROUPS = Notice "pseudonym-in-two-groups";
    /// More people of a group than it has.
    MORE_KNOWN_THAN_PEOPLE = Notice "more-known-than-people";

    // Counts of activity.
    /// Nothing is counted.
    COUNTS_EMPTY = Fault "counts-empty";
    /// Not an hour.
    NOT_AN_HOUR = Fault "not-an-hour";
    /// The same date, hour and driver with two numbers.
    COUNTED_TWICE = Fault "counted-twice";
    /// A count in the hour that the clock passes over in spring.
    HOUR_NEVER_COMES = Notice "hour-never-comes";
    /// More drivers than are read.
    TOO_MANY_DRIVERS = Fault "too-many-drivers";
    /// What looks like a national identity number where a driver's name should stand.
    IDENTITY_NUMBER = Fault "identity-number";
    /// A sum of the other counts.
    TOTAL_IGNORED = Notice "total-ignored";

    // The years ahead.
    /// Not ages.
    NOT_AGES = Fault "not-ages";
    /// None of the kinds of row that the projection has.
    NOT_A_PROJECTION_KIND = Fault "not-a-projection-kind";
    /// A lowest above the value, or a highest below it.
    RANGE_CROSSED = Fault "range-crossed";
    /// The same, or some of the same ages, in two rows.
    TOLD_TWICE = Fault "told-twice";
    /// Residents some of whose ages have another use than the others.
    AGES_CROSS = Fault "ages-cross";
    /// Ages with a use and no residents.
    AGES_WITHOUT_RESIDENTS = Fault "ages-without-residents";
    /// Residents of ages that have no use.
    AGES_WITHOUT_USE = Notice "ages-without-use";
    /// A group or ages where the kind of row has none.
    NOT_ABOUT = Fault "not-about";
    /// No residents by age and year.
    POPULATION_EMPTY = Fault "population-empty";
    /// Several regions, or not those that were named.
    POPULATION_REGIONS = Fault "population-regions";
    /// A cell without the number that the residents are reckoned with.
    POPULATION_GAP = Fault "population-gap";
    /// Residents of one sex alone.
    POPULATION_ONE_SEX = Fault "population-one-sex";
    /// A region without what the others have, where they are summed.
    POPULATION_UNEVEN = Fault "population-uneven";

    // The wide form.
    /// A text before the first heading.
    WIDE_TITLE = Notice "wide-title";
    /// A heading that is neither a time nor a category.
    WIDE_UNKNOWN_HEADING = Fault "wide-unknown-heading";
    /// A heading with a stretch of the day that isn't the ward's.
    WIDE_UNKNOWN_INTERVAL = Fault "wide-unknown-interval";
    /// A task without a mark.
    WIDE_NO_MARK = Fault "wide-no-mark";
    /// A task with two marks.
    WIDE_TWO_MARKS = Fault "wide-two-marks";
    /// Neither a mark nor a count.
    WIDE_NOT_A_MARK = Fault "wide-not-a-mark";
    /// Row numbers that go on from the sheet before.
    WIDE_ROWS_GO_ON = Notice "wide-rows-go-on";
    /// A header taken as a default group.
    WIDE_GROUP_MATCHED = Assumed "wide-group-matched";
    /// A group made from a header.
    WIDE_GROUP_MADE = Assumed "wide-group-made";
    /// The marked group as the least qualified.
    WIDE_ASSUMED_LOWEST = Assumed "wide-assumed-lowest";
    /// Once a day.
    WIDE_ASSUMED_COUNT = Assumed "wide-assumed-count";
    /// Ten minutes.
    WIDE_ASSUMED_MINUTES = Assumed "wide-assumed-minutes";
    /// Nothing told of today.
    WIDE_ASSUMED_TODAY = Assumed "wide-assumed-today";
    /// The first category.
    WIDE_ASSUMED_CATEGORY = Assumed "wide-assumed-category";
    /// Around the clock.
    WIDE_ASSUMED_TIMING = Assumed "wide-assumed-timing";
    /// Courses with no hours yet.
    WIDE_COURSE_HOURS = Assumed "wide-course-hours";

    // A plan's workbook.
    /// A sheet that the plan stands on is gone.
    PLAN_BOOK_SHEET = Fault "plan-book-sheet";
    /// Columns that the plan stands on are gone.
    PLAN_BOOK_COLUMNS = Fault "plan-book-columns";
    /// Not the number of a row of tasks.
    PLAN_BOOK_ROW = Fault "plan-book-row";
    /// Not days.
    PLAN_BOOK_DAYS = Fault "plan-book-days";
    /// A task without a group.
    PLAN_BOOK_GROUP = Fault "plan-book-group";
    /// Not a number of people.
    PLAN_BOOK_HEADS = Fault "plan-book-heads";

    /// More complaints than are listed.
    MORE_COMPLAINTS = Notice "more-complaints";
}
