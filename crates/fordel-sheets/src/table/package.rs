//! The container of a workbook, looked at before any part of it is parsed.
//!
//! An `.xlsx` is a zip of XML parts. What a zip says of itself may be a lie, so every part is unpacked once into
//! nothing, under a budget, and its checksum holds; then no later step can meet more bytes than were counted here.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::time::Duration;

use fordel_core::complaint::{Complaint, Place};
use zip::ZipArchive;
use zip::result::ZipError;

use crate::read::kinds;

/// What a workbook may cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Bytes of the file.
    pub file_bytes: u64,
    /// Bytes of all parts unpacked.
    pub unpacked_bytes: u64,
    /// Bytes of a part that the parser keeps in memory whole (texts); a fifth of it for formats.
    pub kept_bytes: u64,
    /// Bytes between one tag and the next: the longest text that Excel allows takes a fifth of it.
    pub run_bytes: u64,
    /// Parts in the container.
    pub parts: usize,
    /// Sheets.
    pub sheets: usize,
    /// Filled cells over all sheets that are read.
    pub cells: usize,
    /// Bytes of text in those cells.
    pub text_bytes: usize,
    /// Time for all of it.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            file_bytes: 32 << 20,
            unpacked_bytes: 256 << 20,
            kept_bytes: 20 << 20,
            run_bytes: 1 << 20,
            parts: 2_000,
            sheets: 200,
            cells: 2_500_000,
            text_bytes: 64 << 20,
            time: Duration::from_secs(20),
        }
    }
}

const MB: f64 = 1_048_576.0;

/// Refuses whatever isn't a plain, sane `.xlsx`.
pub(super) fn inspect(bytes: &[u8], limits: &Limits) -> Result<(), Complaint> {
    let refuse = |kind: kinds::Kind| kind.at(Place::file());
    if bytes.is_empty() {
        return Err(refuse(kinds::FILE_EMPTY));
    }
    if bytes.len() as u64 > limits.file_bytes {
        return Err(refuse(kinds::FILE_LARGE).with("limit", limits.file_bytes as f64 / MB));
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(refuse(foreign(bytes)));
    }
    let too_many = || refuse(kinds::FILE_PARTS).with("limit", limits.parts);
    // Counted before the directory is read into memory.
    if bytes.windows(4).filter(|w| w == b"PK\x01\x02").count() > limits.parts {
        return Err(too_many());
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| refuse(kinds::FILE_DAMAGED))?;
    if zip.len() > limits.parts {
        return Err(too_many());
    }
    check_names(&zip, refuse)?;
    let mut left = limits.unpacked_bytes;
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => refuse(kinds::FILE_ENCRYPTED),
            _ => refuse(kinds::FILE_DAMAGED),
        })?;
        let name = part.name().map_err(|_| refuse(kinds::FILE_NAMES))?.to_lowercase().replace('\\', "/");
        let own = limits.of(&name);
        let allowed = own.min(left);
        let run = if is_sheet(&name) { limits.run_bytes } else { u64::MAX };
        let unpacked = unpack(&mut part, allowed, run, !name.contains("/media/"));
        match unpacked {
            Unpacked::Whole(size) => left -= size,
            Unpacked::Beyond => {
                return Err(refuse(kinds::FILE_UNPACKED).with("limit", own.min(limits.unpacked_bytes) as f64 / MB));
            }
            Unpacked::Damaged => return Err(refuse(kinds::FILE_DAMAGED)),
            Unpacked::TypeDefinition => return Err(refuse(kinds::FILE_DTD)),
        }
    }
    Ok(())
}

impl Limits {
    /// Bytes that one part may unpack to. All are held tighter than sheets, which are streamed.
    fn of(&self, part: &str) -> u64 {
        if is_sheet(part) {
            self.unpacked_bytes
        } else if part.ends_with("styles.xml") || part.ends_with(".rels") || part.ends_with("workbook.xml") {
            self.kept_bytes / 5
        } else {
            self.kept_bytes
        }
    }
}

/// Whether the part is a sheet by its name.
fn is_sheet(part: &str) -> bool {
    part.contains("worksheets/") && part.ends_with(".xml")
}

