//! The workbook's sheets and columns by their Norwegian and English names: the one list that reading and writing share.

mod ahead;

use fordel_text::standard;

pub use ahead::{POPULATION, PROJECTION, population, projection};

/// A name in both languages, with other spellings that are understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// Norwegian.
    pub nb: &'static str,
    /// English.
    pub en: &'static str,
    /// Other spellings.
    pub also: &'static [&'static str],
}

const fn name(nb: &'static str, en: &'static str) -> Name {
    Name { nb, en, also: &[] }
}

impl Name {
    const fn also(self, also: &'static [&'static str]) -> Name {
        Name { nb: self.nb, en: self.en, also }
    }
    /// Every spelling.
    pub fn spellings(&self) -> impl Iterator<Item = &'static str> + use<> {
        [self.nb, self.en].into_iter().chain(self.also.iter().copied())
    }
    /// The name in the language of one of its spellings: English for the English name, else Norwegian.
    pub fn said_as(&self, spelling: &str) -> &'static str {
        if spelling == self.en { self.en } else { self.nb }
    }
}

/// A sheet's name with its columns in the order in which they are written.
#[derive(Clone, Copy, Debug)]
pub struct SheetNames {
    /// The sheet's name.
    pub name: Name,
    /// Its columns.
    pub columns: &'static [Name],
}

/// Columns of `Oppgaver`.
pub mod task {
    use super::{Name, name};
    /// Task number.
    pub const NUMBER: Name = name("Nr", "No").also(&["Nummer", "Number", "Oppgavenr", "Task no"]);
    /// Task name.
    pub const TASK: Name = name("Oppgave", "Task").also(&["Oppgaven", "Oppgavenavn", "Task name"]);
    /// Category.
    pub const CATEGORY: Name = name("Kategori", "Category").also(&["Oppgavekategori"]);
    /// Timing.
    pub const INTERVAL: Name = name("Tidsintervall", "Interval").also(&["Intervall", "Tidsrom", "Time interval"]);
    /// Weekdays.
    pub const DAYS: Name = name("Dager", "Days").also(&["Ukedager"]);
    /// Occurrences.
    pub const COUNT: Name = name("Antall", "Count").also(&["Antall per dag"]);
    /// What the count is per.
    pub const PER: Name = name("Per", "Per");
    /// Minutes for one occurrence.
    pub const MINUTES: Name = name("Minutter", "Minutes").also(&["Min per gang"]);
    /// Minutes for other groups.
    pub const MINUTES_BY_GROUP: Name = name("Minutter per gruppe", "Minutes by group").also(&["Minutes per group"]);
    /// Low end of the minutes.
    pub const MINUTES_LOW: Name = name("Minutter lav", "Minutes low").also(&["Low minutes"]);
    /// High end of the minutes.
    pub const MINUTES_HIGH: Name = name("Minutter høy", "Minutes high").also(&["High minutes"]);
    /// People at once.
    pub const PEOPLE: Name = name("Personer", "People");
    /// Holds whole heads.
    pub const BOUND: Name = name("Bundet", "Bound");
    /// Minutes may be spread.
    pub const FLEXIBLE: Name = name("Fleksibel", "Flexible");
    /// Least qualified group.
    pub const LOWEST: Name = name("Minstekrav", "Lowest").also(&["Laveste", "Lowest group"]);
    /// Only these groups.
    pub const ONLY: Name = name("Bare", "Only").also(&["Kun"]);
    /// Who does it today.
    pub const TODAY: Name = name("I dag", "Today");
    /// Where it must stay.
    pub const PINNED: Name = name("Låst til", "Pinned").also(&["Låst", "Pinned to"]);
    /// One group all week.
    pub const SAME_ALL_WEEK: Name =
        name("Samme gruppe hele uka", "Same all week").also(&["Samme gruppe hele uken", "Same group all week"]);
    /// Courses by group.
    pub const TRAINING: Name = name("Opplæring", "Training");
    /// Colour.
    pub const PRIORITY: Name = name("Prioritet", "Priority");
    /// Health work.
    pub const HEALTH: Name = name("Helsefaglig", "Health work");
    /// Free text.
    pub const NOTE: Name = name("Merknad", "Note").also(&["Merknader", "Kommentar", "Notes", "Comment"]);
}

