//! What differs between two plans: årsverk by group and the lines that stand elsewhere, on a page and as lists.

use axum::extract::{Path, Query, State};
use axum::http::Uri;
use axum::response::Response;
use fordel_app::service::{BranchId, Failed, List, ListCell, ProposalHead, Reads};
use fordel_app::{Differences, GroupDiffers, Moved};
use fordel_core::complaint::Value;
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::beside::is_answered;
use super::frame::Around;
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_of, send_unit_list, table_in};
use crate::shell::{
    Choice, Field, Head, Input, Link, Row, Step, Weight, button, data_table, empty_state, field, link_button, page,
    take_out, texts,
};
use crate::visitor::Visitor;

/// The table of årsverk, by the name of its file; the other one is of the lines.
const GROUPS: &str = "groups";

/// Against which proposal: its number.
#[derive(Debug, Deserialize)]
pub struct Against {
    #[serde(default)]
    mot: String,
}

impl Against {
    /// The number of the proposal that is asked for, else of the newest other one that has a plan; none where there is no
    /// other.
    fn number(&self, reads: &Reads, of: i64) -> Result<Option<i64>, Failed> {
        if let Ok(asked) = self.mot.trim().parse() {
            return Ok(Some(asked));
        }
        let heads = reads.proposals()?;
        for other in others(&heads, of).rev() {
            if reads.proposal(other.number)?.placed().is_some() {
                return Ok(Some(other.number));
            }
        }
        Ok(None)
    }
}

/// The proposals that one can be compared with.
fn others(heads: &[ProposalHead], of: i64) -> impl DoubleEndedIterator<Item = &ProposalHead> {
    heads.iter().filter(move |head| head.number != of && is_answered(head))
}

/// Where one chooses what a proposal is compared with; nothing where there is no other.
pub fn choose(t: &Texts, address: &str, heads: &[ProposalHead], of: i64, chosen: Option<i64>) -> Markup {
    let choice = |head: &ProposalHead| Choice::new(head.number.to_string(), format!("{}. {}", head.number, head.name));
    let choices: Vec<Choice> = others(heads, of).map(choice).collect();
    html! {
        @if !choices.is_empty() {
            form method="get" action=(address) class="inline" {
                (field(t, &Field::new("mot", t.get("proposals-against"), Input::Select(choices)).value(chosen.map(|number| number.to_string()).unwrap_or_default())))
                (button(&t.get("proposals-compare"), Weight::Other, None))
            }
        }
    }
}

/// `GET /u/{unit}/p/{number}/differences?mot=…`; without `mot` against the newest other proposal.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(other): Query<Against>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let (around, heads, told) = app
        .run(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            reads.proposal(number)?;
            let other = other.number(&reads, number)?;
            let told = other.map(|other| Ok::<_, Failed>((other, reads.differences(number, other)?))).transpose()?;
            Ok((Around::of(s, &reads)?, reads.proposals()?, told))
        })
        .await?;
    let t = texts(visitor.lang);
    let address = format!("{}/p/{number}/differences", around.address());
    let back = Link::new(t.get("proposals-title"), format!("{}/proposals", around.address()));
    let Some((other, told)) = told else {
        let title = t.get("differences-title");
        let frame = around.frame(&visitor, Some(Step::Proposals), &title, address, Some(number));
        let cure = link_button(&back, Weight::Main);
        let none = empty_state(&t.get("differences-none"), &t.get("differences-none-do"), cure);
        return Ok(page(&frame, html! { h1 { (title) } (none) }));
    };
    let args = [("a", Value::Number(number as f64)), ("b", Value::Number(other as f64))];
    let title = t.with("decide-differences", &args);
    let query = format!("?mot={other}");
    let frame = around.frame(&visitor, Some(Step::Proposals), &title, format!("{address}{query}"), Some(number));
    Ok(page(
        &frame,
        html! {
            h1 { (title) }
            (choose(t, &address, &heads, number, Some(other)))
            (drawn(t, &told, &address, &query))
            div class="actions" { (link_button(&back, Weight::Other)) }
        },
    ))
}

