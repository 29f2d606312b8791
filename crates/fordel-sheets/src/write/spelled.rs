//! How what is chosen on a page is spelled in a cell: colours, rules of the traffic light.

use fordel_core::shortage::rules::Rules;
use fordel_core::ward::Priority;
use fordel_text::Lang;

use super::words::Words;
use crate::columns::{Name, setting};

/// `rød`, `gul` or `grønn`.
pub fn priority(priority: Priority, lang: Lang) -> &'static str {
    Words(lang).priority(priority)
}

/// Each setting that holds a rule of the traffic light, with the value that says it.
pub fn shortage_rules(rules: &Rules, lang: Lang) -> [(Name, String); 5] {
    let w = Words(lang);
    [
        (setting::YELLOW, w.yields(rules.yellow).to_owned()),
        (setting::GREEN, w.yields(rules.green).to_owned()),
        (setting::WITHIN, w.within(rules.within).to_owned()),
        (setting::RELIEF, w.relief(&rules.relief)),
        (setting::DROPPED, w.dropped(rules.dropped)),
    ]
}
