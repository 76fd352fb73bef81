//! Encodings of texts: UTF-8, UTF-16 with its mark, else GB18030, in which Chinese programs save tables.

use encoding_rs::{DecoderResult, Encoding, GB18030, UTF_16BE, UTF_16LE};

use super::WorkbookError;

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The text of a file, without its byte order mark.
///
/// # Errors
/// Where it is in no encoding throughout, with the place. A text that is UTF-8 but for a few bytes is not taken for GB18030,
/// in which nearly all bytes mean something.
pub(super) fn text(bytes: &[u8]) -> Result<String, WorkbookError> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => return decoded(rest, UTF_16LE, "UTF-16", 2),
        [0xfe, 0xff, rest @ ..] => return decoded(rest, UTF_16BE, "UTF-16", 2),
        _ => {}
    }
    let (body, is_marked) = bytes.strip_prefix(MARK).map_or((bytes, false), |body| (body, true));
    match std::str::from_utf8(body) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) if is_marked || is_mostly_utf8(body) => {
            let before = body.get(..error.valid_up_to()).unwrap_or_default();
            Err(broken("UTF-8", lines(before), before.len().saturating_add(bytes.len().saturating_sub(body.len()))))
        }
        Err(_) => decoded(body, GB18030, "GB18030", 0),
    }
}

/// The text of XML: UTF-8, or UTF-16 with its mark.
pub(super) fn unmarked(bytes: Vec<u8>) -> Option<String> {
    match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => decoded(rest, UTF_16LE, "UTF-16", 2).ok(),
        [0xfe, 0xff, rest @ ..] => decoded(rest, UTF_16BE, "UTF-16", 2).ok(),
        [0xef, 0xbb, 0xbf, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_owned),
        _ => String::from_utf8(bytes).ok(),
    }
}

/// Whether most of what is not ASCII is UTF-8. In GB18030 few pairs of bytes happen to be.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        right = right.saturating_add(chunk.valid().chars().filter(|c| !c.is_ascii()).count());
        wrong = wrong.saturating_add(usize::from(!chunk.invalid().is_empty()));
    }
    right > wrong.saturating_mul(2)
}

fn decoded(
    bytes: &[u8],
    encoding: &'static Encoding,
    name: &'static str,
    skipped: usize,
) -> Result<String, WorkbookError> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::new();
    text.reserve(decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(0));
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    let at = match result {
        DecoderResult::InputEmpty => return Ok(text),
        // There is room for all, so that it is never full.
        DecoderResult::OutputFull => read,
        DecoderResult::Malformed(length, after) => read.saturating_sub(length.into()).saturating_sub(after.into()),
    };
    Err(broken(name, lines(text.as_bytes()), at.saturating_add(skipped)))
}

/// How many lines end in a text.
fn lines(text: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', text).count()
}

/// That a text is broken at a byte, before which so many lines end.
fn broken(encoding: &'static str, lines: usize, byte: usize) -> WorkbookError {
    let count = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    WorkbookError::Encoding { encoding, line: count(lines).saturating_add(1), byte: count(byte) }
}
