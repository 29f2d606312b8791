//! A writer of well-formed markup, shared by the page and the pictures: whatever text is put in is escaped here and
//! nowhere else, so nothing a user typed can turn into markup.

/// Markup under construction. Elements are closed by the writer itself.
#[derive(Default)]
pub struct Xml {
    out: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// Nothing yet.
    pub fn new() -> Xml {
        Xml::default()
    }

    /// Opens an element, writes what `inside` writes, and closes it.
    pub fn element(&mut self, tag: &'static str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Xml)) {
        self.start(tag, attributes);
        self.out.push('>');
        self.open.push(tag);
        inside(self);
        self.open.pop();
        self.out.push_str("</");
        self.out.push_str(tag);
        self.out.push('>');
    }

    /// An element that holds text alone.
    pub fn leaf(&mut self, tag: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.element(tag, attributes, |x| x.text(text));
    }

    /// An element without content.
    pub fn empty(&mut self, tag: &'static str, attributes: &[(&str, &str)]) {
        self.start(tag, attributes);
        self.out.push_str("/>");
    }

    /// Text, escaped.
    pub fn text(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    /// Markup that this writer has made itself.
    pub fn append(&mut self, made: &Xml) {
        self.out.push_str(&made.out);
    }

    /// The program's own stylesheet, which holds no `<` and needs no escaping.
    pub fn own_style(&mut self, css: &'static str) {
        debug_assert!(!css.contains('<'));
        self.out.push_str("<style>\n");
        self.out.push_str(css);
        self.out.push_str("</style>\n");
    }

    /// A line break between blocks, so that the source can be read.
    pub fn newline(&mut self) {
        self.out.push('\n');
    }

    /// The markup.
    pub fn finish(self) -> String {
        debug_assert!(self.open.is_empty());
        self.out
    }

    fn start(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(tag);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            escape(value, &mut self.out);
            self.out.push('"');
        }
    }
}

/// Escapes for text and attributes alike; characters that markup can't hold at all are left out.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_never_becomes_markup() {
        let mut x = Xml::new();
        x.leaf("p", &[("title", "\"><script>")], "<img onerror='a' src=\"b\">\u{0} & \u{ffff}æ");
        assert_eq!(
            x.finish(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;img onerror=&#39;a&#39; src=&quot;b&quot;&gt; &amp; æ</p>"
        );
    }
}
