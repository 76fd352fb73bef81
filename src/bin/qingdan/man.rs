//! `qingdan man`.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use clap::Command;
use clap_mangen::Man;
use qingdan::Lang;

use crate::args::ManArgs;
use crate::help;
use crate::input::shown_name;
use crate::output::{Outcome, Output, tell};

pub(crate) fn run(args: &ManArgs, output: &mut Output) -> Outcome {
    let lang = args.lang.lang();
    let mut command = help::described(lang);
    command.build();
    let Some(folder) = &args.folder else {
        let written = page(command, lang).and_then(|page| output.write_all(page.as_bytes()));
        return written.map_or(Outcome::Failed, |()| Outcome::Clean);
    };
    let mut count = 0_usize;
    let written = fs::create_dir_all(folder).and_then(|()| write_below(command, folder, lang, &mut count));
    let folder = shown_name(folder);
    match (written, lang) {
        (Ok(()), Lang::Zh) => tell(&format!("qingdan：已将{count}页手册写入 {folder}")),
        (Ok(()), Lang::En) => tell(&format!("qingdan: {count} pages of the manual written to {folder}")),
        (Err(fault), lang) => {
            tell(&match lang {
                Lang::Zh => format!("qingdan：无法将手册写入 {folder}：{fault}"),
                Lang::En => format!("qingdan: cannot write the manual to {folder}: {fault}"),
            });
            return Outcome::Failed;
        }
    }
    Outcome::Clean
}

/// Writes the pages of a command and of those below it.
fn write_below(command: Command, folder: &Path, lang: Lang, count: &mut usize) -> io::Result<()> {
    for below in command.get_subcommands() {
        write_below(below.clone(), folder, lang, count)?;
    }
    let name = command.get_display_name().unwrap_or(command.get_name()).to_owned();
    fs::write(folder.join(format!("{name}.1")), page(command, lang)?)?;
    *count = count.saturating_add(1);
    Ok(())
}

/// The page of a command.
fn page(command: Command, lang: Lang) -> io::Result<String> {
    let mut roff = Vec::new();
    Man::new(command).source(concat!("qingdan ", env!("CARGO_PKG_VERSION"))).render(&mut roff)?;
    let page = String::from_utf8_lossy(&roff).replace("\n.SH EXTRA\n", "\n.SH NOTES\n");
    // In roff a hyphen that is to be copied is written with a backslash.
    let page = help::values(&page, lang, |text| text.replace('-', "\\-"));
    Ok(match lang {
        Lang::En => page,
        Lang::Zh => WORDS.iter().fold(page, |page, (en, zh)| page.replace(en, zh)),
    })
}

/// What a page says of itself.
const WORDS: &[(&str, &str)] = &[
    ("\n.SH NAME\n", "\n.SH 名称\n"),
    ("\n.SH SYNOPSIS\n", "\n.SH 用法\n"),
    ("\n.SH DESCRIPTION\n", "\n.SH 说明\n"),
    ("\n.SH OPTIONS\n", "\n.SH 选项\n"),
    ("\n.SH SUBCOMMANDS\n", "\n.SH 命令\n"),
    ("\n.SH NOTES\n", "\n.SH 附注\n"),
    ("\n.SH VERSION\n", "\n.SH 版本\n"),
    ("<\\fIsubcommands\\fR>", "<\\fI命令\\fR>"),
    ("[\\fIsubcommands\\fR]", "[\\fI命令\\fR]"),
    ("Possible values:", "可取值："),
    ("[possible values: ", "[可取值："),
    ("[default: ", "[默认："),
];
