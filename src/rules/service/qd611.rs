//! QD611: a license without a valid seal.

use crate::codelist::LicenseStatus;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Date, License, Pointer, Written, field};
use crate::rule::{Findings, Look, Provision, RecordLook, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(611),
    name: "license-unsealed",
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("电子证照没有有效签章", "an e-license without a valid seal"),
    unit: two(
        "每份电子证照一项；整栏没有填写的，整个目录一项",
        "one a license; one a catalog where the whole column is empty",
    ),
    help: two(
        "由颁发机构加盖电子印章并验章；验章不通过的，重新签发",
        "have the issuer seal it and verify the seal; issue it anew where the seal fails",
    ),
    citations: &[
        Provision {
            document: "国务院关于在线政务服务的若干规定（国务院令第716号）", clause: "第九条、第十条"
        },
        Provision {
            document: "GB/T 38540-2020《信息安全技术 安全电子签章密码技术规范》", clause: "签章验证"
        },
    ],
    reads: &[&[field!(licenses: License, seal)]],
    looks: &[Look::Record(RecordLook::License(bad_seal)), Look::Catalog(no_seal)],
    page: include_str!("qd611.md"),
    ..Rule::BLANK
};

fn bad_seal(scope: &Scope<'_>, license: &License, findings: &mut Findings<'_>) {
    let Some(seal) = &license.seal else { return };
    let last = license.valid_until.as_ref().and_then(Written::value);
    if is_over(scope, last) || !matches!(license.status, LicenseStatus::Valid | LicenseStatus::Suspended) {
        return;
    }
    let (member, zh, en, found) = if !seal.sealed {
        ("sealed", "电子证照没有加盖电子印章", "the license is not sealed", "false")
    } else if seal.verified == Some(false) {
        ("verified", "电子证照的签章验证不通过", "the seal of the license failed verification", "false")
    } else {
        return;
    };
    let mut path = Pointer::member("seal");
    path.push(member);
    findings.at(path, zh, en).found(found);
}

fn no_seal(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let unstated: Vec<u32> = whole
        .facts
        .licenses
        .unstated()
        .iter()
        .filter(|(_, last)| !is_over(scope, *last))
        .map(|(ordinal, _)| *ordinal)
        .collect();
    let seals = whole.facts.licenses.sealed(|_| true);
    let seal = |ordinal: u32| Spot::Record(ordinal, Pointer::member("seal"));
    if let [first, _, ..] = unstated.as_slice()
        && seals.unstated == seals.all
    {
        let count = unstated.len();
        findings
            .at_spot(
                seal(*first),
                format!("{count}份电子证照都没有签章信息"),
                format!("nothing is said about the seal of any of {count} licenses"),
            )
            .of_catalog("seal");
        return;
    }
    for ordinal in unstated {
        findings.at_spot(seal(ordinal), "电子证照没有签章信息", "nothing is said about the seal of the license");
    }
}

/// Whether the last day of a license has passed.
fn is_over(scope: &Scope<'_>, last: Option<Date>) -> bool {
    scope.as_of().zip(last).is_some_and(|(day, last)| last < day)
}
