//! Vakten nå, its cards, its colours and its rules, asked through the router.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::http::StatusCode;
use fordel_app::service::{Answered, BranchId, Role};
use fordel_core::calendar::{Date, Holiday, days_after, weekday};
use fordel_core::norwegian_time::{ClockChange, InNorway};
use fordel_core::plan::Heads;
use fordel_core::shortage::rules::{Relief, Yields};
use fordel_core::shortage::{relief, told};
use fordel_core::ward::{Certificate, CourseId, GroupId};
use fordel_text::{Lang, ShortageWords, Texts};

use crate::place::{Answer, Person, escaped};
use crate::ward::{Ward, heard};

impl Ward {
    /// One of its pages.
    pub fn now(&self, path: &str, by: &Person) -> Answer {
        self.place.get(&format!("/u/{}/now{path}", self.unit), Some(by))
    }

    /// What a form of the unit is answered.
    pub fn post_now(&self, path: &str, by: &Person, form: &str) -> Answer {
        self.place.post(&format!("/u/{}/{path}", self.unit), Some(by), form)
    }

    /// The day on the site's clock.
    pub fn today(&self) -> Date {
        InNorway::at(self.place.service.now().0).date
    }

    /// The next Saturday after today that is no public holiday: none of its shifts is running.
    pub fn saturday(&self) -> Date {
        self.next(|date| weekday(date).number() == 6 && Holiday::on(date).is_empty())
    }

    /// The next such date after today.
    fn next(&self, is_it: impl Fn(Date) -> bool) -> Date {
        (1..400).map(|days| days_after(self.today(), days)).find(|date| is_it(*date)).expect("within a year")
    }

    /// What the service answers with so many of a group missing from a shift.
    pub fn asked(&self, date: Date, shift: &str, missing: &[(&str, u32)]) -> Answered {
        let reads = self.place.service.unit(&self.chief.who, self.unit).expect("seen");
        let plan = reads.on_duty().expect("read").expect("a plan");
        let missing = missing.iter().map(|(code, heads)| ((*code).to_owned(), *heads)).collect();
        plan.answer(date, &fordel_app::Question { day: weekday(date), shift: shift.into(), missing }).expect("answered")
    }
}

#[test]
fn the_page_answers_what_its_address_asks_and_every_step_has_its_own() {
    let ward = Ward::new("now");
    let plain = ward.now("", &ward.reader);
    assert_eq!(plain.status, StatusCode::OK);
    let text = plain.text();
    assert!(text.contains("Ingen plan er vedtatt") && text.contains("forslag"), "{text}");
    assert!(text.contains("m.SPL=1#mangler\""), "a plus is a link: {text}");

    let date = ward.saturday();
    let query = format!("?dato={date}&vakt=A&m.SPL=2");
    let text = ward.now(&query, &ward.reader).text();
    let told = ward.asked(date, "A", &[("SPL", 2)]);
    let texts = Texts::new(Lang::Nb);
    let words = ShortageWords { ward: &told.ward, answer: &told.answer, texts: &texts, date: Some(date) };
    assert!(text.contains(&format!("light {}", told.answer.light.name())), "{text}");
    let plain = |sentence: String| sentence.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    for sentence in [words.light(), words.hire()] {
        assert!(text.contains(&plain(sentence.clone())), "{sentence}\n{text}");
    }
    let lists = told::lists(&told.ward, &told.answer);
    assert!(!lists.left_out.is_empty(), "the example has green tasks");
    for entry in &lists.left_out {
        let sentence = plain(words.entry("shortage-left-out", entry));
        assert!(text.contains(&sentence), "{sentence}\n{text}");
    }
    assert!(text.contains("m.SPL=1#mangler\"") && text.contains("m.SPL=3#mangler\""), "one fewer and one more");
    // A reader sees no form: the log is for those who map.
    assert!(!text.contains("id=\"logg\"") && ward.now(&query, &ward.chief).text().contains("id=\"logg\""));

    // What doesn't fit is told, with what would.
    let many = ward.now(&format!("?dato={date}&vakt=A&m.SPL=99"), &ward.reader);
    assert_eq!(many.status, StatusCode::OK);
    assert!(many.text().contains("99 Sykepleier kan ikke mangle"), "{}", many.text());
    assert!(ward.now("?dato=i+dag", &ward.reader).text().contains("«i dag» kan ikke brukes som dato"));
    assert!(ward.now(&format!("?dato={date}&vakt=tull"), &ward.reader).text().contains("ingen vakt «tull»"));
    assert!(ward.now(&format!("?dato={date}&vakt=A&m.XYZ=1"), &ward.reader).text().contains("XYZ"));
}

