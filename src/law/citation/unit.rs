//! The units of provisions: 条, 款, 项, 目, and what stands above them.

use std::num::NonZeroU16;

use super::scan::Scan;
use crate::model::ArticleRef;

/// What a number counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    /// 章, 节, 部分 and the like, which the model keeps as written.
    Heading,
    Article,
    Paragraph,
    Item,
    Point,
}

pub(super) fn read_unit(scan: &mut Scan<'_>) -> Option<Unit> {
    /// Words that begin like a unit and are none.
    const NO_UNIT: [&str; 14] = [
        "条例", "条件", "款项", "项目", "目录", "目标", "章程", "章节", "节能", "编号", "编制", "点位", "页码", "类似",
    ];
    let rest = scan.rest();
    if NO_UNIT.iter().any(|word| rest.starts_with(word)) {
        return None;
    }
    let (unit, length) = match scan.peek()? {
        '条' => (Unit::Article, "条".len()),
        '款' => (Unit::Paragraph, "款".len()),
        '项' => (Unit::Item, "项".len()),
        '目' => (Unit::Point, "目".len()),
        c @ ('章' | '节' | '编' | '篇' | '页' | '点' | '段' | '类') => (Unit::Heading, c.len_utf8()),
        '部' if rest.starts_with("部分") => (Unit::Heading, "部分".len()),
        _ => return None,
    };
    scan.advance(length);
    Some(unit)
}

pub(super) fn number_of(place: ArticleRef, unit: Unit) -> Option<NonZeroU16> {
    match unit {
        Unit::Heading => None,
        Unit::Article => Some(place.article),
        Unit::Paragraph => place.paragraph,
        Unit::Item => place.item,
        Unit::Point => place.point,
    }
}

/// Whether a place ends with this unit.
pub(super) fn is_whole(place: ArticleRef, unit: Unit) -> bool {
    match unit {
        Unit::Heading => false,
        Unit::Article => place.inserted.or(place.paragraph).or(place.item).or(place.point).is_none(),
        Unit::Paragraph => place.item.or(place.point).is_none(),
        Unit::Item => place.point.is_none(),
        Unit::Point => true,
    }
}

/// Whether a place names nothing as small as this unit.
pub(super) fn is_above(place: ArticleRef, unit: Unit) -> bool {
    number_of(place, unit).is_none() && is_whole(place, unit)
}

/// A place with another number of a unit, and nothing smaller.
pub(super) fn with(place: ArticleRef, unit: Unit, number: NonZeroU16) -> ArticleRef {
    let mut place = place;
    match unit {
        Unit::Heading => {}
        Unit::Article => place = ArticleRef::new(number),
        Unit::Paragraph => (place.paragraph, place.item, place.point) = (Some(number), None, None),
        Unit::Item => (place.item, place.point) = (Some(number), None),
        Unit::Point => place.point = Some(number),
    }
    place
}
