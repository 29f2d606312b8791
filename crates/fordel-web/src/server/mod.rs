//! The server: connections within limits, and what every request and every answer passes on its way.

mod accept;
mod body;
mod clock;
mod closing;
pub(crate) mod headers;
mod limits;
mod origin;
mod site;
mod stream;
mod typed;
mod unreadable;
mod waiting;
pub(crate) mod watch;
mod wrong;

pub use accept::serve;
pub use body::upload;
pub use clock::{Clock, Now};
pub use closing::Closing;
pub use limits::Limits;
pub use site::{Site, site};
pub use watch::{Seen, Watch};
pub use wrong::{Incident, Report, anothers, failed, noted, unusable};
