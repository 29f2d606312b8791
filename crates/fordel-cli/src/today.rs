//! Today's date, as reports write it.

use fordel_app::Moment;
use fordel_text::Texts;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// Today by the machine's clock where the machine is: `21. november 2026`. Without a time zone that can be read, in UTC.
pub fn written(texts: &Texts) -> String {
    on(&Zoned::now(), texts)
}

/// Today by the machine's clock where the machine is.
pub fn date() -> jiff::civil::Date {
    Zoned::now().date()
}

/// Now.
pub fn now() -> Moment {
    Moment(Timestamp::now().as_millisecond())
}

/// A moment, milliseconds since 1970 UTC, where the machine is: `21.09.2026 16:13`.
pub fn moment(at: i64, texts: &Texts) -> String {
    let there = Timestamp::from_millisecond(at).unwrap_or_default().to_zoned(TimeZone::system());
    at_minute(&there, texts)
}

/// A moment as logs write it: `2026-09-21T14:13:02.5Z`.
pub fn in_utc(at: i64) -> String {
    Timestamp::from_millisecond(at).unwrap_or_default().to_string()
}

fn at_minute(moment: &Zoned, texts: &Texts) -> String {
    format!("{} {}", texts.day(moment.date()), moment.strftime("%H:%M"))
}

/// The day of a moment in its own time zone.
fn on(moment: &Zoned, texts: &Texts) -> String {
    let args = [
        ("day", moment.day().to_string().into()),
        ("month", texts.get(&format!("date-month-{}", moment.month())).into()),
        ("year", moment.year().to_string().into()),
    ];
    texts.with("date", &args)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fordel_text::Lang;
    use jiff::tz::offset;

    #[test]
    fn the_day_is_the_one_where_the_machine_is() {
        let (nb, en) = (Texts::new(Lang::Nb), Texts::new(Lang::En));
        let late: Timestamp = "2026-12-31T23:30:00Z".parse().expect("a moment");
        let day = |hours, texts| on(&late.to_zoned(TimeZone::fixed(offset(hours))), texts);
        assert_eq!(day(0, &nb), "31. desember 2026");
        assert_eq!(day(1, &nb), "1. januar 2027");
        assert_eq!(day(1, &en), "1 January 2027");
        let minute = |texts| at_minute(&late.to_zoned(TimeZone::fixed(offset(1))), texts);
        assert_eq!([minute(&nb), minute(&en)], ["01.01.2027 00:30", "2027-01-01 00:30"]);
    }
}
