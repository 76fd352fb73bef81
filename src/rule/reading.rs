//! QD0: reading. Most of these are found by the reader and turned into findings here; the last three look at texts.

use std::ops::Range;

use super::{Bilingual, Check, Draft, Example, ExampleInput, Family, Findings, Need, Provision, Rule, Scope, Spot};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::index::{Frame, Index};
use crate::model::visit::Leaf;
use crate::model::{Id, Kind, Pointer, Text};
use crate::print::excerpt;
use crate::read::encoding::Encoding;
use crate::read::fault::{Expected, Fault, FaultKind, Found, Syntax};
use crate::read::shape::TABLE;

/// The family QD0.
pub(crate) const FAMILY: Family = Family { number: 0, rules: RULES, explanations: include_str!("reading.md") };

/// QD007, which ends everything else.
pub(crate) const SCHEMA_VERSION: RuleCode = RuleCode::new(7);
/// QD009, which cannot run for kinds of which a record was lost.
pub(crate) const DANGLING_REFERENCE: RuleCode = RuleCode::new(9);

const JSON: &[Provision] = &[Provision { document: "RFC 8259", clause: "§2–9" }];
const FORMAT: &[Provision] = &[Provision { document: "qingdan exchange format", clause: "schemas/v1" }];
const UNICODE: &[Provision] = &[
    Provision { document: "GB 18030-2022", clause: "5" },
    Provision { document: "Unicode 16", clause: "UAX #9, UTS #39" },
];

/// A rule of this family; what is not given is the same for all.
const fn rule(number: u16, name: &'static str, title: Bilingual, unit: Bilingual, help: Bilingual) -> Rule {
    Rule {
        code: RuleCode::new(number),
        name,
        aspect: Aspect::Valid,
        severity: Severity::Error,
        since: "0.1.0",
        retired: None,
        title,
        unit,
        help,
        citations: FORMAT,
        period: None,
        needs: &[] as &[Need],
        reads: &[],
        fails: &[],
        passes: &[],
        checks: &[Check::Reading],
    }
}

const fn two(zh: &'static str, en: &'static str) -> Bilingual {
    Bilingual { zh, en }
}

const fn whole(note: &'static str, text: &'static [u8], at: &'static [&'static str]) -> Example {
    Example { note, input: ExampleInput::Whole(text), at }
}

const fn members(note: &'static str, members: &'static str, at: &'static [&'static str]) -> Example {
    Example { note, input: ExampleInput::Members(members), at }
}

