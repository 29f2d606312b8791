//! Fields of forms: each with its label, its hint and its fault, tied together for those who can't see the page.

use fordel_core::complaint::Value;
use fordel_text::Texts;
use maud::{Markup, html};

/// One thing to choose: the value that is sent, and what it says.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What it says.
    pub text: String,
}

impl Choice {
    /// A choice.
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Choice {
        Choice { value: value.into(), text: text.into() }
    }
}

/// What a field is filled in by.
#[derive(Clone, Debug)]
pub enum Input {
    /// A line of text of this kind (`text`, `email`, `password`, `date`, `search`).
    Line(&'static str),
    /// Several lines of text.
    Area,
    /// One of a list.
    Select(Vec<Choice>),
    /// A file of these kinds (`.xlsx`).
    File(&'static str),
}

/// A field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name, which is its identifier on the page too.
    pub name: String,
    /// Its label.
    pub label: String,
    /// What it is filled in by.
    pub input: Input,
    /// What stands in it.
    pub value: String,
    /// What helps one to fill it in.
    pub hint: Option<String>,
    /// What is wrong with what stands in it.
    pub fault: Option<String>,
    /// Whether it may be left empty.
    pub optional: bool,
    /// Whether it must be filled in for some answers elsewhere in the form only: it isn't called optional, and no browser
    /// asks for it.
    pub conditional: bool,
    /// What browsers and password stores may fill in by themselves: `email`, `current-password`, `one-time-code`.
    pub autocomplete: Option<&'static str>,
}

impl Field {
    /// A field that must be filled in, with nothing in it.
    pub fn new(name: impl Into<String>, label: impl Into<String>, input: Input) -> Field {
        Field {
            name: name.into(),
            label: label.into(),
            input,
            value: String::new(),
            hint: None,
            fault: None,
            optional: false,
            conditional: false,
            autocomplete: None,
        }
    }

    /// With this in it.
    pub fn value(self, value: impl Into<String>) -> Field {
        Field { value: value.into(), ..self }
    }

    /// With this hint.
    pub fn hint(self, hint: impl Into<String>) -> Field {
        Field { hint: Some(hint.into()), ..self }
    }

    /// With this fault, if it has one.
    pub fn fault(self, fault: Option<String>) -> Field {
        Field { fault, ..self }
    }

    /// It may be left empty.
    pub fn optional(self) -> Field {
        Field { optional: true, ..self }
    }

    /// It must be filled in for some answers elsewhere in the form; its hint says which.
    pub fn conditional(self) -> Field {
        Field { conditional: true, ..self }
    }

    /// What browsers may fill in.
    pub fn autocomplete(self, what: &'static str) -> Field {
        Field { autocomplete: Some(what), ..self }
    }

    /// The identifiers of its hint and its fault, as far as it has them.
    fn described_by(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.name));
        let fault = self.fault.as_ref().map(|_| format!("{}-fault", self.name));
        let all: Vec<String> = hint.into_iter().chain(fault).collect();
        Some(all.join(" ")).filter(|all| !all.is_empty())
    }
}

/// A field with label, hint and fault.
pub fn field(texts: &Texts, field: &Field) -> Markup {
    html! {
        div class="ds-field" {
            label class="ds-label" for=(field.name) data-weight="medium" {
                (field.label)
                @if field.optional { " " span class="quiet" { "(" (texts.get("web-optional")) ")" } }
            }
            @if let Some(hint) = &field.hint { div class="hint" data-field="description" id=(format!("{}-hint", field.name)) { (hint) } }
            (input(field))
            @if let Some(fault) = &field.fault {
                p class="ds-validation-message" data-color="danger" data-field="validation" id=(format!("{}-fault", field.name)) {
                    span class="ds-sr-only" { (texts.get("web-notice-danger")) " " }
                    (fault)
                }
            }
        }
    }
}

fn input(field: &Field) -> Markup {
    let (described, invalid) = (field.described_by(), field.fault.as_ref().map(|_| "true"));
    let required = !field.optional && !field.conditional;
    html! {
        @match &field.input {
            Input::Line(kind) => {
                input class="ds-input" type=(kind) id=(field.name) name=(field.name) value=(field.value) required[required] autocomplete=[field.autocomplete] aria-describedby=[described] aria-invalid=[invalid];
            }
            Input::File(kinds) => {
                input class="ds-input" type="file" id=(field.name) name=(field.name) accept=(kinds) required[required] aria-describedby=[described] aria-invalid=[invalid];
            }
            Input::Area => {
                textarea class="ds-input" id=(field.name) name=(field.name) rows="4" required[required] aria-describedby=[described] aria-invalid=[invalid] { (field.value) }
            }
            Input::Select(choices) => {
                select class="ds-input" id=(field.name) name=(field.name) required[required] aria-describedby=[described] aria-invalid=[invalid] {
                    @for choice in choices { option value=(choice.value) selected[choice.value == field.value] { (choice.text) } }
                }
            }
        }
    }
}

