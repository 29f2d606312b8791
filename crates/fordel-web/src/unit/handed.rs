//! What people hand in by a form: files, or what they pasted; read only a few at a time.

use axum::extract::Multipart;
use axum::http::StatusCode;
use fordel_app::service::BranchId;
use tokio::sync::{Semaphore, SemaphorePermit};

use super::frame::Around;
use crate::answer::Refusal;
use crate::app::App;
use crate::visitor::Visitor;

/// What is read at the same time: each may fill its share of the memory and a core.
pub static READING: Semaphore = Semaphore::const_new(2);

/// A file: its name and its bytes, at least one.
pub type File = (String, Vec<u8>);

/// What was handed in.
#[derive(Default)]
pub struct Handed {
    /// The file.
    pub file: Option<File>,
    /// Whether a file was chosen that has nothing in it.
    pub is_empty: bool,
    /// What was pasted in its place.
    pub pasted: String,
    /// The table of who is who beside it.
    pub who: Option<File>,
}

impl Handed {
    /// The parts of a form, as far as they can be read.
    pub async fn of(mut form: Multipart) -> Handed {
        let mut handed = Handed::default();
        while let Ok(Some(part)) = form.next_field().await {
            let part_name = part.name().unwrap_or_default().to_owned();
            let name = part.file_name().unwrap_or_default().to_owned();
            let Ok(bytes) = part.bytes().await else { break };
            let file = || (!bytes.is_empty()).then(|| (name.clone(), bytes.to_vec()));
            match part_name.as_str() {
                "file" => (handed.file, handed.is_empty) = (file(), bytes.is_empty() && !name.is_empty()),
                "who" => handed.who = file(),
                "pasted" => handed.pasted = String::from_utf8_lossy(&bytes).into_owned(),
                _ => {}
            }
        }
        handed
    }
}

/// The file of a form that has one alone, and the turn to read it: it is held until the file is read.
///
/// # Errors
/// As much as may be is read already; no file, or an empty one. The answer's status, and the key of what is said.
pub async fn received(form: Multipart) -> Result<(File, SemaphorePermit<'static>), (StatusCode, &'static str)> {
    let turn = READING.try_acquire().map_err(|_| (StatusCode::SERVICE_UNAVAILABLE, "import-busy"))?;
    let handed = Handed::of(form).await;
    let none = if handed.is_empty { "import-empty" } else { "import-none" };
    Ok((handed.file.ok_or((StatusCode::UNPROCESSABLE_ENTITY, none))?, turn))
}

/// The unit's surroundings, for somebody who may change its sheets: whoever may not need not hand anything in.
///
/// # Errors
/// No such unit, or a weaker role.
pub async fn around(app: &App, visitor: &Visitor, unit: i64) -> Result<Around, Refusal> {
    let who = visitor.who.clone();
    app.run(move |s| Around::of(s, &*s.unit(&who, BranchId(unit))?.contribute()?)).await
}
