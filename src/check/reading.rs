//! Reading a catalog: the same judging, by the rules of form alone.

use std::fs::File;
use std::path::Path;

use super::{CheckError, Checker, RuleSelector};
use crate::finding::Finding;
use crate::model::{Catalog, Spelling};
use crate::read::Limits;
use crate::report::FindingCounts;
use crate::rules::reading;

/// 读取结果: what could be read, and what could not.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Reading {
    /// 目录: the header and every record that could be read; none where the header could not be.
    pub catalog: Option<Catalog>,
    /// 发现: the faults of form (rules QD001 to QD008) with their places: of each rule 10,000, and more as long as there is
    /// no more than one for 100 bytes of the input.
    pub findings: Vec<Finding>,
    /// 计数: how many there are, listed or not.
    pub counts: FindingCounts,
    /// 书写形式: how the input is spelled.
    pub spelling: Option<Spelling>,
}

/// Reads a catalog, telling every fault of form: rules QD001 to QD008. Of two records with one id the first is kept.
///
/// ```
/// use qingdan::{Limits, Reading};
/// let bytes = br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
///                  "organizations": [{"id": "water", "name": 5, "kind": "office"}, {"id": "tax", "name": "b", "kind": "department"}]}"#;
/// let Reading { catalog, findings, .. } = qingdan::read(bytes, Limits::default());
/// assert_eq!(findings.len(), 2); // both faults of the first record
/// assert_eq!(catalog.map(|catalog| catalog.len()), Some(1)); // the second is read all the same
/// ```
#[must_use]
pub fn read(bytes: &[u8], limits: Limits) -> Reading {
    of(&of_form(limits), bytes)
}

/// Opens a file and reads the catalog in it as [`read`](super::read()) does; NDJSON when its name ends in `.ndjson` or
/// `.jsonl`, else as its content says.
///
/// ```no_run
/// use qingdan::{Limits, Reading};
/// let Reading { catalog, findings, .. } = qingdan::open("catalog.ndjson", Limits::default())?;
/// println!("{:?} records, {} faults", catalog.map(|catalog| catalog.len()), findings.len());
/// # Ok::<(), qingdan::Error>(())
/// ```
///
/// # Errors
/// [`CheckError`] when the file cannot be read. A file full of mistakes is a reading with findings.
pub fn open(path: impl AsRef<Path>, limits: Limits) -> Result<Reading, CheckError> {
    let path = path.as_ref();
    let mut checker = of_form(limits);
    checker.spelling = Spelling::of_path(path);
    let bytes = File::open(path).and_then(|file| {
        let size = file.metadata()?.len();
        checker.read_of_size(file, size)
    });
    let bytes = bytes.map_err(|source| CheckError { path: path.to_owned(), source })?;
    Ok(of(&checker, &bytes))
}

/// A checker of form alone.
pub(super) fn of_form(limits: Limits) -> Checker {
    Checker::new().limits(limits).select(reading::OF_FORM.map(RuleSelector::Rule))
}

/// What can be read of bytes.
fn of(checker: &Checker, bytes: &[u8]) -> Reading {
    let (input, catalog) = checker.judge(bytes, true);
    Reading { catalog, findings: input.findings, counts: input.counts, spelling: input.spelling }
}
