//! What is made from the code and committed: pages, schemas, lists.

use std::fs;

#[path = "../examples/regenerate/generated.rs"]
mod made;

use crate::messages::page as messages;

use made::Difference;

#[test]
fn what_is_committed_is_what_the_code_makes() {
    let say = |difference: &Difference| match difference {
        Difference::Text { path, text } => {
            let committed = fs::read_to_string(made::place(path)).unwrap_or_default();
            let line = text.lines().zip(committed.lines()).position(|(made, committed)| made != committed);
            format!("{path} differs from line {:?} on", line.map(|line| line + 1))
        }
        Difference::Left { path } => format!("{path} is no longer made"),
    };
    let differences: Vec<String> = made::differences().unwrap().iter().map(say).collect();
    assert!(differences.is_empty(), "{}: run `{}`", differences.join(", "), made::COMMAND);
}
