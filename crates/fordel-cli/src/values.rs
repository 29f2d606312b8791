//! What people write after flags: numbers with decimal comma and spaces, shares with or without `%`, goals, pins;
//! and the units in which goals are told.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use fordel_app::{Form, Work};
use fordel_core::calendar::{self, Date};
use fordel_core::time::{Clock, Day};
use fordel_core::ward::{Alike, Goal};
use fordel_core::year::holiday::Rules;

/// A flag's value that can't be read; the message's key says what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Key of the sentence.
    pub key: &'static str,
    /// What was written.
    pub value: String,
}

/// The longest search that can be asked for: a month.
const MOST_SECONDS: f64 = 31.0 * 86_400.0;

fn wrong<T>(key: &'static str, value: &str) -> Result<T, Wrong> {
    Err(Wrong { key, value: value.to_owned() })
}

/// A plain number: `1234`, `1 234,5`, `1 234.5`.
fn number(text: &str) -> Option<f64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    let digits = plain.trim_start_matches(['-', '+', '−']);
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return None;
    }
    plain.replace('−', "-").parse().ok()
}

/// A share: `1 %`, `0,5%`, `0.005`. Without the sign it is a share of one, and 1 or more is refused as a slip.
fn share(text: &str) -> Option<f64> {
    let share = match text.trim().strip_suffix('%') {
        Some(percent) => number(percent)? / 100.0,
        None => number(text).filter(|share| *share < 1.0)?,
    };
    (0.0..=10.0).contains(&share).then_some(share)
}

/// `--gap`: a share below one.
pub fn gap(text: &str) -> Result<f64, Wrong> {
    share(text).filter(|gap| *gap < 1.0).map_or_else(|| wrong("wrong-gap", text), Ok)
}

/// `--time-limit`: seconds, or minutes with an `m`.
pub fn time_limit(text: &str) -> Result<Duration, Wrong> {
    let trimmed = text.trim();
    let seconds = match (trimmed.strip_suffix('m').or(trimmed.strip_suffix("min")), trimmed.strip_suffix('s')) {
        (Some(minutes), _) => number(minutes).map(|m| m * 60.0),
        (None, Some(seconds)) => number(seconds),
        (None, None) => number(trimmed),
    };
    match seconds.filter(|s| *s > 0.0 && *s <= MOST_SECONDS) {
        Some(seconds) => Ok(Duration::from_secs_f64(seconds)),
        None => wrong("wrong-time-limit", text),
    }
}

/// `--work`: one whole number, or what a plan tells that repeats it: `1200:45000+300:0`.
pub fn work(text: &str) -> Result<Work, Wrong> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let does_something = |work: &Work| work.0.iter().any(|steps| steps.prover > 0 || steps.finder > 0);
    plain.parse().ok().filter(does_something).map_or_else(|| wrong("wrong-work", text), Ok)
}

/// A database or a backup: its file, with or without `sqlite:` before it. Another kind of database is refused.
pub fn database(written: &Path) -> Result<PathBuf, Wrong> {
    // A name that isn't text has no prefix.
    let Some(text) = written.to_str() else { return Ok(written.to_owned()) };
    match text.strip_prefix("sqlite:") {
        Some(file) if !file.is_empty() => Ok(PathBuf::from(file)),
        None if !text.is_empty() && !text.contains("://") => Ok(PathBuf::from(text)),
        _ => wrong("wrong-database", text),
    }
}

/// A whole number, also with spaces between the thousands.
pub fn whole(text: &str, key: &'static str) -> Result<u64, Wrong> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = !plain.is_empty() && plain.chars().all(|c| c.is_ascii_digit());
    plain.parse().ok().filter(|_| digits).map_or_else(|| wrong(key, text), Ok)
}

/// `--max-moves`, rows: a whole number within what a sheet or a ward can hold.
pub fn small(text: &str, key: &'static str) -> Result<u32, Wrong> {
    whole(text, key).and_then(|n| u32::try_from(n).or_else(|_| wrong(key, text)))
}

