//! The rules for people: one alone as text, and all of them as a page of Markdown.

mod description;
mod example;

use std::io::{self, Write};

use crate::finding::RuleCode;
use crate::lang::Lang;
use crate::print::printable;
use crate::rule::{EXAMPLE_HEADER, Rule, Shows};
use crate::rules::{self, FAMILY_TITLES, PlannedRule};
use crate::writer::say;

use super::markdown::{block, capitalized, inline, line};
use description::{Description, Fact, aspect, not_built, severity};
use example::Shown;

/// Writes what one rule checks, on what ground, why, and how to correct what it finds, as plain text.
///
/// ```
/// use qingdan::{Lang, rules, writer::rules::write_rule};
/// let mut text = Vec::new();
/// let rule = rules::find("QD201".parse()?).ok_or("no such rule")?;
/// write_rule(rule, Lang::En, &mut text)?;
/// assert!(String::from_utf8(text)?.starts_with("QD201 basis-missing: no basis of any rank\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// What the target says when it cannot be written to.
pub fn write_rule(rule: &Rule, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let to: &mut dyn Write = &mut to;
    let Description { facts, sections, examples } = Description::of(rule, lang);
    writeln!(to, "{} {}{}{}\n", rule.code, rule.name, colon(lang), rule.title.text(lang))?;
    write_facts(&facts, lang, to)?;
    for section in sections {
        writeln!(to, "\n{}\n", section.heading)?;
        for line in section.body.lines() {
            writeln!(to, "{}", printable(line))?;
        }
    }
    for example in &examples {
        writeln!(to, "\n{}{}{}", label(example, lang), colon(lang), example.note.text(lang))?;
        for (at, line) in example.lines.iter().enumerate() {
            writeln!(to, "    {}", printable(line))?;
            if at == 0 && example.is_beside_header {
                writeln!(to, "      \"header\": {{…}},")?;
            }
        }
        for (what, lines) in &example.beside {
            writeln!(to, "\n{}{}", what.text(lang), colon(lang).trim_end())?;
            for line in lines {
                writeln!(to, "    {}", printable(line))?;
            }
        }
        if let Some(places) = places(example, lang, "") {
            writeln!(to, "    → {}{}{}", places.label, colon(lang), places.text)?;
        }
    }
    Ok(())
}

/// Writes what is known of a rule that is announced and not built yet, as plain text.
///
/// # Errors
/// What the target says when it cannot be written to.
pub fn write_planned(rule: &PlannedRule, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let to: &mut dyn Write = &mut to;
    let title = rule.title.text(lang);
    writeln!(to, "{} {}{}{title}\n\n{}\n", rule.code, rule.name, colon(lang), not_built(lang))?;
    write_facts(&description::of_planned(rule, lang), lang, to)
}

fn write_facts(facts: &[Fact], lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    facts.iter().try_for_each(|Fact { label, text }| writeln!(to, "{label}{}{}", colon(lang), printable(text)))
}

/// Writes the reference of all rules in one language, as `docs/rules.md` and `docs/rules.zh.md` have it.
///
/// ```
/// use qingdan::{Lang, writer::rules::write_rules};
/// let mut page = Vec::new();
/// write_rules(Lang::Zh, &mut page)?;
/// assert!(String::from_utf8(page)?.starts_with("# 规则\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// What the target says when it cannot be written to.
pub fn write_rules(lang: Lang, mut to: impl Write) -> io::Result<()> {
    let to: &mut dyn Write = &mut to;
    introduction(lang, to)?;
    counts(lang, to)?;
    contents(lang, to)?;
    for &(digit, title) in FAMILY_TITLES {
        let rules = built(digit);
        if !rules.is_empty() {
            writeln!(to, "\n## <a name=\"qd{digit}\"></a>QD{digit} {}", inline(title.text(lang)))?;
        }
        for rule in rules {
            writeln!(to)?;
            write_section(rule, lang, &mut *to)?;
        }
    }
    planned(lang, to)
}

fn colon(lang: Lang) -> &'static str {
    say(lang, "：", ": ")
}

/// The rules of a family.
fn built(digit: u16) -> Vec<&'static Rule> {
    rules::all().filter(|rule| rule.code.family() == digit).collect()
}