/// Columns of `Yrkesgrupper`.
pub mod group {
    use super::{Name, name};
    /// Code.
    pub const CODE: Name = name("Kode", "Code").also(&["Gruppekode"]);
    /// Name.
    pub const NAME: Name = name("Navn", "Name").also(&["Yrkesgruppe"]);
    /// Whom it covers.
    pub const COVERS: Name = name("Dekker", "Covers");
    /// Out of the chain.
    pub const BESIDE: Name = name("Ved siden av", "Beside");
    /// Kroner an hour.
    pub const HOURLY: Name = name("Timekostnad", "Hourly cost").also(&["Timepris", "Kostnad per time"]);
    /// Hours a week.
    pub const WEEKLY_HOURS: Name = name("Uketimer", "Weekly hours").also(&["Timer per uke"]);
    /// Absence.
    pub const ABSENCE: Name = name("Fravær", "Absence");
    /// Weeks of holiday.
    pub const HOLIDAY: Name = name("Ferieuker", "Holiday weeks");
    /// Share of presence for tasks.
    pub const TASK_TIME: Name = name("Tid til oppgaver", "Task time").also(&["Oppgavetid"]);
    /// Positions there are.
    pub const POSITIONS: Name = name("Årsverk", "Positions").also(&["Stillinger", "FTE"]);
    /// Positions that must be used.
    pub const POSITIONS_LEAST: Name =
        name("Årsverk minst", "Positions least").also(&["Least positions", "Minst årsverk"]);
    /// People there are.
    pub const PEOPLE: Name = name("Ansatte", "People").also(&["Antall ansatte", "Employees"]);
    /// Every k-th weekend.
    pub const WEEKEND: Name = name("Helg hver", "Weekend every").also(&["Hver helg"]);
    /// Scarce.
    pub const SCARCE: Name = name("Knapp ressurs", "Scarce").also(&["Knapp", "Scarce resource"]);
}

/// Columns of `Vakter`.
pub mod shift {
    use super::{Name, name};
    /// Whose.
    pub const GROUP: Name = name("Gruppe", "Group").also(&["Yrkesgruppe"]);
    /// Name.
    pub const SHIFT: Name = name("Vakt", "Shift").also(&["Vaktkode"]);
    /// Start.
    pub const START: Name = name("Start", "Start").also(&["Fra", "From"]);
    /// End.
    pub const END: Name = name("Slutt", "End").also(&["Til", "To"]);
    /// Paid hours.
    pub const PAID: Name = name("Betalte timer", "Paid hours");
    /// Weekdays.
    pub const DAYS: Name = name("Dager", "Days").also(&["Ukedager"]);
    /// Least heads.
    pub const MIN: Name = name("Min", "Min").also(&["Minst", "Least"]);
    /// Most heads.
    pub const MAX: Name = name("Maks", "Max").also(&["Mest", "Most"]);
}

/// Monday to Sunday, as columns.
pub const WEEKDAYS: [Name; 7] = [
    name("Man", "Mon").also(&["Ma", "Mandag", "Monday"]),
    name("Tir", "Tue").also(&["Ti", "Tirs", "Tirsdag", "Tuesday", "Tues"]),
    name("Ons", "Wed").also(&["On", "Onsdag", "Wednesday"]),
    name("Tor", "Thu").also(&["To", "Tors", "Torsdag", "Thursday", "Thur", "Thurs"]),
    name("Fre", "Fri").also(&["Fr", "Fredag", "Friday"]),
    name("Lør", "Sat").also(&["Lø", "Lørdag", "Saturday", "Laurdag"]),
    name("Søn", "Sun").also(&["Sø", "Søndag", "Sunday", "Sundag"]),
];

