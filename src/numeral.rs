//! Numerals as provisions are numbered with them: Chinese and Arabic.

use std::num::NonZeroU16;

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const UNITS: [(char, u16); 3] = [('千', 1000), ('百', 100), ('十', 10)];
/// The longest numeral below ten thousand is 九千九百九十九; a longer run is none.
const LONGEST: usize = 7;

/// The number in Chinese numerals as articles are numbered: 10 is 十, 101 is 一百零一, 1260 is 一千二百六十. From ten
/// thousand on in Arabic digits, for no statute has so many articles.
pub(crate) fn write(number: NonZeroU16) -> String {
    let number = number.get();
    if number > 9999 {
        return number.to_string();
    }
    let mut written = String::new();
    let mut gap = false;
    for (name, unit) in UNITS.into_iter().map(|(name, unit)| (Some(name), unit)).chain([(None, 1)]) {
        let value = number.checked_div(unit).unwrap_or(0) % 10;
        if value == 0 {
            gap = !written.is_empty();
            continue;
        }
        if gap {
            written.push('零');
            gap = false;
        }
        if !(unit == 10 && value == 1 && written.is_empty()) {
            written.extend(DIGITS.get(usize::from(value)));
        }
        written.extend(name);
    }
    written
}

/// The value of a text that is a numeral as [`write`] writes it, with or without 一 before a leading 十, or one in
/// Arabic digits.
pub(crate) fn parse(written: &str) -> Option<NonZeroU16> {
    if written.bytes().all(|byte| byte.is_ascii_digit()) {
        return written.parse().ok();
    }
    let number = value(written.chars())?;
    // Only what would be written so is read: no 二三, no 十千.
    let canonical = write(number);
    (canonical == written || written.strip_prefix('一') == Some(&canonical)).then_some(number)
}

/// The numeral at the beginning of a text as people write it, and its length in bytes: also 〇 and ○ for 零, 两 for 二, 廿 for
/// 二十, 贰 for 二, `①`, full-width digits, and digits one by one with a zero among them (`一〇五`). A run of numerals that is
/// no number is none: its beginning is not read for the whole.
pub(crate) fn read(text: &str) -> Option<(NonZeroU16, usize)> {
    if let Some((number, c)) = text.chars().next().and_then(|c| Some((circled(c)?, c))) {
        return Some((number, c.len_utf8()));
    }
    let mut plain = String::new();
    let mut length = 0_usize;
    for c in text.chars().take(LONGEST.saturating_add(1)) {
        if let Some(tens) = tens(c) {
            plain.extend([tens, '十']);
        } else if let Some(digit) = plain_digit(c) {
            plain.push(digit);
        } else {
            break;
        }
        length = length.saturating_add(c.len_utf8());
    }
    if plain.is_empty() || plain.chars().count() > LONGEST {
        return None;
    }
    // 百二十 is 一百二十.
    let from_one = || plain.starts_with(['百', '千']).then(|| parse(&format!("一{plain}"))).flatten();
    let number = parse(&plain).or_else(|| one_by_one(&plain)).or_else(from_one)?;
    Some((number, length))
}

/// The tens for which one character stands: 廿, 卅, 卌.
fn tens(c: char) -> Option<char> {
    match c {
        '廿' | '卄' => Some('二'),
        '卅' => Some('三'),
        '卌' => Some('四'),
        _ => None,
    }
}

/// `①` to `⑳`, and `㊀` to `㊉`.
fn circled(c: char) -> Option<NonZeroU16> {
    let first = match c {
        '①'..='⑳' => '①',
        '㊀'..='㊉' => '㊀',
        _ => return None,
    };
    let at = u32::from(c).checked_sub(u32::from(first)).and_then(|at| u16::try_from(at).ok())?;
    NonZeroU16::new(at.saturating_add(1))
}

/// Whether a character may stand in a numeral.
pub(crate) fn is_numeral(c: char) -> bool {
    plain_digit(c).or_else(|| tens(c)).is_some()
}

/// The value of an Arabic digit of any width, or of a Chinese digit.
pub(crate) fn digit(c: char) -> Option<u16> {
    let plain = plain_digit(c)?;
    let place = || DIGITS.iter().position(|&known| known == plain).and_then(|place| u16::try_from(place).ok());
    plain.to_digit(10).and_then(|value| u16::try_from(value).ok()).or_else(place)
}

/// A numeral of any spelling as one of the canonical spelling.
fn plain_digit(c: char) -> Option<char> {
    match c {
        '〇' | '○' | '◯' => Some('零'),
        '两' | '贰' | '貳' => Some('二'),
        '壹' => Some('一'),
        '叁' | '參' => Some('三'),
        '肆' => Some('四'),
        '伍' => Some('五'),
        '陆' | '陸' => Some('六'),
        '柒' => Some('七'),
        '捌' => Some('八'),
        '玖' => Some('九'),
        '拾' => Some('十'),
        '佰' => Some('百'),
        '仟' => Some('千'),
        '０'..='９' => char::from_digit(u32::from(c).saturating_sub(u32::from('０')), 10),
        '0'..='9' | '十' | '百' | '千' => Some(c),
        _ => DIGITS.contains(&c).then_some(c),
    }
}

fn value(written: impl Iterator<Item = char>) -> Option<NonZeroU16> {
    let mut total: u16 = 0;
    let mut digit: Option<u16> = None;
    for c in written {
        if let Some((_, unit)) = UNITS.iter().find(|(name, _)| *name == c) {
            // 十 alone at the beginning means 一十.
            total = total.checked_add(digit.take().filter(|&value| value > 0).unwrap_or(1).checked_mul(*unit)?)?;
        } else {
            digit = Some(u16::try_from(DIGITS.iter().position(|&known| known == c)?).ok()?);
        }
    }
    NonZeroU16::new(total.checked_add(digit.unwrap_or(0))?)
}

/// Whether digits begin as a year of the last or this century does.
pub(crate) fn begins_as_year(text: &str) -> bool {
    text.starts_with("19") || text.starts_with("20")
}

/// Digits without 十 and 百. Without a zero `二三` is as likely two numbers as one.
fn one_by_one(plain: &str) -> Option<NonZeroU16> {
    if !plain.contains('零') || plain.starts_with('零') {
        return None;
    }
    let number = plain.chars().try_fold(0_u16, |number, c| {
        let value = DIGITS.iter().position(|&known| known == c)?;
        number.checked_mul(10)?.checked_add(u16::try_from(value).ok()?)
    })?;
    NonZeroU16::new(number)
}
