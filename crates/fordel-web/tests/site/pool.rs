//! Who of other units could spare somebody: named where the person has a role and the unit's own plan allows it, and nowhere else.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use fordel_app::Question;
use fordel_app::service::{BranchId, Change, Edit, Place as At, Role, Said};
use fordel_core::calendar::{Date, Holiday, days_after, weekday};
use fordel_core::norwegian_time::InNorway;
use fordel_text::{Lang, Texts, day_name};

use crate::place::{Person, Place};
use crate::ward::heard;

/// Three small units, in which one nurse is on duty at night and must be: one that asks, one that has decided on a nurse more at
/// night than it needs, and one that hasn't.
struct Units {
    place: Place,
    chief: Person,
    asks: BranchId,
    spares: BranchId,
    tight: BranchId,
}

impl Units {
    fn new(name: &str) -> Units {
        let place = Place::new(name, 1);
        let chief = place.founded();
        let unit = |name: &str| {
            let unit = place.small_ward(&chief);
            place.service.administer(&chief.who, unit).expect("administers").rename(name).expect("renamed");
            unit
        };
        let (asks, spares, tight) = (unit("Post A"), unit("Post B"), unit("Post C"));
        place.proposal(&chief, asks, 3);
        let units = Units { place, chief, asks, spares, tight };
        units.decide(tight, 0);
        units.decide(spares, 1);
        units
    }

    /// Decides on a proposal with so many nurses more at night.
    fn decide(&self, unit: BranchId, more: u32) {
        let mut number = self.place.proposal(&self.chief, unit, 3);
        let leads = self.place.service.unit(&self.chief.who, unit).expect("seen").lead().expect("may");
        if more > 0 {
            let plan = leads.proposal(number).expect("read");
            let nights = plan.plan.as_ref().expect("a plan").staffing.iter();
            let changes: Vec<Change> = nights
                .filter(|heads| heads.group == "SPL" && heads.shift == "N")
                .map(|heads| Change::Heads {
                    group: "SPL".into(),
                    shift: "N".into(),
                    day: heads.day,
                    heads: heads.heads + more,
                })
                .collect();
            assert_eq!(changes.len(), 7, "a nurse every night");
            number = leads.change_here(number, 0, &changes, "Flere").expect("changed").kept.head.number;
        }
        leads.decide(number, &heard(), "").expect("decided");
    }

    /// A Saturday after today.
    fn saturday(&self) -> Date {
        let today = InNorway::at(self.place.service.now().0).date;
        let plain = |date: &Date| {
            weekday(*date).number() == 6 && (0..3).all(|ahead| Holiday::on(days_after(*date, ahead)).is_empty())
        };
        (1..100).map(|days| days_after(today, days)).find(plain).expect("a Saturday")
    }

    /// The question of its night, whose nurse is missing.
    fn night(&self) -> String {
        format!("?dato={}&vakt=N&m.SPL=1", self.saturday())
    }

    fn page(&self, part: &str, by: &Person) -> String {
        let answer = self.place.get(&format!("/u/{}/now{part}{}", self.asks, self.night()), Some(by));
        assert_eq!(answer.status, StatusCode::OK);
        answer.text()
    }
}

