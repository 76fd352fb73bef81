//! QD302: a temporary license that a provincial rule set more than a year ago.

use crate::codelist::LegalRank;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::AmongAll;
use crate::judged::basis::{Basis, Norm, Reach};
use crate::lang::two;
use crate::law::limit::TEMPORARY_LICENSE;
use crate::law::rank::is_law_or_regulation;
use crate::law::{Permission, license};
use crate::model::{Date, Item, Pointer, field};
use crate::print::in_title_marks;
use crate::rule::{Findings, Look, Need, Provision, Rule, Scope};
use crate::rules::cited_ranks::may_cite_regulation;
use crate::rules::licensing::licensing_law::{LICENSING_LAW, LICENSING_PERIOD, is_license};
use crate::rules::licensing::rests_on::{reach_with_related, rests_on_parts};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(302),
    name: "temporary-license-expired",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("临时性行政许可实施已满一年", "a temporary license is more than a year old"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "需要继续实施的，引用已经制定的地方性法规；没有制定的，停止实施该临时性许可",
        "cite the local regulation that was made since; if there is none, give the temporary license up",
    ),
    citations: &[Provision { document: LICENSING_LAW, clause: "第十五条第一款" }],
    period: Some(LICENSING_PERIOD),
    needs: &[Need::AsOf],
    reads: &[
        &[field!(licensing_items: LicensingItem, set_by)],
        &[field!(power_items: PowerItem, basis)],
        &[field!(service_items: ServiceItem, basis)],
    ],
    looks: &[Look::KeptItem(cites_no_regulation, temporary_expired)],
    page: include_str!("qd302.md"),
    ..Rule::BLANK
};

fn cites_no_regulation(scope: &Scope<'_>, item: Item<'_>) -> bool {
    is_license(item) && !item.basis().is_empty() && !may_cite_regulation(scope, item.basis())
}

fn temporary_expired(scope: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let Some(as_of) = scope.as_of() else { return };
    let basis = all.basis(item.basis());
    let Some((rule, since)) = newest_rule(scope, all, &basis).filter(|(_, since)| is_over(since.day, as_of)) else {
        return;
    };
    let sets_for_good = |rank| {
        let verdict = license::may_set(rank, as_of).map(|cell| cell.verdict);
        rank != LegalRank::ProvincialRule && verdict.is_none_or(|verdict| verdict != Permission::Forbidden)
    };
    if reach_with_related(all, item, &basis, sets_for_good) != Reach::Below || rests_on_parts(all, item) {
        return;
    }
    let (member, is_setting) = match item {
        Item::Licensing(licensing) => {
            let implementing = all.basis(&licensing.implemented_under);
            if matches!(implementing.reach(is_local_regulation), Reach::Suffices | Reach::Unknown) {
                return;
            }
            ("set_by", scope.holds("licensing_items.implemented_under"))
        }
        Item::Power(_) | Item::Service(_) => ("basis", false),
    };
    let title = crate::print::excerpt(&rule.title);
    let name = in_title_marks(&title);
    let draft = findings
        .at(
            Pointer::member(member),
            format!(
                "设定该许可的只有省级政府规章{name}，{}自{}起施行，已满一年，而没有引用地方性法规；《行政许可法》第十五条：临时性许可实施满一年需要继续实施的，应当提请制定地方性法规",
                if since.is_stated { "" } else { "至迟" },
                since.day.in_chinese()
            ),
            format!(
                "only the provincial rule `{title}` sets the license; it is in force since {}{}, more than a year, and no local regulation is cited (行政许可法 §15)",
                since.day,
                if since.is_stated { "" } else { " at the latest" }
            ),
        )
        .found(&since.day.to_string())
        .expected("施行不满一年，或者引用地方性法规", "in force for less than a year, or a local regulation");
    if !is_setting {
        draft.severity(Severity::Warning);
    }
}

/// The day on which a rule first took effect; where only the day of its making is known, the latest that it can be.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Since {
    day: Date,
    is_stated: bool,
}

/// The provincial rule that took effect last; none where there is none, or where that is not known of one.
fn newest_rule<'b>(scope: &Scope<'_>, all: &AmongAll<'_>, basis: &'b Basis) -> Option<(&'b Norm, Since)> {
    let rules = basis.norms().iter().filter(|norm| norm.rank == Some(LegalRank::ProvincialRule));
    let dated: Option<Vec<_>> = rules.map(|norm| Some((norm, since(scope, all, norm)?))).collect();
    dated?.into_iter().max_by_key(|(_, since)| *since)
}

/// Amending a rule begins no new year. No edition takes two years to be in force.
fn since(scope: &Scope<'_>, all: &AmongAll<'_>, norm: &Norm) -> Option<Since> {
    let held = all.citations().law(scope.law()).instrument(&norm.title)?;
    let begun = held.editions().filter(|edition| edition.rank == LegalRank::ProvincialRule);
    let days = begun.filter_map(|edition| match (edition.effective_on, edition.version_date) {
        (Some(day), _) => Some(Since { day, is_stated: true }),
        (None, Some(made)) => Some(Since { day: years_later(made, 2)?, is_stated: false }),
        (None, None) => None,
    });
    days.min()
}

fn is_over(since: Date, as_of: Date) -> bool {
    let years = TEMPORARY_LICENSE.amount.get() / 12;
    years_later(since, years).is_some_and(|end| end < as_of)
}

/// The same day so many years later; the first of March for the last of a February that is shorter.
fn years_later(day: Date, years: u16) -> Option<Date> {
    let year = day.year().checked_add(years)?;
    Date::new(year, day.month(), day.day()).or_else(|_| Date::new(year, 3, 1)).ok()
}

fn is_local_regulation(rank: LegalRank) -> bool {
    is_law_or_regulation(rank)
        && !matches!(rank, LegalRank::Constitution | LegalRank::Law | LegalRank::AdministrativeRegulation)
}
