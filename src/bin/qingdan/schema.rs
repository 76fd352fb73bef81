//! `qingdan schema`.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use qingdan::schema::SchemaName;

use crate::args::SchemaArgs;
use crate::output::{Outcome, Output, tell};

pub(crate) fn run(args: &SchemaArgs, output: &mut Output) -> Outcome {
    if let Some(folder) = &args.all_to {
        return write_all(folder, args.strict);
    }
    let written = match args.name {
        Some(name) if args.strict => write!(output, "{}", name.strict_text()),
        Some(name) => write!(output, "{}", name.text()),
        None => list(output),
    };
    written.map_or(Outcome::Failed, |()| Outcome::Clean)
}

fn list(output: &mut Output) -> std::io::Result<()> {
    for name in SchemaName::all() {
        writeln!(output, "{name:<18}{}", name.description())?;
    }
    Ok(())
}

fn write_all(folder: &Path, strict: bool) -> Outcome {
    let mut count = 0_usize;
    let written = fs::create_dir_all(folder).and_then(|()| {
        SchemaName::all().try_for_each(|name| {
            count = count.saturating_add(1);
            if strict {
                fs::write(folder.join(name.strict_file_name()), name.strict_text())
            } else {
                fs::write(folder.join(name.file_name()), name.text())
            }
        })
    });
    let folder = crate::input::shown_name(folder);
    match written {
        Ok(()) => {
            tell(&format!("qingdan: {count} schemas written to {folder}"));
            Outcome::Clean
        }
        Err(fault) => {
            tell(&format!("qingdan: cannot write the schemas to {folder}: {fault}"));
            Outcome::Failed
        }
    }
}
