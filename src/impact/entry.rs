//! What becomes of one citation of one item.

use std::mem::size_of;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::list::{ArticleSource, ImpactClass, OtherBases};
use crate::model::{ArticleRef, Catalog, Date, Id, Item, Kind, Pointer};

/// 影响: a citation of an item that the law moved under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ImpactEntry {
    /// 影响类别: what becomes of the citation.
    pub class: ImpactClass,
    /// 事项: the item.
    pub item: ImpactItem,
    /// 栏目: the list in which it stands: `power_items.basis`.
    pub field: String,
    /// 位置: where it stands below the item.
    pub pointer: Pointer,
    /// 所引条款: what is cited, by the title that is written there and its articles.
    pub citation: String,
    /// 文件: the instrument, by the title under which it is held.
    pub instrument: String,
    /// 变化日期: the first day on which it is so; none where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// 引用版本: the day, month or year of the edition that is cited, where that is not the one in force on the second day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cited_edition: Option<String>,
    /// 替代文件: what took the place of an instrument that ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub successor: Option<String>,
    /// 条款变化: the articles cited, with those in which they stand now as far as that is known.
    pub articles: Vec<ArticleChange>,
    /// 同处其他依据: how the other bases of the same list stand: on the second day where the instrument ended, on the first
    /// where it came into force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub others: Option<OtherBases>,
}

/// 事项: an item of the catalog, and the body that answers for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ImpactItem {
    /// 事项清单: the kind of the record.
    pub kind: Kind,
    /// 标识: its id.
    pub id: Id,
    /// 事项名称: its name.
    pub name: String,
    /// 责任部门标识: the body that decides, or the first that is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Id>,
    /// 责任部门: the name of that body, where the catalog has a record of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_name: Option<String>,
}

/// 条款变化: an article that is cited, and where it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ArticleChange {
    /// 原条款: the provision as cited.
    pub old: ArticleRef,
    /// 现条款: the article of the new edition, or of what took the instrument's place. It may be the same number. Several
    /// are to be compared. None where it is not known.
    pub new: Vec<ArticleRef>,
    /// 主要内容: it is only known that most of the old article stands there; paragraphs and items may not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_part: bool,
    /// 条款对应来源: by what that is known; none where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<ArticleSource>,
}

impl ArticleChange {
    /// An article of which it is not known where it stands.
    pub(super) fn not_told(old: ArticleRef) -> Self {
        Self { old, new: Vec::new(), in_part: false, source: None }
    }

    /// Whether it stands under another number, or under none that is known.
    #[must_use]
    pub fn is_renumbered(&self) -> bool {
        let is_same = |new: &ArticleRef| (new.article, new.inserted) == (self.old.article, self.old.inserted);
        self.source.is_some() && !self.new.iter().any(is_same)
    }
}

/// So many characters of a name or title are given.
const LONGEST: usize = 200;

/// A text as far as it is given.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// A provision as it is cited: `《水法》第七条、第四十八条`.
pub(super) fn cited(title: &str, articles: &[ArticleRef]) -> String {
    let title = shortened(title);
    let mut text = if title.starts_with('《') { title } else { format!("《{title}》") };
    for (index, article) in articles.iter().enumerate() {
        if index > 0 {
            text.push('、');
        }
        text.push_str(&article.to_string());
    }
    text
}

impl ImpactItem {
    pub(super) fn of(item: Item<'_>, catalog: &Catalog) -> Self {
        let body = item.deciding().chain(item.bodies()).next().map(|body| body.organization.id());
        let record = body.and_then(|id| catalog.organizations.get(id.as_str()));
        Self {
            kind: item.kind(),
            id: item.record().id().clone(),
            name: shortened(item.name().as_str()),
            body: body.cloned(),
            body_name: record.map(|body| shortened(body.name.as_str())),
        }
    }
}

impl ImpactEntry {
    /// Whether an article is known in which one of those cited stands now.
    #[must_use]
    pub fn knows_article(&self) -> bool {
        self.articles.iter().any(|article| !article.new.is_empty())
    }

    /// About how much memory it takes.
    pub(super) fn bytes(&self) -> usize {
        let texts = [
            self.item.id.as_str(),
            self.item.body.as_ref().map_or("", Id::as_str),
            &self.item.name,
            self.item.body_name.as_deref().unwrap_or_default(),
            self.pointer.as_str(),
            &self.field,
            &self.citation,
            &self.instrument,
            self.successor.as_deref().unwrap_or_default(),
        ];
        let articles = self.articles.iter().map(|article| {
            size_of::<ArticleChange>().saturating_add(article.new.len().saturating_mul(size_of::<ArticleRef>()))
        });
        texts.into_iter().map(str::len).chain(articles).fold(size_of::<Self>(), usize::saturating_add)
    }
}
