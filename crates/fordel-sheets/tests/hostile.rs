//! Files that mean harm: each is refused with a sentence or read, and quickly; nothing panics.

mod books;

use std::time::{Duration, Instant};

use books::{Book, WARD, parts, with_parts, zip};
use fordel_core::complaint::Severity;
use fordel_sheets::{Reading, read_ward_bytes};

/// Reads the bytes, and holds that it took no more than this.
fn within(seconds: u64, name: &str, bytes: &[u8]) -> Reading {
    let start = Instant::now();
    let reading = read_ward_bytes(bytes);
    assert!(start.elapsed() < Duration::from_secs(seconds), "{name}: {:?}", start.elapsed());
    assert_eq!(reading.ward.is_none(), reading.complaints.iter().any(|c| c.severity == Severity::Fault), "{name}");
    reading
}

fn faults(reading: &Reading) -> Vec<&'static str> {
    reading.complaints.iter().filter(|c| c.severity == Severity::Fault).map(|c| c.code).collect()
}

/// The small ward with its first sheet's XML made other.
fn with_sheet(change: impl Fn(&str) -> String) -> Vec<u8> {
    with_part("xl/worksheets/sheet1.xml", change)
}

fn with_part(name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let ward = Book::parse(WARD).bytes();
    let part = parts(&ward).into_iter().find(|(n, _)| n == name).expect("the part is there").1;
    let changed = change(std::str::from_utf8(&part).expect("XML is text"));
    assert_ne!(changed.as_bytes(), part, "{name} was changed");
    with_parts(&ward, &[(name, changed.as_bytes())])
}

