//! Hvorfor så mange?: what a number of heads rests on, what one fewer would break, what one more would cost and give.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{BranchId, Failed, ListCell, OneFewer};
use fordel_core::complaint::Value;
use fordel_core::measure::heads::{HeadCount, Room, Step as HeadStep, Watch};
use fordel_core::plan::Broken;
use fordel_core::time::{Cell, DAY, Day, DaySet, Stretch};
use fordel_core::ward::{LineId, ShiftId, Ward};
use fordel_text::{Texts, asked_present, clocks};
use maud::{Markup, html};

use super::red;
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_of, send_unit_list};
use crate::shell::{
    Frame, Head, Link, Notice, Row, Step, Weight, button, data_table, escaped, link_button, notice, page, take_out,
    texts,
};
use crate::unit::seen::{Seen, numbers};
use crate::visitor::Visitor;

/// Tasks and heads that change in a plan with one fewer, and rules that stay broken: told at most.
const TOLD: usize = 12;

/// What is known of a number of heads.
struct Asked {
    seen: Seen,
    count: Option<HeadCount>,
    fewer: Option<Arc<OneFewer>>,
}

/// Where the answer for a shift's heads on a day stands.
pub fn address(proposal: &str, shift: usize, day: Day) -> String {
    format!("{proposal}/heads/{shift}/{}", day.number())
}

/// `GET /u/{unit}/p/{number}/heads/{shift}/{day}`: the shift by its place, 1 = Monday.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number, shift, day)): Path<(i64, i64, usize, u8)>,
) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let asked = app
        .run(move |s| {
            let seen = Seen::of(s, &who, unit, number)?;
            let (shift, day) = known(seen.ward(), shift, day)?;
            let count = seen.opened.head_count(shift, day);
            let fewer = s.unit(&who, BranchId(unit))?.one_fewer_told(&seen.opened, shift, day);
            Ok(Asked { seen, count, fewer })
        })
        .await?;
    let t = texts(visitor.lang);
    let seen = &asked.seen;
    let here = address(&seen.address(), shift, Day(day - 1));
    let title = match &asked.count {
        Some(count) => t.with("heads-title", &named(t, seen.ward(), count)),
        None => t.get("why-title"),
    };
    let frame = seen.around.frame(&visitor, Some(Step::Staffing), &title, here.clone(), Some(number));
    let frame = Frame { styles: vec!["board.css", "staffing.css"], scripts: vec!["why.js"], ..frame };
    let staffing = Link::new(t.get("heads-to-staffing"), format!("{}/staffing", seen.address()));
    Ok(page(
        &frame,
        html! {
            (seen.heading(t, &title, link_button(&staffing, Weight::Light)))
            @match &asked.count {
                Some(count) => (content(t, &asked, count, shift, &here)),
                None => (seen.nothing(t)),
            }
        },
    ))
}

/// The shift and day, where the shift runs on the day.
fn known(ward: &Ward, shift: usize, day: u8) -> Result<(ShiftId, Day), Failed> {
    let day = Day(day.checked_sub(1).filter(|day| *day < 7).ok_or(Failed::NotFound)?);
    let of = fordel_core::measure::trial::shift_on(ward, ShiftId(shift), day).ok_or(Failed::NotFound)?;
    Ok((of, day))
}

