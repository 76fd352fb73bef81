//! The plain library stays light: its packages are written down, at most 29.

use std::collections::BTreeSet;
use std::process::Command;

#[test]
fn the_plain_library_has_the_packages_written_down() {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--edges", "normal", "--prefix", "none", "--format", "{p}", "--locked"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let found: BTreeSet<&str> = text.lines().filter_map(|line| line.split(' ').next()).collect();
    let expected: BTreeSet<&str> = include_str!("data/dependencies.txt").lines().collect();
    assert_eq!(found, expected, "run `cargo run --all-features --example regenerate`");
    assert!(found.len() <= 29, "{}", found.len());
}
