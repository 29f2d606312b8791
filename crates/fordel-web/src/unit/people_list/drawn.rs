//! A list from a competence portal as pages: choosing it, how it is read and what it would change, saved.

use fordel_app::service::{List, ListCell, ListField, PeoplePreview, PersonChange, PersonChangeKind, column_label};
use fordel_core::complaint::Value;
use fordel_text::Texts;
use maud::{Markup, html};

use crate::download::list_by_keys;
use crate::shell::{
    Choice, Field, Head, Input, Link, Notice, Row, Step, Weight, button, data_table, field, link_button, notice, page,
    take_out, texts,
};
use crate::unit::frame::Around;
use crate::visitor::Visitor;

/// Rows of a table that are listed; the rest is counted.
const LISTED: usize = 200;

fn framed(visitor: &Visitor, around: &Around, title: &str, wrong: bool, content: Markup) -> Markup {
    let address = format!("{}/import/people", around.address());
    let mut frame = around.frame(visitor, Some(Step::Mapping), title, address, None);
    frame.styles.push("unit.css");
    frame.wrong = wrong;
    page(&frame, content)
}

fn number(count: usize) -> Value {
    Value::Number(count as f64)
}

/// The page on which a list is handed in, with what was wrong with the last.
pub(super) fn choose(visitor: &Visitor, around: &Around, wrong: &[String]) -> Markup {
    let t = texts(visitor.lang);
    let title = t.get("portal-title");
    let file = Field::new("file", t.get("portal-file"), Input::File(".csv,.xlsx,.txt"))
        .hint(t.get("portal-file-hint"))
        .optional();
    let pasted = Field::new("pasted", t.get("portal-pasted"), Input::Area).hint(t.get("portal-pasted-hint")).optional();
    let who = Field::new("who", t.get("portal-who-file"), Input::File(".csv,.xlsx"))
        .hint(t.get("portal-who-hint"))
        .optional();
    let content = html! {
        h1 { (title) }
        p class="lead" { (t.get("portal-lead")) }
        @if !wrong.is_empty() { (notice(t, Notice::Danger, html! { div tabindex="-1" data-takes-focus { @for said in wrong { p { (said) } } } })) }
        (notice(t, Notice::Info, html! { p { (t.get("portal-privacy")) } }))
        form method="post" action=(format!("{}/import/people", around.address())) enctype="multipart/form-data" class="stack" {
            (field(t, &file))
            (field(t, &pasted))
            (field(t, &who))
            div class="actions" { (button(&t.get("portal-read"), Weight::Main, None)) }
        }
    };
    framed(visitor, around, &title, !wrong.is_empty(), content)
}

/// The page on which a list is mapped and confirmed.
pub(super) fn preview(
    visitor: &Visitor,
    around: &Around,
    shown: &PeoplePreview,
    address: &str,
    changed: bool,
) -> Markup {
    let t = texts(visitor.lang);
    let title = t.get("portal-preview");
    let edits = shown.changes.iter().filter(|change| change.kind != PersonChangeKind::Older).count();
    let new = shown.changes.iter().filter(|change| change.kind == PersonChangeKind::NewPerson);
    let mut newcomers: Vec<&str> = new.map(|change| change.pseudonym.as_str()).collect();
    newcomers.sort_unstable();
    newcomers.dedup();
    let summary = [
        ("rows", number(shown.rows)),
        ("used", number(shown.used)),
        ("people", number(shown.people)),
        ("new", number(newcomers.len())),
        ("changes", number(edits)),
        ("same", number(shown.same)),
    ];
    let content = html! {
        h1 { (title) }
        @if !shown.file.is_empty() { p class="quiet" { (t.with("import-from", &[("file", shown.file.as_str().into())])) } }
        @if changed { (notice(t, Notice::Danger, html! { p tabindex="-1" data-takes-focus { (t.get("portal-changed")) } })) }
        p class="lead" { (t.with("portal-summary", &summary)) }
        @if shown.may_come_twice { (notice(t, Notice::Warning, html! { p { (t.get("portal-twice")) } })) }
        (reading(t, shown, address))
        (troubles(t, shown))
        h2 { (t.get("portal-changes")) }
        @if shown.changes.is_empty() { p { (t.get("portal-same")) } } @else { (changes(t, &shown.changes)) (take_out(t, &t.get("portal-changes"), &format!("{address}/changes"), "")) }
        @if edits > 0 {
            p { (t.get("portal-before-saving")) " " (who_links(t, address)) }
            form method="post" action=(address) {
                input type="hidden" name="do" value="confirm";
                input type="hidden" name="revision" value=(shown.revision);
                div class="actions" { (button(&t.with("portal-confirm", &[("count", number(edits))]), Weight::Main, None)) }
                p class="quiet" { (t.get("import-one-step")) }
            }
        }
        (forget(t, address, "portal-cancel"))
    };
    framed(visitor, around, &title, changed, content)
}

