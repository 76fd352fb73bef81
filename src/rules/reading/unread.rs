//! What is no catalog as a whole: what it is, and what to do next.

use super::rule_of;
use crate::finding::RuleCode;
use crate::lang::Bilingual;
use crate::read::Misnamed;
use crate::read::encoding::Encoding;
use crate::read::foreign::Foreign;
use crate::rule::{Drafts, Findings};
use crate::spot::Spot;

/// The rules that looked at what is no JSON.
pub(super) const LOOKED_FOREIGN: &[RuleCode] = &[RuleCode::new(1), RuleCode::new(2), RuleCode::new(4)];

/// The rules that looked at what is said to be NDJSON and is not.
pub(super) const LOOKED_MISNAMED: &[RuleCode] =
    &[RuleCode::new(1), RuleCode::new(2), RuleCode::new(4), RuleCode::new(5)];

/// What is no JSON at all.
pub(super) fn report_foreign(foreign: Foreign, spot: Spot, drafts: &mut Drafts) {
    let Bilingual { zh, en } = foreign.named();
    let (help_zh, help_en) = next(foreign);
    Findings::new(rule_of(1), None, drafts)
        .at_spot(spot, format!("这是{zh}，不是 JSON，未作检查"), format!("this is {en}, not JSON; it was not checked"))
        .help(help_zh, help_en);
}

/// What to do next. No importer is promised: each office has its own columns.
fn next(foreign: Foreign) -> (&'static str, &'static str) {
    match foreign {
        Foreign::Archive | Foreign::Compressed => {
            ("请先解压，再检查其中的目录 JSON 文件", "unpack it first, then check the catalog in JSON that is in it")
        }
        Foreign::Yaml => (
            "请先转换为 JSON（同样的栏目，多数 YAML 工具可以转换），再检查",
            "convert it to JSON with the same members first, as most tools for YAML can",
        ),
        Foreign::Pdf | Foreign::Image | Foreign::Writing => (
            "请先从原系统导出数据，或者把内容录入为目录 JSON，再检查；栏目见 qingdan schema document",
            "export the data from the system it came from, or enter it as a catalog in JSON first; \
             `qingdan schema document` prints the members",
        ),
        _ => (
            "请先转换为目录 JSON（每行一条记录，各列对应相应栏目），再检查；栏目见 qingdan schema document",
            "convert it to a catalog in JSON first, a record a row with its columns as members; \
             `qingdan schema document` prints the members",
        ),
    }
}

/// What to do with another encoding than UTF-8.
pub(super) fn help_of_encoding(encoding: Encoding) -> (&'static str, &'static str) {
    match encoding {
        Encoding::Utf16 { .. } | Encoding::Utf32 | Encoding::Gb18030 => (
            "用记事本等编辑器打开，另存为 UTF-8（无签名）后再检查",
            "open it in an editor, save it as UTF-8 without a signature, and check again",
        ),
        Encoding::StrayByte { .. } => (
            "如为文本，请另存为 UTF-8（无签名）后再检查；如不是文本，请先转换为目录 JSON",
            "if it is text, save it as UTF-8 without a signature; if it is none, convert it to a catalog in JSON first",
        ),
    }
}

/// What is said to be NDJSON and is not.
pub(super) fn report_misnamed(misnamed: Misnamed, spot: Spot, drafts: &mut Drafts) {
    let (zh, en, help_zh, help_en) = match misnamed {
        Misnamed::Document => (
            "这是一个完整的 JSON 文档，不是逐行 JSON（每行一条记录），而文件名或者所给形式说是逐行 JSON；未作检查",
            "this is one JSON document and not NDJSON (one record a line), as its name or the spelling given says; \
             it was not checked",
            "把文件名的后缀改为 .json 再检查，或者用 qingdan convert 转换为逐行 JSON",
            "rename it to .json and check again, or turn it into NDJSON by `qingdan convert`",
        ),
        Misnamed::Spread => (
            "这里每条 JSON 占了多行，不是逐行 JSON（每行一条记录）；未作检查",
            "each JSON value here takes several lines; NDJSON has one record a line; it was not checked",
            "把每条记录写在一行内再检查，例如用 jq -c . 转换",
            "write each record in one line and check again, for example by `jq -c .`",
        ),
    };
    Findings::new(rule_of(5), None, drafts).at_spot(spot, zh, en).help(help_zh, help_en);
}