#[test]
fn a_unit_that_can_spare_somebody_is_named_to_those_who_may_see_it() {
    let units = Units::new("pool");
    let answer = units.page("", &units.chief);
    let way = format!("/u/{}/now/pool?dato=", units.asks);
    assert!(answer.contains(&way) && answer.contains("Hvem kan avse noen?"), "{answer}");
    // Without anybody missing nobody is wanted, and nothing leads there.
    let nobody = units.place.get(&format!("/u/{}/now?vakt=N", units.asks), Some(&units.chief)).text();
    assert!(!nobody.contains("Hvem kan avse noen?"), "{nobody}");

    let text = units.page("/pool", &units.chief);
    let named = |unit: BranchId| format!("href=\"/u/{unit}/now?dato=");
    assert!(text.contains(&named(units.spares)) && text.contains("Post B"), "{text}");
    assert!(text.contains("én Sykepleier på N (22:00–07:00)") && text.contains("Dekker 22:00–07:00"), "{text}");
    assert!(text.contains("Alt blir gjort der likevel"), "{text}");
    assert!(!text.contains("mangler fortsatt"), "one is missing, and one can come: {text}");
    assert!(!text.contains(&named(units.tight)) && !text.contains("Post C"), "{text}");
    assert!(text.contains("Regnet for 2 andre enheter") && text.contains("avtal på telefon"), "{text}");
    // What is told is what the unit's own answer says.
    let night = units.night();
    let own = units.place.get(&format!("/u/{}/now{night}", units.spares), Some(&units.chief)).text();
    assert!(own.contains("data-light=\"green\""), "{own}");
    let own = units.place.get(&format!("/u/{}/now{night}", units.tight), Some(&units.chief)).text();
    assert!(own.contains("data-light=\"red\""), "{own}");

    // Whoever has no role in other units learns nothing of them; each role tells of its own unit alone.
    let reader = units.place.invited(&units.chief, units.asks, Role::Reader, "a@test.no");
    let text = units.page("/pool", &reader);
    assert!(text.contains("Du har ingen rolle i andre enheter"), "{text}");
    assert!(!text.contains("Post B") && !text.contains("Post C") && !text.contains("2 andre"), "{text}");
    let give = |unit: BranchId| {
        let service = &units.place.service;
        service.administer(&units.chief.who, unit).expect("administers").give(reader.who.person, Role::Reader)
    };
    give(units.tight).expect("given");
    let text = units.page("/pool", &reader);
    assert!(text.contains("Enheten som er spurt, kan ikke avse noen") && !text.contains("Post B"), "{text}");
    give(units.spares).expect("given");
    assert!(units.page("/pool", &reader).contains(&named(units.spares)));

    // Who may not see the unit that asks gets no answer at all.
    let stranger = units.place.invited(&units.chief, units.spares, Role::Reader, "b@test.no");
    let path = format!("/u/{}/now/pool{}", units.asks, units.night());
    assert_eq!(units.place.get(&path, Some(&stranger)).status, StatusCode::NOT_FOUND);
}

#[test]
fn the_question_is_told_by_its_date_and_what_that_is_staffed_as() {
    let units = Units::new("pool-date");
    let nb = Texts::new(Lang::Nb);
    let saturday = format!("N lørdag {} 22:00–07:00", nb.day(units.saturday()));
    let text = units.page("/pool", &units.chief);
    assert!(text.contains(&saturday), "{saturday} in {text}");
    let today = InNorway::at(units.place.service.now().0).date;
    let holiday = |date: &Date| weekday(*date).number() <= 5 && !Holiday::on(*date).is_empty();
    let date = (1..370).map(|days| days_after(today, days)).find(holiday).expect("a public holiday on a weekday");
    let night = format!("?dato={date}&vakt=N&m.SPL=1");
    let text = units.place.get(&format!("/u/{}/now/pool{night}", units.asks), Some(&units.chief)).text();
    let told = format!("N {} {}, bemannes som søndag, 22:00–07:00", day_name(&nb, weekday(date)), nb.day(date));
    assert!(text.contains(&told), "{told} in {text}");
}

#[test]
fn how_many_are_missing_still_is_told_where_fewer_can_come() {
    let units = Units::new("pool-still");
    let asks = units.place.service.unit(&units.chief.who, units.asks).expect("seen").contribute().expect("may");
    let told = [("Grupper", "SPL"), ("Fra", "22"), ("Til", "07"), ("Dager", "lør"), ("Antall", "2")];
    let cells: BTreeMap<String, String> =
        told.into_iter().map(|(column, value)| (column.to_owned(), value.to_owned())).collect();
    let two = Edit::Add { temp: "ny".into(), sheet: "Tilstedeværelse".into(), place: At::Last, cells };
    asks.edit("two", &[two]).expect("edited");
    units.decide(units.asks, 0);
    // Both nurses of the night are missing, and one can come.
    let night = format!("?dato={}&vakt=N&m.SPL=2", units.saturday());
    let text = units.place.get(&format!("/u/{}/now/pool{night}", units.asks), Some(&units.chief)).text();
    assert!(text.contains("Post B"), "{text}");
    assert!(text.contains("Én mangler fortsatt, når de som er nevnt her, er regnet med."), "{text}");
}

