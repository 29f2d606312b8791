//! Folkemengde: projected population from a file of Statistics Norway's, told for the regions that are chosen, summed, and put into
//! the unit's sheet by the road of every workbook. The regions stand in the address.

use axum::Form;
use axum::extract::{Multipart, Path, Query, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{BranchId, Failed, ListCell, PopulationTold};
use fordel_core::projection::ages::Ages;
use fordel_text::Texts;
use maud::{Markup, html};

use super::file_page::FilePage;
use super::frame::Around;
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_of, send_unit_list};
use crate::shell::{
    Head, Link, Notice, Row, Weight, button, checkbox_of, data_table, escaped, link_button, notice, take_out, texts,
};
use crate::visitor::Visitor;

/// Years that are shown where a file has more: the first, the last, and those between by so many.
const EVERY: usize = 5;

/// What is asked, as it stands in the address or in a form.
type Typed = Vec<(String, String)>;

/// The regions that are asked for.
fn regions(typed: &[(String, String)]) -> Vec<String> {
    let named = typed.iter().filter(|(name, _)| name == "region").map(|(_, region)| region.trim());
    named.filter(|region| !region.is_empty()).map(str::to_owned).collect()
}

/// The page that takes the file.
const PAGE: FilePage = FilePage { word: "population", below: how };

/// Where the file is found.
fn how(t: &Texts) -> Markup {
    html! {
        h2 { (t.get("population-how")) }
        ol { @for step in 1..=4 { li { (t.get(&format!("population-how-{step}"))) } } }
    }
}

/// `GET /u/{unit}/population`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(unit): Path<i64>) -> Result<Markup, Refusal> {
    PAGE.show(&app, &visitor, unit).await
}

/// `POST /u/{unit}/population`: a file is handed in, and waits for a day.
pub async fn hand_in(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    form: Multipart,
) -> Result<Response, Refusal> {
    PAGE.hand_in(&app, &visitor, unit, form, |unit, name, bytes| unit.hand_in_population(name, bytes)).await
}

/// What a page of a file shows.
struct Shown {
    around: Around,
    told: PopulationTold,
    /// The regions that were asked for.
    regions: Vec<String>,
}

/// Reads what waits under a key for some regions; none where nothing does.
async fn read(
    app: &App,
    visitor: &Visitor,
    unit: i64,
    key: &str,
    typed: &[(String, String)],
) -> Result<Result<Shown, Around>, Refusal> {
    let (who, key, regions) = (visitor.who.clone(), key.to_owned(), regions(typed));
    app.run(move |s| {
        let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
        let around = Around::of(s, &contributes)?;
        match contributes.population(&key, &regions) {
            Ok(told) => {
                // A region may be asked for by its number or part of its name: the page goes on with its whole name.
                let regions = if told.read.chosen.is_empty() { regions } else { told.read.chosen.clone() };
                Ok(Ok(Shown { around, told, regions }))
            }
            Err(Failed::NotFound) => Ok(Err(around)),
            Err(other) => Err(other),
        }
    })
    .await
}