fn who_links(t: &Texts, address: &str) -> Markup {
    html! {
        a href=(format!("{address}/who.xlsx")) { (t.get("portal-who-xlsx")) } " · "
        a href=(format!("{address}/who.csv")) { (t.get("portal-who-csv")) }
    }
}

fn forget(t: &Texts, address: &str, label: &str) -> Markup {
    html! {
        form method="post" action=(address) {
            input type="hidden" name="do" value="forget";
            div class="actions" { (button(&t.get(label), Weight::Light, None)) }
        }
    }
}

/// The form that says which column and which value is what.
fn reading(t: &Texts, shown: &PeoplePreview, address: &str) -> Markup {
    let mapping = &shown.mapping;
    let none = || Choice::new("", t.get("portal-no-column"));
    let columns =
        || std::iter::once(none()).chain(shown.headers.iter().map(|header| Choice::new(header, header))).collect();
    let lacking = |wanted: ListField| !mapping.columns.contains_key(&wanted);
    let column = |wanted: ListField| {
        let (word, needed) = (wanted.word(), matches!(wanted, ListField::Person | ListField::Course));
        let told =
            Field::new(format!("kolonne.{word}"), t.get(&format!("portal-column-{word}")), Input::Select(columns()));
        let told = told.value(mapping.columns.get(&wanted).cloned().unwrap_or_default());
        let told = told.fault((needed && lacking(wanted)).then(|| t.get("portal-column-needed")));
        if needed { told } else { told.optional() }
    };
    let open =
        lacking(ListField::Person) || lacking(ListField::Course) || shown.used == 0 || !shown.left_out.is_empty();
    html! {
        details open[open] {
            summary { (t.get("portal-reading")) }
            form method="post" action=(address) class="stack" {
                input type="hidden" name="do" value="map";
                p { (t.get("portal-reading-lead")) }
                fieldset class="ds-fieldset stack" {
                    legend { (t.get("portal-columns")) }
                    @for wanted in ListField::ALL { (field(t, &column(wanted))) }
                }
                @for (wanted, values) in shown.values.iter().filter(|(_, values)| !values.is_empty()) { (meanings(t, shown, *wanted, values)) }
                label class="tick" { input type="checkbox" name="erstatt" value="1" checked[shown.replace]; " " (t.get("portal-replace")) }
                div class="actions" { (button(&t.get("portal-map"), Weight::Other, None)) }
                p class="quiet" { (t.get("portal-remembered")) }
            }
        }
    }
}

/// What each value of a column means.
fn meanings(t: &Texts, shown: &PeoplePreview, wanted: ListField, values: &[(String, usize)]) -> Markup {
    let word = wanted.word();
    let choices: Vec<Choice> = match wanted {
        ListField::Group => {
            let named = |code: &str, name: &str| format!("{} ({code})", t.group_name(code, name));
            shown.groups.iter().map(|(code, name)| Choice::new(code, named(code, name))).collect()
        }
        ListField::Course => shown.courses.iter().map(|name| Choice::new(name, name)).collect(),
        _ => vec![Choice::new("ja", t.get("portal-counts"))],
    };
    let left = if wanted == ListField::Status { "nei" } else { "" };
    let choices: Vec<Choice> = std::iter::once(Choice::new(left, t.get("portal-leave-out"))).chain(choices).collect();
    let chosen = |value: &str| match wanted {
        ListField::Group => shown.mapping.groups.get(value).cloned().unwrap_or_default(),
        ListField::Course => shown.mapping.courses.get(value).cloned().unwrap_or_default(),
        _ => (if shown.mapping.passed.get(value) == Some(&true) { "ja" } else { "nei" }).to_owned(),
    };
    let one = |(value, rows): &(String, usize)| {
        let label = t.with("portal-value", &[("value", value.as_str().into()), ("rows", number(*rows))]);
        Field::new(format!("{word}.{value}"), label, Input::Select(choices.clone())).value(chosen(value)).optional()
    };
    html! {
        fieldset class="ds-fieldset stack" {
            legend { (t.get(&format!("portal-values-{word}"))) }
            @for (at, value) in values.iter().take(LISTED).enumerate() { (choice(&one(value), &format!("{word}-{at}"), &chosen(&value.0))) }
            @if values.len() > LISTED { p { (t.with("portal-more-values", &[("count", number(values.len() - LISTED))])) } }
        }
    }
}

