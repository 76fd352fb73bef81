//! QD309: a fee whose basis is below the rank that may set one.

use crate::codelist::{Audience, FeeKind, ItemType};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::AmongAll;
use crate::lang::two;
use crate::model::{Citation, Fee, Item, Pointer, Text, field};
use crate::rule::{Findings, Look, Period, Provision, Rule, Scope};
use crate::rules::licensing::fee_source::{
    FeeSource, highest, is_administrative, local_names, says_approved, source_of,
};
use crate::rules::licensing::licensing_law::{LICENSING_LAW, LICENSING_PERIOD, is_license};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(309),
    name: "fee-basis-rank",
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("收费依据的位阶不足", "a fee whose basis is below the rank that may set one"),
    unit: two("每个收费项目一项", "one a fee"),
    help: two(
        "写明规定该收费的法律、行政法规及其条款；没有的，停止收费",
        "cite the law or administrative regulation that provides for the fee; without one it must not be taken",
    ),
    citations: &[
        Provision { document: LICENSING_LAW, clause: "第五十八条第一款" },
        Provision { document: "优化营商环境条例", clause: "第二十五条" },
    ],
    period: Some(LICENSING_PERIOD),
    reads: &[&[field!(licensing_items: LicensingItem, fees.basis)], &[field!(service_items: ServiceItem, fees.basis)]],
    looks: &[Look::KeptItem(may_have_low_fee, fee_basis_low)],
    page: include_str!("qd309.md"),
    ..Rule::BLANK
};

/// Since when enterprise fees of any item need law, administrative regulation or the approval of the State Council.
const ENTERPRISE_FEES: Period = Period::since("2020-01-01");

/// By which law a fee is judged.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    License,
    Enterprise,
}

fn judged_by(scope: &Scope<'_>, item: Item<'_>, fee: &Fee) -> Option<Of> {
    if fee.basis.is_empty() || !is_administrative(fee) {
        return None;
    }
    if is_license(item) {
        return Some(Of::License);
    }
    let is_for_enterprises =
        item.audience().iter().any(|of| matches!(of, Audience::Enterprise | Audience::UnincorporatedEnterprise));
    // What a public service takes is a price more often than not.
    let is_fee = fee.kind == Some(FeeKind::Administrative)
        || (fee.kind.is_none() && item.item_type() != ItemType::PublicService);
    let applies = scope.as_of().is_none_or(|day| ENTERPRISE_FEES.contains(day));
    (is_for_enterprises && is_fee && applies).then_some(Of::Enterprise)
}

fn may_have_low_fee(scope: &Scope<'_>, item: Item<'_>) -> bool {
    item.in_force()
        && item.charges_fee() != Some(false)
        && item.fees().iter().any(|fee| judged_by(scope, item, fee).is_some())
}

fn fee_basis_low(scope: &Scope<'_>, all: &AmongAll<'_>, item: Item<'_>, findings: &mut Findings<'_>) {
    let local = local_names(scope);
    for (index, fee) in item.fees().iter().enumerate() {
        let Some(of) = judged_by(scope, item, fee) else { continue };
        let source = highest(fee.basis.iter().map(|citation| source_of(all, scope, &local, citation)));
        let severity = match (of, source) {
            (Of::License, FeeSource::Local) => Severity::Error,
            (Of::License, FeeSource::CentralDepartment) => Severity::Warning,
            (Of::Enterprise, FeeSource::Local | FeeSource::CentralDepartment)
                if !fee.basis.iter().any(says_approved) =>
            {
                Severity::Warning
            }
            _ => continue,
        };
        report(index, fee, of, source, severity, findings);
    }
}

fn report(index: usize, fee: &Fee, of: Of, source: FeeSource, severity: Severity, findings: &mut Findings<'_>) {
    let path = Pointer::element("fees", index).below("basis");
    let name = crate::print::excerpt(fee.name.as_str());
    let (source_zh, source_en) = match source {
        FeeSource::CentralDepartment => {
            ("最高为国务院部门的规章、文件", "no higher than rules or documents of departments of the State Council")
        }
        _ => ("都由本省（自治区、直辖市）或者其下级制定", "all made by the province or below"),
    };
    let (law_zh, law_en) = match of {
        Of::License => (
            "实施行政许可收费应当有法律、行政法规依据（《行政许可法》第五十八条）",
            "a fee for a license needs a law or an administrative regulation (行政许可法 §58)",
        ),
        Of::Enterprise => (
            "涉企行政事业性收费应当有法律、行政法规依据或者经国务院批准（《优化营商环境条例》第二十五条）",
            "a fee of enterprises needs a law, an administrative regulation or the approval of the State Council (优化营商环境条例 §25)",
        ),
    };
    let cited = fee.basis.iter().find_map(in_words).map(crate::print::excerpt).unwrap_or_default();
    findings
        .at(
            path,
            format!("收费“{name}”的依据{source_zh}；{law_zh}"),
            format!("the bases of the fee `{name}` are {source_en}; {law_en}"),
        )
        .severity(severity)
        .found(&cited)
        .of_record(&*name)
        .expected("法律、行政法规", "a law or an administrative regulation");
}

/// What a citation names, as far as it names it itself.
fn in_words(citation: &Citation) -> Option<&str> {
    [&citation.title, &citation.document_number, &citation.text].into_iter().flatten().next().map(Text::as_str)
}
