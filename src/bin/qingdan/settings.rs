//! The configuration that holds where the command runs.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use qingdan::config::{Config, InvalidConfig, Profile};
use qingdan::print::printable;
use qingdan::{Lang, Message};

use crate::args::JudgeArgs;
use crate::input::{name_of, read_at_most, tell_unreadable};
use crate::output::tell;

/// What a configuration is called that is found without being named.
const NAME: &str = "qingdan.toml";

/// The most bytes of a configuration that are read: nobody writes more by hand.
const LARGEST: u64 = 4 << 20;

/// A configuration, and where it is from.
#[derive(Debug, Default)]
pub(crate) struct Settings {
    pub(crate) config: Config,
    /// Its file; none where there is none.
    pub(crate) file: Option<PathBuf>,
    /// Each with its file.
    pub(crate) profiles: Vec<(PathBuf, Profile)>,
}

impl Settings {
    /// The configuration that the arguments name, or the nearest above the working folder; none where it cannot be read,
    /// which is told.
    pub(crate) fn of(args: &JudgeArgs, lang: Lang) -> Option<Self> {
        if args.no_config { Some(Self::default()) } else { Self::named(args.config.as_deref(), lang) }
    }

    /// The same of a configuration that is named, or the nearest.
    pub(crate) fn named(config: Option<&Path>, lang: Lang) -> Option<Self> {
        match config.map(Path::to_owned).or_else(found) {
            Some(file) => Self::read(file, lang),
            None => Some(Self::default()),
        }
    }

    fn read(file: PathBuf, lang: Lang) -> Option<Self> {
        let name = name_of(&file);
        let config = Config::from_toml(&name, &text(&file, lang)?).map_err(|wrong| tell_wrong(&wrong, lang)).ok()?;
        let mut settings = Self { config, file: Some(file), profiles: Vec::new() };
        for path in settings.config.law.profiles.clone() {
            let path = settings.path(&path);
            let profile = Profile::from_toml(&name_of(&path), &text(&path, lang)?);
            let profile = profile.map_err(|wrong| tell_wrong(&wrong, lang)).ok()?;
            settings.profiles.push((path, profile));
        }
        Some(settings)
    }

    /// A path that the configuration says, as seen from the working folder.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        let folder = self.file.as_deref().and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
        folder.map_or_else(|| PathBuf::from(path), |folder| folder.join(path))
    }
}

/// The nearest configuration: that of the working folder, else of the one above it, and so on.
fn found() -> Option<PathBuf> {
    let here = env::current_dir().ok()?;
    // Told as it is seen from the working folder, so that no report has a path of this machine in it.
    let up = |levels: usize| std::iter::repeat_n(Path::new(".."), levels).collect::<PathBuf>().join(NAME);
    here.ancestors().enumerate().map(|(levels, _)| up(levels)).find(|path| path.is_file())
}

fn text(path: &Path, lang: Lang) -> Option<String> {
    let name = name_of(path);
    let bytes = read_at_most(fs::File::open(path), &name, LARGEST, lang)?;
    let text = String::from_utf8(bytes).map_err(|fault| io::Error::new(io::ErrorKind::InvalidData, fault));
    text.map_err(|fault| tell_unreadable(&name, &fault, lang)).ok()
}

fn tell_wrong(wrong: &InvalidConfig, lang: Lang) {
    let InvalidConfig { name, line, column, message, .. } = wrong;
    let (name, message): (_, &Message) = (printable(name), message);
    tell(&match lang {
        Lang::Zh => format!("qingdan：{name}:{line}:{column}：{}", message.zh),
        Lang::En => format!("qingdan: {name}:{line}:{column}: {}", message.en),
    });
}
