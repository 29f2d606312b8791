//! What the log shows: when people are missing, what was hired in and whether the plan justified it, which tasks give way.

use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use fordel_app::service::{BranchId, TaskCount, UseCounts, UseStatistics, statistics_list};
use fordel_core::complaint::Value;
use fordel_core::shortage::rules::Dropped;
use fordel_text::Texts;
use maud::{Markup, html};

use super::log::sent;
use super::{look_ups, sections};
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{
    Head, KeyFigure, Link, Notice, Row, Step, Weight, empty_state, key_figures, link_button, notice, page,
    stacking_table, take_out, texts,
};
use crate::unit::frame::Around;
use crate::visitor::Visitor;

/// `GET /u/{unit}/now/statistics`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(unit): Path<i64>) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let (around, logged, counts, rule) = app
        .run(move |s| {
            let reads = s.unit(&who, BranchId(unit))?;
            let rule = reads.shortage_rules()?.rules.dropped;
            Ok((Around::of(s, &reads)?, reads.logged_uses()?, reads.look_up_counts()?, rule))
        })
        .await?;
    let t = texts(visitor.lang);
    let title = t.get("log-statistics-title");
    let address = format!("{}/now", around.address());
    let mut frame = around.frame(&visitor, Some(Step::Now), &title, format!("{address}/statistics"), None);
    frame.styles.push("now.css");
    let told = UseStatistics::of(&logged);
    Ok(page(
        &frame,
        html! {
            h1 { (title) }
            (sections(t, &address, 2))
            (look_ups::counted(t, counts))
            @if told.all.uses == 0 {
                (empty_state(&t.get("log-empty"), &t.get("log-empty-do"), link_button(&Link::new(t.get("now-title"), address.clone()), Weight::Main)))
            } @else {
                (figures(t, &told))
                (findings(t, &told, rule))
                (take_out(t, &t.get("log-list-statistics"), &format!("{address}/statistics"), ""))
                (by(t, "month", told.by_month.iter().map(|(month, c)| (month.clone(), c)).collect()))
                (by(t, "weekday", told.by_weekday.iter().map(|(day, c)| (t.get(&format!("day-{day}")), c)).collect()))
                (by(t, "shift", told.by_shift.iter().map(|(shift, c)| (shift.clone(), c)).collect()))
                (by(t, "cause", told.by_cause.iter().map(|(cause, c)| (t.get(&format!("log-cause-{}", cause.word())), c)).collect()))
                (tasks(t, &told.tasks))
            }
        },
    ))
}

fn figures(t: &Texts, told: &UseStatistics) -> Markup {
    let all = &told.all;
    let count = |count: u64| Value::Number(count as f64);
    let figure = |label: &str, value: String, compared: String| KeyFigure { label: t.get(label), value, compared };
    let justified = told.justified();
    let share = justified.map_or_else(
        || (t.get("log-justified-none"), t.get("log-justified-none-do")),
        |share| {
            let percent = |share: f64| t.percent(share, 0);
            let args = [
                ("hits", count(all.justified)),
                ("cases", count(all.hired)),
                ("low", percent(share.between.0).into()),
                ("high", percent(share.between.1).into()),
            ];
            (percent(share.share), t.with("log-justified-between", &args))
        },
    );
    let args = [("yellow", count(all.yellow)), ("red", count(all.red))];
    let kr = all.known_kr();
    let unknown = if kr.is_some() { "log-kr-unknown" } else { "log-kr-none-known" };
    let unknown = t.with(unknown, &[("count", count(all.kr_unknown))]);
    html! {
        (key_figures(&[
            figure("log-uses", t.with("log-uses-count", &[("count", count(all.uses))]), t.with("log-uses-colours", &args)),
            figure("log-hours-hired", t.with("log-hours-of", &[("hours", t.number(all.hours).into())]), t.with("log-hired-times", &[("count", count(all.hired))])),
            figure("log-kr-hired", kr.map_or_else(|| "–".to_owned(), |kr| t.kroner(kr)), if all.kr_unknown > 0 { unknown } else { t.get("log-kr-known") }),
            figure("log-justified", share.0, share.1),
        ]))
        @if justified.is_some_and(|share| share.few) { (notice(t, Notice::Info, html! { p { (t.with("log-few", &[("cases", count(all.hired))])) } })) }
    }
}

