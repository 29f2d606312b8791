//! The tables of people, branches, roles and invitations as lists that can be taken out, by those who see the pages.

use axum::extract::{Path, State};
use axum::http::Uri;
use axum::response::Response;
use fordel_app::service::{Branch, BranchId, Invitation, List, ListCell, Moment, RoleHeld};
use fordel_text::Texts;

use super::{At, Everybody, at, kind, represents_word, role_word};
use crate::answer::Refusal;
use crate::app::App;
use crate::download::{list_by_keys, send_list, table_in};
use crate::visitor::Visitor;

/// `GET /people.csv`, `/people/branches.csv`, and both as `.xlsx`.
pub async fn send(State(app): State<App>, visitor: Visitor, address: Uri) -> Result<Response, Refusal> {
    let (times, table) = (app.clone(), table_in(&address));
    send_list(&app, visitor, &address, move |s, who, t| {
        let all = Everybody::of(s, who)?;
        let told =
            if table == "branches" { branches(t, &all) } else { people(t, &all, |at| times.moment(t.lang(), at)) };
        Ok((all.path.first().map_or_else(String::new, |top| top.name.clone()), told))
    })
    .await
}

/// A row for each role of each person; who has none has a row too.
fn people(t: &Texts, all: &Everybody, at: impl Fn(Moment) -> String) -> List {
    let mut rows = Vec::new();
    for person in &all.people {
        let roles = all.roles.get(&person.id).map(Vec::as_slice).unwrap_or_default();
        let cells = |held: Option<&RoleHeld>, branch: Option<&Branch>| -> Vec<ListCell> {
            vec![
                person.name.as_str().into(),
                person.email.as_str().into(),
                held.map(|held| role_word(t, held.role)).into(),
                branch.map(|branch| branch.name.as_str()).into(),
                branch.map(|branch| kind(t, branch)).into(),
                held.and_then(|held| held.represents).map(|whom| represents_word(t, whom)).into(),
                person.ended.map(&at).into(),
            ]
        };
        rows.extend(roles.iter().map(|(branch, held)| cells(Some(held), Some(branch))));
        if roles.is_empty() {
            rows.push(cells(None, None));
        }
    }
    let columns = [
        "people-person",
        "people-email",
        "people-role",
        "people-branch",
        "people-kind",
        "people-represents",
        "people-list-ended",
    ];
    list_by_keys(t, "people-all", &columns, rows)
}

fn branches(t: &Texts, all: &Everybody) -> List {
    let row = |branch: &Branch| -> Vec<ListCell> {
        let above = all.branches.iter().find(|above| Some(above.id) == branch.parent);
        vec![
            branch.name.as_str().into(),
            kind(t, branch).into(),
            above.map(|above| above.name.as_str()).into(),
            all.given.get(&branch.id).copied().unwrap_or(0).into(),
        ]
    };
    let columns = ["people-branch", "people-kind", "page-below", "people-roles-here"];
    list_by_keys(t, "people-tree", &columns, all.branches.iter().map(row).collect())
}

/// `GET /people/{branch}/roles.csv`, `/people/{branch}/invitations.csv`, and both as `.xlsx`.
pub async fn send_branch(
    State(app): State<App>,
    visitor: Visitor,
    Path(branch): Path<i64>,
    address: Uri,
) -> Result<Response, Refusal> {
    let (times, table) = (app.clone(), table_in(&address));
    send_list(&app, visitor, &address, move |s, who, t| {
        let at = at(&s.administer(who, BranchId(branch))?)?;
        let told = if table == "roles" { roles(t, &at) } else { invitations(t, &at, |at| times.moment(t.lang(), at)) };
        Ok((at.branch.name.clone(), told))
    })
    .await
}

fn roles(t: &Texts, at: &At) -> List {
    let row = |held: &RoleHeld| -> Vec<ListCell> {
        let person = at.people.iter().find(|person| person.id == held.person);
        vec![
            person.map(|person| person.name.as_str()).into(),
            person.map(|person| person.email.as_str()).into(),
            role_word(t, held.role).into(),
            held.represents.map(|whom| represents_word(t, whom)).into(),
        ]
    };
    let columns = ["people-person", "people-email", "people-role", "people-represents"];
    list_by_keys(t, "people-with-role", &columns, at.roles.iter().map(row).collect())
}

fn invitations(t: &Texts, at: &At, when: impl Fn(Moment) -> String) -> List {
    let row = |invitation: &Invitation| -> Vec<ListCell> {
        vec![
            invitation.email.as_deref().into(),
            role_word(t, invitation.role).into(),
            invitation.represents.map(|whom| represents_word(t, whom)).into(),
            when(invitation.expires).into(),
        ]
    };
    let columns = ["people-invited-to", "people-role", "people-represents", "people-invited-until"];
    list_by_keys(t, "people-invited", &columns, at.invitations.iter().map(row).collect())
}