/// How the shift, its group, day and heads are called.
fn named(t: &Texts, ward: &Ward, count: &HeadCount) -> [(&'static str, Value); 4] {
    let shift = &ward.shifts[count.shift.0];
    [
        ("heads", f64::from(count.heads).into()),
        ("shift", shift.name.as_str().into()),
        ("group", ward.group(shift.group).code.as_str().into()),
        ("time", t.timing(&shift.window.label()).into()),
    ]
}

fn content(t: &Texts, asked: &Asked, count: &HeadCount, named_by: usize, here: &str) -> Markup {
    let seen = &asked.seen;
    let ward = seen.ward();
    let shift = &ward.shifts[count.shift.0];
    let picture = format!(
        "{}/staffing?gruppe={}&dag={}#dagen",
        seen.address(),
        escaped(&ward.group(shift.group).code),
        count.day.number()
    );
    html! {
        p class="lead" {
            (t.with("heads-lead", &[("group", t.group(ward.group(shift.group)).into()), ("day", t.get(&format!("day-{}", count.day.number())).into()), ("time", t.timing(&shift.window.label()).into())]))
            " " a href=(picture) { (t.get("heads-to-picture")) }
        }
        (days(t, seen, count, named_by))
        section aria-labelledby="fewer-head" {
            h2 id="fewer-head" { (t.get("heads-fewer")) }
            (fewer(t, ward, count))
        }
        (rooms(t, ward, count))
        (take_out(t, &caption_of_rooms(t, count), &format!("{here}/rooms"), ""))
        p class="quiet" { (t.get("heads-rooms-lead")) }
        (watches(t, ward, count))
        section aria-labelledby="more-head" {
            h2 id="more-head" { (t.get("heads-more")) }
            (more(t, &count.more))
        }
        @if count.heads > 0 {
            h2 { (t.get("heads-moved")) }
            div id="fewer" { @if let Some(told) = &asked.fewer { (solved(t, told)) } }
            @if asked.fewer.is_none() {
                @let seconds = f64::from(seen.opened.fewer_seconds());
                form class="ask" method="post" action=(here) data-ask="fewer" data-seconds=(seconds)
                    data-working=(t.with("heads-working", &[("seconds", Value::Number(seconds))])) data-failed=(t.get("why-failed")) data-busy=(t.get("why-busy")) {
                    p { (t.with("heads-ask-lead", &[("seconds", Value::Number(seconds))])) }
                    div class="actions" { (button(&t.get("heads-ask"), Weight::Main, None)) }
                    p role="status" data-told {}
                }
            }
        }
    }
}

/// The same shift on its other days.
fn days(t: &Texts, seen: &Seen, count: &HeadCount, named_by: usize) -> Markup {
    let ward = seen.ward();
    let of = &ward.shifts[count.shift.0];
    let same = |shift: &&fordel_core::ward::Shift| shift.group == of.group && shift.name == of.name;
    let all = ward.shifts.iter().filter(same).fold(DaySet::NONE, |days, shift| days.or(shift.days));
    html! {
        nav class="tabs" aria-label=(t.get("heads-days")) {
            ul { @for day in all.iter() {
                li { a href=(address(&seen.address(), named_by, day)) aria-current=[(day == count.day).then_some("page")] { (t.get(&format!("day-short-{}", day.number()))) } }
            } }
        }
    }
}

/// What one fewer would break: that is the reason; or that it would do, or would break no more than is broken now.
fn fewer(t: &Texts, ward: &Ward, count: &HeadCount) -> Markup {
    let Some(fewer) = &count.fewer else { return html! { p { (t.get("heads-nobody")) } } };
    let days = ("days", Value::from(t.days(&numbers(fewer.days))));
    let saved = ("kroner", Value::from(t.about_kroner(-fewer.year_kr)));
    let fte = ("fte", Value::from(t.fixed(-fewer.fte, 2)));
    if fewer.breaks.is_empty() {
        let key = if fewer.leaves.is_empty() { "heads-fewer-fits" } else { "heads-fewer-no-worse" };
        return html! {
            (notice(t, Notice::Info, html! { p { (t.with(key, &[days, saved, fte])) } }))
            (mended(t, fewer))
            (left(t, fewer))
        };
    }
    let alone_fits = count.alone.as_ref().is_some_and(|alone| alone.breaks.is_empty());
    let binding: DaySet = fewer.breaks.iter().filter_map(|b| Some(Day(b.day?.checked_sub(1)?))).collect();
    html! {
        p { (t.with("heads-fewer-breaks", &[days, saved, fte])) }
        ul class="because" { @for reason in reasons(t, &fewer.breaks) { li { (reason) } } }
        @if let Some(decides) = decides(t, ward, count) { p { (decides) } }
        @if fewer.breaks_courses_alone(ward) { p { (t.get("heads-course-alone")) } }
        @for demand in fewer.breaks_courses(ward) { p { (of_course(t, ward, demand)) } }
        @if alone_fits && !binding.is_empty() {
            p { (t.with("heads-alike", &[("day", t.get(&format!("day-{}", count.day.number())).into()), ("binding", t.days(&numbers(binding)).into())])) }
        }
        @if ward.shifts[count.shift.0].min == count.heads { p class="quiet" { (t.with("heads-least", &[("least", f64::from(count.heads).into())])) } }
        (mended(t, fewer))
        (left(t, fewer))
    }
}

/// What was broken and holds with a number changed.
fn mended(t: &Texts, step: &HeadStep) -> Markup {
    html! {
        @if !step.mends.is_empty() { p { (t.get("heads-mends")) } ul { @for one in reasons(t, &step.mends) { li { (one) } } } }
    }
}

/// What stays broken with a number changed.
fn left(t: &Texts, step: &HeadStep) -> Markup {
    let told = reasons(t, &step.leaves);
    let untold = told.len().saturating_sub(TOLD);
    html! {
        @if !told.is_empty() {
            p { (t.get("heads-leaves")) }
            ul class="red" { @for one in told.iter().take(TOLD) { li { span aria-hidden="true" { "▲ " } (one) } } }
            @if untold > 0 { p class="quiet" { (t.with("proposals-more", &[("more", (untold as f64).into())])) } }
        }
    }
}

/// The interval in which one fewer would be missed most: its work against what each on the shift gives.
fn decides(t: &Texts, ward: &Ward, count: &HeadCount) -> Option<String> {
    let short = count.rooms.iter().filter(|room| room.missing > 1e-6);
    let room = short.max_by(|a, b| a.missing.total_cmp(&b.missing))?;
    let (work, place, missing) = with_one_fewer(room);
    let args = [
        ("when", Value::from(interval(t, ward, count, room.cell))),
        ("shift", ward.shifts[count.shift.0].name.as_str().into()),
        ("work", t.fixed(work, 0).into()),
        ("one", t.number(room.one_head).into()),
        ("room", t.fixed(place, 0).into()),
        ("missing", t.fixed(missing, 0).into()),
    ];
    Some(t.with("heads-room-decides", &args))
}

/// Work, room and what lacks with one head fewer, in whole minutes that add up: what is needed is told never as less, what
/// there is room for never as more.
fn with_one_fewer(room: &Room) -> (f64, f64, f64) {
    let (work, place) = (room.minutes_without, room.capacity_without.max(0.0));
    if room.missing <= 1e-6 {
        return (work.round(), place.round(), 0.0);
    }
    // A sum that is whole but for its last digits is whole.
    let (work, place) = ((work - 1e-6).ceil(), (place + 1e-6).floor());
    (work, place, (work - place).max(0.0))
}

/// A demand for a course on the shift that one fewer would break.
fn of_course(t: &Texts, ward: &Ward, demand: usize) -> String {
    let rule = &ward.presence[demand];
    let args = [
        ("what", Value::from(asked_present(ward, rule, t))),
        ("least", f64::from(rule.count).into()),
        ("days", t.days(&numbers(rule.days)).into()),
        ("time", t.timing(&rule.window.label()).into()),
    ];
    t.with("heads-course-binds", &args)
}

/// An interval's times, with its day where it is another than the one that is asked about.
fn interval(t: &Texts, ward: &Ward, count: &HeadCount, cell: Cell) -> String {
    let label = t.timing(&ward.intervals.get(cell.interval).label());
    on_day(t, count, cell.day, label)
}

fn on_day(t: &Texts, count: &HeadCount, day: Day, time: String) -> String {
    if day == count.day { time } else { format!("{} {time}", t.get(&format!("day-short-{}", day.number()))) }
}

/// Broken rules as reasons: the same one on several days is told once, with its worst day.
pub fn reasons(t: &Texts, broken: &[Broken]) -> Vec<String> {
    let mut told: Vec<(&Broken, Vec<u8>)> = Vec::new();
    let over = |b: &Broken| (b.actual - b.limit).abs();
    for one in broken {
        let same = |b: &Broken| (&b.rule, &b.group, &b.time, &b.what) == (&one.rule, &one.group, &one.time, &one.what);
        match told.iter_mut().find(|(b, _)| one.day.is_some() && same(b)) {
            Some((worst, days)) => {
                days.extend(one.day);
                if over(one) > over(worst) {
                    *worst = one;
                }
            }
            None => told.push((one, one.day.into_iter().collect())),
        }
    }
    let sentence = |(worst, days): &(&Broken, Vec<u8>)| {
        if days.len() < 2 {
            return t.broken_here(worst);
        }
        let several = t.days(days);
        t.with("heads-on-days", &[("days", several.into()), ("sentence", t.broken_here(worst).into())])
    };
    told.iter().map(sentence).collect()
}

/// The intervals in which the shift's people are there: work against room, now and with one fewer.
fn rooms(t: &Texts, ward: &Ward, count: &HeadCount) -> Markup {
    let whole = |minutes: f64| t.fixed(minutes, 0);
    let row = |room: &Room| {
        let (work, place, missing) = with_one_fewer(room);
        Row::new(vec![
            html! { (interval(t, ward, count, room.cell)) },
            html! { (whole(room.minutes)) },
            html! { (whole(room.capacity.max(0.0))) },
            html! { (whole(work)) },
            html! { (whole(place)) },
            html! { @if missing > 0.0 { strong { "▲ " (whole(missing)) } } @else { "0" } },
            html! { (heaviest(t, ward, room)) },
        ])
    };
    let rows: Vec<Row> = count.rooms.iter().map(row).collect();
    data_table("rooms", &caption_of_rooms(t, count), &head_of_rooms(t), &rows)
}

fn caption_of_rooms(t: &Texts, count: &HeadCount) -> String {
    t.with("heads-rooms", &[("day", t.get(&format!("day-{}", count.day.number())).into())])
}

fn head_of_rooms(t: &Texts) -> [Head; 7] {
    [
        Head::text(t.get("heads-interval")),
        Head::number(t.get("heads-work")),
        Head::number(t.get("heads-room")),
        Head::number(t.get("heads-work-without")),
        Head::number(t.get("heads-room-without")),
        Head::number(t.get("heads-missing")),
        Head::text(t.get("heads-heaviest")),
    ]
}

/// The tasks that take most there, with their minutes.
fn heaviest(t: &Texts, ward: &Ward, room: &Room) -> String {
    let one = |(line, minutes): &(LineId, f64)| format!("{} {}", ward.lines[line.0].name, t.fixed(*minutes, 0));
    room.heaviest.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// `GET /u/{unit}/p/{number}/heads/{shift}/{day}/rooms.csv` and `rooms.xlsx`.
pub async fn send_rooms(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number, shift, day)): Path<(i64, i64, usize, u8)>,
    address: Uri,
) -> Result<Response, Refusal> {
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let opened = reads.proposal(number)?;
        let ward = &opened.ward;
        let (shift, day) = known(ward, shift, day)?;
        let count = opened.head_count(shift, day).ok_or(Failed::NotFound)?;
        let row = |room: &Room| -> Vec<ListCell> {
            let (now, fewer) = (room.capacity.max(0.0), room.capacity_without.max(0.0));
            let minutes = [room.minutes, now, room.minutes_without, fewer, room.missing];
            let minutes = minutes.map(|minutes| ListCell::Number(minutes, 1));
            let (when, heaviest) = (interval(t, ward, &count, room.cell), heaviest(t, ward, room));
            [ListCell::from(when)].into_iter().chain(minutes).chain([heaviest.into()]).collect()
        };
        let rows = count.rooms.iter().map(row).collect();
        Ok(list_of(caption_of_rooms(t, &count), &head_of_rooms(t), rows))
    })
    .await
}

