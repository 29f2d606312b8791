//! People and what each may do where: the tree, roles, invitations. For administrators, each within their branches.

pub mod erase;
mod invitations;
pub mod lists;
pub mod way_back;

use std::collections::BTreeMap;

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use fordel_app::service::{
    Administers, Branch, BranchId, BranchKind, Failed, GivenRoles, Invitation, Person, PersonId, Representative, Role,
    RoleHeld, Service, SignedIn, StoreFailure,
};
use fordel_text::Texts;
use maud::{Markup, html};
use serde::Deserialize;

use crate::answer::Refusal;
use crate::app::App;
use crate::enter::roles as role_choices;
use crate::front;
use crate::shell::{
    Choice, Field, Head, Input, Link, Notice, Row, Weight, button, empty_state, faults, field, notice, page,
    stacking_table, take_out, texts, told_done,
};
use crate::visitor::Visitor;

pub use invitations::{invite, withdraw};

/// Every branch that one administers, and everybody in the organisation.
struct Everybody {
    path: Vec<Branch>,
    branches: Vec<Branch>,
    /// Roles given on each branch.
    given: BTreeMap<BranchId, usize>,
    people: Vec<Person>,
    roles: BTreeMap<PersonId, GivenRoles>,
    /// Whether one administers the whole organisation.
    whole: bool,
}

impl Everybody {
    /// What somebody who administers a branch may see; a refusal to others.
    fn of(service: &Service, who: &SignedIn) -> Result<Everybody, Failed> {
        let branches = service.administered(who)?;
        let Some(first) = branches.first() else { return Err(Failed::NotAllowed) };
        let administers = service.administer(who, first.id)?;
        let mut given = BTreeMap::new();
        for branch in &branches {
            given.extend(service.administer(who, branch.id)?.roles_given()?);
        }
        Ok(Everybody {
            path: service.path(who.organisation)?,
            people: administers.people()?,
            roles: administers.roles_of_all()?,
            whole: first.kind == BranchKind::Organisation,
            given,
            branches,
        })
    }
}

/// What was done before a page was led to.
#[derive(Debug, Default, Deserialize)]
pub struct Done {
    /// The branch that was removed.
    removed: Option<String>,
    /// The person whose access was ended.
    ended: Option<String>,
    /// The person whose role here was taken.
    taken: Option<String>,
    /// An invitation that was withdrawn.
    withdrawn: Option<String>,
}

impl Done {
    /// What was done here, in a sentence.
    fn here(&self, t: &Texts, at: &At) -> Option<String> {
        if self.withdrawn.is_some() {
            return Some(t.get("people-withdrawn"));
        }
        let person = at.people.iter().find(|person| self.taken.as_ref() == Some(&person.id.to_string()))?;
        let is_taken = at.roles.iter().all(|held| held.person != person.id);
        is_taken.then(|| t.with("people-taken", &[("name", person.name.as_str().into())]))
    }
}

/// `GET /people`.
pub async fn show(State(app): State<App>, visitor: Visitor, Query(done): Query<Done>) -> Result<Markup, Refusal> {
    let who = visitor.who.clone();
    let gone = done.removed.as_ref().and_then(|id| id.parse().ok()).map(BranchId);
    let (all, removed) = app
        .run(move |s| {
            let all = Everybody::of(s, &who)?;
            let removed = match (gone, all.branches.first()) {
                (Some(gone), Some(first)) => s.administer(&who, first.id)?.removed(gone)?,
                _ => None,
            };
            Ok((all, removed))
        })
        .await?;
    let Everybody { path, branches, given, people, roles, whole } = all;
    let t = texts(visitor.lang);
    let ended = people.iter().find(|p| p.ended.is_some() && done.ended.as_ref() == Some(&p.id.to_string()));
    let ended = ended.map(|person| t.with("people-ended-now", &[("name", person.name.as_str().into())]));
    let removed = removed.map(|name| t.with("page-removed", &[("name", name.into())]));
    let title = t.get("people-title");
    let place = path.iter().map(|top| Link::new(top.name.clone(), "/")).collect();
    let frame = front::frame(&visitor, title.clone(), "/people".to_owned(), place);
    Ok(page(
        &frame,
        html! {
            h1 { (title) }
            @if let Some(said) = removed.or(ended) { (told_done(t, &said)) }
            p class="lead" { (t.get("people-lead")) }
            @if whole { p { a href="/people/sign-in" { (t.get("signin-title")) } } }
            (tree(t, &branches, &given))
            (take_out(t, &t.get("people-tree"), "/people/branches", ""))
            (everybody(&app, t, &people, &roles, whole.then_some(visitor.who.person)))
        },
    ))
}

