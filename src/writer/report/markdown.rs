//! A summary in Markdown, for the page of a job and for comments on merge requests: the three answers, how many findings
//! there are by rule and by body, then the findings, rule by rule.
//!
//! A comment on GitHub has 65,536 characters, so what is written is bounded, and a line says how many findings are left.

use std::cmp::Reverse;
use std::io::{self, Write};

use indexmap::IndexMap;

use super::listed::{Listed, by_severity, file_name};
use super::words;
use crate::finding::{Aspect, RuleCode, Severity};
use crate::lang::Lang;
use crate::report::{Report, Verdict};
use crate::writer::said::Said;
use crate::writer::say;

mod page;

use page::{Page, ROWS, shown};

pub(super) fn write(report: &Report, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let findings = by_severity(report);
    let mut page = Page::new(lang);
    heading(report, &mut page);
    answers(report, &mut page);
    unread(report, &mut page);
    sources(report, &mut page);
    by_rule(report, &mut page);
    by_body(&findings, &mut page);
    let listed = list(report, &findings, &mut page);
    let total = Severity::ALL.iter().fold(0_u64, |sum, &severity| sum.saturating_add(report.count(severity)));
    match (total.saturating_sub(u64::try_from(listed).unwrap_or(u64::MAX)), lang) {
        (0, _) => {}
        (more, Lang::Zh) => page.close(&format!("\n另有 {more} 项发现未列出。")),
        (1, Lang::En) => page.close("\n1 more finding is not listed here."),
        (more, Lang::En) => page.close(&format!("\n{more} more findings are not listed here.")),
    }
    to.write_all(page.text().as_bytes())
}

fn heading(report: &Report, page: &mut Page) {
    let day = report.as_of.map(|day| match page.lang {
        Lang::Zh => format!("（以{}为准）", day.in_chinese()),
        Lang::En => format!(", as of {day}"),
    });
    page.add(&format!("## {}{}\n", page.say("清单检查结果", "Catalog check"), day.unwrap_or_default()));
    let counts = crate::writer::said::by_severity(|severity| report.count(severity), page.lang);
    let files = report.inputs.iter().map(|input| input.parts.len().max(1)).fold(0, usize::saturating_add);
    let aside = match (set_aside(report), page.lang) {
        (0, _) => String::new(),
        (aside, Lang::Zh) => format!("；另有 {aside} 项已搁置或者基线中已有，不列"),
        (aside, Lang::En) => format!("; {aside} more are set aside or known"),
    };
    page.add(&match page.lang {
        Lang::Zh => format!("检查 {files} 个文件：{counts}{aside}。\n"),
        Lang::En => format!("Files checked: {files}; {counts}{aside}.\n"),
    });
}

/// How many findings are not listed because somebody answers for them, or because they were known.
fn set_aside(report: &Report) -> u64 {
    report.inputs.iter().fold(0, |sum, input| {
        let aside = input.suppressions.iter().fold(0_u64, |sum, told| sum.saturating_add(told.findings));
        let known = input.baseline.as_ref().map_or(0, |baseline| baseline.known);
        sum.saturating_add(aside).saturating_add(known)
    })
}

/// The answers to the three questions.
fn answers(report: &Report, page: &mut Page) {
    page.add(page.say("| 判断方面 | 结论 | 规则 |\n|---|---|---|", "| aspect | verdict | rules |\n|---|---|---|"));
    for &aspect in Aspect::ALL {
        let verdict = report.verdict(aspect);
        let judgements = report.inputs.iter().map(|input| input.verdicts.of(aspect));
        let mut codes: Vec<RuleCode> = judgements
            .filter(|judgement| judgement.verdict == verdict)
            .flat_map(|judgement| judgement.because.iter().copied())
            .collect();
        codes.sort_unstable();
        codes.dedup();
        let named: Vec<String> = codes.iter().take(ROWS).map(ToString::to_string).collect();
        let more = if codes.len() > ROWS { " …" } else { "" };
        let answer = match verdict {
            Verdict::Yes => page.say("✅ 是", "✅ yes"),
            Verdict::No => page.say("❌ 否", "❌ no"),
            Verdict::NotShown => page.say("❔ 暂不能判定", "❔ not shown"),
        };
        let aspect = page.say(aspect.title_zh(), aspect.as_str());
        page.add(&format!("| {aspect} | {answer} | {}{more} |", named.join(page.say("、", ", "))));
    }
}

fn unread(report: &Report, page: &mut Page) {
    if report.unread_inputs.is_empty() {
        return;
    }
    page.add(&format!("\n### {}\n", page.say("无法读取的文件", "Files that could not be read")));
    let lines = report.unread_inputs.iter().map(|unread| {
        let file = shown(&words::file(file_name(&unread.name)));
        format!("- **{file}** {}", shown(&words::unread(unread, page.lang)))
    });
    page.rows(lines.collect(), "- ", "");
}

