//! The years ahead as a report: what comes first, what lies closed, and the field of what may be.

mod common;

use common::{Case, figures, liten, said, section, tables};
use fordel_core::projection::ages::Ages;
use fordel_core::projection::outlook::{Figures, Projection, Question, Unit, project};
use fordel_core::projection::{Entry, Range, Residents, What};
use fordel_reports::Report;
use fordel_reports::chart::svg;
use fordel_reports::html::{fragment, render};
use fordel_reports::projection::build;
use fordel_text::{Lang, Texts};

/// A small ward whom people leave each year without new ones, and the ten years after 2027.
fn ahead(leave: Range) -> (Case, Projection) {
    let mut case = liten();
    let entry = Entry { what: What::Leave, group: None, ages: None, from: None, value: leave, source: None };
    case.ward.projection.entries = vec![entry];
    let question = Question { years: 10, ..Question::from(2027) };
    let told = project(&[Unit { ward: &case.ward, plan: Some(&case.plan) }], question);
    (case, told)
}

fn report(case: &Case, told: &Projection, lang: Lang) -> Report {
    build(told, &[&case.ward], &Texts::new(lang), "1. januar 2027", "1.0")
}

#[test]
fn what_it_rests_on_names_the_residents_that_have_no_use() {
    let (mut case, _) = ahead(Range::sure(0.08));
    let ages = |from, to| Ages { from, to };
    let residents = |year, ages| Residents { year, ages, number: Range::sure(100.0), source: None };
    let given = [ages(0, Some(66)), ages(67, Some(79)), ages(80, None)];
    let of = &mut case.ward.projection;
    of.residents = given.iter().flat_map(|ages| [residents(2027, *ages), residents(2040, *ages)]).collect();
    let rests = |case: &Case| {
        let told = project(&[Unit { ward: &case.ward, plan: Some(&case.plan) }], Question::from(2027));
        Texts::new(Lang::Nb).projection_rests(&told, &[&case.ward]).join("\n")
    };
    assert!(!rests(&case).contains("men har ingen bruk"), "no use is told at all");
    let (ages, value) = (Some(given[1]), Range::sure(500.0));
    case.ward.projection.entries.push(Entry { what: What::Use, group: None, ages, from: None, value, source: None });
    let told = rests(&case);
    assert!(told.contains("aldrene 0–66, 80+ står i befolkningen, men har ingen bruk. De er regnet som 0."), "{told}");
}

#[test]
fn the_answer_comes_first_and_what_it_is_made_of_lies_closed() {
    let (case, told) = ahead(Range { value: 0.08, low: Some(0.04), high: Some(0.12) });
    let report = report(&case, &told, Lang::Nb);
    let ids = |folded: bool| -> Vec<&str> {
        report.sections.iter().filter(|part| part.folded == folded).map(|part| part.id.as_str()).collect()
    };
    assert_eq!(ids(false), ["answer", "scenarios"]);
    assert_eq!(ids(true), ["groups", "gaps", "years", "assumptions", "rests"]);
    let answer = said(section(&report, "answer"));
    let groups = told.as_today().groups.iter();
    let lacking: Vec<_> = groups.filter_map(|group| Some((group, group.short_from()?))).collect();
    assert!(!lacking.is_empty());
    for (group, from) in lacking {
        let begins = format!("{} mangler", group.name);
        let line = answer.lines().find(|line| line.starts_with(&begins)).expect("a sentence");
        assert!(line.contains("i 2037") && line.contains(&(2027 + from).to_string()), "{line}");
    }
    // Whole people lack, in the sentence and in the tables.
    let texts = Texts::new(Lang::Nb);
    let people = told.as_today().sum(10, Figures::short_people);
    assert!(people >= 1.0 && people.fract() == 0.0, "{people}");
    assert!(answer.contains(&format!("({} ansatt", texts.number(people))) || people == 1.0, "{answer}");
    let row = texts.projection_scenario_row(&told, told.as_today());
    assert_eq!(row[6], texts.fixed(people, 0));

    let page = fragment(&report);
    assert_eq!(page.matches("class=\"folded\"").count(), 5);
    assert!(page.contains("<details id=\"years\" class=\"folded\"><summary><h2>"), "{page}");
    assert!(page.find("id=\"answer\"") < page.find("href=\"#rests\"") && page.contains("href=\"#scenarios\""));
    // By itself, and so on paper, all of it lies open.
    let alone = render(&report);
    assert!(!alone.contains("class=\"folded\"") && alone.contains("<section id=\"years\" class=\"chapter\"><h2>"));
}

#[test]
fn what_may_be_is_a_light_field_around_its_line() {
    let sure = ahead(Range::sure(0.08));
    let unsure = ahead(Range { value: 0.08, low: Some(0.04), high: Some(0.12) });
    for ((case, told), fields) in [(sure, 0), (unsure, 2)] {
        let report = report(&case, &told, Lang::Nb);
        let picture = figures(&report).find(|figure| figure.id == "projection").expect("the picture");
        let drawn = svg(&picture.panels[0], "p");
        // The fields of need and of what is filled, each with an edge around it, and one in the legend.
        assert_eq!(drawn.matches("Z\" fill=").count(), fields, "{drawn}");
        assert_eq!(drawn.matches("fill-opacity=\"0.22\"").count(), fields + usize::from(fields > 0), "{drawn}");
        assert_eq!(drawn.contains("Åtte av ti trekninger"), fields > 0);
        assert_eq!(picture.panels.len(), 1);
        let groups = figures(&report).find(|figure| figure.id == "projection-groups").expect("the groups' pictures");
        assert!(groups.panels.len() > 1 && !svg(&groups.panels[0], "g").contains("fill-opacity"));
        assert_eq!((groups.table.columns.len(), groups.table.rows.len()), (1 + 2 * groups.panels.len(), 11));
    }
}

#[test]
fn every_table_is_as_wide_as_its_rows_in_both_languages() {
    let (case, told) = ahead(Range { value: 0.08, low: Some(0.04), high: None });
    for lang in [Lang::Nb, Lang::En] {
        for table in tables(&report(&case, &told, lang)) {
            assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()), "{}", table.caption);
        }
    }
}
