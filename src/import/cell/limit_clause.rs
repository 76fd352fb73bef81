//! One clause of a cell of time limits: an amount with its unit, and the words around it.

use super::numbering::without_numbering;
use super::word::{Bracket, bracket, is_blank, outside_brackets, plain, plain_char, trimmed};
use crate::codelist::{Channel, TimeUnit};
use crate::model::{Branch, Text, TimeLimit};
use crate::numeral;

/// The words of units, longer ones first. 年 and 分钟 are no units of a limit here.
const UNITS: [(&str, TimeUnit); 12] = [
    ("个工作日", TimeUnit::WorkingDay),
    ("工作日", TimeUnit::WorkingDay),
    ("个自然日", TimeUnit::CalendarDay),
    ("自然日", TimeUnit::CalendarDay),
    ("个日历天", TimeUnit::CalendarDay),
    ("日历天", TimeUnit::CalendarDay),
    ("日历日", TimeUnit::CalendarDay),
    ("个小时", TimeUnit::Hour),
    ("小时", TimeUnit::Hour),
    ("个月", TimeUnit::Month),
    ("日", TimeUnit::Day),
    ("天", TimeUnit::Day),
];

/// An amount with its unit, and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    pub(super) number: u16,
    pub(super) unit: TimeUnit,
    start: usize,
    pub(super) end: usize,
}

/// The amounts of a text that stand in no bracket.
pub(super) fn amounts(text: &str) -> Vec<Amount> {
    let mut found: Vec<Amount> = Vec::new();
    let (mut depth, mut skip) = (0_usize, 0_usize);
    for (at, c) in text.char_indices() {
        match bracket(c) {
            Some(Bracket::Opens) => depth = depth.saturating_add(1),
            Some(Bracket::Closes) => depth = depth.saturating_sub(1),
            None => {}
        }
        if depth == 0 && at >= skip && numeral::is_numeral(c) {
            let end = text.get(at..).map_or(at, |rest| {
                at.saturating_add(rest.len().saturating_sub(rest.trim_start_matches(numeral::is_numeral).len()))
            });
            skip = end;
            found.extend(amount(text, at, end));
        }
    }
    found
}

/// The amount whose numeral stands there. A part of a number (1.5), a range (15-20) and a day of the calendar (3月5日) are none.
fn amount(text: &str, start: usize, end: usize) -> Option<Amount> {
    let written = text.get(start..end)?;
    let before = text.get(..start)?.trim_end_matches(is_blank);
    if before.ends_with(['.', '．', '-', '－', '—', '~', '～', '至', '到', '月', '年', '第', '每', '半', '/'])
    {
        return None;
    }
    let number = arabic(written).or_else(|| {
        let (number, length) = numeral::read(written)?;
        (length == written.len()).then(|| number.get())
    })?;
    let rest = text.get(end..)?;
    let behind = rest.trim_start_matches(is_blank);
    // The unit may stand in brackets: 20（工作日）.
    let inner = behind.strip_prefix(['（', '(']).map(|inner| inner.trim_start_matches(is_blank));
    let (unit, after) = unit_at(inner.unwrap_or(behind))?;
    let (unit, after) = match inner {
        Some(_) => (unit, after.trim_start_matches(is_blank).strip_prefix(['）', ')'])?),
        None => closer(unit, after),
    };
    Some(Amount { number, unit, start, end: text.len().checked_sub(after.len())? })
}

/// The unit with which a text begins, and what follows it. Blanks may stand within: 20 个 工作日.
fn unit_at(text: &str) -> Option<(TimeUnit, &str)> {
    UNITS.iter().find_map(|(word, unit)| {
        let mut rest = text;
        for c in word.chars() {
            rest = rest.trim_start_matches(is_blank).strip_prefix(c)?;
        }
        Some((*unit, rest))
    })
}

/// A bracket behind days may say which days are meant: 15日（工作日）.
fn closer(unit: TimeUnit, after: &str) -> (TimeUnit, &str) {
    let in_bracket = || {
        let inner = after.trim_start_matches(is_blank).strip_prefix(['（', '('])?.trim_start_matches(is_blank);
        let (unit, rest) = unit_at(inner)?;
        Some((unit, rest.trim_start_matches(is_blank).strip_prefix(['）', ')'])?))
    };
    let days = [TimeUnit::WorkingDay, TimeUnit::CalendarDay];
    in_bracket().filter(|(closer, _)| unit == TimeUnit::Day && days.contains(closer)).unwrap_or((unit, after))
}

