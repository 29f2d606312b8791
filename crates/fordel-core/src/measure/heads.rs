//! Why so many start a shift: what one fewer would break, and what one more would cost and give. Nothing is solved: a
//! plan with one head fewer is checked, and the rules that it breaks are the reason.

use crate::plan::{Broken, Plan};
use crate::rule::Rule;
use crate::time::{Cell, Day, DaySet, Stretch, WEEK, Window};
use crate::ward::{GroupId, LineId, Part, ShiftId, Ward};

use super::distribution::of_placements;
use super::trial::Trial;
use super::work;

/// Tasks that are named for an interval, at most.
const HEAVIEST: usize = 4;

/// What a number of heads rests on.
#[derive(Clone, Debug)]
pub struct HeadCount {
    /// The shift.
    pub shift: ShiftId,
    /// The day on which it starts.
    pub day: Day,
    /// How many start.
    pub heads: u32,
    /// The days that are changed together with it.
    pub days: DaySet,
    /// The intervals in which the shift's people are there.
    pub rooms: Vec<Room>,
    /// The demands for presence that its people count for while they are there.
    pub watches: Vec<Watch>,
    /// One fewer on all those days; none where there is nobody.
    pub fewer: Option<Step>,
    /// One fewer on this day alone, days alike or not; only where several days are changed together.
    pub alone: Option<Step>,
    /// One more on all those days.
    pub more: Step,
}

/// An interval in which a shift's people are there.
#[derive(Clone, Debug, PartialEq)]
pub struct Room {
    /// Its day and place in the day.
    pub cell: Cell,
    /// Minutes of work of the group.
    pub minutes: f64,
    /// Minutes that those who are there can give.
    pub capacity: f64,
    /// Minutes of it that each on the shift gives.
    pub one_head: f64,
    /// Minutes of work of the group with one head fewer that day: what may be done at any time has less room elsewhere.
    pub minutes_without: f64,
    /// Minutes that those who are there can give with one head fewer that day.
    pub capacity_without: f64,
    /// Minutes that would find no room with one head fewer: that work less that room.
    pub missing: f64,
    /// The tasks that take most there, with their minutes.
    pub heaviest: Vec<(LineId, f64)>,
}

/// A demand for presence while a shift's people are there.
#[derive(Clone, Debug, PartialEq)]
pub struct Watch {
    /// Its place in the ward's list.
    pub rule: usize,
    /// When it starts.
    pub day: Day,
    /// How many must be there.
    pub least: u32,
    /// The fewest that are there while the shift's people count.
    pub fewest: u32,
    /// The first time at which there are so few.
    pub when: Stretch,
}

/// A number of heads changed by one.
#[derive(Clone, Debug)]
pub struct Step {
    /// On these days.
    pub days: DaySet,
    /// What it breaks that wasn't broken, or breaks more.
    pub breaks: Vec<Broken>,
    /// What it mends: broken before, and not at all then.
    pub mends: Vec<Broken>,
    /// What is broken before and then, and no more than before: as it is then, the shift's group first.
    pub leaves: Vec<Broken>,
    /// Kroner a year more.
    pub year_kr: f64,
    /// Årsverk more.
    pub fte: f64,
    /// Minutes a week more for tasks.
    pub minutes: f64,
}

impl Step {
    /// The demands for a course on the shift that it breaks, by their place in the ward's list.
    pub fn breaks_courses(&self, ward: &Ward) -> Vec<usize> {
        courses(ward).filter(|demand| self.breaks.iter().any(|broken| is_about(ward, *demand, broken))).collect()
    }

    /// Whether it breaks such demands and nothing else.
    pub fn breaks_courses_alone(&self, ward: &Ward) -> bool {
        let is_one = |broken: &Broken| courses(ward).any(|demand| is_about(ward, demand, broken));
        !self.breaks.is_empty() && self.breaks.iter().all(is_one)
    }
}

/// The demands for presence that ask for a course, by their place in the ward's list.
fn courses(ward: &Ward) -> impl Iterator<Item = usize> {
    (0..ward.presence.len()).filter(move |demand| ward.presence[*demand].course.is_some())
}

/// Whether a broken rule is this demand for presence.
fn is_about(ward: &Ward, demand: usize, broken: &Broken) -> bool {
    let of = &ward.presence[demand];
    let place = ward.place(Part::Presence(demand)).unwrap_or(&of.label);
    broken.rule == Rule::Presence.name() && broken.place == place && broken.limit == f64::from(of.count)
}