/// `--weeks`: from one to the most that can be asked for.
pub fn weeks(text: &str) -> Result<u32, Wrong> {
    let weeks = small(text, "wrong-weeks")?;
    if (1..=fordel_app::MOST_WEEKS).contains(&weeks) { Ok(weeks) } else { wrong("wrong-weeks", text) }
}

/// `--red-under`: a share above none and below all.
pub fn red_under(text: &str) -> Result<f64, Wrong> {
    share(text).filter(|under| *under > 0.0 && *under < 1.0).map_or_else(|| wrong("wrong-red-under", text), Ok)
}

/// `--hours-a-month`: more than none.
pub fn hours(text: &str) -> Result<f64, Wrong> {
    number(text).filter(|hours| *hours > 0.0 && *hours <= 100_000.0).map_or_else(|| wrong("wrong-hours", text), Ok)
}

/// `--budget`: kroner a year: `40 000 000`, `40 000 000 kr`, `40.000.000`. `40.000` can be read in two ways.
pub fn kroner(text: &str) -> Result<f64, Wrong> {
    let lower = text.trim().to_lowercase();
    let bare = lower.strip_suffix("kr").or(lower.strip_suffix("kr.")).or(lower.strip_suffix("nok")).unwrap_or(&lower);
    let compact: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
    let groups: Vec<&str> = compact.split(['.', ',']).collect();
    let thousands = groups.len() > 1 && groups[1..].iter().all(|g| g.len() == 3);
    let kroner = match (thousands, groups.len()) {
        (true, 2) => None,
        (true, _) => number(&groups.concat()),
        (false, _) => number(&compact),
    };
    kroner.filter(|kr| *kr >= 0.0).map_or_else(|| wrong("wrong-budget", text), Ok)
}

/// `--alike`: `weekdays` (`hverdager`) or `no` (`nei`).
pub fn alike(text: &str) -> Result<Alike, Wrong> {
    match text.trim().to_lowercase().as_str() {
        "weekdays" | "hverdager" => Ok(Alike::Weekdays),
        "no" | "nei" => Ok(Alike::No),
        _ => wrong("wrong-alike", text),
    }
}

/// `--pin`: `12=HFA`.
pub fn pin(text: &str) -> Result<(u32, String), Wrong> {
    let Some((row, group)) = text.split_once('=') else { return wrong("wrong-pin", text) };
    let (row, group) = (small(row, "wrong-pin").ok(), group.trim());
    match row.filter(|row| *row > 0 && !group.is_empty()) {
        Some(row) => Ok((row, group.to_owned())),
        None => wrong("wrong-pin", text),
    }
}

/// `--day`: 1 … 7, 1 = Monday, or a day's name in Norwegian or English, whole or its first letters (at least two).
pub fn day(text: &str) -> Result<Day, Wrong> {
    const NAMES: [[&str; 2]; 7] = [
        ["mandag", "monday"],
        ["tirsdag", "tuesday"],
        ["onsdag", "wednesday"],
        ["torsdag", "thursday"],
        ["fredag", "friday"],
        ["lørdag", "saturday"],
        ["søndag", "sunday"],
    ];
    let plain = text.trim().trim_end_matches('.').to_lowercase();
    let numbered = plain.parse::<u8>().ok().filter(|n| (1..=7).contains(n)).map(|n| Day(n - 1));
    let named = || {
        let begins = |names: &[&str; 2]| names.iter().any(|n| plain.chars().count() > 1 && n.starts_with(&plain));
        let mut days = (0..7_u8).filter(|d| begins(&NAMES[usize::from(*d)]));
        days.next().filter(|_| days.next().is_none()).map(Day)
    };
    numbered.or_else(named).map_or_else(|| wrong("wrong-day", text), Ok)
}

