//! Faults of form in words, in both languages.

use crate::model::Pointer;
use crate::print::excerpt;
use crate::read::fault::{Expected, Fault, FaultKind, Found, Syntax};
use crate::schema::titles::{self, ValueTitles};

/// A fault in words, in both languages; `meant` is what was meant, where that is known.
pub(super) fn words(fault: &Fault, meant: Option<&str>) -> (String, String) {
    let here = titles::field(&fault.pointer);
    // What a sentence begins with: the field as officials know it.
    let field = here.as_deref().unwrap_or("此处");
    match &fault.kind {
        FaultKind::Syntax(syntax) => words_of_syntax(syntax),
        FaultKind::RepeatedKey { key } => {
            let key = excerpt(key);
            let named = here.filter(|field| field.ends_with(&format!("（{key}）")));
            let zh = named.map_or_else(|| format!("“{key}”一栏重复"), |field| format!("{field}一栏重复"));
            (zh, format!("the key `{key}` stands here again"))
        }
        FaultKind::TooDeep { limit } => {
            (format!("对象和数组嵌套超过{limit}层"), format!("objects and arrays are nested more than {limit} deep"))
        }
        FaultKind::TooMany { limit } => (
            format!("此记录有超过{limit}个对象，多数几乎没有内容，未读取"),
            format!("this record has more than {limit} objects, most of them nearly empty; it was not read"),
        ),
        FaultKind::WrongType { expected: Expected::Text, found: Found::Null, .. } => (
            format!("{field}应为文字，却是空值；没有内容就不要写这一栏"),
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
            let shown = match found {
                Found::Text | Found::Number | Found::Boolean => text.as_str(),
                Found::Null | Found::Array | Found::Object => "",
            };
            words_of_type(&fault.pointer, (field, shown), (*expected, *found), allowed)
        }
        FaultKind::Missing { field: name } => {
            let at = fault.pointer.join(&Pointer::member(name));
            let missing = titles::field(&at).unwrap_or_else(|| format!("“{name}”"));
            let values = titles::values(&at);
            let values = if values.is_empty() { String::new() } else { format!("：{}", list_zh(&at, &values)) };
            let of = here.unwrap_or_default();
            (format!("{of}没有写{missing}{values}"), format!("the required member `{name}` is missing"))
        }
        FaultKind::NotInList { allowed, text } => words_of_list(&fault.pointer, (field, text), allowed, meant),
        FaultKind::OutOfRange { min, max, text } => {
            let bound = if text.starts_with('-') || text.parse::<i64>().is_ok_and(|number| number < *min) {
                format!("不得小于{min}")
            } else {
                format!("不得大于{max}")
            };
            let text = excerpt(text);
            (format!("{field}填了“{text}”，{bound}"), format!("`{text}` is outside the range {min} to {max}"))
        }
        FaultKind::NotWhole { text } => {
            let text = excerpt(text);
            (
                format!("{field}填了“{text}”，应为整数，不带小数点和指数"),
                format!("`{text}` is not written as a whole number"),
            )
        }
        FaultKind::Empty => match here {
            Some(field) => (format!("{field}是空的；没有内容就不要写这一栏"), "the text is empty".into()),
            None => ("有一栏没有名称".into(), "the text is empty".into()),
        },
        FaultKind::TooLong { max, found, .. } => (
            format!("{field}有{found}个字符，至多{max}个"),
            format!("the text has {found} characters; at most {max} are allowed"),
        ),
        FaultKind::NotAnId { text, position } => {
            let text = excerpt(text);
            (
                format!("{field}填了“{text}”，第{position}个字符是空白或者看不见的字符"),
                format!("character {position} of the id `{text}` is a blank or invisible character"),
            )
        }
        FaultKind::NotADecimal { text } => {
            let text = excerpt(text);
            (
                format!("{field}填了“{text}”，应只写数字，如“96.27”"),
                format!("`{text}` is no decimal number; write it like `96.27`"),
            )
        }
        FaultKind::Unknown { name, .. } => words_of_unknown(&fault.pointer, name, meant),
        FaultKind::NotOneMember { .. }
        | FaultKind::HeaderOutOfPlace
        | FaultKind::NothingOfACatalog { .. }
        | FaultKind::FirstLineUnread => words_of_whole(&fault.kind),
        FaultKind::Refused { reason } => {
            let reason = excerpt(reason);
            (
                format!("未能读取此记录（“{reason}”）；这是本工具的缺陷，请报告"),
                format!("this record could not be read ({reason}); this is a fault of this tool, please report it"),
            )
        }
    }
}

