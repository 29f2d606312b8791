//! Contrast by WCAG 2.1: 4.5:1 for text (1.4.3), 3:1 for what pictures are made of (1.4.11), on light and dark paper,
//! and that the pictures' own colours are those of the light page.

use super::STYLE;
use crate::chart::ink;

/// Relative luminance of `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let channel = |i: usize| {
        let part = u8::from_str_radix(&colour[i..i + 2], 16).unwrap_or_else(|_| panic!("no colour: {colour}"));
        let share = f64::from(part) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(a: &str, b: &str) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The colour that a name has in the light page (0) or the dark one (1).
fn colour(name: &str, page: usize) -> &'static str {
    let key = format!("--{name}: #");
    let mut found = STYLE.match_indices(&key).map(|(at, key)| {
        let start = at + key.len() - 1;
        &STYLE[start..start + 7]
    });
    found.nth(page).unwrap_or_else(|| panic!("no --{name} for page {page}"))
}

#[test]
fn black_on_white_is_twenty_one_to_one() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#767676", "#ffffff") - 4.54).abs() < 0.01);
}

#[test]
fn text_and_pictures_stand_out_on_both_papers() {
    for page in 0..2 {
        let of = |name: &str| colour(name, page);
        for (text, ground) in [
            ("text", "paper"),
            ("text", "tint"),
            ("text", "mark"),
            ("text", "info-tint"),
            ("text", "warn-tint"),
            ("muted", "paper"),
            ("muted", "tint"),
            ("link", "paper"),
            ("info", "info-tint"),
            ("warn", "warn-tint"),
        ] {
            let ratio = contrast(of(text), of(ground));
            assert!(ratio >= 4.5, "page {page}: {text} on {ground} is {ratio:.2}");
        }
        for series in 0..ink::SERIES.len() {
            let ratio = contrast(of(&format!("s{series}")), of("paper"));
            assert!(ratio >= 3.0, "page {page}: series {series} is {ratio:.2}");
        }
    }
}

#[test]
fn pictures_have_the_light_pages_colours() {
    for (i, series) in ink::SERIES.iter().enumerate() {
        assert_eq!(*series, colour(&format!("s{i}"), 0));
    }
    for (own, name) in [(ink::TEXT, "text"), (ink::MUTED, "muted"), (ink::GRID, "line"), (ink::PAPER, "paper")] {
        assert_eq!(own, colour(name, 0));
    }
}
