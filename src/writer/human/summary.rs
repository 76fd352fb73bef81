//! The summary: what was checked, what was found, the three questions with their answers, what was not looked at,
//! and what to do next.

use std::io::{self, Write};

use indexmap::IndexMap;

use super::{Ink, LONGEST_NAME, Options, cut};
use crate::finding::Aspect;
use crate::lang::Lang;
use crate::law::facts::SHIPPED;
use crate::model::Kind;
use crate::print::{excerpt, printable};
use crate::report::{BesideRole, InputReport, Report};

mod answers;
mod conformance;
mod coverage;
mod findings;
mod page;
mod suppressions;

use answers::answer;
use conformance::conformance;
use coverage::coverage;
use findings::{counts, next};
use page::{MOST, Page};
use suppressions::suppressions;

/// Writes what a report comes to.
///
/// # Errors
/// What the writer reports.
pub fn write_summary(report: &Report, options: &Options, mut to: impl Write) -> io::Result<()> {
    let page = Page::new(report, options);
    let heading = match (report.as_of, options.lang) {
        (Some(day), Lang::Zh) => format!("检查结果（以{}为准）", day.in_chinese()),
        (Some(day), Lang::En) => format!("Summary, as of {day}"),
        (None, Lang::Zh) => "检查结果（未指定日期）".to_owned(),
        (None, Lang::En) => "Summary, as of no day in particular".to_owned(),
    };
    writeln!(to, "{}", options.paint(Ink::Strong, &heading))?;
    inputs(&page, &mut to)?;
    records(&page, &mut to)?;
    counts(&page, &mut to)?;
    for &aspect in Aspect::ALL {
        answer(&page, aspect, &mut to)?;
    }
    conformance(&page, &mut to)?;
    suppressions(&page, &mut to)?;
    coverage(&page, &mut to)?;
    law(&page, &mut to)?;
    beside(&page, &mut to)?;
    let label = options.paint(Ink::Strong, options.say("下一步", "next"));
    writeln!(to, "{label}{}{}", options.say("：", ": "), next(&page))
}

fn inputs(page: &Page<'_>, to: &mut impl Write) -> io::Result<()> {
    let inputs = &page.report.inputs;
    let checked = inputs.iter().map(|input| input.parts.len().max(1)).fold(0, usize::saturating_add);
    let is_together = inputs.iter().any(|input| !input.parts.is_empty());
    let together = if is_together { page.say("（合为一个目录）", " as one catalog") } else { "" };
    let text = match (page.report.unread_inputs.len(), page.options.lang) {
        (0, Lang::Zh) => format!("检查 {checked} 个{together}"),
        (0, Lang::En) => format!("{checked} checked{together}"),
        (unreadable, Lang::Zh) => format!("检查 {checked} 个{together}，{unreadable} 个无法读取"),
        (unreadable, Lang::En) => format!("{checked} checked{together}, {unreadable} could not be read"),
    };
    page.line("文件", "files", &text, to)?;
    if inputs.len() < 2 {
        return Ok(());
    }
    let found: Vec<&InputReport> = inputs.iter().filter(|input| input.counts.total > 0).collect();
    for input in found.iter().take(MOST) {
        writeln!(to, "    {}  {}", cut(&input.name, LONGEST_NAME), page.by_severity(|s| input.counts.of(s)))?;
    }
    match (found.len().saturating_sub(MOST), page.options.lang) {
        (0, _) => Ok(()),
        (more, Lang::Zh) => writeln!(to, "    … 另有 {more} 个文件有发现"),
        (more, Lang::En) => writeln!(to, "    … {more} more files with findings"),
    }
}

fn records(page: &Page<'_>, to: &mut impl Write) -> io::Result<()> {
    let sum = |of: &dyn Fn(&InputReport) -> u64| {
        page.report.inputs.iter().fold(0_u64, |sum, input| sum.saturating_add(of(input)))
    };
    let mut kinds: IndexMap<Kind, u64> = IndexMap::new();
    for (&kind, &count) in page.report.inputs.iter().flat_map(|input| &input.records) {
        let total = kinds.entry(kind).or_default();
        *total = total.saturating_add(count);
    }
    kinds.sort_unstable_keys();
    let judged = kinds.values().fold(0_u64, |sum, &count| sum.saturating_add(count));
    let by_kind: Vec<String> = kinds
        .iter()
        .map(|(kind, &count)| match page.options.lang {
            Lang::Zh => format!("{} {count}", kind.title_zh()),
            Lang::En if count == 1 => format!("1 {}", kind.tag().replace('_', " ")),
            Lang::En => format!("{count} {}", kind.array().replace('_', " ")),
        })
        .collect();
    let by_kind = if by_kind.is_empty() {
        String::new()
    } else {
        format!("{}{}{}", page.say("（", " ("), page.join(&by_kind), page.say("）", ")"))
    };
    let mut parts = vec![match page.options.lang {
        Lang::Zh => format!("判断 {judged} 条{by_kind}"),
        Lang::En => format!("{judged} judged{by_kind}"),
    }];
    let (unread, skipped) = (sum(&|input| input.unread), sum(&|input| input.skipped));
    if unread > 0 {
        parts.push(match page.options.lang {
            Lang::Zh => format!("{unread} 条有错、未能读取，未作判断"),
            Lang::En => format!("{unread} not judged, as faults kept them from being read"),
        });
    }
    if skipped > 0 {
        parts.push(match page.options.lang {
            Lang::Zh => format!("{skipped} 处种类不明，已跳过"),
            Lang::En => format!("{skipped} of unknown kind passed over"),
        });
    }
    let text = parts.join(page.say("；", "; "));
    page.line("记录", "records", &text, to)
}

/// The catalogs beside, each with its edition and its name.
fn beside(page: &Page<'_>, to: &mut impl Write) -> io::Result<()> {
    for other in &page.report.beside {
        let (zh, en) = match other.role {
            BesideRole::Superior => ("上级清单", "superior list"),
            BesideRole::Previous => ("上一版次", "previous edition"),
        };
        let edition = other.edition.as_ref().map_or_else(String::new, |edition| match page.options.lang {
            Lang::Zh => format!("（{}）", excerpt(edition)),
            Lang::En => format!(" ({})", excerpt(edition)),
        });
        let file =
            other.name.as_ref().map_or_else(String::new, |name| format!("{}{}", page.say("，", ", "), printable(name)));
        page.line(zh, en, &format!("{}{edition}{file}", excerpt(&other.title)), to)?;
    }
    Ok(())
}

/// Up to which day the law is known.
fn law(page: &Page<'_>, to: &mut impl Write) -> io::Result<()> {
    let Some(day) = page.report.law.known_to else { return Ok(()) };
    let added = page.report.law.facts.len() > SHIPPED.len();
    let text = match page.options.lang {
        Lang::Zh => {
            let added = if added { "，另有补充的法规数据" } else { "" };
            format!("法律收录至{}{added}", day.in_chinese())
        }
        Lang::En => {
            let added = if added { ", with facts that were added" } else { "" };
            format!("known to {day}{added}")
        }
    };
    page.line("法规库", "law", &text, to)
}
