//! The command with workbooks: import, check, export, template.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use qingdan::Report;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/workbooks").join(name)
}

fn qingdan(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_qingdan"))
        .args(arguments)
        .arg("--lang")
        .arg("zh")
        .current_dir(folder)
        .output()
        .unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

const TABLE: &str = "序号,权力名称,权力类型,设定依据,实施主体,录入人\n1,取水许可,行政许可,《中华人民共和国水法》第一百五十条,杭锦旗水利局,某某\n";

fn folder_with_table() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("杭锦旗水利局.csv"), TABLE).unwrap();
    folder
}

#[test]
fn a_table_is_imported_with_an_account() {
    let folder = folder_with_table();
    let ran = qingdan(&["import", "杭锦旗水利局.csv", "-o", "out.json", "--account", "account.json"], folder.path());
    assert_eq!(ran.status.code(), Some(0), "{}", errors(&ran));
    let told = errors(&ran);
    assert!(told.contains("录入人") && told.contains("未识别，保留原文"), "{told}");
    assert!(told.contains("行政区划按标题“杭锦旗水利局”取150625"), "{told}");
    let checked = qingdan(&["check", "out.json", "--as-of", "2026-11-23", "--format", "concise"], folder.path());
    let lines = String::from_utf8(checked.stdout).unwrap();
    assert!(lines.contains("QD204") && !lines.contains("QD001"), "{lines}");
    let account: serde_json::Value =
        serde_json::from_slice(&fs::read(folder.path().join("account.json")).unwrap()).unwrap();
    assert_eq!(account["sheets"][0]["records"], 1);
}

#[test]
fn a_dry_run_shows_the_mapping_and_writes_nothing() {
    let folder = folder_with_table();
    let ran = qingdan(&["import", "杭锦旗水利局.csv", "-o", "out.json", "--dry-run"], folder.path());
    let shown = String::from_utf8(ran.stdout).unwrap();
    assert!(shown.contains("权力名称") && shown.contains("事项名称（name）"), "{shown}");
    assert!(!folder.path().join("out.json").exists());
}

#[test]
fn a_workbook_is_checked_directly_and_findings_name_its_cells() {
    let folder = folder_with_table();
    let ran = qingdan(&["check", "杭锦旗水利局.csv", "--as-of", "2026-11-23", "--format", "json"], folder.path());
    assert_eq!(ran.status.code(), Some(1), "{}", errors(&ran));
    let report: Report = serde_json::from_slice(&ran.stdout).unwrap();
    let finding = report.findings().find(|finding| finding.code() == "QD204").unwrap();
    let cell = finding.source.as_ref().unwrap();
    assert_eq!(
        (cell.file.as_deref(), cell.columns.as_deref(), cell.row.map(std::num::NonZero::get)),
        (Some("杭锦旗水利局.csv"), Some("D"), Some(2))
    );
    assert!(report.inputs[0].sha256.is_some() && report.inputs[0].bytes == Some(TABLE.len() as u64));
    assert!(report.inputs[0].source_notices.iter().any(|notice| notice.columns.as_deref() == Some("F")));
    let human = qingdan(&["check", "杭锦旗水利局.csv", "--as-of", "2026-11-23"], folder.path());
    let text = String::from_utf8(human.stdout).unwrap();
    assert!(text.contains("第2行D列") && text.contains("“录入人”一栏没有对应的字段"), "{text}");
}

#[test]
fn several_workbooks_are_one_catalog_beside_other_files() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["agriculture.xls", "ecology.xls"] {
        fs::copy(data(name), folder.path().join(name)).unwrap();
    }
    let arguments = [
        "check",
        "agriculture.xls",
        "ecology.xls",
        "--division",
        "650200",
        "--as-of",
        "2026-11-23",
        "--format",
        "json",
    ];
    let ran = qingdan(&arguments, folder.path());
    let report: Report = serde_json::from_slice(&ran.stdout).unwrap();
    assert_eq!(report.inputs.len(), 1);
    assert_eq!(
        report.inputs[0].parts.iter().map(|part| part.name.as_str()).collect::<Vec<_>>(),
        ["agriculture.xls", "ecology.xls"]
    );
    let places: std::collections::BTreeSet<_> =
        report.findings().filter_map(|finding| finding.place.input.as_deref()).collect();
    assert_eq!(places.into_iter().collect::<Vec<_>>(), ["agriculture.xls", "ecology.xls"]);
}

