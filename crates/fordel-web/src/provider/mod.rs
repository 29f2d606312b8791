//! Signing in with an organisation's own accounts, by OpenID Connect: the provider as an administrator sets it up, the way there and back,
//! and what must be right before anybody is believed ([why so](../../../../docs/decisions/sign-in-by-openid-connect.md)).

mod asking;
#[cfg(test)]
#[path = "../../../fordel-core/tests/damage/mod.rs"]
mod damage;
#[cfg(test)]
mod damaged;
mod directory;
mod enter;
mod metadata;
mod outgoing;
mod own_key;
mod settings;
mod statement;
mod trial;

pub use directory::Directory;
pub use enter::{answer, begin, beside_password, by_invitation, keys, left, offered, out};
pub use settings::{change_key, remove, send_linked, set, show, try_out, unlink};
