//! `qingdan export`.

use std::io::{self, IsTerminal as _};
use std::path::Path;

use qingdan::import::export_power_list;
use qingdan::model::Kind;
use qingdan::writer::list::{write_csv, write_xlsx};
use qingdan::{Catalog, Lang};

use crate::args::{ExportArgs, ListFormat};
use crate::output::{Outcome, Output, tell};
use crate::whole::Whole;

pub(crate) fn run(args: &ExportArgs, output: &mut Output) -> Outcome {
    let lang = args.whole.lang.lang();
    let by_name = args.whole.to_file().and_then(Path::extension).and_then(|ending| ending.to_str());
    let format = args.format.unwrap_or(match by_name {
        Some(ending) if ending.eq_ignore_ascii_case("csv") => ListFormat::Csv,
        _ => ListFormat::Xlsx,
    });
    if format == ListFormat::Xlsx && args.whole.to_file().is_none() && io::stdout().is_terminal() {
        tell(match lang {
            Lang::Zh => "qingdan：工作簿不能显示在终端上；请用 -o 写明文件，或者用 --format csv",
            Lang::En => "qingdan: a workbook cannot be shown on a terminal; name a file with -o, or use --format csv",
        });
        return Outcome::Failed;
    }
    let whole = Whole {
        args: &args.whole,
        beside: Vec::new(),
        can_do_without: |kind| !matches!(kind, Kind::PowerItem | Kind::Organization),
        refusal: (
            "qingdan：有权责事项或者机构未能读取，未写出清单；请先改正",
            "qingdan: power items or bodies could not be read, and no list was written; correct them first",
        ),
        left_out: ("qingdan：未能读取的记录不在清单中", "qingdan: what could not be read is not in the list"),
    };
    let mut lost = Vec::new();
    let outcome = whole.show(
        |catalog: &Catalog| {
            let exported = export_power_list(catalog);
            lost.extend(exported.lost.clone());
            exported
        },
        output,
        |list, to| match format {
            ListFormat::Xlsx => write_xlsx(list, to),
            ListFormat::Csv => write_csv(list, to),
        },
    );
    for (field, count) in lost {
        tell(&match lang {
            Lang::Zh => format!("qingdan：{count}个事项的 {field} 在清单中写不全，交回后请对照原目录"),
            Lang::En => {
                format!("qingdan: the list does not say all of `{field}` of {count} items; keep the catalog beside it")
            }
        });
    }
    outcome
}
