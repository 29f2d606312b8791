//! Uses of the traffic light: logged, corrected, withdrawn, counted, and gone with their unit; and what was looked up of it.

use fordel_store::{
    Answered, Chosen, Failure, Logged, LookUpCounts, LookedUp, Moment, PersonId, ShortageId, UseCause, UseChoice,
    UseLight,
};

use crate::ground::{Ground, NOON, by};

fn answered(day: &str, light: UseLight) -> Answered {
    Answered {
        day: day.to_owned(),
        shift: "A".to_owned(),
        missing: r#"[{"group":"SPL","heads":1}]"#.to_owned(),
        light,
        red_minutes: 40,
        justified_minutes: 120,
        tasks: "[]".to_owned(),
    }
}

fn chosen(choice: UseChoice, reason: &str) -> Chosen {
    Chosen {
        choice,
        cause: UseCause::Sickness,
        hired_minutes: 120,
        hired_kr: Some(1250),
        kr_reckoned: true,
        reason: reason.to_owned(),
    }
}

impl Ground {
    fn logged(&self, day: &str, light: UseLight) -> ShortageId {
        let said = chosen(UseChoice::Overtime, "");
        self.write(self.ola, |w| w.log_shortage(self.unit, &answered(day, light), &said)).expect("logged")
    }
}

#[test]
fn a_use_is_kept_as_it_was_answered_and_what_was_said_can_be_corrected_with_its_history() {
    let ground = Ground::new();
    let id = ground.logged("2026-11-21", UseLight::Red);
    let kept = ground.read(|r| r.shortage(ground.unit, id));
    assert_eq!(kept.answered, answered("2026-11-21", UseLight::Red));
    assert_eq!((kept.person, kept.at, kept.withdrawn), (Some(ground.ola), NOON, None));
    let told = ground.read(|r| r.history(ground.unit, None, 100, None));
    assert_eq!(told.iter().filter(|c| c.what == "shortage-logged").count(), 12, "all but the empty reason");

    let other = Chosen { hired_kr: Some(900), kr_reckoned: false, ..chosen(UseChoice::ExtraShift, "kom klokka 18") };
    ground.write(ground.ola, |w| w.correct_shortage(ground.unit, id, &other)).expect("corrected");
    assert_eq!(ground.read(|r| r.shortage(ground.unit, id)).chosen, other);
    let told = ground.read(|r| r.history(ground.unit, None, 4, None));
    let mut told: Vec<_> = told.iter().map(|c| (c.field.as_deref(), c.before.as_deref(), c.after.as_deref())).collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            (Some("choice"), Some("overtime"), Some("extra-shift")),
            (Some("hired_kr"), Some("1250"), Some("900")),
            (Some("kr_reckoned"), Some("1"), Some("0")),
            (Some("reason"), Some(""), Some("kom klokka 18")),
        ]
    );
    let before = ground.read(|r| r.head());
    ground.write(ground.ola, |w| w.correct_shortage(ground.unit, id, &other)).expect("the same");
    assert_eq!(ground.read(|r| r.head()), before, "what is said already is no change");
    // Another unit's.
    let foreign = ground.write(ground.ola, |w| w.correct_shortage(ground.other_unit, id, &other));
    assert_eq!(foreign, Err(Failure::NotFound));
    assert_eq!(ground.write(ground.ola, |w| w.withdraw_shortage(ground.other_unit, id, true)), Err(Failure::NotFound));
    assert_eq!(
        ground.write(ground.ola, |w| w.log_shortage(ground.organisation, &answered("x", UseLight::Red), &other)),
        Err(Failure::NotFound)
    );
}

