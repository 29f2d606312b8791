//! A file as an answer: what it is by the ending of its name, and the name by which a browser saves it.

use axum::http::Uri;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use fordel_app::service::{BranchId, Failed, List, ListCell, Reads, Service, SignedIn, csv, xlsx};
use fordel_text::Texts;
use tokio::sync::Semaphore;

use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{Head, texts};
use crate::visitor::Visitor;

/// Files that are written at the same time: a report takes a core for a second, a long list too. Whoever comes fifth waits without
/// holding a thread.
pub static WRITING: Semaphore = Semaphore::const_new(4);

/// What files are, by the ending of their names.
const KINDS: [(&str, &str); 5] = [
    (".csv", "text/csv; charset=utf-8"),
    (".json", "application/json"),
    (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (".html", "text/html; charset=utf-8"),
    (".pdf", "application/pdf"),
];

/// The file, to be saved under its name.
pub fn download(name: &str, bytes: Vec<u8>) -> Response {
    let kind =
        KINDS.iter().find(|(ending, _)| name.ends_with(ending)).map_or("application/octet-stream", |(_, kind)| kind);
    ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition(name))], bytes).into_response()
}

/// A list as the file that a name's ending asks for: CSV, else a workbook.
///
/// # Errors
/// A workbook that can't be written.
pub fn list_as(name: &str, list: &List, t: &Texts) -> Result<Vec<u8>, Failed> {
    if name.ends_with(".csv") { Ok(csv(list, t)) } else { xlsx(list) }
}

/// Which table the address of a file asks for: `…/certainty/hours.csv` asks for `hours`.
pub fn table_in(address: &Uri) -> String {
    let file = address.path().rsplit('/').next().unwrap_or_default();
    file.rsplit_once('.').map_or(file, |(table, _)| table).to_owned()
}

/// What a table shows as a list: the same columns, its cells as values.
pub fn list_of(name: impl Into<String>, head: &[Head], rows: Vec<Vec<ListCell>>) -> List {
    List { name: name.into(), columns: head.iter().map(|column| column.text.clone()).collect(), rows }
}

/// A list by the keys of its name and its columns.
pub fn list_by_keys(t: &Texts, name: &str, columns: &[&str], rows: Vec<Vec<ListCell>>) -> List {
    List { name: t.get(name), columns: columns.iter().map(|key| t.get(key)).collect(), rows }
}

/// A page's list as the file that the address asks for: `Medisin – Logg.csv`. `list` reads it as the page itself is read, so that
/// whoever may not see the page is refused here too, and tells whose it is.
///
/// # Errors
/// What the page would be refused for; a workbook that can't be written.
pub async fn send_list(
    app: &App,
    visitor: Visitor,
    address: &Uri,
    list: impl FnOnce(&Service, &SignedIn, &Texts) -> Result<(String, List), Failed> + Send + 'static,
) -> Result<Response, Refusal> {
    let ending = if address.path().ends_with(".csv") { "csv" } else { "xlsx" };
    let _turn = WRITING.acquire().await;
    let (name, bytes) = app
        .aside(move |s| {
            let t = texts(visitor.lang);
            let (whose, list) = list(s, &visitor.who, t)?;
            let name = file_name(&whose, &list.name, ending);
            let bytes = list_as(&name, &list, t)?;
            Ok((name, bytes))
        })
        .await?;
    Ok(download(&name, bytes))
}

/// A list of a unit's page likewise: `list` reads what whoever has a role in the unit may see.
///
/// # Errors
/// No such unit, or no role there; what [`send_list`] is refused for.
pub async fn send_unit_list(
    app: &App,
    visitor: Visitor,
    unit: i64,
    address: &Uri,
    list: impl FnOnce(Reads<'_>, &Texts) -> Result<List, Failed> + Send + 'static,
) -> Result<Response, Refusal> {
    send_list(app, visitor, address, move |s, who, t| {
        let reads = s.unit(who, BranchId(unit))?;
        let name = reads.unit().name.clone();
        Ok((name, list(reads, t)?))
    })
    .await
}

/// What every file is called: whose it is, what it is, and its ending (`Medisin – Logg.csv`). Systems don't let names be long.
pub fn file_name(whose: &str, what: &str, ending: &str) -> String {
    let part = |text: &str, most: usize| -> String { text.chars().take(most).collect() };
    format!("{} – {}.{ending}", part(whose, 80), part(what, 60))
}

/// A name by which a browser saves the answer: plain letters for old ones, all letters for others; never a folder or a
/// name that a system keeps for itself.
fn disposition(name: &str) -> String {
    let safe: String =
        name.chars()
            .map(|c| {
                if c.is_control() || matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|') {
                    '-'
                } else {
                    c
                }
            })
            .collect();
    let safe: String = safe.trim_matches([' ', '.']).chars().take(150).collect();
    let plain: String = safe
        .chars()
        .map(|c| match c {
            'æ' => 'a',
            'ø' => 'o',
            'å' => 'a',
            'Æ' => 'A',
            'Ø' => 'O',
            'Å' => 'A',
            c if c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_') => c,
            _ => '-',
        })
        .collect();
    let keeps = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let full: String = safe
        .bytes()
        .map(|byte| if keeps(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{full}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_by_whose_it_is_and_what_it_is_and_never_at_length() {
        assert_eq!(file_name("Medisin", "Logg", "csv"), "Medisin – Logg.csv");
        assert_eq!(file_name(&"å".repeat(200), &"ø".repeat(200), "xlsx").chars().count(), 80 + 3 + 60 + 5);
    }

    #[test]
    fn a_name_is_safe_for_browsers_and_disks() {
        assert_eq!(
            disposition("Øst/..\\ \"post\"\r\nX: 1.csv"),
            "attachment; filename=\"Ost-..- -post---X- 1.csv\"; filename*=UTF-8''%C3%98st-..-%20-post---X-%201.csv"
        );
        let long = disposition(&"å".repeat(1000));
        assert!(long.len() < 1200 && long.is_ascii(), "{}", long.len());
    }
}
