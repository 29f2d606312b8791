//! From a ward's workbook to a checked plan and its documents.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fordel_core::check;
use fordel_core::complaint::Complaint;
use fordel_core::plan::{Comparison, Plan, Status};
use fordel_core::ward::Ward;
use fordel_engine::{Request, Watch};
use fordel_reports::report::Report;
use fordel_sheets::plan_book::Reasons;
use fordel_text::{Lang, Texts};

use crate::failure::Failure;
use crate::files::{self, Opened};
use crate::folder::{Folder, Saved};
use crate::plan_json;
use crate::wishes::Wishes;

/// The documents of a plan. The first is written last: when it is there, all are.
const DOCUMENTS: &[&str] = &["plan.json", "plan.xlsx", "report.html", "report.pdf"];

/// A plan that has passed the independent check, and where its documents are.
#[derive(Clone, Debug)]
pub struct Planned {
    /// The ward, with what was noticed and assumed.
    pub opened: Opened,
    /// The plan; also where it says that none exists.
    pub plan: Plan,
    /// The documents; none where the search ended with neither a plan nor a proof.
    pub saved: Option<Saved>,
}

/// What is asked for, and how the documents shall be.
#[derive(Clone, Debug)]
pub struct Order<'o> {
    /// Wishes for the plan.
    pub wishes: &'o Wishes,
    /// The folder for the documents; none: beside the workbook, in a folder named after it.
    pub out: Option<&'o Path>,
    /// Language of the documents.
    pub lang: Lang,
    /// The day, as it shall be written in the report.
    pub date: &'o str,
}

/// Plans the ward of a workbook and saves the documents.
///
/// # Errors
/// Input that can't be used, wishes that don't fit, a place that can't be written; and a plan that fails the
/// independent check, which is never shown.
pub fn plan(workbook: &Path, order: &Order, watch: &dyn Watch) -> Result<Planned, Failure> {
    let opened = files::read_ward(workbook)?;
    if opened.ward.lines.is_empty() {
        return Err(Failure::NoTasks { path: workbook.to_owned() });
    }
    let request = order.wishes.request(&opened.ward).map_err(Failure::Refused)?;
    let folder = Folder::prepare(&order.out.map_or_else(|| beside(workbook), Path::to_owned))?;
    let texts = Texts::new(order.lang);
    let plan = passed(&opened.ward, told_plan(&opened.ward, &request, &texts, watch))?;
    let saved = if plan.status == Status::Unknown {
        None
    } else {
        Some(folder.save(&documents(&opened, &request, &plan, &texts, order.date)?, DOCUMENTS)?)
    };
    Ok(Planned { opened, plan, saved })
}

/// `ward.xlsx` gives `ward.plan`.
fn beside(workbook: &Path) -> PathBuf {
    workbook.with_extension("plan")
}

/// The engine's plan, in words.
pub(crate) fn told_plan(ward: &Ward, request: &Request, texts: &Texts, watch: &dyn Watch) -> Plan {
    let mut plan = fordel_engine::plan(ward, request, watch);
    plan.version = crate::VERSION.to_owned();
    for comparison in [&mut plan.carried, &mut plan.rightmost] {
        tell_reasons(comparison, texts);
    }
    plan
}

/// The plan, if the independent check finds nothing wrong with it: no other is shown or saved.
pub(crate) fn passed(ward: &Ward, plan: Plan) -> Result<Plan, Failure> {
    let broken = check::check(ward, &plan).broken;
    if broken.is_empty() { Ok(plan) } else { Err(Failure::CheckFailed { broken }) }
}

/// The engine knows no language: its reasons come as parts, and are put into words here.
fn tell_reasons(comparison: &mut Comparison, texts: &Texts) {
    comparison.reasons = comparison.conflict.iter().map(|c| texts.conflict(c)).collect();
}

