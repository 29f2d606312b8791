//! Arbeidsmøte through the router: answers that are kept, disagreement that says why, conflicts with both answers.

use fordel_app::service::{BranchId, Edit, Place as At, ReviewState, Role, RowId};

use crate::place::{Person, Place};

struct Meeting {
    place: Place,
    chief: Person,
    unit: BranchId,
    rows: Vec<RowId>,
}

impl Meeting {
    fn new(name: &str) -> Meeting {
        let place = Place::new(name, 0);
        let chief = place.founded();
        let unit = place.small_ward(&chief);
        let desk = place.service.unit(&chief.who, unit).expect("seen").desk().expect("read");
        let rows = desk.sheet("Oppgaver").expect("there").rows.iter().map(|(row, _)| *row).collect();
        Meeting { place, chief, unit, rows }
    }

    fn cell(&self, row: RowId, column: &str) -> String {
        let desk = self.place.service.unit(&self.chief.who, self.unit).expect("seen").desk().expect("read");
        let rows = &desk.sheet("Oppgaver").expect("there").rows;
        let cells = &rows.iter().find(|(id, _)| *id == row).expect("there").1;
        cells.get(column).cloned().unwrap_or_default()
    }

    fn state(&self, row: RowId) -> (ReviewState, String) {
        let reviews = self.place.service.unit(&self.chief.who, self.unit).expect("seen").reviews().expect("read");
        reviews.get(&row).map_or((ReviewState::Open, String::new()), |review| (review.state, review.note.clone()))
    }

    fn answer(&self, form: &str) -> crate::place::Answer {
        self.place.post(&format!("/u/{}/workshop", self.unit), Some(&self.chief), form)
    }
}

#[test]
fn an_agreed_answer_is_kept_and_leads_to_the_next_line() {
    let meeting = Meeting::new("workshop");
    let (first, second) = (meeting.rows[0], meeting.rows[1]);
    let was = meeting.cell(first, "Minutter");
    let cell = |column: &str| meeting.cell(first, column);
    let (today, lowest, count) = (cell("I dag"), cell("Minstekrav"), cell("Antall"));
    let form = format!(
        "linje={first}&was_minutes={was}&minutes=+33+&was_count={count}&count={count}&was_training=&training=\
         &was_today={today}&today={today}&was_lowest={lowest}&lowest={lowest}&note=+fint+&do=agree"
    );
    let answer = meeting.answer(&form);
    assert_eq!(answer.status.as_u16(), 303, "{}", answer.text());
    assert_eq!(answer.header("location"), format!("/u/{}/workshop?linje={second}&forrige={first}", meeting.unit));
    assert_eq!(meeting.cell(first, "Minutter"), "33");
    assert_eq!(meeting.state(first), (ReviewState::Agreed, "fint".to_owned()));
    let page = meeting.place.get(answer.header("location"), Some(&meeting.chief)).text();
    assert!(page.contains("Enige: 1") && page.contains("2 av "), "{page}");
    let open = meeting.place.get(&format!("/u/{}/workshop", meeting.unit), Some(&meeting.chief)).text();
    assert!(open.contains(&format!("data-line=\"{second}\"")), "one goes on where nobody has answered");
}

