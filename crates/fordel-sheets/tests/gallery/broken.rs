//! Files that are broken as files.

use std::path::Path;
use std::time::Duration;

use fordel_sheets::table::Limits;
use fordel_sheets::{Reading, read_ward, read_ward_bytes, read_ward_within};

use crate::books::{Book, WARD, with_parts, zip};

/// What reading the broken file of this name gives.
pub fn reading(name: &str) -> Reading {
    let ward = || Book::parse(WARD).bytes();
    match name {
        "missing" => read_ward(Path::new("finnes-ikke.xlsx")),
        "empty" => read_ward_bytes(b""),
        "large" => read_ward_bytes(&vec![b'x'; (32 << 20) + 1]),
        "bomb" => read_ward_bytes(&with_parts(&ward(), &[("xl/sharedStrings.xml", &vec![b' '; 21 << 20])])),
        "parts" => {
            let names: Vec<String> = (0..2_001).map(|i| format!("xl/part{i}.xml")).collect();
            let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
            read_ward_bytes(&zip(&parts))
        }
        "climbing" => read_ward_bytes(&with_parts(&ward(), &[("../../etc/passwd", b"x")])),
        "entity" => {
            let sheet = br#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet/>"#;
            read_ward_bytes(&with_parts(&ward(), &[("xl/worksheets/sheet1.xml", sheet)]))
        }
        "encrypted" => {
            let stream: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            read_ward_bytes(&[COMPOUND, &[0; 1024], &stream, &[0; 1024]].concat())
        }
        "old" => read_ward_bytes(&[COMPOUND, &[0; 2048]].concat()),
        "binary" => read_ward_bytes(&with_parts(&ward(), &[("xl/workbook.bin", b"x")])),
        "opendocument" => read_ward_bytes(&zip(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", b"<x/>"),
            ("META-INF/manifest.xml", b"<x/>"),
        ])),
        "csv" => read_ward_bytes("Oppgave;Antall;Minutter\nStell;6;15\n".as_bytes()),
        "pdf" => read_ward_bytes(b"%PDF-1.7\n"),
        "cut" => {
            let bytes = ward();
            read_ward_bytes(&bytes[..bytes.len() / 2])
        }
        "cut-sheet" => {
            let sheet = br#"<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Nr"#;
            read_ward_bytes(&with_parts(&ward(), &[("xl/worksheets/sheet1.xml", sheet)]))
        }
        "many-sheets" => {
            let sheets: String = (0..201).map(|i| format!("# Ark {i}\n1 | 2\n")).collect();
            read_ward_bytes(&Book::parse(&sheets).bytes())
        }
        "cells" => read_ward_within(&ward(), Limits { cells: 50, ..Limits::default() }),
        "slow" => {
            let rows: String = (0..2_000).map(|i| format!("{i} | Stell\n")).collect();
            let book = Book::parse(&format!("# Oppgaver\nNr | Oppgave\n{rows}"));
            read_ward_within(&book.bytes(), Limits { time: Duration::ZERO, ..Limits::default() })
        }
        "many-faults" => {
            let rows = "Stell | Pasientbehandling | 07-09 | 1 | -1 | XXX\n".repeat(600);
            let header = "# Oppgaver\nOppgave | Kategori | Tidsintervall | Antall | Minutter | Minstekrav\n";
            read_ward_bytes(&Book::parse(&format!("{header}{rows}")).bytes())
        }
        "many-drivers" => {
            let rows: String = (0..101).map(|i| format!("01.02.2027;driver {i};1\n")).collect();
            let read = fordel_sheets::read_counts(format!("Dato;Driver;Antall\n{rows}").as_bytes(), "historikk");
            let like = read_ward_bytes(b"");
            Reading { ward: None, complaints: read.complaints, ..like }
        }
        "many-groups" => {
            let groups: String = (0..101).map(|i| format!("G{i} | 350 | 35.5 | 0.1 | 5 | 0.8 | 3\n")).collect();
            let header =
                "# Yrkesgrupper\nKode | Timekostnad | Uketimer | Fravær | Ferieuker | Tid til oppgaver | Helg hver\n";
            let tasks = "# Oppgaver\nOppgave | Kategori | Tidsintervall | Antall | Minutter | Minstekrav\n";
            read_ward_bytes(&Book::parse(&format!("{header}{groups}{tasks}")).bytes())
        }
        name => panic!("no broken file is named {name}"),
    }
}

/// How files of Excel before 2007, and files with a password, begin.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
