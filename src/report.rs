//! Reports: findings with verdicts, coverage and counts.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::conformance::Conformance;
pub use crate::finding::NotRunReason;
use crate::finding::{Aspect, Finding, RuleCode, Severity};
use crate::lang::Message;
use crate::model::{Date, Kind, Spelling};

mod beside;
mod counts;
mod coverage;
mod level;
mod line;
mod set_aside;
mod source_notice;
mod suppression;
mod upkeep;
mod verdict;

pub use beside::{BesideCatalog, BesideRole};
pub use counts::FindingCounts;
pub use coverage::{CitationCoverage, Coverage, InstrumentNotHeld, NotRun, UnreadPart};
pub use level::FailLevel;
pub use line::ReportLine;
pub use set_aside::{BaselineReport, SetAside, SetAsideBy};
pub use source_notice::{SourceNotice, SourceNoticeKind};
pub(crate) use suppression::over_all;
pub use suppression::{SuppressedRecord, Suppression, SuppressionReport, SuppressionState};
pub(crate) use upkeep::UNUSED;
pub use verdict::{Judgement, Verdict, Verdicts};

/// The version of the report's shape; its schema is `schemas/v1/report.schema.json`.
pub const REPORT_VERSION: &str = "1.6";

/// 报告: what one run found, over one input or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
// `Report` is a type of every browser: a generated class of that name would stand before it.
#[schemars(rename = "CheckReport")]
#[non_exhaustive]
pub struct Report {
    /// 报告版本: the version of this shape.
    pub report_version: String,
    /// 工具: the library that judged.
    pub tool: Tool,
    /// 判断日期: the day as of which it judged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// 法规库: the law by which it judged.
    pub law: KnownLaw,
    /// 对照目录: the catalogs beside the inputs by which rules judged: superior lists from the highest to the nearest, then the
    /// previous edition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<BesideCatalog>,
    /// 规则: the rules that found something, in the order of their codes.
    pub rules: Vec<ReportedRule>,
    /// 尚未实现: the rules that this version announces and does not have yet. No verdict of an aspect in which one of them
    /// finds errors is yes, unless it waits for a list that no catalog can hold yet.
    pub not_built: Vec<RuleCode>,
    /// 输入: the inputs, each with its verdicts and findings. Files that were checked together are one.
    pub inputs: Vec<InputReport>,
    /// 搁置和基线的发现: what is to be done about suppressions and the baseline themselves, by the rules QD901 to QD905. No
    /// verdict goes by it. A place names the file in which they are written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub upkeep: Vec<Finding>,
    /// 未能读取的输入: the inputs that could not be read at all. With any of them no verdict over all is yes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread_inputs: Vec<UnreadInput>,
}

/// 规则: what a report says once of each rule that found something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct ReportedRule {
    /// 规则编号: its code.
    pub code: RuleCode,
    /// 规则名: its name.
    pub name: String,
    /// 标题: what it finds.
    pub title: Message,
    /// 依据: the provisions or clauses of standards on which it stands.
    pub citations: Vec<RuleProvision>,
    /// 整改建议: what to do about its findings, unless one says more.
    pub help: Message,
    /// 指定的严重程度: how grave its findings were to be called, where somebody said so; verdicts go by the rule's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Severity>,
}

/// 依据: a provision of law or a clause of a standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct RuleProvision {
    /// 文件: the title of the instrument or the number of the standard.
    pub document: String,
    /// 条款: the provision or clause.
    pub clause: String,
}

/// 未能读取的输入: an input that could not be read at all, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct UnreadInput {
    /// 名称: what the caller called it.
    pub name: String,
    /// 原因: why it could not be read.
    pub message: Message,
}

/// 法规库: what is known of the law, by which the rules judge; `qingdan law` prints it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct KnownLaw {
    /// 收录至: the day up to which laws are known. A verdict that something is lawful is one by the law of that day; as of
    /// days more than twelve months later, rules that judge by these facts do not run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub known_to: Option<Date>,
    /// 数据文件: the files of facts: those of the library, then what was added.
    pub facts: Vec<FactsFile>,
}

/// 法规数据文件: a file of facts about legal instruments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct FactsFile {
    /// 名称: its name; `added` for facts that the caller added without telling where they are from.
    pub name: String,
    /// 摘要: the SHA-256 of its bytes in hexadecimal digits, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

/// What facts are called that the caller added.
pub(crate) const ADDED_FACTS: &str = "added";

