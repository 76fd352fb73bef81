//! Where the parts of a workbook are: its sheets by their names, and its styles.

use quick_xml::events::Event;

use super::outcome::{AnnotateError, Kept, ZIP};
use super::package::Package;
use super::relations::Relations;
use super::tag::{Tag, pieces};

/// The parts of a workbook.
pub(super) struct Parts {
    pub(super) styles: Option<String>,
    /// The sheets of cells, by their names, in order.
    pub(super) sheets: Vec<(String, String)>,
    pub(super) is_strict: bool,
    pub(super) relations: Relations,
}

/// The namespace of the strict variant of the standard.
const STRICT: &str = "http://purl.oclc.org/ooxml/spreadsheetml/main";

impl Parts {
    pub(super) fn find(package: &mut Package<'_>, kept: &mut Kept) -> Result<Self, AnnotateError> {
        package.check()?;
        let root = Relations::of("", package)?;
        let workbook = root.target("officeDocument").ok_or(AnnotateError::NotXlsx { found: ZIP })?.to_owned();
        if root.has("origin") || !package.named("_xmlsignatures/", "").is_empty() {
            kept.lose(
                "原文件有数字签名，批注后签名失效，需要重新签名",
                "the workbook was signed digitally: the signature does not hold for what was changed",
            );
        }
        let relations = Relations::of(&workbook, package)?;
        let text = package.required(&workbook)?;
        // Binary workbooks have the same package, and no XML in it.
        if !workbook.to_ascii_lowercase().ends_with(".xml") || !text.iter().take(200).any(|&byte| byte == b'<') {
            return Err(AnnotateError::NotXlsx { found: ZIP });
        }
        let (mut sheets, mut is_strict, mut is_workbook) = (Vec::new(), false, false);
        for piece in pieces(&workbook, &text)? {
            let piece = piece?;
            let (Event::Start(_) | Event::Empty(_)) = piece.event else { continue };
            let tag = Tag::new(text.get(piece.place).unwrap_or_default());
            match tag.local() {
                "workbook" => (is_strict, is_workbook) = (tag.has_value(STRICT), true),
                "sheet" => {
                    let target = tag.get_prefixed("id").and_then(|id| {
                        let relation = relations.by_id(&id).filter(|relation| relation.what == "worksheet")?;
                        relation.target.clone()
                    });
                    if let (Some(name), Some(target)) = (tag.get("name"), target) {
                        sheets.push((name.into_owned(), target));
                    }
                }
                _ => {}
            }
        }
        if !is_workbook {
            return Err(AnnotateError::NotXlsx { found: ZIP });
        }
        Ok(Self { styles: relations.target("styles").map(str::to_owned), sheets, is_strict, relations })
    }

    /// The type of a relationship, in the variant of the workbook.
    pub(super) fn kind(&self, what: &str) -> String {
        let base = if self.is_strict {
            "http://purl.oclc.org/ooxml/officeDocument/relationships"
        } else {
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        };
        format!("{base}/{what}").trim_end_matches('/').to_owned()
    }
}
