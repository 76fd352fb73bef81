//! What can be told of a published figure by arithmetic alone: its rate, its parts and what is said to be within it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::exact::Exact;
use super::{Attainable, Rate};
use crate::codelist::{FigureUnit, Measure, Metric, closed_list};
use crate::lang::Message;
use crate::model::{Decimal, FigureSubset, PublishedFigure};
use crate::print::excerpt;

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

/// 分子核对: a published rate beside the two numbers that are printed with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct NumeratorCheck {
    /// 分子: the number of which the rate is the share.
    pub numerator: u64,
    /// 总数: the number over which it is taken.
    pub total: u64,
    /// 百分比: what the two give, with as many decimals as the published rate.
    pub percent: Decimal,
    /// 是否相符: whether that is the published rate, rounded half up or cut off.
    pub agrees: bool,
}

/// 分项核对: the parts of a count and their sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct PartsCheck {
    /// 分项之和: what the parts come to.
    pub sum: Decimal,
    /// 是否相符: whether that is the whole; amounts that are measured, and not counted, may each be rounded.
    pub adds_up: bool,
}

/// Whether a figure counts what is counted one by one. Where no unit is stated, whole numbers are taken for counts.
fn counts_things(figure: &PublishedFigure) -> bool {
    let unit = figure.counts.as_ref().and_then(|counts| counts.unit.as_ref());
    unit.is_none_or(FigureUnit::counts_things)
}

/// Whether a figure is about records of the catalog.
fn is_of_records(figure: &PublishedFigure) -> bool {
    figure.counts.as_ref().is_some_and(|counts| counts.kind.is_some() && counts.subject.is_none())
}

pub(super) fn exact(number: &Decimal) -> Exact {
    Exact::of(number, u32::MAX)
}

