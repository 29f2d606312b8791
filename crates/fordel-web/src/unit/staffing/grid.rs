//! The grid of heads: a table for each group, three rows for each shift, a column for each day.

use std::collections::{BTreeMap, BTreeSet};

use fordel_core::complaint::Value;
use fordel_core::measure::profile::staffing_today;
use fordel_core::plan::{Broken, Heads, Plan};
use fordel_core::time::{Day, DaySet};
use fordel_core::ward::{GroupId, Ward};
use fordel_text::Texts;
use maud::{Markup, html};

use super::{red, why};
use crate::unit::seen::Seen;

/// A shift of a group by its name, on all days on which any of that name runs.
pub struct Line {
    /// Whose.
    pub group: GroupId,
    /// Its name.
    pub name: String,
    /// Its place in the ward, which names its fields.
    pub at: usize,
    /// Its days.
    pub days: DaySet,
    /// From when to when.
    times: Vec<String>,
}

impl Line {
    /// The name of a cell's field: the shift's place, and the day as 1 = Monday.
    pub fn cell(&self, day: Day) -> String {
        format!("h.{}.{}", self.at, day.number())
    }
}

/// All shifts by name, in the order of the sheet.
pub fn lines(t: &Texts, ward: &Ward) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (at, shift) in ward.shifts.iter().enumerate() {
        let time = t.timing(&shift.window.label());
        match lines.iter_mut().find(|line| line.group == shift.group && line.name == shift.name) {
            Some(line) => {
                line.days = line.days.or(shift.days);
                if !line.times.contains(&time) {
                    line.times.push(time);
                }
            }
            None => lines.push(Line {
                group: shift.group,
                name: shift.name.clone(),
                at,
                days: shift.days,
                times: vec![time],
            }),
        }
    }
    lines
}

/// Heads by group, shift and day.
pub struct Staffed(BTreeMap<(String, String, u8), u32>);

impl Staffed {
    /// A plan's heads.
    pub fn of(heads: &[Heads]) -> Staffed {
        Staffed(heads.iter().map(|h| ((h.group.clone(), h.shift.clone(), h.day), h.heads)).collect())
    }

    /// How many start the shift on the day.
    pub fn at(&self, ward: &Ward, line: &Line, day: Day) -> u32 {
        let key = (ward.group(line.group).code.clone(), line.name.clone(), day.number());
        self.0.get(&key).copied().unwrap_or(0)
    }
}

/// The rows that a shift has: whose heads, and what they are called.
struct Plans<'p> {
    today: Option<Staffed>,
    base: Option<(String, Staffed)>,
    shown: (String, Staffed),
    /// What somebody typed that can't be used, by the cell's field.
    typed: &'p BTreeMap<String, String>,
}

/// The grid as it is drawn: with fields where the visitor may change it.
pub struct Grid<'s> {
    seen: &'s Seen,
    plans: Plans<'s>,
    lines: Vec<Line>,
    red: BTreeSet<red::At>,
}

