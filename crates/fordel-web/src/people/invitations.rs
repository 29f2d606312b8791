//! Invitations to a branch: the form for one, its link, those that wait, and taking one back.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use fordel_app::service::{BranchId, Invitation, InvitationId, Representative};
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use super::{At, NOBODY, Said, after, at, branch_page, held_word, represented, represents_word, role, small};
use crate::answer::Refusal;
use crate::app::App;
use crate::enter::roles as role_choices;
use crate::shell::{Choice, Field, Head, Input, Row, Weight, button, field, stacking_table, take_out};
use crate::visitor::Visitor;

/// The form for one, and those that wait.
pub(super) fn invitations(app: &App, t: &Texts, at: &At, address: &str) -> Markup {
    let head = ["people-invited-to", "people-role", "people-invited-until", "people-withdraw"]
        .map(|key| Head::text(t.get(key)));
    let row = |invitation: &Invitation| {
        let to = invitation.email.clone().unwrap_or_else(|| t.get("people-invited-anyone"));
        let said = t.with("people-withdraw-of", &[("name", to.as_str().into())]);
        Row::new(vec![
            html! { (to) },
            html! { (held_word(t, invitation.role, invitation.represents)) },
            html! { (app.moment(t.lang(), invitation.expires)) },
            small(t, &format!("{address}/withdraw"), "invitation", invitation.id.0, "people-withdraw", &said),
        ])
    };
    let rows: Vec<Row> = at.invitations.iter().map(row).collect();
    // The identifiers of these fields differ from those of the form above, which gives roles too.
    let roles: Vec<Choice> = role_choices(t);
    let represents = Representative::ALL.iter().map(|whom| Choice::new(whom.word(), represents_word(t, *whom)));
    let represents = [Choice::new(NOBODY, t.get("people-represents-none"))].into_iter().chain(represents).collect();
    html! {
        h2 { (t.get("people-invite")) }
        p { (t.get("people-invite-lead")) }
        form method="post" action=(format!("{address}/invite")) class="stack narrow" {
            (field(t, &Field::new("invited-role", t.get("people-role"), Input::Select(roles))))
            (field(t, &Field::new("invited-represents", t.get("people-represents"), Input::Select(represents))))
            (field(t, &Field::new("email", t.get("people-invite-email"), Input::Line("email")).hint(t.get("people-invite-email-hint")).optional()))
            div class="actions" { (button(&t.get("people-invite-do"), Weight::Main, None)) }
        }
        @if !rows.is_empty() {
            (stacking_table("invitations", &t.get("people-invited"), &head, &rows))
            (take_out(t, &t.get("people-invited"), &format!("{address}/invitations"), ""))
        }
    }
}

/// An invitation to be made.
#[derive(Debug, Deserialize)]
pub struct Invited {
    #[serde(rename = "invited-role")]
    role: String,
    #[serde(rename = "invited-represents")]
    represents: Option<String>,
    #[serde(default)]
    email: String,
}

/// `POST /people/{branch}/invite`: the link is shown in the answer, and nowhere else.
pub async fn invite(
    State(app): State<App>,
    visitor: Visitor,
    Path(branch): Path<i64>,
    headers: HeaderMap,
    Form(invited): Form<Invited>,
) -> Result<Markup, Refusal> {
    let role = role(&invited.role)?;
    let represents = represented(invited.represents.as_deref().unwrap_or(NOBODY))?;
    let who = visitor.who.clone();
    let (at, key) = app
        .run(move |s| {
            let administers = s.administer(&who, BranchId(branch))?;
            let email = Some(invited.email.trim()).filter(|email| !email.is_empty());
            let key = administers.invite(role, represents, email)?;
            Ok((at(&administers)?, key))
        })
        .await?;
    let link = format!("{}/invited/{}", app.origin(&headers), key.reveal());
    Ok(branch_page(&app, &visitor, &at, &Said { link: Some(link), ..Said::default() }))
}

/// An invitation.
#[derive(Debug, Deserialize)]
pub struct Withdrawn {
    invitation: i64,
}

/// `POST /people/{branch}/withdraw`.
pub async fn withdraw(
    State(app): State<App>,
    visitor: Visitor,
    Path(branch): Path<i64>,
    Form(withdrawn): Form<Withdrawn>,
) -> Result<Response, Refusal> {
    let to = format!("/people/{branch}?withdrawn={}", withdrawn.invitation);
    after(app, visitor, branch, to, move |a| a.withdraw(InvitationId(withdrawn.invitation))).await
}
