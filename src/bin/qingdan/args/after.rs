//! What stands after the help of a command.

pub(super) const EXIT_CODES: &str = "\
Exit codes: 0 no error found, 1 errors found, 2 it could not be done (a file that cannot be read, wrong usage, \
a full disk); 2 goes before 1. What is written is replaced as a whole or not at all; a file with several names (hard \
links), a pipe or a device is written as it stands.";

/// The shape of the JSON that lists the rules; part of the interface, members may be added.
pub(super) const RULES_JSON: &str = "\
With --format json: an array in the order of the codes. Every element has code, name, status (built, planned or \
retired), severity, aspect and title ({zh, en}); a built one also since, unit, help (each {zh, en}), citations ([{document, \
clause}]), period ({from, until}, where it is limited), needs ([as_of, law, superior, previous, openings, parameter]), reads ([fields]) and, \
once retired, retired ({since, replaced_by}).";

/// The texts from which facts are made.
pub(super) const STATUTE_TEXTS: &str = "\
A text is Markdown or plain, in UTF-8. Its edition day stands in the name of the file, as in `水法(2016-07-02).md`, or in \
the notes under its title (…通过, …修正, …令公布). On standard error is told on what each fact rests and what could not \
be read. Exit codes: 0 all could be read and agrees, 1 something could not or does not, 2 a file could not be read or \
written; 2 goes before 1.";

/// How a baseline is kept.
pub(super) const BASELINE: &str = "\
Names of files in a baseline are relative to the folder in which it lies. What keeps a file from being read is never known. \
Exit codes of write and update: 0 it is written, 2 it could not be done. Of check: 0 nothing is new and nothing is gone, 1 \
something is, 2 it could not be done.";

/// How corrections end.
pub(super) const FIXED: &str = "\
Exit codes: 0 nothing to correct, or all was written, 1 there is something to correct and it was not written, 2 it could \
not be done (a file that cannot be read or written, is no JSON or no UTF-8, wrong usage); 2 goes before 1.";
