//! The year ahead: demand against own people week by week, holiday weeks shared out best, and scenarios side by side.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use fordel_core::calendar::{Date, Week};
use fordel_core::check;
use fordel_core::check::holiday;
use fordel_core::norwegian_time::ClockChange;
use fordel_core::plan::{Plan, Status};
use fordel_core::ward::{Alike, Goal, Ward};
use fordel_core::year::dates::{Dated, of_week};
use fordel_core::year::holiday::Rules;
use fordel_core::year::night::nights;
use fordel_core::year::outlook::{Asked, Outlook, hours, outlook, weeks_needed};
use fordel_core::year::scenario::Scenario;
use fordel_core::year::week::ward_of;
use fordel_engine::{Quiet, Request};
use fordel_reports::{html, pdf};
use fordel_text::Texts;

use crate::failure::Failure;
use crate::folder::{Saved, save_file};
use crate::shortage::{Form, ward_and_plan};

/// Most weeks that are shown.
pub const MOST_YEAR_WEEKS: u32 = 104;
/// How long a week's heads are searched for; most are proven in a moment.
const SECONDS_A_WEEK: u64 = 20;
/// How near the proven least a week's heads must be: less than one shift of any ward.
const GAP: f64 = 1e-5;

/// What is asked of the year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearQuestion {
    /// The first date: the week that holds it is the first that is shown.
    pub from: Date,
    /// How many weeks are shown.
    pub weeks: u32,
    /// How holidays are shared out.
    pub rules: Rules,
    /// Activity in the summer pools of the scenarios with fewer beds, as a share of what is usual.
    pub summer: f64,
}

impl YearQuestion {
    /// Six months from a date, with the usual rules.
    pub fn from(date: Date) -> YearQuestion {
        YearQuestion { from: date, weeks: 26, rules: Rules::default(), summer: 0.8 }
    }
}

/// The year, told.
#[derive(Clone, Debug)]
pub struct YearTold {
    /// The ward.
    pub ward: Ward,
    /// The scenarios; the first is as planned.
    pub scenarios: Vec<(Scenario, Outlook)>,
    /// What was asked.
    pub question: YearQuestion,
}

impl YearTold {
    /// The year as planned.
    pub fn planned(&self) -> &Outlook {
        &self.scenarios[0].1
    }
}

/// Answers for the plan in a file, with another one beside it where one is named.
///
/// # Errors
/// Files that can't be read, a plan that isn't this ward's, a week that no heads can carry.
pub fn year(workbook: &Path, plan: &Path, other: Option<&Path>, question: &YearQuestion) -> Result<YearTold, Failure> {
    let (ward, plan) = ward_and_plan(workbook, plan)?;
    let other = other.map(|path| ward_and_plan(workbook, path)).transpose()?;
    year_of(ward, &plan, other.as_ref().map(|(ward, plan)| (ward, plan)), question)
}

/// The year of a plan that holds for its ward, and of another one that holds for its own: the way in for pages.
///
/// # Errors
/// A week that no heads can carry, or an answer that an independent check refuses.
pub fn year_of(
    ward: Ward,
    plan: &Plan,
    other: Option<(&Ward, &Plan)>,
    question: &YearQuestion,
) -> Result<YearTold, Failure> {
    let first = Week::of(question.from);
    let shown = (first, question.weeks.clamp(1, MOST_YEAR_WEEKS));
    let weeks = weeks_needed(first, shown.1);
    let mut years: Vec<i16> = weeks.iter().map(|week| week.year).collect();
    years.dedup();
    let mut scenarios = vec![
        Scenario::AsPlanned,
        Scenario::Fewer { share: question.summer },
        Scenario::Moved { share: question.summer },
        Scenario::OnePoolMore,
    ];
    scenarios.extend(other.map(|_| Scenario::OtherPlan));
    let mut told = Vec::new();
    let mut solved = Solved::default();
    let mut solved_other = Solved::default();
    for scenario in scenarios {
        let (own, plan, solved) = match (scenario, other) {
            (Scenario::OtherPlan, Some((own, plan))) => (own, plan, &mut solved_other),
            _ => (&ward, plan, &mut solved),
        };
        let Some((of, rules)) = scenario.of(own, question.rules, &years) else { continue };
        let asked: Vec<(Week, Asked)> = weeks
            .iter()
            .map(|week| Ok((*week, solved.asked(&of, plan, of_week(&of, *week))?)))
            .collect::<Result<_, Failure>>()?;
        let outlook = outlook(&of, plan, asked, rules, shown);
        let flaws: Vec<String> =
            outlook.holidays.iter().flat_map(|one| holiday::flaws(&one.question, &one.shared)).collect();
        if !flaws.is_empty() {
            return Err(Failure::AnswerRefused { flaws });
        }
        told.push((scenario, outlook));
    }
    Ok(YearTold { ward, scenarios: told, question: question.clone() })
}

