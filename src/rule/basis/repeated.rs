//! QD206: one provision cited twice in one list.

use std::borrow::Cow;

use super::super::{Check, Example, Findings, Provision, Rule, Scope, two};
use super::cited::{self, Bases, List};
use super::examples::set_by;
use crate::finding::{Aspect, Severity};
use crate::law::facts::same_title;
use crate::model::{ArticleRef, Citation, Pointer, RecordRef};

pub(super) const QD206: Rule = Rule {
    aspect: Aspect::Publishable,
    severity: Severity::Warning,
    citations: &[Provision {
        document: "关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）",
        clause: "二",
    }],
    fails: &[
        Example::members(
            two("同一条引用两次，名称写法不同", "one article twice, under two spellings of the title"),
            set_by!(
                r#"{"title": "中华人民共和国水法", "articles": [{"article": 7}, {"article": 48}]}, {"title": "水法", "articles": [{"article": 48}]}"#
            ),
            &["/licensing_items/0/set_by/1/articles/0"],
        ),
        Example::members(
            two("同一处引用中重复", "twice in one citation"),
            set_by!(r#"{"title": "水法", "articles": [{"article": 7}, {"article": 7}]}"#),
            &["/licensing_items/0/set_by/0/articles/1"],
        ),
        Example::members(
            two("没有条款的引用逐字重复", "a citation without articles, word for word"),
            set_by!(
                r#"{"title": "某旗取水管理规定", "rank": "normative_document"}, {"title": "某旗取水管理规定", "rank": "normative_document"}"#
            ),
            &["/licensing_items/0/set_by/1"],
        ),
    ],
    passes: &[
        Example::members(
            two("界限：同一条的不同款、项", "boundary: other paragraphs and items of one article"),
            set_by!(
                r#"{"title": "水法", "articles": [{"article": 7}, {"article": 7, "paragraph": 1}, {"article": 7, "paragraph": 2}]}"#
            ),
            &[],
        ),
        Example::members(
            two("界限：不同版本；不同的附件项号", "boundary: other editions; other numbers of an annex"),
            set_by!(
                r#"{"title": "某旗取水管理规定", "rank": "normative_document", "version_dates": ["2019-01-01"]}, {"title": "某旗取水管理规定", "rank": "normative_document", "version_dates": ["2023-01-01"]}, {"title": "国务院对确需保留的行政审批项目设定行政许可的决定", "clauses": ["附件第12项"]}, {"title": "国务院对确需保留的行政审批项目设定行政许可的决定", "clauses": ["附件第13项"]}"#
            ),
            &[],
        ),
    ],
    checks: &[Check::Record(duplicate_citation)],
    ..Rule::new(
        206,
        "duplicate-citation",
        two("同一条款重复引用", "one provision cited twice"),
        two("每对重复一项", "one a pair"),
        two("删去重复的一处", "delete one of the two"),
    )
};

/// One provision of a list, or a citation without any.
#[derive(Clone, Copy)]
struct Cell<'a> {
    citation: &'a Citation,
    at: usize,
    article: Option<(usize, ArticleRef)>,
}

fn duplicate_citation(_: &Scope<'_>, record: RecordRef<'_>, findings: &mut Findings<'_>) {
    cited::of_item(record, |Bases { list, citations }| {
        // Nearly every list is one citation of one article.
        if let [only] = citations
            && only.articles.len() < 2
        {
            return;
        }
        let mut cells: Vec<Cell<'_>> = Vec::new();
        for (at, citation) in citations.iter().enumerate() {
            if citation.articles.is_empty() {
                cells.push(Cell { citation, at, article: None });
            }
            cells.extend(citation.articles.iter().enumerate().map(|(place, article)| Cell {
                citation,
                at,
                article: Some((place, *article)),
            }));
        }
        // Equal ones stand beside each other; the sort keeps the order of the list among them.
        cells.sort_by_key(|cell| cell.article.map(|(_, article)| article));
        let article = |cell: &Cell<'_>| cell.article.map(|(_, article)| article);
        for group in cells.chunk_by(|a, b| article(a) == article(b)) {
            repeated(list, group, findings);
        }
    });
}

/// How many cells of equal articles are compared with one: nobody reads more.
const MOST: usize = 100;

/// Reports each cell that says what an earlier one says.
fn repeated(list: List, group: &[Cell<'_>], findings: &mut Findings<'_>) {
    for (number, cell) in group.iter().enumerate() {
        let Some(first) = group.iter().take(number.min(MOST)).find(|first| is_same(first, cell)) else { continue };
        let title = title(cell.citation);
        let (zh, en) = match cell.article {
            Some((_, article)) => {
                (format!("“{title}”{article}重复引用"), format!("`{title}` {article} is cited twice"))
            }
            None => (format!("“{title}”重复引用"), format!("`{title}` is cited twice")),
        };
        findings.at(pointer(list, cell), zh, en).related_below(pointer(list, first), "先前的引用", "the earlier one");
    }
}

/// Whether two cells of the same article, or of none, say the same.
fn is_same(a: &Cell<'_>, b: &Cell<'_>) -> bool {
    let (x, y) = (a.citation, b.citation);
    // Within one citation only the article can be there twice.
    if a.at == b.at {
        return true;
    }
    let same_instrument = match (&x.instrument, &y.instrument, &x.title, &y.title) {
        (Some(x), Some(y), ..) => x.id() == y.id(),
        (None, None, Some(x), Some(y)) => same_title(x.as_str(), y.as_str()),
        (None, None, None, None) => x.text == y.text && x.text.is_some(),
        _ => false,
    };
    let same_edition = x.version_dates == y.version_dates;
    let same_words = x.clauses == y.clauses && (a.article.is_some() || (x.text == y.text && x.quote == y.quote));
    same_instrument && same_edition && same_words && x.document_number == y.document_number
}

fn pointer(list: List, cell: &Cell<'_>) -> Pointer {
    let mut pointer = list.pointer(cell.at);
    if let Some((place, _)) = cell.article {
        pointer.push("articles");
        pointer.push_index(place);
    }
    pointer
}

fn title(citation: &Citation) -> Cow<'_, str> {
    let named = citation.title.as_ref().or(citation.text.as_ref()).map(crate::text::Text::as_str);
    let named = named.or_else(|| citation.instrument.as_ref().map(|instrument| instrument.id().as_str()));
    Cow::Owned(crate::print::excerpt(named.unwrap_or_default()))
}
