//! Facts: the few bytes of each record that rules over the whole and statistics need, by subject.
//!
//! Facts are added record by record and owe nothing to order: a reference is settled when both ends are known. They hold
//! no conclusions: what is worked out once from the facts of a whole catalog is in `judged` and `figures`.

pub(crate) mod answers;
pub(crate) mod asked;
pub(crate) mod authorities;
pub(crate) mod bodies;
pub(crate) mod bundles;
pub(crate) mod cells;
pub(crate) mod citations;
pub(crate) mod codes;
pub(crate) mod columns;
pub(crate) mod dates;
pub(crate) mod delegations;
pub(crate) mod departments;
pub(crate) mod directories;
pub(crate) mod duties;
pub(crate) mod endings;
pub(crate) mod entrustments;
pub(crate) mod exemptions;
pub(crate) mod fees;
pub(crate) mod firsts;
pub(crate) mod forms;
pub(crate) mod grounds;
pub(crate) mod growth;
pub(crate) mod implementations;
pub(crate) mod imposed;
mod interner;
pub(crate) mod item_codes;
pub(crate) mod items;
pub(crate) mod license_versions;
pub(crate) mod licensed;
pub(crate) mod licenses;
pub(crate) mod limits;
pub(crate) mod links;
pub(crate) mod material_bases;
pub(crate) mod materials;
pub(crate) mod names;
pub(crate) mod obtainable;
pub(crate) mod offered;
pub(crate) mod parts;
pub(crate) mod placeholder;
pub(crate) mod published;
pub(crate) mod records;
pub(crate) mod services;
pub(crate) mod sources;
pub(crate) mod special_steps;
pub(crate) mod texts;
pub(crate) mod undecided;
pub(crate) mod unique_codes;
pub(crate) mod used_codes;
pub(crate) mod wording;

use citations::InstrumentFacts;
pub(crate) use interner::Interner;
use item_codes::ItemCodeAt;
use items::KnownItem;
pub(crate) use records::{KnownRecord, RecordFacts};

use crate::model::leaf::Leaf;
use crate::model::{Catalog, Id, Item, Kind, RecordRef};
use crate::place::Frame;

/// The frame of records that were read from no file.
const IN_MEMORY: Frame = Frame { start: 0, end: 0, position: 0 };

/// Whether a text of a record is a fact to others: few are, and it shows of each by itself.
pub(crate) fn is_noted(leaf: Leaf<'_>) -> bool {
    leaf.is_reference() || texts::is_noted(leaf) || cells::is_noted(leaf) || dates::impossible_date(leaf).is_some()
}

/// The facts of all records.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    pub(crate) records: RecordFacts,
    pub(crate) texts: texts::TextFacts,
    pub(crate) dates: dates::DateFacts,
    pub(crate) cells: cells::CellFacts,
    pub(crate) bodies: bodies::BodyFacts,
    pub(crate) items: items::ItemFacts,
    pub(crate) limits: limits::LimitFacts,
    pub(crate) codes: codes::CodeFacts,
    pub(crate) unique_codes: unique_codes::UniqueCodeFacts,
    pub(crate) used_codes: used_codes::UsedCodeFacts,
    pub(crate) forms: forms::FormFacts,
    pub(crate) citations: citations::CitationFacts,
    pub(crate) grounds: grounds::GroundFacts,
    pub(crate) names: names::NameFacts,
    pub(crate) authorities: authorities::AuthorityFacts,
    pub(crate) columns: columns::ColumnFacts,
    pub(crate) parts: parts::PartFacts,
    pub(crate) duties: duties::DutyFacts,
    pub(crate) wording: wording::WordingFacts,
    pub(crate) fees: fees::FeeFacts,
    pub(crate) delegations: delegations::DelegationFacts,
    pub(crate) entrustments: entrustments::EntrustmentFacts,
    pub(crate) departments: departments::DepartmentFacts,
    pub(crate) endings: endings::EndingFacts,
    pub(crate) sources: sources::SourceFacts,
    pub(crate) implementations: implementations::ImplementationFacts,
    pub(crate) exemptions: exemptions::ExemptionFacts,
    pub(crate) license_versions: license_versions::VersionFacts,
    pub(crate) directories: directories::DirectoryFacts,
    pub(crate) imposed: imposed::ImposedFacts,
    pub(crate) licenses: licenses::LicenseFacts,
    pub(crate) licensed: licensed::LicensedFacts,
    pub(crate) links: links::LinkFacts,
    pub(crate) material_bases: material_bases::MaterialBasisFacts,
    pub(crate) obtainable: obtainable::ObtainableFacts,
    pub(crate) bundles: bundles::BundleFacts,
    pub(crate) published: published::PublishedFacts,
    pub(crate) undecided: undecided::UndecidedFacts,
    pub(crate) asked: asked::AskedFacts,
    pub(crate) offered: offered::OfferedFacts,
}