/// Columns of `Tilstedeværelse`.
pub mod presence {
    use super::{Name, name};
    /// Whose heads count.
    pub const GROUPS: Name = name("Grupper", "Groups").also(&["Gruppe", "Group"]);
    /// Start of the window.
    pub const FROM: Name = name("Fra", "From").also(&["Start"]);
    /// End of the window.
    pub const TO: Name = name("Til", "To").also(&["Slutt", "End"]);
    /// Days on which it starts.
    pub const DAYS: Name = name("Dager", "Days").also(&["Ukedager"]);
    /// Heads.
    pub const COUNT: Name = name("Antall", "Count").also(&["Minst", "Least"]);
    /// The course that those heads must hold.
    pub const COURSE: Name = name("Kurs", "Course").also(&["Med kurs", "With course"]);
}

/// The first column of `Aktivitet`.
pub const DRIVER: Name = name("Driver", "Driver").also(&["Aktivitet", "Activity"]);

/// Columns of `Kalender`.
pub mod calendar {
    use super::{Name, name};
    /// The first date.
    pub const FROM: Name = name("Fra dato", "From date").also(&["Fra", "From", "Dato", "Date"]);
    /// The last date.
    pub const TO: Name = name("Til dato", "To date").also(&["Til", "To", "Til og med"]);
    /// What holds then.
    pub const KIND: Name = name("Type", "Kind").also(&["Hva", "What"]);
    /// The group or driver that it is about.
    pub const OF: Name = name("Gjelder", "Applies to").also(&["Gruppe", "Group", "Driver"]);
    /// How much.
    pub const VALUE: Name = name("Verdi", "Value");
    /// Free text.
    pub const NOTE: Name = name("Merknad", "Note");
}

/// Columns of a file of counts.
pub mod counts {
    use super::{Name, name};
    /// The date, with or without a time.
    pub const DATE: Name = name("Dato", "Date").also(&[
        "Tidspunkt",
        "Dag",
        "Time stamp",
        "Timestamp",
        "Day",
        // What Excel heads the rows of a pivot table with.
        "Radetiketter",
        "Row Labels",
    ]);
    /// The hour.
    pub const HOUR: Name = name("Time", "Hour").also(&["Klokkeslett", "Kl", "Clock"]);
    /// What is counted.
    pub const DRIVER: Name = name("Driver", "Driver").also(&["Type", "Måltall", "Measure", "Aktivitet", "Activity"]);
    /// How many.
    pub const COUNT: Name = name("Antall", "Count").also(&["Verdi", "Value", "Tall", "Number"]);
    /// All of them.
    pub const ALL: &[Name] = &[DATE, HOUR, DRIVER, COUNT];
    /// What a file without a column for it counts.
    pub const DEFAULT_DRIVER: &str = "pasienter";
}

/// Columns of `Kurs`.
pub mod course {
    use super::{Name, name};
    /// Name.
    pub const COURSE: Name = name("Kurs", "Course").also(&["Kursnavn"]);
    /// Hours a person spends.
    pub const HOURS: Name = name("Timer", "Hours");
    /// Fee a person.
    pub const FEE: Name = name("Kursavgift", "Fee").also(&["Avgift"]);
    /// Months it is valid.
    pub const VALID: Name = name("Gyldig måneder", "Valid months").also(&["Gyldighet måneder", "Gyldig i måneder"]);
}

/// Columns of `Sertifikater`.
pub mod certificate {
    use super::{Name, name};
    /// A pseudonym.
    pub const EMPLOYEE: Name = name("Ansatt", "Employee");
    /// The person's group.
    pub const GROUP: Name = name("Gruppe", "Group").also(&["Yrkesgruppe"]);
    /// Percent of a position.
    pub const PERCENT: Name = name("Stillingsprosent", "Percent").also(&["Stilling", "Position percent"]);
    /// What was taken.
    pub const COURSE: Name = name("Kurs", "Course");
    /// When.
    pub const DATE: Name = name("Dato", "Date");
    /// The last day on which it counts.
    pub const UNTIL: Name = name("Gyldig til", "Valid until").also(&["Utløper", "Utløpsdato", "Expires"]);
    /// Which weekends the person works.
    pub const WEEKENDS: Name = name("Helg hver", "Weekend every").also(&["Helg", "Weekend"]);
}

