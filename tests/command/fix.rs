//! `qingdan fix`.

use std::fs;

use super::hostile::{HOSTILE, assert_harmless};
use super::{GOOD, feed, folder, run};

const HEADER: &str = r#"{"schema_version": "1.0", "title": "杭锦旗", "division": "150625", "level": "county"}"#;

/// A catalog with a slip of each class.
fn faulty() -> String {
    format!(
        r#"{{
  "header": {HEADER},
  "organizations": [
    {{
      "Name": "水利局 ",
      "id": "water",
      "kind": "department",
      "credit_code": "１１100000000013338W",
      "parent": null
    }}
  ]
}}
"#
    )
}

fn corrected() -> String {
    faulty().replace("Name", "name").replace("局 ", "局").replace("１１", "11").replace(",\n      \"parent\": null", "")
}

#[test]
fn first_it_is_shown_and_nothing_is_written() {
    let here = folder("fix-shown");
    fs::write(here.join("a.json"), faulty()).unwrap();
    let ran = run(&here, ["fix", "a.json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    let expected = r#"--- a.json
+++ a.json
@@ -2,11 +2,10 @@ /organizations/0/Name
   "header": {"schema_version": "1.0", "title": "杭锦旗", "division": "150625", "level": "county"},
   "organizations": [
     {
-      "Name": "水利局 ",
+      "name": "水利局",
       "id": "water",
       "kind": "department",
-      "credit_code": "１１100000000013338W",
-      "parent": null
+      "credit_code": "11100000000013338W"
     }
   ]
 }
a.json: 4 corrections: blanks around names 1, full-width characters of codes 1, members that are null 1, spelling of member names 1
nothing was written; add --write to write it
"#;
    assert_eq!(ran.out, expected);
    assert_eq!(fs::read_to_string(here.join("a.json")).unwrap(), faulty());
    let chinese = run(&here, ["fix", "a.json", "--lang", "zh"]).out;
    let last = "a.json：修正4处：名称首尾空白1处，编码中的全角字符1处，空值（null）1处，栏目名写法1处";
    let lines: Vec<&str> = chinese.lines().rev().take(2).collect();
    assert_eq!(lines, ["未写入文件；确认无误后加 --write 写入", last]);
}

#[test]
fn the_diff_is_one_that_patch_takes() {
    let here = folder("fix-patch");
    fs::write(here.join("a.json"), faulty()).unwrap();
    let diff = run(&here, ["fix", "a.json"]).out;
    // Worked out by the marks alone: what stays and what is new, in the place of what was.
    let mut lines: Vec<String> = faulty().split('\n').map(str::to_owned).collect();
    let mut at = 0;
    for line in diff.lines().skip(2).take_while(|line| !line.starts_with("a.json")) {
        if let Some(hunk) = line.strip_prefix("@@ ") {
            let new = hunk.split(' ').nth(1).unwrap().trim_start_matches('+');
            at = new.split(',').next().unwrap().parse::<usize>().unwrap() - 1;
        } else if let Some(line) = line.strip_prefix('-') {
            assert_eq!(lines.remove(at), line);
        } else if let Some(line) = line.strip_prefix('+') {
            lines.insert(at, line.to_owned());
            at += 1;
        } else {
            assert_eq!(Some(lines[at].as_str()), line.strip_prefix(' '));
            at += 1;
        }
    }
    assert_eq!(lines.join("\n"), corrected());
}

#[test]
fn written_is_the_whole_file_and_then_there_is_nothing_to_do() {
    let here = folder("fix-written");
    fs::write(here.join("a.json"), faulty()).unwrap();
    fs::write(here.join("b.json"), GOOD).unwrap();
    let ran = run(&here, ["fix", "--write", "a.json", "b.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert!(
        ran.err.starts_with("a.json: 4 corrections: ") && ran.err.ends_with("b.json: nothing to correct\n"),
        "{ran:?}"
    );
    assert_eq!(fs::read_to_string(here.join("a.json")).unwrap(), corrected());
    assert_eq!(fs::read_to_string(here.join("b.json")).unwrap(), GOOD);
    assert_eq!(fs::read_dir(&here).unwrap().count(), 2, "nothing is left beside");
    let again = run(&here, ["fix", "a.json", "b.json"]);
    assert_eq!((again.code, again.out.lines().count()), (Some(0), 2), "{again:?}");
}

#[test]
fn standard_input_goes_to_standard_output() {
    let here = folder("fix-piped");
    let marked = format!("\u{feff}{}", faulty());
    let ran = feed(&here, &["fix", "-", "--write"], marked.as_bytes());
    assert_eq!((ran.code, ran.out), (Some(0), format!("\u{feff}{}", corrected())));
    let clean = feed(&here, &["fix", "-", "--write"], GOOD.as_bytes());
    assert_eq!((clean.code, clean.out.as_str()), (Some(0), GOOD));
    let shown = feed(&here, &["fix", "-"], faulty().as_bytes());
    assert!(shown.code == Some(1) && shown.out.starts_with("--- <stdin>\n"), "{shown:?}");
    let both = feed(&here, &["fix", "-", "--write", "--format", "json"], faulty().as_bytes());
    assert_eq!((both.code, both.out.as_str()), (Some(2), ""));
    let broken = feed(&here, &["fix", "-", "--write"], b"{\"header\": ");
    assert_eq!((broken.code, broken.out.as_str()), (Some(2), ""));
    assert_eq!(broken.err, "<stdin>:1:12: the file was left alone: it is not JSON\n");
}

#[test]
fn classes_are_chosen_and_order_is_asked_for() {
    let here = folder("fix-classes");
    fs::write(here.join("a.json"), faulty()).unwrap();
    let only = run(&here, ["fix", "a.json", "--only", "nulls,width"]).out;
    assert!(
        only.contains("\na.json: 2 corrections: full-width characters of codes 1, members that are null 1\n"),
        "{only}"
    );
    let order = run(&here, ["fix", "a.json", "--only", "spelling", "--order", "--lang", "zh"]).out;
    assert!(order.contains("\n-[\"name\",\"id\",\"kind\",\"credit_code\",\"parent\"]\n+[\"id\",\"name\","), "{order}");
    let wrong = run(&here, ["fix", "a.json", "--only", "name", "--lang", "zh"]);
    assert!(wrong.code == Some(2) && wrong.err.contains("blanks、width、nulls、spelling、order"), "{wrong:?}");
}

#[test]
fn of_a_long_line_what_stands_around_is_shown() {
    let here = folder("fix-long");
    let many = |name: &str| format!(r#"{{"id":"a","name":"{name}","kind":"department"}},"#);
    let text = format!(
        r#"{{"header":{HEADER},"organizations":[{}{}{}]}}"#,
        many("甲").repeat(60),
        many("乙 "),
        many("丙").repeat(60)
    );
    fs::write(here.join("a.json"), text.replace("},]", "}]")).unwrap();
    let ran = run(&here, ["fix", "a.json"]);
    let expected = r#"--- a.json
+++ a.json
@@ -1 +1 @@ /organizations/60/name
-…","kind":"department"},{"id":"a","name":"乙 ","kind":"department"},{"id":"a","name":"…
+…","kind":"department"},{"id":"a","name":"乙","kind":"department"},{"id":"a","name":"…
a.json: 1 correction: blanks around names 1
nothing was written; add --write to write it
"#;
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), expected));
}

