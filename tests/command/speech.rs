//! The language, what is said of wrong arguments, and which rules are selected by what.

use super::{BAD, GOOD, command, finish, folder, run};
use std::fs;

#[test]
fn wrong_arguments_are_told_in_both_languages() {
    let here = folder("speech");
    fs::write(here.join("a.json"), GOOD).unwrap();
    let cases: &[(&[&str], &str, &str)] = &[
        (&["check", "a.json", "--no-such"], "没有参数 --no-such", "unexpected argument '--no-such'"),
        (&["check", "a.json", "--formt", "json"], "是否为 --format？", "similar argument exists: '--format'"),
        (&["check", "a.json", "--format"], "缺少值，可取值：human、concise、json", "a value is required"),
        (
            &["check", "a.json", "--format", "pdf"],
            "无效；可取值：human、concise、json",
            "possible values: human, concise, json",
        ),
        (&["convert"], "缺少必需的参数：<FILE>", "required arguments were not provided"),
        (&["check", "a.json", "--select", "QDA"], "没有这样的规则", "names no rule"),
        (
            &["check", "a.json", "--ignore", "impossible-dat"],
            "是否为 impossible-date？",
            "did you mean `impossible-date`?",
        ),
        (&["check", "a.json", "--as-of", "2026-02-30"], "应为确有的日期", "invalid value '2026-02-30'"),
        (&["check", "a.json", "--max-bytes", "x"], "应为不小于 0 的整数", "invalid digit"),
        (&["check", "a.json", "--as-of", "2026-01-01", "--as-of", "2026-01-02"], "只能写一次", "multiple times"),
        (&["schema", "document", "--all-to", "x"], "不能与", "cannot be used with"),
        (&["no-such"], "没有命令 no-such", "unrecognized subcommand"),
        (&["figurs", "a.json"], "没有命令 figurs，是否为 figures？", "similar subcommand exists: 'figures'"),
    ];
    for (args, zh, en) in cases {
        for (lang, expected) in [("zh_CN.UTF-8", zh), ("en_US.UTF-8", en)] {
            let ran = finish(command(&here).args(*args).env("LANG", lang));
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}: {ran:?}");
            assert!(ran.err.contains(expected), "{args:?} {lang}: {}", ran.err);
            if lang.starts_with("zh") {
                assert!(ran.err.starts_with("错误：") && !ran.err.contains("Usage"), "{}", ran.err);
            }
        }
    }
    // The option goes before the surroundings, also where something else is wrong.
    let ran = run(&here, ["check", "a.json", "--no-such", "--lang", "zh"]);
    assert!(ran.err.starts_with("错误："), "{}", ran.err);
    let ran = finish(command(&here).args(["check", "a.json", "--no-such", "--lang=en"]).env("LC_ALL", "zh_CN"));
    assert!(ran.err.starts_with("error:"), "{}", ran.err);
}

#[test]
fn help_is_in_both_languages() {
    let here = folder("speech-help");
    for args in [
        &["--help"][..],
        &["check", "--help"],
        &["check", "-h"],
        &["figures", "--help"],
        &["delegations", "--help"],
        &["schema", "--help"],
        &["rules", "--help"],
        &["explain", "--help"],
        &["law", "--help"],
        &["law", "build", "--help"],
        &["convert", "--help"],
    ] {
        let zh = finish(command(&here).args(args).env("LANG", "zh_CN.UTF-8"));
        assert_eq!((zh.code, zh.err.as_str()), (Some(0), ""), "{args:?}");
        for word in ["Usage", "Options", "Print", "default:", "possible", "Possible", ": For "] {
            assert!(!zh.out.contains(word), "{args:?} {word}: {}", zh.out);
        }
        assert!(zh.out.contains("用法：qingdan") && zh.out.contains("选项："), "{args:?}: {}", zh.out);
        let en = run(&here, args);
        assert!(!en.out.contains("用法") && en.out.contains("Usage: qingdan"), "{args:?}: {}", en.out);
    }
}

#[test]
fn rules_are_selected_by_name_too() {
    let here = folder("speech-names");
    fs::write(here.join("bad.json"), BAD).unwrap();
    for (args, code) in [
        (["--ignore", "shape"], 0),
        (["--ignore", " Shape ,dangling-reference"], 0),
        (["--select", "shape"], 1),
        (["--select", "duplicate-id"], 0),
        (["--select", "qd0"], 1),
        (["--ignore", "QD005"], 0),
        (["--ignore", "no-rule-is-called-so"], 2),
    ] {
        let ran = run(&here, ["check", "bad.json"].into_iter().chain(args));
        assert_eq!(ran.code, Some(code), "{args:?}: {ran:?}");
    }
}

/// The verdict of warnings: none of them is an error.
#[test]
fn warnings_alone_are_no_failure() {
    let here = folder("speech-warnings");
    fs::write(here.join("a.json"), GOOD.replace("杭锦旗水利局", "水利局\u{3000}")).unwrap();
    let ran = run(&here, ["check", "a.json"]);
    assert!(ran.out.contains("warning[QD010]") && !ran.out.contains("error["), "{}", ran.out);
    assert_eq!(ran.code, Some(0), "{ran:?}");
}
