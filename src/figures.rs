//! 统计: statistics of a catalog, and what comes of the figures that somebody printed about it.
//!
//! No statistic stands without its counting unit, numerator, denominator and definition ([`Definition`]). A record
//! that does not state what a statistic asks counts neither as yes nor as no: it is counted as *unstated*, and a
//! printed figure is called different only when no answer of those records could make it true.
//!
//! ```
//! use qingdan::codelist::CountingUnit;
//! use qingdan::figures::{Definition, Figures};
//! use qingdan::model::Kind;
//! let catalog = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
//!   "organizations": [{"id": "water", "name": "水利局", "kind": "department"}],
//!   "service_items": [
//!     {"id": "a", "name": "取水许可", "item_level": "main", "service_type": "licensing", "organization": "water",
//!      "online": {"available": true}},
//!     {"id": "b", "name": "水质查询", "item_level": "main", "service_type": "public_service", "organization": "water",
//!      "online": {"available": false}}]}"#;
//! let catalog = qingdan::read(catalog.as_bytes(), qingdan::Limits::default()).catalog.ok_or("no header")?;
//! let figures = Figures::of(&catalog);
//! let online = figures.whole(Definition::Online, Kind::ServiceItem, CountingUnit::ImplementationItem).ok_or("not counted")?;
//! assert_eq!((online.numerator, online.denominator.map(|all| all.get())), (Some(1), Some(2)));
//! assert_eq!(online.percent.as_ref().map(|percent| percent.as_str()), Some("50.00"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::num::NonZeroU64;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codelist::{CountingUnit, FigureUnit, TimeUnit, closed_list};
use crate::model::{Catalog, Counts, Decimal, Kind};

mod arithmetic;
mod basis;
mod claim;
mod definition;
mod delegation;
mod exact;
mod facts;
mod rate;
mod recount;
mod subset;
mod tally;

pub(crate) use arithmetic::subsets_above;
pub use arithmetic::{NearestRate, NumeratorCheck, PartsCheck, RateCheck, RateVerdict};
pub(crate) use claim::exceeds;
pub use claim::{CheckedFigure, Outcome, Undefined};
pub use definition::Definition;
pub(crate) use facts::Facts;
pub use rate::{Attainable, Rate};
pub use recount::{Comparison, NotComparedReason, Recount};
pub(crate) use recount::{Held, measure_word, recount};
pub(crate) use subset::subsets_that_exceed;
pub(crate) use tally::Tally;

/// The version of the shape of [`Figures`]; its schema is `schemas/v1/figures.schema.json`.
pub const FIGURES_VERSION: &str = "1.0";

/// Rates are given with two digits after the point, as reports print them.
const PERCENT_DECIMALS: u32 = 2;

/// 统计结果: the statistics of a catalog, and its published figures with what comes of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Figures {
    /// 统计格式版本: the version of this shape.
    pub figures_version: String,
    /// 标题: the title of the catalog.
    pub title: String,
    /// 行政区划代码: its division, as written.
    pub division: String,
    /// 统计: the statistics, those of the whole before those of groups.
    pub statistics: Vec<Statistic>,
    /// 未统计: what cannot be counted, because the source does not hold the fields.
    pub not_counted: Vec<NotHeldStatistic>,
    /// 公布数据核对: the published figures, each with what comes of it.
    pub claims: Vec<CheckedFigure>,
}

/// 计数对象: records of a kind in a counting unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct CountOf {
    /// 记录类型: the kind of the records counted.
    pub kind: Kind,
    /// 计数单位: the unit.
    pub unit: CountingUnit,
}

impl CountOf {
    /// Records of a kind in a counting unit.
    #[must_use]
    pub fn new(kind: Kind, unit: CountingUnit) -> Self {
        Self { kind, unit }
    }

    /// What a published figure counts, where that is records of the catalog in a unit of the catalog.
    #[must_use]
    pub fn published(counts: &Counts) -> Option<Self> {
        match (counts.kind, &counts.subject, &counts.unit) {
            (Some(kind), None, Some(FigureUnit::Counting(unit))) => Some(Self { kind, unit: *unit }),
            _ => None,
        }
    }
}

