//! What becomes of files that are written. No test opens a device of the system: a broken build would replace it.

use std::fs::{self, Permissions};
use std::io::Read as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Command;

use super::{GOOD, finish, folder, run};

fn convert(here: &Path, out: &str) {
    let ran = run(here, ["convert", "a.json", "-o", out]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "", ""), "{out}");
}

fn names(here: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(here).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn links_modes_and_further_names_stay() {
    let here = folder("written");
    fs::write(here.join("a.json"), GOOD).unwrap();
    let read = |name: &str| fs::read_to_string(here.join(name)).unwrap();
    let mode = |name: &str| fs::metadata(here.join(name)).unwrap().mode() & 0o7777;

    // A new file has the mode of every new file.
    convert(&here, "new.ndjson");
    let lines = read("new.ndjson");
    assert_eq!(lines.lines().count(), 2);
    fs::write(here.join("by-hand"), "").unwrap();
    assert_eq!(mode("new.ndjson"), mode("by-hand"));

    // A mode stays, whatever it is.
    fs::write(here.join("moded"), "old").unwrap();
    for bits in [0o640, 0o600, 0o664] {
        fs::set_permissions(here.join("moded"), Permissions::from_mode(bits)).unwrap();
        convert(&here, "moded");
        assert_eq!((mode("moded"), read("moded")), (bits, lines.clone()));
    }

    // A symbolic link stays one, also one to a link, and one to what is not there yet.
    fs::create_dir(here.join("elsewhere")).unwrap();
    fs::write(here.join("elsewhere/real"), "old").unwrap();
    fs::set_permissions(here.join("elsewhere/real"), Permissions::from_mode(0o640)).unwrap();
    symlink("elsewhere/real", here.join("link")).unwrap();
    symlink("link", here.join("link-to-link")).unwrap();
    symlink("elsewhere/later", here.join("dangling")).unwrap();
    for (link, target) in
        [("link", "elsewhere/real"), ("link-to-link", "elsewhere/real"), ("dangling", "elsewhere/later")]
    {
        fs::write(here.join("elsewhere/real"), "old").unwrap();
        convert(&here, link);
        assert!(fs::symlink_metadata(here.join(link)).unwrap().is_symlink(), "{link}");
        assert_eq!(read(target), lines, "{link}");
    }
    assert_eq!(mode("elsewhere/real"), 0o640);

    // Both names of a file are of the same file still; what was longer is cut.
    fs::write(here.join("one"), "old".repeat(10_000)).unwrap();
    fs::hard_link(here.join("one"), here.join("other")).unwrap();
    convert(&here, "one");
    assert_eq!((read("one"), read("other")), (lines.clone(), lines.clone()));
    assert_eq!(fs::metadata(here.join("one")).unwrap().ino(), fs::metadata(here.join("other")).unwrap().ino());

    // Nothing is left beside.
    let expected =
        ["a.json", "by-hand", "dangling", "elsewhere", "link", "link-to-link", "moded", "new.ndjson", "one", "other"];
    assert_eq!(names(&here), expected);
    assert_eq!(names(&here.join("elsewhere")), ["later", "real"]);
}

#[test]
fn a_pipe_is_written_as_it_stands() {
    let here = folder("written-pipe");
    fs::write(here.join("a.json"), GOOD).unwrap();
    assert!(Command::new("mkfifo").arg(here.join("pipe")).status().unwrap().success());
    let path = here.join("pipe");
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        fs::File::open(path).unwrap().read_to_string(&mut text).unwrap();
        text
    });
    convert(&here, "pipe");
    assert_eq!(reader.join().unwrap().lines().count(), 2);
    assert_eq!(names(&here), ["a.json", "pipe"]);
}

/// The largest file is set to nothing, so that every write fails while files can be made.
#[test]
fn a_failed_write_leaves_the_old_file_and_nothing_beside() {
    let here = folder("written-failed");
    fs::write(here.join("a.json"), GOOD).unwrap();
    fs::write(here.join("old"), "old").unwrap();
    symlink("old", here.join("link")).unwrap();
    for out in ["old", "link", "new"] {
        let mut shell = Command::new("sh");
        let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" convert a.json -o \"$1\" --lang en";
        shell.current_dir(&here).args(["-c", script, env!("CARGO_BIN_EXE_qingdan"), out]);
        let ran = finish(&mut shell);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{out}: {ran:?}");
        assert!(ran.err.starts_with(&format!("qingdan: cannot write {out}: ")), "{}", ran.err);
        assert_eq!(fs::read_to_string(here.join("old")).unwrap(), "old", "{out}");
        assert_eq!(names(&here), ["a.json", "link", "old"], "{out}");
    }
}
