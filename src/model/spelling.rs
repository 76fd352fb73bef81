//! The two spellings of a catalog.

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
