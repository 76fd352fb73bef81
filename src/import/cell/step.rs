//! 责任事项: the responsibilities of a cell, stage by stage.

use super::numbering::{Numbering, numbering};
use super::word::{is_blank, plain_char, trimmed};
use crate::codelist::Stage;
use crate::model::{Step, Text};

/// What lists call the stages; the first that fits.
const NAMES: [(&[&str], Stage); 23] = [
    (&["计划", "方案"], Stage::Plan),
    (&["立案"], Stage::File),
    (&["受理"], Stage::Accept),
    (&["调查", "取证"], Stage::Investigate),
    (&["听取", "陈述", "申辩"], Stage::Hear),
    (&["审批", "批准", "报批"], Stage::Approve),
    (&["审查", "审核", "审理", "初审"], Stage::Review),
    (&["催告"], Stage::Urge),
    (&["告知"], Stage::Notify),
    (&["送达"], Stage::Deliver),
    (&["决定"], Stage::Decide),
    (&["监管", "后续监督", "事后监督"], Stage::Supervise),
    (&["执行"], Stage::Execute),
    (&["笔录"], Stage::Record),
    (&["归档", "存档"], Stage::Archive),
    (&["核定", "核算"], Stage::Assess),
    (&["上缴", "缴库", "入库"], Stage::Remit),
    (&["征收", "收缴"], Stage::Collect),
    (&["发放", "兑现", "给付"], Stage::Grant),
    (&["检查"], Stage::Inspect),
    (&["处理", "处置"], Stage::Handle),
    (&["办结", "制证"], Stage::Decide),
    (&["其他"], Stage::Other),
];

/// What ends the name of a stage.
const ENDS: [&str; 4] = ["责任", "阶段", "环节", "程序"];
/// The longest name of a stage with such an end, and without one: 听取陈述申辩责任, 调查取证.
const LONGEST_LABEL: usize = 14;
const LONGEST_BARE: usize = 6;

/// 责任事项: the steps of a cell, each with the name of its stage at its beginning: `1.受理阶段：…`, `②调查取证…：`. Together their
/// contents are the cell, character for character but for the blanks and line breaks between two steps; numbers and names stay
/// in them. What stands under no known
/// stage (`直接实施责任：`) is a step of stage 其他, and so is a cell that names no stage.
///
/// ```
/// use qingdan::codelist::Stage;
/// use qingdan::import::cell::steps;
/// let cell = "1.受理阶段：依法受理。\n2.审查阶段：审查材料。\n3.其他法律法规规定的责任。";
/// let read = steps(cell);
/// let stages: Vec<Stage> = read.iter().map(|step| step.stage).collect();
/// assert_eq!(stages, [Stage::Accept, Stage::Review, Stage::Other]);
/// assert_eq!(read[1].content, "2.审查阶段：审查材料。");
/// assert_eq!(read.iter().map(|step| step.content.as_str()).collect::<Vec<_>>().join("\n"), cell);
/// ```
#[must_use]
pub fn steps(text: &str) -> Vec<Step> {
    if trimmed(text).is_empty() {
        return Vec::new();
    }
    let mut steps = Vec::new();
    let (mut start, mut stage) = (0_usize, Stage::Other);
    for cut in cuts(text) {
        // What stands before the first name is blank, or a step of its own.
        if !trimmed(text.get(start..cut.at).unwrap_or_default()).is_empty() {
            steps.extend(step(text.get(start..cut.at).map(str::trim_end), stage));
            start = cut.at;
        }
        stage = cut.stage;
    }
    steps.extend(step(text.get(start..), stage));
    steps
}

fn step(part: Option<&str>, stage: Stage) -> Option<Step> {
    part.and_then(|part| Text::new(part).ok()).map(|content| Step::new(stage, content))
}

struct Cut {
    at: usize,
    stage: Stage,
}

/// Where a step begins.
fn cuts(text: &str) -> Vec<Cut> {
    let mut found = Vec::new();
    // The number of the last named stage, which a sibling without a name follows: 8.其他法律法规规章文件规定应履行的责任.
    let mut last: Option<Numbering> = None;
    for (at, is_line) in beginnings(text) {
        let rest = text.get(at..).unwrap_or_default();
        let number = numbering(rest);
        let words = rest.get(number.map_or(0, |number| number.length)..).unwrap_or_default();
        if let Some(stage) = stage_at(words.trim_start_matches(is_blank), is_line && number.is_some(), is_line) {
            last = number.or(last);
            found.push(Cut { at, stage });
        } else if let (Some(before), Some(number)) = (last, number)
            && is_line
            && number.style == before.style
            && number.number == before.number.saturating_add(1)
        {
            last = Some(number);
            found.push(Cut { at, stage: Stage::Other });
        }
    }
    found
}

/// Where lines and sentences begin, behind blanks; and whether it is a line.
fn beginnings(text: &str) -> Vec<(usize, bool)> {
    let mut found = Vec::new();
    let (mut may_begin, mut is_line) = (true, true);
    for (at, c) in text.char_indices() {
        if matches!(c, '\n' | '\r') {
            (may_begin, is_line) = (true, true);
        } else if !is_blank(c) {
            if may_begin {
                found.push((at, is_line));
            }
            // A dot behind a number ends no sentence: what follows is named by its number.
            let ends = matches!(c, '。' | '；' | ';' | '！') || c == '：' && is_heading_end(text, at);
            let dot = c == '.' && !text.get(..at).unwrap_or_default().ends_with(|c: char| c.is_ascii_digit());
            (may_begin, is_line) = (ends || dot, false);
        }
    }
    found
}

/// Whether a colon ends a heading behind which the first number may stand at once: 直接实施责任：1.受理责任：….
fn is_heading_end(text: &str, at: usize) -> bool {
    text.get(..at).unwrap_or_default().ends_with("责任")
}

/// The stage that is named here. Without 责任 or the like behind it a name counts at the beginning of a line alone, and without a
/// number before it only with a colon behind it.
fn stage_at(words: &str, is_numbered_line: bool, is_line: bool) -> Option<Stage> {
    let (label, mark) = label(words)?;
    let length = label.chars().count();
    let is_label = length <= LONGEST_LABEL && ENDS.iter().any(|end| label.ends_with(end));
    let is_bare = length <= LONGEST_BARE && (is_numbered_line || is_line && mark == ':');
    // 应履行的责任, 承担相应的责任 end a sentence and name nothing.
    if label.contains('的') || !(is_label || is_bare) {
        return None;
    }
    let stage = NAMES.iter().find(|(names, _)| names.iter().any(|name| label.contains(name))).map(|&(_, stage)| stage);
    let supervises = || (label == "监督责任" || label == "监督检查责任").then_some(Stage::Supervise);
    match supervises().or(stage) {
        Some(stage) => Some(stage),
        // Any other heading in its own right.
        None if is_label && mark == ':' => Some(Stage::Other),
        None => None,
    }
}

/// The words up to the first mark, and that mark; none without one.
fn label(words: &str) -> Option<(&str, char)> {
    let ends = |c: char| matches!(plain_char(c), ':' | ',' | '。' | '.' | ';' | '、' | '\n' | '\r');
    let (at, mark) = words
        .char_indices()
        .take(LONGEST_LABEL.saturating_add(2))
        .find(|&(_, c)| ends(c))
        .map(|(at, c)| (at, plain_char(c)))?;
    let label = words.get(..at)?.trim_end_matches(is_blank);
    (!label.is_empty()).then_some((label, mark))
}
