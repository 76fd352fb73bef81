//! The numbers of a comparison: where the items of the old edition went and those of the new one came from, which add
//! up, and how many items have changes of each class, which need not.

use super::phrases::capitalized;
use super::words::Side;
use crate::diff::{ChangeClass, Changes, FieldChange, ItemChange};
use crate::lang::Lang;
use crate::writer::say;

/// Classes by which an item leaves the list as it was or comes into it, in the order of the page.
pub(super) const MOVES: [ChangeClass; 6] = [
    ChangeClass::Added,
    ChangeClass::Cancelled,
    ChangeClass::Devolved,
    ChangeClass::TakenBack,
    ChangeClass::Merged,
    ChangeClass::Split,
];

/// A table of numbers.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) heading: &'static str,
    pub(super) rows: Vec<Row>,
}

/// A number with its label.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) label: String,
    pub(super) number: String,
    pub(super) rank: Rank,
}

/// What a number is among those around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    Part,
    /// Counted in the number above.
    OfThese,
    Sum,
}

/// The move of an item, where it is not simply kept.
pub(super) fn moved(item: &ItemChange) -> Option<ChangeClass> {
    MOVES.into_iter().find(|class| item.changes.iter().any(|change| change.class == *class))
}

/// The numbers of the comparison.
pub(super) fn blocks(changes: &Changes, lang: Lang) -> Vec<Block> {
    let counts = &changes.counts;
    let went =
        (say(lang, "旧版次有效事项的去向", "Where the items in force of the old edition went"), changes.old.items);
    let came =
        (say(lang, "新版次有效事项的来源", "Where the items in force of the new edition come from"), changes.new.items);
    let (merged, split) = (of_class(changes, ChangeClass::Merged), of_class(changes, ChangeClass::Split));
    let mut of_these = vec![(say(lang, "其中没有实质变化", "of these unchanged but for words"), counts.unchanged)];
    of_these.extend([
        (say(lang, "其中合并", "of these merged"), merged.old),
        (say(lang, "其中拆分", "of these split"), split.old),
    ]);
    let went = adding_up(changes, went, (counts.kept, &of_these), |item| held(item, Side::Old), lang);
    // Several that became one are one here.
    let kept = counts
        .kept
        .saturating_sub(merged.old.saturating_add(split.old))
        .saturating_add(merged.new.saturating_add(split.new));
    let of_these = [
        (say(lang, "其中由合并而来", "of these by merging"), merged.new),
        (say(lang, "其中由拆分而来", "of these by splitting"), split.new),
    ];
    let came = adding_up(changes, came, (kept, &of_these), |item| held(item, Side::New), lang);
    let classes = ChangeClass::ALL.iter().filter(|class| !MOVES.contains(class));
    let classes: Vec<Row> = classes
        .filter_map(|class| Some(row(class_title(*class, lang), *counts.by_class.get(class)?, Rank::Part)))
        .collect();
    let classes = Block {
        heading: say(lang, "变更的类别（一个事项可以有几类）", "Items changed, by class; one may have several"),
        rows: classes,
    };
    let rows = [
        (say(lang, "无调整记录", "That no adjustment records"), counts.unrecorded),
        (say(lang, "减轻申请人负担", "That ease"), counts.eases),
        (say(lang, "加重申请人负担", "That burden"), counts.burdens),
    ];
    let effects = Block {
        heading: say(lang, "变化（按变化计）", "Changes, each counted by itself"),
        rows: rows.into_iter().map(|(label, number)| row(label.to_owned(), number, Rank::Part)).collect(),
    };
    [went, came, classes, effects].into_iter().filter(|block| !block.rows.is_empty()).collect()
}

/// How many items of each edition have a move.
#[derive(Debug, Default)]
struct Both {
    old: u64,
    new: u64,
}

fn of_class(changes: &Changes, class: ChangeClass) -> Both {
    let of_class = changes.items.iter().filter(|item| moved(item) == Some(class));
    of_class.fold(Both::default(), |both, item| Both {
        old: both.old.saturating_add(held(item, Side::Old)),
        new: both.new.saturating_add(held(item, Side::New)),
    })
}

/// How many items in force of an edition are in a change. Where a status tells that one was cancelled, none is.
fn held(item: &ItemChange, side: Side) -> u64 {
    let is_cancelled = |field: &FieldChange| {
        let value = if side == Side::Old { &field.old } else { &field.new };
        field.field == "status" && value.as_ref().is_some_and(|value| value.as_json() == "\"cancelled\"")
    };
    if item.changes.iter().flat_map(|change| &change.fields).any(is_cancelled) {
        return 0;
    }
    let keys = if side == Side::Old { &item.old } else { &item.new };
    u64::try_from(keys.len()).unwrap_or(u64::MAX)
}

/// The items of one edition: kept, and of each class by which items go or come those that it holds, down to their sum.
fn adding_up(
    changes: &Changes,
    (heading, items): (&'static str, u64),
    (kept, of_these): (u64, &[(&'static str, u64)]),
    held: impl Fn(&ItemChange) -> u64,
    lang: Lang,
) -> Block {
    let mut rows = vec![row(say(lang, "保留", "Kept").to_owned(), kept, Rank::Part)];
    let stated = of_these.iter().filter(|(_, number)| *number > 0);
    rows.extend(stated.map(|(label, number)| row((*label).to_owned(), *number, Rank::OfThese)));
    let mut sum = kept;
    for class in MOVES.into_iter().filter(|class| !matches!(class, ChangeClass::Merged | ChangeClass::Split)) {
        let of_class = changes.items.iter().filter(|item| moved(item) == Some(class)).map(&held);
        let of_class = of_class.fold(0_u64, u64::saturating_add);
        sum = sum.saturating_add(of_class);
        if of_class > 0 {
            rows.push(row(class_title(class, lang), of_class, Rank::Part));
        }
    }
    if sum != items {
        // Said rather than hidden: changes that were put together elsewhere may count otherwise.
        let difference = i128::from(items).saturating_sub(i128::from(sum));
        let label = say(lang, "未列入以上各项", "Not among these").to_owned();
        rows.push(Row { label, number: difference.to_string(), rank: Rank::Part });
    }
    rows.push(row(say(lang, "合计", "Sum").to_owned(), items, Rank::Sum));
    Block { heading, rows }
}

fn row(label: String, number: u64, rank: Rank) -> Row {
    Row { label, number: number.to_string(), rank }
}

/// What a class is called.
pub(super) fn class_title(class: ChangeClass, lang: Lang) -> String {
    match lang {
        Lang::Zh => class.title_zh().to_owned(),
        Lang::En => capitalized(class.as_str()),
    }
}
