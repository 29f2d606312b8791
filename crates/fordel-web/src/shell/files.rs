//! The program's own files for the browser: styles, scripts, the mark. They are inside the program, and under an address that changes with them,
//! so that a browser may keep them for ever.
//!
//! The address is `/static/<hash of all files>/<name>`. With one hash for all, a script imports another, and a style names a picture, by its plain name.

use std::sync::OnceLock;

use axum::Router;
use axum::extract::{Path, Request};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use super::language;
use crate::grid::code;
use crate::server::headers::Lasting;

/// A file: its name, its kind, and what is in it.
struct File {
    name: &'static str,
    kind: &'static str,
    bytes: fn() -> &'static [u8],
}

const CSS: &str = "text/css; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

macro_rules! file {
    ($name:literal, $kind:expr) => {
        File { name: $name, kind: $kind, bytes: || include_bytes!(concat!("../../assets/", $name)) }
    };
}

/// A script, without what is there for those who change it.
macro_rules! script {
    ($name:literal) => {
        script!($name, "")
    };
    ($name:literal, $folder:literal) => {
        File {
            name: $name,
            kind: SCRIPT,
            bytes: || {
                static CODE: OnceLock<String> = OnceLock::new();
                CODE.get_or_init(|| code(include_str!(concat!("../../assets/", $folder, $name)))).as_bytes()
            },
        }
    };
}

/// Every file that there is.
const FILES: &[File] = &[
    file!("vendor/designsystemet/designsystemet.css", CSS),
    script!("copy.js"),
    file!("fordel.css", CSS),
    script!("fordel.js"),
    file!("board.css", CSS),
    script!("board.js"),
    script!("by-hand.js"),
    file!("grid.css", CSS),
    // One file in place of its modules: one request.
    File { name: "grid.js", kind: SCRIPT, bytes: || crate::grid::script().as_bytes() },
    file!("library.css", CSS),
    file!("now.css", CSS),
    script!("now.js"),
    file!("mark.svg", SVG),
    file!("staffing.css", CSS),
    script!("staffing.js"),
    script!("why.js"),
    script!("following.js"),
    script!("proposals.js"),
    File { name: "report.css", kind: CSS, bytes: || fordel_app::service::REPORT_STYLE.as_bytes() },
    // Pages other than the grid's listen with it too.
    script!("stream.js", "grid/"),
    file!("unit.css", CSS),
    file!("workshop.css", CSS),
    script!("workshop.js"),
];

/// What every page loads.
pub(super) const STYLES: [&str; 2] = ["vendor/designsystemet/designsystemet.css", "fordel.css"];
/// The script that every page loads.
pub(super) const SCRIPT_OF_ALL: &str = "fordel.js";

/// A hash of all names and contents (FNV-1a, 64 bits): it tells versions apart, and keeps no secret.
fn hash() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| {
        let bytes = FILES.iter().flat_map(|file| file.name.bytes().chain([0]).chain((file.bytes)().iter().copied()));
        let hash = bytes
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
        format!("{hash:016x}")
    })
}

/// The address of a file.
pub fn file(name: &str) -> String {
    debug_assert!(FILES.iter().any(|file| file.name == name), "there is no file {name}");
    format!("/static/{}/{name}", hash())
}

/// The routes that need no data: the files, and the language switch. `https`: whether people reach the site so.
pub(crate) fn files(https: bool) -> Router {
    let routes = Router::new().route("/static/{hash}/{*name}", get(send)).route("/language", post(language::choose));
    routes.with_state(https)
}

/// Sends a file. One of another version is not here: the page that asks for it is of that version, and so is its server.
async fn send(Path((wanted, name)): Path<(String, String)>, request: Request) -> Response {
    let Some(file) = FILES.iter().find(|file| file.name == name).filter(|_| wanted == hash()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag = format!("W/\"{}\"", hash());
    let known = request.headers().get(IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut answer = if known { StatusCode::NOT_MODIFIED.into_response() } else { (file.bytes)().into_response() };
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(file.kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.extend(HeaderValue::from_str(&tag).ok().map(|tag| (ETAG, tag)));
    answer.extensions_mut().insert(Lasting);
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_our_scripts_nothing_but_code_is_sent() {
        for file in FILES.iter().filter(|file| file.kind == SCRIPT) {
            let script = std::str::from_utf8((file.bytes)()).expect("text");
            for line in script.lines() {
                let plain = !line.is_empty() && !line.starts_with([' ', '\t']) && !line.starts_with("//");
                assert!(plain && !line.starts_with("/*"), "{}: {line:?}", file.name);
                assert!(line.matches('`').count() % 2 == 0, "{}: a text over several lines: {line}", file.name);
            }
        }
    }
}
