//! QD010: suspicious characters.

use crate::facts::texts::{ends_in_blank, is_exact};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::judged::Whole;
use crate::lang::two;
use crate::model::Kind;
use crate::model::leaf::{Leaf, LeafName};
use crate::print::excerpt;
use crate::rule::{Findings, Look, Provision, Rule, Scope};
use crate::rules::reading::damage::Damage;
use crate::rules::reading::strange::Strange;
use crate::rules::reading::{damage, strange};

pub(super) const RULE: Rule = Rule {
    code: RuleCode::new(10),
    name: "suspicious-text",
    aspect: Aspect::Valid,
    severity: Severity::Warning,
    since: "0.1.0",
    title: two("可疑字符", "suspicious characters"),
    unit: two(
        "每个文本一项；正文首尾的空白每个目录一项",
        "one a text; one a catalog for blanks at the ends of running text",
    ),
    help: two(
        "对照原件改正；有这样的字符，看上去相同的名称就对不上",
        "compare with the original; characters that nobody sees make equal names differ",
    ),
    citations: UNICODE,
    looks: &[Look::Reading, Look::Text(suspicious_text), Look::Catalog(blank_ends)],
    page: include_str!("qd010.md"),
    ..Rule::BLANK
};

const UNICODE: &[Provision] = &[
    Provision { document: "GB 18030-2022", clause: "5" },
    Provision { document: "Unicode 16", clause: "UAX #9, UTS #39" },
];

/// QD010, of the ends of running text.
pub(super) fn blank_ends(_: &Scope<'_>, whole: &Whole<'_>, findings: &mut Findings<'_>) {
    let Some((first, count)) = &whole.facts.texts.ends else { return };
    let (zh, en) = match count {
        1 => ("有1处正文首尾有空格或者换行".to_owned(), "one running text begins or ends in a blank".to_owned()),
        _ => (
            format!("共有{count}处正文首尾有空格或者换行，此处为第一处"),
            format!("{count} running texts begin or end in a blank; this is the first"),
        ),
    };
    findings.at_spot(first.clone(), zh, en).severity(Severity::Info).of_catalog("blank ends").help(
        "不影响使用；导出或者发布前可以统一去掉首尾空白",
        "it does no harm; take the blanks off before the list is published",
    );
}

pub(super) fn suspicious_text(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    let is_code = leaf.name != LeafName::Text;
    let may_be_name = matches!(leaf.kind, Some(Kind::Organization | Kind::LegalInstrument));
    let ends = ends_in_blank(leaf.text);
    if !ends && !strange::may_be_there(leaf, is_code, may_be_name) {
        return;
    }
    let text = leaf.text;
    let exact = is_exact(leaf);
    let is_bracket = |c: char| matches!(c, '(' | ')');
    let (zh, en) = if ends && exact {
        at_the_end(text)
    } else if let Some((at, c, strange)) = strange::first(text) {
        in_words(text, at, c, strange)
    } else if let Some((at, c)) = exact.then(|| strange::odd_blank(text)).flatten() {
        let point = u32::from(c);
        (
            format!("{}第{}个字符为{}（U+{point:04X}）", quoted(text, at), number(at), name_of_blank(c).0),
            format!("character {} is {} (U+{point:04X})", number(at), name_of_blank(c).1),
        )
    } else if let Some((at, length, damage)) = damage::first(text, matches!(leaf.path.field(), "url" | "source_url")) {
        damage_in_words(text, at, length, damage)
    } else if let Some(at) = is_code.then(|| text.chars().position(is_wide_alphanumeric)).flatten() {
        let c = text.chars().nth(at).unwrap_or_default();
        (
            format!("“{}”第{}个字符“{c}”是全角字符，应为半角", excerpt(text), number(at)),
            format!("character {} of the code, `{c}`, is full-width", number(at)),
        )
    } else if let Some(at) = is_name(leaf).then(|| text.chars().position(is_bracket)).flatten() {
        (
            format!("“{}”第{}个字符是半角括号，应为全角", excerpt(text), number(at)),
            format!("character {} of the name is a half-width bracket; Chinese names have full-width ones", number(at)),
        )
    } else {
        return;
    };
    findings.at(leaf.path.pointer(), zh, en).found(text);
}

