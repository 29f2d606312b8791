//! A proposal's tables as lists that can be taken out: staffing and its sums, training, the activity plan, what is moved.

use fordel_core::calendar::Date;
use fordel_core::measure::activity::{Slot, activity};
use fordel_core::measure::certificates::{Ending, Standing, coverage, endings, take_certificates};
use fordel_core::measure::competence::{Course, Lacking, Needs, Required, competence, required};
use fordel_core::measure::distribution::proposed;
use fordel_core::measure::moves::{Kind, moves};
use fordel_core::measure::needs::needs;
use fordel_core::plan::{Heads, Plan};
use fordel_core::time::{Clock, Day};
use fordel_core::ward::{GroupId, Presence, Shift, Timing, Ward};
use fordel_text::Texts;

use super::export::{List, ListCell};
use super::proposals::OpenedProposal;
use super::{Failed, Reads};

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// Heads by group, shift and weekday.
    Staffing,
    /// Årsverk, people and weekend heads by group.
    Sums,
    /// Courses.
    Training,
    /// Who of those known holds each course.
    Held,
    /// What tasks take of each group.
    Needs,
    /// What the rules of presence ask of those who hold a course.
    Required,
    /// Courses with those who hold them, and how many would do.
    Holders,
    /// Where too few on the shift may hold a course for what takes it.
    Competence,
    /// When certificates end.
    Endings,
    /// What each group does when.
    Rhythm,
    /// Placements that change hands.
    Moved,
}

impl Reads<'_> {
    /// A proposal's ward with the certificates that the unit's sheets have now; as they were where the sheets have faults.
    ///
    /// # Errors
    /// The database.
    pub fn with_certificates_now(&self, of: &OpenedProposal) -> Result<Ward, Failed> {
        let mut ward = of.ward.clone();
        if let Some(today) = &self.desk()?.ward {
            take_certificates(&mut ward, today);
        }
        Ok(ward)
    }

    /// A table of a proposal as a list; none while there is no plan. Who holds what is told by today's certificates, what ends is
    /// counted from today.
    ///
    /// # Errors
    /// The database.
    pub fn list(&self, of: &OpenedProposal, kind: ListKind, texts: &Texts) -> Result<Option<List>, Failed> {
        let Some(plan) = &of.plan else { return Ok(None) };
        let ward = &self.with_certificates_now(of)?;
        Ok(Some(match kind {
            ListKind::Staffing => staffing(ward, plan, texts),
            ListKind::Sums => sums(ward, plan, texts),
            ListKind::Training => training(plan, texts),
            ListKind::Held => held(ward, plan, texts),
            ListKind::Needs => needed(ward, plan, texts),
            ListKind::Required => asked_of_holders(ward, texts),
            ListKind::Holders => holding(ward, plan, texts),
            ListKind::Competence => lacking(ward, plan, texts),
            ListKind::Endings => ending(ward, self.service.today(), texts),
            ListKind::Rhythm => rhythm(ward, plan, texts),
            ListKind::Moved => moved(ward, plan, texts),
        }))
    }
}

/// `ja` where it is so, else nothing.
fn yes(truth: bool, texts: &Texts) -> ListCell {
    truth.then(|| texts.get("documents-yes")).into()
}

fn list(texts: &Texts, name: &str, columns: &[&str], rows: Vec<Vec<ListCell>>) -> List {
    let columns = columns.iter().map(|key| texts.get(&format!("documents-{key}"))).collect();
    List { name: texts.get(name), columns, rows }
}

/// A row for each shift and weekday on which it runs.
fn staffing(ward: &Ward, plan: &Plan, texts: &Texts) -> List {
    let heads = |staffing: &[Heads], shift: &Shift, day: Day| {
        let code = &ward.group(shift.group).code;
        let of = |h: &&Heads| h.group == *code && h.shift == shift.name && h.day == day.number();
        staffing.iter().filter(of).map(|h| h.heads).sum::<u32>()
    };
    let mut rows = Vec::new();
    for shift in &ward.shifts {
        for day in shift.days.iter() {
            let today = if ward.knows_staffing_today() {
                heads(&plan.today.staffing, shift, day).into()
            } else {
                ListCell::Empty
            };
            rows.push(vec![
                ward.group(shift.group).code.as_str().into(),
                shift.name.as_str().into(),
                clock(shift.window.start).into(),
                clock(shift.window.end).into(),
                texts.get(&format!("day-{}", day.number())).into(),
                heads(&plan.staffing, shift, day).into(),
                today,
            ]);
        }
    }
    list(texts, "documents-staffing-of", &["group", "shift", "from", "to", "day", "heads", "heads-today"], rows)
}

