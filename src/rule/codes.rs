//! QD1: codes. One file a subject; what all have in common stands here.

// The macros of the examples come first: files below see what stands above them.

/// One organization with further members.
macro_rules! body {
    ($members:literal) => {
        concat!(r#""organizations": [{"id": "w", "name": "杭锦旗水利局", "#, $members, "}]")
    };
}

/// One body with further members and the service items of it, each with further members.
macro_rules! services {
    ($body:literal, $($id:literal $members:literal),+) => {
        concat!(
            r#""organizations": [{"id": "w", "name": "杭锦旗水利局", "#, $body, r#"}], "service_items": ["#,
            services!(@ $($id $members),+),
            "]"
        )
    };
    (@ $id:literal $members:literal) => {
        concat!(
            r#"{"id": ""#, $id,
            r#"", "name": "取水许可", "item_level": "main", "service_type": "licensing", "organization": "w", "basis": [{"title": "水法", "articles": [{"article": 7}]}], "#,
            $members, "}"
        )
    };
    (@ $id:literal $members:literal, $($rest:tt)+) => {
        concat!(services!(@ $id $members), ", ", services!(@ $($rest)+))
    };
}

/// A licensing item with further members.
macro_rules! license_item {
    ($id:literal, $members:literal) => {
        concat!(
            r#"{"id": ""#,
            $id,
            r#"", "name": "林木采伐许可", "set_by": [{"title": "森林法", "articles": [{"article": 56}]}], "#,
            $members,
            "}"
        )
    };
}

/// A power item with further members.
macro_rules! power {
    ($id:literal, $members:literal) => {
        concat!(
            r#"{"id": ""#, $id,
            r#"", "name": "对擅自取水的处罚", "item_level": "main", "power_type": "penalty", "basis": [{"title": "水法", "articles": [{"article": 7}]}], "#,
            $members, "}"
        )
    };
}

/// The catalog of a division of some level, with further members.
macro_rules! catalog {
    ($division:literal, $level:literal, $members:literal) => {
        concat!(
            r#"{"header": {"schema_version": "1.0", "title": "权责清单", "division": ""#,
            $division,
            r#"", "level": ""#,
            $level,
            r#""}"#,
            $members,
            "}"
        )
        .as_bytes()
    };
}

/// One license with further members.
macro_rules! license {
    ($identifier:literal, $members:literal) => {
        concat!(r#""licenses": [{"id": "l", "identifier": ""#, $identifier, r#"", "status": "valid""#, $members, "}]")
    };
}

mod body;
mod credit;
mod division;
mod document;
mod facts;
mod form;
mod item;
mod license;
mod spreadsheet;
mod unique;

pub(crate) use facts::CodeFacts;

use super::{Bilingual, Draft, Example, Family, Findings, Provision, Rule, Spot, two};
use crate::lang::Message;
use crate::model::visit::Leaf;

/// The family QD1.
pub(crate) const FAMILY: Family = Family { rules: RULES, explanations: include_str!("codes.md") };

const CREDIT: Provision = Provision {
    document: "GB 32100-2015 法人和其他组织统一社会信用代码编码规则",
    clause: "代码构成、校验码",
};
const ORGANIZATION: Provision =
    Provision { document: "GB 11714-1997 全国组织机构代码编制规则", clause: "2.1、2.1.2、2.2" };
const DIVISION: &[Provision] = &[
    Provision { document: "GB/T 2260 中华人民共和国行政区划代码", clause: "编码结构" },
    Provision { document: "GB/T 10114 县级以下行政区划代码编制规则", clause: "编码结构" },
    Provision { document: "统计用区划代码和城乡划分代码编制规则", clause: "统计用区划代码" },
];
const ITEM: &[Provision] = &[
    Provision {
        document: "GB/T 39554.1-2020 全国一体化政务服务平台 政务服务事项基本目录及实施清单 第1部分：编码要求",
        clause: "编码结构",
    },
    Provision {
        document: "C 0109 国家政务服务平台政务服务事项基本目录及实施清单",
        clause: "基本编码、实施编码、业务办理项编码",
    },
];
const LICENSE: &[Provision] =
    &[Provision { document: "GB/T 36904-2018 电子证照 标识规范", clause: "标识组成、证照类型代码" }];
const LICENSE_CHECK: &[Provision] = &[
    Provision { document: "GB/T 36904-2018 电子证照 标识规范", clause: "校验位" },
    Provision { document: "GB/T 17710-2008 信息技术 安全技术 校验字符系统", clause: "MOD 37,36" },
];

const DOCUMENT: &[Provision] = &[
    Provision {
        document: "党政机关公文处理工作条例（中办发〔2012〕14号）", clause: "第九条第（五）项"
    },
    Provision { document: "GB/T 9704-2012 党政机关公文格式", clause: "7.2.5" },
];

/// The fields in which a code with the code of a body may stand.
const BODY_FIELDS: &[&str] = &[
    "licensing_items.code",
    "power_items.code",
    "service_items.implementation_code",
    "service_items.business_code",
    "service_items.local_codes",
];

/// A rule of this family; what is not given is the same for all.
const fn rule(number: u16, name: &'static str, title: Bilingual, unit: Bilingual, help: Bilingual) -> Rule {
    Rule { citations: ITEM, ..Rule::new(number, name, title, unit, help) }
}

const RULES: &[Rule] = &[
    credit::QD101,
    credit::QD102,
    credit::QD103,
    body::QD104,
    division::QD105,
    division::QD106,
    form::QD107,
    item::QD108,
    unique::QD109,
    item::QD110,
    body::QD111,
    item::QD112,
    unique::QD113,
    license::QD114,
    license::QD115,
    license::QD116,
    body::QD117,
    body::QD118,
    body::QD119,
    document::QD120,
];

/// A finding about a code. Where a spreadsheet took the code for a number, it says that too.
fn at_code<'f>(leaf: Leaf<'_>, message: Message, findings: &'f mut Findings<'_>) -> &'f mut Draft {
    at_code_of(findings.spot(leaf.path.pointer()), leaf.text, message, findings)
}

/// The same at any spot, of a code that is written so.
fn at_code_of<'f>(spot: Spot, code: &str, message: Message, findings: &'f mut Findings<'_>) -> &'f mut Draft {
    let damage = spreadsheet::damage(code);
    let message = match damage {
        Some(damage) => damage.added_to(&message),
        None => message,
    };
    let draft = findings.at_spot(spot, message.zh, message.en);
    if damage.is_some() {
        draft.help(spreadsheet::HELP.zh, spreadsheet::HELP.en);
    }
    draft
}

/// A message about a part, with the place where the part begins, unless that is where the code does.
fn position(at: usize, message: &Message) -> Message {
    if at == 1 {
        return message.clone();
    }
    Message::new(format!("自第{at}位起：{}", message.zh), format!("from position {at}: {}", message.en))
}
