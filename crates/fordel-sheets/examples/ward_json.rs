//! Prints the ward in a workbook as JSON; complaints go to the error stream.
//!
//! `cargo run --release -p fordel-sheets --example ward_json -- WARD.xlsx`

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: ward_json WARD.xlsx");
        return ExitCode::from(2);
    };
    let reading = fordel_sheets::read_ward(Path::new(&path));
    for complaint in &reading.complaints {
        eprintln!("{:?} {} {} {:?}", complaint.severity, complaint.place, complaint.code, complaint.args);
    }
    match reading.ward.as_ref().map(serde_json::to_string_pretty) {
        Some(Ok(json)) => {
            println!("{json}");
            ExitCode::SUCCESS
        }
        _ => ExitCode::from(3),
    }
}
