//! What the parser complains of, in the user's language, and where to read more.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use fordel_core::complaint::Value;
use fordel_text::Texts;

use crate::values::Wrong;

/// A wrong command line as a sentence, with the help that would have told.
pub fn tell(error: &Error, texts: &Texts) -> String {
    let told = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(many)) => texts.list(many),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(many)) => texts.list(&many.iter().map(ToString::to_string).collect::<Vec<_>>()),
        _ => String::new(),
    };
    let argument = told(ContextKind::InvalidArg);
    let value = told(ContextKind::InvalidValue);
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "misuse-unknown",
        ErrorKind::InvalidSubcommand => "misuse-command",
        ErrorKind::MissingRequiredArgument => "misuse-missing",
        ErrorKind::InvalidValue if value.is_empty() => "misuse-no-value",
        ErrorKind::InvalidValue if argument.starts_with("--lang") => "misuse-lang",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "misuse-value",
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => "misuse-too-many",
        ErrorKind::TooFewValues | ErrorKind::NoEquals => "misuse-no-value",
        ErrorKind::ArgumentConflict => "misuse-twice",
        ErrorKind::InvalidUtf8 => "misuse-letters",
        _ => "misuse-other",
    };
    let command = told(ContextKind::InvalidSubcommand);
    let args = [
        ("argument", Value::from(argument)),
        ("value", value.into()),
        ("command", command.into()),
        ("detail", error.kind().to_string().into()),
    ];
    let mut sentence = texts.with(key, &args);
    let suggested = [told(ContextKind::SuggestedArg), told(ContextKind::SuggestedSubcommand)];
    if let Some(suggested) = suggested.into_iter().find(|s| !s.is_empty()) {
        sentence += &format!(" {}", texts.with("misuse-suggestion", &[("suggested", suggested.into())]));
    }
    let page = asked_page(error);
    let more = texts.with("misuse-more", &[("page", page.into())]);
    format!("{}\n{more}", texts.with("cli-error", &[("sentence", sentence.into())]))
}

/// A flag's value that can't be read, as a sentence.
pub fn tell_value(wrong: &Wrong, command: &str, texts: &Texts) -> String {
    let sentence = texts.with(wrong.key, &[("value", wrong.value.as_str().into())]);
    let more = texts.with("misuse-more", &[("page", format!("fordel {command} --help").into())]);
    format!("{}\n{more}", texts.with("cli-error", &[("sentence", sentence.into())]))
}

/// The help of the command that was being read: the usage line tells which.
fn asked_page(error: &Error) -> String {
    let usage = match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => usage.to_string(),
        _ => String::new(),
    };
    let mut words = usage.split_whitespace().skip_while(|w| *w != "fordel").skip(1);
    match words.next().filter(|w| w.chars().all(|c| c.is_ascii_lowercase())) {
        Some(command) => format!("fordel {command} --help"),
        None => "fordel --help".to_owned(),
    }
}
