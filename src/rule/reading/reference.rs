//! Repeated ids and dangling references, found in the index.

use crate::finding::NotRunReason;
use crate::lang::Message;
use crate::model::{Kind, Pointer};
use crate::rule::Index;
use crate::rule::{Findings, Scope, Spot};
use crate::schema::titles;

pub(super) fn repeated_ids(_: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    for repeated in index.repeated() {
        let Some(id) = index.record(repeated.second).and_then(|facts| facts.id) else {
            continue;
        };
        let path = Pointer::member("id");
        findings
            .at_spot(
                Spot::Record(repeated.second, path.clone()),
                format!("编号“{id}”重复：同类的另一条记录已使用"),
                format!("another record of this kind has the id `{id}` already"),
            )
            .found(id)
            .naming(|id, record, first| {
                Message::new(
                    format!("编号“{id}”重复：“{first}”“{record}”两条使用同一编号"),
                    format!("the records `{first}` and `{record}` have one id, `{id}`"),
                )
            })
            .related(Spot::Record(repeated.first, path), "先使用它的记录", "the record that has it first");
    }
}

pub(super) fn dangling_references(_: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    // Where a record was lost with its id, no reference to its kind can be called dangling.
    for kind in Kind::ALL.iter().filter(|&&kind| !index.knows_all(kind)) {
        findings.not_run_on(kind.array(), NotRunReason::RecordsUnread);
    }
    for reference in index.dangling() {
        if !index.knows_all(reference.kind) || is_ended_item(index, reference.from, &reference.path) {
            continue;
        }
        let (kind, id) = (reference.kind, &reference.id);
        let from = index.record(reference.from).map_or("", |facts| facts.kind.tag());
        let field = titles::field(&Pointer::member(from).join(&reference.path)).unwrap_or_default();
        findings
            .at_spot(
                Spot::Record(reference.from, reference.path.clone()),
                format!("{field}填了“{id}”，目录中没有这一编号的{}", kind.title_zh()),
                format!("no {kind} has the id `{id}`"),
            )
            .found(id.as_str())
            .expected(format!("{}的编号（{}）", kind.title_zh(), kind.array()), format!("an id of `{}`", kind.array()));
    }
}

/// What an adjustment took away may be gone: only the previous edition could tell.
fn is_ended_item(index: &Index, from: u32, path: &Pointer) -> bool {
    index.record(from).is_some_and(|facts| facts.kind == Kind::Adjustment) && path.as_str().starts_with("/from/")
}
