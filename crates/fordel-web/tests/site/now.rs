//! Vakten nå, its colours, its rules and its log, asked through the router.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use fordel_app::service::{Answered, BranchId, Role, Said};
use fordel_core::calendar::{Date, Holiday, days_after, weekday};
use fordel_core::norwegian_time::{ClockChange, InNorway};
use fordel_core::plan::Heads;
use fordel_core::shortage::{relief, told};
use fordel_core::ward::{Certificate, CourseId, GroupId};
use fordel_text::{Lang, ShortageWords, Texts};

use crate::place::{Answer, Person};
use crate::ward::{Ward, heard};

/// A field of a form, as a browser writes it.
fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

impl Ward {
    fn now(&self, path: &str, by: &Person) -> Answer {
        self.place.get(&format!("/u/{}/now{path}", self.unit), Some(by))
    }

    fn post_now(&self, path: &str, by: &Person, form: &str) -> Answer {
        self.place.post(&format!("/u/{}/{path}", self.unit), Some(by), form)
    }

    fn today(&self) -> Date {
        InNorway::at(self.place.service.now().0).date
    }

    /// The next Saturday after today that is no public holiday: none of its shifts is running.
    fn saturday(&self) -> Date {
        self.next(|date| weekday(date).number() == 6 && Holiday::on(date).is_empty())
    }

    /// The next such date after today.
    fn next(&self, is_it: impl Fn(Date) -> bool) -> Date {
        (1..400).map(|days| days_after(self.today(), days)).find(|date| is_it(*date)).expect("within a year")
    }

