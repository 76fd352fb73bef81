//! `qingdan figures`.

use qingdan::figures::Figures;
use qingdan::model::Kind;
use qingdan::writer::figures::{write_csv, write_html, write_text};
use qingdan::writer::write_json;

use crate::args::{FiguresArgs, FiguresFormat};
use crate::output::{Outcome, Output};
use crate::whole::Whole;

pub(crate) fn run(args: &FiguresArgs, output: &mut Output) -> Outcome {
    let lang = args.whole.lang.lang();
    let whole = Whole {
        args: &args.whole,
        beside: Vec::new(),
        // Published figures are counted in no statistic, so the rest can be told.
        can_do_without: |kind| kind == Kind::PublishedFigure,
        refusal: (
            "qingdan：没有统计，否则未能读取的记录会漏计；请先改正以上错误",
            "qingdan: nothing was counted, as records that cannot be read would be missing; correct the errors above first",
        ),
        left_out: (
            "qingdan：以上公布数据未能读取，未列入核对；其余照常统计和核对",
            "qingdan: the published figures above could not be read and are left out; the rest was counted",
        ),
    };
    whole.show(Figures::of, output, |figures, to| match args.format {
        FiguresFormat::Human => write_text(figures, lang, to),
        FiguresFormat::Json => write_json(figures, to),
        FiguresFormat::Csv => write_csv(figures, lang, to),
        FiguresFormat::Html => write_html(figures, lang, to),
    })
}
