//! 权力类型, as columns, sheets and titles name it.

use super::numbering::without_numbering;
use super::total::without_total;
use super::word::plain;
use crate::codelist::ItemType;

/// The words of the types behind 行政, or by themselves.
const SHORT: [(&str, ItemType); 13] = [
    ("许可", ItemType::Licensing),
    ("处罚", ItemType::Penalty),
    // Before 强制: the longer word is meant.
    ("强制措施", ItemType::CoerciveMeasure),
    ("强制执行", ItemType::CoerciveExecution),
    ("强制", ItemType::Coercion),
    ("征收", ItemType::Levy),
    ("征用", ItemType::Requisition),
    ("给付", ItemType::Payment),
    ("检查", ItemType::Inspection),
    ("确认", ItemType::Confirmation),
    ("奖励", ItemType::Reward),
    ("裁决", ItemType::Adjudication),
    ("备案", ItemType::Filing),
];

/// Words that stand by themselves.
const LONG: [(&str, ItemType); 7] = [
    ("行政监督检查", ItemType::Inspection),
    ("监督检查", ItemType::Inspection),
    ("其他行政权力", ItemType::OtherPower),
    ("其他行政职权", ItemType::OtherPower),
    ("其他权力", ItemType::OtherPower),
    ("其他职权", ItemType::OtherPower),
    ("公共服务", ItemType::PublicService),
];

/// What may stand behind the word of a type and says nothing more.
const BEHIND: [&str; 8] = ["权力事项", "职权", "事项", "类别", "类型", "类", "权", "项目"];

/// 权力类型: the type that a cell names, with blanks, line breaks, a number before it or 类 behind it. A cell that says
/// anything else names none, nor one that names two.
///
/// ```
/// use qingdan::codelist::ItemType;
/// use qingdan::import::cell::item_type;
/// assert_eq!(item_type("一、行政 许可"), Some(ItemType::Licensing));
/// assert_eq!(item_type("行政处罚类"), Some(ItemType::Penalty));
/// assert_eq!(item_type("其它"), Some(ItemType::OtherPower));
/// assert_eq!(item_type("行政处罚、行政强制"), None);
/// assert_eq!(item_type("行政规划"), None);
/// ```
#[must_use]
pub fn item_type(text: &str) -> Option<ItemType> {
    let word = plain(without_numbering(text)).replace("其它", "其他");
    let word = word.trim_end_matches(['。', ':', ';', ',', '、', '.']);
    if word.is_empty() {
        return None;
    }
    of_word(word).or_else(|| BEHIND.iter().find_map(|end| of_word(word.strip_suffix(end)?))).or_else(|| {
        // The name of JSON, where a program wrote the table.
        word.parse().ok()
    })
}

fn of_word(word: &str) -> Option<ItemType> {
    let short = word.strip_prefix("行政").unwrap_or(word);
    let of = |list: &[(&str, ItemType)], word: &str| list.iter().find(|(name, _)| *name == word).map(|&(_, kind)| kind);
    of(&LONG, word).or_else(|| of(&SHORT, short)).or_else(|| (word == "其他").then_some(ItemType::OtherPower))
}

/// 表名中的权力类型: the type that the name of a sheet or a title names: `行政处罚（254项）`, `2.行政检查`. None where several types
/// are named, or words that might name one.
///
/// ```
/// use qingdan::codelist::ItemType;
/// use qingdan::import::cell::item_type_in;
/// assert_eq!(item_type_in("行政处罚（254项）"), Some(ItemType::Penalty));
/// assert_eq!(item_type_in("克拉玛依市农业农村局行政检查事项清单"), Some(ItemType::Inspection));
/// assert_eq!(item_type_in("行政许可、行政处罚"), None);
/// assert_eq!(item_type_in("Sheet1"), None);
/// ```
#[must_use]
pub fn item_type_in(title: &str) -> Option<ItemType> {
    let title = without_total(title);
    if let Some(found) = item_type(&title) {
        return Some(found);
    }
    let title = plain(&title).replace("其它", "其他");
    let (mut found, mut rest) = (None, title.as_str());
    while let Some(first) = rest.chars().next() {
        let (kind, length) = match named_at(rest) {
            Some((kind, is_full, length)) => {
                // A word without 行政 might name a type: 行政处罚（含检查）.
                let kind = is_full.then_some(kind)?;
                if found.is_some_and(|before| before != kind) {
                    return None;
                }
                (Some(kind), length)
            }
            None => (None, first.len_utf8()),
        };
        found = kind.or(found);
        rest = rest.get(length..).unwrap_or_default();
    }
    found
}

/// The type that is named right here, whether by its full word, and the length of that.
fn named_at(text: &str) -> Option<(ItemType, bool, usize)> {
    let long = LONG.iter().find(|(word, _)| text.starts_with(word));
    if let Some(&(word, kind)) = long {
        return Some((kind, word != "监督检查", word.len()));
    }
    let short = text.strip_prefix("行政");
    let words = short.unwrap_or(text);
    let &(word, kind) = SHORT.iter().find(|(word, _)| words.starts_with(word))?;
    let before = text.len().saturating_sub(words.len());
    Some((kind, short.is_some(), before.saturating_add(word.len())))
}
