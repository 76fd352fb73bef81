//! What comes of a published figure: can it be, does it add up, and is it what the catalog counts?

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::definition::Definition;
use super::exact::Exact;
use super::tally::{NotCounted, Tally};
use super::{Attainable, Rate, Statistic};
use crate::codelist::{CountingUnit, Measure, Metric, closed_list};
use crate::lang::Message;
use crate::model::{Date, Decimal, FieldPath, FigurePart, FigureScope, Header, Kind, PublishedFigure, Written};

/// 公布数据核对: a published figure with what comes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Claim {
    /// 公布数据: the published figure.
    pub published_figure: PublishedFigure,
    /// 比率核对: whether the rate can be over its total; none for counts, and for rates that are not of whole numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<RateCheck>,
    /// 分项核对: whether the parts add up; none where there are no parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<PartsCheck>,
    /// 重算: what the catalog itself counts.
    pub recount: Recount,
    /// 未说明: what the figure leaves open.
    pub undefined: Vec<Undefined>,
}

/// 比率核对: which whole numbers over the stated total give a printed rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct RateCheck {
    /// 结论: what comes of it.
    pub verdict: RateVerdict,
    /// 最小分子: the least number that gives the rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<u64>,
    /// 最大分子: the greatest number that gives the rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub greatest: Option<u64>,
    /// 另行公布的分子: the number that another figure states for the same thing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted: Option<u64>,
    /// 最接近的比率: where no number gives the rate, the nearest ones that exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<NearestRate>,
}

/// 最接近的比率: a rate that exists over the total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct NearestRate {
    /// 分子: the part.
    pub numerator: u64,
    /// 百分比: the rate in per cent, with as many decimals as the published one.
    pub percent: Decimal,
}

closed_list! {
    /// 比率结论: what comes of a published rate over its total.
    RateVerdict {
        Attainable = "attainable", "可以得出";
        /// No whole number over the total gives it, rounded half up or cut off.
        Unattainable = "unattainable", "不可能得出";
        /// It can be, but another published figure states a number that gives another rate.
        Contradicted = "contradicted", "与另一公布数据矛盾";
    }
}

/// 分项核对: the parts of a figure and their sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct PartsCheck {
    /// 分项之和: what the parts come to.
    pub sum: Decimal,
    /// 是否相符: whether that is the whole; parts that are rates may each be rounded.
    pub adds_up: bool,
}

/// 重算: what the catalog counts for a published figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Recount {
    /// 结论: whether that is what was published.
    pub comparison: Comparison,
    /// 未比较原因: why it was not compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<NotComparedReason>,
    /// 总数不符: the rate is the same, but not the total over which it is said to be taken.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub total_differs: bool,
    /// 重算结果: what was counted, one way or several.
    pub statistics: Vec<Statistic>,
}

closed_list! {
    /// 比较结论: a published figure beside the catalog's own.
    Comparison {
        Agrees = "agrees", "一致";
        Differs = "differs", "不一致";
        NotCompared = "not_compared", "未比较";
    }
}

closed_list! {
    /// 未比较原因: why a published figure was not compared with the catalog.
    NotComparedReason {
        /// The header does not declare the list complete (`covers`).
        ListIncomplete = "list_incomplete", "清单未声明完整";
        /// The source does not hold the fields (`not_held`).
        NotHeld = "not_held", "来源未采集所需字段";
        RecordsUnread = "records_unread", "部分记录未能读取";
        /// The figure is of a day before this edition.
        EarlierEdition = "earlier_edition", "数据早于本版次";
        MetricUnknown = "metric_unknown", "不认识的指标";
        /// Records of this kind are not counted in this unit or within this scope.
        NotCountable = "not_countable", "此计数单位或者范围无法统计";
        /// Records leave open what the figure asks.
        Unstated = "unstated", "部分记录未说明";
        /// The rate cannot be over its total at all, which is said already.
        Unattainable = "unattainable", "该比率本身不可能得出";
    }
}

