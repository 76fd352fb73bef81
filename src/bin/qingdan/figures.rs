//! `qingdan figures`.

use std::io::{self, Write};
use std::path::Path;

use qingdan::figures::Figures;
use qingdan::model::{Kind, Spelling};
use qingdan::writer::figures::{write_csv, write_html, write_text};
use qingdan::writer::human::{self, Excerpts, Options};
use qingdan::writer::write_json;
use qingdan::{Checker, Finding, Lang, Report, RuleSelector, Severity};

use crate::args::{FiguresArgs, FiguresFormat};
use crate::check::limits;
use crate::file;
use crate::input::{Input, UNREAD, tell_unreadable};
use crate::output::{Outcome, Output, tell};

pub(crate) fn run(args: &FiguresArgs, output: &mut Output) -> Outcome {
    let lang = args.lang.lang();
    let limits = limits(args.max_bytes);
    let checker =
        Checker::new().limits(limits).select(UNREAD.iter().filter_map(|code| code.parse::<RuleSelector>().ok()));
    let input = Input::named(&args.file, None);
    let name = input.name();
    let bytes = match input.read(&checker, limits) {
        Ok(bytes) => bytes,
        Err(fault) => {
            tell_unreadable(&name, &fault, lang);
            return Outcome::Failed;
        }
    };
    let spelling = Spelling::of_bytes(&bytes).or(input.spelling());
    let told = spelling.map_or_else(|| checker.clone(), |spelling| checker.clone().spelling(spelling));
    let report = told.check_bytes(&name, &bytes);
    let reading = qingdan::read(&bytes, limits);
    if report.count(Severity::Error) > 0 {
        let options = Options::new(lang);
        for input in &report.inputs {
            human::write_findings(input, Some(&Excerpts::of_bytes(&bytes)), &options, &mut io::stderr().lock())
                .unwrap_or_default();
        }
    }
    let Some(catalog) = reading.catalog.filter(|_| nothing_counted_is_unread(&report)) else {
        tell(match lang {
            Lang::Zh => "qingdan：没有统计，否则未能读取的记录会漏计；请先改正以上错误",
            Lang::En => {
                "qingdan: nothing was counted, as records that cannot be read would be missing; correct the errors above first"
            }
        });
        return Outcome::Faulty;
    };
    let figures = Figures::of(&catalog);
    let write = |to: &mut dyn Write| match args.format {
        FiguresFormat::Human => write_text(&figures, lang, to),
        FiguresFormat::Json => write_json(&figures, to),
        FiguresFormat::Csv => write_csv(&figures, lang, to),
        FiguresFormat::Html => write_html(&figures, lang, to),
    };
    let written = if let Some(file) = args.output.as_deref().filter(|&path| path != Path::new("-")) {
        file::replace(file, lang, |to| write(to))
    } else {
        write(output).unwrap_or_default();
        Outcome::Clean
    };
    if report.count(Severity::Error) == 0 || written != Outcome::Clean {
        return written;
    }
    tell(match lang {
        Lang::Zh => "qingdan：以上公布数据未能读取，未列入核对；其余照常统计和核对",
        Lang::En => "qingdan: the published figures above could not be read and are left out; the rest was counted",
    });
    Outcome::Faulty
}

/// Whether every fault is one of a published figure: they are counted in no statistic, so the rest can be told.
fn nothing_counted_is_unread(report: &Report) -> bool {
    let is_of_figure = |finding: &&Finding| {
        finding.severity == Severity::Error
            && finding.record.as_ref().is_some_and(|record| record.kind == Kind::PublishedFigure)
    };
    // Findings may be cut; those that are not shown are of nobody knows what.
    u64::try_from(report.findings().filter(is_of_figure).count()) == Ok(report.count(Severity::Error))
}
