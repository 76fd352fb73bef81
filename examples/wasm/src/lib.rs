//! Checks catalogs in a page: the file never leaves the machine of who opens it.
//!
//! ```text
//! cargo build --release --target wasm32-unknown-unknown --manifest-path examples/wasm/Cargo.toml
//! wasm-bindgen --target web --out-dir pkg examples/wasm/target/wasm32-unknown-unknown/release/qingdan_wasm_example.wasm
//! ```
//!
//! ```js
//! import init, { check } from "./pkg/qingdan_wasm_example.js";
//! await init();
//! const file = input.files[0];
//! const today = new Date().toLocaleDateString("sv-SE"); // YYYY-MM-DD, of here
//! const report = JSON.parse(check(file.name, new Uint8Array(await file.arrayBuffer()), today));
//! for (const finding of report.inputs[0].findings) console.log(finding.code, finding.message.zh);
//! ```

use qingdan::schema::SchemaName;
use qingdan::{Checker, Error, Limits};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// The largest catalog that is taken, in bytes: a page has little memory.
const LARGEST: u64 = 32 << 20;

/// The report on a catalog as JSON, as of a day written `YYYY-MM-DD`. A catalog full of mistakes, or larger than what is
/// taken, is a report.
///
/// # Errors
/// Where the day is no day.
#[wasm_bindgen]
pub fn check(name: &str, catalog: &[u8], as_of: &str) -> Result<String, JsError> {
    Ok(report(name, catalog, as_of)?)
}

/// The JSON Schema of this name, such as `document` or `report`, as text.
///
/// # Errors
/// Where there is no such schema; the message names those that there are.
#[wasm_bindgen]
pub fn schema(name: &str) -> Result<String, JsError> {
    Ok(name.parse::<SchemaName>().map_err(Error::from)?.text())
}

/// What the library says, without what a page needs.
fn report(name: &str, catalog: &[u8], as_of: &str) -> Result<String, Error> {
    let limits = Limits::default().with_max_bytes(LARGEST);
    let report = Checker::new().as_of(as_of.parse()?).limits(limits).max_findings(1000).check_bytes(name, catalog);
    let mut json = Vec::new();
    qingdan::writer::write_json(&report, &mut json)?;
    Ok(String::from_utf8_lossy(&json).into_owned())
}
