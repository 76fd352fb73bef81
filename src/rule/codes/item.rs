//! One item as these rules see it, whichever list it stands in, and the rules about one code or one item alone.

use super::super::{Check, Findings, Rule, Scope};
use super::{Example, rule, two};
use crate::Bilingual;
use crate::code::{BaseCode, ItemCode, ItemCodeScheme};
use crate::codelist::{AuthorityRole, ItemLevel, ItemType};
use crate::finding::Severity;
use crate::model::visit::Leaf;
use crate::model::{Authority, Id, Kind, Pointer, RecordRef, Ref, Written};

/// Where in a record a code stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum CodeSlot {
    CreditCode,
    Code,
    BaseCode,
    ImplementationCode,
    BusinessCode,
    LocalCode(u16),
}

impl CodeSlot {
    /// The field of the record.
    pub(super) fn field(self) -> &'static str {
        match self {
            Self::CreditCode => "credit_code",
            Self::Code => "code",
            Self::BaseCode => "base_code",
            Self::ImplementationCode => "implementation_code",
            Self::BusinessCode => "business_code",
            Self::LocalCode(_) => "local_codes",
        }
    }

    /// What may stand here, in words.
    pub(super) fn expected(self) -> Bilingual {
        match self {
            Self::BaseCode => two("12位基本编码", "a base code of 12 characters"),
            Self::ImplementationCode => two("31位实施编码", "an implementation code of 31 characters"),
            Self::BusinessCode => two("33位或者14位业务办理项编码", "a code of a business item of 33 or 14 characters"),
            Self::CreditCode | Self::Code | Self::LocalCode(_) => two(
                "国家统一的事项编码（12、14、31或者33位），或者四川省、山东省的事项编码",
                "a national item code of 12, 14, 31 or 33 characters, or one of Sichuan or Shandong",
            ),
        }
    }

    pub(super) fn pointer(self) -> Pointer {
        let mut pointer = Pointer::default();
        pointer.push(self.field());
        if let Self::LocalCode(index) = self {
            pointer.push_index(index.into());
        }
        pointer
    }

    /// Whether a code of this scheme may stand here.
    pub(super) fn takes(self, scheme: ItemCodeScheme) -> bool {
        match self {
            Self::BaseCode => scheme == ItemCodeScheme::Base12,
            Self::ImplementationCode => scheme == ItemCodeScheme::Implementation31,
            Self::BusinessCode => matches!(scheme, ItemCodeScheme::Business14 | ItemCodeScheme::Business33),
            Self::Code | Self::LocalCode(_) => scheme != ItemCodeScheme::Unknown,
            Self::CreditCode => false,
        }
    }
}

/// The slot of a text that is a code of an item, by the name of its type; the index of a local code is not looked at.
pub(super) fn slot_of(leaf: Leaf<'_>) -> Option<CodeSlot> {
    leaf.kind?;
    match leaf.name {
        "BaseCode" => Some(CodeSlot::BaseCode),
        "ImplementationCode" => Some(CodeSlot::ImplementationCode),
        "BusinessCode" => Some(CodeSlot::BusinessCode),
        "ItemCode" => match leaf.path.field() {
            "code" => Some(CodeSlot::Code),
            "local_codes" => Some(CodeSlot::LocalCode(0)),
            _ => None,
        },
        _ => None,
    }
}

/// An item of the licensing, power or service list.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub(super) kind: Kind,
    pub(super) level: ItemLevel,
    pub(super) parent: Option<&'a Id>,
    pub(super) of_type: ItemType,
    pub(super) in_force: bool,
    pub(super) codes: Vec<(CodeSlot, &'a str)>,
    /// The bodies that decide.
    pub(super) implementers: Vec<&'a Id>,
    /// The bodies that entrusted it to them.
    pub(super) entrusters: Vec<&'a Id>,
}

