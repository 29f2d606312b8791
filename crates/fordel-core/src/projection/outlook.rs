//! Need against supply by group and year, for one unit or the sum of several: as the assumptions are written, with a band of
//! what they may be.

use crate::check::money;
use crate::counts::at_share;
use crate::plan::{GroupSum, Plan};
use crate::random::Random;
use crate::ward::{GroupId, Ward};
use crate::year::own::Own;

use super::What;
use super::demand::{Demand, Use, demand, uses};
use super::drawn::Drawn;
use super::scenario::Scenario;
use super::supply::{Staff, SupplyYear, supply};

/// Positions below which nothing lacks: less than can be seen in a figure with one decimal.
pub const SHORT: f64 = 0.05;
/// Shares of the draws that lie below the band and below its upper end.
pub const BAND: (f64, f64) = (0.1, 0.9);

/// A unit.
#[derive(Clone, Copy, Debug)]
pub struct Unit<'a> {
    /// Its ward, with its assumptions.
    pub ward: &'a Ward,
    /// The plan by which its work is to be shared out.
    pub plan: Option<&'a Plan>,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Question {
    /// The first year: today's need and people.
    pub first: i16,
    /// Years after it.
    pub years: u32,
    /// Draws for the band.
    pub draws: u32,
    /// Their seed.
    pub seed: u64,
}

impl Question {
    /// Fifteen years from a year.
    pub fn from(first: i16) -> Question {
        Question { first, years: 15, draws: 400, seed: 1 }
    }
}

/// What a unit's need of today is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The cheapest staffing that carries the work with today's groups, as the plan tells it.
    Carried,
    /// Today's staffing.
    Today,
    /// The plan's staffing.
    Plan,
    /// The positions that there are.
    Positions,
}

impl Basis {
    /// Its name in data and message keys.
    pub fn name(self) -> &'static str {
        match self {
            Basis::Carried => "carried",
            Basis::Today => "today",
            Basis::Plan => "plan",
            Basis::Positions => "positions",
        }
    }
}

/// A group in a year. Positions are årsverk as plans count them: holidays and absence covered.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// Positions that the work asks.
    pub need: f64,
    /// Positions that people and apprentices fill.
    pub positions: f64,
    /// People, apprentices left out.
    pub people: f64,
    /// People that the need takes at the positions that they work.
    pub people_needed: f64,
    /// Who left since the year before, for another reason than retirement.
    pub left: f64,
    /// Who retired.
    pub retired: f64,
    /// Who joined.
    pub joined: f64,
    /// Positions among those that apprentices do.
    pub apprentices: f64,
}

impl Figures {
    /// What a table of all years tells of it, by the names in data and message keys.
    pub const NAMES: [&str; 8] = ["need", "people", "retired", "left", "joined", "positions", "gap", "gap-people"];

    /// The figures of these names, in their order.
    pub fn told(&self) -> [f64; 8] {
        [self.need, self.people, self.retired, self.left, self.joined, self.positions, self.gap(), self.gap_people()]
    }

    /// Positions that lack, or, below zero, are more than the need.
    pub fn gap(&self) -> f64 {
        self.need - self.positions
    }
    /// Positions that lack.
    pub fn short(&self) -> f64 {
        self.gap().max(0.0)
    }
    /// People who lack, or, below zero, are more than the need.
    pub fn gap_people(&self) -> f64 {
        self.people_needed - self.people
    }
    /// Whole people who lack: part of one is one, and nobody where less lacks than can be seen in the positions.
    pub fn short_people(&self) -> f64 {
        if self.short() < SHORT { 0.0 } else { (self.gap_people() - 1e-9).ceil().max(1.0) }
    }
    fn add(&mut self, other: Figures) {
        self.need += other.need;
        self.positions += other.positions;
        self.people += other.people;
        self.people_needed += other.people_needed;
        self.left += other.left;
        self.retired += other.retired;
        self.joined += other.joined;
        self.apprentices += other.apprentices;
    }
}

