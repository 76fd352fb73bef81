//! QD612: the days of a license are out of order.

use crate::codelist::LicenseStatus;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::{Date, License, Pointer, Written, field};
use crate::rule::{Findings, Look, Provision, RecordLook, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(612),
    name: "license-dates",
    aspect: Aspect::Valid,
    severity: Severity::Error,
    since: "0.1.0",
    title: two("证照日期先后颠倒", "the days of a license are out of order"),
    unit: two("每份电子证照一项", "one a license"),
    help: two(
        "按证照核对颁发日期、有效期起始和有效期截止",
        "correct the day of issue and the first and last day of validity by the license",
    ),
    citations: &[
        Provision { document: "行政许可法", clause: "第四十九条、第五十条" },
        Provision {
            document: "GB/T 36903-2018《电子证照 元数据规范》",
            clause: "证照颁发日期、有效期起始日期、有效期截止日期",
        },
    ],
    reads: &[
        &[field!(licenses: License, valid_from), field!(licenses: License, valid_until)],
        &[field!(licenses: License, issued_on), field!(licenses: License, valid_until)],
        &[field!(licenses: License, issued_on), field!(licenses: License, valid_from)],
    ],
    looks: &[Look::Record(RecordLook::License(license_dates))],
    page: include_str!("qd612.md"),
    ..Rule::BLANK
};

fn license_dates(_: &Scope<'_>, license: &License, findings: &mut Findings<'_>) {
    if !matches!(license.status, LicenseStatus::Valid | LicenseStatus::Suspended) {
        return;
    }
    let day = |written: &Option<Written<Date>>| written.as_ref().and_then(Written::value);
    let (issued, from, until) = (day(&license.issued_on), day(&license.valid_from), day(&license.valid_until));
    let days = |day: Date, other: Date| ((day.in_chinese(), other.in_chinese()), (day, other));
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        let ((until_zh, from_zh), (until, from)) = days(until, from);
        findings
            .at(
                Pointer::member("valid_until"),
                format!("有效期截止{until_zh}，早于有效期起始{from_zh}"),
                format!("it is valid until {until}, before its first day, {from}"),
            )
            .found(&until.to_string())
            .related_below(Pointer::member("valid_from"), "有效期起始", "the first day of validity");
    } else if let (Some(issued), Some(until)) = (issued, until)
        && until < issued
    {
        let ((until_zh, issued_zh), (until, issued)) = days(until, issued);
        findings
            .at(
                Pointer::member("issued_on"),
                format!("颁发日期{issued_zh}，晚于有效期截止{until_zh}"),
                format!("it was issued on {issued}, after its last day, {until}"),
            )
            .found(&issued.to_string())
            .related_below(Pointer::member("valid_until"), "有效期截止", "the last day of validity");
    } else if let (Some(issued), Some(from)) = (issued, from)
        && is_over_a_year(issued, from)
    {
        let ((issued_zh, from_zh), (issued, from)) = days(issued, from);
        findings
            .at(
                Pointer::member("issued_on"),
                format!("颁发日期{issued_zh}，比有效期起始{from_zh}早一年以上"),
                format!("it was issued on {issued}, over a year before its first day, {from}"),
            )
            .severity(Severity::Info)
            .found(&issued.to_string())
            .related_below(Pointer::member("valid_from"), "有效期起始", "the first day of validity");
    }
}

/// Whether a day is more than a year after another.
fn is_over_a_year(earlier: Date, later: Date) -> bool {
    let next_year = (earlier.year().saturating_add(1), earlier.month(), earlier.day());
    (later.year(), later.month(), later.day()) > next_year
}
