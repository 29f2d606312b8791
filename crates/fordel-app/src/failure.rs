//! What can go wrong between a person and an answer, and what to do about it.

use std::io;
use std::path::{Path, PathBuf};

use fordel_core::complaint::{Complaint, Severity};
use fordel_core::plan::Broken;
use fordel_core::rule::Rule;
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
    /// A workbook without a task.
    NoTasks {
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
        why: io::Error,
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
            | Failure::NoTasks { .. }
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
            Failure::NotAPlan { path, why } => vec![not_a_plan(path, why, texts)],
            Failure::PlanBroken { path, broken } => {
                let head = [("path", shown(path).into()), ("count", broken.len().into())];
                with_some_rules(texts.with("failure-plan-broken", &head), broken, texts)
            }
            Failure::PlanOfAnother { path, unit, broken } => {
                let args =
                    [("path", shown(path).into()), ("unit", unit.as_str().into()), ("count", broken.len().into())];
                with_some_rules(texts.with("shortage-plan-of-another", &args), broken, texts)
            }
            Failure::Misfit(misfit) => vec![misfit.tell(texts)],
            Failure::AnswerRefused { flaws } => {
                std::iter::once(texts.get("shortage-check")).chain(flaws.iter().cloned()).collect()
            }
            Failure::PlanEmpty { path } => vec![texts.with("failure-plan-empty", &[("path", shown(path).into())])],
            Failure::NoTasks { path } => vec![texts.with("failure-no-tasks", &[("path", shown(path).into())])],
            Failure::Refused(refusals) => refusals.iter().map(|r| r.tell(texts)).collect(),
            Failure::Unwritable { path, why } => vec![unwritable(path, why, texts)],
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

    pub(crate) fn unwritable(path: &Path, why: io::Error) -> Failure {
        Failure::Unwritable { path: path.to_owned(), why }
    }
}

fn with_rules(head: String, broken: &[Broken], texts: &Texts) -> Vec<String> {
    std::iter::once(head).chain(broken.iter().map(|b| texts.broken(b))).collect()
}

/// Rules that are told of a plan that was made for something else: it may break hundreds.
const SOME: usize = 5;

/// The first rules that people can look up in their workbook, and how many more there are: `fordel check` tells them all.
/// Figures of the plan and of what it is compared with are counted only, unless there is nothing else.
fn with_some_rules(head: String, broken: &[Broken], texts: &Texts) -> Vec<String> {
    let in_words = |one: &&Broken| {
        one.rule != Rule::Figure.name() && !one.place.starts_with(|letter: char| letter.is_ascii_lowercase())
    };
    let is_any = broken.iter().any(|one| in_words(&one));
    let mut told = vec![head];
    let some = broken.iter().filter(|one| !is_any || in_words(one));
    told.extend(some.take(SOME).map(|one| texts.broken(one)));
    let more = broken.len() - (told.len() - 1);
    if more > 0 {
        told.push(texts.with("failure-more-rules", &[("count", more.into())]));
    }
    told
}

/// What a file lacks to be a plan, as far as it can be told in words.
fn not_a_plan(path: &Path, why: &str, texts: &Texts) -> String {
    let path = ("path", shown(path).into());
    if let Some((line, column)) = why.rsplit_once(" at line ").and_then(|(_, at)| at.split_once(" column ")) {
        return texts.with("failure-not-a-plan-at", &[path, ("line", line.into()), ("column", column.into())]);
    }
    match why.strip_prefix('`').and_then(|why| why.strip_suffix("` is missing")) {
        Some(part) => texts.with("failure-not-a-plan-lacks", &[path, ("part", part.into())]),
        None => texts.with("failure-not-a-plan", &[path]),
    }
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

fn unwritable(path: &Path, why: &io::Error, texts: &Texts) -> String {
    let path = ("path", shown(path).into());
    let key = match why.kind() {
        io::ErrorKind::PermissionDenied => "failure-unwritable-denied",
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "failure-unwritable-file",
        io::ErrorKind::IsADirectory => "failure-unwritable-folder",
        io::ErrorKind::StorageFull => "failure-unwritable-full",
        _ => return texts.with("failure-unwritable", &[path, ("why", why.to_string().into())]),
    };
    texts.with(key, &[path])
}

#[cfg(test)]
mod tests {
    use fordel_text::Lang;

    use super::*;

    fn broken(rule: Rule, place: &str) -> Broken {
        Broken {
            rule: rule.name().into(),
            place: place.into(),
            group: Some("SPL".into()),
            day: None,
            time: None,
            limit: 1.0,
            actual: 2.0,
            what: None,
        }
    }

    #[test]
    fn a_plan_of_another_ward_is_told_in_words_and_shortly() {
        let mut all = vec![
            broken(Rule::Figure, "groups.SPL.minutes_week"),
            broken(Rule::Positions, "carried!groups.SPL.minutes_week"),
        ];
        all.extend((0..9).map(|row| broken(Rule::Positions, &format!("Yrkesgrupper!H{row}"))));
        for lang in [Lang::Nb, Lang::En] {
            let texts = Texts::new(lang);
            let of = |broken| Failure::PlanOfAnother { path: "p.json".into(), unit: "Post".into(), broken };
            let told = of(all.clone()).tell(&texts);
            assert_eq!(told.len(), 1 + SOME + 1, "{told:?}");
            assert!(told.iter().all(|line| !line.contains("minutes_week")), "{told:?}");
            assert!(told[0].contains("Post") && told[0].contains("11"), "{told:?}");
            assert!(told[1].starts_with("Yrkesgrupper!H0: ") && told[6].contains('6'), "{told:?}");
            let figures = of(all.get(..1).map(<[Broken]>::to_vec).unwrap_or_default()).tell(&texts);
            assert_eq!(figures.len(), 2, "{figures:?}");
            assert!(!figures[1].contains("fordel check"), "it is told where there is nothing else: {figures:?}");
            let few = of(all.get(2..4).map(<[Broken]>::to_vec).unwrap_or_default()).tell(&texts);
            assert_eq!(few.len(), 3, "{few:?}");
        }
    }

    #[test]
    fn a_place_that_cannot_be_written_is_told_in_the_readers_language() {
        let texts = Texts::new(Lang::Nb);
        let of = |kind: io::ErrorKind| Failure::unwritable(Path::new("ut"), kind.into()).tell(&texts).concat();
        assert!(of(io::ErrorKind::PermissionDenied).contains("ikke tilgang"));
        assert!(of(io::ErrorKind::AlreadyExists).contains("ligger ei fil"));
        assert!(of(io::ErrorKind::IsADirectory).contains("er en mappe"));
        assert!(of(io::ErrorKind::StorageFull).contains("ikke plass"));
        assert!(of(io::ErrorKind::TimedOut).contains("Kan ikke skrive"));
    }

    #[test]
    fn a_file_that_is_no_plan_is_told_in_the_readers_language() {
        let texts = Texts::new(Lang::Nb);
        let of = |why: &str| Failure::NotAPlan { path: "p.json".into(), why: why.into() }.tell(&texts).concat();
        let torn = of("expected value at line 1 column 7");
        assert!(torn.contains("linje 1, tegn 7") && !torn.contains("expected"), "{torn}");
        assert!(of("`staffing` is missing").contains("«staffing»"));
        assert!(!of("invalid type: null, expected a map").contains("expected"));
    }
}
