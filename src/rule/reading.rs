//! QD0: reading. Most of these are found by the reader and turned into findings here; the last look at texts.

use super::{Bilingual, Check, Example, Family, Provision, Rule, two};
use crate::finding::{Aspect, RuleCode, Severity};

mod damage;
mod dragged;
mod facts;
mod fault;
mod meant;
mod placeholder;
mod reference;
mod strange;
mod text;
mod unread;
mod words;

pub(crate) use dragged::DraggedFacts;
pub(crate) use facts::TextFacts;
use facts::{blank_ends, placeholders};
pub(crate) use fault::{Unread, is_unreadable, report, report_header, report_mark, report_refused, report_version};
pub(crate) use placeholder::{Placeholder, is_repeated_digit};
use reference::{dangling_references, repeated_ids};
use text::{suspicious_text, unknown_field_path};

/// The family QD0.
pub(crate) const FAMILY: Family = Family { rules: RULES, explanations: include_str!("reading.md") };

/// QD001 to QD008: what keeps a record, or the whole, from being read as it stands, and unknown fields.
pub(crate) const OF_FORM: [RuleCode; 8] = [
    RuleCode::new(1),
    RuleCode::new(2),
    RuleCode::new(3),
    RuleCode::new(4),
    RuleCode::new(5),
    RuleCode::new(6),
    RuleCode::new(7),
    RuleCode::new(8),
];
/// QD007, which ends everything else.
pub(crate) const SCHEMA_VERSION: RuleCode = RuleCode::new(7);

const JSON: &[Provision] = &[Provision { document: "RFC 8259", clause: "§2–9" }];
const FORMAT: &[Provision] = &[Provision { document: "清单交换格式", clause: "1.0（schemas/v1）" }];
const UNICODE: &[Provision] = &[
    Provision { document: "GB 18030-2022", clause: "5" },
    Provision { document: "Unicode 16", clause: "UAX #9, UTS #39" },
];

