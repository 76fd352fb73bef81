//! Grounds and fields that several rules about codes share.

use crate::code::CodeScheme;
use crate::model::{Field, field};
use crate::rule::Provision;

pub(super) const CREDIT: Provision = Provision {
    document: "GB 32100-2015 法人和其他组织统一社会信用代码编码规则",
    clause: "代码构成、校验码",
};

pub(super) const ORGANIZATION: Provision =
    Provision { document: "GB 11714-1997 全国组织机构代码编制规则", clause: "2.1、2.1.2、2.2" };

pub(super) const DIVISION: &[Provision] = &[
    Provision { document: "GB/T 2260 中华人民共和国行政区划代码", clause: "编码结构" },
    Provision { document: "GB/T 10114 县级以下行政区划代码编制规则", clause: "编码结构" },
    Provision { document: "统计用区划代码和城乡划分代码编制规则", clause: "统计用区划代码" },
];

pub(super) const ITEM: &[Provision] = &[
    Provision {
        document: "GB/T 39554.1-2020 全国一体化政务服务平台 政务服务事项基本目录及实施清单 第1部分：编码要求",
        clause: "编码结构",
    },
    Provision {
        document: "C 0109 国家政务服务平台政务服务事项基本目录及实施清单",
        clause: "基本编码、实施编码、业务办理项编码",
    },
];

pub(super) const LICENSE: &[Provision] =
    &[Provision { document: "GB/T 36904-2018 电子证照 标识规范", clause: "标识组成、证照类型代码" }];

pub(super) const LICENSE_CHECK: &[Provision] = &[
    Provision { document: "GB/T 36904-2018 电子证照 标识规范", clause: "校验位" },
    Provision { document: "GB/T 17710-2008 信息技术 安全技术 校验字符系统", clause: "MOD 37,36" },
];

pub(super) const DOCUMENT: &[Provision] = &[
    Provision {
        document: "党政机关公文处理工作条例（中办发〔2012〕14号）", clause: "第九条第（五）项"
    },
    Provision { document: "GB/T 9704-2012 党政机关公文格式", clause: "7.2.5" },
];

/// The fields in which a code with the code of a body may stand.
pub(super) const BODY_FIELDS: &[&[Field]] = &[
    &[field!(licensing_items: LicensingItem, code)],
    &[field!(power_items: PowerItem, code)],
    &[field!(service_items: ServiceItem, implementation_code)],
    &[field!(service_items: ServiceItem, business_code)],
    &[field!(service_items: ServiceItem, local_codes)],
];

/// The same fields, and that of the credit code of a body itself.
pub(super) const CREDIT_FIELDS: &[&[Field]] = &[
    &[field!(organizations: Organization, credit_code)],
    &[field!(licensing_items: LicensingItem, code)],
    &[field!(power_items: PowerItem, code)],
    &[field!(service_items: ServiceItem, implementation_code)],
    &[field!(service_items: ServiceItem, business_code)],
    &[field!(service_items: ServiceItem, local_codes)],
];

/// The fields in which any code of an item may stand.
pub(in crate::rules) const ITEM_FIELDS: &[&[Field]] = &[
    &[field!(licensing_items: LicensingItem, code)],
    &[field!(power_items: PowerItem, code)],
    &[field!(service_items: ServiceItem, base_code)],
    &[field!(service_items: ServiceItem, implementation_code)],
    &[field!(service_items: ServiceItem, business_code)],
    &[field!(service_items: ServiceItem, local_codes)],
];

/// The schemes of codes in which the code of a body may stand, and its own.
pub(super) const WITH_BODY: &[CodeScheme] =
    &[CodeScheme::CreditCode, CodeScheme::ImplementationCode, CodeScheme::BusinessCode, CodeScheme::ItemCode];