/// Columns of a list from a competence portal, with the names that portals give them.
pub mod people {
    use super::{Name, name};
    /// Who: a number or a name, which is not kept.
    pub const PERSON: Name = name("Ansatt", "Employee").also(&[
        "Ansattnr",
        "Ansattnummer",
        "Ansatt nr",
        "Medarbeider",
        "Medarbeidernr",
        "Medarbeidernummer",
        "Ressursnr",
        "Ressursnummer",
        "Lønnsnummer",
        "Employee no",
        "Employee number",
        "Employee id",
        "Brukernavn",
        "Username",
        "Navn",
        "Name",
    ]);
    /// In the list of who is who: what stands for the person.
    pub const PSEUDONYM: Name = name("Pseudonym", "Pseudonym");
    /// The person's group, or title.
    pub const GROUP: Name = name("Stilling", "Position").also(&[
        "Gruppe",
        "Group",
        "Yrkesgruppe",
        "Yrke",
        "Stillingstittel",
        "Stillingskode",
        "Stillingsbetegnelse",
        "Tittel",
        "Title",
        "Job title",
        "Profesjon",
        "Profession",
        "Rolle",
        "Role",
    ]);
    /// The course.
    pub const COURSE: Name = name("Kurs", "Course").also(&[
        "Kursnavn",
        "Kurstittel",
        "Course name",
        "Kompetanse",
        "Kompetansekrav",
        "Competence",
        "Sertifikat",
        "Certificate",
        "Opplæring",
        "Training",
        "E-læring",
        "Læringsaktivitet",
        "Aktivitet",
    ]);
    /// When it was taken.
    pub const TAKEN: Name = name("Gjennomført dato", "Completed date").also(&[
        "Gjennomført",
        "Gjennomførtdato",
        "Dato gjennomført",
        "Fullført",
        "Fullført dato",
        "Fullførtdato",
        "Bestått dato",
        "Godkjent dato",
        "Dato",
        "Date",
        "Completed",
        "Completed on",
        "Completion date",
        "Date completed",
    ]);
    /// The last day on which it counts.
    pub const UNTIL: Name = name("Gyldig til", "Valid until").also(&[
        "Gyldig til og med",
        "Utløper",
        "Utløpsdato",
        "Utløp",
        "Utgår",
        "Expires",
        "Expiry",
        "Expiry date",
        "Valid to",
    ]);
    /// Percent of a position.
    pub const PERCENT: Name = name("Stillingsprosent", "Percent").also(&[
        "Stillings%",
        "Stillingsandel",
        "Prosent",
        "St.pst",
        "St.prosent",
        "Still.pst",
        "Still.prosent",
        "Stillingspst",
        "Position percent",
        "FTE percent",
    ]);
    /// Which weekends the person works.
    pub const WEEKENDS: Name = name("Helg hver", "Weekend every").also(&["Helg", "Helgefrekvens", "Weekend"]);
    /// Whether it was passed.
    pub const STATUS: Name = name("Status", "Status").also(&["Resultat", "Result", "Tilstand", "State"]);
    /// All of them.
    pub const ALL: &[Name] = &[PERSON, GROUP, COURSE, TAKEN, UNTIL, PERCENT, WEEKENDS, STATUS];
}

/// Columns and names of `Innstillinger`.
pub mod setting {
    use super::{Name, name};
    /// Column of names.
    pub const NAME: Name = name("Navn", "Name").also(&["Innstilling", "Setting"]);
    /// Column of values.
    pub const VALUE: Name = name("Verdi", "Value");

