//! Where the articles of laws went that a code took over.
//!
//! Held are articles of the ten laws that 生态环境法典 ended on 2026-08-15. The pairs come from a comparison of the texts as
//! published; only those that are sure are held, and what is not held may stand in the code all the same.

use std::collections::HashMap;
use std::num::NonZeroU16;
use std::sync::LazyLock;

use super::title;

/// One article a line: `old_law,old_article,code_article,similarity`.
const TEXT: &str = include_str!("../eco_code_articles.csv");

/// The code that took them over.
const CODE: &str = "生态环境法典";

/// From this similarity of the two texts on, the whole of the old article stands in the new one. Below it single paragraphs
/// and items may stand elsewhere: of some articles that are alike by 0.92 one does.
const WHOLE: f32 = 0.95;

/// 承接条款: the article of a code that took over the article of a law which ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct MovedArticle {
    /// 法典: the title of the code.
    pub code: &'static str,
    /// 条: the number of its article.
    pub article: NonZeroU16,
    /// 主要内容: whether it is only known that most of the old article stands there; paragraphs and items may not.
    pub in_part: bool,
}

static MOVED: LazyLock<HashMap<(String, NonZeroU16), MovedArticle>> =
    LazyLock::new(|| TEXT.lines().skip(1).filter_map(row).collect());

fn row(line: &str) -> Option<((String, NonZeroU16), MovedArticle)> {
    let mut cells = line.split(',');
    let key = (title::key(cells.next()?), cells.next()?.parse().ok()?);
    let article = cells.next()?.parse().ok()?;
    let similarity: f32 = cells.next()?.parse().ok()?;
    Some((key, MovedArticle { code: CODE, article, in_part: similarity < WHOLE }))
}

/// Where an article of a law that a code ended stands now, if that is known.
///
/// ```
/// use qingdan::law::facts::moved_article;
/// let article = |number| std::num::NonZeroU16::new(number).and_then(|old| moved_article("《中华人民共和国环境保护法》", old));
/// assert_eq!(article(2).map(|moved| (moved.code, moved.article.get())), Some(("生态环境法典", 2)));
/// assert_eq!(article(999), None);
/// ```
#[must_use]
pub fn moved_article(title: &str, article: NonZeroU16) -> Option<MovedArticle> {
    MOVED.get(&(title::key(title), article)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_says_where_less_than_the_whole_went() {
        assert_eq!(MOVED.len(), TEXT.lines().skip(1).count());
        let in_part = |similarity| row(&format!("某法,7,20,{similarity}")).unwrap().1.in_part;
        assert!(in_part("0.65") && in_part("0.94") && !in_part("0.95") && !in_part("1.00"));
    }
}
