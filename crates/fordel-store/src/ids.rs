//! Names of kept things as types, so that a row's number can't be taken for a person's.

use std::fmt;

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlResult, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.0.into())
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                i64::column_result(value).map($name)
            }
        }
    )*};
}

ids! {
    /// An organisation, or a clinic, department or unit in it.
    BranchId
    /// A person who can sign in.
    PersonId
    /// A session of a signed-in person.
    SessionId
    /// An invitation.
    InvitationId
    /// A key for other programs.
    TokenId
    /// A row of a ward's sheet; it lasts as long as the ward.
    RowId
    /// An objection.
    ObjectionId
    /// A proposal.
    ProposalId
    /// A decision.
    DecisionId
    /// A logged use of the traffic light.
    ShortageId
}