/// The demands for presence that the shift's people count for.
fn watches(t: &Texts, ward: &Ward, count: &HeadCount) -> Markup {
    let sentence = |watch: &Watch| {
        let rule = &ward.presence[watch.rule];
        let when = |when: Stretch| on_day(t, count, Day((when.start / DAY) as u8), clocks(when));
        let args = [
            ("what", Value::from(asked_present(ward, rule, t))),
            ("time", t.timing(&rule.window.label()).into()),
            ("least", f64::from(watch.least).into()),
            ("fewest", f64::from(watch.fewest).into()),
            ("when", when(watch.when).into()),
        ];
        let key = match watch.fewest.cmp(&watch.least) {
            std::cmp::Ordering::Less => "heads-watch-broken",
            std::cmp::Ordering::Equal => "heads-watch-just",
            std::cmp::Ordering::Greater => "heads-watch-room",
        };
        t.with(key, &args)
    };
    html! {
        @if !count.watches.is_empty() {
            section aria-labelledby="watch-head" {
                h2 id="watch-head" { (t.get("heads-watches")) }
                ul { @for watch in &count.watches { li { (sentence(watch)) } } }
            }
        }
    }
}

/// What one more would cost, give, mend and break.
fn more(t: &Texts, more: &HeadStep) -> Markup {
    let args = [
        ("days", Value::from(t.days(&numbers(more.days)))),
        ("kroner", t.about_kroner(more.year_kr).into()),
        ("fte", t.fixed(more.fte, 2).into()),
        ("minutes", t.fixed(more.minutes, 0).into()),
    ];
    html! {
        p { (t.with("heads-more-costs", &args)) }
        (mended(t, more))
        @if !more.breaks.is_empty() { p { (t.get("heads-more-breaks")) } ul class="red" { @for one in reasons(t, &more.breaks) { li { span aria-hidden="true" { "▲ " } (one) } } } }
        (left(t, more))
    }
}

