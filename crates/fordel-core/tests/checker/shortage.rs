//! The check of the traffic light's answer, on an evening counted by hand: one nurse and one health worker from 15 to 22,
//! four fifths of whose time is for tasks; 300 red minutes for the nurse from 18 to 22, where she has 192.

use fordel_core::check::shortage::{Kind, flaws};
use fordel_core::plan::{Heads, Plan};
use fordel_core::shortage::asked::{Asked, Moment, Unfit};
use fordel_core::shortage::cards::is_worse;
use fordel_core::shortage::rules::{Relief, Step};
use fordel_core::shortage::told::{Red, lists, red};
use fordel_core::shortage::{Answer, Fate, Hire, IntervalLight, Light, Piece, Sums, Why, relief};
use fordel_core::time::{Cell, Clock, Day, DaySet, Stretch};
use fordel_core::ward::{LineId, Priority, Ward};

use crate::sample::{ALL_DAYS, HFA, SPL, group, line, plan, shift, ward};

const SATURDAY: Day = Day(5);

fn evening() -> (Ward, Plan, Answer) {
    let mut lines = vec![line(2, "Legemidler", 4..5, 300.0, SPL), line(3, "Rydde", 3..4, 60.0, HFA)];
    lines[1].priority = Some(Priority::Green);
    for line in &mut lines {
        line.same_all_week = true;
    }
    let shifts = vec![shift(SPL, "A", "15:00-22:00"), shift(HFA, "A", "15:00-22:00")];
    let ward = ward(vec![group("SPL"), group("HFA")], shifts, lines);
    let plan =
        plan(&ward, &[(2, ALL_DAYS, "SPL"), (3, ALL_DAYS, "HFA")], &[("SPL", "A", [2; 7]), ("HFA", "A", [1; 7])]);
    let asked: Asked = Moment::named(&ward, SATURDAY, "A")
        .and_then(|moment| moment.missing(&ward, &plan.staffing, &[(SPL, 1)]))
        .expect("a question that fits");
    let cell = |interval| Cell { day: SATURDAY, interval };
    let piece = |line: usize, interval: usize, minutes: f64, fate: Fate| Piece {
        line: LineId(line),
        day: SATURDAY,
        group: if line == 0 { SPL } else { HFA },
        cell: cell(interval),
        minutes,
        fate,
    };
    let light = |interval, of_shift, light| IntervalLight { cell: cell(interval), of_shift, light };
    let answer = Answer {
        asked,
        light: Light::Red,
        intervals: vec![light(3, true, Light::Green), light(4, true, Light::Red), light(5, false, Light::Green)],
        pieces: vec![
            piece(0, 4, 192.0, Fate::Done { by: SPL, cell: cell(4) }),
            piece(0, 4, 108.0, Fate::Uncovered(Why::NoTime)),
            piece(1, 3, 60.0, Fate::Done { by: HFA, cell: cell(3) }),
        ],
        watches: Vec::new(),
        gaps: Vec::new(),
        sums: Sums { red: 108.0, ..Sums::default() },
        hire: vec![Hire { group: SPL, stretch: at(18, 3), heads: 1 }],
    };
    (ward, plan, answer)
}

/// So many hours of Saturday from this hour.
fn at(hour: u32, hours: u32) -> Stretch {
    Stretch { start: SATURDAY.start() + hour * 60, minutes: hours * 60 }
}

#[test]
fn the_right_answer_has_no_flaw() {
    let (ward, plan, answer) = evening();
    assert_eq!(flaws(&ward, &plan, &answer), []);
    // The first half of what is left of the shift does: any hours that cover what is red are told as they are.
    let told = lists(&ward, &answer);
    assert_eq!((told.uncovered.len(), told.left_out.len(), told.handed_over.len()), (1, 0, 0));
    assert!((told.uncovered[0].minutes - 108.0).abs() < 1e-9 && (told.uncovered[0].of - 300.0).abs() < 1e-9);
}

