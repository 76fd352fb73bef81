//! QD618: a bundle asks for more than its items alone.

use super::bundled::services_of;
use crate::codelist::TimeUnit;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::{AmongAll, Whole};
use crate::lang::two;
use crate::law::days::{fewest_working_days, most_working_days};
use crate::model::{Bundle, Effort, Pointer, TimeLimit, field};
use crate::rule::{Findings, KeptLook, Look, Provision, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(618),
    name: "bundle-worse",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("一件事比单独办理更繁", "a bundle asks for more than its items alone"),
    unit: two(
        "一件事的时限、材料数、跑动次数各一项",
        "one for a limit, one for the materials, one for the visits of a bundle",
    ),
    help: two(
        "压减一件事的时限、材料、跑动次数，至少不多于各事项单独办理之和；数字填错的，改正",
        "cut limit, materials and visits of the bundle to no more than those of its items together; or correct the number",
    ),
    citations: &[Provision {
        document: "国务院关于加快推进政务服务标准化规范化便利化的指导意见（国发〔2022〕5号）",
        clause: "四",
    }],
    reads: &[&[field!(bundles: Bundle, after)]],
    looks: &[Look::Kept(KeptLook::Bundle(|_, _| true, bundle_worse))],
    page: include_str!("qd618.md"),
    ..Rule::BLANK
};

fn bundle_worse(scope: &Scope<'_>, all: &AmongAll<'_>, bundle: &Bundle, findings: &mut Findings<'_>) {
    let Some(after) = &bundle.after else { return };
    let parts = services_of(bundle, all);
    let parts = parts.as_deref();
    limits(after, bundle.before.as_ref(), parts, all, findings);
    if let Some(materials) = after.materials {
        // A service without any material may well have some that are not listed.
        let of_part = |part: u32| {
            let count = all.facts.items.services().item(part)?.materials;
            (count > 0 && scope.holds("service_items.materials")).then_some(u64::from(count))
        };
        let before = bundle.before.as_ref().and_then(|before| before.materials);
        let alone = Alone::of(sum(parts, of_part), before.map(u64::from));
        number("materials", u64::from(materials), alone, ("材料", "份", "materials"), findings);
    }
    if let Some(visits) = after.visits {
        let of_part = |part: u32| Some(u64::from(all.facts.offered.service(part)?.visits?));
        let before = bundle.before.as_ref().and_then(|before| before.visits);
        let alone = Alone::of(sum(parts, of_part), before.map(u64::from));
        number("visits", u64::from(visits), alone, ("跑动", "次", "visits"), findings);
    }
}

/// What the items of a bundle take when they are asked for one by one.
#[derive(Debug, Clone, Copy)]
enum Alone {
    /// By the services themselves.
    OfParts(u64),
    /// By what the bundle says of the time before it.
    Before(u64),
}

impl Alone {
    /// What the services say goes before what the bundle says of them.
    fn of(parts: Option<u64>, before: Option<u64>) -> Option<Self> {
        parts.map(Self::OfParts).or(before.map(Self::Before))
    }

    fn count(self) -> u64 {
        match self {
            Self::OfParts(count) | Self::Before(count) => count,
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::OfParts(_) => PARTS,
            Self::Before(_) => BEFORE,
        }
    }
}

const PARTS: (&str, &str) = ("各事项单独办理合计", "its items alone take");
const BEFORE: (&str, &str) = ("改革前", "before the bundle it was");

/// The sum over the parts, where all are known; what an applicant need not ask for counts as well, so it is the most.
fn sum(parts: Option<&[u32]>, of_part: impl Fn(u32) -> Option<u64>) -> Option<u64> {
    parts?.iter().try_fold(0_u64, |sum, &part| Some(sum.saturating_add(of_part(part)?)))
}

