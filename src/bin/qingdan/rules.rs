//! `qingdan rules`.

use std::io::{self, Write as _};

use qingdan::model::Field;
use qingdan::rule::{self, Bilingual, Need, Provision, Rule};
use qingdan::rules::{self, PlannedRule};
use qingdan::writer::rules::write_rules;
use qingdan::{Aspect, Lang, RuleCode, Severity};
use serde::Serialize;

use crate::args::{RulesArgs, RulesFormat};
use crate::output::{Outcome, Output};

pub(crate) fn run(args: &RulesArgs, output: &mut Output) -> Outcome {
    let written = match args.format {
        RulesFormat::Human => list(args.lang.lang(), output),
        RulesFormat::Json => write_json(output),
        RulesFormat::Markdown => write_rules(args.lang.lang(), output),
    };
    written.map_or(Outcome::Failed, |()| Outcome::Clean)
}

/// A rule of this version, or an announced one.
#[derive(Clone, Copy)]
enum Known {
    Built(&'static Rule),
    Planned(&'static PlannedRule),
}

impl Known {
    fn code(self) -> RuleCode {
        match self {
            Self::Built(rule) => rule.code,
            Self::Planned(rule) => rule.code,
        }
    }
}

fn all() -> Vec<Known> {
    let mut all: Vec<Known> = rules::all().map(Known::Built).chain(rules::PLANNED.iter().map(Known::Planned)).collect();
    all.sort_by_key(|known| known.code());
    all
}

fn list(lang: Lang, output: &mut Output) -> io::Result<()> {
    for known in all() {
        match known {
            Known::Built(rule) => {
                let (severity, aspect) = terms(rule.severity, rule.aspect, lang);
                let title = rule.title.text(lang);
                let retired = match (rule.retired, lang) {
                    (None, _) => "",
                    (Some(_), Lang::Zh) => "（已停用）",
                    (Some(_), Lang::En) => " (retired)",
                };
                writeln!(output, "{}  {severity}  {aspect}  {}  {title}{retired}", rule.code, rule.name)?;
            }
            Known::Planned(rule) => {
                let (severity, aspect) = terms(rule.severity, rule.aspect, lang);
                let planned = match lang {
                    Lang::Zh => "（已预告，本版本尚未实现）",
                    Lang::En => " (announced, not built in this version)",
                };
                let title = rule.title.text(lang);
                writeln!(output, "{}  {severity}  {aspect}  {}  {title}{planned}", rule.code, rule.name)?;
            }
        }
    }
    Ok(())
}

/// Severity and aspect in words, padded to stand in columns.
pub(crate) fn terms(severity: Severity, aspect: Aspect, lang: Lang) -> (String, String) {
    match lang {
        // Full-width blanks keep Chinese columns.
        Lang::Zh => (severity.title_zh().to_owned(), format!("{:\u{3000}<3}", aspect.title_zh())),
        Lang::En => (format!("{severity:<7}"), format!("{aspect:<11}")),
    }
}

#[derive(Serialize)]
struct RuleEntry {
    code: RuleCode,
    name: &'static str,
    status: &'static str,
    severity: Severity,
    aspect: Aspect,
    title: Words,
    #[serde(flatten)]
    built: Option<BuiltEntry>,
}

#[derive(Serialize)]
struct BuiltEntry {
    since: &'static str,
    unit: Words,
    help: Words,
    citations: Vec<Clause>,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
    needs: Vec<&'static str>,
    reads: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    retired: Option<Retired>,
}

#[derive(Serialize)]
struct Words {
    zh: &'static str,
    en: &'static str,
}

impl From<Bilingual> for Words {
    fn from(Bilingual { zh, en, .. }: Bilingual) -> Self {
        Self { zh, en }
    }
}

#[derive(Serialize)]
struct Clause {
    document: &'static str,
    clause: &'static str,
}

#[derive(Serialize)]
struct Period {
    from: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<&'static str>,
}

#[derive(Serialize)]
struct Retired {
    since: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaced_by: Option<RuleCode>,
}

fn write_json(output: &mut Output) -> io::Result<()> {
    let entries: Vec<RuleEntry> = all().into_iter().map(entry).collect();
    serde_json::to_writer_pretty(&mut *output, &entries)?;
    writeln!(output)
}

fn entry(known: Known) -> RuleEntry {
    match known {
        Known::Planned(rule) => RuleEntry {
            code: rule.code,
            name: rule.name,
            status: "planned",
            severity: rule.severity,
            aspect: rule.aspect,
            title: rule.title.into(),
            built: None,
        },
        Known::Built(rule) => RuleEntry {
            code: rule.code,
            name: rule.name,
            status: if rule.retired.is_some() { "retired" } else { "built" },
            severity: rule.severity,
            aspect: rule.aspect,
            title: rule.title.into(),
            built: Some(BuiltEntry {
                since: rule.since,
                unit: rule.unit.into(),
                help: rule.help.into(),
                citations: rule
                    .citations
                    .iter()
                    .map(|&Provision { document, clause, .. }| Clause { document, clause })
                    .collect(),
                period: rule.period.map(|rule::Period { from, until, .. }| Period { from, until }),
                needs: rule.needs.iter().map(|&need| wire_name(need)).collect(),
                reads: rule.fields().map(Field::path).collect(),
                retired: rule
                    .retired
                    .map(|retirement| Retired { since: retirement.since, replaced_by: retirement.replaced_by }),
            }),
        },
    }
}

fn wire_name(need: Need) -> &'static str {
    match need {
        Need::AsOf => "as_of",
        Need::Law => "law",
        Need::Superior => "superior",
        Need::Previous => "previous",
        Need::Openings => "openings",
        Need::Parameter(_) => "parameter",
        _ => "other",
    }
}