#[test]
fn work_that_may_lie_anywhere_in_its_timing_is_told_with_when_it_is_done() {
    let (mut ward, _, mut answer) = evening();
    ward.lines.push(line(4, "Dosett", 3..5, 30.0, HFA));
    let cell = |interval| Cell { day: SATURDAY, interval };
    let given = |at: usize, minutes: f64| {
        let fate = Fate::Done { by: HFA, cell: cell(at) };
        Piece { line: LineId(2), day: SATURDAY, group: SPL, cell: cell(4), minutes, fate }
    };
    answer.pieces.extend([given(4, 10.0), given(3, 20.0)]);
    let told = lists(&ward, &answer);
    assert_eq!(told.handed_over.len(), 1, "one task to one group is one entry");
    let entry = &told.handed_over[0];
    assert!(entry.is_loose(&ward) && entry.is_whole());
    assert_eq!((entry.cells.as_slice(), entry.done.as_slice()), (&[cell(4)][..], &[cell(3), cell(4)][..]));
    assert!(told.uncovered.iter().all(|e| !e.is_loose(&ward) && e.done.is_empty()), "an interval of its own");
}

#[test]
fn each_flaw_is_found_for_what_it_is() {
    let (ward, plan, right) = evening();
    let find = |expected: Kind, change: &dyn Fn(&mut Answer)| {
        let mut answer = right.clone();
        change(&mut answer);
        let kinds: Vec<Kind> = flaws(&ward, &plan, &answer).into_iter().map(|f| f.kind).collect();
        assert!(kinds.contains(&expected), "{expected:?} isn't found, only {kinds:?}");
    };
    let night = Cell { day: SATURDAY, interval: 5 };
    find(Kind::Heads, &|a| a.asked.absent[0].planned = 3);
    find(Kind::Intervals, &|a| a.intervals[2].of_shift = true);
    find(Kind::Minutes, &|a| a.pieces[1].minutes = 107.0);
    find(Kind::Minutes, &|a| a.pieces[2].day = Day(4));
    find(Kind::Qualified, &|a| a.pieces[0].fate = Fate::Done { by: HFA, cell: a.pieces[0].cell });
    find(Kind::Capacity, &|a| {
        a.pieces[0].minutes = 193.0;
        a.pieces[1].minutes = 107.0;
    });
    find(Kind::Time, &|a| a.pieces[2].fate = Fate::Done { by: HFA, cell: night });
    find(Kind::Fate, &|a| a.pieces[1].fate = Fate::NextDays(Why::NoTime));
    find(Kind::Fate, &|a| a.pieces[1].fate = Fate::LeftOut(Why::NoTime));
    find(Kind::Fate, &|a| a.pieces[2].fate = Fate::Uncovered(Why::NoTime));
    find(Kind::Sums, &|a| a.sums.red = 100.0);
    find(Kind::Light, &|a| a.intervals[1].light = Light::Yellow);
    find(Kind::Light, &|a| a.light = Light::Yellow);
    find(Kind::Hire, &|a| a.hire.clear());
    find(Kind::Hire, &|a| a.hire[0].stretch = at(15, 3));
    // Half of what the nurse could do is left.
    find(Kind::CouldBeDone, &|a| {
        a.pieces[0].minutes = 96.0;
        a.pieces[1].minutes = 204.0;
        a.sums.red = 204.0;
    });
}

#[test]
fn a_missing_presence_is_red_even_where_all_work_is_done() {
    let (mut ward, plan, mut answer) = evening();
    ward.presence = vec![crate::sample::presence(&[SPL], "SPL", "15:00-18:00", ward.lines[0].days, 2)];
    let kinds: Vec<Kind> = flaws(&ward, &plan, &answer).into_iter().map(|f| f.kind).collect();
    assert!(kinds.contains(&Kind::Presence), "{kinds:?}");
    let cell = answer.intervals[0].cell;
    answer.gaps = vec![fordel_core::shortage::Gap { rule: 0, cell, stretch: at(15, 3), heads: 1 }];
    answer.sums.red += 180.0;
    answer.intervals[0].light = Light::Red;
    answer.hire[0].stretch = at(15, 6);
    assert_eq!(flaws(&ward, &plan, &answer), []);
    // Two rules that lack somebody at the same time ask for the same minutes, and work isn't added to them.
    let again = answer.gaps[0];
    answer.gaps.push(fordel_core::shortage::Gap { rule: 1, ..again });
    assert_eq!(red(&answer, |_| true), Red { work: 108.0, presence: 180.0 });
    assert!((red(&answer, |_| true).least() - 180.0).abs() < 1e-9);
    assert_eq!(red(&answer, |own| own != cell), Red { work: 108.0, presence: 0.0 });
}

