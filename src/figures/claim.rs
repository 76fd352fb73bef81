//! 公布数据核对: what comes of a published figure.

use std::collections::HashMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::arithmetic::{NumeratorCheck, PartsCheck, RateCheck, RateVerdict, exact, subsets_above};
use super::recount::{Comparison, Held, Recount, recount};
use super::tally::Tally;
use crate::codelist::{Measure, Metric, closed_list};
use crate::facts::published::NumberedFigure;
use crate::lang::Message;
use crate::model::{FigureSubset, PublishedFigure};
use crate::print::excerpt;

/// 公布数据核对: a published figure with what comes of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
// `model::Claim` is that of a township; the schema of figures knows this one alone.
#[schemars(rename = "Claim")]
#[non_exhaustive]
pub struct CheckedFigure {
    /// 公布数据: the published figure.
    pub published_figure: PublishedFigure,
    /// 结论: what comes of it, in one word.
    pub outcome: Outcome,
    /// 比率核对: whether the rate can be over its total; none for counts, and for rates that are not of whole numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<RateCheck>,
    /// 分子核对: whether the rate is that of the two numbers printed beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numerator: Option<NumeratorCheck>,
    /// 分项核对: whether the parts add up; none where there are no parts, and for rates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<PartsCheck>,
    /// 大于总数的其中项: what is said to be within the figure, and is greater.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceeding: Vec<FigureSubset>,
    /// 重算: what the catalog itself counts.
    pub recount: Recount,
    /// 未说明: what the figure leaves open.
    pub undefined: Vec<Undefined>,
}

closed_list! {
    /// 公布数据结论: what comes of a published figure, in one word.
    Outcome {
        /// It cannot be: its own numbers do not fit each other.
        Wrong = "wrong", "有误";
        /// The catalog has another number.
        Differs = "differs", "不符";
        /// The catalog has the same, in whole and in parts.
        Agrees = "agrees", "一致";
        /// The catalog has the same whole; its parts, or what is said to be within it, were not compared.
        WholeAgrees = "whole_agrees", "总数一致";
        /// It was not compared with the catalog; its parts add up.
        AddsUp = "adds_up", "相加相符";
        /// It was not compared with the catalog; its numbers can be.
        Attainable = "attainable", "可以得出";
        CannotBeTold = "cannot_be_told", "暂不能判定";
    }
}

closed_list! {
    /// 未说明内容: what a published figure leaves open.
    Undefined {
        Unit = "unit", "计数单位";
        Total = "total", "总数";
        Definition = "definition", "口径";
    }
}

/// What comes of each published figure.
pub(super) fn judge(tally: &Tally<'_>, figures: &[NumberedFigure], held: &Held<'_>) -> Vec<CheckedFigure> {
    // The first count of each thing.
    let mut counts: HashMap<String, Option<u64>> = HashMap::new();
    for (_, figure) in figures.iter().filter(|(_, figure)| figure.measure == Measure::Count) {
        if let Some(key) = what_is_measured(figure) {
            counts.entry(key).or_insert_with(|| exact(&figure.value).count());
        }
    }
    let claims = figures.iter().map(|(_, figure)| {
        let counted = || what_is_measured(figure).and_then(|key| counts.get(&key).copied().flatten());
        let mut claim = CheckedFigure {
            published_figure: figure.clone(),
            outcome: Outcome::CannotBeTold,
            rate: RateCheck::of(figure).map(|check| check.beside(counted())),
            numerator: NumeratorCheck::of(figure),
            parts: PartsCheck::of(figure),
            exceeding: subsets_above(figure).map(|(_, subset)| subset.clone()).collect(),
            recount: recount(tally, figure, held),
            undefined: Undefined::of(figure),
        };
        claim.outcome = Outcome::of(&claim);
        claim
    });
    claims.collect()
}

/// What a count and a rate must share to be of one thing: metric, kind, unit, scope and day. Of what has no metric nobody
/// knows.
fn what_is_measured(figure: &PublishedFigure) -> Option<String> {
    let (metric, counts) = (figure.metric.as_ref()?, figure.counts.as_ref()?);
    Some(format!("{:?}", (metric, counts, &figure.scope, &figure.as_of)))
}

