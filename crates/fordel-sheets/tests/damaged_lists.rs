//! Lists from other systems with random damage: counts of activity, projected population, certificates, who is who. No panic, an
//! answer soon, all that is wrong can be told, and what is taken can be used.

#[path = "../../fordel-core/tests/damage/mod.rs"]
mod damage;

use std::fmt::Write;

use damage::{SOON, WORDS, rounds, taken};
use fordel_core::complaint::{Complaint, Severity};
use fordel_core::counts::{Manner, history};
use fordel_core::ward::{Course, Ward};
use fordel_sheets::{Mapping, Unusable, default_ward, read_counts, read_people_list, read_population, read_who_is_who};
use fordel_text::{Lang, Texts};

/// Damaged copies of the texts, read; some of them are taken, and some aren't.
fn some_are_taken(texts: &[&str], mut takes: impl FnMut(&[u8]) -> bool) {
    let whole: Vec<&[u8]> = texts.iter().map(|text| text.as_bytes()).collect();
    whole.iter().for_each(|bytes| assert!(takes(bytes), "{}", String::from_utf8_lossy(bytes)));
    let all = rounds(600, 10_000);
    let taken = taken(&whole, &WORDS, all, SOON, takes);
    assert!(taken > 0 && taken < all, "{taken} of {all}");
}

/// That the complaints can be told in both languages; whether none is a fault.
fn told(complaints: &[Complaint], texts: &[Texts; 2]) -> bool {
    for text in texts {
        complaints.iter().for_each(|complaint| assert!(!text.complaint(complaint).is_empty()));
    }
    complaints.iter().all(|complaint| complaint.severity != Severity::Fault)
}

fn both() -> [Texts; 2] {
    [Texts::new(Lang::Nb), Texts::new(Lang::En)]
}

#[test]
fn counts_of_activity() {
    let mut long = String::from("Dato;Time;Driver;Antall\n");
    for day in 1..=28 {
        for hour in [7, 15, 23] {
            writeln!(long, "{day:02}.02.2027;{hour};Pasienter;{}", 18 + day % 3).expect("a row");
        }
    }
    let wide = "Dato;07;08;Sum\n01.02.2027;3;2,5;5,5\n02.02.2027;;1 200;1200\n";
    let levels = "Dato;Inn;;Ut;\n;07;08;07;08\n01.02.2027;1;2;3;4\n";
    let by_date = "Driver,2027-02-01,2027-02-02\nInn,3,4\nUt,\"1,5\",2\n";
    let texts = both();
    some_are_taken(&[&long, wide, levels, by_date], |bytes| {
        let read = read_counts(bytes, "historikk");
        assert_eq!(told(&read.complaints, &texts), read.can_be_used);
        assert!(read.counts.iter().all(|of| of.count.is_finite() && of.hour.is_none_or(|hour| hour < 24)));
        for driver in 0..read.drivers.len().min(3) {
            for manner in [Manner::Present, Manner::Events] {
                history(&read.counts, driver, manner);
            }
        }
        assert!(read.counts.iter().all(|of| of.driver < read.drivers.len()));
        read.can_be_used
    });
}

#[test]
fn projected_population() {
    let wide = "14288: Framskrevet folkemengde\n\n\
        region;kjønn;alder;Hovedalternativet (MMM) 2026;Hovedalternativet (MMM) 2041\n\
        3101 Halden;Begge kjønn;Alder i alt;1000;1040\n3101 Halden;Begge kjønn;0-66 år;900;880\n\
        3101 Halden;Begge kjønn;67 år eller eldre;100;160\n\nKilde: Statistisk sentralbyrå\n";
    let long = "region;alder;år;statistikkvariabel;verdi\nHalden;0-66 år;2026;Lavalternativet (LLML);900\n\
        Halden;0-66 år;2026;Hovedalternativet (MMM);950\nHalden;67+;2026;Hovedalternativet (MMM);100\n";
    let texts = both();
    some_are_taken(&[wide, long], |bytes| {
        let read = read_population(bytes, "folkemengde", &[], &[]);
        assert_eq!(told(&read.complaints, &texts), read.can_be_used);
        for of in &read.residents {
            assert!(of.ages.to.is_none_or(|to| to >= of.ages.from) && (1990..=2150).contains(&of.year), "{of:?}");
            assert!(of.number.value.is_finite() && of.number.value >= 0.0, "{of:?}");
        }
        read.can_be_used
    });
}

#[test]
fn certificates_of_a_portal() {
    let list = "Kompetanserapport\n\n\
        Ansattnr;Navn;Stilling;Kurs;Gjennomført dato;Gyldig til;Stillingsprosent;Helg hver;Status\n\
        1001;Kari;Helsefagarbeider;Sårstell;01.02.2026;01.02.2028;80;3;Fullført\n\
        1002;Ola;Helsefagarbeider;Smittevern;15.03.2026;;;annenhver;Bestått\n\
        1001;Kari;Helsefagarbeider;Brannvern;15.03.2026;;;;Fullført\n";
    let course = |name: &str| Course { name: name.into(), hours: 4.0, fee_kr: 0.0, valid_months: Some(24) };
    let ward = Ward { courses: vec![course("Sårstell"), course("Smittevern")], ..default_ward() };
    let texts = both();
    some_are_taken(&[list], |bytes| match read_people_list(bytes, "liste") {
        Ok(list) => {
            let read = list.entries(&ward, &list.guess(&ward, &Mapping::default()));
            told(&read.faults, &texts);
            assert!(read.entries.iter().all(|entry| !entry.person.is_empty()));
            true
        }
        Err(Unusable::File(complaint)) => told(&[complaint], &texts),
        Err(_) => false,
    });
}

#[test]
fn who_is_who() {
    let texts = both();
    some_are_taken(&["Pseudonym;Ansatt\nSPL-01;007\nHFA-02;'=x\n"], |bytes| match read_who_is_who(bytes, "hvem") {
        Ok(people) => !people.is_empty(),
        Err(faults) => told(&faults, &texts),
    });
}
