//! QD114–QD116: electronic licenses and their types.

use super::super::{Check, Findings, Rule, Scope, Spot};
use super::{Example, LICENSE, LICENSE_CHECK, at_code, rule, two};
use crate::code::{CodeProblem, LicenseIdentifier, LicenseIssuer, LicenseTypeCode};
use crate::finding::Severity;
use crate::model::Pointer;
use crate::model::visit::Leaf;
use crate::rule::Index;

// QD114.

pub(super) const QD114: Rule = Rule {
    citations: LICENSE,
    reads: &["licenses.identifier", "licenses.license_type", "license_types.code"],
    fails: &[
        Example::members(
            two("没有校验位", "no check character"),
            license!("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001", ""),
            &["/licenses/0/identifier"],
        ),
        Example::members(
            two("颁发机构写成区划代码：警告", "a division for the issuer: a warning"),
            license!("1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9", ""),
            &["/licenses/0/identifier"],
        ),
        Example::members(
            two("标识中的类型与所引类型不同", "the type in the identifier is not the type referred to"),
            concat!(
                r#""license_types": [{"id": "t", "name": "不动产登记证明", "code": "11100000MB03271699022"}], "#,
                license!(
                    "1.2.156.3005.2.11100000000013338W032.11150625011506306H.2026000001.001.A",
                    r#", "license_type": "t""#
                )
            ),
            &["/licenses/0/identifier"],
        ),
    ],
    passes: &[Example::members(
        two("界限：类型、颁发机构和校验位都相符", "boundary: the type, the issuer and the check character agree"),
        concat!(
            r#""license_types": [{"id": "t", "name": "建筑施工许可证", "code": "11100000000013338W032"}], "#,
            license!(
                "1.2.156.3005.2.11100000000013338W032.11150625011506306H.2026000001.001.A",
                r#", "license_type": "t""#
            )
        ),
        &[],
    )],
    checks: &[Check::Code(identifier_form), Check::Catalog(identifier_of_another_type)],
    ..rule(
        114,
        "license-identifier-form",
        two("电子证照标识的组成有误", "a license identifier has wrong parts"),
        two("每个标识一项", "one an identifier"),
        two(
            "标识由根标识、证照类型代码（21位）、颁发机构代码（18位）、流水号、版本号（3位）和校验位组成，由证照系统重新生成",
            "an identifier is the root, the type (21), the issuer (18), the serial, the version (3) and the check \
             character; have the license system make it again",
        ),
    )
};

pub(super) fn identifier_form(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if leaf.name != "LicenseIdentifier" {
        return;
    }
    match LicenseIdentifier::parse(leaf.text) {
        // The check character is QD115's.
        Err(error) if matches!(error.problem(), CodeProblem::Check { .. }) => {}
        Err(error) => {
            at_code(leaf, error.message(), findings).found(leaf.text).expecting(error.expected());
        }
        Ok(identifier) => {
            if let LicenseIssuer::Division(division) = identifier.issuer() {
                findings
                    .at(
                        leaf.path.pointer(),
                        format!("颁发机构代码为行政区划代码“{division}”，应为18位统一社会信用代码"),
                        format!(
                            "the issuer is the division `{division}`, where a credit code of 18 characters belongs"
                        ),
                    )
                    .severity(Severity::Warning)
                    .found(division.as_str())
                    .expected("18位统一社会信用代码", "a credit code of 18 characters");
            }
        }
    }
}

pub(super) fn identifier_of_another_type(_: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    for (license, found, license_type, expected) in index.codes.licenses_of_another_type() {
        findings
            .at_spot(
                Spot::Record(license, Pointer::member("identifier")),
                format!("标识中的证照类型代码“{found}”与所引证照类型的代码“{expected}”不一致"),
                format!("the identifier names the type `{found}`, and the license type referred to is `{expected}`"),
            )
            .found(found.as_str())
            .allowed([expected.as_str()])
            .related(
                Spot::Record(license_type, Pointer::member("code")),
                "所引证照类型的代码",
                "the code of that license type",
            );
    }
}

// QD115.

