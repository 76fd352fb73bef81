//! The parts of an `.xlsx`: files packed into one, unpacked within bounds.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use memchr::memmem;
use zip::ZipArchive;
use zip::result::ZipError;

use super::WorkbookError;
use super::encoding::unmarked;
use super::error::Bound;
use super::limits::Account;

/// The most parts, and relations of a part to others.
const MOST_PARTS: u16 = u16::MAX;
/// How what the directory says of a part begins; it takes at least so many bytes.
const ENTRY: &[u8] = b"PK\x01\x02";
const ENTRY_LENGTH: usize = 46;

/// A packed file with its parts by name.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Names are compared without case, and some programs write `\` for `/`.
    parts: HashMap<String, usize>,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, WorkbookError> {
        // Counted before the directory is taken up, which takes much more room in memory than in the file.
        if few_parts(bytes.len() / ENTRY_LENGTH).is_err() {
            few_parts(memmem::find_iter(bytes, ENTRY).count())?;
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        let name = |index: usize| Some((normal(&archive.name_for_index(index)?.ok()?), index));
        let parts = (0..archive.len()).filter_map(name).collect();
        Ok(Self { archive, parts })
    }

    pub(super) fn holds(&self, part: &str) -> bool {
        self.parts.contains_key(&normal(part))
    }

    /// The text of a part; none where there is no such part.
    ///
    /// What a part says of its size is not believed: it is counted while it is unpacked.
    pub(super) fn text(&mut self, part: &str, account: &mut Account) -> Result<Option<String>, WorkbookError> {
        let Some(&index) = self.parts.get(&normal(part)) else { return Ok(None) };
        let packed = self.archive.by_index(index).map_err(|error| broken(&error))?;
        let left = account.left_to_unpack();
        if packed.size() > left {
            account.unpack(packed.size())?;
        }
        let mut bytes = Vec::new();
        let unpacked = packed.take(left.saturating_add(1)).read_to_end(&mut bytes);
        account.unpack(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
        unpacked
            .map_err(|_| WorkbookError::damaged("压缩的内容无法解压", "what is packed in it cannot be unpacked"))?;
        match unmarked(bytes) {
            Some(text) => Ok(Some(text)),
            None => Err(WorkbookError::damaged("其中的 XML 不是 UTF-8 文字", "the XML in it is no text in UTF-8")),
        }
    }
}

/// Whether there are as few parts, or relations of one, as there may be.
pub(super) fn few_parts(count: usize) -> Result<(), WorkbookError> {
    if count <= usize::from(MOST_PARTS) {
        return Ok(());
    }
    Err(WorkbookError::TooLarge { bound: Bound::Parts, limit: MOST_PARTS.into() })
}

fn normal(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_lowercase()
}

fn broken(error: &ZipError) -> WorkbookError {
    match error {
        ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => {
            WorkbookError::Protected
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            WorkbookError::damaged("压缩方式无法识别", "the way in which it is packed is not known")
        }
        _ => WorkbookError::damaged("压缩包的目录有误", "the directory of what is packed in it is broken"),
    }
}

/// The name of a part as another part refers to it, from the folder of that part.
pub(super) fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    for name in target.split('/') {
        match name {
            "" | "." => {}
            ".." => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    names.join("/")
}
