//! Faults in codes. Each code is valid in all its parts but the one that is broken, and names bodies, items and types
//! that nothing else in the file does: two rules judging one code would both speak.

use qingdan::code::{
    CreditCode, DivisionCode, ImplementationCode, LicenseIdentifier, LicenseIssuer, LicenseTypeCode, OrganizationCode,
};
use qingdan::model::Kind;
use serde_json::{Value, json};

use super::{
    Fault, Plant, body, key, license_item, licensing, organization, other_key, power, service, service_item, with,
};

pub(super) const PLANTS: &[Plant] = &[
    |n| organization("QD101", n, "/credit_code", json!({ "credit_code": credit_code(n).as_str()[..17] })),
    |n| organization("QD102", n, "/credit_code", json!({ "credit_code": miscopied(credit_code(n).as_str()) })),
    |n| {
        let stated = other_credit_code(n).organization_code();
        let members = json!({ "credit_code": credit_code(n), "organization_code": stated });
        organization("QD103", n, "/credit_code", members)
    },
    // The code of another body, also within the code of the service.
    |n| {
        let members = json!({ "implementation_code": implementation_code(other_credit_code(n), '4', n) });
        service("QD104", n, "/implementation_code", json!({ "credit_code": credit_code(n) }), members)
    },
    |n| organization("QD105", n, "/division", json!({ "division": "15062" })),
    |n| organization("QD106", n, "/division", json!({ "division": "990100" })),
    |n| power("QD107", n, "/code", json!({ "code": format!("甲{n}") })),
    // The type of a license on a penalty.
    |n| power("QD108", n, "/code", json!({ "code": base_code("01", n, "000") })),
    // A main item that says it has sub-items and has none; and one that says it has none, beside its sub-item.
    |n| licensing("QD109", n, "/code", json!({ "code": base_code("01", n, "00Y") })),
    |n| {
        let sub = json!({
            "id": other_key(n), "item_level": "sub", "parent": key(n), "code": base_code("01", n, "001"),
        });
        let main = json!({ "code": base_code("01", n, "000") });
        licensing("QD109", n, "/code", main).beside(Kind::LicensingItem, license_item(n, sub))
    },
    |n| {
        let valid = implementation_code(credit_code(n), '4', n);
        let code = format!("{}00Y", &valid.as_str()[..28]);
        service("QD110", n, "/implementation_code", json!({}), json!({ "implementation_code": code }))
    },
    // Level 3 is that of a city.
    |n| {
        let members = json!({ "implementation_code": implementation_code(credit_code(n), '3', n) });
        service("QD111", n, "/implementation_code", json!({ "level": "county" }), members)
    },
    |n| {
        let code = implementation_code(credit_code(n), '4', n);
        let members = json!({ "base_code": base_code("20", n, "001"), "implementation_code": code });
        service("QD112", n, "/implementation_code", json!({}), members)
    },
    |n| {
        let code = json!({ "code": base_code("01", n, "000") });
        let second = license_item(n, with(code.clone(), json!({ "id": other_key(n) })));
        let fault = licensing("QD113", n, "/code", code).beside(Kind::LicensingItem, second);
        fault.at(Kind::LicensingItem, other_key(n))
    },
    // Without the check character; issued by a division, which is a warning; of another type than the one referred to.
    |n| license("QD114", n, &own_identifier(n).as_str()[..IDENTIFIER - 2], json!({})),
    |n| {
        let division = DivisionCode::parse("150625").unwrap();
        license("QD114", n, identifier(n, division.into()).as_str(), json!({}))
    },
    |n| {
        let code = type_code(other_credit_code(n));
        let license_type = json!({ "id": key(n), "name": format!("第{n}号证"), "code": code });
        let identifier = own_identifier(n);
        license("QD114", n, identifier.as_str(), json!({ "license_type": key(n) }))
            .beside(Kind::LicenseType, license_type)
    },
    |n| license("QD115", n, &miscopied(own_identifier(n).as_str()), json!({})),
    |n| {
        let record = json!({ "id": key(n), "name": format!("第{n}号证"), "code": format!("0123456789{n}") });
        Fault::of("QD116", n, "/code", Kind::LicenseType, record)
    },
    // Its two services name the body by two codes; it states none itself, so neither of them is another's.
    |n| {
        let second = json!({
            "id": other_key(n), "name": format!("第{n}号咨询"),
            "implementation_code": implementation_code(other_credit_code(n), '4', 50_000 + n),
        });
        organization("QD117", n, "/name", json!({}))
            .beside(
                Kind::ServiceItem,
                service_item(n, json!({ "implementation_code": implementation_code(credit_code(n), '4', n) })),
            )
            .beside(Kind::ServiceItem, service_item(n, second))
    },
    |n| {
        let code = credit_code(n);
        let second = json!({ "id": other_key(n), "name": format!("另一个名称{n}"), "credit_code": code });
        organization("QD118", n, "/credit_code", json!({ "credit_code": code }))
            .beside(Kind::Organization, body(n, second))
            .at(Kind::Organization, other_key(n))
    },
    |n| {
        let institution = json!({ "kind": "public_institution", "credit_code": credit_code_of("12", 'Q', n) });
        service("QD119", n, "/body_nature", institution, json!({ "body_nature": "statutory" }))
    },
    |n| {
        let basis = json!([{
            "title": "中华人民共和国水法", "articles": [{ "article": 69 }], "document_number": format!("第{n}次会议通过"),
        }]);
        power("QD120", n, "/basis/0/document_number", json!({ "basis": basis }))
    },
];

