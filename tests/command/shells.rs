//! `qingdan completions` and `qingdan man`: whatever the help lists is in them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::{folder, run};

/// A command below `qingdan`, and its long options, as its help shows them.
struct Shown {
    path: Vec<String>,
    options: BTreeSet<String>,
}

/// All commands, found by their help.
fn commands(here: &Path, path: &[&str], found: &mut Vec<Shown>) {
    let help = run(here, path.iter().copied().chain(["--help", "--lang", "en"])).out;
    // What is said of an option stands after two blanks, or on lines of its own.
    let words = |line: &str| {
        let names = line.trim_start().split("  ").next().unwrap();
        names.split([' ', ',', '=']).map(str::to_owned).collect::<Vec<_>>()
    };
    let is_option =
        |line: &&str| line.starts_with("  ") && !line.starts_with("       ") && line.trim_start().starts_with('-');
    let lines: Vec<&str> = help.lines().filter(is_option).collect();
    let options = lines.iter().flat_map(|line| words(line)).filter(|word| word.starts_with("--")).collect();
    found.push(Shown { path: path.iter().map(|&part| part.to_owned()).collect(), options });
    let listed = help.split_once("\nCommands:\n").map_or("", |(_, rest)| rest.split("\n\n").next().unwrap());
    for line in listed.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   ")) {
        let name = line.split_whitespace().next().unwrap();
        if name != "help" {
            commands(here, &[path, &[name]].concat(), found);
        }
    }
}

fn all_commands(here: &Path) -> Vec<Shown> {
    let mut found = Vec::new();
    commands(here, &[], &mut found);
    assert!(found.len() > 15 && found.iter().any(|shown| shown.path == ["law", "build"]), "{}", found.len());
    assert!(found.iter().all(|shown| shown.options.contains("--help")));
    found
}

#[test]
fn completions_know_every_command_and_every_option() {
    let here = folder("completions");
    let commands = all_commands(&here);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        for lang in ["zh", "en"] {
            let ran = run(&here, ["completions", shell, "--lang", lang]);
            assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{shell}");
            for shown in &commands {
                if let Some(name) = shown.path.last() {
                    assert!(ran.out.contains(name.as_str()), "{shell} {name}");
                }
                for option in &shown.options {
                    // fish names options without their hyphens.
                    let bare = format!("-l {}", option.trim_start_matches('-'));
                    assert!(ran.out.contains(option.as_str()) || ran.out.contains(&bare), "{shell} {option}");
                }
            }
            // What clap says in English, and the values of options, are in the language asked for.
            let english = ["Print help", "Print version", "For people", "For programs", "One page"];
            let said: Vec<&&str> = english.iter().filter(|words| ran.out.contains(**words)).collect();
            assert!(lang == "en" || said.is_empty(), "{shell} {said:?}");
        }
    }
    let ran = run(&here, ["completions", "csh"]);
    assert_eq!(ran.code, Some(2));
}

#[test]
fn every_command_has_a_page_with_every_option() {
    let here = folder("man");
    let commands = all_commands(&here);
    for lang in ["zh", "en"] {
        let pages = here.join(lang);
        let ran = run(&here, ["man", lang, "--lang", lang]);
        assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
        assert!(ran.err.contains(&commands.len().to_string()), "{}", ran.err);
        let written = fs::read_dir(&pages).unwrap().count();
        assert_eq!(written, commands.len());
        for shown in &commands {
            let name = [&["qingdan".to_owned()], &shown.path[..]].concat().join("-");
            let page = fs::read_to_string(pages.join(format!("{name}.1"))).unwrap();
            let title = page.lines().find(|line| line.starts_with(".TH ")).unwrap();
            assert!(title.starts_with(&format!(".TH {name} 1 ")), "{title}");
            assert!(title.contains(&format!("\"qingdan {}\"", env!("CARGO_PKG_VERSION"))), "{title}");
            for option in &shown.options {
                assert!(page.contains(&option.replace('-', "\\-")), "{name} {option}");
            }
            let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
            let first = if lang == "zh" { ["名称", "用法", "说明"] } else { ["NAME", "SYNOPSIS", "DESCRIPTION"] };
            assert_eq!(headings[..3], first, "{name}");
            if lang == "zh" {
                assert!(headings.iter().all(|heading| !heading.is_ascii()), "{name} {headings:?}");
                for english in
                    ["Possible values", "possible values", "default: ", "Print help", "For people", "One page"]
                {
                    assert!(!page.contains(english), "{name} {english}");
                }
            }
        }
        assert_eq!(run(&here, ["man", "--lang", lang]).out, fs::read_to_string(pages.join("qingdan.1")).unwrap());
    }
    // A folder that cannot be made.
    fs::write(here.join("file"), "").unwrap();
    let ran = run(&here, ["man", "file/below"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
}