/// What a plan with one fewer would be where tasks may move too.
fn solved(t: &Texts, told: &OneFewer) -> Markup {
    let moved = |(task, from, to): &(String, String, String)| format!("{task}: {from} → {to}");
    let heads =
        |(group, shift, more): &(String, String, i64)| format!("{group} {shift}: {}", t.signed(*more as f64, 0));
    let list = |key: &str, items: Vec<String>| {
        let left = items.len().saturating_sub(TOLD);
        html! {
            @if !items.is_empty() {
                p { (t.with(key, &[("count", (items.len() as f64).into())])) }
                ul { @for item in items.iter().take(TOLD) { li { (item) } } }
                @if left > 0 { p class="quiet" { (t.with("proposals-more", &[("more", (left as f64).into())])) } }
            }
        }
    };
    if told.difference.impossible {
        return notice(t, Notice::Warning, html! { p { (t.get("heads-solved-impossible")) } });
    }
    let Some(cost) = t.difference(&told.difference) else {
        return notice(t, Notice::Info, html! { p { (t.get("heads-solved-unknown")) } });
    };
    let with_it = t.consequences(&told.difference);
    html! {
        p { (t.with("heads-solved", &[("cost", cost.into())])) @if !with_it.is_empty() { " (" (with_it.join(", ")) ")" } }
        (list("heads-solved-moved", told.moved.iter().map(moved).collect()))
        (list("heads-solved-heads", told.heads.iter().map(heads).collect()))
    }
}

