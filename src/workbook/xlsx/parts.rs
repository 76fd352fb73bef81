//! Which parts a workbook has, and what it says of its sheets.

use quick_xml::events::Event;

use crate::workbook::WorkbookError;
use crate::workbook::limits::Account;
use crate::workbook::package::{Package, few_parts, resolved};
use crate::workbook::xml::{Elements, attribute, is_set, unescaped};

/// The parts of a workbook that are read.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) sheets: Vec<Listed>,
    pub(super) strings: Option<String>,
    pub(super) styles: Option<String>,
    pub(super) is_1904: bool,
}

/// A sheet as the workbook lists it.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    /// Its part; none where the workbook names one that it does not have.
    pub(super) part: Option<String>,
}

/// What one part says of another.
struct Relation {
    id: String,
    /// The last word of its type, which is the same in both variants of the format.
    kind: String,
    part: String,
}

impl Parts {
    pub(super) fn of(package: &mut Package<'_>, account: &mut Account) -> Result<Self, WorkbookError> {
        let of_file = relations(package, "", "_rels/.rels", account)?;
        let book = of_file.into_iter().find(|relation| relation.kind == "officeDocument").map(|relation| relation.part);
        let book = book.unwrap_or_else(|| "xl/workbook.xml".to_owned());
        let (folder, file) = book.rsplit_once('/').unwrap_or(("", &book));
        let related = relations(package, folder, &resolved(folder, &format!("_rels/{file}.rels")), account)?;
        let Some(text) = package.text(&book, account)? else {
            return Err(WorkbookError::damaged("文件中没有工作簿的目录", "the list of its sheets is not in the file"));
        };
        let part = |kind: &str| Some(related.iter().find(|relation| relation.kind == kind)?.part.clone());
        let mut parts = Self { strings: part("sharedStrings"), styles: part("styles"), ..Self::default() };
        let mut elements = Elements::of(&text);
        let mut is_book = false;
        loop {
            match elements.next()? {
                Event::Start(element) if element.local_name().as_ref() == "workbook" => is_book = true,
                Event::Start(element) if element.local_name().as_ref() == "workbookPr" => {
                    parts.is_1904 = is_set(&element, "date1904")?;
                }
                Event::Start(element) if element.local_name().as_ref() == "sheet" => {
                    let name = unescaped(attribute(&element, "name")?.unwrap_or_default()).into_owned();
                    let state = attribute(&element, "state")?.unwrap_or_default();
                    let id = attribute(&element, "id")?.unwrap_or_default();
                    let relation = related.iter().find(|relation| relation.id == id);
                    // Charts, dialogs and macros have no cells.
                    if relation.is_none_or(|relation| relation.kind == "worksheet") {
                        account.sheet()?;
                        let is_hidden = matches!(state.as_ref(), "hidden" | "veryHidden");
                        parts.sheets.push(Listed {
                            name,
                            is_hidden,
                            part: relation.map(|relation| relation.part.clone()),
                        });
                    }
                }
                Event::Eof if is_book => return Ok(parts),
                Event::Eof => return Err(WorkbookError::damaged("其中没有工作簿", "there is no workbook in it")),
                _ => {}
            }
        }
    }
}

fn relations(
    package: &mut Package<'_>,
    folder: &str,
    part: &str,
    account: &mut Account,
) -> Result<Vec<Relation>, WorkbookError> {
    let mut relations = Vec::new();
    let Some(text) = package.text(part, account)? else { return Ok(relations) };
    let mut elements = Elements::of(&text);
    loop {
        match elements.next()? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let id = attribute(&element, "Id")?.unwrap_or_default().into_owned();
                let kind = attribute(&element, "Type")?.unwrap_or_default();
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let part = resolved(folder, &attribute(&element, "Target")?.unwrap_or_default());
                relations.push(Relation { id, kind, part });
                few_parts(relations.len())?;
            }
            Event::Eof => return Ok(relations),
            _ => {}
        }
    }
}
