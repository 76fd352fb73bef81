//! Objects with very many members that nobody knows, and with members that stand many times.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use qingdan::{Checker, Lang};

/// Patterns of inputs, for so many members.
fn inputs(n: usize) -> Vec<(&'static str, String)> {
    let list = |member: &dyn Fn(usize) -> String| {
        (0..n).fold(String::new(), |mut text, i| {
            write!(text, "{}: 1, ", member(i)).unwrap();
            text
        })
    };
    let unknown = list(&|i| format!("\"k{i}\""));
    let near = list(&|i| format!("\"nam{}\"", char::from_u32(0x2_0000 + u32::try_from(i).unwrap()).unwrap()));
    let own = list(&|i| format!("\"v:k{i}\""));
    let same = format!("\"v:k{}\": 1, ", n - 1).repeat(n);
    let escaped = list(&|i| format!("\"\\u006b{i}\""));
    let name = "\"name\": \"b\", ".repeat(n);
    let header = r#""schema_version": "1.0", "title": "a", "division": "150625", "level": "county""#;
    let rest = r#""id": "a", "kind": "department", "name": "b""#;
    let body = |members: &str| format!("{{\"header\": {{{header}}}, \"organizations\": [{{{members}{rest}}}]}}");
    let extensions = |members: &str| {
        let members = members.trim_end().trim_end_matches(',');
        body(&format!("\"extensions\": {{{members}}}, "))
    };
    let nested = format!(
        "{{\"header\": {{{header}}}, \"licensing_items\": [{{\"id\": \"a\", \"name\": \"b\", \"item_level\": \"main\", \
         \"set_by\": [{{{unknown}\"title\": \"水法\"}}]}}]}}"
    );
    vec![
        ("document", format!("{{{unknown}\"header\": {{{header}}}}}")),
        ("header", format!("{{\"header\": {{{unknown}{header}}}}}")),
        ("record", body(&unknown)),
        ("nested", nested),
        ("line", format!("{{\"header\": {{{header}}}}}\n{{{unknown}\"organization\": {{{rest}}}}}")),
        ("mistyped", body(&near)),
        ("escaped", body(&escaped)),
        ("extensions", extensions(&own)),
        ("extensions, the last many times", extensions(&format!("{own}{same}"))),
        ("an unknown one many times", body(&format!("{unknown}{}", "\"k1\": 1, ".repeat(n)))),
        ("a known one many times behind many others", body(&format!("{unknown}{name}"))),
        ("a list many times", format!("{{{unknown}{}\"header\": {{{header}}}}}", "\"bundles\": [], ".repeat(n))),
    ]
}

#[test]
fn every_key_is_told_once_and_every_repeat_names_the_first() {
    let text = inputs(40).into_iter().find(|(name, _)| name.starts_with("extensions, the last")).unwrap().1;
    let report = Checker::new().check_bytes("x", text.as_bytes());
    let found: Vec<_> = report.findings().collect();
    assert_eq!(found.len(), 40);
    let first = u32::try_from(text.chars().take(text.find("\"v:k39\"").unwrap()).count() + 1).unwrap();
    assert!(found.iter().all(|finding| finding.code == "QD003" && finding.related[0].place.column == Some(first)));

    let text = inputs(40).into_iter().find(|(name, _)| name.starts_with("a known one")).unwrap().1;
    let report = Checker::new().check_bytes("x", text.as_bytes());
    let codes = |code: &str| report.findings().filter(|finding| finding.code == code).count();
    assert_eq!((codes("QD006"), codes("QD003")), (40, 40));
    let first = u32::try_from(text.find("\"name\"").unwrap() + 1).unwrap();
    let repeats = report.findings().filter(|finding| finding.code == "QD003");
    assert!(repeats.into_iter().all(|finding| finding.related[0].place.column == Some(first)));

    // A mistyped name among many is told what it may mean, in another case of letters too.
    for (written, meant) in [("naem", "name"), ("KIND", "kind"), ("credit_cod", "credit_code")] {
        let text = inputs(40)[2].1.replace("\"k7\"", &format!("\"{written}\""));
        let report = Checker::new().check_bytes("x", text.as_bytes());
        let said = format!("unknown field `{written}`; did you mean `{meant}`? What it holds was not checked");
        assert!(report.findings().any(|finding| finding.message(Lang::En) == said), "{said}");
    }
}

/// A hundred thousand members, in less than a second where it is built for release. Time is no test on a busy machine:
/// `cargo test --release --all-features --test tests -- --ignored keys`.
#[test]
#[ignore = "it measures time"]
fn time_grows_with_the_number_of_keys_and_no_faster() {
    let check = |text: &str| {
        let begin = Instant::now();
        let report = Checker::new().check_bytes("x", text.as_bytes());
        assert!(report.inputs.len() == 1);
        begin.elapsed()
    };
    for ((name, once), (_, twice)) in inputs(100_000).into_iter().zip(inputs(200_000)) {
        let (once, twice) = (check(&once), check(&twice));
        println!("{name}: {once:?}, twice as many: {twice:?}");
        assert!(twice < once * 3, "{name}: {once:?}, {twice:?}");
        assert!(once < Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 }), "{name}: {once:?}");
    }
}
