//! A text as a picture that telephones read: a QR code as SVG.

use fordel_text::Texts;
use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// Empty modules around the code, as its standard asks.
const QUIET: i32 = 4;

/// The picture; none of a text that is too long for one.
pub fn picture(t: &Texts, text: &str) -> Option<Markup> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size() + 2 * QUIET;
    let dark =
        (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y))).filter(|(x, y)| code.get_module(*x, *y));
    let path: String = dark.map(|(x, y)| format!("M{} {}h1v1h-1z", x + QUIET, y + QUIET)).collect();
    Some(html! {
        // Light behind dark whatever the page's colours are: that is what telephones look for.
        svg class="qr" role="img" aria-label=(t.get("me-codes-picture")) viewBox=(format!("0 0 {size} {size}")) width="240" height="240" shape-rendering="crispEdges" {
            rect width=(size) height=(size) fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    })
}

#[cfg(test)]
mod tests {
    use fordel_text::Lang;

    use super::*;
    use crate::shell::texts;

    #[test]
    fn a_code_has_its_three_corners_and_a_quiet_edge() {
        let markup =
            picture(texts(Lang::Nb), "otpauth://totp/Fordel:kari@test.no?secret=ABC").expect("it fits").into_string();
        for corner in ["M4 4h1", "M10 4h1", "M4 10h1", "M10 10h1"] {
            assert!(markup.contains(corner), "{corner}");
        }
        assert!(!markup.contains("M3 ") && !markup.contains("M5 5h1"), "the ring around the corner's middle is light");
        assert!(picture(texts(Lang::Nb), &"x".repeat(5_000)).is_none());
    }
}
