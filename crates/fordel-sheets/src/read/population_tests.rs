//! Tests of reading projected population, in the layouts in which StatBank gives it.

use fordel_core::complaint::Value;

use super::*;

fn of(text: &str, regions: &[&str]) -> Population {
    let regions: Vec<String> = regions.iter().map(|region| (*region).to_owned()).collect();
    read_population(text.as_bytes(), "folkemengde", &regions, &[])
}

fn complaints(read: &Population) -> Vec<String> {
    read.complaints.iter().map(|c| format!("{} {}", c.place, c.code)).collect()
}

fn told(read: &Population) -> Vec<(i16, String, f64)> {
    read.residents.iter().map(|of| (of.year, of.ages.to_string(), of.number.value)).collect()
}

fn expected() -> Vec<(i16, String, f64)> {
    [(2026, "0–66", 900.0), (2041, "0–66", 880.0), (2026, "67+", 100.0), (2041, "67+", 160.0)]
        .map(|(year, ages, people)| (year, ages.to_owned(), people))
        .to_vec()
}

#[test]
fn the_same_is_read_from_every_layout() {
    for (name, text) in [
        (
            "years as columns, title and notes around, both sexes",
            "14288: Framskrevet folkemengde, etter region, kjønn, alder, alternativ, statistikkvariabel, år og mer\n\n\
             region;kjønn;alder;Hovedalternativet (MMM) 2026;Hovedalternativet (MMM) 2041\n\
             3101 Halden;Begge kjønn;Alder i alt;1000;1040\n3101 Halden;Begge kjønn;0-66 år;900;880\n\
             3101 Halden;Begge kjønn;67 år eller eldre;100;160\n\nKilde: Statistisk sentralbyrå\n",
        ),
        (
            "each sex by itself, commas and quotes",
            "\"region\",\"sex\",\"age\",\"2026\",\"2041\"\n\"Halden\",\"Males\",\"0-66 years\",\"450\",\"440\"\n\
             \"Halden\",\"Males\",\"67 years or older\",\"50\",\"80\"\n\"Halden\",\"Females\",\"0-66 years\",\"450\",\"440\"\n\
             \"Halden\",\"Females\",\"67 years or older\",\"50\",\"80\"\n",
        ),
        (
            "a row for each year",
            "region;alder;år;statistikkvariabel;verdi\nHalden;0-66 år;2026;Hovedalternativet (MMM);900\n\
             Halden;0-66 år;2041;Hovedalternativet (MMM);880\nHalden;67+;2026;Hovedalternativet (MMM);100\n\
             Halden;67+;2041;Hovedalternativet (MMM);160\n",
        ),
        (
            "no names over the labels, labels not repeated, the alternative above the years",
            "Framskrevet folkemengde\n;;;Hovedalternativet (MMM);\n;;;2026;2041\nHalden;Begge kjønn;0-66 år;900;880\n\
             ;;67 år eller eldre;100;160\n",
        ),
        ("ages and years alone", "alder;2026;2041\n0-66;900;880\n67+;100;160\n"),
    ] {
        let read = of(text, &[]);
        assert!(read.can_be_used, "{name}: {:?}", read.complaints);
        assert_eq!(told(&read), expected(), "{name}");
    }
}

#[test]
fn alternatives_become_the_range() {
    let text =
        "alder;2041 Hovedalternativet (MMM);2041 Lavalternativet (LLML);2041 Høyalternativet (HHMH)\n67+;160;150;175\n";
    let read = of(text, &[]);
    assert_eq!(read.residents[0].number, Range { value: 160.0, low: Some(150.0), high: Some(175.0) });
    let rows = "alder;alternativ;år;antall\n67+;Lav;2041;150\n67+;Hovedalternativ;2041;160\n67+;Høy;2041;175\n";
    assert_eq!(of(rows, &[]).residents[0].number, read.residents[0].number);
}

#[test]
fn several_regions_need_one_named() {
    let text = "region;alder;2026\n0 Hele landet;67+;900000\n3101 Halden;67+;100\n";
    let read = of(text, &[]);
    assert_eq!((read.can_be_used, read.complaints[0].code, read.regions.len()), (false, "population-regions", 2));
    for name in ["Halden", "3101 halden", "HALDEN"] {
        assert_eq!(of(text, &[name]).residents[0].number.value, 100.0, "{name}");
    }
    assert_eq!(of(text, &["Moss"]).complaints[0].code, "population-regions");
    assert_eq!(of(text, &["Halden", "Moss"]).complaints[0].code, "population-regions");
}