/// Why so many start the shift on the day; none where it doesn't run then.
pub fn head_count(ward: &Ward, plan: &Plan, shift: ShiftId, day: Day) -> Option<HeadCount> {
    let of = ward.shifts.get(shift.0).filter(|of| of.days.contains(day))?;
    let now = Trial::of(ward, plan);
    let heads = now.heads(shift, day);
    let days = now.together(shift, day);
    let only: DaySet = [day].into_iter().collect();
    let without = (heads > 0).then(|| now.with_heads(shift, only, -1));
    let fewer = (heads > 0).then(|| step(&now, &now.with_heads(shift, days, -1), of.group, days));
    let alone = without.as_ref().filter(|_| days.len() > 1).map(|without| {
        let mut step = step(&now, without, of.group, only);
        step.breaks.retain(|b| b.rule != Rule::Alike.name());
        step
    });
    Some(HeadCount {
        shift,
        day,
        heads,
        days,
        rooms: rooms(&now, without.as_ref(), of.group, of.window.on(day)),
        watches: watches(&now, of.group, of.window.on(day)),
        fewer,
        alone,
        more: step(&now, &now.with_heads(shift, days, 1), of.group, days),
    })
}

fn step(now: &Trial, then: &Trial, group: GroupId, days: DaySet) -> Step {
    let fte = |trial: &Trial| trial.figures.groups[group.0].fte;
    let given = |trial: &Trial| trial.figures.workload.iter().map(|load| load.capacity).sum::<f64>();
    let breaks = then.worse_than(now);
    let mut leaves: Vec<Broken> = then.broken.iter().filter(|one| !breaks.contains(one)).cloned().collect();
    let code = now.ward.group(group).code.as_str();
    leaves.sort_by_key(|one| one.group.as_deref() != Some(code));
    Step {
        days,
        breaks,
        mends: then.mended_since(now),
        leaves,
        year_kr: then.figures.year_cost - now.figures.year_cost,
        fte: fte(then) - fte(now),
        minutes: given(then) - given(now),
    }
}

fn rooms(now: &Trial, without: Option<&Trial>, group: GroupId, there: Stretch) -> Vec<Room> {
    let ward = now.ward;
    let mut cells: Vec<Cell> =
        ward.intervals.cells().filter(|cell| ward.intervals.stretch(*cell).overlap(there) > 0).collect();
    cells.sort_by_key(|cell| {
        let start = ward.intervals.stretch(*cell).start;
        // An interval that has begun when the shift starts stands first.
        if ward.intervals.stretch(*cell).contains(there.start) { 0 } else { 1 + since(there.start, start) }
    });
    let room = |cell: Cell| {
        let (minutes, capacity) = now.load(group, cell);
        let (minutes_without, capacity_without) =
            without.map_or((minutes, capacity), |without| without.load(group, cell));
        Room {
            cell,
            minutes,
            capacity,
            one_head: f64::from(ward.intervals.stretch(cell).overlap(there)) * ward.group(group).task_time,
            minutes_without,
            capacity_without,
            missing: (minutes_without - capacity_without).max(0.0),
            heaviest: heaviest(now, group, cell),
        }
    };
    cells.into_iter().map(room).collect()
}

/// Minutes from one minute of the week to the next time that another comes.
fn since(from: u32, to: u32) -> u32 {
    (to + WEEK - from) % WEEK
}

/// The tasks that take most of a group in a cell, the heaviest first; bound work by its people's minutes.
pub(super) fn heaviest(trial: &Trial, group: GroupId, cell: Cell) -> Vec<(LineId, f64)> {
    let mut there: Vec<(LineId, f64)> = Vec::new();
    for entry in of_placements(trial.ward, &trial.plan.placements).into_iter().filter(|e| e.group == group) {
        let line = &trial.ward.lines[entry.line.0];
        let spread = |day| work::spread(trial.ward, line, group, day);
        let minutes: f64 = entry.days.iter().flat_map(spread).filter(|(c, _)| *c == cell).map(|(_, m)| m).sum();
        if minutes > 0.0 {
            there.push((entry.line, minutes));
        }
    }
    there.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    there.truncate(HEAVIEST);
    there
}

