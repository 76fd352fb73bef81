//! Which scheme a text has the shape of, and which parts.

use super::base::BaseCode;
use super::implementation::ImplementationCode;
use super::part::CodePart;
use super::scheme::ItemCodeScheme;

/// The parts of a code, by what its scheme has.
#[derive(Default)]
pub(super) struct Layout<'a> {
    pub(super) base: Option<CodePart<'a>>,
    pub(super) body: Option<CodePart<'a>>,
    pub(super) level: Option<CodePart<'a>>,
    pub(super) business: Option<CodePart<'a>>,
    pub(super) area: Option<CodePart<'a>>,
}

/// A part of a code: where it begins, from 0, and how long it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Cut {
    start: u32,
    length: u32,
}

/// The parts of a code by where they stand in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Cuts {
    pub(super) base: Option<Cut>,
    pub(super) body: Option<Cut>,
    pub(super) level: Option<Cut>,
    pub(super) business: Option<Cut>,
    pub(super) area: Option<Cut>,
}

impl Cut {
    fn of(part: CodePart<'_>) -> Option<Self> {
        let start = part.position.checked_sub(1)?;
        Some(Self { start: u32::try_from(start).ok()?, length: u32::try_from(part.text.len()).ok()? })
    }

    /// The part of the text.
    pub(super) fn part(self, text: &str) -> Option<CodePart<'_>> {
        let (start, length) = (usize::try_from(self.start).ok()?, usize::try_from(self.length).ok()?);
        let text = text.get(start..start.saturating_add(length))?;
        Some(CodePart { text, position: start.saturating_add(1) })
    }
}

impl Cuts {
    pub(super) fn of(layout: &Layout<'_>) -> Self {
        let Layout { base, body, level, business, area } = *layout;
        let cut = |part: Option<CodePart<'_>>| part.and_then(Cut::of);
        Self { base: cut(base), body: cut(body), level: cut(level), business: cut(business), area: cut(area) }
    }
}

/// The scheme and the parts of a text. Whatever has a scheme is ASCII, so bytes are characters there.
pub(super) fn recognise(text: &str) -> (ItemCodeScheme, Layout<'_>) {
    let whole = CodePart { text, position: 1 };
    national(whole)
        .or_else(|| Some((ItemCodeScheme::Sichuan, sichuan(whole)?)))
        .or_else(|| Some((ItemCodeScheme::Shandong, shandong(whole)?)))
        .unwrap_or((ItemCodeScheme::Unknown, Layout::default()))
}

fn national(whole: CodePart<'_>) -> Option<(ItemCodeScheme, Layout<'_>)> {
    let short = |base, business| {
        let layout = Layout { base: whole.cut(0, 12), business, ..Layout::default() };
        has_base_shape(layout.base?).then_some((base, layout))
    };
    match whole.text.len() {
        12 => short(ItemCodeScheme::Base12, None),
        14 => {
            let business = whole.tail(2)?;
            is_digits(business.text, 2).then(|| short(ItemCodeScheme::Business14, Some(business))).flatten()
        }
        31 => Some((ItemCodeScheme::Implementation31, long(whole, 18, 0, has_base_shape)?)),
        33 => Some((ItemCodeScheme::Business33, long(whole, 18, 2, has_base_shape)?)),
        // One character of the credit code lost or too many.
        length @ (30 | 32 | 34) => {
            let read = |body: usize, business: usize| {
                let tail = 13_usize.saturating_add(business);
                (body.saturating_add(tail) == length).then(|| long(whole, body, business, is_well_formed)).flatten()
            };
            let implementation = read(17, 0).or_else(|| read(19, 0));
            let business = read(17, 2).or_else(|| read(19, 2));
            match (implementation, business) {
                (Some(layout), None) => Some((ItemCodeScheme::Implementation31, layout)),
                (None, Some(layout)) => Some((ItemCodeScheme::Business33, layout)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The parts of a code of 31 or 33, with a body of some length and a business item of 0 or 2 digits.
fn long(
    whole: CodePart<'_>,
    body: usize,
    business: usize,
    base_is_right: fn(CodePart<'_>) -> bool,
) -> Option<Layout<'_>> {
    let layout = Layout {
        body: whole.cut(0, body),
        level: whole.cut(body, 1),
        base: whole.cut(body.saturating_add(1), 12),
        business: if business == 0 { None } else { whole.tail(business) },
        area: None,
    };
    let right = layout.body?.text.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && is_digits(layout.level?.text, 1)
        && base_is_right(layout.base?)
        && layout.business.is_none_or(|part| is_digits(part.text, 2));
    // Where the body is not 18 long, only a level that exists tells the reading from chance.
    let right = right && (body == 18 || layout.level.is_some_and(|part| ImplementationCode::is_level(part.text)));
    right.then_some(layout)
}

/// `BASE-DIVISION-000-BODY-N-NN`, read from the right, since base and body may have hyphens themselves.
fn sichuan(whole: CodePart<'_>) -> Option<Layout<'_>> {
    let (rest, last) = whole.rsplit('-')?;
    let (rest, digit) = rest.rsplit('-')?;
    let (before, after) = rest.rsplit('-')?;
    let hyphenated = after.text.len() == 1;
    let (rest, body) = if hyphenated {
        // A check character alone: the body before it is eight characters.
        let (rest, body) = before.rsplit('-')?;
        (rest, CodePart { text: whole.text.get(body.position.checked_sub(1)?..)?.get(..10)?, ..body })
    } else {
        (before, after)
    };
    let (rest, middle) = rest.rsplit('-')?;
    let (base, area) = rest.rsplit('-')?;

    let is_word = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let right = is_digits(last.text, 2)
        && is_digits(digit.text, 1)
        && body.text.split('-').all(is_word)
        && is_digits(middle.text, 3)
        && is_digits(area.text, 12)
        && base.text.split('-').all(is_word)
        && (!hyphenated || body.text.as_bytes().get(8) == Some(&b'-'));
    right.then(|| Layout { base: Some(base), body: Some(body), area: Some(area), ..Layout::default() })
}

/// Six digits of the division, seven of the item, and perhaps a hyphen and three of the business item.
fn shandong(whole: CodePart<'_>) -> Option<Layout<'_>> {
    let (item, business) = match whole.rsplit('-') {
        Some((item, business)) => (item, Some(business)),
        None => (whole, None),
    };
    let right = is_digits(item.text, 13) && business.is_none_or(|part| is_digits(part.text, 3));
    right.then(|| Layout { area: item.cut(0, 6), base: item.cut(6, 7), business, ..Layout::default() })
}

/// Eleven digits, and a twelfth or `Y`.
fn has_base_shape(base: CodePart<'_>) -> bool {
    let bytes = base.text.as_bytes();
    bytes.len() == 12
        && bytes.split_last().is_some_and(|(last, digits)| {
            digits.iter().all(u8::is_ascii_digit) && (last.is_ascii_digit() || *last == b'Y')
        })
}

fn is_well_formed(base: CodePart<'_>) -> bool {
    BaseCode::parse(base.text).is_ok()
}

fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|found| found.is_ascii_digit())
}
