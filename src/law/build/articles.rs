//! The lines of a text, and its articles.

use std::num::NonZeroU16;

use super::doubt::DoubtKind;
use crate::law::openings::Fingerprint;
use crate::model::ArticleRef;
use crate::numeral;

/// A line without marks of Markdown and blanks at its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The level of the heading that it is; 0 where it is none.
    pub(super) level: usize,
    pub(super) text: String,
}

/// The lines that say something.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let plain = text.lines().filter(|line| !line.trim_start().starts_with("<!--")).map(|line| {
        let marked = line.trim_matches(is_blank);
        let bare = marked.trim_start_matches('#');
        let level = marked.len().saturating_sub(bare.len());
        let bare = bare.trim_start_matches('>').replace("**", "").replace("__", "");
        Line { level, text: bare.trim_matches(is_blank).to_owned() }
    });
    plain.filter(|line| !line.text.is_empty()).collect()
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

/// An article.
#[derive(Debug, Clone)]
pub(super) struct Article {
    pub(super) number: ArticleRef,
    /// Its paragraphs and items, a line each.
    pub(super) paragraphs: Vec<String>,
}

impl Article {
    /// How its paragraphs begin.
    pub(super) fn openings(&self) -> Vec<Fingerprint> {
        self.paragraphs.iter().filter_map(|paragraph| Fingerprint::of(paragraph)).collect()
    }
}

/// The articles of a text, and where they stop rising by one.
#[derive(Debug, Default)]
pub(super) struct Articles {
    pub(super) all: Vec<Article>,
    pub(super) fault: Option<DoubtKind>,
}

/// Reads the articles from the lines after the heading. They end where an annex begins.
pub(super) fn read(lines: &[Line]) -> Articles {
    let mut articles = Articles::default();
    for line in lines {
        let last = articles.all.last().map(|article| article.number);
        let text = line.text.as_str();
        if let Some((number, words)) = article_head(text, last) {
            if !follows(number, last) && articles.fault.is_none() {
                let after = last.map(|last| last.article);
                articles.fault = Some(DoubtKind::ArticlesBroken { after, found: number });
            }
            let words = Some(words.to_owned()).filter(|words| !words.is_empty());
            articles.all.push(Article { number, paragraphs: words.into_iter().collect() });
        } else if is_annex(text) && last.is_some() {
            break;
        } else if line.level == 0
            && !is_division(text)
            && let Some(article) = articles.all.last_mut()
        {
            article.paragraphs.push(text.to_owned());
        }
    }
    articles
}

/// Whether an article comes next: one more than the last, or the next that was inserted after it.
fn follows(number: ArticleRef, last: Option<ArticleRef>) -> bool {
    let one_more = |number: Option<NonZeroU16>| number.map_or(1, |number| number.get().saturating_add(1));
    match (number.inserted, last) {
        (None, last) => number.article.get() == one_more(last.map(|last| last.article)),
        (Some(inserted), Some(last)) => last.article == number.article && inserted.get() == one_more(last.inserted),
        (Some(_), None) => false,
    }
}

/// The number of the article that begins here, and the words after it. Without a blank after it a number is one only
/// where it comes next: a line may begin with a reference.
fn article_head(line: &str, last: Option<ArticleRef>) -> Option<(ArticleRef, &str)> {
    let rest = line.strip_prefix('第')?.trim_start();
    let (article, length) = numeral::read(rest)?;
    let rest = rest.get(length..)?.trim_start().strip_prefix('条')?;
    let inserted = rest.strip_prefix('之').and_then(|rest| Some((rest, numeral::read(rest)?)));
    let (inserted, rest) = match inserted {
        Some((rest, (number, length))) => (Some(number), rest.get(length..)?),
        None => (None, rest),
    };
    let number = ArticleRef { inserted, ..ArticleRef::new(article) };
    let words = rest.trim_start_matches(|c| is_blank(c) || matches!(c, '：' | ':'));
    let spaced = rest.is_empty() || words.len() < rest.len() || rest.starts_with(['【', '（']);
    let refers = rest.starts_with(['第', '规', '的', '、', '，', '和', '至', '所', '及', '或']);
    (spaced || (follows(number, last) && !refers)).then_some((number, words))
}

/// The heading of a part, chapter or section: `第二章　监督管理`.
pub(super) fn is_division(line: &str) -> bool {
    let read = || {
        let rest = line.strip_prefix('第')?.trim_start();
        let (_, length) = numeral::read(rest)?;
        let rest = rest.get(length..)?.trim_start().strip_prefix(['编', '章', '节'])?;
        Some(rest.chars().count() <= 40 && !rest.ends_with('。'))
    };
    line == "附则" || line == "附　则" || read() == Some(true)
}

/// Whether an annex begins here.
fn is_annex(line: &str) -> bool {
    let rest = line.strip_prefix('附');
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['：', ':', '件', '表', '录', '图']))
        && line.chars().count() <= 60
}

/// Whether the articles of the text begin here, or what stands between its heading and them.
pub(super) fn ends_heading(line: &str) -> bool {
    let bare: String = line.chars().filter(|&c| !is_blank(c)).collect();
    bare == "目录" || bare == "序言" || bare == "总则" || is_division(line) || article_head(line, None).is_some()
}