#[test]
fn a_public_holiday_is_answered_as_the_day_that_it_is_staffed_as() {
    let ward = Ward::new("now-holiday");
    let weekday_off = ward.next(|date| !weekday(date).is_weekend() && !Holiday::on(date).is_empty());
    let told = ward.asked(weekday_off, "A", &[("SPL", 2)]);
    let moment = &told.answer.asked.moment;
    assert_eq!(moment.day.number(), 7);
    assert!(moment.holidays.contains(moment.day), "relief costs its supplement");
    // The heads of an ordinary Sunday, and relief that costs more.
    let sunday = ward.next(|date| {
        let around = (-1..=2).map(|days| days_after(date, days));
        weekday(date).number() == 7 && around.into_iter().all(|day| Holiday::on(day).is_empty())
    });
    let plain = ward.asked(sunday, "A", &[("SPL", 2)]);
    assert_eq!(told.answer.asked.absent, plain.answer.asked.absent);
    let kr = |told: &Answered| relief::an_hour(&told.ward, &told.answer)[0].kr;
    assert!(kr(&told) > kr(&plain), "{} and {}", kr(&told), kr(&plain));
    let text = ward.now(&format!("?dato={weekday_off}&vakt=A&m.SPL=2"), &ward.reader).text();
    assert!(text.contains("Dagen bemannes som søndag: det er "), "{text}");
    let text = ward.now(&format!("?dato={sunday}&vakt=A&m.SPL=2"), &ward.reader).text();
    assert!(!text.contains("Dagen bemannes som"), "{text}");
}

#[test]
fn a_night_on_which_the_clock_is_changed_says_so_and_is_reckoned_as_it_is() {
    let ward = Ward::new("now-clock");
    let changes = |date: Date| ClockChange::on(days_after(date, 1)).is_some();
    let told = |date: Date, shift: &str| ward.now(&format!("?dato={date}&vakt={shift}"), &ward.reader).text();
    for (change, words) in [(ClockChange::Back, "en time lengre"), (ClockChange::Forward, "en time kortere")] {
        let night = ward.next(|date| ClockChange::on(days_after(date, 1)) == Some(change));
        let text = told(night, "N");
        assert!(text.contains("Klokka stilles ") && text.contains(words), "the night after {night}: {text}");
        assert!(text.contains("Timen er regnet med."), "{text}");
        let moment = ward.asked(night, "N", &[("SPL", 1)]).answer.asked.moment;
        let more = i64::from(moment.minutes(moment.stretch)) - i64::from(moment.stretch.minutes);
        assert_eq!(more, i64::from(change.minutes()), "the night after {night}");
        assert!(!told(night, "A").contains("Klokka stilles "), "the evening before");
    }
    assert!(!told(ward.next(|date| !changes(date)), "N").contains("Klokka stilles "), "any other night");
}

