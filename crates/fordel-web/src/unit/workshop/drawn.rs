//! The page of a workshop: large, with its keys shown, and a form that works without script.

use std::collections::BTreeMap;

use fordel_app::service::{Conflict, LibraryTask, ReviewState, RowId, column_label, days_said, timing_said};
use fordel_core::complaint::Value;
use fordel_text::Texts;
use maud::{Markup, html};

use super::selection::{Chosen, Group, Line, Lines};
use super::{ASKED, NOTE};
use crate::shell::{Choice, Link, Notice, Weight, button, empty_state, link_button, narrowing, notice, tag};
use crate::unit::frame::Around;
use crate::unit::library::minutes_said;

/// What the page shows.
pub struct Shown {
    /// The unit.
    pub around: Around,
    /// Its groups.
    pub groups: Vec<Group>,
    /// All its lines.
    pub lines: Lines,
    /// The line that is talked about.
    pub current: Option<Line>,
    /// What the task library tells of it, if it has it.
    pub usual: Option<&'static LibraryTask>,
    /// Objections to it that nobody has answered.
    pub objections: usize,
    /// The selection.
    pub chosen: Chosen,
    /// Whether one may answer.
    pub may: bool,
}

/// What somebody typed that isn't saved.
pub struct Typed {
    /// Column to text.
    pub cells: BTreeMap<String, String>,
    /// The note, if that was written.
    pub note: Option<String>,
}

/// Groups that a digit chooses.
const DIGITS: usize = 9;

/// The page's content.
pub fn content(
    t: &Texts,
    shown: &Shown,
    typed: Option<&Typed>,
    conflicts: &[Conflict],
    why: bool,
    faulty: bool,
) -> Markup {
    let unit = shown.around.address();
    html! {
        div id="workshop" data-unit=(unit) data-line=[shown.current.as_ref().map(|line| line.row)]
            data-saving=(t.get("workshop-saving")) data-saved=(t.get("workshop-saved")) data-unsaved=(t.get("workshop-unsaved"))
            data-newer=(t.get("workshop-newer")) data-login=(t.get("workshop-login")) {
            div class="workshop-bar" {
                h1 { (t.get("workshop-title")) }
                (progress(t, shown))
                p class="workshop-back" {
                    @let row = shown.current.as_ref().map(|line| format!("?rad={0}#r{0}", line.row)).unwrap_or_default();
                    a href=(format!("{unit}/mapping{row}")) { (t.get("workshop-back")) }
                    @if let Some(line) = &shown.current {
                        " · " a href=(format!("{unit}/objections?linje={}", line.row)) { (t.with("workshop-objections", &[("count", shown.objections.into())])) }
                    }
                }
                (filter(t, shown, &unit))
                @if shown.may && shown.current.is_some() { (keys(t)) }
            }
            (last(t, shown, &unit))
            @match &shown.current {
                Some(line) => {
                    @if faulty { (not_agreed(t, line)) }
                    (one(t, shown, line, typed, conflicts, why))
                }
                None => (none(t, shown, &unit)),
            }
        }
    }
}

fn progress(t: &Texts, shown: &Shown) -> Markup {
    let counts = shown.lines.counts(&shown.chosen);
    let number = |n: usize| Value::Number(n as f64);
    let place = shown.current.as_ref().map(|line| shown.lines.at(&shown.chosen, line.row));
    let (agreed, disputed, parked) = (number(counts.agreed), number(counts.disputed), number(counts.parked));
    // What a meeting goes through on a day is the interval that it has chosen.
    let left = if shown.chosen.interval.is_empty() { "workshop-left" } else { "workshop-left-today" };
    let left = t.with(left, &[("open", number(counts.open))]);
    let said = t.with(
        "workshop-progress",
        &[("agreed", agreed), ("disputed", disputed), ("parked", parked), ("left", left.into())],
    );
    html! {
        div class="workshop-progress" id="workshop-progress" {
            @if let Some((at, of)) = place { p class="workshop-at" { (t.with("workshop-at", &[("at", number(at)), ("of", number(of))])) } }
            p { (said) }
            progress aria-label=(t.get("workshop-progress-label")) max=(counts.all().max(1)) value=(counts.all() - counts.open) { (said) }
            p class="quiet" id="workshop-state" role="status" {}
        }
    }
}

