//! Texts: what nobody sees, what only looks alike, what programs damaged, what templates left, and what is no number of
//! a document. Which characters nobody sees is asked of the tables of the crate `regex`, never of our own list.

use qingdan::{Checker, Finding, Lang, Severity};
use regex::Regex;
use serde_json::{Value, json};

const HEADER: &str = r#"{"schema_version": "1.0", "title": "权责清单", "division": "150625", "level": "county", "sources": [{"id": "s1", "sheet": "行政处罚"}]}"#;

/// What is found in records of one kind.
fn found(array: &str, records: &[Value]) -> Vec<Finding> {
    let mut document = json!({ "header": serde_json::from_str::<Value>(HEADER).unwrap() });
    document[array] = records.into();
    let rules = ["QD0", "QD1", "QD2"].map(|family| family.parse().unwrap());
    let checker = Checker::new().max_findings(usize::MAX).select(rules);
    checker.check_bytes("texts", document.to_string().as_bytes()).findings().cloned().collect()
}

fn body(n: usize, name: &str) -> Value {
    json!({ "id": format!("o{n}"), "name": name, "kind": "department" })
}

#[expect(clippy::needless_pass_by_value, reason = "written in the call")]
fn power(n: usize, members: Value) -> Value {
    let mut record = json!({
        "id": format!("p{n}"), "name": "对擅自取水的处罚", "item_level": "main", "power_type": "penalty",
        "basis": [{ "title": "某地取水办法", "articles": [{ "article": 7 }] }], "source": { "source": "s1", "row": n + 3 },
    });
    record.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    record
}

/// The number of the record in which something was found.
fn number_of(finding: &Finding) -> usize {
    let id = finding.record.as_ref().and_then(|record| record.id.as_ref()).unwrap();
    id.as_str().trim_start_matches(['o', 'p']).parse().unwrap()
}

/// Which of these names of bodies a rule speaks of.
fn spoken_of(code: &str, names: &[&str]) -> Vec<String> {
    let bodies: Vec<Value> = names.iter().enumerate().map(|(n, name)| body(n, name)).collect();
    let of_rule = found("organizations", &bodies).into_iter().filter(|finding| finding.code == code);
    of_rule.map(|finding| names[number_of(&finding)].to_owned()).collect()
}

/// Which of these running texts a rule speaks of.
fn spoken_of_in_scopes(code: &str, texts: &[&str]) -> Vec<String> {
    let powers: Vec<Value> = texts.iter().enumerate().map(|(n, text)| power(n, json!({ "scope": text }))).collect();
    let of_rule = found("power_items", &powers).into_iter().filter(|finding| finding.code == code);
    of_rule.map(|finding| texts[number_of(&finding)].to_owned()).collect()
}

/// What must not reach a terminal or log, by property. The empty Braille pattern has none that says so.
fn unseen() -> Regex {
    let properties = r"\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\x{2800}";
    Regex::new(&format!("^[{properties}]$")).unwrap()
}

/// The selectors and the separator of Mongolian letters are a part of their spelling.
fn shapes_mongolian(c: char) -> bool {
    matches!(c, '\u{180b}'..='\u{180f}')
}

#[test]
fn the_sanitizer_writes_out_what_nobody_sees() {
    let unseen = unseen();
    for c in '\0'..=char::MAX {
        let text = format!("水{c}");
        let wanted = unseen.is_match(&c.to_string()) && !shapes_mongolian(c);
        assert_eq!(qingdan::print::printable(&text) != text, wanted, "U+{:04X}", u32::from(c));
    }
}

#[test]
fn characters_that_nobody_sees_are_suspicious_wherever_they_stand() {
    let unseen = unseen();
    // Signs before numbers can be seen; line feeds and tabs shape running texts.
    let has_a_use = |c: char| {
        matches!(
            c,
            '\n' | '\t' | '\r' | '\u{600}'
                ..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}' | '\u{110bd}' | '\u{110cd}'
        )
    };
    let others = ['\u{e000}', '\u{f8ff}', '\u{f0000}', '\u{10fffd}', '\u{fffd}'];
    let wanted: Vec<String> = ('\0'..=char::MAX)
        .filter(|&c| unseen.is_match(&c.to_string()) && !has_a_use(c))
        .chain(others)
        .map(|c| format!("水{c}利"))
        .collect();
    assert!(wanted.len() > 4_000);
    let texts: Vec<&str> = wanted.iter().map(String::as_str).collect();
    assert_eq!(spoken_of_in_scopes("QD010", &texts), wanted);
}

