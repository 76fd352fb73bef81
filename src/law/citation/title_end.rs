//! How titles end: their last words, and the words after 》 that belong to them.

use super::group::begins_with_place;
use super::scan::{Scan, closes_bracket, is_han, opens_bracket};

/// The longest words looked for before a title, and after it.
pub(super) const LONGEST_WORDS: usize = 60;

/// What titles of instruments end with.
pub(super) const TITLE_ENDS: [&str; 31] = [
    "法",
    "法典",
    "条例",
    "规定",
    "办法",
    "细则",
    "规则",
    "决定",
    "决议",
    "解释",
    "规程",
    "规范",
    "标准",
    "目录",
    "名录",
    "清单",
    "通知",
    "意见",
    "方案",
    "准则",
    "章程",
    "公约",
    "制度",
    "大纲",
    "公告",
    "通告",
    "批复",
    "指南",
    "议定书",
    "协定",
    "要点",
];

/// What follows 》 and belongs to the title.
const SUFFIXES: [&str; 23] = [
    "实施条例",
    "实施细则",
    "实施办法",
    "实施规定",
    "实施意见",
    "实施方案",
    "实施规则",
    "实施若干规定",
    "施行细则",
    "施行条例",
    "施行办法",
    "若干规定",
    "若干问题的规定",
    "若干问题的决定",
    "若干问题的解释",
    "暂行条例",
    "暂行规定",
    "暂行办法",
    "补充规定",
    "配套规定",
    "处罚办法",
    "处罚细则",
    "贯彻办法",
];

/// Where a 》 stands that was put into the title too early: `《中华人民共和国》水法》`.
pub(super) fn stray_end(mut scan: Scan<'_>) -> Option<usize> {
    let start = scan.at;
    for _ in 0..LONGEST_WORDS {
        if scan.eat_if(is_han).is_none() {
            break;
        }
    }
    let words = scan.since(start);
    let ends = scan.peek().is_some_and(|c| matches!(c, '》' | '»'));
    (ends && TITLE_ENDS.iter().any(|end| words.ends_with(end))).then_some(scan.at)
}

/// Where the words after 》 end that belong to the title: `《水法》实施办法`. After words that speak of carrying out they
/// may be any that end like a title.
pub(super) fn suffix_end(mut scan: Scan<'_>, any: bool) -> Option<usize> {
    let start = scan.at;
    if any {
        for _ in 0..LONGEST_WORDS {
            let words = scan.since(start);
            if TITLE_ENDS.iter().any(|end| words.ends_with(end)) && ends_title(scan) {
                let sentence = ["本", "该", "制定", "依照", "根据"].iter().any(|word| words.contains(word));
                return (!sentence).then(|| with_trial(scan).at);
            }
            scan.eat_if(|c| is_han(c) || c == '、')?;
        }
        return None;
    }
    scan.eat("的");
    scan.eat_any(&SUFFIXES)?;
    ends_title(scan).then(|| with_trial(scan).at)
}

/// A suffix without the title to which it belongs: `实施条例`.
pub(super) fn read_suffix<'a>(scan: &mut Scan<'a>) -> Option<&'a str> {
    let mut ahead = *scan;
    let start = ahead.at;
    ahead.eat_any(&SUFFIXES).filter(|_| ends_title(ahead))?;
    *scan = with_trial(ahead);
    Some(scan.since(start))
}

/// `（试行）` belongs to the title.
fn with_trial(scan: Scan<'_>) -> Scan<'_> {
    let mut ahead = scan;
    let trial = ahead.eat_if(opens_bracket).is_some()
        && ahead.eat_any(&["试行", "暂行", "草案"]).is_some()
        && ahead.eat_if(closes_bracket).is_some();
    if trial { ahead } else { scan }
}

/// Whether a title may end here.
fn ends_title(scan: Scan<'_>) -> bool {
    scan.peek().is_none_or(|c| !is_han(c))
        || begins_with_place(scan)
        || ["的", "等", "和", "及", "与", "以及", "或", "中", "规定", "附件", "附表", "附则"]
            .iter()
            .any(|word| scan.rest().starts_with(word))
}
