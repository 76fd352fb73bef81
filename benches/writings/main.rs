//! Writes one catalog in the writings that `benches/run` and `.ci/instructions` measure: `writings COUNTIES FOLDER`.
//!
//! | file | spellings | members | Chinese | blanks |
//! |---|---|---|---|---|
//! | `regular` | both | in the order of our writer | as it is | none |
//! | `shuffled` | both | of each object in an order of its own | as it is | none |
//! | `escaped` | both | in the order of our writer | as `\u` escapes | none |
//! | `indented` | document | in the order of our writer | as it is | as our writer indents a document |

#![expect(clippy::unwrap_used, reason = "it reads what it made itself, and what is wrong there is to be seen at once")]

use std::fs;
use std::path::Path;

use qingdan::Limits;
use qingdan::model::Spelling;

mod forms;
#[path = "../../examples/synthesize/generator.rs"]
#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "it reads nothing but its own tables, and what is wrong in them is to be seen at once"
)]
mod generator;

use generator::Order;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let counties = arguments.next().and_then(|count| count.parse().ok()).unwrap_or(1);
    let folder = arguments.next().unwrap_or_else(|| "target/bench".to_owned());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder).unwrap();

    let mut generated = Vec::new();
    let order = Order { counties, seed: 7, spelling: Spelling::Ndjson, licenses: false, faults: 0, divisor: 1 };
    generator::write(order, &mut generated).unwrap();
    let catalog = qingdan::read(&generated, Limits::default().with_max_bytes(u64::MAX)).catalog.unwrap();
    let save = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    let mut indented = Vec::new();
    catalog.write_json(&mut indented).unwrap();
    save("indented.json", &String::from_utf8(indented).unwrap());

    let document = serde_json::to_string(&catalog).unwrap();
    let mut lines = Vec::new();
    catalog.write_ndjson(&mut lines).unwrap();
    for (regular, ending) in [(document, "json"), (String::from_utf8(lines).unwrap(), "ndjson")] {
        save(&format!("shuffled.{ending}"), &forms::shuffled(&regular));
        save(&format!("escaped.{ending}"), &forms::escaped(&regular));
        save(&format!("regular.{ending}"), &regular);
    }
}
