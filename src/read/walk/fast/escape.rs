//! What escapes mean, for texts of clean records; what is no escape gives none.

/// Adds what the escapes mean that begin here and follow each other, as they do where a program wrote all that is not ASCII
/// so; gives where they end.
pub(super) fn unescape_all(bytes: &[u8], at: usize, meant: &mut Vec<u8>) -> Option<usize> {
    let mut rest = bytes.get(at..)?;
    loop {
        while let [b'\\', b'u', first, second, third, fourth, after @ ..] = rest
            && let Some(three) = three_bytes([*first, *second, *third, *fourth])
        {
            meant.extend_from_slice(&three);
            rest = after;
        }
        if *rest.first()? != b'\\' {
            return Some(bytes.len().saturating_sub(rest.len()));
        }
        let (other, length) = unescape(rest)?;
        meant.extend_from_slice(other.encode_utf8(&mut [0; 4]).as_bytes());
        rest = rest.get(length..)?;
    }
}

/// The UTF-8 of a character by its four digits, where it surely has three bytes, as all Chinese has.
#[inline]
fn three_bytes(digits: [u8; 4]) -> Option<[u8; 3]> {
    let adds = THREE_BYTES.iter().zip(digits).map(|(adds, digit)| adds.get(usize::from(digit)).copied());
    let [first, second, third, other] = adds.fold(0, |all, adds| all | adds.unwrap_or(OTHER)).to_le_bytes();
    (other == 0).then_some([first, second, third])
}

/// The mark of a byte that is no digit, and of a first digit of characters that may be shorter or half of a pair.
const OTHER: u32 = 1 << 31;

/// What each digit adds to the three bytes, the first of which stands lowest: a digit has four bits, and the bytes take four,
/// six and six of the character.
static THREE_BYTES: [[u32; 256]; 4] = {
    let mut adds = [[OTHER; 256]; 4];
    let mut byte = 0_u8;
    #[expect(clippy::indexing_slicing, reason = "worked out by the compiler")]
    while byte.is_ascii() {
        if let Some(digit) = (byte as char).to_digit(16) {
            let at = byte as usize;
            if digit != 0 && digit != 0xd {
                adds[0][at] = 0xe0 | digit;
            }
            adds[1][at] = (0x80 | digit << 2) << 8;
            adds[2][at] = digit >> 2 << 8 | (0x80 | (digit & 3) << 4) << 16;
            adds[3][at] = digit << 16;
        }
        byte = byte.wrapping_add(1);
    }
    adds
};

/// The character that an escape means, and how long the escape is.
fn unescape(rest: &[u8]) -> Option<(char, usize)> {
    let plain = match *rest.get(1)? {
        b'u' => {
            let unit = unit(*rest.get(2..)?.first_chunk()?)?;
            return match unit {
                0xd800..0xdc00 => {
                    let (b"\\u", low) = rest.get(6..12)?.split_first_chunk::<2>()? else { return None };
                    let low = self::unit(*low.first_chunk()?)?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                    let high = unit.wrapping_sub(0xd800).wrapping_mul(0x400);
                    Some((char::from_u32(high.wrapping_add(low).wrapping_add(0x1_0000))?, 12))
                }
                // A lone half is no character.
                _ => Some((char::from_u32(unit)?, 6)),
            };
        }
        b'n' => '\n',
        b't' => '\t',
        b'r' => '\r',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        mark @ (b'"' | b'\\' | b'/') => char::from(mark),
        _ => return None,
    };
    Some((plain, 2))
}

/// Four hexadecimal digits.
fn unit(digits: [u8; 4]) -> Option<u32> {
    digits.into_iter().try_fold(0, |unit, digit| Some(unit << 4 | char::from(digit).to_digit(16)?))
}