#[test]
fn while_a_shift_is_running_what_is_over_does_not_count() {
    let ward = Ward::new("now-running");
    let date = ward.saturday();
    let reads = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen");
    let plan = reads.on_duty().expect("read").expect("a plan");
    let question = fordel_app::Question { day: weekday(date), shift: "A".into(), missing: vec![("SPL".into(), 2)] };
    let whole = plan.answer(date, &question).expect("answered").answer;
    let stretch = whole.asked.moment.stretch;
    let at = |minute: u32| {
        let now = InNorway { date, minute };
        plan.answer_at(date, &question, Some(now)).expect("answered").answer
    };
    let start = stretch.start % 1440;
    assert_eq!(at(start - 1), whole, "before it");
    // Also within an interval: what the plan had time for in it is done.
    let soon = at(start + 15);
    let minutes = |told: &fordel_core::shortage::Answer| told.pieces.iter().map(|piece| piece.minutes).sum::<f64>();
    assert!(minutes(&soon) < minutes(&whole) && soon.asked.moment.asked_from().is_some(), "{:?}", soon.asked);
    let late = at(start + stretch.minutes - 1);
    assert!(late.intervals.len() < whole.intervals.len(), "{:?}", late.intervals);
    assert!(late.sums.red <= whole.sums.red + 0.01 && late.pieces.len() < whole.pieces.len());
    assert_eq!(at(start + stretch.minutes), whole, "after it, all is looked back on");
}

