//! Reading records: what the fast way accepts the walk finds clean, and serde gives an equal record.
//!
//! The first byte says of which kind the record is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qingdan::model::Kind;

fuzz_target!(|input: (u8, &str)| {
    let (kind, json) = input;
    let _ = qingdan::read_both_ways(Kind::ALL[usize::from(kind) % Kind::ALL.len()], json);
});
