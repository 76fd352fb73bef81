//! QD412: a level that is not that of the list.

use super::exercising::powers;
use crate::codelist::{AuthorityRole, Level};
use crate::facts::authorities::KnownAuthority;
use crate::facts::names::NamedItem;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Header, Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::grounds::POWER_LIST_OPINION;
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(412),
    name: "level-outside-list",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("行使层级不属于本清单", "a level that is not that of the list"),
    unit: two("每个层级一项", "one a level"),
    help: two(
        "本级只受理或者初审的，写明角色；清单本来就覆盖这一层级的，在目录头的清单覆盖层级中写明；其余的移出本清单",
        "state the role where this level only accepts or reviews first; name the level in the header where the list covers it; else take the rows out",
    ),
    citations: &[Provision { document: POWER_LIST_OPINION, clause: "二" }],
    reads: &[&[field!(power_items: PowerItem, levels)]],
    looks: &[Look::Catalog(level_outside)],
    page: include_str!("qd412.md"),
    ..Rule::BLANK
};

fn level_outside(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let Some(header) = scope.header() else { return };
    for &level in Level::ALL.iter().filter(|&&level| level != header.level && !header.covers_levels.contains(&level)) {
        let at_level = whole.facts.names.list(Kind::PowerItem).iter().filter(|item| item.levels.has(level));
        let mut outside = at_level.filter(|item| !is_in_order(item, level, header, whole));
        let Some(first) = outside.next() else { continue };
        let count = u64::try_from(outside.count()).unwrap_or(u64::MAX).saturating_add(1);
        let (own_zh, level_zh) = (header.level.title_zh(), level.title_zh());
        findings
            .at_spot(
                Spot::Record(first.ordinal, Pointer::member("levels")),
                format!("清单是{own_zh}的，而有{count}项职权的行使层级写有{level_zh}，此处为第一项"),
                format!(
                    "the list is `{}`, and states `{level}` for {}; this is the first",
                    header.level,
                    powers(count)
                ),
            )
            .found(level_zh)
            .of_catalog(level.as_str());
    }
}

/// Whether a row may well state the level: here one only accepts or reviews for it, or it is that of a township of the county.
fn is_in_order(item: &NamedItem, level: Level, header: &Header, whole: &Whole<'_>) -> bool {
    let of_item = whole.facts.authorities.of_item(item.ordinal);
    let body = |known: &&KnownAuthority| whole.facts.bodies.body(known.body);
    let is_of_level = |known: &&KnownAuthority| {
        body(known).is_some_and(|body| body.level == Some(level) || (level == Level::Township && body.is_township()))
    };
    let only_prepares =
        |known: &KnownAuthority| matches!(known.role, AuthorityRole::Accept | AuthorityRole::FirstReview);
    let mut of_level = of_item.iter().filter(is_of_level).peekable();
    if level == Level::Township && header.level == Level::County {
        // A township of another county is none of its own.
        let own = header.division.value();
        let is_foreign = |known: &KnownAuthority| {
            let division = body(&known).and_then(|body| body.division.as_ref());
            own.as_ref().zip(division).is_some_and(|(own, division)| !own.contains(division))
        };
        return of_level.peek().is_none() || !of_level.all(is_foreign);
    }
    if of_level.peek().is_some() && of_level.all(only_prepares) {
        return true;
    }
    // The row is there for what is done at the level of the list; who decides above may well be named in it.
    let is_own = |known: &&KnownAuthority| body(known).is_some_and(|body| body.level == Some(header.level));
    let mut own = of_item.iter().filter(is_own).peekable();
    let all_prepare = if own.peek().is_some() { own.all(only_prepares) } else { of_item.iter().all(only_prepares) };
    !of_item.is_empty() && all_prepare
}