pub(super) const QD115: Rule = Rule {
    citations: LICENSE_CHECK,
    reads: &["licenses.identifier"],
    fails: &[Example::members(
        two("应为 D 而写 M", "M where D belongs"),
        license!("1.2.156.3005.2.11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.M", ""),
        &["/licenses/0/identifier"],
    )],
    passes: &[Example::members(
        two("界限：校验位为 0", "boundary: the check character is 0"),
        license!("1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0", ""),
        &[],
    )],
    checks: &[Check::Code(identifier_check)],
    ..rule(
        115,
        "license-identifier-check",
        two("电子证照标识的校验位不符", "the check character of a license identifier is wrong"),
        two("每个标识一项", "one an identifier"),
        two(
            "按 GB/T 17710 MOD 37,36 对类型、机构、流水号、版本号（不含根标识和点）重新计算校验位；个别标识不符的，核对是否抄错",
            "work it out by GB/T 17710 MOD 37,36 over type, issuer, serial and version, without root and dots; where \
             only few are wrong, look for a miscopied character",
        ),
    )
};

pub(super) fn identifier_check(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if leaf.name != "LicenseIdentifier" {
        return;
    }
    let Err(error) = LicenseIdentifier::parse(leaf.text) else { return };
    if let CodeProblem::Check { expected, found, .. } = error.problem() {
        let message = error.message();
        findings
            .at(leaf.path.pointer(), message.zh, message.en)
            .found(&found.to_string())
            .allowed([expected.to_string()]);
    }
}

// QD116.

pub(super) const QD116: Rule = Rule {
    severity: Severity::Warning,
    citations: LICENSE,
    reads: &["license_types.code"],
    fails: &[
        Example::members(
            two("两位的顺序号", "a serial of two digits"),
            r#""license_types": [{"id": "t", "name": "不动产权证书", "code": "11100000MB0327169922"}]"#,
            &["/license_types/0/code"],
        ),
        Example::members(
            two("顺序号中有字母", "a letter in the serial"),
            r#""license_types": [{"id": "t", "name": "不动产权证书", "code": "11100000MB0327169902A"}]"#,
            &["/license_types/0/code"],
        ),
        Example::members(
            two(
                "21位而定义机构代码的校验码不符：错误",
                "21 characters, and the code of the defining body is wrong: an error",
            ),
            r#""license_types": [{"id": "t", "name": "不动产权证书", "code": "11100000MB03271698001"}]"#,
            &["/license_types/0/code"],
        ),
    ],
    passes: &[
        Example::members(
            two("界限：顺序号可以是 000", "boundary: the serial may be 000"),
            r#""license_types": [{"id": "t", "name": "不动产权证书", "code": "11100000MB03271699000"}]"#,
            &[],
        ),
        Example::members(
            two("界限：广东省的9位数字", "boundary: the nine digits of Guangdong"),
            r#""license_types": [{"id": "t", "name": "取水许可证", "code": "100000021"}]"#,
            &[],
        ),
    ],
    checks: &[Check::Code(license_type_code)],
    ..rule(
        116,
        "license-type-code-form",
        two("电子证照类型代码不属于已知形式", "a license type code of no known form"),
        two("每个代码一项", "one a code"),
        two(
            "证照类型代码为定义机构的18位统一社会信用代码加3位顺序号，以国家电子证照类型目录为准；本省另有编码的，按本省目录核对",
            "it is the credit code of the defining body (18) and a serial (3); take it from the national list of license \
             types, or from that of the province where it has codes of its own",
        ),
    )
};

pub(super) fn license_type_code(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if leaf.name != "LicenseTypeCode" || LicenseTypeCode::is_provincial(leaf.text) {
        return;
    }
    if let Err(error) = LicenseTypeCode::parse(leaf.text) {
        let draft = at_code(leaf, error.message(), findings);
        draft.found(leaf.text).expecting(error.expected());
        // Of 21 characters, so meant as the national form; and its first part is nobody's code.
        if matches!(error.problem(), CodeProblem::Part { .. }) {
            draft.severity(Severity::Error);
        }
    }
}
