//! The package of a workbook: parts in a ZIP file. What is not changed is copied as it is, still compressed.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::outcome::AnnotateError;
use super::outcome::ZIP;
use crate::lang::Message;

/// The most of one part, and of all parts that are read, in bytes: what is larger unpacked is no list of a department.
const MOST: u64 = 512 << 20;

/// A package with what is to be changed in it.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Parts by their names as they are compared: without regard to case, and with slashes as they should be.
    names: BTreeMap<String, usize>,
    /// What takes the place of an entry.
    changed: BTreeMap<usize, Vec<u8>>,
    /// What is new, by its name.
    added: BTreeMap<String, Vec<u8>>,
    /// How much may still be read.
    left: u64,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, AnnotateError> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| {
            AnnotateError::broken("ZIP", "压缩包损坏或不完整，无法打开", "the ZIP file is broken or not complete")
        })?;
        let mut names = BTreeMap::new();
        for (number, name) in archive.file_names_raw().enumerate() {
            let name = String::from_utf8_lossy(name);
            // Of two parts with one name the first counts.
            names.entry(compared(&name)).or_insert(number);
        }
        Ok(Self { archive, names, changed: BTreeMap::new(), added: BTreeMap::new(), left: MOST })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&compared(name)) || self.added.contains_key(name)
    }

    /// The names of parts that begin and end so, as they are compared.
    pub(super) fn named(&self, begin: &str, end: &str) -> Vec<String> {
        let is_so = |name: &&String| name.starts_with(begin) && name.ends_with(end);
        self.names.keys().filter(is_so).cloned().collect()
    }

    /// A part as it is, or as it was changed.
    pub(super) fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>, AnnotateError> {
        if let Some(added) = self.added.get(name) {
            return Ok(Some(added.clone()));
        }
        let Some(&number) = self.names.get(&compared(name)) else { return Ok(None) };
        if let Some(changed) = self.changed.get(&number) {
            return Ok(Some(changed.clone()));
        }
        let unreadable = || {
            AnnotateError::broken(name, "无法解压，文件损坏或已加密", "cannot be unpacked: it is broken or encrypted")
        };
        let file = self.archive.by_index(number).map_err(|_| unreadable())?;
        let mut bytes = Vec::new();
        file.take(self.left.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| unreadable())?;
        self.left = self.left.checked_sub(u64::try_from(bytes.len()).unwrap_or(u64::MAX)).ok_or_else(|| {
            let megabytes = MOST >> 20;
            AnnotateError::TooLarge(Message::new(
                format!("解压后超过 {megabytes} MB，请拆分后再试"),
                format!("unpacked it has more than {megabytes} MB; please split it"),
            ))
        })?;
        Ok(Some(bytes))
    }

    /// A part that must be there.
    pub(super) fn required(&mut self, name: &str) -> Result<Vec<u8>, AnnotateError> {
        let found = self.read(name)?;
        found.ok_or_else(|| AnnotateError::broken(name, "缺失", "nothing stands: the part is missing"))
    }

    /// Puts a part in the place of the one with its name, or anew.
    pub(super) fn put(&mut self, name: &str, bytes: Vec<u8>) {
        match self.names.get(&compared(name)) {
            Some(&number) => {
                self.changed.insert(number, bytes);
            }
            None => {
                self.added.insert(name.to_owned(), bytes);
            }
        }
    }

    /// The package with its changes: every entry in its place, then what is new.
    pub(super) fn write(mut self) -> Result<Vec<u8>, AnnotateError> {
        let mut to = ZipWriter::new(Cursor::new(Vec::new()));
        let comment = self.archive.comment().to_vec();
        to.set_raw_comment(comment.into_boxed_slice()).map_err(failed)?;
        for number in 0..self.archive.len() {
            let file = self.archive.by_index_raw(number).map_err(failed)?;
            match self.changed.get(&number) {
                None => to.raw_copy_file(file).map_err(failed)?,
                Some(bytes) => {
                    let options = options().last_modified_time(file.last_modified().unwrap_or_default());
                    to.start_file(String::from_utf8_lossy(file.name_raw()).into_owned(), options).map_err(failed)?;
                    to.write_all(bytes)?;
                }
            }
        }
        for (name, bytes) in &self.added {
            to.start_file(name.as_str(), options()).map_err(failed)?;
            to.write_all(bytes)?;
        }
        Ok(to.finish().map_err(failed)?.into_inner())
    }

    /// Whether it holds parts as every package of office programs does.
    pub(super) fn check(&self) -> Result<(), AnnotateError> {
        if self.has("[Content_Types].xml") { Ok(()) } else { Err(AnnotateError::NotXlsx { found: ZIP }) }
    }
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default())
}

fn compared(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

#[expect(clippy::needless_pass_by_value, reason = "as `map_err` has it")]
fn failed(fault: zip::result::ZipError) -> AnnotateError {
    AnnotateError::Write(std::io::Error::other(fault.to_string()))
}