/// `GET /u/{unit}/population/{key}`: what the file tells of some regions together.
pub async fn told(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, key)): Path<(i64, String)>,
    Query(typed): Query<Typed>,
) -> Result<Response, Refusal> {
    Ok(match read(&app, &visitor, unit, &key, &typed).await? {
        Ok(shown) => told_page(&visitor, &shown, &key, None),
        Err(around) => PAGE.gone(&visitor, &around),
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
        Err(around) => return Ok(PAGE.gone(&visitor, &around)),
    };
    if !shown.told.read.can_be_used {
        return Ok(told_page(&visitor, &shown, &key, None));
    }
    let (who, lang, waits, regions) = (visitor.who.clone(), visitor.lang, key.clone(), shown.regions.clone());
    let taken = app
        .run(move |s| {
            let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
            match contributes.take_population(&waits, &regions, texts(lang)) {
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
    let address = PAGE.address(&shown.around);
    let (told, read) = (&shown.told, &shown.told.read);
    // Several regions, and none asked for yet, is no fault.
    let asks = read.regions.len() > 1 && shown.regions.is_empty();
    let wrong = why.is_some() || !(read.can_be_used || asks);
    let asked: Vec<String> = shown.regions.iter().map(|region| format!("region={}", escaped(region))).collect();
    let asked = if asked.is_empty() { String::new() } else { format!("?{}", asked.join("&")) };
    let of = [("regions", shown.regions.join(", ").into()), ("count", shown.regions.len().into())];
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
                fieldset class="ds-fieldset" {
                    legend { (t.get("population-regions-choose")) }
                    @for (at, name) in read.regions.iter().enumerate() {
                        (checkbox_of(&format!("region-{at}"), "region", name, name, shown.regions.contains(name)))
                    }
                }
                div class="actions" { (button(&t.get("population-regions-show"), if read.can_be_used { Weight::Other } else { Weight::Main }, None)) }
            }
        }
        @if read.can_be_used {
            @if !shown.regions.is_empty() { p { (t.with("population-of", &of)) } }
            @if !read.complaints.is_empty() {
                (notice(t, Notice::Warning, html! { ul { @for one in &read.complaints { li { (t.complaint(one)) } } } }))
            }
            (table(t, told))
            (take_out(t, &caption(t, &told.years()), &format!("{address}/{key}/residents"), &asked))
            form method="post" action=(format!("{address}/{key}")) class="stack" {
                @for region in &shown.regions { input type="hidden" name="region" value=(region); }
                div class="actions" { (button(&t.get("handed-take"), Weight::Main, None)) }
            }
            p class="quiet" { (t.get("population-take-note")) }
        }
        p { (link_button(&Link::new(t.get("handed-other-file"), address.clone()), Weight::Light)) }
    };
    let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    (status, PAGE.framed(visitor, &shown.around, &title, wrong, content)).into_response()
}

/// The ages that are told: those that have a use, then all together.
fn ages(told: &PopulationTold) -> impl Iterator<Item = Ages> {
    told.uses.iter().copied().chain([Ages { from: 0, to: None }])
}

fn head(t: &Texts, told: &PopulationTold) -> Vec<Head> {
    let of_ages = |ages: &Ages| Head::number(t.with("population-ages", &[("ages", ages.to_string().into())]));
    let year = Head::text(t.get("population-year"));
    std::iter::once(year).chain(told.uses.iter().map(of_ages)).chain([Head::number(t.get("population-all"))]).collect()
}

fn caption(t: &Texts, years: &[i16]) -> String {
    let (first, last) = (years.first().copied().unwrap_or_default(), years.last().copied().unwrap_or_default());
    t.with("population-table", &[("first", first.to_string().into()), ("last", last.to_string().into())])
}

/// Residents by year and by the ages that have a use, or all together where none has.
fn table(t: &Texts, told: &PopulationTold) -> Markup {
    let years = told.years();
    let shown =
        years.iter().enumerate().filter(|(at, _)| at % EVERY == 0 || at + 1 == years.len() || years.len() <= EVERY);
    let row = |year: i16| {
        let numbers = ages(told).map(|ages| html! { (t.number(told.residents(year, ages))) });
        Row::new(std::iter::once(html! { (year) }).chain(numbers).collect())
    };
    let rows: Vec<Row> = shown.map(|(_, year)| row(*year)).collect();
    data_table("residents", &caption(t, &years), &head(t, told), &rows)
}

/// `GET /u/{unit}/population/{key}/residents.csv?region=…` and `residents.xlsx`: every year of the file.
pub async fn send(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, key)): Path<(i64, String)>,
    Query(typed): Query<Typed>,
    address: Uri,
) -> Result<Response, Refusal> {
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let contributes = reads.contribute()?;
        let told = contributes.population(&key, &regions(&typed))?;
        if !told.read.can_be_used {
            return Err(Failed::NotFound);
        }
        let years = told.years();
        let row = |year: &i16| -> Vec<ListCell> {
            let numbers = ages(&told).map(|ages| ListCell::Number(told.residents(*year, ages), 0));
            std::iter::once(ListCell::from(year.to_string())).chain(numbers).collect()
        };
        let list = list_of(caption(t, &years), &head(t, &told), years.iter().map(row).collect());
        Ok(list)
    })
    .await
}