fn kind(t: &Texts, branch: &Branch) -> String {
    t.get(&format!("people-kind-{}", branch.kind.word()))
}

fn tree(t: &Texts, branches: &[Branch], given: &BTreeMap<BranchId, usize>) -> Markup {
    let depth = |branch: &Branch| {
        let above = |b: &Branch| branches.iter().find(|other| Some(other.id) == b.parent);
        std::iter::successors(above(branch), |b| above(b)).count()
    };
    let row = |branch: &Branch| {
        Row::new(vec![
            html! { span class="depth" aria-hidden="true" { ("· ".repeat(depth(branch))) } a href=(format!("/people/{}", branch.id)) { (branch.name) } },
            html! { (kind(t, branch)) },
            html! { (given.get(&branch.id).copied().unwrap_or(0)) },
        ])
    };
    let head = [
        Head::text(t.get("people-branch")),
        Head::text(t.get("people-kind")),
        Head::number(t.get("people-roles-here")),
    ];
    let rows: Vec<Row> = branches.iter().map(row).collect();
    stacking_table("branches", &t.get("people-tree"), &head, &rows)
}

fn role_word(t: &Texts, role: Role) -> String {
    t.get(&format!("people-role-word-{}", role.word()))
}

/// For whom somebody speaks, as what they are called for it: `verneombud`.
pub fn represents_word(t: &Texts, represents: Representative) -> String {
    t.get(&format!("people-represents-{}", represents.word()))
}

/// A role, and for whom they speak who have it: `Leser (verneombud)`.
pub fn held_word(t: &Texts, role: Role, represents: Option<Representative>) -> String {
    let role = role_word(t, role);
    match represents {
        None => role,
        Some(whom) => {
            let args = [("role", role.into()), ("represents", represents_word(t, whom).into())];
            t.with("people-role-represents", &args)
        }
    }
}

/// Everybody, with their roles. Who administers the whole organisation (`me`) may end others.
fn everybody(
    app: &App,
    t: &Texts,
    people: &[Person],
    roles: &BTreeMap<PersonId, GivenRoles>,
    me: Option<PersonId>,
) -> Markup {
    let mut head: Vec<Head> =
        ["people-person", "people-email", "people-everywhere"].map(|key| Head::text(t.get(key))).into();
    if me.is_some() {
        head.push(Head::text(t.get("people-end")));
    }
    let row = |person: &Person| {
        let of = roles.get(&person.id).map(Vec::as_slice).unwrap_or_default();
        let mut cells = vec![
            html! { (person.name) @if let Some(at) = person.ended { " " span class="quiet" { "(" (t.with("people-ended", &[("when", app.moment(t.lang(), at).into())])) ")" } } },
            html! { (person.email) },
            html! { @for (branch, held) in of { div { (held_word(t, held.role, held.represents)) ", " a href=(format!("/people/{}", branch.id)) { (branch.name) } } } },
        ];
        if let Some(me) = me {
            cells.push(html! {
                @if person.id != me && person.ended.is_none() {
                    a href=(format!("/people/way-back/{}", person.id)) aria-label=(t.with("back-of", &[("name", person.name.as_str().into())])) { (t.get("back-open")) } " "
                    (small(t, "/people/end", "person", person.id.0, "people-end", &t.with("people-end-of", &[("name", person.name.as_str().into())])))
                }
            });
        }
        Row::new(cells)
    };
    let rows: Vec<Row> = people.iter().map(row).collect();
    html! {
        (stacking_table("people", &t.get("people-all"), &head, &rows))
        (take_out(t, &t.get("people-all"), "/people", ""))
        @if me.is_some() { p class="quiet" { (t.get("people-end-lead")) } }
    }
}

