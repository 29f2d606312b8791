//! What the mapping shows, as data: what nurses do that others could, what only they may do, what isn't health work,
//! what stands without a time, who does what they shouldn't, and what is missing.
//!
//! Minutes *today* are of the lines whose group today is told; a line without minutes counts as a line all the same.

use super::activity::{Slot, slots};
use super::distribution::{Entry, proposed, today};
use super::nurses;
use super::work::minutes_a_week;
use crate::order::GroupOrder;
use crate::plan::{Broken, Load, Plan};
use crate::time::DaySet;
use crate::ward::{Count, GroupId, LineId, Ward};

/// The findings of a ward and its plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    /// The groups that count as nurses.
    pub nurses: Vec<GroupId>,
    /// Minutes a week of all told work today.
    pub minutes_today: f64,
    /// Of those, the nurses'.
    pub nurse_minutes_today: f64,
    /// Nurses' work today that a group outside the nurses could do, most minutes first.
    pub delegable: Vec<Work>,
    /// Work that only nurses qualify for, most minutes first; on the lowest group that qualifies.
    pub nurse_only: Vec<Work>,
    /// Work today that isn't health work: the nurses' first, then by minutes.
    pub not_health_work: Vec<Work>,
    /// Work without a time of day.
    pub untimed: Untimed,
    /// Work today on a group that doesn't qualify for it, most minutes first.
    pub unqualified: Vec<Work>,
    /// Where today's staffing can't carry today's work.
    pub overload: Overload,
    /// What the mapping lacks.
    pub gaps: Gaps,
    /// Nurses' work today by category, in the ward's order.
    pub by_category: Vec<Breakdown>,
    /// Nurses' work today by row of the activity plan, in the order of [`Slot::all`].
    pub by_slot: Vec<Breakdown>,
}

/// A line's work on some days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Work {
    /// The line.
    pub line: LineId,
    /// Its days.
    pub days: DaySet,
    /// Who does it (for nurses-only work: the lowest group that qualifies).
    pub group: GroupId,
    /// The lowest group that qualifies; none if nobody does.
    pub lowest: Option<GroupId>,
    /// Where the plan places it; none if it doesn't.
    pub proposed: Option<GroupId>,
    /// Minutes a week on `group`.
    pub minutes: f64,
}

/// Work without a time of day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Untimed {
    /// Untimed around the clock.
    pub around_the_clock: Pile,
    /// Daytime on ordinary weekdays.
    pub daytime: Pile,
    /// All work of the ward.
    pub all: Pile,
}

/// A number of lines and their minutes a week.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pile {
    /// Lines.
    pub lines: usize,
    /// Minutes a week, each line on the group where it stands in the plan.
    pub minutes: f64,
    /// Minutes a week that nurses do today.
    pub nurse_minutes: f64,
}

impl Pile {
    /// Its share of another pile's minutes; 0 where that has none.
    pub fn share_of(&self, all: &Pile) -> f64 {
        if all.minutes > 0.0 { self.minutes / all.minutes } else { 0.0 }
    }
}

/// Where today's staffing can't carry today's work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overload {
    /// Cells with more minutes than capacity, worst first.
    pub cells: Vec<Load>,
    /// By group: cells and minutes a week beyond capacity, left to right; groups without any left out.
    pub groups: Vec<(GroupId, usize, f64)>,
    /// Presence and other rules that today's heads break.
    pub broken: Vec<Broken>,
}

/// What the mapping lacks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gaps {
    /// Lines without minutes or without occurrences: they weigh nothing in the plan.
    pub no_minutes: Vec<LineId>,
    /// Lines whose group today isn't told.
    pub no_today: Vec<LineId>,
    /// Lines without priority: they count as red.
    pub no_priority: Vec<LineId>,
    /// Courses that are needed but have no hours yet, by their place in the ward.
    pub no_hours: Vec<usize>,
}

/// Today's work in a category or row of the activity plan, minutes a week.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Breakdown {
    /// All told work.
    pub minutes: f64,
    /// The nurses' part.
    pub nurses: f64,
    /// Of the nurses' part, what a group outside the nurses could do.
    pub delegable: f64,
    /// Of the nurses' part, what only nurses qualify for.
    pub nurse_only: f64,
}

