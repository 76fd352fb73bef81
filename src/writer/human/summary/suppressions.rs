//! What somebody answers for, and what came of it.

use std::io::{self, Write};

use super::line::line;
use crate::lang::Lang;
use crate::print::printable;
use crate::report::{SuppressionReport, SuppressionState};
use crate::writer::said::Said;

pub(super) fn suppressions(said: &Said<'_>, to: &mut impl Write) -> io::Result<()> {
    let all = said.report.suppressions();
    if !all.is_empty() {
        set_aside(said, &all, to)?;
    }
    baseline(said, to)
}

/// How many findings were known before, and how many of those that were are gone.
fn baseline(said: &Said<'_>, to: &mut impl Write) -> io::Result<()> {
    let told = || said.report.inputs.iter().filter_map(|input| input.baseline.as_ref());
    if told().next().is_none() {
        return Ok(());
    }
    let known = told().fold(0_u64, |sum, told| sum.saturating_add(told.known));
    let stale = told().fold(0_u64, |sum, told| sum.saturating_add(told.stale));
    let text = match said.lang {
        Lang::Zh => format!("已知 {known} 项，未列出；已不存在 {stale} 项"),
        Lang::En => format!("{} known and not listed; not there any more: {stale}", said.count(known, "", "finding")),
    };
    line(said, "基线", "baseline", &text, to)
}

fn set_aside(said: &Said<'_>, all: &[SuppressionReport], to: &mut impl Write) -> io::Result<()> {
    let findings = all.iter().fold(0_u64, |sum, told| sum.saturating_add(told.findings));
    let in_state = |state| all.iter().filter(|told| told.state == state).count();
    let (unused, expired) = (in_state(SuppressionState::Unused), in_state(SuppressionState::Expired));
    let text = match said.lang {
        Lang::Zh => {
            format!("搁置说明 {} 条，涉及问题 {findings} 项；未使用 {unused} 条，已过期 {expired} 条", all.len())
        }
        Lang::En => format!(
            "{} given, {} set aside; {unused} unused, {expired} expired",
            all.len(),
            said.count(findings, "", "finding")
        ),
    };
    line(said, "搁置", "set aside", &text, to)?;
    for told in all {
        suppression(said, told, to)?;
    }
    Ok(())
}

/// One suppression: the rule, the record, what came of it, and who says why.
fn suppression(said: &Said<'_>, told: &SuppressionReport, to: &mut impl Write) -> io::Result<()> {
    let suppression = &told.suppression;
    let record = suppression.record.as_ref().map_or_else(
        || said.say("整个目录", "the catalog").to_owned(),
        |record| format!("{}/{}", record.kind, printable(record.id.as_str())),
    );
    let path = suppression.path.as_ref().map_or(String::new(), |path| format!(" {}", printable(path.as_str())));
    let reason = printable(suppression.reason.as_str());
    let ground = suppression.ground.as_ref().map(|ground| printable(ground.as_str()));
    let (code, state) = (suppression.code, told.state);
    match said.lang {
        Lang::Zh => {
            let ground = ground.map(|ground| format!("；依据：{ground}")).unwrap_or_default();
            let until = format!("；有效期至{}", suppression.until.in_chinese());
            writeln!(
                to,
                "    {code} {record}{path}：{}（{}项）；理由：{reason}{ground}{until}",
                state.title_zh(),
                told.findings
            )
        }
        Lang::En => {
            let ground = ground.map(|ground| format!("; ground: {ground}")).unwrap_or_default();
            let until = format!("; until {}", suppression.until);
            let state = state.as_str().replace('_', " ");
            writeln!(
                to,
                "    {code} {record}{path}: {state} ({}); reason: {reason}{ground}{until}",
                said.count(told.findings, "", "finding")
            )
        }
    }
}