fn number(
    member: &str,
    after: u64,
    alone: Option<Alone>,
    (zh, measure, en): (&str, &str, &str),
    findings: &mut Findings<'_>,
) {
    let Some(alone) = alone.filter(|alone| after > alone.count()) else { return };
    let (by_zh, by_en) = alone.words();
    let most = alone.count();
    findings
        .at(
            after_path(member),
            format!("一件事{zh}{after}{measure}，{by_zh}{most}{measure}"),
            format!("the bundle takes {after} {en}; {by_en} {most}"),
        )
        .found(&after.to_string())
        .expected(format!("不超过{most}{measure}"), format!("at most {most}"));
}

/// Each limit of a bundle against those of its items one after the other.
fn limits(
    after: &Effort,
    before: Option<&Effort>,
    parts: Option<&[u32]>,
    whole: &Whole<'_>,
    findings: &mut Findings<'_>,
) {
    for (at, limit) in after.limits.iter().enumerate() {
        // Of several limits nobody knows which answers which.
        let before = match before.map(|before| before.limits.as_slice()).unwrap_or_default() {
            [one] if after.limits.len() == 1 => Some(one),
            _ => None,
        };
        let by_parts = alone(limit, parts, whole);
        let (is_worse, (by_zh, by_en), (most_zh, most_en)) = match (by_parts, before) {
            (Some(Days { most, unit }), _) => {
                let least: u64 =
                    if unit == limit.unit { u64::from(limit.amount.get()) } else { fewest_working_days(limit).into() };
                let measure = if unit == TimeUnit::Day { "" } else { "个" };
                let words = (
                    format!("{most}{measure}{}", unit.title_zh()),
                    format!("{most} {}{}", unit.as_str().replace('_', " "), if most == 1 { "" } else { "s" }),
                );
                (least > most, PARTS, words)
            }
            (None, Some(one)) => (is_longer(limit, one), BEFORE, (one.in_chinese(), one.in_english())),
            (None, None) => continue,
        };
        if !is_worse {
            continue;
        }
        let mut path = after_path("limits");
        path.push_index(at);
        path.push("amount");
        findings
            .at(
                path,
                format!("一件事办理时限{}，{by_zh}{most_zh}", limit.in_chinese()),
                format!("the bundle takes {}; {by_en} {most_en}", limit.in_english()),
            )
            .found(&limit.amount.to_string())
            .expected(format!("不超过{most_zh}"), format!("at most {most_en}"));
    }
}

/// So many days at most, or hours or months.
#[derive(Debug, Clone, Copy)]
struct Days {
    most: u64,
    unit: TimeUnit,
}

/// The most that the parts of a bundle take one after the other: in the unit of its limit where all have limits in that
/// alone, else in working days; none where one states no limit.
fn alone(limit: &TimeLimit, parts: Option<&[u32]>, whole: &Whole<'_>) -> Option<Days> {
    let offered = &whole.facts.offered;
    let in_its_unit = sum(parts, |part| {
        let mut limits = offered.limits_of(part);
        let only = limits.next().filter(|only| only.unit == limit.unit && limits.next().is_none());
        only.map(|only| u64::from(only.amount))
    });
    let in_working_days = || sum(parts, |part| most_days_of(part, whole));
    let in_its_unit = in_its_unit.map(|most| Days { most, unit: limit.unit });
    in_its_unit.or_else(|| in_working_days().map(|most| Days { most, unit: TimeUnit::WorkingDay }))
}

/// The most working days that a service may take; none where it states no limit. On the spot is within the day.
fn most_days_of(part: u32, whole: &Whole<'_>) -> Option<u64> {
    let offered = &whole.facts.offered;
    let limits = offered.limits_of(part).filter_map(|limit| TimeLimit::new(limit.amount, limit.unit).ok());
    let most = limits.map(|limit| most_working_days(&limit)).max();
    most.or(offered.service(part)?.is_immediate.then_some(1)).map(u64::from)
}

/// Whether a limit is longer than another however the units are converted.
fn is_longer(limit: &TimeLimit, other: &TimeLimit) -> bool {
    if limit.unit == other.unit {
        return limit.amount > other.amount;
    }
    fewest_working_days(limit) > most_working_days(other)
}

fn after_path(member: &str) -> Pointer {
    let mut path = Pointer::member("after");
    path.push(member);
    path
}
