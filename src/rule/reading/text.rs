//! Suspicious characters and placeholders, found in texts.

use crate::code::ItemCode;
use crate::model::visit::Leaf;
use crate::model::{Kind, Text};
use crate::print::excerpt;
use crate::read::shape::TABLE;
use crate::rule::{Findings, Scope};

/// A field path of `header.not_held` that names nothing would silence no rule, and nobody would notice.
pub(super) fn unknown_field_path(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if leaf.kind.is_some() || leaf.path.field() != "not_held" {
        return;
    }
    let mut names = leaf.text.split('.');
    let kind = names.next().and_then(Kind::from_array);
    let known = kind.is_some_and(|kind| {
        let mut shape = TABLE.record(kind);
        names.all(|name| shape.field(name).map(|field| shape = field).is_some())
    });
    if !known {
        findings
            .at(
                leaf.path.pointer(),
                format!("`{}` 不是本版本的字段路径", excerpt(leaf.text)),
                format!("`{}` is no path of a field that this version knows", excerpt(leaf.text)),
            )
            .found(leaf.text)
            .allowed(["the array of a kind and fields below it, such as `service_items.basis`"]);
    }
}

pub(super) fn suspicious_text(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if !may_be_suspicious(leaf) {
        return;
    }
    let text = leaf.text;
    let position = |wanted: &dyn Fn(char) -> bool| text.chars().position(wanted).map(|index| index.saturating_add(1));
    let is_code = leaf.name != Text::NAME;
    let (zh, en) = if text.trim() != text {
        ("开头或者结尾有空白".to_owned(), "a blank stands at the beginning or end".to_owned())
    } else if let Some(at) = position(&is_suspicious) {
        let found = text.chars().nth(at.saturating_sub(1)).unwrap_or_default();
        let (zh, en) = name_of_suspicious(found);
        let point = u32::from(found);
        (format!("第 {at} 个字符是{zh}（U+{point:04X}）"), format!("character {at} is {en} (U+{point:04X})"))
    } else if let Some(at) = position(&|c| is_code && is_wide_alphanumeric(c)) {
        (format!("编码的第 {at} 个字符是全角"), format!("character {at} of the code is full-width"))
    } else if let Some(at) = position(&|c| is_name(leaf) && matches!(c, '(' | ')')) {
        (
            format!("名称的第 {at} 个字符是半角括号，应为全角"),
            format!("character {at} of the name is a half-width bracket; Chinese names have full-width ones"),
        )
    } else {
        return;
    };
    findings.at(leaf.path.pointer(), zh, en).found(text);
}

/// A quick look that nearly every text passes: pairs of bytes without a branch, which compilers turn into vector
/// instructions. What is everyday in Chinese text (`，` begins with EF BC, `“` with E2 80) may pass as suspicious here,
/// never the other way round.
#[expect(clippy::needless_bitwise_bool, reason = "without branches the loop becomes vector instructions")]
fn may_be_suspicious(leaf: Leaf<'_>) -> bool {
    let bytes = leaf.text.as_bytes();
    let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let is_code = leaf.name != Text::NAME;
    let is_name = matches!(leaf.kind, Some(Kind::Organization | Kind::LegalInstrument));
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let strange = pairs.fold(false, |strange, (&first, &second)| {
        strange
            // Controls; U+0080–U+00BF; U+2000–U+2FFF; U+E000–U+EFFF; U+F000–U+FFFF but full-width punctuation, letters
            // and digits; planes 3 and above.
            | (first < 0x20)
            | (first == 0x7f)
            | (first == 0xc2)
            | (first == 0xe2)
            | (first == 0xee)
            | ((first == 0xef) & (second & 0xfe != 0xbc))
            | (first >= 0xf3)
            | (is_name & (first == b'('))
            | (is_code & (first == 0xef))
    });
    let last = bytes.last().is_some_and(|&byte| byte < 0x20 || byte == 0x7f || (is_name && byte == b')'));
    strange || last || blank(leaf.text.chars().next()) || blank(leaf.text.chars().next_back())
}

