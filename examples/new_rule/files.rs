//! The files that a new rule touches. All are made before any is written.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{fs, io};

use qingdan::RuleCode;
use qingdan::rules::{FAMILY_TITLES, PLANNED};

use crate::template::{self, FAMILIES};
use crate::{NewRule, read};

const RULES: &str = "src/rules.rs";
const ANNOUNCED: &str = "src/rules/planned.rs";
const CHANGES: &str = "CHANGELOG.md";

/// The root of the repository: that of whoever runs it, as cargo says; else the one from which it was built.
pub(crate) fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into()).into()
}

/// A path from the root of the repository.
pub(crate) fn place(path: &str) -> PathBuf {
    root().join(path)
}

/// Texts by their paths.
pub(crate) struct Files(BTreeMap<String, String>);

impl Files {
    /// The files as they will be with a rule.
    pub(crate) fn of(rule: &NewRule) -> Result<Self, String> {
        let digit = rule.code.family();
        let (_, family) = FAMILIES.iter().find(|(known, _)| *known == digit).ok_or("there is no such family")?;
        let module = module(rule.code);
        let mut files = BTreeMap::new();
        for (path, text) in [
            (format!("src/rules/{family}/{module}.rs"), template::rule(rule)),
            (format!("src/rules/{family}/{module}.md"), template::page(rule)),
        ] {
            if place(&path).exists() {
                return Err(format!("{path} exists"));
            }
            files.insert(path, text);
        }
        let list = format!("src/rules/{family}.rs");
        let text = if place(&list).exists() {
            read(&list)?
        } else {
            let title = FAMILY_TITLES.iter().find(|(known, _)| *known == digit).map_or("", |(_, title)| title.en);
            files.insert(RULES.to_owned(), with_family(&read(RULES)?, family)?);
            template::family(digit, title)
        };
        files.insert(list, with_entry(&with_module(&text, &module), "RULES", &format!("{module}::RULE"))?);
        if PLANNED.iter().any(|planned| planned.code == rule.code) {
            files.insert(ANNOUNCED.to_owned(), without_announcement(&read(ANNOUNCED)?, rule.code)?);
        }
        files.insert(CHANGES.to_owned(), with_change(&read(CHANGES)?, rule)?);
        Ok(Self(files))
    }

    pub(crate) fn write(&self) -> io::Result<()> {
        for (path, text) in &self.0 {
            let path = place(path);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(path, text)?;
        }
        Ok(())
    }

    pub(crate) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// `qd813`.
fn module(code: RuleCode) -> String {
    code.to_string().to_ascii_lowercase()
}

/// A file with `mod NAME;` among the others, in their order; above everything else where there are none.
fn with_module(text: &str, name: &str) -> String {
    let line = format!("mod {name};");
    let is_module = |line: &&str| line.starts_with("mod ") || line.starts_with("pub(crate) mod ");
    let key = |line: &str| line.trim_start_matches("pub(crate) ").to_owned();
    let mut lines: Vec<&str> = text.lines().collect();
    let modules: Vec<usize> = (0..lines.len()).filter(|&at| lines.get(at).is_some_and(is_module)).collect();
    if let Some(&first) = modules.first() {
        let before = modules.iter().rev().find(|&&at| lines.get(at).is_some_and(|other| key(other) < line));
        lines.insert(before.map_or(first, |at| at.saturating_add(1)), &line);
    } else {
        let blank = lines.iter().position(|line| line.is_empty()).unwrap_or(lines.len());
        lines.splice(blank..blank, ["", line.as_str()]);
    }
    lines.join("\n") + "\n"
}

/// A file with an entry in one of its lists, by the order of the entries.
fn with_entry(text: &str, list: &str, entry: &str) -> Result<String, String> {
    let problem = || format!("the list {list} is not found");
    let head = text.find(&format!("const {list}:")).ok_or_else(problem)?;
    let (before, rest) = text.split_at_checked(head).ok_or_else(problem)?;
    // The list begins in the line of its name, or in the next one where it is long.
    let (head, rest) = rest.split_once('=').ok_or_else(problem)?;
    let (_, rest) = rest.split_once("&[").ok_or_else(problem)?;
    let (inner, after) = rest.split_once("];").ok_or_else(problem)?;
    let mut entries: Vec<&str> = inner.split(',').map(str::trim).filter(|entry| !entry.is_empty()).collect();
    entries.push(entry);
    entries.sort_unstable();
    Ok(format!("{before}{head}= &[{}];{after}", entries.join(", ")))
}

/// The list of families with one more.
fn with_family(text: &str, family: &str) -> Result<String, String> {
    let text = with_module(text, family);
    let (before, rest) = text.split_once("const FAMILIES: &[Family] =").ok_or("the list of families is not found")?;
    let (inner, after) = rest.split_once("];").ok_or("the list of families has no end")?;
    let known = |name: &str| inner.contains(&format!("{name}::FAMILY")) || name == family;
    // In the order of the digits, which is that of the codes.
    let entries: Vec<String> =
        FAMILIES.iter().filter(|(_, name)| known(name)).map(|(_, name)| format!("{name}::FAMILY")).collect();
    Ok(format!("{before}const FAMILIES: &[Family] = &[{}];{after}", entries.join(", ")))
}

/// The changelog with a line about a new rule, below the others of the version that is not released yet.
fn with_change(text: &str, rule: &NewRule) -> Result<String, String> {
    let problem = || format!("{CHANGES} has no section of rules for what is not released");
    let at = text.find("\n## [Unreleased]").ok_or_else(problem)?;
    let at = at.saturating_add(text.get(at..).and_then(|text| text.find("\n### Rules\n")).ok_or_else(problem)?);
    let (before, section) = text.split_at_checked(at.saturating_add(1)).ok_or_else(problem)?;
    let (rules, after) = section.split_once("\n\n#").ok_or_else(problem)?;
    let NewRule { code, name, title_en, .. } = rule;
    Ok(format!("{before}{rules}\n- {code} `{name}`: {title_en}.\n\n#{after}"))
}

/// The announced rules without one.
fn without_announcement(text: &str, code: RuleCode) -> Result<String, String> {
    let start = format!("planned({},", code.number());
    let is_it = |line: &&str| line.contains(&start);
    match text.lines().filter(is_it).collect::<Vec<_>>().as_slice() {
        [line] if line.ends_with("),") => {
            Ok(text.split_inclusive('\n').filter(|line| !line.contains(&start)).collect())
        }
        _ => Err(format!("{ANNOUNCED} does not have {code} in one line")),
    }
}