/// An input of about the greatest depth allowed, for the examples of QD004.
macro_rules! nested {
    ($open:literal, $close:literal) => {
        concat!(
            r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}, "organizations": [{"id": "a", "name": "b", "kind": "department", "extensions": {"x": "#,
            $open, "1", $close, "}}]}"
        )
        .as_bytes()
    };
}

const RULES: &[Rule] = &[
    Rule {
        citations: JSON,
        fails: &[
            whole(
                "a trailing comma",
                br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county",}}"#,
                &["/header"],
            ),
            whole("nothing at all", b"", &[""]),
        ],
        passes: &[
            members("a document", "", &[]),
            whole(
                "boundary: NDJSON of one line without a line feed",
                br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}}"#,
                &[],
            ),
        ],
        ..rule(
            1,
            "not-json",
            two("文本不是 JSON", "the text is not JSON"),
            two("每个文档一项，逐行 JSON 每行一项", "one a document, or a line of NDJSON"),
            two(
                "按提示改正该处；用程序生成 JSON，不要手工拼接",
                "correct the place; let a program write JSON instead of putting it together by hand",
            ),
        )
    },
    Rule {
        citations: &[Provision { document: "RFC 8259", clause: "§8.1" }],
        fails: &[
            whole("UTF-16 with a byte order mark", b"\xff\xfe{\0}\0", &[""]),
            whole(
                "GB18030: the first four characters of the title",
                b"{\"header\": {\"title\": \"\xba\xbc\xbd\xf5\xc6\xec\xc8\xa8\"}}",
                &[""],
            ),
        ],
        passes: &[members(
            "boundary: characters of four bytes in UTF-8",
            r#""organizations": [{"id": "a", "name": "𠮷", "kind": "department"}]"#,
            &[],
        )],
        ..rule(
            2,
            "encoding",
            two("编码不是 UTF-8", "the encoding is not UTF-8"),
            two("每个输入一项", "one an input"),
            two("另存为 UTF-8（无签名）后重试", "save the file as UTF-8 without a signature"),
        )
    },
    Rule {
        citations: &[Provision { document: "RFC 8259", clause: "§4" }],
        fails: &[members(
            "a record with its name twice",
            r#""organizations": [{"id": "a", "name": "水利局", "kind": "department", "name": "水务局"}]"#,
            &["/organizations/0/name"],
        )],
        passes: &[members(
            "boundary: the same name in two records",
            r#""organizations": [{"id": "a", "name": "水利局", "kind": "department"}, {"id": "b", "name": "水利局", "kind": "department"}]"#,
            &[],
        )],
        ..rule(
            3,
            "duplicate-key",
            two("同一对象中键重复", "an object has a key twice"),
            two("每个重复的键一项", "one a repeated key"),
            two(
                "只留一个；多数程序只认最后一个，另一个会悄悄丢失",
                "keep one; most programs take the last and lose the other in silence",
            ),
        )
    },
    Rule {
        citations: &[Provision { document: "RFC 8259", clause: "§9" }],
        fails: &[whole(
            "101 levels",
            nested!(
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
            ),
            &[
                "/organizations/0/extensions/x/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0",
            ],
        )],
        passes: &[whole(
            "boundary: 100 levels",
            nested!(
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
            ),
            &[],
        )],
        ..rule(
            4,
            "over-limit",
            two("嵌套过深或者文件过大", "nested too deep, or too large"),
            two("每个输入一项", "one an input"),
            two(
                "目录不需要这样的嵌套；大目录请改用逐行 JSON 或者放宽限度",
                "no catalog needs such nesting; split a large one, or raise the limit",
            ),
        )
    },
    Rule {
        fails: &[
            members(
                "a number for a text",
                r#""organizations": [{"id": "a", "name": 5, "kind": "department"}]"#,
                &["/organizations/0/name"],
            ),
            members(
                "no name, and a kind outside the list",
                r#""organizations": [{"id": "a", "kind": "office"}]"#,
                &["/organizations/0", "/organizations/0/kind"],
            ),
            members(
                "a limit of 0",
                r#""licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": [{"title": "水法"}], "statutory_limits": [{"amount": 0, "unit": "working_day"}]}]"#,
                &["/licensing_items/0/statutory_limits/0/amount"],
            ),
        ],
        passes: &[members(
            "boundary: null for an optional value, and a limit of 1",
            r#""licensing_items": [{"id": "a", "name": "取水许可", "code": null, "item_level": "main", "set_by": [{"title": "水法"}], "statutory_limits": [{"amount": 1, "unit": "working_day"}]}]"#,
            &[],
        )],
        ..rule(
            5,
            "shape",
            two("形状不符：类型、必填、取值或者范围", "not of the shape: type, required member, list or range"),
            two("每处一项", "one a place"),
            two("按允许的类型和取值改正", "correct it to what is allowed"),
        )
    },
    Rule {
        severity: Severity::Warning,
        checks: &[Check::Reading, Check::Text(unknown_field_path)],
        fails: &[members(
            "a field one letter off",
            r#""organizations": [{"id": "a", "name": "水利局", "kind": "department", "alias": []}]"#,
            &["/organizations/0/alias"],
        ),
            whole("a path of a field not held that is none", br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county", "not_held": ["service_items.bases"]}}"#, &["/header/not_held/0"]),
        ],
        passes: &[members(
            "boundary: anything goes in extensions",
            r#""organizations": [{"id": "a", "name": "水利局", "kind": "department", "extensions": {"vendor:alias": 1}}]"#,
            &[],
        )],
        ..rule(
            6,
            "unknown-field",
            two("本版本不认识的字段", "a field that this version does not know"),
            two("每个字段一项", "one a field"),
            two("改正拼写；自有字段放入 extensions", "correct the spelling; put fields of your own into `extensions`"),
        )
    },
    Rule {
        fails: &[whole(
            "version 2.0",
            br#"{"header": {"schema_version": "2.0", "title": "a", "division": "150625", "level": "county"}}"#,
            &["/header/schema_version"],
        )],
        passes: &[whole(
            "boundary: a later 1.x",
            br#"{"header": {"schema_version": "1.9999", "title": "a", "division": "150625", "level": "county"}}"#,
            &[],
        )],
        ..rule(
            7,
            "schema-version",
            two("模式版本不受支持", "unsupported schema version"),
            two("每个输入一项", "one an input"),
            two("改用支持的版本，或者升级本工具", "use a supported version, or a later version of this tool"),
        )
    },
    Rule {
        checks: &[Check::Catalog(repeated_ids)],
        fails: &[members(
            "two bodies with one id",
            r#""organizations": [{"id": "a", "name": "水利局", "kind": "department"}, {"id": "a", "name": "林草局", "kind": "department"}]"#,
            &["/organizations/1/id"],
        )],
        passes: &[members(
            "boundary: one id in two kinds",
            r#""organizations": [{"id": "a", "name": "水利局", "kind": "department"}], "license_types": [{"id": "a", "name": "取水许可证"}]"#,
            &[],
        )],
        ..rule(
            8,
            "duplicate-id",
            two("同类记录标识重复", "two records of a kind share an id"),
            two("每个重复的记录一项", "one a record that repeats"),
            two("给其中一条另起标识，并核对引用它的地方", "give one of them another id, and look at what refers to it"),
        )
    },
    Rule {
        checks: &[Check::Catalog(dangling_references)],
        fails: &[members(
            "a parent that is not there",
            r#""organizations": [{"id": "a", "name": "水利局", "kind": "department", "parent": "b"}]"#,
            &["/organizations/0/parent"],
        )],
        passes: &[
            members(
                "boundary: a record that refers to itself and to a later one",
                r#""organizations": [{"id": "a", "name": "水利局", "kind": "department", "parent": "b"}, {"id": "b", "name": "旗人民政府", "kind": "government"}]"#,
                &[],
            ),
            members(
                "what an adjustment ended may be gone",
                r#""adjustments": [{"id": "x", "item_kind": "licensing_item", "operation": "cancel", "from": ["gone"]}]"#,
                &[],
            ),
        ],
        ..rule(
            9,
            "dangling-reference",
            two("引用的记录不存在", "a reference to an id that no record has"),
            two("每处引用一项", "one a reference"),
            two("改正标识，或者补上被引用的记录", "correct the id, or add the record referred to"),
        )
    },
    Rule {
        severity: Severity::Warning,
        citations: UNICODE,
        checks: &[Check::Reading, Check::Text(suspicious_text)],
        fails: &[
            members(
                "a blank at the end",
                r#""organizations": [{"id": "a", "name": "水利局　", "kind": "department"}]"#,
                &["/organizations/0/name"],
            ),
            members(
                "a zero-width space",
                r#""organizations": [{"id": "a", "name": "水\u200b利局", "kind": "department"}]"#,
                &["/organizations/0/name"],
            ),
            members(
                "half-width brackets in the name of a body",
                r#""organizations": [{"id": "a", "name": "水利局(水政)", "kind": "department"}]"#,
                &["/organizations/0/name"],
            ),
        ],
        passes: &[members(
            "boundary: a blank inside, Extension B, full-width brackets; half-width brackets in the name of an item",
            r#""organizations": [{"id": "a", "name": "Water 水利局（𠮷）", "kind": "department"}], "licensing_items": [{"id": "b", "name": "取水许可(县级)", "item_level": "main", "set_by": [{"title": "水法"}]}]"#,
            &[],
        )],
        ..rule(
            10,
            "suspicious-text",
            two("可疑字符", "suspicious characters"),
            two("每个文本一项", "one a text"),
            two(
                "对照原件改正；看不见的字符会使同名不同文",
                "compare with the original; characters that nobody sees make equal names differ",
            ),
        )
    },
    Rule {
        severity: Severity::Warning,
        aspect: Aspect::Publishable,
        citations: &[Provision { document: "中办发〔2015〕21号", clause: "二（七）" }],
        checks: &[Check::Text(placeholder_text)],
        fails: &[
            members(
                "a template name",
                r#""organizations": [{"id": "a", "name": "XX局", "kind": "department"}]"#,
                &["/organizations/0/name"],
            ),
            members(
                "one digit repeated",
                r#""organizations": [{"id": "a", "name": "水利局", "kind": "department", "aliases": ["2222222222222"]}]"#,
                &["/organizations/0/aliases/0"],
            ),
        ],
        passes: &[members(
            "boundary: names that hold the words of templates",
            r#""organizations": [{"id": "a", "name": "无线电管理局", "kind": "department", "aliases": ["详见山林场", "222厂"]}]"#,
            &[],
        )],
        ..rule(
            11,
            "placeholder-text",
            two("模板残留或者占位文字", "left-overs of a template where a fact belongs"),
            two("每个文本一项", "one a text"),
            two("填写实际内容；没有内容就不要写这个字段", "write the fact; where there is none, leave the field out"),
        )
    },
];

// Found by the reader.

fn rule_of(number: u16) -> &'static Rule {
    let index = usize::from(number).saturating_sub(1);
    #[expect(
        clippy::indexing_slicing,
        reason = "the rules of this family are numbered from 1 without gaps, and there is a first"
    )]
    RULES.get(index).unwrap_or(&RULES[0])
}

