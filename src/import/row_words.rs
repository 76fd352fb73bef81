//! Words by which a row is known that is no entry: sums, notes, signatures, numbers of columns.

use super::cell;
use super::profile::squeezed;

/// What stands where a list is summed up.
const TOTALS: [&str; 5] = ["合计", "总计", "小计", "共计", "总数"];

/// What may stand before it.
const BEFORE_TOTALS: [&str; 4] = ["以上", "本表", "本页", "全表"];

/// What notes are called; no item is called so.
const NOTES: [&str; 10] =
    ["注", "备注", "附注", "说明", "填写说明", "填表说明", "填报说明", "填表须知", "注意事项", "有关说明"];

/// What stands at the foot of a form before a colon.
const FOOT: [&str; 25] = [
    "注意",
    "填表",
    "填表人",
    "填报人",
    "填表单位",
    "填报单位",
    "填表日期",
    "填报日期",
    "填表时间",
    "填报时间",
    "制表",
    "制表人",
    "制表单位",
    "审核",
    "审核人",
    "审批人",
    "联系人",
    "联系电话",
    "联系人及电话",
    "负责人",
    "单位负责人",
    "主要负责人",
    "分管负责人",
    "经办人",
    "日期",
];

/// How names of bodies end.
const BODIES: [&str; 12] = ["局", "委", "委员会", "办公室", "办", "政府", "厅", "中心", "院", "大队", "支队", "办事处"];

/// The stems by which columns are numbered.
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";

/// Whether a cell sums up, without its blanks: `合计`, `以上共计`, `合计：3项`; 总计划调整审批 does not.
pub(super) fn is_total(text: &str) -> bool {
    let text = BEFORE_TOTALS.iter().find_map(|before| text.strip_prefix(before)).unwrap_or(text);
    let Some(rest) = TOTALS.iter().find_map(|total| text.strip_prefix(total)) else { return false };
    rest.is_empty()
        || rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, ':' | '：' | '(' | '（'))
        || ["项", "个", "条", "件"].iter().any(|unit| rest.ends_with(unit)) && rest.chars().count() <= 8
}

/// Whether a row that begins so, without blanks, is a note or the foot of a form. In the column of names a note has a name that no
/// item has, or stands almost alone: 审核 may be a part of an item.
pub(super) fn is_note(start: &str, begins_with_name: bool, cells: usize) -> bool {
    let behind = |word: &&str| start.strip_prefix(*word);
    let colon = |rest: &str| rest.starts_with([':', '：']);
    let is_named = NOTES.iter().filter_map(behind).any(|rest| rest.is_empty() || colon(rest));
    let is_foot = FOOT.iter().filter_map(behind).any(|rest| colon(rest) || rest.is_empty() && !begins_with_name);
    (is_named || is_foot) && (!begins_with_name || cells <= 2)
}

/// Whether a text is a body with the place for its seal.
pub(super) fn is_sealed(text: &str) -> bool {
    let text = squeezed(text).replace('(', "（").replace(')', "）");
    ["（盖章）", "（公章）", "（章）", "（签章）", "（签字）", "（签名）", "（印章）"]
        .iter()
        .any(|seal| text.ends_with(seal))
}

/// Whether a text is a day or a month and nothing else; digits alone may be anything.
pub(super) fn is_date(text: &str) -> bool {
    let text = squeezed(text);
    let text = text.strip_suffix("印发").unwrap_or(&text);
    let is_month = || text.ends_with('月') && cell::date(&format!("{text}1日")).is_some();
    !text.chars().all(|c| c.is_ascii_digit()) && (cell::date(text).is_some() || is_month())
}

/// Whether a text looks like the name of one body.
pub(super) fn is_body(text: &str) -> bool {
    let text = squeezed(text);
    text.chars().count() <= 30 && text.chars().all(char::is_alphabetic) && BODIES.iter().any(|end| text.ends_with(end))
}

/// Whether a row numbers the columns: 甲 乙 丙, 1 2 3, or 甲 乙 1 2.
pub(super) fn is_numbering<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let (mut stems, mut count) = (STEMS.chars().peekable(), 0_u32);
    let mut numbered = 0_u32;
    for text in texts {
        let text = squeezed(text);
        let text = text.trim_matches(['(', ')', '（', '）']);
        let is_stem = numbered == 0 && stems.next_if(|stem| text.strip_prefix(*stem) == Some("")).is_some();
        if !is_stem {
            numbered = numbered.saturating_add(1);
            if text.parse() != Ok(numbered) {
                return false;
            }
        }
        count = count.saturating_add(1);
    }
    count >= 3
}
