//! What can go wrong between a person and an answer, and what to do about it.

use std::io;
use std::path::{Path, PathBuf};

use fordel_core::complaint::{Complaint, Severity};
use fordel_core::plan::Broken;
use fordel_text::Texts;

use crate::shortage::Misfit;
use crate::wishes::Refusal;

/// Why a use case gave no answer.
#[derive(Debug)]
pub enum Failure {
    /// A file that can't be read.
    Unreadable {
        /// Which.
        path: PathBuf,
        /// What the machine said.
        why: io::Error,
    },
    /// A file over the size limit.
    TooLarge {
        /// Which.
        path: PathBuf,
        /// The limit in megabytes.
        megabytes: u64,
    },
    /// A workbook with faults.
    Faulty {
        /// Which.
        path: PathBuf,
        /// All complaints, faults and others.
        complaints: Vec<Complaint>,
    },
    /// A file that holds no plan.
    NotAPlan {
        /// Which.
        path: PathBuf,
        /// What the reader stumbled on.
        why: String,
    },
    /// A plan that breaks rules, where one that holds is needed.
    PlanBroken {
        /// Which.
        path: PathBuf,
        /// The rules.
        broken: Vec<Broken>,
    },
    /// A plan file that says that no plan exists, where one is needed.
    PlanEmpty {
        /// Which.
        path: PathBuf,
    },
    /// Wishes that don't fit the ward, or each other.
    Refused(Vec<Refusal>),
    /// A file or folder that can't be written.
    Unwritable {
        /// Which.
        path: PathBuf,
        /// What the machine said.
        why: String,
    },
    /// The plan that was made doesn't pass the independent check: a mistake in the program. The plan isn't shown.
    CheckFailed {
        /// The rules it breaks.
        broken: Vec<Broken>,
    },
    /// A plan that doesn't hold for the ward it is to be used for.
    PlanOfAnother {
        /// Which.
        path: PathBuf,
        /// The ward's name.
        unit: String,
        /// The rules that it breaks there.
        broken: Vec<Broken>,
    },
    /// A question about a shift that doesn't fit the ward or its plan.
    Misfit(Misfit),
    /// The answer to such a question doesn't pass the independent check: a mistake in the program. It isn't shown.
    AnswerRefused {
        /// What is wrong, for those who mend it.
        flaws: Vec<String>,
    },
    /// A week of the year that no heads carry, or none that were found in time.
    WeekNotCarried {
        /// Which.
        week: String,
        /// Whether it is proven that none do.
        proven: bool,
    },
    /// A driver that a file of counts doesn't have.
    NoSuchDriver {
        /// What was asked for.
        name: String,
        /// Those that it has.
        names: Vec<String>,
    },
    /// A driver without counts by hour, where those are needed.
    NoHours {
        /// Which.
        name: String,
    },
    /// A document that couldn't be made from a good plan: a mistake in the program.
    Document {
        /// Its name.
        name: String,
        /// What went wrong.
        why: String,
    },
}

/// What kind of failure it is; each kind has its own exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The answer is no.
    No,
    /// Asked in a way that can't be answered.
    Misuse,
    /// Input that is unreadable or faulty.
    Input,
    /// A mistake in the program.
    Internal,
}

impl Failure {
    /// What kind of failure it is.
    pub fn kind(&self) -> Kind {
        match self {
            Failure::PlanBroken { .. } | Failure::PlanEmpty { .. } | Failure::WeekNotCarried { .. } => Kind::No,
            Failure::Refused(_)
            | Failure::Misfit(_)
            | Failure::NoSuchDriver { .. }
            | Failure::NoHours { .. }
            | Failure::Unwritable { .. } => Kind::Misuse,
            Failure::Unreadable { .. }
            | Failure::TooLarge { .. }
            | Failure::Faulty { .. }
            | Failure::NotAPlan { .. }
            | Failure::PlanOfAnother { .. } => Kind::Input,
            Failure::CheckFailed { .. } | Failure::AnswerRefused { .. } | Failure::Document { .. } => Kind::Internal,
        }
    }

