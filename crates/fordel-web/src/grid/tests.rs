//! What the grid's markup promises to those who read it without the script.

use fordel_text::Lang;

use super::*;

fn column(name: &str, kind: Kind) -> Column {
    Column {
        name: name.into(),
        label: name.into(),
        width: Width::Narrow,
        kind,
        choices: vec![],
        filter: false,
        needed: false,
        unless: None,
        sum: false,
    }
}

fn sample(query: &[(&str, &str)]) -> Grid {
    let row = |id, cells: [&str; 4]| Row { id, cells: cells.map(str::to_owned).to_vec() };
    Grid {
        unit: "/u/7".into(),
        sheet: "Oppgaver".into(),
        caption: "Oppgaver".into(),
        revision: 17,
        keep: "u7-p3".into(),
        login: "/login".into(),
        me: "Per N.".into(),
        person: 3,
        may_edit: true,
        columns: vec![
            column("Nr", Kind::Text),
            column("Oppgave", Kind::Name),
            Column { filter: true, ..column("Kategori", Kind::Text) },
            Column { needed: true, sum: true, ..column("Minutter", Kind::Number) },
        ],
        rows: vec![
            row(11, ["1", "Morgenstell", "Pleie", "12,5"]),
            row(12, ["2", "<b>Servere</b> middag", "Mat & drikke", ""]),
            row(13, ["3", "Rydde", "Pleie", "1 000"]),
        ],
        faults: vec![Fault {
            row: 12,
            column: "Minutter".into(),
            severity: Severity::Fault,
            sentence: "Minutter mangler. </script>".into(),
        }],
        query: query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        beside: vec![("Historikk".to_owned(), "/u/7/history?rad=".to_owned())],
    }
}

fn drawn(query: &[(&str, &str)]) -> String {
    grid(&sample(query), &Texts::new(Lang::Nb)).into_string()
}

/// The ids of the rows that are shown.
fn shown(query: &[(&str, &str)]) -> Vec<i64> {
    let page = drawn(query);
    [11, 12, 13].into_iter().filter(|id| page.contains(&format!("<tr id=\"r{id}\">"))).collect()
}

#[test]
fn a_text_never_becomes_markup_and_data_never_end_their_element() {
    let page = drawn(&[]);
    assert!(page.contains("&lt;b&gt;Servere&lt;/b&gt; middag") && !page.contains("<b>"));
    assert_eq!(page.matches("</script>").count(), 1, "the data's own end");
}

#[test]
fn the_table_is_read_without_script() {
    let page = drawn(&[]);
    assert!(page.contains("<th scope=\"row\">Morgenstell</th><td>Pleie</td><td class=\"n\">12,5</td>"), "{page}");
    assert!(page.contains("<td class=\"n fault\"><i>feil</i></td>"), "a fault is told by a word: {page}");
    assert!(
        page.contains("<a href=\"#r12\">2 &lt;b&gt;Servere&lt;/b&gt; middag, Minutter: Minutter mangler."),
        "{page}"
    );
    assert!(page.contains("<tfoot>") && page.contains("<td>1\u{a0}012,5</td>"), "the sum: {page}");
}

#[test]
fn the_query_says_which_rows_are_shown() {
    assert_eq!(shown(&[]), [11, 12, 13]);
    assert_eq!(shown(&[("Kategori", "Pleie")]), [11, 13]);
    assert_eq!(shown(&[("Kategori", "Pleie"), ("Kategori", "Mat & drikke")]), [11, 12, 13]);
    assert_eq!(shown(&[("Kategori", "")]), [11, 12, 13]);
    assert_eq!(shown(&[("mangler", "Minutter")]), [12]);
    assert_eq!(shown(&[("feil", "1")]), [12]);
    assert_eq!(shown(&[("sok", "RYDDE")]), [13]);
    assert_eq!(shown(&[("sok", "rydde"), ("feil", "1")]), [0i64; 0]);
    assert_eq!(shown(&[("Oppgave", "Rydde")]), [11, 12, 13], "no filter there");
}

#[test]
fn a_row_that_the_address_names_has_its_ways_without_script_too() {
    let page = drawn(&[("rad", "12")]);
    let ways = "<span>2 &lt;b&gt;Servere&lt;/b&gt; middag</span>\
                <a href=\"/u/7/history?rad=12\" data-address=\"/u/7/history?rad=\">Historikk</a></nav>";
    assert!(page.contains(ways) && !page.contains("aria-label=\"Om raden\" hidden"), "{page}");
    for query in [&[][..], &[("rad", "99")]] {
        let page = drawn(query);
        let none = "aria-label=\"Om raden\" hidden><span></span><a href=\"/u/7/history?rad=\"";
        assert!(page.contains(none), "nobody stands in a row yet: {page}");
    }
}

