//! What SARIF says of the rules that found something: readers show it beside their results.

use std::collections::BTreeMap;

use super::chosen::Chosen;
use super::log::{Configuration, Help, Message, ReportingDescriptor, RuleProperties, level};
use crate::finding::{Aspect, Finding, RuleCode, Severity};
use crate::lang::Lang;
use crate::print::printable;
use crate::report::Report;
use crate::rule::Rule;
use crate::rules;
use crate::writer::markdown::literal;
use crate::writer::report::words;
use crate::writer::rules::{write_rule, write_section};

/// The longest description that GitHub takes, in characters, with the sign that it goes on.
const LONGEST: usize = 1023;

/// The rules of the results that are written, with a finding of each.
pub(super) struct Rules<'a> {
    by_code: BTreeMap<RuleCode, &'a Finding>,
}

impl<'a> Rules<'a> {
    pub(super) fn of(chosen: &Chosen<'a>) -> Self {
        let mut by_code = BTreeMap::new();
        for result in &chosen.results {
            by_code.entry(result.listed.finding.code).or_insert(result.listed.finding);
        }
        Self { by_code }
    }

    /// Where a rule stands among the descriptors.
    pub(super) fn index(&self, code: RuleCode) -> usize {
        self.by_code.range(..code).count()
    }

    pub(super) fn descriptors(&self, report: &Report, lang: Lang) -> Vec<ReportingDescriptor> {
        self.by_code.iter().map(|(&code, finding)| descriptor(code, finding, report, lang)).collect()
    }
}

fn descriptor(code: RuleCode, finding: &Finding, report: &Report, lang: Lang) -> ReportingDescriptor {
    let rule = rules::find(code);
    let title = words::title(report, code, lang);
    let description = rule.map_or("", |rule| first_paragraph(rule.explanation(lang)));
    let (aspect, severity) = rule.map_or((finding.aspect, finding.severity), |rule| (rule.aspect, rule.severity));
    let severity = report.rule(code).and_then(|rule| rule.level).unwrap_or(severity);
    ReportingDescriptor {
        id: code.to_string(),
        name: pascal(rule.map_or(&finding.rule, |rule| rule.name)),
        short_description: Message::of(&title),
        full_description: Message::of(&shortened(if description.is_empty() { &title } else { description })),
        help: rule.map_or_else(|| own_help(code, &title, finding, report, lang), |rule| help(rule, lang)),
        default_configuration: Configuration { level: level(severity) },
        properties: RuleProperties {
            tags: vec!["catalog".to_owned(), aspect.as_str().to_owned()],
            precision: match aspect {
                Aspect::Valid => "very-high",
                // What is lawful is judged by the law as far as it is known.
                _ => "high",
            },
            problem_severity: match severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "recommendation",
            },
        },
    }
}

/// What `qingdan explain` says, and the section of the reference without its heading.
fn help(rule: &Rule, lang: Lang) -> Help {
    let mut text = Vec::new();
    let mut markdown = Vec::new();
    // A vector takes everything.
    write_rule(rule, lang, &mut text).unwrap_or_default();
    write_section(rule, lang, &mut markdown).unwrap_or_default();
    let read = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).trim_end().to_owned();
    let markdown = read(markdown);
    let below_heading = markdown.split_once("\n\n").map_or(markdown.as_str(), |(_, section)| section);
    Help { text: read(text), markdown: below_heading.to_owned() }
}

/// What is known of a rule of somebody's own.
fn own_help(code: RuleCode, title: &str, finding: &Finding, report: &Report, lang: Lang) -> Help {
    let lines: Vec<String> = std::iter::once(format!("{code} {title}"))
        .chain(Some(words::help(report, finding, lang)))
        .chain(words::grounds(report, code))
        .filter(|line| !line.is_empty())
        .collect();
    let markdown: Vec<String> = lines.iter().map(|line| literal(line)).collect();
    Help { text: lines.join("\n"), markdown: markdown.join("\n\n") }
}

/// The first paragraph after the heading.
fn first_paragraph(explanation: &str) -> &str {
    explanation.lines().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or_default()
}

fn shortened(text: &str) -> String {
    crate::print::cut(text, LONGEST)
}

/// A name as SARIF has it: `BasisMissing` for `basis-missing`.
fn pascal(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let capitalized = words.map(|word| {
        let mut characters = word.chars();
        characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
    });
    let name: String = capitalized.take(10).collect();
    if name.is_empty() { "Rule".to_owned() } else { printable(&name).chars().take(255).collect() }
}
