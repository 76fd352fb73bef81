//! Further reports of a check, each in a form and a file of its own.

use std::error::Error;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use qingdan::Lang;
use qingdan::Report;
use qingdan::print::printable;
use qingdan::writer::{ReportFormat, ReportOptions, write_report};

use crate::file;
use crate::input::shown_name;
use crate::output::{Outcome, tell};

/// A report to be written.
#[derive(Debug, Clone)]
pub(crate) struct ReportFile {
    pub(crate) format: ReportFormat,
    pub(crate) path: PathBuf,
}

/// A text that names no report.
#[derive(Debug)]
pub(crate) enum WrongReportFile {
    /// There is no `=` in it, or nothing after it.
    NoFile,
    /// There is no such form.
    Format(String),
}

impl Error for WrongReportFile {}

impl fmt::Display for WrongReportFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFile => f.write_str("expected a form and a file, such as `sarif=out/check.sarif`"),
            Self::Format(found) => write!(f, "found the form `{found}`, allowed: {}", ReportFormat::NAMES.join(", ")),
        }
    }
}

impl WrongReportFile {
    pub(crate) fn zh(&self) -> String {
        match self {
            Self::NoFile => "应为形式和文件，如 sarif=out/check.sarif".to_owned(),
            Self::Format(found) => format!("没有形式“{found}”；可取值：{}", ReportFormat::NAMES.join("、")),
        }
    }
}

/// A form and a file, `sarif=out/check.sarif`.
pub(crate) fn report_file(text: &str) -> Result<ReportFile, WrongReportFile> {
    let (format, path) = text.split_once('=').filter(|(_, path)| !path.is_empty()).ok_or(WrongReportFile::NoFile)?;
    let known = format.trim().to_ascii_lowercase().parse();
    let format = known.map_err(|_| {
        let found: String = format.chars().take(60).collect();
        WrongReportFile::Format(printable(&found).into_owned())
    })?;
    Ok(ReportFile { format, path: path.into() })
}

impl ReportFile {
    /// Writes the report as a whole or not at all; makes the folders that are not there.
    pub(crate) fn write(&self, report: &Report, options: ReportOptions, lang: Lang) -> Outcome {
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(Err(fault)) = folder.filter(|folder| !folder.is_dir()).map(fs::create_dir_all) {
            let name = folder.map_or_else(String::new, |folder: &Path| shown_name(folder));
            tell(&match lang {
                Lang::Zh => format!("qingdan：无法建立文件夹 {name}：{fault}"),
                Lang::En => format!("qingdan: cannot make the folder {name}: {fault}"),
            });
            return Outcome::Failed;
        }
        file::replace(&self.path, lang, |to| write_report(report, self.format, &options, to))
    }
}
