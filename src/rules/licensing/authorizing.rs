//! What lets a body that is no organ decide a license: a law that names it, or one that authorizes it.

use crate::law::rank::is_law_or_regulation;
use std::collections::{HashMap, HashSet};

use crate::codelist::{LegalRank, OrganizationKind};
use crate::facts::authorities::KnownAuthority;
use crate::facts::bodies::Body;
use crate::judged::Whole;
use crate::judged::basis::{Reach, reach_of};
use crate::law::facts::title_key;
use crate::rules::licensing::institution::is_institution;

/// Laws and regulations that name bodies which are no organs, and of which kinds those are: 动物卫生监督机构 (动物防疫法
/// §11), 植物检疫机构 (植物检疫条例 §3), 公路管理机构 (公路法 §8), 注册会计师协会 (注册会计师法 §9, from 2027-01-01 on
/// §11), 公安机关交通管理部门 (道路交通安全法 §5), 公安机关出入境管理机构 (出境入境管理法 §4, 护照法 §4).
const NAMING: [(&str, OrganizationKind); 7] = [
    ("动物防疫法", OrganizationKind::PublicInstitution),
    ("植物检疫条例", OrganizationKind::PublicInstitution),
    ("公路法", OrganizationKind::PublicInstitution),
    ("注册会计师法", OrganizationKind::Association),
    ("道路交通安全法", OrganizationKind::InternalUnit),
    ("出境入境管理法", OrganizationKind::InternalUnit),
    ("护照法", OrganizationKind::InternalUnit),
];

/// What an item cites, as far as it lets bodies decide.
#[derive(Debug, Default)]
pub(super) struct Authorizing {
    /// The titles of instruments.
    titles: HashSet<String>,
    /// The ranks of what the bodies cite for themselves, by their places in the item.
    of_body: HashMap<u32, Vec<Option<LegalRank>>>,
}

impl Authorizing {
    pub(super) fn of_item(whole: &Whole<'_>, item: u32) -> Self {
        let (facts, judged) = (&whole.facts.citations, whole.citations());
        let mut authorizing = Self::default();
        for cited in facts.of_item(item).iter().filter_map(|&number| facts.cited.get(number)) {
            let instrument = judged.instrument_of(cited);
            if let Some(at) = cited.list.element.filter(|_| cited.list.field.ends_with(".authorities.basis")) {
                authorizing.of_body.entry(at).or_default().push(instrument.and_then(|instrument| instrument.rank));
            }
            authorizing.titles.extend(instrument.map(|instrument| title_key(&instrument.title)));
        }
        authorizing
    }

    /// Whether a decision concentrates licenses in a body, a law names it, or the provisions by which it acts are of a law or
    /// regulation, or may be.
    pub(super) fn lets(&self, body: &Body, authority: &KnownAuthority) -> bool {
        let ranks = self.of_body.get(&u32::from(authority.at)).into_iter().flatten().copied();
        let is_authorized =
            authority.has_basis && matches!(reach_of(ranks, is_law_or_regulation), Reach::Suffices | Reach::Unknown);
        body.concentration.is_some() || is_authorized || self.names(body)
    }

    fn names(&self, body: &Body) -> bool {
        let kind = if is_institution(body) { OrganizationKind::PublicInstitution } else { body.kind };
        NAMING.iter().any(|(title, named)| *named == kind && self.titles.contains(*title))
    }
}
