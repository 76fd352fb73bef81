//! Restriction of liberty: which powers state it, by penalty, measure or name.
//!
//! What is a matter of liberty QD409 judges; QD406 and QD407 leave it out.

use crate::codelist::{CoercionKind, ItemType, PenaltyKind};
use crate::model::{Citation, Pointer, PowerItem};

/// A restriction of liberty that an item states.
pub(super) struct Liberty<'a> {
    pub(super) what: What,
    pub(super) at: Pointer,
    /// What it rests on itself, beside the basis of the item.
    pub(super) own: &'a [Citation],
}

/// Which restriction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Detention,
    Restriction,
    Isolation,
    Restraint,
}

impl What {
    pub(super) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Detention => ("拘留", "detention"),
            Self::Restriction => ("限制人身自由", "restriction of liberty"),
            Self::Isolation => ("强制隔离", "forced isolation"),
            Self::Restraint => ("约束", "restraint"),
        }
    }
}

/// What an item states of liberty; the printed provisions are not searched.
pub(super) fn stated(item: &PowerItem) -> Vec<Liberty<'_>> {
    let at = |list: &str, index: usize, member: &str| Pointer::element(list, index).below(member);
    let penalties = item.penalties.iter().enumerate().filter(|(_, part)| part.kind == PenaltyKind::Detention);
    let penalties = penalties.map(|(index, part)| Liberty {
        what: What::Detention,
        at: at("penalties", index, "kind"),
        own: &part.basis,
    });
    let measures = item.coercion.iter().enumerate();
    let measures = measures.filter(|(_, part)| part.measure == CoercionKind::RestrictionOfLiberty);
    let measures = measures.map(|(index, part)| Liberty {
        what: What::Restriction,
        at: at("coercion", index, "measure"),
        own: &part.basis,
    });
    let mut stated: Vec<Liberty<'_>> = penalties.chain(measures).collect();
    if stated.is_empty()
        && let Some(what) = named(item)
    {
        stated.push(Liberty { what, at: Pointer::member("name"), own: &[] });
    }
    stated
}

/// Whether the name of an item tells a restriction of liberty.
pub(super) fn is_named(item: &PowerItem) -> bool {
    named(item).is_some()
}

fn named(item: &PowerItem) -> Option<What> {
    let name = item.name.as_str();
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    // A place of detention and the people in it are not the power to detain.
    let detains = || {
        name.contains("拘留")
            && !says(&["拘留所", "被拘留", "拘留人", "解除拘留", "暂缓", "拘留证", "非法拘留", "拘留期间"])
    };
    match item.power_type {
        // What is punished may restrict liberty too: 对非法限制他人人身自由的处罚.
        ItemType::Penalty => detains().then_some(What::Detention),
        ItemType::CoerciveMeasure | ItemType::CoerciveExecution | ItemType::Coercion => {
            if detains() {
                Some(What::Detention)
            } else if says(&["限制人身自由", "限制公民人身自由"]) {
                Some(What::Restriction)
            } else if name.contains("强制隔离") && !says(THINGS) {
                Some(What::Isolation)
            } else if name.contains("约束") && says(PERSONS) {
                Some(What::Restraint)
            } else {
                None
            }
        }
        _ => None,
    }
}

/// What is isolated, where it is no person (动物防疫法).
const THINGS: &[&str] =
    &["动物", "畜", "禽", "犬", "植物", "货物", "物品", "车辆", "船舶", "设备", "设施", "场所", "集装箱", "种苗"];

/// Who is restrained (治安管理处罚法, 精神卫生法, 禁毒法); 信用约束 and the like restrain nobody's liberty.
const PERSONS: &[&str] = &["醉", "酒醒", "精神", "吸毒", "保护性", "人身", "嫌疑人", "行为人"];
