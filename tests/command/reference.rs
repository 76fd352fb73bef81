//! The reference of the rules: `qingdan rules --format markdown`, `docs/rules.md` and `docs/rules.zh.md`, read by a
//! Markdown parser that is not ours.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use qingdan::print::printable;
use qingdan::rule::{Bilingual, EXAMPLE_HEADER, EXAMPLE_PARAMETERS, Rule};
use qingdan::rules::{self, FAMILY_TITLES};
use qingdan::writer::rules::write_section;
use qingdan::{Checker, Lang, RuleCode};

use super::{folder, run};

const PAGES: [(Lang, &str); 2] =
    [(Lang::En, include_str!("../../docs/rules.md")), (Lang::Zh, include_str!("../../docs/rules.zh.md"))];

#[test]
fn the_pages_of_the_rules_are_what_the_command_prints() {
    let here = folder("reference");
    for (lang, page) in PAGES {
        let ran = run(&here, ["rules", "--format", "markdown", "--lang", &lang.to_string()]);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        assert!(ran.out == page, "run `cargo run --all-features --example regenerate`");
    }
}

fn parse(page: &str) -> impl Iterator<Item = Event<'_>> {
    Parser::new_ext(page, Options::all() - Options::ENABLE_SMART_PUNCTUATION)
}

/// A heading with the name of its anchor.
#[derive(Debug, Default, PartialEq, Eq)]
struct Heading {
    anchor: Option<String>,
    text: String,
}

/// The headings of a page; asserts that it holds no HTML but their anchors.
fn headings(page: &str) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let mut is_inside = false;
    for event in parse(page) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                headings.push(Heading::default());
                is_inside = true;
            }
            Event::End(TagEnd::Heading(_)) => is_inside = false,
            Event::Text(text) | Event::Code(text) if is_inside => headings.last_mut().unwrap().text.push_str(&text),
            Event::InlineHtml(html) => {
                assert!(is_inside, "{html}");
                let anchor = html.strip_prefix("<a name=\"").and_then(|rest| rest.strip_suffix("\">"));
                match anchor {
                    Some(anchor) => headings.last_mut().unwrap().anchor = Some(anchor.to_owned()),
                    None => assert_eq!(&*html, "</a>"),
                }
            }
            Event::Html(html) => panic!("{html}"),
            _ => {}
        }
    }
    headings
}

fn links(page: &str) -> Vec<String> {
    let target = |event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
        _ => None,
    };
    parse(page).filter_map(target).collect()
}

#[test]
fn the_contents_link_every_rule_and_every_link_leads_somewhere() {
    for (lang, page) in PAGES {
        let headings = headings(page);
        let anchors: Vec<&str> = headings.iter().filter_map(|heading| heading.anchor.as_deref()).collect();
        let links = links(page);
        let linked: Vec<&str> = links.iter().filter_map(|link| link.strip_prefix('#')).collect();
        assert_eq!(anchors.iter().collect::<BTreeSet<_>>().len(), anchors.len(), "an anchor stands twice");
        assert_eq!(linked.iter().collect::<BTreeSet<_>>(), anchors.iter().collect());
        for rule in rules::all() {
            let anchor = rule.code.to_string().to_ascii_lowercase();
            assert!(linked.contains(&anchor.as_str()), "{anchor}");
            let of_rule: Vec<&Heading> =
                headings.iter().filter(|heading| heading.anchor.as_deref() == Some(anchor.as_str())).collect();
            let title = rule.title.text(lang).replace('`', "");
            assert_eq!(
                of_rule.iter().map(|heading| &heading.text).collect::<Vec<_>>(),
                [&format!("{} {title}", rule.code)]
            );
        }
        let others: Vec<&String> = links.iter().filter(|link| !link.starts_with('#')).collect();
        assert_eq!(others, [if lang == Lang::Zh { "rules.md" } else { "rules.zh.md" }]);
    }
}

#[test]
fn a_section_says_all_that_is_known_of_its_rule() {
    for (lang, page) in PAGES {
        for rule in rules::all() {
            let (code, section) = (rule.code, section_in(page, rule));
            let text: String = parse(section)
                .filter_map(|event| match event {
                    Event::Text(text) | Event::Code(text) => Some(text.to_string()),
                    _ => None,
                })
                .collect();
            // Labels are set apart, whatever punctuation follows them.
            assert!(!text.contains("**"), "{code} {lang}: {text}");
            let mut expected = vec![rule.name.to_owned(), rule.since.to_owned()];
            expected.extend([rule.unit, rule.help].map(|said| said.text(lang).replace('`', "")));
            expected.extend(rule.citations.iter().map(ToString::to_string));
            let day = |day: &str| match lang {
                Lang::Zh => day.parse::<qingdan::model::Date>().unwrap().in_chinese(),
                Lang::En => day.to_owned(),
            };
            expected.extend(rule.period.map(|period| day(period.from)));
            expected.extend(rule.fields().map(|field| field.to_string()));
            let headings = match lang {
                Lang::Zh => ["检查什么", "为什么", "怎么改", "反例", "正例"],
                Lang::En => ["What it checks", "Why it matters", "How to fix it", "Bad example", "Good example"],
            };
            expected.extend(headings.map(str::to_owned));
            expected.push(if lang == Lang::Zh { rule.severity.title_zh() } else { rule.severity.as_str() }.to_owned());
            expected.push(if lang == Lang::Zh { rule.aspect.title_zh() } else { rule.aspect.as_str() }.to_owned());
            for part in expected {
                assert!(text.contains(&part), "{code} {lang} does not say {part}:\n{section}");
            }
        }
    }
}