/// From the lower end of the band to the upper.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Band {
    /// A tenth of the draws lies below.
    pub low: f64,
    /// A tenth lies above.
    pub high: f64,
}

/// A group, summed over the units that have it.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupTold {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The first year and those after it.
    pub years: Vec<Figures>,
    /// Bands of the positions that lack, below zero where they are more than the need.
    pub gap: Vec<Band>,
}

impl GroupTold {
    /// The first of the years in which it lacks positions without a break to the last, counted from the first; none where it
    /// lacks nothing in the last.
    pub fn short_from(&self) -> Option<usize> {
        let enough = self.years.iter().rposition(|of| of.short() < SHORT);
        let from = enough.map_or(0, |at| at + 1);
        (from < self.years.len()).then_some(from)
    }
}

/// A scenario, told.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioTold {
    /// Which.
    pub scenario: Scenario,
    /// Group by group.
    pub groups: Vec<GroupTold>,
    /// Bands of what all groups need.
    pub need: Vec<Band>,
    /// Bands of what all groups' people fill.
    pub positions: Vec<Band>,
    /// Bands of what lacks in the groups that lack.
    pub short: Vec<Band>,
}

impl ScenarioTold {
    /// A sum over the groups in the t-th year after the first.
    pub fn sum(&self, t: usize, of: impl Fn(&Figures) -> f64) -> f64 {
        self.groups.iter().filter_map(|group| group.years.get(t)).map(of).sum()
    }
}

/// A unit with its demand.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitTold {
    /// Its name.
    pub name: String,
    /// What its need of today is taken from.
    pub basis: Basis,
    /// The uses that its demand is reckoned with.
    pub uses: Vec<Use>,
    /// Its demand, year by year, with the residents behind it.
    pub demand: Vec<Demand>,
}

/// A file whose residents stand in for those of the first unit's sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PopulationFile {
    /// Its name.
    pub file: String,
    /// The regions in it that are summed; none where it names none.
    pub regions: Vec<String>,
}

/// The years ahead.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// What was asked.
    pub question: Question,
    /// What the units are called together; none: by their own names.
    pub name: Option<String>,
    /// Where the first unit's residents are from; none: its sheet.
    pub population: Option<PopulationFile>,
    /// The units.
    pub units: Vec<UnitTold>,
    /// The scenarios; the first is as today.
    pub scenarios: Vec<ScenarioTold>,
    /// Whether some assumption has a range, so that there is a band.
    pub has_band: bool,
    /// Whether nothing is assumed in any unit.
    pub is_empty: bool,
}

impl Projection {
    /// What the years are of: the name of the units together, else all their own.
    pub fn called(&self) -> String {
        let own = || self.units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join(", ");
        self.name.clone().unwrap_or_else(own)
    }

    /// The years, the first one too.
    pub fn years(&self) -> impl ExactSizeIterator<Item = i16> + use<> {
        let first = self.question.first;
        (0..=i16::try_from(self.question.years).unwrap_or(i16::MAX - 1)).map(move |t| first.saturating_add(t))
    }

    /// The years as today.
    pub fn as_today(&self) -> &ScenarioTold {
        &self.scenarios[0]
    }

    /// How much the need of a scenario has grown in the t-th year, as a share of the first; none where nothing was needed.
    pub fn growth(&self, told: &ScenarioTold, t: usize) -> Option<f64> {
        let first = told.sum(0, |of| of.need);
        (first > 0.0).then(|| told.sum(t, |of| of.need) / first - 1.0)
    }
}