/// A form of one button, with a name of its own for those who hear it among many alike.
pub fn small(t: &Texts, action: &str, name: &str, value: i64, key: &str, said: &str) -> Markup {
    html! {
        form method="post" action=(action) {
            input type="hidden" name=(name) value=(value);
            (named_button(t, key, said))
        }
    }
}

/// A button among many alike, with a name of its own for those who hear it: `said` begins with the key's text.
fn named_button(t: &Texts, key: &str, said: &str) -> Markup {
    html! {
        button class="ds-button" type="submit" data-variant="tertiary" data-color="accent" aria-label=(said) { (t.get(key)) }
    }
}

/// What the page of a branch shows.
struct At {
    branch: Branch,
    above: Vec<Branch>,
    people: Vec<Person>,
    roles: Vec<RoleHeld>,
    invitations: Vec<Invitation>,
}

fn at(administers: &Administers) -> Result<At, Failed> {
    let mut invitations = administers.invitations()?;
    invitations.retain(|invitation| invitation.used_at.is_none());
    Ok(At {
        branch: administers.branch().clone(),
        above: administers.above()?,
        people: administers.people()?,
        roles: administers.roles()?,
        invitations,
    })
}

/// What went wrong with a form of the page, or what it made.
#[derive(Default)]
struct Said {
    wrong: Vec<(&'static str, &'static str)>,
    in_use: bool,
    link: Option<String>,
    /// What was done before the page was led to.
    done: Option<String>,
}

/// `GET /people/{branch}`.
pub async fn branch(
    State(app): State<App>,
    visitor: Visitor,
    Path(branch): Path<i64>,
    Query(done): Query<Done>,
) -> Result<Markup, Refusal> {
    let at = read(&app, &visitor, branch).await?;
    let said = Said { done: done.here(texts(visitor.lang), &at), ..Said::default() };
    Ok(branch_page(&app, &visitor, &at, &said))
}

async fn read(app: &App, visitor: &Visitor, branch: i64) -> Result<At, Refusal> {
    let who = visitor.who.clone();
    app.run(move |s| at(&s.administer(&who, BranchId(branch))?)).await
}

fn branch_page(app: &App, visitor: &Visitor, at: &At, said: &Said) -> Markup {
    let t = texts(visitor.lang);
    let address = format!("/people/{}", at.branch.id);
    let place = at.above.iter().chain([&at.branch]);
    let place = place.map(|b| Link::new(b.name.clone(), format!("/people/{}", b.id))).collect();
    let title = format!("{}: {}", t.get("people-title"), at.branch.name);
    let mut frame = front::frame(visitor, title, address.clone(), place);
    frame.wrong = !said.wrong.is_empty() || said.in_use;
    frame.scripts.push("copy.js");
    let fault = |name: &str| said.wrong.iter().find(|(field, _)| *field == name).map(|(_, key)| t.get(key));
    let name = Field::new("name", t.get("people-name"), Input::Line("text"));
    let name = name.value(at.branch.name.clone()).fault(fault("name"));
    let wrong_person = fault("person");
    page(
        &frame,
        html! {
            p { a href="/people" { (t.get("people-back")) } }
            h1 { (at.branch.name) }
            p class="quiet" { (kind(t, &at.branch)) }
            @if let Some(done) = &said.done { (told_done(t, done)) }
            (faults(t, std::slice::from_ref(&name)))
            @if said.in_use { (notice(t, Notice::Danger, html! { p { (t.get("people-not-empty")) } })) }
            @if let Some(wrong) = wrong_person { (notice(t, Notice::Danger, html! { p { (wrong) } })) }
            @if let Some(link) = &said.link { (shown_once(t, "people-link", "people-link-lead", link)) }
            (held(t, at, &address, visitor.who.person))
            @if !at.roles.is_empty() { (take_out(t, &t.get("people-with-role"), &format!("{address}/roles"), "")) }
            (give(t, at, &address))
            (invitations::invitations(app, t, at, &address))
            h2 { (t.get("people-rename")) }
            form method="post" action=(format!("{address}/rename")) class="stack narrow" {
                (field(t, &name))
                div class="actions" { (button(&t.get("people-rename"), Weight::Other, None)) }
            }
            @if at.branch.kind != BranchKind::Organisation {
                h2 { (t.with("people-remove", &[("name", at.branch.name.as_str().into())])) }
                p { (t.get("people-remove-hint")) }
                form method="post" action=(format!("{address}/remove")) {
                    div class="actions" { (button(&t.with("people-remove", &[("name", at.branch.name.as_str().into())]), Weight::Danger, None)) }
                }
                p { (t.get("erase-link-lead")) " " a href=(format!("{address}/erase")) { (t.get("erase-link")) } }
            }
        },
    )
}

