//! Further reports of a check, each in a form and a file of its own.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use qingdan::print::printable;
use qingdan::writer::{ReportFormat, ReportOptions, write_report};
use qingdan::{Lang, Limits, Report};

use crate::annotated;
use crate::file::{self, Identity, folder_of};
use crate::input::shown_name;
use crate::output::{Outcome, tell};

/// A report to be written.
#[derive(Debug, Clone)]
pub(crate) struct ReportFile {
    pub(crate) kind: ReportKind,
    pub(crate) path: PathBuf,
}

/// What is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReportKind {
    /// A report in a file.
    Format(ReportFormat),
    /// The workbooks that were checked, with the findings in them, in a folder.
    Annotated,
}

/// What the workbooks with the findings in them are called on the command line.
const ANNOTATED: &str = "annotated";

/// A text that names no report.
#[derive(Debug)]
pub(crate) enum WrongReportFile {
    /// There is no `=` in it, or nothing after it.
    NoFile,
    /// `-`, by which people mean standard output.
    StandardOutput,
    /// There is no such form.
    Format(String),
}

impl Error for WrongReportFile {}

impl fmt::Display for WrongReportFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFile => f.write_str("expected a form and a file, such as `sarif=out/check.sarif`"),
            Self::StandardOutput => {
                f.write_str("found `-`: what goes to standard output is said with --format; name a file here")
            }
            Self::Format(found) => write!(f, "found the form `{found}`, allowed: {}", allowed(", ")),
        }
    }
}

impl WrongReportFile {
    pub(crate) fn zh(&self) -> String {
        match self {
            Self::NoFile => "应为形式和文件，如 sarif=out/check.sarif".to_owned(),
            Self::StandardOutput => "写的是“-”：写到标准输出的形式用 --format 指定，此处请写文件名".to_owned(),
            Self::Format(found) => format!("没有形式“{found}”；可取值：{}", allowed("、")),
        }
    }
}

/// What may be written, as one says it.
fn allowed(between: &str) -> String {
    let names: Vec<&str> = ReportFormat::NAMES.iter().copied().chain([ANNOTATED]).collect();
    names.join(between)
}

/// A form and a file, `sarif=out/check.sarif`; or `annotated` and a folder.
pub(crate) fn report_file(text: &str) -> Result<ReportFile, WrongReportFile> {
    let (format, path) = text.split_once('=').filter(|(_, path)| !path.is_empty()).ok_or(WrongReportFile::NoFile)?;
    if path == "-" {
        return Err(WrongReportFile::StandardOutput);
    }
    let name = format.trim().to_ascii_lowercase();
    if name == ANNOTATED {
        return Ok(ReportFile { kind: ReportKind::Annotated, path: path.into() });
    }
    let format = name.parse().map_err(|_| {
        let found: String = format.chars().take(60).collect();
        WrongReportFile::Format(printable(&found).into_owned())
    })?;
    Ok(ReportFile { kind: ReportKind::Format(format), path: path.into() })
}

impl ReportFile {
    /// The file to write; none where it is a folder of several.
    pub(crate) fn file(&self) -> Option<&Path> {
        matches!(self.kind, ReportKind::Format(_)).then_some(self.path.as_path())
    }

    /// Writes the report as a whole or not at all; makes the folders that are not there. `workbooks` are those that were
    /// checked, read again within the limits.
    pub(crate) fn write(
        &self,
        report: &Report,
        options: ReportOptions,
        workbooks: (&[PathBuf], Limits),
        lang: Lang,
    ) -> Outcome {
        let ReportKind::Format(format) = self.kind else {
            return annotated::write(&self.path, workbooks, report, lang);
        };
        let folder = folder_of(&self.path);
        if !folder.is_dir()
            && let Err(fault) = fs::create_dir_all(folder)
        {
            let name = shown_name(folder);
            tell(&match lang {
                Lang::Zh => format!("qingdan：无法建立文件夹 {name}：{fault}"),
                Lang::En => format!("qingdan: cannot make the folder {name}: {fault}"),
            });
            return Outcome::Failed;
        }
        file::replace(&self.path, lang, |to| write_report(report, format, &options, to))
    }
}

/// Whether every file that is to be written is another one, and none that is read; else the first that is not is told.
pub(crate) fn are_apart<'a>(
    written: impl Iterator<Item = &'a Path> + Clone,
    read: impl FnOnce(&BTreeSet<Identity>) -> Vec<PathBuf>,
    lang: Lang,
) -> bool {
    let files: BTreeSet<Identity> = written.clone().filter_map(Identity::of).collect();
    if files.is_empty() {
        // What is read is not looked at for nothing.
        return true;
    }
    let read: BTreeSet<Identity> = read(&files).iter().filter_map(|path| Identity::of(path)).collect();
    let mut before = BTreeSet::new();
    for path in written {
        let Some(file) = Identity::of(path) else { continue };
        let (zh, en) = if read.contains(&file) {
            ("本次运行要读取这个文件，写入会把它覆盖", "this run reads it, and writing would replace it")
        } else if before.insert(file) {
            continue;
        } else {
            ("有两项内容都要写入这个文件", "two things are to be written to it")
        };
        let name = shown_name(path);
        tell(&match lang {
            Lang::Zh => format!("qingdan：不能写入 {name}：{zh}；请另写文件名"),
            Lang::En => format!("qingdan: nothing can be written to {name}: {en}; name another file"),
        });
        return false;
    }
    true
}

/// Whether what is to be written, where it is a file, is none of those that are read (`-` is standard input); else that is
/// told.
pub(crate) fn is_apart<'a>(written: Option<&Path>, read: impl IntoIterator<Item = &'a PathBuf>, lang: Lang) -> bool {
    let files = || read.into_iter().filter(|path| path.as_path() != Path::new("-")).cloned().collect();
    are_apart(written.into_iter(), |_| files(), lang)
}
