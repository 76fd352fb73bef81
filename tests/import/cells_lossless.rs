//! Whatever stands in a cell, no character of it is lost, and nothing is added.

use proptest::prelude::*;
use qingdan::codelist::{AuthorityRole, TimeUnit};
use qingdan::import::cell::{
    all_closed, bodies, date, declared_total, entry_numbers, item_type, item_type_in, levels, limits,
    organization_kind, remedies, steps, yes_no,
};
use qingdan::model::Text;

/// Texts of what cells are made of, and anything else.
fn cell() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "1.",
        "2、",
        "①",
        "（一）",
        "受理",
        "审查",
        "决定",
        "送达",
        "责任",
        "阶段",
        "：",
        ":",
        "。",
        "；",
        "，",
        "、",
        "\n",
        " ",
        "　",
        "申请行政复议",
        "或者",
        "提起行政诉讼",
        "人民法院",
        "投诉",
        "20",
        "5",
        "个工作日",
        "日",
        "内",
        "告知承诺制",
        "非",
        "法定",
        "承诺",
        "市",
        "县",
        "区",
        "级",
        "公安局",
        "应急管理局",
        "人民政府",
        "科",
        "（",
        "）",
        "(",
        ")",
        "由",
        "会同",
        "和",
        "及",
        "承办",
        "共",
        "项",
        "0",
        "-",
        ".",
        "年",
        "月",
        "\u{200b}",
        "A",
        "局",
    ]);
    let piece = prop_oneof![9 => words.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

const BETWEEN: &str =
    "由会同联合委托实施办理行使以及其和与受理接件负责初审具体承协配共牵头审批决定主机关构单位部门体科室责任受（）()：:";

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn steps_are_the_cell(cell in cell()) {
        let read: String = steps(&cell).iter().map(|step| step.content.as_str().to_owned()).collect();
        let is_blank = !cell.contains(|c: char| !(c.is_whitespace() || c.is_control() || ('\u{200b}'..='\u{200f}').contains(&c) || c == '\u{2060}' || c == '\u{feff}'));
        // Between two steps blanks are left out, and nothing else.
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(squeezed(&read), if is_blank { String::new() } else { squeezed(&cell) });
    }

    #[test]
    fn remedies_are_the_cell(cell in cell()) {
        let read = remedies(&cell);
        let mut words: String = read.remedies.iter().map(|way| way.text.as_ref().unwrap().as_str().to_owned()).collect();
        words.push_str(read.rest);
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(squeezed(&words), squeezed(&cell));
    }

    #[test]
    fn bodies_stand_in_the_cell_in_order_and_between_them_are_marks_and_words_of_roles(cell in cell()) {
        let read = bodies(&cell, AuthorityRole::Decide);
        let mut rest = cell.as_str();
        let mut between = String::new();
        for body in &read {
            let (before, after) = rest.split_once(body.name).unwrap();
            between.push_str(before);
            rest = after;
        }
        if !read.is_empty() {
            between.push_str(rest);
            let strange: String = between
                .chars()
                .filter(|c| !c.is_whitespace() && !c.is_control() && !BETWEEN.contains(*c) && !"、；;，,/|。.1２23450①一\u{200b}\u{feff}．".contains(*c))
                .collect();
            prop_assert_eq!(strange, "");
        }
    }

    #[test]
    fn limits_keep_what_they_do_not_say(cell in cell(), unit in prop::option::of(Just(TimeUnit::WorkingDay))) {
        let read = limits(&cell, unit);
        let mut after = cell.as_str();
        for rest in &read.rest {
            // In order, one behind the other.
            (_, after) = after.split_once(rest).unwrap();
        }
        if read.handling.is_none() {
            // A character that no limit says stands in a note, in a branch or in the rest.
            let kept: String = read.limits.iter().flat_map(|limit| {
                let branch = limit.branch.as_ref().and_then(|branch| branch.note.clone());
                // A note that is the whole clause holds its branch.
                let holds = |branch: &Text| limit.note.as_ref().is_some_and(|note| note.as_str().contains(branch.as_str()));
                [limit.note.clone(), branch.filter(|branch| !holds(branch))]
            }).flatten().map(|note| note.as_str().to_owned()).chain(read.rest.iter().map(|rest| (*rest).to_owned())).collect();
            for word in ["受理", "公安局", "区", "A", "承办", "（", "应急", "人民法院", "投诉"] {
                prop_assert_eq!(cell.matches(word).count(), kept.matches(word).count(), "{} of {:?}", word, read);
            }
        }
    }

    #[test]
    fn the_scope_behind_levels_is_the_end_of_the_cell(cell in cell()) {
        let read = levels(&cell);
        prop_assert!(cell.trim_end().ends_with(read.rest.trim_end()));
        prop_assert!(!read.levels.is_empty() || read.rest == cell);
    }

    #[test]
    fn no_cell_breaks_a_reader(cell in prop_oneof![cell(), any::<String>()]) {
        let _ = (item_type(&cell), item_type_in(&cell), entry_numbers(&cell), date(&cell), yes_no(&cell));
        let _ = (organization_kind(&cell, true), all_closed::<TimeUnit>(&cell, &[]), bodies(&cell, AuthorityRole::Accept));
        let _ = (steps(&cell), remedies(&cell), limits(&cell, None), levels(&cell));
        if let Some(total) = declared_total(&cell) {
            prop_assert!(cell.contains(total.words));
        }
    }
}