fn watches(now: &Trial, group: GroupId, there: Stretch) -> Vec<Watch> {
    let ward = now.ward;
    let mut watches = Vec::new();
    for (at, rule) in ward.presence.iter().enumerate().filter(|(_, rule)| rule.groups.contains(&group)) {
        for day in rule.days.iter() {
            let asked = rule.window.on(day);
            let minutes = (0..there.minutes).map(|m| (there.start + m) % WEEK).filter(|m| asked.contains(*m));
            let heads: Vec<(u32, u32)> = minutes.map(|m| (m, present(now, &rule.groups, m))).collect();
            let Some((start, fewest)) = heads.iter().copied().min_by_key(|(_, heads)| *heads) else { continue };
            let from_it = heads.iter().skip_while(|(minute, _)| *minute != start).zip(0..);
            let is_next = |at: u32, minute: u32| minute == (start + at) % WEEK;
            let run = from_it.take_while(|((minute, heads), at)| *heads == fewest && is_next(*at, *minute));
            let when = Stretch { start, minutes: run.count() as u32 };
            watches.push(Watch { rule: at, day, least: rule.count, fewest, when });
        }
    }
    watches
}

/// Heads of these groups who are there at a minute of the week.
pub(super) fn present(trial: &Trial, groups: &[GroupId], minute: u32) -> u32 {
    let ward = trial.ward;
    let mut all = 0;
    for heads in &trial.plan.staffing {
        let Some(group) = ward.group_by_code(&heads.group).filter(|g| groups.contains(g)) else { continue };
        let day = Day(heads.day.saturating_sub(1));
        let is =
            |shift: &&crate::ward::Shift| shift.group == group && shift.name == heads.shift && shift.days.contains(day);
        let window: Option<Window> = ward.shifts.iter().find(is).map(|shift| shift.window);
        if window.is_some_and(|window| window.on(day).contains(minute)) {
            all += heads.heads;
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::plan::{Heads, Placed};
    use crate::time::Clock;
    use crate::ward::{Presence, Shift};

    /// The day shift of the assistants in the middle, which carries 60 minutes of care from 07 to 09.
    const DAY_OF_HFA: ShiftId = ShiftId(3);

    /// Kroner a year for one head on the five day shifts of HFA: 350 an hour, 7.5 hours, a tenth away.
    const HEAD: f64 = 350.0 * 7.5 / 0.9 * 5.0 * 52.0;

    #[test]
    fn one_fewer_breaks_what_the_work_of_an_interval_needs() {
        let ward = sample::ward();
        let asked = head_count(&ward, &sample::plan(&ward), DAY_OF_HFA, Day(0)).expect("it runs");
        assert_eq!((asked.heads, asked.days), (1, DaySet::WEEKDAYS));
        let rooms: Vec<_> = asked.rooms.iter().map(|r| (r.cell.interval, r.minutes, r.capacity, r.missing)).collect();
        assert_eq!(rooms, [(0, 60.0, 96.0, 60.0), (1, 0.0, 144.0, 0.0), (2, 0.0, 144.0, 0.0)]);
        assert_eq!(asked.rooms[0].heaviest, [(LineId(0), 60.0)]);
        for room in &asked.rooms {
            assert_eq!(room.missing, (room.minutes_without - room.capacity_without).max(0.0), "the figures add up");
        }
        assert_eq!(asked.rooms.iter().map(|room| room.one_head).collect::<Vec<_>>(), [96.0, 144.0, 144.0]);
        let fewer = asked.fewer.expect("somebody is there");
        assert_eq!(fewer.breaks.len(), 5, "{:?}", fewer.breaks);
        assert!(fewer.breaks.iter().all(|b| b.rule == "work_fits" && b.time.as_deref() == Some("07-09")));
        assert!((fewer.year_kr + HEAD).abs() < 0.01, "{}", fewer.year_kr);
        assert_eq!(asked.alone.expect("five days").breaks.len(), 1);
        assert_eq!(asked.more.breaks, []);
        assert!((asked.more.year_kr - HEAD).abs() < 0.01 && (asked.more.minutes - 5.0 * 384.0).abs() < 1e-6);
        assert!((asked.more.fte - 37.5 / 35.5 / 0.9 * 52.0 / 47.0).abs() < 1e-9);
    }

    #[test]
    fn where_days_are_alike_the_day_that_needs_most_binds_the_others() {
        let mut ward = sample::ward();
        let mut plan = sample::plan(&ward);
        // 90 minutes more on Wednesdays: 150 against 96 for one head.
        let mut line = sample::line("Vask", 0, "HFA", &ward);
        (line.row, line.days, line.minutes) = (9, [Day(2)].into_iter().collect(), 15.0);
        ward.lines.push(line);
        plan.placements.push(Placed {
            row: 9,
            task: "Vask".into(),
            days: vec![3],
            group: "HFA".into(),
            ..plan.placements[0].clone()
        });
        plan.staffing.iter_mut().filter(|h| h.group == "HFA" && h.day <= 5).for_each(|h| h.heads = 2);
        let asked = head_count(&ward, &plan, DAY_OF_HFA, Day(0)).expect("it runs");
        assert_eq!(asked.heads, 2);
        assert_eq!(asked.alone.expect("five days").breaks, [], "Monday alone could do with one");
        let [only] = &asked.fewer.expect("two").breaks[..] else { panic!("Wednesday alone") };
        assert_eq!((only.day, only.limit, only.actual), (Some(3), 96.0, 150.0));
        // On the day itself the minutes that would be missing stand at their interval.
        let wednesday = head_count(&ward, &plan, DAY_OF_HFA, Day(2)).expect("it runs");
        assert_eq!((wednesday.rooms[0].capacity_without, wednesday.rooms[0].missing), (96.0, 54.0));
    }

    #[test]
    fn presence_least_heads_and_limits_are_told_with_their_margins() {
        let mut ward = sample::ward();
        let clock = |hour: u16| Clock(hour * 60);
        let both = vec![GroupId(0), GroupId(1)];
        let window = Window { start: clock(7), end: clock(15) };
        ward.presence =
            vec![Presence { groups: both, label: "SPL;HFA".into(), window, days: DaySet::ALL, count: 1, course: None }];
        ward.shifts[3] = Shift { min: 1, max: 1, ..ward.shifts[3].clone() };
        let plan = sample::plan(&ward);
        let monday = head_count(&ward, &plan, DAY_OF_HFA, Day(0)).expect("it runs");
        let when = Stretch { start: 7 * 60, minutes: 8 * 60 };
        assert_eq!(monday.watches, [Watch { rule: 0, day: Day(0), least: 1, fewest: 1, when }]);
        let rules =
            |step: &Step| step.breaks.iter().filter(|b| b.day == Some(1)).map(|b| b.rule.clone()).collect::<Vec<_>>();
        assert_eq!(rules(&monday.fewer.expect("one")), ["work_fits", "presence", "shift_min"]);
        assert_eq!(rules(&monday.more), ["shift_max"]);
        // On Saturday a nurse is there too.
        let saturday = head_count(&ward, &plan, DAY_OF_HFA, Day(5)).expect("it runs");
        assert_eq!((saturday.watches[0].fewest, saturday.days), (2, DaySet::WEEKEND));
        // Nights: the demand of the morning isn't theirs.
        assert_eq!(head_count(&ward, &plan, ShiftId(2), Day(0)).expect("it runs").watches, []);
    }

    #[test]
    fn the_first_time_with_the_fewest_is_told() {
        let mut ward = sample::ward();
        let clock = |hour: u16| Clock(hour * 60);
        let window = Window { start: clock(7), end: clock(22) };
        let both = vec![GroupId(0), GroupId(1)];
        ward.presence =
            vec![Presence { groups: both, label: "SPL;HFA".into(), window, days: DaySet::ALL, count: 1, course: None }];
        // Two until 12, one until 13, two again.
        for (name, from, to) in [("F", 7, 12), ("E", 13, 15)] {
            ward.shifts.push(Shift {
                group: GroupId(0),
                name: name.into(),
                window: Window { start: clock(from), end: clock(to) },
                ..ward.shifts[0].clone()
            });
            ward.staffing_today.push([0; 7]);
        }
        let mut plan = sample::plan(&ward);
        for name in ["F", "E"] {
            plan.staffing.push(Heads { group: "SPL".into(), shift: name.into(), day: 1, heads: 1 });
        }
        let monday = head_count(&ward, &plan, DAY_OF_HFA, Day(0)).expect("it runs");
        let when = Stretch { start: 12 * 60, minutes: 60 };
        assert_eq!(monday.watches, [Watch { rule: 0, day: Day(0), least: 1, fewest: 1, when }]);
    }

    #[test]
    fn a_demand_for_a_course_is_told_and_whether_it_stands_alone() {
        let mut ward = sample::ward();
        let window = Window { start: Clock(7 * 60), end: Clock(15 * 60) };
        let of = |count: u32, course| Presence {
            groups: vec![GroupId(1)],
            label: "HFA".into(),
            window,
            days: DaySet::WEEKDAYS,
            count,
            course,
        };
        let course = Some(crate::ward::CourseId(0));
        let mut plan = sample::plan(&ward);
        let told = |ward: &Ward, plan: &Plan| {
            let fewer = head_count(ward, plan, DAY_OF_HFA, Day(0)).expect("it runs").fewer.expect("somebody is there");
            (fewer.breaks_courses(ward), fewer.breaks_courses_alone(ward))
        };
        ward.presence = vec![of(1, None), of(1, course)];
        // Work lacks its one head too.
        ward.places.insert(Part::Presence(1), "Tilstedeværelse!E3".into());
        assert_eq!(told(&ward, &plan), (vec![1], false));
        plan.staffing.iter_mut().filter(|h| h.group == "HFA" && h.day <= 5).for_each(|h| h.heads = 2);
        assert_eq!(told(&ward, &plan), (Vec::new(), false), "one is enough for the work and for both demands");
        ward.presence[1].count = 2;
        assert_eq!(told(&ward, &plan), (vec![1], true));
        ward.presence[0].count = 2;
        assert_eq!(told(&ward, &plan), (vec![1], false));
    }

    #[test]
    fn what_stays_broken_is_told_apart_from_what_is_mended() {
        let mut ward = sample::ward();
        ward.shifts[3] = Shift { max: 1, ..ward.shifts[3].clone() };
        let mut plan = sample::plan(&ward);
        let told = |plan: &Plan| head_count(&ward, plan, DAY_OF_HFA, Day(0)).expect("it runs");
        let over = |broken: &[Broken]| -> Vec<(u8, f64)> {
            let too_many = broken.iter().filter(|b| b.rule == "shift_max");
            too_many.map(|b| (b.day.expect("a day"), b.actual)).collect()
        };
        plan.staffing.iter_mut().filter(|h| h.group == "HFA" && h.day <= 5).for_each(|h| h.heads = 3);
        let three = told(&plan);
        let fewer = three.fewer.expect("three");
        assert_eq!(fewer.breaks, [], "two do the work of three");
        assert!(over(&fewer.mends).is_empty(), "two are still one too many");
        assert_eq!(over(&fewer.leaves), [(1, 2.0), (2, 2.0), (3, 2.0), (4, 2.0), (5, 2.0)]);
        assert_eq!(fewer.leaves[0].group.as_deref(), Some("HFA"), "its own group stands first");
        assert!(
            fewer.leaves.iter().any(|b| b.group.as_deref() == Some("ASS")),
            "what the others lack is still lacking"
        );
        assert_eq!(
            (over(&three.more.breaks).len(), over(&three.more.leaves).len()),
            (5, 0),
            "four are worse than three"
        );
        plan.staffing.iter_mut().filter(|h| h.group == "HFA" && h.day <= 5).for_each(|h| h.heads = 2);
        let fewer = told(&plan).fewer.expect("two");
        assert_eq!((over(&fewer.mends).len(), over(&fewer.leaves).len()), (5, 0));
    }

    #[test]
    fn a_spare_head_breaks_nothing_and_nobody_can_be_fewer_than_none() {
        let ward = sample::ward();
        let mut plan = sample::plan(&ward);
        plan.staffing.push(Heads { group: "ASS".into(), shift: "D".into(), day: 6, heads: 1 });
        let spare = head_count(&ward, &plan, ShiftId(6), Day(5)).expect("it runs");
        assert_eq!(spare.fewer.expect("one").breaks, []);
        assert_eq!(spare.days, [Day(5)].into_iter().collect(), "Sunday has none: it isn't changed with it");
        assert!(head_count(&ward, &plan, ShiftId(6), Day(0)).expect("it runs").fewer.is_none());
        assert!(head_count(&ward, &plan, ShiftId(99), Day(0)).is_none());
        // An assistant by day would mend what finds no room on Mondays: Servere and Rydde.
        let more = head_count(&ward, &plan, ShiftId(6), Day(0)).expect("it runs").more;
        assert!(more.mends.iter().any(|b| b.group.as_deref() == Some("ASS") && b.day == Some(1)), "{:?}", more.mends);
    }
}
