//! What every answer carries, whatever it answers: headers, pages for what is wrong, files, sizes.

mod gallery;
mod running;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use axum::response::Response;
use axum::routing::{get, post};
use fordel_web::server::{Site, site};
use fordel_web::shell;
use http_body_util::BodyExt;
use tower::ServiceExt;

const BOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn routes() -> Router {
    let routes = Router::new()
        .route("/change", post(|| async { "changed" }).put(|| async { "changed" }).delete(|| async { "changed" }))
        .route("/book", get(|| async { ([("content-type", BOOK)], vec![b'x'; 9000]) }))
        .route("/denied", get(|| async { StatusCode::FORBIDDEN }))
        .route("/full", get(|| async { StatusCode::INSUFFICIENT_STORAGE }))
        .route("/api/v1/json", post(|axum::Json(_): axum::Json<serde_json::Value>| async { "read" }));
    routes.merge(gallery::routes())
}

async fn asked(settings: Site, request: Request<Body>) -> Response {
    site(routes(), settings).oneshot(request).await.expect("an answer")
}

fn request(method: Method, path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let request = Request::builder().method(method).uri(path).header("host", "fordel.example");
    headers
        .iter()
        .fold(request, |request, (name, value)| request.header(*name, *value))
        .body(Body::empty())
        .expect("a request")
}

async fn body(answer: Response) -> Vec<u8> {
    answer.into_body().collect().await.expect("a body").to_bytes().to_vec()
}

fn style() -> String {
    shell::file("fordel.css")
}

/// Mozilla's Observatory of 2024: what a site gains and loses by its headers, 100 at first.
fn observatory(answer: &Response) -> i32 {
    let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let policy = header("content-security-policy");
    let mut score = 100;
    score += match policy {
        _ if policy.is_empty() || policy.contains("unsafe") => -25,
        _ if policy.starts_with("default-src 'none'") => 10,
        _ => 5,
    };
    score += if policy.contains("frame-ancestors 'none'") { 5 } else { -20 };
    score += if header("strict-transport-security").starts_with("max-age=31536000") { 0 } else { -20 };
    score += if header("x-content-type-options") == "nosniff" { 0 } else { -5 };
    score += match header("referrer-policy") {
        "no-referrer" | "same-origin" | "strict-origin" | "strict-origin-when-cross-origin" => 5,
        "" => 0,
        _ => -5,
    };
    score += if header("cross-origin-resource-policy") == "same-origin" { 10 } else { 0 };
    score
}

#[tokio::test]
async fn every_answer_carries_the_headers() {
    let https = || Site { https: true, ..Site::default() };
    let asked_for = [
        (Method::GET, "/gallery".to_owned(), 200),
        (Method::HEAD, "/gallery".to_owned(), 200),
        (Method::GET, style(), 200),
        (Method::GET, "/static/0/fordel.css".to_owned(), 404),
        (Method::GET, "/nowhere".to_owned(), 404),
        (Method::DELETE, "/gallery".to_owned(), 403),
        (Method::OPTIONS, "/gallery".to_owned(), 405),
        (Method::GET, "/denied".to_owned(), 403),
        (Method::GET, "/full".to_owned(), 507),
        (Method::GET, "/panic".to_owned(), 500),
        (Method::POST, "/change".to_owned(), 403),
    ];
    for (method, path, status) in asked_for {
        let answer = asked(https(), request(method.clone(), &path, &[])).await;
        assert_eq!(answer.status(), status, "{method} {path}");
        assert!(observatory(&answer) >= 120, "{method} {path}: {} points", observatory(&answer));
        let of = |name: &str| answer.headers().get(name).map(|value| value.to_str().expect("text").to_owned());
        assert_eq!(of("cross-origin-opener-policy").as_deref(), Some("same-origin"), "{method} {path}");
        assert_eq!(of("permissions-policy").as_deref(), Some("camera=(), microphone=(), geolocation=()"));
        let lasting = path == style();
        let expected = if lasting { "public, max-age=31536000, immutable" } else { "no-store" };
        assert_eq!(of("cache-control").as_deref(), Some(expected), "{method} {path}");
        let plain = asked(Site::default(), request(method.clone(), &path, &[])).await;
        assert!(!plain.headers().contains_key("strict-transport-security"), "{path}: only what came by https says so");
    }
}

