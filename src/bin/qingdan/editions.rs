//! Two editions of a catalog, both read as a whole.

use std::path::Path;

use qingdan::print::printable;
use qingdan::{Catalog, Lang, Severity};

use crate::args::EditionsArgs;
use crate::input::{Input, UNREAD};
use crate::judge::limits;
use crate::other::read_whole;
use crate::output::tell;
use crate::report_file::is_apart;

/// Says of fields that nobody knows that they are there: what they hold is in no catalog, so it is not compared.
const UNKNOWN_FIELD: &str = "QD006";

/// Both editions; none where one could not be read as a whole, which is told of each.
pub(crate) fn read(args: &EditionsArgs) -> Option<(Catalog, Catalog)> {
    let lang = args.lang.lang();
    if args.old == Path::new("-") && args.new == Path::new("-") {
        tell(match lang {
            Lang::Zh => "qingdan：只有一个版次可以从标准输入读取",
            Lang::En => "qingdan: only one of the editions can be read from standard input",
        });
        return None;
    }
    if !is_apart(args.to_file(), [&args.old, &args.new], lang) {
        return None;
    }
    let (old, new) = (edition(&args.old, args), edition(&args.new, args));
    old.zip(new)
}

fn edition(path: &Path, args: &EditionsArgs) -> Option<Catalog> {
    let (input, lang) = (Input::named(path, None), args.lang.lang());
    let refusal = (
        "未能完整读取，没有对照，否则其中未能读取的会当作已取消或者新增；请先改正以上错误",
        "it could not be read as a whole, and nothing was compared, as what cannot be read would be taken for cancelled or \
         added; correct the errors above first",
    );
    let rules = [UNREAD, &[UNKNOWN_FIELD]].concat();
    let reading = read_whole(&input, limits(args.max_bytes), &rules, refusal, lang)?;
    let unknown = reading.report.count(Severity::Warning);
    if unknown > 0 {
        let name = input.name();
        let name = printable(&name);
        tell(&match lang {
            Lang::Zh => format!("qingdan：{name}：有不认识的栏目{unknown}处，其内容未参加对照；qingdan check 逐处列出"),
            Lang::En => {
                format!("qingdan: {name}: unknown fields were not compared: {unknown}; `qingdan check` lists them")
            }
        });
    }
    reading.catalog
}
