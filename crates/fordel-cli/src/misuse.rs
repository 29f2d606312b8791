//! What the parser complains of, in the user's language, and where to read more.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use fordel_core::complaint::Value;
use fordel_text::Texts;

use crate::values::Wrong;

/// A wrong command line as a sentence, with the help `page` that would have told.
pub fn tell(error: &Error, page: &str, texts: &Texts) -> String {
    let told = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(many)) => texts.list(many),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(many)) => texts.list(&many.iter().map(ToString::to_string).collect::<Vec<_>>()),
        _ => String::new(),
    };
    // The parser lists what is alike with the closest last.
    let closest = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(many)) => many.last().cloned(),
        _ => None,
    };
    let argument = told(ContextKind::InvalidArg);
    let value = told(ContextKind::InvalidValue);
    // What the argument can't stand together with; the argument itself where it stands twice.
    let prior = told(ContextKind::PriorArg);
    let key = match error.kind() {
        // A name with spaces that wasn't quoted comes as too many words.
        ErrorKind::UnknownArgument if !argument.starts_with('-') => "misuse-extra",
        ErrorKind::UnknownArgument => "misuse-unknown",
        ErrorKind::InvalidSubcommand => "misuse-command",
        ErrorKind::MissingRequiredArgument => "misuse-missing",
        ErrorKind::InvalidValue if value.is_empty() => "misuse-no-value",
        ErrorKind::InvalidValue if argument.starts_with("--lang") => "misuse-lang",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "misuse-value",
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => "misuse-too-many",
        ErrorKind::TooFewValues | ErrorKind::NoEquals => "misuse-no-value",
        ErrorKind::ArgumentConflict if prior.is_empty() || prior == argument => "misuse-twice",
        ErrorKind::ArgumentConflict => "misuse-together",
        ErrorKind::InvalidUtf8 => "misuse-letters",
        _ => "misuse-other",
    };
    let command = told(ContextKind::InvalidSubcommand);
    let args = [
        ("argument", Value::from(argument)),
        ("value", value.into()),
        ("other", prior.into()),
        ("command", command.into()),
        ("detail", error.kind().to_string().into()),
    ];
    let mut sentence = texts.with(key, &args);
    if let Some(suggested) = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand].into_iter().find_map(closest)
    {
        sentence += &format!(" {}", texts.with("misuse-suggestion", &[("suggested", suggested.into())]));
    }
    let more = texts.with("misuse-more", &[("page", page.into())]);
    format!("{}\n{more}", texts.with("cli-error", &[("sentence", sentence.into())]))
}

/// A flag's value that can't be read, as a sentence.
pub fn tell_value(wrong: &Wrong, page: &str, texts: &Texts) -> String {
    let sentence = texts.with(wrong.key, &[("value", wrong.value.as_str().into())]);
    let more = texts.with("misuse-more", &[("page", page.into())]);
    format!("{}\n{more}", texts.with("cli-error", &[("sentence", sentence.into())]))
}