/// A rule that does not run must not look as if it did.
#[test]
fn no_announced_rule_is_described() {
    for (lang, page) in PAGES {
        let (built, announced) = page.split_once("\n## <a name=\"not-built\"></a>").unwrap();
        for planned in rules::PLANNED {
            let (code, name) = (planned.code.to_string(), format!("`{}`", planned.name));
            assert!(!built.contains(&code) && !built.contains(&name), "{code}");
            let rows: Vec<&str> = announced.lines().filter(|line| line.contains(&code)).collect();
            let [row] = rows.as_slice() else { panic!("{rows:?}") };
            let title = planned.title.text(lang);
            assert!(row.replace('\\', "").starts_with(&format!("| {code} | {title} | {name} | ")), "{row}");
            // Code, title, name, severity and aspect, and no more.
            assert_eq!(row.matches('|').count(), 6, "{row}");
        }
        assert!(!announced.contains("\n### "));
    }
}

#[test]
fn the_counts_add_up() {
    for (_, page) in PAGES {
        let counts = |line: &str| -> Option<(usize, usize)> {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            let [_, _, built, announced, _] = cells.as_slice() else { return None };
            Some((built.parse().ok()?, announced.parse().ok()?))
        };
        let mut rows: Vec<(usize, usize)> = page.lines().filter_map(counts).collect();
        assert_eq!(rows.pop(), Some((rules::all().count(), rules::PLANNED.len())));
        assert_eq!(rows.len(), FAMILY_TITLES.len());
        for ((digit, _), counted) in FAMILY_TITLES.iter().zip(&rows) {
            let built = rules::all().filter(|rule| rule.code.family() == *digit).count();
            let announced = rules::PLANNED.iter().filter(|rule| rule.code.family() == *digit).count();
            assert_eq!((built, announced), *counted, "QD{digit}");
        }
    }
}

/// The section of a rule.
fn section_in<'a>(page: &'a str, rule: &Rule) -> &'a str {
    let anchor = rule.code.to_string().to_ascii_lowercase();
    let mut sections = page.split("\n### ").flat_map(|part| part.split("\n## "));
    sections.find(|section| section.starts_with(&format!("<a name=\"{anchor}\"></a>"))).unwrap()
}

/// The examples in JSON of a section, and the places named below each.
fn examples(section: &str) -> Vec<(String, Vec<String>)> {
    let mut examples: Vec<(String, Vec<String>)> = Vec::new();
    let (mut is_inside, mut is_of_json, mut are_places) = (false, false, false);
    for event in parse(section) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                (is_inside, is_of_json) = (true, &*language == "json");
                if is_of_json {
                    examples.push(Default::default());
                }
            }
            Event::Text(text) if is_inside && is_of_json => examples.last_mut().unwrap().0.push_str(&text),
            Event::End(TagEnd::CodeBlock) => is_inside = false,
            Event::Text(text) if text.starts_with("Found at") || text.starts_with("发现于") => are_places = true,
            Event::Code(at) if are_places && is_of_json => examples.last_mut().unwrap().1.push(at.to_string()),
            Event::End(TagEnd::Paragraph) => are_places = false,
            _ => {}
        }
    }
    examples
}

