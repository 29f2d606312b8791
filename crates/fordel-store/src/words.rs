//! The closed lists of words that stand in the database: kinds, roles, states.

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $text:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$word_doc])* #[serde(rename = $text)] $word),*
        }

        impl $name {
            /// Every word of the list.
            pub const ALL: &[$name] = &[$($name::$word),*];

            /// The word as it is kept.
            pub fn word(self) -> &'static str {
                match self {
                    $($name::$word => $text),*
                }
            }

            /// The member that is kept as this word.
            pub fn from_word(word: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|member| member.word() == word)
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(self.word().into())
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                $name::from_word(value.as_str()?).ok_or(rusqlite::types::FromSqlError::InvalidType)
            }
        }
    )*};
}

pub(crate) use words;

words! {
    /// What a branch is. A branch stands under one of an earlier kind.
    BranchKind {
        /// A health trust, a municipality: the top.
        Organisation = "organisation",
        /// A clinic or division.
        Clinic = "clinic",
        /// A department.
        Department = "department",
        /// A ward or other unit: has a book, and nothing below.
        Unit = "unit",
    }

    /// What a person may do on a branch and all below; each may what those before it may.
    Role {
        /// Reads, comments, objects.
        Reader = "reader",
        /// Maps tasks.
        Contributor = "contributor",
        /// Works across units.
        Adviser = "adviser",
        /// Decides.
        Leader = "leader",
        /// Gives roles, changes the tree.
        Administrator = "administrator",
    }

    /// For whom a person speaks where others are to be heard, whatever their role.
    Representative {
        /// A union's members.
        Union = "union",
        /// Everybody's safety at work.
        Safety = "safety",
    }

    /// By which of a provider's statements a person is known the first time.
    IdentifyingClaim {
        /// The e-mail address.
        Email = "email",
        /// The name that the person types at the provider.
        PreferredUsername = "preferred_username",
        /// The name in the organisation's directory.
        Upn = "upn",
    }

    /// Where the talk about a task stands.
    ReviewState {
        /// Not talked about, or to be talked about again.
        Open = "open",
        /// All agree.
        Agreed = "agreed",
        /// Some disagree.
        Disputed = "disputed",
        /// Put aside.
        Parked = "parked",
    }

    /// How a proposal came to be.
    ProposalKind {
        /// By the search.
        Computed = "computed",
        /// By hand.
        Own = "own",
    }

    /// The colour of a logged answer.
    UseLight {
        /// All was done.
        Green = "green",
        /// Something was put off or left out.
        Yellow = "yellow",
        /// Presence, or work that must be done, wasn't covered.
        Red = "red",
    }

    /// What was chosen where people were missing.
    UseChoice {
        /// Nobody was brought in: the plan's own measures.
        Managed = "managed",
        /// An extra shift of one's own.
        ExtraShift = "extra-shift",
        /// Somebody from another unit.
        Pool = "pool",
        /// Overtime.
        Overtime = "overtime",
        /// An agency.
        Agency = "agency",
        /// Something else.
        Other = "other",
    }

    /// Why people were missing.
    UseCause {
        /// Sickness.
        Sickness = "sickness",
        /// A position that nobody holds.
        Vacancy = "vacancy",
        /// Holiday or leave.
        Holiday = "holiday",
        /// More work than planned.
        Activity = "activity",
        /// Something else.
        Other = "other",
    }

    /// Where a proposal stands.
    ProposalState {
        /// For its turn.
        Waiting = "waiting",
        /// The search is on it.
        Running = "running",
        /// It has its plan.
        Done = "done",
        /// A person ended it; it may hold the best plan found.
        Cancelled = "cancelled",
        /// The search ended without a plan.
        Failed = "failed",
    }
}
