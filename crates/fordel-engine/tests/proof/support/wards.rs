//! Random wards in which every part of the model turns up: tiny ones, whose every plan can be tried, and larger ones.

use std::collections::BTreeMap;

use fordel_core::order::GroupOrder;
use fordel_core::plan::{GroupSum, Plan};
use fordel_core::time::{Cell, Clock, Day, DaySet, Intervals, Stretch, WEEK, Window};
use fordel_core::ward::{
    Alike, Category, Certificate, Count, Course, CourseId, Covers, Driver, DriverId, Group, GroupId, LineId, Part,
    Presence, Settings, Shift, ShiftId, TaskLine, Timing, Ward,
};
use jiff::civil::date;

use super::random::Chance;

/// How large a ward may be.
pub struct Size {
    pub groups: (usize, usize),
    pub shifts: (usize, usize),
    pub lines: (usize, usize),
    /// Most heads of a shift.
    pub heads: usize,
    /// Minutes of a line on one of its days.
    pub minutes: (usize, usize),
    /// Positions and people against those of a tiny ward.
    pub scale: f64,
}

/// Every plan can be tried.
pub const TINY: Size = Size { groups: (2, 3), shifts: (2, 4), lines: (2, 4), heads: 3, minutes: (20, 300), scale: 1.0 };
/// Solved to proof in a moment, but not by trying.
pub const SMALL: Size =
    Size { groups: (3, 4), shifts: (5, 8), lines: (8, 14), heads: 20, minutes: (20, 200), scale: 5.0 };

fn window(start: u16, end: u16) -> Window {
    Window { start: Clock(start * 60), end: Clock(end * 60) }
}

const CUTS: [&[(u16, u16)]; 4] = [
    &[(7, 15), (15, 22), (22, 7)],
    &[(7, 11), (11, 15), (15, 7)],
    &[(6, 18), (18, 6)],
    // The last interval starts after midnight.
    &[(7, 15), (15, 23), (23, 3), (3, 7)],
];

/// The ward of a seed.
pub fn ward(seed: u64, size: &Size) -> Ward {
    let mut chance = Chance::new(seed);
    let cut = chance.pick(&CUTS);
    let intervals = Intervals::new(cut.iter().map(|(a, b)| window(*a, *b)).collect()).expect("a cut of the day");
    let groups = groups(&mut chance, size);
    let alike = if chance.percent(70) { Alike::Weekdays } else { Alike::No };
    let shifts = shifts(&mut chance, size, groups.len(), alike);
    let drivers = vec![Driver { name: "pasienter".into(), by_day: [6.0, 5.0, 5.0, 6.0, 4.0, 3.0, 2.0] }];
    let courses = courses(&mut chance);
    let mut ward = Ward {
        unit: format!("Post {seed}"),
        categories: vec![Category { name: "Alt".into() }],
        lines: Vec::new(),
        presence: Vec::new(),
        drivers,
        certificates: certificates(&mut chance, groups.len(), courses.len()),
        people: Vec::new(),
        courses,
        staffing_today: Vec::new(),
        calendar: Vec::new(),
        projection: Default::default(),
        settings: settings(&mut chance, alike, intervals.len()),
        places: BTreeMap::new(),
        intervals,
        groups,
        shifts,
    };
    for index in 0..chance.between(size.lines.0, size.lines.1) {
        // Lines that somebody could carry alone, but for a few.
        let mut task = line(&mut chance, size, &ward, index);
        for _ in 0..30 {
            if carriable(&ward, &task) || chance.percent(1) {
                break;
            }
            task = line(&mut chance, size, &ward, index);
        }
        if let Some(before) = ward.lines.last()
            && chance.percent(15)
        {
            // The same task in another interval.
            let from = chance.below(ward.intervals.len());
            let again = TaskLine {
                row: task.row,
                name: task.name.clone(),
                timing: Timing::Span { from, to: from + 1 },
                ..before.clone()
            };
            if carriable(&ward, &again) {
                task = again;
            }
        }
        ward.lines.push(task);
    }
    for _ in 0..chance.pick(&[0, 0, 0, 1, 1, 2]) {
        let rule = presence(&mut chance, &ward);
        ward.presence.push(rule);
    }
    if chance.percent(60) {
        for shift in 0..ward.shifts.len() {
            let heads = chance.below(3) as u32;
            let days = ward.shifts[shift].days;
            let on = |day: u8| if days.contains(Day(day)) { heads } else { 0 };
            ward.staffing_today.push([0, 1, 2, 3, 4, 5, 6].map(on));
        }
    }
    ward.places = parts(&ward).into_iter().map(|part| (part, format!("Ark!{part:?}"))).collect();
    ward
}

