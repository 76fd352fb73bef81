//! QD807: a change between editions without an adjustment record.

use std::collections::BTreeMap;

use crate::codelist::AdjustmentOperation;
use crate::diff::{Change, ChangeClass, Changes, Confidence, ItemChange, ItemKey};
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Catalog, Kind, Pointer, RecordRef, field};
use crate::print::excerpt;
use crate::rule::{Findings, Look, Need, OtherCatalog, Provision, Rule, Scope};
use crate::rules::grounds::{LICENSING_LIST_NOTICE, POWER_LIST_OPINION};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(807),
    name: "change-unrecorded",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("版次之间的变化没有调整记录", "a change between editions is not recorded"),
    unit: two("每个事项每种调整一项", "one an item and operation"),
    help: two(
        "补记这一调整：调整方式、前后事项、决定机关、决定文件和日期；并非调整的，恢复上一版次的内容",
        "record the adjustment: operation, items before and after, who decided, by which document and when; where nothing was adjusted, restore what the previous edition said",
    ),
    citations: &[
        Provision { document: POWER_LIST_OPINION, clause: "建立健全权力清单动态管理机制" },
        Provision { document: LICENSING_LIST_NOTICE, clause: "二" },
    ],
    needs: &[Need::Previous],
    reads: &[&[field!(adjustments: Adjustment, operation)]],
    looks: &[Look::Catalog(change_unrecorded)],
    page: include_str!("qd807.md"),
    ..Rule::BLANK
};

fn change_unrecorded(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let Some((changes, new)) = whole.changes().zip(whole.beside().held()) else { return };
    let previous = whole.beside().previous.map(OtherCatalog::catalog);
    for list in [Kind::LicensingItem, Kind::PowerItem, Kind::ServiceItem] {
        if !whole.facts.records.knows_all(list) {
            // What could not be read is not gone.
            findings.not_run_on(list.array(), NotRunReason::RecordsUnread);
        }
    }
    let records_services = [Some(new), previous].into_iter().flatten().any(records_services);
    for item in &changes.items {
        // Services come and go with their guides; they are adjusted where the office says that it records that.
        if item.kind == Kind::ServiceItem && !records_services {
            continue;
        }
        // Whether two items are one is for the office to say before their differences are.
        if item.confidence == Some(Confidence::Possible) || is_unread(whole, item) {
            continue;
        }
        for (operation, change) in unrecorded(item) {
            tell(whole, changes, item, operation, change, findings);
        }
    }
}

fn records_services(catalog: &Catalog) -> bool {
    catalog.adjustments.iter().any(|adjustment| adjustment.item_kind == Kind::ServiceItem)
}

/// Whether an item that seems to be gone is one that could not be read.
fn is_unread(whole: &Whole<'_>, item: &ItemChange) -> bool {
    item.new.is_empty()
        && (!whole.facts.records.knows_all(item.kind)
            || item.old.iter().any(|old| whole.has(item.kind, old.id.as_str())))
}

/// The changes of an item that are due to be recorded and are not, the first of each operation.
fn unrecorded(item: &ItemChange) -> BTreeMap<AdjustmentOperation, &Change> {
    let mut due = BTreeMap::new();
    for change in item.changes.iter().filter(|change| change.is_unrecorded()) {
        if let Some(operation) = change.class.operation() {
            due.entry(operation).or_insert(change);
        }
    }
    due
}

fn tell(
    whole: &Whole<'_>,
    changes: &Changes,
    item: &ItemChange,
    operation: AdjustmentOperation,
    change: &Change,
    findings: &mut Findings<'_>,
) {
    let class = change.class;
    let (names_zh, names_en) = names(item, class);
    let edition = changes.old.edition.as_ref().map_or(changes.old.title.as_str(), |edition| edition.label.as_str());
    let edition = excerpt(edition);
    let about = item.new.first().or(item.old.first()).map_or("", |item| item.id.as_str());
    let ordinal = item.new.first().and_then(|new| whole.facts.records.ordinal(item.kind, new.id.as_str()));
    let spot = match ordinal {
        Some(ordinal) => Spot::Record(ordinal, place(whole, item, change)),
        None => Spot::Header(Pointer::member("title")),
    };
    findings
        .at_spot(
            spot,
            format!("与上一版次（{edition}）相比，{}：{names_zh}，没有调整记录", class.title_zh()),
            format!("against the previous edition (`{edition}`): `{class}`, {names_en}; no adjustment records it"),
        )
        .of_catalog(format!("{operation} {} {about}", item.kind));
}

/// Where a change shows in the item of this edition.
fn place(whole: &Whole<'_>, item: &ItemChange, change: &Change) -> Pointer {
    let member = change.fields.first().and_then(|field| field.field.split('/').next());
    let record =
        item.new.first().zip(whole.beside().held()).and_then(|(new, held)| held.get(item.kind, new.id.as_str()));
    match member.zip(record) {
        Some((member, record)) if has_member(record, member) => Pointer::member(member),
        _ => Pointer::member("name"),
    }
}

/// Whether a record states a member; what is gone has no place.
fn has_member(record: RecordRef<'_>, member: &str) -> bool {
    let value = match record {
        RecordRef::LicensingItem(item) => serde_json::to_value(item),
        RecordRef::PowerItem(item) => serde_json::to_value(item),
        RecordRef::ServiceItem(item) => serde_json::to_value(item),
        _ => return false,
    };
    value.is_ok_and(|value| value.get(member).is_some())
}

/// The items of a change: `“甲”`, or `“甲”改为“乙”`.
fn names(item: &ItemChange, class: ChangeClass) -> (String, String) {
    let of = |items: &[ItemKey], open: &str, close: &str, between: &str| {
        let names: Vec<String> =
            items.iter().take(MOST_NAMED).map(|item| format!("{open}{}{close}", excerpt(item.name.as_str()))).collect();
        let more = if items.len() > MOST_NAMED { "…" } else { "" };
        format!("{}{more}", names.join(between))
    };
    let (zh, en) = (|items: &[ItemKey]| of(items, "“", "”", "、"), |items: &[ItemKey]| of(items, "`", "`", ", "));
    match class {
        ChangeClass::Renamed | ChangeClass::Merged | ChangeClass::Split => {
            (format!("{}改为{}", zh(&item.old), zh(&item.new)), format!("{} became {}", en(&item.old), en(&item.new)))
        }
        _ if item.new.is_empty() => (zh(&item.old), en(&item.old)),
        _ => (zh(&item.new), en(&item.new)),
    }
}

/// So many items of a merger are named.
const MOST_NAMED: usize = 3;
