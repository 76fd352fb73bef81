//! Agreement: the schema, the reader and serde say the same of every mutated record, but for a written list of kinds.
//!
//! Every value of the sample catalogs is replaced by every value of a fixed list of odd ones; every object also gets
//! a member twice, an unknown member, and loses each member once. The schema is judged by an independent validator.

use std::collections::{BTreeMap, BTreeSet};

use qingdan::model::{AnyRecord, Catalog, Kind};
use qingdan::schema::SchemaName;
use qingdan::{Checker, Limits};
use serde_json::Value;

use crate::samples::bytes;

/// Values that a field does not expect, and some that it may.
const ODD: &[&str] = &[
    "null",
    "true",
    "0",
    "-1",
    "1",
    "300",
    "70000",
    "5000000000",
    "1.0",
    "1e2",
    "-0",
    "\"\"",
    "\" \"",
    "\"x\"",
    "\"a b\"",
    "\"２０\"",
    "\"2019-04-36\"",
    "\"2024-02-29\"",
    "\"county\"",
    "\"96.27\"",
    "\"12345678901234567890123456789012345678901234567890123456789012345\"",
    "[]",
    "[null]",
    "[\"x\"]",
    "[3, null, null, null, null]",
    "[\"valid\", \"2024-02-29\"]",
    "[\"x\", true]",
    "{}",
    "{\"county\": null}",
    "{\"x\": 1}",
];

/// Texts for places where a text stands: ids, codes and dates of a wrong form, and of a right form but wrong.
const ODD_TEXTS: &[&str] = &[
    "a\\n",
    "无",
    "150625\\n",
    "150000",
    "1506",
    "2019-02-29",
    "123456789",
    "11150625011506314E",
    "11150625011506314",
    "11150625011506314E001",
    "000117000000",
    "00011700100Y",
    "11150625011506314C200011700100Y",
    "1.2.156.3005.2.11150625011506314C001.150625.A1.001.0",
];

/// The only ways in which the three may differ.
const DOCUMENTED: &[&str] = &[
    // A derived struct takes an array of its fields; the schema and the reader do not.
    "array for a struct: serde takes it, the reader and the schema do not",
    // A schema calls 1.0, 1e2 and -0 whole numbers.
    "a whole number written 1.0, 1e2 or -0: the schema takes it, the reader and serde do not",
    // No schema sees a key twice; serde sees it in structs, and in free objects the last one wins.
    "a key twice in a struct: the schema takes it, the reader and serde do not",
    "a key twice in a free object: the schema and serde take it, the reader does not",
    // What no pattern can say: check characters, days of the month, codes in whose form there is no agreement.
    "a code or date of the right form that is wrong: the schema takes it, the reader keeps it, a rule tells it",
    // Real lists hold broken codes and dates, and no record is lost for them.
    "a code or date of a wrong form: the schema does not take it, the reader keeps it, a rule tells it",
    // Provinces number types of licenses in ways of their own; the national form alone has a pattern.
    "a provincial code of a license type: the schema does not take it, the reader keeps it, no rule speaks",
];

/// The rules that tell what the schema takes and the reader keeps.
const TOLD_ALONE: &[&str] = &["QD102", "QD103", "QD105", "QD107", "QD110", "QD115", "QD116", "QD207"];

/// The rules that tell what the schema does not take and the reader keeps.
const TOLD_TOO: &[&str] = &["QD011", "QD101", "QD103", "QD105", "QD107", "QD110", "QD114", "QD116", "QD207"];

const UNDOCUMENTED: &str = "undocumented";

struct Judges {
    kind: Kind,
    schema: jsonschema::Validator,
}

/// What the three say of one record.
struct Verdicts {
    schema: bool,
    serde: bool,
    /// The codes that the reader and the rules about forms report.
    codes: Vec<String>,
}

/// The rules about the form of codes and dates.
const FORMS: &[&str] =
    &["QD011", "QD101", "QD102", "QD103", "QD105", "QD107", "QD110", "QD114", "QD115", "QD116", "QD207"];

