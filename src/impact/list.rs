//! The closed lists: what a change of the law does to a citation, and how that is known.

use crate::codelist::closed_list;

closed_list! {
    /// 影响类别: what becomes of a citation between two days, the gravest first.
    ImpactClass {
        /// What gives the power is cited, had not all ended on the first day, and has all ended on the second.
        Unfounded = "unfounded", "依据失效";
        /// The instrument ended, and the item has not lost its ground by that: another basis stands or may stand, or the
        /// citation is none of those that give the power.
        BasisEnded = "basis_ended", "所引文件失效";
        /// A new edition came into force, in which an article cited has another number or does not exist.
        Renumbered = "renumbered", "条文序号变更";
        /// The instrument was not in force on the first day, as far as is held, and is on the second. It may have had an
        /// edition before that is not held.
        NewlyFounded = "newly_founded", "依据新施行";
        /// A new edition came into force; whether what is cited changed is not known.
        Amended = "amended", "依据修订";
    }
}

closed_list! {
    /// 条款对应来源: by what the article is known in which an old one stands now.
    ArticleSource {
        /// The pairs of articles that are held for a code (`moved_article`).
        CodeMap = "code_map", "条文对照";
        /// The words that the citation prints begin like that article.
        PrintedWords = "printed_words", "所印条文";
        /// Paragraphs of the article in the old edition begin like that one in the new, and like no other in either.
        Openings = "openings", "新旧条文开头";
        /// The new edition has fewer articles; where the old one went is to be looked up.
        BeyondEnd = "beyond_end", "超出末条";
    }
}

closed_list! {
    /// 同处其他依据: how the other bases of the same list stand.
    OtherBases {
        Stand = "stand", "有现行有效的";
        /// None is known to stand, and of some it is not held or not known.
        NotKnown = "not_known", "未收录或者现状不明";
        /// There are none, or all have ended.
        Nothing = "nothing", "没有其他有效依据";
    }
}

closed_list! {
    /// 文件变化: what became of an instrument between the two days.
    InstrumentChange {
        Ended = "ended", "废止或者失效";
        NewEdition = "new_edition", "修订或者修正";
        CameIntoForce = "came_into_force", "开始施行";
    }
}

closed_list! {
    /// 收录范围: whether the law is known up to the second day.
    LawReach {
        Known = "known", "收录之内";
        /// Laws that were made after the day to which the law is known are not seen.
        AfterKnown = "after_known", "晚于收录至的日期";
        /// More than twelve months after it: what is said need not hold.
        Outdated = "outdated", "晚于收录至的日期一年以上";
        /// Nobody says up to which day the facts about instruments are complete.
        NotStated = "not_stated", "收录至何日未写明";
    }
}
