//! Judging passages on several threads: they are read and put together in their order by one, and looked at by all.
//!
//! What is found in a passage hangs on nothing that stands in another, so it may be looked at before its turn has come.
//! Facts are added and findings counted in the order of the input, so the report is the same for any number of threads.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::looker::{Looker, Seen};
use crate::model::Spelling;
use crate::place::Passage;
use crate::read::{Limits, Progress, Reader};

/// A passage of whole lines on its way: read, looked at, put together. It is used again for a later one.
#[derive(Debug, Default)]
pub(super) struct Work {
    pub(super) bytes: Vec<u8>,
    /// How many bytes and lines stand before it.
    pub(super) byte: usize,
    pub(super) lines: usize,
    /// Whether nothing follows.
    pub(super) is_last: bool,
    pub(super) seen: Seen,
    /// How far reading has come; none where the passage is no UTF-8.
    pub(super) progress: Option<Progress>,
    /// The number of the thread that looks at it: what a thread allocates it frees itself, or it would wait for others.
    owner: usize,
}

/// What waits to be looked at, and what waits for its turn.
#[derive(Debug, Default)]
struct Board {
    /// For each thread, by its number.
    waiting: Vec<VecDeque<(u64, Work)>>,
    looked_at: BTreeMap<u64, Work>,
    /// Whether nothing more comes.
    is_closed: bool,
    /// Whether somebody broke down who looked at a passage, such as a rule of somebody's own.
    is_broken: bool,
}

#[derive(Debug, Default)]
struct Shared {
    board: Mutex<Board>,
    /// Something waits, or nothing more comes.
    comes: Condvar,
    /// Something was looked at.
    goes: Condvar,
}

impl Shared {
    fn board(&self) -> MutexGuard<'_, Board> {
        self.board.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells the others, should whoever looks at a passage break down.
struct Looking<'s> {
    shared: &'s Shared,
    is_done: bool,
}

impl Drop for Looking<'_> {
    fn drop(&mut self) {
        if !self.is_done {
            self.shared.board().is_broken = true;
            self.shared.goes.notify_all();
        }
    }
}

/// Lets the others go when this thread is done, or broke down itself.
struct Closing<'s>(&'s Shared);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        self.0.board().is_closed = true;
        self.0.comes.notify_all();
    }
}

/// Who looks at passages, and how they are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sight<'s, 'a> {
    pub(super) looker: &'s Looker<'a>,
    pub(super) limits: Limits,
}

impl Sight<'_, '_> {
    fn look(self, work: &mut Work) {
        let Work { bytes, byte, lines, is_last, seen, progress, .. } = work;
        seen.forget_pieces();
        let Some((text, before)) = simdutf8::basic::from_utf8(bytes).ok().zip(progress.take()) else { return };
        let passage = Passage::line_after(*byte, *lines, text);
        let mut reader = Reader::new(&passage, *is_last, Spelling::Ndjson, self.limits, before);
        while self.looker.look(&mut reader, &passage, seen) {}
        *progress = Some(reader.into_progress());
    }
}

/// Who reads passages, and puts them together.
pub(super) trait InOrder {
    /// Reads the next passage into `work`; says whether there is one.
    ///
    /// # Errors
    /// What reading reports.
    fn read(&mut self, work: &mut Work) -> io::Result<bool>;

    /// Puts together what was seen in the next passage; says whether to go on.
    fn take(&mut self, work: &mut Work) -> bool;
}

/// The most threads that are started: more than any machine has use for, and each holds passages.
const MOST: usize = 256;

/// Judges the passages on so many threads, of which this is one; on fewer where the system gives no more, as no report
/// hangs on their number.
///
/// # Errors
/// What reading reports.
pub(super) fn judge(threads: usize, sight: Sight<'_, '_>, in_order: &mut impl InOrder) -> io::Result<()> {
    let shared = Shared::default();
    thread::scope(|scope| {
        // Those that were started go home however this ends.
        let _closing = Closing(&shared);
        let wanted = threads.min(MOST);
        shared.board().waiting.resize_with(wanted, VecDeque::new);
        let start = |number: &usize| {
            let (number, shared) = (*number, &shared);
            thread::Builder::new().spawn_scoped(scope, move || look_at_what_comes(number, sight, shared)).is_ok()
        };
        let others = (1..wanted).take_while(start).count();
        in_turn(others.saturating_add(1), sight, in_order, &shared)
    })
}

fn look_at_what_comes(thread: usize, sight: Sight<'_, '_>, shared: &Shared) {
    let mut board = shared.board();
    loop {
        if let Some((number, mut work)) = board.waiting.get_mut(thread).and_then(VecDeque::pop_front) {
            drop(board);
            let mut looking = Looking { shared, is_done: false };
            sight.look(&mut work);
            looking.is_done = true;
            board = shared.board();
            board.looked_at.insert(number, work);
            shared.goes.notify_all();
        } else if board.is_closed {
            return;
        } else {
            board = shared.comes.wait(board).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// How many passages wait for each thread, so that none waits for the next.
const AHEAD: usize = 3;

fn in_turn(threads: usize, sight: Sight<'_, '_>, in_order: &mut impl InOrder, shared: &Shared) -> io::Result<()> {
    // This thread looks at a passage itself where all others have enough.
    let mut own = Some(Work::default());
    let others = (1..threads).flat_map(|owner| (0..AHEAD).map(move |_| Work { owner, ..Work::default() }));
    let mut free: VecDeque<Work> = others.collect();
    let (mut read, mut taken, mut more) = (0_u64, 0_u64, true);
    while more || taken < read {
        let mut board = shared.board();
        if board.is_broken {
            // The end of the scope tells what happened.
            return Ok(());
        }
        if let Some(mut work) = board.looked_at.remove(&taken) {
            drop(board);
            taken = taken.saturating_add(1);
            if !in_order.take(&mut work) {
                return Ok(());
            }
            if work.owner == 0 {
                own = Some(work);
            } else {
                free.push_back(work);
            }
        } else if let Some(mut work) = more.then(|| free.pop_front().or_else(|| own.take())).flatten() {
            drop(board);
            more = in_order.read(&mut work)?;
            if !more {
                continue;
            }
            let owner = work.owner;
            if owner == 0 {
                sight.look(&mut work);
                shared.board().looked_at.insert(read, work);
            } else {
                if let Some(waiting) = shared.board().waiting.get_mut(owner) {
                    waiting.push_back((read, work));
                }
                shared.comes.notify_all();
            }
            read = read.saturating_add(1);
        } else {
            drop(shared.goes.wait(board).unwrap_or_else(PoisonError::into_inner));
        }
    }
    Ok(())
}
