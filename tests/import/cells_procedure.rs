//! Cells of responsibilities, of remedies and of accountability.

use qingdan::codelist::{RemedyKind, Stage};
use qingdan::import::cell::{accountability, remedies, steps};

fn staged(text: &str) -> Vec<(Stage, String)> {
    steps(text).into_iter().map(|step| (step.stage, step.content.as_str().to_owned())).collect()
}

/// What stands in parts of a cell: the blanks between two of them belong to neither.
fn words<'a, T: Copy>(parts: &[(T, &'a str)]) -> Vec<(T, String)> {
    let last = parts.len() - 1;
    let word = |(at, &(of, words)): (usize, &(T, &'a str))| {
        let words = if at > 0 { words.trim_start() } else { words };
        (of, if at < last { words.trim_end() } else { words }.to_owned())
    };
    parts.iter().enumerate().map(word).collect()
}

#[track_caller]
fn assert_steps(parts: &[(Stage, &str)]) {
    let cell: String = parts.iter().map(|part| part.1).collect();
    assert_eq!(staged(&cell), words(parts));
}

#[test]
fn stages_begin_lines() {
    assert_steps(&[
        (Stage::Accept, "1.受理阶段：通过日常监督检查和投诉举报，进行受理。\n"),
        (Stage::Investigate, "2.调查取证阶段：制作笔录；听取当事人申辩。\n"),
        (Stage::Review, "3.审查阶段：进行审核；提出是否给予处罚的意见。\n"),
        (Stage::Notify, "4.告知阶段：告知违法事实。\n"),
        (Stage::Decide, "5.决定阶段：制作行政处罚决定书。\n"),
        (Stage::Deliver, "6.送达阶段：送达当事人。\n"),
        (Stage::Execute, "7.执行阶段：自觉履行或强制执行。\n"),
        (Stage::Other, "8.其他法律法规规章文件规定应履行的责任。"),
    ]);
    assert_steps(&[
        (Stage::Other, "直接实施责任：\n"),
        (Stage::Accept, "1、受理责任：一次性告知补正材料。\n"),
        (Stage::Review, "2、审查责任：审查申请材料。\n "),
        (Stage::Decide, "3、决定责任：作出决定，法定告知。 \n"),
        (Stage::Deliver, "4、送达责任：送达。\n "),
        (Stage::Supervise, "5.监管责任：开展定期检查。\n"),
    ]);
    assert_steps(&[
        (Stage::File, "①立案：予以立案。\n"),
        (Stage::Investigate, "②调查取证：两人以上。\n"),
        (Stage::Hear, "③听取陈述申辩：复核。"),
    ]);
}

#[test]
fn stages_begin_sentences_where_they_are_called_so() {
    assert_steps(&[
        (Stage::Accept, "1.受理责任：依法受理。"),
        (Stage::Review, "2.审查责任：审查材料。"),
        (Stage::Decide, "3.决定责任：作出决定。"),
    ]);
    assert_steps(&[
        (Stage::Accept, "受理责任：依法受理；"),
        (Stage::Deliver, "送达责任：送达决定；决定不予许可的，说明理由。"),
    ]);
}

#[test]
fn headings_without_a_stage_are_steps_of_their_own() {
    assert_steps(&[
        (Stage::Other, "直接实施责任：\n1.规范完善审批标准、程序等具体规定。\n2.依法依规实施行政许可。\n"),
        (Stage::Supervise, "3.监督责任。建立健全监督制度。\n"),
        (Stage::Other, "指导监督责任：\n1.指导下级行政机关。"),
    ]);
}

#[test]
fn a_cell_without_stages_is_one_step() {
    for cell in [
        "依法履行报告、表明身份、告知事项、听取陈述、申辩、制作现场笔录等责任。",
        "负责受理、审查和决定",
        "1.依法受理申请并作出决定的；\n2.依法送达的。",
        "无",
    ] {
        assert_eq!(staged(cell), [(Stage::Other, cell.to_owned())]);
    }
    assert!(steps(" \n").is_empty());
}

fn ways(text: &str) -> Vec<(RemedyKind, String)> {
    let read = remedies(text);
    assert!(read.rest.is_empty(), "{text}");
    read.remedies.into_iter().map(|way| (way.kind, way.text.unwrap().as_str().to_owned())).collect()
}

#[track_caller]
fn assert_ways(parts: &[(RemedyKind, &str)]) {
    let cell: String = parts.iter().map(|part| part.1).collect();
    assert_eq!(ways(&cell), words(parts));
}

#[test]
fn review_and_suit_are_told_apart() {
    use RemedyKind::{AdministrativeReview, Litigation, Other};
    assert_ways(&[
        (AdministrativeReview, "如不服决定，可以在收到决定书之日起六十日内向消防救援机构所在地人民政府申请行政复议，"),
        (Litigation, "或者在六个月内依法向所在地的人民法院提起行政诉讼"),
    ]);
    assert_ways(&[(AdministrativeReview, "依法申请行政复议"), (Litigation, "或者提起行政诉讼。")]);
    assert_ways(&[
        (AdministrativeReview, "1.行政复议：六十日内向人民政府申请。\n"),
        (Litigation, "2.行政诉讼：六个月内，向人民法院提起。\n"),
        (Other, "3.投诉电话：0990-1234567"),
    ]);
    // What leads to the suit goes with it; what follows the review stays with that.
    assert_ways(&[
        (AdministrativeReview, "可以申请复议，逾期不受理；"),
        (Litigation, "对复议决定不服的，或自收到之日起十五日内，提起诉讼。"),
    ]);
    assert_ways(&[(AdministrativeReview, "行政复议及诉讼")]);
    assert_ways(&[(AdministrativeReview, "申请行政复议。逾期不起诉又不履行的，申请人民法院强制执行。")]);
}

#[test]
fn a_cell_without_a_remedy_is_given_back() {
    for text in ["", "/", "无", "见办事指南"] {
        let read = remedies(text);
        assert_eq!((read.remedies.len(), read.rest), (0, text));
    }
}

#[test]
fn accountability_is_one_circumstance_as_written() {
    let cell = " 有下列情形的：\n1.违反程序的；\n2.其他。\n";
    assert_eq!(accountability(cell).unwrap().circumstance, cell);
    assert!(accountability(" \n").is_none());
}