/// The examples, as somebody would copy them from the page.
#[test]
fn examples_copied_from_the_page_give_what_it_says() {
    let checker = Checker::new().as_of("2026-11-23".parse().unwrap());
    let checker = EXAMPLE_PARAMETERS.iter().cloned().fold(checker, Checker::parameter);
    for (_, page) in PAGES {
        let mut not_json = Vec::new();
        for rule in rules::all() {
            let examples = examples(section_in(page, rule));
            if examples.len() < 2 {
                not_json.push(rule.code.number());
                continue;
            }
            for ((shown, places), example) in examples.into_iter().zip(rule.examples()) {
                // Of two catalogs, or with what is set aside or known.
                let beside = [example.superior, example.previous, example.suppressions, example.baseline];
                if beside.iter().any(Option::is_some) {
                    continue;
                }
                assert!(shown.lines().count() <= 80, "{}: too long to be read", rule.code);
                let text = if shown.contains("\"header\"") {
                    shown
                } else {
                    format!("{{{EXAMPLE_HEADER}, {}", shown.trim_start_matches('{'))
                };
                let report = checker.check_bytes("example", text.as_bytes());
                let found: Vec<String> = report.findings().map(|finding| finding.place.pointer.to_string()).collect();
                assert!(report.findings().all(|finding| finding.code == rule.code), "{}: {text}", rule.code);
                let is_there = |(found, said): (&String, &String)| {
                    said.strip_suffix('…').map_or(found == said, |cut| found.starts_with(cut))
                };
                assert!(found.len() == places.len() && found.iter().zip(&places).all(is_there), "{found:?} {places:?}");
            }
        }
        // The bad ones of these are no JSON, or no UTF-8.
        assert_eq!(not_json, [1, 2]);
        let bad = rules::all().filter(|rule| examples(section_in(page, rule)).iter().any(|(_, at)| !at.is_empty()));
        // What is said of suppressions and the baseline has no place in the catalog.
        let without_place = rules::all().filter(|rule| rule.code.family() == 9).count();
        assert_eq!(bad.count(), rules::all().count() - not_json.len() - without_place);
    }
}

#[test]
fn families_are_named_once_and_all() {
    let digits: Vec<u16> = FAMILY_TITLES.iter().map(|(digit, _)| *digit).collect();
    assert!(digits.is_sorted_by(|a, b| a < b));
    let of_rules: BTreeSet<u16> = rules::all()
        .map(|rule| rule.code)
        .chain(rules::PLANNED.iter().map(|rule| rule.code))
        .map(RuleCode::family)
        .collect();
    assert_eq!(of_rules, digits.into_iter().collect());
}

/// A rule that says this everywhere, in both languages.
fn saying(text: &str) -> Rule {
    // A few kilobytes for each case.
    let text: &'static str = text.to_owned().leak();
    let both = Bilingual::new(text, text);
    let mut rule = *rules::all().next().unwrap();
    (rule.title, rule.unit, rule.help) = (both, both, both);
    let mut provision = *rules::all().find_map(|rule| rule.citations.first()).unwrap();
    (provision.document, provision.clause) = (text, text);
    rule.citations = Box::leak(Box::new([provision]));
    // A line of the page is a line, a block ends where it ends, and no line in it begins a section.
    let line = text.replace(['\n', '\r'], " ");
    let block = format!("\n{text}").replace('`', "'").replace("\n#", "\n＃");
    let page =
        format!("# QD001 examples\n\n## fails\n\n- zh: {line}\n- en: {line}\n- at: `{line}`\n\n```text{block}\n```\n");
    rule.page = page.leak();
    rule
}

fn section(rule: &Rule) -> String {
    let mut section = Vec::new();
    write_section(rule, Lang::En, &mut section).unwrap();
    String::from_utf8(section).unwrap()
}

/// The structure of a page without its words.
fn skeleton(page: &str) -> String {
    let mut skeleton = String::new();
    for event in parse(page) {
        match event {
            Event::Text(_) | Event::Code(_) => {}
            Event::Start(Tag::CodeBlock(_)) => skeleton.push_str("code block\n"),
            event => writeln!(skeleton, "{event:?}").unwrap(),
        }
    }
    skeleton
}

/// Texts full of what Markdown and HTML take for markup.
fn hostile() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("<script>"),
        Just("</a>"),
        Just("<!--"),
        Just("-->"),
        Just("&lt;"),
        Just("&#60;"),
        Just("["),
        Just("]"),
        Just("](x)"),
        Just("!["),
        Just("*"),
        Just("**"),
        Just("_"),
        Just("~~"),
        Just("|"),
        Just("\\"),
        Just("#"),
        Just("# "),
        Just("- "),
        Just("1. "),
        Just("> "),
        Just("+ "),
        Just("---"),
        Just("==="),
        Just("\n"),
        Just("\n\n"),
        Just("\r"),
        Just("\t"),
        Just("    "),
        Just("$"),
        Just("$$"),
        Just("[^1]"),
        Just("<http://a.b>"),
        Just("{#x}"),
        Just("字"),
        Just("a"),
        Just("”"),
        Just("\u{202e}"),
        Just(":"),
        Just("x"),
        Just("```"),
        Just("`"),
        Just("~~~"),
    ];
    let text = proptest::collection::vec(part, 1..12).prop_map(|parts| parts.concat());
    // Somewhere a text must say something.
    text.prop_map(|text| format!("{text}x"))
}

proptest! {
    #[test]
    fn no_text_breaks_out_of_its_place(text in hostile()) {
        let plain = skeleton(&section(&saying("x")));
        let page = section(&saying(&text));
        prop_assert_eq!(skeleton(&page), plain, "{}", page);
        if !text.contains('`') {
            let headings = headings(&page);
            prop_assert_eq!(&headings[0].text, &format!("QD001 {}", printable(text.trim())));
        }
    }
}
