//! Aktivitet fra historikk: counts by date and hour handed in, what they say is usual and what isn't, and the unit's sheets
//! with it, by the road of every workbook. What is asked stands in the address.

use std::collections::BTreeMap;

use axum::Form;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{ActivityQuestion, ActivityTold, BranchId, DriverTold, Failed, number_in};
use fordel_core::calendar::YEARS;
use fordel_core::counts::Manner;
use fordel_text::Texts;
use maud::{Markup, html};

use super::file_page::FilePage;
use super::frame::Around;
use super::one;
use crate::answer::Refusal;
use crate::app::App;
use crate::download::send_unit_list;
use crate::shell::{
    Choice, Field, Input, Link, Notice, Weight, button, checkbox, escaped, faults, field, link_button, narrowing,
    notice, texts,
};
use crate::visitor::Visitor;

/// The page that takes the file.
const PAGE: FilePage = FilePage { word: "activity", below: |_| html! {} };

/// Unusual dates that are shown before the others are opened.
const LISTED: usize = 15;

/// What somebody asks, as typed.
type Typed = BTreeMap<String, String>;

/// What the address of a picture's file names it by.
const PICTURE: &str = "bilde";

/// What the ids of a driver's pictures begin with.
fn id_of(at: usize) -> String {
    format!("driver{at}")
}

/// The name of the field that tells how the driver at a place is counted.
fn manner_field(at: usize) -> String {
    format!("teller{at}")
}

/// The question that the fields ask of counts with these drivers; whether the year can't be used.
fn question(typed: &Typed, drivers: &[String]) -> (ActivityQuestion, bool) {
    let text = |name: &str| typed.get(name).map(|text| text.trim()).filter(|text| !text.is_empty());
    let counted = |word: &str| {
        let told = drivers.iter().enumerate().filter(|(at, _)| text(&manner_field(*at)) == Some(word));
        told.map(|(_, name)| name.clone()).collect()
    };
    let year = text("aar").map(|text| {
        let whole = number_in(text).filter(|year| year.fract() == 0.0);
        whole.map(|year| year as i16).filter(|year| YEARS.contains(year))
    });
    let asked = ActivityQuestion {
        present: counted("present"),
        events: counted("events"),
        keep_unusual: text("uvanlige").is_some(),
        season: year.flatten(),
        profile: text("profil").filter(|name| drivers.iter().any(|driver| driver == name)).map(str::to_owned),
    };
    (asked, year == Some(None))
}

/// `GET /u/{unit}/activity`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(unit): Path<i64>) -> Result<Markup, Refusal> {
    PAGE.show(&app, &visitor, unit).await
}

/// `POST /u/{unit}/activity`: counts are handed in, and wait for a day.
pub async fn hand_in(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    form: Multipart,
) -> Result<Response, Refusal> {
    PAGE.hand_in(&app, &visitor, unit, form, |unit, name, bytes| unit.hand_in_counts(name, &bytes)).await
}

/// What a page of counts shows.
struct Shown {
    around: Around,
    told: ActivityTold,
    file: String,
    typed: Typed,
    wrong_year: bool,
    /// Why the sheets couldn't be filled.
    why: Vec<String>,
}

/// Reads what waits under a key, as it is asked; none where nothing does.
async fn read(
    app: &App,
    visitor: &Visitor,
    unit: i64,
    key: &str,
    typed: Typed,
) -> Result<Result<Shown, Around>, Refusal> {
    let (who, key) = (visitor.who.clone(), key.to_owned());
    app.run(move |s| {
        let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
        let around = Around::of(s, &contributes)?;
        let drivers = match contributes.counted_drivers(&key) {
            Ok(drivers) => drivers,
            Err(Failed::NotFound) => return Ok(Err(around)),
            Err(other) => return Err(other),
        };
        let (asked, wrong_year) = question(&typed, &drivers);
        let (told, file) = contributes.activity(&key, &asked)?;
        Ok(Ok(Shown { around, told, file, typed, wrong_year, why: Vec::new() }))
    })
    .await
}

