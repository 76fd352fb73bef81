//! Faults of form, turned into findings.

use std::ops::Range;

use super::meant::{in_another_style, meant};
use super::words::{parent, words};
use super::{rule_of, unread};
use crate::finding::RuleCode;
use crate::lang::Message;
use crate::model::Pointer;
use crate::place::Frame;
use crate::print::excerpt;
use crate::read::encoding::Encoding;
use crate::read::fault::{Expected, Fault, FaultClass, FaultKind, Found};
use crate::read::foreign::Foreign;
use crate::read::{Faults, Misnamed};
use crate::rule::{Drafts, Findings, Rule};
use crate::schema::titles::{self, ValueTitles};
use crate::spot::Spot;

/// Whether faults of a class keep the record from being read.
pub(crate) fn is_unreadable(class: FaultClass) -> bool {
    // Repeated keys in free objects could be read, but one of the two would be lost.
    class != FaultClass::Unknown
}

/// The rule that tells of faults of a class.
pub(crate) fn rule_of_class(class: FaultClass) -> &'static Rule {
    rule_of(match class {
        FaultClass::Syntax => 1,
        FaultClass::RepeatedKey => 3,
        FaultClass::TooDeep => 4,
        FaultClass::Shape => 5,
        FaultClass::Unknown => 6,
    })
}

/// Turns the faults of a piece into findings.
pub(crate) fn report_all(faults: &Faults, record: Option<u32>, drafts: &mut Drafts) {
    faults.iter().for_each(|fault| report(fault, record, drafts));
    for class in FaultClass::ALL {
        drafts.add_unkept(rule_of_class(class), faults.unkept(class));
    }
}

/// Turns a fault into a finding.
fn report(fault: &Fault, record: Option<u32>, drafts: &mut Drafts) {
    let rule = rule_of_class(fault.kind.class());
    drafts.settle();
    if drafts.room(rule.code) == 0 {
        drafts.add_unkept(rule, 1);
        return;
    }
    let spot =
        Spot::Input { span: fault.span.clone(), pointer: fault.pointer.clone(), path: fault.path.clone(), record };
    let meant = meant_by(fault);
    let (zh, en) = words(fault, meant.as_deref());
    let mut findings = Findings::new(rule, record, drafts);
    let draft = findings.at_spot(spot, zh, en);
    match &fault.kind {
        FaultKind::OutOfRange { text, .. }
        | FaultKind::NotWhole { text }
        | FaultKind::TooLong { text, .. }
        | FaultKind::NotAnId { text, .. }
        | FaultKind::NotADecimal { text } => {
            draft.found(text);
        }
        FaultKind::NotInList { allowed, text } | FaultKind::WrongType { allowed, text, .. } => {
            draft.found(text).allowed(allowed.iter().cloned());
            if let Some(meant) = meant {
                draft.help(format!("改填“{meant}”"), format!("write `{meant}`"));
            }
            // As long as a code.
            let is_long = text.len() >= 6;
            if let FaultKind::WrongType { expected: Expected::Text, found: Found::Number, .. } = fault.kind
                && is_long
            {
                draft.help(
                    "加上双引号写成文字；编码在表格中应先设为文本格式，否则会丢失数字",
                    "put it between double quotes; in a spreadsheet a code must be text, or digits are lost",
                );
            }
        }
        FaultKind::Unknown { name, .. } => {
            draft.found(name).allowed(meant.iter().cloned());
            if let Some(meant) = meant {
                draft.help(format!("栏目名改为“{meant}”"), format!("call the field `{meant}`"));
            }
        }
        FaultKind::RepeatedKey { key } => {
            draft.found(key);
        }
        _ => {}
    }
    if let Some(first) = &fault.first {
        let spot =
            Spot::Input { span: first.clone(), pointer: fault.pointer.clone(), path: fault.path.clone(), record };
        draft.related(spot, "第一次出现在这里", "it stands here first");
    }
}

/// What was meant by a name that is not known, where it can be no other.
fn meant_by(fault: &Fault) -> Option<String> {
    match &fault.kind {
        FaultKind::NotInList { allowed, text } => {
            let titles = ValueTitles::at(&fault.pointer);
            let known: Vec<_> = allowed.iter().map(|value| (value.as_str(), titles.of(value))).collect();
            meant(text, &known).map(str::to_owned)
        }
        FaultKind::Unknown { name, nearest } => nearest.clone().or_else(|| {
            let known: Vec<_> = titles::members(&parent(&fault.pointer)).collect();
            // A line has not all members that a document has.
            in_another_style(name, &known).filter(|meant| meant != name).map(str::to_owned)
        }),
        _ => None,
    }
}

