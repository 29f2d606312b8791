//! The formats of the plan's workbook: few, calm, and readable in greyscale.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The dark colour of headings and strong lines.
pub(super) const INK: u32 = 0x1F3A4D;
const LINE: u32 = 0xC9D1D6;
const BAND: u32 = 0xE8EEF1;
const INPUT: u32 = 0xFFFBE6;

/// Fill of what has moved.
pub(super) const MOVED: u32 = 0xFDE3C8;
/// Fill of what had to be taken from a group that may not do it.
pub(super) const CORRECTED: u32 = 0xF6CFCB;
/// Fill of what isn't known.
pub(super) const UNTOLD: u32 = 0xE3E3E3;

/// The formats.
pub(super) struct Style {
    /// The sheet's title.
    pub title: Format,
    /// A section's title.
    pub section: Format,
    /// A remark under a title; may run over the neighbouring cells.
    pub remark: Format,
    /// A paragraph in one wide cell.
    pub paragraph: Format,
    /// Column heading.
    pub head: Format,
    /// Heading over several columns.
    pub block: Format,
    /// Heading that stands upright, for long words over narrow columns.
    pub upright_head: Format,
    /// Text.
    pub text: Format,
    /// Text on several lines.
    pub wrap: Format,
    /// Text in the middle: codes.
    pub code: Format,
    /// Quiet text: what only ties the row to the ward.
    pub quiet: Format,
    /// Whole number.
    pub whole: Format,
    /// Whole number, nothing for zero.
    pub minutes: Format,
    /// One decimal.
    pub one: Format,
    /// Two decimals.
    pub two: Format,
    /// Kroner.
    pub kroner: Format,
    /// Percent with one decimal.
    pub share: Format,
    /// Percent with three decimals.
    pub share_fine: Format,
    /// Change with sign: whole number.
    pub change: Format,
    /// Change with sign: two decimals.
    pub change_two: Format,
    /// Use of capacity: percent, marked beyond 100 %.
    pub load: Format,
    /// A cell meant to be changed: whole number.
    pub input: Format,
    /// A cell meant to be changed: text.
    pub input_code: Format,
    /// A cell meant to be changed: two decimals.
    pub input_two: Format,
    /// A cell meant to be changed: percent.
    pub input_share: Format,
    /// Where nothing can stand: a day on which a shift doesn't run.
    pub closed: Format,
    /// Task numbers in the activity plan.
    pub numbers: Format,
}

/// The font of all cells: one that every machine has or has the measures of.
pub(super) fn standard() -> Format {
    Format::new().set_font_name("Arial").set_font_size(10)
}

impl Style {
    pub fn new() -> Style {
        let plain = standard().set_align(FormatAlign::Top);
        let boxed = plain.clone().set_border(FormatBorder::Thin).set_border_color(Color::RGB(LINE));
        // `_-` keeps a hyphen's width free at the right, so that a number doesn't touch the text beside it.
        let number = |pattern: &str| boxed.clone().set_num_format(pattern);
        let input = |pattern: &str| boxed.clone().set_num_format(pattern).set_background_color(Color::RGB(INPUT));
        let dark = boxed
            .clone()
            .set_bold()
            .set_font_color(Color::White)
            .set_background_color(Color::RGB(INK))
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter);
        Style {
            title: plain.clone().set_bold().set_font_size(16).set_font_color(Color::RGB(INK)),
            section: plain.clone().set_bold().set_font_size(12).set_font_color(Color::RGB(INK)),
            remark: plain.clone().set_font_color(Color::RGB(0x4A5A64)),
            paragraph: plain.clone().set_text_wrap(),
            head: dark.clone(),
            block: dark.clone().set_align(FormatAlign::Center),
            upright_head: dark.set_align(FormatAlign::Center).set_align(FormatAlign::Bottom).set_rotation(90),
            text: boxed.clone(),
            wrap: boxed.clone().set_text_wrap(),
            code: boxed.clone().set_align(FormatAlign::Center),
            quiet: boxed.clone().set_align(FormatAlign::Center).set_font_size(8).set_font_color(Color::RGB(0x5F6B73)),
            whole: number("#,##0_-"),
            minutes: number("#,##0_-;-#,##0_-;"),
            one: number("#,##0.0_-"),
            two: number("#,##0.00_-"),
            kroner: number("#,##0_-"),
            share: number("0.0%_-"),
            share_fine: number("0.000%_-"),
            change: number("+#,##0_-;-#,##0_-;0_-"),
            change_two: number("+#,##0.00_-;-#,##0.00_-;0.00_-"),
            load: number("[>1.000001]\"▲\"0%_-;0%_-"),
            input: input("#,##0_-"),
            input_code: input("@").set_align(FormatAlign::Center),
            input_two: input("#,##0.00_-"),
            input_share: input("0.0%_-"),
            closed: boxed.clone().set_background_color(Color::RGB(UNTOLD)),
            numbers: boxed.set_font_size(9).set_text_wrap().set_font_color(Color::RGB(0x33444E)),
        }
    }

    /// A row of sums: bold on a band.
    pub fn sum(&self, format: &Format) -> Format {
        format.clone().set_bold().set_background_color(Color::RGB(BAND))
    }
}

/// A format for a conditional rule: fill only, so that what lies under it stays readable.
pub(super) fn fill(color: u32) -> Format {
    Format::new().set_background_color(Color::RGB(color))
}
