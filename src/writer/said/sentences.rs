//! Whole sentences about a check, for page and worklist: by what was judged, what was checked, what is not counted.

use super::Said;
use crate::lang::Lang;

impl Said<'_> {
    /// By what day and what law was judged.
    pub(in crate::writer) fn day(&self) -> String {
        let as_of = match (self.report.as_of, self.lang) {
            (Some(day), Lang::Zh) => format!("以{}为准", day.in_chinese()),
            (Some(day), Lang::En) => format!("As of {day}"),
            (None, Lang::Zh) => "未指定检查日期".to_owned(),
            (None, Lang::En) => "As of no day in particular".to_owned(),
        };
        match (self.law(), self.lang) {
            (None, _) => as_of,
            (Some(law), Lang::Zh) => format!("{as_of}；{law}"),
            (Some(law), Lang::En) => format!("{as_of}; law {law}"),
        }
    }

    /// What was checked, as a sentence.
    pub(in crate::writer) fn checked(&self) -> String {
        let (files, records) = (self.files_checked(), self.records());
        let (unread, together) = (self.report.unread_inputs.len(), self.together());
        match self.lang {
            Lang::Zh => {
                let unread = if unread > 0 { format!("，另有 {unread} 个无法读取") } else { String::new() };
                format!("本次检查了 {files} 个文件{together}{unread}，其中的记录：{records}。")
            }
            Lang::En => {
                let unread = if unread > 0 { format!(", {unread} could not be read") } else { String::new() };
                format!(
                    "{} checked{together}{unread}; records: {records}.",
                    self.count(u64::try_from(files).unwrap_or(u64::MAX), "", "file")
                )
            }
        }
    }

    /// How many findings are not counted among the others, and why.
    pub(in crate::writer) fn set_aside(&self) -> String {
        let inputs = &self.report.inputs;
        let all = self.report.suppressions();
        let findings = all.iter().fold(0_u64, |sum, told| sum.saturating_add(told.findings));
        let baselines = || inputs.iter().filter_map(|input| input.baseline.as_ref());
        let known = baselines().fold(0_u64, |sum, baseline| sum.saturating_add(baseline.known));
        let stale = baselines().fold(0_u64, |sum, baseline| sum.saturating_add(baseline.stale));
        match self.lang {
            Lang::Zh => format!(
                "以下问题仍然存在，只是不计入上面的数字：有搁置说明的 {findings} 项，此前已知（基线）的 {known} 项；基线中已不存在的 {stale} 项。"
            ),
            Lang::En => format!(
                "These are still there and are not counted above: {findings} set aside with a reason, {known} known before \
                 (baseline). No longer there, of the baseline: {stale}."
            ),
        }
    }
}
