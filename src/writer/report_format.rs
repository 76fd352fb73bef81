//! The formats of the report of a check, and what is to be told of all.

use crate::codelist::closed_list;
use crate::lang::Lang;
use crate::report::FailLevel;

closed_list! {
    /// 报告格式: in which form the report of a check is written.
    ReportFormat {
        /// For people at a terminal.
        Human = "human", "文字报告";
        /// One line a finding, for `grep` and editors.
        Concise = "concise", "每项一行";
        /// The whole report as one JSON document.
        Json = "json", "JSON";
        /// One JSON object a line: the findings, and last the summary.
        Jsonl = "jsonl", "逐行 JSON";
        /// SARIF 2.1.0, which GitHub code scanning, Jenkins and editors read.
        Sarif = "sarif", "SARIF 2.1.0";
        /// Workflow commands, by which GitHub Actions puts findings beside the lines of a change.
        Github = "github", "GitHub 工作流命令";
        /// The Code Quality report of GitLab.
        Gitlab = "gitlab", "GitLab 代码质量报告";
        /// Test results as `JUnit` writes them, which Jenkins, GitLab and Gitea show.
        Junit = "junit", "JUnit 测试报告";
        /// The summary of a job, or a comment on a merge request.
        Markdown = "markdown", "Markdown 摘要";
        /// One page for officials, to be read and printed.
        Html = "html", "网页报告";
        /// A table for spreadsheets.
        Csv = "csv", "CSV 表格";
        /// A workbook for the offices: a cover, and for each department what it has to see to. With the feature `import`.
        #[cfg(feature = "import")]
        Xlsx = "xlsx", "整改台账";
    }
}

/// 报告选项: how a report is written, whatever its format.
///
/// ```
/// use qingdan::Lang;
/// use qingdan::report::FailLevel;
/// use qingdan::writer::ReportOptions;
/// let mut options = ReportOptions::new(Lang::Zh);
/// options.fail_level = FailLevel::Warning;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReportOptions {
    /// The language of messages. JSON has both.
    pub lang: Lang,
    /// From which severity on findings are failures. Of the formats, `JUnit` alone makes a difference: milder findings are
    /// skipped cases there, which are shown and fail nothing.
    pub fail_level: FailLevel,
}

impl ReportOptions {
    /// In a language, with errors alone as failures.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self { lang, fail_level: FailLevel::Error }
    }
}