/// What was answered just before, so that the room sees that it was taken, and the way back to it.
fn last(t: &Texts, shown: &Shown, unit: &str) -> Markup {
    let line = shown.chosen.last.and_then(|row| shown.lines.line(RowId(row)));
    let line = line.filter(|line| line.state != ReviewState::Open);
    let said = |line: &Line| {
        let (task, group) = (line.cell("Oppgave"), line.cell("Minstekrav"));
        let on_group = line.state == ReviewState::Agreed && !group.is_empty();
        let key = if on_group { "workshop-last-on".to_owned() } else { format!("workshop-last-{}", line.state.word()) };
        t.with(&key, &[("task", task.into()), ("group", group.into())])
    };
    html! {
        p class="workshop-last" {
            span id="workshop-last" role="status" data-line=[line.map(|line| line.row)] { @if let Some(line) = line { (said(line)) } }
            @if let Some(line) = line {
                " " a id="to-last" href=(shown.chosen.at(Some(line.row)).address(unit)) { (t.get("workshop-to-last")) " " kbd aria-hidden="true" { "G" } }
            }
        }
    }
}

/// The selection, folded: what is chosen stands in its line.
fn filter(t: &Texts, shown: &Shown, unit: &str) -> Markup {
    let all = Choice::new("", t.get("workshop-all"));
    let said = |interval: String| timing_said(&interval, t);
    let intervals = shown.lines.intervals().into_iter().map(|interval| Choice::new(interval.clone(), said(interval)));
    let states = ReviewState::ALL.iter().map(|state| Choice::new(state.word(), state_word(t, *state)));
    let intervals: Vec<Choice> = [all.clone()].into_iter().chain(intervals).collect();
    let states: Vec<Choice> = [all].into_iter().chain(states).collect();
    let interval = Some(shown.chosen.interval.clone()).filter(|interval| !interval.is_empty()).map(said);
    let state = ReviewState::ALL.iter().find(|state| state.word() == shown.chosen.status);
    let chosen: Vec<String> = interval.into_iter().chain(state.map(|state| state_word(t, *state))).collect();
    html! {
        details class="workshop-filter" {
            summary { (t.get("workshop-filter")) @if !chosen.is_empty() { ": " strong { (chosen.join(" · ")) } } }
            form method="get" action=(format!("{unit}/workshop")) {
                (narrowing("intervall", &t.get("workshop-interval"), &intervals, &shown.chosen.interval))
                (narrowing("status", &t.get("workshop-status"), &states, &shown.chosen.status))
                (button(&t.get("workshop-show"), Weight::Other, None))
            }
        }
    }
}

fn state_word(t: &Texts, state: ReviewState) -> String {
    t.get(&format!("grid-state-{}", state.word()))
}

fn none(t: &Texts, shown: &Shown, unit: &str) -> Markup {
    let first = Chosen { line: shown.lines.first().map(|row| row.0), ..Chosen::default() };
    let all = Link::new(t.get("workshop-all-lines"), first.address(unit));
    if shown.lines.is_empty() {
        let mapping = link_button(&Link::new(t.get("workshop-back"), format!("{unit}/mapping")), Weight::Main);
        return empty_state(&t.get("workshop-empty"), &t.get("workshop-empty-do"), mapping);
    }
    if shown.chosen.line.is_some() {
        let next = link_button(&Link::new(t.get("workshop-next"), shown.chosen.at(None).address(unit)), Weight::Main);
        return html! { (notice(t, Notice::Warning, html! { p { (t.get("workshop-gone")) } })) div class="actions" { (next) } };
    }
    empty_state(&t.get("workshop-done"), &t.get("workshop-done-do"), link_button(&all, Weight::Main))
}

fn one(t: &Texts, shown: &Shown, line: &Line, typed: Option<&Typed>, conflicts: &[Conflict], why: bool) -> Markup {
    let unit = shown.around.address();
    let timing = timing_said(line.cell("Tidsintervall"), t);
    let days = days_said(line.cell("Dager"), t.lang());
    let mut about = vec![timing.as_str(), days.as_str(), t.category(line.cell("Kategori"))];
    about.retain(|text| !text.is_empty());
    let kind = match line.state {
        ReviewState::Agreed => Some(Notice::Success),
        ReviewState::Disputed => Some(Notice::Danger),
        ReviewState::Parked => Some(Notice::Warning),
        ReviewState::Open => None,
    };
    html! {
        @if why || !conflicts.is_empty() { (unsaved(t, conflicts, why, typed)) }
        article class="workshop-task" {
            p class="workshop-about" { (about.join(" · ")) " " (tag(&state_word(t, line.state), kind)) }
            h2 { @if !line.cell("Nr").is_empty() { span class="quiet" { (line.cell("Nr")) " " } } (line.cell("Oppgave")) }
            @if !line.cell("Merknad").is_empty() { p class="quiet" { (line.cell("Merknad")) } }
        }
        (faults(t, line))
        @if shown.may { (form(t, shown, line, typed, why, &unit)) } @else { (answers(t, line)) (ways(t, shown, line, &unit)) }
    }
}

