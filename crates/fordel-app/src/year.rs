//! The year ahead: demand against own people week by week, holiday weeks shared out best, and scenarios side by side.

mod closed;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use fordel_core::calendar::{Date, Week};
use fordel_core::check;
use fordel_core::check::holiday;
use fordel_core::plan::{Plan, Status};
use fordel_core::ward::{Alike, Goal, Ward};
use fordel_core::year::apprentices::with_those_ahead;
use fordel_core::year::dates::{Dated, of_week};
use fordel_core::year::holiday::Rules;
use fordel_core::year::mix;
use fordel_core::year::outlook::{Asked, Outlook, outlook, weeks_needed};
use fordel_core::year::overlap::with_overlap;
use fordel_core::year::scenario::Scenario;
use fordel_core::year::week::ward_of;
use fordel_engine::{Quiet, Request};
use fordel_reports::{html, pdf};
use fordel_text::Texts;

use crate::at_once::at_once;
use crate::failure::Failure;
use crate::folder::{Saved, save_file};
use crate::shortage::{Form, Misfit, ward_and_plan};

/// Most weeks that are shown.
pub const MOST_YEAR_WEEKS: u32 = 104;
/// Most minutes by which overlaps between shifts are made longer or shorter.
pub const MOST_OVERLAP: i32 = 120;
/// Minutes by which overlaps are made longer and shorter where nobody asks for others.
const OVERLAPS: [i32; 2] = [-15, 15];
/// The share of their hours to spare with which groups help others where nobody asks for another.
const MIX: f64 = 1.0;
/// How long a week's heads are searched for; most are proven in a moment.
const SECONDS_A_WEEK: u64 = 20;
/// How near the proven least a week's heads must be: less than one shift of any ward.
const GAP: f64 = 1e-5;
/// How long another mix is searched for in a week: lines that may move take longer than heads alone.
const SECONDS_A_MIX: u64 = 6;
/// The same where nobody has asked for it.
const SECONDS_A_MIX_UNASKED: u64 = 2;
/// How near the proven least the hours of those who lack some must be in another mix: a shift of them or less, in most wards.
const MIX_GAP: f64 = 5e-3;

/// What is asked of the year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearQuestion {
    /// The first date: the week that holds it is the first that is shown.
    pub from: Date,
    /// How many weeks are shown.
    pub weeks: u32,
    /// How holidays are shared out.
    pub rules: Rules,
    /// Groups of which another share than that of the rules may be away at once, by their codes.
    pub own_away: BTreeMap<String, f64>,
    /// Activity in the summer pools of the scenarios with fewer beds, as a share of what is usual.
    pub summer: f64,
    /// Minutes by which overlaps between shifts are longer in a scenario, below 0 shorter; 0: there is no such scenario; none: a
    /// quarter of an hour shorter and longer are tried where something has to be hired in.
    pub overlap: Option<i32>,
    /// The share of their hours to spare with which groups help others in a scenario; 0: there is no such scenario; none: all of
    /// them, tried where something has to be hired in.
    pub mix: Option<f64>,
    /// Whether apprentices of the years ahead count in the years in which the calendar tells of none.
    pub apprentices: bool,
}

impl YearQuestion {
    /// Six months from a date, with the usual rules.
    pub fn from(date: Date) -> YearQuestion {
        YearQuestion {
            from: date,
            weeks: 26,
            rules: Rules::default(),
            own_away: BTreeMap::new(),
            summer: 0.8,
            overlap: None,
            mix: None,
            apprentices: true,
        }
    }
}