/// Whether a fault keeps the record from being read.
pub(crate) fn is_unreadable(kind: &FaultKind) -> bool {
    // Repeated keys in free objects could be read, but one of the two would be lost.
    !matches!(kind, FaultKind::Unknown { .. })
}

/// Turns a fault into a finding.
pub(crate) fn report(fault: &Fault, record: Option<u32>, drafts: &mut Vec<Draft>) {
    let number = match fault.kind {
        FaultKind::Syntax(_) => 1,
        FaultKind::RepeatedKey { .. } => 3,
        FaultKind::TooDeep { .. } => 4,
        FaultKind::Unknown { .. } => 6,
        _ => 5,
    };
    let spot =
        Spot::Input { span: fault.span.clone(), pointer: fault.pointer.clone(), path: fault.path.clone(), record };
    let (zh, en) = words(&fault.kind);
    let mut findings = Findings::new(rule_of(number), record, drafts);
    let draft = findings.at_spot(spot, zh, en);
    match &fault.kind {
        FaultKind::OutOfRange { text, .. }
        | FaultKind::NotWhole { text }
        | FaultKind::TooLong { text, .. }
        | FaultKind::NotAnId { text, .. }
        | FaultKind::NotADecimal { text } => {
            draft.found(text);
        }
        FaultKind::NotInList { allowed, text } | FaultKind::WrongType { allowed, text, .. } => {
            draft.found(text).allowed(allowed.iter().cloned());
        }
        FaultKind::Unknown { name, nearest } => {
            draft.found(name).allowed(nearest.iter().cloned());
        }
        FaultKind::RepeatedKey { key } => {
            draft.found(key);
        }
        _ => {}
    }
    if let Some(first) = &fault.first {
        let spot =
            Spot::Input { span: first.clone(), pointer: fault.pointer.clone(), path: fault.path.clone(), record };
        draft.related(spot, "第一次出现在这里", "it stands here first");
    }
}