/// A row with a cell in it, before the sheet's end.
fn with_cell(address: &str) -> Vec<u8> {
    let row: String = address.chars().filter(char::is_ascii_digit).collect();
    with_sheet(|xml| {
        xml.replace(
            "</sheetData>",
            &format!(r#"<row r="{row}"><c r="{address}" t="str"><v>x</v></c></row></sheetData>"#),
        )
    })
}

#[test]
fn a_cell_in_the_last_corner_costs_nothing() {
    let reading = within(2, "far cell", &with_cell("XFD1048576"));
    assert!(faults(&reading).is_empty(), "{:?}", reading.complaints);
}

#[test]
fn cells_beyond_the_grid_are_a_damaged_sheet() {
    for address in
        ["XFE7", "A1048577", "ZZZZZZZ1", "AAAAAAAAAAAAAAAAAAAAAAAAA1", "A99999999999999999999", "A0", "1", "A", "Æ7"]
    {
        let reading = within(2, address, &with_cell(address));
        assert_eq!(faults(&reading), ["sheet-damaged"], "{address}");
    }
}

#[test]
fn sizes_that_a_sheet_claims_are_not_believed() {
    for dimension in ["A1:XFD1048576", "XFD1048576:A1", "Z9:A1", "A1:ZZZZZZZZZZZZZZ99999999999", "", "A", ":::"] {
        let bytes = with_sheet(|xml| {
            let start = xml.find("<dimension").expect("a dimension");
            let end = start + xml[start..].find("/>").expect("its end");
            format!("{}<dimension ref=\"{dimension}\"{}", &xml[..start], &xml[end..])
        });
        let reading = within(2, dimension, &bytes);
        assert!(matches!(faults(&reading).as_slice(), [] | ["sheet-damaged"]), "{dimension}: {:?}", faults(&reading));
    }
}

#[test]
fn parts_that_unpack_to_far_more_are_refused() {
    let ward = Book::parse(WARD).bytes();
    let spaces = vec![b' '; 24 << 20];
    for (name, size) in [
        ("xl/sharedStrings.xml", 24),
        ("xl/styles.xml", 8),
        ("xl/workbook.xml", 8),
        ("xl/media/image1.png", 24),
        ("docProps/app.xml", 24),
    ] {
        let bytes = with_parts(&ward, &[(name, &spaces[..size << 20])]);
        assert_eq!(faults(&within(20, name, &bytes)), ["file-unpacked"], "{name}");
    }
    let tags = "<c/>".repeat(70 << 20);
    let bytes = with_parts(&ward, &[("xl/worksheets/sheet1.xml", tags.as_bytes())]);
    assert_eq!(faults(&within(20, "sheet", &bytes)), ["file-unpacked"]);
    // Many that are each allowed are together too much.
    let names: Vec<String> = (0..20).map(|i| format!("xl/more/part{i}.xml")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|n| (n.as_str(), &spaces[..16 << 20])).collect();
    assert_eq!(faults(&within(20, "many", &with_parts(&ward, &many))), ["file-unpacked"]);
}

#[test]
fn a_size_in_the_directory_that_lies_is_not_believed() {
    let mut bytes = zip(&[("[Content_Types].xml", b"<x/>"), ("xl/sharedStrings.xml", &vec![b' '; 24 << 20])]);
    let size = (24_u32 << 20).to_le_bytes();
    let at: Vec<usize> = (0..bytes.len() - 4).filter(|i| bytes[*i..*i + 4] == size).collect();
    assert!(!at.is_empty());
    at.iter().for_each(|i| bytes[*i..*i + 4].copy_from_slice(&7_u32.to_le_bytes()));
    let reading = within(20, "lying size", &bytes);
    assert!(matches!(faults(&reading)[..], ["file-unpacked" | "file-damaged"]), "{:?}", faults(&reading));
}

#[test]
fn type_definitions_are_refused_in_every_part_and_every_writing() {
    let xxe = r#"<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]><x>&e;</x>"#;
    let laughs = r#"<!doctype x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><x>&c;</x>"#;
    let wide: Vec<u8> = [0xFF, 0xFE].into_iter().chain(xxe.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let late = format!("{}{xxe}", " ".repeat((64 << 10) - 4));
    let ward = Book::parse(WARD).bytes();
    for part in [
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/workbook.xml",
        "xl/styles.xml",
        "_rels/.rels",
        "[Content_Types].xml",
    ] {
        for bytes in [xxe.as_bytes(), laughs.as_bytes(), &wide, late.as_bytes()] {
            assert_eq!(faults(&within(2, part, &with_parts(&ward, &[(part, bytes)]))), ["file-dtd"], "{part}");
        }
    }
}

#[test]
fn names_that_climb_or_stand_twice_are_refused() {
    let ward = Book::parse(WARD).bytes();
    for name in ["../x", "xl/../../x", "/etc/passwd", "C:\\x", "xl\\..\\..\\x", "XL/WORKBOOK.XML", "xl\\workbook.xml"] {
        assert_eq!(faults(&within(2, name, &with_parts(&ward, &[(name, b"x")]))), ["file-names"], "{name}");
    }
    // A second entry of the same name, made by renaming one in the bytes.
    let mut bytes = with_parts(&ward, &[("xl/workbook.xmm", b"x")]);
    let at: Vec<usize> = (0..bytes.len() - 15).filter(|i| &bytes[*i..*i + 15] == b"xl/workbook.xmm").collect();
    at.iter().for_each(|i| bytes[*i + 14] = b'l');
    assert_eq!(faults(&within(2, "twice", &bytes)), ["file-names"]);
}

#[test]
fn what_is_no_workbook_says_what_it_is() {
    let utf16: Vec<u8> = "Oppgave;Antall\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes, code) in [
        ("nothing", &b""[..], "file-empty"),
        ("html", b"<html><table><tr><td>Oppgave</td></tr></table></html>", "file-text"),
        ("xml", b"<?xml version=\"1.0\"?><Workbook/>", "file-text"),
        ("latin-1", b"Oppgave;\xC5rsverk\n", "file-text"),
        ("bom", b"\xEF\xBB\xBFOppgave;Antall\n", "file-text"),
        ("utf-16", &[b"\xFF\xFE", utf16.as_slice()].concat(), "file-text"),
        ("pdf", b"%PDF-1.7\n", "file-foreign"),
        ("picture", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "file-foreign"),
        ("zeros", &[0; 4096], "file-foreign"),
        ("empty zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "file-foreign"),
        ("half a zip", b"PK\x03\x04\x14\0\0\0", "file-damaged"),
        ("a letter", &zip(&[("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")]), "file-foreign"),
        ("a zip in a zip", &zip(&[("ward.xlsx", &Book::parse(WARD).bytes())]), "file-foreign"),
        ("an empty workbook", &zip(&[("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>")]), "file-damaged"),
    ] {
        assert_eq!(faults(&within(2, name, bytes)), [code], "{name}");
    }
}

#[test]
fn a_wrong_checksum_is_a_damaged_file() {
    let mut bytes = zip(&[("[Content_Types].xml", b"<x/>"), ("xl/a.xml", b"<a>text</a>")]);
    let directory = bytes.windows(4).rposition(|w| w == b"PK\x01\x02").expect("a directory");
    bytes[directory + 16] ^= 0xFF;
    assert_eq!(faults(&within(2, "checksum", &bytes)), ["file-damaged"]);
}

#[test]
fn a_long_text_shared_by_every_cell_is_more_than_is_read() {
    let cells: String =
        (2..3_000).map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#)).collect();
    let ward = with_sheet(|xml| {
        let start = xml.find("<sheetData>").expect("rows") + "<sheetData>".len();
        let end = xml.find("</sheetData>").expect("rows");
        format!("{}{cells}{}", &xml[..start], &xml[end..])
    });
    let text = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(32_767));
    let reading = within(20, "shared text", &with_parts(&ward, &[("xl/sharedStrings.xml", text.as_bytes())]));
    assert_eq!(faults(&reading), ["too-many-cells"]);
}

#[test]
fn one_endless_text_is_a_damaged_file() {
    let text = "x".repeat(2 << 20);
    for (open, close) in [("<v>", "</v>"), ("<v a=\"", "\"/>"), ("<!--", "-->"), ("<![CDATA[", "]]>")] {
        let row = format!(r#"<row r="9"><c r="A9" t="str">{open}{text}{close}</c></row></sheetData>"#);
        let reading = within(2, open, &with_sheet(|xml| xml.replace("</sheetData>", &row)));
        assert_eq!(faults(&reading), ["file-damaged"], "{open}");
    }
}

#[test]
fn a_million_empty_cells_are_nothing() {
    let empty: String = (200..1_200).map(|row| format!("<row r=\"{row}\">{}</row>", "<c/>".repeat(1_000))).collect();
    let reading =
        within(20, "empty cells", &with_sheet(|xml| xml.replace("</sheetData>", &format!("{empty}</sheetData>"))));
    assert!(faults(&reading).is_empty(), "{:?}", reading.complaints);
}

#[test]
fn a_thousand_unknown_columns_and_ten_thousand_faults_are_cut_short() {
    let header: String = (0..1_500).map(|i| format!(" | Kolonne{i}")).collect();
    let row = "Stell | Pasientbehandling | 07-09 | mange | -1 | XXX\n".repeat(5_000);
    let book =
        format!("# Oppgaver\nOppgave | Kategori | Tidsintervall | Antall | Minutter | Minstekrav{header}\n{row}");
    let reading = within(20, "many complaints", &Book::parse(&book).bytes());
    assert!(reading.complaints.len() <= 2_001, "{}", reading.complaints.len());
    assert!(reading.complaints.iter().any(|c| c.severity == Severity::Fault));
    assert_eq!(reading.complaints.last().map(|c| c.code), Some("more-complaints"));
}

#[test]
fn long_lists_of_names_that_are_nearly_known_are_quick() {
    let name = |i: usize| format!("{i:048}");
    let courses: String = (0..900).map(|i| format!("'{} | 1\n", name(i))).collect();
    let lines: String = (0..20_000)
        .map(|i| {
            format!("Stell {i} | Pasientbehandling | 07-09 | 1 | 1 | SPL | SPL: {}\n", name(i).replace("000", "0x0"))
        })
        .collect();
    let book = format!(
        "# Kurs\nKurs | Timer\n{courses}\n# Oppgaver\nOppgave | Kategori | Tidsintervall | Antall | Minutter | Minstekrav | Opplæring\n{lines}"
    );
    let reading = within(20, "near names", &Book::parse(&book).bytes());
    assert_eq!(faults(&reading).len(), 1_000);
}

#[test]
fn texts_are_only_texts() {
    for text in ["=1+1", "@SUM(A1)", "<script>", "\"; DROP TABLE", "\u{202e}llets", "𝕊𝕥𝕖𝕝𝕝", "%s%n{0}{$value}"]
    {
        let mut book = Book::parse(WARD);
        book.change(&format!("Oppgaver!B2 = {text}"));
        let reading = within(2, text, &book.bytes());
        let ward = reading.ward.unwrap_or_else(|| panic!("{text}: {:?}", reading.complaints));
        assert_eq!(ward.lines[0].name, text);
    }
}
