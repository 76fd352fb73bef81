//! What is made from the code and committed: pages, schemas, lists.

use std::fs;

#[path = "../examples/regenerate/generated.rs"]
mod made;

use crate::messages::page as messages;

use made::Difference;

#[test]
fn what_is_committed_is_what_the_code_makes() {
    for difference in made::differences().unwrap() {
        match difference {
            Difference::Text { path, text } => {
                let committed = fs::read_to_string(made::place(&path)).unwrap_or_default();
                let line = text.lines().zip(committed.lines()).position(|(made, committed)| made != committed);
                panic!("{path} differs, from line {:?} on: run `{}`", line.map(|line| line + 1), made::COMMAND);
            }
            Difference::Left { path } => panic!("{path} is no longer made: run `{}`", made::COMMAND),
        }
    }
}