    /// Unit's name.
    pub const UNIT: Name = name("Enhet", "Unit");
    /// Cut of the day.
    pub const INTERVALS: Name = name("Intervaller", "Intervals").also(&["Tidsintervaller"]);
    /// Evening and night supplement.
    pub const EVENING_NIGHT: Name =
        name("Kveld/natt-tillegg", "Evening/night supplement").also(&["Kvelds- og nattillegg", "Kveld- og nattillegg"]);
    /// Weekend supplement.
    pub const WEEKEND: Name = name("Helgetillegg", "Weekend supplement");
    /// Supplement on public holidays.
    pub const HOLIDAY: Name = name("Helligdagstillegg", "Public holiday supplement").also(&["Høytidstillegg"]);
    /// Years over which training is spread.
    pub const TRAINING_YEARS: Name = name("Opplæring år", "Training years");
    /// Refunded share of absence.
    pub const REFUND: Name = name("Refusjon", "Refund");
    /// The plan's date.
    pub const PLAN_DATE: Name = name("Plandato", "Plan date");
    /// Tolerance of the goal cost.
    pub const TOLERANCE: Name = name("Toleranse kostnad", "Cost tolerance");
    /// Weights of the intervals.
    pub const PROFILE: Name = name("Døgnprofil", "Day profile");
    /// Days alike.
    pub const ALIKE: Name = name("Lik bemanning", "Same staffing");
    /// Most kroner a year.
    pub const BUDGET: Name = name("Budsjett", "Budget");
    /// Categories.
    pub const CATEGORIES: Name = name("Kategorier", "Categories");
    /// What yellow work may do when people are missing.
    pub const YELLOW: Name = name("Gule oppgaver ved mangel", "Yellow tasks when short").also(&["Gule oppgaver"]);
    /// What green work may do when people are missing.
    pub const GREEN: Name = name("Grønne oppgaver ved mangel", "Green tasks when short").also(&["Grønne oppgaver"]);
    /// How far work may be put off on its own day.
    pub const WITHIN: Name = name("Utsettelse innen", "Put off within");
    /// Order of relief with its prices.
    pub const RELIEF: Name = name("Avlastning", "Relief");
    /// How much illness goes up and down from week to week.
    pub const ILLNESS_SPREAD: Name = name("Sykdom mellom uker", "Illness between weeks");
    /// Share of absence that is covered before the shift.
    pub const COVERED: Name = name("Fravær dekket på forhånd", "Absence covered beforehand");
    /// How much activity goes up and down from day to day.
    pub const ACTIVITY_SPREAD: Name = name("Aktivitet mellom dager", "Activity between days");
    /// Range of minutes for lines without one.
    pub const MINUTES_RANGE: Name = name("Spenn i minutter", "Range of minutes");
    /// When a task that is left out again and again is a finding.
    pub const DROPPED: Name = name("Utelatt oppgave er funn", "Left-out task is a finding");

    /// All settings in the order in which they are written.
    pub const ALL: &[Name] = &[
        UNIT,
        INTERVALS,
        EVENING_NIGHT,
        WEEKEND,
        HOLIDAY,
        TRAINING_YEARS,
        REFUND,
        PLAN_DATE,
        TOLERANCE,
        PROFILE,
        ALIKE,
        BUDGET,
        CATEGORIES,
        YELLOW,
        GREEN,
        WITHIN,
        RELIEF,
        ILLNESS_SPREAD,
        COVERED,
        ACTIVITY_SPREAD,
        MINUTES_RANGE,
        DROPPED,
    ];
}

