//! What is known to be missing from the facts.

use crate::lang::Bilingual;

/// 已知缺口: what the facts of this crate are known not to hold. What is not held may exist all the same.
pub const KNOWN_GAPS: &[Bilingual] = &[
    Bilingual {
        zh: "2026年8月28日以后通过的法律没有收录。", en: "Laws passed after 2026-08-28 are not held."
    },
    Bilingual {
        zh: "国务院只作修改或者废止的决定，已核对国务院令第752号、第777号、第797号和2024年1月13日的决定；国务院令第764号、第829号、第843号的决定未见，所列的行政法规未核对（第764号所修改的，已收录修改后的版本十四件）。2022年以前的行政法规，其现状因此不如核实日期所示的确定；所收最新版本在2022年5月以前的，“没有此条”“旧版本”只作警告并写明日期。",
        en: "Of the decisions of the State Council that only amend or repeal, 国务院令第752号, 第777号, 第797号 and that of 2024-01-13 were compared; 国务院令第764号, 第829号 and 第843号 were not seen, nor was what they list compared (of what 第764号 amended, fourteen editions are held). So the standing of an administrative regulation from before 2022 is less sure than the day on which it was seen says: where the newest edition held is older than May 2022, a missing article or an older edition is a warning, with the day.",
    },
    Bilingual {
        zh: "国务院令第846号《市场监督管理所条例》、第840号《退役军人就业创业促进条例》的条文和施行日期未见；它们是否废止《工商行政管理所条例》等，未见。",
        en: "The articles and first days of 国务院令第846号 (市场监督管理所条例) and 第840号 (退役军人就业创业促进条例) were not seen, nor whether they end others, such as 工商行政管理所条例.",
    },
    Bilingual {
        zh: "危险化学品安全管理条例、社会救助暂行办法：上位法已经新制定或者修订，未见废止。",
        en: "危险化学品安全管理条例 and 社会救助暂行办法: the laws above them are new, no repeal was seen.",
    },
    Bilingual {
        zh: "乡镇煤矿管理条例、矿产资源法实施细则、矿产资源勘查区块登记管理办法、矿产资源开采登记管理办法、探矿权采矿权转让管理办法、矿产资源补偿费征收管理规定、矿产资源监督管理暂行办法、产品质量监督试行办法：来源标注为已废止（乡镇煤矿管理条例未标日期），废止的原文未见。",
        en: "乡镇煤矿管理条例, 矿产资源法实施细则, 矿产资源勘查区块登记管理办法, 矿产资源开采登记管理办法, 探矿权采矿权转让管理办法, 矿产资源补偿费征收管理规定, 矿产资源监督管理暂行办法 and 产品质量监督试行办法: a source marks them repealed (乡镇煤矿管理条例 without a day); the words that repeal them were not seen.",
    },
    Bilingual {
        zh: "《农村土地承包法》：一个来源标注为已废止，国家法律法规数据库的文本标注为有效，未见废止的决定；按现行有效收录。",
        en: "农村土地承包法: one source marks it repealed, the text of 国家法律法规数据库 is marked valid, and no decision that repeals it was seen; it is held as in force.",
    },
    Bilingual {
        zh: "全国人大常委会2025年12月27日宣告失效的104件已核对；同一报告所列、由全国人民代表大会通过的另35件，其目录和决定未见。",
        en: "The 104 acts that 全国人大常委会 declared lapsed on 2025-12-27 were compared; the list of the other 35 of the same report, which 全国人民代表大会 had passed, and the decision on them were not seen.",
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
