//! The two spellings of a catalog.

use std::path::Path;

use crate::codelist::closed_list;

closed_list! {
    /// 书写形式: how a catalog is spelled.
    Spelling {
        /// One JSON object with an array per kind.
        Document = "document", "文档";
        /// One record a line.
        Ndjson = "ndjson", "逐行 JSON";
    }
}

impl Spelling {
    /// The spelling that the name of a file tells: NDJSON for `.ndjson` and `.jsonl`, in any case of letters; other
    /// names tell nothing.
    ///
    /// ```
    /// use std::path::Path;
    /// use qingdan::model::Spelling;
    /// assert_eq!(Spelling::of_path(Path::new("a/b.jsonl")), Some(Spelling::Ndjson));
    /// assert_eq!(Spelling::of_path(Path::new("a/b.json")), None);
    /// ```
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?;
        let told = ["ndjson", "jsonl"].iter().any(|known| ending.eq_ignore_ascii_case(known));
        told.then_some(Self::Ndjson)
    }
}
