//! Today measured: where flexible minutes lie, what is overloaded, what today's heads don't keep.

use fordel_core::check::{check, today};
use fordel_core::time::DaySet;
use fordel_core::ward::{Course, CourseId, TaskLine, Ward};

use crate::sample::{ASS, HFA, SPL, group, line, presence, shift, small, ward};

/// The small ward with today's groups told and one head on each of its nurse shifts.
fn told() -> Ward {
    let (mut ward, _) = small();
    ward.lines[0].today = Some(SPL);
    ward.lines[1].today = Some(SPL);
    ward.staffing_today = vec![[1; 7], [1; 7], [1; 7], [0; 7], [0; 7]];
    ward
}

fn flexible_day(minutes: f64, span: std::ops::Range<usize>) -> Ward {
    let monday = TaskLine {
        today: Some(SPL),
        days: [fordel_core::time::Day(0)].into_iter().collect(),
        ..line(2, "Lager", span, minutes, SPL)
    };
    let mut ward = ward(vec![group("SPL")], vec![shift(SPL, "D", "07:00-12:00")], vec![monday]);
    ward.staffing_today = vec![[1; 7]];
    ward
}

fn monday(ward: &Ward) -> Vec<(String, f64)> {
    today(ward)
        .workload
        .into_iter()
        .filter(|l| l.day == 1 && l.minutes > 0.0)
        .map(|l| (l.interval, l.minutes))
        .collect()
}

#[test]
fn flexible_minutes_fill_the_earliest_cells_first() {
    assert_eq!(monday(&flexible_day(90.0, 0..3)), [("07-09".to_owned(), 90.0)]);
    assert_eq!(monday(&flexible_day(100.0, 0..3)), [("07-09".to_owned(), 96.0), ("09-12".to_owned(), 4.0)]);
}

#[test]
fn minutes_that_fit_nowhere_lie_in_the_earliest_cell_they_reach() {
    // 96 and 144 minutes fit at 07–09 and 09–12, none at 12–15.
    let ward = flexible_day(250.0, 0..3);
    assert_eq!(monday(&ward), [("07-09".to_owned(), 106.0), ("09-12".to_owned(), 144.0)]);
    let over = today(&ward).overloaded;
    assert_eq!(over.len(), 1);
    assert_eq!((over[0].day, over[0].interval.as_str(), over[0].minutes, over[0].capacity), (1, "07-09", 106.0, 96.0));
}

#[test]
fn a_line_gives_way_to_one_that_has_no_other_cell() {
    // Lager could fill 07–09, but then Stell, which can lie nowhere else, would be over.
    let mut ward = flexible_day(100.0, 0..2);
    ward.lines.push(TaskLine { today: Some(SPL), days: ward.lines[0].days, ..line(3, "Stell", 0..1, 50.0, SPL) });
    assert_eq!(monday(&ward), [("07-09".to_owned(), 96.0), ("09-12".to_owned(), 54.0)]);
    // The same where both are flexible but reach different cells.
    let mut ward = flexible_day(200.0, 0..2);
    ward.lines.push(TaskLine { days: ward.lines[0].days, today: Some(SPL), ..line(3, "Rydde", 1..3, 40.0, SPL) });
    assert_eq!(monday(&ward), [("07-09".to_owned(), 96.0), ("09-12".to_owned(), 144.0)]);
}

#[test]
fn what_no_cell_can_carry_is_counted_in_its_own_cells_alone() {
    let mut ward = flexible_day(100.0, 3..5);
    ward.lines.push(TaskLine { days: ward.lines[0].days, today: Some(SPL), ..line(3, "Stell", 0..1, 97.0, SPL) });
    let over: Vec<(String, f64)> =
        today(&ward).overloaded.into_iter().map(|l| (l.interval, l.minutes - l.capacity)).collect();
    assert_eq!(over, [("07-09".to_owned(), 1.0), ("15-18".to_owned(), 100.0)]);
}

#[test]
fn a_cell_that_is_full_is_not_overloaded() {
    let mut ward = told();
    ward.lines[0].minutes = 96.0;
    assert_eq!(today(&ward).overloaded, vec![]);
    ward.lines[0].minutes = 96.001;
    assert_eq!(today(&ward).overloaded.len(), 7);
}

#[test]
fn lines_without_a_group_carry_nothing_and_those_who_do_not_qualify_do() {
    let mut ward = told();
    ward.lines[0].today = Some(ASS);
    ward.lines[1].today = None;
    ward.staffing_today[4] = [1; 7];
    let today = today(&ward);
    assert_eq!((today.untold.as_slice(), today.unqualified.as_slice()), (&[3][..], &[2][..]));
    assert_eq!(today.groups.iter().map(|g| g.minutes_week).collect::<Vec<_>>(), [0.0, 0.0, 420.0]);
    assert_eq!(today.overloaded, vec![]);
}

#[test]
fn todays_courses_are_part_of_todays_cost() {
    let mut ward = told();
    let before = today(&ward).year_cost.expect("heads are told");
    ward.lines[0].training = vec![(SPL, CourseId(0)), (HFA, CourseId(0))];
    ward.courses = vec![Course { name: "stell".into(), hours: 3.0, fee_kr: 0.0, valid_months: None }];
    ward.groups[SPL.0].people = Some(20.0);
    let after = today(&ward);
    assert!((after.year_cost.expect("heads are told") - before - 2000.0).abs() < 1e-6);
    assert_eq!(after.training.len(), 1);
}

#[test]
fn presence_that_todays_heads_do_not_keep_is_told() {
    let mut ward = told();
    ward.presence = vec![presence(&[SPL], "SPL", "07:00-15:00", DaySet::WEEKEND, 2)];
    ward.groups[SPL.0].positions = Some(1.0);
    let rules: Vec<String> = today(&ward).broken.into_iter().map(|b| b.rule).collect();
    assert_eq!(rules, ["presence", "presence", "positions"]);
}

#[test]
fn bound_work_that_nobody_is_there_for_is_told() {
    let mut ward = told();
    ward.lines[0] =
        TaskLine { bound: true, today: Some(HFA), days: DaySet::WEEKEND, ..line(2, "Fastvakt", 0..1, 0.0, HFA) };
    let broken = today(&ward).broken;
    assert_eq!(broken.len(), 2);
    assert_eq!((broken[0].rule.as_str(), broken[0].limit, broken[0].actual), ("bound_present", 1.0, 0.0));
}

#[test]
fn without_heads_today_there_is_no_cost_and_nothing_is_called_overloaded() {
    let mut ward = told();
    ward.staffing_today = Vec::new();
    let today = today(&ward);
    assert_eq!((today.year_cost, today.overloaded.len(), today.workload.len(), today.broken.len()), (None, 0, 0, 0));
    assert_eq!(today.groups[SPL.0].minutes_week, 840.0);
}

#[test]
fn a_plan_whose_today_is_told_otherwise_is_refused() {
    let (_, mut plan) = small();
    let ward = told();
    plan.today = today(&ward);
    assert_eq!(check(&ward, &plan).broken, vec![]);
    plan.today.year_cost = plan.today.year_cost.map(|cost| cost + 100.0);
    assert_eq!(check(&ward, &plan).broken.len(), 1);
}
