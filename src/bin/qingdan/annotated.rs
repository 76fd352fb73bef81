//! Workbooks given back with the findings in them, into a folder.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use qingdan::print::printable;
use qingdan::workbook::{Workbook, WorkbookLimits};
use qingdan::writer::annotated::{AnnotateError, Annotated, annotate, annotate_copy};
use qingdan::{Lang, Limits, Message, Report};

use crate::file::{self, Identity};
use crate::input::{fault_in_chinese, held, shown_name};
use crate::output::{Outcome, tell};

/// Writes each of the workbooks that were checked into a folder, with the findings of the report; what has another format than
/// xlsx as a copy in that format. Says what was marked and what could not be kept.
pub(crate) fn write(folder: &Path, (workbooks, limits): (&[PathBuf], Limits), report: &Report, lang: Lang) -> Outcome {
    if let Err(fault) = fs::create_dir_all(folder) {
        failed(folder, &Message::new(fault_in_chinese(&fault), fault.to_string()), lang);
        return Outcome::Failed;
    }
    let read: BTreeSet<Identity> = workbooks.iter().filter_map(|path| Identity::of(path)).collect();
    let (mut written, mut outcome) = (BTreeSet::new(), Outcome::Clean);
    for path in workbooks {
        let name = shown_name(path);
        let (annotated, is_copy) = match annotated(path, &name, limits, report, lang) {
            Ok(done) => done,
            Err(fault) => {
                failed(path, &fault, lang);
                outcome = Outcome::Failed;
                continue;
            }
        };
        let to = target(folder, path, is_copy, &mut written);
        if Identity::of(&to).is_some_and(|file| read.contains(&file)) {
            let fault = Message::new(
                "这是本次检查的原文件，批注不能写在上面；请另选文件夹",
                "it is one of the files that were checked; name another folder",
            );
            failed(&to, &fault, lang);
            outcome = Outcome::Failed;
            continue;
        }
        outcome = outcome.max(file::replace(&to, lang, |bytes| {
            bytes.extend_from_slice(&annotated.bytes);
            Ok(())
        }));
        told(&to, &annotated, lang);
    }
    outcome
}

/// The workbook with its findings, and whether it is a copy.
fn annotated(
    path: &Path,
    name: &str,
    limits: Limits,
    report: &Report,
    lang: Lang,
) -> Result<(Annotated, bool), Message> {
    let read = File::open(path).and_then(|file| held(file, limits));
    let bytes = read.map_err(|fault| Message::new(fault_in_chinese(&fault), fault.to_string()))?;
    match annotate(name, &bytes, report, lang) {
        Ok(annotated) => Ok((annotated, false)),
        Err(AnnotateError::NotXlsx { .. }) => {
            let within = WorkbookLimits::default().with_max_bytes(limits.max_bytes);
            let workbook = Workbook::read(name, &bytes, within).map_err(|fault| fault.message())?;
            let copy = annotate_copy(&workbook, report, lang).map_err(|fault| fault.message())?;
            Ok((copy, true))
        }
        Err(fault) => Err(fault.message()),
    }
}

/// A file of the folder that is called as the workbook, and as none that was written before.
fn target(folder: &Path, path: &Path, is_copy: bool, written: &mut BTreeSet<PathBuf>) -> PathBuf {
    let name = path.file_name().unwrap_or_default();
    let mut number = 1_u64;
    loop {
        let mut own = name.to_os_string();
        if number > 1 {
            own = std::ffi::OsString::from(format!("{number}-"));
            own.push(name);
        }
        if is_copy {
            own.push(".xlsx");
        }
        let to = folder.join(own);
        if written.insert(to.clone()) {
            return to;
        }
        number = number.saturating_add(1);
    }
}

fn failed(path: &Path, fault: &Message, lang: Lang) {
    let (name, why) = (shown_name(path), printable(fault.text(lang)).into_owned());
    tell(&match lang {
        Lang::Zh => format!("qingdan：无法写出 {name} 的批注：{why}"),
        Lang::En => format!("qingdan: no annotated workbook of {name}: {why}"),
    });
}

fn told(path: &Path, annotated: &Annotated, lang: Lang) {
    let (name, marked, without) = (shown_name(path), annotated.findings_marked, annotated.findings_without_cell);
    tell(&match (lang, without) {
        (Lang::Zh, 0) => format!("{name}：已批注 {marked} 项"),
        (Lang::Zh, _) => format!("{name}：已批注 {marked} 项，另有 {without} 项没有对应的单元格"),
        (Lang::En, 0) => format!("{name}: {marked} findings marked"),
        (Lang::En, _) => format!("{name}: {marked} findings marked, {without} have no cell"),
    });
    for lost in &annotated.kept.lost {
        tell(&format!("  {}", lost.text(lang)));
    }
}