/// A secret that is shown this once, ready to be copied.
pub fn shown_once(t: &Texts, label: &str, lead: &str, secret: &str) -> Markup {
    notice(
        t,
        Notice::Success,
        html! {
            div tabindex="-1" data-takes-focus {
                p { strong { (t.get(label)) } }
                p { code id="secret" class="secret" { (secret) } }
                p { (t.get(lead)) }
                p { button class="ds-button" type="button" data-copies="secret" data-copied=(t.get("people-copied")) data-variant="secondary" hidden { (t.get("people-copy")) } }
            }
        },
    )
}

fn held(t: &Texts, at: &At, address: &str, me: PersonId) -> Markup {
    if at.roles.is_empty() {
        return empty_state(&t.get("people-nobody"), &t.get("people-nobody-do"), html! {});
    }
    let person = |id: PersonId| at.people.iter().find(|person| person.id == id);
    let head = ["people-person", "people-email", "people-role", "people-represents", "people-take"]
        .map(|key| Head::text(t.get(key)));
    let row = |held: &RoleHeld| {
        let name = person(held.person).map_or("", |p| p.name.as_str());
        let own = held.person == me;
        let named = [("name", name.into())];
        Row::new(vec![
            html! { (name) @if own { " (" (t.get("people-you")) ")" } },
            html! { (person(held.person).map_or("", |p| p.email.as_str())) },
            html! {
                @if own { (role_word(t, held.role)) } @else {
                    form method="post" action=(format!("{address}/give")) class="row light" {
                        input type="hidden" name="person" value=(held.person);
                        select class="ds-input" name="role" aria-label=(t.with("people-role-of", &named)) {
                            @for role in Role::ALL { option value=(role.word()) selected[*role == held.role] { (role_word(t, *role)) } }
                        }
                        (named_button(t, "people-change", &t.with("people-change-role", &named)))
                    }
                }
            },
            html! {
                form method="post" action=(format!("{address}/represents")) class="row light" {
                    input type="hidden" name="person" value=(held.person);
                    select class="ds-input" name="represents" aria-label=(t.with("people-represents-of", &named)) {
                        option value=(NOBODY) selected[held.represents.is_none()] { (t.get("people-represents-none")) }
                        @for whom in Representative::ALL { option value=(whom.word()) selected[held.represents == Some(*whom)] { (represents_word(t, *whom)) } }
                    }
                    (named_button(t, "people-change", &t.with("people-change-represents", &named)))
                }
            },
            html! { @if !own { (small(t, &format!("{address}/take"), "person", held.person.0, "people-take", &t.with("people-take-of", &named))) } },
        ])
    };
    let rows: Vec<Row> = at.roles.iter().map(row).collect();
    stacking_table("roles", &t.get("people-with-role"), &head, &rows)
}

fn give(t: &Texts, at: &At, address: &str) -> Markup {
    let without = |person: &&Person| person.ended.is_none() && at.roles.iter().all(|held| held.person != person.id);
    let people = at.people.iter().filter(without);
    let people: Vec<Choice> =
        people.map(|p| Choice::new(p.id.to_string(), format!("{} ({})", p.name, p.email))).collect();
    html! {
        h2 { (t.get("people-give")) }
        @if people.is_empty() { p { (t.get("people-give-none")) } } @else {
            form method="post" action=(format!("{address}/give")) class="stack narrow" {
                (field(t, &Field::new("person", t.get("people-person"), Input::Select(people))))
                (field(t, &Field::new("role", t.get("people-role"), Input::Select(role_choices(t)))))
                div class="actions" { (button(&t.get("people-give-do"), Weight::Other, None)) }
            }
        }
    }
}

