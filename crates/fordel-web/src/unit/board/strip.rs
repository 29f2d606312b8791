//! The strip: what changes by hand give, against what the proposal was made from and against the change before.

use fordel_core::complaint::Value;
use fordel_core::plan::Plan;
use fordel_text::Texts;
use maud::{Markup, html};

use crate::unit::seen::Seen;
use crate::unit::staffing::why::with_answer;

/// The figures that the strip compares.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// Årsverk in all.
    pub fte: f64,
    /// Kroner a year.
    pub cost: f64,
    /// Courses that somebody must take.
    pub courses: f64,
}

impl Figures {
    /// Of a plan.
    pub fn of(plan: &Plan) -> Figures {
        Figures {
            fte: plan.groups.iter().map(|g| g.fte).sum(),
            cost: plan.year_cost.unwrap_or(0.0),
            courses: plan.training.iter().filter(|training| training.people > 0).count() as f64,
        }
    }

    /// What is more now than it was.
    pub fn since(self, before: Figures) -> Figures {
        Figures { fte: self.fte - before.fte, cost: self.cost - before.cost, courses: self.courses - before.courses }
    }

    /// `+0,0 årsverk · +12 000 kr i året · +1 kurs`.
    pub fn words(self, t: &Texts) -> String {
        let courses = t.with(
            "board-courses",
            &[("count", t.signed(self.courses, 0).into()), ("n", Value::Number(self.courses.abs()))],
        );
        let parts = [
            ("fte", Value::from(t.signed(self.fte, 1))),
            ("cost", t.about_change(0.0, self.cost).into()),
            ("courses", courses.into()),
        ];
        t.with("board-sum", &parts)
    }
}

/// What was changed last.
pub enum Last {
    /// A card: its task, the group it left and the one it came to, and what undoes it.
    Move {
        /// The task's name.
        task: String,
        /// The group's name before.
        from: String,
        /// The group's name now.
        to: String,
        /// The value of the button that undoes it.
        undo: String,
    },
    /// Heads.
    Heads,
}

/// The last move as an address tells it (`12.12345.0`: row, days, the group that it left); none where the card still
/// stands there.
pub fn told(t: &Texts, seen: &Seen, moved: &str) -> Option<Last> {
    let ward = seen.ward();
    let mut parts = moved.split('.');
    let row: u32 = parts.next()?.parse().ok()?;
    let days: Vec<u8> = parts.next()?.bytes().map(|digit| digit.wrapping_sub(b'0')).collect();
    let from: usize = parts.next()?.parse().ok()?;
    let from = ward.group_ids().nth(from)?;
    let placed = seen.plan()?.placements.iter().find(|p| p.row == row && p.days == days)?;
    let to = ward.group_by_code(&placed.group)?;
    (to != from).then(|| Last::Move {
        task: placed.task.clone(),
        from: t.group(ward.group(from)),
        to: t.group(ward.group(to)),
        undo: moved.to_owned(),
    })
}

/// The strip's content. `step`: what the last change alone gave, where that is known.
pub fn strip(t: &Texts, seen: &Seen, last: Option<&Last>, step: Option<Figures>) -> Markup {
    let Some(plan) = seen.plan() else { return html! {} };
    let base = seen.base.as_ref().and_then(|base| Some((base.kept.head.number, Figures::of(base.plan.as_ref()?))));
    let now = Figures::of(plan);
    html! {
        p class="last" {
            @match last {
                Some(Last::Move { task, from, to, .. }) => {
                    strong { (t.with("board-last-move", &[("task", task.as_str().into()), ("from", from.as_str().into()), ("to", to.as_str().into())])) }
                }
                Some(Last::Heads) => { strong { (t.get("board-last-heads")) } }
                None => @if base.is_none() { span { (t.get("board-unchanged")) } },
            }
            @if let Some(step) = step { " " span { (t.get("board-against-before")) " " (step.words(t)) } }
        }
        @if let Some((number, before)) = base {
            p { (t.with("board-against-base", &[("number", Value::Number(number as f64))])) " " strong { (now.since(before).words(t)) } }
        }
        (holds(t, seen))
        @if let Some(Last::Move { undo, .. }) = last {
            @if seen.may_change() { button class="ds-button" data-variant="secondary" type="submit" form="moving" name="do" value=(undo) data-undo { (t.get("board-undo")) } }
        }
    }
}

/// Whether everything holds, and what doesn't.
fn holds(t: &Texts, seen: &Seen) -> Markup {
    let broken = seen.broken();
    html! {
        @if broken.is_empty() { p class="holds" { "✓ " (t.get("board-holds")) } }
        @else {
            details class="broken" {
                summary { "▲ " (t.with("board-broken", &[("count", Value::Number(broken.len() as f64))])) }
                p { (t.get("board-broken-lead")) }
                ul { @for broken in broken { li { (with_answer(t, seen, broken)) } } }
            }
        }
    }
}