impl<'a> Item<'a> {
    /// The item, if it is one and has a code.
    pub(super) fn of(record: RecordRef<'a>) -> Option<Self> {
        match record {
            RecordRef::LicensingItem(item) if item.code.is_none() => None,
            RecordRef::PowerItem(item) if item.code.is_none() => None,
            RecordRef::ServiceItem(item)
                if item.base_code.is_none()
                    && item.implementation_code.is_none()
                    && item.business_code.is_none()
                    && item.local_codes.is_empty() =>
            {
                None
            }
            RecordRef::LicensingItem(item) => {
                let (implementers, entrusters) = parties(&item.authorities);
                Some(Self {
                    kind: Kind::LicensingItem,
                    level: item.item_level,
                    parent: item.parent.as_ref().map(Ref::id),
                    of_type: ItemType::Licensing,
                    in_force: item.in_force(),
                    codes: item.code.iter().map(|code| (CodeSlot::Code, code.text())).collect(),
                    implementers,
                    entrusters,
                })
            }
            RecordRef::PowerItem(item) => {
                let (implementers, entrusters) = parties(&item.authorities);
                Some(Self {
                    kind: Kind::PowerItem,
                    level: item.item_level,
                    parent: item.parent.as_ref().map(Ref::id),
                    of_type: item.power_type,
                    in_force: item.in_force(),
                    codes: item.code.iter().map(|code| (CodeSlot::Code, code.text())).collect(),
                    implementers,
                    entrusters,
                })
            }
            RecordRef::ServiceItem(item) => {
                let mut codes = Vec::new();
                codes.extend(item.base_code.iter().map(|code| (CodeSlot::BaseCode, code.text())));
                codes.extend(item.implementation_code.iter().map(|code| (CodeSlot::ImplementationCode, code.text())));
                codes.extend(item.business_code.iter().map(|code| (CodeSlot::BusinessCode, code.text())));
                let local = (0..=u16::MAX).zip(&item.local_codes);
                codes.extend(local.map(|(index, code)| (CodeSlot::LocalCode(index), code.text())));
                Some(Self {
                    kind: Kind::ServiceItem,
                    level: item.item_level,
                    parent: item.parent.as_ref().map(Ref::id),
                    of_type: item.service_type,
                    in_force: item.in_force(),
                    codes,
                    implementers: vec![item.organization.id()],
                    entrusters: item.entrusted_by.iter().map(Ref::id).collect(),
                })
            }
            _ => None,
        }
    }

    /// The codes that have the shape of a scheme that may stand where they stand.
    pub(super) fn recognised(&self) -> impl Iterator<Item = (CodeSlot, ItemCode)> {
        self.codes.iter().filter_map(|&(slot, text)| {
            let code = ItemCode::parse(text).ok()?;
            slot.takes(code.scheme()).then_some((slot, code))
        })
    }
}

fn parties(authorities: &[Authority]) -> (Vec<&Id>, Vec<&Id>) {
    let deciding = || authorities.iter().filter(|authority| authority.role == AuthorityRole::Decide);
    (
        deciding().map(|authority| authority.organization.id()).collect(),
        deciding().filter_map(|authority| authority.entrusted_by.as_ref()).map(Ref::id).collect(),
    )
}

// QD108.

