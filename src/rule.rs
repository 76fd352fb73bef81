//! What a rule is: what it says of itself, how it looks, and what it hands over.
//!
//! A rule is one literal at the top of a file of its own (`rules/`), with its page beside it: the explanation in two
//! languages, and the examples by which it is tested. From both come `explain`, the list of rules and the coverage of a
//! report.

use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::Lang;

mod draft;
mod findings;
mod look;
mod page;
mod scope;

pub(crate) use draft::{Draft, Identity};
pub(crate) use findings::{Findings, Gap};
pub(crate) use look::{CatalogLook, Look, RecordLook, TextLook};
pub use page::{EXAMPLE_HEADER, Example, ExampleInput, Shows};
pub(crate) use scope::Scope;

pub use crate::lang::Bilingual;
pub use crate::law::{Period, Provision};

/// 规则: one rule, with the ground on which it stands.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Rule {
    /// 规则编号: its code; never renamed or reused.
    pub code: RuleCode,
    /// 规则名: its name in English words.
    pub name: &'static str,
    /// 判断方面: the question to which its findings belong, unless one says otherwise.
    pub aspect: Aspect,
    /// 严重程度: how grave its findings are, unless one says otherwise.
    pub severity: Severity,
    /// 起始版本: the version of this library that brought it.
    pub since: &'static str,
    /// 停用: when it was retired and what took its place.
    pub retired: Option<Retirement>,
    /// 标题: what it finds, in a few words.
    pub title: Bilingual,
    /// 计数单位: for what there is one finding.
    pub unit: Bilingual,
    /// 整改建议: what to do about a finding, unless one says more.
    pub help: Bilingual,
    /// 依据: the provisions or clauses of standards on which it stands.
    pub citations: &'static [Provision],
    /// 适用期间: the days from and to which it applies; none: always. As of a day outside of it the rule does not run.
    /// Without a day it runs unless the period has an end.
    pub period: Option<Period>,
    /// 所需输入: what it needs besides the catalog.
    pub needs: &'static [Need],
    /// 所需字段: the fields without which it has nothing to say; where the source does not hold them, it does not run.
    pub reads: &'static [&'static str],
    /// How it looks.
    pub(crate) looks: &'static [Look],
    /// 说明页: its page in Markdown, with explanation and examples.
    pub page: &'static str,
}

impl Rule {
    /// What most rules have not, for the ends of their literals.
    pub(crate) const BLANK: Self = Self {
        code: RuleCode::new(0),
        name: "",
        aspect: Aspect::Valid,
        severity: Severity::Error,
        since: "",
        retired: None,
        title: Bilingual { zh: "", en: "" },
        unit: Bilingual { zh: "", en: "" },
        help: Bilingual { zh: "", en: "" },
        citations: &[],
        period: None,
        needs: &[],
        reads: &[],
        looks: &[],
        page: "",
    };

    /// The explanation in Markdown: what is checked, why, and what to do.
    #[must_use]
    pub fn explanation(&self, lang: Lang) -> &'static str {
        page::explanation(self.page, lang)
    }

    /// 示例: examples in which it speaks, each exactly where it says, and examples in which no rule does, the boundary
    /// among them.
    ///
    /// ```
    /// use qingdan::rule::Shows;
    /// let rule = qingdan::rules::find("QD307".parse()?).ok_or("no such rule")?;
    /// let first = rule.examples().next().ok_or("no example")?;
    /// assert_eq!(first.shows, Shows::Fails);
    /// assert_eq!(first.at, ["/licensing_items/0/promised_limits/0/amount"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn examples(&self) -> impl Iterator<Item = Example> + use<> {
        page::examples(self.page)
    }
}

/// 停用: the end of a rule; its code is kept and never given again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retirement {
    /// The version that retired it.
    pub since: &'static str,
    /// The rule that took its place.
    pub replaced_by: Option<RuleCode>,
}

/// 所需输入: what a rule needs besides the catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Need {
    /// The day as of which to judge.
    AsOf,
    /// Facts about legal instruments that are no more than twelve months older than the day.
    Law,
    /// The superior level's list.
    Superior,
    /// The previous edition.
    Previous,
    /// How the articles of known instruments begin.
    Openings,
}
