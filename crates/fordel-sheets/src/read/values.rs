//! What a cell's value means: numbers, shares, times, dates, days, yes or no, lists and pairs, as people write them.
//!
//! Every function takes what stands there and gives the value, or nothing if it can't be read as one.

use fordel_core::calendar::day_first;
use fordel_core::time::{Clock, Day, DaySet, Window};
use fordel_core::ward::Weekends;
use jiff::civil::Date;

use super::words::{code_key, name_key};
use crate::table::{Cell, clock_of, date_of};

/// A number: decimal comma or point, thousands apart by plain, hard or thin spaces, or by the other of the two marks.
pub fn number(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Number(number) => Some(*number),
        Cell::Text(text) => number_in(text),
        Cell::Date(_) | Cell::Truth(_) | Cell::Error(_) | Cell::Uncomputed => None,
    }
}

/// The number that a text is; see [`number`].
pub fn number_in(text: &str) -> Option<f64> {
    let text = text.trim().replace('\u{2212}', "-");
    let (sign, digits) = match text.strip_prefix(['-', '+']) {
        Some(rest) => (if text.starts_with('-') { -1.0 } else { 1.0 }, rest.trim_start().to_owned()),
        None => (1.0, text),
    };
    let mark = digits.rfind([',', '.']);
    let (whole, decimals) = match mark {
        // Several of the same mark part thousands: 1.234.567.
        Some(at) if digits[..at].contains(&digits[at..=at]) => (digits.as_str(), ""),
        Some(at) => (&digits[..at], &digits[at + 1..]),
        None => (digits.as_str(), ""),
    };
    let groups: Vec<&str> = whole.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '\'')).collect();
    let is_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let grouped = groups.len() == 1
        || groups.iter().enumerate().all(|(i, g)| if i == 0 { (1..=3).contains(&g.len()) } else { g.len() == 3 });
    let some_digit = !(whole.is_empty() && decimals.is_empty());
    if !grouped || !some_digit || !groups.iter().all(|g| is_digits(g)) || !is_digits(decimals) || digits.len() > 30 {
        return None;
    }
    format!("{}.{decimals}0", groups.concat()).parse::<f64>().ok().map(|n| sign * n)
}

/// A share as 0 … 1: `8 %`, `8,5%` or `0.08`.
pub fn share(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Text(text) => match text.trim().strip_suffix('%') {
            Some(percent) => number_in(percent).map(|n| n / 100.0),
            None => number_in(text),
        },
        _ => number(cell),
    }
}

/// A percent of a position as 0 … 100 and more: `80`, `80 %`, or Excel's own 80 % (0.8).
pub fn percent(cell: &Cell) -> Option<f64> {
    let is_text_percent = matches!(cell, Cell::Text(text) if text.trim().ends_with('%'));
    let value = share(cell)?;
    Some(if is_text_percent || (0.0..=1.0).contains(&value) { value * 100.0 } else { value })
}

/// Yes or no.
pub fn truth(cell: &Cell) -> Option<bool> {
    match cell {
        Cell::Truth(truth) => Some(*truth),
        Cell::Number(1.0) => Some(true),
        Cell::Number(0.0) => Some(false),
        Cell::Text(text) => truth_in(text),
        _ => None,
    }
}

/// The yes or no that a text is.
pub fn truth_in(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "ja" | "j" | "x" | "1" | "yes" | "y" | "true" | "sann" | "sant" | "✓" | "✔" => Some(true),
        "nei" | "n" | "0" | "no" | "false" | "usann" | "usant" | "-" | "–" => Some(false),
        _ => None,
    }
}