/// The heads of weeks that have been solved: weeks whose dates are worked alike under the same activity are the same week.
#[derive(Default)]
struct Solved {
    plans: BTreeMap<Vec<u64>, Plan>,
}

impl Solved {
    fn asked(&mut self, ward: &Ward, plan: &Plan, dates: [Dated; 7]) -> Result<Asked, Failure> {
        let week = Week::of(dates[0].date);
        let key: Vec<u64> = dates
            .iter()
            .flat_map(|dated| {
                std::iter::once(u64::from(dated.as_day.0)).chain(dated.units.iter().map(|units| units.to_bits()))
            })
            .collect();
        if !self.plans.contains_key(&key) {
            let found = least_heads(&ward_of(ward, plan, &dates), week)?;
            self.plans.insert(key.clone(), found);
        }
        let found = &self.plans[&key];
        let changes = ClockChange::on(dates[6].date).is_some();
        let nights = if changes { nights(&ward_of(ward, plan, &dates), found, &dates) } else { Vec::new() };
        Ok(Asked {
            hours: hours(ward, &found.staffing, &dates),
            staffing: found.staffing.clone(),
            kr: found.week_cost.unwrap_or(0.0),
            gap: found.gap.unwrap_or(0.0),
            nights,
            dates,
        })
    }
}

/// The fewest heads, by what they cost, that carry a week; held against every rule by the independent check.
fn least_heads(of_week: &Ward, week: Week) -> Result<Plan, Failure> {
    if of_week.lines.is_empty() && of_week.presence.is_empty() && of_week.shifts.iter().all(|shift| shift.min == 0) {
        return Ok(Plan { week_cost: Some(0.0), gap: Some(0.0), ..Plan::default() });
    }
    let request = Request {
        goals: vec![(Goal::Cost, 0.0)],
        gap: GAP,
        time_limit: Duration::from_secs(SECONDS_A_WEEK),
        alike: Alike::No,
        budget_kr: None,
        beside: false,
        ..Request::for_ward(of_week)
    };
    let found = fordel_engine::plan(of_week, &request, &Quiet);
    if matches!(found.status, Status::Infeasible | Status::Unknown) {
        return Err(Failure::WeekNotCarried { week: week.to_string(), proven: found.status == Status::Infeasible });
    }
    let broken = check::check(of_week, &found).broken;
    if !broken.is_empty() {
        return Err(Failure::CheckFailed { broken });
    }
    Ok(found)
}

impl YearTold {
    /// The year as a workbook.
    ///
    /// # Errors
    /// A mistake in the program.
    pub fn book(&self, texts: &Texts) -> Result<Vec<u8>, Failure> {
        let failed = |why: String| Failure::Document { name: texts.get("year-title"), why };
        fordel_sheets::year_book::year_book(&self.ward, &self.scenarios, texts).map_err(|why| failed(why.to_string()))
    }

    /// Saves the workbook.
    ///
    /// # Errors
    /// A place that can't be written.
    pub fn save_book(&self, at: &Path, texts: &Texts) -> Result<Saved, Failure> {
        save_file(at, &self.book(texts)?)
    }

    /// The year as a report; `date` is today as it shall be written.
    pub fn report(&self, texts: &Texts, date: &str) -> fordel_reports::Report {
        fordel_reports::year::build(&self.ward, &self.scenarios, texts, date, crate::VERSION)
    }

    /// The year for printing on A3.
    ///
    /// # Errors
    /// A mistake in the program.
    pub fn paper(&self, form: Form, texts: &Texts, date: &str) -> Result<Vec<u8>, Failure> {
        let report = self.report(texts, date);
        match form {
            Form::Html => Ok(html::render_wide(&report).into_bytes()),
            Form::Pdf => pdf::render_wide(&report)
                .map_err(|why| Failure::Document { name: texts.get("year-title"), why: why.to_string() }),
        }
    }

    /// Saves it.
    ///
    /// # Errors
    /// A place that can't be written.
    pub fn save_paper(&self, at: &Path, form: Form, texts: &Texts, date: &str) -> Result<Saved, Failure> {
        save_file(at, &self.paper(form, texts, date)?)
    }
}
