use qingdan::code::{
    CodeError, CodeProblem, CreditCode, ItemCode, ItemCodeScheme, LicenseIdentifier, OrganizationCode,
};

// The attribute tells the lints that helpers in these modules are tests too.
#[cfg(test)]
mod common;
#[cfg(test)]
mod credit;
#[cfg(test)]
mod division;
#[cfg(test)]
mod item;
#[cfg(test)]
mod license;
#[cfg(test)]
mod organization;

#[test]
fn every_code_of_the_table_is_judged_as_it_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/check_characters.csv");
    let text = std::fs::read_to_string(path).expect("the table of check characters");
    let mut judged = 0;
    for line in text.lines().skip(1) {
        // Quoted cells occur only in the note, the last column.
        let mut cells = line.splitn(4, ',');
        let mut cell = || cells.next().expect("a table of four columns");
        let (scheme, code, verdict) = (cell(), cell(), cell());
        let result: Result<(), CodeError> = match scheme {
            "credit_code" => CreditCode::parse(code).map(drop),
            "organization_code" => OrganizationCode::parse(code).map(drop),
            "license_identifier" => LicenseIdentifier::parse(code).map(drop),
            "item_code" => {
                let code = ItemCode::parse(code).expect("an item code may be any text");
                assert_eq!(code.scheme() == ItemCodeScheme::Unknown, verdict == "unknown", "{code}");
                code.verify()
            }
            other => panic!("no such scheme: {other}"),
        };
        match verdict {
            "valid" => assert_eq!(result, Ok(()), "{code}"),
            "invalid" => assert!(result.is_err(), "{code} passed"),
            "unknown" => {
                let error = result.expect_err("a code of no scheme cannot be verified");
                assert_eq!(*error.problem(), CodeProblem::UnknownScheme, "{code}");
            }
            other => panic!("no such verdict: {other}"),
        }
        judged += 1;
    }
    assert_eq!(judged, 54);
}