/// The year, told.
#[derive(Clone, Debug)]
pub struct YearTold {
    /// The ward, its calendar as it is written.
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
/// A share of a group that the ward doesn't have, a week that no heads can carry, or an answer that an independent check refuses.
pub fn year_of(
    ward: Ward,
    plan: &Plan,
    other: Option<(&Ward, &Plan)>,
    question: &YearQuestion,
) -> Result<YearTold, Failure> {
    if let Some(code) = question.own_away.keys().find(|code| ward.group_by_code(code).is_none()) {
        let codes = ward.groups.iter().map(|group| group.code.clone()).collect();
        return Err(Failure::Misfit(Misfit::NoSuchGroup { code: code.clone(), codes }));
    }
    let first = Week::of(question.from);
    let shown = (first, question.weeks.clamp(1, MOST_YEAR_WEEKS));
    let weeks = weeks_needed(first, shown.1);
    let mut years: Vec<i16> = weeks.iter().map(|week| week.year).collect();
    years.dedup();
    // A year's first and last weeks may have dates of the years around it.
    let ahead = first.year - 1..=first.after(shown.1).year + 1;
    let with = |ward: &Ward| if question.apprentices { with_those_ahead(ward, ahead.clone()) } else { ward.clone() };
    let (counted, of_other) = (with(&ward), other.map(|(own, plan)| (with(own), plan)));
    let other = of_other.as_ref().map(|(own, plan)| (own, *plan));
    let mut scenarios = vec![
        Scenario::AsPlanned,
        Scenario::Fewer { share: question.summer },
        Scenario::Moved { share: question.summer },
        Scenario::OnePoolMore,
    ];
    scenarios.extend(overlaps(&ward, question).into_iter().map(|minutes| Scenario::Overlap { minutes }));
    let mix = Some(question.mix.unwrap_or(MIX)).filter(|share| *share > 0.0);
    scenarios.extend(mix.map(|share| Scenario::OtherMix { share }));
    scenarios.extend(other.map(|_| Scenario::OtherPlan));
    let mut told: Vec<(Scenario, Outlook)> = Vec::new();
    let mut solved = Solved::default();
    let mut solved_other = Solved::default();
    for scenario in scenarios {
        let is_asked = match scenario {
            Scenario::Overlap { .. } => question.overlap.is_some(),
            Scenario::OtherMix { .. } => question.mix.is_some(),
            _ => true,
        };
        if !is_asked && !told[0].1.sums.hires() {
            continue;
        }
        if let Scenario::OtherMix { share } = scenario {
            let seconds = if is_asked { SECONDS_A_MIX } else { SECONDS_A_MIX_UNASKED };
            let outlook = with_other_mix(&ward, plan, &told[0].1, share, seconds)?;
            told.push((scenario, outlook));
            continue;
        }
        let (own, plan, solved) = match (scenario, other) {
            (Scenario::OtherPlan, Some((own, plan))) => (own, plan, &mut solved_other),
            _ => (&counted, plan, &mut solved),
        };
        let Some((of, rules)) = scenario.of(own, question.rules, &years) else { continue };
        let dates: Vec<[Dated; 7]> = weeks.iter().map(|week| of_week(&of, *week)).collect();
        let asked = match solved.all(&of, plan, scenario, &dates) {
            // The year is told without what nobody asked for.
            Err(Failure::WeekNotCarried { .. }) if !is_asked => continue,
            asked => weeks.iter().copied().zip(asked?).collect(),
        };
        let own_away = question.own_away.iter().filter_map(|(code, share)| Some((of.group_by_code(code)?, *share)));
        let outlook = outlook(&of, plan, asked, rules, &own_away.collect(), shown);
        let flaws: Vec<String> =
            outlook.holidays.iter().flat_map(|one| holiday::flaws(&one.question, &one.shared)).collect();
        if !flaws.is_empty() {
            return Err(Failure::AnswerRefused { flaws });
        }
        told.push((scenario, outlook));
        if scenario == Scenario::AsPlanned {
            match closed::with_closed(own, plan, &told[0].1, solved) {
                // The year is told without what nobody asked for.
                Err(Failure::WeekNotCarried { .. }) => {}
                closed => told.extend(closed?),
            }
        }
    }
    Ok(YearTold { ward, scenarios: told, question: question.clone() })
}

/// The minutes of the scenarios with another overlap. What isn't asked for is tried where it changes any shift.
fn overlaps(ward: &Ward, question: &YearQuestion) -> Vec<i32> {
    match question.overlap {
        Some(minutes) => Some(minutes).filter(|minutes| *minutes != 0).into_iter().collect(),
        None => OVERLAPS.into_iter().filter(|minutes| with_overlap(ward, *minutes).shifts != ward.shifts).collect(),
    }
}

/// The heads of weeks that have been solved: weeks with the same work and shifts are the same week.
#[derive(Default)]
struct Solved(Vec<(Ward, Plan)>);

impl Solved {
    fn asked(&mut self, ward: &Ward, plan: &Plan, scenario: Scenario, dates: [Dated; 7]) -> Result<Asked, Failure> {
        self.all(ward, plan, scenario, std::slice::from_ref(&dates)).map(|mut asked| asked.remove(0))
    }

