//! 乡镇、派出机构的法定职权: what statutes give to bodies below the county themselves.
//!
//! Penalties are the county's, as long as no law or administrative regulation says otherwise (行政处罚法 §23). Of the 1,628
//! national texts that were searched two regulations say so of townships. What a province gives them is a delegation
//! (行政处罚法 §24), and no power of their own; so is the confirmation of social assistance, which counties decide unless
//! the province lets townships (社会救助法 §44).

use std::num::NonZeroU16;

use super::cell::{Period, Provision, Statute};
use super::facts::title_key;
use super::source::{
    LAND_LAW, PENALTY_LAW, PLANNING_LAW, PUBLIC_SECURITY_LAW, SCHISTOSOMIASIS_REGULATION, TAX_COLLECTION_LAW,
    VILLAGE_REGULATION,
};
use crate::codelist::ItemType;
use crate::lang::Bilingual;
use crate::model::Date;

/// Penalties belong to organs of the county and above: 行政处罚法 §23.
pub const PENALTIES_OF_COUNTIES: Provision = PENALTY_LAW.at("第二十三条");

/// 乡镇法定职权: a power that a statute gives to the government of a township itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct TownshipPower {
    /// 内容: what it is about.
    pub matter: Bilingual,
    /// 职权类型: the types of powers that it can be.
    pub types: &'static [ItemType],
    /// 依据: the provision.
    pub citation: Provision,
    article: u16,
    paragraph: Option<u16>,
    /// 适用期间: when it applies.
    pub period: Period,
}

const fn power(
    types: &'static [ItemType],
    statute: Statute,
    clause: &'static str,
    (article, paragraph): (u16, Option<u16>),
    zh: &'static str,
    en: &'static str,
) -> TownshipPower {
    let period = Period::since(statute.1);
    TownshipPower { matter: Bilingual { zh, en }, types, citation: statute.at(clause), article, paragraph, period }
}

const PENALTY: &[ItemType] = &[ItemType::Penalty];
/// An order to stop and a demolition stand in lists under several types.
const ORDER: &[ItemType] = &[
    ItemType::Penalty,
    ItemType::CoerciveMeasure,
    ItemType::CoerciveExecution,
    ItemType::Coercion,
    ItemType::OtherPower,
];
const APPROVAL: &[ItemType] = &[ItemType::Licensing, ItemType::Confirmation, ItemType::OtherPower];

/// 乡镇法定职权表: all that are held.
pub const POWERS: &[TownshipPower] = &[
    power(
        PENALTY,
        VILLAGE_REGULATION,
        "第三十七条第二款",
        (37, Some(2)),
        "农村居民未经批准或者违反规划建住宅的处罚",
        "penalties for houses that villagers build without approval or against the plan",
    ),
    power(
        PENALTY,
        VILLAGE_REGULATION,
        "第三十九条",
        (39, None),
        "损坏村庄和集镇的房屋、公共设施，乱堆粪便、垃圾、柴草的处罚",
        "penalties for damage to houses and public facilities and for heaps of dung, garbage and straw in villages",
    ),
    power(
        PENALTY,
        VILLAGE_REGULATION,
        "第四十条",
        (40, None),
        "擅自在村庄和集镇的街道、广场、市场和车站修建临时设施的处罚",
        "penalties for temporary structures in streets, squares, markets and stations of villages",
    ),
    power(
        PENALTY,
        SCHISTOSOMIASIS_REGULATION,
        "第五十一条",
        (51, None),
        "损坏或者擅自移动有钉螺地带警示标志的处罚",
        "penalties for damage to warning signs in areas with host snails",
    ),
    power(
        ORDER,
        PLANNING_LAW,
        "第六十五条",
        (65, None),
        "责令停止、限期改正和拆除乡村违法建设",
        "orders to stop and correct unlawful building in villages, and its demolition",
    ),
    power(
        APPROVAL,
        LAND_LAW,
        "第六十二条",
        (62, None),
        "农村村民住宅用地审核批准",
        "approval of land for the houses of villagers",
    ),
];

