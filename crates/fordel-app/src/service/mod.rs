//! Fordel on a database: what people of an organisation do together, who may do what, and the plans that are being
//! made meanwhile.
//!
//! Nobody reaches the database past this. Whoever is signed in asks for a unit ([`Service::unit`]) and gets a handle
//! that holds no more than the role allows: [`Reads`], [`Contributes`], [`Leads`]; for people and the tree,
//! [`Administers`].

mod access;
mod accounts;
mod activity;
mod aside;
mod asked;
mod attempt;
mod brought;
mod by_hand;
mod certainty;
mod codes;
mod colours;
mod course_plans;
mod decision;
mod demand;
mod desk;
mod erasing;
mod export;
mod front;
mod heads;
mod history;
mod hub;
mod incoming;
mod jobs;
mod keys;
mod library;
mod lists;
mod look_ups;
mod mapping;
mod no_plan;
mod objections;
mod on_duty;
mod organisations;
mod outdated;
mod own;
mod password;
mod people;
mod people_changes;
mod people_list;
mod pins;
mod pool;
mod population;
mod projection;
mod proposals;
mod provider;
mod pseudonyms;
mod put_back;
mod reasons;
mod row_moves;
mod shelf;
mod shortage_lists;
mod shortage_log;
mod shortage_rules;
mod shortage_statistics;
mod shown;
mod solved;
mod staffing;
mod start;
mod throttle;
mod tree;
mod unit_waits;
mod vouched;
mod waiting;
mod way_back;
mod year;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use fordel_store::{Reader, Writer};

pub use access::{Administers, Contributes, Leads, Reads, SignedIn};
pub use accounts::{Device, Entered, NewAccount, SignIn};
pub use aside::aside;
pub use asked::{Asked, AskedGoal};
pub use attempt::{Attempt, GOOD_FOR};
pub use brought::Brought;
pub use by_hand::{ChangedPart, PlanPart};
pub use certainty::{
    CertaintyAsked, MOST_SPREAD, WEEKS_ON_SCREEN, certainty_list, hours_list, measured_says, redness_list, relief_list,
};
pub use colours::{ColourCategory, ColourLine, Colouring};
pub use course_plans::{OrderProgress, OrderTold, course_order_list};
pub use decision::{Assessment, Due, Heard, MovedLine, ObjectionThen, decided_on, doubtful, recorded};
pub use desk::{AtCell, Completeness, Desk, DeskSheet, NO_LINES};
pub use export::{List, ListCell, csv, number_cell, xlsx};
pub use fordel_sheets::usual::{KINDS_OF_UNIT, KindOfUnit};
pub use fordel_sheets::write::spelled::{days as days_said, timing as timing_said};
pub use front::{Front, UnitStatus};
pub use heads::{OneFewer, Week};
pub use history::{
    Back, Batch, ChangeKind, Checked, Happened, History, NamedProposal, Unreadable, Wanted, cells_in_words,
    differing_cells,
};
pub use hub::{ByHand, Event, Here, Hub, Listener, Progressed, initials};
pub use incoming::{Confirmed, DryRun, Incoming, SheetDifference, template};
pub use jobs::PHASES;
pub use keys::Key;
pub use library::{Added, LibraryTask, Usual, Whose, usual_task};
pub use lists::{ListKind, needs_of, rules_of};
pub use look_ups::{LOOK_UPS_KEPT, ReadLookUp, looked_up};
pub use mapping::{Saved, column_label, sheet_label};
pub use no_plan::{NoPlan, came_to_nothing};
pub use objections::Objected;
pub use on_duty::{Answered, Basis, OnDuty, Since};
pub use organisations::{LINK_DAYS, add_organisation};
pub use own::{Change, Refused, rule_of};
pub use password::Weak;
pub use people::GivenRoles;
pub use people_changes::{PersonChange, PersonChangeKind};
pub use people_list::{ListRefused, PeopleConfirmed, PeoplePreview, PeopleStand};
pub use pool::{Pool, Spare};
pub use proposals::{DecisionRead, OpenedProposal};
pub use provider::{Entrance, TypedProvider, USUAL_SCOPES};
pub use put_back::PuttingBack;
pub use shortage_lists::{statistics_list, uses_list};
pub use shortage_log::{CORRECTED_WITHIN, LoggedUse, Missing, Said, TaskFate, missing_in_words, relief_of};
pub use shortage_rules::RulesNow;
pub use shortage_statistics::{JustifiedShare, TaskCount, UseCounts, UseStatistics};
pub use shown::{Drawn, Picture, REPORT_STYLE};
pub use tree::{LONGEST_NAME, name_fault};
pub use unit_waits::{AHEAD, UnitWaits, WaitingPoint};
pub use vouched::{Admission, Out, Vouched};

