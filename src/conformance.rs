//! 上级清单对照: how the items of a catalog stand to the lists of the superior levels, and in what they differ.
//!
//! Every item in force is [classed](ConformanceClass): carried down, a part of what is, set by city or province itself,
//! authorised by nothing, or not told with the [cause](NotToldCause). Those carried down are put beside that of the
//! superior list, and each [departure](Departure) tells both values. The other way round, what the superior list
//! assigns to this level and the catalog does not have is [missing](MissingItem).
//!
//! # The same item
//! An item is found by the id that it names (上级清单事项), else by the part of its code that is the same at all levels, else
//! by normalised name and type. Of several superior levels the nearest that has the item speaks; lists of one level
//! that follow each other are one, in whatever order they come.
//!
//! # What is not told
//! Nothing is outside a list that does not say that it is complete (`header.covers`), and nothing is missing in one.
//! Bodies are never compared: superior lists name classes of them (县级以上水行政主管部门). A provision that is cited more finely,
//! a bracket that tells newness or level, widths and blanks are no differences; a shorter limit is none either.
//!
//! # Source
//! 国办发〔2022〕2号: what is not in the list is not to be licensed, the list of each level covers those below it, name and
//! setting basis are the same at all levels, and no conditions, materials or steps are added. 优化营商环境条例 §35, §40; 行政许可法
//! §14–17.
//!
//! ```
//! use qingdan::conformance::{Conformance, ConformanceClass, DepartureKind};
//! use qingdan::law::facts::LawFacts;
//! let read = |text: &str| qingdan::read(text.as_bytes(), qingdan::Limits::default()).catalog.ok_or("no header");
//! let city = read(r#"{"header": {"schema_version": "1.0", "title": "市", "division": "150600", "level": "prefectural",
//!     "covers": ["licensing_item"]},
//!   "licensing_items": [{"id": "1", "name": "取水许可", "item_level": "main", "levels": ["county"],
//!     "set_by": [{"title": "水法", "articles": [{"article": 7}, {"article": 48}]}]}]}"#)?;
//! let county = read(r#"{"header": {"schema_version": "1.0", "title": "旗", "division": "150625", "level": "county"},
//!   "licensing_items": [
//!     {"id": "a", "name": "取水许可（新办）", "item_level": "main",
//!      "set_by": [{"title": "中华人民共和国水法", "articles": [{"article": 48, "paragraph": 1}]}]},
//!     {"id": "b", "name": "摆摊许可", "item_level": "main", "set_by": [{"title": "杭锦旗市容管理通告"}]}]}"#)?;
//!
//! let conformance = Conformance::of(&county, &[&city], LawFacts::known(), Some("2026-11-25".parse()?));
//! let [water, stall] = conformance.items.as_slice() else { return Err("two items".into()) };
//! assert_eq!(water.class, ConformanceClass::CarriedDown);
//! let departure = water.departures.first().ok_or("no departure")?;
//! assert_eq!(departure.kind, DepartureKind::BasisMissing); // §7; §48 is cited more finely
//! assert_eq!(departure.superior.as_deref(), Some("《水法》第七条"));
//! assert_eq!(stall.class, ConformanceClass::NotTold); // nothing is known of that notice
//! assert!(conformance.missing.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codelist::Level;
use crate::law::facts::LawFacts;
use crate::model::{Catalog, Date, Text};

mod additions;
mod alike;
mod classed;
mod counts;
mod identity;
mod item;
mod limits;
mod list;
mod missing;
mod norms;
mod pair;
mod superiors;

pub use counts::ConformanceCounts;
pub use item::{ConformanceItem, Departure, MissingItem, SuperiorItem, SuperiorList};
pub use list::{Backing, ConformanceClass, DepartureKind, FoundBy, NotToldCause};

use classed::Classed;
use norms::Norms;
use pair::Pair;
use superiors::{Entry, Superiors};

/// The version of the shape of [`Conformance`]; its schema is `schemas/v1/conformance.schema.json`.
pub const CONFORMANCE_VERSION: &str = "1.0";

/// 上级清单对照: the items of a catalog beside the lists of the superior levels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Conformance {
    /// 上级清单对照格式版本: the version of this shape.
    pub conformance_version: String,
    /// 标题: the title of the catalog.
    pub title: Text,
    /// 行政区划代码: its division, as written.
    pub division: String,
    /// 层级: its level.
    pub level: Level,
    /// 截至日期: the day as of which ranks and editions of instruments were looked up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// 上级清单: the lists, from the highest level to the nearest.
    pub superiors: Vec<SuperiorList>,
    /// 汇总: how many items stand how.
    pub counts: ConformanceCounts,
    /// 事项: the items in force, in the order of the catalog.
    pub items: Vec<ConformanceItem>,
    /// 未认领: what the nearest complete list assigns to this level and is not there.
    pub missing: Vec<MissingItem>,
}

impl Conformance {
    /// A catalog beside the lists of superior levels, from the highest level to the nearest; ranks and editions of
    /// instruments are those of a day.
    #[must_use]
    pub fn of(catalog: &Catalog, superiors: &[&Catalog], law: &LawFacts, as_of: Option<Date>) -> Self {
        let norms = Norms::of(catalog, law, as_of);
        let lists = Superiors::new(superiors, law, as_of);
        let classed = classed::all(catalog, &norms, &lists);
        let missing: Vec<MissingItem> = missing::all(catalog, &classed, &lists)
            .into_iter()
            .filter_map(|(entry, cause)| Some(MissingItem { item: superior_item(entry, &lists)?, cause }))
            .collect();
        let items: Vec<ConformanceItem> =
            classed.into_iter().map(|one| item_of(catalog, one, &norms, &lists)).collect();
        Self {
            conformance_version: CONFORMANCE_VERSION.to_owned(),
            title: catalog.header.title.clone(),
            division: catalog.header.division.text().to_owned(),
            level: catalog.header.level,
            as_of,
            superiors: superiors.iter().map(|list| SuperiorList::of(&list.header)).collect(),
            counts: ConformanceCounts::of(&items, &missing),
            items,
            missing,
        }
    }

    /// The items of a class.
    pub fn of_class(&self, class: ConformanceClass) -> impl Iterator<Item = &ConformanceItem> {
        self.items.iter().filter(move |item| item.class == class)
    }
}

/// An item with what differs from that of the superior list.
fn item_of<'a>(
    catalog: &'a Catalog,
    one: Classed<'a>,
    norms: &'a Norms<'a>,
    superiors: &'a Superiors<'a>,
) -> ConformanceItem {
    let carried = one.found.filter(|_| one.class == ConformanceClass::CarriedDown);
    let departures = carried.map(|found| {
        let pair = Pair::of(catalog, one.item, found, norms, superiors);
        let mut departures = Vec::new();
        identity::compare(&pair, &mut departures);
        limits::compare(&pair, &mut departures);
        additions::compare(&pair, &mut departures);
        departures
    });
    let superior = one.found.and_then(|found| superior_item(found.entry, superiors));
    ConformanceItem { superior, departures: departures.unwrap_or_default(), ..ConformanceItem::new(one) }
}

fn superior_item(entry: Entry<'_>, superiors: &Superiors<'_>) -> Option<SuperiorItem> {
    Some(SuperiorItem::new(entry.item, &superiors.list(entry)?.header.title))
}
