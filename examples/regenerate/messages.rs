//! The page of messages: what each rule says of its own failing examples, and what reading says of each fault.

use std::fmt::Write as _;

use qingdan::baseline::Baseline;
use qingdan::report::{NotRunReason, Suppression, Verdict};
use qingdan::rule::{EXAMPLE_PARAMETERS, Example, Rule, Shows};
use qingdan::rules;
use qingdan::{Checker, Finding, Lang, Limits, Message, Report, RuleCode};

#[path = "inputs.rs"]
mod inputs;

/// What is said of one input, in the order of the findings.
pub(crate) struct Said {
    pub(crate) code: RuleCode,
    /// What the input shows, in both languages.
    pub(crate) note: Message,
    pub(crate) findings: Vec<Finding>,
}

/// The reports on every failing example, and on every small input.
pub(crate) fn reports() -> Vec<(RuleCode, Message, Report)> {
    let checker = "2026-11-23".parse().map_or_else(|_| Checker::new(), |day| Checker::new().as_of(day));
    let checker = EXAMPLE_PARAMETERS.iter().cloned().fold(checker, Checker::parameter);
    let of_rule = |rule: &'static Rule| {
        let small = inputs::INPUTS.iter().filter(move |input| input.is_for(rule.code));
        let small = small.map(|input| (Message::new(input.zh, input.en), input.text(), None));
        let examples = rule
            .examples()
            .filter(|example| example.shows == Shows::Fails)
            .map(|example| (example.note.into(), example.text(), Some(example)));
        examples.chain(small).map(move |(note, text, example)| (rule.code, note, text, example))
    };
    let of_example = |example: Option<Example>| {
        let Some(example) = example else { return checker.clone() };
        let read = |text: &str| qingdan::read(text.as_bytes(), Limits::default()).catalog;
        let checker = example.superior.and_then(read).iter().fold(checker.clone(), Checker::superior);
        let checker = example.previous.and_then(read).iter().fold(checker, Checker::previous);
        let suppressions = example.suppressions.and_then(|text| serde_json::from_str::<Vec<Suppression>>(text).ok());
        let checker = checker.suppress(suppressions.unwrap_or_default());
        let baseline = example.baseline.and_then(|lines| Baseline::from_lines(lines.as_bytes()).ok());
        baseline.into_iter().fold(checker, Checker::baseline)
    };
    let all = rules::all().flat_map(of_rule);
    all.map(|(code, note, text, example)| (code, note, of_example(example).check_bytes("example", &text))).collect()
}

/// What the rules say of them.
pub(crate) fn all() -> Vec<Said> {
    let said = |(code, note, report): (RuleCode, Message, Report)| {
        let findings = report.findings().filter(|finding| finding.code == code).cloned().collect();
        Said { code, note, findings }
    };
    reports().into_iter().map(said).collect()
}

/// Words of reports that belong to no rule: verdicts, and why a rule did not run.
pub(crate) fn words_of_reports() -> Vec<Message> {
    let verdicts = Verdict::ALL.iter().map(|verdict| Message::new(verdict.title_zh(), verdict.as_str()));
    let reasons = NotRunReason::ALL.iter().map(|reason| Message::new(reason.title_zh(), reason.as_str()));
    let mut words: Vec<Message> = verdicts.chain(reasons).collect();
    for (_, _, report) in reports() {
        let not_run = report.inputs.into_iter().flat_map(|input| input.coverage.not_run);
        for message in not_run.map(|not_run| not_run.message) {
            if !words.contains(&message) {
                words.push(message);
            }
        }
    }
    words
}

/// The page in Markdown.
pub(crate) fn page() -> String {
    let mut page = String::from(
        "# 消息 Messages\n\n\
         每条规则对自己的反例、对各种读取错误所说的话，中文在前。本页由 `cargo run --all-features --example regenerate` 生成。\n\n\
         What each rule says of its own bad examples, and what reading says of each fault. Written by \
         `cargo run --all-features --example regenerate`.\n",
    );
    let mut of = None;
    for Said { code, note, findings } in all() {
        if of != Some(code) {
            of = Some(code);
            let title = rules::find(code).map(|rule| rule.title);
            let title = |lang: Lang| title.map_or("", |title| title.text(lang));
            let _ = writeln!(page, "\n## {code} {} · {}", title(Lang::Zh), title(Lang::En));
        }
        let _ = writeln!(page, "\n### {} · {}\n", inline(&note.zh), inline(&note.en));
        for finding in &findings {
            finding_in(finding, &mut page);
        }
    }
    page.push_str("\n## 判断和覆盖 · Verdicts and coverage\n\n");
    for message in words_of_reports() {
        let _ = writeln!(page, "- {}\\\n  {}", inline(&message.zh), inline(&message.en));
    }
    page
}

fn finding_in(finding: &Finding, page: &mut String) {
    let _ = writeln!(page, "- {}\\", inline(&finding.message.zh));
    for related in &finding.related {
        let _ = writeln!(page, "  注：{}\\", inline(&related.message.zh));
    }
    let _ = writeln!(page, "  整改建议：{}\n", inline(finding.help(Lang::Zh)));
    let _ = writeln!(page, "  {}\\", inline(&finding.message.en));
    for related in &finding.related {
        let _ = writeln!(page, "  note: {}\\", inline(&related.message.en));
    }
    let _ = writeln!(page, "  help: {}", inline(finding.help(Lang::En)));
}

/// A text of one line, none of which is taken for Markdown but for what stands in backquotes.
fn inline(text: &str) -> String {
    let mut clean = String::new();
    let mut is_code = false;
    for c in text.chars() {
        is_code ^= c == '`';
        if !is_code && matches!(c, '\\' | '*' | '_' | '<' | '&' | '#' | '[' | ']' | '~') {
            clean.push('\\');
        }
        clean.push(c);
    }
    clean
}
