//! What is said of wrong arguments, in both languages.

use std::error::Error as _;
use std::fmt;
use std::io::Write as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use qingdan::print::printable;
use qingdan::{Lang, RuleSelector, rules};

use crate::output::{self, Outcome, Output};
use crate::speech;

/// A text that selects no rule, and the name or code that it may mean.
#[derive(Debug)]
pub(crate) struct UnknownSelector {
    nearest: Option<String>,
}

impl std::error::Error for UnknownSelector {}

impl fmt::Display for UnknownSelector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it names no rule")?;
        if let Some(nearest) = &self.nearest {
            write!(f, "; did you mean `{nearest}`?")?;
        }
        f.write_str(" Write a code such as `QD101`, a family such as `QD1`, or a name; `qingdan rules` lists them")
    }
}

impl UnknownSelector {
    fn zh(&self) -> String {
        let nearest = self.nearest.as_ref().map(|nearest| format!("，是否为 {nearest}？")).unwrap_or_default();
        format!("没有这样的规则{nearest}；写规则编号（如 QD101）、类别（如 QD1）或者规则名，qingdan rules 列出全部")
    }
}

/// A code, family or name in any case, with blanks around it.
pub(crate) fn selector(text: &str) -> Result<RuleSelector, UnknownSelector> {
    let text = text.trim();
    let upper = text.to_ascii_uppercase().parse::<RuleSelector>();
    upper.or_else(|_| text.to_ascii_lowercase().parse()).map_err(|_| {
        let lower: String = text.chars().take(60).collect::<String>().to_ascii_lowercase();
        let rules = rules::all().map(|rule| (rule.code, rule.name));
        let known = rules.chain(rules::PLANNED.iter().map(|planned| (planned.code, planned.name)));
        let spelled = known.flat_map(|(code, name)| [code.to_string(), name.to_owned()]);
        let nearest = spelled
            .map(|known| (strsim::osa_distance(&lower, &known.to_ascii_lowercase()), known))
            .filter(|(distance, known)| distance.saturating_mul(3) <= known.len())
            .min();
        UnknownSelector { nearest: nearest.map(|(_, known)| known) }
    })
}

/// Answers to `--help` and `--version`, and says what is wrong with arguments.
pub(crate) fn refuse(mut error: clap::Error, lang: Lang) -> Outcome {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let mut output = Output::new();
        write!(output, "{}", speech::help(&error.render().to_string(), lang)).unwrap_or_default();
        return output.finish();
    }
    if lang == Lang::Zh {
        output::tell(&in_chinese(&error));
        return Outcome::Failed;
    }
    // What was typed is echoed: made harmless first, as a line feed in it would begin a line of its own.
    let values: Vec<(ContextKind, ContextValue)> = error
        .context()
        .filter_map(|(kind, value)| match value {
            ContextValue::String(text) => Some((kind, ContextValue::String(printable(text).into_owned()))),
            ContextValue::Strings(texts) => {
                let texts = texts.iter().map(|text| printable(text).into_owned()).collect();
                Some((kind, ContextValue::Strings(texts)))
            }
            _ => None,
        })
        .collect();
    for (kind, value) in values {
        error.insert(kind, value);
    }
    output::tell(&error.render().to_string());
    Outcome::Failed
}

/// What is wrong, how it is used, and where more is told.
fn in_chinese(error: &clap::Error) -> String {
    let usage = match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => format!("\n\n{}", speech::help(&usage.to_string(), Lang::Zh)),
        _ => String::new(),
    };
    format!("错误：{}{usage}\n\n详见 --help", what_in_chinese(error))
}

fn what_in_chinese(error: &clap::Error) -> String {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => printable(text).into_owned(),
        Some(ContextValue::Strings(texts)) => {
            texts.iter().map(|text| printable(text).into_owned()).collect::<Vec<_>>().join("、")
        }
        _ => String::new(),
    };
    let argument = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    let meant = |kind: ContextKind| {
        let meant = text(kind);
        if meant.is_empty() { meant } else { format!("，是否为 {meant}？") }
    };
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => {
            let possible = text(ContextKind::ValidValue);
            let possible = if possible.is_empty() { possible } else { format!("，可取值：{possible}") };
            format!("{argument} 缺少值{possible}")
        }
        ErrorKind::InvalidValue => {
            let possible = text(ContextKind::ValidValue);
            format!("{argument} 的值“{value}”无效{}；可取值：{possible}", meant(ContextKind::SuggestedValue))
        }
        ErrorKind::UnknownArgument => format!("没有参数 {argument}{}", meant(ContextKind::SuggestedArg)),
        ErrorKind::InvalidSubcommand => {
            let (command, meant) = (text(ContextKind::InvalidSubcommand), meant(ContextKind::SuggestedSubcommand));
            format!("没有命令 {command}{meant}")
        }
        ErrorKind::ArgumentConflict => {
            let prior = text(ContextKind::PriorArg);
            if prior == argument {
                format!("{argument} 只能写一次")
            } else {
                format!("{argument} 不能与 {prior} 同用")
            }
        }
        ErrorKind::MissingRequiredArgument => format!("缺少必需的参数：{argument}"),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "缺少命令".to_owned(),
        ErrorKind::ValueValidation => format!("{argument} 的值“{value}”无效：{}", why_in_chinese(error, &argument)),
        ErrorKind::NoEquals => format!("{argument} 与其值之间应有等号"),
        ErrorKind::TooManyValues => format!("{argument} 的值过多：“{value}”"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => format!("{argument} 的值的个数不对"),
        ErrorKind::InvalidUtf8 => "参数中有不是 UTF-8 的字节".to_owned(),
        _ => "参数有误".to_owned(),
    }
}

/// Why the parser of a value refused it.
fn why_in_chinese(error: &clap::Error, argument: &str) -> String {
    let source = error.source();
    if let Some(unknown) = source.and_then(|source| source.downcast_ref::<UnknownSelector>()) {
        return unknown.zh();
    }
    if argument.contains("<DATE>") {
        "应为确有的日期，写作 YYYY-MM-DD，如 2026-11-23".to_owned()
    } else if argument.contains("<LANG>") {
        "可取值：zh、en".to_owned()
    } else if argument.contains("<N>") {
        "应为不小于 0 的整数".to_owned()
    } else if argument.contains("[NAME]") {
        "没有这个模式；qingdan schema 列出全部".to_owned()
    } else {
        source.map(|source| printable(&source.to_string()).into_owned()).unwrap_or_default()
    }
}