#[test]
fn a_region_is_known_by_its_number_or_part_of_its_name_where_one_alone_has_it() {
    let text = "region;alder;2026\n5501 Tromsø - Romsa;67+;1\n5503 Harstad - Hárstták;67+;2\n55 Troms;67+;4\n\
                K-3450 Harran;67+;8\n";
    for (name, people) in
        [("5501", 1.0), ("Harstad", 2.0), ("romsa", 1.0), ("55", 4.0), ("Troms", 4.0), ("3450", 8.0), ("harran", 8.0)]
    {
        let read = of(text, &[name]);
        assert!(read.can_be_used, "{name}: {:?}", read.complaints);
        assert_eq!((read.residents[0].number.value, read.chosen.len()), (people, 1), "{name}");
    }
    assert_eq!(of(text, &["5501"]).chosen, ["5501 Tromsø - Romsa"]);
    for (name, listed, fit) in
        [("har", "5503 Harstad - Hárstták, K-3450 Harran", 2.0), ("550", "5501 Tromsø", 1.0), ("ha", "55 Troms", 1.0)]
    {
        let read = of(text, &[name]);
        let told = &read.complaints[0];
        let has = |named: &str, test: &dyn Fn(&Value) -> bool| told.args.iter().any(|(of, v)| *of == named && test(v));
        assert!(has("fit", &|value| *value == Value::Number(fit)), "{name}: {told:?}");
        assert!(
            has("regions", &|value| matches!(value, Value::Text(text) if text.contains(listed))),
            "{name}: {told:?}"
        );
        assert!(read.chosen.is_empty() && !read.can_be_used);
    }
}

#[test]
fn regions_that_are_chosen_are_summed_and_named() {
    let text = "region;alder;2026;2041\n3101 Halden;0-66;900;880\n3101 Halden;67+;100;160\n3103 Moss;0-66;90;88\n\
                3103 Moss;67+;10;16\n3105 Sarpsborg;0-66;1;..\n3105 Sarpsborg;67+;1;1\n";
    let read = of(text, &["Halden", "3103 Moss", "halden"]);
    assert!(read.can_be_used, "what lacks elsewhere is no matter: {:?}", read.complaints);
    let expected: Vec<_> = expected().into_iter().map(|(year, ages, people)| (year, ages, people * 1.1)).collect();
    let told = told(&read);
    assert!(
        told.iter().zip(&expected).all(|(a, b)| (a.0, &a.1) == (b.0, &b.1) && (a.2 - b.2).abs() < 1e-9),
        "{told:?}"
    );
    assert_eq!(told.len(), expected.len());
    assert_eq!(read.residents[0].source.as_deref(), Some("folkemengde: 3101 Halden, 3103 Moss"));
    assert_eq!(of(text, &["Moss"]).residents[0].source.as_deref(), Some("folkemengde: 3103 Moss"));

    assert_eq!(complaints(&of(text, &["Halden", "Sarpsborg"])), ["folkemengde!D6 population-gap"]);
    let uneven = "region;alder;år;antall\nHalden;67+;2026;100\nHalden;67+;2041;160\nMoss;67+;2026;10\n";
    assert_eq!(complaints(&of(uneven, &["Halden", "Moss"])), ["folkemengde population-uneven"]);
    assert!(of(uneven, &["Halden"]).can_be_used && of(uneven, &["Moss"]).can_be_used);
}

#[test]
fn what_lacks_is_told_by_cell_and_a_dash_is_nobody() {
    let gaps = "alder;2026;2041\n0-66;900;..\n67-79;80;..\n80+;20;30\n";
    let read = of(gaps, &[]);
    assert_eq!(complaints(&read), ["folkemengde!C2 population-gap", "folkemengde!C3 population-gap"]);
    assert!(!read.can_be_used);
    for sign in [".", "..", "...", "…", ":", "", "\"\""] {
        let wide = format!("alder;2026;2041\n0-66;900;880\n67+;100;{sign}\n");
        assert_eq!(complaints(&of(&wide, &[])), ["folkemengde!C3 population-gap"], "{sign}");
        let long = format!("alder;år;antall\n0-66;2026;900\n67+;2026;{sign}\n67+;2041;5\n");
        assert_eq!(complaints(&of(&long, &[])), ["folkemengde!C3 population-gap"], "{sign}");
    }
    for nil in ["-", "–", "0"] {
        let read = of(&format!("alder;2026;2041\n0-66;900;880\n67+;100;{nil}\n"), &[]);
        assert!(read.can_be_used, "{:?}", read.complaints);
        assert_eq!(told(&read)[3], (2041, "67+".to_owned(), 0.0), "{nil}");
    }
    // Whole rows with all their labels lack something; columns without anything, headings and notes don't.
    assert_eq!(complaints(&of("alder;2026;2041\n0-66;9;8\n67+;;\n", &[])).len(), 2);
    let layout = "region;alder;2026;2030;2041\nHalden;;;;\n;0-66;900;;880\n;;;;\n;67+;100;;160\nKilde: SSB;;;;\n";
    let read = of(layout, &[]);
    assert!(read.can_be_used, "{:?}", read.complaints);
    assert_eq!(told(&read), expected());
}

