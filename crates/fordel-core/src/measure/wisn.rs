//! WISN beside the plan: the WHO's workload indicators of staffing need, for those who report by it.
//!
//! Formulas after the WHO's *Workload indicators of staffing need: user's manual*. They count a year's workload, not
//! heads on a shift: a need that presence alone drives doesn't show in them.

use serde::{Deserialize, Serialize};

use super::distribution::proposed;
use super::work::minutes_a_week;
use crate::plan::Plan;
use crate::ward::{GroupId, Ward};

/// Weeks in a year.
const WEEKS: f64 = 52.0;

/// Working days of a year and what is taken from them; days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WorkingYear {
    /// Possible working days.
    pub days: f64,
    /// Public holidays.
    pub public_holidays: f64,
    /// Annual leave.
    pub annual_leave: f64,
    /// Sick leave.
    pub sick_leave: f64,
    /// Other absence, e.g. training.
    pub other: f64,
    /// Hours in a working day.
    pub hours_a_day: f64,
}

impl WorkingYear {
    /// Available working time in days: `A − (B + C + D + E)`.
    pub fn available_days(&self) -> f64 {
        self.days - self.public_holidays - self.annual_leave - self.sick_leave - self.other
    }
    /// Available working time in hours: the days times the hours in a day.
    pub fn available_hours(&self) -> f64 {
        self.available_days() * self.hours_a_day
    }
}

/// A kind of work: how much of it in a year, and hours for one unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Component {
    /// Units a year.
    pub units: f64,
    /// Hours for a unit.
    pub hours_a_unit: f64,
}

impl Component {
    /// Standard workload: units that one person does in a year, `available time ÷ hours for a unit`.
    pub fn standard_workload(&self, available_hours: f64) -> f64 {
        available_hours / self.hours_a_unit
    }
}

/// Category allowances leave no time for the service itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NoTimeLeft {
    /// The allowances' sum, a share of working time.
    pub allowance: f64,
}

impl std::fmt::Display for NoTimeLeft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "category allowances take {:.1} % of working time; they must be below 100 %", self.allowance * 100.0)
    }
}
impl std::error::Error for NoTimeLeft {}

/// Category allowance factor `1 ÷ (1 − Σ shares)`, for support work that everybody in the cadre does.
///
/// # Errors
/// Shares that sum to 100 % or more, or that aren't numbers of 0 or more.
pub fn category_allowance_factor(shares: &[f64]) -> Result<f64, NoTimeLeft> {
    let allowance: f64 = shares.iter().sum();
    if allowance < 1.0 && shares.iter().all(|s| *s >= 0.0) {
        Ok(1.0 / (1.0 - allowance))
    } else {
        Err(NoTimeLeft { allowance })
    }
}

/// What a cadre needs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Need {
    /// Hours that one person is available in a year.
    pub available_hours: f64,
    /// Staff for the service alone: Σ units ÷ standard workload.
    pub service_staff: f64,
    /// Category allowance factor.
    pub category_factor: f64,
    /// Individual allowance factor: staff for work that only some of the cadre do.
    pub individual_factor: f64,
    /// Staff there are, if told.
    pub existing: Option<f64>,
}

impl Need {
    /// Staff required: service staff × category factor + individual factor.
    pub fn required(&self) -> f64 {
        self.service_staff * self.category_factor + self.individual_factor
    }
    /// Existing less required: negative is a shortage.
    pub fn difference(&self) -> Option<f64> {
        self.existing.map(|existing| existing - self.required())
    }
    /// WISN ratio: existing ÷ required; below 1 the workload is pressed. None where nothing is required.
    pub fn ratio(&self) -> Option<f64> {
        self.existing.filter(|_| self.required() > 0.0).map(|existing| existing / self.required())
    }
}

/// What a cadre needs, by the WHO's formulas.
///
/// # Errors
/// Category allowances of 100 % or more.
pub fn need(
    available_hours: f64,
    components: &[Component],
    category_shares: &[f64],
    individual_hours: f64,
    existing: Option<f64>,
) -> Result<Need, NoTimeLeft> {
    Ok(Need {
        available_hours,
        service_staff: components.iter().map(|c| c.units / c.standard_workload(available_hours)).sum(),
        category_factor: category_allowance_factor(category_shares)?,
        individual_factor: individual_hours / available_hours,
        existing,
    })
}

