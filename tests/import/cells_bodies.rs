//! Cells that name bodies, and what bodies are by their names.

use qingdan::codelist::{AuthorityRole, OrganizationKind};
use qingdan::import::cell::{bodies, is_placeholder_body, organization_kind};

use AuthorityRole::{Accept, Decide, Entrusted, Joint, Undertake};

type Expected<'a> = &'a [(&'a str, AuthorityRole, Option<usize>)];

#[track_caller]
fn assert_bodies(text: &str, expected: Expected<'_>) {
    let found: Vec<_> = bodies(text, Decide).iter().map(|body| (body.name, body.role, body.within)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn several_bodies_stand_in_a_cell() {
    let cases: [(&str, &[&str]); 13] = [
        ("克拉玛依市消防救援支队\n各区消防救援大队", &["克拉玛依市消防救援支队", "各区消防救援大队"]),
        (
            "市生态环境保护综合行政执法支队、各区生态环境保护综合行政执法大队",
            &["市生态环境保护综合行政执法支队", "各区生态环境保护综合行政执法大队"],
        ),
        ("市公安局；市应急管理局，市司法局", &["市公安局", "市应急管理局", "市司法局"]),
        ("市公安局及市消防救援支队", &["市公安局", "市消防救援支队"]),
        ("区委和区政府", &["区委", "区政府"]),
        ("市公安局  市应急管理局", &["市公安局", "市应急管理局"]),
        ("1.市公安局\n2.市应急管理局", &["市公安局", "市应急管理局"]),
        ("1、市公安局；2、市应急管理局", &["市公安局", "市应急管理局"]),
        ("新疆消防救援总队\n克拉玛依市人民政府", &["新疆消防救援总队", "克拉玛依市人民政府"]),
        ("市委宣传部、市委网信办", &["市委宣传部", "市委网信办"]),
        (
            "环境影响评价与排放管理科（核与辐射安全管理科）、各区分局",
            &["环境影响评价与排放管理科（核与辐射安全管理科）", "各区分局"],
        ),
        (
            "农业科（农产品质量安全监管科)、畜牧兽医科（渔政管理科）",
            &["农业科（农产品质量安全监管科)", "畜牧兽医科（渔政管理科）"],
        ),
        ("住房和城乡建设局、文化、体育和旅游局", &["住房和城乡建设局", "文化、体育和旅游局"]),
    ];
    for (text, names) in cases {
        let expected: Vec<_> = names.iter().map(|&name| (name, Decide, None)).collect();
        assert_bodies(text, &expected);
    }
}

#[test]
fn one_body_stays_one() {
    for text in [
        "畜牧兽医科（渔政管理科）",
        "农业科（农产品质量安全监管科)",
        "人力资源和社会保障局",
        "文化、体育和旅游局",
        "水与土壤生态环境科（固体废物与化学品科）",
        "克拉玛依市消防\n救援支队",
        "县（市、区）人民政府",
        "工业和信息化局",
        "残疾人联合会",
        // No part looks like a body: nothing is cut.
        "张三、李四",
        "各乡镇、有关单位和个人",
        "具体承办的业务科室",
    ] {
        assert_bodies(text, &[(text, Decide, None)]);
    }
    assert_bodies(" 市公安局\n", &[("市公安局", Decide, None)]);
    for text in ["", " \n", "/", "无"] {
        assert_bodies(text, &[]);
    }
}

#[test]
fn a_cell_says_what_a_body_does() {
    assert_bodies("市人民政府（自然资源局承办）", &[("市人民政府", Decide, None), ("自然资源局", Undertake, Some(0))]);
    assert_bodies("旗自然资源局(由乡镇政府受理)", &[("旗自然资源局", Decide, None), ("乡镇政府", Accept, Some(0))]);
    assert_bodies("旗政府（会同应急局）", &[("旗政府", Decide, None), ("应急局", Joint, Some(0))]);
    assert_bodies(
        "市政府（由住建局、城管局承办）",
        &[("市政府", Decide, None), ("住建局", Undertake, Some(0)), ("城管局", Undertake, Some(0))],
    );
    assert_bodies("旗林草局（委托苏木镇政府实施）", &[("旗林草局", Decide, None), ("苏木镇政府", Entrusted, Some(0))]);
    assert_bodies("市公安局会同市应急管理局", &[("市公安局", Decide, None), ("市应急管理局", Joint, None)]);
    assert_bodies(
        "市公安局（牵头）、市应急管理局（配合）",
        &[("市公安局", Decide, None), ("市应急管理局", Joint, None)],
    );
    assert_bodies("由乡镇政府受理，旗自然资源局审批", &[("乡镇政府", Accept, None), ("旗自然资源局", Decide, None)]);
    assert_bodies(
        "受理机构：市政务服务中心、各区政务服务中心\n决定机关：市住建局",
        &[("市政务服务中心", Accept, None), ("各区政务服务中心", Accept, None), ("市住建局", Decide, None)],
    );
    // Whose brackets do not say what it does has two names.
    assert_bodies("市人民政府（自然资源局）", &[("市人民政府（自然资源局）", Decide, None)]);
}

#[test]
fn the_column_says_what_the_others_do() {
    let read = bodies("运输管理科、规划建设科", Undertake);
    assert!(read.iter().all(|body| body.role == Undertake), "{read:?}");
}

#[test]
fn however_a_cell_is_nested_it_is_read_in_bounded_time() {
    for unit in ["局、", "由局、", "局（由", "和局受理", "受理：", "局会同"] {
        for count in [50, 400] {
            let cell = unit.repeat(count);
            assert!(!bodies(&cell, Decide).is_empty(), "{unit}");
        }
    }
    // Brackets alone name nobody.
    assert!(bodies(&"（".repeat(400), Decide).is_empty());
}

#[test]
fn names_tell_what_a_body_is() {
    use OrganizationKind as Kind;
    let cases = [
        ("克拉玛依市人民政府", Kind::Government),
        ("镇江市人民政府", Kind::Government),
        ("阿勒泰地区行政公署", Kind::Government),
        ("锡尼镇人民政府", Kind::TownshipGovernment),
        ("伊和乌素苏木政府", Kind::TownshipGovernment),
        ("乡（镇）人民政府", Kind::TownshipGovernment),
        ("苏木乡镇人民政府", Kind::TownshipGovernment),
        ("胜利路街道办事处", Kind::SubdistrictOffice),
        ("克拉玛依市消防救援支队", Kind::VerticalAgency),
        ("杭锦旗税务局", Kind::VerticalAgency),
        ("国家税务总局杭锦旗税务局", Kind::VerticalAgency),
        ("杭锦旗气象局", Kind::VerticalAgency),
        ("杭锦旗烟草专卖局", Kind::VerticalAgency),
        ("中共杭锦旗委员会组织部", Kind::PartyOrgan),
        ("旗委宣传部", Kind::PartyOrgan),
        ("市委编办", Kind::PartyOrgan),
        ("街道党工委", Kind::PartyOrgan),
        ("杭锦旗政务服务中心", Kind::PublicInstitution),
        ("动物疫病预防控制中心", Kind::PublicInstitution),
        ("人民医院", Kind::PublicInstitution),
        ("市委党校", Kind::PublicInstitution),
        ("高新技术产业开发区管理委员会", Kind::DevelopmentZoneCommittee),
        ("独山子园区管委会", Kind::DevelopmentZoneCommittee),
        ("市国有资产监督管理委员会", Kind::Department),
        ("城市管理委员会", Kind::Department),
        ("市发展和改革委员会", Kind::Department),
        ("卫生健康委", Kind::Department),
        ("杭锦旗水利局", Kind::Department),
        ("市人民政府外事办公室", Kind::Department),
        ("市场监督管理所", Kind::DispatchedAgency),
        ("各区分局", Kind::DispatchedAgency),
        ("畜牧兽医科（渔政管理科）", Kind::InternalUnit),
        ("市公安局交警支队", Kind::InternalUnit),
        ("旗妇女联合会", Kind::MassOrganization),
        ("共青团杭锦旗委", Kind::MassOrganization),
        ("锡尼社区居民委员会", Kind::VillageCommittee),
        ("市律师协会", Kind::Association),
        ("市水务有限公司", Kind::Company),
        ("县级以上水行政主管部门", Kind::Category),
        ("县级以上地方人民政府", Kind::Category),
        // What a template left is judged by QD011, as a department like any other.
        ("地州市农业农村局", Kind::Department),
        ("XX局", Kind::Department),
        ("张三", Kind::OtherBody),
        ("", Kind::OtherBody),
    ];
    for (name, expected) in cases {
        assert_eq!(organization_kind(name, false), expected, "{name}");
    }
    let units = [
        ("运输管理科", Kind::InternalUnit),
        ("公路管理处", Kind::InternalUnit),
        ("办公室", Kind::InternalUnit),
        ("市生态环境保护综合行政执法支队", Kind::InternalUnit),
        ("具体承办的业务科室", Kind::InternalUnit),
        ("市交通运输综合行政执法局", Kind::Department),
        ("各区消防救援大队", Kind::VerticalAgency),
    ];
    for (name, expected) in units {
        assert_eq!(organization_kind(name, true), expected, "{name}");
    }
}

#[test]
fn names_left_over_from_a_template_are_seen() {
    for name in ["具体承办的业务科室", "XX局", "某某局", "地州市农业农村局", "县（市、区）农业农村局", "/", "nan"]
    {
        assert!(is_placeholder_body(name), "{name}");
    }
    for name in ["克拉玛依市农业农村局", "无线电管理局", "畜牧兽医科（渔政管理科）", ""] {
        assert!(!is_placeholder_body(name), "{name}");
    }
}