#[test]
fn what_cannot_be_read_is_told_and_fails() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("page.xls"), "<html><body><table><tr><td>1</td></tr></table></body></html>").unwrap();
    fs::write(folder.path().join("cut.xlsx"), &fs::read(data("transport.xlsx")).unwrap()[..5000]).unwrap();
    fs::write(folder.path().join("说明.csv"), "这是,说明\n没有,表头\n").unwrap();
    for (name, word) in [("page.xls", "网页"), ("cut.xlsx", "无法读取"), ("说明.csv", "没有找到可识别的表头")]
    {
        let ran = qingdan(&["import", name, "--division", "150625", "-o", "out.json"], folder.path());
        assert_eq!(ran.status.code(), Some(2), "{name}: {}", errors(&ran));
        assert!(errors(&ran).contains(word), "{name}: {}", errors(&ran));
        assert!(!folder.path().join("out.json").exists());
    }
    // Whose list it is nobody says.
    fs::write(folder.path().join("清单.csv"), TABLE).unwrap();
    let ran = qingdan(&["check", "清单.csv"], folder.path());
    assert_eq!(ran.status.code(), Some(2));
    assert!(errors(&ran).contains("--division"), "{}", errors(&ran));
}

#[test]
fn rows_that_are_no_records_are_faults() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("杭锦旗.csv"), "序号,事项名称,实施依据,行使主体\n1,取水许可,《水法》第七条,水利局\n")
        .unwrap();
    let imported = qingdan(&["import", "杭锦旗.csv", "-o", "out.json"], folder.path());
    assert_eq!(imported.status.code(), Some(1));
    assert!(errors(&imported).contains("第2行：未能读入：没有写明事项类型"), "{}", errors(&imported));
    let checked = qingdan(&["check", "杭锦旗.csv", "--as-of", "2026-11-23", "--format", "json"], folder.path());
    let report: Report = serde_json::from_slice(&checked.stdout).unwrap();
    assert_eq!(report.inputs[0].unread, 1);
    assert_ne!(report.verdict(qingdan::Aspect::Valid), qingdan::report::Verdict::Yes);
}

#[test]
fn profiles_are_files_or_of_the_library() {
    let folder = folder_with_table();
    fs::write(folder.path().join("p.toml"), "divison = \"150625\"\n").unwrap();
    let wrong = qingdan(&["import", "杭锦旗水利局.csv", "--profile", "p.toml"], folder.path());
    assert_eq!(wrong.status.code(), Some(2));
    assert!(errors(&wrong).contains("p.toml:1:1") && errors(&wrong).contains("division"), "{}", errors(&wrong));
    let printed = qingdan(&["import", "--print-profile", "c0109"], folder.path());
    assert!(String::from_utf8(printed.stdout).unwrap().contains("TASK_NAME"));
    let shipped =
        qingdan(&["import", "杭锦旗水利局.csv", "--profile", "official", "-o", "a.json", "-q"], folder.path());
    assert_eq!(shipped.status.code(), Some(0), "{}", errors(&shipped));
    assert_eq!(errors(&shipped), "");
}

#[test]
fn a_list_goes_out_and_comes_back() {
    let folder = folder_with_table();
    qingdan(&["import", "杭锦旗水利局.csv", "-o", "a.json", "-q"], folder.path());
    for name in ["list.xlsx", "list.csv"] {
        let ran = qingdan(&["export", "a.json", "-o", name], folder.path());
        assert_eq!(ran.status.code(), Some(0), "{}", errors(&ran));
        let again = qingdan(&["import", name, "--division", "150625", "-o", "b.json", "-q"], folder.path());
        assert_eq!(again.status.code(), Some(0), "{}", errors(&again));
        let read = |name: &str| {
            serde_json::from_slice::<serde_json::Value>(&fs::read(folder.path().join(name)).unwrap()).unwrap()
        };
        assert_eq!(read("a.json")["power_items"][0]["basis"], read("b.json")["power_items"][0]["basis"]);
        assert_eq!(read("a.json")["power_items"][0]["id"], read("b.json")["power_items"][0]["id"]);
    }
    let template = qingdan(&["template", "power_item", "-o", "empty.xlsx"], folder.path());
    assert_eq!(template.status.code(), Some(0), "{}", errors(&template));
    assert!(fs::read(folder.path().join("empty.xlsx")).unwrap().starts_with(b"PK"));
}

#[test]
fn an_input_is_never_overwritten() {
    let folder = folder_with_table();
    let ran = qingdan(&["import", "杭锦旗水利局.csv", "-o", "杭锦旗水利局.csv"], folder.path());
    assert_eq!(ran.status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.path().join("杭锦旗水利局.csv")).unwrap(), TABLE);
}
