//! The table of looks: each rule under what it is called for, so that it costs nothing elsewhere.

use crate::code::CodeScheme;
use crate::facts::item_codes::ItemCodeAt;
use crate::finding::RuleCode;
use crate::judged::{AmongAll, Whole};
use crate::model::leaf::{Leaf, LeafName};
use crate::model::{AnyRecord, Item, Kind, RecordRef};
use crate::rule::{
    CatalogLook, CitationLook, Drafts, Findings, ItemLook, ItemSeen, KeepsItem, KeptItemLook, KeptLook, Look,
    RecordLook, Rule, Scope, TextLook,
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
    /// At items and records that are kept until all are known.
    kept_items: [Of<(KeepsItem, KeptItemLook)>; Kind::ALL.len()],
    kept: [Of<KeptLook>; Kind::ALL.len()],
    catalog: Of<CatalogLook>,
}

impl Looks {
    /// Takes up a rule that runs.
    pub(super) fn add(&mut self, rule: &'static Rule, scope: &Scope<'_>) {
        for look in rule.looks {
            match *look {
                Look::Reading | Look::Upkeep => {}
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
                    for kind in item_kinds(rule, scope) {
                        add(&mut self.items, kind, rule, look);
                    }
                }
                Look::KeptItem(keeps, look) => {
                    for kind in item_kinds(rule, scope) {
                        add(&mut self.kept_items, kind, rule, (keeps, look));
                    }
                }
                // A rule may read one kind beside another that it looks at.
                Look::Record(look) if rule.lacks(look.kind(), scope) => {}
                Look::Record(look) => add(&mut self.records, look.kind(), rule, look),
                Look::Kept(look) if rule.lacks(look.kind(), scope) => {}
                Look::Kept(look) => add(&mut self.kept, look.kind(), rule, look),
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

    /// Whether a rule wants to see a record again when all are known.
    pub(super) fn keeps(&self, scope: &Scope<'_>, record: RecordRef<'_>) -> bool {
        let of_items = self.kept_items.get(record.kind().index()).into_iter().flatten();
        let of_kind = self.kept.get(record.kind().index()).into_iter().flatten();
        let item = Item::of(record);
        item.is_some_and(|item| of_items.into_iter().any(|(_, (keeps, _))| keeps(scope, item)))
            || of_kind.into_iter().any(|(_, look)| look.keeps(scope, record))
    }

    /// Shows the records that were kept, to the rules that wanted them, and the whole catalog; gives for each rule what it
    /// hands over besides findings.
    pub(super) fn at_whole(
        &self,
        scope: &Scope<'_>,
        (whole, kept): (&Whole<'_>, &[(u32, AnyRecord)]),
        drafts: &mut Drafts,
        mut told: impl FnMut(RuleCode, Findings<'_>),
    ) {
        for (ordinal, record) in kept {
            let (record, all) = (record.as_ref(), AmongAll::new(whole, *ordinal));
            let kind = record.kind().index();
            if let Some(item) = Item::of(record) {
                let of_items = self.kept_items.get(kind).into_iter().flatten();
                for (rule, (_, look)) in of_items.filter(|(_, (keeps, _))| keeps(scope, item)) {
                    let mut findings = Findings::new(rule, Some(*ordinal), drafts);
                    look(scope, &all, item, &mut findings);
                    told(rule.code, findings);
                }
            }
            let of_kind = self.kept.get(kind).into_iter().flatten();
            for (rule, look) in of_kind.filter(|(_, look)| look.keeps(scope, record)) {
                let mut findings = Findings::new(rule, Some(*ordinal), drafts);
                look.at(scope, &all, record, &mut findings);
                told(rule.code, findings);
            }
        }
        for (rule, look) in &self.catalog {
            let mut findings = Findings::new(rule, None, drafts);
            look(scope, whole, &mut findings);
            told(rule.code, findings);
        }
    }

    /// The rules that look at the whole, or at records among all others; each once.
    pub(super) fn of_whole(&self) -> Vec<&'static Rule> {
        let of_items = self.kept_items.iter().flatten().map(|(rule, _)| *rule);
        let of_kind = self.kept.iter().flatten().map(|(rule, _)| *rule);
        let all = self.catalog.iter().map(|(rule, _)| *rule).chain(of_items).chain(of_kind);
        let mut rules: Vec<&'static Rule> = all.collect();
        rules.sort_by_key(|rule| rule.code);
        rules.dedup_by_key(|rule| rule.code);
        rules
    }
}

/// The lists of items of which a rule reads something that the source holds.
fn item_kinds(rule: &'static Rule, scope: &Scope<'_>) -> impl Iterator<Item = Kind> {
    let reads = |kind: Kind| rule.reads.is_empty() || rule.groups_of(kind).next().is_some();
    Item::KINDS.into_iter().filter(move |&kind| reads(kind) && !rule.lacks(kind, scope))
}

fn add<L>(looks: &mut [Of<L>], kind: Kind, rule: &'static Rule, look: L) {
    if let Some(looks) = looks.get_mut(kind.index()) {
        looks.push((rule, look));
    }
}
