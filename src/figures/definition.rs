//! How each statistic is counted.

use crate::codelist::{Metric, closed_list};
use crate::lang::Message;
use crate::model::Kind;

closed_list! {
    /// 统计口径: how a statistic is counted. No authoritative text gives formulas; these are the usual ones, and where
    /// two are usual both are here.
    Definition {
        Items = "items", "事项数";
        Online = "online", "网上可办率";
        FullyOnline = "fully_online", "全程网办率";
        Immediate = "immediate", "即办件率";
        /// Over the items handled at once.
        ImmediateOnline = "immediate_online", "即办件网办率";
        /// Over all items.
        ImmediateOnlineOfAll = "immediate_online_of_all", "即办件网办率（以全部事项为分母）";
        AtMostOneVisit = "at_most_one_visit", "最多跑一次率";
        NoVisit = "no_visit", "零跑动率";
        /// The days saved over the statutory days, summed up over all items.
        PromiseCompression = "promise_compression", "承诺时限压缩率";
        /// The mean of what each item saves.
        PromiseCompressionMean = "promise_compression_mean", "承诺时限压缩率（各事项平均）";
        Linked = "linked", "证照关联率";
        /// Over all items.
        Configured = "configured", "免证办率";
        /// Over the items linked.
        ConfiguredOfLinked = "configured_of_linked", "免证办率（以已关联事项为分母）";
        Sealed = "sealed", "电子签章率";
        Claimed = "claimed", "认领率";
        Published = "published", "公布率";
        Returned = "returned", "收回率";
        OnlineAndOffline = "online_and_offline", "线上线下可办率";
        Standardized = "standardized", "标准化率";
        /// Every time that a provision is cited.
        Cited = "cited", "引用条款次数";
        /// Each provision of an instrument once.
        CitedDistinct = "cited_distinct", "引用条款数（不重复）";
    }
}

impl Definition {
    /// What a printed figure calls it; none for what is compared with no printed figure.
    #[must_use]
    pub fn metric(self) -> Option<Metric> {
        Some(match self {
            Self::Items => Metric::Items,
            Self::Online => Metric::Online,
            Self::FullyOnline => Metric::FullyOnline,
            Self::Immediate => Metric::Immediate,
            Self::ImmediateOnline | Self::ImmediateOnlineOfAll => Metric::ImmediateOnline,
            Self::AtMostOneVisit => Metric::AtMostOneVisit,
            Self::NoVisit => Metric::NoVisit,
            Self::PromiseCompression | Self::PromiseCompressionMean => Metric::PromiseCompression,
            Self::Linked => Metric::Linked,
            Self::Configured | Self::ConfiguredOfLinked => Metric::Configured,
            Self::Sealed => Metric::Sealed,
            Self::Claimed => Metric::Claimed,
            Self::Published => Metric::Published,
            Self::Returned => Metric::Returned,
            Self::OnlineAndOffline => Metric::OnlineAndOffline,
            Self::Standardized => Metric::Standardized,
            Self::Cited | Self::CitedDistinct => return None,
        })
    }

