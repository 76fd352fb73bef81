//! QD120: document numbers.

use super::grounds::DOCUMENT;
use crate::facts::placeholder::Placeholder;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::two;
use crate::model::leaf::Leaf;
use crate::print::excerpt;
use crate::rule::{Findings, Look, Rule, Scope};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(120),
    name: "document-number-form",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("文号栏不是文号", "a text that is no number of a document"),
    unit: two("每个文号一项", "one a document number"),
    help: two(
        "填写发文字号、令号或者公告号，如“国务院令第460号”“内政发〔2021〕6号”；没有文号就不要填写",
        "write the number of the document, decree or announcement, such as `国务院令第460号` or `内政发〔2021〕6号`; where it has none, leave the field out",
    ),
    citations: DOCUMENT,
    looks: &[Look::Field("document_number", document_number_form)],
    page: include_str!("qd120.md"),
    ..Rule::BLANK
};

pub(super) fn document_number_form(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if Placeholder::of(leaf).is_some() {
        return;
    }
    let Some(instead) = Instead::of(leaf.text) else { return };
    let (zh, en) = instead.words();
    let text = excerpt(leaf.text);
    findings
        .at(
            leaf.path.pointer(),
            format!("文号填了“{text}”，{zh}，不是文号"),
            format!("`{text}` is {en}, no number of a document"),
        )
        .found(leaf.text);
}

/// What stands there instead of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Instead {
    Meeting,
    Date,
    Title,
    Address,
    NoNumber,
}

impl Instead {
    /// What is certainly no number of a document; whatever may be one passes.
    fn of(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if is_day(&text) {
            return Some(Self::Date);
        }
        if text.contains("://") {
            return Some(Self::Address);
        }
        // 号 ends a number (but for a day), and brackets hold its year.
        if text.contains(['号', '〔', '［', '[', '﹝', '【']) {
            return None;
        }
        if text.contains("会议") || (text.contains('届') && text.contains('次')) {
            return Some(Self::Meeting);
        }
        // A standard, or a number written in letters.
        if text.contains(|c: char| c.is_ascii_alphabetic()) && text.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if is_title(&text) {
            return Some(Self::Title);
        }
        let is_numeral = |c: char| c.is_numeric() || "一二三四五六七八九十百千零〇两廿卅".contains(c);
        (!text.contains(is_numeral)).then_some(Self::NoNumber)
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Meeting => ("是会议", "a meeting"),
            Self::Date => ("是日期", "a date"),
            Self::Title => ("是文件名称", "the title of a document"),
            Self::Address => ("是网址", "the address of a page"),
            Self::NoNumber => ("没有编号", "without a number"),
        }
    }
}

/// A day, month or year and what was done then: `2003年8月27日通过`, `2021-01-01`, `2021.1.1`, `二〇二一年一月一日`.
fn is_day(text: &str) -> bool {
    // 2017年第8号 is a number.
    if text.contains('第') {
        return false;
    }
    let is_numeral =
        |c: char| c.is_ascii_digit() || matches!(c, '０'..='９') || "一二三四五六七八九十零〇○".contains(c);
    let bare = text.trim_start_matches(['（', '(', '自']).trim_end_matches(['）', ')', '。']);
    let deeds =
        ["公布", "发布", "颁布", "施行", "实施", "通过", "修订", "修正", "批准", "印发", "起", "开始", "并", "令"];
    let mut day = bare;
    while let Some(rest) = deeds.iter().find_map(|deed| day.strip_suffix(deed)) {
        day = rest;
    }
    let year: String = day.chars().take_while(|&c| is_numeral(c)).collect();
    if year.chars().count() != 4 || !day.chars().all(|c| is_numeral(c) || "年月日号-/.．—－".contains(c)) {
        return false;
    }
    let rest = day.get(year.len()..).unwrap_or_default();
    let is_written_out = rest.starts_with('年') && (rest.ends_with(['年', '月', '日']) || rest.contains('月'));
    let parts: Vec<&str> = rest.split(['-', '/', '.', '．', '—', '－']).collect();
    let is_short = matches!(parts.as_slice(), ["", month, date]
        if [month, date].iter().all(|part| (1..=2).contains(&part.chars().count()) && part.chars().all(is_numeral)));
    is_written_out || is_short
}

/// The title of an instrument: in title marks, or ending as titles do.
fn is_title(text: &str) -> bool {
    const ENDS: &[&str] = &[
        "法", "条例", "规定", "办法", "决定", "通知", "意见", "细则", "方案", "规则", "标准", "目录", "清单", "规程",
        "规范", "解释", "批复",
    ];
    let bare = match text.strip_suffix(['）', ')']) {
        Some(before) => before.rsplit_once(['（', '(']).map_or(text, |(title, _)| title),
        None => text,
    };
    text.contains('《') || (bare.chars().count() >= 3 && ENDS.iter().any(|end| bare.ends_with(end)))
}