/// The directory's names: no part twice, none that would leave the container, and those a workbook has.
fn check_names(zip: &ZipArchive<Cursor<&[u8]>>, refuse: impl Fn(kinds::Kind) -> Complaint) -> Result<(), Complaint> {
    if zip.has_duplicate_names() {
        return Err(refuse(kinds::FILE_NAMES));
    }
    let mut names = BTreeSet::new();
    for name in zip.file_names() {
        let name = name.map_err(|_| refuse(kinds::FILE_NAMES))?.to_lowercase().replace('\\', "/");
        let leaves =
            name.starts_with('/') || name.contains(':') || name.contains('\0') || name.split('/').any(|p| p == "..");
        if leaves || !names.insert(name) {
            return Err(refuse(kinds::FILE_NAMES));
        }
    }
    if names.contains("xl/workbook.bin") {
        return Err(refuse(kinds::FILE_BINARY));
    }
    if names.contains("content.xml") && names.contains("meta-inf/manifest.xml") {
        return Err(refuse(kinds::FILE_OPENDOCUMENT));
    }
    let is_workbook = names.contains("[content_types].xml") && names.iter().any(|n| n.starts_with("xl/"));
    if is_workbook { Ok(()) } else { Err(refuse(kinds::FILE_FOREIGN)) }
}

/// What a file that isn't a zip seems to be.
fn foreign(bytes: &[u8]) -> kinds::Kind {
    let head = &bytes[..bytes.len().min(4096)];
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_encrypted = bytes.windows(encrypted.len()).any(|w| w == encrypted);
        return if is_encrypted { kinds::FILE_ENCRYPTED } else { kinds::FILE_OLD };
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return kinds::FILE_TEXT;
    }
    let controls = head.iter().filter(|b| b.is_ascii_control() && !b.is_ascii_whitespace()).count();
    if controls == 0 && !bytes.starts_with(b"%PDF") { kinds::FILE_TEXT } else { kinds::FILE_FOREIGN }
}

/// What came of unpacking a part into nothing.
enum Unpacked {
    Whole(u64),
    Beyond,
    Damaged,
    TypeDefinition,
}

fn unpack(part: &mut impl Read, allowed: u64, longest_run: u64, is_xml: bool) -> Unpacked {
    const KEPT: usize = 16;
    let mut buffer = vec![0_u8; 64 << 10];
    let mut total = 0_u64;
    let mut run = 0_u64;
    // The last bytes of the block before, so that a word cut in two is still seen.
    let mut tail: Vec<u8> = Vec::with_capacity(2 * KEPT);
    loop {
        let read = match part.read(&mut buffer) {
            Ok(0) => return Unpacked::Whole(total),
            Ok(read) => read,
            Err(_) => return Unpacked::Damaged,
        };
        total += read as u64;
        if total > allowed {
            return Unpacked::Beyond;
        }
        let block = &buffer[..read];
        // The parser holds the text between two tags at once; blocks are shorter than the longest that is allowed.
        run = block.iter().rposition(|b| *b == b'<').map_or(run + read as u64, |at| (read - at) as u64);
        if run > longest_run {
            return Unpacked::Damaged;
        }
        if is_xml {
            tail.extend_from_slice(&block[..read.min(KEPT)]);
            if names_type_definition(&tail) || names_type_definition(block) {
                return Unpacked::TypeDefinition;
            }
            tail.clear();
            tail.extend_from_slice(&block[read.saturating_sub(KEPT)..]);
        }
    }
}

/// Whether the bytes hold `<!DOCTYPE` or `<!ENTITY`, in UTF-8 or UTF-16.
fn names_type_definition(block: &[u8]) -> bool {
    block.iter().enumerate().filter(|(_, b)| **b == b'<').any(|(at, _)| {
        let letters = || block[at + 1..].iter().take(19).filter(|b| **b != 0).map(u8::to_ascii_uppercase);
        let starts = |word: &[u8]| letters().take(word.len()).eq(word.iter().copied());
        starts(b"!DOCTYPE") || starts(b"!ENTITY")
    })
}
