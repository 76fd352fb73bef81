//! Figures for people: as text, as a table for spreadsheets, and as a page with bar charts.

#[cfg(feature = "human")]
mod csv;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "human")]
mod text;

use std::borrow::Cow;
use std::cmp::Reverse;

use crate::figures::{Definition, Dimension, Figures, Group, Outcome, Statistic};
use crate::lang::{Lang, Message};
use crate::model::Kind;

#[cfg(feature = "human")]
pub use csv::write_csv;
#[cfg(feature = "html")]
pub use html::write_html;
#[cfg(feature = "human")]
pub use text::write_text;

/// The kinds and dimensions along which groups are shown, the order of the page.
fn charts(figures: &Figures, lang: Lang) -> impl Iterator<Item = Chart<'_>> {
    let of = [Definition::Items, Definition::Claimed];
    Kind::ALL
        .iter()
        .flat_map(|&kind| Dimension::ALL.iter().map(move |&by| (kind, by)))
        .flat_map(move |(kind, by)| of.map(|definition| Chart::new(figures, definition, kind, by, lang)))
        .filter(|chart| !chart.bars.is_empty())
}

/// 图表: the groups of one kind along one dimension, the greatest first.
struct Chart<'a> {
    definition: Definition,
    kind: Kind,
    by: Dimension,
    bars: Vec<(Cow<'a, str>, u64)>,
}

impl<'a> Chart<'a> {
    fn new(figures: &'a Figures, definition: Definition, kind: Kind, by: Dimension, lang: Lang) -> Self {
        // Values of lists have a name in both languages, bodies only their own.
        let is_value = !matches!(by, Dimension::Organization | Dimension::Township);
        let name = |group: &'a Group| match lang {
            Lang::En if is_value => Cow::Owned(capitalized(&group.key)),
            _ => Cow::Borrowed(group.title.as_str()),
        };
        let mut bars: Vec<(Cow<'a, str>, u64)> =
            figures.groups_of(definition, kind, by).map(|(group, number)| (name(group), number)).collect();
        // Ranks stay in their own order.
        if !matches!(by, Dimension::BasisRank | Dimension::BasisRankStated) {
            bars.sort_by_key(|bar| Reverse(bar.1));
        }
        Self { definition, kind, by, bars }
    }

    fn heading(&self, lang: Lang) -> String {
        let claimed = self.definition == Definition::Claimed;
        match lang {
            Lang::Zh => {
                let claimed = if claimed { "已认领的" } else { "" };
                format!("{claimed}{}：按{}", self.kind.title_zh(), self.by.title_zh())
            }
            Lang::En => {
                let claimed = if claimed { " claimed" } else { "" };
                format!("{}{claimed} by {}", capitalized(self.kind.array()), spaced(self.by.as_str()))
            }
        }
    }
}

/// The statistics of the whole catalog, kind by kind.
fn wholes(figures: &Figures) -> impl Iterator<Item = (Kind, Vec<&Statistic>)> {
    Kind::ALL.iter().filter_map(|&kind| {
        let of_kind = figures.statistics.iter().filter(|one| one.group.is_none() && one.counts.kind == kind);
        let of_kind: Vec<&Statistic> = of_kind.collect();
        (!of_kind.is_empty()).then_some((kind, of_kind))
    })
}

/// What a statistic is called: the counting unit of a plain number, the name of a rate.
fn label(statistic: &Statistic) -> Message {
    let time = statistic.time_unit.map(|unit| (format!("（{}）", unit.title_zh()), format!(" ({unit}s)")));
    let (zh, en) = time.unwrap_or_default();
    match statistic.denominator {
        None if statistic.definition == Definition::Items => {
            let unit = statistic.counts.unit;
            Message::new(unit.title_zh(), capitalized(unit.as_str()))
        }
        _ => {
            let definition = statistic.definition;
            Message::new(
                format!("{}{zh}", definition.title_zh()),
                format!("{}{}", capitalized(definition.as_str()), spaced(&en)),
            )
        }
    }
}

/// What comes of a published figure, in one word.
fn outcome(outcome: Outcome, lang: Lang) -> String {
    match lang {
        Lang::Zh => outcome.title_zh().to_owned(),
        Lang::En => spaced(outcome.as_str()),
    }
}

fn kind_title(kind: Kind, lang: Lang) -> String {
    match lang {
        Lang::Zh => kind.title_zh().to_owned(),
        Lang::En => capitalized(kind.array()),
    }
}

fn spaced(name: &str) -> String {
    name.replace('_', " ")
}

fn capitalized(name: &str) -> String {
    let mut letters = name.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    spaced(&format!("{first}{}", letters.as_str()))
}
