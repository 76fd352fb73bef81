//! Statistics of what is cited: licenses by the rank of what sets them, and provisions. They are counted for those who ask
//! for figures, not when a catalog is checked.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::definition::Definition;
use super::recount::Held;
use super::statistic::{CountOf, Dimension, Group, Statistic};
use crate::codelist::{CountingUnit, ItemLevel, ItemStatus, LegalRank};
use crate::law::citation::read_each;
use crate::law::facts::{Instrument, LawFacts, title_key};
use crate::model::{Catalog, Citation, Kind, LegalInstrument, LicensingItem, Record as _, Records};

/// How a group of licenses is called of whose bases no rank is known.
const UNKNOWN: (&str, &str) = ("unknown", "未知");

/// Licenses in use, each once, by the highest rank of what sets them.
pub(super) fn licenses_by_rank(catalog: &Catalog, held: &Held<'_>) -> Vec<Statistic> {
    if catalog.licensing_items.is_empty() || held.lacks.iter().any(|path| path.includes("licensing_items.set_by")) {
        return Vec::new();
    }
    let items = &catalog.licensing_items;
    let in_use = || items.iter().filter(|item| matches!(item.status, None | Some(ItemStatus::InUse)));
    let parent_of = |item: &LicensingItem| items.get(item.parent.as_ref()?.id().as_str());
    let with_sub_items: HashSet<&str> = in_use()
        .filter(|item| item.item_level == ItemLevel::Sub)
        .filter_map(|item| item.parent.as_ref().map(|parent| parent.id().as_str()))
        .collect();
    let has_implementation_list = |item: &&LicensingItem| match item.item_level {
        ItemLevel::Main => !with_sub_items.contains(item.id().as_str()),
        ItemLevel::Sub => true,
        ItemLevel::Business => false,
    };
    let mut ranks = Ranks::new(&catalog.legal_instruments);
    let mut groups: BTreeMap<(bool, u8), (Basis, u64)> = BTreeMap::new();
    for item in in_use().filter(has_implementation_list) {
        // A sub-item without bases of its own has those of its main item.
        let own = Some(item).filter(|item| !item.set_by.is_empty()).or_else(|| parent_of(item));
        let basis = ranks.best(own.map_or(&[], |item| item.set_by.as_slice()));
        let (_, number) = groups.entry(basis.order()).or_insert((basis, 0));
        *number = number.saturating_add(1);
    }
    let counts = CountOf::new(Kind::LicensingItem, CountingUnit::ImplementationItem);
    let of_group = |(basis, number): (Basis, u64)| statistic(Definition::Items, counts, Some(basis.group()), number);
    groups.into_values().map(of_group).collect()
}

/// What is known of the rank of the bases of a license.
#[derive(Debug, Clone, Copy)]
enum Basis {
    /// The highest rank of an instrument that is held, or that the catalog describes.
    Known(LegalRank),
    /// None is held; the highest rank stated.
    Stated(LegalRank),
    Unknown,
}

impl Basis {
    /// The order of the groups: known ranks before stated ones, high before low.
    fn order(self) -> (bool, u8) {
        match self {
            Self::Known(rank) => (false, depth(rank)),
            Self::Unknown => (false, u8::MAX),
            Self::Stated(rank) => (true, depth(rank)),
        }
    }

    fn group(self) -> Group {
        let (by, (key, title)) = match self {
            Self::Known(rank) => (Dimension::BasisRank, (rank.as_str(), rank.title_zh())),
            Self::Stated(rank) => (Dimension::BasisRankStated, (rank.as_str(), rank.title_zh())),
            Self::Unknown => (Dimension::BasisRank, UNKNOWN),
        };
        Group { by, key: key.to_owned(), title: title.to_owned() }
    }
}

/// How far below the highest a rank stands; a tag that leaves open which of two it is counts as the lower of them.
fn depth(rank: LegalRank) -> u8 {
    match rank {
        LegalRank::Constitution => 0,
        LegalRank::Law => 1,
        LegalRank::AdministrativeRegulation => 2,
        LegalRank::StateCouncilDecision => 3,
        LegalRank::LocalRegulation => 4,
        LegalRank::AutonomousRegulation => 5,
        LegalRank::SpecialZoneRegulation => 6,
        LegalRank::Regulation => 7,
        LegalRank::DepartmentalRule => 8,
        LegalRank::ProvincialRule => 9,
        LegalRank::MunicipalRule => 10,
        LegalRank::Rule => 11,
        LegalRank::NormativeDocument => 12,
        LegalRank::PartyRegulation => 13,
        LegalRank::StaffingDocument => 14,
        LegalRank::Standard => 15,
    }
}

/// The ranks of the instruments that are cited, each looked up once.
struct Ranks<'a> {
    records: &'a Records<LegalInstrument>,
    described: LawFacts,
    known: HashMap<String, Option<LegalRank>>,
}