    /// What each of these weeks asks, in their order. Those that aren't known are solved several at once.
    fn all(
        &mut self,
        ward: &Ward,
        plan: &Plan,
        scenario: Scenario,
        weeks: &[[Dated; 7]],
    ) -> Result<Vec<Asked>, Failure> {
        let of_weeks: Vec<Ward> = weeks.iter().map(|dates| scenario.of_week(ward_of(ward, plan, dates))).collect();
        let mut unknown: Vec<(&Ward, Week)> = Vec::new();
        for (of_week, dates) in of_weeks.iter().zip(weeks) {
            if self.known(of_week).is_none() && unknown.iter().all(|(other, _)| *other != of_week) {
                unknown.push((of_week, Week::of(dates[0].date)));
            }
        }
        let found = at_once(&unknown, |(of_week, week)| least_heads(of_week, *week));
        for ((of_week, _), found) in unknown.into_iter().zip(found) {
            self.0.push((of_week.clone(), found?));
        }
        let all = of_weeks.iter().zip(weeks).filter_map(|(of_week, dates)| {
            let found = self.known(of_week)?;
            Some(Asked::of(of_week, found, dates.clone()))
        });
        Ok(all.collect())
    }

    fn known(&self, of_week: &Ward) -> Option<&Plan> {
        self.0.iter().find(|(known, _)| known == of_week).map(|(_, found)| found)
    }
}

/// The fewest heads, by what they cost, that carry a week; held against every rule by the independent check.
fn least_heads(of_week: &Ward, week: Week) -> Result<Plan, Failure> {
    if of_week.lines.is_empty() && of_week.presence.is_empty() && of_week.shifts.iter().all(|shift| shift.min == 0) {
        return Ok(Plan { week_cost: Some(0.0), gap: Some(0.0), ..Plan::default() });
    }
    let found = searched(of_week, vec![(Goal::Cost, 0.0)], GAP, SECONDS_A_WEEK)?;
    if matches!(found.status, Status::Infeasible | Status::Unknown) {
        return Err(Failure::WeekNotCarried { week: week.to_string(), proven: found.status == Status::Infeasible });
    }
    Ok(found)
}

/// The year as planned, with others helping those that lack hours, with this share of the hours that they have to spare; searched
/// for so many seconds a week. Weeks in which that leaves no fewer hours short stay as planned.
fn with_other_mix(ward: &Ward, plan: &Plan, planned: &Outlook, share: f64, seconds: u64) -> Result<Outlook, Failure> {
    let mut solved: Vec<(Ward, Plan)> = Vec::new();
    let mut other = Vec::new();
    for week in &planned.weeks {
        let Some(of_week) = mix::ward_of(ward, plan, week, share) else {
            other.push(None);
            continue;
        };
        // Weeks alike, with as many hours asked and given, are the same week.
        let at = match solved.iter().position(|(known, _)| *known == of_week) {
            Some(at) => at,
            None => {
                let goals = vec![(Goal::ScarceHours, 0.0), (Goal::Cost, 0.0)];
                let found = searched(&of_week, goals, MIX_GAP, seconds)?;
                solved.push((of_week, found));
                solved.len() - 1
            }
        };
        let (of_week, found) = &solved[at];
        // Where the clock ended the search before it had any answer, nothing is known of how far from the least the planned is.
        let asked = match found.goals.first() {
            Some(hours) => {
                let gap = (hours.best - hours.bound).max(0.0) / hours.best.max(f64::MIN_POSITIVE);
                Asked { gap, ..Asked::of(of_week, found, week.asked.dates.clone()) }
            }
            None => Asked { gap: 1.0, ..week.asked.clone() },
        };
        other.push(Some(asked));
    }
    Ok(planned.with_other_heads(ward, other))
}

/// What the search finds for a week; held against every rule by the independent check.
fn searched(of_week: &Ward, goals: Vec<(Goal, f64)>, gap: f64, seconds: u64) -> Result<Plan, Failure> {
    let request = Request {
        goals,
        gap,
        time_limit: Duration::from_secs(seconds),
        alike: Alike::No,
        budget_kr: None,
        beside: false,
        ..Request::for_ward(of_week)
    };
    let found = fordel_engine::plan(of_week, &request, &Quiet);
    let broken = check::check(of_week, &found).broken;
    if broken.is_empty() { Ok(found) } else { Err(Failure::CheckFailed { broken }) }
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

#[cfg(test)]
mod tests {
    use super::*;
    use fordel_core::plan::Placed;
    use fordel_core::projection::{self, Range};
    use fordel_core::time::{Clock, DaySet, Window};
    use fordel_core::ward::{GroupId, Presence, Shift};
    use fordel_text::Lang;

    const NURSES: GroupId = GroupId(0);
    /// Paid hours a week of a position: 35.5 of which a tenth is sick leave.
    const POSITION: f64 = 35.5 * 0.9;
    /// Weeks without public holidays that are asked about.
    const WEEKS: f64 = 4.0;

    /// A nurse does an hour and a half of care every morning, which carers may do. So many positions of both; nobody has
    /// holidays.
    pub(super) fn case(nurses: f64, carers: f64) -> (Ward, Plan) {
        let workbook = concat!(env!("CARGO_MANIFEST_DIR"), "/../fordel-sheets/tests/data/liten.xlsx");
        let mut ward = crate::files::read_ward(Path::new(workbook)).expect("the ward can be read").ward;
        ward.lines.retain(|line| line.name == "Stell");
        ward.presence.clear();
        for (group, positions) in ward.groups.iter_mut().zip([nurses, carers, 0.0]) {
            (group.positions, group.people) = (Some(positions), Some(positions.ceil()));
            group.holiday_weeks = 0.0;
        }
        let parts = ward.lines[0].placements().into_iter();
        let placements = parts.map(|days| Placed::of(&ward, &ward.lines[0], days, NURSES)).collect();
        let plan = Plan { status: Status::Feasible, placements, ..Plan::default() };
        (ward, plan)
    }

    pub(super) fn asked(ward: &Ward, plan: &Plan, overlap: Option<i32>, mix: Option<f64>) -> YearTold {
        let from = "2027-01-11".parse().expect("a date");
        let question = YearQuestion { weeks: WEEKS as u32, overlap, mix, ..YearQuestion::from(from) };
        year_of(ward.clone(), plan, None, &question).expect("the year")
    }

    /// The last scenario, and the year as planned.
    fn last(told: &YearTold) -> (&Outlook, &Outlook) {
        (&told.scenarios.last().expect("scenarios").1, told.planned())
    }

    #[test]
    fn of_all_mixes_within_the_hours_to_spare_none_lacks_fewer_hours() {
        let (ward, plan) = case(0.2, 2.0);
        for share in [0.1, 0.3, 0.6, 1.0] {
            let told = asked(&ward, &plan, Some(0), Some(share));
            let (mixed, planned) = last(&told);
            // A day's shift is 7.5 hours; weekdays, weekends, both or neither may go to the carers.
            let ways = [0.0, 15.0, 37.5, 52.5].into_iter().filter(|moved| *moved <= share * 2.0 * POSITION);
            let short = |moved: f64| (52.5 - moved - 0.2 * POSITION).max(0.0);
            let least = ways.map(short).fold(f64::INFINITY, f64::min);
            assert!((planned.sums.hire_hours - WEEKS * short(0.0)).abs() < 1e-6, "{:?}", planned.sums);
            assert!((mixed.sums.hire_hours - WEEKS * least).abs() < 1e-6, "{share}: {:?}", mixed.sums);
            assert!((mixed.sums.hours - WEEKS * 52.5).abs() < 1e-6, "the same shifts, by others");
            assert!(mixed.weeks.iter().all(|week| week.groups[1].short() == 0.0), "who helps lacks nothing");
        }
    }

    #[test]
    fn a_mix_that_can_not_help_is_the_year_as_planned() {
        let (ward, plan) = case(0.2, 2.0);
        let mut nurses_only = ward.clone();
        nurses_only.lines[0].lowest = NURSES;
        let (covered, _) = case(5.0, 2.0);
        let (busy, _) = case(0.2, 0.0);
        for ward in [&nurses_only, &covered, &busy] {
            let told = asked(ward, &plan, Some(0), Some(1.0));
            let (mixed, planned) = last(&told);
            assert_eq!(mixed, planned);
        }
    }

    /// The scenarios with another overlap and another mix.
    fn tried(told: &YearTold) -> Vec<Scenario> {
        let tried = told.scenarios.iter().map(|(scenario, _)| *scenario);
        tried.filter(|one| matches!(one, Scenario::Overlap { .. } | Scenario::OtherMix { .. })).collect()
    }

    #[test]
    fn what_nobody_asks_for_is_tried_where_something_has_to_be_hired_in() {
        let (ward, plan) = case(0.2, 2.0);
        let told = asked(&ward, &plan, None, None);
        // The shifts meet: there is no overlap to make shorter.
        let all = Scenario::OtherMix { share: 1.0 };
        assert_eq!(tried(&told), [Scenario::Overlap { minutes: 15 }, all]);
        let wanted = asked(&ward, &plan, Some(0), Some(1.0));
        assert_eq!(tried(&wanted), [all], "nought is none");
        let hired = |told: &YearTold| last(told).0.sums.hire_hours;
        assert!((hired(&told) - hired(&wanted)).abs() < 1e-6 && hired(&told) < told.planned().sums.hire_hours);
        assert_eq!(tried(&asked(&ward, &plan, Some(0), Some(0.0))), []);
        let (covered, _) = case(5.0, 2.0);
        assert_eq!(tried(&asked(&covered, &plan, None, None)), [], "nothing has to be hired in");
        assert_eq!(tried(&asked(&covered, &plan, Some(-10), None)), [Scenario::Overlap { minutes: -10 }]);
        let mut overlapping = ward.clone();
        overlapping.shifts = vec![shift("D", (420, 930), 8.0), shift("A", (900, 1350), 7.5)];
        overlapping.staffing_today.clear();
        let told = asked(&overlapping, &plan, None, Some(0.0));
        assert_eq!(tried(&told), [-15, 15].map(|minutes| Scenario::Overlap { minutes }));
    }

    #[test]
    fn apprentices_of_the_years_ahead_are_own_people_unless_they_are_left_out() {
        let (mut ward, plan) = case(0.2, 2.0);
        let row = |what, value| {
            let group = Some(NURSES);
            projection::Entry { what, group, ages: None, from: None, value: Range::sure(value), source: None }
        };
        ward.projection.entries = vec![
            row(projection::What::Apprentices, 1.0),
            row(projection::What::ApprenticeYears, 2.0),
            row(projection::What::ApprenticeShare, 0.25),
        ];
        let with = asked(&ward, &plan, Some(0), Some(0.0));
        let question = YearQuestion { apprentices: false, ..with.question.clone() };
        let without = year_of(ward.clone(), &plan, None, &question).expect("the year");
        assert_eq!(with.ward, ward, "the calendar stays as it is written");
        let texts = Texts::new(Lang::En);
        for (told, positions) in [(&with, 0.7), (&without, 0.2)] {
            let nurses = &told.planned().weeks[0].groups[NURSES.0];
            assert!((nurses.own - positions * POSITION).abs() < 1e-6, "{nurses:?}");
            let rests = texts.outlook_rests(&told.ward, told.planned()).join(" ");
            assert_eq!(rests.contains("are those of the sheet Projection"), positions > 0.5, "{rests}");
        }
        let saved = without.planned().sums.hire_hours - with.planned().sums.hire_hours;
        assert!((saved - WEEKS * 0.5 * POSITION).abs() < 1e-6, "{saved}");

        // The calendar tells of one year, the assumptions of the next: each sentence names its own, also in the week of both.
        let [from, to] = ["2026-12-07", "2026-12-31"].map(|date| date.parse().expect("a date"));
        let what = fordel_core::year::What::Apprentices { group: NURSES, positions: 0.25 };
        ward.calendar = vec![fordel_core::year::Entry { from, to, what, note: None }];
        let question = YearQuestion { weeks: 6, overlap: Some(0), mix: Some(0.0), ..YearQuestion::from(from) };
        let told = year_of(ward, &plan, None, &question).expect("the year");
        let rests = texts.outlook_rests(&told.ward, told.planned()).join(" ");
        for part in ["the calendar has them in 2026: 0.25", "of the sheet Projection in 2027, since"] {
            assert!(rests.contains(part), "{part} in {rests}");
        }
    }

    fn shift(name: &str, (start, end): (u16, u16), paid_hours: f64) -> Shift {
        let window = Window { start: Clock(start), end: Clock(end) };
        Shift { group: NURSES, name: name.into(), window, paid_hours, days: DaySet::ALL, min: 0, max: 6 }
    }

    /// A nurse is present in the window every day.
    pub(super) fn present((start, end): (u16, u16)) -> Presence {
        let window = Window { start: Clock(start), end: Clock(end) };
        Presence { groups: vec![NURSES], label: "SPL".into(), window, days: DaySet::ALL, count: 1, course: None }
    }

    #[test]
    fn overlap_is_paid_and_presence_holds_without_it() {
        let (mut ward, _) = case(4.0, 0.0);
        ward.lines.clear();
        ward.staffing_today.clear();
        // Half an hour together: 07:00–15:30, 15:00–22:30, 22:00–07:30; somebody is there at all times.
        ward.shifts = vec![shift("D", (420, 930), 8.0), shift("A", (900, 1350), 7.5), shift("N", (1320, 450), 9.5)];
        ward.presence = vec![present((0, 1440))];
        for (minutes, hours_a_day) in [(-10, 24.5), (-30, 23.5), (-60, 23.5), (15, 25.75)] {
            let told = asked(&ward, &Plan::default(), Some(minutes), Some(0.0));
            let (changed, planned) = last(&told);
            assert!((planned.sums.hours - WEEKS * 7.0 * 25.0).abs() < 1e-6);
            assert!((changed.sums.hours - WEEKS * 7.0 * hours_a_day).abs() < 1e-6, "{minutes}: {:?}", changed.sums);
            let short = 7.0 * hours_a_day - 4.0 * POSITION;
            assert!((changed.sums.hire_hours - WEEKS * short).abs() < 1e-6, "{minutes}: {:?}", changed.sums);
            assert_eq!(changed.sums.heads, planned.sums.heads);
            assert_eq!(changed.sums.kr < planned.sums.kr, minutes < 0);
        }
    }

    #[test]
    fn work_that_lay_in_an_overlap_takes_more_heads_without_it() {
        // 105 minutes between 7 and 9. Four fifths of the time go to tasks: who is there from half past seven has 72 minutes for
        // them, the night until eight 48, until half past seven 24.
        let (mut ward, plan) = case(4.0, 0.0);
        ward.lines[0].minutes = 17.5;
        ward.staffing_today.clear();
        ward.shifts = vec![shift("D", (450, 930), 7.5), shift("N", (1320, 480), 9.5)];
        ward.presence = vec![present((1320, 450))];
        let told = asked(&ward, &plan, Some(-30), Some(0.0));
        let (shorter, planned) = last(&told);
        let hours = |of: &Outlook| of.sums.hours / WEEKS / 7.0;
        assert!((hours(planned) - (7.5 + 9.5)).abs() < 1e-6, "{:?}", planned.sums);
        assert!((hours(shorter) - (2.0 * 7.5 + 9.0)).abs() < 1e-6, "{:?}", shorter.sums);
    }
}
