//! Hvem kan avse noen?: who of other units could come where hiring in is justified. It has a page of its own, since the traffic
//! light of each of them is asked.

use axum::extract::{Path, Query, State};
use fordel_app::service::{Answered, BranchId, Pool, Spare};
use fordel_core::complaint::Value;
use fordel_core::shortage::rules::Relief;
use fordel_text::{ShortageWords, Texts, clocks};
use maud::{Markup, html};
use tokio::sync::Semaphore;

use super::ask::{self, Asked};
use super::{Shown, without_plan};
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{Link, Notice, Step, Weight, escaped, link_button, notice, page, texts};
use crate::visitor::Visitor;

/// Questions that are answered at the same time: each asks the plans of many units.
static ASKING: Semaphore = Semaphore::const_new(2);

/// `GET /u/{unit}/now/pool`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Markup, Refusal> {
    let (who, asked) = (visitor.who.clone(), Asked::of(&pairs));
    let _turn = ASKING.acquire().await;
    let (shown, pool) = app
        .aside(move |s| {
            let shown = Shown::of(s, &who, unit, asked)?;
            let pool = match (&shown.told, shown.asked.date) {
                (Some(Ok(answered)), Some(date)) => s.unit(&who, BranchId(unit))?.pool(date, answered, shown.now)?,
                _ => Pool::default(),
            };
            Ok((shown, pool))
        })
        .await?;
    let t = texts(visitor.lang);
    let (title, address, query) = (t.get("pool-title"), shown.address(), shown.asked.query());
    let mut frame = shown.around.frame(&visitor, Some(Step::Now), &title, format!("{address}/pool{query}"), None);
    frame.styles.push("now.css");
    frame.wrong = !shown.asked.wrong.is_empty() || matches!(shown.told, Some(Err(_)));
    let back = Link::new(t.get("pool-back"), format!("{address}{query}"));
    let content = match (&shown.told, &shown.plan) {
        (Some(Ok(answered)), _) => told(t, &shown, answered, &pool),
        (Some(Err(misfit)), _) => notice(t, Notice::Danger, html! { p { (misfit.tell(t)) } }),
        (None, None) => without_plan(t, &shown),
        (None, Some(plan)) if !shown.asked.wrong.is_empty() => ask::wrong(t, &shown.asked, &plan.ward),
        (None, Some(_)) => notice(t, Notice::Info, html! { p { (t.get("now-nobody-on-duty")) } }),
    };
    Ok(page(&frame, html! { h1 { (title) } div class="actions" { (link_button(&back, Weight::Light)) } (content) }))
}

/// The question, whom it justifies hiring in, and those who could be spared for it.
fn told(t: &Texts, shown: &Shown, answered: &Answered, pool: &Pool) -> Markup {
    let (ward, answer) = (answered.ward.as_ref(), &answered.answer);
    let words = ShortageWords { ward, answer, texts: t, date: shown.asked.date };
    let count = ("count", Value::from(pool.looked_at));
    html! {
        p { (words.head()) }
        p class="hire" data-hire[!answer.hire.is_empty()] { strong { (words.hire()) } }
        @if !answer.hire.is_empty() {
            @if !ward.settings.shortage.uses(Relief::Pool) {
                (notice(t, Notice::Info, html! { p { (t.get("pool-unused")) } }))
            } @else if pool.looked_at + pool.left == 0 {
                (notice(t, Notice::Info, html! { p { (t.get("pool-alone")) } }))
            } @else {
                @if !pool.spares.is_empty() {
                    ul { @for one in &pool.spares { li { (spare(t, one)) } } }
                    @if pool.still > 0 { p { (t.with("pool-still", &[("count", pool.still.into())])) } }
                } @else if pool.looked_at > 0 {
                    (notice(t, Notice::Info, html! { p { (t.with("pool-none", std::slice::from_ref(&count))) } }))
                }
                p class="quiet" { (t.with("pool-basis", &[count])) }
                @if pool.left > 0 { p class="quiet" { (t.with("pool-left", &[("count", pool.left.into())])) } }
            }
        }
    }
}

/// Somebody who could be spared, with the way to the unit's own answer without them.
fn spare(t: &Texts, one: &Spare) -> Markup {
    let (shift, group) = (escaped(&one.shift), escaped(&one.group));
    // The unit's own answer without them, and without those who are missing there already.
    let mut asked = vec![(group, 1)];
    for missing in &one.missing {
        let code = escaped(&missing.group);
        match asked.iter_mut().find(|(known, _)| *known == code) {
            Some((_, heads)) => *heads += missing.heads,
            None => asked.push((code, missing.heads)),
        }
    }
    let asked: String = asked.iter().map(|(code, heads)| format!("&m.{code}={heads}")).collect();
    let answer = format!("/u/{}/now?dato={}&vakt={shift}{asked}", one.unit.id, one.date);
    let missing = one.missing.iter().map(|missing| format!("{} {}", missing.heads, missing.group));
    let missing: Vec<String> = missing.collect();
    let covers: Vec<String> = one.hours().map(clocks).collect();
    let args = [
        ("group", Value::from(t.group_name(&one.group, &one.group_name))),
        ("shift", one.shift.as_str().into()),
        ("time", clocks(one.time).into()),
        ("covers", t.list(&covers).into()),
        ("put", t.fixed(one.put, 0).into()),
    ];
    html! {
        a href=(answer) { (one.unit.name) } ": " (t.with(&format!("pool-spare-{}", one.light.name()), &args))
        @if !missing.is_empty() { " " (t.with("pool-spare-missing", &[("missing", t.list(&missing).into())])) }
    }
}