/// Letters, marks, digits, punctuation and symbols of the basic plane pass, but for those that only look alike.
#[test]
fn characters_that_are_seen_pass() {
    let seen = Regex::new(r"^[\p{L}\p{M}\p{N}\p{P}\p{S}]$").unwrap();
    let looks_alike = |c: char| matches!(c, '\u{2e80}'..='\u{2fd5}' | '\u{f900}'..='\u{faff}');
    let unseen = unseen();
    let pieces: Vec<String> = ('!'..='\u{ffff}')
        .filter(|&c| {
            seen.is_match(&c.to_string()) && !unseen.is_match(&c.to_string()) && !looks_alike(c) && c != '\u{fffd}'
        })
        .map(|c| format!("一{c}二"))
        .collect();
    assert!(pieces.len() > 50_000);
    let texts: Vec<String> = pieces.chunks(50).map(<[String]>::concat).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    assert_eq!(spoken_of_in_scopes("QD010", &texts), Vec::<String>::new());
}

/// A18, and others of the kind.
#[test]
fn characters_that_look_like_others_are_told_with_both() {
    // U+2F54, U+2F8F, U+2F2F, U+F90A.
    for (name, found_zh) in [
        ("\u{2f54}利局", "“\u{2f54}”（U+2F54）形似“水”"),
        ("\u{2f8f}政审批局", "“\u{2f8f}”（U+2F8F）形似“行”"),
        ("杭锦旗\u{2f2f}业和信息化局", "“\u{2f2f}”（U+2F2F）形似“工”"),
        ("\u{f90a}融办", "“\u{f90a}”（U+F90A）形似“金”"),
    ] {
        let findings = found("organizations", &[body(0, name)]);
        assert_eq!(findings.len(), 1, "{findings:#?}");
        assert_eq!((findings[0].code.to_string().as_str(), findings[0].severity), ("QD010", Severity::Warning));
        assert!(findings[0].message(Lang::Zh).contains(found_zh), "{}", findings[0].message(Lang::Zh));
    }
    let long = format!("{}《中华\u{2f08}民共和国水法》", "依法".repeat(200));
    assert_eq!(spoken_of_in_scopes("QD010", &[&long, "《中华人民共和国水法》"]), [long.as_str()]);
}

/// A19, and others of the kind.
#[test]
fn text_that_programs_damaged_is_told_and_what_only_resembles_it_is_not() {
    let damaged = [
        "水利局&nbsp;",
        "<p>水利局</p>",
        "水利&amp;局",
        "《水法》&#40;2010修订&#41;第五十七条",
        "第一条&#x3000;为了",
        "受理<br/>审查",
        "受理<br>审查",
        "<span style=\"color:red\">受理</span>",
        "<!-- 注 -->受理",
        "受理</div>",
        "受理_x000D_审查",
        r"\u6c34利局",
        r"受理。\n审查",
        r"\xe6\xb0\xb4",
        "锟斤拷锟斤拷局",
        "烫烫烫烫",
        "屯屯屯",
        "æ°´åˆ©å±€",
        "cafÃ©",
        "Ë®Àû¾Ö",
        "鍙楃悊锛屽鏌ワ紱鍐冲畾锛",
    ];
    assert_eq!(spoken_of_in_scopes("QD010", &damaged), damaged);
    let sound = [
        "日取水量<10吨的，由旗县办理；>10吨的，由盟市办理",
        "A&B公司、C&amp公司",
        "见 https://www.example.gov.cn/item?a=1&amp;b=2&copy=3",
        r"存放在D:\new\temp目录",
        r"\",
        "a<b且c>d",
        "<水法>",
        "item_x00_a",
        "烫烫头发、屯垦、锟铻",
        "café、Ångström、naïve、±0.5°、××年××月",
        "à la carte “è”",
        "钢铁锛头",
        "&",
        "&;",
        "<>",
    ];
    assert_eq!(spoken_of_in_scopes("QD010", &sound), Vec::<String>::new());
}