#[test]
fn what_was_answered_is_told_on_the_next_page_with_the_way_back() {
    let meeting = Meeting::new("answered");
    let (first, second) = (meeting.rows[0], meeting.rows[1]);
    let page = |address: &str| meeting.place.get(address, Some(&meeting.chief)).text();
    let (task, lowest) = (meeting.cell(first, "Oppgave"), meeting.cell(first, "Minstekrav"));
    let back = format!("id=\"to-last\" href=\"/u/{}/workshop?linje={first}\"", meeting.unit);
    let agreed = format!("enige om {lowest}");
    for (act, said) in [("agree", agreed.as_str()), ("dispute", "uenige"), ("park", "parkert")] {
        let answer = meeting.answer(&format!("linje={first}&note=fordi&do={act}"));
        let next = page(answer.header("location"));
        let told = format!("role=\"status\" data-line=\"{first}\">Sist svart: «{task}» – {said}</span>");
        assert!(next.contains(&told) && next.contains(&back), "{told} in\n{next}");
    }
    let next = format!("/u/{}/workshop?linje={second}", meeting.unit);
    assert!(!page(&next).contains("Sist svart"), "nothing was answered before");
    for nothing in ["999999".to_owned(), second.to_string()] {
        assert!(!page(&format!("{next}&forrige={nothing}")).contains("Sist svart"), "nobody has answered {nothing}");
    }
    let stays = meeting.answer(&format!("linje={first}&note=&do=open"));
    assert_eq!(stays.header("location"), format!("/u/{}/workshop?linje={first}", meeting.unit), "one stays");
}

#[test]
fn what_can_not_be_used_is_told_at_the_line_and_to_whoever_reads() {
    let meeting = Meeting::new("workshop-unusable");
    let row = meeting.rows[0];
    let was = meeting.cell(row, "Minutter");
    let here = format!("/u/{}/workshop?linje={row}", meeting.unit);
    let wrong = || {
        let page = meeting.place.get(&here, Some(&meeting.chief)).text();
        let from = page.find("id=\"workshop-faults\"").expect("a place for it");
        page[from..].split("</div>").next().expect("its content").to_owned()
    };
    assert!(!wrong().contains("<li>"), "nothing is wrong yet: {}", wrong());
    meeting.answer(&format!("linje={row}&was_minutes={was}&minutes=abc&note=&do=save"));
    assert_eq!(meeting.cell(row, "Minutter"), "abc", "what was typed is kept");
    assert!(wrong().contains("<li>▲ «abc» er ikke et tall.") && !wrong().contains("Oppgaver!"), "{}", wrong());
    // What nobody has filled in isn't wrong: it is what the meeting is there for.
    meeting.answer(&format!("linje={row}&was_minutes=abc&minutes=&note=&do=save"));
    assert_eq!(meeting.cell(row, "Minutter"), "");
    assert!(!wrong().contains("<li>"), "{}", wrong());
}

#[test]
fn nobody_agrees_to_what_can_not_be_used() {
    let meeting = Meeting::new("workshop-faulty");
    let row = meeting.rows[0];
    let was = meeting.cell(row, "Minutter");
    let answer = meeting.answer(&format!("linje={row}&was_minutes={was}&minutes=tull&note=husk&was_note=&do=agree"));
    assert_eq!(answer.status.as_u16(), 422, "one stays at the task");
    let page = answer.text();
    assert!(page.contains(&format!("data-line=\"{row}\"")) && page.contains("ikke satt til enig"), "{page}");
    let at = page.find("id=\"minutes-told\"").expect("a place at the field");
    assert!(page[at..].split("</div>").next().is_some_and(|told| told.contains("«tull» er ikke et tall")), "{page}");
    assert!(page.contains("name=\"minutes\" value=\"tull\""), "{page}");
    // Nothing is lost, and nobody has agreed.
    assert_eq!(meeting.cell(row, "Minutter"), "tull");
    assert_eq!(meeting.state(row), (ReviewState::Open, "husk".to_owned()));
    let again = meeting.answer(&format!("linje={row}&was_minutes=tull&minutes=30&note=husk&was_note=husk&do=agree"));
    assert_eq!((again.status.as_u16(), meeting.state(row).0), (303, ReviewState::Agreed), "{}", again.text());
    // What was agreed isn't any longer once it can't be used.
    meeting.answer(&format!("linje={row}&was_minutes=30&minutes=tull&note=husk&was_note=husk&do=save"));
    assert_eq!(meeting.state(row).0, ReviewState::Open);
    let parked = meeting.answer(&format!("linje={row}&was_minutes=tull&minutes=tull&note=husk&was_note=husk&do=park"));
    assert_eq!((parked.status.as_u16(), meeting.state(row).0), (303, ReviewState::Parked), "it can be put aside");
}