/// A rule of this family; what is not given is the same for all.
const fn rule(number: u16, name: &'static str, title: Bilingual, unit: Bilingual, help: Bilingual) -> Rule {
    Rule { citations: FORMAT, checks: &[Check::Reading], ..Rule::new(number, name, title, unit, help) }
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
            Example::whole(
                two("多了一个逗号", "a trailing comma"),
                br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county",}}"#,
                &["/header"],
            ),
            Example::whole(two("什么也没有", "nothing at all"), b"", &[""]),
        ],
        passes: &[
            Example::members(two("一个文档", "a document"), "", &[]),
            Example::whole(
                two("界限：只有一行、没有换行的逐行 JSON", "boundary: NDJSON of one line without a line feed"),
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
            Example::whole(two("带字节顺序标记的 UTF-16", "UTF-16 with a byte order mark"), b"\xff\xfe{\0}\0", &[""]),
            Example::whole(
                two("GB18030：标题的前四个字", "GB18030: the first four characters of the title"),
                b"{\"header\": {\"title\": \"\xba\xbc\xbd\xf5\xc6\xec\xc8\xa8\"}}",
                &[""],
            ),
        ],
        passes: &[Example::members(
            two("界限：UTF-8 中占四个字节的字", "boundary: characters of four bytes in UTF-8"),
            r#""organizations": [{"id": "a", "name": "𠮷", "kind": "department"}]"#,
            &[],
        )],
        ..rule(
            2,
            "encoding",
            two("编码不是 UTF-8", "the encoding is not UTF-8"),
            two("每个输入一项", "one an input"),
            two("另存为UTF-8编码（不带签名）后再检查", "save the file as UTF-8 without a signature"),
        )
    },
    Rule {
        citations: &[Provision { document: "RFC 8259", clause: "§4" }],
        fails: &[Example::members(
            two("一条记录写了两次名称", "a record with its name twice"),
            r#""organizations": [{"id": "a", "name": "水利局", "kind": "department", "name": "水务局"}]"#,
            &["/organizations/0/name"],
        )],
        passes: &[Example::members(
            two("界限：两条记录同名", "boundary: the same name in two records"),
            r#""organizations": [{"id": "a", "name": "水利局", "kind": "department"}, {"id": "b", "name": "水利局", "kind": "department"}]"#,
            &[],
        )],
        ..rule(
            3,
            "duplicate-key",
            two("同一条记录中一栏写了两次", "an object has a key twice"),
            two("每个重复的栏目一项", "one a repeated key"),
            two(
                "只留一个；多数程序只认最后一个，另一个会悄悄丢失",
                "keep one; most programs take the last and lose the other in silence",
            ),
        )
    },
    Rule {
        citations: &[Provision { document: "RFC 8259", clause: "§9" }],
        fails: &[Example::whole(
            two("101层", "101 levels"),
            nested!(
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
                "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
            ),
            &[
                "/organizations/0/extensions/x/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0",
            ],
        )],
        passes: &[Example::whole(
            two("界限：100层", "boundary: 100 levels"),
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
            Example::members(
                two("该写文字的地方写了数", "a number for a text"),
                r#""organizations": [{"id": "a", "name": 5, "kind": "department"}]"#,
                &["/organizations/0/name"],
            ),
            Example::members(
                two("没有名称，类别不在表中", "no name, and a kind outside the list"),
                r#""organizations": [{"id": "a", "kind": "office"}]"#,
                &["/organizations/0", "/organizations/0/kind"],
            ),
            Example::members(
                two("时限为 0", "a limit of 0"),
                r#""licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": [{"title": "水法", "articles": [{"article": 7}]}], "statutory_limits": [{"amount": 0, "unit": "working_day"}]}]"#,
                &["/licensing_items/0/statutory_limits/0/amount"],
            ),
        ],
        passes: &[Example::members(
            two("界限：可省的值写 null，时限为 1", "boundary: null for an optional value, and a limit of 1"),
            r#""licensing_items": [{"id": "a", "name": "取水许可", "code": null, "item_level": "main", "set_by": [{"title": "水法", "articles": [{"article": 7}]}], "statutory_limits": [{"amount": 1, "unit": "working_day"}]}]"#,
            &[],
        )],
        ..rule(
            5,
            "shape",
            two("格式不符：类型、必填、取值或者范围", "not of the shape: type, required member, list or range"),
            two("每处一项", "one a place"),
            two("按说明中允许的类型和取值改正", "correct it to what is allowed"),
        )
    },
    Rule {
        severity: Severity::Warning,
        checks: &[Check::Reading, Check::Text(unknown_field_path)],
        fails: &[Example::members(
            two("栏目名差一个字母", "a field one letter off"),
            r#""organizations": [{"id": "a", "name": "水利局", "kind": "department", "alias": []}]"#,
            &["/organizations/0/alias"],
        ),
            Example::whole(two("未采集字段一栏写了不存在的路径", "a path of a field not held that is none"), br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county", "not_held": ["service_items.bases"]}}"#, &["/header/not_held/0"]),
        ],
        passes: &[Example::members(
            two("界限：扩展（extensions）中写什么都可以", "boundary: anything goes in extensions"),
            r#""organizations": [{"id": "a", "name": "水利局", "kind": "department", "extensions": {"vendor:alias": 1}}]"#,
            &[],
        )],
        ..rule(
            6,
            "unknown-field",
            two("本版本没有的栏目", "a field that this version does not know"),
            two("每个栏目、栏目路径或者未知类型一项", "one a field, a field path, or a member of unknown kind"),
            two("改正栏目名；本单位自有的内容放入扩展（extensions）", "correct the spelling; put fields of your own into `extensions`"),
        )
    },
    Rule {
        fails: &[Example::whole(
            two("版本 2.0", "version 2.0"),
            br#"{"header": {"schema_version": "2.0", "title": "a", "division": "150625", "level": "county"}}"#,
            &["/header/schema_version"],
        )],
        passes: &[Example::whole(
            two("界限：较后的 1.x", "boundary: a later 1.x"),
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
        fails: &[Example::members(
            two("两个机构用一个编号", "two bodies with one id"),
            r#""organizations": [{"id": "a", "name": "水利局", "kind": "department"}, {"id": "a", "name": "林草局", "kind": "department"}]"#,
            &["/organizations/1/id"],
        )],
        passes: &[Example::members(
            two("界限：两类记录用一个编号", "boundary: one id in two kinds"),
            r#""organizations": [{"id": "a", "name": "水利局", "kind": "department"}], "license_types": [{"id": "a", "name": "取水许可证"}]"#,
            &[],
        )],
        ..rule(
            8,
            "duplicate-id",
            two("同类记录编号重复", "two records of a kind share an id"),
            two("每个重复的记录一项", "one a record that repeats"),
            two("给其中一条另起编号，并核对引用它的地方", "give one of them another id, and look at what refers to it"),
        )
    },
    Rule {
        checks: &[Check::Catalog(dangling_references)],
        fails: &[Example::members(
            two("上级机构不存在", "a parent that is not there"),
            r#""organizations": [{"id": "a", "name": "水利局", "kind": "department", "parent": "b"}]"#,
            &["/organizations/0/parent"],
        )],
        passes: &[
            Example::members(
                two("界限：引用自己和引用后面的记录", "boundary: a record that refers to itself and to a later one"),
                r#""organizations": [{"id": "a", "name": "水利局", "kind": "department", "parent": "b"}, {"id": "b", "name": "旗人民政府", "kind": "government"}]"#,
                &[],
            ),
            Example::members(
                two("调整所终止的事项可以不在", "what an adjustment ended may be gone"),
                r#""adjustments": [{"id": "x", "item_kind": "licensing_item", "operation": "cancel", "from": ["gone"]}]"#,
                &[],
            ),
        ],
        ..rule(
            9,
            "dangling-reference",
            two("引用的记录不存在", "a reference to an id that no record has"),
            two("每处引用一项", "one a reference"),
            two("改正编号，或者补上被引用的记录", "correct the id, or add the record referred to"),
        )
    },
    Rule {
        severity: Severity::Warning,
        citations: UNICODE,
        checks: &[Check::Reading, Check::Text(suspicious_text), Check::Catalog(blank_ends)],
        fails: &[
            Example::members(
                two("结尾有空白", "a blank at the end"),
                r#""organizations": [{"id": "a", "name": "水利局　", "kind": "department"}]"#,
                &["/organizations/0/name"],
            ),
            Example::members(
                two("零宽空格", "a zero-width space"),
                r#""organizations": [{"id": "a", "name": "水\u200b利局", "kind": "department"}]"#,
                &["/organizations/0/name"],
            ),
            Example::members(
                two("机构名称中有半角括号", "half-width brackets in the name of a body"),
                r#""organizations": [{"id": "a", "name": "水利局(水政)", "kind": "department"}]"#,
                &["/organizations/0/name"],
            ),
            Example::members(
                two("形似“水”的康熙部首", "a Kangxi radical that looks like 水"),
                r#""organizations": [{"id": "a", "name": "⽔利局", "kind": "department"}]"#,
                &["/organizations/0/name"],
            ),
            Example::members(
                two("网页字符实体和标签", "an entity and a tag of a web page"),
                r#""organizations": [{"id": "a", "name": "水利局&nbsp;", "kind": "department", "aliases": ["<p>水务局</p>"]}]"#,
                &["/organizations/0/name", "/organizations/0/aliases/0"],
            ),
            Example::members(
                two("正文首尾的空白：每个目录一次", "blanks at the ends of running text: once a catalog"),
                r#""power_items": [{"id": "a", "name": "对擅自取水的处罚", "item_level": "main", "power_type": "penalty", "basis": [{"title": "水法", "articles": [{"article": 69}]}], "scope": "全旗\n", "supervision": " 12345热线"}]"#,
                &["/power_items/0/scope"],
            ),
        ],
        passes: &[Example::members(
            two("界限：中间的空白、扩展 B 区的字、全角括号；事项名称中的半角括号", "boundary: a blank inside, Extension B, full-width brackets; half-width brackets in the name of an item"),
            r#""organizations": [{"id": "a", "name": "Water 水利局（𠮷）", "kind": "department"}], "licensing_items": [{"id": "b", "name": "取水许可(县级)", "item_level": "main", "set_by": [{"title": "水法", "articles": [{"article": 7}]}]}]"#,
            &[],
        ),
        Example::members(
            two("界限：维吾尔文的零宽不连接符，小于号和 & 号", "boundary: a non-joiner in Uyghur, the signs for less and for and"),
            r#""organizations": [{"id": "a", "name": "水利局", "kind": "department", "aliases": ["سۇ\u200cئىش", "A&B公司（<10吨）"]}]"#,
            &[],
        )],
        ..rule(
            10,
            "suspicious-text",
            two("可疑字符", "suspicious characters"),
            two("每个文本一项；正文首尾的空白每个目录一项", "one a text; one a catalog for blanks at the ends of running text"),
            two(
                "对照原件改正；有这样的字符，看上去相同的名称就对不上",
                "compare with the original; characters that nobody sees make equal names differ",
            ),
        )
    },
    Rule {
        severity: Severity::Warning,
        aspect: Aspect::Publishable,
        citations: &[Provision { document: "关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）", clause: "二（七）" }],
        checks: &[Check::Catalog(placeholders)],
        fails: &[
            Example::members(
                two("模板中的代称", "a template name"),
                r#""organizations": [{"id": "a", "name": "XX局", "kind": "department"}]"#,
                &["/organizations/0/name"],
            ),
            Example::members(
                two("同一数字重复", "one digit repeated"),
                r#""organizations": [{"id": "a", "name": "水利局", "kind": "department", "aliases": ["2222222222222"]}]"#,
                &["/organizations/0/aliases/0"],
            ),
            Example::members(
                two("没有写明地方的机构", "a body without its place"),
                r#""organizations": [{"id": "a", "name": "县（市、区）农业农村局", "kind": "department"}]"#,
                &["/organizations/0/name"],
            ),
            Example::members(
                two("软件留下的空值：同一栏一项；代码只由本规则报", "a left-over of a program: one a field; of a code only this rule speaks"),
                r#""organizations": [{"id": "a", "name": "水利局", "kind": "department", "credit_code": "nan"}, {"id": "b", "name": "林草局", "kind": "department", "credit_code": "nan"}]"#,
                &["/organizations/0/credit_code"],
            ),
        ],
        passes: &[Example::members(
            two("界限：名称中恰有模板用字", "boundary: names that hold the words of templates"),
            r#""organizations": [{"id": "a", "name": "无线电管理局", "kind": "department", "aliases": ["详见山林场", "222厂"]}]"#,
            &[],
        ),
        Example::members(
            two("界限：行使范围可以只写层级，数量限制可以写无", "boundary: a scope may be a level, and a limit may be none"),
            r#""licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": [{"title": "水法", "articles": [{"article": 7}]}], "quantity_limit": {"limit": "无"}}], "power_items": [{"id": "b", "name": "取水检查", "item_level": "main", "power_type": "inspection", "basis": [{"title": "水法", "articles": [{"article": 60}]}], "scope": "自治区权限以外的"}]"#,
            &[],
        )],
        ..rule(
            11,
            "placeholder-text",
            two("模板残留或者占位文字", "left-overs of a template where a fact belongs"),
            two("同一栏相同的文字一项", "one for equal texts in one field"),
            two("填写实际内容；没有内容就不要写这一栏", "write the fact; where there is none, leave the field out"),
        )
    },
    dragged::QD012,
];

fn rule_of(number: u16) -> &'static Rule {
    let index = usize::from(number).saturating_sub(1);
    #[expect(
        clippy::indexing_slicing,
        reason = "the rules of this family are numbered from 1 without gaps, and there is a first"
    )]
    RULES.get(index).unwrap_or(&RULES[0])
}
