//! Every kind of complaint that reading a workbook can give, with how bad it is.
//!
//! The code is the message's key in `complaints.ftl`; `tests/gallery` holds an example of each, and a test holds that
//! the three lists are the same.

use fordel_core::complaint::{Complaint, Place, Severity};

/// A kind of complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// The code, also the message's key.
    pub code: &'static str,
    /// How bad.
    pub severity: Severity,
}

impl Kind {
    /// A complaint of this kind at a place.
    pub fn at(self, place: Place) -> Complaint {
        Complaint { code: self.code, severity: self.severity, place, args: Vec::new() }
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $severity:ident $code:literal;)*) => {
        $($(#[$doc])* pub const $name: Kind = Kind { code: $code, severity: Severity::$severity };)*
        /// All kinds.
        pub const ALL: &[Kind] = &[$($name),*];
    };
}

kinds! {
    // The file.
    /// There is no such file, or it can't be opened.
    FILE_MISSING = Fault "file-missing";
    /// No bytes at all.
    FILE_EMPTY = Fault "file-empty";
    /// More bytes than are read.
    FILE_LARGE = Fault "file-large";
    /// Unpacks to more bytes than are read.
    FILE_UNPACKED = Fault "file-unpacked";
    /// More parts than a workbook has.
    FILE_PARTS = Fault "file-parts";
    /// A part twice, or with a name that leaves the container.
    FILE_NAMES = Fault "file-names";
    /// XML with a document type definition.
    FILE_DTD = Fault "file-dtd";
    /// Locked with a password.
    FILE_ENCRYPTED = Fault "file-encrypted";
    /// Excel's format from before 2007.
    FILE_OLD = Fault "file-old";
    /// Excel's binary format.
    FILE_BINARY = Fault "file-binary";
    /// OpenDocument.
    FILE_OPENDOCUMENT = Fault "file-opendocument";
    /// Text, CSV or HTML.
    FILE_TEXT = Fault "file-text";
    /// Something else.
    FILE_FOREIGN = Fault "file-foreign";
    /// A workbook that can't be unpacked or parsed.
    FILE_DAMAGED = Fault "file-damaged";
    /// A sheet that can't be parsed.
    SHEET_DAMAGED = Fault "sheet-damaged";
    /// More cells or text than are read.
    TOO_MANY_CELLS = Fault "too-many-cells";
    /// Took too long.
    FILE_SLOW = Fault "file-slow";
}
