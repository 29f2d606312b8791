//! Pages that show every part of the shell in every state, for eyes and for the tests in a browser.

#![allow(dead_code, reason = "each test program uses its part")]

use axum::Router;
use axum::extract::Query;
use axum::http::HeaderMap;
use axum::routing::get;
use fordel_text::{Lang, Texts};
use fordel_web::shell::{
    Choice, Dialog, Field, Frame, Head, Input, KeyFigure, Link, Notice, Person, Progress, Row, Sort, Step, StepLink,
    Weight, button, checkbox, data_table, dialog, empty_state, faults, field, key_figures, language_of, link_button,
    notice, opener, page, picture, radios, tabs, tag, texts,
};
use maud::{Markup, html};

/// The gallery's routes.
pub fn routes() -> Router {
    let show = |headers: HeaderMap, Query(asked): Query<Vec<(String, String)>>| async move {
        let has = |name: &str| asked.iter().any(|(asked, _)| asked == name);
        gallery(language_of(&headers), has("dialog"), has("wrong"))
    };
    Router::new()
        .route("/gallery", get(show))
        .route("/gallery/wide", get(|| async { wide() }))
        .route("/panic", get(fall))
}

async fn fall() -> &'static str {
    panic!("on purpose, with a secret that no page may show")
}

/// A frame with everything in it.
pub fn frame(lang: Lang) -> Frame {
    let link = |step, progress, note: Option<&str>| StepLink {
        step,
        href: format!("/gallery?step={}", Step::ALL.iter().position(|s| *s == step).unwrap_or(0)),
        progress,
        note: note.map(str::to_owned),
    };
    Frame {
        lang,
        title: "Galleri".into(),
        place: vec![
            Link::new("Helse Nordvest", "/gallery?o"),
            Link::new("Medisinsk klinikk", "/gallery?k"),
            Link::new("Medisin døgn og poliklinikk", "/gallery"),
        ],
        address: "/gallery".into(),
        person: Some(Person {
            name: "Kari Nordmann-Øvergård".into(),
            number: 1,
            links: vec![Link::new("Min side", "/gallery?me"), Link::new("Innlogginger", "/gallery?sessions")],
            sign_out: "/gallery".into(),
        }),
        steps: vec![
            link(Step::Mapping, Progress::Done, Some("171 linjer")),
            link(Step::Distribution, Progress::Begun, Some("34 mangler minutter")),
            link(Step::Rhythm, Progress::Plain, None),
            link(Step::Staffing, Progress::Plain, None),
            link(Step::Training, Progress::Plain, None),
            link(Step::Findings, Progress::Plain, None),
            link(Step::Proposals, Progress::Closed, None),
            link(Step::History, Progress::Plain, None),
        ],
        here: Some(Step::Distribution),
        ..Frame::default()
    }
}

fn form(texts: &Texts, wrong: bool) -> Markup {
    let fields = [
        Field::new("email", "E-post", Input::Line("email"))
            .value("kari@nordvest.no")
            .hint("Den du bruker på jobb")
            .autocomplete("email"),
        Field::new("minutes", "Minutter", Input::Line("text"))
            .value("tolv")
            .hint("Hele minutter hver gang")
            .fault(wrong.then(|| "«tolv» er ikke et tall. Skriv 12.".into())),
        Field::new(
            "group",
            "Gruppe",
            Input::Select(vec![Choice::new("SPL", "Sykepleier"), Choice::new("HFA", "Helsefagarbeider")]),
        )
        .value("HFA")
        .fault(wrong.then(|| "Gruppen finnes ikke lenger.".into())),
        Field::new("note", "Merknad", Input::Area).value("Gjelder bare hverdager.").optional(),
        Field::new("book", "Arbeidsbok", Input::File(".xlsx")).optional(),
    ];
    html! {
        (faults(texts, &fields))
        form method="post" action="/gallery" {
            @for one in &fields { (field(texts, one)) }
            (radios("state", "Hva ble dere enige om?", &[Choice::new("agreed", "Enige"), Choice::new("disputed", "Uenige")], "agreed"))
            (checkbox("days", "Dagene skal være like", true))
            div class="actions" { (button("Lagre", Weight::Main, None)) (button("Lagre og gå videre", Weight::Other, Some(("then", "next")))) (button("Slett linjen", Weight::Danger, None)) }
        }
    }
}

