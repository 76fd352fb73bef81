//! What a penalty or a measure rests on, and how that is told.

use crate::judged::basis::Basis;
use crate::model::Citation;
use crate::print::{excerpt, in_title_marks};

/// Whether one of the citations names a law, as far as its title shows: then nothing is to be said, and the item need not be
/// kept. What names a record of the catalog shows no title.
pub(super) fn may_name_law<'c>(citations: impl IntoIterator<Item = &'c Citation>) -> bool {
    citations.into_iter().any(|citation| title(citation).is_some_and(is_law))
}

/// The same of laws and regulations.
pub(super) fn may_name_regulation<'c>(citations: impl IntoIterator<Item = &'c Citation>) -> bool {
    citations.into_iter().any(|citation| title(citation).is_some_and(|title| is_law(title) || is_regulation(title)))
}

/// The title of the only instrument that a citation names, without what stands after it in brackets.
fn title(citation: &Citation) -> Option<&str> {
    if citation.instrument.is_some() {
        return None;
    }
    let title = citation.title.as_ref()?.as_str();
    let title = title.split(['（', '(']).next().unwrap_or(title);
    Some(title.trim_matches(|c: char| c.is_whitespace() || "《》".contains(c)))
}

fn is_law(title: &str) -> bool {
    title.ends_with('法') && !title.ends_with("办法")
}

/// Rules may not be called 条例 (规章制定程序条例 §7); regulations of the party are.
fn is_regulation(title: &str) -> bool {
    title.ends_with("条例") && !title.starts_with("中国共产党")
}

/// The norms of a basis as an office cites them, with their ranks: 《动物检疫管理办法》（部门规章）.
pub(super) fn told(basis: &Basis) -> (String, String) {
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    for norm in basis.norms().iter().take(MOST_TOLD) {
        let (rank_zh, rank_en) =
            norm.rank.map_or(("位阶不明", "rank not known"), |rank| (rank.title_zh(), rank.as_str()));
        zh.push(format!("{}（{rank_zh}）", in_title_marks(&excerpt(&norm.title))));
        en.push(format!("{} ({})", in_title_marks(&excerpt(&norm.title)), rank_en.replace('_', " ")));
    }
    let more = basis.norms().len().saturating_sub(MOST_TOLD);
    if more > 0 {
        return (
            format!("{}等{}个文件", zh.join("、"), basis.norms().len()),
            format!("{} and {more} more", en.join(", ")),
        );
    }
    (zh.join("、"), en.join(", "))
}

/// So many norms are told by title.
const MOST_TOLD: usize = 3;
