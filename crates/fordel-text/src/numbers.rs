//! Numbers as people write them in each language.

use fixed_decimal::{Decimal, FloatPrecision, SignedRoundingMode, UnsignedRoundingMode};
use icu_decimal::DecimalFormatter;
use icu_decimal::options::DecimalFormatterOptions;
use icu_locale_core::locale;

use crate::Lang;

/// Writes numbers in one language.
pub struct Numbers(DecimalFormatter);

impl Numbers {
    /// The number format of a language.
    ///
    /// # Panics
    /// If the number data built into the program lacks the language.
    pub fn new(lang: Lang) -> Numbers {
        let locale = match lang {
            Lang::Nb => locale!("nb-NO"),
            Lang::En => locale!("en-GB"),
        };
        Numbers(
            DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default())
                .expect("number data of both languages is built in"),
        )
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
        self.0.format(&decimal).to_string()
    }
}
