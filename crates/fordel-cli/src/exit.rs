//! Exit codes.

use std::process::ExitCode;

use fordel_app::Kind;

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Good.
    Good,
    /// The answer is no: broken rules, no plan possible.
    No,
    /// Wrong use.
    Misuse,
    /// Unreadable or faulty input.
    Input,
    /// Time ended with neither a plan nor a proof.
    TimeEnded,
    /// A mistake in the program, outside the codes that scripts need to know (`EX_SOFTWARE` of sysexits.h).
    Internal,
}

impl Exit {
    /// The code that the shell sees.
    pub fn code(self) -> u8 {
        match self {
            Exit::Good => 0,
            Exit::No => 1,
            Exit::Misuse => 2,
            Exit::Input => 3,
            Exit::TimeEnded => 4,
            Exit::Internal => 70,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.code())
    }
}

impl From<Kind> for Exit {
    fn from(kind: Kind) -> Exit {
        match kind {
            Kind::No => Exit::No,
            Kind::Misuse => Exit::Misuse,
            Kind::Input => Exit::Input,
            Kind::Internal => Exit::Internal,
        }
    }
}
