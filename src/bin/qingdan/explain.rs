//! `qingdan explain`.

use std::io::{self, Write as _};

use qingdan::print::printable;
use qingdan::rule::{self, Example, ExampleInput, PlannedRule, Rule};
use qingdan::{Lang, RuleCode};

use crate::args::ExplainArgs;
use crate::output::{Outcome, Output, tell};

/// How many characters of an example are shown.
const LONGEST_EXAMPLE: usize = 1000;
/// How many codes to offer for one that is not known.
const NEAREST: usize = 3;

pub(crate) fn run(args: &ExplainArgs, output: &mut Output) -> Outcome {
    let lang = args.lang.lang();
    let asked = args.code.trim();
    let code: Option<RuleCode> = asked.to_ascii_uppercase().parse().ok();
    let is_asked = |known: RuleCode, name: &str| code == Some(known) || asked.eq_ignore_ascii_case(name);
    let written = if let Some(rule) = rule::all().find(|rule| is_asked(rule.code, rule.name)) {
        explain(rule, lang, output)
    } else if let Some(rule) = rule::PLANNED.iter().find(|rule| is_asked(rule.code, rule.name)) {
        announce(rule, lang, output)
    } else {
        let nearest = nearest(asked).join(", ");
        // Cut, as the argument may be of any length.
        let asked: String = asked.chars().take(60).collect();
        tell(&match lang {
            Lang::Zh => format!("qingdan：没有规则 `{asked}`；相近的有 {nearest}；qingdan rules 列出全部"),
            Lang::En => {
                format!("qingdan: there is no rule `{asked}`; near to it are {nearest}; qingdan rules lists all")
            }
        });
        return Outcome::Failed;
    };
    written.map_or(Outcome::Failed, |()| Outcome::Clean)
}

/// The codes nearest to what was asked for, by code or name.
fn nearest(asked: &str) -> Vec<String> {
    let asked = asked.to_ascii_lowercase();
    let known = rule::all().map(|rule| (rule.code, rule.name));
    let mut known: Vec<(usize, RuleCode)> = known
        .chain(rule::PLANNED.iter().map(|rule| (rule.code, rule.name)))
        .map(|(code, name)| {
            let to_code = strsim::damerau_levenshtein(&asked, &code.to_string().to_ascii_lowercase());
            (to_code.min(strsim::damerau_levenshtein(&asked, name)), code)
        })
        .collect();
    known.sort_unstable();
    known.into_iter().take(NEAREST).map(|(_, code)| code.to_string()).collect()
}

/// A line with its label.
fn line(zh: &str, en: &str, text: &str, lang: Lang, output: &mut Output) -> io::Result<()> {
    match lang {
        Lang::Zh => writeln!(output, "{zh}：{text}"),
        Lang::En => writeln!(output, "{en}: {text}"),
    }
}

fn explain(rule: &Rule, lang: Lang, output: &mut Output) -> io::Result<()> {
    let say = |zh: &'static str, en: &'static str| match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    writeln!(output, "{} {}{}{}\n", rule.code, rule.name, say("：", ": "), rule.title.text(lang))?;
    if let Some(retirement) = rule.retired {
        let by = retirement.replaced_by.map_or_else(String::new, |code| match lang {
            Lang::Zh => format!("，由 {code} 代替"),
            Lang::En => format!(", replaced by {code}"),
        });
        line("停用", "retired", &format!("{}{by}", retirement.since), lang, output)?;
    }
    match lang {
        Lang::Zh => writeln!(output, "严重程度：{}\n判断方面：{}", rule.severity.title_zh(), rule.aspect.title_zh())?,
        Lang::En => writeln!(output, "severity: {}\naspect: {}", rule.severity, rule.aspect)?,
    }
    line("计数", "counted", rule.unit.text(lang), lang, output)?;
    line("起始版本", "since", rule.since, lang, output)?;
    for provision in rule.citations {
        line("依据", "ground", &format!("{} {}", provision.document, provision.clause), lang, output)?;
    }
    if let Some(period) = rule.period {
        let (from, until) = (period.from.unwrap_or("…"), period.until.unwrap_or("…"));
        line("适用期间", "applies", &format!("{from} – {until}"), lang, output)?;
    }
    line("处理办法", "help", rule.help.text(lang), lang, output)?;
    let explanation = rule.explanation(lang);
    if !explanation.is_empty() {
        writeln!(output)?;
        for text in explanation.lines() {
            writeln!(output, "{}", text.trim_start_matches('#').trim_start_matches(' '))?;
        }
    }
    if let Some(bad) = rule.fails.first() {
        example(say("反例", "bad"), bad, lang, output)?;
    }
    if let Some(good) = rule.passes.first() {
        example(say("正例", "good"), good, lang, output)?;
    }
    Ok(())
}

fn example(label: &str, example: &Example, lang: Lang, output: &mut Output) -> io::Result<()> {
    let colon = match lang {
        Lang::Zh => "：",
        Lang::En => ": ",
    };
    writeln!(output, "\n{label}{colon}{}", example.note.text(lang))?;
    let text = match example.input {
        ExampleInput::Members("") => "{ \"header\": {…} }".to_owned(),
        ExampleInput::Members(members) => format!("{{ \"header\": {{…}}, {members} }}"),
        ExampleInput::Whole(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    };
    let shown: String = text.chars().take(LONGEST_EXAMPLE).collect();
    for part in shown.lines() {
        writeln!(output, "    {}", printable(part))?;
    }
    if !example.at.is_empty() {
        let at: Vec<&str> = example.at.iter().map(|&at| if at.is_empty() { "/" } else { at }).collect();
        let at: String = at.join(", ").chars().take(LONGEST_EXAMPLE).collect();
        line("    → 发现于", "    → found at", &at, lang, output)?;
    }
    Ok(())
}

fn announce(rule: &PlannedRule, lang: Lang, output: &mut Output) -> io::Result<()> {
    let PlannedRule { code, name, severity, aspect, .. } = rule;
    match lang {
        Lang::Zh => {
            let (severity, aspect) = (severity.title_zh(), aspect.title_zh());
            writeln!(output, "{code} {name}：已预告，本版本尚未实现\n\n严重程度：{severity}\n判断方面：{aspect}")
        }
        Lang::En => writeln!(
            output,
            "{code} {name}: announced, not built in this version yet\n\nseverity: {severity}\naspect: {aspect}"
        ),
    }
}
