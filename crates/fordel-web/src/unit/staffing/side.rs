//! What stands beside the heads: årsverk, people, weekends and cost against what carries today's distribution; what binds.

use fordel_app::service::{Bound, NoPlan, OpenedProposal, ProposalState};
use fordel_core::complaint::Value;
use fordel_core::measure::gain::Alone;
use fordel_core::plan::{GroupSum, Heads, Plan};
use fordel_core::ward::{GroupId, Ward};
use fordel_text::Texts;
use maud::{Markup, html};

use crate::shell::{Head, KeyFigure, Link, Row, data_table, key_figures, take_out};
use crate::unit::no_plan;
use crate::unit::seen::Seen;

/// Saturday and Sunday.
const WEEKEND: [u8; 2] = [6, 7];
/// What binds, at most.
const BOUNDS: usize = 3;

/// Årsverk, people, weekends, cost.
pub fn sums(t: &Texts, seen: &Seen, plan: &Plan) -> Markup {
    let ward = seen.ward();
    let carried = &plan.carried;
    let compared = carried.year_cost.or(carried.relaxed_cost);
    let head = [
        Head::text(t.get("staffing-group")),
        Head::number(t.get("staffing-fte")),
        Head::number(t.get("staffing-fte-change")),
        Head::number(t.get("staffing-people")),
        Head::number(t.get("staffing-weekend")),
    ];
    let of = |sums: &[GroupSum], code: &str| sums.iter().find(|sum| sum.group == code).cloned();
    let row = |group: GroupId| {
        let code = ward.group(group).code.as_str();
        let sum = of(&plan.groups, code)?;
        let before = compared.and_then(|_| of(&carried.groups, code)).map(|sum| sum.fte);
        Some(Row::new(vec![
            html! { (code) },
            html! { (t.fixed(sum.fte, 1)) },
            html! { (before.map_or_else(|| "–".to_owned(), |before| t.signed(sum.fte - before, 1))) },
            html! { (sum.people) },
            html! { (weekend(t, seen, &plan.staffing, group)) },
        ]))
    };
    let mut rows: Vec<Row> = ward.group_ids().filter_map(row).collect();
    let total = |sums: &[GroupSum]| sums.iter().map(|sum| sum.fte).sum::<f64>();
    let (fte, fte_before) = (total(&plan.groups), compared.map(|_| total(&carried.groups)));
    rows.push(Row {
        sum: true,
        cells: vec![
            html! { (t.get("staffing-all")) },
            html! { (t.fixed(fte, 1)) },
            html! { (fte_before.map_or_else(|| "–".to_owned(), |before| t.signed(fte - before, 1))) },
            html! { (plan.groups.iter().map(|sum| sum.people).sum::<u32>()) },
            html! { (weekend_heads(&plan.staffing, None)) },
        ],
    });
    html! {
        (key_figures(&figures(t, ward, plan, compared, fte, fte_before)))
        (data_table("sums", &t.get("staffing-sums"), &head, &rows))
        (take_out(t, &t.get("staffing-sums"), &format!("{}/sums", seen.address()), ""))
        @if compared.is_some() {
            p class="quiet" { (t.get(if carried.year_cost.is_some() { "staffing-sums-carried" } else { "staffing-sums-relaxed" })) }
        }
    }
}

fn figures(
    t: &Texts,
    ward: &Ward,
    plan: &Plan,
    compared: Option<f64>,
    fte: f64,
    fte_before: Option<f64>,
) -> Vec<KeyFigure> {
    let alone = || t.get(&format!("report-alone-{}", Alone::of(ward, plan).word()));
    let cost = plan.year_cost.unwrap_or(0.0);
    let cost_compared = compared.map_or_else(alone, |before| {
        t.with(
            "staffing-cost-compared",
            &[("change", t.about_change(before, cost).into()), ("before", t.about_kroner(before).into())],
        )
    });
    let fte_compared = fte_before.map_or_else(alone, |before| {
        t.with(
            "staffing-fte-compared",
            &[("change", t.signed(fte - before, 1).into()), ("before", t.fixed(before, 1).into())],
        )
    });
    vec![
        KeyFigure { label: t.get("staffing-cost"), value: t.about_kroner(cost), compared: cost_compared },
        KeyFigure { label: t.get("staffing-fte-all"), value: t.fixed(fte, 1), compared: fte_compared },
    ]
}

/// Heads that start on Saturday and Sunday, of a group or of all.
fn weekend_heads(staffing: &[Heads], code: Option<&str>) -> u32 {
    let of = |heads: &&Heads| WEEKEND.contains(&heads.day) && code.is_none_or(|code| heads.group == code);
    staffing.iter().filter(of).map(|heads| heads.heads).sum()
}

fn weekend(t: &Texts, seen: &Seen, staffing: &[Heads], group: GroupId) -> String {
    let group = seen.ward().group(group);
    let heads = weekend_heads(staffing, Some(&group.code));
    match group.most_weekend_heads() {
        Some(most) => t.with("staffing-weekend-most", &[("heads", f64::from(heads).into()), ("most", most.into())]),
        None => heads.to_string(),
    }
}

/// What binds: of the proposal, or of the computed one that it goes back to.
pub fn binding(t: &Texts, seen: &Seen, of: Option<&OpenedProposal>, told_of_other: bool) -> Markup {
    let bounds: Vec<Bound> = of.map(|of| of.bounds(t)).unwrap_or_default();
    let line = |bound: &Bound| {
        let key = if bound.binds { "staffing-binding-line" } else { "staffing-binding-nothing" };
        let worth = if bound.binds { vec![("worth", Value::from(bound.worth.as_str()))] } else { Vec::new() };
        let args: Vec<(&str, Value)> = [("step", Value::from(bound.step.as_str()))].into_iter().chain(worth).collect();
        t.with(key, &args)
    };
    html! {
        section class="binding" aria-labelledby="binding-head" {
            h2 id="binding-head" { (t.get("report-binding")) }
            @if bounds.is_empty() { (unbound(t, seen, of)) }
            @else {
                ul { @for bound in bounds.iter().take(BOUNDS) { li { (line(bound)) } } }
                p class="quiet" {
                    (t.get("report-binding-intro")) " " (t.get("report-binding-note"))
                    @if told_of_other {
                        @if let Some(of) = of { " " (t.with("staffing-binding-of", &[("number", Value::Number(of.kept.head.number as f64))])) }
                    }
                }
            }
        }
    }
}

/// Why nothing that binds is told, and the way to it for those who may ask for proposals.
fn unbound(t: &Texts, seen: &Seen, of: Option<&OpenedProposal>) -> Markup {
    let address = seen.around.address();
    let (why, link) = match of.map(|of| &of.kept.head) {
        None => {
            let anew = Link::new(t.get("proposals-new"), format!("{address}/proposals#new"));
            (t.get("staffing-binding-none"), Some(anew))
        }
        Some(head) => {
            let cut_off = head.state != ProposalState::Done;
            let key = if cut_off { "staffing-binding-stopped" } else { "staffing-binding-unfound" };
            let why = if cut_off { NoPlan::Stopped } else { NoPlan::OutOfTime };
            let number = [("number", Value::Number(head.number as f64))];
            (t.with(key, &number), no_plan::again(t, &address, head, why))
        }
    };
    html! {
        p { (why) @if let Some(link) = link.filter(|_| seen.may_change()) { " " a href=(link.href) { (link.text) } } }
    }
}