impl Outcome {
    fn of(claim: &CheckedFigure) -> Self {
        let CheckedFigure { published_figure: figure, rate, numerator, parts, exceeding, recount, .. } = claim;
        let impossible = rate.as_ref().is_some_and(|rate| rate.verdict != RateVerdict::Attainable)
            || numerator.as_ref().is_some_and(|numerator| !numerator.agrees)
            || parts.as_ref().is_some_and(|parts| !parts.adds_up)
            || !exceeding.is_empty();
        let within = figure.measure == Measure::Count && !figure.of_which.is_empty();
        match recount.comparison {
            _ if impossible => Self::Wrong,
            _ if recount.differs() => Self::Differs,
            Comparison::Agrees if within || recount.leaves_parts() => Self::WholeAgrees,
            Comparison::Agrees | Comparison::Differs => Self::Agrees,
            Comparison::NotCompared if parts.is_some() => Self::AddsUp,
            Comparison::NotCompared if rate.is_some() || numerator.is_some() || within => Self::Attainable,
            Comparison::NotCompared => Self::CannotBeTold,
        }
    }
}

impl CheckedFigure {
    /// What comes of the figure, in one sentence.
    #[must_use]
    pub fn verdict(&self) -> Message {
        let figure = &self.published_figure;
        let numerator = self.numerator.as_ref().map(|numerator| numerator.sentence(figure));
        // Where the numerator is stated and fits, which numbers might be it is of no interest.
        let settled = self.numerator.as_ref().is_some_and(|numerator| numerator.agrees);
        let rate = self.rate.as_ref().filter(|rate| !settled || rate.verdict != RateVerdict::Attainable);
        let rate = rate.map(|rate| rate.sentence(figure));
        let parts = self.parts.as_ref().map(|parts| parts.sentence(figure));
        let judged = rate.is_some() || numerator.is_some() || parts.is_some() || self.within().is_some();
        // That it was not compared is said where there is nothing else to say.
        let compared = self.recount.comparison != Comparison::NotCompared || !judged;
        let recount = self.recount.sentence(figure).filter(|_| compared);
        let of_parts = self.recount.sentence_of_parts(figure);
        let said: Vec<Message> =
            [rate, numerator, parts, self.within(), recount, of_parts].into_iter().flatten().collect();
        let join = |of: fn(&Message) -> &str, between| said.iter().map(of).collect::<Vec<&str>>().join(between);
        Message::new(join(|message| &message.zh, "；"), join(|message| &message.en, "; "))
    }

    /// What is said to be within the figure, in words.
    fn within(&self) -> Option<Message> {
        let figure = &self.published_figure;
        let Some(first) = self.exceeding.first() else {
            let judged = figure.measure == Measure::Count && !figure.of_which.is_empty();
            return judged.then(|| {
                Message::new(
                    "“其中”各项均不大于总数，未与清单核对",
                    "what is within it is no greater; that was not compared",
                )
            });
        };
        Some(exceeds(first, figure))
    }
}

/// That something within a figure is greater than it.
pub(crate) fn exceeds(subset: &FigureSubset, figure: &PublishedFigure) -> Message {
    let (label, part) = (excerpt(subset.label.as_str()), excerpt(subset.value.as_str()));
    let whole = excerpt(figure.value.as_str());
    Message::new(
        format!("“其中：{label}”{part}，大于总数{whole}"),
        format!("\"{label}\" ({part}) is within {whole}, and is greater"),
    )
}

impl Undefined {
    /// What a figure leaves open: every figure needs a unit, a rate a total, and every figure but a plain number of items,
    /// or of what it names itself, a definition.
    #[must_use]
    pub fn of(figure: &PublishedFigure) -> Vec<Self> {
        let rate = figure.measure == Measure::Rate;
        let counts = figure.counts.as_ref();
        let is_plain = match &figure.metric {
            Some(metric) => *metric == Metric::Items,
            None => counts.is_some_and(|counts| counts.subject.is_some()),
        };
        let mut open = Vec::new();
        if counts.is_none_or(|counts| counts.unit.is_none()) {
            open.push(Self::Unit);
        }
        if rate && figure.total.is_none() {
            open.push(Self::Total);
        }
        if figure.definition.is_none() && (rate || !is_plain) {
            open.push(Self::Definition);
        }
        open
    }
}