/// The reader found nothing wrong and serde refused: a fault of this library, told as it is.
pub(crate) fn report_refused(frame: Frame, record: Option<u32>, reason: &str, drafts: &mut Vec<Draft>) {
    let fault = Fault {
        kind: FaultKind::Refused { reason: reason.to_owned() },
        span: frame.start..frame.end,
        pointer: Pointer::default(),
        path: Pointer::default(),
        first: None,
    };
    report(&fault, record, drafts);
}

/// Why an input could not be read at all.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Unread {
    TooLarge { limit: u64 },
    Encoding { at: usize, encoding: Encoding },
}

impl Unread {
    /// The finding.
    pub(crate) fn report(self, drafts: &mut Vec<Draft>) {
        let whole = |span: Range<usize>| Spot::Input {
            span,
            pointer: Pointer::default(),
            path: Pointer::default(),
            record: None,
        };
        match self {
            Self::TooLarge { limit } => {
                Findings::new(rule_of(4), None, drafts).at_spot(
                    whole(0..0),
                    format!("输入超过 {limit} 字节的限度，未读取"),
                    format!("the input exceeds the limit of {limit} bytes and was not read"),
                );
            }
            Self::Encoding { at, encoding } => {
                let (zh, en) = match encoding {
                    Encoding::Utf16 { big_endian } => {
                        let name = if big_endian { "UTF-16BE" } else { "UTF-16LE" };
                        (format!("像是 {name} 编码，应为 UTF-8"), format!("it looks like {name}; it must be UTF-8"))
                    }
                    Encoding::Utf32 => {
                        ("像是 UTF-32 编码，应为 UTF-8".into(), "it looks like UTF-32; it must be UTF-8".into())
                    }
                    Encoding::Gb18030 => (
                        format!("像是 GB18030（GBK）编码，应为 UTF-8；自第 {at} 字节起（从 0 计）"),
                        format!("it looks like GB18030 (GBK); it must be UTF-8; from byte {at} (counted from 0)"),
                    ),
                    Encoding::StrayByte { byte } => (
                        format!("第 {at} 字节（从 0 计）0x{byte:02X} 不是 UTF-8"),
                        format!("byte {at} (counted from 0), 0x{byte:02X}, is not UTF-8"),
                    ),
                };
                Findings::new(rule_of(2), None, drafts).at_spot(whole(at..at), zh, en);
            }
        }
    }
}