impl Facts {
    /// The facts of a catalog in memory, but for what its texts are one by one.
    pub(crate) fn of(catalog: &Catalog) -> Self {
        let mut facts = Self::default();
        for record in catalog.records() {
            let ordinal = facts.begin(record, IN_MEMORY);
            let codes: Vec<ItemCodeAt> = Item::of(record).into_iter().flat_map(ItemCodeAt::of_item).collect();
            facts.end(ordinal, record, &codes);
        }
        facts
    }

    /// What is counted in a catalog, and nothing of its texts, codes and citations.
    pub(crate) fn counted(catalog: &Catalog) -> Self {
        let mut facts = Self::default();
        for record in catalog.records() {
            let ordinal = facts.records.add(record, IN_MEMORY);
            facts.add_counted(ordinal, record);
        }
        facts
    }

    /// What a catalog cites, with all articles, and with what is printed where that is asked for; nothing else of it.
    pub(crate) fn cited(catalog: &Catalog, printed: bool) -> Self {
        let mut facts = Self::default();
        facts.citations.keep_printed(printed);
        facts.citations.places.wanted = true;
        for record in catalog.records() {
            let ordinal = facts.records.add(record, IN_MEMORY);
            facts.citations.add(ordinal, record);
        }
        facts
    }

    /// The power of this id, where its record was read.
    pub(crate) fn power(&self, id: &str) -> Option<&KnownItem> {
        self.items.list(Kind::PowerItem)?.item(self.records.ordinal(Kind::PowerItem, id)?)
    }

    /// What the catalog says of the instrument of this id, where its record was read.
    pub(crate) fn instrument(&self, id: &str) -> Option<&InstrumentFacts> {
        self.citations.instruments.get(&self.records.ordinal(Kind::LegalInstrument, id)?)
    }

    /// Begins a record that was read; gives its ordinal. Its texts follow one by one.
    pub(crate) fn begin(&mut self, record: RecordRef<'_>, frame: Frame) -> u32 {
        self.cells.add_record(record);
        self.records.add(record, frame)
    }

    /// Adds what a text of a record is to others.
    pub(crate) fn add_leaf(&mut self, ordinal: u32, record: RecordRef<'_>, leaf: Leaf<'_>) {
        if let Some(kind) = record.kind_named_by(leaf) {
            self.records.add_reference(ordinal, kind, leaf);
            return;
        }
        self.add_text(ordinal, leaf);
        // The form of an id is shape.
        if !leaf.is_id() {
            self.texts.add(Some(ordinal), leaf);
        }
    }

    fn add_text(&mut self, ordinal: u32, leaf: Leaf<'_>) {
        // A cell with a date that does not exist is told for that.
        if !self.dates.add(ordinal, leaf) {
            self.cells.add(ordinal, leaf);
        }
    }

    /// Ends the record: adds what it says as a whole, and the codes that were met among its texts.
    pub(crate) fn end(&mut self, ordinal: u32, record: RecordRef<'_>, codes: &[ItemCodeAt]) {
        self.add_counted(ordinal, record);
        self.codes.add(ordinal, record, codes, &mut self.bodies);
        self.citations.add(ordinal, record);
        if let Some(item) = Item::of(record) {
            self.forms.add(ordinal, item.kind(), codes);
            self.endings.add_item(ordinal, item);
            if let Item::Service(service) = item {
                self.offered.add(ordinal, service, &mut self.bodies);
            }
            if item.in_force() {
                self.add_in_force(ordinal, item, codes);
            }
        } else {
            self.add_other(ordinal, record);
        }
    }