/// WISN for each group of the ward, left to right, with the plan's distribution: available time from weekly hours,
/// holiday and absence; category allowance 1 − `task_time`; existing staff from `positions`, else today's årsverk.
pub fn wisn(ward: &Ward, plan: &Plan) -> Vec<(GroupId, Result<Need, NoTimeLeft>)> {
    let entries = proposed(ward, plan);
    ward.group_ids()
        .map(|id| {
            let group = ward.group(id);
            let available = (WEEKS - group.holiday_weeks) * group.weekly_hours * (1.0 - group.absence);
            let components: Vec<Component> = entries
                .iter()
                .filter(|e| e.group == id)
                .map(|e| minutes_a_week(ward, &ward.lines[e.line.0], id, e.days) / 60.0)
                .map(|hours| Component { units: WEEKS, hours_a_unit: hours })
                .filter(|c| c.hours_a_unit > 0.0)
                .collect();
            let today = plan.today.groups.iter().find(|s| s.group == group.code).map(|s| s.fte);
            let existing = group.positions.or(today.filter(|_| ward.knows_staffing_today()));
            (id, need(available, &components, &[1.0 - group.task_time], 0.0, existing))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;

    fn near(a: f64, b: f64, tolerance: f64) {
        assert!((a - b).abs() <= tolerance, "{a} is not {b}");
    }

    #[test]
    fn hiv_clinic_of_burmen_2017() {
        // Human Resources for Health 15:9, table 3: 10 000 patients × 10 visits × a quarter of an hour.
        let year = WorkingYear {
            days: 52.0 * 4.5,
            public_holidays: 10.0,
            annual_leave: 30.0,
            sick_leave: 0.0,
            other: 15.0,
            hours_a_day: 8.0,
        };
        near(year.available_days(), 179.0, 1e-9);
        let visits = Component { units: 100_000.0, hours_a_unit: 0.25 };
        near(visits.units * visits.hours_a_unit / 8.0, 3_125.0, 1e-9);
        let hours = year.available_hours();
        // A third of a manager's post is individual work.
        let need = need(hours, &[visits], &[10.0 / 179.0], hours / 3.0, Some(12.0)).unwrap();
        near(need.service_staff, 17.46, 0.005);
        near(need.category_factor, 1.0592, 5e-5);
        near(need.service_staff * need.category_factor, 18.49, 0.005);
        near(need.required(), 18.82, 0.006);
        near(need.ratio().unwrap(), 0.64, 0.005);
    }

    #[test]
    fn intensive_ward_of_a_public_wisn_program() {
        let year = WorkingYear {
            days: 260.0,
            public_holidays: 13.0,
            annual_leave: 18.0,
            sick_leave: 12.0,
            other: 5.0,
            hours_a_day: 8.0,
        };
        let hours = year.available_hours();
        near(hours, 1_696.0, 1e-9);
        let unit = |units, hours_a_unit| Component { units, hours_a_unit };
        near(unit(17_520.0, 0.33).standard_workload(hours), 5_139.39, 0.005);
        near(17_520.0 / unit(17_520.0, 0.33).standard_workload(hours), 3.41, 0.005);
        let all =
            [unit(8_000.0, 0.5), unit(17_520.0, 0.33), unit(29_200.0, 0.17), unit(5_840.0, 0.5), unit(3_650.0, 0.33)];
        near(all.iter().map(|c| c.units * c.hours_a_unit).sum(), 18_870.1, 0.05);
        let need = need(hours, &all, &[1.5 / 8.0], 0.0, Some(12.0)).unwrap();
        near(need.service_staff, 11.13, 0.005);
        near(need.category_factor, 1.231, 0.0005);
        near(need.required(), 13.69, 0.01);
        near(need.ratio().unwrap(), 0.88, 0.005);
        near(need.difference().unwrap(), 12.0 - need.required(), 1e-12);
    }

    #[test]
    fn teaching_example() {
        let year = WorkingYear { days: 260.0, other: 43.0, hours_a_day: 7.0, ..WorkingYear::default() };
        near(year.available_days(), 217.0, 1e-9);
        near(year.available_hours(), 1_519.0, 1e-9);
        let visits = [(8_000.0, 10.0), (4_000.0, 20.0)]
            .map(|(units, minutes)| Component { units, hours_a_unit: minutes / 60.0 });
        near(visits.iter().map(|c| c.units * c.hours_a_unit * 60.0).sum(), 160_000.0, 1e-6);
        near(category_allowance_factor(&[0.15]).unwrap(), 1.176, 0.0005);
        near(need(1_519.0, &visits, &[0.15], 0.0, None).unwrap().required(), 2.07, 0.005);
        let half = Need {
            available_hours: 1.0,
            service_staff: 1_200.0,
            category_factor: 1.0,
            individual_factor: 0.0,
            existing: Some(600.0),
        };
        near(half.ratio().unwrap(), 0.5, 1e-12);
    }

    #[test]
    fn allowances_of_the_whole_day_are_refused() {
        assert!(category_allowance_factor(&[0.6, 0.4]).is_err());
        assert!(category_allowance_factor(&[1.2]).is_err());
        assert!(category_allowance_factor(&[-0.1]).is_err());
        assert!(category_allowance_factor(&[f64::NAN]).is_err());
        assert_eq!(category_allowance_factor(&[]), Ok(1.0));
    }

    #[test]
    fn a_groups_need_follows_its_week() {
        let mut ward = sample::ward();
        ward.groups[0].positions = Some(2.0);
        let plan = sample::plan(&ward);
        let needs = wisn(&ward, &plan);
        let spl = needs[0].1.unwrap();
        near(spl.available_hours, 47.0 * 35.5 * 0.9, 1e-9);
        // 960 minutes a week on nurses.
        near(spl.service_staff, 16.0 * 52.0 / (47.0 * 35.5 * 0.9), 1e-9);
        near(spl.category_factor, 1.25, 1e-12);
        assert_eq!(spl.existing, Some(2.0));
        ward.groups[2].task_time = 0.0;
        assert!(wisn(&ward, &plan)[2].1.is_err());
        ward.staffing_today.clear();
        assert_eq!(wisn(&ward, &plan)[1].1.unwrap().existing, None);
    }
}
