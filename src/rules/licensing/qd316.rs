//! QD316: a license in all but name.

use super::rests_on::reach_with_related;
use crate::codelist::ItemType;
use crate::facts::item_codes::ItemCodeAt;
use crate::facts::items::ItemList;
use crate::facts::licensed::CodeKey;
use crate::facts::names::NameKey;
use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::judged::basis::Reach;
use crate::lang::two;
use crate::law::rank::is_law_or_regulation;
use crate::model::{Item, Kind, Pointer, PowerItem, Ref, Step, field};
use crate::rule::{AmongAll, Findings, Look, Period, Provision, Rule, Scope};
use crate::rules::cited_ranks::names_law_or_regulation;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(316),
    name: "disguised-licensing",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("以备案、登记、认定等名义变相设定许可", "a license in all but name"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "备案只收存材料，删去不予备案等否定决定；确需许可的，由法律、法规设定并列入许可清单",
        "a filing takes papers in and refuses nothing; a license is set by law or regulation, and listed",
    ),
    citations: &[Provision { document: "优化营商环境条例", clause: "第三十九条、第四十条" }],
    period: Some(Period::since("2020-01-01")),
    reads: &[
        &[
            field!(power_items: PowerItem, responsibilities.content),
            field!(power_items: PowerItem, basis),
            field!(licensing_items: LicensingItem, name),
        ],
        &[
            field!(service_items: ServiceItem, procedure.content),
            field!(service_items: ServiceItem, basis),
            field!(licensing_items: LicensingItem, name),
        ],
    ],
    looks: &[Look::Catalog(list_incomplete), Look::KeptItem(refuses, disguised_licensing)],
    page: include_str!("qd316.md"),
    ..Rule::BLANK
};

/// The names under which 优化营商环境条例 §39 forbids to set licenses in disguise.
const NAMES: [&str; 9] = ["备案", "登记", "注册", "年检", "年报", "监制", "认定", "认证", "审定"];

/// What is refused when the matter itself is.
const REFUSED: [&str; 19] = [
    "备案", "登记", "注册", "年检", "年报", "监制", "通过", "认定", "认证", "审定", "办理", "批准", "许可", "审批",
    "核准", "同意", "确认", "核发", "决定",
];

/// Words that tell that what is not accepted are the papers, which are handed in again.
const OF_PAPERS: [&str; 5] = ["补正", "材料不", "不齐", "不全", "法定形式"];

/// What is turned down when it is not the matter: a suit or a request for review.
const OF_REVIEW: [&str; 3] = ["复议", "起诉", "诉讼"];

/// What papers are given back for when the matter goes on.
const AGAIN: [&str; 12] = ["补正", "补充", "补齐", "完善", "修改", "更正", "整改", "重新", "原件", "金", "费", "款"];

fn may_be_disguised(item_type: ItemType) -> bool {
    matches!(item_type, ItemType::OtherPower | ItemType::Filing | ItemType::PublicService)
}

/// The steps of the procedure, and the member that holds them.
fn steps(item: Item<'_>) -> (&[Step], &'static str) {
    match item {
        Item::Power(power) => (&power.responsibilities, "responsibilities"),
        _ => (item.procedure(), "procedure"),
    }
}

/// The first step that states a decision to refuse.
fn refusal(item: Item<'_>) -> Option<usize> {
    steps(item).0.iter().position(|step| states_refusal(step.content.as_str()))
}

/// Whether a text states a decision to refuse the matter: 不予备案, 作出不予登记的决定, 驳回申请, 退回.
fn states_refusal(text: &str) -> bool {
    let states = |word: &str, refuses: fn(&str) -> bool| {
        text.match_indices(word).any(|(at, word)| {
            let (before, after) = text.split_at(at);
            let near: String = after.chars().skip(word.chars().count()).take(6).collect();
            !is_forbidden(before) && refuses(&near)
        })
    };
    states("不批准", |_| true)
        || states("不准予", |_| true)
        || states("不予", |near| !near.starts_with("受理") && REFUSED.iter().any(|word| near.contains(word)))
        || (states("不予受理", |_| true) && !OF_PAPERS.iter().any(|word| text.contains(word)))
        || states("驳回", |near| !OF_REVIEW.iter().any(|word| near.contains(word)))
        || states("退回", |near| !AGAIN.iter().any(|word| near.contains(word)))
}