    /// What the service answers with so many of a group missing from a shift.
    fn asked(&self, date: Date, shift: &str, missing: &[(&str, u32)]) -> Answered {
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
    assert!(many.text().contains("99 SPL kan ikke mangle"), "{}", many.text());
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
        assert_eq!(was.len(), 5, "{page}");
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
    // Sent from a page that is older than what stands there now, nothing is written over.
    let old = form("left-out", "2").replacen("utsettes", "noe annet", 1);
    let stale = old.replacen(&escaped("utsettes"), &escaped("noe annet"), 2);
    assert_eq!(ward.post_now("now/rules", &ward.chief, &stale).status, StatusCode::CONFLICT);
}

#[test]
fn a_choice_is_logged_beside_the_answer_corrected_by_its_author_and_counted() {
    let ward = Ward::new("now-log");
    let date = ward.saturday();
    let told = ward.asked(date, "A", &[("SPL", 2)]);
    let question = format!("dato={date}&vakt=A&m.SPL=2");
    let form = format!("{question}&valg=overtime&aarsak=sickness&timer=4&grunn=To+%3Cinnleggelser%3E");
    let logged = ward.post_now("now/log", &ward.chief, &form);
    assert_eq!(logged.status, StatusCode::SEE_OTHER, "{}", logged.text());
    assert!(logged.header("location").starts_with(&format!("/u/{}/now/log?ny=", ward.unit)));
    let reads = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen");
    let one = reads.logged_uses().expect("read").remove(0);
    assert_eq!(one.kept.answered.day, date.to_string());
    assert_eq!(one.kept.answered.light.word(), told.answer.light.name());
    assert_eq!(one.kept.answered.red_minutes, told::red(&told.answer, |_| true).least().round() as i64);
    assert_eq!(one.missing.iter().map(|m| (m.group.as_str(), m.heads)).collect::<Vec<_>>(), [("SPL", 2)]);
    assert!(one.kept.chosen.kr_reckoned && one.kept.chosen.hired_kr.is_some_and(|kr| kr > 1000), "{one:?}");
    assert!(one.tasks.iter().any(|task| task.left_out > 0.0), "{one:?}");

    let page = ward.now(&format!("/log?ny={}", one.kept.id), &ward.reader).text();
    assert!(page.contains("Lagret i loggen") && page.contains("To &lt;innleggelser&gt;") && page.contains("Overtid"));
    assert!(!page.contains(&format!("/now/log/{}\"", one.kept.id)), "a reader corrects nothing");

    // Everything that is wrong at once, with what was typed still there.
    let wrong = ward.post_now("now/log", &ward.chief, &format!("{question}&valg=pool&timer=mye&grunn=abc"));
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = wrong.text();
    for part in ["Velg hvorfor noen manglet", "Skriv timer som et tall", "value=\"mye\"", ">abc</textarea>", "m.SPL=1#"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let far = days_after(date, 400);
    let far = ward.post_now("now/log", &ward.chief, &format!("dato={far}&vakt=A&valg=managed&aarsak=other"));
    assert!(far.text().contains("de siste tre månedene"), "{}", far.text());

    // Corrected by whoever logged it, and by nobody else.
    let path = format!("now/log/{}", one.kept.id);
    let maps = ward.place.invited(&ward.chief, ward.unit, Role::Contributor, "bidrag@test.no");
    let better = "valg=overtime&aarsak=vacancy&timer=5&kroner=2500&grunn=";
    assert_eq!(ward.post_now(&path, &maps, better).status, StatusCode::FORBIDDEN);
    assert_eq!(ward.post_now(&path, &ward.chief, better).status, StatusCode::SEE_OTHER);
    let history = ward.place.get(&format!("/u/{}/history?slag=shortages", ward.unit), Some(&ward.chief)).text();
    for part in
        ["Vakten nå, rettet", "årsak: Ubesatt stilling", "timer dekket: 4<", "kroner beregnet: nei", "mangler: SPL 2"]
    {
        assert!(history.contains(part), "{part}: {history}");
    }
    // How the kroner came about is told where it was corrected alone, and the fingerprint of the tasks says nobody anything.
    assert!(!history.contains("fingeravtrykk ") && history.matches("kroner beregnet: ja").count() == 1, "{history}");
    for code in ["vacancy", "sickness", "overtime", "sha256:", "&quot;heads&quot;"] {
        assert!(!history.contains(code), "{code}: {history}");
    }

    let statistics = ward.now("/statistics", &ward.reader).text();
    assert!(statistics.contains("Innleie som svaret begrunnet") && statistics.contains("sier lite"), "{statistics}");
    let log = ward.now("/log.csv", &ward.reader);
    let saved = log.header("content-disposition");
    assert!(saved.contains("Medisinsk%20sengepost%20%E2%80%93%20"), "whose it is, and what: {saved}");
    let csv = log.text();
    assert!(csv.contains("Overtid;Ubesatt stilling;5;2500"), "{csv}");
    assert!(ward.now("/statistics.csv", &ward.reader).text().contains("Ukedag;lørdag;1"));
    for file in ["/log.xlsx", "/statistics.xlsx"] {
        assert!(ward.now(file, &ward.reader).body.starts_with(b"PK"), "{file}");
    }
    let front = ward.place.get("/", Some(&ward.chief)).text();
    assert!(front.contains("én gang, ") || date.first_of_month() > ward.today(), "{front}");
    let listed = ward.place.get(&format!("/api/v1/units/{}/shortages", ward.unit), Some(&ward.reader)).text();
    assert!(listed.contains("\"choice\":\"overtime\"") && listed.contains("\"hired_kr\":2500"), "{listed}");

    // Taken out, it counts nowhere, and is still there to be read.
    assert_eq!(ward.post_now(&path, &ward.chief, "do=ut").status, StatusCode::SEE_OTHER);
    assert!(ward.now("/statistics", &ward.reader).text().contains("Her kommer valgene"));
    assert!(ward.now("/log", &ward.reader).text().contains("teller ikke med"));
}

#[test]
fn what_is_looked_up_with_somebody_missing_is_noted_by_itself_and_is_no_choice() {
    let ward = Ward::new("now-look-ups");
    let date = ward.saturday();
    let reads = || ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen");
    // The note is written after the answer.
    let noted = |expected: usize| {
        let patience = std::time::Instant::now();
        loop {
            let look_ups = reads().look_ups(None).expect("read");
            if look_ups.len() >= expected || patience.elapsed().as_secs() > 20 {
                assert_eq!(look_ups.len(), expected, "{look_ups:?}");
                return look_ups;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
    };
    // Nobody missing, a question that doesn't fit, another site's link and a page fetched ahead: no note.
    let query = format!("?dato={date}&vakt=A&m.SPL=2");
    let address = format!("/u/{}/now{query}", ward.unit);
    for path in [format!("?dato={date}&vakt=A"), format!("?dato={date}&vakt=A&m.SPL=99")] {
        assert_eq!(ward.now(&path, &ward.reader).status, StatusCode::OK);
    }
    for (name, value) in [("sec-fetch-site", "cross-site"), ("sec-purpose", "prefetch")] {
        let request = Request::builder().uri(&address).header(name, value);
        assert_eq!(ward.place.ask(request, Some(&ward.reader), Body::empty()).status, StatusCode::OK);
    }
    assert_eq!(ward.place.get(&address, None).status, StatusCode::SEE_OTHER);
    // A reader may ask too, and asks twice.
    let history = || ward.place.get(&format!("/u/{}/history", ward.unit), Some(&ward.chief)).text();
    let before = history().matches("<tr").count();
    ward.now(&query, &ward.reader);
    let one = noted(1).remove(0);
    assert_eq!((one.kept.told.day.clone(), one.kept.told.shift.as_str()), (date.to_string(), "A"));
    assert_eq!(one.missing.iter().map(|m| (m.group.as_str(), m.heads)).collect::<Vec<_>>(), [("SPL", 2)]);
    assert_eq!(one.kept.person, Some(ward.reader.who.person));
    assert_eq!(one.kept.told.light.word(), ward.asked(date, "A", &[("SPL", 2)]).answer.light.name());
    ward.now(&query, &ward.reader);
    ward.now(&query, &ward.chief);
    ward.now(&format!("?dato={date}&vakt=A&m.SPL=1"), &ward.chief);
    noted(3);
    assert_eq!(history().matches("<tr").count(), before, "no change");

    let page = ward.now("/log", &ward.reader).text();
    assert!(page.contains("Her kommer valgene") && page.contains("Slått opp 3 ganger"), "{page}");
    assert!(page.contains("2 SPL") && page.contains("Vis de siste 3 oppslagene"), "{page}");
    assert!(page.contains("Oppslag slettes etter 730 dager"), "{page}");
    let statistics = ward.now("/statistics", &ward.reader).text();
    assert!(statistics.contains("Slått opp 3 ganger") && statistics.contains("Her kommer valgene"), "{statistics}");
    let csv = ward.now("/look-ups.csv", &ward.reader).text();
    assert!(csv.lines().count() == 4 && csv.contains(&format!("{date};A;2 SPL;")), "{csv}");
    assert!(ward.now("/look-ups.xlsx", &ward.reader).body.starts_with(b"PK"));
    // A choice counts as before.
    let form = format!("dato={date}&vakt=A&m.SPL=2&valg=managed&aarsak=sickness");
    assert_eq!(ward.post_now("now/log", &ward.chief, &form).status, StatusCode::SEE_OTHER);
    assert_eq!(reads().logged_uses().expect("read").len(), 1);
    noted(3);
}

#[test]
fn the_same_task_left_out_again_and_again_is_a_finding_of_the_unit() {
    let ward = Ward::new("now-finding");
    let date = ward.saturday();
    let findings = || ward.get(ward.number, "findings", &ward.reader).text();
    let log = || {
        let contributes = ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen").contribute().expect("may");
        let missing = vec![("SPL".to_owned(), 2)];
        let question = fordel_app::Question { day: weekday(date), shift: "A".into(), missing };
        let said = Said { choice: "managed".into(), cause: "sickness".into(), again: true, ..Said::default() };
        contributes.log_use(date, &question, &said).expect("logged");
    };
    (0..4).for_each(|_| log());
    assert!(!findings().contains("utelates gang på gang"), "four uses are too few");
    log();
    let text = findings();
    assert!(text.contains("utelates gang på gang") && text.contains("utelatt i 5 av 5 loggede bruk"), "{text}");
}

#[test]
fn the_same_shift_is_logged_twice_only_by_somebody_who_says_so() {
    let ward = Ward::new("now-twice");
    let date = ward.saturday();
    let question = format!("dato={date}&vakt=A&m.SPL=2");
    let form = format!("{question}&valg=overtime&aarsak=sickness&timer=4&grunn=Uro");
    let reads = || ward.place.service.unit(&ward.chief.who, ward.unit).expect("seen");
    let before = "Denne vakta er logget før:";
    assert!(!ward.now(&format!("?{question}"), &ward.chief).text().contains(before));
    assert_eq!(ward.post_now("now/log", &ward.chief, &form).status, StatusCode::SEE_OTHER);
    let id = reads().logged_uses().expect("read")[0].kept.id;

    // The page says so, with the way there, also to those who log nothing; the box is in the form alone.
    let (read, maps) =
        (ward.now(&format!("?{question}"), &ward.reader).text(), ward.now(&format!("?{question}"), &ward.chief).text());
    let way = format!("/u/{}/now/log#use-{id}\"", ward.unit);
    assert!(read.contains(before) && read.contains(&way) && !read.contains("id=\"igjen\""), "{read}");
    assert!(maps.contains("id=\"igjen\"") && maps.matches(before).count() == 2, "{maps}");
    // Others missing, another shift or another day are other questions.
    for other in [
        format!("?dato={date}&vakt=A&m.SPL=1"),
        format!("?dato={date}&vakt=D&m.SPL=2"),
        format!("?dato={}&vakt=A&m.SPL=2", days_after(date, 1)),
    ] {
        assert!(!ward.now(&other, &ward.chief).text().contains(before), "{other}");
    }

    // Sent again as it is, nothing is logged, and what was typed stands.
    let again = ward.post_now("now/log", &ward.chief, &form);
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = again.text();
    for part in ["Kryss av hvis den skal logges en gang til", "href=\"#igjen\"", "value=\"4\"", ">Uro</textarea>"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(reads().logged_uses().expect("read").len(), 1);
    // Whoever says so logs it.
    let sure = ward.post_now("now/log", &ward.chief, &format!("{form}&igjen=on"));
    assert_eq!(sure.status, StatusCode::SEE_OTHER, "{}", sure.text());
    assert_eq!(reads().logged_uses().expect("read").len(), 2);
    // What is taken out doesn't count here either.
    for one in reads().logged_uses().expect("read") {
        let path = format!("now/log/{}", one.kept.id);
        assert_eq!(ward.post_now(&path, &ward.chief, "do=ut").status, StatusCode::SEE_OTHER);
    }
    assert!(!ward.now(&format!("?{question}"), &ward.chief).text().contains(before));
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