/// `GET /u/{unit}/activity/{key}`: what the counts say.
pub async fn told(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, key)): Path<(i64, String)>,
    Query(typed): Query<Typed>,
) -> Result<Response, Refusal> {
    Ok(match read(&app, &visitor, unit, &key, typed).await? {
        Ok(shown) => told_page(&visitor, &shown, &key),
        Err(around) => PAGE.gone(&visitor, &around),
    })
}

/// `POST /u/{unit}/activity/{key}`: leads to what the sheets would change.
pub async fn take(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, key)): Path<(i64, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Refusal> {
    let mut shown = match read(&app, &visitor, unit, &key, typed).await? {
        Ok(shown) => shown,
        Err(around) => return Ok(PAGE.gone(&visitor, &around)),
    };
    if shown.wrong_year {
        return Ok(told_page(&visitor, &shown, &key));
    }
    let (who, lang, waits, asked) = (visitor.who.clone(), visitor.lang, key.clone(), shown.told.question.clone());
    let taken = app
        .run(move |s| match s.unit(&who, BranchId(unit))?.contribute()?.take_activity(&waits, &asked, texts(lang)) {
            Ok(book) => Ok(Ok(book)),
            Err(Failed::Failure(why)) => Ok(Err(why.tell(texts(lang)))),
            Err(Failed::Faulty) => Ok(Err(vec![texts(lang).get("import-faulty-lead")])),
            Err(other) => Err(other),
        })
        .await?;
    Ok(match taken {
        Ok(book) => Redirect::to(&format!("/u/{unit}/import/{}", book.reveal())).into_response(),
        Err(why) => {
            shown.why = why;
            told_page(&visitor, &shown, &key)
        }
    })
}

fn told_page(visitor: &Visitor, shown: &Shown, key: &str) -> Response {
    let t = texts(visitor.lang);
    let title = t.get("activity-result");
    let address = PAGE.address(&shown.around);
    let wrong = shown.wrong_year || !shown.why.is_empty();
    let year = Field::new("aar", t.get("activity-year"), Input::Line("text"))
        .hint(t.get("activity-year-hint"))
        .value(shown.typed.get("aar").cloned().unwrap_or_default())
        .fault(shown.wrong_year.then(|| t.get("activity-wrong-year")))
        .optional();
    let told = &shown.told;
    let asked = shown.typed.iter().filter(|(_, value)| !value.is_empty());
    let query: String = asked.map(|(name, value)| format!("&{}={}", escaped(name), escaped(value))).collect();
    let hourly: Vec<&DriverTold> = told.drivers.iter().filter(|driver| driver.profile.hours.is_some()).collect();
    let content = html! {
        h1 { (title) }
        @if !shown.file.is_empty() { p class="quiet" { (t.with("import-from", &[("file", shown.file.as_str().into())])) } }
        p class="lead" { (t.get("activity-result-lead")) }
        (faults(t, std::slice::from_ref(&year)))
        @if !shown.why.is_empty() {
            div data-takes-focus tabindex="-1" { (notice(t, Notice::Danger, html! { @for why in &shown.why { p { (why) } } })) }
        }
        @if told.twice > 0 { p { (t.with("activity-twice", &[("count", told.twice.into())])) } }
        @if !told.complaints.is_empty() { ul { @for one in &told.complaints { li { (t.complaint(one)) } } } }
        form method="post" action=(format!("{address}/{key}")) class="stack" novalidate {
            @for (at, driver) in told.drivers.iter().enumerate() { (of_driver(t, at, driver, told.question.keep_unusual, (&format!("{address}/{key}/usual"), &query))) }
            h2 { (t.get("activity-use")) }
            (checkbox("uvanlige", &t.get("activity-keep"), told.question.keep_unusual))
            (field(t, &year))
            @if !hourly.is_empty() {
                @let none = Choice::new("", t.get("activity-profile-none"));
                @let choices: Vec<Choice> = std::iter::once(none).chain(hourly.iter().map(|d| Choice::new(d.name.as_str(), d.name.as_str()))).collect();
                (narrowing("profil", &t.get("activity-profile"), &choices, told.question.profile.as_deref().unwrap_or_default()))
            }
            div class="actions" {
                (button(&t.get("handed-take"), Weight::Main, None))
                button class="ds-button" type="submit" data-variant="secondary" data-color="accent" formmethod="get" { (t.get("activity-again")) }
                (link_button(&Link::new(t.get("handed-other-file"), address.clone()), Weight::Light))
            }
            p class="quiet" { (t.get("activity-take-note")) }
        }
    };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    (status, PAGE.framed(visitor, &shown.around, &title, wrong, content)).into_response()
}

/// `GET /u/{unit}/activity/{key}/usual.csv?bilde=…` and `usual.xlsx`: what one of the pictures shows.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, key)): Path<(i64, String)>,
    Query(typed): Query<Typed>,
    address: Uri,
) -> Result<Response, Refusal> {
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let contributes = reads.contribute()?;
        let (asked, _) = question(&typed, &contributes.counted_drivers(&key)?);
        let (told, _) = contributes.activity(&key, &asked)?;
        let mut pictures = (told.drivers.iter().enumerate()).flat_map(|(at, driver)| driver.pictures(&id_of(at), t));
        let picture = pictures.find(|picture| typed.get(PICTURE) == Some(&picture.id)).ok_or(Failed::NotFound)?;
        Ok(picture.list(t.lang()))
    })
    .await
}

