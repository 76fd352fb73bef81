//! `qingdan config`.

use std::io::Write as _;

use qingdan::Lang;
use qingdan::print::printable;
use qingdan::writer::write_json;
use serde::Serialize;
use serde_json::Value;

use crate::args::{ConfigArgs, ConfigCommand, ShowFormat};
use crate::input::name_of;
use crate::output::{Outcome, Output};
use crate::settings::Settings;

/// The settings of a section, and what holds where nobody sets them: in Chinese, in English.
const DEFAULTS: &[(&str, &str, &str, &str)] = &[
    ("check", "as_of", "中国的今天", "today in China"),
    ("check", "lang", "随系统", "that of the system"),
    ("check", "include", "须在命令行写明", "to be named on the command line"),
    ("check", "exclude", "无", "none"),
    ("check", "together", "false", "false"),
    ("check", "fail_level", "error", "error"),
    ("check", "show_level", "info", "info"),
    ("check", "superior", "无", "none"),
    ("check", "previous", "无", "none"),
    ("check", "baseline", "无", "none"),
    ("law", "facts", "只用已收录的", "what the library holds"),
    ("law", "known_to", "已收录的截止日期", "the day of what the library holds"),
    ("law", "openings", "只用已收录的", "what the library holds"),
    ("law", "profiles", "无", "none"),
];

/// One setting, its value, and where that is from.
#[derive(Debug, Serialize)]
struct Setting {
    #[serde(rename = "setting")]
    path: String,
    /// None where nobody set it.
    value: Option<Value>,
    /// The file; none for what holds where nobody sets it.
    file: Option<String>,
    line: Option<u32>,
}

pub(crate) fn run(args: &ConfigArgs, output: &mut Output) -> Outcome {
    let ConfigCommand::Show(args) = &args.command;
    let lang = args.lang.lang();
    let Some(settings) = Settings::named(args.config.as_deref(), lang) else { return Outcome::Failed };
    let all = all(&settings);
    match args.format {
        ShowFormat::Json => write_json(&all, &mut *output).unwrap_or_default(),
        ShowFormat::Human => {
            for setting in &all {
                writeln!(output, "{}", line(setting, lang)).unwrap_or_default();
            }
        }
    }
    Outcome::Clean
}

/// Every setting, in the order in which they are documented.
fn all(settings: &Settings) -> Vec<Setting> {
    let file = settings.file.as_deref().map(name_of);
    let config = serde_json::to_value(&settings.config).unwrap_or_default();
    let written = |section: &str, name: &str| {
        let line = settings.config.line_of(&format!("{section}.{name}"));
        let value = config.get(section).and_then(|section| section.get(name)).filter(|_| line.is_some()).cloned();
        Setting { path: format!("{section}.{name}"), file: value.as_ref().and(file.clone()), value, line }
    };
    let mut all: Vec<Setting> = DEFAULTS.iter().map(|&(section, name, ..)| written(section, name)).collect();
    all.extend(settings.config.rules.iter().map(|(name, level)| {
        let path = format!("rules.{name}");
        let line = settings.config.line_of(&path);
        Setting { path, value: Some(level.as_str().into()), file: file.clone(), line }
    }));
    // As it is written; where, is told beside it.
    all.extend(settings.config.suppress.iter().zip(settings.config.suppressions()).map(|(written, suppression)| {
        let line = suppression.place.as_ref().and_then(|place| place.line);
        let value = serde_json::to_value(written).unwrap_or_default();
        Setting { path: "suppress".to_owned(), value: Some(value), file: file.clone(), line }
    }));
    let parameters = settings.config.parameters.iter().map(|parameter| (file.clone(), None, parameter));
    let of_profiles = settings.profiles.iter().flat_map(|(path, profile)| {
        profile.parameters.iter().map(|parameter| (Some(name_of(path)), Some(profile.division), parameter))
    });
    all.extend(parameters.chain(of_profiles).map(|(file, around, parameter)| {
        let mut value = serde_json::to_value(parameter).unwrap_or_default();
        if let (Some(members), Some(division)) = (value.as_object_mut(), around) {
            members.entry("division").or_insert_with(|| division.as_str().into());
        }
        Setting { path: "parameters".to_owned(), value: Some(value), file, line: None }
    }));
    all
}

fn line(setting: &Setting, lang: Lang) -> String {
    let Setting { path: name, value, file, line } = setting;
    let Some(value) = value else {
        let of_default = DEFAULTS.iter().find(|(section, own, ..)| *name == format!("{section}.{own}"));
        let (zh, en) = of_default.map_or(("", ""), |&(_, _, zh, en)| (zh, en));
        return match lang {
            Lang::Zh => format!("{name}：{zh}（默认）"),
            Lang::En => format!("{name}: {en} (default)"),
        };
    };
    let value = value.to_string();
    let (name, value) = (printable(name), printable(&value));
    let file = file.as_deref().map(printable).unwrap_or_default();
    let line = line.map(|line| format!(":{line}")).unwrap_or_default();
    match lang {
        Lang::Zh => format!("{name}：{value}（{file}{line}）"),
        Lang::En => format!("{name}: {value} ({file}{line})"),
    }
}
