//! Hostile data: nothing on which a terminal or a CI system would act is ever printed.

use std::fs;

use super::{Ran, folder, run};
use crate::writers::runner::commands;

/// Whether the GitHub runner would act on a line.
fn acts(line: &str) -> bool {
    !commands(line).is_empty()
}

#[test]
fn the_oracle_knows_commands() {
    for line in ["::error::x", "  ::error file=a::x", "a ##[add-mask]b", "::stop-commands::zz"] {
        assert!(acts(line), "{line}");
    }
    for line in ["a ::error::x", "::elephant::x", "##[elephant]", r"##\u{5b}add-mask]a", "13 | ::error::x"] {
        assert!(!acts(line), "{line}");
    }
}

pub(super) fn assert_harmless(text: &str, case: &str) {
    for c in text.chars() {
        let bad = matches!(c, '\u{0}'..='\u{9}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        assert!(!bad, "{case}: U+{:04X} in {text:?}", u32::from(c));
    }
    for line in text.lines() {
        assert!(!acts(line), "{case}: the runner would act on {line:?}");
        for other in ["##vso[", "##teamcity["] {
            assert!(!line.contains(other), "{case}: {line:?}");
        }
    }
}

pub(super) const HOSTILE: &[&str] = &[
    "\u{1b}[31mred",
    "\u{7}bell",
    "a\rb",
    "a\nb",
    "a\n::error::x",
    "a\n::stop-commands::zz",
    "\u{9b}31m",
    "\u{85}::error::x",
    "\u{202e}gnp",
    "\u{200b}",
    "\u{2028}::error::x",
    "::error::x",
    " ::warning file=a::x",
    "##[add-mask]a",
    "x##[group]y",
    "##vso[task.setvariable variable=a]b",
    "##teamcity[message text='a']",
    "###[error]a",
    "\u{feff}::error::x",
    "a\tb",
    "\u{7f}",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]8;;http://example.org\u{1b}\\",
    "％0A",
    "%0A::error::x",
    "\u{2066}a\u{2069}",
];

/// Catalogs that hold a text everywhere a text can stand, so that it comes into messages, names, paths and excerpts.
fn catalogs(text: &str) -> Vec<Vec<u8>> {
    let quoted = serde_json::to_string(text).unwrap();
    let header = r#""header": {"schema_version": "1.0", "title": TEXT, "division": TEXT, "level": TEXT}"#;
    let good = r#""header": {"schema_version": "1.0", "title": TEXT, "division": "150625", "level": "county"}"#;
    let patterns = [
        format!("{{{header}}}"),
        format!(
            "{{{good}, TEXT: 1, \"organizations\": [{{\"id\": TEXT, \"name\": TEXT, \"kind\": TEXT, TEXT: TEXT}}]}}"
        ),
        format!(
            "{{{good}, \"organizations\": [{{\"id\": \"a\", \"name\": TEXT, \"kind\": \"department\", \"parent\": \"b\", \"extensions\": {{\"x:y\": {{TEXT: 1,\n TEXT: 2}}}}}}, {{\"id\": \"a\", \"name\": TEXT, \"kind\": \"department\", \"credit_code\": TEXT}}]}}"
        ),
        format!(
            "{{{good}}}\n{{TEXT: 1}}\n{{\"organization\": {{\"id\": TEXT, \"name\": 5, \"kind\": \"department\"}}}}\n"
        ),
        "{\"header\": {\"schema_version\": TEXT, \"title\": \"a\", \"division\": \"150625\", \"level\": \"county\"}}"
            .to_owned(),
    ];
    let mut catalogs: Vec<Vec<u8>> =
        patterns.iter().map(|pattern| pattern.replace("TEXT", &quoted).into_bytes()).collect();
    // Not written as JSON writes it, but as it is.
    catalogs.extend(patterns.iter().map(|pattern| pattern.replace("TEXT", &format!("\"{text}\"")).into_bytes()));
    catalogs.push(text.as_bytes().to_vec());
    catalogs.push([text.as_bytes(), b"\xff\xfe\x1b[31m", text.as_bytes()].concat());
    catalogs
}

