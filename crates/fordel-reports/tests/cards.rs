//! Cards for a wall: as a page well-formed, without anything loaded or run; as a document tagged, on A4, with all its text.

use std::process::Command;

use fordel_reports::cards::{Card, Cards, Page, Point};

fn cards() -> Cards {
    let point = |lead: &str, text: &str| Point { lead: lead.into(), text: text.into() };
    let card = |light: &'static str, word: &str, points: Vec<Point>| Card {
        missing: "1 Sykepleier mangler".into(),
        light,
        word: word.into(),
        intervals: if light == "green" { String::new() } else { "18–22 rød".into() },
        points,
    };
    Cards {
        title: "Når noen mangler".into(),
        unit: "Post <b>4</b> & 5".into(),
        lang: "nb",
        lead: "Fargen sier hva som skjer.".into(),
        pages: vec![
            Page {
                heading: "Vakt A, man–fre".into(),
                time: "15:00–22:30".into(),
                cards: vec![
                    card("red", "RØDT", vec![point("Udekket", "Dele ut <script>legemidler</script> (18–22)")]),
                    card("yellow", "GULT", vec![point("Utsett", "Rydde skyllerom (18–22) → 22–07")]),
                ],
            },
            Page {
                heading: "Vakt N, lør–søn".into(),
                time: "22:15–07:45".into(),
                cards: vec![card("green", "GRØNT", vec![point("Alt blir gjort som vanlig", "")])],
            },
        ],
    }
}

#[test]
fn the_page_is_well_formed_and_loads_and_runs_nothing() {
    let html = cards().html();
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() };
    let page = roxmltree::Document::parse_with_options(&html, options).expect("well-formed");
    let tags: Vec<&str> = page.descendants().filter(|n| n.is_element()).map(|n| n.tag_name().name()).collect();
    assert!(!tags.iter().any(|t| ["script", "link", "img", "b"].contains(t)), "{tags:?}");
    assert_eq!(tags.iter().filter(|t| **t == "article").count(), 3);
    assert_eq!(page.root_element().attribute("lang"), Some("nb"));
    // Whoever can't tell colours apart reads the word.
    let text: String = page.descendants().filter_map(|n| n.text()).collect();
    for word in ["RØDT", "GULT", "GRØNT", "Dele ut <script>legemidler</script> (18–22)", "Vakt N, lør–søn 22:15–07:45"]
    {
        assert!(text.contains(word), "{word} in {text}");
    }
}

#[test]
fn the_document_is_tagged_on_a4_with_a_page_for_each_time_of_the_day() {
    let path = std::env::temp_dir().join(format!("fordel-cards-{}.pdf", std::process::id()));
    std::fs::write(&path, cards().pdf().expect("a document")).expect("a file in the system's temporary folder");
    let run = |tool: &str, arguments: &[&str], last: &[&str]| {
        let output = Command::new(tool).args(arguments).arg(&path).args(last).output();
        let output = output.unwrap_or_else(|why| panic!("{tool} (package poppler-utils) is needed: {why}"));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let info = run("pdfinfo", &[], &[]);
    let text = run("pdftotext", &["-layout"], &["-"]);
    let structure = run("pdfinfo", &["-struct"], &[]);
    std::fs::remove_file(&path).ok();
    assert!(info.lines().any(|l| l.starts_with("Tagged:") && l.ends_with("yes")), "{info}");
    assert!(info.contains("A4") && info.lines().any(|l| l.starts_with("Pages:") && l.trim().ends_with('2')), "{info}");
    assert!(structure.contains("H1") && structure.contains("H2"), "{structure}");
    for part in ["RØDT", "GULT", "GRØNT", "1 Sykepleier", "<script>legemidler</script>", "Post <b>4</b> & 5"] {
        assert!(text.contains(part), "{part} in {text}");
    }
}
