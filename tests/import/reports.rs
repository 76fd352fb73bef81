//! Reports with findings of cells, for what is written from reports.

use qingdan::{Checker, Finding, Report};
use serde_json::{Value, json};

pub(crate) fn checker() -> Checker {
    Checker::new().as_of("2026-11-25".parse().unwrap())
}

/// The bytes of one of the official workbooks in `tests/data/workbooks`, or of what was made of them.
pub(crate) fn data(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/data/workbooks/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// What is found in the list of the transport department, whose records say of which cells they are.
pub(crate) fn transport() -> Report {
    checker().check_bytes("transport.ndjson", &data("transport.ndjson"))
}

/// A report without findings.
pub(crate) fn clean() -> Report {
    let catalog = json!({
        "header": { "schema_version": "1.0", "title": "甲", "division": "150625", "level": "county" },
        "organizations": [{ "id": "water", "name": "杭锦旗水利局", "kind": "department" }],
    });
    checker().check_bytes("a.json", catalog.to_string().as_bytes())
}

/// A finding as a report has it, with what is different in it.
pub(crate) fn finding(different: &Value) -> Finding {
    let mut finding = json!({
        "code": "QD207", "rule": "impossible-date", "severity": "error", "aspect": "valid",
        "record": { "kind": "power_item", "id": "a-1", "name": "取水许可" },
        "body": { "id": "water", "name": "杭锦旗水利局" },
        "path": "/basis/0/text",
        "place": { "pointer": "/power_items/0/basis/0/text", "line": 3, "column": 7 },
        "message": { "zh": "日期不存在", "en": "there is no such day" },
        "fingerprint": "0000000000000000",
    });
    for (key, value) in different.as_object().unwrap() {
        finding[key] = value.clone();
    }
    serde_json::from_value(finding).unwrap()
}

/// A finding of a cell of `list.xlsx`.
pub(crate) fn at(sheet: &str, row: u32, columns: Option<&str>, severity: &str, what: &str) -> Finding {
    let mut source = json!({ "source": "s", "file": "list.xlsx", "sheet": sheet, "row": row });
    if let Some(columns) = columns {
        source["columns"] = columns.into();
    }
    finding(&json!({ "source": source, "severity": severity, "message": { "zh": what, "en": what } }))
}

/// A report with these findings alone.
pub(crate) fn with(findings: Vec<Finding>) -> Report {
    let mut report = serde_json::to_value(clean()).unwrap();
    let input = &mut report["inputs"][0];
    let count = |severity: &str| findings.iter().filter(|finding| finding.severity.as_str() == severity).count();
    let (errors, warnings, notices) = (count("error"), count("warning"), count("info"));
    input["counts"]["error"] = errors.into();
    input["counts"]["warning"] = warnings.into();
    input["counts"]["info"] = notices.into();
    input["counts"]["total"] = findings.len().into();
    input["counts"]["shown"] = findings.len().into();
    for finding in &findings {
        let of_rule = &mut input["counts"]["by_rule"][finding.code.to_string()];
        *of_rule = (of_rule.as_u64().unwrap_or(0) + 1).into();
    }
    input["findings"] = serde_json::to_value(findings).unwrap();
    serde_json::from_value(report).unwrap()
}
