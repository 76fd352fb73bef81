//! `qingdan fix`.

use std::io::Write as _;

use qingdan::fix::{FixClass, Fixed, Fixer, Fixes};
use qingdan::writer::fixes::{write_diff, write_left, write_summary};
use qingdan::writer::write_json;
use qingdan::{Checker, Lang};

use crate::args::{FixArgs, ShowFormat};
use crate::file;
use crate::input::{Input, once_each, tell_unreadable};
use crate::judge::limits;
use crate::output::{Outcome, Output, tell};

pub(crate) fn run(args: &FixArgs, output: &mut Output) -> Outcome {
    let lang = args.lang.lang();
    let inputs = once_each(args.inputs.iter().map(|path| Input::named(path, None)).collect());
    let is_piped = args.write && inputs.iter().any(|input| matches!(input, Input::Stdin(_)));
    if is_piped && args.format == ShowFormat::Json {
        tell(match lang {
            Lang::Zh => {
                "错误：--format json 不能与 --write 和标准输入（-）同用，两者都写到标准输出；请去掉 --write，或者写文件名"
            }
            Lang::En => {
                "error: --format json cannot be used with --write and standard input (-), as both go to standard output; \
                 leave out --write, or name a file"
            }
        });
        return Outcome::Failed;
    }
    let mut outcome = Outcome::Clean;
    let mut all = Vec::new();
    for input in &inputs {
        let name = input.name();
        let limits = limits(args.max_bytes);
        let bytes = match input.read(&Checker::new().limits(limits), limits) {
            Ok(bytes) => bytes,
            Err(fault) => {
                tell_unreadable(&name, &fault, lang);
                outcome = Outcome::Failed;
                continue;
            }
        };
        let how = input.spelling().map_or_else(Fixer::new, |spelling| Fixer::new().spelling(spelling));
        let fixed = how.classes(classes(args)).limits(limits).fix(&name, &bytes);
        outcome = outcome.max(one(args, input, &fixed, output));
        all.push(fixed.fixes);
    }
    let is_shown = args.format == ShowFormat::Human && !args.write;
    if is_shown && all.iter().any(|fixes| fixes.count() > 0) {
        let hint = match lang {
            Lang::Zh => "未写入文件；确认无误后加 --write 写入",
            Lang::En => "nothing was written; add --write to write it",
        };
        writeln!(output, "{hint}").unwrap_or_default();
    }
    if args.format == ShowFormat::Json {
        write_json(&Fixes::new(all), output).unwrap_or_default();
    }
    outcome
}

/// Shows or writes one input.
fn one(args: &FixArgs, input: &Input, fixed: &Fixed<'_>, output: &mut Output) -> Outcome {
    let lang = args.lang.lang();
    let mut left = Vec::new();
    write_left(&fixed.fixes, lang, &mut left).unwrap_or_default();
    tell(&String::from_utf8_lossy(&left));
    if fixed.fixes.left_as_a_whole().is_some() {
        return Outcome::Failed;
    }
    if !args.write {
        if args.format == ShowFormat::Human {
            write_diff(fixed, &mut *output).unwrap_or_default();
            write_summary(&fixed.fixes, lang, output).unwrap_or_default();
        }
        return if fixed.is_changed() { Outcome::Faulty } else { Outcome::Clean };
    }
    let written = match input {
        // Standard output is not the report here but the text: nothing in it is escaped, as nothing else is touched.
        Input::Stdin(_) => {
            output.write_all(fixed.bytes()).unwrap_or_default();
            Outcome::Clean
        }
        Input::File(path) | Input::Met(path) if fixed.is_changed() => {
            file::replace(path, lang, |to| to.write_all(fixed.bytes()))
        }
        Input::File(_) | Input::Met(_) => Outcome::Clean,
    };
    if written == Outcome::Clean && args.format == ShowFormat::Human {
        let mut summary = Vec::new();
        write_summary(&fixed.fixes, lang, &mut summary).unwrap_or_default();
        tell(&String::from_utf8_lossy(&summary));
    }
    written
}

/// What is corrected.
fn classes(args: &FixArgs) -> Vec<FixClass> {
    let is_wanted = |class: FixClass| {
        let is_default = args.only.is_empty() && class != FixClass::Order;
        is_default || args.only.contains(&class) || (args.order && class == FixClass::Order)
    };
    FixClass::ALL.iter().copied().filter(|&class| is_wanted(class)).collect()
}
