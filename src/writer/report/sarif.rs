//! SARIF 2.1.0, as GitHub code scanning takes it and other readers understand it.
//!
//! One run. Findings that are set aside or known are results with a suppression. At most 5,000 results are written, as
//! GitHub keeps no more, the gravest first; how many are left out is a notification of the tool.

use std::io::{self, Write};

use crate::finding::Aspect;
use crate::lang::Lang;
use crate::report::{InputReport, Report};
use crate::writer::write_json;

mod chosen;
mod log;
mod results;
mod rules;
mod uri;

use super::listed::unlisted;
use super::words;
use chosen::Chosen;
use log::{
    Artifact, ArtifactLocation, AutomationDetails, BaseId, BaseIds, Driver, Hashes, Invocation, Location, Log, Message,
    Notification, Run, RunProperties, RunVerdicts, Tool,
};
use results::results;
use rules::Rules;

/// What names the shape of SARIF to editors and validators.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

pub(super) fn write(report: &Report, lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let chosen = Chosen::of(report);
    let rules = Rules::of(&chosen);
    let run = Run {
        tool: Tool {
            driver: Driver {
                name: "qingdan",
                full_name: match lang {
                    Lang::Zh => "清单检查（qingdan）",
                    Lang::En => "qingdan, a check of government catalogs",
                },
                semantic_version: text(&report.tool.version),
                language: language(lang),
                rules: rules.descriptors(report, lang),
            },
        },
        language: language(lang),
        // Columns of places count characters.
        column_kind: "unicodeCodePoints",
        automation_details: AutomationDetails { id: "qingdan/" },
        original_uri_base_ids: BaseIds {
            root: BaseId {
                description: Message::plain(match lang {
                    Lang::Zh => "运行 qingdan 的文件夹",
                    Lang::En => "the folder in which qingdan was run",
                }),
            },
        },
        invocations: [Invocation {
            execution_successful: report.unread_inputs.is_empty(),
            tool_execution_notifications: notifications(report, &chosen, lang),
        }],
        artifacts: artifacts(report),
        results: results(&chosen, &rules, lang),
        properties: RunProperties {
            as_of: report.as_of,
            law_known_to: report.law.known_to,
            verdicts: RunVerdicts {
                valid: report.verdict(Aspect::Valid),
                lawful: report.verdict(Aspect::Lawful),
                publishable: report.verdict(Aspect::Publishable),
            },
        },
    };
    write_json(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] }, to)
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-CN",
        Lang::En => "en-US",
    }
}

/// A text from data that has no name of its own in SARIF.
fn text(text: &str) -> String {
    crate::print::printable(text).into_owned()
}

/// What kept the tool from telling everything.
fn notifications(report: &Report, chosen: &Chosen<'_>, lang: Lang) -> Vec<Notification> {
    let mut notifications: Vec<Notification> = report
        .unread_inputs
        .iter()
        .map(|unread| Notification {
            level: "error",
            message: Message::of(&words::unread(unread, lang)),
            locations: vec![Location::of_file(&unread.name)],
        })
        .collect();
    let mut warn = |message: &str| {
        let message = Message::of(message);
        notifications.push(Notification { level: "warning", message, locations: Vec::new() });
    };
    for input in &report.inputs {
        match unlisted(input) {
            0 => {}
            more => warn(&words::not_listed(input, more, lang)),
        }
    }
    if chosen.left_out > 0 {
        let (kept, left_out) = (chosen.results.len(), chosen.left_out);
        warn(&match lang {
            Lang::Zh => format!("本文件只列出最严重的 {kept} 项，另有 {left_out} 项未列出"),
            Lang::En => format!("{left_out} findings are left out: these are the {kept} gravest"),
        });
    }
    notifications
}

/// The files that were checked, with their hashes where they are known.
fn artifacts(report: &Report) -> Vec<Artifact> {
    let artifact = |name: &str, bytes: Option<u64>, sha256: &Option<String>| Artifact {
        location: ArtifactLocation::of(name),
        length: bytes,
        roles: ["analysisTarget"],
        hashes: sha256.as_ref().map(|sha256| Hashes { sha256: text(sha256) }),
    };
    let of_input = |input: &InputReport| -> Vec<Artifact> {
        if input.parts.is_empty() {
            vec![artifact(&input.name, input.bytes, &input.sha256)]
        } else {
            input.parts.iter().map(|part| artifact(&part.name, Some(part.bytes), &part.sha256)).collect()
        }
    };
    let mut artifacts: Vec<Artifact> = report.inputs.iter().flat_map(of_input).collect();
    let unread = report.unread_inputs.iter().map(|unread| artifact(&unread.name, None, &None));
    artifacts.extend(unread);
    let mut seen = std::collections::HashSet::new();
    artifacts.retain(|artifact| seen.insert(artifact.location.uri.clone()));
    artifacts
}