#[test]
fn a_reader_objects_before_there_is_any_proposal_and_the_one_who_leads_answers() {
    let meeting = Meeting::new("workshop-objections");
    let (unit, row) = (meeting.unit, meeting.rows[0]);
    let reader = meeting.place.invited(&meeting.chief, unit, Role::Reader, "verneombud@test.no");
    let page = |address: &str, by: &Person| meeting.place.get(address, Some(by)).text();
    let about = format!("/u/{unit}/objections?linje={row}");
    let link = |said: &str| format!("<a href=\"{about}\">{said}</a>");
    let task = format!("/u/{unit}/workshop?linje={row}");
    assert!(page(&task, &reader).contains(&link("Innvending")));
    assert!(page(&format!("/u/{unit}/objections"), &reader).contains("Ingen innvendinger ennå."));
    assert!(page(&about, &reader).contains(&format!("name=\"row\" value=\"{row}\"")));

    let form = format!("row={row}&text=Minuttene+er+for+f%C3%A5&back=%2Fu%2F{unit}%2Fobjections%3Flinje%3D{row}");
    let answer = meeting.place.post(&format!("/u/{unit}/objections"), Some(&reader), &form);
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, format!("{about}#innvending").as_str()));
    let seen = page(&about, &reader);
    assert!(seen.contains("Minuttene er for få</blockquote>") && !seen.contains("name=\"answer\""), "{seen}");
    assert!(page(&task, &reader).contains(&link("Én innvending")));

    let front = page(&format!("/u/{unit}"), &meeting.chief);
    assert!(front.contains(&format!("<a href=\"/u/{unit}/objections\">")), "{front}");
    let all = page(&format!("/u/{unit}/objections"), &meeting.chief);
    let (about_it, task_name) = (format!("<a href=\"{about}\">"), meeting.cell(row, "Oppgave"));
    assert!(all.contains(&about_it) && all.contains(&task_name) && all.contains("name=\"answer\""), "{all}");
    let reads = meeting.place.service.unit(&meeting.chief.who, unit).expect("seen");
    let id = reads.objections().expect("read")[0].id;
    let sent = format!("answer=Vi+m%C3%A5ler&back=%2Fu%2F{unit}%2Fobjections");
    let answer = meeting.place.post(&format!("/u/{unit}/objections/{id}/answer"), Some(&meeting.chief), &sent);
    assert_eq!(answer.status.as_u16(), 303);
    assert!(page(&about, &reader).contains("Vi måler</blockquote>"));
    assert!(page(&task, &reader).contains(&link("Innvending")), "what is answered waits for nobody");
}

#[test]
fn an_answer_without_text_is_told_at_its_field_and_the_form_still_leads_back() {
    let meeting = Meeting::new("workshop-empty-answer");
    let (unit, row) = (meeting.unit, meeting.rows[0]);
    let reads = meeting.place.service.unit(&meeting.chief.who, unit).expect("seen");
    let [first, _] = ["En", "To"].map(|text| reads.object(Some(row), text).expect("objected"));
    let answered = |text: &str| {
        let form = format!("answer={text}&back=%2Fu%2F{unit}%2Fobjections%3Flinje%3D{row}");
        meeting.place.post(&format!("/u/{unit}/objections/{first}/answer"), Some(&meeting.chief), &form)
    };
    let empty = answered("+");
    assert_eq!(empty.status.as_u16(), 422);
    let page = empty.text();
    assert!(page.contains("<title>Feil: ") && page.contains(&format!("href=\"#answer-{first}\"")), "{page}");
    let field = format!("aria-describedby=\"answer-{first}-fault\" aria-invalid=\"true\"");
    assert!(page.contains(&field) && page.matches("aria-invalid").count() == 1, "at that one: {page}");
    assert!(page.contains("Skriv et svar."), "{page}");
    let back = format!("/u/{unit}/objections?linje={row}");
    assert!(page.contains(&format!("name=\"back\" value=\"{back}\"")), "{page}");
    let answer = answered("Vi+m%C3%A5ler");
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, format!("{back}#innvending").as_str()));
}

