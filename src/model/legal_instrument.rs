//! Legal instruments that the catalog itself describes.

use std::num::NonZeroU16;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::record::record;
use super::{Date, Extensions, Id, Ref, Source, Text, Written};
use crate::codelist::{InstrumentStatus, LegalRank, Level, ReviewOutcome};

/// 法律法规文件: a law, regulation, rule, normative document or guidance directory.
///
/// # Source
/// 立法法 for ranks; 内蒙古自治区规范性文件制定和备案监督办法 §26 for the review of normative documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct LegalInstrument {
    /// 标识: the catalog's own key of the record, which references use.
    pub(crate) id: Id,
    /// 文件名称: the full title, without 《》.
    pub title: Text,
    /// 法律位阶: the rank of the instrument.
    pub rank: LegalRank,
    /// 文号: the document number, such as 国务院令第412号.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_number: Option<Text>,
    /// 制定机关: the body that made it, as written; it need not be a body of this catalog.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_by: Option<Text>,
    /// 制定机关层级: the level of government of the body that made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer_level: Option<Level>,
    /// 公布日期: the day of publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Written<Date>>,
    /// 施行日期: the day from which it is in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_on: Option<Written<Date>>,
    /// 有效期至: the last day of its own stated validity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Written<Date>>,
    /// 文件状态: whether it is in force.
    pub status: InstrumentStatus,
    /// 终止日期: the day on which it ceased to be in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_on: Option<Written<Date>>,
    /// 替代文件: the instrument that took its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superseded_by: Option<Ref<LegalInstrument>>,
    /// 末条: the number of its last article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_article: Option<NonZeroU16>,
    /// 清理: the last periodic review.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<InstrumentReview>,
    /// 来源: where in the source the record stands; provenance only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// 扩展: what others add, under keys `vendor:name` or the header text of a column; kept as it is.
    #[serde(default, deserialize_with = "super::null_as_absent", skip_serializing_if = "Extensions::is_empty")]
    pub extensions: Extensions,
}

impl LegalInstrument {
    /// A record with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(id: Id, title: Text, rank: LegalRank, status: InstrumentStatus) -> Self {
        Self {
            id,
            title,
            rank,
            document_number: None,
            issued_by: None,
            issuer_level: None,
            published_on: None,
            effective_on: None,
            valid_until: None,
            status,
            ended_on: None,
            superseded_by: None,
            last_article: None,
            review: None,
            source: None,
            extensions: Extensions::default(),
        }
    }
}

record!(LegalInstrument, |record| Some(&record.title));

/// 文件清理: the result of a periodic review of normative documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct InstrumentReview {
    /// 清理日期: the day of the decision.
    pub on: Written<Date>,
    /// 清理结果: what was decided.
    pub outcome: ReviewOutcome,
}

impl InstrumentReview {
    /// The part with what is required; the rest is set field by field.
    #[must_use]
    pub fn new(on: Written<Date>, outcome: ReviewOutcome) -> Self {
        Self { on, outcome }
    }
}
