//! How the runner of GitHub Actions takes commands from a log, after `ActionCommand.cs` of `actions/runner`: both ways to
//! write a command are tried on every line, and a carriage return ends a line too.

use std::collections::BTreeMap;

/// The commands that the runner knows; the case of letters does not matter.
const COMMANDS: &[&str] = &[
    "error",
    "warning",
    "notice",
    "debug",
    "group",
    "endgroup",
    "add-mask",
    "stop-commands",
    "add-matcher",
    "remove-matcher",
    "echo",
    "set-output",
    "save-state",
    "set-env",
    "add-path",
    "internal-set-repo-path",
];

/// A command as the runner understands it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Command {
    pub(crate) name: String,
    pub(crate) properties: BTreeMap<String, String>,
    pub(crate) data: String,
}

/// All commands of a log.
pub(crate) fn commands(log: &str) -> Vec<Command> {
    log.split(['\n', '\r']).filter_map(command).collect()
}

fn command(line: &str) -> Option<Command> {
    second_version(line).or_else(|| first_version(line))
}

/// `::name key=value,key=value::data` after blanks.
fn second_version(line: &str) -> Option<Command> {
    let (head, data) = line.trim_start().strip_prefix("::")?.split_once("::")?;
    let (name, properties) = named(head)?;
    let properties = properties.split(',').filter_map(|pair| pair.split_once('='));
    let unescaped = |text: &str| {
        let text = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",");
        text.replace("%25", "%")
    };
    let data = data.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    Some(Command {
        name,
        properties: properties.map(|(key, value)| (key.to_owned(), unescaped(value))).collect(),
        data,
    })
}

/// `##[name key=value;key=value]data` anywhere.
fn first_version(line: &str) -> Option<Command> {
    let (_, rest) = line.split_once("##[")?;
    let (head, data) = rest.split_once(']')?;
    let (name, properties) = named(head)?;
    let properties = properties.split(';').filter_map(|pair| pair.split_once('='));
    Some(Command {
        name,
        properties: properties.map(|(key, value)| (key.to_owned(), value.to_owned())).collect(),
        data: data.to_owned(),
    })
}

fn named(head: &str) -> Option<(String, &str)> {
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let name = name.to_ascii_lowercase();
    COMMANDS.contains(&name.as_str()).then_some((name, properties.trim()))
}

#[test]
fn the_oracle_knows_what_is_a_command() {
    for line in [
        "::error::x",
        "  ::Error file=a::x",
        "a ##[add-mask]b",
        "::stop-commands::zz",
        "a\r::error::x",
        "{\"a\": \"##[group]\"}",
    ] {
        assert_eq!(commands(line).len(), 1, "{line}");
    }
    for line in ["a ::error::x", "::elephant::x", "##[elephant]", r"##\u{5b}add-mask]a", "::error", "##[error"] {
        assert_eq!(commands(line), [], "{line}");
    }
    let command = &commands("::notice file=a%2Cb%253A,title=x%3Ay::1%0A2%250A")[0];
    assert_eq!(command.properties["file"], "a,b%3A");
    assert_eq!(command.properties["title"], "x:y");
    assert_eq!(command.data, "1\n2%0A");
}