/// What a driver's counts say: what isn't usual before what is. Its pictures are taken out at an address, with what is asked.
fn of_driver(t: &Texts, at: usize, driver: &DriverTold, keep: bool, (file, query): (&str, &str)) -> Markup {
    let history = &driver.history;
    let manner = match driver.manner {
        Manner::Present => "present",
        Manner::Events => "events",
    };
    let choices = ["present", "events"].map(|word| Choice::new(word, t.get(&format!("activity-manner-{word}"))));
    let unusual = t.activity_unusual(history);
    html! {
        h2 { (driver.name) }
        p { (t.activity_head(&driver.name, history)) }
        @if driver.profile.hours.is_some() {
            (narrowing(&manner_field(at), &t.get("activity-manner"), &choices, manner))
        }
        @if history.is_sparse { p { (t.get("activity-sparse")) } }
        @if !unusual.is_empty() {
            @let key = if keep { "activity-unusual-kept" } else { "activity-unusual" };
            (notice(t, Notice::Warning, html! {
                p { (t.with(key, &[("count", history.unusual.len().into())])) }
                @let (first, later) = unusual.split_at(unusual.len().min(LISTED));
                ul { @for one in first { li { (one) } } }
                @if !later.is_empty() {
                    details {
                        summary { (t.with("activity-more", &[("count", later.len().into())])) }
                        ul { @for one in later { li { (one) } } }
                    }
                }
            }))
        }
        @for picture in &driver.pictures(&id_of(at), t) {
            (one::picture(t, picture, (file, &format!("?{PICTURE}={}{query}", picture.id))))
        }
        @if let Some(said) = t.activity_day_spread(&driver.profile) { p { (said) } }
        @if let Some(said) = t.activity_without(&driver.profile) { p { (said) } }
        @for said in t.activity_lacks(&driver.profile).iter().chain(&t.activity_dates(history)) { p { (said) } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_ask_of_the_drivers_by_their_places() {
        let drivers = ["Pasienter".to_owned(), "Innleggelser".to_owned()];
        let typed = |pairs: &[(&str, &str)]| -> Typed {
            pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        assert_eq!(question(&Typed::new(), &drivers), (ActivityQuestion::default(), false));
        let (asked, wrong) = question(
            &typed(&[("teller1", "present"), ("aar", "2027"), ("profil", "Pasienter"), ("uvanlige", "on")]),
            &drivers,
        );
        assert!(!wrong && asked.keep_unusual && asked.events.is_empty());
        assert_eq!((asked.present, asked.season), (vec!["Innleggelser".to_owned()], Some(2027)));
        assert_eq!(asked.profile.as_deref(), Some("Pasienter"));
        for year in ["neste", "1066", "2027,5", "99999"] {
            assert!(question(&typed(&[("aar", year)]), &drivers).1, "{year}");
        }
        assert_eq!(
            question(&typed(&[("profil", "x"), ("teller7", "events")]), &drivers).0,
            ActivityQuestion::default()
        );
    }
}
