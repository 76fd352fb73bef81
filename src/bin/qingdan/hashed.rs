//! An input with the hash of what is read of it, which is worked out on a thread of its own beside the judging.

use std::io::{self, Read, Seek, SeekFrom};
use std::mem;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};

use sha2::{Digest as _, Sha256};

/// What can be read from any place.
pub(crate) trait Source: Read + Seek {}

impl<T: Read + Seek> Source for T {}

/// How many bytes are hashed before a thread is worth its while.
const FEW: u64 = 1 << 20;
/// How many blocks may wait to be hashed: no more is held than that, and the judging waits for the hash instead.
const WAITING: usize = 4;

/// An input that keeps the hash of what was read of it from its beginning on: the very bytes that were judged.
pub(crate) struct Hashed {
    from: Box<dyn Source>,
    at: u64,
    known: u64,
    hasher: Hasher,
}

/// Where blocks are hashed, in the order in which they were read.
enum Hasher {
    Here(Sha256),
    Beside { blocks: SyncSender<Vec<u8>>, thread: JoinHandle<Sha256> },
}

impl Hasher {
    /// The same on a thread of its own, where there can be one.
    fn beside(hasher: Sha256) -> Self {
        let (blocks, coming) = sync_channel(WAITING);
        let copy = hasher.clone();
        match Builder::new().name("hash".to_owned()).spawn(move || all(copy, &coming)) {
            Ok(thread) => Self::Beside { blocks, thread },
            Err(_) => Self::Here(hasher),
        }
    }

    fn add(&mut self, block: &[u8]) -> io::Result<()> {
        match self {
            Self::Here(hasher) => hasher.update(block),
            Self::Beside { blocks, .. } => blocks.send(block.to_vec()).map_err(|_| lost())?,
        }
        Ok(())
    }

    /// What was hashed, once all is.
    fn finish(self) -> io::Result<Sha256> {
        match self {
            Self::Here(hasher) => Ok(hasher),
            Self::Beside { blocks, thread } => {
                drop(blocks);
                thread.join().map_err(|_| lost())
            }
        }
    }
}

/// Hashes all blocks that come.
fn all(mut hasher: Sha256, coming: &Receiver<Vec<u8>>) -> Sha256 {
    for block in coming {
        hasher.update(block);
    }
    hasher
}

fn lost() -> io::Error {
    io::Error::other("the thread that hashes is gone")
}

impl Hashed {
    pub(crate) fn new(from: Box<dyn Source>) -> Self {
        Self { from, at: 0, known: 0, hasher: Hasher::Here(Sha256::new()) }
    }

    /// The SHA-256 of an input of so many bytes, if all of them were read.
    pub(crate) fn sha256(&mut self, bytes: u64) -> io::Result<Option<String>> {
        if self.known != bytes {
            return Ok(None);
        }
        let hasher = mem::replace(&mut self.hasher, Hasher::Here(Sha256::new())).finish()?;
        let hash = format!("{:x}", hasher.clone().finalize());
        self.hasher = Hasher::Here(hasher);
        Ok(Some(hash))
    }
}

impl Read for Hashed {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.from.read(to)?;
        let bytes = to.get(..read).unwrap_or_default();
        // What is read again is known.
        let known = self.known.checked_sub(self.at).and_then(|known| usize::try_from(known).ok());
        if let Some(new) = known.and_then(|known| bytes.get(known..)).filter(|new| !new.is_empty()) {
            if self.known >= FEW
                && let Hasher::Here(hasher) = &self.hasher
            {
                self.hasher = Hasher::beside(hasher.clone());
            }
            self.hasher.add(new)?;
            self.known = self.known.saturating_add(u64::try_from(new.len()).unwrap_or_default());
        }
        self.at = self.at.saturating_add(u64::try_from(read).unwrap_or_default());
        Ok(read)
    }
}

impl Seek for Hashed {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = self.from.seek(to)?;
        Ok(self.at)
    }
}
