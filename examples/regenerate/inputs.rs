//! Small inputs, one for each fault of reading and for each kind of damage that the examples of the rules do not show.

use qingdan::RuleCode;
use qingdan::rule::EXAMPLE_HEADER;

/// An input and the rule that speaks of it.
pub(crate) struct Input {
    pub(crate) code: &'static str,
    pub(crate) zh: &'static str,
    pub(crate) en: &'static str,
    text: Text,
}

enum Text {
    /// Members of a document that begins with the header of examples.
    Members(&'static str),
    Whole(&'static [u8]),
}

impl Input {
    pub(crate) fn text(&self) -> Vec<u8> {
        match self.text {
            Text::Members(members) => format!("{{{EXAMPLE_HEADER}, {members}}}").into_bytes(),
            Text::Whole(bytes) => bytes.to_vec(),
        }
    }

    /// Whether it is for this rule.
    pub(crate) fn is_for(&self, code: RuleCode) -> bool {
        code == self.code
    }
}

const fn members(code: &'static str, zh: &'static str, en: &'static str, members: &'static str) -> Input {
    Input { code, zh, en, text: Text::Members(members) }
}

const fn whole(code: &'static str, zh: &'static str, en: &'static str, bytes: &'static [u8]) -> Input {
    Input { code, zh, en, text: Text::Whole(bytes) }
}

/// A body with these members besides id and name.
macro_rules! body {
    ($members:literal) => {
        concat!(r#""organizations": [{"id": "a", "name": "水利局", "#, $members, "}]")
    };
}

/// A licensing item with these members.
macro_rules! license {
    ($members:literal) => {
        concat!(
            r#""licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main", "set_by": [{"title": "水法", "articles": [{"article": 7}]}], "#,
            $members,
            "}]"
        )
    };
}

/// A power with these members.
macro_rules! power {
    ($members:literal) => {
        concat!(
            r#""power_items": [{"id": "a", "name": "取水检查", "item_level": "main", "basis": [{"title": "水法", "articles": [{"article": 60}]}], "#,
            $members,
            "}]"
        )
    };
}

/// A header alone, with this after it.
macro_rules! header {
    ($after:literal) => {
        concat!(
            r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}"#,
            $after
        )
        .as_bytes()
    };
}

#[rustfmt::skip]
pub(crate) const INPUTS: &[Input] = &[
    whole("QD001", "没有写完", "cut off", header!("")),
    whole("QD001", "结束之后还有文字", "text after the end", header!("} x")),
    whole("QD001", "注释", "a comment", b"{ // 2024\n}"),
    whole("QD001", "单引号", "single quotes", b"{'header': 1}"),
    whole("QD001", "中文标点", "Chinese punctuation", "{“header”: 1}".as_bytes()),
    whole("QD001", "全角空格", "a full-width space", "{\u{3000}\"header\": 1}".as_bytes()),
    members("QD001", "算不出的数", "a result that is no number", license!(r#""visits": NaN"#)),
    members("QD001", "负无穷", "minus infinity", license!(r#""visits": -Infinity"#)),
    members("QD001", "数的写法", "the form of a number", license!(r#""visits": 01"#)),
    whole("QD001", "文字中有换行", "a line feed in a text", b"{\"a\nb\": 1}"),
    whole("QD001", "不存在的转义", "no such escape", br#"{"\x": 1}"#),
    whole("QD001", "半个字符", "half a character", br#"{"\ud800": 1}"#),
    members("QD001", "没有引号的词", "a word without quotes", license!(r#""name": 取水"#)),
    whole("QD001", "文件中间的签名", "a mark in the middle", "{\u{feff}}".as_bytes()),
    whole("QD001", "缺逗号", "no comma", br#"{"a": 1 "b": 2}"#),
    whole("QD001", "缺冒号", "no colon", br#"{"a" 1}"#),
    whole("QD001", "缺栏目名", "no member name", b"{1: 2}"),
    whole("QD001", "数组缺逗号", "no comma in an array", br#"{"a": [1 2]}"#),
    whole("QD002", "UTF-16，大端", "UTF-16, big-endian", b"\xfe\xff\0{\0}"),
    whole("QD002", "UTF-32", "UTF-32", b"\xff\xfe\0\0{\0\0\0}\0\0\0"),
    whole("QD002", "零散的字节", "a stray byte", b"{\"a\": \"\xff\"}"),
    members("QD003", "扩展中的键", "a key of an extension", body!(r#""kind": "department", "extensions": {"x": 1, "x": 2}"#)),
    members("QD005", "空值", "null", body!(r#""kind": null"#)),
    members("QD005", "名称是空值", "a name that is null", r#""organizations": [{"id": "a", "name": null, "kind": "department"}]"#),
    members("QD005", "应为整数，却是文字", "a text for a whole number", license!(r#""statutory_limits": [{"amount": "20", "unit": "working_day"}]"#)),
    members("QD005", "应为是否，却是文字", "a text for true or false", license!(r#""charges_fee": "是""#)),
    members("QD005", "应为数组，却是文字", "a text for an array", body!(r#""kind": "department", "aliases": "水务局""#)),
    members("QD005", "应为对象，却是文字", "a text for an object", license!(r#""set_by": ["水法"]"#)),
    members("QD005", "应为列表的值，却是数", "a number for a value of a list", body!(r#""kind": 5"#)),
    members("QD005", "缺时限单位", "a limit without its unit", license!(r#""statutory_limits": [{"amount": 20}]"#)),
    whole("QD005", "缺目录头", "no header", br#"{"organizations": []}"#),
    whole("QD005", "不是目录", "no catalog", b"5"),
    members("QD005", "驼峰写法", "camel case", r#""service_items": [{"id": "a", "name": "水质信息查询", "item_level": "main", "organization": "w", "service_type": "publicService"}], "organizations": [{"id": "w", "name": "水利局", "kind": "department"}]"#),
    members("QD005", "大写", "upper case", body!(r#""kind": "PUBLIC_INSTITUTION""#)),
    members("QD005", "中文名称", "the Chinese title", power!(r#""power_type": "行政处罚""#)),
    members("QD005", "错一个字母", "a slip of one letter", power!(r#""power_type": "penalti""#)),
    members("QD005", "表中没有的值", "a value that is none", power!(r#""power_type": "inspection", "initiation": "by_application""#)),
    members("QD005", "太小的数", "a number too small", license!(r#""statutory_limits": [{"amount": 0, "unit": "working_day"}]"#)),
    members("QD005", "太大的数", "a number too great", license!(r#""statutory_limits": [{"amount": 99999999999, "unit": "working_day"}]"#)),
    members("QD005", "带小数的数", "a number with a fraction", license!(r#""statutory_limits": [{"amount": 2.5, "unit": "working_day"}]"#)),
    members("QD005", "空文字", "an empty text", r#""organizations": [{"id": "a", "name": "", "kind": "department"}]"#),
    members("QD005", "编号中有换行", "a line feed in an id", r#""organizations": [{"id": "a\nb", "name": "水利局", "kind": "department"}]"#),
    members("QD005", "编号太长", "an id too long", r#""organizations": [{"id": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "name": "水利局", "kind": "department"}]"#),
    members("QD005", "不是数的公布值", "a figure that is no number", r#""published_figures": [{"id": "f", "statement": "约1480项", "metric": "items", "measure": "count", "value": "约1480"}]"#),
    whole("QD005", "一行两条", "two records in a line", header!("}\n{\"organization\": {\"id\": \"a\", \"name\": \"b\", \"kind\": \"department\"}, \"license\": 1}\n")),
    whole("QD005", "第二个目录头", "a second header", header!("}\n{\"header\": {\"schema_version\": \"1.0\", \"title\": \"a\", \"division\": \"150625\", \"level\": \"county\"}}\n")),
    members("QD006", "时限一栏少一个字母", "a limit one letter short", license!(r#""promised_limit": []"#)),
    members("QD006", "中文栏目名", "a field by its Chinese title", license!(r#""承诺办结时限": []"#)),
    members("QD006", "没有这一栏", "no such field", license!(r#""weather": 1"#)),
    members("QD006", "没有这一类记录", "no such kind of record", r#""weather": []"#),
    members("QD101", "表格写成科学记数法", "scientific notation of a spreadsheet", body!(r#""kind": "department", "credit_code": "1.11506250115062E+17""#)),
    members("QD102", "表格只保留十五位", "a spreadsheet kept fifteen digits", body!(r#""kind": "department", "credit_code": "916201055811843000""#)),
    members("QD105", "表格写成科学记数法", "scientific notation of a spreadsheet", body!(r#""kind": "department", "division": "1.50625E+11""#)),
    members("QD107", "表格写成科学记数法", "scientific notation of a spreadsheet", license!(r#""code": "1.50123E+11""#)),
    members("QD116", "表格只保留十五位", "a spreadsheet kept fifteen digits", r#""license_types": [{"id": "t", "name": "不动产权证书", "code": "111000000132716000000"}]"#),
];
