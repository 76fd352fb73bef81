//! Why workbooks cannot be made a catalog.

use crate::lang::{Lang, Message};

/// 导入错误: why workbooks cannot be made a catalog.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message().en)]
#[non_exhaustive]
pub enum ImportError {
    /// No sheet has headers that are known.
    NoList {
        /// The sheets that were looked at, as `file / sheet`.
        sheets: Vec<String>,
    },
    /// Nothing tells the division whose list it is.
    NoDivision,
    /// A title names several divisions that are known.
    SeveralDivisions {
        /// Their codes and names.
        divisions: Vec<String>,
    },
    /// No row could be taken for a record.
    NoRecord,
}

impl ImportError {
    /// What was found, and what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NoList { sheets } => {
                let (zh, en) = (sheets.join("、"), sheets.join(", "));
                Message::new(
                    format!(
                        "没有找到可识别的表头（已查看：{zh}）；表头应有“事项名称”一栏和另外至少两栏。栏目名称不同的，请在导入配置的 columns 中写明"
                    ),
                    format!(
                        "no headers that are known were found (looked at: {en}); a list has a column `事项名称` and at least two others. \
                         State other names under `columns` in a profile"
                    ),
                )
            }
            Self::NoDivision => Message::new(
                "不知道是哪个行政区划的清单；请用 --division 写明区划代码（如 150625），或者在导入配置中写明 division",
                "it is not known of which division the list is; state its code with --division (150625), or `division` in the profile",
            ),
            Self::SeveralDivisions { divisions } => {
                let (zh, en) = (divisions.join("、"), divisions.join(", "));
                Message::new(
                    format!("标题中的地名可以指几个行政区划：{zh}；请用 --division 写明区划代码"),
                    format!(
                        "the place in the title may be one of several divisions: {en}; state its code with --division"
                    ),
                )
            }
            Self::NoRecord => Message::new(
                "表内没有一行能读成清单记录；各行的原因见导入说明",
                "no row could be read as a record of the list; the account says why of each",
            ),
        }
    }

    /// The message in one language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        self.message().text(lang).to_owned()
    }
}
