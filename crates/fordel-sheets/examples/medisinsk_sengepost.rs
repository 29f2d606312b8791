//! Writes `examples/medisinsk-sengepost.xlsx` from the text files in `examples/medisinsk-sengepost/`: one for each
//! sheet, with the sheet's own columns, separated by tabs. `cargo run --release -p fordel-sheets --example
//! medisinsk_sengepost` after changing one of them.

use std::path::{Path, PathBuf};

use fordel_core::ward::Ward;
use fordel_sheets::read::read_ward_bytes;
use fordel_text::{Lang, Texts};
use rust_xlsxwriter::Workbook;

/// The text files, with the sheets they hold.
const SHEETS: [(&str, &str); 11] = [
    ("oppgaver.tsv", "Oppgaver"),
    ("yrkesgrupper.tsv", "Yrkesgrupper"),
    ("vakter.tsv", "Vakter"),
    ("bemanning-i-dag.tsv", "Bemanning i dag"),
    ("tilstedevaerelse.tsv", "Tilstedeværelse"),
    ("aktivitet.tsv", "Aktivitet"),
    ("befolkning.tsv", "Befolkning"),
    ("framskriving.tsv", "Framskriving"),
    ("kurs.tsv", "Kurs"),
    ("sertifikater.tsv", "Sertifikater"),
    ("innstillinger.tsv", "Innstillinger"),
];

/// The repository's folder of examples.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

/// The example ward as its text files tell it.
///
/// # Panics
/// With what is wrong, if a file is missing or the ward has faults.
pub fn ward() -> Ward {
    let mut book = Workbook::new();
    for (file, name) in SHEETS {
        let sheet = book.add_worksheet().set_name(name).expect("sheet names are legal");
        let path = folder().join("medisinsk-sengepost").join(file);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        for (row, line) in (0..).zip(text.lines()) {
            for (col, cell) in (0..).zip(line.split('\t')) {
                if !cell.is_empty() {
                    sheet.write_string(row, col, cell).expect("cells are short");
                }
            }
        }
    }
    let bytes = book.save_to_buffer().expect("a workbook of text can be written");
    let reading = read_ward_bytes(&bytes);
    reading.ward.unwrap_or_else(|| {
        let texts = Texts::new(Lang::Nb);
        let told: Vec<String> = reading.complaints.iter().map(|c| texts.complaint(c)).collect();
        panic!("{}", told.join("\n"))
    })
}

#[allow(dead_code)] // The test that holds the workbook to its source takes `ward` alone.
fn main() {
    let book = fordel_sheets::write::ward_book(&ward(), &[], &Texts::new(Lang::Nb)).expect("the ward fits a workbook");
    std::fs::write(folder().join("medisinsk-sengepost.xlsx"), book).expect("the folder can be written");
}