#[test]
fn long_and_short_lines_stand_side_by_side() {
    let here = folder("fix-lines");
    let line = |id: &str, name: &str, note: &str| {
        format!(
            r#"{{"organization": {{"id": "{id}", "name": "{name}", "kind": "department", "aliases": ["{note}"]}}}}"#
        )
    };
    let long = line("b", "乙 ", &"长".repeat(200));
    let lines = [
        format!(r#"{{"header": {HEADER}}}"#),
        line("a", "甲", "1"),
        long.clone(),
        line("c", "丙 ", "3"),
        line("d", "丁", "4"),
        line("e", "戊 ", "5"),
    ];
    fs::write(here.join("a.ndjson"), lines.join("\n")).unwrap();
    let ran = run(&here, ["fix", "a.ndjson"]);
    let near = r#""kind": "department", "aliases": ["长长长…"#;
    let expected = format!(
        r#"--- a.ndjson
+++ a.ndjson
@@ -3 +3 @@ /organization/name
-{{"organization": {{"id": "b", "name": "乙 ", {near}
+{{"organization": {{"id": "b", "name": "乙", {near}
@@ -4,3 +4,3 @@ /organization/name
-{}
+{}
 {}
-{}
\ No newline at end of file
+{}
\ No newline at end of file
a.ndjson: 3 corrections: blanks around names 3
nothing was written; add --write to write it
"#,
        lines[3],
        lines[3].replace("丙 ", "丙"),
        lines[4],
        lines[5],
        lines[5].replace("戊 ", "戊"),
    );
    assert_eq!(ran.out, expected);
}

#[test]
fn what_cannot_be_done_is_said_and_the_rest_is_done() {
    let here = folder("fix-cannot");
    fs::write(here.join("a.json"), faulty()).unwrap();
    fs::write(here.join("broken.json"), "{\"header\": {},}").unwrap();
    fs::write(here.join("gb.json"), b"{\"header\": \"\xb8\xc5\xc4\xee\"}").unwrap();
    let twice = faulty().replace("\"parent\": null", "\"id\": \"a\"");
    fs::write(here.join("twice.json"), &twice).unwrap();
    let ran = run(&here, ["fix", "--write", "a.json", "broken.json", "gb.json", "missing.json", "twice.json", "."]);
    assert_eq!(ran.code, Some(2), "{ran:?}");
    for said in [
        "broken.json:1:14: the file was left alone: it is not JSON\n",
        "gb.json: the file was left alone: it is not UTF-8\n",
        "twice.json:9:7: the record was left alone: a member name stands twice in it\n",
        "cannot read missing.json",
        "cannot read .",
    ] {
        assert!(ran.err.contains(said), "{said}: {ran:?}");
    }
    assert_eq!(fs::read_to_string(here.join("a.json")).unwrap(), corrected());
    assert_eq!(fs::read_to_string(here.join("twice.json")).unwrap(), twice);
    // A record that is left alone is told; whether it is right is for `check` to say.
    assert_eq!(run(&here, ["fix", "twice.json"]).code, Some(0));
    assert_eq!(run(&here, ["fix", "a.json", "--max-bytes", "9"]).code, Some(2));
}

#[cfg(unix)]
#[test]
fn a_file_that_must_not_be_written_stays() {
    use std::os::unix::fs::PermissionsExt as _;

    let here = folder("fix-read-only");
    fs::write(here.join("a.json"), faulty()).unwrap();
    fs::set_permissions(here.join("a.json"), fs::Permissions::from_mode(0o444)).unwrap();
    // Root may write to any file.
    if fs::OpenOptions::new().write(true).open(here.join("a.json")).is_err() {
        let ran = run(&here, ["fix", "--write", "a.json"]);
        assert!(ran.code == Some(2) && ran.err.contains("cannot write a.json"), "{ran:?}");
        assert_eq!(fs::read_to_string(here.join("a.json")).unwrap(), faulty());
    }
}

#[test]
fn json_says_the_same() {
    let here = folder("fix-json");
    fs::write(here.join("a.json"), faulty()).unwrap();
    let ran = run(&here, ["fix", "a.json", "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    let told: qingdan::fix::Fixes = serde_json::from_str(&ran.out).unwrap();
    let fixes: Vec<(&str, u32, u32, &str, &str)> = told.inputs[0]
        .fixes
        .iter()
        .map(|fix| {
            let (line, column) = (fix.place.line.unwrap(), fix.place.column.unwrap());
            (fix.class.as_str(), line, column, fix.before.as_str(), fix.after.as_str())
        })
        .collect();
    let expected = [
        ("spelling", 5, 7, "\"Name\"", "\"name\""),
        ("blanks", 5, 15, "\"水利局 \"", "\"水利局\""),
        ("width", 8, 22, "\"１１100000000013338W\"", "\"11100000000013338W\""),
        ("nulls", 9, 7, "\"parent\": null", ""),
    ];
    assert_eq!(fixes, expected);
}

#[test]
fn nothing_hostile_is_printed() {
    let here = folder("fix-hostile");
    for (number, value) in HOSTILE.iter().enumerate() {
        let name = serde_json::to_string(&format!("{value} ")).unwrap();
        // Raw where JSON may hold it so.
        let raw = format!("\"{} \"", value.replace(|c: char| u32::from(c) < 0x20, " ").replace(['\\', '"'], ""));
        for (spread, name) in [(true, &name), (true, &raw), (false, &name), (false, &raw)] {
            let mut text = faulty().replace("\"水利局 \"", name).replace("\"water\"", &format!("\"{number}\""));
            if !spread {
                text = text.replace('\n', " ");
            }
            fs::write(here.join("a.json"), text).unwrap();
            for args in [
                &["fix", "a.json"][..],
                &["fix", "a.json", "--order"],
                &["fix", "a.json", "--format", "json"],
                &["fix", "a.json", "--write"],
            ] {
                let ran = run(&here, args);
                assert_harmless(&ran.out, value);
                assert_harmless(&ran.err, value);
                assert!(matches!(ran.code, Some(0 | 1)), "{ran:?}");
            }
        }
    }
}
