//! The catalogue of rules: complete, documented, and each rule true to its examples.

use qingdan::Checker;
use qingdan::rule::{self, Example, Rule};

fn pointers(example: &Example) -> Vec<(String, String)> {
    let report = Checker::new().as_of("2026-11-23".parse().unwrap()).check_bytes("example", &example.text());
    report.findings().map(|finding| (finding.code.to_string(), finding.place.pointer.to_string())).collect()
}

fn expected(rule: &Rule, example: &Example) -> Vec<(String, String)> {
    example.at.iter().map(|at| (rule.code.to_string(), (*at).to_owned())).collect()
}

#[test]
fn every_example_gives_exactly_what_it_says() {
    let mut wrong = Vec::new();
    for rule in rule::all() {
        for example in rule.fails.iter().chain(rule.passes) {
            let (found, expected) = (pointers(example), expected(rule, example));
            if found != expected {
                wrong.push(format!("{} ({}): expected {expected:?}, found {found:?}", rule.code, example.note));
            }
        }
        assert!(
            rule.fails.iter().all(|example| !example.at.is_empty()),
            "{} has a failing example that does not fail",
            rule.code
        );
        assert!(
            rule.passes.iter().all(|example| example.at.is_empty()),
            "{} has a passing example that fails",
            rule.code
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
