//! The document: tagged, PDF/UA-1, and its text holds the plan's figures. Read with poppler's tools, which must be there.

mod common;

use std::path::PathBuf;
use std::process::Command;

use common::{liten, regler, tables, umulig};
use fordel_core::plan::{Ended, Status};
use fordel_reports::Report;
use fordel_reports::report::{Block, Item};
use fordel_text::{Lang, Texts};

/// A PDF in a file of its own, for tools to read.
struct Written(PathBuf);

impl Written {
    fn new(name: &str, report: &Report) -> Written {
        let bytes = fordel_reports::pdf::render(report).unwrap_or_else(|why| panic!("{name}: {why}"));
        let path = std::env::temp_dir().join(format!("fordel-report-{}-{name}.pdf", std::process::id()));
        std::fs::write(&path, bytes).expect("a file in the system's temporary folder");
        Written(path)
    }
    fn run(&self, tool: &str, arguments: &[&str]) -> String {
        let mut command = Command::new(tool);
        command.args(arguments).arg(&self.0);
        if tool == "pdftotext" {
            command.arg("-");
        }
        let output = command.output().unwrap_or_else(|why| panic!("{tool} (package poppler-utils) is needed: {why}"));
        assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
        // Titles in the structure are printed as they stand, in UTF-16.
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
    /// The text, without what only breaks lines.
    fn text(&self) -> String {
        self.run("pdftotext", &["-layout"]).replace('\u{ad}', "").replace('\u{a0}', " ")
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        std::fs::remove_file(&self.0).ok();
    }
}

#[test]
fn the_document_is_tagged_and_says_that_it_keeps_pdf_ua() {
    let report = liten().report(Lang::Nb);
    let pdf = Written::new("tagged", &report);
    let info = pdf.run("pdfinfo", &[]);
    assert!(info.lines().any(|l| l.starts_with("Tagged:") && l.ends_with("yes")), "{info}");
    assert!(info.contains(&report.title), "{info}");
    let metadata = pdf.run("pdfinfo", &["-meta"]);
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{metadata}");

    let structure = pdf.run("pdfinfo", &["-struct"]);
    let tags: Vec<&str> =
        structure.lines().filter_map(|l| Some(l.split_whitespace().next()?.trim_end_matches(':'))).collect();
    for tag in ["Document", "H1", "H2", "Table", "TH", "TD", "Figure", "Caption", "TOC", "L", "LI"] {
        assert!(tags.contains(&tag), "no {tag}: {structure}");
    }
    assert!(structure.contains("/Scope /Row") && structure.contains("/Scope /Column"), "{structure}");
    let pictures = tags.iter().filter(|t| **t == "Figure").count();
    assert_eq!(pictures, common::figures(&report).map(|f| f.panels.len()).sum::<usize>());
}

#[test]
fn its_text_holds_the_plans_figures() {
    for (name, case) in [("liten", liten()), ("regler", regler())] {
        let texts = Texts::new(Lang::Nb);
        let text = Written::new(name, &case.report(Lang::Nb)).text();
        let mut figures = vec![
            texts.fixed(case.plan.year_cost.expect("a plan"), 0),
            texts.fixed(case.plan.carried.year_cost.expect("carried"), 0),
        ];
        figures.extend(case.plan.today.year_cost.map(|c| texts.fixed(c, 0)));
        figures.extend(case.plan.groups.iter().map(|g| texts.fixed(g.fte, 1)));
        figures.extend(case.plan.groups.iter().map(|g| texts.fixed(g.week_cost, 0)));
        for figure in figures.iter().map(|f| f.replace('\u{a0}', " ")) {
            assert!(text.contains(&figure), "{name}: no {figure} in {text}");
        }
        for heads in case.plan.staffing.iter().take(5) {
            assert!(text.contains(&format!("{} {}", heads.group, heads.shift)), "{name}: {heads:?}");
        }
    }
}

#[test]
fn the_letter_and_its_picture_hold_the_first_page_also_where_little_is_proven() {
    for (lang, picture, contents) in
        [(Lang::Nb, "Hvem gjør arbeidet?", "Innhold"), (Lang::En, "Who does the work?", "Contents")]
    {
        let mut case = regler();
        case.plan.status = Status::Feasible;
        case.plan.ended = Ended::Time;
        case.plan.goals.iter_mut().for_each(|goal| goal.bound = goal.best * 0.8);
        case.plan.carried.bound = case.plan.year_cost.map(|cost| cost * 1.01);
        // With room to spare, with a picture that gives way, and with a letter that leaves it no room.
        for (more, holds) in [(0, true), (4, true), (40, false)] {
            let mut report = case.report(lang);
            let line = "Noe mer å fortelle om oppgavene, som det skal være plass til på samme side som alt det andre. ";
            let told = Block::Paragraph(Item::plain(line.repeat(more)));
            report.sections[0].blocks.insert(1, told);
            let pdf = Written::new(&format!("first-page-{}-{more}", lang.tag()), &report);
            let page = |n: &str| pdf.run("pdftotext", &["-f", n, "-l", n]);
            assert_eq!(page("1").contains(picture), holds, "{more} more: {}", page("1"));
            assert!(!holds || page("2").contains(contents), "{more} more: {}", page("2"));
        }
    }
}

#[test]
fn every_word_of_the_report_is_in_the_document() {
    let report = regler().report(Lang::En);
    let text = Written::new("words", &report).text();
    let all: String = text.split_whitespace().collect();
    let holds = |said: &str| all.contains(&said.split_whitespace().collect::<String>());
    for section in &report.sections {
        assert!(holds(&section.heading), "{}", section.heading);
        for block in &section.blocks {
            if let Block::Note(note) = block {
                assert!(note.text.iter().all(|t| holds(t)), "{note:?}");
            }
        }
    }
    for table in tables(&report) {
        assert!(holds(&table.caption), "{}", table.caption);
    }
}

#[test]
fn user_text_is_never_read_as_markup() {
    let payloads = [
        "#panic(\"x\")",
        "*fet* _kursiv_ $x^2$",
        "@nobody <label> \\u{41}",
        "#read(\"/etc/passwd\")",
        "🚑\u{e000}\u{7}\u{200d}ok",
    ];
    for (i, payload) in payloads.into_iter().enumerate() {
        let mut case = liten();
        case.ward.unit = payload.to_owned();
        case.plan.unit = payload.to_owned();
        for (line, word) in case.ward.lines.iter_mut().zip('a'..) {
            line.name = format!("{payload} {word}");
        }
        case.ward.groups[1].name = payload.to_owned();
        let text = Written::new(&format!("payload-{i}"), &case.report(Lang::Nb)).text();
        let shown: String = payload.replace(['🚑', '\u{e000}'], "□").replace(['\u{7}', '\u{200d}'], "");
        assert!(text.contains(&shown), "{shown}: {text}");
    }
}

#[test]
fn a_report_without_a_plan_is_a_document_too() {
    let text = Written::new("umulig", &umulig().report(Lang::Nb)).text();
    assert!(text.contains("Yrkesgrupper!H2") && text.contains("3,39 årsverk mer"), "{text}");
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = liten().report(Lang::Nb);
    assert_eq!(fordel_reports::pdf::render(&report), fordel_reports::pdf::render(&report));
}