/// 工具: name and version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Tool {
    /// 名称: the name of the library.
    pub name: String,
    /// 版本: its version.
    pub version: String,
}

/// 输入报告: what was found in one input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct InputReport {
    /// 名称: the name of the input, such as a path; what the caller called it.
    pub name: String,
    /// 字节数: its size in bytes; none for a catalog in memory.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// 摘要: the SHA-256 of its bytes in hexadecimal digits, where the caller states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// 书写形式: how it is spelled; none for a catalog in memory, and for files that were checked together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spelling: Option<Spelling>,
    /// 一并检查的文件: the files that were checked together as one catalog; empty where it is one file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<InputPart>,
    /// 标题: the title of the catalog.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// 记录数: how many records of each kind were read and judged.
    #[schemars(with = "BTreeMap<String, u64>")]
    pub records: BTreeMap<Kind, u64>,
    /// 未读记录数: how many records could not be read because of faults; no rule judged them.
    pub unread: u64,
    /// 跳过数: how many members or lines of unknown kind were passed over.
    pub skipped: u64,
    /// 来源说明: what became of the workbooks from which the catalog was read, where it is not simply in the catalog.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub source_notices: Vec<SourceNotice>,
    /// 判断: the verdict on each aspect.
    pub verdicts: Verdicts,
    /// 覆盖: which rules ran, and which did not and why.
    pub coverage: Coverage,
    /// 计数: how many findings there are.
    pub counts: FindingCounts,
    /// 搁置: what was to be set aside, and what came of it. Findings that are set aside are counted here alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suppressions: Vec<SuppressionReport>,
    /// 基线: how the findings stand to those that are known, where a baseline was given. Known ones are counted here alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<BaselineReport>,
    /// 不列发现: the findings that are not among `findings`, and why: first those that are set aside, then those that are known,
    /// each in the order of the input.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<SetAside>,
    /// 上级清单对照: how its items stand to the lists of superior levels, where such were given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conformance: Option<Conformance>,
    /// 发现: the findings in the order of the input.
    pub findings: Vec<Finding>,
}

/// 一并检查的文件: one of the files that were checked together as one catalog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct InputPart {
    /// 名称: its name, as the caller called it; places of findings name it.
    pub name: String,
    /// 字节数: its size in bytes.
    pub bytes: u64,
    /// 摘要: the SHA-256 of its bytes in hexadecimal digits, where the caller states it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// 书写形式: how it is spelled; none where that could not be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spelling: Option<Spelling>,
    /// 标题: the title in its header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

impl InputReport {
    /// The names of its files: its own, or those of the files that were checked together.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let own = self.parts.is_empty().then_some(self.name.as_str());
        own.into_iter().chain(self.parts.iter().map(|part| part.name.as_str()))
    }

    /// Whether it was read to its end, and every record of it could be read. What it lacks otherwise may well be there.
    pub(crate) fn is_whole(&self) -> bool {
        self.unread == 0 && !self.was_stopped()
    }

    /// Whether reading stopped before its end.
    pub(crate) fn was_stopped(&self) -> bool {
        self.coverage.not_run.iter().any(|not_run| not_run.reason == NotRunReason::ReadingStopped)
    }

    /// Its findings, listed or set aside.
    pub(crate) fn findings_of_all(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().chain(self.set_aside.iter().map(|aside| &aside.finding))
    }

    /// Its findings, listed or known, for which nobody answers.
    pub(crate) fn findings_but_answered(&self) -> impl Iterator<Item = &Finding> {
        let known = self.set_aside.iter().filter(|aside| aside.by == SetAsideBy::Baseline);
        self.findings.iter().chain(known.map(|aside| &aside.finding))
    }
}

impl Report {
    pub(crate) fn new(
        as_of: Option<Date>,
        law: KnownLaw,
        beside: Vec<BesideCatalog>,
        rules: Vec<ReportedRule>,
        not_built: Vec<RuleCode>,
        inputs: Vec<InputReport>,
        upkeep: Vec<Finding>,
    ) -> Self {
        Self {
            report_version: REPORT_VERSION.to_owned(),
            tool: Tool { name: env!("CARGO_PKG_NAME").to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
            as_of,
            law,
            beside,
            rules,
            not_built,
            inputs,
            upkeep,
            unread_inputs: Vec::new(),
        }
    }

    /// What it says of a rule that found something.
    #[must_use]
    pub fn rule(&self, code: RuleCode) -> Option<&ReportedRule> {
        self.rules.iter().find(|rule| rule.code == code)
    }

    /// The findings of all inputs, in order; then those about suppressions and the baseline.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.inputs.iter().flat_map(|input| &input.findings).chain(&self.upkeep)
    }

