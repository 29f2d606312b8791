//! What a line would cost elsewhere, as people read it: an interval from two proofs, and what comes with it.

use fordel_core::plan::Difference;

use crate::Texts;
use crate::numbers::about;

/// Differences under this many kroner a year can't be told apart where they may be nought.
const INDISTINCT_KR: f64 = 20_000.0;

impl Texts {
    /// The difference as an interval, or that it can't be told from nought; nothing where neither end is known.
    pub fn difference(&self, difference: &Difference) -> Option<String> {
        let signed = |kr: f64| self.about_change(0.0, kr);
        Some(match (difference.low, difference.high) {
            (Some(low), Some(high)) if low <= 0.0 && (0.0..INDISTINCT_KR).contains(&high) => {
                // An interval that is told as nought itself is known, not indistinct.
                if about(low) == about(high) {
                    self.get("cost-same")
                } else {
                    self.with("cost-indistinct", &[("low", signed(low).into()), ("high", signed(high).into())])
                }
            }
            (Some(low), Some(high)) if about(low) == about(high) => {
                self.with("cost-exact", &[("cost", signed(high).into())])
            }
            (Some(low), Some(high)) => {
                self.with("cost-between", &[("low", signed(low).into()), ("high", signed(high).into())])
            }
            (None, Some(high)) => self.with("cost-at-most", &[("high", signed(high).into())]),
            (Some(low), None) => self.with("cost-at-least", &[("low", signed(low).into())]),
            (None, None) => return None,
        })
    }

    /// Årsverk and courses that come with it, each as a few words.
    pub fn consequences(&self, difference: &Difference) -> Vec<String> {
        let fte = difference.fte.filter(|fte| fte.abs() >= 0.005);
        let fte = fte.map(|fte| format!("{} {}", self.signed(fte, 2), self.get("unit-fte")));
        let course = |(group, course): &(String, String)| {
            self.with("explain-course", &[("group", group.as_str().into()), ("course", course.as_str().into())])
        };
        fte.into_iter().chain(difference.courses.iter().map(course)).collect()
    }

    /// From one year's money to another, with a plus where it is more: the difference between what is told of both
    /// ([`Texts::about_kroner`]).
    pub fn about_change(&self, before: f64, after: f64) -> String {
        let change = about(after) - about(before);
        let text = self.kroner(change);
        if change > 0.0 { format!("+{text}") } else { text }
    }

    /// A number with exactly so many decimals, and a plus where it is more than nought.
    pub fn signed(&self, number: f64, decimals: i16) -> String {
        let text = self.fixed(number, decimals);
        if number > 0.0 && text != self.fixed(0.0, decimals) { format!("+{text}") } else { text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    fn between(low: Option<f64>, high: Option<f64>) -> Difference {
        Difference { low, high, impossible: false, heads_fixed: false, fte: None, courses: Vec::new() }
    }

    #[test]
    fn an_interval_around_nought_isnt_told_as_a_saving_or_a_cost() {
        let texts = Texts::new(Lang::Nb);
        let told = |low, high| texts.difference(&between(low, high));
        assert_eq!(told(Some(0.0), Some(0.2)), Some(texts.get("cost-same")));
        assert!(told(Some(-100.0), Some(18_000.0)).is_some_and(|t| t.contains("kan ikke skilles")));
        assert!(
            told(Some(61_000.0), Some(64_000.0)).is_some_and(|t| t.contains("+61\u{a0}000") && !t.contains("kan ikke"))
        );
        // What is told as one amount is told once.
        assert_eq!(told(Some(61_700.0), Some(62_400.0)), told(Some(62_000.0), Some(62_000.2)));
        assert!(told(Some(-100.0), Some(40_000.0)).is_some_and(|t| !t.contains("kan ikke")));
        assert_eq!(told(None, None), None);
    }

    #[test]
    fn what_rounds_to_nought_has_no_sign() {
        let texts = Texts::new(Lang::Nb);
        assert_eq!([texts.signed(0.04, 1), texts.signed(0.06, 1), texts.signed(-1.0, 1)], ["0,0", "+0,1", "−1,0"]);
        assert_eq!(texts.about_change(0.0, 0.3), "0\u{a0}kr");
        let taken = Difference { fte: Some(0.1), courses: vec![("HFA".into(), "EKG".into())], ..between(None, None) };
        assert_eq!(texts.consequences(&taken), ["+0,10 årsverk", "kurset EKG for HFA"]);
    }
}
