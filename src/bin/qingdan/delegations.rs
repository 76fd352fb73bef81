//! `qingdan delegations`.

use qingdan::delegations::Delegations;
use qingdan::model::Kind;
use qingdan::writer::delegations::{write_csv, write_html, write_text};
use qingdan::writer::write_json;

use crate::args::{DelegationsArgs, DelegationsFormat};
use crate::clock;
use crate::output::{Outcome, Output};
use crate::whole::Whole;

pub(crate) fn run(args: &DelegationsArgs, output: &mut Output) -> Outcome {
    let lang = args.whole.lang.lang();
    let as_of = args.as_of.or_else(clock::today_in_china);
    let whole = Whole {
        args: &args.whole,
        beside: Vec::new(),
        can_do_without: is_not_of_delegations,
        refusal: (
            "qingdan：没有列出赋权事项，否则未能读取的记录会遗漏；请先改正以上错误",
            "qingdan: nothing was listed, as records that cannot be read would be missing; correct the errors above first",
        ),
        left_out: (
            "qingdan：以上记录未能读取，与赋权事项无关；赋权事项照常列出",
            "qingdan: the records above could not be read; no delegation needs them, and all are listed",
        ),
    };
    let make = |catalog: &_| Delegations::of(catalog, as_of);
    whole.show(make, output, |delegations, to| match args.format {
        DelegationsFormat::Human => write_text(delegations, lang, to),
        DelegationsFormat::Json => write_json(delegations, to),
        DelegationsFormat::Csv => write_csv(delegations, lang, to),
        DelegationsFormat::Html => write_html(delegations, lang, to),
    })
}

/// Whether the table of delegations shows nothing of records of a kind.
fn is_not_of_delegations(kind: Kind) -> bool {
    !matches!(kind, Kind::Delegation | Kind::PowerItem | Kind::Organization | Kind::LegalInstrument)
}