fn clock(clock: Clock) -> String {
    clock.to_string()
}

/// A row for each group, with its årsverk against what carries today's distribution.
fn sums(ward: &Ward, plan: &Plan, texts: &Texts) -> List {
    let carried = plan.carried.year_cost.or(plan.carried.relaxed_cost).map(|_| &plan.carried.groups);
    let row = |id: GroupId| {
        let group = ward.group(id);
        let sum = plan.groups.iter().find(|sum| sum.group == group.code)?;
        let before = carried.and_then(|sums| sums.iter().find(|sum| sum.group == group.code));
        let weekend = plan.staffing.iter().filter(|heads| heads.group == group.code && heads.day > 5);
        Some(vec![
            ListCell::from(group.code.as_str()),
            ListCell::Number(sum.fte, 2),
            before.map(|before| ListCell::Number(sum.fte - before.fte, 2)).into(),
            sum.people.into(),
            weekend.map(|heads| heads.heads).sum::<u32>().into(),
            group.most_weekend_heads().map(|most| ListCell::Number(most, 0)).into(),
        ])
    };
    let rows = ward.group_ids().filter_map(row).collect();
    let columns = ["group", "fte", "fte-change", "employees", "weekend-heads", "weekend-most"];
    list(texts, "documents-sums-of", &columns, rows)
}

fn training(plan: &Plan, texts: &Texts) -> List {
    let row = |taken: &fordel_core::plan::Training| {
        vec![
            taken.group.as_str().into(),
            taken.course.as_str().into(),
            taken.people.into(),
            ListCell::Number(taken.hours, 1),
            ListCell::Number(taken.cost, 0),
            taken.tasks.join(", ").into(),
        ]
    };
    let rows = plan.training.iter().map(row).collect();
    list(texts, "documents-training-of", &["group", "course", "people", "hours", "kroner", "opens"], rows)
}

/// A row for each person known in a group that takes a course: whether they hold it, and until when.
fn held(ward: &Ward, plan: &Plan, texts: &Texts) -> List {
    let mut rows = Vec::new();
    for one in coverage(ward, plan) {
        for (person, standing) in &one.people {
            let last = match standing {
                Standing::Until(last) | Standing::Expired(last) => Some(last.to_string()),
                Standing::Holds | Standing::Lacks => None,
            };
            rows.push(vec![
                ward.group(one.group).code.as_str().into(),
                ward.courses[one.course.0].name.as_str().into(),
                person.as_str().into(),
                yes(standing.counts(), texts),
                last.into(),
                one.lacking.into(),
            ]);
        }
    }
    list(texts, "documents-held-of", &["group", "course", "employee", "holders", "last-day", "people"], rows)
}

/// A row for each task and group that needs a course for it, or has it in the plan.
fn needed(ward: &Ward, plan: &Plan, texts: &Texts) -> List {
    let mut rows = Vec::new();
    for task in needs(ward, plan) {
        for of in task.groups.iter().filter(|of| of.placed || !of.courses.is_empty()) {
            rows.push(vec![
                task.task.into(),
                ward.group(of.group).code.as_str().into(),
                of.courses.join(", ").into(),
                yes(of.placed, texts),
            ]);
        }
    }
    list(texts, "documents-needs-of", &["task", "group", "courses", "placed"], rows)
}

/// What the rules of presence ask of a group's holders of a course, in words: `minst 1 07–15, man–fre`.
pub fn rules_of(ward: &Ward, one: &Required, texts: &Texts) -> String {
    let of = ward.presence.iter().filter(|rule| rule.course == Some(one.course) && rule.groups == [one.group]);
    of.map(|rule| rule_in("required-rule", rule, texts)).collect::<Vec<_>>().join("; ")
}

