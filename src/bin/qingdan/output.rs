//! Standard output that never fails in the middle, and what is said beside.

use std::io::{self, BufWriter, IsTerminal as _, StdoutLock, Write};
use std::process::ExitCode;

use qingdan::print::printable;

/// What a run came to; the later goes before the earlier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Outcome {
    /// No error was found.
    Clean,
    /// Errors were found.
    Faulty,
    /// It could not do what was asked.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Faulty => 1,
            Outcome::Failed => 2,
        })
    }
}

/// Standard output. Writing to it never fails: a reader who went away (`| head`) has seen enough, and the verdict
/// still counts; any other fault is kept until [`Output::finish`].
#[derive(Debug)]
pub(crate) struct Output(BufWriter<Patient>);

#[derive(Debug)]
struct Patient {
    to: StdoutLock<'static>,
    fault: Option<io::Error>,
}

impl Output {
    pub(crate) fn new() -> Self {
        Self(BufWriter::new(Patient { to: io::stdout().lock(), fault: None }))
    }

    /// Writes what is left, and tells what went wrong.
    pub(crate) fn finish(mut self) -> Outcome {
        self.0.flush().unwrap_or_default();
        match &self.0.get_ref().fault {
            Some(fault) if fault.kind() != io::ErrorKind::BrokenPipe => {
                tell(&format!("qingdan: cannot write the output: {fault}"));
                Outcome::Failed
            }
            _ => Outcome::Clean,
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Write for Patient {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.fault.is_none() {
            self.fault = self.to.write_all(bytes).err();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.fault.is_none() {
            self.fault = self.to.flush().err();
        }
        Ok(())
    }
}

/// Writes JSON to where people or CI systems may read it: what they would act on becomes a JSON escape, so the
/// meaning stays. Outside its strings JSON has no such characters.
pub(crate) fn write_harmless(json: &[u8], output: &mut Output) -> io::Result<()> {
    let mut after_hash = false;
    for c in String::from_utf8_lossy(json).chars() {
        let mut utf8 = [0; 4];
        let text = c.encode_utf8(&mut utf8);
        if c != '\n' && (printable(text) != *text || (after_hash && c == '#')) {
            let mut utf16 = [0; 2];
            for unit in c.encode_utf16(&mut utf16) {
                write!(output, "\\u{unit:04x}")?;
            }
        } else {
            output.write_all(text.as_bytes())?;
        }
        after_hash = c == '#';
    }
    Ok(())
}

/// Says something on standard error, line by line and harmless. There is nobody to tell if that fails.
pub(crate) fn tell(text: &str) {
    let mut to = io::stderr().lock();
    for line in text.lines() {
        writeln!(to, "{}", printable(line)).unwrap_or_default();
    }
}

/// Whether standard output is a terminal.
pub(crate) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}
