//! Proposals side by side: each a column beside what it is compared with, what differs as rows; of those that can be carried
//! out the best in each row has a sign.

use std::sync::Arc;

use fordel_app::service::{OpenedProposal, ProposalKind};
use fordel_core::measure::day_part::Split;
use fordel_core::measure::gain::gain;
use fordel_core::plan::{GroupSum, Status};
use fordel_text::Texts;
use maud::{Markup, html};

use crate::shell::{Head, Notice, Row, data_table, tag};

/// What the table shows of one column: a proposal, or what proposals are compared with.
struct Side<'a> {
    name: String,
    state: Markup,
    freed: Option<Split>,
    saved: Option<f64>,
    cost: Option<f64>,
    groups: &'a [GroupSum],
    courses: Option<f64>,
    moved: Option<f64>,
    red: Option<f64>,
    /// Whether it can be carried out: only such are held against each other.
    works: bool,
}

/// Today and what it would cost to carry it, from the newest plan that the search made.
fn compared<'a>(t: &Texts, opened: &'a [Arc<OpenedProposal>]) -> Vec<Side<'a>> {
    let Some(plan) = opened.iter().filter(|o| o.kept.head.kind == ProposalKind::Computed).find_map(|o| o.plan.as_ref())
    else {
        return Vec::new();
    };
    let side = |key: &str, cost: Option<f64>, groups: &'a [GroupSum], courses: usize| Side {
        name: t.get(key),
        state: html! {},
        freed: None,
        saved: None,
        cost,
        groups,
        courses: Some(courses as f64),
        moved: None,
        red: None,
        works: true,
    };
    let red = plan.today.overloaded.len() + plan.today.broken.len();
    let today = Side {
        red: Some(red as f64),
        works: red == 0,
        ..side("proposals-today", plan.today.year_cost, &plan.today.groups, plan.today.training.len())
    };
    let comparison = |key: &str, of: &'a fordel_core::plan::Comparison| {
        let works = of.year_cost.is_some();
        // What only a staffing beyond the limits carries says so, and what nothing was found for isn't left out silently.
        let state = match (works, of.relaxed_cost, of.status) {
            (true, ..) => html! {},
            (_, Some(_), _) => tag(&t.get("proposals-beyond-limits"), Some(Notice::Warning)),
            (_, None, Status::Infeasible) => tag(&t.get("proposals-impossible"), Some(Notice::Danger)),
            _ => tag(&t.get("proposals-not-computed"), None),
        };
        let cost = of.year_cost.or(of.relaxed_cost);
        let known = side(key, cost, &of.groups, of.training.len());
        Side { state, works, courses: known.courses.filter(|_| cost.is_some()), ..known }
    };
    let sides = [comparison("proposals-carried", &plan.carried), comparison("proposals-rightmost", &plan.rightmost)];
    std::iter::once(today).filter(|side| side.cost.is_some()).chain(sides).collect()
}

fn side<'a>(t: &Texts, address: &str, opened: &'a OpenedProposal) -> Option<Side<'a>> {
    let plan = opened.plan.as_ref()?;
    let (gain, number) = (gain(&opened.ward, plan), opened.kept.head.number);
    // Where there is no plan, its figures are none, and not 0.
    let (is_plan, red) = (plan.year_cost.is_some(), opened.report().map(|report| report.broken.len()));
    Some(Side {
        name: format!("{number}. {}", opened.kept.head.name),
        state: html! { (state(t, opened)) br; a href=(format!("{address}/p/{number}")) { (t.get("proposals-open")) } },
        freed: is_plan.then(|| gain.work.freed_hours()),
        saved: gain.money.as_ref().map(|money| money.saved()),
        cost: plan.year_cost,
        groups: &plan.groups,
        courses: is_plan.then_some(gain.courses.courses as f64),
        moved: is_plan.then(|| opened.moved().len() as f64),
        red: red.filter(|_| is_plan).map(|broken| broken as f64),
        works: is_plan && red == Some(0),
    })
}