#[test]
fn joiners_and_selectors_pass_in_the_scripts_that_have_them() {
    // Uyghur with a non-joiner and a joiner; Mongolian with a selector, a separator and a narrow no-break space.
    let sound =
        ["سۇ\u{200c}ئىش", "ئا\u{200d}ئا", "ᠬᠠ\u{180b}ᠨ", "ᠬᠠᠨ\u{180e}ᠠ", "ᠬᠠᠨ\u{202f}ᠤ", "值班电话\u{260e}\u{fe0f}"];
    assert_eq!(spoken_of("QD010", &sound), Vec::<String>::new());
    let wrong =
        ["水\u{200c}利局", "水利局\u{200d}", "水\u{180b}利局", "水\u{180e}利局", "水利\u{fe0f}局", "سۇ\u{200c}局"];
    assert_eq!(spoken_of("QD010", &wrong), wrong);
}

#[test]
fn blanks_count_at_the_ends_of_names_and_odd_ones_inside() {
    let wrong =
        ["水利局 ", "\u{3000}水利局", "水利局\n", "水利\u{3000}局", "水利\u{a0}局", "水利局\u{a0}", "水\u{2003}利局"];
    assert_eq!(spoken_of("QD010", &wrong), wrong);
    assert_eq!(spoken_of("QD010", &["Water 水利局", "水利局"]), Vec::<String>::new());
}

#[test]
fn blanks_at_the_ends_of_running_texts_are_one_notice_a_catalog() {
    let scopes = ["全旗\n", " 全旗", "全旗\u{3000}", "第七条\u{3000}国家对水资源", "全旗"];
    let powers: Vec<Value> = scopes.iter().enumerate().map(|(n, text)| power(n, json!({ "scope": text }))).collect();
    let findings = found("power_items", &powers);
    assert_eq!(findings.len(), 1, "{findings:#?}");
    let notice = &findings[0];
    assert_eq!((notice.code.to_string().as_str(), notice.severity), ("QD010", Severity::Info));
    assert_eq!(notice.place.pointer.as_str(), "/power_items/0/scope");
    assert!(notice.message(Lang::Zh).contains("共有3处"), "{}", notice.message(Lang::Zh));
}

#[test]
fn bodies_without_a_place_and_stand_ins_are_left_over_from_templates() {
    let wrong = [
        "地州市农业农村局",
        "县市区农业农村局",
        "县（市、区）农业农村局",
        "各县(市、区)水利局",
        "市（州）交通运输局",
        "盟市水利局",
        "旗县区人民政府",
        "自治区农业农村厅",
        "自治县人民政府",
        "具体承办的业务科室",
        "具体承办科室",
        "XX局",
        "杭锦旗××局",
        "某某县水利局",
        "某市水利局",
        "○○局",
    ];
    assert_eq!(spoken_of("QD011", &wrong), wrong);
    let sound = [
        "内蒙古自治区农业农村厅",
        "市交通运输局",
        "州农业农村局",
        "无线电管理局",
        "杭锦旗水利局",
        "MAXXON公司",
        "农业科（农产品质量安全监管科）",
        "区县镇人民政府第一办公室".trim_start_matches("区县"),
    ];
    assert_eq!(spoken_of("QD011", &sound), Vec::<String>::new());
    // An alias may call a region's organ by the region alone.
    let alias = json!({ "id": "o", "name": "内蒙古自治区水利厅", "kind": "department", "aliases": ["自治区水利厅"] });
    assert_eq!(found("organizations", &[alias]).len(), 0);
}

#[test]
fn placeholders_and_left_overs_of_programs_are_no_facts() {
    let wrong = [
        "/",
        "-",
        "——",
        "……",
        "***",
        "？",
        "无",
        "无。",
        "（无）",
        "暂无",
        "没有",
        "同上",
        "待定",
        "待补充",
        "不详",
        "请填写",
        "详见附件",
        "详见附件2",
        "见附表",
        "参见办事指南",
        "详见政务服务网站",
        "法定时限",
        "nan",
        "NaN",
        "None",
        "null",
        "NULL",
        "undefined",
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "[object Object]",
        "[object Object],[object Object]",
        "TBD",
        "n/a",
        "undefined水利局",
        "水利局null",
        "{{scope}}",
        "22222222",
        "某某范围",
    ];
    assert_eq!(spoken_of_in_scopes("QD011", &wrong), wrong);
    let sound = [
        "地州市级",
        "县市区权限以内的",
        "自治区权限以外的",
        "全旗",
        "√",
        "①",
        "12345热线",
        "2222222",
        "无线电台（站）",
        "略阳县",
        "空气质量监测",
        "待业人员",
        "详见山林场",
        "见习基地目录管理",
        "Nanjing",
        "null hypothesis",
        "南京none-such",
        "没有相应资质的单位",
        "无偿献血",
        "同上级部门联合",
    ];
    assert_eq!(spoken_of_in_scopes("QD011", &sound), Vec::<String>::new());
}

