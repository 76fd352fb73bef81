//! How to check: as of which day, by which rules, within which bounds.

use std::num::NonZeroUsize;
use std::sync::Arc;

use super::RuleSelector;
use crate::baseline::Baseline;
use crate::finding::{RuleCode, Severity};
use crate::law::facts::LawFacts;
use crate::law::openings::{Held, Openings};
use crate::law::region::GivenValue;
use crate::model::{Catalog, Date, Spelling};
use crate::read::Limits;
use crate::report::Suppression;
use crate::rule::{OtherCatalog, Rule};
use crate::rules;

/// 检查范围: which of the files are checked to which suppressions may belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum FilesChecked {
    /// All of them.
    #[default]
    All,
    /// Some of them.
    Some,
}

/// 检查: how to check: as of which day, which rules, within which bounds.
///
/// ```
/// use qingdan::{Checker, Lang};
/// let report = Checker::new().as_of("2026-11-23".parse()?).check_bytes(
///     "example",
///     br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
///          "organizations": [{"id": "water", "name": "b", "kind": "department", "credit_code": "11440300007542785T"}]}"#,
/// );
/// let finding = report.findings().next().ok_or("nothing found")?;
/// assert_eq!(finding.code(), "QD102");
/// assert_eq!(finding.place.pointer.as_str(), "/organizations/0/credit_code");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Checker {
    pub(super) as_of: Option<Date>,
    pub(super) limits: Limits,
    pub(super) selected: Vec<RuleSelector>,
    pub(super) ignored: Vec<RuleSelector>,
    pub(super) max_findings: Option<usize>,
    pub(super) spelling: Option<Spelling>,
    /// From the highest to the nearest.
    pub(super) superiors: Vec<OtherCatalog>,
    pub(super) previous: Option<OtherCatalog>,
    pub(super) parameters: Vec<GivenValue>,
    levels: Vec<(RuleSelector, Severity)>,
    own: Vec<&'static Rule>,
    pub(super) suppressions: Vec<Suppression>,
    pub(super) files: FilesChecked,
    pub(super) baseline: Option<Arc<Baseline>>,
    pub(super) law: Option<Arc<LawFacts>>,
    openings: Option<Arc<Openings>>,
    /// How many threads judge passages of lines; none or one where nobody tells it.
    pub(super) threads: usize,
    /// About how many bytes are read and judged at once, where that is told.
    pub(super) passage: Option<u64>,
}

impl Checker {
    /// All rules, no day, the default limits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The day as of which to judge. The library never reads the clock; rules that need the day do not run without.
    #[must_use]
    pub fn as_of(mut self, day: Date) -> Self {
        self.as_of = Some(day);
        self
    }