/// All parts of a ward that a message can point at.
fn parts(ward: &Ward) -> Vec<Part> {
    let mut parts = vec![Part::Alike, Part::Budget];
    for g in ward.group_ids() {
        parts.extend([Part::Positions(g), Part::PositionsLeast(g), Part::People(g), Part::WeekendEvery(g)]);
    }
    for s in (0..ward.shifts.len()).map(ShiftId) {
        parts.extend([Part::ShiftMin(s), Part::ShiftMax(s)]);
    }
    parts.extend((0..ward.presence.len()).map(Part::Presence));
    parts.extend((0..ward.lines.len()).map(|l| Part::Line(LineId(l))));
    parts.extend((0..ward.lines.len()).map(|l| Part::Pinned(LineId(l))));
    parts.extend((0..ward.lines.len()).map(|l| Part::Only(LineId(l))));
    parts
}

fn groups(chance: &mut Chance, size: &Size) -> Vec<Group> {
    loop {
        let count = chance.between(size.groups.0, size.groups.1);
        let shape = chance.below(5);
        let groups: Vec<Group> = (0..count)
            .map(|g| {
                let others: Vec<GroupId> = (0..count).filter(|h| *h != g).map(GroupId).collect();
                let covers = match shape {
                    // A chain, in half of the wards.
                    0..3 => Covers::Below,
                    // The leftmost names some; the others as they stand.
                    3 if g == 0 => Covers::Named(vec![chance.pick(&others)]),
                    3 => Covers::Below,
                    // Everybody names whom they like, also leftwards, or nobody.
                    _ => Covers::Named(others.into_iter().filter(|_| chance.percent(35)).collect()),
                };
                Group {
                    code: ["SPL", "HFA", "ASS", "SEK"][g].into(),
                    name: ["Sykepleier", "Helsefagarbeider", "Assistent", "Sekretær"][g].into(),
                    covers,
                    beside: shape != 0 && chance.percent(20),
                    hourly_kr: [512.0, 431.0, 368.0, 395.0][g] + chance.below(40) as f64 / 4.0,
                    weekly_hours: chance.pick(&[35.5, 37.5]),
                    absence: chance.pick(&[0.0, 0.06, 0.1]),
                    holiday_weeks: 5.0,
                    task_time: chance.pick(&[0.7, 0.8, 1.0]),
                    positions: chance.percent(22).then(|| size.scale * chance.between(3, 16) as f64 / 2.0),
                    positions_least: chance.percent(8).then(|| chance.between(1, 4) as f64 / 2.0),
                    people: chance.percent(25).then(|| size.scale * chance.pick(&[2.0, 3.0, 4.0, 5.5, 6.0, 9.0])),
                    weekend_every: chance.pick(&[2.0, 3.0, 3.0, 4.0]),
                    scarce: chance.percent(30),
                }
            })
            .collect();
        if GroupOrder::new(&groups).is_ok() {
            return groups;
        }
    }
}

fn shifts(chance: &mut Chance, size: &Size, groups: usize, alike: Alike) -> Vec<Shift> {
    let windows = [(420, 900), (450, 930), (900, 1350), (1335, 435), (360, 1080), (1080, 360), (420, 420)];
    let count = chance.between(size.shifts.0.max(groups), size.shifts.1);
    (0..count)
        .map(|s| {
            // Most groups have a shift.
            let group = GroupId(if s < groups && chance.percent(90) { s } else { chance.below(groups) });
            let (start, end) = chance.pick(&windows);
            let window = Window { start: Clock(start), end: Clock(end) };
            let few = size.heads == TINY.heads && alike == Alike::No;
            let days = if few {
                // Each day stands on its own: few days, or there is too much to try.
                chance.pick(&[0b000_0001, 0b000_0011, 0b110_0000, 0b011_0000, 0b100_0001])
            } else {
                chance.pick(&[0b111_1111, 0b111_1111, 0b111_1111, 0b001_1111, 0b110_0000, 0b101_0101])
            };
            let length = f64::from(window.minutes()) / 60.0;
            Shift {
                group,
                name: format!("V{s}"),
                window,
                paid_hours: if chance.percent(30) { length - 0.5 } else { length },
                days: day_set(days),
                min: u32::from(chance.percent(15)),
                max: chance.between(1, size.heads) as u32,
            }
        })
        .collect()
}

/// The weekdays of a bit mask, Monday lowest.
pub fn day_set(mask: u8) -> DaySet {
    Day::all().filter(|d| mask & (1 << d.0) != 0).collect()
}

fn courses(chance: &mut Chance) -> Vec<Course> {
    let each = |(c, name): (usize, &str)| Course {
        name: name.into(),
        hours: [7.5, 4.0][c],
        fee_kr: [1200.0, 350.0][c],
        valid_months: [Some(12), None][c],
    };
    ["Prøver", "Lager"].into_iter().enumerate().take(chance.below(3)).map(each).collect()
}

