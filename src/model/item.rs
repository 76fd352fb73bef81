//! One view of the items of all lists: licensing, power and service items differ in their fields, and most of what is
//! asked of them is the same.

use super::{
    Authority, Citation, CodeSlot, Fee, Id, IntermediaryService, ItemPeriod, Kind, LicensingItem, Material,
    Organization, PowerItem, RecordRef, Ref, ServiceItem, SpecialProcedure, Step, Text, TimeLimit,
};
use crate::codelist::{Audience, AuthorityRole, Initiation, ItemLevel, ItemStatus, ItemType, Level, PowerSource};

/// 事项: an item of the licensing, power or service list, whichever it stands in.
///
/// ```
/// use qingdan::codelist::ItemType;
/// use qingdan::model::{Item, LicensingItem, RecordRef};
/// let record = LicensingItem::new("take-water".parse()?, "取水许可".parse()?);
/// let item = Item::of(RecordRef::LicensingItem(&record)).ok_or("no item")?;
/// assert_eq!((item.name().as_str(), item.item_type()), ("取水许可", ItemType::Licensing));
/// assert!(item.in_force() && item.bodies().next().is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Item<'a> {
    /// 行政许可事项
    Licensing(&'a LicensingItem),
    /// 权责清单事项
    Power(&'a PowerItem),
    /// 政务服务事项
    Service(&'a ServiceItem),
}

/// 事项机构: a body that acts in an item, and in which part.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ItemBody<'a> {
    /// 机构: the body.
    pub organization: &'a Ref<Organization>,
    /// 委托机关: the body that entrusted the power to it.
    pub entrusted_by: Option<&'a Ref<Organization>>,
    /// 职责: what it does. The body of a service implements it, so it decides.
    pub role: AuthorityRole,
}

impl<'a> Item<'a> {
    /// The kinds of records that are items.
    pub const KINDS: [Kind; 3] = [Kind::LicensingItem, Kind::PowerItem, Kind::ServiceItem];

    /// The item, if the record is one.
    #[must_use]
    pub fn of(record: RecordRef<'a>) -> Option<Self> {
        match record {
            RecordRef::LicensingItem(item) => Some(Self::Licensing(item)),
            RecordRef::PowerItem(item) => Some(Self::Power(item)),
            RecordRef::ServiceItem(item) => Some(Self::Service(item)),
            _ => None,
        }
    }

    /// The record.
    #[must_use]
    pub fn record(self) -> RecordRef<'a> {
        match self {
            Self::Licensing(item) => RecordRef::LicensingItem(item),
            Self::Power(item) => RecordRef::PowerItem(item),
            Self::Service(item) => RecordRef::ServiceItem(item),
        }
    }

    /// The kind of the record.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.record().kind()
    }

    /// The catalog's own key.
    #[must_use]
    pub fn id(self) -> &'a Id {
        match self {
            Self::Licensing(item) => &item.id,
            Self::Power(item) => &item.id,
            Self::Service(item) => &item.id,
        }
    }

    /// 事项名称
    #[must_use]
    pub fn name(self) -> &'a Text {
        match self {
            Self::Licensing(item) => &item.name,
            Self::Power(item) => &item.name,
            Self::Service(item) => &item.name,
        }
    }

    /// 事项层级: main item, sub-item or business item.
    #[must_use]
    pub fn item_level(self) -> ItemLevel {
        match self {
            Self::Licensing(item) => item.item_level,
            Self::Power(item) => item.item_level,
            Self::Service(item) => item.item_level,
        }
    }

    /// 上级事项: the item of the same list of which it is a part.
    #[must_use]
    pub fn parent(self) -> Option<&'a Id> {
        match self {
            Self::Licensing(item) => item.parent.as_ref().map(Ref::id),
            Self::Power(item) => item.parent.as_ref().map(Ref::id),
            Self::Service(item) => item.parent.as_ref().map(Ref::id),
        }
    }

    /// 事项类型
    #[must_use]
    pub fn item_type(self) -> ItemType {
        match self {
            Self::Licensing(_) => ItemType::Licensing,
            Self::Power(item) => item.power_type,
            Self::Service(item) => item.service_type,
        }
    }

    /// 事项状态
    #[must_use]
    pub fn status(self) -> Option<ItemStatus> {
        match self {
            Self::Licensing(item) => item.status,
            Self::Power(item) => item.status,
            Self::Service(item) => item.status,
        }
    }

    /// Whether it is in force: whether it was not cancelled.
    #[must_use]
    pub fn in_force(self) -> bool {
        match self {
            Self::Licensing(item) => item.in_force(),
            Self::Power(item) => item.in_force(),
            Self::Service(item) => item.in_force(),
        }
    }

    /// 行使主体: the bodies of the list as it states them; a service has one body, and states no parts.
    #[must_use]
    pub fn authorities(self) -> &'a [Authority] {
        match self {
            Self::Licensing(item) => &item.authorities,
            Self::Power(item) => &item.authorities,
            Self::Service(_) => &[],
        }
    }

    /// The bodies that act in it, in their order.
    pub fn bodies(self) -> impl Iterator<Item = ItemBody<'a>> {
        let of_service = match self {
            Self::Service(item) => Some(ItemBody {
                organization: &item.organization,
                entrusted_by: item.entrusted_by.as_ref(),
                role: AuthorityRole::Decide,
            }),
            _ => None,
        };
        let stated = self.authorities().iter().map(|authority| ItemBody {
            organization: &authority.organization,
            entrusted_by: authority.entrusted_by.as_ref(),
            role: authority.role,
        });
        stated.chain(of_service)
    }

    /// The bodies that decide.
    pub fn deciding(self) -> impl Iterator<Item = ItemBody<'a>> {
        self.bodies().filter(|body| body.role == AuthorityRole::Decide)
    }

    /// 行使层级; of a service its list states none.
    #[must_use]
    pub fn levels(self) -> &'a [Level] {
        match self {
            Self::Licensing(item) => &item.levels,
            Self::Power(item) => &item.levels,
            Self::Service(_) => &[],
        }
    }

    /// 主管部门; of a service its list states none.
    #[must_use]
    pub fn competent_department(self) -> Option<&'a Ref<Organization>> {
        match self {
            Self::Licensing(item) => item.competent_department.as_ref(),
            Self::Power(item) => item.competent_department.as_ref(),
            Self::Service(_) => None,
        }
    }

    /// 权力来源; of a license its list does not say.
    #[must_use]
    pub fn power_source(self) -> Option<PowerSource> {
        match self {
            Self::Licensing(_) => None,
            Self::Power(item) => item.power_source,
            Self::Service(item) => item.power_source,
        }
    }

    /// 启动方式. A license is always asked for, and its list does not say so.
    #[must_use]
    pub fn initiation(self) -> Option<Initiation> {
        match self {
            Self::Licensing(_) => None,
            Self::Power(item) => item.initiation,
            Self::Service(item) => item.initiation,
        }
    }

    /// 服务对象; of a power its list states none.
    #[must_use]
    pub fn audience(self) -> &'a [Audience] {
        match self {
            Self::Licensing(item) => &item.audience,
            Self::Power(_) => &[],
            Self::Service(item) => &item.audience,
        }
    }

    /// 有效期间
    #[must_use]
    pub fn period(self) -> Option<&'a ItemPeriod> {
        match self {
            Self::Licensing(item) => item.period.as_ref(),
            Self::Power(item) => item.period.as_ref(),
            Self::Service(item) => item.period.as_ref(),
        }
    }

    /// 依据: what gives the power, as the item itself states it: 设定依据 of a license, the basis of others.
    #[must_use]
    pub fn basis(self) -> &'a [Citation] {
        match self {
            Self::Licensing(item) => &item.set_by,
            Self::Power(item) => &item.basis,
            Self::Service(item) => &item.basis,
        }
    }

    /// 法定办结时限; of a power its list states none.
    #[must_use]
    pub fn statutory_limits(self) -> &'a [TimeLimit] {
        match self {
            Self::Licensing(item) => &item.statutory_limits,
            Self::Power(_) => &[],
            Self::Service(item) => &item.statutory_limits,
        }
    }

    /// 承诺办结时限; of a power its list states none.
    #[must_use]
    pub fn promised_limits(self) -> &'a [TimeLimit] {
        match self {
            Self::Licensing(item) => &item.promised_limits,
            Self::Power(_) => &[],
            Self::Service(item) => &item.promised_limits,
        }
    }

    /// 延长期限; of a power its list states none.
    #[must_use]
    pub fn extension_limits(self) -> &'a [TimeLimit] {
        match self {
            Self::Licensing(item) => &item.extension_limits,
            Self::Power(_) => &[],
            Self::Service(item) => &item.extension_limits,
        }
    }

    /// 初审时限; of a power its list states none.
    #[must_use]
    pub fn first_review_limits(self) -> &'a [TimeLimit] {
        match self {
            Self::Licensing(item) => &item.first_review_limits,
            Self::Power(_) => &[],
            Self::Service(item) => &item.first_review_limits,
        }
    }

    /// 送达时限; of a power its list states none.
    #[must_use]
    pub fn delivery_limits(self) -> &'a [TimeLimit] {
        match self {
            Self::Licensing(item) => &item.delivery_limits,
            Self::Power(_) => &[],
            Self::Service(item) => &item.delivery_limits,
        }
    }

    /// 申请材料; of a power its list states none.
    #[must_use]
    pub fn materials(self) -> &'a [Material] {
        match self {
            Self::Licensing(item) => &item.materials,
            Self::Power(_) => &[],
            Self::Service(item) => &item.materials,
        }
    }

    /// 中介服务; of a power its list states none.
    #[must_use]
    pub fn intermediary_services(self) -> &'a [IntermediaryService] {
        match self {
            Self::Licensing(item) => &item.intermediary_services,
            Self::Power(_) => &[],
            Self::Service(item) => &item.intermediary_services,
        }
    }

    /// 前置事项
    #[must_use]
    pub fn prerequisites(self) -> &'a [Text] {
        match self {
            Self::Licensing(item) => &item.prerequisites,
            Self::Power(item) => &item.prerequisites,
            Self::Service(item) => &item.prerequisites,
        }
    }

    /// 特别程序; of a power its list states none.
    #[must_use]
    pub fn special_procedures(self) -> &'a [SpecialProcedure] {
        match self {
            Self::Licensing(item) => &item.special_procedures,
            Self::Power(_) => &[],
            Self::Service(item) => &item.special_procedures,
        }
    }

    /// 办理流程; of a power its list states the responsibilities of each stage instead.
    #[must_use]
    pub fn procedure(self) -> &'a [Step] {
        match self {
            Self::Licensing(item) => &item.procedure,
            Self::Power(_) => &[],
            Self::Service(item) => &item.procedure,
        }
    }

    /// 是否收费; of a power its list does not say.
    #[must_use]
    pub fn charges_fee(self) -> Option<bool> {
        match self {
            Self::Licensing(item) => item.charges_fee,
            Self::Power(_) => None,
            Self::Service(item) => item.charges_fee,
        }
    }

    /// 收费项目; of a power its list states none.
    #[must_use]
    pub fn fees(self) -> &'a [Fee] {
        match self {
            Self::Licensing(item) => &item.fees,
            Self::Power(_) => &[],
            Self::Service(item) => &item.fees,
        }
    }

    /// The codes, each with its place.
    pub(crate) fn codes(self) -> impl Iterator<Item = (CodeSlot, &'a str)> {
        let (code, service) = match self {
            Self::Licensing(item) => (item.code.as_ref(), None),
            Self::Power(item) => (item.code.as_ref(), None),
            Self::Service(item) => (None, Some(item)),
        };
        let code = code.map(|code| (CodeSlot::Code, code.text()));
        let of_service = service.into_iter().flat_map(|item| {
            let base = item.base_code.as_ref().map(|code| (CodeSlot::BaseCode, code.text()));
            let implementation =
                item.implementation_code.as_ref().map(|code| (CodeSlot::ImplementationCode, code.text()));
            let business = item.business_code.as_ref().map(|code| (CodeSlot::BusinessCode, code.text()));
            let local = (0..=u16::MAX).zip(&item.local_codes);
            let local = local.map(|(index, code)| (CodeSlot::LocalCode(index), code.text()));
            base.into_iter().chain(implementation).chain(business).chain(local)
        });
        code.into_iter().chain(of_service)
    }
}