/// The years ahead of some units together; at least one.
pub fn project(units: &[Unit], question: Question) -> Projection {
    let (places, codes) = places(units);
    let scenarios: Vec<Scenario> = Scenario::ALL
        .into_iter()
        .filter(|one| units.iter().any(|unit| one.is_told(&unit.ward.projection, unit.plan.is_some())))
        .collect();
    let written: Vec<Drawn> = units.iter().map(|unit| Drawn::written(&unit.ward.projection)).collect();
    let central = reckon(units, &written, &places, codes.len(), &scenarios, question);
    let bands = bands(units, &places, codes.len(), &scenarios, question, &central);
    let told = |((scenario, figures), bands): ((&Scenario, Vec<Vec<Figures>>), ScenarioBands)| ScenarioTold {
        scenario: *scenario,
        groups: codes
            .iter()
            .zip(figures)
            .zip(bands.groups)
            .map(|(((code, name), years), gap)| GroupTold { code: code.clone(), name: name.clone(), years, gap })
            .collect(),
        need: bands.need,
        positions: bands.positions,
        short: bands.short,
    };
    let unit = |(unit, drawn): (&Unit, &Drawn)| UnitTold {
        name: unit.ward.unit.clone(),
        basis: needs(unit).0,
        uses: uses(drawn, question.first),
        demand: demand(drawn, question.first, question.years),
    };
    Projection {
        question,
        name: None,
        population: None,
        units: units.iter().zip(&written).map(unit).collect(),
        scenarios: scenarios.iter().zip(central).zip(bands).map(told).collect(),
        has_band: units.iter().any(|unit| has_ranges(unit.ward)),
        is_empty: units.iter().all(|unit| unit.ward.projection.is_empty()),
    }
}

fn has_ranges(ward: &Ward) -> bool {
    let of = &ward.projection;
    let ranges = of.entries.iter().map(|entry| entry.value).chain(of.residents.iter().map(|row| row.number));
    ranges.into_iter().any(|range| range.low.is_some() || range.high.is_some())
}

/// Where each unit's groups stand among all groups, known by their codes; and these with their names.
fn places(units: &[Unit]) -> (Vec<Vec<usize>>, Vec<(String, String)>) {
    let mut codes: Vec<(String, String)> = Vec::new();
    let mut places = Vec::new();
    for unit in units {
        let place = |group: &crate::ward::Group| {
            let key = group.code.trim().to_lowercase();
            codes.iter().position(|(code, _)| code.trim().to_lowercase() == key).unwrap_or_else(|| {
                codes.push((group.code.clone(), group.name.clone()));
                codes.len() - 1
            })
        };
        places.push(unit.ward.groups.iter().map(place).collect());
    }
    (places, codes)
}

/// Positions that a unit's groups need today with the work shared out as today, and from what; and as the plan has it.
fn needs(unit: &Unit) -> (Basis, Vec<f64>, Vec<f64>) {
    let ward = unit.ward;
    let of = |sums: &[GroupSum]| -> Vec<f64> {
        let fte = |group: GroupId| {
            let is_it = |sum: &&GroupSum| ward.group_by_code(&sum.group) == Some(group);
            sums.iter().find(is_it).map_or(0.0, |sum| sum.fte)
        };
        ward.group_ids().map(fte).collect()
    };
    if let Some(plan) = unit.plan {
        let (basis, sums) = if !plan.carried.groups.is_empty() {
            (Basis::Carried, &plan.carried.groups)
        } else if plan.today.groups.iter().any(|sum| sum.fte > 0.0) {
            (Basis::Today, &plan.today.groups)
        } else {
            (Basis::Plan, &plan.groups)
        };
        return (basis, of(sums), of(&plan.groups));
    }
    let (basis, today): (Basis, Vec<f64>) = if ward.knows_staffing_today() {
        (Basis::Today, ward.group_ids().map(|group| money::fte(ward, &ward.staffing_today, group)).collect())
    } else {
        (Basis::Positions, ward.groups.iter().map(|group| group.positions.unwrap_or(0.0)).collect())
    };
    (basis, today.clone(), today)
}