/// A UTF-8 byte order mark: read, and noted.
pub(crate) fn report_mark(drafts: &mut Vec<Draft>) {
    let spot = Spot::Input { span: 0..0, pointer: Pointer::default(), path: Pointer::default(), record: None };
    Findings::new(rule_of(10), None, drafts)
        .at_spot(
            spot,
            "文件以 UTF-8 签名（BOM）开头，已跳过",
            "the file begins with a UTF-8 byte order mark; it was passed over",
        )
        .help("另存为不带签名的 UTF-8", "save it as UTF-8 without a signature");
}

/// A version that is not supported; nothing else is run.
pub(crate) fn report_version(version: &str, drafts: &mut Vec<Draft>) {
    let mut path = Pointer::default();
    path.push("schema_version");
    let found = excerpt(version);
    Findings::new(rule_of(7), None, drafts)
        .at_spot(
            Spot::Header(path),
            format!("模式版本 `{found}` 不受支持；未作其他检查"),
            format!("schema version `{found}` is not supported; nothing else was checked"),
        )
        .found(version)
        .allowed(["1.0"]);
}

/// A fault in words, in both languages.
fn words(kind: &FaultKind) -> (String, String) {
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
                format!("标识 `{text}` 的第 {position} 个字符是空白或者控制字符"),
                format!("character {position} of the id `{text}` is a blank or control character"),
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

// Found in the index.

fn repeated_ids(_: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    for repeated in index.repeated() {
        let Some(id) = index.record(repeated.second).and_then(|facts| facts.id.as_ref()) else {
            continue;
        };
        let mut path = Pointer::default();
        path.push("id");
        findings
            .at_spot(
                Spot::Record(repeated.second, path.clone()),
                format!("标识 `{id}` 已被同类的另一条记录使用"),
                format!("another record of this kind has the id `{id}` already"),
            )
            .found(id.as_str())
            .related(Spot::Record(repeated.first, path), "先使用它的记录", "the record that has it first");
    }
}

fn dangling_references(_: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    for reference in index.dangling() {
        if !index.knows_all(reference.kind) || is_ended_item(index, reference.from, &reference.path) {
            continue;
        }
        let (kind, id) = (reference.kind, &reference.id);
        findings
            .at_spot(
                Spot::Record(reference.from, reference.path.clone()),
                format!("引用的{} `{id}` 不存在", kind.title_zh()),
                format!("no {kind} has the id `{id}`"),
            )
            .found(id.as_str())
            .allowed([format!("an id of `{}`", kind.array())]);
    }
}

/// What an adjustment took away may be gone: only the previous edition could tell.
fn is_ended_item(index: &Index, from: u32, path: &Pointer) -> bool {
    index.record(from).is_some_and(|facts| facts.kind == Kind::Adjustment) && path.as_str().starts_with("/from/")
}

// Found in texts.

/// A field path of `header.not_held` that names nothing would silence no rule, and nobody would notice.
fn unknown_field_path(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
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

/// Whether a text is of a type that people write: no id and no reference, whose form is shape.
fn is_written(leaf: Leaf<'_>) -> bool {
    !leaf.is_reference() && leaf.name != Id::NAME
}

fn suspicious_text(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    if !may_be_suspicious(leaf) || !is_written(leaf) {
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
fn may_be_suspicious(leaf: Leaf<'_>) -> bool {
    let bytes = leaf.text.as_bytes();
    let blank = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let is_code = leaf.name != Text::NAME;
    let is_name = matches!(leaf.kind, Some(Kind::Organization | Kind::LegalInstrument));
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let strange = pairs.fold(false, |strange, (&first, &second)| {
        strange
            // Controls; U+0080–U+009F; U+2000–U+207F; U+E000–U+EFFF; U+F000–U+F8FF, U+FEFF, U+FFFD; planes 15 and 16.
            | (first < 0x20)
            | (first == 0x7f)
            | ((first == 0xc2) & (second < 0xa0))
            | ((first == 0xe2) & (second <= 0x81))
            | (first == 0xee)
            | ((first == 0xef) & ((second <= 0xa3) | (second == 0xbb) | (second == 0xbf)))
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

fn placeholder_text(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    // Everything looked for is short; long texts need no second look.
    if leaf.text.len() > 64 || !is_written(leaf) {
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