#[test]
fn asked_within_the_shift_only_the_cells_to_come_are_told() {
    let (ward, plan, whole) = evening();
    // At 16:00 a third of 15–18 is over, and so is a third of the 60 minutes that lie there.
    let mut asked = whole.clone();
    asked.asked.moment = asked.asked.moment.after(60);
    let kinds: Vec<Kind> = flaws(&ward, &plan, &asked).into_iter().map(|f| f.kind).collect();
    assert_eq!(kinds, [Kind::Minutes], "work that is over is told as if it were to come");
    asked.pieces[2].minutes = 40.0;
    assert_eq!(flaws(&ward, &plan, &asked), []);
    // Until 21:00 goes three quarters of 18–22: of the nurse's 192 minutes 48 are left for 75.
    asked.asked.moment = asked.asked.moment.after(6 * 60);
    asked.intervals.remove(0);
    asked.pieces.pop();
    (asked.pieces[0].minutes, asked.pieces[1].minutes, asked.sums.red) = (48.0, 27.0, 27.0);
    asked.hire[0].stretch = at(21, 1);
    assert_eq!(flaws(&ward, &plan, &asked), []);
    (asked.pieces[0].minutes, asked.pieces[1].minutes, asked.sums.red) = (75.0, 0.0, 0.0);
    let kinds: Vec<Kind> = flaws(&ward, &plan, &asked).into_iter().map(|f| f.kind).collect();
    assert!(kinds.contains(&Kind::Capacity), "time that is over is used: {kinds:?}");
    asked = whole.clone();
    asked.asked.moment = asked.asked.moment.after(180);
    let kinds: Vec<Kind> = flaws(&ward, &plan, &asked).into_iter().map(|f| f.kind).collect();
    assert_eq!(kinds, [Kind::Intervals], "what is over is told as if it were to come");
    asked.intervals.remove(0);
    let kinds: Vec<Kind> = flaws(&ward, &plan, &asked).into_iter().map(|f| f.kind).collect();
    assert!(kinds.contains(&Kind::Minutes), "work that is over is told: {kinds:?}");
    asked.pieces.remove(2);
    assert_eq!(flaws(&ward, &plan, &asked), []);
    // When all of the shift is over, the question is about the whole of it.
    assert_eq!(whole.asked.moment.clone().after(7 * 60).over, 0);
}

#[test]
fn what_is_over_is_what_those_planned_had_time_for() {
    let (mut ward, mut plan, mut asked) = evening();
    // Another health worker from 15 to 16: of their 240 minutes from 15 to 18, 120 are left at 16:00.
    ward.shifts.push(shift(HFA, "K", "15:00-16:00"));
    plan.staffing.extend((1..=7).map(|day| Heads { group: "HFA".into(), shift: "K".into(), day, heads: 1 }));
    asked.asked.moment = asked.asked.moment.after(60);
    asked.pieces[2].minutes = 30.0;
    assert_eq!(flaws(&ward, &plan, &asked), []);
}

#[test]
fn a_time_is_within_its_shift_also_over_midnight() {
    let (mut ward, ..) = evening();
    ward.shifts.push(shift(SPL, "N", "22:00-07:30"));
    let from = |name: &str, hours: u16, minutes: u16| {
        let moment = Moment::named(&ward, SATURDAY, name).expect("it runs");
        moment.at(Clock(hours * 60 + minutes)).map(|moment| (moment.over, moment.asked_from()))
    };
    assert_eq!(from("A", 15, 0), Ok((0, None)), "all of it is to come");
    assert_eq!(from("A", 16, 20), Ok((80, Some(Clock(16 * 60 + 20)))));
    assert_eq!(from("N", 2, 30), Ok((270, Some(Clock(150)))));
    for (name, hours) in [("A", 14), ("A", 22), ("N", 8), ("N", 21)] {
        assert!(matches!(from(name, hours, 0), Err(Unfit::Outside { .. })), "{name} at {hours}");
    }
}