/// The proposals as columns beside what they are compared with, what differs as rows; the best in each row has a sign.
pub fn beside(t: &Texts, address: &str, opened: &[Arc<OpenedProposal>]) -> Markup {
    let mut sides = compared(t, opened);
    sides.extend(opened.iter().filter_map(|one| side(t, address, one)));
    let mut head = vec![Head::text(t.get("proposals-fact"))];
    head.extend(sides.iter().map(|side| Head::number(side.name.clone())));
    let hours = |h: f64| t.with("proposals-hours", &[("hours", t.fixed(h, 0).into())]);
    let kroner = |k: f64| t.kroner(k);
    let whole = |n: f64| t.fixed(n, 0);
    let fte = |f: f64| t.fixed(f, 1);
    let mut rows = Vec::new();
    let states = sides.iter().map(|side| side.state.clone());
    rows.push(Row::new(std::iter::once(html! { (t.get("proposals-state")) }).chain(states).collect()));
    // What is better: more (+1), less (−1), or neither (0).
    let mut add = |name: String, better: f64, of: &dyn Fn(&Side) -> Option<f64>, shown: &dyn Fn(f64) -> String| {
        let values: Vec<Option<f64>> = sides.iter().map(of).collect();
        let works: Vec<bool> = sides.iter().map(|side| side.works).collect();
        rows.push(fact(t, name, better, (&values, &works), shown));
    };
    type Part = fn(&Split) -> f64;
    let parts: [(&str, Part); 4] = [
        ("proposals-freed-day", |s| s.day),
        ("proposals-freed-evening", |s| s.evening),
        ("proposals-freed-night", |s| s.night),
        ("proposals-freed-weekend", |s| s.weekend),
    ];
    for (key, part) in parts {
        add(t.get(key), 1.0, &|side| side.freed.as_ref().map(part), &hours);
    }
    add(t.get("proposals-saved"), 1.0, &|side| side.saved, &kroner);
    add(t.get("proposals-cost"), -1.0, &|side| side.cost, &kroner);
    let codes: Vec<&str> =
        opened.first().map(|o| o.ward.groups.iter().map(|g| g.code.as_str()).collect()).unwrap_or_default();
    for code in codes {
        let name = t.with("proposals-fte-of", &[("group", code.into())]);
        let of = |side: &Side| {
            (!side.groups.is_empty()).then(|| side.groups.iter().find(|g| g.group == code).map_or(0.0, |g| g.fte))
        };
        add(name, 0.0, &of, &fte);
    }
    let all = |side: &Side| (!side.groups.is_empty()).then(|| side.groups.iter().map(|g| g.fte).sum());
    add(t.get("proposals-fte"), -1.0, &all, &fte);
    add(t.get("proposals-courses"), -1.0, &|side| side.courses, &whole);
    add(t.get("proposals-moved"), 0.0, &|side| side.moved, &whole);
    add(t.get("proposals-red"), -1.0, &|side| side.red, &whole);
    data_table("beside", &t.get("proposals-beside"), &head, &rows)
}

/// A row of the table: of the values of those that work, the best has a sign and a word, where they differ.
fn fact(
    t: &Texts,
    name: String,
    better: f64,
    (values, works): (&[Option<f64>], &[bool]),
    shown: &dyn Fn(f64) -> String,
) -> Row {
    let working = || values.iter().zip(works).filter(|(_, works)| **works);
    let known = || working().filter_map(|(value, _)| *value).map(|value| value * better);
    let (best, worst) = (known().fold(f64::NEG_INFINITY, f64::max), known().fold(f64::INFINITY, f64::min));
    let is_best = |value: f64| better != 0.0 && best > worst + 1e-6 && value * better >= best - 1e-9;
    let cell = |(value, works): (&Option<f64>, &bool)| match value {
        None => html! { "–" },
        Some(value) => html! {
            @if *works && is_best(*value) { span class="best" title=(t.get("proposals-best")) { "★ " span class="ds-sr-only" { (t.get("proposals-best")) " " } } }
            (shown(*value))
        },
    };
    Row::new(std::iter::once(html! { (name) }).chain(values.iter().zip(works).map(cell)).collect())
}

/// How sure a proposal is, in a word.
pub fn state(t: &Texts, opened: &OpenedProposal) -> Markup {
    let Some(plan) = &opened.plan else { return html! {} };
    let (key, kind) = match (opened.kept.head.kind, plan.status) {
        (ProposalKind::Own, _) => ("proposals-own", None),
        (_, Status::Optimal) => ("proposals-proven", Some(Notice::Success)),
        (_, Status::Feasible) => ("proposals-good", Some(Notice::Info)),
        (_, Status::Infeasible) => ("proposals-impossible", Some(Notice::Danger)),
        (_, Status::Unknown) => ("proposals-cut-off", Some(Notice::Warning)),
    };
    tag(&t.get(key), kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::texts;

    #[test]
    fn only_what_can_be_carried_out_is_the_best() {
        let t = texts(fordel_text::Lang::Nb);
        let row = |works: &[bool]| {
            let values = [Some(1.0), Some(2.0), Some(3.0)];
            let row = fact(t, "Kostnad".to_owned(), -1.0, (&values, works), &|n| t.fixed(n, 0));
            row.cells.into_iter().map(maud::Markup::into_string).map(|cell| cell.contains('★')).collect::<Vec<_>>()
        };
        assert_eq!(row(&[true, true, true]), [false, true, false, false]);
        assert_eq!(row(&[false, true, true]), [false, false, true, false], "the cheapest doesn't work");
        assert_eq!(row(&[false, false, true]), [false; 4], "nothing to be better than");
    }
}
