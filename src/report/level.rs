//! From which severity on findings are listed, and from which on they make a check fail: two things.

use super::Report;
use crate::codelist::closed_list;
use crate::finding::Severity;

closed_list! {
    /// 不通过级别: from which severity on a finding makes a check fail.
    FailLevel {
        Error = "error", "错误";
        Warning = "warning", "警告";
        Info = "info", "提示";
        Never = "never", "从不";
    }
}

impl FailLevel {
    /// Whether a finding of this severity makes a check fail.
    ///
    /// ```
    /// use qingdan::Severity;
    /// use qingdan::report::FailLevel;
    /// assert!(FailLevel::Warning.fails(Severity::Error));
    /// assert!(!FailLevel::Warning.fails(Severity::Info));
    /// assert!(!FailLevel::Never.fails(Severity::Error));
    /// ```
    #[must_use]
    pub fn fails(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity == Severity::Error,
            Self::Warning => severity <= Severity::Warning,
            Self::Info => true,
            Self::Never => false,
        }
    }
}

impl Report {
    /// Whether there is a finding, listed or not, that makes a check fail.
    #[must_use]
    pub fn fails(&self, level: FailLevel) -> bool {
        Severity::ALL.iter().any(|&severity| level.fails(severity) && self.count(severity) > 0)
    }

    /// Lists only findings of the inputs that are at least so grave. All stay counted, and no verdict changes; what is said of
    /// suppressions and the baseline stays listed.
    pub fn show(&mut self, level: Severity) {
        for input in &mut self.inputs {
            input.findings.retain(|finding| finding.severity <= level);
            input.counts.shown = u64::try_from(input.findings.len()).unwrap_or(u64::MAX);
        }
    }
}