closed_list! {
    /// 未说明内容: what a published figure leaves open.
    Undefined {
        Total = "total", "总数";
        Definition = "definition", "口径";
    }
}

/// A published figure under the number of its record.
pub(crate) type NumberedFigure = (u32, PublishedFigure);

/// What the catalog holds, so that nothing missing is taken for nothing there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Held<'a> {
    pub(crate) header: Option<&'a Header>,
    pub(crate) lacks: &'a [FieldPath],
    /// Kinds of which records could not be read.
    pub(crate) unread: &'a [Kind],
}

impl Held<'_> {
    pub(super) fn fields_not_held(&self, definition: Definition) -> Vec<String> {
        let fields = definition.fields().iter();
        fields
            .filter(|field| self.lacks.iter().any(|path| path.includes(field)))
            .map(|&field| field.to_owned())
            .collect()
    }

    /// Whether the list of a kind is declared complete. Bodies and instruments are listed because others refer to
    /// them; they are complete only when declared so, too.
    fn covers(&self, kind: Kind) -> bool {
        self.header.is_some_and(|header| header.covers.contains(&kind))
    }

    /// Whether a figure is of a day before the edition took effect.
    fn is_older(&self, figure: &PublishedFigure) -> bool {
        let edition = self.header.and_then(|header| header.edition.as_ref());
        let begins = edition.and_then(|edition| edition.effective_on.as_ref().or(edition.issued_on.as_ref()));
        let day = |written: Option<&Written<Date>>| written.and_then(Written::value);
        day(begins).zip(day(figure.as_of.as_ref())).is_some_and(|(begins, of)| of < begins)
    }
}

impl Claim {
    /// What comes of the figure, in one sentence.
    #[must_use]
    pub fn verdict(&self) -> Message {
        let rate = self.rate.as_ref().map(|rate| rate.sentence(&self.published_figure));
        let parts = self.parts.as_ref().map(|parts| parts.sentence(&self.published_figure));
        let judged = rate.is_some() || parts.is_some();
        // That it was not compared is said where there is nothing else to say.
        let compared = self.recount.comparison != Comparison::NotCompared || !judged;
        let recount = self.recount.sentence().filter(|_| compared);
        let said: Vec<Message> = [rate, parts, recount].into_iter().flatten().collect();
        let join = |of: fn(&Message) -> &str, between| said.iter().map(of).collect::<Vec<&str>>().join(between);
        Message::new(join(|message| &message.zh, "；"), join(|message| &message.en, "; "))
    }
}

/// What comes of each published figure.
pub(super) fn judge(tally: &Tally<'_>, figures: &[NumberedFigure], held: &Held<'_>) -> Vec<Claim> {
    let all = || figures.iter().map(|(_, figure)| figure);
    let claims = all().map(|figure| Claim {
        published_figure: figure.clone(),
        rate: RateCheck::of(figure).map(|check| check.beside(figure, all())),
        parts: PartsCheck::of(figure),
        recount: recount(tally, figure, held),
        undefined: Undefined::of(figure),
    });
    claims.collect()
}

impl RateCheck {
    /// Whether a published rate can be over its total; none for counts, rates without a total, and rates of time.
    #[must_use]
    pub fn of(figure: &PublishedFigure) -> Option<Self> {
        let total = figure.total.as_ref()?;
        // What promises save is a share of days, and the days are not published.
        if figure.measure != Measure::Rate || figure.metric == Metric::PromiseCompression {
            return None;
        }
        // Over a total that is no whole number there is no rate at all, as over 0.
        let total = Exact::of(total, u32::MAX).count().unwrap_or(0);
        let attainable = Attainable::over(total, &figure.value);
        let decimals = Exact::of(&figure.value, u32::MAX).decimals;
        let nearest = attainable.nearest().map(|rate| NearestRate::new(rate, decimals));
        Some(Self {
            verdict: if attainable.is_empty() { RateVerdict::Unattainable } else { RateVerdict::Attainable },
            least: attainable.bounds().map(|bounds| bounds.0),
            greatest: attainable.bounds().map(|bounds| bounds.1),
            counted: None,
            nearest: nearest.collect(),
        })
    }