/// A time of day: `07:30`, `07.30`, `0730`, `7`, a real Excel time; `24:00` too.
pub fn clock(cell: &Cell) -> Option<Clock> {
    match cell {
        Cell::Date(days) if *days == 1.0 => Clock::new(24, 0),
        Cell::Date(days) if (0.0..1.0).contains(days) => Some(Clock(clock_of(*days) as u16)),
        Cell::Number(n) if *n > 0.0 && *n < 1.0 => Some(Clock(clock_of(*n) as u16)),
        Cell::Number(n) if n.fract() == 0.0 && (0.0..=2400.0).contains(n) => clock_in(&format!("{n}")),
        Cell::Text(text) => clock_in(text),
        _ => None,
    }
}

/// The time of day that a text is; see [`clock`].
pub fn clock_in(text: &str) -> Option<Clock> {
    let text = text.trim().to_lowercase();
    let text = text.strip_prefix("kl").map_or(text.as_str(), |rest| rest.trim_start_matches('.')).trim();
    let small =
        |s: &str| (matches!(s.len(), 1 | 2) && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse().ok()).flatten();
    let parts: Vec<&str> = text.split([':', '.']).map(str::trim).collect();
    match parts.as_slice() {
        [hours, minutes] if minutes.len() == 2 => Clock::new(small(hours)?, small(minutes)?),
        [hours, minutes, "00"] if minutes.len() == 2 => Clock::new(small(hours)?, small(minutes)?),
        [all] if matches!(all.len(), 3 | 4) && all.is_ascii() => {
            let (hours, minutes) = all.split_at(all.len() - 2);
            Clock::new(small(hours)?, small(minutes)?)
        }
        [hours] => Clock::new(small(hours)?, 0),
        _ => None,
    }
}

/// A stretch of the day: `07-09`, `7–9`, `07.00-09.00`, `kl. 07:00 – 09:00`, `07 til 09`. What follows the second
/// time is left for the caller.
pub fn window_in(text: &str) -> Option<Window> {
    let (start, end) = halves(text)?;
    Some(Window { start: clock_in(start).filter(|c| c.0 < 1440)?, end: clock_in(end)? })
}

/// The two sides of a dash, or of `til` between spaces.
fn halves(text: &str) -> Option<(&str, &str)> {
    let sides: Vec<&str> = text.split(is_dash).collect();
    match sides.as_slice() {
        [start, end] => Some((start, end)),
        [_] => text.split_once(" til ").or_else(|| text.split_once(" to ")),
        _ => None,
    }
}

/// Hyphens, dashes and the minus sign.
pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The date that a typed text is.
pub fn date_typed(text: &str) -> Option<Date> {
    date(&Cell::Text(text.to_owned()))
}

/// The percent of a position that a typed text is.
pub fn percent_typed(text: &str) -> Option<f64> {
    percent(&Cell::Text(text.to_owned()))
}

/// The weekends that a typed text tells.
pub fn weekends_typed(text: &str) -> Option<Weekends> {
    weekends(&Cell::Text(text.to_owned()))
}

/// Which weekends somebody works: `3`, `hver 3. helg`, `hver tredje`, `annenhver`, `alle`; `ingen` and `0` are none.
pub fn weekends(cell: &Cell) -> Option<Weekends> {
    const WORDS: [(&[&str], f64); 5] = [
        (&["alle", "hverhelg", "all", "everyweekend"], 1.0),
        (&["annenhver", "annahver", "hverandre", "hverannen", "everysecond", "everyother"], 2.0),
        (&["hvertredje", "kvartredje", "everythird"], 3.0),
        (&["hverfjerde", "everyfourth"], 4.0),
        (&["hverfemte", "everyfifth"], 5.0),
    ];
    let every = match cell {
        Cell::Text(text) if is_none(text) => 0.0,
        Cell::Text(text) => {
            let key = name_key(text);
            let bare = ["helg", "weekend"].iter().find_map(|word| key.strip_suffix(word));
            let key = bare.filter(|rest| !["", "hver", "every"].contains(rest)).unwrap_or(&key);
            let word = WORDS.iter().find(|(words, _)| words.contains(&key)).map(|(_, every)| *every);
            let digits = || key.strip_prefix("hver").or_else(|| key.strip_prefix("every")).unwrap_or(key);
            match word {
                Some(every) => every,
                None => number_in(text).or_else(|| digits().parse().ok())?,
            }
        }
        _ => number(cell)?,
    };
    match every {
        0.0 => Some(Weekends::Never),
        every if (1.0..=52.0).contains(&every) => Some(Weekends::Every(every)),
        _ => None,
    }
}

