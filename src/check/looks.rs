//! The table of looks: each rule under what it is called for, so that it costs nothing elsewhere.

use crate::code::CodeScheme;
use crate::facts::item_codes::ItemCodeAt;
use crate::finding::RuleCode;
use crate::judged::Whole;
use crate::model::leaf::{Leaf, LeafName};
use crate::model::{Item, Kind, RecordRef};
use crate::rule::{
    CatalogLook, CitationLook, Drafts, Findings, ItemLook, ItemSeen, Look, RecordLook, Rule, Scope, TextLook,
};

/// A rule and one way in which it looks.
type Of<L> = Vec<(&'static Rule, L)>;

/// The looks of all rules that run.
#[derive(Debug, Default)]
pub(super) struct Looks {
    texts: Of<TextLook>,
    /// Each under the name of its field.
    fields: Vec<(&'static str, Of<TextLook>)>,
    codes: [Of<TextLook>; CodeScheme::ALL.len()],
    dates: Of<TextLook>,
    references: [Of<TextLook>; Kind::ALL.len()],
    citations: Of<CitationLook>,
    items: [Of<ItemLook>; Kind::ALL.len()],
    records: [Of<RecordLook>; Kind::ALL.len()],
    catalog: Of<CatalogLook>,
}

impl Looks {
    /// Takes up a rule that runs.
    pub(super) fn add(&mut self, rule: &'static Rule, scope: &Scope<'_>) {
        for look in rule.looks {
            match *look {
                Look::Reading => {}
                Look::Text(look) => self.texts.push((rule, look)),
                Look::Field(name, look) => match self.fields.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, looks)) => looks.push((rule, look)),
                    None => self.fields.push((name, vec![(rule, look)])),
                },
                Look::Code(schemes, look) => {
                    for scheme in schemes {
                        if let Some(looks) = self.codes.get_mut(*scheme as usize) {
                            looks.push((rule, look));
                        }
                    }
                }
                Look::Date(look) => self.dates.push((rule, look)),
                Look::Reference(kind, look) => add(&mut self.references, kind, rule, look),
                Look::Citation(look) => self.citations.push((rule, look)),
                Look::Item(look) => {
                    let reads = |kind: Kind| rule.reads.is_empty() || rule.groups_of(kind).next().is_some();
                    for kind in Item::KINDS.into_iter().filter(|&kind| reads(kind) && !rule.lacks(kind, scope)) {
                        add(&mut self.items, kind, rule, look);
                    }
                }
                // A rule may read one kind beside another that it looks at.
                Look::Record(look) if rule.lacks(look.kind(), scope) => {}
                Look::Record(look) => add(&mut self.records, look.kind(), rule, look),
                Look::Catalog(look) => self.catalog.push((rule, look)),
            }
        }
    }

    /// Shows a text, which is no id and no placeholder.
    pub(super) fn at_text(&self, scope: &Scope<'_>, ordinal: Option<u32>, leaf: Leaf<'_>, drafts: &mut Drafts) {
        let mut show = |looks: &Of<TextLook>| {
            for (rule, look) in looks {
                look(scope, leaf, &mut Findings::new(rule, ordinal, drafts));
            }
        };
        show(&self.texts);
        let field = leaf.path.field();
        if let Some((_, looks)) = self.fields.iter().find(|(name, _)| *name == field) {
            show(looks);
        }
        match leaf.name {
            LeafName::Date => show(&self.dates),
            LeafName::Code(scheme) => {
                if let Some(looks) = self.codes.get(scheme as usize) {
                    show(looks);
                }
            }
            _ => {}
        }
    }

    /// Shows a reference to a record of this kind.
    pub(super) fn at_reference(
        &self,
        scope: &Scope<'_>,
        ordinal: u32,
        kind: Kind,
        leaf: Leaf<'_>,
        drafts: &mut Drafts,
    ) {
        for (rule, look) in self.references.get(kind.index()).into_iter().flatten() {
            look(scope, leaf, &mut Findings::new(rule, Some(ordinal), drafts));
        }
    }

    /// Shows a record: its citations, the item that it is, and itself.
    pub(super) fn at_record(
        &self,
        scope: &Scope<'_>,
        ordinal: u32,
        record: RecordRef<'_>,
        codes: &[ItemCodeAt],
        drafts: &mut Drafts,
    ) {
        if !self.citations.is_empty() {
            for place in record.citations() {
                for (rule, look) in &self.citations {
                    look(scope, &place, &mut Findings::new(rule, Some(ordinal), drafts));
                }
            }
        }
        if let Some(item) = Item::of(record) {
            for (rule, look) in self.items.get(record.kind().index()).into_iter().flatten() {
                look(scope, ItemSeen::new(item, codes), &mut Findings::new(rule, Some(ordinal), drafts));
            }
        }
        for (rule, look) in self.records.get(record.kind().index()).into_iter().flatten() {
            look.at(scope, record, &mut Findings::new(rule, Some(ordinal), drafts));
        }
    }

    /// Shows the whole catalog; gives for each rule what it hands over besides findings.
    pub(super) fn at_whole(
        &self,
        scope: &Scope<'_>,
        whole: &Whole<'_>,
        drafts: &mut Drafts,
        mut told: impl FnMut(RuleCode, Findings<'_>),
    ) {
        for (rule, look) in &self.catalog {
            let mut findings = Findings::new(rule, None, drafts);
            look(scope, whole, &mut findings);
            told(rule.code, findings);
        }
    }

    /// The rules that look at the whole.
    pub(super) fn of_whole(&self) -> impl Iterator<Item = &'static Rule> + '_ {
        self.catalog.iter().map(|(rule, _)| *rule)
    }
}

fn add<L>(looks: &mut [Of<L>], kind: Kind, rule: &'static Rule, look: L) {
    if let Some(looks) = looks.get_mut(kind.index()) {
        looks.push((rule, look));
    }
}