#[test]
fn what_is_withdrawn_counts_nowhere_and_can_come_back() {
    let ground = Ground::new();
    let first = ground.logged("2026-10-31", UseLight::Red);
    let second = ground.logged("2026-11-01", UseLight::Yellow);
    let third = ground.logged("2026-11-21", UseLight::Red);
    let days: Vec<_> = ground.read(|r| r.shortages(ground.unit)).into_iter().map(|s| s.id).collect();
    assert_eq!(days, [third, second, first]);
    let count = || ground.read(|r| r.logged_since(ground.organisation, "2026-11-01")).get(&ground.unit).copied();
    assert_eq!(count(), Some(Logged { uses: 2, red: 1 }));
    let withdraw = |out: bool| ground.write(ground.ola, |w| w.withdraw_shortage(ground.unit, third, out));
    withdraw(true).expect("withdrawn");
    assert_eq!(count(), Some(Logged { uses: 1, red: 0 }));
    assert_eq!(ground.read(|r| r.shortages(ground.unit)).len(), 3, "it stays to be read");
    let before = ground.read(|r| r.head());
    withdraw(true).expect("again");
    assert_eq!(ground.read(|r| r.head()), before);
    withdraw(false).expect("back");
    assert_eq!(count(), Some(Logged { uses: 2, red: 1 }));
}

#[test]
fn uses_between_two_days_are_those_that_count() {
    let ground = Ground::new();
    for day in ["2026-11-19", "2026-11-20", "2026-11-21"] {
        ground.logged(day, UseLight::Red);
    }
    let out = ground.logged("2026-11-21", UseLight::Red);
    ground.write(ground.ola, |w| w.withdraw_shortage(ground.unit, out, true)).expect("withdrawn");
    let between = ground.read(|r| r.shortages_between(ground.unit, "2026-11-20", "2026-11-21"));
    let days: Vec<_> = between.iter().map(|one| one.answered.day.as_str()).collect();
    assert_eq!(days, ["2026-11-20", "2026-11-21"]);
    assert_eq!(ground.read(|r| r.shortages_between(ground.other_unit, "2026-11-20", "2026-11-21")), []);
}

/// The same question of the same person within a while is one look-up; the chain tells of none.
#[test]
fn what_was_looked_up_is_noted_once_within_a_while_and_is_no_change() {
    let ground = Ground::new();
    let told = |missing: &str, light: UseLight| LookedUp {
        day: "2026-11-21".to_owned(),
        shift: "A".to_owned(),
        missing: missing.to_owned(),
        light,
    };
    let look = |minute: i64, person: PersonId, missing: &str, light: UseLight| {
        let at = |minute: i64| Moment(NOON.0 + 60_000 * minute);
        let noted = |w: &mut fordel_store::Writer<'_>| w.look_up(ground.unit, &told(missing, light), at(minute - 15));
        ground.store.write(at(minute), by(person), noted).expect("noted");
    };
    let before = ground.read(|r| r.head());
    look(0, ground.ola, "SPL 1", UseLight::Red);
    look(9, ground.ola, "SPL 1", UseLight::Yellow);
    look(10, ground.ola, "SPL 2", UseLight::Red);
    look(11, ground.kari, "SPL 1", UseLight::Red);
    look(40, ground.ola, "SPL 1", UseLight::Green);
    let kept = ground.read(|r| r.look_ups(ground.unit, Moment(0), None));
    let minutes = |moment: Moment| (moment.0 - NOON.0) / 60_000;
    let seen: Vec<_> = kept
        .iter()
        .map(|one| (minutes(one.at), minutes(one.last), one.person, one.told.missing.as_str(), one.told.light))
        .collect();
    let (ola, kari) = (Some(ground.ola), Some(ground.kari));
    assert_eq!(
        seen,
        [
            (40, 40, ola, "SPL 1", UseLight::Green),
            (11, 11, kari, "SPL 1", UseLight::Red),
            (10, 10, ola, "SPL 2", UseLight::Red),
            (0, 9, ola, "SPL 1", UseLight::Yellow),
        ]
    );
    assert_eq!(ground.read(|r| r.head()), before);
    assert_eq!(ground.read(|r| r.look_ups(ground.other_unit, Moment(0), None)), []);
    let nowhere = ground.write(ground.ola, |w| w.look_up(ground.organisation, &told("", UseLight::Red), NOON));
    assert_eq!(nowhere, Err(Failure::NotFound));
}