/// A date: Excel's own, `2026-06-01`, `01.06.2026`, `1/6/2026` (day first).
pub fn date(cell: &Cell) -> Option<Date> {
    let date = match cell {
        Cell::Date(days) => date_of(*days),
        // A time after it is left out.
        Cell::Text(text) => text.trim().get(..10).unwrap_or_default().parse().ok().or_else(|| day_first(text)),
        _ => None,
    };
    date.filter(|d| (1950..=2150).contains(&d.year()))
}

/// Weekdays: `alle`, `hverdager`, `helg`, lists and stretches of days (`ma,on,fr`, `man-tor`, `fr-ma`), also mixed.
pub fn days(cell: &Cell) -> Option<DaySet> {
    let Cell::Text(text) = cell else { return None };
    if let Some(set) = named_days(text) {
        return Some(set);
    }
    let mut set = DaySet::NONE;
    let text = text.to_lowercase().replace(" og ", ",").replace(" and ", ",").replace(" til ", "-");
    for part in text.split([',', ';', '/', '+', '&', '\n']) {
        if part.trim().is_empty() {
            continue;
        }
        if let Some(named) = named_days(part) {
            set = set.or(named);
        } else if let Some((from, to)) = part.split_once(is_dash) {
            let (mut at, to) = (day(from)?, day(to)?);
            set.insert(at);
            while at != to {
                at = at.next();
                set.insert(at);
            }
        } else {
            for word in part.split_whitespace() {
                set.insert(day(word)?);
            }
        }
    }
    (!set.is_empty()).then_some(set)
}

/// The days that have a name.
pub fn named_days(text: &str) -> Option<DaySet> {
    match name_key(text).as_str() {
        "alle" | "alledager" | "daglig" | "heleuka" | "heleuken" | "all" | "alldays" | "everyday" | "daily" => {
            Some(DaySet::ALL)
        }
        "hverdager" | "hverdag" | "virkedager" | "vanligeukedager" | "weekdays" | "weekday" => Some(DaySet::WEEKDAYS),
        "helg" | "helger" | "helga" | "helgen" | "weekend" | "weekends" => Some(DaySet::WEEKEND),
        _ => None,
    }
}

/// A weekday by at least the two first letters of its name in bokmål, nynorsk or English.
fn day(word: &str) -> Option<Day> {
    const NAMES: [&[&str]; 7] = [
        &["mandag", "monday"],
        &["tirsdag", "tysdag", "tuesday"],
        &["onsdag", "wednesday"],
        &["torsdag", "thursday"],
        &["fredag", "friday"],
        &["lordag", "laurdag", "saturday"],
        &["sondag", "sundag", "sunday"],
    ];
    let word = name_key(word);
    if word.len() < 2 {
        return None;
    }
    let matches = |names: &[&str]| {
        names
            .iter()
            .any(|name| name.starts_with(&word) || word.strip_suffix('s').is_some_and(|w| w.len() > 4 && *name == w))
    };
    Day::all().find(|d| matches(NAMES[usize::from(d.0)]))
}

/// A list parted by commas, semicolons or line breaks; blanks are dropped.
pub fn list(text: &str) -> Vec<&str> {
    text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Pairs such as `HFA: 20; ASS: 25`, parted by semicolons or line breaks, or by commas before the next pair; a part
/// without `:` or `=` has nothing on the left.
pub fn pairs(text: &str) -> Vec<(&str, &str)> {
    let is_pair = |part: &str| part.contains([':', '=']);
    let mut parts: Vec<&str> = Vec::new();
    for piece in text.split([';', '\n']) {
        let mut from = 0;
        for (at, _) in piece.match_indices(',') {
            let until = piece[at + 1..].find(',').map_or(piece.len(), |next| at + 1 + next);
            if is_pair(&piece[at + 1..until]) && is_pair(&piece[from..at]) {
                parts.push(&piece[from..at]);
                from = at + 1;
            }
        }
        parts.push(&piece[from..]);
    }
    let parts = parts.into_iter().map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| part.split_once([':', '=']).map_or(("", part), |(l, r)| (l.trim(), r.trim()))).collect()
}