/// Whether the words before forbid what follows: 不得以任何理由退回.
fn is_forbidden(before: &str) -> bool {
    let sentence = before.rsplit(['，', '。', '；', ';', ',']).next().unwrap_or_default();
    ["不得", "不能", "禁止", "严禁"].iter().any(|word| sentence.contains(word))
}

fn refuses(scope: &Scope<'_>, item: Item<'_>) -> bool {
    is_complete(scope)
        && item.in_force()
        && may_be_disguised(item.item_type())
        && NAMES.iter().any(|name| item.name().as_str().contains(name))
        && !names_law_or_regulation(item.basis())
        && refusal(item).is_some()
}

fn is_complete(scope: &Scope<'_>) -> bool {
    scope.header.is_some_and(|header| header.covers.contains(&Kind::LicensingItem))
}

/// Without the whole list of licenses nobody knows that an item is none of them.
fn list_incomplete(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let lists = [Kind::PowerItem, Kind::ServiceItem].into_iter().filter_map(|kind| whole.facts.items.list(kind));
    let has_any = lists.flat_map(ItemList::all).any(|item| item.in_force && may_be_disguised(item.item_type));
    if has_any && !is_complete(scope) {
        findings.not_run_on(Kind::LicensingItem.array(), NotRunReason::ListIncomplete);
    }
}

fn disguised_licensing(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let Some(step) = refusal(item).filter(|_| !is_listed(all, item)) else { return };
    let (basis_zh, basis_en) = match reach_with_related(all, item, &all.basis(item.basis()), is_law_or_regulation) {
        Reach::NoneCited => ("没有写明依据", "it cites no basis"),
        Reach::Below => ("依据中没有法律、法规", "no law or regulation is among its bases"),
        Reach::Suffices | Reach::Unknown => return,
    };
    let path = Pointer::element(steps(item).1, step).below("content");
    let of_type = item.item_type();
    findings
        .at(
            path,
            format!("类型为{}，而程序中写有不予准许的决定，{basis_zh}，许可事项清单中也没有；《优化营商环境条例》第三十九条：不得以备案、登记、认定等方式变相设定行政许可", of_type.title_zh()),
            format!("an item of type `{of_type}` states a decision to refuse, {basis_en}, and the licensing list does not have it; 优化营商环境条例 §39 forbids licenses in disguise"),
        )
        .found(steps(item).0.get(step).map_or("", |step| step.content.as_str()))
        .related_below(Pointer::member("name"), "事项名称", "the name of the item");
}

/// Whether the licensing list has the item, or another record answers for it.
fn is_listed(all: &AmongAll<'_>, item: Item<'_>) -> bool {
    let names_other = match item {
        Item::Power(power) => power.licensing_item.is_some(),
        Item::Service(service) => {
            let is_other = |power: &Ref<PowerItem>| !is_of_kin(all, power);
            service.licensing_item.is_some() || service.power_item.as_ref().is_some_and(is_other)
        }
        Item::Licensing(_) => true,
    };
    let code = ItemCodeAt::of_item(item).find_map(|code| CodeKey::of(&code));
    names_other
        || all.facts.records.unread_kinds().contains(&Kind::LicensingItem)
        || all.licenses_called().has(Some(NameKey::bare(item.name().as_str())), code)
}

/// Whether the power of a service is one of those that may be a license in disguise; else QD607 judges the service.
fn is_of_kin(all: &AmongAll<'_>, power: &Ref<PowerItem>) -> bool {
    all.facts.power(power.id().as_str()).is_some_and(|power| may_be_disguised(power.item_type))
}
