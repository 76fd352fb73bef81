//! 重算: what the catalog itself counts for a published figure and for its parts, and whether that is what was published.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::arithmetic::{RateCheck, RateVerdict, exact};
use super::definition::Definition;
use super::exact::Exact;
use super::rate::Attainable;
use super::statistic::{CountOf, Statistic};
use super::tally::{NotCounted, Tally};
use crate::codelist::{CountingUnit, FigureUnit, Measure, closed_list};
use crate::lang::Message;
use crate::model::{
    Counts, Date, FieldPath, FigurePart, FigureScope, Header, Kind, PublishedFigure, Record as _, Written,
};
use crate::print::excerpt;

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
    /// 分子不符: the rate is the same, but not the number of which it is said to be the share.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub numerator_differs: bool,
    /// 重算结果: what was counted, one way or several.
    pub statistics: Vec<Statistic>,
    /// 分项重算: the same for each part of a count, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Recount>,
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
        MetricUnknown = "metric_unknown", "指标未写明或者不认识";
        /// It counts what is no record of the catalog.
        OutsideCatalog = "outside_catalog", "统计对象不在清单之内";
        /// A part does not say what it counts.
        PartUnnamed = "part_unnamed", "分项未写明计数对象";
        /// Records of this kind are not counted in this unit or within this scope.
        NotCountable = "not_countable", "此计数单位或者范围无法统计";
        /// Records leave open what the figure asks.
        Unstated = "unstated", "部分记录未说明";
        /// The rate cannot be over its total at all, which is said already.
        Unattainable = "unattainable", "该比率本身不可能得出";
    }
}

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