#[test]
fn a_cell_that_another_frees_is_not_lacking() {
    let mut sample = sample(&[("mangler", "Minutter")]);
    sample.columns[3].unless = Some("Nr".into());
    sample.rows[2].cells = ["", "Rydde", "Pleie", ""].map(str::to_owned).to_vec();
    let page = grid(&sample, &Texts::new(Lang::Nb)).into_string();
    assert!(!page.contains("<tr id=\"r12\">") && page.contains("<tr id=\"r13\">"), "{page}");
    assert!(page.contains("data-unless=\"Nr\" aria-current=\"true\">Uten minutter <span>1</span>"), "{page}");
}

#[test]
fn what_waits_is_sent_as_nobody_but_who_wrote_it() {
    assert!(drawn(&[]).contains(" data-person=\"3\""));
    assert!(super::script().contains("?skrevet_av=${this.person}`"));
}

#[test]
fn filters_tell_how_many_rows_they_would_show_and_keep_what_is_chosen() {
    let page = drawn(&[("Kategori", "Pleie"), ("mangler", "Minutter")]);
    assert!(page.contains("<option value=\"Pleie\" selected>Pleie (2)</option>"), "{page}");
    assert!(page.contains("<option value=\"Mat &amp; drikke\">Mat &amp; drikke (1)</option>"), "{page}");
    assert!(page.contains("data-value=\"Minutter\" aria-current=\"true\">Uten minutter <span>1</span>"), "{page}");
    assert!(page.contains("Viser 0 av 3"), "{page}");
    let folded = "<summary>Filtre <strong id=\"grid-narrowed\">Uten minutter · Pleie</strong></summary>";
    assert!(page.contains(folded), "what narrows the rows is told where the filters are folded: {page}");
}

#[test]
fn what_else_the_address_says_stays_without_script() {
    let page = drawn(&[("ark", "Kurs & mer"), ("Kategori", "Pleie"), ("feil", "1")]);
    assert!(page.contains("<a href=\"?ark=Kurs%20%26%20mer&amp;Kategori=Pleie\" data-key=\"\""), "{page}");
    assert!(page.contains("href=\"?ark=Kurs%20%26%20mer&amp;Kategori=Pleie&amp;mangler=Minutter\""), "{page}");
    assert!(page.contains("<input type=\"hidden\" name=\"ark\" value=\"Kurs &amp; mer\">"), "{page}");
    assert_eq!(page.matches("name=\"Kategori\"").count(), 1, "the choice itself is in the form already");
}

#[test]
fn states_of_the_talk_are_read_as_sentences_and_asked_for_by_words() {
    let talk = |query: &[(&str, &str)]| {
        let mut sheet = sample(query);
        sheet.columns.push(Column { filter: true, ..column("Status", Kind::State) });
        sheet.rows.iter_mut().zip(["open", "disputed", "open"]).for_each(|(row, state)| row.cells.push(state.into()));
        grid(&sheet, &Texts::new(Lang::Nb)).into_string()
    };
    let page = talk(&[("Status", "disputed")]);
    assert!(page.contains("<tr id=\"r11\" hidden>") && page.contains("<tr id=\"r12\">"), "{page}");
    assert!(page.contains("<td>uenighet</td>"), "{page}");
    assert!(page.contains("<option value=\"disputed\" selected>uenighet (1)</option>"), "{page}");
    assert!(page.contains("<option value=\"parked\">parkert (0)</option>"), "{page}");
    assert!(talk(&[("sok", "UENIG")]).contains("<tr id=\"r11\" hidden>"));
}

#[test]
fn numbers_are_read_as_people_type_them() {
    assert_eq!(number_in("1 234,5"), Some(1234.5));
    assert_eq!(number_in("ca. 10"), None);
    assert_eq!(number_in(""), None);
    assert_eq!(number_in("inf"), None);
}

#[test]
fn every_sentence_of_the_script_is_there_in_both_languages_with_what_it_fills_in() {
    for lang in [Lang::Nb, Lang::En] {
        let page = grid(&sample(&[]), &Texts::new(lang)).into_string();
        let (_, data) = page.split_once("type=\"application/json\">").expect("the data");
        let data: serde_json::Value =
            serde_json::from_str(data.split("</script>").next().expect("its end")).expect("JSON");
        for (key, names) in SAID {
            let said = data["texts"][key].as_str().unwrap_or_else(|| panic!("{key}"));
            for name in *names {
                assert!(said.contains(&format!("{{{name}}}")), "{key} in {lang:?} tells no {name}: {said}");
            }
        }
        assert_eq!(data["columns"][3]["kind"], "number");
        assert_eq!(data["faults"][0]["severity"], "fault");
    }
}