/// The rules of a family that are not built yet.
fn announced(digit: u16) -> Vec<&'static PlannedRule> {
    rules::PLANNED.iter().filter(|rule| rule.code.family() == digit).collect()
}

/// What links name: it stays when a title changes, and is the same in both languages.
fn anchor(code: RuleCode) -> String {
    code.to_string().to_ascii_lowercase()
}

fn introduction(lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let (built, planned) = (rules::all().count(), rules::PLANNED.len());
    match lang {
        Lang::Zh => writeln!(
            to,
            "# 规则\n\n[English](rules.md)\n\n\
             本版本的规则检查什么、为什么、怎么改：共 {built} 条；另有 {planned} 条[已预告，尚未实现](#not-built)。\
             本页由 `qingdan rules --format markdown --lang zh` 从规则本身生成；`qingdan explain QD201` 单独说明一条规则，内容相同。\
             本页帮助了解法律的人，不能代替法律文本。\n\n\
             - **严重程度**：错误对应规范中的“不得”“应当”，警告对应“可以”“一般”，提示仅供参考。个别发现可以比规则的严重程度轻，规则中写明。\n\
             - **判断方面**：发现影响哪一个问题的答案，即是否合规范（形式、编码）、是否合法（依据、权限、赋权）、是否可公布（完整、一致）。\n\
             - **计数**：一项发现代表什么。\n\
             - **适用期间**：没有写明的，不限期间。\n\
             - **所需字段**：来源没有采集的（目录头 `not_held` 写明），不判断；一个也没有采集的，规则不运行。\n\
             - **示例**：一个会报，一个不会报。没有写出目录头（`header`）的，目录头如下：\n"
        ),
        Lang::En => writeln!(
            to,
            "# Rules\n\n[中文](rules.zh.md)\n\n\
             What the rules of this version check, why, and how to correct what they find: {built} rules, and {planned} that are \
             [announced and not built yet](#not-built). This page is printed by `qingdan rules --format markdown --lang en` from \
             the rules themselves; `qingdan explain QD201` says the same of one rule. It helps people who know the law and does \
             not replace its text.\n\n\
             - **Severity**: an error is what the norm forbids or demands (不得, 应当), a warning what it allows or recommends \
             (可以, 一般), info no more than a notice. Some findings are milder than their rule, which says so.\n\
             - **Aspect**: the question that a finding answers: whether the catalog is valid (shape and codes), lawful (basis, \
             powers, delegation) or publishable (complete and consistent).\n\
             - **Counted**: what one finding stands for.\n\
             - **Applies**: the days for which the rule holds; where none are stated, all.\n\
             - **Reads**: the fields it must have. What the source does not hold (`not_held` in the header) is not judged; where \
             it holds none of them, the rule does not run.\n\
             - **Examples**: one in which the rule speaks and one in which it is silent. Where no `header` is shown, it is this:\n"
        ),
    }?;
    let header = format!("{{\n  {EXAMPLE_HEADER}\n}}");
    let lines: Vec<String> = header.lines().map(str::to_owned).collect();
    writeln!(to, "{}\n", block(&lines, "json"))
}

/// How many rules of each family are built, and how many announced.
fn counts(lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    let header = say(lang, "| 规则族 | 已实现 | 已预告 |", "| family | built | announced |");
    writeln!(to, "{header}\n|---|---|---|")?;
    for &(digit, title) in FAMILY_TITLES {
        let (built, planned) = (built(digit).len(), announced(digit).len());
        writeln!(to, "| QD{digit} {} | {built} | {planned} |", inline(title.text(lang)))?;
    }
    let (built, planned) = (rules::all().count(), rules::PLANNED.len());
    writeln!(to, "| {} | {built} | {planned} |\n", say(lang, "合计", "all"))
}

fn contents(lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    writeln!(to, "## {}\n", say(lang, "目录", "Contents"))?;
    for &(digit, title) in FAMILY_TITLES {
        let rules = built(digit);
        if !rules.is_empty() {
            writeln!(to, "- [QD{digit} {}](#qd{digit})", inline(title.text(lang)))?;
        }
        for rule in rules {
            writeln!(to, "  - [{} {}](#{})", rule.code, inline(rule.title.text(lang)), anchor(rule.code))?;
        }
    }
    writeln!(to, "- [{}](#not-built)", say(lang, "尚未实现的规则", "Not built yet"))
}