/// What the lines or the whole lack; nothing of other faults.
fn words_of_whole(kind: &FaultKind) -> (String, String) {
    match kind {
        FaultKind::NotOneMember { found } => (
            format!("每行应为一个对象，其中只有一个成员，此行却有{found}个"),
            format!("a line is an object with one member; this one has {found}"),
        ),
        FaultKind::HeaderOutOfPlace => (
            "目录头（header）只能有一个，且在第一行".into(),
            "there is one header, and it comes in the first line".into(),
        ),
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
        _ => (String::new(), String::new()),
    }
}

/// A value of another type, in its field.
fn words_of_type(
    pointer: &Pointer,
    (field, text): (&str, &str),
    (expected, found): (Expected, Found),
    allowed: &[String],
) -> (String, String) {
    let ((zh, en), (found_zh, found_en)) = (name_of_expected(expected), name_of_found(found));
    let (shown_zh, shown_en) = if text.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("“{}”", excerpt(text.trim_matches('"'))), format!(" `{}`", excerpt(text)))
    };
    if allowed.is_empty() {
        (format!("{field}应为{zh}，却是{found_zh}{shown_zh}"), format!("expected {en}, found {found_en}{shown_en}"))
    } else {
        (
            format!("{field}填了{found_zh}{shown_zh}，只能填：{}", list_zh(pointer, allowed)),
            format!("expected {en} ({}), found {found_en}{shown_en}", allowed.join(", ")),
        )
    }
}

/// A value outside its list.
fn words_of_list(
    pointer: &Pointer,
    (field, text): (&str, &str),
    allowed: &[String],
    meant: Option<&str>,
) -> (String, String) {
    let text = excerpt(text);
    let (list, allowed) = (list_zh(pointer, allowed), allowed.join(", "));
    match meant {
        Some(meant) => (
            format!("{field}填了“{text}”，疑为“{}”；只能填：{list}", titles::value(pointer, meant)),
            format!("`{text}` is not in the list; did you mean `{meant}`? The list: {allowed}"),
        ),
        None => (format!("{field}填了“{text}”，只能填：{list}"), format!("`{text}` is not in the list: {allowed}")),
    }
}

/// A member that is not known.
fn words_of_unknown(pointer: &Pointer, name: &str, meant: Option<&str>) -> (String, String) {
    let name = excerpt(name);
    match meant {
        Some(meant) => {
            let at = parent(pointer).join(&Pointer::member(meant));
            let known = titles::field(&at).unwrap_or_else(|| meant.to_owned());
            (
                format!("栏目名“{name}”有误，疑为“{known}”；改正前该栏内容未参加检查"),
                format!("unknown field `{name}`; did you mean `{meant}`? What it holds was not checked"),
            )
        }
        None => (
            format!("没有名为“{name}”的栏目；该栏内容未参加检查"),
            format!("unknown field `{name}`; what it holds was not checked"),
        ),
    }
}

/// The values of a list, each with its Chinese title.
fn list_zh(pointer: &Pointer, values: &[String]) -> String {
    let titles = ValueTitles::at(pointer);
    values.iter().map(|value| titles.titled(value)).collect::<Vec<_>>().join("、")
}

/// The object whose member a pointer leads to.
pub(super) fn parent(pointer: &Pointer) -> Pointer {
    let mut parent = Pointer::default();
    let segments: Vec<String> = pointer.segments().collect();
    segments.split_last().map_or(&[][..], |(_, above)| above).iter().for_each(|segment| parent.push(segment));
    parent
}