impl Recount {
    fn not_compared(reason: NotComparedReason) -> Self {
        Self {
            comparison: Comparison::NotCompared,
            reason: Some(reason),
            total_differs: false,
            numerator_differs: false,
            statistics: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// Whether the catalog has anything else than what was published: whole, parts, total or numerator.
    pub(super) fn differs(&self) -> bool {
        self.comparison == Comparison::Differs
            || self.total_differs
            || self.numerator_differs
            || self.parts.iter().any(|part| part.comparison == Comparison::Differs)
    }

    /// Whether a part was not compared with the catalog.
    pub(crate) fn leaves_parts(&self) -> bool {
        self.parts.iter().any(|part| part.comparison == Comparison::NotCompared)
    }

    /// What the catalog counts, in words; nothing where the rate was refused already.
    pub(super) fn sentence(&self, figure: &PublishedFigure) -> Option<Message> {
        Some(match (self.comparison, self.reason) {
            (_, Some(NotComparedReason::Unattainable)) => return None,
            (Comparison::NotCompared, reason) => {
                let (zh, en) = reason.map_or(("", ""), |reason| (reason.title_zh(), reason.as_str()));
                Message::new(
                    format!("未与清单核对：{zh}"),
                    format!("not compared with the catalog: {}", en.replace('_', " ")),
                )
            }
            (Comparison::Agrees, _) if self.total_differs || self.numerator_differs => {
                let counted = self.ways();
                let (zh, en) = if self.total_differs { ("总数", "total") } else { ("分子", "numerator") };
                Message::new(
                    format!("比率与清单一致，{zh}不一致：清单中为 {counted}"),
                    format!("the catalog has this rate with another {en}: {counted}"),
                )
            }
            (Comparison::Agrees, _) => Message::new("与清单一致", "the catalog has the same"),
            (Comparison::Differs, _) if figure.measure == Measure::Count => {
                let counted = self.counted(figure);
                Message::new(format!("清单中实有{}", counted.zh), format!("the catalog has {}", counted.en))
            }
            (Comparison::Differs, _) => {
                let counted = self.ways();
                Message::new(format!("按清单重算为 {counted}"), format!("the catalog has {counted}"))
            }
        })
    }

    /// What came of the parts, in words; nothing where there are none, and where nothing was compared.
    pub(super) fn sentence_of_parts(&self, figure: &PublishedFigure) -> Option<Message> {
        let differs = |(_, part): &(&FigurePart, &Self)| part.comparison == Comparison::Differs;
        if let Some((part, recount)) = figure.parts.iter().zip(&self.parts).find(differs) {
            return Some(recount.part_differs(part, figure));
        }
        let left = self.parts.iter().filter(|part| part.comparison == Comparison::NotCompared).count();
        match (self.parts.len(), left) {
            (0, _) => None,
            (_, 0) => Some(Message::new("各分项与清单一致", "the catalog has the same parts")),
            (all, left) if all == left => {
                // Where the whole was not compared either, that is said of both at once.
                let compared = self.comparison != Comparison::NotCompared;
                compared.then(|| Message::new("分项未与清单核对", "the parts were not compared with the catalog"))
            }
            (_, left) => Some(Message::new(
                format!("另有{left}个分项未与清单核对"),
                format!("{left} of the parts were not compared with the catalog"),
            )),
        }
    }

    /// That the catalog has another number for a part.
    pub(crate) fn part_differs(&self, part: &FigurePart, figure: &PublishedFigure) -> Message {
        let (label, value) = (excerpt(part.label.as_str()), excerpt(part.value.as_str()));
        let word = measure_word(part.counts.as_ref().or(figure.counts.as_ref()));
        let counted = self.counted_as(word);
        Message::new(
            format!("分项“{label}”公布{value}{word}，清单中实有{}", counted.zh),
            format!("the part \"{label}\" is published as {value}; the catalog has {}", counted.en),
        )
    }

    /// What was counted for a count, with its measure word: `3项`.
    pub(crate) fn counted(&self, figure: &PublishedFigure) -> Message {
        self.counted_as(measure_word(figure.counts.as_ref()))
    }

    fn counted_as(&self, word: &str) -> Message {
        let mut numbers: Vec<(u64, u64)> = Vec::new();
        for statistic in &self.statistics {
            let number = (statistic.numerator.unwrap_or(0), statistic.unstated);
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        let zh = numbers.iter().map(|(number, unstated)| match unstated {
            0 => format!("{number}{word}"),
            unstated => format!("{number}{word}（另有{unstated}{word}未说明）"),
        });
        let en = numbers.iter().map(|(number, unstated)| match unstated {
            0 => number.to_string(),
            unstated => format!("{number} ({unstated} more do not say)"),
        });
        Message::new(zh.collect::<Vec<String>>().join("或者"), en.collect::<Vec<String>>().join(" or "))
    }

    /// The numbers counted, one way or several: what would be right.
    pub(crate) fn numbers(&self) -> Vec<String> {
        let mut numbers: Vec<String> = Vec::new();
        for number in self.statistics.iter().filter_map(|statistic| statistic.numerator) {
            let number = number.to_string();
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        numbers
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

/// The measure word of a counting unit of the catalog.
pub(crate) fn measure_word(counts: Option<&Counts>) -> &'static str {
    match counts.and_then(|counts| counts.unit.as_ref()) {
        Some(FigureUnit::Counting(unit)) => unit.measure_word_zh(),
        _ => "",
    }
}

/// Counts in the catalog what a figure states, and what its parts state, and compares.
pub(crate) fn recount(tally: &Tally<'_>, figure: &PublishedFigure, held: &Held<'_>) -> Recount {
    let mut recount = recount_whole(tally, figure, held);
    if figure.measure == Measure::Count {
        recount.parts = figure.parts.iter().map(|part| recount_part(tally, figure, part, held)).collect();
    }
    recount
}

fn recount_whole(tally: &Tally<'_>, figure: &PublishedFigure, held: &Held<'_>) -> Recount {
    match counted(tally, figure, held) {
        Err(reason) => Recount::not_compared(reason),
        Ok(statistics) => compare(figure, statistics),
    }
}

/// A part that says what it counts is a figure of its own, of the same metric and day.
fn recount_part(tally: &Tally<'_>, figure: &PublishedFigure, part: &FigurePart, held: &Held<'_>) -> Recount {
    if part.counts.is_none() && part.scope.is_none() {
        return Recount::not_compared(NotComparedReason::PartUnnamed);
    }
    let mut alone = PublishedFigure::new(figure.id().clone(), part.label.clone(), Measure::Count, part.value.clone());
    alone.metric.clone_from(&figure.metric);
    alone.counts = part.counts.clone().or_else(|| figure.counts.clone());
    alone.scope = part.scope.clone().or_else(|| figure.scope.clone());
    alone.as_of.clone_from(&figure.as_of);
    recount_whole(tally, &alone, held)
}

/// Every way of counting what a figure states, or why it cannot be counted.
fn counted(tally: &Tally<'_>, figure: &PublishedFigure, held: &Held<'_>) -> Result<Vec<Statistic>, NotComparedReason> {
    if RateCheck::of(figure).is_some_and(|check| check.verdict == RateVerdict::Unattainable) {
        return Err(NotComparedReason::Unattainable);
    }
    let counts = figure.counts.as_ref().ok_or(NotComparedReason::OutsideCatalog)?;
    let of = match (counts.kind, CountOf::published(counts)) {
        (Some(_), Some(of)) => of,
        (Some(_), None) if counts.subject.is_none() => return Err(NotComparedReason::NotCountable),
        _ => return Err(NotComparedReason::OutsideCatalog),
    };
    let metric = figure.metric.as_ref().ok_or(NotComparedReason::MetricUnknown)?;
    let mut statistics = Vec::new();
    let mut refused = NotComparedReason::MetricUnknown;
    for definition in Definition::of(metric) {
        let kinds = match definition {
            Definition::Items => std::slice::from_ref(&of.kind),
            _ => definition.kinds(),
        };
        if !kinds.iter().all(|&kind| held.covers(kind)) {
            return Err(NotComparedReason::ListIncomplete);
        }
        if kinds.iter().chain(scope_kinds(of, figure.scope.as_ref())).any(|kind| held.unread.contains(kind)) {
            return Err(NotComparedReason::RecordsUnread);
        }
        if held.is_older(figure) {
            return Err(NotComparedReason::EarlierEdition);
        }
        if !held.fields_not_held(definition).is_empty() {
            refused = NotComparedReason::NotHeld;
            continue;
        }
        match tally.count(definition, of, figure.scope.as_ref()) {
            Ok(counted) => statistics.extend(counted),
            Err(NotCounted::Unit | NotCounted::Scope) => refused = NotComparedReason::NotCountable,
        }
    }
    if statistics.is_empty() { Err(refused) } else { Ok(statistics) }
}

/// The kinds that tell which bodies are within a scope, or which are townships.
fn scope_kinds(counts: CountOf, scope: Option<&FigureScope>) -> &'static [Kind] {
    let of_bodies = |scope: &FigureScope| FigureScope { item_type: None, ..scope.clone() } != FigureScope::new();
    let scoped = scope.is_some_and(of_bodies);
    let townships = counts.kind == Kind::Delegation && counts.unit != CountingUnit::MainItem;
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
    let same_rate = comparison == Comparison::Agrees && figure.measure == Measure::Rate;
    let total_differs = same_rate && total_differs(figure, &statistics);
    let numerator_differs = same_rate && !total_differs && numerator_differs(figure, &statistics);
    Recount { comparison, reason, total_differs, numerator_differs, statistics, parts: Vec::new() }
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

/// Whether no way of counting has the numerator that a rate states.
fn numerator_differs(figure: &PublishedFigure, statistics: &[Statistic]) -> bool {
    let Some(stated) = figure.numerator.as_ref() else { return false };
    let stated = exact(stated).count();
    let can_be = |statistic: &Statistic| {
        let Some(counted) = statistic.numerator else { return true };
        statistic.time_unit.is_some()
            || stated.is_some_and(|stated| (counted..=counted.saturating_add(statistic.unstated)).contains(&stated))
    };
    !statistics.iter().any(can_be)
}