/// `GET /u/{unit}/p/{number}/differences/lines.csv?mot=…` and `groups.csv`, each as `.xlsx` too.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number)): Path<(i64, i64)>,
    Query(other): Query<Against>,
    address: Uri,
) -> Result<Response, Refusal> {
    let table = table_in(&address);
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let other = other.number(&reads, number)?.ok_or(Failed::NotFound)?;
        Ok(list(t, &reads.differences(number, other)?, &table))
    })
    .await
}

fn head_of_lines(t: &Texts) -> [Head; 4] {
    ["proposals-task", "proposals-when", "decide-from", "decide-to"].map(|key| Head::text(t.get(key)))
}

fn head_of_groups(t: &Texts) -> [Head; 4] {
    [
        Head::text(t.get("decide-group")),
        Head::number(t.get("decide-fte-a")),
        Head::number(t.get("decide-fte-b")),
        Head::number(t.get("decide-change")),
    ]
}

/// What moved, heads and money, from one plan to another; its tables are taken out below this address, with this query.
pub fn drawn(t: &Texts, told: &Differences, address: &str, query: &str) -> Markup {
    let none = || "–".to_owned();
    let moved: Vec<Row> = told
        .moved
        .iter()
        .map(|m| {
            let cell = |code: &Option<String>| code.clone().unwrap_or_else(none);
            Row::new(vec![
                html! { (m.task) },
                html! { (t.timing(&m.timing)) ", " (t.days(&m.days)) },
                html! { (cell(&m.from)) },
                html! { (cell(&m.to)) },
            ])
        })
        .collect();
    let groups: Vec<Row> = told
        .groups
        .iter()
        .map(|g| {
            let change = g.fte.1 - g.fte.0;
            let sign = if change > 0.004 { "+" } else { "" };
            Row::new(vec![
                html! { (g.group) },
                html! { (t.fixed(g.fte.0, 2)) },
                html! { (t.fixed(g.fte.1, 2)) },
                html! { (sign) (t.fixed(change, 2)) },
            ])
        })
        .collect();
    let cost = told.year_cost.0.zip(told.year_cost.1);
    html! {
        @if let Some((a, b)) = cost {
            p { (t.with("decide-cost", &[("a", t.about_kroner(a).into()), ("b", t.about_kroner(b).into()), ("change", t.about_change(a, b).into())])) }
        }
        (data_table("groups", &t.get("decide-groups"), &head_of_groups(t), &groups))
        (take_out(t, &t.get("decide-groups"), &format!("{address}/{GROUPS}"), query))
        @if moved.is_empty() { p { (t.get("proposals-none-moved")) } }
        @else {
            (data_table("differences", &t.with("proposals-moved-lines", &[("count", Value::Number(moved.len() as f64))]), &head_of_lines(t), &moved))
            (take_out(t, &t.get("documents-moved-of"), &format!("{address}/lines"), query))
        }
    }
}

/// One of the tables as a list, by the name of its file.
pub fn list(t: &Texts, told: &Differences, table: &str) -> List {
    if table == GROUPS {
        let row = |g: &GroupDiffers| -> Vec<ListCell> {
            let (before, after) = g.fte;
            let numbers = [before, after, after - before].map(|fte| ListCell::Number(fte, 2));
            std::iter::once(ListCell::from(g.group.as_str())).chain(numbers).collect()
        };
        return list_of(t.get("decide-groups"), &head_of_groups(t), told.groups.iter().map(row).collect());
    }
    let row = |m: &Moved| -> Vec<ListCell> {
        let when = format!("{}, {}", t.timing(&m.timing), t.days(&m.days));
        vec![m.task.as_str().into(), when.into(), m.from.as_deref().into(), m.to.as_deref().into()]
    };
    list_of(t.get("documents-moved-of"), &head_of_lines(t), told.moved.iter().map(row).collect())
}