/// `Oppgaver`.
pub const TASKS: SheetNames = SheetNames {
    name: name("Oppgaver", "Tasks").also(&["Oppgaveliste"]),
    columns: &[
        task::NUMBER,
        task::TASK,
        task::CATEGORY,
        task::INTERVAL,
        task::DAYS,
        task::COUNT,
        task::PER,
        task::MINUTES,
        task::MINUTES_BY_GROUP,
        task::MINUTES_LOW,
        task::MINUTES_HIGH,
        task::PEOPLE,
        task::BOUND,
        task::FLEXIBLE,
        task::LOWEST,
        task::ONLY,
        task::TODAY,
        task::PINNED,
        task::SAME_ALL_WEEK,
        task::TRAINING,
        task::PRIORITY,
        task::HEALTH,
        task::NOTE,
    ],
};
/// `Yrkesgrupper`.
pub const GROUPS: SheetNames = SheetNames {
    name: name("Yrkesgrupper", "Groups").also(&["Grupper"]),
    columns: &[
        group::CODE,
        group::NAME,
        group::COVERS,
        group::BESIDE,
        group::HOURLY,
        group::WEEKLY_HOURS,
        group::ABSENCE,
        group::HOLIDAY,
        group::TASK_TIME,
        group::POSITIONS,
        group::POSITIONS_LEAST,
        group::PEOPLE,
        group::WEEKEND,
        group::SCARCE,
    ],
};
/// `Vakter`.
pub const SHIFTS: SheetNames = SheetNames {
    name: name("Vakter", "Shifts").also(&["Vakttyper"]),
    columns: &[shift::GROUP, shift::SHIFT, shift::START, shift::END, shift::PAID, shift::DAYS, shift::MIN, shift::MAX],
};
/// `Bemanning i dag`.
pub const STAFFING_TODAY: SheetNames = SheetNames {
    name: name("Bemanning i dag", "Staffing today"),
    columns: &[
        shift::GROUP,
        shift::SHIFT,
        WEEKDAYS[0],
        WEEKDAYS[1],
        WEEKDAYS[2],
        WEEKDAYS[3],
        WEEKDAYS[4],
        WEEKDAYS[5],
        WEEKDAYS[6],
    ],
};
/// `Tilstedeværelse`.
pub const PRESENCE: SheetNames = SheetNames {
    name: name("Tilstedeværelse", "Presence"),
    columns: &[presence::GROUPS, presence::FROM, presence::TO, presence::DAYS, presence::COUNT, presence::COURSE],
};
/// `Aktivitet`.
pub const ACTIVITY: SheetNames = SheetNames {
    name: name("Aktivitet", "Activity"),
    columns: &[DRIVER, WEEKDAYS[0], WEEKDAYS[1], WEEKDAYS[2], WEEKDAYS[3], WEEKDAYS[4], WEEKDAYS[5], WEEKDAYS[6]],
};
/// `Kalender`.
pub const CALENDAR: SheetNames = SheetNames {
    name: name("Kalender", "Calendar").also(&["Årskalender", "Årsplan"]),
    columns: &[calendar::FROM, calendar::TO, calendar::KIND, calendar::OF, calendar::VALUE, calendar::NOTE],
};
/// `Kurs`.
pub const COURSES: SheetNames =
    SheetNames { name: name("Kurs", "Courses"), columns: &[course::COURSE, course::HOURS, course::FEE, course::VALID] };
/// `Sertifikater`.
pub const CERTIFICATES: SheetNames = SheetNames {
    name: name("Sertifikater", "Certificates"),
    columns: &[
        certificate::EMPLOYEE,
        certificate::GROUP,
        certificate::PERCENT,
        certificate::COURSE,
        certificate::DATE,
        certificate::UNTIL,
        certificate::WEEKENDS,
    ],
};
/// `Innstillinger`.
pub const SETTINGS: SheetNames =
    SheetNames { name: name("Innstillinger", "Settings"), columns: &[setting::NAME, setting::VALUE] };

/// All sheets of a ward in the order in which they are written.
pub const SHEETS: [SheetNames; 12] = [
    TASKS,
    GROUPS,
    SHIFTS,
    STAFFING_TODAY,
    PRESENCE,
    ACTIVITY,
    CALENDAR,
    POPULATION,
    PROJECTION,
    COURSES,
    CERTIFICATES,
    SETTINGS,
];

/// Sheets that a template holds for its reader alone; nothing is told of them.
pub const SILENT_SHEETS: [Name; 2] =
    [name("Veiledning", "Instructions").also(&["Les meg", "Read me", "Guide"]), name("Lister", "Lists")];

/// HNT's twelve task categories, in the order of the activity plan.
pub const CATEGORIES: [Name; 12] = [
    category(0).also(&["Patient treatment"]),
    category(1),
    category(2),
    category(3).also(&["Medication", "Medicines", "Medication handling"]),
    category(4).also(&["Next of kin"]),
    category(5).also(&["Blood tests/other tests", "Samples"]),
    category(6),
    category(7).also(&["Checks", "Routine checks"]),
    category(8),
    category(9).also(&["Ordering"]),
    category(10).also(&["Cleaning/tidying", "Cleaning"]),
    category(11).also(&["Administration"]),
];

const fn category(at: usize) -> Name {
    let (nb, en) = standard::CATEGORIES[at];
    name(nb, en)
}

/// Categories whose lines aren't health work unless they say so: their places in [`CATEGORIES`].
pub const NOT_HEALTH_WORK: [usize; 3] = [9, 10, 11];
