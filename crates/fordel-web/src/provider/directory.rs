//! What is known of providers: asked for when it is needed, kept for a day, and asked for anew when a statement names a key that isn't there.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::HeaderMap;

use super::metadata::{Metadata, Unfit, address_of};
use super::outgoing::{Outgoing, Unreachable};
use super::statement::Keys;

/// What is known is asked for anew after so long, milliseconds.
const KEPT: i64 = 24 * 3_600_000;
/// Keys are asked for no oftener than this, whatever statements name.
const KEYS_APART: i64 = 60_000;
/// After a failure nobody is asked for so long: a provider that is down is left alone, and nobody waits for it in vain.
const REST: i64 = 10_000;
/// Providers that are remembered.
const MOST: usize = 1_000;

/// Why one can't work with a provider now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Absent {
    /// It doesn't answer.
    Unreachable(Unreachable),
    /// What it says of itself won't do.
    Unfit(Unfit),
}

impl From<Unreachable> for Absent {
    fn from(why: Unreachable) -> Absent {
        Absent::Unreachable(why)
    }
}

impl From<Unfit> for Absent {
    fn from(why: Unfit) -> Absent {
        Absent::Unfit(why)
    }
}

/// A provider as it was found.
#[derive(Clone, Debug)]
pub struct Known {
    /// What it says of itself.
    pub metadata: Arc<Metadata>,
    /// Its keys.
    pub keys: Arc<Keys>,
}

/// What is remembered of a provider.
#[derive(Default)]
struct Memory {
    known: Option<(Known, i64)>,
    keys_at: i64,
    failed: Option<(Absent, i64)>,
}

/// Everything that is known of providers.
pub struct Directory {
    outgoing: Outgoing,
    memories: Mutex<BTreeMap<String, Arc<tokio::sync::Mutex<Memory>>>>,
}

impl Directory {
    /// Nothing yet. `inside`: whether providers in the network here may be asked.
    pub fn new(inside: bool) -> Directory {
        Directory { outgoing: Outgoing::new(inside), memories: Mutex::default() }
    }

    /// What asks.
    pub fn outgoing(&self) -> &Outgoing {
        &self.outgoing
    }

    /// A provider, as it is remembered or as it answers now.
    ///
    /// # Errors
    /// Why one can't work with it.
    pub async fn known(&self, issuer: &str, now: i64) -> Result<Known, Absent> {
        let memory = self.memory(issuer);
        // One asks, the others wait for what it learns.
        let mut memory = memory.lock().await;
        if let Some((known, at)) = &memory.known
            && (0..KEPT).contains(&(now - at))
        {
            return Ok(known.clone());
        }
        if let Some((why, at)) = &memory.failed
            && (0..REST).contains(&(now - at))
        {
            return Err(why.clone());
        }
        self.asked(issuer, now, &mut memory).await
    }

    /// A provider, as it answers now.
    ///
    /// # Errors
    /// Why one can't work with it.
    pub async fn anew(&self, issuer: &str, now: i64) -> Result<Known, Absent> {
        let memory = self.memory(issuer);
        let mut memory = memory.lock().await;
        self.asked(issuer, now, &mut memory).await
    }

    /// A provider with its keys asked for anew, for a statement that names one that wasn't there; the keys that are
    /// remembered, if they were asked for a moment ago.
    ///
    /// # Errors
    /// Why they can't be read.
    pub async fn with_new_keys(&self, issuer: &str, now: i64) -> Result<Known, Absent> {
        let memory = self.memory(issuer);
        let mut memory = memory.lock().await;
        let Some((known, at)) = memory.known.clone() else { return self.asked(issuer, now, &mut memory).await };
        if (0..KEYS_APART).contains(&(now - memory.keys_at)) {
            return Ok(known);
        }
        memory.keys_at = now;
        let keys = Arc::new(self.keys(&known.metadata).await?);
        let known = Known { keys, ..known };
        memory.known = Some((known.clone(), at));
        Ok(known)
    }

    async fn asked(&self, issuer: &str, now: i64, memory: &mut Memory) -> Result<Known, Absent> {
        let found = async {
            let reply = self.outgoing.get(&address_of(issuer), HeaderMap::new()).await?;
            let metadata = Metadata::read(reply.status, &reply.body, issuer)?;
            let keys = Arc::new(self.keys(&metadata).await?);
            Ok(Known { metadata: Arc::new(metadata), keys })
        };
        let found: Result<Known, Absent> = found.await;
        match &found {
            Ok(known) => *memory = Memory { known: Some((known.clone(), now)), keys_at: 0, failed: None },
            Err(why) => memory.failed = Some((why.clone(), now)),
        }
        found
    }

    async fn keys(&self, metadata: &Metadata) -> Result<Keys, Absent> {
        let reply = self.outgoing.get(&metadata.jwks_uri, HeaderMap::new()).await?;
        let keys = Some(reply).filter(|reply| reply.status == 200).and_then(|reply| Keys::read(&reply.body));
        keys.filter(|keys| keys.count() > 0).ok_or(Absent::Unfit(Unfit::NoKeys))
    }

    fn memory(&self, issuer: &str) -> Arc<tokio::sync::Mutex<Memory>> {
        let mut memories = self.memories.lock().unwrap_or_else(PoisonError::into_inner);
        if memories.len() >= MOST && !memories.contains_key(issuer) {
            memories.clear();
        }
        Arc::clone(memories.entry(issuer.to_owned()).or_default())
    }
}
