//! The example ward that is built into the program.

/// The example ward's workbook: a medical ward of 24 beds whose staffing nearly carries its work. Its source is the
/// text files in `examples/medisinsk-sengepost/`; the program in this crate's `examples/` writes it anew.
pub fn example_workbook() -> &'static [u8] {
    include_bytes!("../../../examples/medisinsk-sengepost.xlsx")
}