fn certificates(chance: &mut Chance, groups: usize, courses: usize) -> Vec<Certificate> {
    if courses == 0 || chance.percent(40) {
        return Vec::new();
    }
    // Taken so that some hold, some ran out the day before the plan's date, and some hold on their last day.
    let dates = [date(2026, 5, 20), date(2025, 6, 1), date(2025, 5, 31), date(2024, 1, 15), date(2026, 6, 2)];
    (0..chance.between(1, 5))
        .map(|_| Certificate {
            employee: chance.pick(&["a1", "A1 ", "b2", "c3"]).into(),
            group: GroupId(chance.below(groups)),
            percent: None,
            course: CourseId(chance.below(courses)),
            date: chance.pick(&dates),
            until: None,
            weekends: None,
        })
        // One person's certificates have a last day of their own.
        .map(|c| Certificate { until: (c.employee == "b2").then(|| dates[c.course.0]), ..c })
        .collect()
}

fn settings(chance: &mut Chance, alike: Alike, intervals: usize) -> Settings {
    let weights = |chance: &mut Chance| (0..intervals).map(|_| chance.below(4) as f64).collect();
    Settings {
        refund: chance.pick(&[0.0, 0.4]),
        plan_date: chance.percent(70).then_some(date(2026, 6, 1)),
        day_profile: chance.percent(30).then(|| weights(chance)),
        alike,
        ..Settings::default()
    }
}

fn line(chance: &mut Chance, size: &Size, ward: &Ward, index: usize) -> TaskLine {
    let groups = ward.groups.len();
    let intervals = ward.intervals.len();
    let timing = match chance.below(10) {
        0 | 1 => Timing::AroundTheClock,
        2 if !ward.intervals.daytime().is_empty() => Timing::Daytime,
        3 | 4 => {
            let from = chance.below(intervals);
            Timing::Span { from, to: chance.between(from + 1, intervals) }
        }
        _ => {
            let from = chance.below(intervals);
            Timing::Span { from, to: from + 1 }
        }
    };
    // Mostly days on which some shift runs.
    let runs = ward.shifts.iter().fold(DaySet::NONE, |days, s| days.or(s.days));
    let days = day_set(chance.pick(&[0b111_1111, 0b111_1111, 0b001_1111, 0b110_0000, 0b000_0001, 0b010_0011]));
    let days = if days.and(runs).is_empty() { runs } else { days.and(runs) };
    let (timing, days) = match (timing, days.and(DaySet::WEEKDAYS)) {
        (Timing::Daytime, none) if none.is_empty() => (Timing::AroundTheClock, days),
        (Timing::Daytime, weekdays) => (Timing::Daytime, weekdays),
        (other, _) => (other, days),
    };
    let flexible = match timing {
        Timing::AroundTheClock => chance.percent(20),
        _ => chance.percent(75),
    };
    let daily = chance.between(size.minutes.0, size.minutes.1) as f64;
    let (count, minutes) = match chance.below(6) {
        0 => (Count::PerDriver(0.5, DriverId(0)), (daily / 2.0).round()),
        1 => (Count::PerWeek(f64::from(days.len()) * 1.5), (daily / 1.5).round()),
        2 => (Count::PerMonth(f64::from(days.len()) * 4.0), daily.round()),
        _ => (Count::PerDay(2.0), (daily / 2.0).round()),
    };
    let some = |chance: &mut Chance, percent: usize| chance.percent(percent).then(|| GroupId(chance.below(groups)));
    let today = some(chance, 70);
    let task = if index > 0 && chance.percent(25) { index - 1 } else { index };
    let training = if ward.courses.is_empty() || chance.percent(50) {
        Vec::new()
    } else {
        vec![(GroupId(chance.below(groups)), CourseId(chance.below(ward.courses.len())))]
    };
    let minutes_by_group = some(chance, 20).map(|g| (g, (minutes * 1.3).round())).into_iter().collect();
    let mut line = TaskLine {
        row: index as u32 + 2,
        task_key: format!("oppgave {task}"),
        number: None,
        name: format!("Oppgave {index}"),
        category: 0,
        timing,
        days,
        count,
        minutes,
        minutes_by_group,
        minutes_low: None,
        minutes_high: None,
        people: if chance.percent(15) { 2 } else { 1 },
        bound: chance.percent(20),
        flexible,
        lowest: GroupId(chance.below(groups)),
        only: (0..groups).map(GroupId).filter(|_| chance.percent(15)).collect(),
        pinned: some(chance, 6),
        today,
        same_all_week: chance.percent(15),
        training,
        priority: None,
        health_work: true,
        note: None,
    };
    // What the reader refuses: a line for which nobody qualifies.
    if ward.order().qualified(&line).is_empty() {
        line.pinned = None;
        line.only.clear();
    }
    line
}

