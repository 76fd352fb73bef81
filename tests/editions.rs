//! Two editions of a catalog: whether the adjustments recorded between them lead from one to the other, and which are missing.

use qingdan::codelist::{AdjustmentOperation, DelegationMode, ItemStatus, ItemType, Level};
use qingdan::diff::{Proposal, ProposalGap, UnmetCause, diff, propose};
use qingdan::model::{
    Adjustment, CatalogEdition, Citation, Date, Delegation, DelegationReturn, Header, ItemRef, Kind, LicensingItem,
    PowerItem, Record as _, Written,
};
use qingdan::{Catalog, Checker, Severity};

fn catalog(label: &str, day: &str) -> Catalog {
    let mut header = Header::new("杭锦旗权责清单".parse().unwrap(), "150625".parse().unwrap());
    let mut edition = CatalogEdition::new(label.parse().unwrap());
    edition.effective_on = Some(written(day));
    header.edition = Some(edition);
    Catalog::new(header)
}

fn written(day: &str) -> Written<Date> {
    day.parse::<Date>().unwrap().into()
}

fn old() -> Catalog {
    catalog("2025年版", "2025-01-01")
}

fn new() -> Catalog {
    let mut new = catalog("2026年版", "2026-01-01");
    new.header.edition.as_mut().unwrap().supersedes = Some("2025年版".parse().unwrap());
    new
}

fn power(id: &str, name: &str) -> PowerItem {
    let mut power = PowerItem::new(id.parse().unwrap(), name.parse().unwrap(), ItemType::Penalty);
    power.basis.push("《中华人民共和国城乡规划法》第六十四条".parse::<Citation>().unwrap());
    power.levels.push(Level::County);
    power
}

fn adjustment(id: &str, operation: AdjustmentOperation, from: &[&str], to: &[&str], day: &str) -> Adjustment {
    let mut adjustment = Adjustment::new(id.parse().unwrap(), Kind::PowerItem, operation);
    let items = |ids: &[&str]| ids.iter().map(|id| ItemRef::new(id.parse().unwrap())).collect();
    (adjustment.from, adjustment.to) = (items(from), items(to));
    adjustment.decision = Some("杭政发〔2025〕7号".parse().unwrap());
    adjustment.effective_on = Some(written(day));
    adjustment
}

/// A pair of editions, of powers by id, and what is said of the log.
fn unmet(before: &[&str], after: &[&str], log: Vec<Adjustment>) -> Vec<(String, UnmetCause, Vec<String>)> {
    let (mut one, mut other) = (old(), new());
    for (ids, catalog) in [(before, &mut one), (after, &mut other)] {
        for id in ids {
            catalog.power_items.insert(power(id, &format!("对{id}的处罚"))).unwrap();
        }
    }
    for adjustment in log {
        other.adjustments.insert(adjustment).unwrap();
    }
    told(&one, &other)
}

fn told(one: &Catalog, other: &Catalog) -> Vec<(String, UnmetCause, Vec<String>)> {
    let unmet = diff(one, other).unmet.into_iter();
    unmet.map(|of| (of.adjustment.to_string(), of.cause, of.items.iter().map(ToString::to_string).collect())).collect()
}

use AdjustmentOperation::{
    Add, Cancel, ChangeBasis, ChangeType, Devolve, Entrust, Merge, Rename, Split, TakeBack, TakeOver,
};

fn one(cause: UnmetCause, items: &[&str]) -> Vec<(String, UnmetCause, Vec<String>)> {
    vec![("x".to_owned(), cause, items.iter().map(|&id| id.to_owned()).collect())]
}

