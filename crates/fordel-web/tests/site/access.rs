//! Every route × every role × another organisation: what each is answered. A route without a row fails, and so does a row
//! without a route.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, Request};
use fordel_app::service::{BranchId, RowId};
use fordel_web::api;

use crate::ground::Ground;
use crate::place::{Answer, Person};

/// Who asks, in the order of a row's statuses.
const ROLES: [&str; 7] =
    ["nobody", "reader", "contributor", "leader", "adviser", "administrator", "another's administrator"];

/// A route with what is sent to it, and the statuses by role.
struct Row {
    method: Method,
    path: &'static str,
    /// What is sent: a form, JSON (begins with a brace), or several parts.
    sent: &'static str,
    statuses: [u16; 7],
}

fn row(method: Method, path: &'static str, sent: &'static str, statuses: [u16; 7]) -> Row {
    Row { method, path, sent, statuses }
}

/// The same for all, known or not.
fn open(method: Method, path: &'static str, sent: &'static str, good: u16) -> Row {
    row(method, path, sent, [good; 7])
}

/// What nobody gets who isn't signed in: a page leads to where one signs in, all else is refused.
fn stranger(method: &Method, path: &str) -> u16 {
    if *method == Method::GET && !path.starts_with("/api/") { 303 } else { 401 }
}

/// For everybody who is signed in, wherever they belong.
fn own(method: Method, path: &'static str, sent: &'static str, good: u16) -> Row {
    let nobody = stranger(&method, path);
    row(method, path, sent, [nobody, good, good, good, good, good, good])
}

/// For all who have a role in the unit.
fn reads(method: Method, path: &'static str, sent: &'static str, good: u16) -> Row {
    let nobody = stranger(&method, path);
    row(method, path, sent, [nobody, good, good, good, good, good, 404])
}

/// For those who map and propose.
fn contributes(method: Method, path: &'static str, sent: &'static str, good: u16) -> Row {
    let nobody = stranger(&method, path);
    row(method, path, sent, [nobody, 403, good, good, good, good, 404])
}

/// For those who decide.
fn leads(method: Method, path: &'static str, sent: &'static str, good: u16) -> Row {
    let nobody = stranger(&method, path);
    row(method, path, sent, [nobody, 403, 403, good, 403, good, 404])
}

/// For those who look after a branch.
fn administers(method: Method, path: &'static str, sent: &'static str, good: u16) -> Row {
    let nobody = stranger(&method, path);
    row(method, path, sent, [nobody, 403, 403, 403, 403, good, 404])
}

/// A change that can't be made: no line stands on such days.
const CHANGE: &str =
    r#"{"version":0,"changes":[{"kind":"move","row":{line},"days":[9],"group":"SPL"}],"view":{"page":"board"}}"#;

