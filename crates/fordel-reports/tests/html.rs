//! The page: well-formed, self-contained, accessible in what a machine can see, and deaf to markup in user text.

mod common;

use std::collections::HashSet;

use common::{Case, figures, liten, regler, umulig};
use fordel_reports::html::{CONTENT_STYLE, fragment, render};
use fordel_text::Lang;
use roxmltree::{Document, Node, ParsingOptions};

fn parse(html: &str) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(html, options).unwrap_or_else(|why| panic!("not well-formed: {why}"))
}

fn pages() -> Vec<String> {
    let mut pages = Vec::new();
    for case in [liten(), regler(), umulig()] {
        pages.extend([Lang::Nb, Lang::En].map(|lang| render(&case.report(lang))));
    }
    pages
}

#[test]
fn pages_load_nothing_and_run_nothing() {
    for html in pages() {
        let page = parse(&html);
        for node in page.descendants().filter(Node::is_element) {
            let tag = node.tag_name().name();
            assert!(!["script", "link", "img", "iframe", "object", "embed", "base", "form"].contains(&tag), "<{tag}>");
            for attribute in node.attributes() {
                let (name, value) = (attribute.name(), attribute.value());
                assert!(!name.starts_with("on"), "{name}");
                assert!(!["src", "srcset", "action", "data"].contains(&name), "{name}");
                assert!(name != "href" || value.starts_with('#'), "{value}");
            }
        }
        // The one address is the name of the SVG language, which nothing is loaded from.
        let addresses = html.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        assert!(!addresses.contains("http:") && !addresses.contains("https:") && !addresses.contains("@import"));
    }
}

#[test]
fn every_picture_has_its_text_and_its_table() {
    for case in [liten(), regler()] {
        let report = case.report(Lang::Nb);
        let html = render(&report);
        let page = parse(&html);
        let pictures: Vec<Node> =
            page.descendants().filter(|n| n.has_tag_name(("http://www.w3.org/2000/svg", "svg"))).collect();
        assert_eq!(pictures.len(), figures(&report).map(|f| f.panels.len()).sum::<usize>());
        for picture in pictures {
            for tag in ["title", "desc"] {
                let text = picture.children().find(|n| n.tag_name().name() == tag).and_then(|n| n.text());
                assert!(text.is_some_and(|t| !t.trim().is_empty()), "<{tag}>");
            }
            assert_eq!(picture.attribute("role"), Some("img"));
        }
        for figure in page.descendants().filter(|n| n.has_tag_name("figure")) {
            let details = figure.children().find(|n| n.has_tag_name("details")).expect("a table beside the picture");
            assert!(details.descendants().any(|n| n.has_tag_name("td")));
        }
    }
}

#[test]
fn ids_are_unique_and_every_reference_has_its_end() {
    for html in pages() {
        let page = parse(&html);
        let mut ids = HashSet::new();
        for node in page.descendants() {
            if let Some(id) = node.attribute("id") {
                assert!(ids.insert(id.to_owned()), "id `{id}` recurs");
            }
        }
        for node in page.descendants() {
            let ends = node.attribute("aria-labelledby").into_iter().flat_map(str::split_whitespace);
            let links = node.attribute("href").map(|h| h.trim_start_matches('#'));
            let fills = node.attribute("fill").and_then(|f| f.strip_prefix("url(#")?.strip_suffix(')'));
            for end in ends.chain(links).chain(fills) {
                assert!(ids.contains(end), "nothing has the id `{end}`");
            }
        }
    }
}

#[test]
fn headings_descend_by_one_and_tables_have_headers() {
    for html in pages() {
        let page = parse(&html);
        let mut last = 0;
        for node in page.descendants() {
            let name = node.tag_name().name();
            if let Some(level) = name.strip_prefix('h').and_then(|l| l.parse::<u8>().ok()) {
                assert!(level <= last + 1, "<h{level}> after <h{last}>");
                last = level;
            }
        }
        assert_eq!(page.descendants().filter(|n| n.has_tag_name("h1")).count(), 1);
        for table in page.descendants().filter(|n| n.has_tag_name("table")) {
            assert!(table.descendants().any(|n| n.has_tag_name("caption")));
            assert!(table.descendants().any(|n| n.attribute("scope") == Some("col")));
            assert!(table.descendants().any(|n| n.attribute("scope") == Some("row")));
        }
        let root = page.root_element();
        assert!(matches!(root.attribute("lang"), Some("nb" | "en")));
    }
}

