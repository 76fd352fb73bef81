//! QD327: renewal is demanded more than 30 days ahead.

use super::ranks::law_regulation_or_rule;
use crate::codelist::TimeUnit;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::basis::Reach;
use crate::lang::two;
use crate::law::limit::RENEWAL_LEAD;
use crate::model::{Citation, Item, LicenseValidity, Pointer, TimeLimit, field};
use crate::rule::{AmongAll, Findings, Look, Provision, Rule, Scope};
use crate::rules::licensing::licensing_law::{LICENSING_LAW, is_license};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(327),
    name: "renewal-lead-time",
    aspect: Aspect::Lawful,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("要求提前三十日以上申请延续", "renewal is demanded more than 30 days ahead"),
    unit: two("每个事项一项", "one an item"),
    help: two(
        "改为有效期届满三十日前；法律、法规、规章另有规定的，写明其条款",
        "ask for it thirty days before the end; or cite the law, regulation or rule that provides otherwise",
    ),
    citations: &[Provision { document: "中华人民共和国行政许可法", clause: "第五十条" }],
    reads: &[&[
        field!(licensing_items: LicensingItem, license_validity.renewal_lead_time),
        field!(licensing_items: LicensingItem, license_validity.basis),
    ]],
    looks: &[Look::KeptItem(is_early, renewal_lead_time)],
    page: include_str!("qd327.md"),
    ..Rule::BLANK
};

/// How long before the end a renewal is demanded, where that is too early however the days are counted.
fn early(item: Item<'_>) -> Option<(&LicenseValidity, &TimeLimit)> {
    let Item::Licensing(license) = item else { return None };
    let validity = license.license_validity.as_ref().filter(|_| is_license(item))?;
    let lead = validity.renewal_lead_time.as_ref()?;
    (fewest_days(lead) > u32::from(RENEWAL_LEAD.amount.get())).then_some((validity, lead))
}

/// The fewest calendar days that a limit can hold.
fn fewest_days(limit: &TimeLimit) -> u32 {
    let amount = u32::from(limit.amount.get());
    match limit.unit {
        TimeUnit::WorkingDay | TimeUnit::CalendarDay | TimeUnit::Day => amount,
        TimeUnit::Hour => amount / 24,
        TimeUnit::Month => amount.saturating_mul(28),
    }
}

/// What is cited for a lead time: its own bases; where it has none, those of the validity, as far as they are not those of
/// its period.
fn bases<'v>(validity: &'v LicenseValidity, lead: &'v TimeLimit) -> Vec<&'v Citation> {
    if !lead.basis.is_empty() {
        return lead.basis.iter().collect();
    }
    let is_of_period = validity.states_period() && !validity.period.as_ref().is_some_and(|text| tells(text.as_str()));
    validity.basis.iter().filter(|citation| !is_of_period || speaks_of_renewal(citation)).collect()
}

/// Whether words tell of a renewal.
fn tells(words: &str) -> bool {
    ["延续", "届满", "期满", "续期", "换证", "换发", "再注册"].iter().any(|word| words.contains(word))
}

fn speaks_of_renewal(citation: &Citation) -> bool {
    citation.quote.iter().chain(&citation.text).any(|printed| tells(printed.as_str()))
}

fn is_early(_: &Scope<'_>, item: Item<'_>) -> bool {
    early(item).is_some()
}

fn renewal_lead_time(_: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let Some((validity, lead)) = early(item) else { return };
    let basis = all.basis(bases(validity, lead)).without(LICENSING_LAW);
    let (basis_zh, basis_en) = match basis.reach(law_regulation_or_rule) {
        Reach::NoneCited => ("没有写明另有规定的依据", "nothing is cited that provides otherwise"),
        Reach::Below => ("所引依据低于规章", "what is cited is below a rule"),
        Reach::Suffices | Reach::Unknown => return,
    };
    let mut path = Pointer::member("license_validity");
    path.push("renewal_lead_time");
    path.push("amount");
    findings
        .at(
            path,
            format!(
                "要求在有效期届满{}前申请延续；《行政许可法》第五十条为三十日，法律、法规、规章另有规定的除外，而{basis_zh}",
                lead.in_chinese()
            ),
            format!(
                "renewal is to be asked for {} before the end; 行政许可法 §50 has thirty days unless a law, regulation or rule provides otherwise, and {basis_en}",
                lead.in_english()
            ),
        )
        .found(&lead.amount.to_string())
        .expected("不早于届满三十日前", "no earlier than thirty days before the end");
}
