//! QD614: a version of a license is there twice, or missing.

use crate::finding::{Aspect, NotRunReason, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Kind, Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(614),
    name: "license-version",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("证照版本重复或者缺号", "a version of a license is there twice, or missing"),
    unit: two("每份重复或者缺号的电子证照一项", "one a license that repeats a version or leaves one out"),
    help: two(
        "核对流水号和版本号；换发、变更的证照版本号加一，其余不变",
        "look at serial and version; a license issued anew or changed takes the next version and keeps the rest",
    ),
    citations: &[Provision {
        document: "GB/T 36904-2018《电子证照 标识规范》", clause: "电子证照标识的组成"
    }],
    reads: &[&[field!(licenses: License, identifier)]],
    looks: &[Look::Catalog(license_version)],
    page: include_str!("qd614.md"),
    ..Rule::BLANK
};

fn license_version(scope: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let is_complete = scope.header().is_some_and(|header| header.covers.contains(&Kind::License));
    let all_read = !whole.facts.records.unread_kinds().contains(&Kind::License);
    if !all_read {
        findings.not_run_on(Kind::License.array(), NotRunReason::RecordsUnread);
    }
    let sorted = whole.facts.license_versions.sorted();
    for (before, after) in sorted.iter().zip(sorted.iter().skip(1)) {
        if !before.is_of_one_license(after) || is_one_record(whole, before.ordinal, after.ordinal) {
            continue;
        }
        let identifier = |ordinal: u32| Spot::Record(ordinal, Pointer::member("identifier"));
        let (earlier, version) = (before.version, after.version);
        if earlier == version {
            findings
                .at_spot(
                    identifier(after.ordinal),
                    format!("证照类型、颁发机构、流水号和版本号{version:03}与另一份电子证照相同"),
                    format!("another license has the same type, issuer, serial and version {version:03}"),
                )
                // Whichever of the two stands first, it is the same finding.
                .of_catalog(after.known_by())
                .related(identifier(before.ordinal), "另一份电子证照", "the other license");
        } else if all_read && version.saturating_sub(earlier) > 1 {
            let draft = findings.at_spot(
                identifier(after.ordinal),
                format!("证照版本号由{earlier:03}跳到{version:03}，中间缺号"),
                format!("the versions of the license go from {earlier:03} to {version:03}"),
            );
            // The one between may be in a list that this is a part of.
            if !is_complete {
                draft.severity(Severity::Warning);
            }
            draft.related(identifier(before.ordinal), "上一版本", "the version before");
        }
    }
}

/// Whether two licenses share their id: a record that is there twice is QD008's.
fn is_one_record(whole: &Whole<'_>, one: u32, other: u32) -> bool {
    let id = |ordinal: u32| whole.facts.records.record(ordinal).and_then(|known| known.id);
    id(one) == id(other)
}