#[test]
fn what_is_recorded_and_not_there_is_told_with_the_cause() {
    let x = |operation, from: &[&str], to: &[&str]| vec![adjustment("x", operation, from, to, "2025-06-01")];
    assert_eq!(unmet(&["a"], &["a"], x(Add, &[], &["b"])), one(UnmetCause::NotThere, &["b"]));
    assert_eq!(unmet(&["a"], &["a"], x(Add, &[], &["a"])), one(UnmetCause::ThereBefore, &["a"]));
    assert_eq!(unmet(&["a"], &["a"], x(Cancel, &["a"], &[])), one(UnmetCause::StillInForce, &["a"]));
    assert_eq!(unmet(&["a"], &["a"], x(Cancel, &["b"], &[])), one(UnmetCause::NotBefore, &["b"]));
    assert_eq!(
        unmet(&["a", "b"], &["a", "b", "c"], x(Merge, &["a", "b"], &["c"])),
        one(UnmetCause::StillInForce, &["a", "b"])
    );
    assert_eq!(unmet(&["a"], &["b"], x(Split, &["a"], &["b", "c"])), one(UnmetCause::NotThere, &["c"]));
    for operation in [Rename, ChangeBasis, ChangeType, Devolve, Entrust, TakeBack] {
        assert_eq!(
            unmet(&["a"], &["a"], x(operation, &["a"], &["a"])),
            one(UnmetCause::Unchanged, &["a"]),
            "{operation}"
        );
    }
    // What came from above may have stood there as an own item before.
    assert_eq!(unmet(&["a"], &["a"], x(TakeOver, &[], &["a"])), []);
    // What went into a merger may go on as one of those that came of it.
    assert_eq!(unmet(&["a", "b"], &["a"], x(Merge, &["a", "b"], &["a"])), []);
    // A devolved item is no longer in the list.
    assert_eq!(unmet(&["a", "b"], &["a"], x(Devolve, &["b"], &[])), []);
}

#[test]
fn adjustments_are_replayed_in_the_order_of_their_days() {
    let added = adjustment("x", Add, &[], &["b"], "2025-03-01");
    let cancelled = adjustment("y", Cancel, &["b"], &[], "2025-09-01");
    // Added and cancelled within the year, whichever stands first in the log.
    assert_eq!(unmet(&["a"], &["a"], vec![added.clone(), cancelled.clone()]), []);
    assert_eq!(unmet(&["a"], &["a"], vec![cancelled.clone(), added.clone()]), []);
    // Cancelled first, it was not there to be cancelled, and was there to be added.
    let late = adjustment("x", Add, &[], &["b"], "2025-10-01");
    let told = unmet(&["a"], &["a", "b"], vec![late, cancelled]);
    assert_eq!(told, [("y".to_owned(), UnmetCause::NotBefore, vec!["b".to_owned()])]);
    // Renamed twice: by the last name the item stands there.
    let chain = vec![
        adjustment("x", Rename, &["a"], &["b"], "2025-03-01"),
        adjustment("y", Rename, &["b"], &["c"], "2025-09-01"),
    ];
    assert_eq!(unmet(&["a"], &["c"], chain), []);
}

#[test]
fn only_what_lies_between_the_two_editions_is_replayed() {
    let cancel = |day: &str| vec![adjustment("x", Cancel, &["a"], &[], day)];
    // The old edition of 2025-01-01, the new one of 2026-01-01: the day of the old one is its own, that of the new one new.
    assert_eq!(unmet(&["a"], &["a"], cancel("2025-01-01")), []);
    assert_eq!(unmet(&["a"], &["a"], cancel("2025-01-02")), one(UnmetCause::StillInForce, &["a"]));
    assert_eq!(unmet(&["a"], &["a"], cancel("2026-01-01")), one(UnmetCause::StillInForce, &["a"]));
    assert_eq!(unmet(&["a"], &["a"], cancel("2026-01-02")), []);
    // What the old edition records itself is in it.
    let (mut before, mut after) = (old(), new());
    for catalog in [&mut before, &mut after] {
        catalog.power_items.insert(power("a", "甲")).unwrap();
        catalog.adjustments.insert(adjustment("x", Cancel, &["a"], &[], "2025-06-01")).unwrap();
    }
    assert_eq!(told(&before, &after), []);
}

/// 2025-01-03, notice of a county's office: of the penalties delegated to its townships thirteen were taken back, ten of
/// housing and construction and three of health.
#[test]
fn thirteen_delegated_penalties_are_taken_back() {
    let (mut before, mut after) = (catalog("2024年版", "2024-01-01"), catalog("2025年版", "2025-03-01"));
    let ids: Vec<String> =
        (1..=10).map(|n| format!("construction-{n}")).chain((1..=3).map(|n| format!("health-{n}"))).collect();
    for (catalog, is_returned) in [(&mut before, false), (&mut after, true)] {
        for id in &ids {
            catalog.power_items.insert(power(id, &format!("对第{id}项行为的处罚"))).unwrap();
            let (power, from) = (id.parse().unwrap(), "department".parse().unwrap());
            let mut delegation =
                Delegation::new(format!("d-{id}").parse().unwrap(), power, from, DelegationMode::Transfer);
            delegation.to.push("town".parse().unwrap());
            if is_returned {
                let mut returned = DelegationReturn::new(written("2025-01-03"));
                returned.decision = Some("收回赋权事项的通知".parse().unwrap());
                delegation.ended_on = Some(written("2025-01-03"));
                delegation.returned = Some(returned);
            }
            catalog.delegations.insert(delegation).unwrap();
        }
    }
    let all: Vec<&str> = ids.iter().map(String::as_str).collect();
    after.adjustments.insert(adjustment("notice", TakeBack, &all, &[], "2025-01-03")).unwrap();
    assert_eq!(told(&before, &after), []);
    let changes = diff(&before, &after);
    assert_eq!(changes.counts.by_class.get(&qingdan::diff::ChangeClass::TakenBack), Some(&13));
    assert_eq!((changes.counts.unrecorded, changes.counts.kept), (0, 0));

    // The notice without its effect.
    let mut still = before.clone();
    still.header = after.header.clone();
    still.adjustments = after.adjustments.clone();
    assert_eq!(told(&before, &still), [("notice".to_owned(), UnmetCause::Unchanged, ids)]);
}

