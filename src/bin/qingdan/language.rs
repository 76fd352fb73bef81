//! The language in which the command speaks.

use std::env;
use std::ffi::OsString;

use qingdan::Lang;

const LANG_HELP: &str = "zh or en; unless given, zh where LC_ALL, LC_MESSAGES or LANG begins with zh, or where none is set and the system is Chinese; else en";

/// The language of the surroundings: of the variables where one is set, else of the system (Windows sets none).
pub(crate) fn of_system() -> Lang {
    let set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set).or_else(sys_locale::get_locale);
    if locale.is_some_and(|locale| locale.starts_with("zh")) { Lang::Zh } else { Lang::En }
}

/// The language in which to speak of the arguments, which may be wrong.
pub(crate) fn of_arguments(arguments: &[OsString]) -> Lang {
    let mut texts = arguments.iter().map(|argument| argument.to_str().unwrap_or_default());
    while let Some(text) = texts.next().filter(|text| *text != "--") {
        let value = if text == "--lang" { texts.next() } else { text.strip_prefix("--lang=") };
        if let Some(lang) = value.and_then(|value| value.parse().ok()) {
            return lang;
        }
    }
    of_system()
}

/// The language, the same for all commands.
#[derive(Debug, clap::Args)]
pub(crate) struct LangArg {
    #[arg(long, value_name = "LANG", help = LANG_HELP)]
    lang: Option<Lang>,
}

impl LangArg {
    /// The language that was asked for.
    pub(crate) fn given(&self) -> Option<Lang> {
        self.lang
    }

    pub(crate) fn lang(&self) -> Lang {
        self.lang.unwrap_or_else(of_system)
    }
}
