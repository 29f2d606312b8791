//! Folkemengde: projected population from a file of Statistics Norway's, told for a region, and put into the unit's sheet by
//! the road of every workbook. The region stands in the address.

use axum::Form;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{BranchId, Failed, PopulationTold};
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::frame::Around;
use super::handed::{Handed, READING, around};
use crate::answer::Refusal;
use crate::app::App;
use crate::shell::{
    Choice, Field, Head, Input, Link, Notice, Row, Step, Weight, button, data_table, faults, field, link_button,
    narrowing, notice, page, texts,
};
use crate::visitor::Visitor;

/// Years that are shown where a file has more: the first, the last, and those between by so many.
const EVERY: usize = 5;

/// The region that is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Typed {
    #[serde(default)]
    region: String,
}

impl Typed {
    fn region(&self) -> Option<&str> {
        Some(self.region.trim()).filter(|region| !region.is_empty())
    }
}

/// `GET /u/{unit}/population`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(unit): Path<i64>) -> Result<Markup, Refusal> {
    let around = around(&app, &visitor, unit).await?;
    Ok(choose_page(&visitor, &around, None, &[]))
}

fn framed(visitor: &Visitor, around: &Around, title: &str, wrong: bool, content: Markup) -> Markup {
    let here = format!("{}/population", around.address());
    let mut frame = around.frame(visitor, Some(Step::Mapping), title, here, None);
    frame.styles.push("unit.css");
    frame.wrong = wrong;
    page(&frame, content)
}

fn choose_page(visitor: &Visitor, around: &Around, wrong: Option<String>, said: &[String]) -> Markup {
    let t = texts(visitor.lang);
    let file = Field::new("file", t.get("population-file"), Input::File(".csv,.xlsx"))
        .hint(t.get("population-file-hint"))
        .fault(wrong.clone());
    let title = t.get("population-title");
    let content = html! {
        h1 { (title) }
        p class="lead" { (t.get("population-lead")) }
        (faults(t, std::slice::from_ref(&file)))
        @if !said.is_empty() {
            (notice(t, Notice::Danger, html! { p { (t.get("activity-cannot")) } ul { @for one in said { li { (one) } } } }))
        }
        form method="post" action=(format!("{}/population", around.address())) enctype="multipart/form-data" class="stack" {
            (field(t, &file))
            div class="actions" { (button(&t.get("population-read"), Weight::Main, None)) }
        }
        h2 { (t.get("population-how")) }
        ol { @for step in 1..=4 { li { (t.get(&format!("population-how-{step}"))) } } }
    };
    framed(visitor, around, &title, wrong.is_some(), content)
}

/// `POST /u/{unit}/population`: a file is handed in, and waits for a day.
pub async fn hand_in(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    form: Multipart,
) -> Result<Response, Refusal> {
    let around = around(&app, &visitor, unit).await?;
    let t = texts(visitor.lang);
    let again = |status: StatusCode, key: &str, said: &[String]| {
        (status, choose_page(&visitor, &around, Some(t.get(key)), said)).into_response()
    };
    let Ok(_turn) = READING.try_acquire() else {
        return Ok(again(StatusCode::SERVICE_UNAVAILABLE, "import-busy", &[]));
    };
    let Some((name, bytes)) = Handed::of(form).await.file else {
        return Ok(again(StatusCode::UNPROCESSABLE_ENTITY, "import-none", &[]));
    };
    let who = visitor.who.clone();
    let read = app.run(move |s| s.unit(&who, BranchId(unit))?.contribute()?.hand_in_population(&name, bytes)).await?;
    Ok(match read {
        Ok(key) => Redirect::to(&format!("/u/{unit}/population/{}", key.reveal())).into_response(),
        Err(complaints) => {
            let said: Vec<String> = complaints.iter().map(|complaint| t.complaint(complaint)).collect();
            again(StatusCode::UNPROCESSABLE_ENTITY, "activity-faulty", &said)
        }
    })
}

/// What a page of a file shows.
struct Shown {
    around: Around,
    told: PopulationTold,
    region: Option<String>,
}

/// Reads what waits under a key for a region; none where nothing does.
async fn read(
    app: &App,
    visitor: &Visitor,
    unit: i64,
    key: &str,
    typed: &Typed,
) -> Result<Result<Shown, Around>, Refusal> {
    let (who, key, region) = (visitor.who.clone(), key.to_owned(), typed.region().map(str::to_owned));
    app.run(move |s| {
        let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
        let around = Around::of(s, &contributes)?;
        match contributes.population(&key, region.as_deref()) {
            Ok(told) => Ok(Ok(Shown { around, told, region })),
            Err(Failed::NotFound) => Ok(Err(around)),
            Err(other) => Err(other),
        }
    })
    .await
}

fn gone(visitor: &Visitor, around: &Around) -> Response {
    let said = texts(visitor.lang).get("activity-gone");
    (StatusCode::GONE, choose_page(visitor, around, Some(said), &[])).into_response()
}

