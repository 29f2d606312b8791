//! What people call a browser, or another program, by what it says of itself.

use fordel_text::Texts;

/// Browsers by a word that each says: first those that also say the word of a browser further down.
const BROWSERS: [(&str, &str); 12] = [
    ("Edg/", "Edge"),
    ("EdgA/", "Edge"),
    ("EdgiOS/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
    ("Trident/", "Internet Explorer"),
    ("MSIE ", "Internet Explorer"),
];

/// What they run on, in the same way: an iPhone says that it is like Mac, Android that it is Linux.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac", "Mac"),
    ("Linux", "Linux"),
];

/// `Edge på Windows`, `Et program (curl)`, or that it isn't known.
pub fn called(t: &Texts, agent: &str) -> String {
    let program = agent.split(['/', ' ']).next().unwrap_or_default();
    match (said(agent, &BROWSERS), said(agent, &SYSTEMS)) {
        (Some(name), Some(system)) => t.with("me-session-on", &[("name", name.into()), ("system", system.into())]),
        (Some(name), None) => name.to_owned(),
        (None, _) if program.is_empty() => t.get("me-session-unknown"),
        (None, _) => t.with("me-session-program", &[("name", program.into())]),
    }
}

/// The name that goes with the first of the words that is said.
fn said(agent: &str, words: &[(&str, &'static str)]) -> Option<&'static str> {
    words.iter().find(|(word, _)| agent.contains(word)).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use fordel_text::Lang;

    use super::*;
    use crate::shell::texts;

    #[test]
    fn browsers_are_called_as_people_call_them() {
        const WINDOWS: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
        const PHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X)";
        const KIT: &str = "AppleWebKit/537.36 (KHTML, like Gecko)";
        let cases = [
            (format!("{WINDOWS} {KIT} Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0"), "Edge på Windows"),
            (format!("{WINDOWS} {KIT} Chrome/139.0.0.0 Safari/537.36 OPR/122.0.0.0"), "Opera på Windows"),
            (format!("{WINDOWS} {KIT} Chrome/139.0.0.0 Safari/537.36"), "Chrome på Windows"),
            ("Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko".into(), "Internet Explorer på Windows"),
            ("Mozilla/5.0 (Linux; Android 10; K) Chrome/139.0.0.0 Mobile Safari/537.36".into(), "Chrome på Android"),
            (
                "Mozilla/5.0 (Linux; Android 15) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36".into(),
                "Samsung Internet på Android",
            ),
            (format!("{PHONE} {KIT} Version/18.6 Mobile/15E148 Safari/604.1"), "Safari på iPhone"),
            (format!("{PHONE} {KIT} CriOS/139.0.7258.76 Mobile/15E148 Safari/604.1"), "Chrome på iPhone"),
            ("Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) FxiOS/142.0 Safari/604.1".into(), "Firefox på iPad"),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.6 Safari/605.1.15".into(), "Safari på Mac"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0".into(), "Firefox på Linux"),
            ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/139.0.0.0 Safari/537.36".into(), "Chrome på ChromeOS"),
            ("Firefox/142.0".into(), "Firefox"),
            ("curl/8.5.0".into(), "Et program (curl)"),
            ("Wget".into(), "Et program (Wget)"),
            (String::new(), "Ukjent nettleser"),
        ];
        for (agent, name) in cases {
            assert_eq!(called(texts(Lang::Nb), &agent), name, "{agent}");
        }
        assert_eq!(called(texts(Lang::En), "Firefox/142.0 (Windows)"), "Firefox on Windows");
        assert_eq!(called(texts(Lang::En), "curl/8.5.0"), "A program (curl)");
    }
}
