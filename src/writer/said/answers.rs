//! The three questions with their answers.

use std::collections::BTreeSet;

use super::Said;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::Lang;
use crate::report::{InputReport, NotRunReason, Verdict};
use crate::rule::Rule;
use crate::rules;

/// The answer to one of the three questions.
pub(in crate::writer) struct Answer {
    /// The question, and the words that end it before the answer.
    pub(in crate::writer) question: &'static str,
    pub(in crate::writer) verdict: Verdict,
    /// The verdict in words.
    pub(in crate::writer) word: &'static str,
    /// Why, in words.
    pub(in crate::writer) reasons: Vec<String>,
}

impl Said<'_> {
    /// Of no, the rules that found errors; of not shown, those that left it open.
    pub(in crate::writer) fn because(&self, aspect: Aspect) -> BTreeSet<RuleCode> {
        let verdict = self.report.verdict(aspect);
        let judgements = self.report.inputs.iter().map(|input| input.verdicts.of(aspect));
        judgements
            .filter(|judgement| judgement.verdict == verdict)
            .flat_map(|judgement| judgement.because.iter().copied())
            .collect()
    }

    /// The answer to the question of an aspect, over all inputs.
    pub(in crate::writer) fn answer(&self, aspect: Aspect) -> Answer {
        let (zh, en) = match aspect {
            Aspect::Valid => ("是否合规范（形式、编码）", "valid (shape and codes)?"),
            Aspect::Lawful => ("是否合法（依据、权限、赋权）", "lawful (basis, powers, delegation)?"),
            Aspect::Publishable => ("是否可公布（完整、一致）", "publishable (complete and consistent)?"),
        };
        let verdict = self.report.verdict(aspect);
        let word = match verdict {
            Verdict::Yes => self.say("是", "yes"),
            Verdict::No => self.say("否", "no"),
            Verdict::NotShown => self.say("暂不能判定", "not shown"),
        };
        let because = self.because(aspect);
        let reasons = match verdict {
            Verdict::Yes => law_of_yes(self, aspect).into_iter().chain(outside_of_yes(self, aspect)).collect(),
            Verdict::No => {
                let codes = self.join(&because.iter().map(ToString::to_string).collect::<Vec<_>>());
                vec![match self.lang {
                    Lang::Zh => format!("{codes} 发现错误"),
                    Lang::En => format!("errors found by {codes}"),
                }]
            }
            Verdict::NotShown => gaps(self, &because),
        };
        Answer { question: self.say(zh, en), verdict, word, reasons }
    }
}

/// What is lawful is so by the law as it is known.
fn law_of_yes(said: &Said<'_>, aspect: Aspect) -> Option<String> {
    let day = said.report.law.known_to.filter(|_| aspect == Aspect::Lawful)?;
    Some(match said.lang {
        Lang::Zh => format!("按截至{}的法律", day.in_chinese()),
        Lang::En => format!("by the law as known to {day}"),
    })
}

/// How many rules of a question were not asked because they do not apply as of the day: an early day leaves few.
fn outside_of_yes(said: &Said<'_>, aspect: Aspect) -> Option<String> {
    let is_of_it = |rule: &&Rule| rule.aspect == aspect && rule.severity == Severity::Error;
    let outside = said.not_run.get(&NotRunReason::OutsidePeriod)?;
    let count = outside.keys().filter_map(|&code| rules::find(code)).filter(is_of_it).count();
    let count = u64::try_from(count).ok().filter(|&count| count > 0)?;
    Some(match said.lang {
        Lang::Zh => format!("另有 {count} 条查错规则在检查日期不适用"),
        Lang::En => format!("{} outside the period in which they apply", said.count(count, "", "error rule")),
    })
}

/// Why a question stays open though no error was found.
fn gaps(said: &Said<'_>, because: &BTreeSet<RuleCode>) -> Vec<String> {
    let mut gaps = Vec::new();
    if !said.report.unread_inputs.is_empty() {
        gaps.push(said.say("有文件无法读取", "a file could not be read").to_owned());
    }
    if said.report.inputs.iter().any(|input| input.unread > 0) {
        gaps.push(said.say("有记录未能读取", "some records could not be read").to_owned());
    }
    let judges_nothing = |input: &InputReport| input.records.values().all(|&count| count == 0);
    if said.report.inputs.iter().any(judges_nothing) {
        gaps.push(said.say("没有判断任何记录", "no record was judged").to_owned());
    }
    for (&reason, codes) in &said.not_run {
        let codes: Vec<String> = codes.keys().filter(|code| because.contains(code)).map(ToString::to_string).collect();
        if codes.is_empty() {
            continue;
        }
        let words = said.reason(reason);
        gaps.push(match (reason, said.lang) {
            (NotRunReason::NotBuilt, Lang::Zh) => format!("{} 条查错规则{words}", codes.len()),
            (NotRunReason::NotBuilt, Lang::En) => {
                let number = u64::try_from(codes.len()).unwrap_or(u64::MAX);
                format!("{} {words}", said.count(number, "", "error rule"))
            }
            (_, Lang::Zh) => format!("{} {words}", said.join(&codes)),
            (_, Lang::En) => format!("{words}: {}", said.join(&codes)),
        });
    }
    if gaps.is_empty() {
        gaps.push(said.say("没有读完", "not everything was read").to_owned());
    }
    gaps
}
