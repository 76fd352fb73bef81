//! `qingdan law build`, and `qingdan check --openings`.

use std::fs;

use qingdan::law::facts::LawFacts;

use super::{folder, run};

const STATUTE: &str = "# 某某试验条例\n（2024年1月5日国务院令第999号公布）\n第一条　为了规范试验，制定本条例。\n第二条　开展某某试验的单位应当具备下列条件，并取得许可。\n第三条　本条例自2024年3月1日起施行。\n";

/// What is written is what `check` reads: the facts tell the edition, the openings the article.
#[test]
fn what_is_built_is_judged_by() {
    let here = folder("law-build");
    fs::create_dir_all(here.join("texts/more")).unwrap();
    fs::write(here.join("texts/more/a.md"), STATUTE).unwrap();
    fs::write(here.join("texts/.hidden.md"), "").unwrap();
    fs::write(here.join("texts/picture.png"), "").unwrap();
    let args = ["law", "build", "texts", "--seen-on", "2026-11-26", "-o", "facts.csv", "--openings", "openings.tsv"];
    let ran = run(&here, args.into_iter().chain(["--lang", "zh"]));
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{ran:?}");
    assert_eq!(
        fs::read_to_string(here.join("facts.csv")).unwrap(),
        "title,rank,version_date,effective_on,status,ended_on,last_article,successor,seen_on\n\
         某某试验条例,administrative_regulation,2024-01-05,2024-03-01,in_force,,3,,2026-11-26\n"
    );
    assert_eq!(LawFacts::from_csv(&fs::read(here.join("facts.csv")).unwrap()).unwrap().titles(), 1);
    for told in [
        "more/a.md：《某某试验条例》（2024年1月5日），行政法规，现行有效\n",
        "    法律位阶：“2024年1月5日国务院令第999号公布”\n",
        "    施行日期：“本条例自2024年3月1日起施行”\n",
        "qingdan：读取文本1个，列入1行，存疑0处\n",
    ] {
        assert!(ran.err.contains(told), "{}", ran.err);
    }
    let catalog = r#"{"header": {"schema_version": "1.0", "title": "a", "division": "150625", "level": "county"},
      "licensing_items": [{"id": "a", "name": "试验许可", "item_level": "main", "set_by": [{"text": "《某某试验条例》第一条：开展某某试验的单位应当具备下列条件"}]}]}"#;
    fs::write(here.join("catalog.json"), catalog).unwrap();
    let check = ["check", "catalog.json", "--as-of", "2026-11-26", "--lang", "zh", "--select", "QD210"];
    let with = check.into_iter().chain(["--law-facts", "facts.csv", "--openings", "openings.tsv"]);
    let ran = run(&here, with);
    assert!(ran.out.contains("《某某试验条例》第一条的引文是现行版本第二条的内容"), "{}", ran.out);
    let without = run(&here, check.into_iter().chain(["--law-facts", "facts.csv"]));
    assert!(!without.out.contains("现行版本"), "{}", without.out);
}

#[test]
fn what_could_not_be_read_is_told_and_the_rest_is_written() {
    let here = folder("law-build-faults");
    fs::create_dir(here.join("texts")).unwrap();
    fs::write(here.join("texts/good.md"), STATUTE).unwrap();
    fs::write(here.join("texts/empty.txt"), "").unwrap();
    let args = ["law", "build", "texts", "--seen-on", "2026-11-26", "--lang", "en"];
    let doubtful = run(&here, args);
    assert_eq!(doubtful.code, Some(1), "{doubtful:?}");
    assert_eq!(doubtful.out.lines().count(), 2, "{}", doubtful.out);
    assert!(doubtful.err.contains("empty.txt: doubt: the file is empty; there is no row\n"), "{}", doubtful.err);
    assert!(doubtful.err.contains("qingdan: texts read 2, rows 1, doubts 1\n"), "{}", doubtful.err);
    // 第一条 in GB18030.
    fs::write(here.join("texts/gbk.txt"), b"\xb5\xda\xd2\xbb\xcc\xf5").unwrap();
    let failed = run(&here, args);
    assert_eq!((failed.code, failed.out), (Some(2), doubtful.out), "{}", failed.err);
    assert!(failed.err.contains("gbk.txt: it is no UTF-8; save it in UTF-8 (it may be GB18030)"), "{}", failed.err);
}

#[test]
fn what_cannot_be_done_is_told() {
    let here = folder("law-build-nothing");
    fs::create_dir(here.join("texts")).unwrap();
    let none = run(&here, ["law", "build", "texts", "--seen-on", "2026-11-26", "--lang", "zh"]);
    assert_eq!((none.code, none.out.as_str()), (Some(2), ""));
    assert!(none.err.contains("文件夹 texts 中没有 .md、.markdown 或 .txt 文件"), "{}", none.err);
    let missing = run(&here, ["law", "build", "missing", "--seen-on", "2026-11-26"]);
    assert_eq!(missing.code, Some(2), "{missing:?}");
    let no_day = run(&here, ["law", "build", "texts"]);
    assert_eq!(no_day.code, Some(2));
    assert!(no_day.err.contains("--seen-on"), "{}", no_day.err);
    fs::write(here.join("bad.tsv"), "title\n").unwrap();
    fs::write(here.join("catalog.json"), super::GOOD).unwrap();
    let bad = run(&here, ["check", "catalog.json", "--openings", "bad.tsv"]);
    assert_eq!((bad.code, bad.out.as_str()), (Some(2), ""));
    assert!(bad.err.contains("bad.tsv: line 1: the first line must name three columns"), "{}", bad.err);
}
