//! 版次对照: what changed between two editions of a catalog, each change with its class in law.
//!
//! # Which items are one
//! Items of one list are matched, each once, and it is told by what ([`MatchedBy`]) and how surely ([`Confidence`]):
//! 1. by adjustment records that lead from one to the other, of either edition; several that became one, or one that became
//!    several, are one [`ItemChange`];
//! 2. by a code that one item of each edition has;
//! 3. by id, unless what else is known speaks against it: name and code are others, and so are body or basis, or another
//!    item goes by the name;
//! 4. by name and type, as names are compared (widths, blanks, lookalikes); of several that are called the same, by body,
//!    basis and the item above. What cannot be told apart by these nor by what it says is not matched.
//!
//! Ids and codes may be given anew with an edition, as numbers of rows are. Where most that stand in both editions are
//! those of other items, none is trusted by itself, and [`Changes::ids`] and [`Changes::codes`] say so.
//!
//! # What is compared
//! What is in force in one of the editions, field by field. Bases are compared by the provisions that they name, however
//! they are written; bodies, instruments and types of certificates by what they are called, so that new ids of them are no
//! change; elements of lists by their names. What differs in width, blanks, order or provenance alone is
//! [`Editorial`](ChangeClass::Editorial); the place in a source is not compared.
//!
//! # What records it
//! [`Change::adjustments`] are the records of the new edition, and not yet of the old one, that name the item and of which
//! the operation is one by which such a change comes about. Limits, materials, conditions, fees, levels, status and
//! other matter have no operation of their own; any record of the item tells of them.
//! [`ChangeCounts::unrecorded`] counts every other change, but for editorial ones.
//!
//! # What it means for an applicant
//! [`Effect`] says what shows from what is written. Backwards, everything that eases burdens, and the other way round. That
//! an item is no longer listed is not said to ease: another list may have it.
//!
//! # Source
//! 中办发〔2015〕21号 and 内政发〔2021〕6号 (adjustment of lists); 优化营商环境条例 §35, §40 (what may not be made stricter).
//!
//! ```
//! use qingdan::diff::{ChangeClass, Effect, KeysKept, diff};
//! let edition = |name: &str, days: u16| {
//!     let text = format!(r#"{{"header": {{"schema_version": "1.0", "title": "杭锦旗行政许可事项清单", "division": "150625",
//!         "level": "county"}}, "licensing_items": [{{"id": "water", "name": "{name}", "item_level": "main",
//!         "promised_limits": [{{"amount": {days}, "unit": "working_day"}}]}}]}}"#);
//!     qingdan::read(text.as_bytes(), qingdan::Limits::default()).catalog.ok_or("no header")
//! };
//! let changes = diff(&edition("取水许可", 20)?, &edition("取用水许可", 15)?);
//!
//! let item = changes.items.first().ok_or("none")?;
//! let told: Vec<_> = item.changes.iter().map(|change| (change.class, change.effect)).collect();
//! assert_eq!(told, [(ChangeClass::Renamed, Effect::Neutral), (ChangeClass::LimitShortened, Effect::Eases)]);
//! assert_eq!((changes.ids, changes.counts.kept, changes.counts.unrecorded), (KeysKept::Kept, 1, 1));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codelist::Level;
use crate::model::{Catalog, CatalogEdition, Item, Text};

mod bodies;
mod change;
mod comparison;
mod counts;
mod cover;
mod delegated;
mod editorial;
mod fees;
mod fields;
mod handed;
mod item;
mod items;
mod known;
mod limits;
mod list;
mod lists;
mod log;
mod matcher;
mod members;
mod naming;
mod pairing;
mod parts;
mod propose;
mod provisions;
mod records;
mod replay;
mod succession;
mod unique;

pub use change::{Change, FieldChange, ItemChange, ItemKey};
pub use counts::ChangeCounts;
pub use records::RecordChange;
pub use replay::UnmetAdjustment;

use bodies::Bodies;
use comparison::Editions;
use delegated::Delegated;
use items::Became;
use pairing::{Keys, Pairing};

pub use list::{ChangeClass, Confidence, Effect, KeysKept, MatchedBy, RecordChangeKind, UnmetCause};
pub use propose::{Proposal, ProposalGap, propose};

/// The version of the shape of [`Changes`]; its schema is `schemas/v1/changes.schema.json`.
pub const CHANGES_VERSION: &str = "1.0";

