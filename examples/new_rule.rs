//! Writes the stub of a new rule: its file, its page, and its place in the list of its family.
//!
//! ```text
//! cargo run --all-features --example new_rule -- 813 superior-item-unknown --look record:licensing_item
//! ```
//!
//! An announced rule has its title, severity and aspect in `src/rules/planned.rs`; its line there goes. For any other
//! rule they must be given: `--title-zh`, `--title-en`, `--severity`, `--aspect`.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::process::{Command, ExitCode};
use std::{env, fs};

use qingdan::rules::{self, PLANNED};
use qingdan::{Aspect, RuleCode, Severity};

#[path = "new_rule/files.rs"]
mod files;
#[path = "new_rule/template.rs"]
mod template;

use files::Files;

const USAGE: &str = "\
usage: new_rule NUMBER NAME --look LOOK [--title-zh TEXT --title-en TEXT --severity S --aspect A]
  NUMBER  the three digits of the code; NAME  words-with-hyphens";

/// What is said of a rule before it is written.
struct NewRule {
    code: RuleCode,
    name: String,
    title_zh: String,
    title_en: String,
    severity: Severity,
    aspect: Aspect,
    look: template::Look,
}

fn main() -> io::Result<ExitCode> {
    let mut out = io::stdout().lock();
    let written = asked(env::args().skip(1)).and_then(|rule| {
        let files = Files::of(&rule)?;
        files.write().map_err(|error| error.to_string())?;
        Ok((rule, files))
    });
    match written {
        Ok((rule, files)) => {
            // Where something stands in a list is settled by its length.
            Command::new(env!("CARGO")).arg("fmt").current_dir(files::root()).status()?;
            for path in files.paths() {
                writeln!(out, "written: {path}")?;
            }
            writeln!(out, "{}", template::next_steps(rule.code))?;
            Ok(ExitCode::SUCCESS)
        }
        Err(problem) => {
            writeln!(io::stderr(), "{problem}\n{USAGE}\n  LOOK    {}", template::looks())?;
            Ok(ExitCode::from(2))
        }
    }
}

/// The rule that the arguments ask for.
fn asked(mut arguments: impl Iterator<Item = String>) -> Result<NewRule, String> {
    let number = arguments.next().unwrap_or_default();
    let digits = number.strip_prefix("QD").unwrap_or(&number);
    let code: RuleCode =
        format!("QD{digits}").parse().map_err(|_| format!("`{number}` is no code: three digits, such as 813"))?;
    let name = arguments.next().unwrap_or_default();
    if name.is_empty() || !name.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()))
    {
        return Err(format!("`{name}` is no name: words in lower case with hyphens between them"));
    }
    let mut options = BTreeMap::new();
    while let Some(option) = arguments.next() {
        let known = ["--look", "--title-zh", "--title-en", "--severity", "--aspect"];
        let value = arguments.next().filter(|_| known.contains(&option.as_str()));
        options.insert(option.clone(), value.ok_or_else(|| format!("`{option}` is no option, or has no value"))?);
    }
    if let Some(rule) = rules::find(code) {
        return Err(format!("{code} exists: {}", rule.name));
    }
    let names =
        rules::all().map(|rule| (rule.code, rule.name)).chain(PLANNED.iter().map(|rule| (rule.code, rule.name)));
    if let Some((other, _)) = names.into_iter().find(|&(other, known)| known == name && other != code) {
        return Err(format!("`{name}` is the name of {other}"));
    }
    let planned = PLANNED.iter().find(|rule| rule.code == code);
    if let Some(planned) = planned.filter(|planned| planned.name != name) {
        return Err(format!("{code} is announced as `{}`", planned.name));
    }
    let mut of = |option: &str, planned: Option<String>| {
        options.remove(option).or(planned).ok_or_else(|| format!("{code} is not announced: it needs {option}"))
    };
    let title_zh = of("--title-zh", planned.map(|rule| rule.title.zh.to_owned()))?;
    let title_en = of("--title-en", planned.map(|rule| rule.title.en.to_owned()))?;
    let severity = of("--severity", planned.map(|rule| rule.severity.to_string()))?;
    let aspect = of("--aspect", planned.map(|rule| rule.aspect.to_string()))?;
    let severity = severity.parse().map_err(|error| format!("{error}"))?;
    let aspect = aspect.parse().map_err(|error| format!("{error}"))?;
    let look = options.remove("--look").ok_or("how does it look? it needs --look")?;
    let look = template::look(&look)?;
    Ok(NewRule { code, name, title_zh, title_en, severity, aspect, look })
}

/// A file of the repository.
fn read(path: &str) -> Result<String, String> {
    fs::read_to_string(files::place(path)).map_err(|error| format!("{path}: {error}"))
}