    /// Adds an item in force.
    fn add_in_force(&mut self, ordinal: u32, item: Item<'_>, codes: &[ItemCodeAt]) {
        self.unique_codes.add(ordinal, item, codes);
        self.used_codes.add(ordinal, codes);
        self.grounds.add(ordinal, item);
        self.names.add(ordinal, item);
        self.authorities.add(ordinal, item, &mut self.bodies);
        self.columns.add(ordinal, item);
        self.parts.add(ordinal, item);
        self.fees.add(ordinal, item);
        self.departments.add(ordinal, item, &mut self.bodies);
        self.licensed.add(ordinal, item, codes);
        self.material_bases.add(ordinal, item);
        self.obtainable.add_item(ordinal, item);
        self.asked.add(ordinal, item, codes);
        match item {
            Item::Licensing(_) => {}
            Item::Power(power) => {
                self.duties.add(ordinal, power);
                self.wording.add(ordinal, power, &mut self.bodies);
                self.undecided.add(ordinal, power, &mut self.bodies);
                self.imposed.add(ordinal, power);
            }
            Item::Service(service) => {
                self.sources.add(ordinal, service);
                self.implementations.add(ordinal, service);
                self.exemptions.add(ordinal, service, &mut self.licenses);
            }
        }
    }

    /// Adds a record that is no item.
    fn add_other(&mut self, ordinal: u32, record: RecordRef<'_>) {
        match record {
            RecordRef::DirectoryEntry(entry) => self.directories.add(ordinal, entry),
            RecordRef::LicenseType(license_type) => {
                self.licenses.add_type(ordinal, license_type);
                self.obtainable.add_type(license_type);
            }
            RecordRef::License(license) => {
                self.licenses.add_license(ordinal, license);
                self.license_versions.add(ordinal, license);
                self.obtainable.add_license(license);
            }
            RecordRef::LicenseLink(link) => self.obtainable.add_link(ordinal, link),
            RecordRef::Delegation(delegation) => self.entrustments.add(ordinal, delegation, &mut self.bodies),
            RecordRef::Adjustment(change) => self.endings.add_change(ordinal, change),
            _ => {}
        }
    }

    /// Adds what is counted in a record.
    fn add_counted(&mut self, ordinal: u32, record: RecordRef<'_>) {
        match record {
            RecordRef::Organization(body) => self.bodies.add(ordinal, body, &self.records),
            RecordRef::Delegation(delegation) => self.delegations.add(ordinal, delegation, &mut self.bodies),
            RecordRef::License(license) => self.licenses.add_seal(license, &mut self.bodies),
            RecordRef::LicenseLink(link) => self.links.add(ordinal, link, &mut self.licenses),
            RecordRef::Bundle(bundle) => self.bundles.add(bundle, &mut self.bodies),
            RecordRef::PublishedFigure(figure) => self.published.add(ordinal, figure),
            _ => {
                let Some(item) = Item::of(record) else { return };
                let is_counted = self.items.add(ordinal, item, &mut self.bodies);
                if let Item::Service(service) = item
                    && is_counted
                {
                    self.limits.add(ordinal, service);
                }
            }
        }
    }

    /// Forgets what only the next record could need, as all are known: rules over the whole need room themselves.
    pub(crate) fn all_are_known(&mut self) {
        self.wording.forget_singles();
    }

    /// Adds a record that could not be read, so that references to it do not dangle; gives its ordinal.
    pub(crate) fn add_unread(&mut self, kind: Kind, id: Option<&Id>, frame: Frame) -> u32 {
        self.records.add_unread(kind, id, frame)
    }

    /// Counts a record of which nothing is known.
    pub(crate) fn add_lost(&mut self) {
        self.records.add_lost();
    }
}
