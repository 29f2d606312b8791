//! The site map: every address, and what answers it.

use axum::Router;
use axum::middleware::from_fn;
use axum::routing::{get, post};

use crate::api;
use crate::app::App;
use crate::people::{erase, way_back};
use crate::server::upload;
use crate::unit::{board, certainty, changes, objections, staffing, why};
use crate::unit::{decide, edits, events, mapping, proposals};
use crate::unit::{documents, findings, overview, rhythm, training};
use crate::unit::{history, import, library, workshop};
use crate::unit::{now, priorities};
use crate::{enter, front, me, people, provider};

/// All routes of the site.
pub fn routes(app: App) -> Router {
    Router::new()
        .route("/healthz", get(|| async { "ok" }))
        // Coming in.
        .route("/enter", get(enter::show).post(enter::enter))
        .route("/enter/oidc/{entrance}", get(provider::begin))
        .route("/enter/oidc/{entrance}/answer", get(provider::answer))
        .route("/enter/oidc/{entrance}/left", get(provider::left))
        .route("/enter/oidc/{entrance}/out", get(provider::out))
        .route("/leave", post(enter::leave))
        .route("/start/{key}", get(enter::start).post(enter::found))
        .route("/invited/{key}", get(enter::invited).post(enter::accept))
        .route("/example/{key}", get(enter::example))
        // The organisation.
        .route("/", get(front::show))
        .route("/example", post(front::example))
        .route("/branches", post(front::add_branch))
        .route("/people", get(people::show))
        .route("/people/end", post(people::end))
        .route("/people/way-back/{person}", get(way_back::show).post(way_back::make))
        .route("/way-back/{key}", get(way_back::choose).post(way_back::chosen))
        .route("/people/sign-in", get(provider::show).post(provider::set))
        .route("/people/sign-in/try", post(provider::try_out))
        .route("/people/sign-in/remove", post(provider::remove))
        .route("/people/sign-in/unlink", post(provider::unlink))
        .route("/people/{branch}", get(people::branch))
        .route("/people/{branch}/rename", post(people::rename))
        .route("/people/{branch}/remove", post(people::remove))
        .route("/people/{branch}/erase", get(erase::show).post(erase::erase))
        .route("/people/{branch}/give", post(people::give_role))
        .route("/people/{branch}/take", post(people::take_role))
        .route("/people/{branch}/invite", post(people::invite))
        .route("/people/{branch}/withdraw", post(people::withdraw))
        // Oneself.
        .route("/me", get(me::show))
        .route("/me/about", post(me::set_about))
        .route("/me/password", post(me::set_password))
        .route("/me/codes", post(me::set_codes))
        .route("/me/codes/start", post(me::start_codes))
        .route("/me/codes/stop", post(me::stop_codes))
        .route("/me/sessions/end", post(me::end_session))
        .route("/me/tokens", post(me::add_token))
        .route("/me/tokens/end", post(me::end_token))
        // A unit.
        .route("/u/{unit}", get(overview::show))
        .route("/u/{unit}/mapping", get(mapping::show))
        .route("/u/{unit}/edits", post(edits::edit))
        .route("/u/{unit}/undo", post(edits::undo))
        .route("/u/{unit}/redo", post(edits::redo))
        .route("/u/{unit}/complaints", get(edits::complaints))
        .route("/u/{unit}/here", post(edits::here))
        .route("/u/{unit}/events", get(events::events))
        .route("/u/{unit}/workshop", get(workshop::show).post(workshop::answer))
        .route("/u/{unit}/library", get(library::show).post(library::add))
        .route("/u/{unit}/import", get(import::show).post(import::hand_in).layer(from_fn(upload)))
        .route("/u/{unit}/import/{key}", get(import::preview).post(import::confirm))
        .route("/u/{unit}/ward.xlsx", get(import::workbook))
        .route("/template.xlsx", get(import::empty))
        .route("/u/{unit}/history", get(history::show).post(history::bring_back))
        .route("/u/{unit}/proposals", get(proposals::list).post(proposals::ask))
        .route("/u/{unit}/p/{number}", get(proposals::one))
        .route("/u/{unit}/p/{number}/progress", get(proposals::progress))
        .route("/u/{unit}/p/{number}/cancel", post(proposals::cancel))
        .route("/u/{unit}/p/{number}/copy", post(proposals::copy))
        .route("/u/{unit}/p/{number}/differences", get(decide::against))
        .route("/u/{unit}/p/{number}/decide", get(decide::show).post(decide::decide))
        .route("/u/{unit}/p/{number}/rhythm", get(rhythm::show))
        .route("/u/{unit}/p/{number}/rhythm/names", get(rhythm::names))
        .route("/u/{unit}/p/{number}/training", get(training::show))
        .route("/u/{unit}/p/{number}/findings", get(findings::show))
        .route("/u/{unit}/p/{number}/certainty", get(certainty::show).post(certainty::simulate))
        // What can be taken out of a proposal.
        .route("/u/{unit}/p/{number}/plan.json", get(documents::send))
        .route("/u/{unit}/p/{number}/plan.xlsx", get(documents::send))
        .route("/u/{unit}/p/{number}/report.html", get(documents::send))
        .route("/u/{unit}/p/{number}/report.pdf", get(documents::send))
        .route("/u/{unit}/p/{number}/staffing.csv", get(documents::send))
        .route("/u/{unit}/p/{number}/staffing.xlsx", get(documents::send))
        .route("/u/{unit}/p/{number}/training.csv", get(documents::send))
        .route("/u/{unit}/p/{number}/training.xlsx", get(documents::send))
        .route("/u/{unit}/p/{number}/competence.csv", get(documents::send))
        .route("/u/{unit}/p/{number}/competence.xlsx", get(documents::send))
        .route("/u/{unit}/p/{number}/rhythm.csv", get(documents::send))
        .route("/u/{unit}/p/{number}/rhythm.xlsx", get(documents::send))
        .route("/u/{unit}/p/{number}/moved.csv", get(documents::send))
        .route("/u/{unit}/p/{number}/moved.xlsx", get(documents::send))
        .route("/u/{unit}/p/{number}/demand.csv", get(documents::send))
        .route("/u/{unit}/p/{number}/demand.json", get(documents::send))
        .route("/u/{unit}/p/{number}/board", get(board::show))
        .route("/u/{unit}/p/{number}/changes", get(changes::now).post(changes::change))
        .route("/u/{unit}/p/{number}/move", post(changes::move_card))
        .route("/u/{unit}/p/{number}/pin", post(changes::pin))
        .route("/u/{unit}/p/{number}/why/{row}", get(why::show).post(why::ask))
        .route("/u/{unit}/p/{number}/staffing", get(staffing::show))
        .route("/u/{unit}/p/{number}/heads", post(staffing::heads))
        .route("/u/{unit}/p/{number}/heads/{shift}/{day}", get(staffing::why::show).post(staffing::why::ask))
        .route("/u/{unit}/p/{number}/cell/{group}/{day}/{interval}", get(staffing::cure::cell))
        .route("/u/{unit}/p/{number}/presence/{rule}/{day}", get(staffing::cure::presence))
        .route("/u/{unit}/p/{number}/today", get(staffing::cure::today))
        .route("/u/{unit}/objections", post(objections::object))
        .route("/u/{unit}/objections/{id}/answer", post(objections::answer))
        .route("/u/{unit}/decisions/{version}", get(decide::decision))
        // The day when people are missing.
        .route("/u/{unit}/now", get(now::show))
        .route("/u/{unit}/now/cards.pdf", get(now::cards::send))
        .route("/u/{unit}/now/cards.html", get(now::cards::send))
        .route("/u/{unit}/now/rules", get(now::rules::show).post(now::rules::set))
        .route("/u/{unit}/now/log", get(now::log::show).post(now::log::log))
        .route("/u/{unit}/now/log/{shortage}", get(now::log::one).post(now::log::correct))
        .route("/u/{unit}/now/log.csv", get(now::log::send))
        .route("/u/{unit}/now/log.xlsx", get(now::log::send))
        .route("/u/{unit}/now/statistics", get(now::statistics::show))
        .route("/u/{unit}/now/statistics.csv", get(now::statistics::send))
        .route("/u/{unit}/now/statistics.xlsx", get(now::statistics::send))
        .route("/u/{unit}/priorities", get(priorities::show).post(priorities::set))
        // For other programs.
        .merge(api::routes())
        .with_state(app)
}