/// A choice with its label beside it: nothing need be chosen. It has an identifier of its own, since its name holds what the list
/// says, spaces too.
fn choice(field: &Field, id: &str, chosen: &str) -> Markup {
    let Input::Select(choices) = &field.input else { return html! {} };
    html! {
        div class="ds-field" {
            label class="ds-label" for=(id) { (field.label) }
            select class="ds-input" id=(id) name=(field.name) {
                @for one in choices { option value=(one.value) selected[one.value == chosen] { (one.text) } }
            }
        }
    }
}

/// What is wrong, and what is left out.
fn troubles(t: &Texts, shown: &PeoplePreview) -> Markup {
    html! {
        @if !shown.faults.is_empty() || !shown.ungrouped.is_empty() {
            (notice(t, Notice::Danger, html! {
                p { (t.with("portal-faults", &[("count", number(shown.faults.len() + shown.ungrouped.len()))])) }
                ul {
                    @for fault in shown.faults.iter().take(LISTED) { li { (t.complaint(fault)) } }
                    @for row in shown.ungrouped.iter().take(LISTED) { li { (t.with("portal-ungrouped", &[("row", (*row).into())])) } }
                }
            }))
        }
        @if !shown.left_out.is_empty() {
            (notice(t, Notice::Warning, html! {
                p { (t.get("portal-left-out")) }
                ul {
                    @for (wanted, value, rows) in shown.left_out.iter().take(LISTED) {
                        li { (t.with(&format!("portal-left-{}", wanted.word()), &[("value", value.as_str().into()), ("rows", number(*rows))])) }
                    }
                }
                @if shown.untaught { p { (t.get("portal-untaught")) } }
            }))
        }
    }
}

/// The columns of what a list would change, by their keys.
const COLUMNS: [&str; 7] = [
    "portal-who-pseudonym",
    "training-group",
    "training-course",
    "import-kind",
    "import-column",
    "import-was",
    "import-now",
];

fn kind(kind: PersonChangeKind) -> &'static str {
    match kind {
        PersonChangeKind::NewPerson => "portal-new-person",
        PersonChangeKind::NewCertificate => "portal-new-certificate",
        PersonChangeKind::Renewed => "portal-renewed",
        PersonChangeKind::Changed => "portal-changed-cell",
        PersonChangeKind::Removed => "portal-removed",
        PersonChangeKind::Older => "portal-older",
    }
}

/// All that a list would change.
pub(super) fn changes_list(t: &Texts, changes: &[PersonChange]) -> List {
    let row = |change: &PersonChange| -> Vec<ListCell> {
        vec![
            change.pseudonym.as_str().into(),
            change.group.as_str().into(),
            change.course.as_str().into(),
            t.get(kind(change.kind)).into(),
            column_label(change.column, t).into(),
            change.was.as_str().into(),
            change.now.as_str().into(),
        ]
    };
    list_by_keys(t, "portal-changes", &COLUMNS, changes.iter().map(row).collect())
}

fn changes(t: &Texts, changes: &[PersonChange]) -> Markup {
    let head: Vec<Head> = COLUMNS.iter().map(|key| Head::text(t.get(key))).collect();
    let row = |change: &PersonChange| {
        Row::new(vec![
            html! { (change.pseudonym) },
            html! { (change.group) },
            html! { (change.course) },
            html! { (t.get(kind(change.kind))) },
            html! { (column_label(change.column, t)) },
            html! { @if change.kind == PersonChangeKind::Older || change.was.is_empty() { (change.was) } @else { del { (change.was) } } },
            html! { @if change.kind == PersonChangeKind::Older { (change.now) } @else { ins { (change.now) } } },
        ])
    };
    let rows: Vec<Row> = changes.iter().take(LISTED).map(row).collect();
    html! {
        div class="captioned" { (data_table("changes", &t.get("portal-changes"), &head, &rows)) }
        @if changes.len() > LISTED { p { (t.with("import-more", &[("count", number(changes.len() - LISTED))])) } }
    }
}

/// The page of a list that is saved: who is who can still be taken out.
pub(super) fn saved(visitor: &Visitor, around: &Around, address: &str, people: usize, new: usize) -> Markup {
    let t = texts(visitor.lang);
    let title = t.get("portal-saved");
    let sheet = Link::new(t.get("portal-to-sheet"), format!("{}/mapping?ark=Sertifikater", around.address()));
    let content = html! {
        h1 { (title) }
        (notice(t, Notice::Success, html! { p tabindex="-1" data-takes-focus { (t.with("portal-saved-lead", &[("people", number(people)), ("new", number(new))])) } }))
        p { (t.get("portal-saved-who")) " " (who_links(t, address)) }
        div class="actions" { (link_button(&sheet, Weight::Main)) }
        (forget(t, address, "portal-forget"))
    };
    framed(visitor, around, &title, false, content)
}
