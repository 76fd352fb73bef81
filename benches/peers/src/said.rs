//! What the library says of some bytes.

use std::collections::BTreeMap;

use qingdan::model::Kind;
use qingdan::{Checker, Lang, Limits};

/// How many records of each kind there are.
pub(crate) type Counts = BTreeMap<Kind, usize>;

/// No record of any kind.
pub(crate) fn nothing() -> Counts {
    Kind::ALL.iter().map(|&kind| (kind, 0)).collect()
}

pub(crate) fn limits() -> Limits {
    Limits::default().with_max_bytes(u64::MAX)
}

/// A checker of all rules, as of a day to which the law is known.
pub(crate) fn checker() -> Checker {
    Checker::new().as_of("2026-11-23".parse().unwrap()).limits(limits())
}

/// The records that [`qingdan::read`] reads.
pub(crate) fn records(bytes: &[u8]) -> Counts {
    let catalog = qingdan::read(bytes, limits()).catalog.unwrap();
    Kind::ALL.iter().map(|&kind| (kind, catalog.len_of(kind))).collect()
}

/// What a check finds, in an order that no writing changes. Fingerprints are left out: where an object stands in the
/// place of another value, they hold its members in their order.
pub(crate) fn findings(bytes: &[u8]) -> Vec<String> {
    let report = checker().check_bytes("", bytes);
    let said = report.findings().map(|finding| {
        let record = finding.record.as_ref().map(|record| (record.kind, record.id.clone()));
        format!("{} {record:?} {} {}", finding.code, finding.path, finding.message(Lang::En))
    });
    let mut said: Vec<String> = said.collect();
    said.sort_unstable();
    said
}