#[test]
fn what_is_proposed_records_every_change_and_makes_nothing_up() {
    let (mut before, mut after) = (old(), new());
    for (id, name) in [("a", "对甲的处罚"), ("b", "对乙的处罚"), ("c", "对丙的处罚")] {
        before.power_items.insert(power(id, name)).unwrap();
    }
    after.power_items.insert(power("a", "对甲行为的处罚")).unwrap();
    let mut cancelled = power("b", "对乙的处罚");
    cancelled.status = Some(ItemStatus::Cancelled);
    after.power_items.insert(cancelled).unwrap();
    after.power_items.insert(power("d", "对丁的处罚")).unwrap();
    after.licensing_items.insert(LicensingItem::new("e".parse().unwrap(), "取水许可".parse().unwrap())).unwrap();
    after.adjustments.insert(adjustment("proposed-1", Cancel, &["c"], &[], "2025-06-01")).unwrap();

    let proposed = propose(&before, &after);
    let shown: Vec<_> = proposed
        .iter()
        .map(|proposal| {
            let ids = |items: &[ItemRef]| items.iter().map(|item| item.id().to_string()).collect::<Vec<_>>().join(",");
            let of = &proposal.adjustment;
            format!("{} {} {} {}>{}", of.id(), of.item_kind, of.operation, ids(&of.from), ids(&of.to))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "proposed-2 licensing_item add >e",
            "proposed-3 power_item rename a>a",
            "proposed-4 power_item cancel b>",
            "proposed-5 power_item add >d",
        ]
    );
    for Proposal { adjustment, gaps, .. } in &proposed {
        assert!(adjustment.decision.is_none() && adjustment.decided_on.is_none() && adjustment.effective_on.is_none());
        assert!(
            [ProposalGap::Decision, ProposalGap::DecidedOn, ProposalGap::EffectiveOn]
                .iter()
                .all(|gap| gaps.contains(gap))
        );
    }
    for proposal in proposed {
        after.adjustments.insert(proposal.adjustment).unwrap();
    }
    let changes = diff(&before, &after);
    assert_eq!((changes.counts.unrecorded, changes.unmet.len()), (0, 0));
    assert_eq!(propose(&before, &after), []);
}

/// The rules say what the comparison says, of bytes as of a catalog in memory.
#[test]
fn the_rules_tell_what_the_comparison_shows() {
    let (mut before, mut after) = (old(), new());
    for (id, name) in [("a", "对甲的处罚"), ("b", "对乙的处罚")] {
        before.power_items.insert(power(id, name)).unwrap();
    }
    after.power_items.insert(power("a", "对甲行为的处罚")).unwrap();
    after.adjustments.insert(adjustment("x", ChangeBasis, &["a"], &["a"], "2025-06-01")).unwrap();
    let checker = Checker::new().select(["QD8".parse().unwrap()]).previous(&before);
    let mut document = Vec::new();
    after.write_json(&mut document).unwrap();
    let mut lines = Vec::new();
    after.write_ndjson(&mut lines).unwrap();
    for report in [checker.check(&after), checker.check_bytes("a", &document), checker.check_bytes("a", &lines)] {
        let found: Vec<_> = report
            .findings()
            .map(|finding| (finding.code.to_string(), finding.severity, finding.path.to_string()))
            .collect();
        let said = |code: &str, severity, path: &str| (code.to_owned(), severity, path.to_owned());
        assert_eq!(
            found,
            [
                said("QD807", Severity::Warning, "/header/title"),
                said("QD807", Severity::Warning, "/name"),
                said("QD809", Severity::Error, "/to/0"),
            ]
        );
    }
}
