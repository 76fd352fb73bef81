//! An embedder's own list of findings: for a terminal, or as an HTML table with `--html`.
//!
//! ```text
//! cargo run --example findings -- examples/catalogs/hangjin-faulty.json 2026-11-26
//! cargo run --example findings -- examples/catalogs/hangjin-faulty.json 2026-11-26 --html > findings.html
//! ```
//!
//! The library does not read the clock: the day as of which to judge is given.

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use qingdan::print::printable;
use qingdan::{Checker, Error, Finding, Lang, Limits, Report};

/// The largest catalog that is read, in bytes.
const LARGEST: u64 = 64 << 20;

fn main() -> ExitCode {
    let Err(error) = run() else { return ExitCode::SUCCESS };
    // The message says what was found and what to do; nothing can be done if it cannot be written.
    let _ = writeln!(io::stderr(), "{}", printable(&error.to_string()));
    ExitCode::FAILURE
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (path, as_of, html) = match arguments.as_slice() {
        [path, as_of] => (path, as_of, false),
        [path, as_of, html] if html == "--html" => (path, as_of, true),
        _ => return Err("give a catalog and a day: findings CATALOG YYYY-MM-DD [--html]".into()),
    };
    let report = check(path, as_of)?;
    let to = BufWriter::new(io::stdout().lock());
    if html {
        write_html(&report, to)?;
    } else {
        write_text(&report, to)?;
    }
    Ok(())
}

/// One error type for all calls of the library.
fn check(path: &str, as_of: &str) -> Result<Report, Error> {
    let limits = Limits::default().with_max_bytes(LARGEST);
    Ok(Checker::new().limits(limits).as_of(as_of.parse()?).check_file(path)?)
}

/// Where people look for what is wrong: the file and row of the workbook where they are known, else the line of the input.
fn place(finding: &Finding, input: &str) -> (String, String) {
    let cell = finding.source.as_ref();
    let file = cell.and_then(|cell| cell.file.clone()).unwrap_or_else(|| input.to_owned());
    let row = match cell.and_then(|cell| cell.row) {
        Some(row) => format!("第{row}行"),
        None => finding.place.line.map(|line| format!("JSON第{line}行")).unwrap_or_default(),
    };
    (file, row)
}

/// What came from data may hold what a terminal acts on: everything passes `printable`.
fn write_text(report: &Report, mut to: impl Write) -> io::Result<()> {
    for input in &report.inputs {
        for finding in &input.findings {
            let (file, row) = place(finding, &input.name);
            let message = finding.message(Lang::Zh);
            writeln!(to, "{} {row} {}: {}", printable(&file), finding.code(), printable(message))?;
        }
        writeln!(to, "{}：{}项", printable(&input.name), input.counts.total)?;
    }
    to.flush()
}

/// A table and nothing else, to stand in a page.
fn write_html(report: &Report, mut to: impl Write) -> io::Result<()> {
    writeln!(to, "<table>\n<tr><th>文件</th><th>位置</th><th>规则</th><th>问题</th><th>整改建议</th></tr>")?;
    for input in &report.inputs {
        for finding in &input.findings {
            let (file, row) = place(finding, &input.name);
            let code = finding.code().to_string();
            let cells = [&file, &row, &code, finding.message(Lang::Zh), finding.help(Lang::Zh)];
            write!(to, "<tr class=\"{}\">", finding.severity)?;
            for cell in cells {
                write!(to, "<td>{}</td>", escaped(cell))?;
            }
            writeln!(to, "</tr>")?;
        }
    }
    writeln!(to, "</table>")?;
    to.flush()
}

/// A text within an element.
fn escaped(text: &str) -> String {
    printable(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
