//! What was not looked at.

use std::collections::BTreeSet;
use std::io::{self, Write};

use indexmap::IndexMap;

use super::page::Page;
use crate::finding::RuleCode;
use crate::lang::Lang;
use crate::print::printable;
use crate::report::{CitationCoverage, NotRunReason};
use crate::schema::titles;

/// How many instruments that are not held are listed.
const FEW: usize = 5;

pub(super) fn coverage(page: &Page<'_>, to: &mut impl Write) -> io::Result<()> {
    let run: BTreeSet<RuleCode> =
        page.report.inputs.iter().flat_map(|input| input.coverage.run.iter().copied()).collect();
    let run = u64::try_from(run.len()).unwrap_or(u64::MAX);
    page.line(
        "规则",
        "coverage",
        &match page.options.lang {
            Lang::Zh => format!("运行 {run} 条"),
            Lang::En => format!("{} ran", page.count(run, "", "rule")),
        },
        to,
    )?;
    citations(page, to)?;
    for (&reason, codes) in &page.not_run {
        let words = page.reason(reason);
        if reason == NotRunReason::NotBuilt {
            let number = codes.len();
            match page.options.lang {
                Lang::Zh => writeln!(to, "    {words}：{number} 条")?,
                Lang::En => writeln!(to, "    {words}: {number}")?,
            }
            continue;
        }
        // Rules that read the same fields did not run on the same ones.
        let mut by_fields: IndexMap<Vec<String>, Vec<String>> = IndexMap::new();
        for (code, fields) in codes {
            let fields = fields.iter().map(|field| match page.options.lang {
                Lang::Zh => printable(&titles::path(field)).into_owned(),
                Lang::En => printable(field).into_owned(),
            });
            let fields = fields.collect();
            by_fields.entry(fields).or_default().push(code.to_string());
        }
        let rules: Vec<String> = by_fields
            .iter()
            .map(|(fields, codes)| {
                let codes = page.join(codes);
                if fields.is_empty() {
                    codes
                } else {
                    let (open, close) = (page.say("（", " ("), page.say("）", ")"));
                    format!("{codes}{open}{}{close}", page.join(fields))
                }
            })
            .collect();
        writeln!(to, "    {words}{}{}", page.say("：", ": "), page.join(&rules))?;
    }
    Ok(())
}

/// How much of what is cited could be judged, and the instruments that are not held, most cited first.
fn citations(page: &Page<'_>, to: &mut impl Write) -> io::Result<()> {
    let covers = || page.report.inputs.iter().filter_map(|input| input.coverage.citations.as_ref());
    let sum = |of: fn(&CitationCoverage) -> u64| covers().map(of).fold(0, u64::saturating_add);
    let (all, held) = (sum(|cover| cover.citations), sum(|cover| cover.held));
    if all == 0 {
        return Ok(());
    }
    match page.options.lang {
        Lang::Zh => writeln!(to, "    依据：{all}处引用，其中{held}处的文件法规库已收录")?,
        Lang::En => writeln!(
            to,
            "    bases: {}, of which {held} of instruments that are held",
            page.count(all, "", "citation")
        )?,
    }
    unread_parts(page, to)?;
    let mut titles: IndexMap<&str, u64> = IndexMap::new();
    for unknown in covers().flat_map(|cover| &cover.not_held) {
        let count = titles.entry(&unknown.title).or_default();
        *count = count.saturating_add(unknown.citations);
    }
    titles.sort_by(|a, x, b, y| y.cmp(x).then(a.cmp(b)));
    let rest =
        sum(|cover| cover.instruments_not_held).saturating_sub(u64::try_from(titles.len().min(FEW)).unwrap_or(0));
    let (open, close) = (page.say("（", " ("), page.say("）", ")"));
    let listed = titles.iter().take(FEW).map(|(title, count)| format!("{}{open}{count}{close}", printable(title)));
    let listed = listed.collect::<Vec<_>>().join(page.say("、", ", "));
    match page.options.lang {
        _ if titles.is_empty() => Ok(()),
        Lang::Zh if rest > 0 => writeln!(to, "    法规库未收录的文件：{listed}等，另有{rest}个"),
        Lang::Zh => writeln!(to, "    法规库未收录的文件：{listed}"),
        Lang::En if rest > 0 => writeln!(to, "    instruments not held: {listed} and {rest} more"),
        Lang::En => writeln!(to, "    instruments not held: {listed}"),
    }
}

/// How many citations have parts that were not understood, and the most frequent of those parts.
fn unread_parts(page: &Page<'_>, to: &mut impl Write) -> io::Result<()> {
    let covers = || page.report.inputs.iter().filter_map(|input| input.coverage.citations.as_ref());
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
    let few = parts.iter().take(FEW).map(|(words, count)| match page.options.lang {
        Lang::Zh => format!("“{}”（{count}）", printable(words)),
        Lang::En => format!("`{}` ({count})", printable(words)),
    });
    let few = few.collect::<Vec<_>>().join(page.say("、", ", "));
    match page.options.lang {
        Lang::Zh => writeln!(to, "    其中{unread}处有未能识别的文字，该部分未参加检查：{few}"),
        Lang::En => writeln!(to, "    with words that were not understood and are not judged: {unread}: {few}"),
    }
}
