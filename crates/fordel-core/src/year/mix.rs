//! Another mix: in a week in which a group lacks hours, others do what they may of its work, with the hours that they have
//! to spare.
//!
//! A line that the plan has on a group that lacks hours may that week stand on any group that has hours to spare, that
//! qualifies for it by the rule ([`crate::order`]), and that takes every course it asks for in the plan already. All other
//! lines stay. No group that lacks no hours may be asked for more than it has. Which lines move, and with which heads, is for
//! the search to find: the fewest paid hours on those that lack some, then the least cost.

use crate::plan::Plan;
use crate::ward::{CourseId, GroupId, TaskLine, Ward};

use super::outlook::{NOTHING, OutlookWeek, fte};
use super::week::ward_with_others;

/// The ward of a week in which others may help those that lack hours, with this share of the hours that they have to spare.
/// Who lacks hours is scarce; the others have as many positions as they have hours. None where nobody lacks any, or where
/// nobody who has some to spare may do any of the work.
pub fn ward_of(ward: &Ward, plan: &Plan, week: &OutlookWeek, share: f64) -> Option<Ward> {
    let lacks = |group: GroupId| week.groups[group.0].short() > NOTHING;
    let spare = |group: GroupId| share * (week.groups[group.0].own - week.groups[group.0].asked).max(0.0);
    let order = ward.order();
    let others = |line: &TaskLine, stands: GroupId| -> Vec<GroupId> {
        let may = |group: GroupId| {
            spare(group) > NOTHING && order.forbids(line, group).is_none() && is_trained(ward, plan, line, group)
        };
        ward.group_ids().filter(|group| lacks(stands) && may(*group)).collect()
    };
    let mut of_week = ward_with_others(ward, plan, &week.asked.dates, others);
    if of_week.lines.iter().all(|line| line.pinned.is_some()) {
        return None;
    }
    for id in ward.group_ids() {
        let group = &mut of_week.groups[id.0];
        group.scarce = lacks(id);
        // The search counts hours by the clock of an ordinary night.
        let of_night: f64 = week.asked.nights.iter().filter(|night| night.group == id).map(|night| night.hours).sum();
        group.positions = (!lacks(id)).then(|| fte(group, week.groups[id.0].asked - of_night + spare(id)));
    }
    Some(of_week)
}

