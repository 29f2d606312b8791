//! The sheets `Kurs` and `Sertifikater`: what can be learnt, and who has learnt it.

use fordel_core::complaint::Place;
use fordel_core::measure::certificates::known;
use fordel_core::ward::{Certificate, Course, CourseId, Person, Ward};

use super::bounds::Bounds;
use super::groups::Groups;
use super::kinds;
use super::listing::{Listing, Record};
use super::pseudonyms::Pseudonyms;
use super::told::Told;
use super::values;
use super::words::{Names, code_key};
use crate::columns::{self, Name, certificate, course as column};
use crate::table::Sheet;

/// More courses than any ward has.
const MOST_COURSES: usize = 1_000;
/// More certificates than any ward has.
const MOST_CERTIFICATES: usize = 100_000;
/// Percent of a position that one person can have.
const PERCENT: Bounds = Bounds(0.0, 200.0);

/// The courses, with their names to look up.
pub struct Courses {
    /// In the order of the sheet.
    pub list: Vec<Course>,
    /// Names; the place of a name is the course's id.
    pub names: Names,
}

impl Default for Courses {
    fn default() -> Self {
        Courses { list: Vec::new(), names: Names::new(code_key) }
    }
}

impl Courses {
    /// The course that a cell names; one without a row is told.
    pub fn named(&self, record: &Record<'_, '_>, column: &Name, name: &str, told: &mut Told) -> Option<CourseId> {
        let found = self.names.find(name).map(CourseId);
        if found.is_none() {
            told.unknown(record.complain_of(kinds::UNKNOWN_COURSE, column, name), name, &self.names);
        }
        found
    }

    /// The course of this name; a new one, with no hours yet, if there is none.
    pub fn named_or_new(&mut self, name: &str) -> CourseId {
        match self.names.add(name) {
            Err(at) => CourseId(at),
            Ok(at) => {
                self.list.push(Course { name: name.trim().to_owned(), hours: 0.0, fee_kr: 0.0, valid_months: None });
                CourseId(at)
            }
        }
    }
}

/// Reads `Kurs`.
pub fn read(sheet: &Sheet, told: &mut Told) -> Courses {
    let listing = Listing::new(sheet, columns::COURSES.columns, &[column::COURSE], MOST_COURSES, told);
    let mut courses = Courses::default();
    for record in listing.records() {
        let name = record.text(&column::COURSE, told);
        let hours = record.number_within(&column::HOURS, Bounds(0.0, 2_000.0), told);
        let fee = record.number_within(&column::FEE, Bounds(0.0, 1_000_000.0), told);
        let valid_months = record.whole_within(&column::VALID, Bounds(1.0, 1_200.0), told).value();
        let Some(name) = record.require(&column::COURSE, name, told) else { continue };
        if courses.names.add(&name).is_err() {
            told.add(record.complain(kinds::ROW_TWICE, &column::COURSE).with("value", name));
            continue;
        }
        courses.list.push(Course {
            name,
            hours: record.or_assume(&column::HOURS, hours, 0.0, 0.0),
            fee_kr: record.or_assume(&column::FEE, fee, 0.0, 0.0),
            valid_months,
        });
    }
    listing.tell_assumptions(told);
    courses
}

/// Reads `Sertifikater`: who has taken what, and who stands there without a course.
pub fn read_certificates(
    sheet: &Sheet,
    groups: &Groups,
    courses: &Courses,
    told: &mut Told,
) -> (Vec<Certificate>, Vec<Person>) {
    let needed = [certificate::EMPLOYEE, certificate::GROUP, certificate::COURSE, certificate::DATE];
    let listing = Listing::new(sheet, columns::CERTIFICATES.columns, &needed, MOST_CERTIFICATES, told);
    let (mut certificates, mut people) = (Vec::new(), Vec::new());
    let mut pseudonyms = Pseudonyms::default();
    for record in listing.records() {
        let employee = record.text(&certificate::EMPLOYEE, told);
        let employee = record.require(&certificate::EMPLOYEE, employee, told);
        let group = groups.one(&record, &certificate::GROUP, told);
        let group = record.require(&certificate::GROUP, group, told);
        if let Some(employee) = &employee {
            pseudonyms.notice(&record, employee, group, groups, told);
        }
        let percent = record.read(&certificate::PERCENT, kinds::NOT_A_NUMBER, values::percent, told).value();
        if let Some(percent) = percent.filter(|p| !PERCENT.hold(*p)) {
            told.add(PERCENT.passed(record.complain(kinds::OUT_OF_BOUNDS, &certificate::PERCENT), percent, 1.0));
        }
        let weekends = record.read(&certificate::WEEKENDS, kinds::NOT_WEEKENDS, values::weekends, told).value();
        let course = record.text(&certificate::COURSE, told);
        let date = record.read(&certificate::DATE, kinds::NOT_A_DATE, values::date, told);
        let until = record.read(&certificate::UNTIL, kinds::NOT_A_DATE, values::date, told);
        if course.is_nothing() && date.is_nothing() && until.is_nothing() {
            people.extend(employee.zip(group).map(|(employee, group)| Person { employee, group, percent, weekends }));
            continue;
        }
        let course = record.require(&certificate::COURSE, course, told);
        let course = course.and_then(|name| courses.named(&record, &certificate::COURSE, &name, told));
        let date = record.require(&certificate::DATE, date, told);
        let until = until.value();
        if let Some((until, date)) = until.zip(date).filter(|(until, date)| until < date) {
            let complaint = record.complain(kinds::UNTIL_BEFORE, &certificate::UNTIL);
            told.add(complaint.with("until", until).with("taken", date));
        }
        if let (Some(employee), Some(group), Some(course), Some(date)) = (employee, group, course, date) {
            certificates.push(Certificate { employee, group, percent, course, date, until, weekends });
        }
    }
    (certificates, people)
}

/// Tells of groups of which more people stand in `Sertifikater` than there are.
pub fn tell_more_than_there_are(ward: &Ward, rows: &[Option<Place>], told: &mut Told) {
    for (id, row) in ward.group_ids().zip(rows) {
        let group = ward.group(id);
        let Some(people) = group.people else { continue };
        let known = known(ward, id).len();
        if known as f64 > people {
            let complaint = kinds::MORE_KNOWN_THAN_PEOPLE.at(row.clone().unwrap_or_else(Place::file));
            told.add(complaint.with("group", group.code.as_str()).with("known", known).with("people", people));
        }
    }
}
