//! Numbers before one unit: `第三、五条`, `第（一）至（三）项`.

use std::num::NonZeroU16;

use super::scan::{Scan, closes_bracket, is_digit, is_space, opens_bracket};
use super::unit::{Unit, read_unit};

/// The most numbers before one unit (`第一、二、三项`); more are no list that anybody wrote.
const MOST_NUMBERS: usize = 64;

/// `第三、五条`: numbers before one unit.
pub(super) struct Group {
    /// Each number, and where it begins a range, the number that ends it.
    pub(super) numbers: Vec<(NonZeroU16, Option<NonZeroU16>)>,
    /// 之一.
    pub(super) inserted: Option<NonZeroU16>,
    pub(super) unit: Unit,
}

/// How a list begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// With 第.
    Ordinal,
    /// Also with a number alone, as in `《…法》24条`.
    Number,
}

pub(super) fn is_range_word(scan: &mut Scan<'_>) -> bool {
    scan.eat_any(&["至", "到", "——", "—", "－", "-", "–", "～", "~"]).is_some()
}

/// Whether a provision stands here, such as that which ends a title without marks: `水法第七条`, `水法24条`.
pub(super) fn begins_with_place(mut scan: Scan<'_>) -> bool {
    let ordinal = scan.peek() == Some('第');
    read_group(&mut scan, Start::Number).is_some_and(|group| ordinal || group.unit == Unit::Article)
}

pub(super) fn read_group(scan: &mut Scan<'_>, start: Start) -> Option<Group> {
    let mut ahead = *scan;
    let ordinal = ahead.eat("第");
    if !ordinal && start == Start::Ordinal {
        return None;
    }
    let mut group = Group { numbers: Vec::new(), inserted: None, unit: Unit::Heading };
    let mut to = None;
    while group.numbers.len() < MOST_NUMBERS {
        ahead.skip(is_space);
        let bracketed = ahead.eat_if(opens_bracket).is_some();
        ahead.skip_blanks();
        let number = ahead.numeral()?;
        // 第9.1.1条: a clause of a standard.
        if is_decimal(ahead) {
            return None;
        }
        ahead.skip_blanks();
        if bracketed {
            ahead.eat_if(closes_bracket)?;
        }
        match (to.take(), group.numbers.last_mut()) {
            (Some(()), Some(last)) => last.1 = Some(number),
            _ => group.numbers.push((number, None)),
        }
        let mut unit = ahead;
        unit.skip(is_space);
        if !bracketed && unit.eat("之") {
            // 第二十四之一条.
            group.inserted = Some(unit.numeral()?);
        }
        if let Some(found) = read_unit(&mut unit) {
            group.unit = found;
            if found == Unit::Article && group.inserted.is_none() {
                group.inserted = read_inserted(&mut unit);
            }
            *scan = unit;
            return Some(group);
        }
        if group.inserted.is_some() {
            return None;
        }
        if is_range_word(&mut unit) {
            to = Some(());
        } else if unit.eat_if(|c| matches!(c, '、' | '，' | ',' | '.' | '．')).is_none()
            && unit.eat_any(&["和", "及", "与", "或"]).is_none()
            && !(bracketed && unit.peek().is_some_and(opens_bracket))
        {
            return None;
        }
        unit.skip(is_space);
        // 第三、第五条.
        unit.eat("第");
        ahead = unit;
    }
    None
}

/// Whether a number goes on with a point and a digit.
fn is_decimal(mut scan: Scan<'_>) -> bool {
    scan.eat_if(|c| matches!(c, '.' | '．')).is_some() && scan.peek().is_some_and(is_digit)
}

/// 之一, after 条.
fn read_inserted(scan: &mut Scan<'_>) -> Option<NonZeroU16> {
    let mut ahead = *scan;
    ahead.skip_blanks();
    let number = ahead.eat("之").then(|| ahead.numeral())??;
    *scan = ahead;
    Some(number)
}