    /// The ways in which a metric is counted, the usual one first; none for a metric that is not known.
    pub fn of(metric: &Metric) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |definition| definition.metric().as_ref() == Some(metric))
    }

    /// The kinds of records that it counts.
    #[must_use]
    pub fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Items => Kind::ALL,
            Self::Linked | Self::Configured | Self::ConfiguredOfLinked => &[Kind::ServiceItem, Kind::LicenseLink],
            Self::Sealed => &[Kind::License],
            Self::Claimed | Self::Published | Self::Returned => &[Kind::Delegation],
            Self::Cited | Self::CitedDistinct => &[Kind::LicensingItem, Kind::PowerItem, Kind::ServiceItem],
            Self::OnlineAndOffline | Self::Standardized => &[Kind::Bundle],
            _ => &[Kind::ServiceItem],
        }
    }

    /// The fields that it reads; where the source does not hold one of them nothing can be counted.
    #[must_use]
    pub(crate) fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Online => &["service_items.online"],
            Self::FullyOnline => &["service_items.online", "service_items.online.full", "service_items.visits"],
            Self::Immediate => &["service_items.handling"],
            Self::ImmediateOnline | Self::ImmediateOnlineOfAll => &["service_items.handling", "service_items.online"],
            Self::AtMostOneVisit | Self::NoVisit => &["service_items.visits"],
            Self::PromiseCompression | Self::PromiseCompressionMean => {
                &["service_items.statutory_limits", "service_items.promised_limits"]
            }
            Self::Sealed => &["licenses.seal"],
            Self::Claimed => &["delegations.claims"],
            Self::Published => &["delegations.claims", "delegations.claims.published_on"],
            Self::Returned => &["delegations.returned"],
            Self::OnlineAndOffline => &["bundles.channels"],
            Self::Standardized => &["bundles.standardized"],
            Self::Items
            | Self::Linked
            | Self::Configured
            | Self::ConfiguredOfLinked
            | Self::Cited
            | Self::CitedDistinct => &[],
        }
    }

    /// Whether every record counted is in the denominator, whatever it states. Of items handled at once the denominator
    /// itself depends on what records state.
    pub(super) fn has_whole(self) -> bool {
        !matches!(self, Self::ImmediateOnline | Self::PromiseCompression | Self::PromiseCompressionMean)
    }

    /// The definition in words: numerator over denominator.
    #[must_use]
    pub fn text(self) -> Message {
        let (zh, en) = match self {
            Self::Items => ("在用的事项（记录）数", "the items (records) in use"),
            Self::Online => (
                "网上至少可以申请的事项数 ÷ 在用的依申请政务服务事项数",
                "items for which one can at least apply online, over the service items on application in use",
            ),
            Self::FullyOnline => (
                "全程网办、无须到场、网办深度到达结果反馈的事项数 ÷ 在用的依申请政务服务事项数",
                "items all of which goes online up to the result, without a visit, over the service items on application in use",
            ),
            Self::Immediate => (
                "即办件数 ÷ 在用的依申请政务服务事项数",
                "items handled at once, over the service items on application in use",
            ),
            Self::ImmediateOnline => (
                "网上可办的即办件数 ÷ 即办件数",
                "items handled at once and available online, over the items handled at once",
            ),
            Self::ImmediateOnlineOfAll => (
                "网上可办的即办件数 ÷ 在用的依申请政务服务事项数",
                "items handled at once and available online, over the service items on application in use",
            ),
            Self::AtMostOneVisit => (
                "到办事现场次数不超过一次的事项数 ÷ 在用的依申请政务服务事项数",
                "items with at most one visit, over the service items on application in use",
            ),
            Self::NoVisit => (
                "到办事现场次数为零的事项数 ÷ 在用的依申请政务服务事项数",
                "items without a visit, over the service items on application in use",
            ),
            Self::PromiseCompression => (
                "（法定时限之和 − 承诺时限之和）÷ 法定时限之和，只计有法定时限的事项，单位相同；即办件承诺计为零",
                "statutory time less promised time, over statutory time, summed over the items with a statutory limit in one unit; an item handled at once promises nothing",
            ),
            Self::PromiseCompressionMean => (
                "各事项（法定时限 − 承诺时限）÷ 法定时限的平均值，只计有法定时限的事项，单位相同",
                "the mean over the items with a statutory limit of what each saves of it, in one unit",
            ),
            Self::Linked => (
                "至少有一项材料已关联电子证照的事项数（同一事项只计一次）÷ 在用的依申请政务服务事项数",
                "items with a material linked to an e-license, each once, over the service items on application in use",
            ),
            Self::Configured => (
                "至少有一项材料已配置免证办的事项数（同一事项只计一次）÷ 在用的依申请政务服务事项数",
                "items with a material configured to be exempt, each once, over the service items on application in use",
            ),
            Self::ConfiguredOfLinked => (
                "至少有一项材料已配置免证办的事项数 ÷ 已关联电子证照的事项数",
                "items with a material configured to be exempt, over the items linked",
            ),
            Self::Sealed => (
                "已加盖电子印章的电子证照数 ÷ 制发的电子证照数",
                "e-licenses with an electronic seal, over the e-licenses issued",
            ),
            Self::Claimed => (
                "已认领的（事项 × 苏木乡镇）数 ÷ 可认领的（事项 × 苏木乡镇）数；按机构计为有认领的苏木乡镇数 ÷ 承接的苏木乡镇数",
                "pairs of power and township claimed, over the pairs offered; by body the townships that claimed any, over those offered any",
            ),
            Self::Published => (
                "已由苏木乡镇公布的（事项 × 苏木乡镇）数 ÷ 可认领的（事项 × 苏木乡镇）数；按机构计为已公布的苏木乡镇数 ÷ 承接的苏木乡镇数",
                "pairs of power and township that the township published, over the pairs offered; by body the townships that published any, over those offered any",
            ),
            Self::Returned => (
                "已收回的赋权事项数 ÷ 曾经赋权的事项数；只写明终止、未写明收回的，计为未说明",
                "delegated powers taken back, over all that were ever delegated; one that ended without a word of a return leaves it open",
            ),
            Self::Cited => (
                "各事项依据中引用的条款，每引用一次计一次",
                "provisions that the items cite, each as often as it is cited",
            ),
            Self::CitedDistinct => (
                "各事项依据中引用的条款，同一文件的同一条款只计一次",
                "provisions that the items cite, each of an instrument once",
            ),
            Self::OnlineAndOffline => {
                ("线上线下均可办的一件事数 ÷ 一件事数", "bundles offered both online and offline, over all bundles")
            }
            Self::Standardized => ("已标准化的一件事数 ÷ 一件事数", "standardized bundles, over all bundles"),
        };
        Message::new(zh, en)
    }
}