#[test]
fn hostile_data_prints_nothing_on_which_anybody_acts() {
    let here = folder("hostile");
    for (number, text) in HOSTILE.iter().enumerate() {
        let mut names = Vec::new();
        for (pattern, catalog) in catalogs(text).iter().enumerate() {
            let name = format!("{number}-{pattern}.json");
            fs::write(here.join(&name), catalog).unwrap();
            names.push(name);
        }
        for (format, lang) in [("human", "zh"), ("human", "en"), ("json", "zh")] {
            let options = ["check", "--as-of", "2026-11-23", "--format", format, "--lang", lang].map(str::to_owned);
            let ran = run(&here, options.iter().chain(&names));
            assert_eq!(ran.code, Some(1), "{text:?}: {ran:?}");
            assert_harmless(&ran.out, &format!("{format} {lang} {text:?}"));
            assert_harmless(&ran.err, &format!("{format} {lang} {text:?}, standard error"));
            if format == "json" {
                // The meaning is kept all the same.
                let report: qingdan::Report = serde_json::from_str(&ran.out).unwrap();
                let title = report.inputs.iter().find_map(|input| input.title.as_deref());
                assert_eq!(title, Some(*text));
            }
        }
        for name in &names {
            let ran = run(&here, ["convert", name]);
            assert_harmless(&ran.out, &format!("convert {text:?}"));
            assert_harmless(&ran.err, &format!("convert {text:?}, standard error"));
        }
    }
}

#[test]
fn hostile_arguments_and_file_names_are_echoed_harmless() {
    let here = folder("hostile-names");
    for text in HOSTILE {
        let mut all = vec![
            run(&here, ["check", text, "--lang", "zh"]),
            run(&here, ["check", "a", &format!("--{text}")]),
            run(&here, ["check", "a", "--as-of", text]),
            run(&here, ["check", "a", "--select", text]),
            run(&here, ["check", "a", "--lang", text]),
            run(&here, ["check", "a", "--format", text]),
            run(&here, ["check", "a", "--max-bytes", text]),
            run(&here, ["schema", text]),
            run(&here, ["schema", "--all-to", &format!("/dev/null/{text}")]),
            run(&here, ["explain", text]),
            run(&here, ["convert", text, "-o", text]),
            run(&here, [text]),
        ];
        for ran in &all {
            assert_eq!(ran.code, Some(2), "{text:?}: {ran:?}");
        }
        if !text.contains('/') && cfg!(unix) {
            let name = format!("{text}.json");
            fs::write(here.join(&name), super::BAD).unwrap();
            for args in [vec!["check", &name], vec!["check", &name, "--format", "json"], vec!["convert", &name]] {
                let ran = run(&here, args);
                assert_eq!(ran.code, Some(1), "{text:?}: {ran:?}");
                all.push(ran);
            }
            all.push(run(&here, ["check", "."]));
            fs::write(here.join(&name), "{}").unwrap();
            all.push(run(&here, ["check", "."]));
            fs::remove_file(here.join(&name)).unwrap();
        }
        for Ran { out, err, .. } in &all {
            assert_harmless(out, &format!("{text:?}"));
            assert_harmless(err, &format!("{text:?}, standard error"));
        }
    }
}

#[test]
fn nothing_printed_is_endless() {
    let here = folder("endless");
    let long = "长".repeat(100_000);
    for (number, catalog) in catalogs(&long).iter().enumerate() {
        let name = format!("{number}.json");
        fs::write(here.join(&name), catalog).unwrap();
        for lang in ["zh", "en"] {
            let ran = run(&here, ["check", &name, "--lang", lang]);
            let longest = ran.out.lines().map(|line| line.chars().count()).max().unwrap_or(0);
            assert!(longest <= 4096, "{name} {lang}: a line of {longest} characters");
        }
    }
}