    /// The same beside a count of the same thing, if there is one.
    fn beside<'a>(mut self, figure: &PublishedFigure, all: impl Iterator<Item = &'a PublishedFigure>) -> Self {
        let mut counts = all.filter(|other| {
            other.measure == Measure::Count
                && other.metric == figure.metric
                && other.counts == figure.counts
                && other.scope == figure.scope
                && other.as_of == figure.as_of
        });
        self.counted = counts.next().and_then(|count| Exact::of(&count.value, u32::MAX).count());
        if let (RateVerdict::Attainable, Some(counted), Some(least), Some(greatest)) =
            (self.verdict, self.counted, self.least, self.greatest)
            && !(least..=greatest).contains(&counted)
        {
            self.verdict = RateVerdict::Contradicted;
        }
        self
    }
}

impl RateCheck {
    /// The rate beside its total, in words.
    fn sentence(&self, figure: &PublishedFigure) -> Message {
        let (value, total) = (&figure.value, figure.total.as_ref().map_or("", |total| total.as_str()));
        let total = crate::print::excerpt(total);
        match (self.verdict, self.least, self.greatest, self.counted) {
            (RateVerdict::Attainable, _, _, Some(counted)) => {
                Message::new(format!("{counted} / {total} 为 {value} %"), format!("{counted} / {total} is {value} %"))
            }
            (RateVerdict::Contradicted, _, _, counted) => {
                let counted = counted.unwrap_or(0);
                Message::new(
                    format!("另行公布的 {counted} / {total} 不是 {value} %"),
                    format!("{counted} / {total}, published elsewhere, is not {value} %"),
                )
            }
            (RateVerdict::Attainable, Some(least), Some(greatest), None) if least == greatest => {
                Message::new(format!("可能：{least} / {total}"), format!("it can be: {least} / {total}"))
            }
            (RateVerdict::Attainable, least, greatest, None) => {
                let (least, greatest) = (least.unwrap_or(0), greatest.unwrap_or(0));
                Message::new(
                    format!("可能：{least} 至 {greatest} / {total}"),
                    format!("it can be: {least} to {greatest} / {total}"),
                )
            }
            (RateVerdict::Unattainable, ..) => self.impossible(figure),
        }
    }

    /// That no whole number gives the rate, and which rates come nearest.
    pub(crate) fn impossible(&self, figure: &PublishedFigure) -> Message {
        let value = crate::print::excerpt(figure.value.as_str());
        let total = crate::print::excerpt(figure.total.as_ref().map_or("", |total| total.as_str()));
        let nearest: Vec<String> =
            self.nearest.iter().map(|rate| format!("{} / {total} = {} %", rate.numerator, rate.percent)).collect();
        let (mut zh, mut en) = (
            format!("总数 {total} 中没有哪个整数能得出 {value} %"),
            format!("no whole number of {total} gives {value} %"),
        );
        if !nearest.is_empty() {
            zh = format!("{zh}；最接近的是 {}", nearest.join("、"));
            en = format!("{en}; the nearest are {}", nearest.join(" and "));
        }
        Message::new(zh, en)
    }
}

impl NearestRate {
    fn new(rate: Rate, decimals: u32) -> Self {
        Self { numerator: rate.numerator, percent: rate.percent(decimals) }
    }
}