#[test]
fn a_unit_without_a_plan_says_what_to_do() {
    let ward = Ward::new("now-none");
    let empty = ward.place.small_ward(&ward.chief);
    let text = ward.place.get(&format!("/u/{empty}/now"), Some(&ward.chief)).text();
    assert!(text.contains("Be om et forslag først"), "{text}");
    assert_eq!(ward.place.get(&format!("/u/{empty}/now/cards.pdf"), Some(&ward.chief)).status, StatusCode::NOT_FOUND);
    let logged = ward.place.post(&format!("/u/{empty}/now/log"), Some(&ward.chief), "valg=managed&aarsak=sickness");
    assert_eq!(logged.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn cards_of_the_plan_come_as_a_page_and_on_paper() {
    let ward = Ward::new("now-cards");
    let page = ward.now("/cards.html", &ward.reader);
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text().contains("Når noen mangler") && page.text().contains("lør–søn"));
    assert!(ward.now("/cards.pdf", &ward.reader).body.starts_with(b"%PDF"));
}

#[test]
fn cards_name_the_unit_as_the_tree_does() {
    let ward = Ward::new("now-cards-named");
    let sheet = ward.opened(ward.number).ward.unit.clone();
    ward.place.service.administer(&ward.chief.who, ward.unit).expect("administers").rename("Sengepost B").expect("may");
    let page = ward.now("/cards.html", &ward.reader).text();
    assert!(page.contains("<p class=\"unit\">Sengepost B</p>") && !page.contains(&format!(">{sheet}<")), "{page}");
}

#[test]
fn cards_count_the_certificates_of_the_day_on_which_they_are_made() {
    let ward = Ward::new("now-cards-dated");
    let reads = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen");
    let mut plan = reads.on_duty().expect("read").expect("a plan").as_ref().clone();
    let today = ward.today();
    let known = Arc::make_mut(&mut plan.ward);
    let (groups, course): (Vec<_>, _) = (known.group_ids().collect(), CourseId(0));
    // Whatever is handed over takes a course, and one of each group holds it for a month.
    known.lines.iter_mut().for_each(|line| line.training = groups.iter().map(|group| (*group, course)).collect());
    let holder = |group: &GroupId| Certificate {
        employee: "A1".into(),
        group: *group,
        percent: None,
        course,
        date: today,
        until: Some(days_after(today, 30)),
        weekends: None,
    };
    known.certificates = groups.iter().map(holder).collect();
    let texts = Texts::new(Lang::Nb);
    let on = |days: i64| {
        let made = plan.cards("Post", days_after(today, days), fordel_app::Form::Html, &texts).expect("made");
        String::from_utf8(made).expect("a page")
    };
    assert!(on(0).contains("Gi fra "), "{}", on(0));
    assert_eq!(on(0), on(30), "it counts on its last day");
    assert!(!on(31).contains("Gi fra "), "nobody holds it any more: {}", on(31));
}

#[test]
fn lines_without_a_colour_are_told_also_where_none_of_them_is_in_the_answer() {
    let ward = Ward::new("now-without");
    // Of the two that lack one, this is done every day, and the other on Mondays.
    let daily = "Skaffe vikar";
    let leads = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen").lead().expect("may");
    let desk = leads.desk().expect("read");
    let is_daily = |cells: &BTreeMap<String, String>| {
        cells.get("Oppgave").is_some_and(|name| name == daily) && !cells.contains_key("Prioritet")
    };
    let (row, _) = desk.sheet("Oppgaver").expect("there").rows.iter().find(|(_, cells)| is_daily(cells)).expect(daily);
    let colour =
        fordel_app::service::Edit::Cell { row: *row, column: "Prioritet".into(), was: None, now: "gul".into() };
    leads.edit("colour", &[colour]).expect("coloured");
    let date = ward.saturday();
    let told = ward.asked(date, "A", &[("SPL", 1)]);
    let without = (told::without_priority(&told.ward), told::without_priority_here(&told.ward, &told.answer));
    assert_eq!(without, (1, 0));
    let query = format!("?dato={date}&vakt=A&m.SPL=1");
    let sentence = "Én oppgave i planen mangler farge og regnes som rød, men ikke noe av det som gjenstår her.";
    let (read, led) = (ward.now(&query, &ward.reader).text(), ward.now(&query, &ward.chief).text());
    assert!(read.contains(sentence) && !read.contains("Sett farger"), "{read}");
    assert!(led.contains(sentence) && led.contains(&format!("/u/{}/priorities\">Sett farger", ward.unit)), "{led}");
}

#[test]
fn a_card_whose_days_differ_says_which_of_them_it_shows() {
    let ward = Ward::new("now-cards-day");
    let reads = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen");
    let mut plan = reads.on_duty().expect("read").expect("a plan").as_ref().clone();
    let of_day = |heads: &&mut Heads| heads.day == 3 && heads.group == "SPL";
    let most = plan.plan.staffing.iter_mut().filter(of_day).max_by_key(|heads| heads.heads).expect("nurses");
    most.heads -= 1;
    let made = plan.cards("Post", ward.today(), fordel_app::Form::Html, &Texts::new(Lang::Nb)).expect("made");
    let page = String::from_utf8(made).expect("a page");
    // With one fewer than on the other days it is the worst of them.
    assert!(page.contains("Viser onsdag") && page.contains("andre dager kan være annerledes"), "{page}");
}

/// The form of the page of colours: each line's hidden field with what stands there.
fn lines(page: &str) -> Vec<(String, String)> {
    let parts = page.split("type=\"hidden\" name=\"var.").skip(1);
    parts
        .map(|part| {
            let name = part.split('"').next().expect("a name").to_owned();
            let value = part.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
            (name, value.to_owned())
        })
        .collect()
}

#[test]
fn colours_that_are_set_after_a_decision_hold_at_once_and_a_changed_task_keeps_the_decisions() {
    let ward = Ward::new("now-colours");
    let service = &ward.place.service;
    let leads = || service.unit(&ward.chief.who, ward.unit).expect("seen").lead().expect("may");
    leads().decide(ward.number, &heard(), "").expect("decided");
    let date = ward.saturday();
    let text = ward.now(&format!("?dato={date}&vakt=A"), &ward.reader).text();
    assert!(text.contains("Vedtatt plan, versjon 1"), "{text}");
    let left_out = |told: &Answered| told::lists(&told.ward, &told.answer).left_out.len();
    assert!(left_out(&ward.asked(date, "A", &[("SPL", 3)])) > 0, "the example has green tasks");

    // All lines become red: nothing may be left out any more.
    let page = ward.place.get(&format!("/u/{}/priorities?alle=1", ward.unit), Some(&ward.chief)).text();
    let all = lines(&page);
    assert!(all.len() > 60, "{}", all.len());
    let mut form = vec!["alle=1".to_owned()];
    for (name, was) in &all {
        let row = name.split_once('.').expect("category and row").1;
        form.push(format!("var.{name}={}&linje.{row}=red", escaped(was)));
    }
    let saved = ward.post_now("priorities", &ward.chief, &form.join("&"));
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let told = ward.asked(date, "A", &[("SPL", 3)]);
    assert_eq!((left_out(&told), told::without_priority(&told.ward)), (0, 0));
    let text = ward.now(&format!("?dato={date}&vakt=A&m.SPL=1"), &ward.reader).text();
    assert!(text.contains("har fått en annen farge etter at planen ble laget"), "{text}");
    // Sent again from the same page, nothing is written over: the cells hold something else now.
    let again = ward.post_now("priorities", &ward.chief, &form.join("&").replace("=red", "=green"));
    assert_eq!(again.status, StatusCode::CONFLICT, "{}", again.text());
    // Each is one step, as in the grid: undone, the colours are back. The second set those that had been red all along.
    for batch in ["u1", "u2"] {
        leads().undo(batch).expect("undone");
    }
    assert!(left_out(&ward.asked(date, "A", &[("SPL", 3)])) > 0);
    // Readers see the colours and can't set them.
    assert_eq!(ward.post_now("priorities", &ward.reader, "").status, StatusCode::FORBIDDEN);
    let read = ward.place.get(&format!("/u/{}/priorities?alle=1", ward.unit), Some(&ward.reader)).text();
    assert!(!read.contains("<select class=\"ds-input\" id=\"linje"), "{read}");

    // A task that is another one now keeps the plan's colour, and the page says so.
    let desk = leads().desk().expect("read");
    let sheet = desk.sheet("Oppgaver").expect("there");
    let (row, cells) =
        sheet.rows.iter().find(|(_, c)| c.get("Prioritet").is_some_and(|p| p == "grønn")).expect("green");
    let rename = fordel_app::service::Edit::Cell {
        row: *row,
        column: "Oppgave".into(),
        was: None,
        now: format!("{} og noe annet", cells["Oppgave"]),
    };
    leads().edit("rename", &[rename]).expect("renamed");
    let text = ward.now("", &ward.reader).text();
    assert!(text.contains("Én oppgave i planen er endret eller fjernet siden"), "{text}");
    assert!(text.contains("Én oppgave er kommet til siden"), "{text}");
}

#[test]
fn of_two_who_set_colours_the_second_sees_which_lines_were_not_saved_and_both_colours() {
    let ward = Ward::new("now-colours-two");
    let maps = ward.place.invited(&ward.chief, ward.unit, Role::Contributor, "bidrag@test.no");
    let page = ward.place.get(&format!("/u/{}/priorities", ward.unit), Some(&maps)).text();
    let missing = lines(&page);
    assert_eq!(missing.len(), 2, "{page}");
    let labelled = |row: &str| {
        let label = page.split(&format!("for=\"linje.{row}\">")).nth(1).and_then(|rest| rest.split('<').next());
        label.is_some_and(|label| label.contains("Skaffe vikar"))
    };
    let row_of = |name: &str| name.split_once('.').expect("category and row").1.to_owned();
    let (first, _) = missing.iter().find(|(name, _)| labelled(&row_of(name))).expect("Skaffe vikar");
    let one = |colour: &str| format!("var.{first}=&linje.{}={colour}", row_of(first));
    assert_eq!(ward.post_now("priorities", &ward.chief, &one("red")).status, StatusCode::SEE_OTHER);
    let (other, _) = missing.iter().find(|(name, _)| name != first).expect("another");
    let both = format!("{}&var.{other}=&linje.{}=green", one("yellow"), row_of(other));
    let stale = ward.post_now("priorities", &maps, &both);
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let text = stale.text();
    let told = format!("Skaffe vikar: du har valgt «gul», men {} har skrevet «rød».", ward.chief.who.name);
    for part in ["Ikke lagret, fordi andre har endret det samme i mellomtida:", told.as_str(), "Lagret: én linje."] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let without = |told: &Answered| told::without_priority(&told.ward);
    assert_eq!(without(&ward.asked(ward.saturday(), "A", &[])), 0, "the other line is green now");
}

#[test]
fn rules_are_changed_by_a_leader_and_change_the_answer() {
    let ward = Ward::new("now-rules");
    let date = ward.saturday();
    let query = format!("?dato={date}&vakt=A&m.SPL=2");
    assert!(ward.now(&query, &ward.reader).text().contains("La være:"));
    let form = |green: &str, agency: &str| {
        let page = ward.now("/rules", &ward.chief).text();
        let was: Vec<String> = lines(&page)
            .iter()
            .map(|(name, was)| format!("var.{name}={}", escaped(&was.replace("&amp;", "&"))))
            .collect();
        assert_eq!(was.len(), 13, "{page}");
        format!(
            "{}&gule=waits&gronne={green}&innen=day&nr.agency=1&pris.agency={agency}&nr.overtime=2&pris.overtime=1%2C4\
             &minst=2&av=3",
            was.join("&")
        )
    };
    let saved = ward.post_now("now/rules", &ward.chief, &form("waits", "3%2C25"));
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let rules = ward.asked(date, "A", &[]).ward.settings.shortage.clone();
    let steps: Vec<_> = rules.relief.iter().map(|step| (step.relief.name(), step.factor)).collect();
    assert_eq!(steps, [("agency", 3.25), ("overtime", 1.4)]);
    assert_eq!((rules.dropped.least, rules.dropped.of, rules.relief_is_own), (2, 3, true));
    let text = ward.now(&query, &ward.reader).text();
    assert!(!text.contains("La være:") && text.contains("Utsett:"), "green waits now: {text}");
    // What is wrong is told at its field, and nothing is saved; who only maps may not.
    let wrong = ward.post_now("now/rules", &ward.chief, &form("waits", "0"));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("Pris for en time, innleie fra byrå: Skriv et tall over 0"), "{}", wrong.text());
    let maps = ward.place.invited(&ward.chief, ward.unit, Role::Contributor, "bidrag@test.no");
    assert_eq!(ward.post_now("now/rules", &maps, &form("waits", "2")).status, StatusCode::FORBIDDEN);
}