pub(super) const QD108: Rule = Rule {
    reads: &[
        "licensing_items.code",
        "power_items.code",
        "service_items.base_code",
        "service_items.implementation_code",
        "service_items.business_code",
        "service_items.local_codes",
    ],
    fails: &[
        Example::members(
            two("处罚事项用了许可的编码", "the code of a license on a penalty"),
            concat!(r#""power_items": ["#, power!("a", r#""code": "000131024000""#), "]"),
            &["/power_items/0/code"],
        ),
        Example::members(
            two("许可事项用了公共服务的编码：每个事项一项", "the code of a public service on a license: once an item"),
            services!(
                r#""kind": "department""#,
                "a" r#""base_code": "452004020000", "implementation_code": "1115062501150620X34452004020000""#
            ),
            &["/service_items/0/base_code"],
        ),
    ],
    passes: &[
        Example::members(
            two(
                "界限：行政征用在有的清单为 04，有的为 10",
                "boundary: requisition is 04 in some lists and 10 in others",
            ),
            r#""power_items": [{"id": "a", "name": "应急征用", "item_level": "main", "power_type": "requisition", "basis": [{"title": "突发事件应对法", "articles": [{"article": 12}]}], "code": "001025001000"}]"#,
            &[],
        ),
        Example::members(
            two(
                "四川的字母在真实目录中混用，不说明类型",
                "the letters of Sichuan are mixed in real catalogs and say nothing",
            ),
            services!(
                r#""kind": "department""#,
                "a" r#""local_codes": ["511B0138000000-511602000000-000-115113010833722043-1-00"]"#
            ),
            &[],
        ),
    ],
    checks: &[Check::Record(item_code_type)],
    ..rule(
        108,
        "item-code-type",
        two("编码中的类型与事项类型矛盾", "the code says another type than the item"),
        two("每个事项一项", "one an item"),
        two(
            "以国家基本目录为准，更正事项类型或者编码",
            "go by the national catalog: correct the type of the item, or its code",
        ),
    )
};

pub(super) fn item_code_type(_: &Scope<'_>, record: RecordRef<'_>, findings: &mut Findings<'_>) {
    let Some(item) = Item::of(record).filter(|item| item.in_force) else { return };
    let numbers = item.of_type.national_numbers();
    let wrong = item.recognised().find(|(_, code)| {
        // What is no base code is judged by QD107.
        code.base().is_some_and(|base| BaseCode::parse(base.text).is_ok())
            && code.type_digits().is_some_and(|part| !numbers.contains(&part.text))
    });
    let Some((slot, code)) = wrong else { return };
    let Some(part) = code.type_digits() else { return };
    let (digits, at) = (part.text, part.position);
    let named: Vec<&str> = ItemType::ALL
        .iter()
        .filter(|other| other.national_numbers().contains(&digits))
        .map(|other| other.title_zh())
        .collect();
    let (title, name, allowed) = (item.of_type.title_zh(), item.of_type, numbers.join(" / "));
    findings
        .at(
            slot.pointer(),
            format!(
                "事项编码第{at}至{}位类型为“{digits}”（{}），而事项类型为{title}（{allowed}）",
                at.saturating_add(1),
                named.join("、")
            ),
            format!("position {at}: the code says type `{digits}`, and the item is of type `{name}` ({allowed})"),
        )
        .found(digits)
        .allowed(numbers.iter().copied());
}

// QD110.

pub(super) const QD110: Rule = Rule {
    reads: &[
        "licensing_items.code",
        "power_items.code",
        "service_items.implementation_code",
        "service_items.business_code",
        "service_items.local_codes",
    ],
    fails: &[Example::members(
        two("有子项的主项的实施编码", "an implementation code of a main item that has sub-items"),
        services!(r#""kind": "department""#, "a" r#""implementation_code": "1115062501150620X3400016421300Y""#),
        &["/service_items/0/implementation_code"],
    )],
    passes: &[Example::members(
        two("界限：无子项的主项，以及子项", "boundary: a main item without sub-items, and a sub-item"),
        services!(
            r#""kind": "department""#,
            "a" r#""implementation_code": "1115062501150620X34000131024000""#,
            "b" r#""implementation_code": "1115062501150620X34000164213003""#
        ),
        &[],
    )],
    checks: &[Check::Code(implemented_main_item)],
    ..rule(
        110,
        "implemented-main-item",
        two("实施编码以00Y结尾", "an implementation code ends in `00Y`"),
        two("每个编码一项", "one a code"),
        two(
            "实施到具体子项：改用该子项的编码（001至999）；确无子项的，主项改为000",
            "implement the sub-item: use its code (`001` to `999`); where there are no sub-items, the main item is `000`",
        ),
    )
};

pub(super) fn implemented_main_item(_: &Scope<'_>, leaf: Leaf<'_>, findings: &mut Findings<'_>) {
    let Some(slot) = slot_of(leaf) else { return };
    let Ok(code) = ItemCode::parse(leaf.text) else { return };
    if !slot.takes(code.scheme()) || code.scheme() == ItemCodeScheme::Base12 {
        return;
    }
    let Some(sub) = code.sub_item().filter(|part| part.text == "00Y") else { return };
    let at = sub.position;
    findings
        .at(
            leaf.path.pointer(),
            format!(
                "{}自第{at}位起为“00Y”：有子项的主项不能直接实施，应为000或者子项001至999",
                code.scheme().title_zh()
            ),
            format!(
                "position {at}: found `00Y` in an item code ({}); a main item that has sub-items cannot be implemented itself, \
                 expected `000` or a sub-item `001` to `999`",
                code.scheme().title_en()
            ),
        )
        .found(leaf.text)
        .expected("000，或者子项001至999", "`000`, or a sub-item `001` to `999`");
}

// QD112.

pub(super) const QD112: Rule = Rule {
    reads: &["service_items.base_code", "service_items.implementation_code", "service_items.business_code"],
    fails: &[
        Example::members(
            two("一个事项两个基本编码", "two base codes in one item"),
            services!(
                r#""kind": "department""#,
                "a" r#""base_code": "000131024000", "implementation_code": "1115062501150620X34000164213003""#
            ),
            &["/service_items/0/implementation_code"],
        ),
        Example::members(
            two("主项的基本编码：警告", "the base code of the main item: a warning"),
            services!(
                r#""kind": "department""#,
                "a" r#""base_code": "00016421300Y", "implementation_code": "1115062501150620X34000164213003""#,
                "b" r#""base_code": "000164213001""#
            ),
            &["/service_items/0/implementation_code"],
        ),
    ],
    passes: &[Example::members(
        two("界限：业务办理项编码含同一基本编码", "boundary: a business code holds the same base code"),
        services!(
            r#""kind": "department""#,
            "a" r#""base_code": "000164213003", "business_code": "1115062501150620X3400016421300301""#
        ),
        &[],
    )],
    checks: &[Check::Record(item_code_base)],
    ..rule(
        112,
        "item-code-base",
        two("实施编码中的基本编码与事项的基本编码不一致", "the base code within a code differs from the item's"),
        two("每个编码一项", "one a code"),
        two(
            "以国家或者自治区基本目录为准，两处改为一致",
            "go by the national or provincial catalog and make both alike",
        ),
    )
};

pub(super) fn item_code_base(scope: &Scope<'_>, record: RecordRef<'_>, findings: &mut Findings<'_>) {
    let RecordRef::ServiceItem(service) = record else { return };
    if !scope.holds("service_items.base_code") {
        return;
    }
    let Some(stated) = service.base_code.as_ref().and_then(Written::value) else { return };
    let Some(item) = Item::of(record) else { return };
    for (slot, code) in item.recognised() {
        if !matches!(slot, CodeSlot::ImplementationCode | CodeSlot::BusinessCode) {
            continue;
        }
        let Some(part) = code.base() else { continue };
        let Ok(embedded) = BaseCode::parse(part.text) else { continue };
        // The `00Y` in a code that is implemented is QD110's.
        if embedded == stated || embedded.has_sub_items() {
            continue;
        }
        let at = part.position;
        let draft = findings.at(
            slot.pointer(),
            format!("事项编码自第{at}位起的基本编码为“{embedded}”，与本事项的基本编码“{stated}”不一致"),
            format!(
                "from position {at} of the item code the base code is `{embedded}`, and the item states `{stated}`"
            ),
        );
        draft.found(embedded.as_str()).allowed([stated.as_str()]);
        draft.related_below(CodeSlot::BaseCode.pointer(), "本事项的基本编码", "the base code that the item states");
        if stated.has_sub_items() && embedded.main_item() == stated.main_item() {
            draft.severity(Severity::Warning).help(
                "基本编码填的是主项（00Y），实施编码是其子项：基本编码应改为该子项的编码",
                "the base code is that of the main item (`00Y`) and the longer code that of its sub-item: state the base \
                 code of the sub-item",
            );
        }
    }
}