fn table() -> Markup {
    let head = [
        Head {
            sort: Some(Sort { href: "/gallery?sort=task".into(), now: Some("ascending") }),
            ..Head::text("Oppgave")
        },
        Head { sort: Some(Sort { href: "/gallery?sort=group".into(), now: None }), ..Head::text("Gruppe") },
        Head::text("Tilstand"),
        Head::number("Minutter i uka"),
        Head::text("Hva nå"),
    ];
    let states = [
        ("enige", Some(Notice::Success)),
        ("uenige", Some(Notice::Danger)),
        ("parkert", Some(Notice::Warning)),
        ("ikke drøftet", None),
    ];
    let mut rows: Vec<Row> = (0..24)
        .map(|i| {
            let (state, kind) = states[i % states.len()];
            Row::new(vec![
                html! { a href=(format!("/gallery?row={i}")) { "Bestille og rydde medisinrom " (i + 1) } },
                html! { "Helsefagarbeider" },
                tag(state, kind),
                html! { (60 + i * 5) },
                link_button(&Link::new("Se hvorfor", "/gallery?why"), Weight::Light),
            ])
        })
        .collect();
    rows.push(Row { cells: vec![html! { "Sum" }, html! {}, html! {}, html! { "2 820" }, html! {}], sum: true });
    data_table("tasks", "Oppgaver som flyttes", &head, &rows)
}

const PICTURE: &str = "<svg viewBox=\"0 0 400 120\" width=\"400\" height=\"120\" aria-hidden=\"true\"><rect class=\"s0\" x=\"10\" y=\"40\" width=\"60\" height=\"70\" fill=\"#1e4b8f\"/>\
<rect class=\"s1\" x=\"90\" y=\"20\" width=\"60\" height=\"90\" fill=\"#2a7a80\"/><rect class=\"s2\" x=\"170\" y=\"60\" width=\"60\" height=\"50\" fill=\"#a3641a\"/>\
<text class=\"ct\" x=\"250\" y=\"60\" font-size=\"14\">07–22</text></svg>";

fn gallery(lang: Lang, asks: bool, wrong: bool) -> Markup {
    let texts = texts(lang);
    let figures = [
        KeyFigure {
            label: "Sykepleiertimer frigjort".into(),
            value: "43 timer i uka".into(),
            compared: "dag 21, kveld 14, natt 0, helg 8".into(),
        },
        KeyFigure { label: "Årsverk".into(), value: "38,2".into(), compared: "mot 38,9 med dagens fordeling".into() },
        KeyFigure { label: "Kurs".into(), value: "4 kurs".into(), compared: "for 18 helsefagarbeidere".into() },
    ];
    let heads = [Head::text("Gruppe"), Head::number("Timer")];
    let behind =
        data_table("behind", "Tallene bak bildet", &heads, &[Row::new(vec![html! { "Sykepleier" }, html! { "70" }])]);
    let ask = Dialog { id: "ask", title: "Slette linjen?", open: asks, back: "/gallery" };
    let content = html! {
        h1 { "Galleri" }
        p { "Alt som sider er laget av, i hver tilstand. Med en " a href="/gallery?wrong" { "lenke i teksten" } "." }
        (tabs("Visning", &[Link::new("Alle 171", "/gallery"), Link::new("Uenighet 5", "/gallery?d"), Link::new("Uten tidspunkt 22", "/gallery?t")], 0))
        (notice(texts, Notice::Info, html! { p { "Forslaget er regnet ut på kartleggingen slik den var 12.09.2026." } }))
        (notice(texts, Notice::Success, html! { p { "Vedtaket er lagret som versjon 3." } }))
        (notice(texts, Notice::Warning, html! { p { "Andelen sykepleiere går ned. Vurder pasientsikkerheten." } }))
        (notice(texts, Notice::Danger, html! { p { "Kvelden mangler 40 minutter sykepleier 18–22." } }))
        h2 { "Nøkkeltall" }
        (key_figures(&figures))
        h2 { "Skjema" }
        (form(texts, wrong))
        h2 { "Tabell" }
        (table())
        h2 { "Bilde" }
        (picture(texts, "day", "Arbeidet på en hverdag", PICTURE, "Søyler: sykepleier 70, helsefagarbeider 90, assistent 50 timer", behind))
        h2 { "Tomt" }
        (empty_state("Ingen forslag ennå", "Regn ut det første forslaget: det tar under et minutt.", link_button(&Link::new("Nytt forslag", "/gallery?new"), Weight::Main)))
        h2 { "Spørsmål" }
        div class="actions" { (opener("ask", &Link::new("Slett linjen …", "/gallery?dialog"), Weight::Danger)) }
        (dialog(texts, &ask, html! { p { "«Bestille medisiner» fjernes fra kartleggingen. Den kan hentes tilbake under Historikk." } form method="post" action="/gallery" { (button("Slett", Weight::Danger, None)) } }))
    };
    page(&Frame { wrong, ..frame(lang) }, content)
}

fn wide() -> Markup {
    let head: Vec<Head> = (0..24)
        .map(|i| if i == 0 { Head::text("Oppgave") } else { Head::number(format!("{:02}–{:02}", i - 1, i)) })
        .collect();
    let row = |i: usize| {
        Row::new(
            (0..24)
                .map(|c| {
                    if c == 0 {
                        html! { "Oppgave nummer " (i) }
                    } else {
                        html! { (i * c) }
                    }
                })
                .collect(),
        )
    };
    page(
        &Frame { wide: true, ..frame(Lang::En) },
        html! { h1 { "Wide" } (data_table("hours", "Hour by hour", &head, &(1..40).map(row).collect::<Vec<_>>())) },
    )
}