/// `--from` of a shift: `16:20`, `16.20`.
pub fn clock(text: &str) -> Result<Clock, Wrong> {
    let read = |(hours, minutes): (&str, &str)| {
        let part = |part: &str| part.parse::<u16>().ok().filter(|_| part.chars().all(|c| c.is_ascii_digit()));
        Clock::new(part(hours)?, part(minutes).filter(|_| minutes.len() == 2)?)
    };
    text.trim().split_once([':', '.']).and_then(read).map_or_else(|| wrong("wrong-clock", text), Ok)
}

/// `--from`: `2027-01-04`, `4.1.2027` or `4/1/2027` (day first).
pub fn date(text: &str) -> Result<Date, Wrong> {
    let found = calendar::date_in(text).filter(|date| calendar::YEARS.contains(&date.year()));
    found.map_or_else(|| wrong("wrong-date", text), Ok)
}

/// `--season`: a year.
pub fn year(text: &str) -> Result<i16, Wrong> {
    let year = small(text, "wrong-year")?;
    i16::try_from(year).ok().filter(|year| (1990..=2150).contains(year)).map_or_else(|| wrong("wrong-year", text), Ok)
}

/// `--weeks` of the year: 1 … 104.
pub fn year_weeks(text: &str) -> Result<u32, Wrong> {
    let weeks = small(text, "wrong-year-weeks")?;
    if (1..=fordel_app::MOST_YEAR_WEEKS).contains(&weeks) { Ok(weeks) } else { wrong("wrong-year-weeks", text) }
}

/// `--years` of the projection: 1 … 40.
pub fn years_ahead(text: &str) -> Result<u32, Wrong> {
    let years = small(text, "wrong-projection-years")?;
    if (1..=fordel_app::MOST_YEARS).contains(&years) { Ok(years) } else { wrong("wrong-projection-years", text) }
}

/// `--draws`: 1 … 10 000.
pub fn draws(text: &str) -> Result<u32, Wrong> {
    let draws = small(text, "wrong-projection-draws")?;
    if (1..=fordel_app::MOST_DRAWS).contains(&draws) { Ok(draws) } else { wrong("wrong-projection-draws", text) }
}

/// `--mix`: a share, at most all; 0 for none.
pub fn mix(text: &str) -> Result<f64, Wrong> {
    if number(text.trim_end_matches('%')) == Some(0.0) { Ok(0.0) } else { some_of(text) }
}

/// `--away`, as often as it is told: `40%` for all groups, `SPL=30%` for one of them; of the same the last one.
pub fn away<'t>(told: impl Iterator<Item = &'t str>) -> Result<(Option<f64>, BTreeMap<String, f64>), Wrong> {
    let (mut of_all, mut own) = (None, BTreeMap::new());
    for text in told {
        let Some((group, share)) = text.split_once('=') else {
            of_all = Some(some_of(text)?);
            continue;
        };
        let share = some_of(share).ok().filter(|_| !group.trim().is_empty());
        let Some(share) = share else { return wrong("wrong-group-away", text) };
        own.insert(group.trim().to_owned(), share);
    }
    Ok((of_all, own))
}

/// A share above 0, at most all.
fn some_of(text: &str) -> Result<f64, Wrong> {
    let share = part(text, "wrong-away")?;
    if share <= 1.0 { Ok(share) } else { wrong("wrong-away", text) }
}

/// `--overlap`: whole minutes longer, or shorter below 0; 0 for none.
pub fn overlap(text: &str) -> Result<i32, Wrong> {
    let most = f64::from(fordel_app::MOST_OVERLAP);
    let minutes = number(text).filter(|minutes| minutes.fract() == 0.0 && minutes.abs() <= most);
    minutes.map_or_else(|| wrong("wrong-overlap", text), |minutes| Ok(minutes as i32))
}

/// `--activity`: a share, above 0.
pub fn part(text: &str, key: &'static str) -> Result<f64, Wrong> {
    match share(text).or_else(|| number(text).filter(|n| *n == 1.0)) {
        Some(share) if share > 0.0 => Ok(share),
        _ => wrong(key, text),
    }
}

