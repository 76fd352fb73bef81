//! Placeholders and left-overs of templates and programs, where a fact belongs.

use crate::code::{CodeScheme, ItemCode};
use crate::model::Kind;
use crate::model::leaf::{Leaf, LeafName};

/// What stands there instead of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Placeholder {
    /// One digit repeated is the whole text.
    RepeatedDigit,
    /// One digit repeated is the code of the body within the code of an item.
    RepeatedDigitWithin,
    /// `/`, 无, 同上.
    Empty,
    /// 详见附件, 具体承办的业务科室.
    Template,
    /// `XX局`, `某某局`.
    StandIn,
    /// 地州市农业农村局: a level of bodies where a body belongs.
    Level,
    /// `nan`, `#REF!`, `[object Object]`.
    Program,
}

/// The longest text that is looked at, in bytes: everything looked for is short.
const LONGEST: usize = 64;

impl Placeholder {
    /// What stands in a text instead of a fact, if anything does.
    pub(crate) fn of(leaf: Leaf<'_>) -> Option<Self> {
        if leaf.text.len() > LONGEST {
            return None;
        }
        let is_body = leaf.kind == Some(Kind::Organization) && matches!(leaf.path.field(), "name" | "aliases");
        if is_body && let Some(found) = of_body(leaf.text, leaf.path.field() == "name") {
            return Some(found);
        }
        if !may_be_one(leaf.text) {
            return None;
        }
        let text = leaf.text.trim();
        let found = of_text(text).or_else(|| has_placeholder_body(leaf).then_some(Self::RepeatedDigitWithin))?;
        // A remark may well be 无, and where there is no limit on a number or term 无 says so.
        let may_be_none = matches!(leaf.path.field(), "note" | "limit" | "period" | "territory" | "visit_reason");
        (found != Self::Empty || !may_be_none).then_some(found)
    }

    /// What stands instead of the name of a body, if anything does.
    #[cfg(feature = "import")]
    pub(crate) fn of_body_name(name: &str) -> Option<Self> {
        if name.len() > LONGEST {
            return None;
        }
        of_body(name, true).or_else(|| of_text(name.trim()))
    }

    /// Whether a whole code or date is a placeholder: of such a text no other rule says that it has no form.
    pub(crate) fn is_whole(code: &str) -> bool {
        code.len() <= LONGEST && may_be_one(code) && of_text(code.trim()).is_some()
    }

    /// What it is, in words.
    pub(crate) fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::RepeatedDigit => ("是同一数字重复，不是编码", "one digit repeated is no code"),
            Self::RepeatedDigitWithin => (
                "中的实施主体编码是同一数字重复，不是编码",
                "one digit repeated stands where the code of the body belongs",
            ),
            Self::Empty => ("是占位文字，不是内容", "a placeholder, not a fact"),
            Self::Template => ("是模板残留，不是内容", "a left-over of a template, not a fact"),
            Self::StandIn => ("是模板中的代称，不是实际名称", "a stand-in from a template, not a name"),
            Self::Level => (
                "没有写明是哪个地方的机构，是模板中的代称",
                "a level stands where the place of the body belongs, as in a template",
            ),
            Self::Program => ("是软件留下的空值或者报错，不是内容", "a left-over of a program, not a fact"),
        }
    }
}

/// Nearly every text begins and ends otherwise.
fn may_be_one(text: &str) -> bool {
    let mut characters = text.trim_start().chars();
    match characters.next() {
        // A code, a date or a number, unless a digit is repeated or a hyphen parts a code of a province.
        Some(digit @ '0'..='9') => text.len() >= 8 && (characters.next() == Some(digit) || text.contains('-')),
        Some(first) => {
            first.is_ascii()
                || matches!(
                    first,
                    '—' | '–'
                        | '－'
                        | '／'
                        | '＼'
                        | '＿'
                        | '＊'
                        | '？'
                        | '…'
                        | '·'
                        | '、'
                        | '。'
                        | '，'
                        | '○'
                        | '〇'
                        | '×'
                        | 'Ｘ'
                        | '（'
                        | '“'
                        | '【'
                        | '无'
                        | '暂'
                        | '没'
                        | '略'
                        | '空'
                        | '同'
                        | '待'
                        | '未'
                        | '不'
                        | '如'
                        | '请'
                        | '详'
                        | '参'
                        | '另'
                        | '见'
                        | '具'
                        | '相'
                        | '承'
                        | '法'
                        | '上'
                        | '仝'
                        | '〃'
                        | '″'
                        | '〞'
                        | '某'
                )
                || text.bytes().next_back().is_some_and(|last| {
                    // The ends of nan, null, undefined, none, #REF!, [object Object], #N/A and }}.
                    matches!(
                        last,
                        b'n' | b'N' | b'l' | b'L' | b'd' | b'D' | b'e' | b'E' | b'!' | b']' | b'?' | b'A' | b'}'
                    )
                })
        }
        None => false,
    }
}

