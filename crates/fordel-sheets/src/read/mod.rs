//! Sheets to the ward, with everything that is wrong or was assumed.
//!
//! [`read_ward_bytes`] opens the workbook ([`crate::table`]), sorts its sheets by name, reads what the lines refer to
//! first (settings, groups, courses, drivers, shifts), then the lines. Nothing stops at the first fault: what can't be
//! read is told with its cell, and reading goes on.

mod activity;
mod ages;
mod bounds;
mod calendar;
mod counts;
mod courses;
mod extract;
mod groups;
mod identity_number;
pub mod kinds;
mod listing;
mod own;
mod people_list;
mod places;
mod population;
mod presence;
mod projection;
mod pseudonyms;
mod regions;
mod settings;
mod sheets;
mod shifts;
mod standard;
mod tasks;
mod timing;
mod told;
mod values;
mod who_is_who;
mod wide;
mod words;

use std::path::Path;

use fordel_core::complaint::{Complaint, Place};
use fordel_core::ward::{CourseId, GroupId, LineId, Shift, Ward};

pub use counts::{Counts, read_counts};
use groups::Groups;
pub use identity_number::identity_number_in;
pub use own::{Own, OwnColumn};
pub use people_list::{Entries, Entry, Field, Mapping, PeopleList, Unusable, read_people_list};
use places::Places;
pub use population::{Population, read_population};
pub(crate) use projection::WORDS as PROJECTION_WORDS;
use sheets::Sheets;
pub(crate) use shifts::by_name as shifts_by_name;
pub use standard::{default_ward, default_ward_in};
pub(crate) use tasks::is_flexible;
pub use tasks::priority_in;
pub(crate) use timing::named as named_timing;
use told::Told;
pub use values::{date_typed, number_in, percent_typed, truth_in, weekends_typed};
pub(crate) use values::{named_days, window_in};
pub use who_is_who::read_who_is_who;
pub use words::{code_key, name_key};

use crate::columns::{self, SheetNames};
use crate::table::{Limits, Sheet};

/// In which form the tasks stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One task line a row.
    Long,
    /// One task a row, one column a group, as wards fill it in.
    Wide,
}

/// What the wide form doesn't hold, and a default stands in for until somebody fills it in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// The marked group as the least qualified one.
    Lowest(LineId),
    /// Once a day.
    Count(LineId),
    /// Ten minutes.
    Minutes(LineId),
    /// Who does it today.
    Today(LineId),
    /// No category stood above it: the first.
    Category(LineId),
    /// No time stood above it: around the clock.
    Timing(LineId),
    /// A course's hours.
    CourseHours(CourseId),
    /// An unknown group's hourly cost.
    Hourly(GroupId),
}

/// What came of reading a workbook.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The ward, if no complaint is a fault.
    pub ward: Option<Ward>,
    /// All complaints in the order of the workbook.
    pub complaints: Vec<Complaint>,
    /// The form of the tasks.
    pub form: Form,
    /// What remains to be filled in after the wide form.
    pub gaps: Vec<Gap>,
    /// What the program doesn't know, which goes along to a workbook that is written from this one.
    pub own: Own,
}

impl Reading {
    /// Nothing but complaints.
    fn refused(complaint: Complaint) -> Reading {
        Reading { ward: None, complaints: vec![complaint], form: Form::Long, gaps: Vec::new(), own: Own::default() }
    }
}

/// Reads the ward in a file. A file that can't be opened is a complaint too.
pub fn read_ward(path: &Path) -> Reading {
    match bytes_of(path) {
        Ok(bytes) => read_ward_bytes(&bytes),
        Err(complaint) => Reading::refused(complaint),
    }
}

/// The bytes of a file, as far as a workbook may be long.
///
/// # Errors
/// The complaint that there is no such file, or that it is too long.
pub fn bytes_of(path: &Path) -> Result<Vec<u8>, Complaint> {
    let missing = |_| kinds::FILE_MISSING.at(Place::file()).with("path", path.display().to_string());
    let limit = Limits::default().file_bytes;
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(missing)?;
    // One byte more than allowed is enough to be refused for its length.
    std::io::Read::read_to_end(&mut std::io::Read::take(file, limit + 1), &mut bytes).map_err(missing)?;
    Ok(bytes)
}

/// Reads the ward in the bytes of a workbook under the usual [`Limits`].
pub fn read_ward_bytes(bytes: &[u8]) -> Reading {
    read_ward_within(bytes, Limits::default())
}

/// Reads the ward in the bytes of a workbook under these limits.
pub fn read_ward_within(bytes: &[u8], limits: Limits) -> Reading {
    match Sheets::open(bytes, limits) {
        Ok((sheets, told)) => ward(&sheets, told),
        Err(complaint) => Reading::refused(complaint),
    }
}

/// Reads the ward in sheets that are rows of cells already, in the long form.
pub fn read_ward_sheets(list: Vec<Sheet>) -> Reading {
    let (sheets, told) = Sheets::of(list);
    ward(&sheets, told)
}