/// What of the workbooks was not simply read.
fn sources(report: &Report, page: &mut Page) {
    let told = Said::new(report, page.lang).sources();
    if told.is_empty() {
        return;
    }
    page.add(&format!(
        "\n### {}\n",
        page.say("原表中没有直接读入目录的内容", "What of the source was not simply read")
    ));
    page.rows(told.iter().map(|told| format!("- {}", shown(told))).collect(), "- ", "");
}

fn by_rule(report: &Report, page: &mut Page) {
    let mut rules: Vec<(RuleCode, u64)> = report.by_rule().into_iter().collect();
    if rules.is_empty() {
        return;
    }
    rules.sort_by_key(|&(code, count)| (Reverse(count), code));
    page.add(page.say("\n| 规则 | 发现 |\n|---|--:|", "\n| rule | findings |\n|---|--:|"));
    let line = |&(code, count): &(RuleCode, u64)| {
        format!("| {code} {} | {count} |", shown(&words::title(report, code, page.lang)))
    };
    page.rows(rules.iter().map(line).collect(), "| ", " | |");
}

/// Of what is listed, how many each body has to see to.
fn by_body(findings: &[Listed<'_>], page: &mut Page) {
    let mut bodies: IndexMap<String, [u64; 3]> = IndexMap::new();
    for Listed { finding, .. } in findings {
        let [errors, warnings, notices] = bodies.entry(words::body(finding)).or_default();
        let counter = match finding.severity {
            Severity::Error => errors,
            Severity::Warning => warnings,
            Severity::Info => notices,
        };
        *counter = counter.saturating_add(1);
    }
    if bodies.keys().all(String::is_empty) {
        return;
    }
    bodies.sort_by(|body, counts, other, others| others.cmp(counts).then_with(|| body.cmp(other)));
    page.add(page.say(
        "\n| 责任部门 | 错误 | 警告 | 提示 |\n|---|--:|--:|--:|",
        "\n| body | errors | warnings | notices |\n|---|--:|--:|--:|",
    ));
    let line = |(body, [errors, warnings, notices]): (&String, &[u64; 3])| {
        let body = if body.is_empty() { page.say("不明", "not known").to_owned() } else { shown(body) };
        format!("| {body} | {errors} | {warnings} | {notices} |")
    };
    page.rows(bodies.iter().map(line).collect(), "| ", " | | | |");
}

/// The findings, rule by rule, the gravest first; gives how many were written.
fn list(report: &Report, findings: &[Listed<'_>], page: &mut Page) -> usize {
    let mut rules: IndexMap<(Severity, RuleCode), Vec<Listed<'_>>> = IndexMap::new();
    for listed in findings {
        rules.entry((listed.finding.severity, listed.finding.code)).or_default().push(*listed);
    }
    rules.sort_by(|rule, of_rule, other, others| {
        rule.0.cmp(&other.0).then(others.len().cmp(&of_rule.len())).then(rule.1.cmp(&other.1))
    });
    let mut written = 0_usize;
    for (&(severity, code), of_rule) in &rules {
        // A heading does not stand alone.
        let mut heading = section(report, severity, code, page.lang);
        for listed in of_rule {
            if !page.add(&format!("{heading}{}", item(report, *listed, page.lang))) {
                return written;
            }
            heading.clear();
            written = written.saturating_add(1);
        }
    }
    written
}

/// The heading of a rule, with what is true of all its findings.
fn section(report: &Report, severity: Severity, code: RuleCode, lang: Lang) -> String {
    let title = shown(&words::title(report, code, lang));
    let grounds = words::grounds(report, code);
    let grounds = if grounds.is_empty() {
        String::new()
    } else {
        format!("{}{}\n\n", say(lang, "依据：", "Ground: "), shown(&grounds.join(say(lang, "；", "; "))))
    };
    format!("\n### {} {code} {title}\n\n{grounds}", words::severity(severity, lang))
}

fn item(report: &Report, listed: Listed<'_>, lang: Lang) -> String {
    let Listed { file, finding } = listed;
    let labelled = |zh, en, text: String| {
        if text.is_empty() { text } else { format!("{}{}{text}", say(lang, zh, en), say(lang, "：", ": ")) }
    };
    let place = shown(&words::place(file, finding));
    let mut lines = vec![format!("- **{place}** {}", shown(&words::message(finding, lang)))];
    let notes = [
        finding.record.as_ref().map_or_else(String::new, |record| words::record(record, lang)),
        labelled("责任部门", "body", words::body(finding)),
        labelled("整改建议", "help", words::help(report, finding, lang)),
    ];
    lines.extend(notes.iter().filter(|note| !note.is_empty()).map(|note| format!("  - {}", shown(note))));
    lines.join("\n")
}