/// Whether the code of the body within a code of an item is one digit repeated (`2222222222222` in a real list).
fn has_placeholder_body(leaf: Leaf<'_>) -> bool {
    leaf.name == LeafName::Code(CodeScheme::ItemCode)
        && leaf.text.contains('-')
        && ItemCode::parse(leaf.text).is_ok_and(|code| code.body().is_some_and(|part| is_repeated_digit(part.text)))
}

/// Whether a text says that there is nothing: 无, `/`.
pub(crate) fn says_none(text: &str) -> bool {
    of_text(text.trim()) == Some(Placeholder::Empty)
}

fn of_text(text: &str) -> Option<Placeholder> {
    // A code or date: no word of a program is longer than `undefined`.
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if text.len() > 9 && text.starts_with(|first: char| first.is_ascii_digit()) && text.bytes().all(is_plain) {
        return is_repeated_digit(text).then_some(Placeholder::RepeatedDigit);
    }
    let bare = text.trim_matches(|c: char| c.is_whitespace() || "。.；;，,（）()“”\"'【】".contains(c));
    if is_repeated_digit(text) {
        Some(Placeholder::RepeatedDigit)
    } else if bare.is_empty() && !text.is_empty() || is_only_marks(text) || EMPTY.contains(&bare) {
        Some(Placeholder::Empty)
    } else if is_of_program(text, bare) {
        Some(Placeholder::Program)
    } else if bare == "法定时限" || is_undecided_office(bare) || is_see_elsewhere(bare) {
        Some(Placeholder::Template)
    } else if is_stand_in(text) {
        Some(Placeholder::StandIn)
    } else {
        None
    }
}

const EMPTY: &[&str] = &[
    "无",
    "暂无",
    "没有",
    "略",
    "空",
    "同上",
    "仝上",
    "上同",
    "同前",
    "如上",
    "见上",
    "待定",
    "待补充",
    "待完善",
    "待确认",
    "待填",
    "待填写",
    "待明确",
    "未填",
    "未填写",
    "不详",
    "未知",
    "暂缺",
    "暂无数据",
    "暂无内容",
    "无内容",
    "无数据",
    "请填写",
    "请输入",
    "请选择",
    "待录入",
];

/// Eight or more of one digit, as typed where a code was wanted.
pub(crate) fn is_repeated_digit(text: &str) -> bool {
    let mut bytes = text.bytes();
    let first = bytes.next();
    text.len() >= 8 && first.is_some_and(|digit| digit.is_ascii_digit()) && bytes.all(|byte| Some(byte) == first)
}

/// `/`, `--`, `……`, `***`: nothing but marks.
fn is_only_marks(text: &str) -> bool {
    // A tick or a dot may be an answer. 〃 and ″ stand for what is written above.
    !text.is_empty()
        && text.chars().all(|c| c.is_whitespace() || "/\\-_*?.,~+=|—–－／＼＿＊？…·、。，〇〃″〞".contains(c))
}

/// What spreadsheets, data frames and scripts write where they have no value.
fn is_of_program(text: &str, bare: &str) -> bool {
    const WHOLE: &[&str] = &[
        "nan",
        "none",
        "null",
        "nil",
        "undefined",
        "nat",
        "tbd",
        "todo",
        "n/a",
        "#null!",
        "<na>",
        "<null>",
        "inf",
        "-inf",
    ];
    // What a program took for a value and wrote at the end or beginning of another text.
    const WITHIN: &[&str] = &[
        "[object object]",
        "[object",
        "#n/a",
        "#ref!",
        "#value!",
        "#div/0!",
        "#name?",
        "#num!",
        "#null!",
        "#spill!",
        "{{",
        "${",
    ];
    let is_word = |text: &str| WHOLE.iter().any(|word| text.eq_ignore_ascii_case(word));
    let has_mark = || text.bytes().any(|byte| matches!(byte, b'#' | b'[' | b'{'));
    let is_within = || {
        let text = text.to_ascii_lowercase();
        WITHIN.iter().any(|word| text.contains(word))
    };
    is_word(text) || is_word(bare) || (has_mark() && is_within()) || VALUES.iter().any(|word| is_beside(text, word))
}