/// What stands around a character, for a message: some words before it and after it.
fn quoted(text: &str, at: usize) -> String {
    const AROUND: usize = 8;
    let from = at.saturating_sub(AROUND);
    let length = number(at).saturating_add(AROUND).saturating_sub(from);
    let around: String = text.chars().skip(from).take(length).collect();
    let open = if from > 0 { "…" } else { "" };
    let close = if text.chars().nth(from.saturating_add(length)).is_some() { "…" } else { "" };
    format!("“{open}{}{close}”", excerpt(&around))
}

fn at_the_end(text: &str) -> (String, String) {
    let first = text.chars().next().filter(|c| c.is_whitespace());
    let last = text.chars().next_back().filter(|c| c.is_whitespace());
    let c = first.or(last).unwrap_or_default();
    let (zh, en) = match (first, last) {
        (Some(_), Some(_)) => ("首尾都有空白，开头为", "a blank stands at the beginning and at the end; the first is"),
        (Some(_), None) => ("开头有", "a blank stands at the beginning:"),
        _ => ("末尾有", "a blank stands at the end:"),
    };
    let (name_zh, name_en) = name_of_blank(c);
    let point = u32::from(c);
    let of = text.trim();
    let of = if of.is_empty() { String::new() } else { format!("“{}”", excerpt(of)) };
    (format!("{of}{zh}{name_zh}（U+{point:04X}）"), format!("{en} {name_en} (U+{point:04X})"))
}

fn name_of_blank(c: char) -> (&'static str, &'static str) {
    match c {
        ' ' => ("空格", "a space"),
        '\u{3000}' => ("全角空格", "a full-width space"),
        '\u{a0}' | '\u{202f}' => ("不换行空格", "a no-break space"),
        '\t' => ("制表符", "a tab"),
        '\n' | '\r' => ("换行", "a line feed"),
        _ => ("特殊空白", "a blank of an unusual kind"),
    }
}

fn in_words(text: &str, at: usize, c: char, strange: Strange) -> (String, String) {
    let point = u32::from(c);
    let (zh, en) = match strange {
        Strange::LookAlike(plain) => {
            let (found, place) = (format!("“{c}”（U+{point:04X}）"), number(at));
            return (
                format!("{}第{place}个字符{found}形似“{plain}”，是另一个字符", quoted(text, at)),
                format!("character {place}, `{c}` (U+{point:04X}), looks like `{plain}` and is another character"),
            );
        }
        Strange::Control => ("控制字符", "a control character"),
        Strange::Bidirectional => ("书写方向控制符", "a bidirectional control"),
        Strange::Separator => ("行或段分隔符", "a line or paragraph separator"),
        Strange::ZeroWidth => ("看不见的零宽字符", "a zero-width character"),
        Strange::Blank => ("形似空白的字符", "a character that looks like a blank"),
        Strange::PrivateUse => ("专用区字符，换一台电脑就可能显示不出来", "a private-use character"),
        Strange::Noncharacter => ("不是字符的编码", "a code point that is no character"),
        Strange::Replacement => {
            ("替换字符，说明此前已丢失文字", "the replacement character, a sign of text lost before")
        }
    };
    (
        format!("{}第{}个字符为{zh}（U+{point:04X}）", quoted(text, at), number(at)),
        format!("character {} is {en} (U+{point:04X})", number(at)),
    )
}

fn damage_in_words(text: &str, at: usize, length: usize, damage: Damage) -> (String, String) {
    let found = excerpt(text.get(at..at.saturating_add(length)).unwrap_or_default());
    let place = text.get(..at).map_or(0, |before| before.chars().count());
    let (zh, en) = match damage {
        Damage::Entity => ("网页字符实体", "an entity of a web page"),
        Damage::Tag => ("网页标签", "a tag of a web page"),
        Damage::Escape => ("没有还原的转义字符", "an escape that was not undone"),
        Damage::Encoding => ("编码错误造成的乱码", "what comes of reading in a wrong encoding"),
    };
    (
        format!("{}自第{}个字符起为{zh}“{found}”", quoted(text, place), number(place)),
        format!("from character {} stands {en}: `{found}`", number(place)),
    )
}

fn is_wide_alphanumeric(c: char) -> bool {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// The place of a character as people count, from 1.
fn number(index: usize) -> usize {
    index.saturating_add(1)
}

/// Names by which records are matched: bodies and instruments. Names of items are left alone: half-width brackets
/// are everyday there (47 of 1,135 items of one district), and names of items are compared without them.
fn is_name(leaf: Leaf<'_>) -> bool {
    matches!(leaf.kind, Some(Kind::Organization | Kind::LegalInstrument))
        && matches!(leaf.path.fields().as_str(), "name" | "title" | "aliases")
        && leaf.text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
}