/// The table. What is sent is chosen so that a good answer changes nothing that a later row needs.
fn table() -> Vec<Row> {
    let (get, post) = (Method::GET, Method::POST);
    let mut rows = vec![
        open(get.clone(), "/healthz", "", 200),
        open(get.clone(), "/enter", "", 200),
        // The sixth wrong try within a moment must wait.
        row(post.clone(), "/enter", "email=ingen@test.no&password=x", [422, 422, 422, 422, 422, 429, 429]),
        open(get.clone(), "/start/{key}", "", 404),
        open(post.clone(), "/start/{key}", "", 404),
        open(get.clone(), "/invited/{key}", "", 404),
        open(post.clone(), "/invited/{key}", "", 404),
        open(get.clone(), "/example/{key}", "", 404),
        open(get.clone(), "/enter/oidc/{entrance}", "", 404),
        open(get.clone(), "/enter/oidc/{entrance}/answer", "", 404),
        open(get.clone(), "/enter/oidc/{entrance}/keys", "", 404),
        open(get.clone(), "/enter/oidc/{entrance}/left", "", 404),
        open(get.clone(), "/enter/oidc/{entrance}/out", "", 404),
        open(post.clone(), "/language", "lang=nb&back=/", 303),
        open(get.clone(), "/static/{hash}/{*name}", "", 404),
        own(get.clone(), "/", "", 200),
        own(get.clone(), "/projection", "", 200),
        row(get.clone(), "/projection.xlsx", "", [303, 200, 200, 200, 200, 200, 404]),
        row(get.clone(), "/projection.csv", "", [303, 200, 200, 200, 200, 200, 404]),
        row(get.clone(), "/projection.html", "", [303, 200, 200, 200, 200, 200, 404]),
        row(post.clone(), "/example", "", [401, 404, 404, 404, 404, 303, 303]),
        administers(post.clone(), "/branches", "name=Post+2&kind=unit&parent={branch}", 303),
        row(get.clone(), "/people", "", [303, 403, 403, 403, 403, 200, 200]),
        row(post.clone(), "/people/end", "person=999999", [401, 404, 404, 404, 404, 404, 404]),
        row(get.clone(), "/people/way-back/{person}", "", [303, 404, 404, 404, 404, 200, 404]),
        row(post.clone(), "/people/way-back/{person}", "", [401, 404, 404, 404, 404, 200, 404]),
        open(get.clone(), "/way-back/{key}", "", 404),
        open(post.clone(), "/way-back/{key}", "password=x", 404),
        // Each administrator of a whole organisation for their own, which has no provider.
        row(get.clone(), "/people/sign-in", "", [303, 404, 404, 404, 404, 200, 200]),
        row(post.clone(), "/people/sign-in", "issuer=x", [401, 404, 404, 404, 404, 422, 422]),
        row(post.clone(), "/people/sign-in/try", "", [401, 404, 404, 404, 404, 404, 404]),
        row(post.clone(), "/people/sign-in/key", "act=renew", [401, 404, 404, 404, 404, 404, 404]),
        row(post.clone(), "/people/sign-in/remove", "", [401, 404, 404, 404, 404, 404, 404]),
        row(post.clone(), "/people/sign-in/unlink", "person=999999", [401, 404, 404, 404, 404, 404, 404]),
        administers(get.clone(), "/people/{branch}", "", 200),
        administers(post.clone(), "/people/{branch}/rename", "name=Klinikk", 303),
        administers(post.clone(), "/people/{branch}/remove", "", 409),
        administers(get.clone(), "/people/{branch}/erase", "", 200),
        administers(post.clone(), "/people/{branch}/erase", "typed=noe+annet", 422),
        administers(post.clone(), "/people/{branch}/give", "person=999999&role=reader", 404),
        administers(post.clone(), "/people/{branch}/take", "person=999999", 303),
        administers(post.clone(), "/people/{branch}/represents", "person=999999&represents=union", 404),
        administers(post.clone(), "/people/{branch}/invite", "invited-role=reader&email=", 200),
        administers(post.clone(), "/people/{branch}/withdraw", "invitation=999999", 404),
        own(get.clone(), "/me", "", 200),
        own(post.clone(), "/me/about", "name=Kari+Nordmann&language=nb", 303),
        own(post.clone(), "/me/password", "old=feil&new=noe+annet+enn+f%C3%B8r", 422),
        own(post.clone(), "/me/codes", "secret=x&code=1&password=feil", 422),
        own(post.clone(), "/me/codes/start", "", 200),
        own(post.clone(), "/me/codes/stop", "password=feil", 422),
        own(post.clone(), "/me/codes/recovery", "recovery-password=feil", 422),
        own(post.clone(), "/me/sessions/end", "session=999999", 404),
        own(post.clone(), "/me/tokens", "token-name=", 422),
        own(post.clone(), "/me/tokens/end", "token=999999", 404),
        own(get.clone(), "/template.xlsx", "", 200),
        reads(get.clone(), "/u/{unit}", "", 200),
        reads(get.clone(), "/u/{unit}/mapping", "", 200),
        reads(get.clone(), "/u/{unit}/mapping/row/{row}", "", 200),
        contributes(post.clone(), "/u/{unit}/edits", r#"{"batch":"b","edits":[]}"#, 200),
        contributes(post.clone(), "/u/{unit}/undo", r#"{"batch":"u"}"#, 200),
        contributes(post.clone(), "/u/{unit}/redo", r#"{"batch":"r"}"#, 200),
        reads(get.clone(), "/u/{unit}/complaints", "", 200),
        reads(post.clone(), "/u/{unit}/here", r#"{"sheet":"Oppgaver"}"#, 204),
        reads(get.clone(), "/u/{unit}/events", "", 200),
        reads(get.clone(), "/u/{unit}/workshop", "", 200),
        contributes(post.clone(), "/u/{unit}/workshop", "linje={row}&do=save", 303),
        contributes(get.clone(), "/u/{unit}/activity", "", 200),
        contributes(post.clone(), "/u/{unit}/activity", "--part", 422),
        contributes(get.clone(), "/u/{unit}/activity/{key}", "", 410),
        contributes(post.clone(), "/u/{unit}/activity/{key}", "", 410),
        contributes(get.clone(), "/u/{unit}/population", "", 200),
        contributes(post.clone(), "/u/{unit}/population", "--part", 422),
        contributes(get.clone(), "/u/{unit}/population/{key}", "", 410),
        contributes(post.clone(), "/u/{unit}/population/{key}", "region=x", 410),
        contributes(get.clone(), "/u/{unit}/import", "", 200),
        contributes(post.clone(), "/u/{unit}/import", "--part", 422),
        contributes(get.clone(), "/u/{unit}/import/{key}", "", 410),
        contributes(post.clone(), "/u/{unit}/import/{key}", "", 410),
        contributes(get.clone(), "/u/{unit}/import/people", "", 200),
        contributes(post.clone(), "/u/{unit}/import/people", "--part", 422),
        contributes(get.clone(), "/u/{unit}/import/people/{key}", "", 410),
        contributes(post.clone(), "/u/{unit}/import/people/{key}", "do=confirm", 410),
        contributes(get.clone(), "/u/{unit}/import/people/{key}/who.csv", "", 404),
        contributes(get.clone(), "/u/{unit}/import/people/{key}/who.xlsx", "", 404),
        reads(get.clone(), "/u/{unit}/ward.xlsx", "", 200),
        reads(get.clone(), "/u/{unit}/history", "", 200),
        contributes(post.clone(), "/u/{unit}/history", "seq=999999", 404),
        contributes(get.clone(), "/u/{unit}/history/back/{seq}", "", 200),
        contributes(post.clone(), "/u/{unit}/history/back/{seq}", "seen=x", 409),
        contributes(get.clone(), "/u/{unit}/library", "", 200),
        contributes(post.clone(), "/u/{unit}/library", "", 422),
        reads(get.clone(), "/u/{unit}/proposals", "", 200),
        contributes(post.clone(), "/u/{unit}/proposals", "name=Best&seconds=1", 303),
        reads(get.clone(), "/u/{unit}/p/{number}", "", 200),
        reads(get.clone(), "/u/{unit}/p/{number}/progress", "", 200),
        contributes(post.clone(), "/u/{unit}/p/{number}/cancel", "", 303),
        contributes(post.clone(), "/u/{unit}/p/{number}/copy", "", 303),
        reads(get.clone(), "/u/{unit}/p/{number}/differences?mot={number}", "", 200),
        leads(get.clone(), "/u/{unit}/p/{number}/decide", "", 200),
        leads(post.clone(), "/u/{unit}/p/{number}/decide", "held_on=", 409),
        reads(get.clone(), "/u/{unit}/decisions/{version}", "", 200),
        reads(get.clone(), "/u/{unit}/p/{number}/training/order", "", 200),
        contributes(post.clone(), "/u/{unit}/p/{number}/training/order", "sekunder=1", 422),
        reads(get.clone(), "/u/{unit}/p/{number}/training/order/progress", "", 200),
        reads(get.clone(), "/u/{unit}/p/{number}/training/order.csv", "", 404),
        reads(get.clone(), "/u/{unit}/p/{number}/training/order.xlsx", "", 404),
        reads(get.clone(), "/u/{unit}/p/{number}/board", "", 200),
        reads(get.clone(), "/u/{unit}/p/{number}/changes", "", 200),
        contributes(post.clone(), "/u/{unit}/p/{number}/changes", CHANGE, 422),
        contributes(post.clone(), "/u/{unit}/p/{number}/move", "do={line}.9.0&version=0", 422),
        contributes(post.clone(), "/u/{unit}/p/{number}/pin", "do={line}.&version=0", 303),
        contributes(post.clone(), "/u/{unit}/p/{number}/heads", "version=0", 303),
        reads(get.clone(), "/u/{unit}/year", "", 303),
        reads(get.clone(), "/u/{unit}/p/{number}/year", "", 200),
        reads(post.clone(), "/u/{unit}/p/{number}/year", "uker=0", 422),
        reads(get.clone(), "/u/{unit}/p/{number}/year.xlsx", "", 404),
        reads(get.clone(), "/u/{unit}/p/{number}/year.html", "", 404),
        reads(get.clone(), "/u/{unit}/p/{number}/year.pdf", "", 404),
        reads(get.clone(), "/u/{unit}/projection", "", 303),
        reads(get.clone(), "/u/{unit}/p/{number}/projection", "", 200),
        reads(get.clone(), "/u/{unit}/p/{number}/projection.xlsx", "", 200),
        reads(get.clone(), "/u/{unit}/p/{number}/projection.csv", "", 200),
        reads(get.clone(), "/u/{unit}/p/{number}/projection.html", "", 200),
        reads(get.clone(), "/u/{unit}/p/{number}/heads/{shift}/{day}", "", 200),
        reads(post.clone(), "/u/{unit}/p/{number}/heads/{shift}/{day}", "", 303),
        reads(get.clone(), "/u/{unit}/p/{number}/cell/{group}/{day}/{interval}", "", 200),
        reads(get.clone(), "/u/{unit}/p/{number}/presence/{rule}/{day}", "", 200),
        reads(post.clone(), "/u/{unit}/p/{number}/certainty", "under=x", 422),
        contributes(post.clone(), "/u/{unit}/p/{number}/certainty/proposal", "under=x", 422),
        reads(get.clone(), "/u/{unit}/p/{number}/why/{line}", "", 200),
        reads(post.clone(), "/u/{unit}/p/{number}/why/{line}", "", 303),
        reads(get.clone(), "/u/{unit}/objections", "", 200),
        reads(post.clone(), "/u/{unit}/objections", "row={row}&text=&back=/", 422),
        leads(post.clone(), "/u/{unit}/objections/{id}/answer", "answer=&back=/", 422),
        reads(get.clone(), "/u/{unit}/now", "", 200),
        reads(get.clone(), "/u/{unit}/now/pool", "", 200),
        reads(get.clone(), "/u/{unit}/now/rules", "", 200),
        leads(post.clone(), "/u/{unit}/now/rules", "gule=", 422),
        reads(get.clone(), "/u/{unit}/now/log", "", 200),
        contributes(post.clone(), "/u/{unit}/now/log", "valg=", 422),
        // One's own only: the leader of the unit logged it, and nobody else corrects it.
        row(get.clone(), "/u/{unit}/now/log/{shortage}", "", [303, 403, 403, 403, 403, 200, 404]),
        row(post.clone(), "/u/{unit}/now/log/{shortage}", "valg=", [401, 403, 403, 403, 403, 422, 404]),
        reads(get.clone(), "/u/{unit}/now/statistics", "", 200),
        reads(get.clone(), "/u/{unit}/priorities", "", 200),
        contributes(post.clone(), "/u/{unit}/priorities", "alle=1", 303),
    ];
    let lists = ["log.csv", "log.xlsx", "look-ups.csv", "look-ups.xlsx", "statistics.csv", "statistics.xlsx"];
    for file in ["cards.pdf", "cards.html"].iter().chain(&lists) {
        rows.push(reads(get.clone(), leaked(format!("/u/{{unit}}/now/{file}")), "", 200));
    }
    for page in ["rhythm", "rhythm/names", "training", "findings", "staffing", "certainty", "today"] {
        rows.push(reads(get.clone(), leaked(format!("/u/{{unit}}/p/{{number}}/{page}")), "", 200));
    }
    let documents = ["plan.json", "plan.xlsx", "report.html", "report.pdf", "demand.csv", "demand.json"];
    let lists = ["staffing", "sums", "training", "held", "needs", "required", "holders", "competence", "certificates"];
    let lists = lists.iter().chain(&["rhythm", "moved"]);
    let lists = lists.flat_map(|list| [format!("{list}.csv"), format!("{list}.xlsx")]);
    for document in documents.iter().map(ToString::to_string).chain(lists) {
        rows.push(reads(get.clone(), leaked(format!("/u/{{unit}}/p/{{number}}/{document}")), "", 200));
    }
    rows.extend(tables());
    for entry in &api::ENTRIES {
        let path = leaked(format!("{}{}", api::BASE, entry.path));
        let method: Method = entry.method.to_uppercase().parse().expect("a method");
        rows.push(match (entry.path, entry.method) {
            ("/openapi.json", _) => open(method, path, "", 200),
            ("/units", _) => own(method, path, "", 200),
            ("/units/{unit}/edits", _) => contributes(method, path, r#"{"batch":"b","edits":[]}"#, 200),
            ("/units/{unit}/proposals", "post") => contributes(method, path, r#"{"name":"x","seconds":1}"#, 201),
            ("/units/{unit}/proposals/{number}/cancel", _) => contributes(method, path, "", 204),
            (_, "get") => reads(method, path, "", 200),
            (other, _) => panic!("{other} has no row"),
        });
    }
    // Whoever leaves is a stranger afterwards.
    rows.push(open(post, "/leave", "", 303));
    rows
}

/// Tables that are taken out, each as CSV and as a workbook: whoever sees the page gets them, and nobody else.
fn tables() -> Vec<Row> {
    let mut rows = Vec::new();
    let mut both = |table: &str, query: &str, of: &dyn Fn(Method, &'static str) -> Row| {
        for ending in ["csv", "xlsx"] {
            rows.push(of(Method::GET, leaked(format!("{table}.{ending}{query}"))));
        }
    };
    for table in ["/units", "/me/sessions", "/me/tokens"] {
        both(table, "", &|get, path| own(get, path, "", 200));
    }
    for table in ["/people", "/people/branches"] {
        both(table, "", &|get, path| row(get, path, "", [303, 403, 403, 403, 403, 200, 200]));
    }
    both("/people/sign-in/linked", "", &|get, path| row(get, path, "", [303, 404, 404, 404, 404, 200, 200]));
    for table in ["/people/{branch}/roles", "/people/{branch}/invitations"] {
        both(table, "", &|get, path| administers(get, path, "", 200));
    }
    let unit = |table: &str| format!("/u/{{unit}}/{table}");
    for table in ["mapping", "history", "proposals", "objections", "decisions/{version}/record"] {
        both(&unit(table), "", &|get, path| reads(get, path, "", 200));
    }
    // There is no version before the first, and nobody has simulated anything or solved a year.
    for table in ["decisions/{version}/groups", "decisions/{version}/lines"] {
        both(&unit(table), "", &|get, path| reads(get, path, "", 404));
    }
    for table in ["", "/hours", "/relief", "/drivers", "/beside"] {
        both(&unit(&format!("p/{{number}}/certainty{table}")), "", &|get, path| reads(get, path, "", 404));
    }
    both(&unit("p/{number}/year/table"), "?nr=1", &|get, path| reads(get, path, "", 404));
    both(&unit("library"), "", &|get, path| contributes(get, path, "", 200));
    both(&unit("history/back/{seq}/changes"), "", &|get, path| contributes(get, path, "", 200));
    // What nobody has handed in.
    for table in ["import/{key}/changes", "import/people/{key}/changes", "activity/{key}/usual"] {
        both(&unit(table), "", &|get, path| contributes(get, path, "", 404));
    }
    both(&unit("population/{key}/residents"), "", &|get, path| contributes(get, path, "", 404));
    let of_proposal = [
        ("beside", ""),
        ("differences/groups", "?mot={number}"),
        ("differences/lines", "?mot={number}"),
        ("findings/table", "?nr=1"),
        ("rhythm/day", ""),
        ("staffing/day", "?dag={day}"),
        ("heads/{shift}/{day}/rooms", ""),
        ("cell/{group}/{day}/{interval}/tasks", ""),
        ("why/{line}/others", ""),
    ];
    for (table, query) in of_proposal {
        both(&unit(&format!("p/{{number}}/{table}")), query, &|get, path| reads(get, path, "", 200));
    }
    rows
}

fn leaked(path: String) -> &'static str {
    Box::leak(path.into_boxed_str())
}

/// The router's own list, read from where it stands: every method of every route.
fn routes() -> BTreeSet<(String, String)> {
    let sources = [include_str!("../../src/routes.rs"), include_str!("../../src/shell/files.rs")];
    let mut routes = BTreeSet::new();
    for source in sources {
        for part in source.split(".route(").skip(1) {
            let handlers = within_parentheses(part);
            let path = handlers.split('"').nth(1).expect("a path in quotes");
            let handlers = handlers.split_once(path).expect("it was found").1;
            let mut any = false;
            for method in ["get", "post", "put", "patch", "delete"] {
                let called = |before: char| handlers.contains(&format!("{before}{method}("));
                if called(' ') || called('.') {
                    routes.insert((method.to_uppercase(), path.to_owned()));
                    any = true;
                }
            }
            assert!(any, "{path}: no method can be read from {handlers}");
        }
    }
    for entry in &api::ENTRIES {
        routes.insert((entry.method.to_uppercase(), format!("{}{}", api::BASE, entry.path)));
    }
    routes
}

/// The text up to the parenthesis that closes what was opened before it.
fn within_parentheses(text: &str) -> &str {
    let mut open = 1;
    let end = text.find(|c| {
        open += i32::from(c == '(') - i32::from(c == ')');
        open == 0
    });
    &text[..end.expect("closed")]
}

impl Ground {
    fn ask(&self, row: &Row, by: Option<&Person>, from: Option<&str>) -> Answer {
        let mut request = Request::builder().method(row.method.clone()).uri(self.filled(row.path));
        if let Some(from) = from {
            request = request.header("sec-fetch-site", from);
        }
        let sent = self.filled(row.sent);
        let kind = match row.sent {
            json if json.starts_with('{') => "application/json",
            parts if parts.starts_with("--") => "multipart/form-data; boundary=part",
            _ => "application/x-www-form-urlencoded",
        };
        request = request.header("content-type", kind);
        let sent = if row.sent.starts_with("--") { format!("{sent}--\r\n") } else { sent };
        self.place.head(request, by, Body::from(sent))
    }
}

/// The path of a row as the router has it, without a query.
fn pattern(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    // The table names a line's number apart from a row's id.
    path.replace("{line}", "{row}")
}

#[test]
fn every_route_has_its_row_and_every_row_its_route() {
    let rows: Vec<(String, String)> = table().iter().map(|row| (row.method.to_string(), pattern(row.path))).collect();
    let told: BTreeSet<(String, String)> = rows.iter().cloned().collect();
    assert_eq!(told.len(), rows.len(), "a route stands twice in the table");
    let routes = routes();
    assert!(routes.len() > 80, "the router's list is read: {}", routes.len());
    let without: Vec<_> = routes.difference(&told).collect();
    assert!(without.is_empty(), "routes without a row in the table of access: {without:?}");
    let gone: Vec<_> = told.difference(&routes).collect();
    assert!(gone.is_empty(), "rows without a route: {gone:?}");
}

#[test]
fn each_role_gets_what_the_table_says_and_no_more() {
    let ground = Ground::new("access");
    let mut wrong = Vec::new();
    for row in table() {
        for (at, role) in ROLES.iter().enumerate() {
            let answer = ground.ask(&row, ground.people[at].as_ref(), Some("same-origin"));
            if answer.status.as_u16() != row.statuses[at] {
                wrong.push(format!(
                    "{} {} by {role}: {} and not {}",
                    row.method, row.path, answer.status, row.statuses[at]
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_change_that_another_site_asks_for_is_refused_and_every_answer_carries_its_headers() {
    let ground = Ground::new("foreign");
    let chief = ground.people[5].as_ref();
    let revision = || {
        ground
            .place
            .service
            .unit(&chief.expect("here").who, BranchId(ground.named("unit")))
            .expect("seen")
            .desk()
            .expect("read")
            .revision
    };
    let before = revision();
    for row in table() {
        let from = if row.method == Method::POST { "cross-site" } else { "same-origin" };
        let answer = ground.ask(&row, chief, Some(from));
        if row.method == Method::POST {
            assert_eq!(answer.status.as_u16(), 403, "{} from another site", row.path);
            assert_eq!(ground.ask(&row, chief, None).status.as_u16(), 403, "{} from nowhere", row.path);
        }
        let about = |header: &str| format!("{} {}: {header} {:?}", row.method, row.path, answer.header(header));
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'"), "{}", about("csp"));
        assert!(!answer.header("content-security-policy").contains("unsafe"), "{}", about("csp"));
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{}", about("x-content-type-options"));
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{}", about("referrer-policy"));
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{}", about("coop"));
        assert_eq!(answer.header("cross-origin-resource-policy"), "same-origin", "{}", about("corp"));
        assert_eq!(answer.header("cache-control"), "no-store", "{}", about("cache-control"));
    }
    assert_eq!(revision(), before, "nothing was changed");
}

#[test]
fn ids_of_another_organisation_lead_nowhere_from_ones_own_pages() {
    let ground = Ground::new("ids");
    let (place, other) = (&ground.place, ground.people[6].as_ref().expect("here"));
    let service = &place.service;
    let theirs = service.add_example(&other.who).expect("the example");
    let (row, objection) = (ground.named("row"), ground.named("id"));
    let (chief, reader) = (ground.people[5].as_ref().expect("here"), ground.people[1].as_ref().expect("here"));
    let ours = BranchId(ground.named("unit"));
    let was = || {
        service.unit(&chief.who, ours).expect("seen").desk().expect("read").sheet("Oppgaver").expect("there").rows[0]
            .clone()
    };
    let before = was();

    let edits = format!(r#"{{"batch":"x","edits":[{{"row":{row},"column":"Minutter","was":"","now":"1"}}]}}"#);
    let remove = format!(r#"{{"batch":"y","edits":[{{"row":{row},"remove":true}}]}}"#);
    let after = format!(r#"{{"batch":"z","edits":[{{"temp":"n","sheet":"Oppgaver","after":{row},"cells":{{}}}}]}}"#);
    for (path, sent) in [
        (format!("/u/{theirs}/edits"), &edits),
        (format!("/api/v1/units/{theirs}/edits"), &remove),
        (format!("/u/{theirs}/edits"), &after),
    ] {
        let request = Request::builder().method(Method::POST).uri(path).header("sec-fetch-site", "same-origin");
        let answer =
            place.ask(request.header("content-type", "application/json"), Some(other), Body::from(sent.clone()));
        assert_eq!(answer.status.as_u16(), 404, "{sent}: {}", answer.text());
    }
    let seq = service.unit(&chief.who, ours).expect("seen").history(&Default::default()).expect("read");
    let seq = seq.batches[0].changes[0].seq;
    let branch = other.who.organisation;
    let forms = [
        (format!("/u/{theirs}/workshop"), format!("linje={row}&do=agree"), 404),
        (format!("/u/{theirs}/history"), format!("seq={seq}"), 404),
        (format!("/u/{theirs}/history/back/{seq}"), "seen=x".to_owned(), 404),
        (format!("/u/{theirs}/objections"), format!("row={row}&text=nei&back=/"), 404),
        (format!("/u/{theirs}/objections/{objection}/answer"), "answer=nei&back=/".to_owned(), 404),
        (format!("/people/{branch}/give"), format!("person={}&role=administrator", reader.who.person), 400),
        ("/people/end".to_owned(), format!("person={}", reader.who.person), 403),
        ("/me/sessions/end".to_owned(), format!("session={}", reader.who.session.expect("a session")), 404),
    ];
    for (path, form, status) in forms {
        let answer = place.post(&path, Some(other), &form);
        assert_eq!(answer.status.as_u16(), status, "{path} {form}: {}", answer.text());
    }
    assert_eq!(place.get(&format!("/u/{theirs}/history?rad={row}"), Some(other)).status.as_u16(), 404);
    assert_eq!(was(), before, "nothing of ours was changed");
    let reads = service.unit(&chief.who, ours).expect("seen");
    assert!(!reads.reviews().expect("read").contains_key(&RowId(row)));
    assert_eq!(reads.objections().expect("read").len(), 1);
    let people = place.get("/people", Some(other)).text();
    assert!(!people.contains("leser@test.no"), "their page of people is of theirs alone");
}