#[test]
fn the_selection_is_folded_and_says_what_is_chosen() {
    let meeting = Meeting::new("folded");
    for (query, said) in
        [("", "Utvalg"), ("?intervall=07-09&status=parked", "Utvalg: <strong>07–09 · parkert</strong>")]
    {
        let address = format!("/u/{}/workshop{query}", meeting.unit);
        let page = meeting.place.get(&address, Some(&meeting.chief)).text();
        assert!(page.contains(&format!("<details class=\"workshop-filter\"><summary>{said}</summary>")), "{page}");
    }
}

#[test]
fn disagreement_needs_a_word_on_why_and_what_was_typed_stays() {
    let meeting = Meeting::new("dispute");
    let row = meeting.rows[0];
    let was = meeting.cell(row, "Minutter");
    let form = format!("linje={row}&was_minutes={was}&minutes=99&note=&do=dispute");
    let answer = meeting.answer(&form);
    assert_eq!(answer.status.as_u16(), 422);
    let page = answer.text();
    assert!(
        page.contains("value=\"99\"") && page.contains("id=\"note-fault\"") && page.contains("<title>Feil: "),
        "{page}"
    );
    assert_eq!(
        (meeting.cell(row, "Minutter"), meeting.state(row).0),
        (was.clone(), ReviewState::Open),
        "nothing is saved"
    );
    let answer = meeting.answer(&format!("linje={row}&was_minutes={was}&minutes=99&note=for+kort&do=dispute"));
    assert_eq!(answer.status.as_u16(), 303);
    assert_eq!(meeting.state(row), (ReviewState::Disputed, "for kort".to_owned()));
}

#[test]
fn whoever_comes_second_sees_both_answers_and_decides() {
    let meeting = Meeting::new("second");
    let row = meeting.rows[0];
    let was = meeting.cell(row, "Minutter");
    let other = Edit::Cell { row, column: "Minutter".into(), was: Some(was.clone()), now: "21".into() };
    let contributes =
        meeting.place.service.unit(&meeting.chief.who, meeting.unit).expect("seen").contribute().expect("may");
    contributes.edit("other", &[other]).expect("saved");
    let answer = meeting.answer(&format!("linje={row}&was_minutes={was}&minutes=33&note=&do=agree"));
    assert_eq!(answer.status.as_u16(), 409);
    let page = answer.text();
    assert!(page.contains("«33»") && page.contains("«21»") && page.contains("Kari Nordmann"), "{page}");
    assert!(
        page.contains("name=\"minutes\" value=\"33\"") && page.contains("name=\"was_minutes\" value=\"21\""),
        "{page}"
    );
    assert_eq!((meeting.cell(row, "Minutter").as_str(), meeting.state(row).0), ("21", ReviewState::Open));
    let unseen = meeting.answer(&format!("linje={row}&was_minutes={was}&minutes={was}&note=&do=agree"));
    assert_eq!(unseen.status.as_u16(), 409, "nobody agrees to what they haven't seen");
    assert!(unseen.text().contains("name=\"minutes\" value=\"21\""), "and what stands there is shown");
    let again = meeting.answer(&format!("linje={row}&was_minutes=21&minutes=33&note=&do=agree"));
    assert_eq!((again.status.as_u16(), meeting.cell(row, "Minutter").as_str()), (303, "33"), "knowingly");
}