/// What needs a course on the shift, in words: the task's name, or the rule of presence.
pub fn needs_of(ward: &Ward, needs: Needs, texts: &Texts) -> String {
    match needs {
        Needs::Line(line) => ward.lines[line.0].name.clone(),
        Needs::Presence(rule) => rule_in("competence-rule", &ward.presence[rule], texts),
    }
}

/// A rule of presence in a sentence that tells how many, when and on which days.
fn rule_in(key: &str, rule: &Presence, texts: &Texts) -> String {
    let days: Vec<u8> = rule.days.iter().map(|day| day.number()).collect();
    let args = [
        ("count", rule.count.into()),
        ("window", texts.timing(&rule.window.label()).into()),
        ("days", texts.days(&days).into()),
    ];
    texts.with(key, &args)
}

/// A row for each course and group of which rules of presence ask holders.
fn asked_of_holders(ward: &Ward, texts: &Texts) -> List {
    let row = |one: &Required| -> Vec<ListCell> {
        vec![
            ward.group(one.group).code.as_str().into(),
            ward.courses[one.course.0].name.as_str().into(),
            rules_of(ward, one, texts).into(),
            one.whole().into(),
            one.holders.into(),
            one.people.map(|people| ListCell::Number(people, 0)).into(),
            ListCell::Number(one.to_train(), 0),
        ]
    };
    let rows = required(ward).iter().map(row).collect();
    let columns = ["group", "course", "rule", "must-hold", "holders", "employees", "people"];
    list(texts, "documents-required-of", &columns, rows)
}

/// A row for each course and group: who holds it, when it lacks most, and how many would do.
fn holding(ward: &Ward, plan: &Plan, texts: &Texts) -> List {
    let when = |lacking: &Lacking| {
        let interval = texts.timing(&ward.intervals.get(lacking.cell.interval).label());
        format!("{} {interval}", texts.get(&format!("day-{}", lacking.cell.day.number())))
    };
    let chance = |lacking: &Lacking| ListCell::Number(lacking.chance * 100.0, 1);
    let row = |course: &Course| -> Vec<ListCell> {
        let (weakest, weekend) = (course.weakest(), course.lacking.iter().find(|l| l.cell.day.is_weekend()));
        vec![
            ward.group(course.group).code.as_str().into(),
            ward.courses[course.course.0].name.as_str().into(),
            course.holders.into(),
            course.people.into(),
            weakest.map(when).into(),
            weakest.map(chance).into(),
            weekend.map(when).into(),
            weekend.map(chance).into(),
            course.for_rare.into(),
            course.for_every_shift.into(),
        ]
    };
    let rows = competence(ward, plan).iter().map(row).collect();
    let columns = [
        "group",
        "course",
        "holders",
        "employees",
        "weakest",
        "weakest-nobody",
        "weakest-weekend",
        "weekend-nobody",
        "for-rare",
        "for-every-shift",
    ];
    list(texts, "documents-holders-of", &columns, rows)
}

/// A row for each course, group and cell in which too few may hold it.
fn lacking(ward: &Ward, plan: &Plan, texts: &Texts) -> List {
    let mut rows = Vec::new();
    for course in competence(ward, plan) {
        for lacking in &course.lacking {
            rows.push(vec![
                ward.group(course.group).code.as_str().into(),
                ward.courses[course.course.0].name.as_str().into(),
                texts.get(&format!("day-{}", lacking.cell.day.number())).into(),
                texts.timing(&ward.intervals.get(lacking.cell.interval).label()).into(),
                needs_of(ward, lacking.needs, texts).into(),
                lacking.heads.into(),
                course.holders.into(),
                course.people.into(),
                ListCell::Number(lacking.chance * 100.0, 1),
            ]);
        }
    }
    let columns = ["group", "course", "day", "slot", "task", "heads", "holders", "employees", "nobody-of-hundred"];
    list(texts, "documents-competence-of", &columns, rows)
}