/// One of a list that narrows what a page shows: nothing need be chosen.
pub fn narrowing(name: &str, label: &str, choices: &[Choice], chosen: &str) -> Markup {
    html! {
        div class="ds-field" {
            label class="ds-label" for=(name) data-weight="medium" { (label) }
            select class="ds-input" id=(name) name=(name) {
                @for choice in choices { option value=(choice.value) selected[choice.value == chosen] { (choice.text) } }
            }
        }
    }
}

/// A box to tick. `name` is sent with the value `on` where it is ticked.
pub fn checkbox(name: &str, label: &str, ticked: bool) -> Markup {
    box_of(name, name, None, label, ticked)
}

/// One of several boxes to tick: `name` is sent with this value where it is ticked.
pub fn checkbox_of(id: &str, name: &str, value: &str, label: &str, ticked: bool) -> Markup {
    box_of(id, name, Some(value), label, ticked)
}

fn box_of(id: &str, name: &str, value: Option<&str>, label: &str, ticked: bool) -> Markup {
    html! {
        div class="ds-field" {
            input class="ds-input" type="checkbox" id=(id) name=(name) value=[value] checked[ticked];
            label class="ds-label" for=(id) data-weight="regular" { (label) }
        }
    }
}

/// One of a few, all in sight.
pub fn radios(name: &str, legend: &str, choices: &[Choice], chosen: &str) -> Markup {
    html! {
        fieldset class="ds-fieldset" {
            legend { (legend) }
            @for choice in choices {
                @let id = format!("{name}-{}", choice.value);
                div class="ds-field" {
                    input class="ds-input" type="radio" id=(id) name=(name) value=(choice.value) checked[choice.value == chosen];
                    label class="ds-label" for=(id) data-weight="regular" { (choice.text) }
                }
            }
        }
    }
}

/// Every fault of a form, over it, each leading to its field. It takes the focus when the page opens.
pub fn faults(texts: &Texts, fields: &[Field]) -> Markup {
    let faulty: Vec<(&Field, &String)> = fields.iter().filter_map(|f| f.fault.as_ref().map(|why| (f, why))).collect();
    html! {
        @if !faulty.is_empty() {
            div class="ds-error-summary" tabindex="-1" data-takes-focus role="group" aria-labelledby="faults-head" {
                h2 class="ds-heading" id="faults-head" { (texts.with("web-errors-head", &[("count", Value::Number(faulty.len() as f64))])) }
                ul class="ds-list" {
                    @for (field, why) in faulty { li { a class="ds-link" href=(format!("#{}", field.name)) { (field.label) ": " (why) } } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use fordel_text::Lang;

    use super::*;
    use crate::shell::texts;

    #[test]
    fn a_field_is_tied_to_its_label_its_hint_and_its_fault() {
        let faulty = Field::new("minutes", "Minutter", Input::Line("text"))
            .value("<10>")
            .hint("Hele minutter")
            .fault(Some("Ikke et tall".into()));
        let markup = field(texts(Lang::Nb), &faulty).into_string();
        for part in [
            "<label class=\"ds-label\" for=\"minutes\"",
            "id=\"minutes\" name=\"minutes\" value=\"&lt;10&gt;\" required",
            "aria-describedby=\"minutes-hint minutes-fault\" aria-invalid=\"true\"",
            "id=\"minutes-hint\"",
            "id=\"minutes-fault\"",
        ] {
            assert!(markup.contains(part), "{part}\n{markup}");
        }
        let plain = field(texts(Lang::Nb), &Field::new("a", "A", Input::Area).optional()).into_string();
        assert!(!plain.contains("aria-") && !plain.contains("required") && plain.contains("valgfritt"), "{plain}");
        let depends = field(texts(Lang::Nb), &Field::new("a", "A", Input::Area).conditional()).into_string();
        assert!(!depends.contains("required") && !depends.contains("valgfritt"), "{depends}");
    }

    #[test]
    fn the_faults_over_a_form_lead_to_their_fields() {
        let good = Field::new("a", "A", Input::Area);
        let faulty = Field::new("b", "B", Input::Area).fault(Some("Mangler".into()));
        let texts = texts(Lang::Nb);
        let markup = faults(texts, &[good.clone(), faulty]).into_string();
        assert!(
            markup.contains("Ett felt") && markup.contains("href=\"#b\"") && !markup.contains("href=\"#a\""),
            "{markup}"
        );
        assert!(faults(texts, &[good]).into_string().is_empty());
    }
}