/// What a program writes where it has no value, right before or after words.
const VALUES: &[&str] = &["undefined", "nan", "null", "none"];

/// Whether a text begins or ends with such a value, and an ideograph stands beside it.
fn is_beside(text: &str, value: &str) -> bool {
    let is_ideograph = |c: Option<char>| c.is_some_and(|c| matches!(c, '\u{4e00}'..='\u{9fff}'));
    let is_value = |part: &str| part.eq_ignore_ascii_case(value);
    let begins = text
        .split_at_checked(value.len())
        .is_some_and(|(part, rest)| is_value(part) && is_ideograph(rest.chars().next()));
    let end = text.len().checked_sub(value.len()).and_then(|at| text.split_at_checked(at));
    begins || end.is_some_and(|(rest, part)| is_value(part) && is_ideograph(rest.chars().next_back()))
}

/// 具体承办的业务科室 and the like: an office that the template leaves to whoever fills it in.
fn is_undecided_office(text: &str) -> bool {
    let begins = ["具体承办", "具体负责", "具体经办", "具体业务", "承办的", "相关业务", "相应业务"];
    let ends = ["科室", "处室", "股室", "内设机构", "承办机构"];
    text.chars().count() <= 12
        && begins.iter().any(|word| text.starts_with(word))
        && ends.iter().any(|word| text.ends_with(word))
}

/// 详见…, 见附件 and nothing else of substance: a few words that only point elsewhere.
fn is_see_elsewhere(text: &str) -> bool {
    const PLACES: &[&str] = &[
        "附件",
        "附表",
        "附录",
        "附后",
        "系统",
        "网站",
        "官网",
        "网页",
        "平台",
        "指南",
        "链接",
        "文件",
        "公告",
        "清单",
        "目录",
        "备注",
        "一览表",
        "说明",
    ];
    let text = text.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let is_place = |rest: &str| rest.chars().count() <= 12 && PLACES.iter().any(|word| rest.ends_with(word));
    if ["详见", "参见", "详情见", "详情请见", "具体见", "具体详见", "请见", "另见"]
        .iter()
        .any(|word| text.strip_prefix(word).is_some_and(is_place))
    {
        return true;
    }
    // 见习基地目录 sees nothing elsewhere.
    text.strip_prefix('见').is_some_and(|rest| {
        ["附", "备注", "办事指南", "系统", "网", "官网", "清单"].iter().any(|word| rest.starts_with(word))
            && is_place(rest)
    })
}

/// `XX局`, `某某局`, `××局`: a stand-in of a template for a name.
fn is_stand_in(text: &str) -> bool {
    ["XX", "xx", "××", "某某", "ＸＸ", "○○", "〇〇", "**", "＊＊"].iter().any(|stand_in| text.starts_with(stand_in))
        && text.chars().count() <= 20
}

/// What only the name of a body can be: a level without a place, or a stand-in anywhere in it.
fn of_body(text: &str, is_name: bool) -> Option<Placeholder> {
    let name = text.trim();
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let stands_in = |word: &str| {
        name.split_once(word).is_some_and(|(before, after)| {
            let after = after.trim_start_matches(|c: char| word.contains(c));
            !is_latin(before.chars().next_back()) && !is_latin(after.chars().next())
        })
    };
    if ["XX", "xx", "××", "某某", "ＸＸ", "○○", "〇〇", "**", "＊＊", "__"].iter().any(|word| stands_in(word))
        || ["某省", "某市", "某县", "某区", "某旗", "某局", "某乡", "某镇", "某部门", "某单位"]
            .iter()
            .any(|word| name.starts_with(word))
    {
        return Some(Placeholder::StandIn);
    }
    let plain: String = name.chars().filter(|c| !"（）()、，,/／和或".contains(*c)).take(8).collect();
    let plain = plain.trim_start_matches(['各', '本']);
    let is_level = LEVELS.iter().any(|level| plain.starts_with(level));
    // A list may well call its region's organ by the region alone, where the full name stands beside it.
    let is_region = is_name && ["自治区", "自治州", "自治县", "自治旗"].iter().any(|level| plain.starts_with(level));
    (is_level || is_region).then_some(Placeholder::Level)
}

/// Levels that no place has for a name, as they stand in templates for several places.
const LEVELS: &[&str] = &[
    "地州市",
    "地市州",
    "市地州",
    "州市",
    "市州",
    "盟市",
    "地市",
    "县市区",
    "县区市",
    "市县区",
    "区县",
    "县区",
    "县市",
    "市县",
    "旗县",
    "旗区",
    "省市区",
];