impl RateCheck {
    /// Whether a published rate can be over its total; none for counts, and where the total is not stated or does not
    /// count things one by one.
    #[must_use]
    pub fn of(figure: &PublishedFigure) -> Option<Self> {
        let total = figure.total.as_ref()?;
        // What promises save is a share of days, and the days are not published.
        if figure.measure != Measure::Rate
            || figure.metric == Some(Metric::PromiseCompression)
            || !counts_things(figure)
        {
            return None;
        }
        // Over a total of records that is no whole number there is no rate at all, as over 0; of other things nobody
        // knows what was measured.
        let total = match exact(total).count() {
            None if !is_of_records(figure) => return None,
            total => total.unwrap_or(0),
        };
        let attainable = Attainable::over(total, &figure.value);
        let decimals = exact(&figure.value).decimals;
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
    pub(super) fn beside(mut self, counted: Option<u64>) -> Self {
        self.counted = counted;
        if let (RateVerdict::Attainable, Some(counted), Some(least), Some(greatest)) =
            (self.verdict, self.counted, self.least, self.greatest)
            && !(least..=greatest).contains(&counted)
        {
            self.verdict = RateVerdict::Contradicted;
        }
        self
    }

    /// The rate beside its total, in words.
    pub(super) fn sentence(&self, figure: &PublishedFigure) -> Message {
        let value = excerpt(figure.value.as_str());
        let total = excerpt(figure.total.as_ref().map_or("", |total| total.as_str()));
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
                Message::new(format!("可以得出：{least} / {total}"), format!("it can be: {least} / {total}"))
            }
            (RateVerdict::Attainable, least, greatest, None) => {
                let (least, greatest) = (least.unwrap_or(0), greatest.unwrap_or(0));
                Message::new(
                    format!("可以得出：{least} 至 {greatest} / {total}"),
                    format!("it can be: {least} to {greatest} / {total}"),
                )
            }
            (RateVerdict::Unattainable, ..) => self.impossible(figure),
        }
    }

    /// That no whole number gives the rate, and which rates come nearest.
    pub(crate) fn impossible(&self, figure: &PublishedFigure) -> Message {
        let value = excerpt(figure.value.as_str());
        let total = excerpt(figure.total.as_ref().map_or("", |total| total.as_str()));
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

impl NumeratorCheck {
    /// Whether a published rate is its numerator over its total; none where one of them is not stated or is no count.
    ///
    /// ```
    /// use qingdan::codelist::Measure;
    /// use qingdan::figures::NumeratorCheck;
    /// use qingdan::model::PublishedFigure;
    /// let statement = "按期办结6555件，按期办结率96.36%".parse()?;
    /// let mut figure = PublishedFigure::new("on-time".parse()?, statement, Measure::Rate, "96.36".parse()?);
    /// (figure.numerator, figure.total) = (Some("6555".parse()?), Some("6802".parse()?));
    /// let check = NumeratorCheck::of(&figure).ok_or("not judged")?;
    /// assert_eq!((check.agrees, check.percent.as_str()), (true, "96.37")); // 96.368…: it was cut off
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(figure: &PublishedFigure) -> Option<Self> {
        if figure.measure != Measure::Rate || !counts_things(figure) {
            return None;
        }
        let (numerator, total) = (exact(figure.numerator.as_ref()?).count()?, exact(figure.total.as_ref()?).count()?);
        let rate = Rate::new(numerator, total.try_into().ok()?);
        Some(Self {
            numerator,
            total,
            percent: rate.percent(exact(&figure.value).decimals),
            agrees: rate.is_printed_as(&figure.value),
        })
    }

    /// The two numbers and what they give, in words.
    pub(crate) fn sentence(&self, figure: &PublishedFigure) -> Message {
        let Self { numerator, total, percent, agrees } = self;
        let value = excerpt(figure.value.as_str());
        if *agrees {
            Message::new(
                format!("{numerator} / {total} 为 {value} %，相符"),
                format!("{numerator} / {total} is {value} %, as published"),
            )
        } else {
            Message::new(
                format!("公布的比率为 {value} %，而所列的 {numerator} / {total} = {percent} %"),
                format!("{value} % is published, and {numerator} / {total}, printed beside it, is {percent} %"),
            )
        }
    }
}

impl PartsCheck {
    /// Whether the parts of a count come to it; none where there are no parts. Rates do not add up, so the parts of a
    /// rate are not judged.
    #[must_use]
    pub fn of(figure: &PublishedFigure) -> Option<Self> {
        if figure.parts.is_empty() || figure.measure != Measure::Count {
            return None;
        }
        let numbers = || figure.parts.iter().map(|part| exact(&part.value));
        let sum = numbers().fold(Exact::ZERO, Exact::plus);
        let whole = exact(&figure.value);
        let off = sum.distance(whole);
        let adds_up = if is_rounded(figure) {
            // Each part, and the whole, may be off by half a unit of its last digit.
            let decimals = numbers().map(|part| part.decimals).fold(whole.decimals, u32::min);
            let halves = i128::try_from(figure.parts.len()).unwrap_or(i128::MAX).saturating_add(1);
            let twice = Exact { units: off.units.saturating_mul(2), ..off };
            twice.compare(Exact { units: halves, decimals }).is_le()
        } else {
            off.units == 0
        };
        Some(Self { sum: sum.to_decimal(), adds_up })
    }

    /// The parts beside the whole, in words.
    pub(super) fn sentence(&self, figure: &PublishedFigure) -> Message {
        let shown = figure.parts.iter().take(MOST_PARTS).map(|part| excerpt(part.value.as_str()));
        let more = (figure.parts.len() > MOST_PARTS).then(|| "…".to_owned());
        let parts = shown.chain(more).collect::<Vec<String>>().join(" + ");
        let sum = excerpt(self.sum.as_str());
        if self.adds_up {
            Message::new(format!("{parts} = {sum}，相符"), format!("{parts} = {sum}: it adds up"))
        } else {
            let value = excerpt(figure.value.as_str());
            Message::new(format!("{parts} = {sum}，不是 {value}"), format!("{parts} = {sum}, not {value}"))
        }
    }
}

/// How many parts a sentence shows.
const MOST_PARTS: usize = 20;

/// Whether the numbers of a figure were measured, so that each may have been rounded.
fn is_rounded(figure: &PublishedFigure) -> bool {
    let has_unit = figure.counts.as_ref().is_some_and(|counts| counts.unit.is_some());
    let numbers = figure.parts.iter().map(|part| &part.value).chain([&figure.value]);
    !counts_things(figure) || (!has_unit && numbers.map(exact).any(|number| number.count().is_none()))
}

/// What a figure says is within it (其中) and is greater, by its position. Of a rate nothing is said: a part may well have
/// a higher rate than the whole.
pub(crate) fn subsets_above(figure: &PublishedFigure) -> impl Iterator<Item = (usize, &FigureSubset)> {
    let whole = exact(&figure.value);
    let rounded = is_rounded(figure);
    let is_count = figure.measure == Measure::Count;
    let within = figure.of_which.iter().enumerate().filter(move |_| is_count);
    within.filter(move |(_, subset)| is_above(exact(&subset.value), whole, rounded))
}

/// Whether a number is greater than another; of numbers that were rounded, by more than a unit of the last digit of the
/// one printed with fewer decimals.
pub(super) fn is_above(part: Exact, whole: Exact, rounded: bool) -> bool {
    let last_digit = Exact { units: 1, decimals: part.decimals.min(whole.decimals) };
    part.compare(whole).is_gt() && (!rounded || part.distance(whole).compare(last_digit).is_ge())
}
