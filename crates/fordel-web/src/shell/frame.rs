//! The page around every content: where one is, how far the ward has come, who one is.

use fordel_app::service::initials;
use fordel_core::complaint::Value;
use fordel_text::Lang;
use maud::{DOCTYPE, Markup, html};

use super::files::{SCRIPT_OF_ALL, STYLES, file};
use super::language::texts;
use super::writer::bound;

/// A link: what it says, and where it leads.
#[derive(Clone, Debug)]
pub struct Link {
    /// What it says.
    pub text: String,
    /// Where it leads.
    pub href: String,
}

impl Link {
    /// A link.
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Link {
        Link { text: text.into(), href: href.into() }
    }
}

/// The person who is signed in.
#[derive(Clone, Debug)]
pub struct Person {
    /// The name as people write it.
    pub name: String,
    /// The number that history knows the person by.
    pub number: i64,
    /// What the person's menu leads to: one's own settings, sessions, the organisation.
    pub links: Vec<Link>,
    /// Where the form that signs out is sent.
    pub sign_out: String,
}

/// The steps of the method, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Kartlegging.
    Mapping,
    /// Fordeling.
    Distribution,
    /// Døgnrytmeplan.
    Rhythm,
    /// Bemanning.
    Staffing,
    /// Opplæring.
    Training,
    /// Funn.
    Findings,
    /// Forslag og vedtak.
    Proposals,
    /// Historikk.
    History,
    /// Vakten nå: what comes of it on the day.
    Now,
}

impl Step {
    /// All of them.
    pub const ALL: [Step; 9] = [
        Step::Mapping,
        Step::Distribution,
        Step::Rhythm,
        Step::Staffing,
        Step::Training,
        Step::Findings,
        Step::Proposals,
        Step::History,
        Step::Now,
    ];

    fn key(self) -> &'static str {
        match self {
            Step::Mapping => "web-step-mapping",
            Step::Distribution => "web-step-distribution",
            Step::Rhythm => "web-step-rhythm",
            Step::Staffing => "web-step-staffing",
            Step::Training => "web-step-training",
            Step::Findings => "web-step-findings",
            Step::Proposals => "web-step-proposals",
            Step::History => "web-step-history",
            Step::Now => "web-step-now",
        }
    }
}

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Progress {
    /// Nothing is to be said of it.
    #[default]
    Plain,
    /// It has been begun and waits for more.
    Begun,
    /// It is done.
    Done,
    /// It can't be done before an earlier one.
    Closed,
}

/// One step as a ward's page shows it.
#[derive(Clone, Debug)]
pub struct StepLink {
    /// Which.
    pub step: Step,
    /// Its page.
    pub href: String,
    /// How far it has come.
    pub progress: Progress,
    /// A few words: `34 mangler minutter`.
    pub note: Option<String>,
}

/// All that a page shows around its content.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// The language.
    pub lang: Lang,
    /// The page's name, for the window's title; the content has the heading.
    pub title: String,
    /// Whether the page tells of something wrong, also a form with faults: then the title says so first.
    pub wrong: bool,
    /// Where one is, from the organisation down; the last is this place itself.
    pub place: Vec<Link>,
    /// The address of this page, with its query: where the language switch comes back to.
    pub address: String,
    /// Who is signed in.
    pub person: Option<Person>,
    /// The ward's steps; none outside a ward.
    pub steps: Vec<StepLink>,
    /// The step that this page belongs to.
    pub here: Option<Step>,
    /// Styles beside those of every page, by their names.
    pub styles: Vec<&'static str>,
    /// Scripts (modules) beside that of every page, by their names.
    pub scripts: Vec<&'static str>,
    /// Whether the content needs the whole width of the window: grids and boards.
    pub wide: bool,
}

/// A whole page.
pub fn page(frame: &Frame, content: Markup) -> Markup {
    let texts = texts(frame.lang);
    let content = match &frame.person {
        Some(person) => bound(content, person.number),
        None => content,
    };
    html! {
        (DOCTYPE)
        html lang=(frame.lang.tag()) data-color-scheme="auto" data-size="sm" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title(frame)) }
                link rel="icon" type="image/svg+xml" href=(file("mark.svg"));
                @for style in STYLES.iter().chain(&frame.styles) { link rel="stylesheet" href=(file(style)); }
                @for script in [&SCRIPT_OF_ALL].into_iter().chain(&frame.scripts) { script type="module" src=(file(script)) {} }
            }
            body {
                a class="ds-skip-link" href="#main" { (texts.get("web-skip")) }
                (top(frame))
                @if !frame.steps.is_empty() { (steps(frame)) }
                main id="main" tabindex="-1" class=[frame.wide.then_some("wide")] { (content) }
                footer class="bottom" {
                    p { (texts.with("web-footer", &[("version", Value::Text(env!("CARGO_PKG_VERSION").to_owned()))])) }
                }
            }
        }
    }
}

