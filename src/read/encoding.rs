//! Encodings: JSON is UTF-8; what is not is named, with the byte where it shows.

/// Why the bytes are no UTF-8 text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// Every second byte is zero, or a UTF-16 byte order mark stands first.
    Utf16 { big_endian: bool },
    /// UTF-32, by its byte order mark or its zeros.
    Utf32,
    /// Every byte outside ASCII fits GB18030 (or GBK), and nothing fits UTF-8.
    Gb18030,
    /// A byte that UTF-8 does not have there.
    StrayByte { byte: u8 },
}

/// The byte order mark of UTF-8.
pub(crate) const MARK: &[u8] = b"\xef\xbb\xbf";

/// The text of an input without its byte order mark, or the byte at which it is no UTF-8.
pub(crate) fn text(bytes: &[u8]) -> Result<(&str, bool), (usize, Encoding)> {
    if bytes.starts_with(&[0xff, 0xfe, 0, 0]) || bytes.starts_with(&[0, 0, 0xfe, 0xff]) {
        return Err((0, Encoding::Utf32));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err((0, Encoding::Utf16 { big_endian: bytes.first() == Some(&0xfe) }));
    }
    // JSON begins with two ASCII characters, so zeros show UTF-16 without a mark.
    match bytes.get(..4) {
        Some([0, 0, 0, _] | [_, 0, 0, 0]) => return Err((0, Encoding::Utf32)),
        Some([0, a, 0, b]) if *a != 0 && *b != 0 => return Err((0, Encoding::Utf16 { big_endian: true })),
        Some([a, 0, b, 0]) if *a != 0 && *b != 0 => return Err((0, Encoding::Utf16 { big_endian: false })),
        _ => {}
    }
    let (body, marked) = match bytes.strip_prefix(MARK) {
        Some(body) => (body, true),
        None => (bytes, false),
    };
    match simdutf8::compat::from_utf8(body) {
        Ok(text) => Ok((text, marked)),
        Err(error) => {
            let at = error.valid_up_to();
            let encoding = if is_gb18030(body) {
                Encoding::Gb18030
            } else {
                Encoding::StrayByte { byte: body.get(at).copied().unwrap_or_default() }
            };
            Err((at.saturating_add(if marked { MARK.len() } else { 0 }), encoding))
        }
    }
}

/// Whether every byte outside ASCII belongs to a character of GB18030 (GB 18030-2022, 5: one, two or four bytes).
fn is_gb18030(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    let mut wide = 0_usize;
    while let Some((&first, after)) = rest.split_first() {
        rest = match first {
            0..=0x7f => after,
            0x81..=0xfe => match after {
                [0x40..=0x7e | 0x80..=0xfe, after @ ..] | [0x30..=0x39, 0x81..=0xfe, 0x30..=0x39, after @ ..] => {
                    wide = wide.saturating_add(1);
                    after
                }
                // Cut short at the very end.
                [] => after,
                _ => return false,
            },
            _ => return false,
        };
    }
    // One stray pair of bytes is no sign of an encoding.
    wide >= 2
}
