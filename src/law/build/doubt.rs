//! On what a fact rests, and what could not be read.

use std::num::NonZeroU16;

use crate::lang::{Bilingual, Message};
use crate::model::{ArticleRef, Date};
use crate::print::{excerpt, in_title_marks};

/// 事实: which fact of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Fact {
    /// 名称
    Title,
    /// 法律位阶
    Rank,
    /// 版本日期
    VersionDate,
    /// 施行日期
    EffectiveOn,
    /// 末条
    LastArticle,
    /// 状态
    Status,
}

impl Fact {
    /// What it is called.
    #[must_use]
    pub const fn title(self) -> Bilingual {
        let (zh, en) = match self {
            Self::Title => ("名称", "title"),
            Self::Rank => ("法律位阶", "rank"),
            Self::VersionDate => ("版本日期", "version date"),
            Self::EffectiveOn => ("施行日期", "first day"),
            Self::LastArticle => ("末条", "last article"),
            Self::Status => ("状态", "status"),
        };
        Bilingual { zh, en }
    }
}

/// 依据: on what a fact rests.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ground {
    /// The fact.
    pub fact: Fact,
    /// The words that show it.
    pub message: Message,
}

impl Ground {
    pub(super) fn new(fact: Fact, zh: String, en: String) -> Self {
        Self { fact, message: Message::new(zh, en) }
    }
}

/// 存疑: what could not be read from a text, or does not agree.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Doubt {
    /// The name of the file.
    pub name: String,
    /// What it is.
    pub kind: DoubtKind,
}

/// What could not be read, or does not agree.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DoubtKind {
    /// Nothing is in it. There is no row.
    Empty,
    /// No line is a title. There is no row.
    NoTitle,
    /// The name of the file has another title than the text. There is no row.
    OtherTitle {
        /// In the name.
        in_name: String,
        /// In the text.
        in_text: String,
    },
    /// Neither the name nor the notes have the day of the edition. There is no row.
    NoDay,
    /// The name has another day than the notes; that of the name counts.
    OtherDay {
        /// In the name.
        in_name: Date,
        /// The last of the notes.
        in_text: Date,
    },
    /// The notes prove no rank. There is no row.
    NoRank,
    /// An earlier text has the same title and day. There is no row.
    SameEdition {
        /// The file of the other.
        other: String,
    },
    /// The articles do not rise by one from 第一条; the last article is left out.
    ArticlesBroken {
        /// The article before; none at the beginning.
        after: Option<NonZeroU16>,
        /// The article that follows.
        found: ArticleRef,
    },
    /// It has no articles, so there is no last one.
    NoArticles,
    /// None of the last three articles says when it takes effect: it may have been cut, and the last article is left out.
    NoEffectClause,
    /// It ends a title of which the folder has no text.
    EndsAnother {
        /// The title.
        title: String,
        /// Since when.
        since: Option<Date>,
        /// Whether the facts that are known besides have it in force.
        held_in_force: bool,
    },
    /// It ends a part of an instrument only; that one stays as it is.
    EndsPart {
        /// The title.
        title: String,
    },
    /// A younger text of the folder ends this one, and yet it has an edition that was made later.
    OutlivesEnd {
        /// The title that ended it.
        by: String,
        /// Since when.
        since: Option<Date>,
    },
}

impl DoubtKind {
    /// Whether a fact is missing or contradicted for it; else it is for the reader to know.
    #[must_use]
    pub const fn is_fault(&self) -> bool {
        !matches!(self, Self::NoArticles | Self::EndsPart { .. } | Self::EndsAnother { held_in_force: false, .. })
    }

    /// What is the matter, and what became of it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("文件是空的，未列入", "the file is empty; there is no row"),
            Self::NoTitle => Message::new("读不出名称，未列入", "no line is a title; there is no row"),
            Self::OtherTitle { in_name, in_text } => Message::new(
                format!("文件名写的是{}，正文的名称是{}，未列入", in_title_marks(in_name), in_title_marks(in_text)),
                format!(
                    "the file is named `{}` and the text `{}`; there is no row",
                    excerpt(in_name),
                    excerpt(in_text)
                ),
            ),
            Self::NoDay => Message::new(
                "文件名和题注都没有版本日期，未列入；文件可命名为“水法(2016-07-02).md”",
                "neither the name of the file nor the notes have the day of the edition; there is no row; name the file like `水法(2016-07-02).md`",
            ),
            Self::OtherDay { in_name, in_text } => Message::new(
                format!(
                    "文件名的版本日期是{}，题注最后的日期是{}，以文件名为准",
                    in_name.in_chinese(),
                    in_text.in_chinese()
                ),
                format!("the file is named after {in_name}, the last day of the notes is {in_text}; the name counts"),
            ),
            Self::NoRank => Message::new(
                "题注没有写明由谁通过、以谁的令公布，不能确定法律位阶，未列入",
                "the notes do not say who passed it or by whose order it was published, which would prove its rank; there is no row",
            ),
            Self::SameEdition { other } => {
                let other = excerpt(other);
                Message::new(
                    format!("与 {other} 是同名同日的版本，未列入"),
                    format!("{other} has the same title and day; there is no row"),
                )
            }
            Self::ArticlesBroken { after, found } => {
                let (zh, en) = match after {
                    Some(after) => (format!("{}之后", ArticleRef::new(*after)), format!("after article {after}")),
                    None => ("正文开头".to_owned(), "at the beginning".to_owned()),
                };
                Message::new(
                    format!("条号不相连：{zh}是{found}；未写末条"),
                    format!("the articles do not rise by one: {found} stands {en}; the last article is left out"),
                )
            }
            Self::NoArticles => {
                Message::new("正文不分条，没有末条", "it has no articles; the last article is left out")
            }
            Self::NoEffectClause => Message::new(
                "末三条都没有写施行日期，文本可能不全；未写末条",
                "none of the last three articles says when it takes effect, so it may have been cut; the last article is left out",
            ),
            Self::EndsAnother { title, since, held_in_force } => ends_another(title, *since, *held_in_force),
            Self::EndsPart { title } => Message::new(
                format!("只废止{}的一部分，其状态不变", in_title_marks(title)),
                format!("it ends a part of `{}` only, which stays as it is", excerpt(title)),
            ),
            Self::OutlivesEnd { by, since } => {
                let (since_zh, since_en) = since_words(*since);
                Message::new(
                    format!("{}写明该文件{since_zh}废止，却有更晚的版本；状态未改，请核对", in_title_marks(by)),
                    format!(
                        "`{}` ended it{since_en}, and yet there is a later edition; its status is unchanged",
                        excerpt(by)
                    ),
                )
            }
        }
    }
}

fn ends_another(title: &str, since: Option<Date>, held_in_force: bool) -> Message {
    let (since_zh, since_en) = since_words(since);
    let (held_zh, held_en) = if held_in_force {
        ("法规库仍作现行有效，应当补一行", "the facts held have it in force; a row must be added")
    } else {
        ("法规库没有作现行有效收录", "the facts held do not have it in force")
    };
    Message::new(
        format!("写明{}{since_zh}废止，文件夹中没有该文件；{held_zh}", in_title_marks(title)),
        format!("it ends `{}`{since_en}, of which the folder has no text; {held_en}", excerpt(title)),
    )
}

fn since_words(since: Option<Date>) -> (String, String) {
    since.map_or_else(Default::default, |day| (format!("自{}起", day.in_chinese()), format!(" on {day}")))
}
