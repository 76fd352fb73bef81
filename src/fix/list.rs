//! Lists: what is corrected, and what is left alone.

use crate::codelist::closed_list;

closed_list! {
    /// 修正类别: what was corrected.
    FixClass {
        /// Blanks and line feeds at the beginning or the end of a name.
        Blanks = "blanks", "名称首尾空白";
        /// Full-width digits, letters and hyphens of a code.
        Width = "width", "编码中的全角字符";
        /// A member that is `null`, which says as much as a member that is not there.
        Nulls = "nulls", "空值（null）";
        /// The spelling of a member name: case, width, blanks around it, `-` or a blank for `_`.
        Spelling = "spelling", "栏目名写法";
        /// The order of members; only where it is asked for.
        Order = "order", "栏目次序";
    }
}

closed_list! {
    /// 未处理原因: why something was left alone.
    LeftCause {
        /// It is not UTF-8.
        NotUtf8 = "not_utf8", "不是UTF-8编码";
        /// It is not JSON, so that nothing in it has a certain meaning.
        NotJson = "not_json", "不是合法的JSON";
        /// A member name stands twice in an object, and which one counts is not certain.
        RepeatedKey = "repeated_key", "同一栏目写了两次";
        /// It is larger or nested deeper than may be read.
        TooLarge = "too_large", "超出读取限度";
        /// Its version is not supported, so that members of the same name may mean something else.
        VersionUnsupported = "version_unsupported", "模式版本不受支持";
        /// It is JSON, and no catalog.
        NotACatalog = "not_a_catalog", "不是目录";
    }
}

closed_list! {
    /// 未处理范围: what was left alone.
    LeftScope {
        /// The whole input.
        Input = "input", "整个文件";
        /// A line of NDJSON.
        Line = "line", "该行";
        /// A record, or the header.
        Record = "record", "该条记录";
    }
}
