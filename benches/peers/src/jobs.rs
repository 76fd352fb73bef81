//! What is timed.

use std::hint::black_box;
use std::num::NonZeroUsize;
use std::path::Path;

use qingdan::Catalog;
use qingdan::figures::Figures;
use qingdan::model::Spelling;
use qingdan::schema::SchemaName;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::{borrowed, said};

/// A catalog in one writing.
#[derive(Clone, Copy)]
pub(crate) struct Input<'a> {
    pub(crate) path: &'a Path,
    pub(crate) bytes: &'a [u8],
    pub(crate) spelling: Spelling,
}

/// Something to time, with its name.
pub(crate) type Job<'a> = (&'static str, Box<dyn Fn() + 'a>);

/// The lines of NDJSON, without those that are empty.
pub(crate) fn lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty())
}

/// The jobs over an input, the base first; with those over its catalog in memory.
pub(crate) fn over(input: Input<'_>, in_memory: bool) -> Vec<Job<'_>> {
    let Input { path, bytes, spelling } = input;
    let mut jobs = if spelling == Spelling::Document { over_document(bytes) } else { over_lines(bytes) };
    jobs.extend([
        job("check", move || drop(black_box(said::checker().check_bytes("", bytes)))),
        job("check of the file", move || drop(black_box(said::checker().check_file(path).unwrap()))),
        job("read", move || drop(black_box(qingdan::read(bytes, said::limits())))),
    ]);
    if spelling == Spelling::Ndjson {
        let two = NonZeroUsize::MIN.saturating_add(1);
        jobs.push(job("check of the file, two threads", move || {
            drop(black_box(said::checker().threads(two).check_file(path).unwrap()));
        }));
    }
    if in_memory {
        let catalog: Catalog = serde_json::from_slice(bytes).unwrap();
        let figured = catalog.clone();
        jobs.extend([
            job("check of a catalog in memory", move || drop(black_box(said::checker().check(&catalog)))),
            job("figures of a catalog in memory", move || drop(black_box(Figures::of(&figured)))),
        ]);
    }
    jobs
}

fn over_document(bytes: &[u8]) -> Vec<Job<'_>> {
    let validator = jsonschema::validator_for(&serde_json::from_str(&SchemaName::Document.text()).unwrap()).unwrap();
    assert_eq!(
        sonic_rs::from_slice::<Catalog>(bytes).unwrap(),
        serde_json::from_slice(bytes).unwrap(),
        "both parsers read the same"
    );
    vec![
        job("serde_json, borrowed", move || parse::<borrowed::Catalog<'_>>(bytes)),
        job("serde_json, owned", move || parse::<Catalog>(bytes)),
        job("serde_json, skipped", move || parse::<IgnoredAny>(bytes)),
        job("sonic-rs, owned, and our rules", move || {
            let catalog: Catalog = sonic_rs::from_slice(bytes).unwrap();
            drop(black_box(said::checker().check(&catalog)));
        }),
        job("jsonschema over Value", move || {
            let value: Value = serde_json::from_slice(bytes).unwrap();
            assert!(black_box(validator.is_valid(&value)));
        }),
    ]
}

fn over_lines(bytes: &[u8]) -> Vec<Job<'_>> {
    vec![
        job("serde_json, borrowed", move || lines(bytes).for_each(parse::<borrowed::Line<'_>>)),
        job("serde_json, skipped", move || lines(bytes).for_each(parse::<IgnoredAny>)),
    ]
}

fn job<'a>(name: &'static str, run: impl Fn() + 'a) -> Job<'a> {
    (name, Box::new(run))
}

fn parse<'a, T: Deserialize<'a>>(bytes: &'a [u8]) {
    drop(black_box(serde_json::from_slice::<T>(bytes).unwrap()));
}
