//! The files that are made from the code and committed. A new one is a line in [`files`].

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::PathBuf;
use std::process::Command;
use std::{fs, io};

use qingdan::schema::SchemaName;
use qingdan::writer::law::write_law;
use qingdan::writer::rules::write_rules;
use qingdan::{Lang, rules};

use super::messages;

#[path = "shapes.rs"]
mod shapes;

/// The one command that writes them.
pub(crate) const COMMAND: &str = "cargo run --all-features --example regenerate";

/// Where the schemas are; no other file is there.
const SCHEMAS: &str = "schemas/v1";

/// The list of rules is a promise: lines are added to it, and none goes or changes but by hand.
const RULES: &str = "tests/data/rules.txt";

/// What is committed and is not what the code makes.
#[derive(Debug)]
pub(crate) enum Difference {
    /// Another text should stand there.
    Text { path: String, text: String },
    /// A file that is no longer made.
    Left { path: String },
}

/// A path from the root of the repository.
pub(crate) fn place(path: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), path].iter().collect()
}

/// The files by their paths, as the code makes them.
fn files() -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut files = BTreeMap::new();
    let mut add = |path: &str, text: String| files.insert(path.to_owned(), text);
    add("docs/rules.md", written(|to| write_rules(Lang::En, to))?);
    add("docs/rules.zh.md", written(|to| write_rules(Lang::Zh, to))?);
    add("docs/law.md", written(|to| write_law(Lang::En, to))?);
    add("docs/law.zh.md", written(|to| write_law(Lang::Zh, to))?);
    add("docs/messages.md", messages::page());
    add("src/read/shape/table.rs", shapes::table()?);
    add(RULES, rules()?);
    add("tests/data/dependencies.txt", dependencies()?);
    for name in SchemaName::all() {
        add(&format!("{SCHEMAS}/{}", name.file_name()), name.text());
    }
    Ok(files)
}

/// What differs, by path.
pub(crate) fn differences() -> Result<Vec<Difference>, Box<dyn Error>> {
    let files = files()?;
    let mut differences = Vec::new();
    for entry in fs::read_dir(place(SCHEMAS))? {
        let path = format!("{SCHEMAS}/{}", entry?.file_name().to_string_lossy());
        if !files.contains_key(&path) {
            differences.push(Difference::Left { path });
        }
    }
    for (path, text) in files {
        if fs::read(place(&path)).ok().as_deref() != Some(text.as_bytes()) {
            differences.push(Difference::Text { path, text });
        }
    }
    Ok(differences)
}

fn written(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> Result<String, Box<dyn Error>> {
    let mut bytes = Vec::new();
    write(&mut bytes)?;
    Ok(String::from_utf8(bytes)?)
}

/// Code, name, severity and aspect of every rule, built or announced.
fn rules() -> Result<String, Box<dyn Error>> {
    let built = rules::all().map(|rule| (rule.code, rule.name, rule.severity, rule.aspect));
    let planned = rules::PLANNED.iter().map(|rule| (rule.code, rule.name, rule.severity, rule.aspect));
    let lines = built.chain(planned).map(|(code, name, severity, aspect)| format!("{code} {name} {severity} {aspect}"));
    let lines: BTreeSet<String> = lines.collect();
    let committed = fs::read_to_string(place(RULES))?;
    if let Some(line) = committed.lines().find(|&line| !lines.contains(line)) {
        let problem = format!(
            "{RULES} promises `{line}`, which is no rule; a promise is changed by hand, and told in CHANGELOG.md"
        );
        return Err(problem.into());
    }
    Ok(lines.into_iter().map(|line| line + "\n").collect())
}

/// The packages of the plain library.
fn dependencies() -> Result<String, Box<dyn Error>> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--edges", "normal", "--prefix", "none", "--format", "{p}", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let text = String::from_utf8(output.stdout)?;
    let names: BTreeSet<&str> = text.lines().filter_map(|line| line.split(' ').next()).collect();
    Ok(names.into_iter().flat_map(|name| [name, "\n"]).collect())
}
