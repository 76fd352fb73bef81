//! What the findings do and do not say.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::finding::{NotRunReason, RuleCode};
use crate::lang::Message;

/// 覆盖: what the findings do and do not say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Coverage {
    /// 已运行: the rules that ran.
    pub run: Vec<RuleCode>,
    /// 未运行: the rules that did not run, wholly or on some fields, without those in `not_built` of the report.
    pub not_run: Vec<NotRun>,
    /// 依据覆盖: how much of what is cited could be judged; none where no rule about instruments ran.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub citations: Option<CitationCoverage>,
}

/// 依据覆盖: how many of the citations of items in force could be judged. What is not held may exist all the same.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct CitationCoverage {
    /// 引用数: how many citations there are; a text that names several instruments counts once for each.
    pub citations: u64,
    /// 识别数: how many name an instrument.
    pub understood: u64,
    /// 收录数: how many name an instrument about which something is held.
    pub held: u64,
    /// 未全部识别数: how many of the texts that are judged have parts that were not understood; of those parts the findings
    /// say nothing.
    #[serde(default)]
    pub partly_unread: u64,
    /// 未识别部分: the first 100 of those parts, most frequent first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread_parts: Vec<UnreadPart>,
    /// 未收录文件数: how many instruments are cited about which nothing is held.
    pub instruments_not_held: u64,
    /// 未收录文件: the first 100 of them, most cited first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_held: Vec<InstrumentNotHeld>,
}

/// 未识别部分: words of citations that were not understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct UnreadPart {
    /// 文字: the words, or the beginning of them.
    pub words: String,
    /// 引用数: how many citations have them.
    pub citations: u64,
}

/// 未收录文件: an instrument about which nothing is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct InstrumentNotHeld {
    /// 文件名称: its title as cited first, or the id of a record that is not there.
    pub title: String,
    /// 引用数: how many citations name it.
    pub citations: u64,
}

/// 未运行: a rule that did not run, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct NotRun {
    /// 规则编号: the code of the rule.
    pub code: RuleCode,
    /// 原因: why it did not run.
    pub reason: NotRunReason,
    /// 字段: the fields or records on which it did not run; empty when it did not run at all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// 说明: the reason in words.
    pub message: Message,
}