#[test]
fn a_task_of_the_library_has_what_is_usual_beside_its_questions() {
    let meeting = Meeting::new("workshop-usual");
    let contributes = meeting.place.service.unit(&meeting.chief.who, meeting.unit).expect("seen").contribute();
    let cells = [("Oppgave".to_owned(), "intravenøs  behandling hjemme".to_owned())].into();
    let add = Edit::Add { temp: "n".to_owned(), sheet: "Oppgaver".to_owned(), place: At::Last, cells };
    let row = contributes.expect("may").edit("usual", &[add]).expect("written").added["n"];
    let page = |query: String| {
        meeting.place.get(&format!("/u/{}/workshop?{query}", meeting.unit), Some(&meeting.chief)).text()
    };
    let told = page(format!("linje={row}"));
    for usual in ["Vanlig: SPL", "Vanlig: 40 (25–60) min"] {
        assert!(told.contains(&format!("<span class=\"quiet\">{usual}</span></legend>")), "{usual} in\n{told}");
    }
    assert!(told.contains("name=\"minutes\" value=\"\""), "nothing is answered by it: {told}");
    let own = page(format!("linje={}", meeting.rows[0]));
    assert!(!own.contains("Vanlig:"), "no kind of unit has it: {own}");

    // What the meeting has chosen is what it goes through today.
    assert!(own.contains(&format!("· igjen: {}", meeting.rows.len() + 1)), "{own}");
    let morning = meeting.rows.iter().filter(|row| meeting.cell(**row, "Tidsintervall") == "07-09").count();
    assert!(page("intervall=07-09".to_owned()).contains(&format!("· igjen i dag: {morning}")), "{morning}");
}

#[test]
fn a_reader_sees_the_answers_and_no_buttons() {
    let meeting = Meeting::new("looks");
    let reader = meeting.place.invited(&meeting.chief, meeting.unit, Role::Reader, "leser@test.no");
    let page = meeting.place.get(&format!("/u/{}/workshop", meeting.unit), Some(&reader)).text();
    assert!(!page.contains("id=\"answers\"") && page.contains("workshop-told"), "{page}");
    let none = meeting.place.get(&format!("/u/{}/workshop?status=parked", meeting.unit), Some(&reader)).text();
    assert!(none.contains("Se alle oppgavene"), "{none}");
}

#[test]
fn a_note_that_somebody_wrote_meanwhile_is_never_written_over_unseen() {
    let meeting = Meeting::new("workshop-notes");
    let row = meeting.rows[0];
    let save =
        |was: &str, note: &str, act: &str| meeting.answer(&format!("linje={row}&was_note={was}&note={note}&do={act}"));
    assert_eq!(save("", "Tungt%0D%0Aarbeid", "save").status.as_u16(), 303);
    let page = meeting.place.get(&format!("/u/{}/workshop?linje={row}", meeting.unit), Some(&meeting.chief)).text();
    assert!(page.contains("name=\"was_note\" value=\"Tungt\r\narbeid\""), "{page}");

    // Whoever saw none and wrote none leaves it as it is, and says what they say.
    assert_eq!(save("", "", "agree").status.as_u16(), 303);
    assert_eq!(meeting.state(row), (ReviewState::Agreed, "Tungt\r\narbeid".to_owned()));
    // Whoever wrote another is told, and nothing is kept before they have seen it.
    let refused = save("", "Lett", "dispute");
    assert_eq!(refused.status.as_u16(), 409);
    let page = refused.text();
    assert!(page.contains("Notat: dere har skrevet «Lett», noen andre har skrevet «Tungt"), "{page}");
    assert!(page.contains(">Lett</textarea>") && page.contains("name=\"was_note\" value=\"Tungt"), "{page}");
    assert_eq!(meeting.state(row).0, ReviewState::Agreed);
    assert_eq!(save("Tungt%0Aarbeid", "Lett", "dispute").status.as_u16(), 303);
    assert_eq!(meeting.state(row), (ReviewState::Disputed, "Lett".to_owned()));
}
