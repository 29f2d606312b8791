//! Moments as people read them, where the outermost layer hasn't told how: in UTC.

use fordel_app::service::Moment;

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// `2026-09-12 14:02 UTC`.
pub fn in_utc(at: Moment) -> String {
    let (days, of_day) = (at.0.div_euclid(DAY), at.0.rem_euclid(DAY) / 60_000);
    let (year, month, day) = civil(days);
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02} UTC", of_day / 60, of_day % 60)
}

/// `2026-09-12T14:02:00Z`, for programs.
pub fn for_programs(at: Moment) -> String {
    let (days, of_day) = (at.0.div_euclid(DAY), at.0.rem_euclid(DAY) / 1000);
    let (year, month, day) = civil(days);
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", of_day / 3600, of_day / 60 % 60, of_day % 60)
}

/// The date of a day counted from 1970, in years that begin in March: then the leap day is the last of a year.
fn civil(days: i64) -> (i64, i64, i64) {
    let from_era = days + 719_468;
    let (era, day) = (from_era.div_euclid(146_097), from_era.rem_euclid(146_097));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let (of_month, month) = (of_year - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    (era * 400 + year + i64::from(month <= 2), month, of_month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_dates_also_on_leap_days_and_before_1970() {
        let told = |at: i64| for_programs(Moment(at));
        assert_eq!(told(0), "1970-01-01T00:00:00Z");
        assert_eq!(told(951_782_400_000), "2000-02-29T00:00:00Z");
        assert_eq!(told(951_868_799_000), "2000-02-29T23:59:59Z");
        assert_eq!(told(1_790_000_000_000), "2026-09-21T14:13:20Z");
        assert_eq!(told(-1_000), "1969-12-31T23:59:59Z");
        assert_eq!(in_utc(Moment(1_790_000_000_000)), "2026-09-21 14:13 UTC");
    }
}