/// `POST /u/{unit}/p/{number}/heads/{shift}/{day}`: solves what one fewer would cost. The script gets the answer, others
/// the page.
pub async fn ask(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, number, shift, day)): Path<(i64, i64, usize, u8)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let lang = visitor.lang;
    let told = app
        .run(move |s| {
            let reads = s.unit(&visitor.who, BranchId(unit))?;
            let opened = reads.proposal(number)?;
            let (shift, day) = known(&opened.ward, shift, day)?;
            reads.one_fewer(&opened, shift, day)
        })
        .await?;
    if !headers.contains_key("x-fordel") {
        return Ok(Redirect::to(&format!("/u/{unit}/p/{number}/heads/{shift}/{day}#fewer")).into_response());
    }
    Ok(solved(texts(lang), &told).into_response())
}

/// A broken rule with the way to its answer: "Hva må til?" of a cell or a demand, "Hvorfor?" of a number of heads.
pub fn with_answer(t: &Texts, seen: &Seen, broken: &Broken) -> Markup {
    html! {
        (t.broken_here(broken))
        @if let Some((href, key)) = red::answer(seen.ward(), broken) {
            " " a class="answer" href=(format!("{}/{href}", seen.address())) aria-label=(t.with("cure-of", &[("what", t.get(key).into()), ("sentence", t.broken_here(broken).into())])) { (t.get(key)) }
        }
    }
}
