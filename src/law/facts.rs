//! 法律文件事实: the instruments that are known, with their editions and how they stand on a day.
//!
//! # What is held
//!
//! `law_facts.csv` beside this file holds one edition a line: the constitution, laws, administrative regulations and
//! a few departmental rules of the state, with rank, date, status and last article. The facts were drawn from the
//! texts as published, as they stood in April 2025 ([`CUT_OFF`]). Local regulations, rules of local governments and
//! normative documents are not held, and what is not held may exist all the same. The parts of 民法典, which the
//! source lists one by one, are held as the one instrument that is cited.
//!
//! # How to refresh it
//!
//! Compare with 国家法律法规数据库 (flk.npc.gov.cn): for each change since the cut-off give the old edition its
//! new status, add a line for the new one, set [`CUT_OFF`] to the day of the comparison, and run the tests. A user who
//! cannot wait adds a file of the same form, [`LawFacts::from_csv`], which goes before what is held here.
//!
//! # When titles are the same
//!
//! Titles are compared without blanks and zero-width characters, without 中华人民共和国 wherever it stands, without
//! 《》〈〉＜＞<>, with brackets `()` of either width alike, and with digits and letters of either width alike.
//! Notes on the edition in brackets at the end are left out: brackets of dates and numbers with 修正, 修订, 修改, 公布,
//! 发布, 通过, 施行 and the like, and numbers of orders (国务院令第412号). A bare year, （2021）, is left out only where nothing
//! is held under the title with it. Everything else stays: （试行）, （暂行）, （草案）, document numbers, the punctuation within, and
//! every word of the title. Nothing is expanded, so that an abbreviation (道交法) is a title that is not held.

use std::sync::{LazyLock, OnceLock};

use indexmap::IndexMap;

use crate::model::{Date, LegalInstrument, Records};

mod edition;
mod near;
mod rows;
mod standing;
mod table;
mod title;

pub use edition::Edition;
pub use standing::{ArticleStanding, Instrument, NamedEdition, Standing};
pub use table::{LawFactsError, LawFactsProblem};
pub(crate) use title::key as title_key;

use near::Near;

/// 数据截止日期: the day as of which the facts of this crate were seen, `YYYY-MM-DD`.
pub const CUT_OFF: &str = "2025-04-30";

/// One edition a line.
const TEXT: &str = include_str!("law_facts.csv");

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
    /// Made when first asked for.
    near: OnceLock<Near>,
}

impl Clone for LawFacts {
    /// Without the table for near titles, which is made again when one is looked for.
    fn clone(&self) -> Self {
        Self { titles: self.titles.clone(), near: OnceLock::new() }
    }
}

static KNOWN: LazyLock<LawFacts> = LazyLock::new(|| {
    let mut facts = LawFacts::from_csv(TEXT.as_bytes()).unwrap_or_default();
    let seen_on = CUT_OFF.parse().ok();
    for edition in facts.titles.values_mut().flatten() {
        edition.seen_on = edition.seen_on.or(seen_on);
    }
    facts
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
    /// The facts of this crate, as of [`CUT_OFF`].
    #[must_use]
    pub fn known() -> &'static Self {
        &KNOWN
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

    /// Lets other facts go before these: of a title that both hold, the others' editions replace all of these.
    pub fn extend(&mut self, other: Self) {
        self.near = OnceLock::new();
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

    /// 近似名称: the one held instrument from whose title this one is exactly one character away (put in, taken out or
    /// replaced), for a title that is not held itself.
    ///
    /// Titles of fewer than 7 characters, or more than 100, are never called near: names of laws are short, and real
    /// ones are one character apart. Nor are titles that differ in a number. Where two are as near, none is given. A
    /// title that is near may still be that of another instrument.
    ///
    /// ```
    /// use qingdan::law::facts::LawFacts;
    /// let nearest = |title| LawFacts::known().nearest(title).and_then(|held| held.editions().next());
    /// let near = nearest("《医疗器械监督管理条件》").ok_or("none near")?;
    /// assert_eq!(near.title.as_str(), "医疗器械监督管理条例");
    /// assert!(nearest("公正法").is_none()); // 公司法, 公证法 or 公路法
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
