//! The summary: what was checked, what was found, the three questions with their answers, what was not looked at,
//! and what to do next.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use indexmap::IndexMap;

use super::{Ink, LONGEST_NAME, Options, cut};
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::Lang;
use crate::law::facts::SHIPPED;
use crate::model::Kind;
use crate::print::printable;
use crate::report::{CitationCoverage, InputReport, NotRunReason, Report, Verdict};
use crate::rules;
use crate::schema::titles;

/// How many instruments that are not held are listed.
const FEW: usize = 5;
/// How many codes, fields or files are listed before the rest is only counted.
const MOST: usize = 20;

/// Writes what a report comes to.
///
/// # Errors
/// What the writer reports.
pub fn write_summary(report: &Report, options: &Options, mut to: impl Write) -> io::Result<()> {
    let summary = Summary { report, options, not_run: not_run(report) };
    let heading = match (report.as_of, options.lang) {
        (Some(day), Lang::Zh) => format!("检查结果（以{}为准）", day.in_chinese()),
        (Some(day), Lang::En) => format!("Summary, as of {day}"),
        (None, Lang::Zh) => "检查结果（未指定日期）".to_owned(),
        (None, Lang::En) => "Summary, as of no day in particular".to_owned(),
    };
    writeln!(to, "{}", options.paint(Ink::Strong, &heading))?;
    summary.inputs(&mut to)?;
    summary.records(&mut to)?;
    summary.counts(&mut to)?;
    for &aspect in Aspect::ALL {
        summary.verdict(aspect, &mut to)?;
    }
    summary.coverage(&mut to)?;
    summary.law(&mut to)?;
    let next = options.paint(Ink::Strong, options.say("下一步", "next"));
    writeln!(to, "{next}{}{}", options.say("：", ": "), summary.next())
}

/// Why rules did not run, over all inputs: by reason the codes, and the fields on which alone they did not.
type NotRunByReason = BTreeMap<NotRunReason, BTreeMap<RuleCode, BTreeSet<String>>>;

fn not_run(report: &Report) -> NotRunByReason {
    let mut by_reason = NotRunByReason::new();
    for not_run in report.inputs.iter().flat_map(|input| &input.coverage.not_run) {
        let fields = by_reason.entry(not_run.reason).or_default().entry(not_run.code).or_default();
        fields.extend(not_run.fields.iter().cloned());
    }
    if !report.not_built.is_empty() {
        let not_built = report.not_built.iter().map(|&code| (code, BTreeSet::new()));
        by_reason.entry(NotRunReason::NotBuilt).or_default().extend(not_built);
    }
    by_reason
}

struct Summary<'a> {
    report: &'a Report,
    options: &'a Options,
    not_run: NotRunByReason,
}