/// 省政府确定的镇: what a law gives to the towns that the province names; no other town has it of itself.
pub const OF_NAMED_TOWNS: TownshipPower = power(
    &[ItemType::Licensing],
    PLANNING_LAW,
    "第四十条",
    (40, None),
    "省级政府确定的镇核发建设工程规划许可证",
    "building permits by towns that the province names",
);

/// 点名程度: how surely a citation names a provision that gives townships a power.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    Surely,
    /// The article has other paragraphs, and which is meant is not said.
    Perhaps,
}

impl TownshipPower {
    /// How surely a place in an instrument is this provision; none where it is another.
    pub(crate) fn is_named(
        &self,
        title: &str,
        article: NonZeroU16,
        paragraph: Option<NonZeroU16>,
        as_of: Option<Date>,
    ) -> Option<Names> {
        let applies = as_of.is_none_or(|day| self.period.contains(day));
        if article.get() != self.article || !applies || title_key(title) != title_key(self.citation.document) {
            return None;
        }
        match (self.paragraph, paragraph.map(NonZeroU16::get)) {
            (Some(of), Some(cited)) => (of == cited).then_some(Names::Surely),
            (Some(_), None) => Some(Names::Perhaps),
            (None, _) => Some(Names::Surely),
        }
    }
}

/// Whether an article of this number gives townships a power in some statute.
pub(crate) fn may_name(article: u16) -> bool {
    powers().any(|power| power.article == article)
}

/// 派出机构罚款限额: how high a fine a station may impose in its own name, beside warnings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct StationFine {
    /// 机构: how the names of such stations end.
    pub station: Bilingual,
    /// 限额: the highest fine, in yuan.
    pub most: u32,
    /// 依据: the provision.
    pub citation: Provision,
    /// 适用期间: when it applies.
    pub period: Period,
}

const POLICE: Bilingual = Bilingual { zh: "派出所", en: "police station" };

/// 派出机构罚款限额表: all that are held.
pub const STATION_FINES: &[StationFine] = &[
    StationFine {
        station: POLICE,
        most: 500,
        citation: PUBLIC_SECURITY_LAW.at("第九十一条"),
        period: Period { from: "2006-03-01", until: Some("2025-12-31") },
    },
    StationFine {
        station: POLICE,
        most: 1_000,
        citation: PUBLIC_SECURITY_LAW.at("第一百零九条"),
        period: Period::since(PUBLIC_SECURITY_LAW.1),
    },
    StationFine {
        station: Bilingual { zh: "税务所", en: "tax station" },
        most: 2_000,
        citation: TAX_COLLECTION_LAW.at("第七十四条"),
        period: Period::since(TAX_COLLECTION_LAW.1),
    },
];

/// The fine that a station of this name may impose on a day; without a day, the newest that is held.
///
/// ```
/// use qingdan::law::township::station_fine;
/// let most = |day: &str| Some(station_fine("杭锦旗公安局锡尼镇派出所", day.parse().ok())?.most);
/// assert_eq!((most("2025-12-31"), most("2026-01-01")), (Some(500), Some(1_000)));
/// assert!(station_fine("锡尼镇自然资源所", None).is_none());
/// ```
#[must_use]
pub fn station_fine(name: &str, as_of: Option<Date>) -> Option<&'static StationFine> {
    let applies = |fine: &StationFine| match as_of {
        Some(day) => fine.period.contains(day),
        None => !fine.period.has_end(),
    };
    STATION_FINES.iter().find(|fine| name.ends_with(fine.station.zh) && applies(fine))
}

/// All powers that statutes give to townships, those of towns that the province names among them.
pub fn powers() -> impl Iterator<Item = &'static TownshipPower> {
    POWERS.iter().chain([&OF_NAMED_TOWNS])
}

#[cfg(test)]
mod tests {
    use super::{OF_NAMED_TOWNS, POWERS};
    use crate::model::ArticleRef;

    #[test]
    fn the_numbers_are_those_of_the_clauses() {
        for power in POWERS.iter().chain([&OF_NAMED_TOWNS]) {
            let clause: ArticleRef = power.citation.clause.parse().unwrap();
            let paragraph = clause.paragraph.map(std::num::NonZeroU16::get);
            assert_eq!((clause.article.get(), paragraph), (power.article, power.paragraph), "{power:?}");
        }
    }
}