/// Characters that nobody sees, or that no catalog should hold.
fn is_suspicious(c: char) -> bool {
    // Line feeds and tabs shape long texts such as quoted provisions.
    (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}'
            | '\u{e000}'..='\u{f8ff}' | '\u{feff}' | '\u{fffd}' | '\u{f0000}'..='\u{10ffff}')
}

fn name_of_suspicious(c: char) -> (&'static str, &'static str) {
    match c {
        '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => ("零宽字符", "a zero-width character"),
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => {
            ("书写方向控制符", "a bidirectional control")
        }
        '\u{2028}' | '\u{2029}' => ("行或段分隔符", "a line or paragraph separator"),
        '\u{fffd}' => ("替换字符，说明此前已丢失文字", "the replacement character, a sign of text lost before"),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => ("专用区字符", "a private-use character"),
        _ => ("控制字符", "a control character"),
    }
}

fn is_wide_alphanumeric(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Names by which records are matched: bodies and instruments. Names of items are left alone: half-width brackets
/// are everyday there (47 of 1,135 items of one district), and names of items are compared without them.
fn is_name(leaf: Leaf<'_>) -> bool {
    matches!(leaf.kind, Some(Kind::Organization | Kind::LegalInstrument))
        && matches!(leaf.path.fields().as_str(), "name" | "title" | "aliases")
        && leaf.text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
}

pub(super) fn placeholder_text(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    // Everything looked for is short; long texts need no second look.
    if leaf.text.len() > 64 {
        return;
    }
    if has_placeholder_body(leaf) {
        findings
            .at(
                leaf.path.pointer(),
                "实施主体编码为同一数字重复，不是编码",
                "one digit repeated stands where the code of the body belongs",
            )
            .found(leaf.text);
        return;
    }
    let text = leaf.text.trim();
    // Nearly every text begins otherwise.
    let begins_so = |c: char| c.is_ascii_digit() || "/\\-—无暂略空同待详见具法Xx×某Ｘ地".contains(c);
    if !text.starts_with(begins_so) {
        return;
    }
    let (zh, en) = if is_repeated_digit(text) {
        ("同一数字重复，不是编码", "one digit repeated is no code")
    } else if matches!(
        text,
        "/" | "\\" | "-" | "--" | "—" | "——" | "无" | "暂无" | "略" | "空" | "同上" | "待定" | "待补充"
    ) {
        ("占位文字，不是内容", "a placeholder, not a fact")
    } else if matches!(text, "详见附件" | "详见系统" | "见附件" | "详见办事指南" | "具体承办的业务科室" | "法定时限")
        || is_see_elsewhere(text)
    {
        ("模板残留，不是内容", "a left-over of a template, not a fact")
    } else if is_template_name(text) {
        ("模板中的代称，不是实际名称", "a stand-in from a template, not a name")
    } else {
        return;
    };
    findings.at(leaf.path.pointer(), zh, en).found(leaf.text);
}

/// Whether the code of the body within a code of an item is one digit repeated (`2222222222222` in a real list).
fn has_placeholder_body(leaf: Leaf<'_>) -> bool {
    leaf.name == "ItemCode"
        && leaf.text.contains('-')
        && ItemCode::parse(leaf.text).is_ok_and(|code| code.body().is_some_and(|part| is_repeated_digit(part.text)))
}

/// Eight or more of one digit, as typed where a code was wanted.
pub(crate) fn is_repeated_digit(text: &str) -> bool {
    let mut bytes = text.bytes();
    let first = bytes.next();
    text.len() >= 8 && first.is_some_and(|digit| digit.is_ascii_digit()) && bytes.all(|byte| Some(byte) == first)
}

/// 详见… and nothing else of substance: at most twelve characters that only point elsewhere.
fn is_see_elsewhere(text: &str) -> bool {
    text.strip_prefix("详见").is_some_and(|rest| {
        rest.chars().count() <= 10
            && ["附件", "系统", "网站", "指南", "链接", "文件", "公告", "清单"].iter().any(|word| rest.ends_with(word))
    })
}

/// `XX局`, `某某局`, `××局`, `地州市…`: the placeholder of a template for a name.
fn is_template_name(text: &str) -> bool {
    ["XX", "xx", "××", "某某", "ＸＸ", "地州市"].iter().any(|stand_in| text.starts_with(stand_in))
        && text.chars().count() <= 20
}