/// Whether the plan has the group take every course that the line asks of it.
fn is_trained(ward: &Ward, plan: &Plan, line: &TaskLine, group: GroupId) -> bool {
    let takes = |course: CourseId| {
        let own = plan.placements.iter().filter(|placed| ward.group_by_code(&placed.group) == Some(group));
        let mut lines = own.filter_map(|placed| ward.line_by_row(placed.row));
        lines.any(|id| ward.lines[id.0].training.contains(&(group, course)))
    };
    line.training.iter().filter(|(of, _)| *of == group).all(|(_, course)| takes(*course))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Week;
    use crate::measure::sample;
    use crate::year::dates::of_week;
    use crate::year::outlook::{Asked, GroupWeek};

    const WEEK: Week = Week { year: 2027, number: 5 };

    /// The week with so many hours asked of each group and given by its own people.
    fn week(ward: &Ward, hours: [(f64, f64); 3]) -> OutlookWeek {
        let dates = of_week(ward, WEEK);
        let of_week = crate::year::week::ward_of(ward, &Plan::default(), &dates);
        let group = |(asked, own)| GroupWeek { asked, on_holiday: 0.0, absent: 0.0, apprentices: 0.0, own };
        let asked = Asked::of(&of_week, &Plan::default(), dates);
        OutlookWeek { week: WEEK, asked, groups: hours.map(group).to_vec() }
    }

    /// The lines that may move, each with the groups on which it may stand.
    fn moving(ward: &Ward, plan: &Plan, hours: [(f64, f64); 3], share: f64) -> Vec<(String, Vec<String>)> {
        let Some(of_week) = ward_of(ward, plan, &week(ward, hours), share) else { return Vec::new() };
        let codes = |line: &TaskLine| line.only.iter().map(|group| ward.group(*group).code.clone()).collect();
        let free = of_week.lines.iter().filter(|line| line.pinned.is_none());
        free.map(|line| (line.name.clone(), codes(line))).collect()
    }

    fn lines(told: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
        let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
        told.iter().map(|(name, of)| ((*name).to_owned(), codes(of))).collect()
    }

    const NURSES_LACK: [(f64, f64); 3] = [(127.0, 100.0), (52.5, 80.0), (10.0, 40.0)];

    #[test]
    fn only_what_others_may_do_moves_and_only_to_those_who_have_hours() {
        let ward = sample::ward();
        let plan = sample::plan(&ward);
        let moving = |hours| moving(&ward, &plan, hours, 1.0);
        // Medicines are the nurses' alone; assistants may serve, and have the course since they do on weekdays.
        let watch: (&str, &[&str]) = ("Tilsyn", &["SPL", "HFA"]);
        assert_eq!(moving(NURSES_LACK), lines(&[("Servere", &["SPL", "HFA", "ASS"]), watch, watch]));
        let assistants_full = [(127.0, 100.0), (52.5, 80.0), (10.0, 10.0)];
        assert_eq!(moving(assistants_full), lines(&[("Servere", &["SPL", "HFA"]), watch, watch]));
        let carers_full = [(127.0, 100.0), (52.5, 52.5), (10.0, 40.0)];
        assert_eq!(moving(carers_full), lines(&[("Servere", &["SPL", "ASS"])]));
        let carers_lack = [(127.0, 140.0), (52.5, 40.0), (10.0, 40.0)];
        assert_eq!(moving(carers_lack), lines(&[("Stell", &["HFA", "SPL"]), ("Stell", &["HFA", "SPL"])]));
        assert_eq!(moving([(127.0, 100.0), (52.5, 50.0), (10.0, 5.0)]), [], "nobody has hours to spare");
        assert_eq!(moving([(127.0, 140.0), (52.5, 80.0), (10.0, 40.0)]), [], "nobody lacks hours");
    }

    #[test]
    fn a_course_that_the_plan_takes_for_nothing_else_keeps_a_line_where_it_stands() {
        let ward = sample::ward();
        let mut plan = sample::plan(&ward);
        for placed in plan.placements.iter_mut().filter(|placed| placed.task == "Servere") {
            placed.group = "SPL".into();
        }
        let mut served = moving(&ward, &plan, NURSES_LACK, 1.0);
        served.retain(|(name, _)| name == "Servere");
        assert_eq!(served, lines(&[("Servere", &["SPL", "HFA"]), ("Servere", &["SPL", "HFA"])]));
    }

    #[test]
    fn pins_lists_of_groups_and_no_share_keep_all_as_planned() {
        let mut ward = sample::ward();
        let plan = sample::plan(&ward);
        assert_eq!(moving(&ward, &plan, NURSES_LACK, 0.0), []);
        ward.lines[4].pinned = Some(GroupId(0));
        ward.lines[2].only = vec![GroupId(0), GroupId(2)];
        assert_eq!(moving(&ward, &plan, NURSES_LACK, 1.0), lines(&[("Servere", &["SPL", "ASS"])]));
        ward.lines[2].only = vec![GroupId(0)];
        assert_eq!(ward_of(&ward, &plan, &week(&ward, NURSES_LACK), 1.0), None);
    }

    #[test]
    fn who_helps_has_so_many_positions_as_hours_and_who_lacks_is_scarce() {
        let ward = sample::ward();
        let plan = sample::plan(&ward);
        let of_week = ward_of(&ward, &plan, &week(&ward, NURSES_LACK), 0.4).expect("a mix");
        let told: Vec<_> = of_week.groups.iter().map(|group| (group.scarce, group.positions)).collect();
        // 52.5 + 0.4 × 27.5 hours, at 35.5 hours a week, a tenth away, 47 of 52 weeks.
        let positions = |hours: f64| hours / 35.5 / 0.9 * 52.0 / 47.0;
        assert_eq!((told[0], told[1].0, told[2].0), ((true, None), false, false));
        assert!((told[1].1.expect("a limit") - positions(63.5)).abs() < 1e-9);
        assert!((told[2].1.expect("a limit") - positions(22.0)).abs() < 1e-9);
    }
}
