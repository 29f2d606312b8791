//! What is logged of Vakten nå: choices, look-ups, and what comes of them.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use fordel_app::service::{Role, Said};
use fordel_core::calendar::{Date, Holiday, days_after, weekday};
use fordel_core::shortage::told;

use crate::place::escaped;
use crate::ward::Ward;

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
fn shifts_of_one_name_at_different_times_are_told_apart() {
    let ward = Ward::new("now-namesakes");
    let is_plain = |date: &Date| !weekday(*date).is_weekend() && Holiday::on(*date).is_empty();
    let date = (1..30).map(|days| days_after(ward.today(), days)).find(is_plain).expect("a weekday");
    let log = |date: Date, shift: &str| {
        let form = format!("dato={date}&vakt={}&valg=managed&aarsak=other", escaped(shift));
        ward.post_now("now/log", &ward.chief, &form).status
    };
    // Secretaries have a K in the daytime, assistants one in the evening, also at weekends.
    assert_eq!(log(date, "SEK:K"), StatusCode::SEE_OTHER);
    assert_eq!(log(date, "ASS:K"), StatusCode::SEE_OTHER, "another shift");
    assert_eq!(log(date, "ASS:K"), StatusCode::UNPROCESSABLE_ENTITY, "the same");
    assert_eq!(log(ward.saturday(), "K"), StatusCode::SEE_OTHER);
    assert_eq!(log(date, "A"), StatusCode::SEE_OTHER);
    let (day, evening) = ("K 07:30–15:15", "K 16:00–21:30");
    let (page, csv) = (ward.now("/log", &ward.reader).text(), ward.now("/log.csv", &ward.reader).text());
    let history = ward.place.get(&format!("/u/{}/history?slag=shortages", ward.unit), Some(&ward.chief)).text();
    for shift in [day, evening] {
        assert!(page.contains(shift) && csv.contains(&format!(";{shift};")) && history.contains(shift), "{shift}");
    }
    assert!(csv.contains(";A;"), "the only one of its name: {csv}");
    let statistics = ward.now("/statistics.csv", &ward.reader).text();
    for row in [format!("Vakt;{day};1;"), format!("Vakt;{evening};2;"), "Vakt;A;1;".to_owned()] {
        assert!(statistics.contains(&row), "{row}: {statistics}");
    }
    assert!(ward.now("/statistics", &ward.reader).text().contains(evening));
}
