//! QD204: an article that the instrument does not have.

use super::super::{Check, Example, Findings, Need, Provision, Rule, Scope, Spot, two};
use super::examples::set_by;
use crate::finding::{Aspect, Severity};
use crate::numeral;
use crate::print::{excerpt, in_title_marks};
use crate::rule::Index;

pub(super) const QD204: Rule = Rule {
    aspect: Aspect::Lawful,
    severity: Severity::Error,
    citations: &[
        Provision { document: "中华人民共和国立法法", clause: "第六十五条" },
        Provision {
            document: "关于推行地方各级政府工作部门权力清单制度的指导意见（中办发〔2015〕21号）",
            clause: "二",
        },
    ],
    needs: &[Need::AsOf, Need::Law],
    reads: super::cited::LISTS,
    fails: &[
        Example::members(
            two("《水法》只有八十二条", "水法 has 82 articles"),
            set_by!(r#"{"title": "中华人民共和国水法", "articles": [{"article": 7}, {"article": 83}]}"#),
            &["/licensing_items/0/set_by/0/articles/1"],
        ),
        Example::members(
            two(
                "条号在原文中；所写日期不是任何版本的日期",
                "the number stands in the text; the day is that of no edition",
            ),
            set_by!(r#"{"text": "《中华人民共和国行政许可法》（2019年4月25日修正）第二百一十五条"}"#),
            &["/licensing_items/0/set_by/0/text"],
        ),
        Example::members(
            two("本目录的文件记录写明末条", "the record of the instrument states its last article"),
            set_by!(
                r#"{"instrument": "r", "articles": [{"article": 31}]}"#,
                r#""legal_instruments": [{"id": "r", "title": "某自治区水资源管理办法", "rank": "provincial_rule", "status": "in_force", "last_article": 30}]"#
            ),
            &["/licensing_items/0/set_by/0/articles/0"],
        ),
    ],
    passes: &[
        Example::members(
            two("界限：末条", "boundary: the last article"),
            set_by!(
                r#"{"title": "中华人民共和国水法", "articles": [{"article": 82}]}, {"instrument": "r", "articles": [{"article": 30}]}"#,
                r#""legal_instruments": [{"id": "r", "title": "某自治区水资源管理办法", "rank": "provincial_rule", "status": "in_force", "last_article": 30}]"#
            ),
            &[],
        ),
        Example::members(
            two(
                "界限：附件的项号、引文中的条号不是条",
                "boundary: the number of an annex entry, and one in quoted words, is no article",
            ),
            set_by!(
                r#"{"text": "《取水许可和水资源费征收管理条例》第二条：“依照《中华人民共和国民法典》第一百七十九条处理”"}, {"title": "国务院对确需保留的行政审批项目设定行政许可的决定", "text": "国务院令第412号附件第171项"}"#
            ),
            &[],
        ),
        Example::members(
            two("末条没有收录的不判断", "where the last article is not known nothing is said"),
            set_by!(
                r#"{"instrument": "r", "articles": [{"article": 300}]}"#,
                r#""legal_instruments": [{"id": "r", "title": "某自治区水资源管理办法", "rank": "provincial_rule", "status": "in_force"}]"#
            ),
            &[],
        ),
    ],
    checks: &[Check::Catalog(article_beyond_end)],
    ..Rule::new(
        204,
        "article-beyond-end",
        two("所引条款超出文件的末条", "the article cited is beyond the last of the instrument"),
        two("每处引用一项，看其最大的条号", "one a citation, by its highest article"),
        two(
            "对照现行版本改正条号；文件修订后条号往往整体变动",
            "correct the number after the edition in force; a revision often moves all of them",
        ),
    )
};

fn article_beyond_end(scope: &Scope<'_>, index: &Index, findings: &mut Findings<'_>) {
    let facts = &index.bases;
    let judged = facts.judged(scope, index);
    for (ordinal, number) in facts.citations() {
        let Some(beyond) = judged.citation(number).beyond else { continue };
        let Some(cited) = facts.cited.get(number) else { continue };
        let instrument = judged.instrument_of(cited);
        let (Some(article), Some(instrument)) = (cited.article, instrument) else { continue };
        let (marked, title) = (in_title_marks(&instrument.title), excerpt(&instrument.title));
        let (article_zh, last, last_zh) = (numeral::write(article), beyond.last, numeral::write(beyond.last));
        let spot = Spot::Record(ordinal, cited.pointer_to_article());
        let (known_zh, known_en) = match beyond.as_known_on {
            Some(day) => (format!("（按法规库{}所见的版本）", day.in_chinese()), format!(" (as seen on {day})")),
            None => (String::new(), String::new()),
        };
        let draft = if beyond.older_had_it {
            findings.at_spot(
                spot,
                format!("{marked}的旧版本有第{article_zh}条，现行版本只有{last_zh}条{known_zh}"),
                format!("an older edition of `{title}` had article {article}; the one in force has {last}{known_en}"),
            )
        } else {
            findings.at_spot(
                spot,
                format!("{marked}没有第{article_zh}条，只有{last_zh}条{known_zh}"),
                format!("`{title}` has no article {article}, only {last}{known_en}"),
            )
        };
        if beyond.older_had_it || beyond.may_exist_now {
            draft.severity(Severity::Warning);
        }
        draft.found(&article.to_string()).expected(format!("第一条至第{last_zh}条"), format!("1 to {last}"));
        instrument.point_to("last_article", draft);
    }
    judged.tell_not_held(findings);
}