#[tokio::test]
async fn the_choice_of_a_language_is_kept_by_https_alone_where_there_is_https() {
    let chosen = |https: bool| async move {
        let headers = [("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
        let mut asking = request(Method::POST, "/language", &headers);
        *asking.body_mut() = Body::from("lang=en&back=/gallery");
        let answer = asked(Site { https, ..Site::default() }, asking).await;
        answer.headers()["set-cookie"].to_str().expect("text").to_owned()
    };
    let kept = chosen(true).await;
    assert!(kept.starts_with("__Host-language=en; Path=/;") && kept.ends_with("; Secure"), "{kept}");
    assert!(kept.contains("HttpOnly") && kept.contains("SameSite=Lax"), "{kept}");
    let plain = chosen(false).await;
    assert!(plain.starts_with("language=en;") && !plain.contains("Secure"), "{plain}");
}

#[tokio::test]
async fn a_change_is_carried_out_for_this_sites_pages_alone() {
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        let ask = |headers: Vec<(&'static str, &'static str)>| {
            asked(Site::default(), request(method.clone(), "/change", &headers))
        };
        assert_eq!(ask(vec![("sec-fetch-site", "same-origin")]).await.status(), 200);
        assert_eq!(ask(vec![("origin", "http://fordel.example")]).await.status(), 200);
        for foreign in [
            vec![],
            vec![("sec-fetch-site", "cross-site")],
            vec![("sec-fetch-site", "same-site")],
            vec![("origin", "http://evil.example")],
            vec![("origin", "null")],
            vec![("cookie", "fordel=x")],
        ] {
            let answer = ask(foreign.clone()).await;
            assert_eq!(answer.status(), 403, "{foreign:?}");
            let page = String::from_utf8(body(answer).await).expect("text");
            assert!(page.contains("kom fra en annen side"), "{foreign:?}: {page}");
        }
    }
}

#[tokio::test]
async fn a_bare_answer_becomes_a_page_in_the_readers_language_or_json_for_a_program() {
    let page = |path: &'static str, lang: &'static str| async move {
        let answer =
            asked(Site::default(), request(Method::GET, path, &[("accept", "text/html"), ("accept-language", lang)]))
                .await;
        assert_eq!(answer.headers()["content-type"], "text/html; charset=utf-8");
        String::from_utf8(body(answer).await).expect("text")
    };
    assert!(page("/nowhere", "nb").await.contains("Siden finnes ikke"));
    assert!(page("/nowhere", "en-GB,nb;q=0.5").await.contains("There is no such page"));
    assert!(page("/denied", "nb").await.contains("Du har ikke tilgang"));
    let full = page("/full", "nb").await;
    assert!(full.contains("Alt som var lagret, er lagret") && full.contains("Feilnummer"), "{full}");
    let headers = [("authorization", "Bearer x"), ("content-type", "application/json")];
    let answer = asked(Site::default(), request(Method::POST, "/api/v1/json", &headers)).await;
    assert_eq!(answer.status(), 400);
    let told: serde_json::Value = serde_json::from_slice(&body(answer).await).expect("JSON");
    assert!(
        told["what"].as_str().is_some_and(|what| !what.is_empty())
            && told["detail"].as_str().is_some_and(|d| d.contains("ikke gyldig JSON")),
        "{told}"
    );
    let head = asked(Site::default(), request(Method::HEAD, "/nowhere", &[])).await;
    assert_eq!(head.status(), 404);
}

#[tokio::test]
async fn pages_are_compressed_and_workbooks_are_not_compressed_again() {
    for (path, encoding) in [("/gallery", Some("br")), ("/book", None)] {
        let answer =
            asked(Site::default(), request(Method::GET, path, &[("accept-encoding", "gzip, deflate, br")])).await;
        let told = answer.headers().get("content-encoding").map(|value| value.to_str().expect("text"));
        assert_eq!(told, encoding, "{path}");
    }
}

#[tokio::test]
async fn a_file_is_sent_once_and_known_again() {
    let path = style();
    let first = asked(Site::default(), request(Method::GET, &path, &[])).await;
    assert_eq!(first.headers()["content-type"], "text/css; charset=utf-8");
    let tag = first.headers()["etag"].to_str().expect("text").to_owned();
    let again = asked(Site::default(), request(Method::GET, &path, &[("if-none-match", &tag)])).await;
    assert_eq!(again.status(), 304);
    assert!(body(again).await.is_empty());
}

#[tokio::test]
async fn what_the_first_page_loads_is_small_and_comes_from_here_alone() {
    let fetch = |path: String| async move {
        let answer = asked(Site::default(), request(Method::GET, &path, &[("accept-encoding", "gzip")])).await;
        assert_eq!(answer.status(), 200, "{path}");
        assert_eq!(answer.headers()["content-encoding"], "gzip", "{path}");
        body(answer).await
    };
    let page = asked(Site::default(), request(Method::GET, "/gallery", &[])).await;
    let page = String::from_utf8(body(page).await).expect("text");
    let links: Vec<String> = page
        .split(['"', ' '])
        .filter(|part| part.starts_with("/static/"))
        .map(str::to_owned)
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect();
    assert!(links.len() >= 4, "{links:?}");
    assert!(
        !page.contains("http:") && !page.contains("https:") && !page.contains("style=") && !page.contains("<style"),
        "{page}"
    );
    let mut sizes = vec![("/gallery".to_owned(), fetch("/gallery".to_owned()).await.len())];
    for link in links {
        let size = fetch(link.clone()).await.len();
        sizes.push((link, size));
    }
    let all: usize = sizes.iter().map(|(_, size)| size).sum();
    println!("{all} bytes: {sizes:?}");
    assert!(all <= 100 * 1024, "{all} bytes: {sizes:?}");
}
