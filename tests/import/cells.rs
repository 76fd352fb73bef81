//! Cells of one word: types, totals, numbers, levels, days, answers, values of closed lists.

use qingdan::codelist::{
    Audience, DelegationMode, Handling, Initiation, ItemStatus, ItemType, Level, LicenseClass, PowerSource,
};
use qingdan::import::cell::{
    CodeTable, all_closed, audience, closed, date, declared_total, delegation_mode, entry_numbers, handling,
    initiation, item_status, item_type, item_type_in, levels, license_class, power_source, written_date, yes_no,
};

#[test]
fn a_cell_names_the_type_of_a_power() {
    let cases = [
        ("行政许可", Some(ItemType::Licensing)),
        ("许可", Some(ItemType::Licensing)),
        ("行政\n处罚", Some(ItemType::Penalty)),
        (" 行政　强制 ", Some(ItemType::Coercion)),
        ("行政强制措施", Some(ItemType::CoerciveMeasure)),
        ("强制执行", Some(ItemType::CoerciveExecution)),
        ("三、行政征收", Some(ItemType::Levy)),
        ("（四）行政征用", Some(ItemType::Requisition)),
        ("5.行政给付", Some(ItemType::Payment)),
        ("行政监督检查", Some(ItemType::Inspection)),
        ("行政确认类", Some(ItemType::Confirmation)),
        ("行政奖励事项", Some(ItemType::Reward)),
        ("行政裁决。", Some(ItemType::Adjudication)),
        ("其他类", Some(ItemType::OtherPower)),
        ("其它行政权力", Some(ItemType::OtherPower)),
        ("其他", Some(ItemType::OtherPower)),
        ("行政备案", Some(ItemType::Filing)),
        ("公共服务", Some(ItemType::PublicService)),
        ("public_service", Some(ItemType::PublicService)),
        ("", None),
        ("行政", None),
        ("行政规划", None),
        ("行政审批", None),
        ("行政许可和行政处罚", None),
        ("对违法行为的行政处罚", None),
        ("01", None),
    ];
    for (text, expected) in cases {
        assert_eq!(item_type(text), expected, "{text}");
    }
}

#[test]
fn the_name_of_a_sheet_names_one_type_or_none() {
    let cases = [
        ("行政处罚（254项）", Some(ItemType::Penalty)),
        ("行政征收（ 1 项）", Some(ItemType::Levy)),
        ("其他行政权力（3项）", Some(ItemType::OtherPower)),
        ("2.行政检查", Some(ItemType::Inspection)),
        ("处罚(12)", Some(ItemType::Penalty)),
        ("附件3：某某局行政强制措施清单", Some(ItemType::CoerciveMeasure)),
        ("行政许可事项（行政许可11项）", Some(ItemType::Licensing)),
        ("行政许可、行政处罚", None),
        ("行政处罚（含检查）", None),
        ("市生态环境局（217项）", None),
        ("打印版", None),
        ("权责清单", None),
    ];
    for (text, expected) in cases {
        assert_eq!(item_type_in(text), expected, "{text}");
    }
}