impl Judges {
    fn new(kind: Kind) -> Self {
        Self {
            kind,
            schema: jsonschema::validator_for(&crate::schemas::value(&SchemaName::Kind(kind).text())).unwrap(),
        }
    }

    fn judge(&self, record: &str) -> Verdicts {
        let value: Value = serde_json::from_str(record).unwrap();
        let document = format!(
            r#"{{"header": {{"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}}, "{}": [{record}]}}"#,
            self.kind.array()
        );
        let serde = AnyRecord::from_json(self.kind, record).is_ok();
        assert_eq!(serde, serde_json::from_str::<Catalog>(&document).is_ok(), "{record}");
        let selected = ["QD003", "QD005", "QD006"].iter().chain(FORMS).filter_map(|code| code.parse().ok());
        let report = Checker::new().select(selected).check_bytes("x", document.as_bytes());
        let codes: Vec<String> = report.findings().map(|finding| finding.code.to_string()).collect();
        assert!(
            !report.findings().any(|finding| finding.message.en.contains("fault of this tool")),
            "the reader took what serde refuses: {record}"
        );
        Verdicts { schema: self.schema.is_valid(&value), serde, codes }
    }
}

/// The kind of difference, if the three differ.
fn difference(verdicts: &Verdicts, mutation: &str) -> Option<&'static str> {
    let has = |code: &str| verdicts.codes.iter().any(|found| found == code);
    let reader = !has("QD003") && !has("QD005");
    let forms = verdicts.codes.iter().any(|code| FORMS.contains(&code.as_str()));
    match (verdicts.schema, verdicts.serde, reader) {
        // A placeholder may stand in any text, and is told there too.
        (true, true, true) if verdicts.codes.iter().any(|code| code != "QD011" && FORMS.contains(&code.as_str())) => {
            Some(DOCUMENTED[4])
        }
        (true, true, true) | (false, false, false) => None,
        (false, true, true) if forms => Some(DOCUMENTED[5]),
        (false, true, true) if mutation == "123456789" => Some(DOCUMENTED[6]),
        (false, true, false) if mutation.starts_with('[') => Some(DOCUMENTED[0]),
        (true, false, false) if matches!(mutation, "1.0" | "1e2" | "-0") => Some(DOCUMENTED[1]),
        (true, false, false) if has("QD003") => Some(DOCUMENTED[2]),
        (true, true, false) if has("QD003") => Some(DOCUMENTED[3]),
        _ => Some(UNDOCUMENTED),
    }
}

/// Calls `see` with the text of each mutation of a record, and what was done.
fn mutations(record: &Value, see: &mut dyn FnMut(&str, &str)) {
    let mut pointers = Vec::new();
    collect(record, String::new(), &mut pointers);
    for pointer in pointers {
        if !pointer.is_empty() {
            for odd in ODD {
                see(&replaced(record, &pointer, odd), odd);
            }
            if record.pointer(&pointer).is_some_and(Value::is_string) {
                for odd in ODD_TEXTS {
                    see(&replaced(record, &pointer, &format!("\"{odd}\"")), odd);
                }
            }
        }
        let Some(Value::Object(members)) = record.pointer(&pointer) else { continue };
        let unknown = with_member(record, &pointer, "\"zz_unknown\": 1");
        see(&unknown, "an unknown member");
        for (name, member) in members {
            let key = serde_json::to_string(name).unwrap();
            see(&with_member(record, &pointer, &format!("{key}: {member}")), "a member twice");
            let mut without = record.clone();
            without.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().remove(name);
            see(&without.to_string(), "a member less");
        }
    }
}

fn collect(value: &Value, pointer: String, into: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                collect(member, format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")), into);
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                collect(element, format!("{pointer}/{index}"), into);
            }
        }
        _ => {}
    }
    into.push(pointer);
}

const MARK: &str = "\u{10ffff}";

