//! QD119: a public institution is marked statutory.

use super::grounds::CREDIT;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::{Pointer, field};
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::spot::Spot;

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(119),
    name: "body-nature",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("事业单位标为法定机关", "a public institution is marked statutory"),
    unit: two("每个标注一项", "one a mark"),
    help: two(
        "有法律、法规授权的，改为授权组织并写明依据；受行政机关委托的，改为受委托组织",
        "mark it authorized, with the law or regulation, or entrusted; look at the code if the body is an organ of state",
    ),
    citations: &[
        CREDIT,
        Provision { document: "中华人民共和国行政许可法", clause: "第二十二条、第二十三条" },
        Provision { document: "中华人民共和国行政处罚法", clause: "第十七条、第十九条" },
    ],
    reads: &[
        &[field!(service_items: ServiceItem, body_nature)],
        &[field!(power_items: PowerItem, authorities)],
        &[field!(licensing_items: LicensingItem, authorities)],
    ],
    looks: &[Look::Catalog(body_nature)],
    page: include_str!("qd119.md"),
    ..Rule::BLANK
};

fn body_nature(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    for (statutory, organization, embedded) in whole.facts.codes.statutory(&whole.facts.bodies) {
        let own = organization.and_then(|body| Some((body.ordinal, body.credit_code?)));
        // The body's own code goes before the one within the item's code.
        let (code, place) = match (own, embedded) {
            (Some((ordinal, code)), _) if code.is_public_institution() => (code.to_string(), Some(ordinal)),
            (None, Some(code)) => (code.to_owned(), None),
            _ => continue,
        };
        let draft = findings.at_spot(
            Spot::Record(statutory.ordinal, statutory.pointer()),
            format!("实施主体标为法定机关，而其统一社会信用代码“{code}”以12开头，是事业单位"),
            format!(
                "the body is marked statutory, and its credit code `{code}` begins with `12`: a public institution"
            ),
        );
        draft.found("statutory").allowed(["authorized", "entrusted"]);
        if let Some(ordinal) = place {
            draft.related(
                Spot::Record(ordinal, Pointer::member("credit_code")),
                "实施主体的代码",
                "the code of the body",
            );
        }
    }
}