#[test]
fn relief_costs_hours_by_its_own_price_and_the_supplements_of_the_clock() {
    let (mut ward, _, answer) = evening();
    ward.settings.shortage.relief =
        vec![Step { relief: Relief::Pool, factor: 1.0 }, Step { relief: Relief::Overtime, factor: 1.5 }];
    ward.settings.evening_night_rate = 0.28;
    ward.settings.weekend_rate = 0.22;
    let told: Vec<_> = relief::steps(&ward, &answer).into_iter().map(|s| (s.relief, (s.kr * 100.0).round())).collect();
    // Three hours on a Saturday evening at 100 kroner: 3 × 100 × (1 + 0.28 + 0.22), and half as much again of the 1.
    assert_eq!(told, [(Relief::Pool, 45_000.0), (Relief::Overtime, 60_000.0)]);
    let mut holiday = answer.clone();
    holiday.asked.moment = holiday.asked.moment.on_holidays([SATURDAY].into_iter().collect::<DaySet>());
    let told: Vec<_> = relief::steps(&ward, &holiday).into_iter().map(|s| (s.kr * 100.0).round()).collect();
    // And 3 × 100 × the supplement, which no step multiplies.
    let more = (30_000.0 * ward.settings.holiday_rate).round();
    assert!(more > 0.0);
    assert_eq!(told, [45_000.0 + more, 60_000.0 + more]);
    // A public holiday on a Thursday that is worked as this Saturday has the holiday's supplement and not the weekend's.
    holiday.asked.moment = holiday.asked.moment.on_date("2027-05-06".parse().expect("a date"));
    let told: Vec<_> = relief::steps(&ward, &holiday).into_iter().map(|s| (s.kr * 100.0).round()).collect();
    assert_eq!(told, [45_000.0 - 6_600.0 + more, 60_000.0 - 6_600.0 + more]);
    let calm = Answer { hire: Vec::new(), ..answer.clone() };
    assert!(relief::steps(&ward, &calm).is_empty());
    assert!((relief::hours(&answer.hire, &answer.asked.moment) - 3.0).abs() < 1e-9);
    assert!(is_worse(&answer, &Answer { light: Light::Yellow, ..calm.clone() }) && !is_worse(&calm, &answer));
}

#[test]
fn where_the_clock_is_changed_an_hour_comes_twice_or_never() {
    let (ward, _, mut answer) = evening();
    // From one to four in the night to Sunday.
    answer.hire[0].stretch = Stretch { start: Day(6).start() + 60, minutes: 180 };
    let plain = relief::steps(&ward, &answer)[0].kr;
    for (saturday, hours) in [("2026-10-24", 4.0), ("2027-03-27", 2.0), ("2026-10-17", 3.0)] {
        let date = saturday.parse().expect("a date");
        answer.asked.moment = Moment::named(&ward, SATURDAY, "A").expect("an evening").on_date(date);
        assert_eq!(relief::hours(&answer.hire, &answer.asked.moment), hours, "{saturday}");
        let kr = relief::steps(&ward, &answer)[0].kr;
        assert!((kr - plain * hours / 3.0).abs() < 1e-6, "{saturday}: {kr}, and {plain} for three hours");
    }
    // On Sunday itself it lies in the early hours; of a Saturday that is worked as a Friday in the night to Saturday.
    for (day, date, hour) in [(6, "2026-10-25", 6), (4, "2026-10-24", 5)] {
        let named = Moment::named(&ward, Day(day), "A").expect("every day").on_date(date.parse().expect("a date"));
        let times = |minute: u32| named.times(Day(hour).start() + minute);
        assert_eq!([119, 120, 179, 180].map(times), [1, 2, 2, 1], "{date}");
    }
}