/// The reader found nothing wrong and serde refused: a fault of this library, told as it is.
pub(crate) fn report_refused(frame: Frame, record: Option<u32>, reason: &str, drafts: &mut Drafts) {
    let fault = Fault {
        kind: FaultKind::Refused { reason: reason.to_owned() },
        span: frame.start..frame.end,
        pointer: Pointer::default(),
        path: Pointer::default(),
        first: None,
    };
    report(&fault, record, drafts);
}

/// Why an input could not be read at all.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Unread {
    TooLarge {
        limit: u64,
    },
    Encoding {
        at: usize,
        encoding: Encoding,
    },
    /// It is no JSON at all.
    Foreign(Foreign),
    /// It is said to be NDJSON and is not.
    Misnamed(Misnamed),
}

impl Unread {
    /// The rules that looked at what could not be read: the size is looked at first.
    pub(crate) fn looked(self) -> &'static [RuleCode] {
        const LOOKED: &[RuleCode] = &[RuleCode::new(2), RuleCode::new(4)];
        match self {
            Self::TooLarge { .. } => LOOKED.get(1..).unwrap_or_default(),
            Self::Encoding { .. } => LOOKED,
            Self::Foreign(_) => unread::LOOKED_FOREIGN,
            Self::Misnamed(_) => unread::LOOKED_MISNAMED,
        }
    }

    /// The finding.
    pub(crate) fn report(self, drafts: &mut Drafts) {
        let whole = |span: Range<usize>| Spot::Input {
            span,
            pointer: Pointer::default(),
            path: Pointer::default(),
            record: None,
        };
        match self {
            Self::TooLarge { limit } => {
                Findings::new(rule_of(4), None, drafts).at_spot(
                    whole(0..0),
                    format!("文件超过{limit}字节的限度，未读取"),
                    format!("the input exceeds the limit of {limit} bytes and was not read"),
                );
            }
            Self::Encoding { at, encoding } => {
                let (zh, en) = match encoding {
                    Encoding::Utf16 { big_endian } => {
                        let name = if big_endian { "UTF-16BE" } else { "UTF-16LE" };
                        (format!("文件像是{name}编码，应为UTF-8"), format!("it looks like {name}; it must be UTF-8"))
                    }
                    Encoding::Utf32 => {
                        ("文件像是UTF-32编码，应为UTF-8".into(), "it looks like UTF-32; it must be UTF-8".into())
                    }
                    Encoding::Gb18030 => (
                        format!("文件像是GB18030（GBK）编码，应为UTF-8；自第{at}字节起（从0计）"),
                        format!("it looks like GB18030 (GBK); it must be UTF-8; from byte {at} (counted from 0)"),
                    ),
                    Encoding::StrayByte { byte } => (
                        format!("第{at}字节（从0计）为0x{byte:02X}，不是UTF-8编码"),
                        format!("byte {at} (counted from 0), 0x{byte:02X}, is not UTF-8"),
                    ),
                };
                let (help_zh, help_en) = unread::help_of_encoding(encoding);
                Findings::new(rule_of(2), None, drafts).at_spot(whole(at..at), zh, en).help(help_zh, help_en);
            }
            Self::Foreign(foreign) => unread::report_foreign(foreign, whole(0..0), drafts),
            Self::Misnamed(misnamed) => unread::report_misnamed(misnamed, whole(0..0), drafts),
        }
    }
}

/// A UTF-8 byte order mark: read, and noted.
pub(crate) fn report_mark(at: usize, drafts: &mut Drafts) {
    let spot = Spot::Input { span: at..at, pointer: Pointer::default(), path: Pointer::default(), record: None };
    Findings::new(rule_of(10), None, drafts)
        .at_spot(
            spot,
            "文件以UTF-8签名（BOM）开头，已跳过",
            "the file begins with a UTF-8 byte order mark; it was passed over",
        )
        .help("另存为不带签名的UTF-8", "save it as UTF-8 without a signature");
}

/// What the header of a file says else than that of the catalog to which it belongs.
pub(crate) fn report_header(at: usize, path: Pointer, found: &str, message: Message, drafts: &mut Drafts) {
    let spot = Spot::Input { span: at..at, pointer: Pointer::member("header"), path, record: None };
    Findings::new(rule_of(5), None, drafts).at_spot(spot, message.zh, message.en).found(found).help(
        "一并检查的文件应当是同一地方、同一版次的清单；不是的，分开检查",
        "files checked together are lists of one place and one edition; check others apart",
    );
}

/// A version that is not supported; nothing else is run.
pub(crate) fn report_version(version: &str, drafts: &mut Drafts) {
    let found = excerpt(version);
    Findings::new(rule_of(7), None, drafts)
        .at_spot(
            Spot::Header(Pointer::member("schema_version")),
            format!("模式版本（schema_version）“{found}”不受支持，没有作其他检查"),
            format!("schema version `{found}` is not supported; nothing else was checked"),
        )
        .found(version)
        .allowed(["1.0"])
        .expected("1.0，或者更新的 1.x", "`1.0`, or a later 1.x");
}