/// A row for each certificate that ends, counted from a day, the earliest first.
fn ending(ward: &Ward, from: Date, texts: &Texts) -> List {
    let row = |one: Ending| {
        vec![
            one.employee.into(),
            ward.group(one.group).code.as_str().into(),
            ward.courses[one.course.0].name.as_str().into(),
            one.last.to_string().into(),
            ListCell::Number(one.days_left.into(), 0),
        ]
    };
    let rows = endings(ward, from).into_iter().map(row).collect();
    list(texts, "documents-endings-of", &["employee", "group", "course", "last-day", "days-left"], rows)
}

/// The name of a row of the activity plan.
fn slot_name(ward: &Ward, slot: Slot, texts: &Texts) -> String {
    match slot {
        Slot::Interval(at) => texts.timing(&ward.intervals.get(at).label()),
        Slot::AroundTheClock => texts.get("rhythm-slot-around-the-clock"),
        Slot::Daytime => texts.get("rhythm-slot-daytime"),
    }
}

/// A row for each task in a slot and group.
fn rhythm(ward: &Ward, plan: &Plan, texts: &Texts) -> List {
    let mut rows = Vec::new();
    for of_group in activity(ward, &proposed(ward, plan)) {
        for row in &of_group.rows {
            for (category, work) in ward.categories.iter().zip(&row.categories) {
                for task in &work.tasks {
                    let mut cells = vec![
                        ward.group(of_group.group).code.as_str().into(),
                        slot_name(ward, row.slot, texts).into(),
                        texts.category(&category.name).into(),
                        task.number.as_str().into(),
                        ward.lines[task.line.0].name.as_str().into(),
                        ListCell::Number(task.weekday, 1),
                        ListCell::Number(task.weekend_day, 1),
                        ListCell::Number(task.week, 1),
                        yes(task.new, texts),
                    ];
                    cells.extend(task.days.iter().map(|minutes| ListCell::Number(*minutes, 1)));
                    rows.push(cells);
                }
            }
        }
    }
    let columns = [
        "group",
        "slot",
        "category",
        "task-number",
        "task",
        "minutes-weekday",
        "minutes-weekend",
        "minutes-week",
        "new",
    ];
    let mut told = list(texts, "documents-rhythm-of", &columns, rows);
    told.columns.extend(Day::all().map(|day| {
        let day = texts.get(&format!("day-{}", day.number()));
        texts.with("documents-minutes-on", &[("day", day.into())])
    }));
    told
}

/// A row for each placement that changes hands.
fn moved(ward: &Ward, plan: &Plan, texts: &Texts) -> List {
    let code = |group: GroupId| ListCell::from(ward.group(group).code.as_str());
    let rows = moves(ward, plan)
        .into_iter()
        .map(|m| {
            let line = &ward.lines[m.line.0];
            let timing = match line.timing {
                Timing::AroundTheClock => texts.get("rhythm-slot-around-the-clock"),
                Timing::Daytime => texts.get("rhythm-slot-daytime"),
                Timing::Span { .. } => texts.timing(&ward.timing_label(&line.timing)),
            };
            let days: Vec<u8> = m.days.iter().map(Day::number).collect();
            let courses: Vec<&str> = m.courses.iter().map(|need| ward.courses[need.course.0].name.as_str()).collect();
            vec![
                line.row.into(),
                line.name.as_str().into(),
                texts.category(&ward.categories[line.category].name).into(),
                timing.into(),
                texts.days(&days).into(),
                code(m.from),
                code(m.to),
                ListCell::Number(m.minutes_from, 1),
                ListCell::Number(m.minutes_to, 1),
                courses.join(", ").into(),
                yes(line.health_work, texts),
                yes(m.kind == Kind::Corrected, texts),
            ]
        })
        .collect();
    let columns = [
        "row",
        "task",
        "category",
        "slot",
        "days",
        "from-group",
        "to-group",
        "minutes-from",
        "minutes-to",
        "courses",
        "health-work",
        "corrected",
    ];
    list(texts, "documents-moved-of", &columns, rows)
}
