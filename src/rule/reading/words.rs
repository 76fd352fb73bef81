//! Faults of form in words, in both languages.

use crate::print::excerpt;
use crate::read::fault::{Expected, FaultKind, Found, Syntax};

/// A fault in words, in both languages.
pub(super) fn words(kind: &FaultKind) -> (String, String) {
    match kind {
        FaultKind::Syntax(syntax) => words_of_syntax(syntax),
        FaultKind::RepeatedKey { key } => {
            let key = excerpt(key);
            (format!("键 `{key}` 重复"), format!("the key `{key}` stands here again"))
        }
        FaultKind::TooDeep { limit } => {
            (format!("对象和数组嵌套超过 {limit} 层"), format!("objects and arrays are nested more than {limit} deep"))
        }
        FaultKind::WrongType { expected: Expected::Text, found: Found::Null, .. } => (
            "应为文本，却是 null；没有内容就不要写".into(),
            "expected text, found null; leave out what is not there".into(),
        ),
        FaultKind::WrongType { expected: Expected::Catalog, found, .. } => {
            let (zh, en) = name_of_found(*found);
            (
                format!("文件中没有目录的任何内容：应为目录对象，却是{zh}"),
                format!("nothing of a catalog stands here: expected an object that is a catalog, found {en}"),
            )
        }
        FaultKind::WrongType { expected, found, text, allowed } => {
            let ((zh, en), (found_zh, found_en)) = (name_of_expected(*expected), name_of_found(*found));
            let shown = match found {
                Found::Text | Found::Number | Found::Boolean => format!(" `{}`", excerpt(text)),
                Found::Null | Found::Array | Found::Object => String::new(),
            };
            let list = if allowed.is_empty() { String::new() } else { format!(" ({})", allowed.join(", ")) };
            (format!("应为{zh}{list}，却是{found_zh}{shown}"), format!("expected {en}{list}, found {found_en}{shown}"))
        }
        FaultKind::Missing { field } => {
            (format!("缺少必填的 `{field}`"), format!("the required member `{field}` is missing"))
        }
        FaultKind::NotInList { allowed, text } => {
            let (text, allowed) = (excerpt(text), allowed.join(", "));
            (format!("`{text}` 不在允许的取值中：{allowed}"), format!("`{text}` is not in the list: {allowed}"))
        }
        FaultKind::OutOfRange { min, max, text } => {
            let text = excerpt(text);
            (format!("`{text}` 超出范围 {min} 至 {max}"), format!("`{text}` is outside the range {min} to {max}"))
        }
        FaultKind::NotWhole { text } => {
            let text = excerpt(text);
            (format!("`{text}` 不是写成整数的数"), format!("`{text}` is not written as a whole number"))
        }
        FaultKind::Empty => ("文本为空".into(), "the text is empty".into()),
        FaultKind::TooLong { max, found, .. } => (
            format!("文本有 {found} 个字符，至多 {max} 个"),
            format!("the text has {found} characters; at most {max} are allowed"),
        ),
        FaultKind::NotAnId { text, position } => {
            let text = excerpt(text);
            (
                format!("标识 `{text}` 的第 {position} 个字符是空白或者不可见字符"),
                format!("character {position} of the id `{text}` is a blank or invisible character"),
            )
        }
        FaultKind::NotADecimal { text } => {
            let text = excerpt(text);
            (
                format!("`{text}` 不是小数，应写作 `96.27`"),
                format!("`{text}` is no decimal number; write it like `96.27`"),
            )
        }
        FaultKind::Unknown { name, nearest } => {
            let name = excerpt(name);
            match nearest {
                Some(nearest) => (
                    format!("不认识的字段 `{name}`，是否应为 `{nearest}`？"),
                    format!("unknown field `{name}`; did you mean `{nearest}`?"),
                ),
                None => (format!("不认识的字段 `{name}`"), format!("unknown field `{name}`")),
            }
        }
        FaultKind::NotOneMember { found } => (
            format!("一行应为只有一个成员的对象，却有 {found} 个"),
            format!("a line is an object with one member; this one has {found}"),
        ),
        FaultKind::HeaderOutOfPlace => {
            ("目录头只能有一个，且在第一行".into(), "there is one header, and it comes in the first line".into())
        }
        FaultKind::NothingOfACatalog { header: false } => (
            "文件中没有目录的任何内容（目录头、清单、记录都没有），无可检查".into(),
            "nothing of a catalog stands here (no header, list or record); nothing could be checked".into(),
        ),
        FaultKind::NothingOfACatalog { header: true } => (
            "除目录头外，文件中没有目录的任何内容（清单或者记录），无可检查".into(),
            "nothing of a catalog stands here beside the header (no list or record); nothing could be checked".into(),
        ),
        FaultKind::FirstLineUnread => (
            "第一行（应为目录头）未能读取；请先改正第一行".into(),
            "the first line, where the header belongs, could not be read; correct it first".into(),
        ),
        FaultKind::Refused { reason } => {
            let reason = excerpt(reason);
            (
                format!("未能读取此记录（{reason}）；这是本工具的缺陷，请报告"),
                format!("this record could not be read ({reason}); this is a fault of this tool, please report it"),
            )
        }
    }
}

