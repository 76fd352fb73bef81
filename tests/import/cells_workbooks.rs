//! The cells of the four workbooks as published.

use qingdan::codelist::Stage;
use qingdan::import::cell::steps;
use serde_json::Value;

fn items(name: &str) -> Vec<Value> {
    let path = format!("{}/tests/data/workbooks/{name}.ndjson", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.filter_map(|mut line| line.get_mut("power_item").map(Value::take)).collect()
}

fn texts(items: &[Value], pointer: &str) -> Vec<String> {
    items.iter().filter_map(|item| item.pointer(pointer)?.as_str()).map(str::to_owned).collect()
}

/// All characters of texts but blanks, which belong to no step where a cell is cut.
fn words<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    texts.into_iter().flat_map(str::split_whitespace).collect()
}

/// Every list of this department goes stage by stage (受理, 调查取证, 审查 …), and 监督责任 of the others is a word within.
#[test]
fn responsibilities_that_go_stage_by_stage_are_cut_there() {
    let cells = texts(&items("fire_rescue"), "/responsibilities/0/content");
    assert_eq!(cells.len(), 75);
    for cell in &cells {
        let read = steps(cell);
        assert_eq!(words(read.iter().map(|step| step.content.as_str())), words([cell.as_str()]));
        let stages: Vec<Stage> = read.iter().map(|step| step.stage).collect();
        assert!(stages.contains(&Stage::Accept) && stages.len() > 1, "{cell}");
    }
}

#[test]
fn no_character_of_a_responsibility_is_lost() {
    for (name, count) in [("agriculture", 310), ("ecology", 217), ("transport", 360)] {
        let cells = texts(&items(name), "/responsibilities/0/content");
        assert_eq!(cells.len(), count, "{name}");
        for cell in &cells {
            let read = steps(cell);
            assert_eq!(words(read.iter().map(|step| step.content.as_str())), words([cell.as_str()]), "{name}");
        }
    }
}
