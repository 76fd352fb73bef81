//! `qingdan conformance`.

use qingdan::Catalog;
use qingdan::conformance::Conformance;
use qingdan::law::facts::LawFacts;
use qingdan::model::Kind;
use qingdan::writer::conformance::{write_csv, write_html, write_markdown, write_text};
use qingdan::writer::write_json;

use crate::args::{ConformanceArgs, ConformanceFormat};
use crate::clock;
use crate::judge::limits;
use crate::other::other_catalog;
use crate::output::{Outcome, Output};
use crate::whole::Whole;

pub(crate) fn run(args: &ConformanceArgs, output: &mut Output) -> Outcome {
    let lang = args.whole.lang.lang();
    let as_of = args.as_of.or_else(clock::today_in_china);
    let limits = limits(args.whole.max_bytes);
    let superiors: Option<Vec<Catalog>> =
        args.superior.iter().map(|path| Some(other_catalog(path, limits, lang)?.catalog)).collect();
    let Some(superiors) = superiors else { return Outcome::Failed };
    let superiors: Vec<&Catalog> = superiors.iter().collect();
    let whole = Whole {
        args: &args.whole,
        beside: args.superior.iter().collect(),
        can_do_without: is_not_compared,
        refusal: (
            "qingdan：没有对照，否则未能读取的记录会当作没有；请先改正以上错误",
            "qingdan: nothing was compared, as what cannot be read would be taken for missing; correct the errors above first",
        ),
        left_out: (
            "qingdan：以上记录未能读取，与对照无关；事项照常列出",
            "qingdan: the records above could not be read; none of them is compared, and all items are listed",
        ),
    };
    let make = |catalog: &_| Conformance::of(catalog, &superiors, LawFacts::known(), as_of);
    whole.show(make, output, |conformance, to| match args.format {
        ConformanceFormat::Human => write_text(conformance, lang, to),
        ConformanceFormat::Json => write_json(conformance, to),
        ConformanceFormat::Csv => write_csv(conformance, lang, to),
        ConformanceFormat::Html => write_html(conformance, lang, to),
        ConformanceFormat::Markdown => write_markdown(conformance, lang, to),
    })
}

/// Whether records of a kind are neither compared nor looked at for it: bodies are not.
fn is_not_compared(kind: Kind) -> bool {
    !matches!(kind, Kind::LicensingItem | Kind::PowerItem | Kind::ServiceItem | Kind::LegalInstrument)
}