impl PartsCheck {
    /// Whether the parts of a figure come to it; none where there are no parts.
    #[must_use]
    pub fn of(figure: &PublishedFigure) -> Option<Self> {
        if figure.parts.is_empty() {
            return None;
        }
        let exact = |number: &Decimal| Exact::of(number, u32::MAX);
        let sum = figure.parts.iter().map(|part: &FigurePart| exact(&part.value)).fold(ZERO, Exact::plus);
        let whole = exact(&figure.value);
        let off = sum.distance(whole);
        let adds_up = match figure.measure {
            Measure::Count => off.units == 0,
            // Each part, and the whole, may be off by half a unit of its last digit.
            Measure::Rate => {
                let decimals =
                    figure.parts.iter().map(|part| exact(&part.value).decimals).fold(whole.decimals, u32::min);
                let halves = i128::try_from(figure.parts.len()).unwrap_or(i128::MAX).saturating_add(1);
                let twice = Exact { units: off.units.saturating_mul(2), ..off };
                twice.compare(Exact { units: halves, decimals }).is_le()
            }
        };
        Some(Self { sum: sum.to_decimal(), adds_up })
    }
}

impl PartsCheck {
    /// The parts beside the whole, in words.
    fn sentence(&self, figure: &PublishedFigure) -> Message {
        let parts: Vec<&str> = figure.parts.iter().map(|part| part.value.as_str()).collect();
        let (parts, sum) = (parts.join(" + "), &self.sum);
        if self.adds_up {
            Message::new(format!("{parts} = {sum}，相符"), format!("{parts} = {sum}: it adds up"))
        } else {
            let value = &figure.value;
            Message::new(format!("{parts} = {sum}，不是 {value}"), format!("{parts} = {sum}, not {value}"))
        }
    }
}

impl Recount {
    /// What the catalog counts, in words; nothing where the rate was refused already.
    fn sentence(&self) -> Option<Message> {
        let counted = self.ways();
        Some(match (self.comparison, self.reason) {
            (_, Some(NotComparedReason::Unattainable)) => return None,
            (Comparison::NotCompared, reason) => {
                let (zh, en) = reason.map_or(("", ""), |reason| (reason.title_zh(), reason.as_str()));
                Message::new(
                    format!("未与目录核对：{zh}"),
                    format!("not compared with the catalog: {}", en.replace('_', " ")),
                )
            }
            (Comparison::Agrees, _) if self.total_differs => Message::new(
                format!("比率与目录一致，总数不一致：{counted}"),
                format!("the catalog has this rate over another total: {counted}"),
            ),
            (Comparison::Agrees, _) => Message::new("与目录一致", "the catalog has the same"),
            (Comparison::Differs, _) => {
                Message::new(format!("与目录不一致：{counted}"), format!("the catalog has {counted}"))
            }
        })
    }

