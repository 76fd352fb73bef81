//! What is known to be missing from the facts.

use crate::lang::Bilingual;

/// 已知缺口: what the facts of this crate are known not to hold. What is not held may exist all the same.
pub const KNOWN_GAPS: &[Bilingual] = &[
    Bilingual {
        zh: "2026年8月28日以后通过的法律没有收录。", en: "Laws passed after 2026-08-28 are not held."
    },
    Bilingual {
        zh: "国务院只作修改或者废止的决定不在来源之中：国务院令第777号、第797号（部分）、第829号、第843号所列的行政法规未全部核对，2022年以前收录的行政法规，其现状不如核实日期所示的确定。所收最新版本在2022年5月以前的行政法规，“没有此条”“旧版本”只作警告并写明日期。",
        en: "Decisions of the State Council that only amend or repeal are not in the sources: what 国务院令第777号, 第797号 (in part), 第829号 and 第843号 list was not read in full, so the standing of an administrative regulation last read before 2022 is less sure than the day on which it was seen says. Where the newest edition held is older than May 2022, a missing article or an older edition is a warning, with the day.",
    },
    Bilingual {
        zh: "国务院令第846号《市场监督管理所条例》、第840号《退役军人就业创业促进条例》的条文和施行日期未见；它们是否废止《工商行政管理所条例》等，未见。",
        en: "The articles and first days of 国务院令第846号 (市场监督管理所条例) and 第840号 (退役军人就业创业促进条例) were not seen, nor whether they end others, such as 工商行政管理所条例.",
    },
    Bilingual {
        zh: "危险化学品安全管理条例、社会救助暂行办法、矿产资源法实施细则、矿产资源勘查区块登记管理办法及与其同时发布的两个办法：上位法已经新制定或者修订，未见废止。",
        en: "危险化学品安全管理条例, 社会救助暂行办法, 矿产资源法实施细则, 矿产资源勘查区块登记管理办法 and its two sisters: the laws above them are new, no repeal was seen.",
    },
    Bilingual {
        zh: "《农村土地承包法》《乡镇企业法》：一个来源标注为已废止，另一来源没有；按现行有效收录。",
        en: "农村土地承包法 and 乡镇企业法: one source marks them repealed, the other does not; they are held as in force.",
    },
    Bilingual {
        zh: "部门规章只收录一部分，其中多数的状态为“现状不明”：位阶确定，是否仍然有效未见。",
        en: "Few departmental rules are held, most of them of status `unknown`: the rank is certain, whether they still stand was not seen.",
    },
    Bilingual {
        zh: "地方性法规、地方政府规章只收录少数（内蒙古自治区九件及其他几件），规范性文件没有收录。",
        en: "Of local regulations and rules of local governments a few are held (nine of Inner Mongolia and some others), of normative documents none.",
    },
];