/// `GET /u/{unit}/population/{key}`: what the file tells of a region.
pub async fn told(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, key)): Path<(i64, String)>,
    Query(typed): Query<Typed>,
) -> Result<Response, Refusal> {
    Ok(match read(&app, &visitor, unit, &key, &typed).await? {
        Ok(shown) => told_page(&visitor, &shown, &key, None),
        Err(around) => gone(&visitor, &around),
    })
}

/// `POST /u/{unit}/population/{key}`: leads to what the sheet would change.
pub async fn take(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, key)): Path<(i64, String)>,
    Form(typed): Form<Typed>,
) -> Result<Response, Refusal> {
    let shown = match read(&app, &visitor, unit, &key, &typed).await? {
        Ok(shown) => shown,
        Err(around) => return Ok(gone(&visitor, &around)),
    };
    if !shown.told.read.can_be_used {
        return Ok(told_page(&visitor, &shown, &key, None));
    }
    let (who, lang, waits, region) = (visitor.who.clone(), visitor.lang, key.clone(), shown.region.clone());
    let taken = app
        .run(move |s| {
            let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
            match contributes.take_population(&waits, region.as_deref(), texts(lang)) {
                Ok(book) => Ok(Some(book)),
                Err(Failed::Faulty) => Ok(None),
                Err(other) => Err(other),
            }
        })
        .await?;
    Ok(match taken {
        Some(book) => Redirect::to(&format!("/u/{unit}/import/{}", book.reveal())).into_response(),
        None => told_page(&visitor, &shown, &key, Some(texts(lang).get("import-faulty-lead"))),
    })
}

fn told_page(visitor: &Visitor, shown: &Shown, key: &str, why: Option<String>) -> Response {
    let t = texts(visitor.lang);
    let title = t.get("population-result");
    let address = format!("{}/population", shown.around.address());
    let (told, read) = (&shown.told, &shown.told.read);
    // Several regions, and none asked for yet, is no fault.
    let asks = read.regions.len() > 1 && shown.region.is_none();
    let wrong = why.is_some() || !(read.can_be_used || asks);
    let choose = Choice::new("", t.get("population-region-choose"));
    let regions: Vec<Choice> =
        std::iter::once(choose).chain(read.regions.iter().map(|name| Choice::new(name, name))).collect();
    let content = html! {
        h1 { (title) }
        @if !told.file.is_empty() { p class="quiet" { (t.with("import-from", &[("file", told.file.as_str().into())])) } }
        @if wrong {
            div data-takes-focus tabindex="-1" {
                (notice(t, Notice::Danger, html! {
                    @if let Some(why) = &why { p { (why) } }
                    @if !read.can_be_used { ul { @for one in &read.complaints { li { (t.complaint(one)) } } } }
                }))
            }
        }
        @if read.regions.len() > 1 {
            form method="get" action=(format!("{address}/{key}")) class="stack" {
                (narrowing("region", &t.get("population-region"), &regions, shown.region.as_deref().unwrap_or_default()))
                div class="actions" { (button(&t.get("population-region-show"), if read.can_be_used { Weight::Other } else { Weight::Main }, None)) }
            }
        }
        @if read.can_be_used {
            (table(t, told))
            form method="post" action=(format!("{address}/{key}")) class="stack" {
                input type="hidden" name="region" value=(shown.region.clone().unwrap_or_default());
                div class="actions" { (button(&t.get("activity-take"), Weight::Main, None)) }
            }
            p class="quiet" { (t.get("population-take-note")) }
        }
        p { (link_button(&Link::new(t.get("activity-other-file"), address.clone()), Weight::Light)) }
    };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    (status, framed(visitor, &shown.around, &title, wrong, content)).into_response()
}

/// Residents by year and by the ages that have a use, or all together where none has.
fn table(t: &Texts, told: &PopulationTold) -> Markup {
    let years = told.years();
    let shown =
        years.iter().enumerate().filter(|(at, _)| at % EVERY == 0 || at + 1 == years.len() || years.len() <= EVERY);
    let of_ages = |ages: &fordel_core::projection::ages::Ages| {
        Head::number(t.with("population-ages", &[("ages", ages.to_string().into())]))
    };
    let all = fordel_core::projection::ages::Ages { from: 0, to: None };
    let columns: Vec<_> = told.uses.iter().copied().chain([all]).collect();
    let head: Vec<Head> = std::iter::once(Head::text(t.get("population-year")))
        .chain(told.uses.iter().map(of_ages))
        .chain([Head::number(t.get("population-all"))])
        .collect();
    let row = |year: i16| {
        let numbers = columns.iter().map(|ages| html! { (t.number(told.residents(year, *ages))) });
        Row::new(std::iter::once(html! { (year) }).chain(numbers).collect())
    };
    let rows: Vec<Row> = shown.map(|(_, year)| row(*year)).collect();
    let (first, last) = (years.first().copied().unwrap_or_default(), years.last().copied().unwrap_or_default());
    let args = [("first", first.to_string().into()), ("last", last.to_string().into())];
    data_table("residents", &t.with("population-table", &args), &head, &rows)
}
