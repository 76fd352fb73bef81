//! What was found, by rule, and what to do next.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::page::Page;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::Lang;
use crate::report::Verdict;

pub(super) fn counts(page: &Page<'_>, to: &mut impl Write) -> io::Result<()> {
    page.line("发现", "findings", &page.by_severity(|severity| page.report.count(severity)), to)?;
    for (code, count) in by_rule(page) {
        let title = page.report.rule(code).map_or("", |rule| rule.title.text(page.options.lang));
        match page.options.lang {
            Lang::Zh => writeln!(to, "    {code}  {title}  {count} 项")?,
            Lang::En => writeln!(to, "    {code}  {title}  {count}")?,
        }
    }
    Ok(())
}

/// What to do next: one sentence.
pub(super) fn next(page: &Page<'_>) -> String {
    let errors = page.report.count(Severity::Error);
    let others = page.report.count(Severity::Warning).saturating_add(page.report.count(Severity::Info));
    let open = Aspect::ALL.iter().any(|&aspect| page.report.verdict(aspect) != Verdict::Yes);
    let worst = worst(page, errors > 0).map_or_else(|| "QD001".to_owned(), |code| code.to_string());
    if errors > 0 {
        match page.options.lang {
            Lang::Zh => format!("从第一项错误改起，改后再检查一遍；规则的依据和改法见 qingdan explain {worst}"),
            Lang::En => format!(
                "correct the errors from the first one on and check again; qingdan explain {worst} tells ground and cure of a rule"
            ),
        }
    } else if !page.report.unread_inputs.is_empty() {
        page.say(
            "没有检查全部文件：先处理无法读取的文件，再检查一遍",
            "not every file was checked: see to those that could not be read, and check again",
        )
        .to_owned()
    } else if others > 0 {
        match page.options.lang {
            Lang::Zh => format!("没有错误；请逐项核对警告和提示，规则说明见 qingdan explain {worst}"),
            Lang::En => format!("no error; look at each warning and notice, and see qingdan explain {worst}"),
        }
    } else if open {
        page.say(
            "没有需要改正的；“暂不能判定”不等于合格，未运行的规则所查的内容请人工核对",
            "nothing to correct; what is not shown is not passed either, and still needs a person's eye",
        )
        .to_owned()
    } else {
        page.say("没有需要改正的", "nothing to correct").to_owned()
    }
}

/// The rule with most findings, among those that found errors if there are any.
fn worst(page: &Page<'_>, errors: bool) -> Option<RuleCode> {
    let because: BTreeSet<RuleCode> = page
        .report
        .inputs
        .iter()
        .flat_map(|input| Aspect::ALL.iter().map(|&aspect| input.verdicts.of(aspect)))
        .filter(|judgement| judgement.verdict == Verdict::No)
        .flat_map(|judgement| judgement.because.iter().copied())
        .collect();
    let mut worst: Option<(RuleCode, u64)> = None;
    for (code, count) in by_rule(page) {
        if (!errors || because.contains(&code)) && worst.is_none_or(|(_, most)| count > most) {
            worst = Some((code, count));
        }
    }
    worst.map(|(code, _)| code)
}
fn by_rule(page: &Page<'_>) -> BTreeMap<RuleCode, u64> {
    let mut by_rule: BTreeMap<RuleCode, u64> = BTreeMap::new();
    for (&code, &count) in page.report.inputs.iter().flat_map(|input| &input.counts.by_rule) {
        let total = by_rule.entry(code).or_default();
        *total = total.saturating_add(count);
    }
    by_rule
}