pub(super) fn arabic(written: &str) -> Option<u16> {
    let digits: String = written.chars().map(plain_char).collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

/// Words that make of an amount something else than a limit within which a thing is done.
const OTHERWISE: [&str; 22] = [
    "延长",
    "延期",
    "顺延",
    "不计",
    "不含",
    "不包括",
    "除外",
    "提前",
    "届满",
    "以上",
    "超过期限",
    "有效",
    "逾期",
    "前",
    "后",
    "每",
    "间隔",
    "年",
    "分钟",
    "公示",
    "或者",
    "不少于",
];
/// The longest words before and behind an amount.
const LONGEST: usize = 30;

/// The limit of a clause with one amount, or nothing where its words say something else than when a thing is done.
pub(super) fn limit_of(clause: &str, amount: Amount) -> Option<TimeLimit> {
    let clause_text = trimmed(clause);
    let before = trimmed(clause.get(..amount.start)?);
    let behind = trimmed(clause.get(amount.end..)?);
    // What a bracket adds is kept in the note.
    let open: String = outside_brackets(behind).map(|(_, c)| c).collect();
    let is_otherwise = |words: &str| {
        let words = plain(words);
        words.chars().count() > LONGEST
            || words.chars().any(|c| c.is_ascii_digit())
            || OTHERWISE.iter().any(|other| words.contains(other))
    };
    let unnumbered = without_numbering(before);
    // From when it runs is no other time.
    let since = ["受理后", "申请后", "材料后", "之日后"].iter().find_map(|since| unnumbered.strip_suffix(since));
    if is_otherwise(since.unwrap_or(unnumbered)) || is_otherwise(&open) || open.starts_with('起') {
        return None;
    }
    let mut limit = TimeLimit::new(amount.number, amount.unit).ok()?;
    let says_more = !matches!(plain(behind).as_str(), "" | "内" | "以内" | "之内" | "。");
    let label = before.strip_suffix(['：', ':']).map(|label| label.trim_end_matches(is_blank));
    let name = label.unwrap_or(before);
    limit.branch = branch(name);
    let has_branch = limit.branch.is_some();
    // What is no branch of the procedure is a part of it, or says from when: kept as printed.
    if says_more || !has_branch && !is_filler(name) {
        limit.note = Text::new(clause_text).ok();
    }
    Some(limit)
}

/// Words before an amount that say nothing besides.
fn is_filler(words: &str) -> bool {
    matches!(
        plain(words).as_str(),
        "" | "法定"
            | "承诺"
            | "法定期限"
            | "承诺期限"
            | "法定时限"
            | "承诺时限"
            | "法定办结时限"
            | "承诺办结时限"
            | "时限"
            | "办理时限"
            | "办结时限"
    )
}

/// The branch of a procedure that words name.
fn branch(words: &str) -> Option<Branch> {
    let name = plain(words);
    let denies =
        ["非告知承诺", "不采用告知承诺", "不采取告知承诺", "不选择告知承诺", "未采用告知承诺", "不适用告知承诺"];
    let commitment = if denies.iter().any(|word| name.contains(word)) {
        Some(false)
    } else {
        name.contains("告知承诺").then_some(true)
    };
    let online = ["网上", "线上", "网办", "在线"].iter().any(|word| name.contains(word));
    let window = ["窗口", "线下", "现场办理"].iter().any(|word| name.contains(word));
    let channel = match (online, window) {
        (true, false) => Some(Channel::Online),
        (false, true) => Some(Channel::Window),
        _ => None,
    };
    let is_other = ["一般程序", "普通程序", "简易程序", "一般情况", "特殊情况", "一般件", "复杂"]
        .iter()
        .any(|word| name.contains(word));
    if commitment.is_none() && channel.is_none() && !is_other {
        return None;
    }
    let note = Text::new(words).ok();
    let mut branch = Branch::default();
    (branch.commitment, branch.channel, branch.note) = (commitment, channel, note);
    Some(branch)
}
