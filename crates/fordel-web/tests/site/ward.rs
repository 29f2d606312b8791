//! The example ward with a proposal, and what is said where one is decided.

use std::sync::Arc;

use fordel_app::service::{Assessment, BranchId, Heard, OpenedProposal, Role};

use crate::place::{Answer, Person, Place};

/// The example ward with a proposal, its administrator and a reader.
pub struct Ward {
    /// The site.
    pub place: Place,
    /// Who administers it.
    pub chief: Person,
    /// Who may read the unit.
    pub reader: Person,
    /// The ward.
    pub unit: BranchId,
    /// Its proposal's number.
    pub number: i64,
}

impl Ward {
    /// On a site of this name.
    pub fn new(name: &str) -> Ward {
        let place = Place::new(name, 1);
        let chief = place.founded();
        let unit = place.service.add_example(&chief.who).expect("the example");
        let reader = place.invited(&chief, unit, Role::Reader, "leser@test.no");
        let number = place.proposal(&chief, unit, 3);
        Ward { place, chief, reader, unit, number }
    }

    /// A proposal of the ward.
    pub fn opened(&self, number: i64) -> Arc<OpenedProposal> {
        self.place.service.unit(&self.chief.who, self.unit).expect("seen").proposal(number).expect("there")
    }

    /// A page of a proposal.
    pub fn get(&self, number: i64, page: &str, by: &Person) -> Answer {
        self.place.get(&format!("/u/{}/p/{number}/{page}", self.unit), Some(by))
    }
}

/// All that a decision needs to be told.
pub fn heard() -> Heard {
    let all =
        Assessment { nature: "n".into(), qualification: "q".into(), follow_up: "f".into(), medicines: "m".into() };
    Heard {
        held_on: "2026-09-12".into(),
        in_spite: "prøvetid".into(),
        assessments: [(String::new(), all)].into(),
        ..Heard::default()
    }
}
