//! A unit with all that the site's addresses name, people of every role, and another organisation.

use fordel_app::Question;
use fordel_app::service::{BranchKind, Role, Said, Wanted};
use fordel_core::calendar::{Date, Holiday, days_after, weekday};
use fordel_core::norwegian_time::InNorway;
use fordel_core::time::Day;
use fordel_text::{Lang, Texts};

use crate::place::{Person, Place};
use crate::ward::heard;

/// A unit with all that the table's addresses name, people of every role, and another organisation.
pub struct Ground {
    /// The site.
    pub place: Place,
    /// Nobody, a reader, and so on: in the order of a row's statuses.
    pub people: [Option<Person>; 7],
    names: Vec<(&'static str, String)>,
}

/// A key that opens nothing.
const NO_KEY: &str = "0000000000000000000000000000000000000000000000000000000000000000";

const LITEN: &[u8] = include_bytes!("../../../fordel-sheets/tests/data/liten.xlsx");

impl Ground {
    /// On a site of this name.
    pub fn new(name: &str) -> Ground {
        let place = Place::new(name, 1);
        let chief = place.founded();
        let service = &place.service;
        let organisation = chief.who.organisation;
        let clinic =
            service.administer(&chief.who, organisation).expect("administers").add(BranchKind::Clinic, "Klinikk");
        let clinic = clinic.expect("added");
        let unit =
            service.administer(&chief.who, clinic).expect("administers").add(BranchKind::Unit, "Post").expect("added");
        let contributes = service.unit(&chief.who, unit).expect("seen").contribute().expect("may");
        let key = contributes.hand_in("liten.xlsx", LITEN, &Texts::new(Lang::Nb)).expect("read");
        contributes.confirm(key.reveal()).expect("taken in");
        let row = contributes.desk().expect("read").sheet("Oppgaver").expect("there").rows[0].0;
        let filled = contributes.history(&Wanted { row: Some(row), ..Wanted::default() }).expect("read");
        let filled = filled.batches[0].changes[0].seq;
        let objection = contributes.object(Some(row), "Det går ikke.").expect("objected");
        let number = place.proposal(&chief, unit, 3);
        let opened = contributes.proposal(number).expect("read");
        let started = opened.plan.as_ref().and_then(|plan| plan.staffing.first()).expect("somebody starts");
        let shift_name = format!("{}:{}", started.group, started.shift);
        let shift = opened.ward.shifts.iter().position(|shift| {
            opened.ward.group(shift.group).code == started.group
                && shift.name == started.shift
                && shift.days.iter().any(|day| day.number() == started.day)
        });
        let (shift, day) = (shift.expect("its shift"), started.day);
        let watched = |rule: &fordel_core::ward::Presence| rule.days.iter().any(|on| on.number() == day);
        let rule = opened.ward.presence.iter().position(watched).expect("a demand that day");
        let line = *contributes.proposal(number).expect("read").rows.keys().next().expect("a line");
        let version = contributes.lead().expect("may").decide(number, &heard(), "enige").expect("decided");
        let question = Question { day: Day(started.day - 1), shift: shift_name, missing: Vec::new() };
        let today = InNorway::at(service.now().0).date;
        let is_it = |date: &Date| weekday(*date) == question.day && Holiday::on(*date).is_empty();
        let date = (0..28).map(|days| days_after(today, days)).find(is_it);
        let said = Said { choice: "managed".into(), cause: "sickness".into(), ..Said::default() };
        let shortage = service.unit(&chief.who, unit).expect("seen").contribute().expect("may").log_use(
            date.expect("a day"),
            &question,
            &said,
        );
        let invited = |role: Role, email: &str| Some(place.invited(&chief, clinic, role, email));
        let people = [
            None,
            invited(Role::Reader, "leser@test.no"),
            invited(Role::Contributor, "bidrag@test.no"),
            invited(Role::Leader, "enhet@test.no"),
            invited(Role::Adviser, "raad@test.no"),
            Some(chief),
            Some(place.elsewhere()),
        ];
        let names = vec![
            ("organisation", organisation.to_string()),
            ("unit", unit.to_string()),
            ("branch", clinic.to_string()),
            ("row", row.to_string()),
            ("seq", filled.to_string()),
            ("id", objection.to_string()),
            ("number", number.to_string()),
            ("version", version.to_string()),
            ("line", line.to_string()),
            ("person", people[1].as_ref().map_or(0, |reader| reader.who.person.0).to_string()),
            ("shift", shift.to_string()),
            ("shortage", shortage.expect("logged").to_string()),
            ("day", day.to_string()),
            ("group", "0".to_owned()),
            ("interval", "0".to_owned()),
            ("rule", rule.to_string()),
            ("key", NO_KEY.to_owned()),
            ("entrance", "0000000000000000".to_owned()),
            ("hash", "x".to_owned()),
            ("*name", "x.css".to_owned()),
            ("sheet", "Oppgaver".to_owned()),
        ];
        Ground { place, people, names }
    }

    /// The text with what its names stand for.
    pub fn filled(&self, text: &str) -> String {
        self.names.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }

    /// What a name stands for.
    pub fn named(&self, name: &str) -> i64 {
        let found = self.names.iter().find(|(n, _)| *n == name).expect("named");
        found.1.parse().expect("a number")
    }
}