    /// Sentences for the user: the first says what is wrong and what to do, the others are details.
    pub fn tell(&self, texts: &Texts) -> Vec<String> {
        match self {
            Failure::Unreadable { path, why } => vec![unreadable(path, why, texts)],
            Failure::TooLarge { path, megabytes } => {
                let limit = u32::try_from(*megabytes).unwrap_or(u32::MAX);
                vec![texts.with("failure-too-large", &[("path", shown(path).into()), ("limit", limit.into())])]
            }
            Failure::Faulty { path, complaints } => {
                let faults: Vec<_> = complaints.iter().filter(|c| c.severity == Severity::Fault).collect();
                let head = [("path", shown(path).into()), ("count", faults.len().into())];
                std::iter::once(texts.with("failure-faulty", &head))
                    .chain(faults.into_iter().map(|c| texts.complaint(c)))
                    .collect()
            }
            Failure::NotAPlan { path, why } => {
                vec![texts.with("failure-not-a-plan", &[("path", shown(path).into()), ("why", why.as_str().into())])]
            }
            Failure::PlanBroken { path, broken } => {
                let head = [("path", shown(path).into()), ("count", broken.len().into())];
                with_rules(texts.with("failure-plan-broken", &head), broken, texts)
            }
            Failure::PlanOfAnother { path, unit, broken } => {
                let args =
                    [("path", shown(path).into()), ("unit", unit.as_str().into()), ("count", broken.len().into())];
                with_rules(texts.with("shortage-plan-of-another", &args), broken, texts)
            }
            Failure::Misfit(misfit) => vec![misfit.tell(texts)],
            Failure::AnswerRefused { flaws } => {
                std::iter::once(texts.get("shortage-check")).chain(flaws.iter().cloned()).collect()
            }
            Failure::PlanEmpty { path } => vec![texts.with("failure-plan-empty", &[("path", shown(path).into())])],
            Failure::Refused(refusals) => refusals.iter().map(|r| r.tell(texts)).collect(),
            Failure::Unwritable { path, why } => {
                vec![texts.with("failure-unwritable", &[("path", shown(path).into()), ("why", why.as_str().into())])]
            }
            Failure::CheckFailed { broken } => with_rules(texts.get("failure-check"), broken, texts),
            Failure::NoSuchDriver { name, names } => {
                vec![
                    texts.with(
                        "activity-no-driver",
                        &[("name", name.as_str().into()), ("names", texts.list(names).into())],
                    ),
                ]
            }
            Failure::NoHours { name } => vec![texts.with("activity-no-hours", &[("name", name.as_str().into())])],
            Failure::WeekNotCarried { week, proven } => {
                let key = if *proven { "year-week-impossible" } else { "year-week-unknown" };
                vec![texts.with(key, &[("week", week.as_str().into())])]
            }
            Failure::Document { name, why } => {
                vec![texts.with("failure-document", &[("name", name.as_str().into()), ("why", why.as_str().into())])]
            }
        }
    }

    pub(crate) fn unwritable(path: &Path, why: impl ToString) -> Failure {
        Failure::Unwritable { path: path.to_owned(), why: why.to_string() }
    }
}

fn with_rules(head: String, broken: &[Broken], texts: &Texts) -> Vec<String> {
    std::iter::once(head).chain(broken.iter().map(|b| texts.broken(b))).collect()
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn unreadable(path: &Path, why: &io::Error, texts: &Texts) -> String {
    let path = ("path", shown(path).into());
    match why.kind() {
        io::ErrorKind::NotFound => texts.with("failure-missing", &[path]),
        io::ErrorKind::IsADirectory => texts.with("failure-folder", &[path]),
        io::ErrorKind::PermissionDenied => texts.with("failure-denied", &[path]),
        _ => texts.with("failure-unreadable", &[path, ("why", why.to_string().into())]),
    }
}