    /// Facts about legal instruments besides those that the library holds; a title in them goes before what is held.
    ///
    /// ```
    /// use qingdan::Checker;
    /// use qingdan::law::facts::LawFacts;
    /// let ours = LawFacts::from_csv("title,rank,status,ended_on\n某市节水条例,local_regulation,repealed,2026-01-01\n".as_bytes())?;
    /// let checker = Checker::new().as_of("2026-11-25".parse()?).law_facts(ours);
    /// let report = checker.check_bytes("example", r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
    ///   "licensing_items": [{"id": "a", "name": "取水许可", "item_level": "main",
    ///     "set_by": [{"title": "某市节水条例", "articles": [{"article": 7}]}]}]}"#.as_bytes());
    /// assert_eq!(report.findings().next().map(|finding| finding.code.to_string()), Some("QD203".to_owned()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn law_facts(mut self, facts: LawFacts) -> Self {
        let mut law = self.law.map_or_else(|| LawFacts::known().clone(), Arc::unwrap_or_clone);
        law.extend(facts);
        self.law = Some(Arc::new(law));
        self
    }

    /// How the articles of instruments begin, besides what the library holds (with the feature `openings`); an edition in
    /// them goes before what is held. Rule QD210 does not run where nothing is held.
    ///
    /// ```
    /// use qingdan::Checker;
    /// use qingdan::law::openings::Openings;
    /// let ours = Openings::from_tsv("title\tversion_date\topenings\n某市节水条例\t2024-03-01\t7:0f3a21\n".as_bytes())?;
    /// let checker = Checker::new().as_of("2026-11-25".parse()?).openings(ours);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn openings(mut self, openings: Openings) -> Self {
        let mut all = match self.openings.take() {
            Some(given) => Arc::unwrap_or_clone(given),
            None => Held::shipped().map(|held| held.get().clone()).unwrap_or_default(),
        };
        all.extend(openings);
        self.openings = Some(Arc::new(all));
        self
    }

    /// 线程数: on how many threads NDJSON is judged that is not held ([`Checker::check_file`], [`Checker::check_reader`]); on
    /// one unless told, and always on one where there are no threads (`wasm32-unknown-unknown`). The report is the same for
    /// any number, byte for byte. A document is judged on one: where its records begin shows only while it is read.
    ///
    /// ```
    /// use std::io::Cursor;
    /// use std::num::NonZeroUsize;
    /// use qingdan::Checker;
    /// let lines = br#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"}}
    /// {"organization": {"id": "water", "name": "b"}}"#;
    /// let checker = Checker::new();
    /// let one = checker.check_reader("catalog.ndjson", Cursor::new(lines))?;
    /// let two = checker.threads(NonZeroUsize::MIN.saturating_add(1)).check_reader("catalog.ndjson", Cursor::new(lines))?;
    /// assert_eq!(one, two);
    /// # Ok::<(), std::io::Error>(())
    /// ```
    #[must_use]
    pub fn threads(mut self, threads: NonZeroUsize) -> Self {
        self.threads = if cfg!(target_family = "wasm") { 1 } else { threads.get() };
        self
    }

    /// About how many bytes of an input that is not held are read and judged at once: no report depends on it. For tests.
    #[doc(hidden)]
    #[must_use]
    pub fn passage(mut self, bytes: u64) -> Self {
        self.passage = Some(bytes);
        self
    }

    /// The openings of articles by which to judge.
    pub(super) fn openings_held(&self) -> Option<Held<'_>> {
        match &self.openings {
            Some(given) => Some(Held::Given(given)),
            None => Held::shipped(),
        }
    }

    /// The facts about legal instruments by which to judge.
    pub(super) fn law(&self) -> &LawFacts {
        self.law.as_deref().unwrap_or_else(|| LawFacts::known())
    }

    /// 地区参数: what a region fixes for itself, by whoever has read the provision; it goes before what the library holds.
    /// Called again, this too. Rules that need a parameter of which there is no value for the catalog's division do not run.
    ///
    /// ```
    /// use std::num::NonZeroU16;
    /// use qingdan::Checker;
    /// use qingdan::codelist::TimeUnit;
    /// use qingdan::law::region::{GivenValue, Parameter};
    /// let twenty = NonZeroU16::new(20).ok_or("zero")?;
    /// let checker = Checker::new()
    ///     .parameter(GivenValue::new(Parameter::AdjustmentPublication, twenty, TimeUnit::WorkingDay));
    /// let text = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
    ///   "adjustments": [{"id": "a", "item_kind": "power_item", "operation": "cancel", "decision": "杭政发〔2025〕3号",
    ///     "decided_on": "2025-01-16", "published_on": "2025-06-30"}]}"#;
    /// let report = checker.check_bytes("a", text.as_bytes());
    /// assert_eq!(report.findings().next().map(|finding| finding.code.to_string()), Some("QD811".to_owned()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn parameter(mut self, value: GivenValue) -> Self {
        self.parameters.push(value);
        self
    }

    /// Other bounds on what is read.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Only these rules; called again, these too.
    #[must_use]
    pub fn select(mut self, rules: impl IntoIterator<Item = RuleSelector>) -> Self {
        self.selected.extend(rules);
        self
    }

    /// Not these rules; this goes before [`Checker::select`].
    #[must_use]
    pub fn ignore(mut self, rules: impl IntoIterator<Item = RuleSelector>) -> Self {
        self.ignored.extend(rules);
        self
    }

    /// How many findings of one rule to list. Unless it is told all are listed up to 10,000 of a rule, and more as long as
    /// there is no more than one for 100 bytes of the input. All are counted.
    #[must_use]
    pub fn max_findings(mut self, most: usize) -> Self {
        self.max_findings = Some(most);
        self
    }

    /// The spelling of the input, where its content must not decide (a broken first line of NDJSON, for one).
    #[must_use]
    pub fn spelling(mut self, spelling: Spelling) -> Self {
        self.spelling = Some(spelling);
        self
    }

    /// How grave the findings of these rules are to be called, whatever the rules say; the last word on a rule counts. It
    /// decides what is shown and how a check ends, and never a verdict: that goes by the rules' own severities.
    ///
    /// ```
    /// use qingdan::{Checker, Severity};
    /// let text = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
    ///   "organizations": [{"id": "w", "name": "水利局", "kind": "department", "parent": "w2"}]}"#;
    /// let checker = Checker::new().level(["QD009".parse()?], Severity::Info);
    /// let report = checker.check_bytes("a", text.as_bytes());
    /// assert_eq!((report.count(Severity::Error), report.count(Severity::Info)), (0, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn level(mut self, rules: impl IntoIterator<Item = RuleSelector>, severity: Severity) -> Self {
        self.levels.extend(rules.into_iter().map(|rule| (rule, severity)));
        self
    }

    /// 搁置: findings that somebody answers for, each with the record, the reason, the ground and the last day; called again,
    /// these too. The report tells which were used, which were not, and which have expired ([`Suppression`]).
    #[must_use]
    pub fn suppress(mut self, suppressions: impl IntoIterator<Item = Suppression>) -> Self {
        self.suppressions.extend(suppressions);
        self
    }

    /// Whether all files are checked to which suppressions may belong, or some of them, such as those that were changed: then
    /// nothing is called unused whose record is in none of those.
    #[must_use]
    pub fn files(mut self, files: FilesChecked) -> Self {
        self.files = files;
        self
    }

    /// 基线: the findings that are known; only others are listed and counted, and the report tells which known ones are not
    /// there any more ([`Baseline`]). A finding for which somebody answers ([`Checker::suppress`]) is not looked up.
    #[must_use]
    pub fn baseline(mut self, baseline: Baseline) -> Self {
        self.baseline = Some(Arc::new(baseline));
        self
    }

    /// A rule of one's own beside the others ([`Rule::own`]); called again, this too.
    #[must_use]
    pub fn rule(mut self, rule: &'static Rule) -> Self {
        self.own.push(rule);
        self
    }

    /// The list of a superior level, by which rules judge that need it; without one they do not run. Called again, this is
    /// the list of the next level below: nation, region, league; of the lists that have an item the nearest speaks.
    ///
    /// ```
    /// use qingdan::model::{Header, Kind, LicensingItem};
    /// use qingdan::{Catalog, Checker};
    /// let mut league = Catalog::new(Header::new("鄂尔多斯市行政许可事项清单".parse()?, "150600".parse()?));
    /// league.header.covers.push(Kind::LicensingItem);
    /// let mut banner = Catalog::new(Header::new("杭锦旗行政许可事项清单".parse()?, "150625".parse()?));
    /// let mut item = LicensingItem::new("take-water".parse()?, "取水许可".parse()?);
    /// item.set_by.push("《中华人民共和国水法》第四十八条".parse()?);
    /// item.superior_item = Some("no-such-item".parse()?);
    /// banner.licensing_items.insert(item)?;
    /// let report = Checker::new().superior(&league).check(&banner);
    /// // The city has no such item, and no item of this name.
    /// let found: Vec<String> = report.findings().map(|finding| finding.code.to_string()).collect();
    /// assert_eq!(found, ["QD801", "QD813"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn superior(mut self, superior: &Catalog) -> Self {
        self.superiors.push(OtherCatalog::new(superior));
        self
    }

    /// The edition before this one, by which rules judge that need it; without it they do not run.
    #[must_use]
    pub fn previous(mut self, previous: &Catalog) -> Self {
        self.previous = Some(OtherCatalog::new(previous));
        self
    }

    /// The rules: those of this version, and one's own.
    pub(super) fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        rules::all().chain(self.own.iter().copied())
    }

    /// The rule with this code.
    pub(super) fn find(&self, code: RuleCode) -> Option<&'static Rule> {
        self.rules().find(|rule| rule.code == code)
    }

    /// How many findings of a rule are kept while it runs, where somebody tells it: as many as ever where some of them are
    /// set aside afterwards, as nobody knows yet which.
    pub(super) fn kept_of_a_rule(&self) -> Option<usize> {
        self.max_findings.filter(|_| self.suppressions.is_empty() && self.baseline.is_none())
    }

    /// The severity that the findings of a rule are to have, if somebody says so.
    pub(super) fn level_of(&self, code: RuleCode) -> Option<Severity> {
        self.levels.iter().rev().find(|(selector, _)| selector.matches(code)).map(|(_, severity)| *severity)
    }
}