pub use crate::activity::{ActivityQuestion, ActivityTold, DriverTold};
pub use crate::projection::ProjectionTold;
pub use crate::year::{MOST_OVERLAP, YearQuestion, YearTold};
pub use population::PopulationTold;
pub use projection::BranchProjection;

pub use fordel_reports::Bound;
pub use fordel_sheets::columns::SHEETS;
pub use fordel_sheets::number_in;
pub use fordel_sheets::write::FormColumn;
pub use fordel_sheets::{Field as ListField, Mapping as ListMapping, Unusable as UnusableList};
pub use fordel_store::Failure as StoreFailure;
pub use fordel_store::{
    AT_START, Author, Branch, BranchId, BranchKind, Conflict, Decision, DecisionHead, Edit, Head, Held,
    IdentifyingClaim, Identity, Invitation, InvitationId, LastDecided, Logged, LookUpCounts, Meanwhile, MeasuredSpread,
    Moment, NewDecision, NewProposal, Objection, ObjectionId, Person, PersonId, Place, Proof, Proposal, ProposalHead,
    ProposalId, ProposalKind, ProposalState, Provider, Representative, Representing, Review, ReviewState, Role,
    RoleHeld, RowId, Session, SessionId, ShortageId, Store, Token, TokenId, Turned, UseCause, UseChoice, UseLight,
};

use activity::CountsIn;
use attempt::Attempts;
use course_plans::CoursePlans;
use front::Counts;
use jobs::Jobs;
use look_ups::Retention;
use password::Passwords;
use people_list::ListIn;
use population::PopulationIn;
use shelf::Shelf;
use solved::Solved;
use start::Doors;
use throttle::Throttle;
use waiting::Waiting;

/// What keeps a use case from being done.
#[derive(Debug)]
pub enum Failed {
    /// There is no such thing, or it isn't this person's to see: the answer doesn't tell which.
    NotFound,
    /// The person may see it, but this needs a stronger role.
    NotAllowed,
    /// Something typed can't be used: each field with the key of its sentence.
    Invalid(Vec<(&'static str, &'static str)>),
    /// The ward can't be planned as it stands: its faults.
    Faulty,
    /// A change by hand that can't be made.
    Refused(Refused),
    /// Somebody changed it meanwhile.
    Stale,
    /// What the command line's use cases tell.
    Failure(crate::Failure),
    /// The database.
    Store(fordel_store::Failure),
    /// A mistake in the program, or a system that gives out.
    Internal(String),
}

impl From<fordel_store::Failure> for Failed {
    fn from(failure: fordel_store::Failure) -> Failed {
        match failure {
            fordel_store::Failure::NotFound => Failed::NotFound,
            other => Failed::Store(other),
        }
    }
}

/// The time, from the outermost layer.
pub type Clock = Box<dyn Fn() -> Moment + Send + Sync>;

