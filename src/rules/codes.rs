//! QD1: codes.

mod body;
mod credit;
mod division;
mod qd101;
mod qd102;
mod qd103;
mod qd104;
mod qd105;
mod qd106;
mod qd107;
mod qd108;
mod qd109;
mod qd110;
mod qd111;
mod qd112;
mod qd113;
mod qd114;
mod qd115;
mod qd116;
mod qd117;
mod qd118;
mod qd119;
mod qd120;
mod spreadsheet;

use super::Family;
use crate::code::CodeScheme;
use crate::lang::Message;
use crate::model::visit::Leaf;
use crate::model::{Field, field};
use crate::rule::{Draft, Findings, Provision, Rule};
use crate::spot::Spot;

/// The family.
pub(super) const FAMILY: Family = Family { rules: RULES, cover: None };

/// The rules of the family, in the order of their codes.
const RULES: &[Rule] = &[
    qd101::RULE,
    qd102::RULE,
    qd103::RULE,
    qd104::RULE,
    qd105::RULE,
    qd106::RULE,
    qd107::RULE,
    qd108::RULE,
    qd109::RULE,
    qd110::RULE,
    qd111::RULE,
    qd112::RULE,
    qd113::RULE,
    qd114::RULE,
    qd115::RULE,
    qd116::RULE,
    qd117::RULE,
    qd118::RULE,
    qd119::RULE,
    qd120::RULE,
];

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
const BODY_FIELDS: &[&[Field]] = &[
    &[field!(licensing_items: LicensingItem, code)],
    &[field!(power_items: PowerItem, code)],
    &[field!(service_items: ServiceItem, implementation_code)],
    &[field!(service_items: ServiceItem, business_code)],
    &[field!(service_items: ServiceItem, local_codes)],
];

/// The schemes of codes in which the code of a body may stand, and its own.
const WITH_BODY: &[CodeScheme] =
    &[CodeScheme::CreditCode, CodeScheme::ImplementationCode, CodeScheme::BusinessCode, CodeScheme::ItemCode];

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