/// The window's title: the page, the place, the program.
fn title(frame: &Frame) -> String {
    let place = frame.place.last().map(|place| place.text.clone()).filter(|place| *place != frame.title);
    let parts = [Some(frame.title.clone()).filter(|title| !title.is_empty()), place, Some("Fordel".to_owned())];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" – ");
    if frame.wrong { texts(frame.lang).with("web-wrong-title", &[("title", Value::Text(name))]) } else { name }
}

fn top(frame: &Frame) -> Markup {
    let texts = texts(frame.lang);
    html! {
        header class="top" {
            a class="mark" href="/" { img src=(file("mark.svg")) alt="" width="24" height="24"; "Fordel" }
            @if !frame.place.is_empty() { (breadcrumb(&texts.get("web-place"), &frame.place)) }
            div class="who" {
                (language_switch(frame))
                @if let Some(person) = &frame.person { (menu(frame.lang, person)) }
            }
        }
    }
}

/// Where one is, from the outermost to the innermost; the last one is this page or this place.
pub fn breadcrumb(label: &str, places: &[Link]) -> Markup {
    let last = places.len().saturating_sub(1);
    html! {
        nav class="place" aria-label=(label) {
            ol {
                @for (i, place) in places.iter().enumerate() {
                    li { a href=(place.href) aria-current=[(i == last).then_some("location")] { (place.text) } }
                }
            }
        }
    }
}

/// One button for each other language, in that language's own words.
fn language_switch(frame: &Frame) -> Markup {
    html! {
        form class="language" method="post" action="/language" {
            input type="hidden" name="back" value=(frame.address);
            @for lang in [Lang::Nb, Lang::En].into_iter().filter(|lang| *lang != frame.lang) {
                button class="plain" type="submit" name="lang" value=(lang.tag()) lang=(lang.tag()) { (texts(lang).get("web-language")) }
            }
        }
    }
}

fn menu(lang: Lang, person: &Person) -> Markup {
    let texts = texts(lang);
    html! {
        details class="menu" data-menu {
            summary { span class="initials" aria-hidden="true" { (initials(&person.name)) } span class="name" { (person.name) } }
            ul {
                @for link in &person.links { li { a href=(link.href) { (link.text) } } }
                li { form method="post" action=(person.sign_out) { button class="plain" type="submit" { (texts.get("web-sign-out")) } } }
            }
        }
    }
}

fn steps(frame: &Frame) -> Markup {
    let texts = texts(frame.lang);
    html! {
        nav class="steps" aria-label=(texts.get("web-steps")) {
            ol {
                @for (i, link) in frame.steps.iter().enumerate() {
                    li {
                        a href=(link.href) aria-current=[(frame.here == Some(link.step)).then_some("page")] data-progress=[progress(link.progress).map(|(word, _)| word)] {
                            span class="number" aria-hidden="true" { (i + 1) }
                            span class="name" { (texts.get(link.step.key())) }
                            @if let Some((_, key)) = progress(link.progress) { span class="ds-sr-only" { " (" (texts.get(key)) ")" } }
                            @if let Some(note) = &link.note { " " span class="note" { (note) } }
                        }
                    }
                }
            }
        }
    }
}

/// The word for the style, and the key of the words for those who don't see it.
fn progress(progress: Progress) -> Option<(&'static str, &'static str)> {
    match progress {
        Progress::Plain => None,
        Progress::Begun => Some(("begun", "web-progress-begun")),
        Progress::Done => Some(("done", "web-progress-done")),
        Progress::Closed => Some(("closed", "web-progress-closed")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_tells_the_page_the_place_and_first_of_all_what_is_wrong() {
        let mut frame =
            Frame { title: "Bemanning".into(), place: vec![Link::new("Medisin", "/u/1")], ..Frame::default() };
        assert_eq!(title(&frame), "Bemanning – Medisin – Fordel");
        frame.wrong = true;
        assert_eq!(title(&frame), "Feil: Bemanning – Medisin – Fordel");
    }
}