/// 统计项: one statistic with its counting unit, numerator, denominator and definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Statistic {
    /// 统计口径: how it is counted; [`Definition::text`] says it in words.
    pub definition: Definition,
    /// 计数对象: the kind of records counted, and the counting unit.
    pub counts: CountOf,
    /// 时限单位: the unit of time of the limits summed up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_unit: Option<TimeUnit>,
    /// 分组: the group counted; none: the whole catalog.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// 分子: the number counted; none for a mean, and where promises are longer than the statutory limits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numerator: Option<u64>,
    /// 分母: the number over which the rate is taken; none for a plain number, and where it is 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub denominator: Option<NonZeroU64>,
    /// 百分比: the rate in per cent with two decimals, rounded half up; never 100 unless it is all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<Decimal>,
    /// 未说明数: how many records do not state what the statistic asks; none of them is in the numerator.
    pub unstated: u64,
}

impl Statistic {
    /// The rate, where it is one of whole numbers.
    #[must_use]
    pub fn rate(&self) -> Option<Rate> {
        Some(Rate::new(self.numerator?, self.denominator?))
    }

    /// What was counted, in figures: `1480`, `1425 / 1480 = 96.28 %` or `78.98 %`; none where nothing was.
    #[must_use]
    pub fn in_figures(&self) -> Option<String> {
        match (self.numerator, self.denominator, &self.percent) {
            (Some(part), Some(whole), Some(percent)) => Some(format!("{part} / {whole} = {percent} %")),
            (Some(number), _, _) => Some(number.to_string()),
            (None, _, percent) => percent.as_ref().map(|percent| format!("{percent} %")),
        }
    }
}

/// 分组: records that have something in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Group {
    /// 分组维度: what they have in common.
    pub by: Dimension,
    /// 分组键: the wire name of the type, level or rank, or the id of the body; `unknown` for a rank that is not known.
    pub key: String,
    /// 分组名称: the official Chinese title of the type, level or rank, or the name of the body.
    pub title: String,
}

closed_list! {
    /// 分组维度: by what records are grouped.
    Dimension {
        ItemType = "item_type", "事项类型";
        Level = "level", "行使层级";
        /// The deciding bodies of licensing and power items, the implementing body of a service; an item of two bodies
        /// counts with both.
        Organization = "organization", "实施机构";
        /// The township to which the body belongs; of delegated powers, the township that receives them.
        Township = "township", "苏木乡镇";
        /// The rank of the highest instrument that sets a license: of an instrument that is held or that the catalog
        /// describes.
        BasisRank = "basis_rank", "设定依据位阶";
        /// The highest rank stated, where of the instruments that set a license none is held.
        BasisRankStated = "basis_rank_stated", "设定依据位阶（按所填，法规库未收录）";
    }
}

/// 未统计: a statistic that cannot be counted, because the source does not hold what it asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct NotHeldStatistic {
    /// 统计口径: the statistic.
    pub definition: Definition,
    /// 未采集字段: the fields that the source does not hold.
    pub fields: Vec<String>,
}

