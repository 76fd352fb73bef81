//! The fast way through a record that is clean: judged, built and its texts listed in one pass over its bytes.
//!
//! It accepts or gives up. At the first thing that is not clean it gives up and the walk begins anew, which says
//! everything that is wrong, with places. So all that must hold of it is one sentence, which tests hold against mutated
//! records: *what it accepts the walk finds clean, and serde gives an equal record.* Members that the model does not
//! know are noted on the way, as half of the real files have some. What lies in them, and in free objects, the walk
//! looks at.

#[cfg(any(test, fuzzing))]
pub(crate) mod agreement;
mod cursor;
mod escape;
mod value;

use std::ops::Range;

use cursor::{Fast, Unknown};
use value::{At, GaveUp};

use super::{Segment, Walk};
use crate::model::leaves::Leaves;
use crate::model::path::{PathStep, Trail};
use crate::model::{AnyRecord, Kind};
use crate::read::shape::TABLE;

/// Reads the record of this kind that stands here, and adds its texts to the list; gives it with their places there. None
/// where it is not clean: then nothing has changed, and the walk must look at it.
pub(in crate::read) fn record(
    walk: &mut Walk<'_>,
    kind: Kind,
    leaves: &mut Leaves,
) -> Option<(AnyRecord, Range<usize>)> {
    let (mark, texts) = (leaves.mark(), leaves.len());
    let (start, depth) = (walk.at, walk.depth);
    let (faults, room, segments) = (std::mem::take(&mut walk.faults), walk.room, walk.path.len());
    let guesses = std::mem::take(&mut walk.guesses);
    let bytes = walk.bytes;
    let mut fast = Fast {
        walk,
        leaves,
        guesses,
        guess_at: usize::MAX,
        bytes,
        at: start,
        start,
        depth,
        first_text: texts,
        objects: 0,
        unknown: Vec::new(),
        is_disordered: false,
    };
    let read = AnyRecord::read(kind, At::record(&mut fast, TABLE.record(kind)));
    let Fast { walk, leaves, guesses, at, unknown, is_disordered, .. } = fast;
    walk.guesses = guesses;
    walk.depth = depth;
    // What gives up within an unknown member or a free object leaves its traces.
    let has_faults = !walk.faults.is_empty();
    (walk.faults, walk.room) = (faults, room);
    walk.path.truncate(segments);
    match read {
        Ok(record) if !has_faults && !walk.is_heavy(start..at) => {
            walk.at = at;
            walk.enter_record();
            for member in unknown {
                note(walk, leaves.trail(), member);
            }
            walk.leave_record();
            leaves.set_disordered(is_disordered);
            Some((record, texts..leaves.len()))
        }
        Ok(_) | Err(GaveUp) => {
            leaves.go_back(mark);
            walk.at = start;
            None
        }
    }
}

/// Notes an unknown member, with the path at which it stands.
fn note<'t>(walk: &mut Walk<'t>, trail: &Trail, member: Unknown<'t>) {
    let segments = walk.path.len();
    trail.path(member.within).each_step(&mut |step| {
        walk.push(match step {
            PathStep::Field(name) => Segment::Field(name),
            PathStep::Index(index) => Segment::Index(index),
        });
    });
    walk.push(Segment::Key(member.key));
    walk.unknown(member.key, member.object.names());
    walk.path.truncate(segments);
}