/// Whether some group that qualifies could carry the line alone with all its heads.
fn carriable(ward: &Ward, line: &TaskLine) -> bool {
    let cells = |day: Day| match line.timing {
        Timing::Span { from, to } => ward.intervals.span_cells(from..to, day),
        Timing::AroundTheClock => (0..ward.intervals.len()).map(|interval| Cell { day, interval }).collect(),
        Timing::Daytime => ward.intervals.daytime().into_iter().map(|interval| Cell { day, interval }).collect(),
    };
    let minutes = |cell: &Cell, group: GroupId| -> f64 {
        let stretch = ward.intervals.stretch(*cell);
        let own = ward.shifts.iter().filter(|s| s.group == group);
        own.flat_map(|s| s.days.iter().map(move |d| s.max * s.window.on(d).overlap(stretch))).sum::<u32>().into()
    };
    let most_present = |minute: u32, group: GroupId| -> u32 {
        let own = ward.shifts.iter().filter(|s| s.group == group);
        own.filter(|s| s.days.iter().any(|d| s.window.on(d).contains(minute))).map(|s| s.max).sum()
    };
    let carries = |group: &GroupId, day: Day| {
        let cells = cells(day);
        let lengths = cells.iter().map(|c| f64::from(ward.intervals.get(c.interval).minutes()));
        if line.bound {
            let stretches: Vec<Stretch> = cells.iter().map(|c| ward.intervals.stretch(*c)).collect();
            let mut minutes = stretches.iter().flat_map(|s| (s.start..s.start + s.minutes).map(|m| m % WEEK));
            return minutes.all(|m| most_present(m, *group) >= line.people);
        }
        let daily = 3.0 * line.minutes_on(*group) * f64::from(line.people) / ward.group(*group).task_time;
        match line.flexible {
            true => cells.iter().map(|c| minutes(c, *group)).sum::<f64>() >= daily,
            false => {
                let all: f64 = lengths.clone().sum();
                cells.iter().zip(lengths).all(|(c, length)| minutes(c, *group) >= daily * length / all)
            }
        }
    };
    let parts = line.placements();
    parts.iter().all(|days| ward.order().qualified(line).iter().any(|g| days.iter().all(|day| carries(g, day))))
}

fn presence(chance: &mut Chance, ward: &Ward) -> Presence {
    let mut groups: Vec<GroupId> = ward.group_ids().filter(|_| chance.percent(60)).collect();
    if groups.is_empty() {
        groups.push(GroupId(0));
    }
    let staffed = |g: &GroupId| ward.shifts.iter().filter(|s| s.group == *g).map(|s| (s.window, s.days)).next();
    // Mostly when somebody can be there: within a shift of one of the groups.
    let (window, days) = match groups.iter().find_map(staffed).filter(|_| chance.percent(85)) {
        Some((window, days)) if chance.percent(50) => (window, days),
        Some((window, days)) => {
            let end = Clock(((window.start.minutes() + 120) % 1440) as u16);
            (Window { start: window.start, end }, days)
        }
        None => (window(22, 7), day_set(0b101_0000)),
    };
    Presence { groups, label: "noen".into(), window, days, count: chance.between(1, 2) as u32, course: None }
}

/// What a ward can have less of.
#[derive(Clone, Copy)]
pub enum Scarce {
    Positions,
    People,
    Weekends,
}

/// The ward with less than some group of a plan uses.
pub fn tightened(ward: &Ward, plan: &Plan, scarce: Scarce, chance: &mut Chance) -> Ward {
    let mut ward = ward.clone();
    let used: Vec<&GroupSum> = plan.groups.iter().filter(|g| g.fte > 0.0).collect();
    if used.is_empty() {
        return ward;
    }
    let sum = chance.pick(&used);
    let on = |day: u8| -> u32 {
        plan.staffing.iter().filter(|h| h.group == sum.group && h.day == day).map(|h| h.heads).sum()
    };
    let weekend = f64::from(on(6).max(on(7)));
    let index = ward.group_by_code(&sum.group).expect("a group of the ward").0;
    let group = &mut ward.groups[index];
    match scarce {
        Scarce::Positions => group.positions = Some(sum.fte * chance.pick(&[0.8, 0.95])),
        Scarce::People => {
            group.people = Some(sum.fte * chance.pick(&[0.8, 0.95]));
            group.weekend_every = 1.0;
        }
        Scarce::Weekends if weekend > 1.0 => {
            group.weekend_every = (sum.fte / (weekend - 1.0)).ceil() + 1.0;
            group.people = Some(group.weekend_every * (weekend - 1.0));
        }
        Scarce::Weekends => {}
    }
    ward
}
