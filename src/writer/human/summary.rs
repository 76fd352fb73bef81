//! The summary: what was checked, what was found, the three questions with their answers, what was not looked at,
//! and what to do next.

use std::io::{self, Write};

use super::{Ink, Options};
use crate::finding::{Aspect, Severity};
use crate::lang::Lang;
use crate::print::cut;
use crate::report::{BesideRole, InputReport, Report, Verdict};
use crate::writer::LONGEST_NAME;
use crate::writer::said::{Answer, MOST, Said};

mod conformance;
mod coverage;
mod findings;
mod line;
mod sources;
mod suppressions;

use conformance::conformance;
use coverage::coverage;
use findings::{counts, next};
use line::line;
use sources::sources;
use suppressions::suppressions;

/// Writes what a report comes to.
///
/// # Errors
/// What the writer reports.
pub fn write_summary(report: &Report, options: &Options, mut to: impl Write) -> io::Result<()> {
    let said = Said::new(report, options.lang);
    let heading = match (report.as_of, options.lang) {
        (Some(day), Lang::Zh) => format!("检查结果（以{}为准）", day.in_chinese()),
        (Some(day), Lang::En) => format!("Summary, as of {day}"),
        (None, Lang::Zh) => "检查结果（未指定日期）".to_owned(),
        (None, Lang::En) => "Summary, as of no day in particular".to_owned(),
    };
    writeln!(to, "{}", options.paint(Ink::Strong, &heading))?;
    inputs(&said, &mut to)?;
    line(&said, "记录", "records", &said.records(), &mut to)?;
    sources(&said, &mut to)?;
    counts(&said, &mut to)?;
    for &aspect in Aspect::ALL {
        answer(&said.answer(aspect), options, &mut to)?;
    }
    conformance(&said, &mut to)?;
    suppressions(&said, &mut to)?;
    coverage(&said, &mut to)?;
    if let Some(law) = said.law() {
        line(&said, "法规库", "law", &law, &mut to)?;
    }
    for (role, beside) in said.beside() {
        let (zh, en) = match role {
            BesideRole::Superior => ("上级清单", "superior list"),
            BesideRole::Previous => ("上一版次", "previous edition"),
        };
        line(&said, zh, en, &beside, &mut to)?;
    }
    let label = options.paint(Ink::Strong, options.say("下一步", "next"));
    writeln!(to, "{label}{}{}", options.say("：", ": "), next(&said))
}

/// A question with its answer.
fn answer(answer: &Answer, options: &Options, to: &mut impl Write) -> io::Result<()> {
    let ink = match answer.verdict {
        Verdict::Yes => Ink::Good,
        Verdict::No => Ink::Severity(Severity::Error),
        Verdict::NotShown => Ink::Severity(Severity::Warning),
    };
    let (question, word) = (answer.question, options.paint(ink, answer.word));
    let reasons = answer.reasons.join(options.say("；", "; "));
    match (reasons.is_empty(), options.lang) {
        (true, Lang::Zh) => writeln!(to, "  {question}：{word}"),
        (true, Lang::En) => writeln!(to, "  {question} {word}"),
        (false, Lang::Zh) => writeln!(to, "  {question}：{word}（{reasons}）"),
        (false, Lang::En) => writeln!(to, "  {question} {word} ({reasons})"),
    }
}

fn inputs(said: &Said<'_>, to: &mut impl Write) -> io::Result<()> {
    let inputs = &said.report.inputs;
    let (checked, together) = (said.files_checked(), said.together());
    let text = match (said.report.unread_inputs.len(), said.lang) {
        (0, Lang::Zh) => format!("检查 {checked} 个{together}"),
        (0, Lang::En) => format!("{checked} checked{together}"),
        (unreadable, Lang::Zh) => format!("检查 {checked} 个{together}，{unreadable} 个无法读取"),
        (unreadable, Lang::En) => format!("{checked} checked{together}, {unreadable} could not be read"),
    };
    line(said, "文件", "files", &text, to)?;
    if inputs.len() < 2 {
        return Ok(());
    }
    let found: Vec<&InputReport> = inputs.iter().filter(|input| input.counts.total > 0).collect();
    for input in found.iter().take(MOST) {
        writeln!(to, "    {}  {}", cut(&input.name, LONGEST_NAME), said.by_severity(|s| input.counts.of(s)))?;
    }
    match (found.len().saturating_sub(MOST), said.lang) {
        (0, _) => Ok(()),
        (more, Lang::Zh) => writeln!(to, "    … 另有 {more} 个文件有发现"),
        (more, Lang::En) => writeln!(to, "    … {more} more files with findings"),
    }
}
