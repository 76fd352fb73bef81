//! Paths as the URIs of SARIF: relative ones stay relative, and everything but letters, digits and a few signs is escaped.

use std::path::MAIN_SEPARATOR;

use super::super::listed::in_repository;

/// The path as a URI, as this system writes paths.
pub(super) fn of_path(path: &str) -> String {
    uri(path, MAIN_SEPARATOR == '\\')
}

/// Windows separates by backslashes too, and begins with the letter of a drive.
fn uri(path: &str, is_windows: bool) -> String {
    let path = if is_windows { path.replace('\\', "/") } else { path.to_owned() };
    let path = in_repository(&path);
    let mut bytes = path.bytes();
    let has_drive =
        is_windows && bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic()) && bytes.next() == Some(b':');
    let mut uri = match (path.starts_with("//"), path.starts_with('/'), has_drive) {
        // A share: the name of the machine follows.
        (true, ..) if is_windows => "file:".to_owned(),
        (_, true, _) => "file://".to_owned(),
        (.., true) => "file:///".to_owned(),
        _ => String::new(),
    };
    uri.extend(path.bytes().enumerate().map(|(at, byte)| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
        b':' if has_drive && at == 1 => ":".to_owned(),
        byte => format!("%{byte:02X}"),
    }));
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    /// What another system than the one that runs the tests does.
    #[test]
    fn paths_of_windows_are_uris() {
        for (path, expected) in [
            (r"data\a b.json", "data/a%20b.json"),
            (r".\a.json", "a.json"),
            (r"C:\县\a.json", "file:///C:/%E5%8E%BF/a.json"),
            (r"\\host\share\a.json", "file://host/share/a.json"),
        ] {
            assert_eq!(uri(path, true), expected);
        }
    }

    #[test]
    fn a_backslash_is_no_separator_elsewhere() {
        for (path, expected) in [
            (r"a\b.json", "a%5Cb.json"),
            ("C:/a.json", "C%3A/a.json"),
            ("././/a#1?.json", "a%231%3F.json"),
            ("/tmp/100%.json", "file:///tmp/100%25.json"),
            ("./", "./"),
        ] {
            assert_eq!(uri(path, false), expected);
        }
    }
}
