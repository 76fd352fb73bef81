//! QD613: changes of status that the law does not have.

use std::num::NonZeroU16;

use crate::codelist::LicenseStatus;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{License, Pointer, StatusChange, field};
use crate::rule::{Findings, Look, Provision, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(613),
    name: "license-status",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("证照状态变更不合规定", "a change of status that the law does not have"),
    unit: two(
        "每次不合规定的变更一项；现状与最后一次变更不一致的，一项",
        "one a change, and one where the present status is not the last one",
    ),
    help: two(
        "按决定和注销记录核对各次变更；重新取得许可的，颁发新的证照或者新的版本",
        "correct the changes by the decisions; who is licensed anew is given a new license or version",
    ),
    citations: &[
        Provision { document: "行政许可法", clause: "第八条、第五十条、第六十九条、第七十条" },
        Provision { document: "GB/T 36903-2018《电子证照 元数据规范》", clause: "证照状态" },
    ],
    reads: &[&[field!(licenses: License, status_history)]],
    looks: &[Look::Record(RecordLook::License(license_status))],
    page: include_str!("qd613.md"),
    ..Rule::BLANK
};

fn license_status(_: &Scope<'_>, license: &License, findings: &mut Findings<'_>) {
    if license.status_history.is_empty() {
        return;
    }
    let history = in_order(&license.status_history);
    for ((_, before), (index, after)) in history.iter().zip(history.iter().skip(1)) {
        let severity =
            if before.status == after.status { None } else { unlawful(before.status, after.status, license) };
        if let Some(severity) = severity {
            tell(before, (*index, after), severity, findings);
        }
    }
    let Some((index, last)) = history.last().filter(|(_, last)| last.status != license.status) else { return };
    let (stated, last) = (license.status, last.status);
    findings
        .at(
            Pointer::member("status"),
            format!("证照状态为{}，而最后一次状态变更为{}", stated.title_zh(), last.title_zh()),
            format!("the status is `{stated}`, and the last change was to `{last}`"),
        )
        .found(stated.as_str())
        .expected(last.title_zh(), last.as_str())
        .related_below(status_at(*index), "最后一次状态变更", "the last change");
}

/// The changes with their places, oldest first: by their days where all have one.
fn in_order(history: &[StatusChange]) -> Vec<(usize, &StatusChange)> {
    let mut changes: Vec<(usize, &StatusChange)> = history.iter().enumerate().collect();
    if history.iter().all(|change| change.on.value().is_some()) {
        changes.sort_by_key(|(_, change)| change.on.value());
    }
    changes
}

/// How grave a change is; none where the law has it.
fn unlawful(before: LicenseStatus, after: LicenseStatus, license: &License) -> Option<Severity> {
    use LicenseStatus::{Annulled, Cancelled, Expired, Revoked, Suspended, Valid, Withdrawn};
    match (before, after) {
        (Valid | Suspended, _) | (Annulled | Revoked | Withdrawn | Expired, Cancelled) => None,
        // A review or a court may set the decision aside.
        (Annulled | Revoked, Valid) => Some(Severity::Warning),
        // A renewal after the end is a new version of the license.
        (Expired, Valid) if version(license) > 1 => None,
        (Cancelled | Annulled | Revoked | Withdrawn | Expired, _) => Some(Severity::Error),
    }
}

fn version(license: &License) -> u16 {
    let stated = license.version.map(NonZeroU16::get);
    stated.or_else(|| license.identifier.value().map(|identifier| identifier.version())).unwrap_or(1)
}

fn tell(
    before: &StatusChange,
    (index, after): (usize, &StatusChange),
    severity: Severity,
    findings: &mut Findings<'_>,
) {
    let (from, to) = (before.status, after.status);
    let (why_zh, why_en) = match (from, to) {
        (LicenseStatus::Cancelled, _) => (
            "注销后证照即告终止，不得再变更（《行政许可法》第七十条）",
            "what is cancelled is at an end (行政许可法 §70)",
        ),
        (LicenseStatus::Expired, LicenseStatus::Valid) => (
            "有效期届满未延续的应当注销，延续的应当换发新版本（《行政许可法》第五十条、第七十条）",
            "what was not renewed is to be cancelled, and a renewal is a new version (行政许可法 §50, §70)",
        ),
        (LicenseStatus::Annulled | LicenseStatus::Revoked, LicenseStatus::Valid) => (
            "应当注销；撤销、吊销决定经复议、诉讼被撤销的，写明依据（《行政许可法》第七十条）",
            "it is to be cancelled, unless the decision was set aside on review (行政许可法 §70)",
        ),
        _ => ("此后只能注销（《行政许可法》第七十条）", "after that it can only be cancelled (行政许可法 §70)"),
    };
    findings
        .at(
            status_at(index),
            format!("证照状态由{}变为{}；{why_zh}", from.title_zh(), to.title_zh()),
            format!("the status went from `{from}` to `{to}`; {why_en}"),
        )
        .severity(severity)
        .found(to.as_str());
}

fn status_at(index: usize) -> Pointer {
    Pointer::element("status_history", index).below("status")
}
