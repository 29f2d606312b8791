//! Numbers as people write them in each language.

use fixed_decimal::{Decimal, FloatPrecision, SignedRoundingMode, UnsignedRoundingMode};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::locale;

use crate::Lang;

// A formatter can't be shared between threads; texts are, by a server. Each thread makes its own when it first needs one.
thread_local! {
    static NB: DecimalFormatter = formatter(Lang::Nb);
    static EN: DecimalFormatter = formatter(Lang::En);
}

/// A year's kroner as sentences and key figures have them: whole thousands from ten thousand up, whole hundreds below.
/// A sum of a year's wages is known no better.
pub(crate) fn about(kroner: f64) -> f64 {
    let step = if kroner.abs() >= 10_000.0 { 1_000.0 } else { 100.0 };
    (kroner / step).round() * step
}

/// The number format of a language.
///
/// # Panics
/// If the number data built into the program lacks the language.
fn formatter(lang: Lang) -> DecimalFormatter {
    let locale = match lang {
        Lang::Nb => locale!("nb-NO"),
        Lang::En => locale!("en-GB"),
    };
    DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default())
        .expect("number data of both languages is built in")
}

/// Writes numbers in one language.
pub struct Numbers(Lang);

impl Numbers {
    /// The number format of a language.
    pub fn new(lang: Lang) -> Numbers {
        Numbers(lang)
    }

    /// Exactly `decimals` decimals; a rounded zero has no sign.
    pub fn fixed(&self, number: f64, decimals: i16) -> String {
        self.write(number, decimals, false)
    }

    /// At most `decimals` decimals, trailing zeros dropped.
    pub fn trimmed(&self, number: f64, decimals: i16) -> String {
        self.write(number, decimals, true)
    }

    fn write(&self, number: f64, decimals: i16, trim: bool) -> String {
        // Most of what pages count has neither sign, groups nor decimals: it is written alike everywhere.
        if number.fract() == 0.0 && (0.0..1000.0).contains(&number) && (trim || decimals == 0) {
            return (number as u16).to_string();
        }
        let Ok(mut decimal) = Decimal::try_from_f64(number, FloatPrecision::RoundTrip) else {
            return "–".to_owned();
        };
        // Halves go up, as in Excel: a plan's workbook and its report show the same figures.
        decimal.round_with_mode(-decimals, SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand));
        if trim {
            decimal.trim_end();
        } else {
            decimal.pad_end(-decimals);
        }
        if decimal.absolute.is_zero() {
            decimal.set_sign(fixed_decimal::Sign::None);
        }
        let formatter = match self.0 {
            Lang::Nb => &NB,
            Lang::En => &EN,
        };
        formatter.with(|formatter| formatter.format(&decimal).to_string())
    }
}