#[test]
fn of_two_who_change_the_rules_neither_takes_the_others_back_without_seeing_it() {
    let ward = Ward::new("now-rules-two");
    let other = ward.place.invited(&ward.chief, ward.unit, Role::Leader, "leder2@test.no");
    let old = ward.now("/rules", &ward.chief).text();
    // The form with these changed, sent from a page as it was opened.
    let send = |by: &Person, page: &str, changes: &[(&str, &str)]| {
        let field = |(name, was): &(String, String)| {
            let mine = changes.iter().find(|(changed, _)| changed == name).map_or(was.as_str(), |(_, mine)| *mine);
            format!("var.{name}={}&{name}={}", escaped(was), escaped(mine))
        };
        let form: Vec<String> = lines(page).iter().map(field).collect();
        ward.post_now("now/rules", by, &form.join("&"))
    };
    let rules = || {
        let rules = ward.place.service.unit(&other.who, ward.unit).expect("seen").shortage_rules().expect("read").rules;
        let step = |of: Relief| rules.relief.iter().find(|step| step.relief == of).expect("used").factor;
        (rules.yellow, rules.green, step(Relief::Agency), step(Relief::Overtime))
    };
    let (yellow, green, _, overtime) = rules();
    assert_eq!((yellow, green), (Yields::Waits, Yields::LeftOut));
    assert_eq!(send(&ward.chief, &old, &[("pris.agency", "4")]).status, StatusCode::SEE_OTHER);
    // What one left as it was stays the other's, also in the same cell.
    let saved = send(&other, &old, &[("gule", "left-out"), ("pris.overtime", "1,75")]);
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    assert_ne!(overtime, 1.75);
    assert_eq!(rules(), (Yields::LeftOut, Yields::LeftOut, 4.0, 1.75));

    // What both have changed is told with both values, and nothing of the form is saved.
    let stale = send(&other, &old, &[("pris.agency", "3,5"), ("gronne", "waits")]);
    assert_eq!(stale.status, StatusCode::CONFLICT);
    let text = stale.text();
    for part in [
        "Ikke lagret: noen andre har i mellomtida endret det samme som du.",
        "Pris for en time, innleie fra byrå: du har valgt «3,5», men nå står det «4».",
        "id=\"gule-left-out\" name=\"gule\" value=\"left-out\" checked",
        "id=\"gronne-waits\" name=\"gronne\" value=\"waits\" checked",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("Grønne oppgaver: du har valgt"), "nobody else has changed that: {text}");
    assert_eq!(rules(), (Yields::LeftOut, Yields::LeftOut, 4.0, 1.75));
    // Whoever has seen both may choose.
    let chosen = send(&other, &text, &[("pris.agency", "3,5"), ("gronne", "waits")]);
    assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.text());
    assert_eq!(rules(), (Yields::LeftOut, Yields::Waits, 3.5, 1.75));
}

