//! The basis cells of four published workbooks: how many of their tagged citations are understood, and how many of a
//! hundred are read as they were judged by hand. `tests/data/citations/README.md` says where they come from.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use qingdan::codelist::LegalRank;
use qingdan::law::citation::{ReadCitation, read_citations, read_with_rest};
use qingdan::model::ArticleRef;
use serde_json::Value;

const CELLS: &str = include_str!("../data/citations/cells.jsonl");
const JUDGED: &str = include_str!("../data/citations/judged.jsonl");
const NOT_UNDERSTOOD: &str = include_str!("../data/citations/not_understood.tsv");
const READ_OTHERWISE: &str = include_str!("../data/citations/read_otherwise.tsv");

/// The tags of the workbooks, all of them.
const TAGS: [(&str, LegalRank); 7] = [
    ("【法律】", LegalRank::Law),
    ("【法规】", LegalRank::Regulation),
    ("【规章】", LegalRank::Rule),
    ("【部门规章】", LegalRank::DepartmentalRule),
    ("【地方性法规】", LegalRank::LocalRegulation),
    ("【规范性文件】", LegalRank::NormativeDocument),
    ("【国务院决定】", LegalRank::StateCouncilDecision),
];

fn lines(text: &str) -> impl Iterator<Item = Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap())
}

/// The numbers that stand at the beginning of a line, looked for with nothing of the reader: `第七条`.
fn numbers_at_lines(text: &str) -> Vec<ArticleRef> {
    let number = |line: &str| {
        let number = line.trim_start().strip_prefix('第')?.split_once('条')?.0;
        format!("第{number}条").parse::<ArticleRef>().ok()
    };
    text.lines().filter_map(number).collect()
}

/// Whether a text holds anything that may be a place: 第, a number, and a unit.
fn may_name_a_place(text: &str) -> bool {
    text.match_indices('第').any(|(at, _)| {
        let rest = text.get(at..).unwrap().trim_start_matches('第');
        let number: String =
            rest.chars().take_while(|c| "零一二三四五六七八九十百千（）、0123456789".contains(*c)).collect();
        !number.is_empty() && rest.get(number.len()..).unwrap().starts_with(['条', '款', '项', '章', '节', '页'])
    })
}

/// Why the citation of a tag is not understood, if it is not.
fn fault(read: &ReadCitation<'_>, tag_at: usize, tag: &str, rank: LegalRank) -> Option<String> {
    let citation = &read.citation;
    let text = citation.text.as_ref().unwrap().as_str();
    let before = text.get(..tag_at).unwrap();
    if before.chars().any(char::is_alphabetic) {
        return Some(format!("{tag} stands within another citation"));
    }
    if citation.rank != Some(rank) {
        return Some(format!("the rank is {:?}", citation.rank));
    }
    if citation.title.is_none() {
        return Some("no title".to_owned());
    }
    if let Some(unread) = read.unread.first() {
        return Some(format!("not read: {unread}"));
    }
    if citation.articles.is_empty() && citation.clauses.is_empty() && may_name_a_place(text) {
        return Some("no place".to_owned());
    }
    let cited = |number: &ArticleRef| citation.articles.iter().any(|article| article.article == number.article);
    let missed = numbers_at_lines(text).into_iter().find(|number| !cited(number));
    missed.map(|number| format!("{number} stands at the beginning of a line"))
}

#[test]
fn tagged_citations_are_understood() {
    let (mut tagged, mut found, mut cells) = (0, String::new(), 0);
    for cell in lines(CELLS) {
        cells += 1;
        let text = cell["text"].as_str().unwrap();
        let mut start = 0;
        for read in read_with_rest(text) {
            let end = start + read.citation.text.as_ref().unwrap().as_str().len();
            let part = text.get(start..end).unwrap();
            let tags: BTreeMap<usize, (&str, LegalRank)> = TAGS
                .iter()
                .flat_map(|&(tag, rank)| part.match_indices(tag).map(move |(at, _)| (at, (tag, rank))))
                .collect();
            for (at, (tag, rank)) in tags {
                tagged += 1;
                if let Some(fault) = fault(&read, at, tag, rank) {
                    let place = [&cell["workbook"], &cell["sheet"]].map(|name| name.as_str().unwrap()).join("\t");
                    writeln!(found, "{place}\t{}\t{}\t{}\t{fault}", cell["row"], cell["column"], start + at).unwrap();
                }
            }
            start = end;
        }
    }
    let missed = found.lines().count();
    println!("{cells} cells, {tagged} tagged citations, {} understood", tagged - missed);
    // The last column of the list says why; it is written by hand.
    let expected: Vec<&str> = NOT_UNDERSTOOD.lines().map(|line| line.rsplit_once('\t').unwrap().0).collect();
    assert_eq!(found.lines().collect::<Vec<_>>(), expected);
    assert!(missed * 50 <= tagged, "{missed} of {tagged}");
}

#[test]
fn a_hundred_are_read_as_judged_by_hand() {
    let mut otherwise = Vec::new();
    let mut judged = 0;
    for expected in lines(JUDGED) {
        judged += 1;
        let read = read_citations(expected["text"].as_str().unwrap());
        let found = serde_json::to_value(&read[0]).unwrap();
        let articles: Vec<String> = read[0].articles.iter().map(ToString::to_string).collect();
        let or_empty = |value: &Value| if value.is_null() { Value::Array(Vec::new()) } else { value.clone() };
        let equal = read.len() == 1
            && found["title"] == expected["title"]
            && found["document_number"] == expected["document_number"]
            && or_empty(&found["version_dates"]) == expected["version_dates"]
            && or_empty(&found["clauses"]) == expected["clauses"]
            && serde_json::to_value(&articles).unwrap() == expected["articles"];
        if !equal {
            println!("{judged}: {expected}\n  read as {} x {found}", read.len());
            otherwise.push(judged.to_string());
        }
    }
    let expected: Vec<&str> = READ_OTHERWISE.lines().map(|line| line.split_once('\t').unwrap().0).collect();
    assert_eq!(judged, 100);
    assert_eq!(otherwise, expected);
    assert!(otherwise.len() <= 3);
}