/// `--summer`, `--pools`, `--pool-weeks`, `--away`: those that are told, the others as usual; the pools must lie within the
/// year.
pub fn holidays(
    summer: Option<&str>,
    pools: Option<&str>,
    pool_weeks: Option<&str>,
    away: Option<f64>,
) -> Result<Rules, Wrong> {
    let mut rules = Rules::default();
    if let Some(text) = summer {
        let week = small(text, "wrong-pools")?;
        rules.first_week = i8::try_from(week).or_else(|_| wrong("wrong-pools", text))?;
    }
    if let Some(text) = pools {
        rules.pools = small(text, "wrong-pools")?;
    }
    if let Some(text) = pool_weeks {
        rules.pool_weeks = small(text, "wrong-pools")?;
    }
    rules.most_away = away.unwrap_or(rules.most_away);
    let told: Vec<&str> = [summer, pools, pool_weeks].into_iter().flatten().collect();
    if rules.are_possible() { Ok(rules) } else { wrong("wrong-pools", &told.join(", ")) }
}

/// `--missing`: `SPL=1,HFA=1`; a group stands once.
pub fn missing(text: &str) -> Result<Vec<(String, u32)>, Wrong> {
    let parts = text.split([',', ';']).map(str::trim);
    let one = |part: &str| {
        let (group, heads) = part.split_once(['=', ':']).filter(|(group, _)| !group.trim().is_empty())?;
        Some((group.trim().to_owned(), small(heads, "wrong-missing").ok()?))
    };
    let Some(all) = parts.map(one).collect::<Option<Vec<_>>>() else { return wrong("wrong-missing", text) };
    let mut groups = BTreeSet::new();
    if let Some((twice, _)) = all.iter().find(|(group, _)| !groups.insert(group.to_lowercase())) {
        return wrong("wrong-missing-twice", twice);
    }
    Ok(all)
}

/// `--cards` and `--print`: the file's name tells its form.
pub fn form(path: &Path) -> Result<Form, Wrong> {
    match path.extension().and_then(|e| e.to_str()).map(str::to_lowercase).as_deref() {
        Some("pdf") => Ok(Form::Pdf),
        Some("html" | "htm") => Ok(Form::Html),
        _ => wrong("wrong-form", &path.display().to_string()),
    }
}

/// `--out` of a workbook.
pub fn book(path: &Path) -> Result<&Path, Wrong> {
    kind(path, &["xlsx"], "wrong-book")
}

/// `--print` where only a page is written.
pub fn page(path: &Path) -> Result<&Path, Wrong> {
    kind(path, &["html", "htm"], "wrong-page")
}

/// `--chart`.
pub fn picture(path: &Path) -> Result<&Path, Wrong> {
    kind(path, &["svg"], "wrong-picture")
}

/// The path, where it ends as what is written there does.
fn kind<'p>(path: &'p Path, endings: &[&str], key: &'static str) -> Result<&'p Path, Wrong> {
    let ending = path.extension().and_then(|e| e.to_str()).map(str::to_lowercase);
    if ending.is_some_and(|ending| endings.contains(&ending.as_str())) {
        return Ok(path);
    }
    wrong(key, &path.display().to_string())
}

/// `--goals`: `cost:1%,overqualified,changes`. A comma within a tolerance (`cost:0,5%`) stays in it, since no goal's
/// name begins with a digit.
pub fn goals(text: &str) -> Result<Vec<(Goal, Option<f64>)>, Wrong> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split([',', ';']) {
        match parts.last_mut().filter(|_| part.starts_with(|c: char| c.is_ascii_digit())) {
            Some(last) => *last = format!("{last},{part}"),
            None => parts.push(part.to_owned()),
        }
    }
    parts.iter().map(|part| goal(part.trim())).collect()
}