    /// The same, each with the name of the file in which it is: that of its place, else that of its input.
    pub fn findings_by_file(&self) -> impl Iterator<Item = (&str, &Finding)> {
        let of_inputs =
            self.inputs.iter().flat_map(|input| input.findings.iter().map(|finding| (input.name.as_str(), finding)));
        let all = of_inputs.chain(self.upkeep.iter().map(|finding| ("", finding)));
        all.map(|(input, finding)| (finding.place.input.as_deref().unwrap_or(input), finding))
    }

    /// How many findings of one severity there are over all inputs, shown or not.
    #[must_use]
    pub fn count(&self, severity: Severity) -> u64 {
        let upkeep = self.upkeep.iter().filter(|finding| finding.severity == severity).count();
        let upkeep = u64::try_from(upkeep).unwrap_or(u64::MAX);
        self.inputs.iter().fold(upkeep, |sum, input| sum.saturating_add(input.counts.of(severity)))
    }

    /// How many findings of each rule there are over all inputs, shown or not.
    #[cfg(any(feature = "human", feature = "html"))]
    pub(crate) fn by_rule(&self) -> BTreeMap<RuleCode, u64> {
        let mut by_rule: BTreeMap<RuleCode, u64> = BTreeMap::new();
        let of_inputs = self.inputs.iter().flat_map(|input| &input.counts.by_rule).map(|(&code, &count)| (code, count));
        for (code, count) in of_inputs.chain(self.upkeep.iter().map(|finding| (finding.code, 1))) {
            let total = by_rule.entry(code).or_default();
            *total = total.saturating_add(count);
        }
        by_rule
    }

    /// How many findings of one rule there are over all inputs, shown or not.
    #[must_use]
    pub fn count_of(&self, code: RuleCode) -> u64 {
        let upkeep = self.upkeep.iter().filter(|finding| finding.code == code).count();
        let of_inputs = self.inputs.iter().filter_map(|input| input.counts.by_rule.get(&code));
        of_inputs.fold(u64::try_from(upkeep).unwrap_or(u64::MAX), |sum, count| sum.saturating_add(*count))
    }

    /// The verdict on one aspect over all inputs: no if any is no, yes if all are yes and every input could be read.
    #[must_use]
    pub fn verdict(&self, aspect: Aspect) -> Verdict {
        let mut all_yes = !self.inputs.is_empty() && self.unread_inputs.is_empty();
        for input in &self.inputs {
            match input.verdicts.of(aspect).verdict {
                Verdict::No => return Verdict::No,
                Verdict::Yes => {}
                Verdict::NotShown => all_yes = false,
            }
        }
        if all_yes { Verdict::Yes } else { Verdict::NotShown }
    }

    /// Says where the added facts are from: a name, and the SHA-256 of the bytes. Nothing where none were added.
    pub fn name_added_facts(&mut self, name: &str, sha256: &str) {
        if let Some(added) = self.law.facts.iter_mut().find(|file| file.sha256.is_none()) {
            *added = FactsFile { name: name.to_owned(), sha256: Some(sha256.to_owned()) };
        }
    }

    /// Adds the inputs of another report of the same day and the same law.
    pub fn append(&mut self, other: Self) {
        self.upkeep = upkeep::of_both(std::mem::take(&mut self.upkeep), other.upkeep);
        self.inputs.extend(other.inputs);
        self.unread_inputs.extend(other.unread_inputs);
        self.rules.extend(other.rules);
        self.rules.sort_by_key(|rule| rule.code);
        self.rules.dedup_by_key(|rule| rule.code);
    }

    /// Adds an input that could not be read, so that nobody takes it for checked.
    ///
    /// ```
    /// use qingdan::report::Verdict;
    /// use qingdan::{Aspect, Checker, Message};
    /// let mut report = Checker::new().check_bytes("a.json", b"{}");
    /// report.add_unread("b.json", Message::new("没有读取权限", "permission denied"));
    /// assert_eq!(report.unread_inputs[0].name, "b.json");
    /// assert_ne!(report.verdict(Aspect::Valid), Verdict::Yes);
    /// ```
    pub fn add_unread(&mut self, name: &str, message: Message) {
        self.unread_inputs.push(UnreadInput { name: name.to_owned(), message });
    }
}
