//! Rules: what each says, on what ground, and how it looks.
//!
//! A rule is one literal in the file of its family; from it come `explain`, the list of rules and the coverage of a
//! report. Explanations stand in one Markdown file per family, beside the Rust file. A rule that is announced and
//! not built yet stands in `planned.rs`, so that no verdict can forget it.

use std::ops::Range;
use std::sync::LazyLock;

use crate::finding::{Aspect, NotRunReason, RecordKey, RuleCode, Severity};
use crate::lang::{Lang, Message};
use crate::law::facts::LawFacts;
use crate::law::openings::Openings;
use crate::model::visit::Leaf;
use crate::model::{Date, FieldPath, Header, Pointer, RecordRef};

mod basis;
mod codes;
mod family;
mod figures;
mod index;
mod interner;
mod licensing;
mod planned;
pub(crate) mod reading;
mod service;

pub(crate) use basis::{JUDGING_INSTRUMENTS, RENUMBERED};
pub use family::FAMILY_TITLES;
pub(crate) use index::{Index, RecordFacts};
pub(crate) use interner::Interner;
pub use planned::{PLANNED, PlannedRule};

pub use crate::lang::Bilingual;
pub use crate::law::{Period, Provision};

/// The rules of each family, in the order of their codes.
const FAMILIES: &[Family] =
    &[reading::FAMILY, codes::FAMILY, basis::FAMILY, licensing::FAMILY, service::FAMILY, figures::FAMILY];

/// 规则族: the rules of one hundred.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Family {
    /// The rules in the order of their codes.
    pub(crate) rules: &'static [Rule],
    /// The explanations: Markdown with one section a rule.
    pub(crate) explanations: &'static str,
}

/// All rules of this version, in the order of their codes.
///
/// ```
/// let errors = qingdan::rule::all().filter(|rule| rule.severity == qingdan::Severity::Error);
/// assert!(errors.count() > 10);
/// ```
pub fn all() -> impl Iterator<Item = &'static Rule> {
    FAMILIES.iter().flat_map(|family| family.rules)
}

/// The rules that are announced and that this version does not have, but for those that wait for an input.
pub(crate) fn not_built() -> impl Iterator<Item = &'static PlannedRule> {
    PLANNED.iter().filter(|planned| planned.waits_for.is_none())
}

/// The rule with this code, if this version has it.
#[must_use]
pub fn find(code: RuleCode) -> Option<&'static Rule> {
    all().find(|rule| rule.code == code)
}

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
    /// 反例: examples in which it fires, each exactly where it says.
    pub fails: &'static [Example],
    /// 正例: examples in which no rule fires, the boundary among them.
    pub passes: &'static [Example],
    /// How it looks.
    pub(crate) checks: &'static [Check],
}

impl Rule {
    /// An error about form, of the first version, that nothing is said of yet: what the literals of a family begin with.
    const fn new(number: u16, name: &'static str, title: Bilingual, unit: Bilingual, help: Bilingual) -> Self {
        Self {
            code: RuleCode::new(number),
            name,
            aspect: Aspect::Valid,
            severity: Severity::Error,
            since: "0.1.0",
            retired: None,
            title,
            unit,
            help,
            citations: &[],
            period: None,
            needs: &[],
            reads: &[],
            fails: &[],
            passes: &[],
            checks: &[],
        }
    }

    /// The explanation in Markdown: what is checked, why, and what to do.
    #[must_use]
    pub fn explanation(&self, lang: Lang) -> &'static str {
        static EMPTY: &str = "";
        EXPLANATIONS.iter().find(|(code, known, _)| *code == self.code && *known == lang).map_or(EMPTY, |found| found.2)
    }
}

/// The sections of the families' Markdown: `# QD101 zh`, then the text.
static EXPLANATIONS: LazyLock<Vec<(RuleCode, Lang, &'static str)>> = LazyLock::new(|| {
    let sections = FAMILIES.iter().flat_map(|family| family.explanations.split("\n# ").skip(1));
    sections
        .filter_map(|section| {
            let (heading, text) = section.split_once('\n')?;
            let (code, lang) = heading.split_once(' ')?;
            Some((code.parse().ok()?, lang.parse().ok()?, text.trim()))
        })
        .collect()
});

/// A text in both languages, for the literals of rules.
const fn two(zh: &'static str, en: &'static str) -> Bilingual {
    Bilingual { zh, en }
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

/// 示例: a catalog, and where the rule fires in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Example {
    /// What it shows.
    pub note: Bilingual,
    /// The catalog.
    pub input: ExampleInput,
    /// The JSON Pointers of the findings, in order; empty where the rule is silent.
    pub at: &'static [&'static str],
}