/// Tasks that are left out again and again, and those that are put off.
pub(in crate::unit) fn findings(t: &Texts, told: &UseStatistics, rule: Dropped) -> Markup {
    let (always, later) = (told.always_left_out(rule), told.always_put_off(rule));
    html! {
        @if !always.is_empty() || !later.is_empty() {
            (notice(t, Notice::Warning, html! {
                @if !always.is_empty() {
                    p { strong { (t.get("log-finding")) } }
                    ul { @for task in &always { li { (t.with("log-finding-task", &[("task", task.task.as_str().into()), ("left", (task.left_out as f64).into()), ("uses", (task.uses as f64).into())])) } } }
                }
                @if !later.is_empty() {
                    p { strong { (t.get("log-finding-put-off")) } }
                    ul { @for task in &later { li { (t.with("log-finding-put-off-task", &[("task", task.task.as_str().into()), ("put-off", (task.put_off as f64).into()), ("uses", (task.uses as f64).into())])) } } }
                }
                p { (t.with("log-finding-do", &[("least", rule.least.into()), ("of", rule.of.into())])) }
            }))
        }
    }
}

fn by(t: &Texts, part: &str, rows: Vec<(String, &UseCounts)>) -> Markup {
    let head: Vec<Head> = [Head::text(t.get(&format!("log-by-{part}")))]
        .into_iter()
        .chain(
            ["uses", "yellow", "red", "hired", "hired-justified", "hours", "kr"]
                .map(|key| Head::number(t.get(&format!("log-column-{key}")))),
        )
        .collect();
    let row = |(what, counts): (String, &UseCounts)| {
        let number = |count: u64| html! { (t.fixed(count as f64, 0)) };
        Row::new(vec![
            html! { (what) },
            number(counts.uses),
            number(counts.yellow),
            number(counts.red),
            number(counts.hired),
            number(counts.justified),
            html! { (t.number(counts.hours)) },
            html! { @if let Some(kr) = counts.known_kr() { (t.fixed(kr, 0)) } @else { "–" } },
        ])
    };
    stacking_table(
        &format!("by-{part}"),
        &t.get(&format!("log-table-{part}")),
        &head,
        &rows.into_iter().map(row).collect::<Vec<_>>(),
    )
}

fn tasks(t: &Texts, tasks: &[TaskCount]) -> Markup {
    let head = [
        Head::text(t.get("log-by-task")),
        Head::number(t.get("log-column-task-uses")),
        Head::number(t.get("log-column-times-left-out")),
        Head::number(t.get("log-column-times-put-off")),
        Head::number(t.get("log-column-minutes")),
    ];
    let row = |task: &TaskCount| {
        let number = |number: f64| html! { (t.fixed(number, 0)) };
        Row::new(vec![
            html! { (task.task) },
            number(task.uses as f64),
            number(task.left_out as f64),
            number(task.put_off as f64),
            number(task.minutes),
        ])
    };
    html! {
        @if tasks.is_empty() { p { (t.get("log-no-tasks")) } }
        @else { (stacking_table("by-task", &t.get("log-table-task"), &head, &tasks.iter().map(row).collect::<Vec<_>>())) }
    }
}

/// `GET /u/{unit}/now/statistics.csv` and `statistics.xlsx`.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    address: Uri,
) -> Result<Response, Refusal> {
    sent(&app, visitor, unit, &address, |uses, t| statistics_list(&UseStatistics::of(uses), t)).await
}