fn name_of_expected(expected: Expected) -> (&'static str, &'static str) {
    match expected {
        Expected::Text => ("文本", "text"),
        Expected::Value => ("表中的一个取值", "a value of the list"),
        Expected::WholeNumber => ("整数", "a whole number"),
        Expected::Boolean => ("true 或 false", "true or false"),
        Expected::Array => ("数组", "an array"),
        Expected::Object => ("对象", "an object"),
        Expected::Catalog => ("目录对象", "an object that is a catalog"),
    }
}

fn name_of_found(found: Found) -> (&'static str, &'static str) {
    match found {
        Found::Text => ("文本", "the text"),
        Found::Number => ("数", "the number"),
        Found::Boolean => ("布尔值", "the value"),
        Found::Null => (" null", "null"),
        Found::Array => ("数组", "an array"),
        Found::Object => ("对象", "an object"),
    }
}

fn words_of_syntax(syntax: &Syntax) -> (String, String) {
    let fixed = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    match syntax {
        Syntax::NothingThere => fixed("文件是空的", "the file is empty"),
        Syntax::Truncated => fixed("文本提前结束，可能被截断", "the text ends early; it may have been cut off"),
        Syntax::TrailingText => fixed("结束之后还有文字", "something stands after the end"),
        Syntax::TrailingComma => fixed("右括号前多了一个逗号", "a comma stands before the closing bracket"),
        Syntax::Comment => fixed("JSON 没有注释", "JSON has no comments"),
        Syntax::SingleQuote => fixed("应使用双引号，不是单引号", "a single quote stands where a double quote belongs"),
        Syntax::WidePunctuation { found, meant } => (
            format!("全角或者中文标点 `{found}`，应为 `{meant}`"),
            format!("the full-width or Chinese punctuation `{found}` stands where `{meant}` belongs"),
        ),
        Syntax::WideBlank { found } => {
            let point = u32::from(*found);
            (format!("JSON 不认识的空白 U+{point:04X}"), format!("a blank that JSON does not know, U+{point:04X}"))
        }
        Syntax::NotANumber => fixed("JSON 没有 NaN 和 Infinity", "JSON has neither NaN nor Infinity"),
        Syntax::NumberForm => fixed(
            "数的写法不对（没有 +1、01、.5、1.、0x1）",
            "not the form of a number (there is no +1, 01, .5, 1. or 0x1)",
        ),
        Syntax::ControlInText { found } => {
            let point = u32::from(*found);
            (
                format!("文本中有控制字符 U+{point:04X}，应写作转义（换行为 \\n）"),
                format!(
                    "the control character U+{point:04X} stands in a text; write it as an escape (a line feed as \\n)"
                ),
            )
        }
        Syntax::Escape => fixed("没有这样的转义", "there is no such escape"),
        Syntax::LoneSurrogate => fixed("半个代理对，不成字符", "half a surrogate pair is no character"),
        Syntax::BareWord => fixed(
            "没有引号的词；只有 true、false、null 不加引号",
            "a word without quotes; only true, false and null have none",
        ),
        Syntax::StrayMark => fixed("文中有字节顺序标记（U+FEFF）", "a byte order mark (U+FEFF) stands in the middle"),
        Syntax::Unexpected { expected, found } => {
            let found = excerpt(&found.to_string());
            let zh = match *expected {
                "a comma or `}`" => "逗号或者 `}`",
                "a comma or `]`" => "逗号或者 `]`",
                "a colon" => "冒号",
                "a member name in double quotes" => "双引号中的成员名",
                _ => "一个值",
            };
            (format!("此处应为{zh}，却是 `{found}`"), format!("expected {expected}, found `{found}`"))
        }
    }
}