/// For each line that stands above its lowest group: what stands in the way on the others.
fn reasons(ward: &Ward, request: &Request, plan: &Plan, texts: &Texts) -> Reasons {
    let order = ward.order();
    let above: BTreeSet<(u32, &[u8])> = plan
        .placements
        .iter()
        .filter(|p| {
            let lowest = ward.line_by_row(p.row).and_then(|l| order.lowest_qualified(&ward.lines[l.0]));
            lowest.is_some_and(|g| ward.group(g).code != p.group)
        })
        .map(|p| (p.row, p.days.as_slice()))
        .collect();
    let mut others: BTreeMap<(u32, Vec<u8>), Vec<String>> = BTreeMap::new();
    for other in fordel_engine::elsewhere(ward, request, plan) {
        if above.contains(&(other.row, other.days.as_slice())) {
            let sentence = texts.elsewhere(&other);
            others.entry((other.row, other.days)).or_default().push(sentence);
        }
    }
    let sentence = |others: Vec<String>| texts.with("book-why-others", &[("others", others.join("; ").into())]);
    others.into_iter().map(|(place, others)| (place, sentence(others))).collect()
}

fn documents(
    opened: &Opened,
    request: &Request,
    plan: &Plan,
    texts: &Texts,
    date: &str,
) -> Result<Vec<(&'static str, Vec<u8>)>, Failure> {
    let complaints = Some(opened.complaints.as_slice());
    let writer = Documents { ward: &opened.ward, complaints, request, plan, unit: &plan.unit, texts, date };
    DOCUMENTS.iter().map(|name| Ok((*name, writer.write(name).unwrap_or_else(|| Ok(Vec::new()))?))).collect()
}

/// What the documents of a plan are written from.
pub(crate) struct Documents<'a> {
    /// The ward.
    pub ward: &'a Ward,
    /// What was noticed and assumed when it was read, where that is known.
    pub complaints: Option<&'a [Complaint]>,
    /// What was asked.
    pub request: &'a Request,
    /// The plan.
    pub plan: &'a Plan,
    /// What the unit is called in the report; the other documents name it as the plan does.
    pub unit: &'a str,
    /// The language.
    pub texts: &'a Texts,
    /// The day, as written in the report.
    pub date: &'a str,
}

impl Documents<'_> {
    /// The report.
    pub fn report(&self) -> Report {
        let plan = Plan { unit: self.unit.to_owned(), ..self.plan.clone() };
        fordel_reports::build(self.ward, &plan, self.complaints, self.texts, self.date)
    }

    /// The document of this name; nothing for a name that is none of [`DOCUMENTS`].
    pub fn write(&self, name: &str) -> Option<Result<Vec<u8>, Failure>> {
        let failed = |why: String| Failure::Document { name: name.to_owned(), why };
        Some(match name {
            "plan.json" => Ok(plan_json::write(self.plan)),
            "plan.xlsx" => {
                let reasons = reasons(self.ward, self.request, self.plan, self.texts);
                fordel_sheets::plan_book::plan_book(self.ward, self.plan, self.complaints, &reasons, self.texts)
                    .map_err(|why| failed(why.to_string()))
            }
            "report.html" => Ok(fordel_reports::html::render(&self.report()).into_bytes()),
            "report.pdf" => fordel_reports::pdf::render(&self.report()).map_err(|why| failed(why.to_string())),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Kind;
    use fordel_engine::{Quiet, Work};

    #[test]
    fn a_plan_that_the_check_refuses_is_not_shown() {
        let workbook = concat!(env!("CARGO_MANIFEST_DIR"), "/../fordel-sheets/tests/data/liten.xlsx");
        let ward = files::read_ward(Path::new(workbook)).expect("the ward can be read").ward;
        let texts = Texts::new(Lang::Nb);
        let work = "200".parse::<Work>().expect("work");
        let request = Request { work: Some(work), beside: false, ..Request::for_ward(&ward) };
        let good = told_plan(&ward, &request, &texts, &Quiet);
        assert!(!good.staffing.is_empty());
        assert!(passed(&ward, good.clone()).is_ok());
        for at in 0..good.staffing.len() {
            let mut plan = good.clone();
            plan.staffing[at].heads -= 1;
            let refused = passed(&ward, plan).expect_err("a head is missing");
            assert_eq!(refused.kind(), Kind::Internal);
            assert!(matches!(&refused, Failure::CheckFailed { broken } if !broken.is_empty()), "{refused:?}");
            assert_eq!(refused.tell(&texts)[0], texts.get("failure-check"));
        }
    }
}
