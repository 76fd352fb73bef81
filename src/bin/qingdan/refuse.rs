//! What is said of wrong arguments, in both languages.

use std::error::Error as _;
use std::io::Write as _;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use qingdan::Lang;
use qingdan::print::printable;

use crate::help;
use crate::output::{self, Outcome, Output};
use crate::parameter::WrongParameter;
use crate::report_file::WrongReportFile;
use crate::selector::{UnknownSelector, WrongLevel};

/// Answers to `--help` and `--version`, and says what is wrong with arguments.
pub(crate) fn refuse(mut error: clap::Error, lang: Lang) -> Outcome {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let mut output = Output::new();
        write!(output, "{}", help::printed(&error.render().to_string(), lang)).unwrap_or_default();
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
        Some(ContextValue::StyledStr(usage)) => format!("\n\n{}", help::printed(&usage.to_string(), Lang::Zh)),
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
    if let Some(wrong) = source.and_then(|source| source.downcast_ref::<WrongLevel>()) {
        return wrong.zh();
    }
    if let Some(wrong) = source.and_then(|source| source.downcast_ref::<WrongParameter>()) {
        return wrong.zh();
    }
    if let Some(wrong) = source.and_then(|source| source.downcast_ref::<WrongReportFile>()) {
        return wrong.zh();
    }
    if argument.contains("<DATE>") {
        "应为确有的日期，写作 YYYY-MM-DD，如 2026-11-23".to_owned()
    } else if argument.contains("<LANG>") {
        "可取值：zh、en".to_owned()
    } else if argument.contains("--threads") {
        "应为不小于 1 的整数".to_owned()
    } else if argument.contains("<N>") {
        "应为不小于 0 的整数".to_owned()
    } else if argument.contains("[NAME]") {
        "没有这个模式；qingdan schema 列出全部".to_owned()
    } else {
        source.map(|source| printable(&source.to_string()).into_owned()).unwrap_or_default()
    }
}