/// Writes the section of the reference on one rule, in Markdown.
///
/// Texts of the rule stay texts, whatever they hold: only what stands in backquotes is code.
///
/// # Errors
/// What the target says when it cannot be written to.
pub fn write_section(rule: &Rule, lang: Lang, mut to: impl Write) -> io::Result<()> {
    let to: &mut dyn Write = &mut to;
    let Description { facts, sections, examples } = Description::of(rule, lang);
    let (code, title) = (rule.code, inline(rule.title.text(lang)));
    writeln!(to, "### <a name=\"{}\"></a>{code} {title}\n", anchor(code))?;
    let name = Fact { label: say(lang, "规则名", "name"), text: format!("`{}`", rule.name) };
    for Fact { label, text } in std::iter::once(name).chain(facts) {
        writeln!(to, "- **{}**{}{}", capitalized(label), colon(lang), inline(&text))?;
    }
    for section in sections {
        writeln!(to, "\n**{}**\n", inline(section.heading))?;
        for text in section.body.lines() {
            match text.strip_prefix("- ") {
                Some(item) => writeln!(to, "- {}", line(item)),
                None => writeln!(to, "{}", line(text)),
            }?;
        }
    }
    for example in &examples {
        let (label, note) = (capitalized(label(example, lang)), inline(example.note.text(lang)));
        writeln!(to, "\n**{label}**{}{note}\n", colon(lang))?;
        if !example.lines.is_empty() {
            writeln!(to, "{}", block(&example.lines, if example.is_json { "json" } else { "text" }))?;
        }
        for (what, lines) in &example.beside {
            writeln!(to, "\n{}{}\n\n{}", what.text(lang), colon(lang).trim_end(), block(lines, "json"))?;
        }
        if let Some(places) = places(example, lang, "`") {
            writeln!(to, "\n{}{}{}", capitalized(places.label), colon(lang), inline(&places.text))?;
        }
    }
    Ok(())
}

fn label(example: &Shown, lang: Lang) -> &'static str {
    match example.shows {
        Shows::Fails => say(lang, "反例", "bad example"),
        Shows::Passes => say(lang, "正例", "good example"),
    }
}

/// Where the rule speaks in an example; pointers between these marks.
fn places(example: &Shown, lang: Lang, mark: &str) -> Option<Fact> {
    let places: Vec<String> = example
        .at
        .iter()
        .map(|at| {
            if at.is_empty() {
                say(lang, "整个输入", "the whole input").to_owned()
            } else {
                format!("{mark}{at}{mark}")
            }
        })
        .collect();
    let text = places.join(say(lang, "、", ", "));
    (!text.is_empty()).then_some(Fact { label: say(lang, "发现于", "found at"), text })
}

fn planned(lang: Lang, to: &mut dyn Write) -> io::Result<()> {
    match lang {
        Lang::Zh => writeln!(
            to,
            "\n## <a name=\"not-built\"></a>尚未实现的规则\n\n\
             以下规则已预告编号、标题、规则名、严重程度和判断方面，本版本尚未实现，不作任何检查。错误级的规则没有实现的，相应的问题不答“是”；只因目录还不能登载所需清单而未实现的除外。"
        ),
        Lang::En => writeln!(
            to,
            "\n## <a name=\"not-built\"></a>Not built yet\n\n\
             The codes, titles, names, severities and aspects of these rules are announced. This version does not have the rules, and \
             checks nothing for them. An error rule among them keeps its question from being answered with yes, unless it waits \
             for a list that no catalog can hold yet."
        ),
    }?;
    for &(digit, title) in FAMILY_TITLES {
        let rules = announced(digit);
        if rules.is_empty() {
            continue;
        }
        let header =
            say(lang, "| 编号 | 标题 | 规则名 | 严重程度 | 判断方面 |", "| code | title | name | severity | aspect |");
        writeln!(to, "\n**QD{digit} {}**\n\n{header}\n|---|---|---|---|---|", inline(title.text(lang)))?;
        for rule in rules {
            let (severity, aspect) = (severity(rule.severity, lang), aspect(rule.aspect, lang));
            let title = inline(rule.title.text(lang));
            writeln!(to, "| {} | {title} | `{}` | {severity} | {aspect} |", rule.code, rule.name)?;
        }
    }
    Ok(())
}