#[test]
fn equal_placeholders_of_a_field_are_one_finding_with_count_and_rows() {
    let mut powers: Vec<Value> = (0..12).map(|n| power(n, json!({ "scope": "/" }))).collect();
    powers[5] = power(5, json!({ "scope": "全旗" }));
    powers.push(power(12, json!({ "supervision": "/" })));
    let findings = found("power_items", &powers);
    let told: Vec<(&str, &str)> =
        findings.iter().map(|finding| (finding.place.pointer.as_str(), finding.message(Lang::Zh))).collect();
    assert_eq!(
        told,
        [
            ("/power_items/0/scope", "“/”是占位文字，不是内容；同一栏共11处；原表“行政处罚”第3至7行、第9至14行"),
            ("/power_items/12/supervision", "“/”是占位文字，不是内容；原表“行政处罚”第15行"),
        ]
    );
    assert_eq!(findings[0].related.len(), 4);
    assert_eq!(findings[0].related[0].place.pointer.as_str(), "/power_items/1/scope");
}

#[test]
fn of_a_placeholder_for_a_code_or_date_no_other_rule_speaks() {
    for text in ["nan", "无", "/", "22222222222222222", "2222222222222", "XX", "待补充", "#N/A"] {
        let bodies = [json!({
            "id": "o", "name": "杭锦旗水利局", "kind": "department", "credit_code": text, "organization_code": text, "division": text,
        })];
        let findings = found("organizations", &bodies);
        assert_eq!(findings.len(), 3, "{text}: {findings:#?}");
        assert!(findings.iter().all(|finding| finding.code == "QD011"), "{text}: {findings:#?}");
        let powers = [power(
            0,
            json!({ "code": text, "basis": [{ "title": "某地取水办法", "articles": [{ "article": 7 }],
            "version_dates": [text], "document_number": text }] }),
        )];
        let findings = found("power_items", &powers);
        assert!(findings.len() == 3 && findings.iter().all(|finding| finding.code == "QD011"), "{text}: {findings:#?}");
    }
}

/// The codes of power items, and what QD107 says of them: the record and the message.
fn forms(codes: &[&str]) -> Vec<(String, String)> {
    let powers: Vec<Value> = codes.iter().enumerate().map(|(n, code)| power(n, json!({ "code": code }))).collect();
    let findings = found("power_items", &powers).into_iter().filter(|finding| finding.code == "QD107");
    findings.map(|finding| (finding.place.pointer.to_string(), finding.message(Lang::Zh).to_owned())).collect()
}

#[test]
fn a_form_that_most_codes_of_a_list_share_is_one_finding_that_names_it() {
    // As one city's fire and rescue brigade has them.
    let told = forms(&["650200207XK01600", "650200207CF51200", "650200207JC00100"]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].1.starts_with("全部3个编码同为一种形式：9位数字＋2位大写字母＋5位数字（如“650200207XK01600”）"),
        "{told:?}"
    );
    // Numbers of any length, with a hyphen.
    let told = forms(&["XK-1", "XK-22", "CF-333", "JC-4444"]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].1.contains("大写字母＋“-”＋数字"), "{told:?}");
    // Letters and digits mixed, of one length.
    let told = forms(&["A1B2C3D4E5", "1A2B3C4D5E", "AA11BB22CC"]);
    assert!(told.len() == 1 && told[0].1.contains("10位数字或者字母"), "{told:?}");
}