fn goal(text: &str) -> Result<(Goal, Option<f64>), Wrong> {
    let (name, tolerance) = match text.split_once([':', '=']) {
        Some((name, tolerance)) => (name, Some(share(tolerance).map_or_else(|| wrong("wrong-tolerance", text), Ok)?)),
        None => (text, None),
    };
    let goal = match name.trim().to_lowercase().replace(['-', ' '], "_").as_str() {
        "cost" | "kostnad" => Goal::Cost,
        "overqualified" | "overkvalifisert" => Goal::Overqualified,
        "scarce_hours" | "knappe_timer" => Goal::ScarceHours,
        "changes" | "endringer" => Goal::Changes,
        "spread" | "spredning" => Goal::Spread,
        _ => return wrong("wrong-goal", name),
    };
    Ok((goal, tolerance))
}

/// The key of a goal's unit.
pub fn unit(goal: Goal) -> &'static str {
    match goal {
        Goal::Cost => "unit-kr-year",
        Goal::Overqualified | Goal::Changes => "unit-minutes-week",
        Goal::ScarceHours => "unit-hours-week",
        Goal::Spread => "unit-pairs",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goals_with_and_without_tolerances() {
        let told = goals("cost:0,5%, overqualified;scarce-hours:0.01,endringer").unwrap();
        assert_eq!(
            told,
            [
                (Goal::Cost, Some(0.005)),
                (Goal::Overqualified, None),
                (Goal::ScarceHours, Some(0.01)),
                (Goal::Changes, None)
            ]
        );
        for (text, key) in [
            ("", "wrong-goal"),
            ("cost,", "wrong-goal"),
            ("price", "wrong-goal"),
            ("cost:1", "wrong-tolerance"),
            ("cost:x", "wrong-tolerance"),
            ("cost:-1%", "wrong-tolerance"),
            ("5,cost", "wrong-goal"),
        ] {
            assert_eq!(goals(text).unwrap_err().key, key, "{text}");
        }
    }

    #[test]
    fn shares_are_percent_or_less_than_one() {
        assert_eq!(gap("0.1%"), Ok(0.001));
        assert_eq!(gap("0,1 %"), Ok(0.001));
        assert_eq!(gap("0,0001"), Ok(0.0001));
        assert_eq!(gap("0"), Ok(0.0));
        for text in ["1", "100%", "-0.1", "", "%", "abc", "1e-3", "NaN", "inf"] {
            assert!(gap(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_mix_is_a_share_or_none() {
        for (text, share) in [("0", 0.0), ("0 %", 0.0), ("0,5", 0.5), ("40%", 0.4), ("100 %", 1.0)] {
            assert_eq!(mix(text), Ok(share), "{text}");
        }
        for text in ["", "%", "-1%", "140%", "mye"] {
            assert!(mix(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_database_is_a_file_with_or_without_its_kind() {
        for text in ["/var/lib/fordel.db", "sqlite:/var/lib/fordel.db"] {
            assert_eq!(database(Path::new(text)), Ok(PathBuf::from("/var/lib/fordel.db")), "{text}");
        }
        assert_eq!(database(Path::new("C:\\fordel.db")), Ok(PathBuf::from("C:\\fordel.db")));
        for text in ["", "sqlite:", "postgres://db/fordel"] {
            assert_eq!(database(Path::new(text)).unwrap_err().key, "wrong-database", "{text}");
        }
    }

    #[test]
    fn days_by_number_and_by_name() {
        for (text, expected) in
            [("6", 5), (" lørdag ", 5), ("Lør", 5), ("SAT", 5), ("ma", 0), ("to", 3), ("thursday", 3), ("sø.", 6)]
        {
            assert_eq!(day(text), Ok(Day(expected)), "{text}");
        }
        for text in ["", "0", "8", "t", "m", "tu and we", "x", "s", "-1"] {
            assert_eq!(day(text).unwrap_err().key, "wrong-day", "{text}");
        }
    }

    #[test]
    fn times_of_the_day() {
        for (text, minutes) in [("16:20", 980), (" 7:05 ", 425), ("07.05", 425), ("00:00", 0), ("24:00", 1440)] {
            assert_eq!(clock(text), Ok(Clock(minutes)), "{text}");
        }
        for text in ["", "16", "16:2", "16:60", "25:00", "24:01", "kl 16:20", "+6:20", "16:-2", "16:20:00", "1620"] {
            assert_eq!(clock(text).unwrap_err().key, "wrong-clock", "{text}");
        }
    }

    #[test]
    fn who_is_missing() {
        assert_eq!(missing("SPL=1, hfa = 2"), Ok(vec![("SPL".into(), 1), ("hfa".into(), 2)]));
        assert_eq!(missing("SPL=0"), Ok(vec![("SPL".into(), 0)]));
        for text in ["", "SPL", "=1", "SPL=en", "SPL=-1", "SPL=1,", "SPL=1.5", "SPL=99999999999"] {
            assert_eq!(missing(text).unwrap_err().key, "wrong-missing", "{text}");
        }
        let twice = missing("SPL=1,HFA=1,spl =2").unwrap_err();
        assert_eq!((twice.key, twice.value.as_str()), ("wrong-missing-twice", "spl"));
    }

    #[test]
    fn who_may_be_away_at_once() {
        let told = |texts: &[&str]| away(texts.iter().copied());
        let own = |pairs: &[(&str, f64)]| pairs.iter().map(|(code, share)| ((*code).to_owned(), *share)).collect();
        assert_eq!(told(&[]), Ok((None, own(&[]))));
        assert_eq!(told(&["40%"]), Ok((Some(0.4), own(&[]))));
        let shares = own(&[("HFA", 1.0), ("SPL", 0.335)]);
        assert_eq!(told(&["SPL=30%", "0,5", " HFA = 100%", "SPL=33,5 %"]), Ok((Some(0.5), shares)));
        for (text, key) in [("", "wrong-away"), ("0", "wrong-away"), ("140%", "wrong-away"), ("SPL", "wrong-away")] {
            assert_eq!(told(&[text]).unwrap_err().key, key, "{text}");
        }
        for text in ["SPL=", "=30%", "SPL=0%", "SPL=140%", "SPL=HFA=30%"] {
            let wrong = told(&["40%", text]).unwrap_err();
            assert_eq!((wrong.key, wrong.value.as_str()), ("wrong-group-away", text));
        }
    }

    #[test]
    fn kroner_as_people_write_them() {
        for text in ["40000000", "40 000 000", "40\u{a0}000\u{a0}000 kr", "40.000.000", "40,000,000 NOK", "40000000,00"]
        {
            assert_eq!(kroner(text), Ok(40e6), "{text}");
        }
        for text in ["", "40.000", "forty", "-1", "kr"] {
            assert!(kroner(text).is_err(), "{text}");
        }
    }

    #[test]
    fn time_pins_and_whole_numbers() {
        assert_eq!(time_limit("1,5"), Ok(Duration::from_millis(1500)));
        assert_eq!(time_limit("2m"), Ok(Duration::from_secs(120)));
        assert_eq!(time_limit("90 s"), Ok(Duration::from_secs(90)));
        for text in ["0", "-1", "", "soon", "1e300", "99999999999999999999999"] {
            assert!(time_limit(text).is_err(), "{text}");
        }
        assert_eq!(pin("12=HFA"), Ok((12, "HFA".into())));
        for text in ["12", "=HFA", "12=", "0=HFA", "-3=HFA", "99999999999=HFA"] {
            assert!(pin(text).is_err(), "{text}");
        }
        assert_eq!(whole("1 000", "k"), Ok(1000));
        assert_eq!(work("40 000").map(|w| w.to_string()), Ok("40000:0".into()));
        assert_eq!(work("4:9+3:0").map(|w| w.to_string()), Ok("4:9+3:0".into()));
        assert!(
            work("").is_err()
                && work("4+").is_err()
                && work("4:").is_err()
                && work("0").is_err()
                && work("-4").is_err()
        );
        assert!(whole("1,5", "k").is_err() && whole("", "k").is_err() && small("4294967296", "k").is_err());
    }
}