/// 版次对照: what changed between two editions of a catalog.
///
/// ```
/// use qingdan::Catalog;
/// use qingdan::diff::{Changes, diff};
/// use qingdan::model::Header;
/// let catalog = Catalog::new(Header::new("杭锦旗权责清单".parse()?, "150625".parse()?));
/// let changes = diff(&catalog, &catalog);
/// assert!(changes.items.is_empty() && changes.records.is_empty());
/// let json = serde_json::to_string(&changes)?;
/// assert_eq!(serde_json::from_str::<Changes>(&json)?, changes);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Changes {
    /// 版次对照格式版本: the version of this shape.
    pub changes_version: String,
    /// 旧版次: the old edition.
    pub old: EditionSide,
    /// 新版次: the new edition.
    pub new: EditionSide,
    /// 标识沿用情况: whether ids were kept; where they were regenerated, the editions are not comparable by id.
    pub ids: KeysKept,
    /// 编码沿用情况: whether codes were kept.
    pub codes: KeysKept,
    /// 汇总: how many items there are, and how many changes of each class.
    pub counts: ChangeCounts,
    /// 变化的事项: the items that changed, by kind and in the order of the old edition; added ones after them.
    pub items: Vec<ItemChange>,
    /// 其他记录的变化: what became of records that are no items, by id.
    pub records: Vec<RecordChange>,
    /// 未落实的调整记录: adjustments recorded since the old edition whose effect is not there.
    pub unmet: Vec<UnmetAdjustment>,
}

/// 版次: one of two editions.
///
/// ```
/// use qingdan::Catalog;
/// use qingdan::model::{Header, LicensingItem};
/// let mut old = Catalog::new(Header::new("2023年版".parse()?, "150625".parse()?));
/// old.licensing_items.insert(LicensingItem::new("water".parse()?, "取水许可".parse()?))?;
/// let new = Catalog::new(Header::new("2024年版".parse()?, "150625".parse()?));
/// let changes = qingdan::diff::diff(&old, &new);
/// assert_eq!((changes.old.title.as_str(), changes.old.items), ("2023年版", 1));
/// assert_eq!((changes.new.title.as_str(), changes.new.items), ("2024年版", 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct EditionSide {
    /// 标题: its title.
    pub title: Text,
    /// 行政区划代码: its division, as written.
    pub division: String,
    /// 层级: its level.
    pub level: Level,
    /// 版次: its edition, where it states one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edition: Option<CatalogEdition>,
    /// 有效事项数: its items in force.
    pub items: u64,
}

/// 对照两个版次: what changed from the old edition to the new one.
///
/// The work grows with the two editions, and not with their product.
///
/// ```
/// use qingdan::Catalog;
/// use qingdan::diff::{ChangeClass, diff};
/// use qingdan::model::{Header, LicensingItem};
/// let mut old = Catalog::new(Header::new("杭锦旗行政许可事项清单".parse()?, "150625".parse()?));
/// let mut new = old.clone();
/// old.licensing_items.insert(LicensingItem::new("water".parse()?, "取水许可".parse()?))?;
/// new.licensing_items.insert(LicensingItem::new("water".parse()?, "取水许可".parse()?))?;
/// new.licensing_items.insert(LicensingItem::new("mine".parse()?, "采矿许可".parse()?))?;
/// let changes = diff(&old, &new);
/// assert_eq!(changes.items[0].changes[0].class, ChangeClass::Added);
/// assert_eq!((changes.items.len(), changes.counts.unchanged), (1, 1));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn diff(old: &Catalog, new: &Catalog) -> Changes {
    let bodies = Bodies::of(old, new);
    let pairings: Vec<Pairing<'_>> = Item::KINDS.into_iter().map(|kind| Pairing::of(kind, old, new, &bodies)).collect();
    let of_all = |keys: fn(&Pairing<'_>) -> Keys| pairings.iter().map(keys).fold(Keys::default(), Keys::and).told();
    let (ids, codes) = (of_all(|pairing| pairing.ids), of_all(|pairing| pairing.codes));
    let delegated = Delegated::between(old, new, &bodies);
    let editions = Editions { old, new, bodies, pairings };
    let Became { mut items, kept, unchanged } = Became::of(&editions, &delegated);
    cover::write(&mut items, old, new);
    Changes {
        changes_version: CHANGES_VERSION.to_owned(),
        old: EditionSide::of(old),
        new: EditionSide::of(new),
        ids,
        codes,
        counts: ChangeCounts::of(&items, kept, unchanged),
        items,
        records: records::changed(old, new),
        unmet: replay::unmet(old, new, &delegated),
    }
}

impl EditionSide {
    fn of(catalog: &Catalog) -> Self {
        let header = &catalog.header;
        Self {
            title: header.title.clone(),
            division: header.division.text().to_owned(),
            level: header.level,
            edition: header.edition.clone(),
            items: u64::try_from(catalog.items().filter(|item| item.in_force()).count()).unwrap_or(u64::MAX),
        }
    }
}
