//! `qingdan check`.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use qingdan::report::FailLevel;
use qingdan::writer::human::{self, Options};
use qingdan::writer::{ReportFormat, ReportOptions, write_report};
use qingdan::{Lang, Report, Severity};

use crate::args::{CheckArgs, JudgeArgs};
use crate::baseline;
use crate::file::{self, Identity};
use crate::judge::{Judge, Judged, Shown};
use crate::output::{Outcome, Output, is_terminal, tell};
use crate::report_file::{ReportFile, are_apart};

pub(crate) fn run(args: &CheckArgs, output: &mut Output) -> Outcome {
    let Some(mut judge) = Judge::new(&args.judge) else { return Outcome::Failed };
    let config = judge.settings.config.check.clone();
    let configured = config.baseline.as_deref().map(|path| judge.settings.path(path));
    let baseline = args.baseline.clone().or(configured);
    let to_file = args.output.as_deref().filter(|&path| path != Path::new("-"));
    let written = to_file.into_iter().chain(args.report.iter().filter_map(ReportFile::file));
    let read = |written: &BTreeSet<Identity>| {
        let mut read = read_by(args, &judge, written);
        read.extend(baseline.clone());
        read
    };
    if !are_apart(written, read, judge.lang) {
        return Outcome::Failed;
    }
    if let Some(path) = baseline {
        let Some(known) = baseline::read(&path, &judge) else { return Outcome::Failed };
        judge.checker = judge.checker.baseline(known);
        judge.leave_out(&path);
    }
    let lang = judge.lang;
    if args.format == ReportFormat::Xlsx && to_file.is_none() && is_terminal() {
        tell(match lang {
            Lang::Zh => "qingdan：工作簿不能显示在终端上；请用 -o 整改台账.xlsx 写入文件",
            Lang::En => "qingdan: a terminal shows no workbook; write it to a file with -o worklist.xlsx",
        });
        return Outcome::Failed;
    }
    let mut options = Options::new(lang);
    options.color = to_file.is_none() && args.color.wanted();
    match args.max_findings {
        Some(0) => options.max_findings = usize::MAX,
        Some(most) => options.max_findings = most,
        None => {}
    }
    // For people at a terminal findings come as they are found; all else is written when all is known.
    let is_streamed = args.format == ReportFormat::Human && to_file.is_none();
    let shown = Shown {
        options: &options,
        printed: is_streamed && !args.statistics,
        kept: !is_streamed || !args.report.is_empty(),
        from: args.show_level.or(config.show_level).unwrap_or(Severity::Info),
        quiet: args.quiet,
    };
    let (workbooks, limits) = (judge.workbooks().to_vec(), judge.limits());
    let Some(Judged { report, is_whole }) = judge.judge(shown, output) else { return Outcome::Failed };
    let fail_level = args.fail_level.or(config.fail_level).unwrap_or(FailLevel::Error);
    let mut written = ReportOptions::new(lang);
    written.fail_level = fail_level;
    let mut outcome = if is_streamed {
        summary(args, &report, &options, output);
        Outcome::Clean
    } else {
        file::write(to_file, lang, output, |to| write_report(&report, args.format, &written, to))
    };
    for further in &args.report {
        outcome = outcome.max(further.write(&report, written, (&workbooks, limits), lang));
    }
    if !is_whole {
        Outcome::Failed
    } else if report.fails(fail_level) {
        outcome.max(Outcome::Faulty)
    } else {
        outcome
    }
}

/// The files that a check reads; of those that it met in folders, the ones that are to be written.
fn read_by(args: &CheckArgs, judge: &Judge, written: &BTreeSet<Identity>) -> Vec<PathBuf> {
    let JudgeArgs { superior, previous, law_facts, openings, files_from, .. } = &args.judge;
    let (settings, config) = (&judge.settings, &judge.settings.config);
    let named = superior.iter().chain(previous).chain(law_facts).chain(openings).chain(files_from).cloned();
    let configured = config.check.superior.iter().chain(&config.check.previous);
    let configured = configured.chain(&config.law.facts).chain(&config.law.openings).map(|path| settings.path(path));
    let profiles = settings.profiles.iter().map(|(path, _)| path.clone());
    let all = named.chain(configured).chain(profiles).chain(settings.file.clone());
    all.chain(judge.catalogs(written).map(Path::to_owned)).collect()
}

/// What follows the findings for people.
fn summary(args: &CheckArgs, report: &Report, options: &Options, output: &mut Output) {
    if args.statistics {
        human::write_statistics(report, options, &mut *output).unwrap_or_default();
    } else {
        human::write_upkeep(report, options, &mut *output).unwrap_or_default();
    }
    if !args.quiet {
        human::write_summary(report, options, &mut *output).unwrap_or_default();
    }
}