    /// What was counted, one way or several: `1425 / 1480 = 96.28 %`.
    pub(crate) fn ways(&self) -> String {
        let mut ways: Vec<String> = Vec::new();
        for way in self.statistics.iter().filter_map(Statistic::in_figures) {
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
        ways.join("; ")
    }
}

const ZERO: Exact = Exact { units: 0, decimals: 0 };

impl Undefined {
    /// What a figure leaves open: a rate needs a total, and every figure but a plain number of items a definition.
    #[must_use]
    pub fn of(figure: &PublishedFigure) -> Vec<Self> {
        let rate = figure.measure == Measure::Rate;
        let mut open = Vec::new();
        if rate && figure.total.is_none() {
            open.push(Self::Total);
        }
        if figure.definition.is_none() && (rate || figure.metric != Metric::Items) {
            open.push(Self::Definition);
        }
        open
    }
}

/// Counts in the catalog what a figure states, and compares.
pub(crate) fn recount(tally: &Tally<'_>, figure: &PublishedFigure, held: &Held<'_>) -> Recount {
    match counted(tally, figure, held) {
        Err(reason) => Recount {
            comparison: Comparison::NotCompared,
            reason: Some(reason),
            total_differs: false,
            statistics: Vec::new(),
        },
        Ok(statistics) => compare(figure, statistics),
    }
}

/// Every way of counting what a figure states, or why it cannot be counted.
fn counted(tally: &Tally<'_>, figure: &PublishedFigure, held: &Held<'_>) -> Result<Vec<Statistic>, NotComparedReason> {
    if RateCheck::of(figure).is_some_and(|check| check.verdict == RateVerdict::Unattainable) {
        return Err(NotComparedReason::Unattainable);
    }
    let mut statistics = Vec::new();
    let mut refused = NotComparedReason::MetricUnknown;
    for definition in Definition::of(&figure.metric) {
        let kinds = match definition {
            Definition::Items => std::slice::from_ref(&figure.counts.kind),
            _ => definition.kinds(),
        };
        if !kinds.iter().all(|&kind| held.covers(kind)) {
            return Err(NotComparedReason::ListIncomplete);
        }
        if kinds.iter().chain(scope_kinds(figure)).any(|kind| held.unread.contains(kind)) {
            return Err(NotComparedReason::RecordsUnread);
        }
        if held.is_older(figure) {
            return Err(NotComparedReason::EarlierEdition);
        }
        if !held.fields_not_held(definition).is_empty() {
            refused = NotComparedReason::NotHeld;
            continue;
        }
        match tally.count(definition, &figure.counts, figure.scope.as_ref()) {
            Ok(counted) => statistics.extend(counted),
            Err(NotCounted::Unit | NotCounted::Scope) => refused = NotComparedReason::NotCountable,
        }
    }
    if statistics.is_empty() { Err(refused) } else { Ok(statistics) }
}

/// The kinds that tell which bodies are within a scope, or which are townships.
fn scope_kinds(figure: &PublishedFigure) -> &'static [Kind] {
    let scoped = figure.scope.as_ref().is_some_and(|scope| *scope != FigureScope::new());
    let townships = figure.counts.kind == Kind::Delegation && figure.counts.unit != CountingUnit::MainItem;
    if scoped || townships { &[Kind::Organization] } else { &[] }
}

/// A figure agrees when it is what one of the ways of counting gives, whatever the unstated records would say.
fn compare(figure: &PublishedFigure, statistics: Vec<Statistic>) -> Recount {
    let results: Vec<Option<bool>> = statistics.iter().map(|statistic| agrees(figure, statistic)).collect();
    // Limits in several units of time add up in no way that is certain.
    let several_units = statistics.iter().filter(|statistic| statistic.time_unit.is_some()).count() > 2;
    let (comparison, reason) = if results.contains(&Some(true)) {
        (Comparison::Agrees, None)
    } else if several_units || results.contains(&None) {
        (Comparison::NotCompared, Some(NotComparedReason::Unstated))
    } else {
        (Comparison::Differs, None)
    };
    let total_differs = comparison == Comparison::Agrees && total_differs(figure, &statistics);
    Recount { comparison, reason, total_differs, statistics }
}

/// Whether a figure is what was counted; unknown where that cannot be said.
fn agrees(figure: &PublishedFigure, statistic: &Statistic) -> Option<bool> {
    let certain = |found: bool| if found || statistic.unstated == 0 { Some(found) } else { None };
    match (figure.measure, statistic.rate()) {
        (Measure::Count, _) => {
            let counted = statistic.numerator?;
            let most = counted.saturating_add(statistic.unstated);
            let published = Exact::of(&figure.value, u32::MAX).count();
            Some(published.is_some_and(|published| (counted..=most).contains(&published)))
        }
        (Measure::Rate, Some(rate)) if statistic.time_unit.is_none() && statistic.definition.has_whole() => {
            let most = rate.numerator.saturating_add(statistic.unstated);
            Some(Attainable::over(rate.denominator.get(), &figure.value).meets(rate.numerator, most))
        }
        (Measure::Rate, Some(rate)) => certain(rate.is_printed_as(&figure.value)),
        // A mean, or promises longer than the law allows: known to two decimals.
        (Measure::Rate, None) => {
            let percent = Exact::of(statistic.percent.as_ref()?, u32::MAX);
            let published = Exact::of(&figure.value, percent.decimals);
            let last_digit = Exact { units: 1, decimals: published.decimals };
            certain(percent.distance(published).compare(last_digit).is_lt())
        }
    }
}