impl<'a> Ranks<'a> {
    fn new(records: &'a Records<LegalInstrument>) -> Self {
        Self { records, described: LawFacts::of(records), known: HashMap::new() }
    }

    fn best(&mut self, bases: &[Citation]) -> Basis {
        let (mut known, mut stated) = (None, None);
        let higher =
            |a: Option<LegalRank>, b: Option<LegalRank>| a.into_iter().chain(b).min_by_key(|&rank| depth(rank));
        for basis in bases {
            see(basis, &mut |cited| {
                let title = self.title(cited);
                known = higher(known, title.as_deref().and_then(|title| self.of_title(title)));
                stated = higher(stated, cited.rank);
            });
            stated = higher(stated, basis.rank);
        }
        match (known, stated) {
            (Some(rank), _) => Basis::Known(rank),
            (None, Some(rank)) => Basis::Stated(rank),
            (None, None) => Basis::Unknown,
        }
    }

    /// The title of the instrument that a citation names.
    fn title(&self, citation: &Citation) -> Option<String> {
        let record = citation.instrument.as_ref().and_then(|record| self.records.get(record.id().as_str()));
        let title = record.map(|record| &record.title).or(citation.title.as_ref())?;
        Some(title.as_str().to_owned())
    }

    /// The rank of an instrument: as held, else as the catalog describes it.
    fn of_title(&mut self, title: &str) -> Option<LegalRank> {
        if let Some(&known) = self.known.get(title) {
            return known;
        }
        let rank = [LawFacts::known(), &self.described].into_iter().find_map(|facts| newest(facts.instrument(title)?));
        self.known.insert(title.to_owned(), rank);
        rank
    }
}

/// The rank of the newest edition: ranks of titles hardly ever change, and no day is asked for.
fn newest(instrument: Instrument<'_>) -> Option<LegalRank> {
    instrument.editions().max_by_key(|edition| edition.order()).map(|edition| edition.rank)
}

/// Shows a citation, or those that its text makes where nobody has taken it apart.
fn see(citation: &Citation, each: &mut dyn FnMut(&Citation)) {
    let text = citation.text.as_ref().filter(|_| citation.instrument.is_none() && citation.title.is_none());
    match text {
        Some(text) => read_each(text.as_str(), &mut |read| each(&read.citation)),
        None => each(citation),
    }
}

/// Provisions cited by the lists of items in use: as often as they are cited, and each once.
pub(super) fn provisions(catalog: &Catalog, held: &Held<'_>) -> Vec<Statistic> {
    let in_use = |status: Option<ItemStatus>| matches!(status, None | Some(ItemStatus::InUse));
    let licensing = catalog.licensing_items.iter().filter(|item| in_use(item.status));
    let powers = catalog.power_items.iter().filter(|item| in_use(item.status));
    let services = catalog.service_items.iter().filter(|item| in_use(item.status));
    let licensing = licensing.flat_map(|item| item.set_by.iter().chain(&item.implemented_under));
    let lists: [(Kind, &str, Box<dyn Iterator<Item = &Citation> + '_>); 3] = [
        (Kind::LicensingItem, "licensing_items.set_by", Box::new(licensing)),
        (Kind::PowerItem, "power_items.basis", Box::new(powers.flat_map(|item| &item.basis))),
        (Kind::ServiceItem, "service_items.basis", Box::new(services.flat_map(|item| &item.basis))),
    ];
    let mut statistics = Vec::new();
    for (kind, field, citations) in lists {
        if catalog.len_of(kind) == 0 || held.lacks.iter().any(|path| path.includes(field)) {
            continue;
        }
        let (mut all, mut distinct) = (0_u64, HashSet::new());
        let mut keys: HashMap<String, usize> = HashMap::new();
        for citation in citations {
            see(citation, &mut |cited| {
                let record = cited.instrument.as_ref();
                let record = record.and_then(|record| catalog.legal_instruments.get(record.id().as_str()));
                let Some(title) = record.map(|record| &record.title).or(cited.title.as_ref()) else { return };
                let places = cited.articles.iter().map(ToString::to_string);
                let number = keys.len();
                let title = *keys.entry(title_key(title.as_str())).or_insert(number);
                for place in places.chain(cited.clauses.iter().map(ToString::to_string)) {
                    all = all.saturating_add(1);
                    distinct.insert((title, place));
                }
            });
        }
        let counts = CountOf::new(kind, CountingUnit::Provision);
        let number = u64::try_from(distinct.len()).unwrap_or(u64::MAX);
        statistics.push(statistic(Definition::Cited, counts, None, all));
        statistics.push(statistic(Definition::CitedDistinct, counts, None, number));
    }
    statistics
}

fn statistic(definition: Definition, counts: CountOf, group: Option<Group>, number: u64) -> Statistic {
    Statistic {
        definition,
        counts,
        time_unit: None,
        group,
        numerator: Some(number),
        denominator: None,
        percent: None,
        unstated: 0,
    }
}
