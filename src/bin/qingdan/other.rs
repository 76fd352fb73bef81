//! A catalog beside the one that is checked: the superior level's list, or the previous edition.

use std::io;
use std::path::Path;

use qingdan::model::Spelling;
use qingdan::writer::human::{self, Excerpts, Options};
use qingdan::{Catalog, Checker, Lang, Limits, RuleSelector, Severity};

use crate::input::{Input, UNREAD, tell_unreadable};
use crate::law::tell_of;

/// The catalog in a file; none where it could not be read as a whole, which is told: what was not read would be taken
/// for something that is not there.
pub(crate) fn other_catalog(path: &Path, limits: Limits, lang: Lang) -> Option<Catalog> {
    let unread = UNREAD.iter().filter_map(|code| code.parse::<RuleSelector>().ok());
    let checker = Checker::new().limits(limits).select(unread);
    let input = Input::File(path.to_owned());
    let name = input.name();
    let bytes = input.read(&checker, limits).map_err(|fault| tell_unreadable(&name, &fault, lang)).ok()?;
    let spelling = Spelling::of_bytes(&bytes).or(input.spelling());
    let checker = spelling.map_or_else(|| checker.clone(), |spelling| checker.clone().spelling(spelling));
    let report = checker.check_bytes(&name, &bytes);
    let catalog = qingdan::read(&bytes, limits).catalog.filter(|_| report.count(Severity::Error) == 0);
    if catalog.is_none() {
        let options = Options::new(lang);
        for input in &report.inputs {
            human::write_findings(input, Some(&Excerpts::of_bytes(&bytes)), &options, &mut io::stderr().lock())
                .unwrap_or_default();
        }
        let said = match lang {
            Lang::Zh => "未能完整读取，没有检查，否则其中未能读取的会当作没有；请先改正以上错误",
            Lang::En => {
                "it could not be read as a whole, and nothing was checked, as what cannot be read would be taken for \
                 missing; correct the errors above first"
            }
        };
        tell_of(path, said, lang);
    }
    catalog
}