/// `[scenario][group][year]` for all units with these figures of the assumptions.
fn reckon(
    units: &[Unit],
    drawn: &[Drawn],
    places: &[Vec<usize>],
    groups: usize,
    scenarios: &[Scenario],
    question: Question,
) -> Vec<Vec<Vec<Figures>>> {
    let years = question.years as usize + 1;
    let mut all = vec![vec![vec![Figures::default(); years]; groups]; scenarios.len()];
    for ((unit, drawn), places) in units.iter().zip(drawn).zip(places) {
        let demand = demand(drawn, question.first, question.years);
        let (_, today, planned) = needs(unit);
        for (group, place) in unit.ward.group_ids().zip(places) {
            let own = Own::of(unit.ward, unit.plan.unwrap_or(&Plan::default()), group);
            let staff = Staff { group, people: own.people };
            let supply = supply(drawn, staff, question.first, question.years);
            let case = Case { unit, drawn, group, own, need: (today[group.0], planned[group.0]) };
            for (scenario, told) in scenarios.iter().zip(&mut all) {
                for (t, of) in told[*place].iter_mut().enumerate() {
                    of.add(case.figures(*scenario, t, &demand[t], &supply[t]));
                }
            }
        }
    }
    all
}

/// A group of a unit.
struct Case<'a> {
    unit: &'a Unit<'a>,
    drawn: &'a Drawn<'a>,
    group: GroupId,
    own: Own,
    /// Positions needed today: as today, and as the plan has it.
    need: (f64, f64),
}

impl Case<'_> {
    fn figures(&self, scenario: Scenario, t: usize, demand: &Demand, supply: &SupplyYear) -> Figures {
        let year = demand.year;
        let told = |what: What| self.drawn.told(what, Some(self.group), year);
        let taken = taken(self.unit.ward, self.drawn, &self.own, self.group, year);
        let phase = phase(self.drawn.or_usual(What::PhaseIn, Some(self.group), year), t);
        let has_plan = self.unit.plan.is_some();
        let (today, planned) = self.need;
        let work = if scenario.shares() && has_plan { today + (planned - today) * phase } else { today };
        let growth = if scenario == Scenario::OtherGrowth { told(What::OtherGrowth).unwrap_or(0.0) } else { 0.0 };
        let index = demand.index * (1.0 + growth).powi(t as i32);
        let follows = (1.0 + taken.follows * (index - 1.0)).max(0.0);
        let now = self.unit.ward.group(self.group).absence;
        let mut absence = taken.absence;
        if let Some(target) = told(What::LessAbsence).filter(|target| scenario.is_away_less() && *target < absence) {
            absence += (target - absence) * phase;
        }
        let mut percent = taken.percent;
        if let Some(target) = told(What::MorePercent).filter(|target| scenario.works_more() && *target > percent) {
            percent += (target - percent) * phase;
        }
        let need = work * follows * (1.0 - now) / (1.0 - absence);
        Figures {
            need,
            positions: supply.people * percent + supply.apprentices,
            people: supply.people,
            people_needed: (need - supply.apprentices).max(0.0) / percent,
            left: supply.left,
            retired: supply.retired,
            joined: supply.joined,
            apprentices: supply.apprentices,
        }
    }
}

/// What is taken of a group in a year: its own rows, those for all groups, what the ward tells, or what is usual.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Taken {
    /// The share of its need that follows the use.
    pub follows: f64,
    /// The share of its time that is away with pay.
    pub absence: f64,
    /// The share of its people who leave in a year.
    pub leave: f64,
    /// The average position.
    pub percent: f64,
}

impl Taken {
    /// As the assumptions of a unit are written.
    pub fn written(unit: &Unit, group: GroupId, year: i16) -> Taken {
        let own = Own::of(unit.ward, unit.plan.unwrap_or(&Plan::default()), group);
        taken(unit.ward, &Drawn::written(&unit.ward.projection), &own, group, year)
    }
}