/// The record with the value at a place replaced by a text, which need not be what a parser would write back (`1.0`).
fn replaced(record: &Value, pointer: &str, with: &str) -> String {
    let mut marked = record.clone();
    *marked.pointer_mut(pointer).unwrap() = Value::String(MARK.into());
    marked.to_string().replacen(&format!("\"{MARK}\""), with, 1)
}

/// The record with one more member at the end of an object.
fn with_member(record: &Value, pointer: &str, member: &str) -> String {
    let mut marked = record.clone();
    // `~` sorts after every member of the model, so that the mark comes last.
    marked.pointer_mut(pointer).unwrap().as_object_mut().unwrap().insert(format!("~{MARK}"), Value::Null);
    marked.to_string().replacen(&format!("\"~{MARK}\":null"), member, 1)
}

/// What was judged: how many mutations, and how many differed in which way.
#[derive(Default)]
struct Tally {
    judged: usize,
    differences: BTreeMap<&'static str, usize>,
    /// By kind of difference the rules that told it.
    told: BTreeMap<&'static str, BTreeSet<String>>,
    undocumented: Vec<String>,
}

/// Judges every mutation of every record of one kind.
fn tally(kind: Kind, catalogs: &[Catalog]) -> Tally {
    let judges = Judges::new(kind);
    let mut tally = Tally::default();
    for record in catalogs.iter().flat_map(Catalog::records).filter(|record| record.kind() == kind) {
        let record: Value = serde_json::from_str(&record.to_json()).unwrap();
        mutations(&record, &mut |text, mutation| {
            tally.judged += 1;
            let verdicts = judges.judge(text);
            if let Some(kind) = difference(&verdicts, mutation) {
                let placeholder = |code: &str| code == "QD011" && kind != DOCUMENTED[5];
                let told = verdicts.codes.iter().filter(|code| FORMS.contains(&code.as_str()) && !placeholder(code));
                tally.told.entry(kind).or_default().extend(told.cloned());
                *tally.differences.entry(kind).or_default() += 1;
                if kind == UNDOCUMENTED && tally.undocumented.len() < 10 {
                    tally.undocumented.push(format!("{mutation}: {text}"));
                }
            }
        });
    }
    tally
}

#[test]
fn schema_reader_and_serde_differ_only_as_documented() {
    let catalogs = ["hangjin-sample.json", "minimal.json"]
        .map(|name| qingdan::read(&bytes(name), Limits::default()).catalog.unwrap());
    let tallies: Vec<Tally> = std::thread::scope(|scope| {
        let threads: Vec<_> = Kind::ALL
            .iter()
            .map(|&kind| {
                scope.spawn({
                    let catalogs = &catalogs;
                    move || tally(kind, catalogs)
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let mut total = Tally::default();
    for tally in tallies {
        total.judged += tally.judged;
        total.undocumented.extend(tally.undocumented);
        for (kind, told) in tally.told {
            total.told.entry(kind).or_default().extend(told);
        }
        for (kind, count) in tally.differences {
            *total.differences.entry(kind).or_default() += count;
        }
    }
    for (kind, count) in &total.differences {
        println!("{count:>7} {kind}");
    }
    println!("{:>7} mutations", total.judged);
    println!("{:?}", total.told);
    assert!(total.undocumented.is_empty(), "{}", total.undocumented.join("\n\n"));
    assert!(total.judged >= 10_000, "{}", total.judged);
    let mut documented = DOCUMENTED.to_vec();
    documented.sort_unstable();
    assert_eq!(total.differences.keys().copied().collect::<Vec<_>>(), documented);
    for (difference, expected) in [(DOCUMENTED[4], TOLD_ALONE), (DOCUMENTED[5], TOLD_TOO)] {
        assert_eq!(total.told[difference].iter().map(String::as_str).collect::<Vec<_>>(), expected, "{difference}");
        // The READMEs name them.
        for readme in [include_str!("../README.md"), include_str!("../README.zh.md")] {
            let list = readme.split("\n## ").find(|part| part.contains("schemas/v1/`]")).unwrap_or_default();
            assert!(expected.iter().all(|code| list.contains(code)), "{difference}: {list}");
        }
    }
}
