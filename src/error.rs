//! One error for all that can go wrong, for functions that call several parts of the library.

use std::io;

use crate::check::{CheckError, UnknownRule};
use crate::code::CodeError;
use crate::codelist::UnknownValue;
use crate::finding::InvalidRuleCode;
use crate::impact::DaysReversed;
use crate::lang::UnknownLang;
use crate::law::facts::{InvalidEditionDay, LawFactsError};
use crate::law::openings::{InvalidFingerprint, OpeningsError};
use crate::model::{
    AnyRecord, DateProblem, EmptyText, InvalidArticleRef, InvalidCitation, InvalidDate, InvalidDecimal, InvalidId,
    JsonError, RenameError, RepeatedId, RepeatedIds, UnsupportedVersion, ZeroLimit,
};
use crate::schema::UnknownSchema;

/// Any error of the library. Every call has an error of its own, which converts to this one by `?`.
///
/// What is shown says what was found and what to do. Faults of a catalog are no errors: they are findings.
///
/// | Call | Its error | Here |
/// |---|---|---|
/// | [`open`](crate::open), [`Checker::check_file`](crate::Checker::check_file) | [`CheckError`] | `Read` |
/// | [`Checker::check_reader`](crate::Checker::check_reader), [`read_lines`](crate::read_lines()), every `write_…` | [`io::Error`] | `Io` |
/// | `parse` of [`Text`](crate::model::Text), [`Written::as_written`](crate::model::Written::as_written) | [`EmptyText`] | `Text` |
/// | `parse` of [`Id`](crate::model::Id), [`Ref`](crate::model::Ref), [`ItemRef`](crate::model::ItemRef) | [`InvalidId`] | `Id` |
/// | `parse` of [`Date`](crate::model::Date) | [`InvalidDate`] | `Date` |
/// | [`Date::new`](crate::model::Date::new) | [`DateProblem`] | `Day` |
/// | `parse` of [`Decimal`](crate::model::Decimal) | [`InvalidDecimal`] | `Decimal` |
/// | `parse` of [`Citation`](crate::model::Citation) | [`InvalidCitation`] | `Citation` |
/// | `parse` of [`ArticleRef`](crate::model::ArticleRef) | [`InvalidArticleRef`] | `ArticleRef` |
/// | `parse` of [`SchemaVersion`](crate::model::SchemaVersion) | [`UnsupportedVersion`] | `Version` |
/// | `parse` and constructors of the types of [`code`](crate::code) | [`CodeError`] | `Code` |
/// | `parse` of the closed lists of [`codelist`](crate::codelist) | [`UnknownValue`] | `Value` |
/// | [`TimeLimit::working_days`](crate::model::TimeLimit::working_days) | [`ZeroLimit`] | `Limit` |
/// | [`Records::insert`](crate::model::Records::insert), [`Catalog::insert`](crate::Catalog::insert) | [`RepeatedId`] | `RepeatedId` |
/// | [`Records::try_extend`](crate::model::Records::try_extend) | [`RepeatedIds`] | `RepeatedIds` |
/// | [`Records::rename`](crate::model::Records::rename) | [`RenameError`] | `Rename` |
/// | [`Extension::from_json`](crate::model::Extension::from_json), [`AnyRecord::from_json`] | [`JsonError`] | `Json` |
/// | `parse` of [`RuleCode`](crate::RuleCode) | [`InvalidRuleCode`] | `RuleCode` |
/// | `parse` of [`RuleSelector`](crate::RuleSelector) | [`UnknownRule`] | `Rule` |
/// | `parse` of [`SchemaName`](crate::schema::SchemaName) | [`UnknownSchema`] | `Schema` |
/// | `parse` of [`Lang`](crate::Lang) | [`UnknownLang`] | `Lang` |
/// | [`LawFacts::from_csv`](crate::law::facts::LawFacts::from_csv) | [`LawFactsError`] | `LawFacts` |
/// | `parse` of [`EditionDay`](crate::law::facts::EditionDay) | [`InvalidEditionDay`] | `EditionDay` |
/// | [`Openings::from_tsv`](crate::law::openings::Openings::from_tsv) | [`OpeningsError`] | `Openings` |
/// | `parse` of [`Fingerprint`](crate::law::openings::Fingerprint) | [`InvalidFingerprint`] | `Fingerprint` |
/// | [`Impact::of`](crate::impact::Impact::of) | [`DaysReversed`] | `Days` |
///
/// ```
/// use qingdan::Catalog;
/// use qingdan::model::{Header, LicensingItem, TimeLimit};
///
/// fn catalog(days: u16) -> Result<Catalog, qingdan::Error> {
///     let mut catalog = Catalog::new(Header::new("杭锦旗行政许可事项清单".parse()?, "150625".parse()?));
///     let mut item = LicensingItem::new("take-water".parse()?, "取水许可".parse()?);
///     item.promised_limits.push(TimeLimit::working_days(days)?);
///     catalog.licensing_items.insert(item)?;
///     Ok(catalog)
/// }
/// assert_eq!(catalog(15)?.len(), 1);
/// assert!(matches!(catalog(0), Err(qingdan::Error::Limit(_))));
/// # Ok::<(), qingdan::Error>(())
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file could not be read.
    #[error("{}", unread(.0))]
    Read(CheckError),
    /// Reading or writing failed on the way.
    #[error("reading or writing failed: {0}; check that the place is there, may be used and has room, then try again")]
    Io(io::Error),
    /// A text is empty.
    #[error(transparent)]
    Text(#[from] EmptyText),
    /// A text is no id.
    #[error(transparent)]
    Id(#[from] InvalidId),
    /// A text is no date.
    #[error(transparent)]
    Date(#[from] InvalidDate),
    /// Three numbers are no day.
    #[error("these numbers are no date: {0}; give a day of the calendar")]
    Day(DateProblem),
    /// A text is no decimal number.
    #[error(transparent)]
    Decimal(#[from] InvalidDecimal),
    /// A text is no citation.
    #[error(transparent)]
    Citation(#[from] InvalidCitation),
    /// A text is no provision.
    #[error(transparent)]
    ArticleRef(#[from] InvalidArticleRef),
    /// The version of the exchange format is not supported.
    #[error("{0}; write the catalog in one of these, or use a version of this library that supports it")]
    Version(UnsupportedVersion),
    /// A text is no code of its scheme.
    #[error("{0}; correct it, or keep it as it is with `Written::as_written`")]
    Code(CodeError),
    /// A text is in no closed list.
    #[error(transparent)]
    Value(#[from] UnknownValue),
    /// A time limit is 0.
    #[error(transparent)]
    Limit(#[from] ZeroLimit),
    /// The id of a record is taken; the record is in it.
    #[error(transparent)]
    RepeatedId(RepeatedId<AnyRecord>),
    /// The ids of several records are taken; the records are in it.
    #[error(transparent)]
    RepeatedIds(RepeatedIds<AnyRecord>),
    /// A record could not be renamed.
    #[error(transparent)]
    Rename(#[from] RenameError),
    /// A text is not the JSON asked for.
    #[error(
        "this is not the JSON asked for: {0}; correct it there, or read the whole with `qingdan::read`, which tells all faults"
    )]
    Json(JsonError),
    /// A text is no code of a rule.
    #[error(transparent)]
    RuleCode(#[from] InvalidRuleCode),
    /// A text selects no rule.
    #[error(transparent)]
    Rule(#[from] UnknownRule),
    /// There is no such schema.
    #[error(transparent)]
    Schema(#[from] UnknownSchema),
    /// A text is no language.
    #[error(transparent)]
    Lang(#[from] UnknownLang),
    /// A table of facts about instruments cannot be read.
    #[error("{0}; correct that line of the table")]
    LawFacts(LawFactsError),
    /// A text is no day, month or year of an edition.
    #[error(transparent)]
    EditionDay(#[from] InvalidEditionDay),
    /// A table of openings of articles cannot be read.
    #[error("{0}; correct that line of the table")]
    Openings(OpeningsError),
    /// A text is no fingerprint of an opening.
    #[error(transparent)]
    Fingerprint(#[from] InvalidFingerprint),
    /// Of two days the first is after the second.
    #[error(transparent)]
    Days(#[from] DaysReversed),
}

fn unread(error: &CheckError) -> String {
    format!("{error}: {}; check that the path is right and that the file may be read", error.source)
}

/// Those of which the message here says more than they do, so that a chain of causes does not say it twice.
macro_rules! said_here {
    ($($type:ty => $variant:ident),+ $(,)?) => {
        $(
            impl From<$type> for Error {
                fn from(error: $type) -> Self {
                    Self::$variant(error)
                }
            }
        )+
    };
}
said_here! {
    CheckError => Read,
    io::Error => Io,
    DateProblem => Day,
    UnsupportedVersion => Version,
    CodeError => Code,
    JsonError => Json,
    LawFactsError => LawFacts,
    OpeningsError => Openings,
}

impl<T: Into<AnyRecord>> From<RepeatedId<T>> for Error {
    fn from(refused: RepeatedId<T>) -> Self {
        Self::RepeatedId(refused.into_any())
    }
}

impl<T: Into<AnyRecord>> From<RepeatedIds<T>> for Error {
    fn from(repeated: RepeatedIds<T>) -> Self {
        Self::RepeatedIds(RepeatedIds { refused: repeated.refused.into_iter().map(RepeatedId::into_any).collect() })
    }
}