#[test]
fn who_is_missing_in_the_other_unit_already_is_counted_first() {
    let units = Units::new("pool-missing");
    units.decide(units.spares, 2);
    let (service, date) = (&units.place.service, units.saturday());
    let contributes = || service.unit(&units.chief.who, units.spares).expect("seen").contribute().expect("may");
    let log = |heads: u32| {
        let missing = vec![("SPL".to_owned(), heads)];
        let question = Question { day: weekday(date), shift: "N".into(), missing };
        let said = Said { choice: "managed".into(), cause: "sickness".into(), ..Said::default() };
        contributes().log_use(date, &question, &said).expect("logged")
    };
    let text = units.page("/pool", &units.chief);
    assert!(text.contains("Post B") && !text.contains("allerede mangler der."), "{text}");
    assert!(text.contains("planlagt fravær i kalenderen dens"), "{text}");

    // Of three at night one is missing, and one more may go: the way leads to the answer without both.
    log(1);
    let text = units.page("/pool", &units.chief);
    let way = format!("/u/{}/now?dato={date}&amp;vakt=N&amp;m.SPL=2", units.spares);
    assert!(text.contains("Regnet med at 1 SPL allerede mangler der.") && text.contains(&way), "{text}");

    // With two missing nobody can be spared, until it is taken back.
    let two = log(2);
    let text = units.page("/pool", &units.chief);
    assert!(!text.contains("Post B") && text.contains("kan avse noen uten at noe blir rødt"), "{text}");
    contributes().withdraw_use(two, true).expect("taken out");
    assert!(units.page("/pool", &units.chief).contains("Post B"));

    // Two who are away by the calendar are two of that day's five: one of the night's three. A third one is the night's second.
    let away = |batch: &str, people: &str| {
        let told = [("Fra dato", date.to_string()), ("Type", "fravær".into()), ("Gjelder", "SPL".into())];
        let told = told.into_iter().chain([("Verdi", people.to_owned())]);
        let cells: BTreeMap<String, String> = told.map(|(column, value)| (column.to_owned(), value)).collect();
        let row = Edit::Add { temp: "ny".into(), sheet: "Kalender".into(), place: At::Last, cells };
        contributes().edit(batch, &[row]).expect("edited");
        units.page("/pool", &units.chief)
    };
    let text = away("two", "2");
    assert!(text.contains("Post B") && text.contains("Regnet med at 1 SPL allerede mangler der."), "{text}");
    let text = away("three", "1");
    assert!(!text.contains("Post B"), "{text}");
}

#[test]
fn a_unit_without_the_pool_in_its_order_of_relief_is_not_asked() {
    let units = Units::new("pool-order");
    let order = |unit: BranchId, batch: &str| {
        let cells: BTreeMap<String, String> =
            [("Navn".into(), "Avlastning".into()), ("Verdi".into(), "overtid=1,5".into())].into();
        let row = Edit::Add { temp: "ny".into(), sheet: "Innstillinger".into(), place: At::Last, cells };
        let contributes = units.place.service.unit(&units.chief.who, unit).expect("seen").contribute().expect("may");
        contributes.edit(batch, &[row]).expect("edited");
    };
    order(units.spares, "b");
    let text = units.page("/pool", &units.chief);
    assert!(!text.contains("Post B") && text.contains("Regnet for én annen enhet"), "{text}");
    order(units.asks, "a");
    let text = units.page("/pool", &units.chief);
    assert!(text.contains("Pool står ikke i rekkefølgen for avlastning hos dere"), "{text}");
    assert!(!units.page("", &units.chief).contains("Hvem kan avse noen?"));
}