#[test]
fn rules_that_cannot_be_read_are_not_written_over_with_the_defaults() {
    let ward = Ward::new("now-rules-faulty");
    let leads = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen").lead().expect("may");
    let desk = leads.desk().expect("read");
    let row = desk.sheet("Oppgaver").expect("there").rows[0].0;
    let fault = fordel_app::service::Edit::Cell { row, column: "Prioritet".into(), was: None, now: "lilla".into() };
    leads.edit("fault", &[fault]).expect("written");
    let page = ward.now("/rules", &ward.chief).text();
    assert!(page.contains("Her vises standardverdiene") && !page.contains("class=\"stack rules\""), "{page}");
    assert!(!page.contains("En leder kan endre reglene"), "one is a leader: {page}");
    let sent = ward.post_now("now/rules", &ward.chief, "gule=left-out");
    assert_eq!(sent.status, StatusCode::CONFLICT);
    assert!(sent.text().contains("Ikke lagret: feilene i arkene må rettes først."), "{}", sent.text());
}

#[test]
fn nothing_of_it_reaches_another_unit_or_organisation() {
    let ward = Ward::new("now-foreign");
    let date = ward.saturday();
    let form = format!("dato={date}&vakt=A&m.SPL=2&valg=overtime&aarsak=sickness&timer=4&grunn=x");
    ward.post_now("now/log", &ward.chief, &form);
    let service = &ward.place.service;
    let id = service.unit(&ward.chief.who, ward.unit).expect("seen").logged_uses().expect("read")[0].kept.id;
    let other = ward.place.elsewhere();
    let theirs: BranchId = service.add_example(&other.who).expect("the example");
    for path in ["now", "now/log", "now/statistics", "now/rules", "now/log.csv", "priorities"] {
        let answer = ward.place.get(&format!("/u/{}/{path}", ward.unit), Some(&other));
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    for act in ["do=ut", "valg=managed&aarsak=other"] {
        let answer = ward.place.post(&format!("/u/{theirs}/now/log/{id}"), Some(&other), act);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{act}");
    }
    // A row of another unit gets no colour through one's own form.
    let page = ward.place.get(&format!("/u/{}/priorities?alle=1", ward.unit), Some(&ward.chief)).text();
    let (name, was) = lines(&page).remove(0);
    let row = name.split_once('.').expect("a row").1;
    let form = format!("var.{name}={}&linje.{row}=green", escaped(&was));
    let answer = ward.place.post(&format!("/u/{theirs}/priorities"), Some(&other), &form);
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    assert_eq!(
        service.unit(&ward.chief.who, ward.unit).expect("seen").logged_use(id).expect("there").kept.withdrawn,
        None
    );
}