/// Whether the text says that there is none: a dash, `ingen`, `none`.
pub fn is_none(text: &str) -> bool {
    let text = text.trim();
    text.chars().all(is_dash) || matches!(code_key(text).as_str(), "ingen" | "none" | "nobody")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(s: &str) -> Cell {
        Cell::Text(s.into())
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (written, value) in [
            ("7,5", 7.5),
            ("7.5", 7.5),
            ("1 234,5", 1234.5),
            ("1\u{a0}234\u{a0}567", 1_234_567.0),
            ("1\u{2009}234", 1234.0),
            ("1\u{202f}234,25", 1234.25),
            ("1.234.567,5", 1_234_567.5),
            ("1,234.5", 1234.5),
            ("\u{2212}4", -4.0),
            ("+3", 3.0),
            (",5", 0.5),
            ("12,", 12.0),
        ] {
            assert_eq!(number_in(written), Some(value), "{written}");
        }
        for written in ["", "-", ",", "mange", "1 2", "12 34,5", "1e5", "NaN", "inf", "12 min", "1,2,3", "0x10"] {
            assert_eq!(number_in(written), None, "{written}");
        }
    }

    #[test]
    fn shares_are_percent_or_part_of_one() {
        assert_eq!(share(&text("8 %")), Some(0.08));
        assert_eq!(share(&text("8,5%")), Some(0.085));
        assert_eq!(share(&text("0,08")), Some(0.08));
        assert_eq!(share(&Cell::Number(0.08)), Some(0.08));
        assert_eq!(percent(&Cell::Number(80.0)), Some(80.0));
        assert_eq!(percent(&Cell::Number(0.8)), Some(80.0));
        assert_eq!(percent(&Cell::Number(-5.0)), Some(-5.0), "what is wrong is told as it stands");
        assert_eq!(percent(&text("80 %")), Some(80.0));
    }

    #[test]
    fn weekends_are_read_as_people_write_them() {
        for (written, every) in [
            ("3", 3.0),
            ("hver 3. helg", 3.0),
            ("Hver tredje helg", 3.0),
            ("annenhver helg", 2.0),
            ("annenhver", 2.0),
            ("hver helg", 1.0),
            ("alle", 1.0),
            ("2,5", 2.5),
            ("every third weekend", 3.0),
            ("every weekend", 1.0),
        ] {
            assert_eq!(weekends(&text(written)), Some(Weekends::Every(every)), "{written}");
        }
        for written in ["ingen", "-", "0", "none"] {
            assert_eq!(weekends(&text(written)), Some(Weekends::Never), "{written}");
        }
        assert_eq!(weekends(&Cell::Number(0.0)), Some(Weekends::Never));
        for written in ["0,5", "99", "av og til", "helg"] {
            assert_eq!(weekends(&text(written)), None, "{written}");
        }
    }

    #[test]
    fn times_of_day() {
        let at = |h: u16, m: u16| Clock::new(h, m);
        for (written, expected) in [
            ("07:30", at(7, 30)),
            ("7:30", at(7, 30)),
            ("07.30", at(7, 30)),
            ("0730", at(7, 30)),
            ("730", at(7, 30)),
            ("7", at(7, 0)),
            ("kl. 07:30", at(7, 30)),
            ("kl 7", at(7, 0)),
            ("07:30:00", at(7, 30)),
            ("24:00", at(24, 0)),
            ("0000", at(0, 0)),
        ] {
            assert_eq!(clock_in(written), expected, "{written}");
            assert!(expected.is_some());
        }
        for written in ["25:00", "07:60", "7:3", "æ7:30", "", "7-9", "07:30:30:00", "-7", "12345"] {
            assert_eq!(clock_in(written), None, "{written}");
        }
        assert_eq!(clock(&Cell::Date(0.3125)), at(7, 30));
        assert_eq!(clock(&Cell::Date(1.0)), at(24, 0));
        assert_eq!(clock(&Cell::Number(730.0)), at(7, 30));
        assert_eq!(clock(&Cell::Number(7.0)), at(7, 0));
        assert_eq!(clock(&Cell::Number(0.3125)), at(7, 30));
        assert_eq!(clock(&Cell::Number(7.5)), None);
        assert_eq!(clock(&Cell::Date(46_272.0)), None);
    }

    #[test]
    fn stretches_of_the_day() {
        let nine = Window { start: Clock(7 * 60), end: Clock(9 * 60) };
        for written in ["07-09", "7–9", "07.00-09.00", "kl. 07:00 – 09:00", "0700-0900", "07 til 09", "7 − 9"] {
            assert_eq!(window_in(written), Some(nine), "{written}");
        }
        for written in ["25-31", "07", "07-09-12", "", "-", "24-07", "a-b"] {
            assert_eq!(window_in(written), None, "{written}");
        }
    }

    #[test]
    fn weekdays() {
        let set = |days: &[u8]| Some(days.iter().map(|d| Day(*d)).collect::<DaySet>());
        for (written, expected) in [
            ("alle", Some(DaySet::ALL)),
            ("All", Some(DaySet::ALL)),
            ("Hverdager", Some(DaySet::WEEKDAYS)),
            ("helg", Some(DaySet::WEEKEND)),
            ("ma,on,fr", set(&[0, 2, 4])),
            ("man-tor", set(&[0, 1, 2, 3])),
            ("Ma–To", set(&[0, 1, 2, 3])),
            ("ti-fr", set(&[1, 2, 3, 4])),
            ("fr-ma", set(&[4, 5, 6, 0])),
            ("lør og søn", set(&[5, 6])),
            ("hverdager, lø", set(&[0, 1, 2, 3, 4, 5])),
            ("mandag til onsdag", set(&[0, 1, 2])),
            ("ma ti", set(&[0, 1])),
            ("Mon, Wed; Sun", set(&[0, 2, 6])),
            ("Tue-Thu", set(&[1, 2, 3])),
            ("mandager", None),
            ("m", None),
            ("xyz", None),
            ("ma-", None),
            (",", None),
        ] {
            assert_eq!(days(&text(written)), expected, "{written}");
        }
    }

    #[test]
    fn dates() {
        let june = Some(jiff::civil::date(2026, 6, 1));
        for written in ["2026-06-01", "01.06.2026", "1.6.2026", "1/6/2026", "2026-06-01T00:00:00"] {
            assert_eq!(date(&text(written)), june, "{written}");
        }
        for written in ["1.6.26", "31.02.2026", "i går", "0001-01-01", "æøåæøåæøå"] {
            assert_eq!(date(&text(written)), None, "{written}");
        }
    }

    #[test]
    fn pairs_and_lists() {
        assert_eq!(pairs("HFA: 20; ASS: 25"), [("HFA", "20"), ("ASS", "25")]);
        assert_eq!(pairs("HFA: 7,5, ASS=8\nSPL: 3"), [("HFA", "7,5"), ("ASS", "8"), ("SPL", "3")]);
        assert_eq!(pairs("HFA: a, b"), [("HFA", "a, b")]);
        assert_eq!(pairs("sårstell"), [("", "sårstell")]);
        assert_eq!(pairs(" ; "), []);
        assert_eq!(list("SPL, hfa;\nASS,"), ["SPL", "hfa", "ASS"]);
        assert!(is_none("-") && is_none("Ingen") && is_none("none") && !is_none("SPL"));
    }
}