#[test]
fn one_sex_is_not_taken_for_both_and_no_number_counts_twice() {
    let rows = "kjønn;alder;år;antall\nMenn;67+;2026;40\nKvinner;67+;2026;60\nMenn;67+;2041;70\n";
    assert_eq!(complaints(&of(rows, &[])), ["folkemengde!D4 population-one-sex"]);
    let columns = "alder;Menn 2026;Kvinner 2026;Menn 2041\n67+;40;60;70\n";
    assert_eq!(complaints(&of(columns, &[])), ["folkemengde!D2 population-one-sex"]);
    let whole = "alder;Menn 2026;Kvinner 2026;Begge kjønn 2041\n67+;40;60;160\n";
    assert_eq!(told(&of(whole, &[])), [(2026, "67+".to_owned(), 100.0), (2041, "67+".to_owned(), 160.0)]);
    assert_eq!(complaints(&of("alder;2026\n67+;40\n67+;60\n", &[])), ["folkemengde!B3 told-twice"]);
}

#[test]
fn a_sex_that_lacks_is_told_once_for_the_years_that_lack_the_same_and_a_bad_cell_is_told_alone() {
    let mut rows = String::from("kjønn;alder;2026;2027;2028;2040\n");
    for age in 0..=105 {
        rows += &format!("Menn;{age} år;5;5;5;5\n");
    }
    let read = of(&rows, &[]);
    assert_eq!(complaints(&read), ["folkemengde!C2 population-one-sex"]);
    let text = |text: &str| Value::Text(text.to_owned());
    let expected = [
        ("men", Value::Number(1.0)),
        ("count", Value::Number(106.0)),
        ("first", text("0")),
        ("last", text("105")),
        ("years", text("2026–2028, 2040")),
    ];
    assert_eq!(read.complaints[0].args, expected);
    let all_but_one = rows.clone() + "Kvinner;0 år;5;5;5;5\nKvinner;1 år;5;5;5;\n";
    let codes = complaints(&of(&all_but_one, &[]));
    assert_eq!(codes, ["folkemengde!C4 population-one-sex", "folkemengde!F109 population-gap"]);
    let bad = "kjønn;alder;2026\nMenn;67+;40\nKvinner;67+;abc\n";
    assert_eq!(complaints(&of(bad, &[])), ["folkemengde!C3 not-a-number"]);
}

#[test]
fn what_can_not_be_used_is_told_at_its_place_all_at_once() {
    let text = "alder;2026;2041\n0-66;mange;880\n67+;100;få\n80+;20;30\n";
    let codes = complaints(&of(text, &[]));
    for due in ["folkemengde!B2 not-a-number", "folkemengde!C3 not-a-number", "folkemengde!B4 told-twice"] {
        assert!(codes.iter().any(|code| code == due), "{due} in {codes:?}");
    }
    let uses = [Ages { from: 0, to: Some(79) }, Ages { from: 80, to: None }];
    let crossing = read_population(b"alder;2026\n0-66;900\n67+;100\n", "x", &[], &uses);
    assert_eq!((crossing.can_be_used, crossing.complaints[0].code), (false, "ages-cross"));
    let parts = read_population(b"alder;2026;2041\n0-66;900;900\n67-79;80;90\n80-84;9;9\n", "x", &[], &uses);
    let text = |text: &str| Value::Text(text.to_owned());
    let lacking = [("ages", text("85+")), ("years", text("2026, 2041"))];
    assert_eq!((parts.can_be_used, parts.complaints.len()), (false, 1));
    assert_eq!((parts.complaints[0].code, &parts.complaints[0].args[..]), ("ages-without-residents", &lacking[..]));
    for (bytes, code) in
        [(&b""[..], "population-empty"), (b"Navn;Sted\nKari;Oslo\n", "population-empty"), (b"\0\0", "file-foreign")]
    {
        let read = read_population(bytes, "x", &[], &[]);
        assert!(!read.can_be_used && read.complaints[0].code == code, "{:?}", read.complaints);
    }
    let random: Vec<u8> = (0..4000u32).map(|n| (n * 7919 % 251) as u8).collect();
    assert!(!read_population(&random, "x", &[], &[]).can_be_used);
}

#[test]
fn people_as_many_as_a_year_has_are_no_years_where_the_year_is_named() {
    let read = of("region;alder;år;antall\nHalden;0-66;2026;2000\nHalden;0-66;2041;2026\n", &[]);
    assert!(read.can_be_used, "{:?}", read.complaints);
    let years = [(2026, "0–66".to_owned(), 2000.0), (2041, "0–66".to_owned(), 2026.0)];
    assert_eq!(told(&read), years);
}

#[test]
fn what_begins_far_to_the_right_is_no_table() {
    let far = ";".repeat(200);
    let read = of(&format!("alder;år{far}antall\n67+;2026{far}100\n"), &[]);
    let codes: Vec<&str> = read.complaints.iter().map(|complaint| complaint.code).collect();
    assert_eq!((codes, read.can_be_used), (vec![kinds::POPULATION_EMPTY.code], false));
}
