//! Citations of legal instruments: the text of the cell, and what was understood of it.

use std::fmt;
use std::iter::Peekable;
use std::num::NonZeroU16;
use std::str::{Chars, FromStr};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Date, LegalInstrument, Ref, Text, Written};
use crate::codelist::LegalRank;
use crate::numeral;

/// 依据: a citation of provisions of one legal instrument.
///
/// `text` is the cell as written; everything else is what was understood of it. The instrument is named by the id
/// of a record of the catalog (`instrument`) or by its title; both or none is a finding, not a fault of shape.
///
/// Parsing takes the canonical form of a citation by articles, `《title》（document number）第…条、第…条`. What people
/// wrote is read by `law::citation::read_citations`, in every spelling; what shall only be kept, with
/// [`Citation::as_written`].
///
/// # Source
/// 立法法 §65 for the division into articles (条), paragraphs (款), items (项) and points (目).
///
/// ```
/// use qingdan::model::Citation;
/// let citation: Citation = "《中华人民共和国行政处罚法》第二十四条第一款、第三十条".parse()?;
/// assert_eq!(citation.title.as_ref().map(|title| title.as_str()), Some("中华人民共和国行政处罚法"));
/// assert_eq!(citation.articles.len(), 2);
/// assert_eq!(citation.canonical().as_deref(), Some("《中华人民共和国行政处罚法》第二十四条第一款、第三十条"));
/// # Ok::<(), qingdan::model::InvalidCitation>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Citation {
    /// 原文: the cell as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// 文件: the instrument, where the catalog has a record of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Ref<LegalInstrument>>,
    /// 文件名称: the title of the instrument, without 《》.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// 文号: the document number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_number: Option<Text>,
    /// 法律位阶: the rank that the citation states; the instrument's own rank prevails.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<LegalRank>,
    /// 版本日期: the dates by which the citation names an edition.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub version_dates: Vec<Written<Date>>,
    /// 条款: the provisions.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<ArticleRef>,
    /// 其他位置: places named otherwise than by article, as written: chapters (`第三章`), headings of a document
    /// (`三、（二）`), entries of an annex or a list (`附件第12项`).
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<Text>,
    /// 引文: the words of the provision as quoted; a law mentioned in them is not cited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<Text>,
}

impl Citation {
    /// A citation of an instrument by its title, without 《》.
    #[must_use]
    pub fn of(title: Text) -> Self {
        Self { title: Some(title), ..Self::default() }
    }

    /// A citation of which only the text is known.
    #[must_use]
    pub fn as_written(text: Text) -> Self {
        Self { text: Some(text), ..Self::default() }
    }

    /// The citation with one more provision.
    #[must_use]
    pub fn at(mut self, article: ArticleRef) -> Self {
        self.articles.push(article);
        self
    }

    /// The citation in canonical form, if it names its instrument by title: `《title》（document number）`, then the other
    /// places and the provisions, each after 、.
    #[must_use]
    pub fn canonical(&self) -> Option<String> {
        let title = self.title.as_ref()?;
        let number = self.document_number.as_ref().map(|number| format!("（{number}）")).unwrap_or_default();
        let clauses = self.clauses.iter().map(Text::to_string);
        let places: Vec<String> = clauses.chain(self.articles.iter().map(ArticleRef::to_string)).collect();
        Some(format!("《{title}》{number}{}", places.join("、")))
    }
}

/// The text is no citation in canonical form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{}` is no citation in canonical form; write `《title》第…条第…款第（…）项、第…条`, or keep it as text",
    crate::print::excerpt(.found)
)]
#[non_exhaustive]
pub struct InvalidCitation {
    /// The text found.
    pub found: String,
}

impl FromStr for Citation {
    type Err = InvalidCitation;

    fn from_str(text: &str) -> Result<Self, InvalidCitation> {
        let read = || {
            let (title, mut rest) = split_title(text.strip_prefix('《')?)?;
            let mut citation = Self::of(Text::new(title).ok()?);
            if let Some(bracketed) = rest.strip_prefix('（') {
                let (number, after) = bracketed.split_once('）')?;
                citation.document_number = Some(Text::new(number).ok()?);
                rest = after;
            }
            if !rest.is_empty() {
                citation.articles = rest.split('、').map(|article| article.parse().ok()).collect::<Option<_>>()?;
            }
            Some(citation)
        };
        read().ok_or_else(|| InvalidCitation { found: text.to_owned() })
    }
}

