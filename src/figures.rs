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

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codelist::CountingUnit;
use crate::facts::Facts;
use crate::model::{Catalog, Kind};

mod arithmetic;
mod basis;
mod claim;
mod definition;
mod delegation;
mod exact;
mod group;
mod rate;
mod recount;
mod saved;
mod statistic;
mod subset;
mod tally;

pub(crate) use arithmetic::subsets_above;
pub use arithmetic::{NearestRate, NumeratorCheck, PartsCheck, RateCheck, RateVerdict};
pub(crate) use claim::exceeds;
pub use claim::{CheckedFigure, Outcome, Undefined};
pub use definition::Definition;
pub use rate::{Attainable, Rate};
pub use recount::{Comparison, NotComparedReason, Recount};
pub(crate) use recount::{Held, measure_word, recount};
pub use statistic::{CountOf, Dimension, Group, Statistic};
pub(crate) use subset::subsets_that_exceed;
pub(crate) use tally::Tally;

/// The version of the shape of [`Figures`]; its schema is `schemas/v1/figures.schema.json`.
pub const FIGURES_VERSION: &str = "1.0";

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
        let facts = Facts::counted(catalog);
        let tally = Tally::new(&facts, Some(&catalog.header));
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
            claims: claim::judge(&tally, facts.published.figures(), &held),
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