const PAYLOADS: [&str; 8] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg onload=alert(1)>",
    "</title></style></svg><script>1</script>",
    "javascript:alert(1)",
    "&lt;script&gt;",
    "]]><!--",
    "\u{0}\u{b}\u{fffe}{{7*7}}",
];

/// A ward whose every text is the payload.
fn infested(payload: &str) -> Case {
    let mut case = liten();
    let (ward, plan) = (&mut case.ward, &mut case.plan);
    let text = || payload.to_owned();
    (ward.unit, plan.unit, plan.version) = (text(), text(), text());
    ward.categories.iter_mut().for_each(|c| c.name = text());
    ward.groups.iter_mut().for_each(|g| g.name = text());
    ward.courses.iter_mut().for_each(|c| c.name = text());
    for line in &mut ward.lines {
        (line.name, line.number, line.note) = (text(), Some(text()), Some(text()));
    }
    for code in ["SPL", "HFA", "ASS"] {
        let new = format!("{code}{payload}");
        ward.groups.iter_mut().filter(|g| g.code == code).for_each(|g| g.code = new.clone());
        for placed in &mut plan.placements {
            for named in std::iter::once(&mut placed.group).chain(&mut placed.today).filter(|c| *c == code) {
                named.clone_from(&new);
            }
        }
        let staffing = plan.staffing.iter_mut().chain(&mut plan.today.staffing).chain(&mut plan.carried.staffing);
        staffing.filter(|h| h.group == code).for_each(|h| h.group = new.clone());
        let sums = plan.groups.iter_mut().chain(&mut plan.today.groups).chain(&mut plan.carried.groups);
        sums.filter(|s| s.group == code).for_each(|s| s.group = new.clone());
        plan.workload.iter_mut().filter(|l| l.group == code).for_each(|l| l.group = new.clone());
    }
    case
}

#[test]
fn user_text_is_shown_and_never_becomes_markup() {
    let clean = render(&liten().report(Lang::Nb));
    let elements = |html: &str| {
        let page = parse(html);
        page.descendants().filter(Node::is_element).map(|n| n.tag_name().name().to_owned()).collect::<HashSet<_>>()
    };
    for payload in PAYLOADS {
        let html = render(&infested(payload).report(Lang::Nb));
        assert!(elements(&html).is_subset(&elements(&clean)), "{payload}: new elements");
        let shown: String = payload.chars().filter(|c| !c.is_control() && *c != '\u{fffe}').collect();
        let page = parse(&html);
        assert!(page.descendants().filter_map(|n| n.text()).any(|t| t.contains(&shown)), "{payload}: not shown");
    }
}

#[test]
fn intervals_and_ranges_of_days_stay_on_one_line() {
    let html = render(&liten().report(Lang::Nb));
    for together in ["07–09", "man–fre"] {
        assert!(html.contains(&format!("<span class=\"together\">{together}</span>")), "{together}");
    }
}

#[test]
fn the_content_by_itself_is_that_of_the_page_and_brings_no_style_or_script() {
    for case in [liten(), regler(), umulig()] {
        let report = case.report(Lang::Nb);
        let (whole, part) = (render(&report), fragment(&report));
        parse(&part);
        let inside = part.strip_prefix("<div class=\"report\" lang=\"nb\">").and_then(|p| p.strip_suffix("</div>"));
        assert!(whole.contains(&format!("<main id=\"main\">{}</main>", inside.expect("one element"))));
        for forbidden in ["<style", " style=\"", "<script", "<h1"] {
            assert!(!part.contains(forbidden), "{forbidden}");
        }
    }
}

#[test]
fn the_contents_look_holds_within_the_report_alone() {
    let rules = CONTENT_STYLE.lines().filter(|line| line.contains('{') && !line.trim_start().starts_with('@'));
    let mut seen = 0;
    for rule in rules {
        for selector in
            rule.split('}').filter_map(|part| part.split_once('{')).flat_map(|(selectors, _)| selectors.split(','))
        {
            assert!(selector.trim().starts_with(".report"), "{selector}");
            seen += 1;
        }
    }
    assert!(seen > 60, "{seen}");
}
