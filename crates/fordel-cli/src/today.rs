//! Today's date, as reports write it.

use std::time::{SystemTime, UNIX_EPOCH};

use fordel_text::Texts;

/// Today by the machine's clock, in UTC: `21. november 2026`.
pub fn written(texts: &Texts) -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let (year, month, day) = civil(seconds / 86_400);
    let args = [
        ("day", day.to_string().into()),
        ("month", texts.get(&format!("date-month-{month}")).into()),
        ("year", year.to_string().into()),
    ];
    texts.with("date", &args)
}

/// Year, month and day of a number of days since 1970-01-01 (H. Hinnant, *chrono-Compatible Low-Level Date
/// Algorithms*, `civil_from_days`): years are counted from March, so that the leap day comes last.
fn civil(days: u64) -> (u64, u64, u64) {
    let shifted = days + 719_468;
    let era = shifted / 146_097;
    let of_era = shifted % 146_097;
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (year + era * 400 + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_reckoned_as_calendars_do() {
        assert_eq!(civil(0), (1970, 1, 1));
        assert_eq!(civil(11_016), (2000, 2, 29));
        assert_eq!(civil(20_778), (2026, 11, 21));
        assert_eq!(civil(47_540), (2100, 2, 28));
        assert_eq!(civil(47_541), (2100, 3, 1));
    }
}
