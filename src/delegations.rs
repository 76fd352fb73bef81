//! 赋权沿革: delegated powers over time — who holds a power, who exercises it, and since when, township by township.
//!
//! A [`DelegationPair`] is one power and one body that receives it (事项 × 苏木乡镇). All delegations of that power to
//! that body, one after the other, are its [handovers](DelegationPair::handovers), and make one line of
//! [stretches](DelegationPair::stretches): the department until a day, the township from that day on, the department
//! again after the return. [Notes](DelegationPair::notes) tell the periods in which nobody exercises the power (空档),
//! in which two do so (重复行使), and those of which it is not known.
//!
//! # Days
//! A period begins on a day and ends *before* another (`from`, `before`). On the day on which a delegation takes effect
//! the township exercises; on the day on which it ends or is returned it no longer does, and whoever follows may begin on
//! that same day. The last day of a mandate (委托终止日期) is the last on which it holds.
//!
//! # What is not stated
//! Not known is never no. Where a day is not stated, cannot be read, or contradicts another, the state is `unknown` and so
//! is who exercises; a township is said not to have claimed only where others are listed that did; where the source does
//! not hold a field (`header.not_held`) nothing is concluded from its absence.
//!
//! # Source
//! 行政处罚法 §24: a province may decide that townships exercise powers of penalty of county departments; the decision is
//! published and evaluated periodically. §20, 行政许可法 §24: who is entrusted acts in the name of the organ that
//! entrusts, which keeps the power; so entrusting (委托) and dispatching (派驻) are never double exercise.
//!
//! ```
//! use qingdan::delegations::{DelegationState, Delegations, Exercise, NoteKind};
//! let catalog = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
//!   "organizations": [
//!     {"id": "transport", "name": "杭锦旗交通运输局", "kind": "department"},
//!     {"id": "xini", "name": "锡尼镇人民政府", "kind": "township_government"}],
//!   "power_items": [{"id": "stall", "name": "对在公路上摆摊设点的处罚", "item_level": "main", "power_type": "penalty"}],
//!   "delegations": [{"id": "a", "power_item": "stall", "from": "transport", "to": ["xini"], "mode": "transfer",
//!     "effective_on": "2024-06-01", "ended_on": "2025-10-01", "returned": {"on": "2025-11-01"}}]}"#;
//! let catalog = qingdan::read(catalog.as_bytes(), qingdan::Limits::default()).catalog.ok_or("no header")?;
//!
//! let delegations = Delegations::of(&catalog, Some("2026-11-23".parse()?));
//! let pair = delegations.pairs.first().ok_or("no pair")?;
//! assert_eq!(pair.state, DelegationState::Returned);
//! // The department, the township, for a month nobody, the department.
//! let line: Vec<Exercise> = pair.stretches.iter().map(|stretch| stretch.exercise).collect();
//! assert_eq!(line, [Exercise::Origin, Exercise::Receiver, Exercise::Nobody, Exercise::Origin]);
//! let gap = pair.notes.first().ok_or("no note")?;
//! assert_eq!(gap.kind, NoteKind::Gap);
//! assert_eq!((gap.from, gap.before), (Some("2025-10-01".parse()?), Some("2025-11-01".parse()?)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::{BTreeMap, HashMap};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{Catalog, Date, Delegation, FieldPath, Id, Record as _};

mod bodies;
mod counts;
mod handover;
mod line;
mod list;
mod pair;
mod span;

pub use bodies::Party;
pub use counts::DelegationCounts;
pub use handover::{Handover, HandoverDecision};
pub use line::{DelegationNote, ExerciseStretch};
pub use list::{DelegationState, Exercise, NoteCause, NoteKind};
pub use pair::DelegationPair;

use bodies::Bodies;
use span::Span;

/// The version of the shape of [`Delegations`]; its schema is `schemas/v1/delegations.schema.json`.
pub const DELEGATIONS_VERSION: &str = "1.0";

/// 赋权沿革: the delegated powers of a catalog, item by item and township by township, with who exercises them when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Delegations {
    /// 赋权沿革格式版本: the version of this shape.
    pub delegations_version: String,
    /// 标题: the title of the catalog.
    pub title: String,
    /// 行政区划代码: its division, as written.
    pub division: String,
    /// 截至日期: the day of which the states are; without one every state is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// 承接地: the townships by which the pairs are listed, in the order of the catalog.
    pub townships: Vec<Party>,
    /// 汇总: how many pairs there are, and how they stand.
    pub counts: DelegationCounts,
    /// 事项与承接主体: the pairs, by items in the order in which they are first delegated, then by bodies in the order of
    /// the catalog.
    pub pairs: Vec<DelegationPair>,
    /// 未写明承接主体: delegations of which it is not known to whom.
    pub without_receiver: Vec<Id>,
    /// 未再列出: the delegation at which the table ends, where it would be out of all proportion to the catalog.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cut_at: Option<Id>,
    /// 未采集字段: fields of delegations that the source does not hold.
    pub not_held: Vec<String>,
}

/// The delegations of one pair: when each begins and in which order it stands, its handover and its phases.
type OfPair<'a> = Vec<(Option<Date>, Handover, Span<'a>)>;

impl Delegations {
    /// The delegations of a catalog, with states as of a day.
    ///
    /// States are of that day; what was claimed, published and evaluated is told as it is recorded.
    #[must_use]
    pub fn of(catalog: &Catalog, as_of: Option<Date>) -> Self {
        Self::within(MOST_BYTES, catalog, as_of)
    }

