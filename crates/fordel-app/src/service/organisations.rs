//! Another organisation on the same database, with the link by which its first administrator comes in.

use fordel_store::{Author, Moment, NewInvitation, Role, Store};

use super::Failed;
use super::accounts::INVITED;
use super::keys::Key;
use super::tree::named;

/// Days for which the link to a new organisation works.
pub const LINK_DAYS: i64 = INVITED / (24 * 60 * 60 * 1000);

/// Adds an organisation to a database that nobody serves; gives the key of the link for its first administrator.
///
/// # Errors
/// A name that can't be used or is taken; the database.
pub fn add_organisation(database: &std::path::Path, name: &str, now: Moment) -> Result<Key, Failed> {
    let name = named("name", name)?;
    let store = Store::open(database, now)?;
    if store.read(|r| r.organisations())?.iter().any(|other| other.is_called(name)) {
        return Err(Failed::Invalid(vec![("name", "organisation-there")]));
    }
    let key = Key::new()?;
    let by = Author { person: None, name: "organisation add".to_owned() };
    store.write(now, by, |w| {
        let organisation = w.add_organisation(name)?;
        let expires = Moment(now.0 + INVITED);
        let (role, token_hash) = (Role::Administrator, &key.hash());
        w.invite(NewInvitation { token_hash, branch: organisation, role, represents: None, email: None, expires })
    })?;
    Ok(key)
}
