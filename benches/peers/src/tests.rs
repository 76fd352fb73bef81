//! The base reads what the library reads, and no writing changes what is found.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use qingdan::model::Spelling;

use super::{borrowed_counts, said};

#[path = "../../writings/forms.rs"]
mod forms;
#[path = "../../../examples/synthesize/generator.rs"]
#[expect(
    clippy::arithmetic_side_effects,
    reason = "it reads nothing but its own tables, and what is wrong in them is to be seen at once"
)]
mod generator;

use generator::Order;

fn sample(name: &str) -> String {
    fs::read_to_string(Path::new("../../examples/catalogs").join(name)).unwrap()
}

/// A twentieth of a county; with enough faults to plant every kind once.
fn county(spelling: Spelling, faults: usize) -> String {
    let order = Order { counties: 1, seed: 7, spelling, licenses: true, faults, divisor: 20 };
    let mut bytes = Vec::new();
    generator::write(order, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_base_reads_every_record_of_the_samples() {
    for name in ["minimal.json", "hangjin-sample.json", "hangjin-2024-figures.json"] {
        let text = sample(name);
        assert_eq!(borrowed_counts(text.as_bytes(), Spelling::Document), said::records(text.as_bytes()), "{name}");
    }
}

#[test]
fn the_base_reads_every_record_of_both_spellings_in_all_writings() {
    for spelling in [Spelling::Document, Spelling::Ndjson] {
        let text = county(spelling, 0);
        let counts = said::records(text.as_bytes());
        assert!(counts.values().sum::<usize>() > 500);
        for written in [&text, &forms::shuffled(&text), &forms::escaped(&text)] {
            assert_eq!(borrowed_counts(written.as_bytes(), spelling), counts);
        }
    }
}

#[test]
fn findings_are_the_same_in_all_writings() {
    let texts = [
        sample("hangjin-sample.json"),
        sample("hangjin-faulty.json"),
        county(Spelling::Document, 270),
        county(Spelling::Ndjson, 270),
    ];
    for text in texts {
        let found = said::findings(text.as_bytes());
        for written in [forms::shuffled(&text), forms::escaped(&text)] {
            assert_ne!(written, text);
            let other = said::findings(written.as_bytes());
            let [found, other] = [&found, &other].map(|said| said.iter().collect::<BTreeSet<_>>());
            let differing: Vec<_> = found.symmetric_difference(&other).collect();
            assert!(differing.is_empty(), "{differing:#?}");
        }
    }
}

#[test]
fn members_are_shuffled_and_nothing_else() {
    // The order of members is what the seed gives; numbers as they are written, members that stand twice, elements and
    // lines stay.
    let text = "{\"a\": [1.50, {\"c\": \"、\\n\", \"d\": null, \"e\": {}, \"c\": 2}], \"b\": \"\"}\n{\"f\": 1}\n";
    let written = "{\"b\":\"\",\"a\":[1.50,{\"c\":2,\"d\":null,\"e\":{},\"c\":\"、\\n\"}]}\n{\"f\":1}\n";
    assert_eq!(forms::shuffled(text), written);
    assert_eq!(forms::escaped("\"a、𠮷\""), r#""a\u3001\ud842\udfb7""#);
}