/// They are counted and listed from a moment on by their indexes, and those before a moment are erased in every unit.
#[test]
fn look_ups_are_counted_from_a_moment_on_and_what_is_older_is_erased() {
    let ground = Ground::new();
    let day = |day: i64| Moment(NOON.0 + 86_400_000 * day);
    let look = |at: i64, light: UseLight| {
        let told = LookedUp { day: "2026-11-21".into(), shift: "A".into(), missing: at.to_string(), light };
        let noted = |w: &mut fordel_store::Writer<'_>| {
            w.look_up(ground.unit, &told, day(at))?;
            w.look_up(ground.other_unit, &told, day(at))
        };
        ground.store.write(day(at), by(ground.ola), noted).expect("noted");
    };
    for (at, light) in [(0, UseLight::Red), (1, UseLight::Yellow), (2, UseLight::Green), (3, UseLight::Red)] {
        look(at, light);
    }
    let counts = |since: Moment| ground.read(|r| r.look_up_counts(ground.unit, since));
    assert_eq!(counts(day(0)), LookUpCounts { all: 4, yellow: 1, red: 2 });
    assert_eq!(counts(day(2)), LookUpCounts { all: 2, yellow: 0, red: 1 }, "at that moment or later");
    assert_eq!(counts(day(4)), LookUpCounts::default());
    let listed = |since: Moment, most: Option<u32>| {
        let kept = ground.read(|r| r.look_ups(ground.unit, since, most));
        kept.into_iter().map(|one| one.told.missing).collect::<Vec<_>>()
    };
    assert_eq!(listed(day(1), None), ["3", "2", "1"]);
    assert_eq!(listed(day(0), Some(2)), ["3", "2"]);

    let before = ground.read(|r| r.head());
    let erased = ground.store.write(day(5), by(ground.kari), |w| w.erase_look_ups(day(2)));
    assert_eq!(erased, Ok::<usize, Failure>(4), "two of each unit");
    assert_eq!(listed(day(0), None), ["3", "2"]);
    assert_eq!(ground.read(|r| r.look_up_counts(ground.other_unit, day(0))).all, 2);
    assert_eq!(ground.read(|r| r.head()), before, "no change");
    for sql in [
        "SELECT count(*) FROM look_up WHERE unit = 1 AND last >= 5",
        "SELECT day FROM look_up WHERE unit = 1 AND last >= 5 ORDER BY last DESC, id DESC LIMIT 2",
        "DELETE FROM look_up WHERE last < 5",
    ] {
        let raw = ground.raw();
        let mut steps = raw.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).expect("planned");
        let steps = steps.query_map([], |row| row.get::<_, String>("detail")).expect("told");
        let steps = steps.collect::<Result<Vec<_>, _>>().expect("read").join("; ");
        assert!(steps.contains("SEARCH look_up USING") && !steps.contains("TEMP B-TREE"), "{sql}: {steps}");
    }
}

#[test]
fn a_unit_is_erased_with_its_uses() {
    let ground = Ground::new();
    ground.logged("2026-11-21", UseLight::Red);
    let told = LookedUp {
        day: "2026-11-21".to_owned(),
        shift: "A".to_owned(),
        missing: "[]".to_owned(),
        light: UseLight::Red,
    };
    ground.write(ground.ola, |w| w.look_up(ground.unit, &told, NOON)).expect("noted");
    assert_eq!(ground.read(|r| r.held(ground.unit)).shortages, 1);
    ground.write(ground.kari, |w| w.erase_branch(ground.unit)).expect("erased");
    for table in ["shortage", "look_up"] {
        let sql = format!("SELECT count(*) FROM {table}");
        let left: i64 = ground.raw().query_row(&sql, [], |row| row.get(0)).expect("counted");
        assert_eq!(left, 0, "{table}");
    }
    assert!(matches!(ground.read(|r| r.verify(None)), fordel_store::Verified::Whole { .. }));
}
