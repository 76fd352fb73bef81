//! Catalogs that are held against others and must be read as a whole: what was not read would be taken for something
//! that is not there.

use std::path::Path;

use qingdan::print::printable;
use qingdan::{Catalog, Lang, Limits, Severity};

use crate::input::{Input, UNREAD};
use crate::output::tell;
use crate::reading::Reading;

/// A catalog beside the one that is checked, and by what it is known again.
pub(crate) struct Other {
    pub(crate) name: String,
    pub(crate) catalog: Catalog,
    /// Of its bytes, in hexadecimal digits.
    pub(crate) sha256: String,
}

/// The catalog beside the one that is checked: a superior level's list, or the previous edition; none where it could not be
/// read as a whole, which is told.
pub(crate) fn other_catalog(path: &Path, limits: Limits, lang: Lang) -> Option<Other> {
    let refusal = (
        "未能完整读取，没有检查，否则其中未能读取的会当作没有；请先改正以上错误",
        "it could not be read as a whole, and nothing was checked, as what cannot be read would be taken for missing; \
          correct the errors above first",
    );
    let reading = read_whole(&Input::File(path.to_owned()), limits, UNREAD, refusal, lang)?;
    let (sha256, catalog) = (reading.sha256(), reading.catalog?);
    Some(Other { name: path.to_string_lossy().into_owned(), catalog, sha256 })
}

/// An input that could be read as a whole, judged by these rules; none where it could not, which is told: in Chinese, in
/// English.
pub(crate) fn read_whole(
    input: &Input,
    limits: Limits,
    rules: &[&str],
    (zh, en): (&str, &str),
    lang: Lang,
) -> Option<Reading> {
    let reading = Reading::of(input, limits, rules, lang)?;
    if reading.report.count(Severity::Error) == 0 && reading.catalog.is_some() {
        return Some(reading);
    }
    reading.tell_findings(lang);
    let name = input.name();
    let name = printable(&name);
    tell(&match lang {
        Lang::Zh => format!("qingdan：{name}：{zh}"),
        Lang::En => format!("qingdan: {name}: {en}"),
    });
    None
}