/// 示例输入: the text of an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExampleInput {
    /// Members of a document that begins with [`EXAMPLE_HEADER`].
    Members(&'static str),
    /// The whole input.
    Whole(&'static [u8]),
}

/// The header of examples that give members only.
pub const EXAMPLE_HEADER: &str =
    r#""header": {"schema_version": "1.0", "title": "杭锦旗权责清单", "division": "150625", "level": "county"}"#;

impl Example {
    /// An example that gives the members after the header.
    pub(crate) const fn members(note: Bilingual, members: &'static str, at: &'static [&'static str]) -> Self {
        Self { note, input: ExampleInput::Members(members), at }
    }

    /// An example that gives the whole input.
    pub(crate) const fn whole(note: Bilingual, text: &'static [u8], at: &'static [&'static str]) -> Self {
        Self { note, input: ExampleInput::Whole(text), at }
    }

    /// The whole text of the example.
    #[must_use]
    pub fn text(&self) -> Vec<u8> {
        match self.input {
            ExampleInput::Members("") => format!("{{{EXAMPLE_HEADER}}}").into_bytes(),
            ExampleInput::Members(members) => format!("{{{EXAMPLE_HEADER}, {members}}}").into_bytes(),
            ExampleInput::Whole(text) => text.to_vec(),
        }
    }
}

/// Looks at one named text.
pub(crate) type TextCheck = fn(&Scope<'_>, Leaf<'_>, &mut Findings<'_>);
/// Looks at one record.
pub(crate) type RecordCheck = fn(&Scope<'_>, RecordRef<'_>, &mut Findings<'_>);
/// Looks at the facts of all records.
pub(crate) type CatalogCheck = fn(&Scope<'_>, &Index, &mut Findings<'_>);

/// How a rule looks. A rule may look in several ways.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Check {
    /// It is found while reading.
    Reading,
    /// It looks at each text that somebody wrote, in the header and in every record: plain texts, codes and dates.
    Text(TextCheck),
    /// It looks at each code and date.
    Code(TextCheck),
    /// It looks at each record alone.
    Record(RecordCheck),
    /// It looks at the facts of all records.
    Catalog(CatalogCheck),
}

/// What every rule may know besides what it looks at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scope<'a> {
    /// The header of the catalog; none where it could not be read.
    pub(crate) header: Option<&'a Header>,
    /// The fields that the source does not hold.
    pub(crate) not_held: &'a [FieldPath],
    /// The day as of which to judge.
    pub(crate) as_of: Option<Date>,
    /// The instruments that are known.
    pub(crate) law: &'a LawFacts,
    /// How their articles begin, where that is known.
    pub(crate) openings: Option<&'a Openings>,
}

impl Scope<'_> {
    /// Whether the source has this field at all, and those above it; what is not held is never missing.
    pub(crate) fn holds(&self, field: &str) -> bool {
        !self.not_held.iter().any(|path| path.includes(field))
    }
}

/// Where a finding of a rule stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Spot {
    /// Below the header.
    Header(Pointer),
    /// Below a record, by its ordinal in the index.
    Record(u32, Pointer),
    /// In the input, where reading found it.
    Input {
        /// The bytes.
        span: Range<usize>,
        /// The nearest thing that is there, from the root.
        pointer: Pointer,
        /// The path below the record, or the whole.
        path: Pointer,
        /// The record, by its ordinal.
        record: Option<u32>,
    },
}

/// Takes the findings of one rule.
#[derive(Debug)]
pub(crate) struct Findings<'a> {
    rule: &'static Rule,
    /// What is looked at: the header, or a record by its ordinal.
    record: Option<u32>,
    drafts: &'a mut Vec<Draft>,
    gaps: Vec<Gap>,
    saw_nothing: bool,
}

/// Something on which a rule could not run.
#[derive(Debug)]
pub(crate) struct Gap {
    pub(crate) rule: RuleCode,
    pub(crate) reason: NotRunReason,
    /// The field or record.
    pub(crate) on: String,
}

impl<'a> Findings<'a> {
    pub(crate) fn new(rule: &'static Rule, record: Option<u32>, drafts: &'a mut Vec<Draft>) -> Self {
        Self { rule, record, drafts, gaps: Vec::new(), saw_nothing: false }
    }

    /// Writes down that the rule could not run on a field or record; for catalog checks.
    pub(crate) fn not_run_on(&mut self, on: impl Into<String>, reason: NotRunReason) {
        self.gaps.push(Gap { rule: self.rule.code, reason, on: on.into() });
    }

    /// Writes down that there was nothing at all on which the rule could run; for catalog checks.
    pub(crate) fn saw_nothing(&mut self) {
        self.saw_nothing = true;
    }

    /// Whether the rule looked at anything.
    pub(crate) fn has_run(&self) -> bool {
        !self.saw_nothing
    }

    /// What the rule could not run on.
    pub(crate) fn into_gaps(self) -> Vec<Gap> {
        self.gaps
    }

    /// A finding at a path below what is looked at; for text and record checks.
    pub(crate) fn at(&mut self, path: Pointer, zh: impl Into<String>, en: impl Into<String>) -> &mut Draft {
        self.at_spot(self.spot(path), zh, en)
    }

