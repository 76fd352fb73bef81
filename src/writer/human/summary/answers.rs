//! The three questions with their answers.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::page::Page;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::Lang;
use crate::report::{NotRunReason, Verdict};
use crate::writer::human::Ink;

pub(super) fn answer(page: &Page<'_>, aspect: Aspect, to: &mut impl Write) -> io::Result<()> {
    let (zh, en) = match aspect {
        Aspect::Valid => ("是否合规范（形式、编码）", "valid (shape and codes)?"),
        Aspect::Lawful => ("是否合法（依据、权限、赋权）", "lawful (basis, powers, delegation)?"),
        Aspect::Publishable => ("是否可公布（完整、一致）", "publishable (complete and consistent)?"),
    };
    let verdict = page.report.verdict(aspect);
    let (answer, ink) = match verdict {
        Verdict::Yes => (page.say("是", "yes"), Ink::Good),
        Verdict::No => (page.say("否", "no"), Ink::Severity(Severity::Error)),
        Verdict::NotShown => (page.say("暂不能判定", "not shown"), Ink::Severity(Severity::Warning)),
    };
    let of_verdict = || {
        page.report
            .inputs
            .iter()
            .map(|input| input.verdicts.of(aspect))
            .filter(|judgement| judgement.verdict == verdict)
    };
    let because: BTreeSet<RuleCode> = of_verdict().flat_map(|judgement| judgement.because.iter().copied()).collect();
    let reasons = match verdict {
        Verdict::Yes => law_of_yes(page, aspect).into_iter().collect(),
        Verdict::No => {
            let codes = page.join(&because.iter().map(ToString::to_string).collect::<Vec<_>>());
            vec![match page.options.lang {
                Lang::Zh => format!("{codes} 发现错误"),
                Lang::En => format!("errors found by {codes}"),
            }]
        }
        Verdict::NotShown => gaps(page, &because),
    };
    let answer = page.options.paint(ink, answer);
    let reasons = reasons.join(page.say("；", "; "));
    let (open, close) = (page.say("（", " ("), page.say("）", ")"));
    match (reasons.is_empty(), page.options.lang) {
        (true, Lang::Zh) => writeln!(to, "  {zh}：{answer}"),
        (true, Lang::En) => writeln!(to, "  {en} {answer}"),
        (false, Lang::Zh) => writeln!(to, "  {zh}：{answer}{open}{reasons}{close}"),
        (false, Lang::En) => writeln!(to, "  {en} {answer}{open}{reasons}{close}"),
    }
}

/// What is lawful is so by the law as it is known.
fn law_of_yes(page: &Page<'_>, aspect: Aspect) -> Option<String> {
    let day = page.report.law.known_to.filter(|_| aspect == Aspect::Lawful)?;
    Some(match page.options.lang {
        Lang::Zh => format!("按截至{}的法律", day.in_chinese()),
        Lang::En => format!("by the law as known to {day}"),
    })
}

/// Why a question stays open though no error was found.
fn gaps(page: &Page<'_>, because: &BTreeSet<RuleCode>) -> Vec<String> {
    let mut gaps = Vec::new();
    if !page.report.unread_inputs.is_empty() {
        gaps.push(page.say("有文件无法读取", "a file could not be read").to_owned());
    }
    if page.report.inputs.iter().any(|input| input.unread > 0) {
        gaps.push(page.say("有记录未能读取", "some records could not be read").to_owned());
    }
    for (&reason, codes) in &page.not_run {
        let codes: Vec<String> = codes.keys().filter(|code| because.contains(code)).map(ToString::to_string).collect();
        if codes.is_empty() {
            continue;
        }
        let words = page.reason(reason);
        gaps.push(match (reason, page.options.lang) {
            (NotRunReason::NotBuilt, Lang::Zh) => format!("{} 条查错规则{words}", codes.len()),
            (NotRunReason::NotBuilt, Lang::En) => {
                let number = u64::try_from(codes.len()).unwrap_or(u64::MAX);
                format!("{} {words}", page.count(number, "", "error rule"))
            }
            (_, Lang::Zh) => format!("{} {words}", page.join(&codes)),
            (_, Lang::En) => format!("{words}: {}", page.join(&codes)),
        });
    }
    if gaps.is_empty() {
        gaps.push(page.say("没有读完", "not everything was read").to_owned());
    }
    gaps
}
