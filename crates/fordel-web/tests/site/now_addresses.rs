//! Vakten nå under an address that can't be read: it is refused, and no other question is answered in its place.

use axum::http::StatusCode;

use crate::ward::Ward;

#[test]
fn what_cannot_be_read_is_refused_with_what_can_be_written() {
    let ward = Ward::new("now-addresses");
    let date = ward.saturday();
    let page = |path: &str| ward.now(path, &ward.chief);
    let heads = ["abc", "-1", "1,5", "1000"].map(|heads| {
        let told = format!("For Sykepleier står det «{heads}». Her trengs et helt tall: hvor mange som mangler");
        (format!("?dato={date}&vakt=A&m.SPL={heads}"), told)
    });
    let dates = ["2026-13-40", "abc", "9999-01-01", "31.12.1989"].map(|date| {
        (format!("?dato={date}&vakt=A"), format!("«{date}» kan ikke brukes som dato. Skriv den som 28.11.2026"))
    });
    for (query, told) in heads.iter().chain(&dates) {
        let answer = page(query);
        assert_eq!(answer.status, StatusCode::OK);
        let text = answer.text();
        assert!(
            text.contains(told) && !text.contains("data-light") && !text.contains("Ingen mangler"),
            "{query}: {text}"
        );
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
        let logged = ward.post_now("now/log", &ward.chief, &form);
        assert_eq!(logged.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert!(logged.text().contains(told), "{query}");
    }
}

#[test]
fn what_is_left_empty_is_nothing_and_a_date_can_be_written_day_first() {
    let ward = Ward::new("now-empty");
    let date = ward.today();
    let page = |query: &str| ward.now(query, &ward.reader).text();
    let day_first = format!("{:02}.{:02}.{}", date.day(), date.month(), date.year());
    let nobody = "?dato=&vakt=&m.SPL=".to_owned();
    for query in [format!("?dato={date}&vakt=A&m.SPL="), format!("?dato={day_first}&vakt=A"), nobody] {
        let text = page(&query);
        assert!(text.contains("data-light=") && !text.contains("kan ikke brukes som dato"), "{query}: {text}");
        assert!(text.contains("m.SPL=1#mangler\""), "nobody is missing: {text}");
    }
    assert!(page(&format!("?dato={day_first}&vakt=A")).contains(&format!("value=\"{date}\"")), "{day_first}");
}
