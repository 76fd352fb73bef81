//! What changed between two editions, for people: as text, as Markdown, and as a page.
//!
//! Every item stands once, in its list: what was added, cancelled, devolved, taken back, merged or split, and then what
//! changed and was kept, with all its changes. What changed in words alone is counted, and shown to those who ask.

#[cfg(feature = "html")]
mod html;
#[cfg(feature = "human")]
mod markdown;
mod phrases;
mod sums;
#[cfg(feature = "human")]
mod text;
mod words;

use crate::diff::{
    Change, ChangeClass, Changes, Confidence, EditionSide, Effect, ItemChange, ItemKey, KeysKept, RecordChange,
    RecordChangeKind, UnmetAdjustment,
};
use crate::lang::Lang;
use crate::model::{Catalog, Id, Kind};
use crate::writer::say;
use phrases::{capitalized, dated, day_of, doubted, kept, matched_by, unmet_in_english};
use sums::{Block, MOVES, class_title, moved};
use words::{FieldWords, Names, Side, cut};

#[cfg(feature = "html")]
pub use html::write_html;
#[cfg(feature = "human")]
pub use markdown::write_markdown;
#[cfg(feature = "human")]
pub use text::write_text;

/// 选项: how a comparison for people looks.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct ChangeOptions<'a> {
    /// The language.
    pub lang: Lang,
    /// Whether changes in words alone are shown; else they are only counted.
    pub editorial: bool,
    /// The editions, old and new, by which references to bodies and other records are shown with names; without them
    /// with ids.
    pub editions: Option<(&'a Catalog, &'a Catalog)>,
}

impl ChangeOptions<'_> {
    /// What the default is, in a language: changes in words alone are counted only.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self { lang, ..Self::default() }
    }
}

/// A comparison as it is told: what all writers say, in the words of a language. Nothing is sanitized yet.
struct Told<'a> {
    changes: &'a Changes,
    options: ChangeOptions<'a>,
    names: Names<'a>,
}

/// A part of a list: items that moved in one way, or those that changed.
struct Group<'a> {
    heading: String,
    items: Vec<&'a ItemChange>,
}

/// An item in words.
struct ItemTold {
    name: String,
    code: Option<String>,
    /// How sure it is that both sides are one item, where it is not certain.
    doubt: Option<String>,
    changes: Vec<ChangeTold>,
}

/// A change in words.
struct ChangeTold {
    class: String,
    /// What it means for an applicant, where it means anything.
    effect: Option<(Effect, String)>,
    /// The adjustments that record it.
    adjustments: String,
    /// Whether an adjustment ought to record it, and none does.
    is_due: bool,
    fields: Vec<FieldWords>,
}

impl ChangeTold {
    /// By what it is recorded, as a clause.
    #[cfg(feature = "human")]
    fn recorded(&self, lang: Lang) -> Option<String> {
        match (self.adjustments.is_empty(), self.is_due) {
            (false, _) => Some(format!("{}{}", say(lang, "调整记录：", "adjustment: "), self.adjustments)),
            (true, true) => Some(say(lang, "无调整记录", "no adjustment records it").to_owned()),
            (true, false) => None,
        }
    }
}

impl<'a> Told<'a> {
    fn new(changes: &'a Changes, options: ChangeOptions<'a>) -> Self {
        Self { changes, options, names: Names::of(changes, options.editions) }
    }

    fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        say(self.options.lang, zh, en)
    }

    fn heading(&self) -> &'static str {
        self.say("清单版次对照", "Comparison of two editions")
    }

    /// Both editions, each with what it is called and what is known of it.
    fn sides(&self) -> [(&'static str, String); 2] {
        let (old, new) = (self.say("旧版次", "Old edition"), self.say("新版次", "New edition"));
        [(old, self.side(&self.changes.old)), (new, self.side(&self.changes.new))]
    }

    fn side(&self, side: &EditionSide) -> String {
        let lang = self.options.lang;
        let mut told = vec![cut(side.title.as_str())];
        match &side.edition {
            Some(edition) => {
                told.push(cut(edition.label.as_str()));
                told.extend(edition.issued_on.as_ref().map(|day| dated(day, ("发布", "issued"), lang)));
                told.extend(edition.effective_on.as_ref().map(|day| dated(day, ("起施行", "effective"), lang)));
            }
            None => told.push(self.say("未写明版次", "edition not stated").to_owned()),
        }
        told.push(match lang {
            Lang::Zh => format!("有效事项{}项", side.items),
            Lang::En => format!("items in force: {}", side.items),
        });
        told.join(self.say("，", ", "))
    }

    /// By which keys the editions can be compared, and what speaks against their being two editions of one catalog.
    fn comparable(&self) -> Vec<String> {
        let (lang, changes) = (self.options.lang, self.changes);
        let (ids, codes) = (self.say("标识", "ids"), self.say("编码", "codes"));
        let is_whole = changes.ids == KeysKept::Kept && changes.codes == KeysKept::Kept;
        let mut told = vec![if is_whole {
            self.say("标识、编码均沿用，可以按标识、编码对照", "Ids and codes were kept: comparable by both").to_owned()
        } else {
            let usable = |kept: KeysKept| matches!(kept, KeysKept::Kept | KeysKept::Partly);
            let mut by = Vec::new();
            by.extend(usable(changes.codes).then_some(codes));
            by.extend(usable(changes.ids).then_some(ids));
            by.push(self.say("名称", "names"));
            let by = by.join(self.say("、", ", "));
            let told = [kept(ids, changes.ids, lang), kept(codes, changes.codes, lang)].join(self.say("；", "; "));
            match lang {
                Lang::Zh => format!("{told}；已按{by}对照"),
                Lang::En => {
                    let mut letters = told.chars();
                    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
                    format!("{first}{}; compared by {by}", letters.as_str())
                }
            }
        }];
        let (old, new) = (&changes.old, &changes.new);
        if old.division != new.division || old.level != new.level {
            let differ = "两个版次的行政区划代码或者层级不同，请核对是否为同一目录的两个版次";
            told.push(
                self.say(differ, "Divisions or levels differ: these may not be two editions of one catalog").to_owned(),
            );
        }
        if day_of(old).zip(day_of(new)).is_some_and(|(old, new)| old > new) {
            let reversed = "旧版次的日期晚于新版次，请核对先后次序";
            told.push(self.say(reversed, "The old edition is dated after the new one: look at their order").to_owned());
        }
        told
    }

    fn blocks(&self) -> Vec<Block> {
        sums::blocks(self.changes, self.options.lang)
    }

    /// What is said where nothing is listed, and how much is counted only.
    fn remarks(&self) -> Vec<String> {
        let lang = self.options.lang;
        let shown = self.lists().next().is_some() || self.records().next().is_some();
        let hidden = if self.options.editorial { 0 } else { self.hidden() };
        let mut told = Vec::new();
        if !shown {
            told.push(match (hidden, lang) {
                (0, _) => self.say("两个版次没有差别", "The editions do not differ").to_owned(),
                _ => self.say("除文字性修改外没有差别", "The editions differ in words alone").to_owned(),
            });
        }
        match (hidden, lang) {
            (0, _) => {}
            (_, Lang::Zh) => told.push(format!("另有文字性修改{hidden}项，未列出（--all 列出）")),
            (_, Lang::En) => told.push(format!("Changes in words alone, not listed here (--all lists them): {hidden}")),
        }
        told
    }

    /// How many items have changes in words alone, which are not shown.
    fn hidden(&self) -> usize {
        let is_editorial =
            |item: &&ItemChange| item.changes.iter().any(|change| change.class == ChangeClass::Editorial);
        self.changes.items.iter().filter(is_editorial).count()
    }

    fn shows(&self, change: &Change) -> bool {
        self.options.editorial || change.class != ChangeClass::Editorial
    }

    /// The lists with their groups; what has nothing to show is left out.
    fn lists(&self) -> impl Iterator<Item = (String, Vec<Group<'a>>)> {
        Kind::ALL.iter().filter_map(|&kind| {
            let of_kind: Vec<&ItemChange> = self
                .changes
                .items
                .iter()
                .filter(|item| item.kind == kind && item.changes.iter().any(|change| self.shows(change)))
                .collect();
            if of_kind.is_empty() {
                return None;
            }
            let moves = MOVES.into_iter().map(|class| (Some(class), class_title(class, self.options.lang)));
            let groups = moves.chain([(None, self.say("变更", "Changed").to_owned())]).filter_map(|(class, title)| {
                let items: Vec<&ItemChange> = of_kind.iter().copied().filter(|item| moved(item) == class).collect();
                let number = items.len();
                let heading = match self.options.lang {
                    Lang::Zh => format!("{title}（{number}项）"),
                    Lang::En => format!("{title} ({number})"),
                };
                (number > 0).then_some(Group { heading, items })
            });
            Some((self.kind(kind), groups.collect()))
        })
    }

    fn kind(&self, kind: Kind) -> String {
        match self.options.lang {
            Lang::Zh => kind.title_zh().to_owned(),
            Lang::En => capitalized(kind.array()),
        }
    }

    fn item(&self, item: &ItemChange) -> ItemTold {
        let name = |key: &ItemKey| cut(key.name.as_str());
        let code = |key: &ItemKey| key.code.as_deref().map(cut);
        let lang = self.options.lang;
        let changes = item.changes.iter().filter(|change| self.shows(change));
        ItemTold {
            name: self.sides_of(item, |key| Some(name(key))).unwrap_or_default(),
            code: self.sides_of(item, code),
            doubt: item.confidence.filter(|confidence| *confidence != Confidence::Certain).map(|confidence| {
                let by = item.matched_by.map_or_else(String::new, |by| matched_by(by, lang).to_owned());
                doubted(confidence, &by, lang)
            }),
            changes: changes.map(|change| self.change(item.kind, change)).collect(),
        }
    }

    /// What both sides of an item say of themselves: once where they say the same.
    fn sides_of(&self, item: &ItemChange, say: impl Fn(&ItemKey) -> Option<String>) -> Option<String> {
        let joined = |keys: &[ItemKey]| {
            let said: Vec<String> = keys.iter().filter_map(&say).collect();
            (!said.is_empty()).then(|| said.join(self.say("、", ", ")))
        };
        match (joined(&item.old), joined(&item.new)) {
            (Some(old), Some(new)) if old != new => Some(format!("{old} → {new}")),
            (old, new) => new.or(old),
        }
    }

    fn change(&self, kind: Kind, change: &Change) -> ChangeTold {
        let lang = self.options.lang;
        let effect = match (lang, change.effect) {
            (_, Effect::Neutral) => None,
            (Lang::Zh, Effect::NotTold) => Some("影响不能判断".to_owned()),
            (Lang::Zh, effect) => Some(effect.title_zh().to_owned()),
            (Lang::En, Effect::NotTold) => Some("effect not told".to_owned()),
            (Lang::En, effect) => Some(effect.as_str().to_owned()),
        };
        let adjustments = change.adjustments.iter().map(|id| self.adjustment(id)).collect::<Vec<_>>();
        let fields = change.fields.iter().map(|field| words::field(kind, field, &self.names, lang));
        ChangeTold {
            class: class_title(change.class, lang),
            effect: effect.map(|words| (change.effect, words)),
            adjustments: adjustments.join(self.say("、", ", ")),
            is_due: change.is_unrecorded(),
            fields: fields.collect(),
        }
    }

    /// An adjustment by its name, where it has one.
    fn adjustment(&self, id: &Id) -> String {
        let name = self.names.name(Side::New, Kind::Adjustment, id.as_str());
        name.map_or_else(
            || id.to_string(),
            |name| format!("{}{}{id}{}", cut(name), self.say("（", " ("), self.say("）", ")")),
        )
    }

    /// Records that are no items, by kind and by what became of them, each as a line.
    fn records(&self) -> impl Iterator<Item = (String, Vec<String>)> {
        let kinds = Kind::ALL.iter().flat_map(|&kind| RecordChangeKind::ALL.iter().map(move |&change| (kind, change)));
        kinds.filter_map(move |(kind, change)| {
            let of_both = self.changes.records.iter().filter(|record| record.kind == kind && record.change == change);
            let lines: Vec<String> = of_both.map(|record| self.record(record)).collect();
            let number = lines.len();
            let kind = self.kind(kind);
            let heading = match self.options.lang {
                Lang::Zh => format!("{kind}：{}{number}条", change.title_zh()),
                Lang::En => format!("{kind}: {number} {change}"),
            };
            (number > 0).then_some((heading, lines))
        })
    }

    fn record(&self, record: &RecordChange) -> String {
        let lang = self.options.lang;
        let id = record.id.as_str();
        let (open, close) = (self.say("（", " ("), self.say("）", ")"));
        let called = record
            .name
            .as_ref()
            .map_or_else(|| id.to_owned(), |name| format!("{}{open}{id}{close}", cut(name.as_str())));
        if record.fields.is_empty() {
            return called;
        }
        let fields: Vec<String> = record.fields.iter().map(|field| words::member(record.kind, field, lang)).collect();
        format!("{called}{}{}", self.say("：", ": "), cut(&fields.join(self.say("、", ", "))))
    }

    /// Adjustments whose effect is not there, each as a line.
    fn unmet(&self) -> Vec<String> {
        let one = |unmet: &UnmetAdjustment| {
            let names =
                unmet.items.iter().map(|id| self.names.of_item(id.as_str()).map_or_else(|| id.to_string(), cut));
            let names = names.collect::<Vec<_>>().join(self.say("、", ", "));
            let (id, operation) = (self.adjustment(&unmet.adjustment), unmet.operation);
            match self.options.lang {
                Lang::Zh => format!("{id}（{}）：{}：{names}", operation.title_zh(), unmet.cause.title_zh()),
                Lang::En => {
                    let operation = operation.as_str().replace('_', " ");
                    format!("{id} ({operation}): {}: {names}", unmet_in_english(unmet.cause))
                }
            }
        };
        self.changes.unmet.iter().map(one).collect()
    }
}
