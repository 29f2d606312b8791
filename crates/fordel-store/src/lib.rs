//! What is kept: organisations, people, wards as they are typed, proposals, decisions, and who changed what.
//!
//! A [`Store`] is one SQLite file. All reading goes through [`Store::read`], all writing through [`Store::write`]: a
//! transaction that is either on disk when it answers or has left no trace. Each writing operation appends what it
//! changed to a chain of changes in the same transaction; a note of what somebody looked up, or of what was
//! measured of counts, is no change.

mod access;
mod backup;
mod books;
mod branches;
mod chain;
mod changes;
mod decisions;
mod deviations;
mod edits;
mod erasing;
mod failure;
mod history;
mod ids;
mod import;
mod invitations;
mod list_mappings;
mod look_ups;
mod measured_spreads;
mod objections;
mod people;
mod places;
mod proposals;
mod providers;
mod put_back;
mod reviews;
mod schema;
mod sessions;
mod shortages;
mod standings;
mod store;
mod tokens;
mod undo;
mod words;
mod work;

pub use access::{Author, Moment, Reader, Writer};
pub use backup::{Backup, restore};
pub use books::{Book, KeptRow, KeptSheet};
pub use branches::Branch;
pub use chain::{Head, Verified};
pub use changes::{Change, Note, Subject, What};
pub use decisions::{Decision, DecisionHead, LastDecided, NewDecision};
pub use deviations::{Compared, Departure, Deviation};
pub use edits::{AddedRow, Applied, ChangedCell, ChangedColumn, Conflict, Edit, Edited, MovedRow};
pub use erasing::Held;
pub use failure::Failure;
pub use history::{Batch, NamedRow, Sought, ToldOf};
pub use ids::{
    BranchId, DecisionId, InvitationId, ObjectionId, PersonId, ProposalId, RowId, SessionId, ShortageId, TokenId,
};
pub use import::{IncomingRow, IncomingSheet};
pub use invitations::{Invitation, NewInvitation};
pub use look_ups::{LookUp, LookUpCounts, LookedUp};
pub use measured_spreads::MeasuredSpread;
pub use objections::Objection;
pub use people::{NewPerson, Person, Representing, RoleHeld, Seen};
pub use places::Place;
pub use proposals::{Ending, NewProposal, PlanChange, Proposal, ProposalHead, ProposalRows};
pub use providers::{Identity, Proof, Provider};
pub use put_back::{Meanwhile, Turned, outcome};
pub use reviews::Review;
pub use sessions::{NewSession, Session};
pub use shortages::{Answered, Chosen, Logged, Shortage};
pub use standings::{Counted, Standing};
pub use store::{AT_START, Store};
pub use tokens::Token;
pub use undo::Undone;
pub use words::{
    BranchKind, IdentifyingClaim, ProposalKind, ProposalState, Representative, ReviewState, Role, UseCause, UseChoice,
    UseLight,
};