/// What is wrong with the line as it is saved. The place is there also while nothing is, so that it is told when something comes.
fn faults(t: &Texts, line: &Line) -> Markup {
    html! {
        div class="workshop-faults" id="workshop-faults" role="status" {
            @if !line.faults.is_empty() { ul { @for fault in &line.faults { li { "▲ " (t.complaint_here(&fault.complaint)) } } } }
        }
    }
}

/// That nobody has agreed to what can't be used, with the way to each field.
fn not_agreed(t: &Texts, line: &Line) -> Markup {
    let wrong = ASKED.iter().filter_map(|(name, column)| Some((name, column, line.fault(column)?)));
    notice(
        t,
        Notice::Danger,
        html! {
            div tabindex="-1" data-takes-focus {
                p { strong { (t.get("workshop-faulty")) } }
                ul { @for (name, column, fault) in wrong {
                    li { a href=(format!("#{name}-told")) { (column_label(column, t)) ": " (t.complaint_here(fault)) } }
                } }
            }
        },
    )
}

/// What is wrong with what stands in a field. The place is there also while nothing is.
fn told_at(t: &Texts, line: &Line, name: &str, column: &str) -> Markup {
    html! {
        div class="workshop-told-at" id=(format!("{name}-told")) {
            @if let Some(fault) = line.fault(column) {
                p class="ds-validation-message" data-color="danger" data-field="validation" { (t.complaint_here(fault)) }
            }
        }
    }
}

fn unsaved(t: &Texts, conflicts: &[Conflict], why: bool, typed: Option<&Typed>) -> Markup {
    let sentence = |conflict: &Conflict| {
        let column = match conflict.column.as_deref() {
            Some(NOTE) => t.get("workshop-note"),
            Some(column) => column_label(column, t),
            None => String::new(),
        };
        let who = conflict.by.clone().unwrap_or_else(|| t.get("workshop-somebody"));
        let (mine, theirs) = (conflict.mine.as_str().into(), conflict.theirs.as_str().into());
        let is_written = |column: &str| column == NOTE || typed.is_some_and(|t| t.cells.contains_key(column));
        let written = conflict.column.as_deref().is_some_and(is_written);
        t.with(
            if written { "workshop-conflict" } else { "workshop-overtaken" },
            &[("column", column.into()), ("mine", mine), ("who", who.into()), ("theirs", theirs)],
        )
    };
    notice(
        t,
        Notice::Danger,
        html! {
            div tabindex="-1" data-takes-focus {
                p { strong { (t.get("workshop-wrong")) } }
                @if why { p { a href="#note" { (t.get("workshop-needs-why")) } } }
                @if conflicts.iter().any(|c| c.removed) { p { (t.get("workshop-gone")) } }
                @else if !conflicts.is_empty() {
                    ul { @for conflict in conflicts { li { (sentence(conflict)) } } }
                    p { (t.get("workshop-conflict-cure")) }
                }
            }
        },
    )
}

/// What stands in a field now, and what stands in the sheet.
fn value<'v>(line: &'v Line, typed: Option<&'v Typed>, column: &str) -> (&'v str, &'v str) {
    let kept = line.cells.get(column).map_or("", String::as_str);
    (typed.and_then(|typed| typed.cells.get(column)).map_or(kept, String::as_str), kept)
}