/// What is counted in a unit.
type InUnit = (CountingUnit, &'static [Definition]);

/// The statistics of the whole catalog: definitions with what they count.
const WHOLE: &[(Kind, &[InUnit])] = {
    use CountingUnit as Unit;
    use Definition as Of;
    const ITEMS: &[Definition] = &[Of::Items];
    &[
        (Kind::Organization, &[(Unit::Organization, ITEMS)]),
        (Kind::LegalInstrument, &[(Unit::Document, ITEMS)]),
        (
            Kind::LicensingItem,
            &[
                (Unit::MainItem, ITEMS),
                (Unit::SubItem, ITEMS),
                (Unit::BusinessItem, ITEMS),
                (Unit::ImplementationItem, ITEMS),
                (Unit::Organization, ITEMS),
                (Unit::Material, ITEMS),
            ],
        ),
        (
            Kind::PowerItem,
            &[
                (Unit::MainItem, ITEMS),
                (Unit::SubItem, ITEMS),
                (Unit::BusinessItem, ITEMS),
                (Unit::ImplementationItem, ITEMS),
                (Unit::Organization, ITEMS),
            ],
        ),
        (
            Kind::ServiceItem,
            &[
                (Unit::MainItem, ITEMS),
                (Unit::SubItem, ITEMS),
                (Unit::BusinessItem, ITEMS),
                (
                    Unit::ImplementationItem,
                    &[
                        Of::Items,
                        Of::Online,
                        Of::FullyOnline,
                        Of::Immediate,
                        Of::ImmediateOnline,
                        Of::ImmediateOnlineOfAll,
                        Of::AtMostOneVisit,
                        Of::NoVisit,
                        Of::PromiseCompression,
                        Of::PromiseCompressionMean,
                        Of::Linked,
                        Of::Configured,
                        Of::ConfiguredOfLinked,
                    ],
                ),
                (Unit::Organization, ITEMS),
                (Unit::Material, ITEMS),
            ],
        ),
        (
            Kind::Delegation,
            &[
                (Unit::MainItem, &[Of::Items, Of::Returned]),
                (Unit::ImplementationItem, &[Of::Items, Of::Claimed, Of::Published, Of::Returned]),
                (Unit::Organization, &[Of::Items, Of::Claimed, Of::Published]),
            ],
        ),
        (Kind::LicenseLink, &[(Unit::Material, &[Of::Items, Of::Linked, Of::Configured])]),
        (Kind::License, &[(Unit::License, &[Of::Items, Of::Sealed])]),
        (Kind::Bundle, &[(Unit::Bundle, &[Of::Items, Of::OnlineAndOffline, Of::Standardized])]),
    ]
};

/// The kinds of which groups are counted.
const GROUPED: [Kind; 4] = [Kind::LicensingItem, Kind::PowerItem, Kind::ServiceItem, Kind::Delegation];

impl Figures {
    /// Counts a catalog. Of kinds without records nothing is said: not held is not none.
    #[must_use]
    pub fn of(catalog: &Catalog) -> Self {
        let mut facts = Facts::default();
        (0_u32..).zip(catalog.records()).for_each(|(ordinal, record)| facts.add(ordinal, record));
        let tally = Tally::new(&facts, Some(&catalog.header), &|kind, id| ordinal(catalog, kind, id));
        let held = Held { header: Some(&catalog.header), lacks: &catalog.header.not_held, unread: &[] };
        let mut statistics = Vec::new();
        let mut not_counted: Vec<NotHeldStatistic> = Vec::new();
        for &(kind, units) in WHOLE.iter().filter(|(kind, _)| catalog.len_of(*kind) > 0) {
            for &(unit, definitions) in units {
                for &definition in definitions {
                    let missing = held.fields_not_held(definition);
                    // Each of these can be counted; a scope that does not fit is not asked for.
                    match tally.count(definition, CountOf::new(kind, unit), None) {
                        Ok(counted) if missing.is_empty() => statistics.extend(counted),
                        _ => not_counted.push(NotHeldStatistic { definition, fields: missing }),
                    }
                }
            }
        }
        statistics.extend(basis::provisions(catalog, &held));
        statistics.extend(GROUPED.iter().flat_map(|&kind| tally.groups(kind)));
        if held.fields_not_held(Definition::Claimed).is_empty() {
            statistics.extend(tally.claimed_by_township());
        }
        statistics.extend(basis::licenses_by_rank(catalog, &held));
        Self {
            figures_version: FIGURES_VERSION.to_owned(),
            title: catalog.header.title.to_string(),
            division: catalog.header.division.text().to_owned(),
            statistics,
            not_counted,
            claims: claim::judge(&tally, facts.published(), &held),
        }
    }

    /// A statistic of the whole catalog: of a kind of records, in a counting unit.
    #[must_use]
    pub fn whole(&self, definition: Definition, kind: Kind, unit: CountingUnit) -> Option<&Statistic> {
        let counts = CountOf::new(kind, unit);
        self.statistics.iter().find(|statistic| {
            statistic.group.is_none() && statistic.definition == definition && statistic.counts == counts
        })
    }

    /// The numbers of items of one kind in the groups of one dimension, in order.
    pub fn groups(&self, kind: Kind, by: Dimension) -> impl Iterator<Item = (&Group, u64)> {
        self.groups_of(Definition::Items, kind, by)
    }

    /// A statistic of one kind in the groups of one dimension, in order.
    pub fn groups_of(&self, definition: Definition, kind: Kind, by: Dimension) -> impl Iterator<Item = (&Group, u64)> {
        let of_kind = move |one: &&Statistic| one.counts.kind == kind && one.definition == definition;
        self.statistics.iter().filter(of_kind).filter_map(move |statistic| {
            let group = statistic.group.as_ref().filter(|group| group.by == by)?;
            Some((group, statistic.numerator?))
        })
    }
}

/// The number of a record in canonical order.
fn ordinal(catalog: &Catalog, kind: Kind, id: &str) -> Option<u32> {
    let position = catalog.position(kind, id)?;
    let before = Kind::ALL.iter().take(kind.index()).map(|&kind| catalog.len_of(kind));
    u32::try_from(before.fold(position, usize::saturating_add)).ok()
}