/// Fordel on a database.
pub struct Service {
    store: Store,
    /// What is damaged in the database, once a question has met it.
    damage: OnceLock<String>,
    clock: Clock,
    hub: Hub,
    passwords: Passwords,
    throttle: Throttle,
    desks: Shelf<BranchId, Desk>,
    /// Plans for the day when people are missing.
    on_duty: Shelf<BranchId, OnDuty>,
    front_counts: Mutex<Counts>,
    /// The organisation as those who asked last see it.
    fronts: Shelf<PersonId, Front>,
    /// Proposals that were shown last.
    opened: Shelf<ProposalId, OpenedProposal>,
    jobs: Jobs,
    solved: Solved,
    at_once: usize,
    doors: Doors,
    attempts: Attempts,
    /// Sessions that a full disk kept from being kept: whose, and since when.
    passing: Mutex<BTreeMap<[u8; 32], (PersonId, Moment)>>,
    /// Workbooks that wait to be confirmed.
    workbooks: Waiting<Incoming>,
    /// Counts of activity that wait to be used.
    counts: Waiting<CountsIn>,
    /// Files of population that wait to be used.
    populations: Waiting<PopulationIn>,
    /// Lists of people that wait to be confirmed.
    lists: Waiting<Mutex<ListIn>>,
    course_plans: CoursePlans,
    look_ups: Retention,
}

/// Desks, proposals, units' plans for the day and front pages that are kept ready, of each so many.
const READY: usize = 64;
/// Workbooks that wait to be confirmed at the same time, and their edits.
const WORKBOOKS: (usize, usize) = (64, 500_000);
/// Files of counts that wait at the same time, and their counts.
const COUNTS: (usize, usize) = (32, 4_000_000);
/// Files of population that wait at the same time, and their bytes.
const POPULATIONS: (usize, usize) = (8, 128 << 20);
/// Lists of people that wait at the same time, at most, and their rows together.
const LISTS: (usize, usize) = (16, 400_000);

impl Service {
    /// On this database, with this clock, telling this listener; so many passwords and plans at a time.
    ///
    /// # Errors
    /// If the system has no chance to give.
    pub fn new(store: Store, clock: Clock, listener: Listener, at_once: usize) -> Result<Service, Failed> {
        Ok(Service {
            store,
            damage: OnceLock::new(),
            clock,
            hub: Hub::new(listener),
            passwords: Passwords::new(at_once)?,
            throttle: Throttle::default(),
            desks: Shelf::new(READY),
            on_duty: Shelf::new(READY),
            front_counts: Mutex::default(),
            fronts: Shelf::new(READY),
            opened: Shelf::new(READY),
            jobs: Jobs::default(),
            solved: Solved::default(),
            at_once,
            doors: Doors::default(),
            attempts: Attempts::new()?,
            passing: Mutex::default(),
            workbooks: Waiting::new(WORKBOOKS.0, WORKBOOKS.1),
            counts: Waiting::new(COUNTS.0, COUNTS.1),
            populations: Waiting::new(POPULATIONS.0, POPULATIONS.1),
            lists: Waiting::new(LISTS.0, LISTS.1),
            course_plans: CoursePlans::default(),
            look_ups: Retention::default(),
        })
    }

    /// The time.
    pub fn now(&self) -> Moment {
        (self.clock)()
    }

    fn read<T>(&self, read: impl FnOnce(&Reader<'_>) -> Result<T, fordel_store::Failure>) -> Result<T, Failed> {
        self.store.read(read).map_err(|failure| self.met(failure))
    }

    fn write<T>(
        &self,
        by: Author,
        write: impl FnOnce(&mut Writer<'_>) -> Result<T, fordel_store::Failure>,
    ) -> Result<T, Failed> {
        self.store.write(self.now(), by, write).map_err(|failure| self.met(failure))
    }

    /// What is damaged in the database, once somebody has met it: what is told or kept from then on could be wrong, and the
    /// site is to stop.
    pub fn damage(&self) -> Option<&str> {
        self.damage.get().map(String::as_str)
    }

    /// A failure of the database. One that calls it damaged is believed when looking through all of it says the same.
    fn met(&self, failure: fordel_store::Failure) -> Failed {
        if matches!(failure, fordel_store::Failure::Corrupt(_))
            && self.damage.get().is_none()
            && let Some(why) = self.store.damage()
        {
            // Who found it first has said it.
            let _ = self.damage.set(why);
        }
        Failed::from(failure)
    }

    /// The unit's book as a ward, as it is now.
    fn desk(&self, unit: BranchId) -> Result<Arc<Desk>, Failed> {
        let revision = self.read(|r| r.revision(unit))?;
        self.desks.current(&unit, |desk| desk.revision == revision, || Ok(Desk::of(&self.read(|r| r.book(unit))?)))
    }
}