impl Summary<'_> {
    fn say<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        self.options.say(zh, en)
    }

    /// A number with its noun: Chinese has a measure word, English a plural.
    fn count(&self, number: u64, zh: &str, en: &str) -> String {
        match self.options.lang {
            Lang::Zh => format!("{number} {zh}"),
            Lang::En if number == 1 => format!("1 {en}"),
            Lang::En => format!("{number} {en}s"),
        }
    }

    /// A line with its label.
    fn line(&self, zh: &str, en: &str, text: &str, to: &mut impl Write) -> io::Result<()> {
        match self.options.lang {
            Lang::Zh => writeln!(to, "  {zh}：{text}"),
            Lang::En => writeln!(to, "  {en}: {text}"),
        }
    }

    fn join(&self, parts: &[String]) -> String {
        let shown: Vec<&str> = parts.iter().take(MOST).map(String::as_str).collect();
        let text = shown.join(self.say("、", ", "));
        match (parts.len().saturating_sub(MOST), self.options.lang) {
            (0, _) => text,
            (more, Lang::Zh) => format!("{text} 等，另有 {more} 个"),
            (more, Lang::En) => format!("{text} and {more} more"),
        }
    }

    fn inputs(&self, to: &mut impl Write) -> io::Result<()> {
        let inputs = &self.report.inputs;
        let checked = inputs.iter().map(|input| input.parts.len().max(1)).fold(0, usize::saturating_add);
        let is_together = inputs.iter().any(|input| !input.parts.is_empty());
        let together = if is_together { self.say("（合为一个目录）", " as one catalog") } else { "" };
        let text = match (self.report.unread_inputs.len(), self.options.lang) {
            (0, Lang::Zh) => format!("检查 {checked} 个{together}"),
            (0, Lang::En) => format!("{checked} checked{together}"),
            (unreadable, Lang::Zh) => format!("检查 {checked} 个{together}，{unreadable} 个无法读取"),
            (unreadable, Lang::En) => format!("{checked} checked{together}, {unreadable} could not be read"),
        };
        self.line("文件", "files", &text, to)?;
        if inputs.len() < 2 {
            return Ok(());
        }
        let found: Vec<&InputReport> = inputs.iter().filter(|input| input.counts.total > 0).collect();
        for input in found.iter().take(MOST) {
            writeln!(to, "    {}  {}", cut(&input.name, LONGEST_NAME), self.by_severity(|s| input.counts.of(s)))?;
        }
        match (found.len().saturating_sub(MOST), self.options.lang) {
            (0, _) => Ok(()),
            (more, Lang::Zh) => writeln!(to, "    … 另有 {more} 个文件有发现"),
            (more, Lang::En) => writeln!(to, "    … {more} more files with findings"),
        }
    }

    fn records(&self, to: &mut impl Write) -> io::Result<()> {
        let sum = |of: &dyn Fn(&InputReport) -> u64| {
            self.report.inputs.iter().fold(0_u64, |sum, input| sum.saturating_add(of(input)))
        };
        let mut kinds: IndexMap<Kind, u64> = IndexMap::new();
        for (&kind, &count) in self.report.inputs.iter().flat_map(|input| &input.records) {
            let total = kinds.entry(kind).or_default();
            *total = total.saturating_add(count);
        }
        kinds.sort_unstable_keys();
        let judged = kinds.values().fold(0_u64, |sum, &count| sum.saturating_add(count));
        let by_kind: Vec<String> = kinds
            .iter()
            .map(|(kind, &count)| match self.options.lang {
                Lang::Zh => format!("{} {count}", kind.title_zh()),
                Lang::En if count == 1 => format!("1 {}", kind.tag().replace('_', " ")),
                Lang::En => format!("{count} {}", kind.array().replace('_', " ")),
            })
            .collect();
        let by_kind = if by_kind.is_empty() {
            String::new()
        } else {
            format!("{}{}{}", self.say("（", " ("), self.join(&by_kind), self.say("）", ")"))
        };
        let mut parts = vec![match self.options.lang {
            Lang::Zh => format!("判断 {judged} 条{by_kind}"),
            Lang::En => format!("{judged} judged{by_kind}"),
        }];
        let (unread, skipped) = (sum(&|input| input.unread), sum(&|input| input.skipped));
        if unread > 0 {
            parts.push(match self.options.lang {
                Lang::Zh => format!("{unread} 条有错、未能读取，未作判断"),
                Lang::En => format!("{unread} not judged, as faults kept them from being read"),
            });
        }
        if skipped > 0 {
            parts.push(match self.options.lang {
                Lang::Zh => format!("{skipped} 处种类不明，已跳过"),
                Lang::En => format!("{skipped} of unknown kind passed over"),
            });
        }
        let text = parts.join(self.say("；", "; "));
        self.line("记录", "records", &text, to)
    }

    /// Up to which day the law is known.
    fn law(&self, to: &mut impl Write) -> io::Result<()> {
        let Some(day) = self.report.law.known_to else { return Ok(()) };
        let added = self.report.law.facts.len() > SHIPPED.len();
        let text = match self.options.lang {
            Lang::Zh => {
                let added = if added { "，另有补充的法规数据" } else { "" };
                format!("法律收录至{}{added}", day.in_chinese())
            }
            Lang::En => {
                let added = if added { ", with facts that were added" } else { "" };
                format!("known to {day}{added}")
            }
        };
        self.line("法规库", "law", &text, to)
    }

    fn by_severity(&self, of: impl Fn(Severity) -> u64) -> String {
        let (errors, warnings, notices) = (of(Severity::Error), of(Severity::Warning), of(Severity::Info));
        match self.options.lang {
            Lang::Zh => format!("错误 {errors} 项，警告 {warnings} 项，提示 {notices} 项"),
            Lang::En => [(errors, "error"), (warnings, "warning"), (notices, "notice")]
                .map(|(number, noun)| self.count(number, "", noun))
                .join(", "),
        }
    }

    fn by_rule(&self) -> BTreeMap<RuleCode, u64> {
        let mut by_rule: BTreeMap<RuleCode, u64> = BTreeMap::new();
        for (&code, &count) in self.report.inputs.iter().flat_map(|input| &input.counts.by_rule) {
            let total = by_rule.entry(code).or_default();
            *total = total.saturating_add(count);
        }
        by_rule
    }

    fn counts(&self, to: &mut impl Write) -> io::Result<()> {
        self.line("发现", "findings", &self.by_severity(|severity| self.report.count(severity)), to)?;
        for (code, count) in self.by_rule() {
            let title = rules::find(code).map_or("", |rule| rule.title.text(self.options.lang));
            match self.options.lang {
                Lang::Zh => writeln!(to, "    {code}  {title}  {count} 项")?,
                Lang::En => writeln!(to, "    {code}  {title}  {count}")?,
            }
        }
        Ok(())
    }

    fn verdict(&self, aspect: Aspect, to: &mut impl Write) -> io::Result<()> {
        let (zh, en) = match aspect {
            Aspect::Valid => ("是否合规范（形式、编码）", "valid (shape and codes)?"),
            Aspect::Lawful => ("是否合法（依据、权限、赋权）", "lawful (basis, powers, delegation)?"),
            Aspect::Publishable => ("是否可公布（完整、一致）", "publishable (complete and consistent)?"),
        };
        let verdict = self.report.verdict(aspect);
        let (answer, ink) = match verdict {
            Verdict::Yes => (self.say("是", "yes"), Ink::Good),
            Verdict::No => (self.say("否", "no"), Ink::Severity(Severity::Error)),
            Verdict::NotShown => (self.say("暂不能判定", "not shown"), Ink::Severity(Severity::Warning)),
        };
        let of_verdict = || {
            self.report
                .inputs
                .iter()
                .map(|input| input.verdicts.of(aspect))
                .filter(|judgement| judgement.verdict == verdict)
        };
        let because: BTreeSet<RuleCode> =
            of_verdict().flat_map(|judgement| judgement.because.iter().copied()).collect();
        let reasons = match verdict {
            Verdict::Yes => self.law_of_yes(aspect).into_iter().collect(),
            Verdict::No => {
                let codes = self.join(&because.iter().map(ToString::to_string).collect::<Vec<_>>());
                vec![match self.options.lang {
                    Lang::Zh => format!("{codes} 发现错误"),
                    Lang::En => format!("errors found by {codes}"),
                }]
            }
            Verdict::NotShown => self.gaps(&because),
        };
        let answer = self.options.paint(ink, answer);
        let reasons = reasons.join(self.say("；", "; "));
        let (open, close) = (self.say("（", " ("), self.say("）", ")"));
        match (reasons.is_empty(), self.options.lang) {
            (true, Lang::Zh) => writeln!(to, "  {zh}：{answer}"),
            (true, Lang::En) => writeln!(to, "  {en} {answer}"),
            (false, Lang::Zh) => writeln!(to, "  {zh}：{answer}{open}{reasons}{close}"),
            (false, Lang::En) => writeln!(to, "  {en} {answer}{open}{reasons}{close}"),
        }
    }

    /// What is lawful is so by the law as it is known.
    fn law_of_yes(&self, aspect: Aspect) -> Option<String> {
        let day = self.report.law.known_to.filter(|_| aspect == Aspect::Lawful)?;
        Some(match self.options.lang {
            Lang::Zh => format!("按截至{}的法律", day.in_chinese()),
            Lang::En => format!("by the law as known to {day}"),
        })
    }

    /// Why a question stays open though no error was found.
    fn gaps(&self, because: &BTreeSet<RuleCode>) -> Vec<String> {
        let mut gaps = Vec::new();
        if !self.report.unread_inputs.is_empty() {
            gaps.push(self.say("有文件无法读取", "a file could not be read").to_owned());
        }
        if self.report.inputs.iter().any(|input| input.unread > 0) {
            gaps.push(self.say("有记录未能读取", "some records could not be read").to_owned());
        }
        for (&reason, codes) in &self.not_run {
            let codes: Vec<String> =
                codes.keys().filter(|code| because.contains(code)).map(ToString::to_string).collect();
            if codes.is_empty() {
                continue;
            }
            let words = self.reason(reason);
            gaps.push(match (reason, self.options.lang) {
                (NotRunReason::NotBuilt, Lang::Zh) => format!("{} 条查错规则{words}", codes.len()),
                (NotRunReason::NotBuilt, Lang::En) => {
                    let number = u64::try_from(codes.len()).unwrap_or(u64::MAX);
                    format!("{} {words}", self.count(number, "", "error rule"))
                }
                (_, Lang::Zh) => format!("{} {words}", self.join(&codes)),
                (_, Lang::En) => format!("{words}: {}", self.join(&codes)),
            });
        }
        if gaps.is_empty() {
            gaps.push(self.say("没有读完", "not everything was read").to_owned());
        }
        gaps
    }

    fn reason(&self, reason: NotRunReason) -> &'static str {
        match self.options.lang {
            Lang::Zh => reason.title_zh(),
            Lang::En => match reason {
                NotRunReason::NotBuilt => "not built in this version",
                NotRunReason::Ignored => "ignored",
                NotRunReason::NotSelected => "not selected",
                NotRunReason::NotHeld => "fields that the source does not hold",
                NotRunReason::InputMissing => "another input was not given",
                NotRunReason::ReadingStopped => "reading stopped before the end",
                NotRunReason::RecordsUnread => "some records could not be read",
                NotRunReason::ListIncomplete => "lists not declared complete",
                NotRunReason::EarlierEdition => "figures older than the edition",
                NotRunReason::NotCountable => "figures that the catalog cannot tell",
                NotRunReason::LawOutdated => "the law is known to a day more than a year before",
                NotRunReason::InstrumentNotHeld => "instruments about which nothing is held",
                NotRunReason::OutsidePeriod => "outside the period in which the rule applies",
                NotRunReason::VersionUnsupported => "schema version not supported",
            },
        }
    }

    fn coverage(&self, to: &mut impl Write) -> io::Result<()> {
        let run: BTreeSet<RuleCode> =
            self.report.inputs.iter().flat_map(|input| input.coverage.run.iter().copied()).collect();
        let run = u64::try_from(run.len()).unwrap_or(u64::MAX);
        self.line(
            "规则",
            "coverage",
            &match self.options.lang {
                Lang::Zh => format!("运行 {run} 条"),
                Lang::En => format!("{} ran", self.count(run, "", "rule")),
            },
            to,
        )?;
        self.citations(to)?;
        for (&reason, codes) in &self.not_run {
            let words = self.reason(reason);
            if reason == NotRunReason::NotBuilt {
                let number = codes.len();
                match self.options.lang {
                    Lang::Zh => writeln!(to, "    {words}：{number} 条")?,
                    Lang::En => writeln!(to, "    {words}: {number}")?,
                }
                continue;
            }
            // Rules that read the same fields did not run on the same ones.
            let mut by_fields: IndexMap<Vec<String>, Vec<String>> = IndexMap::new();
            for (code, fields) in codes {
                let fields = fields.iter().map(|field| match self.options.lang {
                    Lang::Zh => printable(&titles::path(field)).into_owned(),
                    Lang::En => printable(field).into_owned(),
                });
                let fields = fields.collect();
                by_fields.entry(fields).or_default().push(code.to_string());
            }
            let rules: Vec<String> = by_fields
                .iter()
                .map(|(fields, codes)| {
                    let codes = self.join(codes);
                    if fields.is_empty() {
                        codes
                    } else {
                        let (open, close) = (self.say("（", " ("), self.say("）", ")"));
                        format!("{codes}{open}{}{close}", self.join(fields))
                    }
                })
                .collect();
            writeln!(to, "    {words}{}{}", self.say("：", ": "), self.join(&rules))?;
        }
        Ok(())
    }

    /// How much of what is cited could be judged, and the instruments that are not held, most cited first.
    fn citations(&self, to: &mut impl Write) -> io::Result<()> {
        let covers = || self.report.inputs.iter().filter_map(|input| input.coverage.citations.as_ref());
        let sum = |of: fn(&CitationCoverage) -> u64| covers().map(of).fold(0, u64::saturating_add);
        let (all, held) = (sum(|cover| cover.citations), sum(|cover| cover.held));
        if all == 0 {
            return Ok(());
        }
        match self.options.lang {
            Lang::Zh => writeln!(to, "    依据：{all}处引用，其中{held}处的文件法规库已收录")?,
            Lang::En => writeln!(
                to,
                "    bases: {}, of which {held} of instruments that are held",
                self.count(all, "", "citation")
            )?,
        }
        self.unread_parts(to)?;
        let mut titles: IndexMap<&str, u64> = IndexMap::new();
        for unknown in covers().flat_map(|cover| &cover.not_held) {
            let count = titles.entry(&unknown.title).or_default();
            *count = count.saturating_add(unknown.citations);
        }
        titles.sort_by(|a, x, b, y| y.cmp(x).then(a.cmp(b)));
        let rest =
            sum(|cover| cover.instruments_not_held).saturating_sub(u64::try_from(titles.len().min(FEW)).unwrap_or(0));
        let (open, close) = (self.say("（", " ("), self.say("）", ")"));
        let listed = titles.iter().take(FEW).map(|(title, count)| format!("{}{open}{count}{close}", printable(title)));
        let listed = listed.collect::<Vec<_>>().join(self.say("、", ", "));
        match self.options.lang {
            _ if titles.is_empty() => Ok(()),
            Lang::Zh if rest > 0 => writeln!(to, "    法规库未收录的文件：{listed}等，另有{rest}个"),
            Lang::Zh => writeln!(to, "    法规库未收录的文件：{listed}"),
            Lang::En if rest > 0 => writeln!(to, "    instruments not held: {listed} and {rest} more"),
            Lang::En => writeln!(to, "    instruments not held: {listed}"),
        }
    }

    /// How many citations have parts that were not understood, and the most frequent of those parts.
    fn unread_parts(&self, to: &mut impl Write) -> io::Result<()> {
        let covers = || self.report.inputs.iter().filter_map(|input| input.coverage.citations.as_ref());
        let unread = covers().fold(0_u64, |sum, cover| sum.saturating_add(cover.partly_unread));
        if unread == 0 {
            return Ok(());
        }
        let mut parts: IndexMap<&str, u64> = IndexMap::new();
        for part in covers().flat_map(|cover| &cover.unread_parts) {
            let count = parts.entry(&part.words).or_default();
            *count = count.saturating_add(part.citations);
        }
        parts.sort_by(|a, x, b, y| y.cmp(x).then(a.cmp(b)));
        let few = parts.iter().take(FEW).map(|(words, count)| match self.options.lang {
            Lang::Zh => format!("“{}”（{count}）", printable(words)),
            Lang::En => format!("`{}` ({count})", printable(words)),
        });
        let few = few.collect::<Vec<_>>().join(self.say("、", ", "));
        match self.options.lang {
            Lang::Zh => writeln!(to, "    其中{unread}处有未能识别的文字，该部分未参加检查：{few}"),
            Lang::En => writeln!(to, "    with words that were not understood and are not judged: {unread}: {few}"),
        }
    }

    /// What to do next: one sentence.
    fn next(&self) -> String {
        let errors = self.report.count(Severity::Error);
        let others = self.report.count(Severity::Warning).saturating_add(self.report.count(Severity::Info));
        let open = Aspect::ALL.iter().any(|&aspect| self.report.verdict(aspect) != Verdict::Yes);
        let worst = self.worst(errors > 0).map_or_else(|| "QD001".to_owned(), |code| code.to_string());
        if errors > 0 {
            match self.options.lang {
                Lang::Zh => format!("从第一项错误改起，改后再检查一遍；规则的依据和改法见 qingdan explain {worst}"),
                Lang::En => format!(
                    "correct the errors from the first one on and check again; qingdan explain {worst} tells ground and cure of a rule"
                ),
            }
        } else if !self.report.unread_inputs.is_empty() {
            self.say(
                "没有检查全部文件：先处理无法读取的文件，再检查一遍",
                "not every file was checked: see to those that could not be read, and check again",
            )
            .to_owned()
        } else if others > 0 {
            match self.options.lang {
                Lang::Zh => format!("没有错误；请逐项核对警告和提示，规则说明见 qingdan explain {worst}"),
                Lang::En => format!("no error; look at each warning and notice, and see qingdan explain {worst}"),
            }
        } else if open {
            self.say(
                "没有需要改正的；“暂不能判定”不等于合格，未运行的规则所查的内容请人工核对",
                "nothing to correct; what is not shown is not passed either, and still needs a person's eye",
            )
            .to_owned()
        } else {
            self.say("没有需要改正的", "nothing to correct").to_owned()
        }
    }

    /// The rule with most findings, among those that found errors if there are any.
    fn worst(&self, errors: bool) -> Option<RuleCode> {
        let because: BTreeSet<RuleCode> = self
            .report
            .inputs
            .iter()
            .flat_map(|input| Aspect::ALL.iter().map(|&aspect| input.verdicts.of(aspect)))
            .filter(|judgement| judgement.verdict == Verdict::No)
            .flat_map(|judgement| judgement.because.iter().copied())
            .collect();
        let mut worst: Option<(RuleCode, u64)> = None;
        for (code, count) in self.by_rule() {
            if (!errors || because.contains(&code)) && worst.is_none_or(|(_, most)| count > most) {
                worst = Some((code, count));
            }
        }
        worst.map(|(code, _)| code)
    }
}