fn form(t: &Texts, shown: &Shown, line: &Line, typed: Option<&Typed>, why: bool, unit: &str) -> Markup {
    let bound =
        !line.cell("Bundet").is_empty() && !["nei", "no"].contains(&line.cell("Bundet").to_lowercase().as_str());
    let hidden = |name: &str, value: &str| html! { input type="hidden" name=(name) value=(value); };
    let short = |name: &str, column: &str, key: &str| {
        let (now, was) = value(line, typed, column);
        let described = format!("{name}-key");
        html! {
            div class="ds-field" {
                label class="ds-label" for=(name) data-weight="medium" { (column_label(column, t)) " " kbd id=(described) { (key) } }
                input class="ds-input" type="text" inputmode="decimal" id=(name) name=(name) value=(now) autocomplete="off"
                    aria-invalid=[line.fault(column).map(|_| "true")] aria-describedby=(format!("{name}-told"));
                (hidden(&format!("was_{name}"), was))
                (told_at(t, line, name, column))
            }
        }
    };
    let per =
        Some(line.cell("Per")).filter(|per| !per.is_empty()).map_or_else(|| t.get("workshop-per-day"), str::to_owned);
    let training = value(line, typed, "Opplæring");
    let note = typed.and_then(|typed| typed.note.as_deref()).unwrap_or(line.note.as_str());
    let fault = why.then(|| t.get("workshop-needs-why"));
    // What is usual stands in grey beside the question: nothing is answered by it.
    let asked = |question: &str, usual: Option<String>| {
        html! { (t.get(question)) @if let Some(usual) = usual { " " span class="quiet" { (usual) } } }
    };
    let lowest = shown.usual.map(|task| task.lowest.join(", ")).filter(|codes| !codes.is_empty());
    let lowest = lowest.map(|codes| t.with("workshop-usual", &[("groups", codes.into())]));
    let minutes = shown.usual.and_then(|task| task.minutes).map(|usual| minutes_said(t, usual));
    let minutes = minutes.map(|minutes| t.with("workshop-usual-minutes", &[("minutes", minutes.into())]));
    html! {
        form method="post" action=(format!("{unit}/workshop")) id="answers" class="workshop-answers" {
            (hidden("linje", &line.row.to_string()))
            (hidden("intervall", &shown.chosen.interval))
            (hidden("status", &shown.chosen.status))
            (question(t, shown, "today", &asked("workshop-today", None), None, value(line, typed, "I dag"), &told_at(t, line, "today", "I dag")))
            (question(t, shown, "lowest", &asked("workshop-lowest", lowest), Some(&t.get("workshop-lowest-hint")), value(line, typed, "Minstekrav"), &told_at(t, line, "lowest", "Minstekrav")))
            fieldset class="ds-fieldset workshop-how" {
                legend { (asked("workshop-how", minutes)) }
                @if bound { p { (t.get("workshop-bound")) } } @else {
                    (short("minutes", "Minutter", "M"))
                    span aria-hidden="true" { "×" }
                    (short("count", "Antall", "A"))
                    p { (t.get("workshop-per").to_lowercase()) " " (per) }
                }
            }
            div class="ds-field" {
                label class="ds-label" for="training" data-weight="medium" { (t.get("workshop-training")) " " kbd { "O" } }
                div class="hint" id="training-hint" data-field="description" { (t.get("workshop-training-hint")) }
                input class="ds-input" type="text" id="training" name="training" value=(training.0) aria-describedby="training-hint training-told" autocomplete="off"
                    aria-invalid=[line.fault("Opplæring").map(|_| "true")];
                (hidden("was_training", training.1))
                (told_at(t, line, "training", "Opplæring"))
            }
            div class="ds-field workshop-note" {
                label class="ds-label" for="note" data-weight="medium" { (t.get("workshop-note")) " " kbd { "N" } }
                div class="hint" id="note-hint" data-field="description" { (t.get("workshop-note-hint")) }
                textarea class="ds-input" id="note" name="note" rows="2" maxlength="2000" aria-invalid=[fault.as_ref().map(|_| "true")]
                    aria-describedby=(if fault.is_some() { "note-hint note-fault" } else { "note-hint" }) { (note) }
                (hidden("was_note", &line.note))
                @if let Some(fault) = fault { p class="ds-validation-message" data-color="danger" data-field="validation" id="note-fault" { (fault) } }
            }
            div class="actions workshop-acts" {
                (act(t, "agree", "E", "workshop-agree", Weight::Main))
                (act(t, "dispute", "U", "workshop-dispute", Weight::Other))
                (act(t, "park", "P", "workshop-park", Weight::Other))
                @if line.state != ReviewState::Open { (act(t, "open", "D", "workshop-open", Weight::Light)) }
                (act(t, "save", "S", "workshop-save", Weight::Light))
                (ways(t, shown, line, unit))
            }
        }
    }
}

fn act(t: &Texts, value: &str, key: &str, text: &str, weight: Weight) -> Markup {
    let variant = match weight {
        Weight::Main | Weight::Danger => None,
        Weight::Other => Some("secondary"),
        Weight::Light => Some("tertiary"),
    };
    html! {
        button class="ds-button" type="submit" name="do" value=(value) data-key=(key.to_lowercase()) data-variant=[variant] data-color="accent" {
            (t.get(text)) " " kbd aria-hidden="true" { (key) }
        }
    }
}

