//! What takes long gives way to pages: the threads that answer these keep their niceness, whatever was asked of them.

use axum::http::StatusCode;

use crate::ward::Ward;

/// A thread's name and niceness, from what the system tells of it: the second field, in parentheses, and the nineteenth.
fn told(stat: &str) -> Option<(String, i32)> {
    let (start, fields) = stat.rsplit_once(')')?;
    let (_, name) = start.split_once('(')?;
    Some((name.to_owned(), fields.split_whitespace().nth(16)?.parse().ok()?))
}

/// This program's threads; one that ends meanwhile isn't among them.
fn threads() -> Vec<(String, i32)> {
    let folders = std::fs::read_dir("/proc/self/task").expect("the threads");
    folders.filter_map(|folder| told(&std::fs::read_to_string(folder.ok()?.path().join("stat")).ok()?)).collect()
}

#[test]
fn solving_writing_and_reading_what_is_handed_in_give_way_and_the_threads_that_answer_do_not() {
    let own = std::fs::read_to_string("/proc/thread-self/stat").expect("this thread");
    let (_, own) = told(&own).expect("its niceness");
    // A worker makes the plan, and waits for the next one.
    let ward = Ward::new("aside");
    let here = format!("/u/{}/p/{}", ward.unit, ward.number);
    let simulated = ward.place.post(&format!("{here}/certainty"), Some(&ward.reader), "under=");
    assert_eq!(simulated.status, StatusCode::SEE_OTHER, "{}", simulated.text());
    assert_eq!(ward.place.get(&format!("{here}/report.pdf"), Some(&ward.reader)).status, StatusCode::OK);
    let book = include_bytes!("../../../fordel-sheets/tests/data/liten.xlsx");
    let import = ward.place.hand_in(&format!("/u/{}/import", ward.unit), &ward.chief, "liten.xlsx", book);
    assert_eq!(import.status, StatusCode::SEE_OTHER, "{}", import.text());

    let threads = threads();
    let answering: Vec<i32> = threads.iter().filter(|(name, _)| name == "tokio-rt-worker").map(|(_, n)| *n).collect();
    assert!(answering.len() > 1 && answering.iter().all(|niceness| *niceness == own), "{own}: {threads:?}");
    assert!(threads.iter().any(|(_, niceness)| *niceness == own.max(10)), "the worker gives way: {threads:?}");
}
