//! Today's date, as reports write it.

use fordel_app::Moment;
use fordel_core::calendar::Date;
use fordel_core::norwegian_time::InNorway;
use fordel_text::Texts;
use jiff::Timestamp;

/// Today in Norway: `21. november 2026`.
pub fn written(texts: &Texts) -> String {
    on(date(), texts)
}

/// Today in Norway.
pub fn date() -> Date {
    InNorway::at(now().0).date
}

/// Now.
pub fn now() -> Moment {
    Moment(Timestamp::now().as_millisecond())
}

/// A moment, milliseconds since 1970 UTC, by the clock in Norway: `21.09.2026 16:13`.
pub fn moment(at: i64, texts: &Texts) -> String {
    let there = InNorway::at(at);
    format!("{} {:02}:{:02}", texts.day(there.date), there.minute / 60, there.minute % 60)
}

/// A moment as logs write it: `2026-09-21T14:13:02.5Z`.
pub fn in_utc(at: i64) -> String {
    Timestamp::from_millisecond(at).unwrap_or_default().to_string()
}

/// A day in words.
fn on(date: Date, texts: &Texts) -> String {
    let args = [
        ("day", date.day().to_string().into()),
        ("month", texts.get(&format!("date-month-{}", date.month())).into()),
        ("year", date.year().to_string().into()),
    ];
    texts.with("date", &args)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fordel_text::Lang;

    #[test]
    fn the_day_and_the_hour_are_those_in_norway_wherever_the_machine_is() {
        let (nb, en) = (Texts::new(Lang::Nb), Texts::new(Lang::En));
        let millis = |text: &str| text.parse::<Timestamp>().expect("a moment").as_millisecond();
        let day = |text, texts| on(InNorway::at(millis(text)).date, texts);
        assert_eq!(day("2026-12-31T22:30:00Z", &nb), "31. desember 2026");
        assert_eq!(day("2026-12-31T23:30:00Z", &nb), "1. januar 2027");
        assert_eq!(day("2026-12-31T23:30:00Z", &en), "1 January 2027");
        let late = millis("2026-12-31T23:30:00Z");
        assert_eq!([moment(late, &nb), moment(late, &en)], ["01.01.2027 00:30", "2027-01-01 00:30"]);
        assert_eq!(moment(millis("2026-07-01T21:33:00Z"), &nb), "01.07.2026 23:33");
    }
}
