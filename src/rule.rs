//! What a rule is: what it says of itself, how it looks, and what it hands over.
//!
//! A rule is one literal at the top of a file of its own (`rules/`), with its page beside it: the explanation in two
//! languages, and the examples by which it is tested. From both come `explain`, the list of rules and the coverage of a
//! report.

use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::Lang;
use crate::model::{Field, Kind};

mod draft;
mod drafts;
mod findings;
mod item_seen;
mod look;
mod page;
mod scope;

pub use draft::Draft;
pub(crate) use draft::{Identity, OfSource};
pub(crate) use drafts::{Drafts, KeptDrafts, Most};
pub use findings::Findings;
pub(crate) use findings::Gap;
pub use item_seen::ItemSeen;
pub use look::{CatalogLook, CitationLook, ItemLook, KeepsItem, KeptItemLook, KeptLook, Look, RecordLook, TextLook};
pub use page::{EXAMPLE_HEADER, EXAMPLE_PARAMETERS, Example, ExampleInput, Shows};
pub use scope::Scope;

pub use crate::judged::OtherCatalog;

pub use crate::judged::{AmongAll, Whole};
pub use crate::lang::Bilingual;
pub use crate::law::region::{FixedValue, Parameter};
pub use crate::law::{Period, Provision};
pub use crate::model::leaf::Leaf;
pub use crate::model::path::Path;

/// 规则: one rule, with the ground on which it stands.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::exhaustive_structs, reason = "rules are written as literals that end in `..Rule::own(…)`")]
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
    /// 所需字段: the fields without which it has nothing to say, in groups that it needs together. Where the source holds
    /// all of a group it runs; where it holds no group, it does not. A look at items is at those lists alone of which a
    /// group is held.
    pub reads: &'static [&'static [Field]],
    /// 查看方式: what it is called for.
    pub looks: &'static [Look],
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

    /// A rule of one's own, of the code `X` and three digits: an error about form until more is said. With
    /// [`Checker::rule`](crate::Checker::rule) it runs beside the others, as one of them.
    ///
    /// ```
    /// use qingdan::rule::{Findings, Leaf, Look, Rule, Scope};
    /// use qingdan::{Bilingual, Checker, Severity};
    ///
    /// fn old_name(_: &Scope<'_>, name: Leaf<'_>, findings: &mut Findings<'_>) {
    ///     if name.text.contains("工商局") {
    ///         findings.at(name.pointer(), "机构改革后已无工商局", "there is no such bureau any more").found(name.text);
    ///     }
    /// }
    ///
    /// static OLD_NAME: Rule = Rule {
    ///     severity: Severity::Warning,
    ///     looks: &[Look::Field("name", old_name)],
    ///     ..Rule::own(1, "old-name", Bilingual::new("机构改革前的名称", "a name of before the reform"))
    /// };
    ///
    /// let text = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
    ///   "organizations": [{"id": "gs", "name": "杭锦旗工商局", "kind": "department"}]}"#;
    /// let report = Checker::new().rule(&OLD_NAME).check_bytes("a", text.as_bytes());
    /// assert_eq!(report.findings().next().map(|finding| finding.code.to_string()), Some("X001".to_owned()));
    /// ```
    ///
    /// # Panics
    /// Where the number has more than three digits: in a constant that does not compile.
    #[must_use]
    pub const fn own(number: u16, name: &'static str, title: Bilingual) -> Self {
        Self { code: RuleCode::own(number), name, title, ..Self::BLANK }
    }

    /// The fields that it reads, each once.
    pub fn fields(&self) -> impl Iterator<Item = Field> + use<> {
        let mut fields: Vec<Field> = Vec::new();
        for &field in self.reads.iter().copied().flatten() {
            if !fields.contains(&field) {
                fields.push(field);
            }
        }
        fields.into_iter()
    }

    /// The groups of fields that it reads of records of this kind.
    pub(crate) fn groups_of(&self, kind: Kind) -> impl Iterator<Item = &'static [Field]> {
        self.reads.iter().copied().filter(move |group| group.iter().any(|field| field.kind() == kind))
    }

    /// Whether the source holds none of what it reads of records of this kind.
    pub(crate) fn lacks(&self, kind: Kind, scope: &Scope<'_>) -> bool {
        let mut groups = self.groups_of(kind).peekable();
        groups.peek().is_some() && !groups.any(|group| scope.holds_all(group))
    }

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
    /// 地区参数: a value of a parameter for the division of the catalog, held or given.
    Parameter(Parameter),
}