#[test]
fn other_codes_beside_the_form_of_a_list_are_told_one_by_one() {
    let told = forms(&["650200207XK01600", "650200207CF51200", "65020020CF51300", "650200207JC00100", "000231001000"]);
    let places: Vec<&str> = told.iter().map(|(place, _)| place.as_str()).collect();
    assert_eq!(places, ["/power_items/0/code", "/power_items/2/code"]);
    assert!(told[0].1.starts_with("5个编码中有3个同为一种形式"), "{told:?}");
    assert!(told[1].1.contains("9位数字＋2位大写字母＋5位数字"), "{told:?}");
    // Half is not most, and two are no form.
    assert_eq!(
        forms(&[
            "650200207XK01600",
            "650200207CF51200",
            "650200207JC00100",
            "000231001000",
            "000231002000",
            "000231003000"
        ])
        .len(),
        3
    );
    assert_eq!(forms(&["650200207XK01600", "650200207CF51200"]).len(), 2);
}

#[test]
fn a_license_type_code_of_a_province_passes_and_a_wrong_body_within_a_national_one_is_an_error() {
    let judged = |code: &str| -> Vec<Severity> {
        let findings = found("license_types", &[json!({ "id": "t", "name": "取水许可证", "code": code })]);
        findings.iter().filter(|finding| finding.code == "QD116").map(|finding| finding.severity).collect()
    };
    // 11100000MB03271699 is a credit code in use; 9 is its check character.
    assert_eq!(judged("11100000MB03271699022"), []);
    assert_eq!(judged("440000123"), []);
    assert_eq!(judged("11100000MB03271698022"), [Severity::Error]);
    assert_eq!(judged("11100000MB0327169902A"), [Severity::Warning]);
    assert_eq!(judged("11100000MB0327169902"), [Severity::Warning]);
    assert_eq!(judged("44000012"), [Severity::Warning]);
    assert_eq!(judged("4400001234"), [Severity::Warning]);
    assert_eq!(judged("取水001"), [Severity::Warning]);
}

#[test]
fn a_meeting_a_date_or_a_title_is_no_number_of_a_document() {
    let numbers = |numbers: &[&str]| -> Vec<String> {
        let powers: Vec<Value> = numbers
            .iter()
            .enumerate()
            .map(|(n, number)| {
                power(n, json!({ "basis": [{ "title": "某地取水办法", "articles": [{ "article": 7 }], "document_number": number }] }))
            })
            .collect();
        let findings = found("power_items", &powers).into_iter().filter(|finding| finding.code == "QD120");
        findings.map(|finding| finding.found.unwrap()).collect()
    };
    let wrong = [
        "第十届全国人民代表大会常务委员会第四次会议通过",
        "2003年8月27日第十届全国人大常委会第四次会议",
        "市政府第3次常务会议纪要",
        "2003年8月27日",
        "2003年8月27日通过",
        "2021年5月1号",
        "2021-01-01",
        "2021.1.1",
        "2021/01/01",
        "2019年",
        "2019年4月",
        "二〇〇三年八月二十七日",
        "自2004年7月1日起施行",
        "《中华人民共和国水法》",
        "中华人民共和国水法",
        "取水许可和水资源费征收管理条例（2017年修订）",
        "自治区人民政府令",
        "国务院",
        "主席令",
        "https://www.gov.cn/zhengce/2021-01/01/content_1.htm",
    ];
    assert_eq!(numbers(&wrong), wrong);
    let sound = [
        "国务院令第412号",
        "国务院令第 412 号",
        "内政发〔2021〕6号",
        "内政发[2021]6号",
        "内政发（2021）6号",
        "内政发【2021】6号",
        "内政发﹝2021﹞6号",
        "新政发〔 2013 〕 82号",
        "中华人民共和国主席令第七十四号",
        "主席令第74号",
        "农业部公告第2045号",
        "部令2017年第8号",
        "〔2013〕82号",
        "第8号令",
        "2017年第8号",
        "8号",
        "国发2015-24",
        "GB/T 2260-2007",
        "HJ 2.1-2016",
        "第十二届全国人民代表大会常务委员会公告第18号",
        "国务院令第412号，2009年1月29日修订",
        "发改价格2019〔798〕",
        "蒙建法规字第12",
        "第五号",
    ];
    assert_eq!(numbers(&sound), Vec::<String>::new());
    // In the list of instruments too.
    let instrument = json!({ "id": "i", "title": "某地取水办法", "rank": "normative_document", "status": "in_force", "document_number": "2021年1月1日" });
    let findings = found("legal_instruments", &[instrument]);
    assert_eq!(findings.iter().filter(|finding| finding.code == "QD120").count(), 1, "{findings:#?}");
}