fn taken(ward: &Ward, drawn: &Drawn, own: &Own, group: GroupId, year: i16) -> Taken {
    Taken {
        follows: drawn.or_usual(What::Follows, Some(group), year),
        absence: drawn.told(What::Absence, Some(group), year).unwrap_or(ward.group(group).absence),
        leave: drawn.or_usual(What::Leave, Some(group), year),
        percent: drawn.told(What::Percent, Some(group), year).unwrap_or_else(|| percent(own)),
    }
}

/// How much of a scenario's effect is there in the t-th year.
fn phase(years: f64, t: usize) -> f64 {
    if t == 0 {
        0.0
    } else if years <= 0.0 {
        1.0
    } else {
        (t as f64 / years).min(1.0)
    }
}

/// The average position of a group's people, as the ward tells it; a full one where it doesn't.
fn percent(own: &Own) -> f64 {
    if own.people > 0.0 && own.positions > 0.0 { (own.positions / own.people).clamp(0.1, 1.0) } else { 1.0 }
}

/// The bands of a scenario.
struct ScenarioBands {
    groups: Vec<Vec<Band>>,
    need: Vec<Band>,
    positions: Vec<Band>,
    short: Vec<Band>,
}

fn short(figures: &[Vec<Figures>], t: usize) -> f64 {
    figures.iter().map(|years| years[t].short()).sum()
}

/// The bands of every scenario: the assumptions drawn so many times, the same draws in every scenario and residents alike in
/// every unit. Without ranges the bands are as narrow as the figures.
fn bands(
    units: &[Unit],
    places: &[Vec<usize>],
    groups: usize,
    scenarios: &[Scenario],
    question: Question,
    central: &[Vec<Vec<Figures>>],
) -> Vec<ScenarioBands> {
    let years = question.years as usize + 1;
    let draws = if units.iter().any(|unit| has_ranges(unit.ward)) { question.draws.max(1) as usize } else { 0 };
    // For each scenario the groups' gaps, then what all need, fill and lack: [row][year][draw].
    let mut drawn_rows = vec![vec![vec![Vec::with_capacity(draws); years]; groups + 3]; scenarios.len()];
    let mut note = |all: &[Vec<Vec<Figures>>]| {
        for (figures, rows) in all.iter().zip(&mut drawn_rows) {
            for t in 0..years {
                for (group, years) in figures.iter().enumerate() {
                    rows[group][t].push(years[t].gap());
                }
                rows[groups][t].push(figures.iter().map(|years| years[t].need).sum());
                rows[groups + 1][t].push(figures.iter().map(|years| years[t].positions).sum());
                rows[groups + 2][t].push(short(figures, t));
            }
        }
    };
    if draws == 0 {
        note(central);
    }
    let mut random = Random::new(question.seed);
    for _ in 0..draws {
        let residents = random.share();
        let drawn: Vec<Drawn> =
            units.iter().map(|unit| Drawn::at_random(&unit.ward.projection, residents, &mut random)).collect();
        note(&reckon(units, &drawn, places, groups, scenarios, question));
    }
    let of_scenario = |rows: Vec<Vec<Vec<f64>>>| {
        let mut bands: Vec<Vec<Band>> = rows.into_iter().map(|row| row.into_iter().map(band).collect()).collect();
        let mut last = || bands.pop().unwrap_or_default();
        let (short, positions, need) = (last(), last(), last());
        ScenarioBands { groups: bands, need, positions, short }
    };
    drawn_rows.into_iter().map(of_scenario).collect()
}

/// The band of some draws, by the nearest rank.
fn band(mut draws: Vec<f64>) -> Band {
    draws.sort_by(f64::total_cmp);
    Band { low: at_share(&draws, BAND.0), high: at_share(&draws, BAND.1) }
}

#[cfg(test)]
#[path = "outlook_tests.rs"]
mod tests;