/// After a form: where it leads `to`, or the page with what is wrong.
async fn after(
    app: App,
    visitor: Visitor,
    branch: i64,
    to: String,
    act: impl FnOnce(&Administers) -> Result<(), Failed> + Send + 'static,
) -> Result<Response, Refusal> {
    let who = visitor.who.clone();
    let done = app
        .run(move |s| {
            let administers = s.administer(&who, BranchId(branch))?;
            Ok(act(&administers))
        })
        .await?;
    let said = match done {
        Ok(()) => return Ok(Redirect::to(&to).into_response()),
        Err(Failed::Store(StoreFailure::InUse)) => Said { in_use: true, ..Said::default() },
        Err(other) => Said { wrong: Refusal::from(other).fields()?, ..Said::default() },
    };
    let status = if said.in_use { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    let at = read(&app, &visitor, branch).await?;
    Ok((status, branch_page(&app, &visitor, &at, &said)).into_response())
}

/// Another name.
#[derive(Debug, Deserialize)]
pub struct Named {
    name: String,
}

/// `POST /people/{branch}/rename`.
pub async fn rename(
    State(app): State<App>,
    visitor: Visitor,
    Path(branch): Path<i64>,
    Form(named): Form<Named>,
) -> Result<Response, Refusal> {
    after(app, visitor, branch, format!("/people/{branch}"), move |a| a.rename(&named.name)).await
}

/// `POST /people/{branch}/remove`.
pub async fn remove(State(app): State<App>, visitor: Visitor, Path(branch): Path<i64>) -> Result<Response, Refusal> {
    after(app, visitor, branch, format!("/people?removed={branch}"), |a| a.remove()).await
}

/// A role for somebody.
#[derive(Debug, Deserialize)]
pub struct Given {
    person: i64,
    role: String,
}

/// `POST /people/{branch}/give`.
pub async fn give_role(
    State(app): State<App>,
    visitor: Visitor,
    Path(branch): Path<i64>,
    Form(given): Form<Given>,
) -> Result<Response, Refusal> {
    let role = role(&given.role)?;
    after(app, visitor, branch, format!("/people/{branch}"), move |a| a.give(PersonId(given.person), role)).await
}

fn role(word: &str) -> Result<Role, Refusal> {
    Role::from_word(word).ok_or_else(|| Failed::Invalid(vec![("role", "page-name-empty")]).into())
}

/// Somebody.
#[derive(Debug, Deserialize)]
pub struct Somebody {
    person: i64,
}

/// `POST /people/{branch}/take`.
pub async fn take_role(
    State(app): State<App>,
    visitor: Visitor,
    Path(branch): Path<i64>,
    Form(from): Form<Somebody>,
) -> Result<Response, Refusal> {
    let to = format!("/people/{branch}?taken={}", from.person);
    after(app, visitor, branch, to, move |a| a.take(PersonId(from.person))).await
}

/// What is sent where somebody speaks for nobody but themselves.
const NOBODY: &str = "none";

/// For whom somebody speaks.
#[derive(Debug, Deserialize)]
pub struct Represents {
    person: i64,
    represents: String,
}

/// `POST /people/{branch}/represents`.
pub async fn represents(
    State(app): State<App>,
    visitor: Visitor,
    Path(branch): Path<i64>,
    Form(said): Form<Represents>,
) -> Result<Response, Refusal> {
    let (represents, to) = (represented(&said.represents)?, format!("/people/{branch}"));
    after(app, visitor, branch, to, move |a| a.represents(PersonId(said.person), represents)).await
}

/// For whom somebody speaks, from what is sent.
fn represented(word: &str) -> Result<Option<Representative>, Refusal> {
    match Representative::from_word(word) {
        None if word != NOBODY => Err(Failed::Invalid(vec![("represents", "page-name-empty")]).into()),
        represents => Ok(represents),
    }
}

/// `POST /people/end`: somebody can't come in any more.
pub async fn end(State(app): State<App>, visitor: Visitor, Form(whom): Form<Somebody>) -> Result<Redirect, Refusal> {
    app.administer(&visitor, move |a| a.end(PersonId(whom.person))).await?;
    Ok(Redirect::to(&format!("/people?ended={}", whom.person)))
}
