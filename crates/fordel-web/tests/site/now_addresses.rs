//! Vakten nå under an address that can't be read: it is refused, and no other question is answered in its place.

use axum::http::StatusCode;
use fordel_core::calendar::{days_after, weekday};
use fordel_core::norwegian_time::InNorway;

use crate::ward::Ward;

#[test]
fn what_cannot_be_read_is_refused_with_what_can_be_written() {
    let ward = Ward::new("now-addresses");
    let today = InNorway::at(ward.place.service.now().0).date;
    let date = (1..8).map(|days| days_after(today, days)).find(|date| weekday(*date).number() == 6).expect("a week");
    let page = |path: &str| ward.place.get(&format!("/u/{}/now{path}", ward.unit), Some(&ward.chief));
    let heads = ["abc", "-1", "1,5", "1000"].map(|heads| {
        (format!("?dato={date}&vakt=A&m.SPL={heads}"), format!("«{heads}» SPL kan ikke mangle. Skriv et helt tall"))
    });
    let dates = ["2026-13-40", "abc", "9999-01-01", "31.12.1989"].map(|date| {
        (format!("?dato={date}&vakt=A"), format!("«{date}» kan ikke brukes som dato. Skriv den som 28.11.2026"))
    });
    for (query, told) in heads.iter().chain(&dates) {
        let answer = page(query);
        assert_eq!(answer.status, StatusCode::OK);
        let text = answer.text();
        assert!(text.contains(told) && !text.contains("data-light"), "{query}: {text}");
        assert!(
            text.contains("data-when") && text.contains("<option value=\"A\" selected>"),
            "the form is kept: {text}"
        );
        // Whoever changes the language is refused there too.
        let last = query.rsplit(['?', '&']).next().expect("a pair");
        let part = if last.starts_with("m.") { last } else { query.split(['?', '&']).nth(1).expect("a date") };
        assert!(text.contains(&part.replace(',', "%2C")), "{part}: {text}");
        assert!(page(&format!("/pool{query}")).text().contains(told), "{query}");
        let form = format!("{}&valg=managed&aarsak=sickness", query.trim_start_matches('?'));
        let logged = ward.place.post(&format!("/u/{}/now/log", ward.unit), Some(&ward.chief), &form);
        assert_eq!(logged.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert!(logged.text().contains(told), "{query}");
    }
}

#[test]
fn what_is_left_empty_is_nothing_and_a_date_can_be_written_day_first() {
    let ward = Ward::new("now-empty");
    let date = InNorway::at(ward.place.service.now().0).date;
    let page = |query: &str| ward.place.get(&format!("/u/{}/now{query}", ward.unit), Some(&ward.reader)).text();
    let day_first = format!("{:02}.{:02}.{}", date.day(), date.month(), date.year());
    let nobody = "?dato=&vakt=&m.SPL=".to_owned();
    for query in [format!("?dato={date}&vakt=A&m.SPL="), format!("?dato={day_first}&vakt=A"), nobody] {
        let text = page(&query);
        assert!(text.contains("data-light=") && !text.contains("kan ikke brukes som dato"), "{query}: {text}");
        assert!(text.contains("m.SPL=1#mangler\""), "nobody is missing: {text}");
    }
    assert!(page(&format!("?dato={day_first}&vakt=A")).contains(&format!("value=\"{date}\"")), "{day_first}");
}