fn name_of_expected(expected: Expected) -> (&'static str, &'static str) {
    match expected {
        Expected::Text => ("文字", "text"),
        Expected::Value => ("表中的一个取值", "a value of the list"),
        Expected::WholeNumber => ("整数", "a whole number"),
        Expected::Boolean => ("“true”（是）或者“false”（否）", "true or false"),
        Expected::Array => ("数组（方括号中的若干项）", "an array"),
        Expected::Object => ("对象（花括号中的若干栏目）", "an object"),
        Expected::Catalog => ("目录（花括号中的目录头和各类清单）", "an object that is a catalog"),
    }
}

fn name_of_found(found: Found) -> (&'static str, &'static str) {
    match found {
        Found::Text => ("文字", "the text"),
        Found::Number => ("数", "the number"),
        Found::Boolean => ("是否值", "the value"),
        Found::Null => ("空值", "null"),
        Found::Array => ("数组", "an array"),
        Found::Object => ("对象", "an object"),
    }
}

fn words_of_syntax(syntax: &Syntax) -> (String, String) {
    let fixed = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    match syntax {
        Syntax::NothingThere => fixed("文件是空的", "the file is empty"),
        Syntax::Truncated => fixed("文件没有写完就结束了，可能被截断", "the text ends early; it may have been cut off"),
        Syntax::TrailingText => fixed("结束之后还有文字", "something stands after the end"),
        Syntax::TrailingComma => fixed("右括号前多了一个逗号", "a comma stands before the closing bracket"),
        Syntax::Comment => fixed("JSON 文件中不能写注释", "JSON has no comments"),
        Syntax::SingleQuote => fixed("应使用双引号，不是单引号", "a single quote stands where a double quote belongs"),
        Syntax::WidePunctuation { found, meant } => (
            format!("全角或者中文标点“{found}”，应为半角的“{meant}”"),
            format!("the full-width or Chinese punctuation `{found}` stands where `{meant}` belongs"),
        ),
        Syntax::WideBlank { found } => {
            let point = u32::from(*found);
            (format!("JSON 不认识的空白（U+{point:04X}）"), format!("a blank that JSON does not know, U+{point:04X}"))
        }
        Syntax::NotANumber => fixed(
            "填了“NaN”或者“Infinity”：算不出的结果不是数，没有数值就不要写这一栏",
            "JSON has neither NaN nor Infinity; leave out what could not be computed",
        ),
        Syntax::NumberForm => fixed(
            "数的写法不对（不能写作“+1”“01”“.5”“1.”“0x1”）",
            "not the form of a number (there is no +1, 01, .5, 1. or 0x1)",
        ),
        Syntax::ControlInText { found } => {
            let point = u32::from(*found);
            (
                format!("文字中有控制字符（U+{point:04X}），应写作转义，换行写作“\\n”"),
                format!(
                    "the control character U+{point:04X} stands in a text; write it as an escape (a line feed as \\n)"
                ),
            )
        }
        Syntax::Escape => fixed("JSON 没有这样的转义写法", "there is no such escape"),
        Syntax::LoneSurrogate => fixed("只有半个代理对，不成字符", "half a surrogate pair is no character"),
        Syntax::BareWord => fixed(
            "没有加双引号的词；只有 true、false、null 不加引号",
            "a word without quotes; only true, false and null have none",
        ),
        Syntax::StrayMark => {
            fixed("文件中间有字节顺序标记（U+FEFF）", "a byte order mark (U+FEFF) stands in the middle")
        }
        Syntax::Unexpected { expected, found } => {
            let found = excerpt(&found.to_string());
            let zh = match *expected {
                "a comma or `}`" => "逗号或者“}”",
                "a comma or `]`" => "逗号或者“]”",
                "a colon" => "冒号",
                "a member name in double quotes" => "双引号中的栏目名",
                _ => "一个值",
            };
            (format!("此处应为{zh}，却是“{found}”"), format!("expected {expected}, found `{found}`"))
        }
    }
}
