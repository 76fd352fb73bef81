//! Files that are written: never half where that can be had, and never at the cost of what the file is.
//!
//! What is new, or a plain file with one name, is written beside and then renamed, so that nobody ever sees half of it.
//! Renaming would cut a link from its file and put a plain file in the place of a device: a symbolic link is followed
//! to where it leads, and a file with several names, a pipe or a device is written as it stands, when all is known.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use qingdan::{Lang, Message};
use tempfile::{Builder, NamedTempFile};

use crate::input::shown_name;
use crate::output::{Outcome, Output, tell};

/// Writes a file as a whole, and says so where that fails.
pub(crate) fn replace(path: &Path, lang: Lang, write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> Outcome {
    let mut bytes = Vec::new();
    match write(&mut bytes).and_then(|()| put(path, &bytes)) {
        Ok(()) => Outcome::Clean,
        Err(fault) => {
            let (name, why) = (shown_name(path), why_unwritten(path, &fault));
            tell(&match lang {
                Lang::Zh => format!("qingdan：无法写入 {name}：{}", why.zh),
                Lang::En => format!("qingdan: cannot write {name}: {}", why.en),
            });
            Outcome::Failed
        }
    }
}

/// Why a file could not be written, and what to do.
fn why_unwritten(path: &Path, fault: &io::Error) -> Message {
    let zh = match fault.kind() {
        io::ErrorKind::NotFound => {
            let folder = shown_name(folder_of(path));
            return Message::new(
                format!("文件夹 {folder} 不存在；请先建立，或者另写文件名"),
                format!("there is no folder {folder}; make it first, or name another file"),
            );
        }
        io::ErrorKind::PermissionDenied => "没有写入权限；请另选文件夹，或者请管理员授权",
        io::ErrorKind::IsADirectory => "这是文件夹，不是文件；请写文件名",
        io::ErrorKind::NotADirectory => "路径中有一段是文件，不是文件夹；请另写文件名",
        io::ErrorKind::InvalidInput => "这不是文件名；请写文件名",
        io::ErrorKind::StorageFull => "磁盘空间不足",
        io::ErrorKind::ReadOnlyFilesystem => "该磁盘只读；请另选文件夹",
        io::ErrorKind::FileTooLarge => "超过系统允许的文件大小",
        _ => return Message::new(fault.to_string(), fault.to_string()),
    };
    Message::new(zh, fault.to_string())
}

/// Writes to a file as a whole where one is named, and else to standard output.
pub(crate) fn write(
    file: Option<&Path>,
    lang: Lang,
    output: &mut Output,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Outcome {
    if let Some(file) = file {
        return replace(file, lang, |to| write(to));
    }
    write(output).unwrap_or_default();
    Outcome::Clean
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].iter().any(|name| path == Path::new(name)) {
        // It may be redirected to a file that others write to, which opening it by name would cut.
        let mut out = io::stdout().lock();
        return out.write_all(bytes).and_then(|()| out.flush());
    }
    let there = match fs::metadata(path) {
        Ok(there) => there,
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return put_new(path, bytes),
        Err(fault) => return Err(fault),
    };
    if there.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder; name a file"));
    }
    // What must not be written is not replaced either.
    let mut file = OpenOptions::new().write(true).open(path)?;
    if !there.is_file() {
        return file.write_all(bytes);
    }
    let path = fs::canonicalize(path)?;
    if has_one_name(&there) {
        // A folder that takes no new file holds files that may be written.
        if let Ok(beside) = beside(&path)
            && is_alike(&beside, &there)?
        {
            beside.as_file().set_permissions(there.permissions())?;
            return persist(beside, &path, bytes);
        }
    }
    file.write_all(bytes)?;
    file.set_len(u64::try_from(bytes.len()).unwrap_or(u64::MAX))
}

/// Writes a file that is not there; where a link leads to it, there.
fn put_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::symlink_metadata(path).is_ok() {
        return File::create(path)?.write_all(bytes);
    }
    persist(beside(path)?, path, bytes)
}

/// A new file beside another, which no other program has; taken away again unless it is renamed.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = folder_of(path);
    if path.file_name().is_none() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "this is not the name of a file"));
    }
    let mut builder = Builder::new();
    builder.prefix(".qingdan-").suffix(".tmp");
    // What is new has the mode that every new file of this user has.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    // The name of the file beside says nothing to anybody.
    builder.tempfile_in(folder).map_err(|fault| io::Error::from(fault.kind()))
}

fn persist(mut beside: NamedTempFile, path: &Path, bytes: &[u8]) -> io::Result<()> {
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    beside.persist(path).map_err(|fault| fault.error)?;
    Ok(())
}

#[cfg(unix)]
fn has_one_name(there: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(there) == 1
}

#[cfg(not(unix))]
fn has_one_name(_: &Metadata) -> bool {
    true
}

/// Whether the file beside belongs to whom the other one belongs.
#[cfg(unix)]
fn is_alike(beside: &NamedTempFile, there: &Metadata) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let new = beside.as_file().metadata()?;
    Ok((new.uid(), new.gid()) == (there.uid(), there.gid()))
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it is asked of the file")]
fn is_alike(_: &NamedTempFile, _: &Metadata) -> io::Result<bool> {
    Ok(true)
}

/// The folder in which a file lies, which may be the working folder.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// By what a file is known, whatever its name: two names of one file are the same.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Identity {
    #[cfg(unix)]
    Inode(u64, u64),
    Path(PathBuf),
}

impl Identity {
    /// None of what can be written to by several, a device or a pipe.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        if let Ok(there) = fs::metadata(path) {
            if !there.is_file() {
                return None;
            }
            #[cfg(unix)]
            {
                use std::os::unix::fs::MetadataExt as _;
                return Some(Self::Inode(there.dev(), there.ino()));
            }
        }
        let there = fs::canonicalize(path)
            .or_else(|_| Ok(fs::canonicalize(folder_of(path))?.join(path.file_name().unwrap_or_default())));
        Some(Self::Path(there.unwrap_or_else(|_: io::Error| path.components().collect())))
    }
}