/// How long the identifiers of licenses here are.
const IDENTIFIER: usize = "1.2.156.3005.2.11100000000013338W032.11150625011506306H.2026000001.001.A".len();

/// A credit code that no other record has.
fn credit_code(n: usize) -> CreditCode {
    credit_code_of("11", 'Q', n)
}

/// Another one.
fn other_credit_code(n: usize) -> CreditCode {
    credit_code_of("11", 'R', n)
}

/// The credit code of a body: who registered it, and the first character and the number of its organization code. Those
/// of the bodies that are no faults have digits only.
fn credit_code_of(registration: &str, series: char, n: usize) -> CreditCode {
    let organization = OrganizationCode::with_check_character(&format!("{series}F{n:06}")).unwrap();
    CreditCode::with_check_character(&format!("{registration}150625{organization}")).unwrap()
}

/// A code with another check character than its own.
fn miscopied(code: &str) -> String {
    let (start, check) = code.split_at(code.len() - 1);
    format!("{start}{}", if check == "0" { "1" } else { "0" })
}

/// A base code of a type, of a region that does not exist, so that no other item has it.
fn base_code(of_type: &str, n: usize, sub_item: &str) -> String {
    format!("99{of_type}{n:05}{sub_item}")
}

/// The code of a public service of a body.
fn implementation_code(of_body: CreditCode, level: char, n: usize) -> ImplementationCode {
    format!("{of_body}{level}{}", base_code("20", n, "000")).parse().unwrap()
}

fn type_code(of_body: CreditCode) -> LicenseTypeCode {
    format!("{of_body}001").parse().unwrap()
}

/// The identifier of a license that its body issued.
pub(super) fn own_identifier(n: usize) -> LicenseIdentifier {
    identifier(n, credit_code(n).into())
}

fn identifier(n: usize, issuer: LicenseIssuer) -> LicenseIdentifier {
    LicenseIdentifier::new(type_code(credit_code(n)), issuer, &format!("2026{n:06}"), 1).unwrap()
}

fn license(rule: &'static str, n: usize, identifier: &str, members: Value) -> Fault {
    let record = json!({ "id": key(n), "identifier": identifier, "status": "valid", "seal": { "sealed": true, "verified": true } });
    Fault::of(rule, n, "/identifier", Kind::License, with(record, members))
}
