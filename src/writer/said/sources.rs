//! What became of the workbooks from which a catalog was read.

use super::Said;
use crate::file_name::file_name;
use crate::lang::Lang;
use crate::print::printable;
use crate::report::SourceNotice;

impl Said<'_> {
    /// What became of the workbooks, one a sentence, each with its place; what needs somebody's hand first.
    pub(in crate::writer) fn sources(&self) -> Vec<String> {
        let mut notices: Vec<&SourceNotice> =
            self.report.inputs.iter().flat_map(|input| &input.source_notices).collect();
        notices.sort_by_key(|notice| !notice.kind.is_pressing());
        notices.into_iter().map(|notice| self.source(notice)).collect()
    }

    fn source(&self, notice: &SourceNotice) -> String {
        let mut place = Vec::new();
        place.extend(notice.file.as_ref().map(|file| printable(file_name(file)).into_owned()));
        place.extend(notice.sheet.as_ref().map(|sheet| match self.lang {
            Lang::Zh => format!("“{}”", printable(sheet)),
            Lang::En => format!("`{}`", printable(sheet)),
        }));
        place.extend(notice.row.map(|row| match self.lang {
            Lang::Zh => format!("第{row}行"),
            Lang::En => format!("row {row}"),
        }));
        place.extend(notice.columns.as_ref().map(|columns| match self.lang {
            Lang::Zh => format!("{}列", printable(columns)),
            Lang::En => format!("column {}", printable(columns)),
        }));
        let message = printable(notice.message.text(self.lang)).into_owned();
        if place.is_empty() {
            return message;
        }
        format!("{}{}{message}", place.join(self.say("", " ")), self.say("：", ": "))
    }
}