/// Whether none of the ways of counting is over the total that is stated.
fn total_differs(figure: &PublishedFigure, statistics: &[Statistic]) -> bool {
    let Some(total) = figure.total.as_ref().filter(|_| figure.measure == Measure::Rate) else { return false };
    let total = Exact::of(total, u32::MAX).count();
    let wholes = || statistics.iter().filter(|statistic| statistic.time_unit.is_none());
    wholes().next().is_some() && wholes().all(|statistic| statistic.denominator.map(u64::from) != total)
}

/// Whether a figure is greater than another, by more than the rounding of the one printed with fewer decimals.
fn exceeds(part: &PublishedFigure, whole: &PublishedFigure) -> bool {
    let (of, part, whole) = (part.measure, Exact::of(&part.value, u32::MAX), Exact::of(&whole.value, u32::MAX));
    let last_digit = Exact { units: 1, decimals: part.decimals.min(whole.decimals) };
    part.compare(whole).is_gt() && (of == Measure::Count || part.distance(whole).compare(last_digit).is_ge())
}

/// The metrics that count everything that a metric counts, and more. 即办件网办 as a rate may be taken over the items
/// handled at once, so only its count is compared.
fn supersets(metric: &Metric, measure: Measure) -> &'static [Metric] {
    match (metric, measure) {
        (Metric::FullyOnline, Measure::Rate) => &[Metric::Online],
        (Metric::FullyOnline, Measure::Count) => &[Metric::Online, Metric::Items],
        (Metric::NoVisit, Measure::Rate) => &[Metric::AtMostOneVisit],
        (Metric::NoVisit, Measure::Count) => &[Metric::AtMostOneVisit, Metric::Items],
        (Metric::Configured, Measure::Rate) => &[Metric::Linked],
        (Metric::Configured, Measure::Count) => &[Metric::Linked, Metric::Items],
        (Metric::ImmediateOnline, Measure::Count) => &[Metric::Online, Metric::Immediate, Metric::Items],
        (Metric::Items | Metric::PromiseCompression | Metric::Other(_), _) | (_, Measure::Rate) => &[],
        (_, Measure::Count) => &[Metric::Items],
    }
}

/// What two figures must share to be compared: measure, kind, unit, scope and day.
fn population(figure: &PublishedFigure) -> String {
    format!("{:?}", (figure.measure, &figure.counts, &figure.scope, &figure.as_of))
}

/// The pairs of which a subset's figure exceeds its superset's: for each figure and superset the least one stated.
///
/// Two figures over totals that both stand there and differ are not compared.
pub(crate) fn subsets_that_exceed(figures: &[NumberedFigure]) -> Vec<(&NumberedFigure, &NumberedFigure)> {
    // The least figure of each population and metric: over all totals, and over each.
    let mut least: HashMap<(String, &str, Option<Option<&Decimal>>), &NumberedFigure> = HashMap::new();
    for entry in figures {
        let figure = &entry.1;
        for total in [None, Some(figure.total.as_ref())] {
            let known = least.entry((population(figure), figure.metric.as_str(), total)).or_insert(entry);
            let value = |figure: &PublishedFigure| Exact::of(&figure.value, u32::MAX);
            if value(figure).compare(value(&known.1)).is_lt() {
                *known = entry;
            }
        }
    }
    let mut pairs = Vec::new();
    for part in figures {
        let figure = &part.1;
        for metric in supersets(&figure.metric, figure.measure) {
            let key = |total| (population(figure), metric.as_str(), total);
            let candidates = match (&figure.total, figure.measure) {
                (Some(total), Measure::Rate) => [least.get(&key(Some(Some(total)))), least.get(&key(Some(None)))],
                _ => [least.get(&key(None)), None],
            };
            let exceeded = candidates.into_iter().flatten().find(|whole| exceeds(figure, &whole.1));
            pairs.extend(exceeded.map(|whole| (part, *whole)));
        }
    }
    pairs
}
