//! What comes of writing findings into a workbook, and why it may not.

use std::io;

use crate::lang::Message;

/// 批注后的工作簿: a workbook with the findings in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Annotated {
    /// 文件内容: the workbook, always in the format xlsx.
    pub bytes: Vec<u8>,
    /// 已标注: how many findings stand at their cells.
    pub findings_marked: u64,
    /// 未标注: how many findings are of this file, and of no cell that it has: they tell no row, or a sheet that is not there.
    pub findings_without_cell: u64,
    /// 保留情况: what is not as it was.
    pub kept: Kept,
}

/// 保留情况: what of a workbook is not as it was, besides the colours and comments.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Kept {
    /// 未保留: what could not be kept, each in words; empty where everything was.
    pub lost: Vec<Message>,
}

impl Kept {
    /// Whether everything is as it was.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.lost.is_empty()
    }

    pub(super) fn lose(&mut self, zh: impl Into<String>, en: impl Into<String>) {
        let message = Message::new(zh, en);
        if !self.lost.contains(&message) {
            self.lost.push(message);
        }
    }
}

/// A workbook into which no findings can be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnnotateError {
    /// It is not of the format xlsx.
    #[error("this is no xlsx workbook: it begins as {found}; `annotate_copy` writes its values into a new workbook")]
    NotXlsx {
        /// What it begins as.
        found: &'static str,
    },
    /// It is xlsx, and something in it is not as it must be.
    #[error("the workbook cannot be annotated: in `{}` {}", crate::print::printable(.part), .fault.en)]
    Broken {
        /// The part of the package.
        part: String,
        /// What is wrong.
        fault: Message,
    },
    /// It is larger than what is worked on.
    #[error("the workbook cannot be annotated: {}", .0.en)]
    TooLarge(Message),
    /// The new workbook cannot be written.
    #[error("the annotated workbook cannot be written: {0}")]
    Write(#[from] io::Error),
}

impl AnnotateError {
    /// What is wrong, and what to do, in both languages.
    #[must_use]
    pub fn message(&self) -> Message {
        let zh = match self {
            Self::NotXlsx { found } => {
                format!(
                    "这不是 xlsx 工作簿（实为{}），无法在原文件上批注；请改用复制批注，或另存为 xlsx",
                    found_zh(found)
                )
            }
            Self::Broken { part, fault } => {
                format!(
                    "无法批注该工作簿：其中“{}”{}；请用电子表格软件打开后另存一次再试",
                    crate::print::printable(part),
                    fault.zh
                )
            }
            Self::TooLarge(fault) => format!("无法批注该工作簿：{}", fault.zh),
            Self::Write(fault) => format!("无法写出批注后的工作簿：{fault}"),
        };
        Message::new(zh, self.to_string())
    }

    pub(super) fn broken(part: &str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self::Broken { part: part.to_owned(), fault: Message::new(zh, en) }
    }
}

fn found_zh(found: &str) -> &str {
    match found {
        OLE => "旧格式或加密的工作簿",
        EMPTY => "空文件",
        ZIP => "别的压缩文件",
        _ => "其他文件",
    }
}

/// What files begin as that are no xlsx.
pub(super) const OLE: &str = "an OLE file, such as xls or an encrypted workbook";
pub(super) const ZIP: &str = "a ZIP file that holds no workbook of XML";
pub(super) const EMPTY: &str = "nothing: it is empty";
pub(super) const OTHER: &str = "something else";