/// Finds what there is to find.
pub fn findings(ward: &Ward, plan: &Plan) -> Findings {
    let view = View::new(ward, plan);
    let today = today(ward);
    let works: Vec<Work> = today.iter().map(|e| view.work(e)).collect();
    let sum = |works: &mut dyn Iterator<Item = &Work>| works.map(|w| w.minutes).sum();
    Findings {
        minutes_today: sum(&mut works.iter()),
        nurse_minutes_today: sum(&mut works.iter().filter(|w| view.is_nurse(w.group))),
        delegable: sorted(works.iter().filter(|w| view.delegable(w)).copied().collect()),
        nurse_only: nurse_only(&view),
        not_health_work: not_health_work(&view, &works),
        untimed: untimed(&view, &works),
        unqualified: sorted(works.iter().filter(|w| view.forbidden(w)).copied().collect()),
        overload: overload(ward, plan),
        gaps: gaps(ward),
        by_category: by_category(&view, &works),
        by_slot: by_slot(&view, &works),
        nurses: view.nurses,
    }
}

struct View<'a> {
    ward: &'a Ward,
    order: GroupOrder,
    nurses: Vec<GroupId>,
    proposed: std::collections::HashMap<LineId, Vec<Entry>>,
}

impl<'a> View<'a> {
    fn new(ward: &'a Ward, plan: &Plan) -> View<'a> {
        let mut by_line: std::collections::HashMap<LineId, Vec<Entry>> = Default::default();
        for entry in proposed(ward, plan) {
            by_line.entry(entry.line).or_default().push(entry);
        }
        View { ward, order: ward.order(), nurses: nurses(ward), proposed: by_line }
    }
    fn is_nurse(&self, group: GroupId) -> bool {
        self.nurses.contains(&group)
    }
    fn placed(&self, line: LineId, days: DaySet) -> Option<GroupId> {
        self.proposed.get(&line)?.iter().find(|e| !e.days.and(days).is_empty()).map(|e| e.group)
    }
    fn work(&self, entry: &Entry) -> Work {
        let line = &self.ward.lines[entry.line.0];
        Work {
            line: entry.line,
            days: entry.days,
            group: entry.group,
            lowest: self.order.lowest_qualified(line),
            proposed: self.placed(entry.line, entry.days),
            minutes: minutes_a_week(self.ward, line, entry.group, entry.days),
        }
    }
    /// Nurses' work that a group outside the nurses qualifies for.
    fn delegable(&self, work: &Work) -> bool {
        self.is_nurse(work.group) && !self.nurses_only(work.line)
    }
    /// Whether nurses alone qualify for the line.
    fn nurses_only(&self, line: LineId) -> bool {
        self.order.qualified(&self.ward.lines[line.0]).iter().all(|g| self.is_nurse(*g))
    }
    fn forbidden(&self, work: &Work) -> bool {
        self.order.forbids(&self.ward.lines[work.line.0], work.group).is_some()
    }
}

/// Most minutes first; equal ones in the order of the sheet.
fn sorted(mut works: Vec<Work>) -> Vec<Work> {
    works.sort_by(|a, b| b.minutes.total_cmp(&a.minutes).then(a.line.cmp(&b.line)).then(a.days.cmp(&b.days)));
    works
}

fn nurse_only(view: &View) -> Vec<Work> {
    let mut works = Vec::new();
    for (i, line) in view.ward.lines.iter().enumerate() {
        let Some(group) = view.order.lowest_qualified(line) else { continue };
        if view.nurses_only(LineId(i)) {
            works.extend(line.placements().into_iter().map(|days| view.work(&Entry { line: LineId(i), days, group })));
        }
    }
    sorted(works)
}

fn not_health_work(view: &View, works: &[Work]) -> Vec<Work> {
    let mut found = sorted(works.iter().filter(|w| !view.ward.lines[w.line.0].health_work).copied().collect());
    found.sort_by_key(|w| !view.is_nurse(w.group));
    found
}

fn untimed(view: &View, works: &[Work]) -> Untimed {
    let mut untimed = Untimed::default();
    for (i, line) in view.ward.lines.iter().enumerate() {
        let id = LineId(i);
        let placed = |days| view.placed(id, days).or(line.today).unwrap_or(line.lowest);
        let minutes = line.placements().into_iter().map(|d| minutes_a_week(view.ward, line, placed(d), d)).sum::<f64>();
        let nurse_minutes =
            works.iter().filter(|w| w.line == id && view.is_nurse(w.group)).map(|w| w.minutes).sum::<f64>();
        let add = |pile: &mut Pile| {
            pile.lines += 1;
            pile.minutes += minutes;
            pile.nurse_minutes += nurse_minutes;
        };
        add(&mut untimed.all);
        match line.timing {
            crate::ward::Timing::AroundTheClock => add(&mut untimed.around_the_clock),
            crate::ward::Timing::Daytime => add(&mut untimed.daytime),
            crate::ward::Timing::Span { .. } => {}
        }
    }
    untimed
}

fn overload(ward: &Ward, plan: &Plan) -> Overload {
    let beyond = |load: &Load| load.minutes - load.capacity;
    let mut cells = plan.today.overloaded.clone();
    cells.sort_by(|a, b| beyond(b).total_cmp(&beyond(a)));
    let groups = ward
        .group_ids()
        .map(|group| {
            let of_group = || cells.iter().filter(|load| load.group == ward.group(group).code);
            (group, of_group().count(), of_group().map(beyond).sum())
        })
        .filter(|(_, count, _)| *count > 0)
        .collect();
    Overload { cells, groups, broken: plan.today.broken.clone() }
}

fn gaps(ward: &Ward) -> Gaps {
    let lines = |lacks: &dyn Fn(&crate::ward::TaskLine) -> bool| {
        ward.lines.iter().enumerate().filter(|(_, l)| lacks(l)).map(|(i, _)| LineId(i)).collect::<Vec<_>>()
    };
    let never = |count: Count| match count {
        Count::PerDay(n) | Count::PerDriver(n, _) | Count::PerWeek(n) | Count::PerMonth(n) => n <= 0.0,
    };
    let needed = |course: usize| ward.lines.iter().any(|l| l.training.iter().any(|(_, c)| c.0 == course));
    Gaps {
        no_minutes: lines(&|l| !l.bound && (l.minutes <= 0.0 || never(l.count))),
        no_today: lines(&|l| l.today.is_none()),
        no_priority: lines(&|l| l.priority.is_none()),
        no_hours: (0..ward.courses.len()).filter(|&c| ward.courses[c].hours <= 0.0 && needed(c)).collect(),
    }
}

fn add(view: &View, breakdown: &mut Breakdown, work: &Work, minutes: f64) {
    breakdown.minutes += minutes;
    if view.is_nurse(work.group) {
        breakdown.nurses += minutes;
        if view.nurses_only(work.line) {
            breakdown.nurse_only += minutes;
        } else {
            breakdown.delegable += minutes;
        }
    }
}

fn by_category(view: &View, works: &[Work]) -> Vec<Breakdown> {
    let mut all = vec![Breakdown::default(); view.ward.categories.len()];
    for work in works {
        add(view, &mut all[view.ward.lines[work.line.0].category], work, work.minutes);
    }
    all
}

fn by_slot(view: &View, works: &[Work]) -> Vec<Breakdown> {
    let mut all = vec![Breakdown::default(); Slot::all(view.ward).len()];
    for work in works {
        let line = &view.ward.lines[work.line.0];
        for (slot, minutes) in work.days.iter().flat_map(|day| slots(view.ward, line, work.group, day)) {
            add(view, &mut all[slot.index(view.ward)], work, minutes);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::sample;
    use crate::ward::Timing;

    fn names(ward: &Ward, works: &[Work]) -> Vec<(String, f64)> {
        works.iter().map(|w| (ward.lines[w.line.0].name.clone(), w.minutes)).collect()
    }

    #[test]
    fn nurses_work_falls_apart_into_what_others_could_do_and_what_only_they_may() {
        let ward = sample::ward();
        let found = findings(&ward, &sample::plan(&ward));
        assert_eq!((found.minutes_today, found.nurse_minutes_today), (1980.0, 1980.0));
        let delegable = names(&ward, &found.delegable);
        assert_eq!(delegable.len(), 7);
        assert_eq!(delegable.iter().map(|(_, m)| m).sum::<f64>(), 1560.0);
        assert_eq!(delegable[0], ("Stell".to_owned(), 300.0));
        assert_eq!(found.delegable[0].lowest, Some(GroupId(1)));
        assert_eq!(found.delegable[0].proposed, Some(GroupId(1)));
        assert_eq!(names(&ward, &found.nurse_only), vec![("Medisiner".into(), 300.0), ("Medisiner".into(), 120.0)]);
        assert_eq!(names(&ward, &found.not_health_work), vec![("Servere".into(), 300.0), ("Servere".into(), 120.0)]);
        assert_eq!(
            found.by_category[1],
            Breakdown { minutes: 420.0, nurses: 420.0, delegable: 420.0, nurse_only: 0.0 }
        );
        assert_eq!(found.by_slot[4].nurse_only, 420.0);
        assert_eq!(found.by_slot[6].delegable, 420.0);
        assert_eq!(found.by_slot[7].delegable, 300.0);
    }

    #[test]
    fn a_line_that_others_may_not_have_after_all_is_nurses_only() {
        let mut ward = sample::ward();
        ward.lines[0].only = vec![GroupId(0)];
        ward.lines[2].pinned = Some(GroupId(0));
        let found = findings(&ward, &sample::plan(&ward));
        let names: std::collections::BTreeSet<_> =
            names(&ward, &found.nurse_only).into_iter().map(|(n, _)| n).collect();
        assert_eq!(names.into_iter().collect::<Vec<_>>(), ["Medisiner", "Servere", "Stell"]);
        assert_eq!(found.delegable.len(), 3);
    }

    #[test]
    fn untimed_work_has_its_share() {
        let ward = sample::ward();
        let untimed = findings(&ward, &sample::plan(&ward)).untimed;
        assert_eq!((untimed.around_the_clock.lines, untimed.around_the_clock.minutes), (1, 420.0));
        assert_eq!((untimed.daytime.lines, untimed.daytime.nurse_minutes), (1, 300.0));
        assert_eq!(untimed.daytime.share_of(&untimed.all), 300.0 / 1980.0);
        assert_eq!(Pile::default().share_of(&Pile::default()), 0.0);
    }

    #[test]
    fn who_does_what_they_should_not_and_where_the_day_is_too_full() {
        let mut ward = sample::ward();
        ward.lines[1].today = Some(GroupId(2));
        let mut plan = sample::plan(&ward);
        let load = |day, minutes| Load { group: "SPL".into(), day, interval: "07-09".into(), minutes, capacity: 96.0 };
        plan.today.overloaded = vec![load(1, 100.0), load(6, 120.0)];
        let found = findings(&ward, &plan);
        assert_eq!(names(&ward, &found.unqualified), vec![("Medisiner".into(), 300.0), ("Medisiner".into(), 120.0)]);
        assert_eq!(found.overload.cells[0].day, 6);
        assert_eq!(found.overload.groups, vec![(GroupId(0), 2, 28.0)]);
    }

    #[test]
    fn what_the_mapping_lacks_is_listed() {
        let mut ward = sample::ward();
        ward.lines[0].minutes = 0.0;
        ward.lines[1].count = Count::PerWeek(0.0);
        ward.lines[2].today = None;
        ward.lines[3].priority = None;
        ward.lines[4].minutes = 0.0;
        ward.lines[4].bound = true;
        ward.courses[0].hours = 0.0;
        let gaps = findings(&ward, &sample::plan(&ward)).gaps;
        assert_eq!(gaps.no_minutes, vec![LineId(0), LineId(1)]);
        assert_eq!(gaps.no_today, vec![LineId(2)]);
        assert_eq!(gaps.no_priority, vec![LineId(3)]);
        assert_eq!(gaps.no_hours, vec![0]);
    }

    #[test]
    fn a_span_is_timed() {
        let mut ward = sample::ward();
        ward.lines[4].timing = Timing::Span { from: 0, to: 6 };
        assert_eq!(findings(&ward, &sample::plan(&ward)).untimed.around_the_clock.lines, 0);
    }
}