impl<'s> Grid<'s> {
    /// Of a proposal; `typed`: what somebody typed that isn't saved.
    pub fn of(t: &Texts, seen: &'s Seen, plan: &Plan, typed: &'s BTreeMap<String, String>) -> Grid<'s> {
        let ward = seen.ward();
        let number = |n: i64| [("number", Value::Number(n as f64))];
        let shown = Staffed::of(&plan.staffing);
        let base = match &seen.base {
            Some(base) => base
                .plan
                .as_ref()
                .map(|plan| (t.with("staffing-base", &number(base.kept.head.number)), Staffed::of(&plan.staffing))),
            None if seen.may_change() && !seen.is_own() => {
                Some((t.get("staffing-proposed"), Staffed::of(&plan.staffing)))
            }
            None => None,
        };
        let own = seen.is_own() || seen.may_change();
        let name = t.get(if own { "staffing-own" } else { "staffing-proposed" });
        let today = ward.knows_staffing_today().then(|| Staffed::of(&staffing_today(ward)));
        let red = seen.broken().iter().flat_map(|broken| red::cells(ward, broken)).collect();
        Grid { seen, plans: Plans { today, base, shown: (name, shown), typed }, lines: lines(t, ward), red }
    }

    /// The fields of the cells that are red.
    pub fn red_cells(&self) -> Vec<String> {
        let cells = self.lines.iter().flat_map(|line| line.days.iter().map(move |day| (line, day)));
        cells.filter(|(line, day)| self.is_red(line, *day)).map(|(line, day)| line.cell(day)).collect()
    }

    /// The heads of all cells by their fields.
    pub fn heads(&self) -> BTreeMap<String, u32> {
        let ward = self.seen.ward();
        let cells = self.lines.iter().flat_map(|line| line.days.iter().map(move |day| (line, day)));
        cells.map(|(line, day)| (line.cell(day), self.plans.shown.1.at(ward, line, day))).collect()
    }

    fn is_red(&self, line: &Line, day: Day) -> bool {
        self.red.contains(&(line.group, line.name.clone(), day))
    }

    /// The table of a group; nothing for a group without shifts.
    pub fn table(&self, t: &Texts, group: GroupId) -> Markup {
        let ward = self.seen.ward();
        let own: Vec<&Line> = self.lines.iter().filter(|line| line.group == group).collect();
        let at = group.0;
        html! {
            @if !own.is_empty() {
                section class="staffed" id=(format!("gruppe-{at}")) {
                    div class="scroll" role="region" aria-labelledby=(format!("caption-{at}")) tabindex="0" {
                        table class="ds-table data heads" data-color="neutral" {
                            caption id=(format!("caption-{at}")) { (t.with("staffing-table", &[("group", t.group(ward.group(group)).into())])) }
                            thead { tr {
                                th scope="col" { (t.get("staffing-shift")) }
                                th scope="col" { (t.get("staffing-who")) }
                                @for day in Day::all() { th scope="col" class="number" { (t.get(&format!("day-short-{}", day.number()))) } }
                                th scope="col" class="number" { (t.get("staffing-week")) }
                            } }
                            @for line in &own { (self.shift(t, line)) }
                            tfoot { tr id=(format!("total-{at}")) { (self.total(t, group)) } }
                        }
                    }
                    div class="broken-of" id=(format!("broken-{at}")) { (self.broken(t, group)) }
                }
            }
        }
    }

    /// The rows of a shift.
    fn shift(&self, t: &Texts, line: &Line) -> Markup {
        let ward = self.seen.ward();
        let quiet = [
            self.plans.today.as_ref().map(|heads| (t.get("staffing-today"), heads)),
            self.plans.base.as_ref().map(|(name, heads)| (name.clone(), heads)),
        ];
        let quiet: Vec<(String, &Staffed)> = quiet.into_iter().flatten().collect();
        let week = |heads: &Staffed| line.days.iter().map(|day| heads.at(ward, line, day)).sum::<u32>();
        let (name, shown) = &self.plans.shown;
        let head = html! {
            th scope="rowgroup" class="shift" rowspan=(quiet.len() + 1) { strong { (line.name) } br; span class="quiet" { (line.times.join(", ")) } }
        };
        html! {
            tbody {
                @for (i, (name, heads)) in quiet.iter().enumerate() {
                    tr class="quiet" {
                        @if i == 0 { (head) }
                        th scope="row" { (name) }
                        @for day in Day::all() { td class="number" { @if line.days.contains(day) { (heads.at(ward, line, day)) } @else { (runs_not(t)) } } }
                        td class="number" { (week(heads)) }
                    }
                }
                tr class="own" {
                    @if quiet.is_empty() { (head) }
                    th scope="row" { (name) }
                    @for day in Day::all() { (self.cell(t, line, day)) }
                    td class="number" id=(format!("week-{}", line.at)) { (week(shown)) }
                }
            }
        }
    }

    fn cell(&self, t: &Texts, line: &Line, day: Day) -> Markup {
        let ward = self.seen.ward();
        if !line.days.contains(day) {
            return html! { td class="number" { (runs_not(t)) } };
        }
        let field = line.cell(day);
        let heads = self.plans.shown.1.at(ward, line, day);
        let typed = self.plans.typed.get(&field);
        let red = self.is_red(line, day);
        let invalid = (red || typed.is_some()).then_some("true");
        let why = why::address(&self.seen.address(), line.at, day);
        let name = cell_name(t, ward, line, day);
        let asked = t.with("heads-link-long", &[("heads", f64::from(heads).into()), ("cell", name.as_str().into())]);
        html! {
            td class="number" data-red[red] {
                @if self.seen.may_change() {
                    input type="text" inputmode="numeric" autocomplete="off" id=(field) name=(field) form="heads" size="3"
                        value=(typed.cloned().unwrap_or_else(|| heads.to_string())) data-was=(heads) aria-label=(name)
                        aria-invalid=[invalid] aria-describedby=(format!("broken-{}", line.group.0));
                    a class="why" href=(why) title=(t.get("heads-link")) aria-label=(asked) { "?" }
                } @else { a class="why" href=(why) title=(t.get("heads-link")) aria-label=(asked) { (heads) } }
                span class="sign" { "▲" span class="ds-sr-only" { " " (t.get("staffing-red")) } }
            }
        }
    }

    /// The sum of a group's heads by day.
    pub fn total(&self, t: &Texts, group: GroupId) -> Markup {
        let ward = self.seen.ward();
        let (name, shown) = &self.plans.shown;
        let on = |day: Day| {
            let own = self.lines.iter().filter(|line| line.group == group && line.days.contains(day));
            own.map(|line| shown.at(ward, line, day)).sum::<u32>()
        };
        html! {
            th scope="row" colspan="2" { (t.with("staffing-sum", &[("plan", name.as_str().into())])) }
            @for day in Day::all() { td class="number" { (on(day)) } }
            td class="number" { (Day::all().map(on).sum::<u32>()) }
        }
    }

    /// What doesn't hold for a group, in sentences: each says when, and how much is lacking.
    pub fn broken(&self, t: &Texts, group: GroupId) -> Markup {
        let ward = self.seen.ward();
        let about = |broken: &&Broken| {
            let named = broken.group.as_deref().and_then(|code| ward.group_by_code(code));
            named.map_or_else(|| red::cells(ward, broken).iter().any(|(of, ..)| *of == group), |named| named == group)
        };
        let own: Vec<&Broken> = self.seen.broken().iter().filter(about).collect();
        html! {
            @if !own.is_empty() { ul class="red" { @for broken in own { li { span aria-hidden="true" { "▲ " } (why::with_answer(t, self.seen, broken)) } } } }
        }
    }

    /// The shifts.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The week's sum of each shift, by its identifier on the page.
    pub fn weeks(&self) -> Vec<(String, u32)> {
        let ward = self.seen.ward();
        let sum = |line: &Line| line.days.iter().map(|day| self.plans.shown.1.at(ward, line, day)).sum();
        self.lines.iter().map(|line| (format!("week-{}", line.at), sum(line))).collect()
    }
}

/// A cell by its name, for those who don't see the table and for what is told of it.
pub fn cell_name(t: &Texts, ward: &Ward, line: &Line, day: Day) -> String {
    let args = [
        ("group", Value::from(ward.group(line.group).code.as_str())),
        ("shift", line.name.as_str().into()),
        ("day", t.get(&format!("day-{}", day.number())).into()),
    ];
    t.with("staffing-cell", &args)
}

fn runs_not(t: &Texts) -> Markup {
    html! { span aria-hidden="true" { "–" } span class="ds-sr-only" { (t.get("staffing-runs-not")) } }
}
