//! What escapes mean, for texts of clean records; what is no escape gives none.

/// Adds what the escapes mean that begin here and follow each other, as they do where a program wrote all that is not ASCII
/// so; gives where they end.
pub(super) fn unescape_all(bytes: &[u8], at: usize, meant: &mut Vec<u8>) -> Option<usize> {
    let mut rest = bytes.get(at..)?;
    loop {
        let (mut run, mut length) = ([[0; 3]; RUN], 0_usize);
        for character in &mut run {
            let [b'\\', b'u', first, second, third, fourth, after @ ..] = rest else { break };
            let Some(three) = three_bytes([*first, *second, *third, *fourth]) else { break };
            (*character, rest) = (three, after);
            length = length.wrapping_add(3);
        }
        meant.extend_from_slice(run.as_flattened().get(..length)?);
        if *rest.first()? != b'\\' {
            return Some(bytes.len().saturating_sub(rest.len()));
        }
        if length < 3 * RUN {
            let (other, length) = unescape(rest)?;
            meant.extend_from_slice(other.encode_utf8(&mut [0; 4]).as_bytes());
            rest = rest.get(length..)?;
        }
    }
}

/// So many characters of three bytes are written at a time.
const RUN: usize = 16;

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
    let mut byte = 0_usize;
    #[expect(clippy::indexing_slicing, reason = "worked out by the compiler")]
    while byte < 256 {
        if HEX[byte] != NO_DIGIT {
            let digit = HEX[byte] as u32;
            if digit != 0 && digit != 0xd {
                adds[0][byte] = 0xe0 | digit;
            }
            adds[1][byte] = (0x80 | digit << 2) << 8;
            adds[2][byte] = digit >> 2 << 8 | (0x80 | (digit & 3) << 4) << 16;
            adds[3][byte] = digit << 16;
        }
        byte += 1;
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
#[inline]
fn unit(digits: [u8; 4]) -> Option<u32> {
    let [a, b, c, d] = digits.map(|digit| HEX.get(usize::from(digit)).copied().unwrap_or(NO_DIGIT));
    let all = u32::from(a) << 12 | u32::from(b) << 8 | u32::from(c) << 4 | u32::from(d);
    // What is no digit sets bits above those of four digits.
    (a | b | c | d < 16).then_some(all)
}

const NO_DIGIT: u8 = u8::MAX;

/// The worth of each byte as a hexadecimal digit.
static HEX: [u8; 256] = {
    let mut table = [NO_DIGIT; 256];
    let mut byte = 0_u8;
    loop {
        let digit = match byte {
            b'0'..=b'9' => byte.wrapping_sub(b'0'),
            b'a'..=b'f' => byte.wrapping_sub(b'a').wrapping_add(10),
            b'A'..=b'F' => byte.wrapping_sub(b'A').wrapping_add(10),
            _ => NO_DIGIT,
        };
        #[expect(clippy::indexing_slicing, reason = "worked out by the compiler")]
        {
            table[byte as usize] = digit;
        }
        if byte == u8::MAX {
            break table;
        }
        byte = byte.wrapping_add(1);
    }
};
