//! QD801: an item that the superior list does not have, and that nothing of city or province sets.

use std::collections::HashSet;

use super::superior_list::Row;
use crate::codelist::ItemType;
use crate::conformance::{Conformance, ConformanceClass, ConformanceItem, NotToldCause};
use crate::facts::names::NameKey;
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Id, Item, Kind, Pointer, field};
use crate::print::in_title_marks;
use crate::rule::{Findings, Look, Need, Provision, Rule, Scope};
use crate::rules::grounds::LICENSING_LIST_NOTICE;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(801),
    name: "outside-superior",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("上级清单之外的事项没有依据", "an item outside the superior list without a basis of its own"),
    unit: two("每个事项一项；主项与子项都在清单之外的，只报主项", "one an item; a main item stands for its parts"),
    help: two(
        "与上级清单核对：属于上级清单事项的，填写其编号或者改用其名称；由本省、本市地方性法规或者省级政府规章设定的，写明依据；都不是的，停止实施并从清单中删去",
        "look the item up in the superior list: where it stands there, write its id or its name; where a local regulation or provincial rule sets it, cite that; otherwise give it up and take it out",
    ),
    citations: &[
        Provision { document: "优化营商环境条例", clause: "第四十条第一款" },
        Provision { document: LICENSING_LIST_NOTICE, clause: "三" },
        Provision { document: "中华人民共和国行政许可法", clause: "第十四条至第十七条" },
    ],
    needs: &[Need::Superior],
    reads: &[
        &[field!(licensing_items: LicensingItem, set_by)],
        &[field!(power_items: PowerItem, basis)],
        &[field!(service_items: ServiceItem, basis)],
    ],
    looks: &[Look::Catalog(outside_superior)],
    page: include_str!("qd801.md"),
    ..Rule::BLANK
};

fn outside_superior(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let Some(conformance) = whole.conformance() else { return };
    let mut is_any_told = false;
    for item in &conformance.items {
        is_any_told |= item.class != ConformanceClass::NotTold;
        if let Some((on, reason)) = gap(item) {
            findings.not_run_on(on, reason);
        }
    }
    if !is_any_told && !conformance.items.is_empty() {
        findings.saw_nothing();
    }
    let lists = lists(conformance);
    let outside: Vec<Row<'_>> =
        Row::all(whole).filter(|row| row.item.class == ConformanceClass::NotAuthorised).collect();
    let ids: HashSet<(Kind, &Id)> = outside.iter().map(|row| (row.item.kind, &row.item.id)).collect();
    // The same item stands in several lists, and is mended once.
    let mut names: HashSet<(NameKey, ItemType)> = HashSet::new();
    for row in outside {
        let item = row.item;
        let is_told = !names.insert((NameKey::bare(item.name.as_str()), item.item_type));
        if is_told || parent(whole, item).is_some_and(|parent| ids.contains(&(item.kind, parent))) {
            continue;
        }
        let is_license = item.item_type == ItemType::Licensing;
        let (basis_zh, basis_en) = if is_license {
            ("地方性法规或者省级政府规章", "local regulation or provincial rule")
        } else {
            ("地方性法规或者地方政府规章", "local regulation or rule of a local government")
        };
        let (so_zh, so_en) = if is_license {
            (
                "；清单之外不得违法实施行政许可（《优化营商环境条例》第四十条）",
                "; outside of the lists no license may be carried out unlawfully (优化营商环境条例 §40)",
            )
        } else {
            ("", "")
        };
        let draft = row
            .finding(
                findings,
                Pointer::member("name"),
                format!("上级清单{lists}没有这一{}事项，也没有写明设定它的{basis_zh}{so_zh}", item.item_type.title_zh()),
                format!("the superior list, {lists}, does not have this item (`{}`), and no {basis_en} is cited that sets it{so_en}", item.item_type),
            )
            .found(item.name.as_str())
            .expected(
                format!("上级清单中的事项，或者设定该事项的{basis_zh}"),
                format!("an item of the superior list, or the {basis_en} that sets it"),
            );
        if !is_license {
            draft.severity(Severity::Warning);
        }
    }
}

/// Of what it cannot be told, and why. That public services are no powers is no gap; a name that is only near is told
/// by QD802.
fn gap(item: &ConformanceItem) -> Option<(String, NotRunReason)> {
    let list = item.kind.array();
    let basis = if item.kind == Kind::LicensingItem { "set_by" } else { "basis" };
    match item.cause? {
        NotToldCause::ListIncomplete => Some((list.to_owned(), NotRunReason::ListIncomplete)),
        NotToldCause::RankUnknown => Some((format!("{list}.{basis}"), NotRunReason::InstrumentNotHeld)),
        NotToldCause::BasisNotHeld => Some((format!("{list}.{basis}"), NotRunReason::NotHeld)),
        _ => None,
    }
}

/// The titles of the superior lists.
fn lists(conformance: &Conformance) -> String {
    let titles = conformance.superiors.iter().map(|list| in_title_marks(list.title.as_str()));
    titles.collect::<Vec<_>>().join("、")
}

/// The item of which one is a part.
fn parent<'w>(whole: &'w Whole<'_>, item: &ConformanceItem) -> Option<&'w Id> {
    let record = whole.beside().held()?.get(item.kind, item.id.as_str())?;
    Item::of(record)?.parent()
}