/// One of the groups, by a digit or a click; what stands in the sheet and is none of them can be kept.
fn question(
    t: &Texts,
    shown: &Shown,
    name: &str,
    legend: &Markup,
    hint: Option<&str>,
    (now, was): (&str, &str),
    told: &Markup,
) -> Markup {
    let same = |group: &Group, text: &str| {
        [&group.code, &group.name].iter().any(|word| word.to_lowercase() == text.trim().to_lowercase())
    };
    let of = |text: &str| {
        shown.groups.iter().find(|group| same(group, text)).map_or(text, |group| group.code.as_str()).to_owned()
    };
    let chosen = of(now);
    let strange = !chosen.trim().is_empty() && shown.groups.iter().all(|group| group.code != chosen);
    let hint_id = format!("{name}-hint");
    html! {
        fieldset class="ds-fieldset workshop-question" data-question=(name) aria-describedby=[hint.map(|_| &hint_id)] {
            legend { (legend) }
            @if let Some(hint) = hint { p class="hint quiet" id=(hint_id) { (hint) } }
            input type="hidden" name=(format!("was_{name}")) value=(was);
            div class="workshop-choices" {
                @for (i, group) in shown.groups.iter().enumerate() {
                    (choice(name, &group.code, t.group_name(&group.code, &group.name), (i < DIGITS).then_some(i + 1), group.code == chosen, if group.code == chosen { now } else { &group.code }))
                }
                @if strange { (choice(name, now, "", None, true, now)) }
                (choice(name, &t.get("workshop-nobody"), "", Some(0), chosen.trim().is_empty(), ""))
            }
            (told)
        }
    }
}

/// A group: what is shown, its digit, and the text that is sent. What stands in the sheet is sent as it stands there.
fn choice(name: &str, code: &str, called: &str, digit: Option<usize>, checked: bool, sent: &str) -> Markup {
    html! {
        label class="workshop-choice" {
            input type="radio" name=(name) value=(sent) checked[checked] data-digit=[digit];
            @if let Some(digit) = digit { kbd aria-hidden="true" { (digit) } }
            span { strong { (code) } @if !called.is_empty() && called != code { " " (called) } }
        }
    }
}

/// The same for those who may only look.
fn answers(t: &Texts, line: &Line) -> Markup {
    let asked = ["I dag", "Minstekrav", "Minutter", "Antall", "Per", "Opplæring"];
    html! {
        dl class="workshop-told" {
            @for column in asked { div { dt { (column_label(column, t)) } dd { (Some(line.cell(column)).filter(|c| !c.is_empty()).unwrap_or("–")) } } }
            @if !line.note.is_empty() { div { dt { (t.get("workshop-note")) } dd { (line.note) } } }
        }
        p class="quiet" { (t.get("workshop-reader")) }
    }
}

/// Where one can go from here.
fn ways(t: &Texts, shown: &Shown, line: &Line, unit: &str) -> Markup {
    let way = |row: RowId, key: &str, id: &str| {
        let link = shown.chosen.at(Some(row)).address(unit);
        html! { a class="ds-button" data-variant="tertiary" id=(id) href=(link) { (t.get(key)) } }
    };
    html! {
        div class="workshop-ways" {
            @if let Some(row) = shown.lines.previous(&shown.chosen, line.row) { span { "← " (way(row, "workshop-previous", "previous")) } }
            @if let Some(row) = shown.lines.next(&shown.chosen, line.row) { span { (way(row, "workshop-next", "next")) " →" } }
        }
    }
}

fn keys(t: &Texts) -> Markup {
    let keys = [
        (format!("1–9 ({})", t.get("workshop-key-digits")), "workshop-key-digit"),
        (format!("{} + 1–9", t.get("workshop-key-shift")), "workshop-key-shift-digit"),
        ("M".to_owned(), "workshop-key-minutes"),
        ("A".to_owned(), "workshop-key-count"),
        ("O".to_owned(), "workshop-key-training"),
        ("E".to_owned(), "workshop-key-agree"),
        ("U".to_owned(), "workshop-key-dispute"),
        ("P".to_owned(), "workshop-key-park"),
        ("N".to_owned(), "workshop-key-note"),
        ("G".to_owned(), "workshop-key-last"),
        ("← →".to_owned(), "workshop-key-arrows"),
        (t.get("workshop-key-escape"), "workshop-key-leave"),
    ];
    html! {
        details class="workshop-keys" {
            summary { (t.get("workshop-keys")) }
            // Keys that are letters alone get in the way of those who speak to the machine: they can be turned off.
            p hidden id="workshop-keys-switch" { label class="tick" { input type="checkbox" checked; " " (t.get("workshop-keys-on")) } }
            dl { @for (key, what) in keys { div { dt { kbd { (key) } } dd { (t.get(what)) } } } }
        }
    }
}