    fn within(bytes: usize, catalog: &Catalog, as_of: Option<Date>) -> Self {
        let mut room = bytes;
        let mut cut_at = None;
        let bodies = Bodies::of(catalog);
        let header = &catalog.header;
        let mut items: HashMap<&Id, usize> = HashMap::new();
        let mut by_pair: BTreeMap<(usize, usize, &Id), (&Id, OfPair<'_>)> = BTreeMap::new();
        let mut without_receiver = Vec::new();
        'all: for delegation in &catalog.delegations {
            let receivers = bodies.receivers_of(delegation);
            if receivers.is_empty() {
                without_receiver.push(delegation.id().clone());
            }
            let next = items.len();
            let item = *items.entry(delegation.power_item.id()).or_insert(next);
            let facts = span::Facts::of(delegation, above(catalog, delegation), header);
            for (place, receiver, is_listed) in receivers {
                if room == 0 {
                    cut_at = Some(delegation.id().clone());
                    break 'all;
                }
                let claim = handover::claim_of(delegation, receiver);
                let span = Span::new(delegation, &facts, claim, is_listed);
                let handover = Handover::of(catalog, &bodies, delegation, claim, is_listed, span.state(as_of));
                room = room.saturating_sub(handover.bytes(&bodies.party(receiver)));
                let of_pair = by_pair.entry((item, place, receiver));
                let (_, of_pair) = of_pair.or_insert_with(|| (delegation.power_item.id(), Vec::new()));
                of_pair.push((facts.starts(), handover, span));
            }
        }
        let pairs: Vec<DelegationPair> = by_pair
            .into_iter()
            .map(|((_, _, receiver), (item, mut of_pair))| {
                // Those of which it is not known when they begin come last; equal ones stay in the order of the catalog.
                of_pair.sort_by_key(|(starts, ..)| (starts.is_none(), *starts));
                let (handovers, spans): (Vec<Handover>, Vec<Span<'_>>) =
                    of_pair.into_iter().map(|(_, handover, span)| (handover, span)).unzip();
                let (stretches, notes) = line::of(&spans, receiver, &bodies);
                DelegationPair::new(catalog.power_items.get(item.as_str()), item, &bodies, receiver, handovers)
                    .over_time(stretches, notes)
            })
            .collect();
        let listed: BTreeMap<(usize, &Id), &Party> = pairs
            .iter()
            .map(DelegationPair::listed_under)
            .map(|body| ((bodies.place_of(&body.id), &body.id), body))
            .collect();
        Self {
            delegations_version: DELEGATIONS_VERSION.to_owned(),
            title: header.title.to_string(),
            division: header.division.text().to_owned(),
            as_of,
            townships: listed.into_values().cloned().collect(),
            counts: DelegationCounts::of(&pairs, header),
            pairs,
            without_receiver,
            cut_at,
            not_held: header
                .not_held
                .iter()
                .filter(|path| is_of_delegations(path))
                .map(|path| path.as_str().to_owned())
                .collect(),
        }
    }

    /// The pairs whose notes are of a kind.
    pub fn noted(&self, kind: NoteKind) -> impl Iterator<Item = &DelegationPair> {
        self.pairs.iter().filter(move |pair| pair.has(kind))
    }
}

/// How large a table may grow, some 150,000 pairs: a few delegations to all of many townships are many pairs.
const MOST_BYTES: usize = 200_000_000;

/// How far up the delegations are followed that one rests on; a circle of parents ends here too.
const MOST_ABOVE: usize = 8;

/// The delegations on which one rests, the nearest first.
fn above<'a>(catalog: &'a Catalog, delegation: &'a Delegation) -> impl Iterator<Item = &'a Delegation> {
    let above = |one: &&'a Delegation| catalog.delegations.get(one.parent.as_ref()?.id().as_str());
    std::iter::successors(Some(delegation), above).skip(1).take(MOST_ABOVE)
}

/// Whether a path is one of the list of delegations.
fn is_of_delegations(path: &FieldPath) -> bool {
    path.as_str().split('.').next() == Some("delegations")
}

#[cfg(test)]
mod tests {
    use super::Delegations;

    #[test]
    fn a_table_out_of_all_proportion_is_cut_and_says_where() {
        let townships: Vec<String> = (0..10)
            .map(|number| format!(r#"{{"id": "t{number}", "name": "镇", "kind": "township_government"}}"#))
            .collect();
        let delegation = |id: &str| {
            format!(r#"{{"id": "{id}", "power_item": "p", "from": "x", "to_all_townships": true, "mode": "transfer"}}"#)
        };
        let text = format!(
            r#"{{"header": {{"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}},
            "organizations": [{}], "delegations": [{}, {}]}}"#,
            townships.join(", "),
            delegation("a"),
            delegation("b")
        );
        let catalog = crate::read(text.as_bytes(), crate::Limits::default()).catalog.unwrap();
        let all = Delegations::of(&catalog, None);
        assert_eq!((all.pairs.len(), all.pairs.iter().map(|pair| pair.handovers.len()).sum::<usize>()), (10, 20));
        assert_eq!(all.cut_at, None);
        let cut = Delegations::within(12_000, &catalog, None);
        assert_eq!(cut.cut_at.as_ref().map(crate::model::Id::as_str), Some("b"));
        assert!(cut.pairs.iter().map(|pair| pair.handovers.len()).sum::<usize>() < 20);
    }
}
