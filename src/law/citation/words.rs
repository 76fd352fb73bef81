//! Words at a citation that are none of its parts.

use super::group::begins_with_place;
use super::scan::{Scan, is_break};

/// Words after a title or provision that say nothing of which.
pub(super) const FILLERS: [&str; 25] = [
    "等有关规定",
    "等相关规定",
    "的有关规定",
    "的相关规定",
    "等法律法规规定",
    "之规定",
    "的规定",
    "等规定",
    "有关规定",
    "相关规定",
    "规定如下",
    "明确规定",
    "规定",
    "全文",
    "等文件",
    "等条款",
    "等条",
    "等项",
    "条款",
    "内容",
    "文件",
    "的",
    "等",
    "文",
    "中",
];

/// Words that may name an instrument, or stand for one.
pub(super) const MAY_NAME: [&str; 11] = ["法", "条例", "办法", "规定", "细则", "规则", "决定", "其", "该", "例", "准"];

/// Whether words after provisions, on the same line, name provisions too and are no sentence: `，某法第九十条`.
pub(super) fn names_places(scan: Scan<'_>) -> bool {
    const SENTENCE: [&str; 8] = ["违反", "有", "依照", "按照", "根据", "对", "不", "“"];
    if SENTENCE.iter().any(|word| scan.rest().starts_with(word)) {
        return false;
    }
    let mut ahead = scan;
    let mut found = false;
    for read in 0..30 {
        let Some(c) = ahead.peek().filter(|&c| !is_break(c) && !matches!(c, '。' | '；' | '：' | ':')) else {
            return found;
        };
        found |= read < 15 && c == '第' && begins_with_place(ahead);
        ahead.bump();
    }
    false
}
