//! A catalog beside the one that is checked: the superior level's list, or the previous edition.

use std::path::Path;

use qingdan::{Catalog, Lang, Limits, Severity};

use crate::input::{Input, UNREAD};
use crate::law::tell_of;
use crate::reading::Reading;

/// The catalog in a file; none where it could not be read as a whole, which is told: what was not read would be taken
/// for something that is not there.
pub(crate) fn other_catalog(path: &Path, limits: Limits, lang: Lang) -> Option<Catalog> {
    let reading = Reading::of(&Input::File(path.to_owned()), limits, UNREAD, lang)?;
    if reading.report.count(Severity::Error) > 0 || reading.catalog.is_none() {
        reading.tell_findings(lang);
        let said = match lang {
            Lang::Zh => "未能完整读取，没有检查，否则其中未能读取的会当作没有；请先改正以上错误",
            Lang::En => {
                "it could not be read as a whole, and nothing was checked, as what cannot be read would be taken for \
                 missing; correct the errors above first"
            }
        };
        tell_of(path, said, lang);
        return None;
    }
    reading.catalog
}
