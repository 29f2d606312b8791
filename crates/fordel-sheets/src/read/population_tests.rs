//! Tests of reading projected population, in the layouts in which StatBank gives it.

use super::*;

fn of(text: &str, region: Option<&str>) -> Population {
    read_population(text.as_bytes(), "folkemengde", region, &[])
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
        let read = of(text, None);
        assert!(read.can_be_used, "{name}: {:?}", read.complaints);
        assert_eq!(told(&read), expected(), "{name}");
    }
}

#[test]
fn alternatives_become_the_range() {
    let text =
        "alder;2041 Hovedalternativet (MMM);2041 Lavalternativet (LLML);2041 Høyalternativet (HHMH)\n67+;160;150;175\n";
    let read = of(text, None);
    assert_eq!(read.residents[0].number, Range { value: 160.0, low: Some(150.0), high: Some(175.0) });
    let rows = "alder;alternativ;år;antall\n67+;Lav;2041;150\n67+;Hovedalternativ;2041;160\n67+;Høy;2041;175\n";
    assert_eq!(of(rows, None).residents[0].number, read.residents[0].number);
}

#[test]
fn several_regions_need_one_named() {
    let text = "region;alder;2026\n0 Hele landet;67+;900000\n3101 Halden;67+;100\n";
    let read = of(text, None);
    assert_eq!((read.can_be_used, read.complaints[0].code, read.regions.len()), (false, "population-regions", 2));
    for name in ["Halden", "3101 halden", "HALDEN"] {
        assert_eq!(of(text, Some(name)).residents[0].number.value, 100.0, "{name}");
    }
    assert_eq!(of(text, Some("Moss")).complaints[0].code, "population-regions");
}

#[test]
fn what_can_not_be_used_is_told_at_its_place_all_at_once() {
    let text = "alder;2026;2041\n0-66;mange;880\n67+;100;få\n80+;20;30\n";
    let codes: Vec<String> = of(text, None).complaints.iter().map(|c| format!("{} {}", c.place, c.code)).collect();
    for due in ["folkemengde!B2 not-a-number", "folkemengde!C3 not-a-number", "folkemengde!B4 told-twice"] {
        assert!(codes.iter().any(|code| code == due), "{due} in {codes:?}");
    }
    let uses = [Ages { from: 0, to: Some(79) }, Ages { from: 80, to: None }];
    let crossing = read_population(b"alder;2026\n0-66;900\n67+;100\n", "x", None, &uses);
    assert_eq!((crossing.can_be_used, crossing.complaints[0].code), (false, "ages-cross"));
    for (bytes, code) in
        [(&b""[..], "population-empty"), (b"Navn;Sted\nKari;Oslo\n", "population-empty"), (b"\0\0", "file-foreign")]
    {
        let read = read_population(bytes, "x", None, &[]);
        assert!(!read.can_be_used && read.complaints[0].code == code, "{:?}", read.complaints);
    }
    let random: Vec<u8> = (0..4000u32).map(|n| (n * 7919 % 251) as u8).collect();
    assert!(!read_population(&random, "x", None, &[]).can_be_used);
}

#[test]
fn people_as_many_as_a_year_has_are_no_years_where_the_year_is_named() {
    let read = of("region;alder;år;antall\nHalden;0-66;2026;2000\nHalden;0-66;2041;2026\n", None);
    assert!(read.can_be_used, "{:?}", read.complaints);
    let years = [(2026, "0–66".to_owned(), 2000.0), (2041, "0–66".to_owned(), 2026.0)];
    assert_eq!(told(&read), years);
}

#[test]
fn what_begins_far_to_the_right_is_no_table() {
    let far = ";".repeat(200);
    let read = of(&format!("alder;år{far}antall\n67+;2026{far}100\n"), None);
    let codes: Vec<&str> = read.complaints.iter().map(|complaint| complaint.code).collect();
    assert_eq!((codes, read.can_be_used), (vec![kinds::POPULATION_EMPTY.code], false));
}