    /// The spot at a path below what is looked at.
    pub(crate) fn spot(&self, path: Pointer) -> Spot {
        match self.record {
            Some(ordinal) => Spot::Record(ordinal, path),
            None => Spot::Header(path),
        }
    }

    /// A finding anywhere; for catalog checks.
    pub(crate) fn at_spot(&mut self, spot: Spot, zh: impl Into<String>, en: impl Into<String>) -> &mut Draft {
        self.drafts.push(Draft {
            rule: self.rule,
            spot,
            severity: self.rule.severity,
            aspect: self.rule.aspect,
            found: None,
            allowed: Vec::new(),
            expected: None,
            related: Vec::new(),
            message: Message::new(zh, en),
            help: None,
            identity: None,
            naming: None,
        });
        // The one just pushed is there.
        let last = self.drafts.len().saturating_sub(1);
        #[expect(clippy::indexing_slicing, reason = "one was pushed in the line above")]
        &mut self.drafts[last]
    }
}

/// A finding before its place is worked out.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) rule: &'static Rule,
    pub(crate) spot: Spot,
    pub(crate) severity: Severity,
    pub(crate) aspect: Aspect,
    pub(crate) found: Option<String>,
    pub(crate) allowed: Vec<String>,
    pub(crate) expected: Option<Message>,
    pub(crate) related: Vec<(Spot, Message)>,
    pub(crate) message: Message,
    /// The message that names the record and the related one, which only their places tell.
    pub(crate) naming: Option<Naming>,
    pub(crate) help: Option<Message>,
    /// By what it is known, where that is not the record, path and value at which it is told.
    pub(crate) identity: Option<Identity>,
}

/// By what a finding is known that stands for many places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Identity {
    OfCatalog(String),
    OfRecord(String),
}

/// Words about a record and one that is related to it.
pub(crate) type Naming = fn(found: &str, record: &str, related: &str) -> Message;

impl Draft {
    /// The value found.
    pub(crate) fn found(&mut self, found: &str) -> &mut Self {
        self.found = Some(crate::print::excerpt(found));
        self
    }

    /// What it is about, where one finding stands for many places of a catalog: it is the same finding when another of them
    /// comes first.
    pub(crate) fn of_catalog(&mut self, about: impl Into<String>) -> &mut Self {
        self.identity = Some(Identity::OfCatalog(about.into()));
        self
    }

    /// What it is about, where it stands for many places of its record.
    pub(crate) fn of_record(&mut self, about: impl Into<String>) -> &mut Self {
        self.identity = Some(Identity::OfRecord(about.into()));
        self
    }

    /// What is allowed there in words, where it is no list of values.
    pub(crate) fn expected(&mut self, zh: impl Into<String>, en: impl Into<String>) -> &mut Self {
        self.expecting(Message::new(zh, en))
    }

    /// What is allowed there in words that are there already.
    pub(crate) fn expecting(&mut self, words: Message) -> &mut Self {
        self.expected = Some(words);
        self
    }

    /// The values that are allowed there, as they are to be written.
    pub(crate) fn allowed<T: Into<String>>(&mut self, allowed: impl IntoIterator<Item = T>) -> &mut Self {
        self.allowed = allowed.into_iter().map(Into::into).collect();
        self
    }

    /// The message, where the names of the record and of the related one are known.
    pub(crate) fn naming(&mut self, naming: Naming) -> &mut Self {
        self.naming = Some(naming);
        self
    }

    /// The message about these records.
    pub(crate) fn message_about(&self, record: Option<&RecordKey>, related: Option<&RecordKey>) -> Message {
        let name = |key: Option<&RecordKey>| key.and_then(|key| key.name.as_deref()).map(crate::print::excerpt);
        match (self.naming, &self.found, name(record), name(related)) {
            (Some(naming), Some(found), Some(record), Some(related)) => naming(found, &record, &related),
            _ => self.message.clone(),
        }
    }

    /// Another severity than the rule's own.
    pub(crate) fn severity(&mut self, severity: Severity) -> &mut Self {
        self.severity = severity;
        self
    }

    /// Another place that belongs to it.
    pub(crate) fn related(&mut self, spot: Spot, zh: impl Into<String>, en: impl Into<String>) -> &mut Self {
        self.related.push((spot, Message::new(zh, en)));
        self
    }

    /// Another place in the same record that belongs to it.
    pub(crate) fn related_below(&mut self, path: Pointer, zh: impl Into<String>, en: impl Into<String>) -> &mut Self {
        let spot = match &self.spot {
            Spot::Record(ordinal, _) => Spot::Record(*ordinal, path),
            _ => Spot::Header(path),
        };
        self.related(spot, zh, en)
    }

    /// What to do, where more can be said than the rule's own help.
    pub(crate) fn help(&mut self, zh: impl Into<String>, en: impl Into<String>) -> &mut Self {
        self.help = Some(Message::new(zh, en));
        self
    }
}