/// The ward in the sheets: what lines refer to comes before the lines.
fn ward(sheets: &Sheets, mut told: Told) -> Reading {
    let told = &mut told;
    let standard = default_ward();
    let mut places = Places::default();
    let whole = match sheets.get(&columns::SETTINGS) {
        Some(sheet) => settings::read(sheet, &mut places, told),
        None => {
            missing(&columns::SETTINGS, told);
            settings::assume_all(told);
            settings::Whole::default()
        }
    };
    let given = sheets.get(&columns::GROUPS).and_then(|sheet| {
        let groups = groups::read(sheet, &standard, &mut places, told);
        if groups.is_none() {
            told.add(kinds::SHEET_EMPTY.at(Place::sheet(&sheet.name)));
        }
        groups
    });
    let is_wide = !sheets.wide.is_empty();
    if given.is_none() && !is_wide && sheets.get(&columns::GROUPS).is_none() {
        missing(&columns::GROUPS, told);
    }
    let (groups, forms) = if is_wide {
        wide::groups(&sheets.wide, given, &standard, &mut places, told)
    } else {
        (given.unwrap_or_else(|| Groups::given(standard.groups.clone())), Vec::new())
    };
    let mut courses = match sheets.get(&columns::COURSES) {
        Some(sheet) => courses::read(sheet, told),
        None => absent(&columns::COURSES, told),
    };
    let drivers = match sheets.get(&columns::ACTIVITY) {
        Some(sheet) => activity::read(sheet, told),
        None => absent(&columns::ACTIVITY, told),
    };
    let calendar = match sheets.get(&columns::CALENDAR) {
        Some(sheet) => calendar::read(sheet, &groups, &drivers, told),
        None => Vec::new(),
    };
    let (residents, entries) = (sheets.get(&columns::POPULATION), sheets.get(&columns::PROJECTION));
    let projection = projection::read(residents, entries, &groups, told);
    let (shifts, lost) = shifts(sheets, &groups, &standard, &mut places, told);
    let staffing_today = match sheets.get(&columns::STAFFING_TODAY) {
        Some(sheet) => shifts::read_today(sheet, &groups, &shifts, &lost, told),
        None => absent(&columns::STAFFING_TODAY, told),
    };
    let presence = match sheets.get(&columns::PRESENCE) {
        Some(sheet) => presence::read(sheet, &groups, &courses, &mut places, told),
        None => absent(&columns::PRESENCE, told),
    };
    let categories = whole.category_names();
    let mut gaps = Vec::new();
    let lines = match sheets.get(&columns::TASKS) {
        Some(sheet) => {
            let known = tasks::Known {
                intervals: &whole.intervals,
                categories: &categories,
                groups: &groups,
                drivers: &drivers,
                courses: &courses,
            };
            tasks::read(sheet, &known, &mut places, told)
        }
        None => {
            let mut form = wide::Reader::new(&whole.intervals, &categories, &groups, &mut courses, &mut gaps);
            sheets.wide.iter().zip(&forms).for_each(|(sheet, header)| form.read(sheet, header, &mut places, told));
            form.finish(told)
        }
    };
    let (certificates, people) = match sheets.get(&columns::CERTIFICATES) {
        Some(sheet) => courses::read_certificates(sheet, &groups, &courses, told),
        None => absent(&columns::CERTIFICATES, told),
    };
    told.forget_most_named(kinds::UNKNOWN_GROUP, groups.uncoded);
    let ward = (!told.has_fault()).then(|| Ward {
        unit: whole.unit,
        intervals: whole.intervals,
        categories: whole.categories,
        groups: groups.list,
        shifts,
        lines,
        presence,
        drivers: drivers.list,
        courses: courses.list,
        certificates,
        people,
        staffing_today,
        calendar,
        projection,
        settings: whole.settings,
        places: places.into_map(),
    });
    if let Some(ward) = &ward {
        courses::tell_more_than_there_are(ward, &groups.rows, told);
    }
    let own = ward.as_ref().map(|ward| own::of(sheets, ward)).unwrap_or_default();
    let form = if is_wide { Form::Wide } else { Form::Long };
    Reading { ward, complaints: std::mem::take(told).in_order(&sheets.order), form, gaps, own }
}

/// The shifts of the workbook, else those of the default ward for the codes that this ward has, and the rows that give
/// none; groups without any are told.
fn shifts(
    sheets: &Sheets,
    groups: &Groups,
    standard: &Ward,
    places: &mut Places,
    told: &mut Told,
) -> (Vec<Shift>, Vec<shifts::Lost>) {
    let sheet = sheets.get(&columns::SHIFTS);
    let given = sheet.and_then(|sheet| shifts::read(sheet, groups, places, told));
    let is_given = given.is_some();
    let (shifts, lost) = given.unwrap_or_else(|| (shifts::default_shifts(standard, groups), Vec::new()));
    match sheet {
        _ if is_given => {}
        // The default ward has none of these groups: that each has no shifts is told below.
        Some(_) if shifts.is_empty() => {}
        None if shifts.is_empty() => absent(&columns::SHIFTS, told),
        Some(sheet) => told.add(kinds::SHEET_EMPTY.at(Place::sheet(&sheet.name))),
        None => missing(&columns::SHIFTS, told),
    }
    for (at, group) in groups.list.iter().enumerate() {
        let may_have = lost.iter().any(|row| row.may_be_of(GroupId(at)));
        if !may_have && !shifts.iter().any(|shift| shift.group == GroupId(at)) {
            let place = groups.rows[at].clone().unwrap_or_else(Place::file);
            told.add(kinds::GROUP_WITHOUT_SHIFTS.at(place).with("group", group.code.as_str()));
        }
    }
    (shifts, lost)
}

/// Tells that a sheet is missing and takes the default ward's values.
fn missing(names: &SheetNames, told: &mut Told) {
    let complaint = kinds::SHEET_MISSING.at(Place::file());
    told.add(complaint.with("sheet", names.name.nb).with("english", names.name.en));
}

/// Tells that a sheet is missing for which the default ward has nothing.
fn absent<T: Default>(names: &SheetNames, told: &mut Told) -> T {
    let complaint = kinds::SHEET_ABSENT.at(Place::file());
    told.add(complaint.with("sheet", names.name.nb).with("english", names.name.en));
    T::default()
}