#[test]
fn a_name_declares_how_many_items_it_lists() {
    let cases = [
        ("行政处罚（254项）", Some((254, "（254项）"))),
        ("行政检查（ 17项）", Some((17, "（ 17项）"))),
        ("行政征收（ 1 项）", Some((1, "（ 1 项）"))),
        ("权责清单（共1,135项）", Some((1135, "（共1,135项）"))),
        ("处罚共254项", Some((254, "共254项"))),
        ("行政处罚(254)", Some((254, "(254)"))),
        ("行政确认（十一项）", Some((11, "（十一项）"))),
        ("许可11项、处罚254项，共计265项", Some((265, "共计265项"))),
        ("许可11项、处罚254项", None),
        ("权责清单（2024）", None),
        ("权责清单（2024年版）", None),
        ("第3项工作", None),
        ("（2）行政处罚", None),
        ("Sheet1", None),
        ("", None),
    ];
    for (text, expected) in cases {
        let found = declared_total(text).map(|total| (total.count, total.words));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_row_stands_for_the_numbers_of_its_first_cell() {
    /// Numbers with those below them.
    type Numbers = &'static [(u32, Option<u32>)];
    let cases: [(&str, Numbers); 21] = [
        ("1", &[(1, None)]),
        ("1.0", &[(1, None)]),
        ("01", &[(1, None)]),
        ("１２", &[(12, None)]),
        ("2,3", &[(2, None), (3, None)]),
        ("2、3", &[(2, None), (3, None)]),
        ("2\n3", &[(2, None), (3, None)]),
        ("4-6", &[(4, None), (5, None), (6, None)]),
        ("4—6", &[(4, None), (5, None), (6, None)]),
        ("（ 一 ）", &[(1, None)]),
        ("十二", &[(12, None)]),
        ("3.", &[(3, None)]),
        ("1.1", &[(1, Some(1))]),
        ("", &[]),
        ("1-1", &[]),
        ("6-4", &[]),
        ("1-4000000000", &[]),
        ("99999999999", &[]),
        ("备注", &[]),
        ("1项", &[]),
        ("1.1.2", &[]),
    ];
    for (text, expected) in cases {
        let found: Vec<_> = entry_numbers(text).iter().map(|entry| (entry.number, entry.below)).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_cell_names_levels_and_then_the_scope() {
    use Level::{County, National, Prefectural, Provincial, Township, Village};
    let cases: [(&str, &[Level], &str); 31] = [
        ("地州市级", &[Prefectural], ""),
        ("市级", &[Prefectural], ""),
        ("市本级", &[Prefectural], ""),
        ("设区的市级", &[Prefectural], ""),
        ("地（州、市）级", &[Prefectural], ""),
        ("县市区级", &[County], ""),
        ("县（市、区）级", &[County], ""),
        ("区级", &[County], ""),
        ("旗县级", &[County], ""),
        ("旗县市区级", &[County], ""),
        ("省级/自治区级", &[Provincial], ""),
        ("国家级", &[National], ""),
        ("乡镇（街道）", &[Township], ""),
        ("苏木乡镇级", &[Township], ""),
        ("嘎查村级", &[Village], ""),
        ("市级、县级", &[Prefectural, County], ""),
        ("市、县级", &[Prefectural, County], ""),
        ("市县级", &[Prefectural, County], ""),
        ("省级\n市级\n县级", &[Provincial, Prefectural, County], ""),
        ("地州市级。负责本级", &[Prefectural], "负责本级"),
        ("市级：负责跨县的检查", &[Prefectural], "负责跨县的检查"),
        ("市级\n负责跨县的检查", &[Prefectural], "负责跨县的检查"),
        ("市级、县级。县级负责日常检查。", &[Prefectural, County], "县级负责日常检查。"),
        ("市", &[Prefectural], ""),
        // Nothing else than the word of a level is taken.
        ("市区", &[], "市区"),
        ("县级以上", &[], "县级以上"),
        ("市级权限内的审批", &[], "市级权限内的审批"),
        ("市场监管", &[], "市场监管"),
        ("各级", &[], "各级"),
        (" 全市 ", &[], " 全市 "),
        ("", &[], ""),
    ];
    for (text, expected, rest) in cases {
        let found = levels(text);
        assert_eq!((found.levels.as_slice(), found.rest), (expected, rest), "{text}");
    }
}

#[test]
fn a_day_is_read_in_the_spellings_of_lists_and_otherwise_kept() {
    for text in
        ["2024-03-05", "2024/3/5", "2024.3.5", "2024年3月5日", " 2024 年 3 月 5 日 ", "20240305", "２０２４年３月５日"]
    {
        assert_eq!(date(text), Some("2024-03-05".parse().unwrap()), "{text}");
        assert_eq!(written_date(text).unwrap().text(), "2024-03-05", "{text}");
    }
    assert_eq!(date("二〇二四年十一月五日"), Some("2024-11-05".parse().unwrap()));
    assert_eq!(date("2024-03-05 00:00:00"), Some("2024-03-05".parse().unwrap()));
    for text in ["2019年4月36日", "2024-02-30", "2024年3月", "24/3/5", "2024/3-5", "45356", "2024年3月5日起", "长期"]
    {
        assert_eq!(date(text), None, "{text}");
        assert_eq!(written_date(text).unwrap().text(), text, "{text}");
    }
    assert!(written_date(" \n").is_none());
}

#[test]
fn answers_are_read_and_nothing_between_them() {
    for text in ["是", "有", "√", "✔", " 是。", "☑是 □否", "是☑ 否□", "TRUE", "收费"] {
        assert_eq!(yes_no(text), Some(true), "{text}");
    }
    for text in ["否", "无", "×", "✗", "□是 ☑否", "不收费", "免费", "false"] {
        assert_eq!(yes_no(text), Some(false), "{text}");
    }
    for text in ["", "/", "是/否", "□是 □否", "☑是 ☑否", "视情况", "1", "0", "是（限网上）"] {
        assert_eq!(yes_no(text), None, "{text}");
    }
}

#[test]
fn values_of_closed_lists_are_read_by_title_wire_name_and_given_words() {
    assert_eq!(closed("依申请", &[] as &[(&str, Initiation)]), Some(Initiation::OnApplication));
    assert_eq!(closed("ex_officio", &[] as &[(&str, Initiation)]), Some(Initiation::ExOfficio));
    assert_eq!(closed("省厅下放", &[("省厅下放", PowerSource::Devolved)]), Some(PowerSource::Devolved));
    // A number means nothing by itself, even if somebody gives it as a word.
    assert_eq!(closed("1", &[("1", Initiation::OnApplication)]), None);
    assert_eq!(closed("１", &[] as &[(&str, Level)]), None);
    assert_eq!(handling("即办件"), Some(Handling::Immediate));
    assert_eq!(handling("承诺件"), Some(Handling::Promised));
    assert_eq!(handling("承诺期限"), None);
    assert_eq!(item_status("实施"), Some(ItemStatus::InUse));
    assert_eq!(item_status("暂停"), Some(ItemStatus::Suspended));
    assert_eq!(item_status("已取消"), Some(ItemStatus::Cancelled));
    assert_eq!(item_status("下放"), None);
    assert_eq!(power_source("上级授权"), Some(PowerSource::AuthorizedBySuperior));
    assert_eq!(power_source("上级赋权"), Some(PowerSource::Devolved));
    assert_eq!(power_source("授权"), None);
    assert_eq!(license_class("普通许可"), Some(LicenseClass::Ordinary));
    assert_eq!(license_class("审批"), None);
    assert_eq!(initiation("依职权"), Some(Initiation::ExOfficio));
    assert_eq!(delegation_mode("派驻"), Some(DelegationMode::Dispatch));
    assert_eq!(delegation_mode("赋权"), Some(DelegationMode::Transfer));
    assert_eq!(delegation_mode("收回"), None);
}

#[test]
fn what_of_several_values_is_not_known_is_given_back() {
    let read = audience("机关、团体、企业、事业单位、社会组织、公民");
    let expected = [
        Audience::GovernmentOrgan,
        Audience::Enterprise,
        Audience::PublicInstitution,
        Audience::SocialOrganization,
        Audience::NaturalPerson,
    ];
    assert_eq!(read.values, expected);
    assert_eq!(read.rest, ["团体"]);
    let read = all_closed("依申请，依申请", &[] as &[(&str, Initiation)]);
    assert_eq!((read.values, read.rest), (vec![Initiation::OnApplication], vec![]));
}

#[test]
fn numbers_mean_what_a_code_table_says() {
    let table: CodeTable =
        [("1", "natural_person"), ("01", "enterprise"), ("03", "no_such_value")].into_iter().collect();
    assert_eq!(table.value("1"), Some(Audience::NaturalPerson));
    assert_eq!(table.value("01"), Some(Audience::Enterprise));
    // Two codes are it without their zeros.
    assert_eq!(table.value::<Audience>("001"), None);
    assert_eq!(table.value::<Audience>("03"), None);
    assert_eq!(table.value::<Audience>("自然人"), None);
}
