//! The traffic light's answer as JSON, for other programs and for pages: colours, lists with reasons as codes, hours.

use fordel_core::shortage::told::{self, CourseInDoubt, Entry};
use fordel_core::shortage::{Gap, Watch, relief};
use fordel_core::time::{Cell, Clock, DAY, Day, Stretch, WEEK};
use fordel_core::ward::Ward;
use serde_json::{Value, json};

use crate::Short;

impl Short {
    /// `{"unit", "day", "shift", "light", "intervals", "leave_out", "put_off", "hand_over", "uncovered", …}`.
    pub fn to_json(&self) -> String {
        let (ward, answer) = (&self.ward, &self.answer);
        let lists = told::lists(ward, answer);
        let entries = |list: &[Entry]| list.iter().map(|e| entry(ward, e)).collect::<Vec<_>>();
        let watches = |list: &[Watch]| list.iter().map(|w| watch(ward, w)).collect::<Vec<_>>();
        let moment = &answer.asked.moment;
        let missing = answer.asked.absent.iter().map(|a| {
            let shift = &ward.shifts[a.shift.0];
            json!({"group": ward.group(shift.group).code, "shift": shift.name, "heads": a.heads, "planned": a.planned})
        });
        let intervals = answer.intervals.iter().map(|i| {
            let mut told = cell(ward, i.cell);
            told["of_shift"] = json!(i.of_shift);
            told["light"] = json!(i.light.name());
            told
        });
        let hire = answer.hire.iter().map(|h| {
            let mut told = stretch(h.stretch);
            told["group"] = json!(ward.group(h.group).code);
            told["heads"] = json!(h.heads);
            told["hours"] = json!(relief::hours(std::slice::from_ref(h), moment));
            told
        });
        let courses = told::courses_in_doubt(ward, answer);
        let steps = relief::steps(ward, answer);
        let (sums, red) = (answer.sums, told::red(answer, |_| true));
        format!(
            "{:#}",
            json!({
                "unit": ward.unit,
                "day": moment.day.number(),
                "shift": moment.name,
                "time": stretch(moment.stretch),
                "from": moment.asked_from().map(|clock| clock.to_string()),
                "missing": missing.collect::<Vec<_>>(),
                "light": answer.light.name(),
                "intervals": intervals.collect::<Vec<_>>(),
                "uncovered": entries(&lists.uncovered),
                "bound_uncovered": watches(&lists.watches_uncovered),
                "presence_uncovered": lists.gaps.iter().map(|g| gap(ward, g)).collect::<Vec<_>>(),
                "courses_in_doubt": courses.iter().map(|one| in_doubt(ward, moment.day, one)).collect::<Vec<_>>(),
                "leave_out": entries(&lists.left_out),
                "put_off": entries(&lists.put_off),
                "hand_over": entries(&lists.handed_over),
                "bound_handed_over": watches(&lists.watches_handed_over),
                "hire": hire.collect::<Vec<_>>(),
                "relief": steps.iter().map(|s| json!({"step": s.relief.name(), "cost": s.kr})).collect::<Vec<_>>(),
                "relief_assumed": !ward.settings.shortage.relief_is_own,
                "minutes": {
                    "red": sums.red, "yellow": sums.yellow, "green": sums.green, "later": sums.later,
                    "handed_over": sums.handed_over, "red_work": red.work, "red_presence": red.presence,
                },
                "without_priority": told::without_priority(ward),
                "without_priority_here": told::without_priority_here(ward, answer),
            })
        )
    }
}

fn cell(ward: &Ward, cell: Cell) -> Value {
    json!({"day": cell.day.number(), "interval": ward.intervals.get(cell.interval).label()})
}

/// `{"day", "from", "to"}` by the clock.
fn stretch(stretch: Stretch) -> Value {
    let clock = |minute: u32| Clock((minute % DAY) as u16).to_string();
    let day = Day(((stretch.start % WEEK) / DAY) as u8);
    json!({"day": day.number(), "from": clock(stretch.start), "to": clock(stretch.start + stretch.minutes)})
}

fn entry(ward: &Ward, entry: &Entry) -> Value {
    let line = &ward.lines[entry.line.0];
    json!({
        "row": line.row,
        "task": line.name,
        "day": entry.day.number(),
        "intervals": entry.cells.iter().map(|c| ward.intervals.get(c.interval).label()).collect::<Vec<_>>(),
        "group": ward.group(entry.from).code,
        "by": entry.to.map(|g| &ward.group(g).code),
        "later": entry.later.map(|c| cell(ward, c)),
        "done": entry.done.iter().map(|c| cell(ward, *c)).collect::<Vec<_>>(),
        "why": entry.why.map(|w| w.name()),
        "minutes": entry.minutes,
        "of": entry.of,
        "holders": entry.holders,
        "priority_assumed": line.priority.is_none(),
    })
}

fn watch(ward: &Ward, watch: &Watch) -> Value {
    let line = &ward.lines[watch.line.0];
    let mut told = stretch(watch.stretch);
    told["row"] = json!(line.row);
    told["task"] = json!(line.name);
    told["group"] = json!(ward.group(watch.group).code);
    told["by"] = json!(watch.by.map(|g| &ward.group(g).code));
    told["heads"] = json!(watch.heads);
    told
}

/// A rule of a course, at the shift's day, that may not be kept, with how many hold the course.
fn in_doubt(ward: &Ward, day: Day, one: &CourseInDoubt) -> Value {
    let rule = &ward.presence[one.rule];
    let mut told = stretch(rule.window.on(day));
    told["groups"] = json!(rule.label);
    told["course"] = json!(rule.course.map(|course| &ward.courses[course.0].name));
    told["heads"] = json!(rule.count);
    told["holders"] = json!(one.holders.len());
    told
}

fn gap(ward: &Ward, gap: &Gap) -> Value {
    let mut told = stretch(gap.stretch);
    let rule = &ward.presence[gap.rule];
    told["groups"] = json!(rule.label);
    told["course"] = json!(rule.course.map(|course| &ward.courses[course.0].name));
    told["heads"] = json!(gap.heads);
    told
}
