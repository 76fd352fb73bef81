//! What a penalty or a measure rests on, and how that is told.

use crate::judged::basis::Basis;
use crate::print::{excerpt, in_title_marks};

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
