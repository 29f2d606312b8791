//! A list from a competence portal taken in: handed in or pasted, its columns and values mapped, what it would change shown, saved.

mod drawn;

use std::collections::BTreeMap;

use axum::Form;
use axum::extract::{Multipart, Path, State};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{
    BranchId, Failed, ListField, ListMapping, ListRefused, PeopleConfirmed, PeopleStand, UnusableList,
};
use fordel_text::Texts;
use maud::Markup;

use super::frame::Around;
use super::handed::{Handed, READING, around};
use crate::answer::Refusal;
use crate::app::App;
use crate::download::send_unit_list;
use crate::shell::texts;
use crate::visitor::Visitor;

/// Rows with identity numbers that are told.
const TOLD: usize = 10;

/// `GET /u/{unit}/import/people`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(unit): Path<i64>) -> Result<Markup, Refusal> {
    let around = around(&app, &visitor, unit).await?;
    Ok(drawn::choose(&visitor, &around, &[]))
}

/// `POST /u/{unit}/import/people`: a list is handed in, and waits in memory.
pub async fn hand_in(
    State(app): State<App>,
    visitor: Visitor,
    Path(unit): Path<i64>,
    form: Multipart,
) -> Result<Response, Refusal> {
    let around = around(&app, &visitor, unit).await?;
    let t = texts(visitor.lang);
    let again =
        |status: StatusCode, wrong: Vec<String>| (status, drawn::choose(&visitor, &around, &wrong)).into_response();
    let Ok(_turn) = READING.try_acquire() else {
        return Ok(again(StatusCode::SERVICE_UNAVAILABLE, vec![t.get("import-busy")]));
    };
    let handed = Handed::of(form).await;
    let is_empty = handed.is_empty;
    let pasted =
        || (!handed.pasted.trim().is_empty()).then(|| (t.get("portal-pasted-name"), handed.pasted.into_bytes()));
    let Some((name, bytes)) = handed.file.or_else(pasted) else {
        let key = if is_empty { "import-empty" } else { "portal-nothing" };
        return Ok(again(StatusCode::UNPROCESSABLE_ENTITY, vec![t.get(key)]));
    };
    let (who, table) = (visitor.who.clone(), handed.who);
    let handed_in = app
        .aside(move |s| {
            let table = table.as_ref().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
            s.unit(&who, BranchId(unit))?.contribute()?.hand_in_people((&name, &bytes), table)
        })
        .await?;
    Ok(match handed_in {
        Ok(key) => Redirect::to(&format!("/u/{unit}/import/people/{}", key.reveal())).into_response(),
        Err(why) => again(StatusCode::UNPROCESSABLE_ENTITY, refused(t, &why)),
    })
}

fn refused(t: &Texts, why: &ListRefused) -> Vec<String> {
    match why {
        ListRefused::List(UnusableList::File(complaint)) => vec![t.complaint(complaint)],
        ListRefused::List(UnusableList::Empty) => vec![t.get("portal-empty")],
        ListRefused::List(UnusableList::Long(most)) => vec![t.with("portal-long", &[("most", (*most).into())])],
        ListRefused::List(UnusableList::IdentityNumbers(column, rows)) => {
            let listed: Vec<String> = rows.iter().take(TOLD).map(ToString::to_string).collect();
            let more = if rows.len() > TOLD { " …" } else { "" };
            let listed = format!("{}{more}", listed.join(", "));
            vec![t.with(
                "portal-identity-numbers",
                &[("column", column.as_str().into()), ("rows", listed.into()), ("count", rows.len().into())],
            )]
        }
        ListRefused::WhoIsWho(complaints) => {
            std::iter::once(t.get("portal-who-wrong")).chain(complaints.iter().map(|c| t.complaint(c))).collect()
        }
        ListRefused::Faulty => vec![t.get("portal-faulty")],
    }
}

/// `GET /u/{unit}/import/people/{key}`: how the list is read, and what it would change.
pub async fn stand(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, key)): Path<(i64, String)>,
) -> Result<Response, Refusal> {
    shown(&app, &visitor, unit, &key, StatusCode::OK).await
}

async fn shown(app: &App, visitor: &Visitor, unit: i64, key: &str, status: StatusCode) -> Result<Response, Refusal> {
    let (who, shown) = (visitor.who.clone(), key.to_owned());
    let (around, stand) = app
        .run(move |s| {
            let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
            let stand = match contributes.people_list(&shown) {
                Ok(stand) => Ok(stand),
                Err(wrong @ (Failed::NotFound | Failed::Faulty)) => Err(matches!(wrong, Failed::NotFound)),
                Err(other) => return Err(other),
            };
            Ok((Around::of(s, &contributes)?, stand))
        })
        .await?;
    let t = texts(visitor.lang);
    let address = format!("{}/import/people/{key}", around.address());
    Ok(match stand {
        Ok(PeopleStand::Waits(preview)) => {
            let changed = status == StatusCode::CONFLICT;
            (status, drawn::preview(visitor, &around, &preview, &address, changed)).into_response()
        }
        Ok(PeopleStand::Saved(people, new)) => drawn::saved(visitor, &around, &address, people, new).into_response(),
        Err(true) => (StatusCode::GONE, drawn::choose(visitor, &around, &[t.get("portal-gone")])).into_response(),
        Err(false) => (StatusCode::UNPROCESSABLE_ENTITY, drawn::choose(visitor, &around, &[t.get("portal-faulty")]))
            .into_response(),
    })
}

