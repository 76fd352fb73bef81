//! QD616: a bundle with an item that is not in force.

use crate::codelist::ItemStatus;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::AmongAll;
use crate::lang::two;
use crate::model::{Bundle, Date, Kind, Pointer, field};
use crate::rule::{Findings, KeptLook, Look, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(616),
    name: "bundle-item",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("一件事包含不再有效的事项", "a bundle with an item that is not in force"),
    unit: two("一件事中每个这样的事项一项", "one an item of a bundle"),
    help: two(
        "从一件事中删去该事项，或者换成现行的事项，并更新办理流程和材料",
        "take the item out of the bundle, or put in the one in force, and bring procedure and materials up to date",
    ),
    citations: &[Provision {
        document: "国务院关于加快推进政务服务标准化规范化便利化的指导意见（国发〔2022〕5号）",
        clause: "二（一）",
    }],
    reads: &[
        &[field!(bundles: Bundle, items), field!(service_items: ServiceItem, status)],
        &[field!(bundles: Bundle, items), field!(service_items: ServiceItem, period)],
    ],
    looks: &[Look::Kept(KeptLook::Bundle(|_, _| true, bundle_items))],
    page: include_str!("qd616.md"),
    ..Rule::BLANK
};

fn bundle_items(scope: &Scope<'_>, all: &AmongAll<'_>, bundle: &Bundle, findings: &mut Findings<'_>) {
    for (at, item) in bundle.items.iter().enumerate() {
        let ordinal = all.facts.records.ordinal(Kind::ServiceItem, item.service_item.id().as_str());
        let service = ordinal.and_then(|ordinal| all.facts.offered.service(ordinal));
        // What is not there is QD009's, and of what could not be read nobody knows.
        let Some(service) = service else { continue };
        let Some(outside) = Outside::of(service.status, service.from, service.until, scope.as_of()) else { continue };
        let (zh, en) = outside.words();
        let path = Pointer::element("items", at).below("service_item");
        let draft = findings.at(path, format!("一件事中的这一事项{zh}"), format!("the item of the bundle {en}"));
        draft.found(item.service_item.id().as_str());
        draft.related(Spot::Record(service.ordinal, outside.pointer()), "该政务服务事项", "the service item");
    }
}

/// Why a service is not offered on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outside {
    Cancelled,
    /// Its last day has passed.
    Ended(Date),
    /// Its first day is still to come.
    NotBegun(Date),
    Suspended,
}

impl Outside {
    fn of(status: Option<ItemStatus>, from: Option<Date>, until: Option<Date>, as_of: Option<Date>) -> Option<Self> {
        if status == Some(ItemStatus::Cancelled) {
            return Some(Self::Cancelled);
        }
        let ended = until.filter(|&last| as_of.is_some_and(|day| last < day)).map(Self::Ended);
        let not_begun = || from.filter(|&first| as_of.is_some_and(|day| first > day)).map(Self::NotBegun);
        let suspended = || (status == Some(ItemStatus::Suspended)).then_some(Self::Suspended);
        ended.or_else(not_begun).or_else(suspended)
    }

    fn words(self) -> (String, String) {
        match self {
            Self::Cancelled => ("已经取消".to_owned(), "was cancelled".to_owned()),
            Self::Ended(day) => (format!("有效期至{}，已过", day.in_chinese()), format!("was in force until {day}")),
            Self::NotBegun(day) => (format!("自{}起才生效", day.in_chinese()), format!("is not in force before {day}")),
            Self::Suspended => ("现已暂停办理".to_owned(), "is suspended".to_owned()),
        }
    }

    /// Where the service says so.
    fn pointer(self) -> Pointer {
        let below = |member: &str| {
            let mut path = Pointer::member("period");
            path.push(member);
            path
        };
        match self {
            Self::Cancelled | Self::Suspended => Pointer::member("status"),
            Self::Ended(_) => below("until"),
            Self::NotBegun(_) => below("from"),
        }
    }
}