/// The title and what follows its 》, given what follows its 《. A title may name others.
fn split_title(text: &str) -> Option<(&str, &str)> {
    let mut open = 1_usize;
    let (end, close) = text.match_indices(['《', '》']).find(|(_, mark)| {
        open = if *mark == "《" { open.saturating_add(1) } else { open.saturating_sub(1) };
        open == 0
    })?;
    let (title, rest) = text.split_at_checked(end)?;
    Some((title, rest.strip_prefix(close)?))
}

/// 条款项目: one provision of an instrument.
///
/// Also read and written as `第二十四条之一第一款第（三）项第1目`.
///
/// ```
/// use qingdan::model::ArticleRef;
/// let provision: ArticleRef = "第二十四条之一第一款第（三）项".parse()?;
/// assert_eq!(provision.article.get(), 24);
/// assert_eq!(provision.inserted.map(|n| n.get()), Some(1));
/// assert_eq!(provision.to_string(), "第二十四条之一第一款第（三）项");
/// # Ok::<(), qingdan::model::InvalidArticleRef>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ArticleRef {
    /// 条: the number of the article.
    pub article: NonZeroU16,
    /// 之一: the number of an article inserted after it, such as 1 for 之一.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inserted: Option<NonZeroU16>,
    /// 款: the number of the paragraph.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraph: Option<NonZeroU16>,
    /// 项: the number of the item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<NonZeroU16>,
    /// 目: the number of the point.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub point: Option<NonZeroU16>,
}

impl ArticleRef {
    /// An article as a whole.
    #[must_use]
    pub fn new(article: NonZeroU16) -> Self {
        Self { article, inserted: None, paragraph: None, item: None, point: None }
    }
}

/// The text is no provision in canonical form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` is no provision; write `第二十四条第一款第（三）项`", crate::print::excerpt(.found))]
#[non_exhaustive]
pub struct InvalidArticleRef {
    /// The text found.
    pub found: String,
}

impl fmt::Display for ArticleRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "第{}条", numeral::write(self.article))?;
        if let Some(inserted) = self.inserted {
            write!(f, "之{}", numeral::write(inserted))?;
        }
        if let Some(paragraph) = self.paragraph {
            write!(f, "第{}款", numeral::write(paragraph))?;
        }
        if let Some(item) = self.item {
            write!(f, "第（{}）项", numeral::write(item))?;
        }
        if let Some(point) = self.point {
            write!(f, "第{point}目")?;
        }
        Ok(())
    }
}

impl FromStr for ArticleRef {
    type Err = InvalidArticleRef;

    fn from_str(text: &str) -> Result<Self, InvalidArticleRef> {
        let read = || {
            let mut rest = Cursor { chars: text.chars().peekable() };
            rest.eat("第")?;
            let mut provision = Self::new(rest.number()?);
            rest.eat("条")?;
            if rest.next_is('之') {
                rest.eat("之")?;
                provision.inserted = Some(rest.number()?);
            }
            while rest.next_is('第') {
                rest.eat("第")?;
                let bracketed = rest.next_is('（');
                if bracketed {
                    rest.eat("（")?;
                }
                let number = rest.number()?;
                if bracketed {
                    rest.eat("）")?;
                }
                // Parts come from the larger to the smaller, each once.
                match rest.chars.next()? {
                    '款' if !bracketed && provision.paragraph.or(provision.item).or(provision.point).is_none() => {
                        provision.paragraph = Some(number);
                    }
                    '项' if provision.item.or(provision.point).is_none() => provision.item = Some(number),
                    '目' if !bracketed && provision.point.is_none() => provision.point = Some(number),
                    _ => return None,
                }
            }
            rest.chars.next().is_none().then_some(provision)
        };
        read().ok_or_else(|| InvalidArticleRef { found: text.to_owned() })
    }
}

struct Cursor<'a> {
    chars: Peekable<Chars<'a>>,
}

impl Cursor<'_> {
    fn next_is(&mut self, c: char) -> bool {
        self.chars.peek() == Some(&c)
    }

    fn eat(&mut self, expected: &str) -> Option<()> {
        expected.chars().try_for_each(|c| self.chars.next_if_eq(&c).map(drop))
    }

    /// A number in Chinese or Arabic numerals.
    fn number(&mut self) -> Option<NonZeroU16> {
        let mut written = String::new();
        while let Some(c) = self.chars.next_if(|&c| numeral::is_numeral(c)) {
            written.push(c);
        }
        numeral::parse(&written)
    }
}