/// `POST /u/{unit}/import/people/{key}`: another reading, saving it, or giving it up.
pub async fn act(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, key)): Path<(i64, String)>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Result<Response, Refusal> {
    let (who, shown_key) = (visitor.who.clone(), key.clone());
    let done = sent.get("do").cloned().unwrap_or_default();
    let acted = app
        .run(move |s| {
            let contributes = s.unit(&who, BranchId(unit))?.contribute()?;
            let acted = match sent.get("do").map(String::as_str) {
                Some("confirm") => {
                    let revision = sent.get("revision").and_then(|text| text.parse().ok()).unwrap_or(-1);
                    let confirmed = contributes.confirm_people(&shown_key, revision);
                    confirmed.map(|confirmed| matches!(confirmed, PeopleConfirmed::Saved(_)))
                }
                Some("forget") => contributes.forget_people(&shown_key).map(|()| true),
                _ => {
                    let replace = sent.contains_key("erstatt");
                    contributes.map_people(&shown_key, mapping(&sent), replace).map(|()| true)
                }
            };
            match acted {
                Err(Failed::NotFound | Failed::Faulty) => Ok(None),
                other => other.map(Some),
            }
        })
        .await?;
    match acted {
        // What keeps it from being done is told where it stands.
        None => shown(&app, &visitor, unit, &key, StatusCode::OK).await,
        Some(false) => shown(&app, &visitor, unit, &key, StatusCode::CONFLICT).await,
        Some(true) if done == "forget" => {
            Ok(Redirect::to(&format!("/u/{unit}/mapping?ark=Sertifikater")).into_response())
        }
        Some(true) => Ok(Redirect::to(&format!("/u/{unit}/import/people/{key}")).into_response()),
    }
}

/// The reading that a form says.
fn mapping(sent: &BTreeMap<String, String>) -> ListMapping {
    let mut mapping = ListMapping::default();
    for (name, value) in sent {
        match name.split_once('.') {
            Some(("kolonne", word)) if !value.is_empty() => {
                mapping.columns.extend(ListField::from_word(word).map(|field| (field, value.clone())));
            }
            Some(("group", written)) => drop(mapping.groups.insert(written.to_owned(), value.clone())),
            Some(("course", written)) => drop(mapping.courses.insert(written.to_owned(), value.clone())),
            Some(("status", written)) => drop(mapping.passed.insert(written.to_owned(), value == "ja")),
            _ => {}
        }
    }
    mapping
}

/// `GET /u/{unit}/import/people/{key}/who.csv` and `who.xlsx`: who is who, for whoever handed the list in.
pub async fn who(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, key)): Path<(i64, String)>,
    address: Uri,
) -> Result<Response, Refusal> {
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let contributes = reads.contribute()?;
        contributes.who_is_who(&key, t)
    })
    .await
}

/// `GET /u/{unit}/import/people/{key}/changes.csv` and `changes.xlsx`: all that the list would change.
pub async fn send_changes(
    State(app): State<App>,
    visitor: Visitor,
    Path((unit, key)): Path<(i64, String)>,
    address: Uri,
) -> Result<Response, Refusal> {
    send_unit_list(&app, visitor, unit, &address, move |reads, t| {
        let contributes = reads.contribute()?;
        let PeopleStand::Waits(preview) = contributes.people_list(&key)? else { return Err(Failed::NotFound) };
        Ok(drawn::changes_list(t, &preview.changes))
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_says_which_column_and_value_is_what() {
        let sent = [
            ("do", "map"),
            ("kolonne.person", "Ansattnr"),
            ("kolonne.until", ""),
            ("kolonne.tull", "x"),
            ("course.Kurs 1.2", "Sårstell"),
            ("course.Annet", ""),
            ("group.Sykepleier", "SPL"),
            ("status.Fullført", "ja"),
            ("status.Påmeldt", "nei"),
        ];
        let sent: BTreeMap<String, String> = sent.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        let told = mapping(&sent);
        assert_eq!(told.columns, [(ListField::Person, "Ansattnr".to_owned())].into());
        assert_eq!((told.courses["Kurs 1.2"].as_str(), told.courses["Annet"].as_str()), ("Sårstell", ""));
        assert_eq!(
            (told.groups["Sykepleier"].as_str(), told.passed["Fullført"], told.passed["Påmeldt"]),
            ("SPL", true, false)
        );
    }
}
